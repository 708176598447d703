-- Figures that nobody can have counted, that do not fit, that are below zero or not there.
alter table posts add column impressions bigint, add column views bigint, add column clicks bigint;
update posts set impressions = 9000000000000000000, views = -5 where id = 6;
alter table ads alter impressions type bigint, alter spend type numeric;
update ads set impressions = 2000000000000, spend = 50000000000 where id = 1;
update ads set spend = 12.125, clicks = 3 where id = 2;
alter table linkedin_connections alter api_call_limit type bigint, alter daily_api_calls type bigint;
update linkedin_connections set api_call_limit = 3000000000, daily_api_calls = 3000000000;
update linkedin_connections set api_call_limit = null where name = (select min(name) from linkedin_connections);

-- after
select 'impressions that nobody counted' as name, 'null 0 null 9000000000000000000' as expected,
  concat_ws(' ', coalesce(impressions::text, 'null'), views, coalesce(clicks::text, 'null'), extra ->> 'impressions') as actual from public.posts where id = 6
union all
select 'negative figures are kept', '-5', extra ->> 'views' from public.posts where id = 6
union all
select 'ads', '2000000000000 50000000000', concat_ws(' ', extra ->> 'impressions', extra ->> 'spend') from public.ads where id = 1
union all
select 'a point is no thousands'' mark', '12.1250', spend::text from public.ad_metrics_daily where ad_id = 2
union all
select 'limits of connections', '0 4', concat_ws(' ', count(api_call_limit), count(*) filter (where extra ->> 'api_call_limit' = '3000000000')) from public.linkedin_connections
where name not like 'Cookies of%';
