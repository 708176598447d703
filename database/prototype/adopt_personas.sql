-- Personas, and the targets that a human chose.
do $do$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  end if;
  if to_regprocedure('prototype.criteria_of(jsonb)') is not null or not prototype.pending('personas') then
    return;
  end if;

  execute $sql$
-- The prototype had three levels and five sizes; people also wrote words that we know ourselves.
create function prototype.seniorities_of(words text[]) returns text[]
language sql immutable as $$
  select coalesce(array_agg(s order by s), '{}')
  from unnest(enum_range(null::public.seniority)) s
  where exists (
    select from unnest(words) w where s::text = any (case lower(btrim(w))
      when 'senior' then array['senior', 'manager', 'director', 'vp', 'cxo', 'partner', 'owner']
      when 'mid' then array['individual', 'senior', 'manager']
      when 'junior' then array['unpaid', 'training', 'entry']
      when 'lead' then array['senior', 'manager'] when 'head' then array['director'] when 'executive' then array['vp', 'cxo', 'partner', 'owner']
      when 'c-level' then array['cxo'] when 'c-suite' then array['cxo'] when 'founder' then array['owner'] when 'intern' then array['training']
      else array[lower(btrim(w))] end))
$$;
create function prototype.sizes_of(words text[]) returns text[]
language sql immutable as $$
  select coalesce(array_agg(b order by b), '{}')
  from unnest(enum_range(null::public.size_band)) b
  where exists (
    select from unnest(words) w where b::text = any (case lower(btrim(w))
      when 'startup' then array['1', '2-10', '11-50'] when 'small' then array['2-10', '11-50'] when 'mid' then array['51-200', '201-500']
      when 'medium' then array['51-200', '201-500'] when 'large' then array['501-1000', '1001-5000']
      when 'enterprise' then array['1001-5000', '5001-10000', '10001+'] else array[prototype.size_band(w)::text] end))
$$;
-- Words that are more than punctuation, which would be found in everybody.  Of what is beyond ASCII the last word is
-- app.criteria_error's, in app/pending_work.sql.
create function prototype.spoken(words text[]) returns text[]
language sql immutable as $$
  select coalesce(array_agg(w order by place), '{}') from unnest(words) with ordinality u(w, place) where w ~ '[a-zA-Z0-9]' or octet_length(w) > length(w)
$$;
-- One criterion, or nothing where it would say nothing.
create function prototype.any_of(name text, words text[]) returns jsonb
language sql immutable as $$
  select case when cardinality(words) > 0 then jsonb_build_object(name, jsonb_build_object('any', words)) else '{}' end
$$;
create function prototype.criteria_of(r jsonb) returns jsonb
language sql stable as $$
  select case when i <> '{}' or x <> '{}' then jsonb_build_object('title',
        case when i <> '{}' then jsonb_build_object('include', i) else '{}' end || case when x <> '{}' then jsonb_build_object('exclude', x) else '{}' end) else '{}' end
    || prototype.any_of('seniority', prototype.seniorities_of(prototype.words_of(r -> 'seniority_levels')))
    || prototype.any_of('industry', (select array_agg(coalesce((select label from public.industries n where n.code = prototype.industry_code(w)), w))
        from unnest(prototype.spoken(prototype.words_of(c -> 'industry'))) w))
    || prototype.any_of('company_size', prototype.sizes_of(prototype.words_of(c -> 'size')))
    || prototype.any_of('location', prototype.spoken(prototype.words_of(c -> 'location')))
    -- The prototype counted from the first day on.
    || case when prototype.number_of(g ->> 'min_score') between 1 and 99999999
        then jsonb_build_object('engagement', jsonb_build_object('min_score', ceil(prototype.number_of(g ->> 'min_score'))::integer, 'window_days', 3650)) else '{}' end
    || case lower(btrim(g ->> 'follower_status')) when 'follower' then '{"follower": {"is": true}}' when 'non-follower' then '{"follower": {"is": false}}' else '{}' end::jsonb
  from (
    select case jsonb_typeof(r -> 'company_criteria') when 'object' then r -> 'company_criteria' end as c,
      case jsonb_typeof(r -> 'engagement_criteria') when 'object' then r -> 'engagement_criteria' end as g,
      prototype.spoken(prototype.words_of(case jsonb_typeof(r -> 'title_keywords') when 'object' then r -> 'title_keywords' -> 'include' else r -> 'title_keywords' end)) as i,
      prototype.spoken(prototype.words_of(case jsonb_typeof(r -> 'title_keywords') when 'object' then r -> 'title_keywords' -> 'exclude' end)) as x
  ) s
