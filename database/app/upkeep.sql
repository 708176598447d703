-- Upkeep: what must be done as time passes or as this schema is replaced, though nobody changes a row.  Whoever asks for a
-- fold asks for keep_up instead.

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

-- Keys of companies are stored, and a deploy may bring another way to write them.
create function app.renew_company_keys() returns bigint
language sql volatile as $$
  with stale as (
    select c.tenant_id, c.id, k.key, row_number() over (partition by c.tenant_id, k.key order by c.id) as n
    from public.companies c cross join lateral (select app.company_key(c.name) as key offset 0) k
    where c.name_key <> k.key
  ),
  renewed as (
    update public.companies c set name_key = s.key
    from stale s
    where c.tenant_id = s.tenant_id and c.id = s.id and s.n = 1
      -- Two that turn out to be one stay two until somebody merges them.
      and not exists (select from public.companies o where o.tenant_id = s.tenant_id and o.name_key = s.key)
    returning 1
  )
  select count(*) from renewed
$$;
comment on function app.renew_company_keys is 'Writes the keys of companies that app.company_key writes otherwise now. Returns how many; none, except right after a deploy.';
do $$ begin perform app.renew_company_keys(); end $$;

-- So are the texts by which people are looked for, which a database that was adopted does not have yet.
create function app.renew_folded_texts() returns bigint
language sql volatile as $$
  with stale as (
    select p.tenant_id, p.id, k.folded
    from public.persons p
    cross join lateral (select app.person_text(p.name, p.title_override, p.current_title, p.headline) as folded offset 0) k
    where p.folded <> k.folded
  ),
  renewed as (
    update public.persons p set folded = s.folded from stale s where p.tenant_id = s.tenant_id and p.id = s.id returning 1
  )
  select count(*) from renewed
$$;
comment on function app.renew_folded_texts is 'Writes the texts by which people are looked for that app.person_text writes otherwise now. Returns how many; none, except right after a deploy.';
do $$ begin perform app.renew_folded_texts(); end $$;
