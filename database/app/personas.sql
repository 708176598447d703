-- Personas: the description of a kind of buyer.  `criteria` is one object with a key for each stated criterion:
--
--   {"title":        {"include": ["head of marketing", "cmo"], "exclude": ["assistant"], "weight": 3, "mode": "required"},
--    "seniority":    {"any": ["director", "vp", "cxo"], "weight": 2},
--    "function":     {"any": ["marketing"]},
--    "industry":     {"any": ["Software Development", "Technology, Information and Media"]},
--    "company_size": {"any": ["51-200", "201-500"]},
--    "location":     {"any": ["DE", "Northern Europe", "Berlin"]},
--    "engagement":   {"min_score": 10, "window_days": 90},
--    "follower":     {"is": true},
--    "company":      {"include": ["Acme"], "exclude": ["Globex"]}}
--
-- weight (1 to 1000, default 1) and mode ("score", the default, or "required") go with each.  Excludes veto.

create type app.criterion as (
  place integer, name text, weight integer, required boolean,
  phrases text[], includes text[], excludes text[], min_score integer, window_days integer, wanted boolean
);
comment on type app.criterion is 'One stated criterion of a persona, its words in the form in which they are compared: phrases as patterns of words, includes as a whole.';

create function app.text_array(list jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(value order by place), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof(list) = 'array' then list else '[]' end) with ordinality l(value, place)
$$;
comment on function app.text_array is 'A jsonb array of strings as text[]; empty of anything else.';

create function app.criteria_of(criteria jsonb) returns setof app.criterion
language sql immutable parallel safe as $$
  select k.place, k.name,
    -- A criterion that only excludes is no criterion until it is met.
    case when cardinality(w.wanted) = 0 and cardinality(w.unwanted) > 0 then 0 else coalesce((c.body ->> 'weight')::int, 1) end,
    coalesce(c.body ->> 'mode', 'score') = 'required',
    -- A code of two or three letters is a code and not a word: "DE" is not found in "Rio de Janeiro".
    (select array_agg(app.phrase(word)) from unnest(w.wanted) word
      where k.name = 'title' or (k.name = 'location' and length(app.fold_case(word)) > 3)),
    (select array_agg(case k.name when 'company' then app.company_key(word) when 'industry' then app.fold_case(word) when 'location' then app.fold_case(word) else word end)
      from unnest(w.wanted) word where k.name <> 'title'),
    (select array_agg(case k.name when 'title' then app.phrase(word) else app.company_key(word) end) from unnest(w.unwanted) word),
    (c.body ->> 'min_score')::int,
    (c.body ->> 'window_days')::int,
    (c.body ->> 'is')::boolean
  from (values (1, 'title'), (2, 'seniority'), (3, 'function'), (4, 'industry'), (5, 'company_size'), (6, 'location'),
    (7, 'engagement'), (8, 'follower'), (9, 'company')) k(place, name)
  join lateral (select criteria -> k.name as body) c on jsonb_typeof(c.body) = 'object'
  cross join lateral (select app.text_array(coalesce(c.body -> 'include', c.body -> 'any')) as wanted, app.text_array(c.body -> 'exclude') as unwanted) w
$$;
comment on function app.criteria_of is 'The stated criteria of a persona as rows.';

