-- The strategies of campaigns, and a last look: no table of the prototype may be without an account.
do $$
declare
  linked bigint;
  open_accounts text;
begin
  if to_regclass('prototype.adoption') is null then
    return;
  end if;
  if to_regclass('prototype.campaigns') is not null and not exists (select from public.migration_report where source_table = '(strategies of campaigns)') then
    with pairs as (
      select c.tenant_id, c.target_key::integer as campaign_id, g.target_key::uuid as strategy_id, g.tenant_id as strategy_tenant, s.r -> 'strategy_id' as stated
      from prototype.rows_of('campaigns') s
      join prototype.adoption c on c.source_table = 'campaigns' and c.source_key = s.key
      left join prototype.adoption g on g.source_table = 'campaign_strategies' and g.source_key = s.r ->> 'strategy_id'
      where s.r ->> 'strategy_id' is not null
    )
    update public.campaigns k
    set strategy_id = case when p.tenant_id = p.strategy_tenant then p.strategy_id end,
      extra = case when p.tenant_id = p.strategy_tenant then k.extra else k.extra || jsonb_build_object('strategy_id', p.stated) end
    from pairs p
    where k.tenant_id = p.tenant_id and k.id = p.campaign_id;
    select count(*) into linked from public.campaigns where strategy_id is not null;
    insert into public.migration_report (source_table, outcome, detail, rows)
    values ('(strategies of campaigns)', 'converted', 'campaigns with a strategy of their own tenant; another tenant''s is in extra', linked);
  end if;
  perform prototype.close_doors('campaign_personas');

  select string_agg(c.relname, ', ' order by c.relname) into open_accounts
  from pg_class c
  where c.relnamespace = 'prototype'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('adoption', 'bystanders')
    and not exists (select from public.migration_report m where m.source_table = c.relname);
  if open_accounts is not null then
    raise exception 'these tables of the prototype were set aside and never read: %', open_accounts;
  end if;
end $$;
