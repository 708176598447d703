-- Enrichment: what profiles and company pages say, brought into persons and companies; who needs it; and what is not asked
-- again.  docs/decisions/012 says which of two sources is believed.

create type app.staged_profile as (
  n integer, member_id text, slug text, sales_nav_id text, email text, name text, first_name text, last_name text, headline text, about text,
  location text, country text, country_name text, picture_url text, title text, employer text, company_linkedin_id text, company_slug text,
  company_industry text, company_size public.size_band, company_domain text, seniority public.seniority, functions public.job_function[],
  confidence real, version integer, facts_from public.fact_source, experience jsonb, education jsonb, skills jsonb, extra jsonb, service text,
  seen_at timestamptz
);
create type app.staged_company as (
  n integer, name text, name_key text, linkedin_id text, slug text, industry text, size_band public.size_band, domain text, location text, country text,
  country_name text, extra jsonb, seen_at timestamptz, is_page boolean
);
comment on type app.staged_profile is 'A profile; title and employer are those of today''s position, and seen_at is the time as of which it tells (null: now).';
comment on type app.staged_company is 'A company as its own page tells of it (is_page), or the profile of somebody who works there; name_key is app.company_key(name).';

------------------------------------------------------------------------------------------------ words of the sources
-- LinkedIn renamed its industries in 2022 and kept their numbers; the old names live on in scrapers and old files.
create function app.old_industry_names() returns table (code integer, name text)
language sql immutable parallel safe as $$
  values (1, 'Defense & Space'), (3, 'Computer Hardware'), (4, 'Computer Software'), (5, 'Computer Networking'), (6, 'Internet'), (7, 'Semiconductors'),
    (11, 'Management Consulting'), (12, 'Biotechnology'), (13, 'Medical Practice'), (14, 'Hospital & Health Care'), (15, 'Pharmaceuticals'),
    (16, 'Veterinary'), (17, 'Medical Devices'), (18, 'Cosmetics'), (19, 'Apparel & Fashion'), (20, 'Sporting Goods'), (21, 'Tobacco'),
    (22, 'Supermarkets'), (23, 'Food Production'), (24, 'Consumer Electronics'), (25, 'Consumer Goods'), (26, 'Furniture'), (28, 'Entertainment'),
    (29, 'Gambling & Casinos'), (30, 'Leisure, Travel & Tourism'), (33, 'Sports'), (34, 'Food & Beverages'), (35, 'Motion Pictures and Film'),
    (36, 'Broadcast Media'), (37, 'Museums and Institutions'), (38, 'Fine Art'), (40, 'Recreational Facilities and Services'),
    (49, 'Building Materials'), (50, 'Architecture & Planning'), (52, 'Aviation & Aerospace'), (53, 'Automotive'), (54, 'Chemicals'),
    (55, 'Machinery'), (56, 'Mining & Metals'), (57, 'Oil & Energy'), (60, 'Textiles'), (61, 'Paper & Forest Products'), (62, 'Railroad Manufacture'),
    (65, 'Dairy'), (66, 'Fishery'), (67, 'Primary/Secondary Education'), (69, 'Education Management'), (70, 'Research'), (71, 'Military'),
    (72, 'Legislative Office'), (73, 'Judiciary'), (76, 'Executive Office'), (79, 'Public Policy'), (80, 'Marketing and Advertising'),
    (81, 'Newspapers'), (82, 'Publishing'), (83, 'Printing'), (87, 'Package/Freight Delivery'), (88, 'Individual & Family Services'),
    (90, 'Civic & Social Organization'), (92, 'Transportation/Trucking/Railroad'), (93, 'Warehousing'), (94, 'Airlines/Aviation'), (95, 'Maritime'),
    (96, 'Information Technology and Services'), (98, 'Public Relations and Communications'), (99, 'Design'),
    (100, 'Nonprofit Organization Management'), (101, 'Fund-Raising'), (102, 'Program Development'), (105, 'Professional Training & Coaching'),
    (106, 'Venture Capital & Private Equity'), (107, 'Political Organization'), (111, 'Arts and Crafts'), (112, 'Electrical/Electronic Manufacturing'),
    (113, 'Online Media'), (114, 'Nanotechnology'), (115, 'Music'), (116, 'Logistics and Supply Chain'), (117, 'Plastics'),
    (118, 'Computer & Network Security'), (119, 'Wireless'), (123, 'Outsourcing/Offshoring'), (124, 'Health, Wellness and Fitness'), (127, 'Animation'),
    (128, 'Commercial Real Estate'), (131, 'Philanthropy'), (132, 'E-Learning'), (134, 'Import and Export'),
    (135, 'Mechanical or Industrial Engineering'), (137, 'Human Resources'), (138, 'Business Supplies and Equipment'), (142, 'Wine and Spirits'),
    (143, 'Luxury Goods & Jewelry'), (144, 'Renewables & Environment'), (145, 'Glass, Ceramics & Concrete'), (146, 'Packaging and Containers'),
    (147, 'Industrial Automation'), (148, 'Government Relations')
$$;
comment on function app.old_industry_names is 'Industries by the names that LinkedIn gave them before 2022, with the numbers that stayed.';

