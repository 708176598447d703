-- Matching: which people a persona means, with a score, its confidence and a receipt.
--
-- Each stated criterion is a hit, a miss or unknown (the person's fact is missing).
--   match_score = weights of hits / weights of stated criteria        confidence = weights of known / weights of stated
-- No match: an exclude that is met (veto), a miss on a required criterion, or a score below the persona's threshold.
-- A pin and an exclude by hand survive every recalculation.
--
-- match_person_to_personas(person) is the truth: one readable query.  matches_of(…) is the same for many people at once,
-- and rematch(…) is the only writer of what matching finds.
--
-- Locks.  Every change of personas or weights holds the tenant's row of matching_state exclusively, everybody who matches
-- people, or changes what they engaged with, holds it shared, and looks at personas only then; so nobody slips between a
-- change and its re-match.  Matchers of the same people hold those people, in the order of their ids; who matches
-- everybody holds matching_state exclusively instead; so no two of them write the same targets.  A change of a company's
-- facts holds the company against those who join it.  The order of all: matching_state, companies, people, posts,
-- engagements, targets; the gates take matching_state before a statement takes its first row, and whoever locks rows by
-- hand begins with it.

-- A receipt is one integer for each stated criterion: place * 100000 + weight * 10 + outcome.
create function app.receipt_line(place integer, weight integer, outcome integer) returns integer
language sql immutable parallel safe as $$ select place * 100000 + weight * 10 + outcome $$;
comment on function app.receipt_line is 'One line of a receipt. Outcome: 0 miss, 1 hit, 2 unknown, 3 veto (counts as a miss).';

create function app.receipt_lines(receipt integer[])
returns table (criterion text, weight integer, outcome text)
language sql immutable parallel safe as $$
  select (array['title', 'seniority', 'function', 'industry', 'company_size', 'location', 'engagement', 'follower', 'company'])[line / 100000],
    line % 100000 / 10,
    (array['miss', 'hit', 'unknown', 'veto'])[line % 10 + 1]
  from unnest(receipt) with ordinality r(line, place)
  order by place
$$;
comment on function app.receipt_lines is 'A receipt in words, one row for each stated criterion.';

create function app.receipt_score(receipt integer[]) returns numeric
language sql immutable parallel safe as $$
  select case when sum(line % 100000 / 10) > 0
    then round(coalesce(sum(line % 100000 / 10) filter (where line % 10 = 1), 0)::numeric / sum(line % 100000 / 10), 2) else 0 end
  from unnest(receipt) line
$$;
comment on function app.receipt_score is 'What a receipt adds up to: weights of hits / weights of stated criteria, 0.00 to 1.00.';

create view app.target_receipts with (security_invoker = true) as
  select t.tenant_id, t.persona_id, t.person_id, t.match_score, t.confidence, t.is_active, t.pinned, t.excluded, t.reason,
    (select jsonb_agg(jsonb_build_object('criterion', criterion, 'weight', weight, 'outcome', outcome)) from app.receipt_lines(t.receipt)) as receipt,
    (select string_agg(replace(criterion, '_', ' ') || ' ' || outcome || ' (' || weight || ')', ', ') from app.receipt_lines(t.receipt)) as words
  from public.targets t;
comment on view app.target_receipts is 'Targets with their receipts as jsonb and in words.';

------------------------------------------------------------------------------------------------ the truth
create function app.engagement_score(tenant uuid, person integer, since date) returns bigint
language sql stable as $$
  select coalesce(sum(app.weight_of(w, e.engagement_type, e.reaction_type)), 0)
  from public.engagements e
  join app.weights w on w.tenant_id = e.tenant_id
  where e.tenant_id = tenant and e.person_id = person and (since is null or e.engaged_on >= since)
$$;
comment on function app.engagement_score is 'The weighted score of a person''s engagements since a day (null: ever), from the rows.';

-- Hit, miss or unknown of one criterion, given what is known of a person.
-- Stable and not immutable, so that the planner may take it apart where it is called.
create function app.outcome(c app.criterion, f app.person_facts, engagement bigint) returns integer
language sql stable parallel safe as $$
  select case
    when c.name = 'title' and f.title_words like any (c.excludes) then 3
    when c.name = 'company' and f.company_key = any (c.excludes) then 3
    when c.name = 'title' then case when f.title_words is null then 2 else (f.title_words like any (c.phrases))::int end
    when c.name = 'seniority' then case when f.seniority is null then 2 else (f.seniority::text = any (c.includes))::int end
    when c.name = 'function' then case when f.functions is null then 2 else (f.functions::text[] && c.includes)::int end
    when c.name = 'industry' then case when f.industries is null then 2 else (f.industries && c.includes)::int end
    when c.name = 'company_size' then case when f.size_band is null then 2 else (f.size_band::text = any (c.includes))::int end
    -- A place that is stated and is none of these is a miss, even where its country is not known: else nobody in Rio de Janeiro
    -- would be refused by a persona that requires Germany.
    when c.name = 'location' then case
      when f.places is null and f.location_words is null then 2
      when f.places && c.includes or f.location_words like any (c.phrases) then 1
      else 0
      end
    when c.name = 'engagement' then (engagement >= c.min_score)::int
    when c.name = 'follower' then case when f.is_follower is null then 2 else (f.is_follower = c.wanted)::int end
    else case when f.company_key is null then 2 else (f.company_key = any (c.includes))::int end
  end
$$;
comment on function app.outcome is 'What a criterion says of a person: 0 miss, 1 hit, 2 unknown, 3 veto.';

create function app.match_person_to_personas(person integer)
returns table (persona_id uuid, persona text, is_match boolean, match_score numeric, confidence numeric, receipt integer[])
language sql stable as $$
  -- Materialized: pulled up, the words of the person and of every criterion are worked out anew for each comparison.
  with known as materialized (
    select f as facts, f.tenant_id, f.person_id from app.person_facts f where f.person_id = person
  ),
  stated as materialized (
    select q.tenant_id, q.id as persona_id, q.name as persona, q.threshold, c as criterion
    from public.personas q
    -- A persona that states nothing is there too, with a score of nothing: somebody may be pinned to it.
    left join lateral app.criteria_of(q.criteria) c on true
    where q.is_active and q.tenant_id in (select k.tenant_id from known k)
  ),
  outcomes as (
    select s.persona_id, s.persona, s.threshold, (s.criterion).place, (s.criterion).weight, (s.criterion).required,
      app.outcome(s.criterion, k.facts, case when (s.criterion).name = 'engagement'
        then app.engagement_score(k.tenant_id, k.person_id, app.tenant_today(k.tenant_id) - (s.criterion).window_days + 1) end) as outcome
    from stated s
    join known k on k.tenant_id = s.tenant_id
  ),
  sums as (
    select o.persona_id, o.persona, o.threshold,
      coalesce(sum(weight) filter (where outcome = 1), 0) as hits,
      coalesce(sum(weight) filter (where outcome <> 2), 0) as known,
      sum(weight) as stated,
      bool_or(outcome = 3 or (required and weight > 0 and outcome = 0)) as refused,
      array_agg(app.receipt_line(place, weight, outcome) order by place) filter (where weight > 0 or outcome = 3) as receipt
    from outcomes o
    group by 1, 2, 3
  )
  select s.persona_id, s.persona,
    coalesce(not s.refused and round(s.hits::numeric / nullif(s.stated, 0), 2) >= s.threshold, false),
    coalesce(round(s.hits::numeric / nullif(s.stated, 0), 2), 0.00),
    coalesce(round(s.known::numeric / nullif(s.stated, 0), 2), 0.00),
    coalesce(s.receipt, '{}')
  from sums s
  order by s.persona
$$;
comment on function app.match_person_to_personas is 'The truth about one person: every active persona with match, score, confidence and receipt.';

------------------------------------------------------------------------------------------------ the same for many
-- What a criterion says, as a number that can be added to those of the other criteria of its persona.  From the right:
-- weights of hits (14 bits), weights of known (14), refusals (4), and two bits of outcome for each place of a receipt, as
-- (outcome + 2) % 4, so that what is unknown adds nothing.
create function app.verdict(place integer, weight integer, required boolean, outcome integer) returns bigint
language sql immutable parallel safe as $$
  select case when outcome = 1 then weight else 0 end
    + case when outcome <> 2 then weight::bigint << 14 else 0 end
    + case when outcome = 3 or (outcome = 0 and required and weight > 0) then 1::bigint << 28 else 0 end
    + (((outcome + 2) % 4)::bigint << (30 + 2 * place))
$$;
comment on function app.verdict is 'What a criterion says, as a number whose sum over a persona''s criteria holds score, confidence, refusals and receipt.';

-- personas is [{"id": …, "criteria": …, "threshold": …}], so that a persona can be tried before it is saved.
--
-- People share most of what is known of them: there are fewer titles than people, and far fewer places, companies and
-- ranks.  So each criterion is asked once of each distinct value (by app.outcome, as the truth asks it, of one of those who
-- have it), the answers of a value to all personas become one array of verdicts, and a person's are looked up and added.
-- What no persona asks for is not even read.
create function app.matches_of(tenant uuid, personas jsonb, people integer[])
returns table (persona_id uuid, person_id integer, is_match boolean, match_score numeric, confidence numeric, receipt integer[])
language sql stable rows 1000 as $$
  with persona as materialized (
    select (q.body ->> 'id')::uuid as id, q.n::int as n, q.body -> 'criteria' as criteria, (q.body ->> 'threshold')::numeric as threshold
    from jsonb_array_elements(personas) with ordinality q(body, n)
  ),
  criterion as materialized (
    select q.n, c, (c).place, (c).weight, (c).required, (c).window_days,
      case when (c).name in ('seniority', 'function', 'follower') then 'rank' when (c).name in ('industry', 'company_size', 'company') then 'company' else (c).name end as fact
    from persona q cross join lateral app.criteria_of(q.criteria) c
  ),
  scale as materialized (
    select q.id, q.n, s.stated, s.lines, s.unengaged,
      -- round(hits / stated, 2) >= threshold, in whole numbers.
      ceil((ceil(q.threshold * 100) / 100 - 0.005) * s.stated)::int as needed
    from persona q
    cross join lateral (
      select coalesce(sum(weight), 0)::int as stated,
        array_agg(app.receipt_line(place, weight, 0) order by place) as lines,
        -- Whoever never engaged has engaged too little, and that is known.
        coalesce(sum(app.verdict(place, weight, required, 0)) filter (where fact = 'engagement'), 0)::bigint as unengaged
      from criterion c where c.n = q.n) s
  ),
  need as materialized (
    select coalesce(bool_or(fact = 'title'), false) as title, coalesce(bool_or(fact = 'rank'), false) as rank,
      coalesce(bool_or(fact = 'company'), false) as company, coalesce(bool_or(fact = 'location'), false) as location
    from criterion
  ),
  -- Whoever has the same text here has the same facts in app.person_facts.
  person as materialized (
    select p.id,
      case when need.title then coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) end as title,
      case when need.rank then concat_ws(' ', p.seniority, p.functions, p.is_follower) end as rank,
      case when need.company then concat(p.company_id, ' ', coalesce(nullif(p.company_override, ''), case when p.company_id is null then p.current_company end)) end as company,
      case when need.location then concat(p.country, ' ', p.location) end as location
    from public.persons p cross join need
    where p.tenant_id = tenant and (people is null or p.id = any (people))
  ),
  value as materialized (
    select v.fact, v.value, row(null, null,
      case v.fact when 'title' then f.title_words end, case v.fact when 'rank' then f.seniority end, case v.fact when 'rank' then f.functions end,
      case v.fact when 'company' then f.company_key end, case v.fact when 'company' then f.industries end, case v.fact when 'company' then f.size_band end,
      case v.fact when 'location' then f.places end, case v.fact when 'location' then f.location_words end,
      case v.fact when 'rank' then f.is_follower end)::app.person_facts as facts
    from (
      select 'title' as fact, title as value, min(id) as id from person where title is not null group by 2
      union all select 'rank', rank, min(id) from person where rank is not null group by 2
      union all select 'company', company, min(id) from person where company is not null group by 2
      union all select 'location', location, min(id) from person where location is not null group by 2) v
    join app.person_facts f on f.tenant_id = tenant and f.person_id = v.id
  ),
  -- All personas are asked about each fact, in their order, though not all state something about it.
  question as materialized (
    select f.fact, q.n, c.c, c.place, c.weight, c.required
    from scale q
    cross join (values ('title'), ('rank'), ('company'), ('location')) f(fact)
    left join criterion c on c.n = q.n and c.fact = f.fact
  ),
  verdict as materialized (
    select v.fact, v.value, array(
      select coalesce(sum(app.verdict(a.place, a.weight, a.required, a.outcome)), 0)::bigint
      from (select q.n, q.place, q.weight, q.required, app.outcome(q.c, v.facts, null) as outcome from question q where q.fact = v.fact offset 0) a
      group by a.n order by a.n) as of_persona
    from value v
  ),
  score as materialized (
    select e.person_id, w.window_days, sum(app.weight_of(g, e.engagement_type, e.reaction_type)) as score
    from (select distinct window_days, app.tenant_today(tenant) - window_days + 1 as since from criterion where fact = 'engagement') w
    join public.engagements e on e.tenant_id = tenant and (w.since is null or e.engaged_on >= w.since)
      and (people is null or e.person_id = any (people))
    join app.weights g on g.tenant_id = tenant
    group by 1, 2
  ),
  engagement as materialized (
    select p.person_id, array_agg(case when c.n is not null
      then app.verdict(c.place, c.weight, c.required, (coalesce(s.score, 0) >= (c.c).min_score)::int) else 0 end order by q.n) as of_persona
    from (select distinct person_id from score) p
    cross join scale q
    left join criterion c on c.n = q.n and c.fact = 'engagement'
    left join score s on s.person_id = p.person_id and s.window_days is not distinct from c.window_days
    group by 1
  ),
  tally as (
    select q.id as persona_id, p.id as person_id, q.stated, q.needed, q.lines,
      coalesce(t.of_persona[q.n], 0) + coalesce(r.of_persona[q.n], 0) + coalesce(c.of_persona[q.n], 0) + coalesce(l.of_persona[q.n], 0)
        + coalesce(e.of_persona[q.n], q.unengaged) as sum
    from person p
    left join verdict t on t.fact = 'title' and t.value = p.title
    left join verdict r on r.fact = 'rank' and r.value = p.rank
    left join verdict c on c.fact = 'company' and c.value = p.company
    left join verdict l on l.fact = 'location' and l.value = p.location
    left join engagement e on e.person_id = p.id
    cross join scale q
    -- Kept apart: the sum is worked out once.
    offset 0
  )
  select t.persona_id, t.person_id,
    t.stated > 0 and t.sum >> 28 & 15 = 0 and t.sum & 16383 >= t.needed,
    coalesce(round((t.sum & 16383)::numeric / nullif(t.stated, 0), 2), 0.00),
    coalesce(round((t.sum >> 14 & 16383)::numeric / nullif(t.stated, 0), 2), 0.00),
    array(
      select line + o.outcome
      from unnest(t.lines) line
      cross join lateral (select ((t.sum >> (30 + 2 * (line / 100000)) & 3)::int + 2) % 4 as outcome offset 0) o
      where line % 100000 > 0 or o.outcome = 3)
  from tally t
