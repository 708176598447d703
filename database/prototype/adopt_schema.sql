-- Takes over the rows of the prototype that belong into schema.sql's tables: tenants here, the rest by subject.  Each
-- block does its table once, in the state in which the prototype left it, and then closes the books on it: every row is
-- adopted, converted, merged or set aside, and the sums are checked.  Without a prototype every block ends at its first line.
\ir helpers.sql

do $$
declare
  strange bigint;
  relation record;
  tenant record;
  mentioned text[] := '{}';
  named text[];
begin
  if to_regclass('prototype.adoption') is null or exists (select from public.migration_report where source_table = 'tenants') then
    return;
  end if;

  -- The default tenant is in our table already, and keeps its slug whatever the prototype called it.
  for tenant in
    select prototype.tenant_named(s.key) as id, s.key, s.r from prototype.rows_of('tenants') s
    where prototype.tenant_named(s.key) <> '00000000-0000-0000-0000-000000000001' order by s.key
  loop
    insert into public.tenants (id, slug, name)
    values (tenant.id, prototype.free_slug(tenant.r ->> 'name', 'tenant-' || left(tenant.id::text, 8)),
      coalesce(prototype.trimmed(prototype.word(tenant.r, 'display_name')), prototype.trimmed(prototype.word(tenant.r, 'name')), tenant.key))
    on conflict (id) do nothing;
  end loop;
  update public.tenants t
  set name = coalesce(prototype.trimmed(prototype.word(s.r, 'display_name')), prototype.trimmed(prototype.word(s.r, 'name')), t.name)
  from prototype.rows_of('tenants') s
  where t.id = '00000000-0000-0000-0000-000000000001' and prototype.tenant_named(s.key) = t.id;
  if to_regclass('prototype.tenants') is not null then
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'tenants', key, 'adopted', 'kept with its id; its slug is made from its name', prototype.tenant_named(key), null, null from prototype.rows_of('tenants');
    perform prototype.leave_values('tenants', key, prototype.tenant_named(key), prototype.rest(r, array['id', 'name', 'display_name', 'slug', 'created_at', 'updated_at', 'tenant_id']))
    from prototype.rows_of('tenants') order by key;
    perform prototype.close_books('tenants', null);
  end if;

  -- Rows of a tenant that no table holds would be out of everybody's reach: the tenant is made, named after its id.
  for relation in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'prototype'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'adoption' order by c.relname
  loop
    execute format('select array_agg(distinct tenant_id::text) from prototype.%I where btrim(tenant_id::text) <> ''''', relation.relname) into named;
    mentioned := mentioned || coalesce(named, '{}');
  end loop;
  insert into public.tenants (id, slug, name)
  select distinct on (prototype.tenant_named(m.word)) prototype.tenant_named(m.word), prototype.tenant_named(m.word)::text, 'Tenant ' || prototype.trimmed(left(m.word, 200))
  from unnest(mentioned) m(word) order by 1, m.word
  on conflict (id) do nothing;
  get diagnostics strange = row_count;
  if strange > 0 then
    insert into public.migration_report (source_table, outcome, detail, rows)
    values ('(tenants)', 'converted', 'rows named tenants that no table held; each was made, with its id for a name', strange);
  end if;
  insert into public.migration_report (source_table, outcome, detail, rows)
  select source_table, outcome, detail, count(*) from prototype.adoption where outcome = 'replaced' group by 1, 2, 3 order by 1
  on conflict do nothing;
  insert into public.migration_report (source_table, outcome, detail, rows)
  select c.relname, 'replaced', 'kept in the schema prototype, and empty; the schema app has one of the same name', 0 from pg_class c
  where c.relnamespace = 'prototype'::regnamespace and c.relkind = 'm' and not exists (select from prototype.adoption l where l.source_table = c.relname)
  on conflict do nothing;
  if to_regclass('prototype.tenants') is null then
    insert into public.migration_report (source_table, outcome, detail, rows) values ('tenants', 'adopted', 'there was no such table', 0);
  end if;
end $$;

do $$
begin
  -- Databases that were made before PostgreSQL 15 let every role create things in the schema public, in front of app.
  if exists (select from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0 and a.privilege_type = 'CREATE')
    and not exists (select from public.migration_report where source_table = '(schema public)') then
    revoke create on schema public from public;
    insert into public.migration_report (source_table, outcome, detail, rows)
    select '(schema public)', 'replaced', case when open then 'every role may create things in it, in front of Rapport''s functions, and only its owner can change that: revoke create on schema public from public'
      else 'every role could create things in it, in front of Rapport''s functions: taken away; grant it to the roles that need it' end, 1
    from (select exists (select from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0 and a.privilege_type = 'CREATE') as open) x;
  end if;
end $$;

\ir adopt_people.sql
\ir adopt_posts.sql
\ir adopt_engagements.sql
\ir adopt_service.sql

do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif exists (select from prototype.adoption where source_table = 'privileges' and source_key = 'schema') then
    return;
  end if;
  perform prototype.close_doors('schema');
  -- Matching and counting come next, and would be planned as if these tables were empty.
  analyze public.persons, public.companies, public.posts, public.campaign_posts, public.engagements;
  -- No trigger saw the rows come: app.sql, which comes last, matches everybody and counts everything.
  insert into public.pending_work (task, reason) values
    ('recount', 'rows of the prototype were taken over while no trigger was there to count them'),
    ('rematch', 'people of the prototype were taken over while no trigger was there to match them')
    on conflict do nothing;
end $$;
