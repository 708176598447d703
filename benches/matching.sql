-- How fast are people matched? Makes a tenant with people of its own, matches them, prints what took how long, and takes it all back.
--
--   psql -X -f benches/matching.sql                                100,000 people, in a minute
--   psql -X -v people=10000 -v times=1 -f benches/matching.sql     fewer, and each preview once
--
-- The people are the same on every machine: 260 common titles, a third of them with a tail of their own, headlines that are all different,
-- 5,000 companies, four places.  Each preview is the best of three.  On a busy machine believe the column of the processor, which a superuser
-- on Linux gets.  Needs a database with the schema app and the right to write into any tenant; everything happens in one transaction that is
-- rolled back.

\set ON_ERROR_STOP 1
\set QUIET on
\pset footer off
\if :{?people} \else \set people 100000 \endif
\if :{?times} \else \set times 3 \endif
\o /dev/null
set jit = off;
set client_min_messages = warning;
select set_config('bench.people', :'people', false);

begin;
set local search_path = public, app;
set local app.tenant_id = 'bbbbbbbb-0000-4000-8000-000000000001';
insert into tenants (id, slug, name) values (app.current_tenant(), 'bench-matching', 'Bench');
select setseed(0.42);

create temporary table taken (n serial, what text, milliseconds numeric, processor numeric, rows bigint) on commit drop;
-- What the session has had of a processor, in milliseconds: the same on a busy machine.  Null where the kernel or the role does not tell.
create function pg_temp.processor() returns numeric
language plpgsql as $$
begin
  return split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::numeric / 1e6;
exception when others then
  return null;
end $$;
create function pg_temp.take(what text, statement text, times integer default 1) returns void
language plpgsql as $$
declare
  begun timestamptz;
  used numeric;
  best numeric;
  least_used numeric;
  n bigint;
begin
  for i in 1 .. times loop
    begun := clock_timestamp();
    used := pg_temp.processor();
    execute statement into n;
    least_used := least(least_used, pg_temp.processor() - used);
    best := least(best, extract(epoch from clock_timestamp() - begun) * 1000);
  end loop;
  insert into taken (what, milliseconds, processor, rows) values (what, best, least_used, n);
end $$;

create temporary table titles on commit drop as
select row_number() over () as n, btrim(rank || ' ' || field) as title, level::seniority as seniority, array[discipline]::job_function[] as functions
from (values ('VP of', 'vp'), ('Head of', 'director'), ('Director of', 'director'), ('Senior Manager', 'manager'), ('Manager,', 'manager'), ('Chief', 'cxo'),
  ('Senior', 'senior'), ('Lead', 'senior'), ('Junior', 'entry'), ('Intern', 'training'), ('Associate', 'entry'), ('Principal', 'senior'), ('', 'individual')) r(rank, level)
cross join (values ('Marketing', 'marketing'), ('Brand Marketing', 'marketing'), ('Growth', 'marketing'), ('Motion Design', 'arts_and_design'),
  ('Visual Design', 'arts_and_design'), ('Art', 'arts_and_design'), ('Software Engineering', 'engineering'), ('Platform', 'engineering'),
  ('IT Security', 'information_technology'), ('Product', 'product_management'), ('Product Management', 'product_management'), ('Finance', 'finance'),
  ('Sales', 'sales'), ('Operations', 'operations'), ('Human Resources', 'human_resources'), ('Legal', 'legal'), ('Research', 'research'),
  ('Video Production', 'media_and_communication'), ('Animation', 'arts_and_design'), ('Développement', 'business_development')) f(field, discipline);
insert into companies (id, name, industry_code, size_band)
select i, 'Company ' || i, (array(select code from industries order by code))[1 + i % 200], (enum_range(null::size_band))[1 + i % 9] from generate_series(1, 5000) i;
insert into posts (id, title, posted_at) select i, 'Post ' || i, now() - i * interval '6 hours' from generate_series(1, 400) i;
analyze companies;

create temporary table dice on commit drop as
select i, 1 + floor(random() * 260)::int as title, 1 + floor(random() * 5000)::int as company, random() as a, random() as b, random() as c
from generate_series(1, :people + 2000) i;
create temporary table drawn on commit drop as
select i, 'Person ' || i as name, t.title || ' at Company ' || d.company || ' | dreamer #' || i as headline,
  t.title || case when c < 0.3 then ' ' || (array['EMEA', 'DACH', 'Americas', 'APAC', 'Global', 'US', 'UK', 'Nordics'])[1 + floor(c * 26)::int % 8] || ' ' || floor(c * 1000) else '' end as title,
  'Company ' || d.company as company_name, case when a < 0.9 then d.company end as company_id, t.seniority, t.functions,
  (array['Berlin, Germany', 'Austin, Texas, United States', 'London, England, United Kingdom', 'Paris, Île-de-France, France'])[1 + floor(a * 4)::int] as location,
  case when b < 0.6 then (array['DE', 'US', 'GB', 'FR'])[1 + floor(a * 4)::int] end as country,
  case when b < 0.5 then b < 0.2 end as is_follower
