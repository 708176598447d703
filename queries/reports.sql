-- Reports, and what several campaigns came to together.

-- Everybody and everything counts once, however many of the campaigns share a post: nothing here is a sum of what campaigns show.
-- Within days, people and engagements are as exact as without, since each engagement has its day; what is only known for a longer
-- time than that (an ad's month, a post's whole life) is left out, and `is_whole` says so.
--! gathered (personas?, first?, last?) : ()
with clock as materialized (
  select t.id as tenant_id, t.name as team, t.time_zone, tenant_today(t.id) as today, t.currency from tenants t where t.id = current_tenant()
),
chosen as materialized (select c.* from campaigns c where c.id = any (:campaigns::integer[])),
linked as materialized (
  select distinct l.tenant_id, l.post_id from campaign_posts l join chosen c on c.tenant_id = l.tenant_id and c.id = l.campaign_id
),
wanted as materialized (
  select q.* from personas q where q.is_active and (:personas::uuid[] is null or q.id = any (:personas))
),
members as materialized (
  select t.persona_id, t.person_id from targets t join wanted q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.is_active
),
acts as materialized (
  select e.post_id, e.person_id, e.engaged_on as day, count(*) as engagements,
    count(*) filter (where e.engagement_type = 'reaction') as reactions, count(*) filter (where e.engagement_type = 'comment') as comments,
    count(*) filter (where e.engagement_type = 'share') as shares
  from linked l
  join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
  where (:first::date is null or e.engaged_on >= :first) and (:last::date is null or e.engaged_on <= :last)
  group by 1, 2, 3
),
people as materialized (
  select a.person_id, sum(a.engagements) as engagements, min(a.day) as first_day, a.person_id in (select person_id from members) as is_target
  from acts a
  group by 1
),
placed as materialized (
  select p.person_id, p.engagements, p.is_target, q.seniority, q.functions,
    coalesce(nullif(btrim(q.company_override), ''), c.name, nullif(btrim(q.current_company), '')) as company
  from people p
  join persons q on q.tenant_id = current_tenant() and q.id = p.person_id
  left join companies c on c.tenant_id = q.tenant_id and c.id = q.company_id
),
paid as (
  select c.id as campaign_id, count(distinct a.id) as ads, sum(m.impressions) as impressions, sum(m.clicks) as clicks, sum(m.engagements) as engagements,
    sum(m.spend) as spend, min(m.currency) as currency, count(distinct m.currency) as currencies, coalesce(bool_or(m.day < :first or m.last_day > :last), false) as is_cut
  from chosen c
  join ads a on a.tenant_id = c.tenant_id and a.campaign_id = c.id
  left join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id and (:first::date is null or m.last_day >= :first) and (:last::date is null or m.day <= :last)
  group by 1
),
organic as (
  select count(*) as posts, sum(p.impressions) as impressions, sum(p.clicks) as clicks, count(p.impressions) > 0 as is_seen
  from linked l join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
),
costs as (
  select coalesce(sum(ads), 0) as ads, sum(impressions) as impressions, sum(clicks) as clicks, sum(engagements) as engagements,
    -- Amounts in several currencies are not added up, and a month says nothing of its weeks.
    case when count(distinct currency) <= 1 and max(currencies) <= 1 and not bool_or(is_cut) then sum(spend) end as spend,
    case when count(distinct currency) = 1 then min(currency) end as currency, coalesce(bool_or(is_cut), false) as is_cut
  from paid
),
totals as (
  select
    (select count(*) from people) as people, (select count(*) from people where is_target) as targeted,
    (select coalesce(sum(engagements), 0) from acts) as engagements, (select coalesce(sum(reactions), 0) from acts) as reactions,
    (select coalesce(sum(comments), 0) from acts) as comments, (select coalesce(sum(shares), 0) from acts) as shares,
    (select count(*) from (select distinct company from placed where company is not null) x) as companies,
    (select min(day) from acts) as first_day, (select max(day) from acts) as last_day,
    o.posts, c.ads, c.spend, coalesce(c.currency, k.currency) as currency, :first::date is not null or :last::date is not null as has_days,
    not c.is_cut and not ((:first::date is not null or :last::date is not null) and o.is_seen) as is_whole,
    o.impressions as post_impressions, c.impressions as ad_impressions, o.clicks as post_clicks, c.clicks as ad_clicks, c.engagements as reported
  from organic o cross join costs c cross join clock k
)
select jsonb_build_object(
  'team', k.team, 'zone', k.time_zone, 'today', k.today,
  'totals', (
    select jsonb_strip_nulls(jsonb_build_object('people', t.people, 'targeted', t.targeted, 'engagements', t.engagements, 'reactions', t.reactions, 'comments', t.comments,
      'shares', t.shares, 'companies', t.companies, 'first_day', t.first_day, 'last_day', t.last_day, 'posts', t.posts, 'ads', t.ads,
      'campaigns', (select count(*) from chosen), 'is_whole', t.is_whole,
      'impressions', case when t.is_whole then case when t.has_days then t.ad_impressions
        when t.post_impressions is not null or t.ad_impressions is not null then coalesce(t.post_impressions, 0) + coalesce(t.ad_impressions, 0) end end,
      'clicks', case when t.is_whole then case when t.has_days then t.ad_clicks
        when t.post_clicks is not null or t.ad_clicks is not null then coalesce(t.post_clicks, 0) + coalesce(t.ad_clicks, 0) end end,
      -- What a click cost is that of an ad's.
      'ad_clicks', case when t.is_whole and t.post_clicks > 0 and not t.has_days then t.ad_clicks end,
      'spend', t.spend, 'currency', t.currency, 'reported', case when t.reported > t.engagements then t.reported end,
      -- Rows of people and the ads' own reports speak of the same engagements.
      'cost_per_engagement', kpi_value('cost_per_engagement', null, null, null, null, null, null, null, t.spend, null, coalesce(nullif(t.reported, 0), t.engagements)),
      'cost_per_target', round(t.spend / nullif(t.targeted, 0), 2)))
    from totals t),
  'campaigns', coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'first_day', c.start_date, 'last_day', c.end_date, 'people', coalesce(n.people, 0),
      'targeted', coalesce(n.targeted, 0), 'engagements', coalesce(n.engagements, 0),
      'spend', case when p.currencies <= 1 and not p.is_cut then p.spend end, 'currency', p.currency) order by coalesce(n.targeted, 0) desc, coalesce(n.people, 0) desc, c.name, c.id)
    from chosen c
    left join paid p on p.campaign_id = c.id
    left join (
      select l.campaign_id, count(distinct a.person_id) as people, count(distinct a.person_id) filter (where r.is_target) as targeted, sum(a.engagements) as engagements
      from chosen c
      join campaign_posts l on l.tenant_id = c.tenant_id and l.campaign_id = c.id
      join acts a on a.post_id = l.post_id
      join people r on r.person_id = a.person_id
      group by 1
    ) n on n.campaign_id = c.id), '[]'),
  'personas', coalesce((
    select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'about', q.description, 'colour', q.colour, 'people', coalesce(n.people, 0),
      'engagements', coalesce(n.engagements, 0)) order by coalesce(n.people, 0) desc, q.name, q.id)
    from wanted q
    left join (
      select m.persona_id, count(*) as people, sum(p.engagements) as engagements from members m join people p on p.person_id = m.person_id group by 1
    ) n on n.persona_id = q.id), '[]'),
  'companies', coalesce((
    select jsonb_agg(jsonb_build_object('name', c.name, 'people', c.people, 'targeted', c.targeted) order by c.targeted desc, c.people desc, c.name)
    from (
      select company as name, count(*) as people, count(*) filter (where is_target) as targeted
      from placed
      where company is not null
      group by 1
      order by targeted desc, people desc, name
      limit 12
    ) c), '[]'),
  'levels', coalesce((
    select jsonb_agg(jsonb_build_object('name', l.name, 'people', l.people, 'targeted', l.targeted) order by l.name desc)
    from (select seniority as name, count(*) as people, count(*) filter (where is_target) as targeted from placed where seniority is not null group by 1) l), '[]'),
  'functions', coalesce((
    select jsonb_agg(jsonb_build_object('name', f.name, 'people', f.people, 'targeted', f.targeted) order by f.people desc, f.name)
    from (
      select x.name, count(*) as people, count(*) filter (where is_target) as targeted
      from placed cross join lateral unnest(functions) x(name) group by 1 order by 2 desc, 1 limit 8
    ) f), '[]'),
  'weeks', coalesce((
    -- Every week from the first to the last, and no more than a year of them.
    select jsonb_agg(jsonb_build_object('day', w.week::date, 'people', coalesce(n.people, 0), 'targeted', coalesce(n.targeted, 0)) order by w.week)
    from totals t
    cross join lateral generate_series(greatest(date_trunc('week', t.first_day), date_trunc('week', t.last_day) - interval '52 weeks'), t.last_day, interval '1 week') w(week)
    left join (
      select date_trunc('week', a.day) as week, count(distinct a.person_id) as people, count(distinct a.person_id) filter (where r.is_target) as targeted
      from acts a join people r on r.person_id = a.person_id group by 1
    ) n on n.week = w.week), '[]'),
  'posts', coalesce((
    select jsonb_agg(jsonb_build_object('title', b.title, 'url', b.url, 'day', b.day, 'people', b.people, 'targeted', b.targeted, 'engagements', b.engagements)
      order by b.targeted desc, b.people desc, b.id)
    from (
      select q.id, post_title(q.title, q.text) as title, q.url, (q.posted_at at time zone k.time_zone)::date as day, n.people, n.targeted, n.engagements
      from (
        select a.post_id, count(distinct a.person_id) as people, count(distinct a.person_id) filter (where r.is_target) as targeted, sum(a.engagements) as engagements
        from acts a join people r on r.person_id = a.person_id group by 1
      ) n
      join posts q on q.tenant_id = k.tenant_id and q.id = n.post_id
      order by n.targeted desc, n.people desc, q.id
      limit 5
    ) b), '[]'),
  'people', coalesce((
    select jsonb_agg(jsonb_build_object('id', b.person_id, 'engagements', b.engagements) order by b.engagements desc, b.person_id)
    from (select person_id, engagements from people where is_target order by engagements desc, person_id limit 25) b), '[]')) as content
