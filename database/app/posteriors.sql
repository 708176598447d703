-- Posteriors: what the evidence says about an engagement rate, and how sure one may be of it.
--
-- This file holds the mathematics behind get_recommended_strategies_for_persona(), and nothing else: functions of their arguments that
-- read no table, so that they are tested against reference values and simulated at speed. From bottom to top: the beta distribution
-- (distribution function, quantile, a seedable draw), the shrinkage of thin evidence towards what is known anyway (strategy_posteriors),
-- and the sentence that tells a reader why (recommendation_reason). docs/decisions/010-recommendations-by-hierarchical-shrinkage.md says
-- why it is done this way and what it was measured against; benches/recommendations.sql repeats the measurement on these very functions.

--------------------------------------------------------------------------------------------------------------------------------------
-- The beta distribution
--------------------------------------------------------------------------------------------------------------------------------------

create function app.stirling_remainder(x double precision) returns double precision
language sql immutable strict parallel safe
as $$
  select (1/12.0 - (1/360.0 - (1/1260.0 - (1/1680.0 - (1/1188.0 - 691/360360.0 / x^2) / x^2) / x^2) / x^2) / x^2) / x
$$;

comment on function app.stirling_remainder(double precision) is
  'What Stirling''s formula leaves out of ln_gamma(x), exact to a double for x >= 10; apart, so that ln_beta can cancel the large terms by hand.';

-- PostgreSQL has lgamma() only from version 18. Stirling's series is exact from 10 on, so smaller arguments are moved up by ten and
-- divided back down; Lanczos' formula was refused because its coefficients explain themselves to nobody.
create function app.ln_gamma(x double precision) returns double precision
language plpgsql immutable strict parallel safe
as $$
begin
  if x >= 10 then
    return (x - 0.5) * ln(x) - x + 0.918938533204672742 + app.stirling_remainder(x);
  end if;
  return app.ln_gamma(x + 10)
    - ln(x * (x + 1) * (x + 2) * (x + 3) * (x + 4)) - ln((x + 5) * (x + 6) * (x + 7) * (x + 8) * (x + 9));
end
$$;

comment on function app.ln_gamma(double precision) is
  'Logarithm of the gamma function for x > 0, because factorials overflow long before the counts of a busy tenant do.';

-- ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b) is the definition, and loses eight digits when ten millions are added and subtracted; where
-- Stirling's formula holds, its large terms are therefore cancelled on paper.
create function app.ln_beta(a double precision, b double precision) returns double precision
language plpgsql immutable strict parallel safe
as $$
declare
  small constant double precision := least(a, b);
  large constant double precision := greatest(a, b);
  total constant double precision := a + b;
begin
  if large < 10 then
    return app.ln_gamma(a) + app.ln_gamma(b) - app.ln_gamma(total);
  elsif small < 10 then
    return app.ln_gamma(small) + (large - 0.5) * ln(large / total) - small * ln(total) + small
      + app.stirling_remainder(large) - app.stirling_remainder(total);
  end if;
  return 0.918938533204672742 - 0.5 * ln(large) + (small - 0.5) * ln(small / total) + large * ln(large / total)
    + app.stirling_remainder(small) + app.stirling_remainder(large) - app.stirling_remainder(total);
end
$$;

comment on function app.ln_beta(double precision, double precision) is
  'Logarithm of the beta function, the constant that makes a beta density add up to one.';

-- Everything is done in t = ln(x / (1 - x)) and in logarithms: x and 1 - x keep all their digits at both ends, nothing overflows, and the
-- logarithm of this distribution function is concave in t, which is what lets beta_quantile() converge from anywhere.
-- The continued fraction is the even part of Gauss's (DiDonato and Morris 1992), evaluated forwards by Lentz's method; on the near side of
-- the mean, where alone it is used, neither c nor d comes near zero. It needs about ten terms as a rule and O(sqrt(a + b)) at worst.
-- Two numbers in an array, not in OUT parameters: PostgreSQL 15 mixed up the row types of an anonymous record assigned inside a query
-- that itself handles records ("record has no field").
create function app.ln_beta_cdf(
  t double precision, a double precision, b double precision, ln_beta double precision)
