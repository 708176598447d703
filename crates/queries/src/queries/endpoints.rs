// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AddEndpointParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
> {
    pub name: T1,
    pub url: T2,
    pub events: T4,
}
#[derive(Debug)]
pub struct ChangeEndpointParams<T1: crate::JsonSql> {
    pub id: uuid::Uuid,
    pub said: T1,
}
#[derive(Debug)]
pub struct SetEndpointSecretsParams<T1: crate::BytesSql, T2: crate::BytesSql> {
    pub sealed: T1,
    pub sealed_previous: Option<T2>,
    pub keep_s: Option<f64>,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct ClaimEndpointsParams {
    pub how_many: i32,
    pub lease_s: f64,
}
#[derive(Clone, Copy, Debug)]
pub struct BeginSendingParams {
    pub endpoint: uuid::Uuid,
    pub outgoing: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct EndSendingParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub outgoing: uuid::Uuid,
    pub attempt: i32,
    pub status: Option<i32>,
    pub latency_ms: Option<i32>,
    pub answer_start: Option<T1>,
    pub problem: Option<T2>,
    pub rest_s: Option<f64>,
}
#[derive(Debug)]
pub struct EndpointDeliveriesParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub outgoing: Option<uuid::Uuid>,
    pub endpoint: Option<uuid::Uuid>,
    pub state: Option<T1>,
    pub event: Option<T2>,
    pub after_id: Option<uuid::Uuid>,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct HoldEndpoint {
    pub id: uuid::Uuid,
    pub sealed_secret: Option<Vec<u8>>,
}
pub struct HoldEndpointBorrowed<'a> {
    pub id: uuid::Uuid,
    pub sealed_secret: Option<&'a [u8]>,
}
impl<'a> From<HoldEndpointBorrowed<'a>> for HoldEndpoint {
    fn from(HoldEndpointBorrowed { id, sealed_secret }: HoldEndpointBorrowed<'a>) -> Self {
        Self { id, sealed_secret: sealed_secret.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ClaimEndpoints {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct BeginSending {
    pub delivery: uuid::Uuid,
    pub attempt: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Sending {
    pub url: String,
    pub sealed_secret: Option<Vec<u8>>,
    pub sealed_previous: Option<Vec<u8>>,
    pub body: String,
}
pub struct SendingBorrowed<'a> {
    pub url: &'a str,
    pub sealed_secret: Option<&'a [u8]>,
    pub sealed_previous: Option<&'a [u8]>,
    pub body: &'a str,
}
impl<'a> From<SendingBorrowed<'a>> for Sending {
    fn from(SendingBorrowed { url, sealed_secret, sealed_previous, body }: SendingBorrowed<'a>) -> Self {
        Self {
            url: url.into(),
            sealed_secret: sealed_secret.map(|v| v.into()),
            sealed_previous: sealed_previous.map(|v| v.into()),
            body: body.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct EndpointDeliveries {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct EndpointDeliveriesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<EndpointDeliveriesBorrowed<'a>> for EndpointDeliveries {
    fn from(EndpointDeliveriesBorrowed { id, key, item }: EndpointDeliveriesBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
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
pub struct HoldEndpointQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HoldEndpointBorrowed, tokio_postgres::Error>,
    mapper: fn(HoldEndpointBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HoldEndpointQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HoldEndpointBorrowed) -> R) -> HoldEndpointQuery<'c, 'a, 's, C, R, N> {
        HoldEndpointQuery {
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
pub struct ClaimEndpointsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ClaimEndpoints, tokio_postgres::Error>,
    mapper: fn(ClaimEndpoints) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ClaimEndpointsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ClaimEndpoints) -> R) -> ClaimEndpointsQuery<'c, 'a, 's, C, R, N> {
        ClaimEndpointsQuery {
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
pub struct BeginSendingQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<BeginSending, tokio_postgres::Error>,
    mapper: fn(BeginSending) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BeginSendingQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(BeginSending) -> R) -> BeginSendingQuery<'c, 'a, 's, C, R, N> {
        BeginSendingQuery {
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
pub struct SendingQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SendingBorrowed, tokio_postgres::Error>,
    mapper: fn(SendingBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SendingQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SendingBorrowed) -> R) -> SendingQuery<'c, 'a, 's, C, R, N> {
        SendingQuery {
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
pub struct EndpointDeliveriesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EndpointDeliveriesBorrowed, tokio_postgres::Error>,
    mapper: fn(EndpointDeliveriesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EndpointDeliveriesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(EndpointDeliveriesBorrowed) -> R) -> EndpointDeliveriesQuery<'c, 'a, 's, C, R, N> {
        EndpointDeliveriesQuery {
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
pub struct EndpointItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn endpoint_items() -> EndpointItemsStmt {
    EndpointItemsStmt(
        "select to_jsonb(e) - 'tenant_id' as item from endpoint_overview e where $1::uuid is null or e.id = $1 order by lower(e.name), e.id",
        None,
    )
}
impl EndpointItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        endpoint: &'a Option<uuid::Uuid>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [endpoint],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct EndpointByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn endpoint_by_name() -> EndpointByNameStmt {
    EndpointByNameStmt("select id from webhook_endpoints where lower(name) = lower($1)", None)
}
impl EndpointByNameStmt {
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
pub struct EndpointNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn endpoint_names() -> EndpointNamesStmt {
    EndpointNamesStmt("select name from webhook_endpoints order by lower(name)", None)
}
impl EndpointNamesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> StringQuery<'c, 'a, 's, C, String, 0> {
        StringQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct AddEndpointStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_endpoint() -> AddEndpointStmt {
    AddEndpointStmt("select app.add_endpoint($1, $2, $3) as id", None)
}
impl AddEndpointStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
    >(
        &'s self,
        client: &'c C,
        name: &'a T1,
        url: &'a T2,
        events: &'a T4,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
            client,
            params: [name, url, events],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AddEndpointParams<T1, T2, T3, T4>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>,
        C,
    > for AddEndpointStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AddEndpointParams<T1, T2, T3, T4>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.name, &params.url, &params.events)
    }
}
pub struct ChangeEndpointStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_endpoint() -> ChangeEndpointStmt {
    ChangeEndpointStmt(
        "with held as (select e as row from webhook_endpoints e where e.id = $1 for no key update) update webhook_endpoints e set name = n.name, url = n.url, events = n.events, is_active = n.is_active from held h cross join lateral jsonb_populate_record(h.row, $2) n where e.id = (h.row).id returning e.id",
        None,
    )
}
impl ChangeEndpointStmt {
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
    crate::client::async_::Params<'c, 'a, 's, ChangeEndpointParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for ChangeEndpointStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangeEndpointParams<T1>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.id, &params.said)
    }
}
pub struct HoldEndpointStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_endpoint() -> HoldEndpointStmt {
    HoldEndpointStmt("select id, sealed_secret from webhook_endpoints where id = $1 for no key update", None)
}
impl HoldEndpointStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> HoldEndpointQuery<'c, 'a, 's, C, HoldEndpoint, 1> {
        HoldEndpointQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HoldEndpointBorrowed, tokio_postgres::Error> {
                Ok(HoldEndpointBorrowed { id: row.try_get(0)?, sealed_secret: row.try_get(1)? })
            },
            mapper: |it| HoldEndpoint::from(it),
        }
    }
}
pub struct SetEndpointSecretsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_endpoint_secrets() -> SetEndpointSecretsStmt {
    SetEndpointSecretsStmt(
        "update webhook_endpoints set sealed_secret = $1, sealed_previous = $2, previous_until = case when $2::bytea is not null then clock_timestamp() + $3::float8 * interval '1 second' end where id = $4",
        None,
    )
}
impl SetEndpointSecretsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        sealed: &'a T1,
        sealed_previous: &'a Option<T2>,
        keep_s: &'a Option<f64>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[sealed, sealed_previous, keep_s, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetEndpointSecretsParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetEndpointSecretsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetEndpointSecretsParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.sealed, &params.sealed_previous, &params.keep_s, &params.id))
    }
}
pub struct DeleteEndpointStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_endpoint() -> DeleteEndpointStmt {
    DeleteEndpointStmt("delete from webhook_endpoints where id = $1", None)
}
impl DeleteEndpointStmt {
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
pub struct TestEndpointStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn test_endpoint() -> TestEndpointStmt {
    TestEndpointStmt(
        "insert into webhook_deliveries (endpoint_id, event, facts) select e.id, 'endpoint.test', jsonb_build_object('endpoint', e.name) from webhook_endpoints e where e.id = $1 and e.is_active returning id",
        None,
    )
}
impl TestEndpointStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ClaimEndpointsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim_endpoints() -> ClaimEndpointsStmt {
    ClaimEndpointsStmt("select tenant_id, id from app.claim_endpoints($1, $2::float8 * interval '1 second')", None)
}
impl ClaimEndpointsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        how_many: &'a i32,
        lease_s: &'a f64,
    ) -> ClaimEndpointsQuery<'c, 'a, 's, C, ClaimEndpoints, 2> {
        ClaimEndpointsQuery {
            client,
            params: [how_many, lease_s],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ClaimEndpoints, tokio_postgres::Error> {
                Ok(ClaimEndpoints { tenant_id: row.try_get(0)?, id: row.try_get(1)? })
            },
            mapper: |it| ClaimEndpoints::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ClaimEndpointsParams,
        ClaimEndpointsQuery<'c, 'a, 's, C, ClaimEndpoints, 2>,
        C,
    > for ClaimEndpointsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ClaimEndpointsParams,
    ) -> ClaimEndpointsQuery<'c, 'a, 's, C, ClaimEndpoints, 2> {
        self.bind(client, &params.how_many, &params.lease_s)
    }
}
pub struct ReleaseEndpointStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn release_endpoint() -> ReleaseEndpointStmt {
    ReleaseEndpointStmt("update webhook_endpoints set busy_until = null where id = $1 and busy_until is not null", None)
}
impl ReleaseEndpointStmt {
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
pub struct BeginSendingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn begin_sending() -> BeginSendingStmt {
    BeginSendingStmt("select delivery, attempt from app.begin_sending($1, $2)", None)
}
impl BeginSendingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        endpoint: &'a uuid::Uuid,
        outgoing: &'a Option<uuid::Uuid>,
    ) -> BeginSendingQuery<'c, 'a, 's, C, BeginSending, 2> {
        BeginSendingQuery {
            client,
            params: [endpoint, outgoing],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<BeginSending, tokio_postgres::Error> {
                Ok(BeginSending { delivery: row.try_get(0)?, attempt: row.try_get(1)? })
            },
            mapper: |it| BeginSending::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, BeginSendingParams, BeginSendingQuery<'c, 'a, 's, C, BeginSending, 2>, C>
    for BeginSendingStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BeginSendingParams,
    ) -> BeginSendingQuery<'c, 'a, 's, C, BeginSending, 2> {
        self.bind(client, &params.endpoint, &params.outgoing)
    }
}
pub struct SendingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn sending() -> SendingStmt {
    SendingStmt(
        "select e.url, e.sealed_secret, case when e.previous_until > clock_timestamp() then e.sealed_previous end as sealed_previous, app.delivery_body(d.id)::text as body from webhook_deliveries d join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id where d.id = $1",
        None,
    )
}
impl SendingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        outgoing: &'a uuid::Uuid,
    ) -> SendingQuery<'c, 'a, 's, C, Sending, 1> {
        SendingQuery {
            client,
            params: [outgoing],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SendingBorrowed, tokio_postgres::Error> {
                Ok(SendingBorrowed {
                    url: row.try_get(0)?,
                    sealed_secret: row.try_get(1)?,
                    sealed_previous: row.try_get(2)?,
                    body: row.try_get(3)?,
                })
            },
            mapper: |it| Sending::from(it),
        }
    }
}
pub struct EndSendingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_sending() -> EndSendingStmt {
    EndSendingStmt("select app.end_sending($1, $2, $3, $4, $5, $6, $7::float8 * interval '1 second') as became", None)
}
impl EndSendingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        outgoing: &'a uuid::Uuid,
        attempt: &'a i32,
        status: &'a Option<i32>,
        latency_ms: &'a Option<i32>,
        answer_start: &'a Option<T1>,
        problem: &'a Option<T2>,
        rest_s: &'a Option<f64>,
    ) -> StringQuery<'c, 'a, 's, C, String, 7> {
        StringQuery {
            client,
            params: [outgoing, attempt, status, latency_ms, answer_start, problem, rest_s],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, EndSendingParams<T1, T2>, StringQuery<'c, 'a, 's, C, String, 7>, C>
    for EndSendingStmt
{
    fn params(&'s self, client: &'c C, params: &'a EndSendingParams<T1, T2>) -> StringQuery<'c, 'a, 's, C, String, 7> {
        self.bind(
            client,
            &params.outgoing,
            &params.attempt,
            &params.status,
            &params.latency_ms,
            &params.answer_start,
            &params.problem,
            &params.rest_s,
        )
    }
}
pub struct ReplaySendingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn replay_sending() -> ReplaySendingStmt {
    ReplaySendingStmt("select app.replay_sending($1) as became", None)
}
impl ReplaySendingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        outgoing: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [outgoing],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct PurgeSendingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn purge_sendings() -> PurgeSendingsStmt {
    PurgeSendingsStmt("select app.purge_sendings() as purged", None)
}
impl PurgeSendingsStmt {
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
pub struct EndpointDeliveriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn endpoint_deliveries() -> EndpointDeliveriesStmt {
    EndpointDeliveriesStmt(
        "with chosen as ( select d.id from webhook_deliveries d where ($1::uuid is null or d.id = $1) and ($2::uuid is null or d.endpoint_id = $2) and ($3::text is null or d.state = $3::text::delivery_state) and ($4::text is null or d.event = $4::text::endpoint_event) and ($5::uuid is null or (d.created_at, d.id) < (to_timestamp(($6::jsonb)::float8), $5)) order by d.created_at desc, d.id desc limit $7 ) select o.id, to_jsonb(extract(epoch from o.created_at)) as key, to_jsonb(o) - 'tenant_id' as item from chosen k join endpoint_delivery_overview o on o.id = k.id order by o.created_at desc, o.id desc",
        None,
    )
}
impl EndpointDeliveriesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        outgoing: &'a Option<uuid::Uuid>,
        endpoint: &'a Option<uuid::Uuid>,
        state: &'a Option<T1>,
        event: &'a Option<T2>,
        after_id: &'a Option<uuid::Uuid>,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> EndpointDeliveriesQuery<'c, 'a, 's, C, EndpointDeliveries, 7> {
        EndpointDeliveriesQuery {
            client,
            params: [outgoing, endpoint, state, event, after_id, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EndpointDeliveriesBorrowed, tokio_postgres::Error> {
                Ok(EndpointDeliveriesBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| EndpointDeliveries::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        EndpointDeliveriesParams<T1, T2, T3>,
        EndpointDeliveriesQuery<'c, 'a, 's, C, EndpointDeliveries, 7>,
        C,
    > for EndpointDeliveriesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a EndpointDeliveriesParams<T1, T2, T3>,
    ) -> EndpointDeliveriesQuery<'c, 'a, 's, C, EndpointDeliveries, 7> {
        self.bind(
            client,
            &params.outgoing,
            &params.endpoint,
            &params.state,
            &params.event,
            &params.after_id,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct DeliveryBodyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delivery_body() -> DeliveryBodyStmt {
    DeliveryBodyStmt("select app.delivery_body(id) as body from webhook_deliveries where id = $1", None)
}
impl DeliveryBodyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        outgoing: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [outgoing],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
