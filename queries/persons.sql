--! person_rows (persona?, company_key?, seniority?, function?, campaign?, min_score?, search?) : ()
select row_to_json(r) as row
from (
  select p.id as person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title) as title,
    coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, p.headline, p.seniority, p.functions,
    coalesce(s.score, 0) as engagement_score,
    coalesce(s.likes + s.reactions + s.comments + s.shares + s.follows + s.clicks, 0) as engagements,
    s.last_day as last_engaged_on,
    (
      select array_agg(q.name order by t.match_score desc, q.name)
      from targets t
      join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
      where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
    ) as personas,
    m.match_score, p.is_notable, p.linkedin_url
  from persons p
  left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id
  left join targets m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.persona_id = :persona and m.is_active
  where (:persona::uuid is null or m.person_id is not null)
    and (:company_key::text is null or coalesce(company_key(nullif(p.company_override, '')), c.name_key) = :company_key)
    and (:seniority::text is null or p.seniority = :seniority::text::seniority)
    and (:function::text is null or :function::text::job_function = any (p.functions))
    and (:campaign::integer is null or exists (
      select from campaign_posts l
      join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
      where l.tenant_id = p.tenant_id and l.campaign_id = :campaign and e.person_id = p.id))
    and (:min_score::bigint is null or coalesce(s.score, 0) >= :min_score)
    and (:search::text is null or position((select fold_case(:search)) in p.folded) > 0)
    and (p.is_notable or not :notable)
  order by coalesce(s.score, 0) desc, s.last_day desc nulls last, p.name, p.id
  limit :most
) r;

--! person_by_identity : ()
select p.id, p.name
from person_identities i
join persons p on p.tenant_id = i.tenant_id and p.id = i.person_id
where i.kind = :kind::text::identity_kind and i.value = :value;

--! persons_by_name : (headline?)
select id, name, headline
from persons
where id::text = :name or lower(name) = lower(:name)
order by id
limit 11;

--! persons_like_name : (headline?)
select id, name, headline
from persons
where position((select fold_case(:name)) in split_part(folded, E'\n', 1)) > 0
order by last_seen desc, id
limit 10;

--! person_details : ()
select row_to_json(r) as row
from (
  select p.id as person_id, p.name, p.headline, coalesce(nullif(p.title_override, ''), p.current_title) as title,
    coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, p.company_id, p.seniority, p.functions, p.facts_from,
    round(p.headline_confidence::numeric, 2) as headline_confidence, p.title_override, p.company_override, p.location, p.country, p.email,
    p.connection_degree, p.connected_on, p.is_follower, p.follower_since, p.lead_status, p.is_notable, p.notable_reason, p.owner, p.tags,
    p.notes, p.about, p.enrichment_status, p.enrichment_source, p.enrichment_attempted_at, p.enriched_at, p.facts_seen_at, p.source, p.linkedin_url, p.first_seen, p.last_seen,
    coalesce(s.score, 0) as engagement_score, s.last_day as last_engaged_on
  from persons p
  left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id
  where p.id = :person
) r;

--! person_identities : ()
select row_to_json(i) as row
from (select kind, value, source from person_identities where person_id = :person order by kind, value) i;

--! person_personas : ()
select row_to_json(r) as row
from (
  select q.name as persona, r.persona_id, r.match_score, r.confidence, r.is_active, r.pinned, r.excluded, r.reason, r.receipt, r.words
  from target_receipts r
  join personas q on q.tenant_id = r.tenant_id and q.id = r.persona_id
  where r.person_id = :person and (r.is_active or r.pinned or r.excluded)
  order by r.is_active desc, r.match_score desc, q.name
) r;

--! person_engagements : ()
select row_to_json(n) as row
from (
  select likes, reactions, comments, shares, follows, clicks, score, last_day from person_scores where person_id = :person
) n;

--! person_journey : ()
select row_to_json(j) as row
from (
  select at, what, detail, time_basis, post_id, post_title, persona_id, text
  from person_journey
  where person_id = :person
  order by at desc, what
  limit :most
) j;

--! pin_target (reason?)
select pin_target(:tenant, :persona, :person, :reason)::text as nothing;

