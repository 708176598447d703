-- Webhooks that come in: a delivery is stored before it is answered, once, and worked through afterwards; its effect and its end
-- are one transaction, so that the effect happens once however often it is tried.

create function app.take_delivery(source uuid, delivery text, with_headers jsonb, with_body bytea, at_most integer) returns text
language plpgsql volatile as $$
begin
  if exists (select from public.webhook_inbox i where i.source_id = source and i.delivery_id = delivery) then
    return 'known';
  end if;
  -- Several at once may pass this by, which is no harm: it keeps a disk from filling, not a count.
  if (
    select count(*) from (
      select from public.webhook_inbox i where i.source_id = source and i.state in ('pending', 'failed') limit at_most) waiting) >= at_most then
    return 'full';
  end if;
  insert into public.webhook_inbox (source_id, delivery_id, headers, body) values (source, delivery, with_headers, with_body)
  on conflict (tenant_id, source_id, delivery_id) do nothing;
  return case when found then 'stored' else 'known' end;
end $$;
comment on function app.take_delivery is 'Stores a delivery: stored; known, when it is there already, and nothing is changed; full, when so many of the source wait that no more are taken.';

-- What is counted is that an attempt begins, so that a delivery which ends the whole program is given up too.
create function app.claim_delivery(wanted uuid default null) returns table (delivery uuid, attempt integer)
language sql volatile as $$
  with worn_out as (
    select i.tenant_id, i.id from public.webhook_inbox i
    where i.state in ('pending', 'failed') and i.attempts >= 8 and i.next_attempt <= now()
    order by i.tenant_id, i.id for update skip locked
  ),
  given_up as (
    update public.webhook_inbox i
    set state = 'dead', processed_at = clock_timestamp(), error = 'The program stopped each time while it worked it through.'
    from worn_out w where i.tenant_id = w.tenant_id and i.id = w.id
  ),
  due as (
    select i.tenant_id, i.id from public.webhook_inbox i
    where i.state in ('pending', 'failed') and i.attempts < 8 and i.next_attempt <= now() and (wanted is null or i.id = wanted)
    order by i.next_attempt, i.id limit 1 for update skip locked
  )
  update public.webhook_inbox i
  -- Half a minute, a minute, two … up to an hour, each between half and one and a half times as long.
  set attempts = i.attempts + 1,
    next_attempt = clock_timestamp() + least(interval '1 hour', interval '30 seconds' * power(2, least(i.attempts, 12))) * (0.5 + random())
  from due d where i.tenant_id = d.tenant_id and i.id = d.id
  returning i.id, i.attempts
$$;
comment on function app.claim_delivery is 'Begins an attempt at the delivery that has waited longest, or at the one that is wanted; none, when it is not due. One that was begun eight times is given up.';

create function app.end_delivery(delivery uuid, attempt integer, details jsonb) returns boolean
language plpgsql volatile as $$
declare
  ended public.webhook_inbox;
begin
  update public.webhook_inbox i
  set state = 'delivered', outcome = details, error = null, processed_at = clock_timestamp()
  where i.id = delivery and i.attempts = attempt and i.state in ('pending', 'failed')
  returning * into ended;
  if ended.id is null then
    return false;
  end if;
  update public.webhook_sources s set last_delivery = ended.received_at
  where s.id = ended.source_id and (s.last_delivery is null or s.last_delivery < ended.received_at);
  return true;
end $$;
comment on function app.end_delivery is 'Ends an attempt well, in the transaction that holds its effect; false when it is not this attempt''s delivery any more, and then nothing may be done for it.';

create function app.fail_delivery(delivery uuid, attempt integer, problem text, is_final boolean) returns text
language plpgsql volatile as $$
declare
  became public.delivery_state;
begin
  update public.webhook_inbox i
  set state = (case when is_final or i.attempts >= 8 then 'dead' else 'failed' end)::public.delivery_state, error = problem,
    processed_at = case when is_final or i.attempts >= 8 then clock_timestamp() end
  where i.id = delivery and i.attempts = attempt and i.state in ('pending', 'failed')
  returning i.state into became;
  return coalesce(became::text, 'lost');
