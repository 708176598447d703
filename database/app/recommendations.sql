-- Recommendations: which strategy the next campaign for a persona should use, with the evidence beside it.  The rows come from
-- strategies.sql, the mathematics from posteriors.sql; here they meet.

create function app.get_recommended_strategies_for_persona(persona uuid, how_many integer default 5, explore boolean default false, seed bigint default null)
returns table (
  strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric, recommendation_reason text,
  prior_rate numeric, people bigint, posts bigint, trials bigint, successes bigint, people_engaged bigint,
  posterior_mean numeric, interval_low numeric, interval_high numeric,
  baseline numeric, lift numeric, score numeric
)
language sql stable as $$
  with chosen as (
    select q.tenant_id, q.id from public.personas q where q.id = persona
  ),
  relevance as materialized (
    select q.id as persona_id, s.id as strategy_id, s.name, s.type,
      coalesce(r.relevance_score, app.strategy_fit(q.criteria, s.audience_seniorities, s.audience_functions, s.type, s.objective)) as relevance
    from chosen c
    join public.personas q on q.tenant_id = c.tenant_id
    join public.campaign_strategies s on s.tenant_id = c.tenant_id
    left join public.persona_strategies r on r.tenant_id = c.tenant_id and r.persona_id = q.id and r.strategy_id = s.id
  ),
  trials as materialized (
    select t.* from app.strategy_trials t join chosen c on c.tenant_id = t.tenant_id
  ),
  evidence as (
    select array_agg(row(e.persona_id, e.strategy_id, e.trials, e.successes, r.relevance)::app.strategy_evidence) as rows
    from (
      select t.persona_id, t.strategy_id, t.trials, t.successes from trials t
      union all
      -- What was never tried is ranked too.
      select r.persona_id, r.strategy_id, 0, 0 from relevance r where r.persona_id = persona
    ) e
    left join relevance r on r.persona_id = e.persona_id and r.strategy_id = e.strategy_id
  )
  select p.strategy_id, r.name, r.type, r.relevance,
    app.recommendation_reason(p.successes, p.trials, coalesce(t.people_engaged, 0), coalesce(t.people, 0), coalesce(t.posts, 0), p.lift, p.lower, p.upper,
      p.baseline, r.relevance, coalesce(o.trials, 0)),
    round(p.prior_rate::numeric, 6), coalesce(t.people, 0), coalesce(t.posts, 0), p.trials, p.successes, coalesce(t.people_engaged, 0),
    round(p.mean::numeric, 6), round(p.lower::numeric, 6), round(p.upper::numeric, 6), round(p.baseline::numeric, 6),
    round(p.lift::numeric, 4), round(p.score::numeric, 6)
  from evidence e
  cross join lateral app.strategy_posteriors(e.rows, persona,
    case when explore then coalesce(seed, (extract(epoch from statement_timestamp()) * 1000000)::bigint) end) p
  join relevance r on r.persona_id = persona and r.strategy_id = p.strategy_id
  left join trials t on t.persona_id = persona and t.strategy_id = p.strategy_id
  left join (select x.strategy_id, sum(x.trials)::bigint as trials from trials x where x.persona_id <> persona group by 1) o on o.strategy_id = p.strategy_id
  order by p.score desc, r.name
  limit how_many
$$;
comment on function app.get_recommended_strategies_for_persona is 'Strategies in the order in which they should be tried for a persona, with relevance, reason and evidence; rates are shares from 0 to 1. explore ranks by a draw from what is believed instead of its mean, so that what is little known gets its chance; the same seed gives the same order.';
