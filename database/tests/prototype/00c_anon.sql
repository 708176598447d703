-- Most Supabase projects also have `anon`, and everything that is created later is open to both roles.
do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
exception
  when duplicate_object or unique_violation then
    null;
end
$$;

grant usage on schema public to anon;

-- An upgrade that creates tables here hands them to both roles unless it revokes what these defaults grant.
alter default privileges in schema public grant all on tables to anon, authenticated;
alter default privileges in schema public grant all on sequences to anon, authenticated;
alter default privileges in schema public grant execute on functions to anon, authenticated;
