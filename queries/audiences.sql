-- Audiences of LinkedIn's, out of the team's own records.

--! audience_contacts (persona?, segment?) : (email?, first_name?, last_name?, job_title?, employee_company?, country?)
select email, first_name, last_name, job_title, employee_company, country from app.audience_contacts(:tenant, :persona, :segment);

--! audience_companies (persona?, segment?) : (website_domain?, page_url?, industry?, country?)
select company_name, website_domain, page_url, industry, country from app.audience_companies(:tenant, :persona, :segment);

--! audience_people (persona?, segment?)
select count(*) as people from app.audience_people(:tenant, :persona, :segment);
