-- Pages: what LinkedIn's own interfaces say of an organization's page and its posts.
--
-- LinkedIn allows to keep what it says there for a time, which is here and nowhere else: what members do for 48 hours, figures
-- of pages for a year.  What ends is purged every hour, so that each row is stamped with an end an hour before that when it is
-- obtained; it is shown no longer, and then purged.
-- Nothing of it makes a person, an engagement or an audience.

create function app.may_keep(what text) returns interval
language sql immutable parallel safe as $$
  select case what when 'members_activity' then interval '48 hours' when 'page_figures' then interval '1 year' end - interval '1 hour'
$$;
comment on function app.may_keep is 'How long what is obtained from LinkedIn is kept: as long as it allows (members_activity 48 hours, page_figures a year), less the hour between two purges.';

create type app.staged_page_post as (
  n integer, share_id bigint, ugc_post_id bigint, text text, content_type public.content_type, posted_at timestamptz
);
comment on type app.staged_page_post is 'A post of a page, as LinkedIn''s interfaces tell of it.';

create type app.staged_page_day as (
  day date, impressions bigint, unique_impressions bigint, clicks bigint, reactions bigint, comments bigint, shares bigint,
  organic_followers_gained bigint, paid_followers_gained bigint
);
comment on type app.staged_page_day is 'Figures of a page for one day; null: not told.';

create function app.merge_page(tenant uuid, import uuid, organization text, page_name text, page_slug text, page_followers bigint) returns void
language sql volatile as $$
  insert into public.pages as p (tenant_id, organization_id, name, slug, followers, followers_at, import_id, expires_at)
  values (tenant, organization, page_name, page_slug, page_followers, case when page_followers is not null then clock_timestamp() end, import,
    clock_timestamp() + app.may_keep('page_figures'))
  on conflict (tenant_id, organization_id) do update
  set name = excluded.name, slug = coalesce(excluded.slug, p.slug), followers = coalesce(excluded.followers, p.followers),
    followers_at = coalesce(excluded.followers_at, p.followers_at), import_id = excluded.import_id, expires_at = excluded.expires_at
$$;
comment on function app.merge_page is 'Notes down a page and how many follow it; null: not told.';

