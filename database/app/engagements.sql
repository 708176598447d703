-- Engagements: the day under which one is counted, and the weights of its kinds.

-- The day is the tenant's, fixed when the row is written, never the session's.  Writers of ours bring it; a row that comes
-- by hand gets it here.  The WHEN clauses spare everybody else the call.
create function app.tg_engagements__day() returns trigger
language plpgsql volatile as $$
begin
  new.engaged_on := (select (new.engaged_at at time zone t.time_zone)::date from public.tenants t where t.id = new.tenant_id);
  return new;
end $$;
comment on function app.tg_engagements__day is 'Trigger on engagements: fills in the day, in the tenant''s time zone.';
create trigger _100_day_insert before insert on public.engagements
  for each row when (new.engaged_on is null) execute function app.tg_engagements__day();
create trigger _100_day_update before update on public.engagements
  for each row when (new.engaged_at is distinct from old.engaged_at and new.engaged_on is not distinct from old.engaged_on)
  execute function app.tg_engagements__day();

create view app.weights with (security_invoker = true) as
  select t.id as tenant_id, coalesce(w.version, 0) as version, coalesce(w.likes, app.product_weight('l')) as likes,
    coalesce(w.reactions, app.product_weight('r')) as reactions, coalesce(w.comments, app.product_weight('c')) as comments,
    coalesce(w.shares, app.product_weight('s')) as shares, coalesce(w.follows, app.product_weight('f')) as follows,
    coalesce(w.clicks, app.product_weight('k')) as clicks
  from public.tenants t
  left join lateral (
    select * from public.engagement_weights w where w.tenant_id = t.id order by version desc limit 1
  ) w on true;
comment on view app.weights is 'The weights that count now, for every tenant: its newest version, or the product''s own (version 0).';

-- In parts of 120, which each of the product's weights divides: a ratio that is rounded would lose whoever is at an edge.
create function app.least_120ths(w app.weights) returns bigint
language sql immutable parallel safe as $$
  select least(120 / app.product_weight('l') * w.likes, 120 / app.product_weight('r') * w.reactions, 120 / app.product_weight('c') * w.comments, 120 / app.product_weight('s') * w.shares, 120 / app.product_weight('f') * w.follows, 120 / app.product_weight('k') * w.clicks)
$$;
comment on function app.least_120ths is 'How many times as much as by the product''s weights an engagement counts at least, in parts of 120.';
create function app.most_120ths(w app.weights) returns bigint
language sql immutable parallel safe as $$
  select greatest(120 / app.product_weight('l') * w.likes, 120 / app.product_weight('r') * w.reactions, 120 / app.product_weight('c') * w.comments, 120 / app.product_weight('s') * w.shares, 120 / app.product_weight('f') * w.follows, 120 / app.product_weight('k') * w.clicks)
$$;
comment on function app.most_120ths is 'How many times as much as by the product''s weights an engagement counts at most, in parts of 120.';

create function app.weight_of(w app.weights, type public.engagement_type, reaction public.reaction_type) returns integer
language sql immutable parallel safe as $$
  select case app.kind_of(type, reaction)
    when 'l' then w.likes when 'r' then w.reactions when 'c' then w.comments when 's' then w.shares when 'f' then w.follows else w.clicks
  end
$$;
comment on function app.weight_of is 'The weight of one engagement.';
