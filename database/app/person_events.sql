-- What changed about people, from one known value to another.  One trigger watches whatever changes people (imports,
-- enrichment, humans), so that no writer can forget it; what it compares is what is meant and not how it is written.

-- A position that goes on is of today.  Whoever holds several has not left the one that is named second.
create function app.employer_keys(positions jsonb, are_current boolean) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(app.company_key(p ->> 'company')) filter (where p ->> 'company' <> ''), '{}')
  from jsonb_array_elements(case jsonb_typeof(positions) when 'array' then positions else '[]' end) p
  where coalesce(p ->> 'is_current' = 'true', false) = are_current
$$;
comment on function app.employer_keys is 'The keys (app.company_key) of the employers in a person''s positions, present or past.';

create function app.have_word_in_common(a text, b text) returns boolean
language sql immutable parallel safe as $$ select string_to_array(btrim(app.words(a)), ' ') && string_to_array(btrim(app.words(b)), ' ') $$;
comment on function app.have_word_in_common is 'Whether two texts share a word, by its stem.';

create function app.tg_persons__events() returns trigger
language plpgsql volatile as $$
begin
  -- What two records of one human say is no change of that human, and nor is it one that two companies turn out to be one.
  if current_setting('app.match_cause', true) in ('merge', 'company_changed') then
    return null;
  end if;
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  execute $q$
  insert into public.person_events (tenant_id, person_id, kind, old_value, new_value, source, import_id, happened_at)
  select d.tenant_id, d.id, e.kind::public.person_event, left(e.old_value, 1000), left(e.new_value, 1000),
    coalesce(nullif(current_setting('app.fact_source', true), ''), 'manual')::public.data_source,
    nullif(current_setting('app.fact_import', true), '')::uuid, least(coalesce(e.at, now()), now())
  from (
    select n.tenant_id, n.id, o.name as old_name, n.name as new_name, o.headline as old_headline, n.headline as new_headline,
      o.current_title as old_title, n.current_title as new_title, o.location as old_place, n.location as new_place,
      o.country as old_country, n.country as new_country, o.seniority as old_seniority, n.seniority as new_seniority,
      o.facts_from as old_from, n.facts_from as new_from, n.experience,
      coalesce(oc.name, o.current_company) as old_company, coalesce(nc.name, n.current_company) as new_company,
      coalesce(oc.name_key, app.company_key(o.current_company)) as old_key, coalesce(nc.name_key, app.company_key(n.current_company)) as new_key,
      -- A time that did not move is not that of the change.
      case when n.facts_seen_at is distinct from o.facts_seen_at then n.facts_seen_at end as facts_at,
      case when n.headline_seen_at is distinct from o.headline_seen_at then n.headline_seen_at end as headline_at,
      case when n.enriched_at is distinct from o.enriched_at then n.enriched_at end as profile_at
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    left join public.companies oc on oc.tenant_id = o.tenant_id and oc.id = o.company_id
    left join public.companies nc on nc.tenant_id = n.tenant_id and nc.id = n.company_id
    where (n.name, n.headline, n.current_title, n.current_company, n.company_id, n.location, n.country)
      is distinct from (o.name, o.headline, o.current_title, o.current_company, o.company_id, o.location, o.country)
  ) d
  cross join lateral (
    select d.old_key <> d.new_key as is_other_company,
      -- (A case, since `and` goes on after what is not known.)
      coalesce(case
        when coalesce(d.old_key, '') = '' or coalesce(d.new_key, '') = '' or d.old_key = d.new_key then false
        -- Another reading of the same headline is none of the person's doing.
        when d.new_from = 'headline' and d.old_from = 'headline' then d.old_headline is distinct from d.new_headline
        when d.new_from = 'profile' then case
          when d.old_key = any (app.employer_keys(d.experience, true)) then false
          -- A better source may only call the employer by another name.
          else d.old_from is not distinct from d.new_from or d.old_headline is distinct from d.new_headline
            or d.old_key = any (app.employer_keys(d.experience, false))
        end
        -- Against a profile a lesser source holds only where it names an employer that the profile does not.
        when d.old_from = 'profile' then true
        else d.old_from is not distinct from d.new_from
      end, false) as has_moved
    -- Kept apart: keys cost more than all the rest, and are worked out once.
    offset 0
  ) m
  cross join lateral (
    select 'moved_company' as kind, d.old_company as old_value, d.new_company as new_value, d.facts_at as at where m.has_moved
    union all
    select 'new_title', d.old_title, d.new_title, d.facts_at
    where app.words(d.old_title) <> app.words(d.new_title) and (m.has_moved or not coalesce(m.is_other_company, false) and case
      when d.new_from = 'headline' and d.old_from = 'headline' then d.old_headline is distinct from d.new_headline
      when d.new_from = 'profile' and d.old_from <> 'profile' then d.old_headline is distinct from d.new_headline and d.old_seniority <> d.new_seniority
      else d.old_from is not distinct from d.new_from
    end)
    union all
    select 'new_headline', d.old_headline, d.new_headline, d.headline_at where app.words(d.old_headline) <> app.words(d.new_headline)
    union all
    -- Sources write a place in their own ways: "Greater Milan", "Milan, Lombardy, Italy".
    select 'moved_place', concat_ws(', ', d.old_place, case when d.old_place is null then d.old_country end),
      concat_ws(', ', d.new_place, case when d.new_place is null then d.new_country end), d.profile_at
    where d.old_country <> d.new_country
      or (coalesce(d.old_country = d.new_country, true) and not app.have_word_in_common(split_part(d.old_place, ',', 1), d.new_place)
        and not app.have_word_in_common(d.old_place, split_part(d.new_place, ',', 1)))
    union all
    -- A title before a name, or a letter for a name, is no other name; nor is what stood there for want of one.
    select 'renamed', d.old_name, d.new_name, d.profile_at
    where not string_to_array(btrim(app.words(d.old_name)), ' ') @> string_to_array(btrim(app.words(d.new_name)), ' ')
      and not string_to_array(btrim(app.words(d.old_name)), ' ') <@ string_to_array(btrim(app.words(d.new_name)), ' ')
      and not exists (select from public.person_identities i where i.tenant_id = d.tenant_id and i.person_id = d.id and i.value = d.old_name)
  ) e
  order by d.tenant_id, d.id
  $q$;
  return null;
end $$;
comment on function app.tg_persons__events is 'Trigger on persons: what changed from one known value to another becomes a row of person_events.';
create trigger _520_events after update on public.persons
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_persons__events();
