-- Posts: when they were published, and what came of them.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio'), ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';

------------------------------------------------------------------------------------------------ an id knows its time
select is(snowflake_time(id), at, sentence)
from (values
  (7015104302284800000::bigint + 0, timestamptz '2023-01-01 00:00:00Z', 'an activity id holds the millisecond in which it was made'),
  (7015104302284800000 + 4194304, timestamptz '2023-01-01 00:00:00.001Z', 'the next millisecond is 4,194,304 ids away'),
  (7015104302284800000 + 4194303, timestamptz '2023-01-01 00:00:00Z', 'all ids between belong to the same'),
  (123, null, 'a small number is no such id'),
  (-1, null, 'nor is a negative one'),
  (4367860944076799999, null, 'nor one that would be older than LinkedIn'),
  (null, null, 'no id has no time')) v(id, at, sentence);

insert into posts (id, activity_id) values (301, 7015104302284800000);
select results_eq($$ select posted_at, posted_at_basis from posts where id = 301 $$, $$ values (timestamptz '2023-01-01 00:00Z', 'derived'::time_basis) $$, 'a post gets its time from its id, and says so');
insert into posts (id, activity_id, posted_at, posted_at_basis) values (302, 7015104302284800001, '2024-05-05 10:00Z', 'exact');
select results_eq($$ select posted_at, posted_at_basis from posts where id = 302 $$, $$ values (timestamptz '2024-05-05 10:00Z', 'exact'::time_basis) $$, 'a time that was given is kept');
insert into posts (id, share_id, ugc_post_id) values (303, 7015104302284800000, 7015104302284800000 + 4194304);
select is((select posted_at from posts where id = 303), timestamptz '2023-01-01 00:00:00.001Z', 'a ugcPost id speaks before a share id');
insert into posts (id, url) values (304, 'https://www.linkedin.com/feed/update/x');
select is((select posted_at from posts where id = 304), null, 'without an id the time is unknown');
update posts set activity_id = 7015104302284800002 where id = 304;
select is((select posted_at from posts where id = 304), timestamptz '2023-01-01 00:00Z', 'until one turns up');
insert into posts (id, activity_id) values (305, 123);
select results_eq($$ select posted_at, posted_at_basis from posts where id = 305 $$, $$ values (null::timestamptz, null::time_basis) $$, 'an id that holds no plausible time says nothing');

------------------------------------------------------------------------------------------------ one post, once
select throws_ok($$ insert into posts (activity_id) values (7015104302284800000) $$, '23505', null, 'an activity is one post');
select throws_ok($$ insert into posts (url) values ('https://www.linkedin.com/feed/update/x') $$, '23505', null, 'and so is an address');
select lives_ok($$ insert into posts (tenant_id, activity_id) values ('eeeeeeee-0000-4000-8000-000000000002', 7015104302284800000) $$, 'another tenant may follow the same post');
select throws_ok($$ update posts set impressions = -1 where id = 301 $$, '23514', null, 'counters are not negative');

select is(find_post(current_tenant(), null, null, 7015104302284800000, null), 301, 'a post is found by any of its ids, whatever kind the file says it is');
select is(find_post(current_tenant(), 'https://www.linkedin.com/feed/update/x', null, null, null), 304, 'or by its address');
select is(find_post(current_tenant(), 'https://www.linkedin.com/feed/update/y', 1, 2, 3), null, 'and not by names that are another''s');
select is(find_post(current_tenant(), null, null, null, null), null, 'no name finds no post');

------------------------------------------------------------------------------------------------ what came of it
insert into personas (name, criteria) values ('Marketers', '{"title": {"include": ["marketing"]}}');
insert into persons (id, name, headline) values (101, 'Ada', 'Marketing'), (102, 'Bob', 'Engineer');
insert into campaigns (id, name) values (201, 'Spring'), (202, 'Autumn');
insert into campaign_posts (campaign_id, post_id) values (201, 301), (202, 301);
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at) values
  (301, 101, 'reaction', 'like', '2026-03-05 12:00Z'), (301, 102, 'reaction', 'praise', '2026-03-06 12:00Z'), (301, 102, 'comment', null, '2026-03-07 12:00Z'), (301, 102, 'comment', null, '2026-03-07 12:00Z'),
  (302, 101, 'share', null, '2026-03-05 12:00Z');
