// This file was generated with `cornucopia`. Do not modify.

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
