-- Matching people to personas: what each criterion says, what the sum of them decides, when it is asked again, and that a
-- human's word survives all of it.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
create schema story;

------------------------------------------------------------------------------------------------ one criterion and one person
-- The words of the receipt, for a person described by assignments, at a company described likewise.
create function story.outcome(criteria jsonb, person text, company text default null) returns text
language plpgsql as $$
declare
  answer text;
begin
  if company is not null then
    insert into public.companies (id, name) values (9001, 'Unnamed');
    execute 'update public.companies set ' || company || ' where tenant_id = app.current_tenant() and id = 9001';
  end if;
  insert into public.persons (id, name, company_id) values (9001, 'Somebody', case when company is not null then 9001 end);
  execute 'update public.persons set ' || person || ' where tenant_id = app.current_tenant() and id = 9001';
  select (select string_agg(criterion || ' ' || outcome, ', ') from app.receipt_lines(m.receipt)) into answer
  from app.matches_of(app.current_tenant(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'criteria', criteria, 'threshold', 0.6)), array[9001]) m;
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return answer;
end $$;

select is(story.outcome(criteria::jsonb, person, company), expected, sentence)
from (values
  (1, '{"title": {"include": ["head of marketing"]}}', 'headline = ''Head of Marketing at Acme''', null, 'title hit', 'a phrase of the headline is found'),
  (2, '{"title": {"include": ["head of sales"]}}', 'headline = ''Head of Marketing''', null, 'title miss', 'another phrase is not'),
  (3, '{"title": {"include": ["cmo"]}}', 'headline = null', null, 'title unknown', 'without a title and a headline the title is unknown'),
  (4, '{"title": {"include": ["cto"]}}', 'headline = ''Director of Sales''', null, 'title miss', 'Director holds no CTO'),
  (5, '{"title": {"include": ["coo"]}}', 'headline = ''Scooter sharing lead''', null, 'title miss', 'a scooter holds no COO'),
  (6, '{"title": {"include": ["intern"]}}', 'headline = ''International Sales''', null, 'title miss', 'International holds no intern'),
  (7, '{"title": {"include": ["cmo"]}}', 'headline = ''🚀 CMO | Speaker • Author''', null, 'title hit', 'emoji, pipes and bullets separate words'),
  (8, '{"title": {"include": ["vp, marketing"]}}', 'headline = ''VP Marketing''', null, 'title hit', 'punctuation decides nothing'),
  (91, '{"title": {"include": ["marketing"]}}', 'headline = ''Marketingleiterin bei Acme''', null, 'title hit', 'a word is found in a compound'),
  (92, '{"title": {"include": ["Marketingleiter"]}}', 'headline = ''Marketingleiterin bei Acme''', null, 'title hit', 'and so is the compound'),
  (93, '{"title": {"include": ["marketing leiter"]}}', 'headline = ''Marketingleiter''', null, 'title hit', 'written as two words too'),
  (94, '{"title": {"include": ["acme marketing"]}}', 'headline = ''Marketingleiter bei Acme''', null, 'title miss', 'but its parts follow nothing that they did not follow'),
  (95, '{"title": {"include": ["leiter"], "exclude": ["assistent"]}}', 'headline = ''Marketingassistent''', null, 'title veto', 'whom a persona excludes it excludes in a compound'),
  (9, '{"title": {"include": ["marketing manager"]}}', 'headline = ''MARKETING MANAGERS''', null, 'title hit', 'neither capitals nor plurals decide'),
  (10, '{"title": {"include": ["directeur artistique"]}}', 'headline = ''Directrice artistique''', null, 'title hit', 'a French feminine form is the same title'),
  (11, '{"title": {"include": ["Geschäftsführer"]}}', 'headline = ''Geschaftsfuhrerin''', null, 'title hit', 'a German one too, with accents or without'),
  (12, '{"title": {"include": ["diretor"]}}', 'headline = ''Diretora de TI''', null, 'title hit', 'and a Portuguese one'),
  (13, '{"title": {"include": ["chargé d''affaires"]}}', 'headline = ''Charge d’affaires''', null, 'title hit', 'typographic apostrophes are apostrophes'),
  (14, '{"title": {"include": ["cfo"]}}', 'headline = ''CMO'', current_title = ''CFO''', null, 'title hit', 'a title is believed before a headline'),
  (15, '{"title": {"include": ["ceo"]}}', 'headline = ''CMO'', current_title = ''CFO'', title_override = ''CEO''', null, 'title hit', 'and a human''s word before both'),
  (16, '{"title": {"include": ["ceo"], "exclude": ["assistant"]}}', 'headline = ''Assistant to the CEO''', null, 'title veto', 'an excluded word vetoes, whatever else is found'),
  (17, '{"title": {"include": ["ceo"], "exclude": ["assistant"]}}', 'headline = null', null, 'title unknown', 'nobody is vetoed for what is not known'),
  (18, '{"seniority": {"any": ["vp", "cxo"]}}', 'seniority = ''vp''', null, 'seniority hit', 'one of the seniorities'),
  (19, '{"seniority": {"any": ["vp", "cxo"]}}', 'seniority = ''director''', null, 'seniority miss', 'none of the seniorities'),
  (20, '{"seniority": {"any": ["vp", "cxo"]}}', 'seniority = null', null, 'seniority unknown', 'no seniority is unknown'),
  (21, '{"function": {"any": ["sales"]}}', 'functions = ''{marketing,sales}''', null, 'function hit', 'a second function counts'),
  (22, '{"function": {"any": ["sales"]}}', 'functions = ''{marketing}''', null, 'function miss', 'another function does not'),
  (23, '{"function": {"any": ["sales"]}}', 'functions = ''{}''', null, 'function unknown', 'no function is unknown'),
  (24, '{"industry": {"any": ["Software Development"]}}', 'name = ''x''', 'industry_code = 4', 'industry hit', 'the industry of the company'),
  (25, '{"industry": {"any": ["technology, information and media"]}}', 'name = ''x''', 'industry_code = 4', 'industry hit', 'an industry above it means it too'),
  (26, '{"industry": {"any": ["Computer Networking Products"]}}', 'name = ''x''', 'industry_code = 4', 'industry miss', 'one below it does not'),
  (27, '{"industry": {"any": ["Space tourism"]}}', 'name = ''x''', 'industry = ''SPACE TOURISM''', 'industry hit', 'an industry that LinkedIn does not list is compared by its words'),
  (28, '{"industry": {"any": ["Banking"]}}', 'name = ''x''', null, 'industry unknown', 'without a company the industry is unknown'),
  (29, '{"industry": {"any": ["Banking"]}}', 'name = ''x''', 'industry = ''''', 'industry unknown', 'an empty industry is unknown'),
  (30, '{"company_size": {"any": ["51-200"]}}', 'name = ''x''', 'size_band = ''51-200''', 'company_size hit', 'the size of the company'),
  (31, '{"company_size": {"any": ["51-200"]}}', 'name = ''x''', 'size_band = ''11-50''', 'company_size miss', 'another size'),
  (32, '{"company_size": {"any": ["51-200"]}}', 'name = ''x''', 'size_band = null', 'company_size unknown', 'a company of unknown size'),
  (33, '{"location": {"any": ["DE"]}}', 'country = ''DE''', null, 'location hit', 'a country by its code'),
  (34, '{"location": {"any": ["germany"]}}', 'country = ''DE''', null, 'location hit', 'by its name'),
  (35, '{"location": {"any": ["Western Europe"]}}', 'country = ''DE''', null, 'location hit', 'by its region'),
  (36, '{"location": {"any": ["Berlin"]}}', 'location = ''Berlin, Germany''', null, 'location hit', 'a city by its name'),
  (37, '{"location": {"any": ["München"]}}', 'location = ''Munchen''', null, 'location hit', 'with accents or without'),
  (38, '{"location": {"any": ["DE"]}}', 'location = ''Rio de Janeiro''', null, 'location miss', 'a code is not found in the words of a place'),
  (39, '{"location": {"any": ["Rome"]}}', 'location = ''Romeoville''', null, 'location miss', 'a part of a word is no place'),
  (40, '{"location": {"any": ["Rome"]}}', 'location = null', null, 'location unknown', 'without a place and a country the location is unknown'),
  (41, '{"location": {"any": ["Europe"]}}', 'country = ''US''', null, 'location miss', 'a country elsewhere'),
  (55, '{"location": {"any": ["DE"]}}', 'location = ''Berlin, Germany''', null, 'location hit', 'the country that a location ends in is known by its code'),
  (56, '{"location": {"any": ["Western Europe"]}}', 'location = ''Berlin, Germany''', null, 'location hit', 'and by its region'),
  (57, '{"location": {"any": ["USA"]}}', 'location = ''Austin, Texas, United States''', null, 'location hit', 'and by another name'),
  (58, '{"location": {"any": ["United States"]}}', 'location = ''Austin, Texas, USA''', null, 'location hit', 'whichever of its names is written'),
  (59, '{"location": {"any": ["DE"]}}', 'location = ''GERMANY''', null, 'location hit', 'a country alone is one'),
  (60, '{"location": {"any": ["DE"]}}', 'location = ''Wilmington, DE''', null, 'location miss', 'a code at the end may be that of a state'),
  (61, '{"location": {"any": ["MX"]}}', 'location = ''Santa Fe, New Mexico''', null, 'location miss', 'New Mexico is not Mexico'),
  (62, '{"location": {"any": ["DE"]}}', 'location = ''Berlin, Germany'', country = ''US''', null, 'location miss', 'a country that is stated is believed before a location'),
  (42, '{"follower": {"is": true}}', 'is_follower = true', null, 'follower hit', 'a follower'),
  (43, '{"follower": {"is": true}}', 'is_follower = false', null, 'follower miss', 'nobody who follows not'),
  (44, '{"follower": {"is": false}}', 'is_follower = false', null, 'follower hit', 'a persona may ask for people who do not follow yet'),
  (45, '{"follower": {"is": true}}', 'is_follower = null', null, 'follower unknown', 'nobody knows'),
  (46, '{"company": {"include": ["Acme"]}}', 'name = ''x''', 'name = ''ACME GmbH & Co. KG''', 'company hit', 'a company whatever its legal form'),
  (47, '{"company": {"include": ["Acme, Inc."]}}', 'current_company = ''acme''', null, 'company hit', 'a company that is known by name only'),
  (48, '{"company": {"include": ["Acme"]}}', 'name = ''x''', 'name = ''Acme Holding''', 'company miss', 'a longer name is another company'),
  (49, '{"company": {"include": ["Acme"]}}', 'name = ''x''', null, 'company unknown', 'no company is unknown'),
  (50, '{"company": {"include": ["Acme"]}}', 'company_override = ''Acme''', 'name = ''Globex''', 'company hit', 'a human''s word about the company wins'),
  (51, '{"company": {"exclude": ["Globex"]}}', 'name = ''x''', 'name = ''Globex Ltd''', 'company veto', 'a company on the exclude list vetoes'),
  (53, '{"industry": {"any": ["Software Development"]}, "company_size": {"any": ["51-200"]}}', 'company_override = ''Acme''', 'name = ''Globex'', industry_code = 4, size_band = ''51-200''', 'industry unknown, company_size unknown',
    'of a company that a human names instead, the industry and the size of the other say nothing'),
  (54, '{"industry": {"any": ["Software Development"]}, "company_size": {"any": ["51-200"]}}', 'company_override = ''Globex Ltd''', 'name = ''Globex'', industry_code = 4, size_band = ''51-200''', 'industry hit, company_size hit',
    'of the same company by another spelling they do'),
  (52, '{"engagement": {"min_score": 1}}', 'name = ''x''', null, 'engagement miss', 'whoever never engaged has engaged too little: that is known')
) v(n, criteria, person, company, expected, sentence)
order by n;

