--! company_rows (company?) : ()
select row_to_json(c) as row
from (
  select * from company_engagement_summary
  where :company::integer is null or company_id = :company
  order by engagements desc, people desc, name, company_id
  limit :most
) c;

-- Of two companies of one name the one with a LinkedIn page is the better known.
--! company_by_name : ()
select id, name, name_key
from companies
where id::text = :name or name_key = company_key(:name)
order by id::text = :name desc, linkedin_slug is null and linkedin_id is null, id
limit 1;

--! companies_like_name
select name
from companies
where position(fold_case(:name) in fold_case(name)) > 0
order by length(name), name
limit 10;

--! company_details : ()
select row_to_json(c) as row
from (
  select id as company_id, name, industry, size_band, location, country, domain, linkedin_url, linkedin_slug, linkedin_id, created_at
  from companies where id = :company
) c;

--! company_personas : ()
select row_to_json(r) as row
from (
  select q.id as persona_id, q.name as persona, count(*)::int as people, round(avg(t.match_score), 2) as average_score
  from persons p
  join targets t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
  join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
  where p.company_id = :company
  group by q.id, q.name
  order by people desc, q.name
) r;

-- Companies as programs see them.  Their people are counted for those of the page alone, unless the list is put in order by them.
--! company_items (company?, country?, search?, after_key?, after_id?) : ()
with keyed as (
  select c.id, coalesce(case :sort::text
    when 'name' then to_jsonb(lower(c.name))
    when 'people' then to_jsonb((select count(*) from persons p where p.tenant_id = c.tenant_id and p.company_id = c.id))
    when 'engagements' then to_jsonb(e.engagements)
    when 'created_at' then to_jsonb(extract(epoch from c.created_at))
    when 'updated_at' then to_jsonb(extract(epoch from c.updated_at))
    end, 'null') as key
  from companies c
  left join company_engagement_summary e on :sort = 'engagements' and e.tenant_id = c.tenant_id and e.company_id = c.id
  where (:company::integer is null or c.id = :company)
    and (:country::text is null or c.country = :country)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', c.name, c.domain, c.industry))) > 0)
),
chosen as (
  select id, key
  from keyed
  where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
  order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
  limit :most
),
worked as (
  select p.company_id, count(*)::int as people, count(n.person_id)::int as engaged_people, coalesce(sum(n.engagements), 0)::bigint as engagements,
    max(n.last_day) as last_engaged_on,
    count(*) filter (where exists (
      select from targets t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active))::int as targets
  from persons p
  left join (
    select tenant_id, person_id, last_day, likes + reactions + comments + shares + follows + clicks as engagements from person_counts
    where likes + reactions + comments + shares + follows + clicks > 0
  ) n on n.tenant_id = p.tenant_id and n.person_id = p.id
  where p.company_id in (select id from chosen)
  group by 1
)
select k.id, k.key, jsonb_build_object('id', c.id, 'name', c.name, 'domain', c.domain, 'industry', c.industry, 'size_band', c.size_band,
  'location', c.location, 'country', c.country, 'linkedin_url', c.linkedin_url, 'linkedin_id', c.linkedin_id, 'linkedin_slug', c.linkedin_slug,
  'created_at', c.created_at, 'updated_at', c.updated_at, 'people', coalesce(w.people, 0), 'engaged_people', coalesce(w.engaged_people, 0),
  'engagements', coalesce(w.engagements, 0), 'targets', coalesce(w.targets, 0), 'last_engaged_on', w.last_engaged_on) as item
from chosen k
join companies c on c.id = k.id
left join worked w on w.company_id = k.id
order by case when :descending then k.key end desc, case when not :descending then k.key end, case when :descending then k.id end desc, k.id;

--! company_exists
select exists (select from companies where id = :company);

-- A human's word, said now.
--! create_company
insert into companies (name, name_key, domain, industry, size_band, location, country, facts_source, facts_seen_at)
select n.name, company_key(n.name), n.domain, n.industry, n.size_band, n.location, n.country, 'manual', now()
from jsonb_populate_record(null::companies, :said) n
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_company
with held as (select k as row from companies k where k.id = :company for no key update)
update companies c
set name = n.name, domain = n.domain, industry = n.industry, size_band = n.size_band, location = n.location, country = n.country,
  facts_source = 'manual', facts_seen_at = now()
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where c.id = (h.row).id
returning c.name;

--! company_people_count
select count(*) from persons where company_id = :company;

--! delete_company
with gone as (delete from companies where id = :company returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'company.deleted', id::text, jsonb_build_object('name', name) from gone;
