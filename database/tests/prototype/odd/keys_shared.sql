-- refused: the table persons has 1 rows that share an id with another row or have none
-- Two rows with one id, once the primary key was dropped.
alter table persons drop constraint persons_pkey cascade;
insert into persons (id, linkedin_url, name) values (1, 'https://www.linkedin.com/in/second-with-1', 'Second');
