-- Everything that holds every word of a text, a few of each kind: first what is called so, then what begins with it, then what has a
-- word that does.  `campaigns` is in every part: to which a client is confined, who finds campaigns alone; null: to none.

--! search (campaigns?) : (detail?, url?)
-- The functions of the text are constants by the time that a plan is made, so that what is asked of every row costs no call.
--
-- An index has all that is asked of a person here, and tells how far off the last one is that is shown.  Who they are is asked of those
-- who are nearer, and of those who are as far, by when they were seen: where there are hundreds, by walking through who was seen last.
with held as materialized (
  select p.id, how_near(split_part(p.folded, E'\n', 1), ways_near(:text)) as near
  from persons p
  where :campaigns::integer[] is null and p.folded like all (words_held(:text))
),
last as materialized (
  select l.near, (select count(*) from held h where h.near = l.near) > 500 as is_common
  from (select max(n.near) as near from (select near from held order by near limit :most) n) l
),
nearest as (
  select p.id, h.near, p.last_seen
  from last l
  join held h on h.near < l.near or h.near = l.near and not l.is_common
  join persons p on p.id = h.id
  union all
  (
    -- In the order in which they come out of the walk.
    select p.id, (select near from last), p.last_seen
    from (select p.id, p.last_seen, p.folded from persons p order by p.last_seen desc, p.id offset 0) p
    where (select is_common from last) and p.folded like all (words_held(:text))
      and how_near(split_part(p.folded, E'\n', 1), ways_near(:text)) = (select near from last)
    limit :most
  )
)
(
  select 'person' as kind, f.id::text as id, f.name, f.detail, null as url
  from (
    select p.id, p.name, concat_ws(' · ', coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), nullif(p.headline, '')),
      coalesce(nullif(p.company_override, ''), c.name, p.current_company)) as detail
    from (select n.* from nearest n order by n.near, n.last_seen desc, n.id limit :most) n
    join persons p on p.id = n.id
    left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
    order by n.near, n.last_seen desc, n.id
  ) f
)
union all
(
  select 'company', c.id::text, c.name, concat_ws(' · ', c.industry, c.country), null
  from companies c
  cross join lateral (select fold_case(c.name) as name, fold_case(concat_ws(' ', c.name, c.domain)) as whole offset 0) k
  where :campaigns is null and k.whole like all (words_held(:text))
  order by how_near(k.name, ways_near(:text)), k.name, c.id
  limit :most
)
union all
(
  select 'campaign', c.id::text, c.name, concat_ws(' · ', c.status::text, g.name), null
  from campaigns c
  left join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id
  where (:campaigns is null or c.id = any (:campaigns))
    -- What a client may not see must not find anything for them either.
    and fold_case(concat_ws(' ', c.name, g.name, case when :campaigns is null then c.description end)) like all (words_held(:text))
  order by how_near(fold_case(c.name), ways_near(:text)), lower(c.name), c.id
  limit :most
)
union all
(
  select 'campaign_group', g.id::text, g.name, g.client_name, null
  from campaign_groups g
  where :campaigns is null and fold_case(concat_ws(' ', g.name, g.client_name)) like all (words_held(:text))
  order by how_near(fold_case(g.name), ways_near(:text)), lower(g.name), g.id
  limit :most
)
union all
(
  select 'persona', q.id::text, q.name, concat_ws(' · ', case when not q.is_active then 'inactive' end, left(q.description, 200)), null
  from personas q
  where :campaigns is null and fold_case(concat_ws(' ', q.name, q.description)) like all (words_held(:text))
  order by how_near(fold_case(q.name), ways_near(:text)), lower(q.name), q.id
  limit :most
)
union all
(
  select 'strategy', s.id::text, s.name, concat_ws(' · ', s.type::text, left(s.description, 200)), null
  from campaign_strategies s
  where :campaigns is null and fold_case(concat_ws(' ', s.name, s.description)) like all (words_held(:text))
  order by how_near(fold_case(s.name), ways_near(:text)), lower(s.name), s.id
  limit :most
)
union all
(
  select 'segment', s.id, s.name, left(s.description, 200), null
  from audience_segments s
  where :campaigns is null and fold_case(concat_ws(' ', s.name, s.description)) like all (words_held(:text))
  order by how_near(fold_case(s.name), ways_near(:text)), lower(s.name), s.id
  limit :most
)
union all
(
  select 'custom_audience', a.id::text, a.name, left(a.description, 200), null
  from custom_audiences a
  where :campaigns is null and fold_case(concat_ws(' ', a.name, a.description)) like all (words_held(:text))
  order by how_near(fold_case(a.name), ways_near(:text)), lower(a.name), a.id
  limit :most
)
union all
(
  select 'post', p.id::text, coalesce(post_title(p.title, p.text), p.url, 'Post ' || p.id), concat_ws(' · ', p.author, p.posted_at::date::text), p.url
  from posts p
  cross join lateral (select fold_case(coalesce(p.title, '')) as title, fold_case(concat_ws(' ', p.title, p.text, p.author)) as whole offset 0) k
  where (:campaigns is null or exists (
      select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any (:campaigns)))
    and k.whole like all (words_held(:text))
  order by how_near(k.title, ways_near(:text)), p.posted_at desc nulls last, p.id
  limit :most
)
union all
(
  select 'connection', c.id::text, c.name, c.status::text, null
  from linkedin_connections c
  where :campaigns is null and fold_case(c.name) like all (words_held(:text))
  order by how_near(fold_case(c.name), ways_near(:text)), lower(c.name), c.id
  limit :most
)
union all
(
  select 'webhook_source', w.id::text, w.name, null, null
  from webhook_sources w
  where :campaigns is null and fold_case(w.name) like all (words_held(:text))
  order by how_near(fold_case(w.name), ways_near(:text)), w.name, w.id
  limit :most
)
union all
(
  select 'endpoint', e.id::text, e.name, e.url, null
  from webhook_endpoints e
  where :campaigns is null and fold_case(concat_ws(' ', e.name, e.url)) like all (words_held(:text))
  order by how_near(fold_case(e.name), ways_near(:text)), lower(e.name), e.id
  limit :most
);
