-- The Supabase prototype's database, recognised by its tables and moved out of the way, whole, into the schema
-- `prototype`; the adopt_*.sql files then copy its rows into Rapport's tables.  Nothing is dropped but two row triggers
-- and the policies that let everybody see everything: what a user built on the prototype's tables follows by OID.
-- docs/decisions/005-adopting-the-prototype.md says what was decided and why.  On any other database this does nothing.
do $$
begin
  -- Whoever is killed must not hold these locks until the server has done the work for nobody.
  perform set_config('client_connection_check_interval', '10s', true);
exception when others then null;  -- not every system can tell
end $$;
do $$
declare
  -- Rapport's tables, its views and functions that live in app (search_path is public, app, so one in public would hide
  -- ours), its indexes (one of a name that is taken would not be made, and what it forbids would be allowed), and its types.
  our_tables text[] := array['account_links', 'actions', 'ad_metrics_daily', 'ads', 'alerts', 'api_calls', 'api_keys', 'audience_demographics',
    'audience_segments', 'audit_log', 'campaign_daily', 'campaign_groups', 'campaign_people', 'campaign_persona_daily',
    'campaign_persona_totals', 'campaign_personas', 'campaign_posts', 'campaign_strategies', 'campaigns', 'companies', 'consents', 'content_calendar',
    'countries', 'csv_imports', 'custom_audiences', 'data_keys', 'engagement_deltas', 'engagement_weights', 'engagements', 'fold_locks', 'import_chunks',
    'guess_limits', 'idempotency_keys', 'import_rejects', 'industries', 'job_accounts', 'job_schedules', 'known_devices', 'link_deltas', 'linkedin_connections', 'linkedin_cookies', 'master_keys', 'matching_state', 'memberships',
    'migration_leftovers', 'migration_report', 'page_comments', 'page_metrics_daily', 'pages', 'pending_work', 'people_sets', 'person_engagement', 'person_identities', 'persona_daily',
    'persona_strategies', 'personas', 'persons', 'post_files', 'post_metrics_daily', 'post_persona_totals', 'post_totals', 'posts', 'rate_limits', 'reports', 'saved_views', 'schema_versions',
    'scraping_jobs', 'sessions', 'target_deltas', 'target_events', 'targets', 'tenants', 'upload_parts', 'uploads', 'user_identities', 'users', 'webhook_deliveries',
    'webhook_endpoints', 'webhook_inbox', 'webhook_sources'];
  our_views text[] := array['campaign_dashboard', 'campaign_performance_by_persona', 'campaign_strategy_performance',
    'persona_engagement_trends', 'persona_match_counts', 'post_performance', 'person_journey', 'company_engagement_summary',
    'enrichment_status', 'job_status_summary', 'campaign_calendar'];
  our_functions text[] := array['auto_match_new_people_to_personas', 'update_campaign_metrics_on_engagement',
    'refresh_persona_engagement_trends', 'get_recommended_strategies_for_persona', 'match_person_to_personas',
    'match_personas_to_strategy'];
  our_indexes text[] := array['account_links_user', 'actions_person', 'ads_campaign', 'ads_linkedin_id', 'ads_post', 'ads_segment', 'alerts_connection', 'alerts_endpoint', 'alerts_job', 'alerts_open', 'alerts_webhook',
    'api_calls_connection', 'api_calls_job', 'api_keys_name', 'api_keys_prefix', 'audience_segments_name', 'campaign_groups_known_by_name_only',
    'campaign_groups_linkedin_id', 'campaign_personas_persona', 'campaign_posts_post', 'campaign_strategies_name', 'campaigns_group',
    'campaigns_known_by_name_only', 'campaigns_linkedin_id', 'campaigns_strategy', 'companies_industry_code',
    'companies_known_by_name_only', 'companies_linkedin_id', 'companies_linkedin_slug', 'companies_name_key',
    'consents_connection', 'content_calendar_campaign', 'content_calendar_post', 'content_calendar_scheduled', 'content_calendar_strategy',
    'csv_imports_one_at_a_time', 'csv_imports_started', 'custom_audiences_name', 'data_keys_current', 'engagement_deltas_tenant',
    'engagements_one_comment', 'engagements_one_reaction', 'engagements_person', 'engagements_post', 'idempotency_keys_created', 'job_schedules_connection', 'job_schedules_due', 'job_schedules_name', 'known_devices_user', 'link_deltas_tenant',
    'linkedin_connections_name', 'linkedin_cookies_connection', 'master_keys_current', 'memberships_user', 'migration_leftovers_source',
    'page_comments_commented', 'page_comments_post', 'person_engagement_score', 'person_engagement_week', 'person_events_happened', 'person_events_person', 'person_identities_person', 'persona_strategies_strategy', 'personas_asking_for_engagement', 'personas_name',
    'persons_company', 'persons_folded', 'persons_labelled', 'persons_last_seen', 'persons_overridden', 'persons_unread', 'post_files_post', 'posts_activity', 'posts_posted_at', 'posts_share',
    'posts_ugc_post', 'posts_url', 'reports_token', 'saved_views_name', 'scraping_jobs_apify_run', 'scraping_jobs_connection', 'scraping_jobs_created', 'scraping_jobs_started', 'scraping_jobs_due',
    'scraping_jobs_leased', 'scraping_jobs_schedule', 'sessions_previous', 'sessions_token', 'sessions_user', 'target_deltas_tenant', 'target_events_person',
    'target_events_persona', 'targets_person', 'targets_score', 'tenants_slug', 'uploads_created', 'uploads_import', 'uploads_job', 'user_identities_user', 'users_email', 'webhook_deliveries_dead', 'webhook_deliveries_due',
    'webhook_deliveries_endpoint', 'webhook_endpoints_name', 'webhook_inbox_delivery', 'webhook_inbox_due', 'webhook_inbox_open', 'webhook_inbox_processed',
    'webhook_sources_connection', 'webhook_sources_name'];
  our_types text[] := array['engagement_type', 'reaction_type', 'time_basis', 'data_source', 'fact_source', 'identity_kind',
    'seniority', 'job_function', 'size_band', 'lead_status', 'enrichment_status', 'person_event', 'content_type', 'campaign_status',
    'campaign_type', 'campaign_objective', 'strategy_type', 'kpi', 'demographic_section', 'import_kind', 'import_state',
    'connection_type', 'connection_status', 'job_kind', 'upload_content', 'job_state', 'calendar_status', 'member_role', 'list_page', 'link_purpose', 'api_scope', 'action_state',
    'delivery_state', 'webhook_kind', 'endpoint_event', 'alert_kind', 'target_event', 'match_cause'];
  moving oid[];
  strangers text;
  thing record;
  rows bigint;
