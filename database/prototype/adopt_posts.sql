-- Campaign groups, campaigns, segments, posts, ads, and what links them.  A link between rows of two tenants is not made,
-- since the tenants may be rivals; the row stays, and its `extra` says where it pointed.

do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif prototype.pending('campaign_groups') then
    create temporary table adopting_groups on commit drop as
    select s.key, s.r, prototype.id_of(s.key) as id, prototype.tenant_of(s.r) as tenant_id, n.name
    from prototype.rows_of('campaign_groups') s
    join prototype.names_of('campaign_groups', 'Unnamed group') n on n.key = s.key;
    perform prototype.number_the_rest('adopting_groups');
    insert into public.campaign_groups (tenant_id, id, name, client_name, created_at)
    select tenant_id, id, name, prototype.trimmed(prototype.word(r, 'client_name')), coalesce(prototype.time_of(r ->> 'created_at'), now())
    from adopting_groups
    order by 1, 2
    on conflict do nothing;
    perform prototype.leave_values('campaign_groups', key, tenant_id,
      prototype.rest(r, array['id', 'tenant_id', 'name', 'client_name', 'created_at', 'updated_at']) || prototype.kept(name is distinct from r ->> 'name', r, 'name')
        || prototype.kept_times(r, 'created_at'))
    from adopting_groups order by id;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'campaign_groups', key, 'adopted', prototype.kept_with(id::text = key), tenant_id, 'campaign_groups', id::text from adopting_groups order by id;
    perform setval(pg_get_serial_sequence('public.campaign_groups', 'id'), max(id)) from public.campaign_groups having max(id) > 0;
    perform prototype.close_books('campaign_groups', 'campaign_groups');
  end if;
end $$;

------------------------------------------------------------------------------------------------ campaigns
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('campaigns') then
    return;
  end if;
  create temporary table adopting_campaigns on commit drop as
  select s.key, s.r, prototype.id_of(s.key) as id, prototype.tenant_of(s.r) as tenant_id, prototype.bare_id(s.r ->> 'linkedin_campaign_id') as linkedin_id,
    prototype.campaign_status(s.r ->> 'status') as status, prototype.objective(s.r ->> 'objective') as objective,
    prototype.money_of(s.r -> 'budget') as budget, prototype.currency_of(s.r -> 'budget') as currency,
    prototype.day_of(s.r ->> 'start_date') as first_day, prototype.day_of(s.r ->> 'end_date') as last_day, g.target_key::integer as group_id
  from prototype.rows_of('campaigns') s
  left join prototype.adoption g on g.source_table = 'campaign_groups' and g.source_key = s.r ->> 'campaign_group_id' and g.tenant_id = prototype.tenant_of(s.r);
  perform prototype.number_the_rest('adopting_campaigns');
  -- One LinkedIn campaign under two spellings of its id: both rows have things of their own, so both stay.
  update adopting_campaigns c set linkedin_id = null
  where exists (select from adopting_campaigns o where o.tenant_id = c.tenant_id and o.linkedin_id = c.linkedin_id and o.id < c.id);

  insert into public.campaigns (tenant_id, id, campaign_group_id, name, description, status, type, objective, objective_label, start_date, end_date,
    budget, currency, linkedin_campaign_id, extra, created_at)
  select c.tenant_id, c.id, c.group_id, n.name, prototype.word(c.r, 'description'),
    coalesce(c.status, 'active'),
    (case when a.paid or c.linkedin_id is not null then case when a.organic then 'mixed' else 'sponsored_content' end else 'organic' end)::public.campaign_type,
    c.objective, case when c.objective is null then prototype.trimmed(prototype.word(c.r, 'objective')) end,
    -- Reversed dates are two true dates in the wrong fields.
    case when c.first_day is not null then least(c.first_day, c.last_day) end, case when c.last_day is not null then greatest(c.first_day, c.last_day) end,
    c.budget, c.currency, c.linkedin_id,
    prototype.rest(c.r, array['id', 'tenant_id', 'campaign_group_id', 'linkedin_campaign_id', 'name', 'description', 'status', 'objective', 'budget',
      'start_date', 'end_date', 'strategy_id', 'actual_metrics', 'created_at', 'updated_at', 'type'])
      || case when c.r -> 'actual_metrics' = '{}' then '{}' else prototype.kept(true, c.r, 'actual_metrics') end
      || prototype.kept(c.group_id is null, c.r, 'campaign_group_id')
      || prototype.kept(c.status is null or c.status::text <> c.r ->> 'status', c.r, 'status')
      || prototype.kept(c.linkedin_id is distinct from c.r ->> 'linkedin_campaign_id', c.r, 'linkedin_campaign_id')
      || prototype.kept(c.budget is null or c.budget is distinct from prototype.number_of(c.r ->> 'budget'), c.r, 'budget')
      || prototype.kept(c.first_day > c.last_day or c.first_day is null, c.r, 'start_date')
      || prototype.kept(c.first_day > c.last_day or c.last_day is null, c.r, 'end_date')
      || prototype.kept(true, c.r, 'type') || prototype.kept(n.name is distinct from c.r ->> 'name', c.r, 'name') || prototype.kept(c.id::text <> c.key, c.r, 'id')
      || prototype.kept_times(c.r, 'created_at'),
    coalesce(prototype.time_of(c.r ->> 'created_at'), now())
  from adopting_campaigns c
  join (
    select key, name from prototype.names_of('campaigns', 'Unnamed campaign', (select coalesce(array_agg(key), '{}') from adopting_campaigns where linkedin_id is null))
    union all
    select key, prototype.name_in(r, 'Unnamed campaign') from adopting_campaigns where linkedin_id is not null
  ) n on n.key = c.key
  cross join lateral (
    select c.key in (select x.r ->> 'campaign_id' from prototype.rows_of('ads') x where x.r ->> 'campaign_id' is not null) as paid,
      c.key in (select x.r ->> 'campaign_id' from prototype.rows_of('posts') x where x.r ->> 'campaign_id' is not null and prototype.flag(x.r, 'is_paid') is not true) as organic
  ) a
  order by 1, 2
  on conflict do nothing;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'campaigns', key, 'adopted', prototype.kept_with(id::text = key), tenant_id, 'campaigns', id::text from adopting_campaigns order by id;
  perform setval(pg_get_serial_sequence('public.campaigns', 'id'), max(id)) from public.campaigns having max(id) > 0;
  perform prototype.close_books('campaigns', 'campaigns');
