// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct ClaimJobsParams {
    pub how_many: i32,
    pub lease_s: f64,
}
#[derive(Clone, Copy, Debug)]
pub struct JobParams {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct ExtendLeaseParams {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub lease_s: f64,
    pub progress: Option<f32>,
}
#[derive(Clone, Copy, Debug)]
pub struct NoteStartParams {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Debug)]
pub struct NoteRunParams<T1: crate::StringSql> {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub run: T1,
}
#[derive(Debug)]
pub struct NoteCostParams<T1: crate::StringSql> {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub cost: T1,
    pub is_over: bool,
}
#[derive(Debug)]
pub struct ReserveCostParams<T1: crate::StringSql> {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub wanted: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct ForgetRunParams {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Debug)]
pub struct CompleteJobParams<T1: crate::JsonSql> {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub found: Option<i32>,
    pub created: Option<i32>,
    pub updated: Option<i32>,
    pub details: T1,
}
#[derive(Debug)]
pub struct FailJobParams<T1: crate::StringSql> {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub problem: T1,
    pub is_final: bool,
    pub rest_s: Option<f64>,
}
#[derive(Debug)]
pub struct ParkJobParams<T1: crate::StringSql> {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
    pub why: T1,
    pub rest_s: Option<f64>,
    pub needs_help: bool,
}
#[derive(Clone, Copy, Debug)]
pub struct HandBackJobParams {
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Debug)]
pub struct EnqueueJobParams<T1: crate::StringSql, T2: crate::JsonSql, T3: crate::StringSql> {
    pub kind: T1,
    pub input: T2,
    pub connection: Option<uuid::Uuid>,
    pub run_at: Option<jiff::Timestamp>,
    pub priority: i32,
    pub cost_limit: Option<T3>,
    pub schedule: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct JobRowsParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub kind: Option<T1>,
    pub state: Option<T2>,
    pub how_many: i64,
}
#[derive(Debug)]
pub struct ScheduleParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::JsonSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
> {
    pub name: T1,
    pub kind: T2,
    pub connection: uuid::Uuid,
    pub input: T3,
    pub every: T4,
    pub cost_limit: Option<T5>,
}
#[derive(Debug)]
pub struct ChangeScheduleParams<T1: crate::JsonSql> {
    pub id: uuid::Uuid,
    pub said: T1,
}
#[derive(Debug)]
pub struct NoteSyncedParams<T1: crate::JsonSql, T2: crate::JsonSql> {
    pub done: T1,
    pub parts: T2,
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Debug)]
pub struct NoteStandstillParams<T1: crate::StringSql> {
    pub steps: T1,
    pub id: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Debug)]
