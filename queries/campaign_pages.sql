-- Campaigns as their pages show them.  `campaigns` is in every statement: to which a client is confined; null: to none.
--
-- The figures are those of the view campaign_dashboard, which counts whom a campaign reached on target by looking at everybody
-- whom it reached.  For all campaigns at once that is a second where there are a million engagements, so that here everybody
-- counts once for each persona, by the rollups, and whoever matches several is taken off again: they are few.  Told "briefly" is whom
-- a campaign reached on target only where its goal is made of that.

--! campaign_figures (campaigns?, campaign?, status?, type?, group?, text?) : (targeted?, campaign_group?, group_id?, strategy?, objective?, start_date?, end_date?, budget?, impressions?, clicks?, spend?, reported_engagements?, click_through_rate?, engagement_rate?, targeting_accuracy?, cost_per_click?, cost_per_engagement?, budget_utilization?, primary_kpi?, kpi_target?, kpi_actual?, benchmark_low?, benchmark_high?)
with clock as (select tenant_today(current_tenant()) as today),
asked as materialized (
  select c.*, g.name as group_name
  from campaigns c
  left join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id
  where (:campaigns::integer[] is null or c.id = any (:campaigns))
    and (:campaign::integer is null or c.id = :campaign)
    and (:status::text is null or c.status::text = :status)
    and (:type::text is null or c.type::text = :type)
    and (:group::integer is null or c.campaign_group_id = :group)
    and (:text::text is null or position(fold_case(:text) in fold_case(c.name)) > 0)
),
days as (
  select d.tenant_id, d.campaign_id, sum(d.comments) as comments, sum(d.shares) as shares, sum(d.new_people) as people, sum(n.engagements) as engagements,
    sum(n.engagements) filter (where d.day > k.today - 7 and d.day <= k.today) as last_7_days,
    sum(n.engagements) filter (where d.day > k.today - 14 and d.day <= k.today - 7) as previous_7_days
  from campaign_days d
  cross join clock k
  cross join lateral (select d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks as engagements) n
  where :campaign::integer is null or d.campaign_id = :campaign
  group by 1, 2
),
counted as materialized (
  select a.id
  from asked a
  left join campaign_strategies s on s.tenant_id = a.tenant_id and s.id = a.strategy_id
  where not :briefly::boolean or a.status = 'active' and a.kpi_target is not null and s.primary_kpi in ('targeted_engagers', 'targeting_accuracy')
),
several as materialized (
  select tenant_id, person_id, count(*) - 1 as more from targets where is_active group by 1, 2 having count(*) > 1
),
once_too_often as (
  select x.tenant_id, x.campaign_id, sum(x.more) as people
  from (
    select distinct l.tenant_id, l.campaign_id, s.person_id, s.more
    from several s
    join engagements e on e.tenant_id = s.tenant_id and e.person_id = s.person_id
    join campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id
    where :campaign is null and exists (select from counted) and l.campaign_id in (select id from counted)
    union all
    -- Of one campaign nobody's other engagements are looked at.
    select g.tenant_id, g.campaign_id, s.person_id, s.more
    from several s
    join campaign_engagers g on g.tenant_id = s.tenant_id and g.person_id = s.person_id
    where g.campaign_id = :campaign and g.campaign_id in (select id from counted)
  ) x
  group by 1, 2
),
targeted as (
  select tenant_id, campaign_id, sum(people) as people
  from campaign_persona_counts
  where :campaign::integer is null or campaign_id = :campaign
  group by 1, 2
),
figures as (
  select c.id, c.name, c.group_name, c.campaign_group_id as group_id, s.name as strategy, c.type, c.status, c.objective, c.start_date, c.end_date, c.budget,
    coalesce(c.currency, t.currency) as currency, coalesce(n.spend_currency, c.currency, t.currency) as spend_currency,
    n.ads, n.posts, n.impressions, n.clicks, n.ad_clicks, n.spend, n.reported_engagements,
    coalesce(d.comments, 0) as comments, coalesce(d.shares, 0) as shares, coalesce(d.engagements, 0) as engagements, coalesce(d.people, 0) as people,
    case when c.id in (select id from counted) then coalesce(a.people, 0) - coalesce(o.people, 0) end as targeted,
    coalesce(d.last_7_days, 0) as last_7_days, coalesce(d.previous_7_days, 0) as previous_7_days,
    s.primary_kpi, c.kpi_target, s.benchmark_low, s.benchmark_high, k.today
  from asked c
  cross join clock k
  join tenants t on t.id = c.tenant_id
  join campaign_counters n on n.tenant_id = c.tenant_id and n.campaign_id = c.id
  left join campaign_strategies s on s.tenant_id = c.tenant_id and s.id = c.strategy_id
  left join days d on d.tenant_id = c.tenant_id and d.campaign_id = c.id
  left join targeted a on a.tenant_id = c.tenant_id and a.campaign_id = c.id
  left join once_too_often o on o.tenant_id = c.tenant_id and o.campaign_id = c.id
)
select id, name, group_name as campaign_group, group_id, strategy, type::text as type, status::text as status, objective::text as objective, start_date, end_date,
  currency, spend_currency, ads, posts, impressions::bigint as impressions, clicks::bigint as clicks, reported_engagements::bigint as reported_engagements,
  engagements::bigint as engagements, people::bigint as people, targeted::bigint as targeted,
  last_7_days::bigint as last_7_days, previous_7_days::bigint as previous_7_days,
  budget::float8 as budget, spend::float8 as spend,
  (clicks / nullif(impressions, 0))::float8 as click_through_rate,
  (greatest(engagements, reported_engagements) / nullif(impressions, 0))::float8 as engagement_rate,
  (targeted / nullif(people, 0))::float8 as targeting_accuracy,
  kpi_value('cost_per_click', null, null, null, null, null, null, null, spend, ad_clicks, null)::float8 as cost_per_click,
  kpi_value('cost_per_engagement', null, null, null, null, null, null, null, spend, null, coalesce(nullif(reported_engagements, 0), engagements))::float8
    as cost_per_engagement,
  (case when ads = 0 then 0 / nullif(budget, 0) when spend_currency = currency then spend / nullif(budget, 0) end)::float8 as budget_utilization,
  primary_kpi::text as primary_kpi, kpi_target::float8 as kpi_target,
  kpi_value(primary_kpi, impressions, greatest(engagements, reported_engagements), people, targeted, comments, shares,
    clicks, spend, ad_clicks, coalesce(nullif(reported_engagements, 0), engagements))::float8 as kpi_actual,
  benchmark_low::float8 as benchmark_low, benchmark_high::float8 as benchmark_high, today
