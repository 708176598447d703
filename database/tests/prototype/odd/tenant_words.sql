-- Tenants that are words, in a column that was made a text.
alter table companies alter tenant_id drop default, alter tenant_id type text;
update companies set tenant_id = 'acme' where id <= 3;
update companies set tenant_id = '' where id = 4;

-- after
select 'the word is a tenant' as name, 1 as expected, count(distinct t.id) as actual from public.tenants t join public.companies c on c.tenant_id = t.id where t.name = 'Tenant acme'
union all
select 'blank is the default tenant', 1, count(*) from public.companies where id = 4 and tenant_id = '00000000-0000-0000-0000-000000000001';
