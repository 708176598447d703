-- Imports: how the lines of a file become rows.  Rust reads the file and hands over chunks; here each chunk is merged, set by
-- set, in one transaction with its row in the ledger (import_chunks).  A chunk that is in the ledger is never merged again,
-- so that an import which was killed goes on where it was, and loses and doubles nothing.

create type app.staged_person as (
  n integer, member_id text, slug text, sales_nav_id text, email text, name text, first_name text, last_name text, headline text,
  title text, employer text, seniority public.seniority, functions public.job_function[], confidence real, version integer,
  facts_from public.fact_source, degree smallint, connected_on date, picture_url text, seen_at timestamptz
);
create type app.staged_engagement as (
  n integer, post_id integer, engagement_type public.engagement_type, reaction_type public.reaction_type, comment_id text, comment_text text,
  engaged_at timestamptz, time_basis public.time_basis
);
create type app.staged_post as (
  n integer, url text, activity_id bigint, share_id bigint, ugc_post_id bigint, title text, posted_at timestamptz, is_paid boolean,
  campaign_group text, campaign text, file text
);
create type app.staged_demographic as (
  n integer, account text, section public.demographic_section, segment text, first_day date, last_day date, impressions bigint,
  impressions_share numeric, clicks bigint, clicks_share numeric, conversions bigint, sends bigint, opens bigint
);
create type app.chunk_counts as (created bigint, updated bigint, unchanged bigint, people_created bigint, overlapping bigint);
comment on type app.staged_person is 'A person as a line of a file tells of one; n is the line''s number within its chunk, seen_at the time as of which it tells (null: now).';
comment on type app.staged_engagement is 'An engagement of the person of the same n.';
comment on type app.staged_post is 'A post of a posts list.';
comment on type app.staged_demographic is 'One segment of one section of a Demographics report.';
comment on type app.chunk_counts is 'What became of the lines of a chunk, and how many people were new. overlapping: ad periods that would count days twice.';

------------------------------------------------------------------------------------------------ people
-- Whoever makes people takes this, so that two imports of the same people do not make them twice.  Held for a chunk only.
create function app.lock_people(tenant uuid) returns void
language plpgsql volatile as $$
begin
  -- The tenant's own row: another tenant cannot reach it, and foreign keys to it go on meanwhile.
  perform from public.tenants where id = tenant for no key update;
end $$;
comment on function app.lock_people is 'Waits until nobody else makes people, posts or campaigns of this tenant, and keeps others waiting until the transaction ends.';

create function app.identities_of(people app.staged_person[])
returns table (n integer, kind public.identity_kind, value text)
language sql immutable parallel safe as $$
  select p.n, i.kind, i.value
  from unnest(people) p
  cross join lateral (values ('member_id'::public.identity_kind, p.member_id), ('slug', p.slug), ('sales_nav_id', p.sales_nav_id),
    -- An address may be shared, so it stands for a person only where nothing better does.
    ('email', case when coalesce(p.member_id, p.slug, p.sales_nav_id) is null then p.email end)) i(kind, value)
  where i.value is not null
$$;
comment on function app.identities_of is 'The identities that lines name, one row each.';

-- A vanity slug that its owner gives up is free for the next; a member id is one human's for ever.  So a line that names a
-- member does not mean a person who is another member, even where the slug is that person's so far.
create function app.known_people(tenant uuid, people app.staged_person[])
returns table (n integer, kind public.identity_kind, value text, person_id integer)
language sql stable parallel safe as $$
  select k.n, k.kind, k.value, (
    select i.person_id from public.person_identities i
    where i.tenant_id = tenant and i.kind = k.kind and i.value = k.value
      and not (k.kind = 'slug' and k.member_id is not null and exists (
        select from public.person_identities m
        where m.tenant_id = tenant and m.person_id = i.person_id and m.kind = 'member_id' and m.value <> k.member_id)))
  from (
    select k.*, p.member_id from app.identities_of(people) k join unnest(people) p on p.n = k.n
  ) k