-- What is wrong with criteria, in a sentence for the person who wrote them; null when nothing is.
create function app.criteria_error(criteria jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  criterion record;
  field record;
  word text;
  allowed text[];
begin
  if jsonb_typeof(criteria) <> 'object' then
    return 'criteria must be an object with one key for each criterion';
  end if;
  for criterion in select key as name, value as body from jsonb_each(criteria) loop
    allowed := case criterion.name
      when 'title' then array['include', 'exclude']
      when 'company' then array['include', 'exclude']
      when 'seniority' then array['any'] when 'function' then array['any'] when 'industry' then array['any']
      when 'company_size' then array['any'] when 'location' then array['any']
      when 'engagement' then array['min_score', 'window_days']
      when 'follower' then array['is']
    end;
    if allowed is null then
      return format('there is no criterion "%s"; the criteria are title, seniority, function, industry, company_size, location, engagement, follower, company', criterion.name);
    end if;
    if jsonb_typeof(criterion.body) <> 'object' then
      return format('criterion "%s" must be an object, such as {"%s": …, "weight": 1, "mode": "score"}', criterion.name, allowed[1]);
    end if;
    for field in select key as name, value from jsonb_each(criterion.body) loop
      if field.name = 'weight' then
        if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,4}$' or field.value::text::int not between 1 and 1000 then
          return format('the weight of "%s" must be a whole number from 1 to 1000', criterion.name);
        end if;
      elsif field.name = 'mode' then
        if field.value not in ('"score"', '"required"') then
          return format('the mode of "%s" must be "score" or "required"', criterion.name);
        end if;
      elsif not field.name = any (allowed) then
        return format('criterion "%s" has no field "%s"; its fields are %s, weight and mode', criterion.name, field.name, array_to_string(allowed, ', '));
      elsif field.name in ('include', 'exclude', 'any') then
        if jsonb_typeof(field.value) <> 'array' or exists (
          select from jsonb_array_elements(field.value) v where jsonb_typeof(v) <> 'string' or app.words(v #>> '{}') = ' ') then
          return format('"%s" of criterion "%s" must be a list of words', field.name, criterion.name);
        end if;
        -- What is nothing but punctuation would be found in everything.
        if criterion.name in ('title', 'company') and exists (
          select from unnest(app.text_array(field.value)) w where case criterion.name when 'title' then app.words(w) = ' ' else app.company_key(w) = '' end) then
          return format('"%s" of criterion "%s" must be a list of words', field.name, criterion.name);
        end if;
      elsif field.name in ('min_score', 'window_days') then
        if jsonb_typeof(field.value) <> 'number' or field.value::text !~ '^[0-9]{1,8}$' or field.value::text::int < 1 then
          return format('"%s" of criterion "%s" must be a whole number above 0', field.name, criterion.name);
        end if;
      elsif jsonb_typeof(field.value) <> 'boolean' then
        return format('"%s" of criterion "%s" must be true or false', field.name, criterion.name);
      end if;
    end loop;
    if criterion.name = 'engagement' and not criterion.body ? 'min_score' then
      return 'criterion "engagement" needs "min_score"';
    end if;
    if criterion.name = 'follower' and not criterion.body ? 'is' then
      return 'criterion "follower" needs "is": true or false';
    end if;
    if criterion.name in ('seniority', 'function', 'company_size') then
      allowed := case criterion.name
        when 'seniority' then enum_range(null::public.seniority)::text[]
        when 'function' then enum_range(null::public.job_function)::text[]
        else enum_range(null::public.size_band)::text[] end;
      foreach word in array app.text_array(criterion.body -> 'any') loop
        if not word = any (allowed) then
          return format('there is no %s "%s"; there are %s', replace(criterion.name, '_', ' '), word, array_to_string(allowed, ', '));
        end if;
      end loop;
    end if;
    if not exists (
      select from jsonb_each(criterion.body) f
      where f.key not in ('weight', 'mode') and case jsonb_typeof(f.value) when 'array' then jsonb_array_length(f.value) > 0 else true end) then
      return format('criterion "%s" says nothing; leave it out or give it words', criterion.name);
    end if;
  end loop;
  return null;
end $$;
comment on function app.criteria_error is 'What is wrong with a persona''s criteria, in a sentence; null when nothing is.';

-- An industry may be any that companies are given, and a place any city: neither is refused for being on no list.  But a
-- slip of the pen then means nobody, and says so here.
create function app.criteria_hints(criteria jsonb) returns setof text
language sql stable parallel safe as $$
  select case w.name
    when 'industry' then format('"%s" is no industry of LinkedIn''s list; it means companies whose industry is written just so', w.word)
    else case when length(app.fold_case(w.word)) > 3
      then format('"%s" is no country or region that is known here; it is looked for in the words of a person''s location, as a city is', w.word)
      else format('"%s" is the code of no country, and too short to be looked for in a location; it means nobody', w.word) end
    end
  from (values (1, 'industry'), (2, 'location')) k(place, name)
  cross join lateral (select k.name, u.word, u.n from unnest(app.text_array(criteria -> k.name -> 'any')) with ordinality u(word, n)) w
  where not exists (select from public.industries i where w.name = 'industry' and app.fold_case(w.word) = any (i.path))
    and not exists (
      select from public.countries c cross join unnest(array[c.code, c.name, c.region, c.sub_region] || c.aliases) known
      where w.name = 'location' and app.fold_case(known) = app.fold_case(w.word))
  order by k.place, w.n
$$;
comment on function app.criteria_hints is 'What a persona''s criteria may not mean as they are written: industries and places that are on no list, a sentence each. They are allowed.';

create function app.tg_personas__check() returns trigger
language plpgsql volatile as $$
declare
  problem text := app.criteria_error(new.criteria);
begin
  if problem is not null then
    raise exception '%', problem using errcode = 'invalid_parameter_value', constraint = 'criteria_make_sense', table = 'personas', column = 'criteria';
  end if;
  return new;
end $$;
comment on function app.tg_personas__check is 'Trigger on personas: refuses criteria that make no sense, in words.';
create trigger _200_check before insert or update of criteria on public.personas for each row execute function app.tg_personas__check();

create view app.persona_match_counts with (security_invoker = true) as
  select q.tenant_id, q.id as persona_id, q.name, q.is_active,
    count(t.person_id) filter (where t.is_active)::int as people,
    count(t.person_id) filter (where t.pinned)::int as pinned,
    count(t.person_id) filter (where t.excluded)::int as excluded,
    round(avg(t.match_score) filter (where t.is_active and not t.pinned), 2) as average_score,
    round(avg(t.confidence) filter (where t.is_active), 2) as average_confidence,
    max(t.matched_at) filter (where t.is_active) as last_matched
  from public.personas q
  left join public.targets t on t.tenant_id = q.tenant_id and t.persona_id = q.id
  group by q.tenant_id, q.id, q.name, q.is_active;
comment on view app.persona_match_counts is 'One row a persona: how many people match it, how well, how many are pinned or excluded by hand.';
