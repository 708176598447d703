-- Audience segments in the first shape (01b): ids that users typed, one of them empty and one that looks like a uuid.
insert into audience_segments (id, tenant_id, name, segment_type, revenue_filter, title_filters, company_filters, criteria, other_criteria, created_at) values
  ('seg-design-leaders', '00000000-0000-0000-0000-000000000001', 'Design leaders', 'title', '10M+', array['Head of Design', 'Design Director'], array['Globex', 'Initech LLC'], '{"min_score": 5}', '{"note": "from a workshop"}', '2025-01-05 08:00+00'),
  ('seg 2 🎯', '00000000-0000-0000-0000-000000000001', 'Two "words"', 'company', null, '{}', array['Umbrella'], '[]', null, '2025-01-06 08:00+00'),
  ('', '00000000-0000-0000-0000-000000000001', null, null, '', null, null, null, null, null),
  ('d0000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-0000000000a2', 'Hooli people', 'engagement', 'any', array['VP'], null, '{"follower_status": "follower"}', '{}', '2025-01-07 08:00+00'),
  ('nobody', null, 'Nobody''s segment', 'somewhat', 'unknown', null, null, 'null', '"text"', '2025-01-08 08:00+00');
