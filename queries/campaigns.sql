--! dashboard_rows : ()
select row_to_json(d) as row
from campaign_dashboard d
order by d.campaign_group nulls last, d.campaign;

--! campaign_by_name (name) : ()
select id, name from campaigns where lower(name) = lower(:name) or id::text = :name order by id limit 1;
