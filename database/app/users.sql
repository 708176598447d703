-- Users: who may guess a password and how often, whose browser it is that asks, who belongs to which tenant, and what of all
-- that is written down.

create function app.actor() returns text
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.actor', true), ''), 'database role ' || session_user)
$$;
comment on function app.actor is 'Who acts, for the audit log: what the transaction has said of itself (a user''s id, a key''s prefix, the command line), or else the role that is connected.';

create function app.network_of(address inet, bits_of_4 integer, bits_of_6 integer) returns text
language sql immutable parallel safe as $$
  select network(set_masklen(address, case family(address) when 4 then bits_of_4 else bits_of_6 end))::text
$$;
comment on function app.network_of is 'The network of an address: so many bits of one of version 4, or of version 6, where nobody has a single one.';

-- GCRA over all limits at once: two hundred that come at the same moment are granted no more than as many that come one after the
-- other, and nothing that goes well gives any back.
create function app.take_leave(limits jsonb) returns interval
language plpgsql volatile as $$
declare
  keys bytea[];
  longest interval;
begin
  select array_agg(l.key order by l.key) into keys from jsonb_to_recordset(limits) l(key bytea);
  -- Looked at twice: who has to wait keeps nobody else waiting, and changes nothing.
  for look in 1 .. 2 loop
    if look = 2 then
      insert into public.guess_limits as g (key) select k.key from unnest(keys) k(key) order by k.key
      on conflict (key) do update set theoretical_arrival = g.theoretical_arrival;
    end if;
    select max(g.theoretical_arrival - (l.burst - 1) * l.every) - clock_timestamp() into longest
    from jsonb_to_recordset(limits) l(key bytea, burst integer, every interval) join public.guess_limits g using (key);
    if longest > interval '0' then
      return longest;
    end if;
  end loop;
  update public.guess_limits g
  set theoretical_arrival = greatest(g.theoretical_arrival, clock_timestamp()) + l.every
  from jsonb_to_recordset(limits) l(key bytea, every interval)
  where g.key = l.key;
  return interval '0';
end $$;
comment on function app.take_leave is 'Asks for leave to do something that is limited, by limits of a key (a hash), a burst and an interval: 0 when all of them grant it, else how long to wait. For the owner alone.';

create function app.take_guess(login text, address inet, device bytea)
returns table (account uuid, hash text, wait interval, is_known boolean)
language plpgsql volatile as $$
declare
  u public.users;
  knows boolean;
  longest interval;
begin
  select * into u from public.users l where l.email = login and l.disabled_at is null;
  -- Where a user has signed in before, nobody but who has that browser uses the guesses up, also nobody in the same house.
  knows := exists (select from public.known_devices d where d.token_hash = device and d.user_id = u.id);
  select app.take_leave(jsonb_agg(jsonb_build_object('key', sha256(convert_to(l.what, 'UTF8') || coalesce(l.whose, '')), 'burst', l.burst, 'every', l.every))) into longest
  from (values
    ('device ', device, 10, '30 seconds', knows),
    ('account ' || login, null, 10, '30 seconds', not knows),
    ('address ' || app.network_of(address, 32, 64), null, 30, '5 seconds', not knows),
    -- Whoever has one network of version 6 may have sixty thousand.
    ('address ' || app.network_of(address, 32, 48), null, 300, '500 milliseconds', not knows and family(address) = 6)
  ) l(what, whose, burst, every, applies)
  where l.applies;
  if longest > interval '0' then
    return query select null::uuid, null::text, longest, knows;
  else
    return query select u.id, u.password_hash, interval '0', knows;
  end if;
end $$;
comment on function app.take_guess is 'Asks for leave to compare a password, before any is looked at: granted (a wait of 0), the account and its hash, both null where there is none; else how long to wait. And whether the browser is one in which the user has signed in before. For the owner alone.';

-- Three at once and one every half an hour: never more than five within an hour, whoever asks for them.
create function app.take_mail(login text, address inet) returns interval
language sql volatile as $$
  select app.take_leave(jsonb_agg(jsonb_build_object('key', sha256(convert_to(l.what, 'UTF8')), 'burst', l.burst, 'every', l.every)))
  from (values
    ('mail to ' || login, 3, '30 minutes'),
    ('mail asked for from ' || app.network_of(address, 32, 64), 10, '3 minutes'),
    ('mail asked for from ' || case family(address) when 6 then app.network_of(address, 32, 48) end, 100, '20 seconds')
  ) l(what, burst, every)
  where l.what is not null
$$;
comment on function app.take_mail is 'Asks for leave to send a mail to an address, whether there is such a user or not, and whether somebody asked for it from an address or (null) an owner did: 0 when it is granted, else how long to wait. For the owner alone.';

