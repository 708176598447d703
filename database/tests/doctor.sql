-- The doctor: each fault around the database is found, and a sound one is told nothing.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

select is(is_patched(number), patched, sentence)
from (values (150013, false, 'a minor with a hole in row security is old'), (150014, true, 'the one that closes it is not'), (160009, false, 'in every major'), (160010, true, 'in every major'),
  (170005, false, 'in every major'), (170006, true, 'in every major'), (180000, true, 'a major that never had it is sound'), (140020, false, 'and one that we do not run on is not')) v(number, patched, sentence);

create schema sick;
create function sick.of(damage text) returns setof text
language plpgsql as $$
declare
  found text[];
begin
  execute damage;
  found := array(select finding from app.database_findings());
  raise exception 'undo' using errcode = 'P0099';
exception when sqlstate 'P0099' then
  return query select unnest(found);
end $$;
-- Test servers run without fsync, which is a finding too.
select set_eq('select * from sick.of(''select 1'')', $$ select name || ' is off' from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' $$,
  'of a sound database there is nothing to say');
select ok(finding = any (array(select sick.of(damage))), sentence)
from (values
  ('alter role rapport_app bypassrls', 'the role rapport_app bypasses row security', 'a service that bypasses row security is found'),
  ('alter role rapport_app superuser', 'the role rapport_app is a superuser', 'and one that is a superuser'),
  ('alter role rapport_app createrole', 'the role rapport_app creates roles', 'and one that could make itself another'),
  ('alter table public.posts disable row level security', 'row security is off on posts', 'and a table without its wall'),
  ('create policy stray on public.posts using (true)', 'policy stray on posts is not ours', 'and a policy that opens one'),
  ('grant create on schema public to rapport_app; alter table public.posts owner to rapport_app', 'the role rapport_app owns posts', 'and a table that the service owns, which no wall binds it to'),
  ('create role stray; grant stray to rapport_app', 'the role rapport_app is a member of stray', 'and rights that come by another role'),
  ('insert into public.engagement_deltas select gen_random_uuid(), 1, 1, current_date, ''l'', 1 from generate_series(1, 200001)', '200001 engagements wait to be folded', 'and a log that nobody folds')) v(damage, finding, sentence);

select * from finish();
rollback;
