-- Ads: what is shown for money, and what reports say of it.

-- Ads as programs see them: what was said of them, and what reports say.
--! ad_items (ad?, campaign?, status?, search?, after_key?, after_id?) : ()
with items as (
  select a.id, jsonb_build_object('id', a.id, 'name', a.name, 'campaign_id', a.campaign_id, 'campaign', c.name, 'status', a.status, 'post_id', a.post_id,
    'segment_id', a.audience_segment_id, 'linkedin_ad_id', a.linkedin_ad_id, 'headline', a.headline, 'introduction', a.introduction,
    'click_url', a.click_url, 'start_date', a.start_date, 'end_date', a.end_date, 'created_at', a.created_at, 'updated_at', a.updated_at) as said,
    to_jsonb(n) - array['tenant_id', 'ad_id'] as counted
  from ads a
  join campaigns c on c.tenant_id = a.tenant_id and c.id = a.campaign_id
  join ad_counters n on n.tenant_id = a.tenant_id and n.ad_id = a.id
  where (:ad::integer is null or a.id = :ad)
    and (:campaign::integer is null or a.campaign_id = :campaign)
    and (:status::text is null or a.status = :status::text::campaign_status)
    and (:search::text is null or position(fold_case(:search) in fold_case(concat_ws(' ', a.name, a.headline, a.introduction, c.name))) > 0)
),
keyed as (select id, said, counted, app.sort_key(counted || said, :sort) as key from items)
select id, key, said || jsonb_build_object('metrics', counted) as item
from keyed
where :after_id::integer is null or case when :descending::boolean then (key, id) < (:after_key::jsonb, :after_id) else (key, id) > (:after_key::jsonb, :after_id) end
order by case when :descending then key end desc, case when not :descending then key end, case when :descending then id end desc, id
limit :most;

--! ad_exists
select exists (select from ads where id = :ad);

--! ads_by_name (campaign?)
select a.id, a.name, c.name as campaign
from ads a
join campaigns c on c.tenant_id = a.tenant_id and c.id = a.campaign_id
where (lower(a.name) = lower(:name) or a.linkedin_ad_id = :name or a.id::text = :name) and (:campaign::integer is null or a.campaign_id = :campaign)
order by a.id::text = :name desc, a.id
limit 11;

-- The periods of an ad as they were reported, the latest first.
--! ad_periods (before?) : ()
select m.day, jsonb_build_object('day', m.day, 'last_day', m.last_day, 'currency', m.currency, 'spend', m.spend, 'impressions', m.impressions,
  'clicks', m.clicks, 'reactions', m.reactions, 'comments', m.comments, 'shares', m.shares, 'follows', m.follows, 'engagements', m.engagements,
  'leads', m.leads, 'conversions', m.conversions, 'reach', m.reach, 'source', m.source, 'import_id', m.import_id) as item
from ad_metrics_daily m
where m.ad_id = :ad and (:before::date is null or m.day < :before)
order by m.day desc
limit :most;

--! check_ad (ad?)
select coalesce(app.check_ad(:ad, :said)::text, '') as nothing;

--! create_ad
insert into ads (campaign_id, post_id, audience_segment_id, name, status, linkedin_ad_id, headline, introduction, click_url, start_date, end_date)
select n.campaign_id, n.post_id, n.audience_segment_id, n.name, coalesce(n.status, 'active'), n.linkedin_ad_id, n.headline, n.introduction, n.click_url,
  n.start_date, n.end_date
from jsonb_populate_record(null::ads, :said) n
returning id;

--! hold_ad
select id from ads where id = :ad for no key update;

-- What is said replaces what is there; null takes it away; what is not said stays.
--! change_ad
update ads a
set post_id = n.post_id, audience_segment_id = n.audience_segment_id, name = n.name, status = n.status, headline = n.headline,
  introduction = n.introduction, click_url = n.click_url, start_date = n.start_date, end_date = n.end_date
from ads h
cross join lateral jsonb_populate_record(h, :said) n
where h.id = :ad and a.tenant_id = h.tenant_id and a.id = h.id
returning a.name;

--! ad_contents : (spend?, currency?)
select n.periods, trim_scale(n.spend)::text as spend, n.currency from ad_counters n where n.ad_id = :ad;

--! delete_ad
with gone as (delete from ads where id = :ad returning tenant_id, id, name, campaign_id)
insert into audit_log (tenant_id, actor, event, subject, details)
select tenant_id, app.actor(), 'ad.deleted', id::text, jsonb_build_object('name', name, 'campaign', campaign_id) from gone;
