-- How fast are strategies recommended, and their library shown?  Makes a tenant with people and engagements of its own, prints what
-- took how long, and takes the tenant away again.
--
--   psql -X -f benches/strategies.sql                              100,000 people and a million engagements, in some minutes
--   psql -X -v people=10000 -f benches/strategies.sql              fewer
--
-- Ten strategies with four campaigns each, ten campaigns without one, a thousand posts: each in one campaign, every fifth in a second
-- one, every tenth in none.  Seven personas, for one or two of the functions of people.  Each statement is the best of five, after a
-- vacuum as the server does it by itself.  Needs a database with the schema app, as its owner; what is measured is committed.

\set ON_ERROR_STOP 1
\set QUIET on
\pset footer off
\if :{?people} \else \set people 100000 \endif
\if :{?keep} \else \set keep 0 \endif
\o /dev/null
set jit = off;
set client_min_messages = warning;
set search_path = public, app;
set app.tenant_id = 'bbbbbbbb-0000-4000-8000-000000000002';
select setseed(0.42);

insert into tenants (id, slug, name) values (app.current_tenant(), 'bench-strategies', 'Bench');
insert into campaign_strategies (name, type, primary_kpi, benchmark_low, benchmark_high, audience_functions)
select 'Strategy ' || i, (enum_range(null::strategy_type))[1 + i % 4], 'engagement_rate', 0.01, 0.03, array[(enum_range(null::job_function))[i]] from generate_series(1, 10) i;
insert into personas (name, criteria)
select 'Persona ' || i, jsonb_build_object('function', jsonb_build_object('any', to_jsonb((enum_range(null::job_function))[i : i + i % 2]))) from generate_series(1, 7) i;
insert into campaigns (name, strategy_id)
select 'Campaign ' || i, (select id from campaign_strategies where name = 'Strategy ' || i % 10 + 1 and i <= 40) from generate_series(1, 50) i;
insert into posts (title, posted_at, impressions) select 'Post ' || i, now() - i * interval '3 hours', 20000 from generate_series(1, 1000) i;
create temporary table numbered as
select (select array_agg(id order by id) from campaigns) as campaigns, (select array_agg(id order by id) from posts) as posts;
insert into campaign_posts (campaign_id, post_id)
select distinct n.campaigns[1 + (i * turn) % 50], n.posts[i] from numbered n, generate_series(1, 1000) i, generate_series(1, 2) turn
where i % 10 > 0 and (turn = 1 or i % 5 = 1);
insert into persons (name, functions, seniority, facts_from, headline_version)
select 'Person ' || i, array[(enum_range(null::job_function))[1 + floor(power(random(), 2) * 20)::int]], 'senior', 'headline', 2 from generate_series(1, :people) i;
create temporary table people as select min(id) as first_id from persons;
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at)
select n.posts[1 + floor(power(random(), 1.5) * 1000)::int], p.first_id + floor(power(random(), 1.3) * :people)::int, 'reaction', 'like', now() - random() * interval '120 days'
from numbered n, people p, generate_series(1, :people * 11)
on conflict do nothing;
insert into engagements (post_id, person_id, engagement_type, engaged_at)
select post_id, person_id, 'comment', engaged_at from engagements where id % 25 = 0;
select fold_engagements();
vacuum (analyze) persons, engagements, targets, campaign_people, campaign_daily, campaign_persona_daily, campaign_persona_totals, post_persona_totals, campaign_posts, posts, campaigns,
  campaign_strategies, engagement_deltas, link_deltas, target_deltas;

create temporary table taken (n serial, what text, milliseconds numeric, rows bigint);
create function pg_temp.take(what text, statement text, times integer default 5) returns void
language plpgsql as $$
declare
  begun timestamptz;
  best numeric;
  n bigint;
begin
  for i in 1 .. times loop
    begun := clock_timestamp();
    execute statement into n;
    best := least(best, extract(epoch from clock_timestamp() - begun) * 1000);
  end loop;
  insert into taken (what, milliseconds, rows) values (what, best, n);
end $$;

grant all on taken to rapport_app; grant all on taken_n_seq to rapport_app; set role rapport_app;
select pg_temp.take('recommended strategies of a persona of ' || count(*) || ' people',
  format('select count(*) from get_recommended_strategies_for_persona(%L, 10)', persona_id))
from (select t.persona_id, q.name from targets t join personas q on q.id = t.persona_id where t.is_active) p
group by persona_id, name order by count(*);
select pg_temp.take('the first strategy of every persona', $$
  select count(*) from (select distinct on (r.persona_id) r.persona_id, r.strategy from ranked_strategies(current_tenant()) r order by r.persona_id, r.score desc, r.strategy) x$$);
select pg_temp.take('the library: every strategy against its benchmark', $$
  select count(against_benchmark) from campaign_strategy_performance$$);
select pg_temp.take('the same, with people', $$
  select sum(unique_engagers) from (select unique_engagers, against_benchmark from campaign_strategy_performance) x$$, 2);
reset role;
\o
select what, round(milliseconds) as milliseconds from taken order by n;
\o /dev/null
\if :keep
\else
  select app.delete_tenant(app.current_tenant());
\endif
\o
