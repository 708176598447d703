-- Webhooks that come in: a delivery is stored once, tried eight times, and worked through once; what nobody can use is an alert.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('aaaaaaaa-0000-4000-8000-000000000001', 'own', 'Own'), ('bbbbbbbb-0000-4000-8000-000000000001', 'other', 'Other');
set local app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000001';
insert into linkedin_connections (id, name, type) values
  ('cccccccc-0000-4000-8000-000000000001', 'Apify', 'apify'), ('cccccccc-0000-4000-8000-000000000002', 'Our page', 'company_page');
insert into webhook_sources (id, name, kind, connection_id) values
  ('dddddddd-0000-4000-8000-000000000001', 'zapier', 'generic', null),
  ('dddddddd-0000-4000-8000-000000000002', 'page', 'linkedin', 'cccccccc-0000-4000-8000-000000000002');

------------------------------------------------------------------------------------------------ sources
select throws_like($$ insert into webhook_sources (name, kind) values ('Zapier', 'generic') $$, '%webhook_names_are_lower_case_words%', 'a name is what an address can hold');
select throws_like($$ insert into webhook_sources (name, kind) values ('zapier', 'apify') $$, '%webhook_sources_name%', 'and there is one of it');
select throws_like($$ update webhook_sources set sealed_previous = '\x01' $$, '%a_previous_secret_has_an_end%', 'an old secret has an end');
update webhook_sources set sealed_secret = '\x01', sealed_previous = '\x02', previous_until = now() + interval '1 day' where name = 'zapier';
select ok(seal_anew('webhook_sources', 'dddddddd-0000-4000-8000-000000000001', '\x02', '\x03'), 'either secret can be sealed anew');
select ok(seal_anew('webhook_sources', 'dddddddd-0000-4000-8000-000000000001', '\x01', '\x04'));
select ok(not seal_anew('webhook_sources', 'dddddddd-0000-4000-8000-000000000001', '\x01', '\x05'), 'but not what somebody else has written meanwhile');
select results_eq($$ select sealed_secret, sealed_previous from webhook_sources where name = 'zapier' $$, $$ values ('\x04'::bytea, '\x03'::bytea) $$, 'each in its own column');
select bag_eq($$ select format('%s %s', column_name, sealed) from sealed_values where table_name = 'webhook_sources' $$,
  array['sealed_previous \x03', 'sealed_secret \x04'], 'and both are counted among what is sealed');

------------------------------------------------------------------------------------------------ taking
create function pg_temp.take(id text, body text default '{}', most integer default 3) returns text language sql as $$
  select app.take_delivery('dddddddd-0000-4000-8000-000000000001', id, '{"user-agent": "test"}', convert_to(body, 'UTF8'), most)
$$;
select is(pg_temp.take('one'), 'stored', 'a delivery is stored');
select is(pg_temp.take('one', '{"other": true}'), 'known', 'once, whatever comes under its id');
select results_eq($$ select delivery_id, body, state::text from webhook_inbox $$, $$ values ('one', '\x7b7d'::bytea, 'pending') $$, 'and the first one stays');
select is(pg_temp.take(id), 'stored') from (values ('two'), ('three')) v(id);
select is(pg_temp.take('four'), 'full', 'when too many wait, no more are taken');
select is(pg_temp.take('two'), 'known', 'but what is there is there');
select throws_ok($$ select app.take_delivery('dddddddd-0000-4000-8000-000000000009', 'x', '{}', '\x', 3) $$, '23503', null, 'nothing is stored for nobody');

------------------------------------------------------------------------------------------------ working through
create function pg_temp.claim(wanted uuid default null) returns table (delivery uuid, attempt integer, name text) language sql as $$
  select c.delivery, c.attempt, i.delivery_id from app.claim_delivery(wanted) c join webhook_inbox i on i.id = c.delivery
