-- Jobs: a queue whose rows are claimed, kept alive and ended under an attempt's id, so that whoever comes late changes nothing.

create function app.enqueue_job(of_kind public.job_kind, with_input jsonb, with_connection uuid default null, at timestamptz default null,
  with_priority integer default 0, with_cost_limit numeric default null, with_max_attempts integer default 5, with_schedule uuid default null)
returns uuid
language sql volatile as $$
  insert into public.scraping_jobs (kind, input, connection_id, schedule_id, run_at, priority, cost_limit, max_attempts)
  values (of_kind, with_input, with_connection, with_schedule, coalesce(at, now()), with_priority, with_cost_limit, with_max_attempts)
  returning id
$$;
comment on function app.enqueue_job is 'Enqueues a job, which exists if the transaction commits.';

create function app.has_begun_run(job public.scraping_jobs) returns boolean
language sql immutable parallel safe as $$
  -- Whoever takes in what somebody else's run has found has nothing to end.
  select job.kind <> 'apify_run' and job.connection_id is not null and (job.apify_run_id is not null or job.start_asked_at is not null)
$$;
comment on function app.has_begun_run is 'Whether a job has begun a run at Apify, or may have, that nobody has seen the end of.';

create function app.state_after(job public.scraping_jobs, is_final boolean) returns public.job_state
language sql immutable parallel safe as $$
  select (case
    when is_final then 'failed'
    when job.attempts >= job.max_attempts then case when job.cancel_asked_at is null then 'dead' else 'cancelled' end
    -- Somebody pays for what goes on at Apify until it is ended there.
    when job.cancel_asked_at is not null and not app.has_begun_run(job) then 'cancelled'
    else 'pending' end)::public.job_state
$$;
comment on function app.state_after is 'What becomes of a job whose attempt came to no good end.';

-- What was left by a worker that died is anybody's again, and what was put off until now is due.
create function app.revive_jobs() returns bigint
language sql volatile as $$
  with lost as (
    select tenant_id, id from public.scraping_jobs where state = 'running' and leased_until < clock_timestamp()
    order by tenant_id, id for update skip locked
  ),
  waking as (
    select tenant_id, id from public.scraping_jobs where state = 'parked' and run_at <= clock_timestamp()
    order by tenant_id, id for update skip locked
  ),
  revived as (
    update public.scraping_jobs j
    set state = app.state_after(j, false), attempt_id = null, leased_until = null, run_at = clock_timestamp(),
      finished_at = case when app.state_after(j, false) <> 'pending' then clock_timestamp() end,
      error = 'The worker that ran it stopped without a word.'
    from lost l where j.tenant_id = l.tenant_id and j.id = l.id
    returning 1
  ),
  woken as (
    update public.scraping_jobs j set state = 'pending'
    from waking w where j.tenant_id = w.tenant_id and j.id = w.id
    returning 1
  )
  select (select count(*) from revived) + (select count(*) from woken)
$$;
comment on function app.revive_jobs is 'Makes jobs pending again whose lease ran out or whose time has come; of all tenants that the caller sees.';

