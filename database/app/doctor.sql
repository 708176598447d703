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
  select format('trigger %I on %s is off', t.tgname, t.tgrelid::regclass), format('alter table %s enable trigger all, then rapport doctor metrics --repair and rapport doctor matching --repair', t.tgrelid::regclass)
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and t.tgenabled in ('D', 'R')
  union all
  select x.setting || coalesce(' of the role ' || quote_ident(r.rolname), '') || coalesce(' in the database ' || quote_ident(d.datname), ''), 'reset it: it keeps triggers from running, or anything from being written'
  from pg_db_role_setting s
  cross join lateral unnest(s.setconfig) x(setting)
  left join pg_roles r on r.oid = s.setrole
  left join pg_database d on d.oid = s.setdatabase
  where (s.setdatabase = 0 or d.datname = current_database()) and (s.setrole = 0 or r.rolname in ('rapport_app', current_user))
    and (x.setting ~ '^session_replication_role=' and x.setting <> 'session_replication_role=origin' or x.setting ~ '^default_transaction_read_only=(on|true|yes|1)$')
  union all
  select format('view %s shows the rows of every tenant', c.oid::regclass), format('alter view %s set (security_invoker = true)', c.oid::regclass)
  from pg_class c
  where c.relkind = 'v' and c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'], false)
    and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
    and exists (select from pg_roles where rolname = 'rapport_app') and has_table_privilege('rapport_app', c.oid, 'select')
  union all
  select format('the role rapport_app may %s %s', w.words, c.oid::regclass), format('revoke %s on %s from rapport_app, public', lower(w.may), c.oid::regclass)
  from pg_class c
  cross join (values ('TRUNCATE', 'truncate'), ('REFERENCES', 'refer to'), ('TRIGGER', 'hang triggers on')) w(may, words)
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables())
    and exists (select from pg_roles where rolname = 'rapport_app') and not pg_has_role('rapport_app', c.relowner, 'member')
    and not (select r.rolsuper from pg_roles r where r.rolname = 'rapport_app') and has_table_privilege('rapport_app', c.oid, w.may)
  union all
  select format('function %s acts as its owner in the caller''s search_path', f.oid::regprocedure), 'deploy again: rapport migrate'
  from pg_proc f
  where f.prosecdef and f.pronamespace = 'app'::regnamespace
    and not exists (select from unnest(f.proconfig) c where c like 'search_path=%')
  union all
  select format('anybody may create in the schema %I', n.nspname), format('revoke create on schema %I from public', n.nspname)
  from pg_namespace n
  where n.nspname in ('public', 'app') and exists (select from aclexplode(n.nspacl) a where a.grantee = 0 and a.privilege_type = 'CREATE')
  union all
  select format('index %s is broken', i.indexrelid::regclass), format('reindex index %s', i.indexrelid::regclass)
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and not (i.indisvalid and i.indisready)
  union all
  select format('constraint %I of %s was never checked', k.conname, k.conrelid::regclass), format('alter table %s validate constraint %I', k.conrelid::regclass, k.conname)
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and not k.convalidated
  union all
  select format('autovacuum is off for %s', c.oid::regclass), format('alter table %s reset (autovacuum_enabled)', c.oid::regclass)
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and c.reloptions && array['autovacuum_enabled=off', 'autovacuum_enabled=false']
  union all
  select format('%s is off', name), format('set %s = on in postgresql.conf: what was replaced is never cleared away, and plans are of a database as it was long ago', name)
  from pg_settings where name in ('autovacuum', 'track_counts') and setting = 'off'
  union all
  select format('transaction numbers run out in %s million transactions', (2147483648 - age(d.datfrozenxid)) / 1000000), 'vacuum, as the owner; see what keeps autovacuum from it'
  from pg_database d where d.datname = current_database() and age(d.datfrozenxid) > 1500000000
  union all
  select format('the server has %s connections, %s of them for superusers', current_setting('max_connections'), current_setting('superuser_reserved_connections')),
    'a server with its worker takes up to 45: set max_connections = 100 in postgresql.conf'
  where current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer < 45
  union all
  select format('no worker has taken %s for more than an hour', case n when 1 then 'a job that is due' else n || ' jobs that are due' end), 'start rapport worker, or rapport serve without --no-worker'
  from (
    select count(*) as n from public.scraping_jobs j
    where j.state = 'pending' and j.run_at < now() - interval '1 hour' or j.state = 'running' and j.leased_until < now() - interval '1 hour'
  ) j
  -- One that waits for its turn, behind others or a connection that rests, has workers.
  where n > 0 and not exists (select from public.scraping_jobs r where r.started_at > now() - interval '1 hour')
  union all
  select format('no worker has taken %s for more than an hour', case n when 1 then 'a webhook''s delivery' else n || ' webhooks'' deliveries' end), 'start rapport worker, or rapport serve without --no-worker'
  from (select count(*) as n from public.webhook_inbox i where i.state in ('pending', 'failed') and i.next_attempt < now() - interval '1 hour') i where n > 0
  union all
  select format('%s engagements wait to be folded', n), 'rapport doctor metrics --repair folds them'
  from (select count(*) as n from public.engagement_deltas) d where n > 200000
$$;
comment on function app.database_findings is 'What is wrong with the database around Rapport, each with what to do; no row where nothing is. As the owner.';
