--! post_rows (post?, campaign?) : ()
select row_to_json(p) as row
from (
  select v.* from post_performance v
  where (:post::integer is null or v.post_id = :post)
    and (:campaign::integer is null or exists (
      select from campaign_posts l where l.tenant_id = v.tenant_id and l.post_id = v.post_id and l.campaign_id = :campaign))
  order by v.posted_at desc nulls last, v.post_id
  limit :most
) p;

--! post_by_ref (url?, activity_id?, share_id?, ugc_post_id?)
select id
from (select find_post(:tenant, :url, :activity_id, :share_id, :ugc_post_id) as id) p
where id is not null;

--! post_by_name
select id from posts where id::text = :name or lower(title) = lower(:name) or url = :name order by id::text = :name desc, posted_at desc nulls last, id limit 1;

--! post_campaigns
select c.name
from campaign_posts l
join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id
where l.post_id = :post
order by lower(c.name);

--! post_personas : ()
select row_to_json(r) as row
from (
  select q.id as persona_id, q.name as persona, count(distinct e.person_id)::int as people, count(*)::int as engagements
  from engagements e
  join targets t on t.tenant_id = e.tenant_id and t.person_id = e.person_id and t.is_active
  join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
  where e.post_id = :post
  group by q.id, q.name
  order by people desc, q.name
) r;

--! post_days : ()
select row_to_json(d) as row
from (
  -- Every day from the first engagement to the last.
  select at::date as day, count(e.id)::int as engagements, count(distinct e.person_id)::int as people
  from (select min(engaged_on) as first_day, max(engaged_on) as last_day from engagements where post_id = :post) f
  cross join generate_series(f.first_day, f.last_day, interval '1 day') at
  left join engagements e on e.post_id = :post and e.engaged_on = at::date
  group by 1
  order by 1
) d;

--! post_comments : ()
select row_to_json(c) as row
from (
  select e.engaged_at as at, p.id as person_id, p.name, e.comment_text as text
  from engagements e
  join persons p on p.tenant_id = e.tenant_id and p.id = e.person_id
  where e.post_id = :post and e.engagement_type = 'comment'
  order by e.engaged_at desc, e.id
  limit :most
) c;

--! add_post : ()
select post_id, outcome from merge_posts(:tenant, null, 'manual', :rows);

-- What goes with a post.
--! post_contents : (title?)
select title,
  (select count(*) from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id) as engagements,
  (select count(*) from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id) as campaigns
from posts p
where p.id = :post;

--! delete_post
select delete_post(:tenant, :post) as deleted;
