-- Campaign strategies, the calendar and LinkedIn audiences.  (The conflict that the name speaks of: the prototype created
-- audience_segments twice, in two shapes; schema.sql holds the one table, and the rows of both shapes are in it.)
\set ON_ERROR_STOP on
begin;
set transaction isolation level read committed, read write;
set local lock_timeout = '5s';
-- However long it takes, and nothing that a policy would leave out without a word.
set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0;
set local row_security = off;

create table if not exists public.campaign_strategies (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint strategies_have_a_name check (btrim(name) <> ''),
  description text,
  type public.strategy_type not null,
  objective public.campaign_objective,
  audience_seniorities public.seniority[] not null default '{}',
  audience_functions public.job_function[] not null default '{}',
  audience_segment_ids text[] not null default '{}',
  content_themes text[] not null default '{}',
  content_mix jsonb not null default '{}' constraint content_mixes_are_objects check (jsonb_typeof(content_mix) = 'object'),
  posts_per_week numeric(4, 1) constraint posting_is_not_negative check (posts_per_week >= 0),
  best_times text[] not null default '{}',
  primary_kpi public.kpi not null default 'engagement_rate',
  success_metrics text[] not null default '{}',
  benchmark_low numeric(14, 4),
  benchmark_high numeric(14, 4),
  benchmark_source text,
  budget_min numeric(14, 2) constraint smallest_budgets_are_not_negative check (budget_min >= 0),
  budget_max numeric(14, 2),
  currency text not null default 'USD' constraint strategy_currencies_have_three_capital_letters check (currency ~ '^[A-Z]{3}$'),
  duration_weeks integer constraint durations_are_positive check (duration_weeks > 0),
  required_assets text[] not null default '{}',
  post_templates text[] not null default '{}',
  examples text[] not null default '{}',
  is_template boolean not null default false,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint benchmarks_go_from_low_to_high check (benchmark_high >= benchmark_low),
  constraint budgets_go_from_low_to_high check (budget_max >= budget_min)
);
create unique index if not exists campaign_strategies_name on public.campaign_strategies (tenant_id, lower(name));

create table if not exists public.persona_strategies (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  persona_id uuid not null,
  strategy_id uuid not null,
  relevance_score numeric(3, 2) not null constraint relevance_is_a_share check (relevance_score between 0 and 1),
  notes text,
  set_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, persona_id, strategy_id),
  constraint a_rated_persona_exists foreign key (tenant_id, persona_id) references public.personas on delete cascade,
  constraint a_rated_strategy_exists foreign key (tenant_id, strategy_id) references public.campaign_strategies on delete cascade
);
create index if not exists persona_strategies_strategy on public.persona_strategies (tenant_id, strategy_id);

create table if not exists public.content_calendar (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  campaign_id integer,
  post_id integer,
  strategy_id uuid,
  strategy_slot text,
  title text not null constraint calendar_entries_have_a_title check (btrim(title) <> ''),
  description text,
  scheduled_at timestamptz not null,
  status public.calendar_status not null default 'draft',
  content_type public.content_type not null default 'other',
  is_paid boolean not null default false,
  budget numeric(14, 2) constraint entry_budgets_are_not_negative check (budget >= 0),
  notes text,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint an_entrys_campaign_exists foreign key (tenant_id, campaign_id) references public.campaigns on delete cascade,
  constraint an_entrys_post_exists foreign key (tenant_id, post_id) references public.posts on delete no action,
  constraint an_entrys_strategy_exists foreign key (tenant_id, strategy_id) references public.campaign_strategies on delete no action
);
create index if not exists content_calendar_scheduled on public.content_calendar (tenant_id, scheduled_at);
create index if not exists content_calendar_campaign on public.content_calendar (tenant_id, campaign_id);
create index if not exists content_calendar_post on public.content_calendar (tenant_id, post_id);
create index if not exists content_calendar_strategy on public.content_calendar (tenant_id, strategy_id);

create table if not exists public.custom_audiences (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint audiences_have_a_name check (btrim(name) <> ''),
  description text,
  targeting jsonb not null default '{}' constraint targeting_is_an_object check (jsonb_typeof(targeting) = 'object'),
  estimated_reach bigint constraint reach_is_not_negative check (estimated_reach >= 0),
  linkedin_audience_id text,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists custom_audiences_name on public.custom_audiences (tenant_id, lower(name));

\ir ../prototype/adopt_strategies.sql
\ir ../comments/strategies.sql

commit;
