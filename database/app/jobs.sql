-- Jobs and the calendar, as lists that a person reads.

create view app.job_status_summary with (security_invoker = true) as
  select tenant_id, kind, state, count(*)::int as jobs, min(run_at) filter (where state = 'pending') as next_run,
    max(finished_at) as last_finished, coalesce(sum(cost), 0) as cost, coalesce(sum(found), 0)::bigint as found
  from public.scraping_jobs
  group by 1, 2, 3;
comment on view app.job_status_summary is 'Scraping jobs by kind and state.';

create view app.campaign_calendar with (security_invoker = true) as
  select k.tenant_id, k.id as entry_id, k.scheduled_at, (k.scheduled_at at time zone t.time_zone)::date as day, k.title, k.status, k.content_type,
    k.is_paid, k.budget, k.campaign_id, c.name as campaign, k.strategy_id, s.name as strategy, k.strategy_slot, k.post_id, p.url as post_url
  from public.content_calendar k
  join public.tenants t on t.id = k.tenant_id
  left join public.campaigns c on c.tenant_id = k.tenant_id and c.id = k.campaign_id
  left join public.campaign_strategies s on s.tenant_id = k.tenant_id and s.id = k.strategy_id
  left join public.posts p on p.tenant_id = k.tenant_id and p.id = k.post_id;
comment on view app.campaign_calendar is 'The content calendar with names: campaign, strategy, post.';