$$;
comment on function app.matches_of is 'The same as match_person_to_personas for many people (null: all of the tenant) and any personas, saved or not.';

create function app.active_personas(tenant uuid, chosen uuid[]) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'criteria', criteria, 'threshold', threshold) order by id), '[]')
  from public.personas
  where tenant_id = tenant and is_active and (chosen is null or id = any (chosen))
$$;
comment on function app.active_personas is 'Active personas (null: all of the tenant) as matches_of takes them.';

------------------------------------------------------------------------------------------------ writing what matching finds
-- people null: everybody; personas null: all.
create function app.rematch(tenant uuid, people integer[], personas uuid[], why public.match_cause)
returns table (entered bigint, departed bigint, rescored bigint)
language plpgsql volatile as $$
begin
  if people is null then
    perform from public.matching_state where tenant_id = tenant for no key update;
  else
    perform from public.matching_state where tenant_id = tenant for share;
    perform from public.persons where tenant_id = tenant and id = any (people) order by id for no key update;
  end if;
  return query execute $q$
  with found as materialized (
    select m.* from app.matches_of($1, app.active_personas($1, $3), $2) m
    where m.is_match or (m.persona_id, m.person_id) in (
      select t.persona_id, t.person_id from public.targets t
      where t.tenant_id = $1 and t.pinned and ($2 is null or t.person_id = any ($2)))
  ),
  leavers as (
    update public.targets t set is_active = false, cause = $4, matched_at = now()
    where t.tenant_id = $1 and t.is_active
      and ($2 is null or t.person_id = any ($2)) and ($3 is null or t.persona_id = any ($3))
      -- Of a persona that is switched off nothing is found, not even a pin: it has no targets at all.
      and not exists (select from found f where f.persona_id = t.persona_id and f.person_id = t.person_id)
    returning 1
  ),
  before as materialized (
    select t.persona_id, t.person_id, t.is_active, t.excluded, t.match_score, t.confidence, t.receipt from public.targets t
    join found f on t.tenant_id = $1 and t.persona_id = f.persona_id and t.person_id = f.person_id
  ),
  written as (
    -- Only what differs: a row that is merely tried to be written is locked, which is a write of its own.
    insert into public.targets as t (tenant_id, persona_id, person_id, match_score, confidence, receipt, is_active, cause)
    select $1, f.persona_id, f.person_id, f.match_score, f.confidence, f.receipt, true, $4
    from found f
    left join before b on b.persona_id = f.persona_id and b.person_id = f.person_id
    where b.person_id is null or (b.match_score, b.confidence, b.receipt, b.is_active) is distinct from (f.match_score, f.confidence, f.receipt, not b.excluded)
    order by f.persona_id, f.person_id
    on conflict (tenant_id, persona_id, person_id) do update
    set match_score = excluded.match_score, confidence = excluded.confidence, receipt = excluded.receipt,
      is_active = not t.excluded, cause = excluded.cause, matched_at = now()
    returning persona_id, person_id, is_active
  )
  select (select count(*) from written w where is_active and not exists (
      select from before b where b.persona_id = w.persona_id and b.person_id = w.person_id and b.is_active)),
    (select count(*) from leavers),
    (select count(*) from written w join before b using (persona_id, person_id) where b.is_active)
  $q$ using tenant, people, personas, why;
