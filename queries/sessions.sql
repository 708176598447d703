-- Sessions: a browser that is signed in to one tenant.

--! begin_session (expires_at?)
insert into sessions (tenant_id, user_id, token_hash, user_agent, expires_at)
values (:tenant, :account, :hash, :agent, coalesce(:expires_at, clock_timestamp() + interval '30 days'));

--! use_session : (campaigns?)
select session, member, email, name, role::text as role, campaigns, rotate, team, zone from app.use_session(:tenant, :hash);

--! rotate_session
update sessions
set previous_hash = :shown, token_hash = :next, rotated_at = clock_timestamp(), token_seen_at = null
where id = :id and :shown in (token_hash, previous_hash) and rotated_at < clock_timestamp() - interval '1 hour';

--! end_session
delete from sessions where :hash in (token_hash, previous_hash) returning user_id;

-- By the owner, for who goes on in another tenant: no session lasts longer for that.
--! leave_session
delete from sessions where tenant_id = :tenant and id = :id returning expires_at;

--! session_rows : ()
select row_to_json(s) as row
from (
  select id, user_agent, last_used, created_at, expires_at from sessions
  where user_id = :account and expires_at > clock_timestamp() and last_used > clock_timestamp() - interval '7 days'
  order by last_used desc, id
) s;

--! member_rows : ()
select row_to_json(m) as row
from (
  select email, name, role, campaigns, has_password, has_identity, sessions, last_used, joined_at, disabled_at, member as id
  from app.members(:tenant) order by role, lower(email)
) m;

--! member_has_password
select has_password from app.members(:tenant) where member = :account;

--! note_of_session
insert into audit_log (actor, event, subject) values (:actor, :event, :subject);

-- Asked again while something long goes on.
--! session_may_change
select exists (
  select from sessions s join memberships m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
  where s.id = :session and s.expires_at > clock_timestamp() and m.role in ('owner', 'editor')) as may;