update posts set impressions = 1000, views = 10, clicks = 5 where id = 301;
select results_eq(
  $$ select likes, reactions, comments, shares, engagements, unique_engagers, targeted_engagers, targeting_accuracy, engagement_rate, last_engaged_on, campaigns from post_performance where post_id = 301 $$,
  $$ values (1, 2, 2, 0, 4, 2, 1, 0.5000, 0.0090, date '2026-03-07', 2) $$,
  'a post''s engagements by kind, its people and how many of them are targets; once, however many campaigns it is in; its rate counts the five clicks of nobody known, too');
update posts set reactions = 7, comments = 1 where id = 301;
select results_eq($$ select engagements, proven_engagements, engagement_rate from post_performance where post_id = 301 $$, $$ values (4, 14::bigint, 0.0140) $$,
  'of each kind the larger counts: seven reactions that LinkedIn counted rather than two by name, two comments by name rather than one counted, five clicks');
update posts set reactions = null, comments = null where id = 301;
select results_eq($$ select engagements, unique_engagers, engagement_rate, campaigns from post_performance where post_id = 302 $$, $$ values (1, 1, null::numeric, 0) $$,
  'without impressions there is no rate');
select results_eq($$ select engagements, unique_engagers, targeting_accuracy, last_engaged_on from post_performance where post_id = 303 $$, $$ values (0, 0, null::numeric, null::date) $$,
  'a post that nobody touched is listed with zeros, and no accuracy');

------------------------------------------------------------------------------------------------ engagements of a post
select throws_ok($$ insert into engagements (post_id, person_id, engagement_type, reaction_type) values (301, 101, 'reaction', 'interest') $$, '23505', null, 'a person reacts to a post once');
select throws_ok($$ insert into engagements (post_id, person_id, engagement_type, reaction_type) values (302, 101, 'comment', 'like') $$, '23514', null, 'a comment is no reaction');
select throws_ok($$ insert into engagements (post_id, person_id, engagement_type) values (302, 101, 'reaction') $$, '23514', null, 'a reaction is of some type');
insert into engagements (post_id, person_id, engagement_type, comment_id) values (302, 101, 'comment', 'c1');
select throws_ok($$ insert into engagements (post_id, person_id, engagement_type, comment_id) values (302, 101, 'comment', 'c1') $$, '23505', null, 'a comment is taken in once');
delete from posts where id = 301;
select is((select count(*) from engagements where post_id = 301) + (select count(*) from campaign_posts where post_id = 301), 0::bigint, 'a deleted post takes its engagements and its places in campaigns along');

------------------------------------------------------------------------------------------------ and an end
insert into posts (id, title) values (309, 'Last');
insert into engagements (post_id, person_id, engagement_type, reaction_type) values (309, 101, 'reaction', 'like');
insert into campaign_posts (campaign_id, post_id) values (201, 309);
insert into ads (id, campaign_id, post_id, name) values (401, 201, 309, 'Of the post');
insert into content_calendar (post_id, title, scheduled_at) values (309, 'Written', '2026-03-31 12:00Z');
select is(delete_post('eeeeeeee-0000-4000-8000-000000000002', 309), false, 'another tenant''s post cannot be deleted');
select is(delete_post(current_tenant(), 309), true, 'a post is deleted');
select is(delete_post(current_tenant(), 309), false, 'once');
select results_eq(
  $$ select (select count(*) from engagements where post_id = 309), (select count(*) from campaign_posts where post_id = 309), (select count(*) from persons where id = 101),
    (select count(*) from ads where id = 401 and post_id is null), (select count(*) from content_calendar where title = 'Written' and post_id is null) $$,
  $$ values (0::bigint, 0::bigint, 1::bigint, 1::bigint, 1::bigint) $$, 'with its engagements and its places in campaigns; people, ads and plans stay');
select is_empty('select * from differences() where missing + wrong > 0', 'and every figure follows');

------------------------------------------------------------------------------------------------ what it is called
select results_eq(
  $$ select app.post_title(t, b) from (values (' Ours ', 'Theirs'), ('', E'\n How it began\r\nand went on'), (null, repeat('ä', 80)), (null, repeat('a', 78) || ' bc'), (' ', E' \n '), (null, null)) p(t, b) $$,
  $$ values ('Ours'), ('How it began'), (repeat('ä', 80)), (repeat('a', 78) || '…'), (null), (null) $$,
  'a post without a title is called by how its text begins');

select * from finish();
rollback;
