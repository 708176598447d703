-- The conventions, asked of the catalogue.  lint.findings() lists every breach of every rule in one statement.  Each rule is
-- tested twice: nothing breaks it now, and something that does break it is found, since a lint that cannot fail keeps nothing.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

create schema lint;

-- A function and not a view, since its body is text: a view would itself depend on schema app, which one rule forbids.
create function lint.tables() returns table (id oid, name text, kind text)
language sql stable as $$
  select c.oid, c.relname::text,
    case
      when c.relname in ('industries', 'countries') then 'reference'
      -- A user may belong to many tenants, and the others speak of the
      -- database and not of a tenant.  None is the service's.
      when c.relname in ('users', 'account_links', 'known_devices', 'guess_limits', 'user_identities', 'master_keys', 'schema_versions', 'pending_work', 'migration_report') then 'owner'
      when c.relname = 'tenants' then 'tenants'
      else 'tenant'
    end
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = any (app.own_tables())
$$;

create function lint.columns_of(relation oid, numbers smallint[]) returns text[]
language sql stable as $$
  select array_agg(a.attname::text order by n.place)
  from unnest(numbers) with ordinality n(number, place)
  join pg_attribute a on a.attrelid = relation and a.attnum = n.number
$$;

create function lint.indexes() returns table (name text, relation oid, kind text, is_unique boolean, columns text[], predicate text)
language sql stable as $$
  select i.indexrelid::regclass::text, i.indrelid, t.kind, i.indisunique,
    -- Of an expression there is no column: its place reads ''.
    (select array_agg(coalesce(a.attname::text, '') order by n.place)
      from unnest(i.indkey::smallint[]) with ordinality n(number, place)
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = n.number and n.number > 0
      where n.place <= i.indnkeyatts),
    pg_get_expr(i.indpred, i.indrelid)
  from pg_index i join lint.tables() t on t.id = i.indrelid
$$;

create function lint.foreign_keys() returns table (name text, relation oid, kind text, columns text[], target oid, target_kind text, target_columns text[], actions text)
language sql stable as $$
  select c.conname::text, c.conrelid, t.kind, lint.columns_of(c.conrelid, c.conkey), c.confrelid, f.kind,
    lint.columns_of(c.confrelid, c.confkey), c.confdeltype::text || c.confupdtype::text
  from pg_constraint c
  join lint.tables() t on t.id = c.conrelid
  left join lint.tables() f on f.id = c.confrelid
  where c.contype = 'f'
$$;

create function lint.functions() returns table (id oid, name text, source text, volatility "char", is_definer boolean, settings text[], is_trigger boolean)
language sql stable as $$
  select p.oid, p.proname::text, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), p.provolatile, p.prosecdef, p.proconfig, p.prorettype = 'trigger'::regtype
  from pg_proc p where p.pronamespace = 'app'::regnamespace
$$;

create function lint.relations() returns table (id oid, name text, kind "char", options text[], owner oid)
language sql stable as $$
  select c.oid, c.oid::regclass::text, c.relkind, c.reloptions, c.relowner
  from pg_class c
  where c.relkind in ('r', 'p', 'v', 'm')
    and (c.relnamespace = 'app'::regnamespace or c.relnamespace = 'public'::regnamespace)
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
$$;

