-- API keys: which are good, how often they may call, what is done once, and what of their lives is written down.

create function app.is_good(key public.api_keys) returns boolean
language sql stable parallel safe as $$
  select key.revoked_at is null and coalesce(key.expires_at > clock_timestamp(), true)
$$;
comment on function app.is_good is 'Whether a key opens anything at this moment.';

-- GCRA, as for calls that we make ourselves: one row, one update, the database's clock, any number of servers.
create function app.use_api_key(key_prefix text, hash bytea)
returns table (id uuid, scopes text[], most integer, remaining integer, full_in interval, wait interval)
language plpgsql volatile as $$
declare
  each constant interval := interval '50 milliseconds';
  burst constant integer := 200;
  k public.api_keys;
  here timestamptz;
begin
  -- Who it was that called must not wait for a disk, and a crash may forget the last half second of it.
  perform set_config('synchronous_commit', 'off', true);
  select * into k from public.api_keys l where l.prefix = key_prefix and l.secret_hash = hash and app.is_good(l) for no key update;
  if not found then
    return;
  end if;
  here := clock_timestamp();
  k.theoretical_arrival := greatest(k.theoretical_arrival, here);
  if k.theoretical_arrival > here + (burst - 1) * each then
    return query select k.id, k.scopes::text[], burst, 0, k.theoretical_arrival - here, k.theoretical_arrival - here - (burst - 1) * each;
    return;
  end if;
  k.theoretical_arrival := k.theoretical_arrival + each;
  update public.api_keys l set theoretical_arrival = k.theoretical_arrival, last_used = here where l.tenant_id = k.tenant_id and l.id = k.id;
  return query select k.id, k.scopes::text[], burst,
    floor(extract(epoch from here + burst * each - k.theoretical_arrival) / extract(epoch from each))::integer,
    k.theoretical_arrival - here, null::interval;
end $$;
comment on function app.use_api_key is 'The key of this prefix and hash, of the tenant that the transaction acts for, with a call taken from its rate: 200 at once, 20 a second in the long run. No row: there is none that is good; a wait: no call is left, and so long it takes for the next one.';

-- What has an effect is done once, however often it is asked for: the answer is written down in the transaction of the effect.
create function app.take_idempotency_key(holder uuid, wanted text, hash bytea) returns table (state text, status smallint, answer json)
language plpgsql volatile as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  before text := current_setting('lock_timeout');
begin
  -- Most calls are short, and one that failed leaves its lock to a connection that is about to close.  Whoever has waited for a
  -- quarter of a second is told to come again, and holds no connection up.
  begin
    perform set_config('lock_timeout', '250ms', true), pg_advisory_xact_lock(hashtextextended(concat_ws(' ', tenant, holder, wanted), 20));
    perform set_config('lock_timeout', before, true);
  exception when lock_not_available then
    return query select 'busy', null::smallint, null::json;
    return;
  end;
  return query
    select case when i.request_hash = hash then 'done' else 'other' end, i.status, i.answer
    from public.idempotency_keys i where i.tenant_id = tenant and i.api_key_id = holder and i.key = wanted;
end $$;
comment on function app.take_idempotency_key is 'Whether a call of this API key and idempotency key is under way (busy), was made with another request (other), or is done, with its answer; no row: it is taken, to the end of the transaction.';

create function app.purge_idempotency_keys() returns bigint
language sql volatile as $$
  with gone as (delete from public.idempotency_keys where created_at < clock_timestamp() - interval '1 day' returning 1) select count(*) from gone
$$;
comment on function app.purge_idempotency_keys is 'Deletes idempotency keys that are a day old, of tenants that the caller may see; how many.';

create function app.tg_api_keys__audit() returns trigger
language plpgsql volatile as $$
begin
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'api_key.made', n.prefix, jsonb_build_object('name', n.name, 'scopes', n.scopes, 'expires_at', n.expires_at)
    from new_rows n order by n.tenant_id, n.id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'api_key.revoked', n.prefix, jsonb_build_object('name', n.name)
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where n.revoked_at is not null and o.revoked_at is null order by n.tenant_id, n.id;
  end if;
  return null;
end $$;
comment on function app.tg_api_keys__audit is 'Trigger on api_keys: writes down who made a key and who ended it.';
create trigger _500_audit_insert after insert on public.api_keys
  referencing new table as new_rows for each statement execute function app.tg_api_keys__audit();
create trigger _500_audit_update after update on public.api_keys
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_api_keys__audit();
