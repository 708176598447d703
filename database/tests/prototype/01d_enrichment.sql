-- Columns that came with enrichment: a second word for `notable` beside the first, and three flags for one state.
alter table persons
  add column is_notable boolean,
  add column has_been_enriched boolean default false,
  add column needs_enrichment boolean default true,
  add column enrichment_status text default 'pending',
  add column last_enrichment_attempt timestamptz,
  add column enrichment_source text,
  add column enrichment_data jsonb,
  add column linkedin_profile_url text;

-- The default stamps the rows that are there already, so what belongs to another tenant becomes the default tenant's.
alter table ads add column tenant_id uuid default '00000000-0000-0000-0000-000000000001';
alter table linkedin_cookies add column tenant_id uuid default '00000000-0000-0000-0000-000000000001';
alter table post_audiences add column tenant_id uuid default '00000000-0000-0000-0000-000000000001';
