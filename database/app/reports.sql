-- Reports: which links open, how often they may be asked for, what is written down of them, and when they are forgotten.

create function app.is_open(report public.reports) returns boolean
language sql stable parallel safe as $$
  select report.revoked_at is null and report.expires_at > clock_timestamp()
$$;
comment on function app.is_open is 'Whether the link of a report opens it at this moment.';

-- Nobody guesses 256 bits: this keeps those away who only want to make us work.
create function app.take_report(address inet) returns interval
language sql volatile as $$
  select app.take_leave(jsonb_agg(jsonb_build_object('key', sha256(convert_to(l.what, 'UTF8')), 'burst', l.burst, 'every', l.every)))
  from (values
    ('report from ' || app.network_of(address, 32, 64), 60, '1 second'),
    ('report from ' || case family(address) when 6 then app.network_of(address, 32, 48) end, 600, '100 milliseconds')
  ) l(what, burst, every)
  where l.what is not null
$$;
comment on function app.take_report is 'Asks for leave to open a report, whether there is one or not: 60 at once from an address and one a second in the long run; 0 when it is granted, else how long to wait. For the owner alone.';

create function app.purge_reports() returns bigint
language sql volatile as $$
  with gone as (
    delete from public.reports where least(expires_at, revoked_at) < clock_timestamp() - interval '30 days' returning 1
  )
  select count(*) from gone
$$;
comment on function app.purge_reports is 'Deletes reports that ended 30 days ago, of tenants that the caller may see; how many.';

create function app.tg_reports__audit() returns trigger
language plpgsql volatile as $$
begin
  if tg_op = 'INSERT' then
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'report.made', n.id::text,
      jsonb_build_object('name', n.title, 'names_people', n.names_people, 'expires_at', n.expires_at)
    from new_rows n order by n.tenant_id, n.id;
  else
    insert into public.audit_log (tenant_id, actor, event, subject, details)
    select n.tenant_id, app.actor(), 'report.revoked', n.id::text, jsonb_build_object('name', n.title)
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where n.revoked_at is not null and o.revoked_at is null order by n.tenant_id, n.id;
  end if;
  return null;
end $$;
comment on function app.tg_reports__audit is 'Trigger on reports: writes down who made a report and who took its link back.';
create trigger _500_audit_insert after insert on public.reports
  referencing new table as new_rows for each statement execute function app.tg_reports__audit();
create trigger _500_audit_update after update on public.reports
  referencing old table as old_rows new table as new_rows for each statement execute function app.tg_reports__audit();
