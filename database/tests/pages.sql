-- What LinkedIn's own interfaces tell of pages is kept as long as LinkedIn allows, counts in no figure of people, and leaves in
-- no audience.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

create function tenant() returns uuid language sql as $$ select '00000000-0000-0000-0000-000000000001'::uuid $$;
create function import() returns uuid language sql as $$ select '00000000-0000-0000-0000-00000000aaaa'::uuid $$;

------------------------------------------------------------------------------------------------ pages and their posts
select merge_page(tenant(), import(), '1000', 'Nordlicht', 'nordlicht', 900);
select merge_page(tenant(), import(), '1000', 'Nordlicht Software', null, null);
select results_eq('select name, slug, followers from pages', $$ values ('Nordlicht Software', 'nordlicht', 900::bigint) $$,
  'a page is brought up to date, and keeps what is not told again');
-- A post that a file knew by its activity, and one that nobody knew.
insert into posts (activity_id, ugc_post_id, title) values (7345012345678901248, 7345012345678901250, 'Our spring');
select is((merge_page_posts(tenant(), import(), 'Nordlicht', '[
  {"n": 1, "ugc_post_id": 7345012345678901250, "text": "Spring is here", "content_type": "image", "posted_at": "2025-06-29T10:00:00Z"},
  {"n": 2, "share_id": 7345999999999901248, "text": "Summer too", "posted_at": "2025-07-02T10:00:00Z"}]')).created, 1::bigint, 'one post is new');
select results_eq('select title, text, author, content_type::text, posted_at_basis::text from posts order by posted_at',
  $$ values ('Our spring', 'Spring is here', 'Nordlicht', 'image', 'exact'), (null, 'Summer too', 'Nordlicht', 'other', 'exact') $$,
  'the other keeps its title, and is told more of');
select is((merge_page_posts(tenant(), import(), 'Nordlicht', '[{"n": 1, "share_id": 7345999999999901248, "text": "Summer too", "posted_at": "2025-07-02T10:00:00Z"}]')).unchanged,
  1::bigint, 'the same once more changes nothing');
select is(set_post_counters(tenant(), import(), '[{"share_id": 7345999999999901248, "impressions": 100, "reactions": 7, "comments": 2}, {"share_id": 1, "impressions": 5}]'),
  1::bigint, 'counters are set, of posts that there are');
select results_eq('select impressions, clicks, reactions, comments, counters_source::text from posts where share_id is not null',
  $$ values (100::bigint, null::bigint, 7::bigint, 2::bigint, 'api') $$);

------------------------------------------------------------------------------------------------ days
select merge_page_days(tenant(), import(), '1000', '[{"day": "2026-01-01", "impressions": 10, "clicks": 1}, {"day": "2026-01-02", "impressions": 20}]');
select merge_page_days(tenant(), import(), '1000', '[{"day": "2026-01-01", "organic_followers_gained": 3}]');
select results_eq('select day::text, impressions, organic_followers_gained from page_metrics_daily order by day',
  $$ values ('2026-01-01', 10::bigint, 3::bigint), ('2026-01-02', 20::bigint, null::bigint) $$, 'what one call tells stands beside what another told');

------------------------------------------------------------------------------------------------ comments
select is(merge_page_comments(tenant(), import(), '[
  {"comment_id": "7331190065471078400", "share_id": 7345999999999901248, "actor_urn": "urn:li:person:abc", "text": "Well said", "commented_at": "2026-01-02T10:00:00Z"},
  {"comment_id": "7331190065471078401", "share_id": 99, "actor_urn": "urn:li:person:abc", "text": "Lost", "commented_at": "2026-01-02T10:00:00Z"}]'),
  1::bigint, 'a comment is kept with its post');
select is((select count(*) from persons), 0::bigint, 'it makes no person');
select is((select count(*) from engagements), 0::bigint, 'and no engagement');
select ok((select expires_at + interval '1 hour' <= clock_timestamp() + interval '48 hours' from page_comments), 'a purge that comes within the hour finds it before 48 hours have passed');
select is((select round(extract(epoch from expires_at - now()) / 3600) from page_comments), 47::numeric, 'and until then it is kept');
select ok((select bool_and(expires_at + interval '1 hour' <= clock_timestamp() + interval '1 year') from page_metrics_daily), 'likewise figures before a year has');
select is((select round(extract(epoch from expires_at - now()) / 86400) in (365, 366) from page_metrics_daily limit 1), true);

select is_empty($$
  select import_id from pages union select import_id from page_metrics_daily union select import_id from page_comments
  union select counters_import_id from posts where counters_at is not null union select import_id from posts where share_id is not null
  except select import() $$, 'each row knows by which import it came');

------------------------------------------------------------------------------------------------ the end of what may be kept
select is(purge_restricted(), 0::bigint, 'before its time nothing goes');
update page_comments set expires_at = now() - interval '1 second';
select is(purge_restricted(), 1::bigint, 'then it does');
update page_metrics_daily set expires_at = now() - interval '1 second' where day = '2026-01-01';
select is((select impressions from page_overview), null, 'days that are long past are in no overview');
select is(purge_restricted(), 1::bigint);
update posts set counters_at = now() - interval '366 days' where share_id is not null;
insert into posts (url, impressions, counters_at, counters_source) values ('https://www.linkedin.com/posts/a-file', 5, now() - interval '3 years', 'file');
select is(purge_restricted(), 1::bigint, 'counters that LinkedIn told a year ago are forgotten');
select bag_eq('select impressions from posts', 'values (null::bigint), (null), (5)', 'those of a file are not');
update pages set expires_at = now() - interval '1 second';
select is((select count(*) from page_overview), 0::bigint, 'what has ended is not shown, even before it is purged');
select is(purge_restricted(), 1::bigint);
select is((select count(*) from page_metrics_daily), 0::bigint, 'a page goes with its days');

------------------------------------------------------------------------------------------------ ads that show posts
insert into campaigns (name, type, linkedin_campaign_id) values ('Spring', 'sponsored_content', '77');
insert into ads (campaign_id, name, linkedin_ad_id) select id, 'One', '501' from campaigns;
select is(link_ad_posts(tenant(), '[{"ad_id": "501", "share_id": 7345999999999901248}, {"ad_id": "502", "share_id": 1}]'), 1::bigint, 'an ad is told which post it shows');
select is((select count(*) from campaign_posts c join posts p on p.id = c.post_id where p.share_id = 7345999999999901248), 1::bigint, 'the post is in the ad''s campaign');
select is((select is_paid from posts where share_id = 7345999999999901248), true, 'and is paid');
select is(link_ad_posts(tenant(), '[{"ad_id": "501", "share_id": 7345999999999901248}]'), 0::bigint, 'once is enough');
select is((select sum(missing + wrong) from differences())::bigint, 0::bigint, 'every figure is right');

------------------------------------------------------------------------------------------------ audiences
insert into companies (name, name_key, linkedin_slug, domain) values ('Acme', 'acme', 'acme', 'acme.example');
insert into persons (name, first_name, last_name, headline, company_id, email, source, tags)
select v.name, v.first, v.last, 'Head of Marketing', (select id from companies), v.email, v.source::data_source, array['ours']
from (values
  ('Ada Example', 'Ada', 'Example', null, 'file'), ('Bea Example', null, null, 'bea@example.com', 'file'), ('Cy', null, null, null, 'file'), ('Fay Example', null, null, null, 'file'),
  ('Known by LinkedIn alone', 'Dee', 'Example', 'dee@example.com', 'api'), ('Known by both', 'Eli', 'Example', null, 'api')) v(name, first, last, email, source);
insert into person_identities (kind, value, person_id, source)
select 'email'::identity_kind, 'dee.of.api@example.com', id, 'api'::data_source from persons where first_name = 'Dee'
union all select 'slug', 'eli', id, 'file' from persons where first_name = 'Eli'
union all select 'email', 'eli.of.api@example.com', id, 'api' from persons where first_name = 'Eli'
union all select 'email', 'ada@example.com', id, 'file' from persons where first_name = 'Ada';
insert into audience_segments (id, name, rule) values ('ours', 'Ours', '{"tags": ["ours"]}');
select bag_eq($$ select email, first_name from audience_contacts(tenant(), array(select audience_allowed(tenant(), audience_chosen(tenant(), null, 'ours', null)))) $$,
  $$ values ('ada@example.com', 'Ada'), ('bea@example.com', 'Bea'), (null, 'Eli'), (null, 'Fay') $$,
  'an audience holds those who can be found, and nobody and nothing that LinkedIn''s interfaces alone have told');
select bag_eq($$ select name, is_allowed, has_email, has_names, can_split from audience_people(tenant()) a join persons p on p.id = a.person_id where p.tags = '{ours}' $$,
  $$ values ('Ada Example', true, true, true, false), ('Bea Example', true, true, false, true), ('Cy', true, false, false, false),
    ('Fay Example', true, false, false, true), ('Known by LinkedIn alone', false, false, true, false), ('Known by both', true, false, true, false) $$,
  'of everybody it is known whether and by what they could be found');
select is(audience_chosen(tenant(), null, null, null), '{}'::integer[], 'nobody is meant where nothing is named');
insert into personas (id, name, criteria) values ('eeeeeeee-0000-4000-8000-0000000000aa', 'Named', '{"title": {"include": ["beekeeper"]}}');
select pin_target(tenant(), 'eeeeeeee-0000-4000-8000-0000000000aa', id, 'ours') from persons where first_name in ('Ada', 'Eli');
insert into engagements (post_id, person_id, engagement_type, engaged_at)
select l.post_id, p.id, 'share', now() from persons p, campaign_posts l where p.name in ('Ada Example', 'Bea Example');
select results_eq(
  $$ select a.persona is not null, a.segment is not null, a.campaign is not null, array(select p.name from persons p where p.id = any (audience_chosen(tenant(), a.persona, a.segment, a.campaign)) order by 1)
    from (values (null::uuid, 'ours', null::integer), ('eeeeeeee-0000-4000-8000-0000000000aa', null, null), (null, null, (select id from campaigns)),
      ('eeeeeeee-0000-4000-8000-0000000000aa', 'ours', null), ('eeeeeeee-0000-4000-8000-0000000000aa', null, (select id from campaigns)),
      (null, 'ours', (select id from campaigns)), ('eeeeeeee-0000-4000-8000-0000000000aa', 'ours', (select id from campaigns)), (null, 'nothing', (select id from campaigns))) a(persona, segment, campaign) $$,
  $$ values (false, true, false, '{Ada Example,Bea Example,Cy,Fay Example,Known by LinkedIn alone,Known by both}'::text[]), (true, false, false, '{Ada Example,Known by both}'),
    (false, false, true, '{Ada Example,Bea Example}'), (true, true, false, '{Ada Example,Known by both}'), (true, false, true, '{Ada Example}'),
    (false, true, true, '{Ada Example,Bea Example}'), (true, true, true, '{Ada Example}'), (false, true, true, '{}') $$,
  'an audience is of those who are in all that is named');
select results_eq($$ select chosen, allowed, contacts, with_email, split, companies from audience_survey(tenant(), null, 'ours', null) $$,
  $$ values (6::bigint, 5::bigint, 4::bigint, 2::bigint, 1::bigint, 1::bigint) $$, 'what becomes of them is counted');
select results_eq($$ select company_name, website_domain, page_url from audience_companies(tenant(), array(select audience_allowed(tenant(), audience_chosen(tenant(), null, 'ours', null)))) $$,
  $$ values ('Acme', 'acme.example', 'https://www.linkedin.com/company/acme') $$);

select * from finish();
rollback;
