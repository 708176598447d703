-- The pages of connections, of the tenant that the transaction acts for.

-- Thirty days of calls, by class of endpoints.
--! connection_endpoints : (average_latency_ms?)
select s.endpoint, coalesce(sum(s.calls) filter (where s.day = d.today), 0)::bigint as today, sum(s.calls)::bigint as calls,
  sum(s.failed)::bigint as failed, (sum(s.average_latency_ms::bigint * s.calls) / nullif(sum(s.calls) filter (where s.average_latency_ms is not null), 0))::bigint as average_latency_ms,
  sum(s.cost)::float8 as cost
from call_summary s
cross join (select (clock_timestamp() at time zone 'UTC')::date as today) d
where s.connection_id = :connection and s.day > d.today - 30
group by s.endpoint
order by calls desc, s.endpoint;

-- Checks, the latest first, with what they found.
--! connection_checks : (found?, error?, finished_at?)
select j.id, j.state::text as state, j.extra ->> 'status' as found, j.error, j.created_at, j.finished_at
from scraping_jobs j
where j.connection_id = :connection and j.kind = 'validation'
order by j.created_at desc, j.id desc
limit :most;

-- What goes with a connection, or ends.
--! connection_contents
select
  (select count(*) from scraping_jobs where connection_id = :connection and state in ('pending', 'running', 'parked')) as open_jobs,
  (select count(*) from job_schedules where connection_id = :connection) as schedules,
  (select count(*) from webhook_sources where connection_id = :connection) as webhooks,
  (select count(*) from api_calls where connection_id = :connection) as calls;

--! connection_choices
select id, name, type::text as type, app.is_usable(status) and has_credentials as is_usable from connection_overview order by lower(name);

-- Deliveries of a state and of a source, the latest first, from a place on.
--! deliveries (state?, source?, after_at?, after_id?) : (processed_at?, outcome?, error?)
select d.id, d.webhook, d.kind::text as kind, d.delivery_id, d.state::text as state, d.attempts, d.next_attempt, d.received_at, d.processed_at, d.outcome,
  d.error, d.can_be_replayed
from webhook_delivery_overview d
join webhook_inbox i on i.tenant_id = d.tenant_id and i.id = d.id
where (:state::text is null or d.state::text = :state) and (:source::uuid is null or i.source_id = :source)
  and (:after_id::uuid is null or (d.received_at, d.id) < (:after_at, :after_id))
order by d.received_at desc, d.id desc
limit :most;
