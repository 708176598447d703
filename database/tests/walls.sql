-- The walls between tenants (guarantees.md, T-2 and T-4).  Tenant B has a canary in every text column of every table; the
-- service acts for tenant A and tries every table, view and function of the catalogue.  Nothing is listed by hand that the
-- catalogue knows, so a new table, column, view or function is tried too, or fails here until somebody says how to call it.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

create schema wall;
create table wall.who (a uuid, b uuid, nobody uuid);
insert into wall.who values ('aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000001', 'cccccccc-0000-4000-8000-000000000001');

------------------------------------------------------------------------------------------------ two tenants with a row in every table
create function wall.tables() returns table (name text, id oid, tenant_column text)
language sql stable as $$
  select c.relname::text, c.oid, a.attname::text
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = case c.relname when 'tenants' then 'id' else 'tenant_id' end
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = any (app.own_tables())
$$;

-- What a generated row cannot guess: words that a constraint restricts, and what the stories below need.
create table wall.given (name text, col text, value text);
insert into wall.given values
  ('tenants', 'slug', '%L'), ('tenants', 'time_zone', '''UTC'''), ('personas', 'colour', '''#abcdef'''),
  ('personas', 'criteria', 'jsonb_build_object(''title'', jsonb_build_object(''include'', array[%L || '' nobody'']))'),
  ('audience_segments', 'rule', 'jsonb_build_object(''tags'', jsonb_build_array(%L))'),
  ('engagements', 'engagement_type', '''comment'''), ('engagements', 'reaction_type', 'null'),
  ('idempotency_keys', 'answer', 'to_json(%L::text)'), ('sessions', 'expires_at', 'now() + interval ''1 day'''), ('sessions', 'last_used', 'now() - interval ''1 hour'''),
  ('consents', 'expires_at', 'now() + interval ''1 day'''), ('consents', 'sealed_question', 'sha256(%L)'),
  ('memberships', 'user_id', '(select id from public.users where name = %L)'),
  ('job_schedules', 'every', '''1 day'''), ('linkedin_connections', 'sealed_credentials', 'sha256(%L)'),
  ('pages', 'expires_at', 'now() + interval ''1 day'''), ('page_metrics_daily', 'expires_at', 'now() + interval ''1 day'''), ('page_comments', 'expires_at', 'now() + interval ''1 day'''),
  ('reports', 'expires_at', 'now() + interval ''1 day'''), ('webhook_sources', 'name', '%L'), ('webhook_sources', 'sealed_secret', 'sha256(%L)'), ('webhook_inbox', 'body', 'sha256(%L)'),
  ('person_identities', 'kind', '''member_id'''), ('ad_metrics_daily', 'impressions', '1'), ('campaigns', 'type', '''sponsored_content'''), ('campaign_strategies', 'content_mix', '''{"text": 100}''');

-- The logs and the rollups are left to the triggers and the fold, which are the only ones to write them.
create function wall.is_filled_by_triggers(name text) returns boolean
language sql immutable as $$
  select name in ('matching_state', 'engagement_deltas', 'link_deltas', 'target_deltas', 'target_events', 'campaign_people', 'campaign_daily',
    'campaign_persona_daily', 'campaign_persona_totals', 'people_sets', 'post_totals', 'post_persona_totals', 'persona_daily', 'person_engagement')
$$;

create function wall.fill_table(table_name text, tenant uuid, token text, base integer) returns void
language plpgsql as $$
declare
  relation oid := ('public.' || table_name)::regclass;
  column_list text;
  value_list text;
