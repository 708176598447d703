-- When people are matched: the gates that keep changes and matchers apart (matching.sql says in which order everybody locks),
-- the triggers that match again whom a statement can have moved, and the history that they write.

------------------------------------------------------------------------------------------------ gates and triggers
-- Before the first row is touched.  An owner that acts for no tenant is not held here: its rows are matched as rightly, but
-- may have to be written again after a deadlock.
create function app.tg_matching__gate() returns trigger
language plpgsql volatile as $$
begin
  perform from public.matching_state where tenant_id = app.current_tenant() for share;
  return null;
end $$;
comment on function app.tg_matching__gate is 'Trigger on what matching reads: keeps changes of personas waiting until the transaction ends, and waits for them.';
create trigger _050_gate before insert or update or delete on public.persons for each statement execute function app.tg_matching__gate();
create trigger _050_gate before insert or update or delete on public.engagements for each statement execute function app.tg_matching__gate();
create trigger _050_gate before update on public.companies for each statement execute function app.tg_matching__gate();

create function app.auto_match_new_people_to_personas() returns trigger
language plpgsql volatile as $$
declare
  batch record;
begin
  for batch in select tenant_id, array_agg(id order by id) as people from new_rows group by 1 order by 1 loop
    perform app.rematch(batch.tenant_id, batch.people, null, 'person_added');
  end loop;
  return null;
end $$;
comment on function app.auto_match_new_people_to_personas is 'Trigger on persons: matches the people whom a statement inserted.';
create trigger _500_match_insert after insert on public.persons
  referencing new table as new_rows for each statement execute function app.auto_match_new_people_to_personas();

create function app.tg_persons__rematch() returns trigger
language plpgsql volatile as $$
declare
  batch record;
begin
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  for batch in execute $q$
    select n.tenant_id, array_agg(n.id order by n.id) as people
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where (n.headline, n.current_title, n.title_override, n.current_company, n.company_override, n.company_id, n.seniority, n.functions,
        n.location, n.country, n.is_follower)
      is distinct from (o.headline, o.current_title, o.title_override, o.current_company, o.company_override, o.company_id, o.seniority,
        o.functions, o.location, o.country, o.is_follower)
    group by 1 order by 1
  $q$ loop
    perform app.rematch(batch.tenant_id, batch.people, null,
      coalesce(nullif(current_setting('app.match_cause', true), ''), 'person_changed')::public.match_cause);
  end loop;
  return null;
end $$;
comment on function app.tg_persons__rematch is 'Trigger on persons: matches again whom a statement changed in a fact that some criterion may read.';
create trigger _500_match_update after update on public.persons
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_persons__rematch();

create function app.tg_companies__rematch() returns trigger
language plpgsql volatile as $$
declare
  batch record;
begin
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  for batch in execute $q$
    select p.tenant_id, array_agg(p.id order by p.id) as people
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    join public.persons p on p.tenant_id = n.tenant_id and p.company_id = n.id
    where (n.name_key, n.industry, n.industry_code, n.size_band) is distinct from (o.name_key, o.industry, o.industry_code, o.size_band)
    group by 1 order by 1
  $q$ loop
    perform app.rematch(batch.tenant_id, batch.people, null, 'company_changed');
  end loop;
  return null;
end $$;
comment on function app.tg_companies__rematch is 'Trigger on companies: matches again the people of a company whose facts changed.';
-- Whoever joins a company holds it by its foreign key, against which a plain update would not wait: it would neither see
-- the newcomer nor be seen by the newcomer's match.
create function app.tg_companies__gate() returns trigger
language plpgsql volatile as $$
begin
  perform from public.companies where tenant_id = old.tenant_id and id = old.id for update;
  return new;
end $$;
comment on function app.tg_companies__gate is 'Trigger on companies: a change of facts waits for those who join the company, and keeps others waiting until the transaction ends.';
create trigger _060_gate before update on public.companies
  for each row when ((old.name, old.industry, old.industry_code, old.size_band) is distinct from (new.name, new.industry, new.industry_code, new.size_band))
  execute function app.tg_companies__gate();
