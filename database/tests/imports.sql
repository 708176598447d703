-- Imports: what the merge functions make of lines that agree, disagree, come twice, come late or come in pieces.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name, time_zone) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio', 'Pacific/Auckland');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into csv_imports (id, kind, format, file_name, file_bytes, file_sha256, first_day, last_day) values
  ('eeeeeeee-0000-4000-8000-0000000000f1', 'reactions', 'x', 'reactions.json', 1, sha256('1'), null, null),
  ('eeeeeeee-0000-4000-8000-0000000000f2', 'ad_performance', 'x', 'january.csv', 1, sha256('2'), '2026-01-01', '2026-01-31'),
  ('eeeeeeee-0000-4000-8000-0000000000f3', 'ad_performance', 'x', 'mid.csv', 1, sha256('3'), '2026-01-10', '2026-01-31');

create schema story;
-- People as lines name them: their id, and how many identities they have.
create function story.people(lines jsonb) returns text
language plpgsql as $$
declare
  people app.staged_person[];
  found integer[];
begin
  select array_agg(p order by p.n) into people
  from jsonb_populate_recordset(null::app.staged_person, (
    select jsonb_agg(l.value || jsonb_build_object('n', l.place) order by l.place) from jsonb_array_elements(lines) with ordinality l(value, place))) p;
  select array_agg(r.person_id order by r.n) into found
  from app.resolve_people(app.current_tenant(), 'eeeeeeee-0000-4000-8000-0000000000f1', 'file', people) r;
  -- A statement of its own, which sees what that one wrote.
  return (select string_agg(q.name, ', ' order by f.place) from unnest(found) with ordinality f(id, place) join public.persons q on q.tenant_id = app.current_tenant() and q.id = f.id);
end $$;
create function story.known() returns text
language sql as $$
  select string_agg(p.name || ' (' || coalesce(i.names, 'nobody') || ')', ', ' order by p.id)
  from public.persons p
  left join lateral (
    select string_agg(i.value, ' ' order by i.kind) as names from public.person_identities i where i.tenant_id = p.tenant_id and i.person_id = p.id) i on true
$$;

------------------------------------------------------------------------------------------------ who is who
select is(story.people('[{"member_id": "ACoAA1", "slug": "jane-doe", "name": "Jane One"}, {"member_id": "ACoAA2", "name": "Jane Two"}]'), 'Jane One, Jane Two', 'two members are two people');
select is(story.people('[{"member_id": "ACoAA2", "slug": "jane-doe", "name": "Jane Two"}]'), 'Jane Two', 'a slug that another member takes over');
select is(story.known(), 'Jane One (ACoAA1), Jane Two (ACoAA2 jane-doe)', 'makes no two members one: it moves, and leads to whom LinkedIn leads to');
select is(story.people('[{"member_id": "ACoAA3", "slug": "jane-doe", "name": "Jane Three"}, {"slug": "jane-doe", "name": "Jane Three"}]'), 'Jane Three, Jane Three',
  'a member who is new takes it over likewise');
select is(story.known(), 'Jane One (ACoAA1), Jane Two (ACoAA2), Jane Three (ACoAA3 jane-doe)', 'and is nobody of the others');
delete from persons;
select is(story.people('[{"slug": "ada", "name": "Ada"}, {"member_id": "ACoAA1", "slug": "ada", "name": "Ada"}, {"member_id": "ACoAA1", "name": "Ada"}]'), 'Ada, Ada, Ada',
  'three lines that name one human by pieces');
select is(story.known(), 'Ada (ACoAA1 ada)', 'make one record, and no ghost beside it');
delete from persons;
select is(story.people('[{"member_id": "ACoAA1", "name": "Ada"}]') || story.people('[{"slug": "ada", "name": "Ada L."}]') || story.people('[{"sales_nav_id": "ACwAA1", "name": "A. L."}]'), 'AdaAda L.A. L.', 'three records that nobody knows to be one');
select is(story.people('[{"slug": "ada", "sales_nav_id": "ACwAA1", "name": "Ada"}, {"member_id": "ACoAA1", "slug": "ada", "name": "Ada"}]'), 'Ada, Ada', 'until a line joins two, and the next joins those to the third');
select is((select count(*) from persons), 1::bigint, 'become one');
delete from persons;
select is(story.people('[{"slug": "laura-demo", "name": "Laura Demo"}, {"slug": "laura-demo", "name": "laura-demo"}]'), 'Laura Demo, Laura Demo', 'a slug in the place of a name names nobody anew');
select is(story.people('[{"slug": "nameless"}]'), 'nameless', 'but is better than nothing');
select is(story.people('[{"slug": "ab", "email": "team@example.com", "name": "A B"}]') || story.people('[{"email": "team@example.com", "name": "E F"}]'), 'A BA B', 'an address that is shared gives nobody another name');

