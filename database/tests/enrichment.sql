-- Enrichment: what a profile makes of a person, of two who turn out to be one, of what a human said and of what is older; what
-- becomes known of companies; what changed; and who is asked for next.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
delete from personas;
insert into csv_imports (id, kind, format, file_name, file_bytes, file_sha256) values
  ('eeeeeeee-0000-4000-8000-0000000000f1', 'profiles', 'x', 'profiles.json', 1, sha256('1'));

create schema story;
-- Profiles as they come, all seen on one day; says what became of the lines.
create function story.profiles(lines jsonb, day date, origin data_source default 'file') returns text
language sql as $$
  select concat_ws(' ', nullif((c).created, 0) || ' created', nullif((c).updated, 0) || ' updated', nullif((c).unchanged, 0) || ' unchanged')
  from app.merge_profiles(app.current_tenant(), null, origin, (
    select jsonb_agg('{"facts_from": "profile", "service": "harvestapi"}'::jsonb || l.value || jsonb_build_object('n', l.place, 'seen_at', day + time '12:00') order by l.place)
    from jsonb_array_elements(lines) with ordinality l(value, place))) c
$$;
create function story.companies(lines jsonb, day date) returns text
language sql as $$
  select concat_ws(' ', nullif((c).created, 0) || ' created', nullif((c).updated, 0) || ' updated', nullif((c).unchanged, 0) || ' unchanged')
  from app.merge_companies(app.current_tenant(), null, 'file', (
    select jsonb_agg(l.value || jsonb_build_object('n', l.place, 'seen_at', day + time '12:00') order by l.place)
    from jsonb_array_elements(lines) with ordinality l(value, place))) c
$$;
-- A line of another file, which has a headline and perhaps what was read from it.
create function story.seen(line jsonb, day date) returns void
language plpgsql as $$
begin
  perform app.resolve_people(app.current_tenant(), null, 'file', array[jsonb_populate_record(null::app.staged_person,
    '{"n": 1, "facts_from": "headline"}'::jsonb || line || jsonb_build_object('seen_at', day + time '12:00'))]);
end $$;
create function story.facts(who text) returns text
language sql as $$
  select concat_ws(' | ', p.name, p.current_title, coalesce(c.name, p.current_company), p.seniority, p.facts_from, p.headline, p.location, p.country)
  from public.persons p
  left join public.companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  where (p.tenant_id, p.id) = (select i.tenant_id, i.person_id from public.person_identities i where i.value = who)
$$;
create function story.events(who text) returns text
language sql as $$
  select string_agg(e.kind || ': ' || e.old_value || ' → ' || e.new_value, '; ' order by e.id) from public.person_events e
  where (e.tenant_id, e.person_id) = (select i.tenant_id, i.person_id from public.person_identities i where i.value = who)
$$;

------------------------------------------------------------------------------------------------ a profile
select is(story.profiles('[{"member_id": "ACoAA1", "slug": "ada", "email": "ada@example.org", "name": "Ada Example", "first_name": "Ada", "last_name": "Example",
  "headline": "CTO @ Nebulosa", "about": "Fictional.", "location": "Milan, Lombardy, Italy", "title": "Chief Technology Officer", "employer": "Nebulosa Fict",
  "company_linkedin_id": "90000001", "company_slug": "Nebulosa-Fict", "company_industry": "Computer Software", "company_size": "51-200", "company_domain": "nebulosa.example",
  "seniority": "cxo", "functions": ["information_technology"], "experience": [{"company": "Nebulosa Fict", "is_current": true}], "skills": ["Rust"], "extra": {"followers": 12}}]', '2026-03-01'),
  '1 created', 'somebody new');
select is(story.facts('ACoAA1'), 'Ada Example | Chief Technology Officer | Nebulosa Fict | cxo | profile | CTO @ Nebulosa | Milan, Lombardy, Italy | IT', 'is known with all that the profile says, and the country that the place ends in');
select results_eq($$ select about, skills, extra, email, linkedin_url, source, enrichment_status, enrichment_source, enriched_at, facts_seen_at, headline_seen_at from persons where name = 'Ada Example' $$,
  $$ values ('Fictional.', '["Rust"]'::jsonb, '{"followers": 12}'::jsonb, 'ada@example.org', 'https://www.linkedin.com/in/ada', 'file'::data_source, 'enriched'::enrichment_status, 'harvestapi',
    timestamptz '2026-03-01 12:00Z', timestamptz '2026-03-01 12:00Z', timestamptz '2026-03-01 12:00Z') $$, 'and when that was seen');
