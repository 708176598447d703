-- Imports, connections, cookies and jobs.  No credential leaves the prototype's tables: they were sealed with another key,
-- or with none, and must be added again.

do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif prototype.pending('csv_imports') then
    insert into public.csv_imports (tenant_id, id, kind, format, file_name, file_bytes, file_sha256, options, state, lines, created, started_at, finished_at, created_at)
    select coalesce(c.tenant_id, prototype.tenant_of(s.r)), prototype.uuid_of('csv_imports', s.key),
      (case lower(s.r ->> 'file_type') when 'performance' then 'ad_performance' when 'demographics' then 'demographics' else 'prototype' end)::public.import_kind,
      'prototype', coalesce(prototype.word(s.r, 'file_name'), 'without a name'), octet_length(convert_to(coalesce(s.r ->> 'raw_data', ''), 'UTF8')),
      sha256(convert_to(coalesce(s.r ->> 'raw_data', ''), 'UTF8')),
      prototype.rest(s.r, array['id', 'tenant_id', 'raw_data', 'parsed_data', 'file_name', 'imported_at', 'created_at', 'updated_at']),
      -- The prototype counted no lines; what it parsed, it took in.
      'completed', l.lines, l.lines, t.at, t.at, t.at
    from prototype.rows_of('csv_imports') s
    left join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = s.r ->> 'campaign_id'
    cross join lateral (
      select case jsonb_typeof(s.r -> 'parsed_data') when 'array' then jsonb_array_length(s.r -> 'parsed_data')
        when 'object' then (select coalesce(sum(case jsonb_typeof(value) when 'array' then jsonb_array_length(value) else 1 end), 0) from jsonb_each(s.r -> 'parsed_data'))
        else 0 end::bigint as lines
    ) l
    cross join lateral (select coalesce(prototype.time_of(s.r ->> 'imported_at'), prototype.time_of(s.r ->> 'created_at'), now()) as at) t
    order by 1, 2
    on conflict do nothing;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'csv_imports', s.key, 'adopted', 'kept with their ids; the content of the file is in migration_leftovers', coalesce(c.tenant_id, prototype.tenant_of(s.r)), 'csv_imports',
      prototype.uuid_of('csv_imports', s.key)::text
    from prototype.rows_of('csv_imports') s
    left join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = s.r ->> 'campaign_id'
    order by s.key;
    perform prototype.leave_values('csv_imports', l.source_key, l.tenant_id, prototype.kept(true, s.r, 'raw_data') || prototype.kept(true, s.r, 'parsed_data'))
    from prototype.rows_of('csv_imports') s
    join prototype.adoption l on l.source_table = 'csv_imports' and l.source_key = s.key
    order by l.source_key;
    perform prototype.close_books('csv_imports', 'csv_imports');
  end if;
end $$;

