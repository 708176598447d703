-- The content calendar as its pages show it, and as files bring it.

--! entries_shown (entry?, campaign?, since?, until?) : (description?, budget?, campaign_id?, campaign?, strategy_id?, strategy?, strategy_slot?, post_url?, notes?)
select k.id, k.title, k.description, k.scheduled_at, k.status::text as status, k.content_type::text as content_type, k.is_paid, k.budget::text as budget,
  k.campaign_id, v.campaign, k.strategy_id, v.strategy, k.strategy_slot, v.post_url, k.notes, k.created_at, k.updated_at
from content_calendar k
join campaign_calendar v on v.tenant_id = k.tenant_id and v.entry_id = k.id
where (:entry::uuid is null or k.id = :entry)
  and (:campaign::integer is null or k.campaign_id = :campaign)
  and (:since::timestamptz is null or k.scheduled_at >= :since)
  and (:until::timestamptz is null or k.scheduled_at < :until)
order by k.scheduled_at, k.id
limit :most;

--! has_entries
select exists (select from content_calendar);

-- Entries out of a file, all at once: what each came to, and what of it was changed.  An entry is known by its id; one that brings none
-- is the one of its title at its time, or else has the id that was made of both, so that a file says the same however often it comes.
-- Files know no fractions of a second: an entry that has one is not moved by them.
--! import_entries : ()
with told as (
  select e.line, e.said, coalesce(e.id,
    (select k.id from content_calendar k
      where lower(k.title) = lower(e.said ->> 'title') and date_trunc('second', k.scheduled_at) = (e.said ->> 'scheduled_at')::timestamptz
      order by k.created_at, k.id limit 1),
    e.otherwise) as id
  from jsonb_to_recordset(:entries::jsonb) e(line integer, id uuid, otherwise uuid, said jsonb)
),
wanted as (
  select t.line, row_number() over (partition by t.id order by t.line) as nth, k.id is not null as is_there, t.id, n.title, n.description,
    case when date_trunc('second', k.scheduled_at) = n.scheduled_at then k.scheduled_at else n.scheduled_at end as scheduled_at,
    coalesce(n.status, 'draft') as status, coalesce(n.content_type, 'other') as content_type, coalesce(n.is_paid, costs_money(n.campaign_id)) as is_paid, n.budget,
    n.campaign_id, n.strategy_id, n.strategy_slot, n.notes, k as was
  from told t
  left join content_calendar k on k.id = t.id
  cross join lateral jsonb_populate_record(k, t.said) n
),
compared as (
  select w.*, case when w.is_there then array_remove(array[
    case when (w.was).title is distinct from w.title then 'title' end,
    case when (w.was).scheduled_at is distinct from w.scheduled_at then 'time' end,
    case when (w.was).status is distinct from w.status then 'status' end,
    case when (w.was).content_type is distinct from w.content_type then 'form' end,
    case when (w.was).is_paid is distinct from w.is_paid then 'paid or not' end,
    case when (w.was).budget is distinct from w.budget then 'budget' end,
    case when (w.was).campaign_id is distinct from w.campaign_id then 'campaign' end,
    case when (w.was).strategy_id is distinct from w.strategy_id then 'strategy' end,
    case when (w.was).strategy_slot is distinct from w.strategy_slot then 'slot' end,
    case when (w.was).description is distinct from w.description then 'description' end,
    case when (w.was).notes is distinct from w.notes then 'notes' end], null) else '{}' end as changed
  from wanted w
),
made as (
  insert into content_calendar (id, title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, notes)
  select id, title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, notes
  from compared where nth = 1 and not is_there
),
moved as (
  update content_calendar k
  set title = c.title, description = c.description, scheduled_at = c.scheduled_at, status = c.status, content_type = c.content_type, is_paid = c.is_paid,
    budget = c.budget, campaign_id = c.campaign_id, strategy_id = c.strategy_id, strategy_slot = c.strategy_slot, notes = c.notes
  from compared c
  where c.nth = 1 and c.changed <> '{}' and k.id = c.id
)
select line, title, scheduled_at, changed,
  case when nth > 1 then 'repeated' when not is_there then 'created' when changed <> '{}' then 'changed' else 'unchanged' end as outcome
from compared
order by line;

-- Whether what is planned for a campaign is paid for, if nobody says otherwise.
--! is_paid_for
select costs_money(:campaign);