$$;
comment on function app.known_people is 'The identities that lines name, with the person who is known by each, or null. A slug that another member had is nobody''s.';

create function app.merge_doubles(tenant uuid, people app.staged_person[]) returns void
language plpgsql volatile as $$
declare
  pair record;
  is_merged boolean;
begin
  loop
    is_merged := false;
    for pair in
      select distinct min(k.person_id) over (partition by k.n) as winner, k.person_id as loser
      from app.known_people(tenant, people) k
      where k.person_id is not null
      order by 1, 2
    loop
      is_merged := (pair.winner <> pair.loser and app.merge_persons(tenant, pair.winner, pair.loser)) or is_merged;
    end loop;
    -- One line may join two people, and the next those two to a third.
    exit when not is_merged;
  end loop;
end $$;
comment on function app.merge_doubles is 'Makes one of records that one line names by several identities; the oldest stays.';

create function app.resolve_people(tenant uuid, import uuid, origin public.data_source, people app.staged_person[])
returns table (n integer, person_id integer, is_new boolean, is_changed boolean)
language plpgsql volatile as $$
declare
  new_ids integer[];
  changed_ids integer[];
  employers text[];
  companies jsonb;
begin
  perform app.lock_people(tenant);
  perform from public.matching_state where tenant_id = tenant for share;
  perform set_config('app.fact_source', origin::text, true), set_config('app.fact_import', coalesce(import::text, ''), true);
  perform app.merge_doubles(tenant, people);
  employers := array(select distinct p.employer from unnest(people) p where p.employer is not null);
  select coalesce(jsonb_object_agg(c.employer, c.id), '{}') into companies
  from unnest(employers, app.resolve_companies(tenant, employers)) c(employer, id);

  with unknown as (
    select distinct on (key) p.*, coalesce('m' || p.member_id, 's' || p.slug, 'v' || p.sales_nav_id, 'e' || p.email) as key
    from unnest(people) p
    where coalesce(p.member_id, p.slug, p.sales_nav_id, p.email) is not null
      and p.n not in (select k.n from app.known_people(tenant, people) k where k.person_id is not null)
    order by key, p.facts_from desc nulls last, p.n
  ),
  numbered as materialized (
    select nextval('public.persons_id_seq')::integer as id, u.* from (select * from unknown order by unknown.n) u
  ),
  added as (
    insert into public.persons (tenant_id, id, name, first_name, last_name, headline, current_title, current_company, company_id, seniority,
      functions, facts_from, headline_confidence, headline_version, headline_seen_at, facts_seen_at, connection_degree, connected_on, email, picture_url,
      linkedin_url, source, import_id)
    -- Somebody without a name is shown under what is known.
    select tenant, u.id, coalesce(u.name, u.slug, u.member_id, u.sales_nav_id, u.email), u.first_name, u.last_name, u.headline, u.title, u.employer,
      (companies ->> u.employer)::integer, u.seniority, coalesce(u.functions, '{}'), u.facts_from, u.confidence, u.version, case when u.headline is not null then coalesce(u.seen_at, now()) end,
      case when u.facts_from is not null then coalesce(u.seen_at, now()) end, u.degree, u.connected_on, u.email, u.picture_url, 'https://www.linkedin.com/in/' || coalesce(u.slug, u.member_id), origin, import
    from numbered u
    order by u.id
    returning persons.id
  ),
  named as (
    insert into public.person_identities as i (tenant_id, kind, value, person_id, source)
    select distinct on (k.kind, k.value) tenant, k.kind, k.value, u.id, origin
    from numbered u
    cross join lateral (values ('member_id'::public.identity_kind, u.member_id), ('slug', u.slug), ('sales_nav_id', u.sales_nav_id), ('email', u.email)) k(kind, value)
    where k.value is not null
    order by k.kind, k.value, u.member_id is null, u.id
    -- Whoever had the slug before is another member; else the line would have meant that person.
    on conflict (tenant_id, value, kind) do update set person_id = excluded.person_id, source = excluded.source where i.kind = 'slug'
  )
  select array_agg(added.id) into new_ids from added;

  -- A line may name a known person by one more identity, or show that two who seemed to be two are one.
  insert into public.person_identities as i (tenant_id, kind, value, person_id, source)
  select distinct on (m.kind, m.value) tenant, m.kind, m.value, k.person_id, origin
  from app.known_people(tenant, people) m
  join app.known_people(tenant, people) k on k.n = m.n and k.person_id is not null
  where m.person_id is null
  order by m.kind, m.value, m.n desc, k.person_id
  on conflict (tenant_id, value, kind) do update set person_id = excluded.person_id, source = excluded.source where i.kind = 'slug';
  perform app.merge_doubles(tenant, people);
  -- Two lines of one human may each have made a person, where the one names only what the other names too.
  delete from public.persons p
  where p.tenant_id = tenant and p.id = any (new_ids)
    and not exists (select from public.person_identities i where i.tenant_id = tenant and i.person_id = p.id);

  perform from public.persons
  where tenant_id = tenant and id in (
    select i.person_id from app.identities_of(people) k
    join public.person_identities i on i.tenant_id = tenant and i.kind = k.kind and i.value = k.value)
  order by id for no key update;
  -- Of several lines about a person the best informed is right, and of those the last.
  with latest as (
    select distinct on (k.person_id) k.person_id as id, p.*,
      -- A shared address is not enough to give somebody another name, and a slug is none.
      case when coalesce(p.member_id, p.slug, p.sales_nav_id) is not null then nullif(nullif(p.name, p.slug), p.member_id) end as called
    from unnest(people) p
    join app.known_people(tenant, people) k on k.n = p.n and k.person_id is not null
    order by k.person_id, p.facts_from desc nulls last, p.n desc
  ),
  told as (
    -- A profile's or a connection's title is better than one read from a headline, and what a human entered is better than
    -- any, also where it does not say so.  What names neither title nor seniority tells nothing, unless it is the headline
    -- itself that no longer does.  Against a profile a later headline or connection holds only where it names an employer that
    -- the profile does not: then the person has moved.
    select l.*, s.seen, l.headline is not null and s.seen >= coalesce(q.headline_seen_at, '-infinity') as tells_headline,
      case
        when coalesce(l.facts_from >= q.facts_from, l.facts_from is not null and q.current_title is null and q.current_company is null, false) then
          (l.facts_from is distinct from q.facts_from or s.seen >= coalesce(q.facts_seen_at, '-infinity'))
          and (l.title is not null or l.seniority is not null or (l.facts_from = 'headline' and q.facts_from = 'headline'))
        when q.facts_from = 'profile' and l.employer is not null and s.seen > coalesce(q.facts_seen_at, '-infinity')
          and (l.facts_from = 'connection' or l.headline is distinct from q.headline) then
          app.company_key(l.employer) <> all (app.employer_keys(q.experience, true)) and app.company_key(l.employer) <> all (q.keys)
        else false
      end as tells_facts
    from latest l
    cross join lateral (select coalesce(l.seen_at, now()) as seen) s
    cross join lateral (
      select q.facts_from, q.current_title, q.current_company, q.headline, q.headline_seen_at, q.facts_seen_at, q.experience,
        array[coalesce(app.company_key(q.current_company), ''), coalesce((
          select c.name_key from public.companies c where c.tenant_id = tenant and c.id = q.company_id), '')] as keys
      from public.persons q where q.tenant_id = tenant and q.id = l.id offset 0) q
  ),
  changed as (
    update public.persons q
    set name = coalesce(t.called, q.name),
      first_name = coalesce(t.first_name, q.first_name),
      last_name = coalesce(t.last_name, q.last_name),
      headline = case when t.tells_headline then t.headline else q.headline end,
      headline_seen_at = case when t.tells_headline and t.headline is distinct from q.headline then t.seen else q.headline_seen_at end,
      current_title = case when t.tells_facts then t.title else q.current_title end,
      current_company = case when t.tells_facts then t.employer else q.current_company end,
      company_id = case when t.tells_facts then (companies ->> t.employer)::integer else q.company_id end,
      seniority = case when t.tells_facts then t.seniority else q.seniority end,
      functions = case when t.tells_facts then coalesce(t.functions, '{}') else q.functions end,
      facts_from = case when t.tells_facts then t.facts_from else q.facts_from end,
      facts_seen_at = case when t.tells_facts then t.seen else q.facts_seen_at end,
      headline_confidence = case when t.tells_facts then t.confidence else q.headline_confidence end,
      headline_version = case when t.tells_facts then t.version else q.headline_version end,
      connection_degree = coalesce(t.degree, q.connection_degree),
      connected_on = coalesce(t.connected_on, q.connected_on),
      email = coalesce(q.email, t.email),
      picture_url = coalesce(t.picture_url, q.picture_url)
    from told t
    where q.tenant_id = tenant and q.id = t.id
      and (
        -- What a file does not say is no change.
        (coalesce(t.called, q.name), coalesce(t.first_name, q.first_name), coalesce(t.last_name, q.last_name), case when t.tells_headline then t.headline else q.headline end,
          coalesce(t.degree, q.connection_degree), coalesce(t.connected_on, q.connected_on), coalesce(t.picture_url, q.picture_url))
          is distinct from (q.name, q.first_name, q.last_name, q.headline, q.connection_degree, q.connected_on, q.picture_url)
        or q.email is null and t.email is not null
        or t.tells_facts and (t.title, t.employer, t.seniority, coalesce(t.functions, '{}')) is distinct from
          (q.current_title, q.current_company, q.seniority, q.functions))
    returning q.id
  )
  select array_agg(changed.id) into changed_ids from changed;
  perform set_config('app.fact_source', '', true), set_config('app.fact_import', '', true);

  return query
  select distinct on (k.n) k.n, k.person_id, new_person is not null, changed_person is not null and new_person is null
  from app.known_people(tenant, people) k
  left join unnest(new_ids) new_person on new_person = k.person_id
  left join unnest(changed_ids) changed_person on changed_person = k.person_id
  where k.person_id is not null
  order by k.n;