select results_eq($$ select kind, value, source from person_identities where value in ('ACoAA1', 'ada', 'ada@example.org') order by 1 $$,
  $$ values ('member_id'::identity_kind, 'ACoAA1', 'file'::data_source), ('slug', 'ada', 'file'), ('email', 'ada@example.org', 'file') $$, 'under every name that it gives');
select results_eq($$ select linkedin_id, linkedin_slug, industry, industry_code, size_band, domain from companies where name = 'Nebulosa Fict' $$,
  $$ values ('90000001', 'nebulosa-fict', 'Computer Software', 4, '51-200'::size_band, 'nebulosa.example') $$, 'the employer is a company with its page; an industry of old is one of today');
select is(story.profiles('[{"member_id": "ACoAA1", "slug": "ada", "name": "Ada Example", "title": "Chief Technology Officer", "employer": "Nebulosa Fict", "company_slug": "nebulosa-fict", "seniority": "cxo",
  "functions": ["information_technology"]}]', '2026-03-01'), '1 unchanged', 'the same again is nothing, and what it does not say is no change');
select is((select count(*) from person_events), 0::bigint, 'what is known for the first time is no event');
select is(story.profiles('[{"slug": "ada", "name": "Ada Example"}, {"member_id": "ACoAA1", "name": "Ada Example", "about": "More."}]', '2026-03-02'), '1 updated 1 unchanged', 'two lines about one are one profile');
select is((select about from persons where name = 'Ada Example'), 'More.', 'of which the last counts');

------------------------------------------------------------------------------------------------ later and earlier
select is(story.profiles('[{"member_id": "ACoAA1", "name": "Ada Muster", "headline": "VP at Globex", "about": "Old.", "location": "Rome, Italy", "title": "VP Engineering", "employer": "Globex", "seniority": "vp",
  "experience": [{"company": "Globex", "is_current": true}], "education": [{"school": "Fict University"}], "extra": {"followers": 1, "connections": 5}}]', '2025-01-01'), '1 updated', 'an older profile');
select is(story.facts('ACoAA1'), 'Ada Example | Chief Technology Officer | Nebulosa Fict | cxo | profile | CTO @ Nebulosa | Milan, Lombardy, Italy | IT', 'changes nothing that is known');
select results_eq($$ select about, education, extra, enriched_at from persons where name = 'Ada Example' $$,
  $$ values ('More.', '[{"school": "Fict University"}]'::jsonb, '{"followers": 12, "connections": 5}'::jsonb, timestamptz '2026-03-02 12:00Z') $$, 'and fills in what is not');
select is(story.events('ada'), null, 'without a word of a change, since there was none');
do $$ begin perform story.seen('{"member_id": "ACoAA1", "name": "Ada Example", "headline": "Intern at Saltworks", "title": "Intern", "employer": "Saltworks", "seniority": "training"}', '2025-06-01'); end $$;
select is(story.facts('ACoAA1'), 'Ada Example | Chief Technology Officer | Nebulosa Fict | cxo | profile | CTO @ Nebulosa | Milan, Lombardy, Italy | IT', 'nor does an older export of reactions');
do $$ begin perform story.seen('{"member_id": "ACoAA1", "name": "Ada Example", "headline": "Chief Tech @ NEBULOSA FICT GmbH. Speaker", "title": "Chief Tech", "employer": "NEBULOSA FICT GmbH"}', '2026-03-05'); end $$;
select is(story.facts('ACoAA1'), 'Ada Example | Chief Technology Officer | Nebulosa Fict | cxo | profile | Chief Tech @ NEBULOSA FICT GmbH. Speaker | Milan, Lombardy, Italy | IT',
  'a later headline is the headline; but as long as it names the same employer the profile knows better who that is');