returns double precision[]
language plpgsql immutable strict parallel safe
as $$
declare
  e double precision := exp(-least(abs(t), 700));
  x double precision := case when t < 0 then e / (1 + e) else 1 / (1 + e) end;
  y double precision := case when t < 0 then 1 / (1 + e) else e / (1 + e) end;
  ln_x double precision := least(t, 0) - ln(1 + e);
  ln_y double precision := least(-t, 0) - ln(1 + e);
  -- the fraction converges fast on the near side of the mean only; on the far side the other tail is computed
  near constant boolean := x * (a + b + 2) < a + 1;
  p double precision := case when near then a else b end;
  q double precision := case when near then b else a end;
  -- PostgreSQL raises an error on underflow; so close to zero the fraction has long reached its limit
  z double precision := greatest(1e-140, case when near then x else y end);
  excess constant double precision := case when near then a * y - b * x else b * x - a * y end;  -- p - (p + q) z, without cancellation
  fraction double precision := p * (excess + 1) / (p + 1);
  c double precision := fraction;
  d double precision := 0::double precision;
  numerator double precision;
  denominator double precision;
  k double precision := 0::double precision;
  ln_slope constant double precision := a * ln_x + b * ln_y - ln_beta;
  ln_tail double precision;
  ln_cdf double precision;
begin
  loop
    k := k + 1;
    numerator := (p + k - 1) * (p + q + k - 1) * k * (q - k) * (z / (p + 2*k - 1))^2;
    denominator := k + k * (q - k) * z / (p + 2*k - 1) + (p + k) * (excess + 1 + k * (2 - z)) / (p + 2*k + 1);
    c := denominator + numerator / c;
    d := 1 / (denominator + numerator * d);
    fraction := fraction * c * d;
    exit when abs(c * d - 1) < 1e-14 or k > 100000;
  end loop;

  ln_tail := ln_slope - ln(fraction);
  ln_cdf := case
    when near then ln_tail
    when ln_tail < -700 then 0
    else ln(greatest(1 - exp(ln_tail), 1e-300))
  end;
  return array[ln_cdf, ln_slope];
end
$$;

comment on function app.ln_beta_cdf(double precision, double precision, double precision, double precision) is
  'Logarithms of the beta distribution function at x = 1 / (1 + exp(-t)), and of its slope in t, as an array of two; the common work of beta_cdf and beta_quantile. The caller passes ln B(a, b), so that a search computes it once.';

create function app.beta_cdf(x double precision, a double precision, b double precision) returns double precision
language plpgsql immutable strict parallel safe
as $$
begin
  if not (a > 0 and b > 0 and a < 'infinity' and b < 'infinity') then
    raise exception 'a beta distribution needs a and b above zero, not % and %', a, b using errcode = 'invalid_parameter_value';
  elsif x <= 0 then
    return 0::double precision;
  elsif x >= 1 then
    return 1::double precision;
  end if;
  return exp(greatest(-700, (app.ln_beta_cdf(ln(x) - ln(1 - x), a, b, app.ln_beta(a, b)))[1]));
end
$$;

comment on function app.beta_cdf(double precision, double precision, double precision) is
  'Probability that a rate with the distribution Beta(a, b) is at most x: the regularised incomplete beta function.';