$$;
create function prototype.colour_of(word text) returns text
language sql immutable as $$
  select case when w ~ '^#[0-9a-f]{6}$' then w when w ~ '^#[0-9a-f]{3}$' then regexp_replace(w, '([0-9a-f])', '\1\1', 'g') end
  from (select lower(btrim(word)) as w) x
$$;
$sql$;

  insert into public.personas (tenant_id, id, name, description, colour, criteria, is_active, created_by, extra, created_at, updated_at)
  select prototype.tenant_of(s.r), prototype.uuid_of('personas', s.key), n.name, prototype.word(s.r, 'description'),
    coalesce(prototype.colour_of(s.r ->> 'icon_color'), '#3b6fb6'), prototype.criteria_of(s.r), coalesce(prototype.flag(s.r, 'is_active'), true),
    btrim(prototype.word(s.r, 'created_by')),
    -- The old words stay beside the new ones: three levels of seniority became eleven, and somebody may want to look.
    prototype.rest(s.r, array['id', 'tenant_id', 'name', 'description', 'icon_color', 'is_active', 'created_date', 'updated_date', 'created_at', 'updated_at', 'created_by'])
      || prototype.kept(prototype.colour_of(s.r ->> 'icon_color') is null, s.r, 'icon_color') || prototype.kept(n.name is distinct from s.r ->> 'name', s.r, 'name'),
    coalesce(d.created, now()), coalesce(prototype.time_of(s.r ->> 'updated_date'), d.created, now())
  from prototype.rows_of('personas') s
  join prototype.names_of('personas', 'Unnamed persona') n on n.key = s.key
  cross join lateral (select coalesce(prototype.time_of(s.r ->> 'created_date'), prototype.time_of(s.r ->> 'created_at')) as created) d
  order by 1, 2
  on conflict do nothing;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'personas', key, 'adopted',
    case when prototype.criteria_of(r) = '{}' then 'kept with their ids; they state no criterion that we know, so they match nobody' else 'kept with their ids, criteria in our form' end,
    prototype.tenant_of(r), 'personas', prototype.uuid_of('personas', key)::text
  from prototype.rows_of('personas') order by key;
  perform prototype.close_books('personas', 'personas');
end $do$;