create function app.purge_accounts() returns bigint
language sql volatile as $$
  with over as (
      -- What is being asked for at this moment is not over.
      select key from public.guess_limits where theoretical_arrival < clock_timestamp() order by key for update skip locked
    ),
    limits as (delete from public.guess_limits g using over where g.key = over.key returning 1),
    links as (delete from public.account_links where expires_at < clock_timestamp() returning 1),
    devices as (delete from public.known_devices where last_used < clock_timestamp() - interval '1 year' returning 1),
    ended as (delete from public.sessions where expires_at < clock_timestamp() or last_used < clock_timestamp() - interval '7 days' returning 1),
    -- What nobody came back with still holds the secret of an app.
    asked as (delete from public.consents where expires_at < clock_timestamp() returning 1)
  select (select count(*) from limits) + (select count(*) from links) + (select count(*) from devices) + (select count(*) from ended)
    + (select count(*) from asked)
$$;
comment on function app.purge_accounts is 'Deletes limits, links, browsers, sessions and questions for consent whose time is over; how many. For the owner alone.';

create function app.home_of(account uuid) returns uuid
language sql stable parallel safe as $$
  select m.tenant_id
  from public.memberships m
  left join public.sessions s on s.tenant_id = m.tenant_id and s.user_id = m.user_id
  where m.user_id = account
  group by m.tenant_id, m.created_at
  order by max(s.last_used) desc nulls last, m.created_at, m.tenant_id
  limit 1
$$;
comment on function app.home_of is 'The tenant in which a session of a user begins: where they were last, or else the first that took them in; null: none.';

-- Definer, since who a user is stands in a table of the owner's; for the tenant that the transaction acts for, and only of its members.
create function app.use_session(tenant uuid, hash bytea)
returns table (session uuid, member uuid, email text, name text, role public.member_role, campaigns integer[], rotate boolean, team text, zone text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  here timestamptz := clock_timestamp();
  s public.sessions;
begin
  perform app.require_tenant(tenant);
  select * into s from public.sessions l
  where l.tenant_id = tenant and hash in (l.token_hash, l.previous_hash) and l.expires_at > here and l.last_used > here - interval '7 days';
  if s.id is null then
    return;
  end if;
  -- The token before is good until the new one has come, since an answer may be lost on its way, and a minute more for what is
  -- under way then.  Whoever shows it later has a copy, or somebody else has: nobody knows which of them is the user.
  if s.token_hash <> hash and s.token_seen_at < here - interval '1 minute' then
    delete from public.sessions l where l.tenant_id = tenant and l.id = s.id;
    insert into public.audit_log (tenant_id, actor, event, subject) values (tenant, 'nobody', 'user.token_reused', s.user_id::text);
    return;
  end if;
  -- Once a minute is enough to know whether it is in use.
  if s.last_used < here - interval '1 minute' or s.token_hash = hash and s.token_seen_at is null then
    update public.sessions l
    set last_used = here, token_seen_at = case when l.token_hash = hash then coalesce(l.token_seen_at, here) else l.token_seen_at end
    where l.tenant_id = tenant and l.id = s.id;
    -- Whoever ended it meanwhile was waited for.
    if not found then
      return;
    end if;
  end if;
  return query
    select s.id, u.id, u.email, u.name, m.role,
      -- A client of all campaigns is confined to them all the same: to these campaigns, and to nothing else that there is.
      case when m.role = 'client' and m.campaign_ids is null then array(select c.id from public.campaigns c where c.tenant_id = tenant order by c.id)
        else m.campaign_ids end,
      s.rotated_at < here - interval '1 hour', t.name, t.time_zone
    from public.memberships m
    join public.users u on u.id = m.user_id
    join public.tenants t on t.id = m.tenant_id
    where m.tenant_id = tenant and m.user_id = s.user_id and u.disabled_at is null;
end $$;
comment on function app.use_session is 'Whose session it is and what they may do; no row: it is none, or its time is over. A token that is an hour old is to be changed.';

create function app.members(tenant uuid)
returns table (member uuid, email text, name text, role public.member_role, campaigns integer[], joined_at timestamptz, last_used timestamptz,
  sessions integer, has_password boolean, has_identity boolean, disabled_at timestamptz)
language plpgsql stable security definer parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_tenant(tenant);
  return query
    select u.id, u.email, u.name, m.role, m.campaign_ids, m.created_at, s.last_used, coalesce(s.sessions, 0)::integer, u.password_hash is not null,
      exists (select from public.user_identities i where i.user_id = u.id), u.disabled_at
    from public.memberships m
    join public.users u on u.id = m.user_id
    left join lateral (
      select count(*) as sessions, max(l.last_used) as last_used from public.sessions l
      where l.tenant_id = m.tenant_id and l.user_id = m.user_id and l.expires_at > clock_timestamp()
        and l.last_used > clock_timestamp() - interval '7 days') s on true
    where m.tenant_id = tenant;
end $$;
comment on function app.members is 'The users who belong to a tenant.';

-- Whoever changes the way in, closes the way in for all who came by the old one.
create function app.tg_users__doors() returns trigger
language plpgsql volatile as $$
declare
  closed uuid[];
begin
  select array_agg(n.id) into closed
  from new_rows n join old_rows o on o.id = n.id
  where n.password_hash is distinct from o.password_hash or n.email <> o.email or n.disabled_at is not null and o.disabled_at is null;
  delete from public.sessions s using public.memberships m
  where m.user_id = any (closed) and s.tenant_id = m.tenant_id and s.user_id = m.user_id;
  delete from public.account_links l where l.user_id = any (closed);
  -- Whoever knew the old password may have signed in anywhere.
  delete from public.known_devices d where d.user_id = any (closed);
  insert into public.audit_log (tenant_id, actor, event, subject)
  select m.tenant_id, app.actor(), e.event, n.id::text
  from new_rows n
  join old_rows o on o.id = n.id
  join public.memberships m on m.user_id = n.id
  cross join lateral (values
    ('user.password_set', n.password_hash is distinct from o.password_hash),
    ('user.email_changed', n.email <> o.email),
    ('user.disabled', n.disabled_at is not null and o.disabled_at is null),
    ('user.enabled', n.disabled_at is null and o.disabled_at is not null)) e(event, happened)
  where e.happened
  order by m.tenant_id, n.id, e.event;
  return null;
end $$;
comment on function app.tg_users__doors is 'Trigger on users: a new password, a new address or a door that is closed ends every session, link and known browser of the user, and is written down in each of their tenants.';
create trigger _500_doors after update on public.users
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_users__doors();

create function app.tg_memberships__audit() returns trigger
language plpgsql volatile as $$
begin
  -- Of a tenant that is being deleted there is nothing left that could keep it.
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'member.added', n.user_id::text, jsonb_build_object('role', n.role, 'campaigns', n.campaign_ids, 'email', u.email)
    from new_rows n left join public.users u on u.id = n.user_id order by n.tenant_id, n.user_id;
  elsif tg_op = 'DELETE' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select o.tenant_id, app.actor(), 'member.removed', o.user_id::text, jsonb_build_object('role', o.role, 'email', u.email)
    from old_rows o left join public.users u on u.id = o.user_id where exists (select from public.tenants t where t.id = o.tenant_id) order by o.tenant_id, o.user_id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'member.changed', n.user_id::text,
      jsonb_build_object('role', n.role, 'campaigns', n.campaign_ids, 'was', jsonb_build_object('role', o.role, 'campaigns', o.campaign_ids))
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.user_id = n.user_id
    where (n.role, n.campaign_ids) is distinct from (o.role, o.campaign_ids)
    order by n.tenant_id, n.user_id;
  end if;
  return null;
end $$;
comment on function app.tg_memberships__audit is 'Trigger on memberships: writes down who was let in, changed or sent away, and by whom.';
create trigger _500_audit_insert after insert on public.memberships
  referencing new table as new_rows for each statement execute function app.tg_memberships__audit();
create trigger _500_audit_update after update on public.memberships
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_memberships__audit();
create trigger _500_audit_delete after delete on public.memberships
  referencing old table as old_rows for each statement execute function app.tg_memberships__audit();

create function app.has_owner(tenant uuid) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from public.memberships m join public.users u on u.id = m.user_id
    where m.tenant_id = tenant and m.role = 'owner' and u.disabled_at is null)
