-- Everything here is asked as the owner, over all tenants.

--! database_findings
select finding, advice from app.database_findings();

--! metric_differences : ()
select figure, missing, wrong from app.differences();

--! repair_metrics : ()
select t.slug, app.repair_metrics(t.id) as changed from tenants t order by t.slug;

--! sweep_rollups : ()
select coalesce(sum(greatest(app.sweep_rollups(id), 0)), 0)::bigint from tenants;

--! matching_differences : ()
select problem, count(*) as rows from app.matching_differences() group by problem order by problem;

--! rematch_all : ()
select t.slug, (m).entered, (m).departed, (m).rescored
from (select slug, app.rematch(id, null, null, 'repair') as m from tenants order by slug) t;
