-- Custom audiences: definitions of whom LinkedIn shall show ads to, by what it knows of its members.

--! custom_audience_items (audience?, search?, after_key?, after_id?) : ()
with items as (
  select c.id, jsonb_build_object('id', c.id, 'name', c.name, 'description', c.description, 'targeting', app.known_targeting(c.targeting),
    'estimated_reach', c.estimated_reach, 'linkedin_audience_id', c.linkedin_audience_id, 'created_at', c.created_at, 'updated_at', c.updated_at) as item
  from custom_audiences c
  where (:audience::uuid is null or c.id = :audience)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', c.name, c.description, c.targeting::text))) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::uuid is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! custom_audience_by_name
select id, name from custom_audiences where lower(name) = lower(:name) or id::text = :name order by lower(name) = lower(:name) desc limit 1;

--! custom_audience_names
select name from custom_audiences order by lower(name) limit 1000;

--! create_custom_audience
insert into custom_audiences (name, description, targeting, estimated_reach, linkedin_audience_id)
select n.name, n.description, coalesce(n.targeting, '{}'), n.estimated_reach, n.linkedin_audience_id
from jsonb_populate_record(null::custom_audiences, :said) n
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays, and so does what of the targeting nobody is shown.
--! change_custom_audience
with held as (select k as row from custom_audiences k where k.id = :audience for no key update)
update custom_audiences c
set name = n.name, description = n.description, targeting = (h.row).targeting - array(select jsonb_object_keys(app.known_targeting((h.row).targeting))) || n.targeting, estimated_reach = n.estimated_reach,
  linkedin_audience_id = n.linkedin_audience_id
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where c.id = (h.row).id
returning c.name;

--! delete_custom_audience
with gone as (delete from custom_audiences where id = :audience returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'custom_audience.deleted', id::text, jsonb_build_object('name', name) from gone;

-- LinkedIn's numbers of the industries of these names.
--! industry_codes
select lower(label) as word, min(code) as code from industries where is_active and lower(label) = any (:words) group by 1;

-- LinkedIn's numbers of companies that we know under these names, where one name is one company.
--! organization_ids
select lower(name) as word, min(linkedin_id) as linkedin_id
from companies
where lower(name) = any (:words)
group by 1
having count(*) = 1 and count(linkedin_id) = 1;