begin
  select string_agg(quote_ident(c.name), ', ' order by c.place), string_agg(c.value, ', ' order by c.place)
  into column_list, value_list
  from (
    select a.attname as name, a.attnum as place,
      coalesce(
        (select format(g.value, token) from wall.given g where g.name = table_name and g.col = a.attname),
        case
          when a.attname = case table_name when 'tenants' then 'id' else 'tenant_id' end then quote_literal(tenant)
          when k.target is not null then (
            -- The row of the same tenant that the foreign key may point at; of a reference table any.
            select case when exists (select from wall.tables() w where w.id = k.target)
              then format('(select %I from %s where tenant_id = %L order by 1 limit 1)', k.target_column, k.target::regclass, tenant)
              else format('(select %I from %s order by 1 desc limit 1)', k.target_column, k.target::regclass) end)
          when pg_get_serial_sequence('public.' || table_name, a.attname) is not null then (base + a.attnum)::text
          when a.atttypid = 'text'::regtype and a.attname like '%%country' then '''DE'''
          when a.atttypid = 'text'::regtype and a.attname like '%%currency' then '''EUR'''
          when a.atttypid = 'text'::regtype then quote_literal(token || ' ' || a.attname)
          when a.atttypid = 'text[]'::regtype then format('array[%L]', token)
          when a.atttypid = 'jsonb'::regtype then format('jsonb_build_object(%L, 1)', token)
          when a.atthasdef or not a.attnotnull then null
          when a.atttypid = 'uuid'::regtype then 'gen_random_uuid()'
          when a.atttypid in ('date'::regtype, 'timestamptz'::regtype) then 'now()'
          when a.atttypid = 'interval'::regtype then '''1 second'''
          when a.atttypid = 'bytea'::regtype then format('sha256(%L)', token)
          when t.typtype = 'e' then format('(enum_range(null::%s))[1]', a.atttypid::regtype)
          when t.typcategory = 'N' then '1'
        end) as value
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    left join lateral (
      select k.confrelid as target, f.attname as target_column
      from pg_constraint k
      cross join unnest(k.conkey, k.confkey) u(here, there)
      join pg_attribute f on f.attrelid = k.confrelid and f.attnum = u.there
      where k.contype = 'f' and k.conrelid = relation and u.here = a.attnum limit 1
    ) k on true
    where a.attrelid = relation and a.attnum > 0 and not a.attisdropped
  ) c
  where c.value is not null;
  execute format('insert into public.%I (%s) values (%s) on conflict do nothing', table_name, column_list, value_list);
end $$;

create function wall.fill(tenant uuid, token text, base integer) returns void
language plpgsql as $$
declare
  done text[] := '{}';
  next text;
begin
  perform wall.fill_table('tenants', tenant, token, base);
  loop
    -- A table's turn comes when everything that it points at has its row.
    select w.name into next
    from wall.tables() w
    where w.name <> 'tenants' and w.name <> all (done) and not wall.is_filled_by_triggers(w.name)
      and not exists (
        select from pg_constraint k join wall.tables() f on f.id = k.confrelid
        where k.conrelid = w.id and k.contype = 'f' and f.name <> 'tenants' and f.id <> w.id and f.name <> all (done))
    order by w.name limit 1;
    exit when next is null;
    perform wall.fill_table(next, tenant, token, base);
    done := done || next;
  end loop;
  perform app.fold_tenant(tenant);
  -- A rollup row that came to zero, for the sweep to take away.
  insert into public.campaign_daily values (tenant, base, '2000-01-01', 0, 0, 0, 0, 0, 0, 0);
  -- And one more of each after the fold, so that the logs have rows.
  insert into public.posts (tenant_id, id, title) values (tenant, base + 90, token);
  insert into public.persons (tenant_id, id, name, headline) values (tenant, base + 91, token, token);
  insert into public.campaign_posts (tenant_id, campaign_id, post_id) select tenant, id, base + 90 from public.campaigns where tenant_id = tenant;
  insert into public.targets (tenant_id, persona_id, person_id, reason) select tenant, id, base + 91, token from public.personas where tenant_id = tenant;
  insert into public.engagements (tenant_id, post_id, person_id, engagement_type, comment_id)
  select tenant, p.id, q.id, 'comment', format('%s %s %s', token, p.id, q.id)
  from public.posts p, public.persons q where p.tenant_id = tenant and q.tenant_id = tenant and (p.id = base + 90 or q.id = base + 91);
end $$;

insert into public.users (email, name) values ('own@example.com', 'own'), ('canary@example.com', 'canary');
do $$
begin
  perform wall.fill(a, 'own', 1000000), wall.fill(b, 'canary', 2000000) from wall.who;
end $$;

create function wall.number(statement text) returns bigint
language plpgsql as $$
declare
  n bigint;
begin
  execute statement into n;
  return n;
end $$;

select is_empty(
  $$ select t.name, w.tenant from wall.tables() t cross join wall.who cross join lateral (values (a), (b)) w(tenant)
     where wall.number(format('select count(*) from public.%I where %I = %L', t.name, t.tenant_column, w.tenant)) = 0 $$,
  'both tenants have a row in every table, so that no table is safe only because it is empty');
select is_empty(
  $$ select t.name, a.attname
     from wall.who cross join wall.tables() t
     join pg_attribute a on a.attrelid = t.id and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
     where a.attname !~ '(country|currency)$' and (t.name, a.attname) not in (('tenants', 'time_zone'), ('personas', 'colour'), ('campaign_strategies', 'content_mix'), ('people_sets', 'key'))
       and wall.number(format('select count(*) from public.%I where %I = %L and %I::text like ''%%canary%%''', t.name, t.tenant_column, b, a.attname)) = 0 $$,
  'every text column of B holds a canary, so that no leak goes unseen');

