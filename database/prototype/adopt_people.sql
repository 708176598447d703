-- Companies and people.

------------------------------------------------------------------------------------------------ companies
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('companies') then
    return;
  end if;

  create temporary table adopting_companies on commit drop as
  select s.key, s.r, prototype.id_of(s.key) as id, prototype.tenant_of(s.r) as tenant_id, n.slug, n.number,
    coalesce(prototype.trimmed(left(prototype.trimmed(prototype.word(s.r, 'name')), 500)), n.slug, n.number, 'Company ' || s.key) as name, null::text as name_key, null::integer as same_as
  from prototype.rows_of('companies') s
  cross join lateral (
    select max(value) filter (where kind = 'company_slug') as slug, max(value) filter (where kind = 'company_id') as number
    from prototype.names_in(s.r ->> 'linkedin_url')
  ) n;
  perform prototype.number_the_rest('adopting_companies');
  update adopting_companies set name_key = prototype.company_key(name);
  -- Two rows of one page are one company, and so are two rows of one name that have no page; the older one stays.  A name
  -- alone is not enough where either has a page: several companies bear it.
  update adopting_companies c
  set same_as = o.oldest
  from (
    select id, min(id) over (partition by tenant_id, coalesce('page ' || slug, 'number ' || number, 'name ' || name_key)) as oldest from adopting_companies
  ) o
  where o.id = c.id;

  -- Where rows of one company differ, the oldest row that says anything is believed; the others are leftovers.
  insert into public.companies (tenant_id, id, name, name_key, linkedin_id, linkedin_slug, linkedin_url, domain, industry, industry_code,
    size_band, location, country, created_at)
  select tenant_id, same_as, (array_agg(name order by id))[1], (array_agg(name_key order by id))[1], min(number), min(slug),
    (array_agg(prototype.trimmed(r ->> 'linkedin_url') order by id) filter (where prototype.word(r, 'linkedin_url') is not null))[1],
    (array_agg(lower(prototype.trimmed(r ->> 'domain')) order by id) filter (where prototype.word(r, 'domain') is not null))[1],
    (array_agg(r ->> 'industry' order by id) filter (where prototype.word(r, 'industry') is not null))[1],
    prototype.industry_code((array_agg(r ->> 'industry' order by id) filter (where prototype.word(r, 'industry') is not null))[1]),
    (array_agg(prototype.size_band(r ->> 'company_size') order by id) filter (where prototype.size_band(r ->> 'company_size') is not null))[1],
    (array_agg(r ->> 'location' order by id) filter (where prototype.word(r, 'location') is not null))[1],
    prototype.country_of((array_agg(r ->> 'location' order by id) filter (where prototype.word(r, 'location') is not null))[1]),
    coalesce(min(prototype.time_of(r ->> 'created_at')), now())
  from adopting_companies
  group by tenant_id, same_as
  order by tenant_id, same_as
  on conflict do nothing;
  perform prototype.leave_values('companies', key, tenant_id, rest) from (select key, id, tenant_id,
    prototype.rest(r, array['id', 'tenant_id', 'linkedin_url', 'name', 'domain', 'industry', 'company_size', 'location', 'created_at', 'updated_at'])
      || prototype.kept(prototype.size_band(r ->> 'company_size') is null, r, 'company_size') || prototype.kept(name is distinct from r ->> 'name', r, 'name')
      || prototype.kept(id::text <> key, r, 'id') || prototype.kept_times(r, 'created_at') as rest
  from adopting_companies where id = same_as offset 0) x where rest <> '{}' order by id;

  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'companies', key, case when id = same_as then 'adopted' else 'merged' end,
    case when id = same_as then prototype.kept_with(id::text = key) else 'the same page, or the same name without a page, as an older row' end,
    tenant_id, 'companies', same_as::text
  from adopting_companies order by id;
  perform setval(pg_get_serial_sequence('public.companies', 'id'), greatest(max(id), 1)) from adopting_companies having max(id) > 0;
  perform prototype.close_books('companies', 'companies');
end $$;

