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

--! rate_strategy (notes?)
insert into persona_strategies (persona_id, strategy_id, relevance_score, notes)
values (:persona, :strategy, :score::text::numeric, :notes)
on conflict (tenant_id, persona_id, strategy_id) do update
set relevance_score = excluded.relevance_score, notes = coalesce(excluded.notes, persona_strategies.notes), set_by = null;
