-- Jobs: tenants take turns, an attempt holds its job until its lease runs out, and whoever is late changes nothing.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('aaaaaaaa-0000-4000-8000-000000000001', 'own', 'Own'), ('bbbbbbbb-0000-4000-8000-000000000001', 'other', 'Other');
insert into scraping_jobs (tenant_id, kind, priority, input, run_at)
select 'aaaaaaaa-0000-4000-8000-000000000001', 'profile', case n when 5 then 1 else 0 end, jsonb_build_object('n', n), now() - interval '1 hour' + n * interval '1 second' from generate_series(1, 9) n;
insert into scraping_jobs (tenant_id, kind, input, run_at) values
  ('bbbbbbbb-0000-4000-8000-000000000001', 'profile', '{"n": 1}', now()), ('bbbbbbbb-0000-4000-8000-000000000001', 'profile', '{"n": 2}', now() + interval '1 hour');

------------------------------------------------------------------------------------------------ turns
create temporary table claimed (round serial, tenant_id uuid, id uuid, attempt_id uuid, kind job_kind);
insert into claimed (tenant_id, id, attempt_id, kind) select * from claim_jobs(1, interval '1 minute');
insert into claimed (tenant_id, id, attempt_id, kind) select * from claim_jobs(1, interval '1 minute');
insert into claimed (tenant_id, id, attempt_id, kind) select * from claim_jobs(1, interval '1 minute');
select results_eq('select count(distinct tenant_id) from claimed where round <= 2', $$ values (2::bigint) $$, 'the tenant with one job does not wait for the nine of the other');
select results_eq($$ select input ->> 'n' from claimed c join scraping_jobs j using (tenant_id, id) where c.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001' order by round $$, $$ values ('5'), ('1') $$,
  'within a tenant priority comes first, then age');
select results_eq($$ select count(*) from claim_jobs(50, interval '1 minute') $$, $$ values (7::bigint) $$, 'many may be claimed at once, but none that is not due');
select is_empty('select * from claim_jobs(50, interval ''1 minute'')', 'and none twice');

------------------------------------------------------------------------------------------------ leases
set local app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001';
create temporary view mine as select c.* from claimed c where tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001' and round = (select min(round) from claimed where tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001');
select is((select extend_lease(id, attempt_id, interval '5 minutes', 0.5) from mine), 'held', 'an attempt that lives says so');
select is((select extend_lease(id, gen_random_uuid(), interval '5 minutes') from mine), 'lost', 'another attempt is told that the job is not its own');
select ok((select not complete_job(id, gen_random_uuid(), 1, 1, 0) from mine), 'and cannot end it');
update scraping_jobs set leased_until = clock_timestamp() - interval '1 second' where id = (select id from mine);
create temporary table again as select * from claim_jobs(1, interval '1 minute');
select is((select id from again), (select id from mine), 'a job whose worker went silent is somebody else''s');
select isnt((select attempt_id from again), (select attempt_id from mine), 'under another attempt');
select ok((select not complete_job(id, attempt_id, 1, 1, 0) from mine), 'the first, should it wake, comes too late');
select is((select fail_job(id, attempt_id, 'too late') from mine), 'lost', 'and too late to fail');
select ok((select complete_job(id, attempt_id, 80, 70, 10, '{"why": "done"}') from again), 'the second ends it');
select results_eq($$ select state::text, attempts, found, created, updated, extra ->> 'why', error from scraping_jobs where id = (select id from mine) $$,
  $$ values ('completed', 2, 80, 70, 10, 'done', null) $$, 'with what it found');

------------------------------------------------------------------------------------------------ failures
create temporary view second as select c.* from claimed c where tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001' order by round desc limit 1;
select is((select fail_job(id, attempt_id, 'HTTP 500') from second), 'pending', 'what failed is tried again');
select ok((select run_at between clock_timestamp() + interval '14 seconds' and clock_timestamp() + interval '46 seconds' from scraping_jobs where id = (select id from second)), 'after half a minute, more or less');
update scraping_jobs set run_at = now(), attempts = 4, priority = 9 where id = (select id from second);
create temporary table last_try as select * from claim_jobs(1, interval '1 minute');
select is((select fail_job(id, attempt_id, 'HTTP 500') from last_try), 'dead', 'and given up after the last attempt');
select is((select message from alerts where resolved_at is null), 'A job (profile) came to no good end: HTTP 500', 'which somebody must be told');
select is((select retry_job(id) from last_try), 'pending', 'a human may try it again');
select is_empty('select * from alerts where resolved_at is null', 'which is an end of the alert');
create temporary table fatal as select * from claim_jobs(1, interval '1 minute');
select is((select fail_job(id, attempt_id, 'no such post', true) from fatal), 'failed', 'what no further attempt would mend is not tried again');
select is((select retry_job(id) from fatal), 'pending', 'but by a human');

