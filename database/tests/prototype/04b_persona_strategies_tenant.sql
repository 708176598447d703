-- Some users gave the pairs a tenant afterwards; the default says that all of them are the default tenant's.
alter table persona_strategies add column tenant_id uuid default '00000000-0000-0000-0000-000000000001';
