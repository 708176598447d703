-- Personas as their pages show them.  Clients see no such page, so that nothing here is confined to campaigns.

-- Sixty-six days of each, for thirty days and the thirty before them, and six more, so that the first shown day has an average of
-- seven days too.  The rollups answer, and the logs that are not folded yet.
--! personas_shown (persona?) : (description?, average_score?)
with clock as (select tenant_today(current_tenant()) as today),
members as (
  select t.persona_id, count(*) as people, avg(t.match_score) filter (where not t.pinned) as average_score
  from targets t
  where t.is_active and (:persona::uuid is null or t.persona_id = :persona)
  group by 1
),
moves as (
  select v.persona_id, count(*) filter (where v.event = 'entered') as entered, count(*) filter (where v.event = 'left') as departed
  from target_events v
  where v.happened_at > now() - interval '30 days' and v.event in ('entered', 'left') and (:persona::uuid is null or v.persona_id = :persona)
  group by 1
),
counts as materialized (
  select d.persona_id, d.day, d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks as engagements
  from persona_days d
  where d.day > (select today - 66 from clock) and (:persona::uuid is null or d.persona_id = :persona)
),
days as (
  select q.id as persona_id, array_agg(coalesce(n.engagements, 0)::bigint order by ago desc) as engagements
  from personas q
  cross join clock k
  cross join generate_series(0, 65) ago
  left join counts n on n.persona_id = q.id and n.day = k.today - ago
  where :persona::uuid is null or q.id = :persona
  group by 1
)
select q.id, q.name, q.description, q.colour, q.threshold::float8 as threshold, q.is_active, q.criteria, coalesce(q.created_by = 'sample', false) as is_sample,
  coalesce(m.people, 0) as people, m.average_score::float8 as average_score,
  coalesce(v.entered, 0) as entered, coalesce(v.departed, 0) as departed, d.engagements
from personas q
join days d on d.persona_id = q.id
left join members m on m.persona_id = q.id
left join moves v on v.persona_id = q.id
where :persona::uuid is null or q.id = :persona
order by lower(q.name), q.id;

-- Thirty days: engagements, and people a day.
--! persona_trend
with clock as (select tenant_today(current_tenant()) as today)
select k.today - ago as day, coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0)::bigint as engagements,
  coalesce(d.people, 0)::bigint as people
from clock k
cross join generate_series(29, 0, -1) ago
left join persona_days d on d.persona_id = :persona and d.day = k.today - ago
order by 1;

--! persona_campaigns : (share_of_campaign?, share_of_persona?)
select c.id, c.name, c.status::text as status, n.people, e.engagements::bigint as engagements,
  (e.engagements / nullif(a.engagements, 0))::float8 as share_of_campaign, n.people::float8 / nullif(m.people, 0) as share_of_persona
from campaign_persona_counts n
cross join lateral (select (n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks)::numeric as engagements) e
join campaigns c on c.tenant_id = n.tenant_id and c.id = n.campaign_id
left join (
  select tenant_id, campaign_id, sum(likes + reactions + comments + shares + follows + clicks)::numeric as engagements from campaign_counts group by 1, 2
) a on a.tenant_id = n.tenant_id and a.campaign_id = n.campaign_id
cross join (select count(*) as people from targets where persona_id = :persona and is_active) m
where n.persona_id = :persona and n.people > 0
order by n.people desc, lower(c.name), c.id
limit :most;

-- People who match two of these personas.
--! persona_overlaps
select a.persona_id as one, b.persona_id as other, count(*) as people
from targets a
join targets b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and b.persona_id > a.persona_id and b.is_active and b.persona_id = any (:personas)
where a.is_active and a.persona_id = any (:personas)
group by 1, 2;

-- What goes with a persona.
--! persona_contents
select
  (select count(*) from targets where persona_id = :persona and is_active) as people,
  (select count(*) from targets where persona_id = :persona and (pinned or excluded)) as by_hand,
  (select count(*) from target_events where persona_id = :persona) as events,
  (select count(*) from persona_strategies where persona_id = :persona) as ratings,
  (select count(*) from campaign_personas where persona_id = :persona) as campaigns;

--! persona_choices
select id, name, colour, is_active from personas order by lower(name), id;

--! persona_templates : (description?)
select name, description, colour, threshold::float8 as threshold, criteria::jsonb as criteria from sample_personas order by name;

-- Words that a form offers.
--! industry_labels
select label from industries where is_active order by label;

-- People of a persona, the best first; the next page begins after the last of this one.
--! persona_people_shown (after_score?, after_id?) : (title?, company?, company_id?, reason?, receipt?, score?)
select r.person_id as id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) as title,
  coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, c.id as company_id,
  r.match_score::float8 as match_score, r.confidence::float8 as confidence, r.pinned, r.reason, s.score,
  (select jsonb_agg(jsonb_build_object('criterion', criterion, 'weight', weight, 'outcome', outcome)) from app.receipt_lines(r.receipt)) as receipt
from (
  select * from targets t
  where t.persona_id = :persona and t.is_active
    and (:after_id::integer is null or t.match_score < :after_score::text::numeric or t.match_score = :after_score::text::numeric and t.person_id > :after_id)
  order by t.match_score desc, t.person_id
  limit :most
) r
join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
  and (coalesce(p.company_override, '') = '' or c.name_key = company_key(p.company_override))
left join lateral (select s.score from person_scores s where s.tenant_id = r.tenant_id and s.person_id = r.person_id offset 0) s on true
order by r.match_score desc, r.person_id;

-- The strategy that get_recommended_strategies_for_persona names first, of every persona.
--! first_strategies
select distinct on (q.id) q.id, r.strategy_id, r.strategy as name
from personas q
join ranked_strategies(current_tenant()) r on r.persona_id = q.id
where q.is_active
order by q.id, r.score desc, r.strategy;
