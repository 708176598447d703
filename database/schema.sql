-- Version 1 of Rapport's database: tenants, people, companies, posts, engagements, campaigns, ads, imports, jobs and the
-- service's own tables.  Then come migrations/002, 003 and 004, in order; the last of them loads app.sql (functions,
-- triggers, views, policies).  By hand, on PostgreSQL 15 or newer:
--
--   psql $DATABASE_URL -f database/schema.sql
--   psql $DATABASE_URL -f database/migrations/002_create_personas_tables.sql
--   psql $DATABASE_URL -f database/migrations/003_fix_table_conflicts_and_add_strategies.sql
--   psql $DATABASE_URL -f database/migrations/004_add_campaign_persona_integration.sql
--
-- or `rapport migrate`, which runs the same files in one transaction.  Running any of them again changes nothing, but keeps
-- writers waiting for a moment.
-- A database that the Supabase prototype left behind is recognised and adopted: prototype/ says how.
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
  if current_setting('server_version_num')::int < 150000 then
    raise exception 'Rapport needs PostgreSQL 15 or newer; this server is %', current_setting('server_version');
  end if;
end $$;

\ir prototype/set_aside.sql

------------------------------------------------------------------------------------------------ closed vocabularies
-- Enums, since they are four bytes in the widest tables, sort in the order of the field (seniority) and refuse a typing
-- mistake with the list of what is allowed.  `create type` has no `if not exists`, hence the loop.
do $$
declare
  vocabulary record;
begin
  for vocabulary in
    select * from (values
      ('engagement_type', array['reaction', 'comment', 'share', 'follow', 'click']),
      ('reaction_type', array['like', 'praise', 'empathy', 'interest', 'appreciation', 'entertainment', 'maybe', 'other']),
      ('time_basis', array['exact', 'derived', 'first_seen']),
      ('data_source', array['file', 'api', 'scrape', 'webhook', 'manual', 'prototype', 'sample']),
      ('fact_source', array['headline', 'connection', 'profile', 'manual']),
      ('identity_kind', array['member_id', 'slug', 'email', 'sales_nav_id']),
      ('seniority', array['unpaid', 'training', 'entry', 'individual', 'senior', 'manager', 'director', 'vp', 'cxo', 'partner', 'owner']),
      ('job_function', array['accounting', 'administrative', 'arts_and_design', 'business_development',
        'community_and_social_services', 'consulting', 'education', 'engineering', 'entrepreneurship', 'finance',
        'healthcare_services', 'human_resources', 'information_technology', 'legal', 'marketing', 'media_and_communication',
        'military_and_protective_services', 'operations', 'product_management', 'program_and_project_management', 'purchasing',
        'quality_assurance', 'real_estate', 'research', 'sales', 'customer_success_and_support']),
      ('size_band', array['1', '2-10', '11-50', '51-200', '201-500', '501-1000', '1001-5000', '5001-10000', '10001+']),
      ('lead_status', array['new', 'contacted', 'engaged', 'qualified', 'customer', 'disqualified']),
      ('enrichment_status', array['never', 'pending', 'enriched', 'missed', 'failed']),
      ('person_event', array['moved_company', 'new_title', 'new_headline', 'moved_place', 'renamed', 'merged']),
      ('content_type', array['text', 'image', 'carousel', 'document', 'video', 'poll', 'article', 'event', 'other']),
      ('campaign_status', array['draft', 'active', 'paused', 'completed', 'archived', 'cancelled']),
      ('campaign_type', array['organic', 'sponsored_content', 'message_ads', 'text_ads', 'dynamic_ads', 'mixed']),
      ('campaign_objective', array['brand_awareness', 'website_visits', 'engagement', 'video_views', 'lead_generation',
        'website_conversions', 'job_applicants', 'talent_leads']),
      ('strategy_type', array['awareness', 'engagement', 'conversion', 'retention']),
      ('kpi', array['impressions', 'engagements', 'engagement_rate', 'unique_engagers', 'targeted_engagers', 'targeting_accuracy',
        'comments', 'shares', 'clicks', 'click_through_rate', 'cost_per_click', 'cost_per_engagement']),
      ('demographic_section', array['company', 'industry', 'company_size', 'country_region', 'location', 'seniority', 'job_title',
        'job_function', 'county']),
      ('import_kind', array['reactions', 'comments', 'posts', 'connections', 'ad_performance', 'demographics', 'profiles', 'companies', 'prototype']),
      ('import_state', array['running', 'interrupted', 'completed', 'failed', 'undone']),
      ('connection_type', array['personal', 'company_page', 'campaign_manager', 'apify']),
      ('connection_status', array['unverified', 'valid', 'expiring', 'expired', 'revoked', 'blocked', 'invalid']),
      ('job_kind', array['reactions', 'comments', 'posts', 'profile', 'company', 'followers', 'apify_run', 'enrichment', 'validation', 'sync', 'mail', 'import']),
      ('upload_content', array['file', 'rejects', 'reasons']),
      ('job_state', array['pending', 'running', 'completed', 'failed', 'dead', 'cancelled', 'parked']),
      ('calendar_status', array['draft', 'scheduled', 'published', 'cancelled']),
      ('member_role', array['owner', 'editor', 'viewer', 'client']),
      ('list_page', array['people', 'companies', 'campaigns', 'strategies']),
      ('api_scope', array['read', 'write', 'ingest', 'audit']),
      ('link_purpose', array['set_up', 'set_password', 'sign_in']),
      ('action_state', array['open', 'done', 'dismissed']),
      ('delivery_state', array['pending', 'delivered', 'failed', 'dead']),
      ('webhook_kind', array['linkedin', 'apify', 'generic']),
      ('endpoint_event', array['person.entered', 'person.left', 'import.finished', 'job.failed', 'connection.needs_attention', 'alert.raised', 'endpoint.test']),
      ('alert_kind', array['connection', 'budget', 'job', 'webhook'])) v(name, words)
  loop
    if to_regtype('public.' || vocabulary.name) is null then
      execute format('create type public.%I as enum (%s)', vocabulary.name,
        (select string_agg(quote_literal(word), ', ' order by place) from unnest(vocabulary.words) with ordinality w(word, place)));
    end if;
  end loop;
