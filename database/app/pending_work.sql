-- What a migration left to do for the functions of this schema: done now, in the same transaction.
do $$
declare
  tenant uuid;
  refused record;
begin
  -- Tenants that came while this schema was away have no trigger to thank for these rows.
  insert into public.matching_state (tenant_id) select id from public.tenants order by id on conflict do nothing;
  insert into public.fold_locks (tenant_id) select id from public.tenants order by id on conflict do nothing;
  insert into public.job_accounts (tenant_id) select id from public.tenants order by id on conflict do nothing;
  if exists (select from public.pending_work where task = 'rematch') then
    -- No trigger saw the criteria that a migration wrote, and what the trigger refuses might match everybody: words that say
    -- nothing are left out, and a persona that is refused even so is switched off.  What it said is in the leftovers.
    for refused in
      select q.tenant_id, q.id, q.criteria, app.criteria_error(q.criteria) as problem,
        (select coalesce(jsonb_object_agg(c.key, c.body), '{}')
          from (
            select c.key, c.value, case jsonb_typeof(c.value) when 'object' then (
                select coalesce(jsonb_object_agg(f.key, f.value), '{}')
                from (
                  select f.key, case when jsonb_typeof(f.value) = 'array' then (
                    select jsonb_agg(w order by place) from jsonb_array_elements(f.value) with ordinality u(w, place)
                    where app.words(w #>> '{}') <> ' ' and app.company_key(w #>> '{}') <> '') else f.value end as value
                  from jsonb_each(case jsonb_typeof(c.value) when 'object' then c.value else '{}' end) f
                ) f
                where f.value is not null
              ) else c.value end as body
            from jsonb_each(case jsonb_typeof(q.criteria) when 'object' then q.criteria else '{}' end) c
          ) c
          -- What never held a word is no matter of words.
          where case jsonb_typeof(c.value) when 'object' then c.body - array['weight', 'mode'] <> '{}' or c.value - array['weight', 'mode'] = '{}' else true end) as said
      from public.personas q
      where app.criteria_error(q.criteria) is not null
      order by q.tenant_id, q.id
    loop
      insert into public.migration_leftovers (tenant_id, source_table, source_key, reason, row_data)
      values (refused.tenant_id, 'personas', refused.id::text, case when app.criteria_error(refused.said) is null
        then 'Words of its criteria that say nothing were left out; this is what they were.'
        else 'The persona was switched off: ' || refused.problem || '; these are its criteria.' end, refused.criteria)
      on conflict do nothing;
      update public.personas q
      set criteria = case when app.criteria_error(refused.said) is null then refused.said else '{}' end, is_active = q.is_active and app.criteria_error(refused.said) is null
      where q.tenant_id = refused.tenant_id and q.id = refused.id;
    end loop;
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
