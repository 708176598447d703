-- The audit log, as the owners of a tenant read it, or a program with a key for it.

--! audit_rows (event?, who?, before?, since?, until?) : (subject?)
select id, actor, event, subject, details, happened_at
from audit_log
where (:event::text is null or event = :event) and (:who::text is null or actor = :who or subject = :who) and (:before::bigint is null or id < :before)
  and (:since::timestamptz is null or happened_at >= :since) and (:until::timestamptz is null or happened_at < :until)
order by id desc
limit :most;

-- Who has left is known by what was written down of them.
--! audit_names
select distinct on (subject) subject as who, details ->> 'email' as email
from audit_log
where event in ('member.added', 'member.removed') and subject is not null and details ->> 'email' is not null
order by subject, id desc;

--! note
insert into audit_log (tenant_id, actor, event, subject, details) values (:tenant, app.actor(), :event, :subject, :details);
