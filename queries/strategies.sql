--! strategy_by_name : ()
select id, name from campaign_strategies where lower(name) = lower(:name) or id::text = :name order by id limit 1;

--! strategy_names : ()
select name from campaign_strategies order by lower(name);

--! strategy_rows : ()
select row_to_json(r) as row
from (
  select s.id as strategy_id, s.name, s.type, s.objective, s.description, s.primary_kpi, s.benchmark_low, s.benchmark_high, s.posts_per_week,
    s.duration_weeks, s.budget_min, s.budget_max, s.currency, s.is_template,
    (select count(*) from campaigns c where c.tenant_id = s.tenant_id and c.strategy_id = s.id)::int as campaigns
  from campaign_strategies s
  order by s.type, lower(s.name)
) r;

--! strategy_details : ()
select row_to_json(r) as row
from (
  select s.id as strategy_id, s.name, s.description, s.type, s.objective, s.audience_seniorities, s.audience_functions, s.audience_segment_ids,
    s.content_themes, s.content_mix, s.posts_per_week, s.best_times, s.primary_kpi, s.success_metrics, s.benchmark_low, s.benchmark_high,
    s.benchmark_source, s.budget_min, s.budget_max, s.currency, s.duration_weeks, s.required_assets, s.post_templates, s.examples, s.is_template,
    s.created_at, s.updated_at
  from campaign_strategies s where s.id = :strategy
) r;

--! strategy_campaigns
select name from campaigns where strategy_id = :strategy order by lower(name);

--! strategy_personas : ()
select row_to_json(p) as row
from match_personas_to_strategy(:strategy) p;

--! strategy_performance (strategy?) : ()
select row_to_json(p) as row
from (
  select * from campaign_strategy_performance
  where :strategy::uuid is null or strategy_id = :strategy
  order by campaigns desc, engagements desc, lower(strategy)
) p;

--! recommended_strategies (seed?) : ()
select row_to_json(r) as row
from get_recommended_strategies_for_persona(:persona, :how_many, :explore, :seed) r;

--! strategies_for_personas : ()
select persona_id, row_to_json(r) as row
from recommended_strategies(:tenant, :personas, :how_many) r;

--! rate_strategy (notes?)
insert into persona_strategies (persona_id, strategy_id, relevance_score, notes)
values (:persona, :strategy, :score::text::numeric, :notes)
on conflict (tenant_id, persona_id, strategy_id) do update
set relevance_score = excluded.relevance_score, notes = coalesce(excluded.notes, persona_strategies.notes), set_by = null;

