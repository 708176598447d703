-- Strategies: how each does against its benchmark, whom it suits, and the evidence for that.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into campaign_strategies (id, name, type, primary_kpi, benchmark_low, benchmark_high, audience_seniorities, audience_functions) values
  ('eeeeeeee-0000-4000-8000-00000000005a', 'Proof', 'engagement', 'engagement_rate', 0.03, 0.04, '{vp,cxo}', '{marketing}'),
  ('eeeeeeee-0000-4000-8000-00000000005b', 'Leads', 'conversion', 'cost_per_click', 2, 4, '{manager}', '{sales}'),
  ('eeeeeeee-0000-4000-8000-00000000005c', 'Unused', 'awareness', 'impressions', null, null, '{}', '{}');
insert into personas (id, name, criteria) values
  ('eeeeeeee-0000-4000-8000-00000000000a', 'Marketing leaders', '{"seniority": {"any": ["vp", "cxo"]}, "function": {"any": ["marketing"]}}'),
  ('eeeeeeee-0000-4000-8000-00000000000b', 'Sellers', '{"seniority": {"any": ["vp", "manager"]}, "function": {"any": ["sales"]}}'),
  ('eeeeeeee-0000-4000-8000-00000000000c', 'Anybody at Acme', '{"company": {"include": ["acme"]}}');
insert into persons (id, name, seniority, functions) values (101, 'Ada', 'vp', '{marketing}'), (102, 'Bob', 'cxo', '{marketing}'), (103, 'Cleo', 'manager', '{sales}'), (104, 'Dan', 'entry', '{legal}');
insert into campaigns (id, name, strategy_id) values
  (201, 'Spring', 'eeeeeeee-0000-4000-8000-00000000005a'), (202, 'Autumn', 'eeeeeeee-0000-4000-8000-00000000005a'), (203, 'Winter', 'eeeeeeee-0000-4000-8000-00000000005b'), (204, 'Loose', null);
insert into posts (id, impressions, clicks, reactions) values (301, 100, 2, null), (302, 200, 4, null), (303, 1000, 0, 0), (304, 5000, 9, null);
-- The first post is in two campaigns of one strategy, and in one that has none.
insert into campaign_posts (campaign_id, post_id) values (201, 301), (202, 301), (204, 301), (202, 302), (203, 303), (204, 304);
insert into engagements (post_id, person_id, engagement_type, reaction_type) values
  (301, 101, 'reaction', 'like'), (301, 101, 'comment', null), (301, 103, 'share', null), (302, 101, 'reaction', 'like'), (304, 104, 'comment', null);

------------------------------------------------------------------------------------------------ performance
select results_eq(
  $$ select campaigns, posts, impressions, clicks, engagements, unique_engagers, targeted_engagers, comments, shares from campaign_strategy_performance where strategy = 'Proof' $$,
  $$ values (2, 2, 300::bigint, 6::bigint, 4, 2, 2, 1, 1) $$,
  'a post in two campaigns of one strategy counts once, and so does a person who engaged with two of its posts');
select results_eq($$ select kpi_actual, against_benchmark from campaign_strategy_performance where strategy = 'Proof' $$, $$ values (0.033333, 'as expected') $$,
  'the key figure comes from sums: 4 engagements by name and 6 clicks that the posts counted of 300 impressions, and not the mean of the posts'' rates');
select results_eq($$ select campaigns, posts, engagements, kpi_actual, against_benchmark from campaign_strategy_performance where strategy = 'Unused' $$, $$ values (0, 0, 0, null::numeric, null::text) $$,
  'a strategy that no campaign uses is listed, and judged neither good nor bad');
insert into campaign_strategies (id, name, type, primary_kpi, benchmark_low) values ('eeeeeeee-0000-4000-8000-00000000005e', 'Unseen', 'awareness', 'impressions', 100);
insert into campaigns (id, name, strategy_id) values (207, 'Unseen', 'eeeeeeee-0000-4000-8000-00000000005e');
select results_eq($$ select impressions, clicks, kpi_actual, against_benchmark from campaign_strategy_performance where strategy = 'Unseen' $$, $$ values (null::bigint, null::bigint, null::numeric, null::text) $$,
  'impressions that nobody reported are not known, and not too few');
