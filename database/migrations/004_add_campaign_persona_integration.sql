-- Campaigns meet personas: a campaign's strategy, the logs that every change appends to, and the rollups that the fold
-- keeps from them.  app/metrics.sql says how and why it is exact.
\set ON_ERROR_STOP on
begin;
set transaction isolation level read committed, read write;
set local lock_timeout = '5s';
-- However long it takes, and nothing that a policy would leave out without a word.
set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0;
set local row_security = off;

alter table public.campaigns add column if not exists strategy_id uuid;
do $$
begin
  if not exists (select 1 from pg_constraint where conname = 'a_campaigns_strategy_exists' and conrelid = 'public.campaigns'::regclass) then
    alter table public.campaigns add constraint a_campaigns_strategy_exists
      foreign key (tenant_id, strategy_id) references public.campaign_strategies on delete no action;
  end if;
end $$;
create index if not exists campaigns_strategy on public.campaigns (tenant_id, strategy_id);

-- Whom a campaign is meant for, which is not whom it reaches.
create table if not exists public.campaign_personas (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  campaign_id integer not null,
  persona_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, campaign_id, persona_id),
  constraint a_campaign_meant_for_somebody_exists foreign key (tenant_id, campaign_id) references public.campaigns on delete cascade,
  constraint a_campaigns_persona_exists foreign key (tenant_id, persona_id) references public.personas on delete cascade
);
create index if not exists campaign_personas_persona on public.campaign_personas (tenant_id, persona_id);

-- One row a version, since a score must be explained by the weights that it was made with.  The newest version counts.
create table if not exists public.engagement_weights (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  version integer not null,
  likes integer not null default 1,
  reactions integer not null default 2,
  comments integer not null default 5,
  shares integer not null default 8,
  follows integer not null default 6,
  clicks integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, version),
  constraint weights_are_between_0_and_10000 check (least(likes, reactions, comments, shares, follows, clicks) >= 0
    and greatest(likes, reactions, comments, shares, follows, clicks) <= 10000)
);

------------------------------------------------------------------------------------------------ the logs
-- Append-only, no unique key, no foreign key, one index each: writing to them can make nobody wait.  Vacuumed by count,
-- since they are emptied all the time and never grow large.
create table if not exists public.engagement_deltas (
  tenant_id uuid not null, post_id integer not null, person_id integer not null, day date not null, kind "char" not null, n integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000000);
create table if not exists public.link_deltas (
  tenant_id uuid not null, campaign_id integer not null, post_id integer not null, n integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000000);
create table if not exists public.target_deltas (
  tenant_id uuid not null, persona_id uuid not null, person_id integer not null, n integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000000);
create index if not exists engagement_deltas_tenant on public.engagement_deltas (tenant_id);
create index if not exists link_deltas_tenant on public.link_deltas (tenant_id, post_id);
create index if not exists target_deltas_tenant on public.target_deltas (tenant_id, person_id);

-- One row a tenant, locked by its fold.  No role but the owner may change it, and hence lock it, so that nobody can keep another's
-- fold waiting.
create table if not exists public.fold_locks (
  tenant_id uuid primary key references public.tenants on delete cascade,
  folds bigint not null default 0
);

------------------------------------------------------------------------------------------------ the rollups
-- Written by the fold alone.  They name campaigns, personas and people without foreign keys: a deleted campaign's rows
-- come to zero through the logs like every other change, and app.sweep_rollups takes them away.
create table if not exists public.campaign_people (
  tenant_id uuid not null, campaign_id integer not null, person_id integer not null, first_day date not null,
  primary key (tenant_id, campaign_id, person_id)
);
create table if not exists public.campaign_daily (
  tenant_id uuid not null, campaign_id integer not null, day date not null,
  likes integer not null, reactions integer not null, comments integer not null, shares integer not null, follows integer not null,
  clicks integer not null, new_people integer not null,
  primary key (tenant_id, campaign_id, day)
) with (fillfactor = 50);
create table if not exists public.campaign_persona_daily (
  tenant_id uuid not null, campaign_id integer not null, persona_id uuid not null, day date not null,
  likes integer not null, reactions integer not null, comments integer not null, shares integer not null, follows integer not null,
  clicks integer not null, new_people integer not null,
  primary key (tenant_id, campaign_id, persona_id, day)
) with (fillfactor = 80);
create table if not exists public.campaign_persona_totals (
  tenant_id uuid not null, campaign_id integer not null, persona_id uuid not null,
  likes integer not null, reactions integer not null, comments integer not null, shares integer not null, follows integer not null,
  clicks integer not null, people integer not null,
  primary key (tenant_id, campaign_id, persona_id)
) with (fillfactor = 50);
-- Where there are engagements already, no fold will count what it has folded before.
insert into public.pending_work (task, reason)
select 'recount', 'rollups came later than the engagements that they count'
where (exists (select from public.engagements) or exists (select from public.targets))
  and (exists (select from unnest(array['people_sets', 'post_totals', 'post_persona_totals']) t where to_regclass('public.' || t) is null)
    or not exists (select from pg_attribute where attrelid = to_regclass('public.person_engagement') and attname = 'week_score'))
on conflict do nothing;
-- Sets of people, 2,048 bits a row: of whom each engaged with a campaign or on a day, or matches a persona.
create table if not exists public.people_sets (
  tenant_id uuid not null, kind "char" not null, key text not null, chunk integer not null, people bit(2048) not null,
  primary key (tenant_id, kind, key, chunk)
) with (fillfactor = 50);
create table if not exists public.post_totals (
  tenant_id uuid not null, post_id integer not null,
  likes integer not null, reactions integer not null, comments integer not null, shares integer not null, follows integer not null,
  clicks integer not null, people integer not null, targeted integer not null,
  primary key (tenant_id, post_id)
) with (fillfactor = 50);
create table if not exists public.post_persona_totals (
  tenant_id uuid not null, post_id integer not null, persona_id uuid not null, people integer not null,
  primary key (tenant_id, post_id, persona_id)
) with (fillfactor = 50);
create table if not exists public.persona_daily (
  tenant_id uuid not null, persona_id uuid not null, day date not null,
  likes integer not null, reactions integer not null, comments integer not null, shares integer not null, follows integer not null,
  clicks integer not null, people integer not null,
  primary key (tenant_id, persona_id, day)
) with (fillfactor = 50);
create table if not exists public.person_engagement (
  tenant_id uuid not null, person_id integer not null,
  likes integer not null, reactions integer not null, comments integer not null, shares integer not null, follows integer not null,
  clicks integer not null, first_day date, last_day date, days bigint not null default 0,
  week_score integer not null default 0,
  product_score integer generated always as (likes + 2 * reactions + 5 * comments + 8 * shares + 6 * follows + clicks) stored,
  primary key (tenant_id, person_id)
) with (fillfactor = 80);
alter table public.person_engagement
  add column if not exists first_day date,
  add column if not exists days bigint not null default 0,
  add column if not exists week_score integer not null default 0,
  add column if not exists product_score integer generated always as (likes + 2 * reactions + 5 * comments + 8 * shares + 6 * follows + clicks) stored;
create index if not exists person_engagement_score on public.person_engagement (tenant_id, product_score);
create index if not exists person_engagement_week on public.person_engagement (tenant_id, week_score, last_day);

\ir ../prototype/adopt_campaign_personas.sql
\ir ../comments/metrics.sql

commit;

\ir ../app.sql