------------------------------------------------------------------------------------------------ words
select is(words(t), expected, sentence)
from (values
  (normalize('Geschäftsführer', nfd), ' geschaftsfuhrer ', 'an accent may be a character of its own'),
  ('ŠKODA Łódź Şişli Bőgel Żółć Đặng', ' skoda lodz sisli bogel zolc dang ', 'accents of all of Europe and beyond are taken off'),
  ('ÆRØ Œuvre Straße STRAẞE Þór ħal', ' aero oeuvre strasse strasse thor hal ', 'letters that are none with an accent are written out'),
  ('Директор ДИРЕКТОР', ' директор директор ', 'other alphabets have capitals too'),
  (E'Co\u2011Founder Co\u2010Founder Co\u2212Founder Co–Founder', ' co founder co founder co founder co founder ', 'a hyphen of any kind parts words'),
  (E'Head\u00a0of\u202fSales', ' head of sale ', 'and so does a space of any kind'),
  ('C++ & C#', ' c++ c# ', 'but not what is part of a word'),
  ('', ' ', 'no words are none'),
  (null, null, 'nothing is nothing')) v(t, expected, sentence);
select is(title_words(t), expected, sentence)
from (values
  ('Head of Marketing', ' head of marketing ', 'a title without compounds has its words alone'),
  ('Marketingleiter DACH', ' marketingleiter dach | marketing leiter dach ', 'one with a compound has them again with its parts'),
  ('Vertriebsleiterin', ' vertriebsleiter | vertrieb leiter ', 'without what joins them'),
  ('Produktmanager:innen', ' produktmanager innen | produkt manager innen ', 'whoever else is meant'),
  ('Marknadschef', ' marknadschef | marknad chef ', 'in Swedish'),
  ('Verkoopleider', ' verkoopleider | verkoop leider ', 'in Dutch'),
  ('Begleiter', ' begleiter ', 'what only ends like one is none'),
  ('Reisebegleiter, Begeleider', ' reisebegleiter begeleider ', 'whatever stands before it'),
  ('Director, Leiter', ' director leiter ', 'nor is a word by itself'),
  (null, null, 'nothing is nothing')) v(t, expected, sentence);

