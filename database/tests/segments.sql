-- Audience segments: live sets of people by rule.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio'), ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into personas (name, criteria) values ('Marketers', '{"function": {"any": ["marketing"]}}');
insert into companies (id, name) values (701, 'Acme GmbH');
insert into persons (id, name, seniority, functions, country, company_id, lead_status, tags, is_follower, is_notable) values
  (101, 'Ada', 'vp', '{marketing}', 'DE', 701, 'new', '{vip}', true, true), (102, 'Bob', 'manager', '{sales,marketing}', 'FR', null, 'qualified', '{speaker}', false, false), (103, 'Cleo', null, '{}', null, null, null, '{}', null, false);
insert into campaigns (id, name) values (201, 'Spring'), (202, 'Autumn');
insert into posts (id) values (301), (302);
insert into campaign_posts (campaign_id, post_id) values (201, 301), (202, 302);
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (301, 101, 'comment', now()), (301, 102, 'comment', now() - interval '40 days'), (302, 103, 'click', now());
insert into persons (tenant_id, id, name, country) values ('eeeeeeee-0000-4000-8000-000000000002', 151, 'Otto', 'DE');

create function pg_temp.who(rule jsonb) returns text
language sql as $$ select string_agg(p.name, ', ' order by p.name) from app.segment_people(app.current_tenant(), rule) s(id) join public.persons p using (id) $$;

select is(pg_temp.who(rule::jsonb), people, sentence)
from (values
  (1, '{}', 'Ada, Bob, Cleo', 'a rule that says nothing means everybody of the tenant'),
  (2, '{"personas": ["Marketers"]}', 'Ada, Bob', 'people of a persona'),
  (21, '{"personas": ["MARKETERS"]}', 'Ada, Bob', 'its name in capitals is the same name'),
  (3, '{"personas": ["Nobody"]}', null, 'a persona that does not exist has no people'),
  (4, '{"any_persona": true}', 'Ada, Bob', 'people of any persona'),
  (5, '{"any_persona": false}', 'Cleo', 'people of none'),
  (6, '{"seniorities": ["vp", "cxo"]}', 'Ada', 'people of some seniority'),
  (7, '{"functions": ["sales"]}', 'Bob', 'people of some function, the second too'),
  (8, '{"countries": ["DE", "FR"]}', 'Ada, Bob', 'people of some countries'),
  (9, '{"companies": ["ACME Inc."]}', 'Ada', 'people of a company, whatever its legal form'),
  (10, '{"lead_statuses": ["qualified"]}', 'Bob', 'people in some state of a lead'),
  (11, '{"tags": ["vip", "speaker"]}', 'Ada, Bob', 'people with any of some tags'),
  (12, '{"is_follower": true}', 'Ada', 'followers'),
  (13, '{"is_follower": false}', 'Bob', 'people who do not follow; who is unknown is in neither'),
  (14, '{"is_notable": false}', 'Bob, Cleo', 'people who are not notable'),
  (15, '{"campaigns": [201]}', 'Ada, Bob', 'people who engaged with a campaign'),
  (16, '{"campaigns": [201, 202]}', 'Ada, Bob, Cleo', 'or with any of some'),
  (17, '{"min_score": 5}', 'Ada, Bob', 'people who engaged enough, ever'),
  (18, '{"min_score": 5, "window_days": 30}', 'Ada', 'or of late'),
  (19, '{"min_score": 5, "functions": ["sales"]}', 'Bob', 'all keys of a rule must hold'),
  (20, '{"countries": []}', null, 'an empty list means nobody')) v(n, rule, people, sentence)
order by n;

insert into audience_segments (id, name, rule) values ('fans', 'Fans', '{"min_score": 5, "window_days": 30}');
select set_eq($$ select segment_members(current_tenant(), 'fans') $$, array[101], 'a segment knows its people');
insert into engagements (post_id, person_id, engagement_type) values (301, 103, 'share');
select set_eq($$ select segment_members(current_tenant(), 'fans') $$, array[101, 103], 'and is up to date the moment that they change');
select is_empty($$ select segment_members(current_tenant(), 'nothing') $$, 'a segment that does not exist has nobody');
select is_empty($$ select segment_members('eeeeeeee-0000-4000-8000-000000000002', 'fans') $$, 'nor has another tenant''s');

select is(rule_error(rule::jsonb), problem, 'refused in words: ' || rule)
from (values
  ('[]', 'a rule must be an object, such as {"seniorities": ["vp"], "countries": ["DE"]}'),
  ('{"senorities": ["cxo"]}', 'there is no key "senorities"; the keys are personas, any_persona, seniorities, functions, countries, companies, lead_statuses, tags, is_follower, is_notable, campaigns, min_score, window_days'),
  ('{"seniorities": "cxo"}', '"seniorities" must be a list of words'),
  ('{"seniorities": ["boss"]}', 'there is no "boss" among seniorities; there are unpaid, training, entry, individual, senior, manager, director, vp, cxo, partner, owner'),
  ('{"lead_statuses": ["old"]}', 'there is no "old" among lead statuses; there are new, contacted, engaged, qualified, customer, disqualified'),
  ('{"countries": ["Germany"]}', '"Germany" is no code of a country: those have two capital letters, such as DE'),
  ('{"companies": [" "]}', '"companies" must be a list of words'),
  ('{"campaigns": 1}', '"campaigns" must be a list of the numbers of campaigns'),
  ('{"campaigns": ["1"]}', '"campaigns" must be a list of the numbers of campaigns'),
  ('{"is_follower": "yes"}', '"is_follower" must be true or false'),
  ('{"min_score": 0}', '"min_score" must be a whole number above 0'),
  ('{"min_score": 1.5}', '"min_score" must be a whole number above 0'),
  ('{"window_days": 30}', '"window_days" needs "min_score"')) v(rule, problem);