delete from campaigns where id = 207; delete from campaign_strategies where name = 'Unseen';
select is(kpi_actual, null, 'a cost without clicks is null') from campaign_strategy_performance where strategy = 'Leads';
insert into ads (id, campaign_id, name) values (401, 203, 'A'), (402, 203, 'B');
insert into ad_metrics_daily (ad_id, day, last_day, spend, impressions, clicks) values (401, '2026-03-01', '2026-03-01', 10, 500, 5), (401, '2026-03-02', '2026-03-02', 20, 500, 5), (402, '2026-03-01', '2026-03-01', 20, 500, 0);
select results_eq($$ select ads, spend::numeric(14, 2), impressions, clicks, kpi_actual, against_benchmark from campaign_strategy_performance where strategy = 'Leads' $$,
  $$ values (2, 50.00, 2500::bigint, 10::bigint, 5.00, 'worse') $$, 'ads are counted once each, and a cost above the benchmark is worse');
update ad_metrics_daily set clicks = 100 where ad_id = 402;
select is(against_benchmark, 'better', 'a cost below it is better') from campaign_strategy_performance where strategy = 'Leads';
-- One organic campaign with many rows, one paid one whose ads report more than the rows that we hold.
insert into campaign_strategies (id, name, type, primary_kpi, benchmark_low, benchmark_high) values ('eeeeeeee-0000-4000-8000-00000000005d', 'Both', 'engagement', 'engagements', 5, 9);
insert into campaigns (id, name, strategy_id) values (205, 'Organic', 'eeeeeeee-0000-4000-8000-00000000005d'), (206, 'Paid', 'eeeeeeee-0000-4000-8000-00000000005d');
insert into campaign_posts (campaign_id, post_id) values (205, 301), (206, 304);
insert into ads (id, campaign_id, name) values (403, 206, 'C');
insert into ad_metrics_daily (ad_id, day, last_day, engagements) values (403, '2026-03-01', '2026-03-01', 3);
select results_eq($$ select engagements, reported_engagements, kpi_actual, kpi_of_a_campaign, against_benchmark from campaign_strategy_performance where strategy = 'Both' $$,
  $$ values (4, 3::bigint, 17::numeric, 8.50, 'as expected') $$,
  'what ads report is counted campaign by campaign (5 of an organic post; 3 and 9 clicks instead of 1 and 9), and a count is judged as that of one campaign');
select is(sum(kpi_actual), 17::numeric, 'which is what the dashboards of the campaigns add up to') from campaign_dashboard where campaign_id in (205, 206);
insert into campaign_posts (campaign_id, post_id) values (206, 301), (205, 304);
select is(kpi_actual, 15::numeric, 'a post that two of its campaigns share counts once, in the one that advertises it (15 of both posts rather than 3 and 11 clicks)')
from campaign_strategy_performance where strategy = 'Both';
delete from campaigns where id in (205, 206);
delete from campaign_strategies where name = 'Both';
update posts set impressions = 50 where id = 302;
select is(against_benchmark, 'better', 'a rate above the benchmark is better') from campaign_strategy_performance where strategy = 'Proof';
update posts set impressions = 5000 where id = 302;
select is(against_benchmark, 'worse', 'a rate below it is worse') from campaign_strategy_performance where strategy = 'Proof';

------------------------------------------------------------------------------------------------ whom it suits
select is(strategy_fit(criteria::jsonb, seniorities::seniority[], functions::job_function[], type::strategy_type, objective::campaign_objective), fit::numeric, sentence)
from (values
  (1, '{"seniority": {"any": ["vp", "cxo"]}}', '{vp,cxo}', '{}', 'awareness', null, '1.00', 'a strategy that speaks to all whom a persona means fits fully'),
  (2, '{"seniority": {"any": ["vp", "manager"]}}', '{vp,cxo}', '{}', 'awareness', null, '0.50', 'one that speaks to half of them fits by half'),
  (3, '{"seniority": {"any": ["vp"]}, "function": {"any": ["sales"]}}', '{vp}', '{legal}', 'awareness', null, '0.50', 'what both state is averaged'),
  (4, '{"seniority": {"any": ["vp"]}}', '{}', '{sales}', 'awareness', null, null, 'where they say nothing of each other, nothing is known: silence is no bad fit'),
  (5, '{"engagement": {"min_score": 5}}', '{}', '{}', 'conversion', null, '0.80', 'people who engaged already are near to a decision'),
  (6, '{"seniority": {"any": ["vp"]}}', '{vp}', '{}', 'conversion', 'lead_generation', '0.70', 'asking strangers for leads is half a fit at best')) v(n, criteria, seniorities, functions, type, objective, fit, sentence)
