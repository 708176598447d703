-- Live campaign metrics: exact at every commit, and no writer waits for them.
--
-- Three base relations decide every figure: engagements, campaign_posts and active targets.  Every statement that changes
-- one of them appends exactly what it changed to a log (engagement_deltas, link_deltas, target_deltas) in its own
-- transaction.  Call  settled = base - log.  A writer's commit or rollback changes base and log equally, so it never
-- changes settled.  Only the fold changes settled: it is one statement (one snapshot), one at a time per tenant, and it
-- moves the rollups by the same amount.  Hence, in every snapshot:
--     (1) rollups = f(settled)                       kept by the fold alone
--     (2) f(now)  = rollups + pending(log, base)     the pending_* views; algebra within one snapshot
-- The reading views are (2); the fold adds the same pending_* views to the rollups and empties the log.  Nothing about the
-- timing of writers enters the argument.  The fold's lock is tried and never awaited, and the logs have no unique and no
-- foreign key: nothing here makes any transaction wait, so nothing here can be part of a deadlock.  That lock is a row which
-- no role but the owner reaches, since an advisory lock could be held by another tenant.
--
-- Refused: counters that the trigger updates (every writer of a hot campaign waits for every other), recounting at read
-- (seconds at ten million rows), and a materialized view (stale, and blind to row-level security).

-- The counted kind: l like, r other reaction, c comment, s share, f follow, k click; p, in views only: a person.
create function app.kind_of(type public.engagement_type, reaction public.reaction_type) returns "char"
language sql immutable parallel safe as $$
  select case type
    when 'reaction' then case when reaction = 'like' then 'l' else 'r' end
    when 'comment' then 'c'
    when 'share' then 's'
    when 'follow' then 'f'
    else 'k'
  end::"char"
$$;
comment on function app.kind_of is 'The kind under which an engagement is counted: l like, r other reaction, c comment, s share, f follow, k click.';

create function app.product_weight(kind "char") returns integer
language sql immutable parallel safe as $$
  select case kind when 'l' then 1 when 'r' then 2 when 'c' then 5 when 's' then 8 when 'f' then 6 else 1 end
$$;
comment on function app.product_weight is 'The weight of an engagement of a kind as the product has it, whatever the team''s is.';

-- Sets of people are kept as bits, 2,048 people a row: how many are in several of them together is not to be had from how many
-- are in each.
create function app.chunk_of(person integer) returns integer
language sql immutable parallel safe as $$ select person >> 11 $$;
comment on function app.chunk_of is 'The chunk of a set of people in which somebody is.';
create function app.bit_of(person integer) returns bit
language sql immutable parallel safe as $$ select set_bit(0::bit(2048), person & 2047, 1) $$;
comment on function app.bit_of is 'A chunk of a set of people in which somebody is alone.';
create function app.no_people() returns bit
language sql immutable parallel safe as $$ select 0::bit(2048) $$;
comment on function app.no_people is 'A chunk of a set of people in which nobody is.';
create function app.is_in(people bit, person integer) returns boolean
language sql immutable parallel safe as $$ select get_bit(people, person & 2047) > 0 $$;
comment on function app.is_in is 'Whether somebody is in a set of people, of which this is their chunk; null: there is no such chunk.';

create view app.facts with (security_invoker = true) as
  select tenant_id, post_id, person_id, engaged_on as day, app.kind_of(engagement_type, reaction_type) as kind
  from public.engagements;
comment on view app.facts is 'Engagements as the metrics count them: post, person, day, kind.';

------------------------------------------------------------------------------------------------ what a statement changed
-- A trigger's body names its transition tables and its log, nothing else: no join, no lock, no plan that can go stale.  The
-- three are security definer so that nobody but they can write to the logs; so they run for their own table alone, since
-- the rows of another one may be anybody's, and the casts of its columns anybody's code.
create function app.update_campaign_metrics_on_engagement() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_relid <> 'public.engagements'::regclass then
    raise exception 'this trigger belongs to %', 'public.engagements' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    insert into public.engagement_deltas (tenant_id, post_id, person_id, day, kind, n)
    select tenant_id, post_id, person_id, engaged_on, app.kind_of(engagement_type, reaction_type), 1 from new_rows;
  elsif tg_op = 'DELETE' then
    insert into public.engagement_deltas (tenant_id, post_id, person_id, day, kind, n)
    select tenant_id, post_id, person_id, engaged_on, app.kind_of(engagement_type, reaction_type), -1 from old_rows;
  else
    -- Netted, so that an upsert which changes nothing logs nothing.
    insert into public.engagement_deltas (tenant_id, post_id, person_id, day, kind, n)
    select tenant_id, post_id, person_id, day, kind, sum(n)
    from (
      select tenant_id, post_id, person_id, engaged_on as day, app.kind_of(engagement_type, reaction_type) as kind, -1 as n from old_rows
      union all
      select tenant_id, post_id, person_id, engaged_on, app.kind_of(engagement_type, reaction_type), 1 from new_rows
    ) changes
    group by 1, 2, 3, 4, 5
    having sum(n) <> 0;
  end if;
  return null;
end $$;
comment on function app.update_campaign_metrics_on_engagement is 'Trigger on engagements: appends to engagement_deltas what the statement changed.';

