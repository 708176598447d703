-- Who may do what.  The service runs as rapport_app, which owns nothing, and sees the rows of the tenant that its
-- transaction names and no others; without a tenant it sees none.  Row security is not forced on the owner, since that
-- would make backups empty without a word; so the service must never run as the owner.

do $$
begin
  if not exists (select from pg_roles where rolname = 'rapport_app') then
    create role rapport_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception
  when duplicate_object or unique_violation then null;  -- somebody else created it at this moment
  when insufficient_privilege then
    raise exception 'the role "rapport_app" is missing and % may not create roles', current_user
      using hint = 'Ask an administrator to run: create role rapport_app nologin; grant rapport_app to ' || current_user;
end $$;
do $$
begin
  -- PostgreSQL 16 gives the creator of a role its administration, but not yet the use of it.
  if not pg_has_role(current_user, 'rapport_app', 'usage') then
    execute format('grant rapport_app to %I', current_user);
  end if;
end $$;

-- Whoever made the role before us may have given it what would open every wall.
do $$
begin
  if exists (
    select from pg_roles r
    where r.rolname = 'rapport_app' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
      or pg_has_role('rapport_app', (select relowner from pg_class where oid = 'public.tenants'::regclass), 'member'))) then
    raise exception 'the role rapport_app may do more than the service should: it must not be a superuser, bypass row security, create roles or databases, or be a member of the owner'
      using hint = 'Ask an administrator to run: alter role rapport_app nosuperuser nobypassrls nocreaterole nocreatedb';
  end if;
end $$;

-- Reference tables are read by everybody; a few tables are nobody's but the owner's; the rest are tenants' tables.
do $$
declare
  t record;
  p record;
begin
  for t in
    select c.oid::regclass as name, c.relname,
      case
        when c.relname in ('industries', 'countries') then 'reference'
        when c.relname in ('users', 'account_links', 'known_devices', 'guess_limits', 'user_identities', 'master_keys', 'schema_versions', 'pending_work', 'migration_report') then 'owner'
        else 'tenant'
      end as kind
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname in (select unnest(app.own_tables()))
    order by c.relname
  loop
    execute format('alter table %s enable row level security', t.name);
    execute format('revoke all on %s from public', t.name);
    execute format('revoke all on %s from rapport_app', t.name);
    -- Policies are permissive and add up, so that one of somebody else's opens what ours closes: only ours may be there.
    for p in select polname from pg_policy where polrelid = t.name loop
      execute format('drop policy %I on %s', p.polname, t.name);
    end loop;
    if t.kind = 'reference' then
      execute format('create policy reference_rows on %s for select to rapport_app using (code is not null)', t.name);
      execute format('grant select on %s to rapport_app', t.name);
    elsif t.kind = 'tenant' then
      -- A plain comparison: Citus refuses a sub-select in a policy.  '' after the end of `set local` becomes null, and
      -- null equals nothing.
      execute format('create policy tenant_rows on %s to rapport_app using (%2$I = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
        'with check (%2$I = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
        t.name, case when t.relname = 'tenants' then 'id' else 'tenant_id' end);
      if t.relname in ('campaign_people', 'campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'people_sets', 'post_totals', 'post_persona_totals', 'persona_daily', 'person_engagement', 'fold_locks') then
        execute format('grant select on %s to rapport_app', t.name);         -- written by the fold alone
      elsif t.relname in ('engagement_deltas', 'link_deltas', 'target_deltas', 'migration_leftovers') then
        execute format('grant select on %s to rapport_app', t.name);         -- written by triggers and migrations alone
      elsif t.relname = 'audit_log' then
        execute format('grant select, insert on %s to rapport_app', t.name);  -- append-only
      elsif t.relname = 'matching_state' then
        execute format('grant select, update on %s to rapport_app', t.name);
      elsif t.relname = 'memberships' then
        execute format('grant select on %s to rapport_app', t.name);          -- who belongs where is for whoever sees all users
      elsif t.relname = 'tenants' then
        execute format('grant select, update (name, time_zone, currency, people_kept_months) on %s to rapport_app', t.name);
      else
        execute format('grant select, insert, update, delete on %s to rapport_app', t.name);
      end if;
    end if;
  end loop;
end $$;

-- Supabase grants everything on every new table to two roles of its own, and truncate, triggers and sequences ask no
-- policy.  Its key for administrators, service_role, stays as it is.
do $$
declare
  g record;
begin
  for g in
    select distinct c.oid::regclass as name, c.relkind, a.grantee::regrole as grantee
    from pg_class c
    cross join lateral aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee <> 0 and a.grantee::regrole::text in ('anon', 'authenticated')
      and (c.relname = any (app.own_tables()) or c.relkind = 'S' and exists (
        select from pg_depend d join pg_class o on o.oid = d.refobjid
        where d.objid = c.oid and d.deptype = 'a' and o.relname = any (app.own_tables())))
  loop
    execute format('revoke all on %s %s from %s', case g.relkind when 'S' then 'sequence' else 'table' end, g.name, g.grantee);
  end loop;
end $$;

grant usage on schema public, app to rapport_app;
do $$
declare
  s record;
begin
  for s in
    select d.objid::regclass as name
    from pg_depend d
    join pg_class c on c.oid = d.refobjid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'a'
      and c.relnamespace = 'public'::regnamespace and c.relname in (select unnest(app.own_tables()))
      and exists (select from pg_class q where q.oid = d.objid and q.relkind = 'S')
  loop
    execute format('grant usage on sequence %s to rapport_app', s.name);
  end loop;
end $$;
grant select on all tables in schema app to rapport_app;
revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to rapport_app;
-- But no trigger function: the service can make temporary tables, and with a trigger of its own on one of those it would
-- feed the logs of any tenant with what it likes.  A trigger that is there fires without this right.
do $$
declare
  f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'app'::regnamespace and prorettype = 'trigger'::regtype loop
    execute format('revoke execute on function %s from rapport_app', f);
  end loop;
end $$;
-- For the owner alone: they act on whole tenants, or on all of them.
revoke execute on function app.delete_tenant(uuid), app.claim_jobs(integer, interval), app.claim_endpoints(integer, interval), app.take_guess(text, inet, bytea), app.take_leave(jsonb),
  app.take_mail(text, inet), app.take_report(inet), app.has_owner(uuid), app.purge_accounts(), app.home_of(uuid) from rapport_app;
