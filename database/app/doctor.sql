-- What may be wrong with the database around Rapport: settings and rights that open a wall or lose a commit.

create function app.is_patched(version_number integer) returns boolean
language sql immutable parallel safe as $$
  -- Older minors let row security be bypassed (CVE-2023-2455, CVE-2024-10976) or its rows be guessed from statistics
  -- (CVE-2025-8713).
  select case version_number / 10000
    when 15 then version_number >= 150014
    when 16 then version_number >= 160010
    when 17 then version_number >= 170006
    else version_number >= 180000
  end
$$;
comment on function app.is_patched is 'Whether a PostgreSQL of this server_version_num has the fixes that row security depends on.';

create function app.database_findings() returns table (finding text, advice text)
language sql stable parallel safe as $$
  select format('PostgreSQL %s has known holes in row security', current_setting('server_version')),
    'install the newest minor version of this major'
  where not app.is_patched(current_setting('server_version_num')::int)
  union all
  select format('the role rapport_app %s', w.may), 'alter role rapport_app nosuperuser nobypassrls nocreaterole nocreatedb'
  from pg_roles r
  cross join lateral (values (r.rolsuper, 'is a superuser'), (r.rolbypassrls, 'bypasses row security'), (r.rolcreaterole, 'creates roles'),
    (r.rolcreatedb, 'creates databases')) w(is_so, may)
  where r.rolname = 'rapport_app' and w.is_so
  union all
  select format('the role rapport_app owns %s', c.oid::regclass), format('alter table %s owner to %I', c.oid::regclass, current_user)
  from pg_class c
  where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and c.relowner = (select oid from pg_roles where rolname = 'rapport_app')
  union all
  select format('the role rapport_app is a member of %I', r.rolname), format('revoke %I from rapport_app', r.rolname)
  from pg_roles r
  where r.rolname <> 'rapport_app' and exists (select from pg_roles where rolname = 'rapport_app') and pg_has_role('rapport_app', r.oid, 'member')
  union all
  select format('row security is off on %s', c.oid::regclass), format('alter table %s enable row level security', c.oid::regclass)
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and not c.relrowsecurity
  union all
  select format('policy %I on %s is not ours', p.polname, p.polrelid::regclass), 'policies add up: drop it, or deploy again, which does'
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and p.polname not in ('tenant_rows', 'reference_rows')
  union all
  select format('the database''s encoding is %s', pg_encoding_to_char(encoding)), 'dump it and restore it into a database of encoding UTF8'
  from pg_database where datname = current_database() and pg_encoding_to_char(encoding) <> 'UTF8'
  union all
  select format('%s is off', name), format('set %s = on in postgresql.conf, or a power failure may lose what was committed', name)
  from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
  union all
  select format('%s engagements wait to be folded', n), 'rapport doctor metrics --repair folds them'
  from (select count(*) as n from public.engagement_deltas) d where n > 200000
$$;
comment on function app.database_findings is 'What is wrong with the database around Rapport, each with what to do; no row where nothing is. As the owner.';
