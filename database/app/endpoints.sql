-- Webhooks that go out: what happens becomes a delivery for every endpoint that wants it, in the transaction in which it happens;
-- workers send deliveries afterwards, each until it was taken or given up.  A tenant without endpoints pays for one look at an
-- empty table a statement.

create function app.wants(wanted public.endpoint_event[], of_event public.endpoint_event) returns boolean
language sql immutable parallel safe as $$ select wanted = '{}' or of_event = any (wanted) $$;
comment on function app.wants is 'Whether an endpoint with this list of events is told of this one; an empty list is all.';

-- Held, since whoever deletes an endpoint at this moment would otherwise break what happens, by a foreign key.
create function app.endpoints_for(of_event public.endpoint_event) returns table (of_tenant uuid, endpoint uuid)
language sql volatile as $$
  select e.tenant_id, e.id from public.webhook_endpoints e
  where e.is_active and app.wants(e.events, of_event)
  order by e.tenant_id, e.id for key share
$$;
comment on function app.endpoints_for is 'The endpoints that are told of an event, of tenants that the caller sees, held until the transaction ends.';

------------------------------------------------------------------------------------------------ what happens
create type app.target_change as (tenant_id uuid, persona_id uuid, person_id integer, cause public.match_cause, score numeric, is_in boolean);
comment on type app.target_change is 'Somebody who began or ceased to match a persona.';

-- A delivery names up to a hundred people, so that no file of a hundred thousand is one message.
create function app.tg_targets__tell() returns trigger
language plpgsql volatile as $$
declare
  changes app.target_change[];
begin
  if not exists (select from public.webhook_endpoints e where e.is_active and (app.wants(e.events, 'person.entered') or app.wants(e.events, 'person.left'))) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select array_agg((n.tenant_id, n.persona_id, n.person_id, n.cause, n.match_score, true)::app.target_change) into changes
    from new_rows n where n.is_active;
  elsif tg_op = 'DELETE' then
    -- Whoever is gone altogether has left nothing, and nor has anybody a persona that is gone.
    select array_agg((o.tenant_id, o.persona_id, o.person_id, 'manual', o.match_score, false)::app.target_change) into changes
    from old_rows o
    where o.is_active
      and exists (select from public.persons p where p.tenant_id = o.tenant_id and p.id = o.person_id)
      and exists (select from public.personas q where q.tenant_id = o.tenant_id and q.id = o.persona_id);
  else
    -- Planned anew each time: a plan that was made for one row is quadratic for ten thousand.
    execute $q$
    select array_agg((n.tenant_id, n.persona_id, n.person_id, n.cause, case when n.is_active then n.match_score else o.match_score end, n.is_active)::app.target_change)
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.persona_id = n.persona_id and o.person_id = n.person_id
    where n.is_active <> o.is_active
    $q$ into changes;
  end if;
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select b.tenant_id, e.endpoint, b.event, b.facts
  from (
    select c.tenant_id, c.event,
      jsonb_build_object('persona_id', c.persona_id, 'cause', c.cause, 'people', jsonb_agg(jsonb_build_array(c.person_id, c.score) order by c.person_id)) as facts
    from (
      select h.*, (case when h.is_in then 'person.entered' else 'person.left' end)::public.endpoint_event as event,
        (row_number() over (partition by h.tenant_id, h.persona_id, h.cause, h.is_in order by h.person_id) - 1) / 100 as part
      from unnest(changes) h
    ) c
    group by c.tenant_id, c.event, c.persona_id, c.cause, c.part
  ) b
  join (
    select 'person.entered'::public.endpoint_event as event, l.of_tenant, l.endpoint from app.endpoints_for('person.entered') l
    union all
    select 'person.left', l.of_tenant, l.endpoint from app.endpoints_for('person.left') l
  ) e on e.of_tenant = b.tenant_id and e.event = b.event
  where changes is not null;
  return null;