create function wall.views() returns table (name text)
language sql stable as $$
  select relname::text from pg_class
  where relnamespace = 'app'::regnamespace and relkind in ('v', 'm')
    and relname not in ('strategy_templates', 'sample_personas')  -- constants of the product: no rows of anybody
$$;
select is_empty(
  $$ select v.name from wall.who cross join wall.views() v where wall.number(format('select count(*) from app.%I where tenant_id = %L', v.name, b)) = 0 $$,
  'every view shows rows of B to the owner, so that no view is safe only because it is empty');

------------------------------------------------------------------------------------------------ what the service can do
-- The exception undoes whatever the statement did, and the role and the tenant with it.  `watched` is the tenant whose rows
-- are compared afterwards, with the owner's eyes.
create type wall.answer as (result text, fingerprint text);
create function wall.fingerprint(tenant uuid) returns text
language plpgsql as $$
declare
  t record;
  part text;
  whole text := '';
begin
  for t in select * from wall.tables() order by name loop
    execute format('select md5(string_agg(r::text, '','' order by r::text)) from public.%I r where %I = %L', t.name, t.tenant_column, tenant) into part;
    whole := whole || t.name || coalesce(part, '-');
  end loop;
  return md5(whole);
end $$;
-- Its variables are plain texts: one of a type in the schema wall is looked up again, with the service's eyes, whenever
-- other sessions' changes make this one forget its caches, and the refusal would pass for a wall.
create function wall.as_service(tenant uuid, statement text, watched uuid default null) returns wall.answer
language plpgsql as $$
declare
  result text;
  fingerprint text;
begin
  perform set_config('app.tenant_id', coalesce(tenant::text, ''), true), set_config('role', 'rapport_app', true);
  execute statement into result;
  perform set_config('role', 'none', true);
  if watched is not null then
    fingerprint := wall.fingerprint(watched);
  end if;
  raise exception 'undo' using errcode = 'P0099';
exception
  when sqlstate 'P0099' then
    return row(result, fingerprint)::wall.answer;
  when others then
    return row('refused ' || sqlstate || ' ' || sqlerrm, null)::wall.answer;
end $$;

create function wall.said(tenant uuid, statement text) returns text
language sql as $$ select (wall.as_service(tenant, statement)).result $$;

-- Each line is a hole.  A refusal for want of privilege (42501) is as good as silence.
create function wall.holes(object text) returns table (what text)
language plpgsql as $$
declare
  w wall.who;
  key text;
  reply text;
begin
  select * into w from wall.who;
  select tenant_column into key from wall.tables() where name = object;
  reply := wall.said(w.a, format('select count(*) filter (where %I is distinct from %L or r::text like ''%%canary%%'') from %I r', coalesce(key, 'tenant_id'), w.a, object));
  if reply <> '0' and reply not like 'refused 42501%' then
    what := 'reads rows of others: ' || reply; return next;
  end if;
  reply := wall.said(null, format('select count(*) from %I', object));
  if reply <> '0' and reply not like 'refused 42501%' then
    what := 'reads rows without a tenant: ' || reply; return next;
  end if;
  if key is null then
    return;  -- a view
  end if;
  reply := wall.said(w.a, format('select count(*) from %I', object));
  if reply = '0' then
    what := 'does not see its own rows'; return next;
  end if;
  reply := wall.said(w.a, format('with x as (insert into %1$I (%3$s) select %3$s from jsonb_populate_record(null::%1$I, %2$L) returning 1) select count(*) from x',
    object, (select to_jsonb(r) from wall.row_of(object, key, w.b) r), (
      -- What the database itself makes of the others is nobody's to give.
      select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = format('public.%I', object)::regclass and attnum > 0 and not attisdropped and attgenerated = '')));
  if reply not like 'refused 42501%' then
    what := 'inserts rows for others: ' || reply; return next;
  end if;
  reply := wall.said(w.a, format('with x as (update %1$I set %2$I = %2$I where %2$I = %3$L returning 1) select count(*) from x', object, key, w.b));
  if reply <> '0' and reply not like 'refused 42501%' then
    what := 'updates rows of others: ' || reply; return next;
  end if;
  reply := wall.said(w.a, format('with x as (update %1$I set %2$I = %3$L returning 1) select count(*) from x', object, key, w.b));
  if reply not like 'refused 42501%' then
    what := 'gives its rows to others: ' || reply; return next;
  end if;
  reply := wall.said(w.a, format('with x as (delete from %1$I where %2$I = %3$L returning 1) select count(*) from x', object, key, w.b));
  if reply <> '0' and reply not like 'refused 42501%' then
    what := 'deletes rows of others: ' || reply; return next;
  end if;
