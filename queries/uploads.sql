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

-- A file of which nobody says to which post it belongs has that of a posts list that named it a short time ago.
--! pair_upload
update uploads u
set options = u.options || jsonb_build_object('post_url', coalesce(p.url, format('https://www.linkedin.com/feed/update/urn:li:%s/',
  case when p.activity_id is not null then format('activity:%s', p.activity_id) when p.ugc_post_id is not null then format('ugcPost:%s', p.ugc_post_id)
    else format('share:%s', p.share_id) end)))
from post_files f
join posts p on p.tenant_id = f.tenant_id and p.id = f.post_id
where u.id = :upload and u.options ->> 'post_url' is null and f.file_name = :name and f.updated_at > now() - interval '30 days'
  and coalesce(p.url, p.activity_id::text, p.ugc_post_id::text, p.share_id::text) is not null;

-- Files that wait for somebody to say to which post they belong, and that a posts list names by now, are checked again.
--! check_what_is_listed
select count(app.take_up_upload(u.id, true)) as checked
from uploads u
where u.imported is null and u.options ->> 'post_url' is null and exists (select from post_files f where f.tenant_id = u.tenant_id and f.file_name = u.file_name)
  and app.upload_state(u) = 'refused';

-- Everything that a check found no fault with is imported.
--! import_what_is_checked
select count(app.take_up_upload(u.id, false)) as begun
from (select u.* from uploads u where u.imported is null and app.upload_state(u) = 'checked' order by u.created_at, u.id limit 100) u;

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