end $$;
comment on function app.tg_targets__tell is 'Trigger on targets: whoever begins or ceases to match a persona becomes part of a delivery to the endpoints that want to know.';
create trigger _700_tell_insert after insert on public.targets
  referencing new table as new_rows for each statement execute function app.tg_targets__tell();
create trigger _700_tell_delete after delete on public.targets
  referencing old table as old_rows for each statement execute function app.tg_targets__tell();
create trigger _700_tell_update after update on public.targets
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_targets__tell();

create function app.tg_csv_imports__tell() returns trigger
language plpgsql volatile as $$
begin
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select new.tenant_id, e.endpoint, 'import.finished', jsonb_build_object('id', new.id, 'kind', new.kind, 'file_name', new.file_name, 'state', new.state,
    'lines', new.lines, 'created', new.created, 'updated', new.updated, 'unchanged', new.unchanged, 'skipped', new.skipped, 'rejected', new.rejected,
    'people_created', new.people_created, 'error', new.error, 'started_at', new.started_at, 'finished_at', new.finished_at)
  from app.endpoints_for('import.finished') e where e.of_tenant = new.tenant_id;
  return null;
end $$;
comment on function app.tg_csv_imports__tell is 'Trigger on csv_imports: an import that is over is told to the endpoints that want to know.';
create trigger _700_tell after update on public.csv_imports
  for each row when (old.state is distinct from new.state and new.state in ('completed', 'failed')) execute function app.tg_csv_imports__tell();

create function app.tg_scraping_jobs__tell() returns trigger
language plpgsql volatile as $$
begin
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select new.tenant_id, e.endpoint, 'job.failed', jsonb_build_object('id', new.id, 'kind', new.kind, 'state', new.state, 'error', new.error,
    'attempts', new.attempts, 'connection_id', new.connection_id, 'created_at', new.created_at, 'finished_at', new.finished_at)
  from app.endpoints_for('job.failed') e where e.of_tenant = new.tenant_id;
  return null;
end $$;
comment on function app.tg_scraping_jobs__tell is 'Trigger on scraping_jobs: a job that is given up is told to the endpoints that want to know.';
create trigger _700_tell after update on public.scraping_jobs
  for each row when (new.state in ('dead', 'failed') and old.state not in ('dead', 'failed')) execute function app.tg_scraping_jobs__tell();

create function app.tg_alerts__tell() returns trigger
language plpgsql volatile as $$
begin
  if not exists (select from public.webhook_endpoints where is_active) then
    return null;
  end if;
  insert into public.webhook_deliveries (tenant_id, endpoint_id, event, facts)
  select n.tenant_id, e.endpoint, 'alert.raised'::public.endpoint_event, jsonb_build_object('id', n.id, 'kind', n.kind, 'message', n.message, 'connection_id', n.connection_id,
    'job_id', n.job_id, 'webhook_source_id', n.webhook_source_id, 'endpoint_id', n.endpoint_id, 'raised_at', n.raised_at)
  from new_rows n
  -- What is wrong with an endpoint is not told there.
  join app.endpoints_for('alert.raised') e on e.of_tenant = n.tenant_id and e.endpoint is distinct from n.endpoint_id
  union all
  select n.tenant_id, e.endpoint, 'connection.needs_attention', jsonb_build_object('id', c.id, 'name', c.name, 'type', c.type, 'status', c.status,
    'reason', coalesce(c.status_reason, c.paused_reason), 'message', n.message, 'expires_at', c.expires_at, 'paused_until', c.paused_until)
  from new_rows n
  join public.linkedin_connections c on c.tenant_id = n.tenant_id and c.id = n.connection_id
  join app.endpoints_for('connection.needs_attention') e on e.of_tenant = n.tenant_id;
  return null;
end $$;
comment on function app.tg_alerts__tell is 'Trigger on alerts: what somebody has to look at is told to the endpoints that want to know, and of a connection what it is, too.';
create trigger _700_tell after insert on public.alerts
  referencing new table as new_rows for each statement execute function app.tg_alerts__tell();

