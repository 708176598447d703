-- Rows of the persona migration (02).
insert into personas (id, tenant_id, name, description, icon_color, title_keywords, seniority_levels, company_criteria, engagement_criteria, is_active, created_date, updated_date, created_by) values
  ('a0000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'Design leaders', 'Who decides about design', '#6366F1', '{"include": ["head of design", "design director"], "exclude": ["intern"]}', array['senior'], '{"industry": "Computer Software", "size": "mid", "location": "Germany"}', '{"min_score": 5, "follower_status": "any"}', true, '2025-01-20 08:00+00', '2025-02-20 08:00+00', 'ada@example.com'),
  ('a0000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 'Startup founders', null, '#10B981', '{"include": "founder", "exclude": []}', array['senior', 'mid'], '{"industry": ["Internet", "Financial Services"], "size": "startup", "location": ["Austin", "Berlin"]}', '{"min_score": 0, "follower_status": "follower"}', true, '2025-01-21 08:00+00', '2025-01-21 08:00+00', 'b0000000-0000-4000-8000-000000000001'),
  ('a0000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-000000000001', 'Juniors', '', '#EF4444', '{"include": [], "exclude": ["senior", "head"]}', array['junior'], '{"size": "small"}', '{"follower_status": "non-follower"}', false, '2025-01-22 08:00+00', '2025-01-22 08:00+00', null),
  ('a0000000-0000-4000-8000-000000000004', '00000000-0000-0000-0000-000000000001', 'Enterprise buyers', 'Buyers', '#F59E0B', '{"include": ["buyer", "Leiter Einkauf", "C++ \"guru\""]}', array['mid'], '{"size": "enterprise", "revenue": "1B+"}', '{"min_score": "70"}', true, '2025-01-23 08:00+00', '2025-01-23 08:00+00', 'ada@example.com'),
  ('a0000000-0000-4000-8000-000000000005', '00000000-0000-0000-0000-000000000001', 'Large accounts', null, null, null, null, '{"size": "large"}', null, true, '2025-01-24 08:00+00', null, null),
  ('a0000000-0000-4000-8000-000000000006', '00000000-0000-0000-0000-0000000000a2', 'Hooli fans', 'Everybody', '#000', '{}', '{}', '{}', '{}', true, '2025-01-25 08:00+00', '2025-01-25 08:00+00', null),
  ('a0000000-0000-4000-8000-000000000007', null, 'Ownerless', null, '#6366F1', '{"include": ["people"]}', array['senior', 'mid', 'junior'], 'null', '{"min_score": null, "follower_status": null}', true, null, null, null),
  ('a0000000-0000-4000-8000-000000000008', '00000000-0000-0000-0000-000000000001', 'Design leaders', 'The same name again', '#6366F1', '{"include": ["designer"]}', array['junior'], '{}', '{}', true, '2025-01-26 08:00+00', '2025-01-26 08:00+00', null),
  ('a0000000-0000-4000-8000-000000000009', '00000000-0000-0000-0000-000000000001', E'Odd "one" 🦄\n', 'Nothing here is known', 'rather blue', '{"include": [""], "exclude": null}', array['lead', 'Senior', null], '{"industry": [], "size": "gigantic", "location": ""}', '{"min_score": -1, "follower_status": "sometimes"}', true, '2025-01-27 08:00+00', '2025-01-27 08:00+00', 'ada@example.com');

-- 1 and 2 are one pair. 7 crosses tenants. 11 has a score above 1. 9 and 10 are one human.
insert into targets (id, tenant_id, person_id, persona_id, match_score, match_criteria, is_active, manually_added, created_date, updated_date) values
  ('b1000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'a0000000-0000-4000-8000-000000000001', 0.90, '{"title": true, "seniority": true, "company": false}', true, false, '2025-02-01 08:00+00', '2025-02-02 08:00+00'),
  ('b1000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 1, 'a0000000-0000-4000-8000-000000000001', 1.00, '{"manual": true}', true, true, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-000000000001', 3, 'a0000000-0000-4000-8000-000000000002', 1.00, '{"manual": true, "by": "ada@example.com"}', true, true, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000004', '00000000-0000-0000-0000-000000000001', 5, 'a0000000-0000-4000-8000-000000000001', 0.40, '{}', false, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000005', '00000000-0000-0000-0000-000000000001', 3, 'a0000000-0000-4000-8000-000000000004', 0.70, null, false, true, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000006', '00000000-0000-0000-0000-0000000000a2', 6, 'a0000000-0000-4000-8000-000000000006', 0.55, '{"score": 0.55}', true, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000007', '00000000-0000-0000-0000-000000000001', 6, 'a0000000-0000-4000-8000-000000000001', 1.00, '{"auto": true}', true, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000008', '00000000-0000-0000-0000-000000000001', 10, 'a0000000-0000-4000-8000-000000000002', 1.00, '{"auto": true}', true, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000009', '00000000-0000-0000-0000-000000000001', 13, 'a0000000-0000-4000-8000-000000000009', null, '[]', null, null, null, null),
  ('b1000000-0000-4000-8000-000000000010', '00000000-0000-0000-0000-000000000001', 14, 'a0000000-0000-4000-8000-000000000009', 0.61, '{"auto": true}', true, true, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000011', '00000000-0000-0000-0000-000000000001', 1, 'a0000000-0000-4000-8000-000000000005', 5.00, '{"auto": true}', true, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000012', null, 20, 'a0000000-0000-4000-8000-000000000007', 0.00, '{"auto": true}', true, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00'),
  ('b1000000-0000-4000-8000-000000000013', '00000000-0000-0000-0000-000000000001', 24, 'a0000000-0000-4000-8000-000000000003', 0.65, '{"auto": true}', true, false, '2025-02-03 08:00+00', '2025-02-03 08:00+00');

-- People who came after the personas: the trigger makes each a target of all eight active personas of all tenants.
insert into persons (id, tenant_id, linkedin_url, name, headline, current_title, first_seen, last_seen, created_at) values
  (25, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/mia-newcomer-fict', 'Mia Newcomer', 'Intern | aspiring designer', 'Intern', '2025-03-17 09:00+00', '2025-03-17 09:00+00', '2025-03-17 09:00+00'),
  (26, '00000000-0000-0000-0000-0000000000a2', 'https://www.linkedin.com/in/nils-newcomer-fict', 'Nils Newcomer', 'Director, Hooli', 'Director', '2025-03-17 09:00+00', '2025-03-17 09:00+00', '2025-03-17 09:00+00');

select setval('persons_id_seq', 26);
