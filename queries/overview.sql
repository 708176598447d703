-- The overview.  `campaigns` is in every statement: to which a client is confined; null: to none.  There is no index by day, so
-- that the past days are looked up post by post, each of which has one.  `today` is the day by the tenant's clock.

-- People a day, and in this week and the last, each once, and those of them who are on target.  People cannot be added up from the
-- days; sets of them can be united.  For whoever sees some campaigns, who engaged on a day is read from the rows.
--! overview_people (campaigns?) : (week?, day?)
with days as materialized (
  select :today::date - ago as day, to_char(:today::date - ago, 'YYYY-MM-DD') as key from generate_series(0, 13) ago
),
active as materialized (
  select d.day, s.chunk, s.people
  from sets_of(current_tenant(), 'd', array(select key from days where :campaigns::integer[] is null)) s
  join days d on d.key = s.key
  union all
  select e.engaged_on, chunk_of(e.person_id), bit_or(bit_of(e.person_id))
  from posts p
  cross join lateral (
    select engaged_on, person_id from engagements e
    where e.tenant_id = p.tenant_id and e.post_id = p.id and e.engaged_on > :today - 14 and e.engaged_on <= :today
    offset 0
  ) e
  where exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any (:campaigns))
  group by 1, 2
),
target as materialized (select chunk, people from sets_of(current_tenant(), 't')),
weeks as (select (:today - day) / 7 as week, chunk, bit_or(people) as people from active group by 1, 2)
select null::integer as week, d.day, coalesce(sum(bit_count(a.people)), 0)::bigint as people, coalesce(sum(bit_count(a.people & t.people)), 0)::bigint as targeted
from days d
left join active a on a.day = d.day
left join target t on t.chunk = a.chunk
group by d.day
union all
select w.week, null, coalesce(sum(bit_count(a.people)), 0)::bigint, coalesce(sum(bit_count(a.people & t.people)), 0)::bigint
from (values (0), (1)) w(week)
left join weeks a on a.week = w.week
left join target t on t.chunk = a.chunk
group by w.week
order by 1 nulls last, 2;

-- Engagements of this week and the last.  The campaigns' days know all of them but those with posts of no campaign, and those with
-- posts of several more than once.
--! overview_engagements (campaigns?)
with placed as materialized (
  select p.tenant_id, p.id as post_id, case
      when :campaigns::integer[] is null then 1 - (select count(*) from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id)
      else (select count(*) from (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any (:campaigns) limit 1) x)
    end as times
  from posts p
)
select coalesce(sum(n.engagements) filter (where n.day > :today::date - 7), 0)::bigint as this_week,
  coalesce(sum(n.engagements) filter (where n.day <= :today::date - 7), 0)::bigint as last_week
from (
  select d.day, d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks as engagements
  from campaign_day_parts d
  where :campaigns is null and d.day > :today::date - 14 and d.day <= :today::date
  union all
  select e.engaged_on, p.times
  from placed p
  cross join lateral (
    select engaged_on from engagements e
    where e.tenant_id = p.tenant_id and e.post_id = p.post_id and e.engaged_on > :today::date - 14 and e.engaged_on <= :today::date
    offset 0
  ) e
  where p.times <> 0
) n;

-- Only what was reported of days that lie in the week as a whole: the sum of a month says nothing about it.
--! overview_spend (campaigns?) : (spend?, currency?)
select w.week,
  -- Amounts in several currencies are not added up.
  case when count(distinct m.currency) <= 1 then sum(m.spend) end::float8 as spend, coalesce(min(m.currency), min(t.currency)) as currency
from (values (0), (1)) w(week)
join tenants t on t.id = current_tenant()
left join (
  ad_metrics_daily m
  join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id and (:campaigns::integer[] is null or a.campaign_id = any (:campaigns))
) on m.day > :today::date - 7 * (w.week + 1) and m.last_day <= :today - 7 * w.week
group by w.week
order by w.week;

