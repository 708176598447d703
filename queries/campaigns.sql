--! dashboard_rows (campaign?) : ()
select row_to_json(d) as row
from (
  select *
  from campaign_dashboard d
  where :campaign::integer is null or d.campaign_id = :campaign
  order by d.campaign_group nulls last, d.campaign
) d;

--! campaign_by_name : ()
select id, name from campaigns where lower(name) = lower(:name) or id::text = :name order by id limit 1;

--! campaign_names : ()
select name from campaigns order by lower(name);

--! campaign_personas (campaign?) : ()
select row_to_json(p) as row
from (
  select * from campaign_performance_by_persona
  where :campaign::integer is null or campaign_id = :campaign
  order by campaign, engagements desc, persona
) p;

--! campaign_personas_reached : ()
select to_jsonb(p) - array['tenant_id', 'campaign_id', 'campaign'] as row
from campaign_performance_by_persona p
where p.campaign_id = :campaign
order by p.engagements desc, p.persona, p.persona_id;

--! campaign_exists
select exists (select from campaigns where id = :campaign);

--! campaign_days : ()
select row_to_json(d) as row
from (
  -- Every day of the past 90 from the first on which something happened, since a day without anything is a figure too.
  select at::date as day, coalesce(d.likes + d.reactions, 0) as reactions, coalesce(d.comments, 0) as comments, coalesce(d.shares, 0) as shares,
    coalesce(d.follows, 0) as follows, coalesce(d.clicks, 0) as clicks, coalesce(d.new_people, 0) as new_people,
    coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements
  from (select min(day) as first_day from campaign_days where campaign_id = :campaign and day > current_date - 90) f
  cross join generate_series(f.first_day, current_date, interval '1 day') at
  left join campaign_days d on d.campaign_id = :campaign and d.day = at::date
  order by 1
) d;

-- A campaign as programs see it: what was said of it, and what is counted.
--! campaign_items (campaign?, status?, campaign_type?, campaign_group?, strategy?, search?, after_key?, after_id?) : ()
with items as (
  select c.id, to_jsonb(d) as counted, jsonb_build_object('id', c.id, 'name', c.name, 'description', c.description, 'group', d.campaign_group,
    'type', c.type, 'status', c.status, 'objective', c.objective, 'start_date', c.start_date, 'end_date', c.end_date, 'budget', c.budget,
    'currency', d.currency, 'personas', (
      select coalesce(jsonb_agg(a.persona_id order by a.persona_id), '[]') from campaign_personas a where a.tenant_id = c.tenant_id and a.campaign_id = c.id),
    'strategy_id', c.strategy_id, 'strategy', d.strategy, 'primary_kpi', d.primary_kpi, 'kpi_target', c.kpi_target,
    'linkedin_campaign_id', c.linkedin_campaign_id, 'created_at', c.created_at, 'updated_at', c.updated_at) as said
  from campaigns c
  join campaign_dashboard d on d.tenant_id = c.tenant_id and d.campaign_id = c.id
  where (:campaign::integer is null or c.id = :campaign)
    and (:status::text is null or c.status = :status::text::campaign_status)
    and (:campaign_type::text is null or c.type = :campaign_type::text::campaign_type)
    and (:campaign_group::text is null or lower(d.campaign_group) = lower(:campaign_group))
    and (:strategy::uuid is null or c.strategy_id = :strategy)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', c.name, c.description, d.campaign_group))) > 0)
),
keyed as (select id, said, counted, app.sort_key(counted || said, :sort) as key from items)
select id, key, said || jsonb_build_object('metrics', counted - array['tenant_id', 'campaign_id', 'campaign', 'campaign_group', 'strategy', 'type', 'status',
  'objective', 'start_date', 'end_date', 'currency', 'budget', 'primary_kpi', 'kpi_target', 'personas']) as item
from keyed
where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

