-- API keys, as their tenant sees them.

--! add_api_key (days?)
insert into api_keys (tenant_id, name, prefix, secret_hash, scopes, expires_at)
values (:tenant, :name, :prefix, :hash, :scopes::text[]::api_scope[], clock_timestamp() + :days::int * interval '1 day')
returning id;

--! use_api_key : (wait_s?)
select id, scopes, most, remaining, extract(epoch from full_in)::float8 as full_in_s, extract(epoch from wait)::float8 as wait_s
from app.use_api_key(:prefix, :hash);

--! is_api_key
select exists (select from api_keys where prefix = :prefix) as it;

-- Once an hour for each reason: whoever knows a key's name may try secrets, and must not hide who shows the right one after its end.
--! note_refused_key
insert into audit_log (tenant_id, actor, event, subject, details)
select k.tenant_id, 'nobody', 'api_key.refused', k.prefix, :details || jsonb_build_object('name', k.name, 'why', w.why)
from api_keys k
cross join lateral (
  select case when k.secret_hash <> :hash then 'wrong secret' when k.revoked_at is not null then 'revoked' when not app.is_good(k) then 'ended' end as why) w
where k.tenant_id = :tenant and k.prefix = :prefix and w.why is not null
  and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to(concat_ws(' ', 'noted refusals of', k.id, w.why), 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0';

--! take_idempotency_key : (status?, answer?)
select state, status, answer from app.take_idempotency_key(:key, :wanted, :hash);

--! keep_answer
insert into idempotency_keys (tenant_id, api_key_id, key, request_hash, status, answer) values (:tenant, :key, :wanted, :hash, :status, :answer);

--! api_key_itself : ()
select row_to_json(m) as row
from (
  select json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'time_zone', t.time_zone, 'currency', t.currency) as tenant,
    json_build_object('name', k.name, 'prefix', k.prefix, 'scopes', k.scopes, 'expires_at', k.expires_at) as key
  from api_keys k join tenants t on t.id = k.tenant_id
  where k.id = :id
) m;

--! api_key_rows : ()
select row_to_json(k) as row
from (
  select name, prefix, scopes, last_used, expires_at,
    case when revoked_at is not null then 'revoked' when expires_at <= clock_timestamp() then 'ended' else 'good' end as state, revoked_at, created_at, id
  from api_keys
  where :all::boolean or app.is_good(api_keys)
  order by lower(name), created_at, id
) k;

--! revoke_api_key
update api_keys set revoked_at = clock_timestamp()
where (lower(name) = lower(:name) or prefix = :name) and revoked_at is null
returning name;

--! revoke_api_key_itself
update api_keys set revoked_at = clock_timestamp() where id = :id and revoked_at is null returning name;

-- Asked again while something long goes on.
--! api_key_may_write
select exists (select from api_keys k where k.id = :key and app.is_good(k) and 'write' = any (k.scopes)) as may;
