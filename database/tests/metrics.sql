-- Live metrics: after every step the figures are what a marketer would count by hand, and equal to a recount of the rows.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

------------------------------------------------------------------------------------------------ the cast
insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into personas (id, name, criteria) values
  ('eeeeeeee-0000-4000-8000-00000000000a', 'Marketers', '{"title": {"include": ["marketing"]}}'),
  ('eeeeeeee-0000-4000-8000-00000000000b', 'Nobody yet', '{"title": {"include": ["astronaut"]}}');
insert into persons (id, name, headline, is_follower) values
  (101, 'Ada', 'Head of Marketing', true), (102, 'Bob', 'Marketing Manager', false), (103, 'Cleo', 'Engineer', null);
insert into campaigns (id, name, budget) values (201, 'Spring', 1000), (202, 'Autumn', null);
insert into posts (id, title) values (301, 'First'), (302, 'Second'), (303, 'Third');
insert into campaign_posts (campaign_id, post_id) values (201, 301), (201, 302), (202, 303);

create schema story;
-- Returns no rows, so that the list of tests is not full of empty lines.
create function story.engage(person integer, post integer, what engagement_type, reaction reaction_type default null, days_ago integer default 0) returns setof text
language plpgsql as $$
begin
  insert into public.engagements (post_id, person_id, engagement_type, reaction_type, engaged_at) values (post, person, what, reaction, now() - days_ago * interval '1 day');
