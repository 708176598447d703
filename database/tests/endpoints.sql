-- Webhooks that go out: what happens becomes a delivery for whoever wants it, in the same transaction; it is tried ten times over
-- three days, and an endpoint that is gone or takes nothing is switched off, of which somebody is told.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('aaaaaaaa-0000-4000-8000-000000000001', 'own', 'Own'), ('bbbbbbbb-0000-4000-8000-000000000001', 'other', 'Other');
insert into webhook_endpoints (tenant_id, id, name, url, sealed_secret) values
  ('bbbbbbbb-0000-4000-8000-000000000001', 'eeeeeeee-0000-4000-8000-000000000009', 'theirs', 'https://theirs.example/', '\x01');
set local app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001';
set local app.actor = 'a test';
create function pg_temp.told(of_name text) returns table (event text, facts jsonb) language sql as $$
  select d.event::text, d.facts from webhook_deliveries d join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
  where e.name = of_name order by d.created_at, d.event, d.facts -> 'people' -> 0 -> 0
$$;

------------------------------------------------------------------------------------------------ endpoints
insert into personas (tenant_id, id, name, criteria, threshold) values ('aaaaaaaa-0000-4000-8000-000000000001', 'cccccccc-0000-4000-8000-000000000001', 'Marketers', '{"title": {"include": ["marketing"]}}', 0.5);
insert into persons (tenant_id, id, name, current_title) values ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'Before', 'Marketing');
select is((select count(*) from targets where is_active), 1::bigint, 'somebody matches');
select is((select count(*) from webhook_deliveries), 0::bigint, 'of which nobody is told while nobody wants to know');

insert into webhook_endpoints (id, name, url, sealed_secret) values ('eeeeeeee-0000-4000-8000-000000000001', 'all', 'https://receiver.example/all?token=private', '\x01');
insert into webhook_endpoints (id, name, url, events, sealed_secret) values
  ('eeeeeeee-0000-4000-8000-000000000002', 'some', 'https://receiver.example/some', '{person.left,alert.raised}', '\x01');
select isnt(app.add_endpoint('third', 'https://receiver.example/third', '{import.finished}'), null, 'an endpoint is added');
select throws_like($$ select app.add_endpoint('Third', 'https://receiver.example/', '{}') $$, '%webhook_endpoints_name%', 'of which there is one of a name');
select throws_like($$ select app.add_endpoint('fourth', 'https://receiver.example/', '{person.vanished}') $$, '%person.vanished%', 'and which wants to know of what there is');
select throws_like($$ select app.add_endpoint('fourth', '', '{}') $$, '%addresses_of_endpoints_have_1_to_2000_characters%');
update webhook_endpoints set is_active = false where name = 'third';
select bag_eq($$ select format('%s %s %s %s', actor, event, details ->> 'name', details ->> 'origin') from audit_log where event like 'endpoint.%' and tenant_id = current_tenant() $$,
  array['a test endpoint.added all https://receiver.example', 'a test endpoint.added some https://receiver.example', 'a test endpoint.added third https://receiver.example', 'a test endpoint.paused third '],
  'all of which is written down, without what may be a secret');

------------------------------------------------------------------------------------------------ people
insert into persons (tenant_id, id, name, current_title, headline) values (current_tenant(), 2, 'Ada', 'VP Marketing', 'VP Marketing at Nordlicht');
select results_eq($$ select event, facts from pg_temp.told('all') $$,
  $$ values ('person.entered', (select jsonb_build_object('persona_id', persona_id, 'cause', cause, 'people', jsonb_build_array(jsonb_build_array(2, match_score))) from targets where person_id = 2)) $$,
  'who enters is told, by id and score alone');