-- Newton's method with Halley's correction on the logarithm of the distribution function. That logarithm is concave in t, so a Newton
-- step from the left never overshoots and a step from the right lands on the left: no bracket and no bisection are needed.
create function app.beta_quantile(p double precision, a double precision, b double precision) returns double precision
language plpgsql immutable strict parallel safe
as $$
declare
  -- the search always runs in the lower half; the upper half is the lower half of Beta(b, a), mirrored
  upper_half constant boolean := p > 0.5;
  alpha constant double precision := case when upper_half then b else a end;
  beta constant double precision := case when upper_half then a else b end;
  probability constant double precision := case when upper_half then 1 - p else p end;
  ln_p double precision;
  ln_b double precision;
  t double precision;
  x double precision;
  z double precision;
  h double precision;
  here double precision[];  -- logarithms of the distribution function and of its slope
  miss double precision;
  slope double precision;
  step double precision;
begin
  if not (a > 0 and b > 0 and a < 'infinity' and b < 'infinity') then
    raise exception 'a beta distribution needs a and b above zero, not % and %', a, b using errcode = 'invalid_parameter_value';
  elsif not (p >= 0 and p <= 1) then
    raise exception 'a probability lies between 0 and 1, % does not', p using errcode = 'invalid_parameter_value';
  elsif p = 0 or p = 1 then
    return p;
  end if;

  ln_p := ln(probability);
  ln_b := app.ln_beta(a, b);
  if alpha >= 1 and beta >= 1 then
    -- Abramowitz and Stegun 26.5.22, a normal approximation that is right to two or three digits
    z := sqrt(-2 * ln_p);
    z := z - (2.30753 + 0.27061 * z) / (1 + z * (0.99229 + z * 0.04481));
    h := 2 / (1 / (2 * alpha - 1) + 1 / (2 * beta - 1));
    t := ln(alpha / beta) - 2 * (
      z * sqrt(h + (z^2 - 3) / 6) / h
      - (1 / (2 * beta - 1) - 1 / (2 * alpha - 1)) * ((z^2 - 3) / 6 + 5/6.0 - 2 / (3 * h)));
  else
    -- near zero the density is a power of x, which can be inverted by hand
    t := least(0, (ln_p + ln(alpha) + ln_b) / alpha);
  end if;

  for i in 1 .. 60 loop
    here := app.ln_beta_cdf(t, alpha, beta, ln_b);
    miss := here[1] - ln_p;
    slope := exp(greatest(-690, here[2] - here[1]));
    x := 1 / (1 + exp(greatest(-690, least(690, -t))));
    step := miss / slope;
    step := step / greatest(0.5, 1 - step * (alpha - (alpha + beta) * x - slope) / 2);
    t := t - step;
    -- the error left after a step is of the order of the cube of the miss before it
    exit when abs(miss) < 1e-3 or abs(step) < 1e-14 * (1 + abs(t));
  end loop;

  t := case when upper_half then -t else t end;
  return case when t < -700 then 0 else 1 / (1 + exp(greatest(-690, -t))) end;
end
$$;

comment on function app.beta_quantile(double precision, double precision, double precision) is
  'The rate below which a Beta(a, b) rate lies with probability p; the ends of a 90 % interval are the quantiles of 0.05 and 0.95.';

-- hashtextextended() is the hash of hash-partitioned tables, so PostgreSQL must keep it as it is from version to version; md5() was
-- refused because it fails on machines in FIPS mode, and setseed() because it changes the session for everyone who draws later.
create function app.uniform_draw(seed bigint, key text) returns double precision
language sql immutable strict parallel safe
as $$
  select ((hashtextextended(key collate "C", seed) >> 12) + 2251799813685248.5::double precision) / 4503599627370496
$$;

comment on function app.uniform_draw(bigint, text) is
  'A number strictly between 0 and 1 that looks random and is a function of seed and key alone, so that it can be repeated, in any order and in parallel.';

-- Drawing by the quantile costs more than a pair of gamma draws, and buys an order that does not jump: for one seed the draw moves as
-- little as the evidence does, where a rejection method would consume other random numbers.
create function app.beta_draw(a double precision, b double precision, seed bigint, key text default '') returns double precision
language sql immutable strict parallel safe
as $$
  select app.beta_quantile(app.uniform_draw(seed, key), a, b)
