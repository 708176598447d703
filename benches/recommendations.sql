-- Does the recommender learn? A simulation that knows the true rates, run on the functions of database/app/posteriors.sql themselves.
--
--   psql -X -f benches/recommendations.sql                                  the reported table: seeds 1 to 40, under a minute of one processor
--   psql -X -v model=few_hits -f benches/recommendations.sql                another world; the models are the rows of `model` below
--   psql -X -v first_seed=1000 -v last_seed=1039 -f …                       the seeds the method was developed on
--   psql -X -v sharpness=1 -f …                                             explores by full draws from the posterior (ours: 2)
--
-- Ten personas, eight strategies. In every round each policy chooses one strategy for each persona, and sixty people of the persona are
-- in reach of its post. Regret is what the best strategy would have brought on average and the chosen one does not. The table shows it summed up and
-- divided by the regret of ranking by the stated relevance alone, which never learns. All policies meet the same luck.
-- It also prints how many of the true rates lie inside the 90 % intervals. Needs a database with the schema app (or just posteriors.sql in it); writes temporary tables only, and draws no random numbers of the
-- session, so that the printed figures are the same on every machine.

\set ON_ERROR_STOP 1
\set QUIET on
\pset footer off
\if :{?model} \else \set model plain \endif
\if :{?first_seed} \else \set first_seed 1 \endif
\if :{?last_seed} \else \set last_seed 40 \endif
\if :{?rounds} \else \set rounds 100 \endif
\if :{?sharpness} \else \set sharpness 2 \endif
\o /dev/null
set jit = off;
set client_min_messages = warning;
select set_config('bench.rounds', :'rounds', false), set_config('bench.sharpness', :'sharpness', false);
\o

begin;

create temporary table model on commit drop as
select *
from (values
  -- the spreads are standard deviations of the log odds: 0.3 is a factor of 1.35 up or down
  --               median  personas strategies pairs  hits: share, factor  posts  prior      ,
  ('plain',         0.05,  0.25,    0.30,      0.30,  0.00, 1.0,           0.0,   0.5, 'as described: nearly all rates between 2 and 12 %, two thirds of them between 3 and 8 %'),
  ('wide',          0.05,  0.40,    0.25,      0.50,  0.00, 1.0,           0.0,   0.5, 'personas differ more, and differ more in what they like'),
  ('shared',        0.05,  0.30,    0.45,      0.15,  0.00, 1.0,           0.0,   0.5, 'a good strategy is good for nearly everyone'),
  ('not_shared',    0.05,  0.30,    0.00,      0.45,  0.00, 1.0,           0.0,   0.5, 'what works for one persona says nothing about another'),
  ('few_hits',      0.05,  0.30,    0.10,      0.10,  0.15, 2.2,           0.0,   0.5, 'most strategies are alike; every seventh pair does 2.2 times as well'),
  ('noisy_posts',   0.05,  0.25,    0.30,      0.30,  0.00, 1.0,           0.5,   0.5, 'plain, and every post has its own luck, shared by its sixty people'),
  ('useless_prior', 0.05,  0.25,    0.30,      0.30,  0.00, 1.0,           0.0,   0.0, 'plain, and the stated relevance is noise'),
  ('rare',          0.01,  0.25,    0.30,      0.30,  0.00, 1.0,           0.0,   0.5, 'plain, at a fifth of the rates')
) as m (name, median, persona_sd, strategy_sd, pair_sd, hit_share, hit_factor, post_sd, prior_correlation, meaning)
where name = :'model';

\echo
\pset tuples_only on
select format('Model %s: %s; seeds %s to %s.', name, meaning, :first_seed, :last_seed) from model;
\pset tuples_only off

create function pg_temp.normal(seed bigint, key text) returns double precision
language sql immutable
as $$
  select sqrt(-2 * ln(app.uniform_draw(seed, key || '/radius'))) * cos(2 * pi() * app.uniform_draw(seed, key || '/angle'))
$$;

create function pg_temp.binomial(u double precision, n integer, p double precision) returns integer
language plpgsql immutable
as $$
declare
  mass double precision := (1 - p) ^ n;
  total double precision := mass;
  k integer := 0;
