-- Strategies as their pages show them.  Clients see no such page, so that nothing here is confined to campaigns.

--! strategies_shown (strategy?, kind?, text?) : (description?, objective?, benchmark_low?, benchmark_high?, benchmark_source?, posts_per_week?, duration_weeks?, budget_min?, budget_max?)
select s.id, s.name, s.description, s.type::text as type, s.objective::text as objective, s.is_template, s.currency, s.primary_kpi::text as primary_kpi,
  s.benchmark_low::float8 as benchmark_low, s.benchmark_high::float8 as benchmark_high, s.benchmark_source,
  s.posts_per_week::float8 as posts_per_week, s.duration_weeks, s.budget_min::float8 as budget_min, s.budget_max::float8 as budget_max,
  s.audience_seniorities::text[] as seniorities, s.audience_functions::text[] as functions, s.content_themes, s.best_times, s.success_metrics,
  s.required_assets, s.post_templates, s.examples, s.content_mix::jsonb as content_mix
from campaign_strategies s
where (:strategy::uuid is null or s.id = :strategy)
  and (:kind::text is null or s.type::text = :kind)
  and (:text::text is null or position(fold_case(:text) in fold_case(concat_ws(' ', s.name, s.description))) > 0)
order by lower(s.name), s.id;

-- What came of them.  People are left out, who are counted by sets: docs/decisions/032.
--! strategies_performed (strategy?) : (kpi_of_a_campaign?, against_benchmark?)
select strategy_id as id, campaigns, posts, engagements::bigint as engagements, kpi_of_a_campaign::float8 as kpi_of_a_campaign, against_benchmark
from campaign_strategy_performance
where :strategy::uuid is null or strategy_id = :strategy;

--! has_strategies
select exists (select from campaign_strategies);

-- Whom it suits: what is stated or was said by hand, and what came of it with each persona.
--! strategy_fits : (relevance?, rating?, notes?)
select q.id, q.name, q.colour, m.relevance_score::float8 as relevance, r.relevance_score::float8 as rating, r.notes,
  k.posts, k.trials, k.successes, k.mean, k.lower, k.upper, k.baseline, k.lift
from match_personas_to_strategy(:strategy) m
join personas q on q.id = m.persona_id
join ranked_strategies(current_tenant()) k on k.persona_id = q.id and k.strategy_id = :strategy
left join persona_strategies r on r.tenant_id = q.tenant_id and r.persona_id = q.id and r.strategy_id = :strategy
order by m.relevance_score desc nulls last, lower(q.name), q.id;

--! strategy_ratings
select count(*) from persona_strategies where strategy_id = :strategy;

--! tenant_currency
select currency from tenants where id = current_tenant();

-- What a form offers.
--! strategy_choices : (posts_per_week?, duration_weeks?)
select id, name, posts_per_week::float8 as posts_per_week, duration_weeks, best_times, content_mix::jsonb as content_mix, content_themes
from campaign_strategies
order by lower(name), id;
