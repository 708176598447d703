-- The recount: every figure of metrics.sql once more, from the rows alone, by the shortest queries that say it.  differences()
-- compares the two, and repair_metrics() sets the rollups right.

create view app.recount_campaign_days with (security_invoker = true) as
  select tenant_id, campaign_id, day,
    (count(*) filter (where kind = 'l'))::int as likes,
    (count(*) filter (where kind = 'r'))::int as reactions,
    (count(*) filter (where kind = 'c'))::int as comments,
    (count(*) filter (where kind = 's'))::int as shares,
    (count(*) filter (where kind = 'f'))::int as follows,
    (count(*) filter (where kind = 'k'))::int as clicks,
    (count(*) filter (where kind = 'p'))::int as new_people
  from (
    select f.tenant_id, l.campaign_id, f.day, f.kind
    from app.facts f join public.campaign_posts l using (tenant_id, post_id)
    union all
    select f.tenant_id, l.campaign_id, min(f.day), 'p'
    from app.facts f join public.campaign_posts l using (tenant_id, post_id)
    group by 1, 2, f.person_id
  ) x
  group by 1, 2, 3;
create view app.recount_campaign_engagers with (security_invoker = true) as
  select f.tenant_id, l.campaign_id, f.person_id, min(f.day) as first_day
  from app.facts f join public.campaign_posts l using (tenant_id, post_id)
  group by 1, 2, 3;
create view app.recount_campaign_persona_days with (security_invoker = true) as
  select tenant_id, campaign_id, persona_id, day,
    (count(*) filter (where kind = 'l'))::int as likes,
    (count(*) filter (where kind = 'r'))::int as reactions,
    (count(*) filter (where kind = 'c'))::int as comments,
    (count(*) filter (where kind = 's'))::int as shares,
    (count(*) filter (where kind = 'f'))::int as follows,
    (count(*) filter (where kind = 'k'))::int as clicks,
    (count(*) filter (where kind = 'p'))::int as new_people
  from (
    select f.tenant_id, l.campaign_id, t.persona_id, f.day, f.kind
    from app.facts f join public.campaign_posts l using (tenant_id, post_id) join public.targets t using (tenant_id, person_id)
    where t.is_active
    union all
    select f.tenant_id, l.campaign_id, t.persona_id, min(f.day), 'p'
    from app.facts f join public.campaign_posts l using (tenant_id, post_id) join public.targets t using (tenant_id, person_id)
    where t.is_active
    group by 1, 2, 3, f.person_id
  ) x
  group by 1, 2, 3, 4;
create view app.recount_campaign_persona_counts with (security_invoker = true) as
  select tenant_id, campaign_id, persona_id,
    (count(*) filter (where kind = 'l'))::int as likes,
    (count(*) filter (where kind = 'r'))::int as reactions,
    (count(*) filter (where kind = 'c'))::int as comments,
    (count(*) filter (where kind = 's'))::int as shares,
    (count(*) filter (where kind = 'f'))::int as follows,
    (count(*) filter (where kind = 'k'))::int as clicks,
    count(distinct person_id)::int as people
  from app.facts f join public.campaign_posts l using (tenant_id, post_id) join public.targets t using (tenant_id, person_id)
  where t.is_active
  group by 1, 2, 3;
create view app.recount_post_counts with (security_invoker = true) as
  select f.tenant_id, f.post_id,
    (count(*) filter (where kind = 'l'))::int as likes,
    (count(*) filter (where kind = 'r'))::int as reactions,
    (count(*) filter (where kind = 'c'))::int as comments,
    (count(*) filter (where kind = 's'))::int as shares,
    (count(*) filter (where kind = 'f'))::int as follows,
    (count(*) filter (where kind = 'k'))::int as clicks,
    count(distinct f.person_id)::int as people,
    count(distinct f.person_id) filter (where t.person_id is not null)::int as targeted
  from app.facts f
  left join (select distinct tenant_id, person_id from public.targets where is_active) t on t.tenant_id = f.tenant_id and t.person_id = f.person_id
  group by 1, 2;
create view app.recount_post_persona_counts with (security_invoker = true) as
  select tenant_id, post_id, persona_id, count(distinct person_id)::int as people
  from app.facts f join public.targets t using (tenant_id, person_id)
  where t.is_active
  group by 1, 2, 3;