-- What is said comes as an object of columns; of a type that nobody says, the posts decide, and until there are any, the budget.
--! create_campaign
insert into campaigns (name, campaign_group_id, description, type, extra, objective, status, start_date, end_date, budget, currency, strategy_id, kpi_target)
select n.name, n.campaign_group_id, n.description, coalesce(n.type, u.type), case when n.type is null then jsonb_build_object('type_of_posts', u.type) else '{}' end,
  n.objective, coalesce(n.status, 'active'), n.start_date, n.end_date, n.budget, coalesce(n.currency, t.currency), n.strategy_id, n.kpi_target
from jsonb_populate_record(null::campaigns, :said) n
cross join lateral (select case when n.budget > 0 then 'sponsored_content' else 'organic' end::campaign_type as type) u
cross join tenants t
where t.id = :tenant
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_campaign
with held as (select k as row from campaigns k where k.id = :campaign for no key update)
update campaigns c
set name = n.name, campaign_group_id = n.campaign_group_id, description = n.description, type = n.type,
  extra = case when :said::jsonb ? 'type' then c.extra - 'type_of_posts' else c.extra end, objective = n.objective, status = n.status,
  start_date = n.start_date, end_date = n.end_date, budget = n.budget, currency = n.currency, strategy_id = n.strategy_id, kpi_target = n.kpi_target
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where c.id = (h.row).id
returning c.name;

-- Whom it is meant for, in place of what was said before; whoever stays keeps the day on which it was said.
--! set_campaign_personas
with said as (select distinct unnest(:personas::uuid[]) as persona_id),
gone as (delete from campaign_personas a where a.campaign_id = :campaign and a.persona_id not in (select persona_id from said))
insert into campaign_personas (campaign_id, persona_id)
select :campaign, persona_id from said
on conflict (tenant_id, campaign_id, persona_id) do nothing;

-- Whom several campaigns are meant for, all together, as far as these personas are active.  Where one of them is meant for nobody in
-- particular, nobody is: it would be measured by those of the others.
--! personas_of_campaigns
with meant as (
  select a.campaign_id, q.id
  from campaign_personas a
  join personas q on q.tenant_id = a.tenant_id and q.id = a.persona_id
  where q.is_active and a.campaign_id = any (:campaigns::integer[])
)
select distinct id from meant
where (select count(distinct campaign_id) from meant) = (select count(distinct c) from unnest(:campaigns) c)
order by id;

--! create_campaign_group
insert into campaign_groups (name)
select :name where not exists (select from campaign_groups where lower(name) = lower(:name));

--! campaign_group_by_name
select id from campaign_groups where lower(name) = lower(:name) order by id limit 1;

--! campaign_group_names
select name from campaign_groups order by lower(name);

-- What is said of a campaign, for the form that changes it.
--! campaign_said : (description?, campaign_group?, objective?, start_date?, end_date?, budget?, currency?, strategy_id?, primary_kpi?, kpi_target?)
select c.name, c.description, g.name as campaign_group, c.type::text as type, c.objective::text as objective, c.status::text as status, c.start_date,
  c.end_date, trim_scale(c.budget)::text as budget, c.currency, c.strategy_id, s.primary_kpi::text as primary_kpi,
  c.kpi_target::float8 as kpi_target,
  array(select a.persona_id from campaign_personas a where a.tenant_id = c.tenant_id and a.campaign_id = c.id) as personas
from campaigns c
left join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id
left join campaign_strategies s on s.tenant_id = c.tenant_id and s.id = c.strategy_id
where c.id = :campaign;

-- What goes with a campaign.
--! campaign_contents
select
  (select count(*) from campaign_posts where campaign_id = :campaign) as posts,
  (select count(*) from ads where campaign_id = :campaign) as ads,
  (select count(*) from ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id where a.campaign_id = :campaign) as figures,
  (select count(*) from content_calendar where campaign_id = :campaign) as entries;

--! delete_campaign
with gone as (delete from campaigns where id = :campaign returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'campaign.deleted', id::text, jsonb_build_object('name', name) from gone;
