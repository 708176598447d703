-- Names of people.  Most sources show one name and do not say where its first part ends; who has to know is told what can be told.

create type app.two_names as (first_name text, last_name text);
comment on type app.two_names is 'A first and a last name, both or neither.';

create function app.name_titles() returns text[]
language sql immutable parallel safe as $$
  select array['dr', 'dra', 'prof', 'professor', 'professorin', 'doctor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'dame', 'herr', 'frau', 'ing', 'mag',
    'lic', 'mme', 'rev', 'dipl-ing', 'dipl-kfm', 'dipl-inf', 'dr-ing']
$$;
comment on function app.name_titles is 'What stands before a name and is none, in lower case.';
create function app.name_degrees() returns text[]
language sql immutable parallel safe as $$
  select array['PhD', 'Phd', 'PHD', 'MBA', 'EMBA', 'MSc', 'MSC', 'BSc', 'BSC', 'MS', 'BA', 'MA', 'BEng', 'MEng', 'LLM', 'LLB', 'MD', 'JD', 'MPH', 'DBA', 'CPA',
    'CFA', 'ACA', 'ACCA', 'FCCA', 'CIMA', 'PMP', 'CSM', 'CISSP', 'CISA', 'PE', 'RN', 'PHR', 'SPHR', 'SHRM-CP', 'SHRM-SCP', 'MCIPD', 'FCIPD', 'MCIM', 'FCIM', 'Esq', 'Jr', 'JR', 'jr',
    'Sr', 'SR', 'sr', 'II', 'III', 'IV']
$$;
comment on function app.name_degrees is 'What stands after a name and is none, in the spelling in which it is no name.';

-- By itself, so that whoever asks of many whether their names can be told apart is answered within the statement.
create function app.is_plain_name(name text) returns boolean
language sql immutable parallel safe as $$
  select name ~ '^[^\s!-&(-,./0-9:-@\[-`{-~\u1100-\U0001faff]+ [^\s!-/0-9:-@\[-`{-~\u00a9\u00ad\u00ae\u1100-\U0001faff][^\s!-&(-,./0-9:-@\[-`{-~\u00a9\u00ad\u00ae\u1100-\U0001faff]+$'
    -- Titles are written in ASCII.  'LinkedIn Member' is what LinkedIn shows of whom it does not show: who is called LinkedIn is looked at closely.
    and lower(split_part(name, ' ', 1) collate "C") <> all (array['linkedin'] || app.name_titles()) and split_part(name, ' ', 2) <> all (app.name_degrees())
$$;
comment on function app.is_plain_name is 'Whether a name is two plain words, as most are, which have nothing to take off.';

create function app.two_names(name text) returns app.two_names
language plpgsql immutable parallel safe as $$
declare
  titles constant text[] := app.name_titles();
  degrees constant text[] := app.name_degrees();
  word text;
  words text[] := array[]::text[];
  last_at integer;
begin
  if app.is_plain_name(name) then
    return row(split_part(name, ' ', 1), split_part(name, ' ', 2))::app.two_names;
  end if;
  -- An e-mail address, or what LinkedIn shows of whom it does not show.
  if name is null or name like '%@%' or name ilike 'linkedin member' or name ilike 'linkedin user' then
    return null;
  end if;
  -- Scripts in which the last name may come first; nothing in the name says whether it does.
  if name ~ '[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]' then
    return null;
  end if;
  -- Of a name are neither what stands in brackets or quotes nor what follows a comma or a dash: "(she/her)", ", MBA", " - hiring".
  foreach word in array regexp_split_to_array(
    regexp_replace(regexp_replace(regexp_replace(name,
      '\([^)]*\)|\[[^]]*\]|"[^"]*"|“[^”]*”|„[^“”]*[“”]', ' ', 'g'),
      '([,;:|/•·–—(]|\s-).*$', ''),
      '[!#$%&*+0-9<=>?@\\^_`{}~\u00a9\u00ad\u00ae\u200b-\u2015\u2020-\u206f\u20a0-\u2bff\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff]+', ' ', 'g'), '\s+')
  loop
    if word ~ '^[''’.-]*$' then
      continue;
    elsif words = '{}' and replace(app.fold_case(word), '.', '') = any (titles) then
      continue;
    end if;
    words := words || word;
  end loop;
  -- Degrees and the like come last; what may be a name too counts only in the spelling of a degree.
  while cardinality(words) > 1 and replace(words[cardinality(words)], '.', '') = any (degrees)
    and (cardinality(words) > 2 or replace(words[cardinality(words)], '.', '') not in ('MA', 'MS', 'BA', 'ACA', 'PE', 'MD', 'JD'))
  loop
    words := words[:cardinality(words) - 1];
  end loop;
  -- A middle initial is of neither, and whose last name is but an initial hides it.
  if cardinality(words) > 2 then
    words := array(select w from unnest(words) with ordinality o(w, at) where at in (1, cardinality(words)) or length(replace(w, '.', '')) > 1 order by at);
  end if;
  if cardinality(words) < 2 or length(replace(words[cardinality(words)], '.', '')) < 2 then
    return null;
  end if;
  -- A last name of several words begins with a particle: "van der Berg", "de la Cruz".  Whatever else stands before the last word is of the first name.
  last_at := cardinality(words);
  for at in 2 .. last_at - 1 loop
    if replace(replace(app.fold_case(words[at]), '’', ''), '''', '') in ('von', 'vom', 'van', 'vander', 'vanden', 'de', 'der', 'den', 'del', 'della', 'delle', 'di', 'da',
      'dal', 'dalla', 'das', 'do', 'dos', 'du', 'des', 'la', 'las', 'le', 'los', 'lo', 'ten', 'ter', 'te', 't', 'zu', 'zum', 'zur', 'bin', 'ibn', 'bint', 'al', 'el',
      'abu', 'af', 'av', 'st', 'saint', 'mac', 'mc', 'san', 'santa') then
      last_at := at;
      exit;
    end if;
  end loop;
  return row(array_to_string(words[:last_at - 1], ' '), array_to_string(words[last_at:], ' '))::app.two_names;
end $$;
comment on function app.two_names is 'The first and the last name that one name holds; null where it holds one alone, an initial, or a script in which either may come first.';