end $$;
comment on function app.rematch is 'Matches people (null: all) to personas (null: all active) and writes targets where they differ. Returns how many entered, left and were scored anew.';

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

------------------------------------------------------------------------------------------------ by hand
create function app.hold_target(tenant uuid, persona uuid, person integer) returns void
language plpgsql volatile as $$
begin
  perform from public.matching_state where tenant_id = tenant for share;
  perform from public.persons where tenant_id = tenant and id = person for no key update;
  if not found then
    raise exception 'there is no such person' using errcode = 'foreign_key_violation', constraint = 'there_is_no_such_person', table = 'targets';
  end if;
  if not exists (select from public.personas where tenant_id = tenant and id = persona) then
    raise exception 'there is no such persona' using errcode = 'foreign_key_violation', constraint = 'there_is_no_such_persona', table = 'targets';
  end if;
end $$;
comment on function app.hold_target is 'Holds a person whom a human is about to pin, exclude or release, and refuses where there is no such person or persona.';

create function app.pin_target(tenant uuid, persona uuid, person integer, why text) returns void
language plpgsql volatile as $$
begin
  perform app.hold_target(tenant, persona, person);
  insert into public.targets (tenant_id, persona_id, person_id, match_score, confidence, receipt, is_active, manually_added, pinned, reason, cause)
  select tenant, q.id, person, coalesce(m.match_score, 0), coalesce(m.confidence, 0), coalesce(m.receipt, '{}'), q.is_active, true, true, why, 'manual'
  from public.personas q
  left join app.matches_of(tenant, app.active_personas(tenant, array[persona]), array[person]) m on m.persona_id = q.id
  where q.tenant_id = tenant and q.id = persona
  order by q.id
  on conflict (tenant_id, persona_id, person_id) do update
  set pinned = true, excluded = false, is_active = excluded.is_active, match_score = excluded.match_score, confidence = excluded.confidence,
    receipt = excluded.receipt, reason = excluded.reason, cause = 'manual';
