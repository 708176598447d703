-- Campaign groups: campaigns that belong together, for one client or one season.

-- A group as programs see it.
--! group_items (group?, status?, search?, after_key?, after_id?) : ()
with items as (
  select g.id, jsonb_build_object('id', g.id, 'name', g.name, 'client_name', g.client_name, 'status', g.status, 'budget', g.budget,
    'currency', coalesce(g.currency, t.currency), 'start_date', g.start_date, 'end_date', g.end_date, 'linkedin_group_id', g.linkedin_group_id,
    'campaigns', (select count(*) from campaigns c where c.tenant_id = g.tenant_id and c.campaign_group_id = g.id),
    'created_at', g.created_at, 'updated_at', g.updated_at) as item
  from campaign_groups g
  join tenants t on t.id = g.tenant_id
  where (:group::integer is null or g.id = :group)
    and (:status::text is null or g.status = :status::text::campaign_status)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', g.name, g.client_name))) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! group_by_name : ()
select id, name from campaign_groups where lower(name) = lower(:name) or id::text = :name order by id limit 1;

-- The campaigns of a group, of which a client sees some.
--! group_campaigns (campaigns?)
select c.id from campaigns c
where c.campaign_group_id = :group and (:campaigns::integer[] is null or c.id = any (:campaigns))
order by c.id;

-- What campaigns came to together: everybody and everything counts once, however many of them share a post.
--! group_totals : (impressions?, spend?, currency?, cost_per_target?)
with linked as materialized (
  select distinct l.tenant_id, l.post_id from campaign_posts l where l.campaign_id = any (:campaigns::integer[])
),
united as materialized (
  select s.chunk, bit_or(s.people) as people from sets_of(current_tenant(), 'c', :campaigns::integer[]::text[]) s group by 1
),
people as (
  select coalesce(sum(bit_count(u.people)), 0)::bigint as people, coalesce(sum(bit_count(u.people & t.people)), 0)::bigint as targeted
  from united u
  left join sets_of(current_tenant(), 't') t on t.chunk = u.chunk
),
acts as (
  select coalesce(sum(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks), 0)::bigint as engagements
  from linked l
  join post_counts n on n.tenant_id = l.tenant_id and n.post_id = l.post_id
),
organic as (
  select count(*) as posts, sum(p.impressions) as impressions from linked l join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
),
paid as (
  -- Amounts in several currencies are not added up.
  select sum(m.impressions) as impressions, case when count(distinct m.currency) <= 1 then sum(m.spend) end as spend, min(m.currency) as currency
  from ads a
  join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id
  where a.campaign_id = any (:campaigns)
)
select p.people, p.targeted, e.engagements, o.posts,
  (case when o.impressions is not null or a.impressions is not null then coalesce(o.impressions, 0) + coalesce(a.impressions, 0) end)::bigint as impressions,
  a.spend::float8 as spend, coalesce(a.currency, t.currency) as currency, round(a.spend / nullif(p.targeted, 0), 2)::float8 as cost_per_target
from people p
cross join acts e
cross join organic o
cross join paid a
join tenants t on t.id = current_tenant();

-- Of the engagements with posts that several of the campaigns share, what they count more than once is taken off again.
--! group_personas
with united as materialized (
  select s.chunk, bit_or(s.people) as people from sets_of(current_tenant(), 'c', :campaigns::integer[]::text[]) s group by 1
),
members as materialized (
  select s.key::uuid as id, s.chunk, s.people
  from sets_of(current_tenant(), 'q', array(select q.id::text from personas q where q.is_active)) s
),
reached as (
  select m.id, sum(bit_count(m.people & u.people))::bigint as people from members m join united u on u.chunk = m.chunk group by 1
),
shared as materialized (
  select l.tenant_id, l.post_id, count(*) - 1 as times from campaign_posts l where l.campaign_id = any (:campaigns::integer[]) group by 1, 2 having count(*) > 1
),
again as (
  select m.id, sum(s.times) as engagements
  from shared s
  join engagements e on e.tenant_id = s.tenant_id and e.post_id = s.post_id
  join members m on m.chunk = chunk_of(e.person_id)
  where is_in(m.people, e.person_id)
  group by 1
),
counts as (
  select persona_id, sum(likes + reactions + comments + shares + follows + clicks) as engagements
  from campaign_persona_counts where campaign_id = any (:campaigns) group by 1
)
select q.id, q.name, q.colour, r.people, (coalesce(n.engagements, 0) - coalesce(a.engagements, 0))::bigint as engagements
from reached r
join personas q on q.id = r.id
left join counts n on n.persona_id = r.id
left join again a on a.id = r.id
where r.people > 0
order by r.people desc, q.name, q.id;

-- Those with most people on target, and how many there are.
--! group_companies
with employed as (
  select q.company_id, q.said, count(*) as people, count(*) filter (where is_in(t.people, q.id)) as targeted
  from (
    -- For nearly everybody an index knows the company.  Where the tenant is named, the wall asks once who it is.
    select q.id, q.company_id, null as said
    from persons q
    where q.tenant_id = :tenant and q.company_id is not null
      and not exists (select from persons o where o.tenant_id = :tenant and o.company_override <> '' and o.id = q.id)
    union all
    select q.id, case when btrim(q.company_override) = '' then q.company_id end, nullif(btrim(q.company_override), '')
    from persons q
    where q.tenant_id = :tenant and q.company_id is not null and q.company_override <> ''
    union all
    select q.id, null, coalesce(nullif(btrim(q.company_override), ''), nullif(btrim(q.current_company), ''))
    from persons q
    where q.tenant_id = :tenant and q.company_id is null
  ) q
  join (
    select s.chunk, bit_or(s.people) as people from sets_of(:tenant, 'c', :campaigns::integer[]::text[]) s group by 1
  ) u on u.chunk = chunk_of(q.id)
  left join sets_of(:tenant, 't') t on t.chunk = u.chunk
  where is_in(u.people, q.id)
  group by 1, 2
),
employers as (
  select coalesce(e.said, c.name) as name, sum(e.people)::bigint as people, sum(e.targeted)::bigint as targeted
  from employed e
  left join companies c on c.tenant_id = :tenant and c.id = e.company_id
  group by 1
)
select name, people, targeted, count(*) over () as companies
from employers
where name is not null
order by targeted desc, people desc, name
limit 12;

-- What is said comes as an object of columns.
--! create_group
insert into campaign_groups (name, client_name, status, budget, currency, start_date, end_date)
select n.name, n.client_name, coalesce(n.status, 'active'), n.budget, n.currency, n.start_date, n.end_date
from jsonb_populate_record(null::campaign_groups, :said) n
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_group
with held as (select k as row from campaign_groups k where k.id = :group for no key update)
update campaign_groups g
set name = n.name, client_name = n.client_name, status = n.status, budget = n.budget, currency = n.currency, start_date = n.start_date, end_date = n.end_date
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where g.id = (h.row).id
returning g.name;

-- Its campaigns stay, and are in no group from then on.
--! delete_group
with freed as (update campaigns set campaign_group_id = null where campaign_group_id = :group),
  gone as (delete from campaign_groups where id = :group returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'group.deleted', id::text, jsonb_build_object('name', name) from gone;