------------------------------------------------------------------------------------------------ targets
do $$
begin
  if to_regclass('prototype.adoption') is null then
    return;
  elsif not prototype.pending('targets') then
    return;
  end if;
  analyze prototype.adoption;
  create temporary table adopting_targets on commit drop as
  select s.key, s.r, q.tenant_id as persona_tenant, q.target_key::uuid as persona_id, p.tenant_id as person_tenant, p.target_table as person_is,
    case when p.target_table = 'persons' then p.target_key::integer end as person_id,
    prototype.flag(s.r, 'manually_added') is true as by_hand, coalesce(prototype.flag(s.r, 'is_active'), true) as is_active,
    coalesce(prototype.time_of(s.r ->> 'created_date'), prototype.time_of(s.r ->> 'created_at'), now()) as made,
    coalesce(prototype.time_of(s.r ->> 'updated_date'), prototype.time_of(s.r ->> 'created_date'), now()) as changed, null::text as problem, 0::bigint as nth
  from prototype.rows_of('targets') s
  left join prototype.adoption q on q.source_table = 'personas' and q.source_key = s.r ->> 'persona_id'
  left join prototype.adoption p on p.source_table = 'persons' and p.source_key = s.r ->> 'person_id';
  analyze adopting_targets;
  update adopting_targets set problem = case
    when person_tenant is null then 'The person of this target does not exist.'
    when person_is = 'companies' then 'This target is a company''s page and no person.'
    when person_is is null then 'This target is a "LinkedIn Member", who hides.'
    when persona_id is null then 'The persona of this target does not exist.'
    when by_hand and persona_tenant <> person_tenant then 'The persona belongs to one tenant and the person to another.'
  end;
  -- Rows of one pair: a human's last word counts.
  update adopting_targets t set nth = o.nth
  from (
    select key, row_number() over (partition by persona_tenant, persona_id, person_id order by changed desc, key desc) as nth
    from adopting_targets where problem is null and by_hand
  ) o
  where o.key = t.key;

  -- Whoever was added by hand stays; whoever was added by hand and then switched off was taken out by a human, and
  -- matching must not bring them back.
  insert into public.targets (tenant_id, persona_id, person_id, match_score, is_active, manually_added, pinned, excluded, reason, cause, matched_at, created_at)
  select persona_tenant, persona_id, person_id, least(greatest(coalesce(prototype.number_of(r ->> 'match_score'), 0), 0), 1), is_active, true, is_active, not is_active,
    (case when is_active then 'Added by hand in the prototype' else 'Added by hand in the prototype, and switched off' end)
      || coalesce(', by ' || nullif(btrim(case jsonb_typeof(r -> 'match_criteria') when 'object' then r -> 'match_criteria' ->> 'by' end), ''), ''),
    'migration', changed, made
  from adopting_targets where nth = 1
  order by 1, 2, 3
  on conflict do nothing;
  insert into public.target_events (tenant_id, persona_id, person_id, event, cause, score_after, receipt, reason, happened_at)
  select t.tenant_id, t.persona_id, t.person_id, (case when t.pinned then 'pinned' else 'excluded' end)::public.target_event, 'migration',
    case when t.is_active then t.match_score end, t.receipt, t.reason, t.matched_at
  from public.targets t
  join adopting_targets a on a.nth = 1 and a.persona_tenant = t.tenant_id and a.persona_id = t.persona_id and a.person_id = t.person_id
  order by t.matched_at, t.persona_id, t.person_id;
  perform prototype.leave_values('targets', key, persona_tenant,
    prototype.rest(r, array['id', 'tenant_id', 'person_id', 'persona_id', 'match_score', 'is_active', 'manually_added', 'created_date', 'updated_date', 'created_at', 'updated_at'])
      || prototype.kept(prototype.number_of(r ->> 'match_score') > 1, r, 'match_score'))
  from adopting_targets where nth = 1 order by key;
  insert into prototype.adoption (source_table, source_key, outcome, detail, tenant_id, target_table, target_key)
  select 'targets', key, case when problem is not null then 'set aside' when not by_hand then 'converted' when nth = 1 then 'adopted' else 'merged' end,
    case when problem is not null then problem
      when not by_hand and persona_tenant <> person_tenant then 'automatic, and of another tenant''s persona: matched again within its own tenant'
      when not by_hand then 'automatic: matched again by the persona''s criteria'
      when nth > 1 then 'by hand, of a pair of person and persona that a later row speaks of'
      when is_active then 'by hand: pinned' else 'by hand and switched off since: excluded' end,
    coalesce(persona_tenant, person_tenant, prototype.tenant_of(r)), case when problem is null and by_hand then 'targets' end,
    case when problem is null and by_hand then persona_id || '/' || person_id end
  from adopting_targets order by key;
  perform prototype.close_books('targets', 'targets', 't.persona_id || ''/'' || t.person_id');
end $$;

do $$
begin
  if to_regclass('prototype.adoption') is not null then
    perform prototype.close_doors('personas');
  end if;
end $$;