select is(company_key(normalize('Müller GmbH', nfd)), 'muller', 'a company''s key knows the same letters');
select is(company_key(E'Coca\u2011Cola'), company_key('Coca-Cola'), 'and the same hyphens');

-- Keys are stored: a deploy that writes them otherwise renews them, and people follow.
insert into personas (name, criteria) values ('Film people', '{"company": {"include": ["Lodz Film"]}}');
alter table companies disable trigger _100_key;
insert into companies (id, name, name_key) values (9101, 'Škoda', 'škoda'), (9102, 'Skoda AG', 'skoda'), (9103, 'Łódź Film', 'łódź film');
alter table companies enable trigger _100_key;
insert into persons (id, name, company_id) values (9101, 'Film maker', 9103);
select is(renew_company_keys(), 1::bigint, 'a deploy renews the keys of companies');
select results_eq('select id, name_key from companies where id between 9101 and 9103 order by id', $$ values (9101, 'škoda'), (9102, 'skoda'), (9103, 'lodz film') $$,
  'but not where two companies would have one key, which nobody asked to merge');
select is((select count(*) from targets where person_id = 9101 and is_active), 1::bigint, 'and matches their people again');
delete from personas where name = 'Film people';
delete from persons where id = 9101;
delete from companies where id between 9101 and 9103;

------------------------------------------------------------------------------------------------ what they add up to
create function story.decision(criteria jsonb, person text, threshold numeric default 0.6) returns text
language plpgsql as $$
declare
  answer text;
begin
  insert into public.persons (id, name) values (9001, 'Somebody');
  execute 'update public.persons set ' || person || ' where tenant_id = app.current_tenant() and id = 9001';
  select case when m.is_match then 'match ' else 'no match ' end || m.match_score || ', sure of ' || m.confidence into answer
  from app.matches_of(app.current_tenant(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'criteria', criteria, 'threshold', threshold)), array[9001]) m;
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return answer;
end $$;
select is(story.decision(criteria::jsonb, person, threshold), expected, sentence)
from (values
  (1, '{"title": {"include": ["cmo"], "weight": 3}, "follower": {"is": true, "weight": 2}}', 'headline = ''CMO'', is_follower = false', 0.6, 'match 0.60, sure of 1.00', 'a score at the threshold is a match'),
  (2, '{"title": {"include": ["cmo"], "weight": 3}, "follower": {"is": true, "weight": 2}}', 'headline = ''CMO'', is_follower = false', 0.61, 'no match 0.60, sure of 1.00', 'a score below it is none'),
  (3, '{"title": {"include": ["cmo"]}, "follower": {"is": true}}', 'headline = ''CMO'', is_follower = false', 0.6, 'no match 0.50, sure of 1.00', 'without weights all criteria weigh the same'),
  (4, '{"title": {"include": ["cmo"], "weight": 3}, "seniority": {"any": ["cxo"], "weight": 2}}', 'headline = ''CMO''', 0.6, 'match 0.60, sure of 0.60', 'what is unknown earns nothing, and lowers the confidence'),
  (5, '{"title": {"include": ["cmo"], "weight": 9}, "follower": {"is": true, "mode": "required"}}', 'headline = ''CMO'', is_follower = false', 0.6, 'no match 0.90, sure of 1.00', 'a miss on a required criterion refuses, whatever the score'),
  (6, '{"title": {"include": ["cmo"], "weight": 9}, "follower": {"is": true, "mode": "required"}}', 'headline = ''CMO''', 0.6, 'match 0.90, sure of 0.90', 'not to know a required fact does not'),
  (7, '{"title": {"exclude": ["assistant"]}, "follower": {"is": true}}', 'headline = ''Assistant'', is_follower = true', 0.6, 'no match 1.00, sure of 1.00', 'a veto refuses, whatever the score'),
  (8, '{"title": {"exclude": ["assistant"]}, "follower": {"is": true}}', 'headline = ''CMO'', is_follower = true', 0.6, 'match 1.00, sure of 1.00', 'an exclude that is not met weighs nothing'),
  (9, '{"title": {"exclude": ["assistant"]}}', 'headline = ''CMO''', 0.6, 'no match 0.00, sure of 0.00', 'a persona that only excludes matches nobody'),
  (10, '{}', 'headline = ''CMO''', 0.6, 'no match 0.00, sure of 0.00', 'a persona that states nothing matches nobody')
) v(n, criteria, person, threshold, expected, sentence)
order by n;

select is(receipt_score(array[receipt_line(1, 3, 1), receipt_line(2, 2, 0), receipt_line(3, 5, 2)]), 0.30, 'a receipt adds up: hits over all that is stated');
select is(receipt_score('{}'), 0.00, 'an empty receipt adds up to nothing');
select results_eq($$ select * from receipt_lines(array[receipt_line(1, 1000, 1), receipt_line(9, 2, 3)]) $$, $$ values ('title', 1000, 'hit'), ('company', 2, 'veto') $$,
  'a receipt in words');

