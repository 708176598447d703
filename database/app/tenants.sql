-- Tenants: who acts for which tenant, what a new tenant starts with, and how all of one leaves.

create function app.current_tenant() returns uuid
language sql stable parallel safe as $$
  -- After `set local` ends, the setting reads '' and not null.
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
comment on function app.current_tenant is 'The tenant that this transaction acts for, or null.';

-- The setting `role` is still the caller's inside a security definer function, while current_user is the owner there.  Only
-- the owner acts for tenants that its transaction does not name; a role that merely may use rapport_app does not.
create function app.require_tenant(tenant uuid) returns void
language plpgsql stable parallel safe as $$
declare
  actor name := coalesce(nullif(current_setting('role'), 'none'), session_user);
begin
  if tenant is distinct from app.current_tenant()
    and not pg_has_role(actor, (select relowner from pg_class where oid = 'public.tenants'::regclass), 'usage') then
    raise exception 'this transaction does not act for that tenant' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function app.require_tenant is 'Refuses the service''s role any tenant but the one that its transaction acts for. Every security definer function calls it first.';

create function app.tenant_today(tenant uuid) returns date
language sql stable parallel safe as $$
  select (now() at time zone t.time_zone)::date from public.tenants t where t.id = tenant
$$;
comment on function app.tenant_today is 'The present day in the tenant''s time zone.';

create function app.tg_tenants__matching_state() returns trigger
language plpgsql volatile as $$
begin
  insert into public.matching_state (tenant_id) select id from new_rows order by id on conflict do nothing;
  insert into public.fold_locks (tenant_id) select id from new_rows order by id on conflict do nothing;
  insert into public.job_accounts (tenant_id) select id from new_rows order by id on conflict do nothing;
  return null;
end $$;
comment on function app.tg_tenants__matching_state is 'Trigger on tenants: gives a new tenant its rows in matching_state, fold_locks and job_accounts.';
create trigger _500_matching_state after insert on public.tenants
  referencing new table as new_rows for each statement execute function app.tg_tenants__matching_state();

-- Children go first where a foreign key is `no action`; the rest follows by cascade.
create function app.delete_tenant(tenant uuid) returns void
language plpgsql volatile as $$
begin
  -- As imports take them: the tenant's own row (app.lock_people), then matching_state.
  perform from public.tenants where id = tenant for update;
  perform from public.matching_state where tenant_id = tenant for update;
  delete from public.content_calendar where tenant_id = tenant;
  delete from public.ads where tenant_id = tenant;
  delete from public.campaigns where tenant_id = tenant;
  delete from public.persons where tenant_id = tenant;
  delete from public.api_calls where tenant_id = tenant;
  delete from public.uploads where tenant_id = tenant;
  delete from public.scraping_jobs where tenant_id = tenant;
  delete from public.tenants where id = tenant;
  delete from public.engagement_deltas where tenant_id = tenant;
  delete from public.link_deltas where tenant_id = tenant;
  delete from public.target_deltas where tenant_id = tenant;
  delete from public.campaign_people where tenant_id = tenant;
  delete from public.campaign_daily where tenant_id = tenant;
  delete from public.campaign_persona_daily where tenant_id = tenant;
  delete from public.campaign_persona_totals where tenant_id = tenant;
  delete from public.people_sets where tenant_id = tenant;
  delete from public.post_totals where tenant_id = tenant;
  delete from public.post_persona_totals where tenant_id = tenant;
  delete from public.persona_daily where tenant_id = tenant;
  delete from public.person_engagement where tenant_id = tenant;
end $$;
comment on function app.delete_tenant is 'Removes a tenant and everything of it, logs and rollups included. For the owner alone.';
