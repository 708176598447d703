-- Divisions of those who saw an account's ads, as Campaign Manager reports them: approximate, and never to be summed.

-- The latest first.  A division is known by all that it is of.
--! demographic_items (section?, account?, since?, until?, search?, after_id?) : ()
select k.id, jsonb_build_object('account', nullif(d.account, ''), 'section', d.section, 'segment', d.segment, 'first_day', d.first_day, 'last_day', d.last_day,
  'impressions', d.impressions, 'impressions_share', d.impressions_share, 'clicks', d.clicks, 'clicks_share', d.clicks_share,
  'conversions', d.conversions, 'sends', d.sends, 'opens', d.opens, 'source', d.source, 'import_id', d.import_id) as item
from audience_demographics d
cross join lateral (
  select concat_ws(E'\x1f', d.last_day, d.first_day, d.account, d.section, lpad(d.impressions::text, 16, '0'), d.segment)
    collate "C" as id
) k
where (:section::text is null or d.section = :section::text::demographic_section)
  and (:account::text is null or d.account = :account)
  and (:since::date is null or d.last_day >= :since)
  and (:until::date is null or d.first_day <= :until)
  and (:search::text is null or position(fold_case(:search) in fold_case(d.segment)) > 0)
  and (:after_id::text is null or k.id < :after_id collate "C")
order by k.id desc
limit :most;
