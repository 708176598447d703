-- The tables of Rapport.  A database may hold other tables too; nothing here touches those.

create function app.own_tables() returns text[]
language sql immutable parallel safe as $$
  select array['account_links', 'actions', 'ad_metrics_daily', 'ads', 'alerts', 'api_calls', 'api_keys', 'audience_demographics', 'audience_segments', 'audit_log',
    'campaign_daily', 'campaign_groups', 'campaign_people', 'campaign_persona_daily', 'campaign_persona_totals', 'campaign_personas', 'campaign_posts',
    'campaign_strategies', 'campaigns', 'companies', 'consents', 'content_calendar', 'countries', 'csv_imports', 'custom_audiences', 'data_keys',
    'engagement_deltas', 'engagement_weights', 'engagements', 'fold_locks', 'guess_limits', 'idempotency_keys', 'import_chunks', 'import_rejects', 'industries', 'job_accounts', 'job_schedules', 'known_devices', 'link_deltas',
    'linkedin_connections', 'linkedin_cookies', 'master_keys', 'matching_state', 'memberships', 'migration_leftovers', 'migration_report',
    'page_comments', 'page_metrics_daily', 'pages', 'pending_work', 'people_sets', 'person_engagement', 'person_events', 'person_identities', 'persona_daily', 'persona_strategies', 'personas', 'persons',
    'post_files', 'post_metrics_daily', 'post_persona_totals', 'post_totals', 'posts', 'rate_limits', 'reports', 'saved_views', 'schema_versions', 'scraping_jobs', 'sessions', 'target_deltas', 'target_events',
    'targets', 'tenants', 'upload_parts', 'uploads', 'user_identities', 'users', 'webhook_deliveries', 'webhook_endpoints', 'webhook_inbox', 'webhook_sources']
$$;
comment on function app.own_tables is 'The names of Rapport''s tables in the schema public.';
