-- Campaigns as their pages show them.  `campaigns` is in every statement: to which a client is confined; null: to none.

--! campaign_figures (campaigns?, campaign?, status?, type?, group?, text?) : (campaign_group?, group_id?, strategy?, objective?, start_date?, end_date?, budget?, impressions?, clicks?, spend?, reported_engagements?, click_through_rate?, engagement_rate?, targeting_accuracy?, cost_per_click?, cost_per_engagement?, budget_utilization?, primary_kpi?, kpi_target?, kpi_actual?, benchmark_low?, benchmark_high?)
select d.campaign_id as id, d.campaign as name, d.campaign_group, c.campaign_group_id as group_id, d.strategy, d.type::text as type, d.status::text as status,
  d.objective::text as objective, d.start_date, d.end_date, d.currency, d.spend_currency, d.ads, d.posts, d.impressions, d.clicks, d.reported_engagements, d.proven_engagements, d.measured_engagements,
  d.engagements::bigint as engagements, d.unique_engagers::bigint as people, d.targeted_engagers::bigint as targeted,
  d.engagements_last_7_days::bigint as last_7_days, d.engagements_previous_7_days::bigint as previous_7_days,
  d.budget::float8 as budget, d.spend::float8 as spend, d.click_through_rate::float8 as click_through_rate, d.engagement_rate::float8 as engagement_rate,
  d.targeting_accuracy::float8 as targeting_accuracy, d.cost_per_click::float8 as cost_per_click, d.cost_per_engagement::float8 as cost_per_engagement,
  d.budget_utilization::float8 as budget_utilization, d.primary_kpi::text as primary_kpi, d.kpi_target::float8 as kpi_target, d.kpi_actual::float8 as kpi_actual,
  d.benchmark_low::float8 as benchmark_low, d.benchmark_high::float8 as benchmark_high, tenant_today(d.tenant_id) as today
from campaign_dashboard d
join campaigns c on c.tenant_id = d.tenant_id and c.id = d.campaign_id
where (:campaigns::integer[] is null or c.id = any (:campaigns))
  and (:campaign::integer is null or c.id = :campaign)
  and (:status::text is null or c.status::text = :status)
  and (:type::text is null or c.type::text = :type)
  and (:group::integer is null or c.campaign_group_id = :group)
  and (:text::text is null or position(fold_case(:text) in fold_case(c.name)) > 0)
order by lower(d.campaign), d.campaign_id;

-- What campaigns can be filtered by, and whether there is one.
--! campaign_groups_shown (campaigns?)
select distinct g.id, g.name
from campaigns c
join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id
where :campaigns::integer[] is null or c.id = any (:campaigns)
order by g.name, g.id;

--! has_campaigns (campaigns?)
select exists (select from campaigns c where :campaigns::integer[] is null or c.id = any (:campaigns));

-- Whom it reached, and whom it is meant for although nobody of them was.
--! campaign_personas_shown (campaigns?) : (share_of_persona?, share_of_campaign?)
select q.id as persona_id, q.name, q.colour, q.is_meant, n.people, n.likes, n.reactions, n.comments, n.shares, n.follows, n.clicks, m.people as persona_people,
  n.people::float8 / nullif(m.people, 0) as share_of_persona, (e.engagements / nullif(a.engagements, 0))::float8 as share_of_campaign, e.engagements
from (
  select q.*, exists (select from campaign_personas w where w.tenant_id = q.tenant_id and w.campaign_id = :campaign and w.persona_id = q.id) as is_meant
  from personas q
) q
left join campaign_persona_counts r on r.campaign_id = :campaign and r.tenant_id = q.tenant_id and r.persona_id = q.id and r.people > 0
cross join lateral (
  select coalesce(r.people, 0) as people, coalesce(r.likes, 0) as likes, coalesce(r.reactions, 0) as reactions, coalesce(r.comments, 0) as comments,
    coalesce(r.shares, 0) as shares, coalesce(r.follows, 0) as follows, coalesce(r.clicks, 0) as clicks
) n
cross join lateral (select n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks as engagements) e
cross join lateral (
  select sum(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks)::numeric as engagements
  from campaign_counts d where d.tenant_id = q.tenant_id and d.campaign_id = :campaign
) a
cross join lateral (
  select count(*) as people from targets t where t.tenant_id = q.tenant_id and t.persona_id = q.id and t.is_active
) m
where (n.people > 0 or q.is_meant) and (:campaigns::integer[] is null or :campaign = any (:campaigns))
order by n.people desc, q.name, q.id;

