-- Campaign groups: campaigns that belong together, for one client or one season.

-- A group as programs see it.
--! group_items (group?, status?, search?, after_key?, after_id?) : ()
with items as (
  select g.id, jsonb_build_object('id', g.id, 'name', g.name, 'client_name', g.client_name, 'status', g.status, 'budget', g.budget,
    'currency', coalesce(g.currency, t.currency), 'start_date', g.start_date, 'end_date', g.end_date, 'linkedin_group_id', g.linkedin_group_id,
    'campaigns', (select count(*) from campaigns c where c.tenant_id = g.tenant_id and c.campaign_group_id = g.id),
    'created_at', g.created_at, 'updated_at', g.updated_at) as item
  from campaign_groups g
  join tenants t on t.id = g.tenant_id
  where (:group::integer is null or g.id = :group)
    and (:status::text is null or g.status = :status::text::campaign_status)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', g.name, g.client_name))) > 0)
),
keyed as (select id, item, app.sort_key(item, :sort) as key from items)
select id, key, item
from keyed
where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! group_by_name : ()
select id, name from campaign_groups where lower(name) = lower(:name) or id::text = :name order by id limit 1;

-- The campaigns of a group, of which a client sees some.
--! group_campaigns (campaigns?)
select c.id from campaigns c
where c.campaign_group_id = :group and (:campaigns::integer[] is null or c.id = any (:campaigns))
order by c.id;

-- What is said comes as an object of columns.
--! create_group
insert into campaign_groups (name, client_name, status, budget, currency, start_date, end_date)
select n.name, n.client_name, coalesce(n.status, 'active'), n.budget, n.currency, n.start_date, n.end_date
from jsonb_populate_record(null::campaign_groups, :said) n
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_group
with held as (select k as row from campaign_groups k where k.id = :group for no key update)
update campaign_groups g
set name = n.name, client_name = n.client_name, status = n.status, budget = n.budget, currency = n.currency, start_date = n.start_date, end_date = n.end_date
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where g.id = (h.row).id
returning g.name;

-- Its campaigns stay, and are in no group from then on.
--! delete_group
with freed as (update campaigns set campaign_group_id = null where campaign_group_id = :group),
  gone as (delete from campaign_groups where id = :group returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'group.deleted', id::text, jsonb_build_object('name', name) from gone;
