-- What is sealed, and with which data key: what `rapport keys` counts, and what it seals anew.

create view app.sealed_values with (security_invoker = true) as
  select v.tenant_id, v.table_name, v.column_name, v.row_id, v.sealed,
    -- The first byte is the version of the form, the next sixteen are the key's id; what is shorter was cut off, and has none.
    case when length(v.sealed) >= 17 then encode(substr(v.sealed, 2, 16), 'hex')::uuid end as data_key_id
  from (
    select tenant_id, 'linkedin_connections' as table_name, 'sealed_credentials' as column_name, id as row_id, sealed_credentials as sealed
    from public.linkedin_connections
    union all
    select tenant_id, 'linkedin_cookies', 'sealed_jar', id, sealed_jar from public.linkedin_cookies
    union all
    select tenant_id, 'webhook_endpoints', 'sealed_secret', id, sealed_secret from public.webhook_endpoints
    union all
    select tenant_id, 'webhook_endpoints', 'sealed_previous', id, sealed_previous from public.webhook_endpoints
    union all
    select tenant_id, 'webhook_sources', 'sealed_secret', id, sealed_secret from public.webhook_sources
    union all
    select tenant_id, 'webhook_sources', 'sealed_previous', id, sealed_previous from public.webhook_sources
    union all
    select tenant_id, 'consents', 'sealed_question', session_id, sealed_question from public.consents
  ) v
  where v.sealed is not null;
comment on view app.sealed_values is 'Every sealed value of the database and the data key that opens it.';

-- A view cannot be written through when it is a union, and the service names no table in a variable.
create function app.seal_anew(into_table text, into_row uuid, old bytea, new bytea) returns boolean
language plpgsql volatile as $$
declare
  rows bigint;
begin
  -- Only what is still as it was read: whoever wrote in the meantime has sealed with the current key already.
  case into_table
    when 'linkedin_connections' then update public.linkedin_connections set sealed_credentials = new where id = into_row and sealed_credentials = old;
    when 'linkedin_cookies' then update public.linkedin_cookies set sealed_jar = new where id = into_row and sealed_jar = old;
    -- No two sealed values are the same, so the old one says which column is meant.
    when 'webhook_endpoints' then
      update public.webhook_endpoints
      set sealed_secret = case when sealed_secret = old then new else sealed_secret end,
        sealed_previous = case when sealed_previous = old then new else sealed_previous end
      where id = into_row and old in (sealed_secret, sealed_previous);
    when 'webhook_sources' then
      update public.webhook_sources
      set sealed_secret = case when sealed_secret = old then new else sealed_secret end,
        sealed_previous = case when sealed_previous = old then new else sealed_previous end
      where id = into_row and old in (sealed_secret, sealed_previous);
    when 'consents' then update public.consents set sealed_question = new where session_id = into_row and sealed_question = old;
    else return false;
  end case;
  get diagnostics rows = row_count;
  return rows > 0;
end $$;
comment on function app.seal_anew is 'Replaces a sealed value, if it is still the one that was read; whether it was.';
