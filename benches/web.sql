-- What `rapport bench web` adds to the demo's first tenant, step by step: people and companies like those of the demo, and campaigns
-- in which they engage.  How many there are to be in the end stands in bench.people and bench.engagements.

--- companies
insert into companies (name, industry, industry_code, size_band, country, location)
select name || ' ' || i, industry, industry_code, size_band, country, location
from (select *, row_number() over (order by id) as n, count(*) over () as all_of_them from companies) c,
  generate_series(1, current_setting('bench.people')::integer / 15) i
where c.n = 1 + i % c.all_of_them;

--- people
create temporary table firm as select row_number() over (order by id) - 1 as n, id, name from companies;
create temporary table somebody as select row_number() over (order by id) - 1 as n, p.* from persons p;
analyze firm, somebody;
insert into persons (name, first_name, last_name, headline, current_title, current_company, company_id, seniority, functions, facts_from,
  headline_confidence, headline_version, location, country, linkedin_url, source, first_seen, last_seen)
select s.name || l.letters, s.first_name, s.last_name || l.letters, s.headline, s.current_title, f.name, f.id, s.seniority, s.functions, s.facts_from,
  s.headline_confidence, s.headline_version, s.location, s.country, 'https://www.linkedin.com/in/somebody-' || i.i, 'sample', s.first_seen, s.last_seen
from (
  select i, i % (select count(*) from somebody) as like_whom, floor(power(random(), 2) * (select count(*) from firm))::bigint as works_at
  from generate_series(1, current_setting('bench.people')::integer - (select count(*) from persons)) i) i
join somebody s on s.n = i.like_whom
join firm f on f.n = i.works_at
-- No name has a number in it.
cross join lateral (select translate(i.i::text, '0123456789', 'aeioulmnrs') as letters) l
order by i.i;

--- campaigns and posts
insert into campaigns (name, type, status, objective, strategy_id, start_date, budget, currency)
select 'Series ' || i, 'organic', 'active', 'engagement', (select id from campaign_strategies order by md5(id::text || i) limit 1), current_date - 120, 1000 * i, 'EUR'
from generate_series(1, 40) i;
insert into posts (title, url, content_type, posted_at, posted_at_basis, impressions, source)
select 'Post ' || i, 'https://www.linkedin.com/posts/bench-' || i, (enum_range(null::content_type))[1 + i % cardinality(enum_range(null::content_type))],
  now() - i * interval '3 hours', 'exact', 1000 + floor(random() * 50000), 'sample'
from generate_series(1, 960) i;
insert into campaign_posts (campaign_id, post_id)
select c.ids[1 + (p.n * turn)::integer % cardinality(c.ids)], p.id
from (select array_agg(id order by id) as ids from campaigns) c,
  (select id, row_number() over (order by id) as n from posts where title like 'Post %') p, generate_series(1, 2) turn
where p.n % 10 > 0 and (turn = 1 or p.n % 5 = 1)
on conflict do nothing;

--- engagements
create temporary table liked as select row_number() over (order by posted_at desc) - 1 as n, id, posted_at from posts where posted_at is not null;
create temporary table liker as select row_number() over (order by md5(id::text)) - 1 as n, id from persons;
analyze liked, liker;
insert into engagements (post_id, person_id, engagement_type, reaction_type, comment_id, comment_text, engaged_at, time_basis, source)
select l.id, w.id, d.type, case when d.type = 'reaction' then 'like'::reaction_type end, case when d.type = 'comment' then 'bench-' || d.i end,
  case when d.type = 'comment' then 'A word about this.' end, l.posted_at + power(d.late, 3) * least(interval '20 days', now() - l.posted_at), 'exact', 'sample'
from (
  select i, (case when kind < 0.93 then 'reaction' when kind < 0.98 then 'comment' else 'share' end)::engagement_type as type, late,
    floor(power(post, 1.2) * (select count(*) from liked))::bigint as post, floor(power(person, 1.3) * (select count(*) from liker))::bigint as person
  from (
    select i, random() as kind, random() as late, random() as post, random() as person
    from generate_series(1, (current_setting('bench.engagements')::integer - (select count(*) from engagements)) * 103 / 100) i) r) d
join liked l on l.n = d.post
join liker w on w.n = d.person
on conflict do nothing;

--- folds
reset role;
select app.fold_engagements();
