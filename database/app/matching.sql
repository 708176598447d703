-- Matching: which people a persona means, with a score, its confidence and a receipt.
--
-- Each stated criterion is a hit, a miss or unknown (the person's fact is missing).
--   match_score = weights of hits / weights of stated criteria        confidence = weights of known / weights of stated
-- No match: an exclude that is met (veto), a miss on a required criterion, or a score below the persona's threshold.
-- A pin and an exclude by hand survive every recalculation.
--
-- match_person_to_personas(person) is the truth: one readable query.  matches_of(…) is the same for many people at once,
-- and rematch(…) is the only writer of what matching finds; matching_triggers.sql says when it runs.
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

create function app.receipt_words(receipt integer[]) returns text
language sql immutable parallel safe as $$
  select string_agg(replace(criterion, '_', ' ') || ' ' || outcome || ' (' || weight || ')', ', ') from app.receipt_lines(receipt)
$$;
comment on function app.receipt_words is 'A receipt as a sentence: "seniority hit (2), function miss (3)".';

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
    app.receipt_words(t.receipt) as words
  from public.targets t;
comment on view app.target_receipts is 'Targets with their receipts as jsonb and in words.';

------------------------------------------------------------------------------------------------ the truth
create function app.engagement_score(tenant uuid, person integer, since date) returns bigint
language sql stable parallel safe as $$
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
language sql stable parallel safe as $$
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
language sql stable parallel safe rows 1000 as $$
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
language sql stable parallel safe as $$
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

------------------------------------------------------------------------------------------------ is it so, and what if
create function app.matching_differences() returns table (persona_id uuid, person_id integer, problem text)
language sql stable parallel safe as $$
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
returns table (people bigint, entering bigint, leaving bigint, histogram bigint[], engagements_30_days bigint, engaged_people_30_days bigint, best jsonb,
  enters jsonb, leaves jsonb)
language plpgsql stable parallel safe as $$
declare
  problem text := app.criteria_error(criteria);
  required_places integer[];
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'criteria_make_sense', table = 'personas', column = 'criteria';
  end if;
  required_places := array(select c.place from app.criteria_of(criteria) c where c.required and c.weight > 0);
  return query
  with m as materialized (
    select x.person_id, x.is_match, x.match_score, x.confidence, x.receipt,
      -- Whom an exclude meets or a required criterion misses is out, whatever the score.
      exists (select from unnest(x.receipt) line where line % 10 = 3 or (line % 10 = 0 and line / 100000 = any (required_places))) as is_refused
    from app.matches_of(tenant, jsonb_build_array(jsonb_build_object('id', coalesce(persona, '00000000-0000-0000-0000-000000000000'), 'criteria', criteria, 'threshold', threshold)), null) x
  ),
  held as (
    select t.person_id, t.pinned, t.excluded, t.is_active from public.targets t where t.tenant_id = tenant and t.persona_id = persona
  ),
  considered as materialized (
    select m.*, coalesce(h.pinned, false) as pinned from m left join held h using (person_id)
    where not (m.is_refused or coalesce(h.excluded, false)) or coalesce(h.pinned, false)
  ),
  after as materialized (
    select * from considered c where c.is_match or c.pinned
  ),
  moving as materialized (
    select a.person_id, 'best' as list from after a
    union all
    select a.person_id, 'enters' from after a where not exists (select from held h where h.person_id = a.person_id and h.is_active)
    union all
    select h.person_id, 'leaves' from held h where h.is_active and not exists (select from after a where a.person_id = h.person_id)
  ),
  -- Few have the best scores of a list, and only they are looked up.
  ranked as (
    select l.list, m.person_id, m.match_score, m.confidence, coalesce(c.pinned, false) as pinned, m.receipt,
      rank() over (partition by l.list order by m.match_score desc, m.confidence desc) as place
    from moving l
    join m on m.person_id = l.person_id
    left join considered c on c.person_id = l.person_id
  ),
  named as (
    select r.list, r.person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title, p.headline) as title,
      coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, r.match_score, r.confidence, r.pinned,
      coalesce(s.score, 0) as engagement_score, app.receipt_words(r.receipt) as words,
      row_number() over (partition by r.list order by r.match_score desc, r.confidence desc, coalesce(s.score, 0) desc, p.name, r.person_id) as place
    from ranked r
    join public.persons p on p.tenant_id = tenant and p.id = r.person_id
    left join public.companies c on c.tenant_id = tenant and c.id = p.company_id
    left join app.person_scores s on s.tenant_id = tenant and s.person_id = r.person_id
    where r.place <= 10
  ),
  ten as (
    select n.list, jsonb_agg(to_jsonb(n) - array['list', 'place'] order by n.place) as people from named n where n.place <= 10 group by 1
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
      left join considered m on least(floor(coalesce(m.match_score, 0) * 10), 9) = bin group by bin) b),
    r.engagements, r.engaged,
    coalesce((select t.people from ten t where t.list = 'best'), '[]'),
    coalesce((select t.people from ten t where t.list = 'enters'), '[]'),
    coalesce((select t.people from ten t where t.list = 'leaves'), '[]')
  from recent r;
end $$;
comment on function app.preview_persona is 'What a persona would do before it is saved: people, who enters and leaves, scores in ten bins from 0.0-0.1 up of those whom nothing keeps out, engagements of the past 30 days, the ten best matches with the reasons, and ten of those who enter and of those who leave.';