create function app.industry_codes(labels text[]) returns table (label text, code integer)
language sql stable parallel safe as $$
  select distinct on (l.label) l.label, k.code
  from unnest(labels) l(label)
  join (
    select app.words(replace(i.label, '&', ' and ')) as key, i.code, i.is_active from public.industries i
    union all
    select app.words(replace(o.name, '&', ' and ')), o.code, false from app.old_industry_names() o join public.industries i on i.code = o.code
  ) k on k.key = app.words(replace(l.label, '&', ' and '))
  order by l.label, k.is_active desc, k.code
$$;
comment on function app.industry_codes is 'LinkedIn''s numbers of industries by their names of today or of before 2022; no row for a name that is on no list.';

create function app.country_codes(names text[]) returns table (name text, code text)
language sql stable parallel safe as $$
  select distinct on (w.name) w.name, k.code
  from unnest(names) w(name)
  join (select app.fold_case(written) as key, c.code from public.countries c cross join unnest(c.name || c.aliases) written) k on k.key = app.fold_case(btrim(w.name))
  order by w.name, k.code
$$;
comment on function app.country_codes is 'Countries by their names; no row for a name that is none.';

------------------------------------------------------------------------------------------------ what is held
-- Companies before people, each in the order of their ids, and at once as strongly as it will be needed.  Where a company that
-- is there will change, that is not enough: it is held against those who move a person there, and they hold the person, who may
-- be one of ours.  So such a chunk waits until nobody matches, and keeps others waiting, as a change of personas does.
create function app.hold_for_enrichment(tenant uuid, people app.staged_person[], told app.staged_company[]) returns void
language plpgsql volatile as $$
declare
  doubles integer[];
  named integer[];
  changing integer[];
  staying integer[];
  held record;
begin
  perform app.lock_people(tenant);
  with known as materialized (select k.n, k.person_id from app.known_people(tenant, people) k where k.person_id is not null)
  select array(select distinct k.person_id from known k),
    array(select distinct k.person_id from known k where k.n in (select o.n from known o group by 1 having count(distinct o.person_id) > 1))
  into named, doubles;
  with line as materialized (
    select r.*, nullif(lower(btrim(r.slug)), '') as page from unnest(told) r
  ),
  found as (
    select c.id, count(*) over (partition by l.n) as alternatives, l.is_page, l.linkedin_id as of_id, l.page, l.industry as of_industry,
      l.size_band as of_size, l.domain as of_domain
    from line l
    cross join lateral (
      select c.id from public.companies c where c.tenant_id = tenant and c.linkedin_id = l.linkedin_id
      union select c.id from public.companies c where c.tenant_id = tenant and c.linkedin_slug = l.page
      union select c.id from public.companies c where c.tenant_id = tenant and c.name_key = l.name_key
    ) c
  ),
  wanted as (
    select f.id, coalesce(f.is_page
      or f.alternatives > 1
      or c.linkedin_id is null and f.of_id is not null or c.linkedin_slug is null and f.page is not null
      or c.linkedin_url is null and coalesce(f.of_id, f.page) is not null or c.linkedin_slug = f.page and c.linkedin_id <> f.of_id
      or c.industry is null and f.of_industry is not null or c.size_band is null and f.of_size is not null
      or c.domain is null and f.of_domain is not null, false) as changes
    from found f
    join public.companies c on c.tenant_id = tenant and c.id = f.id
    union all
    -- Two people who become one may bring the company of either.
    select p.company_id, false from public.persons p where p.tenant_id = tenant and p.id = any (doubles) and p.company_id is not null
  ),
  each as (select w.id, bool_or(w.changes) as changes from wanted w group by 1)
  select coalesce(array_agg(e.id) filter (where e.changes), '{}'), coalesce(array_agg(e.id) filter (where not e.changes), '{}')
  into changing, staying
  from each e;

  if cardinality(changing) > 0 then
    perform from public.matching_state where tenant_id = tenant for no key update;
  else
    perform from public.matching_state where tenant_id = tenant for share;
  end if;
  for held in select c.id, c.id = any (changing) as changes from unnest(changing || staying) c(id) order by 1 loop
    if held.changes then
      perform from public.companies c where c.tenant_id = tenant and c.id = held.id for update;
    else
      perform from public.companies c where c.tenant_id = tenant and c.id = held.id for key share;
    end if;
  end loop;
  -- A company that changes has its people matched again.
  for held in
    select p.id, bool_or(p.is_double) as is_double
    from (
      select i.id, i.id = any (doubles) as is_double from unnest(named) i(id)
      union all
      select p.id, false from public.persons p where p.tenant_id = tenant and p.company_id = any (changing)
    ) p
    group by 1 order by 1
  loop
    if held.is_double then
      perform from public.persons p where p.tenant_id = tenant and p.id = held.id for update;
    else
      perform from public.persons p where p.tenant_id = tenant and p.id = held.id for no key update;
    end if;
  end loop;
end $$;
comment on function app.hold_for_enrichment is 'Holds the companies and people whom a chunk of profiles or pages can change, in the order in which everybody holds them.';