------------------------------------------------------------------------------------------------ connections and their cookies
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  end if;
  if prototype.pending('linkedin_connections') then
    insert into public.linkedin_connections (tenant_id, id, name, type, account, status, status_reason, last_validated, api_call_limit, daily_api_calls,
      last_api_call, extra, created_at)
    select prototype.tenant_of(s.r), prototype.uuid_of('linkedin_connections', s.key), n.name,
      (case
        when t.type in ('personal', 'company_page', 'campaign_manager', 'apify') then t.type
        when t.type ~ 'page|company|organi' then 'company_page' when t.type ~ 'campaign|ads|marketing' then 'campaign_manager'
        when t.type ~ 'apify|scrap|token' then 'apify' else 'personal' end)::public.connection_type,
      btrim(prototype.word(s.r, 'account_name')), 'unverified', 'Taken over from the prototype without its credentials: add them again.',
      prototype.time_of(s.r ->> 'last_validated'), prototype.count_of(s.r ->> 'api_call_limit', 2147483647)::integer,
      coalesce(prototype.count_of(s.r ->> 'daily_api_calls', 2147483647), 0)::integer, prototype.time_of(s.r ->> 'last_api_call'),
      prototype.rest(s.r, array['id', 'tenant_id', 'name', 'account_name', 'last_validated', 'api_call_limit', 'daily_api_calls', 'last_api_call',
        'created_at', 'created_date', 'updated_at', 'updated_date']) || prototype.kept(n.name is distinct from s.r ->> 'name', s.r, 'name')
        || prototype.kept(prototype.count_of(s.r ->> 'api_call_limit', 2147483647) is null or prototype.count_of(s.r ->> 'api_call_limit', 2147483647) is distinct from prototype.number_of(s.r ->> 'api_call_limit'), s.r, 'api_call_limit')
        || prototype.kept(prototype.count_of(s.r ->> 'daily_api_calls', 2147483647) is null or prototype.count_of(s.r ->> 'daily_api_calls', 2147483647) is distinct from prototype.number_of(s.r ->> 'daily_api_calls'), s.r, 'daily_api_calls')
        || prototype.kept_times(s.r, 'last_validated', 'last_api_call', 'created_at', 'created_date'),
      coalesce(prototype.time_of(s.r ->> 'created_at'), prototype.time_of(s.r ->> 'created_date'), now())
    from prototype.rows_of('linkedin_connections') s
    join prototype.names_of('linkedin_connections', 'Unnamed connection') n on n.key = s.key
    cross join lateral (select regexp_replace(lower(btrim(coalesce(s.r ->> 'connection_type', ''))), '[^a-z]+', '_', 'g') as type) t
    order by 1, 2
    on conflict do nothing;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'linkedin_connections', key, 'adopted', 'kept with their ids, unverified; credentials stay behind and must be added again', prototype.tenant_of(r),
      'linkedin_connections', prototype.uuid_of('linkedin_connections', key)::text
    from prototype.rows_of('linkedin_connections') order by key;
    perform prototype.close_books('linkedin_connections', 'linkedin_connections');
  end if;
  if prototype.pending('linkedin_cookies') then
    -- The prototype's cookies name no connection, so they get one of their own in each tenant.
    insert into public.linkedin_connections (tenant_id, name, type, status, status_reason)
    select tenant_id, (
        select 'Cookies of the prototype' || coalesce(' (' || nullif(n, 1) || ')', '') as name from generate_series(1, 1 + (select count(*) from public.linkedin_connections c where c.tenant_id = x.tenant_id)) n
        where not exists (select from public.linkedin_connections c where c.tenant_id = x.tenant_id and lower(c.name) = lower('Cookies of the prototype' || coalesce(' (' || nullif(n, 1) || ')', '')))
        order by n limit 1),
      'personal', 'unverified', 'Taken over from the prototype without its cookies: add them again, here or to another connection.'
    from (select distinct prototype.tenant_of(r) as tenant_id from prototype.rows_of('linkedin_cookies')) x
    order by tenant_id;
    insert into public.linkedin_cookies (tenant_id, id, connection_id, source_format, cookie_names, last_used, expires_at, created_at)
    select distinct on (prototype.tenant_of(s.r), prototype.uuid_of('linkedin_cookies', s.key)) prototype.tenant_of(s.r), prototype.uuid_of('linkedin_cookies', s.key), c.id,
      'prototype', array_remove(array[btrim(prototype.word(s.r, 'cookie_name'))], null),
      prototype.time_of(s.r ->> 'last_used'), prototype.time_of(s.r ->> 'expires_at'), coalesce(prototype.time_of(s.r ->> 'created_at'), now())
    from prototype.rows_of('linkedin_cookies') s
    join public.linkedin_connections c on c.tenant_id = prototype.tenant_of(s.r) and c.status_reason like 'Taken over from the prototype without its cookies%'
    order by 1, 2
    on conflict do nothing;
    perform prototype.leave_values('linkedin_cookies', key, prototype.tenant_of(r),
      prototype.rest(r, array['id', 'tenant_id', 'cookie_name', 'last_used', 'expires_at', 'created_at', 'updated_at'])
        || prototype.kept_times(r, 'last_used', 'expires_at', 'created_at'))
    from prototype.rows_of('linkedin_cookies') order by key;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'linkedin_cookies', key, 'converted', 'an empty jar of the connection "Cookies of the prototype"; the cookie itself stays behind', prototype.tenant_of(r),
      'linkedin_cookies', prototype.uuid_of('linkedin_cookies', key)::text
    from prototype.rows_of('linkedin_cookies') order by key;
    perform prototype.close_books('linkedin_cookies', 'linkedin_cookies');
  end if;