order by n;
select results_eq($$ select persona, relevance_score, relevance_from from match_personas_to_strategy('eeeeeeee-0000-4000-8000-00000000005a') $$,
  $$ values ('Marketing leaders', 1.00, 'stated audience'), ('Sellers', 0.25, 'stated audience'), ('Anybody at Acme', null, 'stated audience') $$,
  'the personas in the order in which a strategy suits them');
insert into persona_strategies (persona_id, strategy_id, relevance_score) values ('eeeeeeee-0000-4000-8000-00000000000c', 'eeeeeeee-0000-4000-8000-00000000005a', 0.9);
select results_eq($$ select relevance_score, relevance_from from match_personas_to_strategy('eeeeeeee-0000-4000-8000-00000000005a') where persona = 'Anybody at Acme' $$, $$ values (0.90, 'set by hand') $$,
  'a human''s word about it wins');
update personas set is_active = false where name = 'Sellers';
select is_empty($$ select * from match_personas_to_strategy('eeeeeeee-0000-4000-8000-00000000005a') where persona = 'Sellers' $$, 'a persona that is switched off suits nothing');
update personas set is_active = true where name = 'Sellers';

------------------------------------------------------------------------------------------------ evidence
select results_eq(
  $$ select people, posts, trials, successes from strategy_trials where persona_id = 'eeeeeeee-0000-4000-8000-00000000000a' and strategy_id = 'eeeeeeee-0000-4000-8000-00000000005a' $$,
  $$ values (2::bigint, 2::bigint, 4::bigint, 2::bigint) $$,
  'a trial is a person and a post, once, however many campaigns share the post; it succeeds once, however often the person engaged');
select results_eq($$ select trials, successes from strategy_trials where persona_id = 'eeeeeeee-0000-4000-8000-00000000000a' and strategy_id = 'eeeeeeee-0000-4000-8000-00000000005b' $$, $$ values (2::bigint, 0::bigint) $$,
  'people who did not engage are evidence too, where LinkedIn says that there were none');
update posts set reactions = 12 where id = 303;
select is_empty($$ select * from strategy_trials where strategy_id = 'eeeeeeee-0000-4000-8000-00000000005b' $$,
  'a post with reactions of people whom nobody imported is no evidence');
select results_eq($$ select trials, recommendation_reason from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000a', 10) where strategy = 'Leads' $$,
  $$ values (0::bigint, 'No response of this persona''s people is known yet: ranked by its relevance of 0.00.') $$, 'and the advice says so');
update posts set reactions = null where id = 303;
select is_empty($$ select * from strategy_trials where strategy_id = 'eeeeeeee-0000-4000-8000-00000000005b' $$,
  'nor is one of which nobody ever counted anything');
update posts set reactions = 0, comments = 0 where id = 303;
insert into posts (impressions) select 1000 from generate_series(1, 20);
select results_eq($$ select distinct people, trials, successes from strategy_trials where persona_id = 'eeeeeeee-0000-4000-8000-00000000000c' $$, $$ values (0::bigint, 0::bigint, 0::bigint) $$,
  'nothing was tried with a persona without people');
select is_empty($$ select * from strategy_trials where strategy_id = 'eeeeeeee-0000-4000-8000-00000000005c' $$, 'a strategy without posts was never tried');

select results_eq($$ select posts, trials, successes from strategy_trials where persona_id = 'eeeeeeee-0000-4000-8000-00000000000b' and strategy_id is null $$, $$ values (1::bigint, 1::bigint, 0::bigint) $$,
  'posts without a strategy tell how a persona usually responds, and twenty of which nobody is known do not dilute that');

------------------------------------------------------------------------------------------------ what to do next
create temporary table advice as select row_number() over () as place, * from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000a', 10, false, null);
select set_eq('select strategy from advice', array['Proof', 'Leads', 'Unused'], 'every strategy is ranked, the untried too');
select is((select strategy from advice where place = 1), 'Proof', 'what the persona''s people engaged with comes first');
select is_empty('select strategy from advice where not (interval_low <= posterior_mean and posterior_mean <= interval_high and interval_low >= 0 and interval_high <= 1)', 'every estimate lies in its interval');
select is_empty('select strategy from advice where greatest(scale(prior_rate), scale(posterior_mean), scale(interval_low), scale(interval_high), scale(baseline), scale(score)) > 6', 'rates have the digits that mean something');
select ok((select interval_high - interval_low from advice where strategy = 'Unused') > 0, 'what is not known is said to be uncertain');
select is_empty($$ select strategy from advice where coalesce(recommendation_reason, '') = '' $$, 'every recommendation has a reason in words');
select results_eq($$ select people, posts, trials, successes, people_engaged from advice where strategy = 'Proof' $$, $$ values (2::bigint, 2::bigint, 4::bigint, 2::bigint, 1::bigint) $$,
  'and the evidence beside it');
