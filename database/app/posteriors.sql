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

-- PostgreSQL has lgamma() only from version 18. Stirling's series is exact to a double from 10 on, so smaller arguments are moved up by
-- ten and divided back down; Lanczos' formula was refused because its coefficients explain themselves to nobody.
create function app.ln_gamma(x double precision) returns double precision
language sql immutable strict parallel safe
as $$
  select (z - 0.5) * ln(z) - z + 0.918938533204672742
    + (1/12.0 - (1/360.0 - (1/1260.0 - (1/1680.0 - (1/1188.0 - 691/360360.0 / z^2) / z^2) / z^2) / z^2) / z^2) / z
    - case when x < 10 then ln(x * (x+1) * (x+2) * (x+3) * (x+4)) + ln((x+5) * (x+6) * (x+7) * (x+8) * (x+9)) else 0 end
  from (select case when x < 10 then x + 10 else x end as z) as moved
$$;

comment on function app.ln_gamma(double precision) is
  'Logarithm of the gamma function for x > 0, because factorials overflow long before the counts of a busy tenant do.';

-- Everything is done in t = ln(x / (1 - x)) and in logarithms: x and 1 - x keep all their digits at both ends, nothing overflows, and the
-- logarithm of this distribution function is concave in t, which is what lets beta_quantile() converge from anywhere.
-- The continued fraction is Lentz's evaluation of DiDonato and Morris; it needs O(sqrt(a + b)) terms at worst and about ten as a rule.
create function app.ln_beta_cdf(
  t double precision, a double precision, b double precision, ln_beta double precision,
  out ln_cdf double precision, out ln_slope double precision)
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
  z double precision := case when near then x else y end;
  c double precision := 1;
  d double precision;
  fraction double precision;
  term double precision;
  k double precision := 0;
  ln_tail double precision;
begin
  ln_slope := a * ln_x + b * ln_y - ln_beta;

  d := 1 - (p + q) * z / (p + 1);
  d := 1 / case when abs(d) < 1e-300 then 1e-300 else d end;
  fraction := d;
  loop
    k := k + 1;
    term := k * (q - k) * z / ((p + 2*k - 1) * (p + 2*k));
    d := 1 + term * d;
    c := 1 + term / c;
    d := 1 / case when abs(d) < 1e-300 then 1e-300 else d end;
    c := case when abs(c) < 1e-300 then 1e-300 else c end;
    fraction := fraction * d * c;

    term := -(p + k) * (p + q + k) * z / ((p + 2*k) * (p + 2*k + 1));
    d := 1 + term * d;
    c := 1 + term / c;
    d := 1 / case when abs(d) < 1e-300 then 1e-300 else d end;
    c := case when abs(c) < 1e-300 then 1e-300 else c end;
    fraction := fraction * d * c;
    exit when abs(d * c - 1) < 1e-14 or k > 100000;
  end loop;

  ln_tail := ln_slope + ln(fraction / p);
  ln_cdf := case
    when near then ln_tail
    when ln_tail < -700 then 0
    else ln(greatest(1 - exp(ln_tail), 1e-300))
  end;
end
$$;

comment on function app.ln_beta_cdf(double precision, double precision, double precision, double precision) is
  'Logarithms of the beta distribution function at x = 1 / (1 + exp(-t)) and of its slope in t; the common work of beta_cdf and beta_quantile. The caller passes ln B(a, b), so that a search computes it once.';

create function app.ln_beta(a double precision, b double precision) returns double precision
language sql immutable strict parallel safe
as $$
  select app.ln_gamma(a) + app.ln_gamma(b) - app.ln_gamma(a + b)
$$;

comment on function app.ln_beta(double precision, double precision) is
  'Logarithm of the beta function, the constant that makes a beta density add up to one.';

create function app.beta_cdf(x double precision, a double precision, b double precision) returns double precision
language plpgsql immutable strict parallel safe
as $$
begin
  if not (a > 0 and b > 0 and a < 'infinity' and b < 'infinity') then
    raise exception 'a beta distribution needs a and b above zero, not % and %', a, b using errcode = 'invalid_parameter_value';
  elsif x <= 0 then
    return 0;
  elsif x >= 1 then
    return 1;
  end if;
  return exp(greatest(-700, (app.ln_beta_cdf(ln(x) - ln(1 - x), a, b, app.ln_beta(a, b))).ln_cdf));
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
  ln_cdf double precision;
  ln_slope double precision;
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
    select f.ln_cdf, f.ln_slope into ln_cdf, ln_slope from app.ln_beta_cdf(t, alpha, beta, ln_b) as f;
    miss := ln_cdf - ln_p;
    slope := exp(greatest(-690, ln_slope - ln_cdf));
    x := 1 / (1 + exp(greatest(-690, least(690, -t))));
    step := miss / slope;
    step := step / greatest(0.5, 1 - step * (alpha - (alpha + beta) * x - slope) / 2);
    t := t - step;
    -- the error left after a step is of the order of the cube of the miss before it
    exit when abs(miss) < 1e-5 or abs(step) < 1e-14 * (1 + abs(t));
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
