-- Takes the schema app away, to be created anew.  Objects of a user's own that stand on it would go with it, without a word:
-- so it stays where there are any.
set transaction isolation level read committed, read write;
set local client_min_messages = warning;
-- Matching and counting come after this, however long they take; and nothing is left out by a policy without a word.
set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0;
set local row_security = off;
do $$
begin
  -- Whoever is killed must not hold these locks until the server has done the work for nobody.
  perform set_config('client_connection_check_interval', '10s', true);
exception when others then null;  -- not every system can tell
end $$;
do $$
declare
  theirs text;
begin
  if to_regnamespace('app') is not null and coalesce(obj_description(to_regnamespace('app'), 'pg_namespace'), '') not like '%of Rapport%' then
    raise exception 'this database has a schema "app" that is not Rapport''s' using hint = 'Rapport replaces a schema of that name: rename yours first.';
  end if;
  select string_agg(distinct v.oid::regclass::text, ', ') into theirs
  from pg_depend d
  join pg_rewrite r on r.oid = d.objid and d.classid = 'pg_rewrite'::regclass
  join pg_class v on v.oid = r.ev_class
  left join pg_class c on d.refclassid = 'pg_class'::regclass and c.oid = d.refobjid
  left join pg_proc f on d.refclassid = 'pg_proc'::regclass and f.oid = d.refobjid
  where coalesce(c.relnamespace, f.pronamespace) = to_regnamespace('app') and v.relnamespace <> to_regnamespace('app')
    -- A view for the length of a session is nothing to keep; and anybody could keep every deploy away with one.
    and not exists (select from pg_namespace n where n.oid = v.relnamespace and n.nspname like 'pg\_temp\_%');
  if theirs is not null then
    raise exception 'views of your own stand on the schema app, which is to be replaced: %', theirs
      using hint = 'Keep their definitions (\d+ NAME in psql), drop them, run this again, and create them again.', errcode = 'dependent_objects_still_exist';
  end if;
  drop schema if exists app cascade;
end $$;