from clock k;

-- Who of these is known by which name now: whoever was erased since is not named.
--! report_names : (title?, company?)
select p.id, p.name, coalesce(nullif(btrim(p.title_override), ''), nullif(btrim(p.current_title), '')) as title,
  coalesce(nullif(btrim(p.company_override), ''), c.name, nullif(btrim(p.current_company), '')) as company
from persons p
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
where p.id = any (:people::integer[]);

--! campaigns_that_are
select count(*) as campaigns from campaigns where id = any (:campaigns::integer[]);

--! personas_that_are
select count(*) as personas from personas where is_active and id = any (:personas::uuid[]);

-- No tenant shows more than a thousand at a time.
--! make_report
insert into reports (tenant_id, title, token_hash, content, names_people, made_by, expires_at)
select :tenant, :title, :hash, :content, :names_people, app.actor(), clock_timestamp() + :days::int * interval '1 day'
where (select count(*) from reports r where app.is_open(r)) < 1000
returning id;

--! report_items (report?, search?, after_key?, after_id?) : ()
with items as (
  select r.id, jsonb_build_object('id', r.id, 'title', r.title,
    'state', case when r.revoked_at is not null then 'revoked' when r.expires_at <= clock_timestamp() then 'ended' else 'open' end,
    'campaigns', coalesce((select jsonb_agg(jsonb_build_object('id', c -> 'id', 'name', c -> 'name')) from jsonb_array_elements(r.content -> 'campaigns') c), '[]'),
    'first_day', r.content -> 'first_day', 'last_day', r.content -> 'last_day', 'names_people', r.names_people, 'opened', r.opened,
    'last_opened', r.last_opened, 'expires_at', r.expires_at, 'revoked_at', r.revoked_at, 'made_by', r.made_by, 'created_at', r.created_at) as item
  from reports r
  where (:report::uuid is null or r.id = :report)
    and (:all::boolean or app.is_open(r))
    and (:search::text is null or position(fold_case(:search) in fold_case(r.title)) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::uuid is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! report_by_title
select id from reports r where app.is_open(r) and (lower(title) = lower(:title) or id::text = lower(:title)) order by id limit 2;

--! report_content
select title, content, names_people, expires_at, created_at from reports where id = :report;

-- One answer for a link that never was, one whose time is over, and one that was taken back.
--! open_report
update reports r set opened = r.opened + 1, last_opened = clock_timestamp()
where r.token_hash = :hash and app.is_open(r)
returning r.title, r.content, r.names_people, r.expires_at, r.created_at;

--! revoke_report
update reports set revoked_at = coalesce(revoked_at, clock_timestamp()) where id = :report returning title;

-- As the owner, before anything is looked up.
--! take_report
select extract(epoch from app.take_report(:address::text::inet))::float8 as wait_s;