create function lint.findings() returns table (rule text, object text)
language sql stable as $$
  -------------------------------------------------------------------------------- scale-out.md S1 to S6
  select 'own tables are listed', r.name from lint.relations() r
  where r.kind in ('r', 'p') and r.name <> all (app.own_tables())
  union all
  select 'listed tables exist', name from unnest(app.own_tables()) name where to_regclass('public.' || name) is null
  union all
  select 'tenant_id is a uuid and not null', t.name from lint.tables() t
  where t.kind = 'tenant' and not exists (
    select from pg_attribute a where a.attrelid = t.id and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)
  union all
  select 'unique keys lead with tenant_id', i.name from lint.indexes() i
  where i.kind = 'tenant' and i.is_unique and i.columns[1] <> 'tenant_id'
  union all
  select 'global unique keys are on the list', i.name from lint.indexes() i
  where i.kind <> 'tenant' and i.is_unique and i.name not in ('tenants_pkey', 'tenants_slug', 'users_pkey', 'users_email', 'industries_pkey',
    'countries_pkey', 'schema_versions_pkey', 'pending_work_pkey', 'migration_report_pkey',
    'fold_locks_pkey', 'master_keys_pkey', 'master_keys_current', 'account_links_pkey', 'account_links_user', 'known_devices_pkey', 'guess_limits_pkey', 'user_identities_pkey', 'user_identities_user')
  union all
  select 'indexes lead with tenant_id', i.name from lint.indexes() i
  where i.kind = 'tenant' and i.columns[1] <> 'tenant_id'
    and i.name <> 'memberships_user'  -- at log-in the user is known and the tenant is not
  union all
  select 'tenant tables have an index on tenant_id', t.name from lint.tables() t
  where t.kind = 'tenant' and not exists (
    select from lint.indexes() i where i.relation = t.id and i.columns[1] = 'tenant_id' and i.predicate is null)
  union all
  select 'foreign keys hold tenant_id on both sides', k.name from lint.foreign_keys() k
  where k.kind = 'tenant' and coalesce(k.target_kind, 'tenant') = 'tenant'
    and (k.columns[1], k.target_columns[1]) is distinct from ('tenant_id', 'tenant_id')
  union all
  select 'foreign keys to tenants are tenant_id alone', k.name from lint.foreign_keys() k
  where k.target_kind = 'tenants' and (k.columns, k.target_columns) is distinct from (array['tenant_id'], array['id'])
  union all
  select 'foreign keys only cascade or refuse', k.name from lint.foreign_keys() k where k.actions !~ '^[ac]a$'
  union all
  select 'foreign keys have an index', k.name from lint.foreign_keys() k
  where not exists (
      select from lint.indexes() i
      where i.relation = k.relation and i.columns[1:cardinality(k.columns)] @> k.columns and i.predicate is null)
    and k.name <> 'companies_industry_code_fkey'  -- nobody deletes an industry, and no index of a tenant leads with another column
  union all
  select 'no column is an identity', t.name || '.' || a.attname from lint.tables() t join pg_attribute a on a.attrelid = t.id where a.attidentity <> ''
  union all
  select 'no table has an exclusion constraint', c.conname from lint.tables() t join pg_constraint c on c.conrelid = t.id where c.contype = 'x'
  union all
  select 'reference tables have no trigger', t.name || '.' || g.tgname from lint.tables() t join pg_trigger g on g.tgrelid = t.id
  where t.kind = 'reference' and not g.tgisinternal
  union all
  select 'reference tables point at no tenant table', k.name from lint.foreign_keys() k where k.kind = 'reference' and k.target_kind in ('tenant', 'tenants')
  -------------------------------------------------------------------------------- guarantees.md T-3
  union all
  select 'row security is on', t.name from lint.tables() t join pg_class c on c.oid = t.id where not c.relrowsecurity
  union all
  select 'row security is not forced', t.name from lint.tables() t join pg_class c on c.oid = t.id where c.relforcerowsecurity
  union all
  select 'a policy guards every verb', t.name || ' ' || v.verb
  from lint.tables() t cross join (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) v(verb, letter)
  where t.kind in ('tenant', 'tenants') and not exists (
    select from pg_policy p
    where p.polrelid = t.id and p.polpermissive and p.polcmd in ('*', v.letter::"char") and 'rapport_app'::regrole = any (p.polroles))
  union all
  select 'policies check what is written', t.name || '.' || p.polname from lint.tables() t join pg_policy p on p.polrelid = t.id
  where p.polcmd in ('*', 'a', 'w') and p.polwithcheck is null
  union all
  select 'no policy is true for all', t.name || '.' || p.polname from lint.tables() t join pg_policy p on p.polrelid = t.id
  where 'true' in (pg_get_expr(p.polqual, t.id), pg_get_expr(p.polwithcheck, t.id))
  union all
  select 'policies of tenants compare the tenant', t.name || '.' || p.polname from lint.tables() t join pg_policy p on p.polrelid = t.id
  where t.kind in ('tenant', 'tenants') and exists (
    select from unnest(array[pg_get_expr(p.polqual, t.id), pg_get_expr(p.polwithcheck, t.id)]) e
    where e <> format('(%s = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)', case t.kind when 'tenants' then 'id' else 'tenant_id' end))
  union all
  select 'the owner''s tables are closed to the service', t.name from lint.tables() t
  where t.kind = 'owner' and has_table_privilege('rapport_app', t.id, 'select, insert, update, delete')
  union all
  select 'reference tables are read only', t.name from lint.tables() t
  where t.kind = 'reference' and has_table_privilege('rapport_app', t.id, 'insert, update, delete')
  union all
  select 'views run as the reader', r.name from lint.relations() r
  where r.kind = 'v' and not coalesce('security_invoker=true' = any (r.options), false)
  union all
  select 'definer functions are on the list', f.name from lint.functions() f
  where f.is_definer and f.name not in ('use_session', 'members',  -- they say who users are to tenants of theirs
    'fold_tenant', 'sweep_rollups', 'repair_metrics',  -- they write the rollups, which nobody else may
    'update_campaign_metrics_on_engagement', 'tg_campaign_posts__log', 'tg_targets__log')  -- and these the logs
  union all
  select 'definer functions pin the search_path', f.name from lint.functions() f
  where f.is_definer and not coalesce(exists (select from unnest(f.settings) s where s ~ '^search_path=pg_catalog(, app)?, pg_temp$'), false)
  union all
  select 'definer functions ask for the tenant first', f.name from lint.functions() f
  -- A trigger is called by nobody (the rule after the next): it sees the rows of a statement that row security has let through.
  where f.is_definer and not f.is_trigger and f.source !~ '^(\s|--[^\n]*\n)*(declare.*?)?begin\s+perform app\.require_tenant\('
  union all
  select 'no function is for everybody', f.name from lint.functions() f join pg_proc p on p.oid = f.id
  where exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
  union all
  select 'trigger functions are closed to the service', f.name from lint.functions() f
  where f.is_trigger and has_function_privilege('rapport_app', f.id, 'execute')
  union all
  select 'there is no materialized view', r.name from lint.relations() r where r.kind = 'm'
  union all
  select 'nobody else may truncate, reference or set triggers', r.name || ' ' || a.privilege_type
  from lint.relations() r join pg_class c on c.oid = r.id cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  where a.grantee in (0, 'rapport_app'::regrole) and a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
  union all
  select 'nothing is granted to everybody', r.name || ' ' || a.privilege_type
  from lint.relations() r join pg_class c on c.oid = r.id cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  where a.grantee = 0
  union all
  select 'the service owns nothing', o.name
  from (
    select r.name, r.owner from lint.relations() r
    union all select f.name, p.proowner from lint.functions() f join pg_proc p on p.oid = f.id
    union all select 'schema ' || n.nspname, n.nspowner from pg_namespace n where n.nspname in ('app', 'public')
    union all select 'database', d.datdba from pg_database d where d.datname = current_database()
  ) o
  where pg_has_role('rapport_app', o.owner, 'member')
  union all
  select 'the service is no superuser', rolname from pg_roles where rolname = 'rapport_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
  -------------------------------------------------------------------------------- architecture.md
  union all
  select 'nothing outside of schema app depends on it', pg_describe_object(d.classid, d.objid, d.objsubid)
  from pg_depend d
  where (d.refclassid, d.refobjid) in (
      select 'pg_proc'::regclass::oid, oid from pg_proc where pronamespace = 'app'::regnamespace
      union all select 'pg_type'::regclass, oid from pg_type where typnamespace = 'app'::regnamespace
      union all select 'pg_class'::regclass, oid from pg_class where relnamespace = 'app'::regnamespace)
    and d.classid <> 'pg_trigger'::regclass  -- a deploy creates them again, with the functions that they call
    and 'app'::regnamespace is distinct from case d.classid
      when 'pg_class'::regclass then (select relnamespace from pg_class where oid = d.objid)
      when 'pg_proc'::regclass then (select pronamespace from pg_proc where oid = d.objid)
      when 'pg_type'::regclass then (select typnamespace from pg_type where oid = d.objid)
      when 'pg_rewrite'::regclass then (select c.relnamespace from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.oid = d.objid)
    end
  union all
  select 'relations have a comment', r.name from lint.relations() r where obj_description(r.id, 'pg_class') is null
  union all
  select 'functions have a comment', f.name from lint.functions() f where obj_description(f.id, 'pg_proc') is null
  union all
  select 'columns have a comment', t.name || '.' || a.attname from lint.tables() t join pg_attribute a on a.attrelid = t.id
  where a.attnum > 0 and not a.attisdropped and col_description(t.id, a.attnum) is null
  union all
  select 'updated_at is stamped', t.name from lint.tables() t
  where exists (select from pg_attribute a where a.attrelid = t.id and a.attname = 'updated_at' and not a.attisdropped)
    and not exists (
      select from pg_trigger g join pg_proc p on p.oid = g.tgfoid
      where g.tgrelid = t.id and p.proname = 'tg_stamp__updated_at' and g.tgtype & 19 = 19  -- before, for each row, update
        and g.tgenabled = 'O')
  union all
  select 'triggers are numbered', t.name || '.' || g.tgname from lint.tables() t join pg_trigger g on g.tgrelid = t.id
  where not g.tgisinternal and g.tgname !~ '^_[0-9]{3}_'
  union all
  select 'triggers call functions of schema app', t.name || '.' || g.tgname
  from lint.tables() t join pg_trigger g on g.tgrelid = t.id join pg_proc p on p.oid = g.tgfoid
  where not g.tgisinternal and p.pronamespace <> 'app'::regnamespace
  union all
  -- To write is to hold one of these words, to be a trigger, or to call a function of ours that is volatile.
  select 'functions that only read are not volatile', f.name from lint.functions() f
  where f.volatility = 'v' and not f.is_trigger
    and f.source !~* '\m(insert into|update|delete from|nextval|set_config|for (no key |key )?(update|share)|random|clock_timestamp|pg_advisory_xact_lock)\M'
    and not exists (
      select from lint.functions() w where w.volatility = 'v' and w.name <> f.name and f.source ~ ('\mapp\.' || w.name || '\M'))
  union all
  -- One that may not keeps every statement that calls it to one process.
  select 'functions that only read may run in parallel', f.name from lint.functions() f join pg_proc p on p.oid = f.id
  where f.volatility <> 'v' and p.proparallel <> 's'
  union all
  select 'functions that write are volatile', f.name from lint.functions() f
  where f.volatility <> 'v' and f.source ~* '\m(insert into|update (public|app)\.|delete from|for (no key |key )?(update|share))\M'
  union all
  -- In SQL the name of a column goes before that of an argument: `where name = name` is true of every row.
  select 'arguments are not mistaken for columns', f.name || ' ' || a.name
  from lint.functions() f
  join pg_proc p on p.oid = f.id join pg_language l on l.oid = p.prolang and l.lanname = 'sql'
  cross join lateral unnest(p.proargnames[1:p.pronargs]) a(name)
  where exists (
      select from pg_class c join pg_attribute t on t.attrelid = c.oid
      where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and c.relkind in ('r', 'v') and t.attname = a.name
        and f.source ~ ('\m(public|app)\.' || c.relname || '\M'))
    and f.source !~ ('\m' || f.name || '\.' || a.name || '\M')
  union all
  select 'views show tenant_id first', r.name from lint.relations() r
  where r.kind = 'v' and r.name not in ('strategy_templates', 'sample_personas')  -- constants of the product, the same for every tenant
    and not exists (select from pg_attribute a where a.attrelid = r.id and a.attnum = 1 and a.attname = 'tenant_id')
  union all
  -- Without one, eight writers made 32 deadlocks in twelve seconds.
  select 'upserts of many rows are ordered', f.name
  from lint.functions() f cross join regexp_matches(f.source, 'insert into(?:(?!insert into).)*?on conflict', 'gi') m(part)
  where m.part[1] ~* '\mselect\M' and m.part[1] !~* '\morder by\M'