------------------------------------------------------------------------------------------------ endpoints
create function app.add_endpoint(called text, at_url text, wanted_events text[]) returns uuid
language plpgsql volatile as $$
declare
  made uuid;
begin
  -- Every event is a row for each of them.  Whoever adds one at the same moment waits.
  perform from public.job_accounts a where a.tenant_id = app.current_tenant() for update;
  if (select count(*) from public.webhook_endpoints) >= 20 then
    raise exception 'a tenant has twenty endpoints at most; delete one first' using errcode = 'object_in_use';
  end if;
  insert into public.webhook_endpoints (name, url, events) values (called, at_url, wanted_events::public.endpoint_event[]) returning id into made;
  return made;
end $$;
comment on function app.add_endpoint is 'Adds an endpoint without a secret, of which a tenant has twenty at most; its id.';

-- Whoever resumes it, or says another address, expects it to work: what waits need not wait any longer.
create function app.tg_webhook_endpoints__begin_anew() returns trigger
language plpgsql volatile as $$
begin
  new.trouble := null;
  new.failures := 0;
  new.failing_since := null;
  return new;
end $$;
comment on function app.tg_webhook_endpoints__begin_anew is 'Trigger on webhook_endpoints: one that is resumed or moved has not failed yet.';
create trigger _110_begin_anew before update on public.webhook_endpoints
  for each row when (new.is_active and (not old.is_active or old.url <> new.url)) execute function app.tg_webhook_endpoints__begin_anew();

create function app.tg_webhook_endpoints__wake() returns trigger
language plpgsql volatile as $$
begin
  update public.webhook_deliveries d set next_attempt = clock_timestamp()
  where d.tenant_id = new.tenant_id and d.endpoint_id = new.id and d.state in ('pending', 'failed') and d.next_attempt > clock_timestamp();
  return null;
end $$;
comment on function app.tg_webhook_endpoints__wake is 'Trigger on webhook_endpoints: what waits for one that is resumed or moved is due.';
create trigger _600_wake after update on public.webhook_endpoints
  for each row when (new.is_active and (not old.is_active or old.url <> new.url)) execute function app.tg_webhook_endpoints__wake();

create function app.endpoint_alert(name text, trouble text) returns text
language sql immutable parallel safe as $$ select 'The endpoint ' || quote_ident(name) || ' needs attention. ' || trouble $$;
comment on function app.endpoint_alert is 'What somebody must be told of an endpoint; null: nothing.';

create function app.tg_webhook_endpoints__alert() returns trigger
language plpgsql volatile as $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from new_rows n
  where a.tenant_id = n.tenant_id and a.endpoint_id = n.id and a.resolved_at is null and a.message is distinct from app.endpoint_alert(n.name, n.trouble);
  insert into public.alerts (tenant_id, kind, endpoint_id, message)
  select n.tenant_id, 'webhook', n.id, app.endpoint_alert(n.name, n.trouble)
  from new_rows n
  where n.trouble is not null
    and not exists (select from public.alerts a where a.tenant_id = n.tenant_id and a.endpoint_id = n.id and a.resolved_at is null)
  order by n.tenant_id, n.id;
  return null;
end $$;
comment on function app.tg_webhook_endpoints__alert is 'Trigger on webhook_endpoints: raises the alert of one that has trouble, and resolves it when that is over.';
create trigger _500_alert after update on public.webhook_endpoints
  referencing new table as new_rows for each statement execute function app.tg_webhook_endpoints__alert();

