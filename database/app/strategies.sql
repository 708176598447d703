-- Strategies: how each does against its benchmark, how well one fits a persona, and what a persona's people made of the
-- campaigns that used one.  posteriors.sql turns that evidence into a recommendation.

create function app.tg_campaign_strategies__mix() returns trigger
language plpgsql volatile as $$
begin
  if new.content_mix <> '{}' and (
    exists (select from jsonb_each(new.content_mix) m where jsonb_typeof(m.value) <> 'number' or not m.key = any (enum_range(null::public.content_type)::text[]))
    or (select sum(value::numeric) from jsonb_each_text(new.content_mix)) <> 100)
  then
    raise exception 'the shares of a content mix must be numbers that add up to 100, for %', array_to_string(enum_range(null::public.content_type)::text[], ', ')
      using errcode = 'invalid_parameter_value', constraint = 'content_mixes_add_up_to_100', table = 'campaign_strategies', column = 'content_mix';
  end if;
  return new;
end $$;
comment on function app.tg_campaign_strategies__mix is 'Trigger on campaign_strategies: a content mix adds up to 100.';
create trigger _200_mix before insert or update of content_mix on public.campaign_strategies
  for each row execute function app.tg_campaign_strategies__mix();

-- A post may be in several campaigns of one strategy and a person in several of its posts: posts and people are made
-- distinct before anything is summed, so that no join multiplies a figure.
create view app.strategy_posts with (security_invoker = true) as
  select distinct c.tenant_id, c.strategy_id, l.post_id
  from public.campaigns c
  join public.campaign_posts l on l.tenant_id = c.tenant_id and l.campaign_id = c.id
  where c.strategy_id is not null;
comment on view app.strategy_posts is 'The posts of the campaigns that use a strategy, each once.';

create view app.strategy_sets with (security_invoker = true) as
  select c.tenant_id, c.strategy_id, s.chunk, bit_or(s.people) as people
  from public.tenants w
  join public.campaigns c on c.tenant_id = w.id and c.strategy_id is not null
  left join lateral app.sets_of(w.id, 'c', array(select c.id::text from public.campaigns c where c.tenant_id = w.id and c.strategy_id is not null)) s
    on s.key = c.id::text
  group by 1, 2, 3;
comment on view app.strategy_sets is 'Sets of those who engaged with any campaign of a strategy, each once; no chunk where nobody did.';

-- The only figures of a strategy that no counter knows, since people of several campaigns count once.
create view app.strategy_people with (security_invoker = true) as
  select e.tenant_id, e.strategy_id, coalesce(sum(bit_count(e.people)), 0)::int as people, coalesce(sum(bit_count(e.people & t.people)), 0)::int as targeted
  from app.strategy_sets e
  left join (select w.id as tenant_id, s.chunk, s.people from public.tenants w cross join lateral app.sets_of(w.id, 't') s) t
    on t.tenant_id = e.tenant_id and t.chunk = e.chunk
  group by 1, 2;
comment on view app.strategy_people is 'People who engaged with any campaign of a strategy, each once, and those of them who match a persona.';

