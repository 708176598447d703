// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct PersonRowsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::StringSql> {
    pub persona: Option<uuid::Uuid>,
    pub company_key: Option<T1>,
    pub seniority: Option<T2>,
    pub function: Option<T3>,
    pub campaign: Option<i32>,
    pub min_score: Option<i64>,
    pub search: Option<T4>,
    pub notable: bool,
    pub most: i64,
}
#[derive(Debug)]
pub struct PersonByIdentityParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub kind: T1,
    pub value: T2,
}
#[derive(Clone, Copy, Debug)]
pub struct PersonJourneyParams {
    pub person: i32,
    pub most: i64,
}
#[derive(Debug)]
pub struct PinTargetParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: uuid::Uuid,
    pub person: i32,
    pub reason: Option<T1>,
}
#[derive(Debug)]
pub struct ExcludeTargetParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: uuid::Uuid,
    pub person: i32,
    pub reason: Option<T1>,
}
#[derive(Clone, Copy, Debug)]
pub struct ReleaseTargetParams {
    pub tenant: uuid::Uuid,
    pub persona: uuid::Uuid,
    pub person: i32,
}
#[derive(Clone, Copy, Debug)]
pub struct DeletePersonParams {
    pub tenant: uuid::Uuid,
    pub person: i32,
}
#[derive(Clone, Copy, Debug)]
pub struct UnreadHeadlinesParams {
    pub after: i32,
    pub version: i32,
    pub most: i64,
}
#[derive(Debug)]
pub struct MakeEmployersParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rows: T1,
}
#[derive(Debug)]
pub struct StoreReadingsParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rows: T1,
}
#[derive(Debug)]
pub struct PersonItemsParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::JsonSql,
> {
    pub sort: T1,
    pub person: Option<i32>,
    pub persona: Option<uuid::Uuid>,
    pub company: Option<i32>,
    pub campaign: Option<i32>,
    pub seniority: Option<T2>,
    pub function: Option<T3>,
    pub lead_status: Option<T4>,
    pub tag: Option<T5>,
    pub notable: Option<bool>,
    pub min_score: Option<i64>,
    pub search: Option<T6>,
    pub after_id: Option<i32>,
    pub descending: bool,
    pub after_key: Option<T7>,
    pub most: i64,
}
#[derive(Debug)]
pub struct AddPeopleParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rows: T1,
}
#[derive(Debug)]
pub struct ChangePersonParams<T1: crate::JsonSql> {
    pub person: i32,
    pub said: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct TargetExistsParams {
    pub persona: uuid::Uuid,
    pub person: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonByIdentity {
    pub id: i32,
    pub name: String,
}
pub struct PersonByIdentityBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
}
impl<'a> From<PersonByIdentityBorrowed<'a>> for PersonByIdentity {
    fn from(PersonByIdentityBorrowed { id, name }: PersonByIdentityBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonsByName {
    pub id: i32,
    pub name: String,
    pub headline: Option<String>,
}
pub struct PersonsByNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub headline: Option<&'a str>,
}
impl<'a> From<PersonsByNameBorrowed<'a>> for PersonsByName {
    fn from(PersonsByNameBorrowed { id, name, headline }: PersonsByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into(), headline: headline.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonsLikeName {
    pub id: i32,
    pub name: String,
    pub headline: Option<String>,
}
pub struct PersonsLikeNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub headline: Option<&'a str>,
}
impl<'a> From<PersonsLikeNameBorrowed<'a>> for PersonsLikeName {
    fn from(PersonsLikeNameBorrowed { id, name, headline }: PersonsLikeNameBorrowed<'a>) -> Self {
        Self { id, name: name.into(), headline: headline.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PersonContents {
    pub identities: i64,
    pub engagements: i64,
    pub targets: i64,
    pub events: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct UnreadHeadlines {
    pub id: i32,
    pub headline: String,
}
pub struct UnreadHeadlinesBorrowed<'a> {
    pub id: i32,
    pub headline: &'a str,
}
impl<'a> From<UnreadHeadlinesBorrowed<'a>> for UnreadHeadlines {
    fn from(UnreadHeadlinesBorrowed { id, headline }: UnreadHeadlinesBorrowed<'a>) -> Self {
        Self { id, headline: headline.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StoreReadings {
    pub people: i64,
    pub changed: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonItems {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct PersonItemsBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<PersonItemsBorrowed<'a>> for PersonItems {
    fn from(PersonItemsBorrowed { id, key, item }: PersonItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct AddPeople {
    pub person_id: i32,
    pub is_new: bool,
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
pub struct PersonByIdentityQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonByIdentityBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonByIdentityBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonByIdentityQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonByIdentityBorrowed) -> R) -> PersonByIdentityQuery<'c, 'a, 's, C, R, N> {
        PersonByIdentityQuery {
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
pub struct PersonsByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonsByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonsByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonsByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonsByNameBorrowed) -> R) -> PersonsByNameQuery<'c, 'a, 's, C, R, N> {
        PersonsByNameQuery {
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
pub struct PersonsLikeNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonsLikeNameBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonsLikeNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonsLikeNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonsLikeNameBorrowed) -> R) -> PersonsLikeNameQuery<'c, 'a, 's, C, R, N> {
        PersonsLikeNameQuery {
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
pub struct PersonContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonContents, tokio_postgres::Error>,
    mapper: fn(PersonContents) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonContents) -> R) -> PersonContentsQuery<'c, 'a, 's, C, R, N> {
        PersonContentsQuery {
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
pub struct UnreadHeadlinesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UnreadHeadlinesBorrowed, tokio_postgres::Error>,
    mapper: fn(UnreadHeadlinesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UnreadHeadlinesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(UnreadHeadlinesBorrowed) -> R) -> UnreadHeadlinesQuery<'c, 'a, 's, C, R, N> {
        UnreadHeadlinesQuery {
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
pub struct StoreReadingsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StoreReadings, tokio_postgres::Error>,
    mapper: fn(StoreReadings) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StoreReadingsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StoreReadings) -> R) -> StoreReadingsQuery<'c, 'a, 's, C, R, N> {
        StoreReadingsQuery {
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
pub struct PersonItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonItemsBorrowed) -> R) -> PersonItemsQuery<'c, 'a, 's, C, R, N> {
        PersonItemsQuery {
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
pub struct AddPeopleQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AddPeople, tokio_postgres::Error>,
    mapper: fn(AddPeople) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AddPeopleQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AddPeople) -> R) -> AddPeopleQuery<'c, 'a, 's, C, R, N> {
        AddPeopleQuery {
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
pub struct I32Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<i32, tokio_postgres::Error>,
    mapper: fn(i32) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> I32Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(i32) -> R) -> I32Query<'c, 'a, 's, C, R, N> {
        I32Query {
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
pub struct PersonRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_rows() -> PersonRowsStmt {
    PersonRowsStmt(
        "select row_to_json(r) as row from ( select p.id as person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title) as title, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, p.headline, p.seniority, p.functions, coalesce(s.score, 0) as engagement_score, coalesce(s.likes + s.reactions + s.comments + s.shares + s.follows + s.clicks, 0) as engagements, s.last_day as last_engaged_on, ( select array_agg(q.name order by t.match_score desc, q.name) from targets t join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active ) as personas, m.match_score, p.is_notable, p.linkedin_url from persons p left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id left join targets m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.persona_id = $1 and m.is_active where ($1::uuid is null or m.person_id is not null) and ($2::text is null or coalesce(company_key(nullif(p.company_override, '')), c.name_key) = $2) and ($3::text is null or p.seniority = $3::text::seniority) and ($4::text is null or $4::text::job_function = any (p.functions)) and ($5::integer is null or exists ( select from campaign_posts l join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id where l.tenant_id = p.tenant_id and l.campaign_id = $5 and e.person_id = p.id)) and ($6::bigint is null or coalesce(s.score, 0) >= $6) and ($7::text is null or position((select fold_case($7)) in p.folded) > 0) and (p.is_notable or not $8) order by coalesce(s.score, 0) desc, s.last_day desc nulls last, p.name, p.id limit $9 ) r",
        None,
    )
}
impl PersonRowsStmt {
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
        persona: &'a Option<uuid::Uuid>,
        company_key: &'a Option<T1>,
        seniority: &'a Option<T2>,
        function: &'a Option<T3>,
        campaign: &'a Option<i32>,
        min_score: &'a Option<i64>,
        search: &'a Option<T4>,
        notable: &'a bool,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 9> {
        SerdejsonValueQuery {
            client,
            params: [persona, company_key, seniority, function, campaign, min_score, search, notable, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
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
        PersonRowsParams<T1, T2, T3, T4>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 9>,
        C,
    > for PersonRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonRowsParams<T1, T2, T3, T4>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 9> {
        self.bind(
            client,
            &params.persona,
            &params.company_key,
            &params.seniority,
            &params.function,
            &params.campaign,
            &params.min_score,
            &params.search,
            &params.notable,
            &params.most,
        )
    }
}
pub struct PersonByIdentityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_by_identity() -> PersonByIdentityStmt {
    PersonByIdentityStmt(
        "select p.id, p.name from person_identities i join persons p on p.tenant_id = i.tenant_id and p.id = i.person_id where i.kind = $1::text::identity_kind and i.value = $2",
        None,
    )
}
impl PersonByIdentityStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        value: &'a T2,
    ) -> PersonByIdentityQuery<'c, 'a, 's, C, PersonByIdentity, 2> {
        PersonByIdentityQuery {
            client,
            params: [kind, value],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonByIdentityBorrowed, tokio_postgres::Error> {
                Ok(PersonByIdentityBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| PersonByIdentity::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonByIdentityParams<T1, T2>,
        PersonByIdentityQuery<'c, 'a, 's, C, PersonByIdentity, 2>,
        C,
    > for PersonByIdentityStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonByIdentityParams<T1, T2>,
    ) -> PersonByIdentityQuery<'c, 'a, 's, C, PersonByIdentity, 2> {
        self.bind(client, &params.kind, &params.value)
    }
}
pub struct PersonsByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persons_by_name() -> PersonsByNameStmt {
    PersonsByNameStmt(
        "select id, name, headline from persons where id::text = $1 or lower(name) = lower($1) order by id limit 11",
        None,
    )
}
impl PersonsByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> PersonsByNameQuery<'c, 'a, 's, C, PersonsByName, 1> {
        PersonsByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonsByNameBorrowed, tokio_postgres::Error> {
                Ok(PersonsByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)?, headline: row.try_get(2)? })
            },
            mapper: |it| PersonsByName::from(it),
        }
    }
}
pub struct PersonsLikeNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persons_like_name() -> PersonsLikeNameStmt {
    PersonsLikeNameStmt(
        "select id, name, headline from persons where position((select fold_case($1)) in split_part(folded, E'\\n', 1)) > 0 order by last_seen desc, id limit 10",
        None,
    )
}
impl PersonsLikeNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> PersonsLikeNameQuery<'c, 'a, 's, C, PersonsLikeName, 1> {
        PersonsLikeNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonsLikeNameBorrowed, tokio_postgres::Error> {
                Ok(PersonsLikeNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)?, headline: row.try_get(2)? })
            },
            mapper: |it| PersonsLikeName::from(it),
        }
    }
}
pub struct PersonDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_details() -> PersonDetailsStmt {
    PersonDetailsStmt(
        "select row_to_json(r) as row from ( select p.id as person_id, p.name, p.headline, coalesce(nullif(p.title_override, ''), p.current_title) as title, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, p.company_id, p.seniority, p.functions, p.facts_from, round(p.headline_confidence::numeric, 2) as headline_confidence, p.title_override, p.company_override, p.location, p.country, p.email, p.connection_degree, p.connected_on, p.is_follower, p.follower_since, p.lead_status, p.is_notable, p.notable_reason, p.owner, p.tags, p.notes, p.about, p.enrichment_status, p.enrichment_source, p.enrichment_attempted_at, p.enriched_at, p.facts_seen_at, p.source, p.linkedin_url, p.first_seen, p.last_seen, coalesce(s.score, 0) as engagement_score, s.last_day as last_engaged_on from persons p left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id where p.id = $1 ) r",
        None,
    )
}
impl PersonDetailsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonIdentitiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_identities() -> PersonIdentitiesStmt {
    PersonIdentitiesStmt(
        "select row_to_json(i) as row from (select kind, value, source from person_identities where person_id = $1 order by kind, value) i",
        None,
    )
}
impl PersonIdentitiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_personas() -> PersonPersonasStmt {
    PersonPersonasStmt(
        "select row_to_json(r) as row from ( select q.name as persona, r.persona_id, r.match_score, r.confidence, r.is_active, r.pinned, r.excluded, r.reason, r.receipt, r.words from target_receipts r join personas q on q.tenant_id = r.tenant_id and q.id = r.persona_id where r.person_id = $1 and (r.is_active or r.pinned or r.excluded) order by r.is_active desc, r.match_score desc, q.name ) r",
        None,
    )
}
impl PersonPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonEngagementsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_engagements() -> PersonEngagementsStmt {
    PersonEngagementsStmt(
        "select row_to_json(n) as row from ( select likes, reactions, comments, shares, follows, clicks, score, last_day from person_scores where person_id = $1 ) n",
        None,
    )
}
impl PersonEngagementsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonJourneyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_journey() -> PersonJourneyStmt {
    PersonJourneyStmt(
        "select row_to_json(j) as row from ( select at, what, detail, time_basis, post_id, post_title, persona_id, text from person_journey where person_id = $1 order by at desc, what limit $2 ) j",
        None,
    )
}
impl PersonJourneyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [person, most],
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
        PersonJourneyParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for PersonJourneyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonJourneyParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.person, &params.most)
    }
}
pub struct PinTargetStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pin_target() -> PinTargetStmt {
    PinTargetStmt("select pin_target($1, $2, $3, $4)::text as nothing", None)
}
impl PinTargetStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a uuid::Uuid,
        person: &'a i32,
        reason: &'a Option<T1>,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        StringQuery {
            client,
            params: [tenant, persona, person, reason],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, PinTargetParams<T1>, StringQuery<'c, 'a, 's, C, String, 4>, C>
    for PinTargetStmt
{
    fn params(&'s self, client: &'c C, params: &'a PinTargetParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.person, &params.reason)
    }
}
pub struct ExcludeTargetStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn exclude_target() -> ExcludeTargetStmt {
    ExcludeTargetStmt("select exclude_target($1, $2, $3, $4)::text as nothing", None)
}
impl ExcludeTargetStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a uuid::Uuid,
        person: &'a i32,
        reason: &'a Option<T1>,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        StringQuery {
            client,
            params: [tenant, persona, person, reason],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, ExcludeTargetParams<T1>, StringQuery<'c, 'a, 's, C, String, 4>, C>
    for ExcludeTargetStmt
{
    fn params(&'s self, client: &'c C, params: &'a ExcludeTargetParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.person, &params.reason)
    }
}
pub struct ReleaseTargetStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn release_target() -> ReleaseTargetStmt {
    ReleaseTargetStmt("select release_target($1, $2, $3)::text as nothing", None)
}
impl ReleaseTargetStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a uuid::Uuid,
        person: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [tenant, persona, person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, ReleaseTargetParams, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for ReleaseTargetStmt
{
    fn params(&'s self, client: &'c C, params: &'a ReleaseTargetParams) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.tenant, &params.persona, &params.person)
    }
}
pub struct PersonContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_contents() -> PersonContentsStmt {
    PersonContentsStmt(
        "select (select count(*) from person_identities where person_id = $1) as identities, (select count(*) from engagements where person_id = $1) as engagements, (select count(*) from targets where person_id = $1 and is_active) as targets, (select count(*) from target_events where person_id = $1) as events",
        None,
    )
}
impl PersonContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> PersonContentsQuery<'c, 'a, 's, C, PersonContents, 1> {
        PersonContentsQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonContents, tokio_postgres::Error> {
                Ok(PersonContents {
                    identities: row.try_get(0)?,
                    engagements: row.try_get(1)?,
                    targets: row.try_get(2)?,
                    events: row.try_get(3)?,
                })
            },
            mapper: |it| PersonContents::from(it),
        }
    }
}
pub struct DeletePersonStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_person() -> DeletePersonStmt {
    DeletePersonStmt("select delete_person($1, $2) as deleted", None)
}
impl DeletePersonStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        person: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [tenant, person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, DeletePersonParams, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for DeletePersonStmt
{
    fn params(&'s self, client: &'c C, params: &'a DeletePersonParams) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.tenant, &params.person)
    }
}
pub struct UnreadHeadlinesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unread_headlines() -> UnreadHeadlinesStmt {
    UnreadHeadlinesStmt(
        "select id, headline from persons where headline is not null and id > $1 and (headline_version is null or headline_version < $2) and (facts_from is null or facts_from = 'headline') order by id limit $3",
        None,
    )
}
impl UnreadHeadlinesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        after: &'a i32,
        version: &'a i32,
        most: &'a i64,
    ) -> UnreadHeadlinesQuery<'c, 'a, 's, C, UnreadHeadlines, 3> {
        UnreadHeadlinesQuery {
            client,
            params: [after, version, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UnreadHeadlinesBorrowed, tokio_postgres::Error> {
                Ok(UnreadHeadlinesBorrowed { id: row.try_get(0)?, headline: row.try_get(1)? })
            },
            mapper: |it| UnreadHeadlines::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        UnreadHeadlinesParams,
        UnreadHeadlinesQuery<'c, 'a, 's, C, UnreadHeadlines, 3>,
        C,
    > for UnreadHeadlinesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UnreadHeadlinesParams,
    ) -> UnreadHeadlinesQuery<'c, 'a, 's, C, UnreadHeadlines, 3> {
        self.bind(client, &params.after, &params.version, &params.most)
    }
}
pub struct LockPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_people() -> LockPeopleStmt {
    LockPeopleStmt("select lock_people($1)::text as nothing", None)
}
impl LockPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [tenant],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct MakeEmployersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn make_employers() -> MakeEmployersStmt {
    MakeEmployersStmt(
        "select coalesce(resolve_companies($1, array( select distinct r.employer from jsonb_to_recordset($2) r(employer text) where r.employer is not null))::text, '') as nothing",
        None,
    )
}
impl MakeEmployersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [tenant, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, MakeEmployersParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for MakeEmployersStmt
{
    fn params(&'s self, client: &'c C, params: &'a MakeEmployersParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.tenant, &params.rows)
    }
}
pub struct StoreReadingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_readings() -> StoreReadingsStmt {
    StoreReadingsStmt(
        "with reading as materialized ( select p.id, p.facts_from is null and (p.current_title is not null or p.current_company is not null) as is_entered, r.title, r.employer, company_of($1, r.employer) as company_id, r.seniority, coalesce(r.functions, '{}') as functions, r.confidence, r.version, r.facts_from from jsonb_to_recordset($2) r(id integer, headline text, title text, employer text, seniority seniority, functions job_function[], confidence real, version integer, facts_from fact_source) join persons p on p.id = r.id and p.headline = r.headline ), facts as materialized ( select p.id, d.confidence, d.version, case when d.is_entered then p.facts_from else d.facts_from end as facts_from, case when d.is_entered then coalesce(p.current_title, d.title) else d.title end as title, case when d.is_entered then coalesce(p.current_company, d.employer) else d.employer end as employer, case when d.is_entered then coalesce(p.company_id, case when p.current_company is null then d.company_id end) else d.company_id end as company_id, case when d.is_entered then coalesce(p.seniority, d.seniority) else d.seniority end as seniority, case when d.is_entered and p.functions <> '{}' then p.functions else d.functions end as functions from reading d join persons p on p.id = d.id ), changed as ( select p.id from facts f join persons p on p.id = f.id where (p.current_title, p.current_company, p.company_id, p.seniority, p.functions) is distinct from (f.title, f.employer, f.company_id, f.seniority, f.functions) ), stored as ( update persons p set current_title = f.title, current_company = f.employer, company_id = f.company_id, seniority = f.seniority, functions = f.functions, facts_from = f.facts_from, headline_confidence = f.confidence, headline_version = f.version from facts f where p.id = f.id returning p.id ) select (select count(*) from stored) as people, (select count(*) from changed) as changed",
        None,
    )
}
impl StoreReadingsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> StoreReadingsQuery<'c, 'a, 's, C, StoreReadings, 2> {
        StoreReadingsQuery {
            client,
            params: [tenant, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoreReadings, tokio_postgres::Error> {
                Ok(StoreReadings { people: row.try_get(0)?, changed: row.try_get(1)? })
            },
            mapper: |it| StoreReadings::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StoreReadingsParams<T1>,
        StoreReadingsQuery<'c, 'a, 's, C, StoreReadings, 2>,
        C,
    > for StoreReadingsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StoreReadingsParams<T1>,
    ) -> StoreReadingsQuery<'c, 'a, 's, C, StoreReadings, 2> {
        self.bind(client, &params.tenant, &params.rows)
    }
}
pub struct PersonItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_items() -> PersonItemsStmt {
    PersonItemsStmt(
        "with keyed as ( select p.id, coalesce(case $1::text when 'name' then to_jsonb(lower(p.name)) when 'engagement_score' then to_jsonb(coalesce(s.score, 0)) when 'last_engaged_on' then to_jsonb(s.last_day) when 'last_seen' then to_jsonb(extract(epoch from p.last_seen)) when 'updated_at' then to_jsonb(extract(epoch from p.updated_at)) end, 'null') as key from persons p left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id where ($2::integer is null or p.id = $2) and ($3::uuid is null or exists ( select from targets t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.persona_id = $3 and t.is_active)) and ($4::integer is null or p.company_id = $4) and ($5::integer is null or exists ( select from campaign_posts l join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id where l.tenant_id = p.tenant_id and l.campaign_id = $5 and e.person_id = p.id)) and ($6::text is null or p.seniority = $6::text::seniority) and ($7::text is null or $7::text::job_function = any (p.functions)) and ($8::text is null or p.lead_status = $8::text::lead_status) and ($9::text is null or p.tags <> '{}' and app.has_tag(p.tags, $9)) and ($10::boolean is null or p.is_notable = $10) and ($11::bigint is null or coalesce(s.score, 0) >= $11) and ($12::text is null or position((select fold_case($12)) in p.folded) > 0 or p.company_id in (select id from companies where position(fold_case($12) in fold_case(name)) > 0)) ), chosen as ( select id, key from keyed where $13::integer is null or case when $14::boolean then (key, id) < ($15::jsonb, $13) else (key, id) > ($15::jsonb, $13) end order by case when $14 then key end desc, case when not $14 then key end, case when $14 then id end desc, id limit $16 ) select k.id, k.key, jsonb_build_object('id', p.id, 'name', p.name, 'first_name', p.first_name, 'last_name', p.last_name, 'headline', p.headline, 'title', coalesce(nullif(p.title_override, ''), p.current_title), 'title_override', p.title_override, 'company_id', p.company_id, 'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'company_override', p.company_override, 'seniority', p.seniority, 'functions', p.functions, 'facts_from', p.facts_from, 'linkedin_url', p.linkedin_url, 'email', p.email, 'location', p.location, 'country', p.country, 'connection_degree', p.connection_degree, 'connected_on', p.connected_on, 'is_follower', p.is_follower, 'lead_status', p.lead_status, 'notable', p.is_notable, 'notable_reason', p.notable_reason, 'owner', p.owner, 'tags', p.tags, 'notes', p.notes, 'enrichment_status', p.enrichment_status, 'enriched_at', p.enriched_at, 'source', p.source, 'first_seen', p.first_seen, 'last_seen', p.last_seen, 'created_at', p.created_at, 'updated_at', p.updated_at, 'engagement_score', coalesce(s.score, 0), 'engagements', coalesce(s.likes + s.reactions + s.comments + s.shares + s.follows + s.clicks, 0), 'last_engaged_on', s.last_day, 'identities', coalesce(( select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'source', i.source) order by i.kind, i.value) from person_identities i where i.tenant_id = p.tenant_id and i.person_id = p.id), '[]'), 'personas', coalesce(( select jsonb_agg(jsonb_build_object('persona_id', t.persona_id, 'persona', q.name, 'match_score', t.match_score) order by t.match_score desc, q.name) from targets t join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active), '[]')) as item from chosen k join persons p on p.id = k.id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id order by case when $14 then k.key end desc, case when not $14 then k.key end, case when $14 then k.id end desc, k.id",
        None,
    )
}
impl PersonItemsStmt {
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
        T5: crate::StringSql,
        T6: crate::StringSql,
        T7: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        person: &'a Option<i32>,
        persona: &'a Option<uuid::Uuid>,
        company: &'a Option<i32>,
        campaign: &'a Option<i32>,
        seniority: &'a Option<T2>,
        function: &'a Option<T3>,
        lead_status: &'a Option<T4>,
        tag: &'a Option<T5>,
        notable: &'a Option<bool>,
        min_score: &'a Option<i64>,
        search: &'a Option<T6>,
        after_id: &'a Option<i32>,
        descending: &'a bool,
        after_key: &'a Option<T7>,
        most: &'a i64,
    ) -> PersonItemsQuery<'c, 'a, 's, C, PersonItems, 16> {
        PersonItemsQuery {
            client,
            params: [
                sort,
                person,
                persona,
                company,
                campaign,
                seniority,
                function,
                lead_status,
                tag,
                notable,
                min_score,
                search,
                after_id,
                descending,
                after_key,
                most,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonItemsBorrowed, tokio_postgres::Error> {
                Ok(PersonItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| PersonItems::from(it),
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
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::JsonSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonItemsParams<T1, T2, T3, T4, T5, T6, T7>,
        PersonItemsQuery<'c, 'a, 's, C, PersonItems, 16>,
        C,
    > for PersonItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonItemsParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> PersonItemsQuery<'c, 'a, 's, C, PersonItems, 16> {
        self.bind(
            client,
            &params.sort,
            &params.person,
            &params.persona,
            &params.company,
            &params.campaign,
            &params.seniority,
            &params.function,
            &params.lead_status,
            &params.tag,
            &params.notable,
            &params.min_score,
            &params.search,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct PersonExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_exists() -> PersonExistsStmt {
    PersonExistsStmt("select exists (select from persons where id = $1)", None)
}
impl PersonExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PersonTargetsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_targets() -> PersonTargetsStmt {
    PersonTargetsStmt(
        "select jsonb_build_object('persona_id', r.persona_id, 'persona', q.name, 'active', r.is_active, 'match_score', r.match_score, 'confidence', r.confidence, 'pinned', r.pinned, 'excluded', r.excluded, 'reason', r.reason, 'receipt', coalesce(r.receipt, '[]'), 'words', r.words) as item from target_receipts r join personas q on q.tenant_id = r.tenant_id and q.id = r.persona_id where r.person_id = $1 order by r.is_active desc, r.match_score desc, q.name, q.id",
        None,
    )
}
impl PersonTargetsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct AddPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_people() -> AddPeopleStmt {
    AddPeopleStmt(
        "select person_id, is_new from app.resolve_people($1, null, 'manual', array(select r from jsonb_populate_recordset(null::app.staged_person, $2) r))",
        None,
    )
}
impl AddPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> AddPeopleQuery<'c, 'a, 's, C, AddPeople, 2> {
        AddPeopleQuery {
            client,
            params: [tenant, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AddPeople, tokio_postgres::Error> {
                Ok(AddPeople { person_id: row.try_get(0)?, is_new: row.try_get(1)? })
            },
            mapper: |it| AddPeople::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, AddPeopleParams<T1>, AddPeopleQuery<'c, 'a, 's, C, AddPeople, 2>, C>
    for AddPeopleStmt
{
    fn params(&'s self, client: &'c C, params: &'a AddPeopleParams<T1>) -> AddPeopleQuery<'c, 'a, 's, C, AddPeople, 2> {
        self.bind(client, &params.tenant, &params.rows)
    }
}
pub struct HoldMatchingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_matching() -> HoldMatchingStmt {
    HoldMatchingStmt("select 1 as nothing from matching_state where tenant_id = $1 for share", None)
}
impl HoldMatchingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
    ) -> I32Query<'c, 'a, 's, C, i32, 1> {
        I32Query {
            client,
            params: [tenant],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ChangePersonStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_person() -> ChangePersonStmt {
    ChangePersonStmt(
        "with held as (select p as row from persons p where p.id = $1 for no key update) update persons p set name = n.name, title_override = n.title_override, company_override = n.company_override, email = n.email, location = n.location, country = n.country, lead_status = n.lead_status, is_notable = n.is_notable, notable_reason = n.notable_reason, owner = n.owner, tags = n.tags, notes = n.notes from held h cross join lateral jsonb_populate_record(h.row, $2) n where p.id = (h.row).id returning p.name",
        None,
    )
}
impl ChangePersonStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        person: &'a i32,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [person, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangePersonParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangePersonStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangePersonParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.person, &params.said)
    }
}
pub struct TargetExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn target_exists() -> TargetExistsStmt {
    TargetExistsStmt(
        "select exists (select from personas where id = $1) and exists (select from persons where id = $2) as found",
        None,
    )
}
impl TargetExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        person: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [persona, person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, TargetExistsParams, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for TargetExistsStmt
{
    fn params(&'s self, client: &'c C, params: &'a TargetExistsParams) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.persona, &params.person)
    }
}