-- Tenants take turns: whoever has fewest jobs running comes first, then whoever has waited longest; within a tenant, priority
-- and age.  A job whose connection rests is not claimed, so that nobody waits beside it.
create function app.claim_jobs(how_many integer, lease interval)
returns table (tenant_id uuid, id uuid, attempt_id uuid, kind public.job_kind)
language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform app.revive_jobs();
  return query
    with due as (
      select d.tenant_id, d.id, d.place + coalesce(r.running, 0) as turn, a.served_at
      from public.tenants t
      join public.job_accounts a on a.tenant_id = t.id
      cross join lateral (
        select j.tenant_id, j.id, row_number() over (order by j.priority desc, j.run_at, j.id) as place
        from public.scraping_jobs j
        left join public.linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id
        where j.tenant_id = t.id and j.state = 'pending' and j.run_at <= clock_timestamp()
          and (c.paused_until is null or c.paused_until <= clock_timestamp())
          -- An import keeps its place for as long as its file is large: a tenant has one at a time.
          and (j.kind <> 'import' or not exists (
            select from public.scraping_jobs i
            where i.tenant_id = j.tenant_id and i.kind = 'import' and (i.state = 'running'
              or i.state = 'pending' and i.run_at <= clock_timestamp() and (-i.priority, i.run_at, i.id) < (-j.priority, j.run_at, j.id))))
        order by j.priority desc, j.run_at, j.id
        -- Some of these may be held by others at this moment.
        limit how_many + 32
      ) d
      left join lateral (
        select count(*) as running from public.scraping_jobs j where j.tenant_id = t.id and j.state = 'running'
      ) r on true
    ),
    picked as (
      select j.tenant_id, j.id
      from public.scraping_jobs j join due d on d.tenant_id = j.tenant_id and d.id = j.id
      where j.state = 'pending'
      order by d.turn, d.served_at, d.tenant_id
      limit how_many
      for update of j skip locked
    ),
    served as (
      update public.job_accounts a set served_at = clock_timestamp()
      where a.tenant_id in (select p.tenant_id from picked p)
    )
    update public.scraping_jobs j
    set state = 'running', attempt_id = gen_random_uuid(), leased_until = clock_timestamp() + lease, attempts = j.attempts + 1,
      started_at = clock_timestamp(), finished_at = null, progress = case when j.apify_run_id is not null then j.progress end
    from picked p
    where j.tenant_id = p.tenant_id and j.id = p.id
    returning j.tenant_id, j.id, j.attempt_id, j.kind;
end $$;
comment on function app.claim_jobs is 'Begins attempts at jobs that are due, of all tenants in turn. For the owner, who sees them all; each job then runs under its tenant.';

create function app.extend_lease(job uuid, attempt uuid, lease interval, share real default null) returns text
language plpgsql volatile as $$
declare
  asked timestamptz;
begin
  update public.scraping_jobs set leased_until = clock_timestamp() + lease, progress = coalesce(share, progress)
  where id = job and attempt_id = attempt and state = 'running'
  returning cancel_asked_at into asked;
  return case when not found then 'lost' when asked is not null then 'cancelled' else 'held' end;
end $$;
comment on function app.extend_lease is 'The heartbeat of an attempt: held; cancelled, when somebody asked for its end; lost, when it is not this attempt''s job any more, and nothing may be done for it.';

create function app.complete_job(job uuid, attempt uuid, items integer, made integer, changed integer, details jsonb default '{}') returns boolean
language plpgsql volatile as $$
begin
  update public.scraping_jobs
  set state = 'completed', attempt_id = null, leased_until = null, progress = 1, found = items, created = made, updated = changed, error = null,
    finished_at = clock_timestamp(), extra = extra || details, reserved_cost = null
  where id = job and attempt_id = attempt and state = 'running';
  return found;
end $$;
comment on function app.complete_job is 'Ends an attempt well; false when it is not this attempt''s job any more.';

-- Half a minute, a minute, two … up to an hour, each between half and one and a half times as long.
create function app.fail_job(job uuid, attempt uuid, problem text, is_final boolean default false, rest interval default null) returns text
language plpgsql volatile as $$
declare
  became public.job_state;
begin
  update public.scraping_jobs j
  set state = app.state_after(j, is_final), attempt_id = null, leased_until = null, error = problem,
    run_at = clock_timestamp() + greatest(rest, least(interval '1 hour', interval '30 seconds' * power(2, least(j.attempts - 1, 12))) * (0.5 + random())),
    finished_at = case when app.state_after(j, is_final) <> 'pending' then clock_timestamp() end
  where j.id = job and j.attempt_id = attempt and j.state = 'running'
  returning j.state into became;
  return coalesce(became::text, 'lost');
end $$;
comment on function app.fail_job is 'Ends an attempt badly: pending again after a while, failed when trying again would not help, dead after the last attempt, or lost when it is not this attempt''s job any more.';

create function app.park_job(job uuid, attempt uuid, why text, rest interval default null, needs_help boolean default false) returns boolean
language plpgsql volatile as $$
declare
  parked public.scraping_jobs;
