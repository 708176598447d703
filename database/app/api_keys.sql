-- API keys: which are good, and what of their lives is written down.

create function app.is_good(key public.api_keys) returns boolean
language sql stable as $$
  select key.revoked_at is null and coalesce(key.expires_at > clock_timestamp(), true)
$$;
comment on function app.is_good is 'Whether a key opens anything at this moment.';

create function app.use_api_key(key_prefix text, hash bytea) returns table (id uuid, scopes text[])
language sql volatile as $$
  -- Once a minute is enough to know whether it is in use.
  update public.api_keys k set last_used = clock_timestamp()
  where k.prefix = key_prefix and k.secret_hash = hash and app.is_good(k)
    and coalesce(k.last_used < clock_timestamp() - interval '1 minute', true);
  select k.id, k.scopes::text[] from public.api_keys k
  where k.prefix = key_prefix and k.secret_hash = hash and app.is_good(k)
$$;
comment on function app.use_api_key is 'The key of this prefix and hash, of the tenant that the transaction acts for; no row: there is none that is good.';

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