end $$;

------------------------------------------------------------------------------------------------ reference tables (global)
create table if not exists public.industries (
  code integer primary key,
  label text not null,
  path text[] not null,
  is_active boolean not null
);
create table if not exists public.countries (
  code text primary key constraint country_codes_have_two_capital_letters check (code ~ '^[A-Z]{2}$'),
  name text not null,
  region text,
  sub_region text,
  aliases text[] not null default '{}'
);

\ir reference.sql

------------------------------------------------------------------------------------------------ tenants
create table if not exists public.tenants (
  id uuid primary key default gen_random_uuid(),
  slug text not null constraint tenant_slugs_are_lower_case_words check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null constraint tenants_have_a_name check (btrim(name) <> ''),
  time_zone text not null default 'UTC' constraint time_zones_exist check ((timestamptz '2000-01-01 00:00Z' at time zone time_zone) is not null),
  currency text not null default 'USD' constraint currencies_have_three_capital_letters check (currency ~ '^[A-Z]{3}$'),
  people_kept_months smallint constraint people_are_kept_for_a_month_to_ten_years check (people_kept_months between 1 and 120),
  seeded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index if not exists tenants_slug on public.tenants (slug);
insert into public.tenants (id, slug, name) values ('00000000-0000-0000-0000-000000000001', 'default', 'Default')
  on conflict do nothing;

------------------------------------------------------------------------------------------------ companies and people
create table if not exists public.companies (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id serial not null,
  name text not null constraint companies_have_a_name check (btrim(name) <> ''),
  name_key text not null,
  linkedin_id text,
  linkedin_slug text,
  linkedin_url text,
  domain text,
  industry text,
  industry_code integer references public.industries on delete no action,
  size_band public.size_band,
  location text,
  country text constraint company_countries_have_two_capital_letters check (country ~ '^[A-Z]{2}$'),
  facts_seen_at timestamptz,
  facts_source public.data_source,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists companies_linkedin_id on public.companies (tenant_id, linkedin_id) where linkedin_id is not null;
create unique index if not exists companies_linkedin_slug on public.companies (tenant_id, linkedin_slug) where linkedin_slug is not null;
create unique index if not exists companies_known_by_name_only on public.companies (tenant_id, name_key)
  where linkedin_id is null and linkedin_slug is null;
create index if not exists companies_name_key on public.companies (tenant_id, name_key);
create index if not exists companies_industry_code on public.companies (tenant_id, industry_code);

create table if not exists public.persons (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id serial not null,
  name text not null constraint people_have_a_name check (btrim(name) <> ''),
  first_name text,
  last_name text,
  headline text,
  current_title text,
  current_company text,
  company_id integer,
  seniority public.seniority,
  functions public.job_function[] not null default '{}',
  facts_from public.fact_source,
  headline_confidence real constraint confidence_is_a_share check (headline_confidence between 0 and 1),
  headline_version integer,
  headline_seen_at timestamptz,
  facts_seen_at timestamptz,
  title_override text,
  company_override text,
  linkedin_url text,
  email text,
  picture_url text,
  location text,
  country text constraint person_countries_have_two_capital_letters check (country ~ '^[A-Z]{2}$'),
  about text,
  experience jsonb,
  education jsonb,
  skills jsonb,
  connection_degree smallint constraint degrees_are_1_2_or_3 check (connection_degree between 1 and 3),
  connected_on date,
  is_follower boolean,
  follower_since date,
  lead_status public.lead_status,
  is_notable boolean not null default false,
  notable_reason text,
  owner text,
  tags text[] not null default '{}',
  notes text,
  enrichment_status public.enrichment_status not null default 'never',
  enrichment_source text,
  enrichment_attempted_at timestamptz,
  enriched_at timestamptz,
  enrichment_misses smallint not null default 0 constraint misses_are_counted check (enrichment_misses >= 0),
  enrichment_failures smallint not null default 0 constraint failures_are_counted check (enrichment_failures >= 0),
  extra jsonb not null default '{}',
  folded text not null default '',
  source public.data_source not null default 'manual',
  import_id uuid,
  first_seen timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_persons_company_exists foreign key (tenant_id, company_id) references public.companies on delete no action
);
create index if not exists persons_company on public.persons (tenant_id, company_id) include (id);
create index if not exists persons_unread on public.persons (tenant_id, id) where headline is not null and headline_version is null;
create index if not exists persons_overridden on public.persons (tenant_id, id) where company_override <> '';
create index if not exists persons_labelled on public.persons (tenant_id, id) include (owner, tags) where owner <> '' or tags <> '{}';
create index if not exists persons_last_seen on public.persons (tenant_id, last_seen desc);
-- A person's row is wide, and this is read in its place by whoever looks for people, or puts them in the order of their names.
create index if not exists persons_folded on public.persons (tenant_id, folded, id);

create table if not exists public.person_identities (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  kind public.identity_kind not null,
  value text not null constraint identities_are_not_empty check (value <> ''),
  person_id integer not null,
  source public.data_source not null default 'manual',
  created_at timestamptz not null default now(),
  primary key (tenant_id, value, kind),
  constraint an_identitys_person_exists foreign key (tenant_id, person_id) references public.persons on delete cascade,
  constraint slugs_and_emails_are_lower_case check (kind not in ('slug', 'email') or value = lower(value))
);
create index if not exists person_identities_person on public.person_identities (tenant_id, person_id);

-- What changed about somebody from one known value to another.  A first value is no change.
create table if not exists public.person_events (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id bigserial not null,
  person_id integer not null,
  kind public.person_event not null,
  old_value text,
  new_value text,
  source public.data_source not null default 'manual',
  import_id uuid,
  happened_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_person_events_person_exists foreign key (tenant_id, person_id) references public.persons on delete cascade
);
create index if not exists person_events_person on public.person_events (tenant_id, person_id, happened_at);
create index if not exists person_events_happened on public.person_events (tenant_id, happened_at desc);

------------------------------------------------------------------------------------------------ campaigns, posts, ads
create table if not exists public.campaign_groups (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id serial not null,
  name text not null constraint campaign_groups_have_a_name check (btrim(name) <> ''),
  client_name text,
  status public.campaign_status not null default 'active',
  budget numeric(14, 2) constraint group_budgets_are_not_negative check (budget >= 0),
  currency text constraint group_currencies_have_three_capital_letters check (currency ~ '^[A-Z]{3}$'),
  start_date date,
  end_date date,
  linkedin_group_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint groups_end_after_they_start check (end_date >= start_date)
);
create unique index if not exists campaign_groups_linkedin_id on public.campaign_groups (tenant_id, linkedin_group_id) where linkedin_group_id is not null;
create unique index if not exists campaign_groups_known_by_name_only on public.campaign_groups (tenant_id, lower(name)) where linkedin_group_id is null;

create table if not exists public.campaigns (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id serial not null,
  campaign_group_id integer,
  name text not null constraint campaigns_have_a_name check (btrim(name) <> ''),
  description text,
  status public.campaign_status not null default 'active',
  type public.campaign_type not null default 'organic',
  objective public.campaign_objective,
  objective_label text,
  start_date date,
  end_date date,
  budget numeric(14, 2) constraint campaign_budgets_are_not_negative check (budget >= 0),
  currency text constraint campaign_currencies_have_three_capital_letters check (currency ~ '^[A-Z]{3}$'),
  kpi_target numeric(14, 4),
  linkedin_campaign_id text,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_campaigns_group_exists foreign key (tenant_id, campaign_group_id) references public.campaign_groups on delete no action,
  constraint campaigns_end_after_they_start check (end_date >= start_date)
);
create unique index if not exists campaigns_linkedin_id on public.campaigns (tenant_id, linkedin_campaign_id) where linkedin_campaign_id is not null;
create unique index if not exists campaigns_known_by_name_only on public.campaigns (tenant_id, lower(name)) where linkedin_campaign_id is null;
create index if not exists campaigns_group on public.campaigns (tenant_id, campaign_group_id);

create table if not exists public.audience_segments (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id text not null default gen_random_uuid()::text,
  name text not null constraint segments_have_a_name check (btrim(name) <> ''),
  description text,
  rule jsonb not null default '{}' constraint segment_rules_are_objects check (jsonb_typeof(rule) = 'object'),
  linkedin_segment_id text,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists audience_segments_name on public.audience_segments (tenant_id, lower(name));

create table if not exists public.posts (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id serial not null,
  url text,
  activity_id bigint,
  share_id bigint,
  ugc_post_id bigint,
  title text,
  text text,
  author text,
  content_type public.content_type not null default 'other',
  posted_at timestamptz,
  posted_at_basis public.time_basis,
  is_paid boolean not null default false,
  impressions bigint constraint impressions_are_plausible check (impressions between 0 and 1000000000000),
  views bigint constraint views_are_plausible check (views between 0 and 1000000000000),
  clicks bigint constraint clicks_are_plausible check (clicks between 0 and 1000000000000),
  reactions bigint constraint reactions_are_plausible check (reactions between 0 and 1000000000000),
  comments bigint constraint comments_are_plausible check (comments between 0 and 1000000000000),
  shares bigint constraint shares_are_plausible check (shares between 0 and 1000000000000),
  counters_at timestamptz,
  counters_source public.data_source,
  counters_import_id uuid,
  audience text,
  notes text,
  extra jsonb not null default '{}',
  source public.data_source not null default 'manual',
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists posts_url on public.posts (tenant_id, url) where url is not null;
create unique index if not exists posts_activity on public.posts (tenant_id, activity_id) where activity_id is not null;
create unique index if not exists posts_share on public.posts (tenant_id, share_id) where share_id is not null;
create unique index if not exists posts_ugc_post on public.posts (tenant_id, ugc_post_id) where ugc_post_id is not null;
create index if not exists posts_posted_at on public.posts (tenant_id, posted_at desc);

-- Which exports are of which post, where the file itself does not say.
create table if not exists public.post_files (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  file_name text not null constraint names_of_files_have_1_to_255_characters check (char_length(file_name) between 1 and 255),
  post_id integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, file_name),
  constraint a_files_post_exists foreign key (tenant_id, post_id) references public.posts on delete cascade
);
create index if not exists post_files_post on public.post_files (tenant_id, post_id);

create table if not exists public.campaign_posts (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  campaign_id integer not null,
  post_id integer not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, campaign_id, post_id),
  constraint a_linked_campaign_exists foreign key (tenant_id, campaign_id) references public.campaigns on delete cascade,
  constraint a_linked_post_exists foreign key (tenant_id, post_id) references public.posts on delete cascade
);
create index if not exists campaign_posts_post on public.campaign_posts (tenant_id, post_id, campaign_id);

create table if not exists public.post_metrics_daily (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  post_id integer not null,
  day date not null,
  impressions bigint,
  unique_impressions bigint,
  views bigint,
  clicks bigint,
  source public.data_source not null default 'file',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, post_id, day),
  constraint a_measured_post_exists foreign key (tenant_id, post_id) references public.posts on delete cascade
);

-- What LinkedIn's own interfaces say of pages.  LinkedIn allows to keep it for a time, which each row names.
create table if not exists public.pages (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  organization_id text not null,
  name text not null constraint pages_have_a_name check (btrim(name) <> ''),
  slug text,
  followers bigint,
  followers_at timestamptz,
  import_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, organization_id)
);

