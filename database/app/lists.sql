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

create function app.how_near(name text, said text) returns integer
language sql immutable parallel safe as $$
  select case when name = said then 0 when starts_with(name, said) then 1 when position(' ' || said in name) > 0 then 2 when position(said in name) > 0 then 3 else 4 end
$$;
comment on function app.how_near is 'How near a folded name is to what was said, folded as well: 0 the same, 1 begins with it, 2 a word does, 3 holds it, 4 none of these.';