end $$;
create function wall.row_of(object text, key text, tenant uuid) returns jsonb
language plpgsql as $$
declare
  r jsonb;
begin
  execute format('select to_jsonb(r) from public.%I r where %I = %L limit 1', object, key, tenant) into r;
  return r;
end $$;

create temporary table holes as
  select o.name, o.is_view, h.what
  from (select name, false as is_view from wall.tables() union all select name, true from wall.views()) o
  cross join lateral wall.holes(o.name) h;

select is_empty($$ select * from holes where what like 'reads rows of others%' and not is_view $$, 'for A, no table holds a row of B');
select is_empty($$ select * from holes where what like 'reads rows of others%' and is_view $$, 'for A, no view shows a row of B');
select is_empty($$ select * from holes where what like 'reads rows without%' $$, 'without a tenant, every table and view is empty');
select is_empty($$ select * from holes where what like 'does not see%' $$, 'A sees its own rows in every table: the wall has a door');
select is_empty($$ select * from holes where what like 'inserts%' $$, 'A inserts nothing for B');
select is_empty($$ select * from holes where what like 'updates%' $$, 'A updates nothing of B');
select is_empty($$ select * from holes where what like 'gives%' $$, 'A cannot give its rows to B');
select is_empty($$ select * from holes where what like 'deletes%' $$, 'A deletes nothing of B');
select is(wall.said('cccccccc-0000-4000-8000-000000000001', 'select count(*) from persons'), '0', 'for a tenant that does not exist, there is nobody');
select matches(wall.said('aaaaaaaa-0000-4000-8000-000000000001', 'truncate persons'), '^refused 42501', 'the service cannot truncate, which no policy would stop');
-- A trigger of its own on a table of its own: the rows that it sees are the attacker's, whatever they say.
create function wall.feeds_logs() returns setof regprocedure
language plpgsql as $$
declare
  f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'app'::regnamespace and prorettype = 'trigger'::regtype loop
    begin
      perform set_config('role', 'rapport_app', true);
      execute 'create temporary table fed (tenant_id uuid, n integer)';
      execute format('create trigger feeds after insert on fed referencing new table as new_rows for each statement execute function %s', f);
      return next f;
      raise exception 'undo' using errcode = 'P0099';
    exception
      when sqlstate 'P0099' or insufficient_privilege then null;
    end;
  end loop;
end $$;
select is_empty('select wall.feeds_logs()', 'the service cannot hang a trigger function of ours on a table of its own, and feed any tenant''s logs with it');
select matches(wall.said('aaaaaaaa-0000-4000-8000-000000000001', 'select count(*) from users'), '^refused 42501', 'users of all tenants are closed to the service');
select matches(wall.said('aaaaaaaa-0000-4000-8000-000000000001', 'with x as (delete from audit_log returning 1) select count(*) from x'), '^refused 42501',
  'what is in the audit log stays there');
select matches(wall.said('aaaaaaaa-0000-4000-8000-000000000001', format('with x as (update audit_log set %I = default returning 1) select count(*) from x', a.attname)),
  '^refused 42501', format('%s of the audit log stays as it was written', a.attname))
from pg_attribute a where a.attrelid = 'public.audit_log'::regclass and a.attnum > 0 and not a.attisdropped;
select matches(wall.said('aaaaaaaa-0000-4000-8000-000000000001', 'truncate audit_log'), '^refused 42501', 'the audit log is not emptied');

