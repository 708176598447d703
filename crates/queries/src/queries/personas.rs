// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct PersonaPeopleParams {
    pub persona: uuid::Uuid,
    pub most: i64,
}
#[derive(Debug)]
pub struct PersonaItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub persona: Option<uuid::Uuid>,
    pub active: Option<bool>,
    pub search: Option<T1>,
    pub sort: T2,
    pub after_id: Option<uuid::Uuid>,
    pub descending: bool,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Debug)]
pub struct PersonaMembersParams<T1: crate::JsonSql> {
    pub persona: uuid::Uuid,
    pub after_id: Option<i32>,
    pub after_key: Option<T1>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangePersonaParams<T1: crate::JsonSql> {
    pub persona: uuid::Uuid,
    pub said: T1,
}
#[derive(Debug)]
pub struct PreviewPersonaParams<T1: crate::JsonSql, T2: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: Option<uuid::Uuid>,
    pub criteria: T1,
    pub threshold: T2,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaByName {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct PersonaByNameBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<PersonaByNameBorrowed<'a>> for PersonaByName {
    fn from(PersonaByNameBorrowed { id, name }: PersonaByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct PersonaItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<PersonaItemsBorrowed<'a>> for PersonaItems {
    fn from(PersonaItemsBorrowed { id, key, item }: PersonaItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaMembers {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct PersonaMembersBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<PersonaMembersBorrowed<'a>> for PersonaMembers {
    fn from(PersonaMembersBorrowed { id, key, item }: PersonaMembersBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PersonaChanges {
    pub people: i64,
    pub entered: i64,
    pub departed: i64,
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
pub struct PersonaByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaByNameBorrowed) -> R) -> PersonaByNameQuery<'c, 'a, 's, C, R, N> {
        PersonaByNameQuery {
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
pub struct Veci64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<crate::ArrayIterator<'_, i64>, tokio_postgres::Error>,
    mapper: fn(crate::ArrayIterator<'_, i64>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> Veci64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(crate::ArrayIterator<'_, i64>) -> R) -> Veci64Query<'c, 'a, 's, C, R, N> {
        Veci64Query {
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
pub struct PersonaItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaItemsBorrowed) -> R) -> PersonaItemsQuery<'c, 'a, 's, C, R, N> {
        PersonaItemsQuery {
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
pub struct PersonaMembersQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaMembersBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaMembersBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaMembersQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaMembersBorrowed) -> R) -> PersonaMembersQuery<'c, 'a, 's, C, R, N> {
        PersonaMembersQuery {
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
pub struct PersonaChangesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaChanges, tokio_postgres::Error>,
    mapper: fn(PersonaChanges) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaChangesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaChanges) -> R) -> PersonaChangesQuery<'c, 'a, 's, C, R, N> {
        PersonaChangesQuery {
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
pub struct PersonaRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_rows() -> PersonaRowsStmt {
    PersonaRowsStmt(
        "select row_to_json(p) as row from ( select * from persona_match_counts where $1::uuid is null or persona_id = $1 order by is_active desc, people desc, lower(name) ) p",
        None,
    )
}
impl PersonaRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a Option<uuid::Uuid>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonaByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_by_name() -> PersonaByNameStmt {
    PersonaByNameStmt(
        "select id, name from personas where lower(name) = lower(btrim($1)) or id::text = $1 order by id limit 1",
        None,
    )
}
impl PersonaByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> PersonaByNameQuery<'c, 'a, 's, C, PersonaByName, 1> {
        PersonaByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaByNameBorrowed, tokio_postgres::Error> {
                Ok(PersonaByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| PersonaByName::from(it),
        }
    }
}
pub struct PersonaNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_names() -> PersonaNamesStmt {
    PersonaNamesStmt("select name from personas order by lower(name)", None)
}
impl PersonaNamesStmt {
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
pub struct PersonaDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_details() -> PersonaDetailsStmt {
    PersonaDetailsStmt(
        "select row_to_json(p) as row from ( select id as persona_id, name, description, colour, threshold, is_active, criteria, created_by, created_at, updated_at from personas where id = $1 ) p",
        None,
    )
}
impl PersonaDetailsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonaDaysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_days() -> PersonaDaysStmt {
    PersonaDaysStmt(
        "select row_to_json(d) as row from ( select day, engagements, unique_people, posts, average_7_days, cumulative_engagements from persona_engagement_trends where persona_id = $1 order by day ) d",
        None,
    )
}
impl PersonaDaysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonaPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_people() -> PersonaPeopleStmt {
    PersonaPeopleStmt(
        "select row_to_json(t) as row from ( select r.person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title, p.headline) as title, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, r.match_score, r.confidence, r.pinned, r.reason, coalesce(s.score, 0) as engagement_score, r.receipt, r.words from target_receipts r join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = r.tenant_id and s.person_id = r.person_id where r.persona_id = $1 and r.is_active order by r.match_score desc, r.confidence desc, coalesce(s.score, 0) desc, p.name, p.id limit $2 ) t",
        None,
    )
}
impl PersonaPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [persona, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonaPeopleParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for PersonaPeopleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonaPeopleParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.persona, &params.most)
    }
}
pub struct PersonaScoresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_scores() -> PersonaScoresStmt {
    PersonaScoresStmt(
        "select array_agg(people order by bin) as histogram from ( select bin, count(t.person_id) as people from generate_series(0, 9) bin left join targets t on t.persona_id = $1 and t.is_active and least(floor(t.match_score * 10), 9) = bin group by bin ) b",
        None,
    )
}
impl PersonaScoresStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> Veci64Query<'c, 'a, 's, C, Vec<i64>, 1> {
        Veci64Query {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.map(|v| v).collect(),
        }
    }
}
pub struct PersonaItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_items() -> PersonaItemsStmt {
    PersonaItemsStmt(
        "with items as ( select q.id, jsonb_build_object('id', q.id, 'name', q.name, 'description', q.description, 'colour', q.colour, 'threshold', q.threshold, 'active', q.is_active, 'criteria', q.criteria, 'created_by', q.created_by, 'created_at', q.created_at, 'updated_at', q.updated_at, 'people', n.people, 'pinned', n.pinned, 'excluded', n.excluded, 'average_score', n.average_score, 'average_confidence', n.average_confidence, 'last_matched', n.last_matched) as item from personas q join persona_match_counts n on n.tenant_id = q.tenant_id and n.persona_id = q.id where ($1::uuid is null or q.id = $1) and ($2::boolean is null or q.is_active = $2) and ($3::text is null or position(fold_case($3) in fold_case(concat_ws(' ', q.name, q.description))) > 0) ), keyed as (select id, item, app.sort_key(item, $4) as key from items) select id, key, item from keyed where $5::uuid is null or case when $6::boolean then (key, id) < ($7::jsonb, $5) else (key, id) > ($7::jsonb, $5) end order by case when $6 then key end desc, case when not $6 then key end, case when $6 then id end desc, id limit $8",
        None,
    )
}
impl PersonaItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        persona: &'a Option<uuid::Uuid>,
        active: &'a Option<bool>,
        search: &'a Option<T1>,
        sort: &'a T2,
        after_id: &'a Option<uuid::Uuid>,
        descending: &'a bool,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> PersonaItemsQuery<'c, 'a, 's, C, PersonaItems, 8> {
        PersonaItemsQuery {
            client,
            params: [persona, active, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaItemsBorrowed, tokio_postgres::Error> {
                Ok(PersonaItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| PersonaItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonaItemsParams<T1, T2, T3>,
        PersonaItemsQuery<'c, 'a, 's, C, PersonaItems, 8>,
        C,
    > for PersonaItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonaItemsParams<T1, T2, T3>,
    ) -> PersonaItemsQuery<'c, 'a, 's, C, PersonaItems, 8> {
        self.bind(
            client,
            &params.persona,
            &params.active,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct PersonaExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_exists() -> PersonaExistsStmt {
    PersonaExistsStmt("select exists (select from personas where id = $1)", None)
}
impl PersonaExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PersonaMembersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_members() -> PersonaMembersStmt {
    PersonaMembersStmt(
        "select r.person_id as id, to_jsonb(r.match_score) as key, jsonb_build_object('person_id', r.person_id, 'name', p.name, 'title', coalesce(nullif(p.title_override, ''), p.current_title, p.headline), 'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'match_score', r.match_score, 'confidence', r.confidence, 'pinned', r.pinned, 'reason', r.reason, 'engagement_score', coalesce(s.score, 0), 'receipt', coalesce(r.receipt, '[]'), 'words', r.words) as item from target_receipts r join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = r.tenant_id and s.person_id = r.person_id where r.persona_id = $1 and r.is_active and ($2::integer is null or (r.match_score, -r.person_id) < (($3::jsonb)::numeric, -$2::integer)) order by r.match_score desc, r.person_id limit $4",
        None,
    )
}
impl PersonaMembersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        after_id: &'a Option<i32>,
        after_key: &'a Option<T1>,
        most: &'a i64,
    ) -> PersonaMembersQuery<'c, 'a, 's, C, PersonaMembers, 4> {
        PersonaMembersQuery {
            client,
            params: [persona, after_id, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaMembersBorrowed, tokio_postgres::Error> {
                Ok(PersonaMembersBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| PersonaMembers::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonaMembersParams<T1>,
        PersonaMembersQuery<'c, 'a, 's, C, PersonaMembers, 4>,
        C,
    > for PersonaMembersStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonaMembersParams<T1>,
    ) -> PersonaMembersQuery<'c, 'a, 's, C, PersonaMembers, 4> {
        self.bind(client, &params.persona, &params.after_id, &params.after_key, &params.most)
    }
}
pub struct CreatePersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_persona() -> CreatePersonaStmt {
    CreatePersonaStmt(
        "insert into personas (name, description, colour, threshold, is_active, criteria, created_by) select btrim(n.name), n.description, coalesce(lower(n.colour), '#3b6fb6'), coalesce(n.threshold, 0.60), coalesce(n.is_active, true), coalesce(n.criteria, '{}'), n.created_by from jsonb_populate_record(null::personas, $1) n returning id",
        None,
    )
}
impl CreatePersonaStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ChangePersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_persona() -> ChangePersonaStmt {
    ChangePersonaStmt(
        "with held as (select k as row from personas k where k.id = $1 for no key update) update personas q set name = btrim(n.name), description = n.description, colour = lower(n.colour), threshold = n.threshold, is_active = n.is_active, criteria = n.criteria from held h cross join lateral jsonb_populate_record(h.row, $2) n where q.id = (h.row).id returning q.name",
        None,
    )
}
impl ChangePersonaStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [persona, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangePersonaParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangePersonaStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangePersonaParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.persona, &params.said)
    }
}
pub struct PersonaChangesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_changes() -> PersonaChangesStmt {
    PersonaChangesStmt(
        "select (select count(*) from targets where persona_id = $1 and is_active) as people, count(*) filter (where event = 'entered') as entered, count(*) filter (where event = 'left') as departed from target_events where persona_id = $1 and happened_at = now()",
        None,
    )
}
impl PersonaChangesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> PersonaChangesQuery<'c, 'a, 's, C, PersonaChanges, 1> {
        PersonaChangesQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaChanges, tokio_postgres::Error> {
                Ok(PersonaChanges { people: row.try_get(0)?, entered: row.try_get(1)?, departed: row.try_get(2)? })
            },
            mapper: |it| PersonaChanges::from(it),
        }
    }
}
pub struct PreviewPersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn preview_persona() -> PreviewPersonaStmt {
    PreviewPersonaStmt(
        "select row_to_json(p) as row from preview_persona($1, coalesce($2::uuid, gen_random_uuid()), $3, $4::text::numeric) p",
        None,
    )
}
impl PreviewPersonaStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a Option<uuid::Uuid>,
        criteria: &'a T1,
        threshold: &'a T2,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        SerdejsonValueQuery {
            client,
            params: [tenant, persona, criteria, threshold],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PreviewPersonaParams<T1, T2>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4>,
        C,
    > for PreviewPersonaStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PreviewPersonaParams<T1, T2>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.criteria, &params.threshold)
    }
}
pub struct DeletePersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_persona() -> DeletePersonaStmt {
    DeletePersonaStmt(
        "with gone as (delete from personas where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'persona.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeletePersonaStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[persona]).await
    }
}
pub struct CriteriaHintsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn criteria_hints() -> CriteriaHintsStmt {
    CriteriaHintsStmt("select hint from criteria_hints($1) hint", None)
}
impl CriteriaHintsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        criteria: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [criteria],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