create table if not exists public.page_metrics_daily (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  organization_id text not null,
  day date not null,
  impressions bigint,
  unique_impressions bigint,
  clicks bigint,
  reactions bigint,
  comments bigint,
  shares bigint,
  organic_followers_gained bigint,
  paid_followers_gained bigint,
  import_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, organization_id, day),
  constraint a_measured_page_exists foreign key (tenant_id, organization_id) references public.pages on delete cascade
);

create table if not exists public.page_comments (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  comment_id text not null,
  post_id integer not null,
  actor_urn text not null,
  text text,
  commented_at timestamptz not null,
  import_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, comment_id),
  constraint a_commented_post_exists foreign key (tenant_id, post_id) references public.posts on delete cascade
);
create index if not exists page_comments_post on public.page_comments (tenant_id, post_id);
create index if not exists page_comments_commented on public.page_comments (tenant_id, commented_at desc);

create table if not exists public.ads (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id serial not null,
  campaign_id integer not null,
  post_id integer,
  audience_segment_id text,
  name text not null constraint ads_have_a_name check (btrim(name) <> ''),
  status public.campaign_status not null default 'active',
  linkedin_ad_id text,
  headline text,
  introduction text,
  click_url text,
  start_date date,
  end_date date,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint an_ads_campaign_exists foreign key (tenant_id, campaign_id) references public.campaigns on delete cascade,
  constraint an_ads_post_exists foreign key (tenant_id, post_id) references public.posts on delete no action,
  constraint an_ads_segment_exists foreign key (tenant_id, audience_segment_id) references public.audience_segments on delete no action
);
create unique index if not exists ads_linkedin_id on public.ads (tenant_id, linkedin_ad_id) where linkedin_ad_id is not null;
create index if not exists ads_campaign on public.ads (tenant_id, campaign_id);
create index if not exists ads_post on public.ads (tenant_id, post_id);
create index if not exists ads_segment on public.ads (tenant_id, audience_segment_id);

