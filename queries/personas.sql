--! persona_rows (persona?) : ()
select row_to_json(p) as row
from (
  select * from persona_match_counts
  where :persona::uuid is null or persona_id = :persona
  order by is_active desc, people desc, lower(name)
) p;

--! persona_by_name : ()
select id, name from personas where lower(name) = lower(btrim(:name)) or id::text = :name order by id limit 1;

--! persona_names : ()
select name from personas order by lower(name);

--! persona_details : ()
select row_to_json(p) as row
from (
  select id as persona_id, name, description, colour, threshold, is_active, criteria, created_by, created_at, updated_at
  from personas where id = :persona
) p;

--! persona_days : ()
select row_to_json(d) as row
from (
  select day, engagements, unique_people, posts, average_7_days, cumulative_engagements
  from persona_engagement_trends where persona_id = :persona order by day
) d;

--! persona_people : ()
select row_to_json(t) as row
from (
  select r.person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title, p.headline) as title,
    coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company,
    r.match_score, r.confidence, r.pinned, r.reason, coalesce(s.score, 0) as engagement_score, r.receipt, r.words
  from target_receipts r
  join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
  left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  left join person_scores s on s.tenant_id = r.tenant_id and s.person_id = r.person_id
  where r.persona_id = :persona and r.is_active
  order by r.match_score desc, r.confidence desc, coalesce(s.score, 0) desc, p.name, p.id
  limit :most
) t;

-- Ten bins, from 0.0-0.1 up to 0.9-1.0, as preview_persona has them.
--! persona_scores
select array_agg(people order by bin) as histogram
from (
  select bin, count(t.person_id) as people
  from generate_series(0, 9) bin
  left join targets t on t.persona_id = :persona and t.is_active and least(floor(t.match_score * 10), 9) = bin
  group by bin
) b;

-- A persona as programs see it.
--! persona_items (persona?, active?, search?, after_key?, after_id?) : ()
with items as (
  select q.id, jsonb_build_object('id', q.id, 'name', q.name, 'description', q.description, 'colour', q.colour, 'threshold', q.threshold,
    'active', q.is_active, 'criteria', q.criteria, 'created_by', q.created_by, 'created_at', q.created_at, 'updated_at', q.updated_at,
    'people', n.people, 'pinned', n.pinned, 'excluded', n.excluded, 'average_score', n.average_score, 'average_confidence', n.average_confidence,
    'last_matched', n.last_matched) as item
  from personas q
  join persona_match_counts n on n.tenant_id = q.tenant_id and n.persona_id = q.id
  where (:persona::uuid is null or q.id = :persona)
    and (:active::boolean is null or q.is_active = :active)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', q.name, q.description))) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::uuid is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! persona_exists
select exists (select from personas where id = :persona);

-- People of a persona as programs see them, the best first.
--! persona_members (after_key?, after_id?) : ()
select r.person_id as id, to_jsonb(r.match_score) as key, jsonb_build_object('person_id', r.person_id, 'name', p.name,
  'title', coalesce(nullif(p.title_override, ''), p.current_title, p.headline), 'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company),
  'match_score', r.match_score, 'confidence', r.confidence, 'pinned', r.pinned, 'reason', r.reason, 'engagement_score', coalesce(s.score, 0),
  'receipt', coalesce(r.receipt, '[]'), 'words', r.words) as item
from target_receipts r
join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
left join person_scores s on s.tenant_id = r.tenant_id and s.person_id = r.person_id
where r.persona_id = :persona and r.is_active
  and (:after_id::integer is null or (r.match_score, -r.person_id) < ((:after_key::jsonb)::numeric, -:after_id::integer))
order by r.match_score desc, r.person_id
limit :most;

-- What is said comes as an object of columns.
--! create_persona
insert into personas (name, description, colour, threshold, is_active, criteria, created_by)
select btrim(n.name), n.description, coalesce(lower(n.colour), '#3b6fb6'), coalesce(n.threshold, 0.60), coalesce(n.is_active, true), coalesce(n.criteria, '{}'),
  n.created_by
from jsonb_populate_record(null::personas, :said) n
returning id;

-- What is said replaces what is there, criteria as a whole; null takes it away; what is not said stays.
--! change_persona
with held as (select k as row from personas k where k.id = :persona for no key update)
update personas q
set name = btrim(n.name), description = n.description, colour = lower(n.colour), threshold = n.threshold, is_active = n.is_active, criteria = n.criteria
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where q.id = (h.row).id
returning q.name;

-- What this transaction did to the persona's people: an event's time is its transaction's.
--! persona_changes
select
  (select count(*) from targets where persona_id = :persona and is_active) as people,
  count(*) filter (where event = 'entered') as entered,
  count(*) filter (where event = 'left') as departed
from target_events
where persona_id = :persona and happened_at = now();

-- A persona that is not saved yet needs an id all the same, since ids are compared and null equals nothing.
--! preview_persona (persona?) : ()
select row_to_json(p) as row
from preview_persona(:tenant, coalesce(:persona::uuid, gen_random_uuid()), :criteria, :threshold::text::numeric) p;

--! delete_persona
with gone as (delete from personas where id = :persona returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'persona.deleted', id::text, jsonb_build_object('name', name) from gone;

--! criteria_hints
select hint from criteria_hints(:criteria) hint;