------------------------------------------------------------------------------------------------ companies
create function app.unite_companies(tenant uuid, winner integer, loser integer) returns void
language plpgsql volatile as $$
declare
  cause text := current_setting('app.match_cause', true);
  lost public.companies;
begin
  perform from public.companies where tenant_id = tenant and id in (winner, loser) order by id for update;
  perform from public.persons where tenant_id = tenant and company_id = loser order by id for no key update;
  perform set_config('app.match_cause', 'company_changed', true);
  update public.persons set company_id = winner where tenant_id = tenant and company_id = loser;
  perform set_config('app.match_cause', coalesce(cause, ''), true);
  delete from public.companies where tenant_id = tenant and id = loser returning * into lost;
  update public.companies w
  set linkedin_id = coalesce(w.linkedin_id, lost.linkedin_id),
    linkedin_slug = coalesce(w.linkedin_slug, lost.linkedin_slug),
    linkedin_url = coalesce(w.linkedin_url, lost.linkedin_url),
    domain = coalesce(w.domain, lost.domain),
    industry = coalesce(w.industry, lost.industry),
    industry_code = case when w.industry is null then lost.industry_code else w.industry_code end,
    size_band = coalesce(w.size_band, lost.size_band),
    location = coalesce(w.location, lost.location),
    country = coalesce(w.country, lost.country),
    facts_seen_at = greatest(w.facts_seen_at, lost.facts_seen_at),
    facts_source = coalesce(w.facts_source, lost.facts_source),
    extra = lost.extra || w.extra
  where w.tenant_id = tenant and w.id = winner;
end $$;
comment on function app.unite_companies is 'Makes two records of one company one: its people and what only the second knows go to the first.';

-- A page's number is one company's for ever; its slug may go to another page.  Where one names a company by the number and
-- another by the slug, the name joins them; and a company that was known by its name alone has found its page.
create function app.find_or_make_company(tenant uuid, company text, key text, page_id text, page_slug text, out company_id integer, out is_new boolean)
language plpgsql volatile as $$
declare
  slug text := nullif(lower(btrim(page_slug)), '');
  by_slug record;
  other integer;
begin
  is_new := false;
  if page_id is not null then
    select c.id into company_id from public.companies c where c.tenant_id = tenant and c.linkedin_id = page_id;
  end if;
  if slug is not null then
    select c.id, c.linkedin_id into by_slug from public.companies c where c.tenant_id = tenant and c.linkedin_slug = slug;
    if by_slug.id is distinct from company_id and by_slug.linkedin_id <> page_id then
      update public.companies c set linkedin_slug = null, linkedin_url = null where c.tenant_id = tenant and c.id = by_slug.id;
    elsif company_id is null then
      company_id := by_slug.id;
    elsif by_slug.id <> company_id then
      perform app.unite_companies(tenant, company_id, by_slug.id);
    end if;
  end if;
  if company_id is null and key <> '' then
    select c.id into company_id from public.companies c
    where c.tenant_id = tenant and c.name_key = key and (page_id is null or c.linkedin_id is null) and (slug is null or c.linkedin_slug is null)
    order by c.linkedin_slug is null and c.linkedin_id is null, c.id
    limit 1;
  end if;
  if company_id is null then
    if coalesce(key, '') = '' and page_id is null and slug is null then
      return;
    end if;
    insert into public.companies (tenant_id, name, linkedin_id, linkedin_slug, linkedin_url, name_key)
    values (tenant, btrim(company), page_id, slug, 'https://www.linkedin.com/company/' || coalesce(slug, page_id) || '/', key)
    returning id into company_id;
    is_new := true;
  end if;
  if page_id is null and slug is null then
    return;
  end if;
  -- Asked before, since a statement that updates nothing still fires what watches companies.
  if not is_new and exists (
    select from public.companies c
    where c.tenant_id = tenant and c.id = find_or_make_company.company_id
      and (c.linkedin_id is null and page_id is not null or c.linkedin_slug is null and slug is not null or c.linkedin_url is null)) then
    update public.companies c
    set linkedin_id = coalesce(c.linkedin_id, page_id), linkedin_slug = coalesce(c.linkedin_slug, slug),
      linkedin_url = coalesce(c.linkedin_url, 'https://www.linkedin.com/company/' || coalesce(slug, page_id) || '/')
    where c.tenant_id = tenant and c.id = find_or_make_company.company_id;
  end if;
  select c.id into other from public.companies c
  where c.tenant_id = tenant and c.name_key = key and c.linkedin_id is null and c.linkedin_slug is null and c.id <> find_or_make_company.company_id;
  if other is not null then
    perform app.unite_companies(tenant, company_id, other);
  end if;
end $$;
comment on function app.find_or_make_company is 'The company of a page (its number, its slug) or of a name, found or made; records that turn out to be one are made one.';

create function app.tell_companies(tenant uuid, origin public.data_source, told app.staged_company[])
returns table (n integer, company_id integer, is_new boolean, is_changed boolean)
language plpgsql volatile as $$
declare
  keys text[];
  firsts app.staged_company[];
  ids integer[] := array[]::integer[];
  news boolean[] := array[]::boolean[];
  changed_ids integer[];
  found record;