create table if not exists public.ad_metrics_daily (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  ad_id integer not null,
  day date not null,
  last_day date not null,
  currency text constraint ad_currencies_have_three_capital_letters check (currency ~ '^[A-Z]{3}$'),
  spend numeric(14, 4) not null default 0,
  impressions bigint not null default 0,
  clicks bigint not null default 0,
  reactions bigint not null default 0,
  comments bigint not null default 0,
  shares bigint not null default 0,
  follows bigint not null default 0,
  engagements bigint not null default 0,
  leads bigint not null default 0,
  conversions numeric(14, 2) not null default 0,
  reach bigint,
  source public.data_source not null default 'file',
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, ad_id, day),
  constraint a_measured_ad_exists foreign key (tenant_id, ad_id) references public.ads on delete cascade,
  constraint ad_periods_end_after_they_start check (last_day >= day),
  constraint ad_counters_are_plausible check (least(impressions, clicks, reactions, comments, shares, follows, engagements, leads) >= 0
    and greatest(impressions, clicks, reactions, comments, shares, follows, engagements, leads) <= 1000000000000),
  constraint spend_is_not_negative check (spend >= 0)
);

create table if not exists public.audience_demographics (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  account text not null default '',
  section public.demographic_section not null,
  segment text not null,
  first_day date not null,
  last_day date not null,
  impressions bigint not null default 0,
  impressions_share numeric(8, 5),
  clicks bigint not null default 0,
  clicks_share numeric(8, 5),
  conversions bigint not null default 0,
  sends bigint not null default 0,
  opens bigint not null default 0,
  source public.data_source not null default 'file',
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, account, section, segment, first_day, last_day),
  constraint demographic_periods_end_after_they_start check (last_day >= first_day)
);

------------------------------------------------------------------------------------------------ engagements
-- Two composite foreign keys say all that is to be said: tenant, post and person exist and belong together.  import_id
-- has none: it names where the row came from, and must not make every insert pay for a third look-up.
create table if not exists public.engagements (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id bigserial not null,
  post_id integer not null,
  person_id integer not null,
  engagement_type public.engagement_type not null,
  reaction_type public.reaction_type,
  engaged_on date not null,
  engaged_at timestamptz not null default now(),
  time_basis public.time_basis not null default 'first_seen',
  source public.data_source not null default 'manual',
  comment_id text,
  comment_text text,
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint an_engagements_post_exists foreign key (tenant_id, post_id) references public.posts on delete cascade,
  constraint an_engagements_person_exists foreign key (tenant_id, person_id) references public.persons on delete cascade,
  constraint only_reactions_have_a_reaction_type check ((engagement_type = 'reaction') = (reaction_type is not null)),
  constraint engagements_happened_in_the_time_of_linkedin check (engaged_at >= '2003-01-01 00:00Z' and engaged_at < '2100-01-01 00:00Z'),
  constraint days_fit_their_time check (engaged_on between (engaged_at at time zone 'UTC')::date - 1 and (engaged_at at time zone 'UTC')::date + 1)
);
create unique index if not exists engagements_one_reaction on public.engagements (tenant_id, post_id, person_id) where engagement_type = 'reaction';
create unique index if not exists engagements_one_comment on public.engagements (tenant_id, comment_id) where comment_id is not null;
-- With everything that pages ask of the engagements of a post and of a person, so that none of their rows has to be fetched; for which
-- the pages of the table have to be known to be visible to all, those of new rows too.
create index if not exists engagements_post on public.engagements (tenant_id, post_id, engaged_on) include (person_id, engagement_type, reaction_type);
alter table public.engagements set (autovacuum_vacuum_insert_scale_factor = 0.02);
create index if not exists engagements_person on public.engagements (tenant_id, person_id, engaged_on) include (post_id, engagement_type, reaction_type);

