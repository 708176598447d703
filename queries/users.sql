-- Users, as the owner sees them: who may sign in, with what, and to where.  Addresses come as they are kept: trimmed, in lower case.

--! take_guess (device?) : (account?, hash?)
select account, hash, is_known, extract(epoch from wait)::float8 as wait_s from app.take_guess(:login, :address::text::inet, :device);

-- Held until the session is there: whoever changes the password or disables the user meanwhile waits, and then ends it.
--! hold_user (hash?) : (home?)
select app.home_of(u.id) as home
from users u
where u.id = :account and u.disabled_at is null and (:hash::text is null or u.password_hash = :hash)
for share;

--! say_actor
select set_config('app.actor', :actor, true) as actor;

--! is_known_device
with used as (update known_devices set last_used = clock_timestamp() where token_hash = :hash and user_id = :account returning 1)
select exists (select from used) as is_known;

-- Of more than twenty, those that were not used for longest are strangers again.
--! know_device
with latest as (select token_hash from known_devices where user_id = :account order by last_used desc, token_hash limit 19),
  gone as (delete from known_devices where user_id = :account and token_hash not in (select token_hash from latest))
insert into known_devices (token_hash, user_id) values (:hash, :account);

--! note_of_user
insert into audit_log (tenant_id, actor, event, subject, details)
select m.tenant_id, app.actor(), :event, m.user_id::text, :details from memberships m where m.user_id = :account order by m.tenant_id;

-- Where somebody was, and from where, is for the tenant in which they were.
--! note_at_home
insert into audit_log (tenant_id, actor, event, subject, details)
select h.home, app.actor(), :event, :account::uuid::text, :details from (select app.home_of(:account) as home) h where h.home is not null;

--! note_in
insert into audit_log (tenant_id, actor, event, subject, details) values (:tenant, app.actor(), :event, :account::uuid::text, :details);

--! end_sessions
with held as (select id from users where id = :account for no key update),
  ended as (
    delete from sessions s using memberships m, held h
    where m.user_id = h.id and s.tenant_id = m.tenant_id and s.user_id = m.user_id)
delete from known_devices d using held h where d.user_id = h.id;

--! user_by_email : (disabled_at?)
select id, email, name, password_hash is not null as has_password, disabled_at from users where email = :email;

--! has_users
select exists (select from users);

-- Nobody else becomes a user meanwhile.
--! lock_users
lock table users in share row exclusive mode;

--! add_user
insert into users (email, name) values (:email, :name)
on conflict (email) do update set name = case when users.name = '' then excluded.name else users.name end
returning id;

--! set_password (before?)
update users set password_hash = :hash
where id = :account and disabled_at is null and (:before::text is null or password_hash = :before);

--! set_disabled
update users set disabled_at = case when :disabled::boolean then coalesce(disabled_at, clock_timestamp()) end where id = :account;

--! delete_user
delete from users where id = :account;

--! hold_user_by_email : (disabled_at?)
select id, password_hash is not null as has_password, disabled_at from users where email = :email for update;

--! add_member (campaigns?)
insert into memberships (tenant_id, user_id, role, campaign_ids) values (:tenant, :account, :role::text::member_role, :campaigns);

--! change_member (campaigns?)
update memberships set role = :role::text::member_role, campaign_ids = :campaigns where tenant_id = :tenant and user_id = :account;

--! remove_member
delete from memberships where tenant_id = :tenant and user_id = :account;

-- Held, so that whoever sends this owner away meanwhile waits, or is waited for.
--! hold_owner
select user_id from memberships where tenant_id = :tenant and user_id = :account and role = 'owner' for share;

-- Held, so that nobody takes the user in elsewhere meanwhile.
--! hold_member : (disabled_at?)
select u.email, u.name, u.password_hash is not null as has_password, u.disabled_at, m.role::text as role
from users u join memberships m on m.user_id = u.id
where m.tenant_id = :tenant and u.id = :account
for update;

