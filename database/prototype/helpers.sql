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

-- A key that indexes of ours can hold, too, together with a tenant and the name of a table.
create function prototype.short(word text) returns text
language sql immutable as $$
  select case when octet_length(word) > 500 then 'md5 ' || md5(word) else word end
$$;
-- How the rows of a table are told apart, as SQL over `t`.  Others refer to a row by its id, whatever the primary key is.
create function prototype.key_of(source text) returns text
language plpgsql stable as $$
declare
  relation regclass := to_regclass(format('prototype.%I', source));
  id pg_attribute%rowtype;
  key_columns text;
  alike bigint;
begin
  select * into id from pg_attribute where attrelid = relation and attname = 'id' and not attisdropped;
  if found then
    if not exists (
      select from pg_index i where i.indrelid = relation and i.indisunique and i.indisvalid and i.indpred is null and i.indnkeyatts = 1
        and i.indkey[0] = id.attnum and (id.attnotnull or i.indnullsnotdistinct)) then
      execute format('select count(*) - count(distinct t.id::text) from %s t', relation) into alike;
      if alike > 0 then
        raise exception 'the table % has % rows that share an id with another row or have none, and other tables refer to its rows by their id', source, alike
          using errcode = 'unique_violation', hint = format('Nothing was changed. Give each row an id of its own, then run this again. To see them: '
            'select id, count(*) from public.%I group by id having count(*) > 1 or id is null', source);
      end if;
    end if;
    return case when id.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype) then 'prototype.short(t.id::text)' else 't.id::text' end;
  end if;
  select string_agg(format('t.%I::text', a.attname), ' || ''|'' || ' order by array_position(k.conkey, a.attnum)) into key_columns
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.conrelid = relation and k.contype = 'p';
  return coalesce(key_columns, 't.ctid::text');
end $$;

-- What a value holds without its credentials: what bears the name of one, what stands beside such a name, and texts that
-- hold one.
create function prototype.without_secrets(value jsonb) returns jsonb
language plpgsql immutable as $$
declare
  secret constant text := 'cookie|token|secret|passw|credential|session|authori[sz]ation|oauth|^auth$|auth_|_auth|bearer|li_at|li_rm|jar$|(^|[^a-z])key$|(api|private|access|client)[_ -]?key|jsessionid';
begin
  case jsonb_typeof(value)
    when 'object' then
      return (
        select coalesce(jsonb_object_agg(e.key, prototype.without_secrets(e.value)), '{}') from jsonb_each(without_secrets.value) e
        where (e.key !~* secret or e.key = 'cookie_name')
          and not (lower(e.key) in ('value', 'val', 'content', 'data') and concat_ws(' ', without_secrets.value ->> 'name', without_secrets.value ->> 'key', without_secrets.value ->> 'header') ~* secret));
    when 'array' then
      return (select coalesce(jsonb_agg(prototype.without_secrets(e) order by place), '[]') from jsonb_array_elements(value) with ordinality l(e, place));
    when 'string' then
      return case when value #>> '{}' ~* '(cookie|token|secret|passw(or)?d|credential|authorization|li_at|jsessionid|session|key)["'']?[[:space:]]*[:=]|bearer[[:space:]]'
        then '"A credential stays behind in the schema prototype."' else value end;
    else
      return value;
  end case;
end $$;

-- The rows of a table of the prototype with their keys.  Rows are read as jsonb, so that it does not matter which columns
-- a copy has and what else a user added.  Credentials never leave their table.
create function prototype.rows_of(source text) returns table (key text, r jsonb)
language plpgsql stable as $$
declare
  relation regclass := to_regclass(format('prototype.%I', source));
begin
  if relation is null then
    return;
  end if;
  return query execute format(
    case when source in ('linkedin_connections', 'linkedin_cookies', 'scraping_jobs') then 'select %s, prototype.without_secrets(to_jsonb(t)) from %s t'
      else 'select %s, to_jsonb(t) from %s t' end, prototype.key_of(source), relation);
end $$;

-- The ids under which rows are taken over: their own, or a new one where theirs is no number or leaves no room for those
-- that come after it.  The ledger knows both.
create function prototype.id_of(key text) returns integer
language sql immutable as $$
  select case when key ~ '^(0|-?[1-9][0-9]{0,9})$' then case when key::bigint between -2000000000 and 2000000000 then key::integer end end
