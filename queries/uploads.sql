-- Uploads: files on their way in.

--! begin_upload
with room as materialized (select app.make_room_for_upload(:bytes) as is_there)
insert into uploads (file_name, file_bytes, options, is_trial, begun_by)
select :name, :bytes, :options, :dry_run, app.actor() from room where is_there
returning id;

--! append_to_upload
select outcome, received from app.append_to_upload(:upload, :at, :piece);

--! take_up_upload : (job?)
select app.take_up_upload(:upload, :dry_run) as job;

--! change_upload
select app.change_upload(:upload, :options) as changed;

--! delete_upload
select app.delete_upload(:upload) as deleted;

--! waiting_upload : (is_its_turn?)
select file_name, options, coalesce(begun_by, 'nobody') as begun_by, imported is not null as is_imported, job_id = :job as is_its_turn from uploads where id = :upload;

-- The post for which a posts list of the past days names a file.
--! listed_post : (activity_id?, share_id?, ugc_post_id?)
select p.id, p.activity_id, p.share_id, p.ugc_post_id from uploads u join posts p on p.id = app.listed_post(u) where u.id = :upload;

-- Files of which nobody has said to which post they belong are checked again where a posts list says something else of them than it
-- did when they were checked.  Those that somebody has in hand at this moment are left to them.
--! check_what_is_listed
select count(app.take_up_upload(u.id, true)) as checked
from (
  select u.id
  from uploads u
  where u.imported is null and u.options ->> 'post_url' is null
    -- What can be imported without a list's word is left as it is.
    and case app.upload_state(u) when 'refused' then app.listed_post(u) <> coalesce((u.checked ->> 'listed')::integer, -1)
      when 'checked' then app.listed_post(u) <> (u.checked ->> 'listed')::integer end
  order by u.id
  for no key update of u skip locked
) u;

-- Everything that can be imported by its check is.
--! import_what_is_checked
select count(app.take_up_upload(u.id, false)) as begun
from (
  select u.id
  from uploads u
  where u.imported is null and u.checked is not null and app.upload_state(u) = 'checked'
    -- Somebody has to look at a file of which no line can be used.
    and not coalesce((u.checked ->> 'rejected')::bigint > 0 and (u.checked ->> 'rejected')::bigint = (u.checked ->> 'lines')::bigint
      and (u.checked ->> 'lines')::bigint = (u.checked ->> 'records')::bigint, false)
  order by u.id
  limit 100
  for no key update of u skip locked
) u;

--! upload_pieces
select bytes from upload_parts
where upload_id = :upload and content = :content::text::upload_content and first_byte >= :first_byte
order by first_byte
limit :most;

--! forget_content
delete from upload_parts where upload_id = :upload and content = :content::text::upload_content;

--! keep_piece
insert into upload_parts (upload_id, content, first_byte, bytes) values (:upload, :content::text::upload_content, :first_byte, :bytes);

--! note_check
update uploads set checked = :told where id = :upload;

--! end_upload (import?)
select app.end_upload(:upload, :report, :import)::text as nothing;

--! purge_uploads
select app.purge_uploads() as purged;

--! upload_items (upload?, state?, after_key?, after_id?) : ()
with items as (
  select u.id, app.upload_item(u) as item
  from uploads u
  where (:upload::uuid is null or u.id = :upload) and (:state::text is null or app.upload_state(u) = :state)
),
keyed as (select id, item, app.sort_key(item, 'created_at') as key from items)
select id, key, item
from keyed
where :after_id::uuid is null or (key, id) < (:after_key::jsonb, :after_id)
order by key desc, id desc
limit :most;

-- What is not imported, and what it waits for.
--! open_uploads
select app.upload_item(u) as item from uploads u where imported is null order by created_at desc, id limit :most;
