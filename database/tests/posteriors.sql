-- Posteriors: the numbers behind recommendations are right, repeatable and honest about how little they know.
-- The reference values were computed with mpmath at thirty digits, by quadrature of the density, which is not the method tested here.

begin;
set local search_path = public, app, tap;
select plan(46);

-- The beta distribution ----------------------------------------------------------------------------------------------------------------

create temporary table reference (p double precision, a double precision, b double precision, quantile double precision);
insert into reference values
  (0.05, 0.01, 0.01, 9.8391806149361946e-101),
  (0.3, 0.01, 50, 5.8930766585448114e-55),
  (0.9, 0.02, 3, 0.0011669214574986098),
  (0.5, 0.1, 0.1, 0.5),
  (0.05, 0.5, 0.5, 0.0061558297024311376),
  (0.95, 0.5, 200, 0.0095695669261866638),
  (0.5, 1, 1, 0.5),
  (0.05, 1, 30, 0.0017083156444657344),
  (0.95, 2, 3, 0.75139537426981845),
  (0.001, 2, 60, 0.00075019105803859388),
  (0.999, 2, 60, 0.1415610026170848),
  (0.05, 10, 240, 0.021947652330943833),
  (0.95, 10, 240, 0.062224574916550039),
  (0.5, 13, 250, 0.048290408647537539),
  (0.05, 37, 4000, 0.0068442614908399988),
  (0.95, 37, 4000, 0.011762310394190273),
  (0.95, 3, 30000.0, 0.00020983077494561347),
  (0.3, 1000, 20, 0.97836217390002087),
  (1e-06, 50, 50, 0.27465129414143017),
  (0.05, 1000.0, 20000.0, 0.045226633784664415),
  (0.95, 10000.0, 300000.0, 0.032781743522849133),
  (0.95, 1000.0, 10000000.0, 0.00010524691569282758),
  (0.25, 10000000.0, 10000000.0, 0.49992458975290794),
  (0.05, 400000.0, 10000000.0, 0.038363502901796904),
  (0.75, 0.01, 10000000.0, 1.8155132654811643e-20),
  (0.5, 10000000.0, 0.5, 0.99999997725317853);

select is_empty(
  $$ select p, a, b, quantile, app.beta_quantile(p, a, b) from reference
     where abs(app.beta_quantile(p, a, b) - quantile) > 1e-7 * quantile $$,
  'Quantiles agree with mpmath to seven digits, for a and b from 0.01 to ten million.');

select is_empty(
  $$ select p, a, b, app.beta_cdf(quantile, a, b) from reference
     where abs(app.beta_cdf(quantile, a, b) - p) > 1e-8 $$,
  'The distribution function gives back the probability that mpmath started from.');

create temporary table grid as
select p, 10.0::double precision ^ (x / 2.0) as a, 10.0::double precision ^ (y / 2.0) as b
from generate_series(-4, 14, 3) as x, generate_series(-4, 14, 3) as y,
  unnest(array[1e-6, 0.001, 0.05, 0.5, 0.95, 0.999, 1 - 1e-6]::double precision[]) as p;

select is_empty(
  $$ select * from (select p, a, b, app.beta_quantile(p, a, b) as x from grid) as g
     where x > 1e-300 and x < 1 - 1e-9 and abs(app.beta_cdf(x, a, b) - p) > 1e-6 $$,
  'The distribution function undoes the quantile all over the plane, without overflow.');

select is_empty(
  $$ select * from grid where not (app.beta_quantile(p, a, b) between 0 and 1) $$,
  'Every quantile is a rate.');

select is_empty(
  $$ select a, b, p from (
       select *, app.beta_quantile(p, a, b) - lag(app.beta_quantile(p, a, b)) over (partition by a, b order by p) as growth from grid) as g
     where growth < 0 $$,
  'A higher probability never has a lower quantile.');

select is_empty(
  $$ select p, a, b from (select *, app.beta_quantile(p, a, b) as x, app.beta_quantile(1 - p, b, a) as mirrored from grid) as g
     where abs(x - (1 - mirrored)) > 1e-7 $$,
  'Not engaging is the mirror image of engaging.');