-- An address may be a secret of its own, so that the log has its origin alone.
create function app.tg_webhook_endpoints__audit() returns trigger
language plpgsql volatile as $$
begin
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'endpoint.added', n.id::text,
      jsonb_build_object('name', n.name, 'origin', substring(n.url from '^[^/]*//[^/?#]*'), 'events', n.events)
    from new_rows n order by n.tenant_id, n.id;
  elsif tg_op = 'DELETE' then
    -- Of a tenant that is being deleted there is nothing left that could keep it.
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select o.tenant_id, app.actor(), 'endpoint.deleted', o.id::text, jsonb_build_object('name', o.name)
    from old_rows o where exists (select from public.tenants t where t.id = o.tenant_id) order by o.tenant_id, o.id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), w.event, n.id::text, jsonb_build_object('name', n.name) || w.details
    from new_rows n
    join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    cross join lateral (
      select 'endpoint.changed' as event, jsonb_build_object('origin', substring(n.url from '^[^/]*//[^/?#]*'), 'events', n.events) as details
      where (n.name, n.url, n.events) is distinct from (o.name, o.url, o.events)
      union all
      select case when n.is_active then 'endpoint.resumed' else 'endpoint.paused' end, jsonb_strip_nulls(jsonb_build_object('why', n.trouble))
      where n.is_active <> o.is_active
    ) w
    order by n.tenant_id, n.id, w.event;
  end if;
  return null;
end $$;
comment on function app.tg_webhook_endpoints__audit is 'Trigger on webhook_endpoints: writes down who added, changed, paused or deleted one. A new secret is written down by whoever gives it, since a rotation of keys looks the same here.';
create trigger _500_audit_insert after insert on public.webhook_endpoints
  referencing new table as new_rows for each statement execute function app.tg_webhook_endpoints__audit();
create trigger _500_audit_update after update on public.webhook_endpoints
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_webhook_endpoints__audit();
create trigger _500_audit_delete after delete on public.webhook_endpoints
  referencing old table as old_rows for each statement execute function app.tg_webhook_endpoints__audit();

------------------------------------------------------------------------------------------------ sending
-- Ten attempts over three days, as Standard Webhooks proposes them, each rest a fifth shorter or longer.
create function app.rest_after(attempt integer) returns interval
language sql volatile as $$
  select (array[interval '1 minute', '5 minutes', '30 minutes', '2 hours', '5 hours', '10 hours', '14 hours', '18 hours', '24 hours'])
    [least(greatest(attempt, 1), 9)] * (0.8 + 0.4 * random())
$$;
comment on function app.rest_after is 'How long a delivery rests after an attempt that failed.';

-- One worker at an endpoint, and four endpoints of a tenant at a time: so an endpoint that is slow keeps nobody waiting but those
-- behind it.
create function app.claim_endpoints(how_many integer, lease interval)
returns table (tenant_id uuid, id uuid)
language plpgsql volatile as $$
#variable_conflict use_column
begin
  return query
    with due as (
      select e.tenant_id, e.id, d.since,
        row_number() over (partition by e.tenant_id order by d.since, e.id)
          + (select count(*) from public.webhook_endpoints b where b.tenant_id = e.tenant_id and b.busy_until >= clock_timestamp()) as turn
      from public.webhook_endpoints e
      cross join lateral (
        select d.next_attempt as since from public.webhook_deliveries d
        where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.state in ('pending', 'failed') and d.next_attempt <= clock_timestamp()
        order by d.next_attempt limit 1
      ) d
      where e.is_active and e.sealed_secret is not null and (e.busy_until is null or e.busy_until < clock_timestamp())
    ),
    picked as (
      select e.tenant_id, e.id
      from public.webhook_endpoints e join due d on d.tenant_id = e.tenant_id and d.id = e.id
      where d.turn <= 4 and (e.busy_until is null or e.busy_until < clock_timestamp())
      order by d.turn, d.since, d.id
      limit how_many
      for no key update of e skip locked
    )
    update public.webhook_endpoints e set busy_until = clock_timestamp() + lease
    from picked p where e.tenant_id = p.tenant_id and e.id = p.id
    returning e.tenant_id, e.id;
end $$;
comment on function app.claim_endpoints is 'Keeps endpoints for a worker for which something is due, of all tenants in turn. For the owner, who sees them all; what is due is then sent under its tenant.';

