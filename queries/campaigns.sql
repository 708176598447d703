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

--! create_campaign (campaign_type?, campaign_group?, description?, objective?, status?, start_date?, end_date?, budget?, currency?, strategy?)
insert into campaigns (name, campaign_group_id, description, type, extra, objective, start_date, end_date, budget, currency, strategy_id, status)
values (:name, :campaign_group, :description, coalesce(:campaign_type::text::campaign_type, 'organic'),
  -- Whoever says no type leaves it to the posts.
  case when :campaign_type::text is null then '{"type_of_posts": "organic"}'::jsonb else '{}' end,
  :objective::text::campaign_objective, :start_date, :end_date, :budget::text::numeric, :currency, :strategy,
  coalesce(:status::text::campaign_status, 'active'))
returning id;

--! edit_campaign (name?, campaign_group?, description?, campaign_type?, objective?, status?, start_date?, end_date?, budget?, currency?, strategy?)
update campaigns
set name = coalesce(:name, name),
  description = coalesce(:description, description),
  type = coalesce(:campaign_type::text::campaign_type, type),
  extra = case when :campaign_type::text is null then extra else extra - 'type_of_posts' end,
  objective = coalesce(:objective::text::campaign_objective, objective),
  status = coalesce(:status::text::campaign_status, status),
  start_date = coalesce(:start_date, start_date),
  end_date = coalesce(:end_date, end_date),
  budget = coalesce(:budget::text::numeric, budget),
  currency = coalesce(:currency, currency),
  campaign_group_id = case when :no_group then null else coalesce(:campaign_group, campaign_group_id) end,
  strategy_id = case when :no_strategy then null else coalesce(:strategy, strategy_id) end
where id = :campaign
returning name;

--! create_campaign_group
insert into campaign_groups (name)
select :name where not exists (select from campaign_groups where lower(name) = lower(:name));

--! campaign_group_by_name
select id from campaign_groups where lower(name) = lower(:name) order by id limit 1;

-- What goes with a campaign.
--! campaign_contents
select
  (select count(*) from campaign_posts where campaign_id = :campaign) as posts,
  (select count(*) from ads where campaign_id = :campaign) as ads,
  (select count(*) from ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id where a.campaign_id = :campaign) as figures,
  (select count(*) from content_calendar where campaign_id = :campaign) as entries;

--! delete_campaign
delete from campaigns where id = :campaign;
