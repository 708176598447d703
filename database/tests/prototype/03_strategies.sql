-- The strategy migration: strategies, the calendar, audiences to target, and connections.

create table campaign_strategies (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text not null,
  description text,
  strategy_type text,
  target_personas uuid[],
  target_segments text[],
  content_themes text[],
  content_mix jsonb,
  posting_frequency text,
  best_times jsonb,
  primary_kpi text,
  success_metrics jsonb,
  benchmark_metrics jsonb,
  budget_range jsonb,
  required_assets text[],
  duration_days integer,
  post_templates jsonb,
  example_campaigns jsonb,
  is_active boolean default true,
  created_date timestamptz default now(),
  updated_date timestamptz default now()
);

-- The pair belongs to whoever its persona belongs to, so the table has no tenant (04b adds one).
create table persona_strategies (
  persona_id uuid references personas (id) on delete cascade,
  strategy_id uuid references campaign_strategies (id) on delete cascade,
  relevance_score decimal(3, 2),
  notes text,
  created_date timestamptz default now(),
  primary key (persona_id, strategy_id)
);

create table content_calendar (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  title text,
  description text,
  scheduled_date timestamptz,
  status text default 'draft',
  content_type text,
  post_id integer references posts (id),
  campaign_id integer references campaigns (id),
  strategy_id uuid references campaign_strategies (id),
  is_paid boolean default false,
  budget decimal(10, 2),
  notes text,
  created_date timestamptz default now(),
  updated_date timestamptz default now()
);

-- Posts and the calendar point at each other, and neither side keeps the other in step.
alter table posts
  add column scheduled_date timestamptz,
  add column campaign_strategy text,
  add column content_calendar_id uuid references content_calendar (id);

create table custom_audiences (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text not null,
  description text,
  companies text[],
  job_titles text[],
  job_functions text[],
  seniority_levels text[],
  industries text[],
  company_sizes text[],
  locations text[],
  skills text[],
  estimated_reach integer,
  created_date timestamptz default now(),
  updated_date timestamptz default now()
);

create table linkedin_connections (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text not null,
  connection_type varchar(50),
  account_name text,
  encrypted_cookies text,
  api_token text,
  status varchar(20) default 'active',
  last_validated timestamptz,
  last_api_call timestamptz,
  daily_api_calls integer default 0,
  api_call_limit integer default 100,
  is_active boolean default true,
  created_date timestamptz default now(),
  updated_date timestamptz default now()
);

-- The credentials of every tenant are readable by every signed-in user.
alter table linkedin_connections enable row level security;

create policy "Enable all for authenticated users" on linkedin_connections
for all to authenticated using (true) with check (true);

grant select, insert, update, delete on
  campaign_strategies, persona_strategies, content_calendar, custom_audiences, linkedin_connections
to authenticated;
