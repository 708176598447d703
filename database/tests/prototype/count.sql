-- The number of rows of every table and materialized view, of whatever schema and stage. One statement, so any client
-- can run it.
select
  n.nspname || '.' || c.relname as relation,
  (xpath('/row/n/text()', query_to_xml(
    format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, ''
  )))[1]::text::bigint as rows
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm')
  and n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname not like 'pg\_%'
order by n.nspname, c.relname;