-- The seven days of some campaigns.
--! overview_campaigns (campaigns?) : (spend?, currency?)
with people as (
  select l.tenant_id, l.campaign_id, chunk_of(e.person_id) as chunk, bit_or(bit_of(e.person_id)) as people
  from campaign_posts l
  cross join lateral (
    select person_id from engagements e
    where e.tenant_id = l.tenant_id and e.post_id = l.post_id and e.engaged_on > :today::date - 7 and e.engaged_on <= :today
    offset 0
  ) e
  where l.campaign_id = any (:shown::integer[]) and (:campaigns::integer[] is null or l.campaign_id = any (:campaigns))
  group by 1, 2, 3
),
counts as (
  select p.tenant_id, p.campaign_id, sum(bit_count(p.people))::bigint as people, coalesce(sum(bit_count(p.people & t.people)), 0)::bigint as targeted
  from people p
  left join sets_of(current_tenant(), 't') t on t.chunk = p.chunk
  group by 1, 2
)
select c.id, coalesce(n.people, 0) as people, coalesce(n.targeted, 0) as targeted, s.spend, s.currency
from campaigns c
left join counts n on n.tenant_id = c.tenant_id and n.campaign_id = c.id
cross join lateral (
  select case when count(distinct m.currency) <= 1 then sum(m.spend) end::float8 as spend, min(m.currency) as currency
  from ads a
  join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id
  where a.tenant_id = c.tenant_id and a.campaign_id = c.id and m.day > :today - 7 and m.last_day <= :today
) s
where c.id = any (:shown) and (:campaigns::integer[] is null or c.id = any (:campaigns));

-- Who engaged most in these seven days, of those who match a persona.
--! overview_hot (campaigns?) : (headline?, company?)
with target as materialized (select chunk, people from sets_of(current_tenant(), 't')),
-- For whoever sees all campaigns the rollup says who can be among them: nobody's score by the team's weights is more times that by the
-- product's own than the weight of some kind is.  It says so of everybody who is not in the log and has no day to come.
first as materialized (
  select f.person_id
  from (
    select r.person_id
    from person_engagement r
    where :campaigns::integer[] is null and r.tenant_id = :tenant and r.last_day > :today::date - 7 and r.last_day <= :today
    order by r.week_score desc
    limit 500
  ) f
  where exists (select from target t where t.chunk = chunk_of(f.person_id) and is_in(t.people, f.person_id))
),
fifth as (
  select sum(weight_of(w, e.engagement_type, e.reaction_type)) as score
  from first f
  cross join weights w
  cross join lateral (
    select engagement_type, reaction_type from engagements e
    where e.tenant_id = w.tenant_id and e.person_id = f.person_id and e.engaged_on > :today - 7 and e.engaged_on <= :today
    offset 0
  ) e
  group by f.person_id
  order by 1 desc
  offset 4 limit 1
),
least as materialized (
  select coalesce((120 * (select score from fifth) + w.most - 1) / nullif(w.most, 0), 0)::integer as score
  from (select most_120ths(w) as most from weights w offset 0) w
),
looked_at as materialized (
  select r.person_id
  from person_engagement r
  where :campaigns is null and r.tenant_id = :tenant and r.last_day > :today - 7 and r.last_day <= :today and r.week_score >= (select score from least)
  union
  select d.person_id from engagement_deltas d where :campaigns is null and d.tenant_id = :tenant
  union
  select r.person_id
  from person_engagement r
  where :campaigns is null and r.tenant_id = :tenant and r.last_day > :today
    -- Hardly ever is there one, and then a day has a set of its own.
    and exists (select from people_sets s where s.tenant_id = :tenant and s.kind = 'd' and (s.key > to_char(:today, 'YYYY-MM-DD') or length(s.key) > 10))
),
done as (
  select l.person_id, e.engagement_type, e.reaction_type, e.engaged_on
  from looked_at l
  cross join lateral (
    select engagement_type, reaction_type, engaged_on from engagements e
    where e.tenant_id = :tenant and e.person_id = l.person_id and e.engaged_on > :today - 7 and e.engaged_on <= :today
    offset 0
  ) e
  union all
  select e.person_id, e.engagement_type, e.reaction_type, e.engaged_on
  from posts p
  cross join lateral (
    select person_id, engagement_type, reaction_type, engaged_on from engagements e
    where e.tenant_id = p.tenant_id and e.post_id = p.id and e.engaged_on > :today - 7 and e.engaged_on <= :today
    offset 0
  ) e
  where exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any (:campaigns))
),
hot as (
  select d.person_id, count(*) as engagements, sum(weight_of(w, d.engagement_type, d.reaction_type)) as score, max(d.engaged_on) as last_day
  from done d
  cross join weights w
  where exists (select from target t where t.chunk = chunk_of(d.person_id) and is_in(t.people, d.person_id))
  group by 1
  order by score desc, last_day desc, person_id
  limit 5
)
select p.id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) as headline,
  coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, b.engagements, b.score, q.names as personas, q.colours
