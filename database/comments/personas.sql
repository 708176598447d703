-- What the tables of 002 hold.  Saying it again changes nothing.
do $$
declare
  said record;
begin
  -- Columns that mean the same wherever they stand.
  for said in
    select of_table, of_column, says
    from (values
      ('tenant_id', 'The tenant whose row this is; row security shows it to no other. A row written by hand without one belongs to the tenant of the setting app.tenant_id, or else to the default tenant.',
        array['personas', 'targets', 'target_events']),
      ('created_at', 'When the row was first stored in the database.', array['personas', 'targets']),
      ('updated_at', 'When a value of the row last changed; writing equal values again does not move it.', array['personas', 'targets', 'matching_state']),
      ('extra', 'What the source says beyond the columns here, as an object; {} when it says nothing more.', array['personas'])
    ) v(of_column, says, of_tables)
    cross join unnest(of_tables) of_table
  loop
    execute format('comment on column public.%I.%I is %L', said.of_table, said.of_column, said.says);
  end loop;

  -- A row without a column speaks of the table itself.
  for said in
    select * from (values
      ('personas', null::text, 'Descriptions of the kinds of buyer that a team wants to reach, with the criteria by which people match.'),
      ('personas', 'id', 'Given when the persona is made; targets and strategies name it.'),
      ('personas', 'name', 'Unique within the tenant without regard to case.'),
      ('personas', 'description', 'Who is meant, for people to read; matching reads the criteria only. Null: none.'),
      ('personas', 'colour', 'Colour in charts and badges: # and six lower-case hex digits.'),
      ('personas', 'criteria', 'What a person must be or have: an object with one key for each stated criterion, its weight and mode (app/personas.sql describes it). {} matches nobody.'),
      ('personas', 'threshold', 'The smallest score that makes a match, above 0.00 up to 1.00.'),
      ('personas', 'is_active', 'False: matches nobody, and those whom matching had found leave it.'),
      ('personas', 'created_by', 'The user who made it, or sample; null: not known.'),

      ('targets', null, 'People matched to personas, with score and receipt. Whoever has left stays as an inactive row; people who never matched have none.'),
      ('targets', 'persona_id', 'The persona that the person is matched to.'),
      ('targets', 'person_id', 'The person who is matched.'),
      ('targets', 'match_score', 'Weights of hits / weights of stated criteria, 0.00 to 1.00: what the receipt adds up to. Of the last match, for inactive rows.'),
      ('targets', 'confidence', 'Weights of known facts / weights of stated criteria, 0.00 to 1.00: low where much of the person is unknown.'),
      ('targets', 'receipt', 'One integer for each stated criterion: its place * 100000 + weight * 10 + outcome (0 miss, 1 hit, 2 unknown, 3 veto). app.target_receipts shows it in words; empty before the first match.'),
      ('targets', 'is_active', 'Whether the person is a target now; only active rows count anywhere.'),
      ('targets', 'manually_added', 'Whether a human once put the person here, whatever happened since.'),
      ('targets', 'pinned', 'A human said yes: stays active whatever matching says, until released.'),
      ('targets', 'excluded', 'A human said no: stays inactive whatever matching says, until released.'),
      ('targets', 'reason', 'What the human said about it; null: nothing, or no human decided.'),
      ('targets', 'cause', 'What brought about the last change of membership or score.'),
      ('targets', 'matched_at', 'When matching last changed the row; a match that finds it right already does not move this.'),

      ('target_events', null, 'History of targets: every entering, leaving, score change, pin and exclude, so that a score can be shown as of any date. Goes with its person or persona.'),
      ('target_events', 'id', 'Serial number of the row.'),
      ('target_events', 'persona_id', 'The persona that was entered or left.'),
      ('target_events', 'person_id', 'The person who entered or left; moves when two people are merged.'),
      ('target_events', 'event', 'What happened to the target.'),
      ('target_events', 'cause', 'What brought it about.'),
      ('target_events', 'score_before', 'Score until then, 0.00 to 1.00; null where the person was no active target.'),
      ('target_events', 'score_after', 'Score from then on, 0.00 to 1.00; null where the person is no active target.'),
      ('target_events', 'receipt', 'Receipt of the score after, or of the last score where the target was deleted, as in targets; null: none was kept.'),
      ('target_events', 'reason', 'What a human said about it; null: nothing.'),
      ('target_events', 'happened_at', 'Start of the transaction that changed the target.'),

      ('matching_state', null, 'One row a tenant, which orders changes of personas against matching: held exclusively by the one, shared by the other.'),
      ('matching_state', 'tenant_id', 'The tenant whose matching it orders.'),
      ('matching_state', 'personas_version', 'Goes up with every change that moves what personas match, so that a cache can tell whether it is stale.'),
      ('matching_state', 'windows_moved_on', 'The tenant''s day for which engagement windows were last moved; null: never.')
    ) v(of_table, of_column, says)
  loop
    if said.of_column is null then
      execute format('comment on table public.%I is %L', said.of_table, said.says);
    else
      execute format('comment on column public.%I.%I is %L', said.of_table, said.of_column, said.says);
    end if;
  end loop;
end $$;
