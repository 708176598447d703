-- People as their pages show them.  Clients see no such page, so that nothing here is confined to campaigns.

-- The people of a filter in an order, each with the keys of the order, and how many there are in all.
--! people_found (search?, persona?, company?, campaign?, segment?, owner?, tag?, status?, seniority?, function?, min_score?, since?, after_number?, after_text?, after_id?) : (number?, id?, text?)
select f.total, f.id, f.number, f.text
from app.found_people(current_tenant(), jsonb_strip_nulls(jsonb_build_object(
  'sort', :sort::text, 'descending', :descending::boolean, 'most', :most::bigint, 'search', :search::text, 'persona', :persona::uuid,
  'matched', nullif(:matched::boolean, false), 'company', :company::integer, 'campaign', :campaign::integer, 'segment', :segment::text,
  'owner', :owner::text, 'tag', :tag::text, 'status', :status::text,
  'seniority', :seniority::text, 'function', :function::text, 'min_score', :min_score::bigint, 'since', :since::integer, 'notable', nullif(:notable::boolean, false),
  'after', case when :after_id::integer is not null
    then jsonb_build_object('number', :after_number::bigint, 'text', :after_text::text, 'id', :after_id) end))) f;

-- Some people, in the order in which they are asked for.
--! people_shown (persona?) : (title?, headline?, company?, company_id?, status?, owner?, seniority?, match_score?, last_day?, score?, engagements?, location?, email?, linkedin_url?, country?)
select p.id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, '')) as title, p.headline,
  coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, c.id as company_id, p.lead_status::text as status, p.owner,
  p.seniority::text as seniority, p.functions::text[] as functions, p.location, p.country, p.email, p.linkedin_url, p.is_notable, p.tags,
  m.match_score::float8 as match_score, s.score, s.last_day, (s.likes + s.reactions + s.comments + s.shares + s.follows + s.clicks)::bigint as engagements,
  q.names as personas, q.colours, q.ids as persona_ids
from unnest(:people::integer[]) with ordinality u(id, place)
join persons p on p.id = u.id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  and (coalesce(p.company_override, '') = '' or c.name_key = company_key(p.company_override))
left join targets m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.persona_id = :persona::uuid and m.is_active
left join lateral (select * from person_scores s where s.tenant_id = p.tenant_id and s.person_id = p.id offset 0) s on true
cross join lateral (
  select coalesce(array_agg(q.name order by t.match_score desc, q.name), '{}') as names, coalesce(array_agg(q.colour order by t.match_score desc, q.name), '{}') as colours,
    coalesce(array_agg(q.id order by t.match_score desc, q.name), '{}') as ids
  from targets t
  join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id
  where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active
) q
order by u.place;

--! has_people
select exists (select from persons);

--! company_name
select name from companies where id = :company;

--! people_choices
with labelled as (select p.owner, p.tags from persons p where p.owner <> '' or p.tags <> '{}')
select
  array(select max(owner) from labelled where owner <> '' group by lower(owner) order by count(*) desc, 1 limit 200) as owners,
  array(select max(tag) from labelled, unnest(tags) tag group by lower(tag) order by count(*) desc, 1 limit 200) as tags,
  array(select s.id from audience_segments s order by lower(s.name), s.id) as segments,
  array(select s.name from audience_segments s order by lower(s.name), s.id) as segment_names;

-- Every persona of which something can be said about somebody: whether they match, and why, or why not.
--! person_verdicts (person) : (match_score?, confidence?, receipt?, reason?)
select q.id, q.name, q.colour, q.threshold::float8 as threshold, q.is_active, q.criteria,
  coalesce(t.is_active, false) as is_target, coalesce(t.pinned, false) as pinned, coalesce(t.excluded, false) as excluded, t.reason,
  m.match_score::float8 as match_score, m.confidence::float8 as confidence,
  (select jsonb_agg(jsonb_build_object('criterion', criterion, 'weight', weight, 'outcome', outcome)) from app.receipt_lines(m.receipt)) as receipt
from personas q
left join match_person_to_personas(:person::integer) m on m.persona_id = q.id
left join targets t on t.tenant_id = q.tenant_id and t.persona_id = q.id and t.person_id = :person
where q.is_active or t.pinned or t.excluded
order by coalesce(t.is_active, false) desc, coalesce(m.match_score, 0) desc, lower(q.name), q.id;

-- All that happened with somebody, the latest first; of the same moment by kind and number, so that a page can go on where another ended.
--! person_timeline (person, after_at?, after_kind?, after_number?) : (detail?, post_id?, title?, url?, persona_id?, persona?, score_before?, score_after?, cause?, text?, old_value?, new_value?)
select x.at, x.kind, x.number, x.what, x.detail, x.is_exact, x.post_id, x.title, x.url, x.persona_id, x.persona, x.score_before::float8 as score_before,
  x.score_after::float8 as score_after, x.cause, x.text, x.old_value, x.new_value
from (
  select e.engaged_at as at, 'e' as kind, e.id as number, e.engagement_type::text as what, e.reaction_type::text as detail, e.time_basis <> 'first_seen' as is_exact,
    e.post_id, post_title(p.title, p.text) as title, p.url, null::uuid as persona_id, null as persona, null::numeric as score_before, null::numeric as score_after, null as cause,
    e.comment_text as text, null as old_value, null as new_value
  from engagements e
  join posts p on p.tenant_id = e.tenant_id and p.id = e.post_id
  where e.person_id = :person
  union all
  select v.happened_at, 't', v.id, v.event::text, null, true, null, null, null, v.persona_id, q.name, v.score_before, v.score_after, v.cause::text, v.reason, null, null
  from target_events v
  join personas q on q.tenant_id = v.tenant_id and q.id = v.persona_id
  where v.person_id = :person
  union all
  select v.happened_at, 'p', v.id, v.kind::text, null, false, null, null, null, null, null, null, null, null, null, v.old_value, v.new_value
  from person_events v
  where v.person_id = :person
) x
where :after_at::timestamptz is null or (x.at, x.kind, x.number) < (:after_at, :after_kind::text, :after_number::bigint)
order by x.at desc, x.kind desc, x.number desc
limit :most;

-- How the scores of somebody moved.
--! person_scores_over_time (person) : (score_before?, score_after?)
select v.happened_at as at, q.id as persona_id, q.name as persona, q.colour, v.event::text as event, v.cause::text as cause,
  v.score_before::float8 as score_before, v.score_after::float8 as score_after
from target_events v
join personas q on q.tenant_id = v.tenant_id and q.id = v.persona_id
where v.person_id = :person
order by v.happened_at desc, v.id desc
limit :most;

-- Under which name somebody can be asked for; what LinkedIn's own interfaces told of a member may not be used to look for more.
--! person_key
select i.value as key
from person_identities i
where i.person_id = :person and i.kind in ('slug', 'member_id') and i.source <> 'api'
order by i.kind = 'slug' desc, i.created_at desc, i.value
limit 1;

-- People are held in the order of their ids, as everybody holds them.
--! set_lead_status (status?)
with held as (select id from persons where id = any (:people) order by id for no key update)
update persons p set lead_status = :status::text::lead_status
from held h
where p.id = h.id and p.lead_status is distinct from :status::text::lead_status;

--! people_there
select id from persons where id = any (:people) order by id;