end $$;

------------------------------------------------------------------------------------------------ audience segments, of either shape
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('audience_segments') then
    return;
  end if;
  create temporary table adopting_segments on commit drop as
  select s.key, s.r, prototype.tenant_of(s.r) as tenant_id, case when prototype.trimmed(s.key) = '' then 'segment-without-id' || case when s.key = '' then '' else '-' || left(md5(s.key), 8) end else s.key end as id, n.name,
    -- What a rule can say of the filters; and whether there are others, without which it would mean more people.
    (case when cardinality(prototype.words_of(s.r -> 'company_filters')) > 0 then jsonb_build_object('companies', prototype.words_of(s.r -> 'company_filters')) else '{}' end
      || case when prototype.number_of(s.r -> 'criteria' ->> 'min_score') between 1 and 1e6
          then jsonb_build_object('min_score', ceil(prototype.number_of(s.r -> 'criteria' ->> 'min_score'))::integer, 'window_days', 3650) else '{}' end
      || case lower(s.r -> 'criteria' ->> 'follower_status') when 'follower' then '{"is_follower": true}' when 'non-follower' then '{"is_follower": false}' else '{}' end::jsonb
      ) as rule,
    cardinality(prototype.words_of(s.r -> 'title_filters')) > 0 or prototype.means_something(s.r -> 'other_criteria')
      or lower(prototype.trimmed(s.r ->> 'revenue_filter')) not in ('', 'any', 'all', 'unknown', 'none')
      or prototype.means_something(case when jsonb_typeof(s.r -> 'criteria') = 'object' then (s.r -> 'criteria')
          - case when prototype.number_of(s.r -> 'criteria' ->> 'min_score') <= 1e6 then 'min_score' else '' end
          - case when lower(s.r -> 'criteria' ->> 'follower_status') in ('follower', 'non-follower', 'any') then 'follower_status' else '' end else s.r -> 'criteria' end)
      as says_more
  from prototype.rows_of('audience_segments') s
  join prototype.names_of('audience_segments', 'Unnamed segment') n on n.key = s.key;
  -- An empty rule means everybody, which nobody meant, and half a rule more people than were meant.  A list that LinkedIn
  -- holds, or filters that no rule can say, become the people who bear the segment's name as a tag: nobody, until somebody is tagged.
  update adopting_segments set rule = jsonb_build_object('tags', jsonb_build_array(name)) where rule = '{}' or says_more;

  insert into public.audience_segments (tenant_id, id, name, description, rule, linkedin_segment_id, extra, created_at)
  select tenant_id, id, name, prototype.word(r, 'description'), rule, prototype.bare_id(r ->> 'linkedin_segment_id'),
    prototype.rest(r, array['id', 'tenant_id', 'name', 'description', 'linkedin_segment_id', 'created_at', 'created_date', 'updated_date', 'updated_at'])
      || prototype.kept(prototype.bare_id(r ->> 'linkedin_segment_id') is distinct from r ->> 'linkedin_segment_id', r, 'linkedin_segment_id')
      || prototype.kept(id is distinct from r ->> 'id', r, 'id')
      || prototype.kept(name is distinct from r ->> 'name', r, 'name'),
    coalesce(prototype.time_of(r ->> 'created_at'), prototype.time_of(r ->> 'created_date'), now())
  from adopting_segments order by 1, 2
  on conflict do nothing;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'audience_segments', key, case when rule ? 'tags' then 'converted' else 'adopted' end,
    case when rule ? 'tags' then 'no rule can say all that it meant; it is the people tagged with its name' else 'kept with their ids; filters that a rule can say are its rule' end,
    tenant_id, 'audience_segments', id
  from adopting_segments order by key;
  perform prototype.close_books('audience_segments', 'audience_segments');
