-- The migration that ties campaigns to personas. Two of its views, campaign_dashboard and
-- campaign_strategy_performance, name columns that never existed: they were never created, and are absent here too.

alter table campaigns
  add column strategy_id uuid references campaign_strategies (id),
  add column actual_metrics jsonb default '{}';

-- The view stands on targets.person_id and engagements: it blocks a change of their types until it is dropped.
create view campaign_performance_by_persona as
select
  c.id as campaign_id,
  c.name as campaign_name,
  pe.id as persona_id,
  pe.name as persona_name,
  count(distinct e.person_id) as unique_people,
  count(e.id) as total_engagements
from campaigns c
join posts po on po.campaign_id = c.id
join engagements e on e.post_id = po.id
join targets t on t.person_id = e.person_id and t.is_active
join personas pe on pe.id = t.persona_id
group by c.id, c.name, pe.id, pe.name;

-- Days on which nothing happened are missing, so the average of seven rows is not one of seven days.
create materialized view persona_engagement_trends as
select
  t.persona_id,
  date_trunc('day', e.engaged_at) as engagement_date,
  count(e.id) as daily_engagements,
  count(distinct e.person_id) as unique_people,
  avg(count(e.id)) over (
    partition by t.persona_id
    order by date_trunc('day', e.engaged_at)
    rows between 6 preceding and current row
  ) as moving_avg_7d
from engagements e
join targets t on t.person_id = e.person_id and t.is_active
group by t.persona_id, date_trunc('day', e.engaged_at);

-- A concurrent refresh needs a unique index, and the view has none: every call of this function fails.
create function refresh_persona_engagement_trends() returns void
language plpgsql as $$
begin
  refresh materialized view concurrently persona_engagement_trends;
end
$$;

create function get_recommended_strategies_for_persona(p_persona_id uuid, p_limit integer default 5)
returns table (strategy_id uuid, strategy_name text, relevance_score decimal, recommendation_reason text)
language sql stable as $$
  select s.id, s.name, ps.relevance_score, 'Linked to this persona'::text
  from persona_strategies ps
  join campaign_strategies s on s.id = ps.strategy_id
  where ps.persona_id = p_persona_id
  order by ps.relevance_score desc
  limit p_limit
$$;

-- The same two functions once more, now that all their tables exist, still wrong in the same two ways.
create or replace function auto_match_new_people_to_personas() returns trigger
language plpgsql as $$
declare
  persona record;
begin
  for persona in select id from personas where is_active loop
    if true then
      insert into targets (person_id, persona_id, match_score, match_criteria)
      values (new.id, persona.id, 1.00, '{"auto": true}');
    end if;
  end loop;
  return new;
end
$$;

create or replace function update_campaign_metrics_on_engagement() returns trigger
language plpgsql as $$
begin
  update campaigns
  set actual_metrics = (
    select jsonb_build_object(
      'total_engagements', count(*),
      'unique_engagers', count(distinct e.person_id),
      'last_updated', max(e.engaged_at)
    )
    from engagements e
    join posts p on p.id = e.post_id
    where p.campaign_id = campaigns.id
  )
  where campaigns.id = (select posts.campaign_id from posts where posts.id = new.post_id);
  return new;
end
$$;

grant select on campaign_performance_by_persona, persona_engagement_trends to authenticated;
