-- Trends: thirty days of every persona, every day present.  The name comes from the prototype, where this was a
-- materialized view; here the rollups behind it are kept by the fold, so that it is never stale and obeys the tenants' walls.

create view app.persona_engagement_trends with (security_invoker = true) as
  with days as (
    -- Six days more than are shown, so that the first shown day has a true seven-day average too.
    select q.tenant_id, q.id as persona_id, q.name as persona, t.today, t.today - ago as day
    from public.personas q
    join (select id, (now() at time zone time_zone)::date as today from public.tenants) t on t.id = q.tenant_id
    cross join generate_series(0, 35) ago
  ),
  figures as (
    select d.tenant_id, d.persona_id, d.persona, d.today, d.day,
      coalesce(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks, 0) as engagements, coalesce(n.people, 0) as unique_people
    from days d
    left join app.persona_days n on n.tenant_id = d.tenant_id and n.persona_id = d.persona_id and n.day = d.day
  ),
  windows as (
    select tenant_id, persona_id, persona, today, day, engagements, unique_people,
      round(avg(engagements) over (partition by tenant_id, persona_id order by day rows between 6 preceding and current row), 2) as average_7_days
    from figures
  ),
  posts as (
    select t.tenant_id, t.persona_id, e.engaged_on as day, count(distinct e.post_id)::int as posts
    from public.targets t
    join public.engagements e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
    where t.is_active and e.engaged_on >= current_date - 31
    group by 1, 2, 3
  )
  select w.tenant_id, w.persona_id, w.persona, w.day, w.engagements, w.unique_people, coalesce(p.posts, 0) as posts, w.average_7_days,
    sum(w.engagements) over (partition by w.tenant_id, w.persona_id order by w.day)::int as cumulative_engagements
  from windows w
  left join posts p on p.tenant_id = w.tenant_id and p.persona_id = w.persona_id and p.day = w.day
  where w.day > w.today - 30;
comment on view app.persona_engagement_trends is 'Thirty days of every persona up to today in the tenant''s time zone: engagements, unique people, posts, true seven-day average, cumulative.';

create function app.refresh_persona_engagement_trends() returns void
language sql volatile as $$ select app.fold_engagements() $$;
comment on function app.refresh_persona_engagement_trends is 'Kept for those who called it in the prototype. The view is always fresh; this folds.';
