-- Saved views: what they hold, whose names are taken, and what becomes of them when their owner leaves.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into users (id, email) values ('11111111-0000-4000-8000-000000000001', 'ada@mail.example'), ('11111111-0000-4000-8000-000000000002', 'eva@mail.example');
insert into memberships (tenant_id, user_id, role) select current_tenant(), id, 'editor' from users where email in ('ada@mail.example', 'eva@mail.example');
insert into saved_views (tenant_id, page, name, query, user_id) values
  (current_tenant(), 'people', 'Hot', 'matched=yes', '11111111-0000-4000-8000-000000000001'),
  (current_tenant(), 'people', 'hot', 'since=7', '11111111-0000-4000-8000-000000000002'),
  (current_tenant(), 'people', 'HOT', 'since=30', null),
  (current_tenant(), 'companies', 'Hot', 'engaged=yes', null);
select is((select count(*) from saved_views where tenant_id = current_tenant()), 4::bigint, 'a name is taken for its owner and its page alone');

select throws_ok(statement, code, null, sentence)
from (values
  ($$ insert into saved_views (tenant_id, page, name, query) values (current_tenant(), 'people', 'hOT', '') $$, '23505', 'one view of everybody''s has a name'),
  ($$ update saved_views set user_id = '11111111-0000-4000-8000-000000000001' where name = 'hot' $$, '23505', 'and one of a user''s'),
  ($$ update saved_views set name = ' ' $$, '23514', 'a view has a name'),
  ($$ update saved_views set query = repeat('x', 2001) where page = 'companies' $$, '23514', 'its query has an end'),
  ($$ update saved_views set user_id = gen_random_uuid() where page = 'companies' $$, '23503', 'nobody owns a view who is no member')) v(statement, code, sentence);

delete from memberships where user_id = '11111111-0000-4000-8000-000000000001';
select bag_eq('select name from saved_views', $$ values ('hot'), ('HOT'), ('Hot') $$, 'whoever leaves takes their own views along, and leaves those of everybody');
select * from finish();
rollback;
