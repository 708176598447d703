// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct SavedViewsParams<T1: crate::StringSql> {
    pub account: uuid::Uuid,
    pub sees_shared: bool,
    pub page: Option<T1>,
    pub view: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct CreateSavedViewParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub page: T1,
    pub name: T2,
    pub query: T3,
    pub owner: Option<uuid::Uuid>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangeSavedViewParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub name: Option<T1>,
    pub query: Option<T2>,
    pub is_shared: bool,
    pub account: uuid::Uuid,
    pub view: uuid::Uuid,
    pub may_share: bool,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteSavedViewParams {
    pub view: uuid::Uuid,
    pub account: uuid::Uuid,
    pub may_share: bool,
}
#[derive(Debug, Clone, PartialEq)]
pub struct SavedViews {
    pub id: uuid::Uuid,
    pub page: String,
    pub name: String,
    pub query: String,
    pub user_id: Option<uuid::Uuid>,
    pub is_shared: bool,
}
pub struct SavedViewsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub page: &'a str,
    pub name: &'a str,
    pub query: &'a str,
    pub user_id: Option<uuid::Uuid>,
    pub is_shared: bool,
}
impl<'a> From<SavedViewsBorrowed<'a>> for SavedViews {
    fn from(SavedViewsBorrowed { id, page, name, query, user_id, is_shared }: SavedViewsBorrowed<'a>) -> Self {
        Self { id, page: page.into(), name: name.into(), query: query.into(), user_id, is_shared }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeSavedView {
    pub page: String,
    pub query: String,
}
pub struct ChangeSavedViewBorrowed<'a> {
    pub page: &'a str,
    pub query: &'a str,
}
impl<'a> From<ChangeSavedViewBorrowed<'a>> for ChangeSavedView {
    fn from(ChangeSavedViewBorrowed { page, query }: ChangeSavedViewBorrowed<'a>) -> Self {
        Self { page: page.into(), query: query.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct SavedViewsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SavedViewsBorrowed, tokio_postgres::Error>,
    mapper: fn(SavedViewsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SavedViewsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SavedViewsBorrowed) -> R) -> SavedViewsQuery<'c, 'a, 's, C, R, N> {
        SavedViewsQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct UuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<uuid::Uuid, tokio_postgres::Error>,
    mapper: fn(uuid::Uuid) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(uuid::Uuid) -> R) -> UuidUuidQuery<'c, 'a, 's, C, R, N> {
        UuidUuidQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct ChangeSavedViewQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ChangeSavedViewBorrowed, tokio_postgres::Error>,
    mapper: fn(ChangeSavedViewBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ChangeSavedViewQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ChangeSavedViewBorrowed) -> R) -> ChangeSavedViewQuery<'c, 'a, 's, C, R, N> {
        ChangeSavedViewQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct StringQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<&str, tokio_postgres::Error>,
    mapper: fn(&str) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StringQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(&str) -> R) -> StringQuery<'c, 'a, 's, C, R, N> {
        StringQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct SavedViewsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn saved_views() -> SavedViewsStmt {
    SavedViewsStmt(
        "select id, page::text as page, name, query, user_id, user_id is null as is_shared from saved_views where (user_id = $1 or user_id is null and $2::boolean) and ($3::text is null or page = $3::text::list_page) and ($4::uuid is null or id = $4) order by page, user_id is null, lower(name), id limit 400",
        None,
    )
}
impl SavedViewsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
        sees_shared: &'a bool,
        page: &'a Option<T1>,
        view: &'a Option<uuid::Uuid>,
    ) -> SavedViewsQuery<'c, 'a, 's, C, SavedViews, 4> {
        SavedViewsQuery {
            client,
            params: [account, sees_shared, page, view],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SavedViewsBorrowed, tokio_postgres::Error> {
                Ok(SavedViewsBorrowed {
                    id: row.try_get(0)?,
                    page: row.try_get(1)?,
                    name: row.try_get(2)?,
                    query: row.try_get(3)?,
                    user_id: row.try_get(4)?,
                    is_shared: row.try_get(5)?,
                })
            },
            mapper: |it| SavedViews::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, SavedViewsParams<T1>, SavedViewsQuery<'c, 'a, 's, C, SavedViews, 4>, C>
    for SavedViewsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SavedViewsParams<T1>,
    ) -> SavedViewsQuery<'c, 'a, 's, C, SavedViews, 4> {
        self.bind(client, &params.account, &params.sees_shared, &params.page, &params.view)
    }
}
pub struct CreateSavedViewStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_saved_view() -> CreateSavedViewStmt {
    CreateSavedViewStmt(
        "insert into saved_views (tenant_id, page, name, query, user_id) select current_tenant(), $1::text::list_page, $2, $3, $4 where (select count(*) from saved_views where page = $1::text::list_page and user_id is not distinct from $4) < $5 returning id",
        None,
    )
}
impl CreateSavedViewStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        page: &'a T1,
        name: &'a T2,
        query: &'a T3,
        owner: &'a Option<uuid::Uuid>,
        most: &'a i64,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        UuidUuidQuery {
            client,
            params: [page, name, query, owner, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CreateSavedViewParams<T1, T2, T3>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5>,
        C,
    > for CreateSavedViewStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreateSavedViewParams<T1, T2, T3>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        self.bind(client, &params.page, &params.name, &params.query, &params.owner, &params.most)
    }
}
pub struct ChangeSavedViewStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_saved_view() -> ChangeSavedViewStmt {
    ChangeSavedViewStmt(
        "update saved_views set name = coalesce($1, name), query = coalesce($2, query), user_id = case when $3::boolean then null else coalesce(user_id, $4) end where id = $5 and (user_id = $4 or user_id is null and $6::boolean) and ($6 or not $3) returning page::text as page, query",
        None,
    )
}
impl ChangeSavedViewStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a Option<T1>,
        query: &'a Option<T2>,
        is_shared: &'a bool,
        account: &'a uuid::Uuid,
        view: &'a uuid::Uuid,
        may_share: &'a bool,
    ) -> ChangeSavedViewQuery<'c, 'a, 's, C, ChangeSavedView, 6> {
        ChangeSavedViewQuery {
            client,
            params: [name, query, is_shared, account, view, may_share],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ChangeSavedViewBorrowed, tokio_postgres::Error> {
                Ok(ChangeSavedViewBorrowed { page: row.try_get(0)?, query: row.try_get(1)? })
            },
            mapper: |it| ChangeSavedView::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ChangeSavedViewParams<T1, T2>,
        ChangeSavedViewQuery<'c, 'a, 's, C, ChangeSavedView, 6>,
        C,
    > for ChangeSavedViewStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangeSavedViewParams<T1, T2>,
    ) -> ChangeSavedViewQuery<'c, 'a, 's, C, ChangeSavedView, 6> {
        self.bind(
            client,
            &params.name,
            &params.query,
            &params.is_shared,
            &params.account,
            &params.view,
            &params.may_share,
        )
    }
}
pub struct DeleteSavedViewStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_saved_view() -> DeleteSavedViewStmt {
    DeleteSavedViewStmt(
        "with gone as ( delete from saved_views where id = $1 and (user_id = $2 or user_id is null and $3::boolean) returning tenant_id, id, name, page, user_id ), noted as ( insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'saved_view.deleted', id::text, jsonb_build_object('name', name) from gone where user_id is null ) select page::text as page from gone",
        None,
    )
}
impl DeleteSavedViewStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        view: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
        may_share: &'a bool,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [view, account, may_share],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, DeleteSavedViewParams, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for DeleteSavedViewStmt
{
    fn params(&'s self, client: &'c C, params: &'a DeleteSavedViewParams) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.view, &params.account, &params.may_share)
    }
}
