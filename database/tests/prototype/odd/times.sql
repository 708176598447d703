-- Times before LinkedIn, without an end, and of days that there are not.
insert into engagements (id, post_id, person_id, engagement_type, engaged_at) values
  (901, 1, 1, 'share', '1970-01-01'), (902, 6, 1, 'share', 'infinity'), (903, 6, 5, 'share', '-infinity');
update posts set posted_at = 'infinity', created_at = '-infinity' where id = 6;
update campaigns set start_date = '-infinity', end_date = 'infinity', created_at = 'infinity' where id = 1;
update ads set start_date = '-infinity', end_date = 'infinity' where id = 1;
update content_calendar set scheduled_date = 'infinity';
update targets set created_date = 'infinity', updated_date = '-infinity';
update scraping_jobs set created_at = 'infinity', completed_at = '-infinity';
update csv_imports set imported_at = 'infinity';
update persons set first_seen = '-infinity', created_at = 'infinity', follower_date = 'infinity', enriched_at = 'infinity' where id = 1;
alter table persons alter last_seen drop default, alter last_seen type text using '2024-02-30T10:00:00+00:00';

-- after
select 'engagements that could not have been then' as name, 3 as expected, count(*) as actual
from public.migration_leftovers where source_table = 'engagements' and source_key in ('901', '902', '903') and row_data ? 'engaged_at'
union all
select 'they are there', 3, count(*) from public.engagements where id in (901, 902, 903)
union all
select 'no time without an end', 0, count(*) from public.persons p, public.posts o, public.campaigns c
where p.id = 1 and o.id = 6 and c.id = 1
  and not (isfinite(p.first_seen) and isfinite(p.last_seen) and isfinite(p.created_at) and isfinite(coalesce(o.posted_at, now())) and isfinite(o.created_at)
    and isfinite(coalesce(c.start_date, '2000-01-01')) and isfinite(coalesce(c.end_date, '2000-01-01')) and isfinite(c.created_at))
union all
select 'what was written is kept', 3, (select count(*) from public.persons where id = 1 and extra ->> 'last_seen' like '2024-02-30%' and extra ->> 'follower_date' = 'infinity')
  + (select count(*) from public.posts where id in (1, 6) and extra ->> 'posted_at' = 'infinity')
  + (select count(*) from public.campaigns where id = 1 and extra ->> 'end_date' = 'infinity');
