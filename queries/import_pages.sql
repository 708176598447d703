-- Imports, as their pages show them.

--! imports_found (state?, format?) : (finished_at?, started_by?)
select i.id, i.file_name, i.format, i.state::text as state, i.lines, i.created, i.updated, i.unchanged, i.skipped, i.rejected, i.people_created,
  i.started_at, i.finished_at, i.started_by, count(*) over () as total
from csv_imports i
where (:state::text is null or i.state = :state::import_state) and (:format::text is null or i.format = :format)
order by i.started_at desc, i.id
limit :most offset :skip;

--! has_imports
select exists (select from csv_imports);

--! rejects_found
select line, field, reason, raw, count(*) over () as total
from import_rejects
where import_id = :import
order by line
limit :most offset :skip;

-- The upload of which an import was made, as long as it is kept.
--! upload_of_import
select u.id, app.upload_item(u) ->> 'has_rejects_file' = 'true' as has_rejects_file from uploads u where u.import_id = :import;