end $$;
create function story.exact(after text) returns text
language sql as $$
  -- Most ask for sets by the function, which does not look at logs that cannot have changed them.
  select is_empty('select * from app.differences() where missing <> 0 or wrong <> 0
    union all
    select ''sets_of'', count(*), 0
    from (select kind, array_agg(distinct key) as keys from app.recount_sets where tenant_id = app.current_tenant() group by 1) k
    cross join lateral (
      (select kind, key, chunk, people from app.recount_sets r where r.tenant_id = app.current_tenant() and r.kind = k.kind
       except select k.kind, key, chunk, people from app.sets_of(app.current_tenant(), k.kind, k.keys))
      union all
      (select k.kind, key, chunk, people from app.sets_of(app.current_tenant(), k.kind, k.keys) where people <> app.no_people()
       except select kind, key, chunk, people from app.recount_sets r where r.tenant_id = app.current_tenant() and r.kind = k.kind)
    ) x
    having count(*) > 0', 'every figure equals a recount of the rows after ' || after)
$$;
-- likes, reactions, comments, shares, engagements, people, targeted people, followers
create function story.campaign(wanted text) returns integer[]
language sql as $$
  select array[likes, reactions, comments, shares, engagements, unique_engagers, targeted_engagers, followers_engaged]
  from app.campaign_dashboard where tenant_id = app.current_tenant() and campaign = wanted
$$;
-- people reached, people of the persona, engagements, posts engaged, weighted score
create function story.persona(wanted text, among text) returns bigint[]
language sql as $$
  select array[people_reached, persona_people, engagements, posts_engaged, weighted_score]
  from app.campaign_performance_by_persona where tenant_id = app.current_tenant() and campaign = among and persona = wanted
$$;
create function story.all_figures() returns setof text
language sql as $$
  select 'campaign ' || r::text from app.campaign_dashboard r union all select 'persona ' || r::text from app.campaign_performance_by_persona r
  union all select 'strategy ' || r::text from app.campaign_strategy_performance r union all select 'trend ' || r::text from app.persona_engagement_trends r
  union all select 'post ' || r::text from app.post_performance r union all select 'person ' || r::text from app.person_scores r
$$;

------------------------------------------------------------------------------------------------ nothing yet
select is(story.campaign('Spring'), '{0,0,0,0,0,0,0,0}', 'a campaign without engagements is on the dashboard, with zeros');
select results_eq(
  $$ select click_through_rate, engagement_rate, targeting_accuracy, cost_per_click, cost_per_engagement from campaign_dashboard where campaign = 'Spring' $$,
  $$ values (null::numeric, null::numeric, null::numeric, null::numeric, null::numeric) $$,
  'a rate that has no denominator is null, and not 0');
select is(budget_utilization, null, 'without a budget, nobody knows how much of it is used') from campaign_dashboard where campaign = 'Autumn';
select is(budget_utilization, 0.0000, 'with a budget and no spend, none of it is used') from campaign_dashboard where campaign = 'Spring';
select is((select count(*) from persona_engagement_trends where persona = 'Marketers'), 30::bigint, 'a trend shows thirty days even where nothing happened');
select is((select sum(engagements) from persona_engagement_trends where persona = 'Marketers'), 0::bigint, 'days on which nothing happened show 0');

------------------------------------------------------------------------------------------------ people engage
select story.engage(101, 301, 'reaction', 'like');
select story.engage(101, 301, 'comment');
select story.engage(102, 301, 'reaction', 'praise', 1);
select story.engage(103, 302, 'share', null, 1);
select is(story.campaign('Spring'), '{1,2,1,1,4,3,2,1}', 'a campaign counts likes, all reactions, comments, shares, people, targets and followers');
select is(story.campaign('Autumn'), '{0,0,0,0,0,0,0,0}', 'what happens on one campaign''s posts is not credited to another');
select is(targeting_accuracy, 0.666667, 'targeting accuracy is the share of engagers who are targets of some persona') from campaign_dashboard where campaign = 'Spring';
select is(story.persona('Marketers', 'Spring'), '{2,2,3,1,8}', 'a persona''s part of a campaign: 2 of its 2 people, 3 engagements, 1 post, score 1 + 2 + 5');
select results_eq(
  $$ select share_of_campaign, share_of_persona_reached from campaign_performance_by_persona where persona = 'Marketers' $$,
  $$ values (0.7500, 1.0000) $$, 'a persona''s share of a campaign, and the share of the persona that the campaign reached');
select is(story.persona('Nobody yet', 'Spring'), null, 'a persona without people in a campaign is not listed for it');
select results_eq(
  $$ select engagements, unique_people, posts, average_7_days, cumulative_engagements from persona_engagement_trends
     where persona = 'Marketers' and day > current_date - 3 order by day $$,
  $$ values (0, 0, 0, 0.00, 0), (1, 1, 1, 0.14, 1), (2, 1, 1, 0.43, 3) $$,
  'a trend: per day engagements, people and posts; the average of seven days; the sum so far');
select results_eq(
  $$ select likes, reactions, comments, shares, engagements, unique_engagers, targeted_engagers, targeting_accuracy from post_performance where title = 'First' $$,
  $$ values (1, 2, 1, 0, 3, 2, 2, 1.0000) $$, 'a post''s own figures');
select story.exact('inserts');

------------------------------------------------------------------------------------------------ folding shows nobody anything
create temporary table before_fold as select * from story.all_figures() f;
select cmp_ok(fold_engagements(), '>', 0::bigint, 'the fold takes the log into the rollups');
select bag_eq('select * from story.all_figures()', 'select * from before_fold', 'no figure that anybody reads is changed by the fold');
select is_empty('select tenant_id from engagement_deltas union all select tenant_id from link_deltas union all select tenant_id from target_deltas', 'the fold leaves the logs empty');
select is(fold_engagements(), 0::bigint, 'a second fold has nothing to do');
select story.exact('a fold');

------------------------------------------------------------------------------------------------ changes
update engagements set reaction_type = 'interest' where person_id = 101 and engagement_type = 'reaction';
select is(story.campaign('Spring'), '{0,2,1,1,4,3,2,1}', 'a like that becomes another reaction is a like no more');
select story.exact('a changed reaction');
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_on, engaged_at)
select post_id, person_id, engagement_type, reaction_type, engaged_on, engaged_at from engagements where engagement_type = 'reaction' order by post_id, person_id
on conflict (tenant_id, post_id, person_id) where engagement_type = 'reaction' do update set reaction_type = excluded.reaction_type;
select is((select count(*) from engagement_deltas), 2::bigint, 'importing the same again logs nothing: the two rows are of the changed like before');
update engagements set engaged_at = engaged_at - interval '1 day' where person_id = 101 and engagement_type = 'comment';
select results_eq($$ select engagements from persona_engagement_trends where persona = 'Marketers' and day > current_date - 2 order by day $$, $$ values (2), (1) $$,
  'an engagement whose time is corrected moves to its day');
