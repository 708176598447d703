-- Users: who may guess how often, whose session it is, and what is written down of it.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select plan(54);

create function pg_temp.t() returns uuid language sql immutable as $$ select '00000000-0000-0000-0000-000000000001'::uuid $$;
insert into tenants (id, slug, name) values ('22222222-0000-4000-8000-000000000001', 'second', 'Second');
insert into users (id, email, name, password_hash) values
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'ada@mail.example', 'Ada', 'hash of ada'), ('aaaaaaaa-0000-4000-8000-00000000000b', 'bea@mail.example', 'Bea', null);
insert into memberships (tenant_id, user_id, role) values
  (pg_temp.t(), 'aaaaaaaa-0000-4000-8000-00000000000a', 'owner'), (pg_temp.t(), 'aaaaaaaa-0000-4000-8000-00000000000b', 'viewer'),
  ('22222222-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a', 'viewer');

------------------------------------------------------------------------------------------------ guesses
create function pg_temp.guesses(login text, address text, device bytea, often integer) returns bigint
language sql as $$
  select count(*) filter (where g.wait = interval '0')
  from generate_series(1, often) n cross join lateral app.take_guess(login || left('', n), address::inet, device) g
$$;
select results_eq($$ select account, hash from app.take_guess('ada@mail.example', '192.0.2.1', null) $$,
  $$ values ('aaaaaaaa-0000-4000-8000-00000000000a'::uuid, 'hash of ada') $$, 'who may guess hears with what to compare');
select is(pg_temp.guesses('ada@mail.example', '192.0.2.2', null, 15), 9::bigint, 'ten guesses at one account, wherever they come from');
select is((select hash from app.take_guess('ada@mail.example', '192.0.2.3', null)), null, 'who is refused learns no hash');
select ok((select wait between interval '20 seconds' and interval '30 seconds' from app.take_guess('ada@mail.example', '192.0.2.3', null)),
  'and hears how long to wait');
select is(pg_temp.guesses('nobody@mail.example', '192.0.2.9', null, 15), 10::bigint, 'who does not exist has as many');
update guess_limits set theoretical_arrival = theoretical_arrival - interval '31 seconds';
select is(pg_temp.guesses('ada@mail.example', '192.0.2.4', null, 5), 1::bigint, 'half a minute gives one back');
delete from guess_limits;
select is((select sum(pg_temp.guesses('n' || n || '@mail.example', '192.0.2.1', null, 1)) from generate_series(1, 50) n), 30::numeric,
  'thirty guesses from one address, at whomever');
delete from guess_limits;
select is((select sum(pg_temp.guesses('n' || n || '@mail.example', '2001:db8:1:2::' || n, null, 1)) from generate_series(1, 50) n), 30::numeric,
  'whoever has one address of version 6 has all of its network');
delete from guess_limits;
insert into known_devices (token_hash, user_id) values (sha256('ada''s browser'), 'aaaaaaaa-0000-4000-8000-00000000000a');
select is(pg_temp.guesses('ada@mail.example', '192.0.2.66', null, 100), 10::bigint, 'somebody guesses from afar until nothing is left');
select is(pg_temp.guesses('ada@mail.example', '192.0.2.1', sha256('ada''s browser'), 3), 3::bigint, 'she signs in all the same where she has before');
select is(pg_temp.guesses('bea@mail.example', '192.0.2.1', sha256('ada''s browser'), 20), 10::bigint, 'a browser that is known for one is a stranger for another');
select is((select sum(pg_temp.guesses('ada@mail.example', '192.0.2.' || n, sha256('ada''s browser'), 1)) from generate_series(100, 130) n), 7::numeric,
  'and a browser has its own ten');
delete from guess_limits;
select is((select sum(pg_temp.guesses('n' || n || '@mail.example', '2001:db8:1:' || to_hex(n) || '::1', null, 1)) from generate_series(1, 400) n), 300::numeric,
  'sixty thousand networks of version 6 are one''s own as well');
select is(pg_temp.guesses('ada@mail.example', '2001:db8:1:1::1', sha256('ada''s browser'), 1), 1::bigint, 'and she may share them with whoever guesses');
update users set disabled_at = now() where email = 'bea@mail.example';
delete from guess_limits;
select is((select account from app.take_guess('bea@mail.example', '192.0.2.1', null)), null, 'who is disabled is not there');
update users set disabled_at = null where email = 'bea@mail.example';

------------------------------------------------------------------------------------------------ mails and limits
delete from guess_limits;
create function pg_temp.mails(login text, address text, often integer) returns bigint
language sql as $$
  select count(*) filter (where app.take_mail(login || left('', n), address::inet) = interval '0') from generate_series(1, often) n