------------------------------------------------------------------------------------------------ imports
create table if not exists public.csv_imports (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind public.import_kind not null,
  format text not null,
  file_name text not null,
  file_bytes bigint not null,
  file_sha256 bytea not null constraint file_hashes_have_32_bytes check (octet_length(file_sha256) = 32),
  target_key text not null default '',
  options jsonb not null default '{}',
  state public.import_state not null default 'running',
  lines bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  skipped bigint not null default 0,
  rejected bigint not null default 0,
  people_created bigint not null default 0,
  skip_reasons jsonb not null default '{}',
  first_day date,
  last_day date,
  error text,
  started_by text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  undone_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint every_line_has_one_outcome check (lines = created + updated + unchanged + skipped + rejected)
);
create unique index if not exists csv_imports_one_at_a_time on public.csv_imports (tenant_id, file_sha256, target_key)
  where state in ('running', 'interrupted');
create index if not exists csv_imports_started on public.csv_imports (tenant_id, started_at desc);

create table if not exists public.import_chunks (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  import_id uuid not null,
  chunk integer not null,
  lines bigint not null,
  created bigint not null,
  updated bigint not null,
  unchanged bigint not null,
  skipped bigint not null,
  rejected bigint not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, import_id, chunk),
  constraint a_chunks_import_exists foreign key (tenant_id, import_id) references public.csv_imports on delete cascade
);

create table if not exists public.import_rejects (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  import_id uuid not null,
  line bigint not null,
  field text not null default '',
  reason text not null,
  raw text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, import_id, line),
  constraint a_rejects_import_exists foreign key (tenant_id, import_id) references public.csv_imports on delete cascade
);

