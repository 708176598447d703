-- Audiences of LinkedIn's, out of the team's own records.  Who is meant is asked once in each, since a segment's rule may be much to ask.

--! audience_contacts (persona?, segment?, campaign?) : (email?, first_name?, last_name?, job_title?, employee_company?, country?)
select email, first_name, last_name, job_title, employee_company, country
from app.audience_contacts(:tenant, array(select app.audience_allowed(:tenant, array(select app.audience_chosen(:tenant, :persona, :segment, :campaign)))));

--! audience_companies (persona?, segment?, campaign?) : (website_domain?, page_url?, industry?, country?)
select company_name, website_domain, page_url, industry, country
from app.audience_companies(:tenant, array(select app.audience_allowed(:tenant, array(select app.audience_chosen(:tenant, :persona, :segment, :campaign)))));

-- What becomes of those who were chosen: the counts of what the lists would hold, each of them asked of everybody once.
--! audience_survey (persona?, segment?, campaign?)
with chosen as materialized (select c.id from app.audience_chosen(:tenant, :persona, :segment, :campaign) c(id)),
allowed as materialized (
  select a.company_id, a.has_email, a.has_names, not a.has_email and a.can_split as is_split
  -- `is true` keeps the question a look into a hash: there are far more of them than a plan would believe.
  from audience_people(:tenant) a
  where (a.person_id in (select c.id from chosen c)) is true and a.is_allowed
)
select (select count(*) from chosen) as chosen, count(*) as allowed, count(*) filter (where has_email or has_names or is_split) as contacts,
  count(*) filter (where has_email) as with_email, count(*) filter (where is_split) as split, (
    select count(*) from companies c
    where c.tenant_id = :tenant and c.facts_source is distinct from 'api' and c.id in (select company_id from allowed)) as companies
from allowed;
