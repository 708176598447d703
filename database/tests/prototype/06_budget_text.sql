-- A user who wanted to write currencies made the budget a text. Needs 01c and 11c.
alter table campaigns alter column budget type text using budget::text;

update campaigns set budget = '5k EUR' where id = 1;
update campaigns set budget = '€ 12.500,00' where id = 4;
update campaigns set budget = 'tbd' where id = 6;
update campaigns set budget = '' where id = 7;
