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
    and (:search::text is null or position(fold_case(:search) in fold_case(p.name || ' ' || coalesce(p.headline, ''))) > 0)
    and (p.is_notable or not :notable)
  order by coalesce(s.score, 0) desc, s.last_day desc nulls last, p.name, p.id
  limit :most
) r;

--! person_by_identity : ()
select p.id, p.name
from person_identities i
join persons p on p.tenant_id = i.tenant_id and p.id = i.person_id
where i.kind = :kind::text::identity_kind and i.value = :value;

-- Accents are folded only when nothing is found: folding all names takes a second for a hundred thousand people.
--! persons_by_name : (headline?)
select id, name, headline
from persons
where id::text = :name or lower(name) = lower(:name)
order by id
limit 11;

--! persons_like_name : (headline?)
select id, name, headline
from persons
where position(fold_case(:name) in fold_case(name)) > 0
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