$$;

create function lint.clean(wanted text) returns text
language sql as $$
  select is((select array_agg(object order by object) from lint.findings() where rule = wanted), null, wanted)
$$;

-- The exception undoes the damage; variables keep what was found.
create function lint.finds(wanted text, damage text, expected text) returns text
language plpgsql as $$
declare
  found_before text[];
  found_after text[];
begin
  select array_agg(object) into found_before from lint.findings() where rule = wanted;
  begin
    execute damage;
    select array_agg(object order by object) into found_after from lint.findings() where rule = wanted;
    raise exception 'undo' using errcode = 'P0099';
  exception when sqlstate 'P0099' then
    null;
  end;
  return is(array(select unnest(found_after) except select unnest(found_before)), array[expected], 'if not, it is found: ' || wanted);
end $$;

-- A rule without a test that breaks it would be an empty promise; so the rules are counted at the end.
create table lint.tried (rule text, primary key (rule));
create function lint.rule(wanted text, damage text, expected text) returns setof text
language plpgsql as $$
begin
  insert into lint.tried values (wanted);
  return next lint.clean(wanted);
  return next lint.finds(wanted, damage, expected);
end $$;

------------------------------------------------------------------------------------------------ one machine today, many tomorrow
select lint.rule('own tables are listed', 'create table public.stray (id integer)', 'stray');
select lint.rule('listed tables exist', 'alter table public.actions rename to stray', 'actions');
select lint.rule('tenant_id is a uuid and not null', 'alter table public.link_deltas alter column tenant_id drop not null', 'link_deltas');
select lint.rule('unique keys lead with tenant_id', 'create unique index stray on public.persons (linkedin_url)', 'stray');
select lint.rule('global unique keys are on the list', 'create unique index stray on public.users (name)', 'stray');
select lint.rule('indexes lead with tenant_id', 'create index stray on public.engagements (engaged_at, tenant_id)', 'stray');
select lint.rule('tenant tables have an index on tenant_id', 'drop index public.link_deltas_tenant', 'link_deltas');
select lint.rule('foreign keys hold tenant_id on both sides',
  'create unique index stray on public.posts (id); alter table public.engagements add constraint stray foreign key (post_id) references public.posts (id)', 'stray');