------------------------------------------------------------------------------------------------ criteria that make no sense
select is(criteria_error(criteria::jsonb), problem, 'refused in words: ' || criteria)
from (values
  ('[]', 'criteria must be an object with one key for each criterion'),
  ('{"age": {"any": ["40"]}}', 'there is no criterion "age"; the criteria are title, seniority, function, industry, company_size, location, engagement, follower, company'),
  ('{"title": ["cmo"]}', 'criterion "title" must be an object, such as {"include": …, "weight": 1, "mode": "score"}'),
  ('{"title": {"any": ["cmo"]}}', 'criterion "title" has no field "any"; its fields are include, exclude, weight and mode'),
  ('{"title": {"include": "cmo"}}', '"include" of criterion "title" must be a list of words'),
  ('{"title": {"include": [" "]}}', '"include" of criterion "title" must be a list of words'),
  ('{"title": {"include": []}}', 'criterion "title" says nothing; leave it out or give it words'),
  ('{"title": {"weight": 2}}', 'criterion "title" says nothing; leave it out or give it words'),
  ('{"title": {"include": ["cmo"], "weight": 0}}', 'the weight of "title" must be a whole number from 1 to 1000'),
  ('{"title": {"include": ["cmo"], "weight": 1.5}}', 'the weight of "title" must be a whole number from 1 to 1000'),
  ('{"title": {"include": ["cmo"], "weight": 1001}}', 'the weight of "title" must be a whole number from 1 to 1000'),
  ('{"title": {"include": ["cmo"], "mode": "must"}}', 'the mode of "title" must be "score" or "required"'),
  ('{"company_size": {"any": ["big"]}}', 'there is no company size "big"; there are 1, 2-10, 11-50, 51-200, 201-500, 501-1000, 1001-5000, 5001-10000, 10001+'),
  ('{"engagement": {"window_days": 30}}', 'criterion "engagement" needs "min_score"'),
  ('{"engagement": {"min_score": 0}}', '"min_score" of criterion "engagement" must be a whole number above 0'),
  ('{"follower": {"weight": 1}}', 'criterion "follower" needs "is": true or false'),
  ('{"follower": {"is": "yes"}}', '"is" of criterion "follower" must be true or false'),
  ('{"title": {"include": ["…"]}}', '"include" of criterion "title" must be a list of words')
) v(criteria, problem);
select is(criteria_error('{"title": {"include": ["cmo"], "exclude": ["ex"], "weight": 1000, "mode": "required"}, "engagement": {"min_score": 1, "window_days": 30}, "follower": {"is": false}}'), null,
  'criteria that make sense have no error');
select results_eq(
  $$ select * from criteria_hints('{"industry": {"any": ["Software Development", "technology, information and media", "Sofware"]}, "location": {"any": ["DE", "Deutchland", "northern europe", "USA", "QQ", "Östereich"]}, "title": {"include": ["cmo"]}}') $$,
  $$ values ('"Sofware" is no industry of LinkedIn''s list; it means companies whose industry is written just so'),
     ('"Deutchland" is no country or region that is known here; it is looked for in the words of a person''s location, as a city is'),
     ('"QQ" is the code of no country, and too short to be looked for in a location; it means nobody'),
     ('"Östereich" is no country or region that is known here; it is looked for in the words of a person''s location, as a city is') $$,
  'what may be a slip of the pen is pointed out');
select is_empty($$ select criteria_hints('{"seniority": {"any": ["vp"]}}') $$, 'where there is nothing to point out, nothing is');
select throws_ok($$ insert into personas (name, criteria) values ('Odd', '{"age": {"any": ["40"]}}') $$, '22023', null, 'a persona with criteria that make no sense is refused');
select throws_ok($$ select * from preview_persona(current_tenant(), null, '{"age": {}}', 0.6) $$, '22023', null, 'and so is a preview of one');

------------------------------------------------------------------------------------------------ when matching runs
create function story.who(wanted text) returns text
language sql as $$
  select string_agg(p.name, ', ' order by p.name)
  from public.targets t join public.personas q using (tenant_id) join public.persons p using (tenant_id)
  where q.id = t.persona_id and p.id = t.person_id and t.is_active and q.tenant_id = app.current_tenant() and q.name = wanted
$$;
-- What was written to the history since this was last asked.
create sequence story.seen;
create function story.news() returns text
language plpgsql as $$
declare
  answer text;
begin
  select string_agg(format('%s %s %s because of %s', p.name, e.event, q.name, e.cause), '; ' order by e.id) into answer
  from public.target_events e join public.personas q on q.id = e.persona_id and q.tenant_id = e.tenant_id join public.persons p on p.id = e.person_id and p.tenant_id = e.tenant_id
  where e.tenant_id = app.current_tenant() and e.id > (select case when is_called then last_value else 0 end from story.seen);
  perform setval('story.seen', greatest(1, (select max(id) from public.target_events)));
  return answer;
end $$;
create function story.true_after(what text) returns text
language sql as $$ select is_empty('select * from app.matching_differences()', 'every target is what the truth says after ' || what) $$;

insert into personas (id, name, criteria) values ('eeeeeeee-0000-4000-8000-00000000000a', 'Marketers', '{"title": {"include": ["marketing"]}}');
insert into persons (id, name, headline) values (101, 'Ada', 'Head of Marketing'), (102, 'Bob', 'Engineer');
select is(story.who('Marketers'), 'Ada', 'people are matched as they are inserted');
select is(story.news(), 'Ada entered Marketers because of person_added', 'and the history says why');
select results_eq('select match_score, confidence, words from target_receipts where person_id = 101', $$ values (1.00::numeric(3, 2), 1.00::numeric(3, 2), 'title hit (1)') $$,
  'a target shows its score, its confidence and its receipt in words');
select story.true_after('an insert of people');

update persons set headline = 'Marketing Engineer' where id = 102;
select is(story.news(), 'Bob entered Marketers because of person_changed', 'a person whose headline changes is matched again');
update persons set headline = 'Engineer' where id = 102;
select is(story.news(), 'Bob left Marketers because of person_changed', 'and leaves when it changes back');
update persons set notes = 'met at the fair', last_seen = now() where id in (101, 102);
select is(story.news(), null, 'a change that no criterion reads moves nobody');
select is((select matched_at from targets where person_id = 101), (select created_at from targets where person_id = 101), 'nor touches a target');
select story.true_after('changes of people');

