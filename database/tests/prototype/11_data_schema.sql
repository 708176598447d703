-- Rows of schema.sql (01). Every person, company, address and number is invented; README.md counts the hazards.
-- Imports ran on 3, 10 and 17 March 2025, and each stamped what it read with its own time.

insert into tenants (id, name, display_name)
values ('00000000-0000-0000-0000-0000000000a2', 'acme-fict', 'Acme "Fict" & Söhne');

-- These rows were restored with their ids and the sequence was not: it still stands at 1.
insert into campaign_groups (id, tenant_id, name, description, created_at) values
  (1, '00000000-0000-0000-0000-000000000001', 'Globex – first quarter', 'Client: Globex', '2025-01-02 08:00+00'),
  (2, '00000000-0000-0000-0000-0000000000a2', 'Hooli retainer', null, '2025-01-03 08:00+00'),
  (3, null, 'Nobody''s group', '', null);

-- Campaign 7 is the default tenant's, its group is not.
insert into campaigns (id, tenant_id, campaign_group_id, linkedin_campaign_id, name, status, created_at) values
  (1, '00000000-0000-0000-0000-000000000001', 1, '900001', 'Spring launch', 'active', '2025-01-05 08:00+00'),
  (2, '00000000-0000-0000-0000-000000000001', 1, '900002', 'Brand "always on" 🌍', 'paused', '2025-01-06 08:00+00'),
  (3, '00000000-0000-0000-0000-000000000001', null, '900003', 'Summer, dates reversed', 'completed', '2025-01-07 08:00+00'),
  (4, '00000000-0000-0000-0000-0000000000a2', 2, '900004', 'Hooli hiring', 'active', '2025-01-08 08:00+00'),
  (5, '00000000-0000-0000-0000-000000000001', null, null, E'Draft\non two lines', 'DRAFT', '2025-01-09 08:00+00'),
  (6, null, 3, '', 'Nobody''s campaign', null, null),
  (7, '00000000-0000-0000-0000-000000000001', 2, 'urn:li:sponsoredCampaign:900007', 'Spring launch', 'something else', '2025-01-10 08:00+00');

select setval('campaigns_id_seq', 7);

