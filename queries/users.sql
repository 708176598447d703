-- Users, as the owner sees them: who may sign in, with what, and to where.

--! take_guess (device?) : (account?, hash?)
select account, hash, extract(epoch from wait)::float8 as wait_s from app.take_guess(:login, :address::text::inet, :device);

-- That the password is still the one that was compared, held until the session is there.
--! hold_user (hash?) : (home?)
select u.email, u.name, app.home_of(u.id) as home
from users u
where u.id = :account and u.disabled_at is null and (:hash::text is null or u.password_hash = :hash)
for key share;

--! say_actor
select set_config('app.actor', :actor, true) as actor;

--! know_device
insert into known_devices (token_hash, user_id) values (:hash, :account)
on conflict (token_hash) do update set user_id = excluded.user_id, last_used = clock_timestamp();

--! note_of_user
insert into audit_log (tenant_id, actor, event, subject, details)
select m.tenant_id, app.actor(), :event, m.user_id::text, :details from memberships m where m.user_id = :account order by m.tenant_id;

--! end_sessions
delete from sessions where user_id = :account;

--! forget_devices
delete from known_devices where user_id = :account;

--! user_by_email : (disabled_at?)
select id, email, name, password_hash is not null as has_password, disabled_at from users where email = lower(trim(:email));

--! has_users
select exists (select from users);

--! add_user
insert into users (email, name) values (lower(trim(:email)), :name)
on conflict (email) do update set name = case when users.name = '' then excluded.name else users.name end
returning id;

--! set_password
update users set password_hash = :hash where id = :account;

--! set_disabled
update users set disabled_at = case when :disabled::boolean then coalesce(disabled_at, clock_timestamp()) end where id = :account;

--! delete_user
delete from users where id = :account;

--! set_member (campaigns?)
insert into memberships (tenant_id, user_id, role, campaign_ids) values (:tenant, :account, :role::text::member_role, :campaigns)
on conflict (tenant_id, user_id) do update set role = excluded.role, campaign_ids = excluded.campaign_ids;

--! remove_member
delete from memberships where tenant_id = :tenant and user_id = :account;

--! memberships_of
select t.id, t.slug, t.name, m.role::text as role
from memberships m join tenants t on t.id = m.tenant_id
where m.user_id = :account
order by lower(t.name), t.slug;

-- The one before is over: two that open the same door are one too many.
--! make_link (account?)
with before as (delete from account_links where purpose = :purpose::text::link_purpose and user_id is not distinct from :account)
insert into account_links (token_hash, purpose, user_id, expires_at)
values (:hash, :purpose::text::link_purpose, :account, clock_timestamp() + :seconds::float8 * interval '1 second');

--! link : (account?, email?)
select l.purpose::text as purpose, l.user_id as account, u.email
from account_links l left join users u on u.id = l.user_id
where l.token_hash = :hash and l.expires_at > clock_timestamp() and u.disabled_at is null;

--! use_link : (account?)
delete from account_links where token_hash = :hash and purpose = :purpose::text::link_purpose and expires_at > clock_timestamp()
returning user_id as account;

--! purge_accounts
select app.purge_accounts() as purged;
