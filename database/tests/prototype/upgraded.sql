-- What must hold of a database of the prototype after the upgrade: one row for each check with what the prototype's own
-- rows say (they stay in the schema prototype) and what Rapport's tables hold.  `ok` must be true everywhere.  One
-- statement, so any client can run it; a check of what a stage lacks is not listed.  Run it as the owner.
with shared (keyed) as (
  -- Engagements with the post and the human that they are about, as hazards.sql counts them: the pairs of people are
  -- written out, because the normalisation of addresses is what is being tested.  3 4, 13 14 and 15 16 share an address,
  -- and 2 is 1 where linkedin_profile_url is there to say so.
  select format($q$
    with p as (select id, coalesce(tenant_id, '00000000-0000-0000-0000-000000000001') as tenant_id,
        substring(concat_ws(' ', url, linkedin_url) from '(?:activity|share|ugcPost)[:-](\d{15,})') as urn from prototype.posts),
    post_keys as (select id, tenant_id, case when urn is null then id else min(id) over (partition by tenant_id, urn) end as post_id from p),
    people as (select id, coalesce(tenant_id, '00000000-0000-0000-0000-000000000001') as tenant_id, name,
        case id when 2 then %s when 4 then 3 when 14 then 13 when 16 then 15 else id end as person_id,
        linkedin_url ~ '/company/' as is_page, name is not distinct from 'LinkedIn Member' as is_hidden from prototype.persons),
    keyed as (
      select e.*, k.tenant_id as post_tenant, k.post_id as kept_post, q.tenant_id as person_tenant, q.person_id as kept_person,
        case e.engagement_type when 'repost' then 'share' else e.engagement_type end as kind,
        case when e.engagement_type = 'comment' then coalesce(e.comment_text, '') else '' end as what,
        e.person_id is not null and not q.is_page and not q.is_hidden and k.tenant_id = q.tenant_id and e.engagement_type <> 'view' as has_a_place
      from prototype.engagements e
      left join post_keys k on k.id = e.post_id
      left join people q on q.id = e.person_id
    )
  $q$, case when exists (select from pg_attribute where attrelid = to_regclass('prototype.persons') and attname = 'linkedin_profile_url') then 1 else 2 end)
),
checks (ordinal, name, needs, expected, actual) as (
  values
    -- Nothing is lost, and the books say where it is.
    (101, 'tenants: every tenant that a row names exists', 'persons', $q$
      select count(distinct tenant_id) as n from (
        select tenant_id from prototype.persons union select tenant_id from prototype.posts union select tenant_id from prototype.engagements
        union select id from prototype.tenants union select '00000000-0000-0000-0000-000000000001') x$q$,
      'select count(*) as n from public.tenants'),
    (102, 'tenants: slugs are distinct and the default tenant''s is "default"', 'tenants', 'select 1 as n',
      $q$select count(*) as n from public.tenants where slug = 'default' and id = '00000000-0000-0000-0000-000000000001'$q$),
    (103, 'ledger: every row that was taken over is where the ledger says', 'persons', $q$
      select count(*) as n from prototype.adoption where target_table in ('persons', 'posts', 'engagements', 'campaigns', 'companies')$q$, $q$
      select count(*) as n from prototype.adoption l where case l.target_table
        when 'persons' then exists (select from public.persons t where t.tenant_id = l.tenant_id and t.id::text = l.target_key)
        when 'posts' then exists (select from public.posts t where t.tenant_id = l.tenant_id and t.id::text = l.target_key)
        when 'engagements' then exists (select from public.engagements t where t.tenant_id = l.tenant_id and t.id::text = l.target_key)
        when 'campaigns' then exists (select from public.campaigns t where t.tenant_id = l.tenant_id and t.id::text = l.target_key)
        when 'companies' then exists (select from public.companies t where t.tenant_id = l.tenant_id and t.id::text = l.target_key) end$q$),
    (104, 'leftovers: every row that was set aside is there, whole', 'persons',
      $q$select count(*) as n from prototype.adoption where outcome = 'set aside'$q$,
      $q$select count(*) as n from public.migration_leftovers m join prototype.adoption l on l.source_table = m.source_table and l.source_key = m.source_key
        and l.outcome = 'set aside' and l.detail = m.reason$q$),
    -- People and companies.
    (201, 'persons: one for each human, no page, nobody who hides', 'persons', 'keyed select count(distinct person_id) as n from people where not is_page and not is_hidden',
      'select count(*) as n from public.persons'),
    (202, 'persons: their ids, and tenant null is the default tenant', 'persons',
      'keyed select count(distinct person_id) as n from people where not is_page and not is_hidden',
      $q$select count(*) as n from public.persons p join prototype.persons o on o.id = p.id and coalesce(o.tenant_id, '00000000-0000-0000-0000-000000000001') = p.tenant_id$q$),
    (203, 'persons: an opaque id is an identity, letter by letter', 'persons', $q$
      select count(distinct m[1]) as n from prototype.persons, regexp_matches(linkedin_url, '(AC[ow]AA\w+)') m$q$,
      $q$select count(*) as n from public.person_identities where kind in ('member_id', 'sales_nav_id')$q$),
    (204, 'persons: slugs are decoded and in lower case', 'persons', 'select 0 as n',
      $q$select count(*) as n from public.person_identities where kind = 'slug' and (value <> lower(value) or value ~ '[%/?]')$q$),
    (205, 'persons: the words of humans about people', 'persons.title_override', $q$
      select count(*) as n from prototype.persons where btrim(title_override) <> '' or btrim(company_override) <> ''$q$,
      'select count(*) as n from public.persons where title_override is not null or company_override is not null'),
    (206, 'persons: notable, in either word', 'persons.notable', $q$
      select count(*) as n from prototype.persons p where notable or (to_jsonb(p) ->> 'is_notable')::boolean$q$, 'select count(*) as n from public.persons where is_notable'),
    (207, 'persons: a column of the user''s is in extra', 'persons.my_crm_id', 'select count(distinct my_crm_id) as n from prototype.persons',
      $q$select count(distinct extra ->> 'my_crm_id') as n from public.persons$q$),
    (208, 'persons: no new person takes an old row''s id', 'persons', 'select 1 as n',
      $q$select (max(coalesce(pg_sequence_last_value('public.persons_id_seq'), 0)) >= (select coalesce(max(id), 0) from prototype.persons))::int as n from generate_series(1, 1)$q$),
    (209, 'companies: their ids, and a page among the people is one too', 'companies', $q$
      select count(*) + (select count(*) from prototype.persons where linkedin_url ~ '/company/vandelay-fict') as n from prototype.companies$q$, 'select count(*) as n from public.companies'),
    (210, 'companies: name_key is what the product would write', 'companies', 'select 0 as n', 'select count(*) as n from public.companies where name_key <> app.company_key(name)'),
    -- Posts and campaigns.
    (301, 'posts: one for each activity, share and ugcPost', 'posts', 'keyed select count(distinct post_id) as n from post_keys', 'select count(*) as n from public.posts'),
    (302, 'posts: every urn is an id', 'posts', $q$
      select count(distinct (coalesce(tenant_id, '00000000-0000-0000-0000-000000000001'), m[1])) as n from prototype.posts,
        regexp_matches(concat_ws(' ', url, linkedin_url), '(?:activity|share|ugcPost)[:-](\d{15,})') m$q$,
      'select count(activity_id) + count(share_id) + count(ugc_post_id) as n from public.posts'),
    (303, 'campaigns: links to posts of their own tenant', 'posts', $q$keyed
      select count(distinct (x.campaign_id, k.post_id)) as n from (
        select campaign_id, id as post_id from prototype.posts where campaign_id is not null
        union select campaign_id, post_id from prototype.ads where campaign_id is not null and post_id is not null) x
      join post_keys k on k.id = x.post_id
      join prototype.campaigns c on c.id = x.campaign_id and coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') = k.tenant_id$q$,
      'select count(*) as n from public.campaign_posts'),
    (304, 'campaigns: all', 'campaigns', 'select count(*) as n from prototype.campaigns', 'select count(*) as n from public.campaigns c join prototype.campaigns o on o.id = c.id'),
    (305, 'campaigns: money that is money, cents included', 'campaigns.budget', $q$
      select coalesce(round(sum(case id when 1 then 5000 when 4 then case when budget::text like '€%' then 12500 else 12000.50 end
        when 7 then case when budget::text = '' then 0 else 1 end else 0 end) * 100), 0)::bigint as n
      from prototype.campaigns$q$, 'select coalesce(sum(budget) * 100, 0)::bigint as n from public.campaigns'),
    (306, 'campaigns: strategies of their own tenant', 'campaigns.strategy_id', $q$
      select count(*) as n from prototype.campaigns c join prototype.campaign_strategies s on s.id = c.strategy_id
      where coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') = coalesce(s.tenant_id, '00000000-0000-0000-0000-000000000001')$q$,
      'select count(strategy_id) as n from public.campaigns'),
    (307, 'ads: all that have a campaign, in its tenant', 'ads', 'select count(campaign_id) as n from prototype.ads',
      $q$select count(*) as n from public.ads a join prototype.campaigns c on c.id = a.campaign_id and coalesce(c.tenant_id, '00000000-0000-0000-0000-000000000001') = a.tenant_id$q$),
    (308, 'ads: impressions, clicks and spend add up', 'ads',
      'select coalesce(sum(coalesce(impressions, 0) + coalesce(clicks, 0) + greatest(coalesce(spend, 0), 0) * 100), 0)::bigint as n from prototype.ads where campaign_id is not null',
      'select coalesce(sum(impressions + clicks + spend * 100), 0)::bigint as n from public.ad_metrics_daily'),
    (309, 'segments: rows of either shape', 'audience_segments', 'select count(*) as n from prototype.audience_segments', 'select count(*) as n from public.audience_segments'),
    (310, 'segments: none means everybody', 'audience_segments', 'select 0 as n', $q$select count(*) as n from public.audience_segments where rule = '{}'$q$),
    (311, 'post_audiences: noted with the posts', 'post_audiences', $q$keyed
      select count(distinct (k.post_id, a.audience_id)) as n from (
        select post_id, audience_id from prototype.post_audiences
        union select id, primary_audience_id from prototype.posts where primary_audience_id <> '') a join post_keys k on k.id = a.post_id$q$,
      $q$select coalesce(sum(jsonb_array_length(extra -> 'audiences')), 0) as n from public.posts$q$),
    -- Engagements.
    (401, 'engagements: one for each post, person and kind', 'engagements',
      'keyed select count(distinct (kept_post, kept_person, kind, what)) as n from keyed where has_a_place', 'select count(*) as n from public.engagements'),
    (402, 'engagements: merged', 'engagements', 'keyed select count(*) - count(distinct (kept_post, kept_person, kind, what)) as n from keyed where has_a_place',
      $q$select count(*) as n from prototype.adoption where source_table = 'engagements' and outcome = 'merged'$q$),
    (403, 'engagements: set aside', 'engagements', 'keyed select count(*) as n from keyed where has_a_place is not true',
      $q$select count(*) as n from prototype.adoption where source_table = 'engagements' and outcome = 'set aside'$q$),
    (404, 'engagements: the oldest of doubled rows', 'engagements', 'select count(*) as n from public.engagements', $q$keyed
      select count(*) as n from public.engagements e
      where e.id = (select k.id from keyed k join keyed o on o.id = e.id where k.has_a_place and (k.kept_post, k.kept_person, k.kind, k.what) = (o.kept_post, o.kept_person, o.kind, o.what)
        order by k.engaged_at nulls last, k.id limit 1)$q$),
    (405, 'engagements: reactions under our names', 'engagements', $q$
      select count(*) as n from public.engagements where engagement_type = 'reaction'$q$, $q$
      select count(*) as n from public.engagements e join prototype.engagements o on o.id = e.id
      where e.reaction_type::text = case lower(o.reaction_type) when 'like' then 'like' when 'celebrate' then 'praise' when 'love' then 'empathy' when 'insightful' then 'interest'
        when 'support' then 'appreciation' when 'funny' then 'entertainment' when 'curious' then 'maybe' else 'other' end$q$),
    (406, 'engagements: known since the import and no better', 'engagements', 'select count(*) as n from public.engagements',
      $q$select count(*) as n from public.engagements where time_basis = 'first_seen' and source = 'prototype' and engaged_on = (engaged_at at time zone 'UTC')::date$q$),
    -- Personas, targets, strategies.
    (501, 'personas: all, beside the samples', 'personas', 'select count(*) as n from prototype.personas', 'select count(*) as n from public.personas q join prototype.personas o on o.id = q.id'),
    (502, 'personas: criteria that the product accepts', 'personas', 'select 0 as n', 'select count(app.criteria_error(criteria)) as n from public.personas'),
    (503, 'targets: by hand, of a person who is one, in one tenant: pinned or excluded', 'targets', $q$keyed
      select count(distinct (p.person_id, t.persona_id)) as n from prototype.targets t join people p on p.id = t.person_id and not p.is_page and not p.is_hidden
      join prototype.personas q on q.id = t.persona_id and coalesce(q.tenant_id, '00000000-0000-0000-0000-000000000001') = p.tenant_id where t.manually_added$q$,
      'select count(*) as n from public.targets where manually_added and (pinned or excluded)'),
    (504, 'targets: whose person does not exist, in the leftovers', 'targets', 'select count(*) as n from prototype.targets where person_id not in (select id from prototype.persons)',
      $q$select count(*) as n from public.migration_leftovers where source_table = 'targets' and reason = 'The person of this target does not exist.'$q$),
    (505, 'targets: automatic ones are matched again, not copied', 'targets', 'select 0 as n',
      'select count(*) as n from public.targets where not manually_added and receipt = ''{}'''),
    (506, 'strategies: all, beside the templates', 'campaign_strategies', 'select count(*) as n from prototype.campaign_strategies',
      'select count(*) as n from public.campaign_strategies q join prototype.campaign_strategies o on o.id = q.id'),
    (507, 'pairs of persona and strategy of one tenant', 'persona_strategies', $q$
      select count(*) as n from prototype.persona_strategies ps join prototype.personas q on q.id = ps.persona_id join prototype.campaign_strategies s on s.id = ps.strategy_id
      where coalesce(q.tenant_id, '00000000-0000-0000-0000-000000000001') = coalesce(s.tenant_id, '00000000-0000-0000-0000-000000000001')$q$,
      'select count(*) as n from public.persona_strategies'),
    (508, 'calendar: all', 'content_calendar', 'select count(*) as n from prototype.content_calendar', 'select count(*) as n from public.content_calendar'),
    (509, 'custom audiences: all', 'custom_audiences', 'select count(*) as n from prototype.custom_audiences', 'select count(*) as n from public.custom_audiences'),
    -- The service.
    (601, 'connections: all, unverified', 'linkedin_connections', 'select count(*) as n from prototype.linkedin_connections',
      $q$select count(*) as n from public.linkedin_connections c join prototype.linkedin_connections o on o.id = c.id where c.status = 'unverified' and c.sealed_credentials is null$q$),
    (602, 'cookies: all, empty', 'linkedin_cookies', 'select count(*) as n from prototype.linkedin_cookies', 'select count(*) as n from public.linkedin_cookies where sealed_jar is null'),
    (603, 'jobs: all, and none of them waits or runs', 'scraping_jobs', 'select count(*) as n from prototype.scraping_jobs',
      $q$select count(*) as n from public.scraping_jobs where state in ('completed', 'failed', 'cancelled')$q$),
    (604, 'imports: all', 'csv_imports', 'select count(*) as n from prototype.csv_imports', 'select count(*) as n from public.csv_imports'),
    (605, 'credentials of cookies are in no table of ours', 'linkedin_cookies', 'select 0 as n', $q$
      select count(*) as n from prototype.linkedin_cookies k
      join (select c::text as t from public.linkedin_connections c union all select c::text from public.linkedin_cookies c union all select m::text from public.migration_leftovers m
        union all select m::text from public.migration_report m union all select a::text from prototype.adoption a) x on position(k.encrypted_cookie in x.t) > 0$q$),
    (606, 'credentials of connections are in no table of ours', 'linkedin_connections', 'select 0 as n', $q$
      select count(*) as n from (select nullif(encrypted_cookies, '') as secret from prototype.linkedin_connections union all select nullif(api_token, '') from prototype.linkedin_connections) k
      join (select c::text as t from public.linkedin_connections c union all select c::text from public.linkedin_cookies c union all select m::text from public.migration_leftovers m
        union all select m::text from public.migration_report m union all select a::text from prototype.adoption a) x on position(k.secret in x.t) > 0$q$),
    -- Figures and doors.
    (701, 'metrics: no difference from a recount', null, 'select 0 as n', 'select sum(missing + wrong) as n from app.differences()'),
    (702, 'matching: no difference from the truth', null, 'select 0 as n', 'select count(*) as n from app.matching_differences()'),
    (703, 'no work is left undone', null, 'select 0 as n', 'select count(*) as n from public.pending_work'),
    (704, 'prototype: closed to everybody but its owner', 'persons', 'select 0 as n', $q$
      select count(*) as n from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'prototype'::regnamespace and a.grantee <> c.relowner$q$),
    (705, 'prototype: row security on every table', 'persons', $q$select count(*) as n from pg_class where relnamespace = 'prototype'::regnamespace and relkind = 'r'$q$,
      $q$select count(*) as n from pg_class where relnamespace = 'prototype'::regnamespace and relkind = 'r' and relrowsecurity$q$),
    (706, 'prototype: neither of its row triggers, no open policy', 'persons', 'select 0 as n', $q$
      select (select count(*) from pg_trigger t join pg_proc p on p.oid = t.tgfoid where not tgisinternal and tgrelid in ('prototype.persons'::regclass, 'prototype.engagements'::regclass)
          and p.proname in ('auto_match_new_people_to_personas', 'update_campaign_metrics_on_engagement'))
        + (select count(*) from pg_policies where schemaname = 'prototype' and qual = 'true') as n$q$),
    (707, 'nothing in public hides a view or function of app', null, 'select 0 as n', $q$
      select (select count(*) from pg_class p join pg_class a on a.relname = p.relname where p.relnamespace = 'public'::regnamespace and a.relnamespace = 'app'::regnamespace and a.relkind = 'v')
        + (select count(*) from pg_proc p join pg_proc a on a.proname = p.proname where p.pronamespace = 'public'::regnamespace and a.pronamespace = 'app'::regnamespace) as n$q$),
    (708, 'no table of ours is open to anon, authenticated or public', 'persons', 'select 0 as n', $q$
      select count(*) as n from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and c.relname = any (app.own_tables())
        and a.grantee <> c.relowner and coalesce((select rolname from pg_roles where oid = a.grantee), 'public') <> 'rapport_app'$q$),
    (801, 'a user''s table keeps its rows, and its key to people', 'public.my_notes', 'select count(*) as n from prototype.persons p join public.my_notes n on n.person_id = p.id',
      'select count(*) as n from public.my_notes'),
    (802, 'a user''s view still answers', 'public.my_people', 'select count(*) as n from prototype.persons', 'select count(*) as n from public.my_people')
),
present as (
  select c.ordinal, c.name,
    case when c.expected like 'keyed%' then s.keyed || substr(c.expected, 6) else c.expected end as expected,
    case when c.actual like 'keyed%' then s.keyed || substr(c.actual, 6) else c.actual end as actual
  from checks c cross join shared s
  where c.needs is null
    or c.needs like 'public.%' and to_regclass(c.needs) is not null
    or c.needs not like 'public.%' and to_regclass('prototype.' || split_part(c.needs, '.', 1)) is not null and (
      split_part(c.needs, '.', 2) = '' or exists (
        select from pg_attribute a where a.attrelid = to_regclass('prototype.' || split_part(c.needs, '.', 1)) and a.attname = split_part(c.needs, '.', 2)))
  union all
  -- For every table of the prototype: rows = adopted + converted + merged + set aside.  (Its materialized view is replaced.)
  select 1, 'rows of ' || c.relname, format('select count(*) as n from prototype.%I', c.relname),
    format('select coalesce(sum(rows), -1) as n from public.migration_report where source_table = %L and (outcome = ''replaced'') = %L', c.relname, c.relkind = 'm')
  from pg_class c
  where c.relnamespace = to_regnamespace('prototype') and c.relkind in ('r', 'm', 'p') and c.relname not in ('adoption', 'bystanders')
),
counted as (
  select ordinal, name,
    (xpath('/row/n/text()', query_to_xml(expected, false, true, '')))[1]::text::bigint as expected,
    (xpath('/row/n/text()', query_to_xml(actual, false, true, '')))[1]::text::bigint as actual
  from present
)
select name as "check", expected, actual, expected is not distinct from actual and expected is not null as ok
from counted
order by ordinal, name;