select story.exact('a corrected time');
update engagements set post_id = 303 where person_id = 102;
select is(story.campaign('Spring'), '{0,1,1,1,3,2,1,1}', 'an engagement that moves to a post of another campaign leaves the first');
select is(story.campaign('Autumn'), '{0,1,0,0,1,1,1,0}', 'and is counted in the other');
select story.exact('a move between posts');
update engagements set person_id = 103 where person_id = 102;
select is(story.campaign('Autumn'), '{0,1,0,0,1,1,0,0}', 'an engagement that turns out to be somebody else''s is counted for them');
select story.exact('a move between people');
delete from engagements where person_id = 101 and engagement_type = 'comment';
select is(story.campaign('Spring'), '{0,1,0,1,2,2,1,1}', 'a deleted comment is gone, and its author still counts for the reaction');
delete from engagements where person_id = 101;
select is(story.campaign('Spring'), '{0,0,0,1,1,1,0,0}', 'whose last engagement is deleted is no engager any more');
select story.exact('deletes');
select lives_ok('select fold_engagements()', 'a fold takes losses too');
select story.exact('deletes and a fold');

------------------------------------------------------------------------------------------------ posts in campaigns
select story.engage(101, 301, 'reaction', 'like');
select story.engage(101, 302, 'reaction', 'like', 3);
insert into campaign_posts (campaign_id, post_id) values (202, 301);
select is(story.campaign('Spring'), '{2,2,0,1,3,2,1,1}', 'a person who engages with two posts of a campaign is one engager');
select is(story.campaign('Autumn'), '{1,2,0,0,2,2,1,1}', 'a post in two campaigns counts for both');
select is(campaigns, 2, 'a post knows in how many campaigns it is') from post_performance where title = 'First';
select results_eq($$ select campaign_id, first_day - current_date from campaign_engagers where person_id = 101 order by 1 $$, $$ values (201, -3), (202, 0) $$,
  'a person''s first day is each campaign''s own');
select story.exact('a post in two campaigns');
do $$ begin perform app.fold_engagements(); end $$;
delete from campaign_posts where post_id = 302;
select is(story.campaign('Spring'), '{1,1,0,0,1,1,1,1}', 'a post taken out of a campaign takes its engagements along');
select is((select first_day from campaign_engagers where campaign_id = 201), current_date, 'and a person''s first day in it is the next that remains');
select story.exact('an unlinked post');
update campaign_posts set campaign_id = 201 where campaign_id = 202 and post_id = 303;
select is(story.campaign('Spring'), '{1,2,0,0,2,2,1,1}', 'a post that moves to another campaign brings its engagements');
select story.exact('a post that moved');

------------------------------------------------------------------------------------------------ people enter and leave personas
select lives_ok($$ select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 103, 'test') $$, 'a person is pinned to a persona');
select is(story.persona('Nobody yet', 'Spring'), '{1,1,1,1,2}', 'whoever enters a persona brings all past engagements');
select is(story.campaign('Spring'), '{1,2,0,0,2,2,2,1}', 'and is a targeted engager from then on');
select story.exact('somebody entered a persona');
do $$ begin perform app.fold_engagements(); end $$;
select lives_ok($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 103) $$, 'the pin is taken back');
select is(story.persona('Nobody yet', 'Spring'), null, 'whoever leaves a persona takes them along');
select story.exact('somebody left a persona');
select lives_ok($$ select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 101, 'test') $$, 'somebody who matches a persona is pinned to another');
select is(story.campaign('Spring'), '{1,2,0,0,2,2,1,1}', 'and is one person on target');
select is((select targeted_engagers from post_performance where title = 'First'), 1, 'for a post too');
select story.exact('somebody entered a second persona');
do $$ begin perform app.fold_engagements(); end $$;
update personas set is_active = false where name = 'Marketers';
select is(story.campaign('Spring'), '{1,2,0,0,2,2,1,1}', 'whoever leaves one of two personas is on target still');
select story.exact('somebody left one of two personas');
do $$ begin perform app.fold_engagements(); end $$;
select lives_ok($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 101) $$, 'the last pin is taken back');
select is(story.campaign('Spring'), '{1,2,0,0,2,2,0,1}', 'whoever leaves the last is on target no more');
select story.exact('somebody left the last persona');
update personas set is_active = true where name = 'Marketers';
update personas set is_active = false where name = 'Marketers';
select is(story.persona('Marketers', 'Spring'), null, 'an inactive persona has no people and no part of a campaign');
select story.exact('a persona was switched off');
update personas set is_active = true where name = 'Marketers';
select is(story.persona('Marketers', 'Spring'), '{1,2,1,1,1}', 'switched on again it has them back');
select story.exact('a persona was switched on');
delete from personas where name = 'Nobody yet';
select story.exact('a persona was deleted');

