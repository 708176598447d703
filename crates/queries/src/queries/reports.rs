// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct GatheredParams<T1: crate::ArraySql<Item = i32>, T2: crate::ArraySql<Item = uuid::Uuid>> {
    pub campaigns: T1,
    pub personas: Option<T2>,
    pub first: Option<jiff::civil::Date>,
    pub last: Option<jiff::civil::Date>,
}
#[derive(Debug)]
pub struct MakeReportParams<T1: crate::StringSql, T2: crate::BytesSql, T3: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub title: T1,
    pub hash: T2,
    pub content: T3,
    pub names_people: bool,
    pub days: i32,
}
#[derive(Debug)]
pub struct ReportItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub report: Option<uuid::Uuid>,
    pub all: bool,
    pub search: Option<T1>,
    pub sort: T2,
    pub after_id: Option<uuid::Uuid>,
    pub descending: bool,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ReportNames {
    pub id: i32,
    pub name: String,
    pub title: Option<String>,
    pub company: Option<String>,
}
pub struct ReportNamesBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub title: Option<&'a str>,
    pub company: Option<&'a str>,
}
impl<'a> From<ReportNamesBorrowed<'a>> for ReportNames {
    fn from(ReportNamesBorrowed { id, name, title, company }: ReportNamesBorrowed<'a>) -> Self {
        Self { id, name: name.into(), title: title.map(|v| v.into()), company: company.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ReportItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct ReportItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<ReportItemsBorrowed<'a>> for ReportItems {
    fn from(ReportItemsBorrowed { id, key, item }: ReportItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ReportContent {
    pub title: String,
    pub content: serde_json::Value,
    pub names_people: bool,
    pub expires_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
}
pub struct ReportContentBorrowed<'a> {
    pub title: &'a str,
    pub content: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub names_people: bool,
    pub expires_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
}
impl<'a> From<ReportContentBorrowed<'a>> for ReportContent {
    fn from(
        ReportContentBorrowed { title, content, names_people, expires_at, created_at }: ReportContentBorrowed<'a>,
    ) -> Self {
        Self {
            title: title.into(),
            content: serde_json::from_str(content.0.get()).unwrap(),
            names_people,
            expires_at,
            created_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OpenReport {
    pub title: String,
    pub content: serde_json::Value,
    pub names_people: bool,
    pub expires_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
}
pub struct OpenReportBorrowed<'a> {
    pub title: &'a str,
    pub content: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub names_people: bool,
    pub expires_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
}
impl<'a> From<OpenReportBorrowed<'a>> for OpenReport {
    fn from(
        OpenReportBorrowed { title, content, names_people, expires_at, created_at }: OpenReportBorrowed<'a>,
    ) -> Self {
        Self {
            title: title.into(),
            content: serde_json::from_str(content.0.get()).unwrap(),
            names_people,
            expires_at,
            created_at,
        }
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
pub struct ReportNamesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReportNamesBorrowed, tokio_postgres::Error>,
    mapper: fn(ReportNamesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReportNamesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReportNamesBorrowed) -> R) -> ReportNamesQuery<'c, 'a, 's, C, R, N> {
        ReportNamesQuery {
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
pub struct ReportItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReportItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(ReportItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReportItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReportItemsBorrowed) -> R) -> ReportItemsQuery<'c, 'a, 's, C, R, N> {
        ReportItemsQuery {
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
pub struct ReportContentQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReportContentBorrowed, tokio_postgres::Error>,
    mapper: fn(ReportContentBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReportContentQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReportContentBorrowed) -> R) -> ReportContentQuery<'c, 'a, 's, C, R, N> {
        ReportContentQuery {
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
pub struct OpenReportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OpenReportBorrowed, tokio_postgres::Error>,
    mapper: fn(OpenReportBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OpenReportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OpenReportBorrowed) -> R) -> OpenReportQuery<'c, 'a, 's, C, R, N> {
        OpenReportQuery {
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
pub struct GatheredStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn gathered() -> GatheredStmt {
    GatheredStmt(
        "with clock as materialized ( select t.id as tenant_id, t.name as team, t.time_zone, tenant_today(t.id) as today, t.currency from tenants t where t.id = current_tenant() ), chosen as materialized (select c.* from campaigns c where c.id = any ($1::integer[])), linked as materialized ( select distinct l.tenant_id, l.post_id from campaign_posts l join chosen c on c.tenant_id = l.tenant_id and c.id = l.campaign_id ), wanted as materialized ( select q.* from personas q where q.is_active and ($2::uuid[] is null or q.id = any ($2)) ), members as materialized ( select t.persona_id, t.person_id from targets t join wanted q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.is_active ), acts as materialized ( select e.post_id, e.person_id, e.engaged_on as day, count(*) as engagements, count(*) filter (where e.engagement_type = 'reaction') as reactions, count(*) filter (where e.engagement_type = 'comment') as comments, count(*) filter (where e.engagement_type = 'share') as shares from linked l join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id where ($3::date is null or e.engaged_on >= $3) and ($4::date is null or e.engaged_on <= $4) group by 1, 2, 3 ), people as materialized ( select a.person_id, sum(a.engagements) as engagements, min(a.day) as first_day, a.person_id in (select person_id from members) as is_target from acts a group by 1 ), placed as materialized ( select p.person_id, p.engagements, p.is_target, q.seniority, q.functions, coalesce(nullif(btrim(q.company_override), ''), c.name, nullif(btrim(q.current_company), '')) as company from people p join persons q on q.tenant_id = current_tenant() and q.id = p.person_id left join companies c on c.tenant_id = q.tenant_id and c.id = q.company_id ), paid as ( select c.id as campaign_id, count(distinct a.id) as ads, sum(m.impressions) as impressions, sum(m.clicks) as clicks, sum(m.engagements) as engagements, sum(m.spend) as spend, min(m.currency) as currency, count(distinct m.currency) as currencies, coalesce(bool_or(m.day < $3 or m.last_day > $4), false) as is_cut from chosen c join ads a on a.tenant_id = c.tenant_id and a.campaign_id = c.id left join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id and ($3::date is null or m.last_day >= $3) and ($4::date is null or m.day <= $4) group by 1 ), organic as ( select count(*) as posts, sum(p.impressions) as impressions, sum(p.clicks) as clicks, count(p.impressions) > 0 as is_seen from linked l join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id ), costs as ( select coalesce(sum(ads), 0) as ads, sum(impressions) as impressions, sum(clicks) as clicks, sum(engagements) as engagements, case when count(distinct currency) <= 1 and max(currencies) <= 1 and not bool_or(is_cut) then sum(spend) end as spend, case when count(distinct currency) = 1 then min(currency) end as currency, coalesce(bool_or(is_cut), false) as is_cut from paid ), totals as ( select (select count(*) from people) as people, (select count(*) from people where is_target) as targeted, (select coalesce(sum(engagements), 0) from acts) as engagements, (select coalesce(sum(reactions), 0) from acts) as reactions, (select coalesce(sum(comments), 0) from acts) as comments, (select coalesce(sum(shares), 0) from acts) as shares, (select count(*) from (select distinct company from placed where company is not null) x) as companies, (select min(day) from acts) as first_day, (select max(day) from acts) as last_day, o.posts, c.ads, c.spend, coalesce(c.currency, k.currency) as currency, $3::date is not null or $4::date is not null as has_days, not c.is_cut and not (($3::date is not null or $4::date is not null) and o.is_seen) as is_whole, o.impressions as post_impressions, c.impressions as ad_impressions, o.clicks as post_clicks, c.clicks as ad_clicks, c.engagements as reported from organic o cross join costs c cross join clock k ) select jsonb_build_object( 'team', k.team, 'zone', k.time_zone, 'today', k.today, 'totals', ( select jsonb_strip_nulls(jsonb_build_object('people', t.people, 'targeted', t.targeted, 'engagements', t.engagements, 'reactions', t.reactions, 'comments', t.comments, 'shares', t.shares, 'companies', t.companies, 'first_day', t.first_day, 'last_day', t.last_day, 'posts', t.posts, 'ads', t.ads, 'campaigns', (select count(*) from chosen), 'is_whole', t.is_whole, 'impressions', case when t.is_whole then case when t.has_days then t.ad_impressions when t.post_impressions is not null or t.ad_impressions is not null then coalesce(t.post_impressions, 0) + coalesce(t.ad_impressions, 0) end end, 'clicks', case when t.is_whole then case when t.has_days then t.ad_clicks when t.post_clicks is not null or t.ad_clicks is not null then coalesce(t.post_clicks, 0) + coalesce(t.ad_clicks, 0) end end, 'ad_clicks', case when t.is_whole and t.post_clicks > 0 and not t.has_days then t.ad_clicks end, 'spend', t.spend, 'currency', t.currency, 'reported', case when t.reported > t.engagements then t.reported end, 'cost_per_engagement', kpi_value('cost_per_engagement', null, null, null, null, null, null, null, t.spend, null, coalesce(nullif(t.reported, 0), t.engagements)), 'cost_per_target', round(t.spend / nullif(t.targeted, 0), 2))) from totals t), 'campaigns', coalesce(( select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'first_day', c.start_date, 'last_day', c.end_date, 'people', coalesce(n.people, 0), 'targeted', coalesce(n.targeted, 0), 'engagements', coalesce(n.engagements, 0), 'spend', case when p.currencies <= 1 and not p.is_cut then p.spend end, 'currency', p.currency) order by coalesce(n.targeted, 0) desc, coalesce(n.people, 0) desc, c.name, c.id) from chosen c left join paid p on p.campaign_id = c.id left join ( select l.campaign_id, count(distinct a.person_id) as people, count(distinct a.person_id) filter (where r.is_target) as targeted, sum(a.engagements) as engagements from chosen c join campaign_posts l on l.tenant_id = c.tenant_id and l.campaign_id = c.id join acts a on a.post_id = l.post_id join people r on r.person_id = a.person_id group by 1 ) n on n.campaign_id = c.id), '[]'), 'personas', coalesce(( select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'about', q.description, 'colour', q.colour, 'people', coalesce(n.people, 0), 'engagements', coalesce(n.engagements, 0)) order by coalesce(n.people, 0) desc, q.name, q.id) from wanted q left join ( select m.persona_id, count(*) as people, sum(p.engagements) as engagements from members m join people p on p.person_id = m.person_id group by 1 ) n on n.persona_id = q.id), '[]'), 'companies', coalesce(( select jsonb_agg(jsonb_build_object('name', c.name, 'people', c.people, 'targeted', c.targeted) order by c.targeted desc, c.people desc, c.name) from ( select company as name, count(*) as people, count(*) filter (where is_target) as targeted from placed where company is not null group by 1 order by targeted desc, people desc, name limit 12 ) c), '[]'), 'levels', coalesce(( select jsonb_agg(jsonb_build_object('name', l.name, 'people', l.people, 'targeted', l.targeted) order by l.name desc) from (select seniority as name, count(*) as people, count(*) filter (where is_target) as targeted from placed where seniority is not null group by 1) l), '[]'), 'functions', coalesce(( select jsonb_agg(jsonb_build_object('name', f.name, 'people', f.people, 'targeted', f.targeted) order by f.people desc, f.name) from ( select x.name, count(*) as people, count(*) filter (where is_target) as targeted from placed cross join lateral unnest(functions) x(name) group by 1 order by 2 desc, 1 limit 8 ) f), '[]'), 'weeks', coalesce(( select jsonb_agg(jsonb_build_object('day', w.week::date, 'people', coalesce(n.people, 0), 'targeted', coalesce(n.targeted, 0)) order by w.week) from totals t cross join lateral generate_series(greatest(date_trunc('week', t.first_day), date_trunc('week', t.last_day) - interval '52 weeks'), t.last_day, interval '1 week') w(week) left join ( select date_trunc('week', a.day) as week, count(distinct a.person_id) as people, count(distinct a.person_id) filter (where r.is_target) as targeted from acts a join people r on r.person_id = a.person_id group by 1 ) n on n.week = w.week), '[]'), 'posts', coalesce(( select jsonb_agg(jsonb_build_object('title', b.title, 'url', b.url, 'day', b.day, 'people', b.people, 'targeted', b.targeted, 'engagements', b.engagements) order by b.targeted desc, b.people desc, b.id) from ( select q.id, post_title(q.title, q.text) as title, q.url, (q.posted_at at time zone k.time_zone)::date as day, n.people, n.targeted, n.engagements from ( select a.post_id, count(distinct a.person_id) as people, count(distinct a.person_id) filter (where r.is_target) as targeted, sum(a.engagements) as engagements from acts a join people r on r.person_id = a.person_id group by 1 ) n join posts q on q.tenant_id = k.tenant_id and q.id = n.post_id order by n.targeted desc, n.people desc, q.id limit 5 ) b), '[]'), 'people', coalesce(( select jsonb_agg(jsonb_build_object('id', b.person_id, 'engagements', b.engagements) order by b.engagements desc, b.person_id) from (select person_id, engagements from people where is_target order by engagements desc, person_id limit 25) b), '[]')) as content from clock k",
        None,
    )
}
impl GatheredStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = i32>,
        T2: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        campaigns: &'a T1,
        personas: &'a Option<T2>,
        first: &'a Option<jiff::civil::Date>,
        last: &'a Option<jiff::civil::Date>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        SerdejsonValueQuery {
            client,
            params: [campaigns, personas, first, last],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        GatheredParams<T1, T2>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4>,
        C,
    > for GatheredStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a GatheredParams<T1, T2>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        self.bind(client, &params.campaigns, &params.personas, &params.first, &params.last)
    }
}
pub struct ReportNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn report_names() -> ReportNamesStmt {
    ReportNamesStmt(
        "select p.id, p.name, coalesce(nullif(btrim(p.title_override), ''), nullif(btrim(p.current_title), '')) as title, coalesce(nullif(btrim(p.company_override), ''), c.name, nullif(btrim(p.current_company), '')) as company from persons p left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id where p.id = any ($1::integer[])",
        None,
    )
}
impl ReportNamesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        people: &'a T1,
    ) -> ReportNamesQuery<'c, 'a, 's, C, ReportNames, 1> {
        ReportNamesQuery {
            client,
            params: [people],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReportNamesBorrowed, tokio_postgres::Error> {
                Ok(ReportNamesBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    title: row.try_get(2)?,
                    company: row.try_get(3)?,
                })
            },
            mapper: |it| ReportNames::from(it),
        }
    }
}
pub struct CampaignsThatAreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaigns_that_are() -> CampaignsThatAreStmt {
    CampaignsThatAreStmt("select count(*) as campaigns from campaigns where id = any ($1::integer[])", None)
}
impl CampaignsThatAreStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PersonasThatAreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn personas_that_are() -> PersonasThatAreStmt {
    PersonasThatAreStmt("select count(*) as personas from personas where is_active and id = any ($1::uuid[])", None)
}
impl PersonasThatAreStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        personas: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [personas],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct MakeReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn make_report() -> MakeReportStmt {
    MakeReportStmt(
        "insert into reports (tenant_id, title, token_hash, content, names_people, made_by, expires_at) select $1, $2, $3, $4, $5, app.actor(), clock_timestamp() + $6::int * interval '1 day' where (select count(*) from reports r where app.is_open(r)) < 1000 returning id",
        None,
    )
}
impl MakeReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        title: &'a T1,
        hash: &'a T2,
        content: &'a T3,
        names_people: &'a bool,
        days: &'a i32,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        UuidUuidQuery {
            client,
            params: [tenant, title, hash, content, names_people, days],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MakeReportParams<T1, T2, T3>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6>,
        C,
    > for MakeReportStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MakeReportParams<T1, T2, T3>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        self.bind(
            client,
            &params.tenant,
            &params.title,
            &params.hash,
            &params.content,
            &params.names_people,
            &params.days,
        )
    }
}
pub struct ReportItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn report_items() -> ReportItemsStmt {
    ReportItemsStmt(
        "with items as ( select r.id, jsonb_build_object('id', r.id, 'title', r.title, 'state', case when r.revoked_at is not null then 'revoked' when r.expires_at <= clock_timestamp() then 'ended' else 'open' end, 'campaigns', coalesce((select jsonb_agg(jsonb_build_object('id', c -> 'id', 'name', c -> 'name')) from jsonb_array_elements(r.content -> 'campaigns') c), '[]'), 'first_day', r.content -> 'first_day', 'last_day', r.content -> 'last_day', 'names_people', r.names_people, 'opened', r.opened, 'last_opened', r.last_opened, 'expires_at', r.expires_at, 'revoked_at', r.revoked_at, 'made_by', r.made_by, 'created_at', r.created_at) as item from reports r where ($1::uuid is null or r.id = $1) and ($2::boolean or app.is_open(r)) and ($3::text is null or position(fold_case($3) in fold_case(r.title)) > 0) ), keyed as (select id, item, app.sort_key(item, $4) as key from items) select id, key, item from keyed where $5::uuid is null or case when $6::boolean then (key, id) < ($7::jsonb, $5) else (key, id) > ($7::jsonb, $5) end order by case when $6 then key end desc, case when not $6 then key end, case when $6 then id end desc, id limit $8",
        None,
    )
}
impl ReportItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        report: &'a Option<uuid::Uuid>,
        all: &'a bool,
        search: &'a Option<T1>,
        sort: &'a T2,
        after_id: &'a Option<uuid::Uuid>,
        descending: &'a bool,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> ReportItemsQuery<'c, 'a, 's, C, ReportItems, 8> {
        ReportItemsQuery {
            client,
            params: [report, all, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReportItemsBorrowed, tokio_postgres::Error> {
                Ok(ReportItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| ReportItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ReportItemsParams<T1, T2, T3>,
        ReportItemsQuery<'c, 'a, 's, C, ReportItems, 8>,
        C,
    > for ReportItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ReportItemsParams<T1, T2, T3>,
    ) -> ReportItemsQuery<'c, 'a, 's, C, ReportItems, 8> {
        self.bind(
            client,
            &params.report,
            &params.all,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct ReportByTitleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn report_by_title() -> ReportByTitleStmt {
    ReportByTitleStmt(
        "select id from reports r where app.is_open(r) and (lower(title) = lower($1) or id::text = lower($1)) order by id limit 2",
        None,
    )
}
impl ReportByTitleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        title: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [title],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ReportContentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn report_content() -> ReportContentStmt {
    ReportContentStmt("select title, content, names_people, expires_at, created_at from reports where id = $1", None)
}
impl ReportContentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        report: &'a uuid::Uuid,
    ) -> ReportContentQuery<'c, 'a, 's, C, ReportContent, 1> {
        ReportContentQuery {
            client,
            params: [report],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReportContentBorrowed, tokio_postgres::Error> {
                Ok(ReportContentBorrowed {
                    title: row.try_get(0)?,
                    content: row.try_get(1)?,
                    names_people: row.try_get(2)?,
                    expires_at: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                })
            },
            mapper: |it| ReportContent::from(it),
        }
    }
}
pub struct OpenReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn open_report() -> OpenReportStmt {
    OpenReportStmt(
        "update reports r set opened = r.opened + 1, last_opened = clock_timestamp() where r.token_hash = $1 and app.is_open(r) returning r.title, r.content, r.names_people, r.expires_at, r.created_at",
        None,
    )
}
impl OpenReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
    ) -> OpenReportQuery<'c, 'a, 's, C, OpenReport, 1> {
        OpenReportQuery {
            client,
            params: [hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OpenReportBorrowed, tokio_postgres::Error> {
                Ok(OpenReportBorrowed {
                    title: row.try_get(0)?,
                    content: row.try_get(1)?,
                    names_people: row.try_get(2)?,
                    expires_at: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                })
            },
            mapper: |it| OpenReport::from(it),
        }
    }
}
pub struct RevokeReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn revoke_report() -> RevokeReportStmt {
    RevokeReportStmt(
        "update reports set revoked_at = coalesce(revoked_at, clock_timestamp()) where id = $1 returning title",
        None,
    )
}
impl RevokeReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        report: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [report],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct TakeReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_report() -> TakeReportStmt {
    TakeReportStmt("select extract(epoch from app.take_report($1::text::inet))::float8 as wait_s", None)
}
impl TakeReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        address: &'a T1,
    ) -> F64Query<'c, 'a, 's, C, f64, 1> {
        F64Query {
            client,
            params: [address],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
