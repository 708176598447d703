-- Only 02a lets these in: targets of people who are gone, one of them with an id that no integer can hold.
insert into targets (id, tenant_id, person_id, persona_id, match_score, match_criteria, is_active, manually_added, created_date, updated_date) values
  ('b2000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 4711, 'a0000000-0000-4000-8000-000000000001', 0.80, '{"auto": true}', true, false, '2025-02-05 08:00+00', '2025-02-05 08:00+00'),
  ('b2000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 4712, 'a0000000-0000-4000-8000-000000000002', 1.00, '{"manual": true}', true, true, '2025-02-05 08:00+00', '2025-02-05 08:00+00'),
  ('b2000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-0000000000a2', 9000000001, 'a0000000-0000-4000-8000-000000000006', 1.00, '{"manual": true}', true, true, '2025-02-05 08:00+00', '2025-02-05 08:00+00'),
  ('b2000000-0000-4000-8000-000000000004', null, -1, 'a0000000-0000-4000-8000-000000000003', null, null, false, false, null, null);