select lint.rule('foreign keys to tenants are tenant_id alone',
  'alter table public.posts add column other uuid; alter table public.posts add constraint stray foreign key (other) references public.tenants', 'stray');
select lint.rule('foreign keys only cascade or refuse',
  'alter table public.ads add constraint stray foreign key (tenant_id, post_id) references public.posts on delete set null (post_id)', 'stray');
select lint.rule('foreign keys have an index', 'drop index public.campaign_posts_post', 'a_linked_post_exists');
select lint.rule('no column is an identity', 'alter table public.posts add column stray integer generated always as identity', 'posts.stray');
select lint.rule('no table has an exclusion constraint', 'alter table public.tenants add constraint stray exclude (name with =)', 'stray');
select lint.rule('reference tables have no trigger',
  'create trigger _100_stray before update on public.countries for each row execute function app.tg_stamp__updated_at()', 'countries._100_stray');
select lint.rule('reference tables point at no tenant table',
  'alter table public.countries add column stray uuid constraint stray references public.tenants', 'stray');

------------------------------------------------------------------------------------------------ the walls between tenants (T-3)
select lint.rule('row security is on', 'alter table public.persons disable row level security', 'persons');
select lint.rule('row security is not forced', 'alter table public.persons force row level security', 'persons');
select lint.rule('a policy guards every verb',
  'drop policy tenant_rows on public.persons; create policy readers on public.persons for select to rapport_app using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid);
   create policy writers on public.persons for insert to rapport_app with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid);
   create policy changers on public.persons for update to rapport_app using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
  'persons delete');
