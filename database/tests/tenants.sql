-- Tenants: who acts for which, and what a new one starts with.  What a tenant cannot see, and how one leaves, is in walls.sql.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio'), ('eeeeeeee-0000-4000-8000-000000000002', 'other', 'Other');

select is((select slug from tenants where id = '00000000-0000-0000-0000-000000000001'), 'default', 'a new database has one tenant, called default');
select is((select count(*) from matching_state where tenant_id in ('eeeeeeee-0000-4000-8000-000000000001', 'eeeeeeee-0000-4000-8000-000000000002')), 2::bigint, 'every tenant can be matched from its first moment');
select throws_ok(statement, '23514', null, sentence)
from (values
  ('insert into tenants (slug, name) values (''Big Studio'', ''x'')', 'a slug is lower case words'), ('insert into tenants (slug, name) values (''x'', '''')', 'a tenant has a name'),
  ('insert into tenants (slug, name, currency) values (''x'', ''x'', ''euro'')', 'a currency is its code')) v(statement, sentence);
select throws_ok($$ insert into tenants (slug, name) values ('studio', 'Another') $$, '23505', null, 'a slug names one tenant');
select throws_ok($$ insert into tenants (slug, name, time_zone) values ('x', 'x', 'Mars/Olympus') $$, '22023', null, 'a time zone exists');

------------------------------------------------------------------------------------------------ who acts for whom
select is(current_tenant(), null, 'without a word a transaction acts for nobody');
set local app.tenant_id = '';
select is(current_tenant(), null, 'and neither after the word was taken back');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
select is(current_tenant(), 'eeeeeeee-0000-4000-8000-000000000001', 'it acts for the tenant that it names');
insert into posts (id) values (301);
select is((select tenant_id from posts where id = 301), current_tenant(), 'and writes rows for that one');
set local app.tenant_id = 'nonsense';
select throws_ok('select current_tenant()', '22P02', null, 'a name that is no id is refused, and not taken for nobody');
set local app.tenant_id = '';
insert into posts (id) values (302);
select is((select tenant_id from posts where id = 302), '00000000-0000-0000-0000-000000000001', 'rows that are written by hand and name no tenant are the default tenant''s');
select lives_ok($$ select require_tenant('eeeeeeee-0000-4000-8000-000000000002') $$, 'the owner may act for every tenant');
create function pg_temp.as_service(acting text, wanted uuid) returns text
language plpgsql as $$
begin
  perform set_config('app.tenant_id', acting, true), set_config('role', 'rapport_app', true);
  perform app.require_tenant(wanted);
  raise exception 'undo' using errcode = 'P0099';
exception
  when sqlstate 'P0099' then return 'allowed';
  when insufficient_privilege then return 'refused';
end $$;
select is(pg_temp.as_service('eeeeeeee-0000-4000-8000-000000000001', 'eeeeeeee-0000-4000-8000-000000000001'), 'allowed', 'the service may act for its tenant');
select is(pg_temp.as_service('eeeeeeee-0000-4000-8000-000000000001', 'eeeeeeee-0000-4000-8000-000000000002'), 'refused', 'and for no other');
select is(pg_temp.as_service('', 'eeeeeeee-0000-4000-8000-000000000002'), 'refused', 'and for none when it named none');
select is(pg_temp.as_service('eeeeeeee-0000-4000-8000-000000000001', null), 'refused', 'nor for nobody while it acts for one');

update tenants set time_zone = 'Pacific/Kiritimati' where slug = 'studio';
update tenants set time_zone = 'Pacific/Pago_Pago' where slug = 'other';
select cmp_ok(tenant_today('eeeeeeee-0000-4000-8000-000000000001'), '>', tenant_today('eeeeeeee-0000-4000-8000-000000000002'), 'today is each tenant''s own: 25 hours apart it is never the same day');

------------------------------------------------------------------------------------------------ what a new tenant starts with
select is((select seeded_at from tenants where slug = 'studio'), null, 'a tenant that was only inserted has nothing yet');
select lives_ok($$ select seed_tenant('eeeeeeee-0000-4000-8000-000000000001') $$, 'a tenant is given its start');
select is((select count(*) from campaign_strategies where tenant_id = 'eeeeeeee-0000-4000-8000-000000000001' and is_template), (select count(*) from strategy_templates), 'every strategy template');
select is((select count(*) from personas where tenant_id = 'eeeeeeee-0000-4000-8000-000000000001'), (select count(*) from sample_personas), 'and every sample persona');
select isnt((select seeded_at from tenants where slug = 'studio'), null, 'it is noted, so that a later deploy gives nothing again');
select lives_ok($$ select seed_tenant('eeeeeeee-0000-4000-8000-000000000001') $$, 'a second start');
select is((select count(*) from campaign_strategies where tenant_id = 'eeeeeeee-0000-4000-8000-000000000001'), (select count(*) from strategy_templates), 'doubles nothing');
select is((select count(*) from personas where tenant_id = 'eeeeeeee-0000-4000-8000-000000000002'), 0::bigint, 'other tenants get nothing of it');
select isnt_empty($$ select * from campaign_strategies where tenant_id = '00000000-0000-0000-0000-000000000001' and is_template $$, 'the default tenant was given its start by the deploy');
select is_empty(
  $$ select s.name, sum(value::numeric) from campaign_strategies s, jsonb_each_text(s.content_mix) where s.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001' group by s.id, s.name having sum(value::numeric) <> 100 $$,
  'the content mix of every template sums to 100');
select is_empty(
  $$ select s.name, key from campaign_strategies s, jsonb_object_keys(s.content_mix) key where s.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001' and key <> all (enum_range(null::content_type)::text[]) $$,
  'of content types that exist');
select is_empty($$ select name, criteria_error(criteria) from personas where criteria_error(criteria) is not null $$, 'the criteria of every sample persona make sense');
insert into persons (tenant_id, name, headline, seniority, functions) values ('eeeeeeee-0000-4000-8000-000000000001', 'Ada', 'VP of Marketing', 'vp', '{marketing}');
select isnt_empty($$ select * from targets where tenant_id = 'eeeeeeee-0000-4000-8000-000000000001' and is_active $$, 'so that the first import already finds somebody');

select * from finish();
rollback;
