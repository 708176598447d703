-- Campaigns: the dashboard's figures besides the engagements (those are in metrics.sql), the calendar, and what keeps a
-- campaign sane.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name, currency, time_zone) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio', 'EUR', 'Europe/Berlin'), ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other', 'USD', 'UTC');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';

------------------------------------------------------------------------------------------------ key figures
select is(kpi_value(wanted::kpi, 2000, 40, 20, 5, 8, 4, 50, 100, 25, 20), value::numeric, 'key figure: ' || sentence)
from (values
  ('impressions', '2000', 'impressions'), ('engagements', '40', 'engagements'), ('engagement_rate', '0.0200', 'engagements per impression'), ('unique_engagers', '20', 'people'),
  ('targeted_engagers', '5', 'people who are targets'), ('targeting_accuracy', '0.2500', 'the share of people who are targets'), ('comments', '8', 'comments'), ('shares', '4', 'shares'), ('clicks', '50', 'clicks'),
  ('click_through_rate', '0.0250', 'clicks per impression'), ('cost_per_click', '4.00', 'spend per click that it was paid for'), ('cost_per_engagement', '5.00', 'spend per engagement that it was paid for')) v(wanted, value, sentence);
select is_empty($$ select k from unnest(enum_range(null::kpi)) k where kpi_value(k, 2000, 40, 20, 5, 8, 4, 50, 100, 25, 20) is null $$, 'every key figure that can be chosen can be computed');
select is_empty(
  $$ select k from unnest(array['engagement_rate', 'targeting_accuracy', 'click_through_rate', 'cost_per_click', 'cost_per_engagement']::kpi[]) k where kpi_value(k, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) is not null $$,
  'a rate of nothing is null, and not 0');

insert into campaign_strategies (id, name, type, primary_kpi, benchmark_low, benchmark_high) values ('eeeeeeee-0000-4000-8000-00000000005a', 'Proof', 'conversion', 'click_through_rate', 0.01, 0.02);
insert into campaign_groups (id, name, client_name) values (501, 'Q2', 'Acme');
insert into campaigns (id, name, campaign_group_id, strategy_id, kpi_target, currency, start_date, end_date) values
  (201, 'Spring', 501, 'eeeeeeee-0000-4000-8000-00000000005a', 0.03, 'GBP', '2026-03-01', '2026-05-31'), (202, 'Autumn', null, null, null, null, null, null);
insert into posts (id, impressions, clicks) values (301, 1000, 10), (302, 1000, 10), (303, null, null);
insert into campaign_posts (campaign_id, post_id) values (201, 301), (201, 302), (201, 303);
insert into ads (id, campaign_id, name) values (401, 201, 'A'), (402, 201, 'B');
insert into ad_metrics_daily (ad_id, day, last_day, spend, impressions, clicks) values (401, '2026-03-01', '2026-03-01', 10, 500, 10), (401, '2026-03-02', '2026-03-02', 10, 500, 20), (402, '2026-03-01', '2026-03-07', 20, 1000, 50);
select results_eq(
  $$ select campaign_group, strategy, strategy_type, currency, start_date, end_date, primary_kpi, kpi_target, kpi_actual, benchmark_low, benchmark_high from campaign_dashboard where campaign_id = 201 $$,
  $$ values ('Q2', 'Proof', 'conversion'::strategy_type, 'GBP', date '2026-03-01', date '2026-05-31', 'click_through_rate'::kpi, 0.0300::numeric(14, 4), 0.0250, 0.0100::numeric(14, 4), 0.0200::numeric(14, 4)) $$,
  'a campaign with its group, its strategy, and its key figure against target and benchmark');
select results_eq($$ select ads, posts, impressions, clicks, spend::numeric(14, 2) from campaign_dashboard where campaign_id = 201 $$, $$ values (2, 3, 4000::bigint, 100::bigint, 40.00) $$,
  'two ads of three days and three posts are counted once each, whatever is joined to what');
update campaigns set budget = 80 where id = 201;
update ad_metrics_daily set currency = 'GBP';
select results_eq($$ select cost_per_click, cost_per_engagement, budget_utilization, spend_currency from campaign_dashboard where campaign_id = 201 $$, $$ values (0.50, null::numeric, 0.5, 'GBP') $$,
  'costs are shared by what was paid for: 40 by 80 clicks on ads, and not by the 20 on posts; and half of the budget is used');