select is(rule_error(rule), null, 'a rule that makes sense has no error: ' || rule::text)
from (values ('{}'::jsonb), ('{"personas": [], "any_persona": true, "seniorities": ["vp"], "functions": ["sales"], "countries": ["DE"], "companies": ["Acme"], "lead_statuses": ["new"], "tags": ["vip"], "is_follower": false, "is_notable": true, "campaigns": [201], "min_score": 1, "window_days": 7}')) v(rule);
select throws_ok($$ insert into audience_segments (name, rule) values ('x', '{"senorities": ["cxo"]}') $$, '22023', null, 'a segment is not made with a rule that means everybody by mistake');
select throws_ok($$ update audience_segments set rule = '[]' $$, '22023', null, 'nor changed to one');
select throws_like($$ insert into audience_segments (name, rule) values ('x', '{"personas": ["Nobody we know"]}') $$, 'there is no persona "Nobody we know"', 'nor for a persona that there is not');
select throws_like($$ insert into audience_segments (name, rule) values ('x', '{"campaigns": [999999999]}') $$, 'there is no campaign 999999999', 'nor for such a campaign');
insert into personas (name, criteria) values ('Passing', '{}');
insert into audience_segments (id, name, rule) values ('passing', 'Passing', '{"personas": ["passing"]}');
delete from personas where name = 'Passing';
select lives_ok($$ update audience_segments set rule = rule || '{"tags": ["x"]}' where id = 'passing' $$, 'but a rule may go on naming a persona that was deleted');
select throws_like($$ update audience_segments set rule = '{"personas": ["Passing", "Other"]}' where id = 'passing' $$, 'there is no persona "Other"', 'and no other');
delete from audience_segments where id = 'passing';
select throws_ok($$ insert into audience_segments (name) values ('FANS') $$, '23505', null, 'two segments do not share a name');

-- A score of some days is bounded by what is known of somebody as a whole, and counted only where the bounds leave it open: with any
-- weights, any number of days, and whatever the log still holds, it says what the engagements say.
insert into persons (id, name) select 1000 + n, 'Somebody ' || n from generate_series(1, 60) n;
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at)
select 301 + n % 2, 1001 + (n * 7919) % 60, t.type, case t.type when 'reaction' then (array['like', 'praise'])[1 + n % 2] end::reaction_type,
  now() - (array[0, 1, 3, 6, 7, 29, 30, 61, 62, 63, 64, 89, 90, 120])[1 + (n * 104729 / 60) % 14] * interval '1 day'
from generate_series(1, 500) n
cross join lateral (select (array['reaction', 'comment', 'share', 'click'])[1 + (n / 60) % 4]::engagement_type as type) t
on conflict do nothing;
create function pg_temp.odd() returns table (window_days integer, least_score integer, more bigint, fewer bigint, people bigint)
language sql as $$
  with said as (select d, s from unnest(array[1, 7, 30, 62, 63, 64, 90, 200]) d, unnest(array[3, 8, 12, 16, 21, 27, 34]) s),
  asked as (select d, s, p from said, lateral app.segment_people(app.current_tenant(), jsonb_build_object('min_score', s, 'window_days', d)) p),
  counted as (
    select d, s, e.person_id as p
    from said
    join public.engagements e on e.engaged_on > app.tenant_today(app.current_tenant()) - d and e.tenant_id = app.current_tenant()
    join app.weights w on w.tenant_id = e.tenant_id
    group by 1, 2, 3 having sum(app.weight_of(w, e.engagement_type, e.reaction_type)) >= s)
  select d, s, (select count(*) from (select a.p from asked a where a.d = said.d and a.s = said.s except select c.p from counted c where c.d = said.d and c.s = said.s) x),
    (select count(*) from (select c.p from counted c where c.d = said.d and c.s = said.s except select a.p from asked a where a.d = said.d and a.s = said.s) x),
    (select count(*) from counted c where c.d = said.d and c.s = said.s)
  from said
$$;
select cmp_ok((select count(*) from engagements), '>', 300::bigint, 'there are engagements to count');
select cmp_ok((select count(*) from pg_temp.odd() where people between 1 and 59), '>', 10::bigint, 'many windows and scores divide people');
select is_empty('select * from pg_temp.odd() where more + fewer > 0', 'a score of some days is that of the engagements of those days, while the log holds them');
select fold_engagements();
select is_empty('select * from pg_temp.odd() where more + fewer > 0', 'and once they are folded');
delete from engagements where person_id % 3 = 0 and engaged_at < now() - interval '20 days';
delete from engagements where person_id % 5 = 0 and engaged_at > now() - interval '5 days';
select is_empty('select * from pg_temp.odd() where more + fewer > 0', 'and where some of them are gone again');
select is(sum(missing + wrong), 0::numeric, 'of which the counts of everybody know') from differences();
select fold_engagements();
insert into engagement_weights (tenant_id, version, likes, reactions, comments, shares, follows, clicks) values (current_tenant(), 1, 0, 1, 5, 8, 6, 3);
select is_empty('select * from pg_temp.odd() where more + fewer > 0', 'a kind of engagement that weighs nothing bounds nothing');
select is(sum(missing + wrong), 0::numeric, 'and the days of everybody are those that a recount finds') from differences();

select * from finish();
rollback;