--! exclude_target (reason?)
select exclude_target(:tenant, :persona, :person, :reason)::text as nothing;

--! release_target
select release_target(:tenant, :persona, :person)::text as nothing;

-- What goes with a person.
--! person_contents
select
  (select count(*) from person_identities where person_id = :person) as identities,
  (select count(*) from engagements where person_id = :person) as engagements,
  (select count(*) from targets where person_id = :person and is_active) as targets,
  (select count(*) from target_events where person_id = :person) as events;

--! delete_person
select delete_person(:tenant, :person) as deleted;

--! unread_headlines : ()
select id, headline
from persons
where headline is not null and id > :after
  and (headline_version is null or headline_version < :version)
  and (facts_from is null or facts_from = 'headline')
order by id
limit :most;

--! lock_people
select lock_people(:tenant)::text as nothing;

--! make_employers
select coalesce(resolve_companies(:tenant, array(
  select distinct r.employer from jsonb_to_recordset(:rows) r(employer text) where r.employer is not null))::text, '') as nothing;

-- A headline that changed since it was read is left for the next reading.  Where nobody said from where a title or a
-- company is, a human may have entered it: only what is missing is filled in then.
--! store_readings
with reading as materialized (
  select p.id, p.facts_from is null and (p.current_title is not null or p.current_company is not null) as is_entered,
    r.title, r.employer, company_of(:tenant, r.employer) as company_id, r.seniority, coalesce(r.functions, '{}') as functions,
    r.confidence, r.version, r.facts_from
  from jsonb_to_recordset(:rows) r(id integer, headline text, title text, employer text, seniority seniority, functions job_function[],
    confidence real, version integer, facts_from fact_source)
  join persons p on p.id = r.id and p.headline = r.headline
),
facts as materialized (
  select p.id, d.confidence, d.version,
    case when d.is_entered then p.facts_from else d.facts_from end as facts_from,
    case when d.is_entered then coalesce(p.current_title, d.title) else d.title end as title,
    case when d.is_entered then coalesce(p.current_company, d.employer) else d.employer end as employer,
    case when d.is_entered then coalesce(p.company_id, case when p.current_company is null then d.company_id end) else d.company_id end as company_id,
    case when d.is_entered then coalesce(p.seniority, d.seniority) else d.seniority end as seniority,
    case when d.is_entered and p.functions <> '{}' then p.functions else d.functions end as functions
  from reading d
  join persons p on p.id = d.id
),
changed as (
  select p.id
  from facts f
  join persons p on p.id = f.id
  where (p.current_title, p.current_company, p.company_id, p.seniority, p.functions)
    is distinct from (f.title, f.employer, f.company_id, f.seniority, f.functions)
),
stored as (
  update persons p
  set current_title = f.title, current_company = f.employer, company_id = f.company_id, seniority = f.seniority, functions = f.functions,
    facts_from = f.facts_from, headline_confidence = f.confidence, headline_version = f.version
  from facts f
  where p.id = f.id
  returning p.id
)
select (select count(*) from stored) as people, (select count(*) from changed) as changed;

