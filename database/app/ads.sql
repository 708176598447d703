-- Ads: what Campaign Manager's reports say of groups, campaigns and ads, merged so that no day of an ad counts twice, however
-- often and however divided it is reported.

create type app.staged_ad as (
  n integer, group_id text, group_name text, group_status public.campaign_status, campaign_id text, campaign_name text,
  campaign_status public.campaign_status, campaign_type public.campaign_type, objective public.campaign_objective, objective_label text,
  budget numeric, starts_on date, ends_on date, ad_id text, ad_name text, ad_status public.campaign_status, headline text, introduction text,
  click_url text, day date, last_day date, currency text, spend numeric, impressions bigint, clicks bigint, reactions bigint, comments bigint,
  shares bigint, follows bigint, engagements bigint, leads bigint, conversions numeric, reach bigint
);
comment on type app.staged_ad is 'One ad in one period, with the campaign and the group that it belongs to.';

create function app.all_ads() returns text
language sql immutable parallel safe as $$ select 'All ads' $$;
comment on function app.all_ads is 'The name of the one ad that stands for all of a campaign, where a report does not tell them apart.';

create function app.merge_ads(tenant uuid, import uuid, origin public.data_source, rows jsonb) returns app.chunk_counts
language plpgsql volatile as $$
declare
  staged app.staged_ad;
  group_id integer;
  found_campaign integer;
  found_ad integer;
  label text;
  result app.chunk_counts := (0, 0, 0, 0, 0);
  is_there boolean;
  report record;
