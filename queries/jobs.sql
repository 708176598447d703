-- Jobs.  Claiming and schedules are the owner's, who sees every tenant; everything else is a tenant's.

--! claim_jobs
select tenant_id, id, attempt_id, kind::text as kind from app.claim_jobs(:how_many, :lease_s::float8 * interval '1 second');

--! enqueue_scheduled_jobs
select app.enqueue_scheduled_jobs() as enqueued;

--! enqueue_due_validations
with due as (
  select c.tenant_id, c.id
  from linkedin_connections c
  where c.validate_after <= clock_timestamp()
    and not exists (
      select from scraping_jobs j
      where j.tenant_id = c.tenant_id and j.connection_id = c.id and j.kind = 'validation'
        -- One that came to no good end is not made again at once: somebody has been told.
        and (j.state in ('pending', 'running', 'parked') or (j.state in ('failed', 'dead') and j.created_at > clock_timestamp() - interval '1 day')))
  order by c.tenant_id, c.id for update skip locked
)
insert into scraping_jobs (tenant_id, kind, connection_id, max_attempts, priority)
select tenant_id, 'validation', id, 3, 5 from due order by tenant_id, id;

--! purge_calls
select app.purge_calls() as purged;

--! job : (connection_id?, apify_run_id?, start_asked_at?, cost_limit?)
select j.id, j.kind::text as kind, j.input, j.connection_id, j.apify_run_id, j.start_asked_at, j.attempts, j.max_attempts, j.cost_limit::float8 as cost_limit,
  j.cancel_asked_at is not null as is_cancelled, coalesce(extract(epoch from clock_timestamp() - j.start_asked_at), 0)::float8 as since_start_s, t.slug
from scraping_jobs j join tenants t on t.id = j.tenant_id
where j.id = :id and j.attempt_id = :attempt and j.state = 'running';

--! extend_lease (progress?)
select app.extend_lease(:id, :attempt, :lease_s::float8 * interval '1 second', :progress) as answer;

--! note_start
update scraping_jobs set start_asked_at = clock_timestamp(), apify_run_id = null
where id = :id and attempt_id = :attempt and state = 'running';

--! note_run
select app.note_run(:id, :attempt, :run) as is_ours;

--! note_cost
select app.note_cost(:id, :attempt, :cost::text::numeric, :is_over) as is_ours;

--! reserve_cost : (granted?)
select app.reserve_cost(:id, :attempt, :wanted::text::numeric)::float8 as granted,
  extract(epoch from (date_trunc('month', clock_timestamp() at time zone 'UTC') + interval '1 month') at time zone 'UTC' - clock_timestamp())::float8
    as until_next_month_s;

--! forget_run
update scraping_jobs
set apify_run_id = null, start_asked_at = null, reserved_cost = null, extra = extra || jsonb_strip_nulls(jsonb_build_object('cost_of_earlier_runs', cost))
where id = :id and attempt_id = :attempt and state = 'running';

--! complete_job (found?, created?, updated?)
select app.complete_job(:id, :attempt, :found, :created, :updated, :details) as done;

--! fail_job (rest_s?)
select app.fail_job(:id, :attempt, :problem, :is_final, :rest_s::float8 * interval '1 second') as state;

--! park_job (rest_s?)
select app.park_job(:id, :attempt, :why, :rest_s::float8 * interval '1 second', :needs_help) as done;

--! hand_back_job
select app.hand_back_job(:id, :attempt) as done;

--! enqueue_job (connection?, run_at?, cost_limit?, schedule?)
select app.enqueue_job(:kind::text::job_kind, :input, :connection, :run_at, :priority, :cost_limit::text::numeric, with_schedule => :schedule) as id;

--! cancel_job
select app.cancel_job(:id) as answer;

--! retry_job
select app.retry_job(:id) as answer;

--! find_jobs : ()
select id from scraping_jobs where id::text like :prefix || '%' limit 2;

--! job_rows (kind?, state?) : ()
select row_to_json(r) as row
from (
  select j.id, j.kind, j.state, c.name as connection, j.progress, j.attempts, j.found, j.created, j.updated, j.cost, j.error, j.run_at, j.started_at,
    j.finished_at, j.created_at, j.input
  from scraping_jobs j
  left join linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id
  where (:kind::text is null or j.kind::text = :kind) and (:state::text is null or j.state::text = :state)
  order by j.created_at desc, j.id
  limit :how_many
) r;

--! job_row : ()
select row_to_json(r) as row
from (
  select j.*, c.name as connection, s.name as schedule,
    (select count(*) from api_calls a where a.tenant_id = j.tenant_id and a.job_id = j.id) as calls
  from scraping_jobs j
  left join linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id
  left join job_schedules s on s.tenant_id = j.tenant_id and s.id = j.schedule_id
  where j.id = :id
) r;

--! job_counts
select state::text as state, count(*) as jobs from scraping_jobs group by state;

--! schedule (cost_limit?)
insert into job_schedules (name, kind, connection_id, input, every, cost_limit, next_run_at)
values (:name, :kind::text::job_kind, :connection, :input, :every::text::interval, :cost_limit::text::numeric, now() + :every::text::interval)
on conflict (tenant_id, lower(name)) do update
set kind = excluded.kind, connection_id = excluded.connection_id, input = excluded.input, every = excluded.every, cost_limit = excluded.cost_limit,
  is_active = true, next_run_at = excluded.next_run_at
