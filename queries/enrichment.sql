--! merge_profiles (import?) : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping
from (select app.merge_profiles(:tenant, :import, :origin::text::data_source, :rows) as counts offset 0) c;

--! merge_companies (import?) : ()
select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping
from (select app.merge_companies(:tenant, :import, :origin::text::data_source, :rows) as counts offset 0) c;

--! lock_choosing
-- Of the jobs that choose whom to ask for, one at a time: the next sees whom the last one has taken.
select pg_advisory_xact_lock(4716, hashtext(app.current_tenant()::text))::text as nothing;

--! enrichment_candidates : (member_id?, slug?)
select person_id, member_id, slug, reason from app.enrichment_candidates(:at_most);

--! mark_enrichment_asked
select app.mark_enrichment_asked(:people, :service) as people;

--! note_enrichment_misses
select app.note_enrichment_misses(:people) as people;

--! put_back_for_enrichment
select app.put_back_for_enrichment(:people) as people;

--! note_enrichment_failures
select app.note_enrichment_failures(:people) as people;

--! person_events (kind?, person?) : ()
select row_to_json(r) as row
from (
  select e.id as event_id, e.person_id, p.name, e.kind, e.old_value, e.new_value, e.source, e.import_id, e.happened_at
  from person_events e
  join persons p on p.tenant_id = e.tenant_id and p.id = e.person_id
  where (:kind::text is null or e.kind = :kind::text::person_event)
    and (:person::integer is null or e.person_id = :person)
  order by e.happened_at desc, e.id desc
  limit :most
) r;

-- Kept with the job, so that another attempt asks for the same people and finds the run that was started for them.
--! choose_people
update scraping_jobs
set input = input || jsonb_build_object('people', :people::integer[], 'urls', :urls::text[], 'chosen', true, 'chosen_at', now())
where id = :job and attempt_id = :attempt and state = 'running'
returning input ->> 'chosen_at' as chosen_at;

-- Those of a job's people whom no other job has asked for since it chose them.
--! still_asked_for (since?)
select id from persons
where id = any (:people) and enrichment_status = 'pending' and enrichment_attempted_at <= coalesce(:since::text::timestamptz, 'infinity');

--! candidate_rows : ()
select row_to_json(r) as row
from (
  select c.person_id, p.name, p.headline, c.reason, c.member_id, c.slug
  from app.enrichment_candidates(:at_most) with ordinality c(person_id, member_id, slug, reason, place)
  join persons p on p.id = c.person_id
  order by c.place
) r;