begin
  perform app.lock_people(tenant);
  select i.first_day, i.last_day into report from public.csv_imports i where i.tenant_id = tenant and i.id = import;
  for staged in select * from jsonb_populate_recordset(null::app.staged_ad, rows) s order by s.n loop
    -- An id decides; a name does where the line or the record has no id.  What LinkedIn says of what it knows by an id is newer
    -- than what we have.
    group_id := null;
    if staged.group_name is not null or staged.group_id is not null then
      select g.id into group_id from public.campaign_groups g
      where g.tenant_id = tenant and (g.linkedin_group_id = staged.group_id
        or ((g.linkedin_group_id is null or staged.group_id is null) and lower(g.name) = lower(staged.group_name)))
      order by (g.linkedin_group_id = staged.group_id) desc nulls last, g.id limit 1;
      if group_id is null then
        insert into public.campaign_groups (tenant_id, name, status, linkedin_group_id)
        values (tenant, coalesce(staged.group_name, staged.group_id), coalesce(staged.group_status, 'active'), staged.group_id)
        returning id into group_id;
      else
        update public.campaign_groups g
        set linkedin_group_id = coalesce(g.linkedin_group_id, staged.group_id), status = coalesce(staged.group_status, g.status),
          name = case when g.linkedin_group_id = staged.group_id then coalesce(staged.group_name, g.name) else g.name end
        where g.tenant_id = tenant and g.id = group_id
          and (g.linkedin_group_id is distinct from coalesce(g.linkedin_group_id, staged.group_id) or g.status <> coalesce(staged.group_status, g.status)
            or (g.linkedin_group_id = staged.group_id and g.name <> coalesce(staged.group_name, g.name)));
      end if;
    end if;

    select c.id into found_campaign from public.campaigns c
    where c.tenant_id = tenant and (c.linkedin_campaign_id = staged.campaign_id
      or ((c.linkedin_campaign_id is null or staged.campaign_id is null) and lower(c.name) = lower(staged.campaign_name)))
    order by (c.linkedin_campaign_id = staged.campaign_id) desc nulls last, c.id limit 1;
    if found_campaign is null then
      insert into public.campaigns (tenant_id, campaign_group_id, name, status, type, objective, objective_label, budget, currency, start_date, end_date, linkedin_campaign_id)
      values (tenant, group_id, coalesce(staged.campaign_name, staged.campaign_id), coalesce(staged.campaign_status, 'active'),
        coalesce(staged.campaign_type, 'sponsored_content'), staged.objective, staged.objective_label, staged.budget, staged.currency,
        staged.starts_on, case when staged.ends_on >= staged.starts_on then staged.ends_on end, staged.campaign_id)
      returning id into found_campaign;
    else
      update public.campaigns c
      set linkedin_campaign_id = coalesce(c.linkedin_campaign_id, staged.campaign_id), campaign_group_id = coalesce(c.campaign_group_id, group_id),
        name = n.name, type = n.type, status = coalesce(staged.campaign_status, c.status), objective = coalesce(c.objective, staged.objective),
        objective_label = coalesce(staged.objective_label, c.objective_label), budget = n.budget, currency = n.currency
      from (
        select q.id,
          case when q.linkedin_campaign_id = staged.campaign_id then coalesce(staged.campaign_name, q.name) else q.name end as name,
          -- A campaign of posts alone, of which LinkedIn now reports ads.
          case when q.type = 'organic' then 'mixed' else q.type end as type,
          -- A budget goes with its currency.
          case when staged.budget is not null then staged.budget else q.budget end as budget,
          case when staged.budget is not null or q.currency is null then coalesce(staged.currency, q.currency) else q.currency end as currency
        from public.campaigns q where q.tenant_id = tenant and q.id = found_campaign
      ) n
      where c.tenant_id = tenant and c.id = n.id
        and (c.linkedin_campaign_id, c.campaign_group_id, c.name, c.type, c.status, c.objective, c.objective_label, c.budget, c.currency) is distinct from
          (coalesce(c.linkedin_campaign_id, staged.campaign_id), coalesce(c.campaign_group_id, group_id), n.name, n.type,
          coalesce(staged.campaign_status, c.status), coalesce(c.objective, staged.objective), coalesce(staged.objective_label, c.objective_label),
          n.budget, n.currency);
    end if;

    -- A report by campaign names no ad: its figures are those of all of them.
    label := coalesce(staged.ad_name, staged.headline, staged.ad_id);
    select a.id into found_ad from public.ads a
    where a.tenant_id = tenant and (a.linkedin_ad_id = staged.ad_id
      or ((a.linkedin_ad_id is null or (staged.ad_id is null and label is not null)) and a.campaign_id = found_campaign
        and a.name = coalesce(label, app.all_ads())))
    order by (a.linkedin_ad_id = staged.ad_id) desc nulls last, a.id limit 1;
    if found_ad is null then
      insert into public.ads (tenant_id, campaign_id, name, status, linkedin_ad_id, headline, introduction, click_url)
      values (tenant, found_campaign, coalesce(label, app.all_ads()), coalesce(staged.ad_status, 'active'), staged.ad_id, staged.headline,
        staged.introduction, staged.click_url)
      returning id into found_ad;
    else
      update public.ads a set status = coalesce(staged.ad_status, a.status), linkedin_ad_id = coalesce(a.linkedin_ad_id, staged.ad_id)
      where a.tenant_id = tenant and a.id = found_ad
        and (a.status <> coalesce(staged.ad_status, a.status) or a.linkedin_ad_id is distinct from coalesce(a.linkedin_ad_id, staged.ad_id));
    end if;

    -- No day may count twice, and what is known in detail is not given up for a sum that lacks some of it.  So a row is left
    -- out that overlaps one which reaches beyond this report, or figures of the same campaign by the other division (by ad,
    -- or for all ads at once), or finer rows that add up to more.
    if exists (
      select from public.ad_metrics_daily m
      join public.ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id
      where m.tenant_id = tenant and a.campaign_id = found_campaign and m.day <= staged.last_day and m.last_day >= staged.day
        and (
          (m.ad_id = found_ad and (m.day, m.last_day) <> (staged.day, staged.last_day)
            and (m.day >= report.first_day and m.last_day <= report.last_day) is not true)
          or (a.name = app.all_ads() and a.linkedin_ad_id is null) <> (label is null)))
      or (
        select coalesce(sum(m.impressions), 0) > coalesce(staged.impressions, 0) or coalesce(sum(m.spend), 0) > coalesce(staged.spend, 0)
        from public.ad_metrics_daily m
        where m.tenant_id = tenant and m.ad_id = found_ad and m.day >= staged.day and m.last_day <= staged.last_day
          and m.last_day - m.day < staged.last_day - staged.day)
    then
      result.overlapping := result.overlapping + 1;
      continue;
    end if;
    -- Else a report says everything about its ads in its period, and replaces what other reports said of days inside of it.
    delete from public.ad_metrics_daily m
    where m.tenant_id = tenant and m.ad_id = found_ad and m.day <= staged.last_day and m.last_day >= staged.day
      and (m.day, m.last_day) <> (staged.day, staged.last_day);
    is_there := found;
    is_there := is_there or exists (select from public.ad_metrics_daily m where m.tenant_id = tenant and m.ad_id = found_ad and m.day = staged.day);
    insert into public.ad_metrics_daily as m (tenant_id, ad_id, day, last_day, currency, spend, impressions, clicks, reactions, comments, shares,
      follows, engagements, leads, conversions, reach, source, import_id)
    values (tenant, found_ad, staged.day, staged.last_day, staged.currency, coalesce(staged.spend, 0), coalesce(staged.impressions, 0), coalesce(staged.clicks, 0),
      coalesce(staged.reactions, 0), coalesce(staged.comments, 0), coalesce(staged.shares, 0), coalesce(staged.follows, 0),
      coalesce(staged.engagements, 0), coalesce(staged.leads, 0), coalesce(staged.conversions, 0), staged.reach, origin, import)
    on conflict (tenant_id, ad_id, day) do update
    set last_day = excluded.last_day, currency = excluded.currency, spend = excluded.spend, impressions = excluded.impressions, clicks = excluded.clicks,
      reactions = excluded.reactions, comments = excluded.comments, shares = excluded.shares, follows = excluded.follows,
      engagements = excluded.engagements, leads = excluded.leads, conversions = excluded.conversions, reach = excluded.reach, import_id = excluded.import_id
    where (m.last_day, m.currency, m.spend, m.impressions, m.clicks, m.reactions, m.comments, m.shares, m.follows, m.engagements, m.leads, m.conversions, m.reach)
      is distinct from (excluded.last_day, excluded.currency, excluded.spend, excluded.impressions, excluded.clicks, excluded.reactions, excluded.comments,
      excluded.shares, excluded.follows, excluded.engagements, excluded.leads, excluded.conversions, excluded.reach);
    if not found then
      result.unchanged := result.unchanged + 1;
    elsif is_there then
      result.updated := result.updated + 1;
    else
      result.created := result.created + 1;
    end if;
  end loop;
  return result;
