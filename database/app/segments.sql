-- Audience segments: live sets of people by rule.  A rule is one object; all of its keys must hold:
--   {"personas": ["Marketing leaders"], "any_persona": true, "seniorities": ["vp"], "functions": ["marketing"], "countries": ["DE"],
--    "companies": ["Acme"], "lead_statuses": ["new"], "tags": ["vip"], "is_follower": true, "is_notable": true,
--    "campaigns": [12], "min_score": 10, "window_days": 90}
-- Membership is asked, never stored: it is as true as the people are.

-- What is wrong with a rule, in a sentence for the person who wrote it; null when nothing is.  A key that nobody knows would
-- ask for nothing, and so mean everybody.
create function app.rule_error(rule jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  field record;
  word text;
  allowed text[];
begin
  if jsonb_typeof(rule) <> 'object' then
    return 'a rule must be an object, such as {"seniorities": ["vp"], "countries": ["DE"]}';
  end if;
  for field in select key as name, value from jsonb_each(rule) loop
    if field.name in ('any_persona', 'is_follower', 'is_notable') then
      if jsonb_typeof(field.value) <> 'boolean' then
        return format('"%s" must be true or false', field.name);
      end if;
    elsif field.name in ('min_score', 'window_days') then
      if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,8}$' or field.value::text::int < 1 then
        return format('"%s" must be a whole number above 0', field.name);
      end if;
    elsif field.name = 'campaigns' then
      if jsonb_typeof(field.value) <> 'array' or exists (
        select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'number' or v::text !~ '^[0-9]{1,9}$') then
        return '"campaigns" must be a list of the numbers of campaigns';
      end if;
    elsif field.name in ('personas', 'companies', 'tags', 'countries', 'seniorities', 'functions', 'lead_statuses') then
      if jsonb_typeof(field.value) <> 'array' or exists (
        select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'string' or btrim(v #>> '{}') = '') then
        return format('"%s" must be a list of words', field.name);
      end if;
      allowed := case field.name
        when 'seniorities' then enum_range(null::public.seniority)::text[]
        when 'functions' then enum_range(null::public.job_function)::text[]
        when 'lead_statuses' then enum_range(null::public.lead_status)::text[] end;
      foreach word in array app.text_array(field.value) loop
        if not word = any (allowed) then
          return format('there is no "%s" among %s; there are %s', word, replace(field.name, '_', ' '), array_to_string(allowed, ', '));
        elsif field.name = 'countries' and word !~ '^[A-Z]{2}$' then
          return format('"%s" is no code of a country: those have two capital letters, such as DE', word);
        end if;
      end loop;
    else
      return format('there is no key "%s"; the keys are personas, any_persona, seniorities, functions, countries, companies, lead_statuses, tags, is_follower, is_notable, campaigns, min_score, window_days', field.name);
    end if;
  end loop;
  if rule ? 'window_days' and not rule ? 'min_score' then
    return '"window_days" needs "min_score"';
  end if;
  return null;
end $$;
comment on function app.rule_error is 'What is wrong with a segment''s rule, in a sentence; null when nothing is.';

create function app.tg_audience_segments__check() returns trigger
language plpgsql volatile as $$
declare
  problem text := app.rule_error(new.rule);
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'rules_make_sense', table = 'audience_segments', column = 'rule';
  end if;
  return new;
end $$;
comment on function app.tg_audience_segments__check is 'Trigger on audience_segments: refuses a rule that makes no sense, in words.';
create trigger _200_check before insert or update of rule on public.audience_segments
  for each row execute function app.tg_audience_segments__check();

create function app.segment_people(tenant uuid, rule jsonb) returns setof integer
language sql stable as $$
  select p.id
  from public.persons p
  join app.person_facts f on f.tenant_id = p.tenant_id and f.person_id = p.id
  where p.tenant_id = tenant
    and (not rule ? 'personas' or exists (
      select from public.targets t join public.personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
      where t.tenant_id = tenant and t.person_id = p.id and t.is_active
        and lower(q.name) in (select lower(name) from unnest(app.text_array(rule -> 'personas')) name)))
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
