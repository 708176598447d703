-- The end of schema.sql: audience segments in their first shape, with an id that users typed.
create table audience_segments (
  id text primary key,
  tenant_id uuid default '00000000-0000-0000-0000-000000000001',
  name text,
  segment_type text,
  revenue_filter text,
  title_filters text[],
  company_filters text[],
  criteria jsonb,
  other_criteria jsonb,
  created_at timestamptz default now()
);

grant select, insert, update, delete on audience_segments to authenticated;
