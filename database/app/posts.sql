-- Posts: what people engaged with.  Impressions, views and clicks are counters of a post and never events of a person.

create function app.snowflake_time(id bigint) returns timestamptz
language sql immutable parallel safe as $$
  -- LinkedIn's activity, share and ugcPost ids hold their creation time: id >> 22 is Unix milliseconds.
  select timestamptz 'epoch' + (id >> 22) * interval '1 millisecond'
  where (id >> 22) between 1041379200000 and 4102444800000
$$;
comment on function app.snowflake_time is 'The creation time that an activity, share or ugcPost id holds; null where it is not plausible (before 2003 or after 2099).';

-- Most posts have no title: people know them by how they begin.
create function app.post_title(title text, body text) returns text
language sql immutable parallel safe as $$
  select coalesce(
    nullif(btrim(title, E' \n\r\t'), ''),
    (select case when length(line) > 80 then rtrim(left(line, 79)) || '…' else line end
      from (select rtrim(split_part(ltrim(body, E' \n\r\t'), E'\n', 1), E' \r\t')) b(line)
      where line <> ''))
$$;
comment on function app.post_title is 'What a post is called: its title, or else how its text begins, 80 characters at most; null where it has neither.';

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

-- What people's rows say and what LinkedIn counted are the same acts, kind by kind: the larger of the two is what is proven.
create view app.post_engagements with (security_invoker = true) as
  select p.tenant_id, p.id as post_id, p.impressions, coalesce(p.clicks, 0)::bigint as counted_clicks,
    greatest(n.reactions, p.reactions, 0) + greatest(n.comments, p.comments, 0) + greatest(n.shares, p.shares, 0)
      + greatest(n.clicks, p.clicks, 0) + coalesce(n.follows, 0) as proven
  from public.posts p
  left join (
    select tenant_id, post_id, sum(reactions) as reactions, sum(comments) as comments, sum(shares) as shares, sum(follows) as follows, sum(clicks) as clicks
    from (
      select tenant_id, post_id, likes + reactions as reactions, comments, shares, follows, clicks from public.post_totals
      union all
      select tenant_id, post_id, case when kind in ('l', 'r') then n end, case when kind = 'c' then n end, case when kind = 's' then n end,
        case when kind = 'f' then n end, case when kind = 'k' then n end
      from app.net_engagements
    ) x
    group by 1, 2
  ) n on n.tenant_id = p.tenant_id and n.post_id = p.id;
comment on view app.post_engagements is 'What is proven of a post: reactions, comments, shares, follows and clicks, each as people''s rows or as LinkedIn counted it, whichever is more.';

create view app.post_performance with (security_invoker = true) as
  select p.tenant_id, p.id as post_id, p.title, p.url, p.posted_at, p.is_paid, p.impressions, p.views, p.clicks,
    coalesce(n.likes, 0) as likes, coalesce(n.likes + n.reactions, 0) as reactions, coalesce(n.comments, 0) as comments, coalesce(n.shares, 0) as shares,
    coalesce(n.follows, 0) as follows, coalesce(n.clicks, 0) as click_events, s.engagements, v.proven as proven_engagements, coalesce(n.people, 0) as unique_engagers,
    coalesce(n.targeted, 0) as targeted_engagers,
    round(n.targeted::numeric / nullif(n.people, 0), 6) as targeting_accuracy,
    round(v.proven::numeric / nullif(p.impressions, 0), 6) as engagement_rate,
    (select max(e.engaged_on) from public.engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id) as last_engaged_on,
    (select count(*) from public.campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id)::int as campaigns,
    p.reactions as counted_reactions, p.comments as counted_comments, p.shares as counted_shares, p.counters_at
  from public.posts p
  join app.post_engagements v on v.tenant_id = p.tenant_id and v.post_id = p.id
  left join app.post_counts n on n.tenant_id = p.tenant_id and n.post_id = p.id
  cross join lateral (select coalesce(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks, 0) as engagements) s;
comment on view app.post_performance is 'One row a post: counters, engagements by kind, unique and targeted engagers; and what LinkedIn counted itself, of people known and unknown.';

-- What only points to the post stays, and points to none.
create function app.delete_post(tenant uuid, post integer) returns boolean
language plpgsql volatile as $$
begin
  -- As the gate of posts would take it, but before the first row is touched.
  perform from public.matching_state where tenant_id = tenant for update;
  update public.ads set post_id = null where tenant_id = tenant and post_id = post;
  update public.content_calendar set post_id = null where tenant_id = tenant and post_id = post;
  delete from public.posts where tenant_id = tenant and id = post;
  if not found then
    return false;
  end if;
  insert into public.audit_log (tenant_id, actor, event, subject) values (tenant, app.actor(), 'post.deleted', post::text);
  return true;
end $$;
comment on function app.delete_post is 'Removes a post with its engagements and its places in campaigns. Returns whether there was one.';