------------------------------------------------------------------------------------------------ waiting
create temporary table waits as select * from claim_jobs(1, interval '1 minute');
select ok((select park_job(id, attempt_id, 'The budget of this month is spent.', interval '1 hour') from waits), 'a job can be put off');
select results_eq($$ select state::text, attempts from scraping_jobs where id = (select id from waits) $$, $$ values ('parked', 0) $$, 'which is no attempt');
select is_empty('select * from claim_jobs(1, interval ''1 minute'')', 'until then nobody takes it');
update scraping_jobs set run_at = clock_timestamp() where id = (select id from waits);
create temporary table waited as select * from claim_jobs(1, interval '1 minute');
select is((select id from waited), (select id from waits), 'then somebody does');
select is((select cancel_job(id) from waited), 'asked', 'a job that runs is asked to end');
select is((select extend_lease(id, attempt_id, interval '1 minute') from waited), 'cancelled', 'its worker hears of it');
select is((select fail_job(id, attempt_id, 'Cancelled.') from waited), 'cancelled', 'and ends it');
select is((select cancel_job(id) from waited), 'cancelled', 'what has ended stays as it ended');
select is((select retry_job(id) from waited), 'pending', 'a cancelled one can be begun anew');
create temporary table begun as select * from claim_jobs(1, interval '1 minute');
select ok((select hand_back_job(id, attempt_id) from begun), 'a worker that is told to stop gives its job back');
select results_eq($$ select state::text, attempts from scraping_jobs where id = (select id from begun) $$, $$ values ('pending', 0) $$, 'as if it had not begun');

insert into linkedin_connections (id, name, type, paused_until, paused_reason) values ('cccccccc-0000-4000-8000-000000000001', 'Resting', 'apify', clock_timestamp() + interval '1 hour', 'It rests.');
update scraping_jobs set connection_id = 'cccccccc-0000-4000-8000-000000000001' where state = 'pending' and tenant_id = current_tenant();
select is_empty('select * from claim_jobs(50, interval ''1 minute'')', 'a job whose connection rests is left alone');

------------------------------------------------------------------------------------------------ money
update job_accounts set monthly_budget = 10;
create temporary table paid as select app.enqueue_job('reactions', '{}') as id;
update scraping_jobs set state = 'running', attempt_id = gen_random_uuid(), started_at = now() where id = (select id from paid);
select is((select reserve_cost(id, attempt_id, 4) from scraping_jobs where id = (select id from paid)), 4::numeric, 'a job keeps what it may cost');
select is((select reserve_cost(id, attempt_id, 4) from scraping_jobs where id = (select id from paid)), 4::numeric, 'once, however often it asks');
insert into scraping_jobs (kind, state, cost, started_at) values ('reactions', 'completed', 5, now()), ('reactions', 'completed', 70, now() - interval '40 days');
select is(app.spent_this_month(), 9::numeric, 'what was spent and what is kept make the month; earlier months do not');
update scraping_jobs set connection_id = 'cccccccc-0000-4000-8000-000000000001' where cost = 5;
select is(app.spent_this_month('cccccccc-0000-4000-8000-000000000001'), 5::numeric, 'and of one connection what its own jobs have cost');
select is((select cost_this_month from connection_overview where name = 'Resting'), 5::numeric, 'which stands beside it');
insert into scraping_jobs (kind, state, attempt_id, started_at) values ('profile', 'running', 'dddddddd-0000-4000-8000-000000000001', now());
select is((select reserve_cost(id, attempt_id, 4) from scraping_jobs where kind = 'profile' and attempt_id = 'dddddddd-0000-4000-8000-000000000001'), 1::numeric, 'the next gets what is left');
-- A run that has begun to cost something keeps what it may still cost.
update scraping_jobs set cost = 0.01 where id = (select id from paid);
select is(app.spent_this_month(), 10::numeric, 'what a run has cost so far is part of what was kept for it');
update scraping_jobs set extra = '{"cost_of_earlier_runs": 0.01}', cost = 0.02 where id = (select id from paid);
select is(app.spent_this_month(), 10.01::numeric, 'and what earlier runs of the job have cost is not');
update scraping_jobs set extra = '{}', cost = 4 where id = (select id from paid);
insert into scraping_jobs (kind, state, attempt_id, started_at) values ('company', 'running', 'dddddddd-0000-4000-8000-000000000002', now());
select is((select reserve_cost(id, attempt_id, 4) from scraping_jobs where kind = 'company'), 0::numeric, 'and the one after it nothing');

------------------------------------------------------------------------------------------------ schedules
insert into job_schedules (id, name, kind, every, next_run_at) values ('99999999-0000-4000-8000-000000000001', 'Nightly', 'enrichment', '1 day', now() - interval '3 days');
select is(enqueue_scheduled_jobs(), 1::bigint, 'a schedule that is due enqueues a job');
select is(enqueue_scheduled_jobs(), 0::bigint, 'and one only, however late it was');
select ok((select next_run_at between now() + interval '21 hours' and now() + interval '27 hours' from job_schedules), 'the next comes after a day, give or take a tenth');
update job_schedules set next_run_at = now();
select is(enqueue_scheduled_jobs(), 0::bigint, 'while the last one waits, no other is enqueued');
select ok(delete_schedule('99999999-0000-4000-8000-000000000001'), 'a schedule can be deleted');
select results_eq($$ select count(*), count(schedule_id) from scraping_jobs where kind = 'enrichment' $$, $$ values (1::bigint, 0::bigint) $$, 'and its job stays');

select * from finish();
rollback;
