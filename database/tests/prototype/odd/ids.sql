-- variant: strategies_text_bigint
-- Ids past what an integer holds, or at its end, and rows that refer to them.
alter table campaigns alter id type bigint;
alter table posts alter campaign_id type bigint;
alter table persons alter id type bigint;
alter table engagements alter person_id type bigint;
alter table engagements disable trigger user;
alter table persons disable trigger user;
insert into campaigns (id, name) values (3000000000, 'Big');
insert into posts (id, url, campaign_id) values (901, 'https://example.com/901', 3000000000);
insert into companies (id, name) values (2147483647, 'Max Co');
insert into persons (id, linkedin_url, name, company_id) values (3000000000, 'https://www.linkedin.com/in/big-3000000000', 'Big', 2147483647);
insert into engagements (id, post_id, person_id, engagement_type) values (901, 901, 3000000000, 'share'), (-7, 901, 1, 'share');

-- after
select 'the big campaign has its post' as name, 1 as expected, count(*) as actual
from public.campaigns c join public.campaign_posts l on l.campaign_id = c.id where c.name = 'Big' and c.extra ->> 'id' = '3000000000' and l.post_id = 901
union all
select 'the big person has the engagement and the company', 1, count(*) from public.persons p
join public.engagements e on e.person_id = p.id join public.companies c on c.id = p.company_id where p.name = 'Big' and c.name = 'Max Co' and e.id = 901
union all
select 'there is room for new ids', 3, (nextval('public.campaigns_id_seq') between 1 and 2000000000)::int + (nextval('public.persons_id_seq') between 1 and 2000000000)::int
  + (nextval(pg_get_serial_sequence('public.companies', 'id')) between 1 and 2000000000)::int;