end $$;

------------------------------------------------------------------------------------------------ posts
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('posts') then
    return;
  end if;
  analyze prototype.adoption;
  create temporary table adopting_posts on commit drop as
  select s.key, s.r, prototype.id_of(s.key) as id, null::integer as same_as, prototype.tenant_of(s.r) as tenant_id,
    (select prototype.trimmed(a) from unnest(array[s.r ->> 'url', s.r ->> 'linkedin_url']) with ordinality u(a, place)
      where prototype.trimmed(a) ~* '^(https?://|www\.|linkedin\.com/)' and octet_length(a) <= 2000 order by place limit 1) as url,
    prototype.count_of(s.r ->> 'impressions') as impressions, prototype.count_of(s.r ->> 'views') as views, prototype.count_of(s.r ->> 'clicks') as clicks
  from prototype.rows_of('posts') s;
  perform prototype.number_the_rest('adopting_posts');
  update adopting_posts set same_as = id;
  create unique index on adopting_posts (id);
  create temporary table adopting_urns on commit drop as
  select distinct p.tenant_id, p.id, lower(m[1]) as kind, m[2] as value
  from adopting_posts p
  cross join lateral regexp_matches(prototype.decoded(concat_ws(' ', p.r ->> 'url', p.r ->> 'linkedin_url')), '(activity|share|ugcPost)[:-]([0-9]{15,19})(?![0-9])', 'gi') m
  where m[2]::numeric <= 9223372036854775807
  union
  select tenant_id, id, 'url', regexp_replace(url, '/+$', '') from adopting_posts where url is not null;
  create index on adopting_urns (tenant_id, kind, value);
  create index on adopting_urns (id);
  analyze adopting_posts, adopting_urns;
  perform prototype.spread('adopting_posts', 'adopting_urns');

  insert into public.posts (tenant_id, id, url, activity_id, share_id, ugc_post_id, title, text, author, content_type, posted_at, posted_at_basis, is_paid,
    impressions, views, clicks, notes, extra, source, created_at)
  select p.tenant_id, p.same_as, (array_agg(p.url order by p.id) filter (where p.url is not null))[1], min(u.activity), min(u.share), min(u.ugc_post),
    (array_agg(coalesce(prototype.word(p.r, 'post_title'), prototype.word(p.r, 'title')) order by p.id)
      filter (where coalesce(prototype.word(p.r, 'post_title'), prototype.word(p.r, 'title')) is not null))[1],
    (array_agg(prototype.word(p.r, 'content') order by p.id) filter (where prototype.word(p.r, 'content') is not null))[1],
    (array_agg(prototype.word(p.r, 'author') order by p.id) filter (where prototype.word(p.r, 'author') is not null))[1],
    coalesce((array_agg(prototype.content_type(p.r ->> 'content_type') order by p.id) filter (where prototype.content_type(p.r ->> 'content_type') is not null))[1], 'other'),
    coalesce(min(prototype.time_of(p.r ->> 'posted_at')), min(u.made)),
    (case when min(prototype.time_of(p.r ->> 'posted_at')) is not null then 'exact' when min(u.made) is not null then 'derived' end)::public.time_basis,
    coalesce(bool_or(prototype.flag(p.r, 'is_paid')), false),
    max(p.impressions), max(p.views), max(p.clicks),
    (array_agg(prototype.word(p.r, 'notes') order by p.id) filter (where prototype.word(p.r, 'notes') is not null))[1],
    prototype.joined(prototype.rest(p.r, array['id', 'tenant_id', 'url', 'linkedin_url', 'post_title', 'title', 'content', 'author', 'content_type', 'posted_at',
        'is_paid', 'campaign_id', 'impressions', 'views', 'clicks', 'notes', 'created_at', 'updated_at'])
      || prototype.kept(p.url is distinct from p.r ->> 'url', p.r, 'url') || prototype.kept(p.url is distinct from p.r ->> 'linkedin_url', p.r, 'linkedin_url')
      || prototype.kept(c.target_key is null, p.r, 'campaign_id') || prototype.kept(p.id::text <> p.key, p.r, 'id')
      || prototype.kept(prototype.word(p.r, 'post_title') is not null and prototype.trimmed(p.r ->> 'title') is distinct from prototype.trimmed(p.r ->> 'post_title'), p.r, 'title')
      || prototype.kept(p.impressions is null or p.impressions is distinct from prototype.number_of(p.r ->> 'impressions'), p.r, 'impressions')
      || prototype.kept(p.views is null or p.views is distinct from prototype.number_of(p.r ->> 'views'), p.r, 'views')
      || prototype.kept(p.clicks is null or p.clicks is distinct from prototype.number_of(p.r ->> 'clicks'), p.r, 'clicks')
      || prototype.kept_times(p.r, 'posted_at', 'created_at') order by p.id desc),
    'prototype', coalesce(min(prototype.time_of(p.r ->> 'created_at')), now())
  from adopting_posts p
  left join lateral (
    select min(value) filter (where kind = 'activity')::bigint as activity, min(value) filter (where kind = 'share')::bigint as share,
      min(value) filter (where kind = 'ugcpost')::bigint as ugc_post,
      -- The id holds the time at which LinkedIn gave it out.
      min(timestamptz 'epoch' + (value::bigint >> 22) * interval '1 millisecond') filter (where kind <> 'url' and (value::bigint >> 22) between 1041379200000 and 4102444800000) as made
    from (select kind, case when kind <> 'url' then value end as value from adopting_urns i where i.id = p.id) x
  ) u on true
  left join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = p.r ->> 'campaign_id' and c.tenant_id = p.tenant_id
  group by p.tenant_id, p.same_as
  order by 1, 2
  on conflict do nothing;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'posts', key, case when id = same_as then 'adopted' else 'merged' end,
    case when id = same_as then 'kept with their ids' else 'an older row has the same activity, share or ugcPost, so both are one post' end, tenant_id, 'posts', same_as::text
  from adopting_posts order by id;
  perform setval(pg_get_serial_sequence('public.posts', 'id'), max(id)) from adopting_posts having max(id) > 0;
  perform prototype.close_books('posts', 'posts');
