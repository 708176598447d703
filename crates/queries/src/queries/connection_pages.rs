// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct ConnectionChecksParams {
    pub connection: uuid::Uuid,
    pub most: i64,
}
#[derive(Debug)]
pub struct DeliveriesParams<T1: crate::StringSql> {
    pub state: Option<T1>,
    pub source: Option<uuid::Uuid>,
    pub after_id: Option<uuid::Uuid>,
    pub after_at: Option<jiff::Timestamp>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionEndpoints {
    pub endpoint: String,
    pub today: i64,
    pub calls: i64,
    pub failed: i64,
    pub average_latency_ms: Option<i64>,
    pub cost: f64,
}
pub struct ConnectionEndpointsBorrowed<'a> {
    pub endpoint: &'a str,
    pub today: i64,
    pub calls: i64,
    pub failed: i64,
    pub average_latency_ms: Option<i64>,
    pub cost: f64,
}
impl<'a> From<ConnectionEndpointsBorrowed<'a>> for ConnectionEndpoints {
    fn from(
        ConnectionEndpointsBorrowed {
            endpoint,
            today,
            calls,
            failed,
            average_latency_ms,
            cost,
        }: ConnectionEndpointsBorrowed<'a>,
    ) -> Self {
        Self { endpoint: endpoint.into(), today, calls, failed, average_latency_ms, cost }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionChecks {
    pub id: uuid::Uuid,
    pub state: String,
    pub found: Option<String>,
    pub error: Option<String>,
    pub created_at: jiff::Timestamp,
    pub finished_at: Option<jiff::Timestamp>,
}
pub struct ConnectionChecksBorrowed<'a> {
    pub id: uuid::Uuid,
    pub state: &'a str,
    pub found: Option<&'a str>,
    pub error: Option<&'a str>,
    pub created_at: jiff::Timestamp,
    pub finished_at: Option<jiff::Timestamp>,
}
impl<'a> From<ConnectionChecksBorrowed<'a>> for ConnectionChecks {
    fn from(
        ConnectionChecksBorrowed { id, state, found, error, created_at, finished_at }: ConnectionChecksBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            state: state.into(),
            found: found.map(|v| v.into()),
            error: error.map(|v| v.into()),
            created_at,
            finished_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ConnectionContents {
    pub open_jobs: i64,
    pub schedules: i64,
    pub webhooks: i64,
    pub calls: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionChoices {
    pub id: uuid::Uuid,
    pub name: String,
    pub r#type: String,
    pub is_usable: bool,
}
pub struct ConnectionChoicesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub r#type: &'a str,
    pub is_usable: bool,
}
impl<'a> From<ConnectionChoicesBorrowed<'a>> for ConnectionChoices {
    fn from(ConnectionChoicesBorrowed { id, name, r#type, is_usable }: ConnectionChoicesBorrowed<'a>) -> Self {
        Self { id, name: name.into(), r#type: r#type.into(), is_usable }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Deliveries {
    pub id: uuid::Uuid,
    pub webhook: String,
    pub kind: String,
    pub delivery_id: String,
    pub state: String,
    pub attempts: i32,
    pub next_attempt: jiff::Timestamp,
    pub received_at: jiff::Timestamp,
    pub processed_at: Option<jiff::Timestamp>,
    pub outcome: Option<serde_json::Value>,
    pub error: Option<String>,
    pub can_be_replayed: bool,
}
pub struct DeliveriesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub webhook: &'a str,
    pub kind: &'a str,
    pub delivery_id: &'a str,
    pub state: &'a str,
    pub attempts: i32,
    pub next_attempt: jiff::Timestamp,
    pub received_at: jiff::Timestamp,
    pub processed_at: Option<jiff::Timestamp>,
    pub outcome: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub error: Option<&'a str>,
    pub can_be_replayed: bool,
}
impl<'a> From<DeliveriesBorrowed<'a>> for Deliveries {
    fn from(
        DeliveriesBorrowed {
            id,
            webhook,
            kind,
            delivery_id,
            state,
            attempts,
            next_attempt,
            received_at,
            processed_at,
            outcome,
            error,
            can_be_replayed,
        }: DeliveriesBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            webhook: webhook.into(),
            kind: kind.into(),
            delivery_id: delivery_id.into(),
            state: state.into(),
            attempts,
            next_attempt,
            received_at,
            processed_at,
            outcome: outcome.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            error: error.map(|v| v.into()),
            can_be_replayed,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ConnectionEndpointsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ConnectionEndpointsBorrowed, tokio_postgres::Error>,
    mapper: fn(ConnectionEndpointsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ConnectionEndpointsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ConnectionEndpointsBorrowed) -> R) -> ConnectionEndpointsQuery<'c, 'a, 's, C, R, N> {
        ConnectionEndpointsQuery {
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
pub struct ConnectionChecksQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ConnectionChecksBorrowed, tokio_postgres::Error>,
    mapper: fn(ConnectionChecksBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ConnectionChecksQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ConnectionChecksBorrowed) -> R) -> ConnectionChecksQuery<'c, 'a, 's, C, R, N> {
        ConnectionChecksQuery {
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
pub struct ConnectionContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ConnectionContents, tokio_postgres::Error>,
    mapper: fn(ConnectionContents) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ConnectionContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ConnectionContents) -> R) -> ConnectionContentsQuery<'c, 'a, 's, C, R, N> {
        ConnectionContentsQuery {
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
pub struct ConnectionChoicesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ConnectionChoicesBorrowed, tokio_postgres::Error>,
    mapper: fn(ConnectionChoicesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ConnectionChoicesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ConnectionChoicesBorrowed) -> R) -> ConnectionChoicesQuery<'c, 'a, 's, C, R, N> {
        ConnectionChoicesQuery {
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
pub struct DeliveriesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DeliveriesBorrowed, tokio_postgres::Error>,
    mapper: fn(DeliveriesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DeliveriesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DeliveriesBorrowed) -> R) -> DeliveriesQuery<'c, 'a, 's, C, R, N> {
        DeliveriesQuery {
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
pub struct ConnectionEndpointsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_endpoints() -> ConnectionEndpointsStmt {
    ConnectionEndpointsStmt(
        "select s.endpoint, coalesce(sum(s.calls) filter (where s.day = d.today), 0)::bigint as today, sum(s.calls)::bigint as calls, sum(s.failed)::bigint as failed, (sum(s.average_latency_ms::bigint * s.calls) / nullif(sum(s.calls) filter (where s.average_latency_ms is not null), 0))::bigint as average_latency_ms, sum(s.cost)::float8 as cost from call_summary s cross join (select (clock_timestamp() at time zone 'UTC')::date as today) d where s.connection_id = $1 and s.day > d.today - 30 group by s.endpoint order by calls desc, s.endpoint",
        None,
    )
}
impl ConnectionEndpointsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        connection: &'a uuid::Uuid,
    ) -> ConnectionEndpointsQuery<'c, 'a, 's, C, ConnectionEndpoints, 1> {
        ConnectionEndpointsQuery {
            client,
            params: [connection],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ConnectionEndpointsBorrowed, tokio_postgres::Error> {
                Ok(ConnectionEndpointsBorrowed {
                    endpoint: row.try_get(0)?,
                    today: row.try_get(1)?,
                    calls: row.try_get(2)?,
                    failed: row.try_get(3)?,
                    average_latency_ms: row.try_get(4)?,
                    cost: row.try_get(5)?,
                })
            },
            mapper: |it| ConnectionEndpoints::from(it),
        }
    }
}
pub struct ConnectionChecksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_checks() -> ConnectionChecksStmt {
    ConnectionChecksStmt(
        "select j.id, j.state::text as state, j.extra ->> 'status' as found, j.error, j.created_at, j.finished_at from scraping_jobs j where j.connection_id = $1 and j.kind = 'validation' order by j.created_at desc, j.id desc limit $2",
        None,
    )
}
impl ConnectionChecksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        connection: &'a uuid::Uuid,
        most: &'a i64,
    ) -> ConnectionChecksQuery<'c, 'a, 's, C, ConnectionChecks, 2> {
        ConnectionChecksQuery {
            client,
            params: [connection, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ConnectionChecksBorrowed, tokio_postgres::Error> {
                Ok(ConnectionChecksBorrowed {
                    id: row.try_get(0)?,
                    state: row.try_get(1)?,
                    found: row.try_get(2)?,
                    error: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                    finished_at: row.try_get(5)?,
                })
            },
            mapper: |it| ConnectionChecks::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ConnectionChecksParams,
        ConnectionChecksQuery<'c, 'a, 's, C, ConnectionChecks, 2>,
        C,
    > for ConnectionChecksStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ConnectionChecksParams,
    ) -> ConnectionChecksQuery<'c, 'a, 's, C, ConnectionChecks, 2> {
        self.bind(client, &params.connection, &params.most)
    }
}
pub struct ConnectionContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_contents() -> ConnectionContentsStmt {
    ConnectionContentsStmt(
        "select (select count(*) from scraping_jobs where connection_id = $1 and state in ('pending', 'running', 'parked')) as open_jobs, (select count(*) from job_schedules where connection_id = $1) as schedules, (select count(*) from webhook_sources where connection_id = $1) as webhooks, (select count(*) from api_calls where connection_id = $1) as calls",
        None,
    )
}
impl ConnectionContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        connection: &'a uuid::Uuid,
    ) -> ConnectionContentsQuery<'c, 'a, 's, C, ConnectionContents, 1> {
        ConnectionContentsQuery {
            client,
            params: [connection],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ConnectionContents, tokio_postgres::Error> {
                Ok(ConnectionContents {
                    open_jobs: row.try_get(0)?,
                    schedules: row.try_get(1)?,
                    webhooks: row.try_get(2)?,
                    calls: row.try_get(3)?,
                })
            },
            mapper: |it| ConnectionContents::from(it),
        }
    }
}
pub struct ConnectionChoicesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connection_choices() -> ConnectionChoicesStmt {
    ConnectionChoicesStmt(
        "select id, name, type::text as type, app.is_usable(status) and has_credentials as is_usable from connection_overview order by lower(name)",
        None,
    )
}
impl ConnectionChoicesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> ConnectionChoicesQuery<'c, 'a, 's, C, ConnectionChoices, 0> {
        ConnectionChoicesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ConnectionChoicesBorrowed, tokio_postgres::Error> {
                Ok(ConnectionChoicesBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    r#type: row.try_get(2)?,
                    is_usable: row.try_get(3)?,
                })
            },
            mapper: |it| ConnectionChoices::from(it),
        }
    }
}
pub struct DeliveriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn deliveries() -> DeliveriesStmt {
    DeliveriesStmt(
        "select d.id, d.webhook, d.kind::text as kind, d.delivery_id, d.state::text as state, d.attempts, d.next_attempt, d.received_at, d.processed_at, d.outcome, d.error, d.can_be_replayed from webhook_delivery_overview d join webhook_inbox i on i.tenant_id = d.tenant_id and i.id = d.id where ($1::text is null or d.state::text = $1) and ($2::uuid is null or i.source_id = $2) and ($3::uuid is null or (d.received_at, d.id) < ($4, $3)) order by d.received_at desc, d.id desc limit $5",
        None,
    )
}
impl DeliveriesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a Option<T1>,
        source: &'a Option<uuid::Uuid>,
        after_id: &'a Option<uuid::Uuid>,
        after_at: &'a Option<jiff::Timestamp>,
        most: &'a i64,
    ) -> DeliveriesQuery<'c, 'a, 's, C, Deliveries, 5> {
        DeliveriesQuery {
            client,
            params: [state, source, after_id, after_at, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DeliveriesBorrowed, tokio_postgres::Error> {
                Ok(DeliveriesBorrowed {
                    id: row.try_get(0)?,
                    webhook: row.try_get(1)?,
                    kind: row.try_get(2)?,
                    delivery_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    attempts: row.try_get(5)?,
                    next_attempt: row.try_get(6)?,
                    received_at: row.try_get(7)?,
                    processed_at: row.try_get(8)?,
                    outcome: row.try_get(9)?,
                    error: row.try_get(10)?,
                    can_be_replayed: row.try_get(11)?,
                })
            },
            mapper: |it| Deliveries::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, DeliveriesParams<T1>, DeliveriesQuery<'c, 'a, 's, C, Deliveries, 5>, C>
    for DeliveriesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DeliveriesParams<T1>,
    ) -> DeliveriesQuery<'c, 'a, 's, C, Deliveries, 5> {
        self.bind(client, &params.state, &params.source, &params.after_id, &params.after_at, &params.most)
    }
}
