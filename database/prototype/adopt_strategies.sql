-- Strategies, how well they suit personas, the calendar, and audiences.
do $do$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  end if;
  if to_regprocedure('prototype.posts_per_week(text)') is null then
    execute $sql$
-- '3x per week', 'daily', 'twice a month', '2'.
create function prototype.posts_per_week(word text) returns numeric
language sql immutable as $$
  select case
    when w ~ '(twice|2x|two times) ?(a|per)? ?day' then 14 when w ~ 'bi-?weekly|every (two|2|other) weeks?|fortnight' then 0.5
    when n is not null and w ~ 'month' then least(round(n / 4, 1), 999) when n is not null and w ~ 'day|daily' then least(n * 7, 999)
    when n is not null and (w ~ 'week' or w ~ '^[0-9.]+x?$') then least(n, 999)
    when w ~ 'twice' and w ~ 'month' then 0.5 when w ~ 'twice' then 2 when w ~ 'daily|every day' then 7 when w ~ 'weekdays?' then 5 when w ~ 'week' then 1 when w ~ 'month' then 0.3 end
  from (select lower(btrim(word)) as w, substring(word from '[0-9]{1,3}(?:\.[0-9])?')::numeric as n) x
$$;
create function prototype.strategy_type(word text) returns public.strategy_type
language sql immutable as $$
  select (case when w ~ 'retent|loyal|customer' then 'retention' when w ~ 'conver|lead|sale' then 'conversion' when w ~ 'engag|communit' then 'engagement'
    when w ~ 'aware|brand|reach' then 'awareness' end)::public.strategy_type
  from (select lower(word) as w) x
$$;
create function prototype.kpi(word text) returns public.kpi
language sql immutable as $$
  select case when w = any (enum_range(null::public.kpi)::text[]) then w::public.kpi when w in ('ctr', 'click_rate') then 'click_through_rate'
    when w = 'cpc' then 'cost_per_click' when w = 'cpe' then 'cost_per_engagement' when w in ('reach', 'views') then 'impressions' when w = 'engagement' then 'engagements' end
  from (select btrim(regexp_replace(lower(word), '[^a-z]+', '_', 'g'), '_') as w) x