create function app.tg_campaign_posts__log() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_relid <> 'public.campaign_posts'::regclass then
    raise exception 'this trigger belongs to %', 'public.campaign_posts' using errcode = 'insufficient_privilege';
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    insert into public.link_deltas (tenant_id, campaign_id, post_id, n) select tenant_id, campaign_id, post_id, -1 from old_rows;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into public.link_deltas (tenant_id, campaign_id, post_id, n) select tenant_id, campaign_id, post_id, 1 from new_rows;
  end if;
  return null;
end $$;
comment on function app.tg_campaign_posts__log is 'Trigger on campaign_posts: appends to link_deltas what the statement changed.';

create function app.tg_targets__log() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_relid <> 'public.targets'::regclass then
    raise exception 'this trigger belongs to %', 'public.targets' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    insert into public.target_deltas (tenant_id, persona_id, person_id, n)
    select tenant_id, persona_id, person_id, 1 from new_rows where is_active;
  elsif tg_op = 'DELETE' then
    insert into public.target_deltas (tenant_id, persona_id, person_id, n)
    select tenant_id, persona_id, person_id, -1 from old_rows where is_active;
  else
    -- Netted, so that a re-match which only changes scores logs nothing.
    insert into public.target_deltas (tenant_id, persona_id, person_id, n)
    select tenant_id, persona_id, person_id, sum(n)
    from (
      select tenant_id, persona_id, person_id, -1 as n from old_rows where is_active
      union all
      select tenant_id, persona_id, person_id, 1 from new_rows where is_active
    ) changes
    group by 1, 2, 3
    having sum(n) <> 0;
  end if;
  return null;
end $$;
comment on function app.tg_targets__log is 'Trigger on targets: appends to target_deltas who entered and who left.';

create function app.tg_refuse_truncate() returns trigger
language plpgsql volatile as $$
begin
  raise exception 'truncate would bypass the live metrics; use delete on %', tg_table_name using errcode = 'feature_not_supported';
end $$;
comment on function app.tg_refuse_truncate is 'Trigger: refuses truncate where live metrics would not see it.';

------------------------------------------------------------------------------------------------ what the logs add to the rollups
-- `offset 0` in a lateral subquery keeps it an index probe per row, so that the cost follows the log's length and never the
-- table's.  The rule throughout:  delta(a x b) = delta a x settled b + now a x delta b,  where settled = now - log.
-- The logs are netted first, since what came and went is nothing.
create view app.net_engagements with (security_invoker = true) as
  select tenant_id, post_id, person_id, day, kind, sum(n)::int as n
  from public.engagement_deltas group by 1, 2, 3, 4, 5 having sum(n) <> 0;
create view app.net_links with (security_invoker = true) as
  select tenant_id, campaign_id, post_id, sum(n)::int as n
  from public.link_deltas group by 1, 2, 3 having sum(n) <> 0;
create view app.net_targets with (security_invoker = true) as
  select tenant_id, persona_id, person_id, sum(n)::int as n
  from public.target_deltas group by 1, 2, 3 having sum(n) <> 0;
create view app.settled_links with (security_invoker = true) as
  select tenant_id, campaign_id, post_id, 1 as n from public.campaign_posts
  union all
  select tenant_id, campaign_id, post_id, -n from public.link_deltas;
create view app.settled_targets with (security_invoker = true) as
  select tenant_id, persona_id, person_id, 1 as n from public.targets where is_active
  union all
  select tenant_id, persona_id, person_id, -n from public.target_deltas;
comment on view app.net_engagements is 'The engagement log, netted.';
comment on view app.net_links is 'The log of posts in campaigns, netted.';
comment on view app.net_targets is 'The log of targets, netted.';
comment on view app.settled_links is 'Posts in campaigns as the rollups know them: now, less the log.';
comment on view app.settled_targets is 'Active targets as the rollups know them: now, less the log.';

-- Whoever matches several personas is one person on target.
create view app.net_targeted with (security_invoker = true) as
  select d.tenant_id, d.person_id, (r.now > 0)::int - (r.now - d.n > 0)::int as n
  from (
    select tenant_id, person_id, sum(n)::int as n from app.net_targets group by 1, 2 having sum(n) <> 0
  ) d
  cross join lateral (
    select count(*) as now from public.targets t where t.tenant_id = d.tenant_id and t.person_id = d.person_id and t.is_active offset 0
  ) r
  where (r.now > 0) <> (r.now - d.n > 0);
comment on view app.net_targeted is 'Who came to match any persona since the last fold (1), and who none any more (-1).';

create view app.pending_facts with (security_invoker = true) as
  select tenant_id, campaign_id, person_id, day, kind, sum(n)::int as n
  from (
    select d.tenant_id, l.campaign_id, d.person_id, d.day, d.kind, d.n * l.n as n
    from app.net_engagements d
    join app.settled_links l on l.tenant_id = d.tenant_id and l.post_id = d.post_id
    union all
    select l.tenant_id, l.campaign_id, e.person_id, e.day, e.kind, l.n
    from app.net_links l
    join app.facts e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
  ) x
  group by 1, 2, 3, 4, 5
  having sum(n) <> 0;
comment on view app.pending_facts is 'What the logs change, by campaign, person, day and kind.';