$$;
create function prototype.number_the_rest(taking_over text) returns void
language plpgsql volatile as $$
begin
  execute format('update %1$I a set id = n.id
    from (select key, (select greatest(max(id), 0) from %1$I) + row_number() over (order by length(key), key) as id from %1$I where id is null) n
    where n.key = a.key', taking_over);
end $$;

create function prototype.kept_with(own_id boolean) returns text
language sql immutable as $$
  select case when own_id then 'kept with their ids' else 'kept under new ids, since ids here are whole numbers up to 2000000000; the ledger knows both' end
$$;

-- Rows that share a name are one, and so are rows that are joined through a third: the smallest id spreads until nothing
-- changes, and every round looks up what the last one found, so that a long chain takes few rounds.
create function prototype.spread(taking_over text, names text) returns void
language plpgsql volatile as $$
declare
  changed bigint;
  followed bigint;
begin
  loop
    execute format('update %1$I p set same_as = o.same_as
      from (
        select i.id, min(m.same_as) as same_as
        from %2$I i
        join (
          select n.tenant_id, n.kind, n.value, min(q.same_as) as same_as from %2$I n join %1$I q on q.id = n.id group by 1, 2, 3
        ) m using (tenant_id, kind, value)
        group by i.id
      ) o
      where o.id = p.id and o.same_as < p.same_as', taking_over, names);
    get diagnostics changed = row_count;
    loop
      execute format('update %1$I p set same_as = q.same_as from %1$I q where q.id = p.same_as and q.same_as < p.same_as', taking_over);
      get diagnostics followed = row_count;
      exit when followed = 0;
    end loop;
    exit when changed = 0;
  end loop;
end $$;

-- Closes the books on a table: every row has one outcome, every row that was taken over is really there, what was set
-- aside, or is a part of another row now, is in migration_leftovers whole, and the report adds up to the table.  `key_of` is the key of a target row, as SQL.
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
  if missing is null and target = source then
    -- Two rows under one key would be one row here, and the ledger would say that both are.
    select string_agg(target_key, ', ') into missing
    from (
      select l.target_key from prototype.adoption l
      where l.source_table = source and l.target_table = target and l.outcome in ('adopted', 'converted') group by l.tenant_id, l.target_key having count(*) > 1
    ) x;
  end if;
  if missing is not null then
    raise exception 'rows of prototype.% did not arrive: public.% lacks %', source, target, left(missing, 500);
  end if;
  insert into public.migration_leftovers (tenant_id, source_table, source_key, reason, row_data)
  select coalesce(l.tenant_id, '00000000-0000-0000-0000-000000000001'), source, l.source_key, l.detail, s.r
  from prototype.adoption l
  join prototype.rows_of(source) s on s.key = l.source_key
  where l.source_table = source and (l.outcome = 'set aside' or l.outcome = 'merged' and source in ('companies', 'persons', 'posts'))
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
-- A tenant by whatever word a copy has for it: an id that is no uuid becomes one that is always the same.
create function prototype.tenant_named(word text) returns uuid
language sql immutable as $$
  select case when btrim(word) <> '' then case when word ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then word::uuid else md5('tenants:' || btrim(word))::uuid end
    else '00000000-0000-0000-0000-000000000001' end
$$;
create function prototype.tenant_of(r jsonb) returns uuid
language sql immutable as $$
  select coalesce(prototype.tenant_named(r ->> 'tenant_id'), '00000000-0000-0000-0000-000000000001')
$$;
-- The white space at both ends is nobody's intention.
create function prototype.trimmed(word text) returns text
language sql immutable as $$
  select btrim(word, E' \t\r\n\f\v')
$$;
-- The text of a field, null where it is blank.
create function prototype.word(r jsonb, field text) returns text
language sql immutable as $$
  select case when prototype.trimmed(r ->> field) <> '' then r ->> field end
$$;
-- Casts that answer null instead of ending the upgrade: users changed types of columns.
create function prototype.odd_time_of(word text) returns timestamptz
language plpgsql stable set timezone = 'UTC' as $$
declare
  stated timestamptz;
begin
  stated := word;
  -- Neither infinity nor the year 10000 is a time that programs can read.
  return case when stated between '0001-01-02 00:00Z' and '9999-12-30 00:00Z' then stated end;
exception when others then
  return null;
end $$;
-- What to_jsonb writes of a timestamptz needs no such care, and there are millions of them; what only looks like it does.
create function prototype.time_of(word text) returns timestamptz
language sql stable as $$
  select case when word ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?[+-](0[0-9]|1[0-4]):[0-5][0-9]$'
    then word::timestamptz else prototype.odd_time_of(word) end
$$;
-- The same for what somebody did on LinkedIn, which began in 2003.
create function prototype.deed_time_of(word text) returns timestamptz
language sql stable as $$
  select case when t >= '2003-01-01 00:00Z' and t < '2100-01-01 00:00Z' then t end from (select prototype.time_of(word) as t) x
$$;
create function prototype.day_of(word text) returns date
language sql stable as $$
  select (prototype.odd_time_of(word) at time zone 'UTC')::date
$$;
create function prototype.number_of(word text) returns numeric
language sql immutable as $$
  select case when btrim(word) ~ '^[-+]?[0-9]{1,30}(\.[0-9]{1,30})?$' then btrim(word)::numeric end
$$;
-- What is counted here: nothing below zero, and nothing that nobody can have counted.  Null where it is not known.
create function prototype.count_of(word text, most numeric default 1000000000000) returns bigint
language sql immutable as $$
  select case when n < 0 then 0 when n <= most then round(n)::bigint end from (select prototype.number_of(word) as n) x
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
-- Whether a value says anything: not null, blank, empty, or made of such.
create function prototype.means_something(value jsonb) returns boolean
language plpgsql immutable as $$
begin
  return case jsonb_typeof(value)
    when 'object' then exists (select from jsonb_each(means_something.value) e where prototype.means_something(e.value))
    when 'array' then exists (select from jsonb_array_elements(means_something.value) e where prototype.means_something(e))
    when 'string' then prototype.trimmed(value #>> '{}') <> ''
    when 'null' then false
    else value is not null end;
end $$;
-- Times that are none, as they were written.
create function prototype.kept_times(r jsonb, variadic fields text[]) returns jsonb
language sql stable as $$
  select coalesce(jsonb_object_agg(f, r -> f), '{}') from unnest(fields) f where r ->> f <> '' and prototype.time_of(r ->> f) is null
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
-- '12.50', '5k EUR', '€ 12.500,00', '1,250.00 USD', "CHF 1'000", '5 mio': what people write for money, whole or not at all: an amount, and a
-- currency of ISO 4217 or its sign before or after it.
create function prototype.money_in(word text) returns text[]
language sql immutable as $$
  select regexp_match(prototype.trimmed(word), '^(?:(' || c.currency || ')[[:space:]]*)?([0-9][0-9.,'']*)(k|K|m|M|[[:space:]]?[Mm][Ii][Oo]\.?)?[[:space:]]*(' || c.currency || ')?$')
  from (values ('US\$|\$|€|£|¥|usd|eur|gbp|chf|'
    'AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|'
    'ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|'
    'MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|'
    'SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER|ZAR|ZMW|ZWL')) c(currency)
$$;
-- The amount, or null where it is none, or below zero.  A number is the number: its point is no thousands' mark.
create function prototype.money_of(value jsonb, places integer default 2, below numeric default 1000000000000) returns numeric
language sql immutable as $$
  with plain as (
    select case lower(left(btrim(m[3]), 1)) when 'k' then 1000 when 'm' then 1000000 else 1 end as factor, case
      when m[2] ~ '^[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$' then replace(replace(m[2], '.', ''), ',', '.')
      when m[2] ~ '^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$' then replace(m[2], ',', '')
      when m[2] ~ '^[0-9]{1,3}(''[0-9]{3})+(\.[0-9]+)?$' then replace(m[2], '''', '')
      when m[2] ~ '^[0-9]+,[0-9]{1,2}$' then replace(m[2], ',', '.')
      when m[2] ~ '^[0-9]{1,30}(\.[0-9]+)?$' then m[2]
    end as digits
    from (select prototype.money_in(case jsonb_typeof(value) when 'string' then value #>> '{}' end) as m) x
    where m[1] is null or m[4] is null
  ),
  read as (
    select round(case jsonb_typeof(value) when 'number' then prototype.number_of(value #>> '{}') else (select digits::numeric * factor from plain where length(digits) <= 40) end, places) as amount
  )
  select amount from read where amount >= 0 and amount < below
$$;
create function prototype.currency_of(value jsonb) returns text
language sql immutable as $$
  select case sign when '€' then 'EUR' when '£' then 'GBP' when '¥' then 'JPY' when '$' then 'USD' when 'US$' then 'USD' else upper(sign) end
  from (select coalesce(m[1], m[4]) as sign from (select prototype.money_in(case jsonb_typeof(value) when 'string' then value #>> '{}' end) as m) x) y
  where prototype.money_of(value) is not null
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
  select lower(prototype.trimmed(e)) from (values (1, r ->> 'email'), (2, case jsonb_typeof(r -> 'enrichment_data') when 'object' then r -> 'enrichment_data' ->> 'email' end)) v(place, e)
  where length(e) <= 320 and prototype.trimmed(e) ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' order by place limit 1
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
    select (regexp_match(prototype.trimmed(address), '^(?:[a-z]+://|//)?(?:[^/?#@]*@)?([^/?#:@]+)(?::[0-9]*)?([^?#]*)', 'i')) as parts
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
-- The country that the last word of a place names.  Codes of American states and Canadian provinces are no countries'
-- ('San Francisco, CA'), and Georgia is either.
create function prototype.country_of(location text) returns text
language sql stable as $$
  with word as (select lower(prototype.trimmed(regexp_replace(location, '^.*,', ''))) as w)
  select coalesce(
    (select code from public.countries c, word
      where lower(c.name) = w and w <> 'georgia'
        or c.code = upper(w) and location like '%,%' and c.code <> all (array['AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS',
          'KY', 'LA', 'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC', 'ND', 'OH', 'OK', 'OR', 'PA', 'RI', 'SC', 'SD', 'TN',
          'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY', 'DC', 'PR', 'GU', 'VI', 'AS', 'MP', 'AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'])
      order by lower(c.name) <> w limit 1),
    (select c.code from word join (values ('usa', 'US'), ('united states', 'US'), ('united states of america', 'US'), ('uk', 'GB'),
      ('united kingdom', 'GB'), ('england', 'GB'), ('scotland', 'GB'), ('deutschland', 'DE'), ('schweiz', 'CH'), ('österreich', 'AT'), ('turkey', 'TR'),
      ('the netherlands', 'NL'), ('czech republic', 'CZ')) v(word, code) on v.word = w join public.countries c on c.code = v.code))
$$;
-- An id out of a URN of LinkedIn's, or the text itself, unless it is too long to be one.
create function prototype.bare_id(word text) returns text
language sql immutable as $$
  select nullif(regexp_replace(prototype.trimmed(word), '^urn:li:[a-zA-Z_]+:([0-9]+)$', '\1'), '') where length(word) <= 200
$$;
-- A name that our unique keys can hold.
create function prototype.name_in(r jsonb, label text) returns text
language sql immutable as $$
  select coalesce(prototype.trimmed(left(prototype.trimmed(prototype.word(r, 'name')), 500)), label)
$$;
-- The names of a table's rows, made distinct within a tenant as our unique keys want it: the oldest keeps its name, the
-- next is 'Name (2)', or the first number that is free.  Blank names become the label.  `among` limits this to some keys.
create function prototype.names_of(source text, label text, among text[] default null) returns table (key text, name text)
language plpgsql volatile as $$
declare
  doubled record;
  wanted text;
  n bigint;
begin
  if to_regclass('pg_temp.naming') is null then
    create temporary table naming (key text, tenant_id uuid, name text, made text, nth bigint) on commit drop;
    create unique index on naming (tenant_id, lower(name)) where nth = 1;
  end if;
  delete from naming;
  insert into naming
  select x.*, row_number() over (partition by x.tenant_id, lower(x.name) order by x.made nulls last, length(x.key), x.key)
  from (
    select s.key, prototype.tenant_of(s.r) as tenant_id, prototype.name_in(s.r, label) as name, coalesce(s.r ->> 'created_at', s.r ->> 'created_date') as made
    from prototype.rows_of(source) s
    where among is null or s.key = any (among)
  ) x;
  for doubled in select * from naming d where d.nth > 1 order by d.tenant_id, lower(d.name), d.nth loop
    n := doubled.nth;
    loop
      wanted := left(doubled.name, 480) || ' (' || n || ')';
      exit when not exists (select from naming t where t.tenant_id = doubled.tenant_id and lower(t.name) = lower(wanted) and t.nth = 1);
      n := n + 1;
    end loop;
    update naming t set name = wanted, nth = 1 where t.key = doubled.key;
  end loop;
  return query select t.key, t.name from naming t;
end $$;
-- A tenant's slug out of any words, numbered until it is free.
create function prototype.free_slug(words text, otherwise text) returns text
language plpgsql stable as $$
declare
  base text := coalesce(nullif(btrim(left(btrim(regexp_replace(lower(coalesce(words, '')), '[^a-z0-9]+', '-', 'g'), '-'), 50), '-'), ''), otherwise);
  wanted text := base;
  n integer := 1;
begin
  while exists (select from public.tenants t where t.slug = wanted) loop
    n := n + 1;
    wanted := base || '-' || n;
  end loop;
  return wanted;
end $$;
$sql$;
end $do$;
