-- What one user built on top. None of it is the prototype's, and all of it must work after the upgrade.
alter table persons add column my_crm_id text;
alter table campaigns add column color text;

-- The foreign key stands on the primary key persons (id): it blocks a new primary key until it is dealt with.
create table my_notes (
  id serial primary key,
  person_id integer not null references persons (id) on delete cascade,
  note text,
  written_at timestamptz default now()
);

-- The view stands on columns that the product renames, retypes or has no use for.
create view my_people as
select
  p.id,
  p.name,
  coalesce(p.current_title, p.job_title) as title,
  p.linkedin_url,
  p.engagement_score,
  p.follower_date,
  p.my_crm_id,
  c.name as company,
  (select count(*) from my_notes n where n.person_id = p.id) as notes
from persons p
left join companies c on c.id = p.company_id;