-- A strategy as programs see it.
--! strategy_items (strategy?, kind?, objective?, template?, search?, after_key?, after_id?) : ()
with items as (
  select s.id, jsonb_build_object(
    'id', s.id, 'name', s.name, 'description', s.description, 'type', s.type, 'objective', s.objective,
    'audience_seniorities', s.audience_seniorities, 'audience_functions', s.audience_functions, 'audience_segment_ids', s.audience_segment_ids,
    'content_themes', s.content_themes, 'content_mix', s.content_mix, 'posts_per_week', s.posts_per_week, 'best_times', s.best_times,
    'primary_kpi', s.primary_kpi, 'success_metrics', s.success_metrics, 'benchmark_low', s.benchmark_low, 'benchmark_high', s.benchmark_high,
    'benchmark_source', s.benchmark_source, 'budget_min', s.budget_min, 'budget_max', s.budget_max, 'currency', s.currency,
    'duration_weeks', s.duration_weeks, 'required_assets', s.required_assets, 'post_templates', s.post_templates, 'examples', s.examples,
    'is_template', s.is_template, 'created_at', s.created_at, 'updated_at', s.updated_at,
    'campaigns', (select count(*) from campaigns c where c.tenant_id = s.tenant_id and c.strategy_id = s.id)) as item
  from campaign_strategies s
  where (:strategy::uuid is null or s.id = :strategy)
    and (:kind::text is null or s.type = :kind::text::strategy_type)
    and (:objective::text is null or s.objective = :objective::text::campaign_objective)
    and (:template::boolean is null or s.is_template = :template)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', s.name, s.description))) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::uuid is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! strategy_exists
select exists (select from campaign_strategies where id = :strategy);

-- What is said comes as an object of columns; what nobody says has the column's own default.
--! create_strategy
insert into campaign_strategies (
  name, description, type, objective, audience_seniorities, audience_functions, audience_segment_ids, content_themes, content_mix, posts_per_week,
  best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, benchmark_source, budget_min, budget_max, currency, duration_weeks,
  required_assets, post_templates, examples)
select
  n.name, n.description, n.type, n.objective, coalesce(n.audience_seniorities, '{}'), coalesce(n.audience_functions, '{}'),
  coalesce(n.audience_segment_ids, '{}'), coalesce(n.content_themes, '{}'), coalesce(n.content_mix, '{}'), n.posts_per_week,
  coalesce(n.best_times, '{}'), coalesce(n.primary_kpi, 'engagement_rate'), coalesce(n.success_metrics, '{}'), n.benchmark_low, n.benchmark_high,
  n.benchmark_source, n.budget_min, n.budget_max, coalesce(n.currency, t.currency), n.duration_weeks, coalesce(n.required_assets, '{}'),
  coalesce(n.post_templates, '{}'), coalesce(n.examples, '{}')
from jsonb_populate_record(null::campaign_strategies, :said) n
cross join tenants t
where t.id = :tenant
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_strategy
with held as (select k as row from campaign_strategies k where k.id = :strategy for no key update)
update campaign_strategies s
set
  name = n.name, description = n.description, type = n.type, objective = n.objective, audience_seniorities = n.audience_seniorities,
  audience_functions = n.audience_functions, audience_segment_ids = n.audience_segment_ids, content_themes = n.content_themes,
  content_mix = n.content_mix, posts_per_week = n.posts_per_week, best_times = n.best_times, primary_kpi = n.primary_kpi,
  success_metrics = n.success_metrics, benchmark_low = n.benchmark_low, benchmark_high = n.benchmark_high, benchmark_source = n.benchmark_source,
  budget_min = n.budget_min, budget_max = n.budget_max, currency = n.currency, duration_weeks = n.duration_weeks,
  required_assets = n.required_assets, post_templates = n.post_templates, examples = n.examples
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where s.id = (h.row).id
returning s.name;

-- A copy of a strategy, or of a template, under another name.
--! copy_strategy
insert into campaign_strategies (
  name, description, type, objective, audience_seniorities, audience_functions, audience_segment_ids, content_themes, content_mix, posts_per_week,
  best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, benchmark_source, budget_min, budget_max, currency, duration_weeks,
  required_assets, post_templates, examples)
select
  :name, s.description, s.type, s.objective, s.audience_seniorities, s.audience_functions, s.audience_segment_ids, s.content_themes, s.content_mix,
  s.posts_per_week, s.best_times, s.primary_kpi, s.success_metrics, s.benchmark_low, s.benchmark_high, s.benchmark_source, s.budget_min,
  s.budget_max, s.currency, s.duration_weeks, s.required_assets, s.post_templates, s.examples
from campaign_strategies s
where s.id = :strategy
returning id;

-- Who follows a strategy, which then cannot go.
--! strategy_uses
select
  (select count(*) from campaigns where strategy_id = :strategy) as campaigns,
  (select count(*) from content_calendar where strategy_id = :strategy) as entries;

--! delete_strategy
with gone as (delete from campaign_strategies where id = :strategy returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'strategy.deleted', id::text, jsonb_build_object('name', name) from gone;

-- What a human thinks of a strategy for a persona; nothing where either is not there.
--! rate_strategy_for (notes?)
insert into persona_strategies (tenant_id, persona_id, strategy_id, relevance_score, notes)
select q.tenant_id, q.id, s.id, :score::text::numeric, :notes
from personas q
join campaign_strategies s on s.tenant_id = q.tenant_id
where q.id = :persona and s.id = :strategy
on conflict (tenant_id, persona_id, strategy_id) do update
set relevance_score = excluded.relevance_score, notes = excluded.notes, set_by = null;

--! unrate_strategy
delete from persona_strategies where persona_id = :persona and strategy_id = :strategy;
