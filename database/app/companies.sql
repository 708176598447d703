-- Companies: where people work.  One is known by its LinkedIn page, or by its name alone until a page turns up.

create function app.tg_companies__key() returns trigger
language plpgsql volatile as $$
begin
  new.name_key := app.company_key(new.name);
  new.linkedin_slug := nullif(lower(btrim(new.linkedin_slug)), '');
  return new;
end $$;
comment on function app.tg_companies__key is 'Trigger on companies: keeps the key under which the name is looked up.';
create trigger _100_key before insert or update on public.companies for each row execute function app.tg_companies__key();

create view app.company_engagement_summary with (security_invoker = true) as
  select c.tenant_id, c.id as company_id, c.name, c.industry, c.size_band, c.country,
    coalesce(p.people, 0)::int as people,
    coalesce(p.engaged_people, 0)::int as engaged_people,
    coalesce(p.engagements, 0)::bigint as engagements,
    p.last_day as last_engaged_on,
    coalesce(t.personas, 0)::int as personas,
    coalesce(t.targets, 0)::int as targets
  from public.companies c
  left join (
    select p.tenant_id, p.company_id, count(*) as people, count(n.person_id) as engaged_people,
      sum(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks) as engagements, max(n.last_day) as last_day
    from public.persons p
    left join (select * from app.person_counts where likes + reactions + comments + shares + follows + clicks > 0) n
      on n.tenant_id = p.tenant_id and n.person_id = p.id
    where p.company_id is not null
    group by 1, 2
  ) p on p.tenant_id = c.tenant_id and p.company_id = c.id
  left join (
    select p.tenant_id, p.company_id, count(distinct t.persona_id) as personas, count(distinct t.person_id) as targets
    from public.persons p
    join public.targets t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
    where p.company_id is not null
    group by 1, 2
  ) t on t.tenant_id = c.tenant_id and t.company_id = c.id;
comment on view app.company_engagement_summary is 'One row a company: its people, those who engaged, their engagements, the personas that they cover.';

------------------------------------------------------------------------------------------------ by name
create function app.company_by_key(tenant uuid, key text) returns integer
language sql stable as $$
  -- A company with a LinkedIn page is the better known of two under one name.
  select c.id from public.companies c
  where c.tenant_id = tenant and c.name_key = key
  order by c.linkedin_slug is null and c.linkedin_id is null, c.id
  limit 1
$$;
comment on function app.company_by_key is 'The company of a name''s key (app.company_key), or null.';

create function app.company_of(tenant uuid, name text) returns integer
language sql stable as $$ select app.company_by_key(tenant, app.company_key(name)) $$;
comment on function app.company_of is 'The company of a name, or null.';

create function app.resolve_companies(tenant uuid, names text[]) returns integer[]
language plpgsql volatile as $$
declare
  keys text[] := array(select app.company_key(name) from unnest(names) name);
  ids integer[];
begin
  insert into public.companies (tenant_id, name, name_key)
  select tenant, n.name, n.key
  from (select distinct on (key) key, btrim(name) as name from unnest(names, keys) u(name, key) where key <> '' order by key, name) n
  -- A look-up by key and not a join: statistics lag behind an import, and a join planned for ten rows is quadratic.
  where app.company_by_key(tenant, n.key) is null
  order by n.key
  on conflict do nothing;
  ids := array(select app.company_by_key(tenant, key) from unnest(keys) key);
  -- Companies before people, in the order of their ids, as everybody holds them.
  perform from public.companies where tenant_id = tenant and id = any (ids) order by id for key share;
  return ids;
end $$;
comment on function app.resolve_companies is 'The company of each of these names, found or made, and held against changes.';
