// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug, Clone, PartialEq)]
pub struct DatabaseFindings {
    pub finding: String,
    pub advice: String,
}
pub struct DatabaseFindingsBorrowed<'a> {
    pub finding: &'a str,
    pub advice: &'a str,
}
impl<'a> From<DatabaseFindingsBorrowed<'a>> for DatabaseFindings {
    fn from(DatabaseFindingsBorrowed { finding, advice }: DatabaseFindingsBorrowed<'a>) -> Self {
        Self { finding: finding.into(), advice: advice.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct MetricDifferences {
    pub figure: String,
    pub missing: i64,
    pub wrong: i64,
}
pub struct MetricDifferencesBorrowed<'a> {
    pub figure: &'a str,
    pub missing: i64,
    pub wrong: i64,
}
impl<'a> From<MetricDifferencesBorrowed<'a>> for MetricDifferences {
    fn from(MetricDifferencesBorrowed { figure, missing, wrong }: MetricDifferencesBorrowed<'a>) -> Self {
        Self { figure: figure.into(), missing, wrong }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct RepairMetrics {
    pub slug: String,
    pub changed: i64,
}
pub struct RepairMetricsBorrowed<'a> {
    pub slug: &'a str,
    pub changed: i64,
}
impl<'a> From<RepairMetricsBorrowed<'a>> for RepairMetrics {
    fn from(RepairMetricsBorrowed { slug, changed }: RepairMetricsBorrowed<'a>) -> Self {
        Self { slug: slug.into(), changed }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct MatchingDifferences {
    pub problem: String,
    pub rows: i64,
}
pub struct MatchingDifferencesBorrowed<'a> {
    pub problem: &'a str,
    pub rows: i64,
}
impl<'a> From<MatchingDifferencesBorrowed<'a>> for MatchingDifferences {
    fn from(MatchingDifferencesBorrowed { problem, rows }: MatchingDifferencesBorrowed<'a>) -> Self {
        Self { problem: problem.into(), rows }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct RematchAll {
    pub slug: String,
    pub entered: i64,
    pub departed: i64,
    pub rescored: i64,
}
pub struct RematchAllBorrowed<'a> {
    pub slug: &'a str,
    pub entered: i64,
    pub departed: i64,
    pub rescored: i64,
}
impl<'a> From<RematchAllBorrowed<'a>> for RematchAll {
    fn from(RematchAllBorrowed { slug, entered, departed, rescored }: RematchAllBorrowed<'a>) -> Self {
        Self { slug: slug.into(), entered, departed, rescored }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct OpenWork {
    pub jobs_pending: i64,
    pub jobs_running: i64,
    pub jobs_parked: i64,
    pub jobs_dead: i64,
    pub oldest_wait_s: f64,
    pub deliveries_pending: i64,
    pub deliveries_failed: i64,
    pub deliveries_dead: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct JiffTimestampQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<jiff::Timestamp, tokio_postgres::Error>,
    mapper: fn(jiff::Timestamp) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JiffTimestampQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(jiff::Timestamp) -> R) -> JiffTimestampQuery<'c, 'a, 's, C, R, N> {
        JiffTimestampQuery {
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
pub struct DatabaseFindingsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DatabaseFindingsBorrowed, tokio_postgres::Error>,
    mapper: fn(DatabaseFindingsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DatabaseFindingsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DatabaseFindingsBorrowed) -> R) -> DatabaseFindingsQuery<'c, 'a, 's, C, R, N> {
        DatabaseFindingsQuery {
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
pub struct MetricDifferencesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MetricDifferencesBorrowed, tokio_postgres::Error>,
    mapper: fn(MetricDifferencesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MetricDifferencesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MetricDifferencesBorrowed) -> R) -> MetricDifferencesQuery<'c, 'a, 's, C, R, N> {
        MetricDifferencesQuery {
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
pub struct RepairMetricsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RepairMetricsBorrowed, tokio_postgres::Error>,
    mapper: fn(RepairMetricsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RepairMetricsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RepairMetricsBorrowed) -> R) -> RepairMetricsQuery<'c, 'a, 's, C, R, N> {
        RepairMetricsQuery {
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
pub struct MatchingDifferencesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MatchingDifferencesBorrowed, tokio_postgres::Error>,
    mapper: fn(MatchingDifferencesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MatchingDifferencesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MatchingDifferencesBorrowed) -> R) -> MatchingDifferencesQuery<'c, 'a, 's, C, R, N> {
        MatchingDifferencesQuery {
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
pub struct RematchAllQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RematchAllBorrowed, tokio_postgres::Error>,
    mapper: fn(RematchAllBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RematchAllQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RematchAllBorrowed) -> R) -> RematchAllQuery<'c, 'a, 's, C, R, N> {
        RematchAllQuery {
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
pub struct OpenWorkQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OpenWork, tokio_postgres::Error>,
    mapper: fn(OpenWork) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OpenWorkQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OpenWork) -> R) -> OpenWorkQuery<'c, 'a, 's, C, R, N> {
        OpenWorkQuery {
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
pub struct ClockStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn clock() -> ClockStmt {
    ClockStmt("select clock_timestamp() as now", None)
}
impl ClockStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> JiffTimestampQuery<'c, 'a, 's, C, jiff::Timestamp, 0> {
        JiffTimestampQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct DatabaseFindingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn database_findings() -> DatabaseFindingsStmt {
    DatabaseFindingsStmt("select finding, advice from app.database_findings()", None)
}
impl DatabaseFindingsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> DatabaseFindingsQuery<'c, 'a, 's, C, DatabaseFindings, 0> {
        DatabaseFindingsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DatabaseFindingsBorrowed, tokio_postgres::Error> {
                Ok(DatabaseFindingsBorrowed { finding: row.try_get(0)?, advice: row.try_get(1)? })
            },
            mapper: |it| DatabaseFindings::from(it),
        }
    }
}
pub struct MetricDifferencesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn metric_differences() -> MetricDifferencesStmt {
    MetricDifferencesStmt("select figure, missing, wrong from app.differences()", None)
}
impl MetricDifferencesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> MetricDifferencesQuery<'c, 'a, 's, C, MetricDifferences, 0> {
        MetricDifferencesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MetricDifferencesBorrowed, tokio_postgres::Error> {
                Ok(MetricDifferencesBorrowed {
                    figure: row.try_get(0)?,
                    missing: row.try_get(1)?,
                    wrong: row.try_get(2)?,
                })
            },
            mapper: |it| MetricDifferences::from(it),
        }
    }
}
pub struct RepairMetricsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn repair_metrics() -> RepairMetricsStmt {
    RepairMetricsStmt("select t.slug, app.repair_metrics(t.id) as changed from tenants t order by t.slug", None)
}
impl RepairMetricsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> RepairMetricsQuery<'c, 'a, 's, C, RepairMetrics, 0> {
        RepairMetricsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RepairMetricsBorrowed, tokio_postgres::Error> {
                Ok(RepairMetricsBorrowed { slug: row.try_get(0)?, changed: row.try_get(1)? })
            },
            mapper: |it| RepairMetrics::from(it),
        }
    }
}
pub struct SweepRollupsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn sweep_rollups() -> SweepRollupsStmt {
    SweepRollupsStmt("select coalesce(sum(greatest(app.sweep_rollups(id), 0)), 0)::bigint from tenants", None)
}
impl SweepRollupsStmt {
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
pub struct MatchingDifferencesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn matching_differences() -> MatchingDifferencesStmt {
    MatchingDifferencesStmt(
        "select problem, count(*) as rows from app.matching_differences() group by problem order by problem",
        None,
    )
}
impl MatchingDifferencesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> MatchingDifferencesQuery<'c, 'a, 's, C, MatchingDifferences, 0> {
        MatchingDifferencesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MatchingDifferencesBorrowed, tokio_postgres::Error> {
                Ok(MatchingDifferencesBorrowed { problem: row.try_get(0)?, rows: row.try_get(1)? })
            },
            mapper: |it| MatchingDifferences::from(it),
        }
    }
}
pub struct RematchAllStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rematch_all() -> RematchAllStmt {
    RematchAllStmt(
        "select t.slug, (m).entered, (m).departed, (m).rescored from (select slug, app.rematch(id, null, null, 'repair') as m from tenants order by slug) t",
        None,
    )
}
impl RematchAllStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> RematchAllQuery<'c, 'a, 's, C, RematchAll, 0> {
        RematchAllQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RematchAllBorrowed, tokio_postgres::Error> {
                Ok(RematchAllBorrowed {
                    slug: row.try_get(0)?,
                    entered: row.try_get(1)?,
                    departed: row.try_get(2)?,
                    rescored: row.try_get(3)?,
                })
            },
            mapper: |it| RematchAll::from(it),
        }
    }
}
pub struct OpenWorkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn open_work() -> OpenWorkStmt {
    OpenWorkStmt(
        "select j.pending as jobs_pending, j.running as jobs_running, j.parked as jobs_parked, j.dead as jobs_dead, j.oldest_wait_s, d.pending as deliveries_pending, d.failed as deliveries_failed, d.dead as deliveries_dead from ( select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'running') as running, count(*) filter (where state = 'parked') as parked, count(*) filter (where state = 'dead') as dead, coalesce(extract(epoch from now() - min(run_at) filter (where state = 'pending' and run_at <= now())), 0)::float8 as oldest_wait_s from scraping_jobs where state in ('pending', 'running', 'parked', 'dead')) j cross join ( select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'dead') as dead from webhook_inbox where state in ('pending', 'failed', 'dead')) d",
        None,
    )
}
impl OpenWorkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> OpenWorkQuery<'c, 'a, 's, C, OpenWork, 0> {
        OpenWorkQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OpenWork, tokio_postgres::Error> {
                Ok(OpenWork {
                    jobs_pending: row.try_get(0)?,
                    jobs_running: row.try_get(1)?,
                    jobs_parked: row.try_get(2)?,
                    jobs_dead: row.try_get(3)?,
                    oldest_wait_s: row.try_get(4)?,
                    deliveries_pending: row.try_get(5)?,
                    deliveries_failed: row.try_get(6)?,
                    deliveries_dead: row.try_get(7)?,
                })
            },
            mapper: |it| OpenWork::from(it),
        }
    }
}