-- Whose door an owner may open: only of somebody who belongs to no tenant but those that this owner owns, since it opens them all.
--! belongs_elsewhere
select exists (
  select from memberships m
  where m.user_id = :account and not exists (
    select from memberships o where o.tenant_id = m.tenant_id and o.user_id = :acting and o.role = 'owner'));

--! end_sessions_here
with held as (select id from users where id = :account for no key update)
delete from sessions s using held h where s.tenant_id = :tenant and s.user_id = h.id;

--! memberships_of
select t.id, t.slug, t.name, m.role::text as role
from memberships m join tenants t on t.id = m.tenant_id
where m.user_id = :account
order by lower(t.name), t.slug;

-- The one before is over: two that open the same door are one too many.
--! make_link (account?)
insert into account_links as l (token_hash, purpose, user_id, expires_at)
values (:hash, :purpose::text::link_purpose, :account, clock_timestamp() + :seconds::float8 * interval '1 second')
on conflict (user_id, purpose) do update
set token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = clock_timestamp();

--! link : (account?, email?)
select l.purpose::text as purpose, l.user_id as account, u.email
from account_links l left join users u on u.id = l.user_id
where l.token_hash = :hash and l.expires_at > clock_timestamp() and u.disabled_at is null
  and (l.purpose <> 'set_up' or not exists (select from users));

--! use_link : (account?)
delete from account_links where token_hash = :hash and purpose = :purpose::text::link_purpose and expires_at > clock_timestamp()
returning user_id as account;

--! purge_accounts
select app.purge_accounts() + app.purge_idempotency_keys() + app.purge_reports() as purged;

--! take_mail (address?)
select extract(epoch from app.take_mail(:login, :address::text::inet))::float8 as wait_s;

-- A job of the tenant in which the user is at home, which exists if what it tells of does.
--! enqueue_mail
insert into scraping_jobs (tenant_id, kind, input, priority)
select h.home, 'mail', jsonb_build_object('letter', :letter::text, 'account', u.id), 10
from users u cross join lateral (select app.home_of(u.id) as home) h
where u.id = :account and u.disabled_at is null and h.home is not null and (not :only_with_password::boolean or u.password_hash is not null);

--! member_to_write_to : (disabled_at?)
select email, disabled_at from members(:tenant) where member = :account;

-- Once an hour, however often it happens.
--! note_refused_guesses
insert into audit_log (tenant_id, actor, event, subject, details)
select h.home, 'nobody', 'user.guesses_refused', u.id::text, :details
from users u cross join lateral (select app.home_of(u.id) as home) h
where u.email = :email and u.disabled_at is null and h.home is not null
  and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to('noted guesses at ' || u.id, 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0';

--! note_forged_form
insert into audit_log (tenant_id, actor, event, subject, details)
select s.tenant_id, 'nobody', 'user.forged_form', s.user_id::text, :details
from sessions s
where s.tenant_id = :tenant and :hash in (s.token_hash, s.previous_hash) and s.expires_at > clock_timestamp()
  and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to('noted forms of ' || s.id, 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0';

-- Whose it would be is known by who they are at the service, or else by an address that it has verified.
--! note_refused_service (email?)
insert into audit_log (tenant_id, actor, event, subject, details)
select h.home, 'nobody', 'user.service_refused', u.id::text,
  :details || jsonb_build_object('why', case when u.disabled_at is not null then 'disabled' else 'somebody else at the service' end)
from users u cross join lateral (select app.home_of(u.id) as home) h
where u.id = coalesce(
    (select i.user_id from user_identities i where i.issuer = :issuer and i.subject = :subject), (select e.id from users e where e.email = :email::text))
  and h.home is not null
  and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to('noted refusals of ' || u.id, 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0';

--! use_identity
update user_identities set last_used = clock_timestamp() where issuer = :issuer and subject = :subject returning user_id;

-- One identity a service: whoever comes under another is somebody else, whatever their address.
--! bind_identity
insert into user_identities (issuer, subject, user_id)
select :issuer, :subject, u.id from users u where u.email = :email and u.disabled_at is null
on conflict do nothing
returning user_id;

--! unbind_identities
delete from user_identities where user_id = :account;