create trigger _500_match_update after update on public.companies
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_companies__rematch();

-- Before the first row of a persona is touched, whatever is done to it: a delete too reaches targets that matchers hold.
create function app.tg_matching__exclusive_gate() returns trigger
language plpgsql volatile as $$
begin
  perform from public.matching_state
  where app.current_tenant() is null or tenant_id = app.current_tenant()
  order by tenant_id for update;
  return null;
end $$;
comment on function app.tg_matching__exclusive_gate is 'Trigger on personas and posts: waits until nobody matches people, and keeps matchers waiting until the transaction ends.';
create trigger _050_gate before insert or update or delete on public.personas
  for each statement execute function app.tg_matching__exclusive_gate();
-- A deleted post takes its engagements along and then matches their people: post, then people, against the order of all.
create trigger _050_gate before delete on public.posts
  for each statement execute function app.tg_matching__exclusive_gate();

create function app.tg_personas__rematch() returns trigger
language plpgsql volatile as $$
declare
  batch record;
begin
  -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
  for batch in execute $q$
    select n.tenant_id, array_agg(n.id order by n.id) as personas
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where (n.criteria, n.threshold, n.is_active) is distinct from (o.criteria, o.threshold, o.is_active)
    group by 1 order by 1
  $q$ loop
    update public.matching_state set personas_version = personas_version + 1 where tenant_id = batch.tenant_id;
    perform app.rematch(batch.tenant_id, null, batch.personas, 'persona_changed');
  end loop;
  return null;
end $$;
comment on function app.tg_personas__rematch is 'Trigger on personas: matches everybody to the personas that a statement changed.';
create function app.tg_personas__first_match() returns trigger
language plpgsql volatile as $$
declare
  batch record;
begin
  for batch in select tenant_id, array_agg(id order by id) as personas from new_rows group by 1 order by 1 loop
    update public.matching_state set personas_version = personas_version + 1 where tenant_id = batch.tenant_id;
    perform app.rematch(batch.tenant_id, null, batch.personas, 'persona_changed');
  end loop;
  return null;
end $$;
comment on function app.tg_personas__first_match is 'Trigger on personas: matches everybody to new personas.';
create trigger _500_match_insert after insert on public.personas
  referencing new table as new_rows for each statement execute function app.tg_personas__first_match();
create trigger _500_match_update after update on public.personas
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_personas__rematch();

-- Engagement is a criterion of few personas, and of none in most tenants: those pay one look at a small index.
create function app.rematch_engaged(tenant uuid, people integer[], why public.match_cause) returns void
language plpgsql volatile as $$
begin
  -- A statement of its own before personas are looked at: they are then as whoever edited them left them.
  if people is null then
    perform from public.matching_state where tenant_id = tenant for no key update;
  else
    perform from public.matching_state where tenant_id = tenant for share;
  end if;
  perform app.rematch(tenant, people, (
    select coalesce(array_agg(id), '{}') from public.personas where tenant_id = tenant and is_active and criteria ? 'engagement'), why);
end $$;
comment on function app.rematch_engaged is 'Matches people (null: all) to the personas that state engagement.';

create function app.tg_engagements__rematch() returns trigger
language plpgsql volatile as $$
declare
  batch record;
begin
  -- Held before the look at personas: one that is being added would see none of these rows, nor they it.  The gate has
  -- held the tenant that this transaction acts for.
  if app.current_tenant() is null then
    perform from public.matching_state where tenant_id in (select tenant_id from changed_rows) order by tenant_id for share;
  end if;
  if not exists (select from public.personas where is_active and criteria ? 'engagement') then
    return null;
  end if;
  -- Whoever is being deleted with the rows is gone already, and matches nothing.
  for batch in
    select n.tenant_id, array_agg(distinct n.person_id order by n.person_id) as people
    from changed_rows n
    where exists (select from public.personas q where q.tenant_id = n.tenant_id and q.is_active and q.criteria ? 'engagement')
    group by 1 order by 1
  loop
    perform app.rematch_engaged(batch.tenant_id, batch.people, 'engagement');
  end loop;
  return null;