------------------------------------------------------------------------------------------------ what is known of them
create function story.facts(slug text) returns text
language sql as $$
  select concat_ws(' | ', p.current_title, p.current_company, p.seniority, nullif(p.functions, '{}')::text, p.facts_from, p.connection_degree, p.email, p.headline)
  from public.persons p join public.person_identities i on i.tenant_id = p.tenant_id and i.person_id = p.id where i.value = slug
$$;
delete from persons;
do $$ begin
  perform story.people('[{"slug": "vp", "name": "Vera", "headline": "VP Marketing at Acme", "title": "VP Marketing", "employer": "Acme", "seniority": "vp", "functions": ["marketing"], "facts_from": "headline"}]');
  perform story.people('[{"slug": "vp", "name": "Vera", "degree": 1, "email": "vera@example.com", "connected_on": "2026-01-01"}]');
end $$;
select is(story.facts('vp'), 'VP Marketing | Acme | vp | {marketing} | headline | 1 | vera@example.com | VP Marketing at Acme', 'a connection without position and company still brings degree and address');
do $$ begin perform story.people('[{"slug": "vp", "name": "Vera", "employer": "Globex", "facts_from": "connection"}]'); end $$;
select is(story.facts('vp'), 'VP Marketing | Acme | vp | {marketing} | headline | 1 | vera@example.com | VP Marketing at Acme', 'one that names a company alone does not take the title away');
do $$ begin perform story.people('[{"slug": "vp", "name": "Vera", "title": "CMO", "employer": "Globex", "seniority": "cxo", "functions": ["marketing"], "facts_from": "connection"}]'); end $$;
select is(story.facts('vp'), 'CMO | Globex | cxo | {marketing} | connection | 1 | vera@example.com | VP Marketing at Acme', 'one that names a title replaces what was read from the headline');
do $$ begin perform story.people('[{"slug": "vp", "name": "Vera", "headline": "Dad. Runner.", "facts_from": "headline"}]'); end $$;
select is(story.facts('vp'), 'CMO | Globex | cxo | {marketing} | connection | 1 | vera@example.com | Dad. Runner.', 'and a headline does not replace that');
insert into persons (id, name, current_title, current_company, seniority, functions) values (901, 'Hand', 'CRO', 'Globex', 'cxo', '{sales}');
insert into person_identities (person_id, kind, value) values (901, 'slug', 'hand');
do $$ begin perform story.people('[{"slug": "hand", "name": "Hand", "headline": "Engineer", "title": "Engineer", "facts_from": "headline"}]'); end $$;
select is(story.facts('hand'), 'CRO | Globex | cxo | {sales} | Engineer', 'what was entered by hand stays, also where the row does not say that it was');
do $$ begin perform story.people('[{"slug": "two", "name": "Two", "headline": "CTO", "title": "CTO", "seniority": "cxo", "facts_from": "headline"}, {"slug": "two", "name": "Two"}]'); end $$;
select is(story.facts('two'), 'CTO | cxo | headline | CTO', 'of two lines about a person the better informed one counts');

------------------------------------------------------------------------------------------------ one post, known under several names
insert into persons (id, name) values (801, 'Ada'), (802, 'Bob');
insert into person_identities (person_id, kind, value) values (801, 'slug', 'a801'), (802, 'slug', 'b802');
insert into campaigns (id, name) values (201, 'Spring'), (202, 'Autumn');
insert into posts (id, activity_id, title) values (301, 7015104302284800000, 'First');
insert into posts (id, ugc_post_id, impressions) values (302, 7015104306479104000, 500);
insert into campaign_posts (campaign_id, post_id) values (201, 301), (202, 302);
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at) values
  (301, 801, 'reaction', 'like', '2026-03-05 12:00Z'), (302, 801, 'reaction', 'praise', '2026-03-02 12:00Z'), (302, 802, 'reaction', 'like', '2026-03-03 12:00Z');
