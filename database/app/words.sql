-- Words: how a title, a place or a company's name is brought into the form in which it is compared.  Whole tokens are
-- compared, never parts of words: "Director" holds no CTO and "International" no intern.

create function app.fold_case(t text) returns text
language sql immutable parallel safe as $$
  -- Capitals with accents are listed, since lower() knows only ASCII in a database of locale C,
  -- and a Turkish one would make a dotless i of I.
  select replace(replace(replace(translate(lower(translate(t, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')),
    'ÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜÝáàâäãåçéèêëíìîïñóòôöõøúùûüýÿ',
    'aaaaaaceeeeiiiinoooooouuuuyaaaaaaceeeeiiiinoooooouuuuyy'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;
comment on function app.fold_case is 'Lower case without accents.';

-- A light stem joins singular and plural, and the feminine forms of titles in the languages of the headline parser.
-- Both sides of a comparison go through it, so that a stem need not be a word.
create function app.stem(word text) returns text
language sql immutable parallel safe as $$
  select case
    when length(word) <= 3 then word
    when word ~ '.{3}innen$' then left(word, -5)
    when word ~ '.{3}(er|or|eur)in$' then left(word, -2)
    when word ~ '.{3}trices?$' then regexp_replace(word, 'trices?$', 'teur')
    when word ~ '.{3}euses?$' then regexp_replace(word, 'euses?$', 'eur')
    when word ~ '.{3}[dt]oras?$' then regexp_replace(word, 'as?$', '')
    when word ~ '.{3}[dt]ores$' then left(word, -2)
    when word ~ '.{2}ies$' then left(word, -3) || 'y'
    when word ~ '(ss|us|is)$' then word
    when word ~ 's$' then left(word, -1)
    else word
  end
$$;
comment on function app.stem is 'A light stem: plural and feminine endings off. The word is in lower case without accents.';

create function app.words(t text) returns text
language sql immutable parallel safe as $$
  select ' ' || coalesce((
    select string_agg(app.stem(word), ' ' order by place) || ' '
    from regexp_split_to_table(app.fold_case(t), '[[:space:]!"$%''()*,./:;<=>?@\[\\\]^_`{|}~•·–—…“”„’‘«»™®✦★|-]+') with ordinality w(word, place)
    where word not in ('', '&', '+')
  ), '')
  where t is not null
$$;
comment on function app.words is 'The stems of a text, each between spaces, so that position('' phrase '' in words) finds whole tokens only; null of null.';

create function app.has_phrase(words text, phrases text[]) returns boolean
language sql immutable parallel safe as $$
  select exists (select from unnest(phrases) phrase where position(phrase in words) > 0)
$$;
comment on function app.has_phrase is 'Whether any of the phrases stands in the words; both as app.words gives them.';

create function app.company_key(name text) returns text
language sql immutable parallel safe as $$
  with plain as (
    select btrim(regexp_replace(replace(replace(app.fold_case(name), '.', ''), '&', ' and '), '[[:space:]!"$%''()*,/:;<=>?@\[\\\]^_`{|}~•·–—…“”„’‘«»™®-]+', ' ', 'g')) as key
  ),
  -- Names of legal forms, from cleanco's list (MIT), less those that are ordinary words.
  bare as (
    select key, regexp_replace(key, '( (ab|ag|aps|asa|bhd|bv|bvba|co|corp|corporation|cv|doo|ehf|eood|eurl|gmbh|gmbh and co kg|gmbh co kg|inc|incorporated|kft|kg|kgaa|lda|limited|llc|llp|lp|ltd|ltda|nv|ood|oy|oyj|plc|pllc|pte|pte ltd|pty|pty ltd|pvt|private limited|sa|s a|sa de cv|s de rl de cv|sarl|s a r l|sas|sasu|sdn|sl|s l|slu|snc|spa|s p a|sp z oo|sprl|srl|s r l|sro|se|ug|vof|zrt))+$', '') as short
    from plain
  )
  select case when short = '' then key else short end from bare
$$;
comment on function app.company_key is 'The name under which a company is looked up: lower case, without accents, punctuation and legal form.';