select is(story.events('ada'), 'new_headline: CTO @ Nebulosa → Chief Tech @ NEBULOSA FICT GmbH. Speaker', 'and that is all that changed');
do $$ begin perform story.seen('{"member_id": "ACoAA1", "name": "Ada Example", "headline": "CEO at Saltworks", "title": "CEO", "employer": "Saltworks", "seniority": "cxo"}', '2026-04-01'); end $$;
select is(story.facts('ACoAA1'), 'Ada Example | CEO | Saltworks | cxo | headline | CEO at Saltworks | Milan, Lombardy, Italy | IT', 'one that names another has moved');
select is(story.profiles('[{"member_id": "ACoAA1", "headline": "CTO @ Nebulosa", "title": "CTO", "employer": "Nebulosa Fict", "seniority": "cxo", "experience": [{"company": "Nebulosa Fict", "is_current": true}]}]', '2026-03-20'), '1 unchanged',
  'a profile from before that');
select is(story.facts('ACoAA1'), 'Ada Example | CEO | Saltworks | cxo | headline | CEO at Saltworks | Milan, Lombardy, Italy | IT', 'does not take it back');
select is(story.profiles('[{"member_id": "ACoAA1", "headline": "CEO at Saltworks", "title": "Chief Executive Officer", "employer": "Saltworks Ltd", "company_slug": "saltworks", "seniority": "cxo",
  "experience": [{"company": "Saltworks Ltd", "is_current": true}, {"company": "Nebulosa Fict", "is_current": false}]}]', '2026-05-01'), '1 updated', 'and one from after it');
select is(story.facts('ACoAA1'), 'Ada Example | Chief Executive Officer | Saltworks | cxo | profile | CEO at Saltworks | Milan, Lombardy, Italy | IT', 'says it better');
select is(story.events('ada'), 'new_headline: CTO @ Nebulosa → Chief Tech @ NEBULOSA FICT GmbH. Speaker; moved_company: Nebulosa Fict → Saltworks; new_title: Chief Technology Officer → CEO; new_headline: Chief Tech @ NEBULOSA FICT GmbH. Speaker → CEO at Saltworks',
  'she moved once; that her new title is written out is no change');
select results_eq($$ select distinct happened_at, source from person_events where kind = 'moved_company' $$, $$ values (timestamptz '2026-04-01 12:00Z', 'file'::data_source) $$, 'on the day on which that was seen first');

------------------------------------------------------------------------------------------------ real changes, and none
do $$ begin
  perform story.profiles('[{"member_id": "ACoAA2", "slug": "bea", "name": "Bea Sample", "headline": "Marketing Manager", "title": "Marketing Manager", "employer": "Acme GmbH", "seniority": "manager", "location": "Milan, Italy",
    "experience": [{"company": "Acme GmbH", "is_current": true}, {"company": "Verein", "is_current": true}]}]', '2026-01-01');
  perform story.profiles('[{"member_id": "ACoAA2", "name": "Dr. Bea Sample, PhD", "headline": "marketing  manager!", "title": "MARKETING MANAGER", "employer": "ACME", "company_slug": "acme", "seniority": "manager", "location": "Greater Milan Metropolitan Area",
    "experience": [{"company": "ACME", "is_current": true}, {"company": "Verein", "is_current": true}]}]', '2026-02-01');
end $$;
select is(story.events('bea'), null, 'capitals, legal forms, punctuation, a doctor''s degree and the suburbs are no change');
select is((select count(*) from companies where name_key = 'acme'), 1::bigint, 'and the company that was a name has found its page');
do $$ begin perform story.profiles('[{"member_id": "ACoAA2", "title": "Treasurer", "employer": "Verein", "experience": [{"company": "Verein", "is_current": true}, {"company": "ACME", "is_current": true}]}]', '2026-02-10'); end $$;
select is(story.events('bea'), null, 'who lists two positions in another order has left neither');
do $$ begin perform story.profiles('[{"member_id": "ACoAA2", "name": "Bea Beispiel", "headline": "CMO at Globex", "title": "CMO", "employer": "Globex", "seniority": "cxo", "location": "Rome, Italy", "country": "IT",
  "experience": [{"company": "Globex", "is_current": true}, {"company": "ACME", "is_current": false}]}]', '2026-03-01', 'scrape'); end $$;
select is(story.events('bea'), 'moved_company: Verein → Globex; new_title: Treasurer → CMO; new_headline: marketing  manager! → CMO at Globex; moved_place: Greater Milan Metropolitan Area → Rome, Italy; renamed: Dr. Bea Sample, PhD → Bea Beispiel',
  'and who has moved, changed the job, the town and the name has');