end $$;
comment on function app.pin_target is 'Makes a person a target of a persona whatever matching says, until released.';

create function app.exclude_target(tenant uuid, persona uuid, person integer, why text) returns void
language plpgsql volatile as $$
begin
  perform app.hold_target(tenant, persona, person);
  insert into public.targets (tenant_id, persona_id, person_id, is_active, excluded, reason, cause)
  values (tenant, persona, person, false, true, why, 'manual')
  on conflict (tenant_id, persona_id, person_id) do update
  set excluded = true, pinned = false, is_active = false, reason = excluded.reason, cause = 'manual';
end $$;
comment on function app.exclude_target is 'Keeps a person out of a persona whatever matching says, until released.';

create function app.release_target(tenant uuid, persona uuid, person integer) returns void
language plpgsql volatile as $$
begin
  perform app.hold_target(tenant, persona, person);
  update public.targets set pinned = false, excluded = false, manually_added = false, reason = null, cause = 'manual'
  where tenant_id = tenant and persona_id = persona and person_id = person;
  perform app.rematch(tenant, array[person], array[persona], 'manual');
end $$;
comment on function app.release_target is 'Takes back a pin or an exclude: matching decides again.';

------------------------------------------------------------------------------------------------ when it runs
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
    if tg_op = 'DELETE' then
      perform from public.matching_state where tenant_id in (select tenant_id from old_rows) order by tenant_id for share;
    else
      perform from public.matching_state where tenant_id in (select tenant_id from new_rows) order by tenant_id for share;
    end if;
  end if;
  if not exists (select from public.personas where is_active and criteria ? 'engagement') then
    return null;
  end if;
  if tg_op = 'INSERT' then
    for batch in
      select n.tenant_id, array_agg(distinct n.person_id order by n.person_id) as people
      from new_rows n
      where exists (select from public.personas q where q.tenant_id = n.tenant_id and q.is_active and q.criteria ? 'engagement')
      group by 1 order by 1
    loop
      perform app.rematch_engaged(batch.tenant_id, batch.people, 'engagement');
    end loop;
  elsif tg_op = 'DELETE' then
    -- Whoever is being deleted with the rows is gone already, and matches nothing.
    for batch in
      select n.tenant_id, array_agg(distinct n.person_id order by n.person_id) as people
      from old_rows n
      where exists (select from public.personas q where q.tenant_id = n.tenant_id and q.is_active and q.criteria ? 'engagement')
      group by 1 order by 1
    loop
      perform app.rematch_engaged(batch.tenant_id, batch.people, 'engagement');
    end loop;
  else
    for batch in
      select n.tenant_id, array_agg(distinct n.person_id order by n.person_id) as people
      from (table old_rows union all table new_rows) n
      where exists (select from public.personas q where q.tenant_id = n.tenant_id and q.is_active and q.criteria ? 'engagement')
      group by 1 order by 1
    loop
      perform app.rematch_engaged(batch.tenant_id, batch.people, 'engagement');
    end loop;
  end if;
  return null;
