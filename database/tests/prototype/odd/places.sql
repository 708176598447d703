-- Places whose last word is a state or a province and no country.
insert into persons (id, linkedin_url, name, location)
select 900 + i, 'https://www.linkedin.com/in/place-' || i, 'Place ' || i, l
from unnest(array['San Francisco, CA', 'Chicago, IL', 'Denver, CO', 'Wilmington, DE', 'Atlanta, Georgia', 'Georgia', 'Greater Boston, MA', 'Toronto, ON', 'St. John''s, NL',
  'Los Angeles, California, United States', 'Mexico City, MX', 'Hamburg, Germany', 'London, UK', 'Paris, FR']) with ordinality x(l, i);

-- after
select 'countries' as name, 'US MX DE GB FR' as expected, string_agg(country, ' ' order by id) as actual from public.persons where id between 901 and 914;
