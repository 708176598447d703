-- Primary keys that somebody dropped or widened: the ids still tell the rows apart.
alter table engagements drop constraint engagements_person_id_fkey;
alter table persons drop constraint persons_pkey cascade;
alter table persons add primary key (linkedin_url);
alter table posts drop constraint posts_pkey cascade;
update posts set tenant_id = '00000000-0000-0000-0000-000000000001' where tenant_id is null;
alter table posts add primary key (id, tenant_id);
alter table companies drop constraint companies_pkey cascade;

-- after
select 'engagements find their people' as name, 0 as expected, count(*) as actual from public.migration_leftovers
where source_table in ('engagements', 'targets') and reason like 'The person % does not exist.' and source_table = 'engagements'
union all
select 'engagements', 1, (count(*) > 20)::int from public.engagements;
