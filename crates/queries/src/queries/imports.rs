// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct FindDoneImportParams<T1: crate::BytesSql, T2: crate::StringSql> {
    pub upload: uuid::Uuid,
    pub sha256: T1,
    pub target_key: T2,
}
#[derive(Debug)]
pub struct FindOpenImportParams<T1: crate::BytesSql, T2: crate::StringSql> {
    pub sha256: T1,
    pub target_key: T2,
}
#[derive(Debug)]
pub struct SeenAtParams<T1: crate::StringSql> {
    pub day: jiff::civil::Date,
    pub time_zone: T1,
}
#[derive(Debug)]
pub struct StartImportParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::BytesSql,
    T5: crate::StringSql,
    T6: crate::JsonSql,
> {
    pub kind: T1,
    pub format: T2,
    pub file_name: T3,
    pub file_bytes: i64,
    pub sha256: T4,
    pub target_key: T5,
    pub options: T6,
    pub first_day: Option<jiff::civil::Date>,
    pub last_day: Option<jiff::civil::Date>,
}
#[derive(Debug)]
pub struct EndImportParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub state: T1,
    pub error: Option<T2>,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct ImportItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub import: Option<uuid::Uuid>,
    pub state: Option<T1>,
    pub format: Option<T2>,
    pub after_id: Option<uuid::Uuid>,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct RejectItemsParams {
    pub import: uuid::Uuid,
    pub after: Option<i64>,
    pub most: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct BeginChunkParams {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub chunk: i32,
}
#[derive(Debug)]
pub struct MergeEngagementsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MergeConnectionsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MergeAdsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MergeDemographicsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MergePostsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct EndChunkParams<T1: crate::JsonSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub chunk: i32,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub skipped: i64,
    pub rejected: i64,
    pub reasons: T1,
    pub rejects: T2,
}
#[derive(Clone, Copy, Debug)]
pub struct RejectsAfterParams {
    pub id: uuid::Uuid,
    pub line: i64,
    pub most: i64,
}
#[derive(Debug)]
pub struct ForgetShorterDemographicsParams<T1: crate::StringSql> {
    pub account: T1,
    pub first_day: jiff::civil::Date,
    pub last_day: jiff::civil::Date,
}
#[derive(Debug)]
pub struct LinkAdPostsParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rows: T1,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct FindDoneImport {
    pub id: uuid::Uuid,
    pub started_at: jiff::Timestamp,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct FindOpenImport {
    pub id: uuid::Uuid,
    pub started_at: jiff::Timestamp,
    pub chunks: i32,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct SeenAt {
    pub seen_at: jiff::Timestamp,
    pub is_future: bool,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StartImport {
    pub id: uuid::Uuid,
    pub started_at: jiff::Timestamp,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    pub id: uuid::Uuid,
    pub state: String,
    pub lines: i64,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub skipped: i64,
    pub rejected: i64,
    pub people_created: i64,
    pub skip_reasons: serde_json::Value,
    pub error: Option<String>,
    pub finished_at: Option<jiff::Timestamp>,
}
pub struct ImportRowBorrowed<'a> {
    pub id: uuid::Uuid,
    pub state: &'a str,
    pub lines: i64,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub skipped: i64,
    pub rejected: i64,
    pub people_created: i64,
    pub skip_reasons: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub error: Option<&'a str>,
    pub finished_at: Option<jiff::Timestamp>,
}
impl<'a> From<ImportRowBorrowed<'a>> for ImportRow {
    fn from(
        ImportRowBorrowed {
            id,
            state,
            lines,
            created,
            updated,
            unchanged,
            skipped,
            rejected,
            people_created,
            skip_reasons,
            error,
            finished_at,
        }: ImportRowBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            state: state.into(),
            lines,
            created,
            updated,
            unchanged,
            skipped,
            rejected,
            people_created,
            skip_reasons: serde_json::from_str(skip_reasons.0.get()).unwrap(),
            error: error.map(|v| v.into()),
            finished_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ImportItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct ImportItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<ImportItemsBorrowed<'a>> for ImportItems {
    fn from(ImportItemsBorrowed { id, key, item }: ImportItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct RejectItems {
    pub line: i64,
    pub item: serde_json::Value,
}
pub struct RejectItemsBorrowed<'a> {
    pub line: i64,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<RejectItemsBorrowed<'a>> for RejectItems {
    fn from(RejectItemsBorrowed { line, item }: RejectItemsBorrowed<'a>) -> Self {
        Self { line, item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergeEngagements {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub overlapping: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergeConnections {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub overlapping: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergeAds {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub overlapping: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergeDemographics {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub overlapping: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct MergePosts {
    pub n: i32,
    pub post_id: i32,
    pub outcome: String,
}
pub struct MergePostsBorrowed<'a> {
    pub n: i32,
    pub post_id: i32,
    pub outcome: &'a str,
}
impl<'a> From<MergePostsBorrowed<'a>> for MergePosts {
    fn from(MergePostsBorrowed { n, post_id, outcome }: MergePostsBorrowed<'a>) -> Self {
        Self { n, post_id, outcome: outcome.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PostIds {
    pub activity_id: Option<i64>,
    pub share_id: Option<i64>,
    pub ugc_post_id: Option<i64>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct RejectsAfter {
    pub line: i64,
    pub field: String,
    pub reason: String,
}
pub struct RejectsAfterBorrowed<'a> {
    pub line: i64,
    pub field: &'a str,
    pub reason: &'a str,
}
impl<'a> From<RejectsAfterBorrowed<'a>> for RejectsAfter {
    fn from(RejectsAfterBorrowed { line, field, reason }: RejectsAfterBorrowed<'a>) -> Self {
        Self { line, field: field.into(), reason: reason.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct IndustryLabels {
    pub code: i32,
    pub label: String,
}
pub struct IndustryLabelsBorrowed<'a> {
    pub code: i32,
    pub label: &'a str,
}
impl<'a> From<IndustryLabelsBorrowed<'a>> for IndustryLabels {
    fn from(IndustryLabelsBorrowed { code, label }: IndustryLabelsBorrowed<'a>) -> Self {
        Self { code, label: label.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct FindDoneImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FindDoneImport, tokio_postgres::Error>,
    mapper: fn(FindDoneImport) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FindDoneImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FindDoneImport) -> R) -> FindDoneImportQuery<'c, 'a, 's, C, R, N> {
        FindDoneImportQuery {
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
pub struct FindOpenImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FindOpenImport, tokio_postgres::Error>,
    mapper: fn(FindOpenImport) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FindOpenImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FindOpenImport) -> R) -> FindOpenImportQuery<'c, 'a, 's, C, R, N> {
        FindOpenImportQuery {
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
pub struct SeenAtQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SeenAt, tokio_postgres::Error>,
    mapper: fn(SeenAt) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SeenAtQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SeenAt) -> R) -> SeenAtQuery<'c, 'a, 's, C, R, N> {
        SeenAtQuery {
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
pub struct StartImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StartImport, tokio_postgres::Error>,
    mapper: fn(StartImport) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StartImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StartImport) -> R) -> StartImportQuery<'c, 'a, 's, C, R, N> {
        StartImportQuery {
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
pub struct ImportRowQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ImportRowBorrowed, tokio_postgres::Error>,
    mapper: fn(ImportRowBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ImportRowQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ImportRowBorrowed) -> R) -> ImportRowQuery<'c, 'a, 's, C, R, N> {
        ImportRowQuery {
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
pub struct ImportItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ImportItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(ImportItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ImportItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ImportItemsBorrowed) -> R) -> ImportItemsQuery<'c, 'a, 's, C, R, N> {
        ImportItemsQuery {
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
pub struct RejectItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RejectItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(RejectItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RejectItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RejectItemsBorrowed) -> R) -> RejectItemsQuery<'c, 'a, 's, C, R, N> {
        RejectItemsQuery {
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
pub struct MergeEngagementsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergeEngagements, tokio_postgres::Error>,
    mapper: fn(MergeEngagements) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergeEngagementsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergeEngagements) -> R) -> MergeEngagementsQuery<'c, 'a, 's, C, R, N> {
        MergeEngagementsQuery {
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
pub struct MergeConnectionsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergeConnections, tokio_postgres::Error>,
    mapper: fn(MergeConnections) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergeConnectionsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergeConnections) -> R) -> MergeConnectionsQuery<'c, 'a, 's, C, R, N> {
        MergeConnectionsQuery {
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
pub struct MergeAdsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergeAds, tokio_postgres::Error>,
    mapper: fn(MergeAds) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergeAdsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergeAds) -> R) -> MergeAdsQuery<'c, 'a, 's, C, R, N> {
        MergeAdsQuery {
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
pub struct MergeDemographicsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergeDemographics, tokio_postgres::Error>,
    mapper: fn(MergeDemographics) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergeDemographicsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergeDemographics) -> R) -> MergeDemographicsQuery<'c, 'a, 's, C, R, N> {
        MergeDemographicsQuery {
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
pub struct MergePostsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergePostsBorrowed, tokio_postgres::Error>,
    mapper: fn(MergePostsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergePostsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergePostsBorrowed) -> R) -> MergePostsQuery<'c, 'a, 's, C, R, N> {
        MergePostsQuery {
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
pub struct PostIdsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PostIds, tokio_postgres::Error>,
    mapper: fn(PostIds) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PostIdsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PostIds) -> R) -> PostIdsQuery<'c, 'a, 's, C, R, N> {
        PostIdsQuery {
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
pub struct RejectsAfterQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RejectsAfterBorrowed, tokio_postgres::Error>,
    mapper: fn(RejectsAfterBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RejectsAfterQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RejectsAfterBorrowed) -> R) -> RejectsAfterQuery<'c, 'a, 's, C, R, N> {
        RejectsAfterQuery {
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
pub struct IndustryLabelsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<IndustryLabelsBorrowed, tokio_postgres::Error>,
    mapper: fn(IndustryLabelsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> IndustryLabelsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(IndustryLabelsBorrowed) -> R) -> IndustryLabelsQuery<'c, 'a, 's, C, R, N> {
        IndustryLabelsQuery {
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
pub struct FindDoneImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find_done_import() -> FindDoneImportStmt {
    FindDoneImportStmt(
        "select id, started_at from csv_imports where state = 'completed' and options ->> 'upload' = $1::uuid::text and file_sha256 = $2 and target_key = $3 order by started_at desc limit 1",
        None,
    )
}
impl FindDoneImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        sha256: &'a T1,
        target_key: &'a T2,
    ) -> FindDoneImportQuery<'c, 'a, 's, C, FindDoneImport, 3> {
        FindDoneImportQuery {
            client,
            params: [upload, sha256, target_key],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FindDoneImport, tokio_postgres::Error> {
                Ok(FindDoneImport { id: row.try_get(0)?, started_at: row.try_get(1)? })
            },
            mapper: |it| FindDoneImport::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindDoneImportParams<T1, T2>,
        FindDoneImportQuery<'c, 'a, 's, C, FindDoneImport, 3>,
        C,
    > for FindDoneImportStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindDoneImportParams<T1, T2>,
    ) -> FindDoneImportQuery<'c, 'a, 's, C, FindDoneImport, 3> {
        self.bind(client, &params.upload, &params.sha256, &params.target_key)
    }
}
pub struct FindOpenImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find_open_import() -> FindOpenImportStmt {
    FindOpenImportStmt(
        "select id, started_at, (select coalesce(max(chunk) + 1, 0) from import_chunks c where c.tenant_id = i.tenant_id and c.import_id = i.id) as chunks from csv_imports i where i.file_sha256 = $1 and i.target_key = $2 and i.state in ('running', 'interrupted') order by i.started_at limit 1",
        None,
    )
}
impl FindOpenImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        sha256: &'a T1,
        target_key: &'a T2,
    ) -> FindOpenImportQuery<'c, 'a, 's, C, FindOpenImport, 2> {
        FindOpenImportQuery {
            client,
            params: [sha256, target_key],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FindOpenImport, tokio_postgres::Error> {
                Ok(FindOpenImport { id: row.try_get(0)?, started_at: row.try_get(1)?, chunks: row.try_get(2)? })
            },
            mapper: |it| FindOpenImport::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindOpenImportParams<T1, T2>,
        FindOpenImportQuery<'c, 'a, 's, C, FindOpenImport, 2>,
        C,
    > for FindOpenImportStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindOpenImportParams<T1, T2>,
    ) -> FindOpenImportQuery<'c, 'a, 's, C, FindOpenImport, 2> {
        self.bind(client, &params.sha256, &params.target_key)
    }
}
pub struct SeenAtStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn seen_at() -> SeenAtStmt {
    SeenAtStmt(
        "select ($1::date + time '12:00') at time zone $2 as seen_at, $1::date > (now() at time zone $2)::date as is_future",
        None,
    )
}
impl SeenAtStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        day: &'a jiff::civil::Date,
        time_zone: &'a T1,
    ) -> SeenAtQuery<'c, 'a, 's, C, SeenAt, 2> {
        SeenAtQuery {
            client,
            params: [day, time_zone],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SeenAt, tokio_postgres::Error> {
                Ok(SeenAt { seen_at: row.try_get(0)?, is_future: row.try_get(1)? })
            },
            mapper: |it| SeenAt::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, SeenAtParams<T1>, SeenAtQuery<'c, 'a, 's, C, SeenAt, 2>, C>
    for SeenAtStmt
{
    fn params(&'s self, client: &'c C, params: &'a SeenAtParams<T1>) -> SeenAtQuery<'c, 'a, 's, C, SeenAt, 2> {
        self.bind(client, &params.day, &params.time_zone)
    }
}
pub struct StartImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn start_import() -> StartImportStmt {
    StartImportStmt(
        "insert into csv_imports (kind, format, file_name, file_bytes, file_sha256, target_key, options, first_day, last_day, started_by) values ($1::text::import_kind, $2, $3, $4, $5, $6, $7, $8, $9, app.actor()) returning id, started_at",
        None,
    )
}
impl StartImportStmt {
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
        T4: crate::BytesSql,
        T5: crate::StringSql,
        T6: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        format: &'a T2,
        file_name: &'a T3,
        file_bytes: &'a i64,
        sha256: &'a T4,
        target_key: &'a T5,
        options: &'a T6,
        first_day: &'a Option<jiff::civil::Date>,
        last_day: &'a Option<jiff::civil::Date>,
    ) -> StartImportQuery<'c, 'a, 's, C, StartImport, 9> {
        StartImportQuery {
            client,
            params: [kind, format, file_name, file_bytes, sha256, target_key, options, first_day, last_day],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StartImport, tokio_postgres::Error> {
                Ok(StartImport { id: row.try_get(0)?, started_at: row.try_get(1)? })
            },
            mapper: |it| StartImport::from(it),
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
    T4: crate::BytesSql,
    T5: crate::StringSql,
    T6: crate::JsonSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StartImportParams<T1, T2, T3, T4, T5, T6>,
        StartImportQuery<'c, 'a, 's, C, StartImport, 9>,
        C,
    > for StartImportStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StartImportParams<T1, T2, T3, T4, T5, T6>,
    ) -> StartImportQuery<'c, 'a, 's, C, StartImport, 9> {
        self.bind(
            client,
            &params.kind,
            &params.format,
            &params.file_name,
            &params.file_bytes,
            &params.sha256,
            &params.target_key,
            &params.options,
            &params.first_day,
            &params.last_day,
        )
    }
}
pub struct ResumeImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn resume_import() -> ResumeImportStmt {
    ResumeImportStmt("update csv_imports set state = 'running', error = null where id = $1", None)
}
impl ResumeImportStmt {
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
pub struct EndImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_import() -> EndImportStmt {
    EndImportStmt(
        "update csv_imports set state = $1::text::import_state, error = $2, finished_at = now() where id = $3",
        None,
    )
}
impl EndImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a T1,
        error: &'a Option<T2>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[state, error, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EndImportParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EndImportStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EndImportParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.state, &params.error, &params.id))
    }
}
pub struct ImportRowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn import_row() -> ImportRowStmt {
    ImportRowStmt(
        "select id, state::text as state, lines, created, updated, unchanged, skipped, rejected, people_created, skip_reasons, error, finished_at from csv_imports where id = $1",
        None,
    )
}
impl ImportRowStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> ImportRowQuery<'c, 'a, 's, C, ImportRow, 1> {
        ImportRowQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ImportRowBorrowed, tokio_postgres::Error> {
                Ok(ImportRowBorrowed {
                    id: row.try_get(0)?,
                    state: row.try_get(1)?,
                    lines: row.try_get(2)?,
                    created: row.try_get(3)?,
                    updated: row.try_get(4)?,
                    unchanged: row.try_get(5)?,
                    skipped: row.try_get(6)?,
                    rejected: row.try_get(7)?,
                    people_created: row.try_get(8)?,
                    skip_reasons: row.try_get(9)?,
                    error: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                })
            },
            mapper: |it| ImportRow::from(it),
        }
    }
}
pub struct ImportExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn import_exists() -> ImportExistsStmt {
    ImportExistsStmt("select exists (select from csv_imports where id = $1)", None)
}
impl ImportExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        import: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [import],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ImportItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn import_items() -> ImportItemsStmt {
    ImportItemsStmt(
        "with items as ( select i.id, jsonb_build_object('id', i.id, 'file_name', i.file_name, 'bytes', i.file_bytes, 'kind', i.kind, 'format', i.format, 'state', i.state, 'lines', i.lines, 'created', i.created, 'updated', i.updated, 'unchanged', i.unchanged, 'skipped', i.skipped, 'rejected', i.rejected, 'people_created', i.people_created, 'skip_reasons', i.skip_reasons, 'first_day', i.first_day, 'last_day', i.last_day, 'options', jsonb_strip_nulls(i.options), 'error', i.error, 'started_by', i.started_by, 'started_at', i.started_at, 'finished_at', i.finished_at) as item from csv_imports i where ($1::uuid is null or i.id = $1) and ($2::text is null or i.state = $2::import_state) and ($3::text is null or i.format = $3) ), keyed as (select id, item, app.sort_key(item, 'started_at') as key from items) select id, key, item from keyed where $4::uuid is null or (key, id) < ($5::jsonb, $4) order by key desc, id desc limit $6",
        None,
    )
}
impl ImportItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        import: &'a Option<uuid::Uuid>,
        state: &'a Option<T1>,
        format: &'a Option<T2>,
        after_id: &'a Option<uuid::Uuid>,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> ImportItemsQuery<'c, 'a, 's, C, ImportItems, 6> {
        ImportItemsQuery {
            client,
            params: [import, state, format, after_id, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ImportItemsBorrowed, tokio_postgres::Error> {
                Ok(ImportItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| ImportItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ImportItemsParams<T1, T2, T3>,
        ImportItemsQuery<'c, 'a, 's, C, ImportItems, 6>,
        C,
    > for ImportItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ImportItemsParams<T1, T2, T3>,
    ) -> ImportItemsQuery<'c, 'a, 's, C, ImportItems, 6> {
        self.bind(
            client,
            &params.import,
            &params.state,
            &params.format,
            &params.after_id,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct RejectItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn reject_items() -> RejectItemsStmt {
    RejectItemsStmt(
        "select line, jsonb_build_object('line', line, 'column', nullif(field, ''), 'reason', reason, 'raw', raw) as item from import_rejects where import_id = $1 and ($2::bigint is null or line > $2) order by line limit $3",
        None,
    )
}
impl RejectItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        import: &'a uuid::Uuid,
        after: &'a Option<i64>,
        most: &'a i64,
    ) -> RejectItemsQuery<'c, 'a, 's, C, RejectItems, 3> {
        RejectItemsQuery {
            client,
            params: [import, after, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RejectItemsBorrowed, tokio_postgres::Error> {
                Ok(RejectItemsBorrowed { line: row.try_get(0)?, item: row.try_get(1)? })
            },
            mapper: |it| RejectItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, RejectItemsParams, RejectItemsQuery<'c, 'a, 's, C, RejectItems, 3>, C>
    for RejectItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RejectItemsParams,
    ) -> RejectItemsQuery<'c, 'a, 's, C, RejectItems, 3> {
        self.bind(client, &params.import, &params.after, &params.most)
    }
}
pub struct BeginChunkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn begin_chunk() -> BeginChunkStmt {
    BeginChunkStmt("select app.begin_chunk($1, $2, $3)", None)
}
impl BeginChunkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        chunk: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 3> {
        BoolQuery {
            client,
            params: [tenant, import, chunk],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, BeginChunkParams, BoolQuery<'c, 'a, 's, C, bool, 3>, C>
    for BeginChunkStmt
{
    fn params(&'s self, client: &'c C, params: &'a BeginChunkParams) -> BoolQuery<'c, 'a, 's, C, bool, 3> {
        self.bind(client, &params.tenant, &params.import, &params.chunk)
    }
}
pub struct MergeEngagementsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_engagements() -> MergeEngagementsStmt {
    MergeEngagementsStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping from (select app.merge_engagements($1, $2, $3::text::data_source, $4) as counts offset 0) c",
        None,
    )
}
impl MergeEngagementsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a Option<uuid::Uuid>,
        origin: &'a T1,
        rows: &'a T2,
    ) -> MergeEngagementsQuery<'c, 'a, 's, C, MergeEngagements, 4> {
        MergeEngagementsQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergeEngagements, tokio_postgres::Error> {
                Ok(MergeEngagements {
                    created: row.try_get(0)?,
                    updated: row.try_get(1)?,
                    unchanged: row.try_get(2)?,
                    people_created: row.try_get(3)?,
                    overlapping: row.try_get(4)?,
                })
            },
            mapper: |it| MergeEngagements::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergeEngagementsParams<T1, T2>,
        MergeEngagementsQuery<'c, 'a, 's, C, MergeEngagements, 4>,
        C,
    > for MergeEngagementsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergeEngagementsParams<T1, T2>,
    ) -> MergeEngagementsQuery<'c, 'a, 's, C, MergeEngagements, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct MergeConnectionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_connections() -> MergeConnectionsStmt {
    MergeConnectionsStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping from (select app.merge_connections($1, $2, $3::text::data_source, $4) as counts offset 0) c",
        None,
    )
}
impl MergeConnectionsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a Option<uuid::Uuid>,
        origin: &'a T1,
        rows: &'a T2,
    ) -> MergeConnectionsQuery<'c, 'a, 's, C, MergeConnections, 4> {
        MergeConnectionsQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergeConnections, tokio_postgres::Error> {
                Ok(MergeConnections {
                    created: row.try_get(0)?,
                    updated: row.try_get(1)?,
                    unchanged: row.try_get(2)?,
                    people_created: row.try_get(3)?,
                    overlapping: row.try_get(4)?,
                })
            },
            mapper: |it| MergeConnections::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergeConnectionsParams<T1, T2>,
        MergeConnectionsQuery<'c, 'a, 's, C, MergeConnections, 4>,
        C,
    > for MergeConnectionsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergeConnectionsParams<T1, T2>,
    ) -> MergeConnectionsQuery<'c, 'a, 's, C, MergeConnections, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct MergeAdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_ads() -> MergeAdsStmt {
    MergeAdsStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping from (select app.merge_ads($1, $2, $3::text::data_source, $4) as counts offset 0) c",
        None,
    )
}
impl MergeAdsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a Option<uuid::Uuid>,
        origin: &'a T1,
        rows: &'a T2,
    ) -> MergeAdsQuery<'c, 'a, 's, C, MergeAds, 4> {
        MergeAdsQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergeAds, tokio_postgres::Error> {
                Ok(MergeAds {
                    created: row.try_get(0)?,
                    updated: row.try_get(1)?,
                    unchanged: row.try_get(2)?,
                    people_created: row.try_get(3)?,
                    overlapping: row.try_get(4)?,
                })
            },
            mapper: |it| MergeAds::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, MergeAdsParams<T1, T2>, MergeAdsQuery<'c, 'a, 's, C, MergeAds, 4>, C>
    for MergeAdsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergeAdsParams<T1, T2>,
    ) -> MergeAdsQuery<'c, 'a, 's, C, MergeAds, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct MergeDemographicsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_demographics() -> MergeDemographicsStmt {
    MergeDemographicsStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping from (select app.merge_demographics($1, $2, $3::text::data_source, $4) as counts offset 0) c",
        None,
    )
}
impl MergeDemographicsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a Option<uuid::Uuid>,
        origin: &'a T1,
        rows: &'a T2,
    ) -> MergeDemographicsQuery<'c, 'a, 's, C, MergeDemographics, 4> {
        MergeDemographicsQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergeDemographics, tokio_postgres::Error> {
                Ok(MergeDemographics {
                    created: row.try_get(0)?,
                    updated: row.try_get(1)?,
                    unchanged: row.try_get(2)?,
                    people_created: row.try_get(3)?,
                    overlapping: row.try_get(4)?,
                })
            },
            mapper: |it| MergeDemographics::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergeDemographicsParams<T1, T2>,
        MergeDemographicsQuery<'c, 'a, 's, C, MergeDemographics, 4>,
        C,
    > for MergeDemographicsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergeDemographicsParams<T1, T2>,
    ) -> MergeDemographicsQuery<'c, 'a, 's, C, MergeDemographics, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct MergePostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_posts() -> MergePostsStmt {
    MergePostsStmt("select n, post_id, outcome from app.merge_posts($1, $2, $3::text::data_source, $4)", None)
}
impl MergePostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a Option<uuid::Uuid>,
        origin: &'a T1,
        rows: &'a T2,
    ) -> MergePostsQuery<'c, 'a, 's, C, MergePosts, 4> {
        MergePostsQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergePostsBorrowed, tokio_postgres::Error> {
                Ok(MergePostsBorrowed { n: row.try_get(0)?, post_id: row.try_get(1)?, outcome: row.try_get(2)? })
            },
            mapper: |it| MergePosts::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergePostsParams<T1, T2>,
        MergePostsQuery<'c, 'a, 's, C, MergePosts, 4>,
        C,
    > for MergePostsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergePostsParams<T1, T2>,
    ) -> MergePostsQuery<'c, 'a, 's, C, MergePosts, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct EndChunkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_chunk() -> EndChunkStmt {
    EndChunkStmt(
        "select app.end_chunk($1, $2, $3, row($4::bigint, $5::bigint, $6::bigint, $7::bigint, 0)::app.chunk_counts, $8, $9, $10, $11)::text as nothing",
        None,
    )
}
impl EndChunkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        chunk: &'a i32,
        created: &'a i64,
        updated: &'a i64,
        unchanged: &'a i64,
        people_created: &'a i64,
        skipped: &'a i64,
        rejected: &'a i64,
        reasons: &'a T1,
        rejects: &'a T2,
    ) -> StringQuery<'c, 'a, 's, C, String, 11> {
        StringQuery {
            client,
            params: [
                tenant,
                import,
                chunk,
                created,
                updated,
                unchanged,
                people_created,
                skipped,
                rejected,
                reasons,
                rejects,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, EndChunkParams<T1, T2>, StringQuery<'c, 'a, 's, C, String, 11>, C>
    for EndChunkStmt
{
    fn params(&'s self, client: &'c C, params: &'a EndChunkParams<T1, T2>) -> StringQuery<'c, 'a, 's, C, String, 11> {
        self.bind(
            client,
            &params.tenant,
            &params.import,
            &params.chunk,
            &params.created,
            &params.updated,
            &params.unchanged,
            &params.people_created,
            &params.skipped,
            &params.rejected,
            &params.reasons,
            &params.rejects,
        )
    }
}
pub struct PostIdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_ids() -> PostIdsStmt {
    PostIdsStmt("select activity_id, share_id, ugc_post_id from posts where id = $1", None)
}
impl PostIdsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i32,
    ) -> PostIdsQuery<'c, 'a, 's, C, PostIds, 1> {
        PostIdsQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PostIds, tokio_postgres::Error> {
                Ok(PostIds { activity_id: row.try_get(0)?, share_id: row.try_get(1)?, ugc_post_id: row.try_get(2)? })
            },
            mapper: |it| PostIds::from(it),
        }
    }
}
pub struct RejectsAfterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rejects_after() -> RejectsAfterStmt {
    RejectsAfterStmt(
        "select line, field, reason from import_rejects where import_id = $1 and line > $2 order by line limit $3",
        None,
    )
}
impl RejectsAfterStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        line: &'a i64,
        most: &'a i64,
    ) -> RejectsAfterQuery<'c, 'a, 's, C, RejectsAfter, 3> {
        RejectsAfterQuery {
            client,
            params: [id, line, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RejectsAfterBorrowed, tokio_postgres::Error> {
                Ok(RejectsAfterBorrowed { line: row.try_get(0)?, field: row.try_get(1)?, reason: row.try_get(2)? })
            },
            mapper: |it| RejectsAfter::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, RejectsAfterParams, RejectsAfterQuery<'c, 'a, 's, C, RejectsAfter, 3>, C>
    for RejectsAfterStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RejectsAfterParams,
    ) -> RejectsAfterQuery<'c, 'a, 's, C, RejectsAfter, 3> {
        self.bind(client, &params.id, &params.line, &params.most)
    }
}
pub struct FoldStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fold() -> FoldStmt {
    FoldStmt("select app.keep_up()", None)
}
impl FoldStmt {
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
pub struct LockImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_import() -> LockImportStmt {
    LockImportStmt("select pg_try_advisory_lock(4714, hashtext($1))", None)
}
impl LockImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        key: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [key],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ForgetShorterDemographicsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_shorter_demographics() -> ForgetShorterDemographicsStmt {
    ForgetShorterDemographicsStmt(
        "delete from audience_demographics where source = 'api' and account = $1 and first_day = $2 and last_day < $3",
        None,
    )
}
impl ForgetShorterDemographicsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        account: &'a T1,
        first_day: &'a jiff::civil::Date,
        last_day: &'a jiff::civil::Date,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[account, first_day, last_day]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetShorterDemographicsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ForgetShorterDemographicsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetShorterDemographicsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.account, &params.first_day, &params.last_day))
    }
}
pub struct LinkAdPostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn link_ad_posts() -> LinkAdPostsStmt {
    LinkAdPostsStmt("select app.link_ad_posts($1, $2) as ads", None)
}
impl LinkAdPostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [tenant, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, LinkAdPostsParams<T1>, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for LinkAdPostsStmt
{
    fn params(&'s self, client: &'c C, params: &'a LinkAdPostsParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.tenant, &params.rows)
    }
}
pub struct IndustryLabelsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn industry_labels() -> IndustryLabelsStmt {
    IndustryLabelsStmt("select code, label from industries", None)
}
impl IndustryLabelsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> IndustryLabelsQuery<'c, 'a, 's, C, IndustryLabels, 0> {
        IndustryLabelsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<IndustryLabelsBorrowed, tokio_postgres::Error> {
                Ok(IndustryLabelsBorrowed { code: row.try_get(0)?, label: row.try_get(1)? })
            },
            mapper: |it| IndustryLabels::from(it),
        }
    }
}
