// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct MergeProfilesParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MergeCompaniesParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: Option<uuid::Uuid>,
    pub origin: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MarkEnrichmentAskedParams<T1: crate::ArraySql<Item = i32>, T2: crate::StringSql> {
    pub people: T1,
    pub service: T2,
}
#[derive(Debug)]
pub struct PersonEventsParams<T1: crate::StringSql> {
    pub kind: Option<T1>,
    pub person: Option<i32>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChoosePeopleParams<T1: crate::ArraySql<Item = i32>, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub people: T1,
    pub urls: T3,
    pub job: uuid::Uuid,
    pub attempt: uuid::Uuid,
}
#[derive(Debug)]
pub struct StillAskedForParams<T1: crate::ArraySql<Item = i32>, T2: crate::StringSql> {
    pub people: T1,
    pub since: Option<T2>,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergeProfiles {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub overlapping: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergeCompanies {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub people_created: i64,
    pub overlapping: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct EnrichmentCandidates {
    pub person_id: i32,
    pub member_id: Option<String>,
    pub slug: Option<String>,
    pub reason: String,
}
pub struct EnrichmentCandidatesBorrowed<'a> {
    pub person_id: i32,
    pub member_id: Option<&'a str>,
    pub slug: Option<&'a str>,
    pub reason: &'a str,
}
impl<'a> From<EnrichmentCandidatesBorrowed<'a>> for EnrichmentCandidates {
    fn from(
        EnrichmentCandidatesBorrowed { person_id, member_id, slug, reason }: EnrichmentCandidatesBorrowed<'a>,
    ) -> Self {
        Self { person_id, member_id: member_id.map(|v| v.into()), slug: slug.map(|v| v.into()), reason: reason.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct MergeProfilesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergeProfiles, tokio_postgres::Error>,
    mapper: fn(MergeProfiles) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergeProfilesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergeProfiles) -> R) -> MergeProfilesQuery<'c, 'a, 's, C, R, N> {
        MergeProfilesQuery {
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
pub struct MergeCompaniesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergeCompanies, tokio_postgres::Error>,
    mapper: fn(MergeCompanies) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergeCompaniesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergeCompanies) -> R) -> MergeCompaniesQuery<'c, 'a, 's, C, R, N> {
        MergeCompaniesQuery {
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
pub struct EnrichmentCandidatesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EnrichmentCandidatesBorrowed, tokio_postgres::Error>,
    mapper: fn(EnrichmentCandidatesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EnrichmentCandidatesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(EnrichmentCandidatesBorrowed) -> R,
    ) -> EnrichmentCandidatesQuery<'c, 'a, 's, C, R, N> {
        EnrichmentCandidatesQuery {
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
pub struct MergeProfilesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_profiles() -> MergeProfilesStmt {
    MergeProfilesStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping from (select app.merge_profiles($1, $2, $3::text::data_source, $4) as counts offset 0) c",
        None,
    )
}
impl MergeProfilesStmt {
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
    ) -> MergeProfilesQuery<'c, 'a, 's, C, MergeProfiles, 4> {
        MergeProfilesQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergeProfiles, tokio_postgres::Error> {
                Ok(MergeProfiles {
                    created: row.try_get(0)?,
                    updated: row.try_get(1)?,
                    unchanged: row.try_get(2)?,
                    people_created: row.try_get(3)?,
                    overlapping: row.try_get(4)?,
                })
            },
            mapper: |it| MergeProfiles::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergeProfilesParams<T1, T2>,
        MergeProfilesQuery<'c, 'a, 's, C, MergeProfiles, 4>,
        C,
    > for MergeProfilesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergeProfilesParams<T1, T2>,
    ) -> MergeProfilesQuery<'c, 'a, 's, C, MergeProfiles, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct MergeCompaniesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_companies() -> MergeCompaniesStmt {
    MergeCompaniesStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged, (c.counts).people_created, (c.counts).overlapping from (select app.merge_companies($1, $2, $3::text::data_source, $4) as counts offset 0) c",
        None,
    )
}
impl MergeCompaniesStmt {
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
    ) -> MergeCompaniesQuery<'c, 'a, 's, C, MergeCompanies, 4> {
        MergeCompaniesQuery {
            client,
            params: [tenant, import, origin, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergeCompanies, tokio_postgres::Error> {
                Ok(MergeCompanies {
                    created: row.try_get(0)?,
                    updated: row.try_get(1)?,
                    unchanged: row.try_get(2)?,
                    people_created: row.try_get(3)?,
                    overlapping: row.try_get(4)?,
                })
            },
            mapper: |it| MergeCompanies::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergeCompaniesParams<T1, T2>,
        MergeCompaniesQuery<'c, 'a, 's, C, MergeCompanies, 4>,
        C,
    > for MergeCompaniesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergeCompaniesParams<T1, T2>,
    ) -> MergeCompaniesQuery<'c, 'a, 's, C, MergeCompanies, 4> {
        self.bind(client, &params.tenant, &params.import, &params.origin, &params.rows)
    }
}
pub struct LockChoosingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_choosing() -> LockChoosingStmt {
    LockChoosingStmt("select pg_advisory_xact_lock(4716, hashtext(app.current_tenant()::text))::text as nothing", None)
}
impl LockChoosingStmt {
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
pub struct EnrichmentCandidatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enrichment_candidates() -> EnrichmentCandidatesStmt {
    EnrichmentCandidatesStmt("select person_id, member_id, slug, reason from app.enrichment_candidates($1)", None)
}
impl EnrichmentCandidatesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        at_most: &'a i32,
    ) -> EnrichmentCandidatesQuery<'c, 'a, 's, C, EnrichmentCandidates, 1> {
        EnrichmentCandidatesQuery {
            client,
            params: [at_most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EnrichmentCandidatesBorrowed, tokio_postgres::Error> {
                Ok(EnrichmentCandidatesBorrowed {
                    person_id: row.try_get(0)?,
                    member_id: row.try_get(1)?,
                    slug: row.try_get(2)?,
                    reason: row.try_get(3)?,
                })
            },
            mapper: |it| EnrichmentCandidates::from(it),
        }
    }
}
pub struct MarkEnrichmentAskedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_enrichment_asked() -> MarkEnrichmentAskedStmt {
    MarkEnrichmentAskedStmt("select app.mark_enrichment_asked($1, $2) as people", None)
}
impl MarkEnrichmentAskedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        people: &'a T1,
        service: &'a T2,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [people, service],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, MarkEnrichmentAskedParams<T1, T2>, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for MarkEnrichmentAskedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MarkEnrichmentAskedParams<T1, T2>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.people, &params.service)
    }
}
pub struct NoteEnrichmentMissesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_enrichment_misses() -> NoteEnrichmentMissesStmt {
    NoteEnrichmentMissesStmt("select app.note_enrichment_misses($1) as people", None)
}
impl NoteEnrichmentMissesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        people: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [people],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PutBackForEnrichmentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn put_back_for_enrichment() -> PutBackForEnrichmentStmt {
    PutBackForEnrichmentStmt("select app.put_back_for_enrichment($1) as people", None)
}
impl PutBackForEnrichmentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        people: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [people],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct NoteEnrichmentFailuresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_enrichment_failures() -> NoteEnrichmentFailuresStmt {
    NoteEnrichmentFailuresStmt("select app.note_enrichment_failures($1) as people", None)
}
impl NoteEnrichmentFailuresStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        people: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [people],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PersonEventsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_events() -> PersonEventsStmt {
    PersonEventsStmt(
        "select row_to_json(r) as row from ( select e.id as event_id, e.person_id, p.name, e.kind, e.old_value, e.new_value, e.source, e.import_id, e.happened_at from person_events e join persons p on p.tenant_id = e.tenant_id and p.id = e.person_id where ($1::text is null or e.kind = $1::text::person_event) and ($2::integer is null or e.person_id = $2) order by e.happened_at desc, e.id desc limit $3 ) r",
        None,
    )
}
impl PersonEventsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        person: &'a Option<i32>,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3> {
        SerdejsonValueQuery {
            client,
            params: [kind, person, most],
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
        PersonEventsParams<T1>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3>,
        C,
    > for PersonEventsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonEventsParams<T1>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3> {
        self.bind(client, &params.kind, &params.person, &params.most)
    }
}
pub struct ChoosePeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn choose_people() -> ChoosePeopleStmt {
    ChoosePeopleStmt(
        "update scraping_jobs set input = input || jsonb_build_object('people', $1::integer[], 'urls', $2::text[], 'chosen', true, 'chosen_at', now()) where id = $3 and attempt_id = $4 and state = 'running' returning input ->> 'chosen_at' as chosen_at",
        None,
    )
}
impl ChoosePeopleStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
    >(
        &'s self,
        client: &'c C,
        people: &'a T1,
        urls: &'a T3,
        job: &'a uuid::Uuid,
        attempt: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        StringQuery {
            client,
            params: [people, urls, job, attempt],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
> crate::client::async_::Params<'c, 'a, 's, ChoosePeopleParams<T1, T2, T3>, StringQuery<'c, 'a, 's, C, String, 4>, C>
    for ChoosePeopleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChoosePeopleParams<T1, T2, T3>,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        self.bind(client, &params.people, &params.urls, &params.job, &params.attempt)
    }
}
pub struct StillAskedForStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn still_asked_for() -> StillAskedForStmt {
    StillAskedForStmt(
        "select id from persons where id = any ($1) and enrichment_status = 'pending' and enrichment_attempted_at <= coalesce($2::text::timestamptz, 'infinity')",
        None,
    )
}
impl StillAskedForStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        people: &'a T1,
        since: &'a Option<T2>,
    ) -> I32Query<'c, 'a, 's, C, i32, 2> {
        I32Query {
            client,
            params: [people, since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, StillAskedForParams<T1, T2>, I32Query<'c, 'a, 's, C, i32, 2>, C>
    for StillAskedForStmt
{
    fn params(&'s self, client: &'c C, params: &'a StillAskedForParams<T1, T2>) -> I32Query<'c, 'a, 's, C, i32, 2> {
        self.bind(client, &params.people, &params.since)
    }
}
pub struct CandidateRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn candidate_rows() -> CandidateRowsStmt {
    CandidateRowsStmt(
        "select row_to_json(r) as row from ( select c.person_id, p.name, p.headline, c.reason, c.member_id, c.slug from app.enrichment_candidates($1) with ordinality c(person_id, member_id, slug, reason, place) join persons p on p.id = c.person_id order by c.place ) r",
        None,
    )
}
impl CandidateRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        at_most: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [at_most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
