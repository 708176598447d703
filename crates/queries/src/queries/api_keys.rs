// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AddApiKeyParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::BytesSql,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
> {
    pub tenant: uuid::Uuid,
    pub name: T1,
    pub prefix: T2,
    pub hash: T3,
    pub scopes: T5,
    pub days: Option<i32>,
}
#[derive(Debug)]
pub struct UseApiKeyParams<T1: crate::StringSql, T2: crate::BytesSql> {
    pub prefix: T1,
    pub hash: T2,
}
#[derive(Debug)]
pub struct NoteRefusedKeyParams<T1: crate::JsonSql, T2: crate::BytesSql, T3: crate::StringSql> {
    pub details: T1,
    pub hash: T2,
    pub tenant: uuid::Uuid,
    pub prefix: T3,
}
#[derive(Debug)]
pub struct TakeIdempotencyKeyParams<T1: crate::StringSql, T2: crate::BytesSql> {
    pub key: uuid::Uuid,
    pub wanted: T1,
    pub hash: T2,
}
#[derive(Debug)]
pub struct KeepAnswerParams<T1: crate::StringSql, T2: crate::BytesSql, T3: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub key: uuid::Uuid,
    pub wanted: T1,
    pub hash: T2,
    pub status: i16,
    pub answer: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct UseApiKey {
    pub id: uuid::Uuid,
    pub scopes: Vec<String>,
    pub most: i32,
    pub remaining: i32,
    pub full_in_s: f64,
    pub wait_s: Option<f64>,
}
pub struct UseApiKeyBorrowed<'a> {
    pub id: uuid::Uuid,
    pub scopes: crate::ArrayIterator<'a, &'a str>,
    pub most: i32,
    pub remaining: i32,
    pub full_in_s: f64,
    pub wait_s: Option<f64>,
}
impl<'a> From<UseApiKeyBorrowed<'a>> for UseApiKey {
    fn from(UseApiKeyBorrowed { id, scopes, most, remaining, full_in_s, wait_s }: UseApiKeyBorrowed<'a>) -> Self {
        Self { id, scopes: scopes.map(|v| v.into()).collect(), most, remaining, full_in_s, wait_s }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TakeIdempotencyKey {
    pub state: String,
    pub status: Option<i16>,
    pub answer: Option<serde_json::Value>,
}
pub struct TakeIdempotencyKeyBorrowed<'a> {
    pub state: &'a str,
    pub status: Option<i16>,
    pub answer: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
}
impl<'a> From<TakeIdempotencyKeyBorrowed<'a>> for TakeIdempotencyKey {
    fn from(TakeIdempotencyKeyBorrowed { state, status, answer }: TakeIdempotencyKeyBorrowed<'a>) -> Self {
        Self { state: state.into(), status, answer: answer.map(|v| serde_json::from_str(v.0.get()).unwrap()) }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct UseApiKeyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UseApiKeyBorrowed, tokio_postgres::Error>,
    mapper: fn(UseApiKeyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UseApiKeyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(UseApiKeyBorrowed) -> R) -> UseApiKeyQuery<'c, 'a, 's, C, R, N> {
        UseApiKeyQuery {
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
pub struct TakeIdempotencyKeyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakeIdempotencyKeyBorrowed, tokio_postgres::Error>,
    mapper: fn(TakeIdempotencyKeyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakeIdempotencyKeyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakeIdempotencyKeyBorrowed) -> R) -> TakeIdempotencyKeyQuery<'c, 'a, 's, C, R, N> {
        TakeIdempotencyKeyQuery {
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
pub struct AddApiKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_api_key() -> AddApiKeyStmt {
    AddApiKeyStmt(
        "insert into api_keys (tenant_id, name, prefix, secret_hash, scopes, expires_at) values ($1, $2, $3, $4, $5::text[]::api_scope[], clock_timestamp() + $6::int * interval '1 day') returning id",
        None,
    )
}
impl AddApiKeyStmt {
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
        T3: crate::BytesSql,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
    >(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        name: &'a T1,
        prefix: &'a T2,
        hash: &'a T3,
        scopes: &'a T5,
        days: &'a Option<i32>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        UuidUuidQuery {
            client,
            params: [tenant, name, prefix, hash, scopes, days],
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
    T3: crate::BytesSql,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AddApiKeyParams<T1, T2, T3, T4, T5>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6>,
        C,
    > for AddApiKeyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AddApiKeyParams<T1, T2, T3, T4, T5>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        self.bind(client, &params.tenant, &params.name, &params.prefix, &params.hash, &params.scopes, &params.days)
    }
}
pub struct UseApiKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn use_api_key() -> UseApiKeyStmt {
    UseApiKeyStmt(
        "select id, scopes, most, remaining, extract(epoch from full_in)::float8 as full_in_s, extract(epoch from wait)::float8 as wait_s from app.use_api_key($1, $2)",
        None,
    )
}
impl UseApiKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        prefix: &'a T1,
        hash: &'a T2,
    ) -> UseApiKeyQuery<'c, 'a, 's, C, UseApiKey, 2> {
        UseApiKeyQuery {
            client,
            params: [prefix, hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UseApiKeyBorrowed, tokio_postgres::Error> {
                Ok(UseApiKeyBorrowed {
                    id: row.try_get(0)?,
                    scopes: row.try_get(1)?,
                    most: row.try_get(2)?,
                    remaining: row.try_get(3)?,
                    full_in_s: row.try_get(4)?,
                    wait_s: row.try_get(5)?,
                })
            },
            mapper: |it| UseApiKey::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>
    crate::client::async_::Params<'c, 'a, 's, UseApiKeyParams<T1, T2>, UseApiKeyQuery<'c, 'a, 's, C, UseApiKey, 2>, C>
    for UseApiKeyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UseApiKeyParams<T1, T2>,
    ) -> UseApiKeyQuery<'c, 'a, 's, C, UseApiKey, 2> {
        self.bind(client, &params.prefix, &params.hash)
    }
}
pub struct IsApiKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_api_key() -> IsApiKeyStmt {
    IsApiKeyStmt("select exists (select from api_keys where prefix = $1) as it", None)
}
impl IsApiKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        prefix: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [prefix],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct NoteRefusedKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_refused_key() -> NoteRefusedKeyStmt {
    NoteRefusedKeyStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) select k.tenant_id, 'nobody', 'api_key.refused', k.prefix, $1 || jsonb_build_object('name', k.name, 'why', w.why) from api_keys k cross join lateral ( select case when k.secret_hash <> $2 then 'wrong secret' when k.revoked_at is not null then 'revoked' when not app.is_good(k) then 'ended' end as why) w where k.tenant_id = $3 and k.prefix = $4 and w.why is not null and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to(concat_ws(' ', 'noted refusals of', k.id, w.why), 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0'",
        None,
    )
}
impl NoteRefusedKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::BytesSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        details: &'a T1,
        hash: &'a T2,
        tenant: &'a uuid::Uuid,
        prefix: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[details, hash, tenant, prefix]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql, T2: crate::BytesSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteRefusedKeyParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteRefusedKeyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteRefusedKeyParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.details, &params.hash, &params.tenant, &params.prefix))
    }
}
pub struct TakeIdempotencyKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_idempotency_key() -> TakeIdempotencyKeyStmt {
    TakeIdempotencyKeyStmt("select state, status, answer from app.take_idempotency_key($1, $2, $3)", None)
}
impl TakeIdempotencyKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        key: &'a uuid::Uuid,
        wanted: &'a T1,
        hash: &'a T2,
    ) -> TakeIdempotencyKeyQuery<'c, 'a, 's, C, TakeIdempotencyKey, 3> {
        TakeIdempotencyKeyQuery {
            client,
            params: [key, wanted, hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakeIdempotencyKeyBorrowed, tokio_postgres::Error> {
                Ok(TakeIdempotencyKeyBorrowed {
                    state: row.try_get(0)?,
                    status: row.try_get(1)?,
                    answer: row.try_get(2)?,
                })
            },
            mapper: |it| TakeIdempotencyKey::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        TakeIdempotencyKeyParams<T1, T2>,
        TakeIdempotencyKeyQuery<'c, 'a, 's, C, TakeIdempotencyKey, 3>,
        C,
    > for TakeIdempotencyKeyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeIdempotencyKeyParams<T1, T2>,
    ) -> TakeIdempotencyKeyQuery<'c, 'a, 's, C, TakeIdempotencyKey, 3> {
        self.bind(client, &params.key, &params.wanted, &params.hash)
    }
}
pub struct KeepAnswerStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn keep_answer() -> KeepAnswerStmt {
    KeepAnswerStmt(
        "insert into idempotency_keys (tenant_id, api_key_id, key, request_hash, status, answer) values ($1, $2, $3, $4, $5, $6)",
        None,
    )
}
impl KeepAnswerStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        key: &'a uuid::Uuid,
        wanted: &'a T1,
        hash: &'a T2,
        status: &'a i16,
        answer: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, key, wanted, hash, status, answer]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::BytesSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        KeepAnswerParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for KeepAnswerStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a KeepAnswerParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.tenant,
            &params.key,
            &params.wanted,
            &params.hash,
            &params.status,
            &params.answer,
        ))
    }
}
pub struct ApiKeyItselfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn api_key_itself() -> ApiKeyItselfStmt {
    ApiKeyItselfStmt(
        "select row_to_json(m) as row from ( select json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'time_zone', t.time_zone, 'currency', t.currency) as tenant, json_build_object('name', k.name, 'prefix', k.prefix, 'scopes', k.scopes, 'expires_at', k.expires_at) as key from api_keys k join tenants t on t.id = k.tenant_id where k.id = $1 ) m",
        None,
    )
}
impl ApiKeyItselfStmt {
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
pub struct ApiKeyRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn api_key_rows() -> ApiKeyRowsStmt {
    ApiKeyRowsStmt(
        "select row_to_json(k) as row from ( select name, prefix, scopes, last_used, expires_at, case when revoked_at is not null then 'revoked' when expires_at <= clock_timestamp() then 'ended' else 'good' end as state, revoked_at, created_at, id from api_keys where $1::boolean or app.is_good(api_keys) order by lower(name), created_at, id ) k",
        None,
    )
}
impl ApiKeyRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        all: &'a bool,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [all],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct RevokeApiKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn revoke_api_key() -> RevokeApiKeyStmt {
    RevokeApiKeyStmt(
        "update api_keys set revoked_at = clock_timestamp() where (lower(name) = lower($1) or prefix = $1) and revoked_at is null returning name",
        None,
    )
}
impl RevokeApiKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct RevokeApiKeyItselfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn revoke_api_key_itself() -> RevokeApiKeyItselfStmt {
    RevokeApiKeyItselfStmt(
        "update api_keys set revoked_at = clock_timestamp() where id = $1 and revoked_at is null returning name",
        None,
    )
}
impl RevokeApiKeyItselfStmt {
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
pub struct ApiKeyMayWriteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn api_key_may_write() -> ApiKeyMayWriteStmt {
    ApiKeyMayWriteStmt(
        "select exists (select from api_keys k where k.id = $1 and app.is_good(k) and 'write' = any (k.scopes)) as may",
        None,
    )
}
impl ApiKeyMayWriteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        key: &'a uuid::Uuid,
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
