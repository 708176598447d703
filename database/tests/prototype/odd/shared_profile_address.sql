-- A scraper that wrote its own address to everybody, and a chain of addresses each of which names the next row.
insert into persons (id, linkedin_url, name, linkedin_profile_url)
select 1000 + i, 'https://www.linkedin.com/in/shared-' || i, 'Shared ' || i, 'https://www.linkedin.com/in/the-scraper' from generate_series(1, 500) i;
insert into persons (id, linkedin_url, name, linkedin_profile_url)
select 5000 + i, 'https://www.linkedin.com/in/chain-' || i, 'Chain ' || i, 'https://www.linkedin.com/in/chain-' || (i + 1) from generate_series(1, 300) i;
insert into persons (id, linkedin_url, name) values (9001, E'https://www.linkedin.com/in/with-white-space \n', E'\t\nWhite \n');

-- after
select 'distinct people stay distinct' as name, '500' as expected, count(*)::text as actual from public.persons where name like 'Shared %'
union all
select 'the scraper''s address is nobody''s name', '0', count(*)::text from public.person_identities where value = 'the-scraper'
union all
select 'a chain is one', '1', count(*)::text from public.persons where name like 'Chain %'
union all
select 'white space at the end', 'White https://www.linkedin.com/in/with-white-space/', concat_ws(' ', p.name, p.linkedin_url) from public.persons p
join public.person_identities i on i.person_id = p.id where p.id = 9001 and i.value = 'with-white-space';
