-- Rows of the user's own things (05), two of them about one human (3 and 4) and one about a company page.
update persons set my_crm_id = 'CRM-0001' where id = 1;
update persons set my_crm_id = 'CRM-"3"' where id in (3, 4);
update campaigns set color = 'hotpink' where id in (1, 4);

insert into my_notes (id, person_id, note, written_at) values
  (1, 1, 'Called; wants an offer', '2025-03-12 15:00+00'),
  (2, 3, E'Met at a fair\n"Send samples"', '2025-03-11 15:00+00'),
  (3, 4, 'Is this the same Ben?', '2025-03-12 15:00+00'),
  (4, 10, 'A page, no person', null),
  (5, 6, '🎂 in May', '2025-03-13 15:00+00');

select setval('my_notes_id_seq', 5);
