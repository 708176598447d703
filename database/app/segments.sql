-- Audience segments: live sets of people by rule.  A rule is one object; all of its keys must hold:
--   {"personas": ["Marketing leaders"], "any_persona": true, "seniorities": ["vp"], "functions": ["marketing"], "countries": ["DE"],
--    "companies": ["Acme"], "lead_statuses": ["new"], "tags": ["vip"], "is_follower": true, "is_notable": true,
--    "campaigns": [12], "min_score": 10, "window_days": 90}
-- Membership is asked, never stored: it is as true as the people are.

-- What is wrong with a rule, in a sentence for the person who wrote it; null when nothing is.  A key that nobody knows would
-- ask for nothing, and so mean everybody.
create function app.rule_error(rule jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  field record;
  word text;
  allowed text[];
begin
  if jsonb_typeof(rule) <> 'object' then
    return 'a rule must be an object, such as {"seniorities": ["vp"], "countries": ["DE"]}';
  end if;
  for field in select key as name, value from jsonb_each(rule) loop
    if field.name in ('any_persona', 'is_follower', 'is_notable') then
      if jsonb_typeof(field.value) <> 'boolean' then
        return format('"%s" must be true or false', field.name);
      end if;
    elsif field.name in ('min_score', 'window_days') then
      if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,8}$' or field.value::text::int < 1 then
        return format('"%s" must be a whole number above 0', field.name);
      end if;
    elsif field.name = 'campaigns' then
      if jsonb_typeof(field.value) <> 'array' or exists (
        select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'number' or v::text !~ '^[0-9]{1,9}$') then
        return '"campaigns" must be a list of the numbers of campaigns';
      end if;
    elsif field.name in ('personas', 'companies', 'tags', 'countries', 'seniorities', 'functions', 'lead_statuses') then
      if jsonb_typeof(field.value) <> 'array' or exists (
        select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'string' or btrim(v #>> '{}') = '') then
        return format('"%s" must be a list of words', field.name);
      end if;
      allowed := case field.name
        when 'seniorities' then enum_range(null::public.seniority)::text[]
        when 'functions' then enum_range(null::public.job_function)::text[]
        when 'lead_statuses' then enum_range(null::public.lead_status)::text[] end;
      foreach word in array app.text_array(field.value) loop
        if not word = any (allowed) then
          return format('there is no "%s" among %s; there are %s', word, replace(field.name, '_', ' '), array_to_string(allowed, ', '));
        elsif field.name = 'countries' and word !~ '^[A-Z]{2}$' then
          return format('"%s" is no code of a country: those have two capital letters, such as DE', word);
        end if;
      end loop;
    else
      return format('there is no key "%s"; the keys are personas, any_persona, seniorities, functions, countries, companies, lead_statuses, tags, is_follower, is_notable, campaigns, min_score, window_days', field.name);
    end if;
  end loop;
  if rule ? 'window_days' and not rule ? 'min_score' then
    return '"window_days" needs "min_score"';
  end if;
  return null;
end $$;
comment on function app.rule_error is 'What is wrong with a segment''s rule, in a sentence; null when nothing is.';

-- Of a rule in order alone.  What is deleted afterwards stays in the rule and means nobody, so what a rule has said before is let be.
create function app.rule_unknown(tenant uuid, rule jsonb, before jsonb default '{}') returns text
language sql stable parallel safe as $$
  (select format('there is no persona "%s"', said)
  from unnest(app.text_array(rule -> 'personas')) said
  where not exists (select from public.personas q where q.tenant_id = tenant and lower(q.name) = lower(said))
    and not exists (select from unnest(app.text_array(before -> 'personas')) was where lower(was) = lower(said))
  limit 1)
  union all
  (select format('there is no campaign %s', said)
  from jsonb_array_elements_text(rule -> 'campaigns') said
  where not exists (select from public.campaigns c where c.tenant_id = tenant and c.id = said::integer)
    and not coalesce(before -> 'campaigns' @> to_jsonb(said::integer), false)
  limit 1)
  limit 1
$$;
comment on function app.rule_unknown is 'Which persona or campaign a segment''s rule names that there is not, in a sentence; null where there are all, or where the rule before named it too.';

create function app.tg_audience_segments__check() returns trigger
language plpgsql volatile as $$
declare
  problem text := coalesce(app.rule_error(new.rule), app.rule_unknown(new.tenant_id, new.rule, case when tg_op = 'UPDATE' then old.rule else '{}' end));
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'rules_make_sense', table = 'audience_segments', column = 'rule';
  end if;
  return new;
end $$;
comment on function app.tg_audience_segments__check is 'Trigger on audience_segments: refuses a rule that makes no sense or names what there is not, in words.';
create trigger _200_check before insert or update of rule on public.audience_segments
  for each row execute function app.tg_audience_segments__check();

-- Not in SQL, which a plan would take apart, and then ask in one process.
create function app.segment_keys(tenant uuid, rule jsonb, key text) returns text[]
language plpgsql stable parallel safe as $$
begin
  return case key
    when 'personas' then array(
      select q.id::text from public.personas q where q.tenant_id = tenant and lower(q.name) in (select lower(name) from unnest(app.text_array(rule -> 'personas')) name))
    when 'campaigns' then array(select v::integer::text from jsonb_array_elements_text(rule -> 'campaigns') v)
  end;
end $$;
comment on function app.segment_keys is 'The sets of people (people_sets.key) that a rule names by a key of its own.';

-- Only what the rule names is asked, so that a rule about a persona looks at the persona's targets, and not at everybody with everything
-- that could be asked of them.  The statement is made up of what stands here, and of nothing that anybody wrote: what the rule says
-- of each is its second parameter.
create function app.segment_statement(rule jsonb) returns text
language sql stable parallel safe as $$
  with sets(n, key, of_kind) as (values
    (1, 'personas', '''q'', app.segment_keys($1, $2, ''personas'')'),
    (2, 'any_persona', '''t'''),
    (3, 'campaigns', '''c'', app.segment_keys($1, $2, ''campaigns'')')
  ),
  others(n, key, condition) as (values
    (4, 'companies', 'p.id in (
      select f.person_id from app.person_facts f
      where f.tenant_id = $1 and f.company_key in (select app.company_key(name) from unnest(app.text_array($2 -> ''companies'')) name))'),
    (5, 'seniorities', 'p.seniority::text = any (app.text_array($2 -> ''seniorities''))'),
    (6, 'functions', 'p.functions::text[] && app.text_array($2 -> ''functions'')'),
    (7, 'countries', 'p.country = any (app.text_array($2 -> ''countries''))'),
    (8, 'lead_statuses', 'p.lead_status::text = any (app.text_array($2 -> ''lead_statuses''))'),
    (9, 'tags', 'p.tags && app.text_array($2 -> ''tags'')'),
    (10, 'is_follower', 'p.is_follower = ($2 ->> ''is_follower'')::boolean'),
    (11, 'is_notable', 'p.is_notable = ($2 ->> ''is_notable'')::boolean'),
    (12, 'min_score', 'p.id in (select s.person_id from app.person_scores s where s.tenant_id = $1 and s.score >= ($2 ->> ''min_score'')::int)')
  ),
  conditions as (
    select n, key, case when rule ->> key = 'false' then 'not ' else '' end || 'exists (
      select from (select s.chunk, bit_or(s.people) as people from app.sets_of($1, ' || of_kind || ') s group by 1) s
      where s.chunk = app.chunk_of(p.id) and app.is_in(s.people, p.id))' as condition, true as is_set
    from sets
    union all
    select n, key, condition, false from others
  ),
  asked as (
    select coalesce(string_agg(' and ' || condition, '' order by n), '') as conditions,
      -- Who is in a set is known without looking at them.
      case when coalesce(bool_and(is_set), true) then 'cross join lateral (select %s.person_id as id) p' else 'join public.persons p on p.tenant_id = $1 and p.id = %s.person_id' end as people,
      '%1$s.first_day > $4
          or bit_count((case when %1$s.last_day - $4 < 63 then %1$s.days & ((1::bigint << (%1$s.last_day - $4)) - 1) else %1$s.days end)::bit(64))
            * least(($3).likes, ($3).reactions, ($3).comments, ($3).shares, ($3).follows, ($3).clicks) >= ($2 ->> ''min_score'')::int
          or %1$s.last_day - 7 >= $4 and %1$s.week_score * app.least_120ths($3) >= 120 * ($2 ->> ''min_score'')::bigint' as is_sure
    from conditions
    where rule ? key and not (key = 'min_score' and rule ? 'window_days')
  )
  select case when rule ? 'window_days'
    -- Of those who are left, all at once.  Nobody has a higher score than that of all days, and it is the score of whoever engaged since
    -- the window opened alone; and nobody has a lower one than a day of engagement each by the least weight, or than that of their last week.  Only where these bounds leave
    -- it open are engagements read: by their kinds, which are few, and then their weights.
    then 'with pending as materialized (select * from app.pending_person_engagement where tenant_id = $1),
      scored as materialized (
        select p.id, ' || format(is_sure, 'e') || ' as is_sure
        from public.person_engagement e
        ' || format(people, 'e') || '
        where e.tenant_id = $1 and not exists (select from public.engagement_deltas n where n.tenant_id = $1 and n.person_id = e.person_id)
          and e.last_day > $4 and ' || app.score_of_settled() || ' >= ($2 ->> ''min_score'')::int' || conditions || '
        union all
        select p.id, ' || format(is_sure, 's') || '
        from (select distinct n.person_id from public.engagement_deltas n where n.tenant_id = $1) n
        ' || format(people, 'n') || '
        left join public.person_engagement e on e.tenant_id = $1 and e.person_id = n.person_id
        left join pending d on d.person_id = n.person_id
        cross join lateral (
          select case when d.person_id is null then e.first_day else d.first_day end as first_day,
            case when d.person_id is null then e.last_day else d.last_day end as last_day, case when d.person_id is null then e.days else d.days end as days,
            case when d.person_id is null then e.week_score else d.week_score end as week_score) s
        where s.last_day > $4 and ' || app.score_of_counts() || ' >= ($2 ->> ''min_score'')::int' || conditions || '),
      done as (
        select e.person_id, e.engagement_type, e.reaction_type, count(*) as times
        from scored s
        join public.engagements e on e.tenant_id = $1 and e.person_id = s.id and e.engaged_on > $4
        where not s.is_sure
        group by 1, 2, 3)
      select s.id from scored s where s.is_sure
      union all
      select d.person_id from done d
      group by 1 having sum(d.times * app.weight_of($3, d.engagement_type, d.reaction_type)) >= ($2 ->> ''min_score'')::int'
    else 'select p.id from public.persons p where p.tenant_id = $1' || conditions
  end
  from asked
$$;
comment on function app.segment_statement is 'What asks for the ids of those whom a rule means; its parameters are the tenant, the rule, the tenant''s weights, and the day before the rule''s window opens.';

create function app.segment_people(tenant uuid, rule jsonb) returns setof integer
language plpgsql stable parallel safe as $$
declare
  weight app.weights;
begin
  -- As parameters they are known to whoever plans the statement: a window of days that most are in is read otherwise than one of few.
  select * into weight from app.weights w where w.tenant_id = segment_people.tenant;
  return query execute app.segment_statement(rule) using tenant, rule, weight, app.tenant_today(tenant) - (rule ->> 'window_days')::integer;
end $$;
comment on function app.segment_people is 'Ids of the people whom a segment''s rule means, now.';

create function app.segment_members(tenant uuid, segment text) returns setof integer
language sql stable parallel safe as $$
  select app.segment_people(tenant, s.rule) from public.audience_segments s where s.tenant_id = tenant and s.id = segment
$$;
comment on function app.segment_members is 'Ids of the people in a segment, now.';
