-- What a migration left to do for the functions of this schema: done now, in the same transaction.
do $$
declare
  tenant uuid;
begin
  for tenant in select id from public.tenants where seeded_at is null order by created_at, id loop
    perform app.seed_tenant(tenant);
  end loop;
  if exists (select from public.pending_work where task = 'rematch') then
    for tenant in select id from public.tenants order by id loop
      perform app.rematch(tenant, null, null, 'migration');
    end loop;
  end if;
  if exists (select from public.pending_work) then
    for tenant in select id from public.tenants order by id loop
      perform app.repair_metrics(tenant);
    end loop;
  end if;
  delete from public.pending_work;
end $$;
do $$
begin
  -- So that `select * from campaign_dashboard` works from psql.
  execute format('alter database %I set search_path = public, app', current_database());
exception when insufficient_privilege then
  raise notice 'could not set the search_path of this database: write app.campaign_dashboard, or run: alter database … set search_path = public, app';
end $$;
