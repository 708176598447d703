-- Audiences of LinkedIn's, out of the team's own records.  Who is meant is asked once in each, since a segment's rule may be much to ask.

--! audience_contacts (persona?, segment?, campaign?) : (email?, first_name?, last_name?, job_title?, employee_company?, country?)
select email, first_name, last_name, job_title, employee_company, country
from app.audience_contacts(:tenant, array(select app.audience_allowed(:tenant, app.audience_chosen(:tenant, :persona, :segment, :campaign))));

--! audience_companies (persona?, segment?, campaign?) : (website_domain?, page_url?, industry?, country?)
select company_name, website_domain, page_url, industry, country
from app.audience_companies(:tenant, array(select app.audience_allowed(:tenant, app.audience_chosen(:tenant, :persona, :segment, :campaign))));

--! audience_survey (persona?, segment?, campaign?)
select * from app.audience_survey(:tenant, :persona, :segment, :campaign);
