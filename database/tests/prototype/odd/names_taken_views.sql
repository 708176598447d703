-- refused: in the way: the view public.campaign_dashboard
-- variant: supabase_only
-- A view of the user's own that would hide one of ours, where there is no prototype whose it could be.
create view campaign_dashboard as select 1 as mine;