end $$;
comment on function app.merge_ads is 'Merges a chunk of an Ad Performance report: groups, campaigns, ads, and one row of metrics an ad and period.';

create function app.link_ad_posts(tenant uuid, rows jsonb) returns bigint
language plpgsql volatile as $$
declare
  staged record;
  found_post integer;
  changed bigint := 0;
  linked integer[] := array[]::integer[];
begin
  perform app.lock_people(tenant);
  for staged in
    select a.id as ad_id, a.campaign_id, a.post_id, s.share_id, s.ugc_post_id
    from jsonb_to_recordset(rows) s(ad_id text, share_id bigint, ugc_post_id bigint)
    join public.ads a on a.tenant_id = tenant and a.linkedin_ad_id = s.ad_id
    order by a.id
  loop
    found_post := app.find_post(tenant, null, null, staged.share_id, staged.ugc_post_id);
    if found_post is null then
      insert into public.posts (tenant_id, url, share_id, ugc_post_id, posted_at, posted_at_basis, is_paid, source)
      values (tenant,
        format('https://www.linkedin.com/feed/update/urn:li:%s:%s/', case when staged.share_id is not null then 'share' else 'ugcPost' end,
          coalesce(staged.share_id, staged.ugc_post_id)),
        staged.share_id, staged.ugc_post_id, app.snowflake_time(coalesce(staged.share_id, staged.ugc_post_id)), 'derived', true, 'api')
      returning id into found_post;
    else
      update public.posts p set is_paid = true where p.tenant_id = tenant and p.id = found_post and not p.is_paid;
    end if;
    if staged.post_id is distinct from found_post then
      update public.ads a set post_id = found_post where a.tenant_id = tenant and a.id = staged.ad_id;
      changed := changed + 1;
      -- Once: whoever takes the post out of the campaign afterwards means it.
      insert into public.campaign_posts (tenant_id, campaign_id, post_id) values (tenant, staged.campaign_id, found_post) on conflict do nothing;
      if found then
        linked := linked || found_post;
      end if;
    end if;
  end loop;
  if cardinality(linked) > 0 then
    perform app.type_campaigns_by_posts(tenant, linked);
  end if;
  return changed;
