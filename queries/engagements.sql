-- Engagements as programs see them, in the order in which they were taken in, from either end: a list that is read to its end goes
-- on with what came since.
--! engagement_items (engagement?, person?, post?, campaign?, kind?, since?, until?, after_id?) : ()
with chosen as (
  (
    select e.id
    from engagements e
    where not :descending::boolean and e.id > coalesce(:after_id::bigint, 0)
      and (:engagement::bigint is null or e.id = :engagement)
      and (:person::integer is null or e.person_id = :person)
      and (:post::integer is null or e.post_id = :post)
      and (:campaign::integer is null or e.post_id in (select l.post_id from campaign_posts l where l.campaign_id = :campaign))
      and (:kind::text is null or e.engagement_type = :kind::text::engagement_type)
      and (:since::timestamptz is null or e.engaged_at >= :since)
      and (:until::timestamptz is null or e.engaged_at < :until)
    order by e.id
    limit :most
  )
  union all
  (
    select e.id
    from engagements e
    where :descending and e.id < coalesce(:after_id::bigint, 9223372036854775807)
      and (:engagement is null or e.id = :engagement)
      and (:person is null or e.person_id = :person)
      and (:post is null or e.post_id = :post)
      and (:campaign is null or e.post_id in (select l.post_id from campaign_posts l where l.campaign_id = :campaign))
      and (:kind is null or e.engagement_type = :kind::text::engagement_type)
      and (:since is null or e.engaged_at >= :since)
      and (:until is null or e.engaged_at < :until)
    order by e.id desc
    limit :most
  )
)
select e.id, jsonb_build_object('id', e.id, 'post_id', e.post_id, 'post', p.title, 'person_id', e.person_id, 'person', q.name, 'type', e.engagement_type,
  'reaction', e.reaction_type, 'comment', e.comment_text, 'engaged_at', e.engaged_at, 'engaged_on', e.engaged_on, 'time_basis', e.time_basis,
  'source', e.source, 'import_id', e.import_id, 'created_at', e.created_at, 'updated_at', e.updated_at) as item
from chosen c
join engagements e on e.id = c.id
join posts p on p.tenant_id = e.tenant_id and p.id = e.post_id
join persons q on q.tenant_id = e.tenant_id and q.id = e.person_id
order by case when :descending then e.id end desc, e.id;

-- People before posts and posts before engagements, as everybody holds them.
--! delete_engagement
with person as (
  select q.id from persons q where q.id = (select e.person_id from engagements e where e.id = :engagement) for no key update
),
gone as (
  delete from engagements e using person q where e.id = :engagement and e.person_id = q.id returning e.tenant_id, e.id, e.engagement_type
)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'engagement.deleted', id::text, jsonb_build_object('type', engagement_type) from gone;