select results_eq($$ select distinct source from person_events where person_id = (select person_id from person_identities where value = 'bea') $$, $$ values ('scrape'::data_source) $$, 'each event says from where it is known');
-- A headline, and then a profile of the same day.
do $$ begin
  perform story.seen('{"member_id": "ACoAA3", "name": "Cleo", "headline": "Eng lead @ BCF", "title": "Eng lead", "employer": "BCF", "seniority": "senior"}', '2026-01-01');
  perform story.profiles('[{"member_id": "ACoAA3", "slug": "cleo", "name": "Cleo", "headline": "Eng lead @ BCF", "title": "Engineering Lead", "employer": "Beispiel Consulting Fict", "seniority": "manager",
    "experience": [{"company": "Beispiel Consulting Fict", "is_current": true}]}]', '2026-01-02');
end $$;
select is(story.facts('cleo'), 'Cleo | Engineering Lead | Beispiel Consulting Fict | manager | profile | Eng lead @ BCF', 'a profile says better what a headline said in short');
select is(story.events('cleo'), null, 'which is no move');
do $$ begin
  perform story.seen('{"member_id": "ACoAA4", "name": "Dana", "headline": "VP at Acme", "title": "VP", "employer": "Acme", "seniority": "vp"}', '2025-01-01');
  perform story.profiles('[{"member_id": "ACoAA4", "slug": "dana", "name": "Dana", "headline": "VP at Acme", "title": "SVP", "employer": "Globex", "seniority": "vp",
    "experience": [{"company": "Globex", "is_current": true}, {"company": "Acme", "is_current": false}]}]', '2026-01-02');
end $$;
select is(story.events('dana'), 'moved_company: Acme GmbH → Globex; new_title: VP → SVP', 'unless the profile says that the other position has ended');
do $$ begin perform story.seen('{"member_id": "ACoAA5", "name": "Eve", "headline": "Art Director bei Acme", "title": "Art Director", "employer": "Acme", "seniority": "senior"}', '2025-01-01'); end $$;
update persons set current_title = 'Director', seniority = 'director' where name = 'Eve';
select is(story.events('ACoAA5'), null, 'what a newer parser reads in the same headline is none either');

------------------------------------------------------------------------------------------------ a human's word
update persons set title_override = 'Chief Everything', company_override = 'Acme', notes = 'met in May', tags = '{vip}', owner = 'Kim', lead_status = 'engaged' where name = 'Cleo';
do $$ begin perform story.profiles('[{"member_id": "ACoAA3", "name": "Cleo", "title": "CTO", "employer": "Globex", "seniority": "cxo", "experience": [{"company": "Globex", "is_current": true}, {"company": "Beispiel Consulting Fict", "is_current": false}]}]', '2026-06-01'); end $$;
select results_eq($$ select title_override, company_override, current_title, notes, tags, owner, lead_status from persons where name = 'Cleo' $$,
  $$ values ('Chief Everything', 'Acme', 'CTO', 'met in May', '{vip}'::text[], 'Kim', 'engaged'::lead_status) $$, 'a human''s word stays, and beside it stands what the profile says');
select is(f.title_words || f.company_key, app.words('Chief Everything') || 'acme', 'of which matching reads the human''s') from person_facts f join persons p on p.id = f.person_id and p.tenant_id = f.tenant_id where p.name = 'Cleo';
insert into persons (id, name, current_title, current_company, seniority, facts_from) values (901, 'Hand', 'CRO', 'Globex', 'cxo', 'manual'), (902, 'Hand too', 'CFO', null, null, null);
insert into person_identities (person_id, kind, value) values (901, 'slug', 'hand'), (902, 'slug', 'hand-too');
do $$ begin perform story.profiles('[{"slug": "hand", "member_id": "ACoAA901", "name": "Hand", "title": "Engineer", "employer": "Acme"}, {"slug": "hand-too", "name": "Hand too", "title": "Engineer", "employer": "Acme", "about": "x"}]', '2026-06-01'); end $$;
select is(story.facts('hand') || '; ' || story.facts('hand-too'), 'Hand | CRO | Globex | cxo | manual; Hand too | CFO', 'what was entered by hand stays, also where the row does not say that it was');