create view app.recount_persona_days with (security_invoker = true) as
  select tenant_id, persona_id, day,
    (count(*) filter (where kind = 'l'))::int as likes,
    (count(*) filter (where kind = 'r'))::int as reactions,
    (count(*) filter (where kind = 'c'))::int as comments,
    (count(*) filter (where kind = 's'))::int as shares,
    (count(*) filter (where kind = 'f'))::int as follows,
    (count(*) filter (where kind = 'k'))::int as clicks,
    count(distinct person_id)::int as people
  from app.facts f join public.targets t using (tenant_id, person_id)
  where t.is_active
  group by 1, 2, 3;
create view app.recount_person_counts with (security_invoker = true) as
  select tenant_id, person_id,
    (count(*) filter (where kind = 'l'))::int as likes,
    (count(*) filter (where kind = 'r'))::int as reactions,
    (count(*) filter (where kind = 'c'))::int as comments,
    (count(*) filter (where kind = 's'))::int as shares,
    (count(*) filter (where kind = 'f'))::int as follows,
    (count(*) filter (where kind = 'k'))::int as clicks,
    max(day) as last_day,
    min(day) as first_day,
    bit_or(1::bigint << (last_day - day)) filter (where day > last_day - 63) as days,
    (sum(app.product_weight(kind)) filter (where day > last_day - 7))::int as week_score
  from (select *, max(day) over (partition by tenant_id, person_id) as last_day from app.facts) f
  group by 1, 2;
create view app.recount_sets with (security_invoker = true) as
  select tenant_id, kind, key, app.chunk_of(person_id) as chunk, bit_or(app.bit_of(person_id)) as people
  from (
    select f.tenant_id, 'c'::"char" as kind, l.campaign_id::text as key, f.person_id from app.facts f join public.campaign_posts l using (tenant_id, post_id)
    union all
    select tenant_id, 'd', to_char(day, 'YYYY-MM-DD'), person_id from app.facts
    union all
    select tenant_id, 'q', persona_id::text, person_id from public.targets where is_active
    union all
    select tenant_id, 't', '', person_id from public.targets where is_active
  ) x
  group by 1, 2, 3, 4;
comment on view app.recount_campaign_days is 'campaign_days, counted from the rows.';
comment on view app.recount_campaign_engagers is 'campaign_engagers, counted from the rows.';
comment on view app.recount_campaign_persona_days is 'campaign_persona_days, counted from the rows.';
comment on view app.recount_campaign_persona_counts is 'campaign_persona_counts, counted from the rows.';
comment on view app.recount_sets is 'sets, made from the rows.';
comment on view app.recount_post_counts is 'post_counts, counted from the rows.';
comment on view app.recount_post_persona_counts is 'post_persona_counts, counted from the rows.';
comment on view app.recount_persona_days is 'persona_days, counted from the rows.';
comment on view app.recount_person_counts is 'person_counts, counted from the rows.';

-- Every row of every reading view against the recount, both ways, in one statement and so in one snapshot: it may run at
-- any moment under any load.  Rows that are all zero count as absent.
-- Everything is read, so nothing is gained by probing; and statistics lag behind the logs, of which most are empty most of
-- the time: a join planned for a handful of rows took twice as long.
create function app.differences() returns table (figure text, missing bigint, wrong bigint)
language sql stable parallel safe set enable_nestloop = off as $$
  with campaign_days as materialized (select * from app.campaign_days where (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0)),
  campaign_days_again as materialized (select * from app.recount_campaign_days),
  engagers as materialized (select * from app.campaign_engagers),
  engagers_again as materialized (select * from app.recount_campaign_engagers),
  campaign_persona_days as materialized (select * from app.campaign_persona_days where (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0)),
  campaign_persona_days_again as materialized (select * from app.recount_campaign_persona_days),
  campaign_personas as materialized (select * from app.campaign_persona_counts where (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0)),
  campaign_personas_again as materialized (select * from app.recount_campaign_persona_counts),
  sets as materialized (select * from app.sets where people <> app.no_people()),
  sets_again as materialized (select * from app.recount_sets),
  posts as materialized (select * from app.post_counts where (likes, reactions, comments, shares, follows, clicks, people, targeted) <> (0, 0, 0, 0, 0, 0, 0, 0)),
  posts_again as materialized (select * from app.recount_post_counts),
  post_personas as materialized (select * from app.post_persona_counts where people <> 0),
  post_personas_again as materialized (select * from app.recount_post_persona_counts),
  persona_days as materialized (select * from app.persona_days where (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0)),
  persona_days_again as materialized (select * from app.recount_persona_days),
  persons as materialized (select * from app.person_counts where (likes, reactions, comments, shares, follows, clicks) <> (0, 0, 0, 0, 0, 0)),
  persons_again as materialized (select * from app.recount_person_counts)
  select 'campaign by day',
    (select count(*) from (table campaign_days_again except all table campaign_days) x),
    (select count(*) from (table campaign_days except all table campaign_days_again) x)
  union all
  select 'campaign engagers',
    (select count(*) from (table engagers_again except all table engagers) x),
    (select count(*) from (table engagers except all table engagers_again) x)
  union all
  select 'campaign and persona by day',
    (select count(*) from (table campaign_persona_days_again except all table campaign_persona_days) x),
    (select count(*) from (table campaign_persona_days except all table campaign_persona_days_again) x)
  union all
  select 'campaign and persona',
    (select count(*) from (table campaign_personas_again except all table campaign_personas) x),
    (select count(*) from (table campaign_personas except all table campaign_personas_again) x)
  union all
  select 'set of people',
    (select count(*) from (table sets_again except all table sets) x),
    (select count(*) from (table sets except all table sets_again) x)
  union all
  select 'post',
    (select count(*) from (table posts_again except all table posts) x),
    (select count(*) from (table posts except all table posts_again) x)
  union all
  select 'post and persona',
    (select count(*) from (table post_personas_again except all table post_personas) x),
    (select count(*) from (table post_personas except all table post_personas_again) x)
  union all
  select 'persona by day',
    (select count(*) from (table persona_days_again except all table persona_days) x),
    (select count(*) from (table persona_days except all table persona_days_again) x)
  union all
  select 'person',
    (select count(*) from (table persons_again except all table persons) x),
    (select count(*) from (table persons except all table persons_again) x)
