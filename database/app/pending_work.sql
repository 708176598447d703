-- What a migration left to do for the functions of this schema: done now, in the same transaction.
do $$
declare
  tenant uuid;
begin
  -- Tenants that came while this schema was away have no trigger to thank for these rows.
  insert into public.matching_state (tenant_id) select id from public.tenants order by id on conflict do nothing;
  insert into public.fold_locks (tenant_id) select id from public.tenants order by id on conflict do nothing;
  if exists (select from public.pending_work where task = 'rematch') then
    for tenant in select id from public.tenants order by id loop
      perform app.rematch(tenant, null, null, 'migration');
    end loop;
  end if;
  for tenant in select id from public.tenants where seeded_at is null order by created_at, id loop
    perform app.seed_tenant(tenant);
  end loop;
  if exists (select from public.pending_work) then
    for tenant in select id from public.tenants order by id loop
      perform app.repair_metrics(tenant);
    end loop;
  end if;
  delete from public.pending_work;
end $$;
do $$
begin
  -- So that `select * from campaign_dashboard` works from psql; what else is on the path stays there.
  if not exists (
    select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) setting
    where d.datname = current_database() and s.setrole = 0 and setting like 'search_path=%' and setting ~ '\yapp\y') then
    execute format('alter database %I set search_path = %s', current_database(), coalesce((
      select substr(setting, 13) from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) setting
      where d.datname = current_database() and s.setrole = 0 and setting like 'search_path=%'), 'public') || ', app');
  end if;
exception when insufficient_privilege then
  raise notice 'could not set the search_path of this database: write app.campaign_dashboard, or run: alter database … set search_path = public, app';
end $$;