begin
  while total < u and k < n loop
    mass := mass * (n - k) / (k + 1) * p / (1 - p);
    total := total + mass;
    k := k + 1;
  end loop;
  return k;
end
$$;

-- One row a pair: the truth, and the relevance that somebody stated about it.
create temporary table truth on commit drop as
with effect as (
  select
    seed, persona, strategy, m.*,
    persona_sd * pg_temp.normal(seed, 'persona ' || persona) as persona_effect,
    strategy_sd * pg_temp.normal(seed, 'strategy ' || strategy)
      + pair_sd * pg_temp.normal(seed, format('pair %s %s', persona, strategy))
      + ln(hit_factor) * (app.uniform_draw(seed, format('hit %s %s', persona, strategy)) < hit_share)::integer as appeal,
    ln(hit_factor) * hit_share as mean_appeal,
    sqrt(strategy_sd^2 + pair_sd^2 + ln(hit_factor)^2 * hit_share * (1 - hit_share)) as sd_appeal
  from model as m, generate_series(:first_seed::bigint, :last_seed) as seed, generate_series(1, 10) as persona, generate_series(1, 8) as strategy
)
select
  seed, persona, strategy,
  -- the same names in every world, as uuids, since that is what the functions take
  md5('persona ' || persona)::uuid as persona_id,
  md5('strategy ' || strategy)::uuid as strategy_id,
  persona_effect, appeal, post_sd,
  1 / (1 + exp(-(ln(median / (1 - median)) + persona_effect + appeal))) as rate,
  greatest(0, least(1, round((0.5 + 0.2 * (
    prior_correlation * (appeal - mean_appeal) / sd_appeal
    + sqrt(1 - prior_correlation^2) * pg_temp.normal(seed, format('relevance %s %s', persona, strategy))))::numeric, 2))) as relevance
from effect;
create unique index on truth (seed, persona_id, strategy_id);

select
  round(100 * percentile_cont(0.05) within group (order by rate)::numeric, 1) as "5 % of rates below, %",
  round(100 * percentile_cont(0.5) within group (order by rate)::numeric, 1) as "half below, %",
  round(100 * percentile_cont(0.95) within group (order by rate)::numeric, 1) as "95 % below, %",
  round(corr(relevance, appeal)::numeric, 2) as "relevance's correlation with the truth"
from truth;

create temporary table policy (policy text primary key, place integer not null) on commit drop;
insert into policy values ('prior alone', 1), ('raw rate', 2), ('raw rate, each tried once', 3), ('ours, greedy', 4), ('ours, exploring', 5);

create temporary table record on commit drop as
select policy, seed, persona_id, strategy_id, relevance, rate, post_sd, 0::bigint as trials, 0::bigint as successes
from policy, truth;
alter table record add primary key (policy, seed, persona_id, strategy_id);
analyze record;

create temporary table regret (policy text, seed bigint, round integer, regret double precision) on commit drop;
create temporary table calibration (round integer, inside double precision) on commit drop;

-- What the posteriors say about every pair of every world, from the records of one policy. The call is lateral to one row a world, so
-- that a round is one statement; columns that are not asked for are not computed, because the planner inlines the function.
create view pg_temp.evidence as
select policy, seed, array_agg(row(persona_id, strategy_id, trials, successes, relevance)::app.strategy_evidence) as pairs
from record
group by policy, seed;

do $$
declare
  rounds constant integer := current_setting('bench.rounds');
  sharpness constant double precision := current_setting('bench.sharpness');
