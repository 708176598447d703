-- What the tables of 003 hold.  Saying it again changes nothing.
do $$
declare
  said record;
begin
  -- Columns that mean the same wherever they stand.
  for said in
    select of_table, of_column, says
    from (values
      ('tenant_id', 'The tenant whose row this is; row security shows it to no other. A row written by hand without one belongs to the tenant of the setting app.tenant_id, or else to the default tenant.',
        array['campaign_strategies', 'persona_strategies', 'content_calendar', 'custom_audiences']),
      ('created_at', 'When the row was first stored in the database.',
        array['campaign_strategies', 'persona_strategies', 'content_calendar', 'custom_audiences']),
      ('updated_at', 'When a value of the row last changed; writing equal values again does not move it.',
        array['campaign_strategies', 'persona_strategies', 'content_calendar', 'custom_audiences']),
      ('extra', 'What the source says beyond the columns here, as an object; {} when it says nothing more.',
        array['campaign_strategies', 'content_calendar', 'custom_audiences'])
    ) v(of_column, says, of_tables)
    cross join unnest(of_tables) of_table
  loop
    execute format('comment on column public.%I.%I is %L', said.of_table, said.of_column, said.says);
  end loop;

  -- A row without a column speaks of the table itself.
  for said in
    select * from (values
      ('campaign_strategies', null::text, 'Templates for campaigns: what to say, in what mix and how often, by which KPI to judge it, for how much money.'),
      ('campaign_strategies', 'id', 'Given when the strategy is made; campaigns and calendar entries name it.'),
      ('campaign_strategies', 'name', 'Unique within the tenant without regard to case.'),
      ('campaign_strategies', 'description', 'The idea in a sentence or two; null: none.'),
      ('campaign_strategies', 'type', 'What it works on: awareness, engagement, conversion or retention.'),
      ('campaign_strategies', 'objective', 'LinkedIn''s objective for ads that follow it; null: not stated.'),
      ('campaign_strategies', 'audience_seniorities', 'Seniorities that it speaks to, compared with those a persona states; empty: says nothing of it.'),
      ('campaign_strategies', 'audience_functions', 'Job functions that it speaks to, compared with those a persona states; empty: says nothing of it.'),
      ('campaign_strategies', 'audience_segment_ids', 'Audience segments (audience_segments.id) that it is meant for, not a foreign key; empty: none in particular.'),
      ('campaign_strategies', 'content_themes', 'Subjects to post about; empty: none stated.'),
      ('campaign_strategies', 'content_mix', 'Share of posts by content type in percent, such as {"video": 50, "image": 50}, adding up to 100; {}: any mix.'),
      ('campaign_strategies', 'posts_per_week', 'Planned posts a week; null: not stated.'),
      ('campaign_strategies', 'best_times', 'Times to post in the tenant''s time zone, each as "Tue 08:00"; empty: any.'),
      ('campaign_strategies', 'primary_kpi', 'The one figure by which campaigns of this strategy are judged.'),
      ('campaign_strategies', 'success_metrics', 'Further signs of success in words; nothing computes them.'),
      ('campaign_strategies', 'benchmark_low', 'Lower end of what is expected of the primary KPI, in its unit (rates as shares, costs in the currency, counts of one campaign); null: no benchmark.'),
      ('campaign_strategies', 'benchmark_high', 'Upper end of what is expected of the primary KPI; null: the same as the lower end.'),
      ('campaign_strategies', 'benchmark_source', 'Where the benchmark comes from; null: not said.'),
      ('campaign_strategies', 'budget_min', 'Smallest sensible budget of a campaign, in units of the currency; null: not stated.'),
      ('campaign_strategies', 'budget_max', 'Largest sensible budget of a campaign, in units of the currency; null: not stated.'),
      ('campaign_strategies', 'currency', 'ISO 4217 code of budgets and of benchmarks that are costs.'),
      ('campaign_strategies', 'duration_weeks', 'How long a campaign should run, in weeks; null: not stated.'),
      ('campaign_strategies', 'required_assets', 'What must be there before the start; empty: nothing.'),
      ('campaign_strategies', 'post_templates', 'Openings of posts, with places to fill in braces; empty: none.'),
      ('campaign_strategies', 'examples', 'Posts that show what is meant, described or quoted; empty: none.'),
      ('campaign_strategies', 'is_template', 'Whether it is one of those that every new tenant is given, rather than the team''s own.'),

      ('persona_strategies', null, 'How well a strategy suits a persona in somebody''s judgement: the starting point of a recommendation, which evidence then moves.'),
      ('persona_strategies', 'persona_id', 'The persona that is judged for.'),
      ('persona_strategies', 'strategy_id', 'The strategy that is judged.'),
      ('persona_strategies', 'relevance_score', '0.00 unsuitable to 1.00 made for it. Without a row the stated audiences are compared instead.'),
      ('persona_strategies', 'notes', 'Why; null: not said.'),
      ('persona_strategies', 'set_by', 'Who or what set it; null: by hand, not known by whom.'),

      ('content_calendar', null, 'What is planned to be posted, and when. Nothing here posts to LinkedIn.'),
      ('content_calendar', 'id', 'Given when the entry is made.'),
      ('content_calendar', 'campaign_id', 'The campaign that it is planned for; null: none.'),
      ('content_calendar', 'post_id', 'The post that came of it; null until it is published and recognised.'),
      ('content_calendar', 'strategy_id', 'The strategy that asked for it; null: none.'),
      ('content_calendar', 'strategy_slot', 'Which slot of the strategy''s plan it fills, such as a week and a content type; null: none.'),
      ('content_calendar', 'title', 'What it is about, in a phrase.'),
      ('content_calendar', 'description', 'Draft or briefing; null: none.'),
      ('content_calendar', 'scheduled_at', 'When it is to be posted.'),
      ('content_calendar', 'status', 'Draft, scheduled, published or cancelled.'),
      ('content_calendar', 'content_type', 'Its form; other while undecided.'),
      ('content_calendar', 'is_paid', 'Whether money is to be spent on showing it.'),
      ('content_calendar', 'budget', 'That money, in units of the campaign''s currency; null: not stated.'),
      ('content_calendar', 'notes', 'Free text of the team; null: none.'),

      ('custom_audiences', null, 'Definitions of whom LinkedIn shall show ads to, for export. Unlike audience segments they hold nobody that we know by name.'),
      ('custom_audiences', 'id', 'Given when the audience is made.'),
      ('custom_audiences', 'name', 'Unique within the tenant without regard to case.'),
      ('custom_audiences', 'description', 'Free text of the team; null: none.'),
      ('custom_audiences', 'targeting', 'LinkedIn''s facets as an object: companies, titles, functions, seniorities, industries, sizes, locations, skills; {}: nothing stated.'),
      ('custom_audiences', 'estimated_reach', 'Members whom LinkedIn says it would reach, as last told; null: never told.'),
      ('custom_audiences', 'linkedin_audience_id', 'LinkedIn''s id of it; null until it is made there.')
    ) v(of_table, of_column, says)
  loop
    if said.of_column is null then
      execute format('comment on table public.%I is %L', said.of_table, said.says);
    else
      execute format('comment on column public.%I.%I is %L', said.of_table, said.of_column, said.says);
    end if;
  end loop;
end $$;