end $$;

------------------------------------------------------------------------------------------------ jobs
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('scraping_jobs') then
    return;
  end if;
  create temporary table adopting_jobs on commit drop as
  select s.key, s.r, prototype.uuid_of('scraping_jobs', s.key) as id, prototype.tenant_of(s.r) as tenant_id,
    case when w.type ~ 'reaction|like|engage' then 'reactions' when w.type ~ 'comment' then 'comments' when w.type ~ 'follower' then 'followers'
      when w.type ~ 'compan|organi' then 'company' when w.type ~ 'profile|person|people|enrich' then 'profile' end as kind,
    case when w.state in ('completed', 'complete', 'success', 'succeeded', 'done') then 'completed' when w.state in ('cancelled', 'canceled', 'aborted') then 'cancelled'
      -- What was waiting has a form that our workers do not read, and what was running has nobody left who waits for it.
      when w.state in ('pending', 'queued', 'scheduled', '') then 'cancelled' else 'failed' end as state, w.state as stated
  from prototype.rows_of('scraping_jobs') s
  cross join lateral (select lower(coalesce(s.r ->> 'job_type', s.r ->> 'type', '')) as type, lower(btrim(coalesce(s.r ->> 'status', ''))) as state) w;
  insert into public.scraping_jobs (tenant_id, id, kind, state, input, apify_run_id, found, error, run_at, started_at, finished_at, extra, created_at)
  select tenant_id, id, kind::public.job_kind, state::public.job_state, case jsonb_typeof(r -> 'input_data') when 'object' then r -> 'input_data' else '{}' end,
    case when row_number() over (partition by tenant_id, kind is null, prototype.trimmed(r ->> 'apify_run_id') order by key) = 1 and length(r ->> 'apify_run_id') <= 200
      then prototype.trimmed(prototype.word(r, 'apify_run_id')) end,
    case when r -> 'result_data' ->> 'items' ~ '^[0-9]{1,9}$' then (r -> 'result_data' ->> 'items')::integer
      when jsonb_typeof(r -> 'result_data') = 'array' then jsonb_array_length(r -> 'result_data') end,
    concat_ws(E'\n', prototype.word(r, 'error_message'), case
      when state = 'cancelled' and stated not in ('cancelled', 'canceled', 'aborted') then 'It had not begun when the database was upgraded: start it again.'
      when stated in ('running', 'in_progress', 'processing') then 'It was running when the database was upgraded: start it again.' end),
    coalesce(prototype.time_of(r ->> 'created_at'), now()), prototype.time_of(r ->> 'started_at'),
    coalesce(prototype.time_of(r ->> 'completed_at'), prototype.time_of(r ->> 'started_at'), prototype.time_of(r ->> 'created_at'), now()),
    prototype.rest(r, array['id', 'tenant_id', 'job_type', 'type', 'input_data', 'apify_run_id', 'error_message', 'created_at', 'started_at', 'completed_at', 'updated_at'])
      || prototype.kept(kind is distinct from r ->> 'job_type', r, 'job_type') || prototype.kept(jsonb_typeof(r -> 'input_data') <> 'object', r, 'input_data')
      || prototype.kept(true, r, 'apify_run_id') || prototype.kept_times(r, 'created_at', 'started_at', 'completed_at'),
    coalesce(prototype.time_of(r ->> 'created_at'), now())
  from adopting_jobs where kind is not null
  order by 1, 2
  on conflict do nothing;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'scraping_jobs', key, case when kind is null then 'set aside' when stated in ('completed', 'failed', 'cancelled') then 'adopted' else 'converted' end,
    case when kind is null then 'There is no job of this kind.' when stated in ('completed', 'failed', 'cancelled') then 'kept with their ids'
      when state = 'cancelled' then 'had not begun: cancelled, to be started again' else 'was running: failed, to be started again' end,
    tenant_id, case when kind is not null then 'scraping_jobs' end, case when kind is not null then id::text end
  from adopting_jobs order by key;
  perform prototype.close_books('scraping_jobs', 'scraping_jobs');
end $$;