-- Only a person who lost something on some day is looked up in the rows; for all others the earliest new day is enough.
create view app.pending_people with (security_invoker = true) as
  select tenant_id, campaign_id, person_id, old_first, new_first
  from (
    select p.tenant_id, p.campaign_id, p.person_id, o.first_day as old_first,
      case when p.lost then (
        select min(e.engaged_on)
        from public.engagements e
        join public.campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id
        where e.tenant_id = p.tenant_id and e.person_id = p.person_id and l.campaign_id = p.campaign_id
      ) else least(o.first_day, p.first_plus) end as new_first
    from (
      select tenant_id, campaign_id, person_id, min(day) filter (where n > 0) as first_plus, bool_or(n < 0) as lost
      from (
        select tenant_id, campaign_id, person_id, day, sum(n) as n
        from app.pending_facts group by 1, 2, 3, 4 having sum(n) <> 0
      ) d
      group by 1, 2, 3
    ) p
    left join lateral (
      select first_day from public.campaign_people o
      where o.tenant_id = p.tenant_id and o.campaign_id = p.campaign_id and o.person_id = p.person_id offset 0
    ) o on true
  ) c
  where old_first is distinct from new_first;
comment on view app.pending_people is 'People whose first day in a campaign changes; null means not in the campaign.';

create view app.pending_campaign with (security_invoker = true) as
  select tenant_id, campaign_id, person_id, day, kind, n from app.pending_facts
  union all
  select p.tenant_id, p.campaign_id, p.person_id, v.day, 'p'::"char", v.n
  from app.pending_people p
  cross join lateral (values (p.old_first, -1), (p.new_first, 1)) v(day, n)
  where v.day is not null;
comment on view app.pending_campaign is 'pending_facts, and reach as facts of kind p: -1 on the old first day, +1 on the new, so that reach is a sum.';

create view app.pending_members with (security_invoker = true) as
  select t.tenant_id, l.campaign_id, t.persona_id, e.day, e.kind, t.n
  from app.net_targets t
  join app.facts e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
  join public.campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id
  union all
  select tenant_id, campaign_id, persona_id, min(day), 'p'::"char", n
  from (
    select t.tenant_id, t.persona_id, t.person_id, l.campaign_id, e.engaged_on as day, t.n
    from app.net_targets t
    join public.engagements e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
    join public.campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id
  ) m
  group by tenant_id, campaign_id, persona_id, person_id, n;
comment on view app.pending_members is 'All that a person who joins (leaves) a persona brings to (takes from) it: the rows as they are now.';

create view app.pending_campaign_persona with (security_invoker = true) as
  select c.tenant_id, c.campaign_id, t.persona_id, c.day, c.kind, c.n * t.n as n
  from app.pending_campaign c
  cross join lateral (
    select persona_id, n from app.settled_targets t where t.tenant_id = c.tenant_id and t.person_id = c.person_id offset 0
  ) t
  union all
  select tenant_id, campaign_id, persona_id, day, kind, n from app.pending_members;
comment on view app.pending_campaign_persona is 'What changed for settled members, and what members bring or take.';

-- The rows are asked who is active on a day, one probe for each day that the log touches: the set of a day says it as of the last fold alone.
create view app.pending_person_day with (security_invoker = true) as
  select tenant_id, person_id, day, kind, sum(n)::int as n
  from app.net_engagements group by 1, 2, 3, 4 having sum(n) <> 0
  union all
  select d.tenant_id, d.person_id, d.day, 'p', (r.has_now > 0)::int - (r.has_now - d.n > 0)::int
  from (
    select tenant_id, person_id, day, sum(n) as n from app.net_engagements group by 1, 2, 3 having sum(n) <> 0
  ) d
  cross join lateral (
    select count(*) as has_now from public.engagements e
    where e.tenant_id = d.tenant_id and e.person_id = d.person_id and e.engaged_on = d.day offset 0
  ) r
  where (r.has_now > 0) <> (r.has_now - d.n > 0);
comment on view app.pending_person_day is 'What the log changes, by person, day and kind; kind p where a person becomes active or inactive on a day.';

create view app.pending_day_members with (security_invoker = true) as
  select t.tenant_id, t.persona_id, e.day, e.kind, t.n
  from app.net_targets t
  join app.facts e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
  union all
  select t.tenant_id, t.persona_id, e.engaged_on, 'p', t.n
  from app.net_targets t
  join public.engagements e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
  group by t.tenant_id, t.persona_id, t.person_id, e.engaged_on, t.n;
comment on view app.pending_day_members is 'All that a person who joins (leaves) a persona brings to (takes from) its days: the rows as they are now.';

create view app.pending_persona_day with (security_invoker = true) as
  select d.tenant_id, t.persona_id, d.day, d.kind, d.n * t.n as n
  from app.pending_person_day d
  cross join lateral (
    select persona_id, n from app.settled_targets t where t.tenant_id = d.tenant_id and t.person_id = d.person_id offset 0
  ) t
  union all
  select tenant_id, persona_id, day, kind, n from app.pending_day_members;
comment on view app.pending_persona_day is 'What the logs change, by persona, day and kind.';

