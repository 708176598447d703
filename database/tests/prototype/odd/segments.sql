-- Segments without an id, and filters of which a rule can say only half.
insert into audience_segments (id, name, company_filters, title_filters, criteria, other_criteria, revenue_filter) values
  (' ', 'b2', null, null, null, null, null), ('   ', 'b3', null, null, null, null, null),
  ('half', 'Half', array['Globex'], array['CEO'], '{}', null, null), ('half 2', 'Half 2', array['Globex'], null, '{"seniority": "vp"}', null, null),
  ('half 3', 'Half 3', array['Globex'], null, '{}', null, '10M+'), ('whole', 'Whole', array['Globex'], '{}', '{"min_score": "2.5", "note": ""}', '{}', 'any');

-- after
select 'segments without an id' as name, '3' as expected, count(*)::text as actual from public.audience_segments where id like 'segment-without-id%'
union all
select 'half a rule is none', '3', count(*)::text from public.audience_segments where id like 'half%' and rule = jsonb_build_object('tags', jsonb_build_array(name))
union all
select 'a whole rule is one', '{"companies": ["Globex"], "min_score": 3, "window_days": 3650}', rule::text from public.audience_segments where id = 'whole';
