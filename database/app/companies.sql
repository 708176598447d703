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

-------------------------------------------------------------------------------------------------- lists
-- A list of companies asks of all of them only what its filter and its order name (see app.people_statement); what else is shown is
-- asked of those on the page.  What was asked is the statement's second parameter: how to sort ("people", "engaged", "engagements",
-- "last", "targets", "personas" or "name", "descending"), which ("search", "industry", "size", "persona", "engaged"), how many to "skip", and
-- at most how many ("most").
create function app.companies_statement(asked jsonb) returns text
language sql stable parallel safe as $$
  with conditions(n, key, condition) as (values
    (1, 'search', 'position((select app.fold_case($2 ->> ''search'')) in app.fold_case(c.name)) > 0'),
    (2, 'industry', 'c.industry = $2 ->> ''industry'''),
    (3, 'size', 'c.size_band = (select s from unnest(enum_range(null::public.size_band)) s where s::text = $2 ->> ''size'')'),
    (4, 'persona', 'c.id in (
      select p.company_id from public.targets t join public.persons p on p.tenant_id = $1 and p.id = t.person_id
      where t.tenant_id = $1 and t.persona_id = ($2 ->> ''persona'')::uuid and t.is_active)'),
    (5, 'only_engaged', 'n.engaged > 0')
  ),
  named as (
    select coalesce(string_agg(' and ' || condition, '' order by n), '') as conditions, coalesce((asked ->> 'descending')::boolean, false) as is_descending,
      asked ? 'only_engaged' or coalesce(asked ->> 'sort', '') not in ('people', 'targets', 'personas', 'name') as is_counted,
      -- What the rollup has of people, which of those whom the log does not name is all.
      'select p.company_id, count(*) as engaged, sum(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks)::bigint as engagements, max(e.last_day) as last_day
        from public.persons p
        join public.person_engagement e on e.tenant_id = $1 and e.person_id = p.id and e.last_day is not null
        where p.tenant_id = $1 and p.company_id is not null' as settled
    from (select) always left join conditions on asked ? key
  )
  select 'with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from app.pending_person_engagement where tenant_id = $1), found as materialized (
      select c.id, lower(c.name) as name, ' || case asked ->> 'sort'
        when 'people' then 'coalesce(w.people, 0)'
        when 'engaged' then 'coalesce(n.engaged, 0)'
        when 'targets' then 'coalesce(t.targets, 0)'
        when 'personas' then 'coalesce(t.personas, 0)'
        when 'last' then '(n.last_day - date ''2000-01-01'')::bigint'
        when 'name' then '0::bigint'
        else 'coalesce(n.engagements, 0)' end || ' as number, '
    || case when is_counted then 'coalesce(n.engaged, 0) as engaged, coalesce(n.engagements, 0) as engagements, n.last_day'
      else 'null::bigint as engaged, null::bigint as engagements, null::date as last_day' end || '
      from public.companies c'
    || case
      -- As person_counts has them, but without bringing everybody's rows together for the sake of the few whom the log names.
      when is_counted and asked ? 'settled' then ' left join (' || settled || ' group by 1) n on n.company_id = c.id'
      when is_counted then ' left join (
        select x.company_id, sum(x.engaged)::bigint as engaged, sum(x.engagements)::bigint as engagements, max(x.last_day) as last_day
        from (' || settled || '
            -- The log itself is asked whom it names, since what is put aside keeps a statement to one process.
            and not exists (select from public.engagement_deltas d where d.tenant_id = $1 and d.person_id = p.id)
          group by 1
          union all
          select p.company_id, count(s.last_day), sum(s.engagements), max(s.last_day)
          -- Even those for whom it comes to nothing.
          from (select distinct person_id from public.engagement_deltas where tenant_id = $1) n
          join public.persons p on p.tenant_id = $1 and p.id = n.person_id
          left join public.person_engagement e on e.tenant_id = $1 and e.person_id = n.person_id
          left join pending d on d.person_id = n.person_id
          cross join lateral (
            select case when d.person_id is null then e.last_day else d.last_day end as last_day,
              coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0)
                + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements
          ) s
          where p.company_id is not null
          group by 1
        ) x
        group by 1) n on n.company_id = c.id' else '' end
    || case when asked ->> 'sort' = 'people' then ' left join (
        select p.company_id, count(*) as people from public.persons p where p.tenant_id = $1 and p.company_id is not null group by 1) w on w.company_id = c.id'
      else '' end
    || case when asked ->> 'sort' in ('targets', 'personas') then ' left join (
        select x.company_id, count(*) as personas, sum(x.first) as targets
        from (
          -- Whoever matches several personas is counted with the first of them.
          select p.company_id, y.persona_id, count(*) filter (where y.place = 1) as first
          from (select t.person_id, t.persona_id, row_number() over (partition by t.person_id order by t.persona_id) as place
            from public.targets t where t.tenant_id = $1 and t.is_active) y
          join public.persons p on p.tenant_id = $1 and p.id = y.person_id
          where p.company_id is not null group by 1, 2) x
        group by 1) t on t.company_id = c.id' else '' end
    || ' where c.tenant_id = $1' || conditions || ')
      select (select count(*) from found) as total, f.id, row_number() over () as place, f.engaged, f.engagements, f.last_day
      from (
        select * from found order by ' || case when is_descending then '-' else '' end || 'number nulls last, '
        || case when is_descending and asked ->> 'sort' = 'name' then 'name desc, ' else '' end || 'name, id
        offset ($2 ->> ''skip'')::bigint limit ($2 ->> ''most'')::bigint
      ) f'
  from named
$$;
comment on function app.companies_statement is 'What finds the companies of a list, and how many there are in all; its parameters are the tenant and what was asked.';

create type app.found_company as (total bigint, id integer, place bigint, engaged bigint, engagements bigint, last_day date);
comment on type app.found_company is 'A company in a list: how many are in it in all, which, where it stands among those that are asked for, and its figures where they were counted for the sake of the order.';
create function app.found_companies(tenant uuid, asked jsonb) returns setof app.found_company
language plpgsql stable parallel safe as $$
begin
  -- Where the log names nobody, nobody has to be told apart from those whom it names.
  if not exists (select from public.engagement_deltas d where d.tenant_id = found_companies.tenant) then
    asked := asked || '{"settled": true}';
  end if;
  return query execute app.companies_statement(asked) using tenant, asked;
end $$;
comment on function app.found_companies is 'The companies of a list in its order, and how many there are in all.';

------------------------------------------------------------------------------------------------ by name
create function app.company_by_key(tenant uuid, key text) returns integer
language sql stable parallel safe as $$
  -- A company with a LinkedIn page is the better known of two under one name.
  select c.id from public.companies c
  where c.tenant_id = tenant and c.name_key = key
  order by c.linkedin_slug is null and c.linkedin_id is null, c.id
  limit 1
$$;
comment on function app.company_by_key is 'The company of a name''s key (app.company_key), or null.';

create function app.company_of(tenant uuid, name text) returns integer
language sql stable parallel safe as $$ select app.company_by_key(tenant, app.company_key(name)) $$;
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
