-- Audience segments: live sets of people by rule.

--! segment_items (segment?, search?, after_key?, after_id?) : ()
with items as (
  select s.id, jsonb_build_object('id', s.id, 'name', s.name, 'description', s.description, 'rule', s.rule, 'linkedin_segment_id', s.linkedin_segment_id,
    'created_at', s.created_at, 'updated_at', s.updated_at) as item
  from audience_segments s
  where (:segment::text is null or s.id = :segment)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', s.name, s.description))) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::text is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! segment_by_name : ()
select id, name from audience_segments where lower(name) = lower(:name);

--! segment_exists
select exists (select from audience_segments where id = :segment);

--! create_segment
insert into audience_segments (name, description, rule)
select n.name, n.description, coalesce(n.rule, '{}')
from jsonb_populate_record(null::audience_segments, :said) n
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_segment
with held as (select k as row from audience_segments k where k.id = :segment for no key update)
update audience_segments s
set name = n.name, description = n.description, rule = n.rule
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where s.id = (h.row).id
returning s.name;

--! delete_segment
with gone as (delete from audience_segments where id = :segment returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'segment.deleted', id, jsonb_build_object('name', name) from gone;

-- What is wrong with a rule, in words.
--! rule_error : (problem?)
select coalesce(app.rule_error(:rule), app.rule_unknown(current_tenant(), :rule)) as problem;

-- How many a rule means.
--! count_rule
select count(*) from app.segment_people(:tenant, :rule);

-- Whom a rule means: how many, and who of them comes first.
--! preview_rule : ()
with meant as materialized (select app.segment_people(:tenant, :rule) as id),
pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks from pending_person_engagement where tenant_id = :tenant),
-- As person_scores has them, but without bringing everybody's rows together for the sake of the few whom the log names.
best as materialized (
  select m.id, (coalesce(e.likes, 0) + coalesce(d.likes, 0))::bigint * w.likes + (coalesce(e.reactions, 0) + coalesce(d.reactions, 0))::bigint * w.reactions
    + (coalesce(e.comments, 0) + coalesce(d.comments, 0))::bigint * w.comments + (coalesce(e.shares, 0) + coalesce(d.shares, 0))::bigint * w.shares
    + (coalesce(e.follows, 0) + coalesce(d.follows, 0))::bigint * w.follows + (coalesce(e.clicks, 0) + coalesce(d.clicks, 0))::bigint * w.clicks as score
  from meant m
  left join person_engagement e on e.tenant_id = :tenant and e.person_id = m.id
  left join pending d on d.person_id = m.id
  join weights w on w.tenant_id = :tenant
  order by score desc, m.id
  limit 10
)
select (select count(*) from meant) as people, coalesce((
  select jsonb_agg(to_jsonb(f) order by f.engagement_score desc, f.person_id)
  from (
    select p.id as person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title) as title,
      coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, b.score as engagement_score
    from best b
    join persons p on p.tenant_id = :tenant and p.id = b.id
    left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  ) f), '[]') as best;

-- People of a segment, now, and how many there are of them in all.
--! segment_people (after_id?) : ()
with meant as materialized (select m as id from app.segment_members(:tenant, :segment) m)
select p.id, (select count(*) from meant) as total, jsonb_build_object('person_id', p.id, 'name', p.name, 'title', coalesce(nullif(p.title_override, ''), p.current_title),
  'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'engagement_score', coalesce(s.score, 0)) as item
from (
  select id from meant where :after_id::integer is null or id > :after_id order by id limit :most
) m
join persons p on p.id = m.id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
left join lateral (select s.score from person_scores s where s.tenant_id = p.tenant_id and s.person_id = p.id offset 0) s on true
order by p.id;
