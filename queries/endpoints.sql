-- Webhooks that go out, of the tenant that the transaction acts for; whoever claims endpoints sees all tenants.

--! endpoint_items (endpoint?) : ()
select to_jsonb(e) - 'tenant_id' as item from endpoint_overview e where :endpoint::uuid is null or e.id = :endpoint order by lower(e.name), e.id;

--! endpoint_by_name
select id from webhook_endpoints where lower(name) = lower(:name);

--! endpoint_names
select name from webhook_endpoints order by lower(name);

--! add_endpoint
select app.add_endpoint(:name, :url, :events) as id;

-- What is said replaces what is there; what is not said stays.
--! change_endpoint
with held as (select e as row from webhook_endpoints e where e.id = :id for no key update)
update webhook_endpoints e
set name = n.name, url = n.url, events = n.events, is_active = n.is_active
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where e.id = (h.row).id
returning e.id;

--! hold_endpoint : (sealed_secret?)
select id, sealed_secret from webhook_endpoints where id = :id for no key update;

--! set_endpoint_secrets (sealed_previous?, keep_s?)
update webhook_endpoints
set sealed_secret = :sealed, sealed_previous = :sealed_previous,
  previous_until = case when :sealed_previous::bytea is not null then clock_timestamp() + :keep_s::float8 * interval '1 second' end
where id = :id;

--! delete_endpoint
delete from webhook_endpoints where id = :id;

-- A test goes to one endpoint, whatever it wants to be told of.
--! test_endpoint
insert into webhook_deliveries (endpoint_id, event, facts)
select e.id, 'endpoint.test', jsonb_build_object('endpoint', e.name)
from webhook_endpoints e
where e.id = :id and e.is_active
returning id;

--! claim_endpoints
select tenant_id, id from app.claim_endpoints(:how_many, :lease_s::float8 * interval '1 second');

--! release_endpoint
update webhook_endpoints set busy_until = null where id = :id and busy_until is not null;

--! begin_sending (outgoing?)
select delivery, attempt from app.begin_sending(:endpoint, :outgoing);

--! sending : (sealed_secret?, sealed_previous?)
select e.url, e.sealed_secret, case when e.previous_until > clock_timestamp() then e.sealed_previous end as sealed_previous,
  app.delivery_body(d.id)::text as body
from webhook_deliveries d
join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
where d.id = :outgoing;

--! end_sending (status?, latency_ms?, answer_start?, problem?, rest_s?)
select app.end_sending(:outgoing, :attempt, :status, :latency_ms, :answer_start, :problem, :rest_s::float8 * interval '1 second') as became;

--! replay_sending
select app.replay_sending(:outgoing) as became;

--! purge_sendings
select app.purge_sendings() as purged;

-- Deliveries, the latest first, from a place on.
--! endpoint_deliveries (outgoing?, endpoint?, state?, event?, after_id?, after_key?) : ()
with chosen as (
  select d.id
  from webhook_deliveries d
  where (:outgoing::uuid is null or d.id = :outgoing) and (:endpoint::uuid is null or d.endpoint_id = :endpoint)
    and (:state::text is null or d.state = :state::text::delivery_state) and (:event::text is null or d.event = :event::text::endpoint_event)
    and (:after_id::uuid is null or (d.created_at, d.id) < (to_timestamp((:after_key::jsonb)::float8), :after_id))
  order by d.created_at desc, d.id desc
  limit :most
)
select o.id, to_jsonb(extract(epoch from o.created_at)) as key, to_jsonb(o) - 'tenant_id' as item
from chosen k
join endpoint_delivery_overview o on o.id = k.id
order by o.created_at desc, o.id desc;

--! delivery_body
select app.delivery_body(id) as body from webhook_deliveries where id = :outgoing;
