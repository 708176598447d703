-- Posts: what people engaged with.  Impressions, views and clicks are counters of a post and never events of a person.

create function app.snowflake_time(id bigint) returns timestamptz
language sql immutable parallel safe as $$
  -- LinkedIn's activity, share and ugcPost ids hold their creation time: id >> 22 is Unix milliseconds.
  select timestamptz 'epoch' + (id >> 22) * interval '1 millisecond'
  where (id >> 22) between 1041379200000 and 4102444800000
$$;
comment on function app.snowflake_time is 'The creation time that an activity, share or ugcPost id holds; null where it is not plausible (before 2003 or after 2099).';

create function app.tg_posts__time() returns trigger
language plpgsql volatile as $$
begin
  new.posted_at := app.snowflake_time(coalesce(new.activity_id, new.ugc_post_id, new.share_id));
  new.posted_at_basis := case when new.posted_at is not null then 'derived'::public.time_basis end;
  return new;
end $$;
comment on function app.tg_posts__time is 'Trigger on posts: the exact time of a post, from its id, where no other is known.';
create trigger _100_time before insert or update on public.posts
  for each row when (new.posted_at is null and coalesce(new.activity_id, new.ugc_post_id, new.share_id) is not null)
  execute function app.tg_posts__time();

create view app.post_performance with (security_invoker = true) as
  select p.tenant_id, p.id as post_id, p.title, p.url, p.posted_at, p.is_paid, p.impressions, p.views, p.clicks,
    coalesce(n.likes, 0) as likes, coalesce(n.reactions, 0) as reactions, coalesce(n.comments, 0) as comments, coalesce(n.shares, 0) as shares,
    coalesce(n.follows, 0) as follows, coalesce(n.click_events, 0) as click_events, coalesce(n.engagements, 0) as engagements, coalesce(n.people, 0) as unique_engagers, coalesce(n.targeted, 0) as targeted_engagers,
    round(n.targeted::numeric / nullif(n.people, 0), 6) as targeting_accuracy,
    round(coalesce(n.engagements, 0)::numeric / nullif(p.impressions, 0), 6) as engagement_rate,
    n.last_day as last_engaged_on,
    (select count(*) from public.campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id)::int as campaigns
  from public.posts p
  left join lateral (
    select (count(*) filter (where kind = 'l'))::int as likes, (count(*) filter (where kind in ('l', 'r')))::int as reactions,
      (count(*) filter (where kind = 'c'))::int as comments, (count(*) filter (where kind = 's'))::int as shares,
      (count(*) filter (where kind = 'f'))::int as follows, (count(*) filter (where kind = 'k'))::int as click_events,
      count(*)::int as engagements, count(distinct person_id)::int as people,
      (count(distinct person_id) filter (where exists (
        select from public.targets t where t.tenant_id = f.tenant_id and t.person_id = f.person_id and t.is_active)))::int as targeted,
      max(day) as last_day
    from app.facts f where f.tenant_id = p.tenant_id and f.post_id = p.id
  ) n on true;
comment on view app.post_performance is 'One row a post: counters, engagements by kind, unique and targeted engagers.';
