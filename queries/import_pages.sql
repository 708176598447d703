-- Imports, as their pages show them.

--! imports_found (state?, format?) : (finished_at?, started_by?)
select i.id, i.file_name, i.format, i.state::text as state, i.lines, i.created, i.updated, i.unchanged, i.skipped, i.rejected, i.people_created,
  i.started_at, i.finished_at, i.started_by, count(*) over () as total
from csv_imports i
cross join lateral (
  select case :sort::text when 'file' then fold_case(i.file_name) when 'state' then i.state::text end as word,
    case :sort::text
      when 'lines' then i.lines
      when 'created' then i.created
      when 'updated' then i.updated
      when 'unchanged' then i.unchanged
      when 'skipped' then i.skipped
      when 'people' then i.people_created
      when 'rejected' then i.rejected
      when 'file' then 0
      when 'state' then 0
      else extract(epoch from i.started_at)
    end as number
) k
where (:state::text is null or i.state = :state::import_state) and (:format::text is null or i.format = :format)
order by case when :descending::boolean then k.word end desc, case when not :descending then k.word end,
  case when :descending then -k.number else k.number end, i.started_at desc, i.id
limit :most offset :skip;

--! has_imports
select exists (select from csv_imports);

--! rejects_found
select line, field, reason, raw, count(*) over () as total
from import_rejects
where import_id = :import
order by line
limit :most offset :skip;

-- The posts that an import is of, or made.
--! posts_of_import : (title?, url?)
select p.id, post_title(p.title, p.text) as title, p.url, count(*) over () as total
from csv_imports i
join posts p on p.tenant_id = i.tenant_id and (p.import_id = i.id or p.id = (i.options ->> 'post')::integer)
where i.id = :import
order by p.posted_at desc nulls last, p.id
limit 5;

-- The campaigns to which it leads: that which was said of the file, those of its posts, and those of its ads.
--! campaigns_of_import
select c.id, c.name
from csv_imports i
join campaigns c on c.tenant_id = i.tenant_id
where i.id = :import and (
  lower(c.name) = lower(i.options ->> 'campaign')
  or c.id in (
    select l.campaign_id
    from posts p
    join campaign_posts l on l.tenant_id = p.tenant_id and l.post_id = p.id
    where p.import_id = i.id or p.id = (i.options ->> 'post')::integer)
  or i.kind = 'ad_performance' and c.id in (
    select a.campaign_id from ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id where m.import_id = i.id))
order by lower(c.name), c.id
limit 20;

-- The upload of which an import was made, as long as it is kept.
--! upload_of_import
select u.id, app.upload_item(u) ->> 'has_rejects_file' = 'true' as has_rejects_file from uploads u where u.import_id = :import;

-- What was said last of the columns of files that were imported.
--! columns_said
select file_name, format, options -> 'columns' as columns, started_at
from csv_imports
where state = 'completed' and jsonb_typeof(options -> 'columns') = 'object'
order by started_at desc, id
limit 50;