-- Every fact that a criterion reads, changed on a person who then matches; undone each time.
create function story.change(criteria jsonb, change text) returns text
language plpgsql as $$
declare
  answer text;
begin
  insert into public.companies (id, name) values (9002, 'Acme');
  insert into public.persons (id, name, company_id) values (9001, 'Zoe', 9002);
  insert into public.companies (id, name, industry_code, size_band) values (9003, 'Globex', 4, '11-50');
  insert into public.personas (name, criteria) values ('Wanted', criteria);
  perform story.news();
  execute change;
  answer := story.news();
  answer := answer || case when exists (select from app.matching_differences()) then ', but not as the truth says' else '' end;
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  perform setval('story.seen', greatest(1, (select max(id) from public.target_events)));
  return answer;
end $$;
select is(story.change(criteria::jsonb, change), 'Zoe entered Wanted because of ' || cause, 'matched again when it changes: ' || what)
from (values
  (1, 'a title', '{"title": {"include": ["cmo"]}}', 'update public.persons set current_title = ''CMO'' where id = 9001', 'person_changed'),
  (2, 'a human''s word about the title', '{"title": {"include": ["cmo"]}}', 'update public.persons set title_override = ''CMO'' where id = 9001', 'person_changed'),
  (3, 'a seniority', '{"seniority": {"any": ["vp"]}}', 'update public.persons set seniority = ''vp'' where id = 9001', 'person_changed'),
  (4, 'functions', '{"function": {"any": ["sales"]}}', 'update public.persons set functions = ''{sales}'' where id = 9001', 'person_changed'),
  (5, 'a place', '{"location": {"any": ["Berlin"]}}', 'update public.persons set location = ''Berlin'' where id = 9001', 'person_changed'),
  (6, 'a country', '{"location": {"any": ["DE"]}}', 'update public.persons set country = ''DE'' where id = 9001', 'person_changed'),
  (7, 'a follower', '{"follower": {"is": true}}', 'update public.persons set is_follower = true where id = 9001', 'person_changed'),
  (8, 'a company by name', '{"company": {"include": ["Initech"]}}', 'update public.persons set company_id = null, current_company = ''Initech'' where id = 9001', 'person_changed'),
  (9, 'a human''s word about the company', '{"company": {"include": ["Initech"]}}', 'update public.persons set company_override = ''Initech'' where id = 9001', 'person_changed'),
  (18, 'a human''s word about the company takes its industry along', '{"company": {"include": ["Initech"], "weight": 2}, "industry": {"any": ["Banking"]}}', 'update public.persons set company_override = ''Initech'' where id = 9001', 'person_changed'),
  (19, 'the company that a human named is renamed to that', '{"company_size": {"any": ["11-50"]}}', 'update public.persons set company_override = ''Initech'', company_id = 9003 where id = 9001; update public.companies set name = ''Initech'' where id = 9003', 'company_changed'),
  (10, 'another company', '{"industry": {"any": ["Software Development"]}, "company_size": {"any": ["11-50"]}}', 'update public.persons set company_id = 9003 where id = 9001', 'person_changed'),
  (11, 'the company''s name', '{"company": {"include": ["Initech"]}}', 'update public.companies set name = ''Initech AG'' where id = 9002', 'company_changed'),
  (12, 'the company''s industry', '{"industry": {"any": ["Banking"]}}', 'update public.companies set industry_code = 41 where id = 9002', 'company_changed'),
  (13, 'the company''s industry in words', '{"industry": {"any": ["Banking"]}}', 'update public.companies set industry = ''Banking'' where id = 9002', 'company_changed'),
  (14, 'the company''s size', '{"company_size": {"any": ["51-200"]}}', 'update public.companies set size_band = ''51-200'' where id = 9002', 'company_changed'),
  (15, 'the persona''s criteria', '{"title": {"include": ["cmo"]}}', 'update public.personas set criteria = ''{"engagement": {"min_score": 999}, "company": {"include": ["acme"], "weight": 9}}'' where name = ''Wanted''', 'persona_changed'),
  (16, 'the persona''s threshold', '{"company": {"include": ["acme"]}, "follower": {"is": true}}', 'update public.personas set threshold = 0.5 where name = ''Wanted''', 'persona_changed'),
  (17, 'engagement', '{"engagement": {"min_score": 5}}', 'insert into public.posts (id) values (9001); insert into public.engagements (post_id, person_id, engagement_type) values (9001, 9001, ''comment'')', 'engagement')
) v(n, what, criteria, change, cause)
order by n;

insert into personas (name, criteria) values ('Engineers', '{"title": {"include": ["engineer"]}}');
select is(story.news(), 'Bob entered Engineers because of persona_changed', 'a new persona is matched with everybody');
update personas set is_active = false where name = 'Engineers';
select is(story.news(), 'Bob left Engineers because of persona_changed', 'a persona that is switched off lets everybody go');
update personas set is_active = true where name = 'Engineers';
select is(story.news(), 'Bob entered Engineers because of persona_changed', 'and has them back when it is switched on');
update personas set name = 'Makers' where name = 'Engineers';
select is(story.news(), null, 'a new name moves nobody');
update personas set criteria = '{"title": {"include": ["engineer"]}, "follower": {"is": true}}', threshold = 0.5 where name = 'Makers';
select is(story.news(), 'Bob score_changed Makers because of persona_changed', 'a persona that asks for more keeps people with another score');
select results_eq($$ select score_before, score_after from target_events order by id desc limit 1 $$, $$ values (1.00::numeric(3, 2), 0.50::numeric(3, 2)) $$,
  'and the history has the score before and after');
select story.true_after('changes of a persona');
delete from personas where name = 'Makers';
select is((select count(*) from targets t where not exists (select from personas q where q.tenant_id = t.tenant_id and q.id = t.persona_id)), 0::bigint, 'a deleted persona leaves no targets');
select story.true_after('a deleted persona');