end $$;
comment on function app.tg_engagements__rematch is 'Trigger on engagements: matches again the people whose engagement a statement changed, where a persona asks for it.';
create trigger _600_match_insert after insert on public.engagements
  referencing new table as new_rows for each statement execute function app.tg_engagements__rematch();
create trigger _600_match_delete after delete on public.engagements
  referencing old table as old_rows for each statement execute function app.tg_engagements__rematch();
create trigger _600_match_update after update on public.engagements
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_engagements__rematch();

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

create function app.matching_differences() returns table (persona_id uuid, person_id integer, problem text)
language sql stable as $$
  with truth as materialized (
    select p.tenant_id, m.persona_id, p.id as person_id, m.is_match, m.match_score, m.confidence, m.receipt
    from public.persons p cross join lateral app.match_person_to_personas(p.id) m
    -- Two tenants may have people of the same number.
    where exists (select from public.personas q where q.tenant_id = p.tenant_id and q.id = m.persona_id)
  )
  select coalesce(t.persona_id, h.persona_id), coalesce(t.person_id, h.person_id),
    case when t.person_id is null then 'missing' when h.person_id is null then 'should not be a target' else 'score, confidence or receipt differ' end
  from (select * from public.targets where is_active) t
  full join (
    select h.* from truth h
    left join public.targets x on x.tenant_id = h.tenant_id and x.persona_id = h.persona_id and x.person_id = h.person_id
    where (h.is_match and x.excluded is not true) or x.pinned
  ) h on h.tenant_id = t.tenant_id and h.persona_id = t.persona_id and h.person_id = t.person_id
  where t.person_id is null or h.person_id is null
    or (t.match_score, t.confidence, t.receipt) is distinct from (h.match_score, h.confidence, h.receipt)