begin
  -- An attempt that had to wait was none.
  update public.scraping_jobs set state = 'parked', attempt_id = null, leased_until = null, error = why, attempts = greatest(attempts - 1, 0),
    run_at = coalesce(clock_timestamp() + rest, 'infinity')
  where id = job and attempt_id = attempt and state = 'running'
  returning * into parked;
  if parked.id is null then
    return false;
  end if;
  if rest is null or needs_help then
    insert into public.alerts (tenant_id, kind, job_id, message)
    values (parked.tenant_id, 'job', parked.id, format('A job (%s) waits for somebody: %s', parked.kind, why));
  end if;
  return true;
end $$;
comment on function app.park_job is 'Puts a job off for a while, or (null) until a human decides, and raises an alert where one is needed; false when it is not this attempt''s job any more.';

create function app.hand_back_job(job uuid, attempt uuid) returns boolean
language plpgsql volatile as $$
begin
  update public.scraping_jobs set state = 'pending', attempt_id = null, leased_until = null, run_at = clock_timestamp(), attempts = greatest(attempts - 1, 0)
  where id = job and attempt_id = attempt and state = 'running';
  return found;
end $$;
comment on function app.hand_back_job is 'Gives a job back that was begun by a worker that is told to stop.';

create function app.cancel_job(job uuid) returns text
language plpgsql volatile as $$
declare
  was public.scraping_jobs;
begin
  select * into was from public.scraping_jobs where id = job for update;
  if was.state in ('pending', 'parked') and not app.has_begun_run(was) then
    update public.scraping_jobs set state = 'cancelled', finished_at = clock_timestamp() where id = job;
    return 'cancelled';
  elsif was.state in ('pending', 'parked') then
    -- Whoever takes it ends what it has begun, and it.
    update public.scraping_jobs
    set state = 'pending', run_at = clock_timestamp(), cancel_asked_at = coalesce(cancel_asked_at, clock_timestamp()) where id = job;
    return 'asked';
  elsif was.state = 'running' then
    update public.scraping_jobs set cancel_asked_at = coalesce(cancel_asked_at, clock_timestamp()) where id = job;
    return 'asked';
  end if;
  return coalesce(was.state::text, 'missing');
end $$;
comment on function app.cancel_job is 'Cancels a job that has begun nothing, or asks for the end of one that runs or has a run at Apify: cancelled or asked; else the state in which it has ended, or missing.';

create function app.retry_job(job uuid) returns text
language plpgsql volatile as $$
declare
  was public.job_state;
begin
  select state into was from public.scraping_jobs where id = job for update;
  if was in ('failed', 'dead', 'cancelled', 'parked') or was = 'pending' then
    update public.scraping_jobs set state = 'pending', run_at = clock_timestamp(), attempts = 0, cancel_asked_at = null, finished_at = null
    where id = job;
    return 'pending';
  end if;
  return coalesce(was::text, 'missing');
end $$;
comment on function app.retry_job is 'Makes a job that ended otherwise than well due at once, with all its attempts; else the state that it is in, or missing.';

-- What a month may cost.  The account's row is held while it is decided, so that two jobs do not spend the same dollar.
create function app.spent_this_month(of_connection uuid default null) returns numeric
language sql stable parallel safe as $$
  -- What a run costs is told bit by bit; until it is over, all that was kept for it may be spent.
  select coalesce(sum(greatest(j.cost, coalesce((j.extra ->> 'cost_of_earlier_runs')::numeric, 0) + j.reserved_cost)), 0)
  from public.scraping_jobs j
  where j.started_at >= date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'
    and (of_connection is null or j.connection_id = of_connection)
$$;
comment on function app.spent_this_month is 'US dollars that the tenant''s jobs, or those of one of its connections, have cost, or keep, in this calendar month (UTC).';

create function app.reserve_cost(job uuid, attempt uuid, wanted numeric) returns numeric
language plpgsql volatile as $$
declare
  budget numeric;
  free numeric;
  granted numeric;
