-- Rows of the strategy migration (03). The first strategy fills every column, the third none that may be empty.
insert into campaign_strategies (
  id, tenant_id, name, description, strategy_type, target_personas, target_segments, content_themes, content_mix,
  posting_frequency, best_times, primary_kpi, success_metrics, benchmark_metrics, budget_range, required_assets,
  duration_days, post_templates, example_campaigns, is_active, created_date, updated_date
) values
  ('50000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'Thought leadership', 'Show what we know', 'awareness', array['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000099']::uuid[], array['seg-design-leaders'], array['design', 'money "talk"'], '{"educational": 60, "promotional": 20, "personal": 20}', '3x per week', '["Tue 09:00", "Thu 16:00"]', 'engagement_rate', '{"engagement_rate": 0.04, "new_followers": 100}', '{"engagement_rate": 0.02}', '{"min": 1000, "max": 5000, "currency": "EUR"}', array['photos', 'video'], 90, '[{"title": "How we", "body": "…"}]', '[{"name": "Spring launch"}]', true, '2025-01-30 08:00+00', '2025-02-28 08:00+00'),
  ('50000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 'Offer, offer, offer', null, 'conversion', '{}', '{}', '{}', '{"educational": 50, "promotional": 70}', 'daily', '{"monday": "late"}', 'leads', '[]', '{}', '{"min": 5000, "max": 1000}', '{}', 0, '{}', '"none"', true, '2025-01-31 08:00+00', '2025-01-31 08:00+00'),
  ('50000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-000000000001', 'Empty', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
  ('50000000-0000-4000-8000-000000000004', '00000000-0000-0000-0000-0000000000a2', 'Hiring', 'People', 'retention', array['a0000000-0000-4000-8000-000000000006']::uuid[], null, array['culture'], 'null', '1', 'null', 'Applications', '"many"', 'null', '"about 2k"', null, 30, '[]', '[]', true, '2025-02-01 08:00+00', '2025-02-01 08:00+00'),
  ('50000000-0000-4000-8000-000000000005', null, 'Nobody''s strategy 🧭', '', 'Branding', null, null, null, '["educational", "promotional"]', null, null, 'engagement_rate', null, null, '[1000, 2000]', null, -7, null, null, false, '2025-02-02 08:00+00', '2025-02-02 08:00+00');

-- The third pair crosses tenants; the fourth was scored out of ten.
insert into persona_strategies (persona_id, strategy_id, relevance_score, notes, created_date) values
  ('a0000000-0000-4000-8000-000000000001', '50000000-0000-4000-8000-000000000001', 0.95, 'Works "well"', '2025-02-03 08:00+00'),
  ('a0000000-0000-4000-8000-000000000006', '50000000-0000-4000-8000-000000000004', 0.50, null, '2025-02-03 08:00+00'),
  ('a0000000-0000-4000-8000-000000000006', '50000000-0000-4000-8000-000000000001', null, '', '2025-02-03 08:00+00'),
  ('a0000000-0000-4000-8000-000000000002', '50000000-0000-4000-8000-000000000002', 8.50, 'out of 10', '2025-02-03 08:00+00'),
  ('a0000000-0000-4000-8000-000000000007', '50000000-0000-4000-8000-000000000005', 0.00, null, null);

-- The last row has a state of its own, the third one belongs to nobody and points into two tenants.
insert into content_calendar (id, tenant_id, title, description, scheduled_date, status, content_type, post_id, campaign_id, strategy_id, is_paid, budget, notes, created_date, updated_date) values
  ('cc000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'Launch post', 'The day', '2025-02-26 08:00+00', 'published', 'article', 1, 1, '50000000-0000-4000-8000-000000000001', false, null, E'said "go"\nby mail', '2025-02-01 08:00+00', '2025-02-26 08:00+00'),
  ('cc000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 'Idea 💡', null, '2025-04-01 00:00+00', 'scheduled', 'video', 9, 2, '50000000-0000-4000-8000-000000000002', true, 150.00, null, '2025-02-01 08:00+00', '2025-02-01 08:00+00'),
  ('cc000000-0000-4000-8000-000000000003', null, null, null, null, 'draft', null, 7, 1, null, null, -5.00, null, null, null),
  ('cc000000-0000-4000-8000-000000000004', '00000000-0000-0000-0000-0000000000a2', 'Hooli story', '', '2025-03-05 08:00+00', 'cancelled', 'image', 7, 4, '50000000-0000-4000-8000-000000000004', false, 0, '', '2025-02-01 08:00+00', '2025-02-01 08:00+00'),
  ('cc000000-0000-4000-8000-000000000005', '00000000-0000-0000-0000-000000000001', 'Someday', null, null, 'idea', 'poll', null, null, null, false, null, null, '2025-02-01 08:00+00', '2025-02-01 08:00+00');

-- Post 1 and the calendar agree; post 6 names a row that names post 7; post 9 disagrees about the day.
update posts set scheduled_date = '2025-02-26 08:00+00', campaign_strategy = 'Thought leadership', content_calendar_id = 'cc000000-0000-4000-8000-000000000001' where id = 1;
update posts set campaign_strategy = 'no such strategy', content_calendar_id = 'cc000000-0000-4000-8000-000000000003' where id = 6;
update posts set scheduled_date = '2025-04-15 08:00+00', campaign_strategy = '', content_calendar_id = 'cc000000-0000-4000-8000-000000000002' where id = 9;

insert into custom_audiences (id, tenant_id, name, description, companies, job_titles, job_functions, seniority_levels, industries, company_sizes, locations, skills, estimated_reach, created_date, updated_date) values
  ('ca000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'Designers in Berlin', 'For the launch', array['Globex', 'Initech'], array['Head of Design'], array['Arts and Design'], array['Director', 'VP'], array['Computer Software'], array['51-200'], array['Berlin, Germany'], array['Figma "pro"'], 45000, '2025-02-01 08:00+00', '2025-02-02 08:00+00'),
  ('ca000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-0000000000a2', 'Hooli 🎯', null, '{}', null, array['no such function'], array['Chief'], array['Internet'], array['huge'], null, null, -1, '2025-02-01 08:00+00', '2025-02-01 08:00+00'),
  ('ca000000-0000-4000-8000-000000000003', null, '', null, null, null, null, null, null, null, null, null, null, null, null);

-- Every credential is a placeholder; one was never encrypted, as happened where no key was set.
insert into linkedin_connections (id, tenant_id, name, connection_type, account_name, encrypted_cookies, api_token, status, last_validated, last_api_call, daily_api_calls, api_call_limit, is_active, created_date, updated_date) values
  ('1c000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'Ada''s profile', 'personal', 'ada-example-fict', 'encrypted:not-a-secret-jar-1', null, 'active', '2025-03-16 08:00+00', '2025-03-17 09:00+00', 42, 100, true, '2025-01-05 08:00+00', '2025-03-17 09:00+00'),
  ('1c000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 'Globex page', 'company_page', 'globex-fict', null, 'encrypted:not-a-secret-token-2', 'expired', '2024-12-01 08:00+00', null, 0, 500, false, '2025-01-05 08:00+00', '2025-01-05 08:00+00'),
  ('1c000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-000000000001', 'Campaign Manager', 'campaign_manager', '600001', '', 'encrypted:not-a-secret-token-3', 'error', null, null, -1, 0, true, '2025-01-05 08:00+00', '2025-01-05 08:00+00'),
  ('1c000000-0000-4000-8000-000000000004', '00000000-0000-0000-0000-0000000000a2', 'Apify', 'apify', null, null, 'plain-placeholder-not-a-token-4', 'active', null, '2025-03-17 09:00+00', 9999, null, true, '2025-01-05 08:00+00', '2025-01-05 08:00+00'),
  ('1c000000-0000-4000-8000-000000000005', null, 'Old "thing"', 'cookie', null, '[{"name": "li_at", "value": "placeholder-not-a-cookie"}]', null, null, null, null, null, null, null, null, null);