$$;
$sql$;
  end if;

  if prototype.pending('campaign_strategies') then
    create temporary table adopting_strategies on commit drop as
    select s.key, s.r, prototype.tenant_of(s.r) as tenant_id, prototype.uuid_of('campaign_strategies', s.key) as id, n.name, prototype.strategy_type(s.r ->> 'strategy_type') as type,
      prototype.kpi(s.r ->> 'primary_kpi') as kpi, case jsonb_typeof(s.r -> 'content_mix') when 'object' then s.r -> 'content_mix' end as mix,
      case when jsonb_typeof(s.r -> 'benchmark_metrics') = 'object' then
        prototype.number_of(s.r -> 'benchmark_metrics' ->> coalesce(prototype.kpi(s.r ->> 'primary_kpi')::text, 'engagement_rate')) end as benchmark,
      b.one, b.two, b.currency, prototype.number_of(s.r ->> 'duration_days') as days,
      (select coalesce(array_agg(distinct g.target_key order by g.target_key), '{}') from unnest(prototype.words_of(s.r -> 'target_segments')) w
        join prototype.adoption g on g.source_table = 'audience_segments' and g.source_key = prototype.short(w) and g.tenant_id = prototype.tenant_of(s.r)) as segments
    from prototype.rows_of('campaign_strategies') s
    join prototype.names_of('campaign_strategies', 'Unnamed strategy') n on n.key = s.key
    cross join lateral (
      select case t when 'object' then prototype.money_of(v -> 'min') when 'array' then prototype.money_of(v -> 0) when 'number' then prototype.money_of(v) end as one,
        case t when 'object' then prototype.money_of(v -> 'max') when 'array' then prototype.money_of(v -> 1) when 'number' then prototype.money_of(v) end as two,
        case when t = 'object' and v ->> 'currency' ~ '^[A-Z]{3}$' then v ->> 'currency' end as currency
      from (select s.r -> 'budget_range' as v, jsonb_typeof(s.r -> 'budget_range') as t) x
    ) b;
    insert into public.campaign_strategies (tenant_id, id, name, description, type, audience_segment_ids, content_themes, content_mix, posts_per_week, best_times,
      primary_kpi, success_metrics, benchmark_low, benchmark_source, budget_min, budget_max, currency, duration_weeks, required_assets, post_templates, examples,
      extra, created_at)
    select a.tenant_id, a.id, a.name, prototype.word(a.r, 'description'), coalesce(a.type, 'engagement'), a.segments, prototype.words_of(a.r -> 'content_themes'),
      coalesce(a.mix, '{}'), prototype.posts_per_week(a.r ->> 'posting_frequency'), prototype.words_of(a.r -> 'best_times'), coalesce(a.kpi, 'engagement_rate'),
      prototype.words_of(a.r -> 'success_metrics'), case when abs(a.benchmark) < 1e9 then a.benchmark end, case when a.benchmark is not null then 'from the prototype' end,
      case when a.one is not null and a.two is not null then least(a.one, a.two) else a.one end, case when a.one is not null and a.two is not null then greatest(a.one, a.two) else a.two end,
      coalesce(a.currency, t.currency), case when a.days between 1 and 99999 then ceil(a.days / 7)::integer end, prototype.words_of(a.r -> 'required_assets'),
      prototype.words_of(a.r -> 'post_templates'), prototype.words_of(a.r -> 'example_campaigns'),
      -- Most fields were free forms of jsonb, so their first wording is kept beside ours.
      prototype.rest(a.r, array['id', 'tenant_id', 'name', 'description', 'content_themes', 'required_assets', 'created_date', 'updated_date', 'created_at', 'updated_at'])
        || prototype.kept(a.name is distinct from a.r ->> 'name', a.r, 'name'),
      coalesce(prototype.time_of(a.r ->> 'created_date'), prototype.time_of(a.r ->> 'created_at'), now())
    from adopting_strategies a
    join public.tenants t on t.id = a.tenant_id
    order by 1, 2
    on conflict do nothing;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'campaign_strategies', key, 'adopted', case when type is null then 'kept with their ids; of no type that we know, so "engagement"' else 'kept with their ids' end,
      tenant_id, 'campaign_strategies', id::text
    from adopting_strategies order by key;
    perform prototype.close_books('campaign_strategies', 'campaign_strategies');
  end if;

  if prototype.pending('persona_strategies') then
    -- The pair belongs to its persona's tenant; a column that came later says "default" of all of them.
    create temporary table adopting_pairs on commit drop as
    select s.key, s.r, q.tenant_id, q.target_key::uuid as persona_id, g.target_key::uuid as strategy_id, g.tenant_id as strategy_tenant,
      prototype.number_of(s.r ->> 'relevance_score') as score
    from prototype.rows_of('persona_strategies') s
    left join prototype.adoption q on q.source_table = 'personas' and q.source_key = s.r ->> 'persona_id'
    left join prototype.adoption g on g.source_table = 'campaign_strategies' and g.source_key = s.r ->> 'strategy_id';
    insert into public.persona_strategies (tenant_id, persona_id, strategy_id, relevance_score, notes, set_by, created_at)
    select distinct on (tenant_id, persona_id, strategy_id) tenant_id, persona_id, strategy_id,
      -- Some scored out of ten or a hundred.  Who linked a pair and gave no score meant neither the best nor the worst.
      round(case when score is null then 0.5 when score < 0 then 0 when score <= 1 then score when score <= 10 then score / 10 when score <= 100 then score / 100 else 1 end, 2),
      prototype.word(r, 'notes'), case when score is null then 'prototype, without a score' else 'prototype' end,
      coalesce(prototype.time_of(r ->> 'created_date'), prototype.time_of(r ->> 'created_at'), now())
    from adopting_pairs where tenant_id = strategy_tenant
    order by 1, 2, 3, score desc nulls last
    on conflict do nothing;
    perform prototype.leave_values('persona_strategies', key, tenant_id,
      prototype.rest(r, array['id', 'tenant_id', 'persona_id', 'strategy_id', 'relevance_score', 'notes', 'created_date', 'created_at', 'updated_date', 'updated_at'])
        || prototype.kept(score not between 0 and 1, r, 'relevance_score'))
    from adopting_pairs where tenant_id = strategy_tenant order by key;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'persona_strategies', key,
      case when tenant_id = strategy_tenant then case when row_number() over (partition by tenant_id, persona_id, strategy_id order by score desc nulls last, key) = 1 then 'adopted' else 'merged' end
        else 'set aside' end,
      case when persona_id is null then 'The persona of this pair does not exist.' when strategy_id is null then 'The strategy of this pair does not exist.'
        when tenant_id <> strategy_tenant then 'The persona belongs to one tenant and the strategy to another.'
        when score not between 0 and 1 then 'kept; scored out of ten or a hundred, so divided' when score is null then 'kept; without a score, so 0.50' else 'kept' end,
      coalesce(tenant_id, strategy_tenant, prototype.tenant_of(r)), case when tenant_id = strategy_tenant then 'persona_strategies' end,
      case when tenant_id = strategy_tenant then persona_id || '/' || strategy_id end
    from adopting_pairs order by key;
    perform prototype.close_books('persona_strategies', 'persona_strategies', 't.persona_id || ''/'' || t.strategy_id');
  end if;