------------------------------------------------------------------------------------------------ engagement
insert into personas (id, name, criteria) values ('eeeeeeee-0000-4000-8000-00000000000c', 'Fans', '{"engagement": {"min_score": 7, "window_days": 30}}'), ('eeeeeeee-0000-4000-8000-00000000000d', 'Old friends', '{"engagement": {"min_score": 7}}');
insert into posts (id, title) values (301, 'First'), (302, 'Second');
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (301, 102, 'comment', now());
select is(story.news(), null, 'five points are too few for a persona that asks for seven');
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at) values (301, 102, 'reaction', 'praise', now() - interval '29 days');
select is(story.news(), 'Bob entered Fans because of engagement; Bob entered Old friends because of engagement', 'seven points are enough, on the first day of the window too');
update engagements set reaction_type = 'like' where person_id = 102 and engagement_type = 'reaction';
select is(story.news(), 'Bob left Fans because of engagement; Bob left Old friends because of engagement', 'a reaction that turns out to be less takes them back');
update engagements set reaction_type = 'praise' where person_id = 102 and engagement_type = 'reaction';
delete from engagements where person_id = 102 and engagement_type = 'comment';
select is(story.who('Fans'), null, 'a deleted comment does too');
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (301, 102, 'comment', now());
select is(story.who('Fans'), 'Bob', 'and a new one brings them again');
update engagements set engaged_at = now() - interval '30 days' where person_id = 102 and engagement_type = 'reaction';
select is(story.who('Fans'), null, 'an engagement of the day before the window does not count');
select is(story.who('Old friends'), 'Bob', 'where there is no window it does');
insert into engagement_weights (version, comments) values (1, 10);
select is(story.who('Fans'), 'Bob', 'heavier comments carry a person over the threshold');
delete from engagement_weights where version = 1;
select is(story.who('Fans'), null, 'lighter ones take them back');
select story.true_after('engagements');

-- Time passes: the rows age by a day and no trigger sees it.
select is(move_windows(current_tenant()), true, 'windows are moved once on a day');
select is(move_windows(current_tenant()), false, 'and not again on the same day');
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (302, 102, 'comment', now() - interval '29 days');
do $$ begin perform story.news(); end $$;
alter table engagements disable trigger _600_match_update;
alter table engagements disable trigger _610_match_update_from;
update engagements set engaged_at = engaged_at - interval '1 day' where person_id = 102 and post_id = 302;
alter table engagements enable trigger _600_match_update;
alter table engagements enable trigger _610_match_update_from;
update matching_state set windows_moved_on = windows_moved_on - 1 where tenant_id = current_tenant();
select is(story.who('Fans'), 'Bob', 'when a day passes nothing happens by itself');
select is(move_windows(current_tenant()), true, 'on the next day the windows are moved again');
select is(story.news(), 'Bob left Fans because of window_moved', 'and whoever engaged too long ago leaves');
select story.true_after('a day');
-- And again, by whoever folds.
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (302, 102, 'share', now() - interval '29 days');
do $$ begin perform story.news(); end $$;
select cmp_ok(keep_up(), '>', 0::bigint, 'whoever keeps a tenant up folds its logs');
select is(story.who('Fans'), 'Bob', 'on the same day nobody leaves');
alter table engagements disable trigger _600_match_update;
alter table engagements disable trigger _610_match_update_from;
update engagements set engaged_at = engaged_at - interval '1 day' where person_id = 102 and engagement_type = 'share';
alter table engagements enable trigger _600_match_update;
alter table engagements enable trigger _610_match_update_from;
do $$ begin perform keep_up(); end $$;
update matching_state set windows_moved_on = windows_moved_on - 1 where tenant_id = current_tenant();
select cmp_ok(keep_up(), '>', 0::bigint, 'on the next day there is something to fold even where nobody wrote');
select is(story.news(), 'Bob left Fans because of window_moved', 'since the windows are moved on the way');
select is(keep_up(), 0::bigint, 'and then there is nothing left to do');
select story.true_after('upkeep');

------------------------------------------------------------------------------------------------ a human's word
insert into persons (id, name, headline) values (103, 'Cleo', 'Lawyer');
select lives_ok($$ select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 103, 'asked for it') $$, 'Cleo, who is no marketer, is pinned');
select is(story.news(), 'Cleo pinned Marketers because of manual', 'the history knows a pin');
select results_eq('select match_score, words, reason from target_receipts where pinned', $$ values (0.00::numeric(3, 2), 'title miss (1)', 'asked for it') $$,
  'a pinned target keeps an honest receipt, and the reason');
select lives_ok($$ select exclude_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 101, 'a competitor') $$, 'Ada, who is one, is excluded');
select is(story.who('Marketers'), 'Cleo', 'what a human says is done');
select is(story.news(), 'Ada excluded Marketers because of manual', 'the history knows an exclude');
update personas set criteria = '{"title": {"include": ["marketing", "head"]}}' where name = 'Marketers';
update persons set headline = 'Chief Marketing Officer' where id = 101;
update persons set headline = 'Baker' where id = 103;
select lives_ok($$ select * from rematch(current_tenant(), null, null, 'repair') $$, 'everybody is matched again');
select is(story.who('Marketers'), 'Cleo', 'a pin and an exclude survive every recalculation');
select is(story.news(), null, 'which says nothing new of them');
select story.true_after('pins and excludes');
-- A persona that only excludes, or states nothing, has nobody but whom a human pins.
insert into personas (id, name, criteria) values
  ('eeeeeeee-0000-4000-8000-000000000011', 'Anybody else', '{"title": {"exclude": ["intern"]}}'), ('eeeeeeee-0000-4000-8000-000000000012', 'By hand', '{}');
select lives_ok($$ select pin_target(current_tenant(), id, 103, 'x') from personas where name in ('Anybody else', 'By hand') $$, 'Cleo is pinned to them');
select lives_ok($$ select * from rematch(current_tenant(), null, null, 'repair') $$, 'whereupon everybody can be matched');
select is(story.who('Anybody else') || ', ' || story.who('By hand'), 'Cleo, Cleo', 'and nothing changes');
select results_eq($$ select match_score, confidence, receipt from match_person_to_personas(103) where persona = 'Anybody else' $$, $$ values (0.00, 0.00, '{}'::integer[]) $$,
  'an exclude that is not met scores nothing, and is no criterion of the receipt');
