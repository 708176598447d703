// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AddFirstMasterKeyParams<T1: crate::StringSql, T2: crate::BytesSql> {
    pub id: T1,
    pub proof: T2,
}
#[derive(Debug)]
pub struct MakeMasterKeyCurrentParams<T1: crate::StringSql, T2: crate::BytesSql> {
    pub id: T1,
    pub proof: T2,
}
#[derive(Debug)]
pub struct AddDataKeyParams<T1: crate::StringSql, T2: crate::BytesSql> {
    pub tenant: uuid::Uuid,
    pub id: uuid::Uuid,
    pub master_key: T1,
    pub sealed_key: T2,
}
#[derive(Debug)]
pub struct SealedValuesParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub after_table: T1,
    pub after_column: T2,
    pub after_row: uuid::Uuid,
    pub at_most: i64,
}
#[derive(Debug)]
pub struct SealAnewParams<T1: crate::StringSql, T2: crate::BytesSql, T3: crate::BytesSql> {
    pub table_name: T1,
    pub row_id: uuid::Uuid,
    pub old: T2,
    pub new: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct MasterKeys {
    pub id: String,
    pub proof: Vec<u8>,
    pub created_at: jiff::Timestamp,
    pub retired_at: Option<jiff::Timestamp>,
}
pub struct MasterKeysBorrowed<'a> {
    pub id: &'a str,
    pub proof: &'a [u8],
    pub created_at: jiff::Timestamp,
    pub retired_at: Option<jiff::Timestamp>,
}
impl<'a> From<MasterKeysBorrowed<'a>> for MasterKeys {
    fn from(MasterKeysBorrowed { id, proof, created_at, retired_at }: MasterKeysBorrowed<'a>) -> Self {
        Self { id: id.into(), proof: proof.into(), created_at, retired_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CurrentDataKey {
    pub id: uuid::Uuid,
    pub master_key_id: String,
    pub sealed_key: Vec<u8>,
}
pub struct CurrentDataKeyBorrowed<'a> {
    pub id: uuid::Uuid,
    pub master_key_id: &'a str,
    pub sealed_key: &'a [u8],
}
impl<'a> From<CurrentDataKeyBorrowed<'a>> for CurrentDataKey {
    fn from(CurrentDataKeyBorrowed { id, master_key_id, sealed_key }: CurrentDataKeyBorrowed<'a>) -> Self {
        Self { id, master_key_id: master_key_id.into(), sealed_key: sealed_key.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct DataKey {
    pub id: uuid::Uuid,
    pub master_key_id: String,
    pub sealed_key: Vec<u8>,
}
pub struct DataKeyBorrowed<'a> {
    pub id: uuid::Uuid,
    pub master_key_id: &'a str,
    pub sealed_key: &'a [u8],
}
impl<'a> From<DataKeyBorrowed<'a>> for DataKey {
    fn from(DataKeyBorrowed { id, master_key_id, sealed_key }: DataKeyBorrowed<'a>) -> Self {
        Self { id, master_key_id: master_key_id.into(), sealed_key: sealed_key.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SealedValues {
    pub table_name: String,
    pub column_name: String,
    pub row_id: uuid::Uuid,
    pub sealed: Vec<u8>,
}
pub struct SealedValuesBorrowed<'a> {
    pub table_name: &'a str,
    pub column_name: &'a str,
    pub row_id: uuid::Uuid,
    pub sealed: &'a [u8],
}
impl<'a> From<SealedValuesBorrowed<'a>> for SealedValues {
    fn from(SealedValuesBorrowed { table_name, column_name, row_id, sealed }: SealedValuesBorrowed<'a>) -> Self {
        Self { table_name: table_name.into(), column_name: column_name.into(), row_id, sealed: sealed.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SealingTenants {
    pub id: uuid::Uuid,
    pub slug: String,
    pub data_key_id: uuid::Uuid,
    pub master_key_id: String,
    pub created_at: jiff::Timestamp,
    pub sealed: i64,
    pub left_to_seal: i64,
    pub retired: i64,
}
pub struct SealingTenantsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub slug: &'a str,
    pub data_key_id: uuid::Uuid,
    pub master_key_id: &'a str,
    pub created_at: jiff::Timestamp,
    pub sealed: i64,
    pub left_to_seal: i64,
    pub retired: i64,
}
impl<'a> From<SealingTenantsBorrowed<'a>> for SealingTenants {
    fn from(
        SealingTenantsBorrowed {
            id,
            slug,
            data_key_id,
            master_key_id,
            created_at,
            sealed,
            left_to_seal,
            retired,
        }: SealingTenantsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            slug: slug.into(),
            data_key_id,
            master_key_id: master_key_id.into(),
            created_at,
            sealed,
            left_to_seal,
            retired,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct MasterKeysQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MasterKeysBorrowed, tokio_postgres::Error>,
    mapper: fn(MasterKeysBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MasterKeysQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MasterKeysBorrowed) -> R) -> MasterKeysQuery<'c, 'a, 's, C, R, N> {
        MasterKeysQuery {
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
pub struct CurrentDataKeyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CurrentDataKeyBorrowed, tokio_postgres::Error>,
    mapper: fn(CurrentDataKeyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CurrentDataKeyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CurrentDataKeyBorrowed) -> R) -> CurrentDataKeyQuery<'c, 'a, 's, C, R, N> {
        CurrentDataKeyQuery {
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
pub struct DataKeyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DataKeyBorrowed, tokio_postgres::Error>,
    mapper: fn(DataKeyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DataKeyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DataKeyBorrowed) -> R) -> DataKeyQuery<'c, 'a, 's, C, R, N> {
        DataKeyQuery {
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
pub struct SealedValuesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SealedValuesBorrowed, tokio_postgres::Error>,
    mapper: fn(SealedValuesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SealedValuesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SealedValuesBorrowed) -> R) -> SealedValuesQuery<'c, 'a, 's, C, R, N> {
        SealedValuesQuery {
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
pub struct SealingTenantsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SealingTenantsBorrowed, tokio_postgres::Error>,
    mapper: fn(SealingTenantsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SealingTenantsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SealingTenantsBorrowed) -> R) -> SealingTenantsQuery<'c, 'a, 's, C, R, N> {
        SealingTenantsQuery {
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
pub struct LockRotationStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_rotation() -> LockRotationStmt {
    LockRotationStmt("select pg_try_advisory_lock(4715, 0) as is_ours", None)
}
impl LockRotationStmt {
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
pub struct MasterKeysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn master_keys() -> MasterKeysStmt {
    MasterKeysStmt("select id, proof, created_at, retired_at from master_keys order by created_at, id", None)
}
impl MasterKeysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> MasterKeysQuery<'c, 'a, 's, C, MasterKeys, 0> {
        MasterKeysQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MasterKeysBorrowed, tokio_postgres::Error> {
                Ok(MasterKeysBorrowed {
                    id: row.try_get(0)?,
                    proof: row.try_get(1)?,
                    created_at: row.try_get(2)?,
                    retired_at: row.try_get(3)?,
                })
            },
            mapper: |it| MasterKeys::from(it),
        }
    }
}
pub struct AddFirstMasterKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_first_master_key() -> AddFirstMasterKeyStmt {
    AddFirstMasterKeyStmt(
        "insert into master_keys (id, proof) select $1, $2 where not exists (select from master_keys) on conflict do nothing",
        None,
    )
}
impl AddFirstMasterKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        id: &'a T1,
        proof: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, proof]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddFirstMasterKeyParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddFirstMasterKeyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddFirstMasterKeyParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.proof))
    }
}
pub struct RetireMasterKeysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn retire_master_keys() -> RetireMasterKeysStmt {
    RetireMasterKeysStmt("update master_keys set retired_at = now() where retired_at is null and id <> $1", None)
}
impl RetireMasterKeysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        current: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[current]).await
    }
}
pub struct MakeMasterKeyCurrentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn make_master_key_current() -> MakeMasterKeyCurrentStmt {
    MakeMasterKeyCurrentStmt(
        "insert into master_keys (id, proof) values ($1, $2) on conflict (id) do update set retired_at = null",
        None,
    )
}
impl MakeMasterKeyCurrentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        id: &'a T1,
        proof: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, proof]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MakeMasterKeyCurrentParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for MakeMasterKeyCurrentStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MakeMasterKeyCurrentParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.proof))
    }
}
pub struct HoldCurrentMasterKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_current_master_key() -> HoldCurrentMasterKeyStmt {
    HoldCurrentMasterKeyStmt("select id from master_keys where retired_at is null for share", None)
}
impl HoldCurrentMasterKeyStmt {
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
pub struct AddDataKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_data_key() -> AddDataKeyStmt {
    AddDataKeyStmt(
        "insert into data_keys (tenant_id, id, master_key_id, sealed_key) values ($1, $2, $3, $4) on conflict (tenant_id) where retired_at is null do nothing",
        None,
    )
}
impl AddDataKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        id: &'a uuid::Uuid,
        master_key: &'a T1,
        sealed_key: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, id, master_key, sealed_key]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddDataKeyParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddDataKeyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddDataKeyParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant, &params.id, &params.master_key, &params.sealed_key))
    }
}
pub struct CurrentDataKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn current_data_key() -> CurrentDataKeyStmt {
    CurrentDataKeyStmt("select id, master_key_id, sealed_key from data_keys where retired_at is null for share", None)
}
impl CurrentDataKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> CurrentDataKeyQuery<'c, 'a, 's, C, CurrentDataKey, 0> {
        CurrentDataKeyQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CurrentDataKeyBorrowed, tokio_postgres::Error> {
                Ok(CurrentDataKeyBorrowed {
                    id: row.try_get(0)?,
                    master_key_id: row.try_get(1)?,
                    sealed_key: row.try_get(2)?,
                })
            },
            mapper: |it| CurrentDataKey::from(it),
        }
    }
}
pub struct DataKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn data_key() -> DataKeyStmt {
    DataKeyStmt("select id, master_key_id, sealed_key from data_keys where id = $1", None)
}
impl DataKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> DataKeyQuery<'c, 'a, 's, C, DataKey, 1> {
        DataKeyQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DataKeyBorrowed, tokio_postgres::Error> {
                Ok(DataKeyBorrowed { id: row.try_get(0)?, master_key_id: row.try_get(1)?, sealed_key: row.try_get(2)? })
            },
            mapper: |it| DataKey::from(it),
        }
    }
}
pub struct RetireDataKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn retire_data_key() -> RetireDataKeyStmt {
    RetireDataKeyStmt("update data_keys set retired_at = now() where tenant_id = $1 and retired_at is null", None)
}
impl RetireDataKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant]).await
    }
}
pub struct SealedValuesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn sealed_values() -> SealedValuesStmt {
    SealedValuesStmt(
        "select table_name, column_name, row_id, sealed from sealed_values v where data_key_id is distinct from (select id from data_keys where retired_at is null) and (table_name, column_name, row_id) > ($1, $2, $3) order by table_name, column_name, row_id limit $4",
        None,
    )
}
impl SealedValuesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        after_table: &'a T1,
        after_column: &'a T2,
        after_row: &'a uuid::Uuid,
        at_most: &'a i64,
    ) -> SealedValuesQuery<'c, 'a, 's, C, SealedValues, 4> {
        SealedValuesQuery {
            client,
            params: [after_table, after_column, after_row, at_most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SealedValuesBorrowed, tokio_postgres::Error> {
                Ok(SealedValuesBorrowed {
                    table_name: row.try_get(0)?,
                    column_name: row.try_get(1)?,
                    row_id: row.try_get(2)?,
                    sealed: row.try_get(3)?,
                })
            },
            mapper: |it| SealedValues::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SealedValuesParams<T1, T2>,
        SealedValuesQuery<'c, 'a, 's, C, SealedValues, 4>,
        C,
    > for SealedValuesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SealedValuesParams<T1, T2>,
    ) -> SealedValuesQuery<'c, 'a, 's, C, SealedValues, 4> {
        self.bind(client, &params.after_table, &params.after_column, &params.after_row, &params.at_most)
    }
}
pub struct SealAnewStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn seal_anew() -> SealAnewStmt {
    SealAnewStmt("select app.seal_anew($1, $2, $3, $4) as done", None)
}
impl SealAnewStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql, T3: crate::BytesSql>(
        &'s self,
        client: &'c C,
        table_name: &'a T1,
        row_id: &'a uuid::Uuid,
        old: &'a T2,
        new: &'a T3,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 4> {
        BoolQuery {
            client,
            params: [table_name, row_id, old, new],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql, T3: crate::BytesSql>
    crate::client::async_::Params<'c, 'a, 's, SealAnewParams<T1, T2, T3>, BoolQuery<'c, 'a, 's, C, bool, 4>, C>
    for SealAnewStmt
{
    fn params(&'s self, client: &'c C, params: &'a SealAnewParams<T1, T2, T3>) -> BoolQuery<'c, 'a, 's, C, bool, 4> {
        self.bind(client, &params.table_name, &params.row_id, &params.old, &params.new)
    }
}
pub struct ForgetDataKeysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_data_keys() -> ForgetDataKeysStmt {
    ForgetDataKeysStmt(
        "delete from data_keys k where k.retired_at is not null and not exists (select from sealed_values v where v.tenant_id = k.tenant_id and v.data_key_id = k.id)",
        None,
    )
}
impl ForgetDataKeysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct SealingTenantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn sealing_tenants() -> SealingTenantsStmt {
    SealingTenantsStmt(
        "select t.id, t.slug, k.id as data_key_id, k.master_key_id, k.created_at, (select count(*) from sealed_values v where v.tenant_id = t.id) as sealed, (select count(*) from sealed_values v where v.tenant_id = t.id and v.data_key_id is distinct from k.id) as left_to_seal, (select count(*) from data_keys r where r.tenant_id = t.id and r.retired_at is not null) as retired from tenants t join data_keys k on k.tenant_id = t.id and k.retired_at is null order by t.slug",
        None,
    )
}
impl SealingTenantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> SealingTenantsQuery<'c, 'a, 's, C, SealingTenants, 0> {
        SealingTenantsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SealingTenantsBorrowed, tokio_postgres::Error> {
                Ok(SealingTenantsBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    data_key_id: row.try_get(2)?,
                    master_key_id: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                    sealed: row.try_get(5)?,
                    left_to_seal: row.try_get(6)?,
                    retired: row.try_get(7)?,
                })
            },
            mapper: |it| SealingTenants::from(it),
        }
    }
}
pub struct UnopenableStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unopenable() -> UnopenableStmt {
    UnopenableStmt(
        "select count(*) as sealed from sealed_values v where not exists (select from data_keys k where k.tenant_id = v.tenant_id and k.id = v.data_key_id)",
        None,
    )
}
impl UnopenableStmt {
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