------------------------------------------------------------------------------------------------ weights
insert into engagement_weights (version, likes, reactions) values (1, 3, 4);
select results_eq($$ select weighted_score, weights_version from campaign_performance_by_persona where campaign = 'Spring' $$, $$ values (3::bigint, 1) $$,
  'new weights change every score at once, and the score says which weights made it');
select is((select count(*) from engagement_deltas), 0::bigint, 'and nothing is counted anew for it');

------------------------------------------------------------------------------------------------ money
insert into ads (id, campaign_id, name) values (401, 201, 'Banner'), (402, 201, 'Video');
insert into ad_metrics_daily (ad_id, day, last_day, spend, impressions, clicks, engagements) values
  (401, current_date - 1, current_date - 1, 100, 1000, 20, 3), (401, current_date, current_date, 50, 500, 10, 2), (402, current_date, current_date, 50, 300, 0, 0);
update posts set impressions = 200, clicks = 10 where id = 301;
select results_eq(
  $$ select ads, posts, impressions, clicks, spend::numeric(14, 2), reported_engagements from campaign_dashboard where campaign = 'Spring' $$,
  $$ values (2, 2, 2000::bigint, 40::bigint, 200.00, 5::bigint) $$, 'ads and posts add up: two ads on two days and a post''s own counters');
select results_eq(
  $$ select click_through_rate, engagement_rate, cost_per_click, cost_per_engagement, budget_utilization from campaign_dashboard where campaign = 'Spring' $$,
  $$ values (0.0200, 0.0075, 6.67, 40.00, 0.2000) $$,
  'rates come from sums, of what the ads report and the clicks that the post counted itself; costs are shared by what was paid for');
select is(cost_per_click, null, 'a campaign that spent nothing has no cost of a click') from campaign_dashboard where campaign = 'Autumn';

------------------------------------------------------------------------------------------------ what goes away with its owner
do $$ begin perform app.fold_engagements(); end $$;
select is(delete_person(current_tenant(), 101), true, 'a person is deleted');
select is(story.campaign('Spring'), '{0,1,0,0,1,1,0,0}', 'with their engagements');
select story.exact('a person was deleted');
select story.engage(102, 301, 'comment');
select story.engage(102, 303, 'share');
delete from posts where id = 303;
select is(story.campaign('Spring'), '{0,0,1,0,1,1,1,0}', 'a deleted post takes its engagements along');
select story.exact('a post was deleted');
delete from campaigns where name = 'Autumn';
select is(story.campaign('Autumn'), null, 'a deleted campaign is off the dashboard');
select is(story.campaign('Spring'), '{0,0,1,0,1,1,1,0}', 'and its posts go on counting for the others');
select story.exact('a campaign was deleted');
do $$ begin perform app.fold_engagements(); end $$;
select story.exact('all that and a fold');
select cmp_ok(sweep_rollups(current_tenant()), '>', 0::bigint, 'rollup rows that came to zero can be swept away');
select story.exact('a sweep');

insert into persons (id, name, headline) values (104, 'Bob R.', 'Marketing');
select story.engage(104, 301, 'reaction', 'like', 2);
select story.engage(104, 302, 'comment', null, 2);
select is(merge_persons(current_tenant(), 102, 104), true, 'two records of one human are merged');
select is(story.campaign('Spring'), '{1,1,1,0,2,1,1,0}', 'who is one engager then');
select is(story.persona('Marketers', 'Spring'), '{1,1,2,1,8}', 'and one person of the persona');
select story.exact('a merge');

------------------------------------------------------------------------------------------------ days
select story.engage(103, 301, 'comment', null, d) from unnest(array[6, 7, 13, 14]) d;
select results_eq($$ select engagements_last_7_days, engagements_previous_7_days, engagements from campaign_dashboard where campaign = 'Spring' $$, $$ values (3, 2, 6) $$,
  'the last seven days hold today and six before, the seven before them hold the next seven, and older days neither');
select is(last_engaged_on, current_date, 'the last day on which something happened') from campaign_dashboard where campaign = 'Spring';

