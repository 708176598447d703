-- Lists of people by score, which look at few of them: page by page they are in the order in which counting everybody puts them.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

insert into tenants (id, slug, name) values ('eeeeeeee-0000-4000-8000-000000000001', 'studio', 'Studio');
set local app.tenant_id = 'eeeeeeee-0000-4000-8000-000000000001';
insert into personas (id, name, criteria) values ('eeeeeeee-0000-4000-8000-00000000000a', 'Marketers', '{"function": {"any": ["marketing"]}}');
-- Far more than the few hundred that are looked at first; the last hundred never do anything.
insert into persons (id, name, functions, lead_status)
select 1000 + n, 'Person ' || n, case when n % 3 = 0 then '{marketing}' else '{sales}' end::job_function[], case when n % 4 = 0 then 'new'::lead_status end
from generate_series(1, 1500) n;
insert into campaigns (id, name) values (201, 'Spring');
insert into posts (id) values (301), (302);
insert into campaign_posts (campaign_id, post_id) values (201, 301);
-- The same numbers in every run, and for everybody others.
create function pg_temp.dice(what text, sides integer) returns integer
language sql immutable as $$ select (('x' || left(md5(what), 7))::bit(28)::int % sides) $$;
create function pg_temp.engage(people integer, run text) returns setof text
language plpgsql as $$
begin
  insert into public.engagements (post_id, person_id, engagement_type, engaged_at)
  select 301 + k % 2, 1000 + n, (array['comment', 'share', 'follow', 'click', 'click'])[1 + pg_temp.dice(run || 'what' || n || '.' || k, 5)]::public.engagement_type,
    now() - pg_temp.dice(run || 'day' || n || '.' || k, 60) * interval '1 day'
  from generate_series(1, people) n
  cross join lateral generate_series(1, pg_temp.dice(run || n, 12)) k
  on conflict do nothing;
  insert into public.engagements (post_id, person_id, engagement_type, reaction_type, engaged_at)
  select 301, 1000 + n, 'reaction', case when n % 2 = 0 then 'like' else 'praise' end::public.reaction_type, now()
  from generate_series(1, people) n where n % 7 <> 0
  on conflict do nothing;
end $$;

-- Whom a filter means, in order, counted from the rows.
create function pg_temp.counted(asked jsonb) returns integer[]
language sql as $$
  with scores as materialized (
    select e.person_id, sum(app.weight_of(w, e.engagement_type, e.reaction_type)) as score, max(e.engaged_on) as last_day
    from public.engagements e join app.weights w on w.tenant_id = e.tenant_id where e.tenant_id = app.current_tenant() group by 1
  )
  -- Whoever has no engagement left has 0 until that is swept, and whoever never had one is last.
  select coalesce(array_agg(p.id order by coalesce(s.score, 0) desc,
    not exists (select from public.person_engagement r where r.person_id = p.id) and not exists (select from public.engagement_deltas d where d.person_id = p.id), p.id), '{}')
  from public.persons p
  left join scores s on s.person_id = p.id
  where p.tenant_id = app.current_tenant() and (not asked ? 'matched' or exists (select from public.targets t where t.person_id = p.id and t.is_active))
    and (not asked ? 'persona' or exists (select from public.targets t where t.person_id = p.id and t.is_active and t.persona_id::text = asked ->> 'persona'))
    and (not asked ? 'campaign' or exists (
      select from public.engagements e join public.campaign_posts l using (tenant_id, post_id) where e.person_id = p.id and l.campaign_id = (asked ->> 'campaign')::int
        and (not asked ? 'since' or e.engaged_on > app.tenant_today(app.current_tenant()) - (asked ->> 'since')::int)))
    and (not asked ? 'status' or p.lead_status::text = asked ->> 'status')
    and (not asked ? 'min_score' or s.score >= (asked ->> 'min_score')::int)
    and (not asked ? 'since' or s.last_day > app.tenant_today(app.current_tenant()) - (asked ->> 'since')::int)
$$;
-- The same by pages of the list; each says how many there are in all.
create function pg_temp.listed(asked jsonb) returns integer[]
language plpgsql as $$
declare
  found app.found_person;
  listed integer[] := '{}';
  before integer;
  total bigint;
