-- Connections: a status that changes leaves since when and an alert; calls are granted by pace, quota and state; failures in
-- a row pause a connection.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('aaaaaaaa-0000-4000-8000-000000000001', 'own', 'Own');
set local app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001';
insert into linkedin_connections (id, name, type, api_call_limit) values
  ('cccccccc-0000-4000-8000-000000000001', 'Apify', 'apify', null),
  ('cccccccc-0000-4000-8000-000000000002', 'My cookies', 'personal', 3);

------------------------------------------------------------------------------------------------ alerts
select is_empty('select * from alerts', 'a new connection is no alert');
update linkedin_connections set status = 'expiring', status_reason = 'li_at ends on 1 December: export the cookies again.' where name = 'My cookies';
select results_eq('select message from alerts where resolved_at is null', $$ values ('The connection "My cookies" is about to expire. li_at ends on 1 December: export the cookies again.') $$,
  'a connection that is about to expire raises an alert that says what to do');
update linkedin_connections set last_validated = now() where name = 'My cookies';
select is((select count(*) from alerts), 1::bigint, 'a check that finds the same raises no second one');
update linkedin_connections set status = 'expired', status_reason = 'li_at ended on 1 December: export the cookies again.' where name = 'My cookies';
select results_eq('select count(*) filter (where resolved_at is null), count(*) from alerts', $$ values (1::bigint, 2::bigint) $$, 'another status takes the place of the alert');
update linkedin_connections set status = 'valid', status_reason = null where name = 'My cookies';
select is((select count(*) from alerts where resolved_at is null), 0::bigint, 'a connection that is valid again resolves it');
select ok((select status_since > now() from linkedin_connections where name = 'My cookies'), 'and the status has its time');
insert into linkedin_connections (name, type, status, status_reason) values ('Broken', 'personal', 'invalid', 'li_at is missing.');
select is((select message from alerts where resolved_at is null), 'The connection "Broken" is invalid. li_at is missing.', 'also one that is born broken');

------------------------------------------------------------------------------------------------ pace
create temporary table asked as
  select n, t.* from generate_series(1, 30) n cross join lateral app.take_call('cccccccc-0000-4000-8000-000000000001', 'runs', case when n > 0 then null::uuid end) t;
select cmp_ok((select count(*) from asked where granted), '>=', 20::bigint, 'a burst is granted');
select cmp_ok((select count(*) from asked where granted), '<', 30::bigint, 'and what comes after it has to wait');
select is_empty($$ select * from asked where not granted and (wait is null or wait <= interval '0' or wait > interval '50 milliseconds' * 2) $$, 'for about as long as the pace says');
select results_eq($$ select count(*), max(daily_api_calls)::bigint from api_calls, linkedin_connections c where c.name = 'Apify' $$,
  $$ select count(*) filter (where granted), count(*) filter (where granted) from asked $$, 'every call that is granted has its row and is counted, and no other');
update rate_limits set theoretical_arrival = '-infinity', blocked_until = clock_timestamp() + interval '1 minute' where endpoint = 'runs';
select results_eq($$ select granted, reason from take_call('cccccccc-0000-4000-8000-000000000001', 'runs') $$, $$ values (false, 'the other side asked for a rest') $$, 'a rest that was asked for is kept');
select results_eq($$ select granted from take_call('cccccccc-0000-4000-8000-000000000001', 'datasets') $$, $$ values (true) $$, 'by that class of endpoints alone');
update rate_limits set emission_interval = '1 hour', burst = 1, blocked_until = null, theoretical_arrival = '-infinity' where endpoint = 'runs';
select results_eq($$ select granted from generate_series(1, 2) n cross join lateral take_call('cccccccc-0000-4000-8000-000000000001', 'runs', case when n > 0 then null::uuid end) $$, $$ values (true), (false) $$,
  'a pace that somebody set stays as it is');

------------------------------------------------------------------------------------------------ quota
update linkedin_connections set daily_api_calls = 3, last_api_call = now() where name = 'My cookies';
select results_eq($$ select granted, wait between interval '0' and interval '24 hours', reason from take_call('cccccccc-0000-4000-8000-000000000002', 'voyager') $$,
  $$ values (false, true, 'the connection''s 3 calls of today are used up') $$, 'the day''s calls are used up, until midnight UTC');
update linkedin_connections set last_api_call = now() - interval '1 day' where name = 'My cookies';
select results_eq($$ select granted from take_call('cccccccc-0000-4000-8000-000000000002', 'voyager') $$, $$ values (true) $$, 'on the next day there are new ones');
select is((select daily_api_calls from linkedin_connections where name = 'My cookies'), 1, 'counted from one');
update linkedin_connections set api_call_limit = 0 where name = 'My cookies';
select results_eq($$ select granted, wait from take_call('cccccccc-0000-4000-8000-000000000002', 'voyager') $$, $$ values (false, null::interval) $$, 'a limit of 0 waits for a human');
select results_eq($$ select granted, reason from take_call((select id from linkedin_connections where name = 'Broken'), 'voyager') $$, $$ values (false, 'the connection is invalid') $$,
  'no call is made with what is known to be broken');