-- Nor a set of (person, post): as by day, the rows are asked, one probe for each pair that the log touches.
create view app.pending_post_people with (security_invoker = true) as
  select d.tenant_id, d.post_id, d.person_id, (r.has_now > 0)::int - (r.has_now - d.n > 0)::int as n
  from (
    select tenant_id, post_id, person_id, sum(n) as n from app.net_engagements group by 1, 2, 3 having sum(n) <> 0
  ) d
  cross join lateral (
    select count(*) as has_now from public.engagements e
    where e.tenant_id = d.tenant_id and e.person_id = d.person_id and e.post_id = d.post_id offset 0
  ) r
  where (r.has_now > 0) <> (r.has_now - d.n > 0);
comment on view app.pending_post_people is 'Who came to be among a post''s people since the last fold (1), and who is not any more (-1).';

create view app.pending_post_members with (security_invoker = true) as
  select t.tenant_id, e.post_id, t.persona_id, t.n
  from app.net_targets t
  join public.engagements e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
  group by t.tenant_id, t.persona_id, t.person_id, e.post_id, t.n;
comment on view app.pending_post_members is 'The posts of a person who joins (leaves) a persona: the rows as they are now.';

create view app.pending_post_targeted with (security_invoker = true) as
  select t.tenant_id, e.post_id, t.n
  from app.net_targeted t
  join public.engagements e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
  group by t.tenant_id, t.person_id, e.post_id, t.n;
comment on view app.pending_post_targeted is 'The posts of a person who came to match any persona, or none any more: the rows as they are now.';

create view app.pending_post_persona with (security_invoker = true) as
  select tenant_id, post_id, persona_id, sum(n)::int as people
  from (
    select d.tenant_id, d.post_id, t.persona_id, d.n * t.n as n
    from app.pending_post_people d
    cross join lateral (
      select persona_id, n from app.settled_targets t where t.tenant_id = d.tenant_id and t.person_id = d.person_id offset 0
    ) t
    union all
    select tenant_id, post_id, persona_id, n from app.pending_post_members
  ) x
  group by 1, 2, 3
  having sum(n) <> 0;
comment on view app.pending_post_persona is 'What the logs add to post_persona_totals.';

-- People are kind p here, and those of them who match any persona kind t.
create view app.pending_post with (security_invoker = true) as
  select tenant_id, post_id, kind, n from app.net_engagements
  union all
  select tenant_id, post_id, 'p', n from app.pending_post_people
  union all
  select d.tenant_id, d.post_id, 't', d.n
  from app.pending_post_people d
  cross join lateral (
    select from app.settled_targets t where t.tenant_id = d.tenant_id and t.person_id = d.person_id having sum(t.n) > 0
  ) was
  union all
  select tenant_id, post_id, 't', n from app.pending_post_targeted;
comment on view app.pending_post is 'What the logs change, by post and kind.';

-- Who came into a set of people, and who left it.  The sets: c people of a campaign, d of a day, q of a persona, t of any.
create view app.pending_members_of_sets with (security_invoker = true) as
  select tenant_id, 'c'::"char" as kind, campaign_id::text as key, person_id, case when old_first is null then 1 else -1 end as n
  from app.pending_people where (old_first is null) <> (new_first is null)
  union all
  select tenant_id, 'd', to_char(day, 'YYYY-MM-DD'), person_id, n from app.pending_person_day where kind = 'p'
  union all
  select tenant_id, 'q', persona_id::text, person_id, n from app.net_targets
  union all
  select tenant_id, 't', '', person_id, n from app.net_targeted;
comment on view app.pending_members_of_sets is 'Who came into a set of people since the last fold (1), and who left it (-1).';

-- The same in the shape of the rollups.
create view app.pending_sets with (security_invoker = true) as
  select tenant_id, kind, key, app.chunk_of(person_id) as chunk,
    coalesce(bit_or(app.bit_of(person_id)) filter (where n > 0), app.no_people()) as came,
    coalesce(bit_or(app.bit_of(person_id)) filter (where n < 0), app.no_people()) as went
  from app.pending_members_of_sets group by 1, 2, 3, 4;
create view app.pending_campaign_daily with (security_invoker = true) as
  select tenant_id, campaign_id, day,
    coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
    coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
    coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
    coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
    coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
    coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
    coalesce(sum(n) filter (where kind = 'p'), 0)::int as new_people
  from app.pending_campaign group by 1, 2, 3;
create view app.pending_campaign_persona_daily with (security_invoker = true) as
  select tenant_id, campaign_id, persona_id, day,
    coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
    coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
    coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
    coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
    coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
    coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
    coalesce(sum(n) filter (where kind = 'p'), 0)::int as new_people
  from app.pending_campaign_persona group by 1, 2, 3, 4;
create view app.pending_persona_daily with (security_invoker = true) as
  select tenant_id, persona_id, day,
    coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
    coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
    coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
    coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
    coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
    coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
    coalesce(sum(n) filter (where kind = 'p'), 0)::int as people
  from app.pending_persona_day group by 1, 2, 3;
create view app.pending_post_total with (security_invoker = true) as
  select tenant_id, post_id,
    coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
    coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
    coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
    coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
    coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
    coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
    coalesce(sum(n) filter (where kind = 'p'), 0)::int as people,
    coalesce(sum(n) filter (where kind = 't'), 0)::int as targeted
  from app.pending_post group by 1, 2;
