-- Campaigns: one row each with everything that decides whether it goes well.  A rate without a denominator is null, not 0.

create function app.kpi_value(wanted public.kpi, impressions numeric, engagements numeric, unique_engagers numeric, targeted_engagers numeric,
  comments numeric, shares numeric, clicks numeric, spend numeric, paid_clicks numeric, paid_engagements numeric) returns numeric
language sql immutable parallel safe as $$
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
comment on function app.kpi_value is 'A key figure from sums; rates are shares of 1 with six decimals (0.012300 is 1.23 %), costs are in the currency of the spend.';

-- What is planned for a campaign that is published for money is paid for, if nobody says otherwise.
create function app.costs_money(campaign integer) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from public.campaigns c
    where c.tenant_id = app.current_tenant() and c.id = campaign and c.type in ('sponsored_content', 'message_ads', 'text_ads', 'dynamic_ads'))
$$;
comment on function app.costs_money is 'Whether everything of a campaign is published for money, by its type; of a mixed one it is not.';

-- A campaign that an import of posts made has the type that these have, until a human says another one: what was taken from
-- the posts is noted down in `extra`, and where the type is not that any more, somebody has changed it.
create function app.type_campaigns_by_posts(tenant uuid, changed_posts integer[]) returns void
language sql volatile as $$
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
comment on function app.type_campaigns_by_posts is 'Gives campaigns without a type of their own that of their posts: organic, sponsored content, or mixed.';

-- What ads and posts report of themselves.  An ad belongs to one campaign; posts report their organic counters.
create view app.campaign_counters with (security_invoker = true) as
  select c.tenant_id, c.id as campaign_id,
    coalesce(a.ads, 0)::int as ads, coalesce(p.posts, 0)::int as posts,
    -- Null where nothing was ever reported: not known is not none.
    case when a.impressions is not null or p.impressions is not null then coalesce(a.impressions, 0) + coalesce(p.impressions, 0) end as impressions,
    case when a.clicks is not null or p.clicks is not null then coalesce(a.clicks, 0) + coalesce(p.clicks, 0) end as clicks,
    a.clicks as ad_clicks, a.spend, a.currency as spend_currency, a.engagements as reported_engagements
  from public.campaigns c
  cross join lateral (
    select count(distinct ads.id) as ads, sum(m.impressions) as impressions, sum(m.clicks) as clicks,
      -- Amounts in several currencies are not added up.
      case when count(distinct m.currency) <= 1 then sum(m.spend) end as spend,
      case when count(distinct m.currency) = 1 then min(m.currency) end as currency, sum(m.engagements) as engagements
    from public.ads
    left join public.ad_metrics_daily m on m.tenant_id = ads.tenant_id and m.ad_id = ads.id
    where ads.tenant_id = c.tenant_id and ads.campaign_id = c.id
  ) a
  cross join lateral (
    select count(*) as posts, sum(posts.impressions) as impressions, sum(posts.clicks) as clicks
    from public.campaign_posts l
    join public.posts on posts.tenant_id = l.tenant_id and posts.id = l.post_id
    where l.tenant_id = c.tenant_id and l.campaign_id = c.id
  ) p;
comment on view app.campaign_counters is 'Ads, posts, impressions, clicks and spend, by campaign, as ads and posts report them.';

-- Ads report of the posts that they show, and one of which nobody knows what it shows may show any of its campaign's.
create view app.campaign_reports with (security_invoker = true) as
  select a.tenant_id, a.campaign_id, sum(m.engagements) as engagements, bool_or(a.post_id is null) as is_of_any,
    array_agg(distinct a.post_id) filter (where a.post_id is not null) as posts
  from public.ads a
  join public.ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id
  where m.impressions > 0 or m.engagements > 0
  group by 1, 2;
comment on view app.campaign_reports is 'What the ads of a campaign report of engagements, and of which of its posts they speak.';

create view app.campaign_post_engagements with (security_invoker = true) as
  select l.tenant_id, l.campaign_id, l.post_id, v.proven, v.counted_clicks, v.impressions is not null as is_seen,
    r.campaign_id is not null and coalesce(p.is_paid or r.is_of_any or l.post_id = any (r.posts), false) as is_advertised
  from public.campaign_posts l
  join public.posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
  join app.post_engagements v on v.tenant_id = l.tenant_id and v.post_id = l.post_id
  left join app.campaign_reports r on r.tenant_id = l.tenant_id and r.campaign_id = l.campaign_id;
comment on view app.campaign_post_engagements is 'What is proven of each post of a campaign, whether its impressions are known, and whether what the campaign''s ads report may be of it.';