------------------------------------------------------------------------------------------------ two who are one
insert into personas (id, name, criteria, threshold) values
  ('eeeeeeee-0000-4000-8000-00000000000a', 'Leaders', '{"seniority": {"any": ["cxo", "vp"]}, "industry": {"any": ["software development"]}}', 0.50),
  ('eeeeeeee-0000-4000-8000-00000000000b', 'Pinned', '{"title": {"include": ["nothing"]}}', 0.60),
  ('eeeeeeee-0000-4000-8000-00000000000c', 'Kept out', '{"title": {"include": ["nothing"]}}', 0.60);
insert into campaigns (id, name) values (201, 'Spring');
insert into posts (id, title) values (301, 'First'), (302, 'Second');
insert into campaign_posts (campaign_id, post_id) values (201, 301), (201, 302);
create function story.pair(nth integer, profile_says text) returns void
language plpgsql as $$
declare
  a integer := 1000 + 2 * nth; b integer := 1001 + 2 * nth;
begin
  insert into public.persons (id, name, headline, created_at, headline_seen_at) values (a, 'One ' || nth, 'VP at Acme', now() - interval '1 day', '2026-01-01'), (b, 'ONE, ' || nth, null, now() - interval '1 day', null);
  insert into public.person_identities (person_id, kind, value) values (a, 'member_id', 'ACoAAm' || nth), (b, 'slug', 's' || nth);
  insert into public.engagements (post_id, person_id, engagement_type, reaction_type, engaged_at) values
    (301, a, 'reaction', 'like', '2026-01-03 12:00Z'), (301, b, 'reaction', 'praise', '2026-01-02 12:00Z'), (302, b, 'reaction', 'like', '2026-01-05 12:00Z');
  insert into public.engagements (post_id, person_id, engagement_type, comment_id) values (301, b, 'comment', 'c' || nth);
  perform app.pin_target(app.current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', b, 'asked for it');
  perform app.pin_target(app.current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000c', a, 'why not');
  perform app.exclude_target(app.current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000c', b, 'a rival');
  update public.persons set title_override = 'Boss' where id = b;
  perform story.profiles(format('[{%s, "name": "One %s", "headline": "VP at Acme", "title": "VP", "employer": "Nebulosa Fict", "company_linkedin_id": "90000001", "seniority": "vp"}]', profile_says, nth)::jsonb, '2026-06-01');
end $$;
do $$ begin
  perform story.pair(1, '"member_id": "ACoAAm1", "slug": "s1"');
  -- The other was there before.
  insert into public.persons (id, name) values (990, 'Slug 2 of before');
  insert into public.person_identities (person_id, kind, value) values (990, 'slug', 's20');
  perform story.pair(2, '"slug": "s2", "member_id": "ACoAAm2"');
  perform story.profiles('[{"member_id": "ACoAAm2", "slug": "s20", "name": "One 2"}]', '2026-06-02');
end $$;
select results_eq($$ select i.person_id, string_agg(i.value, ' ' order by i.kind, i.value) from person_identities i where i.value in ('ACoAAm1', 's1', 'ACoAAm2', 's2', 's20') group by 1 order by 1 $$,
  $$ values (990, 'ACoAAm2 s2 s20'), (1002, 'ACoAAm1 s1') $$, 'a profile that names a member and a slug makes one of two, and one of three');
select is((select count(*) from persons where id in (1003, 1004, 1005)), 0::bigint, 'of whom one record is left');
select results_eq($$ select person_id, post_id, engagement_type, reaction_type, engaged_at from engagements where engagement_type = 'reaction' and person_id in (990, 1002) order by 1, 2 $$,
  $$ values (990, 301, 'reaction'::engagement_type, 'like'::reaction_type, timestamptz '2026-01-02 12:00Z'), (990, 302, 'reaction', 'like', '2026-01-05 12:00Z'),
    (1002, 301, 'reaction', 'like', '2026-01-02 12:00Z'), (1002, 302, 'reaction', 'like', '2026-01-05 12:00Z') $$, 'with one reaction where both had reacted, at the earlier time');
select results_eq($$ select engagements, unique_engagers from campaign_dashboard where campaign = 'Spring' $$, $$ values (6, 2) $$, 'the campaign counts two people and not four');
select results_eq($$ select t.person_id, q.name, t.pinned, t.excluded, t.is_active from targets t join personas q on q.id = t.persona_id where t.person_id in (990, 1002) order by 1, 2 $$,
  $$ values (990, 'Kept out', false, true, false), (990, 'Leaders', false, false, true), (990, 'Pinned', true, false, true),
    (1002, 'Kept out', false, true, false), (1002, 'Leaders', false, false, true), (1002, 'Pinned', true, false, true) $$,
  'pins and excludes follow, of a pin and an exclude the exclude holds, and the profile''s facts make targets');
select results_eq($$ select name, title_override, current_title from persons where id in (990, 1002) order by 1 $$, $$ values ('One 1', 'Boss', 'VP'), ('One 2', 'Boss', 'VP') $$, 'so do a human''s words');
select is(story.events('s1'), 'merged: ONE, 1 (1003) → One 1 (1002)', 'that they were two is remembered, and nobody has moved or is called otherwise because of it');
select results_eq($$ select event, cause from target_events where person_id = 1002 and persona_id = 'eeeeeeee-0000-4000-8000-00000000000a' $$, $$ values ('entered'::target_event, 'person_changed'::match_cause) $$,
  'what the profile says is matched at once');
select is_empty('select * from differences() where missing <> 0 or wrong <> 0', 'every figure equals a recount of the rows');
select is_empty('select * from matching_differences()', 'and every target is what the truth says');
select is(story.profiles('[{"member_id": "ACoAAx1", "slug": "taken", "name": "First"}, {"member_id": "ACoAAx2", "slug": "taken", "name": "Second"}]', '2026-06-01'), '2 created', 'two members are two, also under one slug');
do $$ begin perform story.profiles('[{"sales_nav_id": "ACwAA9", "slug": "sales", "name": "Sal"}, {"member_id": "ACoAA9", "slug": "sales", "name": "Sal"}]', '2026-06-01'); end $$;
select is((select count(distinct person_id) from person_identities where value in ('ACwAA9', 'ACoAA9', 'sales')), 1::bigint, 'a Sales Navigator id is one more name of the same person');
-- A move is matched, too.
do $$ begin perform story.profiles('[{"member_id": "ACoAAm1", "title": "Assistant", "employer": "Globex", "seniority": "entry", "experience": [{"company": "Globex", "is_current": true}]}]', '2026-07-01'); end $$;
select results_eq($$ select event, cause from target_events where person_id = 1002 and persona_id = 'eeeeeeee-0000-4000-8000-00000000000a' order by id $$,
  $$ values ('entered'::target_event, 'person_changed'::match_cause), ('left', 'person_changed') $$, 'whoever moves out of a persona leaves it in the same moment');

------------------------------------------------------------------------------------------------ companies
delete from persons; delete from companies;
select is(story.companies('[{"name": "Acme", "linkedin_id": "1", "slug": "acme", "industry": "Internet", "size_band": "11-50", "country_name": "italy", "extra": {"founded": 2012}}]', '2026-02-01'), '1 created', 'a page');
select is(story.companies('[{"name": "Acme", "linkedin_id": "1", "slug": "acme", "industry": "Internet", "size_band": "11-50", "country_name": "Italy", "extra": {"founded": 2012}}]', '2026-02-01'), '1 unchanged', 'which says the same again');
select results_eq('select name, industry, industry_code, size_band, country, extra, facts_seen_at, facts_source, linkedin_url from companies',
  $$ values ('Acme', 'Internet', 6, '11-50'::size_band, 'IT', '{"founded": 2012}'::jsonb, timestamptz '2026-02-01 12:00Z', 'file'::data_source, 'https://www.linkedin.com/company/acme/') $$, 'is known with all that it says');
select is(story.companies('[{"name": "Acme Old", "linkedin_id": "1", "size_band": "1", "domain": "acme.example"}]', '2025-01-01'), '1 updated', 'an older one');
select results_eq('select name, size_band, domain from companies', $$ values ('Acme', '11-50'::size_band, 'acme.example') $$, 'fills in what is not known');
do $$ begin perform story.profiles('[{"slug": "w", "name": "W", "title": "CTO", "employer": "ACME Inc.", "company_slug": "acme", "company_size": "51-200", "company_industry": "Banking"}]', '2026-06-01'); end $$;
select results_eq('select name, size_band, industry from companies', $$ values ('Acme', '11-50'::size_band, 'Internet') $$, 'so does somebody who works there, whatever the day: the page knows better');
select is(story.companies('[{"name": "Acme Group", "linkedin_id": "1", "slug": "acme-group", "industry": "Weaving of carpets", "size_band": "51-200"}]', '2026-07-01'), '1 updated', 'a later one');
select results_eq('select name, name_key, linkedin_slug, linkedin_url, size_band, industry, industry_code from companies',
  $$ values ('Acme Group', 'acme group', 'acme-group', 'https://www.linkedin.com/company/acme-group/', '51-200'::size_band, 'Weaving of carpets', null::int) $$, 'replaces it all; an industry on no list keeps its words');
do $$ begin
  perform story.profiles('[{"slug": "x", "name": "X", "title": "CTO", "employer": "Globex"}, {"slug": "y", "name": "Y", "title": "CTO", "employer": "Globex Corp", "company_slug": "globex"},
    {"slug": "z", "name": "Z", "title": "CTO", "employer": "GLOBEX", "company_linkedin_id": "2"}]', '2026-06-01');
end $$;
select results_eq('select linkedin_id, linkedin_slug, (select count(*)::int from persons p where p.company_id = c.id) from companies c where name_key = ''globex''', $$ values ('2', 'globex', 3) $$,
  'a name, a slug and a number that do not contradict each other are one company');
do $$ begin perform story.companies('[{"name": "Globex of elsewhere", "linkedin_id": "3", "slug": "globex"}]', '2026-06-01'); end $$;
select results_eq($$ select linkedin_id, linkedin_slug from companies where linkedin_id in ('2', '3') order by 1 $$, $$ values ('2', null), ('3', 'globex') $$, 'a slug that another page takes over goes to it, and makes no two pages one');
insert into companies (name, linkedin_id) values ('Number Five', '5');
insert into companies (name, linkedin_slug) values ('Slug Five', 'five');
do $$ begin perform story.profiles('[{"slug": "v", "name": "V", "title": "CTO", "employer": "Slug Five", "company_slug": "five"}]', '2026-06-01'); end $$;
do $$ begin perform story.companies('[{"name": "Five", "linkedin_id": "5", "slug": "five"}]', '2026-06-02'); end $$;
select results_eq($$ select name, linkedin_id, linkedin_slug, (select count(*)::int from persons p where p.company_id = c.id) from companies c where 'five' in (linkedin_slug) or linkedin_id = '5' $$, $$ values ('Five', '5', 'five', 1) $$,
  'a page that names the number of one and the slug of another makes them one, with their people');
select is(story.events('v'), null, 'who have not moved');
select is_empty('select * from matching_differences()', 'and are matched by what their company is now');
select is((select count(*) from country_codes('{Germany, deutschland, Nowhere}')), 1::bigint, 'a country is known by its name');

------------------------------------------------------------------------------------------------ whom to ask for
delete from persons; delete from personas;
insert into personas (id, name, criteria, threshold) values
  ('eeeeeeee-0000-4000-8000-00000000000a', 'Leaders', '{"seniority": {"any": ["cxo"], "weight": 3}, "function": {"any": ["sales"], "weight": 2}}', 0.50),
  ('eeeeeeee-0000-4000-8000-00000000000b', 'Others', '{"title": {"include": ["nothing"]}}', 0.60);
insert into persons (id, name, seniority, functions, is_notable, notable_reason, enrichment_status, enriched_at, enrichment_attempted_at, enrichment_failures, facts_from, facts_seen_at, last_seen) values
  (1, 'Nobody special', null, '{}', false, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (2, 'Pinned', null, '{}', false, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (3, 'Notable', null, '{}', true, 'wrote the book', 'never', null, null, 0, null, null, '2026-01-01'),
  (4, 'Match', 'cxo', '{sales}', false, null, 'enriched', now() - interval '31 days', now() - interval '31 days', 0, 'profile', now() - interval '31 days', '2026-01-01'),
  (5, 'Near', 'vp', '{sales}', false, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (6, 'Engaged', null, '{}', false, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (7, 'Fresh', 'cxo', '{sales}', false, null, 'enriched', now() - interval '3 days', now() - interval '3 days', 0, 'profile', now() - interval '3 days', '2026-01-01'),
  (8, 'Missed', 'cxo', '{sales}', true, null, 'missed', null, now() - interval '80 days', 0, null, null, '2026-01-01'),
  (9, 'Missed long ago', 'cxo', '{sales}', false, null, 'missed', null, now() - interval '91 days', 0, null, null, '2026-01-01'),
  (10, 'Without a name', 'cxo', '{sales}', true, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (11, 'Kept out', 'cxo', '{sales}', true, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (12, 'Asked for', 'cxo', '{sales}', true, null, 'pending', null, now() - interval '2 hours', 0, null, null, '2026-01-01'),
  (13, 'Asked for in vain', 'cxo', '{}', true, null, 'pending', null, now() - interval '2 days', 0, null, null, '2026-01-01'),
  (14, 'Failed', null, '{}', true, null, 'failed', null, now() - interval '2 days', 2, null, null, '2026-01-01'),
  (15, 'Of the interface', 'cxo', '{sales}', true, null, 'never', null, null, 0, null, null, '2026-01-01'),
  (16, 'Has moved', null, '{}', false, null, 'enriched', now() - interval '9 days', now() - interval '9 days', 0, 'headline', now() - interval '1 day', '2026-01-01');
insert into person_identities (person_id, kind, value, source) select id, 'member_id', 'ACoAA' || id, 'file' from persons where id not in (10, 15);
insert into person_identities (person_id, kind, value, source) values (10, 'email', 'x@example.org', 'file'), (15, 'member_id', 'ACoAA15', 'api'), (3, 'slug', 'notable', 'file');
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at) values (301, 6, 'reaction', 'like', now());
do $$ begin
  perform pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 2, 'asked for it');
  perform exclude_target(current_tenant(), id, 11, 'a rival') from personas;
  perform exclude_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000b', 1, 'not this one');
end $$;
select results_eq('select person_id, member_id, slug, reason from enrichment_candidates(100)', $$ values
  (2, 'ACoAA2', null, 'was made a target of Others by hand'),
  (3, 'ACoAA3', 'notable', 'is notable: wrote the book'),
  (13, 'ACoAA13', null, 'is notable'),
  (4, 'ACoAA4', null, 'matches Leaders with 1.00; the profile is of ' || (now() at time zone 'UTC' - interval '31 days')::date),
  (9, 'ACoAA9', null, 'matches Leaders with 1.00; was not found at the last time'),
  (5, 'ACoAA5', null, 'is near the threshold of Leaders: 0.40 of 0.50'),
  (6, 'ACoAA6', null, 'engaged on ' || tenant_today(current_tenant())),
  (16, 'ACoAA16', null, 'nothing else is known; the headline names another employer since'),
  (1, 'ACoAA1', null, 'nothing else is known') $$,
  'by hand, notable, matching, near, engaged, the rest; and nobody who is fresh, was missed, asked for or failed of late, has no name, is kept out everywhere, or is known by LinkedIn''s interfaces alone');
select results_eq('select person_id from enrichment_candidates(2)', 'values (2), (3)', 'as many as are wanted');
select is(mark_enrichment_asked('{2, 3, 999}', 'harvestapi'), 2::bigint, 'who is asked for');
select is_empty('select person_id from enrichment_candidates(100) where person_id in (2, 3)', 'is not asked for by another meanwhile');
select is(note_enrichment_misses('{2}'), 1::bigint, 'who is not found');
select is(note_enrichment_failures('{3}'), 1::bigint, 'and where the service failed');
select results_eq('select id, enrichment_status, enrichment_misses::int, enrichment_failures::int, enrichment_attempted_at = now(), enrichment_source from persons where id in (2, 3) order by 1',
  $$ values (2, 'missed'::enrichment_status, 1, 0, true, 'harvestapi'), (3, 'failed', 0, 1, true, 'harvestapi') $$, 'is remembered with time and count');
select results_eq('select status, people from enrichment_status order by 1', $$ values ('never'::enrichment_status, 6), ('pending', 2), ('enriched', 3), ('missed', 3), ('failed', 2) $$, 'and counted');
do $$ begin perform story.profiles('[{"member_id": "ACoAA2", "name": "Pinned"}]', (now() - interval '60 days')::date); end $$;
select is((select enrichment_status from persons where id = 2), 'missed', 'an old file does not answer what was asked after it');
do $$ begin perform app.merge_profiles(app.current_tenant(), null, 'scrape', '[{"n": 1, "member_id": "ACoAA2", "name": "Pinned"}]'); end $$;
select results_eq('select enrichment_status, enrichment_misses::int from persons where id = 2', $$ values ('enriched'::enrichment_status, 0) $$, 'a profile of now does');

select * from finish();
rollback;
