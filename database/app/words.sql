-- Words: how a title, a place or a company's name is brought into the form in which it is compared.  Whole tokens are
-- compared, never parts of words: "Director" holds no CTO and "International" no intern.

create function app.fold_case(t text) returns text
language sql immutable parallel safe as $$
  -- Most texts are plain ASCII, and pay for nothing else.  Of the others the accents are taken off, however they are written,
  -- and then the letters that have none to take off.  Capitals are listed, since lower() knows only ASCII in a database of
  -- locale C, and a Turkish one would make a dotless i of I.
  select case when octet_length(t) = length(t) then lower(t collate "C") else
    translate(replace(replace(replace(replace(
      lower(translate(regexp_replace(normalize(t, nfd), '[\u0300-\u036f]+', '', 'g'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZŁØĐÐĦÆŒÞẞ', 'abcdefghijklmnopqrstuvwxyzłøđðħæœþß')),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'łøđðħı', 'loddhi') end
$$;
comment on function app.fold_case is 'Lower case without accents.';

-- A light stem joins singular and plural, and the feminine forms of titles in the languages of the headline parser.
-- Both sides of a comparison go through it, so that a stem need not be a word.
create function app.stem(word text) returns text
language sql immutable parallel safe as $$
  -- By `like`, since a dozen regular expressions a word were most of what matching cost.
  select case
    when length(word) <= 3 then word
    when word like '%___innen' then left(word, -5)
    when word like '%___erin' or word like '%___orin' or word like '%___eurin' then left(word, -2)
    when word like '%___trice' then left(word, -5) || 'teur'
    when word like '%___trices' then left(word, -6) || 'teur'
    when word like '%___euse' then left(word, -4) || 'eur'
    when word like '%___euses' then left(word, -5) || 'eur'
    when word like '%___dora' or word like '%___tora' then left(word, -1)
    when word like '%___doras' or word like '%___toras' or word like '%___dores' or word like '%___tores' then left(word, -2)
    when word like '%__ies' then left(word, -3) || 'y'
    when word like '%ss' or word like '%us' or word like '%is' then word
    when word like '%s' then left(word, -1)
    else word
  end
$$;
comment on function app.stem is 'A light stem: plural and feminine endings off. The word is in lower case without accents.';

create function app.words(t text) returns text
language plpgsql immutable parallel safe strict as $$
declare
  word text;
  stems text := ' ';
begin
  -- What parts words is white space and punctuation of any width, but not what is part of one (C++, C#).  A loop, since a query for each
  -- text would cost as much again as all the rest.
  foreach word in array string_to_array(
    regexp_replace(app.fold_case(t), '[[:space:]\u00a0\u2007\u200b\u202f\u2010-\u2015\u2212!"$%''()*,./:;<=>?@\[\\\]^_`{|}~•·…“”„’‘«»™®✦★|-]+', ' ', 'g'), ' ')
  loop
    if word not in ('', '&', '+') then
      stems := stems || app.stem(word) || ' ';
    end if;
  end loop;
  return stems;
end $$;
comment on function app.words is 'The stems of a text, each between spaces, so that a phrase finds whole tokens only; null of null.';

-- German, Dutch and the languages of Scandinavia write as one word what others write as two: whoever looks for marketing means the
-- Marketingleiterin too.  The words are there as they were written, and once more with such words taken apart.  Only what ends in a word
-- for somebody's work is taken apart, since the parts of other words say something else ("Unternehmen" is no "nehmen").
create function app.title_words(t text) returns text
language plpgsql immutable parallel safe strict as $$
declare
  written constant text := app.words(t);
  word text;
  part text[];
  parted text := written;
begin
  foreach word in array string_to_array(written, ' ') loop
    -- Most words are too short, or end otherwise; a regular expression for each of them would be a third of what matching by title costs.
    if length(word) > 7 and right(word, 3) in ('aar', 'and', 'ann', 'ant', 'are', 'der', 'ekt', 'ent', 'enz', 'ert', 'eur', 'fer', 'fin', 'ger', 'gte', 'hef',
      'her', 'ice', 'ior', 'ist', 'jor', 'ker', 'ler', 'lig', 'ner', 'ofd', 'per', 'rau', 'rer', 'rig', 'rin', 'rte',
      'tar', 'teg', 'ter', 'tin', 'tor', 'ult', 'ung', 'ver', 'yst') then
      -- They lead nobody, or are nobody.
      continue when word ~ '(begleiter|begeleider|halbleiter|vejleder|veileder)$';
      part := regexp_match(word, '^(.{4,}?)(leiter|leitung|manager|chef|direktor|referent|berater|entwickler|ingenieur|assistent|assistenz|mitarbeiter|kaufmann|kauffrau'
        '|techniker|meister|spezialist|vorstand|experte|expert|designer|praktikant|trainer|lehrer|analyst|koordinator|beauftragte|beauftragter|verwalter'
        '|verkaufer|einkaufer|redakteur|architekt|prufer|buchhalter|administrator|planer|controller|vertreter|sprecher|student|volontar|sekretar'
        '|directeur|directrice|medewerker|adviseur|leider|hoofd|ontwikkelaar|consultant|specialist|beheerder|coordinator|redacteur|inkoper|verkoper'
        '|ledare|leder|ansvarig|ansvarlig|ingenjor|ingenior|utvecklare|utvikler|udvikler|konsult|konsulent|radgivare|radgiver|strateg|saljare|selger'
        '|referentin|assistentin|spezialistin|expertin|praktikantin|analystin|architektin|studentin|chefin|volontarin|sekretarin)$');
      if part is not null then
        parted := replace(parted, ' ' || word || ' ', ' ' || app.stem(part[1]) || ' ' || part[2] || ' ');
      end if;
    end if;
  end loop;
  -- No phrase runs from the one into the other.
  return case when parted = written then written else written || '|' || parted end;
end $$;
comment on function app.title_words is 'The words of a title in the form of app.words, and again with its compounds taken apart; null of null.';

-- Nothing in words means anything to `like`, so that `words like any (phrases)` is a plain look for whole tokens.
create function app.phrase(t text) returns text
language sql immutable parallel safe as $$ select '%' || app.words(t) || '%' $$;
comment on function app.phrase is 'The pattern under which a phrase is found in app.words: words like phrase.';

create function app.company_key(name text) returns text
language sql immutable parallel safe strict as $$
  with plain as (
    select btrim(regexp_replace(replace(replace(app.fold_case(name), '.', ''), '&', ' and '), '[[:space:]\u00a0\u2007\u200b\u202f\u2010-\u2015\u2212!"$%''()*,/:;<=>?@\[\\\]^_`{|}~•·…“”„’‘«»™®-]+', ' ', 'g')) as key
  ),
  -- Names of legal forms, from cleanco's list (MIT), less those that are ordinary words.
  bare as (
    select key, regexp_replace(key, '( (ab|ag|aps|asa|bhd|bv|bvba|co|corp|corporation|cv|doo|ehf|eood|eurl|gmbh|gmbh and co kg|gmbh co kg|inc|incorporated|kft|kg|kgaa|lda|limited|llc|llp|lp|ltd|ltda|nv|ood|oy|oyj|plc|pllc|pte|pte ltd|pty|pty ltd|pvt|private limited|sa|s a|sa de cv|s de rl de cv|sarl|s a r l|sas|sasu|sdn|sl|s l|slu|snc|spa|s p a|sp z oo|sprl|srl|s r l|sro|se|ug|vof|zrt))+$', '') as short
    from plain
  )
  select case when short = '' then key else short end from bare
$$;
comment on function app.company_key is 'The name under which a company is looked up: lower case, without accents, punctuation and legal form.';
