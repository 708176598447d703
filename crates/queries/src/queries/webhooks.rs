// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct WebhookSourceItemsParams {
    pub source: Option<uuid::Uuid>,
    pub after_id: Option<uuid::Uuid>,
    pub most: i64,
}
#[derive(Debug)]
pub struct AddWebhookSourceParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub name: T1,
    pub kind: T2,
    pub connection_id: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct SetWebhookSecretsParams<T1: crate::BytesSql, T2: crate::BytesSql> {
    pub sealed: T1,
    pub sealed_previous: Option<T2>,
    pub keep_s: Option<f64>,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct ActivateWebhookSourceParams {
    pub is_active: bool,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct TakeDeliveryParams<T1: crate::StringSql, T2: crate::JsonSql, T3: crate::BytesSql> {
    pub source: uuid::Uuid,
    pub delivery: T1,
    pub headers: T2,
    pub body: T3,
    pub at_most: i32,
}
#[derive(Clone, Copy, Debug)]
pub struct HoldDeliveryParams {
    pub delivery: uuid::Uuid,
    pub attempt: i32,
}
#[derive(Debug)]
pub struct EndDeliveryParams<T1: crate::JsonSql> {
    pub delivery: uuid::Uuid,
    pub attempt: i32,
    pub outcome: T1,
}
#[derive(Debug)]
pub struct FailDeliveryParams<T1: crate::StringSql> {
    pub delivery: uuid::Uuid,
    pub attempt: i32,
    pub problem: T1,
    pub is_final: bool,
}
#[derive(Debug)]
pub struct HintRunParams<T1: crate::StringSql> {
    pub run: T1,
    pub connection: uuid::Uuid,
}
#[derive(Debug)]
pub struct DeliveryRowsParams<T1: crate::StringSql> {
    pub state: Option<T1>,
    pub how_many: i64,
}
#[derive(Debug)]
pub struct NoteRefusalsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub subject: T1,
    pub details: T2,
}
#[derive(Debug, Clone, PartialEq)]
pub struct WebhookSourceItems {
    pub id: uuid::Uuid,
    pub item: serde_json::Value,
}
pub struct WebhookSourceItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<WebhookSourceItemsBorrowed<'a>> for WebhookSourceItems {
    fn from(WebhookSourceItemsBorrowed { id, item }: WebhookSourceItemsBorrowed<'a>) -> Self {
        Self { id, item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct WebhookSource {
    pub id: uuid::Uuid,
    pub kind: String,
    pub is_active: bool,
    pub sealed_secret: Option<Vec<u8>>,
    pub sealed_previous: Option<Vec<u8>>,
    pub now: jiff::Timestamp,
}
pub struct WebhookSourceBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub is_active: bool,
    pub sealed_secret: Option<&'a [u8]>,
    pub sealed_previous: Option<&'a [u8]>,
    pub now: jiff::Timestamp,
}
impl<'a> From<WebhookSourceBorrowed<'a>> for WebhookSource {
    fn from(
        WebhookSourceBorrowed { id, kind, is_active, sealed_secret, sealed_previous, now }: WebhookSourceBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            is_active,
            sealed_secret: sealed_secret.map(|v| v.into()),
            sealed_previous: sealed_previous.map(|v| v.into()),
            now,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct HeldWebhookSource {
    pub id: uuid::Uuid,
    pub kind: String,
    pub sealed_secret: Option<Vec<u8>>,
}
pub struct HeldWebhookSourceBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub sealed_secret: Option<&'a [u8]>,
}
impl<'a> From<HeldWebhookSourceBorrowed<'a>> for HeldWebhookSource {
    fn from(HeldWebhookSourceBorrowed { id, kind, sealed_secret }: HeldWebhookSourceBorrowed<'a>) -> Self {
        Self { id, kind: kind.into(), sealed_secret: sealed_secret.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ClaimDelivery {
    pub delivery: uuid::Uuid,
    pub attempt: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct HoldDelivery {
    pub id: uuid::Uuid,
    pub body: Vec<u8>,
    pub received_at: jiff::Timestamp,
    pub kind: String,
    pub connection_id: Option<uuid::Uuid>,
}
pub struct HoldDeliveryBorrowed<'a> {
    pub id: uuid::Uuid,
    pub body: &'a [u8],
    pub received_at: jiff::Timestamp,
    pub kind: &'a str,
    pub connection_id: Option<uuid::Uuid>,
}
impl<'a> From<HoldDeliveryBorrowed<'a>> for HoldDelivery {
    fn from(HoldDeliveryBorrowed { id, body, received_at, kind, connection_id }: HoldDeliveryBorrowed<'a>) -> Self {
        Self { id, body: body.into(), received_at, kind: kind.into(), connection_id }
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
pub struct WebhookSourceItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WebhookSourceItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(WebhookSourceItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WebhookSourceItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WebhookSourceItemsBorrowed) -> R) -> WebhookSourceItemsQuery<'c, 'a, 's, C, R, N> {
        WebhookSourceItemsQuery {
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
pub struct WebhookSourceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WebhookSourceBorrowed, tokio_postgres::Error>,
    mapper: fn(WebhookSourceBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WebhookSourceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WebhookSourceBorrowed) -> R) -> WebhookSourceQuery<'c, 'a, 's, C, R, N> {
        WebhookSourceQuery {
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
pub struct HeldWebhookSourceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HeldWebhookSourceBorrowed, tokio_postgres::Error>,
    mapper: fn(HeldWebhookSourceBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HeldWebhookSourceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HeldWebhookSourceBorrowed) -> R) -> HeldWebhookSourceQuery<'c, 'a, 's, C, R, N> {
        HeldWebhookSourceQuery {
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
pub struct ClaimDeliveryQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ClaimDelivery, tokio_postgres::Error>,
    mapper: fn(ClaimDelivery) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ClaimDeliveryQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ClaimDelivery) -> R) -> ClaimDeliveryQuery<'c, 'a, 's, C, R, N> {
        ClaimDeliveryQuery {
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
pub struct HoldDeliveryQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HoldDeliveryBorrowed, tokio_postgres::Error>,
    mapper: fn(HoldDeliveryBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HoldDeliveryQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HoldDeliveryBorrowed) -> R) -> HoldDeliveryQuery<'c, 'a, 's, C, R, N> {
        HoldDeliveryQuery {
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
pub struct WebhookSourceRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn webhook_source_rows() -> WebhookSourceRowsStmt {
    WebhookSourceRowsStmt("select row_to_json(s) as row from webhook_source_overview s order by s.name", None)
}
impl WebhookSourceRowsStmt {
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
pub struct WebhookSourceItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn webhook_source_items() -> WebhookSourceItemsStmt {
    WebhookSourceItemsStmt(
        "select o.id, to_jsonb(o) - 'tenant_id' || jsonb_build_object('connection_id', s.connection_id, 'path', '/hooks/' || t.slug || '/' || s.name) as item from webhook_source_overview o join webhook_sources s on s.tenant_id = o.tenant_id and s.id = o.id join tenants t on t.id = o.tenant_id where ($1::uuid is null or o.id = $1) and ($2::uuid is null or o.id > $2) order by o.id limit $3",
        None,
    )
}
impl WebhookSourceItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        source: &'a Option<uuid::Uuid>,
        after_id: &'a Option<uuid::Uuid>,
        most: &'a i64,
    ) -> WebhookSourceItemsQuery<'c, 'a, 's, C, WebhookSourceItems, 3> {
        WebhookSourceItemsQuery {
            client,
            params: [source, after_id, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WebhookSourceItemsBorrowed, tokio_postgres::Error> {
                Ok(WebhookSourceItemsBorrowed { id: row.try_get(0)?, item: row.try_get(1)? })
            },
            mapper: |it| WebhookSourceItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        WebhookSourceItemsParams,
        WebhookSourceItemsQuery<'c, 'a, 's, C, WebhookSourceItems, 3>,
        C,
    > for WebhookSourceItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WebhookSourceItemsParams,
    ) -> WebhookSourceItemsQuery<'c, 'a, 's, C, WebhookSourceItems, 3> {
        self.bind(client, &params.source, &params.after_id, &params.most)
    }
}
pub struct WebhookSourceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn webhook_source() -> WebhookSourceStmt {
    WebhookSourceStmt(
        "select s.id, s.kind::text as kind, s.is_active, s.sealed_secret, case when s.previous_until > clock_timestamp() then s.sealed_previous end as sealed_previous, clock_timestamp() as now from webhook_sources s where s.name = $1",
        None,
    )
}
impl WebhookSourceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> WebhookSourceQuery<'c, 'a, 's, C, WebhookSource, 1> {
        WebhookSourceQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WebhookSourceBorrowed, tokio_postgres::Error> {
                Ok(WebhookSourceBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    is_active: row.try_get(2)?,
                    sealed_secret: row.try_get(3)?,
                    sealed_previous: row.try_get(4)?,
                    now: row.try_get(5)?,
                })
            },
            mapper: |it| WebhookSource::from(it),
        }
    }
}
pub struct HeldWebhookSourceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn held_webhook_source() -> HeldWebhookSourceStmt {
    HeldWebhookSourceStmt(
        "select id, kind::text as kind, sealed_secret from webhook_sources where name = $1 for no key update",
        None,
    )
}
impl HeldWebhookSourceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> HeldWebhookSourceQuery<'c, 'a, 's, C, HeldWebhookSource, 1> {
        HeldWebhookSourceQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HeldWebhookSourceBorrowed, tokio_postgres::Error> {
                Ok(HeldWebhookSourceBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    sealed_secret: row.try_get(2)?,
                })
            },
            mapper: |it| HeldWebhookSource::from(it),
        }
    }
}
pub struct WebhookSourceNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn webhook_source_names() -> WebhookSourceNamesStmt {
    WebhookSourceNamesStmt("select name from webhook_sources order by name", None)
}
impl WebhookSourceNamesStmt {
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
pub struct AddWebhookSourceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_webhook_source() -> AddWebhookSourceStmt {
    AddWebhookSourceStmt(
        "insert into webhook_sources (name, kind, connection_id) values ($1, $2::text::webhook_kind, $3) returning id",
        None,
    )
}
impl AddWebhookSourceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        kind: &'a T2,
        connection_id: &'a Option<uuid::Uuid>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
            client,
            params: [name, kind, connection_id],
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
        AddWebhookSourceParams<T1, T2>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>,
        C,
    > for AddWebhookSourceStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AddWebhookSourceParams<T1, T2>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.name, &params.kind, &params.connection_id)
    }
}
pub struct SetWebhookSecretsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_webhook_secrets() -> SetWebhookSecretsStmt {
    SetWebhookSecretsStmt(
        "update webhook_sources set sealed_secret = $1, sealed_previous = $2, previous_until = case when $2::bytea is not null then clock_timestamp() + $3::float8 * interval '1 second' end where id = $4",
        None,
    )
}
impl SetWebhookSecretsStmt {
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
        SetWebhookSecretsParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetWebhookSecretsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetWebhookSecretsParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.sealed, &params.sealed_previous, &params.keep_s, &params.id))
    }
}
pub struct ActivateWebhookSourceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn activate_webhook_source() -> ActivateWebhookSourceStmt {
    ActivateWebhookSourceStmt(
        "with changed as (update webhook_sources set is_active = $1 where id = $2 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), case when $1 then 'webhook.resumed' else 'webhook.paused' end, id::text, jsonb_build_object('name', name) from changed",
        None,
    )
}
impl ActivateWebhookSourceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        is_active: &'a bool,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[is_active, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ActivateWebhookSourceParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ActivateWebhookSourceStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ActivateWebhookSourceParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.is_active, &params.id))
    }
}
pub struct DeleteWebhookSourceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_webhook_source() -> DeleteWebhookSourceStmt {
    DeleteWebhookSourceStmt(
        "with gone as (delete from webhook_sources where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'webhook.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteWebhookSourceStmt {
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
pub struct TakeDeliveryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_delivery() -> TakeDeliveryStmt {
    TakeDeliveryStmt("select app.take_delivery($1, $2, $3, $4, $5) as outcome", None)
}
impl TakeDeliveryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql, T3: crate::BytesSql>(
        &'s self,
        client: &'c C,
        source: &'a uuid::Uuid,
        delivery: &'a T1,
        headers: &'a T2,
        body: &'a T3,
        at_most: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 5> {
        StringQuery {
            client,
            params: [source, delivery, headers, body, at_most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql, T3: crate::BytesSql>
    crate::client::async_::Params<'c, 'a, 's, TakeDeliveryParams<T1, T2, T3>, StringQuery<'c, 'a, 's, C, String, 5>, C>
    for TakeDeliveryStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeDeliveryParams<T1, T2, T3>,
    ) -> StringQuery<'c, 'a, 's, C, String, 5> {
        self.bind(client, &params.source, &params.delivery, &params.headers, &params.body, &params.at_most)
    }
}
pub struct ClaimDeliveryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim_delivery() -> ClaimDeliveryStmt {
    ClaimDeliveryStmt("select delivery, attempt from app.claim_delivery($1)", None)
}
impl ClaimDeliveryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        wanted: &'a Option<uuid::Uuid>,
    ) -> ClaimDeliveryQuery<'c, 'a, 's, C, ClaimDelivery, 1> {
        ClaimDeliveryQuery {
            client,
            params: [wanted],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ClaimDelivery, tokio_postgres::Error> {
                Ok(ClaimDelivery { delivery: row.try_get(0)?, attempt: row.try_get(1)? })
            },
            mapper: |it| ClaimDelivery::from(it),
        }
    }
}
pub struct HoldDeliveryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_delivery() -> HoldDeliveryStmt {
    HoldDeliveryStmt(
        "select i.id, i.body, i.received_at, s.kind::text as kind, s.connection_id from webhook_inbox i join webhook_sources s on s.tenant_id = i.tenant_id and s.id = i.source_id where i.id = $1 and i.attempts = $2 and i.state in ('pending', 'failed') for update of i",
        None,
    )
}
impl HoldDeliveryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        delivery: &'a uuid::Uuid,
        attempt: &'a i32,
    ) -> HoldDeliveryQuery<'c, 'a, 's, C, HoldDelivery, 2> {
        HoldDeliveryQuery {
            client,
            params: [delivery, attempt],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HoldDeliveryBorrowed, tokio_postgres::Error> {
                Ok(HoldDeliveryBorrowed {
                    id: row.try_get(0)?,
                    body: row.try_get(1)?,
                    received_at: row.try_get(2)?,
                    kind: row.try_get(3)?,
                    connection_id: row.try_get(4)?,
                })
            },
            mapper: |it| HoldDelivery::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, HoldDeliveryParams, HoldDeliveryQuery<'c, 'a, 's, C, HoldDelivery, 2>, C>
    for HoldDeliveryStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a HoldDeliveryParams,
    ) -> HoldDeliveryQuery<'c, 'a, 's, C, HoldDelivery, 2> {
        self.bind(client, &params.delivery, &params.attempt)
    }
}
pub struct EndDeliveryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_delivery() -> EndDeliveryStmt {
    EndDeliveryStmt("select app.end_delivery($1, $2, $3) as done", None)
}
impl EndDeliveryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        delivery: &'a uuid::Uuid,
        attempt: &'a i32,
        outcome: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 3> {
        BoolQuery {
            client,
            params: [delivery, attempt, outcome],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, EndDeliveryParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 3>, C>
    for EndDeliveryStmt
{
    fn params(&'s self, client: &'c C, params: &'a EndDeliveryParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 3> {
        self.bind(client, &params.delivery, &params.attempt, &params.outcome)
    }
}
pub struct FailDeliveryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fail_delivery() -> FailDeliveryStmt {
    FailDeliveryStmt("select app.fail_delivery($1, $2, $3, $4) as became", None)
}
impl FailDeliveryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        delivery: &'a uuid::Uuid,
        attempt: &'a i32,
        problem: &'a T1,
        is_final: &'a bool,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        StringQuery {
            client,
            params: [delivery, attempt, problem, is_final],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, FailDeliveryParams<T1>, StringQuery<'c, 'a, 's, C, String, 4>, C>
    for FailDeliveryStmt
{
    fn params(&'s self, client: &'c C, params: &'a FailDeliveryParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 4> {
        self.bind(client, &params.delivery, &params.attempt, &params.problem, &params.is_final)
    }
}
pub struct ReplayDeliveryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn replay_delivery() -> ReplayDeliveryStmt {
    ReplayDeliveryStmt("select app.replay_delivery($1) as became", None)
}
impl ReplayDeliveryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        delivery: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [delivery],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct HintRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hint_run() -> HintRunStmt {
    HintRunStmt("select app.hint_run($1, $2) as outcome", None)
}
impl HintRunStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        run: &'a T1,
        connection: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [run, connection],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, HintRunParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for HintRunStmt
{
    fn params(&'s self, client: &'c C, params: &'a HintRunParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.run, &params.connection)
    }
}
pub struct HintSyncStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hint_sync() -> HintSyncStmt {
    HintSyncStmt("select app.hint_sync($1) as outcome", None)
}
impl HintSyncStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        connection: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [connection],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct PurgeDeliveriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn purge_deliveries() -> PurgeDeliveriesStmt {
    PurgeDeliveriesStmt("select app.purge_deliveries() as purged", None)
}
impl PurgeDeliveriesStmt {
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
pub struct DeliveryRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delivery_rows() -> DeliveryRowsStmt {
    DeliveryRowsStmt(
        "select row_to_json(d) as row from ( select o.* from webhook_delivery_overview o where $1::text is null or o.state::text = $1 order by o.received_at desc, o.id limit $2 ) d",
        None,
    )
}
impl DeliveryRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a Option<T1>,
        how_many: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [state, how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        DeliveryRowsParams<T1>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for DeliveryRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DeliveryRowsParams<T1>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.state, &params.how_many)
    }
}
pub struct DeliveryRowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delivery_row() -> DeliveryRowStmt {
    DeliveryRowStmt("select row_to_json(o) as row from webhook_delivery_overview o where o.id = $1", None)
}
impl DeliveryRowStmt {
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
pub struct TenantsWithDeliveriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenants_with_deliveries() -> TenantsWithDeliveriesStmt {
    TenantsWithDeliveriesStmt(
        "select distinct tenant_id from webhook_inbox where state in ('pending', 'failed') and next_attempt <= now()",
        None,
    )
}
impl TenantsWithDeliveriesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 0> {
        UuidUuidQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct NoteRefusalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_refusals() -> NoteRefusalsStmt {
    NoteRefusalsStmt(
        "insert into audit_log (actor, event, subject, details) values ('system', 'webhook.refused', $1, $2)",
        None,
    )
}
impl NoteRefusalsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        subject: &'a T1,
        details: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[subject, details]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteRefusalsParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteRefusalsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteRefusalsParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.subject, &params.details))
    }
}
