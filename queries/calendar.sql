-- The content calendar.

--! calendar_items (entry?, campaign?, status?, since?, until?, after_key?, after_id?) : ()
with items as (
  select k.id, jsonb_build_object('id', k.id, 'title', k.title, 'description', k.description, 'scheduled_at', k.scheduled_at, 'status', k.status,
    'content_type', k.content_type, 'paid', k.is_paid, 'budget', k.budget, 'campaign_id', k.campaign_id, 'campaign', v.campaign,
    'strategy_id', k.strategy_id, 'strategy', v.strategy, 'strategy_slot', k.strategy_slot, 'post_id', k.post_id, 'post_url', v.post_url,
    'notes', k.notes, 'created_at', k.created_at, 'updated_at', k.updated_at) as item,
    coalesce(case :sort::text
      when 'scheduled_at' then to_jsonb(extract(epoch from k.scheduled_at))
      when 'created_at' then to_jsonb(extract(epoch from k.created_at))
      when 'updated_at' then to_jsonb(extract(epoch from k.updated_at))
      when 'title' then to_jsonb(lower(k.title))
      end, 'null') as key
  from content_calendar k
  join campaign_calendar v on v.tenant_id = k.tenant_id and v.entry_id = k.id
  where (:entry::uuid is null or k.id = :entry)
    and (:campaign::integer is null or k.campaign_id = :campaign)
    and (:status::text is null or k.status = :status::text::calendar_status)
    and (:since::timestamptz is null or k.scheduled_at >= :since)
    and (:until::timestamptz is null or k.scheduled_at < :until)
)
select id, key, item
from items
where :after_id::uuid is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! create_entry
insert into content_calendar (title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, post_id, notes)
select n.title, n.description, n.scheduled_at, coalesce(n.status, 'draft'), coalesce(n.content_type, 'other'), coalesce(n.is_paid, costs_money(n.campaign_id)), n.budget,
  n.campaign_id, n.strategy_id, n.strategy_slot, n.post_id, n.notes
from jsonb_populate_record(null::content_calendar, :said) n
returning id;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_entry
with held as (select k as row from content_calendar k where k.id = :entry for no key update)
update content_calendar k
set title = n.title, description = n.description, scheduled_at = n.scheduled_at, status = n.status, content_type = n.content_type, is_paid = n.is_paid,
  budget = n.budget, campaign_id = n.campaign_id, strategy_id = n.strategy_id, strategy_slot = n.strategy_slot, post_id = n.post_id, notes = n.notes
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where k.id = (h.row).id
returning k.title;

--! delete_entry
with gone as (delete from content_calendar where id = :entry returning tenant_id, id, title)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'calendar_entry.deleted', id::text, jsonb_build_object('title', title) from gone;