create function app.merge_page_posts(tenant uuid, import uuid, page_name text, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  staged app.staged_page_post;
  found_id integer;
  other_id integer;
  result app.chunk_counts := (0, 0, 0, 0, 0);
begin
  perform app.lock_people(tenant);
  -- Where two records turn out to be one post, before any row is touched, as whoever deletes a post holds it.
  if exists (
    select from jsonb_populate_recordset(null::app.staged_page_post, rows) s
    where (select count(*) from app.find_posts(tenant, null, null, s.share_id, s.ugc_post_id)) > 1) then
    perform from public.matching_state where tenant_id = tenant for update;
  end if;
  for staged in select * from jsonb_populate_recordset(null::app.staged_page_post, rows) s order by s.n loop
    found_id := app.find_post(tenant, null, null, staged.share_id, staged.ugc_post_id);
    if found_id is null then
      insert into public.posts (tenant_id, url, share_id, ugc_post_id, text, author, content_type, posted_at, posted_at_basis, source, import_id)
      values (tenant,
        format('https://www.linkedin.com/feed/update/urn:li:%s:%s/', case when staged.share_id is not null then 'share' else 'ugcPost' end,
          coalesce(staged.share_id, staged.ugc_post_id)),
        staged.share_id, staged.ugc_post_id, staged.text, page_name, coalesce(staged.content_type, 'other'), staged.posted_at, 'exact', 'api', import);
      result.created := result.created + 1;
    else
      for other_id in select p from app.find_posts(tenant, null, null, staged.share_id, staged.ugc_post_id) p where p <> found_id loop
        perform app.unite_posts(tenant, found_id, other_id);
      end loop;
      -- The page's own words about its post are better than a file's, and when it was posted is exact.
      update public.posts p
      set share_id = coalesce(p.share_id, staged.share_id), ugc_post_id = coalesce(p.ugc_post_id, staged.ugc_post_id),
        text = coalesce(staged.text, p.text), author = page_name,
        content_type = case when coalesce(staged.content_type, 'other') = 'other' then p.content_type else staged.content_type end,
        posted_at = coalesce(staged.posted_at, p.posted_at), posted_at_basis = case when staged.posted_at is not null then 'exact' else p.posted_at_basis end
      where p.tenant_id = tenant and p.id = found_id
        and (p.share_id, p.ugc_post_id, p.text, p.author, p.content_type, p.posted_at) is distinct from
          (coalesce(p.share_id, staged.share_id), coalesce(p.ugc_post_id, staged.ugc_post_id), coalesce(staged.text, p.text), page_name,
          case when coalesce(staged.content_type, 'other') = 'other' then p.content_type else staged.content_type end,
          coalesce(staged.posted_at, p.posted_at));
      if found then
        result.updated := result.updated + 1;
      else
        result.unchanged := result.unchanged + 1;
      end if;
    end if;
  end loop;
  return result;
end $$;
comment on function app.merge_page_posts is 'Merges posts of a page: found by their ids or made, with text, author and the exact time.';

create function app.set_post_counters(tenant uuid, import uuid, rows jsonb) returns bigint
language plpgsql volatile as $$
declare
  changed bigint;
begin
  perform app.lock_people(tenant);
  update public.posts p
  set impressions = coalesce(s.impressions, p.impressions), clicks = coalesce(s.clicks, p.clicks), reactions = coalesce(s.reactions, p.reactions),
    comments = coalesce(s.comments, p.comments), shares = coalesce(s.shares, p.shares), counters_at = clock_timestamp(), counters_source = 'api',
    counters_import_id = import
  from jsonb_to_recordset(rows) s(share_id bigint, ugc_post_id bigint, impressions bigint, clicks bigint, reactions bigint, comments bigint, shares bigint)
  where p.tenant_id = tenant and p.id = app.find_post(tenant, null, null, s.share_id, s.ugc_post_id);
  get diagnostics changed = row_count;
  return changed;
end $$;
comment on function app.set_post_counters is 'Sets what LinkedIn counts of posts, as totals; null: not told. How many posts.';

create function app.merge_page_days(tenant uuid, import uuid, organization text, rows jsonb) returns bigint
language plpgsql volatile as $$
declare
  changed bigint;
begin
  insert into public.page_metrics_daily as d (tenant_id, organization_id, day, impressions, unique_impressions, clicks, reactions, comments, shares,
    organic_followers_gained, paid_followers_gained, import_id, expires_at)
  select tenant, organization, s.day, s.impressions, s.unique_impressions, s.clicks, s.reactions, s.comments, s.shares, s.organic_followers_gained,
    s.paid_followers_gained, import, clock_timestamp() + app.may_keep('page_figures')
  from jsonb_populate_recordset(null::app.staged_page_day, rows) s
  order by s.day
  on conflict (tenant_id, organization_id, day) do update
  set impressions = coalesce(excluded.impressions, d.impressions), unique_impressions = coalesce(excluded.unique_impressions, d.unique_impressions),
    clicks = coalesce(excluded.clicks, d.clicks), reactions = coalesce(excluded.reactions, d.reactions), comments = coalesce(excluded.comments, d.comments),
    shares = coalesce(excluded.shares, d.shares), organic_followers_gained = coalesce(excluded.organic_followers_gained, d.organic_followers_gained),
    paid_followers_gained = coalesce(excluded.paid_followers_gained, d.paid_followers_gained), import_id = excluded.import_id, expires_at = excluded.expires_at;
  get diagnostics changed = row_count;
  return changed;
end $$;
comment on function app.merge_page_days is 'Merges figures of a page for single days, of which one call tells some and another call others. How many days.';

create function app.merge_page_comments(tenant uuid, import uuid, rows jsonb) returns bigint
language plpgsql volatile as $$
declare
  changed bigint;
begin
  -- Asked for again, a comment is kept as long once more, since it was obtained again.
  insert into public.page_comments as c (tenant_id, comment_id, post_id, actor_urn, text, commented_at, import_id, expires_at)
  select distinct on (s.comment_id) tenant, s.comment_id, app.find_post(tenant, null, null, s.share_id, s.ugc_post_id), s.actor_urn, s.text, s.commented_at,
    import, clock_timestamp() + app.may_keep('members_activity')
  from jsonb_to_recordset(rows) s(comment_id text, share_id bigint, ugc_post_id bigint, actor_urn text, text text, commented_at timestamptz)
  where app.find_post(tenant, null, null, s.share_id, s.ugc_post_id) is not null
  order by s.comment_id
  on conflict (tenant_id, comment_id) do update
  set text = excluded.text, commented_at = excluded.commented_at, import_id = excluded.import_id, expires_at = excluded.expires_at;
  get diagnostics changed = row_count;
  return changed;
end $$;
comment on function app.merge_page_comments is 'Keeps comments of members on posts of a page, for as long as that is allowed. How many.';

create view app.page_overview with (security_invoker = true) as
select p.tenant_id, p.organization_id, p.name, p.slug, p.followers, p.followers_at, d.first_day, d.last_day, d.impressions, d.clicks, d.reactions,
  d.comments, d.shares, (d.clicks + d.reactions + d.comments + d.shares)::numeric / nullif(d.impressions, 0) as engagement_rate, d.followers_gained,
  p.expires_at
from public.pages p
cross join lateral (
  select min(m.day) as first_day, max(m.day) as last_day, sum(m.impressions) as impressions, sum(m.clicks) as clicks, sum(m.reactions) as reactions,
    sum(m.comments) as comments, sum(m.shares) as shares,
    sum(coalesce(m.organic_followers_gained, 0) + coalesce(m.paid_followers_gained, 0)) as followers_gained
  from public.page_metrics_daily m
  where m.tenant_id = p.tenant_id and m.organization_id = p.organization_id and m.day > app.tenant_today(p.tenant_id) - 30
    and m.expires_at > clock_timestamp()) d
where p.expires_at > clock_timestamp();
comment on view app.page_overview is 'Pages, with the sums of their last thirty days.';

create function app.purge_restricted() returns bigint
language plpgsql volatile as $$
declare
  part bigint;
  purged bigint := 0;
begin
  delete from public.page_comments where expires_at <= clock_timestamp();
  get diagnostics part = row_count;
  purged := purged + part;
  delete from public.page_metrics_daily where expires_at <= clock_timestamp();
  get diagnostics part = row_count;
  purged := purged + part;
  delete from public.pages where expires_at <= clock_timestamp();
  get diagnostics part = row_count;
  purged := purged + part;
  -- Whoever holds one of them now has it purged the next time.
  update public.posts p
  set impressions = null, clicks = null, reactions = null, comments = null, shares = null, counters_at = null, counters_source = null,
    counters_import_id = null
  from (
    select tenant_id, id from public.posts
    where counters_source = 'api' and counters_at <= clock_timestamp() - app.may_keep('page_figures')
    order by tenant_id, id for update skip locked) o
  where p.tenant_id = o.tenant_id and p.id = o.id;
  get diagnostics part = row_count;
  return purged + part;
end $$;
comment on function app.purge_restricted is 'Forgets what LinkedIn''s interfaces told and allow to keep no longer; how many rows. As the owner, of every tenant.';