begin
  select a.monthly_budget into budget from public.job_accounts a where a.tenant_id = app.current_tenant() for update;
  -- What it kept so far is kept anew.
  update public.scraping_jobs set reserved_cost = null where id = job and attempt_id = attempt;
  free := budget - app.spent_this_month();
  granted := case when free <= 0 then 0 else least(wanted, free) end;
  update public.scraping_jobs set reserved_cost = granted where id = job and attempt_id = attempt;
  return granted;
end $$;
comment on function app.reserve_cost is 'Keeps US dollars of the month''s budget for a job: as many as are wanted, or what is left of the budget; 0 when nothing is.';

-- A webhook may tell of a run before whoever began it hears that it has begun, and would begin another: the run is theirs.
create function app.note_run(job uuid, attempt uuid, run text) returns boolean
language plpgsql volatile as $$
begin
  perform from public.scraping_jobs j where j.id = job and j.attempt_id = attempt and j.state = 'running' for update;
  if not found then
    return false;
  end if;
  update public.scraping_jobs j
  set apify_run_id = null, cost = null, error = 'The job that began the run takes it in.',
    state = case when j.state in ('pending', 'parked') then 'cancelled' else j.state end,
    finished_at = case when j.state in ('pending', 'parked') then clock_timestamp() else j.finished_at end
  where j.apify_run_id = run and j.kind = 'apify_run' and j.id <> job;
  update public.scraping_jobs j set apify_run_id = run
  where j.id = job and not exists (select from public.scraping_jobs o where o.apify_run_id = run and o.id <> job);
  return found;
end $$;
comment on function app.note_run is 'Keeps a run at Apify as this attempt''s; false when the job is somebody else''s, or another job has begun the run.';

create function app.set_budget(usd numeric) returns void
language plpgsql volatile as $$
begin
  update public.job_accounts set monthly_budget = usd where tenant_id = app.current_tenant();
  -- What waits for money may have it now; what waits for something else waits again.
  update public.scraping_jobs set run_at = clock_timestamp()
  where state = 'parked' and run_at > clock_timestamp();
end $$;
comment on function app.set_budget is 'Says what the tenant''s jobs may cost in a calendar month, in US dollars (null: anything), and lets those try that wait for it.';

create function app.note_cost(job uuid, attempt uuid, usage numeric, is_over boolean) returns boolean
language plpgsql volatile as $$
declare
  total numeric;
begin
  -- What was kept for a run is free again when it is known what it has cost.
  update public.scraping_jobs j
  set cost = usage + coalesce((j.extra ->> 'cost_of_earlier_runs')::numeric, 0), reserved_cost = case when is_over then null else j.reserved_cost end
  where j.id = job and j.attempt_id = attempt and j.state = 'running'
  returning j.cost into total;
  if not found then
    return false;
  end if;
  -- The latest call has told it.  What was told before stays where it is, so that nothing is counted twice.
  update public.api_calls c
  set cost = coalesce(c.cost, 0) + total - (select coalesce(sum(o.cost), 0) from public.api_calls o where o.job_id = job)
  where c.id = (select max(o.id) from public.api_calls o where o.job_id = job)
    and total <> (select coalesce(sum(o.cost), 0) from public.api_calls o where o.job_id = job);
  return true;
end $$;
comment on function app.note_cost is 'Notes down what the present run of a job has cost so far, in US dollars, or in all; false where the job is somebody else''s.';

-- A schedule enqueues the next job when its last one is over.  The times stay where they were planned, however late a job came, so
-- that what is done at night is done at night; if all come at once, they take turns.
create function app.enqueue_scheduled_jobs() returns bigint
language sql volatile as $$
  with due as (
    select s.* from public.job_schedules s
    where s.is_active and s.next_run_at <= clock_timestamp()
    order by s.tenant_id, s.id for update skip locked
  ),
  moved as (
    update public.job_schedules s
    set next_run_at = d.next_run_at
      + d.every * (1 + floor(extract(epoch from clock_timestamp() - d.next_run_at) / extract(epoch from d.every)))::double precision
    from due d where s.tenant_id = d.tenant_id and s.id = d.id
  ),
  made as (
    insert into public.scraping_jobs (tenant_id, kind, input, connection_id, schedule_id, cost_limit)
    select d.tenant_id, d.kind, d.input, d.connection_id, d.id, d.cost_limit from due d
    where not exists (
      select from public.scraping_jobs j
      where j.tenant_id = d.tenant_id and j.schedule_id = d.id and j.state in ('pending', 'running', 'parked'))
    order by d.tenant_id, d.id
    returning 1
  )
  select count(*) from made
