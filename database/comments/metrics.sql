-- What 004 adds: logs, rollups, weights.  Saying it again changes nothing.
do $$
declare
  said record;
begin
  -- Columns that mean the same wherever they stand.  Logs and rollups have no default tenant: triggers and fold name it.
  for said in
    select of_table, of_column, says
    from (values
      ('tenant_id', 'The tenant whose row this is; row security shows it to no other.',
        array['campaign_personas', 'engagement_weights', 'engagement_deltas', 'link_deltas', 'target_deltas', 'fold_locks', 'campaign_people', 'campaign_daily',
          'campaign_persona_daily', 'campaign_persona_totals', 'people_sets', 'post_totals', 'post_persona_totals', 'persona_daily', 'person_engagement']),
      ('created_at', 'When the row was first stored in the database.', array['campaign_personas', 'engagement_weights']),
      ('campaign_id', 'The campaign counted; no foreign key, since a deleted one''s rows come to zero through the logs.',
        array['campaign_people', 'campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals']),
      ('persona_id', 'The persona whose active targets are counted; no foreign key, since a deleted one''s rows come to zero through the logs.',
        array['campaign_persona_daily', 'campaign_persona_totals', 'post_persona_totals', 'persona_daily']),
      ('post_id', 'The post counted; no foreign key, since a deleted one''s rows come to zero through the logs.', array['post_totals', 'post_persona_totals']),
      ('day', 'The day of the engagements (engagements.engaged_on), in the tenant''s time zone as it was when they were written.',
        array['campaign_daily', 'campaign_persona_daily', 'persona_daily']),
      ('likes', 'Settled reactions of the type like.',
        array['campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'post_totals', 'persona_daily', 'person_engagement']),
      ('reactions', 'Settled reactions of all other types: all reactions are likes + reactions.',
        array['campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'post_totals', 'persona_daily', 'person_engagement']),
      ('comments', 'Settled comments.',
        array['campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'post_totals', 'persona_daily', 'person_engagement']),
      ('shares', 'Settled shares.',
        array['campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'post_totals', 'persona_daily', 'person_engagement']),
      ('follows', 'Settled follows.',
        array['campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'post_totals', 'persona_daily', 'person_engagement']),
      ('clicks', 'Settled clicks of known people; LinkedIn''s anonymous click counters are on posts and ads.',
        array['campaign_daily', 'campaign_persona_daily', 'campaign_persona_totals', 'post_totals', 'persona_daily', 'person_engagement']),
      ('new_people', 'Settled people for whom this day is the first in the campaign, so that reach is the sum over days.',
        array['campaign_daily', 'campaign_persona_daily'])
    ) v(of_column, says, of_tables)
    cross join unnest(of_tables) of_table
  loop
    execute format('comment on column public.%I.%I is %L', said.of_table, said.of_column, said.says);
  end loop;

  -- A row without a column speaks of the table itself.
  for said in
    select * from (values
      ('campaigns', 'strategy_id'::text, 'The strategy that it follows and whose primary KPI judges it; null: none.'),
      ('campaign_personas', null, 'Whom a campaign is meant for, in its team''s words; whom it reaches is counted from engagements. No row: nobody said.'),
      ('campaign_personas', 'campaign_id', 'The campaign.'),
      ('campaign_personas', 'persona_id', 'A persona that it is meant for.'),

      ('fold_locks', null, 'One row a tenant, locked while its logs are folded. Who may not change it cannot lock it: nobody but the owner keeps a fold waiting.'),
      ('fold_locks', 'folds', 'Folds and repairs so far: with the length of the logs, which only grow in between, a mark of what anybody counts.'),
      ('engagement_weights', null, 'What each kind of engagement adds to a score. One row a version, the highest counts; without any the product''s own weights do (version 0).'),
      ('engagement_weights', 'version', 'Number of the version, counted up by the tenant.'),
      ('engagement_weights', 'likes', 'Points for a reaction of the type like.'),
      ('engagement_weights', 'reactions', 'Points for a reaction of any other type.'),
      ('engagement_weights', 'comments', 'Points for a comment.'),
      ('engagement_weights', 'shares', 'Points for a share.'),
      ('engagement_weights', 'follows', 'Points for a follow.'),
      ('engagement_weights', 'clicks', 'Points for a click.'),

      ('engagement_deltas', null, 'Log: what statements did to engagements since the last fold. Written by triggers, emptied by the fold, read through the views of app only.'),
      ('engagement_deltas', 'post_id', 'The post of the engagement.'),
      ('engagement_deltas', 'person_id', 'The person of the engagement.'),
      ('engagement_deltas', 'day', 'The day of the engagement (engagements.engaged_on).'),
      ('engagement_deltas', 'kind', 'l like, r other reaction, c comment, s share, f follow, k click.'),
      ('engagement_deltas', 'n', 'Engagements added (above 0) or taken away (below 0).'),

      ('link_deltas', null, 'Log: posts put into and taken out of campaigns since the last fold.'),
      ('link_deltas', 'campaign_id', 'The campaign of the link.'),
      ('link_deltas', 'post_id', 'The post of the link.'),
      ('link_deltas', 'n', '1 put in, -1 taken out.'),

      ('target_deltas', null, 'Log: people who became or ceased to be active targets since the last fold.'),
      ('target_deltas', 'persona_id', 'The persona that was entered or left.'),
      ('target_deltas', 'person_id', 'The person who entered or left.'),
      ('target_deltas', 'n', '1 entered, -1 left.'),

      ('campaign_people', null, 'Rollup: who had engaged with a campaign at the last fold. app.campaign_engagers adds what the logs hold since.'),
      ('campaign_people', 'person_id', 'The person who engaged with any post of the campaign.'),
      ('campaign_people', 'first_day', 'Day of the person''s earliest engagement with the campaign.'),

      ('campaign_daily', null, 'Rollup: engagements of a campaign by day as of the last fold. app.campaign_days and app.campaign_counts add what the logs hold since.'),
      ('campaign_persona_daily', null, 'Rollup: engagements of a persona''s targets with a campaign by day as of the last fold. app.campaign_persona_days adds what the logs hold since.'),

      ('campaign_persona_totals', null, 'Rollup: engagements of a persona''s targets with a campaign over all days as of the last fold. app.campaign_persona_counts adds what the logs hold since.'),
      ('campaign_persona_totals', 'people', 'Settled targets of the persona who engaged with the campaign, each once.'),

      ('people_sets', null, 'Rollup: sets of people as of the last fold. app.sets adds what the logs hold since.'),
      ('people_sets', 'kind', 'Whose set it is: c a campaign''s, d a day''s, q a persona''s, t that of whoever matches any persona.'),
      ('people_sets', 'key', 'Which of its kind: the campaign''s or the persona''s id, the day as in 2026-01-31; empty for t, of which there is one.'),
      ('people_sets', 'chunk', 'Which people: person_id >> 11.'),
      ('people_sets', 'people', 'A bit for each of the chunk''s 2,048 people, the first for the lowest person_id: 1 where they are in the set.'),

      ('post_totals', null, 'Rollup: engagements and people of a post as of the last fold. app.post_counts adds what the logs hold since.'),
      ('post_totals', 'people', 'Settled people who engaged with the post, each once.'),
      ('post_totals', 'targeted', 'Those of them who match any persona.'),

      ('post_persona_totals', null, 'Rollup: people of a persona who had engaged with a post at the last fold. app.post_persona_counts adds what the logs hold since.'),
      ('post_persona_totals', 'people', 'Settled targets of the persona who engaged with the post, each once.'),

      ('persona_daily', null, 'Rollup: engagements of a persona''s targets by day, with or without a campaign, as of the last fold. app.persona_days adds what the logs hold since.'),
      ('persona_daily', 'people', 'Settled targets who engaged on that day, each once a day; days do not add up.'),

      ('person_engagement', null, 'Rollup: engagements of a person over all days as of the last fold. app.person_counts adds what the logs hold since.'),
      ('person_engagement', 'person_id', 'The person who engaged; no foreign key, since a deleted one''s row comes to zero through the log.'),
      ('person_engagement', 'first_day', 'Day of the person''s first engagement as of the last fold that touched the row; null: none is left.'),
      ('person_engagement', 'last_day', 'Day of the person''s latest engagement as of the last fold that touched the row; null: none is left.'),
      ('person_engagement', 'days', 'On which of the 63 days that end with last_day the person engaged, a bit each: the lowest is last_day, the next the day before it. 0: none is left.'),
      ('person_engagement', 'week_score', 'The score of the seven days that end with last_day, by the product''s own weights; 0: none is left.'),
      ('person_engagement', 'product_score', 'The score by the product''s own weights, whatever the team''s are: a bound of theirs, by which those with the highest are found.')
    ) v(of_table, of_column, says)
  loop
    if said.of_column is null then
      execute format('comment on table public.%I is %L', said.of_table, said.says);
    else
      execute format('comment on column public.%I.%I is %L', said.of_table, said.of_column, said.says);
    end if;
  end loop;
end $$;
