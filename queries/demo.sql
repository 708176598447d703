-- What `rapport demo` adds to the rows that came through the importer, each kind in one statement.

--! dress_tenant
update tenants set name = :name, time_zone = :time_zone, currency = :currency where id = :id;

--! seed
select app.seed_tenant(:id) is null as is_done;

--! set_currency
update campaign_strategies set currency = :currency where tenant_id = :id and is_template;

--! mark
insert into audit_log (tenant_id, actor, event, details)
select id, 'rapport demo', :event, :details from tenants where slug = 'default';

--! marks : ()
select a.event, a.details
from audit_log a
where a.actor = 'rapport demo'
order by a.id;

--! is_empty
select not exists (select from persons) and not exists (select from campaigns) as is_empty;

--! describe_groups
update campaign_groups g
set client_name = r.client, start_date = r.start_date, budget = r.budget, currency = r.currency
from jsonb_to_recordset(:rows) r(name text, client text, start_date date, budget numeric, currency text)
where g.name = r.name;

--! describe_campaigns
update campaigns c
set description = r.description, type = r.type::campaign_type, objective = r.objective::campaign_objective, start_date = r.start_date,
  end_date = r.end_date, status = r.status::campaign_status, budget = r.budget, currency = r.currency, kpi_target = r.kpi_target, strategy_id = s.id
from jsonb_to_recordset(:rows) r(name text, description text, type text, objective text, start_date date, end_date date, status text,
  budget numeric, currency text, kpi_target numeric, strategy text)
join campaign_strategies s on s.name = r.strategy
where c.name = r.name;

--! mean_personas
insert into campaign_personas (campaign_id, persona_id)
select c.id, q.id
from jsonb_to_recordset(:rows) r(name text, personas jsonb)
join campaigns c on c.name = r.name
join personas q on r.personas ? q.name;

--! describe_posts
update posts p
set author = r.author, content_type = r.content_type::content_type, impressions = r.impressions, views = r.views, clicks = r.clicks,
  counters_at = :now, audience = r.audience
from jsonb_to_recordset(:rows) r(a bigint, author text, content_type text, impressions bigint, views bigint, clicks bigint, audience text)
where p.activity_id = r.a;

--! load_engagements
insert into engagements (post_id, person_id, engagement_type, reaction_type, comment_id, comment_text, engaged_at, engaged_on, time_basis, source)
select p.id, i.person_id, r.t::engagement_type, r.r::reaction_type, r.c, r.x, r.at, (r.at at time zone z.time_zone)::date,
  (case when r.t = 'comment' then 'derived' else 'exact' end)::time_basis, 'sample'
from jsonb_to_recordset(:rows) r(m text, a bigint, t text, r text, c text, x text, at timestamptz)
join person_identities i on i.kind = 'member_id' and i.value = r.m
join posts p on p.activity_id = r.a
join tenants z on z.id = :tenant
order by i.person_id, p.id, r.t, r.c;

--! set_reaction_times
update engagements e
set engaged_at = r.at, engaged_on = (r.at at time zone z.time_zone)::date, time_basis = 'exact'
from jsonb_to_recordset(:rows) r(m text, a bigint, at timestamptz)
join person_identities i on i.kind = 'member_id' and i.value = r.m
join posts p on p.activity_id = r.a
join tenants z on z.id = :tenant
where e.engagement_type = 'reaction' and e.tenant_id = :tenant and e.person_id = i.person_id and e.post_id = p.id;

--! describe_companies
update companies c
set industry = r.industry, industry_code = r.industry_code, size_band = r.size_band::size_band, country = r.country, location = r.city
from jsonb_to_recordset(:rows) r(name text, industry text, industry_code integer, size_band text, country text, city text)
where c.name_key = app.company_key(r.name);

--! describe_people
update persons p
set location = coalesce(r.location, p.location), country = coalesce(r.country, p.country), is_follower = r.is_follower,
  follower_since = case when r.is_follower then e.first_seen::date end,
  enrichment_status = (case when r.country is not null then 'enriched' else 'never' end)::enrichment_status,
  enrichment_source = case when r.country is not null then 'sample' end,
  enriched_at = case when r.country is not null then e.first_seen + interval '1 hour' end,
  lead_status = r.lead_status::lead_status, is_notable = r.is_notable, notable_reason = r.notable_reason,
  first_seen = e.first_seen, last_seen = e.last_seen
