// This file was generated with `cornucopia`. Do not modify.

use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct SerdejsonValueQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor:
        fn(&tokio_postgres::Row) -> Result<postgres_types::Json<&serde_json::value::RawValue>, tokio_postgres::Error>,
    mapper: fn(postgres_types::Json<&serde_json::value::RawValue>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SerdejsonValueQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(postgres_types::Json<&serde_json::value::RawValue>) -> R,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, R, N> {
        SerdejsonValueQuery {
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
pub struct BoolQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<bool, tokio_postgres::Error>,
    mapper: fn(bool) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BoolQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(bool) -> R) -> BoolQuery<'c, 'a, 's, C, R, N> {
        BoolQuery {
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
pub struct LiveMarksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn live_marks() -> LiveMarksStmt {
    LiveMarksStmt(
        "select json_object_agg(m.topic, left(md5(coalesce(m.state, '')), 12) order by m.topic) as marks from (values ('metrics', concat_ws(' ', tenant_today(current_tenant()), (select folds from fold_locks), (select count(*) from (select from engagement_deltas limit 20001) d), (select count(*) from (select from link_deltas limit 20001) d), (select count(*) from (select from target_deltas limit 20001) d))), ('jobs', concat_ws(' ', (select string_agg(extract(epoch from updated_at)::text, ' ' order by created_at desc, id) from (select id, created_at, updated_at from scraping_jobs order by created_at desc limit 100) j), (select string_agg(extract(epoch from updated_at)::text, ' ' order by id) from scraping_jobs where state = 'running'))), ('imports', concat_ws(' ', (select string_agg(extract(epoch from updated_at)::text, ' ' order by started_at desc, id) from (select id, started_at, updated_at from csv_imports order by started_at desc limit 100) i), (select string_agg(extract(epoch from updated_at)::text, ' ' order by created_at desc, id) from (select id, created_at, updated_at from uploads order by created_at desc limit 100) u))), ('campaigns', concat_ws(' ', (select concat_ws(' ', count(*), sum(extract(epoch from updated_at))) from campaigns), (select concat_ws(' ', count(*), sum(extract(epoch from created_at))) from campaign_personas), (select concat_ws(' ', count(*), sum(extract(epoch from updated_at))) from ads), (select concat_ws(' ', count(*), sum(extract(epoch from updated_at))) from campaign_groups))), ('reports', (select concat_ws(' ', count(*), sum(opened), count(revoked_at), sum(extract(epoch from created_at))) from reports)), ('connections', (select string_agg(extract(epoch from updated_at)::text, ' ' order by id) from linkedin_connections)), ('endpoints', (select string_agg(concat_ws(' ', extract(epoch from e.updated_at)::text, d.state), ' ' order by e.id) from webhook_endpoints e cross join lateral ( select string_agg(extract(epoch from updated_at)::text, ' ' order by created_at desc, id) as state from (select id, created_at, updated_at from webhook_deliveries where endpoint_id = e.id order by created_at desc limit 20) l) d)), ('alerts', (select string_agg(id::text, ' ' order by raised_at, id) from (select id, raised_at from alerts where resolved_at is null order by raised_at desc limit 100) a))) m(topic, state)",
        None,
    )
}
impl LiveMarksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 0> {
        SerdejsonValueQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct SessionIsOpenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn session_is_open() -> SessionIsOpenStmt {
    SessionIsOpenStmt(
        "select exists ( select from sessions s join memberships m on m.tenant_id = s.tenant_id and m.user_id = s.user_id where s.id = $1 and s.expires_at > clock_timestamp()) as is_open",
        None,
    )
}
impl SessionIsOpenStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        session: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [session],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
