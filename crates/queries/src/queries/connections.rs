// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AddConnectionParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub name: T1,
    pub r#type: T2,
    pub api_call_limit: Option<i32>,
}
#[derive(Debug)]
pub struct ChangeConnectionParams<T1: crate::JsonSql> {
    pub id: uuid::Uuid,
    pub said: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct AllowProbeParams {
    pub allowed: bool,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct SetCredentialsParams<T1: crate::BytesSql> {
    pub sealed: T1,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct RenewCredentialsParams<T1: crate::BytesSql> {
    pub sealed: T1,
    pub id: uuid::Uuid,
    pub given_at: Option<jiff::Timestamp>,
}
#[derive(Debug)]
pub struct SetJarParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>, T4: crate::BytesSql>
{
    pub jar: uuid::Uuid,
    pub connection: uuid::Uuid,
    pub source_format: T1,
    pub cookie_names: T3,
    pub sealed: T4,
    pub expires_at: Option<jiff::Timestamp>,
}
#[derive(Clone, Copy, Debug)]
pub struct HoldConnectionParams {
    pub id: uuid::Uuid,
    pub given_at: Option<jiff::Timestamp>,
}
#[derive(Debug)]
pub struct NoteProbeParams<T1: crate::StringSql> {
    pub outcome: T1,
    pub connection: uuid::Uuid,
}
#[derive(Debug)]
pub struct NoteCheckParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub status: T1,
    pub reason: Option<T2>,
    pub account: Option<T3>,
    pub expires_at: Option<jiff::Timestamp>,
    pub check_again_after_s: Option<f64>,
    pub id: uuid::Uuid,
    pub given_at: Option<jiff::Timestamp>,
}
#[derive(Debug)]
pub struct AskForConsentParams<T1: crate::BytesSql, T2: crate::BytesSql> {
    pub tenant: uuid::Uuid,
    pub session: uuid::Uuid,
    pub connection: Option<uuid::Uuid>,
    pub state_hash: T1,
    pub sealed: T2,
}
#[derive(Debug)]
pub struct TakeConsentParams<T1: crate::BytesSql> {
    pub session: uuid::Uuid,
    pub state_hash: T1,
}
#[derive(Debug)]
pub struct TakeCallParams<T1: crate::StringSql> {
    pub connection: uuid::Uuid,
    pub endpoint: T1,
    pub job: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct FinishCallParams<T1: crate::StringSql> {
    pub call: i64,
    pub status: Option<i32>,
    pub latency_ms: Option<i32>,
    pub bytes: Option<i64>,
    pub error: Option<T1>,
    pub is_failure: bool,
    pub rest_s: Option<f64>,
}
#[derive(Clone, Copy, Debug)]
pub struct AlertRowsParams {
    pub all: bool,
    pub how_many: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Connection {
    pub id: uuid::Uuid,
    pub last_validated: Option<jiff::Timestamp>,
    pub name: String,
    pub r#type: String,
    pub status: String,
    pub status_reason: Option<String>,
    pub account: Option<String>,
    pub sealed_credentials: Option<Vec<u8>>,
    pub given_at: Option<jiff::Timestamp>,
    pub expires_at: Option<jiff::Timestamp>,
    pub probe_allowed_at: Option<jiff::Timestamp>,
    pub jar_id: Option<uuid::Uuid>,
    pub sealed_jar: Option<Vec<u8>>,
    pub now: jiff::Timestamp,
}
pub struct ConnectionBorrowed<'a> {
    pub id: uuid::Uuid,
    pub last_validated: Option<jiff::Timestamp>,
    pub name: &'a str,
    pub r#type: &'a str,
    pub status: &'a str,
    pub status_reason: Option<&'a str>,
    pub account: Option<&'a str>,
    pub sealed_credentials: Option<&'a [u8]>,
    pub given_at: Option<jiff::Timestamp>,
    pub expires_at: Option<jiff::Timestamp>,
    pub probe_allowed_at: Option<jiff::Timestamp>,
    pub jar_id: Option<uuid::Uuid>,
    pub sealed_jar: Option<&'a [u8]>,
    pub now: jiff::Timestamp,
}
impl<'a> From<ConnectionBorrowed<'a>> for Connection {
    fn from(
        ConnectionBorrowed {
            id,
            last_validated,
            name,
            r#type,
            status,
            status_reason,
            account,
            sealed_credentials,
            given_at,
            expires_at,
            probe_allowed_at,
            jar_id,
            sealed_jar,
            now,
        }: ConnectionBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            last_validated,
            name: name.into(),
            r#type: r#type.into(),
            status: status.into(),
            status_reason: status_reason.map(|v| v.into()),
            account: account.map(|v| v.into()),
            sealed_credentials: sealed_credentials.map(|v| v.into()),
            given_at,
            expires_at,
            probe_allowed_at,
            jar_id,
            sealed_jar: sealed_jar.map(|v| v.into()),
            now,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SyncableConnections {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct SyncableConnectionsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<SyncableConnectionsBorrowed<'a>> for SyncableConnections {
    fn from(SyncableConnectionsBorrowed { id, name }: SyncableConnectionsBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TakeConsent {
    pub connection_id: Option<uuid::Uuid>,
    pub sealed_question: Vec<u8>,
    pub is_in_time: bool,
}
pub struct TakeConsentBorrowed<'a> {
    pub connection_id: Option<uuid::Uuid>,
    pub sealed_question: &'a [u8],
    pub is_in_time: bool,
}
impl<'a> From<TakeConsentBorrowed<'a>> for TakeConsent {
    fn from(TakeConsentBorrowed { connection_id, sealed_question, is_in_time }: TakeConsentBorrowed<'a>) -> Self {
        Self { connection_id, sealed_question: sealed_question.into(), is_in_time }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TakeCall {
    pub call_id: Option<i64>,
    pub granted: bool,
    pub wait_s: Option<f64>,
    pub reason: Option<String>,
}
pub struct TakeCallBorrowed<'a> {
    pub call_id: Option<i64>,
    pub granted: bool,
    pub wait_s: Option<f64>,
    pub reason: Option<&'a str>,
}
impl<'a> From<TakeCallBorrowed<'a>> for TakeCall {
    fn from(TakeCallBorrowed { call_id, granted, wait_s, reason }: TakeCallBorrowed<'a>) -> Self {
        Self { call_id, granted, wait_s, reason: reason.map(|v| v.into()) }
    }
}
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
pub struct ConnectionQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ConnectionBorrowed, tokio_postgres::Error>,
    mapper: fn(ConnectionBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ConnectionQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ConnectionBorrowed) -> R) -> ConnectionQuery<'c, 'a, 's, C, R, N> {
        ConnectionQuery {
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
pub struct SyncableConnectionsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SyncableConnectionsBorrowed, tokio_postgres::Error>,
    mapper: fn(SyncableConnectionsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SyncableConnectionsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SyncableConnectionsBorrowed) -> R) -> SyncableConnectionsQuery<'c, 'a, 's, C, R, N> {
        SyncableConnectionsQuery {
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
pub struct Optioni32Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<i32>, tokio_postgres::Error>,
    mapper: fn(Option<i32>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> Optioni32Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<i32>) -> R) -> Optioni32Query<'c, 'a, 's, C, R, N> {
        Optioni32Query {
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
pub struct TakeConsentQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakeConsentBorrowed, tokio_postgres::Error>,
    mapper: fn(TakeConsentBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakeConsentQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakeConsentBorrowed) -> R) -> TakeConsentQuery<'c, 'a, 's, C, R, N> {
        TakeConsentQuery {
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
pub struct TakeCallQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakeCallBorrowed, tokio_postgres::Error>,
    mapper: fn(TakeCallBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakeCallQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakeCallBorrowed) -> R) -> TakeCallQuery<'c, 'a, 's, C, R, N> {
        TakeCallQuery {
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
pub struct I64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<i64, tokio_postgres::Error>,
    mapper: fn(i64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> I64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(i64) -> R) -> I64Query<'c, 'a, 's, C, R, N> {
        I64Query {
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
pub struct ConnectionRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_rows() -> ConnectionRowsStmt {
    ConnectionRowsStmt("select row_to_json(c) as row from connection_overview c order by lower(c.name)", None)
}
impl ConnectionRowsStmt {
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
pub struct ConnectionIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_id() -> ConnectionIdStmt {
    ConnectionIdStmt("select id from linkedin_connections where lower(name) = lower($1)", None)
}
impl ConnectionIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ConnectionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection() -> ConnectionStmt {
    ConnectionStmt(
        "select c.id, c.last_validated, c.name, c.type::text as type, c.status::text as status, c.status_reason, c.account, c.sealed_credentials, c.credentials_given_at as given_at, c.expires_at, c.probe_allowed_at, j.id as jar_id, j.sealed_jar, clock_timestamp() as now from linkedin_connections c left join linkedin_cookies j on j.tenant_id = c.tenant_id and j.connection_id = c.id and j.sealed_jar is not null where c.id = $1",
        None,
    )
}
impl ConnectionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> ConnectionQuery<'c, 'a, 's, C, Connection, 1> {
        ConnectionQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ConnectionBorrowed, tokio_postgres::Error> {
                Ok(ConnectionBorrowed {
                    id: row.try_get(0)?,
                    last_validated: row.try_get(1)?,
                    name: row.try_get(2)?,
                    r#type: row.try_get(3)?,
                    status: row.try_get(4)?,
                    status_reason: row.try_get(5)?,
                    account: row.try_get(6)?,
                    sealed_credentials: row.try_get(7)?,
                    given_at: row.try_get(8)?,
                    expires_at: row.try_get(9)?,
                    probe_allowed_at: row.try_get(10)?,
                    jar_id: row.try_get(11)?,
                    sealed_jar: row.try_get(12)?,
                    now: row.try_get(13)?,
                })
            },
            mapper: |it| Connection::from(it),
        }
    }
}
pub struct UsableConnectionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn usable_connection() -> UsableConnectionStmt {
    UsableConnectionStmt(
        "select id from linkedin_connections where type = $1::text::connection_type and app.is_usable(status) and sealed_credentials is not null order by status = 'valid' desc, created_at, id limit 1",
        None,
    )
}
impl UsableConnectionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        r#type: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [r#type],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SyncableConnectionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn syncable_connections() -> SyncableConnectionsStmt {
    SyncableConnectionsStmt(
        "select id, name from linkedin_connections where type in ('company_page', 'campaign_manager') and (($1::uuid is null and app.is_usable(status) and sealed_credentials is not null) or id = $1) order by created_at, id",
        None,
    )
}
impl SyncableConnectionsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a Option<uuid::Uuid>,
    ) -> SyncableConnectionsQuery<'c, 'a, 's, C, SyncableConnections, 1> {
        SyncableConnectionsQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SyncableConnectionsBorrowed, tokio_postgres::Error> {
                Ok(SyncableConnectionsBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| SyncableConnections::from(it),
        }
    }
}
pub struct ConnectionRowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_row() -> ConnectionRowStmt {
    ConnectionRowStmt("select row_to_json(c) as row from connection_overview c where c.id = $1", None)
}
impl ConnectionRowStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct ConnectionTypeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_type() -> ConnectionTypeStmt {
    ConnectionTypeStmt("select type::text as type from linkedin_connections where id = $1", None)
}
impl ConnectionTypeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct OpenCheckStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn open_check() -> OpenCheckStmt {
    OpenCheckStmt(
        "select id from scraping_jobs where connection_id = $1 and kind = 'validation' and state in ('pending', 'running', 'parked') order by state = 'running' desc, run_at, id limit 1",
        None,
    )
}
impl OpenCheckStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        connection: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [connection],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct DefaultCallLimitStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn default_call_limit() -> DefaultCallLimitStmt {
    DefaultCallLimitStmt("select app.default_call_limit($1::text::connection_type) as api_call_limit", None)
}
impl DefaultCallLimitStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        r#type: &'a Option<T1>,
    ) -> Optioni32Query<'c, 'a, 's, C, Option<i32>, 1> {
        Optioni32Query {
            client,
            params: [r#type],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AddConnectionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_connection() -> AddConnectionStmt {
    AddConnectionStmt(
        "insert into linkedin_connections (name, type, api_call_limit) values ($1, $2::text::connection_type, $3) returning id",
        None,
    )
}
impl AddConnectionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        r#type: &'a T2,
        api_call_limit: &'a Option<i32>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
            client,
            params: [name, r#type, api_call_limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AddConnectionParams<T1, T2>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>,
        C,
    > for AddConnectionStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AddConnectionParams<T1, T2>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.name, &params.r#type, &params.api_call_limit)
    }
}
pub struct ChangeConnectionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_connection() -> ChangeConnectionStmt {
    ChangeConnectionStmt(
        "with held as (select k as row from linkedin_connections k where k.id = $1 for no key update) update linkedin_connections c set name = n.name, api_call_limit = n.api_call_limit from held h cross join lateral jsonb_populate_record(h.row, $2) n where c.id = (h.row).id returning c.id",
        None,
    )
}
impl ChangeConnectionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        said: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [id, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ChangeConnectionParams<T1>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>,
        C,
    > for ChangeConnectionStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangeConnectionParams<T1>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.id, &params.said)
    }
}
pub struct AllowProbeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn allow_probe() -> AllowProbeStmt {
    AllowProbeStmt(
        "update linkedin_connections set probe_allowed_at = case when $1::boolean then coalesce(probe_allowed_at, now()) end where id = $2",
        None,
    )
}
impl AllowProbeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        allowed: &'a bool,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[allowed, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AllowProbeParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AllowProbeStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AllowProbeParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.allowed, &params.id))
    }
}
pub struct SetCredentialsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_credentials() -> SetCredentialsStmt {
    SetCredentialsStmt("update linkedin_connections set sealed_credentials = $1 where id = $2", None)
}
impl SetCredentialsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        sealed: &'a T1,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[sealed, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetCredentialsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetCredentialsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetCredentialsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.sealed, &params.id))
    }
}
pub struct RenewCredentialsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn renew_credentials() -> RenewCredentialsStmt {
    RenewCredentialsStmt(
        "update linkedin_connections set sealed_credentials = $1 where id = $2 and credentials_given_at is not distinct from $3",
        None,
    )
}
impl RenewCredentialsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        sealed: &'a T1,
        id: &'a uuid::Uuid,
        given_at: &'a Option<jiff::Timestamp>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[sealed, id, given_at]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RenewCredentialsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for RenewCredentialsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RenewCredentialsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.sealed, &params.id, &params.given_at))
    }
}
pub struct SetJarStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_jar() -> SetJarStmt {
    SetJarStmt(
        "insert into linkedin_cookies (id, connection_id, source_format, cookie_names, sealed_jar, expires_at) values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, id) do update set source_format = excluded.source_format, cookie_names = excluded.cookie_names, sealed_jar = excluded.sealed_jar, expires_at = excluded.expires_at, last_used = null, failures = 0",
        None,
    )
}
impl SetJarStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::BytesSql,
    >(
        &'s self,
        client: &'c C,
        jar: &'a uuid::Uuid,
        connection: &'a uuid::Uuid,
        source_format: &'a T1,
        cookie_names: &'a T3,
        sealed: &'a T4,
        expires_at: &'a Option<jiff::Timestamp>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[jar, connection, source_format, cookie_names, sealed, expires_at]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::BytesSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetJarParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetJarStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetJarParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.jar,
            &params.connection,
            &params.source_format,
            &params.cookie_names,
            &params.sealed,
            &params.expires_at,
        ))
    }
}
pub struct HoldConnectionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_connection() -> HoldConnectionStmt {
    HoldConnectionStmt(
        "select id from linkedin_connections where id = $1 and credentials_given_at is not distinct from $2 for update",
        None,
    )
}
impl HoldConnectionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        given_at: &'a Option<jiff::Timestamp>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [id, given_at],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, HoldConnectionParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for HoldConnectionStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a HoldConnectionParams,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.id, &params.given_at)
    }
}
pub struct NoteProbeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_probe() -> NoteProbeStmt {
    NoteProbeStmt(
        "update linkedin_cookies set last_used = clock_timestamp(), failures = case $1::text when 'taken' then 0 when 'refused' then failures + 1 else failures end where connection_id = $2 and sealed_jar is not null",
        None,
    )
}
impl NoteProbeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        outcome: &'a T1,
        connection: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[outcome, connection]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteProbeParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteProbeStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteProbeParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.outcome, &params.connection))
    }
}
pub struct NoteCheckStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_check() -> NoteCheckStmt {
    NoteCheckStmt(
        "update linkedin_connections set status = $1::text::connection_status, status_reason = $2, account = coalesce($3, account), expires_at = $4, last_validated = clock_timestamp(), validate_after = clock_timestamp() + $5::float8 * interval '1 second' where id = $6 and credentials_given_at is not distinct from $7",
        None,
    )
}
impl NoteCheckStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        status: &'a T1,
        reason: &'a Option<T2>,
        account: &'a Option<T3>,
        expires_at: &'a Option<jiff::Timestamp>,
        check_again_after_s: &'a Option<f64>,
        id: &'a uuid::Uuid,
        given_at: &'a Option<jiff::Timestamp>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[status, reason, account, expires_at, check_again_after_s, id, given_at]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteCheckParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteCheckStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteCheckParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.status,
            &params.reason,
            &params.account,
            &params.expires_at,
            &params.check_again_after_s,
            &params.id,
            &params.given_at,
        ))
    }
}
pub struct ForgetCheckStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_check() -> ForgetCheckStmt {
    ForgetCheckStmt(
        "update linkedin_connections set status = 'unverified', status_reason = null, failures = 0, paused_until = null, paused_reason = null, validate_after = clock_timestamp(), credentials_given_at = clock_timestamp() where id = $1",
        None,
    )
}
impl ForgetCheckStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id]).await
    }
}
pub struct AskForConsentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ask_for_consent() -> AskForConsentStmt {
    AskForConsentStmt(
        "insert into consents (tenant_id, session_id, connection_id, state_hash, sealed_question, expires_at) values ($1, $2, $3, $4, $5, clock_timestamp() + interval '10 minutes') on conflict (tenant_id, session_id) do update set connection_id = excluded.connection_id, state_hash = excluded.state_hash, sealed_question = excluded.sealed_question, expires_at = excluded.expires_at, created_at = now()",
        None,
    )
}
impl AskForConsentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        session: &'a uuid::Uuid,
        connection: &'a Option<uuid::Uuid>,
        state_hash: &'a T1,
        sealed: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, session, connection, state_hash, sealed]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AskForConsentParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AskForConsentStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AskForConsentParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.tenant,
            &params.session,
            &params.connection,
            &params.state_hash,
            &params.sealed,
        ))
    }
}
pub struct TakeConsentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_consent() -> TakeConsentStmt {
    TakeConsentStmt(
        "delete from consents where session_id = $1 and state_hash = $2 returning connection_id, sealed_question, expires_at > clock_timestamp() as is_in_time",
        None,
    )
}
impl TakeConsentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        session: &'a uuid::Uuid,
        state_hash: &'a T1,
    ) -> TakeConsentQuery<'c, 'a, 's, C, TakeConsent, 2> {
        TakeConsentQuery {
            client,
            params: [session, state_hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakeConsentBorrowed, tokio_postgres::Error> {
                Ok(TakeConsentBorrowed {
                    connection_id: row.try_get(0)?,
                    sealed_question: row.try_get(1)?,
                    is_in_time: row.try_get(2)?,
                })
            },
            mapper: |it| TakeConsent::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>
    crate::client::async_::Params<'c, 'a, 's, TakeConsentParams<T1>, TakeConsentQuery<'c, 'a, 's, C, TakeConsent, 2>, C>
    for TakeConsentStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeConsentParams<T1>,
    ) -> TakeConsentQuery<'c, 'a, 's, C, TakeConsent, 2> {
        self.bind(client, &params.session, &params.state_hash)
    }
}
pub struct DeleteConnectionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_connection() -> DeleteConnectionStmt {
    DeleteConnectionStmt("select app.delete_connection($1) as done", None)
}
impl DeleteConnectionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct TakeCallStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_call() -> TakeCallStmt {
    TakeCallStmt(
        "select call_id, granted, extract(epoch from wait)::float8 as wait_s, reason from app.take_call($1, $2, $3)",
        None,
    )
}
impl TakeCallStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        connection: &'a uuid::Uuid,
        endpoint: &'a T1,
        job: &'a Option<uuid::Uuid>,
    ) -> TakeCallQuery<'c, 'a, 's, C, TakeCall, 3> {
        TakeCallQuery {
            client,
            params: [connection, endpoint, job],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakeCallBorrowed, tokio_postgres::Error> {
                Ok(TakeCallBorrowed {
                    call_id: row.try_get(0)?,
                    granted: row.try_get(1)?,
                    wait_s: row.try_get(2)?,
                    reason: row.try_get(3)?,
                })
            },
            mapper: |it| TakeCall::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, TakeCallParams<T1>, TakeCallQuery<'c, 'a, 's, C, TakeCall, 3>, C>
    for TakeCallStmt
{
    fn params(&'s self, client: &'c C, params: &'a TakeCallParams<T1>) -> TakeCallQuery<'c, 'a, 's, C, TakeCall, 3> {
        self.bind(client, &params.connection, &params.endpoint, &params.job)
    }
}
pub struct FinishCallStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn finish_call() -> FinishCallStmt {
    FinishCallStmt(
        "select coalesce(app.finish_call($1, $2, $3, $4, $5, $6, $7::float8 * interval '1 second')::text, '') as nothing",
        None,
    )
}
impl FinishCallStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        call: &'a i64,
        status: &'a Option<i32>,
        latency_ms: &'a Option<i32>,
        bytes: &'a Option<i64>,
        error: &'a Option<T1>,
        is_failure: &'a bool,
        rest_s: &'a Option<f64>,
    ) -> StringQuery<'c, 'a, 's, C, String, 7> {
        StringQuery {
            client,
            params: [call, status, latency_ms, bytes, error, is_failure, rest_s],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, FinishCallParams<T1>, StringQuery<'c, 'a, 's, C, String, 7>, C>
    for FinishCallStmt
{
    fn params(&'s self, client: &'c C, params: &'a FinishCallParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 7> {
        self.bind(
            client,
            &params.call,
            &params.status,
            &params.latency_ms,
            &params.bytes,
            &params.error,
            &params.is_failure,
            &params.rest_s,
        )
    }
}
pub struct AlertRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn alert_rows() -> AlertRowsStmt {
    AlertRowsStmt(
        "select row_to_json(a) as row from ( select a.id, a.kind, a.message, c.name as connection, a.job_id, a.raised_at, a.seen_at, a.resolved_at from alerts a left join linkedin_connections c on c.tenant_id = a.tenant_id and c.id = a.connection_id where $1::boolean or a.resolved_at is null order by a.resolved_at is not null, a.raised_at desc, a.id limit $2 ) a",
        None,
    )
}
impl AlertRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        all: &'a bool,
        how_many: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [all, how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AlertRowsParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for AlertRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AlertRowsParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.all, &params.how_many)
    }
}
pub struct OpenAlertsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn open_alerts() -> OpenAlertsStmt {
    OpenAlertsStmt("select count(*) as alerts from alerts where resolved_at is null and seen_at is null", None)
}
impl OpenAlertsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> I64Query<'c, 'a, 's, C, i64, 0> {
        I64Query {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SeeAlertsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn see_alerts() -> SeeAlertsStmt {
    SeeAlertsStmt("update alerts set seen_at = now() where resolved_at is null and seen_at is null", None)
}
impl SeeAlertsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