from jsonb_to_recordset(:rows) r(m text, location text, country text, is_follower boolean, lead_status text, is_notable boolean,
  notable_reason text)
join person_identities i on i.kind = 'member_id' and i.value = r.m
join (
  select person_id, min(engaged_at) as first_seen, max(engaged_at) as last_seen from engagements group by 1
) e on e.person_id = i.person_id
where p.id = i.person_id;

--! date_history
update target_events t
set happened_at = p.first_seen
from persons p
where p.tenant_id = t.tenant_id and p.id = t.person_id and t.event in ('entered', 'left', 'score_changed');

--! link_ads
update ads a
set post_id = p.id, start_date = r.start_date, end_date = r.end_date
from jsonb_to_recordset(:rows) r(name text, a bigint, start_date date, end_date date)
join posts p on p.activity_id = r.a
where a.name = r.name;

--! rate_strategies
insert into persona_strategies (persona_id, strategy_id, relevance_score, notes, set_by)
select q.id, s.id, r.relevance, r.notes, 'demo'
from jsonb_to_recordset(:rows) r(persona text, strategy text, relevance numeric, notes text)
join personas q on q.name = r.persona
join campaign_strategies s on s.name = r.strategy
order by q.id, s.id;

--! plan_calendar
insert into content_calendar (campaign_id, post_id, strategy_id, title, description, scheduled_at, status, content_type, is_paid, notes)
select c.id, p.id, c.strategy_id, r.title, r.description, r.scheduled_at, r.status::calendar_status, r.content_type::content_type,
  coalesce(r.is_paid, false), r.notes
from jsonb_to_recordset(:rows) r(campaign text, a bigint, title text, description text, scheduled_at timestamptz, status text,
  content_type text, is_paid boolean, notes text)
join campaigns c on c.name = r.campaign
left join posts p on p.activity_id = r.a
order by r.scheduled_at, r.title;

--! add_segment
insert into audience_segments (name, description, rule) values (:name, :description, :rule);

--! add_audience
insert into custom_audiences (name, description, targeting, estimated_reach) values (:name, :description, :targeting, :reach);

--! pin
select app.pin_target(q.tenant_id, q.id, i.person_id, :why)::text as nothing
from personas q, person_identities i
where q.name = :persona and i.kind = 'member_id' and i.value = :member;

--! exclude
select app.exclude_target(q.tenant_id, q.id, i.person_id, :why)::text as nothing
from personas q, person_identities i
where q.name = :persona and i.kind = 'member_id' and i.value = :member;

--! counts : ()
select row_to_json(c) as row
from (
  select t.slug as tenant, t.name, t.currency,
    (select count(*) from persons p where p.tenant_id = t.id) as people,
    (select count(*) from companies p where p.tenant_id = t.id) as companies,
    (select count(*) from campaign_groups g where g.tenant_id = t.id) as campaign_groups,
    (select count(*) from campaigns c where c.tenant_id = t.id) as campaigns,
    (select count(*) from posts p where p.tenant_id = t.id) as posts,
    (select count(*) from ads a where a.tenant_id = t.id) as ads,
    (select count(*) from engagements e where e.tenant_id = t.id) as engagements,
    (select count(*) from targets g where g.tenant_id = t.id and g.is_active) as targets,
    (select count(distinct g.person_id) from targets g where g.tenant_id = t.id and g.is_active) as targeted_people,
    (select count(*) from csv_imports i where i.tenant_id = t.id) as imports
  from tenants t
  order by t.created_at, t.slug
) c;

--! recommendations : ()
select row_to_json(r) as row
from personas q, get_recommended_strategies_for_persona(q.id, :most) r
where q.name = :persona;

--! trends : ()
select row_to_json(t) as row
from (
  select persona, sum(engagements) as engagements, array_agg(engagements order by day) as days,
    sum(engagements) filter (where day > today - 7) as last_7_days,
    sum(engagements) filter (where day > today - 14 and day <= today - 7) as previous_7_days
  from (select *, max(day) over () as today from persona_engagement_trends) d
  group by persona
  having sum(engagements) > 0
  order by sum(engagements) desc, persona
) t;

--! dress_post
update posts
set title = :title, counters_at = now(), counters_source = 'sample',
  impressions = 40 * (select count(*) from engagements e where e.tenant_id = posts.tenant_id and e.post_id = posts.id)
where url = :url;
