-- Companies: the same one is found again however its name is written, and two are not taken for one.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio'), ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';

select is(company_key(name), key, 'the key of ' || name)
from (values
  ('Acme', 'acme'), ('ACME Inc.', 'acme'), ('Acme, Inc', 'acme'), ('Acme GmbH', 'acme'), ('Acme GmbH & Co. KG', 'acme'), ('Acme S.p.A.', 'acme'),
  ('Acme Pty Ltd', 'acme'), ('Acme S.A. de C.V.', 'acme'), ('Acme Sp. z o.o.', 'acme'), ('Acme (Private) Limited', 'acme'), ('Acme Private Limited', 'acme'),
  ('Acme B.V.', 'acme'), ('Acme AB', 'acme'), ('Acme Oy', 'acme'), ('Acme K.K.', 'acme kk'), ('Société Générale', 'societe generale'), ('Société Générale SA', 'societe generale'),
  ('Procter & Gamble', 'procter and gamble'), ('Procter and Gamble Co.', 'procter and gamble'), ('AT&T', 'at and t'), ('Straße AG', 'strasse'),
  ('  Acme   Studios  ', 'acme studios'), ('Acme Holding', 'acme holding'), ('Co', 'co'), ('SE', 'se'), ('The Co-op', 'the co op'), ('Ørsted A/S', 'orsted a s'),
  ('株式会社', '株式会社'), ('', '')) v(name, key);
select is(company_key(null), null, 'no name has no key');
select is(company_key(company_key(name)), company_key(name), 'a key is its own key: ' || name) from unnest(array['Acme GmbH & Co. KG', 'AT&T Inc.', 'Co', 'Ørsted A/S']) name;

------------------------------------------------------------------------------------------------ finding one again
insert into companies (id, name, linkedin_slug) values (701, 'Acme Inc.', ' Acme-Inc '), (702, 'Globex GmbH', null);
select results_eq($$ select name_key, linkedin_slug from companies where id = 701 $$, $$ values ('acme', 'acme-inc') $$, 'a company keeps the key of its name, and its slug in lower case');
update companies set name = 'Acme Studios Inc.' where id = 701;
select is((select name_key from companies where id = 701), 'acme studios', 'a new name has a new key');
select throws_ok($$ insert into companies (name) values ('Globex Ltd.') $$, '23505', null, 'a company that is known by its name alone is known once');
select throws_ok($$ insert into companies (name, linkedin_slug) values ('Another', 'ACME-inc') $$, '23505', null, 'a LinkedIn page is one company');
select lives_ok($$ insert into companies (id, name, linkedin_slug) values (703, 'Globex', 'globex-berlin') $$, 'a company of the same name with a page of its own is another company');
select lives_ok($$ insert into companies (tenant_id, id, name) values ('eeeeeeee-0000-4000-8000-000000000002', 704, 'Globex') $$, 'and every tenant has its own');
select throws_ok($$ insert into companies (name) values (' ') $$, '23514', null, 'a company has a name');
select throws_ok($$ insert into companies (name, industry_code) values ('x', -1) $$, '23503', null, 'an industry code is one of LinkedIn''s');

select is(company_of(current_tenant(), 'ACME Studios'), 701, 'the company of a name is found by its key');
select is(company_of(current_tenant(), 'globex'), 703, 'of two under one name the one with a LinkedIn page');
select is(company_of(current_tenant(), 'Hooli'), null, 'a name that nobody has is no company');
select is(company_of('eeeeeeee-0000-4000-8000-000000000002', 'Acme Studios'), null, 'nor is one that only another tenant knows');

------------------------------------------------------------------------------------------------ what its people do
insert into personas (name, criteria) values ('Marketers', '{"title": {"include": ["marketing"]}}'), ('Heads', '{"title": {"include": ["head"]}}');
insert into persons (id, name, headline, company_id) values (101, 'Ada', 'Head of Marketing', 701), (102, 'Bob', 'Engineer', 701), (103, 'Cleo', 'Marketing', 702), (104, 'Dan', 'Marketing', null);
insert into posts (id) values (301);
insert into engagements (post_id, person_id, engagement_type, engaged_at) values (301, 101, 'comment', '2026-03-05 12:00Z'), (301, 101, 'share', '2026-03-07 12:00Z'), (301, 104, 'comment', '2026-03-08 12:00Z');
select results_eq(
  $$ select name, people, engaged_people, engagements, last_engaged_on, personas, targets from company_engagement_summary where tenant_id = current_tenant() order by company_id $$,
  $$ values ('Acme Studios Inc.', 2, 1, 2::bigint, date '2026-03-07', 2, 1), ('Globex GmbH', 1, 0, 0::bigint, null, 1, 1), ('Globex', 0, 0, 0::bigint, null, 0, 0) $$,
  'one row a company: its people, who engaged, how often, when last, and the personas that they cover');
select throws_ok('delete from companies where id = 701', '23503', null, 'a company with people cannot be deleted from under them');

select * from finish();
rollback;
