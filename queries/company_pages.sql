-- Companies as their pages show them: as company_engagement_summary counts them, for a filter and a page at a time.

--! companies_found (search?, persona?, industry?, size?) : (industry?, size_band?, country?, last_day?)
with pending as materialized (select * from pending_person_engagement where tenant_id = current_tenant()),
scores as not materialized (
  -- As person_counts has them, but without bringing everybody's rows together for the sake of the few whom the log names.
  select coalesce(e.person_id, d.person_id) as person_id, case when d.person_id is null then e.last_day else d.last_day end as last_day,
    coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0)
      + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements
  from (select * from person_engagement where tenant_id = current_tenant()) e
  full join pending d on d.person_id = e.person_id
),
asked as materialized (
  select c.id, c.name, c.industry, c.size_band, c.country
  from companies c
  where (:search::text is null or position(fold_case(:search) in fold_case(c.name)) > 0)
    and (:industry::text is null or c.industry = :industry)
    and (:size::text is null or c.size_band::text = :size)
),
people as (
  select p.company_id, count(*) as people, count(*) filter (where s.engagements > 0) as engaged, coalesce(sum(s.engagements), 0)::bigint as engagements,
    max(s.last_day) filter (where s.engagements > 0) as last_day,
    count(*) filter (where p.id in (select t.person_id from targets t where t.is_active)) as targets
  from persons p
  left join scores s on s.person_id = p.id
  where p.company_id is not null
  group by 1
),
-- First by company and persona, which are few, so that nobody has to be counted apart.
covered as (
  select x.company_id, count(*) as personas, bool_or(x.persona_id = :persona::uuid) as is_covered
  from (
    select p.company_id, t.persona_id
    from targets t
    join persons p on p.tenant_id = t.tenant_id and p.id = t.person_id
    where t.is_active and p.company_id is not null
    group by 1, 2
  ) x
  group by 1
),
rows as materialized (
  select a.id, a.name, a.industry, a.size_band::text as size_band, a.country, coalesce(n.people, 0) as people, coalesce(n.engaged, 0) as engaged,
    coalesce(n.engagements, 0) as engagements, n.last_day, coalesce(t.personas, 0) as personas, coalesce(n.targets, 0) as targets
  from asked a
  left join people n on n.company_id = a.id
  left join covered t on t.company_id = a.id
  where (:persona is null or coalesce(t.is_covered, false)) and (not :engaged::boolean or n.engaged > 0)
),
sorted as (
  select r.*, case :sort::text when 'people' then r.people when 'engaged' then r.engaged when 'targets' then r.targets when 'personas' then r.personas
    when 'last' then r.last_day - date '2000-01-01' when 'name' then 0 else r.engagements end::bigint as number
  from rows r
)
select id, name, industry, size_band, country, people, engaged, engagements, last_day, personas, targets, (select count(*) from rows) as total
from sorted
order by case when :descending::boolean then -number else number end nulls last,
  case when :sort = 'name' and :descending then lower(name) end desc, lower(name), id
offset :skip::bigint limit :most;

--! has_companies
select exists (select from companies);

--! company_industries
select distinct industry from companies where industry <> '' order by 1 limit 500;

--! company_facts : (industry?, size_band?, location?, country?, domain?, linkedin_url?, linkedin_slug?)
select id, name, industry, size_band::text as size_band, location, country, domain, linkedin_url, linkedin_slug from companies where id = :company;

--! company_counts : (last_day?)
with pending as materialized (select * from pending_person_engagement where tenant_id = current_tenant())
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

--! company_campaigns : (last_day?)
select c.id, c.name, c.status::text as status, count(*) as engagements, count(distinct e.person_id) as people, max(e.engaged_on) as last_day
from persons p
join engagements e on e.tenant_id = p.tenant_id and e.person_id = p.id
join campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id
join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id
where p.company_id = :company
group by c.id, c.name, c.status
order by engagements desc, lower(c.name), c.id
limit :most;
