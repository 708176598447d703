-- Pages and what LinkedIn tells of them.

--! merge_page (slug?, followers?)
select coalesce(app.merge_page(:tenant, :import, :organization, :name, :slug, :followers)::text, '') as nothing;

--! merge_page_posts : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged from (select app.merge_page_posts(:tenant, :import, :name, :rows) as counts offset 0) c;

--! set_post_counters
select app.set_post_counters(:tenant, :import, :rows) as posts;

--! discussed_posts
select s.urn
from jsonb_to_recordset(:posts) s(n integer, urn text, share_id bigint, ugc_post_id bigint)
join posts p on p.id = app.find_post(:tenant, null, null, s.share_id, s.ugc_post_id)
where p.comments > 0
order by s.n
limit :how_many;

--! merge_page_days
select app.merge_page_days(:tenant, :import, :organization, :rows) as days;

--! merge_page_comments
select app.merge_page_comments(:tenant, :import, :rows) as comments;

--! purge_restricted
select app.purge_restricted() as purged;

--! page_rows : ()
select row_to_json(p) as row
from (
  select name, slug, organization_id, followers, followers_gained, impressions, clicks, reactions, comments, shares, engagement_rate::float8 as engagement_rate,
    first_day, last_day, followers_at, expires_at
  from page_overview order by lower(name)
) p;

--! page_day_rows : ()
select row_to_json(d) as row
from (
  select p.name as page, m.day, m.impressions, m.unique_impressions, m.clicks, m.reactions, m.comments, m.shares, m.organic_followers_gained,
    m.paid_followers_gained
  from pages p
  cross join lateral (
    select * from page_metrics_daily m
    where m.tenant_id = p.tenant_id and m.organization_id = p.organization_id and m.expires_at > clock_timestamp()
    order by m.day desc
    limit :how_many) m
  order by lower(p.name), p.organization_id, m.day desc
) d;

--! page_comment_rows : ()
select row_to_json(c) as row
from (
  select p.author as page, c.text, c.commented_at, p.url as post, p.title, c.actor_urn, c.comment_id, c.expires_at
  from page_comments c
  join posts p on p.tenant_id = c.tenant_id and p.id = c.post_id
  where c.expires_at > clock_timestamp()
  order by c.commented_at desc, c.comment_id
  limit :how_many
) c;
