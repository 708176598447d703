-- The finished database, as pg_dump writes it: cargo run -p xtask -- structure
-- Made with PostgreSQL 15
--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: app; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA app;


--
-- Name: chunk_counts; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.chunk_counts AS (
	created bigint,
	updated bigint,
	unchanged bigint,
	people_created bigint,
	overlapping bigint
);


--
-- Name: criterion; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.criterion AS (
	place integer,
	name text,
	weight integer,
	required boolean,
	phrases text[],
	includes text[],
	excludes text[],
	min_score integer,
	window_days integer,
	wanted boolean
);


--
-- Name: found_company; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.found_company AS (
	total bigint,
	id integer,
	place bigint,
	engaged bigint,
	engagements bigint,
	last_day date
);


--
-- Name: found_person; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.found_person AS (
	total bigint,
	id integer,
	number bigint,
	text text
);


--
-- Name: campaign_objective; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.campaign_objective AS ENUM (
    'brand_awareness',
    'website_visits',
    'engagement',
    'video_views',
    'lead_generation',
    'website_conversions',
    'job_applicants',
    'talent_leads'
);


--
-- Name: campaign_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.campaign_status AS ENUM (
    'draft',
    'active',
    'paused',
    'completed',
    'archived',
    'cancelled'
);


--
-- Name: campaign_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.campaign_type AS ENUM (
    'organic',
    'sponsored_content',
    'message_ads',
    'text_ads',
    'dynamic_ads',
    'mixed'
);


--
-- Name: staged_ad; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_ad AS (
	n integer,
	group_id text,
	group_name text,
	group_status public.campaign_status,
	campaign_id text,
	campaign_name text,
	campaign_status public.campaign_status,
	campaign_type public.campaign_type,
	objective public.campaign_objective,
	objective_label text,
	budget numeric,
	starts_on date,
	ends_on date,
	ad_id text,
	ad_name text,
	ad_status public.campaign_status,
	headline text,
	introduction text,
	click_url text,
	day date,
	last_day date,
	currency text,
	spend numeric,
	impressions bigint,
	clicks bigint,
	reactions bigint,
	comments bigint,
	shares bigint,
	follows bigint,
	engagements bigint,
	leads bigint,
	conversions numeric,
	reach bigint
);


--
-- Name: size_band; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.size_band AS ENUM (
    '1',
    '2-10',
    '11-50',
    '51-200',
    '201-500',
    '501-1000',
    '1001-5000',
    '5001-10000',
    '10001+'
);


--
-- Name: staged_company; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_company AS (
	n integer,
	name text,
	name_key text,
	linkedin_id text,
	slug text,
	industry text,
	size_band public.size_band,
	domain text,
	location text,
	country text,
	country_name text,
	extra jsonb,
	seen_at timestamp with time zone,
	is_page boolean
);


--
-- Name: demographic_section; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.demographic_section AS ENUM (
    'company',
    'industry',
    'company_size',
    'country_region',
    'location',
    'seniority',
    'job_title',
    'job_function',
    'county'
);


--
-- Name: staged_demographic; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_demographic AS (
	n integer,
	account text,
	section public.demographic_section,
	segment text,
	first_day date,
	last_day date,
	impressions bigint,
	impressions_share numeric,
	clicks bigint,
	clicks_share numeric,
	conversions bigint,
	sends bigint,
	opens bigint
);


--
-- Name: engagement_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.engagement_type AS ENUM (
    'reaction',
    'comment',
    'share',
    'follow',
    'click'
);


--
-- Name: reaction_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.reaction_type AS ENUM (
    'like',
    'praise',
    'empathy',
    'interest',
    'appreciation',
    'entertainment',
    'maybe',
    'other'
);


--
-- Name: time_basis; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.time_basis AS ENUM (
    'exact',
    'derived',
    'first_seen'
);


--
-- Name: staged_engagement; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_engagement AS (
	n integer,
	post_id integer,
	engagement_type public.engagement_type,
	reaction_type public.reaction_type,
	comment_id text,
	comment_text text,
	engaged_at timestamp with time zone,
	time_basis public.time_basis
);


--
-- Name: staged_page_day; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_page_day AS (
	day date,
	impressions bigint,
	unique_impressions bigint,
	clicks bigint,
	reactions bigint,
	comments bigint,
	shares bigint,
	organic_followers_gained bigint,
	paid_followers_gained bigint
);


--
-- Name: content_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.content_type AS ENUM (
    'text',
    'image',
    'carousel',
    'document',
    'video',
    'poll',
    'article',
    'event',
    'other'
);


--
-- Name: staged_page_post; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_page_post AS (
	n integer,
	share_id bigint,
	ugc_post_id bigint,
	text text,
	content_type public.content_type,
	posted_at timestamp with time zone
);


--
-- Name: fact_source; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.fact_source AS ENUM (
    'headline',
    'connection',
    'profile',
    'manual'
);


--
-- Name: job_function; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.job_function AS ENUM (
    'accounting',
    'administrative',
    'arts_and_design',
    'business_development',
    'community_and_social_services',
    'consulting',
    'education',
    'engineering',
    'entrepreneurship',
    'finance',
    'healthcare_services',
    'human_resources',
    'information_technology',
    'legal',
    'marketing',
    'media_and_communication',
    'military_and_protective_services',
    'operations',
    'product_management',
    'program_and_project_management',
    'purchasing',
    'quality_assurance',
    'real_estate',
    'research',
    'sales',
    'customer_success_and_support'
);


--
-- Name: seniority; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.seniority AS ENUM (
    'unpaid',
    'training',
    'entry',
    'individual',
    'senior',
    'manager',
    'director',
    'vp',
    'cxo',
    'partner',
    'owner'
);


--
-- Name: staged_person; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_person AS (
	n integer,
	member_id text,
	slug text,
	sales_nav_id text,
	email text,
	name text,
	first_name text,
	last_name text,
	headline text,
	title text,
	employer text,
	seniority public.seniority,
	functions public.job_function[],
	confidence real,
	version integer,
	facts_from public.fact_source,
	degree smallint,
	connected_on date,
	picture_url text,
	seen_at timestamp with time zone
);


--
-- Name: staged_post; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_post AS (
	n integer,
	url text,
	activity_id bigint,
	share_id bigint,
	ugc_post_id bigint,
	title text,
	posted_at timestamp with time zone,
	is_paid boolean,
	campaign_group text,
	campaign text,
	file text
);


--
-- Name: staged_profile; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.staged_profile AS (
	n integer,
	member_id text,
	slug text,
	sales_nav_id text,
	email text,
	name text,
	first_name text,
	last_name text,
	headline text,
	about text,
	location text,
	country text,
	country_name text,
	picture_url text,
	title text,
	employer text,
	company_linkedin_id text,
	company_slug text,
	company_industry text,
	company_size public.size_band,
	company_domain text,
	seniority public.seniority,
	functions public.job_function[],
	confidence real,
	version integer,
	facts_from public.fact_source,
	experience jsonb,
	education jsonb,
	skills jsonb,
	extra jsonb,
	service text,
	seen_at timestamp with time zone
);


--
-- Name: strategy_evidence; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.strategy_evidence AS (
	persona_id uuid,
	strategy_id uuid,
	trials bigint,
	successes bigint,
	relevance numeric
);


--
-- Name: match_cause; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.match_cause AS ENUM (
    'person_added',
    'person_changed',
    'company_changed',
    'persona_changed',
    'engagement',
    'window_moved',
    'merge',
    'manual',
    'migration',
    'repair'
);


--
-- Name: target_change; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.target_change AS (
	tenant_id uuid,
	persona_id uuid,
	person_id integer,
	cause public.match_cause,
	score numeric,
	is_in boolean
);


--
-- Name: two_names; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.two_names AS (
	first_name text,
	last_name text
);


--
-- Name: action_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.action_state AS ENUM (
    'open',
    'done',
    'dismissed'
);


--
-- Name: alert_kind; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.alert_kind AS ENUM (
    'connection',
    'budget',
    'job',
    'webhook'
);


--
-- Name: api_scope; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.api_scope AS ENUM (
    'read',
    'write',
    'ingest',
    'audit'
);


--
-- Name: calendar_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.calendar_status AS ENUM (
    'draft',
    'scheduled',
    'published',
    'cancelled'
);


--
-- Name: connection_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.connection_status AS ENUM (
    'unverified',
    'valid',
    'expiring',
    'expired',
    'revoked',
    'blocked',
    'invalid'
);


--
-- Name: connection_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.connection_type AS ENUM (
    'personal',
    'company_page',
    'campaign_manager',
    'apify'
);


--
-- Name: data_source; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.data_source AS ENUM (
    'file',
    'api',
    'scrape',
    'webhook',
    'manual',
    'prototype',
    'sample'
);


--
-- Name: delivery_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.delivery_state AS ENUM (
    'pending',
    'delivered',
    'failed',
    'dead'
);


--
-- Name: endpoint_event; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.endpoint_event AS ENUM (
    'person.entered',
    'person.left',
    'import.finished',
    'job.failed',
    'connection.needs_attention',
    'alert.raised',
    'endpoint.test'
);


--
-- Name: enrichment_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.enrichment_status AS ENUM (
    'never',
    'pending',
    'enriched',
    'missed',
    'failed'
);


--
-- Name: identity_kind; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.identity_kind AS ENUM (
    'member_id',
    'slug',
    'email',
    'sales_nav_id'
);


--
-- Name: import_kind; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.import_kind AS ENUM (
    'reactions',
    'comments',
    'posts',
    'connections',
    'ad_performance',
    'demographics',
    'profiles',
    'companies',
    'prototype'
);


--
-- Name: import_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.import_state AS ENUM (
    'running',
    'interrupted',
    'completed',
    'failed',
    'undone'
);


--
-- Name: job_kind; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.job_kind AS ENUM (
    'reactions',
    'comments',
    'posts',
    'profile',
    'company',
    'followers',
    'apify_run',
    'enrichment',
    'validation',
    'sync',
    'mail',
    'import'
);


--
-- Name: job_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.job_state AS ENUM (
    'pending',
    'running',
    'completed',
    'failed',
    'dead',
    'cancelled',
    'parked'
);


--
-- Name: kpi; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.kpi AS ENUM (
    'impressions',
    'engagements',
    'engagement_rate',
    'unique_engagers',
    'targeted_engagers',
    'targeting_accuracy',
    'comments',
    'shares',
    'clicks',
    'click_through_rate',
    'cost_per_click',
    'cost_per_engagement'
);


--
-- Name: lead_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.lead_status AS ENUM (
    'new',
    'contacted',
    'engaged',
    'qualified',
    'customer',
    'disqualified'
);


--
-- Name: link_purpose; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.link_purpose AS ENUM (
    'set_up',
    'set_password',
    'sign_in'
);


--
-- Name: list_page; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.list_page AS ENUM (
    'people',
    'companies',
    'campaigns',
    'strategies'
);


--
-- Name: member_role; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.member_role AS ENUM (
    'owner',
    'editor',
    'viewer',
    'client'
);


--
-- Name: person_event; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.person_event AS ENUM (
    'moved_company',
    'new_title',
    'new_headline',
    'moved_place',
    'renamed',
    'merged'
);


--
-- Name: strategy_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.strategy_type AS ENUM (
    'awareness',
    'engagement',
    'conversion',
    'retention'
);


--
-- Name: target_event; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.target_event AS ENUM (
    'entered',
    'left',
    'score_changed',
    'pinned',
    'unpinned',
    'excluded',
    'readmitted'
);


--
-- Name: upload_content; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.upload_content AS ENUM (
    'file',
    'rejects',
    'reasons'
);


--
-- Name: webhook_kind; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.webhook_kind AS ENUM (
    'linkedin',
    'apify',
    'generic'
);


--
-- Name: active_personas(uuid, uuid[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.active_personas(tenant uuid, chosen uuid[]) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'criteria', criteria, 'threshold', threshold) order by id), '[]')
  from public.personas
  where tenant_id = tenant and is_active and (chosen is null or id = any (chosen))
$$;


--
-- Name: actor(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.actor() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select coalesce(nullif(current_setting('app.actor', true), ''), 'database role ' || session_user)
$$;


--
-- Name: add_endpoint(text, text, text[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.add_endpoint(called text, at_url text, wanted_events text[]) RETURNS uuid
    LANGUAGE plpgsql
    AS $$
declare
  made uuid;
begin
  -- Every event is a row for each of them.  Whoever adds one at the same moment waits.
  perform from public.job_accounts a where a.tenant_id = app.current_tenant() for update;
  if (select count(*) from public.webhook_endpoints) >= 20 then
    raise exception 'a tenant has twenty endpoints at most; delete one first' using errcode = 'object_in_use';
  end if;
  insert into public.webhook_endpoints (name, url, events) values (called, at_url, wanted_events::public.endpoint_event[]) returning id into made;
  return made;
end $$;


--
-- Name: advertised_engagements(numeric, numeric, numeric); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.advertised_engagements(proven numeric, reported numeric, counted_clicks numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select greatest(coalesce(proven, 0), coalesce(reported, 0) + coalesce(counted_clicks, 0))
$$;


--
-- Name: all_ads(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.all_ads() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 'All ads' $$;


--
-- Name: append_to_upload(uuid, bigint, bytea); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.append_to_upload(upload uuid, at bigint, piece bytea) RETURNS TABLE(outcome text, received bigint)
    LANGUAGE plpgsql
    AS $$
declare
  u public.uploads;
begin
  select * into u from public.uploads where id = upload for no key update;
  if not found then
    return query select 'missing', 0::bigint;
    return;
  end if;
  -- A piece that was sent twice, or by two at once, is there once.
  if at <> u.received_bytes then
    return query select 'elsewhere', u.received_bytes;
    return;
  end if;
  if at + octet_length(piece) > u.file_bytes then
    return query select 'too much', u.received_bytes;
    return;
  end if;
  if octet_length(piece) > 0 then
    insert into public.upload_parts (upload_id, content, first_byte, bytes) values (upload, 'file', at, piece);
    update public.uploads set received_bytes = at + octet_length(piece) where id = upload;
    if at + octet_length(piece) = u.file_bytes then
      perform app.take_up_upload(upload, u.is_trial);
    end if;
  end if;
  return query select 'taken', at + octet_length(piece);
end $$;


--
-- Name: audience_allowed(uuid, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.audience_allowed(tenant uuid, people integer[]) RETURNS SETOF integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select a.person_id from app.audience_people(tenant) a where a.person_id = any (people) and a.is_allowed
$$;


--
-- Name: audience_chosen(uuid, uuid, text, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.audience_chosen(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) RETURNS integer[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
  people integer[];
begin
  if of_segment is not null then
    people := array(select app.segment_members(tenant, of_segment));
  end if;
  if of_persona is not null then
    people := array(
      with those as (select t.person_id from public.targets t where t.tenant_id = tenant and t.persona_id = of_persona and t.is_active)
      select person_id from those where people is null
      union all
      (select person_id from those intersect select unnest(people)));
  end if;
  if of_campaign is not null then
    people := array(
      with those as (select e.person_id from app.campaign_engagers e where e.tenant_id = tenant and e.campaign_id = of_campaign)
      select person_id from those where people is null
      union all
      (select person_id from those intersect select unnest(people)));
  end if;
  return coalesce(people, '{}');
end $$;


--
-- Name: audience_companies(uuid, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.audience_companies(tenant uuid, people integer[]) RETURNS TABLE(company_id integer, company_name text, website_domain text, page_url text, industry text, country text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select c.id, c.name, c.domain,
    coalesce(case when c.linkedin_slug is not null then 'https://www.linkedin.com/company/' || c.linkedin_slug end, c.linkedin_url), c.industry, c.country
  from public.companies c
  where c.tenant_id = tenant and c.facts_source is distinct from 'api'
    and c.id in (select p.company_id from public.persons p where p.tenant_id = tenant and p.id = any (people))
  order by c.id
$$;


--
-- Name: audience_contacts(uuid, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.audience_contacts(tenant uuid, people integer[]) RETURNS TABLE(person_id integer, email text, first_name text, last_name text, job_title text, employee_company text, country text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  with known as materialized (
    select p.id, coalesce(e.value, case when p.source <> 'api' then lower(p.email) end) as email, p.first_name, p.last_name,
      case when p.first_name is null or p.last_name is null then app.two_names(p.name) end as split,
      coalesce(p.title_override, p.current_title) as title, coalesce(p.company_override, p.current_company) as company, p.country
    from app.audience_people(tenant) a
    join public.persons p on p.tenant_id = tenant and p.id = a.person_id
    left join lateral (
      select i.value from public.person_identities i
      where i.tenant_id = tenant and i.person_id = p.id and i.kind = 'email' and i.source <> 'api'
      order by i.created_at desc, i.value limit 1) e on true
    where a.person_id = any (people) and (a.has_email or a.has_names or a.can_split)
  )
  select k.id, k.email, coalesce((k.split).first_name, k.first_name), coalesce((k.split).last_name, k.last_name), k.title, k.company, k.country
  from known k
  order by k.id
$$;


--
-- Name: audience_people(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.audience_people(tenant uuid) RETURNS TABLE(person_id integer, company_id integer, is_allowed boolean, has_email boolean, has_names boolean, can_split boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select p.id, p.company_id,
    p.source <> 'api' or p.id in (select i.person_id from public.person_identities i where i.tenant_id = tenant and i.source <> 'api'),
    p.source <> 'api' and p.email is not null
      or p.id in (select i.person_id from public.person_identities i where i.tenant_id = tenant and i.kind = 'email' and i.source <> 'api'),
    p.first_name is not null and p.last_name is not null,
    (p.first_name is null or p.last_name is null) and (app.is_plain_name(p.name) or app.two_names(p.name) is not null)
  from public.persons p
  where p.tenant_id = tenant
$$;


--
-- Name: audience_survey(uuid, uuid, text, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.audience_survey(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) RETURNS TABLE(chosen bigint, allowed bigint, contacts bigint, with_email bigint, split bigint, companies bigint)
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$
begin
  return query execute '
    with found as materialized (
      select a.company_id, a.is_allowed, case when a.has_email then ''email'' when a.has_names then ''names'' when a.can_split then ''split'' end as found_by, count(*) as people
      from app.audience_people($1) a
      where a.person_id = any ($2)
      group by 1, 2, 3
    ),
    allowed as (select f.company_id, f.found_by, f.people from found f where f.is_allowed)
    select cardinality($2)::bigint, coalesce(sum(f.people), 0)::bigint, coalesce(sum(f.people) filter (where f.found_by is not null), 0)::bigint,
      coalesce(sum(f.people) filter (where f.found_by = ''email''), 0)::bigint, coalesce(sum(f.people) filter (where f.found_by = ''split''), 0)::bigint,
      count(distinct c.id) filter (where c.facts_source is distinct from ''api'')
    from allowed f
    left join public.companies c on c.tenant_id = $1 and c.id = f.company_id'
    using tenant, app.audience_chosen(tenant, of_persona, of_segment, of_campaign);
end $_$;


--
-- Name: auto_match_new_people_to_personas(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.auto_match_new_people_to_personas() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  batch record;
begin
  for batch in select tenant_id, array_agg(id order by id) as people from new_rows group by 1 order by 1 loop
    perform app.rematch(batch.tenant_id, batch.people, null, 'person_added');
  end loop;
  return null;
end $$;


--
-- Name: begin_chunk(uuid, uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.begin_chunk(tenant uuid, import uuid, number integer) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select not exists (select from public.import_chunks where tenant_id = tenant and import_id = import and chunk = number)
$$;


--
-- Name: begin_sending(uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.begin_sending(endpoint uuid, outgoing uuid DEFAULT NULL::uuid) RETURNS TABLE(delivery uuid, attempt integer)
    LANGUAGE sql
    AS $$
  with worn_out as (
    select d.tenant_id, d.id from public.webhook_deliveries d
    where d.endpoint_id = endpoint and d.state in ('pending', 'failed') and d.attempts >= 10 and d.next_attempt <= clock_timestamp()
    order by d.tenant_id, d.id for update skip locked
  ),
  given_up as (
    update public.webhook_deliveries d
    set state = 'dead', ended_at = clock_timestamp(), error = 'The program stopped each time while it sent it.'
    from worn_out w where d.tenant_id = w.tenant_id and d.id = w.id
  ),
  due as (
    select d.tenant_id, d.id from public.webhook_deliveries d
    where d.endpoint_id = endpoint and d.state in ('pending', 'failed') and d.attempts < 10 and d.next_attempt <= clock_timestamp()
      and (outgoing is null or d.id = outgoing)
    order by d.next_attempt, d.id limit 1 for update skip locked
  )
  update public.webhook_deliveries d
  set attempts = d.attempts + 1, attempted_at = clock_timestamp(), next_attempt = clock_timestamp() + app.rest_after(d.attempts + 1)
  from due u where d.tenant_id = u.tenant_id and d.id = u.id
  returning d.id, d.attempts
$$;


--
-- Name: beta_cdf(double precision, double precision, double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.beta_cdf(x double precision, a double precision, b double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  if not (a > 0 and b > 0 and a < 'infinity' and b < 'infinity') then
    raise exception 'a beta distribution needs a and b above zero, not % and %', a, b using errcode = 'invalid_parameter_value';
  elsif x <= 0 then
    return 0::double precision;
  elsif x >= 1 then
    return 1::double precision;
  end if;
  return exp(greatest(-700, (app.ln_beta_cdf(ln(x) - ln(1 - x), a, b, app.ln_beta(a, b)))[1]));
end
$$;


--
-- Name: beta_draw(double precision, double precision, bigint, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.beta_draw(a double precision, b double precision, seed bigint, key text DEFAULT ''::text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select app.beta_quantile(app.uniform_draw(seed, key), a, b)
$$;


--
-- Name: beta_quantile(double precision, double precision, double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.beta_quantile(p double precision, a double precision, b double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
declare
  -- the search always runs in the lower half; the upper half is the lower half of Beta(b, a), mirrored
  upper_half constant boolean := p > 0.5;
  alpha constant double precision := case when upper_half then b else a end;
  beta constant double precision := case when upper_half then a else b end;
  probability constant double precision := case when upper_half then 1 - p else p end;
  ln_p double precision;
  ln_b double precision;
  t double precision;
  x double precision;
  z double precision;
  h double precision;
  here double precision[];  -- logarithms of the distribution function and of its slope
  miss double precision;
  slope double precision;
  step double precision;
begin
  if not (a > 0 and b > 0 and a < 'infinity' and b < 'infinity') then
    raise exception 'a beta distribution needs a and b above zero, not % and %', a, b using errcode = 'invalid_parameter_value';
  elsif not (p >= 0 and p <= 1) then
    raise exception 'a probability lies between 0 and 1, % does not', p using errcode = 'invalid_parameter_value';
  elsif p = 0 or p = 1 then
    return p;
  end if;

  ln_p := ln(probability);
  ln_b := app.ln_beta(a, b);
  if alpha >= 1 and beta >= 1 then
    -- Abramowitz and Stegun 26.5.22, a normal approximation that is right to two or three digits
    z := sqrt(-2 * ln_p);
    z := z - (2.30753 + 0.27061 * z) / (1 + z * (0.99229 + z * 0.04481));
    h := 2 / (1 / (2 * alpha - 1) + 1 / (2 * beta - 1));
    t := ln(alpha / beta) - 2 * (
      z * sqrt(h + (z^2 - 3) / 6) / h
      - (1 / (2 * beta - 1) - 1 / (2 * alpha - 1)) * ((z^2 - 3) / 6 + 5/6.0 - 2 / (3 * h)));
  else
    -- near zero the density is a power of x, which can be inverted by hand
    t := least(0, (ln_p + ln(alpha) + ln_b) / alpha);
  end if;

  for i in 1 .. 60 loop
    here := app.ln_beta_cdf(t, alpha, beta, ln_b);
    miss := here[1] - ln_p;
    slope := exp(greatest(-690, here[2] - here[1]));
    x := 1 / (1 + exp(greatest(-690, least(690, -t))));
    step := miss / slope;
    step := step / greatest(0.5, 1 - step * (alpha - (alpha + beta) * x - slope) / 2);
    t := t - step;
    -- the error left after a step is of the order of the cube of the miss before it
    exit when abs(miss) < 1e-3 or abs(step) < 1e-14 * (1 + abs(t));
  end loop;

  t := case when upper_half then -t else t end;
  return case when t < -700 then 0 else 1 / (1 + exp(greatest(-690, -t))) end;
end
$$;


--
-- Name: bit_of(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.bit_of(person integer) RETURNS bit
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select set_bit(0::bit(2048), person & 2047, 1) $$;


--
-- Name: cancel_job(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.cancel_job(job uuid) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  was public.scraping_jobs;
begin
  select * into was from public.scraping_jobs where id = job for update;
  if was.state in ('pending', 'parked') and not app.has_begun_run(was) then
    update public.scraping_jobs set state = 'cancelled', finished_at = clock_timestamp() where id = job;
    return 'cancelled';
  elsif was.state in ('pending', 'parked') then
    -- Whoever takes it ends what it has begun, and it.
    update public.scraping_jobs
    set state = 'pending', run_at = clock_timestamp(), cancel_asked_at = coalesce(cancel_asked_at, clock_timestamp()) where id = job;
    return 'asked';
  elsif was.state = 'running' then
    update public.scraping_jobs set cancel_asked_at = coalesce(cancel_asked_at, clock_timestamp()) where id = job;
    return 'asked';
  end if;
  return coalesce(was.state::text, 'missing');
end $$;


--
-- Name: change_upload(uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.change_upload(upload uuid, with_options jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  u public.uploads;
begin
  select * into u from public.uploads where id = upload for no key update;
  if not found then
    return false;
  end if;
  if u.imported is not null then
    raise exception 'this file was imported already' using errcode = 'object_in_use';
  end if;
  if app.is_under_way(u) then
    raise exception 'this file is being % at this moment', case when u.is_trial then 'checked' else 'imported' end using errcode = 'object_in_use';
  end if;
  -- What a check found, it found with what was said before.
  update public.uploads set options = with_options, checked = null, job_id = null where id = upload;
  return true;
end $$;


--
-- Name: check_ad(integer, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.check_ad(ad integer, said jsonb) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$
declare
  a public.ads;
  n public.ads;
  is_named_anew boolean;
begin
  select * into a from public.ads where id = ad;
  n := jsonb_populate_record(a, said);
  is_named_anew := n.name is distinct from a.name;
  if length(n.headline) > 1000 or length(n.introduction) > 10000 or length(n.click_url) > 2000 then
    raise exception 'a headline has at most 1000 characters, an introduction 10000, and an address 2000' using errcode = 'invalid_parameter_value';
  elsif n.click_url !~* '^https?://[^[:space:]]+$' then
    raise exception 'click_url is the address of a page, and begins with https:// or http://' using errcode = 'invalid_parameter_value';
  elsif n.end_date < n.start_date then
    raise exception 'an ad does not end before it starts' using errcode = 'invalid_parameter_value';
  elsif n.linkedin_ad_id is distinct from a.linkedin_ad_id and n.linkedin_ad_id !~ '^[A-Za-z0-9:_-]{1,100}$' then
    raise exception 'linkedin_ad_id is what Campaign Manager calls the ad: 1 to 100 letters, digits and : _ -' using errcode = 'invalid_parameter_value';
  elsif a.linkedin_ad_id is not null and n.status <> a.status then
    raise exception 'LinkedIn decides the status of an ad that it knows: change it there, and the next report brings it' using errcode = 'object_in_use';
  elsif is_named_anew and n.name = app.all_ads() then
    raise exception '% stands for all ads of a campaign that a report does not tell apart; choose another name', quote_literal(n.name) using errcode = 'object_in_use';
  elsif is_named_anew and exists (select from public.ad_metrics_daily m where m.tenant_id = a.tenant_id and m.ad_id = a.id and m.import_id is not null) then
    raise exception 'reports may know this ad by its name alone: under another, the next one would make a second ad' using errcode = 'object_in_use';
  elsif is_named_anew and exists (select from public.ads o where o.campaign_id = n.campaign_id and o.name = n.name and o.id is distinct from ad) then
    raise exception 'the campaign has an ad of this name, and reports would not tell the two apart' using errcode = 'object_in_use';
  end if;
end $_$;


--
-- Name: chunk_of(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.chunk_of(person integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select person >> 11 $$;


--
-- Name: claim_delivery(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.claim_delivery(wanted uuid DEFAULT NULL::uuid) RETURNS TABLE(delivery uuid, attempt integer)
    LANGUAGE sql
    AS $$
  with worn_out as (
    select i.tenant_id, i.id from public.webhook_inbox i
    where i.state in ('pending', 'failed') and i.attempts >= 8 and i.next_attempt <= now()
    order by i.tenant_id, i.id for update skip locked
  ),
  given_up as (
    update public.webhook_inbox i
    set state = 'dead', processed_at = clock_timestamp(), error = 'The program stopped each time while it worked it through.'
    from worn_out w where i.tenant_id = w.tenant_id and i.id = w.id
  ),
  due as (
    select i.tenant_id, i.id from public.webhook_inbox i
    where i.state in ('pending', 'failed') and i.attempts < 8 and i.next_attempt <= now() and (wanted is null or i.id = wanted)
    order by i.next_attempt, i.id limit 1 for update skip locked
  )
  update public.webhook_inbox i
  -- Half a minute, a minute, two … up to an hour, each between half and one and a half times as long.
  set attempts = i.attempts + 1,
    next_attempt = clock_timestamp() + least(interval '1 hour', interval '30 seconds' * power(2, least(i.attempts, 12))) * (0.5 + random())
  from due d where i.tenant_id = d.tenant_id and i.id = d.id
  returning i.id, i.attempts
$$;


--
-- Name: claim_endpoints(integer, interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.claim_endpoints(how_many integer, lease interval) RETURNS TABLE(tenant_id uuid, id uuid)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
begin
  return query
    with due as (
      select e.tenant_id, e.id, d.since,
        row_number() over (partition by e.tenant_id order by d.since, e.id)
          + (select count(*) from public.webhook_endpoints b where b.tenant_id = e.tenant_id and b.busy_until >= clock_timestamp()) as turn
      from public.webhook_endpoints e
      cross join lateral (
        select d.next_attempt as since from public.webhook_deliveries d
        where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.state in ('pending', 'failed') and d.next_attempt <= clock_timestamp()
        order by d.next_attempt limit 1
      ) d
      where e.is_active and e.sealed_secret is not null and (e.busy_until is null or e.busy_until < clock_timestamp())
    ),
    picked as (
      select e.tenant_id, e.id
      from public.webhook_endpoints e join due d on d.tenant_id = e.tenant_id and d.id = e.id
      where d.turn <= 4 and (e.busy_until is null or e.busy_until < clock_timestamp())
      order by d.turn, d.since, d.id
      limit how_many
      for no key update of e skip locked
    )
    update public.webhook_endpoints e set busy_until = clock_timestamp() + lease
    from picked p where e.tenant_id = p.tenant_id and e.id = p.id
    returning e.tenant_id, e.id;
end $$;


--
-- Name: claim_jobs(integer, interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.claim_jobs(how_many integer, lease interval) RETURNS TABLE(tenant_id uuid, id uuid, attempt_id uuid, kind public.job_kind)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
begin
  perform app.revive_jobs();
  return query
    with due as (
      select d.tenant_id, d.id, d.place + coalesce(r.running, 0) as turn, a.served_at
      from public.tenants t
      join public.job_accounts a on a.tenant_id = t.id
      cross join lateral (
        select j.tenant_id, j.id, row_number() over (order by j.priority desc, j.run_at, j.id) as place
        from public.scraping_jobs j
        left join public.linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id
        where j.tenant_id = t.id and j.state = 'pending' and j.run_at <= clock_timestamp()
          and (c.paused_until is null or c.paused_until <= clock_timestamp())
          -- An import keeps its place for as long as its file is large: a tenant has one at a time.
          and (j.kind <> 'import' or not exists (
            select from public.scraping_jobs i
            where i.tenant_id = j.tenant_id and i.kind = 'import' and (i.state = 'running'
              or i.state = 'pending' and i.run_at <= clock_timestamp() and (-i.priority, i.run_at, i.id) < (-j.priority, j.run_at, j.id))))
        order by j.priority desc, j.run_at, j.id
        -- Some of these may be held by others at this moment.
        limit how_many + 32
      ) d
      left join lateral (
        select count(*) as running from public.scraping_jobs j where j.tenant_id = t.id and j.state = 'running'
      ) r on true
    ),
    picked as (
      select j.tenant_id, j.id
      from public.scraping_jobs j join due d on d.tenant_id = j.tenant_id and d.id = j.id
      where j.state = 'pending'
      order by d.turn, d.served_at, d.tenant_id
      limit how_many
      for update of j skip locked
    ),
    served as (
      update public.job_accounts a set served_at = clock_timestamp()
      where a.tenant_id in (select p.tenant_id from picked p)
    )
    update public.scraping_jobs j
    set state = 'running', attempt_id = gen_random_uuid(), leased_until = clock_timestamp() + lease, attempts = j.attempts + 1,
      started_at = clock_timestamp(), finished_at = null, progress = case when j.apify_run_id is not null then j.progress end
    from picked p
    where j.tenant_id = p.tenant_id and j.id = p.id
    returning j.tenant_id, j.id, j.attempt_id, j.kind;
end $$;


--
-- Name: companies_statement(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.companies_statement(asked jsonb) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  with conditions(n, key, condition) as (values
    (1, 'search', 'position((select app.fold_case($2 ->> ''search'')) in app.fold_case(c.name)) > 0'),
    (2, 'industry', 'c.industry = $2 ->> ''industry'''),
    (3, 'size', 'c.size_band = (select s from unnest(enum_range(null::public.size_band)) s where s::text = $2 ->> ''size'')'),
    (4, 'persona', 'c.id in (
      select p.company_id from public.targets t join public.persons p on p.tenant_id = $1 and p.id = t.person_id
      where t.tenant_id = $1 and t.persona_id = ($2 ->> ''persona'')::uuid and t.is_active)'),
    (5, 'only_engaged', 'n.engaged > 0')
  ),
  named as (
    select coalesce(string_agg(' and ' || condition, '' order by n), '') as conditions, coalesce((asked ->> 'descending')::boolean, false) as is_descending,
      asked ? 'only_engaged' or coalesce(asked ->> 'sort', '') not in ('people', 'targets', 'personas', 'name') as is_counted,
      -- What the rollup has of people, which of those whom the log does not name is all.
      'select p.company_id, count(*) as engaged, sum(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks)::bigint as engagements, max(e.last_day) as last_day
        from public.persons p
        join public.person_engagement e on e.tenant_id = $1 and e.person_id = p.id and e.last_day is not null
        where p.tenant_id = $1 and p.company_id is not null' as settled
    from (select) always left join conditions on asked ? key
  )
  select 'with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from app.pending_person_engagement where tenant_id = $1), found as materialized (
      select c.id, lower(c.name) as name, ' || case asked ->> 'sort'
        when 'people' then 'coalesce(w.people, 0)'
        when 'engaged' then 'coalesce(n.engaged, 0)'
        when 'targets' then 'coalesce(t.targets, 0)'
        when 'personas' then 'coalesce(t.personas, 0)'
        when 'last' then '(n.last_day - date ''2000-01-01'')::bigint'
        when 'name' then '0::bigint'
        else 'coalesce(n.engagements, 0)' end || ' as number, '
    || case when is_counted then 'coalesce(n.engaged, 0) as engaged, coalesce(n.engagements, 0) as engagements, n.last_day'
      else 'null::bigint as engaged, null::bigint as engagements, null::date as last_day' end || '
      from public.companies c'
    || case
      -- As person_counts has them, but without bringing everybody's rows together for the sake of the few whom the log names.
      when is_counted and asked ? 'settled' then ' left join (' || settled || ' group by 1) n on n.company_id = c.id'
      when is_counted then ' left join (
        select x.company_id, sum(x.engaged)::bigint as engaged, sum(x.engagements)::bigint as engagements, max(x.last_day) as last_day
        from (' || settled || '
            -- The log itself is asked whom it names, since what is put aside keeps a statement to one process.
            and not exists (select from public.engagement_deltas d where d.tenant_id = $1 and d.person_id = p.id)
          group by 1
          union all
          select p.company_id, count(s.last_day), sum(s.engagements), max(s.last_day)
          -- Even those for whom it comes to nothing.
          from (select distinct person_id from public.engagement_deltas where tenant_id = $1) n
          join public.persons p on p.tenant_id = $1 and p.id = n.person_id
          left join public.person_engagement e on e.tenant_id = $1 and e.person_id = n.person_id
          left join pending d on d.person_id = n.person_id
          cross join lateral (
            select case when d.person_id is null then e.last_day else d.last_day end as last_day,
              coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0)
                + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements
          ) s
          where p.company_id is not null
          group by 1
        ) x
        group by 1) n on n.company_id = c.id' else '' end
    || case when asked ->> 'sort' = 'people' then ' left join (
        select p.company_id, count(*) as people from public.persons p where p.tenant_id = $1 and p.company_id is not null group by 1) w on w.company_id = c.id'
      else '' end
    || case when asked ->> 'sort' in ('targets', 'personas') then ' left join (
        select x.company_id, count(*) as personas, sum(x.first) as targets
        from (
          -- Whoever matches several personas is counted with the first of them.
          select p.company_id, y.persona_id, count(*) filter (where y.place = 1) as first
          from (select t.person_id, t.persona_id, row_number() over (partition by t.person_id order by t.persona_id) as place
            from public.targets t where t.tenant_id = $1 and t.is_active) y
          join public.persons p on p.tenant_id = $1 and p.id = y.person_id
          where p.company_id is not null group by 1, 2) x
        group by 1) t on t.company_id = c.id' else '' end
    || ' where c.tenant_id = $1' || conditions || ')
      select (select count(*) from found) as total, f.id, row_number() over () as place, f.engaged, f.engagements, f.last_day
      from (
        select * from found order by ' || case when is_descending then '-' else '' end || 'number nulls last, '
        || case when is_descending and asked ->> 'sort' = 'name' then 'name desc, ' else '' end || 'name, id
        offset ($2 ->> ''skip'')::bigint limit ($2 ->> ''most'')::bigint
      ) f'
  from named
$_$;


--
-- Name: company_by_key(uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.company_by_key(tenant uuid, key text) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  -- A company with a LinkedIn page is the better known of two under one name.
  select c.id from public.companies c
  where c.tenant_id = tenant and c.name_key = key
  order by c.linkedin_slug is null and c.linkedin_id is null, c.id
  limit 1
$$;


--
-- Name: company_key(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.company_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
  with plain as (
    select btrim(regexp_replace(replace(replace(app.fold_case(name), '.', ''), '&', ' and '), '[[:space:]\u00a0\u2007\u200b\u202f\u2010-\u2015\u2212!"$%''()*,/:;<=>?@\[\\\]^_`{|}~•·…“”„’‘«»™®-]+', ' ', 'g')) as key
  ),
  -- Names of legal forms, from cleanco's list (MIT), less those that are ordinary words.
  bare as (
    select key, regexp_replace(key, '( (ab|ag|aps|asa|bhd|bv|bvba|co|corp|corporation|cv|doo|ehf|eood|eurl|gmbh|gmbh and co kg|gmbh co kg|inc|incorporated|kft|kg|kgaa|lda|limited|llc|llp|lp|ltd|ltda|nv|ood|oy|oyj|plc|pllc|pte|pte ltd|pty|pty ltd|pvt|private limited|sa|s a|sa de cv|s de rl de cv|sarl|s a r l|sas|sasu|sdn|sl|s l|slu|snc|spa|s p a|sp z oo|sprl|srl|s r l|sro|se|ug|vof|zrt))+$', '') as short
    from plain
  )
  select case when short = '' then key else short end from bare
$_$;


--
-- Name: company_of(uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.company_of(tenant uuid, name text) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select app.company_by_key(tenant, app.company_key(name)) $$;


--
-- Name: complete_job(uuid, uuid, integer, integer, integer, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.complete_job(job uuid, attempt uuid, items integer, made integer, changed integer, details jsonb DEFAULT '{}'::jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  update public.scraping_jobs
  set state = 'completed', attempt_id = null, leased_until = null, progress = 1, found = items, created = made, updated = changed, error = null,
    finished_at = clock_timestamp(), extra = extra || details, reserved_cost = null
  where id = job and attempt_id = attempt and state = 'running';
  return found;
end $$;


--
-- Name: connection_alert(text, public.connection_status, text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.connection_alert(name text, status public.connection_status, reason text, paused_reason text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  -- Expired cookies and a pause may meet: the status says what has to be done.
  select case
    when not app.is_usable(status)
      then format('The connection %s is %s. %s', quote_ident(name), status, coalesce(reason, 'Replace its credentials: rapport connection edit.'))
    when status = 'expiring' then format('The connection %s is about to expire. %s', quote_ident(name), coalesce(reason, ''))
    when paused_reason is not null then format('The connection %s is paused. %s', quote_ident(name), paused_reason)
  end
$$;


--
-- Name: costs_money(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.costs_money(campaign integer) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select exists (
    select from public.campaigns c
    where c.tenant_id = app.current_tenant() and c.id = campaign and c.type in ('sponsored_content', 'message_ads', 'text_ads', 'dynamic_ads'))
$$;


--
-- Name: counted(bigint, text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.counted(n bigint, singular text, plural text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    AS $$
  select to_char(n, 'FM999,999,999,999,990') || ' ' || case when n = 1 then singular else plural end
$$;


--
-- Name: country_codes(text[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.country_codes(names text[]) RETURNS TABLE(name text, code text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select distinct on (w.name) w.name, k.code
  from unnest(names) w(name)
  join (select app.fold_case(written) as key, c.code from public.countries c cross join unnest(c.name || c.aliases) written) k on k.key = app.fold_case(btrim(w.name))
  order by w.name, k.code
$$;


--
-- Name: criteria_error(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.criteria_error(criteria jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $_$
declare
  criterion record;
  field record;
  word text;
  allowed text[];
begin
  if jsonb_typeof(criteria) <> 'object' then
    return 'criteria must be an object with one key for each criterion';
  end if;
  for criterion in select key as name, value as body from jsonb_each(criteria) loop
    allowed := case criterion.name
      when 'title' then array['include', 'exclude']
      when 'company' then array['include', 'exclude']
      when 'seniority' then array['any'] when 'function' then array['any'] when 'industry' then array['any']
      when 'company_size' then array['any'] when 'location' then array['any']
      when 'engagement' then array['min_score', 'window_days']
      when 'follower' then array['is']
    end;
    if allowed is null then
      return format('there is no criterion "%s"; the criteria are title, seniority, function, industry, company_size, location, engagement, follower, company', criterion.name);
    end if;
    if jsonb_typeof(criterion.body) <> 'object' then
      return format('criterion "%s" must be an object, such as {"%s": …, "weight": 1, "mode": "score"}', criterion.name, allowed[1]);
    end if;
    for field in select key as name, value from jsonb_each(criterion.body) loop
      if field.name = 'weight' then
        if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,4}$' or field.value::text::int not between 1 and 1000 then
          return format('the weight of "%s" must be a whole number from 1 to 1000', criterion.name);
        end if;
      elsif field.name = 'mode' then
        if field.value not in ('"score"', '"required"') then
          return format('the mode of "%s" must be "score" or "required"', criterion.name);
        end if;
      elsif not field.name = any (allowed) then
        return format('criterion "%s" has no field "%s"; its fields are %s, weight and mode', criterion.name, field.name, array_to_string(allowed, ', '));
      elsif field.name in ('include', 'exclude', 'any') then
        if jsonb_typeof(field.value) <> 'array' or exists (
          select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'string' or app.words(v #>> '{}') = ' ') then
          return format('"%s" of criterion "%s" must be a list of words', field.name, criterion.name);
        end if;
        -- What is nothing but punctuation would be found in everything.
        if criterion.name in ('title', 'company') and exists (
          select from unnest(app.text_array(field.value)) w where case criterion.name when 'title' then app.words(w) = ' ' else app.company_key(w) = '' end) then
          return format('"%s" of criterion "%s" must be a list of words', field.name, criterion.name);
        end if;
      elsif field.name in ('min_score', 'window_days') then
        if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,8}$' or field.value::text::int < 1 then
          return format('"%s" of criterion "%s" must be a whole number above 0', field.name, criterion.name);
        end if;
      elsif jsonb_typeof(field.value) <> 'boolean' then
        return format('"%s" of criterion "%s" must be true or false', field.name, criterion.name);
      end if;
    end loop;
    if criterion.name = 'engagement' and not criterion.body ? 'min_score' then
      return 'criterion "engagement" needs "min_score"';
    end if;
    if criterion.name = 'follower' and not criterion.body ? 'is' then
      return 'criterion "follower" needs "is": true or false';
    end if;
    if criterion.name in ('seniority', 'function', 'company_size') then
      allowed := case criterion.name
        when 'seniority' then enum_range(null::public.seniority)::text[]
        when 'function' then enum_range(null::public.job_function)::text[]
        else enum_range(null::public.size_band)::text[] end;
      foreach word in array app.text_array(criterion.body -> 'any') loop
        if not word = any (allowed) then
          return format('there is no %s "%s"; there are %s', replace(criterion.name, '_', ' '), word, array_to_string(allowed, ', '));
        end if;
      end loop;
    end if;
    if not exists (
      select from jsonb_each(criterion.body) f
      where f.key not in ('weight', 'mode') and case jsonb_typeof(f.value) when 'array' then jsonb_array_length(f.value) > 0 else true end) then
      return format('criterion "%s" says nothing; leave it out or give it words', criterion.name);
    end if;
  end loop;
  return null;
end $_$;


--
-- Name: criteria_hints(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.criteria_hints(criteria jsonb) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select case w.name
    when 'industry' then format('"%s" is no industry of LinkedIn''s list; it means companies whose industry is written just so', w.word)
    else case when length(app.fold_case(w.word)) > 3
      then format('"%s" is no country or region that is known here; it is looked for in the words of a person''s location, as a city is', w.word)
      else format('"%s" is the code of no country, and too short to be looked for in a location; it means nobody', w.word) end
    end
  from (values (1, 'industry'), (2, 'location')) k(place, name)
  cross join lateral (select k.name, u.word, u.n from unnest(app.text_array(criteria -> k.name -> 'any')) with ordinality u(word, n)) w
  where not exists (select from public.industries i where w.name = 'industry' and app.fold_case(w.word) = any (i.path))
    and not exists (
      select from public.countries c cross join unnest(array[c.code, c.name, c.region, c.sub_region] || c.aliases) known
      where w.name = 'location' and app.fold_case(known) = app.fold_case(w.word))
  order by k.place, w.n
$$;


--
-- Name: criteria_of(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.criteria_of(criteria jsonb) RETURNS SETOF app.criterion
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select k.place, k.name,
    -- A criterion that only excludes is no criterion until it is met.
    case when cardinality(w.wanted) = 0 and cardinality(w.unwanted) > 0 then 0 else coalesce((c.body ->> 'weight')::int, 1) end,
    coalesce(c.body ->> 'mode', 'score') = 'required',
    -- A code of two or three letters is a code and not a word: "DE" is not found in "Rio de Janeiro".
    (select array_agg(app.phrase(word)) from unnest(w.wanted) word
      where k.name = 'title' or (k.name = 'location' and length(app.fold_case(word)) > 3)),
    (select array_agg(case k.name when 'company' then app.company_key(word) when 'industry' then app.fold_case(word) when 'location' then app.fold_case(word) else word end)
      from unnest(w.wanted) word where k.name <> 'title'),
    (select array_agg(case k.name when 'title' then app.phrase(word) else app.company_key(word) end) from unnest(w.unwanted) word),
    (c.body ->> 'min_score')::int,
    (c.body ->> 'window_days')::int,
    (c.body ->> 'is')::boolean
  from (values (1, 'title'), (2, 'seniority'), (3, 'function'), (4, 'industry'), (5, 'company_size'), (6, 'location'),
    (7, 'engagement'), (8, 'follower'), (9, 'company')) k(place, name)
  join lateral (select criteria -> k.name as body) c on jsonb_typeof(c.body) = 'object'
  cross join lateral (select app.text_array(coalesce(c.body -> 'include', c.body -> 'any')) as wanted, app.text_array(c.body -> 'exclude') as unwanted) w
$$;


--
-- Name: current_tenant(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.current_tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  -- After `set local` ends, the setting reads '' and not null.
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;


--
-- Name: database_findings(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.database_findings() RETURNS TABLE(finding text, advice text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  select format('PostgreSQL %s has known holes in row security', current_setting('server_version')),
    'install the newest minor version of this major'
  where not app.is_patched(current_setting('server_version_num')::int)
  union all
  select format('the role rapport_app %s', w.may), 'alter role rapport_app nosuperuser nobypassrls nocreaterole nocreatedb'
  from pg_roles r
  cross join lateral (values (r.rolsuper, 'is a superuser'), (r.rolbypassrls, 'bypasses row security'), (r.rolcreaterole, 'creates roles'),
    (r.rolcreatedb, 'creates databases')) w(is_so, may)
  where r.rolname = 'rapport_app' and w.is_so
  union all
  select format('the role rapport_app owns %s', c.oid::regclass), format('alter table %s owner to %I', c.oid::regclass, current_user)
  from pg_class c
  where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and c.relowner = (select oid from pg_roles where rolname = 'rapport_app')
  union all
  select format('the role rapport_app is a member of %I', r.rolname), format('revoke %I from rapport_app', r.rolname)
  from pg_roles r
  where r.rolname <> 'rapport_app' and exists (select from pg_roles where rolname = 'rapport_app') and pg_has_role('rapport_app', r.oid, 'member')
  union all
  select format('row security is off on %s', c.oid::regclass), format('alter table %s enable row level security', c.oid::regclass)
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and not c.relrowsecurity
  union all
  select format('policy %I on %s is not ours', p.polname, p.polrelid::regclass), 'policies add up: drop it, or deploy again, which does'
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and p.polname not in ('tenant_rows', 'reference_rows')
  union all
  select format('the database''s encoding is %s', pg_encoding_to_char(encoding)), 'dump it and restore it into a database of encoding UTF8'
  from pg_database where datname = current_database() and pg_encoding_to_char(encoding) <> 'UTF8'
  union all
  select format('%s is off', name), format('set %s = on in postgresql.conf, or a power failure may lose what was committed', name)
  from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
  union all
  select format('trigger %I on %s is off', t.tgname, t.tgrelid::regclass), format('alter table %s enable trigger all, then rapport doctor metrics --repair and rapport doctor matching --repair', t.tgrelid::regclass)
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and t.tgenabled in ('D', 'R')
  union all
  select x.setting || coalesce(' of the role ' || quote_ident(r.rolname), '') || coalesce(' in the database ' || quote_ident(d.datname), ''), 'reset it: it keeps triggers from running, or anything from being written'
  from pg_db_role_setting s
  cross join lateral unnest(s.setconfig) x(setting)
  left join pg_roles r on r.oid = s.setrole
  left join pg_database d on d.oid = s.setdatabase
  where (s.setdatabase = 0 or d.datname = current_database()) and (s.setrole = 0 or r.rolname in ('rapport_app', current_user))
    and (x.setting ~ '^session_replication_role=' and x.setting <> 'session_replication_role=origin' or x.setting ~ '^default_transaction_read_only=(on|true|yes|1)$')
  union all
  select format('view %s shows the rows of every tenant', c.oid::regclass), format('alter view %s set (security_invoker = true)', c.oid::regclass)
  from pg_class c
  where c.relkind = 'v' and c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'], false)
    and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
    and exists (select from pg_roles where rolname = 'rapport_app') and has_table_privilege('rapport_app', c.oid, 'select')
  union all
  select format('the role rapport_app may %s %s', w.words, c.oid::regclass), format('revoke %s on %s from rapport_app, public', lower(w.may), c.oid::regclass)
  from pg_class c
  cross join (values ('TRUNCATE', 'truncate'), ('REFERENCES', 'refer to'), ('TRIGGER', 'hang triggers on')) w(may, words)
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables())
    and exists (select from pg_roles where rolname = 'rapport_app') and not pg_has_role('rapport_app', c.relowner, 'member')
    and not (select r.rolsuper from pg_roles r where r.rolname = 'rapport_app') and has_table_privilege('rapport_app', c.oid, w.may)
  union all
  select format('function %s acts as its owner in the caller''s search_path', f.oid::regprocedure), 'deploy again: rapport migrate'
  from pg_proc f
  where f.prosecdef and f.pronamespace = 'app'::regnamespace
    and not exists (select from unnest(f.proconfig) c where c like 'search_path=%')
  union all
  select format('anybody may create in the schema %I', n.nspname), format('revoke create on schema %I from public', n.nspname)
  from pg_namespace n
  where n.nspname in ('public', 'app') and exists (select from aclexplode(n.nspacl) a where a.grantee = 0 and a.privilege_type = 'CREATE')
  union all
  select format('index %s is broken', i.indexrelid::regclass), format('reindex index %s', i.indexrelid::regclass)
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and not (i.indisvalid and i.indisready)
  union all
  select format('constraint %I of %s was never checked', k.conname, k.conrelid::regclass), format('alter table %s validate constraint %I', k.conrelid::regclass, k.conname)
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and not k.convalidated
  union all
  select format('autovacuum is off for %s', c.oid::regclass), format('alter table %s reset (autovacuum_enabled)', c.oid::regclass)
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables()) and c.reloptions && array['autovacuum_enabled=off', 'autovacuum_enabled=false']
  union all
  select format('%s is off', name), format('set %s = on in postgresql.conf: what was replaced is never cleared away, and plans are of a database as it was long ago', name)
  from pg_settings where name in ('autovacuum', 'track_counts') and setting = 'off'
  union all
  select format('transaction numbers run out in %s million transactions', (2147483648 - age(d.datfrozenxid)) / 1000000), 'vacuum, as the owner; see what keeps autovacuum from it'
  from pg_database d where d.datname = current_database() and age(d.datfrozenxid) > 1500000000
  union all
  select format('the server has %s connections, %s of them for superusers', current_setting('max_connections'), current_setting('superuser_reserved_connections')),
    'a server with its worker takes up to 45: set max_connections = 100 in postgresql.conf'
  where current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer < 45
  union all
  select format('no worker has taken %s for more than an hour', case n when 1 then 'a job that is due' else n || ' jobs that are due' end), 'start rapport worker, or rapport serve without --no-worker'
  from (
    select count(*) as n from public.scraping_jobs j
    where j.state = 'pending' and j.run_at < now() - interval '1 hour' or j.state = 'running' and j.leased_until < now() - interval '1 hour'
  ) j
  -- One that waits for its turn, behind others or a connection that rests, has workers.
  where n > 0 and not exists (select from public.scraping_jobs r where r.started_at > now() - interval '1 hour')
  union all
  select format('no worker has taken %s for more than an hour', case n when 1 then 'a webhook''s delivery' else n || ' webhooks'' deliveries' end), 'start rapport worker, or rapport serve without --no-worker'
  from (select count(*) as n from public.webhook_inbox i where i.state in ('pending', 'failed') and i.next_attempt < now() - interval '1 hour') i where n > 0
  union all
  select format('%s engagements wait to be folded', n), 'rapport doctor metrics --repair folds them'
  from (select count(*) as n from public.engagement_deltas) d where n > 200000
$_$;


--
-- Name: default_call_limit(public.connection_type); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.default_call_limit(type public.connection_type) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- A member who opens forty pages a day is a member; and LinkedIn's development tier gives a member a hundred calls.
  select case type when 'personal' then 40 when 'company_page' then 100 when 'campaign_manager' then 1000 end
$$;


--
-- Name: default_rate(public.connection_type, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.default_rate(type public.connection_type, endpoint text) RETURNS TABLE(emission_interval interval, burst integer)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select r.emission_interval, r.burst
  from (values
    -- A human's pace, since this is a human's session.
    ('personal', interval '90 seconds', 2),
    ('company_page', interval '1 second', 5),
    ('campaign_manager', interval '500 milliseconds', 10),
    -- Apify allows 60 a second on one resource, and says so in a header.
    ('apify', interval '50 milliseconds', 20)
  ) r(of_type, emission_interval, burst)
  where r.of_type = type::text
$$;


--
-- Name: delete_connection(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delete_connection(connection uuid) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  known public.linkedin_connections;
  going integer;
begin
  -- In the order in which checks take them.
  select * into known from public.linkedin_connections where id = connection for update;
  select count(*) into going from public.scraping_jobs j
  where j.connection_id = connection and j.state in ('pending', 'running', 'parked') and app.has_begun_run(j);
  -- With what opens nothing, nobody could end them.
  if going > 0 and app.is_usable(known.status) then
    raise exception '% of its jobs have a run at Apify that would go on, and cost, with nobody to end it. Cancel them first and let a worker end the runs: rapport job list --state running (and parked), rapport job cancel ID, rapport job run', going
      using errcode = 'object_in_use';
  end if;
  update public.scraping_jobs set state = 'cancelled', finished_at = clock_timestamp(), error = 'Its connection was deleted.'
  where connection_id = connection and state in ('pending', 'running', 'parked');
  update public.scraping_jobs set connection_id = null where connection_id = connection;
  perform app.delete_schedule(s.id) from public.job_schedules s where s.connection_id = connection;
  delete from public.linkedin_connections where id = connection;
  return found;
end $$;


--
-- Name: delete_person(uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delete_person(tenant uuid, person integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  if app.remove_people(tenant, array[person]) = 0 then
    return false;
  end if;
  -- Who it was is what was to be forgotten.
  insert into public.audit_log (tenant_id, actor, event, subject) values (tenant, app.actor(), 'person.deleted', person::text);
  return true;
end $$;


--
-- Name: delete_post(uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delete_post(tenant uuid, post integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  -- As the gate of posts would take it, but before the first row is touched.
  perform from public.matching_state where tenant_id = tenant for update;
  update public.ads set post_id = null where tenant_id = tenant and post_id = post;
  update public.content_calendar set post_id = null where tenant_id = tenant and post_id = post;
  delete from public.posts where tenant_id = tenant and id = post;
  if not found then
    return false;
  end if;
  insert into public.audit_log (tenant_id, actor, event, subject) values (tenant, app.actor(), 'post.deleted', post::text);
  return true;
end $$;


--
-- Name: delete_schedule(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delete_schedule(schedule uuid) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  update public.scraping_jobs set schedule_id = null where schedule_id = schedule;
  insert into public.audit_log (tenant_id, actor, event, subject, details)
  select tenant_id, app.actor(), 'schedule.deleted', id::text, jsonb_build_object('name', name) from public.job_schedules where id = schedule;
  delete from public.job_schedules where id = schedule;
  return found;
end $$;


--
-- Name: delete_tenant(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delete_tenant(tenant uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- As imports take them: the tenant's own row (app.lock_people), then matching_state.
  perform from public.tenants where id = tenant for update;
  perform from public.matching_state where tenant_id = tenant for update;
  delete from public.content_calendar where tenant_id = tenant;
  delete from public.ads where tenant_id = tenant;
  delete from public.campaigns where tenant_id = tenant;
  delete from public.persons where tenant_id = tenant;
  delete from public.api_calls where tenant_id = tenant;
  delete from public.uploads where tenant_id = tenant;
  delete from public.scraping_jobs where tenant_id = tenant;
  delete from public.tenants where id = tenant;
  delete from public.engagement_deltas where tenant_id = tenant;
  delete from public.link_deltas where tenant_id = tenant;
  delete from public.target_deltas where tenant_id = tenant;
  delete from public.campaign_people where tenant_id = tenant;
  delete from public.campaign_daily where tenant_id = tenant;
  delete from public.campaign_persona_daily where tenant_id = tenant;
  delete from public.campaign_persona_totals where tenant_id = tenant;
  delete from public.people_sets where tenant_id = tenant;
  delete from public.post_totals where tenant_id = tenant;
  delete from public.post_persona_totals where tenant_id = tenant;
  delete from public.persona_daily where tenant_id = tenant;
  delete from public.person_engagement where tenant_id = tenant;
end $$;


--
-- Name: delete_upload(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delete_upload(upload uuid) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  u public.uploads;
begin
  select * into u from public.uploads where id = upload for update;
  if not found then
    return false;
  end if;
  if app.is_under_way(u) then
    raise exception 'this file is being % at this moment; cancel its job first', case when u.is_trial then 'checked' else 'imported' end
      using errcode = 'object_in_use';
  end if;
  update public.alerts set resolved_at = clock_timestamp() where tenant_id = u.tenant_id and job_id = u.job_id and resolved_at is null;
  delete from public.uploads where id = upload;
  insert into public.audit_log (tenant_id, actor, event, subject, details)
  values (u.tenant_id, app.actor(), 'upload.deleted', upload::text, jsonb_build_object('name', u.file_name));
  return true;
end $$;


--
-- Name: delivery_body(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.delivery_body(outgoing uuid) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select json_build_object('type', d.event, 'timestamp', to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', case
      when d.event not in ('person.entered', 'person.left') then d.facts::json
      else json_build_object('persona', json_build_object('id', d.facts -> 'persona_id', 'name', q.name), 'cause', d.facts -> 'cause', 'people', coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.name, 'headline', p.headline,
          'title', coalesce(nullif(p.title_override, ''), p.current_title),
          'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'linkedin_url', p.linkedin_url, 'score', m -> 1) order by p.id)
        from jsonb_array_elements(d.facts -> 'people') m
        join public.persons p on p.tenant_id = d.tenant_id and p.id = (m ->> 0)::integer
        left join public.companies c on c.tenant_id = p.tenant_id and c.id = p.company_id), '[]'))
    end)
  from public.webhook_deliveries d
  left join public.personas q on q.tenant_id = d.tenant_id and q.id::text = d.facts ->> 'persona_id'
  where d.id = outgoing
$$;


--
-- Name: differences(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.differences() RETURNS TABLE(figure text, missing bigint, wrong bigint)
    LANGUAGE sql STABLE PARALLEL SAFE
    SET enable_nestloop TO 'off'
    AS $$
  with campaign_days as materialized (select * from app.campaign_days where (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0)),
  campaign_days_again as materialized (select * from app.recount_campaign_days),
  engagers as materialized (select * from app.campaign_engagers),
  engagers_again as materialized (select * from app.recount_campaign_engagers),
  campaign_persona_days as materialized (select * from app.campaign_persona_days where (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0)),
  campaign_persona_days_again as materialized (select * from app.recount_campaign_persona_days),
  campaign_personas as materialized (select * from app.campaign_persona_counts where (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0)),
  campaign_personas_again as materialized (select * from app.recount_campaign_persona_counts),
  sets as materialized (select * from app.sets where people <> app.no_people()),
  sets_again as materialized (select * from app.recount_sets),
  posts as materialized (select * from app.post_counts where (likes, reactions, comments, shares, follows, clicks, people, targeted) <> (0, 0, 0, 0, 0, 0, 0, 0)),
  posts_again as materialized (select * from app.recount_post_counts),
  post_personas as materialized (select * from app.post_persona_counts where people <> 0),
  post_personas_again as materialized (select * from app.recount_post_persona_counts),
  persona_days as materialized (select * from app.persona_days where (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0)),
  persona_days_again as materialized (select * from app.recount_persona_days),
  persons as materialized (select * from app.person_counts where (likes, reactions, comments, shares, follows, clicks) <> (0, 0, 0, 0, 0, 0)),
  persons_again as materialized (select * from app.recount_person_counts)
  select 'campaign by day',
    (select count(*) from (table campaign_days_again except all table campaign_days) x),
    (select count(*) from (table campaign_days except all table campaign_days_again) x)
  union all
  select 'campaign engagers',
    (select count(*) from (table engagers_again except all table engagers) x),
    (select count(*) from (table engagers except all table engagers_again) x)
  union all
  select 'campaign and persona by day',
    (select count(*) from (table campaign_persona_days_again except all table campaign_persona_days) x),
    (select count(*) from (table campaign_persona_days except all table campaign_persona_days_again) x)
  union all
  select 'campaign and persona',
    (select count(*) from (table campaign_personas_again except all table campaign_personas) x),
    (select count(*) from (table campaign_personas except all table campaign_personas_again) x)
  union all
  select 'set of people',
    (select count(*) from (table sets_again except all table sets) x),
    (select count(*) from (table sets except all table sets_again) x)
  union all
  select 'post',
    (select count(*) from (table posts_again except all table posts) x),
    (select count(*) from (table posts except all table posts_again) x)
  union all
  select 'post and persona',
    (select count(*) from (table post_personas_again except all table post_personas) x),
    (select count(*) from (table post_personas except all table post_personas_again) x)
  union all
  select 'persona by day',
    (select count(*) from (table persona_days_again except all table persona_days) x),
    (select count(*) from (table persona_days except all table persona_days_again) x)
  union all
  select 'person',
    (select count(*) from (table persons_again except all table persons) x),
    (select count(*) from (table persons except all table persons_again) x)
$$;


--
-- Name: employer_keys(jsonb, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.employer_keys(positions jsonb, are_current boolean) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(array_agg(app.company_key(p ->> 'company')) filter (where p ->> 'company' <> ''), '{}')
  from jsonb_array_elements(case jsonb_typeof(positions) when 'array' then positions else '[]' end) p
  where coalesce(p ->> 'is_current' = 'true', false) = are_current
$$;


--
-- Name: end_chunk(uuid, uuid, integer, app.chunk_counts, bigint, bigint, jsonb, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.end_chunk(tenant uuid, import uuid, number integer, counts app.chunk_counts, skipped bigint, rejected bigint, reasons jsonb, rejects jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- The key refuses a second merge of this chunk, and with it everything that this transaction wrote.
  insert into public.import_chunks (tenant_id, import_id, chunk, lines, created, updated, unchanged, skipped, rejected)
  values (tenant, import, number, counts.created + counts.updated + counts.unchanged + skipped + rejected, counts.created, counts.updated,
    counts.unchanged, skipped, rejected);
  insert into public.import_rejects (tenant_id, import_id, line, field, reason, raw)
  select tenant, import, r.line, coalesce(r.field, ''), r.reason, r.raw
  from jsonb_to_recordset(rejects) r(line bigint, field text, reason text, raw text)
  order by r.line
  on conflict do nothing;
  update public.csv_imports i
  set lines = i.lines + counts.created + counts.updated + counts.unchanged + end_chunk.skipped + end_chunk.rejected,
    created = i.created + counts.created, updated = i.updated + counts.updated, unchanged = i.unchanged + counts.unchanged,
    skipped = i.skipped + end_chunk.skipped, rejected = i.rejected + end_chunk.rejected, people_created = i.people_created + counts.people_created,
    skip_reasons = (
      select coalesce(jsonb_object_agg(key, n), '{}')
      from (select key, sum(value::bigint) as n from (
        select * from jsonb_each_text(i.skip_reasons) union all select * from jsonb_each_text(reasons)) r group by key) s)
  where i.tenant_id = tenant and i.id = import;
end $$;


--
-- Name: end_delivery(uuid, integer, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.end_delivery(delivery uuid, attempt integer, details jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  ended public.webhook_inbox;
begin
  update public.webhook_inbox i
  set state = 'delivered', outcome = details, error = null, processed_at = clock_timestamp()
  where i.id = delivery and i.attempts = attempt and i.state in ('pending', 'failed')
  returning * into ended;
  if ended.id is null then
    return false;
  end if;
  update public.webhook_sources s set last_delivery = ended.received_at
  where s.id = ended.source_id and (s.last_delivery is null or s.last_delivery < ended.received_at);
  return true;
end $$;


--
-- Name: end_sending(uuid, integer, integer, integer, text, text, interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.end_sending(outgoing uuid, attempt integer, http_status integer, latency integer, answer_start text, problem text, rest interval DEFAULT NULL::interval) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  ended public.webhook_deliveries;
  is_gone boolean := coalesce(http_status = 410, false);
begin
  -- The endpoint first, as whoever resumes or deletes it takes them.
  perform from public.webhook_endpoints e
  where e.id = (select d.endpoint_id from public.webhook_deliveries d where d.id = outgoing) for no key update;
  update public.webhook_deliveries d
  set state = (case when problem is null then 'delivered' when is_gone or d.attempts >= 10 then 'dead' else 'failed' end)::public.delivery_state,
    ended_at = case when problem is null or is_gone or d.attempts >= 10 then clock_timestamp() end,
    next_attempt = case when problem is null then d.next_attempt else greatest(d.next_attempt, clock_timestamp() + rest) end,
    response_status = http_status, response_start = answer_start, latency_ms = latency, error = problem
  where d.id = outgoing and d.attempts = attempt and d.state in ('pending', 'failed')
  returning * into ended;
  if ended.id is null then
    return 'lost';
  end if;
  if problem is null then
    -- To the minute, since a row that is written with every delivery is in everybody's way.
    update public.webhook_endpoints e set failures = 0, failing_since = null, trouble = null, last_success = clock_timestamp()
    where e.id = ended.endpoint_id and e.is_active
      and (e.failures > 0 or e.trouble is not null or e.last_success is null or e.last_success < clock_timestamp() - interval '1 minute');
    return ended.state;
  end if;
  update public.webhook_endpoints e
  set failures = e.failures + 1, failing_since = coalesce(e.failing_since, clock_timestamp()), is_active = w.stays,
    trouble = case
      when is_gone then 'It answered that it is gone (410), and was switched off. Resume it when it is there again.'
      when not w.stays then format('Nothing was taken there for three days, and it was switched off. The last time: %s', problem)
      when ended.state = 'dead' then format('A delivery was given up after ten attempts. The last time: %s', problem)
      else e.trouble end
  from (
    select o.tenant_id, o.id, not is_gone and not (o.failures + 1 >= 10 and o.failing_since < clock_timestamp() - interval '3 days') as stays
    from public.webhook_endpoints o where o.id = ended.endpoint_id
  ) w
  where e.tenant_id = w.tenant_id and e.id = w.id and e.is_active;
  return ended.state;
end $$;


--
-- Name: end_upload(uuid, jsonb, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.end_upload(upload uuid, report jsonb, import uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  update public.uploads set imported = report, checked = null, import_id = import where id = upload;
  delete from public.upload_parts where upload_id = upload and content = 'file';
end $$;


--
-- Name: endpoint_alert(text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.endpoint_alert(name text, trouble text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 'The endpoint ' || quote_ident(name) || ' needs attention. ' || trouble $$;


--
-- Name: endpoints_for(public.endpoint_event); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.endpoints_for(of_event public.endpoint_event) RETURNS TABLE(of_tenant uuid, endpoint uuid)
    LANGUAGE sql
    AS $$
  select e.tenant_id, e.id from public.webhook_endpoints e
  where e.is_active and app.wants(e.events, of_event)
  order by e.tenant_id, e.id for key share
$$;


--
-- Name: engagement_score(uuid, integer, date); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.engagement_score(tenant uuid, person integer, since date) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select coalesce(sum(app.weight_of(w, e.engagement_type, e.reaction_type)), 0)
  from public.engagements e
  join app.weights w on w.tenant_id = e.tenant_id
  where e.tenant_id = tenant and e.person_id = person and (since is null or e.engaged_on >= since)
$$;


--
-- Name: enqueue_job(public.job_kind, jsonb, uuid, timestamp with time zone, integer, numeric, integer, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.enqueue_job(of_kind public.job_kind, with_input jsonb, with_connection uuid DEFAULT NULL::uuid, at timestamp with time zone DEFAULT NULL::timestamp with time zone, with_priority integer DEFAULT 0, with_cost_limit numeric DEFAULT NULL::numeric, with_max_attempts integer DEFAULT 5, with_schedule uuid DEFAULT NULL::uuid) RETURNS uuid
    LANGUAGE sql
    AS $$
  insert into public.scraping_jobs (kind, input, connection_id, schedule_id, run_at, priority, cost_limit, max_attempts)
  values (of_kind, with_input, with_connection, with_schedule, coalesce(at, now()), with_priority, with_cost_limit, with_max_attempts)
  returning id
$$;


--
-- Name: enqueue_scheduled_jobs(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.enqueue_scheduled_jobs() RETURNS bigint
    LANGUAGE sql
    AS $$
  with due as (
    select s.* from public.job_schedules s
    where s.is_active and s.next_run_at <= clock_timestamp()
    order by s.tenant_id, s.id for update skip locked
  ),
  moved as (
    update public.job_schedules s
    set next_run_at = d.next_run_at
      + d.every * (1 + floor(extract(epoch from clock_timestamp() - d.next_run_at) / extract(epoch from d.every)))::double precision
    from due d where s.tenant_id = d.tenant_id and s.id = d.id
  ),
  made as (
    insert into public.scraping_jobs (tenant_id, kind, input, connection_id, schedule_id, cost_limit)
    select d.tenant_id, d.kind, d.input, d.connection_id, d.id, d.cost_limit from due d
    where not exists (
      select from public.scraping_jobs j
      where j.tenant_id = d.tenant_id and j.schedule_id = d.id and j.state in ('pending', 'running', 'parked'))
    order by d.tenant_id, d.id
    returning 1
  )
  select count(*) from made
$$;


--
-- Name: enrichment_candidates(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.enrichment_candidates(at_most integer) RETURNS TABLE(person_id integer, member_id text, slug text, reason text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  with eligible as materialized (
    select p.id, m.value as member_id, s.value as slug, p.is_notable, p.notable_reason, p.last_seen, p.enrichment_status, p.enriched_at,
      p.enriched_at is not null and p.facts_from = 'headline' and p.facts_seen_at > p.enriched_at as seems_moved
    from public.persons p
    left join lateral (
      select min(i.value) as value from public.person_identities i
      where i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'member_id' and i.source <> 'api') m on true
    left join lateral (
      select i.value from public.person_identities i
      where i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'slug' and i.source <> 'api'
      order by i.created_at desc, i.value limit 1) s on true
    where p.tenant_id = app.current_tenant() and coalesce(m.value, s.value) is not null
      and case p.enrichment_status
        when 'never' then true
        when 'enriched' then coalesce(p.enriched_at < now() - interval '30 days', true) or (p.facts_from = 'headline' and p.facts_seen_at > p.enriched_at)
        -- Who asked has not come back.
        when 'pending' then coalesce(p.enrichment_attempted_at < now() - interval '1 day', true)
        when 'missed' then coalesce(p.enrichment_attempted_at < now() - interval '90 days', true)
        else coalesce(p.enrichment_attempted_at < now() - interval '1 day' * least(30, 2 ^ least(p.enrichment_failures, 5)), true)
      end
      -- Whoever is kept out of every persona is nobody's target.
      and not (
        exists (select from public.personas q where q.tenant_id = p.tenant_id and q.is_active)
        and not exists (
          select from public.personas q
          where q.tenant_id = p.tenant_id and q.is_active and not exists (
            select from public.targets t where t.tenant_id = q.tenant_id and t.persona_id = q.id and t.person_id = p.id and t.excluded)))
  ),
  target as materialized (
    select distinct on (t.person_id) t.person_id, t.pinned or t.manually_added as by_hand, t.match_score, q.name
    from public.targets t
    join public.personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id and q.is_active
    where t.tenant_id = app.current_tenant() and t.is_active and not t.excluded
    order by t.person_id, t.pinned or t.manually_added desc, t.match_score desc, q.name
  ),
  known as materialized (
    select e.*, t.name as persona, t.match_score,
      case when t.by_hand then 1 when e.is_notable then 2 when t.match_score >= 0.80 then 3 else 9 end as place
    from eligible e
    left join target t on t.person_id = e.id
  ),
  -- Scores below a threshold are kept nowhere; they are worked out for those who were seen last, and only where there is room.
  pool as materialized (
    select coalesce(array_agg(k.id), '{}') as people
    from (
      select k.id from known k
      where k.place = 9 and at_most > (select count(*) from known o where o.place < 9)
      order by k.last_seen desc, k.id limit 5000) k
  ),
  near as materialized (
    select n.* from pool cross join lateral app.near_thresholds(app.current_tenant(), pool.people) n
  ),
  placed as (
    select k.*, n.persona as near_persona, n.match_score as near_score, n.threshold, s.last_day, s.score,
      case when k.place < 9 then k.place when n.person_id is not null then 4
        when s.last_day >= app.tenant_today(app.current_tenant()) - 30 then 5 else 6 end as turn
    from known k
    left join near n on n.person_id = k.id
    left join app.person_scores s on s.tenant_id = app.current_tenant() and s.person_id = k.id
  )
  select p.id, p.member_id, p.slug,
    case p.turn
      when 1 then 'was made a target of ' || p.persona || ' by hand'
      when 2 then 'is notable' || coalesce(': ' || p.notable_reason, '')
      when 3 then 'matches ' || p.persona || ' with ' || p.match_score
      when 4 then 'is near the threshold of ' || p.near_persona || ': ' || p.near_score || ' of ' || p.threshold
      when 5 then 'engaged on ' || p.last_day
      else 'nothing else is known'
    end || case
      when p.seems_moved then '; the headline names another employer since'
      when p.enrichment_status = 'enriched' then coalesce('; the profile is of ' || (p.enriched_at at time zone 'UTC')::date, '')
      when p.enrichment_status = 'missed' then '; was not found at the last time'
      when p.enrichment_status = 'failed' then '; the last time failed'
      else ''
    end
  from placed p
  order by p.turn, p.seems_moved desc, case when p.turn = 3 then p.match_score end desc, p.score desc nulls last, p.last_seen desc, p.id
  limit at_most
$$;


--
-- Name: exclude_target(uuid, uuid, integer, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.exclude_target(tenant uuid, persona uuid, person integer, why text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform app.hold_target(tenant, persona, person);
  insert into public.targets (tenant_id, persona_id, person_id, is_active, excluded, reason, cause)
  values (tenant, persona, person, false, true, why, 'manual')
  on conflict (tenant_id, persona_id, person_id) do update
  set excluded = true, pinned = false, is_active = false, reason = excluded.reason, cause = 'manual';
end $$;


--
-- Name: extend_lease(uuid, uuid, interval, real); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.extend_lease(job uuid, attempt uuid, lease interval, share real DEFAULT NULL::real) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  asked timestamptz;
begin
  update public.scraping_jobs set leased_until = clock_timestamp() + lease, progress = coalesce(share, progress)
  where id = job and attempt_id = attempt and state = 'running'
  returning cancel_asked_at into asked;
  return case when not found then 'lost' when asked is not null then 'cancelled' else 'held' end;
end $$;


--
-- Name: fail_delivery(uuid, integer, text, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.fail_delivery(delivery uuid, attempt integer, problem text, is_final boolean) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  became public.delivery_state;
begin
  update public.webhook_inbox i
  set state = (case when is_final or i.attempts >= 8 then 'dead' else 'failed' end)::public.delivery_state, error = problem,
    processed_at = case when is_final or i.attempts >= 8 then clock_timestamp() end
  where i.id = delivery and i.attempts = attempt and i.state in ('pending', 'failed')
  returning i.state into became;
  return coalesce(became::text, 'lost');
end $$;


--
-- Name: fail_job(uuid, uuid, text, boolean, interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.fail_job(job uuid, attempt uuid, problem text, is_final boolean DEFAULT false, rest interval DEFAULT NULL::interval) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  became public.job_state;
begin
  update public.scraping_jobs j
  set state = app.state_after(j, is_final), attempt_id = null, leased_until = null, error = problem,
    run_at = clock_timestamp() + greatest(rest, least(interval '1 hour', interval '30 seconds' * power(2, least(j.attempts - 1, 12))) * (0.5 + random())),
    finished_at = case when app.state_after(j, is_final) <> 'pending' then clock_timestamp() end
  where j.id = job and j.attempt_id = attempt and j.state = 'running'
  returning j.state into became;
  return coalesce(became::text, 'lost');
end $$;


--
-- Name: find_or_make_campaign(uuid, text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.find_or_make_campaign(tenant uuid, campaign text, campaign_group text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  group_id integer;
  found_id integer;
begin
  if btrim(coalesce(campaign_group, '')) <> '' then
    select id into group_id from public.campaign_groups where tenant_id = tenant and lower(name) = lower(btrim(campaign_group)) order by id limit 1;
    if group_id is null then
      insert into public.campaign_groups (tenant_id, name) values (tenant, btrim(campaign_group)) returning id into group_id;
    end if;
  end if;
  select id into found_id from public.campaigns where tenant_id = tenant and lower(name) = lower(btrim(campaign)) order by id limit 1;
  if found_id is null then
    insert into public.campaigns (tenant_id, name, campaign_group_id, extra) values (tenant, btrim(campaign), group_id, '{"type_of_posts": "organic"}')
    returning id into found_id;
  elsif group_id is not null then
    update public.campaigns set campaign_group_id = group_id where tenant_id = tenant and id = found_id and campaign_group_id is null;
  end if;
  return found_id;
end $$;


--
-- Name: find_or_make_company(uuid, text, text, text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.find_or_make_company(tenant uuid, company text, key text, page_id text, page_slug text, OUT company_id integer, OUT is_new boolean) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
  slug text := nullif(lower(btrim(page_slug)), '');
  by_slug record;
  other integer;
begin
  is_new := false;
  if page_id is not null then
    select c.id into company_id from public.companies c where c.tenant_id = tenant and c.linkedin_id = page_id;
  end if;
  if slug is not null then
    select c.id, c.linkedin_id into by_slug from public.companies c where c.tenant_id = tenant and c.linkedin_slug = slug;
    if by_slug.id is distinct from company_id and by_slug.linkedin_id <> page_id then
      update public.companies c set linkedin_slug = null, linkedin_url = null where c.tenant_id = tenant and c.id = by_slug.id;
    elsif company_id is null then
      company_id := by_slug.id;
    elsif by_slug.id <> company_id then
      perform app.unite_companies(tenant, company_id, by_slug.id);
    end if;
  end if;
  if company_id is null and key <> '' then
    select c.id into company_id from public.companies c
    where c.tenant_id = tenant and c.name_key = key and (page_id is null or c.linkedin_id is null) and (slug is null or c.linkedin_slug is null)
    order by c.linkedin_slug is null and c.linkedin_id is null, c.id
    limit 1;
  end if;
  if company_id is null then
    if coalesce(key, '') = '' and page_id is null and slug is null then
      return;
    end if;
    insert into public.companies (tenant_id, name, linkedin_id, linkedin_slug, linkedin_url, name_key)
    values (tenant, btrim(company), page_id, slug, 'https://www.linkedin.com/company/' || coalesce(slug, page_id) || '/', key)
    returning id into company_id;
    is_new := true;
  end if;
  if page_id is null and slug is null then
    return;
  end if;
  -- Asked before, since a statement that updates nothing still fires what watches companies.
  if not is_new and exists (
    select from public.companies c
    where c.tenant_id = tenant and c.id = find_or_make_company.company_id
      and (c.linkedin_id is null and page_id is not null or c.linkedin_slug is null and slug is not null or c.linkedin_url is null)) then
    update public.companies c
    set linkedin_id = coalesce(c.linkedin_id, page_id), linkedin_slug = coalesce(c.linkedin_slug, slug),
      linkedin_url = coalesce(c.linkedin_url, 'https://www.linkedin.com/company/' || coalesce(slug, page_id) || '/')
    where c.tenant_id = tenant and c.id = find_or_make_company.company_id;
  end if;
  select c.id into other from public.companies c
  where c.tenant_id = tenant and c.name_key = key and c.linkedin_id is null and c.linkedin_slug is null and c.id <> find_or_make_company.company_id;
  if other is not null then
    perform app.unite_companies(tenant, company_id, other);
  end if;
end $$;


--
-- Name: find_post(uuid, text, bigint, bigint, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.find_post(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select min(p) from app.find_posts(tenant, find_post.url, find_post.activity_id, find_post.share_id, find_post.ugc_post_id) p
$$;


--
-- Name: find_posts(uuid, text, bigint, bigint, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.find_posts(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) RETURNS SETOF integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  -- The ids of one post differ by kind, and some files do not say which kind theirs is: any of them may name it.
  select p.id
  from public.posts p
  where p.tenant_id = tenant
    -- Qualified, since in SQL the name of a column goes before that of an argument.
    and (p.activity_id in (find_posts.activity_id, find_posts.share_id, find_posts.ugc_post_id)
      or p.share_id in (find_posts.activity_id, find_posts.share_id, find_posts.ugc_post_id)
      or p.ugc_post_id in (find_posts.activity_id, find_posts.share_id, find_posts.ugc_post_id) or p.url = find_posts.url)
  order by p.id
$$;


--
-- Name: finish_call(bigint, integer, integer, bigint, text, boolean, interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.finish_call(call bigint, http_status integer, latency integer, size bigint, problem text, is_failure boolean, rest interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  made public.api_calls;
  c public.linkedin_connections;
begin
  -- The connection first, as whoever asks for leave takes it.
  select l.* into c from public.api_calls a join public.linkedin_connections l on l.tenant_id = a.tenant_id and l.id = a.connection_id
  where a.id = call for update of l;
  update public.api_calls set status = http_status, latency_ms = latency, bytes = size, error = problem
  where id = call returning * into made;
  if c.id is null then
    return;
  end if;
  if rest is not null then
    update public.rate_limits l set blocked_until = greatest(l.blocked_until, clock_timestamp() + rest)
    where l.connection_id = c.id and l.endpoint = made.endpoint;
  end if;
  if not is_failure then
    update public.linkedin_connections set failures = 0, paused_until = null, paused_reason = null
    where id = c.id and (failures > 0 or paused_until is not null or paused_reason is not null);
  elsif c.failures + 1 >= 5 then
    -- The circuit breaker: a minute, then two, four … up to an hour, with one call in between to see.
    update public.linkedin_connections
    set failures = c.failures + 1, paused_reason = format('The last %s calls failed: %s', c.failures + 1, coalesce(problem, 'no answer')),
      paused_until = clock_timestamp() + least(interval '1 hour', interval '1 minute' * power(2, least(c.failures + 1 - 5, 10)))
    where id = c.id;
  else
    update public.linkedin_connections set failures = c.failures + 1 where id = c.id;
  end if;
end $$;


--
-- Name: first_read(uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.first_read(tenant uuid, import uuid) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select min(s.started_at)
  from public.csv_imports i
  join public.csv_imports s on s.tenant_id = i.tenant_id and s.file_sha256 = i.file_sha256
  where i.tenant_id = tenant and i.id = import and i.options ->> 'seen_at' is null
    -- Who is asked again and says the same says it of today.
    and i.options ->> 'job' is null and s.options ->> 'job' is null
$$;


--
-- Name: fold_case(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.fold_case(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- Most texts are plain ASCII, and pay for nothing else.  Of the others the accents are taken off, however they are written,
  -- and then the letters that have none to take off.  Capitals are listed, since lower() knows only ASCII in a database of
  -- locale C, and a Turkish one would make a dotless i of I.
  select case when octet_length(t) = length(t) then lower(t collate "C") else
    translate(replace(replace(replace(replace(
      lower(translate(regexp_replace(normalize(t, nfd), '[\u0300-\u036f]+', '', 'g'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZŁØĐÐĦÆŒÞẞ', 'abcdefghijklmnopqrstuvwxyzłøđðħæœþß')),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'łøđðħı', 'loddhi') end
$$;


--
-- Name: fold_engagements(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.fold_engagements() RETURNS bigint
    LANGUAGE sql
    AS $$
  select coalesce(sum(app.fold_tenant(tenant_id)), 0)::bigint
  from (
    select tenant_id from public.engagement_deltas
    union select tenant_id from public.link_deltas
    union select tenant_id from public.target_deltas
    order by 1
  ) t
$$;


--
-- Name: fold_tenant(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.fold_tenant(tenant uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
  folded bigint;
begin
  perform app.require_tenant(tenant);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the fold needs read committed: its snapshot must be younger than its lock' using errcode = 'active_sql_transaction';
  end if;
  if not exists (select from public.engagement_deltas where tenant_id = tenant)
     and not exists (select from public.link_deltas where tenant_id = tenant)
     and not exists (select from public.target_deltas where tenant_id = tenant) then
    return 0;
  end if;
  perform from public.fold_locks where tenant_id = tenant for update skip locked;
  if not found then
    return -1;
  end if;
  execute $q$
  with e as (delete from public.engagement_deltas where tenant_id = $1 returning 1),
  l as (delete from public.link_deltas where tenant_id = $1 returning 1),
  t as (delete from public.target_deltas where tenant_id = $1 returning 1),
  f as materialized (select * from app.pending_campaign where tenant_id = $1),
  people as (
    select campaign_id, person_id, max(day) filter (where n > 0) as first_day from f where kind = 'p' group by 1, 2
  ),
  people_left as (
    delete from public.campaign_people c using people p
    where p.first_day is null and c.tenant_id = $1 and c.campaign_id = p.campaign_id and c.person_id = p.person_id
  ),
  people_in as (
    insert into public.campaign_people (tenant_id, campaign_id, person_id, first_day)
    select $1, campaign_id, person_id, first_day from people where first_day is not null order by campaign_id, person_id
    on conflict (tenant_id, campaign_id, person_id) do update set first_day = excluded.first_day
  ),
  daily as (
    insert into public.campaign_daily as r (tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select $1, campaign_id, day,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as new_people
    from f group by 1, 2, 3 order by 2, 3
    on conflict (tenant_id, campaign_id, day) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      new_people = r.new_people + excluded.new_people
  ),
  persona as materialized (
    select campaign_id, persona_id, day,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as new_people
    from (
      select f.campaign_id, t.persona_id, f.day, f.kind, f.n * t.n as n
      from f join app.settled_targets t on t.tenant_id = $1 and t.person_id = f.person_id
      union all
      select campaign_id, persona_id, day, kind, n from app.pending_members where tenant_id = $1
    ) x
    group by 1, 2, 3
  ),
  persona_day as (
    insert into public.campaign_persona_daily as r (tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select $1, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people
    from persona order by campaign_id, persona_id, day
    on conflict (tenant_id, campaign_id, persona_id, day) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      new_people = r.new_people + excluded.new_people
  ),
  persona_total as (
    insert into public.campaign_persona_totals as r (tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people)
    select $1, campaign_id, persona_id, sum(likes), sum(reactions), sum(comments), sum(shares), sum(follows), sum(clicks), sum(new_people)
    from persona group by 1, 2, 3 order by 2, 3
    on conflict (tenant_id, campaign_id, persona_id) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      people = r.people + excluded.people
  ),
  reached as materialized (select post_id, person_id, n from app.pending_post_people where tenant_id = $1),
  post_total as (
    insert into public.post_totals as r (tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted)
    select $1, post_id,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as people,
      coalesce(sum(n) filter (where kind = 't'), 0)::int as targeted
    from (
      select post_id, kind, n from app.net_engagements where tenant_id = $1
      union all
      select post_id, 'p', n from reached
      union all
      select r.post_id, 't', r.n
      from reached r
      cross join lateral (select from app.settled_targets t where t.tenant_id = $1 and t.person_id = r.person_id having sum(t.n) > 0) was
      union all
      select post_id, 't', n from app.pending_post_targeted where tenant_id = $1
    ) x
    group by 2 order by 2
    on conflict (tenant_id, post_id) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      people = r.people + excluded.people,
      targeted = r.targeted + excluded.targeted
  ),
  post as (
    insert into public.post_persona_totals as r (tenant_id, post_id, persona_id, people)
    select $1, post_id, persona_id, sum(n)::int
    from (
      select d.post_id, t.persona_id, d.n * t.n as n
      from reached d
      cross join lateral (select persona_id, n from app.settled_targets t where t.tenant_id = $1 and t.person_id = d.person_id offset 0) t
      union all
      select post_id, persona_id, n from app.pending_post_members where tenant_id = $1
    ) x
    group by 2, 3 having sum(n) <> 0 order by 2, 3
    on conflict (tenant_id, post_id, persona_id) do update set people = r.people + excluded.people
  ),
  active as materialized (select person_id, day, kind, n from app.pending_person_day where tenant_id = $1),
  trend as (
    insert into public.persona_daily as r (tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people)
    select $1, persona_id, day,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as people
    from (
      select t.persona_id, a.day, a.kind, a.n * t.n as n
      from active a
      cross join lateral (select persona_id, n from app.settled_targets t where t.tenant_id = $1 and t.person_id = a.person_id offset 0) t
      union all
      select persona_id, day, kind, n from app.pending_day_members where tenant_id = $1
    ) x
    group by 2, 3 order by 2, 3
    on conflict (tenant_id, persona_id, day) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      people = r.people + excluded.people
  ),
  moved as materialized (
    select kind, key, app.chunk_of(person_id) as chunk, coalesce(bit_or(app.bit_of(person_id)) filter (where n > 0), app.no_people()) as came,
      coalesce(bit_or(app.bit_of(person_id)) filter (where n < 0), app.no_people()) as went
    from (
      -- Whose first day moved left it and came again.
      select 'c'::"char" as kind, campaign_id::text as key, person_id, sum(n) as n from f where kind = 'p' group by 2, 3 having sum(n) <> 0
      union all
      select 'd', to_char(day, 'YYYY-MM-DD'), person_id, n from active where kind = 'p'
      union all
      select 'q', persona_id::text, person_id, n from app.net_targets where tenant_id = $1
      union all
      select 't', '', person_id, n from app.net_targeted where tenant_id = $1
    ) x
    group by 1, 2, 3
  ),
  sets as (
    insert into public.people_sets (tenant_id, kind, key, chunk, people)
    select $1, m.kind, m.key, m.chunk, coalesce(r.people, app.no_people()) & ~m.went | m.came
    from moved m
    left join public.people_sets r on r.tenant_id = $1 and r.kind = m.kind and r.key = m.key and r.chunk = m.chunk
    order by 2, 3, 4
    on conflict (tenant_id, kind, key, chunk) do update set people = excluded.people
  ),
  person as (
    insert into public.person_engagement as r (tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score)
    select tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score
    from app.pending_person_engagement where tenant_id = $1 order by person_id
    on conflict (tenant_id, person_id) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      first_day = excluded.first_day,
      last_day = excluded.last_day,
      days = excluded.days,
      week_score = excluded.week_score
  )
  select (select count(*) from e) + (select count(*) from l) + (select count(*) from t) $q$ into folded using tenant;
  update public.fold_locks set folds = folds + 1 where tenant_id = tenant;
  return folded;
end $_$;


--
-- Name: forget_people(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.forget_people() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  t record;
  people integer[];
  part bigint;
  forgotten bigint := 0;
begin
  for t in select id, people_kept_months as months from public.tenants where people_kept_months is not null order by id loop
    -- So many at a time: who counts or matches meanwhile waits no longer than for an import.
    perform from public.matching_state where tenant_id = t.id for share;
    people := array(select u.id from app.people_unseen(t.id, t.months) u (id) order by u.id limit 1000);
    perform from public.persons where tenant_id = t.id and id = any (people) order by id for update;
    -- Somebody may have been seen until they were held.
    part := app.remove_people(t.id, array(select u.id from app.people_unseen(t.id, t.months) u (id) where u.id = any (people)));
    if part > 0 then
      insert into public.audit_log (tenant_id, actor, event, subject, details)
      values (t.id, app.actor(), 'people.forgotten', t.id::text, jsonb_build_object('people', part, 'months', t.months));
    end if;
    forgotten := forgotten + part;
  end loop;
  return forgotten;
end $$;


--
-- Name: found_companies(uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.found_companies(tenant uuid, asked jsonb) RETURNS SETOF app.found_company
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  -- Where the log names nobody, nobody has to be told apart from those whom it names.
  if not exists (select from public.engagement_deltas d where d.tenant_id = found_companies.tenant) then
    asked := asked || '{"settled": true}';
  end if;
  return query execute app.companies_statement(asked) using tenant, asked;
end $$;


--
-- Name: found_people(uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.found_people(tenant uuid, asked jsonb) RETURNS SETOF app.found_person
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
  least bigint;
  weight app.weights;
  members integer[];
begin
  -- As a parameter they are known to whoever plans the statement.
  select * into weight from app.weights w where w.tenant_id = found_people.tenant;
  -- As a parameter they are a hash to look into, of which it is known how many they are.
  if asked ? 'segment' then
    members := array(select app.segment_members(tenant, asked ->> 'segment'));
  end if;
  -- Where few are left, the first few hundred say nothing of them.
  if asked ->> 'sort' = 'score' and (asked ->> 'descending')::boolean and not asked ?| array['company', 'owner', 'tag', 'search'] then
    execute app.people_statement(asked || '{"bound": true}') into least using tenant, asked, weight, members;
    if least is not null then
      asked := asked || jsonb_build_object('least', least);
    end if;
  end if;
  return query execute app.people_statement(asked) using tenant, asked, weight, members;
end $$;


--
-- Name: get_recommended_strategies_for_persona(uuid, integer, boolean, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.get_recommended_strategies_for_persona(persona uuid, how_many integer DEFAULT 5, explore boolean DEFAULT false, seed bigint DEFAULT NULL::bigint) RETURNS TABLE(strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric, recommendation_reason text, prior_rate numeric, people bigint, posts bigint, trials bigint, successes bigint, people_engaged bigint, posterior_mean numeric, interval_low numeric, interval_high numeric, baseline numeric, lift numeric, score numeric)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select r.strategy_id, r.strategy, r.type, r.relevance_score, r.recommendation_reason, r.prior_rate, r.people, r.posts, r.trials, r.successes,
    r.people_engaged, r.posterior_mean, r.interval_low, r.interval_high, r.baseline, r.lift, r.score
  from app.recommended_strategies((select q.tenant_id from public.personas q where q.id = persona), array[persona], how_many,
    case when explore then coalesce(seed, (extract(epoch from statement_timestamp()) * 1000000)::bigint) end) r
$$;


--
-- Name: hand_back_job(uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hand_back_job(job uuid, attempt uuid) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  update public.scraping_jobs set state = 'pending', attempt_id = null, leased_until = null, run_at = clock_timestamp(), attempts = greatest(attempts - 1, 0)
  where id = job and attempt_id = attempt and state = 'running';
  return found;
end $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: scraping_jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scraping_jobs (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind public.job_kind NOT NULL,
    state public.job_state DEFAULT 'pending'::public.job_state NOT NULL,
    connection_id uuid,
    input jsonb DEFAULT '{}'::jsonb NOT NULL,
    attempt_id uuid,
    leased_until timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    max_attempts integer DEFAULT 5 NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    cancel_asked_at timestamp with time zone,
    schedule_id uuid,
    apify_run_id text,
    start_asked_at timestamp with time zone,
    cost numeric(12,4),
    cost_limit numeric(12,4),
    reserved_cost numeric(12,4),
    progress real,
    found integer,
    created integer,
    updated integer,
    error text,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cost_limits_are_not_negative CHECK ((cost_limit >= (0)::numeric)),
    CONSTRAINT jobs_have_an_attempt CHECK ((max_attempts > 0)),
    CONSTRAINT progress_is_a_share CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)))
);


--
-- Name: has_begun_run(public.scraping_jobs); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.has_begun_run(job public.scraping_jobs) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- Whoever takes in what somebody else's run has found has nothing to end.
  select job.kind <> 'apify_run' and job.connection_id is not null and (job.apify_run_id is not null or job.start_asked_at is not null)
$$;


--
-- Name: has_owner(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.has_owner(tenant uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select exists (
    select from public.memberships m join public.users u on u.id = m.user_id
    where m.tenant_id = tenant and m.role = 'owner' and u.disabled_at is null)
$$;


--
-- Name: has_tag(text[], text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.has_tag(tags text[], tag text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- All of them at once: taking them apart costs more than what they are in.
  select lower(tag) = any (lower(tags::text)::text[])
$$;


--
-- Name: have_word_in_common(text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.have_word_in_common(a text, b text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select string_to_array(btrim(app.words(a)), ' ') && string_to_array(btrim(app.words(b)), ' ') $$;


--
-- Name: hint_run(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hint_run(run text, with_connection uuid) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  job uuid;
begin
  -- Our own job that waits for this run need not wait any longer.
  update public.scraping_jobs j set run_at = least(j.run_at, clock_timestamp())
  where j.apify_run_id = run and j.state = 'parked' and j.run_at < 'infinity';
  if exists (select from public.scraping_jobs j where j.apify_run_id = run) then
    return 'known';
  end if;
  begin
    job := app.enqueue_job('apify_run', jsonb_build_object('run', run), with_connection);
    update public.scraping_jobs j set apify_run_id = run where j.id = job;
  exception when unique_violation then
    return 'known';  -- somebody else enqueued it at this moment
  end;
  return 'enqueued';
end $$;


--
-- Name: hint_sync(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hint_sync(with_connection uuid) RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  -- One that is decided at the same moment waits, and finds the job.
  perform from public.linkedin_connections c where c.id = with_connection for no key update;
  if exists (
    select from public.scraping_jobs j
    where j.connection_id = with_connection and j.kind = 'sync' and (j.state = 'pending' or (j.state = 'parked' and j.input ? 'hint'))) then
    return 'known';
  end if;
  -- What LinkedIn refused for good it would refuse again, and somebody has been told.
  if (select j.state from public.scraping_jobs j
      where j.connection_id = with_connection and j.kind = 'sync' and j.finished_at is not null order by j.finished_at desc limit 1) in ('failed', 'dead') then
    return 'failed';
  end if;
  -- One that runs may have looked already, so it does not stand for this one.  Where one thing happens, more do: they wait for each
  -- other, since a page has few calls a day.
  perform app.enqueue_job('sync', '{"hint": true}', with_connection, clock_timestamp() + interval '30 minutes');
  return 'enqueued';
end $$;


--
-- Name: hold_for_enrichment(uuid, app.staged_person[], app.staged_company[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hold_for_enrichment(tenant uuid, people app.staged_person[], told app.staged_company[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  doubles integer[];
  named integer[];
  changing integer[];
  staying integer[];
  held record;
begin
  perform app.lock_people(tenant);
  with known as materialized (select k.n, k.person_id from app.known_people(tenant, people) k where k.person_id is not null)
  select array(select distinct k.person_id from known k),
    array(select distinct k.person_id from known k where k.n in (select o.n from known o group by 1 having count(distinct o.person_id) > 1))
  into named, doubles;
  with line as materialized (
    select r.*, nullif(lower(btrim(r.slug)), '') as page from unnest(told) r
  ),
  found as (
    select c.id, count(*) over (partition by l.n) as alternatives, l.is_page, l.linkedin_id as of_id, l.page, l.industry as of_industry,
      l.size_band as of_size, l.domain as of_domain
    from line l
    cross join lateral (
      select c.id from public.companies c where c.tenant_id = tenant and c.linkedin_id = l.linkedin_id
      union select c.id from public.companies c where c.tenant_id = tenant and c.linkedin_slug = l.page
      union select c.id from public.companies c where c.tenant_id = tenant and c.name_key = l.name_key
    ) c
  ),
  wanted as (
    select f.id, coalesce(f.is_page
      or f.alternatives > 1
      or c.linkedin_id is null and f.of_id is not null or c.linkedin_slug is null and f.page is not null
      or c.linkedin_url is null and coalesce(f.of_id, f.page) is not null or c.linkedin_slug = f.page and c.linkedin_id <> f.of_id
      or c.industry is null and f.of_industry is not null or c.size_band is null and f.of_size is not null
      or c.domain is null and f.of_domain is not null, false) as changes
    from found f
    join public.companies c on c.tenant_id = tenant and c.id = f.id
    union all
    -- Two people who become one may bring the company of either.
    select p.company_id, false from public.persons p where p.tenant_id = tenant and p.id = any (doubles) and p.company_id is not null
  ),
  each as (select w.id, bool_or(w.changes) as changes from wanted w group by 1)
  select coalesce(array_agg(e.id) filter (where e.changes), '{}'), coalesce(array_agg(e.id) filter (where not e.changes), '{}')
  into changing, staying
  from each e;

  if cardinality(changing) > 0 then
    perform from public.matching_state where tenant_id = tenant for no key update;
  else
    perform from public.matching_state where tenant_id = tenant for share;
  end if;
  for held in select c.id, c.id = any (changing) as changes from unnest(changing || staying) c(id) order by 1 loop
    if held.changes then
      perform from public.companies c where c.tenant_id = tenant and c.id = held.id for update;
    else
      perform from public.companies c where c.tenant_id = tenant and c.id = held.id for key share;
    end if;
  end loop;
  -- A company that changes has its people matched again.
  for held in
    select p.id, bool_or(p.is_double) as is_double
    from (
      select i.id, i.id = any (doubles) as is_double from unnest(named) i(id)
      union all
      select p.id, false from public.persons p where p.tenant_id = tenant and p.company_id = any (changing)
    ) p
    group by 1 order by 1
  loop
    if held.is_double then
      perform from public.persons p where p.tenant_id = tenant and p.id = held.id for update;
    else
      perform from public.persons p where p.tenant_id = tenant and p.id = held.id for no key update;
    end if;
  end loop;
end $$;


--
-- Name: hold_persons(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hold_persons(people integer[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform from public.matching_state where tenant_id = app.current_tenant() for share;
  perform from public.persons where tenant_id = app.current_tenant() and id = any (people) order by id for no key update;
end $$;


--
-- Name: hold_target(uuid, uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hold_target(tenant uuid, persona uuid, person integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform from public.matching_state where tenant_id = tenant for share;
  perform from public.persons where tenant_id = tenant and id = person for no key update;
  if not found then
    raise exception 'there is no such person' using errcode = 'foreign_key_violation', constraint = 'there_is_no_such_person', table = 'targets';
  end if;
  if not exists (select from public.personas where tenant_id = tenant and id = persona) then
    raise exception 'there is no such persona' using errcode = 'foreign_key_violation', constraint = 'there_is_no_such_persona', table = 'targets';
  end if;
end $$;


--
-- Name: home_of(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.home_of(account uuid) RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select m.tenant_id
  from public.memberships m
  left join public.sessions s on s.tenant_id = m.tenant_id and s.user_id = m.user_id
  where m.user_id = account
  group by m.tenant_id, m.created_at
  order by max(s.last_used) desc nulls last, m.created_at, m.tenant_id
  limit 1
$$;


--
-- Name: how_near(text, text[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.how_near(name text, ways text[]) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when name like ways[1] then 0 when name like ways[2] then 1 when name like ways[3] then 2 when name like ways[4] then 3 else 4 end
$$;


--
-- Name: identities_of(app.staged_person[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.identities_of(people app.staged_person[]) RETURNS TABLE(n integer, kind public.identity_kind, value text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select p.n, i.kind, i.value
  from unnest(people) p
  cross join lateral (values ('member_id'::public.identity_kind, p.member_id), ('slug', p.slug), ('sales_nav_id', p.sales_nav_id),
    -- An address may be shared, so it stands for a person only where nothing better does.
    ('email', case when coalesce(p.member_id, p.slug, p.sales_nav_id) is null then p.email end)) i(kind, value)
  where i.value is not null
$$;


--
-- Name: industry_codes(text[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.industry_codes(labels text[]) RETURNS TABLE(label text, code integer)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select distinct on (l.label) l.label, k.code
  from unnest(labels) l(label)
  join (
    select app.words(replace(i.label, '&', ' and ')) as key, i.code, i.is_active from public.industries i
    union all
    select app.words(replace(o.name, '&', ' and ')), o.code, false from app.old_industry_names() o join public.industries i on i.code = o.code
  ) k on k.key = app.words(replace(l.label, '&', ' and '))
  order by l.label, k.is_active desc, k.code
$$;


--
-- Name: api_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_keys (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    secret_hash bytea NOT NULL,
    scopes public.api_scope[] DEFAULT '{}'::public.api_scope[] NOT NULL,
    theoretical_arrival timestamp with time zone DEFAULT now() NOT NULL,
    last_used timestamp with time zone,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT key_hashes_have_32_bytes CHECK ((octet_length(secret_hash) = 32))
);


--
-- Name: is_good(public.api_keys); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_good(key public.api_keys) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select key.revoked_at is null and coalesce(key.expires_at > clock_timestamp(), true)
$$;


--
-- Name: is_in(bit, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_in(people bit, person integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select get_bit(people, person & 2047) > 0 $$;


--
-- Name: reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    title text NOT NULL,
    token_hash bytea NOT NULL,
    content jsonb NOT NULL,
    names_people boolean DEFAULT false NOT NULL,
    made_by text NOT NULL,
    opened integer DEFAULT 0 NOT NULL,
    last_opened timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT report_contents_are_objects CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT report_hashes_have_32_bytes CHECK ((octet_length(token_hash) = 32)),
    CONSTRAINT reports_have_a_title CHECK ((btrim(title) <> ''::text))
);


--
-- Name: is_open(public.reports); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_open(report public.reports) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select report.revoked_at is null and report.expires_at > clock_timestamp()
$$;


--
-- Name: is_patched(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_patched(version_number integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- Older minors let row security be bypassed (CVE-2023-2455, CVE-2024-10976) or its rows be guessed from statistics
  -- (CVE-2025-8713).
  select case version_number / 10000
    when 15 then version_number >= 150014
    when 16 then version_number >= 160010
    when 17 then version_number >= 170006
    else version_number >= 180000
  end
$$;


--
-- Name: is_plain_name(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_plain_name(name text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
  select name ~ '^[^\s!-&(-,./0-9:-@\[-`{-~\u1100-\U0001faff]+ [^\s!-/0-9:-@\[-`{-~\u00a9\u00ad\u00ae\u1100-\U0001faff][^\s!-&(-,./0-9:-@\[-`{-~\u00a9\u00ad\u00ae\u1100-\U0001faff]+$'
    -- Titles are written in ASCII.  'LinkedIn Member' is what LinkedIn shows of whom it does not show: who is called LinkedIn is looked at closely.
    and lower(split_part(name, ' ', 1) collate "C") <> all (array['linkedin'] || app.name_titles()) and split_part(name, ' ', 2) <> all (app.name_degrees())
$_$;


--
-- Name: uploads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.uploads (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    file_name text NOT NULL,
    file_bytes bigint NOT NULL,
    received_bytes bigint DEFAULT 0 NOT NULL,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_trial boolean DEFAULT true NOT NULL,
    job_id uuid,
    checked jsonb,
    imported jsonb,
    import_id uuid,
    begun_by text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT an_upload_has_1_byte_to_2_gib CHECK (((file_bytes >= 1) AND (file_bytes <= '2147483648'::bigint))),
    CONSTRAINT no_more_is_here_than_was_announced CHECK (((received_bytes >= 0) AND (received_bytes <= file_bytes))),
    CONSTRAINT uploads_have_a_file_name CHECK ((btrim(file_name) <> ''::text))
);


--
-- Name: is_under_way(public.uploads); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_under_way(upload public.uploads) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select exists (
    select from public.scraping_jobs j where j.tenant_id = upload.tenant_id and j.id = upload.job_id and j.state in ('pending', 'running', 'parked'))
$$;


--
-- Name: is_usable(public.connection_status); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_usable(status public.connection_status) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select status not in ('expired', 'revoked', 'blocked', 'invalid') $$;


--
-- Name: keep_up(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.keep_up() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  tenant uuid;
  folded bigint := 0;
begin
  for tenant in
    select tenant_id from public.engagement_deltas
    union select tenant_id from public.link_deltas
    union select tenant_id from public.target_deltas
    union select tenant_id from public.matching_state where windows_moved_on is distinct from app.tenant_today(tenant_id)
    order by 1
  loop
    -- Windows first: matching_state comes before whatever else is held.  They may move people, which is folded at once.
    perform app.move_windows(tenant);
    folded := folded + app.fold_tenant(tenant);
  end loop;
  return folded;
end $$;


--
-- Name: kind_of(public.engagement_type, public.reaction_type); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.kind_of(type public.engagement_type, reaction public.reaction_type) RETURNS "char"
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case type
    when 'reaction' then case when reaction = 'like' then 'l' else 'r' end
    when 'comment' then 'c'
    when 'share' then 's'
    when 'follow' then 'f'
    else 'k'
  end::"char"
$$;


--
-- Name: known_people(uuid, app.staged_person[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.known_people(tenant uuid, people app.staged_person[]) RETURNS TABLE(n integer, kind public.identity_kind, value text, person_id integer)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select k.n, k.kind, k.value, (
    select i.person_id from public.person_identities i
    where i.tenant_id = tenant and i.kind = k.kind and i.value = k.value
      and not (k.kind = 'slug' and k.member_id is not null and exists (
        select from public.person_identities m
        where m.tenant_id = tenant and m.person_id = i.person_id and m.kind = 'member_id' and m.value <> k.member_id)))
  from (
    select k.*, p.member_id from app.identities_of(people) k join unnest(people) p on p.n = k.n
  ) k
$$;


--
-- Name: known_targeting(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.known_targeting(targeting jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(targeting) f
  where f.key in ('companies', 'titles', 'functions', 'seniorities', 'industries', 'sizes', 'locations', 'skills')
    and jsonb_typeof(f.value) = 'array'
    and not exists (select from jsonb_array_elements(case jsonb_typeof(f.value) when 'array' then f.value else '[]' end) w where jsonb_typeof(w) <> 'string')
$$;


--
-- Name: kpi_value(public.kpi, numeric, numeric, numeric, numeric, numeric, numeric, numeric, numeric, numeric, numeric); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.kpi_value(wanted public.kpi, impressions numeric, engagements numeric, unique_engagers numeric, targeted_engagers numeric, comments numeric, shares numeric, clicks numeric, spend numeric, paid_clicks numeric, paid_engagements numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case wanted
    when 'impressions' then impressions
    when 'engagements' then engagements
    when 'engagement_rate' then round(engagements / nullif(impressions, 0), 6)
    when 'unique_engagers' then unique_engagers
    when 'targeted_engagers' then targeted_engagers
    when 'targeting_accuracy' then round(targeted_engagers / nullif(unique_engagers, 0), 6)
    when 'comments' then comments
    when 'shares' then shares
    when 'clicks' then clicks
    when 'click_through_rate' then round(clicks / nullif(impressions, 0), 6)
    -- What was paid is divided by what it was paid for: clicks on a post that cost nothing make no click cheaper.
    when 'cost_per_click' then round(spend / nullif(paid_clicks, 0), 2)
    when 'cost_per_engagement' then round(spend / nullif(paid_engagements, 0), 2)
  end
$$;


--
-- Name: product_weight("char"); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.product_weight(kind "char") RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case kind when 'l' then 1 when 'r' then 2 when 'c' then 5 when 's' then 8 when 'f' then 6 else 1 end
$$;


--
-- Name: engagement_weights; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.engagement_weights (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    version integer NOT NULL,
    likes integer DEFAULT 1 NOT NULL,
    reactions integer DEFAULT 2 NOT NULL,
    comments integer DEFAULT 5 NOT NULL,
    shares integer DEFAULT 8 NOT NULL,
    follows integer DEFAULT 6 NOT NULL,
    clicks integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT weights_are_between_0_and_10000 CHECK (((LEAST(likes, reactions, comments, shares, follows, clicks) >= 0) AND (GREATEST(likes, reactions, comments, shares, follows, clicks) <= 10000)))
);


--
-- Name: tenants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    currency text DEFAULT 'USD'::text NOT NULL,
    people_kept_months smallint,
    seeded_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT currencies_have_three_capital_letters CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT people_are_kept_for_a_month_to_ten_years CHECK (((people_kept_months >= 1) AND (people_kept_months <= 120))),
    CONSTRAINT tenant_slugs_are_lower_case_words CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
    CONSTRAINT tenants_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT time_zones_exist CHECK ((('2000-01-01 00:00:00+00'::timestamp with time zone AT TIME ZONE time_zone) IS NOT NULL))
);


--
-- Name: weights; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.weights WITH (security_invoker='true') AS
 SELECT t.id AS tenant_id,
    COALESCE(w.version, 0) AS version,
    COALESCE(w.likes, app.product_weight('l'::"char")) AS likes,
    COALESCE(w.reactions, app.product_weight('r'::"char")) AS reactions,
    COALESCE(w.comments, app.product_weight('c'::"char")) AS comments,
    COALESCE(w.shares, app.product_weight('s'::"char")) AS shares,
    COALESCE(w.follows, app.product_weight('f'::"char")) AS follows,
    COALESCE(w.clicks, app.product_weight('k'::"char")) AS clicks
   FROM (public.tenants t
     LEFT JOIN LATERAL ( SELECT w_1.tenant_id,
            w_1.version,
            w_1.likes,
            w_1.reactions,
            w_1.comments,
            w_1.shares,
            w_1.follows,
            w_1.clicks,
            w_1.created_at
           FROM public.engagement_weights w_1
          WHERE (w_1.tenant_id = t.id)
          ORDER BY w_1.version DESC
         LIMIT 1) w ON (true));


--
-- Name: least_120ths(app.weights); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.least_120ths(w app.weights) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select least(120 / app.product_weight('l') * w.likes, 120 / app.product_weight('r') * w.reactions, 120 / app.product_weight('c') * w.comments, 120 / app.product_weight('s') * w.shares, 120 / app.product_weight('f') * w.follows, 120 / app.product_weight('k') * w.clicks)
$$;


--
-- Name: link_ad_posts(uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.link_ad_posts(tenant uuid, rows jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  staged record;
  found_post integer;
  changed bigint := 0;
  linked integer[] := array[]::integer[];
begin
  perform app.lock_people(tenant);
  for staged in
    select a.id as ad_id, a.campaign_id, a.post_id, s.share_id, s.ugc_post_id
    from jsonb_to_recordset(rows) s(ad_id text, share_id bigint, ugc_post_id bigint)
    join public.ads a on a.tenant_id = tenant and a.linkedin_ad_id = s.ad_id
    order by a.id
  loop
    found_post := app.find_post(tenant, null, null, staged.share_id, staged.ugc_post_id);
    if found_post is null then
      insert into public.posts (tenant_id, url, share_id, ugc_post_id, posted_at, posted_at_basis, is_paid, source)
      values (tenant,
        format('https://www.linkedin.com/feed/update/urn:li:%s:%s/', case when staged.share_id is not null then 'share' else 'ugcPost' end,
          coalesce(staged.share_id, staged.ugc_post_id)),
        staged.share_id, staged.ugc_post_id, app.snowflake_time(coalesce(staged.share_id, staged.ugc_post_id)), 'derived', true, 'api')
      returning id into found_post;
    else
      update public.posts p set is_paid = true where p.tenant_id = tenant and p.id = found_post and not p.is_paid;
    end if;
    if staged.post_id is distinct from found_post then
      update public.ads a set post_id = found_post where a.tenant_id = tenant and a.id = staged.ad_id;
      changed := changed + 1;
      -- Once: whoever takes the post out of the campaign afterwards means it.
      insert into public.campaign_posts (tenant_id, campaign_id, post_id) values (tenant, staged.campaign_id, found_post) on conflict do nothing;
      if found then
        linked := linked || found_post;
      end if;
    end if;
  end loop;
  if cardinality(linked) > 0 then
    perform app.type_campaigns_by_posts(tenant, linked);
  end if;
  return changed;
end $$;


--
-- Name: listed_post(public.uploads); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.listed_post(upload public.uploads) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  select f.post_id
  from public.post_files f
  join public.posts p on p.tenant_id = f.tenant_id and p.id = f.post_id
  where f.tenant_id = upload.tenant_id and f.file_name = regexp_replace(upload.file_name, '(.)(\.rejects(-[0-9]*)?)+(\.[^.]*)$', '\1\4')
    and f.updated_at > now() - interval '7 days' and coalesce(p.activity_id, p.share_id, p.ugc_post_id) is not null
$_$;


--
-- Name: ln_beta(double precision, double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.ln_beta(a double precision, b double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
declare
  small constant double precision := least(a, b);
  large constant double precision := greatest(a, b);
  total constant double precision := a + b;
begin
  if large < 10 then
    return app.ln_gamma(a) + app.ln_gamma(b) - app.ln_gamma(total);
  elsif small < 10 then
    return app.ln_gamma(small) + (large - 0.5) * ln(large / total) - small * ln(total) + small
      + app.stirling_remainder(large) - app.stirling_remainder(total);
  end if;
  return 0.918938533204672742 - 0.5 * ln(large) + (small - 0.5) * ln(small / total) + large * ln(large / total)
    + app.stirling_remainder(small) + app.stirling_remainder(large) - app.stirling_remainder(total);
end
$$;


--
-- Name: ln_beta_cdf(double precision, double precision, double precision, double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.ln_beta_cdf(t double precision, a double precision, b double precision, ln_beta double precision) RETURNS double precision[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
declare
  e double precision := exp(-least(abs(t), 700));
  x double precision := case when t < 0 then e / (1 + e) else 1 / (1 + e) end;
  y double precision := case when t < 0 then 1 / (1 + e) else e / (1 + e) end;
  ln_x double precision := least(t, 0) - ln(1 + e);
  ln_y double precision := least(-t, 0) - ln(1 + e);
  -- the fraction converges fast on the near side of the mean only; on the far side the other tail is computed
  near constant boolean := x * (a + b + 2) < a + 1;
  p double precision := case when near then a else b end;
  q double precision := case when near then b else a end;
  -- PostgreSQL raises an error on underflow; so close to zero the fraction has long reached its limit
  z double precision := greatest(1e-140, case when near then x else y end);
  excess constant double precision := case when near then a * y - b * x else b * x - a * y end;  -- p - (p + q) z, without cancellation
  fraction double precision := p * (excess + 1) / (p + 1);
  c double precision := fraction;
  d double precision := 0::double precision;
  numerator double precision;
  denominator double precision;
  k double precision := 0::double precision;
  ln_slope constant double precision := a * ln_x + b * ln_y - ln_beta;
  ln_tail double precision;
  ln_cdf double precision;
begin
  loop
    k := k + 1;
    numerator := (p + k - 1) * (p + q + k - 1) * k * (q - k) * (z / (p + 2*k - 1))^2;
    denominator := k + k * (q - k) * z / (p + 2*k - 1) + (p + k) * (excess + 1 + k * (2 - z)) / (p + 2*k + 1);
    c := denominator + numerator / c;
    d := 1 / (denominator + numerator * d);
    fraction := fraction * c * d;
    exit when abs(c * d - 1) < 1e-14 or k > 100000;
  end loop;

  ln_tail := ln_slope - ln(fraction);
  ln_cdf := case
    when near then ln_tail
    when ln_tail < -700 then 0
    else ln(greatest(1 - exp(ln_tail), 1e-300))
  end;
  return array[ln_cdf, ln_slope];
end
$$;


--
-- Name: ln_gamma(double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.ln_gamma(x double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  if x >= 10 then
    return (x - 0.5) * ln(x) - x + 0.918938533204672742 + app.stirling_remainder(x);
  end if;
  return app.ln_gamma(x + 10)
    - ln(x * (x + 1) * (x + 2) * (x + 3) * (x + 4)) - ln((x + 5) * (x + 6) * (x + 7) * (x + 8) * (x + 9));
end
$$;


--
-- Name: lock_people(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.lock_people(tenant uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- The tenant's own row: another tenant cannot reach it, and foreign keys to it go on meanwhile.
  perform from public.tenants where id = tenant for no key update;
end $$;


--
-- Name: make_room_for_upload(bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.make_room_for_upload(bytes bigint) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  -- One after the other, so that two that fit alone do not fit together.
  perform pg_advisory_xact_lock(4715, hashtext(tenant::text));
  if bytes + (select coalesce(sum(file_bytes), 0) from public.uploads where tenant_id = tenant and imported is null)
    + (select coalesce(sum(octet_length(p.bytes)), 0) from public.upload_parts p where p.tenant_id = tenant and p.content <> 'file') > app.most_waiting_bytes() then
    raise exception 'the files that wait to be imported would be larger than % together; import some of them, or delete them', pg_size_pretty(app.most_waiting_bytes())
      using errcode = 'object_in_use';
  end if;
  return true;
end $$;


--
-- Name: mark_enrichment_asked(integer[], text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.mark_enrichment_asked(people integer[], service text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  asked bigint;
begin
  perform app.hold_persons(people);
  update public.persons
  set enrichment_status = 'pending', enrichment_attempted_at = now(), enrichment_source = coalesce(service, enrichment_source)
  where tenant_id = app.current_tenant() and id = any (people);
  get diagnostics asked = row_count;
  return asked;
end $$;


--
-- Name: match_person_to_personas(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.match_person_to_personas(person integer) RETURNS TABLE(persona_id uuid, persona text, is_match boolean, match_score numeric, confidence numeric, receipt integer[])
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  -- Materialized: pulled up, the words of the person and of every criterion are worked out anew for each comparison.
  with known as materialized (
    select f as facts, f.tenant_id, f.person_id from app.person_facts f where f.person_id = person
  ),
  stated as materialized (
    select q.tenant_id, q.id as persona_id, q.name as persona, q.threshold, c as criterion
    from public.personas q
    -- A persona that states nothing is there too, with a score of nothing: somebody may be pinned to it.
    left join lateral app.criteria_of(q.criteria) c on true
    where q.is_active and q.tenant_id in (select k.tenant_id from known k)
  ),
  outcomes as (
    select s.persona_id, s.persona, s.threshold, (s.criterion).place, (s.criterion).weight, (s.criterion).required,
      app.outcome(s.criterion, k.facts, case when (s.criterion).name = 'engagement'
        then app.engagement_score(k.tenant_id, k.person_id, app.tenant_today(k.tenant_id) - (s.criterion).window_days + 1) end) as outcome
    from stated s
    join known k on k.tenant_id = s.tenant_id
  ),
  sums as (
    select o.persona_id, o.persona, o.threshold,
      coalesce(sum(weight) filter (where outcome = 1), 0) as hits,
      coalesce(sum(weight) filter (where outcome <> 2), 0) as known,
      sum(weight) as stated,
      bool_or(outcome = 3 or (required and weight > 0 and outcome = 0)) as refused,
      array_agg(app.receipt_line(place, weight, outcome) order by place) filter (where weight > 0 or outcome = 3) as receipt
    from outcomes o
    group by 1, 2, 3
  )
  select s.persona_id, s.persona,
    coalesce(not s.refused and round(s.hits::numeric / nullif(s.stated, 0), 2) >= s.threshold, false),
    coalesce(round(s.hits::numeric / nullif(s.stated, 0), 2), 0.00),
    coalesce(round(s.known::numeric / nullif(s.stated, 0), 2), 0.00),
    coalesce(s.receipt, '{}')
  from sums s
  order by s.persona
$$;


--
-- Name: match_personas_to_strategy(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.match_personas_to_strategy(strategy uuid) RETURNS TABLE(persona_id uuid, persona text, relevance_score numeric, relevance_from text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select q.id, q.name, coalesce(r.relevance_score, app.strategy_fit(q.criteria, s.audience_seniorities, s.audience_functions, s.type, s.objective)),
    case when r.relevance_score is not null then coalesce(r.set_by, 'set by hand') else 'stated audience' end
  from public.campaign_strategies s
  join public.personas q on q.tenant_id = s.tenant_id and q.is_active
  left join public.persona_strategies r on r.tenant_id = s.tenant_id and r.strategy_id = s.id and r.persona_id = q.id
  where s.id = strategy
  order by 3 desc nulls last, 2
$$;


--
-- Name: matches_of(uuid, jsonb, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.matches_of(tenant uuid, personas jsonb, people integer[]) RETURNS TABLE(persona_id uuid, person_id integer, is_match boolean, match_score numeric, confidence numeric, receipt integer[])
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  with persona as materialized (
    select (q.body ->> 'id')::uuid as id, q.n::int as n, q.body -> 'criteria' as criteria, (q.body ->> 'threshold')::numeric as threshold
    from jsonb_array_elements(personas) with ordinality q(body, n)
  ),
  criterion as materialized (
    select q.n, c, (c).place, (c).weight, (c).required, (c).window_days,
      case when (c).name in ('seniority', 'function', 'follower') then 'rank' when (c).name in ('industry', 'company_size', 'company') then 'company' else (c).name end as fact
    from persona q cross join lateral app.criteria_of(q.criteria) c
  ),
  scale as materialized (
    select q.id, q.n, s.stated, s.lines, s.unengaged,
      -- round(hits / stated, 2) >= threshold, in whole numbers.
      ceil((ceil(q.threshold * 100) / 100 - 0.005) * s.stated)::int as needed
    from persona q
    cross join lateral (
      select coalesce(sum(weight), 0)::int as stated,
        array_agg(app.receipt_line(place, weight, 0) order by place) as lines,
        -- Whoever never engaged has engaged too little, and that is known.
        coalesce(sum(app.verdict(place, weight, required, 0)) filter (where fact = 'engagement'), 0)::bigint as unengaged
      from criterion c where c.n = q.n) s
  ),
  need as materialized (
    select coalesce(bool_or(fact = 'title'), false) as title, coalesce(bool_or(fact = 'rank'), false) as rank,
      coalesce(bool_or(fact = 'company'), false) as company, coalesce(bool_or(fact = 'location'), false) as location
    from criterion
  ),
  -- Whoever has the same text here has the same facts in app.person_facts.
  person as materialized (
    select p.id,
      case when need.title then coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) end as title,
      case when need.rank then concat_ws(' ', p.seniority, p.functions, p.is_follower) end as rank,
      case when need.company then concat(p.company_id, ' ', coalesce(nullif(p.company_override, ''), case when p.company_id is null then p.current_company end)) end as company,
      case when need.location then concat(p.country, ' ', p.location) end as location
    from public.persons p cross join need
    where p.tenant_id = tenant and (people is null or p.id = any (people))
  ),
  value as materialized (
    select v.fact, v.value, row(null, null,
      case v.fact when 'title' then f.title_words end, case v.fact when 'rank' then f.seniority end, case v.fact when 'rank' then f.functions end,
      case v.fact when 'company' then f.company_key end, case v.fact when 'company' then f.industries end, case v.fact when 'company' then f.size_band end,
      case v.fact when 'location' then f.places end, case v.fact when 'location' then f.location_words end,
      case v.fact when 'rank' then f.is_follower end)::app.person_facts as facts
    from (
      select 'title' as fact, title as value, min(id) as id from person where title is not null group by 2
      union all select 'rank', rank, min(id) from person where rank is not null group by 2
      union all select 'company', company, min(id) from person where company is not null group by 2
      union all select 'location', location, min(id) from person where location is not null group by 2) v
    join app.person_facts f on f.tenant_id = tenant and f.person_id = v.id
  ),
  -- All personas are asked about each fact, in their order, though not all state something about it.
  question as materialized (
    select f.fact, q.n, c.c, c.place, c.weight, c.required
    from scale q
    cross join (values ('title'), ('rank'), ('company'), ('location')) f(fact)
    left join criterion c on c.n = q.n and c.fact = f.fact
  ),
  verdict as materialized (
    select v.fact, v.value, array(
      select coalesce(sum(app.verdict(a.place, a.weight, a.required, a.outcome)), 0)::bigint
      from (select q.n, q.place, q.weight, q.required, app.outcome(q.c, v.facts, null) as outcome from question q where q.fact = v.fact offset 0) a
      group by a.n order by a.n) as of_persona
    from value v
  ),
  score as materialized (
    select e.person_id, w.window_days, sum(app.weight_of(g, e.engagement_type, e.reaction_type)) as score
    from (select distinct window_days, app.tenant_today(tenant) - window_days + 1 as since from criterion where fact = 'engagement') w
    join public.engagements e on e.tenant_id = tenant and (w.since is null or e.engaged_on >= w.since)
      and (people is null or e.person_id = any (people))
    join app.weights g on g.tenant_id = tenant
    group by 1, 2
  ),
  engagement as materialized (
    select p.person_id, array_agg(case when c.n is not null
      then app.verdict(c.place, c.weight, c.required, (coalesce(s.score, 0) >= (c.c).min_score)::int) else 0 end order by q.n) as of_persona
    from (select distinct person_id from score) p
    cross join scale q
    left join criterion c on c.n = q.n and c.fact = 'engagement'
    left join score s on s.person_id = p.person_id and s.window_days is not distinct from c.window_days
    group by 1
  ),
  tally as (
    select q.id as persona_id, p.id as person_id, q.stated, q.needed, q.lines,
      coalesce(t.of_persona[q.n], 0) + coalesce(r.of_persona[q.n], 0) + coalesce(c.of_persona[q.n], 0) + coalesce(l.of_persona[q.n], 0)
        + coalesce(e.of_persona[q.n], q.unengaged) as sum
    from person p
    left join verdict t on t.fact = 'title' and t.value = p.title
    left join verdict r on r.fact = 'rank' and r.value = p.rank
    left join verdict c on c.fact = 'company' and c.value = p.company
    left join verdict l on l.fact = 'location' and l.value = p.location
    left join engagement e on e.person_id = p.id
    cross join scale q
    -- Kept apart: the sum is worked out once.
    offset 0
  )
  select t.persona_id, t.person_id,
    t.stated > 0 and t.sum >> 28 & 15 = 0 and t.sum & 16383 >= t.needed,
    coalesce(round((t.sum & 16383)::numeric / nullif(t.stated, 0), 2), 0.00),
    coalesce(round((t.sum >> 14 & 16383)::numeric / nullif(t.stated, 0), 2), 0.00),
    array(
      select line + o.outcome
      from unnest(t.lines) line
      cross join lateral (select ((t.sum >> (30 + 2 * (line / 100000)) & 3)::int + 2) % 4 as outcome offset 0) o
      where line % 100000 > 0 or o.outcome = 3)
  from tally t
$$;


--
-- Name: matching_differences(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.matching_differences() RETURNS TABLE(persona_id uuid, person_id integer, problem text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  with truth as materialized (
    select p.tenant_id, m.persona_id, p.id as person_id, m.is_match, m.match_score, m.confidence, m.receipt
    from public.persons p cross join lateral app.match_person_to_personas(p.id) m
    -- Two tenants may have people of the same number.
    where exists (select from public.personas q where q.tenant_id = p.tenant_id and q.id = m.persona_id)
  )
  select coalesce(t.persona_id, h.persona_id), coalesce(t.person_id, h.person_id),
    case when t.person_id is null then 'missing' when h.person_id is null then 'should not be a target' else 'score, confidence or receipt differ' end
  from (select * from public.targets where is_active) t
  full join (
    select h.* from truth h
    left join public.targets x on x.tenant_id = h.tenant_id and x.persona_id = h.persona_id and x.person_id = h.person_id
    where (h.is_match and x.excluded is not true) or x.pinned
  ) h on h.tenant_id = t.tenant_id and h.persona_id = t.persona_id and h.person_id = t.person_id
  where t.person_id is null or h.person_id is null
    or (t.match_score, t.confidence, t.receipt) is distinct from (h.match_score, h.confidence, h.receipt)
$$;


--
-- Name: may_keep(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.may_keep(what text) RETURNS interval
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case what when 'members_activity' then interval '48 hours' when 'page_figures' then interval '1 year' end - interval '1 hour'
$$;


--
-- Name: members(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.members(tenant uuid) RETURNS TABLE(member uuid, email text, name text, role public.member_role, campaigns integer[], joined_at timestamp with time zone, last_used timestamp with time zone, sessions integer, has_password boolean, has_identity boolean, disabled_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform app.require_tenant(tenant);
  return query
    select u.id, u.email, u.name, m.role, m.campaign_ids, m.created_at, s.last_used, coalesce(s.sessions, 0)::integer, u.password_hash is not null,
      exists (select from public.user_identities i where i.user_id = u.id), u.disabled_at
    from public.memberships m
    join public.users u on u.id = m.user_id
    left join lateral (
      select count(*) as sessions, max(l.last_used) as last_used from public.sessions l
      where l.tenant_id = m.tenant_id and l.user_id = m.user_id and l.expires_at > clock_timestamp()
        and l.last_used > clock_timestamp() - interval '7 days') s on true
    where m.tenant_id = tenant;
end $$;


--
-- Name: merge_ads(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_ads(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  staged app.staged_ad;
  group_id integer;
  found_campaign integer;
  found_ad integer;
  label text;
  result app.chunk_counts := (0, 0, 0, 0, 0);
  is_there boolean;
  report record;
begin
  perform app.lock_people(tenant);
  select i.first_day, i.last_day into report from public.csv_imports i where i.tenant_id = tenant and i.id = import;
  for staged in select * from jsonb_populate_recordset(null::app.staged_ad, rows) s order by s.n loop
    -- An id decides; a name does where the line or the record has no id.  What LinkedIn says of what it knows by an id is newer
    -- than what we have.
    group_id := null;
    if staged.group_name is not null or staged.group_id is not null then
      select g.id into group_id from public.campaign_groups g
      where g.tenant_id = tenant and (g.linkedin_group_id = staged.group_id
        or ((g.linkedin_group_id is null or staged.group_id is null) and lower(g.name) = lower(staged.group_name)))
      order by (g.linkedin_group_id = staged.group_id) desc nulls last, g.id limit 1;
      if group_id is null then
        insert into public.campaign_groups (tenant_id, name, status, linkedin_group_id)
        values (tenant, coalesce(staged.group_name, staged.group_id), coalesce(staged.group_status, 'active'), staged.group_id)
        returning id into group_id;
      else
        update public.campaign_groups g
        set linkedin_group_id = coalesce(g.linkedin_group_id, staged.group_id), status = coalesce(staged.group_status, g.status),
          name = case when g.linkedin_group_id = staged.group_id then coalesce(staged.group_name, g.name) else g.name end
        where g.tenant_id = tenant and g.id = group_id
          and (g.linkedin_group_id is distinct from coalesce(g.linkedin_group_id, staged.group_id) or g.status <> coalesce(staged.group_status, g.status)
            or (g.linkedin_group_id = staged.group_id and g.name <> coalesce(staged.group_name, g.name)));
      end if;
    end if;

    select c.id into found_campaign from public.campaigns c
    where c.tenant_id = tenant and (c.linkedin_campaign_id = staged.campaign_id
      or ((c.linkedin_campaign_id is null or staged.campaign_id is null) and lower(c.name) = lower(staged.campaign_name)))
    order by (c.linkedin_campaign_id = staged.campaign_id) desc nulls last, c.id limit 1;
    if found_campaign is null then
      insert into public.campaigns (tenant_id, campaign_group_id, name, status, type, objective, objective_label, budget, currency, start_date, end_date, linkedin_campaign_id)
      values (tenant, group_id, coalesce(staged.campaign_name, staged.campaign_id), coalesce(staged.campaign_status, 'active'),
        coalesce(staged.campaign_type, 'sponsored_content'), staged.objective, staged.objective_label, staged.budget, staged.currency,
        staged.starts_on, case when staged.ends_on >= staged.starts_on then staged.ends_on end, staged.campaign_id)
      returning id into found_campaign;
    else
      update public.campaigns c
      set linkedin_campaign_id = coalesce(c.linkedin_campaign_id, staged.campaign_id), campaign_group_id = coalesce(c.campaign_group_id, group_id),
        name = n.name, type = n.type, status = coalesce(staged.campaign_status, c.status), objective = coalesce(c.objective, staged.objective),
        objective_label = coalesce(staged.objective_label, c.objective_label), budget = n.budget, currency = n.currency
      from (
        select q.id,
          case when q.linkedin_campaign_id = staged.campaign_id then coalesce(staged.campaign_name, q.name) else q.name end as name,
          -- A campaign of posts alone, of which LinkedIn now reports ads.
          case when q.type = 'organic' then 'mixed' else q.type end as type,
          -- A budget goes with its currency.
          case when staged.budget is not null then staged.budget else q.budget end as budget,
          case when staged.budget is not null or q.currency is null then coalesce(staged.currency, q.currency) else q.currency end as currency
        from public.campaigns q where q.tenant_id = tenant and q.id = found_campaign
      ) n
      where c.tenant_id = tenant and c.id = n.id
        and (c.linkedin_campaign_id, c.campaign_group_id, c.name, c.type, c.status, c.objective, c.objective_label, c.budget, c.currency) is distinct from
          (coalesce(c.linkedin_campaign_id, staged.campaign_id), coalesce(c.campaign_group_id, group_id), n.name, n.type,
          coalesce(staged.campaign_status, c.status), coalesce(c.objective, staged.objective), coalesce(staged.objective_label, c.objective_label),
          n.budget, n.currency);
    end if;

    -- A report by campaign names no ad: its figures are those of all of them.
    label := coalesce(staged.ad_name, staged.headline, staged.ad_id);
    select a.id into found_ad from public.ads a
    where a.tenant_id = tenant and (a.linkedin_ad_id = staged.ad_id
      or ((a.linkedin_ad_id is null or (staged.ad_id is null and label is not null)) and a.campaign_id = found_campaign
        and a.name = coalesce(label, app.all_ads())))
    order by (a.linkedin_ad_id = staged.ad_id) desc nulls last, a.id limit 1;
    if found_ad is null then
      insert into public.ads (tenant_id, campaign_id, name, status, linkedin_ad_id, headline, introduction, click_url)
      values (tenant, found_campaign, coalesce(label, app.all_ads()), coalesce(staged.ad_status, 'active'), staged.ad_id, staged.headline,
        staged.introduction, staged.click_url)
      returning id into found_ad;
    else
      update public.ads a set status = coalesce(staged.ad_status, a.status), linkedin_ad_id = coalesce(a.linkedin_ad_id, staged.ad_id)
      where a.tenant_id = tenant and a.id = found_ad
        and (a.status <> coalesce(staged.ad_status, a.status) or a.linkedin_ad_id is distinct from coalesce(a.linkedin_ad_id, staged.ad_id));
    end if;

    -- No day may count twice, and what is known in detail is not given up for a sum that lacks some of it.  So a row is left
    -- out that overlaps one which reaches beyond this report, or figures of the same campaign by the other division (by ad,
    -- or for all ads at once), or finer rows that add up to more.
    if exists (
      select from public.ad_metrics_daily m
      join public.ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id
      where m.tenant_id = tenant and a.campaign_id = found_campaign and m.day <= staged.last_day and m.last_day >= staged.day
        and (
          (m.ad_id = found_ad and (m.day, m.last_day) <> (staged.day, staged.last_day)
            and (m.day >= report.first_day and m.last_day <= report.last_day) is not true)
          or (a.name = app.all_ads() and a.linkedin_ad_id is null) <> (label is null)))
      or (
        select coalesce(sum(m.impressions), 0) > coalesce(staged.impressions, 0) or coalesce(sum(m.spend), 0) > coalesce(staged.spend, 0)
        from public.ad_metrics_daily m
        where m.tenant_id = tenant and m.ad_id = found_ad and m.day >= staged.day and m.last_day <= staged.last_day
          and m.last_day - m.day < staged.last_day - staged.day)
    then
      result.overlapping := result.overlapping + 1;
      continue;
    end if;
    -- Else a report says everything about its ads in its period, and replaces what other reports said of days inside of it.
    delete from public.ad_metrics_daily m
    where m.tenant_id = tenant and m.ad_id = found_ad and m.day <= staged.last_day and m.last_day >= staged.day
      and (m.day, m.last_day) <> (staged.day, staged.last_day);
    is_there := found;
    is_there := is_there or exists (select from public.ad_metrics_daily m where m.tenant_id = tenant and m.ad_id = found_ad and m.day = staged.day);
    insert into public.ad_metrics_daily as m (tenant_id, ad_id, day, last_day, currency, spend, impressions, clicks, reactions, comments, shares,
      follows, engagements, leads, conversions, reach, source, import_id)
    values (tenant, found_ad, staged.day, staged.last_day, staged.currency, coalesce(staged.spend, 0), coalesce(staged.impressions, 0), coalesce(staged.clicks, 0),
      coalesce(staged.reactions, 0), coalesce(staged.comments, 0), coalesce(staged.shares, 0), coalesce(staged.follows, 0),
      coalesce(staged.engagements, 0), coalesce(staged.leads, 0), coalesce(staged.conversions, 0), staged.reach, origin, import)
    on conflict (tenant_id, ad_id, day) do update
    set last_day = excluded.last_day, currency = excluded.currency, spend = excluded.spend, impressions = excluded.impressions, clicks = excluded.clicks,
      reactions = excluded.reactions, comments = excluded.comments, shares = excluded.shares, follows = excluded.follows,
      engagements = excluded.engagements, leads = excluded.leads, conversions = excluded.conversions, reach = excluded.reach, import_id = excluded.import_id
    where (m.last_day, m.currency, m.spend, m.impressions, m.clicks, m.reactions, m.comments, m.shares, m.follows, m.engagements, m.leads, m.conversions, m.reach)
      is distinct from (excluded.last_day, excluded.currency, excluded.spend, excluded.impressions, excluded.clicks, excluded.reactions, excluded.comments,
      excluded.shares, excluded.follows, excluded.engagements, excluded.leads, excluded.conversions, excluded.reach);
    if not found then
      result.unchanged := result.unchanged + 1;
    elsif is_there then
      result.updated := result.updated + 1;
    else
      result.created := result.created + 1;
    end if;
  end loop;
  return result;
end $$;


--
-- Name: merge_companies(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_companies(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  told app.staged_company[];
  first_read timestamptz := app.first_read(tenant, import);
  result app.chunk_counts;
begin
  select array_agg(row(c.n, c.name, app.company_key(c.name), c.linkedin_id, c.slug, c.industry, c.size_band, c.domain, c.location, c.country, c.country_name, c.extra,
    least(coalesce(c.seen_at, now()), first_read), true)::app.staged_company order by c.n) into told
  from jsonb_populate_recordset(null::app.staged_company, rows) c;
  perform app.hold_for_enrichment(tenant, null, told);
  select count(*) filter (where t.is_new and t.place = 1), count(*) filter (where not t.is_new and t.is_changed and t.place = 1),
    count(*) filter (where t.place > 1 or not (t.is_new or t.is_changed)), 0, 0
  into result
  from (
    select t.company_id, bool_or(t.is_new) over w as is_new, t.is_changed, row_number() over w as place
    from app.tell_companies(tenant, origin, told) t
    window w as (partition by t.company_id order by t.n rows between unbounded preceding and unbounded following)) t;
  return result;
end $$;


--
-- Name: merge_connections(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_connections(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  people app.staged_person[];
  result app.chunk_counts;
begin
  select array_agg(p order by p.n) into people from jsonb_populate_recordset(null::app.staged_person, rows) p;
  with resolved as materialized (
    select r.*, row_number() over (partition by r.person_id order by r.n) as place from app.resolve_people(tenant, import, origin, people) r
  )
  select count(*) filter (where is_new and place = 1), count(*) filter (where is_changed and place = 1),
    count(*) filter (where place > 1 or not (coalesce(is_new, false) or coalesce(is_changed, false))), count(distinct person_id) filter (where is_new), 0
  into result
  from resolved;
  return result;
end $$;


--
-- Name: merge_demographics(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_demographics(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  result app.chunk_counts;
begin
  with staged as materialized (
    select distinct on (s.account, s.section, s.segment, s.first_day, s.last_day) s.*
    from jsonb_populate_recordset(null::app.staged_demographic, rows) s
    order by s.account, s.section, s.segment, s.first_day, s.last_day, s.n desc
  ),
  held as materialized (
    select s.n from staged s
    join public.audience_demographics d on d.tenant_id = tenant and (d.account, d.section, d.segment, d.first_day, d.last_day)
      = (coalesce(s.account, ''), s.section, s.segment, s.first_day, s.last_day)
  ),
  written as (
    insert into public.audience_demographics as d (tenant_id, account, section, segment, first_day, last_day, impressions, impressions_share, clicks,
      clicks_share, conversions, sends, opens, source, import_id)
    select tenant, coalesce(account, ''), section, segment, first_day, last_day, coalesce(impressions, 0), impressions_share, coalesce(clicks, 0), clicks_share,
      coalesce(conversions, 0), coalesce(sends, 0), coalesce(opens, 0), origin, import
    from staged
    order by account, section, segment, first_day, last_day
    on conflict (tenant_id, account, section, segment, first_day, last_day) do update
    set impressions = excluded.impressions, impressions_share = excluded.impressions_share, clicks = excluded.clicks,
      clicks_share = excluded.clicks_share, conversions = excluded.conversions, sends = excluded.sends, opens = excluded.opens, import_id = excluded.import_id
    where (d.impressions, d.impressions_share, d.clicks, d.clicks_share, d.conversions, d.sends, d.opens) is distinct from
      (excluded.impressions, excluded.impressions_share, excluded.clicks, excluded.clicks_share, excluded.conversions, excluded.sends, excluded.opens)
    returning 1
  )
  select (select count(*) from staged) - (select count(*) from held),
    (select count(*) from written) - ((select count(*) from staged) - (select count(*) from held)),
    (select count(*) from jsonb_array_elements(rows)) - (select count(*) from written), 0, 0
  into result;
  return result;
end $$;


--
-- Name: merge_doubles(uuid, app.staged_person[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_doubles(tenant uuid, people app.staged_person[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  pair record;
  is_merged boolean;
begin
  loop
    is_merged := false;
    for pair in
      select distinct min(k.person_id) over (partition by k.n) as winner, k.person_id as loser
      from app.known_people(tenant, people) k
      where k.person_id is not null
      order by 1, 2
    loop
      is_merged := (pair.winner <> pair.loser and app.merge_persons(tenant, pair.winner, pair.loser)) or is_merged;
    end loop;
    -- One line may join two people, and the next those two to a third.
    exit when not is_merged;
  end loop;
end $$;


--
-- Name: merge_engagements(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_engagements(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  people app.staged_person[];
  result app.chunk_counts;
  resolved jsonb;
  same_file uuid[];
  days_given timestamptz[];
begin
  select array_agg(p order by p.n) into people from jsonb_populate_recordset(null::app.staged_person, rows) p;
  -- Where a day is named for a file, it replaces those that imports of the same bytes gave before.
  select array_agg(s.id), array_agg(coalesce((s.options ->> 'seen_at')::timestamptz, s.started_at)) into same_file, days_given
  from public.csv_imports i
  join public.csv_imports s on s.tenant_id = i.tenant_id and s.file_sha256 = i.file_sha256
  where i.tenant_id = tenant and i.id = import and i.options ->> 'seen_at' is not null;
  select jsonb_agg(to_jsonb(r)) into resolved from app.resolve_people(tenant, import, origin, people) r;

  -- Parents first, in the order of their ids: the one lock order of everybody who writes engagements.
  perform from public.persons where tenant_id = tenant and id in (select (r ->> 'person_id')::integer from jsonb_array_elements(resolved) r) order by id for no key update;
  perform from public.posts where tenant_id = tenant and id in (select e.post_id from jsonb_populate_recordset(null::app.staged_engagement, rows) e) order by id for key share;

  with line as materialized (
    select e.*, r.person_id, r.is_new, r.is_changed,
      case when e.engagement_type = 'reaction' then 'reaction ' || e.post_id || ' ' || r.person_id
        when e.engagement_type = 'share' then 'share ' || e.post_id || ' ' || r.person_id || ' ' || e.engaged_at
        else coalesce('comment ' || e.comment_id, 'line ' || e.n) end as key
    from jsonb_populate_recordset(null::app.staged_engagement, rows) e
    join jsonb_to_recordset(resolved) r(n integer, person_id integer, is_new boolean, is_changed boolean) on r.n = e.n
  ),
  -- Of lines that tell of one engagement the latest is right, of those the last, and the others change nothing.
  told as materialized (
    select distinct on (l.key) l.*, h.id as held
    from line l
    left join lateral (
      select e.id from public.engagements e
      where l.engagement_type = 'reaction' and e.engagement_type = 'reaction' and e.tenant_id = tenant and e.post_id = l.post_id
        and e.person_id = l.person_id
      union all
      select e.id from public.engagements e
      where e.tenant_id = tenant and e.comment_id = l.comment_id and l.comment_id is not null
      union all
      -- One post may be shared again and again; a share has no id that anybody tells, but its time.
      select e.id from public.engagements e
      where l.engagement_type = 'share' and e.engagement_type = 'share' and e.tenant_id = tenant and e.post_id = l.post_id
        and e.person_id = l.person_id and e.engaged_at = l.engaged_at
      limit 1
    ) h on true
    order by l.key, l.engaged_at desc, l.n desc
  ),
  added as (
    insert into public.engagements (tenant_id, post_id, person_id, engagement_type, reaction_type, comment_id, comment_text, engaged_at, engaged_on,
      time_basis, source, import_id)
    select tenant, t.post_id, t.person_id, t.engagement_type, t.reaction_type, t.comment_id, t.comment_text, t.engaged_at,
      (t.engaged_at at time zone z.time_zone)::date, t.time_basis, origin, import
    from told t
    join public.tenants z on z.id = tenant
    where t.held is null
    order by t.person_id, t.post_id, t.n
    on conflict do nothing
    returning person_id
  ),
  news as (
    -- A better known time replaces one that is known less well, and of two days on which a reaction was seen the earlier is
    -- nearer to it; but a day that this very file gave was a mistake if another is named for it now.  A day that another file
    -- has made earlier is none of them, and stays.  Of two exact times the later is that of the reaction as it is now, in
    -- whichever order they are told.  Whoever speaks of an earlier time than what is there has nothing to say of which reaction
    -- it is now.
    select h.id,
      case when t.engaged_at < h.engaged_at then h.reaction_type else t.reaction_type end as reaction_type,
      coalesce(t.comment_text, h.comment_text) as comment_text,
      case
        when t.time_basis = 'exact' and h.time_basis = 'exact' and t.engagement_type = 'reaction' then greatest(t.engaged_at, h.engaged_at)
        when t.time_basis < h.time_basis or (t.time_basis = 'first_seen' and h.time_basis = 'first_seen' and (t.engaged_at < h.engaged_at
          -- What was named too early counts as of the post's own time.
          or h.import_id = any (same_file) and (h.engaged_at = any (days_given) or h.engaged_at = p.posted_at)))
          then t.engaged_at
        else h.engaged_at end as engaged_at,
      least(t.time_basis, h.time_basis) as time_basis
    from told t
    join public.engagements h on h.tenant_id = tenant and h.id = t.held
    join public.posts p on p.tenant_id = tenant and p.id = h.post_id
  ),
  changed as (
    update public.engagements h
    set reaction_type = n.reaction_type, comment_text = n.comment_text, engaged_at = n.engaged_at, time_basis = n.time_basis
    from news n
    where h.tenant_id = tenant and h.id = n.id
      and (h.reaction_type, h.comment_text, h.engaged_at, h.time_basis) is distinct from (n.reaction_type, n.comment_text, n.engaged_at, n.time_basis)
    returning h.id
  ),
  seen as (
    update public.persons q set last_seen = greatest(q.last_seen, now())
    where q.tenant_id = tenant and q.id in (select a.person_id from added a except select l.person_id from line l where l.is_new)
  ),
  outcome as (
    select l.n,
      t.n is not null and t.held is null as is_created,
      (t.n is not null and t.held in (select id from changed)) or l.is_changed as is_updated
    from line l
    left join told t on t.n = l.n
  )
  select count(*) filter (where is_created), count(*) filter (where not is_created and is_updated), count(*) filter (where not is_created and not is_updated),
    (select count(distinct person_id) from line where is_new), 0
  into result
  from outcome;
  return result;
end $$;


--
-- Name: merge_page(uuid, uuid, text, text, text, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_page(tenant uuid, import uuid, organization text, page_name text, page_slug text, page_followers bigint) RETURNS void
    LANGUAGE sql
    AS $$
  insert into public.pages as p (tenant_id, organization_id, name, slug, followers, followers_at, import_id, expires_at)
  values (tenant, organization, page_name, page_slug, page_followers, case when page_followers is not null then clock_timestamp() end, import,
    clock_timestamp() + app.may_keep('page_figures'))
  on conflict (tenant_id, organization_id) do update
  set name = excluded.name, slug = coalesce(excluded.slug, p.slug), followers = coalesce(excluded.followers, p.followers),
    followers_at = coalesce(excluded.followers_at, p.followers_at), import_id = excluded.import_id, expires_at = excluded.expires_at
$$;


--
-- Name: merge_page_comments(uuid, uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_page_comments(tenant uuid, import uuid, rows jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  changed bigint;
begin
  -- Asked for again, a comment is kept as long once more, since it was obtained again.
  insert into public.page_comments as c (tenant_id, comment_id, post_id, actor_urn, text, commented_at, import_id, expires_at)
  select distinct on (s.comment_id) tenant, s.comment_id, app.find_post(tenant, null, null, s.share_id, s.ugc_post_id), s.actor_urn, s.text, s.commented_at,
    import, clock_timestamp() + app.may_keep('members_activity')
  from jsonb_to_recordset(rows) s(comment_id text, share_id bigint, ugc_post_id bigint, actor_urn text, text text, commented_at timestamptz)
  where app.find_post(tenant, null, null, s.share_id, s.ugc_post_id) is not null
  order by s.comment_id
  on conflict (tenant_id, comment_id) do update
  set text = excluded.text, commented_at = excluded.commented_at, import_id = excluded.import_id, expires_at = excluded.expires_at;
  get diagnostics changed = row_count;
  return changed;
end $$;


--
-- Name: merge_page_days(uuid, uuid, text, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_page_days(tenant uuid, import uuid, organization text, rows jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  changed bigint;
begin
  insert into public.page_metrics_daily as d (tenant_id, organization_id, day, impressions, unique_impressions, clicks, reactions, comments, shares,
    organic_followers_gained, paid_followers_gained, import_id, expires_at)
  select tenant, organization, s.day, s.impressions, s.unique_impressions, s.clicks, s.reactions, s.comments, s.shares, s.organic_followers_gained,
    s.paid_followers_gained, import, clock_timestamp() + app.may_keep('page_figures')
  from jsonb_populate_recordset(null::app.staged_page_day, rows) s
  order by s.day
  on conflict (tenant_id, organization_id, day) do update
  set impressions = coalesce(excluded.impressions, d.impressions), unique_impressions = coalesce(excluded.unique_impressions, d.unique_impressions),
    clicks = coalesce(excluded.clicks, d.clicks), reactions = coalesce(excluded.reactions, d.reactions), comments = coalesce(excluded.comments, d.comments),
    shares = coalesce(excluded.shares, d.shares), organic_followers_gained = coalesce(excluded.organic_followers_gained, d.organic_followers_gained),
    paid_followers_gained = coalesce(excluded.paid_followers_gained, d.paid_followers_gained), import_id = excluded.import_id, expires_at = excluded.expires_at;
  get diagnostics changed = row_count;
  return changed;
end $$;


--
-- Name: merge_page_posts(uuid, uuid, text, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_page_posts(tenant uuid, import uuid, page_name text, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  staged app.staged_page_post;
  found_id integer;
  other_id integer;
  result app.chunk_counts := (0, 0, 0, 0, 0);
begin
  perform app.lock_people(tenant);
  -- Where two records turn out to be one post, before any row is touched, as whoever deletes a post holds it.
  if exists (
    select from jsonb_populate_recordset(null::app.staged_page_post, rows) s
    where (select count(*) from app.find_posts(tenant, null, null, s.share_id, s.ugc_post_id)) > 1) then
    perform from public.matching_state where tenant_id = tenant for update;
  end if;
  for staged in select * from jsonb_populate_recordset(null::app.staged_page_post, rows) s order by s.n loop
    found_id := app.find_post(tenant, null, null, staged.share_id, staged.ugc_post_id);
    if found_id is null then
      insert into public.posts (tenant_id, url, share_id, ugc_post_id, text, author, content_type, posted_at, posted_at_basis, source, import_id)
      values (tenant,
        format('https://www.linkedin.com/feed/update/urn:li:%s:%s/', case when staged.share_id is not null then 'share' else 'ugcPost' end,
          coalesce(staged.share_id, staged.ugc_post_id)),
        staged.share_id, staged.ugc_post_id, staged.text, page_name, coalesce(staged.content_type, 'other'), staged.posted_at, 'exact', 'api', import);
      result.created := result.created + 1;
    else
      for other_id in select p from app.find_posts(tenant, null, null, staged.share_id, staged.ugc_post_id) p where p <> found_id loop
        perform app.unite_posts(tenant, found_id, other_id);
      end loop;
      -- The page's own words about its post are better than a file's, and when it was posted is exact.
      update public.posts p
      set share_id = coalesce(p.share_id, staged.share_id), ugc_post_id = coalesce(p.ugc_post_id, staged.ugc_post_id),
        text = coalesce(staged.text, p.text), author = page_name,
        content_type = case when coalesce(staged.content_type, 'other') = 'other' then p.content_type else staged.content_type end,
        posted_at = coalesce(staged.posted_at, p.posted_at), posted_at_basis = case when staged.posted_at is not null then 'exact' else p.posted_at_basis end
      where p.tenant_id = tenant and p.id = found_id
        and (p.share_id, p.ugc_post_id, p.text, p.author, p.content_type, p.posted_at) is distinct from
          (coalesce(p.share_id, staged.share_id), coalesce(p.ugc_post_id, staged.ugc_post_id), coalesce(staged.text, p.text), page_name,
          case when coalesce(staged.content_type, 'other') = 'other' then p.content_type else staged.content_type end,
          coalesce(staged.posted_at, p.posted_at));
      if found then
        result.updated := result.updated + 1;
      else
        result.unchanged := result.unchanged + 1;
      end if;
    end if;
  end loop;
  return result;
end $$;


--
-- Name: merge_persons(uuid, integer, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_persons(tenant uuid, winner integer, loser integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  if winner = loser then
    return false;
  end if;
  perform from public.matching_state where tenant_id = tenant for share;
  -- The winner may join the loser's company.
  perform from public.companies
  where tenant_id = tenant and id in (select company_id from public.persons where tenant_id = tenant and id in (winner, loser))
  order by id for key share;
  -- What the triggers below match again, they match because of the merge.
  perform set_config('app.match_cause', 'merge', true);
  perform from public.persons where tenant_id = tenant and id in (winner, loser) order by id for update;
  if (select count(*) from public.persons where tenant_id = tenant and id in (winner, loser)) < 2 then
    perform set_config('app.match_cause', '', true);
    return false;
  end if;
  perform from public.engagements where tenant_id = tenant and person_id in (winner, loser) order by person_id, post_id, id for update;
  -- What the loser was a target of ends here, before its history moves: the winner's enters anew below, with its own score.
  update public.targets set is_active = false, cause = 'merge' where tenant_id = tenant and person_id = loser and is_active;

  -- Two reactions of one human to one post are one reaction, and the earlier time is the true one.
  update public.engagements w
  set engaged_at = l.engaged_at, engaged_on = l.engaged_on, time_basis = l.time_basis
  from public.engagements l
  where w.tenant_id = tenant and w.person_id = winner and w.engagement_type = 'reaction'
    and l.tenant_id = tenant and l.person_id = loser and l.engagement_type = 'reaction'
    and l.post_id = w.post_id and l.engaged_at < w.engaged_at;
  update public.engagements l
  set person_id = winner
  where tenant_id = tenant and person_id = loser
    and not (engagement_type = 'reaction' and exists (
      select from public.engagements w
      where w.tenant_id = tenant and w.person_id = winner and w.post_id = l.post_id and w.engagement_type = 'reaction'));

  update public.person_identities set person_id = winner where tenant_id = tenant and person_id = loser;
  update public.actions set person_id = winner where tenant_id = tenant and person_id = loser;
  update public.target_events set person_id = winner where tenant_id = tenant and person_id = loser;
  update public.person_events set person_id = winner where tenant_id = tenant and person_id = loser;
  -- A record that was made a moment ago, by the line before, was never anybody else.
  insert into public.person_events (tenant_id, person_id, kind, old_value, new_value, source, import_id)
  select tenant, winner, 'merged', l.name || ' (' || loser || ')', w.name || ' (' || winner || ')',
    coalesce(nullif(current_setting('app.fact_source', true), ''), 'manual')::public.data_source, nullif(current_setting('app.fact_import', true), '')::uuid
  from public.persons l
  join public.persons w on w.tenant_id = tenant and w.id = winner
  where l.tenant_id = tenant and l.id = loser and l.created_at < now();
  -- A human's pins and excludes move; what matching said of the loser is said anew of the winner below.
  insert into public.targets as t (tenant_id, persona_id, person_id, match_score, confidence, receipt, is_active, manually_added, pinned, excluded, reason, cause)
  select l.tenant_id, l.persona_id, winner, l.match_score, l.confidence, l.receipt, l.pinned and q.is_active, l.manually_added, l.pinned, l.excluded,
    l.reason, 'merge'
  from public.targets l
  join public.personas q on q.tenant_id = tenant and q.id = l.persona_id
  where l.tenant_id = tenant and l.person_id = loser and (l.manually_added or l.pinned or l.excluded)
  order by l.persona_id
  on conflict (tenant_id, persona_id, person_id) do update
  set manually_added = t.manually_added or excluded.manually_added, pinned = excluded.pinned, excluded = excluded.excluded,
    is_active = excluded.is_active, reason = excluded.reason, cause = 'merge'
  -- Of a pin and an exclude the exclude holds, since who must not be spoken to must not be spoken to.
  where not (t.pinned or t.excluded) or (t.pinned and excluded.excluded);

  -- Facts that only the loser has are kept; where both speak, the winner's stay, but for a headline or a profile that was seen
  -- later.  Title, company, seniority and functions are one statement, and come as a whole from whom they are better known of.
  update public.persons w
  set headline = case when l.headline_seen_at > w.headline_seen_at then coalesce(l.headline, w.headline) else coalesce(w.headline, l.headline) end,
    headline_seen_at = greatest(w.headline_seen_at, l.headline_seen_at),
    first_name = coalesce(w.first_name, l.first_name),
    last_name = coalesce(w.last_name, l.last_name),
    current_title = f.current_title,
    current_company = f.current_company,
    company_id = f.company_id,
    seniority = f.seniority,
    functions = f.functions,
    facts_from = f.facts_from,
    facts_seen_at = f.facts_seen_at,
    headline_confidence = f.headline_confidence,
    headline_version = f.headline_version,
    title_override = coalesce(w.title_override, l.title_override),
    company_override = coalesce(w.company_override, l.company_override),
    linkedin_url = coalesce(w.linkedin_url, l.linkedin_url),
    email = coalesce(w.email, l.email),
    picture_url = coalesce(w.picture_url, l.picture_url),
    location = case when l.enriched_at > w.enriched_at then coalesce(l.location, w.location) else coalesce(w.location, l.location) end,
    country = case when l.enriched_at > w.enriched_at then coalesce(l.country, w.country) else coalesce(w.country, l.country) end,
    about = case when l.enriched_at > w.enriched_at then coalesce(l.about, w.about) else coalesce(w.about, l.about) end,
    experience = case when l.enriched_at > w.enriched_at then coalesce(l.experience, w.experience) else coalesce(w.experience, l.experience) end,
    education = case when l.enriched_at > w.enriched_at then coalesce(l.education, w.education) else coalesce(w.education, l.education) end,
    skills = case when l.enriched_at > w.enriched_at then coalesce(l.skills, w.skills) else coalesce(w.skills, l.skills) end,
    connection_degree = least(w.connection_degree, l.connection_degree),
    connected_on = least(w.connected_on, l.connected_on),
    is_follower = coalesce(w.is_follower or l.is_follower, w.is_follower, l.is_follower),
    follower_since = least(w.follower_since, l.follower_since),
    lead_status = coalesce(w.lead_status, l.lead_status),
    enrichment_status = case when 'enriched' in (w.enrichment_status, l.enrichment_status) then 'enriched' else greatest(w.enrichment_status, l.enrichment_status) end,
    enrichment_source = coalesce(w.enrichment_source, l.enrichment_source),
    enrichment_attempted_at = greatest(w.enrichment_attempted_at, l.enrichment_attempted_at),
    enriched_at = greatest(w.enriched_at, l.enriched_at),
    enrichment_misses = least(w.enrichment_misses, l.enrichment_misses),
    enrichment_failures = least(w.enrichment_failures, l.enrichment_failures),
    is_notable = w.is_notable or l.is_notable,
    notable_reason = coalesce(w.notable_reason, l.notable_reason),
    owner = coalesce(w.owner, l.owner),
    tags = (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(w.tags || l.tags) tag),
    notes = nullif(concat_ws(E'\n', w.notes, l.notes), ''),
    extra = case when l.enriched_at > w.enriched_at then w.extra || l.extra else l.extra || w.extra end,
    first_seen = least(w.first_seen, l.first_seen),
    last_seen = greatest(w.last_seen, l.last_seen)
  from public.persons l
  cross join lateral (
    select p.* from public.persons p
    where p.tenant_id = tenant and p.id in (winner, loser)
    -- What somebody entered by hand without saying so is better than what was read.
    order by coalesce(p.current_title, p.current_company, p.seniority::text, nullif(p.functions, '{}')::text) is null,
      coalesce(p.facts_from, 'manual') desc, p.facts_seen_at desc nulls last, p.id = winner desc
    limit 1
  ) f
  where w.tenant_id = tenant and w.id = winner and l.tenant_id = tenant and l.id = loser;
  delete from public.persons where tenant_id = tenant and id = loser;
  perform app.rematch(tenant, array[winner], null, 'merge');
  perform set_config('app.match_cause', '', true);
  return true;
end $$;


--
-- Name: merge_posts(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_posts(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS TABLE(n integer, post_id integer, outcome text)
    LANGUAGE plpgsql
    AS $$
declare
  staged app.staged_post;
  found_id integer;
  other_id integer;
  is_changed boolean;
  changed_posts integer[] := array[]::integer[];
  named_posts integer[] := array[]::integer[];
begin
  perform app.lock_people(tenant);
  for staged in select * from jsonb_populate_recordset(null::app.staged_post, rows) s order by s.n loop
    found_id := app.find_post(tenant, staged.url, staged.activity_id, staged.share_id, staged.ugc_post_id);
    outcome := 'unchanged';
    -- This line may be the first to say that two names are one post's.
    for other_id in
      select p from app.find_posts(tenant, staged.url, staged.activity_id, staged.share_id, staged.ugc_post_id) p where p <> found_id
    loop
      perform app.unite_posts(tenant, found_id, other_id);
      outcome := 'updated';
    end loop;
    if found_id is null then
      insert into public.posts (tenant_id, url, activity_id, share_id, ugc_post_id, title, posted_at, posted_at_basis, is_paid, source, import_id)
      values (tenant, staged.url, staged.activity_id, staged.share_id, staged.ugc_post_id, staged.title,
        coalesce(app.snowflake_time(coalesce(staged.activity_id, staged.ugc_post_id, staged.share_id)), staged.posted_at),
        (case when coalesce(staged.activity_id, staged.ugc_post_id, staged.share_id) is not null then 'derived' when staged.posted_at is not null then 'exact' end)::public.time_basis,
        coalesce(staged.is_paid, false), origin, import)
      returning id into found_id;
      outcome := 'created';
    else
      -- A later list corrects a title; a second line about one post is a second scrape of it, not a new name.
      if found_id = any (named_posts) then
        staged.title := null;
      end if;
      update public.posts p
      set title = coalesce(staged.title, p.title), url = coalesce(p.url, staged.url), is_paid = p.is_paid or coalesce(staged.is_paid, false),
        activity_id = coalesce(p.activity_id, staged.activity_id), share_id = coalesce(p.share_id, staged.share_id),
        ugc_post_id = coalesce(p.ugc_post_id, staged.ugc_post_id)
      where p.tenant_id = tenant and p.id = found_id
        and (p.title <> staged.title or (p.title is null and staged.title is not null) or (p.url is null and staged.url is not null) or (staged.is_paid and not p.is_paid)
          or (p.activity_id is null and staged.activity_id is not null) or (p.share_id is null and staged.share_id is not null)
          or (p.ugc_post_id is null and staged.ugc_post_id is not null));
      if found then
        outcome := 'updated';
      end if;
    end if;
    if staged.title is not null then
      named_posts := named_posts || found_id;
    end if;
    if btrim(coalesce(staged.campaign, '')) <> '' then
      insert into public.campaign_posts (tenant_id, campaign_id, post_id)
      values (tenant, app.find_or_make_campaign(tenant, staged.campaign, staged.campaign_group), found_id)
      on conflict do nothing;
      is_changed := found;
      if is_changed and outcome = 'unchanged' then
        outcome := 'updated';
      end if;
    end if;
    if outcome <> 'unchanged' then
      changed_posts := changed_posts || found_id;
    end if;
    if staged.file is not null then
      insert into public.post_files as f (tenant_id, file_name, post_id)
      values (tenant, staged.file, found_id)
      on conflict on constraint post_files_pkey do update set post_id = excluded.post_id, updated_at = clock_timestamp();
    end if;
    n := staged.n;
    post_id := found_id;
    return next;
  end loop;
  if cardinality(changed_posts) > 0 then
    perform app.type_campaigns_by_posts(tenant, changed_posts);
  end if;
end $$;


--
-- Name: merge_profiles(uuid, uuid, public.data_source, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_profiles(tenant uuid, import uuid, origin public.data_source, rows jsonb) RETURNS app.chunk_counts
    LANGUAGE plpgsql
    AS $$
declare
  profiles app.staged_profile[];
  employers app.staged_company[];
  people app.staged_person[];
  companies jsonb;
  resolved jsonb;
  first_read timestamptz := app.first_read(tenant, import);
  changed_ids integer[];
  result app.chunk_counts;
begin
  select array_agg(p order by p.n) into profiles from jsonb_populate_recordset(null::app.staged_profile, rows) p;
  select array_agg(row(p.n, p.employer, app.company_key(p.employer), p.company_linkedin_id, p.company_slug, p.company_industry, p.company_size, p.company_domain, null, null,
    null, null, p.seen_at, false)::app.staged_company order by p.n) into employers
  from unnest(profiles) p where p.employer is not null;
  -- Who is who: what they say comes below, by its age.
  select array_agg(jsonb_populate_record(null::app.staged_person, jsonb_build_object('n', p.n, 'member_id', p.member_id, 'slug', p.slug,
    'sales_nav_id', p.sales_nav_id, 'email', p.email, 'name', coalesce(p.slug, p.member_id))) order by p.n) into people
  from unnest(profiles) p;
  perform app.hold_for_enrichment(tenant, people, employers);
  select coalesce(jsonb_object_agg(t.n, t.company_id), '{}') into companies from app.tell_companies(tenant, origin, employers) t;
  select jsonb_agg(to_jsonb(r)) into resolved from app.resolve_people(tenant, import, origin, people) r;
  insert into public.person_identities (tenant_id, kind, value, person_id, source)
  select distinct on (p.email) tenant, 'email', p.email, r.person_id, origin
  from unnest(profiles) p
  join jsonb_to_recordset(resolved) r(n integer, person_id integer) on r.n = p.n
  where p.email is not null
  order by p.email, p.n
  on conflict do nothing;

  perform set_config('app.fact_source', origin::text, true), set_config('app.fact_import', coalesce(import::text, ''), true);
  with line as materialized (
    select p.*, r.person_id, (companies ->> p.n::text)::integer as company, least(coalesce(p.seen_at, now()), first_read, now()) as seen
    from unnest(profiles) p
    join jsonb_to_recordset(resolved) r(n integer, person_id integer) on r.n = p.n
  ),
  latest as materialized (
    select distinct on (l.person_id) l.*, btrim(split_part(l.location, ',', -1)) as last_place
    from line l
    order by l.person_id, l.seen desc, l.n desc
  ),
  place as materialized (
    select * from app.country_codes(array(
      select w.name from latest l cross join lateral (values (l.country_name), (l.last_place)) w(name) where w.name <> '' group by 1))
  ),
  news as materialized (
    select q.id, l.seen, f.is_fresh, f.tells_headline, f.tells_facts, l.service,
      case when f.is_fresh then coalesce(l.name, q.name) else q.name end as name,
      case when f.is_fresh then coalesce(l.first_name, q.first_name) else coalesce(q.first_name, l.first_name) end as first_name,
      case when f.is_fresh then coalesce(l.last_name, q.last_name) else coalesce(q.last_name, l.last_name) end as last_name,
      case when f.tells_headline then coalesce(l.headline, q.headline) else coalesce(q.headline, l.headline) end as headline,
      case when f.is_fresh then coalesce(l.about, q.about) else coalesce(q.about, l.about) end as about,
      case when f.is_fresh then coalesce(l.location, q.location) else coalesce(q.location, l.location) end as location,
      case when f.is_fresh then coalesce(l.country, c.code, d.code, case when l.location is null then q.country end)
        else coalesce(q.country, l.country, c.code, d.code) end as country,
      case when f.is_fresh then coalesce(l.experience, q.experience) else coalesce(q.experience, l.experience) end as experience,
      case when f.is_fresh then coalesce(l.education, q.education) else coalesce(q.education, l.education) end as education,
      case when f.is_fresh then coalesce(l.skills, q.skills) else coalesce(q.skills, l.skills) end as skills,
      case when f.is_fresh then coalesce(l.picture_url, q.picture_url) else coalesce(q.picture_url, l.picture_url) end as picture_url,
      case when f.is_fresh then q.extra || coalesce(l.extra, '{}') else coalesce(l.extra, '{}') || q.extra end as extra,
      case when f.is_fresh and l.slug is not null then 'https://www.linkedin.com/in/' || l.slug else q.linkedin_url end as linkedin_url,
      case when f.tells_facts then l.title else q.current_title end as current_title,
      case when f.tells_facts then l.employer else q.current_company end as current_company,
      case when f.tells_facts then l.company else q.company_id end as company_id,
      case when f.tells_facts then l.seniority else q.seniority end as seniority,
      case when f.tells_facts then coalesce(l.functions, '{}') else q.functions end as functions,
      case when f.tells_facts then l.facts_from else q.facts_from end as facts_from,
      case when f.tells_facts then l.confidence else q.headline_confidence end as headline_confidence,
      case when f.tells_facts then l.version else q.headline_version end as headline_version
    from latest l
    cross join lateral (
      select q.*, coalesce((select c.name_key from public.companies c where c.tenant_id = tenant and c.id = q.company_id),
        app.company_key(q.current_company), '') as company_key
      from public.persons q where q.tenant_id = tenant and q.id = l.person_id offset 0) q
    left join place c on c.name = l.country_name
    left join place d on d.name = l.last_place
    cross join lateral (
      select l.seen >= coalesce(q.enriched_at, '-infinity') as is_fresh,
        l.headline is not null and l.seen >= coalesce(q.headline_seen_at, '-infinity') as tells_headline,
        case
          when l.facts_from is null or coalesce(l.title, l.employer, l.seniority::text, l.experience::text) is null then false
          -- What a human entered stays, also where it does not say so.
          when q.facts_from is null then q.current_title is null and q.current_company is null
          when q.facts_from = 'manual' then false
          when l.facts_from <= q.facts_from and l.seen < coalesce(q.facts_seen_at, '-infinity') then false
          when l.facts_from < q.facts_from then false
          when l.seen >= coalesce(q.facts_seen_at, '-infinity') then true
          -- An older profile is still better than a headline, unless that names an employer which the profile does not.
          else q.company_key = '' or q.company_key = any (app.employer_keys(l.experience, true))
        end as tells_facts
      offset 0) f
  ),
  told as materialized (
    select w.*, (w.name, w.first_name, w.last_name, w.headline, w.about, w.location, w.country, w.experience, w.education, w.skills, w.picture_url,
        w.extra, w.linkedin_url, w.current_title, w.current_company, w.company_id, w.seniority, w.functions, w.facts_from)
      is distinct from (q.name, q.first_name, q.last_name, q.headline, q.about, q.location, q.country, q.experience, q.education, q.skills, q.picture_url,
        q.extra, q.linkedin_url, q.current_title, q.current_company, q.company_id, q.seniority, q.functions, q.facts_from) as is_changed
    from news w
    join public.persons q on q.tenant_id = tenant and q.id = w.id
  ),
  written as (
    update public.persons q
    set name = w.name, first_name = w.first_name, last_name = w.last_name, headline = w.headline, about = w.about, location = w.location,
      country = w.country, experience = w.experience, education = w.education, skills = w.skills, picture_url = w.picture_url, extra = w.extra,
      linkedin_url = w.linkedin_url, current_title = w.current_title, current_company = w.current_company, company_id = w.company_id,
      seniority = w.seniority, functions = w.functions, facts_from = w.facts_from, headline_confidence = w.headline_confidence,
      headline_version = w.headline_version,
      headline_seen_at = case when w.headline is distinct from q.headline then w.seen else q.headline_seen_at end,
      facts_seen_at = case when w.tells_facts then w.seen else q.facts_seen_at end,
      enriched_at = greatest(q.enriched_at, w.seen),
      -- What was asked later is not answered by what was known before.
      enrichment_status = case when w.seen >= coalesce(q.enrichment_attempted_at, '-infinity') then 'enriched' else q.enrichment_status end,
      enrichment_misses = case when w.seen >= coalesce(q.enrichment_attempted_at, '-infinity') then 0 else q.enrichment_misses end,
      enrichment_failures = case when w.seen >= coalesce(q.enrichment_attempted_at, '-infinity') then 0 else q.enrichment_failures end,
      enrichment_attempted_at = greatest(q.enrichment_attempted_at, w.seen),
      enrichment_source = case when w.is_fresh then coalesce(w.service, q.enrichment_source) else coalesce(q.enrichment_source, w.service) end
    from told w
    where q.tenant_id = tenant and q.id = w.id
      and (w.is_changed or w.is_fresh and (q.enriched_at is distinct from w.seen or q.enrichment_status <> 'enriched')
        or w.tells_facts and q.facts_seen_at is distinct from w.seen)
  )
  select array_agg(w.id) into changed_ids from told w where w.is_changed;
  perform set_config('app.fact_source', '', true), set_config('app.fact_import', '', true);

  select count(*) filter (where r.is_new and r.place = 1), count(*) filter (where not r.is_new and r.place = 1 and (r.is_changed or r.person_id = any (changed_ids))),
    count(*) filter (where r.place > 1 or not (r.is_new or r.is_changed or coalesce(r.person_id = any (changed_ids), false))),
    count(distinct r.person_id) filter (where r.is_new), 0
  into result
  from (
    select r.person_id, coalesce(r.is_new, false) as is_new, coalesce(r.is_changed, false) as is_changed, row_number() over (partition by r.person_id order by r.n) as place
    from jsonb_to_recordset(resolved) r(n integer, person_id integer, is_new boolean, is_changed boolean)) r;
  return result;
end $$;


--
-- Name: most_120ths(app.weights); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.most_120ths(w app.weights) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select greatest(120 / app.product_weight('l') * w.likes, 120 / app.product_weight('r') * w.reactions, 120 / app.product_weight('c') * w.comments, 120 / app.product_weight('s') * w.shares, 120 / app.product_weight('f') * w.follows, 120 / app.product_weight('k') * w.clicks)
$$;


--
-- Name: most_waiting_bytes(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.most_waiting_bytes() RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 8::bigint << 30 $$;


--
-- Name: move_windows(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.move_windows(tenant uuid) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  today date := app.tenant_today(tenant);
begin
  update public.matching_state set windows_moved_on = today, updated_at = now()
  where tenant_id = tenant and windows_moved_on is distinct from today;
  if not found or not exists (
    select from public.personas where tenant_id = tenant and is_active and criteria -> 'engagement' ? 'window_days') then
    return false;
  end if;
  perform app.rematch_engaged(tenant, null, 'window_moved');
  return true;
end $$;


--
-- Name: name_degrees(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.name_degrees() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select array['PhD', 'Phd', 'PHD', 'MBA', 'EMBA', 'MSc', 'MSC', 'BSc', 'BSC', 'MS', 'BA', 'MA', 'BEng', 'MEng', 'LLM', 'LLB', 'MD', 'JD', 'MPH', 'DBA', 'CPA',
    'CFA', 'ACA', 'ACCA', 'FCCA', 'CIMA', 'PMP', 'CSM', 'CISSP', 'CISA', 'PE', 'RN', 'PHR', 'SPHR', 'SHRM-CP', 'SHRM-SCP', 'MCIPD', 'FCIPD', 'MCIM', 'FCIM', 'Esq', 'Jr', 'JR', 'jr',
    'Sr', 'SR', 'sr', 'II', 'III', 'IV']
$$;


--
-- Name: name_titles(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.name_titles() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select array['dr', 'dra', 'prof', 'professor', 'professorin', 'doctor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'dame', 'herr', 'frau', 'ing', 'mag',
    'lic', 'mme', 'rev', 'dipl-ing', 'dipl-kfm', 'dipl-inf', 'dr-ing']
$$;


--
-- Name: near_thresholds(uuid, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.near_thresholds(tenant uuid, people integer[]) RETURNS TABLE(person_id integer, persona text, match_score numeric, threshold numeric)
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$
begin
  -- Planned for these people: a plan for anybody looks through all of them.
  return query execute $q$
    select distinct on (m.person_id) m.person_id, q.name, m.match_score, q.threshold
    from app.matches_of($1, app.active_personas($1, null), $2) m
    join public.personas q on q.tenant_id = $1 and q.id = m.persona_id
    where abs(m.match_score - q.threshold) <= 0.15 and (m.is_match or m.match_score < q.threshold)
    order by m.person_id, abs(m.match_score - q.threshold), q.name
  $q$ using tenant, people;
end $_$;


--
-- Name: network_of(inet, integer, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.network_of(address inet, bits_of_4 integer, bits_of_6 integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select network(set_masklen(address, case family(address) when 4 then bits_of_4 else bits_of_6 end))::text
$$;


--
-- Name: no_people(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.no_people() RETURNS bit
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 0::bit(2048) $$;


--
-- Name: note_cost(uuid, uuid, numeric, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.note_cost(job uuid, attempt uuid, usage numeric, is_over boolean) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  total numeric;
begin
  -- What was kept for a run is free again when it is known what it has cost.
  update public.scraping_jobs j
  set cost = usage + coalesce((j.extra ->> 'cost_of_earlier_runs')::numeric, 0), reserved_cost = case when is_over then null else j.reserved_cost end
  where j.id = job and j.attempt_id = attempt and j.state = 'running'
  returning j.cost into total;
  if not found then
    return false;
  end if;
  -- The latest call has told it.  What was told before stays where it is, so that nothing is counted twice.
  update public.api_calls c
  set cost = coalesce(c.cost, 0) + total - (select coalesce(sum(o.cost), 0) from public.api_calls o where o.job_id = job)
  where c.id = (select max(o.id) from public.api_calls o where o.job_id = job)
    and total <> (select coalesce(sum(o.cost), 0) from public.api_calls o where o.job_id = job);
  return true;
end $$;


--
-- Name: note_enrichment_failures(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.note_enrichment_failures(people integer[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  failed bigint;
begin
  perform app.hold_persons(people);
  update public.persons
  set enrichment_status = 'failed', enrichment_attempted_at = now(), enrichment_failures = least(enrichment_failures + 1, 32767)
  where tenant_id = app.current_tenant() and id = any (people);
  get diagnostics failed = row_count;
  return failed;
end $$;


--
-- Name: note_enrichment_misses(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.note_enrichment_misses(people integer[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  missed bigint;
begin
  perform app.hold_persons(people);
  update public.persons
  set enrichment_status = 'missed', enrichment_attempted_at = now(), enrichment_misses = least(enrichment_misses + 1, 32767), enrichment_failures = 0
  where tenant_id = app.current_tenant() and id = any (people);
  get diagnostics missed = row_count;
  return missed;
end $$;


--
-- Name: note_run(uuid, uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.note_run(job uuid, attempt uuid, run text) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  perform from public.scraping_jobs j where j.id = job and j.attempt_id = attempt and j.state = 'running' for update;
  if not found then
    return false;
  end if;
  update public.scraping_jobs j
  set apify_run_id = null, cost = null, error = 'The job that began the run takes it in.',
    state = case when j.state in ('pending', 'parked') then 'cancelled' else j.state end,
    finished_at = case when j.state in ('pending', 'parked') then clock_timestamp() else j.finished_at end
  where j.apify_run_id = run and j.kind = 'apify_run' and j.id <> job;
  update public.scraping_jobs j set apify_run_id = run
  where j.id = job and not exists (select from public.scraping_jobs o where o.apify_run_id = run and o.id <> job);
  return found;
end $$;


--
-- Name: old_industry_names(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.old_industry_names() RETURNS TABLE(code integer, name text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  values (1, 'Defense & Space'), (3, 'Computer Hardware'), (4, 'Computer Software'), (5, 'Computer Networking'), (6, 'Internet'), (7, 'Semiconductors'),
    (11, 'Management Consulting'), (12, 'Biotechnology'), (13, 'Medical Practice'), (14, 'Hospital & Health Care'), (15, 'Pharmaceuticals'),
    (16, 'Veterinary'), (17, 'Medical Devices'), (18, 'Cosmetics'), (19, 'Apparel & Fashion'), (20, 'Sporting Goods'), (21, 'Tobacco'),
    (22, 'Supermarkets'), (23, 'Food Production'), (24, 'Consumer Electronics'), (25, 'Consumer Goods'), (26, 'Furniture'), (28, 'Entertainment'),
    (29, 'Gambling & Casinos'), (30, 'Leisure, Travel & Tourism'), (33, 'Sports'), (34, 'Food & Beverages'), (35, 'Motion Pictures and Film'),
    (36, 'Broadcast Media'), (37, 'Museums and Institutions'), (38, 'Fine Art'), (40, 'Recreational Facilities and Services'),
    (49, 'Building Materials'), (50, 'Architecture & Planning'), (52, 'Aviation & Aerospace'), (53, 'Automotive'), (54, 'Chemicals'),
    (55, 'Machinery'), (56, 'Mining & Metals'), (57, 'Oil & Energy'), (60, 'Textiles'), (61, 'Paper & Forest Products'), (62, 'Railroad Manufacture'),
    (65, 'Dairy'), (66, 'Fishery'), (67, 'Primary/Secondary Education'), (69, 'Education Management'), (70, 'Research'), (71, 'Military'),
    (72, 'Legislative Office'), (73, 'Judiciary'), (76, 'Executive Office'), (79, 'Public Policy'), (80, 'Marketing and Advertising'),
    (81, 'Newspapers'), (82, 'Publishing'), (83, 'Printing'), (87, 'Package/Freight Delivery'), (88, 'Individual & Family Services'),
    (90, 'Civic & Social Organization'), (92, 'Transportation/Trucking/Railroad'), (93, 'Warehousing'), (94, 'Airlines/Aviation'), (95, 'Maritime'),
    (96, 'Information Technology and Services'), (98, 'Public Relations and Communications'), (99, 'Design'),
    (100, 'Nonprofit Organization Management'), (101, 'Fund-Raising'), (102, 'Program Development'), (105, 'Professional Training & Coaching'),
    (106, 'Venture Capital & Private Equity'), (107, 'Political Organization'), (111, 'Arts and Crafts'), (112, 'Electrical/Electronic Manufacturing'),
    (113, 'Online Media'), (114, 'Nanotechnology'), (115, 'Music'), (116, 'Logistics and Supply Chain'), (117, 'Plastics'),
    (118, 'Computer & Network Security'), (119, 'Wireless'), (123, 'Outsourcing/Offshoring'), (124, 'Health, Wellness and Fitness'), (127, 'Animation'),
    (128, 'Commercial Real Estate'), (131, 'Philanthropy'), (132, 'E-Learning'), (134, 'Import and Export'),
    (135, 'Mechanical or Industrial Engineering'), (137, 'Human Resources'), (138, 'Business Supplies and Equipment'), (142, 'Wine and Spirits'),
    (143, 'Luxury Goods & Jewelry'), (144, 'Renewables & Environment'), (145, 'Glass, Ceramics & Concrete'), (146, 'Packaging and Containers'),
    (147, 'Industrial Automation'), (148, 'Government Relations')
$$;


--
-- Name: title_words(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.title_words(t text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
declare
  written constant text := app.words(t);
  word text;
  part text[];
  parted text := written;
begin
  foreach word in array string_to_array(written, ' ') loop
    -- Most words are too short, or end otherwise; a regular expression for each of them would be a third of what matching by title costs.
    if length(word) > 7 and right(word, 3) in ('aar', 'and', 'ann', 'ant', 'are', 'der', 'ekt', 'ent', 'enz', 'ert', 'eur', 'fer', 'fin', 'ger', 'gte', 'hef',
      'her', 'ice', 'ior', 'ist', 'jor', 'ker', 'ler', 'lig', 'ner', 'ofd', 'per', 'rau', 'rer', 'rig', 'rin', 'rte',
      'tar', 'teg', 'ter', 'tin', 'tor', 'ult', 'ung', 'ver', 'yst') then
      -- They lead nobody, or are nobody.
      continue when word ~ '(begleiter|begeleider|halbleiter|vejleder|veileder)$';
      part := regexp_match(word, '^(.{4,}?)(leiter|leitung|manager|chef|direktor|referent|berater|entwickler|ingenieur|assistent|assistenz|mitarbeiter|kaufmann|kauffrau'
        '|techniker|meister|spezialist|vorstand|experte|expert|designer|praktikant|trainer|lehrer|analyst|koordinator|beauftragte|beauftragter|verwalter'
        '|verkaufer|einkaufer|redakteur|architekt|prufer|buchhalter|administrator|planer|controller|vertreter|sprecher|student|volontar|sekretar'
        '|directeur|directrice|medewerker|adviseur|leider|hoofd|ontwikkelaar|consultant|specialist|beheerder|coordinator|redacteur|inkoper|verkoper'
        '|ledare|leder|ansvarig|ansvarlig|ingenjor|ingenior|utvecklare|utvikler|udvikler|konsult|konsulent|radgivare|radgiver|strateg|saljare|selger'
        '|referentin|assistentin|spezialistin|expertin|praktikantin|analystin|architektin|studentin|chefin|volontarin|sekretarin)$');
      if part is not null then
        parted := replace(parted, ' ' || word || ' ', ' ' || app.stem(part[1]) || ' ' || part[2] || ' ');
      end if;
    end if;
  end loop;
  -- No phrase runs from the one into the other.
  return case when parted = written then written else written || '|' || parted end;
end $_$;


--
-- Name: words(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.words(t text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
declare
  word text;
  stems text := ' ';
begin
  -- What parts words is white space and punctuation of any width, but not what is part of one (C++, C#).  A loop, since a query for each
  -- text would cost as much again as all the rest.
  foreach word in array string_to_array(
    regexp_replace(app.fold_case(t), '[[:space:]\u00a0\u2007\u200b\u202f\u2010-\u2015\u2212!"$%''()*,./:;<=>?@\[\\\]^_`{|}~•·…“”„’‘«»™®✦★|-]+', ' ', 'g'), ' ')
  loop
    if word not in ('', '&', '+') then
      stems := stems || app.stem(word) || ' ';
    end if;
  end loop;
  return stems;
end $_$;


--
-- Name: companies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.companies (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    linkedin_id text,
    linkedin_slug text,
    linkedin_url text,
    domain text,
    industry text,
    industry_code integer,
    size_band public.size_band,
    location text,
    country text,
    facts_seen_at timestamp with time zone,
    facts_source public.data_source,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT companies_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT company_countries_have_two_capital_letters CHECK ((country ~ '^[A-Z]{2}$'::text))
);


--
-- Name: countries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.countries (
    code text NOT NULL,
    name text NOT NULL,
    region text,
    sub_region text,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT country_codes_have_two_capital_letters CHECK ((code ~ '^[A-Z]{2}$'::text))
);


--
-- Name: industries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.industries (
    code integer NOT NULL,
    label text NOT NULL,
    path text[] NOT NULL,
    is_active boolean NOT NULL
);


--
-- Name: persons; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.persons (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    first_name text,
    last_name text,
    headline text,
    current_title text,
    current_company text,
    company_id integer,
    seniority public.seniority,
    functions public.job_function[] DEFAULT '{}'::public.job_function[] NOT NULL,
    facts_from public.fact_source,
    headline_confidence real,
    headline_version integer,
    headline_seen_at timestamp with time zone,
    facts_seen_at timestamp with time zone,
    title_override text,
    company_override text,
    linkedin_url text,
    email text,
    picture_url text,
    location text,
    country text,
    about text,
    experience jsonb,
    education jsonb,
    skills jsonb,
    connection_degree smallint,
    connected_on date,
    is_follower boolean,
    follower_since date,
    lead_status public.lead_status,
    is_notable boolean DEFAULT false NOT NULL,
    notable_reason text,
    owner text,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    notes text,
    enrichment_status public.enrichment_status DEFAULT 'never'::public.enrichment_status NOT NULL,
    enrichment_source text,
    enrichment_attempted_at timestamp with time zone,
    enriched_at timestamp with time zone,
    enrichment_misses smallint DEFAULT 0 NOT NULL,
    enrichment_failures smallint DEFAULT 0 NOT NULL,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    folded text DEFAULT ''::text NOT NULL,
    source public.data_source DEFAULT 'manual'::public.data_source NOT NULL,
    import_id uuid,
    first_seen timestamp with time zone DEFAULT now() NOT NULL,
    last_seen timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT confidence_is_a_share CHECK (((headline_confidence >= (0)::double precision) AND (headline_confidence <= (1)::double precision))),
    CONSTRAINT degrees_are_1_2_or_3 CHECK (((connection_degree >= 1) AND (connection_degree <= 3))),
    CONSTRAINT failures_are_counted CHECK ((enrichment_failures >= 0)),
    CONSTRAINT misses_are_counted CHECK ((enrichment_misses >= 0)),
    CONSTRAINT people_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT person_countries_have_two_capital_letters CHECK ((country ~ '^[A-Z]{2}$'::text))
);


--
-- Name: person_facts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.person_facts WITH (security_invoker='true') AS
 SELECT p.tenant_id,
    p.id AS person_id,
    app.title_words(COALESCE(NULLIF(p.title_override, ''::text), NULLIF(p.current_title, ''::text), NULLIF(p.headline, ''::text))) AS title_words,
    p.seniority,
    NULLIF(p.functions, '{}'::public.job_function[]) AS functions,
    COALESCE(app.company_key(NULLIF(p.company_override, ''::text)), c.name_key, app.company_key(NULLIF(p.current_company, ''::text))) AS company_key,
    COALESCE(i.path,
        CASE
            WHEN (c.industry <> ''::text) THEN ARRAY[app.fold_case(c.industry)]
            ELSE NULL::text[]
        END) AS industries,
    c.size_band,
    ( SELECT array_agg(app.fold_case(place.place)) AS array_agg
           FROM unnest((ARRAY[k.code, k.name, k.region, k.sub_region] || k.aliases)) place(place)
          WHERE (place.place IS NOT NULL)) AS places,
    app.words(NULLIF(p.location, ''::text)) AS location_words,
    p.is_follower
   FROM ((((public.persons p
     LEFT JOIN public.companies c ON (((c.tenant_id = p.tenant_id) AND (c.id = p.company_id) AND ((COALESCE(p.company_override, ''::text) = ''::text) OR (c.name_key = app.company_key(p.company_override))))))
     LEFT JOIN public.industries i ON ((i.code = c.industry_code)))
     LEFT JOIN ( SELECT DISTINCT ON ((app.fold_case(written.written))) app.fold_case(written.written) AS name,
            c_1.code
           FROM (public.countries c_1
             CROSS JOIN LATERAL unnest((c_1.name || c_1.aliases)) written(written))
          ORDER BY (app.fold_case(written.written)), c_1.code) n ON (((p.country IS NULL) AND (n.name = app.fold_case(btrim(split_part(p.location, ','::text, '-1'::integer)))))))
     LEFT JOIN public.countries k ON ((k.code = COALESCE(p.country, n.code))));


--
-- Name: outcome(app.criterion, app.person_facts, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.outcome(c app.criterion, f app.person_facts, engagement bigint) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select case
    when c.name = 'title' and f.title_words like any (c.excludes) then 3
    when c.name = 'company' and f.company_key = any (c.excludes) then 3
    when c.name = 'title' then case when f.title_words is null then 2 else (f.title_words like any (c.phrases))::int end
    when c.name = 'seniority' then case when f.seniority is null then 2 else (f.seniority::text = any (c.includes))::int end
    when c.name = 'function' then case when f.functions is null then 2 else (f.functions::text[] && c.includes)::int end
    when c.name = 'industry' then case when f.industries is null then 2 else (f.industries && c.includes)::int end
    when c.name = 'company_size' then case when f.size_band is null then 2 else (f.size_band::text = any (c.includes))::int end
    -- A place that is stated and is none of these is a miss, even where its country is not known: else nobody in Rio de Janeiro
    -- would be refused by a persona that requires Germany.
    when c.name = 'location' then case
      when f.places is null and f.location_words is null then 2
      when f.places && c.includes or f.location_words like any (c.phrases) then 1
      else 0
      end
    when c.name = 'engagement' then (engagement >= c.min_score)::int
    when c.name = 'follower' then case when f.is_follower is null then 2 else (f.is_follower = c.wanted)::int end
    else case when f.company_key is null then 2 else (f.company_key = any (c.includes))::int end
  end
$$;


--
-- Name: own_tables(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.own_tables() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select array['account_links', 'actions', 'ad_metrics_daily', 'ads', 'alerts', 'api_calls', 'api_keys', 'audience_demographics', 'audience_segments', 'audit_log',
    'campaign_daily', 'campaign_groups', 'campaign_people', 'campaign_persona_daily', 'campaign_persona_totals', 'campaign_personas', 'campaign_posts',
    'campaign_strategies', 'campaigns', 'companies', 'consents', 'content_calendar', 'countries', 'csv_imports', 'custom_audiences', 'data_keys',
    'engagement_deltas', 'engagement_weights', 'engagements', 'fold_locks', 'guess_limits', 'idempotency_keys', 'import_chunks', 'import_rejects', 'industries', 'job_accounts', 'job_schedules', 'known_devices', 'link_deltas',
    'linkedin_connections', 'linkedin_cookies', 'master_keys', 'matching_state', 'memberships', 'migration_leftovers', 'migration_report',
    'page_comments', 'page_metrics_daily', 'pages', 'pending_work', 'people_sets', 'person_engagement', 'person_events', 'person_identities', 'persona_daily', 'persona_strategies', 'personas', 'persons',
    'post_files', 'post_metrics_daily', 'post_persona_totals', 'post_totals', 'posts', 'rate_limits', 'reports', 'saved_views', 'schema_versions', 'scraping_jobs', 'sessions', 'target_deltas', 'target_events',
    'targets', 'tenants', 'upload_parts', 'uploads', 'user_identities', 'users', 'webhook_deliveries', 'webhook_endpoints', 'webhook_inbox', 'webhook_sources']
$$;


--
-- Name: park_job(uuid, uuid, text, interval, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.park_job(job uuid, attempt uuid, why text, rest interval DEFAULT NULL::interval, needs_help boolean DEFAULT false) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  parked public.scraping_jobs;
begin
  -- An attempt that had to wait was none.
  update public.scraping_jobs set state = 'parked', attempt_id = null, leased_until = null, error = why, attempts = greatest(attempts - 1, 0),
    run_at = coalesce(clock_timestamp() + rest, 'infinity')
  where id = job and attempt_id = attempt and state = 'running'
  returning * into parked;
  if parked.id is null then
    return false;
  end if;
  if rest is null or needs_help then
    insert into public.alerts (tenant_id, kind, job_id, message)
    values (parked.tenant_id, 'job', parked.id, format('A job (%s) waits for somebody: %s', parked.kind, why));
  end if;
  return true;
end $$;


--
-- Name: people_statement(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.people_statement(asked jsonb) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  with
  scores(score, last_day) as (values (app.score_of_counts(),
    '(case when d.person_id is null then e.last_day else d.last_day end)')),
  conditions(n, key, is_dear, condition) as (select v.* from scores, lateral (values
    (1, 'matched', false, 'exists (select from app.sets_of($1, ''t'') s where s.chunk = app.chunk_of(p.id) and app.is_in(s.people, p.id))'),
    (2, 'company', true, 'p.id in (
      select c.id from public.persons c where c.tenant_id = $1 and c.company_id = ($2 ->> ''company'')::int and coalesce(c.company_override, '''') = ''''
      union all
      select c.id from public.persons c where c.tenant_id = $1 and c.company_override <> '''' and app.company_key(c.company_override) = (
        select o.name_key from public.companies o where o.tenant_id = $1 and o.id = ($2 ->> ''company'')::int))'),
    -- With a campaign and days, whoever engaged with that campaign in those days.
    (3, 'campaign', true, case when asked ? 'since' then 'p.id in (
      select e.person_id from public.campaign_posts l join public.engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
      where l.tenant_id = $1 and l.campaign_id = ($2 ->> ''campaign'')::int and e.engaged_on > (select app.tenant_today($1)) - ($2 ->> ''since'')::int)'
      else 'exists (select from app.sets_of($1, ''c'', array[($2 ->> ''campaign'')::int::text]) s where s.chunk = app.chunk_of(p.id) and app.is_in(s.people, p.id))' end),
    (4, 'status', true, case asked ->> 'status' when 'none' then 'p.lead_status is null'
      else 'p.lead_status = (select s from unnest(enum_range(null::public.lead_status)) s where s::text = $2 ->> ''status'')' end),
    (5, 'seniority', true, 'p.seniority = (select s from unnest(enum_range(null::public.seniority)) s where s::text = $2 ->> ''seniority'')'),
    (6, 'function', true, '(select f from unnest(enum_range(null::public.job_function)) f where f::text = $2 ->> ''function'') = any (p.functions)'),
    (7, 'min_score', true, scores.score || ' >= ($2 ->> ''min_score'')::bigint'),
    (8, 'since', true, scores.last_day || ' > (select app.tenant_today($1)) - ($2 ->> ''since'')::int'),
    (9, 'notable', true, 'p.is_notable'),
    (10, 'owner', true, 'p.owner <> '''' and lower(p.owner) = lower($2 ->> ''owner'')'),
    (11, 'tag', true, 'p.tags <> ''{}'' and app.has_tag(p.tags, $2 ->> ''tag'')'),
    (12, 'segment', true, 'p.id = any ($4)'),
    (13, 'search', true, 'position((select app.fold_case($2 ->> ''search'')) in p.folded) > 0')
  ) v),
  named as (
    select coalesce(string_agg(' and ' || condition, '' order by n), '') as conditions, coalesce(bool_or(is_dear), false) as is_dear,
      coalesce(bool_or(key in ('min_score', 'since')), false) or asked ->> 'sort' in ('score', 'engaged') as is_scored,
      coalesce((asked ->> 'descending')::boolean, false) as is_descending
    from (select) always left join conditions on asked ? key
  ),
  -- How many there are, where sets or the rollup know it without a look at anybody.  The day is written so that no index is used:
  -- nearly all of them may have engaged since.
  sums as (
    select case
        -- Whoever matches or engaged is somebody, and whoever matches a persona matches any.
        when not exists (select from conditions where key <> 'matched' and asked ? key) and asked ?| array['matched', 'persona']
          then '(select count(*) from (select distinct t.person_id from public.targets t where t.tenant_id = $1 and t.is_active'
            || case when asked ? 'persona' then ' and t.persona_id = ($2 ->> ''persona'')::uuid' else '' end || ') x)'
        when asked ? 'persona' then null
        when asked ? 'segment' and not exists (select from conditions where key <> 'segment' and asked ? key) then 'cardinality($4)::bigint'
        when asked ? 'campaign' and not exists (select from conditions where key <> 'campaign' and asked ? key)
          then '(select coalesce(sum(bit_count(s.people)), 0)::bigint from app.sets_of($1, ''c'', array[($2 ->> ''campaign'')::int::text]) s)'
        when asked ? 'since' and not exists (select from conditions where key not in ('since', 'matched') and asked ? key)
          then '(select count(*) from (
              select r.person_id, r.last_day from public.person_engagement r where r.tenant_id = $1 and not exists (select from pending n where n.person_id = r.person_id)
              union all
              select n.person_id, n.last_day from pending n) p (id, last_day)
            where p.last_day + ($2 ->> ''since'')::int > (select app.tenant_today($1))'
            || (select coalesce(string_agg(' and ' || condition, ''), '') from conditions where key = 'matched' and asked ? key) || ')'
      end as counted
  ),
  parts as (
    select is_dear and counted is null and not asked ? 'least' as is_dear, is_descending, counted,
      ' from public.persons p' || case when asked ? 'bound' then ' join near on near.person_id = p.id' else '' end
        || case when asked ? 'persona' then ' join public.targets m on m.tenant_id = $1 and m.person_id = p.id and m.persona_id = ($2 ->> ''persona'')::uuid and m.is_active' else '' end
        as people,
      case when is_scored then ' left join public.person_engagement e on e.tenant_id = $1 and e.person_id = p.id
          left join pending d on d.person_id = p.id' else '' end as counts,
      case when asked ->> 'sort' = 'company' then ' left join public.companies c on c.tenant_id = $1 and c.id = p.company_id' else '' end as companies,
      ' where p.tenant_id = $1' || conditions as conditions,
      case when asked ? 'least' then ' and p.id in (
        select r.person_id from public.person_engagement r where r.tenant_id = $1 and r.product_score >= ($2 ->> ''least'')::integer
        union all
        select n.person_id from pending n)' else '' end as bounds,
      'coalesce(' || case when is_descending then '-' else '' end || case asked ->> 'sort'
        when 'score' then 'case when e.person_id is not null or d.person_id is not null then ' || scores.score || ' end'
        when 'engaged' then '(' || scores.last_day || ' - date ''2000-01-01'')::bigint'
        when 'seen' then 'date_part(''epoch'', p.last_seen)::bigint'
        when 'match' then case when asked ? 'persona' then '(m.match_score * 100)::bigint' else 'null::bigint' end
        else 'null::bigint' end || ', 9223372036854775807)' as number,
      case asked ->> 'sort'
        -- What it begins with is the name, and an index has it in this order.
        when 'name' then 'p.folded'
        when 'company' then 'app.fold_case(coalesce(nullif(p.company_override, ''''), c.name, p.current_company, ''''))'
        else '''''' end as text
    from named, scores, sums
  ),
  made as (
    select parts.*, people || counts || companies || conditions || bounds as everybody, 
      coalesce(counted, '(select count(*)' || people || case when asked ?| array['min_score', 'since'] then counts else '' end || conditions || ')') as total,
      case when asked ? 'after' then '(y.number > ($2 #>> ''{after,number}'')::bigint or y.number = ($2 #>> ''{after,number}'')::bigint and (y.text '
        || case when is_descending then '<' else '>' end || ' ($2 #>> ''{after,text}'') or y.text = ($2 #>> ''{after,text}'') and y.id > ($2 #>> ''{after,id}'')::int))'
        else 'true' end as further,
      case when is_descending then 'desc' else 'asc' end as direction
    from parts
  )
  select 'with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from app.pending_person_engagement where tenant_id = $1)'
    || case when asked ? 'bound' then ',
      near as materialized (
        select r.person_id
        from public.person_engagement r
        where r.tenant_id = $1' || case when asked ? 'after' then ' and r.product_score
            <= coalesce(least(ceil(greatest(-($2 #>> ''{after,number}'')::numeric, -1) * 120 / nullif(app.least_120ths($3), 0)), 2147483647), 2147483647)::integer'
          else '' end || '
        order by r.product_score desc
        limit 500)
      select case when count(*) = ($2 ->> ''most'')::bigint then (120 * -max(x.number) + app.most_120ths($3) - 1) / nullif(app.most_120ths($3), 0) end
      from (select y.number from (select p.id, ' || number || ' as number, ' || text || ' as text' || everybody || ') y where ' || further || '
        order by y.number, y.text, y.id limit ($2 ->> ''most'')::bigint) x'
    when is_dear
      -- What is dear to ask is asked once, and counted where it was put.
      then ', y as materialized (select p.id, ' || number || ' as number, ' || text || ' as text' || everybody || ')
        select (select count(*) from y) as total, r.* from (select) always left join lateral (select y.id, y.number, y.text from y'
      else ' select ' || total || ' as total, r.* from (select) always left join lateral (
        select y.id, y.number, y.text from (select p.id, ' || number || ' as number, ' || text || ' as text' || everybody || ') y'
      end
    || case when asked ? 'bound' then '' else ' where ' || further || ' order by y.number, y.text ' || direction || ', y.id limit ($2 ->> ''most'')::bigint) r on true
      order by r.number, r.text ' || direction || ', r.id' end
  from made
$_$;


--
-- Name: people_unseen(uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.people_unseen(tenant uuid, months integer) RETURNS SETOF integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select p.id
  from public.persons p
  where p.tenant_id = tenant and p.last_seen < now() - make_interval(months => months)
    and p.lead_status is null and not p.is_notable and coalesce(p.owner, '') = '' and coalesce(p.notes, '') = '' and p.tags = '{}'
    and not exists (
      select from public.engagements e
      where e.tenant_id = tenant and e.person_id = p.id and e.engaged_on >= (app.tenant_today(tenant) - make_interval(months => months))::date)
    and not exists (
      select from public.targets t where t.tenant_id = tenant and t.person_id = p.id and (t.pinned or t.excluded or t.manually_added))
$$;


--
-- Name: percent_text(double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.percent_text(rate double precision) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select case
    when rate = 0 then '0 %'
    when rate < 0.0005 then 'less than 0.1 %'
    when rate < 0.0995 then round((rate * 100)::numeric, 1)::text || ' %'
    else round((rate * 100)::numeric)::text || ' %'
  end
$$;


--
-- Name: person_text(text, text, text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.person_text(name text, title_override text, current_title text, headline text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- An entry of an index holds 2,704 bytes, and a character up to four.
  select left(app.fold_case(left(name || E'\n' || coalesce(nullif(title_override, '') || ' ', '') || coalesce(current_title || ' ', '') || coalesce(headline, ''), 600)), 600)
$$;


--
-- Name: phrase(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.phrase(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select '%' || app.words(t) || '%' $$;


--
-- Name: pin_target(uuid, uuid, integer, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.pin_target(tenant uuid, persona uuid, person integer, why text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform app.hold_target(tenant, persona, person);
  insert into public.targets (tenant_id, persona_id, person_id, match_score, confidence, receipt, is_active, manually_added, pinned, reason, cause)
  select tenant, q.id, person, coalesce(m.match_score, 0), coalesce(m.confidence, 0), coalesce(m.receipt, '{}'), q.is_active, true, true, why, 'manual'
  from public.personas q
  left join app.matches_of(tenant, app.active_personas(tenant, array[persona]), array[person]) m on m.persona_id = q.id
  where q.tenant_id = tenant and q.id = persona
  order by q.id
  on conflict (tenant_id, persona_id, person_id) do update
  set pinned = true, excluded = false, is_active = excluded.is_active, match_score = excluded.match_score, confidence = excluded.confidence,
    receipt = excluded.receipt, reason = excluded.reason, cause = 'manual';
end $$;


--
-- Name: post_title(text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.post_title(title text, body text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(
    nullif(btrim(title, E' \n\r\t'), ''),
    (select case when length(line) > 80 then rtrim(left(line, 79)) || '…' else line end
      from (select rtrim(split_part(ltrim(body, E' \n\r\t'), E'\n', 1), E' \r\t')) b(line)
      where line <> ''))
$$;


--
-- Name: preview_persona(uuid, uuid, jsonb, numeric); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.preview_persona(tenant uuid, persona uuid, criteria jsonb, threshold numeric) RETURNS TABLE(people bigint, entering bigint, leaving bigint, histogram bigint[], engagements_30_days bigint, engaged_people_30_days bigint, best jsonb, enters jsonb, leaves jsonb)
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
  problem text := app.criteria_error(criteria);
  required_places integer[];
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'criteria_make_sense', table = 'personas', column = 'criteria';
  end if;
  required_places := array(select c.place from app.criteria_of(criteria) c where c.required and c.weight > 0);
  return query
  with m as materialized (
    select x.person_id, x.is_match, x.match_score, x.confidence, x.receipt,
      -- Whom an exclude meets or a required criterion misses is out, whatever the score.
      exists (select from unnest(x.receipt) line where line % 10 = 3 or (line % 10 = 0 and line / 100000 = any (required_places))) as is_refused
    from app.matches_of(tenant, jsonb_build_array(jsonb_build_object('id', coalesce(persona, '00000000-0000-0000-0000-000000000000'), 'criteria', criteria, 'threshold', threshold)), null) x
  ),
  held as (
    select t.person_id, t.pinned, t.excluded, t.is_active from public.targets t where t.tenant_id = tenant and t.persona_id = persona
  ),
  considered as materialized (
    select m.*, coalesce(h.pinned, false) as pinned from m left join held h using (person_id)
    where not (m.is_refused or coalesce(h.excluded, false)) or coalesce(h.pinned, false)
  ),
  after as materialized (
    select * from considered c where c.is_match or c.pinned
  ),
  moving as materialized (
    select a.person_id, 'best' as list from after a
    union all
    select a.person_id, 'enters' from after a where not exists (select from held h where h.person_id = a.person_id and h.is_active)
    union all
    select h.person_id, 'leaves' from held h where h.is_active and not exists (select from after a where a.person_id = h.person_id)
  ),
  -- Few have the best scores of a list, and only they are looked up.
  ranked as (
    select l.list, m.person_id, m.match_score, m.confidence, coalesce(c.pinned, false) as pinned, m.receipt,
      rank() over (partition by l.list order by m.match_score desc, m.confidence desc) as place
    from moving l
    join m on m.person_id = l.person_id
    left join considered c on c.person_id = l.person_id
  ),
  named as (
    select r.list, r.person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title, p.headline) as title,
      coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, r.match_score, r.confidence, r.pinned,
      coalesce(s.score, 0) as engagement_score, app.receipt_words(r.receipt) as words,
      row_number() over (partition by r.list order by r.match_score desc, r.confidence desc, coalesce(s.score, 0) desc, p.name, r.person_id) as place
    from ranked r
    join public.persons p on p.tenant_id = tenant and p.id = r.person_id
    left join public.companies c on c.tenant_id = tenant and c.id = p.company_id
    left join app.person_scores s on s.tenant_id = tenant and s.person_id = r.person_id
    where r.place <= 10
  ),
  ten as (
    select n.list, jsonb_agg(to_jsonb(n) - array['list', 'place'] order by n.place) as people from named n where n.place <= 10 group by 1
  ),
  recent as (
    select count(*) as engagements, count(distinct e.person_id) as engaged
    from public.engagements e
    where e.tenant_id = tenant and e.engaged_on > app.tenant_today(tenant) - 30 and e.person_id in (select a.person_id from after a)
  )
  select (select count(*) from after),
    (select count(*) from after a where not exists (select from held h where h.person_id = a.person_id and h.is_active)),
    (select count(*) from held h where h.is_active and not exists (select from after a where a.person_id = h.person_id)),
    (select array_agg(n order by bin) from (
      select bin, count(m.person_id) as n from generate_series(0, 9) bin
      left join considered m on least(floor(coalesce(m.match_score, 0) * 10), 9) = bin group by bin) b),
    r.engagements, r.engaged,
    coalesce((select t.people from ten t where t.list = 'best'), '[]'),
    coalesce((select t.people from ten t where t.list = 'enters'), '[]'),
    coalesce((select t.people from ten t where t.list = 'leaves'), '[]')
  from recent r;
end $$;


--
-- Name: purge_accounts(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_accounts() RETURNS bigint
    LANGUAGE sql
    AS $$
  with over as (
      -- What is being asked for at this moment is not over.
      select key from public.guess_limits where theoretical_arrival < clock_timestamp() order by key for update skip locked
    ),
    limits as (delete from public.guess_limits g using over where g.key = over.key returning 1),
    links as (delete from public.account_links where expires_at < clock_timestamp() returning 1),
    devices as (delete from public.known_devices where last_used < clock_timestamp() - interval '1 year' returning 1),
    ended as (delete from public.sessions where expires_at < clock_timestamp() or last_used < clock_timestamp() - interval '7 days' returning 1),
    -- What nobody came back with still holds the secret of an app.
    asked as (delete from public.consents where expires_at < clock_timestamp() returning 1)
  select (select count(*) from limits) + (select count(*) from links) + (select count(*) from devices) + (select count(*) from ended)
    + (select count(*) from asked)
$$;


--
-- Name: purge_calls(interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_calls(older_than interval DEFAULT '90 days'::interval) RETURNS bigint
    LANGUAGE sql
    AS $$
  with purged as (delete from public.api_calls where called_at < now() - older_than returning 1)
  select count(*) from purged
$$;


--
-- Name: purge_deliveries(interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_deliveries(older_than interval DEFAULT '30 days'::interval) RETURNS bigint
    LANGUAGE sql
    AS $$
  with wiped as (
    update public.webhook_inbox i
    set body = null, processed_at = coalesce(i.processed_at, now()),
      state = case when i.state in ('pending', 'failed') then 'dead' else i.state end,
      error = case when i.state in ('pending', 'failed') then 'Nobody worked it through within the 48 hours for which LinkedIn allows to keep it.' else i.error end
    from public.webhook_sources s
    where s.tenant_id = i.tenant_id and s.id = i.source_id and i.body is not null
      and (
        -- What LinkedIn's members do, whatever became of it.
        (s.kind = 'linkedin' and i.received_at < now() - app.may_keep('members_activity'))
        -- What could not be used is kept until somebody has mended it.
        or (i.processed_at >= now() - greatest(older_than, interval '3 days')
          and i.processed_at < now() - case when i.state = 'delivered' then interval '48 hours' else interval '30 days' end))
  ),
  purged as (
    delete from public.webhook_inbox i where i.processed_at < now() - greatest(older_than, interval '3 days') returning 1
  )
  select count(*) from purged
$$;


--
-- Name: purge_idempotency_keys(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_idempotency_keys() RETURNS bigint
    LANGUAGE sql
    AS $$
  with gone as (delete from public.idempotency_keys where created_at < clock_timestamp() - interval '1 day' returning 1) select count(*) from gone
$$;


--
-- Name: purge_reports(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_reports() RETURNS bigint
    LANGUAGE sql
    AS $$
  with gone as (
    delete from public.reports where least(expires_at, revoked_at) < clock_timestamp() - interval '30 days' returning 1
  )
  select count(*) from gone
$$;


--
-- Name: purge_restricted(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_restricted() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  part bigint;
  purged bigint := 0;
begin
  delete from public.page_comments where expires_at <= clock_timestamp();
  get diagnostics part = row_count;
  purged := purged + part;
  delete from public.page_metrics_daily where expires_at <= clock_timestamp();
  get diagnostics part = row_count;
  purged := purged + part;
  delete from public.pages where expires_at <= clock_timestamp();
  get diagnostics part = row_count;
  purged := purged + part;
  -- Whoever holds one of them now has it purged the next time.
  update public.posts p
  set impressions = null, clicks = null, reactions = null, comments = null, shares = null, counters_at = null, counters_source = null,
    counters_import_id = null
  from (
    select tenant_id, id from public.posts
    where counters_source = 'api' and counters_at <= clock_timestamp() - app.may_keep('page_figures')
    order by tenant_id, id for update skip locked) o
  where p.tenant_id = o.tenant_id and p.id = o.id;
  get diagnostics part = row_count;
  return purged + part;
end $$;


--
-- Name: purge_sendings(interval); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_sendings(older_than interval DEFAULT '30 days'::interval) RETURNS bigint
    LANGUAGE sql
    AS $$
  with gone as (
    delete from public.webhook_deliveries d where d.created_at < now() - greatest(older_than, interval '4 days') returning 1
  )
  select count(*) from gone
$$;


--
-- Name: purge_uploads(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.purge_uploads() RETURNS bigint
    LANGUAGE sql
    AS $$
  with gone as (
    delete from public.uploads u
    where not app.is_under_way(u)
      and u.updated_at < clock_timestamp() - case when u.imported is null then interval '7 days' else interval '30 days' end
    returning 1
  )
  select count(*) from gone
$$;


--
-- Name: put_back_for_enrichment(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.put_back_for_enrichment(people integer[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  back bigint;
begin
  perform app.hold_persons(people);
  -- As they were before somebody asked; who was enriched long ago is due again by the date of that.
  update public.persons
  set enrichment_status = case when enriched_at is null then 'never' else 'enriched' end::public.enrichment_status
  where tenant_id = app.current_tenant() and id = any (people) and enrichment_status = 'pending';
  get diagnostics back = row_count;
  return back;
end $$;


--
-- Name: ranked_strategies(uuid, uuid, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.ranked_strategies(tenant uuid, persona uuid DEFAULT NULL::uuid, seed bigint DEFAULT NULL::bigint) RETURNS TABLE(persona_id uuid, strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric, people bigint, posts bigint, trials bigint, successes bigint, elsewhere bigint, prior_rate double precision, mean double precision, lower double precision, upper double precision, baseline double precision, lift double precision, score double precision)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  with relevance as materialized (
    select q.id as persona_id, s.id as strategy_id, s.name, s.type,
      coalesce(r.relevance_score, app.strategy_fit(q.criteria, s.audience_seniorities, s.audience_functions, s.type, s.objective)) as relevance
    from public.personas q
    join public.campaign_strategies s on s.tenant_id = tenant
    left join public.persona_strategies r on r.tenant_id = tenant and r.persona_id = q.id and r.strategy_id = s.id
    where q.tenant_id = tenant
  ),
  trials as materialized (
    select t.* from app.strategy_trials t where t.tenant_id = tenant
  ),
  evidence as (
    select array_agg(row(e.persona_id, e.strategy_id, e.trials, e.successes, r.relevance)::app.strategy_evidence) as rows
    from (
      select t.persona_id, t.strategy_id, t.trials, t.successes from trials t
      union all
      -- What was never tried is ranked too.
      select r.persona_id, r.strategy_id, 0, 0 from relevance r where persona is null or r.persona_id = persona
    ) e
    left join relevance r on r.persona_id = e.persona_id and r.strategy_id = e.strategy_id
  )
  select p.persona_id, p.strategy_id, r.name, r.type, r.relevance, coalesce(t.people, 0), case when t.people > 0 then t.posts else 0 end, p.trials, p.successes,
    coalesce(o.trials, 0)::bigint - coalesce(t.trials, 0), p.prior_rate, p.mean, p.lower, p.upper, p.baseline, p.lift, p.score
  from evidence e
  cross join lateral app.strategy_posteriors(e.rows, persona, seed) p
  join relevance r on r.persona_id = p.persona_id and r.strategy_id = p.strategy_id
  left join trials t on t.persona_id = p.persona_id and t.strategy_id = p.strategy_id
  left join (select x.strategy_id, sum(x.trials)::bigint as trials from trials x group by 1) o on o.strategy_id = p.strategy_id
$$;


--
-- Name: rate_times(double precision, double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rate_times(rate double precision, factor double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select rate * factor / (1 - rate + rate * factor)
$$;


--
-- Name: receipt_line(integer, integer, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.receipt_line(place integer, weight integer, outcome integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select place * 100000 + weight * 10 + outcome $$;


--
-- Name: receipt_lines(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.receipt_lines(receipt integer[]) RETURNS TABLE(criterion text, weight integer, outcome text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select (array['title', 'seniority', 'function', 'industry', 'company_size', 'location', 'engagement', 'follower', 'company'])[line / 100000],
    line % 100000 / 10,
    (array['miss', 'hit', 'unknown', 'veto'])[line % 10 + 1]
  from unnest(receipt) with ordinality r(line, place)
  order by place
$$;


--
-- Name: receipt_score(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.receipt_score(receipt integer[]) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when sum(line % 100000 / 10) > 0
    then round(coalesce(sum(line % 100000 / 10) filter (where line % 10 = 1), 0)::numeric / sum(line % 100000 / 10), 2) else 0 end
  from unnest(receipt) line
$$;


--
-- Name: receipt_words(integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.receipt_words(receipt integer[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select string_agg(replace(criterion, '_', ' ') || ' ' || outcome || ' (' || weight || ')', ', ') from app.receipt_lines(receipt)
$$;


--
-- Name: recommendation_reason(bigint, bigint, bigint, bigint, bigint, double precision, double precision, double precision, double precision, numeric, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.recommendation_reason(successes bigint, trials bigint, people_engaged bigint, people bigint, posts bigint, lift double precision, lower double precision, upper double precision, baseline double precision, relevance numeric DEFAULT NULL::numeric, elsewhere bigint DEFAULT 0) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select case
    when coalesce(trials, 0) = 0 then 'No response of this persona''s people is known yet: ' || ranked || '.'
    when successes < 5 and trials * baseline < 5 then
      'Not enough data yet: ' || facts || '. ' || initcap(left(ranked, 1)) || substr(ranked, 2) || '.'
    else
      facts || '. Less what may be chance, that is '
      || case when round(lift::numeric, 1) = 1.0 then 'about' else round(lift::numeric, 1)::text || ' times' end
      || ' what is usual for this persona (' || app.percent_text(baseline) || '), and likely between '
      || round((lower / baseline)::numeric, 1)::text || ' and ' || round((upper / baseline)::numeric, 1)::text || ' times'
      || case when round(lift::numeric, 1) <> 1.0 and lower <= baseline and upper >= baseline then ': it may not differ at all.' else '.' end
  end
  from (
    select
      to_char(people_engaged, 'FM999,999,999,999,990') || ' of ' || app.counted(people, 'person', 'people')
      || ' engaged with ' || app.counted(posts, 'post', 'posts')
      || case when posts = 1 then ' (' else ', on average ' end || app.percent_text(successes / nullif(trials, 0)::double precision)
      || case when posts = 1 then ')' else ' with each' end as facts,
      coalesce('ranked by ' || nullif(concat_ws(' and ', 'its relevance of ' || round(relevance, 2)::text,
        case when elsewhere > 0 then 'how it does with other personas' end), ''), 'nothing speaks for or against it') as ranked
  ) as told
$$;


--
-- Name: recommended_strategies(uuid, uuid[], integer, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.recommended_strategies(tenant uuid, personas uuid[], how_many integer, seed bigint DEFAULT NULL::bigint) RETURNS TABLE(persona_id uuid, strategy_id uuid, strategy text, type public.strategy_type, relevance_score numeric, recommendation_reason text, prior_rate numeric, people bigint, posts bigint, trials bigint, successes bigint, people_engaged bigint, posterior_mean numeric, interval_low numeric, interval_high numeric, baseline numeric, lift numeric, score numeric)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  with ranked as materialized (
    select row_number() over (partition by r.persona_id order by r.score desc, r.strategy)::int as place, r.*
    from app.ranked_strategies(tenant, case when cardinality(personas) = 1 then personas[1] end, seed) r
    where r.persona_id = any (personas)
  ),
  -- No counter knows how many people engaged with any of several campaigns; sets of them do.
  engaged as (
    select q.key::uuid as persona_id, s.strategy_id, sum(bit_count(s.people & q.people))::bigint as people
    from app.strategy_sets s
    join app.sets_of(tenant, 'q', personas::text[]) q on q.chunk = s.chunk
    group by 1, 2
  )
  select r.persona_id, r.strategy_id, r.strategy, r.type, r.relevance_score,
    app.recommendation_reason(r.successes, r.trials, coalesce(e.people, 0), r.people, r.posts, r.lift, r.lower, r.upper, r.baseline, r.relevance_score, r.elsewhere),
    round(r.prior_rate::numeric, 6), r.people, r.posts, r.trials, r.successes, coalesce(e.people, 0),
    round(r.mean::numeric, 6), round(r.lower::numeric, 6), round(r.upper::numeric, 6), round(r.baseline::numeric, 6),
    round(r.lift::numeric, 4), round(r.score::numeric, 6)
  from ranked r
  left join engaged e on e.persona_id = r.persona_id and e.strategy_id = r.strategy_id
  where r.place <= how_many
  order by r.persona_id, r.place
$$;


--
-- Name: refresh_persona_engagement_trends(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.refresh_persona_engagement_trends() RETURNS void
    LANGUAGE sql
    AS $$ select app.fold_engagements() $$;


--
-- Name: release_target(uuid, uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.release_target(tenant uuid, persona uuid, person integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform app.hold_target(tenant, persona, person);
  update public.targets set pinned = false, excluded = false, manually_added = false, reason = null, cause = 'manual'
  where tenant_id = tenant and persona_id = persona and person_id = person;
  perform app.rematch(tenant, array[person], array[persona], 'manual');
end $$;


--
-- Name: rematch(uuid, integer[], uuid[], public.match_cause); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rematch(tenant uuid, people integer[], personas uuid[], why public.match_cause) RETURNS TABLE(entered bigint, departed bigint, rescored bigint)
    LANGUAGE plpgsql
    AS $_$
begin
  if people is null then
    perform from public.matching_state where tenant_id = tenant for no key update;
  else
    perform from public.matching_state where tenant_id = tenant for share;
    perform from public.persons where tenant_id = tenant and id = any (people) order by id for no key update;
  end if;
  return query execute $q$
  with found as materialized (
    select m.* from app.matches_of($1, app.active_personas($1, $3), $2) m
    where m.is_match or (m.persona_id, m.person_id) in (
      select t.persona_id, t.person_id from public.targets t
      where t.tenant_id = $1 and t.pinned and ($2 is null or t.person_id = any ($2)))
  ),
  leavers as (
    update public.targets t set is_active = false, cause = $4, matched_at = now()
    where t.tenant_id = $1 and t.is_active
      and ($2 is null or t.person_id = any ($2)) and ($3 is null or t.persona_id = any ($3))
      -- Of a persona that is switched off nothing is found, not even a pin: it has no targets at all.
      and not exists (select from found f where f.persona_id = t.persona_id and f.person_id = t.person_id)
    returning 1
  ),
  before as materialized (
    select t.persona_id, t.person_id, t.is_active, t.excluded, t.match_score, t.confidence, t.receipt from public.targets t
    join found f on t.tenant_id = $1 and t.persona_id = f.persona_id and t.person_id = f.person_id
  ),
  written as (
    -- Only what differs: a row that is merely tried to be written is locked, which is a write of its own.
    insert into public.targets as t (tenant_id, persona_id, person_id, match_score, confidence, receipt, is_active, cause)
    select $1, f.persona_id, f.person_id, f.match_score, f.confidence, f.receipt, true, $4
    from found f
    left join before b on b.persona_id = f.persona_id and b.person_id = f.person_id
    where b.person_id is null or (b.match_score, b.confidence, b.receipt, b.is_active) is distinct from (f.match_score, f.confidence, f.receipt, not b.excluded)
    order by f.persona_id, f.person_id
    on conflict (tenant_id, persona_id, person_id) do update
    set match_score = excluded.match_score, confidence = excluded.confidence, receipt = excluded.receipt,
      is_active = not t.excluded, cause = excluded.cause, matched_at = now()
    returning persona_id, person_id, is_active
  )
  select (select count(*) from written w where is_active and not exists (
      select from before b where b.persona_id = w.persona_id and b.person_id = w.person_id and b.is_active)),
    (select count(*) from leavers),
    (select count(*) from written w join before b using (persona_id, person_id) where b.is_active)
  $q$ using tenant, people, personas, why;
end $_$;


--
-- Name: rematch_engaged(uuid, integer[], public.match_cause); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rematch_engaged(tenant uuid, people integer[], why public.match_cause) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- A statement of its own before personas are looked at: they are then as whoever edited them left them.
  if people is null then
    perform from public.matching_state where tenant_id = tenant for no key update;
  else
    perform from public.matching_state where tenant_id = tenant for share;
  end if;
  perform app.rematch(tenant, people, (
    select coalesce(array_agg(id), '{}') from public.personas where tenant_id = tenant and is_active and criteria ? 'engagement'), why);
end $$;


--
-- Name: remove_people(uuid, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.remove_people(tenant uuid, people integer[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  removed bigint;
begin
  perform from public.matching_state where tenant_id = tenant for share;
  perform from public.persons where tenant_id = tenant and id = any (people) order by id for update;
  perform from public.engagements where tenant_id = tenant and person_id = any (people) order by person_id, post_id, id for update;
  delete from public.persons where tenant_id = tenant and id = any (people);
  get diagnostics removed = row_count;
  return removed;
end $$;


--
-- Name: renew_company_keys(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.renew_company_keys() RETURNS bigint
    LANGUAGE sql
    AS $$
  with stale as (
    select c.tenant_id, c.id, k.key, row_number() over (partition by c.tenant_id, k.key order by c.id) as n
    from public.companies c cross join lateral (select app.company_key(c.name) as key offset 0) k
    where c.name_key <> k.key
  ),
  renewed as (
    update public.companies c set name_key = s.key
    from stale s
    where c.tenant_id = s.tenant_id and c.id = s.id and s.n = 1
      -- Two that turn out to be one stay two until somebody merges them.
      and not exists (select from public.companies o where o.tenant_id = s.tenant_id and o.name_key = s.key)
    returning 1
  )
  select count(*) from renewed
$$;


--
-- Name: renew_folded_texts(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.renew_folded_texts() RETURNS bigint
    LANGUAGE sql
    AS $$
  with stale as (
    select p.tenant_id, p.id, k.folded
    from public.persons p
    cross join lateral (select app.person_text(p.name, p.title_override, p.current_title, p.headline) as folded offset 0) k
    where p.folded <> k.folded
  ),
  renewed as (
    update public.persons p set folded = s.folded from stale s where p.tenant_id = s.tenant_id and p.id = s.id returning 1
  )
  select count(*) from renewed
$$;


--
-- Name: repair_metrics(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.repair_metrics(tenant uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
  changed bigint;
begin
  perform app.require_tenant(tenant);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a repair needs read committed: its snapshot must be younger than its lock' using errcode = 'active_sql_transaction';
  end if;
  perform from public.fold_locks where tenant_id = tenant for update skip locked;
  if not found then
    return -1;
  end if;
  execute $q$
  with e as (delete from public.engagement_deltas where tenant_id = $1),
  l as (delete from public.link_deltas where tenant_id = $1),
  t as (delete from public.target_deltas where tenant_id = $1),
  people as materialized (select * from app.recount_campaign_engagers where tenant_id = $1),
  people_out as (
    delete from public.campaign_people r where tenant_id = $1 and not exists (
      select from people n where n.campaign_id = r.campaign_id and n.person_id = r.person_id)
    returning 1
  ),
  people_in as (
    insert into public.campaign_people as r (tenant_id, campaign_id, person_id, first_day)
    select tenant_id, campaign_id, person_id, first_day from people order by campaign_id, person_id
    on conflict (tenant_id, campaign_id, person_id) do update set first_day = excluded.first_day
    where r.first_day <> excluded.first_day
    returning 1
  ),
  daily as materialized (select * from app.recount_campaign_days where tenant_id = $1),
  daily_out as (
    delete from public.campaign_daily r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from daily n where n.campaign_id = r.campaign_id and n.day = r.day)
    returning 1
  ),
  daily_in as (
    insert into public.campaign_daily as r (tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people from daily order by campaign_id, day
    on conflict (tenant_id, campaign_id, day) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      new_people = excluded.new_people
    where r is distinct from excluded
    returning 1
  ),
  persona_day as materialized (select * from app.recount_campaign_persona_days where tenant_id = $1),
  persona_day_out as (
    delete from public.campaign_persona_daily r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from persona_day n where n.campaign_id = r.campaign_id and n.persona_id = r.persona_id and n.day = r.day)
    returning 1
  ),
  persona_day_in as (
    insert into public.campaign_persona_daily as r (tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people from persona_day order by campaign_id, persona_id, day
    on conflict (tenant_id, campaign_id, persona_id, day) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      new_people = excluded.new_people
    where r is distinct from excluded
    returning 1
  ),
  total as materialized (select * from app.recount_campaign_persona_counts where tenant_id = $1),
  total_out as (
    delete from public.campaign_persona_totals r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from total n where n.campaign_id = r.campaign_id and n.persona_id = r.persona_id)
    returning 1
  ),
  total_in as (
    insert into public.campaign_persona_totals as r (tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people)
    select tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people from total order by campaign_id, persona_id
    on conflict (tenant_id, campaign_id, persona_id) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      people = excluded.people
    where r is distinct from excluded
    returning 1
  ),
  sets as materialized (select * from app.recount_sets where tenant_id = $1),
  sets_out as (
    delete from public.people_sets r where tenant_id = $1 and people <> app.no_people() and not exists (
      select from sets n where n.kind = r.kind and n.key = r.key and n.chunk = r.chunk)
    returning 1
  ),
  sets_in as (
    insert into public.people_sets as r (tenant_id, kind, key, chunk, people)
    select tenant_id, kind, key, chunk, people from sets order by kind, key, chunk
    on conflict (tenant_id, kind, key, chunk) do update set people = excluded.people
    where r.people <> excluded.people
    returning 1
  ),
  post_total as materialized (select * from app.recount_post_counts where tenant_id = $1),
  post_total_out as (
    delete from public.post_totals r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, people, targeted) <> (0, 0, 0, 0, 0, 0, 0, 0) and not exists (
      select from post_total n where n.post_id = r.post_id)
    returning 1
  ),
  post_total_in as (
    insert into public.post_totals as r (tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted)
    select tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted from post_total order by post_id
    on conflict (tenant_id, post_id) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      people = excluded.people,
      targeted = excluded.targeted
    where r is distinct from excluded
    returning 1
  ),
  post as materialized (select * from app.recount_post_persona_counts where tenant_id = $1),
  post_out as (
    delete from public.post_persona_totals r where tenant_id = $1 and people <> 0 and not exists (
      select from post n where n.post_id = r.post_id and n.persona_id = r.persona_id)
    returning 1
  ),
  post_in as (
    insert into public.post_persona_totals as r (tenant_id, post_id, persona_id, people)
    select tenant_id, post_id, persona_id, people from post order by post_id, persona_id
    on conflict (tenant_id, post_id, persona_id) do update set people = excluded.people
    where r is distinct from excluded
    returning 1
  ),
  trend as materialized (select * from app.recount_persona_days where tenant_id = $1),
  trend_out as (
    delete from public.persona_daily r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from trend n where n.persona_id = r.persona_id and n.day = r.day)
    returning 1
  ),
  trend_in as (
    insert into public.persona_daily as r (tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people)
    select tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people from trend order by persona_id, day
    on conflict (tenant_id, persona_id, day) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      people = excluded.people
    where r is distinct from excluded
    returning 1
  ),
  person as materialized (select * from app.recount_person_counts where tenant_id = $1),
  person_out as (
    delete from public.person_engagement r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks) <> (0, 0, 0, 0, 0, 0) and not exists (
      select from person n where n.person_id = r.person_id)
    returning 1
  ),
  person_in as (
    insert into public.person_engagement as r (tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score)
    select tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score from person order by person_id
    on conflict (tenant_id, person_id) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      first_day = excluded.first_day,
      last_day = excluded.last_day,
      days = excluded.days,
      week_score = excluded.week_score
    where r is distinct from excluded
    returning 1
  )
  select (select count(*) from people_out) + (select count(*) from people_in) + (select count(*) from daily_out)
    + (select count(*) from daily_in) + (select count(*) from persona_day_out) + (select count(*) from persona_day_in)
    + (select count(*) from total_out) + (select count(*) from total_in) + (select count(*) from sets_out)
    + (select count(*) from sets_in) + (select count(*) from post_total_out) + (select count(*) from post_total_in)
    + (select count(*) from post_out) + (select count(*) from post_in) + (select count(*) from trend_out)
    + (select count(*) from trend_in) + (select count(*) from person_out) + (select count(*) from person_in) $q$
  into changed using tenant;
  update public.fold_locks set folds = folds + 1 where tenant_id = tenant;
  return changed;
end $_$;


--
-- Name: replay_delivery(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.replay_delivery(delivery uuid) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  found_row public.webhook_inbox;
begin
  select * into found_row from public.webhook_inbox i where i.id = delivery for update;
  if found_row.id is null then
    return 'missing';
  elsif found_row.body is null then
    return 'wiped';
  end if;
  update public.webhook_inbox i
  set state = 'pending', attempts = 0, next_attempt = clock_timestamp(), outcome = null, error = null, processed_at = null
  where i.id = delivery;
  return 'pending';
end $$;


--
-- Name: replay_sending(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.replay_sending(outgoing uuid) RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  update public.webhook_deliveries d
  set state = 'pending', attempts = 0, next_attempt = clock_timestamp(), ended_at = null, error = null
  where d.id = outgoing;
  return case when found then 'pending' else 'missing' end;
end $$;


--
-- Name: require_tenant(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_tenant(tenant uuid) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
  actor name := coalesce(nullif(current_setting('role'), 'none'), session_user);
begin
  if tenant is distinct from app.current_tenant()
    and not pg_has_role(actor, (select relowner from pg_class where oid = 'public.tenants'::regclass), 'usage') then
    raise exception 'this transaction does not act for that tenant' using errcode = 'insufficient_privilege';
  end if;
end $$;


--
-- Name: reserve_cost(uuid, uuid, numeric); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.reserve_cost(job uuid, attempt uuid, wanted numeric) RETURNS numeric
    LANGUAGE plpgsql
    AS $$
declare
  budget numeric;
  free numeric;
  granted numeric;
begin
  select a.monthly_budget into budget from public.job_accounts a where a.tenant_id = app.current_tenant() for update;
  -- What it kept so far is kept anew.
  update public.scraping_jobs set reserved_cost = null where id = job and attempt_id = attempt;
  free := budget - app.spent_this_month();
  granted := case when free <= 0 then 0 else least(wanted, free) end;
  update public.scraping_jobs set reserved_cost = granted where id = job and attempt_id = attempt;
  return granted;
end $$;


--
-- Name: resolve_companies(uuid, text[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.resolve_companies(tenant uuid, names text[]) RETURNS integer[]
    LANGUAGE plpgsql
    AS $$
declare
  keys text[] := array(select app.company_key(name) from unnest(names) name);
  ids integer[];
begin
  insert into public.companies (tenant_id, name, name_key)
  select tenant, n.name, n.key
  from (select distinct on (key) key, btrim(name) as name from unnest(names, keys) u(name, key) where key <> '' order by key, name) n
  -- A look-up by key and not a join: statistics lag behind an import, and a join planned for ten rows is quadratic.
  where app.company_by_key(tenant, n.key) is null
  order by n.key
  on conflict do nothing;
  ids := array(select app.company_by_key(tenant, key) from unnest(keys) key);
  -- Companies before people, in the order of their ids, as everybody holds them.
  perform from public.companies where tenant_id = tenant and id = any (ids) order by id for key share;
  return ids;
end $$;


--
-- Name: resolve_people(uuid, uuid, public.data_source, app.staged_person[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.resolve_people(tenant uuid, import uuid, origin public.data_source, people app.staged_person[]) RETURNS TABLE(n integer, person_id integer, is_new boolean, is_changed boolean)
    LANGUAGE plpgsql
    AS $$
declare
  new_ids integer[];
  changed_ids integer[];
  employers text[];
  companies jsonb;
begin
  perform app.lock_people(tenant);
  perform from public.matching_state where tenant_id = tenant for share;
  perform set_config('app.fact_source', origin::text, true), set_config('app.fact_import', coalesce(import::text, ''), true);
  perform app.merge_doubles(tenant, people);
  employers := array(select distinct p.employer from unnest(people) p where p.employer is not null);
  select coalesce(jsonb_object_agg(c.employer, c.id), '{}') into companies
  from unnest(employers, app.resolve_companies(tenant, employers)) c(employer, id);

  with unknown as (
    select distinct on (key) p.*, coalesce('m' || p.member_id, 's' || p.slug, 'v' || p.sales_nav_id, 'e' || p.email) as key
    from unnest(people) p
    where coalesce(p.member_id, p.slug, p.sales_nav_id, p.email) is not null
      and p.n not in (select k.n from app.known_people(tenant, people) k where k.person_id is not null)
    order by key, p.facts_from desc nulls last, p.n
  ),
  numbered as materialized (
    select nextval('public.persons_id_seq')::integer as id, u.* from (select * from unknown order by unknown.n) u
  ),
  added as (
    insert into public.persons (tenant_id, id, name, first_name, last_name, headline, current_title, current_company, company_id, seniority,
      functions, facts_from, headline_confidence, headline_version, headline_seen_at, facts_seen_at, connection_degree, connected_on, email, picture_url,
      linkedin_url, source, import_id)
    -- Somebody without a name is shown under what is known.
    select tenant, u.id, coalesce(u.name, u.slug, u.member_id, u.sales_nav_id, u.email), u.first_name, u.last_name, u.headline, u.title, u.employer,
      (companies ->> u.employer)::integer, u.seniority, coalesce(u.functions, '{}'), u.facts_from, u.confidence, u.version, case when u.headline is not null then coalesce(u.seen_at, now()) end,
      case when u.facts_from is not null then coalesce(u.seen_at, now()) end, u.degree, u.connected_on, u.email, u.picture_url, 'https://www.linkedin.com/in/' || coalesce(u.slug, u.member_id), origin, import
    from numbered u
    order by u.id
    returning persons.id
  ),
  named as (
    insert into public.person_identities as i (tenant_id, kind, value, person_id, source)
    select distinct on (k.kind, k.value) tenant, k.kind, k.value, u.id, origin
    from numbered u
    cross join lateral (values ('member_id'::public.identity_kind, u.member_id), ('slug', u.slug), ('sales_nav_id', u.sales_nav_id), ('email', u.email)) k(kind, value)
    where k.value is not null
    order by k.kind, k.value, u.member_id is null, u.id
    -- Whoever had the slug before is another member; else the line would have meant that person.
    on conflict (tenant_id, value, kind) do update set person_id = excluded.person_id, source = excluded.source where i.kind = 'slug'
  )
  select array_agg(added.id) into new_ids from added;

  -- A line may name a known person by one more identity, or show that two who seemed to be two are one.
  insert into public.person_identities as i (tenant_id, kind, value, person_id, source)
  select distinct on (m.kind, m.value) tenant, m.kind, m.value, k.person_id, origin
  from app.known_people(tenant, people) m
  join app.known_people(tenant, people) k on k.n = m.n and k.person_id is not null
  where m.person_id is null
  order by m.kind, m.value, m.n desc, k.person_id
  on conflict (tenant_id, value, kind) do update set person_id = excluded.person_id, source = excluded.source where i.kind = 'slug';
  perform app.merge_doubles(tenant, people);
  -- Two lines of one human may each have made a person, where the one names only what the other names too.
  delete from public.persons p
  where p.tenant_id = tenant and p.id = any (new_ids)
    and not exists (select from public.person_identities i where i.tenant_id = tenant and i.person_id = p.id);

  perform from public.persons
  where tenant_id = tenant and id in (
    select i.person_id from app.identities_of(people) k
    join public.person_identities i on i.tenant_id = tenant and i.kind = k.kind and i.value = k.value)
  order by id for no key update;
  -- Of several lines about a person the best informed is right, and of those the last.
  with latest as (
    select distinct on (k.person_id) k.person_id as id, p.*,
      -- A shared address is not enough to give somebody another name, and a slug is none.
      case when coalesce(p.member_id, p.slug, p.sales_nav_id) is not null then nullif(nullif(p.name, p.slug), p.member_id) end as called
    from unnest(people) p
    join app.known_people(tenant, people) k on k.n = p.n and k.person_id is not null
    order by k.person_id, p.facts_from desc nulls last, p.n desc
  ),
  told as (
    -- A profile's or a connection's title is better than one read from a headline, and what a human entered is better than
    -- any, also where it does not say so.  What names neither title nor seniority tells nothing, unless it is the headline
    -- itself that no longer does.  Against a profile a later headline or connection holds only where it names an employer that
    -- the profile does not: then the person has moved.
    select l.*, s.seen, l.headline is not null and s.seen >= coalesce(q.headline_seen_at, '-infinity') as tells_headline,
      case
        when coalesce(l.facts_from >= q.facts_from, l.facts_from is not null and q.current_title is null and q.current_company is null, false) then
          (l.facts_from is distinct from q.facts_from or s.seen >= coalesce(q.facts_seen_at, '-infinity'))
          and (l.title is not null or l.seniority is not null or (l.facts_from = 'headline' and q.facts_from = 'headline'))
        when q.facts_from = 'profile' and l.employer is not null and s.seen > coalesce(q.facts_seen_at, '-infinity')
          and (l.facts_from = 'connection' or l.headline is distinct from q.headline) then
          app.company_key(l.employer) <> all (app.employer_keys(q.experience, true)) and app.company_key(l.employer) <> all (q.keys)
        else false
      end as tells_facts
    from latest l
    cross join lateral (select coalesce(l.seen_at, now()) as seen) s
    cross join lateral (
      select q.facts_from, q.current_title, q.current_company, q.headline, q.headline_seen_at, q.facts_seen_at, q.experience,
        array[coalesce(app.company_key(q.current_company), ''), coalesce((
          select c.name_key from public.companies c where c.tenant_id = tenant and c.id = q.company_id), '')] as keys
      from public.persons q where q.tenant_id = tenant and q.id = l.id offset 0) q
  ),
  changed as (
    update public.persons q
    set name = coalesce(t.called, q.name),
      first_name = coalesce(t.first_name, q.first_name),
      last_name = coalesce(t.last_name, q.last_name),
      headline = case when t.tells_headline then t.headline else q.headline end,
      headline_seen_at = case when t.tells_headline and t.headline is distinct from q.headline then t.seen else q.headline_seen_at end,
      current_title = case when t.tells_facts then t.title else q.current_title end,
      current_company = case when t.tells_facts then t.employer else q.current_company end,
      company_id = case when t.tells_facts then (companies ->> t.employer)::integer else q.company_id end,
      seniority = case when t.tells_facts then t.seniority else q.seniority end,
      functions = case when t.tells_facts then coalesce(t.functions, '{}') else q.functions end,
      facts_from = case when t.tells_facts then t.facts_from else q.facts_from end,
      facts_seen_at = case when t.tells_facts then t.seen else q.facts_seen_at end,
      headline_confidence = case when t.tells_facts then t.confidence else q.headline_confidence end,
      headline_version = case when t.tells_facts then t.version else q.headline_version end,
      connection_degree = coalesce(t.degree, q.connection_degree),
      connected_on = coalesce(t.connected_on, q.connected_on),
      email = coalesce(q.email, t.email),
      picture_url = coalesce(t.picture_url, q.picture_url)
    from told t
    where q.tenant_id = tenant and q.id = t.id
      and (
        -- What a file does not say is no change.
        (coalesce(t.called, q.name), coalesce(t.first_name, q.first_name), coalesce(t.last_name, q.last_name), case when t.tells_headline then t.headline else q.headline end,
          coalesce(t.degree, q.connection_degree), coalesce(t.connected_on, q.connected_on), coalesce(t.picture_url, q.picture_url))
          is distinct from (q.name, q.first_name, q.last_name, q.headline, q.connection_degree, q.connected_on, q.picture_url)
        or q.email is null and t.email is not null
        or t.tells_facts and (t.title, t.employer, t.seniority, coalesce(t.functions, '{}')) is distinct from
          (q.current_title, q.current_company, q.seniority, q.functions))
    returning q.id
  )
  select array_agg(changed.id) into changed_ids from changed;
  perform set_config('app.fact_source', '', true), set_config('app.fact_import', '', true);

  return query
  select distinct on (k.n) k.n, k.person_id, new_person is not null, changed_person is not null and new_person is null
  from app.known_people(tenant, people) k
  left join unnest(new_ids) new_person on new_person = k.person_id
  left join unnest(changed_ids) changed_person on changed_person = k.person_id
  where k.person_id is not null
  order by k.n;
end $$;


--
-- Name: rest_after(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rest_after(attempt integer) RETURNS interval
    LANGUAGE sql
    AS $$
  select (array[interval '1 minute', '5 minutes', '30 minutes', '2 hours', '5 hours', '10 hours', '14 hours', '18 hours', '24 hours'])
    [least(greatest(attempt, 1), 9)] * (0.8 + 0.4 * random())
$$;


--
-- Name: retry_job(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.retry_job(job uuid) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  was public.job_state;
begin
  select state into was from public.scraping_jobs where id = job for update;
  if was in ('failed', 'dead', 'cancelled', 'parked') or was = 'pending' then
    update public.scraping_jobs set state = 'pending', run_at = clock_timestamp(), attempts = 0, cancel_asked_at = null, finished_at = null
    where id = job;
    return 'pending';
  end if;
  return coalesce(was::text, 'missing');
end $$;


--
-- Name: revive_jobs(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.revive_jobs() RETURNS bigint
    LANGUAGE sql
    AS $$
  with lost as (
    select tenant_id, id from public.scraping_jobs where state = 'running' and leased_until < clock_timestamp()
    order by tenant_id, id for update skip locked
  ),
  waking as (
    select tenant_id, id from public.scraping_jobs where state = 'parked' and run_at <= clock_timestamp()
    order by tenant_id, id for update skip locked
  ),
  revived as (
    update public.scraping_jobs j
    set state = app.state_after(j, false), attempt_id = null, leased_until = null, run_at = clock_timestamp(),
      finished_at = case when app.state_after(j, false) <> 'pending' then clock_timestamp() end,
      error = 'The worker that ran it stopped without a word.'
    from lost l where j.tenant_id = l.tenant_id and j.id = l.id
    returning 1
  ),
  woken as (
    update public.scraping_jobs j set state = 'pending'
    from waking w where j.tenant_id = w.tenant_id and j.id = w.id
    returning 1
  )
  select (select count(*) from revived) + (select count(*) from woken)
$$;


--
-- Name: rule_error(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rule_error(rule jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $_$
declare
  field record;
  word text;
  allowed text[];
begin
  if jsonb_typeof(rule) <> 'object' then
    return 'a rule must be an object, such as {"seniorities": ["vp"], "countries": ["DE"]}';
  end if;
  for field in select key as name, value from jsonb_each(rule) loop
    if field.name in ('any_persona', 'is_follower', 'is_notable') then
      if jsonb_typeof(field.value) <> 'boolean' then
        return format('"%s" must be true or false', field.name);
      end if;
    elsif field.name in ('min_score', 'window_days') then
      if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,8}$' or field.value::text::int < 1 then
        return format('"%s" must be a whole number above 0', field.name);
      end if;
    elsif field.name = 'campaigns' then
      if jsonb_typeof(field.value) <> 'array' or exists (
        select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'number' or v::text !~ '^[0-9]{1,9}$') then
        return '"campaigns" must be a list of the numbers of campaigns';
      end if;
    elsif field.name in ('personas', 'companies', 'tags', 'countries', 'seniorities', 'functions', 'lead_statuses') then
      if jsonb_typeof(field.value) <> 'array' or exists (
        select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'string' or btrim(v #>> '{}') = '') then
        return format('"%s" must be a list of words', field.name);
      end if;
      allowed := case field.name
        when 'seniorities' then enum_range(null::public.seniority)::text[]
        when 'functions' then enum_range(null::public.job_function)::text[]
        when 'lead_statuses' then enum_range(null::public.lead_status)::text[] end;
      foreach word in array app.text_array(field.value) loop
        if not word = any (allowed) then
          return format('there is no "%s" among %s; there are %s', word, replace(field.name, '_', ' '), array_to_string(allowed, ', '));
        elsif field.name = 'countries' and word !~ '^[A-Z]{2}$' then
          return format('"%s" is no code of a country: those have two capital letters, such as DE', word);
        end if;
      end loop;
    else
      return format('there is no key "%s"; the keys are personas, any_persona, seniorities, functions, countries, companies, lead_statuses, tags, is_follower, is_notable, campaigns, min_score, window_days', field.name);
    end if;
  end loop;
  if rule ? 'window_days' and not rule ? 'min_score' then
    return '"window_days" needs "min_score"';
  end if;
  return null;
end $_$;


--
-- Name: rule_unknown(uuid, jsonb, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rule_unknown(tenant uuid, rule jsonb, before jsonb DEFAULT '{}'::jsonb) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  (select format('there is no persona "%s"', said)
  from unnest(app.text_array(rule -> 'personas')) said
  where not exists (select from public.personas q where q.tenant_id = tenant and lower(q.name) = lower(said))
    and not exists (select from unnest(app.text_array(before -> 'personas')) was where lower(was) = lower(said))
  limit 1)
  union all
  (select format('there is no campaign %s', said)
  from jsonb_array_elements_text(rule -> 'campaigns') said
  where not exists (select from public.campaigns c where c.tenant_id = tenant and c.id = said::integer)
    and not coalesce(before -> 'campaigns' @> to_jsonb(said::integer), false)
  limit 1)
  limit 1
$$;


--
-- Name: score_of_counts(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.score_of_counts() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
  select '((coalesce(e.likes, 0) + coalesce(d.likes, 0))::bigint * ($3).likes
    + (coalesce(e.reactions, 0) + coalesce(d.reactions, 0))::bigint * ($3).reactions
    + (coalesce(e.comments, 0) + coalesce(d.comments, 0))::bigint * ($3).comments
    + (coalesce(e.shares, 0) + coalesce(d.shares, 0))::bigint * ($3).shares
    + (coalesce(e.follows, 0) + coalesce(d.follows, 0))::bigint * ($3).follows
    + (coalesce(e.clicks, 0) + coalesce(d.clicks, 0))::bigint * ($3).clicks)'
$_$;


--
-- Name: score_of_settled(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.score_of_settled() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
  select '(e.likes::bigint * ($3).likes + e.reactions::bigint * ($3).reactions
    + e.comments::bigint * ($3).comments + e.shares::bigint * ($3).shares
    + e.follows::bigint * ($3).follows + e.clicks::bigint * ($3).clicks)'
$_$;


--
-- Name: seal_anew(text, uuid, bytea, bytea); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.seal_anew(into_table text, into_row uuid, old bytea, new bytea) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  rows bigint;
begin
  -- Only what is still as it was read: whoever wrote in the meantime has sealed with the current key already.
  case into_table
    when 'linkedin_connections' then update public.linkedin_connections set sealed_credentials = new where id = into_row and sealed_credentials = old;
    when 'linkedin_cookies' then update public.linkedin_cookies set sealed_jar = new where id = into_row and sealed_jar = old;
    -- No two sealed values are the same, so the old one says which column is meant.
    when 'webhook_endpoints' then
      update public.webhook_endpoints
      set sealed_secret = case when sealed_secret = old then new else sealed_secret end,
        sealed_previous = case when sealed_previous = old then new else sealed_previous end
      where id = into_row and old in (sealed_secret, sealed_previous);
    when 'webhook_sources' then
      update public.webhook_sources
      set sealed_secret = case when sealed_secret = old then new else sealed_secret end,
        sealed_previous = case when sealed_previous = old then new else sealed_previous end
      where id = into_row and old in (sealed_secret, sealed_previous);
    when 'consents' then update public.consents set sealed_question = new where session_id = into_row and sealed_question = old;
    else return false;
  end case;
  get diagnostics rows = row_count;
  return rows > 0;
end $$;


--
-- Name: seed_tenant(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.seed_tenant(tenant uuid) RETURNS void
    LANGUAGE sql
    AS $$
  insert into public.campaign_strategies (tenant_id, name, description, type, objective, audience_seniorities, audience_functions, content_themes,
    content_mix, posts_per_week, best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, benchmark_source, budget_min, budget_max,
    currency, duration_weeks, required_assets, post_templates, examples, is_template)
  select tenant, s.name, s.description, s.type::public.strategy_type, s.objective::public.campaign_objective,
    s.audience_seniorities::public.seniority[], s.audience_functions::public.job_function[], s.content_themes::text[], s.content_mix::jsonb,
    s.posts_per_week, s.best_times::text[], s.primary_kpi::public.kpi, s.success_metrics::text[], s.benchmark_low, s.benchmark_high,
    'starting value of the template', s.budget_min, s.budget_max, t.currency, s.duration_weeks, s.required_assets::text[], s.post_templates::text[],
    s.examples::text[], true
  from app.strategy_templates s
  join public.tenants t on t.id = tenant and t.seeded_at is null
  order by s.name
  on conflict do nothing;
  insert into public.personas (tenant_id, name, description, colour, threshold, criteria, created_by, is_active)
  select tenant, name, description, colour, threshold, criteria::jsonb, 'sample', not criteria::jsonb ? 'engagement' from app.sample_personas
  where exists (select from public.tenants where id = tenant and seeded_at is null)
    -- Whoever brings personas of their own is not given others.
    and not exists (select from public.personas p where p.tenant_id = tenant)
  order by name
  on conflict do nothing;
  update public.tenants set seeded_at = now() where id = tenant;
$$;


--
-- Name: segment_keys(uuid, jsonb, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.segment_keys(tenant uuid, rule jsonb, key text) RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return case key
    when 'personas' then array(
      select q.id::text from public.personas q where q.tenant_id = tenant and lower(q.name) in (select lower(name) from unnest(app.text_array(rule -> 'personas')) name))
    when 'campaigns' then array(select v::integer::text from jsonb_array_elements_text(rule -> 'campaigns') v)
  end;
end $$;


--
-- Name: segment_members(uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.segment_members(tenant uuid, segment text) RETURNS SETOF integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select app.segment_people(tenant, s.rule) from public.audience_segments s where s.tenant_id = tenant and s.id = segment
$$;


--
-- Name: segment_people(uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.segment_people(tenant uuid, rule jsonb) RETURNS SETOF integer
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
  weight app.weights;
begin
  -- As parameters they are known to whoever plans the statement: a window of days that most are in is read otherwise than one of few.
  select * into weight from app.weights w where w.tenant_id = segment_people.tenant;
  return query execute app.segment_statement(rule) using tenant, rule, weight, app.tenant_today(tenant) - (rule ->> 'window_days')::integer;
end $$;


--
-- Name: segment_statement(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.segment_statement(rule jsonb) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  with sets(n, key, of_kind) as (values
    (1, 'personas', '''q'', app.segment_keys($1, $2, ''personas'')'),
    (2, 'any_persona', '''t'''),
    (3, 'campaigns', '''c'', app.segment_keys($1, $2, ''campaigns'')')
  ),
  others(n, key, condition) as (values
    (4, 'companies', 'p.id in (
      select f.person_id from app.person_facts f
      where f.tenant_id = $1 and f.company_key in (select app.company_key(name) from unnest(app.text_array($2 -> ''companies'')) name))'),
    (5, 'seniorities', 'p.seniority::text = any (app.text_array($2 -> ''seniorities''))'),
    (6, 'functions', 'p.functions::text[] && app.text_array($2 -> ''functions'')'),
    (7, 'countries', 'p.country = any (app.text_array($2 -> ''countries''))'),
    (8, 'lead_statuses', 'p.lead_status::text = any (app.text_array($2 -> ''lead_statuses''))'),
    (9, 'tags', 'p.tags && app.text_array($2 -> ''tags'')'),
    (10, 'is_follower', 'p.is_follower = ($2 ->> ''is_follower'')::boolean'),
    (11, 'is_notable', 'p.is_notable = ($2 ->> ''is_notable'')::boolean'),
    (12, 'min_score', 'p.id in (select s.person_id from app.person_scores s where s.tenant_id = $1 and s.score >= ($2 ->> ''min_score'')::int)')
  ),
  conditions as (
    select n, key, case when rule ->> key = 'false' then 'not ' else '' end || 'exists (
      select from (select s.chunk, bit_or(s.people) as people from app.sets_of($1, ' || of_kind || ') s group by 1) s
      where s.chunk = app.chunk_of(p.id) and app.is_in(s.people, p.id))' as condition, true as is_set
    from sets
    union all
    select n, key, condition, false from others
  ),
  asked as (
    select coalesce(string_agg(' and ' || condition, '' order by n), '') as conditions,
      -- Who is in a set is known without looking at them.
      case when coalesce(bool_and(is_set), true) then 'cross join lateral (select %s.person_id as id) p' else 'join public.persons p on p.tenant_id = $1 and p.id = %s.person_id' end as people,
      '%1$s.first_day > $4
          or bit_count((case when %1$s.last_day - $4 < 63 then %1$s.days & ((1::bigint << (%1$s.last_day - $4)) - 1) else %1$s.days end)::bit(64))
            * least(($3).likes, ($3).reactions, ($3).comments, ($3).shares, ($3).follows, ($3).clicks) >= ($2 ->> ''min_score'')::int
          or %1$s.last_day - 7 >= $4 and %1$s.week_score * app.least_120ths($3) >= 120 * ($2 ->> ''min_score'')::bigint' as is_sure
    from conditions
    where rule ? key and not (key = 'min_score' and rule ? 'window_days')
  )
  select case when rule ? 'window_days'
    -- Of those who are left, all at once.  Nobody has a higher score than that of all days, and it is the score of whoever engaged since
    -- the window opened alone; and nobody has a lower one than a day of engagement each by the least weight, or than that of their last week.  Only where these bounds leave
    -- it open are engagements read: by their kinds, which are few, and then their weights.
    then 'with pending as materialized (select * from app.pending_person_engagement where tenant_id = $1),
      scored as materialized (
        select p.id, ' || format(is_sure, 'e') || ' as is_sure
        from public.person_engagement e
        ' || format(people, 'e') || '
        where e.tenant_id = $1 and not exists (select from public.engagement_deltas n where n.tenant_id = $1 and n.person_id = e.person_id)
          and e.last_day > $4 and ' || app.score_of_settled() || ' >= ($2 ->> ''min_score'')::int' || conditions || '
        union all
        select p.id, ' || format(is_sure, 's') || '
        from (select distinct n.person_id from public.engagement_deltas n where n.tenant_id = $1) n
        ' || format(people, 'n') || '
        left join public.person_engagement e on e.tenant_id = $1 and e.person_id = n.person_id
        left join pending d on d.person_id = n.person_id
        cross join lateral (
          select case when d.person_id is null then e.first_day else d.first_day end as first_day,
            case when d.person_id is null then e.last_day else d.last_day end as last_day, case when d.person_id is null then e.days else d.days end as days,
            case when d.person_id is null then e.week_score else d.week_score end as week_score) s
        where s.last_day > $4 and ' || app.score_of_counts() || ' >= ($2 ->> ''min_score'')::int' || conditions || '),
      done as (
        select e.person_id, e.engagement_type, e.reaction_type, count(*) as times
        from scored s
        join public.engagements e on e.tenant_id = $1 and e.person_id = s.id and e.engaged_on > $4
        where not s.is_sure
        group by 1, 2, 3)
      select s.id from scored s where s.is_sure
      union all
      select d.person_id from done d
      group by 1 having sum(d.times * app.weight_of($3, d.engagement_type, d.reaction_type)) >= ($2 ->> ''min_score'')::int'
    else 'select p.id from public.persons p where p.tenant_id = $1' || conditions
  end
  from asked
$_$;


--
-- Name: set_budget(numeric); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.set_budget(usd numeric) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  update public.job_accounts set monthly_budget = usd where tenant_id = app.current_tenant();
  -- What waits for money may have it now; what waits for something else waits again.
  update public.scraping_jobs set run_at = clock_timestamp()
  where state = 'parked' and run_at > clock_timestamp();
end $$;


--
-- Name: set_post_counters(uuid, uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.set_post_counters(tenant uuid, import uuid, rows jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  changed bigint;
begin
  perform app.lock_people(tenant);
  update public.posts p
  set impressions = coalesce(s.impressions, p.impressions), clicks = coalesce(s.clicks, p.clicks), reactions = coalesce(s.reactions, p.reactions),
    comments = coalesce(s.comments, p.comments), shares = coalesce(s.shares, p.shares), counters_at = clock_timestamp(), counters_source = 'api',
    counters_import_id = import
  from jsonb_to_recordset(rows) s(share_id bigint, ugc_post_id bigint, impressions bigint, clicks bigint, reactions bigint, comments bigint, shares bigint)
  where p.tenant_id = tenant and p.id = app.find_post(tenant, null, null, s.share_id, s.ugc_post_id);
  get diagnostics changed = row_count;
  return changed;
end $$;


--
-- Name: sets_of(uuid, "char", text[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.sets_of(tenant uuid, of_kind "char", of_keys text[] DEFAULT NULL::text[]) RETURNS TABLE(key text, chunk integer, people bit)
    LANGUAGE plpgsql STABLE ROWS 200 PARALLEL SAFE
    AS $_$
declare
  keys text[] := case when of_kind = 't' then '{""}' else of_keys end;
begin
  if of_kind in ('c', 'd') and exists (select from public.engagement_deltas d where d.tenant_id = tenant)
     or of_kind = 'c' and exists (select from public.link_deltas d where d.tenant_id = tenant)
     or of_kind in ('q', 't') and exists (select from public.target_deltas d where d.tenant_id = tenant) then
    return query execute format('select s.key, s.chunk, s.people from app.sets s where s.tenant_id = $1 and s.kind = %L and s.key = any ($2)', of_kind) using tenant, keys;
  else
    return query select s.key, s.chunk, s.people from public.people_sets s where s.tenant_id = tenant and s.kind = of_kind and s.key = any (keys);
  end if;
end $_$;


--
-- Name: snowflake_time(bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.snowflake_time(id bigint) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- LinkedIn's activity, share and ugcPost ids hold their creation time: id >> 22 is Unix milliseconds.
  select timestamptz 'epoch' + (id >> 22) * interval '1 millisecond'
  where (id >> 22) between 1041379200000 and 4102444800000
$$;


--
-- Name: sort_key(jsonb, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.sort_key(item jsonb, field text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case jsonb_typeof(item -> field) when 'string' then to_jsonb(lower(item ->> field)) else coalesce(item -> field, 'null') end
$$;


--
-- Name: spent_this_month(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.spent_this_month(of_connection uuid DEFAULT NULL::uuid) RETURNS numeric
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  -- What a run costs is told bit by bit; until it is over, all that was kept for it may be spent.
  select coalesce(sum(greatest(j.cost, coalesce((j.extra ->> 'cost_of_earlier_runs')::numeric, 0) + j.reserved_cost)), 0)
  from public.scraping_jobs j
  where j.started_at >= date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'
    and (of_connection is null or j.connection_id = of_connection)
$$;


--
-- Name: state_after(public.scraping_jobs, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.state_after(job public.scraping_jobs, is_final boolean) RETURNS public.job_state
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select (case
    when is_final then 'failed'
    when job.attempts >= job.max_attempts then case when job.cancel_asked_at is null then 'dead' else 'cancelled' end
    -- Somebody pays for what goes on at Apify until it is ended there.
    when job.cancel_asked_at is not null and not app.has_begun_run(job) then 'cancelled'
    else 'pending' end)::public.job_state
$$;


--
-- Name: stem(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stem(word text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- By `like`, since a dozen regular expressions a word were most of what matching cost.
  select case
    when length(word) <= 3 then word
    when word like '%___innen' then left(word, -5)
    when word like '%___erin' or word like '%___orin' or word like '%___eurin' then left(word, -2)
    when word like '%___trice' then left(word, -5) || 'teur'
    when word like '%___trices' then left(word, -6) || 'teur'
    when word like '%___euse' then left(word, -4) || 'eur'
    when word like '%___euses' then left(word, -5) || 'eur'
    when word like '%___dora' or word like '%___tora' then left(word, -1)
    when word like '%___doras' or word like '%___toras' or word like '%___dores' or word like '%___tores' then left(word, -2)
    when word like '%__ies' then left(word, -3) || 'y'
    when word like '%ss' or word like '%us' or word like '%is' then word
    when word like '%s' then left(word, -1)
    else word
  end
$$;


--
-- Name: stirling_remainder(double precision); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stirling_remainder(x double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select (1/12.0 - (1/360.0 - (1/1260.0 - (1/1680.0 - (1/1188.0 - 691/360360.0 / x^2) / x^2) / x^2) / x^2) / x^2) / x
$$;


--
-- Name: strategy_fit(jsonb, public.seniority[], public.job_function[], public.strategy_type, public.campaign_objective); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.strategy_fit(persona_criteria jsonb, seniorities public.seniority[], functions public.job_function[], type public.strategy_type, objective public.campaign_objective) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  with sides as (
    select app.text_array(persona_criteria -> 'seniority' -> 'any') as wanted, seniorities::text[] as offered
    union all
    select app.text_array(persona_criteria -> 'function' -> 'any'), functions::text[]
  ),
  shares as (
    -- The share of what the persona states that the strategy speaks to.
    select (select count(*) from unnest(wanted) w where w = any (offered))::numeric / cardinality(wanted) as share
    from sides where cardinality(wanted) > 0 and cardinality(offered) > 0
    union all
    -- People who are asked to have engaged already are near to deciding; those who are not are far from it.
    select case
      when persona_criteria ? 'engagement' then case type when 'conversion' then 0.8 when 'retention' then 0.8 when 'engagement' then 0.5 else 0.3 end
      when objective in ('lead_generation', 'website_conversions') then 0.4
    end
    where persona_criteria ? 'engagement' or objective in ('lead_generation', 'website_conversions')
  )
  select round(avg(share), 2) from shares
$$;


--
-- Name: strategy_posteriors(app.strategy_evidence[], uuid, bigint); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.strategy_posteriors(evidence app.strategy_evidence[], persona uuid DEFAULT NULL::uuid, seed bigint DEFAULT NULL::bigint) RETURNS TABLE(persona_id uuid, strategy_id uuid, trials bigint, successes bigint, prior_rate double precision, a double precision, b double precision, mean double precision, lower double precision, upper double precision, baseline double precision, lift double precision, score double precision)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  with pair as (
    select e.persona_id, e.strategy_id,
      -- whoever engaged was in reach, whatever the count of trials says
      greatest(coalesce(sum(e.trials), 0), coalesce(sum(e.successes), 0))::double precision as n,
      coalesce(sum(e.successes), 0)::double precision as k,
      -- relevance 1 doubles the odds, 0 halves them, unknown leaves them alone
      power(4.0::double precision, coalesce(max(e.relevance), 0.5)::double precision - 0.5) as fit
    from unnest(evidence) as e
    group by e.persona_id, e.strategy_id
  ),
  tenant as (
    -- two engagements in fifty trials, 4 %, are what one expects of people one knows nothing about
    select *,
      (sum(k) over () + 2) / (sum(n) over () + 50) as tenant_rate,
      (sum(k) over () + 2) / (sum(n * fit) over () + 50) as level
    from pair
  ),
  persona_first as (
    select *,
      (sum(k) over same_persona + 10) / (sum(n) over same_persona + 10 / tenant_rate) as usual_rate,
      (sum(k * 10 / (10 + expected)) over same_persona + 10)
        / (sum(expected * 10 / (10 + expected)) over same_persona + 10) as persona_factor
    from (select *, n * app.rate_times(level, fit) as expected from tenant) as t
    window same_persona as (partition by t.persona_id)
  ),
  strategy_first as (
    select persona_id, strategy_id, n, k, fit, level, usual_rate,
      (sum(k * 10 / (10 + expected)) over same_strategy + 10)
        / (sum(expected * 10 / (10 + expected)) over same_strategy + 10) as strategy_factor
    from (
      select persona_id, strategy_id, n, k, fit, level, usual_rate, n * app.rate_times(level, fit * persona_factor) as expected
      from persona_first
    ) as p
    window same_strategy as (partition by p.strategy_id)
  ),
  persona_again as (
    select *,
      sum(expected * 10 / (10 + expected)) over same_persona as persona_expected,
      app.rate_times(level, fit
        * (sum(k * 10 / (10 + expected)) over same_persona + 10)
        / (sum(expected * 10 / (10 + expected)) over same_persona + 10)) as rate_before_strategy
    from (select *, n * app.rate_times(level, fit * strategy_factor) as expected from strategy_first) as s
    window same_persona as (partition by s.persona_id)
  ),
  others as (
    -- the strategy's record with everybody else: a persona's own record must not count twice
    select *,
      sum(k * 10 / (10 + expected)) over same_strategy - k * 10 / (10 + expected) as others_k,
      sum(expected * 10 / (10 + expected)) over same_strategy - expected * 10 / (10 + expected) as others_expected
    from (
      select persona_id, strategy_id, n, k, usual_rate, persona_expected, rate_before_strategy, n * rate_before_strategy as expected
      from persona_again
    ) as p
    window same_strategy as (partition by p.strategy_id)
  ),
  prior as (
    select *,
      app.rate_times(rate_before_strategy, (greatest(others_k, 0) + 10) / (greatest(others_expected, 0) + 10)) as rate,
      -- what is not known of the pair, of its strategy and of its persona adds up, as variances do
      1 / (1 / 10.0::double precision + 1 / (10 + greatest(others_expected, 0)) + 1 / (10 + persona_expected)) as weight
    from others
  ),
  posterior as (
    select p.persona_id, p.strategy_id, p.n, p.k, p.usual_rate, p.rate,
      p.weight / least(p.rate, 1 - p.rate) * p.rate + p.k as a,
      p.weight / least(p.rate, 1 - p.rate) * (1 - p.rate) + p.n - p.k as b
    from prior as p
  )
  select p.persona_id, p.strategy_id, p.n::bigint, p.k::bigint, p.rate, p.a, p.b,
    p.a / (p.a + p.b),
    app.beta_quantile(0.05, p.a, p.b),
    app.beta_quantile(0.95, p.a, p.b),
    p.usual_rate,
    p.a / (p.a + p.b) / p.usual_rate,
    case
      when seed is null then p.a / (p.a + p.b)
      -- twice the weight halves the variance, as the average of two draws would: full draws try more than a hundred posts repay
      else app.beta_draw(2 * p.a, 2 * p.b, seed, p.persona_id || '/' || p.strategy_id)
    end
  from posterior as p
  where p.strategy_id is not null
    and (persona is null or p.persona_id = persona)
$$;


--
-- Name: sweep_rollups(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.sweep_rollups(tenant uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  swept bigint := 0;
  n bigint;
begin
  perform app.require_tenant(tenant);
  perform from public.fold_locks where tenant_id = tenant for update skip locked;
  if not found then
    return -1;
  end if;
  delete from public.campaign_daily where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.campaign_persona_daily where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.campaign_persona_totals where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.people_sets where tenant_id = tenant and people = app.no_people();
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.post_totals where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, people, targeted) <> (0, 0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.post_persona_totals where tenant_id = tenant and people = 0;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.persona_daily where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.person_engagement where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks) <> (0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  return swept + n;
end $$;


--
-- Name: take_call(uuid, text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_call(connection uuid, endpoint_class text, for_job uuid DEFAULT NULL::uuid) RETURNS TABLE(call_id bigint, granted boolean, wait interval, reason text)
    LANGUAGE plpgsql
    AS $$
declare
  c public.linkedin_connections;
  r public.rate_limits;
  here timestamptz;
begin
  -- The row is held to the end of this short transaction: quota, pause and bucket are decided on as one.
  select * into c from public.linkedin_connections where id = connection for update;
  if not found then
    return query select null::bigint, false, null::interval, 'there is no such connection';
    return;
  end if;
  here := clock_timestamp();
  -- What brings new credentials is let through, since it is what ends such a state.
  if not app.is_usable(c.status) and endpoint_class <> 'oauth' then
    return query select null::bigint, false, null::interval, format('the connection is %s', c.status);
    return;
  end if;
  if c.paused_until > here then
    return query select null::bigint, false, c.paused_until - here, coalesce(c.paused_reason, 'the connection is paused');
    return;
  end if;
  if c.api_call_limit is not null and (c.last_api_call at time zone 'UTC')::date = (here at time zone 'UTC')::date
    and c.daily_api_calls >= c.api_call_limit or c.api_call_limit = 0 then
    return query select null::bigint, false,
      case when c.api_call_limit > 0 then (date_trunc('day', here at time zone 'UTC') + interval '1 day') at time zone 'UTC' - here end,
      format('the connection''s %s calls of today are used up', c.api_call_limit);
    return;
  end if;
  insert into public.rate_limits (tenant_id, connection_id, endpoint, emission_interval, burst)
  select c.tenant_id, c.id, endpoint_class, d.emission_interval, d.burst from app.default_rate(c.type, endpoint_class) d
  order by 1, 2, 3
  on conflict do nothing;
  update public.rate_limits l
  set theoretical_arrival = greatest(l.theoretical_arrival, clock_timestamp()) + l.emission_interval
  where l.tenant_id = c.tenant_id and l.connection_id = c.id and l.endpoint = endpoint_class
    and l.theoretical_arrival <= clock_timestamp() + (l.burst - 1) * l.emission_interval
    and (l.blocked_until is null or l.blocked_until <= clock_timestamp());
  if not found then
    select * into r from public.rate_limits l where l.tenant_id = c.tenant_id and l.connection_id = c.id and l.endpoint = endpoint_class;
    return query select null::bigint, false,
      greatest(r.theoretical_arrival - (r.burst - 1) * r.emission_interval, coalesce(r.blocked_until, '-infinity')) - here,
      case when r.blocked_until > here then 'the other side asked for a rest' else 'the pace of this connection allows no more' end;
    return;
  end if;
  update public.linkedin_connections
  set daily_api_calls = case when (c.last_api_call at time zone 'UTC')::date = (here at time zone 'UTC')::date then c.daily_api_calls else 0 end + 1,
    last_api_call = here,
    -- After a pause one call is let through; the others wait for how it goes.
    paused_until = case when c.paused_until is not null then here + interval '1 minute' end
  where tenant_id = c.tenant_id and id = c.id;
  return query
    insert into public.api_calls (tenant_id, connection_id, job_id, endpoint, called_at) values (c.tenant_id, c.id, for_job, endpoint_class, here)
    returning id, true, interval '0', null::text;
end $$;


--
-- Name: take_delivery(uuid, text, jsonb, bytea, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_delivery(source uuid, delivery text, with_headers jsonb, with_body bytea, at_most integer) RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from public.webhook_inbox i where i.source_id = source and i.delivery_id = delivery) then
    return 'known';
  end if;
  -- Several at once may pass this by, which is no harm: it keeps a disk from filling, not a count.
  if (
    select count(*) from (
      select from public.webhook_inbox i where i.source_id = source and i.state in ('pending', 'failed') limit at_most) waiting) >= at_most then
    return 'full';
  end if;
  insert into public.webhook_inbox (source_id, delivery_id, headers, body) values (source, delivery, with_headers, with_body)
  on conflict (tenant_id, source_id, delivery_id) do nothing;
  return case when found then 'stored' else 'known' end;
end $$;


--
-- Name: take_guess(text, inet, bytea); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_guess(login text, address inet, device bytea) RETURNS TABLE(account uuid, hash text, wait interval, is_known boolean)
    LANGUAGE plpgsql
    AS $$
declare
  u public.users;
  knows boolean;
  longest interval;
begin
  select * into u from public.users l where l.email = login and l.disabled_at is null;
  -- Where a user has signed in before, nobody but who has that browser uses the guesses up, also nobody in the same house.
  knows := exists (select from public.known_devices d where d.token_hash = device and d.user_id = u.id);
  select app.take_leave(jsonb_agg(jsonb_build_object('key', sha256(convert_to(l.what, 'UTF8') || coalesce(l.whose, '')), 'burst', l.burst, 'every', l.every))) into longest
  from (values
    ('device ', device, 10, '30 seconds', knows),
    ('account ' || login, null, 10, '30 seconds', not knows),
    ('address ' || app.network_of(address, 32, 64), null, 30, '5 seconds', not knows),
    -- Whoever has one network of version 6 may have sixty thousand.
    ('address ' || app.network_of(address, 32, 48), null, 300, '500 milliseconds', not knows and family(address) = 6)
  ) l(what, whose, burst, every, applies)
  where l.applies;
  if longest > interval '0' then
    return query select null::uuid, null::text, longest, knows;
  else
    return query select u.id, u.password_hash, interval '0', knows;
  end if;
end $$;


--
-- Name: take_idempotency_key(uuid, text, bytea); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_idempotency_key(holder uuid, wanted text, hash bytea) RETURNS TABLE(state text, status smallint, answer json)
    LANGUAGE plpgsql
    AS $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  before text := current_setting('lock_timeout');
begin
  -- Most calls are short, and one that failed leaves its lock to a connection that is about to close.  Whoever has waited for a
  -- quarter of a second is told to come again, and holds no connection up.
  begin
    perform set_config('lock_timeout', '250ms', true), pg_advisory_xact_lock(hashtextextended(concat_ws(' ', tenant, holder, wanted), 20));
    perform set_config('lock_timeout', before, true);
  exception when lock_not_available then
    return query select 'busy', null::smallint, null::json;
    return;
  end;
  return query
    select case when i.request_hash = hash then 'done' else 'other' end, i.status, i.answer
    from public.idempotency_keys i where i.tenant_id = tenant and i.api_key_id = holder and i.key = wanted;
end $$;


--
-- Name: take_leave(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_leave(limits jsonb) RETURNS interval
    LANGUAGE plpgsql
    AS $$
declare
  keys bytea[];
  longest interval;
begin
  select array_agg(l.key order by l.key) into keys from jsonb_to_recordset(limits) l(key bytea);
  -- Looked at twice: who has to wait keeps nobody else waiting, and changes nothing.
  for look in 1 .. 2 loop
    if look = 2 then
      insert into public.guess_limits as g (key) select k.key from unnest(keys) k(key) order by k.key
      on conflict (key) do update set theoretical_arrival = g.theoretical_arrival;
    end if;
    select max(g.theoretical_arrival - (l.burst - 1) * l.every) - clock_timestamp() into longest
    from jsonb_to_recordset(limits) l(key bytea, burst integer, every interval) join public.guess_limits g using (key);
    if longest > interval '0' then
      return longest;
    end if;
  end loop;
  update public.guess_limits g
  set theoretical_arrival = greatest(g.theoretical_arrival, clock_timestamp()) + l.every
  from jsonb_to_recordset(limits) l(key bytea, every interval)
  where g.key = l.key;
  return interval '0';
end $$;


--
-- Name: take_mail(text, inet); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_mail(login text, address inet) RETURNS interval
    LANGUAGE sql
    AS $$
  select app.take_leave(jsonb_agg(jsonb_build_object('key', sha256(convert_to(l.what, 'UTF8')), 'burst', l.burst, 'every', l.every)))
  from (values
    ('mail to ' || login, 3, '30 minutes'),
    ('mail asked for from ' || app.network_of(address, 32, 64), 10, '3 minutes'),
    ('mail asked for from ' || case family(address) when 6 then app.network_of(address, 32, 48) end, 100, '20 seconds')
  ) l(what, burst, every)
  where l.what is not null
$$;


--
-- Name: take_report(inet); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_report(address inet) RETURNS interval
    LANGUAGE sql
    AS $$
  select app.take_leave(jsonb_agg(jsonb_build_object('key', sha256(convert_to(l.what, 'UTF8')), 'burst', l.burst, 'every', l.every)))
  from (values
    ('report from ' || app.network_of(address, 32, 64), 60, '1 second'),
    ('report from ' || case family(address) when 6 then app.network_of(address, 32, 48) end, 600, '100 milliseconds')
  ) l(what, burst, every)
  where l.what is not null
$$;


--
-- Name: take_up_upload(uuid, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.take_up_upload(upload uuid, as_trial boolean) RETURNS uuid
    LANGUAGE plpgsql
    AS $$
declare
  u public.uploads;
  job uuid;
begin
  select * into u from public.uploads where id = upload for no key update;
  if not found then
    return null;
  end if;
  if u.imported is not null then
    raise exception 'this file was imported already' using errcode = 'object_in_use';
  end if;
  if u.received_bytes < u.file_bytes then
    raise exception 'of this file % of % bytes are here; send the rest first', u.received_bytes, u.file_bytes using errcode = 'object_in_use';
  end if;
  if app.is_under_way(u) then
    raise exception 'this file is being % at this moment', case when u.is_trial then 'checked' else 'imported' end using errcode = 'object_in_use';
  end if;
  job := app.enqueue_job('import', jsonb_build_object('upload', upload, 'file', u.file_name, 'dry_run', as_trial));
  update public.uploads set job_id = job, is_trial = as_trial, checked = null where id = upload;
  return job;
end $$;


--
-- Name: tell_companies(uuid, public.data_source, app.staged_company[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tell_companies(tenant uuid, origin public.data_source, told app.staged_company[]) RETURNS TABLE(n integer, company_id integer, is_new boolean, is_changed boolean)
    LANGUAGE plpgsql
    AS $$
declare
  keys text[];
  firsts app.staged_company[];
  ids integer[] := array[]::integer[];
  news boolean[] := array[]::boolean[];
  changed_ids integer[];
  found record;
begin
  select array_agg(f.key order by f.place), array_agg(f.c order by f.place) into keys, firsts
  from (
    select d.key, d.c, row_number() over (order by d.key) as place
    from (
      select distinct on (key) concat_ws('|', coalesce((c).linkedin_id, ''), coalesce((c).slug, ''), (c).name_key) as key, c
      from unnest(told) c
      order by key, (c).is_page desc, (c).n) d) f;
  for i in 1..coalesce(cardinality(keys), 0) loop
    select * into found from app.find_or_make_company(tenant, firsts[i].name, firsts[i].name_key, firsts[i].linkedin_id, firsts[i].slug);
    ids := ids || found.company_id;
    news := news || found.is_new;
  end loop;
  -- A later line may have made two of them one.
  for i in 1..coalesce(cardinality(keys), 0) loop
    if ids[i] is not null and not exists (select from public.companies c where c.tenant_id = tenant and c.id = ids[i]) then
      select * into found from app.find_or_make_company(tenant, firsts[i].name, firsts[i].name_key, firsts[i].linkedin_id, firsts[i].slug);
      ids[i] := found.company_id;
    end if;
  end loop;

  with line as (
    select r.*, k.id as company, least(coalesce(r.seen_at, now()), now()) as seen
    from unnest(told) r
    join unnest(keys, ids) k(key, id) on k.key = concat_ws('|', coalesce(r.linkedin_id, ''), coalesce(r.slug, ''), r.name_key)
  ),
  -- Of several who tell of a company its own page knows best, and of people those who know its industry.
  latest as materialized (
    select distinct on (l.company) l.* from line l where l.company is not null
    order by l.company, l.is_page desc, l.industry is null, l.seen desc, l.n desc
  ),
  industry as materialized (select * from app.industry_codes(array(select distinct l.industry from latest l where l.industry is not null))),
  place as materialized (select * from app.country_codes(array(select distinct l.country_name from latest l where l.country_name is not null))),
  news as materialized (
    select c.id, f.is_fresh, l.seen, l.is_page,
      case when f.is_fresh then l.name else c.name end as name,
      case when f.is_fresh then coalesce(nullif(lower(btrim(l.slug)), ''), c.linkedin_slug) else c.linkedin_slug end as slug,
      case when f.is_fresh then coalesce(l.domain, c.domain) else coalesce(c.domain, l.domain) end as domain,
      case when f.takes_industry then l.industry else c.industry end as industry,
      case when f.takes_industry then i.code else c.industry_code end as industry_code,
      case when f.is_fresh then coalesce(l.size_band, c.size_band) else coalesce(c.size_band, l.size_band) end as size_band,
      case when f.is_fresh then coalesce(l.location, c.location) else coalesce(c.location, l.location) end as location,
      case when f.is_fresh then coalesce(l.country, p.code, c.country) else coalesce(c.country, l.country, p.code) end as country,
      case when f.is_fresh then c.extra || coalesce(l.extra, '{}') else coalesce(l.extra, '{}') || c.extra end as extra
    from latest l
    join public.companies c on c.tenant_id = tenant and c.id = l.company
    left join industry i on i.label = l.industry
    left join place p on p.name = l.country_name
    cross join lateral (
      select g.is_fresh, l.industry is not null and (g.is_fresh or c.industry is null) as takes_industry
      from (select coalesce(l.is_page, false) and l.seen >= coalesce(c.facts_seen_at, '-infinity') as is_fresh) g) f
  ),
  changed as (
    update public.companies c
    set name = w.name, linkedin_slug = w.slug, domain = w.domain, industry = w.industry, industry_code = w.industry_code, size_band = w.size_band,
      location = w.location, country = w.country, extra = w.extra, facts_seen_at = case when w.is_fresh then w.seen else c.facts_seen_at end,
      facts_source = case when w.is_fresh then origin else c.facts_source end,
      linkedin_url = case when w.slug is distinct from c.linkedin_slug then 'https://www.linkedin.com/company/' || w.slug || '/' else c.linkedin_url end
    from news w
    where c.tenant_id = tenant and c.id = w.id
      and ((c.name, c.linkedin_slug, c.domain, c.industry, c.industry_code, c.size_band, c.location, c.country, c.extra)
          is distinct from (w.name, w.slug, w.domain, w.industry, w.industry_code, w.size_band, w.location, w.country, w.extra)
        or w.is_fresh and c.facts_seen_at is distinct from w.seen)
    returning c.id
  )
  select array_agg(c.id) into changed_ids from changed c;

  -- Companies before people, in the order of their ids, as everybody holds them.
  perform from public.companies c where c.tenant_id = tenant and c.id = any (ids) order by c.id for key share;
  return query
  select r.n, k.id, k.is_new, coalesce(k.id = any (changed_ids), false)
  from unnest(told) r
  join unnest(keys, ids, news) k(key, id, is_new) on k.key = concat_ws('|', coalesce(r.linkedin_id, ''), coalesce(r.slug, ''), r.name_key);
end $$;


--
-- Name: tenant_today(uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tenant_today(tenant uuid) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select (now() at time zone t.time_zone)::date from public.tenants t where t.id = tenant
$$;


--
-- Name: text_array(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.text_array(list jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(array_agg(value order by place), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof(list) = 'array' then list else '[]' end) with ordinality l(value, place)
$$;


--
-- Name: tg_alerts__tell(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_alerts__tell() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from public.webhook_endpoints where is_active) then
    return null;
  end if;
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select n.tenant_id, e.endpoint, 'alert.raised'::public.endpoint_event, jsonb_build_object('id', n.id, 'kind', n.kind, 'message', n.message, 'connection_id', n.connection_id,
    'job_id', n.job_id, 'webhook_source_id', n.webhook_source_id, 'endpoint_id', n.endpoint_id, 'raised_at', n.raised_at)
  from new_rows n
  -- What is wrong with an endpoint is not told there.
  join app.endpoints_for('alert.raised') e on e.of_tenant = n.tenant_id and e.endpoint is distinct from n.endpoint_id
  union all
  select n.tenant_id, e.endpoint, 'connection.needs_attention', jsonb_build_object('id', c.id, 'name', c.name, 'type', c.type, 'status', c.status,
    'reason', coalesce(c.status_reason, c.paused_reason), 'message', n.message, 'expires_at', c.expires_at, 'paused_until', c.paused_until)
  from new_rows n
  join public.linkedin_connections c on c.tenant_id = n.tenant_id and c.id = n.connection_id
  join app.endpoints_for('connection.needs_attention') e on e.of_tenant = n.tenant_id;
  return null;
end $$;


--
-- Name: tg_api_keys__audit(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_api_keys__audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'api_key.made', n.prefix, jsonb_build_object('name', n.name, 'scopes', n.scopes, 'expires_at', n.expires_at)
    from new_rows n order by n.tenant_id, n.id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'api_key.revoked', n.prefix, jsonb_build_object('name', n.name)
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where n.revoked_at is not null and o.revoked_at is null order by n.tenant_id, n.id;
  end if;
  return null;
end $$;


--
-- Name: tg_audience_segments__check(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_audience_segments__check() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  problem text := coalesce(app.rule_error(new.rule), app.rule_unknown(new.tenant_id, new.rule, case when tg_op = 'UPDATE' then old.rule else '{}' end));
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'rules_make_sense', table = 'audience_segments', column = 'rule';
  end if;
  return new;
end $$;


--
-- Name: tg_campaign_posts__log(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_campaign_posts__log() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_relid <> 'public.campaign_posts'::regclass then
    raise exception 'this trigger belongs to %', 'public.campaign_posts' using errcode = 'insufficient_privilege';
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    insert into public.link_deltas (tenant_id, campaign_id, post_id, n) select tenant_id, campaign_id, post_id, -1 from old_rows;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into public.link_deltas (tenant_id, campaign_id, post_id, n) select tenant_id, campaign_id, post_id, 1 from new_rows;
  end if;
  return null;
end $$;


--
-- Name: tg_campaign_strategies__mix(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_campaign_strategies__mix() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.content_mix <> '{}' and (
    exists (select from jsonb_each(new.content_mix) m where jsonb_typeof(m.value) <> 'number' or not m.key = any (enum_range(null::public.content_type)::text[]))
    or (select sum(value::numeric) from jsonb_each_text(new.content_mix)) <> 100)
  then
    raise exception 'the shares of a content mix must be numbers that add up to 100, for %', array_to_string(enum_range(null::public.content_type)::text[], ', ')
      using errcode = 'invalid_parameter_value', constraint = 'content_mixes_add_up_to_100', table = 'campaign_strategies', column = 'content_mix';
  end if;
  return new;
end $$;


--
-- Name: tg_companies__gate(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_companies__gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform from public.companies where tenant_id = old.tenant_id and id = old.id for update;
  return new;
end $$;


--
-- Name: tg_companies__key(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_companies__key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.name_key := app.company_key(new.name);
  new.linkedin_slug := nullif(lower(btrim(new.linkedin_slug)), '');
  return new;
end $$;


--
-- Name: tg_companies__rematch(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_companies__rematch() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  batch record;
begin
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  for batch in execute $q$
    select p.tenant_id, array_agg(p.id order by p.id) as people
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    join public.persons p on p.tenant_id = n.tenant_id and p.company_id = n.id
    where (n.name_key, n.industry, n.industry_code, n.size_band) is distinct from (o.name_key, o.industry, o.industry_code, o.size_band)
    group by 1 order by 1
  $q$ loop
    perform app.rematch(batch.tenant_id, batch.people, null, 'company_changed');
  end loop;
  return null;
end $_$;


--
-- Name: tg_csv_imports__tell(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_csv_imports__tell() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select new.tenant_id, e.endpoint, 'import.finished', jsonb_build_object('id', new.id, 'kind', new.kind, 'file_name', new.file_name, 'state', new.state,
    'lines', new.lines, 'created', new.created, 'updated', new.updated, 'unchanged', new.unchanged, 'skipped', new.skipped, 'rejected', new.rejected,
    'people_created', new.people_created, 'error', new.error, 'started_at', new.started_at, 'finished_at', new.finished_at)
  from app.endpoints_for('import.finished') e where e.of_tenant = new.tenant_id;
  return null;
end $$;


--
-- Name: tg_engagement_weights__rematch(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_engagement_weights__rematch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from changed_rows order by 1 loop
    -- Held before the look at personas, as above.
    update public.matching_state set personas_version = personas_version + 1 where tenant_id = tenant;
    if exists (select from public.personas where tenant_id = tenant and is_active and criteria ? 'engagement') then
      perform app.rematch_engaged(tenant, null, 'persona_changed');
    end if;
  end loop;
  return null;
end $$;


--
-- Name: tg_engagements__day(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_engagements__day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.engaged_on := (select (new.engaged_at at time zone t.time_zone)::date from public.tenants t where t.id = new.tenant_id);
  return new;
end $$;


--
-- Name: tg_engagements__rematch(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_engagements__rematch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  batch record;
begin
  -- Held before the look at personas: one that is being added would see none of these rows, nor they it.  The gate has
  -- held the tenant that this transaction acts for.
  if app.current_tenant() is null then
    perform from public.matching_state where tenant_id in (select tenant_id from changed_rows) order by tenant_id for share;
  end if;
  if not exists (select from public.personas where is_active and criteria ? 'engagement') then
    return null;
  end if;
  -- Whoever is being deleted with the rows is gone already, and matches nothing.
  for batch in
    select n.tenant_id, array_agg(distinct n.person_id order by n.person_id) as people
    from changed_rows n
    where exists (select from public.personas q where q.tenant_id = n.tenant_id and q.is_active and q.criteria ? 'engagement')
    group by 1 order by 1
  loop
    perform app.rematch_engaged(batch.tenant_id, batch.people, 'engagement');
  end loop;
  return null;
end $$;


--
-- Name: tg_linkedin_connections__alert(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_linkedin_connections__alert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- What is said no longer holds, or is said otherwise now.
  update public.alerts a set resolved_at = clock_timestamp()
  from new_rows n
  where a.tenant_id = n.tenant_id and a.connection_id = n.id and a.resolved_at is null
    and a.message is distinct from app.connection_alert(n.name, n.status, n.status_reason, n.paused_reason);
  insert into public.alerts (tenant_id, kind, connection_id, message)
  select n.tenant_id, 'connection', n.id, app.connection_alert(n.name, n.status, n.status_reason, n.paused_reason)
  from new_rows n
  where app.connection_alert(n.name, n.status, n.status_reason, n.paused_reason) is not null
    and not exists (select from public.alerts a where a.tenant_id = n.tenant_id and a.connection_id = n.id and a.resolved_at is null)
  order by n.tenant_id, n.id;
  return null;
end $$;


--
-- Name: tg_linkedin_connections__audit(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_linkedin_connections__audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  event text;
  about jsonb;
begin
  if tg_op = 'DELETE' then
    -- Of a tenant that is being deleted there is nothing left that could keep it.
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select old.tenant_id, app.actor(), 'connection.deleted', old.id::text, jsonb_build_object('name', old.name)
    from public.tenants t where t.id = old.tenant_id;
    return null;
  end if;
  about := jsonb_build_object('name', new.name);
  if tg_op = 'INSERT' then
    event := 'connection.added';
    about := about || jsonb_build_object('type', new.type);
  elsif new.credentials_given_at is distinct from old.credentials_given_at then
    event := 'connection.credentials_given';
  else
    event := 'connection.changed';
    about := about || jsonb_build_object('call_limit', new.api_call_limit);
  end if;
  insert into public.audit_log (tenant_id, actor, event, subject, details) values (new.tenant_id, app.actor(), event, new.id::text, about);
  return null;
end $$;


--
-- Name: tg_linkedin_connections__status(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_linkedin_connections__status() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.status is distinct from old.status then
    new.status_since := clock_timestamp();
  end if;
  return new;
end $$;


--
-- Name: tg_linkedin_connections__wake(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_linkedin_connections__wake() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update public.scraping_jobs j set run_at = clock_timestamp()
  from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
  where j.tenant_id = n.tenant_id and j.connection_id = n.id and j.state = 'parked' and j.run_at = 'infinity'
    and app.is_usable(n.status)
    and (not app.is_usable(o.status) or n.api_call_limit is distinct from o.api_call_limit);
  return null;
end $$;


--
-- Name: tg_matching__exclusive_gate(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_matching__exclusive_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform from public.matching_state
  where app.current_tenant() is null or tenant_id = app.current_tenant()
  order by tenant_id for update;
  return null;
end $$;


--
-- Name: tg_matching__gate(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_matching__gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform from public.matching_state where tenant_id = app.current_tenant() for share;
  return null;
end $$;


--
-- Name: tg_memberships__audit(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_memberships__audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- Of a tenant that is being deleted there is nothing left that could keep it.
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'member.added', n.user_id::text, jsonb_build_object('role', n.role, 'campaigns', n.campaign_ids, 'email', u.email)
    from new_rows n left join public.users u on u.id = n.user_id order by n.tenant_id, n.user_id;
  elsif tg_op = 'DELETE' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select o.tenant_id, app.actor(), 'member.removed', o.user_id::text, jsonb_build_object('role', o.role, 'email', u.email)
    from old_rows o left join public.users u on u.id = o.user_id where exists (select from public.tenants t where t.id = o.tenant_id) order by o.tenant_id, o.user_id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'member.changed', n.user_id::text,
      jsonb_build_object('role', n.role, 'campaigns', n.campaign_ids, 'was', jsonb_build_object('role', o.role, 'campaigns', o.campaign_ids))
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.user_id = n.user_id
    where (n.role, n.campaign_ids) is distinct from (o.role, o.campaign_ids)
    order by n.tenant_id, n.user_id;
  end if;
  return null;
end $$;


--
-- Name: tg_memberships__owners(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_memberships__owners() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  alone text;
begin
  -- The tenants' rows are held, so that two owners who leave at once do so one after the other, and the second sees the first gone.
  perform from public.tenants t
  where t.id in (select o.tenant_id from old_rows o where o.role = 'owner') order by t.id for no key update;
  select t.slug into alone
  from public.tenants t
  where t.id in (select o.tenant_id from old_rows o where o.role = 'owner')
    and not app.has_owner(t.id)
  order by t.slug limit 1;
  if alone is not null then
    raise exception 'the tenant % would have no owner; make somebody else one first', alone using errcode = 'object_in_use';
  end if;
  return null;
end $$;


--
-- Name: tg_personas__check(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_personas__check() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  problem text := app.criteria_error(new.criteria);
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'criteria_make_sense', table = 'personas', column = 'criteria';
  end if;
  return new;
end $$;


--
-- Name: tg_personas__first_match(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_personas__first_match() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  batch record;
begin
  for batch in select tenant_id, array_agg(id order by id) as personas from new_rows group by 1 order by 1 loop
    update public.matching_state set personas_version = personas_version + 1 where tenant_id = batch.tenant_id;
    perform app.rematch(batch.tenant_id, null, batch.personas, 'persona_changed');
  end loop;
  return null;
end $$;


--
-- Name: tg_personas__rematch(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_personas__rematch() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  batch record;
begin
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  for batch in execute $q$
    select n.tenant_id, array_agg(n.id order by n.id) as personas
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where (n.criteria, n.threshold, n.is_active) is distinct from (o.criteria, o.threshold, o.is_active)
    group by 1 order by 1
  $q$ loop
    update public.matching_state set personas_version = personas_version + 1 where tenant_id = batch.tenant_id;
    perform app.rematch(batch.tenant_id, null, batch.personas, 'persona_changed');
  end loop;
  return null;
end $_$;


--
-- Name: tg_persons__events(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_persons__events() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
begin
  -- What two records of one human say is no change of that human, and nor is it one that two companies turn out to be one.
  if current_setting('app.match_cause', true) in ('merge', 'company_changed') then
    return null;
  end if;
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  execute $q$
  insert into public.person_events (tenant_id, person_id, kind, old_value, new_value, source, import_id, happened_at)
  select d.tenant_id, d.id, e.kind::public.person_event, left(e.old_value, 1000), left(e.new_value, 1000),
    coalesce(nullif(current_setting('app.fact_source', true), ''), 'manual')::public.data_source,
    nullif(current_setting('app.fact_import', true), '')::uuid, least(coalesce(e.at, now()), now())
  from (
    select n.tenant_id, n.id, o.name as old_name, n.name as new_name, o.headline as old_headline, n.headline as new_headline,
      o.current_title as old_title, n.current_title as new_title, o.location as old_place, n.location as new_place,
      o.country as old_country, n.country as new_country, o.seniority as old_seniority, n.seniority as new_seniority,
      o.facts_from as old_from, n.facts_from as new_from, n.experience,
      coalesce(oc.name, o.current_company) as old_company, coalesce(nc.name, n.current_company) as new_company,
      coalesce(oc.name_key, app.company_key(o.current_company)) as old_key, coalesce(nc.name_key, app.company_key(n.current_company)) as new_key,
      -- A time that did not move is not that of the change.
      case when n.facts_seen_at is distinct from o.facts_seen_at then n.facts_seen_at end as facts_at,
      case when n.headline_seen_at is distinct from o.headline_seen_at then n.headline_seen_at end as headline_at,
      case when n.enriched_at is distinct from o.enriched_at then n.enriched_at end as profile_at
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    left join public.companies oc on oc.tenant_id = o.tenant_id and oc.id = o.company_id
    left join public.companies nc on nc.tenant_id = n.tenant_id and nc.id = n.company_id
    where (n.name, n.headline, n.current_title, n.current_company, n.company_id, n.location, n.country)
      is distinct from (o.name, o.headline, o.current_title, o.current_company, o.company_id, o.location, o.country)
  ) d
  cross join lateral (
    select d.old_key <> d.new_key as is_other_company,
      -- (A case, since `and` goes on after what is not known.)
      coalesce(case
        when coalesce(d.old_key, '') = '' or coalesce(d.new_key, '') = '' or d.old_key = d.new_key then false
        -- Another reading of the same headline is none of the person's doing.
        when d.new_from = 'headline' and d.old_from = 'headline' then d.old_headline is distinct from d.new_headline
        when d.new_from = 'profile' then case
          when d.old_key = any (app.employer_keys(d.experience, true)) then false
          -- A better source may only call the employer by another name.
          else d.old_from is not distinct from d.new_from or d.old_headline is distinct from d.new_headline
            or d.old_key = any (app.employer_keys(d.experience, false))
        end
        -- Against a profile a lesser source holds only where it names an employer that the profile does not.
        when d.old_from = 'profile' then true
        else d.old_from is not distinct from d.new_from
      end, false) as has_moved
    -- Kept apart: keys cost more than all the rest, and are worked out once.
    offset 0
  ) m
  cross join lateral (
    select 'moved_company' as kind, d.old_company as old_value, d.new_company as new_value, d.facts_at as at where m.has_moved
    union all
    select 'new_title', d.old_title, d.new_title, d.facts_at
    where app.words(d.old_title) <> app.words(d.new_title) and (m.has_moved or not coalesce(m.is_other_company, false) and case
      when d.new_from = 'headline' and d.old_from = 'headline' then d.old_headline is distinct from d.new_headline
      when d.new_from = 'profile' and d.old_from <> 'profile' then d.old_headline is distinct from d.new_headline and d.old_seniority <> d.new_seniority
      else d.old_from is not distinct from d.new_from
    end)
    union all
    select 'new_headline', d.old_headline, d.new_headline, d.headline_at where app.words(d.old_headline) <> app.words(d.new_headline)
    union all
    -- Sources write a place in their own ways: "Greater Milan", "Milan, Lombardy, Italy".
    select 'moved_place', concat_ws(', ', d.old_place, case when d.old_place is null then d.old_country end),
      concat_ws(', ', d.new_place, case when d.new_place is null then d.new_country end), d.profile_at
    where d.old_country <> d.new_country
      or (coalesce(d.old_country = d.new_country, true) and not app.have_word_in_common(split_part(d.old_place, ',', 1), d.new_place)
        and not app.have_word_in_common(d.old_place, split_part(d.new_place, ',', 1)))
    union all
    -- A title before a name, or a letter for a name, is no other name; nor is what stood there for want of one.
    select 'renamed', d.old_name, d.new_name, d.profile_at
    where not string_to_array(btrim(app.words(d.old_name)), ' ') @> string_to_array(btrim(app.words(d.new_name)), ' ')
      and not string_to_array(btrim(app.words(d.old_name)), ' ') <@ string_to_array(btrim(app.words(d.new_name)), ' ')
      and not exists (select from public.person_identities i where i.tenant_id = d.tenant_id and i.person_id = d.id and i.value = d.old_name)
  ) e
  order by d.tenant_id, d.id
  $q$;
  return null;
end $_$;


--
-- Name: tg_persons__fold(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_persons__fold() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' or new.folded is distinct from old.folded or (new.name, new.title_override, new.current_title, new.headline)
    is distinct from (old.name, old.title_override, old.current_title, old.headline) then
    new.folded := app.person_text(new.name, new.title_override, new.current_title, new.headline);
  end if;
  return new;
end $$;


--
-- Name: tg_persons__rematch(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_persons__rematch() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  batch record;
begin
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  for batch in execute $q$
    select n.tenant_id, array_agg(n.id order by n.id) as people
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where (n.headline, n.current_title, n.title_override, n.current_company, n.company_override, n.company_id, n.seniority, n.functions,
        n.location, n.country, n.is_follower)
      is distinct from (o.headline, o.current_title, o.title_override, o.current_company, o.company_override, o.company_id, o.seniority,
        o.functions, o.location, o.country, o.is_follower)
    group by 1 order by 1
  $q$ loop
    perform app.rematch(batch.tenant_id, batch.people, null,
      coalesce(nullif(current_setting('app.match_cause', true), ''), 'person_changed')::public.match_cause);
  end loop;
  return null;
end $_$;


--
-- Name: tg_posts__time(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_posts__time() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.posted_at := app.snowflake_time(coalesce(new.activity_id, new.ugc_post_id, new.share_id));
  new.posted_at_basis := case when new.posted_at is not null then 'derived'::public.time_basis end;
  return new;
end $$;


--
-- Name: tg_refuse_truncate(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_refuse_truncate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'truncate would bypass the live metrics; use delete on %', tg_table_name using errcode = 'feature_not_supported';
end $$;


--
-- Name: tg_reports__audit(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_reports__audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'report.made', n.id::text,
      jsonb_build_object('name', n.title, 'names_people', n.names_people, 'expires_at', n.expires_at)
    from new_rows n order by n.tenant_id, n.id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'report.revoked', n.id::text, jsonb_build_object('name', n.title)
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where n.revoked_at is not null and o.revoked_at is null order by n.tenant_id, n.id;
  end if;
  return null;
end $$;


--
-- Name: tg_scraping_jobs__alert(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_scraping_jobs__alert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from new_rows n
  where a.tenant_id = n.tenant_id and a.job_id = n.id and a.resolved_at is null and n.state not in ('dead', 'failed');
  insert into public.alerts (tenant_id, kind, job_id, message)
  select n.tenant_id, 'job', n.id,
    case when n.kind = 'import' and n.input ->> 'file' is not null then format('%s could not be %s: %s', n.input ->> 'file',
        case when n.input -> 'dry_run' = 'true' then 'checked' else 'imported' end, coalesce(n.error, 'nobody knows why'))
      else format('A job (%s) came to no good end: %s', n.kind, coalesce(n.error, 'nobody knows why')) end
  from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
  where n.state in ('dead', 'failed') and o.state not in ('dead', 'failed')
  order by n.tenant_id, n.id;
  return null;
end $$;


--
-- Name: tg_scraping_jobs__tell(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_scraping_jobs__tell() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select new.tenant_id, e.endpoint, 'job.failed', jsonb_build_object('id', new.id, 'kind', new.kind, 'state', new.state, 'error', new.error,
    'attempts', new.attempts, 'connection_id', new.connection_id, 'created_at', new.created_at, 'finished_at', new.finished_at)
  from app.endpoints_for('job.failed') e where e.of_tenant = new.tenant_id;
  return null;
end $$;


--
-- Name: tg_scraping_jobs__wake(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_scraping_jobs__wake() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('rapport_jobs', '') where exists (select from new_rows where state = 'pending' and run_at <= now());
  return null;
end $$;


--
-- Name: tg_stamp__updated_at(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_stamp__updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;


--
-- Name: tg_targets__history(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_targets__history() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
begin
  if tg_op = 'INSERT' then
    insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_after, receipt, reason)
    select tenant_id, persona_id, person_id,
      (case when pinned then 'pinned' when excluded then 'excluded' else 'entered' end)::public.target_event,
      cause, match_score, receipt, reason
    from new_rows where is_active or pinned or excluded;
  elsif tg_op = 'DELETE' then
    -- Where the person or the persona goes, the history goes with it.
    insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_before, receipt, reason)
    select o.tenant_id, o.persona_id, o.person_id, 'left', 'manual', o.match_score, o.receipt, o.reason
    from old_rows o
    where o.is_active
      and exists (select from public.persons p where p.tenant_id = o.tenant_id and p.id = o.person_id)
      and exists (select from public.personas q where q.tenant_id = o.tenant_id and q.id = o.persona_id);
  else
    -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
    execute $q$
    insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_before, score_after, receipt, reason)
    select n.tenant_id, n.persona_id, n.person_id,
      (case
        when n.pinned and not o.pinned then 'pinned'
        when n.excluded and not o.excluded then 'excluded'
        when o.pinned and not n.pinned then 'unpinned'
        when o.excluded and not n.excluded then 'readmitted'
        when n.is_active and not o.is_active then 'entered'
        when o.is_active and not n.is_active then 'left'
        else 'score_changed' end)::public.target_event,
      n.cause, case when o.is_active then o.match_score end, case when n.is_active then n.match_score end, n.receipt, n.reason
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.persona_id = n.persona_id and o.person_id = n.person_id
    where (n.is_active, n.pinned, n.excluded) is distinct from (o.is_active, o.pinned, o.excluded)
      or (n.is_active and n.match_score <> o.match_score)
    $q$;
  end if;
  return null;
end $_$;


--
-- Name: tg_targets__log(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_targets__log() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_relid <> 'public.targets'::regclass then
    raise exception 'this trigger belongs to %', 'public.targets' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    insert into public.target_deltas (tenant_id, persona_id, person_id, n)
    select tenant_id, persona_id, person_id, 1 from new_rows where is_active;
  elsif tg_op = 'DELETE' then
    insert into public.target_deltas (tenant_id, persona_id, person_id, n)
    select tenant_id, persona_id, person_id, -1 from old_rows where is_active;
  else
    -- Netted, so that a re-match which only changes scores logs nothing.
    insert into public.target_deltas (tenant_id, persona_id, person_id, n)
    select tenant_id, persona_id, person_id, sum(n)
    from (
      select tenant_id, persona_id, person_id, -1 as n from old_rows where is_active
      union all
      select tenant_id, persona_id, person_id, 1 from new_rows where is_active
    ) changes
    group by 1, 2, 3
    having sum(n) <> 0;
  end if;
  return null;
end $$;


--
-- Name: tg_targets__tell(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_targets__tell() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  changes app.target_change[];
begin
  if not exists (select from public.webhook_endpoints e where e.is_active and (app.wants(e.events, 'person.entered') or app.wants(e.events, 'person.left'))) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select array_agg((n.tenant_id, n.persona_id, n.person_id, n.cause, n.match_score, true)::app.target_change) into changes
    from new_rows n where n.is_active;
  elsif tg_op = 'DELETE' then
    -- Whoever is gone altogether has left nothing, and nor has anybody a persona that is gone.
    select array_agg((o.tenant_id, o.persona_id, o.person_id, 'manual', o.match_score, false)::app.target_change) into changes
    from old_rows o
    where o.is_active
      and exists (select from public.persons p where p.tenant_id = o.tenant_id and p.id = o.person_id)
      and exists (select from public.personas q where q.tenant_id = o.tenant_id and q.id = o.persona_id);
  else
    -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
    execute $q$
    select array_agg((n.tenant_id, n.persona_id, n.person_id, n.cause, case when n.is_active then n.match_score else o.match_score end, n.is_active)::app.target_change)
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.persona_id = n.persona_id and o.person_id = n.person_id
    where n.is_active <> o.is_active
    $q$ into changes;
  end if;
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select b.tenant_id, e.endpoint, b.event, b.facts
  from (
    select c.tenant_id, c.event,
      jsonb_build_object('persona_id', c.persona_id, 'cause', c.cause, 'people', jsonb_agg(jsonb_build_array(c.person_id, c.score) order by c.person_id)) as facts
    from (
      select h.*, (case when h.is_in then 'person.entered' else 'person.left' end)::public.endpoint_event as event,
        (row_number() over (partition by h.tenant_id, h.persona_id, h.cause, h.is_in order by h.person_id) - 1) / 100 as part
      from unnest(changes) h
    ) c
    group by c.tenant_id, c.event, c.persona_id, c.cause, c.part
  ) b
  join (
    select 'person.entered'::public.endpoint_event as event, l.of_tenant, l.endpoint from app.endpoints_for('person.entered') l
    union all
    select 'person.left', l.of_tenant, l.endpoint from app.endpoints_for('person.left') l
  ) e on e.of_tenant = b.tenant_id and e.event = b.event
  where changes is not null;
  return null;
end $_$;


--
-- Name: tg_tenants__matching_state(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_tenants__matching_state() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into public.matching_state (tenant_id) select id from new_rows order by id on conflict do nothing;
  insert into public.fold_locks (tenant_id) select id from new_rows order by id on conflict do nothing;
  insert into public.job_accounts (tenant_id) select id from new_rows order by id on conflict do nothing;
  return null;
end $$;


--
-- Name: tg_uploads__alert(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_uploads__alert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from old_rows o
  where a.tenant_id = o.tenant_id and a.job_id = o.job_id and a.resolved_at is null
    and not exists (select from public.uploads u where u.tenant_id = o.tenant_id and u.id = o.id and u.job_id = o.job_id);
  return null;
end $$;


--
-- Name: tg_users__doors(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_users__doors() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  closed uuid[];
begin
  select array_agg(n.id) into closed
  from new_rows n join old_rows o on o.id = n.id
  where n.password_hash is distinct from o.password_hash or n.email <> o.email or n.disabled_at is not null and o.disabled_at is null;
  delete from public.sessions s using public.memberships m
  where m.user_id = any (closed) and s.tenant_id = m.tenant_id and s.user_id = m.user_id;
  delete from public.account_links l where l.user_id = any (closed);
  -- Whoever knew the old password may have signed in anywhere.
  delete from public.known_devices d where d.user_id = any (closed);
  insert into public.audit_log (tenant_id, actor, event, subject)
  select m.tenant_id, app.actor(), e.event, n.id::text
  from new_rows n
  join old_rows o on o.id = n.id
  join public.memberships m on m.user_id = n.id
  cross join lateral (values
    ('user.password_set', n.password_hash is distinct from o.password_hash),
    ('user.email_changed', n.email <> o.email),
    ('user.disabled', n.disabled_at is not null and o.disabled_at is null),
    ('user.enabled', n.disabled_at is null and o.disabled_at is not null)) e(event, happened)
  where e.happened
  order by m.tenant_id, n.id, e.event;
  return null;
end $$;


--
-- Name: tg_users__owners(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_users__owners() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  closed uuid[];
  alone text;
begin
  select array_agg(m.tenant_id) into closed
  from new_rows n join old_rows o on o.id = n.id join public.memberships m on m.user_id = n.id
  where n.disabled_at is not null and o.disabled_at is null and m.role = 'owner';
  perform from public.tenants t where t.id = any (closed) order by t.id for no key update;
  select t.slug into alone from public.tenants t where t.id = any (closed) and not app.has_owner(t.id) order by t.slug limit 1;
  if alone is not null then
    raise exception 'the tenant % would have no owner who can sign in; make somebody else one first', alone using errcode = 'object_in_use';
  end if;
  return null;
end $$;


--
-- Name: tg_webhook_endpoints__alert(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_webhook_endpoints__alert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from new_rows n
  where a.tenant_id = n.tenant_id and a.endpoint_id = n.id and a.resolved_at is null and a.message is distinct from app.endpoint_alert(n.name, n.trouble);
  insert into public.alerts (tenant_id, kind, endpoint_id, message)
  select n.tenant_id, 'webhook', n.id, app.endpoint_alert(n.name, n.trouble)
  from new_rows n
  where n.trouble is not null
    and not exists (select from public.alerts a where a.tenant_id = n.tenant_id and a.endpoint_id = n.id and a.resolved_at is null)
  order by n.tenant_id, n.id;
  return null;
end $$;


--
-- Name: tg_webhook_endpoints__audit(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_webhook_endpoints__audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'endpoint.added', n.id::text,
      jsonb_build_object('name', n.name, 'origin', substring(n.url from '^[^/]*//[^/?#]*'), 'events', n.events)
    from new_rows n order by n.tenant_id, n.id;
  elsif tg_op = 'DELETE' then
    -- Of a tenant that is being deleted there is nothing left that could keep it.
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select o.tenant_id, app.actor(), 'endpoint.deleted', o.id::text, jsonb_build_object('name', o.name)
    from old_rows o where exists (select from public.tenants t where t.id = o.tenant_id) order by o.tenant_id, o.id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), w.event, n.id::text, jsonb_build_object('name', n.name) || w.details
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    cross join lateral (
      select 'endpoint.changed' as event, jsonb_build_object('origin', substring(n.url from '^[^/]*//[^/?#]*'), 'events', n.events) as details
      where (n.name, n.url, n.events) is distinct from (o.name, o.url, o.events)
      union all
      select case when n.is_active then 'endpoint.resumed' else 'endpoint.paused' end, jsonb_strip_nulls(jsonb_build_object('why', n.trouble))
      where n.is_active <> o.is_active
    ) w
    order by n.tenant_id, n.id, w.event;
  end if;
  return null;
end $$;


--
-- Name: tg_webhook_endpoints__begin_anew(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_webhook_endpoints__begin_anew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.trouble := null;
  new.failures := 0;
  new.failing_since := null;
  return new;
end $$;


--
-- Name: tg_webhook_endpoints__wake(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_webhook_endpoints__wake() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update public.webhook_deliveries d set next_attempt = clock_timestamp()
  where d.tenant_id = new.tenant_id and d.endpoint_id = new.id and d.state in ('pending', 'failed') and d.next_attempt > clock_timestamp();
  return null;
end $$;


--
-- Name: tg_webhook_inbox__alert(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.tg_webhook_inbox__alert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from (select distinct tenant_id, source_id from old_rows) o
  where a.tenant_id = o.tenant_id and a.webhook_source_id = o.source_id and a.resolved_at is null
    and not exists (
      select from public.webhook_inbox i where i.tenant_id = o.tenant_id and i.source_id = o.source_id and i.state = 'dead');
  insert into public.alerts (tenant_id, kind, webhook_source_id, message)
  select s.tenant_id, 'webhook', s.id,
    format('The webhook %s brought something that cannot be used: %s (rapport hook deliveries --state dead)', s.name, coalesce(d.error, 'nobody knows why'))
  from (select distinct tenant_id, source_id from old_rows) o
  join public.webhook_sources s on s.tenant_id = o.tenant_id and s.id = o.source_id
  cross join lateral (
    select i.error from public.webhook_inbox i
    where i.tenant_id = o.tenant_id and i.source_id = o.source_id and i.state = 'dead'
    order by i.processed_at desc limit 1) d
  where not exists (
    select from public.alerts a where a.tenant_id = s.tenant_id and a.webhook_source_id = s.id and a.resolved_at is null)
  order by s.tenant_id, s.id;
  return null;
end $$;


--
-- Name: two_names(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.two_names(name text) RETURNS app.two_names
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $_$
declare
  titles constant text[] := app.name_titles();
  degrees constant text[] := app.name_degrees();
  word text;
  words text[] := array[]::text[];
  last_at integer;
begin
  if app.is_plain_name(name) then
    return row(split_part(name, ' ', 1), split_part(name, ' ', 2))::app.two_names;
  end if;
  -- An e-mail address, or what LinkedIn shows of whom it does not show.
  if name is null or name like '%@%' or name ilike 'linkedin member' or name ilike 'linkedin user' then
    return null;
  end if;
  -- Scripts in which the last name may come first; nothing in the name says whether it does.
  if name ~ '[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]' then
    return null;
  end if;
  -- Of a name are neither what stands in brackets or quotes nor what follows a comma or a dash: "(she/her)", ", MBA", " - hiring".
  foreach word in array regexp_split_to_array(
    regexp_replace(regexp_replace(regexp_replace(name,
      '\([^)]*\)|\[[^]]*\]|"[^"]*"|“[^”]*”|„[^“”]*[“”]', ' ', 'g'),
      '([,;:|/•·–—(]|\s-).*$', ''),
      '[!#$%&*+0-9<=>?@\\^_`{}~\u00a9\u00ad\u00ae\u200b-\u2015\u2020-\u206f\u20a0-\u2bff\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff]+', ' ', 'g'), '\s+')
  loop
    if word ~ '^[''’.-]*$' then
      continue;
    elsif words = '{}' and replace(app.fold_case(word), '.', '') = any (titles) then
      continue;
    end if;
    words := words || word;
  end loop;
  -- Degrees and the like come last; what may be a name too counts only in the spelling of a degree.
  while cardinality(words) > 1 and replace(words[cardinality(words)], '.', '') = any (degrees)
    and (cardinality(words) > 2 or replace(words[cardinality(words)], '.', '') not in ('MA', 'MS', 'BA', 'ACA', 'PE', 'MD', 'JD'))
  loop
    words := words[:cardinality(words) - 1];
  end loop;
  -- A middle initial is of neither, and whose last name is but an initial hides it.
  if cardinality(words) > 2 then
    words := array(select w from unnest(words) with ordinality o(w, at) where at in (1, cardinality(words)) or length(replace(w, '.', '')) > 1 order by at);
  end if;
  if cardinality(words) < 2 or length(replace(words[cardinality(words)], '.', '')) < 2 then
    return null;
  end if;
  -- A last name of several words begins with a particle: "van der Berg", "de la Cruz".  Whatever else stands before the last word is of the first name.
  last_at := cardinality(words);
  for at in 2 .. last_at - 1 loop
    if replace(replace(app.fold_case(words[at]), '’', ''), '''', '') in ('von', 'vom', 'van', 'vander', 'vanden', 'de', 'der', 'den', 'del', 'della', 'delle', 'di', 'da',
      'dal', 'dalla', 'das', 'do', 'dos', 'du', 'des', 'la', 'las', 'le', 'los', 'lo', 'ten', 'ter', 'te', 't', 'zu', 'zum', 'zur', 'bin', 'ibn', 'bint', 'al', 'el',
      'abu', 'af', 'av', 'st', 'saint', 'mac', 'mc', 'san', 'santa') then
      last_at := at;
      exit;
    end if;
  end loop;
  return row(array_to_string(words[:last_at - 1], ' '), array_to_string(words[last_at:], ' '))::app.two_names;
end $_$;


--
-- Name: type_campaigns_by_posts(uuid, integer[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.type_campaigns_by_posts(tenant uuid, changed_posts integer[]) RETURNS void
    LANGUAGE sql
    AS $$
  update public.campaigns c
  set type = n.type, extra = c.extra || jsonb_build_object('type_of_posts', n.type)
  from (
    select l.campaign_id,
      (case when bool_and(p.is_paid) then 'sponsored_content' when bool_or(p.is_paid) then 'mixed' else 'organic' end)::public.campaign_type as type
    from public.campaign_posts l
    join public.posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
    where l.tenant_id = tenant and l.campaign_id in (
      -- One more organic post does not change an organic campaign, which may have thousands.
      select x.campaign_id
      from public.campaign_posts x
      join public.posts q on q.tenant_id = x.tenant_id and q.id = x.post_id
      join public.campaigns d on d.tenant_id = x.tenant_id and d.id = x.campaign_id
      where x.tenant_id = tenant and x.post_id = any (changed_posts) and (d.type <> 'organic' or q.is_paid))
    group by 1
  ) n
  where c.tenant_id = tenant and c.id = n.campaign_id and c.type <> n.type and c.extra ->> 'type_of_posts' = c.type::text
$$;


--
-- Name: uniform_draw(bigint, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.uniform_draw(seed bigint, key text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select ((hashtextextended(key collate "C", seed) >> 12) + 2251799813685248.5::double precision) / 4503599627370496
$$;


--
-- Name: unite_companies(uuid, integer, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.unite_companies(tenant uuid, winner integer, loser integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  cause text := current_setting('app.match_cause', true);
  lost public.companies;
begin
  perform from public.companies where tenant_id = tenant and id in (winner, loser) order by id for update;
  perform from public.persons where tenant_id = tenant and company_id = loser order by id for no key update;
  perform set_config('app.match_cause', 'company_changed', true);
  update public.persons set company_id = winner where tenant_id = tenant and company_id = loser;
  perform set_config('app.match_cause', coalesce(cause, ''), true);
  delete from public.companies where tenant_id = tenant and id = loser returning * into lost;
  update public.companies w
  set linkedin_id = coalesce(w.linkedin_id, lost.linkedin_id),
    linkedin_slug = coalesce(w.linkedin_slug, lost.linkedin_slug),
    linkedin_url = coalesce(w.linkedin_url, lost.linkedin_url),
    domain = coalesce(w.domain, lost.domain),
    industry = coalesce(w.industry, lost.industry),
    industry_code = case when w.industry is null then lost.industry_code else w.industry_code end,
    size_band = coalesce(w.size_band, lost.size_band),
    location = coalesce(w.location, lost.location),
    country = coalesce(w.country, lost.country),
    facts_seen_at = greatest(w.facts_seen_at, lost.facts_seen_at),
    facts_source = coalesce(w.facts_source, lost.facts_source),
    extra = lost.extra || w.extra
  where w.tenant_id = tenant and w.id = winner;
end $$;


--
-- Name: unite_posts(uuid, integer, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.unite_posts(tenant uuid, winner integer, loser integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  gone public.posts;
begin
  if winner = loser or (select count(*) from public.posts where tenant_id = tenant and id in (winner, loser)) < 2 then
    return false;
  end if;
  -- As whoever deletes a post takes it; held shared before, two of us would wait for each other.
  perform from public.matching_state where tenant_id = tenant for update;
  -- People before posts, as everybody holds them.
  perform from public.persons
  where tenant_id = tenant and id in (select person_id from public.engagements where tenant_id = tenant and post_id = loser)
  order by id for no key update;
  perform from public.posts where tenant_id = tenant and id in (winner, loser) order by id for update;

  -- Two reactions of one human to one post are one reaction, and the earlier time is the true one.
  update public.engagements w
  set engaged_at = l.engaged_at, engaged_on = l.engaged_on, time_basis = l.time_basis
  from public.engagements l
  where w.tenant_id = tenant and w.post_id = winner and w.engagement_type = 'reaction'
    and l.tenant_id = tenant and l.post_id = loser and l.engagement_type = 'reaction'
    and l.person_id = w.person_id and l.engaged_at < w.engaged_at;
  update public.engagements l
  set post_id = winner
  where tenant_id = tenant and post_id = loser
    and not (engagement_type = 'reaction' and exists (
      select from public.engagements w
      where w.tenant_id = tenant and w.post_id = winner and w.person_id = l.person_id and w.engagement_type = 'reaction'));
  insert into public.campaign_posts (tenant_id, campaign_id, post_id)
  select tenant_id, campaign_id, winner from public.campaign_posts where tenant_id = tenant and post_id = loser
  order by campaign_id on conflict do nothing;
  insert into public.post_metrics_daily (tenant_id, post_id, day, impressions, unique_impressions, views, clicks, source)
  select tenant_id, winner, day, impressions, unique_impressions, views, clicks, source from public.post_metrics_daily where tenant_id = tenant and post_id = loser
  order by day on conflict do nothing;
  update public.page_comments set post_id = winner where tenant_id = tenant and post_id = loser;
  update public.ads set post_id = winner where tenant_id = tenant and post_id = loser;
  update public.post_files set post_id = winner where tenant_id = tenant and post_id = loser;
  update public.content_calendar set post_id = winner where tenant_id = tenant and post_id = loser;
  -- In two steps, since a name belongs to one post: when the loser is gone, its names are free.
  delete from public.posts where tenant_id = tenant and id = loser returning * into gone;
  update public.posts w
  set url = coalesce(w.url, gone.url), activity_id = coalesce(w.activity_id, gone.activity_id), share_id = coalesce(w.share_id, gone.share_id),
    ugc_post_id = coalesce(w.ugc_post_id, gone.ugc_post_id), title = coalesce(w.title, gone.title), text = coalesce(w.text, gone.text),
    author = coalesce(w.author, gone.author), content_type = case when w.content_type = 'other' then gone.content_type else w.content_type end,
    posted_at = coalesce(w.posted_at, gone.posted_at), posted_at_basis = coalesce(w.posted_at_basis, gone.posted_at_basis),
    is_paid = w.is_paid or gone.is_paid, impressions = greatest(w.impressions, gone.impressions), views = greatest(w.views, gone.views),
    clicks = greatest(w.clicks, gone.clicks), reactions = greatest(w.reactions, gone.reactions), comments = greatest(w.comments, gone.comments),
    shares = greatest(w.shares, gone.shares), counters_at = greatest(w.counters_at, gone.counters_at),
    counters_source = case when 'api' in (w.counters_source, gone.counters_source) then 'api' else coalesce(w.counters_source, gone.counters_source) end,
    counters_import_id = case when w.counters_at > gone.counters_at then w.counters_import_id else coalesce(gone.counters_import_id, w.counters_import_id) end,
    audience = coalesce(w.audience, gone.audience),
    notes = nullif(concat_ws(E'\n', w.notes, gone.notes), ''), extra = gone.extra || w.extra
  where w.tenant_id = tenant and w.id = winner;
  return true;
end $$;


--
-- Name: update_campaign_metrics_on_engagement(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.update_campaign_metrics_on_engagement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_relid <> 'public.engagements'::regclass then
    raise exception 'this trigger belongs to %', 'public.engagements' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    insert into public.engagement_deltas (tenant_id, post_id, person_id, day, kind, n)
    select tenant_id, post_id, person_id, engaged_on, app.kind_of(engagement_type, reaction_type), 1 from new_rows;
  elsif tg_op = 'DELETE' then
    insert into public.engagement_deltas (tenant_id, post_id, person_id, day, kind, n)
    select tenant_id, post_id, person_id, engaged_on, app.kind_of(engagement_type, reaction_type), -1 from old_rows;
  else
    -- Netted, so that an upsert which changes nothing logs nothing.
    insert into public.engagement_deltas (tenant_id, post_id, person_id, day, kind, n)
    select tenant_id, post_id, person_id, day, kind, sum(n)
    from (
      select tenant_id, post_id, person_id, engaged_on as day, app.kind_of(engagement_type, reaction_type) as kind, -1 as n from old_rows
      union all
      select tenant_id, post_id, person_id, engaged_on, app.kind_of(engagement_type, reaction_type), 1 from new_rows
    ) changes
    group by 1, 2, 3, 4, 5
    having sum(n) <> 0;
  end if;
  return null;
end $$;


--
-- Name: upload_item(public.uploads); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.upload_item(upload public.uploads) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select jsonb_build_object('id', upload.id, 'file_name', upload.file_name, 'bytes', upload.file_bytes, 'received_bytes', upload.received_bytes,
    'state', app.upload_state(upload), 'dry_run', upload.is_trial, 'options', upload.options, 'job_id', upload.job_id, 'progress', j.progress, 'run_at', j.run_at,
    'started_at', case when j.state = 'running' then j.started_at end, 'error', case when not app.is_under_way(upload) then j.error end,
    'problem', upload.checked ->> 'problem',
    'table', case when upload.checked ->> 'problem' is not null then nullif(upload.checked -> 'table', 'null') end, 'report', case when upload.checked ->> 'problem' is null then coalesce(upload.imported, upload.checked) end,
    'has_rejects_file', exists (
      select from public.upload_parts p where p.tenant_id = upload.tenant_id and p.upload_id = upload.id and p.content = 'rejects'),
    'import_id', upload.import_id, 'created_at', upload.created_at, 'updated_at', upload.updated_at)
  from (select) one
  left join public.scraping_jobs j on j.tenant_id = upload.tenant_id and j.id = upload.job_id
$$;


--
-- Name: upload_state(public.uploads); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.upload_state(upload public.uploads) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select case
    when upload.imported is not null then 'imported'
    when upload.received_bytes < upload.file_bytes then 'receiving'
    when app.is_under_way(upload) then case when upload.is_trial then 'checking' else 'importing' end
    when upload.checked ->> 'problem' is not null then 'refused'
    when upload.checked is not null then 'checked'
    when upload.job_id is null then 'waiting'
    else 'failed' end
$$;


--
-- Name: use_api_key(text, bytea); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.use_api_key(key_prefix text, hash bytea) RETURNS TABLE(id uuid, scopes text[], most integer, remaining integer, full_in interval, wait interval)
    LANGUAGE plpgsql
    AS $$
declare
  each constant interval := interval '50 milliseconds';
  burst constant integer := 200;
  k public.api_keys;
  here timestamptz;
begin
  -- Who it was that called must not wait for a disk, and a crash may forget the last half second of it.
  perform set_config('synchronous_commit', 'off', true);
  select * into k from public.api_keys l where l.prefix = key_prefix and l.secret_hash = hash and app.is_good(l) for no key update;
  if not found then
    return;
  end if;
  here := clock_timestamp();
  k.theoretical_arrival := greatest(k.theoretical_arrival, here);
  if k.theoretical_arrival > here + (burst - 1) * each then
    return query select k.id, k.scopes::text[], burst, 0, k.theoretical_arrival - here, k.theoretical_arrival - here - (burst - 1) * each;
    return;
  end if;
  k.theoretical_arrival := k.theoretical_arrival + each;
  update public.api_keys l set theoretical_arrival = k.theoretical_arrival, last_used = here where l.tenant_id = k.tenant_id and l.id = k.id;
  return query select k.id, k.scopes::text[], burst,
    floor(extract(epoch from here + burst * each - k.theoretical_arrival) / extract(epoch from each))::integer,
    k.theoretical_arrival - here, null::interval;
end $$;


--
-- Name: use_session(uuid, bytea); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.use_session(tenant uuid, hash bytea) RETURNS TABLE(session uuid, member uuid, email text, name text, role public.member_role, campaigns integer[], rotate boolean, team text, zone text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  here timestamptz := clock_timestamp();
  s public.sessions;
begin
  perform app.require_tenant(tenant);
  select * into s from public.sessions l
  where l.tenant_id = tenant and hash in (l.token_hash, l.previous_hash) and l.expires_at > here and l.last_used > here - interval '7 days';
  if s.id is null then
    return;
  end if;
  -- The token before is good until the new one has come, since an answer may be lost on its way, and a minute more for what is
  -- under way then.  Whoever shows it later has a copy, or somebody else has: nobody knows which of them is the user.
  if s.token_hash <> hash and s.token_seen_at < here - interval '1 minute' then
    delete from public.sessions l where l.tenant_id = tenant and l.id = s.id;
    insert into public.audit_log (tenant_id, actor, event, subject) values (tenant, 'nobody', 'user.token_reused', s.user_id::text);
    return;
  end if;
  -- Once a minute is enough to know whether it is in use.
  if s.last_used < here - interval '1 minute' or s.token_hash = hash and s.token_seen_at is null then
    update public.sessions l
    set last_used = here, token_seen_at = case when l.token_hash = hash then coalesce(l.token_seen_at, here) else l.token_seen_at end
    where l.tenant_id = tenant and l.id = s.id;
    -- Whoever ended it meanwhile was waited for.
    if not found then
      return;
    end if;
  end if;
  return query
    select s.id, u.id, u.email, u.name, m.role,
      -- A client of all campaigns is confined to them all the same: to these campaigns, and to nothing else that there is.
      case when m.role = 'client' and m.campaign_ids is null then array(select c.id from public.campaigns c where c.tenant_id = tenant order by c.id)
        else m.campaign_ids end,
      s.rotated_at < here - interval '1 hour', t.name, t.time_zone
    from public.memberships m
    join public.users u on u.id = m.user_id
    join public.tenants t on t.id = m.tenant_id
    where m.tenant_id = tenant and m.user_id = s.user_id and u.disabled_at is null;
end $$;


--
-- Name: verdict(integer, integer, boolean, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.verdict(place integer, weight integer, required boolean, outcome integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when outcome = 1 then weight else 0 end
    + case when outcome <> 2 then weight::bigint << 14 else 0 end
    + case when outcome = 3 or (outcome = 0 and required and weight > 0) then 1::bigint << 28 else 0 end
    + (((outcome + 2) % 4)::bigint << (30 + 2 * place))
$$;


--
-- Name: wants(public.endpoint_event[], public.endpoint_event); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.wants(wanted public.endpoint_event[], of_event public.endpoint_event) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select wanted = '{}' or of_event = any (wanted) $$;


--
-- Name: ways_near(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.ways_near(said text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select array[s.escaped, s.escaped || '%', '% ' || s.escaped || '%', '%' || s.escaped || '%']
  from (select regexp_replace(app.fold_case(said), '([\\%_])', '\\\1', 'g') as escaped) s
$$;


--
-- Name: weight_of(app.weights, public.engagement_type, public.reaction_type); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.weight_of(w app.weights, type public.engagement_type, reaction public.reaction_type) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case app.kind_of(type, reaction)
    when 'l' then w.likes when 'r' then w.reactions when 'c' then w.comments when 's' then w.shares when 'f' then w.follows else w.clicks
  end
$$;


--
-- Name: words_held(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.words_held(said text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  -- Where nothing is left to look for, null, which no text is like: all texts would be like all of no patterns.
  select coalesce(array_agg(distinct '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'), array[null]::text[])
  from unnest(string_to_array(app.fold_case(said), ' ')) word
  where word <> ''
$$;


--
-- Name: ad_metrics_daily; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ad_metrics_daily (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    ad_id integer NOT NULL,
    day date NOT NULL,
    last_day date NOT NULL,
    currency text,
    spend numeric(14,4) DEFAULT 0 NOT NULL,
    impressions bigint DEFAULT 0 NOT NULL,
    clicks bigint DEFAULT 0 NOT NULL,
    reactions bigint DEFAULT 0 NOT NULL,
    comments bigint DEFAULT 0 NOT NULL,
    shares bigint DEFAULT 0 NOT NULL,
    follows bigint DEFAULT 0 NOT NULL,
    engagements bigint DEFAULT 0 NOT NULL,
    leads bigint DEFAULT 0 NOT NULL,
    conversions numeric(14,2) DEFAULT 0 NOT NULL,
    reach bigint,
    source public.data_source DEFAULT 'file'::public.data_source NOT NULL,
    import_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ad_counters_are_plausible CHECK (((LEAST(impressions, clicks, reactions, comments, shares, follows, engagements, leads) >= 0) AND (GREATEST(impressions, clicks, reactions, comments, shares, follows, engagements, leads) <= '1000000000000'::bigint))),
    CONSTRAINT ad_currencies_have_three_capital_letters CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT ad_periods_end_after_they_start CHECK ((last_day >= day)),
    CONSTRAINT spend_is_not_negative CHECK ((spend >= (0)::numeric))
);


--
-- Name: ads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ads (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id integer NOT NULL,
    campaign_id integer NOT NULL,
    post_id integer,
    audience_segment_id text,
    name text NOT NULL,
    status public.campaign_status DEFAULT 'active'::public.campaign_status NOT NULL,
    linkedin_ad_id text,
    headline text,
    introduction text,
    click_url text,
    start_date date,
    end_date date,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ads_have_a_name CHECK ((btrim(name) <> ''::text))
);


--
-- Name: ad_counters; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.ad_counters WITH (security_invoker='true') AS
 SELECT a.tenant_id,
    a.id AS ad_id,
    m.periods,
    m.first_day,
    m.last_day,
    m.currency,
    m.spend,
    m.impressions,
    m.clicks,
    m.reactions,
    m.comments,
    m.shares,
    m.follows,
    m.engagements,
    m.leads,
    m.conversions,
    round((m.clicks / NULLIF(m.impressions, (0)::numeric)), 6) AS click_through_rate,
    app.kpi_value('cost_per_click'::public.kpi, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, m.spend, m.clicks, NULL::numeric) AS cost_per_click
   FROM (public.ads a
     CROSS JOIN LATERAL ( SELECT count(*) AS periods,
            min(d.day) AS first_day,
            max(d.last_day) AS last_day,
            sum(d.impressions) AS impressions,
            sum(d.clicks) AS clicks,
                CASE
                    WHEN (count(DISTINCT d.currency) <= 1) THEN sum(d.spend)
                    ELSE NULL::numeric
                END AS spend,
                CASE
                    WHEN (count(DISTINCT d.currency) = 1) THEN min(d.currency)
                    ELSE NULL::text
                END AS currency,
            sum(d.reactions) AS reactions,
            sum(d.comments) AS comments,
            sum(d.shares) AS shares,
            sum(d.follows) AS follows,
            sum(d.engagements) AS engagements,
            sum(d.leads) AS leads,
            sum(d.conversions) AS conversions
           FROM public.ad_metrics_daily d
          WHERE ((d.tenant_id = a.tenant_id) AND (d.ad_id = a.id))) m);


--
-- Name: api_calls; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_calls (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id bigint NOT NULL,
    connection_id uuid,
    job_id uuid,
    endpoint text NOT NULL,
    status integer,
    latency_ms integer,
    bytes bigint,
    cost numeric(12,6),
    error text,
    called_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: call_summary; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.call_summary WITH (security_invoker='true') AS
 SELECT api_calls.tenant_id,
    api_calls.connection_id,
    api_calls.endpoint,
    ((api_calls.called_at AT TIME ZONE 'UTC'::text))::date AS day,
    (count(*))::integer AS calls,
    (count(*) FILTER (WHERE (api_calls.error IS NOT NULL)))::integer AS failed,
    (count(*) FILTER (WHERE (api_calls.status IS NULL)))::integer AS unanswered,
    (round(avg(api_calls.latency_ms)))::integer AS average_latency_ms,
    (COALESCE(sum(api_calls.bytes), (0)::numeric))::bigint AS bytes,
    COALESCE(sum(api_calls.cost), (0)::numeric) AS cost
   FROM public.api_calls
  GROUP BY api_calls.tenant_id, api_calls.connection_id, api_calls.endpoint, (((api_calls.called_at AT TIME ZONE 'UTC'::text))::date);


--
-- Name: campaign_strategies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_strategies (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    description text,
    type public.strategy_type NOT NULL,
    objective public.campaign_objective,
    audience_seniorities public.seniority[] DEFAULT '{}'::public.seniority[] NOT NULL,
    audience_functions public.job_function[] DEFAULT '{}'::public.job_function[] NOT NULL,
    audience_segment_ids text[] DEFAULT '{}'::text[] NOT NULL,
    content_themes text[] DEFAULT '{}'::text[] NOT NULL,
    content_mix jsonb DEFAULT '{}'::jsonb NOT NULL,
    posts_per_week numeric(4,1),
    best_times text[] DEFAULT '{}'::text[] NOT NULL,
    primary_kpi public.kpi DEFAULT 'engagement_rate'::public.kpi NOT NULL,
    success_metrics text[] DEFAULT '{}'::text[] NOT NULL,
    benchmark_low numeric(14,4),
    benchmark_high numeric(14,4),
    benchmark_source text,
    budget_min numeric(14,2),
    budget_max numeric(14,2),
    currency text DEFAULT 'USD'::text NOT NULL,
    duration_weeks integer,
    required_assets text[] DEFAULT '{}'::text[] NOT NULL,
    post_templates text[] DEFAULT '{}'::text[] NOT NULL,
    examples text[] DEFAULT '{}'::text[] NOT NULL,
    is_template boolean DEFAULT false NOT NULL,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT benchmarks_go_from_low_to_high CHECK ((benchmark_high >= benchmark_low)),
    CONSTRAINT budgets_go_from_low_to_high CHECK ((budget_max >= budget_min)),
    CONSTRAINT content_mixes_are_objects CHECK ((jsonb_typeof(content_mix) = 'object'::text)),
    CONSTRAINT durations_are_positive CHECK ((duration_weeks > 0)),
    CONSTRAINT posting_is_not_negative CHECK ((posts_per_week >= (0)::numeric)),
    CONSTRAINT smallest_budgets_are_not_negative CHECK ((budget_min >= (0)::numeric)),
    CONSTRAINT strategies_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT strategy_currencies_have_three_capital_letters CHECK ((currency ~ '^[A-Z]{3}$'::text))
);


--
-- Name: campaigns; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaigns (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id integer NOT NULL,
    campaign_group_id integer,
    name text NOT NULL,
    description text,
    status public.campaign_status DEFAULT 'active'::public.campaign_status NOT NULL,
    type public.campaign_type DEFAULT 'organic'::public.campaign_type NOT NULL,
    objective public.campaign_objective,
    objective_label text,
    start_date date,
    end_date date,
    budget numeric(14,2),
    currency text,
    kpi_target numeric(14,4),
    linkedin_campaign_id text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    strategy_id uuid,
    CONSTRAINT campaign_budgets_are_not_negative CHECK ((budget >= (0)::numeric)),
    CONSTRAINT campaign_currencies_have_three_capital_letters CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT campaigns_end_after_they_start CHECK ((end_date >= start_date)),
    CONSTRAINT campaigns_have_a_name CHECK ((btrim(name) <> ''::text))
);


--
-- Name: content_calendar; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.content_calendar (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    campaign_id integer,
    post_id integer,
    strategy_id uuid,
    strategy_slot text,
    title text NOT NULL,
    description text,
    scheduled_at timestamp with time zone NOT NULL,
    status public.calendar_status DEFAULT 'draft'::public.calendar_status NOT NULL,
    content_type public.content_type DEFAULT 'other'::public.content_type NOT NULL,
    is_paid boolean DEFAULT false NOT NULL,
    budget numeric(14,2),
    notes text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT calendar_entries_have_a_title CHECK ((btrim(title) <> ''::text)),
    CONSTRAINT entry_budgets_are_not_negative CHECK ((budget >= (0)::numeric))
);


--
-- Name: posts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.posts (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id integer NOT NULL,
    url text,
    activity_id bigint,
    share_id bigint,
    ugc_post_id bigint,
    title text,
    text text,
    author text,
    content_type public.content_type DEFAULT 'other'::public.content_type NOT NULL,
    posted_at timestamp with time zone,
    posted_at_basis public.time_basis,
    is_paid boolean DEFAULT false NOT NULL,
    impressions bigint,
    views bigint,
    clicks bigint,
    reactions bigint,
    comments bigint,
    shares bigint,
    counters_at timestamp with time zone,
    counters_source public.data_source,
    counters_import_id uuid,
    audience text,
    notes text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    source public.data_source DEFAULT 'manual'::public.data_source NOT NULL,
    import_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT clicks_are_plausible CHECK (((clicks >= 0) AND (clicks <= '1000000000000'::bigint))),
    CONSTRAINT comments_are_plausible CHECK (((comments >= 0) AND (comments <= '1000000000000'::bigint))),
    CONSTRAINT impressions_are_plausible CHECK (((impressions >= 0) AND (impressions <= '1000000000000'::bigint))),
    CONSTRAINT reactions_are_plausible CHECK (((reactions >= 0) AND (reactions <= '1000000000000'::bigint))),
    CONSTRAINT shares_are_plausible CHECK (((shares >= 0) AND (shares <= '1000000000000'::bigint))),
    CONSTRAINT views_are_plausible CHECK (((views >= 0) AND (views <= '1000000000000'::bigint)))
);


--
-- Name: campaign_calendar; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_calendar WITH (security_invoker='true') AS
 SELECT k.tenant_id,
    k.id AS entry_id,
    k.scheduled_at,
    ((k.scheduled_at AT TIME ZONE t.time_zone))::date AS day,
    k.title,
    k.status,
    k.content_type,
    k.is_paid,
    k.budget,
    k.campaign_id,
    c.name AS campaign,
    k.strategy_id,
    s.name AS strategy,
    k.strategy_slot,
    k.post_id,
    p.url AS post_url
   FROM ((((public.content_calendar k
     JOIN public.tenants t ON ((t.id = k.tenant_id)))
     LEFT JOIN public.campaigns c ON (((c.tenant_id = k.tenant_id) AND (c.id = k.campaign_id))))
     LEFT JOIN public.campaign_strategies s ON (((s.tenant_id = k.tenant_id) AND (s.id = k.strategy_id))))
     LEFT JOIN public.posts p ON (((p.tenant_id = k.tenant_id) AND (p.id = k.post_id))));


--
-- Name: campaign_posts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_posts (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    campaign_id integer NOT NULL,
    post_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: campaign_counters; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_counters WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.id AS campaign_id,
    (COALESCE(a.ads, (0)::bigint))::integer AS ads,
    (COALESCE(p.posts, (0)::bigint))::integer AS posts,
        CASE
            WHEN ((a.impressions IS NOT NULL) OR (p.impressions IS NOT NULL)) THEN (COALESCE(a.impressions, (0)::numeric) + COALESCE(p.impressions, (0)::numeric))
            ELSE NULL::numeric
        END AS impressions,
        CASE
            WHEN ((a.clicks IS NOT NULL) OR (p.clicks IS NOT NULL)) THEN (COALESCE(a.clicks, (0)::numeric) + COALESCE(p.clicks, (0)::numeric))
            ELSE NULL::numeric
        END AS clicks,
    a.clicks AS ad_clicks,
    a.spend,
    a.currency AS spend_currency,
    a.engagements AS reported_engagements
   FROM ((public.campaigns c
     CROSS JOIN LATERAL ( SELECT count(DISTINCT ads.id) AS ads,
            sum(m.impressions) AS impressions,
            sum(m.clicks) AS clicks,
                CASE
                    WHEN (count(DISTINCT m.currency) <= 1) THEN sum(m.spend)
                    ELSE NULL::numeric
                END AS spend,
                CASE
                    WHEN (count(DISTINCT m.currency) = 1) THEN min(m.currency)
                    ELSE NULL::text
                END AS currency,
            sum(m.engagements) AS engagements
           FROM (public.ads
             LEFT JOIN public.ad_metrics_daily m ON (((m.tenant_id = ads.tenant_id) AND (m.ad_id = ads.id))))
          WHERE ((ads.tenant_id = c.tenant_id) AND (ads.campaign_id = c.id))) a)
     CROSS JOIN LATERAL ( SELECT count(*) AS posts,
            sum(posts.impressions) AS impressions,
            sum(posts.clicks) AS clicks
           FROM (public.campaign_posts l
             JOIN public.posts ON (((posts.tenant_id = l.tenant_id) AND (posts.id = l.post_id))))
          WHERE ((l.tenant_id = c.tenant_id) AND (l.campaign_id = c.id))) p);


--
-- Name: engagements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.engagements (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id bigint NOT NULL,
    post_id integer NOT NULL,
    person_id integer NOT NULL,
    engagement_type public.engagement_type NOT NULL,
    reaction_type public.reaction_type,
    engaged_on date NOT NULL,
    engaged_at timestamp with time zone DEFAULT now() NOT NULL,
    time_basis public.time_basis DEFAULT 'first_seen'::public.time_basis NOT NULL,
    source public.data_source DEFAULT 'manual'::public.data_source NOT NULL,
    comment_id text,
    comment_text text,
    import_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT days_fit_their_time CHECK (((engaged_on >= (((engaged_at AT TIME ZONE 'UTC'::text))::date - 1)) AND (engaged_on <= (((engaged_at AT TIME ZONE 'UTC'::text))::date + 1)))),
    CONSTRAINT engagements_happened_in_the_time_of_linkedin CHECK (((engaged_at >= '2003-01-01 00:00:00+00'::timestamp with time zone) AND (engaged_at < '2100-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT only_reactions_have_a_reaction_type CHECK (((engagement_type = 'reaction'::public.engagement_type) = (reaction_type IS NOT NULL)))
)
WITH (autovacuum_vacuum_insert_scale_factor='0.02');


--
-- Name: facts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.facts WITH (security_invoker='true') AS
 SELECT engagements.tenant_id,
    engagements.post_id,
    engagements.person_id,
    engagements.engaged_on AS day,
    app.kind_of(engagements.engagement_type, engagements.reaction_type) AS kind
   FROM public.engagements;


--
-- Name: engagement_deltas; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.engagement_deltas (
    tenant_id uuid NOT NULL,
    post_id integer NOT NULL,
    person_id integer NOT NULL,
    day date NOT NULL,
    kind "char" NOT NULL,
    n integer NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_analyze_scale_factor='0', autovacuum_analyze_threshold='1000000000');


--
-- Name: net_engagements; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.net_engagements WITH (security_invoker='true') AS
 SELECT engagement_deltas.tenant_id,
    engagement_deltas.post_id,
    engagement_deltas.person_id,
    engagement_deltas.day,
    engagement_deltas.kind,
    (sum(engagement_deltas.n))::integer AS n
   FROM public.engagement_deltas
  GROUP BY engagement_deltas.tenant_id, engagement_deltas.post_id, engagement_deltas.person_id, engagement_deltas.day, engagement_deltas.kind
 HAVING (sum(engagement_deltas.n) <> 0);


--
-- Name: link_deltas; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.link_deltas (
    tenant_id uuid NOT NULL,
    campaign_id integer NOT NULL,
    post_id integer NOT NULL,
    n integer NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000', autovacuum_analyze_scale_factor='0', autovacuum_analyze_threshold='1000000000');


--
-- Name: net_links; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.net_links WITH (security_invoker='true') AS
 SELECT link_deltas.tenant_id,
    link_deltas.campaign_id,
    link_deltas.post_id,
    (sum(link_deltas.n))::integer AS n
   FROM public.link_deltas
  GROUP BY link_deltas.tenant_id, link_deltas.campaign_id, link_deltas.post_id
 HAVING (sum(link_deltas.n) <> 0);


--
-- Name: settled_links; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.settled_links WITH (security_invoker='true') AS
 SELECT campaign_posts.tenant_id,
    campaign_posts.campaign_id,
    campaign_posts.post_id,
    1 AS n
   FROM public.campaign_posts
UNION ALL
 SELECT link_deltas.tenant_id,
    link_deltas.campaign_id,
    link_deltas.post_id,
    (- link_deltas.n) AS n
   FROM public.link_deltas;


--
-- Name: pending_facts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_facts WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.campaign_id,
    x.person_id,
    x.day,
    x.kind,
    (sum(x.n))::integer AS n
   FROM ( SELECT d.tenant_id,
            l.campaign_id,
            d.person_id,
            d.day,
            d.kind,
            (d.n * l.n) AS n
           FROM (app.net_engagements d
             JOIN app.settled_links l ON (((l.tenant_id = d.tenant_id) AND (l.post_id = d.post_id))))
        UNION ALL
         SELECT l.tenant_id,
            l.campaign_id,
            e.person_id,
            e.day,
            e.kind,
            l.n
           FROM (app.net_links l
             JOIN app.facts e ON (((e.tenant_id = l.tenant_id) AND (e.post_id = l.post_id))))) x
  GROUP BY x.tenant_id, x.campaign_id, x.person_id, x.day, x.kind
 HAVING (sum(x.n) <> 0);


--
-- Name: campaign_people; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_people (
    tenant_id uuid NOT NULL,
    campaign_id integer NOT NULL,
    person_id integer NOT NULL,
    first_day date NOT NULL
);


--
-- Name: pending_people; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_people WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.campaign_id,
    c.person_id,
    c.old_first,
    c.new_first
   FROM ( SELECT p.tenant_id,
            p.campaign_id,
            p.person_id,
            o.first_day AS old_first,
                CASE
                    WHEN p.lost THEN ( SELECT min(e.engaged_on) AS min
                       FROM (public.engagements e
                         JOIN public.campaign_posts l ON (((l.tenant_id = e.tenant_id) AND (l.post_id = e.post_id))))
                      WHERE ((e.tenant_id = p.tenant_id) AND (e.person_id = p.person_id) AND (l.campaign_id = p.campaign_id)))
                    ELSE LEAST(o.first_day, p.first_plus)
                END AS new_first
           FROM (( SELECT d.tenant_id,
                    d.campaign_id,
                    d.person_id,
                    min(d.day) FILTER (WHERE (d.n > 0)) AS first_plus,
                    bool_or((d.n < 0)) AS lost
                   FROM ( SELECT pending_facts.tenant_id,
                            pending_facts.campaign_id,
                            pending_facts.person_id,
                            pending_facts.day,
                            sum(pending_facts.n) AS n
                           FROM app.pending_facts
                          GROUP BY pending_facts.tenant_id, pending_facts.campaign_id, pending_facts.person_id, pending_facts.day
                         HAVING (sum(pending_facts.n) <> 0)) d
                  GROUP BY d.tenant_id, d.campaign_id, d.person_id) p
             LEFT JOIN LATERAL ( SELECT o_1.first_day
                   FROM public.campaign_people o_1
                  WHERE ((o_1.tenant_id = p.tenant_id) AND (o_1.campaign_id = p.campaign_id) AND (o_1.person_id = p.person_id))
                 OFFSET 0) o ON (true))) c
  WHERE (c.old_first IS DISTINCT FROM c.new_first);


--
-- Name: pending_campaign; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_campaign WITH (security_invoker='true') AS
 SELECT pending_facts.tenant_id,
    pending_facts.campaign_id,
    pending_facts.person_id,
    pending_facts.day,
    pending_facts.kind,
    pending_facts.n
   FROM app.pending_facts
UNION ALL
 SELECT p.tenant_id,
    p.campaign_id,
    p.person_id,
    v.day,
    'p'::"char" AS kind,
    v.n
   FROM (app.pending_people p
     CROSS JOIN LATERAL ( VALUES (p.old_first,'-1'::integer), (p.new_first,1)) v(day, n))
  WHERE (v.day IS NOT NULL);


--
-- Name: pending_campaign_daily; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_campaign_daily WITH (security_invoker='true') AS
 SELECT pending_campaign.tenant_id,
    pending_campaign.campaign_id,
    pending_campaign.day,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 'l'::"char")), (0)::bigint))::integer AS likes,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 'r'::"char")), (0)::bigint))::integer AS reactions,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 'c'::"char")), (0)::bigint))::integer AS comments,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 's'::"char")), (0)::bigint))::integer AS shares,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 'f'::"char")), (0)::bigint))::integer AS follows,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 'k'::"char")), (0)::bigint))::integer AS clicks,
    (COALESCE(sum(pending_campaign.n) FILTER (WHERE (pending_campaign.kind = 'p'::"char")), (0)::bigint))::integer AS new_people
   FROM app.pending_campaign
  GROUP BY pending_campaign.tenant_id, pending_campaign.campaign_id, pending_campaign.day;


--
-- Name: campaign_daily; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_daily (
    tenant_id uuid NOT NULL,
    campaign_id integer NOT NULL,
    day date NOT NULL,
    likes integer NOT NULL,
    reactions integer NOT NULL,
    comments integer NOT NULL,
    shares integer NOT NULL,
    follows integer NOT NULL,
    clicks integer NOT NULL,
    new_people integer NOT NULL
)
WITH (fillfactor='50');


--
-- Name: campaign_day_parts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_day_parts WITH (security_invoker='true') AS
 SELECT campaign_daily.tenant_id,
    campaign_daily.campaign_id,
    campaign_daily.day,
    campaign_daily.likes,
    campaign_daily.reactions,
    campaign_daily.comments,
    campaign_daily.shares,
    campaign_daily.follows,
    campaign_daily.clicks,
    campaign_daily.new_people
   FROM public.campaign_daily
UNION ALL
 SELECT pending_campaign_daily.tenant_id,
    pending_campaign_daily.campaign_id,
    pending_campaign_daily.day,
    pending_campaign_daily.likes,
    pending_campaign_daily.reactions,
    pending_campaign_daily.comments,
    pending_campaign_daily.shares,
    pending_campaign_daily.follows,
    pending_campaign_daily.clicks,
    pending_campaign_daily.new_people
   FROM app.pending_campaign_daily;


--
-- Name: campaign_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_counts WITH (security_invoker='true') AS
 SELECT campaign_day_parts.tenant_id,
    campaign_day_parts.campaign_id,
    (sum(campaign_day_parts.likes))::integer AS likes,
    (sum(campaign_day_parts.reactions))::integer AS reactions,
    (sum(campaign_day_parts.comments))::integer AS comments,
    (sum(campaign_day_parts.shares))::integer AS shares,
    (sum(campaign_day_parts.follows))::integer AS follows,
    (sum(campaign_day_parts.clicks))::integer AS clicks,
    (sum(campaign_day_parts.new_people))::integer AS people
   FROM app.campaign_day_parts
  GROUP BY campaign_day_parts.tenant_id, campaign_day_parts.campaign_id;


--
-- Name: campaign_days; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_days WITH (security_invoker='true') AS
 SELECT campaign_day_parts.tenant_id,
    campaign_day_parts.campaign_id,
    campaign_day_parts.day,
    (sum(campaign_day_parts.likes))::integer AS likes,
    (sum(campaign_day_parts.reactions))::integer AS reactions,
    (sum(campaign_day_parts.comments))::integer AS comments,
    (sum(campaign_day_parts.shares))::integer AS shares,
    (sum(campaign_day_parts.follows))::integer AS follows,
    (sum(campaign_day_parts.clicks))::integer AS clicks,
    (sum(campaign_day_parts.new_people))::integer AS new_people
   FROM app.campaign_day_parts
  GROUP BY campaign_day_parts.tenant_id, campaign_day_parts.campaign_id, campaign_day_parts.day;


--
-- Name: campaign_reports; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_reports WITH (security_invoker='true') AS
 SELECT a.tenant_id,
    a.campaign_id,
    sum(m.engagements) AS engagements,
    bool_or((a.post_id IS NULL)) AS is_of_any,
    array_agg(DISTINCT a.post_id) FILTER (WHERE (a.post_id IS NOT NULL)) AS posts
   FROM (public.ads a
     JOIN public.ad_metrics_daily m ON (((m.tenant_id = a.tenant_id) AND (m.ad_id = a.id))))
  WHERE ((m.impressions > 0) OR (m.engagements > 0))
  GROUP BY a.tenant_id, a.campaign_id;


--
-- Name: post_totals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.post_totals (
    tenant_id uuid NOT NULL,
    post_id integer NOT NULL,
    likes integer NOT NULL,
    reactions integer NOT NULL,
    comments integer NOT NULL,
    shares integer NOT NULL,
    follows integer NOT NULL,
    clicks integer NOT NULL,
    people integer NOT NULL,
    targeted integer NOT NULL
)
WITH (fillfactor='50');


--
-- Name: post_engagements; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.post_engagements WITH (security_invoker='true') AS
 SELECT p.tenant_id,
    p.id AS post_id,
    p.impressions,
    COALESCE(p.clicks, (0)::bigint) AS counted_clicks,
    ((((GREATEST(n.reactions, p.reactions, (0)::bigint) + GREATEST(n.comments, p.comments, (0)::bigint)) + GREATEST(n.shares, p.shares, (0)::bigint)) + GREATEST(n.clicks, p.clicks, (0)::bigint)) + COALESCE(n.follows, (0)::bigint)) AS proven
   FROM (public.posts p
     LEFT JOIN ( SELECT x.tenant_id,
            x.post_id,
            sum(x.reactions) AS reactions,
            sum(x.comments) AS comments,
            sum(x.shares) AS shares,
            sum(x.follows) AS follows,
            sum(x.clicks) AS clicks
           FROM ( SELECT post_totals.tenant_id,
                    post_totals.post_id,
                    (post_totals.likes + post_totals.reactions) AS reactions,
                    post_totals.comments,
                    post_totals.shares,
                    post_totals.follows,
                    post_totals.clicks
                   FROM public.post_totals
                UNION ALL
                 SELECT net_engagements.tenant_id,
                    net_engagements.post_id,
                        CASE
                            WHEN (net_engagements.kind = ANY (ARRAY['l'::"char", 'r'::"char"])) THEN net_engagements.n
                            ELSE NULL::integer
                        END AS "case",
                        CASE
                            WHEN (net_engagements.kind = 'c'::"char") THEN net_engagements.n
                            ELSE NULL::integer
                        END AS "case",
                        CASE
                            WHEN (net_engagements.kind = 's'::"char") THEN net_engagements.n
                            ELSE NULL::integer
                        END AS "case",
                        CASE
                            WHEN (net_engagements.kind = 'f'::"char") THEN net_engagements.n
                            ELSE NULL::integer
                        END AS "case",
                        CASE
                            WHEN (net_engagements.kind = 'k'::"char") THEN net_engagements.n
                            ELSE NULL::integer
                        END AS "case"
                   FROM app.net_engagements) x
          GROUP BY x.tenant_id, x.post_id) n ON (((n.tenant_id = p.tenant_id) AND (n.post_id = p.id))));


--
-- Name: campaign_post_engagements; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_post_engagements WITH (security_invoker='true') AS
 SELECT l.tenant_id,
    l.campaign_id,
    l.post_id,
    v.proven,
    v.counted_clicks,
    (v.impressions IS NOT NULL) AS is_seen,
    ((r.campaign_id IS NOT NULL) AND COALESCE((p.is_paid OR r.is_of_any OR (l.post_id = ANY (r.posts))), false)) AS is_advertised
   FROM (((public.campaign_posts l
     JOIN public.posts p ON (((p.tenant_id = l.tenant_id) AND (p.id = l.post_id))))
     JOIN app.post_engagements v ON (((v.tenant_id = l.tenant_id) AND (v.post_id = l.post_id))))
     LEFT JOIN app.campaign_reports r ON (((r.tenant_id = l.tenant_id) AND (r.campaign_id = l.campaign_id))));


--
-- Name: campaign_engagements; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_engagements WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.id AS campaign_id,
    ((COALESCE(e.organic, (0)::numeric) + a.advertised))::bigint AS proven,
    ((COALESCE(e.organic_seen, (0)::numeric) + a.advertised))::bigint AS measured
   FROM (((public.campaigns c
     LEFT JOIN ( SELECT campaign_post_engagements.tenant_id,
            campaign_post_engagements.campaign_id,
            sum(campaign_post_engagements.proven) FILTER (WHERE (NOT campaign_post_engagements.is_advertised)) AS organic,
            sum(campaign_post_engagements.proven) FILTER (WHERE ((NOT campaign_post_engagements.is_advertised) AND campaign_post_engagements.is_seen)) AS organic_seen,
            sum(campaign_post_engagements.proven) FILTER (WHERE campaign_post_engagements.is_advertised) AS advertised,
            sum(campaign_post_engagements.counted_clicks) FILTER (WHERE campaign_post_engagements.is_advertised) AS clicks
           FROM app.campaign_post_engagements
          GROUP BY campaign_post_engagements.tenant_id, campaign_post_engagements.campaign_id) e ON (((e.tenant_id = c.tenant_id) AND (e.campaign_id = c.id))))
     LEFT JOIN app.campaign_reports r ON (((r.tenant_id = c.tenant_id) AND (r.campaign_id = c.id))))
     CROSS JOIN LATERAL ( SELECT app.advertised_engagements(e.advertised, r.engagements, e.clicks) AS advertised) a);


--
-- Name: campaign_engagers; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_engagers WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.campaign_id,
    c.person_id,
    c.first_day
   FROM public.campaign_people c
  WHERE (NOT (EXISTS ( SELECT
           FROM app.pending_people p
          WHERE ((p.tenant_id = c.tenant_id) AND (p.campaign_id = c.campaign_id) AND (p.person_id = c.person_id)))))
UNION ALL
 SELECT pending_people.tenant_id,
    pending_people.campaign_id,
    pending_people.person_id,
    pending_people.new_first AS first_day
   FROM app.pending_people
  WHERE (pending_people.new_first IS NOT NULL);


--
-- Name: campaign_targeted; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_targeted WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.id AS campaign_id,
    (COALESCE(sum(bit_count((s.people & t.people))), (0)::numeric))::integer AS people
   FROM (((public.tenants w
     JOIN public.campaigns c ON ((c.tenant_id = w.id)))
     LEFT JOIN LATERAL app.sets_of(w.id, 'c'::"char", ARRAY( SELECT (c_1.id)::text AS id
           FROM public.campaigns c_1
          WHERE (c_1.tenant_id = w.id))) s(key, chunk, people) ON ((s.key = (c.id)::text)))
     LEFT JOIN LATERAL app.sets_of(w.id, 't'::"char") t(key, chunk, people) ON ((t.chunk = s.chunk)))
  GROUP BY c.tenant_id, c.id;


--
-- Name: campaign_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_groups (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    client_name text,
    status public.campaign_status DEFAULT 'active'::public.campaign_status NOT NULL,
    budget numeric(14,2),
    currency text,
    start_date date,
    end_date date,
    linkedin_group_id text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT campaign_groups_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT group_budgets_are_not_negative CHECK ((budget >= (0)::numeric)),
    CONSTRAINT group_currencies_have_three_capital_letters CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT groups_end_after_they_start CHECK ((end_date >= start_date))
);


--
-- Name: campaign_personas; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_personas (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    campaign_id integer NOT NULL,
    persona_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: personas; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.personas (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    description text,
    colour text DEFAULT '#3b6fb6'::text NOT NULL,
    criteria jsonb DEFAULT '{}'::jsonb NOT NULL,
    threshold numeric(3,2) DEFAULT 0.60 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_by text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT colours_are_hex CHECK ((colour ~ '^#[0-9a-f]{6}$'::text)),
    CONSTRAINT criteria_are_an_object CHECK ((jsonb_typeof(criteria) = 'object'::text)),
    CONSTRAINT personas_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT thresholds_are_a_share CHECK (((threshold > (0)::numeric) AND (threshold <= (1)::numeric)))
);


--
-- Name: campaign_dashboard; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_dashboard WITH (security_invoker='true') AS
 WITH days AS (
         SELECT d.tenant_id,
            d.campaign_id,
            sum(d.likes) AS likes,
            sum((d.likes + d.reactions)) AS reactions,
            sum(d.comments) AS comments,
            sum(d.shares) AS shares,
            sum(d.follows) AS follows,
            sum(d.clicks) AS clicks,
            sum(d.new_people) AS people,
            sum((((((d.likes + d.reactions) + d.comments) + d.shares) + d.follows) + d.clicks)) AS engagements,
            sum((((((d.likes + d.reactions) + d.comments) + d.shares) + d.follows) + d.clicks)) FILTER (WHERE ((d.day > (t.today - 7)) AND (d.day <= t.today))) AS last_7_days,
            sum((((((d.likes + d.reactions) + d.comments) + d.shares) + d.follows) + d.clicks)) FILTER (WHERE ((d.day > (t.today - 14)) AND (d.day <= (t.today - 7)))) AS previous_7_days
           FROM (app.campaign_day_parts d
             JOIN ( SELECT tenants.id,
                    ((now() AT TIME ZONE tenants.time_zone))::date AS today
                   FROM public.tenants) t ON ((t.id = d.tenant_id)))
          GROUP BY d.tenant_id, d.campaign_id
        ), figures AS (
         SELECT c.tenant_id,
            c.id AS campaign_id,
            c.name AS campaign,
            g.name AS campaign_group,
            s.name AS strategy,
            s.type AS strategy_type,
            c.type,
            c.status,
            c.objective,
            c.start_date,
            c.end_date,
            COALESCE(c.currency, t.currency) AS currency,
            c.budget,
            n.ads,
            n.posts,
            (n.impressions)::bigint AS impressions,
            (n.clicks)::bigint AS clicks,
            (n.ad_clicks)::bigint AS ad_clicks,
            n.spend,
            COALESCE(n.spend_currency, c.currency, t.currency) AS spend_currency,
            (n.reported_engagements)::bigint AS reported_engagements,
            v.proven AS proven_engagements,
            v.measured AS measured_engagements,
            (COALESCE(d.likes, (0)::bigint))::integer AS likes,
            (COALESCE(d.reactions, (0)::bigint))::integer AS reactions,
            (COALESCE(d.comments, (0)::bigint))::integer AS comments,
            (COALESCE(d.shares, (0)::bigint))::integer AS shares,
            (COALESCE(d.follows, (0)::bigint))::integer AS follows,
            (COALESCE(d.clicks, (0)::bigint))::integer AS click_events,
            (COALESCE(d.engagements, (0)::bigint))::integer AS engagements,
            (COALESCE(d.people, (0)::bigint))::integer AS unique_engagers,
            COALESCE(e.people, 0) AS targeted_engagers,
            (COALESCE(f.people, (0)::bigint))::integer AS followers_engaged,
            s.primary_kpi,
            c.kpi_target,
            s.benchmark_low,
            s.benchmark_high,
            ARRAY( SELECT q.name
                   FROM (public.campaign_personas a
                     JOIN public.personas q ON (((q.tenant_id = a.tenant_id) AND (q.id = a.persona_id))))
                  WHERE ((a.tenant_id = c.tenant_id) AND (a.campaign_id = c.id))
                  ORDER BY q.name, q.id) AS personas,
            (COALESCE(d.last_7_days, (0)::bigint))::integer AS engagements_last_7_days,
            (COALESCE(d.previous_7_days, (0)::bigint))::integer AS engagements_previous_7_days,
            l.last_day AS last_engaged_on
           FROM (((((((((public.campaigns c
             JOIN public.tenants t ON ((t.id = c.tenant_id)))
             JOIN app.campaign_counters n ON (((n.tenant_id = c.tenant_id) AND (n.campaign_id = c.id))))
             JOIN app.campaign_engagements v ON (((v.tenant_id = c.tenant_id) AND (v.campaign_id = c.id))))
             LEFT JOIN public.campaign_groups g ON (((g.tenant_id = c.tenant_id) AND (g.id = c.campaign_group_id))))
             LEFT JOIN public.campaign_strategies s ON (((s.tenant_id = c.tenant_id) AND (s.id = c.strategy_id))))
             LEFT JOIN days d ON (((d.tenant_id = c.tenant_id) AND (d.campaign_id = c.id))))
             LEFT JOIN ( SELECT d_1.tenant_id,
                    d_1.campaign_id,
                    max(d_1.day) AS last_day
                   FROM app.campaign_days d_1
                  WHERE ((((((d_1.likes + d_1.reactions) + d_1.comments) + d_1.shares) + d_1.follows) + d_1.clicks) > 0)
                  GROUP BY d_1.tenant_id, d_1.campaign_id) l ON (((l.tenant_id = c.tenant_id) AND (l.campaign_id = c.id))))
             LEFT JOIN ( SELECT f_1.tenant_id,
                    f_1.campaign_id,
                    count(*) AS people
                   FROM (app.campaign_engagers f_1
                     JOIN public.persons p ON (((p.tenant_id = f_1.tenant_id) AND (p.id = f_1.person_id) AND p.is_follower)))
                  GROUP BY f_1.tenant_id, f_1.campaign_id) f ON (((f.tenant_id = c.tenant_id) AND (f.campaign_id = c.id))))
             LEFT JOIN app.campaign_targeted e ON (((e.tenant_id = c.tenant_id) AND (e.campaign_id = c.id))))
        )
 SELECT figures.tenant_id,
    figures.campaign_id,
    figures.campaign,
    figures.campaign_group,
    figures.strategy,
    figures.strategy_type,
    figures.type,
    figures.status,
    figures.objective,
    figures.start_date,
    figures.end_date,
    figures.ads,
    figures.posts,
    figures.impressions,
    figures.clicks,
    figures.ad_clicks,
    figures.spend,
    figures.spend_currency,
    figures.currency,
    figures.budget,
    figures.reported_engagements,
    figures.proven_engagements,
    figures.measured_engagements,
    figures.likes,
    figures.reactions,
    figures.comments,
    figures.shares,
    figures.follows,
    figures.click_events,
    figures.engagements,
    figures.unique_engagers,
    figures.targeted_engagers,
    figures.followers_engaged,
    round(((figures.clicks)::numeric / (NULLIF(figures.impressions, 0))::numeric), 6) AS click_through_rate,
    round(((figures.measured_engagements)::numeric / (NULLIF(figures.impressions, 0))::numeric), 6) AS engagement_rate,
    round(((figures.targeted_engagers)::numeric / (NULLIF(figures.unique_engagers, 0))::numeric), 6) AS targeting_accuracy,
    app.kpi_value('cost_per_click'::public.kpi, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, figures.spend, (figures.ad_clicks)::numeric, NULL::numeric) AS cost_per_click,
    app.kpi_value('cost_per_engagement'::public.kpi, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, figures.spend, NULL::numeric, (COALESCE(NULLIF(figures.reported_engagements, 0), (figures.engagements)::bigint))::numeric) AS cost_per_engagement,
        CASE
            WHEN (figures.ads = 0) THEN round(((0)::numeric / NULLIF(figures.budget, (0)::numeric)), 6)
            WHEN (figures.spend_currency = figures.currency) THEN round((figures.spend / NULLIF(figures.budget, (0)::numeric)), 6)
            ELSE NULL::numeric
        END AS budget_utilization,
    figures.primary_kpi,
    figures.kpi_target,
    app.kpi_value(figures.primary_kpi, (figures.impressions)::numeric, (
        CASE figures.primary_kpi
            WHEN 'engagements'::public.kpi THEN figures.proven_engagements
            ELSE figures.measured_engagements
        END)::numeric, (figures.unique_engagers)::numeric, (figures.targeted_engagers)::numeric, (figures.comments)::numeric, (figures.shares)::numeric, (figures.clicks)::numeric, figures.spend, (figures.ad_clicks)::numeric, (COALESCE(NULLIF(figures.reported_engagements, 0), (figures.engagements)::bigint))::numeric) AS kpi_actual,
    figures.benchmark_low,
    figures.benchmark_high,
    figures.engagements_last_7_days,
    figures.engagements_previous_7_days,
    figures.last_engaged_on,
    figures.personas
   FROM figures;


--
-- Name: target_deltas; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.target_deltas (
    tenant_id uuid NOT NULL,
    persona_id uuid NOT NULL,
    person_id integer NOT NULL,
    n integer NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_analyze_scale_factor='0', autovacuum_analyze_threshold='1000000000');


--
-- Name: net_targets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.net_targets WITH (security_invoker='true') AS
 SELECT target_deltas.tenant_id,
    target_deltas.persona_id,
    target_deltas.person_id,
    (sum(target_deltas.n))::integer AS n
   FROM public.target_deltas
  GROUP BY target_deltas.tenant_id, target_deltas.persona_id, target_deltas.person_id
 HAVING (sum(target_deltas.n) <> 0);


--
-- Name: pending_members; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_members WITH (security_invoker='true') AS
 SELECT t.tenant_id,
    l.campaign_id,
    t.persona_id,
    e.day,
    e.kind,
    t.n
   FROM ((app.net_targets t
     JOIN app.facts e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
     JOIN public.campaign_posts l ON (((l.tenant_id = e.tenant_id) AND (l.post_id = e.post_id))))
UNION ALL
 SELECT m.tenant_id,
    m.campaign_id,
    m.persona_id,
    min(m.day) AS day,
    'p'::"char" AS kind,
    m.n
   FROM ( SELECT t.tenant_id,
            t.persona_id,
            t.person_id,
            l.campaign_id,
            e.engaged_on AS day,
            t.n
           FROM ((app.net_targets t
             JOIN public.engagements e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
             JOIN public.campaign_posts l ON (((l.tenant_id = e.tenant_id) AND (l.post_id = e.post_id))))) m
  GROUP BY m.tenant_id, m.campaign_id, m.persona_id, m.person_id, m.n;


--
-- Name: targets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.targets (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    persona_id uuid NOT NULL,
    person_id integer NOT NULL,
    match_score numeric(3,2) DEFAULT 0 NOT NULL,
    confidence numeric(3,2) DEFAULT 0 NOT NULL,
    receipt integer[] DEFAULT '{}'::integer[] NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    manually_added boolean DEFAULT false NOT NULL,
    pinned boolean DEFAULT false NOT NULL,
    excluded boolean DEFAULT false NOT NULL,
    reason text,
    cause public.match_cause DEFAULT 'manual'::public.match_cause NOT NULL,
    matched_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT a_target_is_pinned_or_excluded_not_both CHECK ((NOT (pinned AND excluded))),
    CONSTRAINT excluded_people_are_no_targets CHECK ((NOT (excluded AND is_active))),
    CONSTRAINT match_confidence_is_a_share CHECK (((confidence >= (0)::numeric) AND (confidence <= (1)::numeric))),
    CONSTRAINT scores_are_a_share CHECK (((match_score >= (0)::numeric) AND (match_score <= (1)::numeric)))
);


--
-- Name: settled_targets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.settled_targets WITH (security_invoker='true') AS
 SELECT targets.tenant_id,
    targets.persona_id,
    targets.person_id,
    1 AS n
   FROM public.targets
  WHERE targets.is_active
UNION ALL
 SELECT target_deltas.tenant_id,
    target_deltas.persona_id,
    target_deltas.person_id,
    (- target_deltas.n) AS n
   FROM public.target_deltas;


--
-- Name: pending_campaign_persona; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_campaign_persona WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.campaign_id,
    t.persona_id,
    c.day,
    c.kind,
    (c.n * t.n) AS n
   FROM (app.pending_campaign c
     CROSS JOIN LATERAL ( SELECT t_1.persona_id,
            t_1.n
           FROM app.settled_targets t_1
          WHERE ((t_1.tenant_id = c.tenant_id) AND (t_1.person_id = c.person_id))
         OFFSET 0) t)
UNION ALL
 SELECT pending_members.tenant_id,
    pending_members.campaign_id,
    pending_members.persona_id,
    pending_members.day,
    pending_members.kind,
    pending_members.n
   FROM app.pending_members;


--
-- Name: pending_campaign_persona_daily; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_campaign_persona_daily WITH (security_invoker='true') AS
 SELECT pending_campaign_persona.tenant_id,
    pending_campaign_persona.campaign_id,
    pending_campaign_persona.persona_id,
    pending_campaign_persona.day,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 'l'::"char")), (0)::bigint))::integer AS likes,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 'r'::"char")), (0)::bigint))::integer AS reactions,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 'c'::"char")), (0)::bigint))::integer AS comments,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 's'::"char")), (0)::bigint))::integer AS shares,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 'f'::"char")), (0)::bigint))::integer AS follows,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 'k'::"char")), (0)::bigint))::integer AS clicks,
    (COALESCE(sum(pending_campaign_persona.n) FILTER (WHERE (pending_campaign_persona.kind = 'p'::"char")), (0)::bigint))::integer AS new_people
   FROM app.pending_campaign_persona
  GROUP BY pending_campaign_persona.tenant_id, pending_campaign_persona.campaign_id, pending_campaign_persona.persona_id, pending_campaign_persona.day;


--
-- Name: campaign_persona_totals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_persona_totals (
    tenant_id uuid NOT NULL,
    campaign_id integer NOT NULL,
    persona_id uuid NOT NULL,
    likes integer NOT NULL,
    reactions integer NOT NULL,
    comments integer NOT NULL,
    shares integer NOT NULL,
    follows integer NOT NULL,
    clicks integer NOT NULL,
    people integer NOT NULL
)
WITH (fillfactor='50');


--
-- Name: campaign_persona_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_persona_counts WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.campaign_id,
    x.persona_id,
    (sum(x.likes))::integer AS likes,
    (sum(x.reactions))::integer AS reactions,
    (sum(x.comments))::integer AS comments,
    (sum(x.shares))::integer AS shares,
    (sum(x.follows))::integer AS follows,
    (sum(x.clicks))::integer AS clicks,
    (sum(x.people))::integer AS people
   FROM ( SELECT campaign_persona_totals.tenant_id,
            campaign_persona_totals.campaign_id,
            campaign_persona_totals.persona_id,
            campaign_persona_totals.likes,
            campaign_persona_totals.reactions,
            campaign_persona_totals.comments,
            campaign_persona_totals.shares,
            campaign_persona_totals.follows,
            campaign_persona_totals.clicks,
            campaign_persona_totals.people
           FROM public.campaign_persona_totals
        UNION ALL
         SELECT pending_campaign_persona_daily.tenant_id,
            pending_campaign_persona_daily.campaign_id,
            pending_campaign_persona_daily.persona_id,
            pending_campaign_persona_daily.likes,
            pending_campaign_persona_daily.reactions,
            pending_campaign_persona_daily.comments,
            pending_campaign_persona_daily.shares,
            pending_campaign_persona_daily.follows,
            pending_campaign_persona_daily.clicks,
            pending_campaign_persona_daily.new_people
           FROM app.pending_campaign_persona_daily) x
  GROUP BY x.tenant_id, x.campaign_id, x.persona_id;


--
-- Name: campaign_performance_by_persona; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_performance_by_persona WITH (security_invoker='true') AS
 SELECT n.tenant_id,
    n.campaign_id,
    c.name AS campaign,
    n.persona_id,
    q.name AS persona,
    n.people AS people_reached,
    m.people AS persona_people,
    n.likes,
    (n.likes + n.reactions) AS reactions,
    n.comments,
    n.shares,
    n.follows,
    n.clicks,
    (((((n.likes + n.reactions) + n.comments) + n.shares) + n.follows) + n.clicks) AS engagements,
    (( SELECT count(*) AS count
           FROM public.campaign_posts l
          WHERE ((l.tenant_id = n.tenant_id) AND (l.campaign_id = n.campaign_id) AND (EXISTS ( SELECT
                   FROM (public.engagements e
                     JOIN public.targets t ON (((t.tenant_id = e.tenant_id) AND (t.person_id = e.person_id) AND (t.persona_id = n.persona_id) AND t.is_active)))
                  WHERE ((e.tenant_id = l.tenant_id) AND (e.post_id = l.post_id)))))))::integer AS posts_engaged,
    (((((((n.likes)::bigint * w.likes) + ((n.reactions)::bigint * w.reactions)) + ((n.comments)::bigint * w.comments)) + ((n.shares)::bigint * w.shares)) + ((n.follows)::bigint * w.follows)) + ((n.clicks)::bigint * w.clicks)) AS weighted_score,
    w.version AS weights_version,
    round((((((((n.likes + n.reactions) + n.comments) + n.shares) + n.follows) + n.clicks))::numeric / (NULLIF((((((a.likes + a.reactions) + a.comments) + a.shares) + a.follows) + a.clicks), 0))::numeric), 6) AS share_of_campaign,
    round(((n.people)::numeric / (NULLIF(m.people, 0))::numeric), 6) AS share_of_persona_reached
   FROM (((((app.campaign_persona_counts n
     JOIN public.campaigns c ON (((c.tenant_id = n.tenant_id) AND (c.id = n.campaign_id))))
     JOIN public.personas q ON (((q.tenant_id = n.tenant_id) AND (q.id = n.persona_id))))
     JOIN app.weights w ON ((w.tenant_id = n.tenant_id)))
     JOIN app.campaign_counts a ON (((a.tenant_id = n.tenant_id) AND (a.campaign_id = n.campaign_id))))
     LEFT JOIN ( SELECT targets.tenant_id,
            targets.persona_id,
            (count(*))::integer AS people
           FROM public.targets
          WHERE targets.is_active
          GROUP BY targets.tenant_id, targets.persona_id) m ON (((m.tenant_id = n.tenant_id) AND (m.persona_id = n.persona_id))))
  WHERE (n.people > 0);


--
-- Name: campaign_persona_daily; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign_persona_daily (
    tenant_id uuid NOT NULL,
    campaign_id integer NOT NULL,
    persona_id uuid NOT NULL,
    day date NOT NULL,
    likes integer NOT NULL,
    reactions integer NOT NULL,
    comments integer NOT NULL,
    shares integer NOT NULL,
    follows integer NOT NULL,
    clicks integer NOT NULL,
    new_people integer NOT NULL
)
WITH (fillfactor='80');


--
-- Name: campaign_persona_days; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_persona_days WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.campaign_id,
    x.persona_id,
    x.day,
    (sum(x.likes))::integer AS likes,
    (sum(x.reactions))::integer AS reactions,
    (sum(x.comments))::integer AS comments,
    (sum(x.shares))::integer AS shares,
    (sum(x.follows))::integer AS follows,
    (sum(x.clicks))::integer AS clicks,
    (sum(x.new_people))::integer AS new_people
   FROM ( SELECT campaign_persona_daily.tenant_id,
            campaign_persona_daily.campaign_id,
            campaign_persona_daily.persona_id,
            campaign_persona_daily.day,
            campaign_persona_daily.likes,
            campaign_persona_daily.reactions,
            campaign_persona_daily.comments,
            campaign_persona_daily.shares,
            campaign_persona_daily.follows,
            campaign_persona_daily.clicks,
            campaign_persona_daily.new_people
           FROM public.campaign_persona_daily
        UNION ALL
         SELECT pending_campaign_persona_daily.tenant_id,
            pending_campaign_persona_daily.campaign_id,
            pending_campaign_persona_daily.persona_id,
            pending_campaign_persona_daily.day,
            pending_campaign_persona_daily.likes,
            pending_campaign_persona_daily.reactions,
            pending_campaign_persona_daily.comments,
            pending_campaign_persona_daily.shares,
            pending_campaign_persona_daily.follows,
            pending_campaign_persona_daily.clicks,
            pending_campaign_persona_daily.new_people
           FROM app.pending_campaign_persona_daily) x
  GROUP BY x.tenant_id, x.campaign_id, x.persona_id, x.day;


--
-- Name: net_targeted; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.net_targeted WITH (security_invoker='true') AS
 SELECT d.tenant_id,
    d.person_id,
    (((r.now > 0))::integer - (((r.now - d.n) > 0))::integer) AS n
   FROM (( SELECT net_targets.tenant_id,
            net_targets.person_id,
            (sum(net_targets.n))::integer AS n
           FROM app.net_targets
          GROUP BY net_targets.tenant_id, net_targets.person_id
         HAVING (sum(net_targets.n) <> 0)) d
     CROSS JOIN LATERAL ( SELECT count(*) AS now
           FROM public.targets t
          WHERE ((t.tenant_id = d.tenant_id) AND (t.person_id = d.person_id) AND t.is_active)
         OFFSET 0) r)
  WHERE ((r.now > 0) <> ((r.now - d.n) > 0));


--
-- Name: pending_post_people; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_post_people WITH (security_invoker='true') AS
 SELECT d.tenant_id,
    d.post_id,
    d.person_id,
    (((r.has_now > 0))::integer - (((r.has_now - d.n) > 0))::integer) AS n
   FROM (( SELECT net_engagements.tenant_id,
            net_engagements.post_id,
            net_engagements.person_id,
            sum(net_engagements.n) AS n
           FROM app.net_engagements
          GROUP BY net_engagements.tenant_id, net_engagements.post_id, net_engagements.person_id
         HAVING (sum(net_engagements.n) <> 0)) d
     CROSS JOIN LATERAL ( SELECT count(*) AS has_now
           FROM public.engagements e
          WHERE ((e.tenant_id = d.tenant_id) AND (e.person_id = d.person_id) AND (e.post_id = d.post_id))
         OFFSET 0) r)
  WHERE ((r.has_now > 0) <> ((r.has_now - d.n) > 0));


--
-- Name: pending_post_targeted; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_post_targeted WITH (security_invoker='true') AS
 SELECT t.tenant_id,
    e.post_id,
    t.n
   FROM (app.net_targeted t
     JOIN public.engagements e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
  GROUP BY t.tenant_id, t.person_id, e.post_id, t.n;


--
-- Name: pending_post; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_post WITH (security_invoker='true') AS
 SELECT net_engagements.tenant_id,
    net_engagements.post_id,
    net_engagements.kind,
    net_engagements.n
   FROM app.net_engagements
UNION ALL
 SELECT pending_post_people.tenant_id,
    pending_post_people.post_id,
    'p'::"char" AS kind,
    pending_post_people.n
   FROM app.pending_post_people
UNION ALL
 SELECT d.tenant_id,
    d.post_id,
    't'::"char" AS kind,
    d.n
   FROM (app.pending_post_people d
     CROSS JOIN LATERAL ( SELECT
           FROM app.settled_targets t
          WHERE ((t.tenant_id = d.tenant_id) AND (t.person_id = d.person_id))
         HAVING (sum(t.n) > 0)) was)
UNION ALL
 SELECT pending_post_targeted.tenant_id,
    pending_post_targeted.post_id,
    't'::"char" AS kind,
    pending_post_targeted.n
   FROM app.pending_post_targeted;


--
-- Name: pending_post_total; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_post_total WITH (security_invoker='true') AS
 SELECT pending_post.tenant_id,
    pending_post.post_id,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 'l'::"char")), (0)::bigint))::integer AS likes,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 'r'::"char")), (0)::bigint))::integer AS reactions,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 'c'::"char")), (0)::bigint))::integer AS comments,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 's'::"char")), (0)::bigint))::integer AS shares,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 'f'::"char")), (0)::bigint))::integer AS follows,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 'k'::"char")), (0)::bigint))::integer AS clicks,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 'p'::"char")), (0)::bigint))::integer AS people,
    (COALESCE(sum(pending_post.n) FILTER (WHERE (pending_post.kind = 't'::"char")), (0)::bigint))::integer AS targeted
   FROM app.pending_post
  GROUP BY pending_post.tenant_id, pending_post.post_id;


--
-- Name: post_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.post_counts WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.post_id,
    (sum(x.likes))::integer AS likes,
    (sum(x.reactions))::integer AS reactions,
    (sum(x.comments))::integer AS comments,
    (sum(x.shares))::integer AS shares,
    (sum(x.follows))::integer AS follows,
    (sum(x.clicks))::integer AS clicks,
    (sum(x.people))::integer AS people,
    (sum(x.targeted))::integer AS targeted
   FROM ( SELECT post_totals.tenant_id,
            post_totals.post_id,
            post_totals.likes,
            post_totals.reactions,
            post_totals.comments,
            post_totals.shares,
            post_totals.follows,
            post_totals.clicks,
            post_totals.people,
            post_totals.targeted
           FROM public.post_totals
        UNION ALL
         SELECT pending_post_total.tenant_id,
            pending_post_total.post_id,
            pending_post_total.likes,
            pending_post_total.reactions,
            pending_post_total.comments,
            pending_post_total.shares,
            pending_post_total.follows,
            pending_post_total.clicks,
            pending_post_total.people,
            pending_post_total.targeted
           FROM app.pending_post_total) x
  GROUP BY x.tenant_id, x.post_id;


--
-- Name: strategy_sets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.strategy_sets WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.strategy_id,
    s.chunk,
    bit_or(s.people) AS people
   FROM ((public.tenants w
     JOIN public.campaigns c ON (((c.tenant_id = w.id) AND (c.strategy_id IS NOT NULL))))
     LEFT JOIN LATERAL app.sets_of(w.id, 'c'::"char", ARRAY( SELECT (c_1.id)::text AS id
           FROM public.campaigns c_1
          WHERE ((c_1.tenant_id = w.id) AND (c_1.strategy_id IS NOT NULL)))) s(key, chunk, people) ON ((s.key = (c.id)::text)))
  GROUP BY c.tenant_id, c.strategy_id, s.chunk;


--
-- Name: strategy_people; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.strategy_people WITH (security_invoker='true') AS
 SELECT e.tenant_id,
    e.strategy_id,
    (COALESCE(sum(bit_count(e.people)), (0)::numeric))::integer AS people,
    (COALESCE(sum(bit_count((e.people & t.people))), (0)::numeric))::integer AS targeted
   FROM (app.strategy_sets e
     LEFT JOIN ( SELECT w.id AS tenant_id,
            s.chunk,
            s.people
           FROM (public.tenants w
             CROSS JOIN LATERAL app.sets_of(w.id, 't'::"char") s(key, chunk, people))) t ON (((t.tenant_id = e.tenant_id) AND (t.chunk = e.chunk))))
  GROUP BY e.tenant_id, e.strategy_id;


--
-- Name: strategy_posts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.strategy_posts WITH (security_invoker='true') AS
 SELECT DISTINCT c.tenant_id,
    c.strategy_id,
    l.post_id
   FROM (public.campaigns c
     JOIN public.campaign_posts l ON (((l.tenant_id = c.tenant_id) AND (l.campaign_id = c.id))))
  WHERE (c.strategy_id IS NOT NULL);


--
-- Name: campaign_strategy_performance; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.campaign_strategy_performance WITH (security_invoker='true') AS
 WITH used AS (
         SELECT campaigns.tenant_id,
            campaigns.strategy_id,
            (count(*))::integer AS campaigns
           FROM public.campaigns
          WHERE (campaigns.strategy_id IS NOT NULL)
          GROUP BY campaigns.tenant_id, campaigns.strategy_id
        ), posted AS (
         SELECT s.tenant_id,
            s.strategy_id,
            (count(*))::integer AS posts,
            sum(p.impressions) AS impressions,
            sum(p.clicks) AS clicks
           FROM (app.strategy_posts s
             JOIN public.posts p ON (((p.tenant_id = s.tenant_id) AND (p.id = s.post_id))))
          GROUP BY s.tenant_id, s.strategy_id
        ), advertised AS (
         SELECT c.tenant_id,
            c.strategy_id,
            (count(DISTINCT a.id))::integer AS ads,
            sum(m.impressions) AS impressions,
            sum(m.clicks) AS clicks,
                CASE
                    WHEN (count(DISTINCT m.currency) <= 1) THEN sum(m.spend)
                    ELSE NULL::numeric
                END AS spend,
            sum(m.engagements) AS reported_engagements
           FROM ((public.campaigns c
             JOIN public.ads a ON (((a.tenant_id = c.tenant_id) AND (a.campaign_id = c.id))))
             LEFT JOIN public.ad_metrics_daily m ON (((m.tenant_id = a.tenant_id) AND (m.ad_id = a.id))))
          WHERE (c.strategy_id IS NOT NULL)
          GROUP BY c.tenant_id, c.strategy_id
        ), apportioned AS (
         SELECT DISTINCT ON (c.tenant_id, c.strategy_id, e.post_id) c.strategy_id,
            e.tenant_id,
            e.campaign_id,
            e.post_id,
            e.proven,
            e.counted_clicks,
            e.is_seen,
            e.is_advertised
           FROM (public.campaigns c
             JOIN app.campaign_post_engagements e ON (((e.tenant_id = c.tenant_id) AND (e.campaign_id = c.id))))
          WHERE (c.strategy_id IS NOT NULL)
          ORDER BY c.tenant_id, c.strategy_id, e.post_id, e.is_advertised DESC, e.campaign_id
        ), proven AS (
         SELECT c.tenant_id,
            c.strategy_id,
            sum((COALESCE(e.organic, (0)::numeric) + a.advertised)) AS engagements,
            sum((COALESCE(e.organic_seen, (0)::numeric) + a.advertised)) AS measured
           FROM (((public.campaigns c
             LEFT JOIN ( SELECT apportioned.tenant_id,
                    apportioned.campaign_id,
                    sum(apportioned.proven) FILTER (WHERE (NOT apportioned.is_advertised)) AS organic,
                    sum(apportioned.proven) FILTER (WHERE ((NOT apportioned.is_advertised) AND apportioned.is_seen)) AS organic_seen,
                    sum(apportioned.proven) FILTER (WHERE apportioned.is_advertised) AS advertised,
                    sum(apportioned.counted_clicks) FILTER (WHERE apportioned.is_advertised) AS clicks
                   FROM apportioned
                  GROUP BY apportioned.tenant_id, apportioned.campaign_id) e ON (((e.tenant_id = c.tenant_id) AND (e.campaign_id = c.id))))
             LEFT JOIN app.campaign_reports r ON (((r.tenant_id = c.tenant_id) AND (r.campaign_id = c.id))))
             CROSS JOIN LATERAL ( SELECT app.advertised_engagements(e.advertised, r.engagements, e.clicks) AS advertised) a)
          WHERE (c.strategy_id IS NOT NULL)
          GROUP BY c.tenant_id, c.strategy_id
        ), counted AS (
         SELECT s.tenant_id,
            s.strategy_id,
            sum((((((n.likes + n.reactions) + n.comments) + n.shares) + n.follows) + n.clicks)) AS engagements,
            sum(n.comments) AS comments,
            sum(n.shares) AS shares
           FROM (app.strategy_posts s
             JOIN app.post_counts n ON (((n.tenant_id = s.tenant_id) AND (n.post_id = s.post_id))))
          GROUP BY s.tenant_id, s.strategy_id
        ), figures AS (
         SELECT s.tenant_id,
            s.id AS strategy_id,
            s.name AS strategy,
            s.type,
            COALESCE(u_1.campaigns, 0) AS campaigns,
            COALESCE(p.posts, 0) AS posts,
            COALESCE(a.ads, 0) AS ads,
            (
                CASE
                    WHEN ((a.impressions IS NOT NULL) OR (p.impressions IS NOT NULL)) THEN (COALESCE(p.impressions, (0)::numeric) + COALESCE(a.impressions, (0)::numeric))
                    ELSE NULL::numeric
                END)::bigint AS impressions,
            (
                CASE
                    WHEN ((a.clicks IS NOT NULL) OR (p.clicks IS NOT NULL)) THEN (COALESCE(p.clicks, (0)::numeric) + COALESCE(a.clicks, (0)::numeric))
                    ELSE NULL::numeric
                END)::bigint AS clicks,
            a.clicks AS ad_clicks,
                CASE
                    WHEN (a.strategy_id IS NULL) THEN (0)::numeric
                    ELSE a.spend
                END AS spend,
            (COALESCE(n.engagements, (0)::bigint))::integer AS engagements,
            (COALESCE(a.reported_engagements, (0)::numeric))::bigint AS reported_engagements,
            (COALESCE(v.engagements, (0)::numeric))::bigint AS proven_engagements,
            (COALESCE(v.measured, (0)::numeric))::bigint AS measured_engagements,
            (COALESCE(n.comments, (0)::bigint))::integer AS comments,
            (COALESCE(n.shares, (0)::bigint))::integer AS shares,
            s.primary_kpi,
            s.benchmark_low,
            s.benchmark_high
           FROM (((((public.campaign_strategies s
             LEFT JOIN used u_1 ON (((u_1.tenant_id = s.tenant_id) AND (u_1.strategy_id = s.id))))
             LEFT JOIN posted p ON (((p.tenant_id = s.tenant_id) AND (p.strategy_id = s.id))))
             LEFT JOIN advertised a ON (((a.tenant_id = s.tenant_id) AND (a.strategy_id = s.id))))
             LEFT JOIN counted n ON (((n.tenant_id = s.tenant_id) AND (n.strategy_id = s.id))))
             LEFT JOIN proven v ON (((v.tenant_id = s.tenant_id) AND (v.strategy_id = s.id))))
        ), measured AS (
         SELECT f.tenant_id,
            f.strategy_id,
            f.strategy,
            f.type,
            f.campaigns,
            f.posts,
            f.ads,
            f.impressions,
            f.clicks,
            f.ad_clicks,
            f.spend,
            f.engagements,
            f.reported_engagements,
            f.proven_engagements,
            f.measured_engagements,
            f.comments,
            f.shares,
            f.primary_kpi,
            f.benchmark_low,
            f.benchmark_high,
                CASE
                    WHEN (f.campaigns > 0) THEN app.kpi_value(f.primary_kpi, (f.impressions)::numeric, (
                    CASE f.primary_kpi
                        WHEN 'engagements'::public.kpi THEN f.proven_engagements
                        ELSE f.measured_engagements
                    END)::numeric, (j_1.people)::numeric, (j_1.targeted)::numeric, (f.comments)::numeric, (f.shares)::numeric, (f.clicks)::numeric, f.spend, f.ad_clicks, (COALESCE(NULLIF(f.reported_engagements, 0), (f.engagements)::bigint))::numeric)
                    ELSE NULL::numeric
                END AS kpi_actual
           FROM (figures f
             LEFT JOIN LATERAL ( SELECT COALESCE(max(p.people), 0) AS people,
                    COALESCE(max(p.targeted), 0) AS targeted
                   FROM app.strategy_people p
                  WHERE ((p.tenant_id = f.tenant_id) AND (p.strategy_id = f.strategy_id) AND (f.primary_kpi = ANY (ARRAY['unique_engagers'::public.kpi, 'targeted_engagers'::public.kpi, 'targeting_accuracy'::public.kpi])))) j_1 ON (true))
        ), judged AS (
         SELECT m.tenant_id,
            m.strategy_id,
            m.strategy,
            m.type,
            m.campaigns,
            m.posts,
            m.ads,
            m.impressions,
            m.clicks,
            m.ad_clicks,
            m.spend,
            m.engagements,
            m.reported_engagements,
            m.proven_engagements,
            m.measured_engagements,
            m.comments,
            m.shares,
            m.primary_kpi,
            m.benchmark_low,
            m.benchmark_high,
            m.kpi_actual,
                CASE
                    WHEN (m.primary_kpi = ANY (ARRAY['engagement_rate'::public.kpi, 'targeting_accuracy'::public.kpi, 'click_through_rate'::public.kpi, 'cost_per_click'::public.kpi, 'cost_per_engagement'::public.kpi])) THEN m.kpi_actual
                    ELSE round((m.kpi_actual / (NULLIF(m.campaigns, 0))::numeric), 2)
                END AS kpi_of_a_campaign
           FROM measured m
        )
 SELECT j.tenant_id,
    j.strategy_id,
    j.strategy,
    j.type,
    j.campaigns,
    j.posts,
    j.ads,
    j.impressions,
    j.clicks,
    j.spend,
    j.engagements,
    j.reported_engagements,
    j.proven_engagements,
    COALESCE(u.people, 0) AS unique_engagers,
    COALESCE(u.targeted, 0) AS targeted_engagers,
    j.comments,
    j.shares,
    j.primary_kpi,
    j.kpi_actual,
    j.kpi_of_a_campaign,
    j.benchmark_low,
    j.benchmark_high,
        CASE
            WHEN ((j.kpi_of_a_campaign IS NULL) OR (j.benchmark_low IS NULL)) THEN NULL::text
            WHEN (j.primary_kpi = ANY (ARRAY['cost_per_click'::public.kpi, 'cost_per_engagement'::public.kpi])) THEN
            CASE
                WHEN (j.kpi_of_a_campaign < j.benchmark_low) THEN 'better'::text
                WHEN (j.kpi_of_a_campaign > COALESCE(j.benchmark_high, j.benchmark_low)) THEN 'worse'::text
                ELSE 'as expected'::text
            END
            ELSE
            CASE
                WHEN (j.kpi_of_a_campaign > COALESCE(j.benchmark_high, j.benchmark_low)) THEN 'better'::text
                WHEN (j.kpi_of_a_campaign < j.benchmark_low) THEN 'worse'::text
                ELSE 'as expected'::text
            END
        END AS against_benchmark
   FROM (judged j
     LEFT JOIN app.strategy_people u ON (((u.tenant_id = j.tenant_id) AND (u.strategy_id = j.strategy_id))));


--
-- Name: pending_person_engagement; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_person_engagement WITH (security_invoker='true') AS
 SELECT d.tenant_id,
    d.person_id,
    d.likes,
    d.reactions,
    d.comments,
    d.shares,
    d.follows,
    d.clicks,
    ( SELECT max(e.engaged_on) AS max
           FROM public.engagements e
          WHERE ((e.tenant_id = d.tenant_id) AND (e.person_id = d.person_id))) AS last_day,
    ( SELECT min(e.engaged_on) AS min
           FROM public.engagements e
          WHERE ((e.tenant_id = d.tenant_id) AND (e.person_id = d.person_id))) AS first_day,
    COALESCE(( SELECT bit_or(((1)::bigint << (m.last_day - e.engaged_on))) AS bit_or
           FROM (( SELECT max(e_1.engaged_on) AS last_day
                   FROM public.engagements e_1
                  WHERE ((e_1.tenant_id = d.tenant_id) AND (e_1.person_id = d.person_id))) m
             JOIN public.engagements e ON (((e.tenant_id = d.tenant_id) AND (e.person_id = d.person_id) AND (e.engaged_on > (m.last_day - 63)))))), (0)::bigint) AS days,
    (COALESCE(( SELECT sum(app.product_weight(app.kind_of(e.engagement_type, e.reaction_type))) AS sum
           FROM (( SELECT max(e_1.engaged_on) AS last_day
                   FROM public.engagements e_1
                  WHERE ((e_1.tenant_id = d.tenant_id) AND (e_1.person_id = d.person_id))) m
             JOIN public.engagements e ON (((e.tenant_id = d.tenant_id) AND (e.person_id = d.person_id) AND (e.engaged_on > (m.last_day - 7)))))), (0)::bigint))::integer AS week_score
   FROM ( SELECT net_engagements.tenant_id,
            net_engagements.person_id,
            (COALESCE(sum(net_engagements.n) FILTER (WHERE (net_engagements.kind = 'l'::"char")), (0)::bigint))::integer AS likes,
            (COALESCE(sum(net_engagements.n) FILTER (WHERE (net_engagements.kind = 'r'::"char")), (0)::bigint))::integer AS reactions,
            (COALESCE(sum(net_engagements.n) FILTER (WHERE (net_engagements.kind = 'c'::"char")), (0)::bigint))::integer AS comments,
            (COALESCE(sum(net_engagements.n) FILTER (WHERE (net_engagements.kind = 's'::"char")), (0)::bigint))::integer AS shares,
            (COALESCE(sum(net_engagements.n) FILTER (WHERE (net_engagements.kind = 'f'::"char")), (0)::bigint))::integer AS follows,
            (COALESCE(sum(net_engagements.n) FILTER (WHERE (net_engagements.kind = 'k'::"char")), (0)::bigint))::integer AS clicks
           FROM app.net_engagements
          GROUP BY net_engagements.tenant_id, net_engagements.person_id) d;


--
-- Name: person_engagement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person_engagement (
    tenant_id uuid NOT NULL,
    person_id integer NOT NULL,
    likes integer NOT NULL,
    reactions integer NOT NULL,
    comments integer NOT NULL,
    shares integer NOT NULL,
    follows integer NOT NULL,
    clicks integer NOT NULL,
    first_day date,
    last_day date,
    days bigint DEFAULT 0 NOT NULL,
    week_score integer DEFAULT 0 NOT NULL,
    product_score integer GENERATED ALWAYS AS ((((((likes + (2 * reactions)) + (5 * comments)) + (8 * shares)) + (6 * follows)) + clicks)) STORED
)
WITH (fillfactor='80');


--
-- Name: person_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.person_counts WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.person_id,
    (sum(x.likes))::integer AS likes,
    (sum(x.reactions))::integer AS reactions,
    (sum(x.comments))::integer AS comments,
    (sum(x.shares))::integer AS shares,
    (sum(x.follows))::integer AS follows,
    (sum(x.clicks))::integer AS clicks,
        CASE
            WHEN bool_or(x.pending) THEN max(x.last_day) FILTER (WHERE x.pending)
            ELSE max(x.last_day)
        END AS last_day,
        CASE
            WHEN bool_or(x.pending) THEN max(x.first_day) FILTER (WHERE x.pending)
            ELSE max(x.first_day)
        END AS first_day,
        CASE
            WHEN bool_or(x.pending) THEN max(x.days) FILTER (WHERE x.pending)
            ELSE max(x.days)
        END AS days,
        CASE
            WHEN bool_or(x.pending) THEN max(x.week_score) FILTER (WHERE x.pending)
            ELSE max(x.week_score)
        END AS week_score
   FROM ( SELECT person_engagement.tenant_id,
            person_engagement.person_id,
            person_engagement.likes,
            person_engagement.reactions,
            person_engagement.comments,
            person_engagement.shares,
            person_engagement.follows,
            person_engagement.clicks,
            person_engagement.last_day,
            person_engagement.first_day,
            person_engagement.days,
            person_engagement.week_score,
            false AS pending
           FROM public.person_engagement
        UNION ALL
         SELECT pending_person_engagement.tenant_id,
            pending_person_engagement.person_id,
            pending_person_engagement.likes,
            pending_person_engagement.reactions,
            pending_person_engagement.comments,
            pending_person_engagement.shares,
            pending_person_engagement.follows,
            pending_person_engagement.clicks,
            pending_person_engagement.last_day,
            pending_person_engagement.first_day,
            pending_person_engagement.days,
            pending_person_engagement.week_score,
            true
           FROM app.pending_person_engagement) x
  GROUP BY x.tenant_id, x.person_id;


--
-- Name: company_engagement_summary; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.company_engagement_summary WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.id AS company_id,
    c.name,
    c.industry,
    c.size_band,
    c.country,
    (COALESCE(p.people, (0)::bigint))::integer AS people,
    (COALESCE(p.engaged_people, (0)::bigint))::integer AS engaged_people,
    COALESCE(p.engagements, (0)::bigint) AS engagements,
    p.last_day AS last_engaged_on,
    (COALESCE(t.personas, (0)::bigint))::integer AS personas,
    (COALESCE(t.targets, (0)::bigint))::integer AS targets
   FROM ((public.companies c
     LEFT JOIN ( SELECT p_1.tenant_id,
            p_1.company_id,
            count(*) AS people,
            count(n.person_id) AS engaged_people,
            sum((((((n.likes + n.reactions) + n.comments) + n.shares) + n.follows) + n.clicks)) AS engagements,
            max(n.last_day) AS last_day
           FROM (public.persons p_1
             LEFT JOIN ( SELECT person_counts.tenant_id,
                    person_counts.person_id,
                    person_counts.likes,
                    person_counts.reactions,
                    person_counts.comments,
                    person_counts.shares,
                    person_counts.follows,
                    person_counts.clicks,
                    person_counts.last_day,
                    person_counts.first_day,
                    person_counts.days,
                    person_counts.week_score
                   FROM app.person_counts
                  WHERE ((((((person_counts.likes + person_counts.reactions) + person_counts.comments) + person_counts.shares) + person_counts.follows) + person_counts.clicks) > 0)) n ON (((n.tenant_id = p_1.tenant_id) AND (n.person_id = p_1.id))))
          WHERE (p_1.company_id IS NOT NULL)
          GROUP BY p_1.tenant_id, p_1.company_id) p ON (((p.tenant_id = c.tenant_id) AND (p.company_id = c.id))))
     LEFT JOIN ( SELECT p_1.tenant_id,
            p_1.company_id,
            count(DISTINCT t_1.persona_id) AS personas,
            count(DISTINCT t_1.person_id) AS targets
           FROM (public.persons p_1
             JOIN public.targets t_1 ON (((t_1.tenant_id = p_1.tenant_id) AND (t_1.person_id = p_1.id) AND t_1.is_active)))
          WHERE (p_1.company_id IS NOT NULL)
          GROUP BY p_1.tenant_id, p_1.company_id) t ON (((t.tenant_id = c.tenant_id) AND (t.company_id = c.id))));


--
-- Name: alerts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alerts (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind public.alert_kind NOT NULL,
    connection_id uuid,
    job_id uuid,
    webhook_source_id uuid,
    endpoint_id uuid,
    message text NOT NULL,
    raised_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone,
    resolved_at timestamp with time zone
);


--
-- Name: linkedin_connections; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.linkedin_connections (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    type public.connection_type NOT NULL,
    account text,
    sealed_credentials bytea,
    credentials_given_at timestamp with time zone,
    status public.connection_status DEFAULT 'unverified'::public.connection_status NOT NULL,
    status_reason text,
    status_since timestamp with time zone DEFAULT now() NOT NULL,
    last_validated timestamp with time zone,
    validate_after timestamp with time zone,
    expires_at timestamp with time zone,
    probe_allowed_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    paused_until timestamp with time zone,
    paused_reason text,
    api_call_limit integer,
    daily_api_calls integer DEFAULT 0 NOT NULL,
    last_api_call timestamp with time zone,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT call_limits_are_not_negative CHECK ((api_call_limit >= 0)),
    CONSTRAINT connections_have_a_name CHECK ((btrim(name) <> ''::text))
);


--
-- Name: linkedin_cookies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.linkedin_cookies (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    connection_id uuid NOT NULL,
    source_format text NOT NULL,
    cookie_names text[] DEFAULT '{}'::text[] NOT NULL,
    sealed_jar bytea,
    expires_at timestamp with time zone,
    last_used timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: connection_overview; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.connection_overview WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.id,
    c.name,
    c.type,
    c.account,
    c.status,
    c.status_reason,
    c.status_since,
    c.last_validated,
    c.validate_after,
    c.expires_at,
    c.probe_allowed_at,
    c.paused_until,
    c.paused_reason,
    c.api_call_limit,
        CASE
            WHEN (((c.last_api_call AT TIME ZONE 'UTC'::text))::date = ((now() AT TIME ZONE 'UTC'::text))::date) THEN c.daily_api_calls
            ELSE 0
        END AS calls_today,
    c.last_api_call,
    k.source_format,
    COALESCE(k.cookie_names, '{}'::text[]) AS cookie_names,
    k.expires_at AS cookies_expire_at,
    k.last_used AS cookies_last_used,
    COALESCE(k.failures, 0) AS cookie_failures,
    ((c.sealed_credentials IS NOT NULL) OR (k.sealed_jar IS NOT NULL)) AS has_credentials,
    COALESCE(a.alerts, (0)::bigint) AS alerts,
    app.spent_this_month(c.id) AS cost_this_month
   FROM ((public.linkedin_connections c
     LEFT JOIN LATERAL ( SELECT j.source_format,
            j.cookie_names,
            j.expires_at,
            j.last_used,
            j.failures,
            j.sealed_jar
           FROM public.linkedin_cookies j
          WHERE ((j.tenant_id = c.tenant_id) AND (j.connection_id = c.id))
          ORDER BY j.created_at DESC, j.id
         LIMIT 1) k ON (true))
     LEFT JOIN LATERAL ( SELECT count(*) AS alerts
           FROM public.alerts a_1
          WHERE ((a_1.tenant_id = c.tenant_id) AND (a_1.connection_id = c.id) AND (a_1.resolved_at IS NULL))) a ON (true));


--
-- Name: webhook_deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhook_deliveries (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    endpoint_id uuid NOT NULL,
    event public.endpoint_event NOT NULL,
    facts jsonb NOT NULL,
    state public.delivery_state DEFAULT 'pending'::public.delivery_state NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    attempted_at timestamp with time zone,
    next_attempt timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    response_status integer,
    response_start text,
    latency_ms integer,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT what_was_sent_or_given_up_has_its_time CHECK (((state = ANY (ARRAY['delivered'::public.delivery_state, 'dead'::public.delivery_state])) = (ended_at IS NOT NULL)))
);


--
-- Name: webhook_endpoints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhook_endpoints (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    events public.endpoint_event[] DEFAULT '{}'::public.endpoint_event[] NOT NULL,
    sealed_secret bytea,
    sealed_previous bytea,
    previous_until timestamp with time zone,
    is_active boolean DEFAULT true NOT NULL,
    trouble text,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone,
    last_success timestamp with time zone,
    busy_until timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT addresses_of_endpoints_have_1_to_2000_characters CHECK (((length(url) >= 1) AND (length(url) <= 2000))),
    CONSTRAINT an_endpoint_names_twenty_events_at_most CHECK ((cardinality(events) <= 20)),
    CONSTRAINT an_endpoints_previous_secret_has_an_end CHECK (((sealed_previous IS NULL) = (previous_until IS NULL))),
    CONSTRAINT endpoints_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT what_fails_has_a_beginning CHECK (((failures = 0) = (failing_since IS NULL)))
);


--
-- Name: endpoint_delivery_overview; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.endpoint_delivery_overview WITH (security_invoker='true') AS
 SELECT d.tenant_id,
    d.id,
    d.endpoint_id,
    e.name AS endpoint,
    d.event,
    d.state,
    d.attempts,
    d.attempted_at,
        CASE
            WHEN (d.state = ANY (ARRAY['pending'::public.delivery_state, 'failed'::public.delivery_state])) THEN d.next_attempt
            ELSE NULL::timestamp with time zone
        END AS next_attempt,
    d.ended_at,
    d.response_status,
    d.response_start,
    d.latency_ms,
    d.error,
    d.created_at
   FROM (public.webhook_deliveries d
     JOIN public.webhook_endpoints e ON (((e.tenant_id = d.tenant_id) AND (e.id = d.endpoint_id))));


--
-- Name: endpoint_overview; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.endpoint_overview WITH (security_invoker='true') AS
 SELECT e.tenant_id,
    e.id,
    e.name,
    e.url,
    to_jsonb(e.events) AS events,
    e.is_active,
    e.trouble,
    e.failures,
    e.failing_since,
    e.last_success,
        CASE
            WHEN (e.previous_until > now()) THEN e.previous_until
            ELSE NULL::timestamp with time zone
        END AS previous_until,
    w.waiting,
    w.dead,
    e.created_at
   FROM (public.webhook_endpoints e
     CROSS JOIN LATERAL ( SELECT (( SELECT count(*) AS count
                   FROM public.webhook_deliveries d
                  WHERE ((d.tenant_id = e.tenant_id) AND (d.endpoint_id = e.id) AND (d.state = ANY (ARRAY['pending'::public.delivery_state, 'failed'::public.delivery_state])))))::integer AS waiting,
            (( SELECT count(*) AS count
                   FROM public.webhook_deliveries d
                  WHERE ((d.tenant_id = e.tenant_id) AND (d.endpoint_id = e.id) AND (d.state = 'dead'::public.delivery_state))))::integer AS dead) w);


--
-- Name: enrichment_status; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.enrichment_status WITH (security_invoker='true') AS
 SELECT persons.tenant_id,
    persons.enrichment_status AS status,
    (count(*))::integer AS people,
    min(persons.enriched_at) AS oldest,
    max(persons.enriched_at) AS newest,
    (count(*) FILTER (WHERE (persons.seniority IS NULL)))::integer AS without_seniority,
    (count(*) FILTER (WHERE (persons.company_id IS NULL)))::integer AS without_company
   FROM public.persons
  GROUP BY persons.tenant_id, persons.enrichment_status;


--
-- Name: job_status_summary; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.job_status_summary WITH (security_invoker='true') AS
 SELECT scraping_jobs.tenant_id,
    scraping_jobs.kind,
    scraping_jobs.state,
    (count(*))::integer AS jobs,
    min(scraping_jobs.run_at) FILTER (WHERE (scraping_jobs.state = 'pending'::public.job_state)) AS next_run,
    max(scraping_jobs.finished_at) AS last_finished,
    COALESCE(sum(scraping_jobs.cost), (0)::numeric) AS cost,
    COALESCE(sum(scraping_jobs.found), (0)::bigint) AS found
   FROM public.scraping_jobs
  GROUP BY scraping_jobs.tenant_id, scraping_jobs.kind, scraping_jobs.state;


--
-- Name: page_metrics_daily; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.page_metrics_daily (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    organization_id text NOT NULL,
    day date NOT NULL,
    impressions bigint,
    unique_impressions bigint,
    clicks bigint,
    reactions bigint,
    comments bigint,
    shares bigint,
    organic_followers_gained bigint,
    paid_followers_gained bigint,
    import_id uuid,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: pages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pages (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    organization_id text NOT NULL,
    name text NOT NULL,
    slug text,
    followers bigint,
    followers_at timestamp with time zone,
    import_id uuid,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT pages_have_a_name CHECK ((btrim(name) <> ''::text))
);


--
-- Name: page_overview; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.page_overview WITH (security_invoker='true') AS
 SELECT p.tenant_id,
    p.organization_id,
    p.name,
    p.slug,
    p.followers,
    p.followers_at,
    d.first_day,
    d.last_day,
    d.impressions,
    d.clicks,
    d.reactions,
    d.comments,
    d.shares,
    ((((d.clicks + d.reactions) + d.comments) + d.shares) / NULLIF(d.impressions, (0)::numeric)) AS engagement_rate,
    d.followers_gained,
    p.expires_at
   FROM (public.pages p
     CROSS JOIN LATERAL ( SELECT min(m.day) AS first_day,
            max(m.day) AS last_day,
            sum(m.impressions) AS impressions,
            sum(m.clicks) AS clicks,
            sum(m.reactions) AS reactions,
            sum(m.comments) AS comments,
            sum(m.shares) AS shares,
            sum((COALESCE(m.organic_followers_gained, (0)::bigint) + COALESCE(m.paid_followers_gained, (0)::bigint))) AS followers_gained
           FROM public.page_metrics_daily m
          WHERE ((m.tenant_id = p.tenant_id) AND (m.organization_id = p.organization_id) AND (m.day > (app.tenant_today(p.tenant_id) - 30)) AND (m.expires_at > clock_timestamp()))) d)
  WHERE (p.expires_at > clock_timestamp());


--
-- Name: pending_day_members; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_day_members WITH (security_invoker='true') AS
 SELECT t.tenant_id,
    t.persona_id,
    e.day,
    e.kind,
    t.n
   FROM (app.net_targets t
     JOIN app.facts e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
UNION ALL
 SELECT t.tenant_id,
    t.persona_id,
    e.engaged_on AS day,
    'p'::"char" AS kind,
    t.n
   FROM (app.net_targets t
     JOIN public.engagements e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
  GROUP BY t.tenant_id, t.persona_id, t.person_id, e.engaged_on, t.n;


--
-- Name: pending_person_day; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_person_day WITH (security_invoker='true') AS
 SELECT net_engagements.tenant_id,
    net_engagements.person_id,
    net_engagements.day,
    net_engagements.kind,
    (sum(net_engagements.n))::integer AS n
   FROM app.net_engagements
  GROUP BY net_engagements.tenant_id, net_engagements.person_id, net_engagements.day, net_engagements.kind
 HAVING (sum(net_engagements.n) <> 0)
UNION ALL
 SELECT d.tenant_id,
    d.person_id,
    d.day,
    'p'::"char" AS kind,
    (((r.has_now > 0))::integer - (((r.has_now - d.n) > 0))::integer) AS n
   FROM (( SELECT net_engagements.tenant_id,
            net_engagements.person_id,
            net_engagements.day,
            sum(net_engagements.n) AS n
           FROM app.net_engagements
          GROUP BY net_engagements.tenant_id, net_engagements.person_id, net_engagements.day
         HAVING (sum(net_engagements.n) <> 0)) d
     CROSS JOIN LATERAL ( SELECT count(*) AS has_now
           FROM public.engagements e
          WHERE ((e.tenant_id = d.tenant_id) AND (e.person_id = d.person_id) AND (e.engaged_on = d.day))
         OFFSET 0) r)
  WHERE ((r.has_now > 0) <> ((r.has_now - d.n) > 0));


--
-- Name: pending_members_of_sets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_members_of_sets WITH (security_invoker='true') AS
 SELECT pending_people.tenant_id,
    'c'::"char" AS kind,
    (pending_people.campaign_id)::text AS key,
    pending_people.person_id,
        CASE
            WHEN (pending_people.old_first IS NULL) THEN 1
            ELSE '-1'::integer
        END AS n
   FROM app.pending_people
  WHERE ((pending_people.old_first IS NULL) <> (pending_people.new_first IS NULL))
UNION ALL
 SELECT pending_person_day.tenant_id,
    'd'::"char" AS kind,
    to_char((pending_person_day.day)::timestamp with time zone, 'YYYY-MM-DD'::text) AS key,
    pending_person_day.person_id,
    pending_person_day.n
   FROM app.pending_person_day
  WHERE (pending_person_day.kind = 'p'::"char")
UNION ALL
 SELECT net_targets.tenant_id,
    'q'::"char" AS kind,
    (net_targets.persona_id)::text AS key,
    net_targets.person_id,
    net_targets.n
   FROM app.net_targets
UNION ALL
 SELECT net_targeted.tenant_id,
    't'::"char" AS kind,
    ''::text AS key,
    net_targeted.person_id,
    net_targeted.n
   FROM app.net_targeted;


--
-- Name: pending_persona_day; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_persona_day WITH (security_invoker='true') AS
 SELECT d.tenant_id,
    t.persona_id,
    d.day,
    d.kind,
    (d.n * t.n) AS n
   FROM (app.pending_person_day d
     CROSS JOIN LATERAL ( SELECT t_1.persona_id,
            t_1.n
           FROM app.settled_targets t_1
          WHERE ((t_1.tenant_id = d.tenant_id) AND (t_1.person_id = d.person_id))
         OFFSET 0) t)
UNION ALL
 SELECT pending_day_members.tenant_id,
    pending_day_members.persona_id,
    pending_day_members.day,
    pending_day_members.kind,
    pending_day_members.n
   FROM app.pending_day_members;


--
-- Name: pending_persona_daily; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_persona_daily WITH (security_invoker='true') AS
 SELECT pending_persona_day.tenant_id,
    pending_persona_day.persona_id,
    pending_persona_day.day,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 'l'::"char")), (0)::bigint))::integer AS likes,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 'r'::"char")), (0)::bigint))::integer AS reactions,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 'c'::"char")), (0)::bigint))::integer AS comments,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 's'::"char")), (0)::bigint))::integer AS shares,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 'f'::"char")), (0)::bigint))::integer AS follows,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 'k'::"char")), (0)::bigint))::integer AS clicks,
    (COALESCE(sum(pending_persona_day.n) FILTER (WHERE (pending_persona_day.kind = 'p'::"char")), (0)::bigint))::integer AS people
   FROM app.pending_persona_day
  GROUP BY pending_persona_day.tenant_id, pending_persona_day.persona_id, pending_persona_day.day;


--
-- Name: pending_post_members; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_post_members WITH (security_invoker='true') AS
 SELECT t.tenant_id,
    e.post_id,
    t.persona_id,
    t.n
   FROM (app.net_targets t
     JOIN public.engagements e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
  GROUP BY t.tenant_id, t.persona_id, t.person_id, e.post_id, t.n;


--
-- Name: pending_post_persona; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_post_persona WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.post_id,
    x.persona_id,
    (sum(x.n))::integer AS people
   FROM ( SELECT d.tenant_id,
            d.post_id,
            t.persona_id,
            (d.n * t.n) AS n
           FROM (app.pending_post_people d
             CROSS JOIN LATERAL ( SELECT t_1.persona_id,
                    t_1.n
                   FROM app.settled_targets t_1
                  WHERE ((t_1.tenant_id = d.tenant_id) AND (t_1.person_id = d.person_id))
                 OFFSET 0) t)
        UNION ALL
         SELECT pending_post_members.tenant_id,
            pending_post_members.post_id,
            pending_post_members.persona_id,
            pending_post_members.n
           FROM app.pending_post_members) x
  GROUP BY x.tenant_id, x.post_id, x.persona_id
 HAVING (sum(x.n) <> 0);


--
-- Name: pending_sets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.pending_sets WITH (security_invoker='true') AS
 SELECT pending_members_of_sets.tenant_id,
    pending_members_of_sets.kind,
    pending_members_of_sets.key,
    app.chunk_of(pending_members_of_sets.person_id) AS chunk,
    COALESCE(bit_or(app.bit_of(pending_members_of_sets.person_id)) FILTER (WHERE (pending_members_of_sets.n > 0)), app.no_people()) AS came,
    COALESCE(bit_or(app.bit_of(pending_members_of_sets.person_id)) FILTER (WHERE (pending_members_of_sets.n < 0)), app.no_people()) AS went
   FROM app.pending_members_of_sets
  GROUP BY pending_members_of_sets.tenant_id, pending_members_of_sets.kind, pending_members_of_sets.key, (app.chunk_of(pending_members_of_sets.person_id));


--
-- Name: person_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person_events (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id bigint NOT NULL,
    person_id integer NOT NULL,
    kind public.person_event NOT NULL,
    old_value text,
    new_value text,
    source public.data_source DEFAULT 'manual'::public.data_source NOT NULL,
    import_id uuid,
    happened_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: target_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.target_events (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id bigint NOT NULL,
    persona_id uuid NOT NULL,
    person_id integer NOT NULL,
    event public.target_event NOT NULL,
    cause public.match_cause NOT NULL,
    score_before numeric(3,2),
    score_after numeric(3,2),
    receipt integer[],
    reason text,
    happened_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: person_journey; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.person_journey WITH (security_invoker='true') AS
 SELECT e.tenant_id,
    e.person_id,
    e.engaged_at AS at,
    (e.engagement_type)::text AS what,
    (e.reaction_type)::text AS detail,
    e.time_basis,
    e.post_id,
    p.title AS post_title,
    NULL::uuid AS persona_id,
    e.comment_text AS text
   FROM (public.engagements e
     JOIN public.posts p ON (((p.tenant_id = e.tenant_id) AND (p.id = e.post_id))))
UNION ALL
 SELECT t.tenant_id,
    t.person_id,
    t.happened_at AS at,
    (t.event)::text AS what,
    (t.cause)::text AS detail,
    'exact'::public.time_basis AS time_basis,
    NULL::integer AS post_id,
    NULL::text AS post_title,
    t.persona_id,
    ((q.name || COALESCE(((' ('::text || t.score_after) || ')'::text), ''::text)) || COALESCE((': '::text || t.reason), ''::text)) AS text
   FROM (public.target_events t
     JOIN public.personas q ON (((q.tenant_id = t.tenant_id) AND (q.id = t.persona_id))))
UNION ALL
 SELECT v.tenant_id,
    v.person_id,
    v.happened_at AS at,
    (v.kind)::text AS what,
    NULL::text AS detail,
    'first_seen'::public.time_basis AS time_basis,
    NULL::integer AS post_id,
    NULL::text AS post_title,
    NULL::uuid AS persona_id,
    concat_ws(' → '::text, v.old_value, v.new_value) AS text
   FROM public.person_events v;


--
-- Name: person_scores; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.person_scores WITH (security_invoker='true') AS
 SELECT n.tenant_id,
    n.person_id,
    n.likes,
    n.reactions,
    n.comments,
    n.shares,
    n.follows,
    n.clicks,
    n.last_day,
    (((((((n.likes)::bigint * w.likes) + ((n.reactions)::bigint * w.reactions)) + ((n.comments)::bigint * w.comments)) + ((n.shares)::bigint * w.shares)) + ((n.follows)::bigint * w.follows)) + ((n.clicks)::bigint * w.clicks)) AS score
   FROM (app.person_counts n
     JOIN app.weights w ON ((w.tenant_id = n.tenant_id)));


--
-- Name: persona_daily; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.persona_daily (
    tenant_id uuid NOT NULL,
    persona_id uuid NOT NULL,
    day date NOT NULL,
    likes integer NOT NULL,
    reactions integer NOT NULL,
    comments integer NOT NULL,
    shares integer NOT NULL,
    follows integer NOT NULL,
    clicks integer NOT NULL,
    people integer NOT NULL
)
WITH (fillfactor='50');


--
-- Name: persona_days; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.persona_days WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.persona_id,
    x.day,
    (sum(x.likes))::integer AS likes,
    (sum(x.reactions))::integer AS reactions,
    (sum(x.comments))::integer AS comments,
    (sum(x.shares))::integer AS shares,
    (sum(x.follows))::integer AS follows,
    (sum(x.clicks))::integer AS clicks,
    (sum(x.people))::integer AS people
   FROM ( SELECT persona_daily.tenant_id,
            persona_daily.persona_id,
            persona_daily.day,
            persona_daily.likes,
            persona_daily.reactions,
            persona_daily.comments,
            persona_daily.shares,
            persona_daily.follows,
            persona_daily.clicks,
            persona_daily.people
           FROM public.persona_daily
        UNION ALL
         SELECT pending_persona_daily.tenant_id,
            pending_persona_daily.persona_id,
            pending_persona_daily.day,
            pending_persona_daily.likes,
            pending_persona_daily.reactions,
            pending_persona_daily.comments,
            pending_persona_daily.shares,
            pending_persona_daily.follows,
            pending_persona_daily.clicks,
            pending_persona_daily.people
           FROM app.pending_persona_daily) x
  GROUP BY x.tenant_id, x.persona_id, x.day;


--
-- Name: persona_engagement_trends; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.persona_engagement_trends WITH (security_invoker='true') AS
 WITH days AS (
         SELECT q.tenant_id,
            q.id AS persona_id,
            q.name AS persona,
            t.today,
            (t.today - ago.ago) AS day
           FROM ((public.personas q
             JOIN ( SELECT tenants.id,
                    ((now() AT TIME ZONE tenants.time_zone))::date AS today
                   FROM public.tenants) t ON ((t.id = q.tenant_id)))
             CROSS JOIN generate_series(0, 35) ago(ago))
        ), figures AS (
         SELECT d.tenant_id,
            d.persona_id,
            d.persona,
            d.today,
            d.day,
            COALESCE((((((n.likes + n.reactions) + n.comments) + n.shares) + n.follows) + n.clicks), 0) AS engagements,
            COALESCE(n.people, 0) AS unique_people
           FROM (days d
             LEFT JOIN app.persona_days n ON (((n.tenant_id = d.tenant_id) AND (n.persona_id = d.persona_id) AND (n.day = d.day))))
        ), windows AS (
         SELECT figures.tenant_id,
            figures.persona_id,
            figures.persona,
            figures.today,
            figures.day,
            figures.engagements,
            figures.unique_people,
            round(avg(figures.engagements) OVER (PARTITION BY figures.tenant_id, figures.persona_id ORDER BY figures.day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 2) AS average_7_days
           FROM figures
        ), posts AS (
         SELECT t.tenant_id,
            t.persona_id,
            e.engaged_on AS day,
            (count(DISTINCT e.post_id))::integer AS posts
           FROM (public.targets t
             JOIN public.engagements e ON (((e.tenant_id = t.tenant_id) AND (e.person_id = t.person_id))))
          WHERE (t.is_active AND (e.engaged_on >= (CURRENT_DATE - 31)))
          GROUP BY t.tenant_id, t.persona_id, e.engaged_on
        )
 SELECT w.tenant_id,
    w.persona_id,
    w.persona,
    w.day,
    w.engagements,
    w.unique_people,
    COALESCE(p.posts, 0) AS posts,
    w.average_7_days,
    (sum(w.engagements) OVER (PARTITION BY w.tenant_id, w.persona_id ORDER BY w.day))::integer AS cumulative_engagements
   FROM (windows w
     LEFT JOIN posts p ON (((p.tenant_id = w.tenant_id) AND (p.persona_id = w.persona_id) AND (p.day = w.day))))
  WHERE (w.day > (w.today - 30));


--
-- Name: persona_match_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.persona_match_counts WITH (security_invoker='true') AS
 SELECT q.tenant_id,
    q.id AS persona_id,
    q.name,
    q.is_active,
    (count(t.person_id) FILTER (WHERE t.is_active))::integer AS people,
    (count(t.person_id) FILTER (WHERE t.pinned))::integer AS pinned,
    (count(t.person_id) FILTER (WHERE t.excluded))::integer AS excluded,
    round(avg(t.match_score) FILTER (WHERE (t.is_active AND (NOT t.pinned))), 2) AS average_score,
    round(avg(t.confidence) FILTER (WHERE t.is_active), 2) AS average_confidence,
    max(t.matched_at) FILTER (WHERE t.is_active) AS last_matched
   FROM (public.personas q
     LEFT JOIN public.targets t ON (((t.tenant_id = q.tenant_id) AND (t.persona_id = q.id))))
  GROUP BY q.tenant_id, q.id, q.name, q.is_active;


--
-- Name: post_performance; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.post_performance WITH (security_invoker='true') AS
 SELECT p.tenant_id,
    p.id AS post_id,
    p.title,
    p.url,
    p.posted_at,
    p.is_paid,
    p.impressions,
    p.views,
    p.clicks,
    COALESCE(n.likes, 0) AS likes,
    COALESCE((n.likes + n.reactions), 0) AS reactions,
    COALESCE(n.comments, 0) AS comments,
    COALESCE(n.shares, 0) AS shares,
    COALESCE(n.follows, 0) AS follows,
    COALESCE(n.clicks, 0) AS click_events,
    s.engagements,
    v.proven AS proven_engagements,
    COALESCE(n.people, 0) AS unique_engagers,
    COALESCE(n.targeted, 0) AS targeted_engagers,
    round(((n.targeted)::numeric / (NULLIF(n.people, 0))::numeric), 6) AS targeting_accuracy,
    round(((v.proven)::numeric / (NULLIF(p.impressions, 0))::numeric), 6) AS engagement_rate,
    ( SELECT max(e.engaged_on) AS max
           FROM public.engagements e
          WHERE ((e.tenant_id = p.tenant_id) AND (e.post_id = p.id))) AS last_engaged_on,
    (( SELECT count(*) AS count
           FROM public.campaign_posts l
          WHERE ((l.tenant_id = p.tenant_id) AND (l.post_id = p.id))))::integer AS campaigns,
    p.reactions AS counted_reactions,
    p.comments AS counted_comments,
    p.shares AS counted_shares,
    p.counters_at
   FROM (((public.posts p
     JOIN app.post_engagements v ON (((v.tenant_id = p.tenant_id) AND (v.post_id = p.id))))
     LEFT JOIN app.post_counts n ON (((n.tenant_id = p.tenant_id) AND (n.post_id = p.id))))
     CROSS JOIN LATERAL ( SELECT COALESCE((((((n.likes + n.reactions) + n.comments) + n.shares) + n.follows) + n.clicks), 0) AS engagements) s);


--
-- Name: post_persona_totals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.post_persona_totals (
    tenant_id uuid NOT NULL,
    post_id integer NOT NULL,
    persona_id uuid NOT NULL,
    people integer NOT NULL
)
WITH (fillfactor='50');


--
-- Name: post_persona_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.post_persona_counts WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.post_id,
    x.persona_id,
    (sum(x.people))::integer AS people
   FROM ( SELECT post_persona_totals.tenant_id,
            post_persona_totals.post_id,
            post_persona_totals.persona_id,
            post_persona_totals.people
           FROM public.post_persona_totals
        UNION ALL
         SELECT pending_post_persona.tenant_id,
            pending_post_persona.post_id,
            pending_post_persona.persona_id,
            pending_post_persona.people
           FROM app.pending_post_persona) x
  GROUP BY x.tenant_id, x.post_id, x.persona_id;


--
-- Name: recount_campaign_days; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_campaign_days WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.campaign_id,
    x.day,
    (count(*) FILTER (WHERE (x.kind = 'l'::"char")))::integer AS likes,
    (count(*) FILTER (WHERE (x.kind = 'r'::"char")))::integer AS reactions,
    (count(*) FILTER (WHERE (x.kind = 'c'::"char")))::integer AS comments,
    (count(*) FILTER (WHERE (x.kind = 's'::"char")))::integer AS shares,
    (count(*) FILTER (WHERE (x.kind = 'f'::"char")))::integer AS follows,
    (count(*) FILTER (WHERE (x.kind = 'k'::"char")))::integer AS clicks,
    (count(*) FILTER (WHERE (x.kind = 'p'::"char")))::integer AS new_people
   FROM ( SELECT f.tenant_id,
            l.campaign_id,
            f.day,
            f.kind
           FROM (app.facts f
             JOIN public.campaign_posts l USING (tenant_id, post_id))
        UNION ALL
         SELECT f.tenant_id,
            l.campaign_id,
            min(f.day) AS min,
            'p'::"char"
           FROM (app.facts f
             JOIN public.campaign_posts l USING (tenant_id, post_id))
          GROUP BY f.tenant_id, l.campaign_id, f.person_id) x
  GROUP BY x.tenant_id, x.campaign_id, x.day;


--
-- Name: recount_campaign_engagers; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_campaign_engagers WITH (security_invoker='true') AS
 SELECT f.tenant_id,
    l.campaign_id,
    f.person_id,
    min(f.day) AS first_day
   FROM (app.facts f
     JOIN public.campaign_posts l USING (tenant_id, post_id))
  GROUP BY f.tenant_id, l.campaign_id, f.person_id;


--
-- Name: recount_campaign_persona_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_campaign_persona_counts WITH (security_invoker='true') AS
 SELECT f.tenant_id,
    l.campaign_id,
    t.persona_id,
    (count(*) FILTER (WHERE (f.kind = 'l'::"char")))::integer AS likes,
    (count(*) FILTER (WHERE (f.kind = 'r'::"char")))::integer AS reactions,
    (count(*) FILTER (WHERE (f.kind = 'c'::"char")))::integer AS comments,
    (count(*) FILTER (WHERE (f.kind = 's'::"char")))::integer AS shares,
    (count(*) FILTER (WHERE (f.kind = 'f'::"char")))::integer AS follows,
    (count(*) FILTER (WHERE (f.kind = 'k'::"char")))::integer AS clicks,
    (count(DISTINCT f.person_id))::integer AS people
   FROM ((app.facts f
     JOIN public.campaign_posts l USING (tenant_id, post_id))
     JOIN public.targets t USING (tenant_id, person_id))
  WHERE t.is_active
  GROUP BY f.tenant_id, l.campaign_id, t.persona_id;


--
-- Name: recount_campaign_persona_days; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_campaign_persona_days WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.campaign_id,
    x.persona_id,
    x.day,
    (count(*) FILTER (WHERE (x.kind = 'l'::"char")))::integer AS likes,
    (count(*) FILTER (WHERE (x.kind = 'r'::"char")))::integer AS reactions,
    (count(*) FILTER (WHERE (x.kind = 'c'::"char")))::integer AS comments,
    (count(*) FILTER (WHERE (x.kind = 's'::"char")))::integer AS shares,
    (count(*) FILTER (WHERE (x.kind = 'f'::"char")))::integer AS follows,
    (count(*) FILTER (WHERE (x.kind = 'k'::"char")))::integer AS clicks,
    (count(*) FILTER (WHERE (x.kind = 'p'::"char")))::integer AS new_people
   FROM ( SELECT f.tenant_id,
            l.campaign_id,
            t.persona_id,
            f.day,
            f.kind
           FROM ((app.facts f
             JOIN public.campaign_posts l USING (tenant_id, post_id))
             JOIN public.targets t USING (tenant_id, person_id))
          WHERE t.is_active
        UNION ALL
         SELECT f.tenant_id,
            l.campaign_id,
            t.persona_id,
            min(f.day) AS min,
            'p'::"char"
           FROM ((app.facts f
             JOIN public.campaign_posts l USING (tenant_id, post_id))
             JOIN public.targets t USING (tenant_id, person_id))
          WHERE t.is_active
          GROUP BY f.tenant_id, l.campaign_id, t.persona_id, f.person_id) x
  GROUP BY x.tenant_id, x.campaign_id, x.persona_id, x.day;


--
-- Name: recount_person_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_person_counts WITH (security_invoker='true') AS
 SELECT f.tenant_id,
    f.person_id,
    (count(*) FILTER (WHERE (f.kind = 'l'::"char")))::integer AS likes,
    (count(*) FILTER (WHERE (f.kind = 'r'::"char")))::integer AS reactions,
    (count(*) FILTER (WHERE (f.kind = 'c'::"char")))::integer AS comments,
    (count(*) FILTER (WHERE (f.kind = 's'::"char")))::integer AS shares,
    (count(*) FILTER (WHERE (f.kind = 'f'::"char")))::integer AS follows,
    (count(*) FILTER (WHERE (f.kind = 'k'::"char")))::integer AS clicks,
    max(f.day) AS last_day,
    min(f.day) AS first_day,
    bit_or(((1)::bigint << (f.last_day - f.day))) FILTER (WHERE (f.day > (f.last_day - 63))) AS days,
    (sum(app.product_weight(f.kind)) FILTER (WHERE (f.day > (f.last_day - 7))))::integer AS week_score
   FROM ( SELECT facts.tenant_id,
            facts.post_id,
            facts.person_id,
            facts.day,
            facts.kind,
            max(facts.day) OVER (PARTITION BY facts.tenant_id, facts.person_id) AS last_day
           FROM app.facts) f
  GROUP BY f.tenant_id, f.person_id;


--
-- Name: recount_persona_days; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_persona_days WITH (security_invoker='true') AS
 SELECT f.tenant_id,
    t.persona_id,
    f.day,
    (count(*) FILTER (WHERE (f.kind = 'l'::"char")))::integer AS likes,
    (count(*) FILTER (WHERE (f.kind = 'r'::"char")))::integer AS reactions,
    (count(*) FILTER (WHERE (f.kind = 'c'::"char")))::integer AS comments,
    (count(*) FILTER (WHERE (f.kind = 's'::"char")))::integer AS shares,
    (count(*) FILTER (WHERE (f.kind = 'f'::"char")))::integer AS follows,
    (count(*) FILTER (WHERE (f.kind = 'k'::"char")))::integer AS clicks,
    (count(DISTINCT f.person_id))::integer AS people
   FROM (app.facts f
     JOIN public.targets t USING (tenant_id, person_id))
  WHERE t.is_active
  GROUP BY f.tenant_id, t.persona_id, f.day;


--
-- Name: recount_post_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_post_counts WITH (security_invoker='true') AS
 SELECT f.tenant_id,
    f.post_id,
    (count(*) FILTER (WHERE (f.kind = 'l'::"char")))::integer AS likes,
    (count(*) FILTER (WHERE (f.kind = 'r'::"char")))::integer AS reactions,
    (count(*) FILTER (WHERE (f.kind = 'c'::"char")))::integer AS comments,
    (count(*) FILTER (WHERE (f.kind = 's'::"char")))::integer AS shares,
    (count(*) FILTER (WHERE (f.kind = 'f'::"char")))::integer AS follows,
    (count(*) FILTER (WHERE (f.kind = 'k'::"char")))::integer AS clicks,
    (count(DISTINCT f.person_id))::integer AS people,
    (count(DISTINCT f.person_id) FILTER (WHERE (t.person_id IS NOT NULL)))::integer AS targeted
   FROM (app.facts f
     LEFT JOIN ( SELECT DISTINCT targets.tenant_id,
            targets.person_id
           FROM public.targets
          WHERE targets.is_active) t ON (((t.tenant_id = f.tenant_id) AND (t.person_id = f.person_id))))
  GROUP BY f.tenant_id, f.post_id;


--
-- Name: recount_post_persona_counts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_post_persona_counts WITH (security_invoker='true') AS
 SELECT f.tenant_id,
    f.post_id,
    t.persona_id,
    (count(DISTINCT f.person_id))::integer AS people
   FROM (app.facts f
     JOIN public.targets t USING (tenant_id, person_id))
  WHERE t.is_active
  GROUP BY f.tenant_id, f.post_id, t.persona_id;


--
-- Name: recount_sets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.recount_sets WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.kind,
    x.key,
    app.chunk_of(x.person_id) AS chunk,
    bit_or(app.bit_of(x.person_id)) AS people
   FROM ( SELECT f.tenant_id,
            'c'::"char" AS kind,
            (l.campaign_id)::text AS key,
            f.person_id
           FROM (app.facts f
             JOIN public.campaign_posts l USING (tenant_id, post_id))
        UNION ALL
         SELECT facts.tenant_id,
            'd'::"char",
            to_char((facts.day)::timestamp with time zone, 'YYYY-MM-DD'::text) AS to_char,
            facts.person_id
           FROM app.facts
        UNION ALL
         SELECT targets.tenant_id,
            'q'::"char",
            (targets.persona_id)::text AS persona_id,
            targets.person_id
           FROM public.targets
          WHERE targets.is_active
        UNION ALL
         SELECT targets.tenant_id,
            't'::"char",
            ''::text,
            targets.person_id
           FROM public.targets
          WHERE targets.is_active) x
  GROUP BY x.tenant_id, x.kind, x.key, (app.chunk_of(x.person_id));


--
-- Name: sample_personas; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.sample_personas WITH (security_invoker='true') AS
 SELECT p.name,
    p.description,
    p.colour,
    p.threshold,
    p.criteria
   FROM ( VALUES ('Marketing leaders'::text,'Own budget and brand: heads of marketing, CMOs, marketing directors.'::text,'#b8442e'::text,0.60,'{"function": {"any": ["marketing"], "weight": 3}, "seniority": {"any": ["director", "vp", "cxo", "owner", "partner"], "weight": 3, "mode": "required"},
        "title": {"include": ["marketing", "brand", "growth", "cmo"], "exclude": ["student", "recruiter"], "weight": 2}}'::text), ('Creative and design leaders'::text,'Decide on style and studio: creative, art and design directors.'::text,'#7a4fb5'::text,0.60,'{"function": {"any": ["arts_and_design"], "weight": 3, "mode": "required"}, "seniority": {"any": ["senior", "manager", "director", "vp", "cxo", "partner", "owner"], "weight": 2},
        "title": {"include": ["creative director", "art director", "design director", "head of design", "creative lead", "design lead", "creative", "diretor de arte", "direttore creativo", "directeur artistique"], "exclude": ["student", "intern"], "weight": 2}}'::text), ('Motion and visual designers'::text,'Do the work and recommend tools and partners.'::text,'#2f7d6d'::text,0.60,'{"function": {"any": ["arts_and_design", "media_and_communication"], "weight": 2, "mode": "required"},
        "title": {"include": ["motion", "animator", "animation", "visual designer", "3d", "illustrator", "designer", "vfx"], "weight": 3}}'::text), ('Founders and owners'::text,'Sign themselves: founders, owners, partners and chief executives.'::text,'#c08a1e'::text,0.70,'{"seniority": {"any": ["owner", "partner", "cxo"], "weight": 3, "mode": "required"},
        "title": {"include": ["founder", "co founder", "cofounder", "owner", "ceo", "chief executive", "managing director", "partner", "geschäftsführer", "inhaber", "gründer", "fondateur", "fundador", "fondatore"], "weight": 2}}'::text), ('Technology leaders'::text,'Answer for systems and delivery: CTOs, engineering and IT directors.'::text,'#3b6fb6'::text,0.60,'{"function": {"any": ["engineering", "information_technology"], "weight": 3, "mode": "required"}, "seniority": {"any": ["manager", "director", "vp", "cxo"], "weight": 3},
        "title": {"include": ["cto", "cio", "engineering", "technology", "it", "software", "platform", "security"], "exclude": ["recruiter"], "weight": 1}}'::text), ('Product people'::text,'Decide what is built next: product managers and product leaders.'::text,'#5c7a2e'::text,0.60,'{"function": {"any": ["product_management"], "weight": 3, "mode": "required"}, "title": {"include": ["product"], "exclude": ["product designer", "production"], "weight": 2}}'::text), ('Engaged fans'::text,'Whoever engages again and again, whatever their title. Inactive at first: a persona that asks for engagement makes every import match again.'::text,'#8a3f68'::text,0.60,'{"engagement": {"min_score": 8, "window_days": 3650, "weight": 1}}'::text)) p(name, description, colour, threshold, criteria);


--
-- Name: consents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consents (
    tenant_id uuid NOT NULL,
    session_id uuid NOT NULL,
    connection_id uuid,
    state_hash bytea NOT NULL,
    sealed_question bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT state_hashes_have_32_bytes CHECK ((octet_length(state_hash) = 32))
);


--
-- Name: webhook_sources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhook_sources (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    kind public.webhook_kind NOT NULL,
    connection_id uuid,
    sealed_secret bytea,
    sealed_previous bytea,
    previous_until timestamp with time zone,
    is_active boolean DEFAULT true NOT NULL,
    last_delivery timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT a_previous_secret_has_an_end CHECK (((sealed_previous IS NULL) = (previous_until IS NULL))),
    CONSTRAINT webhook_names_are_lower_case_words CHECK ((name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text))
);


--
-- Name: sealed_values; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.sealed_values WITH (security_invoker='true') AS
 SELECT v.tenant_id,
    v.table_name,
    v.column_name,
    v.row_id,
    v.sealed,
        CASE
            WHEN (length(v.sealed) >= 17) THEN (encode(substr(v.sealed, 2, 16), 'hex'::text))::uuid
            ELSE NULL::uuid
        END AS data_key_id
   FROM ( SELECT linkedin_connections.tenant_id,
            'linkedin_connections'::text AS table_name,
            'sealed_credentials'::text AS column_name,
            linkedin_connections.id AS row_id,
            linkedin_connections.sealed_credentials AS sealed
           FROM public.linkedin_connections
        UNION ALL
         SELECT linkedin_cookies.tenant_id,
            'linkedin_cookies'::text,
            'sealed_jar'::text,
            linkedin_cookies.id,
            linkedin_cookies.sealed_jar
           FROM public.linkedin_cookies
        UNION ALL
         SELECT webhook_endpoints.tenant_id,
            'webhook_endpoints'::text,
            'sealed_secret'::text,
            webhook_endpoints.id,
            webhook_endpoints.sealed_secret
           FROM public.webhook_endpoints
        UNION ALL
         SELECT webhook_endpoints.tenant_id,
            'webhook_endpoints'::text,
            'sealed_previous'::text,
            webhook_endpoints.id,
            webhook_endpoints.sealed_previous
           FROM public.webhook_endpoints
        UNION ALL
         SELECT webhook_sources.tenant_id,
            'webhook_sources'::text,
            'sealed_secret'::text,
            webhook_sources.id,
            webhook_sources.sealed_secret
           FROM public.webhook_sources
        UNION ALL
         SELECT webhook_sources.tenant_id,
            'webhook_sources'::text,
            'sealed_previous'::text,
            webhook_sources.id,
            webhook_sources.sealed_previous
           FROM public.webhook_sources
        UNION ALL
         SELECT consents.tenant_id,
            'consents'::text,
            'sealed_question'::text,
            consents.session_id,
            consents.sealed_question
           FROM public.consents) v
  WHERE (v.sealed IS NOT NULL);


--
-- Name: people_sets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_sets (
    tenant_id uuid NOT NULL,
    kind "char" NOT NULL,
    key text NOT NULL,
    chunk integer NOT NULL,
    people bit(2048) NOT NULL
)
WITH (fillfactor='50');


--
-- Name: sets; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.sets WITH (security_invoker='true') AS
 SELECT x.tenant_id,
    x.kind,
    x.key,
    x.chunk,
    ((COALESCE(bit_or(x.people), app.no_people()) & (~ COALESCE(bit_or(x.went), app.no_people()))) | COALESCE(bit_or(x.came), app.no_people())) AS people
   FROM ( SELECT people_sets.tenant_id,
            people_sets.kind,
            people_sets.key,
            people_sets.chunk,
            people_sets.people,
            NULL::bit(2048) AS went,
            NULL::bit(2048) AS came
           FROM public.people_sets
        UNION ALL
         SELECT pending_sets.tenant_id,
            pending_sets.kind,
            pending_sets.key,
            pending_sets.chunk,
            NULL::"bit",
            pending_sets.went,
            pending_sets.came
           FROM app.pending_sets) x
  GROUP BY x.tenant_id, x.kind, x.key, x.chunk;


--
-- Name: strategy_templates; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.strategy_templates WITH (security_invoker='true') AS
 SELECT t.name,
    t.description,
    t.type,
    t.objective,
    t.audience_seniorities,
    t.audience_functions,
    t.content_themes,
    t.content_mix,
    t.posts_per_week,
    t.best_times,
    t.primary_kpi,
    t.success_metrics,
    t.benchmark_low,
    t.benchmark_high,
    t.budget_min,
    t.budget_max,
    t.duration_weeks,
    t.required_assets,
    t.post_templates,
    t.examples
   FROM ( VALUES ('Thought leadership'::text,'Own one point of view in the market: an executive or expert says, week after week, what others do not.'::text,'awareness'::text,'brand_awareness'::text,'{director,vp,cxo,partner,owner}'::text,'{}'::text,'{industry point of view,lessons learned,contrarian takes,research findings}'::text,'{"text": 40, "carousel": 30, "video": 20, "article": 10}'::text,3,'{Tue 08:00,Wed 12:00,Thu 08:00}'::text,'engagement_rate'::text,'{comments by target accounts,follower growth among personas,inbound mentions}'::text,0.02,0.05,500,3000,12,'{author profile,editorial calendar,two recorded conversations a month}'::text,'{"Everybody says X. We measured Y. Here is what follows.","Three things I got wrong about {topic}."}'::text,'{"A monthly carousel that takes one number of the industry apart."}'::text), ('Brand awareness'::text,'Be recognised by every member of the buying committee before the first sales call.'::text,'awareness'::text,'brand_awareness'::text,'{manager,director,vp,cxo}'::text,'{}'::text,'{brand story,customer faces,what we stand for,product in one picture}'::text,'{"video": 50, "image": 30, "carousel": 20}'::text,4,'{Mon 09:00,Wed 09:00,Fri 11:00}'::text,'impressions'::text,'{reach within personas,frequency,share of engagers who are targets}'::text,10000,100000,2000,15000,8,'{brand film,image set,two headline variants}'::text,'{"This is {customer}. This is their Monday before and after."}'::text,'{"Six-second film, one message, one face."}'::text), ('Product education'::text,'Show practitioners how the work gets done: short, concrete, repeatable.'::text,'engagement'::text,'engagement'::text,'{individual,senior,manager}'::text,'{engineering,information_technology,product_management,operations}'::text,'{how-to,before and after,teardown,tips}'::text,'{"carousel": 40, "video": 40, "document": 20}'::text,3,'{Tue 10:00,Thu 15:00}'::text,'engagement_rate'::text,'{saves and shares,comments with questions,documentation visits}'::text,0.025,0.06,500,4000,10,'{screen recordings,checklists}'::text,'{"How to {job} in four steps, with the template."}'::text,'{"A carousel that rebuilds a well-known page from scratch."}'::text), ('Customer proof'::text,'Let customers say it: results with names, numbers and what went wrong on the way.'::text,'conversion'::text,'lead_generation'::text,'{director,vp,cxo,owner}'::text,'{}'::text,'{case studies,results in numbers,customer interviews,peer quotes}'::text,'{"carousel": 35, "video": 35, "document": 20, "image": 10}'::text,2,'{Tue 09:00,Thu 09:00}'::text,'click_through_rate'::text,'{case study downloads,meetings from target accounts}'::text,0.005,0.012,1500,10000,8,'{three approved case studies,customer quotes,landing page}'::text,'{"{customer} cut {metric} by {number}. The part that nearly failed:"}'::text,'{"Two-minute interview with a customer''s head of operations."}'::text), ('Lead generation with a document'::text,'Give a document worth an e-mail address, and ask for no more than that.'::text,'conversion'::text,'lead_generation'::text,'{manager,director,vp}'::text,'{marketing,sales,finance,human_resources,purchasing}'::text,'{benchmark report,template,calculator,guide}'::text,'{"document": 60, "image": 25, "video": 15}'::text,2,'{Tue 11:00,Wed 14:00}'::text,'cost_per_click'::text,'{leads within personas,cost of a lead,lead to meeting rate}'::text,3,9,3000,20000,6,'{document,lead form,follow-up e-mail}'::text,'{"We asked {number} {people} about {topic}. Page 7 surprised us."}'::text,'{"Salary benchmark for one role in one region."}'::text), ('Event and webinar'::text,'Fill one room, real or virtual, with the right people, and keep talking to those who could not come.'::text,'conversion'::text,'website_conversions'::text,'{senior,manager,director,vp}'::text,'{}'::text,'{speakers,agenda,what you will be able to do,recording}'::text,'{"event": 30, "video": 30, "image": 25, "text": 15}'::text,4,'{Mon 10:00,Wed 10:00,Thu 16:00}'::text,'click_through_rate'::text,'{registrations within personas,attendance,recording views}'::text,0.004,0.01,1000,8000,5,'{landing page,speaker clips,reminder series}'::text,'{"On {date}, {speaker} takes {topic} apart. Bring your own example."}'::text,'{"Forty minutes, one problem, no slides."}'::text), ('Account-based focus'::text,'Speak to a short list of companies only, in words that they recognise as theirs.'::text,'engagement'::text,'engagement'::text,'{director,vp,cxo,partner,owner}'::text,'{}'::text,'{industry news,account-specific insight,peer comparison,executive notes}'::text,'{"text": 35, "document": 35, "video": 30}'::text,2,'{Tue 08:30,Thu 08:30}'::text,'targeting_accuracy'::text,'{accounts with two personas engaged,meetings from the list}'::text,0.4,0.7,2000,12000,12,'{account list,one insight for each segment,executive sponsor}'::text,'{"What {industry} leaders changed this quarter, and the two who did not."}'::text,'{"A note to twelve finance directors, sent as a public post."}'::text), ('Employer brand'::text,'Show what the work is like, told by those who do it.'::text,'awareness'::text,'job_applicants'::text,'{entry,individual,senior}'::text,'{}'::text,'{people,craft,behind the scenes,open roles}'::text,'{"video": 40, "image": 35, "text": 25}'::text,3,'{Tue 12:00,Thu 17:00}'::text,'engagements'::text,'{applicants from posts,followers within personas,employee shares}'::text,200,2000,300,3000,10,'{employee consent,photo day,role pages}'::text,'{"{first name} rebuilt {thing} in six weeks. Here is the sketchbook."}'::text,'{"A day in the render farm."}'::text), ('Community conversation'::text,'Ask, answer and connect, so that people talk to each other and not only to you.'::text,'engagement'::text,'engagement'::text,'{individual,senior,manager,director}'::text,'{}'::text,'{questions,polls,member spotlights,roundups}'::text,'{"poll": 30, "text": 45, "image": 25}'::text,4,'{Mon 12:00,Wed 12:00,Fri 12:00}'::text,'comments'::text,'{comments per post,returning commenters,threads between members}'::text,10,60,200,1500,8,'{moderator,list of people to invite}'::text,'{"Which of these would you give up first? Option four is harder than it looks."}'::text,'{"A weekly question with last week''s best answer on top."}'::text), ('Customer retention'::text,'Keep customers proud of their choice and aware of what they do not use yet.'::text,'retention'::text,'engagement'::text,'{}'::text,'{customer_success_and_support,operations,information_technology}'::text,'{release notes in plain words,customer of the month,advanced use,roadmap}'::text,'{"video": 35, "carousel": 35, "text": 30}'::text,2,'{Tue 14:00,Thu 14:00}'::text,'engagement_rate'::text,'{engagement by existing customers,use of new features,referrals}'::text,0.03,0.07,300,2500,12,'{customer list as segment,release calendar}'::text,'{"New this month, and who asked for it:"}'::text,'{"A customer shows the shortcut that their team invented."}'::text)) t(name, description, type, objective, audience_seniorities, audience_functions, content_themes, content_mix, posts_per_week, best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, budget_min, budget_max, duration_weeks, required_assets, post_templates, examples);


--
-- Name: strategy_trials; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.strategy_trials WITH (security_invoker='true') AS
 WITH known AS (
         SELECT p_1.tenant_id,
            p_1.id
           FROM (public.posts p_1
             LEFT JOIN public.post_totals t ON (((t.tenant_id = p_1.tenant_id) AND (t.post_id = p_1.id))))
          WHERE (
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM public.engagement_deltas d
                      WHERE ((d.tenant_id = p_1.tenant_id) AND (d.post_id = p_1.id)))) THEN ( SELECT true
                       FROM public.engagements e_1
                      WHERE ((e_1.tenant_id = p_1.tenant_id) AND (e_1.post_id = p_1.id))
                     LIMIT 1)
                    ELSE (t.people > 0)
                END OR ((p_1.reactions = 0) AND (COALESCE(p_1.comments, (0)::bigint) = 0) AND (COALESCE(p_1.shares, (0)::bigint) = 0)))
        ), used AS (
         SELECT s.tenant_id,
            s.strategy_id,
            s.post_id
           FROM (app.strategy_posts s
             JOIN known p_1 ON (((p_1.tenant_id = s.tenant_id) AND (p_1.id = s.post_id))))
        UNION ALL
         SELECT p_1.tenant_id,
            NULL::uuid,
            p_1.id
           FROM known p_1
          WHERE (NOT (EXISTS ( SELECT
                   FROM app.strategy_posts s
                  WHERE ((s.tenant_id = p_1.tenant_id) AND (s.post_id = p_1.id)))))
        ), members AS (
         SELECT w.id AS tenant_id,
            q.id AS persona_id,
            (COALESCE(sum(bit_count(s.people)), (0)::numeric))::bigint AS people
           FROM ((public.tenants w
             JOIN public.personas q ON ((q.tenant_id = w.id)))
             LEFT JOIN LATERAL app.sets_of(w.id, 'q'::"char", ARRAY( SELECT (q_1.id)::text AS id
                   FROM public.personas q_1
                  WHERE (q_1.tenant_id = w.id))) s(key, chunk, people) ON ((s.key = (q.id)::text)))
          GROUP BY w.id, q.id
        ), posts AS (
         SELECT used.tenant_id,
            used.strategy_id,
            count(*) AS posts
           FROM used
          GROUP BY used.tenant_id, used.strategy_id
        ), engaged AS (
         SELECT c.tenant_id,
            c.persona_id,
            s.strategy_id,
            sum(c.people) AS successes
           FROM (used s
             JOIN app.post_persona_counts c ON (((c.tenant_id = s.tenant_id) AND (c.post_id = s.post_id))))
          GROUP BY c.tenant_id, c.persona_id, s.strategy_id
        )
 SELECT m.tenant_id,
    m.persona_id,
    p.strategy_id,
    m.people,
    p.posts,
    (m.people * p.posts) AS trials,
    COALESCE(e.successes, (0)::bigint) AS successes
   FROM ((members m
     JOIN posts p ON ((p.tenant_id = m.tenant_id)))
     LEFT JOIN engaged e ON (((e.tenant_id = m.tenant_id) AND (e.persona_id = m.persona_id) AND (NOT (e.strategy_id IS DISTINCT FROM p.strategy_id)))));


--
-- Name: target_receipts; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.target_receipts WITH (security_invoker='true') AS
 SELECT t.tenant_id,
    t.persona_id,
    t.person_id,
    t.match_score,
    t.confidence,
    t.is_active,
    t.pinned,
    t.excluded,
    t.reason,
    ( SELECT jsonb_agg(jsonb_build_object('criterion', receipt_lines.criterion, 'weight', receipt_lines.weight, 'outcome', receipt_lines.outcome)) AS jsonb_agg
           FROM app.receipt_lines(t.receipt) receipt_lines(criterion, weight, outcome)) AS receipt,
    app.receipt_words(t.receipt) AS words
   FROM public.targets t;


--
-- Name: webhook_inbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhook_inbox (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    source_id uuid NOT NULL,
    delivery_id text NOT NULL,
    headers jsonb DEFAULT '{}'::jsonb NOT NULL,
    body bytea,
    state public.delivery_state DEFAULT 'pending'::public.delivery_state NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt timestamp with time zone DEFAULT now() NOT NULL,
    outcome jsonb,
    error text,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    processed_at timestamp with time zone,
    CONSTRAINT what_is_over_has_its_time CHECK (((state = ANY (ARRAY['delivered'::public.delivery_state, 'dead'::public.delivery_state])) = (processed_at IS NOT NULL))),
    CONSTRAINT what_is_to_be_worked_through_has_a_body CHECK (((body IS NOT NULL) OR (state = ANY (ARRAY['delivered'::public.delivery_state, 'dead'::public.delivery_state]))))
);


--
-- Name: webhook_delivery_overview; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.webhook_delivery_overview WITH (security_invoker='true') AS
 SELECT i.tenant_id,
    i.id,
    s.name AS webhook,
    s.kind,
    i.delivery_id,
    i.state,
    i.attempts,
    i.next_attempt,
    i.received_at,
    i.processed_at,
    i.outcome,
    i.error,
    (i.body IS NOT NULL) AS can_be_replayed,
    octet_length(i.body) AS bytes
   FROM (public.webhook_inbox i
     JOIN public.webhook_sources s ON (((s.tenant_id = i.tenant_id) AND (s.id = i.source_id))));


--
-- Name: webhook_source_overview; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.webhook_source_overview WITH (security_invoker='true') AS
 SELECT s.tenant_id,
    s.id,
    s.name,
    s.kind,
    c.name AS connection,
    s.is_active,
    (s.sealed_secret IS NOT NULL) AS has_secret,
        CASE
            WHEN (s.previous_until > now()) THEN s.previous_until
            ELSE NULL::timestamp with time zone
        END AS previous_until,
    GREATEST(s.last_delivery, w.latest) AS last_delivery,
    w.waiting,
    w.dead,
    s.created_at
   FROM ((public.webhook_sources s
     LEFT JOIN public.linkedin_connections c ON (((c.tenant_id = s.tenant_id) AND (c.id = s.connection_id))))
     CROSS JOIN LATERAL ( SELECT (count(*) FILTER (WHERE (i.state <> 'dead'::public.delivery_state)))::integer AS waiting,
            (count(*) FILTER (WHERE (i.state = 'dead'::public.delivery_state)))::integer AS dead,
            max(i.received_at) AS latest
           FROM public.webhook_inbox i
          WHERE ((i.tenant_id = s.tenant_id) AND (i.source_id = s.id) AND (i.state <> 'delivered'::public.delivery_state))) w);


--
-- Name: account_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_links (
    token_hash bytea NOT NULL,
    purpose public.link_purpose NOT NULL,
    user_id uuid,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT link_hashes_have_32_bytes CHECK ((octet_length(token_hash) = 32)),
    CONSTRAINT links_are_a_users_unless_they_set_up CHECK (((user_id IS NULL) = (purpose = 'set_up'::public.link_purpose)))
);


--
-- Name: actions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.actions (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    person_id integer NOT NULL,
    title text NOT NULL,
    state public.action_state DEFAULT 'open'::public.action_state NOT NULL,
    due_on date,
    owner text,
    notes text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: ads_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.ads_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: ads_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.ads_id_seq OWNED BY public.ads.id;


--
-- Name: api_calls_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.api_calls_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: api_calls_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.api_calls_id_seq OWNED BY public.api_calls.id;


--
-- Name: audience_demographics; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audience_demographics (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    account text DEFAULT ''::text NOT NULL,
    section public.demographic_section NOT NULL,
    segment text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    impressions bigint DEFAULT 0 NOT NULL,
    impressions_share numeric(8,5),
    clicks bigint DEFAULT 0 NOT NULL,
    clicks_share numeric(8,5),
    conversions bigint DEFAULT 0 NOT NULL,
    sends bigint DEFAULT 0 NOT NULL,
    opens bigint DEFAULT 0 NOT NULL,
    source public.data_source DEFAULT 'file'::public.data_source NOT NULL,
    import_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT demographic_periods_end_after_they_start CHECK ((last_day >= first_day))
);


--
-- Name: audience_segments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audience_segments (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id text DEFAULT (gen_random_uuid())::text NOT NULL,
    name text NOT NULL,
    description text,
    rule jsonb DEFAULT '{}'::jsonb NOT NULL,
    linkedin_segment_id text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT segment_rules_are_objects CHECK ((jsonb_typeof(rule) = 'object'::text)),
    CONSTRAINT segments_have_a_name CHECK ((btrim(name) <> ''::text))
);


--
-- Name: audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_log (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id bigint NOT NULL,
    actor text NOT NULL,
    event text NOT NULL,
    subject text,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    happened_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: audit_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: audit_log_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.audit_log_id_seq OWNED BY public.audit_log.id;


--
-- Name: campaign_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.campaign_groups_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: campaign_groups_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.campaign_groups_id_seq OWNED BY public.campaign_groups.id;


--
-- Name: campaigns_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.campaigns_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: campaigns_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.campaigns_id_seq OWNED BY public.campaigns.id;


--
-- Name: companies_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.companies_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: companies_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.companies_id_seq OWNED BY public.companies.id;


--
-- Name: csv_imports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.csv_imports (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind public.import_kind NOT NULL,
    format text NOT NULL,
    file_name text NOT NULL,
    file_bytes bigint NOT NULL,
    file_sha256 bytea NOT NULL,
    target_key text DEFAULT ''::text NOT NULL,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    state public.import_state DEFAULT 'running'::public.import_state NOT NULL,
    lines bigint DEFAULT 0 NOT NULL,
    created bigint DEFAULT 0 NOT NULL,
    updated bigint DEFAULT 0 NOT NULL,
    unchanged bigint DEFAULT 0 NOT NULL,
    skipped bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    people_created bigint DEFAULT 0 NOT NULL,
    skip_reasons jsonb DEFAULT '{}'::jsonb NOT NULL,
    first_day date,
    last_day date,
    error text,
    started_by text,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    undone_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT every_line_has_one_outcome CHECK ((lines = ((((created + updated) + unchanged) + skipped) + rejected))),
    CONSTRAINT file_hashes_have_32_bytes CHECK ((octet_length(file_sha256) = 32))
);


--
-- Name: custom_audiences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.custom_audiences (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    description text,
    targeting jsonb DEFAULT '{}'::jsonb NOT NULL,
    estimated_reach bigint,
    linkedin_audience_id text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audiences_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT reach_is_not_negative CHECK ((estimated_reach >= 0)),
    CONSTRAINT targeting_is_an_object CHECK ((jsonb_typeof(targeting) = 'object'::text))
);


--
-- Name: data_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.data_keys (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    master_key_id text NOT NULL,
    sealed_key bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    retired_at timestamp with time zone
);


--
-- Name: engagements_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.engagements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: engagements_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.engagements_id_seq OWNED BY public.engagements.id;


--
-- Name: fold_locks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fold_locks (
    tenant_id uuid NOT NULL,
    folds bigint DEFAULT 0 NOT NULL
);


--
-- Name: guess_limits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.guess_limits (
    key bytea NOT NULL,
    theoretical_arrival timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: idempotency_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_keys (
    tenant_id uuid NOT NULL,
    api_key_id uuid NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status smallint NOT NULL,
    answer json NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT idempotency_keys_have_1_to_255_characters CHECK (((length(key) >= 1) AND (length(key) <= 255))),
    CONSTRAINT request_hashes_have_32_bytes CHECK ((octet_length(request_hash) = 32))
);


--
-- Name: import_chunks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_chunks (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    import_id uuid NOT NULL,
    chunk integer NOT NULL,
    lines bigint NOT NULL,
    created bigint NOT NULL,
    updated bigint NOT NULL,
    unchanged bigint NOT NULL,
    skipped bigint NOT NULL,
    rejected bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: import_rejects; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_rejects (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    import_id uuid NOT NULL,
    line bigint NOT NULL,
    field text DEFAULT ''::text NOT NULL,
    reason text NOT NULL,
    raw text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: job_accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_accounts (
    tenant_id uuid NOT NULL,
    served_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    monthly_budget numeric(12,2),
    CONSTRAINT budgets_are_not_negative CHECK ((monthly_budget >= (0)::numeric))
);


--
-- Name: job_schedules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_schedules (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    kind public.job_kind NOT NULL,
    connection_id uuid,
    input jsonb DEFAULT '{}'::jsonb NOT NULL,
    every interval NOT NULL,
    cost_limit numeric(12,4),
    next_run_at timestamp with time zone DEFAULT now() NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT schedules_cost_limits_are_not_negative CHECK ((cost_limit >= (0)::numeric)),
    CONSTRAINT schedules_have_a_name CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT schedules_run_at_most_every_quarter_of_an_hour CHECK ((every >= '00:15:00'::interval))
);


--
-- Name: known_devices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.known_devices (
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    last_used timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT device_hashes_have_32_bytes CHECK ((octet_length(token_hash) = 32))
);


--
-- Name: master_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.master_keys (
    id text NOT NULL,
    proof bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    retired_at timestamp with time zone
);


--
-- Name: matching_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.matching_state (
    tenant_id uuid NOT NULL,
    personas_version bigint DEFAULT 0 NOT NULL,
    windows_moved_on date,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role public.member_role NOT NULL,
    campaign_ids integer[],
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: migration_leftovers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration_leftovers (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    id bigint NOT NULL,
    source_table text NOT NULL,
    source_key text NOT NULL,
    reason text NOT NULL,
    row_data jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: migration_leftovers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.migration_leftovers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: migration_leftovers_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.migration_leftovers_id_seq OWNED BY public.migration_leftovers.id;


--
-- Name: migration_report; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration_report (
    source_table text NOT NULL,
    outcome text NOT NULL,
    detail text NOT NULL,
    rows bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT outcomes_are_known CHECK ((outcome = ANY (ARRAY['adopted'::text, 'converted'::text, 'merged'::text, 'set aside'::text, 'replaced'::text])))
);


--
-- Name: page_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.page_comments (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    comment_id text NOT NULL,
    post_id integer NOT NULL,
    actor_urn text NOT NULL,
    text text,
    commented_at timestamp with time zone NOT NULL,
    import_id uuid,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: pending_work; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pending_work (
    task text NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tasks_are_known CHECK ((task = ANY (ARRAY['rematch'::text, 'recount'::text])))
);


--
-- Name: person_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.person_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: person_events_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.person_events_id_seq OWNED BY public.person_events.id;


--
-- Name: person_identities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person_identities (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    kind public.identity_kind NOT NULL,
    value text NOT NULL,
    person_id integer NOT NULL,
    source public.data_source DEFAULT 'manual'::public.data_source NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT identities_are_not_empty CHECK ((value <> ''::text)),
    CONSTRAINT slugs_and_emails_are_lower_case CHECK (((kind <> ALL (ARRAY['slug'::public.identity_kind, 'email'::public.identity_kind])) OR (value = lower(value))))
);


--
-- Name: persona_strategies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.persona_strategies (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    persona_id uuid NOT NULL,
    strategy_id uuid NOT NULL,
    relevance_score numeric(3,2) NOT NULL,
    notes text,
    set_by text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT relevance_is_a_share CHECK (((relevance_score >= (0)::numeric) AND (relevance_score <= (1)::numeric)))
);


--
-- Name: persons_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.persons_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: persons_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.persons_id_seq OWNED BY public.persons.id;


--
-- Name: post_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.post_files (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    file_name text NOT NULL,
    post_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT names_of_files_have_1_to_255_characters CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 255)))
);


--
-- Name: post_metrics_daily; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.post_metrics_daily (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    post_id integer NOT NULL,
    day date NOT NULL,
    impressions bigint,
    unique_impressions bigint,
    views bigint,
    clicks bigint,
    source public.data_source DEFAULT 'file'::public.data_source NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: posts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.posts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: posts_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.posts_id_seq OWNED BY public.posts.id;


--
-- Name: rate_limits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rate_limits (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    connection_id uuid NOT NULL,
    endpoint text NOT NULL,
    theoretical_arrival timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    emission_interval interval NOT NULL,
    burst integer NOT NULL,
    blocked_until timestamp with time zone,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: saved_views; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_views (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    page public.list_page NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    user_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queries_of_views_have_2000_bytes_at_most CHECK ((octet_length(query) <= 2000)),
    CONSTRAINT views_have_a_name CHECK ((btrim(name) <> ''::text))
);


--
-- Name: schema_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_versions (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    previous_hash bytea,
    rotated_at timestamp with time zone DEFAULT now() NOT NULL,
    token_seen_at timestamp with time zone,
    user_agent text DEFAULT ''::text NOT NULL,
    last_used timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT token_hashes_have_32_bytes CHECK ((octet_length(token_hash) = 32))
);


--
-- Name: target_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.target_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: target_events_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.target_events_id_seq OWNED BY public.target_events.id;


--
-- Name: upload_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.upload_parts (
    tenant_id uuid DEFAULT COALESCE((NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000001'::uuid) NOT NULL,
    upload_id uuid NOT NULL,
    content public.upload_content NOT NULL,
    first_byte bigint NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.upload_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;


--
-- Name: user_identities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id uuid NOT NULL,
    last_used timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT subjects_have_1_to_255_characters CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    password_hash text,
    disabled_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_emails_are_lower_case CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text)))
);


--
-- Name: ads id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ads ALTER COLUMN id SET DEFAULT nextval('public.ads_id_seq'::regclass);


--
-- Name: api_calls id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_calls ALTER COLUMN id SET DEFAULT nextval('public.api_calls_id_seq'::regclass);


--
-- Name: audit_log id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log ALTER COLUMN id SET DEFAULT nextval('public.audit_log_id_seq'::regclass);


--
-- Name: campaign_groups id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_groups ALTER COLUMN id SET DEFAULT nextval('public.campaign_groups_id_seq'::regclass);


--
-- Name: campaigns id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaigns ALTER COLUMN id SET DEFAULT nextval('public.campaigns_id_seq'::regclass);


--
-- Name: companies id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.companies ALTER COLUMN id SET DEFAULT nextval('public.companies_id_seq'::regclass);


--
-- Name: engagements id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.engagements ALTER COLUMN id SET DEFAULT nextval('public.engagements_id_seq'::regclass);


--
-- Name: migration_leftovers id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration_leftovers ALTER COLUMN id SET DEFAULT nextval('public.migration_leftovers_id_seq'::regclass);


--
-- Name: person_events id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_events ALTER COLUMN id SET DEFAULT nextval('public.person_events_id_seq'::regclass);


--
-- Name: persons id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persons ALTER COLUMN id SET DEFAULT nextval('public.persons_id_seq'::regclass);


--
-- Name: posts id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posts ALTER COLUMN id SET DEFAULT nextval('public.posts_id_seq'::regclass);


--
-- Name: target_events id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.target_events ALTER COLUMN id SET DEFAULT nextval('public.target_events_id_seq'::regclass);


--
-- Name: account_links account_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_links
    ADD CONSTRAINT account_links_pkey PRIMARY KEY (token_hash);


--
-- Name: actions actions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT actions_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: ad_metrics_daily ad_metrics_daily_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ad_metrics_daily
    ADD CONSTRAINT ad_metrics_daily_pkey PRIMARY KEY (tenant_id, ad_id, day);


--
-- Name: ads ads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ads
    ADD CONSTRAINT ads_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: alerts alerts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT alerts_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: api_calls api_calls_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_calls
    ADD CONSTRAINT api_calls_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: api_keys api_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: audience_demographics audience_demographics_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audience_demographics
    ADD CONSTRAINT audience_demographics_pkey PRIMARY KEY (tenant_id, account, section, segment, first_day, last_day);


--
-- Name: audience_segments audience_segments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audience_segments
    ADD CONSTRAINT audience_segments_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: campaign_daily campaign_daily_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_daily
    ADD CONSTRAINT campaign_daily_pkey PRIMARY KEY (tenant_id, campaign_id, day);


--
-- Name: campaign_groups campaign_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_groups
    ADD CONSTRAINT campaign_groups_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: campaign_people campaign_people_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_people
    ADD CONSTRAINT campaign_people_pkey PRIMARY KEY (tenant_id, campaign_id, person_id);


--
-- Name: campaign_persona_daily campaign_persona_daily_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_persona_daily
    ADD CONSTRAINT campaign_persona_daily_pkey PRIMARY KEY (tenant_id, campaign_id, persona_id, day);


--
-- Name: campaign_persona_totals campaign_persona_totals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_persona_totals
    ADD CONSTRAINT campaign_persona_totals_pkey PRIMARY KEY (tenant_id, campaign_id, persona_id);


--
-- Name: campaign_personas campaign_personas_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_personas
    ADD CONSTRAINT campaign_personas_pkey PRIMARY KEY (tenant_id, campaign_id, persona_id);


--
-- Name: campaign_posts campaign_posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_posts
    ADD CONSTRAINT campaign_posts_pkey PRIMARY KEY (tenant_id, campaign_id, post_id);


--
-- Name: campaign_strategies campaign_strategies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_strategies
    ADD CONSTRAINT campaign_strategies_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: campaigns campaigns_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT campaigns_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: companies companies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: consents consents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (tenant_id, session_id);


--
-- Name: content_calendar content_calendar_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.content_calendar
    ADD CONSTRAINT content_calendar_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: countries countries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.countries
    ADD CONSTRAINT countries_pkey PRIMARY KEY (code);


--
-- Name: csv_imports csv_imports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.csv_imports
    ADD CONSTRAINT csv_imports_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: custom_audiences custom_audiences_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.custom_audiences
    ADD CONSTRAINT custom_audiences_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: data_keys data_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_keys
    ADD CONSTRAINT data_keys_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: engagement_weights engagement_weights_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.engagement_weights
    ADD CONSTRAINT engagement_weights_pkey PRIMARY KEY (tenant_id, version);


--
-- Name: engagements engagements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.engagements
    ADD CONSTRAINT engagements_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: fold_locks fold_locks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fold_locks
    ADD CONSTRAINT fold_locks_pkey PRIMARY KEY (tenant_id);


--
-- Name: guess_limits guess_limits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guess_limits
    ADD CONSTRAINT guess_limits_pkey PRIMARY KEY (key);


--
-- Name: idempotency_keys idempotency_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, api_key_id, key);


--
-- Name: import_chunks import_chunks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_chunks
    ADD CONSTRAINT import_chunks_pkey PRIMARY KEY (tenant_id, import_id, chunk);


--
-- Name: import_rejects import_rejects_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_rejects
    ADD CONSTRAINT import_rejects_pkey PRIMARY KEY (tenant_id, import_id, line);


--
-- Name: industries industries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.industries
    ADD CONSTRAINT industries_pkey PRIMARY KEY (code);


--
-- Name: job_accounts job_accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_accounts
    ADD CONSTRAINT job_accounts_pkey PRIMARY KEY (tenant_id);


--
-- Name: job_schedules job_schedules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: known_devices known_devices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_devices
    ADD CONSTRAINT known_devices_pkey PRIMARY KEY (token_hash);


--
-- Name: linkedin_connections linkedin_connections_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.linkedin_connections
    ADD CONSTRAINT linkedin_connections_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: linkedin_cookies linkedin_cookies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.linkedin_cookies
    ADD CONSTRAINT linkedin_cookies_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: master_keys master_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.master_keys
    ADD CONSTRAINT master_keys_pkey PRIMARY KEY (id);


--
-- Name: matching_state matching_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching_state
    ADD CONSTRAINT matching_state_pkey PRIMARY KEY (tenant_id);


--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (tenant_id, user_id);


--
-- Name: migration_leftovers migration_leftovers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration_leftovers
    ADD CONSTRAINT migration_leftovers_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: migration_report migration_report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration_report
    ADD CONSTRAINT migration_report_pkey PRIMARY KEY (source_table, outcome, detail);


--
-- Name: page_comments page_comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_comments
    ADD CONSTRAINT page_comments_pkey PRIMARY KEY (tenant_id, comment_id);


--
-- Name: page_metrics_daily page_metrics_daily_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_metrics_daily
    ADD CONSTRAINT page_metrics_daily_pkey PRIMARY KEY (tenant_id, organization_id, day);


--
-- Name: pages pages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_pkey PRIMARY KEY (tenant_id, organization_id);


--
-- Name: pending_work pending_work_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pending_work
    ADD CONSTRAINT pending_work_pkey PRIMARY KEY (task);


--
-- Name: people_sets people_sets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_sets
    ADD CONSTRAINT people_sets_pkey PRIMARY KEY (tenant_id, kind, key, chunk);


--
-- Name: person_engagement person_engagement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_engagement
    ADD CONSTRAINT person_engagement_pkey PRIMARY KEY (tenant_id, person_id);


--
-- Name: person_events person_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_events
    ADD CONSTRAINT person_events_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: person_identities person_identities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_identities
    ADD CONSTRAINT person_identities_pkey PRIMARY KEY (tenant_id, value, kind);


--
-- Name: persona_daily persona_daily_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persona_daily
    ADD CONSTRAINT persona_daily_pkey PRIMARY KEY (tenant_id, persona_id, day);


--
-- Name: persona_strategies persona_strategies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persona_strategies
    ADD CONSTRAINT persona_strategies_pkey PRIMARY KEY (tenant_id, persona_id, strategy_id);


--
-- Name: personas personas_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personas
    ADD CONSTRAINT personas_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: persons persons_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persons
    ADD CONSTRAINT persons_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: post_files post_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_files
    ADD CONSTRAINT post_files_pkey PRIMARY KEY (tenant_id, file_name);


--
-- Name: post_metrics_daily post_metrics_daily_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_metrics_daily
    ADD CONSTRAINT post_metrics_daily_pkey PRIMARY KEY (tenant_id, post_id, day);


--
-- Name: post_persona_totals post_persona_totals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_persona_totals
    ADD CONSTRAINT post_persona_totals_pkey PRIMARY KEY (tenant_id, post_id, persona_id);


--
-- Name: post_totals post_totals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_totals
    ADD CONSTRAINT post_totals_pkey PRIMARY KEY (tenant_id, post_id);


--
-- Name: posts posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: rate_limits rate_limits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (tenant_id, connection_id, endpoint);


--
-- Name: reports reports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: saved_views saved_views_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT saved_views_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: schema_versions schema_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_versions
    ADD CONSTRAINT schema_versions_pkey PRIMARY KEY (version);


--
-- Name: scraping_jobs scraping_jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scraping_jobs
    ADD CONSTRAINT scraping_jobs_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: target_events target_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.target_events
    ADD CONSTRAINT target_events_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: targets targets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.targets
    ADD CONSTRAINT targets_pkey PRIMARY KEY (tenant_id, persona_id, person_id);


--
-- Name: tenants tenants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);


--
-- Name: upload_parts upload_parts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.upload_parts
    ADD CONSTRAINT upload_parts_pkey PRIMARY KEY (tenant_id, upload_id, content, first_byte);


--
-- Name: uploads uploads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: user_identities user_identities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_identities
    ADD CONSTRAINT user_identities_pkey PRIMARY KEY (issuer, subject);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: webhook_deliveries webhook_deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: webhook_endpoints webhook_endpoints_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: webhook_inbox webhook_inbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_inbox
    ADD CONSTRAINT webhook_inbox_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: webhook_sources webhook_sources_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_sources
    ADD CONSTRAINT webhook_sources_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: account_links_user; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX account_links_user ON public.account_links USING btree (user_id, purpose) NULLS NOT DISTINCT;


--
-- Name: actions_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX actions_person ON public.actions USING btree (tenant_id, person_id);


--
-- Name: ads_campaign; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ads_campaign ON public.ads USING btree (tenant_id, campaign_id);


--
-- Name: ads_linkedin_id; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ads_linkedin_id ON public.ads USING btree (tenant_id, linkedin_ad_id) WHERE (linkedin_ad_id IS NOT NULL);


--
-- Name: ads_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ads_post ON public.ads USING btree (tenant_id, post_id);


--
-- Name: ads_segment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ads_segment ON public.ads USING btree (tenant_id, audience_segment_id);


--
-- Name: alerts_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alerts_connection ON public.alerts USING btree (tenant_id, connection_id);


--
-- Name: alerts_endpoint; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alerts_endpoint ON public.alerts USING btree (tenant_id, endpoint_id);


--
-- Name: alerts_job; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alerts_job ON public.alerts USING btree (tenant_id, job_id);


--
-- Name: alerts_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alerts_open ON public.alerts USING btree (tenant_id, raised_at) WHERE (resolved_at IS NULL);


--
-- Name: alerts_webhook; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alerts_webhook ON public.alerts USING btree (tenant_id, webhook_source_id);


--
-- Name: api_calls_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_calls_connection ON public.api_calls USING btree (tenant_id, connection_id, called_at);


--
-- Name: api_calls_job; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_calls_job ON public.api_calls USING btree (tenant_id, job_id);


--
-- Name: api_keys_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX api_keys_name ON public.api_keys USING btree (tenant_id, lower(name)) WHERE (revoked_at IS NULL);


--
-- Name: api_keys_prefix; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_keys_prefix ON public.api_keys USING btree (tenant_id, prefix);


--
-- Name: audience_segments_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX audience_segments_name ON public.audience_segments USING btree (tenant_id, lower(name));


--
-- Name: campaign_groups_known_by_name_only; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX campaign_groups_known_by_name_only ON public.campaign_groups USING btree (tenant_id, lower(name)) WHERE (linkedin_group_id IS NULL);


--
-- Name: campaign_groups_linkedin_id; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX campaign_groups_linkedin_id ON public.campaign_groups USING btree (tenant_id, linkedin_group_id) WHERE (linkedin_group_id IS NOT NULL);


--
-- Name: campaign_personas_persona; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaign_personas_persona ON public.campaign_personas USING btree (tenant_id, persona_id);


--
-- Name: campaign_posts_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaign_posts_post ON public.campaign_posts USING btree (tenant_id, post_id, campaign_id);


--
-- Name: campaign_strategies_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX campaign_strategies_name ON public.campaign_strategies USING btree (tenant_id, lower(name));


--
-- Name: campaigns_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaigns_group ON public.campaigns USING btree (tenant_id, campaign_group_id);


--
-- Name: campaigns_known_by_name_only; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX campaigns_known_by_name_only ON public.campaigns USING btree (tenant_id, lower(name)) WHERE (linkedin_campaign_id IS NULL);


--
-- Name: campaigns_linkedin_id; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX campaigns_linkedin_id ON public.campaigns USING btree (tenant_id, linkedin_campaign_id) WHERE (linkedin_campaign_id IS NOT NULL);


--
-- Name: campaigns_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaigns_strategy ON public.campaigns USING btree (tenant_id, strategy_id);


--
-- Name: companies_industry_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX companies_industry_code ON public.companies USING btree (tenant_id, industry_code);


--
-- Name: companies_known_by_name_only; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX companies_known_by_name_only ON public.companies USING btree (tenant_id, name_key) WHERE ((linkedin_id IS NULL) AND (linkedin_slug IS NULL));


--
-- Name: companies_linkedin_id; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX companies_linkedin_id ON public.companies USING btree (tenant_id, linkedin_id) WHERE (linkedin_id IS NOT NULL);


--
-- Name: companies_linkedin_slug; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX companies_linkedin_slug ON public.companies USING btree (tenant_id, linkedin_slug) WHERE (linkedin_slug IS NOT NULL);


--
-- Name: companies_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX companies_name_key ON public.companies USING btree (tenant_id, name_key);


--
-- Name: consents_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consents_connection ON public.consents USING btree (tenant_id, connection_id);


--
-- Name: content_calendar_campaign; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX content_calendar_campaign ON public.content_calendar USING btree (tenant_id, campaign_id);


--
-- Name: content_calendar_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX content_calendar_post ON public.content_calendar USING btree (tenant_id, post_id);


--
-- Name: content_calendar_scheduled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX content_calendar_scheduled ON public.content_calendar USING btree (tenant_id, scheduled_at);


--
-- Name: content_calendar_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX content_calendar_strategy ON public.content_calendar USING btree (tenant_id, strategy_id);


--
-- Name: csv_imports_one_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX csv_imports_one_at_a_time ON public.csv_imports USING btree (tenant_id, file_sha256, target_key) WHERE (state = ANY (ARRAY['running'::public.import_state, 'interrupted'::public.import_state]));


--
-- Name: csv_imports_started; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX csv_imports_started ON public.csv_imports USING btree (tenant_id, started_at DESC);


--
-- Name: custom_audiences_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX custom_audiences_name ON public.custom_audiences USING btree (tenant_id, lower(name));


--
-- Name: data_keys_current; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX data_keys_current ON public.data_keys USING btree (tenant_id) WHERE (retired_at IS NULL);


--
-- Name: engagement_deltas_tenant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX engagement_deltas_tenant ON public.engagement_deltas USING btree (tenant_id);


--
-- Name: engagements_one_comment; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX engagements_one_comment ON public.engagements USING btree (tenant_id, comment_id) WHERE (comment_id IS NOT NULL);


--
-- Name: engagements_one_reaction; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX engagements_one_reaction ON public.engagements USING btree (tenant_id, post_id, person_id) WHERE (engagement_type = 'reaction'::public.engagement_type);


--
-- Name: engagements_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX engagements_person ON public.engagements USING btree (tenant_id, person_id, engaged_on) INCLUDE (post_id, engagement_type, reaction_type);


--
-- Name: engagements_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX engagements_post ON public.engagements USING btree (tenant_id, post_id, engaged_on) INCLUDE (person_id, engagement_type, reaction_type);


--
-- Name: idempotency_keys_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idempotency_keys_created ON public.idempotency_keys USING btree (tenant_id, created_at);


--
-- Name: job_schedules_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_schedules_connection ON public.job_schedules USING btree (tenant_id, connection_id);


--
-- Name: job_schedules_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_schedules_due ON public.job_schedules USING btree (tenant_id, next_run_at) WHERE is_active;


--
-- Name: job_schedules_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX job_schedules_name ON public.job_schedules USING btree (tenant_id, lower(name));


--
-- Name: known_devices_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX known_devices_user ON public.known_devices USING btree (user_id);


--
-- Name: link_deltas_tenant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX link_deltas_tenant ON public.link_deltas USING btree (tenant_id, post_id);


--
-- Name: linkedin_connections_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX linkedin_connections_name ON public.linkedin_connections USING btree (tenant_id, lower(name));


--
-- Name: linkedin_cookies_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX linkedin_cookies_connection ON public.linkedin_cookies USING btree (tenant_id, connection_id);


--
-- Name: master_keys_current; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX master_keys_current ON public.master_keys USING btree (((retired_at IS NULL))) WHERE (retired_at IS NULL);


--
-- Name: memberships_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_user ON public.memberships USING btree (user_id);


--
-- Name: migration_leftovers_source; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX migration_leftovers_source ON public.migration_leftovers USING btree (tenant_id, source_table, source_key, reason);


--
-- Name: page_comments_commented; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX page_comments_commented ON public.page_comments USING btree (tenant_id, commented_at DESC);


--
-- Name: page_comments_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX page_comments_post ON public.page_comments USING btree (tenant_id, post_id);


--
-- Name: person_engagement_score; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_engagement_score ON public.person_engagement USING btree (tenant_id, product_score);


--
-- Name: person_engagement_week; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_engagement_week ON public.person_engagement USING btree (tenant_id, week_score, last_day);


--
-- Name: person_events_happened; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_events_happened ON public.person_events USING btree (tenant_id, happened_at DESC);


--
-- Name: person_events_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_events_person ON public.person_events USING btree (tenant_id, person_id, happened_at);


--
-- Name: person_identities_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_identities_person ON public.person_identities USING btree (tenant_id, person_id);


--
-- Name: persona_strategies_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persona_strategies_strategy ON public.persona_strategies USING btree (tenant_id, strategy_id);


--
-- Name: personas_asking_for_engagement; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX personas_asking_for_engagement ON public.personas USING btree (tenant_id, id) WHERE (is_active AND (criteria ? 'engagement'::text));


--
-- Name: personas_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX personas_name ON public.personas USING btree (tenant_id, lower(name));


--
-- Name: persons_company; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persons_company ON public.persons USING btree (tenant_id, company_id) INCLUDE (id);


--
-- Name: persons_folded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persons_folded ON public.persons USING btree (tenant_id, folded, id);


--
-- Name: persons_labelled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persons_labelled ON public.persons USING btree (tenant_id, id) INCLUDE (owner, tags) WHERE ((owner <> ''::text) OR (tags <> '{}'::text[]));


--
-- Name: persons_last_seen; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persons_last_seen ON public.persons USING btree (tenant_id, last_seen DESC);


--
-- Name: persons_overridden; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persons_overridden ON public.persons USING btree (tenant_id, id) WHERE (company_override <> ''::text);


--
-- Name: persons_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX persons_unread ON public.persons USING btree (tenant_id, id) WHERE ((headline IS NOT NULL) AND (headline_version IS NULL));


--
-- Name: post_files_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX post_files_post ON public.post_files USING btree (tenant_id, post_id);


--
-- Name: posts_activity; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX posts_activity ON public.posts USING btree (tenant_id, activity_id) WHERE (activity_id IS NOT NULL);


--
-- Name: posts_posted_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_posted_at ON public.posts USING btree (tenant_id, posted_at DESC);


--
-- Name: posts_share; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX posts_share ON public.posts USING btree (tenant_id, share_id) WHERE (share_id IS NOT NULL);


--
-- Name: posts_ugc_post; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX posts_ugc_post ON public.posts USING btree (tenant_id, ugc_post_id) WHERE (ugc_post_id IS NOT NULL);


--
-- Name: posts_url; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX posts_url ON public.posts USING btree (tenant_id, url) WHERE (url IS NOT NULL);


--
-- Name: reports_token; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reports_token ON public.reports USING btree (tenant_id, token_hash);


--
-- Name: saved_views_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX saved_views_name ON public.saved_views USING btree (tenant_id, user_id, page, lower(name)) NULLS NOT DISTINCT;


--
-- Name: scraping_jobs_apify_run; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX scraping_jobs_apify_run ON public.scraping_jobs USING btree (tenant_id, apify_run_id) WHERE (apify_run_id IS NOT NULL);


--
-- Name: scraping_jobs_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scraping_jobs_connection ON public.scraping_jobs USING btree (tenant_id, connection_id);


--
-- Name: scraping_jobs_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scraping_jobs_created ON public.scraping_jobs USING btree (tenant_id, created_at DESC);


--
-- Name: scraping_jobs_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scraping_jobs_due ON public.scraping_jobs USING btree (tenant_id, priority DESC, run_at) WHERE (state = 'pending'::public.job_state);


--
-- Name: scraping_jobs_leased; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scraping_jobs_leased ON public.scraping_jobs USING btree (tenant_id, leased_until) WHERE (state = 'running'::public.job_state);


--
-- Name: scraping_jobs_schedule; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scraping_jobs_schedule ON public.scraping_jobs USING btree (tenant_id, schedule_id);


--
-- Name: scraping_jobs_started; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scraping_jobs_started ON public.scraping_jobs USING btree (tenant_id, started_at) WHERE (started_at IS NOT NULL);


--
-- Name: sessions_previous; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX sessions_previous ON public.sessions USING btree (tenant_id, previous_hash) WHERE (previous_hash IS NOT NULL);


--
-- Name: sessions_token; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX sessions_token ON public.sessions USING btree (tenant_id, token_hash);


--
-- Name: sessions_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_user ON public.sessions USING btree (tenant_id, user_id);


--
-- Name: target_deltas_tenant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX target_deltas_tenant ON public.target_deltas USING btree (tenant_id, person_id);


--
-- Name: target_events_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX target_events_person ON public.target_events USING btree (tenant_id, person_id, happened_at);


--
-- Name: target_events_persona; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX target_events_persona ON public.target_events USING btree (tenant_id, persona_id, happened_at);


--
-- Name: targets_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX targets_person ON public.targets USING btree (tenant_id, person_id, persona_id) INCLUDE (is_active);


--
-- Name: targets_score; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX targets_score ON public.targets USING btree (tenant_id, persona_id, match_score DESC) WHERE is_active;


--
-- Name: tenants_slug; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX tenants_slug ON public.tenants USING btree (slug);


--
-- Name: uploads_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_created ON public.uploads USING btree (tenant_id, created_at DESC);


--
-- Name: uploads_import; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_import ON public.uploads USING btree (tenant_id, import_id);


--
-- Name: uploads_job; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_job ON public.uploads USING btree (tenant_id, job_id);


--
-- Name: user_identities_user; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX user_identities_user ON public.user_identities USING btree (user_id, issuer);


--
-- Name: users_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX users_email ON public.users USING btree (email);


--
-- Name: webhook_deliveries_dead; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_deliveries_dead ON public.webhook_deliveries USING btree (tenant_id, endpoint_id) WHERE (state = 'dead'::public.delivery_state);


--
-- Name: webhook_deliveries_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, next_attempt) WHERE (state = ANY (ARRAY['pending'::public.delivery_state, 'failed'::public.delivery_state]));


--
-- Name: webhook_deliveries_endpoint; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_deliveries_endpoint ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, created_at);


--
-- Name: webhook_endpoints_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX webhook_endpoints_name ON public.webhook_endpoints USING btree (tenant_id, lower(name));


--
-- Name: webhook_inbox_delivery; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX webhook_inbox_delivery ON public.webhook_inbox USING btree (tenant_id, source_id, delivery_id);


--
-- Name: webhook_inbox_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_inbox_due ON public.webhook_inbox USING btree (tenant_id, next_attempt) WHERE (state = ANY (ARRAY['pending'::public.delivery_state, 'failed'::public.delivery_state]));


--
-- Name: webhook_inbox_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_inbox_open ON public.webhook_inbox USING btree (tenant_id, source_id, state) WHERE (state <> 'delivered'::public.delivery_state);


--
-- Name: webhook_inbox_processed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_inbox_processed ON public.webhook_inbox USING btree (tenant_id, processed_at) WHERE (processed_at IS NOT NULL);


--
-- Name: webhook_sources_connection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_sources_connection ON public.webhook_sources USING btree (tenant_id, connection_id);


--
-- Name: webhook_sources_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX webhook_sources_name ON public.webhook_sources USING btree (tenant_id, name);


--
-- Name: companies _050_gate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _050_gate BEFORE UPDATE ON public.companies FOR EACH STATEMENT EXECUTE FUNCTION app.tg_matching__gate();


--
-- Name: engagements _050_gate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _050_gate BEFORE INSERT OR DELETE OR UPDATE ON public.engagements FOR EACH STATEMENT EXECUTE FUNCTION app.tg_matching__gate();


--
-- Name: personas _050_gate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _050_gate BEFORE INSERT OR DELETE OR UPDATE ON public.personas FOR EACH STATEMENT EXECUTE FUNCTION app.tg_matching__exclusive_gate();


--
-- Name: persons _050_gate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _050_gate BEFORE INSERT OR DELETE OR UPDATE ON public.persons FOR EACH STATEMENT EXECUTE FUNCTION app.tg_matching__gate();


--
-- Name: posts _050_gate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _050_gate BEFORE DELETE ON public.posts FOR EACH STATEMENT EXECUTE FUNCTION app.tg_matching__exclusive_gate();


--
-- Name: companies _060_gate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _060_gate BEFORE UPDATE ON public.companies FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.industry IS DISTINCT FROM new.industry)) OR (old.industry_code IS DISTINCT FROM new.industry_code)) OR (old.size_band IS DISTINCT FROM new.size_band))) EXECUTE FUNCTION app.tg_companies__gate();


--
-- Name: engagements _100_day_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_day_insert BEFORE INSERT ON public.engagements FOR EACH ROW WHEN ((new.engaged_on IS NULL)) EXECUTE FUNCTION app.tg_engagements__day();


--
-- Name: engagements _100_day_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_day_update BEFORE UPDATE ON public.engagements FOR EACH ROW WHEN (((new.engaged_at IS DISTINCT FROM old.engaged_at) AND (NOT (new.engaged_on IS DISTINCT FROM old.engaged_on)))) EXECUTE FUNCTION app.tg_engagements__day();


--
-- Name: persons _100_fold; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_fold BEFORE INSERT OR UPDATE ON public.persons FOR EACH ROW EXECUTE FUNCTION app.tg_persons__fold();


--
-- Name: companies _100_key; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_key BEFORE INSERT OR UPDATE ON public.companies FOR EACH ROW EXECUTE FUNCTION app.tg_companies__key();


--
-- Name: actions _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.actions FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: ad_metrics_daily _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.ad_metrics_daily FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: ads _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.ads FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: audience_demographics _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.audience_demographics FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: audience_segments _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.audience_segments FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: campaign_groups _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.campaign_groups FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: campaign_strategies _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.campaign_strategies FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: campaigns _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.campaigns FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: companies _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.companies FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: content_calendar _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.content_calendar FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: csv_imports _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.csv_imports FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: custom_audiences _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.custom_audiences FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: engagements _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.engagements FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: job_schedules _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.job_schedules FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: linkedin_connections _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.linkedin_connections FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: linkedin_cookies _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.linkedin_cookies FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: matching_state _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.matching_state FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: memberships _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.memberships FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: page_comments _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.page_comments FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: page_metrics_daily _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.page_metrics_daily FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: pages _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.pages FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: persona_strategies _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.persona_strategies FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: personas _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.personas FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: persons _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.persons FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: post_files _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.post_files FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: post_metrics_daily _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.post_metrics_daily FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: posts _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.posts FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: rate_limits _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.rate_limits FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: saved_views _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.saved_views FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: scraping_jobs _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.scraping_jobs FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: targets _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.targets FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: tenants _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.tenants FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: uploads _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.uploads FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: users _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.users FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: webhook_deliveries _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.webhook_deliveries FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: webhook_endpoints _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.webhook_endpoints FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: webhook_sources _100_stamp; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_stamp BEFORE UPDATE ON public.webhook_sources FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.tg_stamp__updated_at();


--
-- Name: posts _100_time; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _100_time BEFORE INSERT OR UPDATE ON public.posts FOR EACH ROW WHEN (((new.posted_at IS NULL) AND (COALESCE(new.activity_id, new.ugc_post_id, new.share_id) IS NOT NULL))) EXECUTE FUNCTION app.tg_posts__time();


--
-- Name: webhook_endpoints _110_begin_anew; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _110_begin_anew BEFORE UPDATE ON public.webhook_endpoints FOR EACH ROW WHEN ((new.is_active AND ((NOT old.is_active) OR (old.url <> new.url)))) EXECUTE FUNCTION app.tg_webhook_endpoints__begin_anew();


--
-- Name: linkedin_connections _110_status; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _110_status BEFORE UPDATE ON public.linkedin_connections FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION app.tg_linkedin_connections__status();


--
-- Name: audience_segments _200_check; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_check BEFORE INSERT OR UPDATE OF rule ON public.audience_segments FOR EACH ROW EXECUTE FUNCTION app.tg_audience_segments__check();


--
-- Name: personas _200_check; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_check BEFORE INSERT OR UPDATE OF criteria ON public.personas FOR EACH ROW EXECUTE FUNCTION app.tg_personas__check();


--
-- Name: campaign_strategies _200_mix; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_mix BEFORE INSERT OR UPDATE OF content_mix ON public.campaign_strategies FOR EACH ROW EXECUTE FUNCTION app.tg_campaign_strategies__mix();


--
-- Name: campaign_posts _200_no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_no_truncate BEFORE TRUNCATE ON public.campaign_posts FOR EACH STATEMENT EXECUTE FUNCTION app.tg_refuse_truncate();


--
-- Name: engagements _200_no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_no_truncate BEFORE TRUNCATE ON public.engagements FOR EACH STATEMENT EXECUTE FUNCTION app.tg_refuse_truncate();


--
-- Name: targets _200_no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_no_truncate BEFORE TRUNCATE ON public.targets FOR EACH STATEMENT EXECUTE FUNCTION app.tg_refuse_truncate();


--
-- Name: memberships _200_owners_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_owners_delete AFTER DELETE ON public.memberships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_memberships__owners();


--
-- Name: memberships _200_owners_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_owners_update AFTER UPDATE ON public.memberships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_memberships__owners();


--
-- Name: users _200_owners_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _200_owners_update AFTER UPDATE ON public.users REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_users__owners();


--
-- Name: scraping_jobs _500_alert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert AFTER UPDATE ON public.scraping_jobs REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_scraping_jobs__alert();


--
-- Name: webhook_endpoints _500_alert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert AFTER UPDATE ON public.webhook_endpoints REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_webhook_endpoints__alert();


--
-- Name: webhook_inbox _500_alert_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert_delete AFTER DELETE ON public.webhook_inbox REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_webhook_inbox__alert();


--
-- Name: linkedin_connections _500_alert_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert_insert AFTER INSERT ON public.linkedin_connections REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_linkedin_connections__alert();


--
-- Name: linkedin_connections _500_alert_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert_update AFTER UPDATE ON public.linkedin_connections REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_linkedin_connections__alert();


--
-- Name: uploads _500_alert_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert_update AFTER UPDATE ON public.uploads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_uploads__alert();


--
-- Name: webhook_inbox _500_alert_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_alert_update AFTER UPDATE ON public.webhook_inbox REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_webhook_inbox__alert();


--
-- Name: memberships _500_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_delete AFTER DELETE ON public.memberships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_memberships__audit();


--
-- Name: webhook_endpoints _500_audit_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_delete AFTER DELETE ON public.webhook_endpoints REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_webhook_endpoints__audit();


--
-- Name: api_keys _500_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_insert AFTER INSERT ON public.api_keys REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_api_keys__audit();


--
-- Name: memberships _500_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_insert AFTER INSERT ON public.memberships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_memberships__audit();


--
-- Name: reports _500_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_insert AFTER INSERT ON public.reports REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_reports__audit();


--
-- Name: webhook_endpoints _500_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_insert AFTER INSERT ON public.webhook_endpoints REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_webhook_endpoints__audit();


--
-- Name: api_keys _500_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_update AFTER UPDATE ON public.api_keys REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_api_keys__audit();


--
-- Name: memberships _500_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_update AFTER UPDATE ON public.memberships REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_memberships__audit();


--
-- Name: reports _500_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_update AFTER UPDATE ON public.reports REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_reports__audit();


--
-- Name: webhook_endpoints _500_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_audit_update AFTER UPDATE ON public.webhook_endpoints REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_webhook_endpoints__audit();


--
-- Name: users _500_doors; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_doors AFTER UPDATE ON public.users REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_users__doors();


--
-- Name: engagement_weights _500_match_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_delete AFTER DELETE ON public.engagement_weights REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagement_weights__rematch();


--
-- Name: engagement_weights _500_match_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_insert AFTER INSERT ON public.engagement_weights REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagement_weights__rematch();


--
-- Name: personas _500_match_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_insert AFTER INSERT ON public.personas REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_personas__first_match();


--
-- Name: persons _500_match_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_insert AFTER INSERT ON public.persons REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.auto_match_new_people_to_personas();


--
-- Name: companies _500_match_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_update AFTER UPDATE ON public.companies REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_companies__rematch();


--
-- Name: engagement_weights _500_match_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_update AFTER UPDATE ON public.engagement_weights REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagement_weights__rematch();


--
-- Name: personas _500_match_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_update AFTER UPDATE ON public.personas REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_personas__rematch();


--
-- Name: persons _500_match_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_match_update AFTER UPDATE ON public.persons REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_persons__rematch();


--
-- Name: tenants _500_matching_state; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_matching_state AFTER INSERT ON public.tenants REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_tenants__matching_state();


--
-- Name: campaign_posts _500_metrics_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_delete AFTER DELETE ON public.campaign_posts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_campaign_posts__log();


--
-- Name: engagements _500_metrics_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_delete AFTER DELETE ON public.engagements REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.update_campaign_metrics_on_engagement();


--
-- Name: targets _500_metrics_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_delete AFTER DELETE ON public.targets REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__log();


--
-- Name: campaign_posts _500_metrics_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_insert AFTER INSERT ON public.campaign_posts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_campaign_posts__log();


--
-- Name: engagements _500_metrics_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_insert AFTER INSERT ON public.engagements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.update_campaign_metrics_on_engagement();


--
-- Name: targets _500_metrics_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_insert AFTER INSERT ON public.targets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__log();


--
-- Name: campaign_posts _500_metrics_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_update AFTER UPDATE ON public.campaign_posts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_campaign_posts__log();


--
-- Name: engagements _500_metrics_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_update AFTER UPDATE ON public.engagements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.update_campaign_metrics_on_engagement();


--
-- Name: targets _500_metrics_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _500_metrics_update AFTER UPDATE ON public.targets REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__log();


--
-- Name: persons _520_events; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _520_events AFTER UPDATE ON public.persons REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_persons__events();


--
-- Name: targets _600_history_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_history_delete AFTER DELETE ON public.targets REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__history();


--
-- Name: targets _600_history_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_history_insert AFTER INSERT ON public.targets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__history();


--
-- Name: targets _600_history_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_history_update AFTER UPDATE ON public.targets REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__history();


--
-- Name: engagements _600_match_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_match_delete AFTER DELETE ON public.engagements REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagements__rematch();


--
-- Name: engagements _600_match_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_match_insert AFTER INSERT ON public.engagements REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagements__rematch();


--
-- Name: engagements _600_match_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_match_update AFTER UPDATE ON public.engagements REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagements__rematch();


--
-- Name: linkedin_connections _600_wake; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_wake AFTER UPDATE ON public.linkedin_connections REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_linkedin_connections__wake();


--
-- Name: webhook_endpoints _600_wake; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _600_wake AFTER UPDATE ON public.webhook_endpoints FOR EACH ROW WHEN ((new.is_active AND ((NOT old.is_active) OR (old.url <> new.url)))) EXECUTE FUNCTION app.tg_webhook_endpoints__wake();


--
-- Name: engagements _610_match_update_from; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _610_match_update_from AFTER UPDATE ON public.engagements REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_engagements__rematch();


--
-- Name: linkedin_connections _700_audit_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_audit_insert AFTER INSERT OR DELETE ON public.linkedin_connections FOR EACH ROW EXECUTE FUNCTION app.tg_linkedin_connections__audit();


--
-- Name: linkedin_connections _700_audit_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_audit_update AFTER UPDATE ON public.linkedin_connections FOR EACH ROW WHEN ((((old.credentials_given_at IS DISTINCT FROM new.credentials_given_at) OR (old.name IS DISTINCT FROM new.name)) OR (old.api_call_limit IS DISTINCT FROM new.api_call_limit))) EXECUTE FUNCTION app.tg_linkedin_connections__audit();


--
-- Name: alerts _700_tell; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_tell AFTER INSERT ON public.alerts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_alerts__tell();


--
-- Name: csv_imports _700_tell; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_tell AFTER UPDATE ON public.csv_imports FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND (new.state = ANY (ARRAY['completed'::public.import_state, 'failed'::public.import_state])))) EXECUTE FUNCTION app.tg_csv_imports__tell();


--
-- Name: scraping_jobs _700_tell; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_tell AFTER UPDATE ON public.scraping_jobs FOR EACH ROW WHEN (((new.state = ANY (ARRAY['dead'::public.job_state, 'failed'::public.job_state])) AND (old.state <> ALL (ARRAY['dead'::public.job_state, 'failed'::public.job_state])))) EXECUTE FUNCTION app.tg_scraping_jobs__tell();


--
-- Name: targets _700_tell_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_tell_delete AFTER DELETE ON public.targets REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__tell();


--
-- Name: targets _700_tell_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_tell_insert AFTER INSERT ON public.targets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__tell();


--
-- Name: targets _700_tell_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _700_tell_update AFTER UPDATE ON public.targets REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_targets__tell();


--
-- Name: scraping_jobs _900_wake; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER _900_wake AFTER INSERT ON public.scraping_jobs REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tg_scraping_jobs__wake();


--
-- Name: api_calls a_calls_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_calls
    ADD CONSTRAINT a_calls_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: api_calls a_calls_job_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_calls
    ADD CONSTRAINT a_calls_job_exists FOREIGN KEY (tenant_id, job_id) REFERENCES public.scraping_jobs(tenant_id, id) ON DELETE CASCADE;


--
-- Name: campaign_personas a_campaign_meant_for_somebody_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_personas
    ADD CONSTRAINT a_campaign_meant_for_somebody_exists FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaigns(tenant_id, id) ON DELETE CASCADE;


--
-- Name: campaigns a_campaigns_group_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT a_campaigns_group_exists FOREIGN KEY (tenant_id, campaign_group_id) REFERENCES public.campaign_groups(tenant_id, id);


--
-- Name: campaign_personas a_campaigns_persona_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_personas
    ADD CONSTRAINT a_campaigns_persona_exists FOREIGN KEY (tenant_id, persona_id) REFERENCES public.personas(tenant_id, id) ON DELETE CASCADE;


--
-- Name: campaigns a_campaigns_strategy_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT a_campaigns_strategy_exists FOREIGN KEY (tenant_id, strategy_id) REFERENCES public.campaign_strategies(tenant_id, id);


--
-- Name: import_chunks a_chunks_import_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_chunks
    ADD CONSTRAINT a_chunks_import_exists FOREIGN KEY (tenant_id, import_id) REFERENCES public.csv_imports(tenant_id, id) ON DELETE CASCADE;


--
-- Name: page_comments a_commented_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_comments
    ADD CONSTRAINT a_commented_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id) ON DELETE CASCADE;


--
-- Name: consents a_consents_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT a_consents_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: consents a_consents_session_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT a_consents_session_exists FOREIGN KEY (tenant_id, session_id) REFERENCES public.sessions(tenant_id, id) ON DELETE CASCADE;


--
-- Name: linkedin_cookies a_cookie_jars_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.linkedin_cookies
    ADD CONSTRAINT a_cookie_jars_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: webhook_deliveries a_deliverys_endpoint_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT a_deliverys_endpoint_exists FOREIGN KEY (tenant_id, endpoint_id) REFERENCES public.webhook_endpoints(tenant_id, id) ON DELETE CASCADE;


--
-- Name: post_files a_files_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_files
    ADD CONSTRAINT a_files_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id) ON DELETE CASCADE;


--
-- Name: scraping_jobs a_jobs_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scraping_jobs
    ADD CONSTRAINT a_jobs_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id);


--
-- Name: scraping_jobs a_jobs_schedule_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scraping_jobs
    ADD CONSTRAINT a_jobs_schedule_exists FOREIGN KEY (tenant_id, schedule_id) REFERENCES public.job_schedules(tenant_id, id);


--
-- Name: rate_limits a_limits_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT a_limits_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: campaign_posts a_linked_campaign_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_posts
    ADD CONSTRAINT a_linked_campaign_exists FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaigns(tenant_id, id) ON DELETE CASCADE;


--
-- Name: campaign_posts a_linked_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_posts
    ADD CONSTRAINT a_linked_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id) ON DELETE CASCADE;


--
-- Name: ad_metrics_daily a_measured_ad_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ad_metrics_daily
    ADD CONSTRAINT a_measured_ad_exists FOREIGN KEY (tenant_id, ad_id) REFERENCES public.ads(tenant_id, id) ON DELETE CASCADE;


--
-- Name: page_metrics_daily a_measured_page_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_metrics_daily
    ADD CONSTRAINT a_measured_page_exists FOREIGN KEY (tenant_id, organization_id) REFERENCES public.pages(tenant_id, organization_id) ON DELETE CASCADE;


--
-- Name: post_metrics_daily a_measured_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.post_metrics_daily
    ADD CONSTRAINT a_measured_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id) ON DELETE CASCADE;


--
-- Name: upload_parts a_parts_upload_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.upload_parts
    ADD CONSTRAINT a_parts_upload_exists FOREIGN KEY (tenant_id, upload_id) REFERENCES public.uploads(tenant_id, id) ON DELETE CASCADE;


--
-- Name: person_events a_person_events_person_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_events
    ADD CONSTRAINT a_person_events_person_exists FOREIGN KEY (tenant_id, person_id) REFERENCES public.persons(tenant_id, id) ON DELETE CASCADE;


--
-- Name: persons a_persons_company_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persons
    ADD CONSTRAINT a_persons_company_exists FOREIGN KEY (tenant_id, company_id) REFERENCES public.companies(tenant_id, id);


--
-- Name: persona_strategies a_rated_persona_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persona_strategies
    ADD CONSTRAINT a_rated_persona_exists FOREIGN KEY (tenant_id, persona_id) REFERENCES public.personas(tenant_id, id) ON DELETE CASCADE;


--
-- Name: persona_strategies a_rated_strategy_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persona_strategies
    ADD CONSTRAINT a_rated_strategy_exists FOREIGN KEY (tenant_id, strategy_id) REFERENCES public.campaign_strategies(tenant_id, id) ON DELETE CASCADE;


--
-- Name: webhook_inbox a_received_deliverys_source_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_inbox
    ADD CONSTRAINT a_received_deliverys_source_exists FOREIGN KEY (tenant_id, source_id) REFERENCES public.webhook_sources(tenant_id, id) ON DELETE CASCADE;


--
-- Name: import_rejects a_rejects_import_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_rejects
    ADD CONSTRAINT a_rejects_import_exists FOREIGN KEY (tenant_id, import_id) REFERENCES public.csv_imports(tenant_id, id) ON DELETE CASCADE;


--
-- Name: job_schedules a_schedules_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT a_schedules_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: sessions a_sessions_member_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT a_sessions_member_exists FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: targets a_targets_person_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.targets
    ADD CONSTRAINT a_targets_person_exists FOREIGN KEY (tenant_id, person_id) REFERENCES public.persons(tenant_id, id) ON DELETE CASCADE;


--
-- Name: targets a_targets_persona_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.targets
    ADD CONSTRAINT a_targets_persona_exists FOREIGN KEY (tenant_id, persona_id) REFERENCES public.personas(tenant_id, id) ON DELETE CASCADE;


--
-- Name: saved_views a_views_member_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT a_views_member_exists FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: saved_views a_views_tenant_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT a_views_tenant_exists FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: webhook_sources a_webhooks_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_sources
    ADD CONSTRAINT a_webhooks_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: account_links account_links_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_links
    ADD CONSTRAINT account_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: alerts alerts_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT alerts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: actions an_actions_person_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT an_actions_person_exists FOREIGN KEY (tenant_id, person_id) REFERENCES public.persons(tenant_id, id) ON DELETE CASCADE;


--
-- Name: ads an_ads_campaign_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ads
    ADD CONSTRAINT an_ads_campaign_exists FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaigns(tenant_id, id) ON DELETE CASCADE;


--
-- Name: ads an_ads_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ads
    ADD CONSTRAINT an_ads_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id);


--
-- Name: ads an_ads_segment_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ads
    ADD CONSTRAINT an_ads_segment_exists FOREIGN KEY (tenant_id, audience_segment_id) REFERENCES public.audience_segments(tenant_id, id);


--
-- Name: alerts an_alerts_connection_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT an_alerts_connection_exists FOREIGN KEY (tenant_id, connection_id) REFERENCES public.linkedin_connections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: alerts an_alerts_endpoint_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT an_alerts_endpoint_exists FOREIGN KEY (tenant_id, endpoint_id) REFERENCES public.webhook_endpoints(tenant_id, id) ON DELETE CASCADE;


--
-- Name: alerts an_alerts_job_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT an_alerts_job_exists FOREIGN KEY (tenant_id, job_id) REFERENCES public.scraping_jobs(tenant_id, id) ON DELETE CASCADE;


--
-- Name: alerts an_alerts_webhook_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT an_alerts_webhook_exists FOREIGN KEY (tenant_id, webhook_source_id) REFERENCES public.webhook_sources(tenant_id, id) ON DELETE CASCADE;


--
-- Name: engagements an_engagements_person_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.engagements
    ADD CONSTRAINT an_engagements_person_exists FOREIGN KEY (tenant_id, person_id) REFERENCES public.persons(tenant_id, id) ON DELETE CASCADE;


--
-- Name: engagements an_engagements_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.engagements
    ADD CONSTRAINT an_engagements_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id) ON DELETE CASCADE;


--
-- Name: content_calendar an_entrys_campaign_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.content_calendar
    ADD CONSTRAINT an_entrys_campaign_exists FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaigns(tenant_id, id) ON DELETE CASCADE;


--
-- Name: content_calendar an_entrys_post_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.content_calendar
    ADD CONSTRAINT an_entrys_post_exists FOREIGN KEY (tenant_id, post_id) REFERENCES public.posts(tenant_id, id);


--
-- Name: content_calendar an_entrys_strategy_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.content_calendar
    ADD CONSTRAINT an_entrys_strategy_exists FOREIGN KEY (tenant_id, strategy_id) REFERENCES public.campaign_strategies(tenant_id, id);


--
-- Name: target_events an_events_person_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.target_events
    ADD CONSTRAINT an_events_person_exists FOREIGN KEY (tenant_id, person_id) REFERENCES public.persons(tenant_id, id) ON DELETE CASCADE;


--
-- Name: target_events an_events_persona_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.target_events
    ADD CONSTRAINT an_events_persona_exists FOREIGN KEY (tenant_id, persona_id) REFERENCES public.personas(tenant_id, id) ON DELETE CASCADE;


--
-- Name: idempotency_keys an_idempotency_keys_api_key_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT an_idempotency_keys_api_key_exists FOREIGN KEY (tenant_id, api_key_id) REFERENCES public.api_keys(tenant_id, id) ON DELETE CASCADE;


--
-- Name: person_identities an_identitys_person_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_identities
    ADD CONSTRAINT an_identitys_person_exists FOREIGN KEY (tenant_id, person_id) REFERENCES public.persons(tenant_id, id) ON DELETE CASCADE;


--
-- Name: uploads an_uploads_import_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT an_uploads_import_exists FOREIGN KEY (tenant_id, import_id) REFERENCES public.csv_imports(tenant_id, id);


--
-- Name: uploads an_uploads_job_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT an_uploads_job_exists FOREIGN KEY (tenant_id, job_id) REFERENCES public.scraping_jobs(tenant_id, id);


--
-- Name: api_calls api_calls_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_calls
    ADD CONSTRAINT api_calls_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: api_keys api_keys_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: audience_demographics audience_demographics_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audience_demographics
    ADD CONSTRAINT audience_demographics_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: audience_segments audience_segments_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audience_segments
    ADD CONSTRAINT audience_segments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: audit_log audit_log_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: campaign_groups campaign_groups_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_groups
    ADD CONSTRAINT campaign_groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: campaign_strategies campaign_strategies_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign_strategies
    ADD CONSTRAINT campaign_strategies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: campaigns campaigns_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT campaigns_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: companies companies_industry_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_industry_code_fkey FOREIGN KEY (industry_code) REFERENCES public.industries(code);


--
-- Name: companies companies_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: content_calendar content_calendar_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.content_calendar
    ADD CONSTRAINT content_calendar_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: csv_imports csv_imports_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.csv_imports
    ADD CONSTRAINT csv_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: custom_audiences custom_audiences_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.custom_audiences
    ADD CONSTRAINT custom_audiences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: data_keys data_keys_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_keys
    ADD CONSTRAINT data_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: engagement_weights engagement_weights_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.engagement_weights
    ADD CONSTRAINT engagement_weights_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: fold_locks fold_locks_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fold_locks
    ADD CONSTRAINT fold_locks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: idempotency_keys idempotency_keys_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: job_accounts job_accounts_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_accounts
    ADD CONSTRAINT job_accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: job_schedules job_schedules_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: known_devices known_devices_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_devices
    ADD CONSTRAINT known_devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: linkedin_connections linkedin_connections_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.linkedin_connections
    ADD CONSTRAINT linkedin_connections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: matching_state matching_state_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching_state
    ADD CONSTRAINT matching_state_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: memberships memberships_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: memberships memberships_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: migration_leftovers migration_leftovers_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration_leftovers
    ADD CONSTRAINT migration_leftovers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: pages pages_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: personas personas_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personas
    ADD CONSTRAINT personas_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: persons persons_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.persons
    ADD CONSTRAINT persons_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: posts posts_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: reports reports_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: scraping_jobs scraping_jobs_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scraping_jobs
    ADD CONSTRAINT scraping_jobs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: uploads uploads_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: user_identities user_identities_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_identities
    ADD CONSTRAINT user_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: webhook_endpoints webhook_endpoints_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: webhook_inbox webhook_inbox_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_inbox
    ADD CONSTRAINT webhook_inbox_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: webhook_sources webhook_sources_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_sources
    ADD CONSTRAINT webhook_sources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: account_links; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account_links ENABLE ROW LEVEL SECURITY;

--
-- Name: actions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.actions ENABLE ROW LEVEL SECURITY;

--
-- Name: ad_metrics_daily; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ad_metrics_daily ENABLE ROW LEVEL SECURITY;

--
-- Name: ads; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ads ENABLE ROW LEVEL SECURITY;

--
-- Name: alerts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.alerts ENABLE ROW LEVEL SECURITY;

--
-- Name: api_calls; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.api_calls ENABLE ROW LEVEL SECURITY;

--
-- Name: api_keys; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.api_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: audience_demographics; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audience_demographics ENABLE ROW LEVEL SECURITY;

--
-- Name: audience_segments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audience_segments ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_log; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_daily; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_daily ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_groups; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_groups ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_people; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_people ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_persona_daily; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_persona_daily ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_persona_totals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_persona_totals ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_personas; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_personas ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_posts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_posts ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_strategies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign_strategies ENABLE ROW LEVEL SECURITY;

--
-- Name: campaigns; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaigns ENABLE ROW LEVEL SECURITY;

--
-- Name: companies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.companies ENABLE ROW LEVEL SECURITY;

--
-- Name: consents; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.consents ENABLE ROW LEVEL SECURITY;

--
-- Name: content_calendar; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.content_calendar ENABLE ROW LEVEL SECURITY;

--
-- Name: countries; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.countries ENABLE ROW LEVEL SECURITY;

--
-- Name: csv_imports; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.csv_imports ENABLE ROW LEVEL SECURITY;

--
-- Name: custom_audiences; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.custom_audiences ENABLE ROW LEVEL SECURITY;

--
-- Name: data_keys; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.data_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: engagement_deltas; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.engagement_deltas ENABLE ROW LEVEL SECURITY;

--
-- Name: engagement_weights; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.engagement_weights ENABLE ROW LEVEL SECURITY;

--
-- Name: engagements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.engagements ENABLE ROW LEVEL SECURITY;

--
-- Name: fold_locks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.fold_locks ENABLE ROW LEVEL SECURITY;

--
-- Name: guess_limits; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.guess_limits ENABLE ROW LEVEL SECURITY;

--
-- Name: idempotency_keys; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.idempotency_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: import_chunks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.import_chunks ENABLE ROW LEVEL SECURITY;

--
-- Name: import_rejects; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.import_rejects ENABLE ROW LEVEL SECURITY;

--
-- Name: industries; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.industries ENABLE ROW LEVEL SECURITY;

--
-- Name: job_accounts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.job_accounts ENABLE ROW LEVEL SECURITY;

--
-- Name: job_schedules; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.job_schedules ENABLE ROW LEVEL SECURITY;

--
-- Name: known_devices; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.known_devices ENABLE ROW LEVEL SECURITY;

--
-- Name: link_deltas; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.link_deltas ENABLE ROW LEVEL SECURITY;

--
-- Name: linkedin_connections; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.linkedin_connections ENABLE ROW LEVEL SECURITY;

--
-- Name: linkedin_cookies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.linkedin_cookies ENABLE ROW LEVEL SECURITY;

--
-- Name: master_keys; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.master_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: matching_state; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.matching_state ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships ENABLE ROW LEVEL SECURITY;

--
-- Name: migration_leftovers; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.migration_leftovers ENABLE ROW LEVEL SECURITY;

--
-- Name: migration_report; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.migration_report ENABLE ROW LEVEL SECURITY;

--
-- Name: page_comments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.page_comments ENABLE ROW LEVEL SECURITY;

--
-- Name: page_metrics_daily; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.page_metrics_daily ENABLE ROW LEVEL SECURITY;

--
-- Name: pages; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.pages ENABLE ROW LEVEL SECURITY;

--
-- Name: pending_work; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.pending_work ENABLE ROW LEVEL SECURITY;

--
-- Name: people_sets; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_sets ENABLE ROW LEVEL SECURITY;

--
-- Name: person_engagement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.person_engagement ENABLE ROW LEVEL SECURITY;

--
-- Name: person_events; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.person_events ENABLE ROW LEVEL SECURITY;

--
-- Name: person_identities; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.person_identities ENABLE ROW LEVEL SECURITY;

--
-- Name: persona_daily; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.persona_daily ENABLE ROW LEVEL SECURITY;

--
-- Name: persona_strategies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.persona_strategies ENABLE ROW LEVEL SECURITY;

--
-- Name: personas; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.personas ENABLE ROW LEVEL SECURITY;

--
-- Name: persons; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.persons ENABLE ROW LEVEL SECURITY;

--
-- Name: post_files; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.post_files ENABLE ROW LEVEL SECURITY;

--
-- Name: post_metrics_daily; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.post_metrics_daily ENABLE ROW LEVEL SECURITY;

--
-- Name: post_persona_totals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.post_persona_totals ENABLE ROW LEVEL SECURITY;

--
-- Name: post_totals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.post_totals ENABLE ROW LEVEL SECURITY;

--
-- Name: posts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.posts ENABLE ROW LEVEL SECURITY;

--
-- Name: rate_limits; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.rate_limits ENABLE ROW LEVEL SECURITY;

--
-- Name: countries reference_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reference_rows ON public.countries FOR SELECT TO rapport_app USING ((code IS NOT NULL));


--
-- Name: industries reference_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reference_rows ON public.industries FOR SELECT TO rapport_app USING ((code IS NOT NULL));


--
-- Name: reports; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reports ENABLE ROW LEVEL SECURITY;

--
-- Name: saved_views; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.saved_views ENABLE ROW LEVEL SECURITY;

--
-- Name: schema_versions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.schema_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: scraping_jobs; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.scraping_jobs ENABLE ROW LEVEL SECURITY;

--
-- Name: sessions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: target_deltas; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.target_deltas ENABLE ROW LEVEL SECURITY;

--
-- Name: target_events; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.target_events ENABLE ROW LEVEL SECURITY;

--
-- Name: targets; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.targets ENABLE ROW LEVEL SECURITY;

--
-- Name: actions tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.actions TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: ad_metrics_daily tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.ad_metrics_daily TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: ads tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.ads TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: alerts tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.alerts TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: api_calls tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.api_calls TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: api_keys tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.api_keys TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: audience_demographics tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.audience_demographics TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: audience_segments tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.audience_segments TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: audit_log tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.audit_log TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_daily tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_daily TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_groups tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_groups TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_people tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_people TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_persona_daily tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_persona_daily TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_persona_totals tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_persona_totals TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_personas tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_personas TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_posts tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_posts TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaign_strategies tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaign_strategies TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: campaigns tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.campaigns TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: companies tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.companies TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: consents tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.consents TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: content_calendar tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.content_calendar TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: csv_imports tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.csv_imports TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: custom_audiences tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.custom_audiences TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: data_keys tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.data_keys TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: engagement_deltas tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.engagement_deltas TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: engagement_weights tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.engagement_weights TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: engagements tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.engagements TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: fold_locks tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.fold_locks TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: idempotency_keys tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.idempotency_keys TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: import_chunks tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.import_chunks TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: import_rejects tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.import_rejects TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: job_accounts tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.job_accounts TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: job_schedules tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.job_schedules TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: link_deltas tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.link_deltas TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: linkedin_connections tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.linkedin_connections TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: linkedin_cookies tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.linkedin_cookies TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: matching_state tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.matching_state TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: memberships tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.memberships TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: migration_leftovers tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.migration_leftovers TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: page_comments tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.page_comments TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: page_metrics_daily tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.page_metrics_daily TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: pages tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.pages TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: people_sets tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.people_sets TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: person_engagement tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.person_engagement TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: person_events tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.person_events TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: person_identities tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.person_identities TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: persona_daily tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.persona_daily TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: persona_strategies tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.persona_strategies TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: personas tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.personas TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: persons tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.persons TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: post_files tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.post_files TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: post_metrics_daily tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.post_metrics_daily TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: post_persona_totals tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.post_persona_totals TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: post_totals tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.post_totals TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: posts tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.posts TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: rate_limits tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.rate_limits TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: reports tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.reports TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: saved_views tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.saved_views TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: scraping_jobs tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.scraping_jobs TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: sessions tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.sessions TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: target_deltas tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.target_deltas TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: target_events tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.target_events TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: targets tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.targets TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: tenants tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.tenants TO rapport_app USING ((id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: upload_parts tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.upload_parts TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: uploads tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.uploads TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: webhook_deliveries tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.webhook_deliveries TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: webhook_endpoints tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.webhook_endpoints TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: webhook_inbox tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.webhook_inbox TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: webhook_sources tenant_rows; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenant_rows ON public.webhook_sources TO rapport_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));


--
-- Name: tenants; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tenants ENABLE ROW LEVEL SECURITY;

--
-- Name: upload_parts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.upload_parts ENABLE ROW LEVEL SECURITY;

--
-- Name: uploads; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.uploads ENABLE ROW LEVEL SECURITY;

--
-- Name: user_identities; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.user_identities ENABLE ROW LEVEL SECURITY;

--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- Name: webhook_deliveries; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.webhook_deliveries ENABLE ROW LEVEL SECURITY;

--
-- Name: webhook_endpoints; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.webhook_endpoints ENABLE ROW LEVEL SECURITY;

--
-- Name: webhook_inbox; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.webhook_inbox ENABLE ROW LEVEL SECURITY;

--
-- Name: webhook_sources; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.webhook_sources ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA app; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA app TO rapport_app;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO rapport_app;


--
-- Name: FUNCTION active_personas(tenant uuid, chosen uuid[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.active_personas(tenant uuid, chosen uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.active_personas(tenant uuid, chosen uuid[]) TO rapport_app;


--
-- Name: FUNCTION actor(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.actor() FROM PUBLIC;
GRANT ALL ON FUNCTION app.actor() TO rapport_app;


--
-- Name: FUNCTION add_endpoint(called text, at_url text, wanted_events text[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.add_endpoint(called text, at_url text, wanted_events text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.add_endpoint(called text, at_url text, wanted_events text[]) TO rapport_app;


--
-- Name: FUNCTION advertised_engagements(proven numeric, reported numeric, counted_clicks numeric); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.advertised_engagements(proven numeric, reported numeric, counted_clicks numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION app.advertised_engagements(proven numeric, reported numeric, counted_clicks numeric) TO rapport_app;


--
-- Name: FUNCTION all_ads(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.all_ads() FROM PUBLIC;
GRANT ALL ON FUNCTION app.all_ads() TO rapport_app;


--
-- Name: FUNCTION append_to_upload(upload uuid, at bigint, piece bytea); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.append_to_upload(upload uuid, at bigint, piece bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.append_to_upload(upload uuid, at bigint, piece bytea) TO rapport_app;


--
-- Name: FUNCTION audience_allowed(tenant uuid, people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.audience_allowed(tenant uuid, people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audience_allowed(tenant uuid, people integer[]) TO rapport_app;


--
-- Name: FUNCTION audience_chosen(tenant uuid, of_persona uuid, of_segment text, of_campaign integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.audience_chosen(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audience_chosen(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) TO rapport_app;


--
-- Name: FUNCTION audience_companies(tenant uuid, people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.audience_companies(tenant uuid, people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audience_companies(tenant uuid, people integer[]) TO rapport_app;


--
-- Name: FUNCTION audience_contacts(tenant uuid, people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.audience_contacts(tenant uuid, people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audience_contacts(tenant uuid, people integer[]) TO rapport_app;


--
-- Name: FUNCTION audience_people(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.audience_people(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audience_people(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION audience_survey(tenant uuid, of_persona uuid, of_segment text, of_campaign integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.audience_survey(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audience_survey(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) TO rapport_app;


--
-- Name: FUNCTION auto_match_new_people_to_personas(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.auto_match_new_people_to_personas() FROM PUBLIC;


--
-- Name: FUNCTION begin_chunk(tenant uuid, import uuid, number integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.begin_chunk(tenant uuid, import uuid, number integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.begin_chunk(tenant uuid, import uuid, number integer) TO rapport_app;


--
-- Name: FUNCTION begin_sending(endpoint uuid, outgoing uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.begin_sending(endpoint uuid, outgoing uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.begin_sending(endpoint uuid, outgoing uuid) TO rapport_app;


--
-- Name: FUNCTION beta_cdf(x double precision, a double precision, b double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.beta_cdf(x double precision, a double precision, b double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.beta_cdf(x double precision, a double precision, b double precision) TO rapport_app;


--
-- Name: FUNCTION beta_draw(a double precision, b double precision, seed bigint, key text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.beta_draw(a double precision, b double precision, seed bigint, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.beta_draw(a double precision, b double precision, seed bigint, key text) TO rapport_app;


--
-- Name: FUNCTION beta_quantile(p double precision, a double precision, b double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.beta_quantile(p double precision, a double precision, b double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.beta_quantile(p double precision, a double precision, b double precision) TO rapport_app;


--
-- Name: FUNCTION bit_of(person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.bit_of(person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.bit_of(person integer) TO rapport_app;


--
-- Name: FUNCTION cancel_job(job uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.cancel_job(job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.cancel_job(job uuid) TO rapport_app;


--
-- Name: FUNCTION change_upload(upload uuid, with_options jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.change_upload(upload uuid, with_options jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.change_upload(upload uuid, with_options jsonb) TO rapport_app;


--
-- Name: FUNCTION check_ad(ad integer, said jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.check_ad(ad integer, said jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.check_ad(ad integer, said jsonb) TO rapport_app;


--
-- Name: FUNCTION chunk_of(person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.chunk_of(person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.chunk_of(person integer) TO rapport_app;


--
-- Name: FUNCTION claim_delivery(wanted uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.claim_delivery(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.claim_delivery(wanted uuid) TO rapport_app;


--
-- Name: FUNCTION claim_endpoints(how_many integer, lease interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.claim_endpoints(how_many integer, lease interval) FROM PUBLIC;


--
-- Name: FUNCTION claim_jobs(how_many integer, lease interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.claim_jobs(how_many integer, lease interval) FROM PUBLIC;


--
-- Name: FUNCTION companies_statement(asked jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.companies_statement(asked jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.companies_statement(asked jsonb) TO rapport_app;


--
-- Name: FUNCTION company_by_key(tenant uuid, key text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.company_by_key(tenant uuid, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.company_by_key(tenant uuid, key text) TO rapport_app;


--
-- Name: FUNCTION company_key(name text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.company_key(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.company_key(name text) TO rapport_app;


--
-- Name: FUNCTION company_of(tenant uuid, name text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.company_of(tenant uuid, name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.company_of(tenant uuid, name text) TO rapport_app;


--
-- Name: FUNCTION complete_job(job uuid, attempt uuid, items integer, made integer, changed integer, details jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.complete_job(job uuid, attempt uuid, items integer, made integer, changed integer, details jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.complete_job(job uuid, attempt uuid, items integer, made integer, changed integer, details jsonb) TO rapport_app;


--
-- Name: FUNCTION connection_alert(name text, status public.connection_status, reason text, paused_reason text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.connection_alert(name text, status public.connection_status, reason text, paused_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.connection_alert(name text, status public.connection_status, reason text, paused_reason text) TO rapport_app;


--
-- Name: FUNCTION costs_money(campaign integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.costs_money(campaign integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.costs_money(campaign integer) TO rapport_app;


--
-- Name: FUNCTION counted(n bigint, singular text, plural text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.counted(n bigint, singular text, plural text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.counted(n bigint, singular text, plural text) TO rapport_app;


--
-- Name: FUNCTION country_codes(names text[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.country_codes(names text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.country_codes(names text[]) TO rapport_app;


--
-- Name: FUNCTION criteria_error(criteria jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.criteria_error(criteria jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.criteria_error(criteria jsonb) TO rapport_app;


--
-- Name: FUNCTION criteria_hints(criteria jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.criteria_hints(criteria jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.criteria_hints(criteria jsonb) TO rapport_app;


--
-- Name: FUNCTION criteria_of(criteria jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.criteria_of(criteria jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.criteria_of(criteria jsonb) TO rapport_app;


--
-- Name: FUNCTION current_tenant(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.current_tenant() FROM PUBLIC;
GRANT ALL ON FUNCTION app.current_tenant() TO rapport_app;


--
-- Name: FUNCTION database_findings(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.database_findings() FROM PUBLIC;
GRANT ALL ON FUNCTION app.database_findings() TO rapport_app;


--
-- Name: FUNCTION default_call_limit(type public.connection_type); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.default_call_limit(type public.connection_type) FROM PUBLIC;
GRANT ALL ON FUNCTION app.default_call_limit(type public.connection_type) TO rapport_app;


--
-- Name: FUNCTION default_rate(type public.connection_type, endpoint text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.default_rate(type public.connection_type, endpoint text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.default_rate(type public.connection_type, endpoint text) TO rapport_app;


--
-- Name: FUNCTION delete_connection(connection uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delete_connection(connection uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.delete_connection(connection uuid) TO rapport_app;


--
-- Name: FUNCTION delete_person(tenant uuid, person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delete_person(tenant uuid, person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.delete_person(tenant uuid, person integer) TO rapport_app;


--
-- Name: FUNCTION delete_post(tenant uuid, post integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delete_post(tenant uuid, post integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.delete_post(tenant uuid, post integer) TO rapport_app;


--
-- Name: FUNCTION delete_schedule(schedule uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delete_schedule(schedule uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.delete_schedule(schedule uuid) TO rapport_app;


--
-- Name: FUNCTION delete_tenant(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delete_tenant(tenant uuid) FROM PUBLIC;


--
-- Name: FUNCTION delete_upload(upload uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delete_upload(upload uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.delete_upload(upload uuid) TO rapport_app;


--
-- Name: FUNCTION delivery_body(outgoing uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.delivery_body(outgoing uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.delivery_body(outgoing uuid) TO rapport_app;


--
-- Name: FUNCTION differences(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.differences() FROM PUBLIC;
GRANT ALL ON FUNCTION app.differences() TO rapport_app;


--
-- Name: FUNCTION employer_keys(positions jsonb, are_current boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.employer_keys(positions jsonb, are_current boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.employer_keys(positions jsonb, are_current boolean) TO rapport_app;


--
-- Name: FUNCTION end_chunk(tenant uuid, import uuid, number integer, counts app.chunk_counts, skipped bigint, rejected bigint, reasons jsonb, rejects jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.end_chunk(tenant uuid, import uuid, number integer, counts app.chunk_counts, skipped bigint, rejected bigint, reasons jsonb, rejects jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.end_chunk(tenant uuid, import uuid, number integer, counts app.chunk_counts, skipped bigint, rejected bigint, reasons jsonb, rejects jsonb) TO rapport_app;


--
-- Name: FUNCTION end_delivery(delivery uuid, attempt integer, details jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.end_delivery(delivery uuid, attempt integer, details jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.end_delivery(delivery uuid, attempt integer, details jsonb) TO rapport_app;


--
-- Name: FUNCTION end_sending(outgoing uuid, attempt integer, http_status integer, latency integer, answer_start text, problem text, rest interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.end_sending(outgoing uuid, attempt integer, http_status integer, latency integer, answer_start text, problem text, rest interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.end_sending(outgoing uuid, attempt integer, http_status integer, latency integer, answer_start text, problem text, rest interval) TO rapport_app;


--
-- Name: FUNCTION end_upload(upload uuid, report jsonb, import uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.end_upload(upload uuid, report jsonb, import uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.end_upload(upload uuid, report jsonb, import uuid) TO rapport_app;


--
-- Name: FUNCTION endpoint_alert(name text, trouble text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.endpoint_alert(name text, trouble text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.endpoint_alert(name text, trouble text) TO rapport_app;


--
-- Name: FUNCTION endpoints_for(of_event public.endpoint_event); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.endpoints_for(of_event public.endpoint_event) FROM PUBLIC;
GRANT ALL ON FUNCTION app.endpoints_for(of_event public.endpoint_event) TO rapport_app;


--
-- Name: FUNCTION engagement_score(tenant uuid, person integer, since date); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.engagement_score(tenant uuid, person integer, since date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.engagement_score(tenant uuid, person integer, since date) TO rapport_app;


--
-- Name: FUNCTION enqueue_job(of_kind public.job_kind, with_input jsonb, with_connection uuid, at timestamp with time zone, with_priority integer, with_cost_limit numeric, with_max_attempts integer, with_schedule uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.enqueue_job(of_kind public.job_kind, with_input jsonb, with_connection uuid, at timestamp with time zone, with_priority integer, with_cost_limit numeric, with_max_attempts integer, with_schedule uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.enqueue_job(of_kind public.job_kind, with_input jsonb, with_connection uuid, at timestamp with time zone, with_priority integer, with_cost_limit numeric, with_max_attempts integer, with_schedule uuid) TO rapport_app;


--
-- Name: FUNCTION enqueue_scheduled_jobs(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.enqueue_scheduled_jobs() FROM PUBLIC;
GRANT ALL ON FUNCTION app.enqueue_scheduled_jobs() TO rapport_app;


--
-- Name: FUNCTION enrichment_candidates(at_most integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.enrichment_candidates(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.enrichment_candidates(at_most integer) TO rapport_app;


--
-- Name: FUNCTION exclude_target(tenant uuid, persona uuid, person integer, why text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.exclude_target(tenant uuid, persona uuid, person integer, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.exclude_target(tenant uuid, persona uuid, person integer, why text) TO rapport_app;


--
-- Name: FUNCTION extend_lease(job uuid, attempt uuid, lease interval, share real); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.extend_lease(job uuid, attempt uuid, lease interval, share real) FROM PUBLIC;
GRANT ALL ON FUNCTION app.extend_lease(job uuid, attempt uuid, lease interval, share real) TO rapport_app;


--
-- Name: FUNCTION fail_delivery(delivery uuid, attempt integer, problem text, is_final boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.fail_delivery(delivery uuid, attempt integer, problem text, is_final boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.fail_delivery(delivery uuid, attempt integer, problem text, is_final boolean) TO rapport_app;


--
-- Name: FUNCTION fail_job(job uuid, attempt uuid, problem text, is_final boolean, rest interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.fail_job(job uuid, attempt uuid, problem text, is_final boolean, rest interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.fail_job(job uuid, attempt uuid, problem text, is_final boolean, rest interval) TO rapport_app;


--
-- Name: FUNCTION find_or_make_campaign(tenant uuid, campaign text, campaign_group text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.find_or_make_campaign(tenant uuid, campaign text, campaign_group text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.find_or_make_campaign(tenant uuid, campaign text, campaign_group text) TO rapport_app;


--
-- Name: FUNCTION find_or_make_company(tenant uuid, company text, key text, page_id text, page_slug text, OUT company_id integer, OUT is_new boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.find_or_make_company(tenant uuid, company text, key text, page_id text, page_slug text, OUT company_id integer, OUT is_new boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.find_or_make_company(tenant uuid, company text, key text, page_id text, page_slug text, OUT company_id integer, OUT is_new boolean) TO rapport_app;


--
-- Name: FUNCTION find_post(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.find_post(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.find_post(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) TO rapport_app;


--
-- Name: FUNCTION find_posts(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.find_posts(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.find_posts(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) TO rapport_app;


--
-- Name: FUNCTION finish_call(call bigint, http_status integer, latency integer, size bigint, problem text, is_failure boolean, rest interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.finish_call(call bigint, http_status integer, latency integer, size bigint, problem text, is_failure boolean, rest interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.finish_call(call bigint, http_status integer, latency integer, size bigint, problem text, is_failure boolean, rest interval) TO rapport_app;


--
-- Name: FUNCTION first_read(tenant uuid, import uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.first_read(tenant uuid, import uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.first_read(tenant uuid, import uuid) TO rapport_app;


--
-- Name: FUNCTION fold_case(t text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.fold_case(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.fold_case(t text) TO rapport_app;


--
-- Name: FUNCTION fold_engagements(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.fold_engagements() FROM PUBLIC;
GRANT ALL ON FUNCTION app.fold_engagements() TO rapport_app;


--
-- Name: FUNCTION fold_tenant(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.fold_tenant(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.fold_tenant(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION forget_people(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.forget_people() FROM PUBLIC;
GRANT ALL ON FUNCTION app.forget_people() TO rapport_app;


--
-- Name: FUNCTION found_companies(tenant uuid, asked jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.found_companies(tenant uuid, asked jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.found_companies(tenant uuid, asked jsonb) TO rapport_app;


--
-- Name: FUNCTION found_people(tenant uuid, asked jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.found_people(tenant uuid, asked jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.found_people(tenant uuid, asked jsonb) TO rapport_app;


--
-- Name: FUNCTION get_recommended_strategies_for_persona(persona uuid, how_many integer, explore boolean, seed bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.get_recommended_strategies_for_persona(persona uuid, how_many integer, explore boolean, seed bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.get_recommended_strategies_for_persona(persona uuid, how_many integer, explore boolean, seed bigint) TO rapport_app;


--
-- Name: FUNCTION hand_back_job(job uuid, attempt uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hand_back_job(job uuid, attempt uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hand_back_job(job uuid, attempt uuid) TO rapport_app;


--
-- Name: TABLE scraping_jobs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.scraping_jobs TO rapport_app;


--
-- Name: FUNCTION has_begun_run(job public.scraping_jobs); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.has_begun_run(job public.scraping_jobs) FROM PUBLIC;
GRANT ALL ON FUNCTION app.has_begun_run(job public.scraping_jobs) TO rapport_app;


--
-- Name: FUNCTION has_owner(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.has_owner(tenant uuid) FROM PUBLIC;


--
-- Name: FUNCTION has_tag(tags text[], tag text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.has_tag(tags text[], tag text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.has_tag(tags text[], tag text) TO rapport_app;


--
-- Name: FUNCTION have_word_in_common(a text, b text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.have_word_in_common(a text, b text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.have_word_in_common(a text, b text) TO rapport_app;


--
-- Name: FUNCTION hint_run(run text, with_connection uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hint_run(run text, with_connection uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hint_run(run text, with_connection uuid) TO rapport_app;


--
-- Name: FUNCTION hint_sync(with_connection uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hint_sync(with_connection uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hint_sync(with_connection uuid) TO rapport_app;


--
-- Name: FUNCTION hold_for_enrichment(tenant uuid, people app.staged_person[], told app.staged_company[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hold_for_enrichment(tenant uuid, people app.staged_person[], told app.staged_company[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_for_enrichment(tenant uuid, people app.staged_person[], told app.staged_company[]) TO rapport_app;


--
-- Name: FUNCTION hold_persons(people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hold_persons(people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_persons(people integer[]) TO rapport_app;


--
-- Name: FUNCTION hold_target(tenant uuid, persona uuid, person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hold_target(tenant uuid, persona uuid, person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_target(tenant uuid, persona uuid, person integer) TO rapport_app;


--
-- Name: FUNCTION home_of(account uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.home_of(account uuid) FROM PUBLIC;


--
-- Name: FUNCTION how_near(name text, ways text[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.how_near(name text, ways text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.how_near(name text, ways text[]) TO rapport_app;


--
-- Name: FUNCTION identities_of(people app.staged_person[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.identities_of(people app.staged_person[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.identities_of(people app.staged_person[]) TO rapport_app;


--
-- Name: FUNCTION industry_codes(labels text[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.industry_codes(labels text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.industry_codes(labels text[]) TO rapport_app;


--
-- Name: TABLE api_keys; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_keys TO rapport_app;


--
-- Name: FUNCTION is_good(key public.api_keys); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_good(key public.api_keys) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_good(key public.api_keys) TO rapport_app;


--
-- Name: FUNCTION is_in(people bit, person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_in(people bit, person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_in(people bit, person integer) TO rapport_app;


--
-- Name: TABLE reports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports TO rapport_app;


--
-- Name: FUNCTION is_open(report public.reports); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_open(report public.reports) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_open(report public.reports) TO rapport_app;


--
-- Name: FUNCTION is_patched(version_number integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_patched(version_number integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_patched(version_number integer) TO rapport_app;


--
-- Name: FUNCTION is_plain_name(name text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_plain_name(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_plain_name(name text) TO rapport_app;


--
-- Name: TABLE uploads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uploads TO rapport_app;


--
-- Name: FUNCTION is_under_way(upload public.uploads); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_under_way(upload public.uploads) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_under_way(upload public.uploads) TO rapport_app;


--
-- Name: FUNCTION is_usable(status public.connection_status); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_usable(status public.connection_status) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_usable(status public.connection_status) TO rapport_app;


--
-- Name: FUNCTION keep_up(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.keep_up() FROM PUBLIC;
GRANT ALL ON FUNCTION app.keep_up() TO rapport_app;


--
-- Name: FUNCTION kind_of(type public.engagement_type, reaction public.reaction_type); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.kind_of(type public.engagement_type, reaction public.reaction_type) FROM PUBLIC;
GRANT ALL ON FUNCTION app.kind_of(type public.engagement_type, reaction public.reaction_type) TO rapport_app;


--
-- Name: FUNCTION known_people(tenant uuid, people app.staged_person[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.known_people(tenant uuid, people app.staged_person[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.known_people(tenant uuid, people app.staged_person[]) TO rapport_app;


--
-- Name: FUNCTION known_targeting(targeting jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.known_targeting(targeting jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.known_targeting(targeting jsonb) TO rapport_app;


--
-- Name: FUNCTION kpi_value(wanted public.kpi, impressions numeric, engagements numeric, unique_engagers numeric, targeted_engagers numeric, comments numeric, shares numeric, clicks numeric, spend numeric, paid_clicks numeric, paid_engagements numeric); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.kpi_value(wanted public.kpi, impressions numeric, engagements numeric, unique_engagers numeric, targeted_engagers numeric, comments numeric, shares numeric, clicks numeric, spend numeric, paid_clicks numeric, paid_engagements numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION app.kpi_value(wanted public.kpi, impressions numeric, engagements numeric, unique_engagers numeric, targeted_engagers numeric, comments numeric, shares numeric, clicks numeric, spend numeric, paid_clicks numeric, paid_engagements numeric) TO rapport_app;


--
-- Name: FUNCTION product_weight(kind "char"); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.product_weight(kind "char") FROM PUBLIC;
GRANT ALL ON FUNCTION app.product_weight(kind "char") TO rapport_app;


--
-- Name: TABLE engagement_weights; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.engagement_weights TO rapport_app;


--
-- Name: TABLE tenants; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.tenants TO rapport_app;


--
-- Name: COLUMN tenants.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.tenants TO rapport_app;


--
-- Name: COLUMN tenants.time_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(time_zone) ON TABLE public.tenants TO rapport_app;


--
-- Name: COLUMN tenants.currency; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(currency) ON TABLE public.tenants TO rapport_app;


--
-- Name: COLUMN tenants.people_kept_months; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(people_kept_months) ON TABLE public.tenants TO rapport_app;


--
-- Name: TABLE weights; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.weights TO rapport_app;


--
-- Name: FUNCTION least_120ths(w app.weights); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.least_120ths(w app.weights) FROM PUBLIC;
GRANT ALL ON FUNCTION app.least_120ths(w app.weights) TO rapport_app;


--
-- Name: FUNCTION link_ad_posts(tenant uuid, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.link_ad_posts(tenant uuid, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.link_ad_posts(tenant uuid, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION listed_post(upload public.uploads); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.listed_post(upload public.uploads) FROM PUBLIC;
GRANT ALL ON FUNCTION app.listed_post(upload public.uploads) TO rapport_app;


--
-- Name: FUNCTION ln_beta(a double precision, b double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.ln_beta(a double precision, b double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ln_beta(a double precision, b double precision) TO rapport_app;


--
-- Name: FUNCTION ln_beta_cdf(t double precision, a double precision, b double precision, ln_beta double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.ln_beta_cdf(t double precision, a double precision, b double precision, ln_beta double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ln_beta_cdf(t double precision, a double precision, b double precision, ln_beta double precision) TO rapport_app;


--
-- Name: FUNCTION ln_gamma(x double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.ln_gamma(x double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ln_gamma(x double precision) TO rapport_app;


--
-- Name: FUNCTION lock_people(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.lock_people(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.lock_people(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION make_room_for_upload(bytes bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.make_room_for_upload(bytes bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.make_room_for_upload(bytes bigint) TO rapport_app;


--
-- Name: FUNCTION mark_enrichment_asked(people integer[], service text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.mark_enrichment_asked(people integer[], service text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.mark_enrichment_asked(people integer[], service text) TO rapport_app;


--
-- Name: FUNCTION match_person_to_personas(person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.match_person_to_personas(person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.match_person_to_personas(person integer) TO rapport_app;


--
-- Name: FUNCTION match_personas_to_strategy(strategy uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.match_personas_to_strategy(strategy uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.match_personas_to_strategy(strategy uuid) TO rapport_app;


--
-- Name: FUNCTION matches_of(tenant uuid, personas jsonb, people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.matches_of(tenant uuid, personas jsonb, people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.matches_of(tenant uuid, personas jsonb, people integer[]) TO rapport_app;


--
-- Name: FUNCTION matching_differences(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.matching_differences() FROM PUBLIC;
GRANT ALL ON FUNCTION app.matching_differences() TO rapport_app;


--
-- Name: FUNCTION may_keep(what text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.may_keep(what text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_keep(what text) TO rapport_app;


--
-- Name: FUNCTION members(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.members(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.members(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION merge_ads(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_ads(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_ads(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_companies(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_companies(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_companies(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_connections(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_connections(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_connections(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_demographics(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_demographics(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_demographics(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_doubles(tenant uuid, people app.staged_person[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_doubles(tenant uuid, people app.staged_person[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_doubles(tenant uuid, people app.staged_person[]) TO rapport_app;


--
-- Name: FUNCTION merge_engagements(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_engagements(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_engagements(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_page(tenant uuid, import uuid, organization text, page_name text, page_slug text, page_followers bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_page(tenant uuid, import uuid, organization text, page_name text, page_slug text, page_followers bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_page(tenant uuid, import uuid, organization text, page_name text, page_slug text, page_followers bigint) TO rapport_app;


--
-- Name: FUNCTION merge_page_comments(tenant uuid, import uuid, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_page_comments(tenant uuid, import uuid, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_page_comments(tenant uuid, import uuid, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_page_days(tenant uuid, import uuid, organization text, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_page_days(tenant uuid, import uuid, organization text, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_page_days(tenant uuid, import uuid, organization text, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_page_posts(tenant uuid, import uuid, page_name text, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_page_posts(tenant uuid, import uuid, page_name text, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_page_posts(tenant uuid, import uuid, page_name text, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_persons(tenant uuid, winner integer, loser integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_persons(tenant uuid, winner integer, loser integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_persons(tenant uuid, winner integer, loser integer) TO rapport_app;


--
-- Name: FUNCTION merge_posts(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_posts(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_posts(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION merge_profiles(tenant uuid, import uuid, origin public.data_source, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_profiles(tenant uuid, import uuid, origin public.data_source, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_profiles(tenant uuid, import uuid, origin public.data_source, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION most_120ths(w app.weights); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.most_120ths(w app.weights) FROM PUBLIC;
GRANT ALL ON FUNCTION app.most_120ths(w app.weights) TO rapport_app;


--
-- Name: FUNCTION most_waiting_bytes(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.most_waiting_bytes() FROM PUBLIC;
GRANT ALL ON FUNCTION app.most_waiting_bytes() TO rapport_app;


--
-- Name: FUNCTION move_windows(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.move_windows(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.move_windows(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION name_degrees(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.name_degrees() FROM PUBLIC;
GRANT ALL ON FUNCTION app.name_degrees() TO rapport_app;


--
-- Name: FUNCTION name_titles(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.name_titles() FROM PUBLIC;
GRANT ALL ON FUNCTION app.name_titles() TO rapport_app;


--
-- Name: FUNCTION near_thresholds(tenant uuid, people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.near_thresholds(tenant uuid, people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.near_thresholds(tenant uuid, people integer[]) TO rapport_app;


--
-- Name: FUNCTION network_of(address inet, bits_of_4 integer, bits_of_6 integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.network_of(address inet, bits_of_4 integer, bits_of_6 integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.network_of(address inet, bits_of_4 integer, bits_of_6 integer) TO rapport_app;


--
-- Name: FUNCTION no_people(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.no_people() FROM PUBLIC;
GRANT ALL ON FUNCTION app.no_people() TO rapport_app;


--
-- Name: FUNCTION note_cost(job uuid, attempt uuid, usage numeric, is_over boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.note_cost(job uuid, attempt uuid, usage numeric, is_over boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.note_cost(job uuid, attempt uuid, usage numeric, is_over boolean) TO rapport_app;


--
-- Name: FUNCTION note_enrichment_failures(people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.note_enrichment_failures(people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.note_enrichment_failures(people integer[]) TO rapport_app;


--
-- Name: FUNCTION note_enrichment_misses(people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.note_enrichment_misses(people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.note_enrichment_misses(people integer[]) TO rapport_app;


--
-- Name: FUNCTION note_run(job uuid, attempt uuid, run text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.note_run(job uuid, attempt uuid, run text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.note_run(job uuid, attempt uuid, run text) TO rapport_app;


--
-- Name: FUNCTION old_industry_names(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.old_industry_names() FROM PUBLIC;
GRANT ALL ON FUNCTION app.old_industry_names() TO rapport_app;


--
-- Name: FUNCTION title_words(t text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.title_words(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.title_words(t text) TO rapport_app;


--
-- Name: FUNCTION words(t text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.words(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.words(t text) TO rapport_app;


--
-- Name: TABLE companies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.companies TO rapport_app;


--
-- Name: TABLE countries; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.countries TO rapport_app;


--
-- Name: TABLE industries; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.industries TO rapport_app;


--
-- Name: TABLE persons; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.persons TO rapport_app;


--
-- Name: TABLE person_facts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.person_facts TO rapport_app;


--
-- Name: FUNCTION outcome(c app.criterion, f app.person_facts, engagement bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.outcome(c app.criterion, f app.person_facts, engagement bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.outcome(c app.criterion, f app.person_facts, engagement bigint) TO rapport_app;


--
-- Name: FUNCTION own_tables(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.own_tables() FROM PUBLIC;
GRANT ALL ON FUNCTION app.own_tables() TO rapport_app;


--
-- Name: FUNCTION park_job(job uuid, attempt uuid, why text, rest interval, needs_help boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.park_job(job uuid, attempt uuid, why text, rest interval, needs_help boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.park_job(job uuid, attempt uuid, why text, rest interval, needs_help boolean) TO rapport_app;


--
-- Name: FUNCTION people_statement(asked jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.people_statement(asked jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.people_statement(asked jsonb) TO rapport_app;


--
-- Name: FUNCTION people_unseen(tenant uuid, months integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.people_unseen(tenant uuid, months integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.people_unseen(tenant uuid, months integer) TO rapport_app;


--
-- Name: FUNCTION percent_text(rate double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.percent_text(rate double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.percent_text(rate double precision) TO rapport_app;


--
-- Name: FUNCTION person_text(name text, title_override text, current_title text, headline text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.person_text(name text, title_override text, current_title text, headline text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.person_text(name text, title_override text, current_title text, headline text) TO rapport_app;


--
-- Name: FUNCTION phrase(t text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.phrase(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.phrase(t text) TO rapport_app;


--
-- Name: FUNCTION pin_target(tenant uuid, persona uuid, person integer, why text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.pin_target(tenant uuid, persona uuid, person integer, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.pin_target(tenant uuid, persona uuid, person integer, why text) TO rapport_app;


--
-- Name: FUNCTION post_title(title text, body text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.post_title(title text, body text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.post_title(title text, body text) TO rapport_app;


--
-- Name: FUNCTION preview_persona(tenant uuid, persona uuid, criteria jsonb, threshold numeric); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.preview_persona(tenant uuid, persona uuid, criteria jsonb, threshold numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION app.preview_persona(tenant uuid, persona uuid, criteria jsonb, threshold numeric) TO rapport_app;


--
-- Name: FUNCTION purge_accounts(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_accounts() FROM PUBLIC;


--
-- Name: FUNCTION purge_calls(older_than interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_calls(older_than interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_calls(older_than interval) TO rapport_app;


--
-- Name: FUNCTION purge_deliveries(older_than interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_deliveries(older_than interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_deliveries(older_than interval) TO rapport_app;


--
-- Name: FUNCTION purge_idempotency_keys(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_idempotency_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_idempotency_keys() TO rapport_app;


--
-- Name: FUNCTION purge_reports(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_reports() FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_reports() TO rapport_app;


--
-- Name: FUNCTION purge_restricted(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_restricted() FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_restricted() TO rapport_app;


--
-- Name: FUNCTION purge_sendings(older_than interval); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_sendings(older_than interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_sendings(older_than interval) TO rapport_app;


--
-- Name: FUNCTION purge_uploads(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.purge_uploads() FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_uploads() TO rapport_app;


--
-- Name: FUNCTION put_back_for_enrichment(people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.put_back_for_enrichment(people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.put_back_for_enrichment(people integer[]) TO rapport_app;


--
-- Name: FUNCTION ranked_strategies(tenant uuid, persona uuid, seed bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.ranked_strategies(tenant uuid, persona uuid, seed bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ranked_strategies(tenant uuid, persona uuid, seed bigint) TO rapport_app;


--
-- Name: FUNCTION rate_times(rate double precision, factor double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rate_times(rate double precision, factor double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rate_times(rate double precision, factor double precision) TO rapport_app;


--
-- Name: FUNCTION receipt_line(place integer, weight integer, outcome integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.receipt_line(place integer, weight integer, outcome integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.receipt_line(place integer, weight integer, outcome integer) TO rapport_app;


--
-- Name: FUNCTION receipt_lines(receipt integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.receipt_lines(receipt integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.receipt_lines(receipt integer[]) TO rapport_app;


--
-- Name: FUNCTION receipt_score(receipt integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.receipt_score(receipt integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.receipt_score(receipt integer[]) TO rapport_app;


--
-- Name: FUNCTION receipt_words(receipt integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.receipt_words(receipt integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.receipt_words(receipt integer[]) TO rapport_app;


--
-- Name: FUNCTION recommendation_reason(successes bigint, trials bigint, people_engaged bigint, people bigint, posts bigint, lift double precision, lower double precision, upper double precision, baseline double precision, relevance numeric, elsewhere bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.recommendation_reason(successes bigint, trials bigint, people_engaged bigint, people bigint, posts bigint, lift double precision, lower double precision, upper double precision, baseline double precision, relevance numeric, elsewhere bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.recommendation_reason(successes bigint, trials bigint, people_engaged bigint, people bigint, posts bigint, lift double precision, lower double precision, upper double precision, baseline double precision, relevance numeric, elsewhere bigint) TO rapport_app;


--
-- Name: FUNCTION recommended_strategies(tenant uuid, personas uuid[], how_many integer, seed bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.recommended_strategies(tenant uuid, personas uuid[], how_many integer, seed bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.recommended_strategies(tenant uuid, personas uuid[], how_many integer, seed bigint) TO rapport_app;


--
-- Name: FUNCTION refresh_persona_engagement_trends(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.refresh_persona_engagement_trends() FROM PUBLIC;
GRANT ALL ON FUNCTION app.refresh_persona_engagement_trends() TO rapport_app;


--
-- Name: FUNCTION release_target(tenant uuid, persona uuid, person integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.release_target(tenant uuid, persona uuid, person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.release_target(tenant uuid, persona uuid, person integer) TO rapport_app;


--
-- Name: FUNCTION rematch(tenant uuid, people integer[], personas uuid[], why public.match_cause); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rematch(tenant uuid, people integer[], personas uuid[], why public.match_cause) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rematch(tenant uuid, people integer[], personas uuid[], why public.match_cause) TO rapport_app;


--
-- Name: FUNCTION rematch_engaged(tenant uuid, people integer[], why public.match_cause); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rematch_engaged(tenant uuid, people integer[], why public.match_cause) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rematch_engaged(tenant uuid, people integer[], why public.match_cause) TO rapport_app;


--
-- Name: FUNCTION remove_people(tenant uuid, people integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.remove_people(tenant uuid, people integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.remove_people(tenant uuid, people integer[]) TO rapport_app;


--
-- Name: FUNCTION renew_company_keys(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.renew_company_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION app.renew_company_keys() TO rapport_app;


--
-- Name: FUNCTION renew_folded_texts(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.renew_folded_texts() FROM PUBLIC;
GRANT ALL ON FUNCTION app.renew_folded_texts() TO rapport_app;


--
-- Name: FUNCTION repair_metrics(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.repair_metrics(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.repair_metrics(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION replay_delivery(delivery uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.replay_delivery(delivery uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.replay_delivery(delivery uuid) TO rapport_app;


--
-- Name: FUNCTION replay_sending(outgoing uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.replay_sending(outgoing uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.replay_sending(outgoing uuid) TO rapport_app;


--
-- Name: FUNCTION require_tenant(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_tenant(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_tenant(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION reserve_cost(job uuid, attempt uuid, wanted numeric); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.reserve_cost(job uuid, attempt uuid, wanted numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION app.reserve_cost(job uuid, attempt uuid, wanted numeric) TO rapport_app;


--
-- Name: FUNCTION resolve_companies(tenant uuid, names text[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.resolve_companies(tenant uuid, names text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.resolve_companies(tenant uuid, names text[]) TO rapport_app;


--
-- Name: FUNCTION resolve_people(tenant uuid, import uuid, origin public.data_source, people app.staged_person[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.resolve_people(tenant uuid, import uuid, origin public.data_source, people app.staged_person[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.resolve_people(tenant uuid, import uuid, origin public.data_source, people app.staged_person[]) TO rapport_app;


--
-- Name: FUNCTION rest_after(attempt integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rest_after(attempt integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rest_after(attempt integer) TO rapport_app;


--
-- Name: FUNCTION retry_job(job uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.retry_job(job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.retry_job(job uuid) TO rapport_app;


--
-- Name: FUNCTION revive_jobs(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.revive_jobs() FROM PUBLIC;
GRANT ALL ON FUNCTION app.revive_jobs() TO rapport_app;


--
-- Name: FUNCTION rule_error(rule jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rule_error(rule jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rule_error(rule jsonb) TO rapport_app;


--
-- Name: FUNCTION rule_unknown(tenant uuid, rule jsonb, before jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rule_unknown(tenant uuid, rule jsonb, before jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rule_unknown(tenant uuid, rule jsonb, before jsonb) TO rapport_app;


--
-- Name: FUNCTION score_of_counts(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.score_of_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION app.score_of_counts() TO rapport_app;


--
-- Name: FUNCTION score_of_settled(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.score_of_settled() FROM PUBLIC;
GRANT ALL ON FUNCTION app.score_of_settled() TO rapport_app;


--
-- Name: FUNCTION seal_anew(into_table text, into_row uuid, old bytea, new bytea); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.seal_anew(into_table text, into_row uuid, old bytea, new bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.seal_anew(into_table text, into_row uuid, old bytea, new bytea) TO rapport_app;


--
-- Name: FUNCTION seed_tenant(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.seed_tenant(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.seed_tenant(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION segment_keys(tenant uuid, rule jsonb, key text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.segment_keys(tenant uuid, rule jsonb, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.segment_keys(tenant uuid, rule jsonb, key text) TO rapport_app;


--
-- Name: FUNCTION segment_members(tenant uuid, segment text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.segment_members(tenant uuid, segment text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.segment_members(tenant uuid, segment text) TO rapport_app;


--
-- Name: FUNCTION segment_people(tenant uuid, rule jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.segment_people(tenant uuid, rule jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.segment_people(tenant uuid, rule jsonb) TO rapport_app;


--
-- Name: FUNCTION segment_statement(rule jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.segment_statement(rule jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.segment_statement(rule jsonb) TO rapport_app;


--
-- Name: FUNCTION set_budget(usd numeric); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.set_budget(usd numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION app.set_budget(usd numeric) TO rapport_app;


--
-- Name: FUNCTION set_post_counters(tenant uuid, import uuid, rows jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.set_post_counters(tenant uuid, import uuid, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.set_post_counters(tenant uuid, import uuid, rows jsonb) TO rapport_app;


--
-- Name: FUNCTION sets_of(tenant uuid, of_kind "char", of_keys text[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.sets_of(tenant uuid, of_kind "char", of_keys text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sets_of(tenant uuid, of_kind "char", of_keys text[]) TO rapport_app;


--
-- Name: FUNCTION snowflake_time(id bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.snowflake_time(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.snowflake_time(id bigint) TO rapport_app;


--
-- Name: FUNCTION sort_key(item jsonb, field text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.sort_key(item jsonb, field text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sort_key(item jsonb, field text) TO rapport_app;


--
-- Name: FUNCTION spent_this_month(of_connection uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.spent_this_month(of_connection uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.spent_this_month(of_connection uuid) TO rapport_app;


--
-- Name: FUNCTION state_after(job public.scraping_jobs, is_final boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.state_after(job public.scraping_jobs, is_final boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.state_after(job public.scraping_jobs, is_final boolean) TO rapport_app;


--
-- Name: FUNCTION stem(word text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stem(word text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.stem(word text) TO rapport_app;


--
-- Name: FUNCTION stirling_remainder(x double precision); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stirling_remainder(x double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION app.stirling_remainder(x double precision) TO rapport_app;


--
-- Name: FUNCTION strategy_fit(persona_criteria jsonb, seniorities public.seniority[], functions public.job_function[], type public.strategy_type, objective public.campaign_objective); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.strategy_fit(persona_criteria jsonb, seniorities public.seniority[], functions public.job_function[], type public.strategy_type, objective public.campaign_objective) FROM PUBLIC;
GRANT ALL ON FUNCTION app.strategy_fit(persona_criteria jsonb, seniorities public.seniority[], functions public.job_function[], type public.strategy_type, objective public.campaign_objective) TO rapport_app;


--
-- Name: FUNCTION strategy_posteriors(evidence app.strategy_evidence[], persona uuid, seed bigint); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.strategy_posteriors(evidence app.strategy_evidence[], persona uuid, seed bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.strategy_posteriors(evidence app.strategy_evidence[], persona uuid, seed bigint) TO rapport_app;


--
-- Name: FUNCTION sweep_rollups(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.sweep_rollups(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sweep_rollups(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION take_call(connection uuid, endpoint_class text, for_job uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_call(connection uuid, endpoint_class text, for_job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_call(connection uuid, endpoint_class text, for_job uuid) TO rapport_app;


--
-- Name: FUNCTION take_delivery(source uuid, delivery text, with_headers jsonb, with_body bytea, at_most integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_delivery(source uuid, delivery text, with_headers jsonb, with_body bytea, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_delivery(source uuid, delivery text, with_headers jsonb, with_body bytea, at_most integer) TO rapport_app;


--
-- Name: FUNCTION take_guess(login text, address inet, device bytea); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_guess(login text, address inet, device bytea) FROM PUBLIC;


--
-- Name: FUNCTION take_idempotency_key(holder uuid, wanted text, hash bytea); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_idempotency_key(holder uuid, wanted text, hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_idempotency_key(holder uuid, wanted text, hash bytea) TO rapport_app;


--
-- Name: FUNCTION take_leave(limits jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_leave(limits jsonb) FROM PUBLIC;


--
-- Name: FUNCTION take_mail(login text, address inet); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_mail(login text, address inet) FROM PUBLIC;


--
-- Name: FUNCTION take_report(address inet); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_report(address inet) FROM PUBLIC;


--
-- Name: FUNCTION take_up_upload(upload uuid, as_trial boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.take_up_upload(upload uuid, as_trial boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_up_upload(upload uuid, as_trial boolean) TO rapport_app;


--
-- Name: FUNCTION tell_companies(tenant uuid, origin public.data_source, told app.staged_company[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tell_companies(tenant uuid, origin public.data_source, told app.staged_company[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tell_companies(tenant uuid, origin public.data_source, told app.staged_company[]) TO rapport_app;


--
-- Name: FUNCTION tenant_today(tenant uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tenant_today(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_today(tenant uuid) TO rapport_app;


--
-- Name: FUNCTION text_array(list jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.text_array(list jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.text_array(list jsonb) TO rapport_app;


--
-- Name: FUNCTION tg_alerts__tell(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_alerts__tell() FROM PUBLIC;


--
-- Name: FUNCTION tg_api_keys__audit(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_api_keys__audit() FROM PUBLIC;


--
-- Name: FUNCTION tg_audience_segments__check(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_audience_segments__check() FROM PUBLIC;


--
-- Name: FUNCTION tg_campaign_posts__log(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_campaign_posts__log() FROM PUBLIC;


--
-- Name: FUNCTION tg_campaign_strategies__mix(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_campaign_strategies__mix() FROM PUBLIC;


--
-- Name: FUNCTION tg_companies__gate(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_companies__gate() FROM PUBLIC;


--
-- Name: FUNCTION tg_companies__key(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_companies__key() FROM PUBLIC;


--
-- Name: FUNCTION tg_companies__rematch(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_companies__rematch() FROM PUBLIC;


--
-- Name: FUNCTION tg_csv_imports__tell(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_csv_imports__tell() FROM PUBLIC;


--
-- Name: FUNCTION tg_engagement_weights__rematch(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_engagement_weights__rematch() FROM PUBLIC;


--
-- Name: FUNCTION tg_engagements__day(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_engagements__day() FROM PUBLIC;


--
-- Name: FUNCTION tg_engagements__rematch(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_engagements__rematch() FROM PUBLIC;


--
-- Name: FUNCTION tg_linkedin_connections__alert(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_linkedin_connections__alert() FROM PUBLIC;


--
-- Name: FUNCTION tg_linkedin_connections__audit(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_linkedin_connections__audit() FROM PUBLIC;


--
-- Name: FUNCTION tg_linkedin_connections__status(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_linkedin_connections__status() FROM PUBLIC;


--
-- Name: FUNCTION tg_linkedin_connections__wake(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_linkedin_connections__wake() FROM PUBLIC;


--
-- Name: FUNCTION tg_matching__exclusive_gate(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_matching__exclusive_gate() FROM PUBLIC;


--
-- Name: FUNCTION tg_matching__gate(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_matching__gate() FROM PUBLIC;


--
-- Name: FUNCTION tg_memberships__audit(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_memberships__audit() FROM PUBLIC;


--
-- Name: FUNCTION tg_memberships__owners(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_memberships__owners() FROM PUBLIC;


--
-- Name: FUNCTION tg_personas__check(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_personas__check() FROM PUBLIC;


--
-- Name: FUNCTION tg_personas__first_match(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_personas__first_match() FROM PUBLIC;


--
-- Name: FUNCTION tg_personas__rematch(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_personas__rematch() FROM PUBLIC;


--
-- Name: FUNCTION tg_persons__events(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_persons__events() FROM PUBLIC;


--
-- Name: FUNCTION tg_persons__fold(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_persons__fold() FROM PUBLIC;


--
-- Name: FUNCTION tg_persons__rematch(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_persons__rematch() FROM PUBLIC;


--
-- Name: FUNCTION tg_posts__time(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_posts__time() FROM PUBLIC;


--
-- Name: FUNCTION tg_refuse_truncate(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_refuse_truncate() FROM PUBLIC;


--
-- Name: FUNCTION tg_reports__audit(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_reports__audit() FROM PUBLIC;


--
-- Name: FUNCTION tg_scraping_jobs__alert(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_scraping_jobs__alert() FROM PUBLIC;


--
-- Name: FUNCTION tg_scraping_jobs__tell(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_scraping_jobs__tell() FROM PUBLIC;


--
-- Name: FUNCTION tg_scraping_jobs__wake(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_scraping_jobs__wake() FROM PUBLIC;


--
-- Name: FUNCTION tg_stamp__updated_at(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_stamp__updated_at() FROM PUBLIC;


--
-- Name: FUNCTION tg_targets__history(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_targets__history() FROM PUBLIC;


--
-- Name: FUNCTION tg_targets__log(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_targets__log() FROM PUBLIC;


--
-- Name: FUNCTION tg_targets__tell(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_targets__tell() FROM PUBLIC;


--
-- Name: FUNCTION tg_tenants__matching_state(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_tenants__matching_state() FROM PUBLIC;


--
-- Name: FUNCTION tg_uploads__alert(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_uploads__alert() FROM PUBLIC;


--
-- Name: FUNCTION tg_users__doors(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_users__doors() FROM PUBLIC;


--
-- Name: FUNCTION tg_users__owners(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_users__owners() FROM PUBLIC;


--
-- Name: FUNCTION tg_webhook_endpoints__alert(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_webhook_endpoints__alert() FROM PUBLIC;


--
-- Name: FUNCTION tg_webhook_endpoints__audit(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_webhook_endpoints__audit() FROM PUBLIC;


--
-- Name: FUNCTION tg_webhook_endpoints__begin_anew(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_webhook_endpoints__begin_anew() FROM PUBLIC;


--
-- Name: FUNCTION tg_webhook_endpoints__wake(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_webhook_endpoints__wake() FROM PUBLIC;


--
-- Name: FUNCTION tg_webhook_inbox__alert(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.tg_webhook_inbox__alert() FROM PUBLIC;


--
-- Name: FUNCTION two_names(name text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.two_names(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.two_names(name text) TO rapport_app;


--
-- Name: FUNCTION type_campaigns_by_posts(tenant uuid, changed_posts integer[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.type_campaigns_by_posts(tenant uuid, changed_posts integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.type_campaigns_by_posts(tenant uuid, changed_posts integer[]) TO rapport_app;


--
-- Name: FUNCTION uniform_draw(seed bigint, key text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.uniform_draw(seed bigint, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.uniform_draw(seed bigint, key text) TO rapport_app;


--
-- Name: FUNCTION unite_companies(tenant uuid, winner integer, loser integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.unite_companies(tenant uuid, winner integer, loser integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.unite_companies(tenant uuid, winner integer, loser integer) TO rapport_app;


--
-- Name: FUNCTION unite_posts(tenant uuid, winner integer, loser integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.unite_posts(tenant uuid, winner integer, loser integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.unite_posts(tenant uuid, winner integer, loser integer) TO rapport_app;


--
-- Name: FUNCTION update_campaign_metrics_on_engagement(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.update_campaign_metrics_on_engagement() FROM PUBLIC;


--
-- Name: FUNCTION upload_item(upload public.uploads); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.upload_item(upload public.uploads) FROM PUBLIC;
GRANT ALL ON FUNCTION app.upload_item(upload public.uploads) TO rapport_app;


--
-- Name: FUNCTION upload_state(upload public.uploads); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.upload_state(upload public.uploads) FROM PUBLIC;
GRANT ALL ON FUNCTION app.upload_state(upload public.uploads) TO rapport_app;


--
-- Name: FUNCTION use_api_key(key_prefix text, hash bytea); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.use_api_key(key_prefix text, hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.use_api_key(key_prefix text, hash bytea) TO rapport_app;


--
-- Name: FUNCTION use_session(tenant uuid, hash bytea); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.use_session(tenant uuid, hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.use_session(tenant uuid, hash bytea) TO rapport_app;


--
-- Name: FUNCTION verdict(place integer, weight integer, required boolean, outcome integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.verdict(place integer, weight integer, required boolean, outcome integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.verdict(place integer, weight integer, required boolean, outcome integer) TO rapport_app;


--
-- Name: FUNCTION wants(wanted public.endpoint_event[], of_event public.endpoint_event); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.wants(wanted public.endpoint_event[], of_event public.endpoint_event) FROM PUBLIC;
GRANT ALL ON FUNCTION app.wants(wanted public.endpoint_event[], of_event public.endpoint_event) TO rapport_app;


--
-- Name: FUNCTION ways_near(said text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.ways_near(said text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ways_near(said text) TO rapport_app;


--
-- Name: FUNCTION weight_of(w app.weights, type public.engagement_type, reaction public.reaction_type); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.weight_of(w app.weights, type public.engagement_type, reaction public.reaction_type) FROM PUBLIC;
GRANT ALL ON FUNCTION app.weight_of(w app.weights, type public.engagement_type, reaction public.reaction_type) TO rapport_app;


--
-- Name: FUNCTION words_held(said text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.words_held(said text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.words_held(said text) TO rapport_app;


--
-- Name: TABLE ad_metrics_daily; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ad_metrics_daily TO rapport_app;


--
-- Name: TABLE ads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ads TO rapport_app;


--
-- Name: TABLE ad_counters; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.ad_counters TO rapport_app;


--
-- Name: TABLE api_calls; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_calls TO rapport_app;


--
-- Name: TABLE call_summary; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.call_summary TO rapport_app;


--
-- Name: TABLE campaign_strategies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_strategies TO rapport_app;


--
-- Name: TABLE campaigns; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaigns TO rapport_app;


--
-- Name: TABLE content_calendar; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.content_calendar TO rapport_app;


--
-- Name: TABLE posts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.posts TO rapport_app;


--
-- Name: TABLE campaign_calendar; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_calendar TO rapport_app;


--
-- Name: TABLE campaign_posts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_posts TO rapport_app;


--
-- Name: TABLE campaign_counters; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_counters TO rapport_app;


--
-- Name: TABLE engagements; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.engagements TO rapport_app;


--
-- Name: TABLE facts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.facts TO rapport_app;


--
-- Name: TABLE engagement_deltas; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.engagement_deltas TO rapport_app;


--
-- Name: TABLE net_engagements; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.net_engagements TO rapport_app;


--
-- Name: TABLE link_deltas; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.link_deltas TO rapport_app;


--
-- Name: TABLE net_links; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.net_links TO rapport_app;


--
-- Name: TABLE settled_links; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.settled_links TO rapport_app;


--
-- Name: TABLE pending_facts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_facts TO rapport_app;


--
-- Name: TABLE campaign_people; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.campaign_people TO rapport_app;


--
-- Name: TABLE pending_people; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_people TO rapport_app;


--
-- Name: TABLE pending_campaign; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_campaign TO rapport_app;


--
-- Name: TABLE pending_campaign_daily; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_campaign_daily TO rapport_app;


--
-- Name: TABLE campaign_daily; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.campaign_daily TO rapport_app;


--
-- Name: TABLE campaign_day_parts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_day_parts TO rapport_app;


--
-- Name: TABLE campaign_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_counts TO rapport_app;


--
-- Name: TABLE campaign_days; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_days TO rapport_app;


--
-- Name: TABLE campaign_reports; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_reports TO rapport_app;


--
-- Name: TABLE post_totals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.post_totals TO rapport_app;


--
-- Name: TABLE post_engagements; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.post_engagements TO rapport_app;


--
-- Name: TABLE campaign_post_engagements; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_post_engagements TO rapport_app;


--
-- Name: TABLE campaign_engagements; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_engagements TO rapport_app;


--
-- Name: TABLE campaign_engagers; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_engagers TO rapport_app;


--
-- Name: TABLE campaign_targeted; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_targeted TO rapport_app;


--
-- Name: TABLE campaign_groups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_groups TO rapport_app;


--
-- Name: TABLE campaign_personas; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_personas TO rapport_app;


--
-- Name: TABLE personas; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.personas TO rapport_app;


--
-- Name: TABLE campaign_dashboard; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_dashboard TO rapport_app;


--
-- Name: TABLE target_deltas; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.target_deltas TO rapport_app;


--
-- Name: TABLE net_targets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.net_targets TO rapport_app;


--
-- Name: TABLE pending_members; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_members TO rapport_app;


--
-- Name: TABLE targets; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.targets TO rapport_app;


--
-- Name: TABLE settled_targets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.settled_targets TO rapport_app;


--
-- Name: TABLE pending_campaign_persona; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_campaign_persona TO rapport_app;


--
-- Name: TABLE pending_campaign_persona_daily; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_campaign_persona_daily TO rapport_app;


--
-- Name: TABLE campaign_persona_totals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.campaign_persona_totals TO rapport_app;


--
-- Name: TABLE campaign_persona_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_persona_counts TO rapport_app;


--
-- Name: TABLE campaign_performance_by_persona; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_performance_by_persona TO rapport_app;


--
-- Name: TABLE campaign_persona_daily; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.campaign_persona_daily TO rapport_app;


--
-- Name: TABLE campaign_persona_days; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_persona_days TO rapport_app;


--
-- Name: TABLE net_targeted; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.net_targeted TO rapport_app;


--
-- Name: TABLE pending_post_people; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_post_people TO rapport_app;


--
-- Name: TABLE pending_post_targeted; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_post_targeted TO rapport_app;


--
-- Name: TABLE pending_post; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_post TO rapport_app;


--
-- Name: TABLE pending_post_total; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_post_total TO rapport_app;


--
-- Name: TABLE post_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.post_counts TO rapport_app;


--
-- Name: TABLE strategy_sets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.strategy_sets TO rapport_app;


--
-- Name: TABLE strategy_people; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.strategy_people TO rapport_app;


--
-- Name: TABLE strategy_posts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.strategy_posts TO rapport_app;


--
-- Name: TABLE campaign_strategy_performance; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.campaign_strategy_performance TO rapport_app;


--
-- Name: TABLE pending_person_engagement; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_person_engagement TO rapport_app;


--
-- Name: TABLE person_engagement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.person_engagement TO rapport_app;


--
-- Name: TABLE person_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.person_counts TO rapport_app;


--
-- Name: TABLE company_engagement_summary; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.company_engagement_summary TO rapport_app;


--
-- Name: TABLE alerts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.alerts TO rapport_app;


--
-- Name: TABLE linkedin_connections; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.linkedin_connections TO rapport_app;


--
-- Name: TABLE linkedin_cookies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.linkedin_cookies TO rapport_app;


--
-- Name: TABLE connection_overview; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.connection_overview TO rapport_app;


--
-- Name: TABLE webhook_deliveries; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_deliveries TO rapport_app;


--
-- Name: TABLE webhook_endpoints; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_endpoints TO rapport_app;


--
-- Name: TABLE endpoint_delivery_overview; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.endpoint_delivery_overview TO rapport_app;


--
-- Name: TABLE endpoint_overview; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.endpoint_overview TO rapport_app;


--
-- Name: TABLE enrichment_status; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.enrichment_status TO rapport_app;


--
-- Name: TABLE job_status_summary; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.job_status_summary TO rapport_app;


--
-- Name: TABLE page_metrics_daily; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.page_metrics_daily TO rapport_app;


--
-- Name: TABLE pages; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pages TO rapport_app;


--
-- Name: TABLE page_overview; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.page_overview TO rapport_app;


--
-- Name: TABLE pending_day_members; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_day_members TO rapport_app;


--
-- Name: TABLE pending_person_day; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_person_day TO rapport_app;


--
-- Name: TABLE pending_members_of_sets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_members_of_sets TO rapport_app;


--
-- Name: TABLE pending_persona_day; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_persona_day TO rapport_app;


--
-- Name: TABLE pending_persona_daily; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_persona_daily TO rapport_app;


--
-- Name: TABLE pending_post_members; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_post_members TO rapport_app;


--
-- Name: TABLE pending_post_persona; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_post_persona TO rapport_app;


--
-- Name: TABLE pending_sets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.pending_sets TO rapport_app;


--
-- Name: TABLE person_events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person_events TO rapport_app;


--
-- Name: TABLE target_events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.target_events TO rapport_app;


--
-- Name: TABLE person_journey; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.person_journey TO rapport_app;


--
-- Name: TABLE person_scores; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.person_scores TO rapport_app;


--
-- Name: TABLE persona_daily; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.persona_daily TO rapport_app;


--
-- Name: TABLE persona_days; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.persona_days TO rapport_app;


--
-- Name: TABLE persona_engagement_trends; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.persona_engagement_trends TO rapport_app;


--
-- Name: TABLE persona_match_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.persona_match_counts TO rapport_app;


--
-- Name: TABLE post_performance; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.post_performance TO rapport_app;


--
-- Name: TABLE post_persona_totals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.post_persona_totals TO rapport_app;


--
-- Name: TABLE post_persona_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.post_persona_counts TO rapport_app;


--
-- Name: TABLE recount_campaign_days; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_campaign_days TO rapport_app;


--
-- Name: TABLE recount_campaign_engagers; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_campaign_engagers TO rapport_app;


--
-- Name: TABLE recount_campaign_persona_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_campaign_persona_counts TO rapport_app;


--
-- Name: TABLE recount_campaign_persona_days; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_campaign_persona_days TO rapport_app;


--
-- Name: TABLE recount_person_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_person_counts TO rapport_app;


--
-- Name: TABLE recount_persona_days; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_persona_days TO rapport_app;


--
-- Name: TABLE recount_post_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_post_counts TO rapport_app;


--
-- Name: TABLE recount_post_persona_counts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_post_persona_counts TO rapport_app;


--
-- Name: TABLE recount_sets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.recount_sets TO rapport_app;


--
-- Name: TABLE sample_personas; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.sample_personas TO rapport_app;


--
-- Name: TABLE consents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents TO rapport_app;


--
-- Name: TABLE webhook_sources; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_sources TO rapport_app;


--
-- Name: TABLE sealed_values; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.sealed_values TO rapport_app;


--
-- Name: TABLE people_sets; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.people_sets TO rapport_app;


--
-- Name: TABLE sets; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.sets TO rapport_app;


--
-- Name: TABLE strategy_templates; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.strategy_templates TO rapport_app;


--
-- Name: TABLE strategy_trials; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.strategy_trials TO rapport_app;


--
-- Name: TABLE target_receipts; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.target_receipts TO rapport_app;


--
-- Name: TABLE webhook_inbox; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_inbox TO rapport_app;


--
-- Name: TABLE webhook_delivery_overview; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.webhook_delivery_overview TO rapport_app;


--
-- Name: TABLE webhook_source_overview; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.webhook_source_overview TO rapport_app;


--
-- Name: TABLE actions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.actions TO rapport_app;


--
-- Name: SEQUENCE ads_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.ads_id_seq TO rapport_app;


--
-- Name: SEQUENCE api_calls_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.api_calls_id_seq TO rapport_app;


--
-- Name: TABLE audience_demographics; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.audience_demographics TO rapport_app;


--
-- Name: TABLE audience_segments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.audience_segments TO rapport_app;


--
-- Name: TABLE audit_log; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit_log TO rapport_app;


--
-- Name: SEQUENCE audit_log_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.audit_log_id_seq TO rapport_app;


--
-- Name: SEQUENCE campaign_groups_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.campaign_groups_id_seq TO rapport_app;


--
-- Name: SEQUENCE campaigns_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.campaigns_id_seq TO rapport_app;


--
-- Name: SEQUENCE companies_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.companies_id_seq TO rapport_app;


--
-- Name: TABLE csv_imports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.csv_imports TO rapport_app;


--
-- Name: TABLE custom_audiences; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.custom_audiences TO rapport_app;


--
-- Name: TABLE data_keys; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.data_keys TO rapport_app;


--
-- Name: SEQUENCE engagements_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.engagements_id_seq TO rapport_app;


--
-- Name: TABLE fold_locks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.fold_locks TO rapport_app;


--
-- Name: TABLE idempotency_keys; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.idempotency_keys TO rapport_app;


--
-- Name: TABLE import_chunks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_chunks TO rapport_app;


--
-- Name: TABLE import_rejects; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_rejects TO rapport_app;


--
-- Name: TABLE job_accounts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job_accounts TO rapport_app;


--
-- Name: TABLE job_schedules; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job_schedules TO rapport_app;


--
-- Name: TABLE matching_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,UPDATE ON TABLE public.matching_state TO rapport_app;


--
-- Name: TABLE memberships; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.memberships TO rapport_app;


--
-- Name: TABLE migration_leftovers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.migration_leftovers TO rapport_app;


--
-- Name: SEQUENCE migration_leftovers_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.migration_leftovers_id_seq TO rapport_app;


--
-- Name: TABLE page_comments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.page_comments TO rapport_app;


--
-- Name: SEQUENCE person_events_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.person_events_id_seq TO rapport_app;


--
-- Name: TABLE person_identities; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person_identities TO rapport_app;


--
-- Name: TABLE persona_strategies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.persona_strategies TO rapport_app;


--
-- Name: SEQUENCE persons_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.persons_id_seq TO rapport_app;


--
-- Name: TABLE post_files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.post_files TO rapport_app;


--
-- Name: TABLE post_metrics_daily; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.post_metrics_daily TO rapport_app;


--
-- Name: SEQUENCE posts_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.posts_id_seq TO rapport_app;


--
-- Name: TABLE rate_limits; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rate_limits TO rapport_app;


--
-- Name: TABLE saved_views; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.saved_views TO rapport_app;


--
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO rapport_app;


--
-- Name: SEQUENCE target_events_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.target_events_id_seq TO rapport_app;


--
-- Name: TABLE upload_parts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.upload_parts TO rapport_app;


--
-- PostgreSQL database dump complete
--