update personas set is_active = false where name in ('Anybody else', 'By hand');
select is(story.who('Anybody else') || story.who('By hand'), null, 'switched off, a persona has nobody, not even whom a human pinned');
update personas set is_active = true where name in ('Anybody else', 'By hand');
select is(story.who('Anybody else') || ', ' || story.who('By hand'), 'Cleo, Cleo', 'switched on, it has them back, whatever it states');
delete from personas where name in ('Anybody else', 'By hand');
do $$ begin perform story.news(); end $$;
select throws_ok($$ update targets set pinned = true where excluded $$, '23514', null, 'nobody is pinned and excluded at once');
select lives_ok($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 103); select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 101) $$, 'both are released');
select is(story.who('Marketers'), 'Ada', 'and matching decides again');
select is(story.news(), 'Cleo unpinned Marketers because of manual; Cleo left Marketers because of manual; Ada readmitted Marketers because of manual; Ada entered Marketers because of manual', 'the history knows');
select is((select reason from targets where person_id = 101 and is_active), null, 'the reason of the exclude is gone with it');
select lives_ok($$ select exclude_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 101, 'x'); select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 101, 'y') $$,
  'whoever was excluded can be pinned');
select is((select (pinned, excluded, is_active)::text from targets where person_id = 101 and persona_id = 'eeeeeeee-0000-4000-8000-00000000000a'), '(t,f,t)', 'and is in then: the last word counts');
select lives_ok($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 101) $$, 'and is released');
select is(manually_added, false, 'whom matching found too is not marked as added by hand any more') from targets where person_id = 101 and persona_id = 'eeeeeeee-0000-4000-8000-00000000000a';
select story.true_after('releases');

select throws_ok(statement, '23503', message, 'refused in words: ' || statement)
from (values
  ($$ select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-0000000000ff', 101, 'x') $$, 'there is no such persona'),
  ($$ select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 999, 'x') $$, 'there is no such person'),
  ($$ select exclude_target(current_tenant(), 'eeeeeeee-0000-4000-8000-0000000000ff', 101, 'x') $$, 'there is no such persona'),
  ($$ select exclude_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 999, 'x') $$, 'there is no such person'),
  ($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-0000000000ff', 101) $$, 'there is no such persona'),
  ($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 999) $$, 'there is no such person')) v(statement, message);
select lives_ok($$ select release_target(current_tenant(), 'eeeeeeee-0000-4000-8000-00000000000a', 102) $$, 'to release whom nobody pinned or excluded does nothing');
insert into personas (id, name, criteria, is_active) values ('eeeeeeee-0000-4000-8000-000000000013', 'Asleep', '{"title": {"include": ["baker"]}}', false);
select lives_ok($$ select pin_target(current_tenant(), 'eeeeeeee-0000-4000-8000-000000000013', 101, 'later') $$, 'a persona that is switched off takes a pin');
select is(story.who('Asleep'), null, 'which waits');
update personas set is_active = true where name = 'Asleep';
select is(story.who('Asleep'), 'Ada, Cleo', 'until it is switched on');
delete from personas where name = 'Asleep';

-- An event for each change and none for no change: so the score of any date can be told.
select is_empty(
  $$ select t.persona_id, t.person_id, t.match_score, e.score_after
     from targets t left join lateral (
       select * from target_events e where e.tenant_id = t.tenant_id and e.persona_id = t.persona_id and e.person_id = t.person_id order by e.id desc limit 1) e on true
     where t.tenant_id = current_tenant() and t.is_active and t.match_score is distinct from e.score_after $$,
  'the last event of every target holds its present score');

------------------------------------------------------------------------------------------------ two tenants
-- Numbers come from one sequence, but rows that are restored or moved between databases bring their own.
insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other');
insert into personas (tenant_id, name, criteria) values ('eeeeeeee-0000-4000-8000-000000000002', 'Bakers', '{"title": {"include": ["baker"]}}');
insert into persons (tenant_id, id, name, headline) values ('eeeeeeee-0000-4000-8000-000000000002', 101, 'Otto', 'Baker'), ('eeeeeeee-0000-4000-8000-000000000002', 102, 'Olga', 'Head of Marketing');
select is(story.who('Bakers'), null, 'a person is not matched to another tenant''s persona');
select is((select count(*) from targets where tenant_id = 'eeeeeeee-0000-4000-8000-000000000002'), 1::bigint, 'but to the own tenant''s');
select story.true_after('people of two tenants got the same number');

------------------------------------------------------------------------------------------------ any people, any personas
-- Two hundred people with random facts and a dozen personas with random criteria, always the same ones.
create function story.pick(variadic choices text[]) returns text
language sql volatile as $$ select nullif(choices[1 + floor(random() * cardinality(choices))::int], '') $$;
create function story.some(variadic choices text[]) returns jsonb
language sql volatile as $$ select coalesce(jsonb_agg(c), '[]') from unnest(choices) c where random() < 0.5 $$;
create function story.random_criteria() returns jsonb
language plpgsql volatile as $$
declare
  c jsonb;
begin
  loop
    c := jsonb_build_object(
      'title', jsonb_build_object('include', story.some('marketing', 'head', 'sales manager', 'cto'), 'exclude', case when random() < 0.3 then story.some('assistant', 'former') else '[]' end),
      'seniority', jsonb_build_object('any', story.some('manager', 'director', 'vp')),
      'function', jsonb_build_object('any', story.some('marketing', 'sales')),
      'industry', jsonb_build_object('any', story.some('Software Development', 'Financial Services', 'Space tourism')),
      'company_size', jsonb_build_object('any', story.some('1', '11-50', '51-200')),
      'location', jsonb_build_object('any', story.some('DE', 'Western Europe', 'Berlin')),
      'engagement', jsonb_strip_nulls(jsonb_build_object('min_score', 1 + (random() * 12)::int, 'window_days', case when random() < 0.5 then 1 + (random() * 20)::int end)),
      'follower', jsonb_build_object('is', random() < 0.5),
      'company', jsonb_build_object('include', story.some('Acme', 'Globex'), 'exclude', case when random() < 0.3 then story.some('Initech') else '[]' end));
    select jsonb_object_agg(key, value || jsonb_build_object('weight', 1 + (random() * 9)::int, 'mode', case when random() < 0.2 then 'required' else 'score' end)) into c
    from jsonb_each(c) where random() < 0.5;
    exit when app.criteria_error(coalesce(c, '[]')) is null;
  end loop;
  return c;