$$;
select is(pg_temp.mails('ada@mail.example', '192.0.2.1', 9), 3::bigint, 'three mails at once to one address, whoever asks');
select is(pg_temp.mails('ada@mail.example', null, 9), 0::bigint, 'also where an owner does');
select is(pg_temp.mails('nobody@mail.example', '192.0.2.1', 9), 3::bigint, 'and to an address that is nobody''s');
update guess_limits set theoretical_arrival = theoretical_arrival - interval '59 minutes';
select is(pg_temp.mails('ada@mail.example', '192.0.2.2', 9), 1::bigint, 'within an hour another, and at its end one more: five in all');
delete from guess_limits;
select is((select sum(pg_temp.mails('n' || n || '@mail.example', '192.0.2.1', 1)) from generate_series(1, 30) n), 10::numeric, 'ten are asked for from one address');
delete from guess_limits;
select is((select sum(pg_temp.mails('n' || n || '@mail.example', '2001:db8:1:' || to_hex(n) || '::1', 1)) from generate_series(1, 200) n), 100::numeric,
  'and a hundred from whoever has many of version 6');
delete from guess_limits;
select results_eq($$ select app.take_leave('[{"key": "\\x01", "burst": 1, "every": "1 hour"}]') = interval '0' from generate_series(1, 3) $$,
  $$ values (true), (false), (false) $$, 'what is to happen once an hour does so once');
select results_eq($$ select is_known from app.take_guess('ada@mail.example', '192.0.2.1', sha256('ada''s browser')) $$, array[true], 'it is told whether a browser is known');
select is((select bool_or(g.is_known) from app.take_guess('ada@mail.example', '192.0.2.1', sha256('another browser')) g), false, 'and that another is not');

------------------------------------------------------------------------------------------------ sessions
insert into sessions (tenant_id, user_id, token_hash, expires_at) values
  (pg_temp.t(), 'aaaaaaaa-0000-4000-8000-00000000000a', sha256('one'), now() + interval '30 days'),
  ('22222222-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a', sha256('two'), now() + interval '30 days');
-- As the service, in the default tenant.
create function pg_temp.asked(statement text) returns text
language plpgsql as $$
declare
  told text;
begin
  set local app.tenant_id = '00000000-0000-0000-0000-000000000001';
  set local role rapport_app;
  execute format('select string_agg(x::text, '' '') from (%s) x', statement) into told;
  reset role;
  return told;
exception when insufficient_privilege then
  reset role;
  return 'refused';
end $$;
create function pg_temp.session(word text) returns text
language sql as $$
  select pg_temp.asked(format($q$ select email, role, rotate from app.use_session('00000000-0000-0000-0000-000000000001', sha256(%L)) $q$, word))
$$;
select is(pg_temp.session('one'), '(ada@mail.example,owner,f)', 'a session says whose it is');
select is(pg_temp.session('two'), null, 'it is one of its tenant alone');
select is(pg_temp.asked($$ select * from app.use_session('22222222-0000-4000-8000-000000000001', sha256('two')) $$), 'refused', 'and no other tenant is asked');
select is(pg_temp.asked($$ select app.take_guess('ada@mail.example', '192.0.2.1', null) $$), 'refused', 'nobody but the owner sees hashes');
select is(pg_temp.asked($$ select count(*) from app.members('00000000-0000-0000-0000-000000000001') $$), '(2)', 'a tenant sees its members');
update sessions set rotated_at = now() - interval '2 hours' where tenant_id = pg_temp.t();
select is(pg_temp.session('one'), '(ada@mail.example,owner,t)', 'a token of two hours is to be changed');
-- As a rotation leaves it.
create function pg_temp.rotated() returns void
language sql as $$
  update sessions set previous_hash = sha256('one'), token_hash = sha256('next'), rotated_at = clock_timestamp(), token_seen_at = null,
    last_used = now() - interval '2 minutes' where tenant_id = pg_temp.t()
$$;
select pg_temp.rotated();
select isnt(pg_temp.session('one'), null, 'the one before is good as long as the new one may not have come');
select isnt(pg_temp.session('next'), null, 'when it has');
select isnt(pg_temp.session('one'), null, 'the one before is good for what is under way');
update sessions set token_seen_at = now() - interval '2 minutes' where tenant_id = pg_temp.t();
select is(pg_temp.session('one'), null, 'whoever shows it later has a copy');
select is(pg_temp.session('next'), null, 'and nobody knows who is the user, so it is over for both');
select is((select count(*) from audit_log where event = 'user.token_reused'), 1::bigint, 'which is written down');
insert into sessions (tenant_id, user_id, token_hash, expires_at) values
  (pg_temp.t(), 'aaaaaaaa-0000-4000-8000-00000000000a', sha256('next'), now() + interval '30 days');