select is_empty($$ select * from pg_temp.told('some') $$, 'but not to those who do not want to know');
select is_empty($$ select * from pg_temp.told('third') $$, 'nor to those who are paused');
select is_empty($$ select * from pg_temp.told('theirs') $$, 'nor to any other tenant');
select is((select delivery_body(id) #>> '{data,people,0,name}' from webhook_deliveries), 'Ada', 'a name is looked up when it is sent');
select is((select delivery_body(id) #>> '{data,persona,name}' from webhook_deliveries), 'Marketers', 'and so is the persona''s');
update persons set current_title = 'Gardener', headline = 'Gardener' where id = 2;
select results_eq($$ select event from pg_temp.told('all') $$, $$ values ('person.entered'), ('person.left') $$, 'who leaves is told');
select results_eq($$ select event from pg_temp.told('some') $$, $$ values ('person.left') $$, 'to each who wants to know');
update persons set name = 'Ada Example' where id = 2;
select is((select count(*) from webhook_deliveries), 3::bigint, 'what changes nobody''s match is told to nobody');
delete from persons where id = 2;
select is((select delivery_body(id) #>> '{data,people}' from webhook_deliveries where event = 'person.entered'), '[]', 'who was erased is in nothing that is sent');
select is((select count(*) from webhook_deliveries), 3::bigint, 'and of whom there is nothing, nothing is told');

delete from webhook_deliveries;
insert into persons (tenant_id, id, name, current_title) select current_tenant(), n, 'Person ' || n, 'Marketing ' from generate_series(1001, 1250) n;
select results_eq($$ select event, jsonb_array_length(facts -> 'people'), facts #>> '{people,0,0}' from pg_temp.told('all') $$,
  $$ values ('person.entered', 100, '1001'), ('person.entered', 100, '1101'), ('person.entered', 50, '1201') $$, 'a hundred people are a delivery, and those after them the next');
update personas set is_active = false where name = 'Marketers';
select results_eq($$ select event, jsonb_array_length(facts -> 'people') from pg_temp.told('some') $$, $$ values ('person.left', 100), ('person.left', 100), ('person.left', 51) $$, 'also when all leave at once');
update personas set is_active = true where name = 'Marketers';
delete from webhook_deliveries;
delete from personas where name = 'Marketers';
select is((select count(*) from webhook_deliveries), 0::bigint, 'nobody has left a persona that is gone');

------------------------------------------------------------------------------------------------ what else happens
insert into csv_imports (id, kind, format, file_name, file_bytes, file_sha256) values ('dddddddd-0000-4000-8000-000000000001', 'posts', 'posts', 'posts.csv', 1, sha256(''));
update csv_imports set lines = 2, created = 2;
select is((select count(*) from webhook_deliveries), 0::bigint, 'an import that goes on is told to nobody');
update csv_imports set state = 'completed', finished_at = now();
update csv_imports set error = 'later';
select results_eq($$ select event, facts ->> 'file_name', facts ->> 'created', facts ->> 'state' from pg_temp.told('all') $$, $$ values ('import.finished', 'posts.csv', '2', 'completed') $$, 'one that is over is, once');
delete from webhook_deliveries;
insert into linkedin_connections (id, name, type) values ('dddddddd-0000-4000-8000-000000000002', 'Apify', 'apify');
update linkedin_connections set status = 'invalid', status_reason = 'Apify does not know the token.';
select bag_eq($$ select format('%s %s', event, coalesce(facts ->> 'reason', facts ->> 'message')) from pg_temp.told('all') $$,
  array['connection.needs_attention Apify does not know the token.', 'alert.raised The connection "Apify" is invalid. Apify does not know the token.'], 'a connection that needs attention is told, and so is the alert');
select results_eq($$ select event from pg_temp.told('some') $$, $$ values ('alert.raised') $$, 'or one of them');
delete from webhook_deliveries;
insert into scraping_jobs (kind, state, attempt_id) values ('reactions', 'running', 'dddddddd-0000-4000-8000-000000000003');
select is(fail_job(id, attempt_id, 'No such post.', true), 'failed', 'a job is given up') from scraping_jobs;
select bag_eq($$ select format('%s %s', event, facts ->> 'error') from pg_temp.told('all') $$, array['job.failed No such post.', 'alert.raised '], 'which is told');
delete from webhook_deliveries;
delete from alerts;

------------------------------------------------------------------------------------------------ sending
create function pg_temp.deliver(status integer, trouble text, rest interval default null) returns text language sql as $$
  select end_sending(b.delivery, b.attempt, status, 12, 'ok', trouble, rest) from begin_sending('eeeeeeee-0000-4000-8000-000000000001') b
$$;
create function pg_temp.tell() returns void language sql as $$
  insert into webhook_deliveries (endpoint_id, event, facts) values ('eeeeeeee-0000-4000-8000-000000000001', 'endpoint.test', '{"endpoint": "all"}')
$$;
select pg_temp.tell();
create temporary table begun as select * from begin_sending('eeeeeeee-0000-4000-8000-000000000001');
select results_eq('select attempt from begun', 'values (1)', 'an attempt begins');
select is_empty($$ select * from begin_sending('eeeeeeee-0000-4000-8000-000000000001') $$, 'and nobody else''s beside it');
select ok((select next_attempt between clock_timestamp() + interval '47 seconds' and clock_timestamp() + interval '73 seconds' from webhook_deliveries),
  'the next one comes in a minute, should this one not come to its end');
select is(end_sending((select delivery from begun), 2, 200, 5, null, null), 'lost', 'another attempt cannot end it');
select is(end_sending((select delivery from begun), 1, 500, 5, 'oops', 'It answered 500.'), 'failed', 'what failed is tried again');
select results_eq($$ select failures, failing_since is not null, trouble, is_active from webhook_endpoints where name = 'all' $$, $$ values (1, true, null, true) $$, 'which is nobody''s business yet');
update webhook_deliveries set next_attempt = now();
select is(pg_temp.deliver(503, 'It answered 503.', '2 hours'), 'failed');
select ok((select next_attempt > clock_timestamp() + interval '119 minutes' from webhook_deliveries), 'not before the time that was asked for');
update webhook_deliveries set next_attempt = now();
select is(pg_temp.deliver(204, null), 'delivered', 'until it is taken');
select results_eq($$ select failures, failing_since, trouble, last_success is not null from webhook_endpoints where name = 'all' $$, $$ values (0, null::timestamptz, null, true) $$, 'and then nothing has failed');
select results_eq($$ select state::text, attempts, response_status, response_start, error, ended_at is not null from webhook_deliveries $$, $$ values ('delivered', 3, 204, 'ok', null, true) $$);
select is(replay_sending((select id from webhook_deliveries)), 'pending', 'it can be sent once more');
select is(replay_sending('dddddddd-0000-4000-8000-00000000000f'), 'missing');
select is(pg_temp.deliver(200, null), 'delivered');
select is((select string_agg((extract(epoch from min_rest) / 60)::int || '-' || (extract(epoch from max_rest) / 60)::int, ' ' order by n)
  from (select n, min(rest_after(n)) as min_rest, max(rest_after(n)) as max_rest from generate_series(1, 9) n, generate_series(1, 2000) g where g > 0 group by n) r
  where min_rest >= (array[48, 240, 1440, 5760, 14400, 28800, 40320, 51840, 69120])[n] * interval '1 second'
    and max_rest <= (array[72, 360, 2160, 8640, 21600, 43200, 60480, 77760, 103680])[n] * interval '1 second') is not null, true, 'rests are of the list, a fifth shorter or longer');
select is((select count(distinct rest_after(1)) > 10 from generate_series(1, 100)), true, 'and no two are the same');

delete from webhook_deliveries;
select pg_temp.tell();
update webhook_deliveries set attempts = 9;
select is(pg_temp.deliver(404, 'It answered 404.'), 'dead', 'the tenth attempt is the last');
select results_eq($$ select kind::text, message from alerts where resolved_at is null $$,
  $$ values ('webhook', 'The endpoint "all" needs attention. A delivery was given up after ten attempts. The last time: It answered 404.') $$, 'and somebody is told');
select results_eq($$ select event from pg_temp.told('some') $$, $$ values ('alert.raised') $$, 'also the other endpoints');
select is((select count(*) from pg_temp.told('all') where event = 'alert.raised'), 0::bigint, 'but not the one that it is about');
select pg_temp.tell();
select is(pg_temp.deliver(200, null), 'delivered');
select is((select count(*) from alerts where resolved_at is null), 0::bigint, 'until something is taken');
select pg_temp.tell();
update webhook_deliveries set attempts = 10 where state = 'pending';
select is_empty($$ select * from begin_sending('eeeeeeee-0000-4000-8000-000000000001') $$, 'what was begun ten times and never ended is not begun again');
select is((select count(*) from webhook_deliveries where state = 'dead' and error like 'The program stopped%'), 1::bigint, 'but given up');

------------------------------------------------------------------------------------------------ switching off
update webhook_endpoints set failures = 9, failing_since = now() - interval '2 days' where name = 'all';
select pg_temp.tell();
select is(pg_temp.deliver(500, 'It answered 500.'), 'failed');
select is((select is_active from webhook_endpoints where name = 'all'), true, 'two days are not long');
update webhook_endpoints set failing_since = now() - interval '73 hours' where name = 'all';
update webhook_deliveries set next_attempt = now() where state = 'failed';
select is(pg_temp.deliver(500, 'It answered 500.'), 'failed');
select results_eq($$ select is_active, trouble like 'Nothing was taken there for three days%' from webhook_endpoints where name = 'all' $$, $$ values (false, true) $$, 'three days are');
select is((select count(*) from alerts where resolved_at is null and message like '%switched off%'), 1::bigint, 'and somebody is told');
delete from webhook_deliveries where endpoint_id = 'eeeeeeee-0000-4000-8000-000000000002';
select is_empty($$ select * from claim_endpoints(9, '1 minute') $$, 'nothing is sent there');
update webhook_endpoints set is_active = true where name = 'all';
select results_eq($$ select failures, failing_since, trouble from webhook_endpoints where name = 'all' $$, $$ values (0, null::timestamptz, null) $$, 'whoever resumes it begins anew');
select is((select count(*) from alerts where resolved_at is null), 0::bigint, 'and nobody has to look at it any more');
select ok((select bool_and(next_attempt <= clock_timestamp()) from webhook_deliveries where state in ('pending', 'failed')), 'what waits need not wait any longer');
select is(pg_temp.deliver(410, 'It answered 410.'), 'dead', 'what is gone takes nothing, ever');
select results_eq($$ select is_active, trouble like '%(410)%' from webhook_endpoints where name = 'all' $$, $$ values (false, true) $$, 'and is switched off');
select is((select count(*) from audit_log where event = 'endpoint.paused' and details ? 'why'), 2::bigint, 'which is written down with the reason');
update webhook_endpoints set is_active = true where name = 'all';

------------------------------------------------------------------------------------------------ turns
delete from webhook_deliveries;
insert into webhook_endpoints (id, name, url, sealed_secret) select gen_random_uuid(), 'many ' || n, 'https://receiver.example/', '\x01' from generate_series(1, 17) n;
select throws_like($$ select app.add_endpoint('one too many', 'https://receiver.example/', '{}') $$, '%twenty endpoints at most%', 'there is a most');
insert into webhook_deliveries (tenant_id, endpoint_id, event, facts, next_attempt)
select tenant_id, id, 'endpoint.test', '{}', now() - case tenant_id when current_tenant() then interval '1 hour' else interval '1 minute' end from webhook_endpoints;
create temporary table claimed as select * from claim_endpoints(2, '1 minute');
select is((select count(distinct tenant_id) from claimed), 2::bigint, 'tenants take turns, however long the others have waited');
insert into claimed select * from claim_endpoints(50, '1 minute');
select is((select count(*) from claimed where tenant_id = current_tenant()), 4::bigint, 'and none has more than four at a time');
select is_empty($$ select * from claim_endpoints(50, '1 minute') $$);
update webhook_endpoints set busy_until = clock_timestamp() - interval '1 second' where id = (select min(id::text)::uuid from claimed where tenant_id = current_tenant());
select is((select count(*) from claim_endpoints(50, '1 minute')), 1::bigint, 'what a dead worker held is anybody''s again');

------------------------------------------------------------------------------------------------ secrets and time
update webhook_endpoints set sealed_secret = '\x11', sealed_previous = '\x12', previous_until = now() + interval '1 day' where name = 'all';
select ok(seal_anew('webhook_endpoints', 'eeeeeeee-0000-4000-8000-000000000001', '\x12', '\x13'), 'either secret can be sealed anew');
select ok(seal_anew('webhook_endpoints', 'eeeeeeee-0000-4000-8000-000000000001', '\x11', '\x14'));
select results_eq($$ select sealed_secret, sealed_previous from webhook_endpoints where name = 'all' $$, $$ values ('\x14'::bytea, '\x13'::bytea) $$, 'each in its own column');
select bag_eq($$ select format('%s %s', column_name, sealed) from sealed_values where row_id = 'eeeeeeee-0000-4000-8000-000000000001' $$, array['sealed_previous \x13', 'sealed_secret \x14'], 'and both are counted among what is sealed');
select throws_like($$ update webhook_endpoints set previous_until = null where name = 'all' $$, '%an_endpoints_previous_secret_has_an_end%', 'an old secret has an end');
delete from webhook_deliveries;
insert into webhook_deliveries (endpoint_id, event, facts, created_at) select 'eeeeeeee-0000-4000-8000-000000000001', 'endpoint.test', '{}', now() - days * interval '1 day' from (values (3), (5), (29), (31)) v(days);
select is(purge_sendings(), 1::bigint, 'after thirty days a delivery is forgotten');
select is(purge_sendings('0'), 2::bigint, 'nobody can have those forgotten that are still tried');
delete from webhook_endpoints where name = 'all';
select is((select count(*) from webhook_deliveries), 0::bigint, 'an endpoint takes its deliveries along');
select lives_ok($$ select delete_tenant(current_tenant()) $$, 'and a tenant all of them');
select is((select count(*) from webhook_endpoints where name <> 'theirs'), 0::bigint);

select * from finish();
rollback;