-- People as programs see them.  Only what a list is put in order by is looked up for all of them.
--! person_items (person?, persona?, company?, campaign?, seniority?, function?, lead_status?, tag?, notable?, min_score?, search?, after_key?, after_id?) : ()
with keyed as (
  select p.id, coalesce(case :sort::text
    when 'name' then to_jsonb(lower(p.name))
    when 'engagement_score' then to_jsonb(coalesce(s.score, 0))
    when 'last_engaged_on' then to_jsonb(s.last_day)
    when 'last_seen' then to_jsonb(extract(epoch from p.last_seen))
    when 'updated_at' then to_jsonb(extract(epoch from p.updated_at))
    end, 'null') as key
  from persons p
  left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id
  where (:person::integer is null or p.id = :person)
    and (:persona::uuid is null or exists (
      select from targets t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.persona_id = :persona and t.is_active))
    and (:company::integer is null or p.company_id = :company)
    and (:campaign::integer is null or exists (
      select from campaign_posts l
      join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id
      where l.tenant_id = p.tenant_id and l.campaign_id = :campaign and e.person_id = p.id))
    and (:seniority::text is null or p.seniority = :seniority::text::seniority)
    and (:function::text is null or :function::text::job_function = any (p.functions))
    and (:lead_status::text is null or p.lead_status = :lead_status::text::lead_status)
    and (:tag::text is null or p.tags <> '{}' and app.has_tag(p.tags, :tag))
    and (:notable::boolean is null or p.is_notable = :notable)
    and (:min_score::bigint is null or coalesce(s.score, 0) >= :min_score)
    and (:search::text is null or position((select fold_case(:search)) in p.folded) > 0
      or p.company_id in (select id from companies where position(fold_case(:search) in fold_case(name)) > 0))
),
chosen as (
  select id, key
  from keyed
  where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
  order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
  limit :most
)
select k.id, k.key, jsonb_build_object('id', p.id, 'name', p.name, 'first_name', p.first_name, 'last_name', p.last_name, 'headline', p.headline,
  'title', coalesce(nullif(p.title_override, ''), p.current_title), 'title_override', p.title_override,
  'company_id', p.company_id, 'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'company_override', p.company_override,
  'seniority', p.seniority, 'functions', p.functions, 'facts_from', p.facts_from, 'linkedin_url', p.linkedin_url, 'email', p.email,
  'location', p.location, 'country', p.country, 'connection_degree', p.connection_degree, 'connected_on', p.connected_on,
  'is_follower', p.is_follower, 'lead_status', p.lead_status, 'notable', p.is_notable, 'notable_reason', p.notable_reason, 'owner', p.owner,
  'tags', p.tags, 'notes', p.notes, 'enrichment_status', p.enrichment_status, 'enriched_at', p.enriched_at, 'source', p.source,
  'first_seen', p.first_seen, 'last_seen', p.last_seen, 'created_at', p.created_at, 'updated_at', p.updated_at,
  'engagement_score', coalesce(s.score, 0), 'engagements', coalesce(s.likes + s.reactions + s.comments + s.shares + s.follows + s.clicks, 0),
  'last_engaged_on', s.last_day,
  'identities', coalesce((
    select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'source', i.source) order by i.kind, i.value)
    from person_identities i where i.tenant_id = p.tenant_id and i.person_id = p.id), '[]'),
  'personas', coalesce((
    select jsonb_agg(jsonb_build_object('persona_id', t.persona_id, 'persona', q.name, 'match_score', t.match_score) order by t.match_score desc, q.name)
    from targets t
    join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
    where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active), '[]')) as item
from chosen k
join persons p on p.id = k.id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id
order by case when :descending then k.key end desc, case when not :descending then k.key end, case when :descending then k.id end desc, k.id;

--! person_exists
select exists (select from persons where id = :person);

-- Why somebody matches, and why not.
--! person_targets : ()
select jsonb_build_object('persona_id', r.persona_id, 'persona', q.name, 'active', r.is_active, 'match_score', r.match_score, 'confidence', r.confidence,
  'pinned', r.pinned, 'excluded', r.excluded, 'reason', r.reason, 'receipt', coalesce(r.receipt, '[]'), 'words', r.words) as item
from target_receipts r
join personas q on q.tenant_id = r.tenant_id and q.id = r.persona_id
where r.person_id = :person
order by r.is_active desc, r.match_score desc, q.name, q.id;

-- People whom somebody enters: found under any of their identities, or made.
--! add_people : ()
select person_id, is_new
from app.resolve_people(:tenant, null, 'manual', array(select r from jsonb_populate_recordset(null::app.staged_person, :rows) r));

-- Whoever takes people takes this first, as whoever matches does.
--! hold_matching
select 1 as nothing from matching_state where tenant_id = :tenant for share;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_person
with held as (select p as row from persons p where p.id = :person for no key update)
update persons p
set name = n.name, title_override = n.title_override, company_override = n.company_override, email = n.email, location = n.location, country = n.country,
  lead_status = n.lead_status, is_notable = n.is_notable, notable_reason = n.notable_reason, owner = n.owner, tags = n.tags, notes = n.notes
from held h
cross join lateral jsonb_populate_record(h.row, :said) n
where p.id = (h.row).id
returning p.name;

-- Both, or nobody.
--! target_exists
select exists (select from personas where id = :persona) and exists (select from persons where id = :person) as found;