from figures
order by lower(name), id;

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

-- How many of each persona the campaign reached for the first time on each day.
--! campaign_reach (campaigns?)
select persona_id, day, new_people
from campaign_persona_days
where campaign_id = :campaign and new_people <> 0 and (:campaigns::integer[] is null or campaign_id = any (:campaigns))
order by day, persona_id;

--! campaign_posts_shown (campaigns?) : (title?, url?, posted_on?, impressions?, targeting_accuracy?, engagement_rate?)
with people as (
  -- First what a person did with a post, so that nobody has to be counted apart.
  select l.post_id, e.person_id, count(*) as engagements,
    count(*) filter (where e.engagement_type = 'reaction') as reactions,
    count(*) filter (where e.engagement_type = 'comment') as comments,
    count(*) filter (where e.engagement_type = 'share') as shares
  from campaign_posts l
  join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
  where l.campaign_id = :campaign and (:campaigns::integer[] is null or l.campaign_id = any (:campaigns))
  group by 1, 2
),
counts as (
  select post_id, count(*) as people, count(*) filter (where person_id in (select t.person_id from targets t where t.is_active)) as targeted,
    sum(engagements) as engagements, sum(reactions) as reactions, sum(comments) as comments, sum(shares) as shares
  from people
  group by 1
)
select p.id, p.title, p.url, (p.posted_at at time zone t.time_zone)::date as posted_on, p.is_paid, p.impressions,
  coalesce(n.engagements, 0)::bigint as engagements, coalesce(n.people, 0) as people, coalesce(n.targeted, 0) as targeted,
  coalesce(n.reactions, 0)::bigint as reactions, coalesce(n.comments, 0)::bigint as comments, coalesce(n.shares, 0)::bigint as shares,
  n.targeted::float8 / nullif(n.people, 0) as targeting_accuracy,
  (coalesce(n.engagements, 0) / nullif(p.impressions, 0))::float8 as engagement_rate
from campaign_posts l
join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
join tenants t on t.id = l.tenant_id
left join counts n on n.post_id = l.post_id
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
select id, name from campaigns order by lower(name), id;
