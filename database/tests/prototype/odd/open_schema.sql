-- What databases made before PostgreSQL 15 have, and a table of the user's own that refers to one of the prototype's.
grant create on schema public to public;
create table my_notes (id serial primary key, person_id integer references persons (id));

-- after
select 'nobody but the owner creates things in front of app' as name, 0 as expected, count(*) as actual
from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0 and a.privilege_type = 'CREATE'
union all
select 'it is in the report', 1, count(*) from public.migration_report where source_table = '(schema public)' and detail like '%taken away%'
union all
select 'so is the constraint of the user''s own table', 1, count(*) from public.migration_report where source_table = 'your my_notes' and detail like '%my_notes_person_id_fkey%';