------------------------------------------------------------------------------------------------ functions, with B's ids
-- How to fill an argument, by its name and type: with an id of B, and with one that nobody has.
create table wall.arguments (name text, type regtype, of_b text, of_nobody text);
insert into wall.arguments
select v.* from wall.who, lateral (values
  ('person', 'integer'::regtype, '2000091', '999999999'),
  ('winner', 'integer', '2000091', '999999998'),
  ('ad', 'integer', (select min(id)::text from public.ads where tenant_id = b), '999999999'), ('said', 'jsonb', '{}', '{}'),
  ('post', 'integer', (select min(id)::text from public.posts where tenant_id = b), '999999999'),
  ('changed_posts', 'integer[]', (select array_agg(id)::text from public.posts where tenant_id = b), '{999999999}'),
  ('loser', 'integer', (select min(id)::text from public.persons where tenant_id = b), '999999999'),
  ('people', 'integer[]', (select array_agg(id)::text from public.persons where tenant_id = b), '{999999999}'),
  ('persona', 'uuid', (select id::text from public.personas where tenant_id = b), nobody::text),
  ('campaign', 'integer', (select min(id)::text from public.campaigns where tenant_id = b), '999999999'),
  ('personas', 'uuid[]', (select array_agg(id)::text from public.personas where tenant_id = b), array[nobody]::text),
  ('of_kind', '"char"', 'q', 'q'), ('of_keys', 'text[]', (select array_agg(id::text)::text from public.personas where tenant_id = b), '{nothing}'),
  ('chosen', 'uuid[]', (select array_agg(id)::text from public.personas where tenant_id = b), array[nobody]::text),
  ('personas', 'jsonb', (select app.active_personas(b, null)::text), '[]'),
  ('strategy', 'uuid', (select id::text from public.campaign_strategies where tenant_id = b), nobody::text),
  ('segment', 'text', (select id from public.audience_segments where tenant_id = b), 'nothing'),
  ('criteria', 'jsonb', '{"title": {"include": ["canary"]}}', '{"title": {"include": ["canary"]}}'),
  ('threshold', 'numeric', '0.01', '0.01'),
  ('rule', 'jsonb', '{}', '{}'), ('before', 'jsonb', '{}', '{}'),
  ('asked', 'jsonb', (select jsonb_build_object('sort', 'name', 'most', 9, 'persona', (select id from public.personas where tenant_id = b limit 1), 'company', (select min(id) from public.companies where tenant_id = b))::text),
    jsonb_build_object('sort', 'name', 'most', 9, 'persona', nobody, 'company', 999999999)::text),
  ('since', 'date', null, null),
  ('months', 'integer', '1', '1'),
  ('why', 'text', 'a try', 'a try'),
  ('why', 'public.match_cause', 'manual', 'manual'),
  ('people', 'app.staged_person[]', '{}', '{}'),
  ('import', 'uuid', (select id::text from public.csv_imports where tenant_id = b), nobody::text),
  ('origin', 'public.data_source', 'file', 'file'),
  ('rows', 'jsonb', '[]', '[]'),
  ('names', 'text[]', '{canary name}', '{nothing}'),
  ('name', 'text', 'canary name', 'nothing'),
  ('key', 'text', 'canary name', 'nothing'),
  ('url', 'text', 'canary url', 'nothing'),
  ('activity_id', 'bigint', null, null),
  ('share_id', 'bigint', null, null),
  ('ugc_post_id', 'bigint', null, null),
  ('campaign', 'text', 'canary name', 'nothing'),
  ('campaign_group', 'text', 'canary name', 'nothing'),
  ('organization', 'text', (select organization_id from public.pages where tenant_id = b), '999999999'),
  ('page_name', 'text', 'canary name', 'nothing'), ('page_followers', 'bigint', '1', '1'), ('what', 'text', 'page_figures', 'page_figures'),
  ('of_persona', 'uuid', (select id::text from public.personas where tenant_id = b), nobody::text),
  ('of_segment', 'text', (select id from public.audience_segments where tenant_id = b), 'nothing'),
  ('of_campaign', 'integer', (select min(id)::text from public.campaigns where tenant_id = b), '999999999'),
  ('number', 'integer', '1', '1'),
  ('counts', 'app.chunk_counts', '(0,0,0,0,0)', '(0,0,0,0,0)'),
  ('skipped', 'bigint', '0', '0'),
  ('rejected', 'bigint', '0', '0'),
  ('reasons', 'jsonb', '{}', '{}'),
  ('rejects', 'jsonb', '[]', '[]'),
  ('how_many', 'integer', '50', '50'),
  ('at_most', 'integer', '50', '50'),
  ('service', 'text', 'canary name', 'nothing'),
  ('labels', 'text[]', '{canary name}', '{nothing}'),
  ('company', 'text', 'canary name', 'nothing'),
  ('page_id', 'text', (select linkedin_id from public.companies where tenant_id = b), 'nothing'),
  ('page_slug', 'text', (select linkedin_slug from public.companies where tenant_id = b), 'nothing'),
  ('told', 'app.staged_company[]', '{}', '{}'),
  ('explore', 'boolean', 'false', 'false'),
  ('seed', 'bigint', '1', '1'),
  ('connection', 'uuid', (select id::text from public.linkedin_connections where tenant_id = b), nobody::text),
  ('of_connection', 'uuid', (select id::text from public.linkedin_connections where tenant_id = b), nobody::text),
  ('with_connection', 'uuid', (select id::text from public.linkedin_connections where tenant_id = b), nobody::text),
  ('with_schedule', 'uuid', (select id::text from public.job_schedules where tenant_id = b), nobody::text),
  ('call', 'bigint', (select id::text from public.api_calls where tenant_id = b), '999999999'),
  ('schedule', 'uuid', (select id::text from public.job_schedules where tenant_id = b), nobody::text),
  ('job', 'uuid', (select id::text from public.scraping_jobs where tenant_id = b), nobody::text),
  ('source', 'uuid', (select id::text from public.webhook_sources where tenant_id = b), nobody::text),
  ('delivery', 'text', 'canary delivery_id', 'nothing'), ('with_headers', 'jsonb', '{}', '{}'), ('with_body', 'bytea', '\x7b7d', '\x7b7d'),
  ('delivery', 'uuid', (select id::text from public.webhook_inbox where tenant_id = b), nobody::text),
  ('wanted', 'uuid', (select id::text from public.webhook_inbox where tenant_id = b), nobody::text),
  ('endpoint', 'uuid', (select id::text from public.webhook_endpoints where tenant_id = b), nobody::text),
  ('outgoing', 'uuid', (select min(id::text) from public.webhook_deliveries where tenant_id = b), nobody::text),
  ('of_event', 'public.endpoint_event', 'alert.raised', 'alert.raised'), ('called', 'text', 'canary endpoint', 'nothing'),
  ('at_url', 'text', 'canary url', 'nothing'), ('wanted_events', 'text[]', '{}', '{}'), ('answer_start', 'text', 'a try', 'a try'),
  ('attempt', 'integer', '0', '0'), ('run', 'text', 'canary apify_run_id', 'nothing'),
  ('for_job', 'uuid', (select id::text from public.scraping_jobs where tenant_id = b), nobody::text),
  ('attempt', 'uuid', nobody::text, nobody::text),
  ('of_kind', 'public.job_kind', 'reactions', 'reactions'),
  ('with_input', 'jsonb', '{}', '{}'),
  ('at', 'timestamptz', null, null), ('rest', 'interval', '1 day', '1 day'), ('needs_help', 'boolean', 'true', 'true'), ('usd', 'numeric', '5', '5'),
  ('with_priority', 'integer', '0', '0'), ('with_max_attempts', 'integer', '5', '5'),
  ('with_cost_limit', 'numeric', null, null), ('wanted', 'numeric', '1', '1'), ('usage', 'numeric', '1', '1'), ('is_over', 'boolean', 'true', 'true'),
  ('items', 'integer', '1', '1'), ('made', 'integer', '1', '1'), ('changed', 'integer', '1', '1'), ('http_status', 'integer', '200', '200'), ('latency', 'integer', '1', '1'),
  ('size', 'bigint', '1', '1'), ('details', 'jsonb', '{}', '{}'), ('problem', 'text', 'a try', 'a try'), ('is_final', 'boolean', 'true', 'true'), ('is_failure', 'boolean', 'true', 'true'),
  ('lease', 'interval', '1 minute', '1 minute'), ('older_than', 'interval', '-1 day', '-1 day'), ('share', 'real', '0.5', '0.5'),
  ('endpoint_class', 'text', 'canary endpoint', 'nothing'),
  ('hash', 'bytea', (select token_hash::text from public.sessions where tenant_id = b), '\x00'),
  ('holder', 'uuid', (select id::text from public.api_keys where tenant_id = b), nobody::text), ('wanted', 'text', 'canary key', 'nothing'),
  ('key_prefix', 'text', (select prefix from public.api_keys where tenant_id = b), 'nothing'), ('key', 'public.api_keys', null, null),
  ('upload', 'uuid', (select id::text from public.uploads where tenant_id = b), nobody::text), ('upload', 'public.uploads', null, null),
  ('bytes', 'bigint', '1', '1'), ('with_options', 'jsonb', '{}', '{}'), ('as_trial', 'boolean', 'true', 'true'), ('at', 'bigint', '0', '0'),
  ('piece', 'bytea', '\x7b7d', '\x7b7d'), ('report', 'jsonb', '{}', '{}'), ('report', 'public.reports', null, null),
  ('into_table', 'text', 'linkedin_connections', 'linkedin_connections'),
  ('into_row', 'uuid', (select id::text from public.linkedin_connections where tenant_id = b), nobody::text),
  ('old', 'bytea', (select sealed_credentials::text from public.linkedin_connections where tenant_id = b), '\x00'), ('new', 'bytea', '\x01', '\x01')) v;

