-- Everything that is replaced rather than migrated: functions, views, triggers and policies live in the schema app, which
-- is dropped and created again, in one transaction, whenever they change.  `rapport migrate` runs the same files in the
-- same order; the \ir lines below are that order.
\set ON_ERROR_STOP on
begin;
\ir drop_app.sql
create schema app;
comment on schema app is 'Functions, views and triggers of Rapport, replaced as a whole at every deploy. Keep nothing of your own here.';
\ir app/tables.sql
\ir app/tenants.sql
\ir app/users.sql
\ir app/api_keys.sql
\ir app/words.sql
\ir app/names.sql
\ir app/lists.sql
\ir app/metrics.sql
\ir app/recount.sql
\ir app/engagements.sql
\ir app/companies.sql
\ir app/persons.sql
\ir app/person_events.sql
\ir app/posts.sql
\ir app/personas.sql
\ir app/matching.sql
\ir app/matching_triggers.sql
\ir app/upkeep.sql
\ir app/campaigns.sql
\ir app/trends.sql
\ir app/posteriors.sql
\ir app/strategies.sql
\ir app/recommendations.sql
\ir app/reports.sql
\ir app/imports.sql
\ir app/enrichment.sql
\ir app/ads.sql
\ir app/pages.sql
\ir app/segments.sql
\ir app/audiences.sql
\ir app/keys.sql
\ir app/calls.sql
\ir app/jobs.sql
\ir app/uploads.sql
\ir app/connections.sql
\ir app/webhooks.sql
\ir app/endpoints.sql
\ir app/doctor.sql
\ir app/templates.sql
\ir app/stamps.sql
\ir app/privileges.sql
\ir app/pending_work.sql
commit;
