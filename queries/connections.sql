-- Connections and the calls that are made with them, of the tenant that the transaction acts for.

--! connection_rows : ()
select row_to_json(c) as row from connection_overview c order by lower(c.name);

--! connection_id
select id from linkedin_connections where lower(name) = lower(:name);

--! connection : (account?, status_reason?, sealed_credentials?, given_at?, expires_at?, probe_allowed_at?, last_validated?, jar_id?, sealed_jar?)
select c.id, c.last_validated, c.name, c.type::text as type, c.status::text as status, c.status_reason, c.account, c.sealed_credentials,
  c.credentials_given_at as given_at, c.expires_at, c.probe_allowed_at,
  j.id as jar_id, j.sealed_jar, clock_timestamp() as now
from linkedin_connections c
left join linkedin_cookies j on j.tenant_id = c.tenant_id and j.connection_id = c.id and j.sealed_jar is not null
where c.id = :id;

--! usable_connection
select id
from linkedin_connections
where type = :type::text::connection_type and app.is_usable(status) and sealed_credentials is not null
order by status = 'valid' desc, created_at, id
limit 1;

--! syncable_connections (id?)
select id, name
from linkedin_connections
where type in ('company_page', 'campaign_manager')
  and ((:id::uuid is null and app.is_usable(status) and sealed_credentials is not null) or id = :id)
order by created_at, id;

--! connection_row : ()
select row_to_json(c) as row from connection_overview c where c.id = :id;

--! connection_type
select type::text as type from linkedin_connections where id = :id;

-- A check that waits or goes on; the one that is to come first.
--! open_check
select id from scraping_jobs
where connection_id = :connection and kind = 'validation' and state in ('pending', 'running', 'parked')
order by state = 'running' desc, run_at, id
limit 1;

--! default_call_limit (type?) : (api_call_limit?)
select app.default_call_limit(:type::text::connection_type) as api_call_limit;

--! add_connection (api_call_limit?)
insert into linkedin_connections (name, type, api_call_limit) values (:name, :type::text::connection_type, :api_call_limit) returning id;

-- What is said replaces what is there; what is not said stays.
--! change_connection
with held as (select k as row from linkedin_connections k where k.id = :id for no key update)
update linkedin_connections c
set name = n.name, api_call_limit = n.api_call_limit
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where c.id = (h.row).id
returning c.id;

--! allow_probe
update linkedin_connections set probe_allowed_at = case when :allowed::boolean then coalesce(probe_allowed_at, now()) end where id = :id;

--! set_credentials
update linkedin_connections set sealed_credentials = :sealed where id = :id;

--! renew_credentials (given_at?)
update linkedin_connections set sealed_credentials = :sealed where id = :id and credentials_given_at is not distinct from :given_at;

--! set_jar (expires_at?)
insert into linkedin_cookies (id, connection_id, source_format, cookie_names, sealed_jar, expires_at)
values (:jar, :connection, :source_format, :cookie_names, :sealed, :expires_at)
on conflict (tenant_id, id) do update
set source_format = excluded.source_format, cookie_names = excluded.cookie_names, sealed_jar = excluded.sealed_jar,
  expires_at = excluded.expires_at, last_used = null, failures = 0;

--! hold_connection (given_at?)
select id from linkedin_connections where id = :id and credentials_given_at is not distinct from :given_at for update;

--! note_probe
update linkedin_cookies
set last_used = clock_timestamp(),
  failures = case :outcome::text when 'taken' then 0 when 'refused' then failures + 1 else failures end
where connection_id = :connection and sealed_jar is not null;

--! note_check (reason?, account?, expires_at?, check_again_after_s?, given_at?)
update linkedin_connections
set status = :status::text::connection_status, status_reason = :reason, account = coalesce(:account, account), expires_at = :expires_at,
  last_validated = clock_timestamp(),
  validate_after = clock_timestamp() + :check_again_after_s::float8 * interval '1 second'
where id = :id and credentials_given_at is not distinct from :given_at;

--! forget_check
update linkedin_connections
set status = 'unverified', status_reason = null, failures = 0, paused_until = null, paused_reason = null, validate_after = clock_timestamp(),
  credentials_given_at = clock_timestamp()
where id = :id;

-- Ten minutes are what somebody takes who reads what LinkedIn asks.
--! ask_for_consent (connection?)
insert into consents (tenant_id, session_id, connection_id, state_hash, sealed_question, expires_at)
values (:tenant, :session, :connection, :state_hash, :sealed, clock_timestamp() + interval '10 minutes')
on conflict (tenant_id, session_id) do update
set connection_id = excluded.connection_id, state_hash = excluded.state_hash, sealed_question = excluded.sealed_question,
  expires_at = excluded.expires_at, created_at = now();

-- Whatever comes of it: an answer is taken once.
--! take_consent : (connection_id?)
delete from consents where session_id = :session and state_hash = :state_hash
returning connection_id, sealed_question, expires_at > clock_timestamp() as is_in_time;

--! delete_connection
select app.delete_connection(:id) as done;

--! take_call (job?) : (call_id?, wait_s?, reason?)
select call_id, granted, extract(epoch from wait)::float8 as wait_s, reason from app.take_call(:connection, :endpoint, :job);

--! finish_call (status?, latency_ms?, bytes?, error?, rest_s?)
select coalesce(app.finish_call(:call, :status, :latency_ms, :bytes, :error, :is_failure, :rest_s::float8 * interval '1 second')::text, '') as nothing;

--! alert_rows : ()
select row_to_json(a) as row
from (
  select a.id, a.kind, a.message, c.name as connection, a.job_id, a.raised_at, a.seen_at, a.resolved_at
  from alerts a
  left join linkedin_connections c on c.tenant_id = a.tenant_id and c.id = a.connection_id
  where :all::boolean or a.resolved_at is null
  order by a.resolved_at is not null, a.raised_at desc, a.id
  limit :how_many
) a;

--! open_alerts
select count(*) as alerts from alerts where resolved_at is null and seen_at is null;

--! see_alerts
update alerts set seen_at = now() where resolved_at is null and seen_at is null;
