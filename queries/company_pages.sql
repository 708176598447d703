-- Companies as their pages show them: those of a filter, a page at a time, with what company_engagement_summary counts.

--! companies_found (search?, persona?, industry?, size?) : (industry?, size_band?, country?, last_day?)
with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from pending_person_engagement where tenant_id = :tenant),
found as materialized (
  select f.* from app.found_companies(:tenant, jsonb_strip_nulls(jsonb_build_object(
    'sort', :sort::text, 'descending', :descending::boolean, 'search', :search::text, 'industry', :industry::text, 'size', :size::text, 'persona', :persona::uuid,
    'only_engaged', nullif(:engaged::boolean, false), 'skip', :skip::bigint, 'most', :most::bigint))) f
),
-- Large companies have thousands of people: sets of them are held against those of the personas.
staff as materialized (
  select p.company_id as id, chunk_of(p.id) as chunk, bit_or(bit_of(p.id)) as people
  from found f
  join persons p on p.tenant_id = :tenant and p.company_id = f.id
  group by 1, 2
),
matched as (
  select s.id, sum(bit_count(s.people)) as people, sum(bit_count(s.people & t.people)) as targets
  from staff s left join sets_of(:tenant, 't') t on t.chunk = s.chunk group by 1
),
covered as (
  select s.id, count(distinct q.key) as personas
  from staff s
  join sets_of(:tenant, 'q', array(select q.id::text from personas q)) q on q.chunk = s.chunk
  where s.people & q.people <> no_people()
  group by 1
)
select c.id, c.name, c.industry, c.size_band::text as size_band, c.country, coalesce(m.people, 0)::bigint as people, n.engaged, n.engagements, n.last_day,
  coalesce(v.personas, 0) as personas, coalesce(m.targets, 0)::bigint as targets, f.total
from found f
join companies c on c.tenant_id = :tenant and c.id = f.id
left join matched m on m.id = f.id
left join covered v on v.id = f.id
cross join lateral (
  select f.engaged, f.engagements, f.last_day where f.engaged is not null
  union all
  select count(*) filter (where s.engagements > 0), coalesce(sum(s.engagements), 0)::bigint, max(s.last_day) filter (where s.engagements > 0)
  from persons p
  left join person_engagement e on e.tenant_id = p.tenant_id and e.person_id = p.id
  left join pending d on d.person_id = p.id
  cross join lateral (
    select case when d.person_id is null then e.last_day else d.last_day end as last_day,
      coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0)
        + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements
  ) s
  where p.tenant_id = c.tenant_id and p.company_id = c.id
  having f.engaged is null
) n
order by f.place;

--! has_companies
select exists (select from companies);

--! company_industries
select distinct industry from companies where industry <> '' order by 1 limit 500;

--! company_facts : (industry?, size_band?, location?, country?, domain?, linkedin_url?, linkedin_slug?)
select id, name, industry, size_band::text as size_band, location, country, domain, linkedin_url, linkedin_slug from companies where id = :company;

--! company_counts : (last_day?)
with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from pending_person_engagement where tenant_id = current_tenant())
select count(*) as people, count(*) filter (where s.engagements > 0) as engaged, coalesce(sum(s.engagements), 0)::bigint as engagements,
  max(s.last_day) filter (where s.engagements > 0) as last_day,
  count(*) filter (where exists (select from targets t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active)) as targets
from persons p
left join person_engagement e on e.tenant_id = p.tenant_id and e.person_id = p.id
left join pending d on d.person_id = p.id
cross join lateral (
  select case when d.person_id is null then e.last_day else d.last_day end as last_day,
    coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0)
      + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements
) s
where p.company_id = :company;

--! company_covers : (average_score?)
select q.id, q.name, q.colour, count(*) as people, avg(t.match_score)::float8 as average_score
from persons p
join targets t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
where p.company_id = :company
group by q.id, q.name, q.colour
order by people desc, lower(q.name), q.id;

-- Twelve weeks, the last of which ends today.
--! company_weeks
with clock as (select tenant_today(current_tenant()) as today),
counts as (
  select (k.today - e.engaged_on) / 7 as ago, count(*) as engagements, count(distinct e.person_id) as people
  from persons p
  cross join clock k
  join engagements e on e.tenant_id = p.tenant_id and e.person_id = p.id and e.engaged_on > k.today - 84 and e.engaged_on <= k.today
  where p.company_id = :company
  group by 1
)
select k.today - 7 * w.ago - 6 as first_day, coalesce(n.engagements, 0) as engagements, coalesce(n.people, 0) as people
from clock k
cross join generate_series(11, 0, -1) w(ago)
left join counts n on n.ago = w.ago
order by 1;

-- What campaigns spent is divided among all whom they reached, each person alike, since no report says whom an ad was shown to.  The
-- sum is null where campaigns spent in several currencies.
--! company_campaigns : (last_day?, spend?, currency?, whole_spend?, whole_currency?)
with reached as materialized (
  select l.campaign_id, count(*) as engagements, count(distinct e.person_id) as people, max(e.engaged_on) as last_day
  from persons p
  join engagements e on e.tenant_id = p.tenant_id and e.person_id = p.id
  join campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id
  where p.company_id = :company
  group by l.campaign_id
),
everybody as (
  select s.key::integer as campaign_id, sum(bit_count(s.people)) as people
  from sets_of(current_tenant(), 'c', array(select r.campaign_id::text from reached r)) s
  group by s.key
),
cost as (
  select c.id as campaign_id, case when count(distinct m.currency) <= 1 then sum(m.spend) end as spend, coalesce(min(m.currency), c.currency, t.currency) as currency
  from campaigns c
  join tenants t on t.id = c.tenant_id
  join ads a on a.tenant_id = c.tenant_id and a.campaign_id = c.id
  join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id
  where c.id in (select r.campaign_id from reached r)
  group by c.id, c.currency, t.currency
),
shares as (
  select r.campaign_id, (o.spend * r.people / nullif(w.people, 0))::float8 as spend, o.currency
  from reached r
  join everybody w on w.campaign_id = r.campaign_id
  join cost o on o.campaign_id = r.campaign_id
)
select c.id, c.name, c.status::text as status, r.engagements, r.people, r.last_day, s.spend, s.currency,
  case when t.currencies = 1 and not t.is_mixed then t.spend end as whole_spend, t.currency as whole_currency
from reached r
join campaigns c on c.tenant_id = current_tenant() and c.id = r.campaign_id
left join shares s on s.campaign_id = r.campaign_id
cross join (select sum(spend) as spend, min(currency) as currency, count(distinct currency) as currencies, coalesce(bool_or(spend is null), false) as is_mixed from shares) t
order by r.engagements desc, lower(c.name), c.id
limit :most;
