-- Live pages: what they compare to know whether they are still true.

-- A mark for each kind of thing that pages follow, which is another one after everything of its kind that has changed.  Figures
-- change by what is logged and by nothing else, and between two folds the logs only grow.  Of lists that pages show, the latest rows
-- are enough, and those that something is done about now.
--! live_marks
select json_object_agg(m.topic, left(md5(coalesce(m.state, '')), 12) order by m.topic) as marks
from (values
  ('metrics', concat_ws(' ', tenant_today(current_tenant()), (select folds from fold_locks),
    -- A log that is longer than that is about to be folded.
    (select count(*) from (select from engagement_deltas limit 20001) d), (select count(*) from (select from link_deltas limit 20001) d),
    (select count(*) from (select from target_deltas limit 20001) d))),
  ('jobs', concat_ws(' ',
    (select string_agg(extract(epoch from updated_at)::text, ' ' order by created_at desc, id)
     from (select id, created_at, updated_at from scraping_jobs order by created_at desc limit 100) j),
    (select string_agg(extract(epoch from updated_at)::text, ' ' order by id) from scraping_jobs where state = 'running'))),
  ('imports', concat_ws(' ',
    (select string_agg(extract(epoch from updated_at)::text, ' ' order by started_at desc, id)
     from (select id, started_at, updated_at from csv_imports order by started_at desc limit 100) i),
    (select string_agg(extract(epoch from updated_at)::text, ' ' order by created_at desc, id)
     from (select id, created_at, updated_at from uploads order by created_at desc limit 100) u))),
  -- What people say of campaigns, their groups and their ads. A sum moves with each of its parts, in whatever order they are committed.
  ('campaigns', concat_ws(' ',
    (select concat_ws(' ', count(*), sum(extract(epoch from updated_at))) from campaigns),
    (select concat_ws(' ', count(*), sum(extract(epoch from created_at))) from campaign_personas),
    (select concat_ws(' ', count(*), sum(extract(epoch from updated_at))) from ads),
    (select concat_ws(' ', count(*), sum(extract(epoch from updated_at))) from campaign_groups))),
  ('reports', (select concat_ws(' ', count(*), sum(opened), count(revoked_at), sum(extract(epoch from created_at))) from reports)),
  ('connections', (select string_agg(extract(epoch from updated_at)::text, ' ' order by id) from linkedin_connections)),
  -- And what was sent last to each.
  ('endpoints', (select string_agg(concat_ws(' ', extract(epoch from e.updated_at)::text, d.state), ' ' order by e.id)
    from webhook_endpoints e
    cross join lateral (
      select string_agg(extract(epoch from updated_at)::text, ' ' order by created_at desc, id) as state
      from (select id, created_at, updated_at from webhook_deliveries where endpoint_id = e.id order by created_at desc limit 20) l) d)),
  ('alerts', (select string_agg(id::text, ' ' order by raised_at, id)
    from (select id, raised_at from alerts where resolved_at is null order by raised_at desc limit 100) a))) m(topic, state);

-- Whether somebody who listens may go on; it does not count as use.
--! session_is_open
select exists (
  select from sessions s join memberships m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
  where s.id = :session and s.expires_at > clock_timestamp()) as is_open;
