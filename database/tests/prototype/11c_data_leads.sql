-- Values of the columns of 01c: words of humans about people, and money and dates as they were typed.
update persons
set notable = true, notable_reason = 'Keynote "Design & Money" 🎤', lead_status = 'contacted',
  title_override = 'Chief Design Officer', company_override = 'Globex Holding', last_lead_update = '2025-03-12 15:00+00'
where id = 1;

update persons set lead_status = 'qualified', last_lead_update = '2025-03-11 15:00+00' where id = 3;
update persons set lead_status = 'Hot!!', title_override = '', company_override = ' ' where id = 4;
update persons set notable = true where id = 6;
update persons set notable = null, lead_status = 'new' where id = 20;

update campaigns set objective = 'Brand awareness', budget = 5000.00, start_date = '2025-01-01', end_date = '2025-03-31' where id = 1;
update campaigns set objective = 'Lead generation', budget = null, start_date = null, end_date = '2025-12-31' where id = 2;
update campaigns set objective = 'engagement', budget = 0, start_date = '2025-06-30', end_date = '2025-06-01' where id = 3;
update campaigns set objective = 'JOB_APPLICANTS', budget = 12000.50, start_date = '2025-02-01', end_date = null where id = 4;
update campaigns set objective = '', budget = -250.00, start_date = '2025-02-01', end_date = '2025-02-01' where id = 5;
update campaigns set objective = 'Something "new"', budget = 1.00 where id = 7;
