-- Functions that the adopt_*.sql files share.  They live in the schema prototype, exist only where a prototype was set
-- aside, and go with that schema.  Rapport's own schema app is not there while migrations run.
do $do$
begin
  if to_regclass('prototype.adoption') is null or to_regprocedure('prototype.pending(text)') is not null then
    return;
  end if;

  execute $sql$
------------------------------------------------------------------------------------------------ the ledger
-- Whether a table is there and was not adopted yet.  The report is asked, since a user may have changed our rows since.
create function prototype.pending(source text) returns boolean
language sql stable as $$
  select to_regclass(format('prototype.%I', source)) is not null
    and not exists (select from public.migration_report where source_table = source)
$$;

-- The rows of a table of the prototype with their keys.  Rows are read as jsonb, so that it does not matter which columns
-- a copy has and what else a user added.  Credentials never leave their table.
create function prototype.rows_of(source text) returns table (key text, r jsonb)
language plpgsql stable as $$
declare
  relation regclass := to_regclass(format('prototype.%I', source));
  key_columns text;
begin
  if relation is null then
    return;
  end if;
  select string_agg(format('t.%I::text', a.attname), ' || ''|'' || ' order by array_position(k.conkey, a.attnum)) into key_columns
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.conrelid = relation and k.contype = 'p';
  return query execute format(
    case when source in ('linkedin_connections', 'linkedin_cookies') then
      'select %s, (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e
        where e.key = ''cookie_name'' or e.key !~* ''cookie|token|secret|passw|credential|key|jar'') from %s t'
    else 'select %s, to_jsonb(t) from %s t' end, coalesce(key_columns, 't.ctid::text'), relation);
end $$;

-- Closes the books on a table: every row has one outcome, every row that was taken over is really there, what was set
-- aside is in migration_leftovers whole, and the report adds up to the table.  `key_of` is the key of a target row, as SQL.
create function prototype.close_books(source text, target text, key_of text default 't.id::text') returns void
language plpgsql volatile as $$
declare
  in_table bigint;
  in_ledger bigint;
  missing text;
begin
  execute format('select count(*) from prototype.%I', source) into in_table;
  select count(*) into in_ledger from prototype.adoption where source_table = source;
  if in_table <> in_ledger then
    raise exception 'prototype.% has % rows, and the outcome of % is known: nothing was changed', source, in_table, in_ledger;
  end if;
  -- Of tenants there is no need to ask: nothing could be inserted without them.
  if target is not null then
    execute format(
      'select string_agg(target_key, '', '') from (
        select tenant_id, target_key from prototype.adoption where source_table = %L and target_table = %L and outcome <> ''set aside''
        except select t.tenant_id, %s from public.%I t) x', source, target, key_of, target) into missing;
  end if;
  if missing is not null then
    raise exception 'rows of prototype.% did not arrive: public.% lacks %', source, target, left(missing, 500);
  end if;
  insert into public.migration_leftovers (tenant_id, source_table, source_key, reason, row_data)
  select coalesce(l.tenant_id, '00000000-0000-0000-0000-000000000001'), source, l.source_key, l.detail, s.r
  from prototype.adoption l
  join prototype.rows_of(source) s on s.key = l.source_key
  where l.source_table = source and l.outcome = 'set aside'
  order by length(l.source_key), l.source_key
  on conflict do nothing;
  insert into public.migration_report (source_table, outcome, detail, rows)
  select source, outcome, detail, count(*) from prototype.adoption where source_table = source group by outcome, detail
  union all
  select source, 'adopted', 'the table was empty', 0 where in_table = 0
  order by 2, 3;
end $$;

-- Values of a row whose table here has no column for them and no `extra`.
create function prototype.leave_values(source text, key text, tenant uuid, values_left jsonb) returns void
language sql volatile as $$
  insert into public.migration_leftovers (tenant_id, source_table, source_key, reason, row_data)
  select tenant, source, key, 'The row was taken over; these of its values have no column here.', values_left
  where values_left <> '{}'
  on conflict do nothing
