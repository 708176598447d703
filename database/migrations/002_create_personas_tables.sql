-- Personas, the people that match them, and the history of every match.
\set ON_ERROR_STOP on
begin;
set transaction isolation level read committed, read write;
set local lock_timeout = '5s';
-- However long it takes, and nothing that a policy would leave out without a word.
set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0;
set local row_security = off;

do $$
begin
  if to_regtype('public.target_event') is null then
    create type public.target_event as enum ('entered', 'left', 'score_changed', 'pinned', 'unpinned', 'excluded', 'readmitted');
  end if;
  if to_regtype('public.match_cause') is null then
    create type public.match_cause as enum
      ('person_added', 'person_changed', 'company_changed', 'persona_changed', 'engagement', 'window_moved', 'merge', 'manual', 'migration', 'repair');
  end if;
end $$;

create table if not exists public.personas (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint personas_have_a_name check (btrim(name) <> ''),
  description text,
  colour text not null default '#3b6fb6' constraint colours_are_hex check (colour ~ '^#[0-9a-f]{6}$'),
  criteria jsonb not null default '{}' constraint criteria_are_an_object check (jsonb_typeof(criteria) = 'object'),
  threshold numeric(3, 2) not null default 0.60 constraint thresholds_are_a_share check (threshold > 0 and threshold <= 1),
  is_active boolean not null default true,
  created_by text,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index if not exists personas_asking_for_engagement on public.personas (tenant_id, id) where is_active and criteria ? 'engagement';
create unique index if not exists personas_name on public.personas (tenant_id, lower(name));

create table if not exists public.targets (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  persona_id uuid not null,
  person_id integer not null,
  match_score numeric(3, 2) not null default 0 constraint scores_are_a_share check (match_score between 0 and 1),
  confidence numeric(3, 2) not null default 0 constraint match_confidence_is_a_share check (confidence between 0 and 1),
  receipt integer[] not null default '{}',
  is_active boolean not null default true,
  manually_added boolean not null default false,
  pinned boolean not null default false,
  excluded boolean not null default false,
  reason text,
  cause public.match_cause not null default 'manual',
  matched_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, persona_id, person_id),
  constraint a_targets_persona_exists foreign key (tenant_id, persona_id) references public.personas on delete cascade,
  constraint a_targets_person_exists foreign key (tenant_id, person_id) references public.persons on delete cascade,
  constraint a_target_is_pinned_or_excluded_not_both check (not (pinned and excluded)),
  constraint excluded_people_are_no_targets check (not (excluded and is_active))
);
create index if not exists targets_person on public.targets (tenant_id, person_id, persona_id) include (is_active);
create index if not exists targets_score on public.targets (tenant_id, persona_id, match_score desc) where is_active;

create table if not exists public.target_events (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id bigserial not null,
  persona_id uuid not null,
  person_id integer not null,
  event public.target_event not null,
  cause public.match_cause not null,
  score_before numeric(3, 2),
  score_after numeric(3, 2),
  receipt integer[],
  reason text,
  happened_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint an_events_persona_exists foreign key (tenant_id, persona_id) references public.personas on delete cascade,
  constraint an_events_person_exists foreign key (tenant_id, person_id) references public.persons on delete cascade
);
create index if not exists target_events_person on public.target_events (tenant_id, person_id, happened_at);
create index if not exists target_events_persona on public.target_events (tenant_id, persona_id, happened_at);

-- One row a tenant.  Whoever changes personas locks it exclusively, whoever matches people locks it shared: so no person
-- can slip between a persona's change and its re-match, and matchers never wait for each other.
create table if not exists public.matching_state (
  tenant_id uuid primary key references public.tenants on delete cascade,
  personas_version bigint not null default 0,
  windows_moved_on date,
  updated_at timestamptz not null default now()
);
insert into public.matching_state (tenant_id) select id from public.tenants order by id on conflict do nothing;

\ir ../prototype/adopt_personas.sql
\ir ../comments/personas.sql

commit;
