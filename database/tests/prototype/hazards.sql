-- How many rows carry each hazard of README.md, in a database of the prototype as it stands: null where the stage does
-- not have the columns. One statement, so any client can run it. It reads the prototype's shape only; run it before
-- the upgrade and compare what the upgrade reports.
with shared (keyed) as (
  -- Engagements with the post and the person that they are after each step of merging. The pairs of people are
  -- written out, because the fixtures are fixed and the normalisation of addresses is what is being tested.
  values ($q$
    with post_keys as (
      select id, case when urn is null then id else min(id) over (partition by urn) end as same_post
      from (
        select id, substring(concat_ws(' ', url, linkedin_url) from '(?:activity|share|ugcPost)[:-](\d{15,})') as urn
        from posts
      ) p
    ),
    keyed as (
      select
        e.*,
        k.same_post as merged_post,
        case e.person_id when 4 then 3 when 14 then 13 when 16 then 15 else e.person_id end as spelled_person,
        case e.person_id when 2 then 1 when 4 then 3 when 14 then 13 when 16 then 15 else e.person_id end as known_person,
        case when e.engagement_type = 'comment' then coalesce('text ' || e.comment_text, 'none') else '' end as what
      from engagements e
      join post_keys k on k.id = e.post_id
      where e.person_id is not null
    )
  $q$)
),
checks (ordinal, hazard, needs, query) as (
  values
    -- Tenants.
    (101, 'tenant null, engagements', 'engagements.tenant_id', 'select count(*) as n from engagements where tenant_id is null'),
    (102, 'tenant null, persons', 'persons.tenant_id', 'select count(*) as n from persons where tenant_id is null'),
    (103, 'tenant null, posts', 'posts.tenant_id', 'select count(*) as n from posts where tenant_id is null'),
    (104, 'tenant null, companies', 'companies.tenant_id', 'select count(*) as n from companies where tenant_id is null'),
    (105, 'tenant null, campaigns', 'campaigns.tenant_id', 'select count(*) as n from campaigns where tenant_id is null'),
    (106, 'tenant null, campaign_groups', 'campaign_groups.tenant_id', 'select count(*) as n from campaign_groups where tenant_id is null'),
    (107, 'tenant null, scraping_jobs', 'scraping_jobs.tenant_id', 'select count(*) as n from scraping_jobs where tenant_id is null'),
    (108, 'tenant null, audience_segments', 'audience_segments.tenant_id', 'select count(*) as n from audience_segments where tenant_id is null'),
    (109, 'tenant null, personas', 'personas.tenant_id', 'select count(*) as n from personas where tenant_id is null'),
    (110, 'tenant null, targets', 'targets.tenant_id', 'select count(*) as n from targets where tenant_id is null'),
    (111, 'tenant null, campaign_strategies', 'campaign_strategies.tenant_id', 'select count(*) as n from campaign_strategies where tenant_id is null'),
    (112, 'tenant null, content_calendar', 'content_calendar.tenant_id', 'select count(*) as n from content_calendar where tenant_id is null'),
    (113, 'tenant null, custom_audiences', 'custom_audiences.tenant_id', 'select count(*) as n from custom_audiences where tenant_id is null'),
    (114, 'tenant null, linkedin_connections', 'linkedin_connections.tenant_id', 'select count(*) as n from linkedin_connections where tenant_id is null'),
    (121, 'tenant that does not exist, persons', 'persons.tenant_id', 'select count(*) as n from persons x where x.tenant_id not in (select id from tenants)'),
    (122, 'tenant that does not exist, posts', 'posts.tenant_id', 'select count(*) as n from posts x where x.tenant_id not in (select id from tenants)'),
    (123, 'tenant that does not exist, companies', 'companies.tenant_id', 'select count(*) as n from companies x where x.tenant_id not in (select id from tenants)'),
    (124, 'tenant that does not exist, engagements', 'engagements.tenant_id', 'select count(*) as n from engagements x where x.tenant_id not in (select id from tenants)'),
    (131, 'post and person of different tenants, engagements', 'engagements.id', $q$
      select count(*) as n
      from engagements e join posts po on po.id = e.post_id join persons pe on pe.id = e.person_id
      where coalesce(po.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(pe.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (132, 'post and person of one tenant, the engagement of another', 'engagements.id', $q$
      select count(*) as n
      from engagements e join posts po on po.id = e.post_id join persons pe on pe.id = e.person_id
      where coalesce(po.tenant_id, '00000000-0000-0000-0000-000000000001') = coalesce(pe.tenant_id, '00000000-0000-0000-0000-000000000001')
        and coalesce(po.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(e.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (133, 'campaign and group of different tenants', 'campaigns.id', $q$
      select count(*) as n from campaigns c join campaign_groups g on g.id = c.campaign_group_id
      where coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(g.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (134, 'person and company of different tenants', 'persons.id', $q$
      select count(*) as n from persons p join companies c on c.id = p.company_id
      where coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(p.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (135, 'person and persona of different tenants, targets', 'targets.id', $q$
      select count(*) as n from targets t join persons p on p.id = t.person_id join personas pa on pa.id = t.persona_id
      where coalesce(pa.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(p.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (136, 'persona and strategy of different tenants', 'persona_strategies.persona_id', $q$
      select count(*) as n
      from persona_strategies ps join personas pa on pa.id = ps.persona_id join campaign_strategies s on s.id = ps.strategy_id
      where coalesce(pa.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(s.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (137, 'campaign and strategy of different tenants', 'campaigns.strategy_id', $q$
      select count(*) as n from campaigns c join campaign_strategies s on s.id = c.strategy_id
      where coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(s.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (138, 'calendar row that points into another tenant', 'content_calendar.id', $q$
      select count(*) as n
      from content_calendar cc
      left join posts p on p.id = cc.post_id
      left join campaigns c on c.id = cc.campaign_id
      where p.id is not null
        and coalesce(p.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(cc.tenant_id, '00000000-0000-0000-0000-000000000001')
        or c.id is not null
        and coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(cc.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    -- Engagements.
    (201, 'doubled, reactions (same post and person)', 'engagements.id', $q$select count(*) - count(distinct (post_id, person_id)) as n from keyed where engagement_type = 'reaction'$q$),
    (202, 'doubled, comments (same post, person and text)', 'engagements.id', $q$select count(*) - count(distinct (post_id, person_id, what)) as n from keyed where engagement_type = 'comment'$q$),
    (203, 'doubled, shares', 'engagements.id', $q$select count(*) - count(distinct (post_id, person_id)) as n from keyed where engagement_type = 'share'$q$),
    (204, 'doubled, clicks', 'engagements.id', $q$select count(*) - count(distinct (post_id, person_id)) as n from keyed where engagement_type = 'click'$q$),
    (210, 'doubled in all, posts and people as they are', 'engagements.id', 'select count(*) - count(distinct (post_id, person_id, engagement_type, what)) as n from keyed'),
    (211, 'doubled in all, once posts of one urn are one', 'engagements.id', 'select count(*) - count(distinct (merged_post, person_id, engagement_type, what)) as n from keyed'),
    (212, 'doubled in all, and people of one address too', 'engagements.id', 'select count(*) - count(distinct (merged_post, spelled_person, engagement_type, what)) as n from keyed'),
    (213, 'doubled in all, and person 2 is person 1 too', 'engagements.id', 'select count(*) - count(distinct (merged_post, known_person, engagement_type, what)) as n from keyed'),
    (220, 'engagements without a person', 'engagements.id', 'select count(*) as n from engagements where person_id is null'),
    (221, 'engagements without a time', 'engagements.id', 'select count(*) as n from engagements where engaged_at is null'),
    (222, 'engagement type unknown (repost, view)', 'engagements.id', $q$select count(*) as n from engagements where engagement_type not in ('reaction', 'comment', 'share', 'follow', 'click')$q$),
    (223, 'reaction without a name', 'engagements.id', $q$select count(*) as n from engagements where engagement_type = 'reaction' and reaction_type is null$q$),
    (224, 'reaction name unknown (wow)', 'engagements.id', $q$select count(*) as n from engagements where engagement_type = 'reaction' and lower(reaction_type) not in ('like', 'celebrate', 'love', 'insightful', 'support', 'funny', 'curious')$q$),
    (225, 'comment without text', 'engagements.id', $q$select count(*) as n from engagements where engagement_type = 'comment' and coalesce(comment_text, '') = ''$q$),
    (226, 'attributed to a segment', 'engagements.id', 'select count(*) as n from engagements where attributed_to_segment_id is not null'),
    -- Posts, campaigns, ads.
    (301, 'posts beyond the first of their urn', 'posts.id', $q$
      select count(*) - count(distinct urn) as n
      from (select substring(concat_ws(' ', url, linkedin_url) from '(?:activity|share|ugcPost)[:-](\d{15,})') as urn from posts) p
      where urn is not null$q$),
    (302, 'posts without any urn', 'posts.id', $q$
      select count(*) as n from posts where concat_ws(' ', url, linkedin_url) !~ '(activity|share|ugcPost)[:-]\d{15,}'$q$),
    (303, 'posts with linkedin_url only', 'posts.id', 'select count(*) as n from posts where url is null and linkedin_url is not null'),
    (304, 'posts.campaign_id set', 'posts.id', 'select count(*) as n from posts where campaign_id is not null'),
    (305, 'pairs of campaign and post, posts and ads together', 'posts.id', $q$
      select count(*) as n from (
        select campaign_id, id from posts where campaign_id is not null
        union select campaign_id, post_id from ads where campaign_id is not null and post_id is not null
      ) x$q$),
    (306, 'pairs of campaign and post across tenants', 'posts.id', $q$
      select count(*) as n from (
        select campaign_id, id as post_id from posts where campaign_id is not null
        union select campaign_id, post_id from ads where campaign_id is not null and post_id is not null
      ) x
      join campaigns c on c.id = x.campaign_id join posts p on p.id = x.post_id
      where coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') <> coalesce(p.tenant_id, '00000000-0000-0000-0000-000000000001')$q$),
    (307, 'pairs of campaign and post, once posts of one urn are one', 'posts.id', $q$
      select count(distinct (x.campaign_id, k.same_post)) as n from (
        select campaign_id, id as post_id from posts where campaign_id is not null
        union select campaign_id, post_id from ads where campaign_id is not null and post_id is not null
      ) x
      join post_keys k on k.id = x.post_id$q$),
    (311, 'campaigns with reversed dates', 'campaigns.start_date', 'select count(*) as n from campaigns where start_date > end_date'),
    (312, 'campaigns without a start date', 'campaigns.start_date', 'select count(*) as n from campaigns where start_date is null'),
    (313, 'campaigns without a budget', 'campaigns.budget', 'select count(*) as n from campaigns where budget is null'),
    (314, 'campaigns whose budget is negative or no number', 'campaigns.budget', $q$select count(*) as n from campaigns where budget::text !~ '^\d+(\.\d+)?$'$q$),
    (315, 'campaigns of one name', 'campaigns.id', 'select count(*) - count(distinct name) as n from campaigns'),
    (316, 'campaigns with metrics', 'campaigns.actual_metrics', $q$select count(*) as n from campaigns where actual_metrics <> '{}'$q$),
    (321, 'ads without a campaign', 'ads.id', 'select count(*) as n from ads where campaign_id is null'),
    (322, 'ads without a post', 'ads.id', 'select count(*) as n from ads where post_id is null'),
    (323, 'ads with reversed dates', 'ads.id', 'select count(*) as n from ads where start_date > end_date'),
    (324, 'ads with negative spend', 'ads.id', 'select count(*) as n from ads where spend < 0'),
    (325, 'ads whose own tenant is not their campaign''s', 'ads.tenant_id', $q$
      select count(*) as n from ads a join campaigns c on c.id = a.campaign_id
      where coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') <> a.tenant_id$q$),
    (331, 'post_audiences whose segment does not exist', 'audience_segments.id', 'select count(*) as n from post_audiences where audience_id not in (select id::text from audience_segments)'),
    (332, 'post_audiences beyond the first of their pair', 'post_audiences.id', 'select count(*) - count(distinct (post_id, audience_id)) as n from post_audiences'),
    -- People and companies.
    (401, 'people beyond the first of one address', 'persons.id', 'select count(*) as n from persons where id in (4, 14, 16)'),
    (402, 'people under an opaque id (ACoAA, ACwAA)', 'persons.id', $q$select count(*) as n from persons where linkedin_url ~ '/AC[ow]AA' $q$),
    (403, 'people whose address is empty or none', 'persons.id', $q$select count(*) as n from persons where linkedin_url !~* 'linkedin\.com/'$q$),
    (404, 'company pages among people', 'persons.id', $q$select count(*) as n from persons where linkedin_url ~ '/company/'$q$),
    (405, 'LinkedIn Member', 'persons.id', $q$select count(*) as n from persons where name = 'LinkedIn Member'$q$),
    (406, 'people without a name', 'persons.id', 'select count(*) as n from persons where name is null'),
    (407, 'people without an engagement', 'persons.id', 'select count(*) as n from persons p where not exists (select from engagements e where e.person_id = p.id)'),
    (408, 'people with an override', 'persons.title_override', $q$select count(*) as n from persons where trim(title_override) <> '' or trim(company_override) <> ''$q$),
    (409, 'people where notable and is_notable disagree', 'persons.is_notable', 'select count(*) as n from persons where notable <> is_notable'),
    (410, 'companies beyond the first of their name', 'companies.id', $q$
      select count(*) - count(distinct (tenant_id, key)) as n
      from (select tenant_id, trim(regexp_replace(lower(name), '[, ]+(gmbh|inc\.|llc)$', '')) as key from companies) c$q$),
    (411, 'user''s notes', 'my_notes.id', 'select count(*) as n from my_notes'),
    -- Personas, targets, strategies.
    (501, 'personas beyond the first of their name', 'personas.id', 'select count(*) - count(distinct (tenant_id, name)) as n from personas'),
    (502, 'targets whose person does not exist', 'targets.id', 'select count(*) as n from targets where person_id not in (select id from persons)'),
    (503, 'targets whose person does not exist, manual ones', 'targets.id', 'select count(*) as n from targets where manually_added and person_id not in (select id from persons)'),
    (504, 'targets whose person is no integer', 'targets.id', 'select count(*) as n from targets where person_id > 2147483647'),
    (505, 'targets, manual ones whose person exists', 'targets.id', 'select count(*) as n from targets where manually_added and person_id in (select id from persons)'),
    (506, 'targets, manual ones whose person exists, inactive ones', 'targets.id', 'select count(*) as n from targets where manually_added and not is_active and person_id in (select id from persons)'),
    (507, 'targets, automatic ones whose person exists', 'targets.id', 'select count(*) as n from targets where manually_added is not true and person_id in (select id from persons)'),
    (508, 'targets made by the trigger that matches everybody', 'targets.id', 'select count(*) as n from targets where person_id in (25, 26, 27)'),
    (509, 'targets beyond the first of their pair', 'targets.id', 'select count(*) - count(distinct (person_id, persona_id)) as n from targets'),
    (510, 'targets with a score above 1', 'targets.id', 'select count(*) as n from targets where match_score > 1'),
    (511, 'targets without a score', 'targets.id', 'select count(*) as n from targets where match_score is null'),
    (512, 'targets of an inactive persona', 'targets.id', 'select count(*) as n from targets t join personas p on p.id = t.persona_id where not p.is_active'),
    (521, 'strategies whose content mix is no 100', 'campaign_strategies.id', $q$
      select count(*) as n from campaign_strategies
      where case when jsonb_typeof(content_mix) = 'object'
        then (select sum(value::numeric) from jsonb_each_text(content_mix)) <> 100 else true end$q$),
    (522, 'pairs of persona and strategy with a score above 1', 'persona_strategies.persona_id', 'select count(*) as n from persona_strategies where relevance_score > 1'),
    (523, 'pairs of persona and strategy that are the default tenant''s by mistake', 'persona_strategies.tenant_id', $q$
      select count(*) as n from persona_strategies ps join personas p on p.id = ps.persona_id
      where p.tenant_id <> ps.tenant_id$q$),
    (531, 'credentials to be sealed: connections', 'linkedin_connections.id', $q$
      select count(*) as n from linkedin_connections where coalesce(encrypted_cookies, '') <> '' or coalesce(api_token, '') <> ''$q$),
    (532, 'credentials to be sealed: cookies', 'linkedin_cookies.id', 'select count(*) as n from linkedin_cookies where encrypted_cookie is not null'),
    (533, 'credentials that were never encrypted', 'linkedin_connections.id', $q$
      select count(*) as n from linkedin_connections where encrypted_cookies not like 'encrypted:%' and encrypted_cookies <> '' or api_token not like 'encrypted:%'$q$),
    -- What the upgrade has to take away or to respect.
    (601, 'row triggers on persons and engagements', 'persons.id', $q$
      select count(*) as n from pg_trigger where not tgisinternal and tgrelid in ('public.persons'::regclass, 'public.engagements'::regclass)$q$),
    (602, 'policies that let every signed-in user in', 'persons.id', $q$select count(*) as n from pg_policies where schemaname = 'public' and 'authenticated' = any (roles)$q$),
    (603, 'foreign keys that stand on persons (id)', 'persons.id', $q$select count(*) as n from pg_constraint where contype = 'f' and confrelid = 'public.persons'::regclass$q$),
    (604, 'sequences behind their table', 'campaign_groups.id', $q$
      select count(*) as n from campaign_groups_id_seq where not is_called and exists (select from campaign_groups)$q$)
)
select
  c.hazard,
  case
    when not exists (
      select
      from pg_attribute a
      where a.attrelid = to_regclass('public.' || split_part(c.needs, '.', 1))
        and a.attname = split_part(c.needs, '.', 2)
        and not a.attisdropped
    ) then null
    else (xpath('/row/n/text()', query_to_xml(
      case when c.query ~ '\m(keyed|post_keys)\M' then s.keyed else '' end || c.query, false, true, ''
    )))[1]::text::bigint
  end as rows
from checks c
cross join shared s
order by c.ordinal;