end $do$;

------------------------------------------------------------------------------------------------ the calendar
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('content_calendar') then
    return;
  end if;
  create temporary table adopting_entries on commit drop as
  select s.key, s.r, prototype.tenant_of(s.r) as tenant_id, prototype.uuid_of('content_calendar', s.key) as id,
    c.target_key::integer as campaign_id, coalesce(p.target_key, o.target_key)::integer as post_id, g.target_key::uuid as strategy_id,
    prototype.time_of(s.r ->> 'scheduled_date') as stated_at, o.scheduled_at as post_at, prototype.money_of(s.r -> 'budget') as budget, prototype.content_type(s.r ->> 'content_type') as type,
    case when w.status in ('draft', 'scheduled', 'published', 'cancelled') then w.status when w.status in ('canceled', 'skipped') then 'cancelled'
      when w.status in ('posted', 'done', 'live') then 'published' when w.status in ('approved', 'planned', 'ready') then 'scheduled' end as status
  from prototype.rows_of('content_calendar') s
  cross join lateral (select lower(btrim(s.r ->> 'status')) as status) w
  left join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = s.r ->> 'campaign_id' and c.tenant_id = prototype.tenant_of(s.r)
  left join prototype.adoption p on p.source_table = 'posts' and p.source_key = s.r ->> 'post_id' and p.tenant_id = prototype.tenant_of(s.r)
  left join prototype.adoption g on g.source_table = 'campaign_strategies' and g.source_key = s.r ->> 'strategy_id' and g.tenant_id = prototype.tenant_of(s.r)
  -- Posts pointed back at the calendar, and some only they.
  left join lateral (
    select l.target_key, prototype.time_of(x.r ->> 'scheduled_date') as scheduled_at
    from prototype.rows_of('posts') x join prototype.adoption l on l.source_table = 'posts' and l.source_key = x.key
    where x.r ->> 'content_calendar_id' = s.key and l.tenant_id = prototype.tenant_of(s.r) and s.r ->> 'post_id' is null
    order by length(l.source_key), l.source_key limit 1
  ) o on true;
  insert into public.content_calendar (tenant_id, id, campaign_id, post_id, strategy_id, title, description, scheduled_at, status, content_type, is_paid, budget,
    notes, extra, created_at)
  select e.tenant_id, e.id, e.campaign_id, e.post_id, e.strategy_id, coalesce(btrim(prototype.word(e.r, 'title'), E' \t\r\n'), 'Without a title'),
    prototype.word(e.r, 'description'),
    -- An entry needs a day: without one it stands on the day on which it was written.
    coalesce(e.stated_at, e.post_at, prototype.time_of(e.r ->> 'created_date'), prototype.time_of(e.r ->> 'created_at'), now()),
    (case when e.stated_at is null and e.post_at is null and e.status = 'scheduled' then 'draft' else coalesce(e.status, 'draft') end)::public.calendar_status, coalesce(e.type, 'other'),
    coalesce(prototype.flag(e.r, 'is_paid'), false), e.budget, prototype.word(e.r, 'notes'),
    prototype.rest(e.r, array['id', 'tenant_id', 'title', 'description', 'scheduled_date', 'status', 'content_type', 'post_id', 'campaign_id', 'strategy_id', 'is_paid',
        'budget', 'notes', 'created_date', 'updated_date', 'created_at', 'updated_at'])
      || case when e.stated_at is null then '{"without_a_date": true}' else '{}' end::jsonb
      || prototype.kept(e.status is distinct from e.r ->> 'status', e.r, 'status') || prototype.kept(e.type is null or e.type::text <> e.r ->> 'content_type', e.r, 'content_type')
      || prototype.kept(e.post_id is null, e.r, 'post_id') || prototype.kept(e.campaign_id is null, e.r, 'campaign_id') || prototype.kept(e.strategy_id is null, e.r, 'strategy_id')
      || prototype.kept(e.budget is null or e.budget is distinct from prototype.number_of(e.r ->> 'budget'), e.r, 'budget') || prototype.kept(e.stated_at is null, e.r, 'scheduled_date')
      || prototype.kept_times(e.r, 'created_date', 'created_at'),
    coalesce(prototype.time_of(e.r ->> 'created_date'), prototype.time_of(e.r ->> 'created_at'), now())
  from adopting_entries e
  order by 1, 2
  on conflict do nothing;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'content_calendar', key, 'adopted', case when stated_at is null then 'kept with their ids; without a date, so a day was filled in' else 'kept with their ids' end,
    tenant_id, 'content_calendar', id::text
  from adopting_entries order by key;
  perform prototype.close_books('content_calendar', 'content_calendar');
