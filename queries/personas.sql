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

--! create_persona (description?, colour?, created_by?)
insert into personas (name, description, colour, threshold, is_active, criteria, created_by)
values (btrim(:name), :description, coalesce(lower(:colour), '#3b6fb6'), :threshold::text::numeric, :is_active, :criteria, :created_by)
returning id;

--! edit_persona (name?, description?, colour?, threshold?, is_active?, criteria?)
update personas
set name = coalesce(btrim(:name), name),
  description = coalesce(:description, description),
  colour = coalesce(lower(:colour), colour),
  threshold = coalesce(:threshold::text::numeric, threshold),
  is_active = coalesce(:is_active, is_active),
  criteria = coalesce(:criteria, criteria)
where id = :persona
returning name;

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
delete from personas where id = :persona;

--! criteria_hints
select hint from criteria_hints(:criteria) hint;
