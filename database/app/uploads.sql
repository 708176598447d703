-- Uploads: files on their way in.  The bytes arrive in pieces, each committed by itself, so that whoever was cut off goes on where
-- the last piece ended; a job then checks the file or imports it, whichever server it runs on.

-- Bytes that one tenant may keep waiting, so that nobody fills the disk for all.
create function app.most_waiting_bytes() returns bigint
language sql immutable parallel safe as $$ select 8::bigint << 30 $$;
comment on function app.most_waiting_bytes is 'Bytes of files that a tenant may have waiting to be imported.';

create function app.make_room_for_upload(bytes bigint) returns boolean
language plpgsql volatile as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  -- One after the other, so that two that fit alone do not fit together.
  perform pg_advisory_xact_lock(4715, hashtext(tenant::text));
  if bytes + (select coalesce(sum(file_bytes), 0) from public.uploads where tenant_id = tenant and imported is null)
    + (select coalesce(sum(octet_length(p.bytes)), 0) from public.upload_parts p where p.tenant_id = tenant and p.content <> 'file') > app.most_waiting_bytes() then
    raise exception 'the files that wait to be imported would be larger than % together; import some of them, or delete them', pg_size_pretty(app.most_waiting_bytes())
      using errcode = 'object_in_use';
  end if;
  return true;
end $$;
comment on function app.make_room_for_upload is 'Refuses a file that is one too many beside those that wait, and keeps other files from being announced until the transaction ends.';

create function app.is_under_way(upload public.uploads) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from public.scraping_jobs j where j.tenant_id = upload.tenant_id and j.id = upload.job_id and j.state in ('pending', 'running', 'parked'))
$$;
comment on function app.is_under_way is 'Whether a job is about to look at an upload, or does.';

create function app.upload_state(upload public.uploads) returns text
language sql stable parallel safe as $$
  select case
    when upload.imported is not null then 'imported'
    when upload.received_bytes < upload.file_bytes then 'receiving'
    when app.is_under_way(upload) then case when upload.is_trial then 'checking' else 'importing' end
    when upload.checked ->> 'problem' is not null then 'refused'
    when upload.checked is not null then 'checked'
    when upload.job_id is null then 'waiting'
    else 'failed' end
$$;
comment on function app.upload_state is 'Where an upload stands: receiving, waiting, checking, checked, refused, importing, imported or failed.';

create function app.upload_item(upload public.uploads) returns jsonb
language sql stable parallel safe as $$
  select jsonb_build_object('id', upload.id, 'file_name', upload.file_name, 'bytes', upload.file_bytes, 'received_bytes', upload.received_bytes,
    'state', app.upload_state(upload), 'dry_run', upload.is_trial, 'options', upload.options, 'job_id', upload.job_id, 'progress', j.progress, 'run_at', j.run_at,
    'started_at', case when j.state = 'running' then j.started_at end, 'error', case when not app.is_under_way(upload) then j.error end,
    'problem', upload.checked ->> 'problem',
    'table', case when upload.checked ->> 'problem' is not null then nullif(upload.checked -> 'table', 'null') end, 'report', case when upload.checked ->> 'problem' is null then coalesce(upload.imported, upload.checked) end,
    'has_rejects_file', exists (
      select from public.upload_parts p where p.tenant_id = upload.tenant_id and p.upload_id = upload.id and p.content = 'rejects'),
    'import_id', upload.import_id, 'created_at', upload.created_at, 'updated_at', upload.updated_at)
  from (select) one
  left join public.scraping_jobs j on j.tenant_id = upload.tenant_id and j.id = upload.job_id
$$;
comment on function app.upload_item is 'An upload as the page and the API show it.';

-- A list says of which post a file is by its name, and so of its rejects, which are part of it.  What it said long ago may have been of
-- another file of that name.
create function app.listed_post(upload public.uploads) returns integer
language sql stable parallel safe as $$
  select f.post_id
  from public.post_files f
  join public.posts p on p.tenant_id = f.tenant_id and p.id = f.post_id
  where f.tenant_id = upload.tenant_id and f.file_name = regexp_replace(upload.file_name, '(.)(\.rejects(-[0-9]*)?)+(\.[^.]*)$', '\1\4')
    and f.updated_at > now() - interval '7 days' and coalesce(p.activity_id, p.share_id, p.ugc_post_id) is not null
$$;
comment on function app.listed_post is 'The post for which a posts list of the past seven days names a file; null: none does.';

create function app.take_up_upload(upload uuid, as_trial boolean) returns uuid
language plpgsql volatile as $$
declare
  u public.uploads;
  job uuid;
begin
  select * into u from public.uploads where id = upload for no key update;
  if not found then
    return null;
  end if;
  if u.imported is not null then
    raise exception 'this file was imported already' using errcode = 'object_in_use';
  end if;
  if u.received_bytes < u.file_bytes then
    raise exception 'of this file % of % bytes are here; send the rest first', u.received_bytes, u.file_bytes using errcode = 'object_in_use';
  end if;
  if app.is_under_way(u) then
    raise exception 'this file is being % at this moment', case when u.is_trial then 'checked' else 'imported' end using errcode = 'object_in_use';
  end if;
  job := app.enqueue_job('import', jsonb_build_object('upload', upload, 'file', u.file_name, 'dry_run', as_trial));
  update public.uploads set job_id = job, is_trial = as_trial, checked = null where id = upload;
  return job;
