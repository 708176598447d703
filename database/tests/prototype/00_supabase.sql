-- What a Supabase server has before the prototype's own files run.
-- Roles belong to the whole cluster and tests load many databases of one cluster at once, so another session may
-- create the role between the look and the creation: that race ends in one of the two errors caught here.
do $$
begin
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
exception
  when duplicate_object or unique_violation then
    null;
end
$$;

create extension if not exists "uuid-ossp" with schema public;

grant usage on schema public to authenticated;
