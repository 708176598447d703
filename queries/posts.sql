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

-- Posts as programs see them.  Only what a list is put in order by is looked up for all of them, since the figures of a post are
-- counted from its engagements.
--! post_items (post?, campaign?, paid?, content_type?, search?, after_key?, after_id?) : ()
with keyed as (
  select p.id, coalesce(case :sort::text
    when 'posted_at' then to_jsonb(extract(epoch from p.posted_at))
    when 'created_at' then to_jsonb(extract(epoch from p.created_at))
    when 'title' then to_jsonb(lower(p.title))
    when 'impressions' then to_jsonb(p.impressions)
    when 'clicks' then to_jsonb(p.clicks)
    when 'engagements' then to_jsonb((select count(*) from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id))
    end, 'null') as key
  from posts p
  where (:post::integer is null or p.id = :post)
    and (:campaign::integer is null or exists (
      select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = :campaign))
    and (:paid::boolean is null or p.is_paid = :paid)
    and (:content_type::text is null or p.content_type = :content_type::text::content_type)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', p.title, p.text, p.author, p.url))) > 0)
),
chosen as (
  select id, key
  from keyed
  where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
  order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
  limit :most
)
select c.id, c.key, jsonb_build_object('id', p.id, 'url', p.url, 'title', p.title, 'text', p.text, 'author', p.author, 'content_type', p.content_type,
  'posted_at', p.posted_at, 'paid', p.is_paid, 'audience', p.audience, 'notes', p.notes, 'source', p.source, 'created_at', p.created_at,
  'updated_at', p.updated_at, 'metrics', to_jsonb(v) - array['tenant_id', 'post_id', 'title', 'url', 'posted_at', 'is_paid']) as item
from chosen c
join posts p on p.id = c.id
join post_performance v on v.tenant_id = p.tenant_id and v.post_id = p.id
order by case when :descending then c.key end desc, case when not :descending then c.key end, case when :descending then c.id end desc, c.id;

--! post_exists
select exists (select from posts where id = :post);

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_post
with held as (select p as row from posts p where p.id = :post for no key update)
update posts p
set title = n.title, text = n.text, author = n.author, content_type = n.content_type, is_paid = n.is_paid, audience = n.audience, notes = n.notes
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where p.id = (h.row).id
returning p.id;

--! link_post
with found as (
  select c.tenant_id, c.id as campaign_id, p.id as post_id
  from campaigns c
  join posts p on p.tenant_id = c.tenant_id
  where c.id = :campaign and p.id = :post
),
linked as (
  insert into campaign_posts (tenant_id, campaign_id, post_id)
  select tenant_id, campaign_id, post_id from found
  on conflict do nothing
)
select exists (select from found) as found;

-- A campaign without a type of its own has that of its posts.
--! type_campaigns_by_posts
select coalesce(app.type_campaigns_by_posts(:tenant, :posts)::text, '') as nothing;

--! unlink_post
delete from campaign_posts where campaign_id = :campaign and post_id = :post;

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