select results_eq($$ select granted from take_call((select id from linkedin_connections where name = 'Broken'), 'oauth') $$, $$ values (true) $$,
  'but for the one that brings new credentials');

------------------------------------------------------------------------------------------------ the circuit breaker
create function pg_temp.call(fails boolean) returns boolean language sql as $$
  with t as (select * from app.take_call('cccccccc-0000-4000-8000-000000000001', 'datasets')),
  f as (select t.granted, case when t.granted then app.finish_call(t.call_id, case when fails then 500 else 200 end, 12, 300, case when fails then 'HTTP 500' end, fails)::text end as done from t)
  select granted from f
$$;
update rate_limits set emission_interval = '1 microsecond', burst = 1000, theoretical_arrival = '-infinity';
select ok(bool_and(pg_temp.call(true)), 'failures are noted down') from generate_series(1, 4) n where n > 0;
select ok(pg_temp.call(false), 'and forgotten with a success');
select is((select failures from linkedin_connections where name = 'Apify'), 0, 'as if there had been none');
select ok(pg_temp.call(true)) from generate_series(1, 5) n;
select results_eq($$ select granted, reason from take_call('cccccccc-0000-4000-8000-000000000001', 'datasets') $$, $$ values (false, 'The last 5 calls failed: HTTP 500') $$, 'five in a row pause the connection');
select is((select message from alerts where resolved_at is null and connection_id = 'cccccccc-0000-4000-8000-000000000001'), 'The connection "Apify" is paused. The last 5 calls failed: HTTP 500', 'which is an alert');
update linkedin_connections set paused_until = clock_timestamp() - interval '1 second' where name = 'Apify';
select results_eq($$ select granted from generate_series(1, 2) n cross join lateral take_call('cccccccc-0000-4000-8000-000000000001', 'datasets', case when n > 0 then null::uuid end) $$, $$ values (true), (false) $$,
  'after the pause one call is let through to see, and one only');
select app.finish_call((select max(id) from api_calls), 500, 1, 1, 'HTTP 500', true);
select ok((select paused_until > clock_timestamp() + interval '110 seconds' from linkedin_connections where name = 'Apify'), 'if it fails the pause is twice as long');
update linkedin_connections set paused_until = clock_timestamp() - interval '1 second' where name = 'Apify';
select ok(pg_temp.call(false), 'if it goes well');
select ok((select paused_until is null and failures = 0 from linkedin_connections where name = 'Apify'), 'the pause is over');
select is_empty($$ select * from alerts where resolved_at is null and connection_id = 'cccccccc-0000-4000-8000-000000000001' $$, 'and the alert with it');
select results_eq($$ select sum(calls)::bigint, sum(failed)::bigint, sum(unanswered)::bigint from call_summary $$,
  $$ select count(*), count(*) filter (where error is not null), count(*) filter (where status is null) from api_calls $$, 'the summary counts the calls');

------------------------------------------------------------------------------------------------ what a new connection may do
select results_eq($$
  select t, app.default_call_limit(t::connection_type), (app.default_rate(t::connection_type, 'any')).emission_interval, (app.default_rate(t::connection_type, 'any')).burst
  from unnest(array['personal', 'company_page', 'campaign_manager', 'apify']) t $$,
  $$ values ('personal', 40, interval '90 seconds', 2), ('company_page', 100, interval '1 second', 5), ('campaign_manager', 1000, interval '500 milliseconds', 10),
    ('apify', null::integer, interval '50 milliseconds', 20) $$, 'with cookies a human''s pace, and few calls a day');

------------------------------------------------------------------------------------------------ how long calls are kept
update api_calls set called_at = now() - interval '91 days' where id = (select min(id) from api_calls);
update api_calls set called_at = now() - interval '89 days' where id = (select max(id) from api_calls);
create temporary table kept as select id from api_calls where called_at > now() - interval '90 days';
select is(app.purge_calls(), 1::bigint, 'a call of more than 90 days ago is forgotten');
select bag_eq('select id from api_calls', 'select id from kept', 'and no other');

------------------------------------------------------------------------------------------------ leaving
insert into scraping_jobs (kind, connection_id, state) values ('reactions', 'cccccccc-0000-4000-8000-000000000001', 'completed'), ('reactions', 'cccccccc-0000-4000-8000-000000000001', 'pending');
select ok(delete_connection('cccccccc-0000-4000-8000-000000000001'), 'a connection can be deleted');
select bag_eq('select state::text from scraping_jobs where connection_id is null', array['completed', 'cancelled'], 'its jobs stay, and what had not begun is cancelled');
select ok(not delete_connection('cccccccc-0000-4000-8000-000000000001'), 'but once');

select * from finish();
rollback;