begin
  for this_round in 1 .. rounds loop
    create temporary table choice on commit drop as
    with score as (
      select policy, seed, persona_id, strategy_id,
        case policy
          when 'prior alone' then relevance
          when 'raw rate' then coalesce(successes::double precision / nullif(trials, 0), 0)
          else coalesce(successes::double precision / nullif(trials, 0), 1)
        end as score,
        relevance
      from record
      where policy in ('prior alone', 'raw rate', 'raw rate, each tried once')
      union all
      select e.policy, e.seed, p.persona_id, p.strategy_id, p.score, 0
      from evidence as e, app.strategy_posteriors(e.pairs) as p
      where e.policy = 'ours, greedy'
      union all
      select e.policy, e.seed, p.persona_id, p.strategy_id, p.score, 0
      from evidence as e, app.strategy_posteriors(e.pairs, null, 1000 * e.seed + this_round) as p
      where e.policy = 'ours, exploring' and sharpness = 2
      union all
      -- for comparison only: the same posterior, explored by draws of another sharpness
      select e.policy, e.seed, p.persona_id, p.strategy_id,
        app.beta_draw(sharpness * p.a, sharpness * p.b, 1000 * e.seed + this_round, p.persona_id || '/' || p.strategy_id), 0
      from evidence as e, app.strategy_posteriors(e.pairs) as p
      where e.policy = 'ours, exploring' and sharpness <> 2
    )
    select distinct on (policy, seed, persona_id) policy, seed, persona_id, strategy_id
    from score
    order by policy, seed, persona_id, score desc, relevance desc, strategy_id;

    insert into regret
    select c.policy, c.seed, this_round, sum(60 * (best.rate - r.rate))
    from choice as c
    join record as r using (policy, seed, persona_id, strategy_id)
    join (select seed, persona_id, max(rate) as rate from truth group by seed, persona_id) as best using (seed, persona_id)
    group by c.policy, c.seed;

    update record as r
    set trials = trials + 60,
        successes = successes + pg_temp.binomial(
          app.uniform_draw(r.seed, format('people %s %s', this_round, r.persona_id)),
          60,
          app.rate_times(rate, exp(post_sd * pg_temp.normal(r.seed, format('post %s %s', this_round, r.persona_id)))))
    from choice as c
    where (r.policy, r.seed, r.persona_id, r.strategy_id) = (c.policy, c.seed, c.persona_id, c.strategy_id);

    drop table choice;

    if this_round in (10, 40, 100) then
      insert into calibration
      select this_round, avg((t.rate between p.lower and p.upper)::integer)
      from evidence as e, app.strategy_posteriors(e.pairs) as p
      join truth as t using (persona_id, strategy_id)
      where e.policy = 'ours, exploring' and t.seed = e.seed;
    end if;
  end loop;
end
$$;

-- The standard error is that of a ratio of two sums over the same worlds.
with cumulative as (
  select policy, seed, upto, sum(regret) as regret
  from regret, unnest(array[10, 20, 40, 100]) as upto
  where round <= upto and upto <= :rounds
  group by policy, seed, upto
), ratio as (
  select c.policy, c.upto, sum(c.regret) / sum(p.regret) as ratio, avg(p.regret) as of_prior, count(*) as worlds
  from cumulative as c
  join cumulative as p on (p.policy, p.seed, p.upto) = ('prior alone', c.seed, c.upto)
  group by c.policy, c.upto
), spread as (
  select c.policy, c.upto, r.ratio, stddev_samp(c.regret - r.ratio * p.regret) / sqrt(r.worlds) / r.of_prior as error
  from cumulative as c
  join cumulative as p on (p.policy, p.seed, p.upto) = ('prior alone', c.seed, c.upto)
  join ratio as r on (r.policy, r.upto) = (c.policy, c.upto)
  group by c.policy, c.upto, r.ratio, r.worlds, r.of_prior
)
select policy as "cumulative regret after rounds",
  max(round(ratio::numeric, 2)::text) filter (where upto = 10) as "10",
  max(round(ratio::numeric, 2)::text) filter (where upto = 20) as "20",
  max(round(ratio::numeric, 2) || case when policy <> 'prior alone' then ' ± ' || round(error::numeric, 2) else '' end) filter (where upto = 40) as "40",
  max(round(ratio::numeric, 2) || case when policy <> 'prior alone' then ' ± ' || round(error::numeric, 2) else '' end) filter (where upto = 100) as "100"
from spread
join policy using (policy)
group by policy, place
order by place;

select round as "after round", round(100 * inside::numeric, 1) as "true rates inside their 90 % interval, % (exploring)"
from calibration
order by round;

rollback;
