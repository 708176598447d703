-- Engagements.  The prototype made the time a part of the key, and its imports stamped the time at which they ran: every
-- re-import doubled every row.  The oldest is the true one.
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('engagements') then
    return;
  end if;
  analyze prototype.adoption;
  create temporary table adopting_engagements on commit drop as
  select s.key, case when s.key ~ '^(0|-?[1-9][0-9]{0,17})$' then s.key::bigint end as id, s.r, o.tenant_id as post_tenant, o.target_key::integer as post_id, q.tenant_id as person_tenant,
    case when q.target_table = 'persons' then q.target_key::integer end as person_id, q.target_table as person_is, t.type, t.reaction,
    prototype.deed_time_of(s.r ->> 'engaged_at') as stated_at, case when t.type = 'comment' then coalesce(prototype.word(s.r, 'comment_text'), '') else '' end as told_apart_by,
    null::text as problem, null::bigint as same_as
  from prototype.rows_of('engagements') s
  left join prototype.adoption o on o.source_table = 'posts' and o.source_key = s.r ->> 'post_id'
  left join prototype.adoption q on q.source_table = 'persons' and q.source_key = s.r ->> 'person_id'
  cross join lateral (
    -- Some imports wrote the kind of reaction into the type, and one scraper says repost for share.
    select case
        when w in ('reaction', 'comment', 'share', 'follow', 'click') then w
        when w in ('repost', 'reshare', 'shared') then 'share' when w = 'commented' then 'comment' when w = 'followed' then 'follow' when w = 'clicked' then 'click'
        when prototype.reaction_type(w) is not null then 'reaction'
      end as type,
      case when w in ('reaction', 'reacted') or prototype.reaction_type(w) is not null
        then coalesce(prototype.reaction_type(s.r ->> 'reaction_type'), prototype.reaction_type(w), 'other') end as reaction
    from (select lower(btrim(s.r ->> 'engagement_type')) as w) x
  ) t;
  perform prototype.number_the_rest('adopting_engagements');
  analyze adopting_engagements;
  update adopting_engagements set problem = case
    when r ->> 'person_id' is null then 'Nobody is named who engaged.'
    when person_is is null and person_tenant is not null then '"LinkedIn Member" stands for a person who hides; the engagement is nobody''s.'
    when person_is = 'companies' then 'A company''s page engaged, and engagements are people''s.'
    when person_id is null then 'The person who engaged does not exist.'
    when post_id is null then 'The post does not exist.'
    when type is null and lower(btrim(r ->> 'engagement_type')) in ('view', 'impression', 'viewed') then 'Views and impressions are counters of a post and never events of a person.'
    when type is null then 'There is no engagement of this type.'
    -- Copying a person into another tenant would tell one client about another's people.
    when post_tenant <> person_tenant then 'The post belongs to one tenant and the person to another.'
  end;
  update adopting_engagements e set same_as = o.oldest
  from (
    select id, first_value(id) over (partition by post_tenant, post_id, person_id, type, told_apart_by order by stated_at nulls last, id) as oldest
    from adopting_engagements where problem is null
  ) o
  where o.id = e.id;

  insert into public.engagements (tenant_id, id, post_id, person_id, engagement_type, reaction_type, engaged_on, engaged_at, time_basis, source,
    comment_text, created_at)
  select e.post_tenant, e.id, e.post_id, e.person_id, e.type::public.engagement_type, e.reaction,
    (at.time at time zone 'UTC')::date, at.time, 'first_seen', 'prototype', prototype.word(e.r, 'comment_text'),
    coalesce(prototype.time_of(e.r ->> 'created_at'), at.time)
  from adopting_engagements e
  join public.persons p on p.tenant_id = e.post_tenant and p.id = e.person_id
  cross join lateral (select coalesce(e.stated_at, prototype.deed_time_of(e.r ->> 'created_at'),
    case when p.first_seen >= '2003-01-01 00:00Z' and p.first_seen < '2100-01-01 00:00Z' then p.first_seen end, now()) as time) at
  where e.id = e.same_as
  order by 1, 2
  on conflict do nothing;
  perform prototype.leave_values('engagements', key, post_tenant, rest) from (select id, key, post_tenant,
    prototype.rest(r, array['id', 'tenant_id', 'post_id', 'person_id', 'engagement_type', 'reaction_type', 'comment_text', 'engaged_at', 'created_at', 'updated_at'])
      || prototype.kept(type <> 'reaction' or prototype.reaction_type(r ->> 'reaction_type') is null, r, 'reaction_type')
      || prototype.kept(type <> lower(btrim(r ->> 'engagement_type')), r, 'engagement_type') || prototype.kept(stated_at is null, r, 'engaged_at')
      || prototype.kept_times(r, 'created_at') || prototype.kept(id::text <> key, r, 'id') as rest
  from adopting_engagements where problem is null offset 0) x where rest <> '{}' order by id;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'engagements', key, case when problem is not null then 'set aside' when id = same_as then 'adopted' else 'merged' end,
    coalesce(problem, case when id = same_as then 'kept with their ids' else 'imported again: the oldest row of the same post, person and kind is kept' end),
    coalesce(post_tenant, person_tenant, prototype.tenant_of(r)), case when problem is null then 'engagements' end, same_as::text
  from adopting_engagements order by id;
  perform setval(pg_get_serial_sequence('public.engagements', 'id'), max(id)) from adopting_engagements having max(id) > 0;
  perform prototype.close_books('engagements', 'engagements');
end $$;
