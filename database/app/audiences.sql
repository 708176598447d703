-- Audiences: whom LinkedIn shall show ads to, out of the team's own records.

create function app.audience_chosen(tenant uuid, of_persona uuid, of_segment text, of_campaign integer) returns integer[]
language plpgsql stable parallel safe as $$
declare
  people integer[];
begin
  if of_segment is not null then
    people := array(select app.segment_members(tenant, of_segment));
  end if;
  if of_persona is not null then
    people := array(
      with those as (select t.person_id from public.targets t where t.tenant_id = tenant and t.persona_id = of_persona and t.is_active)
      select person_id from those where people is null
      union all
      (select person_id from those intersect select unnest(people)));
  end if;
  if of_campaign is not null then
    people := array(
      with those as (select e.person_id from app.campaign_engagers e where e.tenant_id = tenant and e.campaign_id = of_campaign)
      select person_id from those where people is null
      union all
      (select person_id from those intersect select unnest(people)));
  end if;
  return coalesce(people, '{}');
end $$;
comment on function app.audience_chosen is 'People of a persona, of a segment, and of those who engaged with a campaign: of all that are named, and of nobody where none is.';

-- What LinkedIn's own interfaces tell of members may not be used for audiences; whoever is known by them alone is in none.
-- LinkedIn matches e-mail addresses, or a first and a last name together with more; a record that has neither is of no use to it.
-- Where a source told but one name, what can be told of it is.
-- Where the tenant is named, the wall is asked once, and identities are read once and not person by person.
create function app.audience_people(tenant uuid)
returns table (person_id integer, company_id integer, is_allowed boolean, has_email boolean, has_names boolean, can_split boolean)
language sql stable parallel safe as $$
  select p.id, p.company_id,
    p.source <> 'api' or p.id in (select i.person_id from public.person_identities i where i.tenant_id = tenant and i.source <> 'api'),
    p.source <> 'api' and p.email is not null
      or p.id in (select i.person_id from public.person_identities i where i.tenant_id = tenant and i.kind = 'email' and i.source <> 'api'),
    p.first_name is not null and p.last_name is not null,
    (p.first_name is null or p.last_name is null) and (app.is_plain_name(p.name) or app.two_names(p.name) is not null)
  from public.persons p
  where p.tenant_id = tenant
$$;
comment on function app.audience_people is 'What an audience can make of people: whether they may be in one, and whether LinkedIn could find them by an address, by their names, or by names split out of one.';

create function app.audience_allowed(tenant uuid, people integer[]) returns setof integer
language sql stable parallel safe as $$
  select a.person_id from app.audience_people(tenant) a where a.person_id = any (people) and a.is_allowed
$$;
comment on function app.audience_allowed is 'Those of some people who may be in an audience: whom the team knows by other ways than LinkedIn''s own interfaces.';

-- As a parameter of a statement that is planned for it, the list of those who were chosen is a hash to look into, and no list to go
-- through for everybody.  Whether they may be in an audience is asked of those alone: as a condition of the scan it
-- would have every column of everybody taken apart.
create function app.audience_survey(tenant uuid, of_persona uuid, of_segment text, of_campaign integer)
returns table (chosen bigint, allowed bigint, contacts bigint, with_email bigint, split bigint, companies bigint)
language plpgsql stable parallel safe as $$
begin
  return query execute '
    with found as materialized (
      select a.company_id, a.is_allowed, case when a.has_email then ''email'' when a.has_names then ''names'' when a.can_split then ''split'' end as found_by, count(*) as people
      from app.audience_people($1) a
      where a.person_id = any ($2)
      group by 1, 2, 3
    ),
    allowed as (select f.company_id, f.found_by, f.people from found f where f.is_allowed)
    select cardinality($2)::bigint, coalesce(sum(f.people), 0)::bigint, coalesce(sum(f.people) filter (where f.found_by is not null), 0)::bigint,
      coalesce(sum(f.people) filter (where f.found_by = ''email''), 0)::bigint, coalesce(sum(f.people) filter (where f.found_by = ''split''), 0)::bigint,
      count(distinct c.id) filter (where c.facts_source is distinct from ''api'')
    from allowed f
    left join public.companies c on c.tenant_id = $1 and c.id = f.company_id'
    using tenant, app.audience_chosen(tenant, of_persona, of_segment, of_campaign);
end $$;
comment on function app.audience_survey is 'What becomes of those who were chosen: how many there are, how many may be in an audience, how many LinkedIn could find, by an address or by names split out of one, and at how many companies they work.';

create function app.audience_contacts(tenant uuid, people integer[])
returns table (person_id integer, email text, first_name text, last_name text, job_title text, employee_company text, country text)
language sql stable parallel safe as $$
  with known as materialized (
    select p.id, coalesce(e.value, case when p.source <> 'api' then lower(p.email) end) as email, p.first_name, p.last_name,
      case when p.first_name is null or p.last_name is null then app.two_names(p.name) end as split,
      coalesce(p.title_override, p.current_title) as title, coalesce(p.company_override, p.current_company) as company, p.country
    from app.audience_people(tenant) a
    join public.persons p on p.tenant_id = tenant and p.id = a.person_id
    left join lateral (
      select i.value from public.person_identities i
      where i.tenant_id = tenant and i.person_id = p.id and i.kind = 'email' and i.source <> 'api'
      order by i.created_at desc, i.value limit 1) e on true
    where a.person_id = any (people) and (a.has_email or a.has_names or a.can_split)
  )
  select k.id, k.email, coalesce((k.split).first_name, k.first_name), coalesce((k.split).last_name, k.last_name), k.title, k.company, k.country
  from known k
  order by k.id
$$;
comment on function app.audience_contacts is 'The contacts of people who may be in an audience, in the columns of LinkedIn''s template for contacts; only those that LinkedIn can match.';

create function app.audience_companies(tenant uuid, people integer[])
returns table (company_id integer, company_name text, website_domain text, page_url text, industry text, country text)
language sql stable parallel safe as $$
  select c.id, c.name, c.domain,
    coalesce(case when c.linkedin_slug is not null then 'https://www.linkedin.com/company/' || c.linkedin_slug end, c.linkedin_url), c.industry, c.country
  from public.companies c
  where c.tenant_id = tenant and c.facts_source is distinct from 'api'
    and c.id in (select p.company_id from public.persons p where p.tenant_id = tenant and p.id = any (people))
  order by c.id
$$;
comment on function app.audience_companies is 'The companies where people work who may be in an audience, in the columns of LinkedIn''s template for companies.';

create function app.known_targeting(targeting jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(targeting) f
  where f.key in ('companies', 'titles', 'functions', 'seniorities', 'industries', 'sizes', 'locations', 'skills')
    and jsonb_typeof(f.value) = 'array'
    and not exists (select from jsonb_array_elements(case jsonb_typeof(f.value) when 'array' then f.value else '[]' end) w where jsonb_typeof(w) <> 'string')
$$;
comment on function app.known_targeting is 'Of the targeting of a custom audience what Rapport knows, each a list of words: what an older program stored besides is kept and not shown.';