------------------------------------------------------------------------------------------------ keys
-- The keys themselves are with the service.  Here is only what tells them apart.
create table if not exists public.master_keys (
  id text primary key,
  proof bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
create unique index if not exists master_keys_current on public.master_keys ((retired_at is null)) where retired_at is null;

create table if not exists public.data_keys (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  master_key_id text not null,
  sealed_key bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (tenant_id, id)
);
create unique index if not exists data_keys_current on public.data_keys (tenant_id) where retired_at is null;

------------------------------------------------------------------------------------------------ connections and jobs
create table if not exists public.linkedin_connections (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint connections_have_a_name check (btrim(name) <> ''),
  type public.connection_type not null,
  account text,
  sealed_credentials bytea,
  credentials_given_at timestamptz,
  status public.connection_status not null default 'unverified',
  status_reason text,
  status_since timestamptz not null default now(),
  last_validated timestamptz,
  validate_after timestamptz,
  expires_at timestamptz,
  probe_allowed_at timestamptz,
  failures integer not null default 0,
  paused_until timestamptz,
  paused_reason text,
  api_call_limit integer constraint call_limits_are_not_negative check (api_call_limit >= 0),
  daily_api_calls integer not null default 0,
  last_api_call timestamptz,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists linkedin_connections_name on public.linkedin_connections (tenant_id, lower(name));

create table if not exists public.linkedin_cookies (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id uuid not null default gen_random_uuid(),
  connection_id uuid not null,
  source_format text not null,
  cookie_names text[] not null default '{}',
  sealed_jar bytea,
  expires_at timestamptz,
  last_used timestamptz,
  failures integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_cookie_jars_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade
);
create index if not exists linkedin_cookies_connection on public.linkedin_cookies (tenant_id, connection_id);

create table if not exists public.job_schedules (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint schedules_have_a_name check (btrim(name) <> ''),
  kind public.job_kind not null,
  connection_id uuid,
  input jsonb not null default '{}',
  every interval not null constraint schedules_run_at_most_every_quarter_of_an_hour check (every >= interval '15 minutes'),
  cost_limit numeric(12, 4) constraint schedules_cost_limits_are_not_negative check (cost_limit >= 0),
  next_run_at timestamptz not null default now(),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_schedules_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade
);
create unique index if not exists job_schedules_name on public.job_schedules (tenant_id, lower(name));
create index if not exists job_schedules_connection on public.job_schedules (tenant_id, connection_id);
create index if not exists job_schedules_due on public.job_schedules (tenant_id, next_run_at) where is_active;

-- Whose turn it is, and what a tenant may spend.
create table if not exists public.job_accounts (
  tenant_id uuid primary key references public.tenants on delete cascade,
  served_at timestamptz not null default '-infinity',
  monthly_budget numeric(12, 2) constraint budgets_are_not_negative check (monthly_budget >= 0)
);

create table if not exists public.scraping_jobs (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind public.job_kind not null,
  state public.job_state not null default 'pending',
  connection_id uuid,
  input jsonb not null default '{}',
  attempt_id uuid,
  leased_until timestamptz,
  attempts integer not null default 0,
  max_attempts integer not null default 5 constraint jobs_have_an_attempt check (max_attempts > 0),
  priority smallint not null default 0,
  run_at timestamptz not null default now(),
  cancel_asked_at timestamptz,
  schedule_id uuid,
  apify_run_id text,
  start_asked_at timestamptz,
  cost numeric(12, 4),
  cost_limit numeric(12, 4) constraint cost_limits_are_not_negative check (cost_limit >= 0),
  reserved_cost numeric(12, 4),
  progress real constraint progress_is_a_share check (progress between 0 and 1),
  found integer,
  created integer,
  updated integer,
  error text,
  started_at timestamptz,
  finished_at timestamptz,
  extra jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_jobs_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete no action,
  constraint a_jobs_schedule_exists foreign key (tenant_id, schedule_id) references public.job_schedules on delete no action
);
create index if not exists scraping_jobs_due on public.scraping_jobs (tenant_id, priority desc, run_at) where state = 'pending';
create index if not exists scraping_jobs_leased on public.scraping_jobs (tenant_id, leased_until) where state = 'running';
create index if not exists scraping_jobs_connection on public.scraping_jobs (tenant_id, connection_id);
create index if not exists scraping_jobs_schedule on public.scraping_jobs (tenant_id, schedule_id);
create index if not exists scraping_jobs_started on public.scraping_jobs (tenant_id, started_at) where started_at is not null;
create index if not exists scraping_jobs_created on public.scraping_jobs (tenant_id, created_at desc);
create unique index if not exists scraping_jobs_apify_run on public.scraping_jobs (tenant_id, apify_run_id) where apify_run_id is not null;

create table if not exists public.uploads (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  file_name text not null constraint uploads_have_a_file_name check (btrim(file_name) <> ''),
  file_bytes bigint not null constraint an_upload_has_1_byte_to_2_gib check (file_bytes between 1 and 2147483648),
  received_bytes bigint not null default 0,
  options jsonb not null default '{}',
  is_trial boolean not null default true,
  job_id uuid,
  checked jsonb,
  imported jsonb,
  import_id uuid,
  begun_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint no_more_is_here_than_was_announced check (received_bytes between 0 and file_bytes),
  constraint an_uploads_job_exists foreign key (tenant_id, job_id) references public.scraping_jobs on delete no action,
  constraint an_uploads_import_exists foreign key (tenant_id, import_id) references public.csv_imports on delete no action
);
create index if not exists uploads_created on public.uploads (tenant_id, created_at desc);
create index if not exists uploads_job on public.uploads (tenant_id, job_id);
create index if not exists uploads_import on public.uploads (tenant_id, import_id);

create table if not exists public.upload_parts (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  upload_id uuid not null,
  content public.upload_content not null,
  first_byte bigint not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, upload_id, content, first_byte),
  constraint a_parts_upload_exists foreign key (tenant_id, upload_id) references public.uploads on delete cascade
);
-- Most of what comes is text that is read once and let go: packing it would take longer than writing it.
alter table public.upload_parts alter column bytes set storage external;

create table if not exists public.api_calls (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id bigserial not null,
  connection_id uuid,
  job_id uuid,
  endpoint text not null,
  status integer,
  latency_ms integer,
  bytes bigint,
  cost numeric(12, 6),
  error text,
  called_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_calls_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade,
  constraint a_calls_job_exists foreign key (tenant_id, job_id) references public.scraping_jobs on delete cascade
);
create index if not exists api_calls_connection on public.api_calls (tenant_id, connection_id, called_at);
create index if not exists api_calls_job on public.api_calls (tenant_id, job_id);

create table if not exists public.rate_limits (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  connection_id uuid not null,
  endpoint text not null,
  theoretical_arrival timestamptz not null default '-infinity',
  emission_interval interval not null,
  burst integer not null,
  blocked_until timestamptz,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, connection_id, endpoint),
  constraint a_limits_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade
);