$$;

comment on function app.beta_draw(double precision, double precision, bigint, text) is
  'A draw from Beta(a, b): the same seed and key give the same draw, and slightly more evidence gives a slightly different one.';

--------------------------------------------------------------------------------------------------------------------------------------
-- The shrinkage
--------------------------------------------------------------------------------------------------------------------------------------

create type app.strategy_evidence as (
  persona_id uuid,
  strategy_id uuid,
  trials bigint,
  successes bigint,
  relevance numeric
);

comment on type app.strategy_evidence is
  'What one tenant knows about one persona and one strategy: how often a person of the persona was in reach of a post (trials), how often that person engaged (successes), and how relevant the strategy is said to be (0 to 1, null = unknown). A null strategy_id stands for posts without a strategy: they say how a persona usually responds.';

-- Factors multiply odds, not rates, so that no product of factors leaves the range of a rate; at a few per cent the two are the same.
create function app.rate_times(rate double precision, factor double precision) returns double precision
language sql immutable strict parallel safe
as $$
  select rate * factor / (1 - rate + rate * factor)
$$;

comment on function app.rate_times(double precision, double precision) is
  'The rate whose odds are the odds of the given rate times the factor.';

-- The model: odds of engaging = the tenant's level x the fit x the persona's factor x the strategy's factor x what is peculiar to the pair.
-- Each factor is (engagements seen + 10) / (engagements expected + 10): ten imaginary engagements, exactly as expected, stand for the
-- belief that personas, strategies and pairs differ by a third or so (1 / sqrt(10)) before anything is known. That strength is the same
-- fixed number on every level; estimating it from each tenant's data (empirical Bayes) was measured and refused: it moved regret by
-- at most 0.05, as often up as down, and eight strategies are too few to estimate a spread from, so that it jumps from day to day.
-- For the same reason a pair that expects E engagements counts as 10 E / (10 + E) of them towards the factor of its persona and of its
-- strategy: however much is known about one pair, it is one example of a strategy, peculiar by a third, and never worth more than ten.
-- Persona and strategy factors depend on each other (a strategy shown only to an eager persona looks good), hence two passes.
create function app.strategy_posteriors(
  evidence app.strategy_evidence[],
  persona uuid default null,
  seed bigint default null)
returns table (
  persona_id uuid,
  strategy_id uuid,
  trials bigint,
  successes bigint,
  prior_rate double precision,
  a double precision,
  b double precision,
  mean double precision,
  lower double precision,
  upper double precision,
  baseline double precision,
  lift double precision,
  score double precision)
