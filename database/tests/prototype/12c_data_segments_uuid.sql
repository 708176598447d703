-- Audience segments in the second shape, which 02 creates where 01b has not run. Post audience 5 names the first one.
insert into audience_segments (id, tenant_id, name, description, linkedin_segment_id, linkedin_account_id, created_date, updated_date) values
  ('d0000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'Design leaders', 'Uploaded list', '700001', '600001', '2025-01-05 08:00+00', '2025-01-06 08:00+00'),
  ('d0000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 'Design leaders', null, 'urn:li:adSegment:700002', null, '2025-01-07 08:00+00', '2025-01-07 08:00+00'),
  ('d0000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-0000000000a2', 'Hooli "people" 🎯', '', null, '600002', '2025-01-08 08:00+00', null),
  ('d0000000-0000-4000-8000-000000000004', null, '', null, null, null, null, null);