-- Who reads no people reads no rows of theirs: the planner leaves out what nobody asks for, and the key figure counts them only
-- where it is made of people.
create view app.campaign_strategy_performance with (security_invoker = true) as
  with used as (
    select tenant_id, strategy_id, count(*)::int as campaigns from public.campaigns where strategy_id is not null group by 1, 2
  ),
  posted as (
    select s.tenant_id, s.strategy_id, count(*)::int as posts, sum(p.impressions) as impressions, sum(p.clicks) as clicks
    from app.strategy_posts s
    join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id
    group by 1, 2
  ),
  advertised as (
    select c.tenant_id, c.strategy_id, count(distinct a.id)::int as ads, sum(m.impressions) as impressions, sum(m.clicks) as clicks,
      -- Amounts in several currencies are not added up.
      case when count(distinct m.currency) <= 1 then sum(m.spend) end as spend, sum(m.engagements) as reported_engagements
    from public.campaigns c
    join public.ads a on a.tenant_id = c.tenant_id and a.campaign_id = c.id
    left join public.ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id
    where c.strategy_id is not null
    group by 1, 2
  ),
  -- As of a campaign, with each post in one of those that share it, and in one that advertises it before any other.
  apportioned as (
    select distinct on (c.tenant_id, c.strategy_id, e.post_id) c.strategy_id, e.*
    from public.campaigns c
    join app.campaign_post_engagements e on e.tenant_id = c.tenant_id and e.campaign_id = c.id
    where c.strategy_id is not null
    order by c.tenant_id, c.strategy_id, e.post_id, e.is_advertised desc, e.campaign_id
  ),
  proven as (
    select c.tenant_id, c.strategy_id, sum(coalesce(e.organic, 0) + a.advertised) as engagements, sum(coalesce(e.organic_seen, 0) + a.advertised) as measured
    from public.campaigns c
    left join (
      select tenant_id, campaign_id, sum(proven) filter (where not is_advertised) as organic, sum(proven) filter (where not is_advertised and is_seen) as organic_seen,
        sum(proven) filter (where is_advertised) as advertised, sum(counted_clicks) filter (where is_advertised) as clicks
      from apportioned
      group by 1, 2
    ) e on e.tenant_id = c.tenant_id and e.campaign_id = c.id
    left join app.campaign_reports r on r.tenant_id = c.tenant_id and r.campaign_id = c.id
    cross join lateral (select app.advertised_engagements(e.advertised, r.engagements, e.clicks) as advertised) a
    where c.strategy_id is not null
    group by 1, 2
  ),
  counted as (
    select s.tenant_id, s.strategy_id, sum(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks) as engagements,
      sum(n.comments) as comments, sum(n.shares) as shares
    from app.strategy_posts s
    join app.post_counts n on n.tenant_id = s.tenant_id and n.post_id = s.post_id
    group by 1, 2
  ),
  figures as (
    select s.tenant_id, s.id as strategy_id, s.name as strategy, s.type, coalesce(u.campaigns, 0) as campaigns, coalesce(p.posts, 0) as posts,
      coalesce(a.ads, 0) as ads,
      -- Null where nothing was ever reported: not known is not none.
      (case when a.impressions is not null or p.impressions is not null then coalesce(p.impressions, 0) + coalesce(a.impressions, 0) end)::bigint as impressions,
      (case when a.clicks is not null or p.clicks is not null then coalesce(p.clicks, 0) + coalesce(a.clicks, 0) end)::bigint as clicks,
      a.clicks as ad_clicks, case when a.strategy_id is null then 0 else a.spend end as spend,
      coalesce(n.engagements, 0)::int as engagements, coalesce(a.reported_engagements, 0)::bigint as reported_engagements,
      coalesce(v.engagements, 0)::bigint as proven_engagements, coalesce(v.measured, 0)::bigint as measured_engagements,
      coalesce(n.comments, 0)::int as comments, coalesce(n.shares, 0)::int as shares, s.primary_kpi, s.benchmark_low, s.benchmark_high
    from public.campaign_strategies s
    left join used u on u.tenant_id = s.tenant_id and u.strategy_id = s.id
    left join posted p on p.tenant_id = s.tenant_id and p.strategy_id = s.id
    left join advertised a on a.tenant_id = s.tenant_id and a.strategy_id = s.id
    left join counted n on n.tenant_id = s.tenant_id and n.strategy_id = s.id
    left join proven v on v.tenant_id = s.tenant_id and v.strategy_id = s.id
  ),
  measured as (
    select f.*, case when campaigns > 0 then app.kpi_value(primary_kpi, impressions,
      case primary_kpi when 'engagements' then proven_engagements else measured_engagements end, j.people, j.targeted, comments, shares, clicks,
      spend, ad_clicks, coalesce(nullif(reported_engagements, 0), engagements)) end as kpi_actual
    from figures f
    left join lateral (
      select coalesce(max(p.people), 0)::int as people, coalesce(max(p.targeted), 0)::int as targeted
      from app.strategy_people p
      where p.tenant_id = f.tenant_id and p.strategy_id = f.strategy_id and f.primary_kpi in ('unique_engagers', 'targeted_engagers', 'targeting_accuracy')
    ) j on true
  ),
  judged as (
    -- A count grows with every campaign, and its benchmark speaks of one; a rate and a cost are what they are.
    select m.*, case when primary_kpi in ('engagement_rate', 'targeting_accuracy', 'click_through_rate', 'cost_per_click', 'cost_per_engagement')
      then kpi_actual else round(kpi_actual / nullif(campaigns, 0), 2) end as kpi_of_a_campaign
    from measured m
  )
  select j.tenant_id, j.strategy_id, strategy, type, campaigns, posts, ads, impressions, clicks, spend, engagements, reported_engagements, proven_engagements,
    coalesce(u.people, 0)::int as unique_engagers, coalesce(u.targeted, 0)::int as targeted_engagers, comments, shares, primary_kpi, kpi_actual, kpi_of_a_campaign, benchmark_low, benchmark_high,
    case
      when kpi_of_a_campaign is null or benchmark_low is null then null
      when primary_kpi in ('cost_per_click', 'cost_per_engagement') then
        case when kpi_of_a_campaign < benchmark_low then 'better' when kpi_of_a_campaign > coalesce(benchmark_high, benchmark_low) then 'worse' else 'as expected' end
      else case when kpi_of_a_campaign > coalesce(benchmark_high, benchmark_low) then 'better' when kpi_of_a_campaign < benchmark_low then 'worse' else 'as expected' end
    end as against_benchmark
  from judged j
  left join app.strategy_people u on u.tenant_id = j.tenant_id and u.strategy_id = j.strategy_id;
comment on view app.campaign_strategy_performance is 'One row a strategy: campaigns, posts, engagements, people, its primary KPI from sums, against its benchmark, which for counts is that of one campaign. Posts and people count once, however many campaigns share them.';

