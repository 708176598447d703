-- Lists: what any of them is put in order by.

create function app.sort_key(item jsonb, field text) returns jsonb
language sql immutable parallel safe as $$
  select case jsonb_typeof(item -> field) when 'string' then to_jsonb(lower(item ->> field)) else coalesce(item -> field, 'null') end
$$;
comment on function app.sort_key is 'What an item is put in order by: the value of one of its fields. Words are compared without case, nothing comes before everything else, and two values are always comparable, so that a list can go on after any of them.';

-- Words of which a text must hold every one, wherever they stand: `folded like all (words_held('ada berg'))`.
create function app.words_held(said text) returns text[]
language sql immutable parallel safe as $$
  -- Where nothing is left to look for, null, which no text is like: all texts would be like all of no patterns.
  select coalesce(array_agg(distinct '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'), array[null]::text[])
  from unnest(string_to_array(app.fold_case(said), ' ')) word
  where word <> ''
$$;
comment on function app.words_held is 'Patterns for the words of a text, accents and case aside, which stand for themselves whatever is in them; null where there are none.';

-- Made once, since many names are compared with one text: `how_near(folded_name, ways_near('ada'))`.
create function app.ways_near(said text) returns text[]
language sql immutable parallel safe as $$
  select array[s.escaped, s.escaped || '%', '% ' || s.escaped || '%', '%' || s.escaped || '%']
  from (select regexp_replace(app.fold_case(said), '([\\%_])', '\\\1', 'g') as escaped) s
$$;
comment on function app.ways_near is 'Patterns for the ways in which a name is near to what was said, accents and case aside, the nearest first: the same, begins with it, a word does, holds it.';

create function app.how_near(name text, ways text[]) returns integer
language sql immutable parallel safe as $$
  select case when name like ways[1] then 0 when name like ways[2] then 1 when name like ways[3] then 2 when name like ways[4] then 3 else 4 end
$$;
comment on function app.how_near is 'Which of the ways_near what was said a folded name is: 0 the same, 1 begins with it, 2 a word does, 3 holds it, 4 none of these.';