-- Of a post that ads show, organic and paid engagements are not told apart by people's rows, nor by the reactions that
-- everybody sees; clicks that the post itself counted are organic, and come on top of what the ads report.
create function app.advertised_engagements(proven numeric, reported numeric, counted_clicks numeric) returns numeric
language sql immutable parallel safe as $$
  select greatest(coalesce(proven, 0), coalesce(reported, 0) + coalesce(counted_clicks, 0))
$$;
comment on function app.advertised_engagements is 'What is proven of a campaign''s advertised posts and its ads together.';

create view app.campaign_engagements with (security_invoker = true) as
  select c.tenant_id, c.id as campaign_id, (coalesce(e.organic, 0) + a.advertised)::bigint as proven, (coalesce(e.organic_seen, 0) + a.advertised)::bigint as measured
  from public.campaigns c
  left join (
    select tenant_id, campaign_id, sum(proven) filter (where not is_advertised) as organic, sum(proven) filter (where not is_advertised and is_seen) as organic_seen,
      sum(proven) filter (where is_advertised) as advertised, sum(counted_clicks) filter (where is_advertised) as clicks
    from app.campaign_post_engagements
    group by 1, 2
  ) e on e.tenant_id = c.tenant_id and e.campaign_id = c.id
  left join app.campaign_reports r on r.tenant_id = c.tenant_id and r.campaign_id = c.id
  cross join lateral (select app.advertised_engagements(e.advertised, r.engagements, e.clicks) as advertised) a;
comment on view app.campaign_engagements is 'Engagements that are proven of each campaign, known by person or counted by LinkedIn; measured are those whose impressions are known too.';

create view app.campaign_dashboard with (security_invoker = true) as
  with days as (
    select d.tenant_id, d.campaign_id,
      sum(likes) as likes, sum(likes + reactions) as reactions, sum(comments) as comments, sum(shares) as shares,
      sum(follows) as follows, sum(clicks) as clicks, sum(new_people) as people,
      sum(likes + reactions + comments + shares + follows + clicks) as engagements,
      sum(likes + reactions + comments + shares + follows + clicks) filter (where day > t.today - 7 and day <= t.today) as last_7_days,
      sum(likes + reactions + comments + shares + follows + clicks) filter (where day > t.today - 14 and day <= t.today - 7) as previous_7_days
    from app.campaign_day_parts d
    join (select id, (now() at time zone time_zone)::date as today from public.tenants) t on t.id = d.tenant_id
    group by 1, 2
  ),
  figures as (
    select c.tenant_id, c.id as campaign_id, c.name as campaign, g.name as campaign_group, s.name as strategy, s.type as strategy_type,
      c.type, c.status, c.objective, c.start_date, c.end_date, coalesce(c.currency, t.currency) as currency, c.budget,
      n.ads, n.posts, n.impressions::bigint as impressions, n.clicks::bigint as clicks, n.ad_clicks::bigint as ad_clicks, n.spend,
      coalesce(n.spend_currency, c.currency, t.currency) as spend_currency,
      n.reported_engagements::bigint as reported_engagements, v.proven as proven_engagements, v.measured as measured_engagements,
      coalesce(d.likes, 0)::int as likes, coalesce(d.reactions, 0)::int as reactions, coalesce(d.comments, 0)::int as comments,
      coalesce(d.shares, 0)::int as shares, coalesce(d.follows, 0)::int as follows, coalesce(d.clicks, 0)::int as click_events,
      coalesce(d.engagements, 0)::int as engagements, coalesce(d.people, 0)::int as unique_engagers,
      coalesce(e.people, 0)::int as targeted_engagers, coalesce(f.people, 0)::int as followers_engaged,
      s.primary_kpi, c.kpi_target, s.benchmark_low, s.benchmark_high,
      array(
        select q.name from public.campaign_personas a join public.personas q on q.tenant_id = a.tenant_id and q.id = a.persona_id
        where a.tenant_id = c.tenant_id and a.campaign_id = c.id order by q.name, q.id) as personas,
      coalesce(d.last_7_days, 0)::int as engagements_last_7_days, coalesce(d.previous_7_days, 0)::int as engagements_previous_7_days,
      l.last_day as last_engaged_on
    from public.campaigns c
    join public.tenants t on t.id = c.tenant_id
    join app.campaign_counters n on n.tenant_id = c.tenant_id and n.campaign_id = c.id
    join app.campaign_engagements v on v.tenant_id = c.tenant_id and v.campaign_id = c.id
    left join public.campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id
    left join public.campaign_strategies s on s.tenant_id = c.tenant_id and s.id = c.strategy_id
    left join days d on d.tenant_id = c.tenant_id and d.campaign_id = c.id
    left join (
      select d.tenant_id, d.campaign_id, max(d.day) as last_day
      from app.campaign_days d
      where d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks > 0
      group by 1, 2
    ) l on l.tenant_id = c.tenant_id and l.campaign_id = c.id
    -- Everybody is looked at for this, and nobody where it is not asked for, as above: the planner leaves out what is joined once and not read.
    left join (
      select f.tenant_id, f.campaign_id, count(*) as people
      from app.campaign_engagers f
      join public.persons p on p.tenant_id = f.tenant_id and p.id = f.person_id and p.is_follower
      group by 1, 2
    ) f on f.tenant_id = c.tenant_id and f.campaign_id = c.id
    left join app.campaign_targeted e on e.tenant_id = c.tenant_id and e.campaign_id = c.id
  )
  select tenant_id, campaign_id, campaign, campaign_group, strategy, strategy_type, type, status, objective, start_date, end_date,
    ads, posts, impressions, clicks, ad_clicks, spend, spend_currency, currency, budget, reported_engagements, proven_engagements, measured_engagements,
    likes, reactions, comments, shares, follows, click_events, engagements, unique_engagers, targeted_engagers, followers_engaged,
    round(clicks::numeric / nullif(impressions, 0), 6) as click_through_rate,
    round(measured_engagements::numeric / nullif(impressions, 0), 6) as engagement_rate,
    round(targeted_engagers::numeric / nullif(unique_engagers, 0), 6) as targeting_accuracy,
    app.kpi_value('cost_per_click', null, null, null, null, null, null, null, spend, ad_clicks, null) as cost_per_click,
    app.kpi_value('cost_per_engagement', null, null, null, null, null, null, null, spend, null, coalesce(nullif(reported_engagements, 0), engagements))
      as cost_per_engagement,
    -- A budget is not used up in another currency, nor by a sum of several.
    case when ads = 0 then round(0 / nullif(budget, 0), 6) when spend_currency = currency then round(spend / nullif(budget, 0), 6) end as budget_utilization,
    primary_kpi, kpi_target,
    app.kpi_value(primary_kpi, impressions, case primary_kpi when 'engagements' then proven_engagements else measured_engagements end, unique_engagers, targeted_engagers, comments, shares,
      clicks, spend, ad_clicks, coalesce(nullif(reported_engagements, 0), engagements)) as kpi_actual,
    benchmark_low, benchmark_high, engagements_last_7_days, engagements_previous_7_days, last_engaged_on,
    personas
  from figures;
