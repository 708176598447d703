// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct RecommendedStrategiesParams {
    pub persona: uuid::Uuid,
    pub how_many: i32,
    pub explore: bool,
    pub seed: Option<i64>,
}
#[derive(Debug)]
pub struct StrategiesForPersonasParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub tenant: uuid::Uuid,
    pub personas: T1,
    pub how_many: i32,
}
#[derive(Debug)]
pub struct RateStrategyParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub persona: uuid::Uuid,
    pub strategy: uuid::Uuid,
    pub score: T1,
    pub notes: Option<T2>,
}
#[derive(Debug)]
pub struct StrategyItemsParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
> {
    pub strategy: Option<uuid::Uuid>,
    pub kind: Option<T1>,
    pub objective: Option<T2>,
    pub template: Option<bool>,
    pub search: Option<T3>,
    pub sort: T4,
    pub after_id: Option<uuid::Uuid>,
    pub descending: bool,
    pub after_key: Option<T5>,
    pub most: i64,
}
#[derive(Debug)]
pub struct CreateStrategyParams<T1: crate::JsonSql> {
    pub said: T1,
    pub tenant: uuid::Uuid,
}
#[derive(Debug)]
pub struct ChangeStrategyParams<T1: crate::JsonSql> {
    pub strategy: uuid::Uuid,
    pub said: T1,
}
#[derive(Debug)]
pub struct CopyStrategyParams<T1: crate::StringSql> {
    pub name: T1,
    pub strategy: uuid::Uuid,
}
#[derive(Debug)]
pub struct RateStrategyForParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub score: T1,
    pub notes: Option<T2>,
    pub persona: uuid::Uuid,
    pub strategy: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct UnrateStrategyParams {
    pub persona: uuid::Uuid,
    pub strategy: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyByName {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct StrategyByNameBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<StrategyByNameBorrowed<'a>> for StrategyByName {
    fn from(StrategyByNameBorrowed { id, name }: StrategyByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategiesForPersonas {
    pub persona_id: uuid::Uuid,
    pub row: serde_json::Value,
}
pub struct StrategiesForPersonasBorrowed<'a> {
    pub persona_id: uuid::Uuid,
    pub row: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<StrategiesForPersonasBorrowed<'a>> for StrategiesForPersonas {
    fn from(StrategiesForPersonasBorrowed { persona_id, row }: StrategiesForPersonasBorrowed<'a>) -> Self {
        Self { persona_id, row: serde_json::from_str(row.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct StrategyItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<StrategyItemsBorrowed<'a>> for StrategyItems {
    fn from(StrategyItemsBorrowed { id, key, item }: StrategyItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StrategyUses {
    pub campaigns: i64,
    pub entries: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct StrategyByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategyByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategyByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategyByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategyByNameBorrowed) -> R) -> StrategyByNameQuery<'c, 'a, 's, C, R, N> {
        StrategyByNameQuery {
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
pub struct StrategiesForPersonasQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategiesForPersonasBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategiesForPersonasBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategiesForPersonasQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(StrategiesForPersonasBorrowed) -> R,
    ) -> StrategiesForPersonasQuery<'c, 'a, 's, C, R, N> {
        StrategiesForPersonasQuery {
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
pub struct StrategyItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategyItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategyItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategyItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategyItemsBorrowed) -> R) -> StrategyItemsQuery<'c, 'a, 's, C, R, N> {
        StrategyItemsQuery {
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
pub struct StrategyUsesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategyUses, tokio_postgres::Error>,
    mapper: fn(StrategyUses) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategyUsesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategyUses) -> R) -> StrategyUsesQuery<'c, 'a, 's, C, R, N> {
        StrategyUsesQuery {
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
pub struct StrategyByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_by_name() -> StrategyByNameStmt {
    StrategyByNameStmt(
        "select id, name from campaign_strategies where lower(name) = lower($1) or id::text = $1 order by id limit 1",
        None,
    )
}
impl StrategyByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> StrategyByNameQuery<'c, 'a, 's, C, StrategyByName, 1> {
        StrategyByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategyByNameBorrowed, tokio_postgres::Error> {
                Ok(StrategyByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| StrategyByName::from(it),
        }
    }
}
pub struct StrategyNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_names() -> StrategyNamesStmt {
    StrategyNamesStmt("select name from campaign_strategies order by lower(name)", None)
}
impl StrategyNamesStmt {
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
pub struct StrategyRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_rows() -> StrategyRowsStmt {
    StrategyRowsStmt(
        "select row_to_json(r) as row from ( select s.id as strategy_id, s.name, s.type, s.objective, s.description, s.primary_kpi, s.benchmark_low, s.benchmark_high, s.posts_per_week, s.duration_weeks, s.budget_min, s.budget_max, s.currency, s.is_template, (select count(*) from campaigns c where c.tenant_id = s.tenant_id and c.strategy_id = s.id)::int as campaigns from campaign_strategies s order by s.type, lower(s.name) ) r",
        None,
    )
}
impl StrategyRowsStmt {
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
pub struct StrategyDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_details() -> StrategyDetailsStmt {
    StrategyDetailsStmt(
        "select row_to_json(r) as row from ( select s.id as strategy_id, s.name, s.description, s.type, s.objective, s.audience_seniorities, s.audience_functions, s.audience_segment_ids, s.content_themes, s.content_mix, s.posts_per_week, s.best_times, s.primary_kpi, s.success_metrics, s.benchmark_low, s.benchmark_high, s.benchmark_source, s.budget_min, s.budget_max, s.currency, s.duration_weeks, s.required_assets, s.post_templates, s.examples, s.is_template, s.created_at, s.updated_at from campaign_strategies s where s.id = $1 ) r",
        None,
    )
}
impl StrategyDetailsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct StrategyCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_campaigns() -> StrategyCampaignsStmt {
    StrategyCampaignsStmt("select name from campaigns where strategy_id = $1 order by lower(name)", None)
}
impl StrategyCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct StrategyPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_personas() -> StrategyPersonasStmt {
    StrategyPersonasStmt("select row_to_json(p) as row from match_personas_to_strategy($1) p", None)
}
impl StrategyPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct StrategyPerformanceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_performance() -> StrategyPerformanceStmt {
    StrategyPerformanceStmt(
        "select row_to_json(p) as row from ( select * from campaign_strategy_performance where $1::uuid is null or strategy_id = $1 order by campaigns desc, engagements desc, lower(strategy) ) p",
        None,
    )
}
impl StrategyPerformanceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a Option<uuid::Uuid>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct RecommendedStrategiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn recommended_strategies() -> RecommendedStrategiesStmt {
    RecommendedStrategiesStmt(
        "select row_to_json(r) as row from get_recommended_strategies_for_persona($1, $2, $3, $4) r",
        None,
    )
}
impl RecommendedStrategiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        how_many: &'a i32,
        explore: &'a bool,
        seed: &'a Option<i64>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        SerdejsonValueQuery {
            client,
            params: [persona, how_many, explore, seed],
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
        RecommendedStrategiesParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4>,
        C,
    > for RecommendedStrategiesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RecommendedStrategiesParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        self.bind(client, &params.persona, &params.how_many, &params.explore, &params.seed)
    }
}
pub struct StrategiesForPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategies_for_personas() -> StrategiesForPersonasStmt {
    StrategiesForPersonasStmt(
        "select persona_id, row_to_json(r) as row from recommended_strategies($1, $2, $3) r",
        None,
    )
}
impl StrategiesForPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        personas: &'a T1,
        how_many: &'a i32,
    ) -> StrategiesForPersonasQuery<'c, 'a, 's, C, StrategiesForPersonas, 3> {
        StrategiesForPersonasQuery {
            client,
            params: [tenant, personas, how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategiesForPersonasBorrowed, tokio_postgres::Error> {
                Ok(StrategiesForPersonasBorrowed { persona_id: row.try_get(0)?, row: row.try_get(1)? })
            },
            mapper: |it| StrategiesForPersonas::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StrategiesForPersonasParams<T1>,
        StrategiesForPersonasQuery<'c, 'a, 's, C, StrategiesForPersonas, 3>,
        C,
    > for StrategiesForPersonasStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StrategiesForPersonasParams<T1>,
    ) -> StrategiesForPersonasQuery<'c, 'a, 's, C, StrategiesForPersonas, 3> {
        self.bind(client, &params.tenant, &params.personas, &params.how_many)
    }
}
pub struct RateStrategyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rate_strategy() -> RateStrategyStmt {
    RateStrategyStmt(
        "insert into persona_strategies (persona_id, strategy_id, relevance_score, notes) values ($1, $2, $3::text::numeric, $4) on conflict (tenant_id, persona_id, strategy_id) do update set relevance_score = excluded.relevance_score, notes = coalesce(excluded.notes, persona_strategies.notes), set_by = null",
        None,
    )
}
impl RateStrategyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        strategy: &'a uuid::Uuid,
        score: &'a T1,
        notes: &'a Option<T2>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[persona, strategy, score, notes]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RateStrategyParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for RateStrategyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RateStrategyParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.persona, &params.strategy, &params.score, &params.notes))
    }
}
pub struct StrategyItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_items() -> StrategyItemsStmt {
    StrategyItemsStmt(
        "with items as ( select s.id, jsonb_build_object( 'id', s.id, 'name', s.name, 'description', s.description, 'type', s.type, 'objective', s.objective, 'audience_seniorities', s.audience_seniorities, 'audience_functions', s.audience_functions, 'audience_segment_ids', s.audience_segment_ids, 'content_themes', s.content_themes, 'content_mix', s.content_mix, 'posts_per_week', s.posts_per_week, 'best_times', s.best_times, 'primary_kpi', s.primary_kpi, 'success_metrics', s.success_metrics, 'benchmark_low', s.benchmark_low, 'benchmark_high', s.benchmark_high, 'benchmark_source', s.benchmark_source, 'budget_min', s.budget_min, 'budget_max', s.budget_max, 'currency', s.currency, 'duration_weeks', s.duration_weeks, 'required_assets', s.required_assets, 'post_templates', s.post_templates, 'examples', s.examples, 'is_template', s.is_template, 'created_at', s.created_at, 'updated_at', s.updated_at, 'campaigns', (select count(*) from campaigns c where c.tenant_id = s.tenant_id and c.strategy_id = s.id)) as item from campaign_strategies s where ($1::uuid is null or s.id = $1) and ($2::text is null or s.type = $2::text::strategy_type) and ($3::text is null or s.objective = $3::text::campaign_objective) and ($4::boolean is null or s.is_template = $4) and ($5::text is null or position(fold_case($5) in fold_case(concat_ws(' ', s.name, s.description))) > 0) ), keyed as (select id, item, app.sort_key(item, $6) as key from items) select id, key, item from keyed where $7::uuid is null or case when $8::boolean then (key, id) < ($9::jsonb, $7) else (key, id) > ($9::jsonb, $7) end order by case when $8 then key end desc, case when not $8 then key end, case when $8 then id end desc, id limit $10",
        None,
    )
}
impl StrategyItemsStmt {
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
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        strategy: &'a Option<uuid::Uuid>,
        kind: &'a Option<T1>,
        objective: &'a Option<T2>,
        template: &'a Option<bool>,
        search: &'a Option<T3>,
        sort: &'a T4,
        after_id: &'a Option<uuid::Uuid>,
        descending: &'a bool,
        after_key: &'a Option<T5>,
        most: &'a i64,
    ) -> StrategyItemsQuery<'c, 'a, 's, C, StrategyItems, 10> {
        StrategyItemsQuery {
            client,
            params: [strategy, kind, objective, template, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategyItemsBorrowed, tokio_postgres::Error> {
                Ok(StrategyItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| StrategyItems::from(it),
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
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StrategyItemsParams<T1, T2, T3, T4, T5>,
        StrategyItemsQuery<'c, 'a, 's, C, StrategyItems, 10>,
        C,
    > for StrategyItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StrategyItemsParams<T1, T2, T3, T4, T5>,
    ) -> StrategyItemsQuery<'c, 'a, 's, C, StrategyItems, 10> {
        self.bind(
            client,
            &params.strategy,
            &params.kind,
            &params.objective,
            &params.template,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct StrategyExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_exists() -> StrategyExistsStmt {
    StrategyExistsStmt("select exists (select from campaign_strategies where id = $1)", None)
}
impl StrategyExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CreateStrategyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_strategy() -> CreateStrategyStmt {
    CreateStrategyStmt(
        "insert into campaign_strategies ( name, description, type, objective, audience_seniorities, audience_functions, audience_segment_ids, content_themes, content_mix, posts_per_week, best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, benchmark_source, budget_min, budget_max, currency, duration_weeks, required_assets, post_templates, examples) select n.name, n.description, n.type, n.objective, coalesce(n.audience_seniorities, '{}'), coalesce(n.audience_functions, '{}'), coalesce(n.audience_segment_ids, '{}'), coalesce(n.content_themes, '{}'), coalesce(n.content_mix, '{}'), n.posts_per_week, coalesce(n.best_times, '{}'), coalesce(n.primary_kpi, 'engagement_rate'), coalesce(n.success_metrics, '{}'), n.benchmark_low, n.benchmark_high, n.benchmark_source, n.budget_min, n.budget_max, coalesce(n.currency, t.currency), n.duration_weeks, coalesce(n.required_assets, '{}'), coalesce(n.post_templates, '{}'), coalesce(n.examples, '{}') from jsonb_populate_record(null::campaign_strategies, $1) n cross join tenants t where t.id = $2 returning id",
        None,
    )
}
impl CreateStrategyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
        tenant: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [said, tenant],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, CreateStrategyParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for CreateStrategyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreateStrategyParams<T1>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.said, &params.tenant)
    }
}
pub struct ChangeStrategyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_strategy() -> ChangeStrategyStmt {
    ChangeStrategyStmt(
        "with held as (select k as row from campaign_strategies k where k.id = $1 for no key update) update campaign_strategies s set name = n.name, description = n.description, type = n.type, objective = n.objective, audience_seniorities = n.audience_seniorities, audience_functions = n.audience_functions, audience_segment_ids = n.audience_segment_ids, content_themes = n.content_themes, content_mix = n.content_mix, posts_per_week = n.posts_per_week, best_times = n.best_times, primary_kpi = n.primary_kpi, success_metrics = n.success_metrics, benchmark_low = n.benchmark_low, benchmark_high = n.benchmark_high, benchmark_source = n.benchmark_source, budget_min = n.budget_min, budget_max = n.budget_max, currency = n.currency, duration_weeks = n.duration_weeks, required_assets = n.required_assets, post_templates = n.post_templates, examples = n.examples from held h cross join lateral jsonb_populate_record(h.row, $2) n where s.id = (h.row).id returning s.name",
        None,
    )
}
impl ChangeStrategyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [strategy, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeStrategyParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeStrategyStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeStrategyParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.strategy, &params.said)
    }
}
pub struct CopyStrategyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn copy_strategy() -> CopyStrategyStmt {
    CopyStrategyStmt(
        "insert into campaign_strategies ( name, description, type, objective, audience_seniorities, audience_functions, audience_segment_ids, content_themes, content_mix, posts_per_week, best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, benchmark_source, budget_min, budget_max, currency, duration_weeks, required_assets, post_templates, examples) select $1, s.description, s.type, s.objective, s.audience_seniorities, s.audience_functions, s.audience_segment_ids, s.content_themes, s.content_mix, s.posts_per_week, s.best_times, s.primary_kpi, s.success_metrics, s.benchmark_low, s.benchmark_high, s.benchmark_source, s.budget_min, s.budget_max, s.currency, s.duration_weeks, s.required_assets, s.post_templates, s.examples from campaign_strategies s where s.id = $2 returning id",
        None,
    )
}
impl CopyStrategyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        strategy: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [name, strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, CopyStrategyParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for CopyStrategyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CopyStrategyParams<T1>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.name, &params.strategy)
    }
}
pub struct StrategyUsesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_uses() -> StrategyUsesStmt {
    StrategyUsesStmt(
        "select (select count(*) from campaigns where strategy_id = $1) as campaigns, (select count(*) from content_calendar where strategy_id = $1) as entries",
        None,
    )
}
impl StrategyUsesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> StrategyUsesQuery<'c, 'a, 's, C, StrategyUses, 1> {
        StrategyUsesQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategyUses, tokio_postgres::Error> {
                Ok(StrategyUses { campaigns: row.try_get(0)?, entries: row.try_get(1)? })
            },
            mapper: |it| StrategyUses::from(it),
        }
    }
}
pub struct DeleteStrategyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_strategy() -> DeleteStrategyStmt {
    DeleteStrategyStmt(
        "with gone as (delete from campaign_strategies where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'strategy.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteStrategyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[strategy]).await
    }
}
pub struct RateStrategyForStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rate_strategy_for() -> RateStrategyForStmt {
    RateStrategyForStmt(
        "insert into persona_strategies (tenant_id, persona_id, strategy_id, relevance_score, notes) select q.tenant_id, q.id, s.id, $1::text::numeric, $2 from personas q join campaign_strategies s on s.tenant_id = q.tenant_id where q.id = $3 and s.id = $4 on conflict (tenant_id, persona_id, strategy_id) do update set relevance_score = excluded.relevance_score, notes = excluded.notes, set_by = null",
        None,
    )
}
impl RateStrategyForStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        score: &'a T1,
        notes: &'a Option<T2>,
        persona: &'a uuid::Uuid,
        strategy: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[score, notes, persona, strategy]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RateStrategyForParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for RateStrategyForStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RateStrategyForParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.score, &params.notes, &params.persona, &params.strategy))
    }
}
pub struct UnrateStrategyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unrate_strategy() -> UnrateStrategyStmt {
    UnrateStrategyStmt("delete from persona_strategies where persona_id = $1 and strategy_id = $2", None)
}
impl UnrateStrategyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        strategy: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[persona, strategy]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UnrateStrategyParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UnrateStrategyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UnrateStrategyParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.persona, &params.strategy))
    }
}
