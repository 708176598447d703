-- Everything here is asked as the owner, over all tenants.

--! clock
select clock_timestamp() as now;

--! database_findings
select finding, advice from app.database_findings();

--! metric_differences : ()
select figure, missing, wrong from app.differences();

--! repair_metrics : ()
select t.slug, app.repair_metrics(t.id) as changed from tenants t order by t.slug;

--! sweep_rollups : ()
select coalesce(sum(greatest(app.sweep_rollups(id), 0)), 0)::bigint from tenants;

--! matching_differences : ()
select problem, count(*) as rows from app.matching_differences() group by problem order by problem;

--! rematch_all : ()
select t.slug, (m).entered, (m).departed, (m).rescored
from (select slug, app.rematch(id, null, null, 'repair') as m from tenants order by slug) t;

--! open_work
select j.pending as jobs_pending, j.running as jobs_running, j.parked as jobs_parked, j.dead as jobs_dead, j.oldest_wait_s,
  d.pending as deliveries_pending, d.failed as deliveries_failed, d.dead as deliveries_dead
from (
  select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'running') as running,
    count(*) filter (where state = 'parked') as parked, count(*) filter (where state = 'dead') as dead,
    coalesce(extract(epoch from now() - min(run_at) filter (where state = 'pending' and run_at <= now())), 0)::float8 as oldest_wait_s
  from scraping_jobs where state in ('pending', 'running', 'parked', 'dead')) j
cross join (
  select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'failed') as failed,
    count(*) filter (where state = 'dead') as dead
  from webhook_inbox where state in ('pending', 'failed', 'dead')) d;
