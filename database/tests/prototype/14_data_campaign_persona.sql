-- Rows of the last migration (04). The third campaign's numbers were typed by hand.
update campaigns set strategy_id = '50000000-0000-4000-8000-000000000001' where id = 1;
update campaigns set strategy_id = '50000000-0000-4000-8000-000000000002', actual_metrics = null where id = 2;
update campaigns set actual_metrics = '{"total_engagements": "many", "leads": 3}' where id = 3;
update campaigns set strategy_id = '50000000-0000-4000-8000-000000000001' where id = 4;

-- Somebody came after the triggers worked, and is a target of all eight active personas.
insert into persons (id, tenant_id, linkedin_url, name, headline, first_seen, last_seen, created_at) values
  (27, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/olga-latecomer-fict', 'Olga Latecomer', 'Head of Sales', '2025-03-24 09:00+00', '2025-03-24 09:00+00', '2025-03-24 09:00+00');

select setval('persons_id_seq', 27);

-- A fourth import: one new reaction, and two that were there before. Campaign 1 is recounted three times.
insert into engagements (id, tenant_id, post_id, person_id, engagement_type, reaction_type, comment_text, engaged_at, attributed_to_segment_id, attribution_confidence) values
  (47, '00000000-0000-0000-0000-000000000001', 1, 27, 'reaction', 'insightful', null, '2025-03-24 09:00+00', null, null),
  (48, '00000000-0000-0000-0000-000000000001', 1, 1, 'reaction', 'like', null, '2025-03-24 09:00+00', null, null),
  (49, '00000000-0000-0000-0000-000000000001', 6, 1, 'reaction', 'celebrate', null, '2025-03-24 09:00+00', null, null);

select setval('engagements_id_seq', 49);

refresh materialized view persona_engagement_trends;