update ad_metrics_daily set currency = 'USD';
select results_eq($$ select spend::numeric(14, 2), spend_currency, currency, budget_utilization from campaign_dashboard where campaign_id = 201 $$, $$ values (40.00, 'USD', 'GBP', null::numeric) $$,
  'what is spent in another currency uses up no known share of the budget');
update ad_metrics_daily set currency = 'GBP' where ad_id = 402;
select results_eq($$ select spend, budget_utilization from campaign_dashboard where campaign_id = 201 $$, $$ values (null::numeric, null::numeric) $$, 'and amounts in two currencies are no sum at all');
update ad_metrics_daily set spend = 0, currency = null;
select is(cost_per_click, 0.00, 'clicks that cost nothing cost 0') from campaign_dashboard where campaign_id = 201;
select results_eq($$ select campaign_group, strategy, currency, kpi_actual, primary_kpi from campaign_dashboard where campaign_id = 202 $$, $$ values (null::text, null::text, 'EUR', null::numeric, null::kpi) $$,
  'a campaign without group and strategy is there too, in the tenant''s currency');
select is((select count(*) from campaign_dashboard where tenant_id = current_tenant()), 2::bigint, 'one row a campaign');

------------------------------------------------------------------------------------------------ the engagement rate
-- Every engagement is divided by the impressions that it came of: those of the ads by theirs, those of posts by theirs.
insert into persons (id, name) values (101, 'Ada'), (102, 'Bob'), (103, 'Cleo'), (104, 'Dan');
insert into campaigns (id, name) values (203, 'Mixed');
insert into posts (id, impressions, clicks) values (304, 1000, 5), (305, 500, null), (306, null, null);
insert into campaign_posts (campaign_id, post_id) values (203, 304), (203, 305), (203, 306);
insert into engagements (post_id, person_id, engagement_type, reaction_type)
select post, person, 'reaction', 'like' from (values (304, 101), (304, 102), (305, 101), (305, 102), (305, 103), (306, 101), (306, 102)) v(post, person);
create schema story;
create function story.rate() returns numeric[]
language sql as $$ select array[engagements, proven_engagements, measured_engagements, impressions, engagement_rate]::numeric[] from app.campaign_dashboard where campaign_id = 203 $$;
select is(story.rate(), '{7,12,10,1500,0.006667}', 'five by name and five clicks of 1,500 impressions; the two with a post whose impressions nobody knows count, but in no rate');
insert into ads (id, campaign_id, name, post_id) values (403, 203, 'C', 304);
insert into ad_metrics_daily (ad_id, day, last_day, impressions, engagements) values (403, '2026-03-01', '2026-03-01', 8500, 90);
select is(story.rate(), '{7,100,98,10000,0.009800}', 'what an ad reports of the post that it shows comes on top of the clicks of the post and of what the other posts did, and so do its impressions');
update ad_metrics_daily set engagements = 1 where ad_id = 403;
select is(story.rate(), '{7,12,10,10000,0.001000}', 'but for less than what is known by name of that post: who of these came by the ad, nobody knows');
update ad_metrics_daily set engagements = 0 where ad_id = 403;
select is(story.rate(), '{7,12,10,10000,0.001000}', 'an ad that reports none takes none away');
update ad_metrics_daily set engagements = 90 where ad_id = 403;
update ads set post_id = null where id = 403;
select is(story.rate(), '{7,95,95,10000,0.009500}', 'an ad of which nobody knows what it shows may show any post: nothing by name is added to what it reports');
update posts set is_paid = true where id = 306;
update ads set post_id = 304 where id = 403;
select is(story.rate(), '{7,98,98,10000,0.009800}', 'a post that is paid for is of the ads, even where none names it');
delete from ads where id = 403;
select is(story.rate(), '{7,12,10,1500,0.006667}', 'without ads, a post that is said to be paid for is a post');
update posts set reactions = 40 where id = 305;
select is(story.rate(), '{7,49,47,1500,0.031333}', 'what LinkedIn counted of a post is more than the people we know of');
delete from campaigns where id = 203;
delete from posts where id in (304, 305, 306);
delete from persons where id in (101, 102, 103, 104);