-- How many it reached of those whom it is meant for, each once, however many of its personas they match.
--! campaign_meant_reached (campaigns?)
select coalesce(sum(bit_count(g.people & q.people)), 0)::bigint as people
from sets_of(current_tenant(), 'c', array[:campaign::integer::text]) g
join (
  select s.chunk, bit_or(s.people) as people
  from sets_of(current_tenant(), 'q', array(select a.persona_id::text from campaign_personas a where a.campaign_id = :campaign)) s
  group by 1
) q on q.chunk = g.chunk
where :campaigns::integer[] is null or :campaign = any (:campaigns);

-- How many of each persona the campaign reached for the first time on each day.
--! campaign_reach (campaigns?)
select persona_id, day, new_people
from campaign_persona_days
where campaign_id = :campaign and new_people <> 0 and (:campaigns::integer[] is null or campaign_id = any (:campaigns))
order by day, persona_id;

--! campaign_posts_shown (campaigns?) : (title?, url?, posted_on?, impressions?, targeting_accuracy?, engagement_rate?)
select p.id, post_title(p.title, p.text) as title, p.url, (p.posted_at at time zone t.time_zone)::date as posted_on, p.is_paid, p.impressions,
  s.engagements::bigint as engagements, coalesce(n.people, 0)::bigint as people, coalesce(n.targeted, 0)::bigint as targeted,
  coalesce(n.likes + n.reactions, 0)::bigint as reactions, coalesce(n.comments, 0)::bigint as comments, coalesce(n.shares, 0)::bigint as shares,
  n.targeted::float8 / nullif(n.people, 0) as targeting_accuracy,
  v.proven::float8 / nullif(p.impressions, 0) as engagement_rate
from campaign_posts l
join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
join tenants t on t.id = l.tenant_id
join post_engagements v on v.tenant_id = l.tenant_id and v.post_id = l.post_id
left join post_counts n on n.tenant_id = l.tenant_id and n.post_id = l.post_id
cross join lateral (select coalesce(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks, 0) as engagements) s
where l.campaign_id = :campaign and (:campaigns::integer[] is null or l.campaign_id = any (:campaigns))
order by p.posted_at desc nulls last, p.id;

-- What reports say of each ad, in an order of the page's.
--! campaign_ads_shown (campaigns?) : (headline?, currency?, spend?, impressions?, clicks?, click_through_rate?, cost_per_click?, leads?)
select a.id, a.name, a.headline, a.status::text as status, n.currency, n.spend::float8 as spend, n.impressions::bigint as impressions,
  n.clicks::bigint as clicks, n.click_through_rate::float8 as click_through_rate, n.cost_per_click::float8 as cost_per_click,
  n.leads::bigint as leads, count(*) over () as ads
from ads a
join ad_counters n on n.tenant_id = a.tenant_id and n.ad_id = a.id
cross join lateral (select app.sort_key(to_jsonb(n) || jsonb_build_object('name', a.name, 'status', a.status), :sort) as key) k
where a.campaign_id = :campaign and (:campaigns::integer[] is null or a.campaign_id = any (:campaigns))
order by case when :descending::boolean then k.key end desc, case when not :descending then k.key end, a.name, a.id
limit :most;

-- Those whose engagements with this campaign weigh most; what they did elsewhere is none of its business.
--! campaign_people_shown (campaigns?) : (headline?, company?)
with best as (
  select e.tenant_id, e.person_id, count(*) as engagements, sum(weight_of(w, e.engagement_type, e.reaction_type))::bigint as score,
    max(e.engaged_on) as last_day
  from campaign_posts l
  join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
  join weights w on w.tenant_id = l.tenant_id
  where l.campaign_id = :campaign and (:campaigns::integer[] is null or l.campaign_id = any (:campaigns))
  group by 1, 2
  order by score desc, last_day desc, person_id
  limit 10
)
select p.id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) as headline,
  coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, b.engagements, b.score, b.last_day,
  q.names as personas, q.colours
from best b
join persons p on p.tenant_id = b.tenant_id and p.id = b.person_id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
cross join lateral (
  select coalesce(array_agg(q.name order by t.match_score desc, q.name), '{}') as names, coalesce(array_agg(q.colour order by t.match_score desc, q.name), '{}') as colours
  from targets t
  join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
  where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
) q
order by b.score desc, b.last_day desc, b.person_id;

--! campaign_choices
select id, name, status = 'draft' as is_draft from campaigns order by lower(name), id;
