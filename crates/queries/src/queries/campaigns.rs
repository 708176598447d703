// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CampaignItemsParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::JsonSql,
> {
    pub campaign: Option<i32>,
    pub status: Option<T1>,
    pub campaign_type: Option<T2>,
    pub campaign_group: Option<T3>,
    pub strategy: Option<uuid::Uuid>,
    pub search: Option<T4>,
    pub sort: T5,
    pub after_id: Option<i32>,
    pub descending: bool,
    pub after_key: Option<T6>,
    pub most: i64,
}
#[derive(Debug)]
pub struct CreateCampaignParams<T1: crate::JsonSql> {
    pub said: T1,
    pub tenant: uuid::Uuid,
}
#[derive(Debug)]
pub struct ChangeCampaignParams<T1: crate::JsonSql> {
    pub campaign: i32,
    pub said: T1,
}
#[derive(Debug)]
pub struct SetCampaignPersonasParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub personas: T1,
    pub campaign: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignByName {
    pub id: i32,
    pub name: String,
}
pub struct CampaignByNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
}
impl<'a> From<CampaignByNameBorrowed<'a>> for CampaignByName {
    fn from(CampaignByNameBorrowed { id, name }: CampaignByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignItems {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct CampaignItemsBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<CampaignItemsBorrowed<'a>> for CampaignItems {
    fn from(CampaignItemsBorrowed { id, key, item }: CampaignItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignSaid {
    pub name: String,
    pub description: Option<String>,
    pub campaign_group: Option<String>,
    pub r#type: String,
    pub objective: Option<String>,
    pub status: String,
    pub start_date: Option<jiff::civil::Date>,
    pub end_date: Option<jiff::civil::Date>,
    pub budget: Option<String>,
    pub currency: Option<String>,
    pub strategy_id: Option<uuid::Uuid>,
    pub primary_kpi: Option<String>,
    pub kpi_target: Option<f64>,
    pub personas: Vec<uuid::Uuid>,
}
pub struct CampaignSaidBorrowed<'a> {
    pub name: &'a str,
    pub description: Option<&'a str>,
    pub campaign_group: Option<&'a str>,
    pub r#type: &'a str,
    pub objective: Option<&'a str>,
    pub status: &'a str,
    pub start_date: Option<jiff::civil::Date>,
    pub end_date: Option<jiff::civil::Date>,
    pub budget: Option<&'a str>,
    pub currency: Option<&'a str>,
    pub strategy_id: Option<uuid::Uuid>,
    pub primary_kpi: Option<&'a str>,
    pub kpi_target: Option<f64>,
    pub personas: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<CampaignSaidBorrowed<'a>> for CampaignSaid {
    fn from(
        CampaignSaidBorrowed {
            name,
            description,
            campaign_group,
            r#type,
            objective,
            status,
            start_date,
            end_date,
            budget,
            currency,
            strategy_id,
            primary_kpi,
            kpi_target,
            personas,
        }: CampaignSaidBorrowed<'a>,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.map(|v| v.into()),
            campaign_group: campaign_group.map(|v| v.into()),
            r#type: r#type.into(),
            objective: objective.map(|v| v.into()),
            status: status.into(),
            start_date,
            end_date,
            budget: budget.map(|v| v.into()),
            currency: currency.map(|v| v.into()),
            strategy_id,
            primary_kpi: primary_kpi.map(|v| v.into()),
            kpi_target,
            personas: personas.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct CampaignContents {
    pub posts: i64,
    pub ads: i64,
    pub figures: i64,
    pub entries: i64,
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
pub struct CampaignByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignByNameBorrowed) -> R) -> CampaignByNameQuery<'c, 'a, 's, C, R, N> {
        CampaignByNameQuery {
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
pub struct CampaignItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignItemsBorrowed) -> R) -> CampaignItemsQuery<'c, 'a, 's, C, R, N> {
        CampaignItemsQuery {
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
pub struct CampaignSaidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignSaidBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignSaidBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignSaidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignSaidBorrowed) -> R) -> CampaignSaidQuery<'c, 'a, 's, C, R, N> {
        CampaignSaidQuery {
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
pub struct CampaignContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignContents, tokio_postgres::Error>,
    mapper: fn(CampaignContents) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignContents) -> R) -> CampaignContentsQuery<'c, 'a, 's, C, R, N> {
        CampaignContentsQuery {
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
pub struct DashboardRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn dashboard_rows() -> DashboardRowsStmt {
    DashboardRowsStmt(
        "select row_to_json(d) as row from ( select * from campaign_dashboard d where $1::integer is null or d.campaign_id = $1 order by d.campaign_group nulls last, d.campaign ) d",
        None,
    )
}
impl DashboardRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a Option<i32>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_by_name() -> CampaignByNameStmt {
    CampaignByNameStmt(
        "select id, name from campaigns where lower(name) = lower($1) or id::text = $1 order by id limit 1",
        None,
    )
}
impl CampaignByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> CampaignByNameQuery<'c, 'a, 's, C, CampaignByName, 1> {
        CampaignByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignByNameBorrowed, tokio_postgres::Error> {
                Ok(CampaignByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| CampaignByName::from(it),
        }
    }
}
pub struct CampaignNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_names() -> CampaignNamesStmt {
    CampaignNamesStmt("select name from campaigns order by lower(name)", None)
}
impl CampaignNamesStmt {
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
pub struct CampaignPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_personas() -> CampaignPersonasStmt {
    CampaignPersonasStmt(
        "select row_to_json(p) as row from ( select * from campaign_performance_by_persona where $1::integer is null or campaign_id = $1 order by campaign, engagements desc, persona ) p",
        None,
    )
}
impl CampaignPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a Option<i32>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignPersonasReachedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_personas_reached() -> CampaignPersonasReachedStmt {
    CampaignPersonasReachedStmt(
        "select to_jsonb(p) - array['tenant_id', 'campaign_id', 'campaign'] as row from campaign_performance_by_persona p where p.campaign_id = $1 order by p.engagements desc, p.persona, p.persona_id",
        None,
    )
}
impl CampaignPersonasReachedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_exists() -> CampaignExistsStmt {
    CampaignExistsStmt("select exists (select from campaigns where id = $1)", None)
}
impl CampaignExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CampaignDaysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_days() -> CampaignDaysStmt {
    CampaignDaysStmt(
        "select row_to_json(d) as row from ( select at::date as day, coalesce(d.likes + d.reactions, 0) as reactions, coalesce(d.comments, 0) as comments, coalesce(d.shares, 0) as shares, coalesce(d.follows, 0) as follows, coalesce(d.clicks, 0) as clicks, coalesce(d.new_people, 0) as new_people, coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements from (select min(day) as first_day from campaign_days where campaign_id = $1 and day > current_date - 90) f cross join generate_series(f.first_day, current_date, interval '1 day') at left join campaign_days d on d.campaign_id = $1 and d.day = at::date order by 1 ) d",
        None,
    )
}
impl CampaignDaysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_items() -> CampaignItemsStmt {
    CampaignItemsStmt(
        "with items as ( select c.id, to_jsonb(d) as counted, jsonb_build_object('id', c.id, 'name', c.name, 'description', c.description, 'group', d.campaign_group, 'type', c.type, 'status', c.status, 'objective', c.objective, 'start_date', c.start_date, 'end_date', c.end_date, 'budget', c.budget, 'currency', d.currency, 'personas', ( select coalesce(jsonb_agg(a.persona_id order by a.persona_id), '[]') from campaign_personas a where a.tenant_id = c.tenant_id and a.campaign_id = c.id), 'strategy_id', c.strategy_id, 'strategy', d.strategy, 'primary_kpi', d.primary_kpi, 'kpi_target', c.kpi_target, 'linkedin_campaign_id', c.linkedin_campaign_id, 'created_at', c.created_at, 'updated_at', c.updated_at) as said from campaigns c join campaign_dashboard d on d.tenant_id = c.tenant_id and d.campaign_id = c.id where ($1::integer is null or c.id = $1) and ($2::text is null or c.status = $2::text::campaign_status) and ($3::text is null or c.type = $3::text::campaign_type) and ($4::text is null or lower(d.campaign_group) = lower($4)) and ($5::uuid is null or c.strategy_id = $5) and ($6::text is null or position(fold_case($6) in fold_case(concat_ws(' ', c.name, c.description, d.campaign_group))) > 0) ), keyed as (select id, said, counted, app.sort_key(counted || said, $7) as key from items) select id, key, said || jsonb_build_object('metrics', counted - array['tenant_id', 'campaign_id', 'campaign', 'campaign_group', 'strategy', 'type', 'status', 'objective', 'start_date', 'end_date', 'currency', 'budget', 'primary_kpi', 'kpi_target', 'personas']) as item from keyed where $8::integer is null or case when $9::boolean then (key, id) < ($10::jsonb, $8) else (key, id) > ($10::jsonb, $8) end order by case when $9 then key end desc, case when not $9 then key end, case when $9 then id end desc, id limit $11",
        None,
    )
}
impl CampaignItemsStmt {
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
        T5: crate::StringSql,
        T6: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        campaign: &'a Option<i32>,
        status: &'a Option<T1>,
        campaign_type: &'a Option<T2>,
        campaign_group: &'a Option<T3>,
        strategy: &'a Option<uuid::Uuid>,
        search: &'a Option<T4>,
        sort: &'a T5,
        after_id: &'a Option<i32>,
        descending: &'a bool,
        after_key: &'a Option<T6>,
        most: &'a i64,
    ) -> CampaignItemsQuery<'c, 'a, 's, C, CampaignItems, 11> {
        CampaignItemsQuery {
            client,
            params: [
                campaign,
                status,
                campaign_type,
                campaign_group,
                strategy,
                search,
                sort,
                after_id,
                descending,
                after_key,
                most,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignItemsBorrowed, tokio_postgres::Error> {
                Ok(CampaignItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| CampaignItems::from(it),
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
    T5: crate::StringSql,
    T6: crate::JsonSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignItemsParams<T1, T2, T3, T4, T5, T6>,
        CampaignItemsQuery<'c, 'a, 's, C, CampaignItems, 11>,
        C,
    > for CampaignItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignItemsParams<T1, T2, T3, T4, T5, T6>,
    ) -> CampaignItemsQuery<'c, 'a, 's, C, CampaignItems, 11> {
        self.bind(
            client,
            &params.campaign,
            &params.status,
            &params.campaign_type,
            &params.campaign_group,
            &params.strategy,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct CreateCampaignStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_campaign() -> CreateCampaignStmt {
    CreateCampaignStmt(
        "insert into campaigns (name, campaign_group_id, description, type, extra, objective, status, start_date, end_date, budget, currency, strategy_id, kpi_target) select n.name, n.campaign_group_id, n.description, coalesce(n.type, u.type), case when n.type is null then jsonb_build_object('type_of_posts', u.type) else '{}' end, n.objective, coalesce(n.status, 'active'), n.start_date, n.end_date, n.budget, coalesce(n.currency, t.currency), n.strategy_id, n.kpi_target from jsonb_populate_record(null::campaigns, $1) n cross join lateral (select case when n.budget > 0 then 'sponsored_content' else 'organic' end::campaign_type as type) u cross join tenants t where t.id = $2 returning id",
        None,
    )
}
impl CreateCampaignStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
        tenant: &'a uuid::Uuid,
    ) -> I32Query<'c, 'a, 's, C, i32, 2> {
        I32Query {
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
    crate::client::async_::Params<'c, 'a, 's, CreateCampaignParams<T1>, I32Query<'c, 'a, 's, C, i32, 2>, C>
    for CreateCampaignStmt
{
    fn params(&'s self, client: &'c C, params: &'a CreateCampaignParams<T1>) -> I32Query<'c, 'a, 's, C, i32, 2> {
        self.bind(client, &params.said, &params.tenant)
    }
}
pub struct ChangeCampaignStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_campaign() -> ChangeCampaignStmt {
    ChangeCampaignStmt(
        "with held as (select k as row from campaigns k where k.id = $1 for no key update) update campaigns c set name = n.name, campaign_group_id = n.campaign_group_id, description = n.description, type = n.type, extra = case when $2::jsonb ? 'type' then c.extra - 'type_of_posts' else c.extra end, objective = n.objective, status = n.status, start_date = n.start_date, end_date = n.end_date, budget = n.budget, currency = n.currency, strategy_id = n.strategy_id, kpi_target = n.kpi_target from held h cross join lateral jsonb_populate_record(h.row, $2) n where c.id = (h.row).id returning c.name",
        None,
    )
}
impl ChangeCampaignStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [campaign, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeCampaignParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeCampaignStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeCampaignParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.campaign, &params.said)
    }
}
pub struct SetCampaignPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_campaign_personas() -> SetCampaignPersonasStmt {
    SetCampaignPersonasStmt(
        "with said as (select distinct unnest($1::uuid[]) as persona_id), gone as (delete from campaign_personas a where a.campaign_id = $2 and a.persona_id not in (select persona_id from said)) insert into campaign_personas (campaign_id, persona_id) select $2, persona_id from said on conflict (tenant_id, campaign_id, persona_id) do nothing",
        None,
    )
}
impl SetCampaignPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        personas: &'a T1,
        campaign: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[personas, campaign]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetCampaignPersonasParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetCampaignPersonasStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetCampaignPersonasParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.personas, &params.campaign))
    }
}
pub struct PersonasOfCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn personas_of_campaigns() -> PersonasOfCampaignsStmt {
    PersonasOfCampaignsStmt(
        "with meant as ( select a.campaign_id, q.id from campaign_personas a join personas q on q.tenant_id = a.tenant_id and q.id = a.persona_id where q.is_active and a.campaign_id = any ($1::integer[]) ) select distinct id from meant where (select count(distinct campaign_id) from meant) = (select count(distinct c) from unnest($1) c) order by id",
        None,
    )
}
impl PersonasOfCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CreateCampaignGroupStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_campaign_group() -> CreateCampaignGroupStmt {
    CreateCampaignGroupStmt(
        "insert into campaign_groups (name) select $1 where not exists (select from campaign_groups where lower(name) = lower($1))",
        None,
    )
}
impl CreateCampaignGroupStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[name]).await
    }
}
pub struct CampaignGroupByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_group_by_name() -> CampaignGroupByNameStmt {
    CampaignGroupByNameStmt("select id from campaign_groups where lower(name) = lower($1) order by id limit 1", None)
}
impl CampaignGroupByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> I32Query<'c, 'a, 's, C, i32, 1> {
        I32Query {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CampaignGroupNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_group_names() -> CampaignGroupNamesStmt {
    CampaignGroupNamesStmt("select name from campaign_groups order by lower(name)", None)
}
impl CampaignGroupNamesStmt {
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
pub struct CampaignSaidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_said() -> CampaignSaidStmt {
    CampaignSaidStmt(
        "select c.name, c.description, g.name as campaign_group, c.type::text as type, c.objective::text as objective, c.status::text as status, c.start_date, c.end_date, trim_scale(c.budget)::text as budget, c.currency, c.strategy_id, s.primary_kpi::text as primary_kpi, c.kpi_target::float8 as kpi_target, array(select a.persona_id from campaign_personas a where a.tenant_id = c.tenant_id and a.campaign_id = c.id) as personas from campaigns c left join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id left join campaign_strategies s on s.tenant_id = c.tenant_id and s.id = c.strategy_id where c.id = $1",
        None,
    )
}
impl CampaignSaidStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> CampaignSaidQuery<'c, 'a, 's, C, CampaignSaid, 1> {
        CampaignSaidQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignSaidBorrowed, tokio_postgres::Error> {
                Ok(CampaignSaidBorrowed {
                    name: row.try_get(0)?,
                    description: row.try_get(1)?,
                    campaign_group: row.try_get(2)?,
                    r#type: row.try_get(3)?,
                    objective: row.try_get(4)?,
                    status: row.try_get(5)?,
                    start_date: row.try_get(6)?,
                    end_date: row.try_get(7)?,
                    budget: row.try_get(8)?,
                    currency: row.try_get(9)?,
                    strategy_id: row.try_get(10)?,
                    primary_kpi: row.try_get(11)?,
                    kpi_target: row.try_get(12)?,
                    personas: row.try_get(13)?,
                })
            },
            mapper: |it| CampaignSaid::from(it),
        }
    }
}
pub struct CampaignContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_contents() -> CampaignContentsStmt {
    CampaignContentsStmt(
        "select (select count(*) from campaign_posts where campaign_id = $1) as posts, (select count(*) from ads where campaign_id = $1) as ads, (select count(*) from ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id where a.campaign_id = $1) as figures, (select count(*) from content_calendar where campaign_id = $1) as entries",
        None,
    )
}
impl CampaignContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> CampaignContentsQuery<'c, 'a, 's, C, CampaignContents, 1> {
        CampaignContentsQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignContents, tokio_postgres::Error> {
                Ok(CampaignContents {
                    posts: row.try_get(0)?,
                    ads: row.try_get(1)?,
                    figures: row.try_get(2)?,
                    entries: row.try_get(3)?,
                })
            },
            mapper: |it| CampaignContents::from(it),
        }
    }
}
pub struct DeleteCampaignStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_campaign() -> DeleteCampaignStmt {
    DeleteCampaignStmt(
        "with gone as (delete from campaigns where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'campaign.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteCampaignStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[campaign]).await
    }
}