------------------------------------------------------------------------------------------------ how well a strategy fits
-- Compared word by word with what the persona states: seniorities and functions.  Null where either side says nothing, so
-- that silence is not taken for a bad fit.
create function app.strategy_fit(persona_criteria jsonb, seniorities public.seniority[], functions public.job_function[], type public.strategy_type,
  objective public.campaign_objective) returns numeric
language sql immutable parallel safe as $$
  with sides as (
    select app.text_array(persona_criteria -> 'seniority' -> 'any') as wanted, seniorities::text[] as offered
    union all
    select app.text_array(persona_criteria -> 'function' -> 'any'), functions::text[]
  ),
  shares as (
    -- The share of what the persona states that the strategy speaks to.
    select (select count(*) from unnest(wanted) w where w = any (offered))::numeric / cardinality(wanted) as share
    from sides where cardinality(wanted) > 0 and cardinality(offered) > 0
    union all
    -- People who are asked to have engaged already are near to deciding; those who are not are far from it.
    select case
      when persona_criteria ? 'engagement' then case type when 'conversion' then 0.8 when 'retention' then 0.8 when 'engagement' then 0.5 else 0.3 end
      when objective in ('lead_generation', 'website_conversions') then 0.4
    end
    where persona_criteria ? 'engagement' or objective in ('lead_generation', 'website_conversions')
  )
  select round(avg(share), 2) from shares
$$;
comment on function app.strategy_fit is 'How far a strategy''s stated audience and objective fit a persona, 0.00 to 1.00; null where they say nothing of each other.';

create function app.match_personas_to_strategy(strategy uuid)
returns table (persona_id uuid, persona text, relevance_score numeric, relevance_from text)
language sql stable parallel safe as $$
  select q.id, q.name, coalesce(r.relevance_score, app.strategy_fit(q.criteria, s.audience_seniorities, s.audience_functions, s.type, s.objective)),
    case when r.relevance_score is not null then coalesce(r.set_by, 'set by hand') else 'stated audience' end
  from public.campaign_strategies s
  join public.personas q on q.tenant_id = s.tenant_id and q.is_active
  left join public.persona_strategies r on r.tenant_id = s.tenant_id and r.strategy_id = s.id and r.persona_id = q.id
  where s.id = strategy
  order by 3 desc nulls last, 2
$$;
comment on function app.match_personas_to_strategy is 'Active personas in the order in which a strategy suits them, before any evidence.';

------------------------------------------------------------------------------------------------ evidence
-- A trial is a person of the persona and a post of a campaign with the strategy; it succeeds when that person engaged with
-- that post, however often.  A post of whose people nothing was imported says nothing, unless LinkedIn itself counted nobody.
create view app.strategy_trials with (security_invoker = true) as
  with known as (
    select p.tenant_id, p.id
    from public.posts p
    left join public.post_totals t on t.tenant_id = p.tenant_id and t.post_id = p.id
    -- Its total says whether a post has people, but for those that the log names: of these its rows do, by one look into an index each.
    where case when exists (select from public.engagement_deltas d where d.tenant_id = p.tenant_id and d.post_id = p.id)
        then (select true from public.engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id limit 1) else t.people > 0 end
      or p.reactions = 0 and coalesce(p.comments, 0) = 0 and coalesce(p.shares, 0) = 0
  ),
  used as (
    select s.tenant_id, s.strategy_id, s.post_id
    from app.strategy_posts s
    join known p on p.tenant_id = s.tenant_id and p.id = s.post_id
    union all
    -- Posts without a strategy say how a persona usually responds.
    select p.tenant_id, null, p.id
    from known p
    where not exists (select from app.strategy_posts s where s.tenant_id = p.tenant_id and s.post_id = p.id)
  ),
  members as (
    select w.id as tenant_id, q.id as persona_id, coalesce(sum(bit_count(s.people)), 0)::bigint as people
    from public.tenants w
    join public.personas q on q.tenant_id = w.id
    left join lateral app.sets_of(w.id, 'q', array(select q.id::text from public.personas q where q.tenant_id = w.id)) s on s.key = q.id::text
    group by 1, 2
  ),
  posts as (
    select tenant_id, strategy_id, count(*)::bigint as posts from used group by 1, 2
  ),
  engaged as (
    select c.tenant_id, c.persona_id, s.strategy_id, sum(c.people)::bigint as successes
    from used s
    join app.post_persona_counts c on c.tenant_id = s.tenant_id and c.post_id = s.post_id
    group by 1, 2, 3
  )
  select m.tenant_id, m.persona_id, p.strategy_id, m.people, p.posts, m.people * p.posts as trials, coalesce(e.successes, 0) as successes
  from members m
  join posts p on p.tenant_id = m.tenant_id
  left join engaged e on e.tenant_id = m.tenant_id and e.persona_id = m.persona_id and e.strategy_id is not distinct from p.strategy_id;
comment on view app.strategy_trials is 'By persona and strategy (null: posts without one): people, posts whose people are known, trials (people x posts), successes (pairs that engaged).';
