-- Audiences of LinkedIn's, out of the team's own records.

--! audience_contacts (persona?, segment?, campaign?) : (email?, first_name?, last_name?, job_title?, employee_company?, country?)
select email, first_name, last_name, job_title, employee_company, country from app.audience_contacts(:tenant, :persona, :segment, :campaign);

--! audience_companies (persona?, segment?, campaign?) : (website_domain?, page_url?, industry?, country?)
select company_name, website_domain, page_url, industry, country from app.audience_companies(:tenant, :persona, :segment, :campaign);

-- What becomes of those who were chosen: who may be in an audience, whom LinkedIn could find, and by what.
--! audience_survey (persona?, segment?, campaign?)
select (select count(*) from app.audience_chosen(:tenant, :persona, :segment, :campaign)) as chosen,
  (select count(*) from app.audience_people(:tenant, :persona, :segment, :campaign)) as allowed, c.contacts, c.with_email,
  (select count(*) from app.audience_companies(:tenant, :persona, :segment, :campaign)) as companies
from (select count(*) as contacts, count(email) as with_email from app.audience_contacts(:tenant, :persona, :segment, :campaign)) c;