end $$;
comment on function app.tg_engagements__rematch is 'Trigger on engagements: matches again the people whose engagement a statement changed, where a persona asks for it.';
create trigger _600_match_insert after insert on public.engagements
  referencing new table as changed_rows for each statement execute function app.tg_engagements__rematch();
create trigger _600_match_delete after delete on public.engagements
  referencing old table as changed_rows for each statement execute function app.tg_engagements__rematch();
-- Once for whom they are now, and once for whom they were before.
create trigger _600_match_update after update on public.engagements
  referencing new table as changed_rows for each statement execute function app.tg_engagements__rematch();
create trigger _610_match_update_from after update on public.engagements
  referencing old table as changed_rows for each statement execute function app.tg_engagements__rematch();

create function app.tg_engagement_weights__rematch() returns trigger
language plpgsql volatile as $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from changed_rows order by 1 loop
    -- Held before the look at personas, as above.
    update public.matching_state set personas_version = personas_version + 1 where tenant_id = tenant;
    if exists (select from public.personas where tenant_id = tenant and is_active and criteria ? 'engagement') then
      perform app.rematch_engaged(tenant, null, 'persona_changed');
    end if;
  end loop;
  return null;
end $$;
comment on function app.tg_engagement_weights__rematch is 'Trigger on engagement_weights: a new version moves the scores that criteria ask for.';
create trigger _500_match_insert after insert on public.engagement_weights
  referencing new table as changed_rows for each statement execute function app.tg_engagement_weights__rematch();
create trigger _500_match_update after update on public.engagement_weights
  referencing new table as changed_rows for each statement execute function app.tg_engagement_weights__rematch();
create trigger _500_match_delete after delete on public.engagement_weights
  referencing old table as changed_rows for each statement execute function app.tg_engagement_weights__rematch();

------------------------------------------------------------------------------------------------ history
create function app.tg_targets__history() returns trigger
language plpgsql volatile as $$
begin
  if tg_op = 'INSERT' then
    insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_after, receipt, reason)
    select tenant_id, persona_id, person_id,
      (case when pinned then 'pinned' when excluded then 'excluded' else 'entered' end)::public.target_event,
      cause, match_score, receipt, reason
    from new_rows where is_active or pinned or excluded;
  elsif tg_op = 'DELETE' then
    -- Where the person or the persona goes, the history goes with it.
    insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_before, receipt, reason)
    select o.tenant_id, o.persona_id, o.person_id, 'left', 'manual', o.match_score, o.receipt, o.reason
    from old_rows o
    where o.is_active
      and exists (select from public.persons p where p.tenant_id = o.tenant_id and p.id = o.person_id)
      and exists (select from public.personas q where q.tenant_id = o.tenant_id and q.id = o.persona_id);
  else
    -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
    execute $q$
    insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_before, score_after, receipt, reason)
    select n.tenant_id, n.persona_id, n.person_id,
      (case
        when n.pinned and not o.pinned then 'pinned'
        when n.excluded and not o.excluded then 'excluded'
        when o.pinned and not n.pinned then 'unpinned'
        when o.excluded and not n.excluded then 'readmitted'
        when n.is_active and not o.is_active then 'entered'
        when o.is_active and not n.is_active then 'left'
        else 'score_changed' end)::public.target_event,
      n.cause, case when o.is_active then o.match_score end, case when n.is_active then n.match_score end, n.receipt, n.reason
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.persona_id = n.persona_id and o.person_id = n.person_id
    where (n.is_active, n.pinned, n.excluded) is distinct from (o.is_active, o.pinned, o.excluded)
      or (n.is_active and n.match_score <> o.match_score)
    $q$;
  end if;
  return null;
end $$;
comment on function app.tg_targets__history is 'Trigger on targets: every entering, leaving, score change, pin and exclude becomes a row of target_events with its cause.';
create trigger _600_history_insert after insert on public.targets
  referencing new table as new_rows for each statement execute function app.tg_targets__history();
create trigger _600_history_delete after delete on public.targets
  referencing old table as old_rows for each statement execute function app.tg_targets__history();
create trigger _600_history_update after update on public.targets
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_targets__history();
