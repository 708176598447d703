// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct BeginUploadParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub bytes: i64,
    pub name: T1,
    pub options: T2,
    pub dry_run: bool,
}
#[derive(Debug)]
pub struct AppendToUploadParams<T1: crate::BytesSql> {
    pub upload: uuid::Uuid,
    pub at: i64,
    pub piece: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct TakeUpUploadParams {
    pub upload: uuid::Uuid,
    pub dry_run: bool,
}
#[derive(Debug)]
pub struct ChangeUploadParams<T1: crate::JsonSql> {
    pub upload: uuid::Uuid,
    pub options: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct WaitingUploadParams {
    pub job: uuid::Uuid,
    pub upload: uuid::Uuid,
}
#[derive(Debug)]
pub struct UploadPiecesParams<T1: crate::StringSql> {
    pub upload: uuid::Uuid,
    pub content: T1,
    pub first_byte: i64,
    pub most: i64,
}
#[derive(Debug)]
pub struct ForgetContentParams<T1: crate::StringSql> {
    pub upload: uuid::Uuid,
    pub content: T1,
}
#[derive(Debug)]
pub struct KeepPieceParams<T1: crate::StringSql, T2: crate::BytesSql> {
    pub upload: uuid::Uuid,
    pub content: T1,
    pub first_byte: i64,
    pub bytes: T2,
}
#[derive(Debug)]
pub struct NoteCheckParams<T1: crate::JsonSql> {
    pub told: T1,
    pub upload: uuid::Uuid,
}
#[derive(Debug)]
pub struct EndUploadParams<T1: crate::JsonSql> {
    pub upload: uuid::Uuid,
    pub report: T1,
    pub import: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct UploadItemsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub upload: Option<uuid::Uuid>,
    pub state: Option<T1>,
    pub after_id: Option<uuid::Uuid>,
    pub after_key: Option<T2>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct AppendToUpload {
    pub outcome: String,
    pub received: i64,
}
pub struct AppendToUploadBorrowed<'a> {
    pub outcome: &'a str,
    pub received: i64,
}
impl<'a> From<AppendToUploadBorrowed<'a>> for AppendToUpload {
    fn from(AppendToUploadBorrowed { outcome, received }: AppendToUploadBorrowed<'a>) -> Self {
        Self { outcome: outcome.into(), received }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct WaitingUpload {
    pub file_name: String,
    pub options: serde_json::Value,
    pub begun_by: String,
    pub is_imported: bool,
    pub is_its_turn: Option<bool>,
}
pub struct WaitingUploadBorrowed<'a> {
    pub file_name: &'a str,
    pub options: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub begun_by: &'a str,
    pub is_imported: bool,
    pub is_its_turn: Option<bool>,
}
impl<'a> From<WaitingUploadBorrowed<'a>> for WaitingUpload {
    fn from(
        WaitingUploadBorrowed { file_name, options, begun_by, is_imported, is_its_turn }: WaitingUploadBorrowed<'a>,
    ) -> Self {
        Self {
            file_name: file_name.into(),
            options: serde_json::from_str(options.0.get()).unwrap(),
            begun_by: begun_by.into(),
            is_imported,
            is_its_turn,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ListedPost {
    pub id: i32,
    pub activity_id: Option<i64>,
    pub share_id: Option<i64>,
    pub ugc_post_id: Option<i64>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct UploadItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct UploadItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<UploadItemsBorrowed<'a>> for UploadItems {
    fn from(UploadItemsBorrowed { id, key, item }: UploadItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
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
pub struct AppendToUploadQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AppendToUploadBorrowed, tokio_postgres::Error>,
    mapper: fn(AppendToUploadBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AppendToUploadQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AppendToUploadBorrowed) -> R) -> AppendToUploadQuery<'c, 'a, 's, C, R, N> {
        AppendToUploadQuery {
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
pub struct OptionuuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<uuid::Uuid>, tokio_postgres::Error>,
    mapper: fn(Option<uuid::Uuid>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionuuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<uuid::Uuid>) -> R) -> OptionuuidUuidQuery<'c, 'a, 's, C, R, N> {
        OptionuuidUuidQuery {
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
pub struct WaitingUploadQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WaitingUploadBorrowed, tokio_postgres::Error>,
    mapper: fn(WaitingUploadBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WaitingUploadQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WaitingUploadBorrowed) -> R) -> WaitingUploadQuery<'c, 'a, 's, C, R, N> {
        WaitingUploadQuery {
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
pub struct ListedPostQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ListedPost, tokio_postgres::Error>,
    mapper: fn(ListedPost) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ListedPostQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ListedPost) -> R) -> ListedPostQuery<'c, 'a, 's, C, R, N> {
        ListedPostQuery {
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
pub struct Vecu8Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<&[u8], tokio_postgres::Error>,
    mapper: fn(&[u8]) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> Vecu8Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(&[u8]) -> R) -> Vecu8Query<'c, 'a, 's, C, R, N> {
        Vecu8Query {
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
pub struct UploadItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UploadItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(UploadItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UploadItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(UploadItemsBorrowed) -> R) -> UploadItemsQuery<'c, 'a, 's, C, R, N> {
        UploadItemsQuery {
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
pub struct BeginUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn begin_upload() -> BeginUploadStmt {
    BeginUploadStmt(
        "with room as materialized (select app.make_room_for_upload($1) as is_there) insert into uploads (file_name, file_bytes, options, is_trial, begun_by) select $2, $1, $3, $4, app.actor() from room where is_there returning id",
        None,
    )
}
impl BeginUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        bytes: &'a i64,
        name: &'a T1,
        options: &'a T2,
        dry_run: &'a bool,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        UuidUuidQuery {
            client,
            params: [bytes, name, options, dry_run],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, BeginUploadParams<T1, T2>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4>, C>
    for BeginUploadStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BeginUploadParams<T1, T2>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        self.bind(client, &params.bytes, &params.name, &params.options, &params.dry_run)
    }
}
pub struct AppendToUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn append_to_upload() -> AppendToUploadStmt {
    AppendToUploadStmt("select outcome, received from app.append_to_upload($1, $2, $3)", None)
}
impl AppendToUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        at: &'a i64,
        piece: &'a T1,
    ) -> AppendToUploadQuery<'c, 'a, 's, C, AppendToUpload, 3> {
        AppendToUploadQuery {
            client,
            params: [upload, at, piece],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AppendToUploadBorrowed, tokio_postgres::Error> {
                Ok(AppendToUploadBorrowed { outcome: row.try_get(0)?, received: row.try_get(1)? })
            },
            mapper: |it| AppendToUpload::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AppendToUploadParams<T1>,
        AppendToUploadQuery<'c, 'a, 's, C, AppendToUpload, 3>,
        C,
    > for AppendToUploadStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AppendToUploadParams<T1>,
    ) -> AppendToUploadQuery<'c, 'a, 's, C, AppendToUpload, 3> {
        self.bind(client, &params.upload, &params.at, &params.piece)
    }
}
pub struct TakeUpUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_up_upload() -> TakeUpUploadStmt {
    TakeUpUploadStmt("select app.take_up_upload($1, $2) as job", None)
}
impl TakeUpUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        dry_run: &'a bool,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2> {
        OptionuuidUuidQuery {
            client,
            params: [upload, dry_run],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        TakeUpUploadParams,
        OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2>,
        C,
    > for TakeUpUploadStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeUpUploadParams,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2> {
        self.bind(client, &params.upload, &params.dry_run)
    }
}
pub struct ChangeUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_upload() -> ChangeUploadStmt {
    ChangeUploadStmt("select app.change_upload($1, $2) as changed", None)
}
impl ChangeUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        options: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [upload, options],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeUploadParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for ChangeUploadStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeUploadParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.upload, &params.options)
    }
}
pub struct DeleteUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_upload() -> DeleteUploadStmt {
    DeleteUploadStmt("select app.delete_upload($1) as deleted", None)
}
impl DeleteUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [upload],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct WaitingUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn waiting_upload() -> WaitingUploadStmt {
    WaitingUploadStmt(
        "select file_name, options, coalesce(begun_by, 'nobody') as begun_by, imported is not null as is_imported, job_id = $1 as is_its_turn from uploads where id = $2",
        None,
    )
}
impl WaitingUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        job: &'a uuid::Uuid,
        upload: &'a uuid::Uuid,
    ) -> WaitingUploadQuery<'c, 'a, 's, C, WaitingUpload, 2> {
        WaitingUploadQuery {
            client,
            params: [job, upload],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WaitingUploadBorrowed, tokio_postgres::Error> {
                Ok(WaitingUploadBorrowed {
                    file_name: row.try_get(0)?,
                    options: row.try_get(1)?,
                    begun_by: row.try_get(2)?,
                    is_imported: row.try_get(3)?,
                    is_its_turn: row.try_get(4)?,
                })
            },
            mapper: |it| WaitingUpload::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        WaitingUploadParams,
        WaitingUploadQuery<'c, 'a, 's, C, WaitingUpload, 2>,
        C,
    > for WaitingUploadStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WaitingUploadParams,
    ) -> WaitingUploadQuery<'c, 'a, 's, C, WaitingUpload, 2> {
        self.bind(client, &params.job, &params.upload)
    }
}
pub struct ListedPostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn listed_post() -> ListedPostStmt {
    ListedPostStmt(
        "select p.id, p.activity_id, p.share_id, p.ugc_post_id from uploads u join posts p on p.id = app.listed_post(u) where u.id = $1",
        None,
    )
}
impl ListedPostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
    ) -> ListedPostQuery<'c, 'a, 's, C, ListedPost, 1> {
        ListedPostQuery {
            client,
            params: [upload],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedPost, tokio_postgres::Error> {
                Ok(ListedPost {
                    id: row.try_get(0)?,
                    activity_id: row.try_get(1)?,
                    share_id: row.try_get(2)?,
                    ugc_post_id: row.try_get(3)?,
                })
            },
            mapper: |it| ListedPost::from(it),
        }
    }
}
pub struct CheckWhatIsListedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn check_what_is_listed() -> CheckWhatIsListedStmt {
    CheckWhatIsListedStmt(
        "select count(app.take_up_upload(u.id, true)) as checked from ( select u.id from uploads u where u.imported is null and u.options ->> 'post_url' is null and case app.upload_state(u) when 'refused' then app.listed_post(u) <> coalesce((u.checked ->> 'listed')::integer, -1) when 'checked' then app.listed_post(u) <> (u.checked ->> 'listed')::integer end order by u.id for no key update of u skip locked ) u",
        None,
    )
}
impl CheckWhatIsListedStmt {
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
pub struct ImportWhatIsCheckedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn import_what_is_checked() -> ImportWhatIsCheckedStmt {
    ImportWhatIsCheckedStmt(
        "select count(app.take_up_upload(u.id, false)) as begun from ( select u.id from uploads u where u.imported is null and u.checked is not null and app.upload_state(u) = 'checked' and not coalesce((u.checked ->> 'rejected')::bigint > 0 and (u.checked ->> 'rejected')::bigint = (u.checked ->> 'lines')::bigint and (u.checked ->> 'lines')::bigint = (u.checked ->> 'records')::bigint, false) order by u.id limit 100 for no key update of u skip locked ) u",
        None,
    )
}
impl ImportWhatIsCheckedStmt {
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
pub struct UploadPiecesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upload_pieces() -> UploadPiecesStmt {
    UploadPiecesStmt(
        "select bytes from upload_parts where upload_id = $1 and content = $2::text::upload_content and first_byte >= $3 order by first_byte limit $4",
        None,
    )
}
impl UploadPiecesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        content: &'a T1,
        first_byte: &'a i64,
        most: &'a i64,
    ) -> Vecu8Query<'c, 'a, 's, C, Vec<u8>, 4> {
        Vecu8Query {
            client,
            params: [upload, content, first_byte, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, UploadPiecesParams<T1>, Vecu8Query<'c, 'a, 's, C, Vec<u8>, 4>, C>
    for UploadPiecesStmt
{
    fn params(&'s self, client: &'c C, params: &'a UploadPiecesParams<T1>) -> Vecu8Query<'c, 'a, 's, C, Vec<u8>, 4> {
        self.bind(client, &params.upload, &params.content, &params.first_byte, &params.most)
    }
}
pub struct ForgetContentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_content() -> ForgetContentStmt {
    ForgetContentStmt("delete from upload_parts where upload_id = $1 and content = $2::text::upload_content", None)
}
impl ForgetContentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        content: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[upload, content]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetContentParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ForgetContentStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetContentParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.upload, &params.content))
    }
}
pub struct KeepPieceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn keep_piece() -> KeepPieceStmt {
    KeepPieceStmt(
        "insert into upload_parts (upload_id, content, first_byte, bytes) values ($1, $2::text::upload_content, $3, $4)",
        None,
    )
}
impl KeepPieceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        content: &'a T1,
        first_byte: &'a i64,
        bytes: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[upload, content, first_byte, bytes]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        KeepPieceParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for KeepPieceStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a KeepPieceParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.upload, &params.content, &params.first_byte, &params.bytes))
    }
}
pub struct NoteCheckStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_check() -> NoteCheckStmt {
    NoteCheckStmt("update uploads set checked = $1 where id = $2", None)
}
impl NoteCheckStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        told: &'a T1,
        upload: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[told, upload]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteCheckParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteCheckStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteCheckParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.told, &params.upload))
    }
}
pub struct EndUploadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_upload() -> EndUploadStmt {
    EndUploadStmt("select app.end_upload($1, $2, $3)::text as nothing", None)
}
impl EndUploadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        upload: &'a uuid::Uuid,
        report: &'a T1,
        import: &'a Option<uuid::Uuid>,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [upload, report, import],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, EndUploadParams<T1>, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for EndUploadStmt
{
    fn params(&'s self, client: &'c C, params: &'a EndUploadParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.upload, &params.report, &params.import)
    }
}
pub struct PurgeUploadsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn purge_uploads() -> PurgeUploadsStmt {
    PurgeUploadsStmt("select app.purge_uploads() as purged", None)
}
impl PurgeUploadsStmt {
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
pub struct UploadItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upload_items() -> UploadItemsStmt {
    UploadItemsStmt(
        "with items as ( select u.id, app.upload_item(u) as item from uploads u where ($1::uuid is null or u.id = $1) and ($2::text is null or app.upload_state(u) = $2) ), keyed as (select id, item, app.sort_key(item, 'created_at') as key from items) select id, key, item from keyed where $3::uuid is null or (key, id) < ($4::jsonb, $3) order by key desc, id desc limit $5",
        None,
    )
}
impl UploadItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        upload: &'a Option<uuid::Uuid>,
        state: &'a Option<T1>,
        after_id: &'a Option<uuid::Uuid>,
        after_key: &'a Option<T2>,
        most: &'a i64,
    ) -> UploadItemsQuery<'c, 'a, 's, C, UploadItems, 5> {
        UploadItemsQuery {
            client,
            params: [upload, state, after_id, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UploadItemsBorrowed, tokio_postgres::Error> {
                Ok(UploadItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| UploadItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        UploadItemsParams<T1, T2>,
        UploadItemsQuery<'c, 'a, 's, C, UploadItems, 5>,
        C,
    > for UploadItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UploadItemsParams<T1, T2>,
    ) -> UploadItemsQuery<'c, 'a, 's, C, UploadItems, 5> {
        self.bind(client, &params.upload, &params.state, &params.after_id, &params.after_key, &params.most)
    }
}
pub struct OpenUploadsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn open_uploads() -> OpenUploadsStmt {
    OpenUploadsStmt(
        "select app.upload_item(u) as item from uploads u where imported is null order by created_at desc, id limit $1",
        None,
    )
}
impl OpenUploadsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
