-- Stamps: updated_at of every table that has one.

create function app.tg_stamp__updated_at() returns trigger
language plpgsql volatile as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;
comment on function app.tg_stamp__updated_at is 'Trigger: stamps updated_at.';

do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'updated_at' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname in (select unnest(app.own_tables()))
    order by c.relname
  loop
    -- Only a row that really changes is stamped: an import that brings nothing new leaves no trace.
    execute format('create trigger _100_stamp before update on %s for each row when (old.* is distinct from new.*) execute function app.tg_stamp__updated_at()', t.name);
  end loop;
end $$;