------------------------------------------------------------------------------------------------ what keeps it sane
select throws_ok(statement, code, null, sentence)
from (values
  ('insert into campaigns (name) values ('' '')', '23514', 'a campaign has a name'),
  ('insert into campaigns (name, start_date, end_date) values (''x'', ''2026-02-02'', ''2026-02-01'')', '23514', 'a campaign ends after it starts'),
  ('insert into campaigns (name, budget) values (''x'', -1)', '23514', 'a budget is not negative'),
  ('insert into campaigns (name, currency) values (''x'', ''Euro'')', '23514', 'a currency is its code'),
  ('insert into campaigns (name) values (''SPRING'')', '23505', 'two campaigns do not share a name, whatever the capitals'),
  ('insert into campaign_posts (campaign_id, post_id) values (201, 301)', '23505', 'a post is in a campaign once'),
  ('insert into ad_metrics_daily (ad_id, day, last_day) values (401, ''2026-03-09'', ''2026-03-08'')', '23514', 'a reported period ends after it starts'),
  ('delete from campaign_groups where id = 501', '23503', 'a group with campaigns cannot be deleted from under them'),
  ('delete from campaign_strategies where id = ''eeeeeeee-0000-4000-8000-00000000005a''', '23503', 'nor can a strategy')) v(statement, code, sentence);
select lives_ok($$ insert into campaigns (name, linkedin_campaign_id) values ('Spring', 'li-1') $$, 'a campaign that LinkedIn knows by its id may have a name that is taken');
select lives_ok($$ insert into campaigns (tenant_id, name) values ('eeeeeeee-0000-4000-8000-000000000002', 'Spring') $$, 'and another tenant''s may anyway');
insert into posts (tenant_id, id) values ('eeeeeeee-0000-4000-8000-000000000002', 351);
select throws_ok('insert into campaign_posts (campaign_id, post_id) values (201, 351)', '23503', null, 'another tenant''s post cannot be put into a campaign');

------------------------------------------------------------------------------------------------ the calendar
insert into content_calendar (campaign_id, post_id, strategy_id, title, scheduled_at) values (201, 301, 'eeeeeeee-0000-4000-8000-00000000005a', 'Launch', '2026-03-31 22:30Z');
insert into content_calendar (title, scheduled_at) values ('Idea', '2026-04-02 10:00Z');
select results_eq($$ select day, title, status, campaign, strategy from campaign_calendar where tenant_id = current_tenant() order by scheduled_at $$,
  $$ values (date '2026-04-01', 'Launch', 'draft'::calendar_status, 'Spring', 'Proof'), (date '2026-04-02', 'Idea', 'draft', null, null) $$,
  'the calendar shows names, and the day in the tenant''s time zone; an idea needs no campaign');

------------------------------------------------------------------------------------------------ an end
delete from content_calendar where post_id = 301;
delete from campaigns where id = 201;
select is((select count(*) from campaign_posts where campaign_id = 201) + (select count(*) from ads where campaign_id = 201) + (select count(*) from ad_metrics_daily where ad_id in (401, 402)), 0::bigint,
  'a deleted campaign takes its ads and their figures along');
select is((select count(*) from posts where id in (301, 302, 303)), 3::bigint, 'but its posts stay: they are nobody''s property');

insert into scraping_jobs (kind, state, run_at, cost, found) values ('reactions', 'pending', '2026-04-01', null, null), ('reactions', 'pending', '2026-03-01', null, null), ('reactions', 'completed', '2026-02-01', 0.5, 20), ('reactions', 'completed', '2026-02-02', 0.25, 10);
select results_eq($$ select state, jobs, next_run, cost::numeric(14, 2), found from job_status_summary where tenant_id = current_tenant() order by state $$,
  $$ values ('pending'::job_state, 2, timestamptz '2026-03-01', 0.00, 0::bigint), ('completed', 2, null, 0.75, 30::bigint) $$, 'jobs by state: when the next runs, what they cost and found');

select * from finish();
rollback;