select ok(abs(app.beta_cdf(0.3, 1, 1) - 0.3) < 1e-13, 'Beta(1, 1) is the even distribution.');
select ok(abs(app.beta_cdf(0.2, 3, 1) - 0.008) < 1e-13, 'Beta(3, 1) is the third power.');
select is(app.beta_cdf(0, 2, 3), 0.0::double precision, 'Nothing lies below 0.');
select is(app.beta_cdf(1, 2, 3), 1.0::double precision, 'Everything lies below 1.');
select is(app.beta_quantile(0, 2, 3), 0.0::double precision, 'The quantile of 0 is the lowest rate there is.');
select is(app.beta_quantile(1, 2, 3), 1.0::double precision, 'The quantile of 1 is the highest rate there is.');
select ok(app.beta_quantile(null, 2, 3) is null, 'An unknown probability has an unknown quantile.');
select throws_ok('select app.beta_quantile(0.5, 0, 3)', '22023', null, 'A distribution without weight is refused.');
select throws_ok('select app.beta_quantile(1.5, 2, 3)', '22023', null, 'A probability above 1 is refused.');
select throws_ok($$ select app.beta_cdf(0.5, 'NaN', 3) $$, '22023', null, 'A distribution of no number is refused.');
select ok(
  abs(app.ln_gamma(0.5) - ln(sqrt(pi()))) < 1e-14 and abs(app.ln_gamma(1)) < 1e-14 and abs(app.ln_gamma(11) - ln(3628800)) < 1e-13,
  'The gamma function knows the square root of pi and ten factorial.');

-- Draws --------------------------------------------------------------------------------------------------------------------------------

select is(app.beta_draw(3, 40, 7, 'a'), app.beta_draw(3, 40, 7, 'a'), 'The same seed and key give the same draw.');
select isnt(app.beta_draw(3, 40, 7, 'a'), app.beta_draw(3, 40, 8, 'a'), 'Another seed gives another draw.');
select isnt(app.beta_draw(3, 40, 7, 'a'), app.beta_draw(3, 40, 7, 'b'), 'Another key gives another draw.');
select is(
  app.uniform_draw(42, 'persona/strategy'), 0.5349534346517358::double precision,
  'A seed written down today gives the same order on another machine.');

create temporary table draw as
select seed, app.uniform_draw(seed, 'key') as u, app.uniform_draw(1, 'key ' || seed) as v, app.beta_draw(5, 95, seed, 'key') as rate
from generate_series(1, 4000) as seed;

select ok((select min(u) > 0 and max(u) < 1 from draw), 'A uniform draw is never quite 0 and never quite 1.');
-- four standard errors each: 0.289, 0.0745 and 0.0218 divided by the square root of 4000
select ok((select abs(avg(u) - 0.5) < 0.0183 and abs(avg(v) - 0.5) < 0.0183 from draw), 'Uniform draws have the mean one half.');
select ok((select abs(var_pop(u) - 1 / 12.0) < 0.0048 and abs(var_pop(v) - 1 / 12.0) < 0.0048 from draw), 'Uniform draws have the variance one twelfth.');
select ok(
  (select abs(corr(u, v)) < 0.064 and abs(corr(u, next)) < 0.064 from (select u, v, lead(u) over (order by seed) as next from draw) as d),
  'A draw says nothing about the draw of the next seed or the next key.');
select ok(
  (select max(n) < 400 + 4 * 19 and min(n) > 400 - 4 * 19 from (select count(*) as n from draw group by floor(u * 10)) as tenth),
  'Every tenth of the range gets its tenth of the draws.');
select ok((select abs(avg(rate) - 0.05) < 0.00138 from draw), 'Draws from Beta(5, 95) have its mean.');
select ok((select abs(stddev_pop(rate) / sqrt(0.05 * 0.95 / 101) - 1) < 0.06 from draw), 'Draws from Beta(5, 95) have its spread.');
select ok(
  (select abs(avg((rate < app.beta_quantile(0.05, 5, 95))::integer) - 0.05) < 0.0138 from draw),
  'One draw in twenty lies below the quantile of 0.05.');
select ok(
  (select abs(app.beta_draw(5, 95, 3, 'key') - app.beta_draw(5, 96, 3, 'key')) < 0.001),
  'A little more evidence moves a draw a little.');

-- The shrinkage ------------------------------------------------------------------------------------------------------------------------

create function pg_temp.evidence(variadic cells text[]) returns app.strategy_evidence[]
language sql immutable
as $$
  -- 'persona strategy trials successes relevance', a dash for null
  select array_agg(row(
    md5('persona ' || split_part(cell, ' ', 1))::uuid,
    md5('strategy ' || nullif(split_part(cell, ' ', 2), '-'))::uuid,
    split_part(cell, ' ', 3)::bigint, split_part(cell, ' ', 4)::bigint,
    nullif(split_part(cell, ' ', 5), '-')::numeric)::app.strategy_evidence)
  from unnest(cells) as cell
$$;

create function pg_temp.posterior(evidence app.strategy_evidence[], persona text, strategy text)
returns table (prior_rate double precision, a double precision, b double precision, mean double precision, lower double precision,
  upper double precision, baseline double precision, lift double precision, score double precision)
