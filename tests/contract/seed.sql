-- Forty of everything that the API's calls name, as far as there may be as many: what a call reads, changes or deletes is there.

insert into campaign_groups (name) select 'Group ' || n from generate_series(1, 40) n;
insert into campaigns (name, budget, currency) select 'Campaign ' || n, 1000, 'EUR' from generate_series(1, 40) n;
insert into personas (name, criteria) select 'Persona ' || n, '{"title": {"include": ["marketing"]}}' from generate_series(1, 40) n;
insert into companies (name, domain) select 'Company ' || n, 'company' || n || '.example' from generate_series(1, 40) n;
insert into persons (name, headline, email, company_id)
select 'Person ' || row_number() over (order by id), 'Head of marketing', 'p' || id || '@mail.example', id from companies;
insert into posts (title, url, impressions)
select 'Post ' || n, 'https://www.linkedin.com/feed/update/urn:li:activity:' || 7345012345678900000 + n || '/', 1000 from generate_series(1, 40) n;
insert into campaign_posts (campaign_id, post_id)
select c.id, p.id from campaigns c join posts p on split_part(c.name, ' ', 2) = split_part(p.title, ' ', 2);
insert into ads (campaign_id, name) select id, 'Ad of ' || name from campaigns;
insert into ad_metrics_daily (ad_id, day, last_day, currency, spend, impressions, clicks, engagements)
select id, current_date - 1, current_date - 1, 'EUR', 10.5, 5000, 20, 25 from ads;
insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at, engaged_on)
select p.id, q.id, 'reaction', 'like', now() - interval '1 day', (now() - interval '1 day')::date
from posts p join persons q on split_part(q.name, ' ', 2) = split_part(p.title, ' ', 2);
insert into audience_segments (name, rule) select 'Segment ' || n, '{}' from generate_series(1, 40) n;
insert into custom_audiences (name, targeting) select 'Audience ' || n, '{"titles": ["CEO"]}' from generate_series(1, 40) n;
insert into content_calendar (title, scheduled_at) select 'Entry ' || n, now() + n * interval '1 day' from generate_series(1, 40) n;
insert into linkedin_connections (name, type, account) select 'Connection ' || n, 'apify', 'account ' || n from generate_series(1, 40) n;
insert into scraping_jobs (kind, input, state, error, finished_at)
select 'reactions', '{"urls": ["https://www.linkedin.com/posts/p1"]}', 'dead', 'It failed', now() from generate_series(1, 40);
insert into scraping_jobs (kind, input, run_at)
select 'reactions', '{"urls": ["https://www.linkedin.com/posts/p1"]}', now() + interval '1 day' from generate_series(1, 40);
insert into job_schedules (name, kind, connection_id, input, every)
select 'Daily ' || name, 'reactions', id, '{"urls": ["https://www.linkedin.com/posts/p1"]}', '1 day' from linkedin_connections;
with i as (
  insert into csv_imports (kind, format, file_name, file_bytes, file_sha256, state, lines, rejected, finished_at)
  select 'posts', 'posts', 'posts ' || n || '.csv', 1, sha256(n::text::bytea), 'completed', 1, 1, now() from generate_series(1, 40) n returning id)
insert into import_rejects (import_id, line, reason, raw) select id, 2, 'It has no address', 'no address' from i;
with e as (
  insert into webhook_endpoints (name, url) select 'Endpoint ' || n, 'https://endpoint' || n || '.example/hook' from generate_series(1, 12) n returning id)
insert into webhook_deliveries (endpoint_id, event, facts, state, ended_at, error, response_status)
select id, 'endpoint.test', '{}', 'dead', now(), 'It answered 500', 500 from e, generate_series(1, 4);
insert into alerts (kind, message) select 'connection', 'Look at the connection' from generate_series(1, 40);
