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
  ('insert into public.engagement_deltas select gen_random_uuid(), 1, 1, current_date, ''l'', 1 from generate_series(1, 200001)', '200001 engagements wait to be folded', 'and a log that nobody folds'),
  ('alter table public.engagements disable trigger user', (select format('trigger %I on engagements is off', min(t.tgname)) from pg_trigger t where t.tgrelid = 'public.engagements'::regclass and not t.tgisinternal),
    'and a trigger that is off, so that nothing is counted'),
  ('alter role rapport_app set session_replication_role = replica', 'session_replication_role=replica of the role rapport_app', 'and a setting that keeps all of them from running'),
  ('alter role rapport_app set default_transaction_read_only = on', 'default_transaction_read_only=on of the role rapport_app', 'and one that lets nothing be written'),
  ('alter view app.campaign_dashboard set (security_invoker = false)', 'view campaign_dashboard shows the rows of every tenant', 'and a view in which the walls do not hold'),
  ('grant truncate on public.posts to rapport_app', 'the role rapport_app may truncate posts', 'and a right that asks no wall'),
  ('grant references on public.posts to rapport_app', 'the role rapport_app may refer to posts', 'and one by which a key of another tenant''s could be found'),
  ('grant trigger on public.posts to rapport_app', 'the role rapport_app may hang triggers on posts', 'and one by which a function of the service''s would run as whoever writes'),
  ('alter function app.members(uuid) reset search_path', 'function members(uuid) acts as its owner in the caller''s search_path', 'and a function that another''s objects could be put before'),
  ('grant create on schema public to public', 'anybody may create in the schema public', 'and a schema in which anybody may put such objects'),
  ('grant create on schema app to public', 'anybody may create in the schema app', 'and ours above all'),
  ('update pg_index set indisvalid = false where indexrelid = ''public.engagements_post''::regclass', 'index engagements_post is broken', 'and an index that could not be built'),
  ('alter table public.posts add constraint doubtful check (id > 0) not valid', 'constraint doubtful of posts was never checked', 'and a rule that old rows may break'),
  ('alter table public.posts set (autovacuum_enabled = off)', 'autovacuum is off for posts', 'and a table that is never cleared up'),
  ('insert into public.scraping_jobs (kind, run_at) values (''import'', now() - interval ''2 hours''), (''import'', now())', 'no worker has taken a job that is due for more than an hour', 'and jobs for which there is no worker'),
  ('insert into public.scraping_jobs (kind, state, leased_until) values (''import'', ''running'', now() - interval ''2 hours'')', 'no worker has taken a job that is due for more than an hour', 'and those that a worker had when it died'),
  ('with s as (insert into public.webhook_sources (name, kind) values (''stray'', ''generic'') returning tenant_id, id) insert into public.webhook_inbox (tenant_id, source_id, delivery_id, body, next_attempt) select tenant_id, id, ''d'', ''{}'', now() - interval ''2 hours'' from s',
    'no worker has taken a webhook''s delivery for more than an hour', 'and deliveries for which there is none')) v(damage, finding, sentence);

select * from finish();
rollback;