-- What is counted is that an attempt begins, so that a delivery which ends the whole program is given up too.
create function app.begin_sending(endpoint uuid, outgoing uuid default null) returns table (delivery uuid, attempt integer)
language sql volatile as $$
  with worn_out as (
    select d.tenant_id, d.id from public.webhook_deliveries d
    where d.endpoint_id = endpoint and d.state in ('pending', 'failed') and d.attempts >= 10 and d.next_attempt <= clock_timestamp()
    order by d.tenant_id, d.id for update skip locked
  ),
  given_up as (
    update public.webhook_deliveries d
    set state = 'dead', ended_at = clock_timestamp(), error = 'The program stopped each time while it sent it.'
    from worn_out w where d.tenant_id = w.tenant_id and d.id = w.id
  ),
  due as (
    select d.tenant_id, d.id from public.webhook_deliveries d
    where d.endpoint_id = endpoint and d.state in ('pending', 'failed') and d.attempts < 10 and d.next_attempt <= clock_timestamp()
      and (outgoing is null or d.id = outgoing)
    order by d.next_attempt, d.id limit 1 for update skip locked
  )
  update public.webhook_deliveries d
  set attempts = d.attempts + 1, attempted_at = clock_timestamp(), next_attempt = clock_timestamp() + app.rest_after(d.attempts + 1)
  from due u where d.tenant_id = u.tenant_id and d.id = u.id
  returning d.id, d.attempts
$$;
comment on function app.begin_sending is 'Begins an attempt at the delivery of an endpoint that has waited longest, or at the one that is wanted; none, when it is not due. One that was begun ten times is given up.';

create function app.end_sending(outgoing uuid, attempt integer, http_status integer, latency integer, answer_start text, problem text, rest interval default null) returns text
language plpgsql volatile as $$
declare
  ended public.webhook_deliveries;
  is_gone boolean := coalesce(http_status = 410, false);
begin
  -- The endpoint first, as whoever resumes or deletes it takes them.
  perform from public.webhook_endpoints e
  where e.id = (select d.endpoint_id from public.webhook_deliveries d where d.id = outgoing) for no key update;
  update public.webhook_deliveries d
  set state = (case when problem is null then 'delivered' when is_gone or d.attempts >= 10 then 'dead' else 'failed' end)::public.delivery_state,
    ended_at = case when problem is null or is_gone or d.attempts >= 10 then clock_timestamp() end,
    next_attempt = case when problem is null then d.next_attempt else greatest(d.next_attempt, clock_timestamp() + rest) end,
    response_status = http_status, response_start = answer_start, latency_ms = latency, error = problem
  where d.id = outgoing and d.attempts = attempt and d.state in ('pending', 'failed')
  returning * into ended;
  if ended.id is null then
    return 'lost';
  end if;
  if problem is null then
    -- To the minute, since a row that is written with every delivery is in everybody's way.
    update public.webhook_endpoints e set failures = 0, failing_since = null, trouble = null, last_success = clock_timestamp()
    where e.id = ended.endpoint_id and e.is_active
      and (e.failures > 0 or e.trouble is not null or e.last_success is null or e.last_success < clock_timestamp() - interval '1 minute');
    return ended.state;
  end if;
  update public.webhook_endpoints e
  set failures = e.failures + 1, failing_since = coalesce(e.failing_since, clock_timestamp()), is_active = w.stays,
    trouble = case
      when is_gone then 'It answered that it is gone (410), and was switched off. Resume it when it is there again.'
      when not w.stays then format('Nothing was taken there for three days, and it was switched off. The last time: %s', problem)
      when ended.state = 'dead' then format('A delivery was given up after ten attempts. The last time: %s', problem)
      else e.trouble end
  from (
    select o.tenant_id, o.id, not is_gone and not (o.failures + 1 >= 10 and o.failing_since < clock_timestamp() - interval '3 days') as stays
    from public.webhook_endpoints o where o.id = ended.endpoint_id
  ) w
  where e.tenant_id = w.tenant_id and e.id = w.id and e.is_active;
  return ended.state;