$$;
comment on function app.has_owner is 'Whether a tenant has an owner who can sign in: one who is disabled is none. For the owner of the database alone.';

create function app.tg_users__owners() returns trigger
language plpgsql volatile as $$
declare
  closed uuid[];
  alone text;
begin
  select array_agg(m.tenant_id) into closed
  from new_rows n join old_rows o on o.id = n.id join public.memberships m on m.user_id = n.id
  where n.disabled_at is not null and o.disabled_at is null and m.role = 'owner';
  perform from public.tenants t where t.id = any (closed) order by t.id for no key update;
  select t.slug into alone from public.tenants t where t.id = any (closed) and not app.has_owner(t.id) order by t.slug limit 1;
  if alone is not null then
    raise exception 'the tenant % would have no owner who can sign in; make somebody else one first', alone using errcode = 'object_in_use';
  end if;
  return null;
end $$;
comment on function app.tg_users__owners is 'Trigger on users: a tenant that has an owner who can sign in keeps one.';
create trigger _200_owners_update after update on public.users
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_users__owners();

create function app.tg_memberships__owners() returns trigger
language plpgsql volatile as $$
declare
  alone text;
begin
  -- The tenants' rows are held, so that two owners who leave at once do so one after the other, and the second sees the first gone.
  perform from public.tenants t
  where t.id in (select o.tenant_id from old_rows o where o.role = 'owner') order by t.id for no key update;
  select t.slug into alone
  from public.tenants t
  where t.id in (select o.tenant_id from old_rows o where o.role = 'owner')
    and not app.has_owner(t.id)
  order by t.slug limit 1;
  if alone is not null then
    raise exception 'the tenant % would have no owner; make somebody else one first', alone using errcode = 'object_in_use';
  end if;
  return null;
end $$;
comment on function app.tg_memberships__owners is 'Trigger on memberships: a tenant that has an owner who can sign in keeps one.';
create trigger _200_owners_update after update on public.memberships
  referencing old table as old_rows for each statement execute function app.tg_memberships__owners();
create trigger _200_owners_delete after delete on public.memberships
  referencing old table as old_rows for each statement execute function app.tg_memberships__owners();