end $$;
comment on function app.take_up_upload is 'Enqueues the check (as_trial) or the import of a file that is all here. Returns the job; null where there is no such upload.';

create function app.change_upload(upload uuid, with_options jsonb) returns boolean
language plpgsql volatile as $$
declare
  u public.uploads;
begin
  select * into u from public.uploads where id = upload for no key update;
  if not found then
    return false;
  end if;
  if u.imported is not null then
    raise exception 'this file was imported already' using errcode = 'object_in_use';
  end if;
  if app.is_under_way(u) then
    raise exception 'this file is being % at this moment', case when u.is_trial then 'checked' else 'imported' end using errcode = 'object_in_use';
  end if;
  -- What a check found, it found with what was said before.
  update public.uploads set options = with_options, checked = null, job_id = null where id = upload;
  return true;
end $$;
comment on function app.change_upload is 'Replaces what was said of a file that is neither under way nor imported. Returns whether there is such an upload.';

-- Whoever takes a file up again, says something else of it or deletes it has seen to what became of the job before.  Of one that is
-- deleted because nobody did, the alert stays.
create function app.tg_uploads__alert() returns trigger
language plpgsql volatile as $$
begin
  update public.alerts a set resolved_at = clock_timestamp()
  from old_rows o
  where a.tenant_id = o.tenant_id and a.job_id = o.job_id and a.resolved_at is null
    and not exists (select from public.uploads u where u.tenant_id = o.tenant_id and u.id = o.id and u.job_id = o.job_id);
  return null;
end $$;
comment on function app.tg_uploads__alert is 'Trigger on uploads: resolves the alert of a job with which a file has nothing to do any more.';
create trigger _500_alert_update after update on public.uploads
  referencing old table as old_rows for each statement execute function app.tg_uploads__alert();

create function app.append_to_upload(upload uuid, at bigint, piece bytea) returns table (outcome text, received bigint)
language plpgsql volatile as $$
declare
  u public.uploads;
begin
  select * into u from public.uploads where id = upload for no key update;
  if not found then
    return query select 'missing', 0::bigint;
    return;
  end if;
  -- A piece that was sent twice, or by two at once, is there once.
  if at <> u.received_bytes then
    return query select 'elsewhere', u.received_bytes;
    return;
  end if;
  if at + octet_length(piece) > u.file_bytes then
    return query select 'too much', u.received_bytes;
    return;
  end if;
  if octet_length(piece) > 0 then
    insert into public.upload_parts (upload_id, content, first_byte, bytes) values (upload, 'file', at, piece);
    update public.uploads set received_bytes = at + octet_length(piece) where id = upload;
    if at + octet_length(piece) = u.file_bytes then
      perform app.take_up_upload(upload, u.is_trial);
    end if;
  end if;
  return query select 'taken', at + octet_length(piece);
end $$;
comment on function app.append_to_upload is 'Takes a piece of a file that begins where the last one ended (taken), and enqueues the job when it was the last. Otherwise nothing is written: missing, elsewhere or too much; received says how many bytes are here.';

create function app.end_upload(upload uuid, report jsonb, import uuid) returns void
language plpgsql volatile as $$
begin
  update public.uploads set imported = report, checked = null, import_id = import where id = upload;
  delete from public.upload_parts where upload_id = upload and content = 'file';
end $$;
comment on function app.end_upload is 'Notes down what an import made of an upload, and lets go of the file; what was rejected stays.';

create function app.delete_upload(upload uuid) returns boolean
language plpgsql volatile as $$
declare
  u public.uploads;
begin
  select * into u from public.uploads where id = upload for update;
  if not found then
    return false;
  end if;
  if app.is_under_way(u) then
    raise exception 'this file is being % at this moment; cancel its job first', case when u.is_trial then 'checked' else 'imported' end
      using errcode = 'object_in_use';
  end if;
  update public.alerts set resolved_at = clock_timestamp() where tenant_id = u.tenant_id and job_id = u.job_id and resolved_at is null;
  delete from public.uploads where id = upload;
  insert into public.audit_log (tenant_id, actor, event, subject, details)
  values (u.tenant_id, app.actor(), 'upload.deleted', upload::text, jsonb_build_object('name', u.file_name));
  return true;
end $$;
comment on function app.delete_upload is 'Deletes an upload and what is kept of its file; what was imported of it stays. Returns whether there was one.';

create function app.purge_uploads() returns bigint
language sql volatile as $$
  with gone as (
    delete from public.uploads u
    where not app.is_under_way(u)
      and u.updated_at < clock_timestamp() - case when u.imported is null then interval '7 days' else interval '30 days' end
    returning 1
  )
  select count(*) from gone
$$;
comment on function app.purge_uploads is 'Deletes uploads of which nothing became in 7 days, and those that were imported 30 days ago; of tenants that the caller may see. Returns how many.';
