-- Recommendations: which strategy the next campaign for a persona should use, with the evidence beside it.  The rows come from
-- strategies.sql, the mathematics from posteriors.sql; here they meet.

-- Every strategy for one persona or for all: the list of personas names the first of each, and what was tried is the same for all.
-- The tenant is named, so that what reads its rows is planned for one.
create function app.ranked_strategies(tenant uuid, persona uuid default null, seed bigint default null)
returns table (
  persona_id uuid, strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric,
  people bigint, posts bigint, trials bigint, successes bigint, elsewhere bigint,
  prior_rate double precision, mean double precision, lower double precision, upper double precision,
  baseline double precision, lift double precision, score double precision
)
language sql stable parallel safe as $$
  with relevance as materialized (
    select q.id as persona_id, s.id as strategy_id, s.name, s.type,
      coalesce(r.relevance_score, app.strategy_fit(q.criteria, s.audience_seniorities, s.audience_functions, s.type, s.objective)) as relevance
    from public.personas q
    join public.campaign_strategies s on s.tenant_id = tenant
    left join public.persona_strategies r on r.tenant_id = tenant and r.persona_id = q.id and r.strategy_id = s.id
    where q.tenant_id = tenant
  ),
  trials as materialized (
    select t.* from app.strategy_trials t where t.tenant_id = tenant
  ),
  evidence as (
    select array_agg(row(e.persona_id, e.strategy_id, e.trials, e.successes, r.relevance)::app.strategy_evidence) as rows
    from (
      select t.persona_id, t.strategy_id, t.trials, t.successes from trials t
      union all
      -- What was never tried is ranked too.
      select r.persona_id, r.strategy_id, 0, 0 from relevance r where persona is null or r.persona_id = persona
    ) e
    left join relevance r on r.persona_id = e.persona_id and r.strategy_id = e.strategy_id
  )
  select p.persona_id, p.strategy_id, r.name, r.type, r.relevance, coalesce(t.people, 0), case when t.people > 0 then t.posts else 0 end, p.trials, p.successes,
    coalesce(o.trials, 0)::bigint - coalesce(t.trials, 0), p.prior_rate, p.mean, p.lower, p.upper, p.baseline, p.lift, p.score
  from evidence e
  cross join lateral app.strategy_posteriors(e.rows, persona, seed) p
  join relevance r on r.persona_id = p.persona_id and r.strategy_id = p.strategy_id
  left join trials t on t.persona_id = p.persona_id and t.strategy_id = p.strategy_id
  left join (select x.strategy_id, sum(x.trials)::bigint as trials from trials x group by 1) o on o.strategy_id = p.strategy_id
$$;
comment on function app.ranked_strategies is 'What is believed of every strategy for a persona, or for each persona of the tenant: the higher its score, the sooner it should be tried. A seed ranks by a draw.';

-- What was tried, and who engaged, is read once, however many personas a campaign is for.
create function app.recommended_strategies(tenant uuid, personas uuid[], how_many integer, seed bigint default null)
returns table (
  persona_id uuid, strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric, recommendation_reason text,
  prior_rate numeric, people bigint, posts bigint, trials bigint, successes bigint, people_engaged bigint,
  posterior_mean numeric, interval_low numeric, interval_high numeric,
  baseline numeric, lift numeric, score numeric
)
language sql stable parallel safe as $$
  with ranked as materialized (
    select row_number() over (partition by r.persona_id order by r.score desc, r.strategy)::int as place, r.*
    from app.ranked_strategies(tenant, case when cardinality(personas) = 1 then personas[1] end, seed) r
    where r.persona_id = any (personas)
  ),
  -- No counter knows how many people engaged with any of several campaigns; sets of them do.
  engaged as (
    select q.key::uuid as persona_id, s.strategy_id, sum(bit_count(s.people & q.people))::bigint as people
    from app.strategy_sets s
    join app.sets_of(tenant, 'q', personas::text[]) q on q.chunk = s.chunk
    group by 1, 2
  )
  select r.persona_id, r.strategy_id, r.strategy, r.type, r.relevance_score,
    app.recommendation_reason(r.successes, r.trials, coalesce(e.people, 0), r.people, r.posts, r.lift, r.lower, r.upper, r.baseline, r.relevance_score, r.elsewhere),
    round(r.prior_rate::numeric, 6), r.people, r.posts, r.trials, r.successes, coalesce(e.people, 0),
    round(r.mean::numeric, 6), round(r.lower::numeric, 6), round(r.upper::numeric, 6), round(r.baseline::numeric, 6),
    round(r.lift::numeric, 4), round(r.score::numeric, 6)
  from ranked r
  left join engaged e on e.persona_id = r.persona_id and e.strategy_id = r.strategy_id
  where r.place <= how_many
  order by r.persona_id, r.place
$$;
comment on function app.recommended_strategies is 'What get_recommended_strategies_for_persona says, of several personas of a tenant at once: of each so many strategies, the best first. A seed ranks by a draw.';

create function app.get_recommended_strategies_for_persona(persona uuid, how_many integer default 5, explore boolean default false, seed bigint default null)
returns table (
  strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric, recommendation_reason text,
  prior_rate numeric, people bigint, posts bigint, trials bigint, successes bigint, people_engaged bigint,
  posterior_mean numeric, interval_low numeric, interval_high numeric,
  baseline numeric, lift numeric, score numeric
)
language sql stable parallel safe as $$
  select r.strategy_id, r.strategy, r.type, r.relevance_score, r.recommendation_reason, r.prior_rate, r.people, r.posts, r.trials, r.successes,
    r.people_engaged, r.posterior_mean, r.interval_low, r.interval_high, r.baseline, r.lift, r.score
  from app.recommended_strategies((select q.tenant_id from public.personas q where q.id = persona), array[persona], how_many,
    case when explore then coalesce(seed, (extract(epoch from statement_timestamp()) * 1000000)::bigint) end) r
$$;
comment on function app.get_recommended_strategies_for_persona is 'Strategies in the order in which they should be tried for a persona, with relevance, reason and evidence; rates are shares from 0 to 1. explore ranks by a draw from what is believed instead of its mean, so that what is little known gets its chance; the same seed gives the same order.';