pub struct NoteRefusedJobParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub job: T1,
    pub details: T2,
}
#[derive(Debug)]
pub struct JobItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub job: Option<uuid::Uuid>,
    pub kind: Option<T1>,
    pub state: Option<T2>,
    pub connection: Option<uuid::Uuid>,
    pub after_id: Option<uuid::Uuid>,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct JobCallsParams {
    pub job: uuid::Uuid,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimJobs {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub attempt_id: uuid::Uuid,
    pub kind: String,
}
pub struct ClaimJobsBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub attempt_id: uuid::Uuid,
    pub kind: &'a str,
}
impl<'a> From<ClaimJobsBorrowed<'a>> for ClaimJobs {
    fn from(ClaimJobsBorrowed { tenant_id, id, attempt_id, kind }: ClaimJobsBorrowed<'a>) -> Self {
        Self { tenant_id, id, attempt_id, kind: kind.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub id: uuid::Uuid,
    pub kind: String,
    pub input: serde_json::Value,
    pub connection_id: Option<uuid::Uuid>,
    pub apify_run_id: Option<String>,
    pub start_asked_at: Option<jiff::Timestamp>,
    pub attempts: i32,
    pub max_attempts: i32,
    pub cost_limit: Option<f64>,
    pub is_cancelled: bool,
    pub since_start_s: f64,
    pub slug: String,
}
pub struct JobBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub input: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub connection_id: Option<uuid::Uuid>,
    pub apify_run_id: Option<&'a str>,
    pub start_asked_at: Option<jiff::Timestamp>,
    pub attempts: i32,
    pub max_attempts: i32,
    pub cost_limit: Option<f64>,
    pub is_cancelled: bool,
    pub since_start_s: f64,
    pub slug: &'a str,
}
impl<'a> From<JobBorrowed<'a>> for Job {
    fn from(
        JobBorrowed {
            id,
            kind,
            input,
            connection_id,
            apify_run_id,
            start_asked_at,
            attempts,
            max_attempts,
            cost_limit,
            is_cancelled,
            since_start_s,
            slug,
        }: JobBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            input: serde_json::from_str(input.0.get()).unwrap(),
            connection_id,
            apify_run_id: apify_run_id.map(|v| v.into()),
            start_asked_at,
            attempts,
            max_attempts,
            cost_limit,
            is_cancelled,
            since_start_s,
            slug: slug.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ReserveCost {
    pub granted: Option<f64>,
    pub until_next_month_s: f64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct JobCounts {
    pub state: String,
    pub jobs: i64,
}
pub struct JobCountsBorrowed<'a> {
    pub state: &'a str,
    pub jobs: i64,
}
impl<'a> From<JobCountsBorrowed<'a>> for JobCounts {
    fn from(JobCountsBorrowed { state, jobs }: JobCountsBorrowed<'a>) -> Self {
        Self { state: state.into(), jobs }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct JobItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct JobItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<JobItemsBorrowed<'a>> for JobItems {
    fn from(JobItemsBorrowed { id, key, item }: JobItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct JobCalls {
    pub endpoint: String,
    pub status: Option<i32>,
    pub latency_ms: Option<i32>,
    pub cost: Option<f64>,
    pub error: Option<String>,
    pub called_at: jiff::Timestamp,
}
pub struct JobCallsBorrowed<'a> {
    pub endpoint: &'a str,
    pub status: Option<i32>,
    pub latency_ms: Option<i32>,
    pub cost: Option<f64>,
    pub error: Option<&'a str>,
    pub called_at: jiff::Timestamp,
}
impl<'a> From<JobCallsBorrowed<'a>> for JobCalls {
    fn from(JobCallsBorrowed { endpoint, status, latency_ms, cost, error, called_at }: JobCallsBorrowed<'a>) -> Self {
        Self { endpoint: endpoint.into(), status, latency_ms, cost, error: error.map(|v| v.into()), called_at }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ClaimJobsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ClaimJobsBorrowed, tokio_postgres::Error>,
    mapper: fn(ClaimJobsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ClaimJobsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ClaimJobsBorrowed) -> R) -> ClaimJobsQuery<'c, 'a, 's, C, R, N> {
        ClaimJobsQuery {
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
pub struct JobQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<JobBorrowed, tokio_postgres::Error>,
    mapper: fn(JobBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JobQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(JobBorrowed) -> R) -> JobQuery<'c, 'a, 's, C, R, N> {
        JobQuery {
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
pub struct ReserveCostQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReserveCost, tokio_postgres::Error>,
    mapper: fn(ReserveCost) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReserveCostQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReserveCost) -> R) -> ReserveCostQuery<'c, 'a, 's, C, R, N> {
        ReserveCostQuery {
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
pub struct JobCountsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<JobCountsBorrowed, tokio_postgres::Error>,
    mapper: fn(JobCountsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JobCountsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(JobCountsBorrowed) -> R) -> JobCountsQuery<'c, 'a, 's, C, R, N> {
        JobCountsQuery {
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
pub struct F64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<f64, tokio_postgres::Error>,
    mapper: fn(f64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> F64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(f64) -> R) -> F64Query<'c, 'a, 's, C, R, N> {
        F64Query {
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
pub struct JobItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<JobItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(JobItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JobItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(JobItemsBorrowed) -> R) -> JobItemsQuery<'c, 'a, 's, C, R, N> {
        JobItemsQuery {
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
pub struct JobCallsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<JobCallsBorrowed, tokio_postgres::Error>,
    mapper: fn(JobCallsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JobCallsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(JobCallsBorrowed) -> R) -> JobCallsQuery<'c, 'a, 's, C, R, N> {
        JobCallsQuery {
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
pub struct ClaimJobsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim_jobs() -> ClaimJobsStmt {
    ClaimJobsStmt(
        "select tenant_id, id, attempt_id, kind::text as kind from app.claim_jobs($1, $2::float8 * interval '1 second')",
        None,
    )
}
impl ClaimJobsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        how_many: &'a i32,
        lease_s: &'a f64,
    ) -> ClaimJobsQuery<'c, 'a, 's, C, ClaimJobs, 2> {
        ClaimJobsQuery {
            client,
            params: [how_many, lease_s],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ClaimJobsBorrowed, tokio_postgres::Error> {
                Ok(ClaimJobsBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    attempt_id: row.try_get(2)?,
                    kind: row.try_get(3)?,
                })
            },
            mapper: |it| ClaimJobs::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, ClaimJobsParams, ClaimJobsQuery<'c, 'a, 's, C, ClaimJobs, 2>, C>
    for ClaimJobsStmt
{
    fn params(&'s self, client: &'c C, params: &'a ClaimJobsParams) -> ClaimJobsQuery<'c, 'a, 's, C, ClaimJobs, 2> {
        self.bind(client, &params.how_many, &params.lease_s)
    }
}
pub struct EnqueueScheduledJobsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue_scheduled_jobs() -> EnqueueScheduledJobsStmt {
    EnqueueScheduledJobsStmt("select app.enqueue_scheduled_jobs() as enqueued", None)
}
impl EnqueueScheduledJobsStmt {
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
pub struct EnqueueDueValidationsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue_due_validations() -> EnqueueDueValidationsStmt {
    EnqueueDueValidationsStmt(
        "with due as ( select c.tenant_id, c.id from linkedin_connections c where c.validate_after <= clock_timestamp() and not exists ( select from scraping_jobs j where j.tenant_id = c.tenant_id and j.connection_id = c.id and j.kind = 'validation' and (j.state in ('pending', 'running', 'parked') or (j.state in ('failed', 'dead') and j.created_at > clock_timestamp() - interval '1 day'))) order by c.tenant_id, c.id for update skip locked ) insert into scraping_jobs (tenant_id, kind, connection_id, max_attempts, priority) select tenant_id, 'validation', id, 3, 5 from due order by tenant_id, id",
        None,
    )
}
impl EnqueueDueValidationsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct PurgeCallsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn purge_calls() -> PurgeCallsStmt {
    PurgeCallsStmt("select app.purge_calls() as purged", None)
}
impl PurgeCallsStmt {
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
pub struct JobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job() -> JobStmt {
    JobStmt(
        "select j.id, j.kind::text as kind, j.input, j.connection_id, j.apify_run_id, j.start_asked_at, j.attempts, j.max_attempts, j.cost_limit::float8 as cost_limit, j.cancel_asked_at is not null as is_cancelled, coalesce(extract(epoch from clock_timestamp() - j.start_asked_at), 0)::float8 as since_start_s, t.slug from scraping_jobs j join tenants t on t.id = j.tenant_id where j.id = $1 and j.attempt_id = $2 and j.state = 'running'",
        None,
    )
}
impl JobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> JobQuery<'c, 'a, 's, C, Job, 2> {
        JobQuery {
            client,
            params: [id, attempt],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<JobBorrowed, tokio_postgres::Error> {
                Ok(JobBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    input: row.try_get(2)?,
                    connection_id: row.try_get(3)?,
                    apify_run_id: row.try_get(4)?,
                    start_asked_at: row.try_get(5)?,
                    attempts: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    cost_limit: row.try_get(8)?,
                    is_cancelled: row.try_get(9)?,
                    since_start_s: row.try_get(10)?,
                    slug: row.try_get(11)?,
                })
            },
            mapper: |it| Job::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, JobParams, JobQuery<'c, 'a, 's, C, Job, 2>, C> for JobStmt
{
    fn params(&'s self, client: &'c C, params: &'a JobParams) -> JobQuery<'c, 'a, 's, C, Job, 2> {
        self.bind(client, &params.id, &params.attempt)
    }
}
pub struct ExtendLeaseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn extend_lease() -> ExtendLeaseStmt {
    ExtendLeaseStmt("select app.extend_lease($1, $2, $3::float8 * interval '1 second', $4) as answer", None)
}
impl ExtendLeaseStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        lease_s: &'a f64,
        progress: &'a Option<f32>,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        StringQuery {
            client,
            params: [id, attempt, lease_s, progress],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, ExtendLeaseParams, StringQuery<'c, 'a, 's, C, String, 4>, C>
    for ExtendLeaseStmt
{
    fn params(&'s self, client: &'c C, params: &'a ExtendLeaseParams) -> StringQuery<'c, 'a, 's, C, String, 4> {
        self.bind(client, &params.id, &params.attempt, &params.lease_s, &params.progress)
    }
}
pub struct NoteStartStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_start() -> NoteStartStmt {
    NoteStartStmt(
        "update scraping_jobs set start_asked_at = clock_timestamp(), apify_run_id = null where id = $1 and attempt_id = $2 and state = 'running'",
        None,
    )
}
impl NoteStartStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, attempt]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteStartParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteStartStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteStartParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.attempt))
    }
}
pub struct NoteRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_run() -> NoteRunStmt {
    NoteRunStmt("select app.note_run($1, $2, $3) as is_ours", None)
}
impl NoteRunStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        run: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 3> {
        BoolQuery {
            client,
            params: [id, attempt, run],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, NoteRunParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 3>, C> for NoteRunStmt
{
    fn params(&'s self, client: &'c C, params: &'a NoteRunParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 3> {
        self.bind(client, &params.id, &params.attempt, &params.run)
    }
}
pub struct NoteCostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_cost() -> NoteCostStmt {
    NoteCostStmt("select app.note_cost($1, $2, $3::text::numeric, $4) as is_ours", None)
}
impl NoteCostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        cost: &'a T1,
        is_over: &'a bool,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 4> {
        BoolQuery {
            client,
            params: [id, attempt, cost, is_over],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, NoteCostParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 4>, C>
    for NoteCostStmt
{
    fn params(&'s self, client: &'c C, params: &'a NoteCostParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 4> {
        self.bind(client, &params.id, &params.attempt, &params.cost, &params.is_over)
    }
}
pub struct ReserveCostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn reserve_cost() -> ReserveCostStmt {
    ReserveCostStmt(
        "select app.reserve_cost($1, $2, $3::text::numeric)::float8 as granted, extract(epoch from (date_trunc('month', clock_timestamp() at time zone 'UTC') + interval '1 month') at time zone 'UTC' - clock_timestamp())::float8 as until_next_month_s",
        None,
    )
}
impl ReserveCostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        wanted: &'a T1,
    ) -> ReserveCostQuery<'c, 'a, 's, C, ReserveCost, 3> {
        ReserveCostQuery {
            client,
            params: [id, attempt, wanted],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReserveCost, tokio_postgres::Error> {
                Ok(ReserveCost { granted: row.try_get(0)?, until_next_month_s: row.try_get(1)? })
            },
            mapper: |it| ReserveCost::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, ReserveCostParams<T1>, ReserveCostQuery<'c, 'a, 's, C, ReserveCost, 3>, C>
    for ReserveCostStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ReserveCostParams<T1>,
    ) -> ReserveCostQuery<'c, 'a, 's, C, ReserveCost, 3> {
        self.bind(client, &params.id, &params.attempt, &params.wanted)
    }
}
pub struct ForgetRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_run() -> ForgetRunStmt {
    ForgetRunStmt(
        "update scraping_jobs set apify_run_id = null, start_asked_at = null, reserved_cost = null, extra = extra || jsonb_strip_nulls(jsonb_build_object('cost_of_earlier_runs', cost)) where id = $1 and attempt_id = $2 and state = 'running'",
        None,
    )
}
impl ForgetRunStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, attempt]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetRunParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ForgetRunStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetRunParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.attempt))
    }
}
pub struct CompleteJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn complete_job() -> CompleteJobStmt {
    CompleteJobStmt("select app.complete_job($1, $2, $3, $4, $5, $6) as done", None)
}
impl CompleteJobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        found: &'a Option<i32>,
        created: &'a Option<i32>,
        updated: &'a Option<i32>,
        details: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 6> {
        BoolQuery {
            client,
            params: [id, attempt, found, created, updated, details],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, CompleteJobParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 6>, C>
    for CompleteJobStmt
{
    fn params(&'s self, client: &'c C, params: &'a CompleteJobParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 6> {
        self.bind(client, &params.id, &params.attempt, &params.found, &params.created, &params.updated, &params.details)
    }
}
pub struct FailJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fail_job() -> FailJobStmt {
    FailJobStmt("select app.fail_job($1, $2, $3, $4, $5::float8 * interval '1 second') as state", None)
}
impl FailJobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        problem: &'a T1,
        is_final: &'a bool,
        rest_s: &'a Option<f64>,
    ) -> StringQuery<'c, 'a, 's, C, String, 5> {
        StringQuery {
            client,
            params: [id, attempt, problem, is_final, rest_s],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, FailJobParams<T1>, StringQuery<'c, 'a, 's, C, String, 5>, C>
    for FailJobStmt
{
    fn params(&'s self, client: &'c C, params: &'a FailJobParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 5> {
        self.bind(client, &params.id, &params.attempt, &params.problem, &params.is_final, &params.rest_s)
    }
}
pub struct ParkJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn park_job() -> ParkJobStmt {
    ParkJobStmt("select app.park_job($1, $2, $3, $4::float8 * interval '1 second', $5) as done", None)
}
impl ParkJobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
        why: &'a T1,
        rest_s: &'a Option<f64>,
        needs_help: &'a bool,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 5> {
        BoolQuery {
            client,
            params: [id, attempt, why, rest_s, needs_help],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, ParkJobParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 5>, C> for ParkJobStmt
{
    fn params(&'s self, client: &'c C, params: &'a ParkJobParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 5> {
        self.bind(client, &params.id, &params.attempt, &params.why, &params.rest_s, &params.needs_help)
    }
}
pub struct HandBackJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hand_back_job() -> HandBackJobStmt {
    HandBackJobStmt("select app.hand_back_job($1, $2) as done", None)
}
impl HandBackJobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [id, attempt],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, HandBackJobParams, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for HandBackJobStmt
{
    fn params(&'s self, client: &'c C, params: &'a HandBackJobParams) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.id, &params.attempt)
    }
}
pub struct EnqueueJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue_job() -> EnqueueJobStmt {
    EnqueueJobStmt(
        "select app.enqueue_job($1::text::job_kind, $2, $3, $4, $5, $6::text::numeric, with_schedule => $7) as id",
        None,
    )
}
impl EnqueueJobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        input: &'a T2,
        connection: &'a Option<uuid::Uuid>,
        run_at: &'a Option<jiff::Timestamp>,
        priority: &'a i32,
        cost_limit: &'a Option<T3>,
        schedule: &'a Option<uuid::Uuid>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 7> {
        UuidUuidQuery {
            client,
            params: [kind, input, connection, run_at, priority, cost_limit, schedule],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        EnqueueJobParams<T1, T2, T3>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 7>,
        C,
    > for EnqueueJobStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a EnqueueJobParams<T1, T2, T3>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 7> {
        self.bind(
            client,
            &params.kind,
            &params.input,
            &params.connection,
            &params.run_at,
            &params.priority,
            &params.cost_limit,
            &params.schedule,
        )
    }
}
pub struct CancelJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn cancel_job() -> CancelJobStmt {
    CancelJobStmt("select app.cancel_job($1) as answer", None)
}
impl CancelJobStmt {
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
pub struct RetryJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn retry_job() -> RetryJobStmt {
    RetryJobStmt("select app.retry_job($1) as answer", None)
}
impl RetryJobStmt {
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
pub struct FindJobsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find_jobs() -> FindJobsStmt {
    FindJobsStmt("select id from scraping_jobs where id::text like $1 || '%' limit 2", None)
}
impl FindJobsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        prefix: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [prefix],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct JobRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_rows() -> JobRowsStmt {
    JobRowsStmt(
        "select row_to_json(r) as row from ( select j.id, j.kind, j.state, c.name as connection, j.progress, j.attempts, j.found, j.created, j.updated, j.cost, j.error, j.run_at, j.started_at, j.finished_at, j.created_at, j.input from scraping_jobs j left join linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id where ($1::text is null or j.kind::text = $1) and ($2::text is null or j.state::text = $2) order by j.created_at desc, j.id limit $3 ) r",
        None,
    )
}
impl JobRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        state: &'a Option<T2>,
        how_many: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3> {
        SerdejsonValueQuery {
            client,
            params: [kind, state, how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        JobRowsParams<T1, T2>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3>,
        C,
    > for JobRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a JobRowsParams<T1, T2>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3> {
        self.bind(client, &params.kind, &params.state, &params.how_many)
    }
}
pub struct JobRowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_row() -> JobRowStmt {
    JobRowStmt(
        "select row_to_json(r) as row from ( select j.*, c.name as connection, s.name as schedule, (select count(*) from api_calls a where a.tenant_id = j.tenant_id and a.job_id = j.id) as calls from scraping_jobs j left join linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id left join job_schedules s on s.tenant_id = j.tenant_id and s.id = j.schedule_id where j.id = $1 ) r",
        None,
    )
}
impl JobRowStmt {
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
pub struct JobCountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_counts() -> JobCountsStmt {
    JobCountsStmt("select state::text as state, count(*) as jobs from scraping_jobs group by state", None)
}
impl JobCountsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> JobCountsQuery<'c, 'a, 's, C, JobCounts, 0> {
        JobCountsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<JobCountsBorrowed, tokio_postgres::Error> {
                Ok(JobCountsBorrowed { state: row.try_get(0)?, jobs: row.try_get(1)? })
            },
            mapper: |it| JobCounts::from(it),
        }
    }
}
pub struct ScheduleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn schedule() -> ScheduleStmt {
    ScheduleStmt(
        "insert into job_schedules (name, kind, connection_id, input, every, cost_limit, next_run_at) values ($1, $2::text::job_kind, $3, $4, $5::text::interval, $6::text::numeric, now() + $5::text::interval) on conflict (tenant_id, lower(name)) do update set kind = excluded.kind, connection_id = excluded.connection_id, input = excluded.input, every = excluded.every, cost_limit = excluded.cost_limit, is_active = true, next_run_at = excluded.next_run_at returning id",
        None,
    )
}
impl ScheduleStmt {
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
        T3: crate::JsonSql,
        T4: crate::StringSql,
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        name: &'a T1,
        kind: &'a T2,
        connection: &'a uuid::Uuid,
        input: &'a T3,
        every: &'a T4,
        cost_limit: &'a Option<T5>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        UuidUuidQuery {
            client,
            params: [name, kind, connection, input, every, cost_limit],
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
    T3: crate::JsonSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ScheduleParams<T1, T2, T3, T4, T5>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6>,
        C,
    > for ScheduleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ScheduleParams<T1, T2, T3, T4, T5>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        self.bind(
            client,
            &params.name,
            &params.kind,
            &params.connection,
            &params.input,
            &params.every,
            &params.cost_limit,
        )
    }
}
pub struct ScheduleRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn schedule_rows() -> ScheduleRowsStmt {
    ScheduleRowsStmt(
        "select row_to_json(r) as row from ( select s.name, s.kind, case when extract(epoch from s.every)::bigint % 86400 = 0 then extract(epoch from s.every)::bigint / 86400 || 'd' else round(extract(epoch from s.every) / 3600, 1) || 'h' end as every, to_char(s.next_run_at, 'YYYY-MM-DD HH24:MI') as next, c.name as connection, case when s.is_active then 'active' else 'paused' end as state, s.next_run_at, s.input, s.id from job_schedules s left join linkedin_connections c on c.tenant_id = s.tenant_id and c.id = s.connection_id order by not s.is_active, s.next_run_at, s.name ) r",
        None,
    )
}
impl ScheduleRowsStmt {
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
pub struct ScheduleIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn schedule_id() -> ScheduleIdStmt {
    ScheduleIdStmt("select id from job_schedules where lower(name) = lower($1)", None)
}
impl ScheduleIdStmt {
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
pub struct ScheduleItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn schedule_items() -> ScheduleItemsStmt {
    ScheduleItemsStmt(
        "select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'connection_id', s.connection_id, 'connection', c.name, 'input', s.input, 'every_s', extract(epoch from s.every)::bigint, 'cost_limit', s.cost_limit, 'next_run_at', s.next_run_at, 'is_active', s.is_active, 'last_job_id', j.id, 'last_job_state', j.state, 'created_at', s.created_at) as item from job_schedules s left join linkedin_connections c on c.tenant_id = s.tenant_id and c.id = s.connection_id left join lateral ( select l.id, l.state from scraping_jobs l where l.tenant_id = s.tenant_id and l.schedule_id = s.id order by l.created_at desc, l.id desc limit 1) j on true where $1::uuid is null or s.id = $1 order by not s.is_active, s.next_run_at, s.name, s.id",
        None,
    )
}
impl ScheduleItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        schedule: &'a Option<uuid::Uuid>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [schedule],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct ChangeScheduleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_schedule() -> ChangeScheduleStmt {
    ChangeScheduleStmt(
        "with held as (select k as row from job_schedules k where k.id = $1 for no key update) update job_schedules s set name = n.name, every = n.every, cost_limit = n.cost_limit, is_active = n.is_active, next_run_at = case when n.every <> s.every then clock_timestamp() + n.every else s.next_run_at end from held h cross join lateral jsonb_populate_record(h.row, $2) n where s.id = (h.row).id returning s.id",
        None,
    )
}
impl ChangeScheduleStmt {
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
    crate::client::async_::Params<'c, 'a, 's, ChangeScheduleParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for ChangeScheduleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangeScheduleParams<T1>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.id, &params.said)
    }
}
pub struct DeleteScheduleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_schedule() -> DeleteScheduleStmt {
    DeleteScheduleStmt("select app.delete_schedule($1) as done", None)
}
impl DeleteScheduleStmt {
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
pub struct SetBudgetStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_budget() -> SetBudgetStmt {
    SetBudgetStmt("select app.set_budget($1::text::numeric)::text as nothing", None)
}
impl SetBudgetStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        usd: &'a Option<T1>,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [usd],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct BudgetRowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn budget_row() -> BudgetRowStmt {
    BudgetRowStmt(
        "select row_to_json(r) as row from (select a.monthly_budget, app.spent_this_month() as spent from job_accounts a) r",
        None,
    )
}
impl BudgetRowStmt {
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
pub struct UtcTodayStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn utc_today() -> UtcTodayStmt {
    UtcTodayStmt("select (clock_timestamp() at time zone 'UTC')::date as day", None)
}
impl UtcTodayStmt {
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
pub struct NoteSyncedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_synced() -> NoteSyncedStmt {
    NoteSyncedStmt(
        "update scraping_jobs set input = input || jsonb_build_object('done', $1::jsonb, 'parts', $2::jsonb) where id = $3 and attempt_id = $4 and state = 'running'",
        None,
    )
}
impl NoteSyncedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        done: &'a T1,
        parts: &'a T2,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[done, parts, id, attempt]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteSyncedParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteSyncedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteSyncedParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.done, &params.parts, &params.id, &params.attempt))
    }
}
pub struct NoteStandstillStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_standstill() -> NoteStandstillStmt {
    NoteStandstillStmt(
        "update scraping_jobs set input = case when input -> 'standstill' ->> 'steps' = $1::text then input else input || jsonb_build_object('standstill', jsonb_build_object('steps', $1::text, 'since', clock_timestamp())) end where id = $2 and attempt_id = $3 and state = 'running' returning extract(epoch from clock_timestamp() - (input -> 'standstill' ->> 'since')::timestamptz)::float8 as stood_still_s",
        None,
    )
}
impl NoteStandstillStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        steps: &'a T1,
        id: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> F64Query<'c, 'a, 's, C, f64, 3> {
        F64Query {
            client,
            params: [steps, id, attempt],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, NoteStandstillParams<T1>, F64Query<'c, 'a, 's, C, f64, 3>, C>
    for NoteStandstillStmt
{
    fn params(&'s self, client: &'c C, params: &'a NoteStandstillParams<T1>) -> F64Query<'c, 'a, 's, C, f64, 3> {
        self.bind(client, &params.steps, &params.id, &params.attempt)
    }
}
pub struct NoteRefusedJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_refused_job() -> NoteRefusedJobStmt {
    NoteRefusedJobStmt(
        "insert into audit_log (actor, event, subject, details) values ('system', 'job.refused', $1, $2)",
        None,
    )
}
impl NoteRefusedJobStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        job: &'a T1,
        details: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[job, details]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteRefusedJobParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteRefusedJobStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteRefusedJobParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.job, &params.details))
    }
}
pub struct JobItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_items() -> JobItemsStmt {
    JobItemsStmt(
        "with chosen as ( select j.id, to_jsonb(extract(epoch from j.created_at)) as key from scraping_jobs j where j.kind <> 'mail' and ($1::uuid is null or j.id = $1) and ($2::text is null or j.kind = $2::text::job_kind) and ($3::text is null or j.state = $3::text::job_state) and ($4::uuid is null or j.connection_id = $4) and ($5::uuid is null or (j.created_at, j.id) < (to_timestamp(($6::jsonb)::float8), $5)) order by j.created_at desc, j.id desc limit $7 ) select k.id, k.key, jsonb_build_object('id', j.id, 'kind', j.kind, 'state', j.state, 'connection_id', j.connection_id, 'connection', c.name, 'schedule', s.name, 'input', j.input, 'progress', j.progress, 'attempts', j.attempts, 'max_attempts', j.max_attempts, 'apify_run_id', j.apify_run_id, 'cost', j.cost, 'cost_limit', j.cost_limit, 'found', j.found, 'created', j.created, 'updated', j.updated, 'error', j.error, 'run_at', j.run_at, 'started_at', j.started_at, 'finished_at', j.finished_at, 'created_at', j.created_at, 'calls', (select count(*) from api_calls a where a.tenant_id = j.tenant_id and a.job_id = j.id)) as item from chosen k join scraping_jobs j on j.id = k.id left join linkedin_connections c on c.tenant_id = j.tenant_id and c.id = j.connection_id left join job_schedules s on s.tenant_id = j.tenant_id and s.id = j.schedule_id order by j.created_at desc, j.id desc",
        None,
    )
}
impl JobItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        job: &'a Option<uuid::Uuid>,
        kind: &'a Option<T1>,
        state: &'a Option<T2>,
        connection: &'a Option<uuid::Uuid>,
        after_id: &'a Option<uuid::Uuid>,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> JobItemsQuery<'c, 'a, 's, C, JobItems, 7> {
        JobItemsQuery {
            client,
            params: [job, kind, state, connection, after_id, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<JobItemsBorrowed, tokio_postgres::Error> {
                Ok(JobItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| JobItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, JobItemsParams<T1, T2, T3>, JobItemsQuery<'c, 'a, 's, C, JobItems, 7>, C>
    for JobItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a JobItemsParams<T1, T2, T3>,
    ) -> JobItemsQuery<'c, 'a, 's, C, JobItems, 7> {
        self.bind(
            client,
            &params.job,
            &params.kind,
            &params.state,
            &params.connection,
            &params.after_id,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct JobCallsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_calls() -> JobCallsStmt {
    JobCallsStmt(
        "select endpoint, status, latency_ms, cost::float8 as cost, error, called_at from api_calls where job_id = $1 order by id desc limit $2",
        None,
    )
}
impl JobCallsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        job: &'a uuid::Uuid,
        most: &'a i64,
    ) -> JobCallsQuery<'c, 'a, 's, C, JobCalls, 2> {
        JobCallsQuery {
            client,
            params: [job, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<JobCallsBorrowed, tokio_postgres::Error> {
                Ok(JobCallsBorrowed {
                    endpoint: row.try_get(0)?,
                    status: row.try_get(1)?,
                    latency_ms: row.try_get(2)?,
                    cost: row.try_get(3)?,
                    error: row.try_get(4)?,
                    called_at: row.try_get(5)?,
                })
            },
            mapper: |it| JobCalls::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, JobCallsParams, JobCallsQuery<'c, 'a, 's, C, JobCalls, 2>, C>
    for JobCallsStmt
{
    fn params(&'s self, client: &'c C, params: &'a JobCallsParams) -> JobCallsQuery<'c, 'a, 's, C, JobCalls, 2> {
        self.bind(client, &params.job, &params.most)
    }
}
