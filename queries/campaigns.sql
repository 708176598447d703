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

--! campaign_posts : ()
select row_to_json(p) as row
from (
  select p.*
  from campaign_posts l
  join post_performance p on p.tenant_id = l.tenant_id and p.post_id = l.post_id
  where l.campaign_id = :campaign
  order by p.posted_at desc nulls last, p.post_id
) p;

--! create_campaign (campaign_group?, description?, objective?, start_date?, end_date?, budget?, currency?, strategy?)
insert into campaigns (name, campaign_group_id, description, type, objective, start_date, end_date, budget, currency, strategy_id, status)
select :name, g.id, :description, :type::text::campaign_type, :objective::text::campaign_objective, :start_date, :end_date,
  :budget::text::numeric, :currency, s.id, 'active'
from (select 1) one
left join campaign_groups g on lower(g.name) = lower(:campaign_group)
left join campaign_strategies s on lower(s.name) = lower(:strategy) or s.id::text = :strategy
returning id;

--! create_campaign_group
insert into campaign_groups (name)
select :name where not exists (select from campaign_groups where lower(name) = lower(:name));