insert into engagements (post_id, person_id, engagement_type, comment_id) values (302, 802, 'comment', 'c1');
select is(outcome, 'updated', 'a line that names a post by the names of two tells that they are one')
from merge_posts(current_tenant(), null, 'file', '[{"n": 1, "activity_id": 7015104302284800000, "ugc_post_id": 7015104306479104000}]');
select results_eq('select id, activity_id, ugc_post_id, title, impressions from posts where id in (301, 302)', $$ values (301, 7015104302284800000, 7015104306479104000, 'First', 500::bigint) $$,
  'the older keeps its record, with the names and figures of both');
select results_eq('select person_id, engagement_type, reaction_type, engaged_at from engagements where post_id = 301 and engagement_type = ''reaction'' order by 1',
  $$ values (801, 'reaction'::engagement_type, 'like'::reaction_type, timestamptz '2026-03-02 12:00Z'), (802, 'reaction', 'like', '2026-03-03 12:00Z') $$,
  'two reactions of one human are one, at the earlier time');
select results_eq('select campaign, engagements, posts from campaign_dashboard where campaign_id in (201, 202) order by 1', $$ values ('Autumn', 3, 1), ('Spring', 3, 1) $$, 'both campaigns have it, each once');
select is_empty('select * from differences() where missing <> 0 or wrong <> 0', 'and every figure equals a recount of the rows');
select is(outcome, 'unchanged', 'the same line again changes nothing') from merge_posts(current_tenant(), null, 'file', '[{"n": 1, "activity_id": 7015104302284800000, "ugc_post_id": 7015104306479104000}]');
prepare named as select outcome from merge_posts(current_tenant(), null, 'file', '[
  {"n": 1, "activity_id": 7015104302284800000, "title": "Corrected"}, {"n": 2, "activity_id": 7015104302284800000, "title": "Scraped again"}, {"n": 3, "activity_id": 7015104302284800000}]') order by n;
select results_eq('execute named', array['updated', 'unchanged', 'unchanged'], 'a later list corrects a title, and of several lines about a post the first names it');
select is(title, 'Corrected', 'so it is called') from posts where id = 301;
select results_eq('execute named', array['unchanged', 'unchanged', 'unchanged'], 'and the same list again says nothing new');

------------------------------------------------------------------------------------------------ exports that come late
create function story.react(reaction text, seen timestamptz) returns text
language sql as $$
  select (c).created || ' created, ' || (c).updated || ' updated, ' || (c).unchanged || ' unchanged'
  from app.merge_engagements(app.current_tenant(), 'eeeeeeee-0000-4000-8000-0000000000f1', 'file', jsonb_build_array(jsonb_build_object(
    'n', 1, 'slug', 'b802', 'post_id', 301, 'engagement_type', 'reaction', 'reaction_type', reaction, 'engaged_at', seen, 'time_basis', 'first_seen'))) c
$$;
delete from engagements;
select is(story.react('like', '2026-03-10 00:00Z'), '1 created, 0 updated, 0 unchanged', 'a reaction is first seen on some day');
select is(story.react('praise', '2026-02-01 20:00Z'), '0 created, 1 updated, 0 unchanged', 'an older export turns up');
select results_eq('select reaction_type, engaged_at, engaged_on from engagements', $$ values ('like'::reaction_type, timestamptz '2026-02-01 20:00Z', date '2026-02-02') $$,
  'it was seen earlier, on that day of the tenant''s; but what it is now, the newer export knows');
select is(story.react('interest', '2026-03-20 00:00Z'), '0 created, 1 updated, 0 unchanged', 'a newer export with another reaction');
select results_eq('select reaction_type, engaged_at from engagements', $$ values ('interest'::reaction_type, timestamptz '2026-02-01 20:00Z') $$, 'changes the reaction and not the day');
select is(story.react('interest', '2026-04-01 00:00Z'), '0 created, 0 updated, 1 unchanged', 'and one that says the same changes nothing');
select is_empty('select * from differences() where missing <> 0 or wrong <> 0', 'every figure follows');

------------------------------------------------------------------------------------------------ ads that are reported again, otherwise
create function story.ads(lines jsonb, import uuid default 'eeeeeeee-0000-4000-8000-0000000000f2') returns text
language sql as $$
  select (c).created || ' created, ' || (c).updated || ' updated, ' || (c).unchanged || ' unchanged, ' || (c).overlapping || ' overlapping'
  from app.merge_ads(app.current_tenant(), import, 'file', (
    select jsonb_agg(jsonb_build_object('campaign_name', 'Launch', 'currency', 'EUR') || l.value || jsonb_build_object('n', l.place)
      || jsonb_build_object('last_day', coalesce(l.value ->> 'last_day', l.value ->> 'day'))) from jsonb_array_elements(lines) with ordinality l(value, place))) c
