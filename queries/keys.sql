-- Master keys are the owner's; data keys and sealed values are a tenant's.

--! lock_rotation
select pg_try_advisory_lock(4715, 0) as is_ours;

--! master_keys : (retired_at?)
select id, proof, created_at, retired_at from master_keys order by created_at, id;

--! add_first_master_key
insert into master_keys (id, proof) select :id, :proof where not exists (select from master_keys) on conflict do nothing;

--! retire_master_keys
update master_keys set retired_at = now() where retired_at is null and id <> :current;

--! make_master_key_current
insert into master_keys (id, proof) values (:id, :proof) on conflict (id) do update set retired_at = null;

--! hold_current_master_key
select id from master_keys where retired_at is null for share;

--! add_data_key
insert into data_keys (tenant_id, id, master_key_id, sealed_key) values (:tenant, :id, :master_key, :sealed_key)
on conflict (tenant_id) where retired_at is null do nothing;

--! current_data_key : ()
select id, master_key_id, sealed_key from data_keys where retired_at is null for share;

--! data_key : ()
select id, master_key_id, sealed_key from data_keys where id = :id;

--! retire_data_key
update data_keys set retired_at = now() where tenant_id = :tenant and retired_at is null;

--! sealed_values
select table_name, column_name, row_id, sealed
from sealed_values v
where data_key_id is distinct from (select id from data_keys where retired_at is null)
  and (table_name, column_name, row_id) > (:after_table, :after_column, :after_row)
order by table_name, column_name, row_id
limit :at_most;

--! seal_anew
select app.seal_anew(:table_name, :row_id, :old, :new) as done;

--! forget_data_keys
delete from data_keys k
where k.retired_at is not null and not exists (select from sealed_values v where v.tenant_id = k.tenant_id and v.data_key_id = k.id);

--! sealing_tenants : ()
select t.id, t.slug, k.id as data_key_id, k.master_key_id, k.created_at,
  (select count(*) from sealed_values v where v.tenant_id = t.id) as sealed,
  (select count(*) from sealed_values v where v.tenant_id = t.id and v.data_key_id is distinct from k.id) as left_to_seal,
  (select count(*) from data_keys r where r.tenant_id = t.id and r.retired_at is not null) as retired
from tenants t
join data_keys k on k.tenant_id = t.id and k.retired_at is null
order by t.slug;

--! unopenable
select count(*) as sealed
from sealed_values v
where not exists (select from data_keys k where k.tenant_id = v.tenant_id and k.id = v.data_key_id);