$$;
comment on function app.differences is 'Rows of each figure that are missing from, or wrong against, a recount of the rows: 0 everywhere, at any moment.';

-- The rollups set to the recount of this statement's snapshot, and the log rows of the same snapshot dropped: settled
-- becomes base, so rollups = f(settled) holds whatever was wrong before.  Writers go on meanwhile.
create function app.repair_metrics(tenant uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $repair$
declare
  changed bigint;
begin
  perform app.require_tenant(tenant);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a repair needs read committed: its snapshot must be younger than its lock' using errcode = 'active_sql_transaction';
  end if;
  perform from public.fold_locks where tenant_id = tenant for update skip locked;
  if not found then
    return -1;
  end if;
  execute $q$
  with e as (delete from public.engagement_deltas where tenant_id = $1),
  l as (delete from public.link_deltas where tenant_id = $1),
  t as (delete from public.target_deltas where tenant_id = $1),
  people as materialized (select * from app.recount_campaign_engagers where tenant_id = $1),
  people_out as (
    delete from public.campaign_people r where tenant_id = $1 and not exists (
      select from people n where n.campaign_id = r.campaign_id and n.person_id = r.person_id)
    returning 1
  ),
  people_in as (
    insert into public.campaign_people as r (tenant_id, campaign_id, person_id, first_day)
    select tenant_id, campaign_id, person_id, first_day from people order by campaign_id, person_id
    on conflict (tenant_id, campaign_id, person_id) do update set first_day = excluded.first_day
    where r.first_day <> excluded.first_day
    returning 1
  ),
  daily as materialized (select * from app.recount_campaign_days where tenant_id = $1),
  daily_out as (
    delete from public.campaign_daily r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from daily n where n.campaign_id = r.campaign_id and n.day = r.day)
    returning 1
  ),
  daily_in as (
    insert into public.campaign_daily as r (tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people from daily order by campaign_id, day
    on conflict (tenant_id, campaign_id, day) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      new_people = excluded.new_people
    where r is distinct from excluded
    returning 1
  ),
  persona_day as materialized (select * from app.recount_campaign_persona_days where tenant_id = $1),
  persona_day_out as (
    delete from public.campaign_persona_daily r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from persona_day n where n.campaign_id = r.campaign_id and n.persona_id = r.persona_id and n.day = r.day)
    returning 1
  ),
  persona_day_in as (
    insert into public.campaign_persona_daily as r (tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people from persona_day order by campaign_id, persona_id, day
    on conflict (tenant_id, campaign_id, persona_id, day) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      new_people = excluded.new_people
    where r is distinct from excluded
    returning 1
  ),
  total as materialized (select * from app.recount_campaign_persona_counts where tenant_id = $1),
  total_out as (
    delete from public.campaign_persona_totals r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from total n where n.campaign_id = r.campaign_id and n.persona_id = r.persona_id)
    returning 1
  ),
  total_in as (
    insert into public.campaign_persona_totals as r (tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people)
    select tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people from total order by campaign_id, persona_id
    on conflict (tenant_id, campaign_id, persona_id) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      people = excluded.people
    where r is distinct from excluded
    returning 1
  ),
  sets as materialized (select * from app.recount_sets where tenant_id = $1),
  sets_out as (
    delete from public.people_sets r where tenant_id = $1 and people <> app.no_people() and not exists (
      select from sets n where n.kind = r.kind and n.key = r.key and n.chunk = r.chunk)
    returning 1
  ),
  sets_in as (
    insert into public.people_sets as r (tenant_id, kind, key, chunk, people)
    select tenant_id, kind, key, chunk, people from sets order by kind, key, chunk
    on conflict (tenant_id, kind, key, chunk) do update set people = excluded.people
    where r.people <> excluded.people
    returning 1
  ),
  post_total as materialized (select * from app.recount_post_counts where tenant_id = $1),
  post_total_out as (
    delete from public.post_totals r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, people, targeted) <> (0, 0, 0, 0, 0, 0, 0, 0) and not exists (
      select from post_total n where n.post_id = r.post_id)
    returning 1
  ),
  post_total_in as (
    insert into public.post_totals as r (tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted)
    select tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted from post_total order by post_id
    on conflict (tenant_id, post_id) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      people = excluded.people,
      targeted = excluded.targeted
    where r is distinct from excluded
    returning 1
  ),
  post as materialized (select * from app.recount_post_persona_counts where tenant_id = $1),
  post_out as (
    delete from public.post_persona_totals r where tenant_id = $1 and people <> 0 and not exists (
      select from post n where n.post_id = r.post_id and n.persona_id = r.persona_id)
    returning 1
  ),
  post_in as (
    insert into public.post_persona_totals as r (tenant_id, post_id, persona_id, people)
    select tenant_id, post_id, persona_id, people from post order by post_id, persona_id
    on conflict (tenant_id, post_id, persona_id) do update set people = excluded.people
    where r is distinct from excluded
    returning 1
  ),
  trend as materialized (select * from app.recount_persona_days where tenant_id = $1),
  trend_out as (
    delete from public.persona_daily r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) and not exists (
      select from trend n where n.persona_id = r.persona_id and n.day = r.day)
    returning 1
  ),
  trend_in as (
    insert into public.persona_daily as r (tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people)
    select tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people from trend order by persona_id, day
    on conflict (tenant_id, persona_id, day) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      people = excluded.people
    where r is distinct from excluded
    returning 1
  ),
  person as materialized (select * from app.recount_person_counts where tenant_id = $1),
  person_out as (
    delete from public.person_engagement r where tenant_id = $1 and (likes, reactions, comments, shares, follows, clicks) <> (0, 0, 0, 0, 0, 0) and not exists (
      select from person n where n.person_id = r.person_id)
    returning 1
  ),
  person_in as (
    insert into public.person_engagement as r (tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score)
    select tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score from person order by person_id
    on conflict (tenant_id, person_id) do update set
      likes = excluded.likes,
      reactions = excluded.reactions,
      comments = excluded.comments,
      shares = excluded.shares,
      follows = excluded.follows,
      clicks = excluded.clicks,
      first_day = excluded.first_day,
      last_day = excluded.last_day,
      days = excluded.days,
      week_score = excluded.week_score
    where r is distinct from excluded
    returning 1
  )
  select (select count(*) from people_out) + (select count(*) from people_in) + (select count(*) from daily_out)
    + (select count(*) from daily_in) + (select count(*) from persona_day_out) + (select count(*) from persona_day_in)
    + (select count(*) from total_out) + (select count(*) from total_in) + (select count(*) from sets_out)
    + (select count(*) from sets_in) + (select count(*) from post_total_out) + (select count(*) from post_total_in)
    + (select count(*) from post_out) + (select count(*) from post_in) + (select count(*) from trend_out)
    + (select count(*) from trend_in) + (select count(*) from person_out) + (select count(*) from person_in) $q$
  into changed using tenant;
  update public.fold_locks set folds = folds + 1 where tenant_id = tenant;
  return changed;
end $repair$;
comment on function app.repair_metrics is 'Sets a tenant''s rollups to a recount of the rows while writers go on. Returns the rollup rows that it changed, which is 0 when nothing was wrong and nothing pending; -1 while a fold runs.';