end $$;
comment on function app.resolve_people is 'Finds or makes the person of each line, by member id, slug, Sales Navigator id or e-mail, and brings the facts up to date.';

------------------------------------------------------------------------------------------------ reactions and comments
create function app.merge_engagements(tenant uuid, import uuid, origin public.data_source, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  people app.staged_person[];
  result app.chunk_counts;
  resolved jsonb;
  same_file uuid[];
  days_given timestamptz[];
begin
  select array_agg(p order by p.n) into people from jsonb_populate_recordset(null::app.staged_person, rows) p;
  -- Where a day is named for a file, it replaces those that imports of the same bytes gave before.
  select array_agg(s.id), array_agg(coalesce((s.options ->> 'seen_at')::timestamptz, s.started_at)) into same_file, days_given
  from public.csv_imports i
  join public.csv_imports s on s.tenant_id = i.tenant_id and s.file_sha256 = i.file_sha256
  where i.tenant_id = tenant and i.id = import and i.options ->> 'seen_at' is not null;
  select jsonb_agg(to_jsonb(r)) into resolved from app.resolve_people(tenant, import, origin, people) r;

  -- Parents first, in the order of their ids: the one lock order of everybody who writes engagements.
  perform from public.persons where tenant_id = tenant and id in (select (r ->> 'person_id')::integer from jsonb_array_elements(resolved) r) order by id for no key update;
  perform from public.posts where tenant_id = tenant and id in (select e.post_id from jsonb_populate_recordset(null::app.staged_engagement, rows) e) order by id for key share;

  with line as materialized (
    select e.*, r.person_id, r.is_new, r.is_changed,
      case when e.engagement_type = 'reaction' then 'reaction ' || e.post_id || ' ' || r.person_id
        when e.engagement_type = 'share' then 'share ' || e.post_id || ' ' || r.person_id || ' ' || e.engaged_at
        else coalesce('comment ' || e.comment_id, 'line ' || e.n) end as key
    from jsonb_populate_recordset(null::app.staged_engagement, rows) e
    join jsonb_to_recordset(resolved) r(n integer, person_id integer, is_new boolean, is_changed boolean) on r.n = e.n
  ),
  -- Of lines that tell of one engagement the latest is right, of those the last, and the others change nothing.
  told as materialized (
    select distinct on (l.key) l.*, h.id as held
    from line l
    left join lateral (
      select e.id from public.engagements e
      where l.engagement_type = 'reaction' and e.engagement_type = 'reaction' and e.tenant_id = tenant and e.post_id = l.post_id
        and e.person_id = l.person_id
      union all
      select e.id from public.engagements e
      where e.tenant_id = tenant and e.comment_id = l.comment_id and l.comment_id is not null
      union all
      -- One post may be shared again and again; a share has no id that anybody tells, but its time.
      select e.id from public.engagements e
      where l.engagement_type = 'share' and e.engagement_type = 'share' and e.tenant_id = tenant and e.post_id = l.post_id
        and e.person_id = l.person_id and e.engaged_at = l.engaged_at
      limit 1
    ) h on true
    order by l.key, l.engaged_at desc, l.n desc
  ),
  added as (
    insert into public.engagements (tenant_id, post_id, person_id, engagement_type, reaction_type, comment_id, comment_text, engaged_at, engaged_on,
      time_basis, source, import_id)
    select tenant, t.post_id, t.person_id, t.engagement_type, t.reaction_type, t.comment_id, t.comment_text, t.engaged_at,
      (t.engaged_at at time zone z.time_zone)::date, t.time_basis, origin, import
    from told t
    join public.tenants z on z.id = tenant
    where t.held is null
    order by t.person_id, t.post_id, t.n
    on conflict do nothing
    returning person_id
  ),
  news as (
    -- A better known time replaces one that is known less well, and of two days on which a reaction was seen the earlier is
    -- nearer to it; but a day that this very file gave was a mistake if another is named for it now.  A day that another file
    -- has made earlier is none of them, and stays.  Of two exact times the later is that of the reaction as it is now, in
    -- whichever order they are told.  Whoever speaks of an earlier time than what is there has nothing to say of which reaction
    -- it is now.
    select h.id,
      case when t.engaged_at < h.engaged_at then h.reaction_type else t.reaction_type end as reaction_type,
      coalesce(t.comment_text, h.comment_text) as comment_text,
      case
        when t.time_basis = 'exact' and h.time_basis = 'exact' and t.engagement_type = 'reaction' then greatest(t.engaged_at, h.engaged_at)
        when t.time_basis < h.time_basis or (t.time_basis = 'first_seen' and h.time_basis = 'first_seen' and (t.engaged_at < h.engaged_at
          -- What was named too early counts as of the post's own time.
          or h.import_id = any (same_file) and (h.engaged_at = any (days_given) or h.engaged_at = p.posted_at)))
          then t.engaged_at
        else h.engaged_at end as engaged_at,
      least(t.time_basis, h.time_basis) as time_basis
    from told t
    join public.engagements h on h.tenant_id = tenant and h.id = t.held
    join public.posts p on p.tenant_id = tenant and p.id = h.post_id
  ),
  changed as (
    update public.engagements h
    set reaction_type = n.reaction_type, comment_text = n.comment_text, engaged_at = n.engaged_at, time_basis = n.time_basis
    from news n
    where h.tenant_id = tenant and h.id = n.id
      and (h.reaction_type, h.comment_text, h.engaged_at, h.time_basis) is distinct from (n.reaction_type, n.comment_text, n.engaged_at, n.time_basis)
    returning h.id
  ),
  seen as (
    update public.persons q set last_seen = greatest(q.last_seen, now())
    where q.tenant_id = tenant and q.id in (select a.person_id from added a except select l.person_id from line l where l.is_new)
  ),
  outcome as (
    select l.n,
      t.n is not null and t.held is null as is_created,
      (t.n is not null and t.held in (select id from changed)) or l.is_changed as is_updated
    from line l
    left join told t on t.n = l.n
  )
  select count(*) filter (where is_created), count(*) filter (where not is_created and is_updated), count(*) filter (where not is_created and not is_updated),
    (select count(distinct person_id) from line where is_new), 0
  into result
  from outcome;
  return result;
end $$;
comment on function app.merge_engagements is 'Merges a chunk of reactions, comments or shares: people, then engagements. A line that is there already is unchanged.';

------------------------------------------------------------------------------------------------ connections
create function app.merge_connections(tenant uuid, import uuid, origin public.data_source, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  people app.staged_person[];
  result app.chunk_counts;
begin
  select array_agg(p order by p.n) into people from jsonb_populate_recordset(null::app.staged_person, rows) p;
  with resolved as materialized (
    select r.*, row_number() over (partition by r.person_id order by r.n) as place from app.resolve_people(tenant, import, origin, people) r
  )
  select count(*) filter (where is_new and place = 1), count(*) filter (where is_changed and place = 1),
    count(*) filter (where place > 1 or not (coalesce(is_new, false) or coalesce(is_changed, false))), count(distinct person_id) filter (where is_new), 0
  into result
  from resolved;
  return result;
end $$;
comment on function app.merge_connections is 'Merges a chunk of Connections.csv.';

------------------------------------------------------------------------------------------------ posts
create function app.find_or_make_campaign(tenant uuid, campaign text, campaign_group text) returns integer
language plpgsql volatile as $$
declare
  group_id integer;
  found_id integer;
begin
  if btrim(coalesce(campaign_group, '')) <> '' then
    select id into group_id from public.campaign_groups where tenant_id = tenant and lower(name) = lower(btrim(campaign_group)) order by id limit 1;
    if group_id is null then
      insert into public.campaign_groups (tenant_id, name) values (tenant, btrim(campaign_group)) returning id into group_id;
    end if;
  end if;
  select id into found_id from public.campaigns where tenant_id = tenant and lower(name) = lower(btrim(campaign)) order by id limit 1;
  if found_id is null then
    insert into public.campaigns (tenant_id, name, campaign_group_id, extra) values (tenant, btrim(campaign), group_id, '{"type_of_posts": "organic"}')
    returning id into found_id;
  elsif group_id is not null then
    update public.campaigns set campaign_group_id = group_id where tenant_id = tenant and id = found_id and campaign_group_id is null;
  end if;
  return found_id;
end $$;
comment on function app.find_or_make_campaign is 'The campaign of a name, made where there is none; its group likewise.';

create function app.merge_posts(tenant uuid, import uuid, origin public.data_source, rows jsonb)
returns table (n integer, post_id integer, outcome text)
language plpgsql volatile as $$
declare
  staged app.staged_post;
  found_id integer;
  other_id integer;
  is_changed boolean;
  changed_posts integer[] := array[]::integer[];
  named_posts integer[] := array[]::integer[];
begin
  perform app.lock_people(tenant);
  for staged in select * from jsonb_populate_recordset(null::app.staged_post, rows) s order by s.n loop
    found_id := app.find_post(tenant, staged.url, staged.activity_id, staged.share_id, staged.ugc_post_id);
    outcome := 'unchanged';
    -- This line may be the first to say that two names are one post's.
    for other_id in
      select p from app.find_posts(tenant, staged.url, staged.activity_id, staged.share_id, staged.ugc_post_id) p where p <> found_id
    loop
      perform app.unite_posts(tenant, found_id, other_id);
      outcome := 'updated';
    end loop;
    if found_id is null then
      insert into public.posts (tenant_id, url, activity_id, share_id, ugc_post_id, title, posted_at, posted_at_basis, is_paid, source, import_id)
      values (tenant, staged.url, staged.activity_id, staged.share_id, staged.ugc_post_id, staged.title,
        coalesce(app.snowflake_time(coalesce(staged.activity_id, staged.ugc_post_id, staged.share_id)), staged.posted_at),
        (case when coalesce(staged.activity_id, staged.ugc_post_id, staged.share_id) is not null then 'derived' when staged.posted_at is not null then 'exact' end)::public.time_basis,
        coalesce(staged.is_paid, false), origin, import)
      returning id into found_id;
      outcome := 'created';
    else
      -- A later list corrects a title; a second line about one post is a second scrape of it, not a new name.
      if found_id = any (named_posts) then
        staged.title := null;
      end if;
      update public.posts p
      set title = coalesce(staged.title, p.title), url = coalesce(p.url, staged.url), is_paid = p.is_paid or coalesce(staged.is_paid, false),
        activity_id = coalesce(p.activity_id, staged.activity_id), share_id = coalesce(p.share_id, staged.share_id),
        ugc_post_id = coalesce(p.ugc_post_id, staged.ugc_post_id)
      where p.tenant_id = tenant and p.id = found_id
        and (p.title <> staged.title or (p.title is null and staged.title is not null) or (p.url is null and staged.url is not null) or (staged.is_paid and not p.is_paid)
          or (p.activity_id is null and staged.activity_id is not null) or (p.share_id is null and staged.share_id is not null)
          or (p.ugc_post_id is null and staged.ugc_post_id is not null));
      if found then
        outcome := 'updated';
      end if;
    end if;
    if staged.title is not null then
      named_posts := named_posts || found_id;
    end if;
    if btrim(coalesce(staged.campaign, '')) <> '' then
      insert into public.campaign_posts (tenant_id, campaign_id, post_id)
      values (tenant, app.find_or_make_campaign(tenant, staged.campaign, staged.campaign_group), found_id)
      on conflict do nothing;
      is_changed := found;
      if is_changed and outcome = 'unchanged' then
        outcome := 'updated';
      end if;
    end if;
    if outcome <> 'unchanged' then
      changed_posts := changed_posts || found_id;
    end if;
    if staged.file is not null then
      insert into public.post_files as f (tenant_id, file_name, post_id)
      values (tenant, staged.file, found_id)
      on conflict on constraint post_files_pkey do update set post_id = excluded.post_id, updated_at = clock_timestamp();
    end if;
    n := staged.n;
    post_id := found_id;
    return next;
  end loop;
  if cardinality(changed_posts) > 0 then
    perform app.type_campaigns_by_posts(tenant, changed_posts);
  end if;
end $$;
comment on function app.merge_posts is 'Finds or makes posts and puts them into their campaigns. A posts list is short, so this goes line by line.';

------------------------------------------------------------------------------------------------ demographics
create function app.merge_demographics(tenant uuid, import uuid, origin public.data_source, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  result app.chunk_counts;
begin
  with staged as materialized (
    select distinct on (s.account, s.section, s.segment, s.first_day, s.last_day) s.*
    from jsonb_populate_recordset(null::app.staged_demographic, rows) s
    order by s.account, s.section, s.segment, s.first_day, s.last_day, s.n desc
  ),
  held as materialized (
    select s.n from staged s
    join public.audience_demographics d on d.tenant_id = tenant and (d.account, d.section, d.segment, d.first_day, d.last_day)
      = (coalesce(s.account, ''), s.section, s.segment, s.first_day, s.last_day)
  ),
  written as (
    insert into public.audience_demographics as d (tenant_id, account, section, segment, first_day, last_day, impressions, impressions_share, clicks,
      clicks_share, conversions, sends, opens, source, import_id)
    select tenant, coalesce(account, ''), section, segment, first_day, last_day, coalesce(impressions, 0), impressions_share, coalesce(clicks, 0), clicks_share,
      coalesce(conversions, 0), coalesce(sends, 0), coalesce(opens, 0), origin, import
    from staged
    order by account, section, segment, first_day, last_day
    on conflict (tenant_id, account, section, segment, first_day, last_day) do update
    set impressions = excluded.impressions, impressions_share = excluded.impressions_share, clicks = excluded.clicks,
      clicks_share = excluded.clicks_share, conversions = excluded.conversions, sends = excluded.sends, opens = excluded.opens, import_id = excluded.import_id
    where (d.impressions, d.impressions_share, d.clicks, d.clicks_share, d.conversions, d.sends, d.opens) is distinct from
      (excluded.impressions, excluded.impressions_share, excluded.clicks, excluded.clicks_share, excluded.conversions, excluded.sends, excluded.opens)
    returning 1
  )
  select (select count(*) from staged) - (select count(*) from held),
    (select count(*) from written) - ((select count(*) from staged) - (select count(*) from held)),
    (select count(*) from jsonb_array_elements(rows)) - (select count(*) from written), 0, 0
  into result;
  return result;
end $$;
comment on function app.merge_demographics is 'Merges a chunk of a Demographics report. The figures are approximate as LinkedIn gives them; days are never summed.';

------------------------------------------------------------------------------------------------ the ledger
create function app.begin_chunk(tenant uuid, import uuid, number integer) returns boolean
language sql stable parallel safe as $$
  select not exists (select from public.import_chunks where tenant_id = tenant and import_id = import and chunk = number)
$$;
comment on function app.begin_chunk is 'Whether a chunk is still to be merged.';

create function app.end_chunk(tenant uuid, import uuid, number integer, counts app.chunk_counts, skipped bigint, rejected bigint, reasons jsonb,
  rejects jsonb) returns void
language plpgsql volatile as $$
begin
  -- The key refuses a second merge of this chunk, and with it everything that this transaction wrote.
  insert into public.import_chunks (tenant_id, import_id, chunk, lines, created, updated, unchanged, skipped, rejected)
  values (tenant, import, number, counts.created + counts.updated + counts.unchanged + skipped + rejected, counts.created, counts.updated,
    counts.unchanged, skipped, rejected);
  insert into public.import_rejects (tenant_id, import_id, line, field, reason, raw)
  select tenant, import, r.line, coalesce(r.field, ''), r.reason, r.raw
  from jsonb_to_recordset(rejects) r(line bigint, field text, reason text, raw text)
  order by r.line
  on conflict do nothing;
  update public.csv_imports i
  set lines = i.lines + counts.created + counts.updated + counts.unchanged + end_chunk.skipped + end_chunk.rejected,
    created = i.created + counts.created, updated = i.updated + counts.updated, unchanged = i.unchanged + counts.unchanged,
    skipped = i.skipped + end_chunk.skipped, rejected = i.rejected + end_chunk.rejected, people_created = i.people_created + counts.people_created,
    skip_reasons = (
      select coalesce(jsonb_object_agg(key, n), '{}')
      from (select key, sum(value::bigint) as n from (
        select * from jsonb_each_text(i.skip_reasons) union all select * from jsonb_each_text(reasons)) r group by key) s)
  where i.tenant_id = tenant and i.id = import;
end $$;
comment on function app.end_chunk is 'Writes a chunk into the ledger and its counts into the import, in the transaction that merged it.';