language sql immutable
as $$
  select p.prior_rate, p.a, p.b, p.mean, p.lower, p.upper, p.baseline, p.lift, p.score
  from app.strategy_posteriors(evidence, md5('persona ' || persona)::uuid) as p
  where p.strategy_id = md5('strategy ' || strategy)::uuid
$$;

select is(
  (select row(round(mean::numeric, 4), round(baseline::numeric, 4), round(lift::numeric, 4)) from pg_temp.posterior(pg_temp.evidence('CTO launch 0 0 -'), 'CTO', 'launch')),
  row(0.0400, 0.0400, 1.0000),
  'Knowing nothing at all, one expects four per cent and no difference.');

select results_eq(
  $$ select array_agg(round((prior_rate / (1 - prior_rate) / (0.04 / 0.96))::numeric, 3) order by prior_rate desc)
     from app.strategy_posteriors(pg_temp.evidence('CTO a 0 0 1.00', 'CTO b 0 0 0.50', 'CTO c 0 0 0.00', 'CTO d 0 0 -')) $$,
  $$ values (array[2.000, 1.000, 1.000, 0.500]) $$,
  'Stated relevance doubles the odds at most and halves them at worst; unknown relevance is neutral.');

select ok(
  (select abs(mean - 0.15) < 0.003 from pg_temp.posterior(pg_temp.evidence('CTO launch 100000 15000 0.10'), 'CTO', 'launch')),
  'Much evidence overrules a low relevance.');

select ok(
  (select mean between prior_rate and 0.5 and mean < 0.15 from pg_temp.posterior(pg_temp.evidence('CTO launch 4 2 -', 'CTO series 400 16 -'), 'CTO', 'launch')),
  'Two engagements out of four do not make fifty per cent.');

select ok(
  (select good.mean > 1.15 * unknown.mean
   from pg_temp.evidence('CTO a 0 0 -', 'CTO b 0 0 -', 'CTO c 900 45 -', 'CFO a 900 90 -', 'CFO c 900 45 -', 'CMO a 900 90 -', 'CMO c 900 45 -') as e,
     pg_temp.posterior(e, 'CTO', 'a') as good, pg_temp.posterior(e, 'CTO', 'b') as unknown),
  'A strategy that works for other personas is expected to work for this one.');

select ok(
  (select eager.prior_rate < 1.1 * plain.prior_rate
   from pg_temp.evidence('CTO a 0 0 -', 'CTO c 2000 100 -', 'CFO a 2000 300 -', 'CFO c 2000 300 -') as e,
     pg_temp.posterior(e, 'CTO', 'a') as eager, pg_temp.posterior(e, 'CTO', 'c') as plain),
  'A strategy is not praised for having been shown to an eager persona.');

select ok(
  (select one.prior_rate < 0.9 * many.prior_rate
   from pg_temp.posterior(pg_temp.evidence('CTO a 0 0 -', 'CTO c 900 45 -', 'CFO a 100000 12500 -', 'CFO c 100000 5000 -'), 'CTO', 'a') as one,
     pg_temp.posterior(pg_temp.evidence('CTO a 0 0 -', 'CTO c 900 45 -', 'CFO a 900 112 -', 'CFO c 900 45 -', 'CMO a 900 112 -', 'CMO c 900 45 -',
       'CIO a 900 112 -', 'CIO c 900 45 -', 'COO a 900 112 -', 'COO c 900 45 -', 'CEO a 900 112 -', 'CEO c 900 45 -'), 'CTO', 'a') as many),
  'Five personas say more about a strategy than one persona with a hundred times the data.');

select is_empty(
  $$ select * from app.strategy_posteriors(pg_temp.evidence('CTO a 90 9 0.7', 'CTO b 500 12 -', 'CFO a 90 0 0.2', 'CFO b 10000 600 1'))
     where not (lower < mean and mean < upper) or abs(app.beta_cdf(upper, a, b) - app.beta_cdf(lower, a, b) - 0.9) > 1e-6
       or abs(mean - a / (a + b)) > 1e-12 or abs(lift - mean / baseline) > 1e-12 or score <> mean $$,
  'Mean, interval, lift and score follow from the posterior that is shown beside them.');

select ok(
  (select few.upper - few.lower > 2 * (many.upper - many.lower)
   from pg_temp.posterior(pg_temp.evidence('CTO a 100 5 -'), 'CTO', 'a') as few, pg_temp.posterior(pg_temp.evidence('CTO a 4000 200 -'), 'CTO', 'a') as many),
  'More evidence makes the interval narrower.');

select is(
  (select array_agg(p::text order by strategy_id) from app.strategy_posteriors(pg_temp.evidence('CTO a 40 2 -', 'CTO b 50 1 -', 'CTO a 60 3 -')) as p),
  (select array_agg(p::text order by strategy_id) from app.strategy_posteriors(pg_temp.evidence('CTO b 50 1 -', 'CTO a 100 5 -')) as p),
  'Evidence may come in pieces and in any order.');

