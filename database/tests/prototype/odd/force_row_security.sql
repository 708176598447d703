-- Row security that binds the owner too, as a user may have set it: the rows are there, and a look at the table shows none.
alter table persons enable row level security;
alter table persons force row level security;
alter table campaigns enable row level security;
alter table campaigns force row level security;
create policy mine on campaigns using (id = 1);
alter table ads enable row level security;
alter table ads force row level security;
alter table tenants enable row level security;
alter table tenants force row level security;

-- after
select 'people' as name, 20 as expected, count(*) as actual from public.persons
union all
select 'campaigns', 7, count(*) from public.campaigns
union all
select 'tables that filter their owner', 0, count(*) from pg_class where relforcerowsecurity;
