-- Webhooks that come in, of the tenant that the transaction acts for.

--! webhook_source_rows : ()
select row_to_json(s) as row from webhook_source_overview s order by s.name;

-- Sources as programs see them, in one order.
--! webhook_source_items (source?, after_id?) : ()
select o.id, to_jsonb(o) - 'tenant_id' || jsonb_build_object('connection_id', s.connection_id, 'path', '/hooks/' || t.slug || '/' || s.name) as item
from webhook_source_overview o
join webhook_sources s on s.tenant_id = o.tenant_id and s.id = o.id
join tenants t on t.id = o.tenant_id
where (:source::uuid is null or o.id = :source) and (:after_id::uuid is null or o.id > :after_id)
order by o.id
limit :most;

--! webhook_source : (sealed_secret?, sealed_previous?)
select s.id, s.kind::text as kind, s.is_active, s.sealed_secret,
  case when s.previous_until > clock_timestamp() then s.sealed_previous end as sealed_previous,
  clock_timestamp() as now
from webhook_sources s
where s.name = :name;

-- A source whose secret is about to be replaced: whoever comes meanwhile waits, and then meets the new one.
--! held_webhook_source : (sealed_secret?)
select id, kind::text as kind, sealed_secret from webhook_sources where name = :name for no key update;

--! webhook_source_names
select name from webhook_sources order by name;

--! add_webhook_source (connection_id?)
insert into webhook_sources (name, kind, connection_id) values (:name, :kind::text::webhook_kind, :connection_id) returning id;

--! set_webhook_secrets (sealed_previous?, keep_s?)
update webhook_sources
set sealed_secret = :sealed, sealed_previous = :sealed_previous,
  previous_until = case when :sealed_previous::bytea is not null then clock_timestamp() + :keep_s::float8 * interval '1 second' end
where id = :id;

--! activate_webhook_source
with changed as (update webhook_sources set is_active = :is_active where id = :id returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), case when :is_active then 'webhook.resumed' else 'webhook.paused' end, id::text, jsonb_build_object('name', name)
from changed;

--! delete_webhook_source
with gone as (delete from webhook_sources where id = :id returning tenant_id, id, name)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'webhook.deleted', id::text, jsonb_build_object('name', name) from gone;

--! take_delivery
select app.take_delivery(:source, :delivery, :headers, :body, :at_most) as outcome;

--! claim_delivery (wanted?)
select delivery, attempt from app.claim_delivery(:wanted);

--! hold_delivery : (connection_id?)
select i.id, i.body, i.received_at, s.kind::text as kind, s.connection_id
from webhook_inbox i
join webhook_sources s on s.tenant_id = i.tenant_id and s.id = i.source_id
where i.id = :delivery and i.attempts = :attempt and i.state in ('pending', 'failed')
for update of i;

--! end_delivery
select app.end_delivery(:delivery, :attempt, :outcome) as done;

--! fail_delivery
select app.fail_delivery(:delivery, :attempt, :problem, :is_final) as became;

--! replay_delivery
select app.replay_delivery(:delivery) as became;

--! hint_run
select app.hint_run(:run, :connection) as outcome;

--! hint_sync
select app.hint_sync(:connection) as outcome;

--! purge_deliveries
select app.purge_deliveries() as purged;

--! delivery_rows (state?) : ()
select row_to_json(d) as row
from (
  select o.* from webhook_delivery_overview o
  where :state::text is null or o.state::text = :state
  order by o.received_at desc, o.id
  limit :how_many
) d;

--! delivery_row : ()
select row_to_json(o) as row from webhook_delivery_overview o where o.id = :id;

--! tenants_with_deliveries
select distinct tenant_id from webhook_inbox where state in ('pending', 'failed') and next_attempt <= now();

--! note_refusals
insert into audit_log (actor, event, subject, details) values ('system', 'webhook.refused', :subject, :details);
