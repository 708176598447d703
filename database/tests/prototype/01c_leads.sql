-- Columns that users added when leads came: a first word for `notable`, and the money and the dates of campaigns.
alter table persons
  add column notable boolean default false,
  add column notable_reason text,
  add column lead_status text,
  add column title_override text,
  add column company_override text,
  add column last_lead_update timestamptz;

alter table campaigns
  add column objective text,
  add column budget decimal(10, 2),
  add column start_date date,
  add column end_date date;