------------------------------------------------------------------------------------------------ one post, several names
create function app.find_posts(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) returns setof integer
language sql stable parallel safe as $$
  -- The ids of one post differ by kind, and some files do not say which kind theirs is: any of them may name it.
  select p.id
  from public.posts p
  where p.tenant_id = tenant
    -- Qualified, since in SQL the name of a column goes before that of an argument.
    and (p.activity_id in (find_posts.activity_id, find_posts.share_id, find_posts.ugc_post_id)
      or p.share_id in (find_posts.activity_id, find_posts.share_id, find_posts.ugc_post_id)
      or p.ugc_post_id in (find_posts.activity_id, find_posts.share_id, find_posts.ugc_post_id) or p.url = find_posts.url)
  order by p.id
$$;
comment on function app.find_posts is 'The posts of any of these names, the oldest first: two, where it was not known yet that they are one.';

create function app.find_post(tenant uuid, url text, activity_id bigint, share_id bigint, ugc_post_id bigint) returns integer
language sql stable parallel safe as $$
  select min(p) from app.find_posts(tenant, find_post.url, find_post.activity_id, find_post.share_id, find_post.ugc_post_id) p
$$;
comment on function app.find_post is 'The post of any of these names, or null.';

create function app.unite_posts(tenant uuid, winner integer, loser integer) returns boolean
language plpgsql volatile as $$
declare
  gone public.posts;
begin
  if winner = loser or (select count(*) from public.posts where tenant_id = tenant and id in (winner, loser)) < 2 then
    return false;
  end if;
  -- As whoever deletes a post takes it; held shared before, two of us would wait for each other.
  perform from public.matching_state where tenant_id = tenant for update;
  -- People before posts, as everybody holds them.
  perform from public.persons
  where tenant_id = tenant and id in (select person_id from public.engagements where tenant_id = tenant and post_id = loser)
  order by id for no key update;
  perform from public.posts where tenant_id = tenant and id in (winner, loser) order by id for update;

  -- Two reactions of one human to one post are one reaction, and the earlier time is the true one.
  update public.engagements w
  set engaged_at = l.engaged_at, engaged_on = l.engaged_on, time_basis = l.time_basis
  from public.engagements l
  where w.tenant_id = tenant and w.post_id = winner and w.engagement_type = 'reaction'
    and l.tenant_id = tenant and l.post_id = loser and l.engagement_type = 'reaction'
    and l.person_id = w.person_id and l.engaged_at < w.engaged_at;
  update public.engagements l
  set post_id = winner
  where tenant_id = tenant and post_id = loser
    and not (engagement_type = 'reaction' and exists (
      select from public.engagements w
      where w.tenant_id = tenant and w.post_id = winner and w.person_id = l.person_id and w.engagement_type = 'reaction'));
  insert into public.campaign_posts (tenant_id, campaign_id, post_id)
  select tenant_id, campaign_id, winner from public.campaign_posts where tenant_id = tenant and post_id = loser
  order by campaign_id on conflict do nothing;
  insert into public.post_metrics_daily (tenant_id, post_id, day, impressions, unique_impressions, views, clicks, source)
  select tenant_id, winner, day, impressions, unique_impressions, views, clicks, source from public.post_metrics_daily where tenant_id = tenant and post_id = loser
  order by day on conflict do nothing;
  update public.page_comments set post_id = winner where tenant_id = tenant and post_id = loser;
  update public.ads set post_id = winner where tenant_id = tenant and post_id = loser;
  update public.post_files set post_id = winner where tenant_id = tenant and post_id = loser;
  update public.content_calendar set post_id = winner where tenant_id = tenant and post_id = loser;
  -- In two steps, since a name belongs to one post: when the loser is gone, its names are free.
  delete from public.posts where tenant_id = tenant and id = loser returning * into gone;
  update public.posts w
  set url = coalesce(w.url, gone.url), activity_id = coalesce(w.activity_id, gone.activity_id), share_id = coalesce(w.share_id, gone.share_id),
    ugc_post_id = coalesce(w.ugc_post_id, gone.ugc_post_id), title = coalesce(w.title, gone.title), text = coalesce(w.text, gone.text),
    author = coalesce(w.author, gone.author), content_type = case when w.content_type = 'other' then gone.content_type else w.content_type end,
    posted_at = coalesce(w.posted_at, gone.posted_at), posted_at_basis = coalesce(w.posted_at_basis, gone.posted_at_basis),
    is_paid = w.is_paid or gone.is_paid, impressions = greatest(w.impressions, gone.impressions), views = greatest(w.views, gone.views),
    clicks = greatest(w.clicks, gone.clicks), reactions = greatest(w.reactions, gone.reactions), comments = greatest(w.comments, gone.comments),
    shares = greatest(w.shares, gone.shares), counters_at = greatest(w.counters_at, gone.counters_at),
    counters_source = case when 'api' in (w.counters_source, gone.counters_source) then 'api' else coalesce(w.counters_source, gone.counters_source) end,
    counters_import_id = case when w.counters_at > gone.counters_at then w.counters_import_id else coalesce(gone.counters_import_id, w.counters_import_id) end,
    audience = coalesce(w.audience, gone.audience),
    notes = nullif(concat_ws(E'\n', w.notes, gone.notes), ''), extra = gone.extra || w.extra
  where w.tenant_id = tenant and w.id = winner;
  return true;
end $$;
comment on function app.unite_posts is 'Makes two records of one post one: engagements, campaigns, ads and names follow to the winner. Returns false where either is missing.';
