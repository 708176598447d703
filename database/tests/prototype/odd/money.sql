-- What people write for money.
alter table campaigns alter budget type text using budget::text;
insert into campaigns (id, name, budget) values
  (901, 'm1', '5000 max'), (902, 'm2', '1000 MXN'), (903, 'm3', '500 KRW'), (904, 'm4', 'TBD'), (905, 'm5', 'NOT set'), (906, 'm6', '2500 (per month)'), (907, 'm7', '10k'),
  (908, 'm8', '1000-2000'), (909, 'm9', '5000 MAD'), (910, 'm10', '12.500'), (911, 'm11', '$5,000.50'), (912, 'm12', '1e5'), (913, 'm13', '1.234.567,89'), (914, 'm14', '5 mio'),
  (915, 'm15', 'CHF 1''000'), (916, 'm16', '1000 kr'), (917, 'm17', '30 marketing dollars'), (918, 'm18', '5k EUR'), (919, 'm19', '€ 12.500,00'), (920, 'm20', '1.5m USD'),
  (921, 'm21', '100 EUR USD'), (922, 'm22', '12.125'), (923, 'm23', '500kr'), (924, 'm24', '10 m');
update campaign_strategies set budget_range = '{"min": 12.125, "max": "20k", "currency": "EUR"}' where id = (select min(id::text)::uuid from campaign_strategies);

-- after
select c.name, e.expected, concat_ws(' ', c.budget, c.currency) as actual
from public.campaigns c
join (values (901, ''), (902, '1000.00 MXN'), (903, '500.00 KRW'), (904, ''), (905, ''), (906, ''), (907, '10000.00'), (908, ''), (909, '5000.00 MAD'), (910, '12500.00'),
  (911, '5000.50 USD'), (912, ''), (913, '1234567.89'), (914, '5000000.00'), (915, '1000.00 CHF'), (916, ''), (917, ''), (918, '5000.00 EUR'), (919, '12500.00 EUR'),
  (920, '1500000.00 USD'), (921, ''), (922, '12125.00'), (923, ''), (924, '')) e(id, expected) on e.id = c.id
union all
select 'what was not understood is kept', '24', (count(*) filter (where extra ? 'budget'))::text from public.campaigns where id between 901 and 924
union all
select 'a number is the number', '12.13 20000.00', concat_ws(' ', budget_min, budget_max) from public.campaign_strategies where id = (select min(id::text)::uuid from prototype.campaign_strategies);