------------------------------------------------------------------------------------------------ webhooks in
-- Two secrets, since whoever delivers learns of a new one later than we do.
create table if not exists public.webhook_sources (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint webhook_names_are_lower_case_words check (name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  kind public.webhook_kind not null,
  connection_id uuid,
  sealed_secret bytea,
  sealed_previous bytea,
  previous_until timestamptz,
  is_active boolean not null default true,
  last_delivery timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_webhooks_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade,
  constraint a_previous_secret_has_an_end check ((sealed_previous is null) = (previous_until is null))
);
create unique index if not exists webhook_sources_name on public.webhook_sources (tenant_id, name);
create index if not exists webhook_sources_connection on public.webhook_sources (tenant_id, connection_id);

create table if not exists public.webhook_inbox (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  delivery_id text not null,
  headers jsonb not null default '{}',
  body bytea,
  state public.delivery_state not null default 'pending',
  attempts integer not null default 0,
  next_attempt timestamptz not null default now(),
  outcome jsonb,
  error text,
  received_at timestamptz not null default now(),
  processed_at timestamptz,
  primary key (tenant_id, id),
  constraint a_received_deliverys_source_exists foreign key (tenant_id, source_id) references public.webhook_sources on delete cascade,
  constraint what_is_to_be_worked_through_has_a_body check (body is not null or state in ('delivered', 'dead')),
  constraint what_is_over_has_its_time check ((state in ('delivered', 'dead')) = (processed_at is not null))
);
create unique index if not exists webhook_inbox_delivery on public.webhook_inbox (tenant_id, source_id, delivery_id);
create index if not exists webhook_inbox_due on public.webhook_inbox (tenant_id, next_attempt) where state in ('pending', 'failed');
create index if not exists webhook_inbox_open on public.webhook_inbox (tenant_id, source_id, state) where state <> 'delivered';
create index if not exists webhook_inbox_processed on public.webhook_inbox (tenant_id, processed_at) where processed_at is not null;

------------------------------------------------------------------------------------------------ webhooks out
-- Two secrets sign while one takes the place of the other, since a receiver learns of the new one later than we do.
create table if not exists public.webhook_endpoints (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null constraint endpoints_have_a_name check (btrim(name) <> ''),
  url text not null constraint addresses_of_endpoints_have_1_to_2000_characters check (length(url) between 1 and 2000),
  events public.endpoint_event[] not null default '{}',
  sealed_secret bytea,
  sealed_previous bytea,
  previous_until timestamptz,
  is_active boolean not null default true,
  trouble text,
  failures integer not null default 0,
  failing_since timestamptz,
  last_success timestamptz,
  busy_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint an_endpoints_previous_secret_has_an_end check ((sealed_previous is null) = (previous_until is null)),
  constraint an_endpoint_names_twenty_events_at_most check (cardinality(events) <= 20),
  constraint what_fails_has_a_beginning check ((failures = 0) = (failing_since is null))
);
create unique index if not exists webhook_endpoints_name on public.webhook_endpoints (tenant_id, lower(name));

-- What is to be told, without what may have to be forgotten: people are looked up when it is sent.
create table if not exists public.webhook_deliveries (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id uuid not null default gen_random_uuid(),
  endpoint_id uuid not null,
  event public.endpoint_event not null,
  facts jsonb not null,
  state public.delivery_state not null default 'pending',
  attempts integer not null default 0,
  attempted_at timestamptz,
  next_attempt timestamptz not null default now(),
  ended_at timestamptz,
  response_status integer,
  response_start text,
  latency_ms integer,
  error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_deliverys_endpoint_exists foreign key (tenant_id, endpoint_id) references public.webhook_endpoints on delete cascade,
  constraint what_was_sent_or_given_up_has_its_time check ((state in ('delivered', 'dead')) = (ended_at is not null))
);
create index if not exists webhook_deliveries_due on public.webhook_deliveries (tenant_id, endpoint_id, next_attempt) where state in ('pending', 'failed');
create index if not exists webhook_deliveries_endpoint on public.webhook_deliveries (tenant_id, endpoint_id, created_at);
create index if not exists webhook_deliveries_dead on public.webhook_deliveries (tenant_id, endpoint_id) where state = 'dead';

------------------------------------------------------------------------------------------------ alerts
-- What somebody has to look at: raised by the database, resolved by it when the cause is gone.
create table if not exists public.alerts (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind public.alert_kind not null,
  connection_id uuid,
  job_id uuid,
  webhook_source_id uuid,
  endpoint_id uuid,
  message text not null,
  raised_at timestamptz not null default now(),
  seen_at timestamptz,
  resolved_at timestamptz,
  primary key (tenant_id, id),
  constraint an_alerts_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade,
  constraint an_alerts_job_exists foreign key (tenant_id, job_id) references public.scraping_jobs on delete cascade,
  constraint an_alerts_webhook_exists foreign key (tenant_id, webhook_source_id) references public.webhook_sources on delete cascade,
  constraint an_alerts_endpoint_exists foreign key (tenant_id, endpoint_id) references public.webhook_endpoints on delete cascade
);
create index if not exists alerts_connection on public.alerts (tenant_id, connection_id);
create index if not exists alerts_job on public.alerts (tenant_id, job_id);
create index if not exists alerts_endpoint on public.alerts (tenant_id, endpoint_id);
create index if not exists alerts_webhook on public.alerts (tenant_id, webhook_source_id);
create index if not exists alerts_open on public.alerts (tenant_id, raised_at) where resolved_at is null;

------------------------------------------------------------------------------------------------ reports
-- What a team shows to those who have no account: the figures of one moment, behind a link that ends.
create table if not exists public.reports (
  tenant_id uuid not null references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  title text not null constraint reports_have_a_title check (btrim(title) <> ''),
  token_hash bytea not null constraint report_hashes_have_32_bytes check (octet_length(token_hash) = 32),
  content jsonb not null constraint report_contents_are_objects check (jsonb_typeof(content) = 'object'),
  names_people boolean not null default false,
  made_by text not null,
  opened integer not null default 0,
  last_opened timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists reports_token on public.reports (tenant_id, token_hash);

------------------------------------------------------------------------------------------------ users and what they did
-- A user may belong to many tenants, so users are global; everything that says what a user may do is a tenant's row.
create table if not exists public.users (
  id uuid primary key default gen_random_uuid(),
  email text not null constraint user_emails_are_lower_case check (email = lower(email) and email like '%_@_%'),
  name text not null default '',
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index if not exists users_email on public.users (email);
-- A link that opens one door once: whoever holds it is whom it was made for.
create table if not exists public.account_links (
  token_hash bytea primary key constraint link_hashes_have_32_bytes check (octet_length(token_hash) = 32),
  purpose public.link_purpose not null,
  user_id uuid references public.users on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint links_are_a_users_unless_they_set_up check ((user_id is null) = (purpose = 'set_up'))
);
create unique index if not exists account_links_user on public.account_links (user_id, purpose) nulls not distinct;
create table if not exists public.known_devices (
  token_hash bytea primary key constraint device_hashes_have_32_bytes check (octet_length(token_hash) = 32),
  user_id uuid not null references public.users on delete cascade,
  last_used timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index if not exists known_devices_user on public.known_devices (user_id);
-- Whom a sign-in service knows: by what never changes there, and not by an address that may become somebody else's.
create table if not exists public.user_identities (
  issuer text not null,
  subject text not null constraint subjects_have_1_to_255_characters check (length(subject) between 1 and 255),
  user_id uuid not null references public.users on delete cascade,
  last_used timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create unique index if not exists user_identities_user on public.user_identities (user_id, issuer);
create table if not exists public.guess_limits (
  key bytea primary key,
  theoretical_arrival timestamptz not null default now()
);
create table if not exists public.memberships (
  tenant_id uuid not null references public.tenants on delete cascade,
  user_id uuid not null references public.users on delete cascade,
  role public.member_role not null,
  campaign_ids integer[],
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
create index if not exists memberships_user on public.memberships (user_id);
create table if not exists public.sessions (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  token_hash bytea not null constraint token_hashes_have_32_bytes check (octet_length(token_hash) = 32),
  previous_hash bytea,
  rotated_at timestamptz not null default now(),
  token_seen_at timestamptz,
  user_agent text not null default '',
  last_used timestamptz not null default now(),
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_sessions_member_exists foreign key (tenant_id, user_id) references public.memberships on delete cascade
);
create index if not exists sessions_user on public.sessions (tenant_id, user_id);
create unique index if not exists sessions_token on public.sessions (tenant_id, token_hash);
create unique index if not exists sessions_previous on public.sessions (tenant_id, previous_hash) where previous_hash is not null;
-- One question a session: whoever asks again has forgotten the one before.
create table if not exists public.consents (
  tenant_id uuid not null,
  session_id uuid not null,
  connection_id uuid,
  state_hash bytea not null constraint state_hashes_have_32_bytes check (octet_length(state_hash) = 32),
  sealed_question bytea not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, session_id),
  constraint a_consents_session_exists foreign key (tenant_id, session_id) references public.sessions on delete cascade,
  constraint a_consents_connection_exists foreign key (tenant_id, connection_id) references public.linkedin_connections on delete cascade
);
create index if not exists consents_connection on public.consents (tenant_id, connection_id);
create table if not exists public.api_keys (
  tenant_id uuid not null references public.tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null,
  prefix text not null,
  secret_hash bytea not null constraint key_hashes_have_32_bytes check (octet_length(secret_hash) = 32),
  scopes public.api_scope[] not null default '{}',
  theoretical_arrival timestamptz not null default now(),
  last_used timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index if not exists api_keys_prefix on public.api_keys (tenant_id, prefix);
create unique index if not exists api_keys_name on public.api_keys (tenant_id, lower(name)) where revoked_at is null;
create table if not exists public.idempotency_keys (
  tenant_id uuid not null references public.tenants on delete cascade,
  api_key_id uuid not null,
  key text not null constraint idempotency_keys_have_1_to_255_characters check (length(key) between 1 and 255),
  request_hash bytea not null constraint request_hashes_have_32_bytes check (octet_length(request_hash) = 32),
  status smallint not null,
  answer json not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, api_key_id, key),
  constraint an_idempotency_keys_api_key_exists foreign key (tenant_id, api_key_id) references public.api_keys on delete cascade
);
create index if not exists idempotency_keys_created on public.idempotency_keys (tenant_id, created_at);
create table if not exists public.audit_log (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id bigserial not null,
  actor text not null,
  event text not null,
  subject text,
  details jsonb not null default '{}',
  happened_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create table if not exists public.actions (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001'),
  id uuid not null default gen_random_uuid(),
  person_id integer not null,
  title text not null,
  state public.action_state not null default 'open',
  due_on date,
  owner text,
  notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint an_actions_person_exists foreign key (tenant_id, person_id) references public.persons on delete cascade
);
create index if not exists actions_person on public.actions (tenant_id, person_id);

-- A list as somebody keeps it: the query of its address, under a name.
create table if not exists public.saved_views (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  page public.list_page not null,
  name text not null constraint views_have_a_name check (btrim(name) <> ''),
  query text not null constraint queries_of_views_have_2000_bytes_at_most check (octet_length(query) <= 2000),
  user_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint a_views_tenant_exists foreign key (tenant_id) references public.tenants on delete cascade,
  constraint a_views_member_exists foreign key (tenant_id, user_id) references public.memberships on delete cascade
);
create unique index if not exists saved_views_name on public.saved_views (tenant_id, user_id, page, lower(name)) nulls not distinct;

------------------------------------------------------------------------------------------------ what a migration leaves
-- Rows of an older database that have no place here are set aside whole, never dropped; `rapport migrate` prints them.
create table if not exists public.migration_leftovers (
  tenant_id uuid not null default coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, '00000000-0000-0000-0000-000000000001')
    references public.tenants on delete cascade,
  id bigserial not null,
  source_table text not null,
  source_key text not null,
  reason text not null,
  row_data jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index if not exists migration_leftovers_source on public.migration_leftovers (tenant_id, source_table, source_key, reason);
create table if not exists public.migration_report (
  source_table text not null,
  outcome text not null constraint outcomes_are_known check (outcome in ('adopted', 'converted', 'merged', 'set aside', 'replaced')),
  detail text not null,
  rows bigint not null,
  created_at timestamptz not null default now(),
  primary key (source_table, outcome, detail)
);
-- Work that a migration leaves for the functions of app/, which do not exist while it runs: app.sql does it and clears it.
create table if not exists public.pending_work (
  task text primary key constraint tasks_are_known check (task in ('rematch', 'recount')),
  reason text not null,
  created_at timestamptz not null default now()
);
create table if not exists public.schema_versions (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);

\ir prototype/adopt_schema.sql

\ir comments/schema.sql

commit;
