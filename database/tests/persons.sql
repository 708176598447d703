-- People: one record a human.  Merging two records loses nothing, and deleting one leaves nothing.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio'), ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into personas (id, name, criteria) values
  ('eeeeeeee-0000-4000-8000-00000000000a', 'Marketers', '{"title": {"include": ["marketing"]}}'),
  ('eeeeeeee-0000-4000-8000-00000000000b', 'Guests', '{"title": {"include": ["astronaut"]}}'),
  ('eeeeeeee-0000-4000-8000-00000000000c', 'Rivals', '{"title": {"include": ["astronaut"]}}');
insert into companies (id, name) values (701, 'Acme');
insert into persons (id, name, tags, notes, is_follower, connection_degree, first_seen, last_seen, current_title) values
  (101, 'Ada Lovelace', '{vip}', 'met in May', false, 2, '2026-02-01', '2026-05-01', null);
insert into persons (id, name, tags, notes, is_follower, connection_degree, first_seen, last_seen, current_title, headline, company_id, email) values
  (102, 'A. Lovelace', '{vip,speaker}', 'met in June', true, 1, '2026-01-01', '2026-04-01', 'Head of Marketing', 'Marketing', 701, 'ada@example.com'),
  (103, 'Bob', '{}', null, null, null, '2026-01-01', '2026-04-01', 'Engineer', null, null, null);
insert into person_identities (kind, value, person_id) values ('member_id', 'ACoAA1', 101), ('slug', 'ada', 102), ('slug', 'bob', 103);
insert into actions (person_id, title) values (102, 'Call back');
insert into campaigns (id, name) values (201, 'Spring');
insert into posts (id, title) values (301, 'First'), (302, 'Second');
insert into campaign_posts (campaign_id, post_id) values (201, 301), (201, 302);
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at, comment_id) values
  (301, 101, 'reaction', 'like', '2026-03-05 12:00Z', null), (301, 102, 'reaction', 'praise', '2026-03-02 12:00Z', null),
  (302, 102, 'reaction', 'interest', '2026-03-06 12:00Z', null), (301, 102, 'comment', null, '2026-03-02 13:00Z', 'c1'), (302, 103, 'share', null, '2026-03-06 12:00Z', null);
