-- Words that are longer than an index holds.
create function long_word(n integer) returns text language sql as $$ select string_agg(md5(i::text), '') from generate_series(1, n) i $$;
update persons set current_company = long_word(190) where id = 3;
insert into companies (id, name) values (901, long_word(191)), (902, long_word(191));
insert into campaigns (id, name) values (901, long_word(192)), (902, long_word(192) || 'x');
insert into campaign_groups (id, name) values (901, long_word(193));
update personas set name = long_word(194) where id = (select min(id::text)::uuid from personas);
update linkedin_connections set name = long_word(195) where id = (select min(id::text)::uuid from linkedin_connections);
alter table persons add column enrichment_data_2 jsonb;
update persons set enrichment_data = jsonb_build_object('email', long_word(190) || '@example.com') where id = 3;
insert into audience_segments (id, name) values (long_word(80), 'long');
update ads set audience_segment_id = long_word(80) where id = 1;
alter table ads drop constraint if exists ads_linkedin_ad_id_key;
update ads set linkedin_ad_id = long_word(120) where id = 2;
drop function long_word;

-- after
select 'names are cut, and kept whole' as name, 2 as expected, count(*) as actual from public.campaigns where id in (901, 902) and length(name) <= 500 and length(extra ->> 'name') > 6000
union all
select 'companies of one long name are one', 1, count(*) from public.companies where length(name) = 500 and id in (901, 902)
union all
select 'the person keeps the word', 1, count(*) from public.persons where id = 3 and length(current_company) = 6080 and length(extra -> 'enrichment_data' ->> 'email') > 6000 and email is null
union all
select 'the ad has its segment', 1, count(*) from public.ads a join public.audience_segments s on s.id = a.audience_segment_id and s.tenant_id = a.tenant_id
where a.id = 1 and s.name = 'long' and length(s.extra ->> 'id') = 2560
union all
select 'an id that is none', 1, count(*) from public.ads where id = 2 and linkedin_ad_id is null and length(extra ->> 'linkedin_ad_id') = 3840;
