--! strategy_by_name : ()
select id, name from campaign_strategies where lower(name) = lower(:name) or id::text = :name order by id limit 1;