begin
  select array_agg(f.key order by f.place), array_agg(f.c order by f.place) into keys, firsts
  from (
    select d.key, d.c, row_number() over (order by d.key) as place
    from (
      select distinct on (key) concat_ws('|', coalesce((c).linkedin_id, ''), coalesce((c).slug, ''), (c).name_key) as key, c
      from unnest(told) c
      order by key, (c).is_page desc, (c).n) d) f;
  for i in 1..coalesce(cardinality(keys), 0) loop
    select * into found from app.find_or_make_company(tenant, firsts[i].name, firsts[i].name_key, firsts[i].linkedin_id, firsts[i].slug);
    ids := ids || found.company_id;
    news := news || found.is_new;
  end loop;
  -- A later line may have made two of them one.
  for i in 1..coalesce(cardinality(keys), 0) loop
    if ids[i] is not null and not exists (select from public.companies c where c.tenant_id = tenant and c.id = ids[i]) then
      select * into found from app.find_or_make_company(tenant, firsts[i].name, firsts[i].name_key, firsts[i].linkedin_id, firsts[i].slug);
      ids[i] := found.company_id;
    end if;
  end loop;

  with line as (
    select r.*, k.id as company, least(coalesce(r.seen_at, now()), now()) as seen
    from unnest(told) r
    join unnest(keys, ids) k(key, id) on k.key = concat_ws('|', coalesce(r.linkedin_id, ''), coalesce(r.slug, ''), r.name_key)
  ),
  -- Of several who tell of a company its own page knows best, and of people those who know its industry.
  latest as materialized (
    select distinct on (l.company) l.* from line l where l.company is not null
    order by l.company, l.is_page desc, l.industry is null, l.seen desc, l.n desc
  ),
  industry as materialized (select * from app.industry_codes(array(select distinct l.industry from latest l where l.industry is not null))),
  place as materialized (select * from app.country_codes(array(select distinct l.country_name from latest l where l.country_name is not null))),
  news as materialized (
    select c.id, f.is_fresh, l.seen, l.is_page,
      case when f.is_fresh then l.name else c.name end as name,
      case when f.is_fresh then coalesce(nullif(lower(btrim(l.slug)), ''), c.linkedin_slug) else c.linkedin_slug end as slug,
      case when f.is_fresh then coalesce(l.domain, c.domain) else coalesce(c.domain, l.domain) end as domain,
      case when f.takes_industry then l.industry else c.industry end as industry,
      case when f.takes_industry then i.code else c.industry_code end as industry_code,
      case when f.is_fresh then coalesce(l.size_band, c.size_band) else coalesce(c.size_band, l.size_band) end as size_band,
      case when f.is_fresh then coalesce(l.location, c.location) else coalesce(c.location, l.location) end as location,
      case when f.is_fresh then coalesce(l.country, p.code, c.country) else coalesce(c.country, l.country, p.code) end as country,
      case when f.is_fresh then c.extra || coalesce(l.extra, '{}') else coalesce(l.extra, '{}') || c.extra end as extra
    from latest l
    join public.companies c on c.tenant_id = tenant and c.id = l.company
    left join industry i on i.label = l.industry
    left join place p on p.name = l.country_name
    cross join lateral (
      select g.is_fresh, l.industry is not null and (g.is_fresh or c.industry is null) as takes_industry
      from (select coalesce(l.is_page, false) and l.seen >= coalesce(c.facts_seen_at, '-infinity') as is_fresh) g) f
  ),
  changed as (
    update public.companies c
    set name = w.name, linkedin_slug = w.slug, domain = w.domain, industry = w.industry, industry_code = w.industry_code, size_band = w.size_band,
      location = w.location, country = w.country, extra = w.extra, facts_seen_at = case when w.is_fresh then w.seen else c.facts_seen_at end,
      facts_source = case when w.is_fresh then origin else c.facts_source end,
      linkedin_url = case when w.slug is distinct from c.linkedin_slug then 'https://www.linkedin.com/company/' || w.slug || '/' else c.linkedin_url end
    from news w
    where c.tenant_id = tenant and c.id = w.id
      and ((c.name, c.linkedin_slug, c.domain, c.industry, c.industry_code, c.size_band, c.location, c.country, c.extra)
          is distinct from (w.name, w.slug, w.domain, w.industry, w.industry_code, w.size_band, w.location, w.country, w.extra)
        or w.is_fresh and c.facts_seen_at is distinct from w.seen)
    returning c.id
  )
  select array_agg(c.id) into changed_ids from changed c;

  -- Companies before people, in the order of their ids, as everybody holds them.
  perform from public.companies c where c.tenant_id = tenant and c.id = any (ids) order by c.id for key share;
  return query
  select r.n, k.id, k.is_new, coalesce(k.id = any (changed_ids), false)
  from unnest(told) r
  join unnest(keys, ids, news) k(key, id, is_new) on k.key = concat_ws('|', coalesce(r.linkedin_id, ''), coalesce(r.slug, ''), r.name_key);
end $$;
comment on function app.tell_companies is 'Finds or makes the companies of which lines tell, and brings their facts up to date: a page replaces what is older, a profile fills in what is not known.';

