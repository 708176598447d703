-- Audience segments: live sets of people by rule.  A rule is one object; all of its keys must hold:
--   {"personas": ["Marketing leaders"], "any_persona": true, "seniorities": ["vp"], "functions": ["marketing"], "countries": ["DE"],
--    "companies": ["Acme"], "lead_statuses": ["new"], "tags": ["vip"], "is_follower": true, "is_notable": true,
--    "campaigns": [12], "min_score": 10, "window_days": 90}
-- Membership is asked, never stored: it is as true as the people are.

create function app.segment_people(tenant uuid, rule jsonb) returns setof integer
language sql stable as $$
  select p.id
  from public.persons p
  join app.person_facts f on f.tenant_id = p.tenant_id and f.person_id = p.id
  where p.tenant_id = tenant
    and (not rule ? 'personas' or exists (
      select from public.targets t join public.personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
      where t.tenant_id = tenant and t.person_id = p.id and t.is_active and q.name = any (app.text_array(rule -> 'personas'))))
    and (not rule ? 'any_persona' or (rule ->> 'any_persona')::boolean = exists (
      select from public.targets t where t.tenant_id = tenant and t.person_id = p.id and t.is_active))
    and (not rule ? 'seniorities' or p.seniority::text = any (app.text_array(rule -> 'seniorities')))
    and (not rule ? 'functions' or p.functions::text[] && app.text_array(rule -> 'functions'))
    and (not rule ? 'countries' or p.country = any (app.text_array(rule -> 'countries')))
    and (not rule ? 'companies' or f.company_key in (select app.company_key(name) from unnest(app.text_array(rule -> 'companies')) name))
    and (not rule ? 'lead_statuses' or p.lead_status::text = any (app.text_array(rule -> 'lead_statuses')))
    and (not rule ? 'tags' or p.tags && app.text_array(rule -> 'tags'))
    and (not rule ? 'is_follower' or p.is_follower = (rule ->> 'is_follower')::boolean)
    and (not rule ? 'is_notable' or p.is_notable = (rule ->> 'is_notable')::boolean)
    and (not rule ? 'campaigns' or exists (
      select from app.campaign_engagers e
      where e.tenant_id = tenant and e.person_id = p.id and to_jsonb(e.campaign_id) in (select jsonb_array_elements(rule -> 'campaigns'))))
    and (not rule ? 'min_score' or app.engagement_score(tenant, p.id, app.tenant_today(tenant) - (rule ->> 'window_days')::int + 1)
      >= (rule ->> 'min_score')::int)
$$;
comment on function app.segment_people is 'Ids of the people whom a segment''s rule means, now.';

create function app.segment_members(tenant uuid, segment text) returns setof integer
language sql stable as $$
  select app.segment_people(tenant, s.rule) from public.audience_segments s where s.tenant_id = tenant and s.id = segment
$$;
comment on function app.segment_members is 'Ids of the people in a segment, now.';