$$;
update webhook_inbox set next_attempt = now() - case delivery_id when 'one' then interval '3 minutes' when 'two' then interval '2 minutes' else interval '1 minute' end;
create temporary table claimed as select * from pg_temp.claim();
select results_eq('select name, attempt from claimed', $$ values ('one', 1) $$, 'what has waited longest comes first');
select ok((select next_attempt between clock_timestamp() + interval '14 seconds' and clock_timestamp() + interval '46 seconds' from webhook_inbox where delivery_id = 'one'),
  'and has its next turn in half a minute, should this one not come to its end');
select is((select name from pg_temp.claim()), 'two', 'nobody else gets it meanwhile');
select ok(not end_delivery((select delivery from claimed), 2, '{}'), 'another attempt cannot end it');
select ok(end_delivery((select delivery from claimed), 1, '{"created": 1}'), 'its own can');
select ok(not end_delivery((select delivery from claimed), 1, '{"created": 2}'), 'but once');
select results_eq($$ select state::text, outcome ->> 'created', processed_at is not null, error from webhook_inbox where delivery_id = 'one' $$, $$ values ('delivered', '1', true, null) $$,
  'with what became of it');
select is((select last_delivery from webhook_sources where name = 'zapier'), (select received_at from webhook_inbox where delivery_id = 'one'), 'the source has had a delivery');

select is(fail_delivery((select id from webhook_inbox where delivery_id = 'two'), 1, 'the database was away', false), 'failed', 'what failed is tried again');
select is(fail_delivery((select id from webhook_inbox where delivery_id = 'two'), 7, 'late', false), 'lost', 'whoever comes late changes nothing');
select is((select count(*) from alerts), 0::bigint, 'which is nobody''s business yet');
update webhook_inbox set attempts = 7, next_attempt = now() where delivery_id = 'two';
select is((select attempt from pg_temp.claim((select id from webhook_inbox where delivery_id = 'two'))), 8, 'a wanted one is found among others');
select is(fail_delivery((select id from webhook_inbox where delivery_id = 'two'), 8, 'the database was away', false), 'dead', 'the eighth attempt is the last');
select results_eq('select kind::text, message from alerts where resolved_at is null',
  $$ values ('webhook', 'The webhook zapier brought something that cannot be used: the database was away (rapport hook deliveries --state dead)') $$, 'and somebody is told');

update webhook_inbox set attempts = 8, next_attempt = now() where delivery_id = 'three';
select is_empty('select * from pg_temp.claim()', 'what was begun eight times and never ended is not begun again');
select matches((select error from webhook_inbox where delivery_id = 'three' and state = 'dead'), '^The program stopped', 'but given up');
select is((select count(*) from alerts), 1::bigint, 'under the same alert');
select results_eq($$ select waiting, dead, last_delivery is not null from webhook_source_overview where name = 'zapier' $$, $$ values (0, 2, true) $$, 'the overview counts them');

------------------------------------------------------------------------------------------------ once more
select is(replay_delivery((select id from webhook_inbox where delivery_id = 'two')), 'pending', 'a dead one can be tried once more');
select is(replay_delivery((select id from webhook_inbox where delivery_id = 'one')), 'pending', 'and one that went well');
select results_eq($$ select state::text, attempts, outcome, error, processed_at from webhook_inbox where delivery_id = 'one' $$, $$ values ('pending', 0, null::jsonb, null, null::timestamptz) $$,
  'as if it had just come');
select is(replay_delivery('eeeeeeee-0000-4000-8000-000000000001'), 'missing', 'one that is not there cannot');
select is((select count(*) from alerts where resolved_at is null), 1::bigint, 'the alert stays while one is dead');
select is(replay_delivery((select id from webhook_inbox where delivery_id = 'three')), 'pending');
select is((select count(*) from alerts where resolved_at is null), 0::bigint, 'and goes with the last of them');