$$;

-- Supabase opens every new table to `anon` and `authenticated` by default privileges: taken away from Rapport's tables,
-- once, and from nothing of the user's.
create function prototype.close_doors(step text) returns void
language plpgsql volatile as $$
declare
  g record;
begin
  if exists (select from prototype.adoption where source_table = 'privileges' and source_key = step) then
    return;
  end if;
  for g in
    select distinct c.oid::regclass as relation, case when c.relkind = 'S' then 'sequence' else 'table' end as kind,
      case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as grantee
    from pg_class c
    cross join lateral aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S') and c.relname not in (select relation from prototype.bystanders)
      and a.grantee <> c.relowner and pg_get_userbyid(a.grantee) <> 'rapport_app'
    order by 1, 3
  loop
    execute format('revoke all on %s %s from %s cascade', g.kind, g.relation, g.grantee);
  end loop;
  insert into prototype.adoption (source_table, source_key, outcome, detail) values ('privileges', step, 'replaced', 'default privileges of the schema public');
end $$;

------------------------------------------------------------------------------------------------ values
create function prototype.tenant_of(r jsonb) returns uuid
language sql immutable as $$
  select coalesce((r ->> 'tenant_id')::uuid, '00000000-0000-0000-0000-000000000001')
$$;
-- The text of a field, null where it is blank.
create function prototype.word(r jsonb, field text) returns text
language sql immutable as $$
  select case when btrim(r ->> field, E' \t\r\n') <> '' then r ->> field end
$$;
-- Casts that answer null instead of ending the upgrade: users changed types of columns.
create function prototype.odd_time_of(word text) returns timestamptz
language plpgsql stable set timezone = 'UTC' as $$
begin
  return word::timestamptz;
exception when others then
  return null;
end $$;
-- What to_jsonb writes of a timestamptz needs no such care, and there are millions of them.
create function prototype.time_of(word text) returns timestamptz
language sql stable as $$
  select case when word ~ '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9:.]+[+-][0-9]{2}:[0-9]{2}$' then word::timestamptz else prototype.odd_time_of(word) end
$$;
create function prototype.day_of(word text) returns date
language plpgsql stable set timezone = 'UTC' as $$
begin
  return word::timestamptz::date;
exception when others then
  return null;
end $$;
create function prototype.number_of(word text) returns numeric
language sql immutable as $$
  select case when btrim(word) ~ '^[-+]?[0-9]{1,30}(\.[0-9]{1,30})?$' then btrim(word)::numeric end
$$;
create function prototype.flag(r jsonb, field text) returns boolean
language sql immutable as $$
  select case when lower(btrim(r ->> field)) in ('true', 't', 'yes', 'y', '1') then true when lower(btrim(r ->> field)) in ('false', 'f', 'no', 'n', '0') then false end
$$;
-- Ids that are no uuid in some copy become one that is always the same.
create function prototype.uuid_of(source text, key text) returns uuid
language sql immutable as $$
  select case when key ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then key::uuid else md5(source || ':' || key)::uuid end
$$;
-- What a row holds beyond the fields that have a place: for `extra`, under the names that the user knows.
create function prototype.rest(r jsonb, known text[]) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value) filter (where key <> all (known) and value not in ('null', '""')), '{}') from jsonb_each(r)
$$;
-- One field more for `extra`, kept because its value was changed on the way.
create function prototype.kept(condition boolean, r jsonb, field text) returns jsonb
language sql immutable as $$
  select case when condition and r -> field not in ('null', '""') then jsonb_build_object(field, r -> field) else '{}' end
