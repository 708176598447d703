-- Lists: what any of them is put in order by.

create function app.sort_key(item jsonb, field text) returns jsonb
language sql immutable parallel safe as $$
  select case jsonb_typeof(item -> field) when 'string' then to_jsonb(lower(item ->> field)) else coalesce(item -> field, 'null') end
$$;
comment on function app.sort_key is 'What an item is put in order by: the value of one of its fields. Words are compared without case, nothing comes before everything else, and two values are always comparable, so that a list can go on after any of them.';