language sql immutable parallel safe
as $$
  with pair as (
    select e.persona_id, e.strategy_id,
      -- whoever engaged was in reach, whatever the count of trials says
      greatest(coalesce(sum(e.trials), 0), coalesce(sum(e.successes), 0))::double precision as n,
      coalesce(sum(e.successes), 0)::double precision as k,
      -- relevance 1 doubles the odds, 0 halves them, unknown leaves them alone
      power(4.0::double precision, coalesce(max(e.relevance), 0.5)::double precision - 0.5) as fit
    from unnest(evidence) as e
    group by e.persona_id, e.strategy_id
  ),
  tenant as (
    -- two engagements in fifty trials, 4 %, are what one expects of people one knows nothing about
    select *,
      (sum(k) over () + 2) / (sum(n) over () + 50) as tenant_rate,
      (sum(k) over () + 2) / (sum(n * fit) over () + 50) as level
    from pair
  ),
  persona_first as (
    select *,
      (sum(k) over same_persona + 10) / (sum(n) over same_persona + 10 / tenant_rate) as usual_rate,
      (sum(k * 10 / (10 + expected)) over same_persona + 10)
        / (sum(expected * 10 / (10 + expected)) over same_persona + 10) as persona_factor
    from (select *, n * app.rate_times(level, fit) as expected from tenant) as t
    window same_persona as (partition by t.persona_id)
  ),
  strategy_first as (
    select persona_id, strategy_id, n, k, fit, level, usual_rate,
      (sum(k * 10 / (10 + expected)) over same_strategy + 10)
        / (sum(expected * 10 / (10 + expected)) over same_strategy + 10) as strategy_factor
    from (
      select persona_id, strategy_id, n, k, fit, level, usual_rate, n * app.rate_times(level, fit * persona_factor) as expected
      from persona_first
    ) as p
    window same_strategy as (partition by p.strategy_id)
  ),
  persona_again as (
    select *,
      sum(expected * 10 / (10 + expected)) over same_persona as persona_expected,
      app.rate_times(level, fit
        * (sum(k * 10 / (10 + expected)) over same_persona + 10)
        / (sum(expected * 10 / (10 + expected)) over same_persona + 10)) as rate_before_strategy
    from (select *, n * app.rate_times(level, fit * strategy_factor) as expected from strategy_first) as s
    window same_persona as (partition by s.persona_id)
  ),
  others as (
    -- the strategy's record with everybody else: a persona's own record must not count twice
    select *,
      sum(k * 10 / (10 + expected)) over same_strategy - k * 10 / (10 + expected) as others_k,
      sum(expected * 10 / (10 + expected)) over same_strategy - expected * 10 / (10 + expected) as others_expected
    from (
      select persona_id, strategy_id, n, k, usual_rate, persona_expected, rate_before_strategy, n * rate_before_strategy as expected
      from persona_again
    ) as p
    window same_strategy as (partition by p.strategy_id)
  ),
  prior as (
    select *,
      app.rate_times(rate_before_strategy, (greatest(others_k, 0) + 10) / (greatest(others_expected, 0) + 10)) as rate,
      -- what is not known of the pair, of its strategy and of its persona adds up, as variances do
      1 / (1 / 10.0::double precision + 1 / (10 + greatest(others_expected, 0)) + 1 / (10 + persona_expected)) as weight
    from others
  ),
  posterior as (
    select p.persona_id, p.strategy_id, p.n, p.k, p.usual_rate, p.rate,
      p.weight / least(p.rate, 1 - p.rate) * p.rate + p.k as a,
      p.weight / least(p.rate, 1 - p.rate) * (1 - p.rate) + p.n - p.k as b
    from prior as p
  )
  select p.persona_id, p.strategy_id, p.n::bigint, p.k::bigint, p.rate, p.a, p.b,
    p.a / (p.a + p.b),
    app.beta_quantile(0.05, p.a, p.b),
    app.beta_quantile(0.95, p.a, p.b),
    p.usual_rate,
    p.a / (p.a + p.b) / p.usual_rate,
    case
      when seed is null then p.a / (p.a + p.b)
      -- twice the weight halves the variance, as the average of two draws would: full draws try more than a hundred posts repay
      else app.beta_draw(2 * p.a, 2 * p.b, seed, p.persona_id || '/' || p.strategy_id)
    end
  from posterior as p
  where p.strategy_id is not null
    and (persona is null or p.persona_id = persona)
$$;

comment on function app.strategy_posteriors(app.strategy_evidence[], uuid, bigint) is
  'Estimates, from all pairs of persona and strategy of ONE tenant, what share of a persona engages with a post of a strategy.
evidence: array_agg(row(persona_id, strategy_id, trials, successes, relevance)::app.strategy_evidence) over every pair that has trials, plus, with trials 0, every strategy that shall be ranked for the persona; trials without a strategy go in with strategy_id null.
persona: answer for this persona only (null = all); the evidence of the others is used all the same. seed: null ranks by the mean; a number ranks by a draw, and the same number gives the same draw.
Returned per pair: prior_rate (what is expected without this pair''s own record), the posterior Beta(a, b), its mean, a 90 % credible interval lower .. upper, baseline (the persona''s usual rate, over all its posts), lift = mean / baseline, and score: order by score desc, strategy_id.';

