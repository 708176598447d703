-- Reports: whose links open, how often they may be asked for, what is written down, and when they are forgotten.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into reports (tenant_id, title, token_hash, content, made_by, expires_at, revoked_at) values
  (current_tenant(), 'Good', sha256('1'), '{}', 'x', now() + interval '1 day', null),
  (current_tenant(), 'Over', sha256('2'), '{}', 'x', now() - interval '1 second', null),
  (current_tenant(), 'Taken back', sha256('3'), '{}', 'x', now() + interval '1 day', now()),
  (current_tenant(), 'Long over', sha256('4'), '{}', 'x', now() - interval '31 days', null),
  (current_tenant(), 'Long taken back', sha256('5'), '{}', 'x', now() + interval '300 days', now() - interval '31 days');
select results_eq('select title from reports where is_open(reports)', $$ values ('Good') $$, 'a link opens its report until its time is over, or until it is taken back');
select throws_ok(statement, '23514', null, sentence)
from (values
  ($$ update reports set title = ' ' $$, 'a report has a title'), ($$ update reports set content = '[]' $$, 'its content is an object'),
  ($$ update reports set token_hash = '\x00' $$, 'a hash has 32 bytes')) v(statement, sentence);
select throws_ok($$ update reports set token_hash = sha256('1') where title = 'Over' $$, '23505', null, 'a token opens one report');

select is(purge_reports(), 2::bigint, 'what ended 30 days ago is forgotten, whichever way it ended');
select bag_eq('select title from reports', $$ values ('Good'), ('Over'), ('Taken back') $$, 'and nothing else');

update reports set revoked_at = now(), opened = 7 where title = 'Good';
update reports set opened = 8;
select results_eq($$ select event, details ->> 'name' from audit_log where event = 'report.revoked' $$, $$ values ('report.revoked', 'Good') $$,
  'that a link was taken back is written down once, and not that it was opened');
select is((select count(*) from audit_log where event = 'report.made' and tenant_id = current_tenant()), 5::bigint, 'and that one was made');
select is_empty($$ select from audit_log where details::text ~ 'token|hash' $$, 'its token is written down nowhere');

select is((select count(*) from generate_series(1, 60) where take_report('192.0.2.7') = interval '0'), 60::bigint, 'an address may open sixty at once');
select ok(take_report('192.0.2.7') > interval '0', 'and then waits');
select ok(take_report('192.0.2.8') = interval '0', 'another does not wait for it');
select is((select count(*) from generate_series(1, 60) n where take_report(format('2001:db8:0:1::%s', n)::inet) = interval '0'), 60::bigint, 'a network of version 6 is one address');
select ok(take_report('2001:db8:0:1::ffff') > interval '0', 'whatever of it is used');
select ok(take_report('2001:db8:0:2::1') = interval '0', 'another network of it is another');
update guess_limits set theoretical_arrival = now() - interval '1 minute';
select ok(take_report('192.0.2.7') = interval '0', 'a minute later it may open one again');

select * from finish();
rollback;
