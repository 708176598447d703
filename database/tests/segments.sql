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
select throws_ok($$ insert into audience_segments (name, rule) values ('x', '[]') $$, '23514', null, 'a rule is an object');
select throws_ok($$ insert into audience_segments (name) values ('FANS') $$, '23505', null, 'two segments do not share a name');

select * from finish();
rollback;
