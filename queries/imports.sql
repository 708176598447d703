-- An attempt that nobody heard of may have come to its end.
--! find_done_import : ()
select id, started_at from csv_imports where state = 'completed' and options ->> 'upload' = :upload::uuid::text and file_sha256 = :sha256 and target_key = :target_key
order by started_at desc
limit 1;

--! find_open_import : ()
select id, started_at, (select coalesce(max(chunk) + 1, 0) from import_chunks c where c.tenant_id = i.tenant_id and c.import_id = i.id) as chunks
from csv_imports i
where i.file_sha256 = :sha256 and i.target_key = :target_key and i.state in ('running', 'interrupted')
order by i.started_at
limit 1;

--! seen_at
select (:day::date + time '12:00') at time zone :time_zone as seen_at, :day::date > (now() at time zone :time_zone)::date as is_future;

--! start_import (first_day?, last_day?)
insert into csv_imports (kind, format, file_name, file_bytes, file_sha256, target_key, options, first_day, last_day, started_by)
values (:kind::text::import_kind, :format, :file_name, :file_bytes, :sha256, :target_key, :options, :first_day, :last_day, app.actor())
returning id, started_at;

--! resume_import
update csv_imports set state = 'running', error = null where id = :id;

--! end_import (error?)
update csv_imports
set state = :state::text::import_state, error = :error, finished_at = now()
where id = :id;

--! import_row : (error?, finished_at?)
select id, state::text as state, lines, created, updated, unchanged, skipped, rejected, people_created, skip_reasons, error, finished_at
from csv_imports
where id = :id;

--! import_exists
select exists (select from csv_imports where id = :import);

--! import_items (import?, state?, format?, after_key?, after_id?) : ()
with items as (
  select i.id, jsonb_build_object('id', i.id, 'file_name', i.file_name, 'bytes', i.file_bytes, 'kind', i.kind, 'format', i.format, 'state', i.state,
    'lines', i.lines, 'created', i.created, 'updated', i.updated, 'unchanged', i.unchanged, 'skipped', i.skipped, 'rejected', i.rejected,
    'people_created', i.people_created, 'skip_reasons', i.skip_reasons, 'first_day', i.first_day, 'last_day', i.last_day,
    'options', jsonb_strip_nulls(i.options), 'error', i.error, 'started_by', i.started_by, 'started_at', i.started_at, 'finished_at', i.finished_at) as item
  from csv_imports i
  where (:import::uuid is null or i.id = :import) and (:state::text is null or i.state = :state::import_state) and (:format::text is null or i.format = :format)
),
keyed as (select id, item, app.sort_key(item, 'started_at') as key from items)
select id, key, item
from keyed
where :after_id::uuid is null or (key, id) < (:after_key::jsonb, :after_id)
order by key desc, id desc
limit :most;

--! reject_items (after?) : ()
select line, jsonb_build_object('line', line, 'column', nullif(field, ''), 'reason', reason, 'raw', raw) as item
from import_rejects
where import_id = :import and (:after::bigint is null or line > :after)
order by line
limit :most;

--! begin_chunk
select app.begin_chunk(:tenant, :import, :chunk);

--! merge_engagements (import?) : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping
from (select app.merge_engagements(:tenant, :import, :origin::text::data_source, :rows) as counts offset 0) c;

--! merge_connections (import?) : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping
from (select app.merge_connections(:tenant, :import, :origin::text::data_source, :rows) as counts offset 0) c;

--! merge_ads (import?) : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping
from (select app.merge_ads(:tenant, :import, :origin::text::data_source, :rows) as counts offset 0) c;

--! merge_demographics (import?) : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping
from (select app.merge_demographics(:tenant, :import, :origin::text::data_source, :rows) as counts offset 0) c;

--! merge_posts (import?) : ()
select n, post_id, outcome from app.merge_posts(:tenant, :import, :origin::text::data_source, :rows);

--! end_chunk
select app.end_chunk(:tenant, :import, :chunk, row(:created::bigint, :updated::bigint, :unchanged::bigint, :people_created::bigint, 0)::app.chunk_counts,
  :skipped, :rejected, :reasons, :rejects)::text as nothing;

--! post_ids : (activity_id?, share_id?, ugc_post_id?)
select activity_id, share_id, ugc_post_id from posts where id = :id;

--! rejects_after
select line, field, reason from import_rejects where import_id = :id and line > :line order by line limit :most;

--! fold
select app.keep_up();

--! lock_import
select pg_try_advisory_lock(4714, hashtext(:key));

--! forget_shorter_demographics
delete from audience_demographics where source = 'api' and account = :account and first_day = :first_day and last_day < :last_day;

--! link_ad_posts
select app.link_ad_posts(:tenant, :rows) as ads;

--! industry_labels
select code, label from industries;
