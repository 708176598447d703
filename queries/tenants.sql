-- Tenants are looked up as the owner, since the service's role sees only the tenant that it acts for.

--! tenant_by_slug : ()
select id, slug, name, time_zone, currency from tenants where slug = :slug;

--! tenant_ids
select id from tenants order by id;

-- Times are told by the tenant's clock, by which its days are counted; who acts is for the audit log.
--! begin_acting
select set_config('TimeZone', :time_zone, true) as time_zone, set_config('app.actor', :actor, true) as actor;

-- The same where the time zone has to be looked up.
--! begin_acting_for
select set_config('TimeZone', time_zone, true) as time_zone, set_config('app.actor', :actor, true) as actor, currency from tenants where id = :tenant;

--! keep_up
select app.keep_up() as folded;

-- Whether there is anything to keep up with.
--! is_behind
select exists (select from engagement_deltas) or exists (select from link_deltas) or exists (select from target_deltas)
  or exists (select from matching_state where windows_moved_on is distinct from tenant_today(tenant_id));

--! tenant_rows : ()
select row_to_json(t) as row
from (
  select t.slug, t.name, t.time_zone, t.currency,
    (select count(*) from persons p where p.tenant_id = t.id) as people,
    (select count(*) from campaigns c where c.tenant_id = t.id) as campaigns,
    (select count(*) from engagements e where e.tenant_id = t.id) as engagements,
    t.id, t.created_at
  from tenants t
  order by t.slug
) t;

--! create_tenant
insert into tenants (slug, name, time_zone, currency) values (:slug, :name, :time_zone, :currency) returning id;

--! seed_tenant
select coalesce(app.seed_tenant(:id)::text, '') as nothing;

-- A database of ours, of whatever version.
--! has_tenants
select to_regclass('public.tenants') is not null;

--! delete_tenant
select coalesce(app.delete_tenant(:id)::text, '') as nothing;

--! tenant_itself : (people_kept_months?)
select slug, name, time_zone, currency, people_kept_months from tenants where id = :id;

-- Of how many people, how many nobody has seen for so long.
--! people_unseen
select (select count(*) from people_unseen(:tenant, :months)) as unseen, (select count(*) from persons where tenant_id = :tenant) as people;

--! keep_people (months?)
update tenants set people_kept_months = :months where id = :id;

--! forget_people
select app.forget_people() as forgotten;

-- What the product proposes and no campaign follows yet are starting values, in whatever currency the team counts.
--! change_tenant
with proposed as (
  update campaign_strategies s set currency = :currency
  from tenants t
  where t.id = :id and s.tenant_id = t.id and s.is_template and s.currency = t.currency and t.currency <> :currency
    and not exists (select from campaigns c where c.tenant_id = s.tenant_id and c.strategy_id = s.id)
)
update tenants set name = :name, time_zone = :time_zone, currency = :currency where id = :id;

--! weights_now
select version, likes, reactions, comments, shares, follows, clicks from weights where tenant_id = :tenant;

--! add_weights
insert into engagement_weights (tenant_id, version, likes, reactions, comments, shares, follows, clicks)
select t.id, coalesce(max(w.version), 0) + 1, :likes, :reactions, :comments, :shares, :follows, :clicks
from tenants t left join engagement_weights w on w.tenant_id = t.id
where t.id = :tenant
group by t.id;

-- The day that it is by the tenant's clock, and by that of the database, which counts by it.
--! today
select tenant_today(current_tenant());