comment on view app.campaign_dashboard is 'One row a campaign, exact at every commit: engagements and people, ads and posts, rates and costs, KPI against target and benchmark, last 7 days against the 7 before; personas are those that it is meant for. Shares are fractions; a rate without a denominator is null.';

create view app.campaign_performance_by_persona with (security_invoker = true) as
  select n.tenant_id, n.campaign_id, c.name as campaign, n.persona_id, q.name as persona,
    n.people as people_reached, m.people as persona_people,
    n.likes, n.likes + n.reactions as reactions, n.comments, n.shares, n.follows, n.clicks,
    n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks as engagements,
    -- Asked from the rows, post by post: a campaign has few posts, and the first member who engaged answers for one.
    (select count(*) from public.campaign_posts l
      where l.tenant_id = n.tenant_id and l.campaign_id = n.campaign_id and exists (
        select from public.engagements e
        join public.targets t on t.tenant_id = e.tenant_id and t.person_id = e.person_id and t.persona_id = n.persona_id and t.is_active
        where e.tenant_id = l.tenant_id and e.post_id = l.post_id))::int as posts_engaged,
    n.likes::bigint * w.likes + n.reactions::bigint * w.reactions + n.comments::bigint * w.comments + n.shares::bigint * w.shares
      + n.follows::bigint * w.follows + n.clicks::bigint * w.clicks as weighted_score,
    w.version as weights_version,
    round((n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks)::numeric
      / nullif(a.likes + a.reactions + a.comments + a.shares + a.follows + a.clicks, 0), 6) as share_of_campaign,
    round(n.people::numeric / nullif(m.people, 0), 6) as share_of_persona_reached
  from app.campaign_persona_counts n
  join public.campaigns c on c.tenant_id = n.tenant_id and c.id = n.campaign_id
  join public.personas q on q.tenant_id = n.tenant_id and q.id = n.persona_id
  join app.weights w on w.tenant_id = n.tenant_id
  join app.campaign_counts a on a.tenant_id = n.tenant_id and a.campaign_id = n.campaign_id
  left join (
    select tenant_id, persona_id, count(*)::int as people from public.targets where is_active group by 1, 2
  ) m on m.tenant_id = n.tenant_id and m.persona_id = n.persona_id
  where n.people > 0;
comment on view app.campaign_performance_by_persona is 'One row a campaign and persona: people reached, engagements by kind, posts engaged, weighted score, shares of the campaign and of the persona.';