returning id;

--! schedule_rows : ()
select row_to_json(r) as row
from (
  select s.name, s.kind, case when extract(epoch from s.every)::bigint % 86400 = 0 then extract(epoch from s.every)::bigint / 86400 || 'd'
      else round(extract(epoch from s.every) / 3600, 1) || 'h' end as every, to_char(s.next_run_at, 'YYYY-MM-DD HH24:MI') as next, c.name as connection,
    case when s.is_active then 'active' else 'paused' end as state, s.next_run_at, s.input, s.id
  from job_schedules s
  left join linkedin_connections c on c.tenant_id = s.tenant_id and c.id = s.connection_id
  order by not s.is_active, s.next_run_at, s.name
) r;

--! schedule_id
select id from job_schedules where lower(name) = lower(:name);

-- Schedules as programs and pages see them, by what comes next.
--! schedule_items (schedule?) : ()
select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'connection_id', s.connection_id, 'connection', c.name, 'input', s.input,
  'every_s', extract(epoch from s.every)::bigint, 'cost_limit', s.cost_limit, 'next_run_at', s.next_run_at, 'is_active', s.is_active,
  'last_job_id', j.id, 'last_job_state', j.state, 'created_at', s.created_at) as item
from job_schedules s
left join linkedin_connections c on c.tenant_id = s.tenant_id and c.id = s.connection_id
left join lateral (
  select l.id, l.state from scraping_jobs l
  where l.tenant_id = s.tenant_id and l.schedule_id = s.id order by l.created_at desc, l.id desc limit 1) j on true
where :schedule::uuid is null or s.id = :schedule
order by not s.is_active, s.next_run_at, s.name, s.id;

-- What is said replaces what is there; what is not said stays.
--! change_schedule
with held as (select k as row from job_schedules k where k.id = :id for no key update)
update job_schedules s
set name = n.name, every = n.every, cost_limit = n.cost_limit, is_active = n.is_active,
  -- The first time of another rhythm is counted from now.
  next_run_at = case when n.every <> s.every then clock_timestamp() + n.every else s.next_run_at end
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where s.id = (h.row).id
returning s.id;

--! delete_schedule
select app.delete_schedule(:id) as done;

--! set_budget (usd?)
select app.set_budget(:usd::text::numeric)::text as nothing;

--! budget_row : ()
select row_to_json(r) as row from (select a.monthly_budget, app.spent_this_month() as spent from job_accounts a) r;

--! utc_today
select (clock_timestamp() at time zone 'UTC')::date as day;

--! note_synced
update scraping_jobs set input = input || jsonb_build_object('done', :done::jsonb, 'parts', :parts::jsonb)
where id = :id and attempt_id = :attempt and state = 'running';

--! note_standstill
update scraping_jobs
set input = case when input -> 'standstill' ->> 'steps' = :steps::text then input
  else input || jsonb_build_object('standstill', jsonb_build_object('steps', :steps::text, 'since', clock_timestamp())) end
where id = :id and attempt_id = :attempt and state = 'running'
returning extract(epoch from clock_timestamp() - (input -> 'standstill' ->> 'since')::timestamptz)::float8 as stood_still_s;

--! note_refused_job
insert into audit_log (actor, event, subject, details) values ('system', 'job.refused', :job, :details);

-- Jobs as programs see them, the latest first.
--! job_items (job?, kind?, state?, connection?, after_id?, after_key?) : ()
with chosen as (
  select j.id, to_jsonb(extract(epoch from j.created_at)) as key
  from scraping_jobs j
  -- Mails of the accounts stand in the same queue, and are no program's.
  where j.kind <> 'mail' and (:job::uuid is null or j.id = :job)
    and (:kind::text is null or j.kind = :kind::text::job_kind)
    and (:state::text is null or j.state = :state::text::job_state)
    and (:connection::uuid is null or j.connection_id = :connection)
    and (:after_id::uuid is null or (j.created_at, j.id) < (to_timestamp((:after_key::jsonb)::float8), :after_id))
  order by j.created_at desc, j.id desc
  limit :most
)
select k.id, k.key, jsonb_build_object('id', j.id, 'kind', j.kind, 'state', j.state, 'connection_id', j.connection_id, 'connection', c.name,
  'schedule', s.name, 'input', j.input, 'progress', j.progress, 'attempts', j.attempts, 'max_attempts', j.max_attempts,
  'apify_run_id', j.apify_run_id, 'cost', j.cost, 'cost_limit', j.cost_limit, 'found', j.found, 'created', j.created, 'updated', j.updated,
  'error', j.error, 'run_at', j.run_at, 'started_at', j.started_at, 'finished_at', j.finished_at, 'created_at', j.created_at,
  'calls', (select count(*) from api_calls a where a.tenant_id = j.tenant_id and a.job_id = j.id)) as item
from chosen k
join scraping_jobs j on j.id = k.id
left join linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id
left join job_schedules s on s.tenant_id = j.tenant_id and s.id = j.schedule_id
order by j.created_at desc, j.id desc;

-- The calls of a job, the latest first.
--! job_calls : (status?, latency_ms?, cost?, error?)
select endpoint, status, latency_ms, cost::float8 as cost, error, called_at from api_calls where job_id = :job order by id desc limit :most;
