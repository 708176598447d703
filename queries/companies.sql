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