select ok(
  (select count(*) = 1 and min(baseline) < 0.03 from app.strategy_posteriors(pg_temp.evidence('CTO a 100 10 -', 'CTO - 5000 100 -'))),
  'Posts without a strategy tell how a persona usually responds, and are not ranked.');

select is(
  (select array_agg(strategy_id order by score desc) from app.strategy_posteriors(pg_temp.evidence('CTO a 40 2 -', 'CTO b 50 3 -', 'CTO c 9 1 -', 'CTO d 0 0 -'), null, 5)),
  (select array_agg(strategy_id order by score desc) from app.strategy_posteriors(pg_temp.evidence('CTO d 0 0 -', 'CTO c 9 1 -', 'CTO b 50 3 -', 'CTO a 40 2 -'), null, 5)),
  'Exploring with the same seed gives the same order.');

select ok(
  (select count(distinct first) > 1 and mode() within group (order by first) = md5('strategy good')::uuid
   from (select (select strategy_id from app.strategy_posteriors(pg_temp.evidence('CTO good 500 40 -', 'CTO fair 500 25 -', 'CTO new 0 0 -'), null, seed)
                 order by score desc limit 1) as first
         from generate_series(1, 40) as seed) as trial),
  'Exploring usually takes the best and sometimes tries another.');

select is(
  (select sum(mean) is not null and bool_and(a > 0 and b > 0) from app.strategy_posteriors(pg_temp.evidence('CTO a 10 10 1', 'CTO b 5 9 1', 'CTO c 1000000 0 0', 'CTO d 0 0 1'))),
  true,
  'Everyone, no one, and more engagements than trials are evidence too.');

-- The reason ---------------------------------------------------------------------------------------------------------------------------

select results_eq(
  $$ values
       (app.recommendation_reason(13, 240, 12, 80, 3, 2.1, 0.031, 0.075, 0.024, 0.8)),
       (app.recommendation_reason(8, 240, 8, 80, 3, 1.2, 0.018, 0.044, 0.024, 0.8)),
       (app.recommendation_reason(0, 600, 0, 1200, 2, 0.35, 0.003, 0.014, 0.024, null)),
       (app.recommendation_reason(24, 1000, 24, 1000, 1, 1.02, 0.018, 0.03, 0.0238, null)),
       (app.recommendation_reason(1, 1, 1, 1, 1, 1.3, 0.011, 0.075, 0.024, null, 300)),
       (app.recommendation_reason(0, 0, 0, 0, 0, 1.5, 0.011, 0.075, 0.024, 0.834, 300)),
       (app.recommendation_reason(0, 0, 0, 0, 0, 1.5, 0.011, 0.075, 0.024, 0.834, 0)),
       (app.recommendation_reason(null, null, null, null, null, 1.5, 0.011, 0.075, 0.024, null)) $$,
  $$ values
       ('12 of 80 people engaged with 3 posts, on average 5.4 % with each. Less what may be chance, that is 2.1 times what is usual for this persona (2.4 %), and likely between 1.3 and 3.1 times.'),
       ('8 of 80 people engaged with 3 posts, on average 3.3 % with each. Less what may be chance, that is 1.2 times what is usual for this persona (2.4 %), and likely between 0.8 and 1.8 times: it may not differ at all.'),
       ('0 of 1,200 people engaged with 2 posts, on average 0 % with each. Less what may be chance, that is 0.4 times what is usual for this persona (2.4 %), and likely between 0.1 and 0.6 times.'),
       ('24 of 1,000 people engaged with 1 post (2.4 %). Less what may be chance, that is about what is usual for this persona (2.4 %), and likely between 0.8 and 1.3 times.'),
       ('Not enough data yet: 1 of 1 person engaged with 1 post (100 %). Ranked by how it does with other personas.'),
       ('No response of this persona''s people is known yet: ranked by its relevance of 0.83 and how it does with other personas.'),
       ('No response of this persona''s people is known yet: ranked by its relevance of 0.83.'),
       ('No response of this persona''s people is known yet: nothing speaks for or against it.') $$,
  'The reason cites its numbers, says what chance could explain, and admits to little or no data.');

select is(
  array[app.percent_text(0), app.percent_text(0.0001), app.percent_text(0.0012), app.percent_text(0.0996), app.percent_text(0.1549), app.percent_text(1)],
  array['0 %', 'less than 0.1 %', '0.1 %', '10 %', '15 %', '100 %'],
  'A percentage has the digits that it deserves.');

select * from finish();
rollback;
