-- Newer Supabase projects keep extensions in a schema of their own, which is on the search path of the database.
-- The extension is made anew, because an owner who is no superuser may not move the functions of a trusted extension.
drop extension "uuid-ossp";

create schema extensions;

create extension "uuid-ossp" with schema extensions;

grant usage on schema extensions to authenticated;

do $$
begin
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end
$$;

-- The setting of the database reaches new sessions only; this session may be the one that loads the next file.
set search_path = "$user", public, extensions;