select lint.rule('policies check what is written',
  'drop policy tenant_rows on public.persons; create policy tenant_rows on public.persons to rapport_app using (tenant_id = app.current_tenant())', 'persons.tenant_rows');
select lint.rule('no policy is true for all', 'create policy stray on public.countries using (true)', 'countries.stray');
select lint.rule('policies of tenants compare the tenant',
  'alter policy tenant_rows on public.persons with check (tenant_id is not null)', 'persons.tenant_rows');
select lint.rule('the owner''s tables are closed to the service', 'grant select on public.users to rapport_app', 'users');
select lint.rule('reference tables are read only', 'grant update on public.countries to rapport_app', 'countries');
select lint.rule('views run as the reader', 'alter view app.post_performance set (security_invoker = false)', 'post_performance');
select lint.rule('definer functions are on the list', 'alter function app.seed_tenant(uuid) security definer', 'seed_tenant');
select lint.rule('definer functions pin the search_path', 'alter function app.fold_tenant(uuid) reset search_path', 'fold_tenant');
select lint.rule('definer functions ask for the tenant first',
  'create or replace function app.sweep_rollups(tenant uuid) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $x$ begin return 0; end $x$',
  'sweep_rollups');
select lint.rule('no function is for everybody', 'grant execute on function app.words(text) to public', 'words');
select lint.rule('trigger functions are closed to the service', 'grant execute on function app.tg_targets__log() to rapport_app', 'tg_targets__log');
select lint.rule('there is no materialized view', 'create materialized view app.stray as select tenant_id from public.persons', 'stray');
select lint.rule('nobody else may truncate, reference or set triggers', 'grant truncate on public.audit_log to rapport_app', 'audit_log TRUNCATE');
select lint.rule('nothing is granted to everybody', 'grant select on public.persons to public', 'persons SELECT');
select lint.rule('the service owns nothing',
  'grant create on schema public to rapport_app; alter table public.rate_limits owner to rapport_app', 'rate_limits');