-- Immutable functions read no table, and nor do those that only put numbers into words (stable, since formats may change).
create function wall.callable() returns setof pg_proc
language sql stable as $$
  select p.* from pg_proc p
  where p.pronamespace = 'app'::regnamespace and p.prorettype <> 'trigger'::regtype and p.provolatile <> 'i'
    and p.proname not in ('counted', 'percent_text', 'recommendation_reason', 'outcome', 'connection_alert')
    and has_function_privilege('rapport_app', p.oid, 'execute')
$$;

-- A tenant argument is tried with B's id and with A's own, the others with B's.
create function wall.calls() returns table (id regprocedure, tenant text, of_b text, of_nobody text)
language sql stable as $$
  select p.oid::regprocedure, t.tenant,
    format('select string_agg(x::text, '' '' order by x::text) from app.%I(%s) x', p.proname, string_agg(
      case when a.name = 'tenant' then quote_literal(case t.tenant when 'B' then w.b else w.a end) || '::uuid' else quote_nullable(v.of_b) || '::' || a.type::text end, ', ' order by a.place)),
    format('select string_agg(x::text, '' '' order by x::text) from app.%I(%s) x', p.proname, string_agg(
      case when a.name = 'tenant' then quote_literal(case t.tenant when 'B' then w.nobody else w.a end) || '::uuid' else quote_nullable(v.of_nobody) || '::' || a.type::text end, ', ' order by a.place))
  from wall.who w
  cross join wall.callable() p
  left join lateral (
    select p.proargnames[n.place] as name, n.type::regtype as type, n.place
    from unnest(p.proargtypes::oid[]) with ordinality n(type, place)
  ) a on true
  cross join (values ('A'), ('B')) t(tenant)
  left join wall.arguments v on v.name = a.name and v.type = a.type
  group by w.a, w.b, w.nobody, p.oid, p.proname, t.tenant