create view app.pending_person_engagement with (security_invoker = true) as
  -- Who names no day looks none up; of what is put aside as a whole (materialized) everything is looked up that it names.
  select d.*, (
    select max(e.engaged_on) from public.engagements e where e.tenant_id = d.tenant_id and e.person_id = d.person_id
  ) as last_day, (
    select min(e.engaged_on) from public.engagements e where e.tenant_id = d.tenant_id and e.person_id = d.person_id
  ) as first_day, coalesce((
    select bit_or(1::bigint << (m.last_day - e.engaged_on))
    from (select max(e.engaged_on) as last_day from public.engagements e where e.tenant_id = d.tenant_id and e.person_id = d.person_id) m
    join public.engagements e on e.tenant_id = d.tenant_id and e.person_id = d.person_id and e.engaged_on > m.last_day - 63
  ), 0) as days, coalesce((
    select sum(app.product_weight(app.kind_of(e.engagement_type, e.reaction_type)))
    from (select max(e.engaged_on) as last_day from public.engagements e where e.tenant_id = d.tenant_id and e.person_id = d.person_id) m
    join public.engagements e on e.tenant_id = d.tenant_id and e.person_id = d.person_id and e.engaged_on > m.last_day - 7
  ), 0)::int as week_score
  from (
    select tenant_id, person_id,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks
    from app.net_engagements group by 1, 2
  ) d;
comment on view app.pending_campaign_daily is 'What the logs add to campaign_daily.';
comment on view app.pending_campaign_persona_daily is 'What the logs add to campaign_persona_daily.';
comment on view app.pending_post_total is 'What the logs add to post_totals.';
comment on view app.pending_persona_daily is 'What the log adds to persona_daily.';
comment on view app.pending_sets is 'What the logs add to people_sets, and take from them.';
comment on view app.pending_person_engagement is 'What the log adds to person_engagement; first_day, last_day, days and week_score are the present ones.';