$$;
create function story.spent() returns numeric language sql as $$ select coalesce(sum(spend), 0)::numeric(14, 2) from public.ad_metrics_daily $$;
select is(story.ads('[{"day": "2026-01-05", "spend": 50, "impressions": 10}, {"day": "2026-01-06", "spend": 100, "impressions": 20}]'), '2 created, 0 updated, 0 unchanged, 0 overlapping', 'a report by campaign, that names no ad');
select is(story.ads('[{"day": "2026-01-05", "spend": 50, "impressions": 10}, {"day": "2026-01-06", "spend": 100, "impressions": 20}]'), '0 created, 0 updated, 2 unchanged, 0 overlapping', 'is the same when it is imported again');
select results_eq('select story.spent(), (select count(*) from ads), (select count(*) from campaigns where name = ''Launch'')', 'values (150.00, 1::bigint, 1::bigint)', 'money is spent once');
select is(story.ads('[{"campaign_id": "77", "ad_id": "9", "ad_name": "A", "day": "2026-01-05", "spend": 50, "impressions": 10}]'), '0 created, 0 updated, 0 unchanged, 1 overlapping',
  'a report by ad of a day that is known for all ads does not count it twice');
delete from ads; delete from campaigns where name = 'Launch';
select is(story.ads('[{"group_id": "5", "group_name": "G", "campaign_id": "77", "ad_id": "9", "ad_name": "A", "day": "2026-01-05", "spend": 70, "impressions": 10}]'), '1 created, 0 updated, 0 unchanged, 0 overlapping', 'a report with ids');
select is(story.ads('[{"group_name": "G", "ad_name": "A", "day": "2026-01-05", "spend": 70, "impressions": 10}]'), '0 created, 0 updated, 1 unchanged, 0 overlapping', 'and the same without ids');
select results_eq('select (select count(*) from ads), (select count(*) from campaigns where name = ''Launch''), (select count(*) from campaign_groups)', 'values (1::bigint, 1::bigint, 1::bigint)', 'speak of one ad, one campaign and one group');
select is(story.ads('[{"campaign_id": "77", "campaign_name": "Launch 2", "ad_id": "9", "ad_name": "A", "day": "2026-01-05", "spend": 70, "impressions": 10, "budget": 900}]'), '0 created, 0 updated, 1 unchanged, 0 overlapping', 'a campaign that is renamed at LinkedIn, with another budget');
select results_eq('select name, budget from campaigns where linkedin_campaign_id = ''77''', $$ values ('Launch 2', 900.00::numeric(14, 2)) $$, 'is renamed here, and has that budget');
delete from ads;
select is(story.ads('[{"ad_name": "A", "day": "2026-01-05", "last_day": "2026-01-12", "spend": 120, "impressions": 12}, {"ad_name": "A", "day": "2026-01-13", "spend": 180, "impressions": 18}]'), '2 created, 0 updated, 0 unchanged, 0 overlapping', 'a sum of days, and a day');
select is(story.ads('[{"ad_name": "A", "day": "2026-01-10", "last_day": "2026-01-31", "spend": 210, "impressions": 21}]', 'eeeeeeee-0000-4000-8000-0000000000f3'), '0 created, 0 updated, 0 unchanged, 1 overlapping', 'a report whose period cuts that sum in two is left out');
select is(story.spent(), 300.00, 'and takes nothing away');
select is(story.ads('[{"ad_name": "A", "day": "2026-01-01", "last_day": "2026-01-31", "spend": 10, "impressions": 1}]'), '0 created, 0 updated, 0 unchanged, 1 overlapping', 'nor does a sum that is less than its parts');
select is(story.ads('[{"ad_name": "A", "day": "2026-01-01", "last_day": "2026-01-31", "spend": 310, "impressions": 31}]'), '0 created, 1 updated, 0 unchanged, 0 overlapping', 'a sum over all of it replaces them');
select is(story.spent(), 310.00, 'and counts once');
insert into campaigns (name, type) values ('Posts', 'organic');
select is(story.ads('[{"campaign_name": "Posts", "day": "2026-01-05", "spend": 1, "impressions": 1}]'), '1 created, 0 updated, 0 unchanged, 0 overlapping', 'ads of a campaign that had posts alone');
select is(type, 'mixed', 'make it a mixed one') from campaigns where name = 'Posts';

select * from finish();
rollback;