insert into tenants (id, slug, name, time_zone) values ('eeeeeeee-0000-4000-8000-000000000002', 'auckland', 'Auckland', 'Pacific/Auckland');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000002';
insert into posts (id, title) values (351, 'Kia ora');
insert into persons (id, name) values (151, 'Moana');
set local time zone 'America/Los_Angeles';
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (351, 151, 'comment', '2026-03-01 20:00Z');
set local time zone 'UTC';
select is((select engaged_on from engagements where person_id = 151), date '2026-03-02', 'the tenant''s time zone decides the day, and not that of whoever writes');
update engagements set engaged_at = '2026-03-01 09:00Z' where person_id = 151;
select is((select engaged_on from engagements where person_id = 151), date '2026-03-01', 'a corrected time corrects the day');
update tenants set time_zone = 'UTC' where slug = 'auckland';
select is((select engaged_on from engagements where person_id = 151), date '2026-03-01', 'a tenant that moves keeps the days that were written');
select throws_ok($$ insert into engagements (post_id, person_id, engagement_type, engaged_at, engaged_on) values (351, 151, 'comment', '2026-03-01 09:00Z', '2026-03-09') $$,
  '23514', null, 'a day that no time zone can make of the time is refused');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';

------------------------------------------------------------------------------------------------ wrong rollups are found and set right
do $$ begin perform app.fold_engagements(); end $$;
-- The figure that differences() names when a rollup was tampered with.
create function story.tampered(damage text) returns table (figures text[], changed bigint, left_over bigint, changed_again bigint)
language plpgsql as $$
begin
  execute damage;
  figures := array(select figure from app.differences() where missing <> 0 or wrong <> 0 order by 1);
  changed := app.repair_metrics(app.current_tenant());
  left_over := (select sum(missing + wrong) from app.differences());
  changed_again := app.repair_metrics(app.current_tenant());
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return next;
end $$;
select results_eq(format('select figures, left_over, changed_again from story.tampered(%L)', damage), format('values (%L::text[], 0::bigint, 0::bigint)', figures),
  'a rollup that is wrong is found, repaired, and then right: ' || what)
from (values
  ('a counter', 'update public.campaign_daily set likes = likes + 1', '{campaign by day}'),
  ('a lost day', 'delete from public.campaign_daily', '{campaign by day}'),
  ('a first day', 'update public.campaign_people set first_day = first_day - 1', '{campaign engagers}'),
  ('a person too many', 'insert into public.campaign_people values (app.current_tenant(), 201, 999, current_date)', '{campaign engagers}'),
  ('a persona''s day', 'update public.campaign_persona_daily set comments = comments + 1', '{campaign and persona by day}'),
  ('a persona''s total', 'update public.campaign_persona_totals set people = people + 1', '{campaign and persona}'),
  ('who is in a set', 'update public.people_sets set people = ~people where tenant_id = app.current_tenant()', '{"set of people"}'),
  ('a post''s counter', 'update public.post_totals set shares = shares + 1 where tenant_id = app.current_tenant()', '{post}'),
  ('a post''s people of a persona', 'update public.post_persona_totals set people = people + 1', '{post and persona}'),
  ('a trend', 'update public.persona_daily set people = people + 1', '{persona by day}'),
  ('a person''s score', 'update public.person_engagement set shares = shares + 1 where tenant_id = app.current_tenant()', '{person}')) v(what, damage, figures);
select is((select changed from story.tampered('update public.campaign_daily set likes = likes + 1 where day = current_date')), 1::bigint, 'a repair says how many rollup rows it changed');
select is((select figures from story.tampered('alter table public.engagements disable trigger _500_metrics_delete; delete from public.engagements where person_id = 102')),
  array['campaign and persona', 'campaign and persona by day', 'campaign by day', 'campaign engagers', 'person', 'persona by day', 'post', 'post and persona', 'set of people'],
  'a delete that no trigger saw is found in every figure');
select is((select figures from story.tampered('delete from public.engagement_deltas; insert into public.engagements (post_id, person_id, engagement_type) values (301, 102, ''click''); delete from public.engagement_deltas')),
  array['campaign and persona', 'campaign and persona by day', 'campaign by day', 'person', 'persona by day', 'post'],
  'a log that lost a row is found in every figure that the row moved');
select is(repair_metrics(current_tenant()), 0::bigint, 'a repair of figures that are right changes nothing');

------------------------------------------------------------------------------------------------ what would bypass it
select throws_ok('truncate ' || t || ' cascade', '0A000', null, 'truncate is refused on ' || t || ', since no trigger would see the rows')
from unnest(array['engagements', 'campaign_posts', 'targets']) t;
do $$
begin
  perform story.engage(102, 302, 'share');
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  null;
end $$;
select is(story.campaign('Spring'), '{1,1,5,0,6,2,1,0}', 'what is rolled back was never counted');
select story.exact('a rollback');