do $$
begin
  perform app.pin_target(app.current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 102, 'asked for it');
  perform app.exclude_target(app.current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000c', 102, 'a rival');
  perform app.pin_target(app.current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000c', 101, 'no rival at all');
  perform app.fold_engagements();
end $$;
create temporary table history_before as select count(*) as events from target_events where person_id in (101, 102);

------------------------------------------------------------------------------------------------ two records, one human
select is(merge_persons(current_tenant(), 101, 101), false, 'a record cannot be merged with itself');
select is(merge_persons(current_tenant(), 101, 999), false, 'nor with one that does not exist');
select is(merge_persons('eeeeeeee-0000-4000-8000-000000000002', 101, 102), false, 'nor on behalf of another tenant');
select is((select count(*) from persons where id in (101, 102)), 2::bigint, 'and then nothing happened');
select is(merge_persons(current_tenant(), 101, 102), true, 'two records of one human are merged');
select is((select count(*) from persons where id = 102), 0::bigint, 'the second record is gone');
select results_eq(
  $$ select post_id, engagement_type, reaction_type from engagements where person_id = 101 order by post_id, engagement_type $$,
  $$ values (301, 'reaction'::engagement_type, 'like'::reaction_type), (301, 'comment', null), (302, 'reaction', 'interest') $$,
  'all engagements are the first''s now, and two reactions to one post are one, as the first gave it');
select results_eq($$ select engaged_at, engaged_on from engagements where person_id = 101 and post_id = 301 and engagement_type = 'reaction' $$,
  $$ values (timestamptz '2026-03-02 12:00Z', date '2026-03-02') $$, 'with the earlier of the two times');
select results_eq($$ select value from person_identities where person_id = 101 order by kind $$, $$ values ('ACoAA1'), ('ada') $$, 'the identities of both lead to the first, so that the next import finds it');
select is((select person_id from actions where title = 'Call back'), 101, 'what was to be done is to be done still');
select results_eq(
  $$ select current_title, headline, company_id, email, is_follower, connection_degree::int, tags, notes, first_seen, last_seen from persons where id = 101 $$,
  $$ values ('Head of Marketing', 'Marketing', 701, 'ada@example.com', true, 1, '{speaker,vip}'::text[], E'met in May\nmet in June', timestamptz '2026-01-01', timestamptz '2026-05-01') $$,
  'facts that only one of them had are kept, tags and notes are those of both, and the times reach from the first to the last');
select is((select name from persons where id = 101), 'Ada Lovelace', 'where both speak, the first''s word stays');
select results_eq($$ select persona_id, pinned, excluded, reason from targets where person_id = 101 and (pinned or excluded) order by 1 $$,
  $$ values ('eeeeeeee-0000-4000-8000-00000000000b'::uuid, true, false, 'asked for it'), ('eeeeeeee-0000-4000-8000-00000000000c', false, true, 'a rival') $$,
  'pins and excludes move along; and where one was pinned and the other excluded, the exclude holds');
select ok(is_active and match_score = 1, 'with the facts of both, matching finds what it could not before') from targets where person_id = 101 and persona_id = 'eeeeeeee-0000-4000-8000-00000000000a';
select cmp_ok((select count(*) from target_events where person_id = 101), '>=', (select events from history_before), 'the history of both is the first''s');
select results_eq($$ select likes, reactions, comments, shares, engagements, unique_engagers from campaign_dashboard where campaign = 'Spring' $$, $$ values (1, 2, 1, 1, 4, 2) $$,
  'the campaign counts one human where it counted two, and one reaction where it counted two');
select is_empty('select * from differences() where missing <> 0 or wrong <> 0', 'every figure equals a recount of the rows');
select is_empty('select * from matching_differences()', 'and every target is what the truth says');
select results_eq($$ select what, detail, post_title from person_journey where person_id = 101 and post_id is not null order by at, what $$,
  $$ values ('reaction', 'like', 'First'), ('comment', null, 'First'), ('reaction', 'interest', 'Second') $$, 'the journey tells it as of one human');
select is((select score from person_scores where person_id = 101), 8::bigint, 'and so does the score: like 1, reaction 2, comment 5');

select results_eq(
  $$ select event, cause from target_events where person_id = 101 and persona_id = 'eeeeeeee-0000-4000-8000-00000000000a' order by id $$,
  $$ values ('entered'::target_event, 'person_added'::match_cause), ('left', 'merge'), ('entered', 'merge') $$,
  'whoever entered as the second left with the merge, so that the history says on any day who was a target');

------------------------------------------------------------------------------------------------ facts stay together
insert into persons (id, name, current_title, current_company, seniority, functions, facts_from, headline, enrichment_status) values
  (111, 'Eve', 'Designer', null, 'individual', '{arts_and_design}', 'headline', 'Designer', 'enriched'),
  (112, 'Eve', 'VP Marketing', 'Acme', 'vp', '{marketing}', 'manual', null, 'failed'),
  (113, 'Nobody', null, null, null, '{}', null, null, 'never'), (114, 'Nobody', null, null, null, '{}', null, null, 'never');
select ok(merge_persons(current_tenant(), 111, 112), 'of two records the one was read and the other entered by hand');
select results_eq('select current_title, current_company, seniority, functions, facts_from, headline, enrichment_status from persons where id = 111',
  $$ values ('VP Marketing', 'Acme', 'vp'::seniority, '{marketing}'::job_function[], 'manual'::fact_source, 'Designer', 'enriched'::enrichment_status) $$,
  'title, company, seniority and functions come from whom they are better known of, and make no third person out of two');
select ok(merge_persons(current_tenant(), 113, 114), 'two records without facts');
select is((select count(*) from persons where id in (113, 114)), 1::bigint, 'are merged too');
delete from persons where id in (111, 113);

------------------------------------------------------------------------------------------------ a person leaves
select is(delete_person(current_tenant(), 999), false, 'a person who does not exist cannot be deleted');
select is(delete_person('eeeeeeee-0000-4000-8000-000000000002', 101), false, 'nor can another tenant''s');
select is(delete_person(current_tenant(), 101), true, 'a person is deleted');
select is_empty(
  $$ select 'engagements' from engagements where person_id = 101 union all select 'identities' from person_identities where person_id = 101
     union all select 'targets' from targets where person_id = 101 union all select 'history' from target_events where person_id = 101
     union all select 'actions' from actions where person_id = 101 union all select 'score' from person_counts where person_id = 101 and likes + reactions + comments <> 0 $$,
  'and nothing of them is left');
select is((select count(*) from engagements where person_id = 103), 1::bigint, 'what others did stays');
select is_empty('select * from differences() where missing <> 0 or wrong <> 0', 'and every figure equals a recount of the rows again');
select lives_ok($$ insert into person_identities (kind, value, person_id) values ('slug', 'ada', 103) $$, 'an identity that was set free may belong to somebody else');

------------------------------------------------------------------------------------------------ what a record must be
select throws_ok(statement, '23514', null, sentence)
from (values
  ('insert into persons (name) values ('' '')', 'a person has a name'),
  ('insert into persons (name, country) values (''x'', ''Germany'')', 'a country is its code'),
  ('insert into persons (name, connection_degree) values (''x'', 4)', 'a connection is of the first, second or third degree'),
  ('insert into person_identities (kind, value, person_id) values (''slug'', ''Bob'', 103)', 'a slug is lower case, so that it is found'),
  ('insert into person_identities (kind, value, person_id) values (''email'', ''Bob@x.org'', 103)', 'and so is an e-mail address')) v(statement, sentence);
select throws_ok($$ insert into person_identities (kind, value, person_id) values ('slug', 'bob', 103) $$, '23505', null, 'one identity belongs to one person');
select lives_ok($$ insert into persons (tenant_id, id, name) values ('eeeeeeee-0000-4000-8000-000000000002', 201, 'Bob');
  insert into person_identities (tenant_id, kind, value, person_id) values ('eeeeeeee-0000-4000-8000-000000000002', 'slug', 'bob', 201) $$, 'but another tenant may know the same human');

update persons set enrichment_status = 'enriched', enriched_at = now(), seniority = 'vp' where id = 103;
select results_eq($$ select status, people, without_seniority, without_company from enrichment_status where tenant_id = current_tenant() $$, $$ values ('enriched'::enrichment_status, 1, 0, 1) $$,
  'how far enrichment is, and what is still missing');
update persons set notes = 'x' where id = 103;
select cmp_ok(updated_at, '>', created_at, 'a change is stamped') from persons where id = 103;
create temporary table stamp as select updated_at from persons where id = 103;
update persons set notes = 'x' where id = 103;
select is((select updated_at from persons where id = 103), (select updated_at from stamp), 'an update that changes nothing leaves no stamp');

------------------------------------------------------------------------------------------------ being looked for
insert into persons (id, name, headline, folded) values (301, 'Zoë Łukasz', 'CTO bei Groß & Söhne', 'nonsense');
select is((select folded from persons where id = 301), E'zoe lukasz\ncto bei gross & sohne', 'somebody is looked for by name and headline, without accents');
update persons set title_override = 'Présidente', current_title = 'CTO' where id = 301;
select is((select folded from persons where id = 301), E'zoe lukasz\npresidente cto cto bei gross & sohne', 'and by titles');
update persons set name = 'Zoë Berg', title_override = '', current_title = null, headline = null where id = 301;
update persons set folded = 'nonsense' where id = 301;
select is((select folded from persons where id = 301), E'zoe berg\n', 'by what is known now, whatever else is written');
alter table persons disable trigger _100_fold;
update persons set folded = '' where id = 301;
alter table persons enable trigger _100_fold;
select is(renew_folded_texts(), 1::bigint, 'a deploy writes the text that is missing');
select is(renew_folded_texts(), 0::bigint, 'once');
select is((select folded from persons where id = 301), E'zoe berg\n', 'as every write does');
update persons set headline = repeat('😀ß', 50000) where id = 301;
select cmp_ok((select length(folded) from persons where id = 301), '=', 600, 'whoever writes a book about themself is looked for by how it begins');

select is(text like all (words_held(said)), found, format('%L holds the words of %L: %s', text, said, found))
from (values
  ('ada berg', 'BERG ada', true), ('ada berg', 'ada bergh', false), ('ada berg', 'da', true), ('100 %', '%', true), ('ada', '%', false), ('ada', '_', false), ('a_b', '_', true),
  ('a\b', '\', true), ('ab', '\', false), ('zoe', 'Zoë', true), ('a''b', '''', true), ('ada', '  ', null), ('ada', '', null), ('ada', U&'\0301', null)) v(text, said, found);
select is(how_near(name, ways_near(said)), near, format('how near %L is to %L', name, said))
from (values ('ada', 'Áda', 0), ('ada berg', 'ada', 1), ('eva ada', 'ada', 2), ('canada', 'ada', 3), ('eva', 'ada', 4),
  ('100 %', '%', 2), ('ada', '%', 4), ('a_b', 'a_', 1), ('aab', 'a_', 4), ('a\b', '\', 3)) v(name, said, near);

select * from finish();
rollback;