------------------------------------------------------------------------------------------------ hints
select is(hint_run('HG7ML7M8z78YcAPEB', 'cccccccc-0000-4000-8000-000000000001'), 'enqueued', 'somebody says that a run has ended');
select is(hint_run('HG7ML7M8z78YcAPEB', 'cccccccc-0000-4000-8000-000000000001'), 'known', 'and says it again');
select results_eq('select kind::text, input, connection_id, apify_run_id from scraping_jobs',
  $$ values ('apify_run', '{"run": "HG7ML7M8z78YcAPEB"}'::jsonb, 'cccccccc-0000-4000-8000-000000000001'::uuid, 'HG7ML7M8z78YcAPEB') $$, 'which is one job, that asks Apify');
update scraping_jobs set state = 'parked', run_at = now() + interval '1 hour';
select is(hint_run('HG7ML7M8z78YcAPEB', 'cccccccc-0000-4000-8000-000000000001'), 'known');
select ok((select run_at <= clock_timestamp() from scraping_jobs), 'a job that waits for the run need not wait any longer');
update scraping_jobs set run_at = 'infinity';
select is(hint_run('HG7ML7M8z78YcAPEB', 'cccccccc-0000-4000-8000-000000000001'), 'known');
select ok((select run_at = 'infinity' from scraping_jobs), 'unless it waits for a human');
delete from scraping_jobs;
select is(hint_sync('cccccccc-0000-4000-8000-000000000002'), 'enqueued', 'somebody says that there is something new on a page');
select is(hint_sync('cccccccc-0000-4000-8000-000000000002'), 'known', 'while a look is about to begin, one is enough');
update scraping_jobs set state = 'running', attempt_id = gen_random_uuid(), leased_until = now() + interval '1 minute';
select is(hint_sync('cccccccc-0000-4000-8000-000000000002'), 'enqueued', 'one that has begun may have looked already');
select is((select count(*) from scraping_jobs where kind = 'sync'), 2::bigint, 'so there are two');
update scraping_jobs set state = 'parked' where state = 'pending';
select is(hint_sync('cccccccc-0000-4000-8000-000000000002'), 'known', 'one that waits for the calls of tomorrow is enough too');
update scraping_jobs set state = 'failed', finished_at = now();
select is(hint_sync('cccccccc-0000-4000-8000-000000000002'), 'failed', 'what LinkedIn refused for good is not asked for again');
insert into scraping_jobs (kind, connection_id, state, finished_at) values ('sync', 'cccccccc-0000-4000-8000-000000000002', 'completed', now() + interval '1 second');
select is(hint_sync('cccccccc-0000-4000-8000-000000000002'), 'enqueued', 'until somebody has mended it');

------------------------------------------------------------------------------------------------ forgetting
delete from webhook_inbox;
select is((select last_delivery is not null from webhook_sources where name = 'zapier'), true, 'the source remembers that it had deliveries');
insert into webhook_inbox (source_id, delivery_id, body, state, received_at, processed_at)
select s.id, s.name || ' ' || v.state || ' ' || v.hours, '{}', v.state::delivery_state, now() - v.hours * interval '1 hour', now() - v.hours * interval '1 hour'
from webhook_sources s, (values ('delivered', 47), ('delivered', 49), ('delivered', 71), ('delivered', 73), ('dead', 49), ('dead', 700), ('delivered', 721), ('dead', 721)) v(state, hours);
insert into webhook_inbox (source_id, delivery_id, body) values ('dddddddd-0000-4000-8000-000000000001', 'waits', '{}');
insert into webhook_inbox (source_id, delivery_id, body, received_at)
select id, 'page waits ' || hours, '{}', now() - hours * interval '1 hour' from webhook_sources, (values (46), (48)) v(hours) where name = 'page';
select is(purge_deliveries(), 4::bigint, 'after thirty days a delivery is forgotten');
select bag_eq('select delivery_id from webhook_inbox where body is not null', array['zapier delivered 47', 'page delivered 47', 'zapier dead 49', 'zapier dead 700', 'waits', 'page waits 46'],
  'after two days its body is wiped, but for what waits, and for what somebody may mend; LinkedIn''s is wiped even then');
