// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct BeginActingParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub time_zone: T1,
    pub actor: T2,
}
#[derive(Debug)]
pub struct BeginActingForParams<T1: crate::StringSql> {
    pub actor: T1,
    pub tenant: uuid::Uuid,
}
#[derive(Debug)]
pub struct CreateTenantParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::StringSql> {
    pub slug: T1,
    pub name: T2,
    pub time_zone: T3,
    pub currency: T4,
}
#[derive(Clone, Copy, Debug)]
pub struct PeopleUnseenParams {
    pub tenant: uuid::Uuid,
    pub months: i32,
}
#[derive(Clone, Copy, Debug)]
pub struct KeepPeopleParams {
    pub months: Option<i16>,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct ChangeTenantParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub currency: T1,
    pub id: uuid::Uuid,
    pub name: T2,
    pub time_zone: T3,
}
#[derive(Clone, Copy, Debug)]
pub struct AddWeightsParams {
    pub likes: i32,
    pub reactions: i32,
    pub comments: i32,
    pub shares: i32,
    pub follows: i32,
    pub clicks: i32,
    pub tenant: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct TenantBySlug {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub time_zone: String,
    pub currency: String,
}
pub struct TenantBySlugBorrowed<'a> {
    pub id: uuid::Uuid,
    pub slug: &'a str,
    pub name: &'a str,
    pub time_zone: &'a str,
    pub currency: &'a str,
}
impl<'a> From<TenantBySlugBorrowed<'a>> for TenantBySlug {
    fn from(TenantBySlugBorrowed { id, slug, name, time_zone, currency }: TenantBySlugBorrowed<'a>) -> Self {
        Self { id, slug: slug.into(), name: name.into(), time_zone: time_zone.into(), currency: currency.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct BeginActing {
    pub time_zone: String,
    pub actor: String,
}
pub struct BeginActingBorrowed<'a> {
    pub time_zone: &'a str,
    pub actor: &'a str,
}
impl<'a> From<BeginActingBorrowed<'a>> for BeginActing {
    fn from(BeginActingBorrowed { time_zone, actor }: BeginActingBorrowed<'a>) -> Self {
        Self { time_zone: time_zone.into(), actor: actor.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct BeginActingFor {
    pub time_zone: String,
    pub actor: String,
    pub currency: String,
}
pub struct BeginActingForBorrowed<'a> {
    pub time_zone: &'a str,
    pub actor: &'a str,
    pub currency: &'a str,
}
impl<'a> From<BeginActingForBorrowed<'a>> for BeginActingFor {
    fn from(BeginActingForBorrowed { time_zone, actor, currency }: BeginActingForBorrowed<'a>) -> Self {
        Self { time_zone: time_zone.into(), actor: actor.into(), currency: currency.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TenantItself {
    pub slug: String,
    pub name: String,
    pub time_zone: String,
    pub currency: String,
    pub people_kept_months: Option<i16>,
}
pub struct TenantItselfBorrowed<'a> {
    pub slug: &'a str,
    pub name: &'a str,
    pub time_zone: &'a str,
    pub currency: &'a str,
    pub people_kept_months: Option<i16>,
}
impl<'a> From<TenantItselfBorrowed<'a>> for TenantItself {
    fn from(
        TenantItselfBorrowed { slug, name, time_zone, currency, people_kept_months }: TenantItselfBorrowed<'a>,
    ) -> Self {
        Self {
            slug: slug.into(),
            name: name.into(),
            time_zone: time_zone.into(),
            currency: currency.into(),
            people_kept_months,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PeopleUnseen {
    pub unseen: i64,
    pub people: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct WeightsNow {
    pub version: i32,
    pub likes: i32,
    pub reactions: i32,
    pub comments: i32,
    pub shares: i32,
    pub follows: i32,
    pub clicks: i32,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct TenantBySlugQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TenantBySlugBorrowed, tokio_postgres::Error>,
    mapper: fn(TenantBySlugBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TenantBySlugQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TenantBySlugBorrowed) -> R) -> TenantBySlugQuery<'c, 'a, 's, C, R, N> {
        TenantBySlugQuery {
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
pub struct BeginActingQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<BeginActingBorrowed, tokio_postgres::Error>,
    mapper: fn(BeginActingBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BeginActingQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(BeginActingBorrowed) -> R) -> BeginActingQuery<'c, 'a, 's, C, R, N> {
        BeginActingQuery {
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
pub struct BeginActingForQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<BeginActingForBorrowed, tokio_postgres::Error>,
    mapper: fn(BeginActingForBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BeginActingForQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(BeginActingForBorrowed) -> R) -> BeginActingForQuery<'c, 'a, 's, C, R, N> {
        BeginActingForQuery {
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
pub struct TenantItselfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TenantItselfBorrowed, tokio_postgres::Error>,
    mapper: fn(TenantItselfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TenantItselfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TenantItselfBorrowed) -> R) -> TenantItselfQuery<'c, 'a, 's, C, R, N> {
        TenantItselfQuery {
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
pub struct PeopleUnseenQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PeopleUnseen, tokio_postgres::Error>,
    mapper: fn(PeopleUnseen) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PeopleUnseenQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PeopleUnseen) -> R) -> PeopleUnseenQuery<'c, 'a, 's, C, R, N> {
        PeopleUnseenQuery {
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
pub struct WeightsNowQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WeightsNow, tokio_postgres::Error>,
    mapper: fn(WeightsNow) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WeightsNowQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WeightsNow) -> R) -> WeightsNowQuery<'c, 'a, 's, C, R, N> {
        WeightsNowQuery {
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
pub struct JiffCivilDateQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<jiff::civil::Date, tokio_postgres::Error>,
    mapper: fn(jiff::civil::Date) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JiffCivilDateQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(jiff::civil::Date) -> R) -> JiffCivilDateQuery<'c, 'a, 's, C, R, N> {
        JiffCivilDateQuery {
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
pub struct TenantBySlugStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_by_slug() -> TenantBySlugStmt {
    TenantBySlugStmt("select id, slug, name, time_zone, currency from tenants where slug = $1", None)
}
impl TenantBySlugStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        slug: &'a T1,
    ) -> TenantBySlugQuery<'c, 'a, 's, C, TenantBySlug, 1> {
        TenantBySlugQuery {
            client,
            params: [slug],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantBySlugBorrowed, tokio_postgres::Error> {
                Ok(TenantBySlugBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    time_zone: row.try_get(3)?,
                    currency: row.try_get(4)?,
                })
            },
            mapper: |it| TenantBySlug::from(it),
        }
    }
}
pub struct TenantIdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_ids() -> TenantIdsStmt {
    TenantIdsStmt("select id from tenants order by id", None)
}
impl TenantIdsStmt {
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
pub struct BeginActingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn begin_acting() -> BeginActingStmt {
    BeginActingStmt(
        "select set_config('TimeZone', $1, true) as time_zone, set_config('app.actor', $2, true) as actor",
        None,
    )
}
impl BeginActingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        time_zone: &'a T1,
        actor: &'a T2,
    ) -> BeginActingQuery<'c, 'a, 's, C, BeginActing, 2> {
        BeginActingQuery {
            client,
            params: [time_zone, actor],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<BeginActingBorrowed, tokio_postgres::Error> {
                Ok(BeginActingBorrowed { time_zone: row.try_get(0)?, actor: row.try_get(1)? })
            },
            mapper: |it| BeginActing::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        BeginActingParams<T1, T2>,
        BeginActingQuery<'c, 'a, 's, C, BeginActing, 2>,
        C,
    > for BeginActingStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BeginActingParams<T1, T2>,
    ) -> BeginActingQuery<'c, 'a, 's, C, BeginActing, 2> {
        self.bind(client, &params.time_zone, &params.actor)
    }
}
pub struct BeginActingForStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn begin_acting_for() -> BeginActingForStmt {
    BeginActingForStmt(
        "select set_config('TimeZone', time_zone, true) as time_zone, set_config('app.actor', $1, true) as actor, currency from tenants where id = $2",
        None,
    )
}
impl BeginActingForStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        actor: &'a T1,
        tenant: &'a uuid::Uuid,
    ) -> BeginActingForQuery<'c, 'a, 's, C, BeginActingFor, 2> {
        BeginActingForQuery {
            client,
            params: [actor, tenant],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<BeginActingForBorrowed, tokio_postgres::Error> {
                Ok(BeginActingForBorrowed {
                    time_zone: row.try_get(0)?,
                    actor: row.try_get(1)?,
                    currency: row.try_get(2)?,
                })
            },
            mapper: |it| BeginActingFor::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        BeginActingForParams<T1>,
        BeginActingForQuery<'c, 'a, 's, C, BeginActingFor, 2>,
        C,
    > for BeginActingForStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BeginActingForParams<T1>,
    ) -> BeginActingForQuery<'c, 'a, 's, C, BeginActingFor, 2> {
        self.bind(client, &params.actor, &params.tenant)
    }
}
pub struct KeepUpStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn keep_up() -> KeepUpStmt {
    KeepUpStmt("select app.keep_up() as folded", None)
}
impl KeepUpStmt {
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
pub struct IsBehindStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_behind() -> IsBehindStmt {
    IsBehindStmt(
        "select exists (select from engagement_deltas) or exists (select from link_deltas) or exists (select from target_deltas) or exists (select from matching_state where windows_moved_on is distinct from tenant_today(tenant_id))",
        None,
    )
}
impl IsBehindStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> BoolQuery<'c, 'a, 's, C, bool, 0> {
        BoolQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct TenantRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_rows() -> TenantRowsStmt {
    TenantRowsStmt(
        "select row_to_json(t) as row from ( select t.slug, t.name, t.time_zone, t.currency, (select count(*) from persons p where p.tenant_id = t.id) as people, (select count(*) from campaigns c where c.tenant_id = t.id) as campaigns, (select count(*) from engagements e where e.tenant_id = t.id) as engagements, t.id, t.created_at from tenants t order by t.slug ) t",
        None,
    )
}
impl TenantRowsStmt {
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
pub struct CreateTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_tenant() -> CreateTenantStmt {
    CreateTenantStmt("insert into tenants (slug, name, time_zone, currency) values ($1, $2, $3, $4) returning id", None)
}
impl CreateTenantStmt {
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
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        slug: &'a T1,
        name: &'a T2,
        time_zone: &'a T3,
        currency: &'a T4,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        UuidUuidQuery {
            client,
            params: [slug, name, time_zone, currency],
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
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CreateTenantParams<T1, T2, T3, T4>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4>,
        C,
    > for CreateTenantStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreateTenantParams<T1, T2, T3, T4>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        self.bind(client, &params.slug, &params.name, &params.time_zone, &params.currency)
    }
}
pub struct SeedTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn seed_tenant() -> SeedTenantStmt {
    SeedTenantStmt("select coalesce(app.seed_tenant($1)::text, '') as nothing", None)
}
impl SeedTenantStmt {
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
pub struct HasTenantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_tenants() -> HasTenantsStmt {
    HasTenantsStmt("select to_regclass('public.tenants') is not null", None)
}
impl HasTenantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> BoolQuery<'c, 'a, 's, C, bool, 0> {
        BoolQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct DeleteTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_tenant() -> DeleteTenantStmt {
    DeleteTenantStmt("select coalesce(app.delete_tenant($1)::text, '') as nothing", None)
}
impl DeleteTenantStmt {
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
pub struct TenantItselfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_itself() -> TenantItselfStmt {
    TenantItselfStmt("select slug, name, time_zone, currency, people_kept_months from tenants where id = $1", None)
}
impl TenantItselfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> TenantItselfQuery<'c, 'a, 's, C, TenantItself, 1> {
        TenantItselfQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantItselfBorrowed, tokio_postgres::Error> {
                Ok(TenantItselfBorrowed {
                    slug: row.try_get(0)?,
                    name: row.try_get(1)?,
                    time_zone: row.try_get(2)?,
                    currency: row.try_get(3)?,
                    people_kept_months: row.try_get(4)?,
                })
            },
            mapper: |it| TenantItself::from(it),
        }
    }
}
pub struct PeopleUnseenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn people_unseen() -> PeopleUnseenStmt {
    PeopleUnseenStmt(
        "select (select count(*) from people_unseen($1, $2)) as unseen, (select count(*) from persons where tenant_id = $1) as people",
        None,
    )
}
impl PeopleUnseenStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        months: &'a i32,
    ) -> PeopleUnseenQuery<'c, 'a, 's, C, PeopleUnseen, 2> {
        PeopleUnseenQuery {
            client,
            params: [tenant, months],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PeopleUnseen, tokio_postgres::Error> {
                Ok(PeopleUnseen { unseen: row.try_get(0)?, people: row.try_get(1)? })
            },
            mapper: |it| PeopleUnseen::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, PeopleUnseenParams, PeopleUnseenQuery<'c, 'a, 's, C, PeopleUnseen, 2>, C>
    for PeopleUnseenStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PeopleUnseenParams,
    ) -> PeopleUnseenQuery<'c, 'a, 's, C, PeopleUnseen, 2> {
        self.bind(client, &params.tenant, &params.months)
    }
}
pub struct KeepPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn keep_people() -> KeepPeopleStmt {
    KeepPeopleStmt("update tenants set people_kept_months = $1 where id = $2", None)
}
impl KeepPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        months: &'a Option<i16>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[months, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        KeepPeopleParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for KeepPeopleStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a KeepPeopleParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.months, &params.id))
    }
}
pub struct ForgetPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_people() -> ForgetPeopleStmt {
    ForgetPeopleStmt("select app.forget_people() as forgotten", None)
}
impl ForgetPeopleStmt {
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
pub struct ChangeTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_tenant() -> ChangeTenantStmt {
    ChangeTenantStmt(
        "with proposed as ( update campaign_strategies s set currency = $1 from tenants t where t.id = $2 and s.tenant_id = t.id and s.is_template and s.currency = t.currency and t.currency <> $1 and not exists (select from campaigns c where c.tenant_id = s.tenant_id and c.strategy_id = s.id) ) update tenants set name = $3, time_zone = $4, currency = $1 where id = $2",
        None,
    )
}
impl ChangeTenantStmt {
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
        currency: &'a T1,
        id: &'a uuid::Uuid,
        name: &'a T2,
        time_zone: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[currency, id, name, time_zone]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ChangeTenantParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ChangeTenantStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ChangeTenantParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.currency, &params.id, &params.name, &params.time_zone))
    }
}
pub struct WeightsNowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn weights_now() -> WeightsNowStmt {
    WeightsNowStmt(
        "select version, likes, reactions, comments, shares, follows, clicks from weights where tenant_id = $1",
        None,
    )
}
impl WeightsNowStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
    ) -> WeightsNowQuery<'c, 'a, 's, C, WeightsNow, 1> {
        WeightsNowQuery {
            client,
            params: [tenant],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WeightsNow, tokio_postgres::Error> {
                Ok(WeightsNow {
                    version: row.try_get(0)?,
                    likes: row.try_get(1)?,
                    reactions: row.try_get(2)?,
                    comments: row.try_get(3)?,
                    shares: row.try_get(4)?,
                    follows: row.try_get(5)?,
                    clicks: row.try_get(6)?,
                })
            },
            mapper: |it| WeightsNow::from(it),
        }
    }
}
pub struct AddWeightsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_weights() -> AddWeightsStmt {
    AddWeightsStmt(
        "insert into engagement_weights (tenant_id, version, likes, reactions, comments, shares, follows, clicks) select t.id, coalesce(max(w.version), 0) + 1, $1, $2, $3, $4, $5, $6 from tenants t left join engagement_weights w on w.tenant_id = t.id where t.id = $7 group by t.id",
        None,
    )
}
impl AddWeightsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        likes: &'a i32,
        reactions: &'a i32,
        comments: &'a i32,
        shares: &'a i32,
        follows: &'a i32,
        clicks: &'a i32,
        tenant: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[likes, reactions, comments, shares, follows, clicks, tenant]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddWeightsParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddWeightsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddWeightsParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.likes,
            &params.reactions,
            &params.comments,
            &params.shares,
            &params.follows,
            &params.clicks,
            &params.tenant,
        ))
    }
}
pub struct TodayStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn today() -> TodayStmt {
    TodayStmt("select tenant_today(current_tenant())", None)
}
impl TodayStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> JiffCivilDateQuery<'c, 'a, 's, C, jiff::civil::Date, 0> {
        JiffCivilDateQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
