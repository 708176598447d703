-- People: one record a human, known under any number of identities; what the criteria of personas read of them; and how
-- two records that turn out to be one become one.

-- People are looked for by a text that is stored: folding all names as they are read takes most of a second for a hundred thousand.
create function app.person_text(name text, title_override text, current_title text, headline text) returns text
language sql immutable parallel safe as $$
  -- An entry of an index holds 2,704 bytes, and a character up to four.
  select left(app.fold_case(left(name || E'\n' || coalesce(nullif(title_override, '') || ' ', '') || coalesce(current_title || ' ', '') || coalesce(headline, ''), 600)), 600)
$$;
comment on function app.person_text is 'What somebody is looked for by: the name, and on a second line titles and headline, in lower case without accents, as far as 600 characters go.';

create function app.tg_persons__fold() returns trigger
language plpgsql volatile as $$
begin
  if tg_op = 'INSERT' or new.folded is distinct from old.folded or (new.name, new.title_override, new.current_title, new.headline)
    is distinct from (old.name, old.title_override, old.current_title, old.headline) then
    new.folded := app.person_text(new.name, new.title_override, new.current_title, new.headline);
  end if;
  return new;
end $$;
comment on function app.tg_persons__fold is 'Trigger on persons: keeps the text by which they are looked for.';
create trigger _100_fold before insert or update on public.persons for each row execute function app.tg_persons__fold();

-- A human's word wins: the overrides come first, and where one names another company, that one's industry and size are not
-- known here.  A row that brought a headline alone is compared by what it says, and one without a country by that which its
-- location ends in, if one is written there: by its name and not its code, since "Wilmington, DE" is not in Germany.
create view app.person_facts with (security_invoker = true) as
  select p.tenant_id, p.id as person_id,
    app.title_words(coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), nullif(p.headline, ''))) as title_words,
    p.seniority,
    nullif(p.functions, '{}') as functions,
    coalesce(app.company_key(nullif(p.company_override, '')), c.name_key, app.company_key(nullif(p.current_company, ''))) as company_key,
    coalesce(i.path, case when c.industry <> '' then array[app.fold_case(c.industry)] end) as industries,
    c.size_band,
    (select array_agg(app.fold_case(place)) from unnest(array[k.code, k.name, k.region, k.sub_region] || k.aliases) place where place is not null) as places,
    app.words(nullif(p.location, '')) as location_words,
    p.is_follower
  from public.persons p
  left join public.companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
    and (coalesce(p.company_override, '') = '' or c.name_key = app.company_key(p.company_override))
  left join public.industries i on i.code = c.industry_code
  left join (
    select distinct on (1) app.fold_case(written) as name, c.code
    from public.countries c cross join unnest(c.name || c.aliases) written
    order by 1, 2
  ) n on p.country is null and n.name = app.fold_case(btrim(split_part(p.location, ',', -1)))
  left join public.countries k on k.code = coalesce(p.country, n.code);
comment on view app.person_facts is 'What the criteria of personas read of a person; null where it is not known.';

create view app.person_scores with (security_invoker = true) as
  select n.tenant_id, n.person_id, n.likes, n.reactions, n.comments, n.shares, n.follows, n.clicks, n.last_day,
    n.likes::bigint * w.likes + n.reactions::bigint * w.reactions + n.comments::bigint * w.comments + n.shares::bigint * w.shares
      + n.follows::bigint * w.follows + n.clicks::bigint * w.clicks as score
  from app.person_counts n
  join app.weights w on w.tenant_id = n.tenant_id;
comment on view app.person_scores is 'Engagements by kind and their weighted score, by person. A changed weight needs no recount.';

----------------------------------------------------------------------------------------------------- lists
-- As person_scores has them, but without bringing everybody's rows together for the sake of the few whom the log names.
create function app.score_of_counts() returns text
language sql immutable parallel safe as $$
  select '((coalesce(e.likes, 0) + coalesce(d.likes, 0))::bigint * ($3).likes
    + (coalesce(e.reactions, 0) + coalesce(d.reactions, 0))::bigint * ($3).reactions
    + (coalesce(e.comments, 0) + coalesce(d.comments, 0))::bigint * ($3).comments
    + (coalesce(e.shares, 0) + coalesce(d.shares, 0))::bigint * ($3).shares
    + (coalesce(e.follows, 0) + coalesce(d.follows, 0))::bigint * ($3).follows
    + (coalesce(e.clicks, 0) + coalesce(d.clicks, 0))::bigint * ($3).clicks)'
