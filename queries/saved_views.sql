-- Saved views: lists as people keep them, their own and those of everybody. Every statement names whose session asks, and no view of
-- another user's is in any answer; a client sees none but their own.

--! saved_views (page?, view?) : (user_id?)
select id, page::text as page, name, query, user_id, user_id is null as is_shared
from saved_views
where (user_id = :account or user_id is null and :sees_shared::boolean)
  and (:page::text is null or page = :page::text::list_page)
  and (:view::uuid is null or id = :view)
order by page, user_id is null, lower(name), id
limit 400;

-- Whoever has as many as anybody needs is given no more.
--! create_saved_view (owner?) : ()
insert into saved_views (tenant_id, page, name, query, user_id)
select current_tenant(), :page::text::list_page, :name, :query, :owner
where (select count(*) from saved_views where page = :page::text::list_page and user_id is not distinct from :owner) < :most
returning id;

-- What is not said stays; a view of everybody's is its editors'.
--! change_saved_view (name?, query?) : ()
update saved_views
set name = coalesce(:name, name), query = coalesce(:query, query), user_id = case when :is_shared::boolean then null else coalesce(user_id, :account) end
where id = :view and (user_id = :account or user_id is null and :may_share::boolean) and (:may_share or not :is_shared)
returning page::text as page, query;

--! delete_saved_view : ()
with gone as (
  delete from saved_views
  where id = :view and (user_id = :account or user_id is null and :may_share::boolean)
  returning tenant_id, id, name, page, user_id
),
-- What only one has made for themselves is nobody else's loss.
noted as (
  insert into audit_log (tenant_id, actor, event, subject, details)
  select tenant_id, app.actor(), 'saved_view.deleted', id::text, jsonb_build_object('name', name) from gone where user_id is null
)
select page::text as page from gone;