------------------------------------------------------------------------------------------------ the service itself
-- Under row security, as the role that may not even write the logs.
create function story.by_the_service() returns table (spring integer[], wrong bigint)
language plpgsql as $$
begin
  perform set_config('role', 'rapport_app', true);
  insert into public.persons (id, name, headline) values (9001, 'Zoe', 'Marketing');
  insert into public.engagements (post_id, person_id, engagement_type) values (301, 9001, 'comment');
  insert into public.engagements (post_id, person_id, engagement_type, reaction_type) values (301, 9001, 'reaction', 'like');
  update public.engagements set reaction_type = 'praise' where person_id = 9001 and engagement_type = 'reaction';
  perform app.fold_engagements();
  delete from public.engagements where person_id = 9001 and engagement_type = 'comment';
  perform set_config('role', 'none', true);
  spring := story.campaign('Spring');
  wrong := (select sum(d.missing + d.wrong) from app.differences() d);
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return next;
end $$;
select results_eq('select spring, wrong from story.by_the_service()', $$ values ('{1,2,5,0,7,3,2,0}'::integer[], 0::bigint) $$,
  'what the service writes, folds and deletes under row security is counted like everything else');

------------------------------------------------------------------------------------------------ any mix of anything
-- Random changes of every kind, folded now and then; after each block everything is counted again.
create function story.random_mix(blocks integer, changes integer) returns setof text
language plpgsql as $$
declare
  people integer[];
  dice integer;
  n integer;
begin
  perform setseed(0.4711);
  insert into public.persons (id, name, headline) select 500 + i, 'Person ' || i, (array['Marketing', 'Sales', 'Engineer'])[1 + i % 3] from generate_series(1, 20) i;
  insert into public.campaigns (id, name) select 500 + i, 'Campaign ' || i from generate_series(1, 4) i;
  insert into public.posts (id, title) select 500 + i, 'Post ' || i from generate_series(1, 8) i;
  insert into public.personas (name, criteria) values ('Sellers', '{"title": {"include": ["sales"]}}'), ('Busy', '{"engagement": {"min_score": 12}}');
  for block in 1..blocks loop
    for change in 1..changes loop
      dice := (random() * 100)::int;
      n := 501 + (random() * 19)::int;
      case
        when dice < 45 then
          insert into public.engagements (post_id, person_id, engagement_type, reaction_type, engaged_at)
          select p.id, n, t.w, case when t.w = 'reaction' then (enum_range(null::public.reaction_type))[1 + (random() * 7)::int] end, now() - (random() * 20)::int * interval '1 day'
          from public.posts p, (select (enum_range(null::public.engagement_type))[1 + (random() * 4)::int] as w) t
          where p.tenant_id = app.current_tenant() and random() < 0.4 and exists (select from public.persons where tenant_id = app.current_tenant() and id = n)
          on conflict do nothing;
        when dice < 60 then delete from public.engagements where tenant_id = app.current_tenant() and random() < 0.1;
        when dice < 70 then update public.engagements set engaged_at = engaged_at - interval '1 day' where tenant_id = app.current_tenant() and random() < 0.1;
        when dice < 78 then insert into public.campaign_posts (campaign_id, post_id)
          select c.id, p.id from public.campaigns c, public.posts p where c.tenant_id = app.current_tenant() and p.tenant_id = app.current_tenant() and random() < 0.1 on conflict do nothing;
        when dice < 84 then delete from public.campaign_posts where tenant_id = app.current_tenant() and random() < 0.1;
        when dice < 90 then update public.persons set headline = (array['Marketing', 'Sales', 'Engineer'])[1 + (random() * 2)::int] where tenant_id = app.current_tenant() and id = n;
        when dice < 93 then update public.personas set is_active = not is_active where tenant_id = app.current_tenant() and name = 'Sellers';
        when dice < 95 then perform app.merge_persons(app.current_tenant(), n, 501 + (random() * 19)::int);
        when dice < 96 then perform app.delete_person(app.current_tenant(), n);
        else perform app.fold_engagements();
      end case;
    end loop;
    return query select block || ': ' || figure || ' ' || missing || ' ' || wrong from app.differences() where missing <> 0 or wrong <> 0;
  end loop;
end $$;
select is_empty('select story.random_mix(20, 12)', 'no random mix of changes and folds makes any figure differ from a recount');
select is_empty('select * from matching_differences()', 'nor any target from the truth');

select * from finish();
rollback;