end $$;
comment on function app.fail_delivery is 'Ends an attempt badly: failed, and tried again after a while; dead, when trying again would not help or was tried often enough; or lost, when it is not this attempt''s delivery any more.';

-- Its effect is one that may happen twice without doing more than once, so this is safe also for what went well.
create function app.replay_delivery(delivery uuid) returns text
language plpgsql volatile as $$
declare
  found_row public.webhook_inbox;
begin
  select * into found_row from public.webhook_inbox i where i.id = delivery for update;
  if found_row.id is null then
    return 'missing';
  elsif found_row.body is null then
    return 'wiped';
  end if;
  update public.webhook_inbox i
  set state = 'pending', attempts = 0, next_attempt = clock_timestamp(), outcome = null, error = null, processed_at = null
  where i.id = delivery;
  return 'pending';
end $$;
comment on function app.replay_delivery is 'Makes a delivery due once more, with all its attempts: pending; wiped, when its body is not kept any more; or missing.';

-- A hint is followed up by asking whoever knows, with a connection of ours: nothing else in it is believed.
create function app.hint_run(run text, with_connection uuid) returns text
language plpgsql volatile as $$
declare
  job uuid;
begin
  -- Our own job that waits for this run need not wait any longer.
  update public.scraping_jobs j set run_at = least(j.run_at, clock_timestamp())
  where j.apify_run_id = run and j.state = 'parked' and j.run_at < 'infinity';
  if exists (select from public.scraping_jobs j where j.apify_run_id = run) then
    return 'known';
  end if;
  begin
    job := app.enqueue_job('apify_run', jsonb_build_object('run', run), with_connection);
    update public.scraping_jobs j set apify_run_id = run where j.id = job;
  exception when unique_violation then
    return 'known';  -- somebody else enqueued it at this moment
  end;
  return 'enqueued';
end $$;
comment on function app.hint_run is 'Somebody says that a run at Apify has ended: enqueues the job that asks Apify and takes its items in, once a run (enqueued), or wakes the job that has begun the run (known).';

create function app.hint_sync(with_connection uuid) returns text
language plpgsql volatile as $$
begin
  -- One that is decided at the same moment waits, and finds the job.
  perform from public.linkedin_connections c where c.id = with_connection for no key update;
  if exists (
    select from public.scraping_jobs j
    where j.connection_id = with_connection and j.kind = 'sync' and (j.state = 'pending' or (j.state = 'parked' and j.input ? 'hint'))) then
    return 'known';
  end if;
  -- What LinkedIn refused for good it would refuse again, and somebody has been told.
  if (select j.state from public.scraping_jobs j
      where j.connection_id = with_connection and j.kind = 'sync' and j.finished_at is not null order by j.finished_at desc limit 1) in ('failed', 'dead') then
    return 'failed';
  end if;
  -- One that runs may have looked already, so it does not stand for this one.  Where one thing happens, more do: they wait for each
  -- other, since a page has few calls a day.
  perform app.enqueue_job('sync', '{"hint": true}', with_connection, clock_timestamp() + interval '30 minutes');
  return 'enqueued';
end $$;
comment on function app.hint_sync is 'Somebody says that there is something new behind a connection: enqueues a job that looks (enqueued), unless one is about to begin (known), or the last one failed for good (failed).';

-- Senders repeat themselves for three days; bodies speak of people, and are needed for a replay alone.
create function app.purge_deliveries(older_than interval default '30 days') returns bigint
language sql volatile as $$
  with wiped as (
    update public.webhook_inbox i
    set body = null, processed_at = coalesce(i.processed_at, now()),
      state = case when i.state in ('pending', 'failed') then 'dead' else i.state end,
      error = case when i.state in ('pending', 'failed') then 'Nobody worked it through within the 48 hours for which LinkedIn allows to keep it.' else i.error end
    from public.webhook_sources s
    where s.tenant_id = i.tenant_id and s.id = i.source_id and i.body is not null
      and (
        -- What LinkedIn's members do, whatever became of it.
        (s.kind = 'linkedin' and i.received_at < now() - app.may_keep('members_activity'))
        -- What could not be used is kept until somebody has mended it.
        or (i.processed_at >= now() - greatest(older_than, interval '3 days')
          and i.processed_at < now() - case when i.state = 'delivered' then interval '48 hours' else interval '30 days' end))
  ),
  purged as (
    delete from public.webhook_inbox i where i.processed_at < now() - greatest(older_than, interval '3 days') returning 1
  )
  select count(*) from purged