end $$;

------------------------------------------------------------------------------------------------ ads, and the posts of campaigns
do $$
declare
  linked bigint;
begin
  if to_regclass('prototype.adoption') is null then
    return;
  end if;
  if prototype.pending('ads') then
    -- The column tenant_id came later, with a default that stamped everybody's ads: the campaign knows better.
    create temporary table adopting_ads on commit drop as
    select s.key, s.r, prototype.id_of(s.key) as id, coalesce(c.tenant_id, p.tenant_id, prototype.tenant_of(s.r)) as tenant_id, c.target_key::integer as campaign_id,
      case when p.tenant_id = c.tenant_id then p.target_key::integer end as post_id, g.target_key as segment_id, prototype.bare_id(s.r ->> 'linkedin_ad_id') as linkedin_id,
      prototype.day_of(s.r ->> 'start_date') as first_day, prototype.day_of(s.r ->> 'end_date') as last_day,
      prototype.count_of(s.r ->> 'impressions') as impressions, prototype.count_of(s.r ->> 'clicks') as clicks,
      prototype.money_of(s.r -> 'spend', 4, 10000000000) as spend
    from prototype.rows_of('ads') s
    left join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = s.r ->> 'campaign_id'
    left join prototype.adoption p on p.source_table = 'posts' and p.source_key = s.r ->> 'post_id'
    left join prototype.adoption g on g.source_table = 'audience_segments' and g.source_key = prototype.short(prototype.word(s.r, 'audience_segment_id')) and g.tenant_id = c.tenant_id;
    perform prototype.number_the_rest('adopting_ads');
    insert into public.ads (tenant_id, id, campaign_id, post_id, audience_segment_id, name, linkedin_ad_id, start_date, end_date, extra, created_at)
    select tenant_id, id, campaign_id, post_id, segment_id, coalesce(prototype.trimmed(prototype.word(r, 'ad_name')), 'Ad ' || coalesce(linkedin_id, key)),
      case when not exists (select from adopting_ads o where o.tenant_id = a.tenant_id and o.linkedin_id = a.linkedin_id and o.id < a.id) then linkedin_id end,
      case when first_day is not null then least(first_day, last_day) end, case when last_day is not null then greatest(first_day, last_day) end,
      prototype.rest(r, array['id', 'tenant_id', 'campaign_id', 'post_id', 'linkedin_ad_id', 'ad_name', 'audience_segment_id', 'impressions', 'clicks', 'spend',
          'start_date', 'end_date', 'created_at', 'updated_at'])
        || prototype.kept(post_id is null, r, 'post_id') || prototype.kept(segment_id is null, r, 'audience_segment_id')
        || prototype.kept(linkedin_id is distinct from r ->> 'linkedin_ad_id', r, 'linkedin_ad_id') || prototype.kept(id::text <> key, r, 'id')
        || prototype.kept(impressions is null or impressions is distinct from prototype.number_of(r ->> 'impressions'), r, 'impressions')
        || prototype.kept(clicks is null or clicks is distinct from prototype.number_of(r ->> 'clicks'), r, 'clicks')
        || prototype.kept(spend is null or spend is distinct from prototype.number_of(r ->> 'spend'), r, 'spend')
        || prototype.kept(first_day > last_day or first_day is null, r, 'start_date') || prototype.kept(first_day > last_day or last_day is null, r, 'end_date')
        || prototype.kept_times(r, 'created_at'),
      coalesce(prototype.time_of(r ->> 'created_at'), now())
    from adopting_ads a where campaign_id is not null
    order by 1, 2
    on conflict do nothing;
    -- The prototype kept one sum for the whole run.
    insert into public.ad_metrics_daily (tenant_id, ad_id, day, last_day, spend, impressions, clicks, source)
    select tenant_id, id, d.day, greatest(d.day, first_day, last_day), coalesce(spend, 0), coalesce(impressions, 0), coalesce(clicks, 0), 'prototype'
    from adopting_ads
    cross join lateral (
      select coalesce(least(first_day, last_day), (prototype.time_of(r ->> 'created_at') at time zone 'UTC')::date, current_date) as day
    ) d
    where campaign_id is not null and (impressions > 0 or clicks > 0 or spend > 0)
    order by 1, 2
    on conflict do nothing;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'ads', key, case when campaign_id is null then 'set aside' else 'adopted' end,
      case when campaign_id is null then 'An ad belongs to a campaign, and this one names none.' else 'kept with their ids; what they report is one sum from the first day to the last' end,
      tenant_id, case when campaign_id is not null then 'ads' end, case when campaign_id is not null then id::text end
    from adopting_ads order by id;
    perform setval(pg_get_serial_sequence('public.ads', 'id'), max(id)) from adopting_ads having max(id) > 0;
    perform prototype.close_books('ads', 'ads');
  end if;

  if to_regclass('prototype.posts') is not null and not exists (select from public.migration_report where source_table = '(posts of campaigns)') then
    -- posts.campaign_id allowed one campaign a post; ads knew of others.
    insert into public.campaign_posts (tenant_id, campaign_id, post_id)
    select distinct c.tenant_id, c.target_key::integer, p.target_key::integer
    from (
      select r ->> 'campaign_id' as campaign_key, key as post_key from prototype.rows_of('posts')
      union
      select r ->> 'campaign_id', r ->> 'post_id' from prototype.rows_of('ads')
    ) l
    join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = l.campaign_key
    join prototype.adoption p on p.source_table = 'posts' and p.source_key = l.post_key and p.tenant_id = c.tenant_id
    order by 1, 2, 3
    on conflict do nothing;
    get diagnostics linked = row_count;
    insert into public.migration_report (source_table, outcome, detail, rows)
    values ('(posts of campaigns)', 'converted', 'pairs of campaign and post, from posts and ads, that are links now; pairs across tenants are in extra', linked);
  end if;

  if prototype.pending('post_audiences') then
    create temporary table adopting_audiences on commit drop as
    select s.key, s.r, p.tenant_id, p.target_key::integer as post_id, s.r ->> 'audience_id' as segment, g.target_key as segment_id,
      prototype.flag(s.r, 'is_primary') is true as is_primary,
      row_number() over (partition by p.tenant_id, p.target_key, s.r ->> 'audience_id' order by prototype.flag(s.r, 'is_primary') desc nulls last, length(s.key), s.key) as nth
    from prototype.rows_of('post_audiences') s
    left join prototype.adoption p on p.source_table = 'posts' and p.source_key = s.r ->> 'post_id'
    left join prototype.adoption g on g.source_table = 'audience_segments' and g.source_key = prototype.short(s.r ->> 'audience_id') and g.tenant_id = p.tenant_id;
    insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
    select 'post_audiences', key, case when post_id is null then 'set aside' when nth = 1 then 'converted' else 'merged' end,
      case when post_id is null then 'The post of this audience does not exist.' when nth > 1 then 'the post has this audience already'
        when segment_id is null then 'noted with the post; no segment has that id' else 'noted with the post, by the segment''s name' end,
      coalesce(tenant_id, prototype.tenant_of(r)), case when post_id is not null then 'posts' end, post_id::text
    from adopting_audiences order by length(key), key;
    perform prototype.close_books('post_audiences', 'posts');
  else
    create temporary table adopting_audiences (r jsonb, tenant_id uuid, post_id integer, segment text, segment_id text, is_primary boolean, nth bigint) on commit drop;
  end if;
  if exists (select from prototype.adoption where source_table = '(audiences of posts)') or to_regclass('prototype.posts') is null then
    return;
  end if;
  insert into prototype.adoption (source_table, source_key, outcome, detail) values ('(audiences of posts)', 'all', 'noted', 'in posts.audience and posts.extra');
  update public.posts p
  set audience = a.names, extra = p.extra || jsonb_build_object('audiences', a.list)
  from (
    select u.tenant_id, u.post_id, string_agg(coalesce(s.name, u.segment), ', ' order by u.is_primary desc, u.segment) as names,
      jsonb_agg(jsonb_build_object('id', u.segment, 'is_primary', u.is_primary) order by u.is_primary desc, u.segment) as list
    from (
      select tenant_id, post_id, segment, bool_or(is_primary) as is_primary
      from (
        select tenant_id, post_id, segment, is_primary from adopting_audiences where post_id is not null
        union all
        select l.tenant_id, l.target_key::integer, prototype.word(s.r, 'primary_audience_id'), true
        from prototype.rows_of('posts') s
        join prototype.adoption l on l.source_table = 'posts' and l.source_key = s.key
        where prototype.word(s.r, 'primary_audience_id') is not null
      ) x
      group by 1, 2, 3
    ) u
    left join prototype.adoption g on g.source_table = 'audience_segments' and g.source_key = prototype.short(u.segment) and g.tenant_id = u.tenant_id
    left join public.audience_segments s on s.tenant_id = g.tenant_id and s.id = g.target_key
    group by 1, 2
  ) a
  where p.tenant_id = a.tenant_id and p.id = a.post_id;
end $$;
