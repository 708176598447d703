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