update sessions set last_used = now() - interval '8 days' where tenant_id = pg_temp.t();
select is(pg_temp.session('next'), null, 'a week of silence ends a session');
update sessions set last_used = now(), expires_at = now() where tenant_id = pg_temp.t();
select is(pg_temp.session('next'), null, 'and so does its time');

------------------------------------------------------------------------------------------------ doors
update sessions set expires_at = now() + interval '30 days';
update users set name = 'Ada E.' where email = 'ada@mail.example';
select is((select count(*) from sessions), 2::bigint, 'a name opens and closes nothing');
set local app.actor = 'the owner';
update users set password_hash = 'another' where email = 'ada@mail.example';
select is((select count(*) from sessions), 0::bigint, 'a new password ends every session, in every tenant');
select is((select count(*) from known_devices), 0::bigint, 'and makes every browser a stranger');
select results_eq($$ select tenant_id, actor from audit_log where event = 'user.password_set' order by 1 $$,
  $$ values (pg_temp.t(), 'the owner'), ('22222222-0000-4000-8000-000000000001'::uuid, 'the owner') $$, 'and each of them knows');
insert into account_links values (sha256('link'), 'set_password', 'aaaaaaaa-0000-4000-8000-00000000000a', now() + interval '1 day');
update memberships set role = 'owner' where user_id = 'aaaaaaaa-0000-4000-8000-00000000000b';
update users set disabled_at = now() where email = 'ada@mail.example';
select is((select count(*) from account_links), 0::bigint, 'a link of somebody who is disabled opens nothing');
select throws_ok($$ update users set disabled_at = now() where email = 'bea@mail.example' $$, '55006', null, 'the last owner who can sign in is not disabled');
select throws_ok($$ delete from memberships where user_id = 'aaaaaaaa-0000-4000-8000-00000000000b' $$, '55006', null, 'nor sent away: one who is disabled is none');
select lives_ok($$ update users set name = 'Adele' where email = 'ada@mail.example' $$, 'who is disabled may still be renamed');
update users set disabled_at = null where email = 'ada@mail.example';
update memberships set role = 'viewer' where user_id = 'aaaaaaaa-0000-4000-8000-00000000000b';

------------------------------------------------------------------------------------------------ owners
select throws_ok($$ delete from memberships where tenant_id = pg_temp.t() and user_id = 'aaaaaaaa-0000-4000-8000-00000000000a' $$, '55006', null,
  'the last owner stays');
select throws_ok($$ update memberships set role = 'editor' where tenant_id = pg_temp.t() and role = 'owner' $$, '55006', null, 'as an owner');
select throws_ok($$ delete from users where email = 'ada@mail.example' $$, '55006', null, 'also where the whole user would go');
update memberships set role = 'owner' where user_id = 'aaaaaaaa-0000-4000-8000-00000000000b';
select lives_ok($$ delete from users where email = 'ada@mail.example' $$, 'with another owner anybody may go');
select results_eq($$ select event, count(*) from audit_log where tenant_id = pg_temp.t() and event like 'member.%' group by 1 order by 1 $$,
  $$ values ('member.added', 2::bigint), ('member.changed', 3), ('member.removed', 1) $$, 'and all of it is written down');

select results_eq($$ select details ->> 'email' from audit_log where tenant_id = pg_temp.t() and event = 'member.added' order by id $$,
  $$ values ('ada@mail.example'), ('bea@mail.example') $$, 'with the address, by which whoever has left is known');

------------------------------------------------------------------------------------------------ identities
insert into users (id, email) values ('aaaaaaaa-0000-4000-8000-00000000000c', 'cleo@mail.example');
insert into user_identities (issuer, subject, user_id) values ('https://id.example', 'cleo', 'aaaaaaaa-0000-4000-8000-00000000000c');
select throws_ok($$ insert into user_identities (issuer, subject, user_id) values ('https://id.example', 'another', 'aaaaaaaa-0000-4000-8000-00000000000c') $$, '23505', null,
  'a service knows a user as one');
select throws_ok($$ insert into user_identities (issuer, subject, user_id) values ('https://id.example', 'cleo', 'aaaaaaaa-0000-4000-8000-00000000000b') $$, '23505', null,
  'and nobody else as that one');

select * from finish();
rollback;
