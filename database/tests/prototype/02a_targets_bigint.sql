-- The copy that takes persons.id for a bigint: no foreign key, so the targets of a deleted person stay.
create table targets (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  person_id bigint not null,
  persona_id uuid not null references personas (id) on delete cascade,
  match_score decimal(3, 2),
  match_criteria jsonb default '{}',
  is_active boolean default true,
  manually_added boolean default false,
  created_date timestamptz default now(),
  updated_date timestamptz default now()
);

-- Nothing keeps a pair of person and persona from being there twice.
create index idx_targets_person on targets (person_id);
create index idx_targets_persona on targets (persona_id);

create trigger trigger_targets_updated
before update on targets
for each row execute function set_updated_date();

alter table targets enable row level security;

create policy "Enable all for authenticated users" on targets
for all to authenticated using (true) with check (true);

grant select, insert, update, delete on targets to authenticated;