-- 1, 2 and 3 are one company under three legal suffixes, 4 and 5 are another; 8 has the name but another tenant.
insert into companies (id, tenant_id, linkedin_url, name, industry, company_size, location, created_at) values
  (1, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/globex-fict', 'Globex', 'Computer Software', '51-200', 'Berlin, Germany', '2025-01-10 08:00+00'),
  (2, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/globex-gmbh-fict/', 'Globex GmbH', null, null, null, '2025-01-11 08:00+00'),
  (3, '00000000-0000-0000-0000-000000000001', null, 'GLOBEX, Inc.', 'Software Development', '51-200 employees', 'Berlin', '2025-01-12 08:00+00'),
  (4, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/initech-fict', 'Initech', 'Financial Services', '1001-5000 employees', 'Austin, Texas, United States', '2025-01-13 08:00+00'),
  (5, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/initech-llc-fict/', 'Initech LLC', 'Internet', 'enterprise', null, '2025-01-14 08:00+00'),
  (6, null, 'https://www.linkedin.com/company/umbrella-fict', 'Umbrella', '', '', '', null),
  (7, '00000000-0000-0000-0000-0000000000a2', 'https://www.linkedin.com/company/hooli-fict', 'Hooli', 'IT Services and IT Consulting', '10001+ employees', 'Lyon, France', '2025-01-15 08:00+00'),
  (8, '00000000-0000-0000-0000-0000000000a2', 'http://linkedin.com/company/globex-fict?trk=fict', 'Globex', null, '2-10', null, '2025-01-16 08:00+00'),
  (9, '00000000-0000-0000-0000-0000000000ff', null, 'Stark Fict', 'Nonsense Industry', 'a few', null, '2025-01-17 08:00+00'),
  (10, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/1234567890/', E'Wayne 🦇 "Night"\nDivision', null, '1 employee', null, '2025-01-18 08:00+00'),
  (11, '00000000-0000-0000-0000-000000000001', '', 'Soylent Fict', null, null, null, '2025-01-19 08:00+00');

select setval('companies_id_seq', 11);

-- The first one fills every column.
insert into persons (
  id, tenant_id, linkedin_url, name, headline, profile_picture, current_company, company_linkedin_url, current_title,
  job_title, location, connections, about, experience, education, skills, is_follower, follower_date,
  total_engagements, engagement_score, profile_enriched, enriched_at, first_seen, last_seen, created_at, company_id
) values (
  1, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/ada-example-fict', 'Ada Example',
  'Head of Design @ Globex | Speaker', 'https://media.example.com/ada.jpg', 'Globex',
  'https://www.linkedin.com/company/globex-fict', 'Head of Design', 'Design Lead', 'Berlin, Germany', 512,
  E'I design "things".\nMail: ada@example.com',
  '[{"title": "Head of Design", "company": "Globex", "start": "2021-03"}, {"title": "Designer", "company": "Initech", "start": "2016", "end": "2021"}]',
  '[{"school": "Example University", "degree": "MA"}]', '["Design", "Leadership"]', true, '2024-11-05 00:00+00',
  9, 87, true, '2025-02-01 10:00+00', '2025-01-20 08:00+00', '2025-03-17 09:00+00', '2025-01-20 08:00+00', 1
);

-- Ada once more, under the opaque id that reaction exports carry.
insert into persons (id, tenant_id, linkedin_url, name, headline, first_seen, last_seen, created_at) values
  (2, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/ACoAAFICT00000000000000000000000000001', 'Ada Example', 'Head of Design @ Globex | Speaker', '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00');

-- Pairs that one spelling of the address would make one row: 3 and 4, 13 and 14, 15 and 16.
insert into persons (
  id, tenant_id, linkedin_url, name, headline, current_company, current_title, location, connections, is_follower,
  follower_date, total_engagements, engagement_score, first_seen, last_seen, created_at, company_id
) values
  (3, '00000000-0000-0000-0000-000000000001', 'https://linkedin.com/in/ben-sample-fict/', 'Ben Sample', 'Founder & CEO at Initech', 'Initech LLC', 'Founder & CEO', 'Austin, Texas', 30000, true, '2024-12-24 00:00+00', 6, 40, '2025-01-21 08:00+00', '2025-03-17 09:00+00', '2025-01-21 08:00+00', 5),
  (4, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/ben-sample-fict?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAAFICT00000000000000000000000000002', 'Ben Sample', 'CEO', null, null, null, null, false, null, 1, 5, '2025-01-15 08:00+00', '2025-03-10 09:00+00', '2025-03-10 09:00+00', null),
  (5, null, 'https://www.linkedin.com/in/carla-muster-fict', 'Carla Müster', 'Geschäftsführerin bei Umbrella', 'Umbrella', null, 'München', 0, null, null, null, null, null, null, null, 6),
  (6, '00000000-0000-0000-0000-0000000000a2', 'https://www.linkedin.com/in/dmitri-model-fict', 'Dmitri Model', 'VP Engineering at Hooli', 'Hooli', 'VP Engineering', 'Lyon, France', 77, true, null, 3, 12, '2025-01-22 08:00+00', '2025-03-10 09:00+00', '2025-01-22 08:00+00', 7),
  (7, '00000000-0000-0000-0000-0000000000a2', 'https://www.linkedin.com/in/ACoAAFICT00000000000000000000000000003', 'Erin Placeholder', '--', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', 1),
  (8, '00000000-0000-0000-0000-000000000001', '', 'No Address', 'Intern, Marketing', null, 'Intern', null, -1, false, null, 1, -3, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (9, '00000000-0000-0000-0000-000000000001', 'see business card', 'Bad Address', 'Director of Photography', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-01-01 00:00+00', '2025-03-03 09:00+00', null),
  (10, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/globex-fict/', 'Globex', '1,204 followers', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (11, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/company/vandelay-fict', 'Vandelay', '88 followers', null, null, null, null, false, null, 0, 0, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (12, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/UNKNOWN', 'LinkedIn Member', null, null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (13, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/zo%C3%AB-beispiel-fict', 'Zoë Beispiel 🚀', 'Werkstudent Einkauf', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (14, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/zoë-beispiel-fict/', 'Zoë Beispiel', null, null, null, null, null, true, '2025-02-14 00:00+00', 0, 0, '2025-03-10 09:00+00', '2025-03-10 09:00+00', '2025-03-10 09:00+00', null),
  (15, '00000000-0000-0000-0000-000000000001', 'HTTPS://WWW.LinkedIn.com/in/Faye-Fiction-Fict', 'Faye Fiction', 'Senior Product Manager', null, 'Senior Product Manager', 'Amsterdam', 333, false, null, 2, 2, '2025-03-03 09:00+00', '2025-03-10 09:00+00', '2025-03-03 09:00+00', 10),
  (16, '00000000-0000-0000-0000-000000000001', 'https://nl.linkedin.com/in/faye-fiction-fict', 'Faye Fiction', null, null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (17, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/sales/lead/ACwAAFICT00000000000000000000000000004,NAME_SEARCH,abcd', 'Sam Saleslead', 'Account Executive', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (18, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/grace-onothing-fict', E'Grace "Gigi" O''Nothing\nPhD', E'Ex-Globex | "Advisor"\t\\ Board', 'Globex, Inc.', null, null, 5, false, null, 2, 2, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', 3),
  (19, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/nameless-fict', null, null, null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (20, null, 'https://www.linkedin.com/in/hana-null-fict', 'Hana Null', 'Head of People', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null),
  (21, '00000000-0000-0000-0000-0000000000ff', 'https://www.linkedin.com/in/ivan-unknown-fict', 'Ivan Unknown', 'CTO', null, null, null, null, false, null, 1, 1, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', 9),
  (22, '00000000-0000-0000-0000-000000000001', 'linkedin.com/in/jo-schemeless-fict', 'Jo Schemeless', 'Consultant', 'Soylent Fict', 'Consultant', null, null, false, null, 2, 2, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', 11),
  (23, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/kim-silent-fict', 'Kim Silent', 'CFO bei Wayne', 'Wayne', 'CFO', 'Wien', 1, true, '2025-01-01 00:00+00', 0, 0, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', 10),
  (24, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/in/long-headline-fict', 'Lou Longwind', repeat('Senior thinker about everything | ', 60), null, null, null, null, false, null, 0, 0, '2025-03-03 09:00+00', '2025-03-03 09:00+00', '2025-03-03 09:00+00', null);

update persons
set experience = '[]', education = 'null', skills = '{"not": "a list"}'
where id = 3;

select setval('persons_id_seq', 24);

-- 1 to 4 are one activity; 5 and 14 are one share. Post 10 belongs to one tenant and its campaign to another.
insert into posts (id, tenant_id, url, linkedin_url, post_title, content, posted_at, is_paid, campaign_id, primary_audience_id, created_at) values
  (1, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001', null, 'Launch', 'We launch today.', '2025-02-26 08:00+00', false, 1, 'seg-design-leaders', '2025-02-26 08:00+00'),
  (2, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001/', null, 'Launch', null, null, false, null, null, '2025-03-03 09:00+00'),
  (3, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001?utm_source=share&utm_medium=member', null, null, 'We launch today.', null, true, 2, null, '2025-03-10 09:00+00'),
  (4, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/posts/ada-example-fict_launch-activity-7300000000000000001-AbCd', null, 'Launch (copy)', null, null, false, 1, null, '2025-03-10 09:00+00'),
  (5, '00000000-0000-0000-0000-000000000001', null, 'https://www.linkedin.com/feed/update/urn:li:share:7300000000000000005', 'A share', null, null, null, null, null, '2025-03-03 09:00+00'),
  (6, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/posts/globex-fict_offer-ugcPost-7300000000000000006-EfGh?rcm=fict', 'https://www.linkedin.com/feed/update/urn:li:ugcPost:7300000000000000006/', 'Offer', E'Two lines,\n"quoted" 🎯', '2025-02-27 08:00+00', true, 1, 'seg-missing', '2025-02-27 08:00+00'),
  (7, '00000000-0000-0000-0000-0000000000a2', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000007', null, 'Hooli hires', null, '2025-02-28 08:00+00', false, 4, null, '2025-02-28 08:00+00'),
  (8, null, 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000008', null, 'Nobody''s post', null, null, false, null, null, null),
  (9, '00000000-0000-0000-0000-000000000001', null, null, 'Idea 💡, not published', 'Text of the idea', null, false, null, '', '2025-03-01 08:00+00'),
  (10, '00000000-0000-0000-0000-0000000000a2', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000010', null, 'In a stranger''s campaign', null, null, false, 1, null, '2025-03-01 08:00+00'),
  (11, '00000000-0000-0000-0000-0000000000ff', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000011', null, 'Of a tenant that is gone', null, null, false, null, null, '2025-03-01 08:00+00'),
  (12, '00000000-0000-0000-0000-000000000001', 'TODO paste the link', null, 'No link yet', null, null, false, 6, null, '2025-03-01 08:00+00'),
  (13, '00000000-0000-0000-0000-000000000001', 'https://lnkd.in/fict13', null, 'Short link', null, null, false, null, null, '2025-03-01 08:00+00'),
  (14, '00000000-0000-0000-0000-000000000001', 'https://www.linkedin.com/feed/update/urn:li:share:7300000000000000005', null, 'A share, again', null, null, false, null, null, '2025-03-10 09:00+00');

select setval('posts_id_seq', 14);

-- Ad 2 puts post 6 in a second campaign, ads 3 and 8 repeat what posts.campaign_id says, ad 7 crosses tenants.
insert into ads (id, campaign_id, post_id, linkedin_ad_id, ad_name, audience_segment_id, impressions, clicks, spend, start_date, end_date, created_at) values
  (1, 1, 1, '800001', 'Launch, variant A', 'seg-design-leaders', 12000, 140, 350.25, '2025-02-26', '2025-03-26', '2025-02-26 08:00+00'),
  (2, 2, 6, '800002', 'Offer "B"', 'seg-missing', 5000, 61, 99.99, '2025-02-27', null, '2025-02-27 08:00+00'),
  (3, 1, 6, '800003', 'Offer, variant C', null, 700, 0, 10.00, null, null, '2025-02-27 08:00+00'),
  (4, 2, null, '800004', 'Dark ad', '', 0, 0, 0, '2025-03-01', '2025-03-02', '2025-03-01 08:00+00'),
  (5, null, 3, null, 'Without a campaign', null, 10, 1, 0.50, null, null, null),
  (6, 4, 7, 'urn:li:sponsoredCreative:800006', 'Hooli', null, 4000, 44, 120.00, '2025-02-28', '2025-03-28', '2025-02-28 08:00+00'),
  (7, 4, 1, '800007', 'A stranger''s post', null, 100, 2, 3.00, '2025-02-28', '2025-03-28', '2025-02-28 08:00+00'),
  (8, 1, 1, '800008', null, null, null, 5, -1.00, '2025-03-20', '2025-03-10', '2025-02-28 08:00+00');

select setval('ads_id_seq', 8);

insert into engagements (id, tenant_id, post_id, person_id, engagement_type, reaction_type, comment_text, engaged_at, attributed_to_segment_id, attribution_confidence) values
  -- Post 1: the same file three times, a reaction that changed, all names of reactions, comments told apart by text.
  (1, '00000000-0000-0000-0000-000000000001', 1, 1, 'reaction', 'like', null, '2025-03-03 09:00+00', 'seg-design-leaders', 0.85),
  (2, '00000000-0000-0000-0000-000000000001', 1, 1, 'reaction', 'like', null, '2025-03-10 09:00+00', null, null),
  (3, '00000000-0000-0000-0000-000000000001', 1, 1, 'reaction', 'like', null, '2025-03-17 09:00+00', null, null),
  (4, '00000000-0000-0000-0000-000000000001', 1, 3, 'reaction', 'celebrate', null, '2025-03-03 09:00+00', 'seg-missing', 1.00),
  (5, '00000000-0000-0000-0000-000000000001', 1, 3, 'reaction', 'love', null, '2025-03-10 09:00+00', null, null),
  (6, '00000000-0000-0000-0000-000000000001', 1, 5, 'reaction', 'insightful', null, '2025-03-03 09:00+00', null, null),
  (7, '00000000-0000-0000-0000-000000000001', 1, 8, 'reaction', 'support', null, '2025-03-03 09:00+00', null, null),
  (8, '00000000-0000-0000-0000-000000000001', 1, 9, 'reaction', 'funny', null, '2025-03-03 09:00+00', null, null),
  (9, '00000000-0000-0000-0000-000000000001', 1, 10, 'reaction', 'curious', null, '2025-03-03 09:00+00', null, null),
  (10, '00000000-0000-0000-0000-000000000001', 1, 12, 'reaction', 'wow', null, '2025-03-03 09:00+00', null, null),
  (11, '00000000-0000-0000-0000-000000000001', 1, 13, 'reaction', null, null, '2025-03-03 09:00+00', null, null),
  (12, '00000000-0000-0000-0000-000000000001', 1, 1, 'comment', null, 'Great launch! 🎉', '2025-03-03 09:00+00', null, null),
  (13, '00000000-0000-0000-0000-000000000001', 1, 1, 'comment', null, 'Great launch! 🎉', '2025-03-10 09:00+00', null, null),
  (14, '00000000-0000-0000-0000-000000000001', 1, 1, 'comment', null, 'One more question: when?', '2025-03-10 09:00:01+00', null, null),
  (15, '00000000-0000-0000-0000-000000000001', 1, 3, 'comment', null, null, '2025-03-03 09:00+00', null, null),
  (16, '00000000-0000-0000-0000-000000000001', 1, 5, 'comment', null, '', '2025-03-10 09:00+00', null, null),
  (17, '00000000-0000-0000-0000-000000000001', 1, 2, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  -- Posts 2, 3 and 4 are post 1 under other addresses.
  (18, '00000000-0000-0000-0000-000000000001', 2, 1, 'reaction', 'like', null, '2025-03-10 09:00+00', null, null),
  (19, '00000000-0000-0000-0000-000000000001', 2, 4, 'reaction', 'celebrate', null, '2025-03-03 09:00+00', null, null),
  (20, '00000000-0000-0000-0000-000000000001', 2, 6, 'reaction', 'like', null, '2025-03-10 09:00+00', null, null),
  (21, '00000000-0000-0000-0000-000000000001', 3, 3, 'comment', null, 'Great launch! 🎉', '2025-03-10 09:00+00', null, null),
  (22, '00000000-0000-0000-0000-000000000001', 3, 1, 'comment', null, 'Great launch! 🎉', '2025-03-17 09:00+00', null, null),
  (23, '00000000-0000-0000-0000-000000000001', 4, 5, 'share', null, null, '2025-03-03 09:00+00', null, null),
  (24, '00000000-0000-0000-0000-000000000001', 4, 5, 'share', null, null, '2025-03-10 09:00+00', null, null),
  -- Post 5: two spellings of one person, and a word of a scraper for sharing.
  (25, null, 5, 15, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (26, '00000000-0000-0000-0000-000000000001', 5, 16, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (27, '00000000-0000-0000-0000-000000000001', 5, 17, 'repost', null, null, '2025-03-03 09:00+00', null, null),
  -- Post 6 is in two campaigns.
  (28, '00000000-0000-0000-0000-000000000001', 6, 1, 'reaction', 'celebrate', null, '2025-03-03 09:00+00', null, null),
  (29, '00000000-0000-0000-0000-000000000001', 6, 1, 'reaction', 'celebrate', null, '2025-03-10 09:00+00', null, null),
  (30, '00000000-0000-0000-0000-000000000001', 6, 3, 'click', null, null, '2025-03-03 09:00+00', null, null),
  (31, '00000000-0000-0000-0000-000000000001', 6, 3, 'click', null, null, '2025-03-10 09:00+00', null, null),
  (32, '00000000-0000-0000-0000-000000000001', 6, 18, 'follow', null, null, '2025-03-03 09:00+00', null, null),
  (33, '00000000-0000-0000-0000-000000000001', 6, 18, 'view', null, null, '2025-03-03 09:00+00', null, null),
  -- Post 7 is of the second tenant, but the second import wrote no tenant, so the default filled it in (35).
  (34, '00000000-0000-0000-0000-0000000000a2', 7, 6, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (35, '00000000-0000-0000-0000-000000000001', 7, 6, 'reaction', 'like', null, '2025-03-10 09:00+00', null, null),
  (36, '00000000-0000-0000-0000-0000000000a2', 7, 7, 'reaction', 'love', null, '2025-03-03 09:00+00', null, null),
  (37, '00000000-0000-0000-0000-0000000000a2', 7, 1, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (38, null, 8, 20, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (39, '00000000-0000-0000-0000-000000000001', 8, 5, 'reaction', 'Like', null, '2025-03-03 09:00+00', null, null),
  (40, '00000000-0000-0000-0000-0000000000a2', 10, 6, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (41, '00000000-0000-0000-0000-0000000000ff', 11, 21, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  -- Without a time the key of the table lets a row in twice.
  (42, '00000000-0000-0000-0000-000000000001', 12, 22, 'reaction', 'like', null, null, null, null),
  (43, '00000000-0000-0000-0000-000000000001', 12, 22, 'reaction', 'like', null, null, null, null),
  -- A reaction whose person was never found.
  (44, '00000000-0000-0000-0000-000000000001', 13, null, 'reaction', 'like', null, '2025-03-03 09:00+00', null, null),
  (45, '00000000-0000-0000-0000-000000000001', 13, 19, 'comment', 'like', E'with "quotes",\na second line and\ta tab', '2025-03-03 09:00+00', null, null),
  (46, '00000000-0000-0000-0000-000000000001', 14, 15, 'reaction', 'like', null, '2025-03-10 09:00+00', null, null);

select setval('engagements_id_seq', 46);

insert into post_audiences (id, post_id, audience_id, is_primary, created_at) values
  (1, 1, 'seg-design-leaders', true, '2025-02-26 08:00+00'),
  (2, 1, 'seg 2 🎯', false, '2025-02-26 08:00+00'),
  (3, 1, 'seg-design-leaders', false, '2025-02-27 08:00+00'),
  (4, 6, 'seg-missing', true, '2025-02-27 08:00+00'),
  (5, 7, 'd0000000-0000-4000-8000-000000000001', null, null);

select setval('post_audiences_id_seq', 5);

insert into csv_imports (id, campaign_id, file_name, file_type, raw_data, parsed_data, totals, imported_at) values
  ('e0000000-0000-4000-8000-000000000001', 1, 'campaign_900001_performance.csv', 'performance', E'Ad Performance Report (in UTC)\n"Report Start: March 1, 2025, 12:00 AM"\n\nCampaign ID\tAd Name\tImpressions\tClicks\tTotal Spent\n900001\t"Launch,\nvariant A"\t12,000\t140\t350.25\n', '[{"Campaign ID": "900001", "Impressions": 12000, "Clicks": 140}]', '{"impressions": 12000, "clicks": 140, "spend": 350.25}', '2025-03-03 09:00+00'),
  ('e0000000-0000-4000-8000-000000000002', 1, 'Demographics "März".csv', 'demographics', E'Job Title\tImpressions\nDesigner\t90\n', '{"Job Title": [{"name": "Designer", "impressions": 90}]}', '{"impressions": "90"}', '2025-03-10 09:00+00'),
  ('e0000000-0000-4000-8000-000000000003', null, null, null, '', null, null, null);

insert into scraping_jobs (id, tenant_id, job_type, status, input_data, result_data, apify_run_id, error_message, created_at, started_at, completed_at) values
  ('f0000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000001', 'reactions', 'pending', '{"post_id": 1}', null, null, null, '2025-03-17 09:00+00', null, null),
  ('f0000000-0000-4000-8000-000000000002', '00000000-0000-0000-0000-000000000001', 'profile', 'running', '{"person_id": 1}', null, 'fictRun000000002', null, '2025-03-17 09:00+00', '2025-03-17 09:01+00', null),
  ('f0000000-0000-4000-8000-000000000003', '00000000-0000-0000-0000-0000000000a2', 'comments', 'completed', '{"post_id": 7}', '{"items": 12}', 'fictRun000000003', null, '2025-03-10 09:00+00', '2025-03-10 09:01+00', '2025-03-10 09:05+00'),
  ('f0000000-0000-4000-8000-000000000004', null, 'profile_scraping', 'failed', null, '[]', null, E'timeout after 300 s\n"gave up"', null, null, null);

insert into linkedin_cookies (id, cookie_name, encrypted_cookie, is_active, last_used, created_at) values
  ('c0000000-0000-4000-8000-000000000001', 'li_at', 'encrypted:not-a-secret-cookie-1', true, '2025-03-17 09:00+00', '2025-01-05 08:00+00'),
  ('c0000000-0000-4000-8000-000000000002', 'JSESSIONID', 'encrypted:"not-a-secret-cookie-2"', false, null, '2025-01-05 08:00+00'),
  ('c0000000-0000-4000-8000-000000000003', null, null, null, null, null);
