-- Posts, as their page shows them.

-- The posts of a filter in an order, and how many there are in all.  Whose people are unknown: nobody's engagement was imported,
-- and LinkedIn did not count that there was none.
--! posts_found (search?, campaign?, paid?, known?) : (title?, url?, author?, posted_on?, impressions?, engagement_rate?)
with found as (
  select p.id, post_title(p.title, p.text) as title, p.url, p.author, p.content_type::text as content_type, p.is_paid,
    (p.posted_at at time zone t.time_zone)::date as posted_on, p.impressions, s.engagements::bigint as engagements, coalesce(n.people, 0)::bigint as people,
    coalesce(n.targeted, 0)::bigint as targeted, v.proven::float8 / nullif(p.impressions, 0) as engagement_rate, k.word, k.number, count(*) over () as total
  from posts p
  join tenants t on t.id = p.tenant_id
  join post_engagements v on v.tenant_id = p.tenant_id and v.post_id = p.id
  left join post_counts n on n.tenant_id = p.tenant_id and n.post_id = p.id
  cross join lateral (
    select coalesce(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks, 0) as engagements,
      coalesce(n.people, 0) > 0 or p.reactions = 0 and coalesce(p.comments, 0) = 0 and coalesce(p.shares, 0) = 0 as is_known) s
  cross join lateral (
    select case when :sort::text = 'title' then fold_case(post_title(p.title, p.text)) end as word,
      case :sort::text
        when 'title' then 0
        when 'impressions' then p.impressions
        when 'engagements' then s.engagements
        when 'rate' then v.proven::numeric / nullif(p.impressions, 0)
        when 'people' then coalesce(n.people, 0)
        when 'targeted' then coalesce(n.targeted, 0)
        else extract(epoch from p.posted_at)
      end as number) k
  where (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', p.title, p.text, p.author, p.url))) > 0)
    and (:campaign::integer is null or exists (
      select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = :campaign))
    and (not :without_campaign::boolean or not exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id))
    and (:paid::boolean is null or p.is_paid = :paid)
    and (:known::boolean is null or coalesce(s.is_known, false) = :known)
  order by case when :descending::boolean then k.word end desc nulls last, case when not :descending then k.word end,
    case when :descending then -k.number else k.number end, p.id
  limit :most offset :skip
)
select f.id, f.title, f.url, f.author, f.content_type, f.is_paid, f.posted_on, f.impressions, f.engagements, f.people, f.targeted, f.engagement_rate, f.total,
  array(select c.id from campaign_posts l join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id where l.post_id = f.id order by lower(c.name), c.id) as campaign_ids,
  array(select c.name from campaign_posts l join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id where l.post_id = f.id order by lower(c.name), c.id) as campaigns
from found f
order by case when :descending then f.word end desc nulls last, case when not :descending then f.word end,
  case when :descending then -f.number else f.number end, f.id;

--! has_posts
select exists (select from posts);
