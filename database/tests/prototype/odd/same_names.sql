-- Names that are one under our rules, and the very names that would tell them apart.
insert into tenants (id, name) values
  ('be000000-0000-4000-8000-000000000001', 'Beta'), ('be000000-0000-4000-8000-000000000002', 'beta'), ('be000000-0000-4000-8000-000000000003', 'beta 2'),
  ('be000000-0000-4000-8000-000000000004', ' '), ('be000000-0000-4000-8000-000000000005', 'DEFAULT');
insert into campaigns (id, name) values (901, 'A'), (903, 'A'), (902, 'A (2)'), (904, 'A (903)'), (905, 'a'), (906, 'A (3)');
insert into linkedin_connections (name) values ('Cookies of the prototype'), ('Cookies of the prototype (3)');

-- after
select 'tenants' as name, 5 as expected, count(distinct slug) as actual from public.tenants where id::text like 'be%'
union all
select 'campaigns', 6, count(distinct lower(name)) from public.campaigns where id between 901 and 906
union all
select 'the oldest keeps its name', 1, count(*) from public.campaigns where id = 901 and name = 'A';