------------------------------------------------------------------------------------------------ the fold
-- One statement is one snapshot: it adds what is pending and deletes exactly the log rows that this snapshot saw.  The
-- snapshot is younger than the lock, so it sees all of the fold before; hence read committed only.  Planned anew each
-- time (execute), since log sizes change by orders of magnitude.
create function app.fold_tenant(tenant uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $fold$
declare
  folded bigint;
begin
  perform app.require_tenant(tenant);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the fold needs read committed: its snapshot must be younger than its lock' using errcode = 'active_sql_transaction';
  end if;
  if not exists (select from public.engagement_deltas where tenant_id = tenant)
     and not exists (select from public.link_deltas where tenant_id = tenant)
     and not exists (select from public.target_deltas where tenant_id = tenant) then
    return 0;
  end if;
  perform from public.fold_locks where tenant_id = tenant for update skip locked;
  if not found then
    return -1;
  end if;
  execute $q$
  with e as (delete from public.engagement_deltas where tenant_id = $1 returning 1),
  l as (delete from public.link_deltas where tenant_id = $1 returning 1),
  t as (delete from public.target_deltas where tenant_id = $1 returning 1),
  f as materialized (select * from app.pending_campaign where tenant_id = $1),
  people as (
    select campaign_id, person_id, max(day) filter (where n > 0) as first_day from f where kind = 'p' group by 1, 2
  ),
  people_left as (
    delete from public.campaign_people c using people p
    where p.first_day is null and c.tenant_id = $1 and c.campaign_id = p.campaign_id and c.person_id = p.person_id
  ),
  people_in as (
    insert into public.campaign_people (tenant_id, campaign_id, person_id, first_day)
    select $1, campaign_id, person_id, first_day from people where first_day is not null order by campaign_id, person_id
    on conflict (tenant_id, campaign_id, person_id) do update set first_day = excluded.first_day
  ),
  daily as (
    insert into public.campaign_daily as r (tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select $1, campaign_id, day,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as new_people
    from f group by 1, 2, 3 order by 2, 3
    on conflict (tenant_id, campaign_id, day) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      new_people = r.new_people + excluded.new_people
  ),
  persona as materialized (
    select campaign_id, persona_id, day,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as new_people
    from (
      select f.campaign_id, t.persona_id, f.day, f.kind, f.n * t.n as n
      from f join app.settled_targets t on t.tenant_id = $1 and t.person_id = f.person_id
      union all
      select campaign_id, persona_id, day, kind, n from app.pending_members where tenant_id = $1
    ) x
    group by 1, 2, 3
  ),
  persona_day as (
    insert into public.campaign_persona_daily as r (tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people)
    select $1, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people
    from persona order by campaign_id, persona_id, day
    on conflict (tenant_id, campaign_id, persona_id, day) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      new_people = r.new_people + excluded.new_people
  ),
  persona_total as (
    insert into public.campaign_persona_totals as r (tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people)
    select $1, campaign_id, persona_id, sum(likes), sum(reactions), sum(comments), sum(shares), sum(follows), sum(clicks), sum(new_people)
    from persona group by 1, 2, 3 order by 2, 3
    on conflict (tenant_id, campaign_id, persona_id) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      people = r.people + excluded.people
  ),
  reached as materialized (select post_id, person_id, n from app.pending_post_people where tenant_id = $1),
  post_total as (
    insert into public.post_totals as r (tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted)
    select $1, post_id,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as people,
      coalesce(sum(n) filter (where kind = 't'), 0)::int as targeted
    from (
      select post_id, kind, n from app.net_engagements where tenant_id = $1
      union all
      select post_id, 'p', n from reached
      union all
      select r.post_id, 't', r.n
      from reached r
      cross join lateral (select from app.settled_targets t where t.tenant_id = $1 and t.person_id = r.person_id having sum(t.n) > 0) was
      union all
      select post_id, 't', n from app.pending_post_targeted where tenant_id = $1
    ) x
    group by 2 order by 2
    on conflict (tenant_id, post_id) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      people = r.people + excluded.people,
      targeted = r.targeted + excluded.targeted
  ),
  post as (
    insert into public.post_persona_totals as r (tenant_id, post_id, persona_id, people)
    select $1, post_id, persona_id, sum(n)::int
    from (
      select d.post_id, t.persona_id, d.n * t.n as n
      from reached d
      cross join lateral (select persona_id, n from app.settled_targets t where t.tenant_id = $1 and t.person_id = d.person_id offset 0) t
      union all
      select post_id, persona_id, n from app.pending_post_members where tenant_id = $1
    ) x
    group by 2, 3 having sum(n) <> 0 order by 2, 3
    on conflict (tenant_id, post_id, persona_id) do update set people = r.people + excluded.people
  ),
  active as materialized (select person_id, day, kind, n from app.pending_person_day where tenant_id = $1),
  trend as (
    insert into public.persona_daily as r (tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people)
    select $1, persona_id, day,
      coalesce(sum(n) filter (where kind = 'l'), 0)::int as likes,
      coalesce(sum(n) filter (where kind = 'r'), 0)::int as reactions,
      coalesce(sum(n) filter (where kind = 'c'), 0)::int as comments,
      coalesce(sum(n) filter (where kind = 's'), 0)::int as shares,
      coalesce(sum(n) filter (where kind = 'f'), 0)::int as follows,
      coalesce(sum(n) filter (where kind = 'k'), 0)::int as clicks,
      coalesce(sum(n) filter (where kind = 'p'), 0)::int as people
    from (
      select t.persona_id, a.day, a.kind, a.n * t.n as n
      from active a
      cross join lateral (select persona_id, n from app.settled_targets t where t.tenant_id = $1 and t.person_id = a.person_id offset 0) t
      union all
      select persona_id, day, kind, n from app.pending_day_members where tenant_id = $1
    ) x
    group by 2, 3 order by 2, 3
    on conflict (tenant_id, persona_id, day) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      people = r.people + excluded.people
  ),
  moved as materialized (
    select kind, key, app.chunk_of(person_id) as chunk, coalesce(bit_or(app.bit_of(person_id)) filter (where n > 0), app.no_people()) as came,
      coalesce(bit_or(app.bit_of(person_id)) filter (where n < 0), app.no_people()) as went
    from (
      -- Whose first day moved left it and came again.
      select 'c'::"char" as kind, campaign_id::text as key, person_id, sum(n) as n from f where kind = 'p' group by 2, 3 having sum(n) <> 0
      union all
      select 'd', to_char(day, 'YYYY-MM-DD'), person_id, n from active where kind = 'p'
      union all
      select 'q', persona_id::text, person_id, n from app.net_targets where tenant_id = $1
      union all
      select 't', '', person_id, n from app.net_targeted where tenant_id = $1
    ) x
    group by 1, 2, 3
  ),
  sets as (
    insert into public.people_sets (tenant_id, kind, key, chunk, people)
    select $1, m.kind, m.key, m.chunk, coalesce(r.people, app.no_people()) & ~m.went | m.came
    from moved m
    left join public.people_sets r on r.tenant_id = $1 and r.kind = m.kind and r.key = m.key and r.chunk = m.chunk
    order by 2, 3, 4
    on conflict (tenant_id, kind, key, chunk) do update set people = excluded.people
  ),
  person as (
    insert into public.person_engagement as r (tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score)
    select tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, first_day, last_day, days, week_score
    from app.pending_person_engagement where tenant_id = $1 order by person_id
    on conflict (tenant_id, person_id) do update set
      likes = r.likes + excluded.likes,
      reactions = r.reactions + excluded.reactions,
      comments = r.comments + excluded.comments,
      shares = r.shares + excluded.shares,
      follows = r.follows + excluded.follows,
      clicks = r.clicks + excluded.clicks,
      first_day = excluded.first_day,
      last_day = excluded.last_day,
      days = excluded.days,
      week_score = excluded.week_score
  )
  select (select count(*) from e) + (select count(*) from l) + (select count(*) from t) $q$ into folded using tenant;
  update public.fold_locks set folds = folds + 1 where tenant_id = tenant;
  return folded;
end $fold$;
comment on function app.fold_tenant is 'Adds a tenant''s logs to its rollups and empties them. Returns the log rows folded; -1 while another fold runs. Changes no figure that anybody reads.';

create function app.fold_engagements() returns bigint
language sql volatile as $$
  select coalesce(sum(app.fold_tenant(tenant_id)), 0)::bigint
  from (
    select tenant_id from public.engagement_deltas
    union select tenant_id from public.link_deltas
    union select tenant_id from public.target_deltas
    order by 1
  ) t
$$;
comment on function app.fold_engagements is 'Folds every tenant that the caller may see. Returns the log rows folded.';

create function app.sweep_rollups(tenant uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  swept bigint := 0;
  n bigint;
begin
  perform app.require_tenant(tenant);
  perform from public.fold_locks where tenant_id = tenant for update skip locked;
  if not found then
    return -1;
  end if;
  delete from public.campaign_daily where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.campaign_persona_daily where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, new_people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.campaign_persona_totals where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.people_sets where tenant_id = tenant and people = app.no_people();
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.post_totals where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, people, targeted) <> (0, 0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.post_persona_totals where tenant_id = tenant and people = 0;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.persona_daily where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks, people) <> (0, 0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  swept := swept + n;
  delete from public.person_engagement where tenant_id = tenant and (likes, reactions, comments, shares, follows, clicks) <> (0, 0, 0, 0, 0, 0) is false;
  get diagnostics n = row_count;
  return swept + n;
end $$;
comment on function app.sweep_rollups is 'Takes away rollup rows that came to zero; they are harmless, so this may run at any time or never. Returns how many; -1 while a fold runs.';

------------------------------------------------------------------------------------------------ what the product reads
-- Whoever adds them up by more than the day adds them up once.
create view app.campaign_day_parts with (security_invoker = true) as
  select tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people from public.campaign_daily
  union all
  select tenant_id, campaign_id, day, likes, reactions, comments, shares, follows, clicks, new_people from app.pending_campaign_daily;
comment on view app.campaign_day_parts is 'What adds up to campaign_days: the days that are folded, and what the logs change of them.';

create view app.campaign_days with (security_invoker = true) as
  select tenant_id, campaign_id, day,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    sum(new_people)::int as new_people
  from app.campaign_day_parts
  group by 1, 2, 3;
comment on view app.campaign_days is 'Engagements by kind and people reached for the first time, by campaign and day.';

create view app.campaign_counts with (security_invoker = true) as
  select tenant_id, campaign_id,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    sum(new_people)::int as people
  from app.campaign_day_parts
  group by 1, 2;
comment on view app.campaign_counts is 'Engagements by kind and unique engagers, by campaign.';

create view app.campaign_engagers with (security_invoker = true) as
  select tenant_id, campaign_id, person_id, first_day
  from public.campaign_people c
  where not exists (
    select from app.pending_people p
    where p.tenant_id = c.tenant_id and p.campaign_id = c.campaign_id and p.person_id = c.person_id
  )
  union all
  select tenant_id, campaign_id, person_id, new_first from app.pending_people where new_first is not null;
comment on view app.campaign_engagers is 'Who engaged with a campaign, and since which day.';

create view app.campaign_persona_days with (security_invoker = true) as
  select tenant_id, campaign_id, persona_id, day,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    sum(new_people)::int as new_people
  from (
    select tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people from public.campaign_persona_daily
    union all
    select tenant_id, campaign_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, new_people from app.pending_campaign_persona_daily
  ) x
  group by 1, 2, 3, 4;
comment on view app.campaign_persona_days is 'Engagements by kind and people reached for the first time, by campaign, persona and day.';

create view app.campaign_persona_counts with (security_invoker = true) as
  select tenant_id, campaign_id, persona_id,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    sum(people)::int as people
  from (
    select tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, people from public.campaign_persona_totals
    union all
    select tenant_id, campaign_id, persona_id, likes, reactions, comments, shares, follows, clicks, new_people from app.pending_campaign_persona_daily
  ) x
  group by 1, 2, 3;
comment on view app.campaign_persona_counts is 'Engagements by kind and people reached, by campaign and persona.';

create view app.sets with (security_invoker = true) as
  select tenant_id, kind, key, chunk,
    coalesce(bit_or(people), app.no_people()) & ~coalesce(bit_or(went), app.no_people()) | coalesce(bit_or(came), app.no_people()) as people
  from (
    select tenant_id, kind, key, chunk, people, null::bit(2048) as went, null::bit(2048) as came from public.people_sets
    union all
    select tenant_id, kind, key, chunk, null, went, came from app.pending_sets
  ) x
  group by 1, 2, 3, 4;
comment on view app.sets is 'Sets of people, a bit each: c of a campaign, d of a day, q of a persona, t of any persona. & of two sets is who is in both, | who is in either, bit_count how many.';

-- To plan the view takes longer than to read a few sets; where no log can have changed them, the table says it all.  Otherwise the
-- statement is planned anew each time, as the fold's is, since log sizes change by orders of magnitude.  Whatever is asked here is
-- asked of one snapshot, which is that of whoever calls.
create function app.sets_of(tenant uuid, of_kind "char", of_keys text[] default null) returns table (key text, chunk integer, people bit)
language plpgsql stable parallel safe rows 200 as $$
declare
  keys text[] := case when of_kind = 't' then '{""}' else of_keys end;
begin
  if of_kind in ('c', 'd') and exists (select from public.engagement_deltas d where d.tenant_id = tenant)
     or of_kind = 'c' and exists (select from public.link_deltas d where d.tenant_id = tenant)
     or of_kind in ('q', 't') and exists (select from public.target_deltas d where d.tenant_id = tenant) then
    return query execute format('select s.key, s.chunk, s.people from app.sets s where s.tenant_id = $1 and s.kind = %L and s.key = any ($2)', of_kind) using tenant, keys;
  else
    return query select s.key, s.chunk, s.people from public.people_sets s where s.tenant_id = tenant and s.kind = of_kind and s.key = any (keys);
  end if;
end $$;
comment on function app.sets_of is 'Sets of people of one kind, as in sets: those of some campaigns, days (as in 2026-01-31) or personas, or, of kind t, that of whoever matches any persona.';

create view app.campaign_targeted with (security_invoker = true) as
  select c.tenant_id, c.id as campaign_id, coalesce(sum(bit_count(s.people & t.people)), 0)::int as people
  from public.tenants w
  join public.campaigns c on c.tenant_id = w.id
  left join lateral app.sets_of(w.id, 'c', array(select c.id::text from public.campaigns c where c.tenant_id = w.id)) s on s.key = c.id::text
  left join lateral app.sets_of(w.id, 't') t on t.chunk = s.chunk
  group by 1, 2;
comment on view app.campaign_targeted is 'People whom a campaign reached and who match any persona, each once.';

create view app.post_counts with (security_invoker = true) as
  select tenant_id, post_id,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    sum(people)::int as people,
    sum(targeted)::int as targeted
  from (
    select tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted from public.post_totals
    union all
    select tenant_id, post_id, likes, reactions, comments, shares, follows, clicks, people, targeted from app.pending_post_total
  ) x
  group by 1, 2;
comment on view app.post_counts is 'Engagements by kind, people, and those of them who match any persona, by post.';

create view app.post_persona_counts with (security_invoker = true) as
  select tenant_id, post_id, persona_id, sum(people)::int as people
  from (
    select tenant_id, post_id, persona_id, people from public.post_persona_totals
    union all
    select tenant_id, post_id, persona_id, people from app.pending_post_persona
  ) x
  group by 1, 2, 3;
comment on view app.post_persona_counts is 'People who engaged with a post, each once, by persona.';

create view app.persona_days with (security_invoker = true) as
  select tenant_id, persona_id, day,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    sum(people)::int as people
  from (
    select tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people from public.persona_daily
    union all
    select tenant_id, persona_id, day, likes, reactions, comments, shares, follows, clicks, people from app.pending_persona_daily
  ) x
  group by 1, 2, 3;
comment on view app.persona_days is 'Engagements by kind and unique people, by persona and day.';

create view app.person_counts with (security_invoker = true) as
  select tenant_id, person_id,
    sum(likes)::int as likes,
    sum(reactions)::int as reactions,
    sum(comments)::int as comments,
    sum(shares)::int as shares,
    sum(follows)::int as follows,
    sum(clicks)::int as clicks,
    case when bool_or(pending) then max(last_day) filter (where pending) else max(last_day) end as last_day,
    case when bool_or(pending) then max(first_day) filter (where pending) else max(first_day) end as first_day,
    case when bool_or(pending) then max(days) filter (where pending) else max(days) end as days,
    case when bool_or(pending) then max(week_score) filter (where pending) else max(week_score) end as week_score
  from (
    select tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, last_day, first_day, days, week_score, false as pending from public.person_engagement
    union all
    select tenant_id, person_id, likes, reactions, comments, shares, follows, clicks, last_day, first_day, days, week_score, true from app.pending_person_engagement
  ) x
  group by 1, 2;
comment on view app.person_counts is 'Engagements by kind, the first and the last days of some, and a score of the last seven of them, by person.';

------------------------------------------------------------------------------------------------ triggers
create trigger _500_metrics_insert after insert on public.engagements
  referencing new table as new_rows for each statement execute function app.update_campaign_metrics_on_engagement();
create trigger _500_metrics_delete after delete on public.engagements
  referencing old table as old_rows for each statement execute function app.update_campaign_metrics_on_engagement();
create trigger _500_metrics_update after update on public.engagements
  referencing old table as old_rows new table as new_rows for each statement execute function app.update_campaign_metrics_on_engagement();
create trigger _500_metrics_insert after insert on public.campaign_posts
  referencing new table as new_rows for each statement execute function app.tg_campaign_posts__log();
create trigger _500_metrics_delete after delete on public.campaign_posts
  referencing old table as old_rows for each statement execute function app.tg_campaign_posts__log();
create trigger _500_metrics_update after update on public.campaign_posts
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_campaign_posts__log();
create trigger _500_metrics_insert after insert on public.targets
  referencing new table as new_rows for each statement execute function app.tg_targets__log();
create trigger _500_metrics_delete after delete on public.targets
  referencing old table as old_rows for each statement execute function app.tg_targets__log();
create trigger _500_metrics_update after update on public.targets
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_targets__log();
create trigger _200_no_truncate before truncate on public.engagements for each statement execute function app.tg_refuse_truncate();
create trigger _200_no_truncate before truncate on public.campaign_posts for each statement execute function app.tg_refuse_truncate();
create trigger _200_no_truncate before truncate on public.targets for each statement execute function app.tg_refuse_truncate();
