-- Every plpgsql function and trigger of schema app, read statement by statement by plpgsql_check: names that do not exist,
-- types that do not fit, unused variables, dead code, strings that a caller could inject, a volatility that is not true.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select plan(7);

create schema lint;

-- A trigger function is checked for each table that it serves.  One that serves insert, update and delete names both
-- transition tables in different branches, and all branches are checked at once; so it is given every name that any of its
-- triggers on that table declares.
create function lint.subjects() returns table (id oid, relation oid, old_table name, new_table name)
language sql stable as $$
  select p.oid, coalesce(t.tgrelid, 0), max(t.tgoldtable), max(t.tgnewtable)
  from pg_proc p
  join pg_language l on l.oid = p.prolang and l.lanname = 'plpgsql'
  left join pg_trigger t on t.tgfoid = p.oid and not t.tgisinternal
  where p.pronamespace = 'app'::regnamespace
  group by p.oid, t.tgrelid
$$;

create function lint.complaints() returns table (subject text, line integer, level text, message text, statement text)
language sql stable as $$
  select s.id::regprocedure || case when s.relation <> 0 then ' on ' || s.relation::regclass else '' end, c.lineno, c.level, c.message, c.query
  from lint.subjects() s
  cross join lateral plpgsql_check_function_tb(s.id::regprocedure, s.relation::regclass, fatal_errors => false, other_warnings => true,
    performance_warnings => true, extra_warnings => true, security_warnings => true, oldtable => s.old_table, newtable => s.new_table) c
  -- `return 0` of a function that returns bigint: a constant is turned once, and a cast would only be noise.
  where (c.level, c.message) <> ('performance', 'target type is different type than source type')
    -- `current_setting('role')`, `now()` and enum words in a statement: worked out once a call, which costs nothing.
    and (c.level, c.message) <> ('performance', 'immutable expression without parameters found')
$$;

select is_empty(
  $$ select s.id::regprocedure from lint.subjects() s join pg_proc p on p.oid = s.id where p.prorettype = 'trigger'::regtype and s.relation = 0 $$,
  'no trigger function is left without a trigger');
select is_empty($$ select * from lint.complaints() where level = 'error' $$, 'no function holds an error');
select is_empty($$ select * from lint.complaints() where level <> 'error' $$, 'no function holds anything to warn of');

create function lint.after_damage(body text) returns setof text
language plpgsql as $$
declare
  found text[];
begin
  execute format('create function app.stray(name text) returns bigint language plpgsql as %L', body);
  found := array(select distinct level || ': ' || message from lint.complaints() where subject like '%stray%' order by 1);
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return query select unnest(found);
end $$;
select set_has($$ select lint.after_damage('begin perform no_such_column from public.persons; return length(name); end') $$,
  $$ values ('error: column "no_such_column" does not exist') $$, 'a column that does not exist would be found');
select set_has($$ select lint.after_damage('declare n bigint; begin execute ''select count(*) from '' || name into n; return n; end') $$,
  $$ values ('security: text type variable is not sanitized') $$, 'a string that a caller could inject would be found');
select set_has($$ select lint.after_damage('declare other text; begin return length(name); end') $$,
  $$ values ('warning: unused variable "other"') $$, 'an unused variable would be found');
select set_has($$ select lint.after_damage('begin return length(name); end') $$,
  $$ values ('performance: routine is marked as VOLATILE, should be IMMUTABLE') $$, 'a volatility that is not true would be found');

select * from finish();
rollback;
