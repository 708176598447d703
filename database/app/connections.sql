-- Connections: what is known of credentials, when they are looked at again, and what somebody must be told.

create function app.is_usable(status public.connection_status) returns boolean
language sql immutable parallel safe as $$ select status not in ('expired', 'revoked', 'blocked', 'invalid') $$;
comment on function app.is_usable is 'Whether a connection of this status may be called with; the others wait for somebody to give them other credentials.';

-- Whoever changes a status, a check, a call or psql, leaves since when, and the alert that goes with it.
create function app.tg_linkedin_connections__status() returns trigger
language plpgsql volatile as $$
begin
  if new.status is distinct from old.status then
    new.status_since := clock_timestamp();
  end if;
  return new;
end $$;
comment on function app.tg_linkedin_connections__status is 'Trigger on linkedin_connections: stamps since when the status is what it is.';
create trigger _110_status before update on public.linkedin_connections
  for each row when (old.status is distinct from new.status) execute function app.tg_linkedin_connections__status();

create function app.connection_alert(name text, status public.connection_status, reason text, paused_reason text) returns text
language sql stable parallel safe as $$
  -- Expired cookies and a pause may meet: the status says what has to be done.
  select case
    when not app.is_usable(status)
      then format('The connection %s is %s. %s', quote_ident(name), status, coalesce(reason, 'Replace its credentials: rapport connection edit.'))
    when status = 'expiring' then format('The connection %s is about to expire. %s', quote_ident(name), coalesce(reason, ''))
    when paused_reason is not null then format('The connection %s is paused. %s', quote_ident(name), paused_reason)
  end
$$;
comment on function app.connection_alert is 'What somebody must be told of a connection in this state; null: nothing.';

create function app.tg_linkedin_connections__alert() returns trigger
language plpgsql volatile as $$
begin
  -- What is said no longer holds, or is said otherwise now.
  update public.alerts a set resolved_at = clock_timestamp()
  from new_rows n
  where a.tenant_id = n.tenant_id and a.connection_id = n.id and a.resolved_at is null
    and a.message is distinct from app.connection_alert(n.name, n.status, n.status_reason, n.paused_reason);
  insert into public.alerts (tenant_id, kind, connection_id, message)
  select n.tenant_id, 'connection', n.id, app.connection_alert(n.name, n.status, n.status_reason, n.paused_reason)
  from new_rows n
  where app.connection_alert(n.name, n.status, n.status_reason, n.paused_reason) is not null
    and not exists (select from public.alerts a where a.tenant_id = n.tenant_id and a.connection_id = n.id and a.resolved_at is null)
  order by n.tenant_id, n.id;
  return null;
end $$;
comment on function app.tg_linkedin_connections__alert is 'Trigger on linkedin_connections: raises the alert that goes with a status or a pause, and resolves the one that does not hold any more.';
create trigger _500_alert_insert after insert on public.linkedin_connections
  referencing new table as new_rows for each statement execute function app.tg_linkedin_connections__alert();
create trigger _500_alert_update after update on public.linkedin_connections
  referencing new table as new_rows for each statement execute function app.tg_linkedin_connections__alert();

-- Whoever adds, changes or takes credentials is written down; what is renewed by itself, and every call that is counted, is not.
create function app.tg_linkedin_connections__audit() returns trigger
language plpgsql volatile as $$
declare
  event text;
  about jsonb;
begin
  if tg_op = 'DELETE' then
    -- Of a tenant that is being deleted there is nothing left that could keep it.
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select old.tenant_id, app.actor(), 'connection.deleted', old.id::text, jsonb_build_object('name', old.name)
    from public.tenants t where t.id = old.tenant_id;
    return null;
  end if;
  about := jsonb_build_object('name', new.name);
  if tg_op = 'INSERT' then
    event := 'connection.added';
    about := about || jsonb_build_object('type', new.type);
  elsif new.credentials_given_at is distinct from old.credentials_given_at then
    event := 'connection.credentials_given';
  else
    event := 'connection.changed';
    about := about || jsonb_build_object('call_limit', new.api_call_limit);
  end if;
  insert into public.audit_log (tenant_id, actor, event, subject, details) values (new.tenant_id, app.actor(), event, new.id::text, about);
  return null;
end $$;
comment on function app.tg_linkedin_connections__audit is 'Trigger on linkedin_connections: writes into the audit log who added, changed and deleted one, and who gave it credentials.';
create trigger _700_audit_insert after insert or delete on public.linkedin_connections
  for each row execute function app.tg_linkedin_connections__audit();