$$;

select is_empty(
  $$ select p.oid::regprocedure, a.name, a.type
     from wall.callable() p
     cross join lateral (select p.proargnames[n.place] as name, n.type::regtype as type from unnest(p.proargtypes::oid[]) with ordinality n(type, place)) a
     where (a.name, a.type) is distinct from ('tenant', 'uuid'::regtype)
       and not exists (select from wall.arguments v where v.name = a.name and v.type = a.type) $$,
  'of every function that the service may call it is known how to call it with the ids of B');

create function wall.tried() returns table (id regprocedure, tenant text, told text, told_of_nobody text, changed boolean)
language sql as $$
  select c.id, c.tenant, (x.b).result, (x.nobody).result, (x.b).fingerprint <> w.f
  from (select a, b, wall.fingerprint(b) as f from wall.who) w
  cross join wall.calls() c
  cross join lateral (select wall.as_service(w.a, c.of_b, w.b) as b, wall.as_service(w.a, c.of_nobody, w.b) as nobody) x
$$;
create temporary table tried as select * from wall.tried();

select cmp_ok((select count(*) from tried), '>', 40::bigint, 'the functions of the catalogue were called, for A and for B');
select is_empty($$ select id, tenant, told from tried where told like '%canary%' $$, 'no function tells A anything of B');
-- (What is made gets the next number, and that is another at every call; and a rest is drawn.)
select is_empty(
  $$ select id, tenant, told, told_of_nobody from tried
     where told is distinct from told_of_nobody
       and id not in ('app.find_or_make_campaign(uuid, text, text)'::regprocedure, 'app.resolve_companies(uuid, text[])'::regprocedure,
         'app.find_or_make_company(uuid, text, text, text, text)'::regprocedure, 'app.add_endpoint(text, text, text[])'::regprocedure,
         'app.rest_after(integer)'::regprocedure) $$,
  'every function gives the same answer to an id of B as to one that nobody has');
select is_empty($$ select id, tenant from tried where changed $$, 'no function that A calls changes a row of B');
select is_empty($$ select id, told from tried where told like 'refused%' and told !~ '^refused (42501|23503)' $$,
  'a function refuses for want of privilege or of a row, and never by breaking');

------------------------------------------------------------------------------------------------ foreign keys
-- The same error for B's id as for an absent one: otherwise an error would tell which ids exist.
create function wall.id_of(relation regclass, col name, tenant uuid) returns text
language plpgsql as $$
declare
  id text;
begin
  execute format('select %I::text from %s where tenant_id = %L order by 1 limit 1', col, relation, tenant) into id;
  return id;