$$;
comment on function app.purge_deliveries is 'Wipes the bodies of deliveries that were worked through two days ago, and forgets those that were so long ago, but no sooner than after three days; how many were forgotten.';

-- One alert a source, however many of its deliveries nobody can use.
create function app.tg_webhook_inbox__alert() returns trigger
language plpgsql volatile as $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from (select distinct tenant_id, source_id from old_rows) o
  where a.tenant_id = o.tenant_id and a.webhook_source_id = o.source_id and a.resolved_at is null
    and not exists (
      select from public.webhook_inbox i where i.tenant_id = o.tenant_id and i.source_id = o.source_id and i.state = 'dead');
  insert into public.alerts (tenant_id, kind, webhook_source_id, message)
  select s.tenant_id, 'webhook', s.id,
    format('The webhook %s brought something that cannot be used: %s (rapport hook deliveries --state dead)', s.name, coalesce(d.error, 'nobody knows why'))
  from (select distinct tenant_id, source_id from old_rows) o
  join public.webhook_sources s on s.tenant_id = o.tenant_id and s.id = o.source_id
  cross join lateral (
    select i.error from public.webhook_inbox i
    where i.tenant_id = o.tenant_id and i.source_id = o.source_id and i.state = 'dead'
    order by i.processed_at desc limit 1) d
  where not exists (
    select from public.alerts a where a.tenant_id = s.tenant_id and a.webhook_source_id = s.id and a.resolved_at is null)
  order by s.tenant_id, s.id;
  return null;
end $$;
comment on function app.tg_webhook_inbox__alert is 'Trigger on webhook_inbox: raises an alert for a source of which a delivery was given up, and resolves it when there is none left.';
create trigger _500_alert_update after update on public.webhook_inbox
  referencing old table as old_rows for each statement execute function app.tg_webhook_inbox__alert();
create trigger _500_alert_delete after delete on public.webhook_inbox
  referencing old table as old_rows for each statement execute function app.tg_webhook_inbox__alert();

create view app.webhook_source_overview with (security_invoker = true) as
  select s.tenant_id, s.id, s.name, s.kind, c.name as connection, s.is_active, s.sealed_secret is not null as has_secret,
    case when s.previous_until > now() then s.previous_until end as previous_until,
    greatest(s.last_delivery, w.latest) as last_delivery, w.waiting, w.dead, s.created_at
  from public.webhook_sources s
  left join public.linkedin_connections c on c.tenant_id = s.tenant_id and c.id = s.connection_id
  cross join lateral (
    select (count(*) filter (where i.state <> 'dead'))::int as waiting, (count(*) filter (where i.state = 'dead'))::int as dead,
      max(i.received_at) as latest
    from public.webhook_inbox i
    where i.tenant_id = s.tenant_id and i.source_id = s.id and i.state <> 'delivered') w;
comment on view app.webhook_source_overview is 'Sources of webhooks with what waits of theirs, without any secret.';

create view app.webhook_delivery_overview with (security_invoker = true) as
  select i.tenant_id, i.id, s.name as webhook, s.kind, i.delivery_id, i.state, i.attempts, i.next_attempt, i.received_at, i.processed_at,
    i.outcome, i.error, i.body is not null as can_be_replayed, octet_length(i.body) as bytes
  from public.webhook_inbox i
  join public.webhook_sources s on s.tenant_id = i.tenant_id and s.id = i.source_id;
comment on view app.webhook_delivery_overview is 'Deliveries that came in, with what became of them.';