select lint.rule('the service is no superuser', 'alter role rapport_app bypassrls', 'rapport_app');

------------------------------------------------------------------------------------------------ how we write
select lint.rule('nothing outside of schema app depends on it',
  'alter table public.posts add constraint stray check (app.words(title) <> '''')', 'constraint stray on table posts');
select lint.finds('nothing outside of schema app depends on it',
  'create index stray on public.persons (tenant_id, app.words(headline))', 'index stray');
select lint.finds('nothing outside of schema app depends on it',
  'alter table public.persons alter column tenant_id set default app.current_tenant()', 'default value for column tenant_id of table persons');
select lint.rule('functions have a comment', 'comment on function app.words is null', 'words');
-- The comments of tables and columns come from comments/*.sql; until the first is written there is nothing to keep.
select * from lint.rule('relations have a comment', 'comment on view app.post_performance is null', 'post_performance')
where obj_description('public.persons'::regclass, 'pg_class') is not null
union all
select skip('comments/*.sql are not written yet', 2) where obj_description('public.persons'::regclass, 'pg_class') is null;
select * from lint.rule('columns have a comment', 'comment on column public.persons.name is null', 'persons.name')
where col_description('public.persons'::regclass, 3) is not null
union all
select skip('comments/*.sql are not written yet', 2) where col_description('public.persons'::regclass, 3) is null;
select lint.rule('updated_at is stamped', 'drop trigger _100_stamp on public.persons', 'persons');
select lint.rule('triggers are numbered', 'alter trigger _100_stamp on public.persons rename to stamp', 'persons.stamp');
select lint.rule('triggers call functions of schema app',
  'create trigger _100_stray before update on public.posts for each row execute function suppress_redundant_updates_trigger()', 'posts._100_stray');
select lint.rule('functions that only read are not volatile', 'alter function app.segment_people(uuid, jsonb) volatile', 'segment_people');
select lint.rule('functions that only read may run in parallel', 'alter function app.tenant_today(uuid) parallel unsafe', 'tenant_today');
select lint.rule('functions that write are volatile', 'alter function app.delete_person(uuid, integer) stable', 'delete_person');
select lint.rule('views show tenant_id first', 'create view app.stray with (security_invoker = true) as select id, tenant_id from public.persons', 'stray');
select lint.rule('arguments are not mistaken for columns',
  'create function app.stray(name text) returns integer language sql stable as ''select id from public.persons where tenant_id = app.current_tenant() and persons.name = name''', 'stray name');
select lint.rule('upserts of many rows are ordered',
  'create function app.stray() returns void language sql volatile as ''insert into public.countries select code, name from public.countries on conflict do nothing''', 'stray');

select set_eq(
  $$ select m[1] from pg_proc, regexp_matches(prosrc, '(?:^|\n)  select ''((?:[^'']|'''')+)'',', 'g') m where oid = 'lint.findings()'::regprocedure $$,
  $$ select replace(rule, '''', '''''') from lint.tried $$,
  'no rule stands without a test that breaks it')
where obj_description('public.persons'::regclass, 'pg_class') is not null and col_description('public.persons'::regclass, 3) is not null;

select * from finish();
rollback;