--------------------------------------------------------------------------------------------------------------------------------------
-- The reason in words
--------------------------------------------------------------------------------------------------------------------------------------

create function app.percent_text(rate double precision) returns text
language sql immutable strict parallel safe
as $$
  select case
    when rate = 0 then '0 %'
    when rate < 0.0005 then 'less than 0.1 %'
    when rate < 0.0995 then round((rate * 100)::numeric, 1)::text || ' %'
    else round((rate * 100)::numeric)::text || ' %'
  end
$$;

comment on function app.percent_text(double precision) is
  'A rate as a reader wants it: one decimal below ten per cent, none above, and never a rate above nothing shown as nothing.';

create function app.counted(n bigint, singular text, plural text) returns text
language sql stable strict parallel safe
as $$
  select to_char(n, 'FM999,999,999,999,990') || ' ' || case when n = 1 then singular else plural end
$$;

comment on function app.counted(bigint, text, text) is
  'A count with its noun: 1 post, 2 posts, 12,000 people.';

-- Three cases, by what the persona's own record can carry. Nothing tried: say what the rank rests on. Fewer than five engagements seen and
-- fewer than five to be expected at the usual rate: say that it is not enough, with the numbers all the same. Otherwise: the lift, and
-- whether chance alone could explain it (the interval holds the usual rate). Five is where the record begins to weigh as much as the
-- prior, which counts as five to ten engagements; a fixed number of people was refused, since 80 people are plenty at 20 % and few at 1 %.
create function app.recommendation_reason(
  successes bigint,
  trials bigint,
  people_engaged bigint,
  people bigint,
  posts bigint,
  lift double precision,
  lower double precision,
  upper double precision,
  baseline double precision,
  relevance numeric default null,
  elsewhere bigint default 0)
returns text
language sql stable parallel safe
as $$
  select case
    when coalesce(trials, 0) = 0 then 'No response of this persona''s people is known yet: ' || ranked || '.'
    when successes < 5 and trials * baseline < 5 then
      'Not enough data yet: ' || facts || '. ' || initcap(left(ranked, 1)) || substr(ranked, 2) || '.'
    else
      facts || '. Less what may be chance, that is '
      || case when round(lift::numeric, 1) = 1.0 then 'about' else round(lift::numeric, 1)::text || ' times' end
      || ' what is usual for this persona (' || app.percent_text(baseline) || '), and likely between '
      || round((lower / baseline)::numeric, 1)::text || ' and ' || round((upper / baseline)::numeric, 1)::text || ' times'
      || case when round(lift::numeric, 1) <> 1.0 and lower <= baseline and upper >= baseline then ': it may not differ at all.' else '.' end
  end
  from (
    select
      to_char(people_engaged, 'FM999,999,999,999,990') || ' of ' || app.counted(people, 'person', 'people')
      || ' engaged with ' || app.counted(posts, 'post', 'posts')
      || case when posts = 1 then ' (' else ', on average ' end || app.percent_text(successes / nullif(trials, 0)::double precision)
      || case when posts = 1 then ')' else ' with each' end as facts,
      coalesce('ranked by ' || nullif(concat_ws(' and ', 'its relevance of ' || round(relevance, 2)::text,
        case when elsewhere > 0 then 'how it does with other personas' end), ''), 'nothing speaks for or against it') as ranked
  ) as told
$$;

comment on function app.recommendation_reason(bigint, bigint, bigint, bigint, bigint, double precision, double precision, double precision, double precision, numeric, bigint) is
  'Why a strategy stands where it stands, in words that cite the numbers. successes and trials count pairs of person and post, people_engaged and people count persons, posts counts posts, elsewhere the trials with other personas; lift, lower, upper and baseline are those of strategy_posteriors. Says so where the data are too few.';
