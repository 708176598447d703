// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AuditRowsParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub event: Option<T1>,
    pub who: Option<T2>,
    pub before: Option<i64>,
    pub since: Option<jiff::Timestamp>,
    pub until: Option<jiff::Timestamp>,
    pub most: i64,
}
#[derive(Debug)]
pub struct NoteParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub event: T1,
    pub subject: T2,
    pub details: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRows {
    pub id: i64,
    pub actor: String,
    pub event: String,
    pub subject: Option<String>,
    pub details: serde_json::Value,
    pub happened_at: jiff::Timestamp,
}
pub struct AuditRowsBorrowed<'a> {
    pub id: i64,
    pub actor: &'a str,
    pub event: &'a str,
    pub subject: Option<&'a str>,
    pub details: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub happened_at: jiff::Timestamp,
}
impl<'a> From<AuditRowsBorrowed<'a>> for AuditRows {
    fn from(AuditRowsBorrowed { id, actor, event, subject, details, happened_at }: AuditRowsBorrowed<'a>) -> Self {
        Self {
            id,
            actor: actor.into(),
            event: event.into(),
            subject: subject.map(|v| v.into()),
            details: serde_json::from_str(details.0.get()).unwrap(),
            happened_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AuditNames {
    pub who: String,
    pub email: String,
}
pub struct AuditNamesBorrowed<'a> {
    pub who: &'a str,
    pub email: &'a str,
}
impl<'a> From<AuditNamesBorrowed<'a>> for AuditNames {
    fn from(AuditNamesBorrowed { who, email }: AuditNamesBorrowed<'a>) -> Self {
        Self { who: who.into(), email: email.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct AuditRowsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AuditRowsBorrowed, tokio_postgres::Error>,
    mapper: fn(AuditRowsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AuditRowsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AuditRowsBorrowed) -> R) -> AuditRowsQuery<'c, 'a, 's, C, R, N> {
        AuditRowsQuery {
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
pub struct AuditNamesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AuditNamesBorrowed, tokio_postgres::Error>,
    mapper: fn(AuditNamesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AuditNamesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AuditNamesBorrowed) -> R) -> AuditNamesQuery<'c, 'a, 's, C, R, N> {
        AuditNamesQuery {
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
pub struct AuditRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audit_rows() -> AuditRowsStmt {
    AuditRowsStmt(
        "select id, actor, event, subject, details, happened_at from audit_log where ($1::text is null or event = $1) and ($2::text is null or actor = $2 or subject = $2) and ($3::bigint is null or id < $3) and ($4::timestamptz is null or happened_at >= $4) and ($5::timestamptz is null or happened_at < $5) order by id desc limit $6",
        None,
    )
}
impl AuditRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        event: &'a Option<T1>,
        who: &'a Option<T2>,
        before: &'a Option<i64>,
        since: &'a Option<jiff::Timestamp>,
        until: &'a Option<jiff::Timestamp>,
        most: &'a i64,
    ) -> AuditRowsQuery<'c, 'a, 's, C, AuditRows, 6> {
        AuditRowsQuery {
            client,
            params: [event, who, before, since, until, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AuditRowsBorrowed, tokio_postgres::Error> {
                Ok(AuditRowsBorrowed {
                    id: row.try_get(0)?,
                    actor: row.try_get(1)?,
                    event: row.try_get(2)?,
                    subject: row.try_get(3)?,
                    details: row.try_get(4)?,
                    happened_at: row.try_get(5)?,
                })
            },
            mapper: |it| AuditRows::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, AuditRowsParams<T1, T2>, AuditRowsQuery<'c, 'a, 's, C, AuditRows, 6>, C>
    for AuditRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AuditRowsParams<T1, T2>,
    ) -> AuditRowsQuery<'c, 'a, 's, C, AuditRows, 6> {
        self.bind(client, &params.event, &params.who, &params.before, &params.since, &params.until, &params.most)
    }
}
pub struct AuditNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audit_names() -> AuditNamesStmt {
    AuditNamesStmt(
        "select distinct on (subject) subject as who, details ->> 'email' as email from audit_log where event in ('member.added', 'member.removed') and subject is not null and details ->> 'email' is not null order by subject, id desc",
        None,
    )
}
impl AuditNamesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> AuditNamesQuery<'c, 'a, 's, C, AuditNames, 0> {
        AuditNamesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AuditNamesBorrowed, tokio_postgres::Error> {
                Ok(AuditNamesBorrowed { who: row.try_get(0)?, email: row.try_get(1)? })
            },
            mapper: |it| AuditNames::from(it),
        }
    }
}
pub struct NoteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note() -> NoteStmt {
    NoteStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) values ($1, app.actor(), $2, $3, $4)",
        None,
    )
}
impl NoteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        event: &'a T1,
        subject: &'a T2,
        details: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, event, subject, details]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant, &params.event, &params.subject, &params.details))
    }
}