$$;
comment on function app.enqueue_scheduled_jobs is 'Enqueues the jobs of schedules that are due; of all tenants that the caller sees.';

create function app.delete_schedule(schedule uuid) returns boolean
language plpgsql volatile as $$
begin
  update public.scraping_jobs set schedule_id = null where schedule_id = schedule;
  insert into public.audit_log (tenant_id, actor, event, subject, details)
  select tenant_id, app.actor(), 'schedule.deleted', id::text, jsonb_build_object('name', name) from public.job_schedules where id = schedule;
  delete from public.job_schedules where id = schedule;
  return found;
end $$;
comment on function app.delete_schedule is 'Deletes a schedule; its jobs stay.';

-- A job that is given up is somebody's to look at, until it is tried again.
create function app.tg_scraping_jobs__alert() returns trigger
language plpgsql volatile as $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from new_rows n
  where a.tenant_id = n.tenant_id and a.job_id = n.id and a.resolved_at is null and n.state not in ('dead', 'failed');
  insert into public.alerts (tenant_id, kind, job_id, message)
  select n.tenant_id, 'job', n.id,
    case when n.kind = 'import' and n.input ->> 'file' is not null then format('%s could not be %s: %s', n.input ->> 'file',
        case when n.input -> 'dry_run' = 'true' then 'checked' else 'imported' end, coalesce(n.error, 'nobody knows why'))
      else format('A job (%s) came to no good end: %s', n.kind, coalesce(n.error, 'nobody knows why')) end
  from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
  where n.state in ('dead', 'failed') and o.state not in ('dead', 'failed')
  order by n.tenant_id, n.id;
  return null;
end $$;
comment on function app.tg_scraping_jobs__alert is 'Trigger on scraping_jobs: raises an alert for a job that is given up, and resolves it when it is tried again.';
create trigger _500_alert after update on public.scraping_jobs
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_scraping_jobs__alert();

-- Whoever waits for work may hear of it; whoever does not hear asks every second anyway.
create function app.tg_scraping_jobs__wake() returns trigger
language plpgsql volatile as $$
begin
  perform pg_notify('rapport_jobs', '') where exists (select from new_rows where state = 'pending' and run_at <= now());
  return null;
end $$;
comment on function app.tg_scraping_jobs__wake is 'Trigger on scraping_jobs: tells waiting workers, once a statement, that there is work.';
create trigger _900_wake after insert on public.scraping_jobs
  referencing new table as new_rows for each statement execute function app.tg_scraping_jobs__wake();


create view app.job_status_summary with (security_invoker = true) as
  select tenant_id, kind, state, count(*)::int as jobs, min(run_at) filter (where state = 'pending') as next_run,
    max(finished_at) as last_finished, coalesce(sum(cost), 0) as cost, coalesce(sum(found), 0)::bigint as found
  from public.scraping_jobs
  group by 1, 2, 3;
comment on view app.job_status_summary is 'Jobs by kind and state.';

create view app.campaign_calendar with (security_invoker = true) as
  select k.tenant_id, k.id as entry_id, k.scheduled_at, (k.scheduled_at at time zone t.time_zone)::date as day, k.title, k.status, k.content_type,
    k.is_paid, k.budget, k.campaign_id, c.name as campaign, k.strategy_id, s.name as strategy, k.strategy_slot, k.post_id, p.url as post_url
  from public.content_calendar k
  join public.tenants t on t.id = k.tenant_id
  left join public.campaigns c on c.tenant_id = k.tenant_id and c.id = k.campaign_id
  left join public.campaign_strategies s on s.tenant_id = k.tenant_id and s.id = k.strategy_id
  left join public.posts p on p.tenant_id = k.tenant_id and p.id = k.post_id;
comment on view app.campaign_calendar is 'The content calendar with names: campaign, strategy, post.';