from hot b
join persons p on p.id = b.person_id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
cross join lateral (
  select coalesce(array_agg(q.name order by t.match_score desc, q.name), '{}') as names, coalesce(array_agg(q.colour order by t.match_score desc, q.name), '{}') as colours
  from targets t
  join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
  where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
) q
order by b.score desc, b.last_day desc, b.person_id;

-- Six days more than are shown, so that the first of them has an average of seven days too.  For whoever sees all campaigns
-- the rollups answer; they know nothing of campaigns, so that for others the rows do.
--! overview_personas (campaigns?)
with counts as (
  select d.persona_id, d.day, (d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks)::bigint as engagements
  from persona_days d
  where :campaigns::integer[] is null and d.day > :today::date - 36
  union all
  select t.persona_id, e.engaged_on, count(*)
  from posts p
  cross join lateral (
    select person_id, engaged_on from engagements e
    where e.tenant_id = p.tenant_id and e.post_id = p.id and e.engaged_on > :today - 36
    offset 0
  ) e
  join targets t on t.tenant_id = p.tenant_id and t.person_id = e.person_id and t.is_active
  where exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any (:campaigns::integer[]))
  group by 1, 2
)
select q.id, q.name, q.colour, at::date as day, coalesce(n.engagements, 0) as engagements
from personas q
cross join generate_series(:today - 35, :today, interval '1 day') at
left join counts n on n.persona_id = q.id and n.day = at::date
where q.is_active
order by q.name, q.id, at;

-- What is wrong with the installation is none of a client's business.
--! overview_alerts (campaigns?) : (connection_id?, job_id?, endpoint_id?, upload_id?)
select a.message, a.kind::text as kind, a.connection_id, a.job_id, a.endpoint_id, u.id as upload_id
from alerts a
left join uploads u on u.tenant_id = a.tenant_id and u.job_id = a.job_id
where a.resolved_at is null and :campaigns::integer[] is null
order by a.raised_at desc, a.id
limit 10;

--! overview_imports (campaigns?) : (error?)
select i.id, i.file_name, i.state::text as state, i.error
from csv_imports i
where :campaigns::integer[] is null and i.state in ('failed', 'interrupted') and i.started_at > now() - interval '7 days'
  -- Whoever tried again with success has seen to it.
  and not exists (select from csv_imports l where l.tenant_id = i.tenant_id and l.file_sha256 = i.file_sha256 and l.state = 'completed' and l.started_at > i.started_at)
order by i.started_at desc, i.id
limit 5;

-- When something came last: a file, what a job fetched, what a service or a program brought.  Engagements are numbered as they come.
--! overview_arrival (campaigns?) : (day?)
select (max(a.at) at time zone t.time_zone)::date as day
from tenants t
cross join lateral (
  (select i.started_at as at from csv_imports i where i.tenant_id = t.id and i.state = 'completed' order by i.started_at desc limit 1)
  union all
  (select j.finished_at from scraping_jobs j where j.tenant_id = t.id and j.state = 'completed' and j.kind not in ('mail', 'validation') order by j.created_at desc limit 1)
  union all
  (select e.created_at from engagements e where e.tenant_id = t.id order by e.id desc limit 1)
) a
where t.id = current_tenant() and :campaigns::integer[] is null
group by t.id;
