-- Credentials where nobody looks for them.
update scraping_jobs set input_data = '{"url": "https://www.linkedin.com/feed/", "keywords": ["a"], "cookie": [{"name": "li_at", "value": "CANARY-1"}],
  "headers": [{"name": "Authorization", "value": "CANARY-2"}], "deep": {"list": [{"apiToken": "CANARY-3", "author": "Ada"}]}, "raw": "li_at=CANARY-4; lang=en"}',
  result_data = '{"items": 3, "session": {"id": "CANARY-5"}}', error_message = 'refused: Authorization: Bearer CANARY-6';
alter table linkedin_connections add column session_data jsonb default '{"x": "CANARY-7"}', add column settings jsonb default '{"JSESSIONID": "CANARY-8", "lang": "en"}';

-- after
select 'credentials that left the schema prototype' as name, 0 as expected, count(*) as actual
from (select j::text as t from public.scraping_jobs j union all select c::text from public.linkedin_connections c union all select m::text from public.migration_leftovers m
  union all select a::text from prototype.adoption a) x where t like '%CANARY%'
union all
select 'what is no credential is there', 1, (count(*) > 0)::int from public.scraping_jobs where input ->> 'url' is not null and input -> 'keywords' = '["a"]' and input #>> '{deep,list,0,author}' = 'Ada'
union all
select 'settings', 5, count(*) from public.linkedin_connections where extra #>> '{settings,lang}' = 'en';