end $$;
create function story.populate() returns void
language plpgsql volatile as $$
begin
  perform setseed(0.2001);
  insert into public.companies (id, name, industry_code, industry, size_band)
  select 600 + i, (array['Acme GmbH', 'Globex', 'Initech', 'Hooli', 'Umbrella'])[i], (array[4, 43, null, null, 5])[i], (array[null, null, 'Space tourism', null, null])[i],
    (array['1', '11-50', '51-200', null, '10001+'])[i]::public.size_band
  from generate_series(1, 5) i;
  insert into public.posts (id) select 600 + i from generate_series(1, 6) i;
  insert into public.persons (id, name, headline, current_title, title_override, current_company, company_override, company_id, seniority, functions, location, country, is_follower)
  select 1000 + i, 'Person ' || i,
    story.pick('', '', 'Head of Marketing', 'Sales Manager | former CTO', 'Assistant to the Head of Marketing', 'Director'),
    story.pick('', '', '', 'CTO', 'Sales Managers'), story.pick('', '', '', '', 'Marketing Assistant'), story.pick('', '', 'Acme', 'Initech Ltd'), story.pick('', '', '', 'Globex Inc', 'Hooli'),
    nullif(600 + (random() * 5)::int, 600), story.pick('', 'manager', 'director', 'vp', 'entry')::public.seniority,
    case when random() < 0.5 then '{}' else array[story.pick('marketing', 'sales', 'legal')]::public.job_function[] end,
    story.pick('', 'Berlin', 'Rio de Janeiro', 'Hamburg, Germany', 'Lyon, France'), story.pick('', 'DE', 'FR', 'US'), nullif(story.pick('', 'true', 'false'), '')::boolean
  from generate_series(1, 200) i;
  insert into public.personas (name, criteria, threshold) select 'Persona ' || i, story.random_criteria(), 0.3 + (random() * 6)::int * 0.1 from generate_series(1, 12) i;
  insert into public.engagements (post_id, person_id, engagement_type, engaged_at)
  select 600 + 1 + (random() * 5)::int, 1000 + 1 + (random() * 199)::int, (array['comment', 'share', 'click', 'follow'])[1 + (random() * 3)::int]::public.engagement_type, now() - (random() * 25)::int * interval '1 day'
  from generate_series(1, 300);
end $$;
do $$ begin perform story.populate(); end $$;
select ok((select count(*) from targets where person_id > 1000 and is_active) between 100 and 2300, 'random people match some random personas and not others');
create temporary table truth as
  select p.id as person_id, m.persona_id, m.is_match, m.match_score, m.confidence, m.receipt from persons p cross join lateral match_person_to_personas(p.id) m where p.id > 1000;
select set_eq('table truth',
  $$ select m.person_id, m.persona_id, m.is_match, m.match_score, m.confidence, m.receipt from matches_of(current_tenant(), active_personas(current_tenant(), null), null) m where m.person_id > 1000 $$,
  'matching many people at once says the same of each as matching one, to the last digit of the receipt');
select set_eq('select person_id, persona_id, match_score, confidence, receipt from truth where is_match',
  'select person_id, persona_id, match_score, confidence, receipt from targets where is_active and person_id > 1000', 'and that is what the triggers wrote');
select is_empty('select persona_id, person_id, match_score, receipt from targets where receipt_score(receipt) <> match_score', 'every receipt adds up to its score');

------------------------------------------------------------------------------------------------ what if
-- What a preview promises, and what saving then does.
create function story.promise(criteria_wanted jsonb, threshold_wanted numeric) returns table (people bigint, entering bigint, leaving bigint, done_people bigint, done_entering bigint, done_leaving bigint)
language plpgsql as $$
declare
  last_event bigint := (select max(id) from public.target_events);
  persona uuid := (select id from public.personas where name = 'Persona 3');
begin
  select v.people, v.entering, v.leaving into people, entering, leaving from app.preview_persona(app.current_tenant(), persona, criteria_wanted, threshold_wanted) v;
  update public.personas q set criteria = criteria_wanted, threshold = threshold_wanted where q.id = persona;
  select count(*) into done_people from public.targets t where t.persona_id = persona and t.is_active;
  select count(*) filter (where event = 'entered'), count(*) filter (where event = 'left') into done_entering, done_leaving from public.target_events where persona_id = persona and id > last_event;
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return next;
end $$;
select lives_ok($$ select pin_target(current_tenant(), id, 1001, 'x') from personas where name = 'Persona 3';
  select exclude_target(current_tenant(), id, 1002, 'x') from personas where name = 'Persona 3' $$, 'with a pin and an exclude');
create temporary table promises as
  select v.n, p.* from (values (1, '{"title": {"include": ["head"]}, "follower": {"is": true}}'::jsonb, 0.5), (2, '{"seniority": {"any": ["vp", "manager"]}}', 0.6), (3, '{"company": {"include": ["nobody"]}}', 0.6)) v(n, criteria, threshold)
  cross join lateral story.promise(v.criteria, v.threshold) p;
select is_empty('select * from promises where (people, entering, leaving) is distinct from (done_people, done_entering, done_leaving)',
  'a preview says exactly how many people a persona will have, who enters and who leaves');
select ok((select bool_or(entering > 0) and bool_or(leaving > 0) from promises), 'and in these cases somebody does');
select is((select sum(n) from preview_persona(current_tenant(), null, '{"follower": {"is": true}}', 0.6), unnest(histogram) n), (select count(*) from persons where tenant_id = current_tenant())::numeric,
  'the histogram of a preview holds everybody once');
select results_eq(
  $$ select (select sum(n) from unnest(v.histogram) n)::bigint, v.people, jsonb_array_length(v.best)::bigint from preview_persona(current_tenant(), null, '{"follower": {"is": true, "mode": "required"}}', 0.6) v $$,
  $$ select count(*) filter (where is_follower is distinct from false), count(*) filter (where is_follower), least(count(*) filter (where is_follower), 10) from persons where tenant_id = current_tenant() $$,
  'but for those whom a required criterion keeps out; and the best are named');
select is_empty(
  $$ select b ->> 'name' from preview_persona(current_tenant(), null, '{"follower": {"is": true, "mode": "required"}}', 0.6), jsonb_array_elements(best) b where b ->> 'words' <> 'follower hit (1)' or (b ->> 'match_score')::numeric <> 1 $$,
  'with score and reason');
select results_eq($$ select engagements_30_days, engaged_people_30_days from preview_persona(current_tenant(), null, '{"follower": {"is": true}}', 0.6) $$,
  $$ select count(*), count(distinct e.person_id) from engagements e join persons p on p.tenant_id = e.tenant_id and p.id = e.person_id
     where e.tenant_id = current_tenant() and p.is_follower and e.engaged_on > current_date - 30 $$,
  'and the engagement of the past thirty days that the persona would have had');

select * from finish();
rollback;