end $$;
create function wall.pointing() returns table (fk text, at_b text, at_nobody text)
language sql as $$
  select k.conname::text,
    wall.said(w.a, format(s.statement, wall.id_of(k.confrelid::regclass, f.attname, w.b))),
    wall.said(w.a, format(s.statement, case f.atttypid when 'integer'::regtype then '999999999' when 'uuid'::regtype then w.nobody::text else 'nothing' end))
  from wall.who w
  cross join pg_constraint k
  join wall.tables() t on t.id = k.conrelid
  join wall.tables() g on g.id = k.confrelid and g.name <> 'tenants'
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
  join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[2]
  cross join lateral (select format('with x as (update %1$I set %2$I = %%L where ctid = (select ctid from %1$I limit 1) returning 1) select count(*) from x', t.name, a.attname) as statement) s
  where k.contype = 'f'
$$;
create temporary table pointing as select * from wall.pointing();
select is_empty($$ select * from pointing where at_b !~ '^refused (23503|42501)' $$, 'no foreign key lets a row of A point at a row of B');
select is_empty($$ select * from pointing where at_b <> at_nobody $$, 'a foreign key says the same of an id of B as of one that nobody has');

------------------------------------------------------------------------------------------------ every wall, taken away, is missed (T-4)
create function wall.survivors() returns table (mutant text)
language plpgsql as $$
declare
  m record;
  hole text;
begin
  for m in
    select t.name, format(v.damage, t.name) as damage
    from wall.tables() t
    cross join (values ('drop policy tenant_rows on public.%I'), ('alter table public.%I disable row level security'),
      ('alter policy tenant_rows on public.%I using (true)')) v(damage)
    where has_table_privilege('rapport_app', t.id, 'select')  -- what is not granted needs no other wall
    union all
    -- Where nothing may be inserted or updated there is nothing to check.
    select t.name, format('alter policy tenant_rows on public.%I with check (true)', t.name)
    from wall.tables() t where has_table_privilege('rapport_app', t.id, 'insert, update')
    union all
    select v.name, case when i.reads_views then (select string_agg(format('alter view app.%I set (security_invoker = false)', name), ';') from wall.views())
      else format('alter view app.%I set (security_invoker = false)', v.name) end
    from wall.views() v
    -- A view over other views that run as the reader still shows what those show and no more; so the invoker of all of them is
    -- taken away at once.  The views that read tables alone are broken one by one.
    cross join lateral (
      select exists (
        select from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
        join pg_class c on c.oid = d.refobjid and d.refclassid = 'pg_class'::regclass
        where r.ev_class = format('app.%I', v.name)::regclass and c.oid <> r.ev_class and c.relkind = 'v') as reads_views) i
  loop
    hole := null;
    begin
      execute m.damage;
      select h.what into hole from wall.holes(m.name) h limit 1;
      raise exception 'undo' using errcode = 'P0099';
    exception when sqlstate 'P0099' then
      null;
    end;
    if hole is null then
      mutant := m.name || ': ' || left(m.damage, 120);
      return next;
    end if;
  end loop;
end $$;
select is_empty('select * from wall.survivors()', 'drop any policy, switch off any row security, any check or any view''s invoker: the tests above miss it every time');

create function wall.without_require_tenant() returns setof regprocedure
language plpgsql as $$
declare
  broken regprocedure[];
begin
  create or replace function app.require_tenant(tenant uuid) returns void language sql stable as 'select';
  broken := array(select distinct id from wall.tried() where changed or told like '%canary%');
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return query select unnest(broken);
end $$;
select set_eq('select wall.without_require_tenant()', $$ select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype $$,
  'without require_tenant, every security definer function would change or tell rows of B, and the tests above say so');

------------------------------------------------------------------------------------------------ a tenant leaves (T-8)
select matches((wall.as_service((select a from wall.who), format('select app.delete_tenant(%L)', (select b from wall.who)))).result, '^refused 42501',
  'the service cannot delete a tenant');
create temporary table before_leaving as select wall.fingerprint(a) as of_a from wall.who;
select lives_ok(format('select app.delete_tenant(%L)', b), 'the owner can') from wall.who;
select is_empty(
  $$ select t.name from wall.who cross join wall.tables() t where wall.number(format('select count(*) from public.%I where %I = %L', t.name, t.tenant_column, b)) > 0 $$,
  'nothing of a deleted tenant is left, in any table');
select is(wall.fingerprint(a), of_a, 'every row of every other tenant is as it was') from wall.who, before_leaving;
select is_empty('select * from app.differences() where missing <> 0 or wrong <> 0', 'and so are the figures');

select * from finish();
rollback;