end $$;

------------------------------------------------------------------------------------------------ audiences
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  end if;
  if prototype.pending('custom_audiences') then
    insert into public.custom_audiences (tenant_id, id, name, description, targeting, estimated_reach, linkedin_audience_id, extra, created_at)
    select prototype.tenant_of(s.r), prototype.uuid_of('custom_audiences', s.key), n.name, prototype.word(s.r, 'description'),
      (select coalesce(jsonb_object_agg(f.ours, prototype.words_of(s.r -> f.theirs)), '{}')
        from (values ('companies', 'companies'), ('titles', 'job_titles'), ('functions', 'job_functions'), ('seniorities', 'seniority_levels'), ('industries', 'industries'),
          ('sizes', 'company_sizes'), ('locations', 'locations'), ('skills', 'skills')) f(ours, theirs)
        where cardinality(prototype.words_of(s.r -> f.theirs)) > 0),
      case when prototype.number_of(s.r ->> 'estimated_reach') between 0 and 1e15 then prototype.number_of(s.r ->> 'estimated_reach')::bigint end,
      prototype.bare_id(s.r ->> 'linkedin_audience_id'),
      prototype.rest(s.r, array['id', 'tenant_id', 'name', 'description', 'companies', 'job_titles', 'job_functions', 'seniority_levels', 'industries', 'company_sizes',
          'locations', 'skills', 'estimated_reach', 'linkedin_audience_id', 'created_date', 'updated_date', 'created_at', 'updated_at'])
        || prototype.kept(prototype.number_of(s.r ->> 'estimated_reach') between 0 and 1e15 is not true, s.r, 'estimated_reach')
        || prototype.kept(prototype.bare_id(s.r ->> 'linkedin_audience_id') is distinct from s.r ->> 'linkedin_audience_id', s.r, 'linkedin_audience_id') || prototype.kept(n.name is distinct from s.r ->> 'name', s.r, 'name'),
      coalesce(prototype.time_of(s.r ->> 'created_date'), prototype.time_of(s.r ->> 'created_at'), now())
    from prototype.rows_of('custom_audiences') s
    join prototype.names_of('custom_audiences', 'Unnamed audience') n on n.key = s.key
    order by 1, 2
    on conflict do nothing;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'custom_audiences', key, 'adopted', 'kept with their ids', prototype.tenant_of(r), 'custom_audiences', prototype.uuid_of('custom_audiences', key)::text
    from prototype.rows_of('custom_audiences') order by key;
    perform prototype.close_books('custom_audiences', 'custom_audiences');
  end if;
  perform prototype.close_doors('strategies');
end $$;