select results_eq($$ select state::text, error from webhook_inbox where delivery_id = 'page waits 48' $$,
  $$ values ('dead', 'Nobody worked it through within the 48 hours for which LinkedIn allows to keep it.') $$, 'and nobody waits for what is gone');
select is(replay_delivery((select id from webhook_inbox where delivery_id = 'zapier delivered 49')), 'wiped', 'without a body nothing can be done once more');
select is(purge_deliveries(interval '0'), 4::bigint, 'nobody can have them forgotten');
select is((select count(*) from webhook_inbox where processed_at > now() - interval '3 days'), 9::bigint, 'within three days, for which senders repeat themselves');

------------------------------------------------------------------------------------------------ leaving
insert into webhook_inbox (source_id, delivery_id, body, state, processed_at, error) values ('dddddddd-0000-4000-8000-000000000002', 'bad', '{}', 'pending', null, null);
select fail_delivery((select id from webhook_inbox where delivery_id = 'bad'), 0, 'no', true);
select ok(exists (select from alerts where webhook_source_id = 'dddddddd-0000-4000-8000-000000000002' and resolved_at is null), 'one that can never be used is dead at once');
select ok(delete_connection('cccccccc-0000-4000-8000-000000000002'), 'a connection that is deleted');
select is_empty($$ select name from webhook_sources where name = 'page' $$, 'takes its webhook along');
select is_empty($$ select * from alerts where webhook_source_id = 'dddddddd-0000-4000-8000-000000000002' $$, 'with its alerts');

------------------------------------------------------------------------------------------------ the merge
-- What a webhook tells goes the way of imported files, and may come in any order.
insert into posts (id, activity_id) values (71, 7345012345678901248);
create function pg_temp.told(kind text, reaction text, at timestamptz, basis text default 'exact') returns text language sql as $$
  select format('%s %s %s', (c).created, (c).updated, (c).unchanged)
  from app.merge_engagements('aaaaaaaa-0000-4000-8000-000000000001', null, 'webhook', jsonb_build_array(jsonb_build_object(
    'n', 1, 'member_id', 'ACoAAAexample901', 'slug', 'ada-example', 'name', 'Ada Example', 'post_id', 71, 'engagement_type', kind, 'reaction_type', reaction,
    'engaged_at', at, 'time_basis', basis))) c
$$;
select is(pg_temp.told('reaction', 'praise', '2026-07-02 10:00Z'), '1 0 0', 'a reaction that is told of with its time');
select is(pg_temp.told('reaction', 'like', '2026-07-01 10:00Z'), '0 0 1', 'an earlier one, told of later, changes nothing');
select is(pg_temp.told('reaction', 'interest', '2026-07-03 10:00Z'), '0 1 0', 'a later one takes its place');
select is(pg_temp.told('reaction', 'praise', '2026-07-02 10:00Z'), '0 0 1', 'and stays when the one before comes again');
select is(pg_temp.told('reaction', 'like', '2026-07-04 10:00Z', 'first_seen'), '0 1 0', 'what an export has seen since is what it is now');
select results_eq('select reaction_type::text, engaged_at, time_basis::text, source::text from engagements', $$ values ('like', timestamptz '2026-07-03 10:00Z', 'exact', 'webhook') $$,
  'at the time that is known best');
select is(pg_temp.told('share', null, '2026-07-02 10:00Z'), '1 0 0', 'a share');
select is(pg_temp.told('share', null, '2026-07-02 10:00Z'), '0 0 1', 'is one share, however often it is told of');
select is(pg_temp.told('share', null, '2026-07-02 10:01Z'), '1 0 0', 'and at another time another');

select * from finish();
rollback;