create function app.merge_companies(tenant uuid, import uuid, origin public.data_source, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  told app.staged_company[];
  first_read timestamptz := app.first_read(tenant, import);
  result app.chunk_counts;
begin
  select array_agg(row(c.n, c.name, app.company_key(c.name), c.linkedin_id, c.slug, c.industry, c.size_band, c.domain, c.location, c.country, c.country_name, c.extra,
    least(coalesce(c.seen_at, now()), first_read), true)::app.staged_company order by c.n) into told
  from jsonb_populate_recordset(null::app.staged_company, rows) c;
  perform app.hold_for_enrichment(tenant, null, told);
  select count(*) filter (where t.is_new and t.place = 1), count(*) filter (where not t.is_new and t.is_changed and t.place = 1),
    count(*) filter (where t.place > 1 or not (t.is_new or t.is_changed)), 0, 0
  into result
  from (
    select t.company_id, bool_or(t.is_new) over w as is_new, t.is_changed, row_number() over w as place
    from app.tell_companies(tenant, origin, told) t
    window w as (partition by t.company_id order by t.n rows between unbounded preceding and unbounded following)) t;
  return result;
end $$;
comment on function app.merge_companies is 'Merges a chunk of company pages.';

------------------------------------------------------------------------------------------------ profiles
-- What a file says was true when it was first read; read again it is not younger.
create function app.first_read(tenant uuid, import uuid) returns timestamptz
language sql stable parallel safe as $$
  select min(s.started_at)
  from public.csv_imports i
  join public.csv_imports s on s.tenant_id = i.tenant_id and s.file_sha256 = i.file_sha256
  where i.tenant_id = tenant and i.id = import and i.options ->> 'seen_at' is null
    -- Who is asked again and says the same says it of today.
    and i.options ->> 'job' is null and s.options ->> 'job' is null
$$;
comment on function app.first_read is 'When the bytes of an import were first read; null where a day is named for it, or where a job has fetched them.';

create function app.merge_profiles(tenant uuid, import uuid, origin public.data_source, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  profiles app.staged_profile[];
  employers app.staged_company[];
  people app.staged_person[];
  companies jsonb;
  resolved jsonb;
  first_read timestamptz := app.first_read(tenant, import);
  changed_ids integer[];
  result app.chunk_counts;
begin
  select array_agg(p order by p.n) into profiles from jsonb_populate_recordset(null::app.staged_profile, rows) p;
  select array_agg(row(p.n, p.employer, app.company_key(p.employer), p.company_linkedin_id, p.company_slug, p.company_industry, p.company_size, p.company_domain, null, null,
    null, null, p.seen_at, false)::app.staged_company order by p.n) into employers
  from unnest(profiles) p where p.employer is not null;
  -- Who is who: what they say comes below, by its age.
  select array_agg(jsonb_populate_record(null::app.staged_person, jsonb_build_object('n', p.n, 'member_id', p.member_id, 'slug', p.slug,
    'sales_nav_id', p.sales_nav_id, 'email', p.email, 'name', coalesce(p.slug, p.member_id))) order by p.n) into people
  from unnest(profiles) p;
  perform app.hold_for_enrichment(tenant, people, employers);
  select coalesce(jsonb_object_agg(t.n, t.company_id), '{}') into companies from app.tell_companies(tenant, origin, employers) t;
  select jsonb_agg(to_jsonb(r)) into resolved from app.resolve_people(tenant, import, origin, people) r;
  insert into public.person_identities (tenant_id, kind, value, person_id, source)
  select distinct on (p.email) tenant, 'email', p.email, r.person_id, origin
  from unnest(profiles) p
  join jsonb_to_recordset(resolved) r(n integer, person_id integer) on r.n = p.n
  where p.email is not null
  order by p.email, p.n
  on conflict do nothing;

  perform set_config('app.fact_source', origin::text, true), set_config('app.fact_import', coalesce(import::text, ''), true);
  with line as materialized (
    select p.*, r.person_id, (companies ->> p.n::text)::integer as company, least(coalesce(p.seen_at, now()), first_read, now()) as seen
    from unnest(profiles) p
    join jsonb_to_recordset(resolved) r(n integer, person_id integer) on r.n = p.n
  ),
  latest as materialized (
    select distinct on (l.person_id) l.*, btrim(split_part(l.location, ',', -1)) as last_place
    from line l
    order by l.person_id, l.seen desc, l.n desc
  ),
  place as materialized (
    select * from app.country_codes(array(
      select w.name from latest l cross join lateral (values (l.country_name), (l.last_place)) w(name) where w.name <> '' group by 1))
  ),
  news as materialized (
    select q.id, l.seen, f.is_fresh, f.tells_headline, f.tells_facts, l.service,
      case when f.is_fresh then coalesce(l.name, q.name) else q.name end as name,
      case when f.is_fresh then coalesce(l.first_name, q.first_name) else coalesce(q.first_name, l.first_name) end as first_name,
      case when f.is_fresh then coalesce(l.last_name, q.last_name) else coalesce(q.last_name, l.last_name) end as last_name,
      case when f.tells_headline then coalesce(l.headline, q.headline) else coalesce(q.headline, l.headline) end as headline,
      case when f.is_fresh then coalesce(l.about, q.about) else coalesce(q.about, l.about) end as about,
      case when f.is_fresh then coalesce(l.location, q.location) else coalesce(q.location, l.location) end as location,
      case when f.is_fresh then coalesce(l.country, c.code, d.code, case when l.location is null then q.country end)
        else coalesce(q.country, l.country, c.code, d.code) end as country,
      case when f.is_fresh then coalesce(l.experience, q.experience) else coalesce(q.experience, l.experience) end as experience,
      case when f.is_fresh then coalesce(l.education, q.education) else coalesce(q.education, l.education) end as education,
      case when f.is_fresh then coalesce(l.skills, q.skills) else coalesce(q.skills, l.skills) end as skills,
      case when f.is_fresh then coalesce(l.picture_url, q.picture_url) else coalesce(q.picture_url, l.picture_url) end as picture_url,
      case when f.is_fresh then q.extra || coalesce(l.extra, '{}') else coalesce(l.extra, '{}') || q.extra end as extra,
      case when f.is_fresh and l.slug is not null then 'https://www.linkedin.com/in/' || l.slug else q.linkedin_url end as linkedin_url,
      case when f.tells_facts then l.title else q.current_title end as current_title,
      case when f.tells_facts then l.employer else q.current_company end as current_company,
      case when f.tells_facts then l.company else q.company_id end as company_id,
      case when f.tells_facts then l.seniority else q.seniority end as seniority,
      case when f.tells_facts then coalesce(l.functions, '{}') else q.functions end as functions,
      case when f.tells_facts then l.facts_from else q.facts_from end as facts_from,
      case when f.tells_facts then l.confidence else q.headline_confidence end as headline_confidence,
      case when f.tells_facts then l.version else q.headline_version end as headline_version
    from latest l
    cross join lateral (
      select q.*, coalesce((select c.name_key from public.companies c where c.tenant_id = tenant and c.id = q.company_id),
        app.company_key(q.current_company), '') as company_key
      from public.persons q where q.tenant_id = tenant and q.id = l.person_id offset 0) q
    left join place c on c.name = l.country_name
    left join place d on d.name = l.last_place
    cross join lateral (
      select l.seen >= coalesce(q.enriched_at, '-infinity') as is_fresh,
        l.headline is not null and l.seen >= coalesce(q.headline_seen_at, '-infinity') as tells_headline,
        case
          when l.facts_from is null or coalesce(l.title, l.employer, l.seniority::text, l.experience::text) is null then false
          -- What a human entered stays, also where it does not say so.
          when q.facts_from is null then q.current_title is null and q.current_company is null
          when q.facts_from = 'manual' then false
          when l.facts_from <= q.facts_from and l.seen < coalesce(q.facts_seen_at, '-infinity') then false
          when l.facts_from < q.facts_from then false
          when l.seen >= coalesce(q.facts_seen_at, '-infinity') then true
          -- An older profile is still better than a headline, unless that names an employer which the profile does not.
          else q.company_key = '' or q.company_key = any (app.employer_keys(l.experience, true))
        end as tells_facts
      offset 0) f
  ),
  told as materialized (
    select w.*, (w.name, w.first_name, w.last_name, w.headline, w.about, w.location, w.country, w.experience, w.education, w.skills, w.picture_url,
        w.extra, w.linkedin_url, w.current_title, w.current_company, w.company_id, w.seniority, w.functions, w.facts_from)
      is distinct from (q.name, q.first_name, q.last_name, q.headline, q.about, q.location, q.country, q.experience, q.education, q.skills, q.picture_url,
        q.extra, q.linkedin_url, q.current_title, q.current_company, q.company_id, q.seniority, q.functions, q.facts_from) as is_changed
    from news w
    join public.persons q on q.tenant_id = tenant and q.id = w.id
  ),
  written as (
    update public.persons q
    set name = w.name, first_name = w.first_name, last_name = w.last_name, headline = w.headline, about = w.about, location = w.location,
      country = w.country, experience = w.experience, education = w.education, skills = w.skills, picture_url = w.picture_url, extra = w.extra,
      linkedin_url = w.linkedin_url, current_title = w.current_title, current_company = w.current_company, company_id = w.company_id,
      seniority = w.seniority, functions = w.functions, facts_from = w.facts_from, headline_confidence = w.headline_confidence,
      headline_version = w.headline_version,
      headline_seen_at = case when w.headline is distinct from q.headline then w.seen else q.headline_seen_at end,
      facts_seen_at = case when w.tells_facts then w.seen else q.facts_seen_at end,
      enriched_at = greatest(q.enriched_at, w.seen),
      -- What was asked later is not answered by what was known before.
      enrichment_status = case when w.seen >= coalesce(q.enrichment_attempted_at, '-infinity') then 'enriched' else q.enrichment_status end,
      enrichment_misses = case when w.seen >= coalesce(q.enrichment_attempted_at, '-infinity') then 0 else q.enrichment_misses end,
      enrichment_failures = case when w.seen >= coalesce(q.enrichment_attempted_at, '-infinity') then 0 else q.enrichment_failures end,
      enrichment_attempted_at = greatest(q.enrichment_attempted_at, w.seen),
      enrichment_source = case when w.is_fresh then coalesce(w.service, q.enrichment_source) else coalesce(q.enrichment_source, w.service) end
    from told w
    where q.tenant_id = tenant and q.id = w.id
      and (w.is_changed or w.is_fresh and (q.enriched_at is distinct from w.seen or q.enrichment_status <> 'enriched')
        or w.tells_facts and q.facts_seen_at is distinct from w.seen)
  )
  select array_agg(w.id) into changed_ids from told w where w.is_changed;
  perform set_config('app.fact_source', '', true), set_config('app.fact_import', '', true);

  select count(*) filter (where r.is_new and r.place = 1), count(*) filter (where not r.is_new and r.place = 1 and (r.is_changed or r.person_id = any (changed_ids))),
    count(*) filter (where r.place > 1 or not (r.is_new or r.is_changed or coalesce(r.person_id = any (changed_ids), false))),
    count(distinct r.person_id) filter (where r.is_new), 0
  into result
  from (
    select r.person_id, coalesce(r.is_new, false) as is_new, coalesce(r.is_changed, false) as is_changed, row_number() over (partition by r.person_id order by r.n) as place
    from jsonb_to_recordset(resolved) r(n integer, person_id integer, is_new boolean, is_changed boolean)) r;
  return result;
end $$;
comment on function app.merge_profiles is 'Merges a chunk of profiles: who is who, where they work, and what is known of them, the later word before the earlier.';

------------------------------------------------------------------------------------------------ whom to ask for
create function app.near_thresholds(tenant uuid, people integer[])
returns table (person_id integer, persona text, match_score numeric, threshold numeric)
language plpgsql stable parallel safe as $$
begin
  -- Planned for these people: a plan for anybody looks through all of them.
  return query execute $q$
    select distinct on (m.person_id) m.person_id, q.name, m.match_score, q.threshold
    from app.matches_of($1, app.active_personas($1, null), $2) m
    join public.personas q on q.tenant_id = $1 and q.id = m.persona_id
    where abs(m.match_score - q.threshold) <= 0.15 and (m.is_match or m.match_score < q.threshold)
    order by m.person_id, abs(m.match_score - q.threshold), q.name
  $q$ using tenant, people;
end $$;
comment on function app.near_thresholds is 'Of these people those whose score is within 0.15 of the threshold of an active persona, with the nearest; whom a persona refuses is not near it.';

-- What LinkedIn's own interfaces told of a member may not be used to look for more of that member, so such names are not asked.
create function app.enrichment_candidates(at_most integer)
returns table (person_id integer, member_id text, slug text, reason text)
language sql stable parallel safe as $$
  with eligible as materialized (
    select p.id, m.value as member_id, s.value as slug, p.is_notable, p.notable_reason, p.last_seen, p.enrichment_status, p.enriched_at,
      p.enriched_at is not null and p.facts_from = 'headline' and p.facts_seen_at > p.enriched_at as seems_moved
    from public.persons p
    left join lateral (
      select min(i.value) as value from public.person_identities i
      where i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'member_id' and i.source <> 'api') m on true
    left join lateral (
      select i.value from public.person_identities i
      where i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'slug' and i.source <> 'api'
      order by i.created_at desc, i.value limit 1) s on true
    where p.tenant_id = app.current_tenant() and coalesce(m.value, s.value) is not null
      and case p.enrichment_status
        when 'never' then true
        when 'enriched' then coalesce(p.enriched_at < now() - interval '30 days', true) or (p.facts_from = 'headline' and p.facts_seen_at > p.enriched_at)
        -- Who asked has not come back.
        when 'pending' then coalesce(p.enrichment_attempted_at < now() - interval '1 day', true)
        when 'missed' then coalesce(p.enrichment_attempted_at < now() - interval '90 days', true)
        else coalesce(p.enrichment_attempted_at < now() - interval '1 day' * least(30, 2 ^ least(p.enrichment_failures, 5)), true)
      end
      -- Whoever is kept out of every persona is nobody's target.
      and not (
        exists (select from public.personas q where q.tenant_id = p.tenant_id and q.is_active)
        and not exists (
          select from public.personas q
          where q.tenant_id = p.tenant_id and q.is_active and not exists (
            select from public.targets t where t.tenant_id = q.tenant_id and t.persona_id = q.id and t.person_id = p.id and t.excluded)))
  ),
  target as materialized (
    select distinct on (t.person_id) t.person_id, t.pinned or t.manually_added as by_hand, t.match_score, q.name
    from public.targets t
    join public.personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id and q.is_active
    where t.tenant_id = app.current_tenant() and t.is_active and not t.excluded
    order by t.person_id, t.pinned or t.manually_added desc, t.match_score desc, q.name
  ),
  known as materialized (
    select e.*, t.name as persona, t.match_score,
      case when t.by_hand then 1 when e.is_notable then 2 when t.match_score >= 0.80 then 3 else 9 end as place
    from eligible e
    left join target t on t.person_id = e.id
  ),
  -- Scores below a threshold are kept nowhere; they are worked out for those who were seen last, and only where there is room.
  pool as materialized (
    select coalesce(array_agg(k.id), '{}') as people
    from (
      select k.id from known k
      where k.place = 9 and at_most > (select count(*) from known o where o.place < 9)
      order by k.last_seen desc, k.id limit 5000) k
  ),
  near as materialized (
    select n.* from pool cross join lateral app.near_thresholds(app.current_tenant(), pool.people) n
  ),
  placed as (
    select k.*, n.persona as near_persona, n.match_score as near_score, n.threshold, s.last_day, s.score,
      case when k.place < 9 then k.place when n.person_id is not null then 4
        when s.last_day >= app.tenant_today(app.current_tenant()) - 30 then 5 else 6 end as turn
    from known k
    left join near n on n.person_id = k.id
    left join app.person_scores s on s.tenant_id = app.current_tenant() and s.person_id = k.id
  )
  select p.id, p.member_id, p.slug,
    case p.turn
      when 1 then 'was made a target of ' || p.persona || ' by hand'
      when 2 then 'is notable' || coalesce(': ' || p.notable_reason, '')
      when 3 then 'matches ' || p.persona || ' with ' || p.match_score
      when 4 then 'is near the threshold of ' || p.near_persona || ': ' || p.near_score || ' of ' || p.threshold
      when 5 then 'engaged on ' || p.last_day
      else 'nothing else is known'
    end || case
      when p.seems_moved then '; the headline names another employer since'
      when p.enrichment_status = 'enriched' then coalesce('; the profile is of ' || (p.enriched_at at time zone 'UTC')::date, '')
      when p.enrichment_status = 'missed' then '; was not found at the last time'
      when p.enrichment_status = 'failed' then '; the last time failed'
      else ''
    end
  from placed p
  order by p.turn, p.seems_moved desc, case when p.turn = 3 then p.match_score end desc, p.score desc nulls last, p.last_seen desc, p.id
  limit at_most
$$;
comment on function app.enrichment_candidates is 'Who of the tenant is to be enriched, the most urgent first, each with a reason in words. Nobody who was not found in the last 90 days.';

-- In the order in which everybody takes them: the tenant's matching first, people by their numbers.
create function app.hold_persons(people integer[]) returns void
language plpgsql volatile as $$
begin
  perform from public.matching_state where tenant_id = app.current_tenant() for share;
  perform from public.persons where tenant_id = app.current_tenant() and id = any (people) order by id for no key update;
end $$;
comment on function app.hold_persons is 'Waits until nobody else changes these people, and keeps others waiting until the transaction ends.';

create function app.mark_enrichment_asked(people integer[], service text) returns bigint
language plpgsql volatile as $$
declare
  asked bigint;
begin
  perform app.hold_persons(people);
  update public.persons
  set enrichment_status = 'pending', enrichment_attempted_at = now(), enrichment_source = coalesce(service, enrichment_source)
  where tenant_id = app.current_tenant() and id = any (people);
  get diagnostics asked = row_count;
  return asked;
end $$;
comment on function app.mark_enrichment_asked is 'Notes down that a service was asked for these people, so that nobody else asks meanwhile. Returns how many there are.';

create function app.note_enrichment_misses(people integer[]) returns bigint
language plpgsql volatile as $$
declare
  missed bigint;
begin
  perform app.hold_persons(people);
  update public.persons
  set enrichment_status = 'missed', enrichment_attempted_at = now(), enrichment_misses = least(enrichment_misses + 1, 32767), enrichment_failures = 0
  where tenant_id = app.current_tenant() and id = any (people);
  get diagnostics missed = row_count;
  return missed;
end $$;
comment on function app.note_enrichment_misses is 'Notes down that of these people no profile was found; they are not asked for again for 90 days. Returns how many there are.';

create function app.put_back_for_enrichment(people integer[]) returns bigint
language plpgsql volatile as $$
declare
  back bigint;
begin
  perform app.hold_persons(people);
  -- As they were before somebody asked; who was enriched long ago is due again by the date of that.
  update public.persons
  set enrichment_status = case when enriched_at is null then 'never' else 'enriched' end::public.enrichment_status
  where tenant_id = app.current_tenant() and id = any (people) and enrichment_status = 'pending';
  get diagnostics back = row_count;
  return back;
end $$;
comment on function app.put_back_for_enrichment is 'Notes down that nobody was asked for these people after all, so that the next who asks does. Returns how many there are.';

create function app.note_enrichment_failures(people integer[]) returns bigint
language plpgsql volatile as $$
declare
  failed bigint;
begin
  perform app.hold_persons(people);
  update public.persons
  set enrichment_status = 'failed', enrichment_attempted_at = now(), enrichment_failures = least(enrichment_failures + 1, 32767)
  where tenant_id = app.current_tenant() and id = any (people);
  get diagnostics failed = row_count;
  return failed;
end $$;
comment on function app.note_enrichment_failures is 'Notes down that the service failed for these people; after each failure in a row they are asked for later. Returns how many there are.';
