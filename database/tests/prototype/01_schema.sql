-- The prototype's schema.sql, up to its audience segments (01b), which early copies of the file did not have yet.

create table tenants (
  id uuid primary key default uuid_generate_v4(),
  name text not null unique,
  display_name text
);

insert into tenants (id, name, display_name)
values ('00000000-0000-0000-0000-000000000001', 'default', 'Default Tenant');

create table campaign_groups (
  id serial primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text not null,
  description text,
  created_at timestamptz default now()
);

-- Objective, budget and dates came later (01c).
create table campaigns (
  id serial primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  campaign_group_id integer references campaign_groups (id),
  linkedin_campaign_id text unique,
  name text not null,
  status text default 'active',
  created_at timestamptz default now()
);

create table companies (
  id serial primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  linkedin_url text unique,
  name text not null,
  industry text,
  company_size text,
  location text,
  created_at timestamptz default now()
);

create table persons (
  id serial primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  linkedin_url text not null unique,
  name text,
  headline text,
  profile_picture text,
  current_company text,
  company_linkedin_url text,
  current_title text,
  job_title text,
  location text,
  connections integer,
  about text,
  experience jsonb,
  education jsonb,
  skills jsonb,
  is_follower boolean default false,
  follower_date timestamptz,
  total_engagements integer default 0,
  engagement_score integer default 0,
  profile_enriched boolean default false,
  enriched_at timestamptz,
  first_seen timestamptz default now(),
  last_seen timestamptz default now(),
  created_at timestamptz default now(),
  company_id integer references companies (id)
);

-- A post has two unique addresses, and nothing compares the one column with the other.
create table posts (
  id serial primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  url text unique,
  linkedin_url text unique,
  post_title text,
  content text,
  posted_at timestamptz,
  is_paid boolean default false,
  campaign_id integer references campaigns (id),
  primary_audience_id text,
  created_at timestamptz default now()
);

-- Ads belonged to whoever their campaign belonged to, so the table has no tenant.
create table ads (
  id serial primary key,
  campaign_id integer references campaigns (id),
  post_id integer references posts (id),
  linkedin_ad_id text unique,
  ad_name text,
  audience_segment_id text,
  impressions integer default 0,
  clicks integer default 0,
  spend decimal(10, 2) default 0,
  start_date date,
  end_date date,
  created_at timestamptz default now()
);

-- The time is part of the key, and exports carry no time: every import of a file adds all its rows again.
create table engagements (
  id serial primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  post_id integer references posts (id) on delete cascade,
  person_id integer references persons (id) on delete cascade,
  engagement_type text not null,
  reaction_type text,
  comment_text text,
  engaged_at timestamptz default now(),
  attributed_to_segment_id text,
  attribution_confidence decimal(3, 2),
  unique (post_id, person_id, engagement_type, engaged_at)
);

-- The audience is the id of a segment in either of its shapes, as text, and nothing checks it.
create table post_audiences (
  id serial primary key,
  post_id integer references posts (id) on delete cascade,
  audience_id text not null,
  is_primary boolean default false,
  created_at timestamptz default now()
);

create table csv_imports (
  id uuid primary key default uuid_generate_v4(),
  campaign_id integer references campaigns (id),
  file_name text,
  file_type text check (file_type in ('demographics', 'performance')),
  raw_data text,
  parsed_data jsonb,
  totals jsonb,
  imported_at timestamptz default now()
);

create table scraping_jobs (
  id uuid primary key default uuid_generate_v4(),
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  job_type varchar(50),
  status varchar(20) default 'pending',
  input_data jsonb,
  result_data jsonb,
  apify_run_id text,
  error_message text,
  created_at timestamptz default now(),
  started_at timestamptz,
  completed_at timestamptz
);

create table linkedin_cookies (
  id uuid primary key default uuid_generate_v4(),
  cookie_name text,
  encrypted_cookie text,
  is_active boolean default true,
  last_used timestamptz,
  created_at timestamptz default now()
);

create index idx_engagements_post on engagements (post_id);
create index idx_engagements_person on engagements (person_id);
create index idx_posts_campaign on posts (campaign_id);

-- Both trigger functions were written before the tables that they write to. They swallow the error of a missing
-- table or column, so nobody noticed that they did nothing until the persona files had run.
create function auto_match_new_people_to_personas() returns trigger
language plpgsql as $$
declare
  persona record;
  matches boolean;
begin
  for persona in select id from personas where is_active loop
    -- The criteria were never compared: everybody matches every active persona, of every tenant.
    matches := true;
    if matches then
      insert into targets (person_id, persona_id, match_score, match_criteria)
      values (new.id, persona.id, 1.00, '{"auto": true}');
    end if;
  end loop;
  return new;
exception
  when undefined_table or undefined_column then
    return new;
end
$$;

create trigger trigger_auto_match_people
after insert on persons
for each row execute function auto_match_new_people_to_personas();

create function update_campaign_metrics_on_engagement() returns trigger
language plpgsql as $$
declare
  campaign integer;
begin
  select posts.campaign_id into campaign from posts where posts.id = new.post_id;
  if campaign is null then
    return new;
  end if;
  -- One new engagement recounts all engagements of the campaign; a campaign known through an ad is left out.
  update campaigns
  set actual_metrics = (
    select jsonb_build_object(
      'total_engagements', count(*),
      'unique_engagers', count(distinct e.person_id),
      'last_updated', max(e.engaged_at)
    )
    from engagements e
    join posts p on p.id = e.post_id
    where p.campaign_id = campaign
  )
  where campaigns.id = campaign;
  return new;
exception
  when undefined_table or undefined_column then
    return new;
end
$$;

create trigger trigger_update_campaign_metrics
after insert on engagements
for each row execute function update_campaign_metrics_on_engagement();

grant select, insert, update, delete on all tables in schema public to authenticated;
grant usage on all sequences in schema public to authenticated;
