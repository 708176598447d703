-- First and last names out of one name.
begin;
set local search_path = public, app, tap;
set local client_min_messages = warning;
select no_plan();

prepare split as
  select name, (two_names(name)).first_name, (two_names(name)).last_name from (values
    ('Ada Sample'), ('Dr. Ada Sample, MBA'), ('Prof. Dr. Ada Sample'), ('Ada Sample PhD'), ('Ada Sample (she/her)'), ('Ada "Addie" Sample'),
    ('🚀 Ada Sample 🚀'), ('Ada Q. Sample'), ('Ada Maria Sample'), ('Ada van der Sample'), ('Ada Maria de la Sample Muster'), ('Ada Le Sample'),
    ('Jean SAMPLE'), ('Ada O’Sample'), ('Ada Sample-Muster'), ('Ada Sample | Hiring'), ('Ada Sample - we are hiring'), ('Jo Ma'), ('  Ada   Sample '),
    ('Åsa Öberg'), ('Łucja Próbna'), ('Ада Пример'), ('Ada Sample III'), ('Ada Sample 👩‍💻'), ('👩‍💻 Ada Sample'), ('Ada Sample PMP®')) n(name);
select results_eq('split', $$ values
    ('Ada Sample', 'Ada', 'Sample'), ('Dr. Ada Sample, MBA', 'Ada', 'Sample'), ('Prof. Dr. Ada Sample', 'Ada', 'Sample'), ('Ada Sample PhD', 'Ada', 'Sample'),
    ('Ada Sample (she/her)', 'Ada', 'Sample'), ('Ada "Addie" Sample', 'Ada', 'Sample'),
    ('🚀 Ada Sample 🚀', 'Ada', 'Sample'), ('Ada Q. Sample', 'Ada', 'Sample'), ('Ada Maria Sample', 'Ada Maria', 'Sample'), ('Ada van der Sample', 'Ada', 'van der Sample'),
    ('Ada Maria de la Sample Muster', 'Ada Maria', 'de la Sample Muster'), ('Ada Le Sample', 'Ada', 'Le Sample'),
    ('Jean SAMPLE', 'Jean', 'SAMPLE'), ('Ada O’Sample', 'Ada', 'O’Sample'), ('Ada Sample-Muster', 'Ada', 'Sample-Muster'), ('Ada Sample | Hiring', 'Ada', 'Sample'),
    ('Ada Sample - we are hiring', 'Ada', 'Sample'), ('Jo Ma', 'Jo', 'Ma'), ('  Ada   Sample ', 'Ada', 'Sample'),
    ('Åsa Öberg', 'Åsa', 'Öberg'), ('Łucja Próbna', 'Łucja', 'Próbna'), ('Ада Пример', 'Ада', 'Пример'), ('Ada Sample III', 'Ada', 'Sample'),
    ('Ada Sample 👩‍💻', 'Ada', 'Sample'), ('👩‍💻 Ada Sample', 'Ada', 'Sample'), ('Ada Sample PMP®', 'Ada', 'Sample') $$,
  'a name is split before its last word or its first particle, less titles, degrees, initials and decoration');

select is(two_names(name), null, format('%L is not split', name))
from (values (null), (''), (' '), ('🚀'), ('Ada'), ('ada-sample-4711'), ('ada@example.com'), ('LinkedIn Member'), ('Ada S.'), ('Ada S'), ('Dr. Sample'), ('Dr Sample'), ('Ada PhD'), ('Ada MBA'), ('Ada --'), ('Sir Sample'), ('山田太郎'), ('김 민수'),
  ('ACoAAB123'), ('((((Ada'), (repeat('(', 5000))) n(name);

select * from finish();
rollback;