begin
  asked := asked || '{"sort": "score", "descending": true, "most": 50}';
  loop
    before := cardinality(listed);
    for found in select * from app.found_people(app.current_tenant(), asked) loop
      total := found.total;
      if found.id is not null then
        listed := listed || found.id;
        asked := asked || jsonb_build_object('after', jsonb_build_object('number', found.number, 'text', found.text, 'id', found.id));
      end if;
    end loop;
    exit when cardinality(listed) = before;
  end loop;
  if total <> cardinality(listed) then
    raise exception '% people are listed, and % are said', cardinality(listed), total;
  end if;
  return listed;
end $$;
create function pg_temp.compared(when_it_is text) returns setof text
language sql as $$
  select is(pg_temp.listed(asked::jsonb), pg_temp.counted(asked::jsonb), when_it_is || ': ' || asked)
  from (values (1, '{}'), (2, '{"matched": true}'), (3, '{"persona": "eeeeeeee-0000-4000-8000-00000000000a"}'), (4, '{"campaign": 201}'),
    (5, '{"campaign": 201, "persona": "eeeeeeee-0000-4000-8000-00000000000a"}'), (6, '{"status": "new"}'), (7, '{"matched": true, "since": 20}'),
    (8, '{"min_score": 25}'), (9, '{"campaign": 201, "matched": true, "min_score": 12, "since": 40, "status": "new"}')) v(n, asked)
  order by n
$$;

select pg_temp.engage(1400, 'first');
-- Some who did one thing alone are many, and equal.
insert into engagements (post_id, person_id, engagement_type) select 302, 2400 + n, 'follow' from generate_series(1, 50) n;
analyze persons, targets, engagements;
select pg_temp.compared('everything is in the log');
do $$ begin perform app.fold_engagements(); end $$;
select pg_temp.compared('everything is in the rollup');
-- Some more, some less, some who had none and some who have none left.
select pg_temp.engage(90, 'second');
select pg_temp.engage(0, 'third');
insert into engagements (post_id, person_id, engagement_type) select 302, 2450 + n, 'share' from generate_series(1, 20) n;
insert into engagements (post_id, person_id, engagement_type, engaged_at) select 302, 2461, 'share', now() - n * interval '1 hour' from generate_series(1, 30) n;
delete from engagements where person_id % 97 = 0;
delete from engagements where person_id % 41 = 0 and engagement_type = 'comment';
select pg_temp.compared('some is in the log');
insert into engagement_weights (version, likes, reactions, comments, shares, follows, clicks) values (1, 10, 1, 0, 3, 2, 7);
select pg_temp.compared('a team weighs otherwise');
insert into engagement_weights (version, likes, reactions, comments, shares, follows, clicks) values (2, 0, 0, 0, 0, 0, 40);
select pg_temp.compared('a team weighs one kind alone');
insert into engagement_weights (version, likes, reactions, comments, shares, follows, clicks) values (3, 1, 2, 5, 8, 8, 1);
select pg_temp.compared('a team thinks more of a follow');
insert into engagement_weights (version, likes, reactions, comments, shares, follows, clicks) values (4, 0, 0, 0, 0, 2, 0);
select pg_temp.compared('a team thinks of follows alone');
insert into engagement_weights (version, likes, reactions, comments, shares, follows, clicks) values (5, 3, 3, 7, 11, 5, 0);
do $$ begin perform app.fold_engagements(); end $$;
select pg_temp.compared('a team thinks less of a follow, and everything is in the rollup again');
select lives_ok($$ select app.found_people(current_tenant(), '{"sort": "score", "descending": true, "most": 50, "after": {"number": -9223372036854775808, "text": "", "id": 1}}') $$,
  'a place that nobody was ever in is none');
select is(bool_and(s.score = e.product_score), true, 'the score that the rollup keeps is that by the product''s own weights')
from (select * from app.person_counts where tenant_id = app.current_tenant()) c
join person_engagement e using (tenant_id, person_id)
cross join lateral (select c.likes + 2 * c.reactions + 5 * c.comments + 8 * c.shares + 6 * c.follows + c.clicks as score) s
where c.person_id > 1097 and c.person_id < 2400 and c.person_id % 97 <> 0 and c.person_id % 41 <> 0;
select * from finish();
rollback;