end $$;
comment on function app.link_ad_posts is 'Notes down which post an ad shows, found or made, and puts it into the ad''s campaign, so that what people do with it counts there. How many ads changed.';

-- What one ad came to.  Null where nothing was ever reported: not known is not none.
create view app.ad_counters with (security_invoker = true) as
  select a.tenant_id, a.id as ad_id, m.periods, m.first_day, m.last_day, m.currency, m.spend, m.impressions, m.clicks, m.reactions, m.comments, m.shares,
    m.follows, m.engagements, m.leads, m.conversions,
    round(m.clicks / nullif(m.impressions, 0), 6) as click_through_rate,
    app.kpi_value('cost_per_click', null, null, null, null, null, null, null, m.spend, m.clicks, null) as cost_per_click
  from public.ads a
  cross join lateral (
    select count(*) as periods, min(d.day) as first_day, max(d.last_day) as last_day, sum(d.impressions) as impressions, sum(d.clicks) as clicks,
      -- Amounts in several currencies are not added up.
      case when count(distinct d.currency) <= 1 then sum(d.spend) end as spend,
      case when count(distinct d.currency) = 1 then min(d.currency) end as currency,
      sum(d.reactions) as reactions, sum(d.comments) as comments, sum(d.shares) as shares, sum(d.follows) as follows,
      sum(d.engagements) as engagements, sum(d.leads) as leads, sum(d.conversions) as conversions
    from public.ad_metrics_daily d
    where d.tenant_id = a.tenant_id and d.ad_id = a.id
  ) m;
comment on view app.ad_counters is 'What reports say of each ad, all of its periods together.';

-- Reports find an ad by LinkedIn's id, and those that tell none by its campaign and its name: whatever they decide, nobody else does,
-- or else the next one would undo it, or make a second ad and count its days twice.
create function app.check_ad(ad integer, said jsonb) returns void
language plpgsql stable parallel safe as $$
declare
  a public.ads;
  n public.ads;
  is_named_anew boolean;
begin
  select * into a from public.ads where id = ad;
  n := jsonb_populate_record(a, said);
  is_named_anew := n.name is distinct from a.name;
  if length(n.headline) > 1000 or length(n.introduction) > 10000 or length(n.click_url) > 2000 then
    raise exception 'a headline has at most 1000 characters, an introduction 10000, and an address 2000' using errcode = 'invalid_parameter_value';
  elsif n.click_url !~* '^https?://[^[:space:]]+$' then
    raise exception 'click_url is the address of a page, and begins with https:// or http://' using errcode = 'invalid_parameter_value';
  elsif n.end_date < n.start_date then
    raise exception 'an ad does not end before it starts' using errcode = 'invalid_parameter_value';
  elsif n.linkedin_ad_id is distinct from a.linkedin_ad_id and n.linkedin_ad_id !~ '^[A-Za-z0-9:_-]{1,100}$' then
    raise exception 'linkedin_ad_id is what Campaign Manager calls the ad: 1 to 100 letters, digits and : _ -' using errcode = 'invalid_parameter_value';
  elsif a.linkedin_ad_id is not null and n.status <> a.status then
    raise exception 'LinkedIn decides the status of an ad that it knows: change it there, and the next report brings it' using errcode = 'object_in_use';
  elsif is_named_anew and n.name = app.all_ads() then
    raise exception '% stands for all ads of a campaign that a report does not tell apart; choose another name', quote_literal(n.name) using errcode = 'object_in_use';
  elsif is_named_anew and exists (select from public.ad_metrics_daily m where m.tenant_id = a.tenant_id and m.ad_id = a.id and m.import_id is not null) then
    raise exception 'reports may know this ad by its name alone: under another, the next one would make a second ad' using errcode = 'object_in_use';
  elsif is_named_anew and exists (select from public.ads o where o.campaign_id = n.campaign_id and o.name = n.name and o.id is distinct from ad) then
    raise exception 'the campaign has an ad of this name, and reports would not tell the two apart' using errcode = 'object_in_use';
  end if;
end $$;
comment on function app.check_ad is 'Refuses what may not be said of an ad, or (null) of one that is to be made, in words.';