$$;
-- Objects one upon the other: where several have a field, the last one's is kept.
create aggregate prototype.joined (jsonb) (sfunc = pg_catalog.jsonb_concat, stype = jsonb, initcond = '{}');
-- A list of words out of text[], a jsonb list, one word, or an object ("key: value").
create function prototype.words_of(list jsonb) returns text[]
language sql immutable as $$
  select coalesce(array_agg(btrim(word, E' \t\r\n') order by place) filter (where btrim(word, E' \t\r\n') <> ''), '{}')
  from (
    -- An object within a list, such as a template with title and body, becomes its lines.
    select case jsonb_typeof(e) when 'object' then (
        select string_agg(value #>> '{}', E'\n' order by key not in ('title', 'name'), key) from jsonb_each(e)) else e #>> '{}' end, place
    from jsonb_array_elements(case jsonb_typeof(list) when 'array' then list else '[]' end) with ordinality l(e, place)
    union all
    select key || ': ' || (value #>> '{}'), row_number() over (order by key) from jsonb_each(case jsonb_typeof(list) when 'object' then list else '{}' end)
    union all
    select list #>> '{}', 1 where jsonb_typeof(list) in ('string', 'number')
  ) w(word, place)
$$;
-- '12.50', '5k EUR', '€ 12.500,00', '1,250.00 USD': what people write for money.  Null where it is none, or below zero.
create function prototype.money_of(word text) returns numeric
language sql immutable as $$
  with bare as (
    select lower(regexp_replace(word, '[[:space:]$€£¥]|[a-z]{3}\M|usd|eur|gbp|chf', '', 'gi')) as digits, lower(word) as whole
  ),
  scaled as (
    select btrim(digits, 'km') as digits, case when whole ~ '[0-9] ?k' then 1000 when whole ~ '[0-9] ?m' then 1000000 else 1 end as factor from bare
  ),
  plain as (
    select factor, case
      when digits ~ '^[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$' then replace(replace(digits, '.', ''), ',', '.')
      when digits ~ '^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$' then replace(digits, ',', '')
      when digits ~ '^[0-9]+,[0-9]{1,2}$' then replace(digits, ',', '.')
      when digits ~ '^[0-9]{1,11}(\.[0-9]+)?$' then digits
    end as digits
    from scaled
  )
  select round(digits::numeric * factor, 2) from plain where length(digits) <= 20 and digits::numeric * factor < 1e12
$$;
create function prototype.currency_of(word text) returns text
language sql immutable as $$
  select case when word ~ '€|\m(EUR|eur)\M' then 'EUR' when word ~ '£|\m(GBP|gbp)\M' then 'GBP' when word ~ '\$|\m(USD|usd)\M' then 'USD'
    else substring(word from '\m([A-Z]{3})\M') end
$$;

create function prototype.lead_status(word text) returns public.lead_status
language sql immutable as $$
  select case regexp_replace(lower(btrim(word)), '[^a-z]+', '_', 'g')
    when 'new' then 'new' when 'lead' then 'new' when 'prospect' then 'new'
    when 'contacted' then 'contacted' when 'reached_out' then 'contacted'
    when 'engaged' then 'engaged' when 'interested' then 'engaged' when 'replied' then 'engaged' when 'responded' then 'engaged'
    when 'qualified' then 'qualified' when 'meeting' then 'qualified' when 'opportunity' then 'qualified'
    when 'customer' then 'customer' when 'client' then 'customer' when 'converted' then 'customer' when 'won' then 'customer'
    when 'disqualified' then 'disqualified' when 'unqualified' then 'disqualified' when 'lost' then 'disqualified'
  end::public.lead_status
$$;
create function prototype.email_of(r jsonb) returns text
language sql immutable as $$
  select lower(btrim(e)) from (values (1, r ->> 'email'), (2, case jsonb_typeof(r -> 'enrichment_data') when 'object' then r -> 'enrichment_data' ->> 'email' end)) v(place, e)
  where btrim(e) ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' order by place limit 1
$$;
-- Names of reactions, as LinkedIn's pages and as its interfaces call them.
create function prototype.reaction_type(word text) returns public.reaction_type
language sql immutable as $$
  select case lower(btrim(word))
    when 'like' then 'like' when 'praise' then 'praise' when 'celebrate' then 'praise' when 'empathy' then 'empathy' when 'love' then 'empathy'
    when 'interest' then 'interest' when 'insightful' then 'interest' when 'appreciation' then 'appreciation' when 'support' then 'appreciation'
    when 'entertainment' then 'entertainment' when 'funny' then 'entertainment' when 'maybe' then 'maybe' when 'curious' then 'maybe' when 'other' then 'other'
  end::public.reaction_type
$$;
-- Free words of the prototype's campaigns, one of ours or null.
create function prototype.campaign_status(word text) returns public.campaign_status
language sql immutable as $$
  select case regexp_replace(lower(btrim(word)), '[^a-z]+', '_', 'g')
    when 'active' then 'active' when 'running' then 'active' when 'live' then 'active' when 'enabled' then 'active'
    when 'paused' then 'paused' when 'inactive' then 'paused' when 'stopped' then 'paused' when 'on_hold' then 'paused'
    when 'completed' then 'completed' when 'complete' then 'completed' when 'finished' then 'completed' when 'ended' then 'completed' when 'done' then 'completed'
    when 'draft' then 'draft' when 'planned' then 'draft' when 'planning' then 'draft' when 'new' then 'draft'
    when 'archived' then 'archived' when 'deleted' then 'archived' when 'removed' then 'archived'
    when 'cancelled' then 'cancelled' when 'canceled' then 'cancelled'
  end::public.campaign_status
$$;
create function prototype.objective(word text) returns public.campaign_objective
language sql immutable as $$
  select case when w = any (enum_range(null::public.campaign_objective)::text[]) then w::public.campaign_objective
    when w in ('awareness', 'brand') then 'brand_awareness' when w in ('traffic', 'website_visit', 'visits') then 'website_visits'
    when w in ('leads', 'lead_gen') then 'lead_generation' when w = 'conversions' then 'website_conversions'
    when w = 'video_view' then 'video_views' when w in ('recruiting', 'hiring') then 'job_applicants' end
  from (select btrim(regexp_replace(lower(word), '[^a-z]+', '_', 'g'), '_') as w) x
$$;
create function prototype.content_type(word text) returns public.content_type
language sql immutable as $$
  select case when w = any (enum_range(null::public.content_type)::text[]) then w::public.content_type
    when w in ('photo', 'picture', 'single_image') then 'image' when w in ('pdf', 'slides') then 'document' when w = 'post' then 'text' when w in ('blog', 'newsletter') then 'article' end
  from (select btrim(regexp_replace(lower(word), '[^a-z]+', '_', 'g'), '_') as w) x
$$;

------------------------------------------------------------------------------------------------ names
create function prototype.decoded(word text) returns text
language plpgsql immutable as $$
begin
  if position('%' in word) = 0 then
    return word;
  end if;
  return (
    select convert_from(string_agg(case when part ~ '^%[0-9a-fA-F]{2}$' then decode(substr(part, 2), 'hex') else convert_to(part, 'UTF8') end, '' order by place), 'UTF8')
    from (select m[1] as part, place from regexp_matches(word, '(%[0-9a-fA-F]{2}|[^%]+|%)', 'g') with ordinality x(m, place)) parts);
exception when others then
  return word;
end $$;

-- Whom an address names, by the rules of src/import/identity.rs: a member id exactly, a slug in lower case and decoded.
create function prototype.names_in(address text) returns table (kind text, value text)
language sql stable as $$
  with host as (
    select (regexp_match(btrim(address), '^(?:[a-z]+://|//)?(?:[^/?#@]*@)?([^/?#:@]+)(?::[0-9]*)?([^?#]*)', 'i')) as parts
    where length(address) <= 4096
  ),
  path as (
    select regexp_replace(parts[2], '^/+(mwlite|m|comm)(?=/)', '', 'i') as path
    from host where lower(parts[1]) = 'linkedin.com' or lower(parts[1]) like '%.linkedin.com'
  ),
  named as (
    select lower(m[1]) as place, prototype.decoded(m[2]) as name
    from path, regexp_match(path, '^/+(in|company|showcase|school|organization|sales/(?:lead|people|profile))/+([^/,]+)', 'i') m
    union all
    select 'in', prototype.decoded(m[1]) from path, regexp_match(address, '[?&]miniProfileUrn=[^&#]*miniProfile(?:%3A|:)([^&#]+)', 'i') m
    where path ~* '^/+in/' and m[1] ~ '^AC[ow]A'
  )
  select case
      when place ~ '^(company|showcase|school|organization)$' then case when name ~ '^[0-9]{1,19}$' then 'company_id' else 'company_slug' end
      when name ~ '^ACoAA[A-Za-z0-9_-]{5,95}$|^ACoA[A-Za-z0-9_-]{26,96}$' then 'member_id'
      when name ~ '^ACwAA[A-Za-z0-9_-]{5,95}$|^ACwA[A-Za-z0-9_-]{26,96}$' then 'sales_nav_id'
      when place = 'in' then 'slug'
    end,
    case when name ~ '^AC[ow]AA?[A-Za-z0-9_-]{5,}$' and (name ~ '^AC[ow]AA' or length(name) >= 30) or name ~ '^[0-9]{1,19}$' and place <> 'in' then name
      else lower(normalize(btrim(name))) end
  from named
  where btrim(name) <> '' and lower(name) not in ('unavailable', 'unknown') and name !~ '[[:space:]<>"#?/]' and length(name) <= 200
    and (place not like 'sales/%' or name ~ '^AC[ow]A')
$$;

-- The same key as app.company_key gives, which does not exist yet.
create function prototype.company_key(name text) returns text
language sql immutable as $$
  with folded as (
    select replace(replace(replace(translate(lower(name),
      'ÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜÝáàâäãåçéèêëíìîïñóòôöõøúùûüýÿ',
      'aaaaaaceeeeiiiinoooooouuuuyaaaaaaceeeeiiiinoooooouuuuyy'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe') as name
  ),
  plain as (
    select btrim(regexp_replace(replace(replace(folded.name, '.', ''), '&', ' and '), '[[:space:]!"$%''()*,/:;<=>?@\[\\\]^_`{|}~•·–—…“”„’‘«»™®-]+', ' ', 'g')) as key from folded
  ),
  bare as (
    select key, regexp_replace(key, '( (ab|ag|aps|asa|bhd|bv|bvba|co|corp|corporation|cv|doo|ehf|eood|eurl|gmbh|gmbh and co kg|gmbh co kg|inc|incorporated|kft|kg|kgaa|lda|limited|llc|llp|lp|ltd|ltda|nv|ood|oy|oyj|plc|pllc|pte|pte ltd|pty|pty ltd|pvt|private limited|sa|s a|sa de cv|s de rl de cv|sarl|s a r l|sas|sasu|sdn|sl|s l|slu|snc|spa|s p a|sp z oo|sprl|srl|s r l|sro|se|ug|vof|zrt))+$', '') as short
    from plain
  )
  select case when short = '' then key else short end from bare
$$;

-- LinkedIn renamed its industries in 2022 and kept their codes: the old labels that a label of today does not answer to.
create function prototype.industry_code(label text) returns integer
language sql stable as $$
  select coalesce(
    (select code from public.industries i where lower(i.label) = lower(btrim(industry_code.label)) order by is_active desc, code limit 1),
    (select o.code from (values ('computer software', 4), ('computer networking', 5), ('internet', 6), ('semiconductors', 7),
      ('management consulting', 11), ('biotechnology', 12), ('medical practice', 13), ('hospital & health care', 14),
      ('pharmaceuticals', 15), ('apparel & fashion', 19), ('food & beverages', 34), ('consumer goods', 25), ('consumer electronics', 24),
      ('computer hardware', 3), ('automotive', 53), ('entertainment', 28), ('architecture & planning', 50), ('education management', 69),
      ('research', 70), ('marketing and advertising', 80), ('newspapers', 81), ('publishing', 82), ('information services', 84),
      ('information technology and services', 96), ('public relations and communications', 98), ('design', 99),
      ('nonprofit organization management', 100), ('staffing & recruiting', 104), ('professional training & coaching', 105),
      ('venture capital & private equity', 106), ('translation and localization', 108), ('events services', 110), ('arts and crafts', 111),
      ('online media', 113), ('logistics and supply chain', 116), ('computer & network security', 118), ('wireless', 119),
      ('outsourcing/offshoring', 123), ('health, wellness and fitness', 124), ('animation', 127), ('e-learning', 132), ('human resources', 137)) o(label, code)
      join public.industries i on i.code = o.code
      where o.label = lower(btrim(industry_code.label))))
$$;
-- '51-200 employees', '10,001+', '1 employee' …
create function prototype.size_band(word text) returns public.size_band
language sql immutable as $$
  select case when w = any (enum_range(null::public.size_band)::text[]) then w::public.size_band
    when w in ('0-1', 'self-employed', 'selfemployed') then '1' when w = '1-10' then '2-10' end
  from (select regexp_replace(lower(word), '[[:space:],.]|employees?|people', '', 'g') as w) x
$$;
create function prototype.country_of(location text) returns text
language sql stable as $$
  with word as (select lower(btrim(regexp_replace(location, '^.*,', ''))) as w)
  select coalesce((select code from public.countries c, word where lower(c.name) = w or (c.code = upper(w) and location like '%,%')),
    (select c.code from word join (values ('usa', 'US'), ('united states', 'US'), ('united states of america', 'US'), ('uk', 'GB'),
      ('united kingdom', 'GB'), ('england', 'GB'), ('scotland', 'GB'), ('deutschland', 'DE'), ('schweiz', 'CH'), ('österreich', 'AT'), ('turkey', 'TR'),
      ('the netherlands', 'NL'), ('czech republic', 'CZ')) v(word, code) on v.word = w join public.countries c on c.code = v.code))
$$;
-- An id out of a URN of LinkedIn's, or the text itself.
create function prototype.bare_id(word text) returns text
language sql immutable as $$
  select nullif(regexp_replace(btrim(word), '^urn:li:[a-zA-Z_]+:([0-9]+)$', '\1'), '')
$$;
create function prototype.numbered(name text, n bigint) returns text
language sql immutable as $$
  select case when n > 1 then name || ' (' || n || ')' else name end
$$;
-- The names of a table's rows, made distinct within a tenant as our unique keys want it: the oldest keeps its name, the
-- next is 'Name (2)'.  Blank names become the label.  `among` limits this to some keys.
create function prototype.names_of(source text, label text, among text[] default null) returns table (key text, name text)
language sql stable as $$
  with named as (
    select s.key, prototype.tenant_of(s.r) as tenant_id, coalesce(btrim(prototype.word(s.r, 'name'), E' \t\r\n'), label) as name,
      coalesce(s.r ->> 'created_at', s.r ->> 'created_date') as made
    from prototype.rows_of(source) s
    where among is null or s.key = any (among)
  ),
  counted as (
    select n.*, row_number() over (partition by tenant_id, lower(n.name) order by made nulls last, length(n.key), n.key) as nth from named n
  )
  select c.key, case
    when c.nth = 1 then c.name
    when exists (select from named n where n.tenant_id = c.tenant_id and lower(n.name) = lower(c.name || ' (' || c.nth || ')')) then c.name || ' (' || c.key || ')'
    else c.name || ' (' || c.nth || ')' end
  from counted c
$$;
$sql$;
end $do$;
