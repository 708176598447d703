-- Criteria of any form.
insert into personas (name, title_keywords, seniority_levels, company_criteria, engagement_criteria) values
  ('j0', '{"include": ["---"], "exclude": ["!"]}', null, null, null), ('j1', '"marketing"', '{SENIOR,unknown}', '{"size": ["huge"], "industry": null}', '{"min_score": "12.5"}'),
  ('j2', '["cto", null, 5]', '{}', '[]', '{"min_score": "abc", "follower_status": "FOLLOWER"}'), ('j3', '{"include": "cto, cio"}', null, '{"size": "startup"}', '{"min_score": 2.5}'),
  ('j4', '{"include": {"a": ["b"]}, "exclude": null}', '{NULL}', '{"size": ["xxx", "mid"], "location": ["", " ", "--"]}', '{"min_score": 1e9}'),
  ('j5', null, '{unknown}', '{"size": ["nope"]}', '{"min_score": -3}'), ('j6', '{"include": []}', array[]::text[], '{"location": {"country": "DE"}}', '{"min_score": true}'),
  ('j7', '{"include": [["nested"]]}', '{mid}', '{"industry": ["..."]}', '{"min_score": [3]}'), ('j8', '{"include": ["—", "…"]}', null, null, null), ('  ', null, null, null, null), ('J1', null, null, null, null);

-- after
select 'criteria that the product would refuse' as name, 0 as expected, count(app.criteria_error(criteria)) as actual from public.personas
union all
select 'punctuation says nothing', 2, count(*) from public.personas where name in ('j0', 'j8') and criteria = '{}'
union all
select 'nobody is matched by it', 0, count(*) from public.targets t join public.personas p on p.id = t.persona_id where p.name in ('j0', 'j8');