$$;
-- Of whoever is not in the log the rollup says it alone.
create function app.score_of_settled() returns text
language sql immutable parallel safe as $$
  select '(e.likes::bigint * ($3).likes + e.reactions::bigint * ($3).reactions
    + e.comments::bigint * ($3).comments + e.shares::bigint * ($3).shares
    + e.follows::bigint * ($3).follows + e.clicks::bigint * ($3).clicks)'
$$;
comment on function app.score_of_settled is 'The score, as statements ask for it that are made up, of somebody whom the log does not name: of the counts of the rollup (e), by the weights ($3).';
comment on function app.score_of_counts is 'The score of somebody as statements ask for it that are made up: of the counts of the rollup (e) and of the log (d), either of which may have none, by the weights ($3).';

create function app.has_tag(tags text[], tag text) returns boolean
language sql immutable parallel safe as $$
  -- All of them at once: taking them apart costs more than what they are in.
  select lower(tag) = any (lower(tags::text)::text[])
$$;
comment on function app.has_tag is 'Whether somebody bears a tag, in whichever case.';

-- A list of people asks only what its filter and its order name, as a segment does: the statement is made up of what stands here, and
-- of nothing that anybody wrote.  What was asked is its second parameter: how to sort ("score", "engaged", "seen", "match", "name" or
-- "company", "descending"), of whom ("search", "persona", "matched", "company", "campaign", "status", "seniority", "function",
-- "min_score", "since", "notable", "owner", "tag", "segment"), and where to go on ("after": number, text and id), at most how many ("most").
--
-- Whoever is asked for by score is nobody whom the product's own weights put far down: a team's weights are at most so many times
-- those.  So the first few hundred by them, which an index knows, are put in the team's order ("bound"), and the last one on the
-- page gives the score that anybody else must have to be on it ("least").  Whom the log names is always looked at.
create function app.people_statement(asked jsonb) returns text
language sql stable parallel safe as $$
  with
  scores(score, last_day) as (values (app.score_of_counts(),
    '(case when d.person_id is null then e.last_day else d.last_day end)')),
  conditions(n, key, is_dear, condition) as (select v.* from scores, lateral (values
    (1, 'matched', false, 'exists (select from app.sets_of($1, ''t'') s where s.chunk = app.chunk_of(p.id) and app.is_in(s.people, p.id))'),
    (2, 'company', true, 'p.id in (
      select c.id from public.persons c where c.tenant_id = $1 and c.company_id = ($2 ->> ''company'')::int and coalesce(c.company_override, '''') = ''''
      union all
      select c.id from public.persons c where c.tenant_id = $1 and c.company_override <> '''' and app.company_key(c.company_override) = (
        select o.name_key from public.companies o where o.tenant_id = $1 and o.id = ($2 ->> ''company'')::int))'),
    -- With a campaign and days, whoever engaged with that campaign in those days.
    (3, 'campaign', true, case when asked ? 'since' then 'p.id in (
      select e.person_id from public.campaign_posts l join public.engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
      where l.tenant_id = $1 and l.campaign_id = ($2 ->> ''campaign'')::int and e.engaged_on > (select app.tenant_today($1)) - ($2 ->> ''since'')::int)'
      else 'exists (select from app.sets_of($1, ''c'', array[($2 ->> ''campaign'')::int::text]) s where s.chunk = app.chunk_of(p.id) and app.is_in(s.people, p.id))' end),
    (4, 'status', true, case asked ->> 'status' when 'none' then 'p.lead_status is null'
      else 'p.lead_status = (select s from unnest(enum_range(null::public.lead_status)) s where s::text = $2 ->> ''status'')' end),
    (5, 'seniority', true, 'p.seniority = (select s from unnest(enum_range(null::public.seniority)) s where s::text = $2 ->> ''seniority'')'),
    (6, 'function', true, '(select f from unnest(enum_range(null::public.job_function)) f where f::text = $2 ->> ''function'') = any (p.functions)'),
    (7, 'min_score', true, scores.score || ' >= ($2 ->> ''min_score'')::bigint'),
    (8, 'since', true, scores.last_day || ' > (select app.tenant_today($1)) - ($2 ->> ''since'')::int'),
    (9, 'notable', true, 'p.is_notable'),
    (10, 'owner', true, 'p.owner <> '''' and lower(p.owner) = lower($2 ->> ''owner'')'),
    (11, 'tag', true, 'p.tags <> ''{}'' and app.has_tag(p.tags, $2 ->> ''tag'')'),
    (12, 'segment', true, 'p.id = any ($4)'),
    (13, 'search', true, 'position((select app.fold_case($2 ->> ''search'')) in p.folded) > 0')
  ) v),
  named as (
    select coalesce(string_agg(' and ' || condition, '' order by n), '') as conditions, coalesce(bool_or(is_dear), false) as is_dear,
      coalesce(bool_or(key in ('min_score', 'since')), false) or asked ->> 'sort' in ('score', 'engaged') as is_scored,
      coalesce((asked ->> 'descending')::boolean, false) as is_descending
    from (select) always left join conditions on asked ? key
  ),
  -- How many there are, where sets or the rollup know it without a look at anybody.  The day is written so that no index is used:
  -- nearly all of them may have engaged since.
  sums as (
    select case
        -- Whoever matches or engaged is somebody, and whoever matches a persona matches any.
        when not exists (select from conditions where key <> 'matched' and asked ? key) and asked ?| array['matched', 'persona']
          then '(select count(*) from (select distinct t.person_id from public.targets t where t.tenant_id = $1 and t.is_active'
            || case when asked ? 'persona' then ' and t.persona_id = ($2 ->> ''persona'')::uuid' else '' end || ') x)'
        when asked ? 'persona' then null
        when asked ? 'segment' and not exists (select from conditions where key <> 'segment' and asked ? key) then 'cardinality($4)::bigint'
        when asked ? 'campaign' and not exists (select from conditions where key <> 'campaign' and asked ? key)
          then '(select coalesce(sum(bit_count(s.people)), 0)::bigint from app.sets_of($1, ''c'', array[($2 ->> ''campaign'')::int::text]) s)'
        when asked ? 'since' and not exists (select from conditions where key not in ('since', 'matched') and asked ? key)
          then '(select count(*) from (
              select r.person_id, r.last_day from public.person_engagement r where r.tenant_id = $1 and not exists (select from pending n where n.person_id = r.person_id)
              union all
              select n.person_id, n.last_day from pending n) p (id, last_day)
            where p.last_day + ($2 ->> ''since'')::int > (select app.tenant_today($1))'
            || (select coalesce(string_agg(' and ' || condition, ''), '') from conditions where key = 'matched' and asked ? key) || ')'
      end as counted
  ),
  parts as (
    select is_dear and counted is null and not asked ? 'least' as is_dear, is_descending, counted,
      ' from public.persons p' || case when asked ? 'bound' then ' join near on near.person_id = p.id' else '' end
        || case when asked ? 'persona' then ' join public.targets m on m.tenant_id = $1 and m.person_id = p.id and m.persona_id = ($2 ->> ''persona'')::uuid and m.is_active' else '' end
        as people,
      case when is_scored then ' left join public.person_engagement e on e.tenant_id = $1 and e.person_id = p.id
          left join pending d on d.person_id = p.id' else '' end as counts,
      case when asked ->> 'sort' = 'company' then ' left join public.companies c on c.tenant_id = $1 and c.id = p.company_id' else '' end as companies,
      ' where p.tenant_id = $1' || conditions as conditions,
      case when asked ? 'least' then ' and p.id in (
        select r.person_id from public.person_engagement r where r.tenant_id = $1 and r.product_score >= ($2 ->> ''least'')::integer
        union all
        select n.person_id from pending n)' else '' end as bounds,
      'coalesce(' || case when is_descending then '-' else '' end || case asked ->> 'sort'
        when 'score' then 'case when e.person_id is not null or d.person_id is not null then ' || scores.score || ' end'
        when 'engaged' then '(' || scores.last_day || ' - date ''2000-01-01'')::bigint'
        when 'seen' then 'date_part(''epoch'', p.last_seen)::bigint'
        when 'match' then case when asked ? 'persona' then '(m.match_score * 100)::bigint' else 'null::bigint' end
        else 'null::bigint' end || ', 9223372036854775807)' as number,
      case asked ->> 'sort'
        -- What it begins with is the name, and an index has it in this order.
        when 'name' then 'p.folded'
        when 'company' then 'app.fold_case(coalesce(nullif(p.company_override, ''''), c.name, p.current_company, ''''))'
        else '''''' end as text
    from named, scores, sums
  ),
  made as (
    select parts.*, people || counts || companies || conditions || bounds as everybody, 
      coalesce(counted, '(select count(*)' || people || case when asked ?| array['min_score', 'since'] then counts else '' end || conditions || ')') as total,
      case when asked ? 'after' then '(y.number > ($2 #>> ''{after,number}'')::bigint or y.number = ($2 #>> ''{after,number}'')::bigint and (y.text '
        || case when is_descending then '<' else '>' end || ' ($2 #>> ''{after,text}'') or y.text = ($2 #>> ''{after,text}'') and y.id > ($2 #>> ''{after,id}'')::int))'
        else 'true' end as further,
      case when is_descending then 'desc' else 'asc' end as direction
    from parts
  )
  select 'with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from app.pending_person_engagement where tenant_id = $1)'
    || case when asked ? 'bound' then ',
      near as materialized (
        select r.person_id
        from public.person_engagement r
        where r.tenant_id = $1' || case when asked ? 'after' then ' and r.product_score
            <= coalesce(least(ceil(greatest(-($2 #>> ''{after,number}'')::numeric, -1) * 120 / nullif(app.least_120ths($3), 0)), 2147483647), 2147483647)::integer'
          else '' end || '
        order by r.product_score desc
        limit 500)
      select case when count(*) = ($2 ->> ''most'')::bigint then (120 * -max(x.number) + app.most_120ths($3) - 1) / nullif(app.most_120ths($3), 0) end
      from (select y.number from (select p.id, ' || number || ' as number, ' || text || ' as text' || everybody || ') y where ' || further || '
        order by y.number, y.text, y.id limit ($2 ->> ''most'')::bigint) x'
    when is_dear
      -- What is dear to ask is asked once, and counted where it was put.
      then ', y as materialized (select p.id, ' || number || ' as number, ' || text || ' as text' || everybody || ')
        select (select count(*) from y) as total, r.* from (select) always left join lateral (select y.id, y.number, y.text from y'
      else ' select ' || total || ' as total, r.* from (select) always left join lateral (
        select y.id, y.number, y.text from (select p.id, ' || number || ' as number, ' || text || ' as text' || everybody || ') y'
      end
    || case when asked ? 'bound' then '' else ' where ' || further || ' order by y.number, y.text ' || direction || ', y.id limit ($2 ->> ''most'')::bigint) r on true
      order by r.number, r.text ' || direction || ', r.id' end
  from made
$$;
comment on function app.people_statement is 'What finds the people of a list, and how many there are in all; its parameters are the tenant, what was asked, the tenant''s weights, and the people of the segment that is asked for.';

create type app.found_person as (total bigint, id integer, number bigint, text text);
comment on type app.found_person is 'Somebody in a list: how many are in it in all, who, and by which keys they stand where they do.';
-- A key is the less the further up somebody stands: a number, of which what is not known is last in either direction, or a text, then the id.
create function app.found_people(tenant uuid, asked jsonb) returns setof app.found_person
language plpgsql stable parallel safe as $$
declare
  least bigint;
  weight app.weights;
  members integer[];
begin
  -- As a parameter they are known to whoever plans the statement.
  select * into weight from app.weights w where w.tenant_id = found_people.tenant;
  -- As a parameter they are a hash to look into, of which it is known how many they are.
  if asked ? 'segment' then
    members := array(select app.segment_members(tenant, asked ->> 'segment'));
  end if;
  -- Where few are left, the first few hundred say nothing of them.
  if asked ->> 'sort' = 'score' and (asked ->> 'descending')::boolean and not asked ?| array['company', 'owner', 'tag', 'search'] then
    execute app.people_statement(asked || '{"bound": true}') into least using tenant, asked, weight, members;
    if least is not null then
      asked := asked || jsonb_build_object('least', least);
    end if;
  end if;
  return query execute app.people_statement(asked) using tenant, asked, weight, members;
end $$;
comment on function app.found_people is 'The people of a list in its order, each with the keys of the order, and how many there are in all; one row without a person where nobody is found.';

----------------------------------------------------------------------------------------------------- one person
create view app.person_journey with (security_invoker = true) as
  select e.tenant_id, e.person_id, e.engaged_at as at, e.engagement_type::text as what, e.reaction_type::text as detail,
    e.time_basis, e.post_id, p.title as post_title, null::uuid as persona_id, e.comment_text as text
  from public.engagements e
  join public.posts p on p.tenant_id = e.tenant_id and p.id = e.post_id
  union all
  select t.tenant_id, t.person_id, t.happened_at, t.event::text, t.cause::text, 'exact', null, null, t.persona_id,
    q.name || coalesce(' (' || t.score_after || ')', '') || coalesce(': ' || t.reason, '')
  from public.target_events t
  join public.personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
  union all
  select v.tenant_id, v.person_id, v.happened_at, v.kind::text, null, 'first_seen', null, null, null, concat_ws(' → ', v.old_value, v.new_value)
  from public.person_events v;
comment on view app.person_journey is 'All that happened with a person, in one list: engagements, personas entered and left, and what changed about the person.';

create view app.enrichment_status with (security_invoker = true) as
  select tenant_id, enrichment_status as status, count(*)::int as people, min(enriched_at) as oldest, max(enriched_at) as newest,
    count(*) filter (where seniority is null)::int as without_seniority,
    count(*) filter (where company_id is null)::int as without_company
  from public.persons
  group by 1, 2;
comment on view app.enrichment_status is 'People by the state of their enrichment.';

------------------------------------------------------------------------------------------------ deleting and merging
-- Whoever takes people `for update` takes the tenant's row of matching_state first: a persona's re-match holds that row
-- while it looks people up, and each would wait for the other.
create function app.remove_people(tenant uuid, people integer[]) returns bigint
language plpgsql volatile as $$
declare
  removed bigint;
begin
  perform from public.matching_state where tenant_id = tenant for share;
  perform from public.persons where tenant_id = tenant and id = any (people) order by id for update;
  perform from public.engagements where tenant_id = tenant and person_id = any (people) order by person_id, post_id, id for update;
  delete from public.persons where tenant_id = tenant and id = any (people);
  get diagnostics removed = row_count;
  return removed;
end $$;
comment on function app.remove_people is 'Removes people with engagements, identities, targets and history; how many there were.';

create function app.delete_person(tenant uuid, person integer) returns boolean
language plpgsql volatile as $$
begin
  if app.remove_people(tenant, array[person]) = 0 then
    return false;
  end if;
  -- Who it was is what was to be forgotten.
  insert into public.audit_log (tenant_id, actor, event, subject) values (tenant, app.actor(), 'person.deleted', person::text);
  return true;
end $$;
comment on function app.delete_person is 'Removes a person with engagements, identities, targets and history. Returns whether there was one.';

-- Whom nobody has seen is whom no source named and who engaged with nothing.  Whoever somebody of the team wrote something about is
-- theirs to delete, and whoever was excluded would be spoken to if they came again as a stranger.
create function app.people_unseen(tenant uuid, months integer) returns setof integer
language sql stable parallel safe as $$
  select p.id
  from public.persons p
  where p.tenant_id = tenant and p.last_seen < now() - make_interval(months => months)
    and p.lead_status is null and not p.is_notable and coalesce(p.owner, '') = '' and coalesce(p.notes, '') = '' and p.tags = '{}'
    and not exists (
      select from public.engagements e
      where e.tenant_id = tenant and e.person_id = p.id and e.engaged_on >= (app.tenant_today(tenant) - make_interval(months => months))::date)
    and not exists (
      select from public.targets t where t.tenant_id = tenant and t.person_id = p.id and (t.pinned or t.excluded or t.manually_added))
$$;
comment on function app.people_unseen is 'People whom no source has named for so many months, who engaged with nothing in that time, and about whom nobody of the team wrote anything: status, owner, notes, tags, notable, pinned, excluded.';

create function app.forget_people() returns bigint
language plpgsql volatile as $$
declare
  t record;
  people integer[];
  part bigint;
  forgotten bigint := 0;
begin
  for t in select id, people_kept_months as months from public.tenants where people_kept_months is not null order by id loop
    -- So many at a time: who counts or matches meanwhile waits no longer than for an import.
    perform from public.matching_state where tenant_id = t.id for share;
    people := array(select u.id from app.people_unseen(t.id, t.months) u (id) order by u.id limit 1000);
    perform from public.persons where tenant_id = t.id and id = any (people) order by id for update;
    -- Somebody may have been seen until they were held.
    part := app.remove_people(t.id, array(select u.id from app.people_unseen(t.id, t.months) u (id) where u.id = any (people)));
    if part > 0 then
      insert into public.audit_log (tenant_id, actor, event, subject, details)
      values (t.id, app.actor(), 'people.forgotten', t.id::text, jsonb_build_object('people', part, 'months', t.months));
    end if;
    forgotten := forgotten + part;
  end loop;
  return forgotten;
end $$;
comment on function app.forget_people is 'Removes people whom nobody has seen for as long as their tenant keeps them, at most a thousand of each tenant; of tenants that the caller may see. Returns how many.';

create function app.merge_persons(tenant uuid, winner integer, loser integer) returns boolean
language plpgsql volatile as $$
begin
  if winner = loser then
    return false;
  end if;
  perform from public.matching_state where tenant_id = tenant for share;
  -- The winner may join the loser's company.
  perform from public.companies
  where tenant_id = tenant and id in (select company_id from public.persons where tenant_id = tenant and id in (winner, loser))
  order by id for key share;
  -- What the triggers below match again, they match because of the merge.
  perform set_config('app.match_cause', 'merge', true);
  perform from public.persons where tenant_id = tenant and id in (winner, loser) order by id for update;
  if (select count(*) from public.persons where tenant_id = tenant and id in (winner, loser)) < 2 then
    perform set_config('app.match_cause', '', true);
    return false;
  end if;
  perform from public.engagements where tenant_id = tenant and person_id in (winner, loser) order by person_id, post_id, id for update;
  -- What the loser was a target of ends here, before its history moves: the winner's enters anew below, with its own score.
  update public.targets set is_active = false, cause = 'merge' where tenant_id = tenant and person_id = loser and is_active;

  -- Two reactions of one human to one post are one reaction, and the earlier time is the true one.
  update public.engagements w
  set engaged_at = l.engaged_at, engaged_on = l.engaged_on, time_basis = l.time_basis
  from public.engagements l
  where w.tenant_id = tenant and w.person_id = winner and w.engagement_type = 'reaction'
    and l.tenant_id = tenant and l.person_id = loser and l.engagement_type = 'reaction'
    and l.post_id = w.post_id and l.engaged_at < w.engaged_at;
  update public.engagements l
  set person_id = winner
  where tenant_id = tenant and person_id = loser
    and not (engagement_type = 'reaction' and exists (
      select from public.engagements w
      where w.tenant_id = tenant and w.person_id = winner and w.post_id = l.post_id and w.engagement_type = 'reaction'));

  update public.person_identities set person_id = winner where tenant_id = tenant and person_id = loser;
  update public.actions set person_id = winner where tenant_id = tenant and person_id = loser;
  update public.target_events set person_id = winner where tenant_id = tenant and person_id = loser;
  update public.person_events set person_id = winner where tenant_id = tenant and person_id = loser;
  -- A record that was made a moment ago, by the line before, was never anybody else.
  insert into public.person_events (tenant_id, person_id, kind, old_value, new_value, source, import_id)
  select tenant, winner, 'merged', l.name || ' (' || loser || ')', w.name || ' (' || winner || ')',
    coalesce(nullif(current_setting('app.fact_source', true), ''), 'manual')::public.data_source, nullif(current_setting('app.fact_import', true), '')::uuid
  from public.persons l
  join public.persons w on w.tenant_id = tenant and w.id = winner
  where l.tenant_id = tenant and l.id = loser and l.created_at < now();
  -- A human's pins and excludes move; what matching said of the loser is said anew of the winner below.
  insert into public.targets as t (tenant_id, persona_id, person_id, match_score, confidence, receipt, is_active, manually_added, pinned, excluded, reason, cause)
  select l.tenant_id, l.persona_id, winner, l.match_score, l.confidence, l.receipt, l.pinned and q.is_active, l.manually_added, l.pinned, l.excluded,
    l.reason, 'merge'
  from public.targets l
  join public.personas q on q.tenant_id = tenant and q.id = l.persona_id
  where l.tenant_id = tenant and l.person_id = loser and (l.manually_added or l.pinned or l.excluded)
  order by l.persona_id
  on conflict (tenant_id, persona_id, person_id) do update
  set manually_added = t.manually_added or excluded.manually_added, pinned = excluded.pinned, excluded = excluded.excluded,
    is_active = excluded.is_active, reason = excluded.reason, cause = 'merge'
  -- Of a pin and an exclude the exclude holds, since who must not be spoken to must not be spoken to.
  where not (t.pinned or t.excluded) or (t.pinned and excluded.excluded);

  -- Facts that only the loser has are kept; where both speak, the winner's stay, but for a headline or a profile that was seen
  -- later.  Title, company, seniority and functions are one statement, and come as a whole from whom they are better known of.
  update public.persons w
  set headline = case when l.headline_seen_at > w.headline_seen_at then coalesce(l.headline, w.headline) else coalesce(w.headline, l.headline) end,
    headline_seen_at = greatest(w.headline_seen_at, l.headline_seen_at),
    first_name = coalesce(w.first_name, l.first_name),
    last_name = coalesce(w.last_name, l.last_name),
    current_title = f.current_title,
    current_company = f.current_company,
    company_id = f.company_id,
    seniority = f.seniority,
    functions = f.functions,
    facts_from = f.facts_from,
    facts_seen_at = f.facts_seen_at,
    headline_confidence = f.headline_confidence,
    headline_version = f.headline_version,
    title_override = coalesce(w.title_override, l.title_override),
    company_override = coalesce(w.company_override, l.company_override),
    linkedin_url = coalesce(w.linkedin_url, l.linkedin_url),
    email = coalesce(w.email, l.email),
    picture_url = coalesce(w.picture_url, l.picture_url),
    location = case when l.enriched_at > w.enriched_at then coalesce(l.location, w.location) else coalesce(w.location, l.location) end,
    country = case when l.enriched_at > w.enriched_at then coalesce(l.country, w.country) else coalesce(w.country, l.country) end,
    about = case when l.enriched_at > w.enriched_at then coalesce(l.about, w.about) else coalesce(w.about, l.about) end,
    experience = case when l.enriched_at > w.enriched_at then coalesce(l.experience, w.experience) else coalesce(w.experience, l.experience) end,
    education = case when l.enriched_at > w.enriched_at then coalesce(l.education, w.education) else coalesce(w.education, l.education) end,
    skills = case when l.enriched_at > w.enriched_at then coalesce(l.skills, w.skills) else coalesce(w.skills, l.skills) end,
    connection_degree = least(w.connection_degree, l.connection_degree),
    connected_on = least(w.connected_on, l.connected_on),
    is_follower = coalesce(w.is_follower or l.is_follower, w.is_follower, l.is_follower),
    follower_since = least(w.follower_since, l.follower_since),
    lead_status = coalesce(w.lead_status, l.lead_status),
    enrichment_status = case when 'enriched' in (w.enrichment_status, l.enrichment_status) then 'enriched' else greatest(w.enrichment_status, l.enrichment_status) end,
    enrichment_source = coalesce(w.enrichment_source, l.enrichment_source),
    enrichment_attempted_at = greatest(w.enrichment_attempted_at, l.enrichment_attempted_at),
    enriched_at = greatest(w.enriched_at, l.enriched_at),
    enrichment_misses = least(w.enrichment_misses, l.enrichment_misses),
    enrichment_failures = least(w.enrichment_failures, l.enrichment_failures),
    is_notable = w.is_notable or l.is_notable,
    notable_reason = coalesce(w.notable_reason, l.notable_reason),
    owner = coalesce(w.owner, l.owner),
    tags = (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(w.tags || l.tags) tag),
    notes = nullif(concat_ws(E'\n', w.notes, l.notes), ''),
    extra = case when l.enriched_at > w.enriched_at then w.extra || l.extra else l.extra || w.extra end,
    first_seen = least(w.first_seen, l.first_seen),
    last_seen = greatest(w.last_seen, l.last_seen)
  from public.persons l
  cross join lateral (
    select p.* from public.persons p
    where p.tenant_id = tenant and p.id in (winner, loser)
    -- What somebody entered by hand without saying so is better than what was read.
    order by coalesce(p.current_title, p.current_company, p.seniority::text, nullif(p.functions, '{}')::text) is null,
      coalesce(p.facts_from, 'manual') desc, p.facts_seen_at desc nulls last, p.id = winner desc
    limit 1
  ) f
  where w.tenant_id = tenant and w.id = winner and l.tenant_id = tenant and l.id = loser;
  delete from public.persons where tenant_id = tenant and id = loser;
  perform app.rematch(tenant, array[winner], null, 'merge');
  perform set_config('app.match_cause', '', true);
  return true;
end $$;
comment on function app.merge_persons is 'Makes two records of one human one: engagements, targets, identities, history and metrics follow to the winner. Returns false where either is missing.';