$$;
comment on function app.matching_differences is 'Targets that differ from the truth, one row each: none, ever. Person by person, so slow; for tests and doctor.';

create function app.preview_persona(tenant uuid, persona uuid, criteria jsonb, threshold numeric)
returns table (people bigint, entering bigint, leaving bigint, histogram bigint[], engagements_30_days bigint, engaged_people_30_days bigint)
language plpgsql stable as $$
declare
  problem text := app.criteria_error(criteria);
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'criteria_make_sense', table = 'personas', column = 'criteria';
  end if;
  return query
  with m as materialized (
    select x.person_id, x.is_match, x.match_score
    from app.matches_of(tenant, jsonb_build_array(jsonb_build_object('id', coalesce(persona, '00000000-0000-0000-0000-000000000000'), 'criteria', criteria, 'threshold', threshold)), null) x
  ),
  held as (
    select t.person_id, t.pinned, t.excluded, t.is_active from public.targets t where t.tenant_id = tenant and t.persona_id = persona
  ),
  after as materialized (
    select m.person_id from m left join held h using (person_id)
    where (m.is_match and not coalesce(h.excluded, false)) or coalesce(h.pinned, false)
  ),
  recent as (
    select count(*) as engagements, count(distinct e.person_id) as engaged
    from public.engagements e
    where e.tenant_id = tenant and e.engaged_on > app.tenant_today(tenant) - 30 and e.person_id in (select a.person_id from after a)
  )
  select (select count(*) from after),
    (select count(*) from after a where not exists (select from held h where h.person_id = a.person_id and h.is_active)),
    (select count(*) from held h where h.is_active and not exists (select from after a where a.person_id = h.person_id)),
    (select array_agg(n order by bin) from (
      select bin, count(m.person_id) as n from generate_series(0, 9) bin
      left join m on least(floor(coalesce(m.match_score, 0) * 10), 9) = bin group by bin) b),
    r.engagements, r.engaged
  from recent r;
end $$;
comment on function app.preview_persona is 'What a persona would do before it is saved: people, who enters and leaves, scores in ten bins from 0.0-0.1 up, engagements of the past 30 days.';
