-- Calls to LinkedIn and Apify: asked for here before they are made, so that any number of processes keep one limit together,
-- and every one of them leaves a row.

create function app.default_rate(type public.connection_type, endpoint text) returns table (emission_interval interval, burst integer)
language sql immutable parallel safe as $$
  select r.emission_interval, r.burst
  from (values
    -- A human's pace, since this is a human's session.
    ('personal', interval '90 seconds', 2),
    ('company_page', interval '1 second', 5),
    ('campaign_manager', interval '500 milliseconds', 10),
    -- Apify allows 60 a second on one resource, and says so in a header.
    ('apify', interval '50 milliseconds', 20)
  ) r(of_type, emission_interval, burst)
  where r.of_type = type::text
$$;
comment on function app.default_rate is 'The pace that calls of a type of connection start with: time between two calls, and calls at once after a rest. A row of rate_limits that is there already stays as it is.';

-- GCRA: one row, one update, and the clock of the database, so that no worker's clock and no number of processes matters.
create function app.take_call(connection uuid, endpoint_class text, for_job uuid default null)
returns table (call_id bigint, granted boolean, wait interval, reason text)
language plpgsql volatile as $$
declare
  c public.linkedin_connections;
  r public.rate_limits;
  here timestamptz;
begin
  -- The row is held to the end of this short transaction: quota, pause and bucket are decided on as one.
  select * into c from public.linkedin_connections where id = connection for update;
  if not found then
    return query select null::bigint, false, null::interval, 'there is no such connection';
    return;
  end if;
  here := clock_timestamp();
  -- What brings new credentials is let through, since it is what ends such a state.
  if not app.is_usable(c.status) and endpoint_class <> 'oauth' then
    return query select null::bigint, false, null::interval, format('the connection is %s', c.status);
    return;
  end if;
  if c.paused_until > here then
    return query select null::bigint, false, c.paused_until - here, coalesce(c.paused_reason, 'the connection is paused');
    return;
  end if;
  if c.api_call_limit is not null and (c.last_api_call at time zone 'UTC')::date = (here at time zone 'UTC')::date
    and c.daily_api_calls >= c.api_call_limit or c.api_call_limit = 0 then
    return query select null::bigint, false,
      case when c.api_call_limit > 0 then (date_trunc('day', here at time zone 'UTC') + interval '1 day') at time zone 'UTC' - here end,
      format('the connection''s %s calls of today are used up', c.api_call_limit);
    return;
  end if;
  insert into public.rate_limits (tenant_id, connection_id, endpoint, emission_interval, burst)
  select c.tenant_id, c.id, endpoint_class, d.emission_interval, d.burst from app.default_rate(c.type, endpoint_class) d
  order by 1, 2, 3
  on conflict do nothing;
  update public.rate_limits l
  set theoretical_arrival = greatest(l.theoretical_arrival, clock_timestamp()) + l.emission_interval
  where l.tenant_id = c.tenant_id and l.connection_id = c.id and l.endpoint = endpoint_class
    and l.theoretical_arrival <= clock_timestamp() + (l.burst - 1) * l.emission_interval
    and (l.blocked_until is null or l.blocked_until <= clock_timestamp());
  if not found then
    select * into r from public.rate_limits l where l.tenant_id = c.tenant_id and l.connection_id = c.id and l.endpoint = endpoint_class;
    return query select null::bigint, false,
      greatest(r.theoretical_arrival - (r.burst - 1) * r.emission_interval, coalesce(r.blocked_until, '-infinity')) - here,
      case when r.blocked_until > here then 'the other side asked for a rest' else 'the pace of this connection allows no more' end;
    return;
  end if;
  update public.linkedin_connections
  set daily_api_calls = case when (c.last_api_call at time zone 'UTC')::date = (here at time zone 'UTC')::date then c.daily_api_calls else 0 end + 1,
    last_api_call = here,
    -- After a pause one call is let through; the others wait for how it goes.
    paused_until = case when c.paused_until is not null then here + interval '1 minute' end
  where tenant_id = c.tenant_id and id = c.id;
  return query
    insert into public.api_calls (tenant_id, connection_id, job_id, endpoint, called_at) values (c.tenant_id, c.id, for_job, endpoint_class, here)
    returning id, true, interval '0', null::text;
end $$;
comment on function app.take_call is 'Asks for leave to make one call. Granted, the call has its row already, so that one that nobody came back from is counted too; refused, how long to wait (null: for somebody to do something) and why.';

create function app.finish_call(call bigint, http_status integer, latency integer, size bigint, problem text,
  is_failure boolean, rest interval default null)
returns void
language plpgsql volatile as $$
declare
  made public.api_calls;
  c public.linkedin_connections;
begin
  -- The connection first, as whoever asks for leave takes it.
  select l.* into c from public.api_calls a join public.linkedin_connections l on l.tenant_id = a.tenant_id and l.id = a.connection_id
  where a.id = call for update of l;
  update public.api_calls set status = http_status, latency_ms = latency, bytes = size, error = problem
  where id = call returning * into made;
  if c.id is null then
    return;
  end if;
  if rest is not null then
    update public.rate_limits l set blocked_until = greatest(l.blocked_until, clock_timestamp() + rest)
    where l.connection_id = c.id and l.endpoint = made.endpoint;
  end if;
  if not is_failure then
    update public.linkedin_connections set failures = 0, paused_until = null, paused_reason = null
    where id = c.id and (failures > 0 or paused_until is not null or paused_reason is not null);
  elsif c.failures + 1 >= 5 then
    -- The circuit breaker: a minute, then two, four … up to an hour, with one call in between to see.
    update public.linkedin_connections
    set failures = c.failures + 1, paused_reason = format('The last %s calls failed: %s', c.failures + 1, coalesce(problem, 'no answer')),
      paused_until = clock_timestamp() + least(interval '1 hour', interval '1 minute' * power(2, least(c.failures + 1 - 5, 10)))
    where id = c.id;
  else
    update public.linkedin_connections set failures = c.failures + 1 where id = c.id;
  end if;
end $$;
comment on function app.finish_call is 'Notes down how a call went. Failures in a row pause the connection; rest keeps its class of endpoints from being called for so long, as the other side asked.';

create function app.purge_calls(older_than interval default '90 days') returns bigint
language sql volatile as $$
  with purged as (delete from public.api_calls where called_at < now() - older_than returning 1)
  select count(*) from purged
$$;
comment on function app.purge_calls is 'Deletes calls that are older; how many.';

create view app.call_summary with (security_invoker = true) as
  select tenant_id, connection_id, endpoint, (called_at at time zone 'UTC')::date as day, count(*)::int as calls,
    count(*) filter (where error is not null)::int as failed,
    count(*) filter (where status is null)::int as unanswered, round(avg(latency_ms))::int as average_latency_ms,
    coalesce(sum(bytes), 0)::bigint as bytes, coalesce(sum(cost), 0) as cost
  from public.api_calls
  group by 1, 2, 3, 4;
comment on view app.call_summary is 'Calls by connection, class of endpoints and day (UTC).';
