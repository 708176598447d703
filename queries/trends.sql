--! trend_rows (persona?) : ()
select row_to_json(t) as row
from (
  select * from persona_engagement_trends
  where :persona::uuid is null or persona_id = :persona
  order by persona, persona_id, day
) t;

-- People of one day and of another may be the same, so that they cannot be added up from the days.
--! trend_people : ()
select t.persona_id, count(distinct e.person_id) as people
from targets t
join engagements e on e.tenant_id = t.tenant_id and e.person_id = t.person_id
where t.is_active and e.engaged_on > tenant_today(:tenant) - 30 and e.engaged_on <= tenant_today(:tenant)
group by t.persona_id;