end $$;
comment on function app.end_sending is 'Ends an attempt by what came of it (no problem: it was taken): delivered, failed (tried again after a while, or after what was asked for), dead, or lost when it is not this attempt''s delivery any more. Switches an endpoint off that is gone, or takes nothing for three days.';

create function app.replay_sending(outgoing uuid) returns text
language plpgsql volatile as $$
begin
  update public.webhook_deliveries d
  set state = 'pending', attempts = 0, next_attempt = clock_timestamp(), ended_at = null, error = null
  where d.id = outgoing;
  return case when found then 'pending' else 'missing' end;
end $$;
comment on function app.replay_sending is 'Makes a delivery due once more, with all its attempts, under the id that it had: pending, or missing.';

-- Written when it is sent and not before: who was erased meanwhile is in none, and nothing here has to be erased with anybody.
create function app.delivery_body(outgoing uuid) returns json
language sql stable parallel safe as $$
  select json_build_object('type', d.event, 'timestamp', to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', case
      when d.event not in ('person.entered', 'person.left') then d.facts::json
      else json_build_object('persona', json_build_object('id', d.facts -> 'persona_id', 'name', q.name), 'cause', d.facts -> 'cause', 'people', coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.name, 'headline', p.headline,
          'title', coalesce(nullif(p.title_override, ''), p.current_title),
          'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'linkedin_url', p.linkedin_url, 'score', m -> 1) order by p.id)
        from jsonb_array_elements(d.facts -> 'people') m
        join public.persons p on p.tenant_id = d.tenant_id and p.id = (m ->> 0)::integer
        left join public.companies c on c.tenant_id = p.tenant_id and c.id = p.company_id), '[]'))
    end)
  from public.webhook_deliveries d
  left join public.personas q on q.tenant_id = d.tenant_id and q.id::text = d.facts ->> 'persona_id'
  where d.id = outgoing
$$;
comment on function app.delivery_body is 'What is sent of a delivery, as it is known now: type, timestamp, data.';

create function app.purge_sendings(older_than interval default '30 days') returns bigint
language sql volatile as $$
  with gone as (
    delete from public.webhook_deliveries d where d.created_at < now() - greatest(older_than, interval '4 days') returning 1
  )
  select count(*) from gone
$$;
comment on function app.purge_sendings is 'Forgets deliveries of events that were so long ago, but no sooner than after four days, in which they are tried; how many.';

------------------------------------------------------------------------------------------------ reading
create view app.endpoint_overview with (security_invoker = true) as
  select e.tenant_id, e.id, e.name, e.url, to_jsonb(e.events) as events, e.is_active, e.trouble, e.failures, e.failing_since, e.last_success,
    case when e.previous_until > now() then e.previous_until end as previous_until, w.waiting, w.dead, e.created_at
  from public.webhook_endpoints e
  cross join lateral (
    select
      (select count(*) from public.webhook_deliveries d where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.state in ('pending', 'failed'))::int as waiting,
      (select count(*) from public.webhook_deliveries d where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.state = 'dead')::int as dead) w;
comment on view app.endpoint_overview is 'Endpoints with what waits for them and what was given up, without any secret.';

create view app.endpoint_delivery_overview with (security_invoker = true) as
  select d.tenant_id, d.id, d.endpoint_id, e.name as endpoint, d.event, d.state, d.attempts, d.attempted_at,
    case when d.state in ('pending', 'failed') then d.next_attempt end as next_attempt, d.ended_at, d.response_status, d.response_start, d.latency_ms,
    d.error, d.created_at
  from public.webhook_deliveries d
  join public.webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id;
comment on view app.endpoint_delivery_overview is 'Deliveries that go out, with what came of them.';
