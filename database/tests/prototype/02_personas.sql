-- The persona migration without `targets`, whose person_id differs between two copies of it (02a, 02b).

create table personas (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text not null,
  description text,
  icon_color text default '#3B82F6',
  title_keywords jsonb default '{"include": [], "exclude": []}',
  seniority_levels text[],
  company_criteria jsonb default '{}',
  engagement_criteria jsonb default '{}',
  is_active boolean default true,
  created_date timestamptz default now(),
  updated_date timestamptz default now(),
  created_by text
);

-- The second shape of audience segments. Where the first one exists this statement is skipped without a word.
create table if not exists audience_segments (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text not null,
  description text,
  linkedin_segment_id text,
  linkedin_account_id text,
  created_date timestamptz default now(),
  updated_date timestamptz default now()
);

-- This index stopped the migration where the first shape exists; its users deleted the line and went on. Catching the
-- error gives the same database.
do $$
begin
  create index idx_audience_segments_linkedin on audience_segments (linkedin_segment_id);
exception
  when undefined_column then
    null;
end
$$;

create function set_updated_date() returns trigger
language plpgsql as $$
begin
  new.updated_date := now();
  return new;
end
$$;

create trigger trigger_personas_updated
before update on personas
for each row execute function set_updated_date();

-- The policy lets every signed-in user see every tenant; beside a policy by tenant it would still open everything.
alter table personas enable row level security;

create policy "Enable all for authenticated users" on personas
for all to authenticated using (true) with check (true);

grant select, insert, update, delete on personas, audience_segments to authenticated;
