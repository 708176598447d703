-- Upkeep: what must be done as time passes, though nobody changes a row.  Whoever asks for a fold asks for keep_up instead.

-- A window moves with the day, though no row changes.
create function app.move_windows(tenant uuid) returns boolean
language plpgsql volatile as $$
declare
  today date := app.tenant_today(tenant);
begin
  update public.matching_state set windows_moved_on = today, updated_at = now()
  where tenant_id = tenant and windows_moved_on is distinct from today;
  if not found or not exists (
    select from public.personas where tenant_id = tenant and is_active and criteria -> 'engagement' ? 'window_days') then
    return false;
  end if;
  perform app.rematch_engaged(tenant, null, 'window_moved');
  return true;
end $$;
comment on function app.move_windows is 'Matches again, once a day of the tenant, everybody to the personas whose engagement has a window.';

create function app.keep_up() returns bigint
language plpgsql volatile as $$
declare
  tenant uuid;
  folded bigint := 0;
begin
  for tenant in
    select tenant_id from public.engagement_deltas
    union select tenant_id from public.link_deltas
    union select tenant_id from public.target_deltas
    union select tenant_id from public.matching_state where windows_moved_on is distinct from app.tenant_today(tenant_id)
    order by 1
  loop
    -- Windows first: matching_state comes before whatever else is held.  They may move people, which is folded at once.
    perform app.move_windows(tenant);
    folded := folded + app.fold_tenant(tenant);
  end loop;
  return folded;
end $$;
comment on function app.keep_up is 'Moves the windows of tenants whose day is a new one, and folds the logs of all; tenants that the caller may see. Returns the log rows folded.';