create trigger _700_audit_update after update on public.linkedin_connections
  for each row when ((old.credentials_given_at, old.name, old.api_call_limit) is distinct from (new.credentials_given_at, new.name, new.api_call_limit))
  execute function app.tg_linkedin_connections__audit();

-- What waits until a human decides waits for this, most likely; if not, it waits again.
create function app.tg_linkedin_connections__wake() returns trigger
language plpgsql volatile as $$
begin
  update public.scraping_jobs j set run_at = clock_timestamp()
  from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
  where j.tenant_id = n.tenant_id and j.connection_id = n.id and j.state = 'parked' and j.run_at = 'infinity'
    and app.is_usable(n.status)
    and (not app.is_usable(o.status) or n.api_call_limit is distinct from o.api_call_limit);
  return null;
end $$;
comment on function app.tg_linkedin_connections__wake is 'Trigger on linkedin_connections: lets jobs try that wait for a connection that can be used again.';
create trigger _600_wake after update on public.linkedin_connections
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_linkedin_connections__wake();

create function app.default_call_limit(type public.connection_type) returns integer
language sql immutable parallel safe as $$
  -- A member who opens forty pages a day is a member; and LinkedIn's development tier gives a member a hundred calls.
  select case type when 'personal' then 40 when 'company_page' then 100 when 'campaign_manager' then 1000 end
$$;
comment on function app.default_call_limit is 'Calls a day that a new connection of this type is allowed; null: as many as its rates allow.';


create function app.delete_connection(connection uuid) returns boolean
language plpgsql volatile as $$
declare
  known public.linkedin_connections;
  going integer;
begin
  -- In the order in which checks take them.
  select * into known from public.linkedin_connections where id = connection for update;
  select count(*) into going from public.scraping_jobs j
  where j.connection_id = connection and j.state in ('pending', 'running', 'parked') and app.has_begun_run(j);
  -- With what opens nothing, nobody could end them.
  if going > 0 and app.is_usable(known.status) then
    raise exception '% of its jobs have a run at Apify that would go on, and cost, with nobody to end it. Cancel them first and let a worker end the runs: rapport job list --state running (and parked), rapport job cancel ID, rapport job run', going
      using errcode = 'object_in_use';
  end if;
  update public.scraping_jobs set state = 'cancelled', finished_at = clock_timestamp(), error = 'Its connection was deleted.'
  where connection_id = connection and state in ('pending', 'running', 'parked');
  update public.scraping_jobs set connection_id = null where connection_id = connection;
  perform app.delete_schedule(s.id) from public.job_schedules s where s.connection_id = connection;
  delete from public.linkedin_connections where id = connection;
  return found;
end $$;
comment on function app.delete_connection is 'Deletes a connection with its credentials and its schedules; its jobs stay as history, and what has not run is cancelled. Refused while one has a run at Apify.';

create view app.connection_overview with (security_invoker = true) as
  select c.tenant_id, c.id, c.name, c.type, c.account, c.status, c.status_reason, c.status_since, c.last_validated, c.validate_after, c.expires_at,
    c.probe_allowed_at, c.paused_until, c.paused_reason, c.api_call_limit,
    -- The count is of the day of the last call.
    case when (c.last_api_call at time zone 'UTC')::date = (now() at time zone 'UTC')::date then c.daily_api_calls else 0 end as calls_today,
    c.last_api_call, k.source_format, coalesce(k.cookie_names, '{}') as cookie_names, k.expires_at as cookies_expire_at,
    k.last_used as cookies_last_used, coalesce(k.failures, 0) as cookie_failures,
    (c.sealed_credentials is not null or k.sealed_jar is not null) as has_credentials,
    coalesce(a.alerts, 0) as alerts, app.spent_this_month(c.id) as cost_this_month
  from public.linkedin_connections c
  left join lateral (
    select j.source_format, j.cookie_names, j.expires_at, j.last_used, j.failures, j.sealed_jar from public.linkedin_cookies j
    where j.tenant_id = c.tenant_id and j.connection_id = c.id order by j.created_at desc, j.id limit 1) k on true
  left join lateral (
    select count(*) as alerts from public.alerts a
    where a.tenant_id = c.tenant_id and a.connection_id = c.id and a.resolved_at is null) a on true;
comment on view app.connection_overview is 'Connections with their state, limits and jar, without any secret.';