select results_eq(
  $$ select r.persona_id, r.strategy, round(r.score::numeric, 6) from ranked_strategies(current_tenant()) r order by 1, 3 desc, 2 $$,
  $$ select q.id, r.strategy, r.score from personas q cross join lateral get_recommended_strategies_for_persona(q.id, 10) r where q.tenant_id = current_tenant() order by 1, 3 desc, 2 $$,
  'for all personas at once the ranking is what it is for each');
-- What the counters say is what the rows say, folded or not.
create function pg_temp.by_hand() returns table (persona uuid, strategy uuid, successes bigint)
language sql as $$
  select t.persona_id, s.strategy_id, count(distinct (e.person_id, e.post_id))
  from public.targets t
  join public.engagements e on e.person_id = t.person_id
  join app.strategy_posts s on s.post_id = e.post_id
  where t.is_active
  group by 1, 2
$$;
insert into engagements (post_id, person_id, engagement_type) values (302, 102, 'comment'), (302, 102, 'share'), (303, 103, 'share');
select results_eq($$ select persona_id, strategy_id, successes from strategy_trials where strategy_id is not null and successes > 0 order by 1, 2 $$,
  $$ select * from pg_temp.by_hand() order by 1, 2 $$, 'before a fold');
select isnt(fold_engagements(), 0::bigint, 'there is something to fold');
select results_eq($$ select persona_id, strategy_id, successes from strategy_trials where strategy_id is not null and successes > 0 order by 1, 2 $$,
  $$ select * from pg_temp.by_hand() order by 1, 2 $$, 'after it');
delete from engagements where post_id = 302 and person_id = 102 or post_id = 303;
select results_eq($$ select persona_id, strategy_id, successes from strategy_trials where strategy_id is not null and successes > 0 order by 1, 2 $$,
  $$ select * from pg_temp.by_hand() order by 1, 2 $$, 'and when engagements are gone again');
select is((select count(*) from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000a', 2)), 2::bigint, 'as many as are wanted');
select is_empty($$ select * from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000dead') $$, 'a persona that does not exist has no advice');
select results_eq($$ select strategy, score from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000a', 10, true, 42) $$,
  $$ select strategy, score from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000a', 10, true, 42) $$, 'exploring with one seed says the same twice');
select isnt_empty(
  $$ select seed from generate_series(1, 200) seed cross join lateral get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000a', 1, true, seed) r where r.strategy <> 'Proof' $$,
  'with other seeds something else gets its chance');
select isnt_empty($$ select * from get_recommended_strategies_for_persona('eeeeeeee-0000-4000-8000-00000000000c') $$, 'a persona without people gets advice from the rest of the tenant');

select throws_ok(statement, code, null, sentence)
from (values
  ('insert into campaign_strategies (name, type) values (''proof'', ''awareness'')', '23505', 'two strategies do not share a name'),
  ('insert into campaign_strategies (name, type, content_mix) values (''x'', ''awareness'', ''{"video": 60, "text": 30}'')', '22023', 'a content mix adds up to 100'),
  ('insert into campaign_strategies (name, type, content_mix) values (''x'', ''awareness'', ''{"hologram": 100}'')', '22023', 'of content types that exist'),
  ('insert into campaign_strategies (name, type, benchmark_low, benchmark_high) values (''x'', ''awareness'', 2, 1)', '23514', 'a benchmark goes from low to high'),
  ('insert into campaign_strategies (name, type, budget_min, budget_max) values (''x'', ''awareness'', 2, 1)', '23514', 'and so does a budget'),
  ('insert into persona_strategies (persona_id, strategy_id, relevance_score) values (''eeeeeeee-0000-4000-8000-00000000000a'', ''eeeeeeee-0000-4000-8000-00000000005a'', 1.5)', '23514', 'relevance is a share')) v(statement, code, sentence);

select * from finish();
rollback;