------------------------------------------------------------------------------------------------ people
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('persons') then
    return;
  end if;

  create temporary table adopting_people on commit drop as
  select s.key, s.r, prototype.id_of(s.key) as id, prototype.tenant_of(s.r) as tenant_id, null::integer as same_as,
    null::text as set_aside, null::text as page_slug, null::text as page_number, null::integer as company_id
  from prototype.rows_of('persons') s;
  perform prototype.number_the_rest('adopting_people');
  update adopting_people set same_as = id;
  create unique index on adopting_people (id);
  -- All names under which a row knows its human: both addresses.  An e-mail is a name of whoever has it first, and no
  -- reason to make two people one, since offices share them.
  create temporary table adopting_identities on commit drop as
  select p.tenant_id, p.id, n.kind, n.value, bool_or(a.own) as own
  from adopting_people p
  cross join lateral (values (p.r ->> 'linkedin_url', true), (p.r ->> 'linkedin_profile_url', false)) a(address, own)
  cross join lateral prototype.names_in(a.address) n
  where a.address <> ''
  group by 1, 2, 3, 4;
  create index on adopting_identities (tenant_id, kind, value);
  create index on adopting_identities (id);
  analyze adopting_people, adopting_identities;

  -- Company pages react too, and the prototype took them for people.
  update adopting_people p set set_aside = 'page', page_slug = i.slug, page_number = i.number
  from (
    select id, max(value) filter (where kind = 'company_slug') as slug, max(value) filter (where kind = 'company_id') as number
    from adopting_identities where kind in ('company_slug', 'company_id') group by id
  ) i
  where i.id = p.id and not exists (select from adopting_identities o where o.id = p.id and o.kind in ('slug', 'member_id', 'sales_nav_id'));
  delete from adopting_identities where kind in ('company_slug', 'company_id');
  update adopting_people p set set_aside = 'hidden'
  where p.set_aside is null and btrim(r ->> 'name') ilike 'linkedin member' and not exists (select from adopting_identities i where i.id = p.id);

  -- The second address is a scraper's word.  One that several rows bear under addresses of their own of one kind, such as
  -- that of whoever ran the scraper, is no name of any of them: a human has one member id, and two slugs only if it changed.
  delete from adopting_identities i
  using (
    select o.tenant_id, o.kind, o.value
    from adopting_identities o
    left join adopting_identities mine on mine.id = o.id and mine.own
    where not o.own
    group by o.tenant_id, o.kind, o.value, mine.kind having count(distinct mine.value) > 1 or mine.kind is null and count(*) > 1
  ) shared
  where not i.own and i.tenant_id = shared.tenant_id and i.kind = shared.kind and i.value = shared.value;
  perform prototype.spread('adopting_people', 'adopting_identities');

  -- The company: the row's own if it is of the same tenant, or the one of the page, or the one of the name; made where
  -- there is none.  A company of another tenant is looked up by page and name, never linked.
  create temporary table adopting_employers on commit drop as
  select p.id, p.tenant_id, n.slug, n.number, w.name, prototype.company_key(w.name) as name_key,
    case when l.tenant_id = p.tenant_id then l.target_key::integer end as company_id
  from adopting_people p
  left join prototype.adoption l on l.source_table = 'companies' and l.source_key = p.r ->> 'company_id'
  left join prototype.rows_of('companies') o on o.key = l.source_key
  cross join lateral (
    select prototype.trimmed(left(prototype.trimmed(coalesce(prototype.word(p.r, 'current_company'), o.r ->> 'name')), 500)) as name
  ) w
  cross join lateral (
    select max(value) filter (where kind = 'company_slug') as slug, max(value) filter (where kind = 'company_id') as number
    from prototype.names_in(coalesce(prototype.word(p.r, 'company_linkedin_url'), o.r ->> 'linkedin_url'))
  ) n
  where p.set_aside is null;
  create index on adopting_employers (id);
  analyze adopting_employers;
  analyze public.companies;
  insert into public.companies (tenant_id, name, name_key, linkedin_id, linkedin_slug)
  select tenant_id, max(name), min(name_key), number, slug from adopting_employers e
  where company_id is null and name <> '' and (slug is not null or number is not null) and not exists (
    select from public.companies c where c.tenant_id = e.tenant_id and (c.linkedin_slug = e.slug or c.linkedin_id = e.number))
  group by tenant_id, slug, number order by 1, 5, 4
  on conflict do nothing;
  insert into public.companies (tenant_id, name, name_key, linkedin_id, linkedin_slug, linkedin_url)
  select distinct on (tenant_id, page_slug, page_number) tenant_id, p.name, prototype.company_key(p.name), page_number, page_slug, linkedin_url
  from (
    select tenant_id, id, set_aside, page_slug, page_number, prototype.trimmed(r ->> 'linkedin_url') as linkedin_url,
      coalesce(prototype.trimmed(left(prototype.trimmed(prototype.word(r, 'name')), 500)), page_slug, page_number) as name
    from adopting_people
  ) p
  where set_aside = 'page' and not exists (
    select from public.companies c where c.tenant_id = p.tenant_id and (c.linkedin_slug = p.page_slug or c.linkedin_id = p.page_number))
  order by tenant_id, page_slug, page_number, id
  on conflict do nothing;
  update adopting_employers e set company_id = c.id from public.companies c
  where e.company_id is null and c.tenant_id = e.tenant_id and c.linkedin_slug = e.slug;
  update adopting_employers e set company_id = c.id from public.companies c
  where e.company_id is null and c.tenant_id = e.tenant_id and c.linkedin_id = e.number;
  insert into public.companies (tenant_id, name, name_key)
  select distinct on (tenant_id, name_key) tenant_id, name, name_key from adopting_employers e
  where company_id is null and name_key <> '' and not exists (select from public.companies c where c.tenant_id = e.tenant_id and c.name_key = e.name_key)
  order by tenant_id, name_key, id
  on conflict do nothing;
  update adopting_employers e set company_id = c.id
  from (select tenant_id, name_key, min(id) as id from public.companies group by 1, 2) c
  where e.company_id is null and e.name_key <> '' and c.tenant_id = e.tenant_id and c.name_key = e.name_key;

  -- Looked up once for each place, since a look-up costs more than all else that is done for a row.
  create temporary table adopting_places on commit drop as
  select location, prototype.country_of(location) as country from (select distinct r ->> 'location' as location from adopting_people) l where location <> '';
  analyze adopting_places;
  -- One row for each human.  Where rows of one human differ, the oldest row that says anything is believed, as merging
  -- does in the product; a mark that any of them bears is borne.
  insert into public.persons (tenant_id, id, name, first_name, last_name, headline, current_title, current_company, company_id, facts_from,
    title_override, company_override, linkedin_url, email, picture_url, location, country, about, experience, education, skills, is_follower,
    follower_since, lead_status, is_notable, notable_reason, enrichment_status, enrichment_source, enrichment_attempted_at, enriched_at, extra,
    source, first_seen, last_seen, created_at)
  with read as materialized (
    select p.tenant_id, p.same_as, p.id, p.key, p.r, e.company_id, l.country, prototype.email_of(p.r) as email, prototype.time_of(p.r ->> 'enriched_at') as enriched_at,
      coalesce(prototype.word(p.r, 'current_title'), prototype.word(p.r, 'job_title')) as title,
      coalesce(prototype.word(p.r, 'current_company'), e.name) as company,
      prototype.lead_status(p.r ->> 'lead_status') as lead_status,
      coalesce(prototype.time_of(p.r ->> 'first_seen'), prototype.time_of(p.r ->> 'created_at')) as first_seen,
      coalesce(prototype.time_of(p.r ->> 'last_seen'), prototype.time_of(p.r ->> 'created_at')) as last_seen,
      prototype.time_of(p.r ->> 'last_enrichment_attempt') as attempted,
      lower(btrim(coalesce(p.r ->> 'enrichment_status', ''))) as enrichment,
      coalesce(prototype.flag(p.r, 'notable'), false) or coalesce(prototype.flag(p.r, 'is_notable'), false) as notable,
      case when prototype.flag(p.r, 'has_been_enriched') or prototype.flag(p.r, 'profile_enriched') or p.r ->> 'enriched_at' is not null then true end as enriched,
      (select value from adopting_identities i where i.id = p.id and i.kind = 'slug' order by value limit 1) as slug,
      (select value from adopting_identities i where i.id = p.id and i.kind = 'member_id' order by value limit 1) as member_id
    from adopting_people p
    left join adopting_employers e on e.id = p.id
    left join adopting_places l on l.location = p.r ->> 'location'
    where p.set_aside is null
  ),
  addressed as materialized (
    select d.*, case when d.slug ~ '^[a-z0-9._~-]+$' then 'https://www.linkedin.com/in/' || d.slug || '/'
        when d.slug is null and d.member_id is not null then 'https://www.linkedin.com/in/' || d.member_id || '/'
        when prototype.trimmed(d.r ->> 'linkedin_url') ~* '^https?://' then prototype.trimmed(d.r ->> 'linkedin_url') end as url
    from read d
  ),
  rested as materialized (
    select d.*,
      prototype.rest(d.r, array['id', 'tenant_id', 'linkedin_url', 'name', 'first_name', 'last_name', 'headline', 'profile_picture', 'current_company',
        'company_linkedin_url', 'current_title', 'job_title', 'location', 'about', 'experience', 'education', 'skills', 'is_follower', 'follower_date',
        'profile_enriched', 'enriched_at', 'first_seen', 'last_seen', 'created_at', 'updated_at', 'company_id', 'notable', 'is_notable',
        'notable_reason', 'lead_status', 'title_override', 'company_override', 'has_been_enriched', 'needs_enrichment', 'enrichment_status',
        'last_enrichment_attempt', 'enrichment_source', 'linkedin_profile_url', 'email'])
      || prototype.kept(d.id = d.same_as and rtrim(d.r ->> 'linkedin_url', '/') is distinct from rtrim(d.url, '/'), d.r, 'linkedin_url')
      || prototype.kept_times(d.r, 'first_seen', 'last_seen', 'created_at', 'enriched_at', 'last_enrichment_attempt', 'follower_date')
      || prototype.kept(d.email is null, d.r, 'email') || prototype.kept(d.id::text <> d.key, d.r, 'id')
      || prototype.kept(true, d.r, 'linkedin_profile_url') || prototype.kept(true, d.r, 'company_linkedin_url')
      || prototype.kept(d.title is distinct from d.r ->> 'job_title', d.r, 'job_title')
      || prototype.kept(d.r ->> 'company_id' is distinct from d.company_id::text, d.r, 'company_id')
      || prototype.kept(d.lead_status is null or d.lead_status::text <> d.r ->> 'lead_status', d.r, 'lead_status')
      || prototype.kept(prototype.flag(d.r, 'notable') <> prototype.flag(d.r, 'is_notable'), d.r, 'notable')
      || prototype.kept(prototype.flag(d.r, 'notable') <> prototype.flag(d.r, 'is_notable'), d.r, 'is_notable')
      || prototype.kept(d.enrichment not in ('', 'pending'), d.r, 'enrichment_status')
      || prototype.kept(prototype.flag(d.r, 'needs_enrichment') and d.enriched, d.r, 'needs_enrichment')
      || prototype.kept(jsonb_typeof(d.r -> 'experience') <> 'array', d.r, 'experience')
      || prototype.kept(jsonb_typeof(d.r -> 'education') <> 'array', d.r, 'education')
      || prototype.kept(jsonb_typeof(d.r -> 'skills') <> 'array', d.r, 'skills') as extra
    from addressed d
  )
  select tenant_id, same_as,
    coalesce((array_agg(prototype.trimmed(r ->> 'name') order by id) filter (where prototype.word(r, 'name') is not null))[1], min(slug), min(member_id), 'Person ' || same_as),
    (array_agg(r ->> 'first_name' order by id) filter (where prototype.word(r, 'first_name') is not null))[1],
    (array_agg(r ->> 'last_name' order by id) filter (where prototype.word(r, 'last_name') is not null))[1],
    (array_agg(r ->> 'headline' order by id) filter (where prototype.word(r, 'headline') is not null))[1],
    (array_agg(title order by id) filter (where title is not null))[1],
    (array_agg(company order by id) filter (where company is not null))[1],
    (array_agg(company_id order by id) filter (where company_id is not null))[1],
    -- What the prototype had of titles came from profiles; the headline parser must not overrule it.
    case when count(title) > 0 then 'profile'::public.fact_source end,
    (array_agg(prototype.trimmed(r ->> 'title_override') order by id) filter (where prototype.word(r, 'title_override') is not null))[1],
    (array_agg(prototype.trimmed(r ->> 'company_override') order by id) filter (where prototype.word(r, 'company_override') is not null))[1],
    coalesce((array_agg(url order by id) filter (where url is not null and slug is not null))[1], (array_agg(url order by id) filter (where url is not null))[1]),
    (array_agg(email order by id) filter (where email is not null))[1],
    (array_agg(r ->> 'profile_picture' order by id) filter (where prototype.word(r, 'profile_picture') is not null))[1],
    (array_agg(r ->> 'location' order by id) filter (where prototype.word(r, 'location') is not null))[1],
    (array_agg(country order by id) filter (where country is not null))[1],
    (array_agg(r ->> 'about' order by id) filter (where prototype.word(r, 'about') is not null))[1],
    (array_agg(r -> 'experience' order by id) filter (where jsonb_typeof(r -> 'experience') = 'array'))[1],
    (array_agg(r -> 'education' order by id) filter (where jsonb_typeof(r -> 'education') = 'array'))[1],
    (array_agg(r -> 'skills' order by id) filter (where jsonb_typeof(r -> 'skills') = 'array'))[1],
    bool_or(prototype.flag(r, 'is_follower')), min(prototype.day_of(r ->> 'follower_date')),
    (array_agg(lead_status order by id) filter (where lead_status is not null))[1],
    bool_or(notable), (array_agg(r ->> 'notable_reason' order by id) filter (where prototype.word(r, 'notable_reason') is not null))[1],
    -- `pending` was the column's default, so it says nothing; a run that was cut off by the upgrade has failed.
    (case when bool_or(enriched or enrichment in ('completed', 'complete', 'enriched', 'success', 'done')) then 'enriched'
      when bool_or(enrichment in ('not_found', 'missed', 'no_data', 'not found')) then 'missed'
      when bool_or(enrichment in ('failed', 'error', 'in_progress', 'processing', 'running') or attempted is not null) then 'failed'
      else 'never' end)::public.enrichment_status,
    (array_agg(r ->> 'enrichment_source' order by id) filter (where prototype.word(r, 'enrichment_source') is not null))[1],
    max(attempted), max(enriched_at),
    prototype.joined(extra order by id desc),
    'prototype', coalesce(least(min(first_seen), min(last_seen)), now()), coalesce(greatest(max(last_seen), max(first_seen)), now()),
    coalesce(min(prototype.time_of(r ->> 'created_at')), min(first_seen), now())
  from rested
  group by tenant_id, same_as
  order by tenant_id, same_as
  on conflict do nothing;

  insert into public.person_identities (tenant_id, kind, value, person_id, source)
  select distinct on (i.tenant_id, i.kind, i.value) i.tenant_id, i.kind::public.identity_kind, i.value, p.same_as, 'prototype'
  from (
    select tenant_id, id, kind, value from adopting_identities
    union all
    select tenant_id, id, 'email', prototype.email_of(r) from adopting_people where r::text like '%@%' and prototype.email_of(r) is not null
  ) i
  join adopting_people p on p.id = i.id and p.set_aside is null
  order by i.tenant_id, i.kind, i.value, p.same_as
  on conflict do nothing;

  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'persons', p.key,
    case when set_aside = 'hidden' then 'set aside' when set_aside = 'page' then 'converted' when id = same_as then 'adopted' else 'merged' end,
    case when set_aside = 'hidden' then '"LinkedIn Member" is what LinkedIn shows instead of a person who hides, and the address names nobody.'
      when set_aside = 'page' then 'a company''s page, which is a company and no person'
      when id = same_as then prototype.kept_with(id::text = key) else 'under the address of an older row, so both are one person' end,
    tenant_id, case when set_aside = 'page' then 'companies' when set_aside is null then 'persons' end,
    case when set_aside = 'page' then (
        select min(c.id)::text from public.companies c where c.tenant_id = p.tenant_id and (c.linkedin_slug = p.page_slug or c.linkedin_id = p.page_number))
      when set_aside is null then same_as::text end
  from adopting_people p order by id;
  -- Past the ids of rows that were merged or set aside too: a user's own table may still mean them.
  perform setval(pg_get_serial_sequence('public.persons', 'id'), max(id)) from adopting_people having max(id) > 0;
  perform prototype.close_books('persons', 'persons');
  if exists (select from prototype.adoption l where l.source_table = 'persons' and l.target_table = 'companies' and not exists (
    select from public.companies c where c.tenant_id = l.tenant_id and c.id::text = l.target_key)) then
    raise exception 'a company''s page among the people did not become a company';
  end if;
end $$;