begin
  -- The constraint is a sentence of ours, so nobody else's table has it; and schema.sql is one transaction.
  if exists (select from pg_constraint where conrelid = to_regclass('public.tenants') and conname = 'tenant_slugs_are_lower_case_words') then
    return;
  end if;

  -- A table is the prototype's if it has these columns and its key is not led by tenant_id, as all keys of ours are.
  -- Columns that only some copies have are not asked for.
  select coalesce(array_agg(c.oid order by c.relname), '{}') into moving
  from (values
    ('tenants', array['id', 'name', 'display_name']),
    ('campaign_groups', array['id', 'name']),
    ('campaigns', array['id', 'name', 'linkedin_campaign_id']),
    ('companies', array['id', 'name', 'linkedin_url']),
    ('persons', array['id', 'name', 'headline', 'linkedin_url']),
    ('posts', array['id', 'url', 'campaign_id']),
    ('ads', array['id', 'campaign_id', 'linkedin_ad_id']),
    ('engagements', array['id', 'post_id', 'person_id', 'engagement_type']),
    ('post_audiences', array['post_id', 'audience_id']),
    ('csv_imports', array['id', 'file_type', 'raw_data']),
    ('scraping_jobs', array['id', 'status']),
    ('linkedin_cookies', array['id', 'cookie_name', 'encrypted_cookie']),
    ('audience_segments', array['id', 'name']),
    ('personas', array['id', 'name', 'title_keywords']),
    ('targets', array['id', 'person_id', 'persona_id', 'match_score']),
    ('campaign_strategies', array['id', 'name']),
    ('persona_strategies', array['persona_id', 'strategy_id', 'relevance_score']),
    ('content_calendar', array['id', 'title', 'status']),
    ('custom_audiences', array['id', 'name']),
    ('linkedin_connections', array['id', 'name', 'encrypted_cookies', 'api_token'])) shape(name, columns)
  join pg_class c on c.relnamespace = 'public'::regnamespace and c.relname = shape.name and c.relkind in ('r', 'p')
  where not exists (
      select from unnest(shape.columns) wanted
      where not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = wanted and a.attnum > 0 and not a.attisdropped))
    and not exists (
      select from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'tenant_id');

  -- `create … if not exists` would take a stranger's table, view or type for ours without a word.
  select string_agg(format('%s public.%I', s.kind, s.name), ', ' order by s.name) into strangers
  from (
    select case c.relkind when 'v' then 'the view' when 'm' then 'the materialized view' when 'S' then 'the sequence'
      when 'i' then 'the index' when 'f' then 'the foreign table' else 'the table' end as kind, c.relname as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.oid <> all (moving) and (
      c.relname = any (our_tables)
      or c.relname = any (our_views) and not (moving <> '{}' and c.relkind in ('v', 'm'))
      or c.relname = any (our_indexes) and not exists (select from pg_index x where x.indexrelid = c.oid and x.indrelid = any (moving)))
    union all
    select 'the function', p.proname from pg_proc p
    where moving = '{}' and p.pronamespace = 'public'::regnamespace and p.proname = any (our_functions)
    union all
    select 'the type', t.typname
    from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typname = any (our_types)
      and not exists (
        select from pg_class c
        where c.oid = t.typrelid and (c.relname = any (our_tables) or c.relname = any (our_views)))
  ) s;
  if strangers is not null then
    raise exception 'in the way: %. Rapport has something of this name, and this is neither Rapport''s nor the prototype''s', strangers
      using errcode = 'duplicate_table',
        hint = 'Rename it (alter table public.… rename to my_…; views, indexes, functions and types likewise) or move it to a schema of its own (alter table public.… set schema '
          'mine): views and foreign keys follow by themselves. Then run this again.';
  end if;
  if to_regnamespace('app') is not null then
    raise exception 'this database has a schema "app" already, and Rapport replaces that schema at every deploy'
      using errcode = 'duplicate_schema', hint = 'Rename it (alter schema app rename to my_app), then run this again.';
  end if;
  if moving = '{}' then
    return;
  end if;
  if exists (select from pg_class where relnamespace = to_regnamespace('prototype')) then
    raise exception 'the prototype''s tables belong into a schema "prototype", and there is one with tables in it already'
      using errcode = 'duplicate_schema', hint = 'Rename it (alter schema prototype rename to my_prototype), then run this again.';
  end if;

  -- Forced row security binds even the owner: rows that no policy shows would be left behind as if they were not there.
  for thing in select oid::regclass as relation from pg_class where oid = any (moving) and relforcerowsecurity order by relname loop
    execute format('alter table %s no force row level security', thing.relation);
  end loop;

  create schema if not exists prototype;
  comment on schema prototype is 'The Supabase prototype''s database, as it was when Rapport took its rows over. Read it, keep it, or drop the schema once you miss nothing.';

  -- One row for each row of each table: what became of it.  migration_report is its summary.
  create table prototype.adoption (
    source_table text not null,
    source_key text not null,
    outcome text not null,
    detail text not null,
    tenant_id uuid,
    target_table text,
    target_key text,
    primary key (source_table, source_key)
  );
  comment on table prototype.adoption is 'What became of every row of the prototype: the outcome, why, and the key of its row in Rapport''s table.';

  -- Both triggers write to targets and campaigns by bare name, which from now on means Rapport's.
  for thing in
    select t.tgname, t.tgrelid::regclass as relation, c.relname
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_proc p on p.oid = t.tgfoid
    where t.tgrelid = any (moving) and not t.tgisinternal and p.proname in ('auto_match_new_people_to_personas', 'update_campaign_metrics_on_engagement')
    order by t.tgname
  loop
    execute format('drop trigger %I on %s', thing.tgname, thing.relation);
    insert into prototype.adoption (source_table, source_key, outcome, detail)
      values ('trigger ' || thing.tgname, thing.relname, 'replaced', 'a row trigger; statement triggers of the schema app take its place');
  end loop;
  -- A policy that says `true` would open a table again as soon as somebody grants on it.
  for thing in
    select p.polname, p.polrelid::regclass as relation, c.relname
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    where p.polrelid = any (moving) and p.polpermissive
      and coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') = 'true' and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') = 'true'
    order by c.relname, p.polname
  loop
    execute format('drop policy %I on %s', thing.polname, thing.relation);
    insert into prototype.adoption (source_table, source_key, outcome, detail)
      values ('policy ' || thing.polname, thing.relname, 'replaced', 'a policy that let everybody see everything; one policy by tenant takes its place');
  end loop;

  -- Views and functions are moved, not dropped: a user's view may stand on them, or a user may have repaired them.
  for thing in
    select c.oid, c.relname, c.relkind, c.relispopulated from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relname = any (our_views) and c.relkind in ('v', 'm')
    order by c.relname
  loop
    rows := 1;
    if thing.relkind = 'm' then
      rows := 0;
      if thing.relispopulated then
        execute format('select count(*) from public.%I', thing.relname) into rows;
      end if;
    end if;
    execute format('alter %s public.%I set schema prototype', case thing.relkind when 'm' then 'materialized view' else 'view' end, thing.relname);
    insert into prototype.adoption (source_table, source_key, outcome, detail)
    select thing.relname, n::text, 'replaced', 'kept in the schema prototype; the schema app has one of the same name' from generate_series(1, rows) n;
  end loop;
  for thing in
    select p.oid::regprocedure as routine, p.proname from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname = any (our_functions)
    order by p.oid::regprocedure::text
  loop
    insert into prototype.adoption (source_table, source_key, outcome, detail)
      values ('function ' || thing.proname, thing.routine::text, 'replaced', 'kept in the schema prototype; the schema app has one of the same name');
    execute format('alter routine %s set schema prototype', thing.routine);
  end loop;
  for thing in select oid::regclass as relation from pg_class where oid = any (moving) order by relname loop
    execute format('alter table %s set schema prototype', thing.relation);
  end loop;
  for thing in
    select oid::regclass as relation from pg_class where relnamespace = 'prototype'::regnamespace and relkind in ('r', 'p') order by relname
  loop
    execute format('alter table %s enable row level security', thing.relation);
  end loop;
  for thing in
    select distinct c.oid::regclass as relation, case when c.relkind = 'S' then 'sequence' else 'table' end as kind,
      case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end as grantee
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attacl is not null
    cross join lateral aclexplode(c.relacl || a.attacl) g
    where c.relnamespace = 'prototype'::regnamespace and g.grantee <> c.relowner
    order by 1, 3
  loop
    execute format('revoke all on %s %s from %s cascade', thing.kind, thing.relation, thing.grantee);
  end loop;

  -- What stays in public is the user's own: remembered, so that no later step takes it for a table of Rapport.
  create table prototype.bystanders as
    select c.relname::text as relation from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S');
  alter table prototype.bystanders enable row level security;
  comment on table prototype.bystanders is 'Tables, views and sequences of the schema public that were neither the prototype''s nor Rapport''s: left alone.';
  for thing in
    select k.conname, k.conrelid::regclass as own, k.confrelid::regclass as old from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.confrelid = any (moving) and c.relnamespace <> 'prototype'::regnamespace
    order by 2, 1
  loop
    -- Not as a notice, which `rapport migrate` and most clients do not show.
    insert into prototype.adoption (source_table, source_key, outcome, detail)
      values (format('your %s', thing.own), thing.conname, 'replaced', format('your constraint "%s" stays on the old table, now %s, so it refuses ids that are new since the '
        'upgrade; point it at Rapport''s table when it suits you, as docs/decisions/005-adopting-the-prototype.md shows', thing.conname, thing.old));
  end loop;
end $$;