from dice d join titles t on t.n = d.title;
create function pg_temp.arrive(first_number integer, last_number integer) returns bigint
language sql as $$
  with p as (
    insert into public.persons (id, name, headline, current_title, current_company, company_id, seniority, functions, facts_from, headline_version, location, country, is_follower)
    select i, name, headline, title, company_name, company_id, seniority, functions, 'headline', 1, location, country, is_follower
    from pg_temp.drawn where i between first_number and last_number order by i
    returning 1)
  select count(*) from p
$$;
select pg_temp.take('insert everybody, no persona', format('select pg_temp.arrive(1, %s)', :people));
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at)
select distinct on (1, 2) 1 + floor(power(random(), 2) * 400)::int, 1 + floor(random() * :people)::int, 'reaction'::engagement_type, 'like'::reaction_type, now() - random() * interval '120 days'
from generate_series(1, :people * 3);
analyze persons;
analyze engagements;

select pg_temp.take('preview: ' || what, format(
    $$select people from app.preview_persona('bbbbbbbb-0000-4000-8000-000000000001', null, %L, 0.6)$$, criteria), :times)
from (values
  (1, 'seniority', '{"seniority": {"any": ["director", "vp", "cxo"]}}'),
  (2, 'title', '{"title": {"include": ["head of marketing", "cmo", "brand marketing", "growth"], "exclude": ["assistant", "intern"]}}'),
  (3, 'title, seniority, function', '{"title": {"include": ["head of marketing", "cmo", "brand marketing", "growth"], "exclude": ["assistant", "intern"], "weight": 3}, "seniority": {"any": ["director", "vp", "cxo"], "weight": 2}, "function": {"any": ["marketing"]}}'),
  (4, 'location', '{"location": {"any": ["DE", "Northern Europe", "Austin"]}}'),
  (5, 'industry, company size, company', '{"industry": {"any": ["Software Development", "Financial Services"]}, "company_size": {"any": ["51-200", "201-500"]}, "company": {"include": ["Company 7"], "exclude": ["Company 8"]}}'),
  (6, 'engagement', '{"engagement": {"min_score": 3, "window_days": 90}}'),
  (7, 'all nine criteria', '{"title": {"include": ["head of marketing", "cmo", "brand marketing", "growth"], "exclude": ["assistant", "intern"], "weight": 3}, "seniority": {"any": ["director", "vp", "cxo"], "weight": 2}, "function": {"any": ["marketing"]}, "industry": {"any": ["Software Development", "Financial Services"]}, "company_size": {"any": ["51-200", "201-500"]}, "location": {"any": ["DE", "Northern Europe", "Austin"]}, "engagement": {"min_score": 3, "window_days": 90}, "follower": {"is": true}, "company": {"include": ["Company 7"], "exclude": ["Company 8"]}}')) v(n, what, criteria)
order by n;

create temporary table seven on commit drop as
select * from (values
  ('Marketing leaders', '{"title": {"include": ["head of marketing", "cmo", "brand marketing", "growth"], "exclude": ["assistant", "intern"], "weight": 3}, "seniority": {"any": ["director", "vp", "cxo"], "weight": 2}, "function": {"any": ["marketing"]}}'),
  ('Sales leaders', '{"title": {"include": ["head of sales", "sales director", "vp sales"], "weight": 3}, "seniority": {"any": ["director", "vp", "cxo"], "weight": 2}, "function": {"any": ["sales"], "weight": 2}}'),
  ('Engineers', '{"function": {"any": ["engineering", "information_technology"], "weight": 3}, "seniority": {"any": ["individual", "senior"]}, "location": {"any": ["DE", "GB"]}}'),
  ('Designers', '{"title": {"include": ["motion design", "visual design", "animation"], "weight": 2}, "function": {"any": ["arts_and_design"]}}'),
  ('Product people', '{"function": {"any": ["product_management"]}, "industry": {"any": ["Software Development", "Technology, Information and Media"]}}'),
  ('Money', '{"title": {"include": ["chief", "finance"]}, "function": {"any": ["finance"]}, "company_size": {"any": ["501-1000", "1001-5000", "5001-10000", "10001+"]}}'),
  ('Followers of rank', '{"seniority": {"any": ["director", "vp", "cxo", "owner"]}, "follower": {"is": true}}')) v(name, criteria);
select pg_temp.take('add seven personas', $$
  with q as (insert into personas (name, criteria, threshold) select name, criteria::jsonb, 0.6 from pg_temp.seven returning 1) select count(*) from q$$);
analyze targets;
select pg_temp.take('change the threshold of one', $$
  with q as (update personas set threshold = 0.4 where name = 'Marketing leaders' returning 1) select count(*) from q$$);
select pg_temp.take('match everybody anew, nothing changes', $$
  select sum(entered + departed + rescored) from rematch('bbbbbbbb-0000-4000-8000-000000000001', null, null, 'repair')$$);
select pg_temp.take('insert 2,000 people', format('select pg_temp.arrive(%s + 1, %s + 2000)', :people, :people));
select pg_temp.take('change the title of 2,000 people', $$
  with q as (update persons set current_title = current_title || ' of Europe' where id <= 2000 returning 1) select count(*) from q$$);
\o
select what, round(milliseconds) as milliseconds, round(processor) as "of a processor", rows as "people or rows" from taken order by n;
\o /dev/null
rollback;
\o
