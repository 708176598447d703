-- Rows that become one, each of which knows something.
insert into companies (id, name, industry, company_size, location) values (901, 'Foo Inc', null, null, null), (902, 'Foo', 'Internet', '51-200', 'Paris, France');
insert into persons (id, linkedin_url, name, headline, about) values
  (901, 'https://www.linkedin.com/in/merged-901', 'First', null, 'about'), (902, 'https://LinkedIn.com/in/merged-901/?x=1', 'Second', 'HEADLINE', 'other about');
alter table posts add column title text;
update posts set title = 'another title', post_title = 'title' where id = 6;

-- after
select 'a company knows what its rows knew' as name, '51-200 Paris, France FR' as expected, concat_ws(' ', size_band, location, country) as actual from public.companies where id = 901
union all
select 'so does a person', 'First HEADLINE about', concat_ws(' ', name, headline, about) from public.persons where id = 901
union all
select 'the rows that are a part of another are kept whole', '2', count(*)::text from public.migration_leftovers
where source_table in ('companies', 'persons') and source_key = '902' and row_data ->> 'name' in ('Foo', 'Second')
union all
select 'the second title of a post', 'another title', extra ->> 'title' from public.posts where id = 6;
