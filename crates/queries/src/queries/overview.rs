// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct OverviewPeopleParams<T1: crate::ArraySql<Item = i32>> {
    pub today: jiff::civil::Date,
    pub campaigns: Option<T1>,
}
#[derive(Debug)]
pub struct OverviewEngagementsParams<T1: crate::ArraySql<Item = i32>> {
    pub campaigns: Option<T1>,
    pub today: jiff::civil::Date,
}
#[derive(Debug)]
pub struct OverviewSpendParams<T1: crate::ArraySql<Item = i32>> {
    pub campaigns: Option<T1>,
    pub today: jiff::civil::Date,
}
#[derive(Debug)]
pub struct OverviewCampaignsParams<T1: crate::ArraySql<Item = i32>, T2: crate::ArraySql<Item = i32>> {
    pub today: jiff::civil::Date,
    pub shown: T1,
    pub campaigns: Option<T2>,
}
#[derive(Debug)]
pub struct OverviewHotParams<T1: crate::ArraySql<Item = i32>> {
    pub campaigns: Option<T1>,
    pub tenant: uuid::Uuid,
    pub today: jiff::civil::Date,
}
#[derive(Debug)]
pub struct OverviewPersonasParams<T1: crate::ArraySql<Item = i32>> {
    pub campaigns: Option<T1>,
    pub today: jiff::civil::Date,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct OverviewPeople {
    pub week: Option<i32>,
    pub day: Option<jiff::civil::Date>,
    pub people: i64,
    pub targeted: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct OverviewEngagements {
    pub this_week: i64,
    pub last_week: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewSpend {
    pub week: i32,
    pub spend: Option<f64>,
    pub currency: Option<String>,
}
pub struct OverviewSpendBorrowed<'a> {
    pub week: i32,
    pub spend: Option<f64>,
    pub currency: Option<&'a str>,
}
impl<'a> From<OverviewSpendBorrowed<'a>> for OverviewSpend {
    fn from(OverviewSpendBorrowed { week, spend, currency }: OverviewSpendBorrowed<'a>) -> Self {
        Self { week, spend, currency: currency.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewCampaigns {
    pub id: i32,
    pub people: i64,
    pub targeted: i64,
    pub spend: Option<f64>,
    pub currency: Option<String>,
}
pub struct OverviewCampaignsBorrowed<'a> {
    pub id: i32,
    pub people: i64,
    pub targeted: i64,
    pub spend: Option<f64>,
    pub currency: Option<&'a str>,
}
impl<'a> From<OverviewCampaignsBorrowed<'a>> for OverviewCampaigns {
    fn from(
        OverviewCampaignsBorrowed { id, people, targeted, spend, currency }: OverviewCampaignsBorrowed<'a>,
    ) -> Self {
        Self { id, people, targeted, spend, currency: currency.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewHot {
    pub id: i32,
    pub name: String,
    pub headline: Option<String>,
    pub company: Option<String>,
    pub engagements: i64,
    pub score: i64,
    pub personas: Vec<String>,
    pub colours: Vec<String>,
}
pub struct OverviewHotBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub headline: Option<&'a str>,
    pub company: Option<&'a str>,
    pub engagements: i64,
    pub score: i64,
    pub personas: crate::ArrayIterator<'a, &'a str>,
    pub colours: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<OverviewHotBorrowed<'a>> for OverviewHot {
    fn from(
        OverviewHotBorrowed { id, name, headline, company, engagements, score, personas, colours }: OverviewHotBorrowed<
            'a,
        >,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            headline: headline.map(|v| v.into()),
            company: company.map(|v| v.into()),
            engagements,
            score,
            personas: personas.map(|v| v.into()).collect(),
            colours: colours.map(|v| v.into()).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewPersonas {
    pub id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub day: jiff::civil::Date,
    pub engagements: i64,
}
pub struct OverviewPersonasBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub day: jiff::civil::Date,
    pub engagements: i64,
}
impl<'a> From<OverviewPersonasBorrowed<'a>> for OverviewPersonas {
    fn from(OverviewPersonasBorrowed { id, name, colour, day, engagements }: OverviewPersonasBorrowed<'a>) -> Self {
        Self { id, name: name.into(), colour: colour.into(), day, engagements }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewAlerts {
    pub message: String,
    pub kind: String,
    pub connection_id: Option<uuid::Uuid>,
    pub job_id: Option<uuid::Uuid>,
    pub endpoint_id: Option<uuid::Uuid>,
    pub upload_id: Option<uuid::Uuid>,
}
pub struct OverviewAlertsBorrowed<'a> {
    pub message: &'a str,
    pub kind: &'a str,
    pub connection_id: Option<uuid::Uuid>,
    pub job_id: Option<uuid::Uuid>,
    pub endpoint_id: Option<uuid::Uuid>,
    pub upload_id: Option<uuid::Uuid>,
}
impl<'a> From<OverviewAlertsBorrowed<'a>> for OverviewAlerts {
    fn from(
        OverviewAlertsBorrowed { message, kind, connection_id, job_id, endpoint_id, upload_id }: OverviewAlertsBorrowed<
            'a,
        >,
    ) -> Self {
        Self { message: message.into(), kind: kind.into(), connection_id, job_id, endpoint_id, upload_id }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewImports {
    pub id: uuid::Uuid,
    pub file_name: String,
    pub state: String,
    pub error: Option<String>,
}
pub struct OverviewImportsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub file_name: &'a str,
    pub state: &'a str,
    pub error: Option<&'a str>,
}
impl<'a> From<OverviewImportsBorrowed<'a>> for OverviewImports {
    fn from(OverviewImportsBorrowed { id, file_name, state, error }: OverviewImportsBorrowed<'a>) -> Self {
        Self { id, file_name: file_name.into(), state: state.into(), error: error.map(|v| v.into()) }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct OverviewPeopleQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewPeople, tokio_postgres::Error>,
    mapper: fn(OverviewPeople) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewPeopleQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewPeople) -> R) -> OverviewPeopleQuery<'c, 'a, 's, C, R, N> {
        OverviewPeopleQuery {
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
pub struct OverviewEngagementsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewEngagements, tokio_postgres::Error>,
    mapper: fn(OverviewEngagements) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewEngagementsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewEngagements) -> R) -> OverviewEngagementsQuery<'c, 'a, 's, C, R, N> {
        OverviewEngagementsQuery {
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
pub struct OverviewSpendQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewSpendBorrowed, tokio_postgres::Error>,
    mapper: fn(OverviewSpendBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewSpendQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewSpendBorrowed) -> R) -> OverviewSpendQuery<'c, 'a, 's, C, R, N> {
        OverviewSpendQuery {
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
pub struct OverviewCampaignsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewCampaignsBorrowed, tokio_postgres::Error>,
    mapper: fn(OverviewCampaignsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewCampaignsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewCampaignsBorrowed) -> R) -> OverviewCampaignsQuery<'c, 'a, 's, C, R, N> {
        OverviewCampaignsQuery {
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
pub struct OverviewHotQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewHotBorrowed, tokio_postgres::Error>,
    mapper: fn(OverviewHotBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewHotQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewHotBorrowed) -> R) -> OverviewHotQuery<'c, 'a, 's, C, R, N> {
        OverviewHotQuery {
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
pub struct OverviewPersonasQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewPersonasBorrowed, tokio_postgres::Error>,
    mapper: fn(OverviewPersonasBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewPersonasQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewPersonasBorrowed) -> R) -> OverviewPersonasQuery<'c, 'a, 's, C, R, N> {
        OverviewPersonasQuery {
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
pub struct OverviewAlertsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewAlertsBorrowed, tokio_postgres::Error>,
    mapper: fn(OverviewAlertsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewAlertsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewAlertsBorrowed) -> R) -> OverviewAlertsQuery<'c, 'a, 's, C, R, N> {
        OverviewAlertsQuery {
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
pub struct OverviewImportsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OverviewImportsBorrowed, tokio_postgres::Error>,
    mapper: fn(OverviewImportsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OverviewImportsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OverviewImportsBorrowed) -> R) -> OverviewImportsQuery<'c, 'a, 's, C, R, N> {
        OverviewImportsQuery {
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
pub struct OptionjiffCivilDateQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<jiff::civil::Date>, tokio_postgres::Error>,
    mapper: fn(Option<jiff::civil::Date>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionjiffCivilDateQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<jiff::civil::Date>) -> R) -> OptionjiffCivilDateQuery<'c, 'a, 's, C, R, N> {
        OptionjiffCivilDateQuery {
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
pub struct OverviewPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_people() -> OverviewPeopleStmt {
    OverviewPeopleStmt(
        "with days as materialized ( select $1::date - ago as day, to_char($1::date - ago, 'YYYY-MM-DD') as key from generate_series(0, 13) ago ), active as materialized ( select d.day, s.chunk, s.people from sets_of(current_tenant(), 'd', array(select key from days where $2::integer[] is null)) s join days d on d.key = s.key union all select e.engaged_on, chunk_of(e.person_id), bit_or(bit_of(e.person_id)) from posts p cross join lateral ( select engaged_on, person_id from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id and e.engaged_on > $1 - 14 and e.engaged_on <= $1 offset 0 ) e where exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any ($2)) group by 1, 2 ), target as materialized (select chunk, people from sets_of(current_tenant(), 't')), weeks as (select ($1 - day) / 7 as week, chunk, bit_or(people) as people from active group by 1, 2) select null::integer as week, d.day, coalesce(sum(bit_count(a.people)), 0)::bigint as people, coalesce(sum(bit_count(a.people & t.people)), 0)::bigint as targeted from days d left join active a on a.day = d.day left join target t on t.chunk = a.chunk group by d.day union all select w.week, null, coalesce(sum(bit_count(a.people)), 0)::bigint, coalesce(sum(bit_count(a.people & t.people)), 0)::bigint from (values (0), (1)) w(week) left join weeks a on a.week = w.week left join target t on t.chunk = a.chunk group by w.week order by 1 nulls last, 2",
        None,
    )
}
impl OverviewPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        today: &'a jiff::civil::Date,
        campaigns: &'a Option<T1>,
    ) -> OverviewPeopleQuery<'c, 'a, 's, C, OverviewPeople, 2> {
        OverviewPeopleQuery {
            client,
            params: [today, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewPeople, tokio_postgres::Error> {
                Ok(OverviewPeople {
                    week: row.try_get(0)?,
                    day: row.try_get(1)?,
                    people: row.try_get(2)?,
                    targeted: row.try_get(3)?,
                })
            },
            mapper: |it| OverviewPeople::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OverviewPeopleParams<T1>,
        OverviewPeopleQuery<'c, 'a, 's, C, OverviewPeople, 2>,
        C,
    > for OverviewPeopleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OverviewPeopleParams<T1>,
    ) -> OverviewPeopleQuery<'c, 'a, 's, C, OverviewPeople, 2> {
        self.bind(client, &params.today, &params.campaigns)
    }
}
pub struct OverviewEngagementsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_engagements() -> OverviewEngagementsStmt {
    OverviewEngagementsStmt(
        "with placed as materialized ( select p.tenant_id, p.id as post_id, case when $1::integer[] is null then 1 - (select count(*) from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id) else (select count(*) from (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any ($1) limit 1) x) end as times from posts p ) select coalesce(sum(n.engagements) filter (where n.day > $2::date - 7), 0)::bigint as this_week, coalesce(sum(n.engagements) filter (where n.day <= $2::date - 7), 0)::bigint as last_week from ( select d.day, d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks as engagements from campaign_day_parts d where $1 is null and d.day > $2::date - 14 and d.day <= $2::date union all select e.engaged_on, p.times from placed p cross join lateral ( select engaged_on from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.post_id and e.engaged_on > $2::date - 14 and e.engaged_on <= $2::date offset 0 ) e where p.times <> 0 ) n",
        None,
    )
}
impl OverviewEngagementsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
        today: &'a jiff::civil::Date,
    ) -> OverviewEngagementsQuery<'c, 'a, 's, C, OverviewEngagements, 2> {
        OverviewEngagementsQuery {
            client,
            params: [campaigns, today],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewEngagements, tokio_postgres::Error> {
                Ok(OverviewEngagements { this_week: row.try_get(0)?, last_week: row.try_get(1)? })
            },
            mapper: |it| OverviewEngagements::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OverviewEngagementsParams<T1>,
        OverviewEngagementsQuery<'c, 'a, 's, C, OverviewEngagements, 2>,
        C,
    > for OverviewEngagementsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OverviewEngagementsParams<T1>,
    ) -> OverviewEngagementsQuery<'c, 'a, 's, C, OverviewEngagements, 2> {
        self.bind(client, &params.campaigns, &params.today)
    }
}
pub struct OverviewSpendStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_spend() -> OverviewSpendStmt {
    OverviewSpendStmt(
        "select w.week, case when count(distinct m.currency) <= 1 then sum(m.spend) end::float8 as spend, coalesce(min(m.currency), min(t.currency)) as currency from (values (0), (1)) w(week) join tenants t on t.id = current_tenant() left join ( ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id and ($1::integer[] is null or a.campaign_id = any ($1)) ) on m.day > $2::date - 7 * (w.week + 1) and m.last_day <= $2 - 7 * w.week group by w.week order by w.week",
        None,
    )
}
impl OverviewSpendStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
        today: &'a jiff::civil::Date,
    ) -> OverviewSpendQuery<'c, 'a, 's, C, OverviewSpend, 2> {
        OverviewSpendQuery {
            client,
            params: [campaigns, today],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewSpendBorrowed, tokio_postgres::Error> {
                Ok(OverviewSpendBorrowed { week: row.try_get(0)?, spend: row.try_get(1)?, currency: row.try_get(2)? })
            },
            mapper: |it| OverviewSpend::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OverviewSpendParams<T1>,
        OverviewSpendQuery<'c, 'a, 's, C, OverviewSpend, 2>,
        C,
    > for OverviewSpendStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OverviewSpendParams<T1>,
    ) -> OverviewSpendQuery<'c, 'a, 's, C, OverviewSpend, 2> {
        self.bind(client, &params.campaigns, &params.today)
    }
}
pub struct OverviewCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_campaigns() -> OverviewCampaignsStmt {
    OverviewCampaignsStmt(
        "with people as ( select l.tenant_id, l.campaign_id, chunk_of(e.person_id) as chunk, bit_or(bit_of(e.person_id)) as people from campaign_posts l cross join lateral ( select person_id from engagements e where e.tenant_id = l.tenant_id and e.post_id = l.post_id and e.engaged_on > $1::date - 7 and e.engaged_on <= $1 offset 0 ) e where l.campaign_id = any ($2::integer[]) and ($3::integer[] is null or l.campaign_id = any ($3)) group by 1, 2, 3 ), counts as ( select p.tenant_id, p.campaign_id, sum(bit_count(p.people))::bigint as people, coalesce(sum(bit_count(p.people & t.people)), 0)::bigint as targeted from people p left join sets_of(current_tenant(), 't') t on t.chunk = p.chunk group by 1, 2 ) select c.id, coalesce(n.people, 0) as people, coalesce(n.targeted, 0) as targeted, s.spend, s.currency from campaigns c left join counts n on n.tenant_id = c.tenant_id and n.campaign_id = c.id cross join lateral ( select case when count(distinct m.currency) <= 1 then sum(m.spend) end::float8 as spend, min(m.currency) as currency from ads a join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id where a.tenant_id = c.tenant_id and a.campaign_id = c.id and m.day > $1 - 7 and m.last_day <= $1 ) s where c.id = any ($2) and ($3::integer[] is null or c.id = any ($3))",
        None,
    )
}
impl OverviewCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        today: &'a jiff::civil::Date,
        shown: &'a T1,
        campaigns: &'a Option<T2>,
    ) -> OverviewCampaignsQuery<'c, 'a, 's, C, OverviewCampaigns, 3> {
        OverviewCampaignsQuery {
            client,
            params: [today, shown, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewCampaignsBorrowed, tokio_postgres::Error> {
                Ok(OverviewCampaignsBorrowed {
                    id: row.try_get(0)?,
                    people: row.try_get(1)?,
                    targeted: row.try_get(2)?,
                    spend: row.try_get(3)?,
                    currency: row.try_get(4)?,
                })
            },
            mapper: |it| OverviewCampaigns::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OverviewCampaignsParams<T1, T2>,
        OverviewCampaignsQuery<'c, 'a, 's, C, OverviewCampaigns, 3>,
        C,
    > for OverviewCampaignsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OverviewCampaignsParams<T1, T2>,
    ) -> OverviewCampaignsQuery<'c, 'a, 's, C, OverviewCampaigns, 3> {
        self.bind(client, &params.today, &params.shown, &params.campaigns)
    }
}
pub struct OverviewHotStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_hot() -> OverviewHotStmt {
    OverviewHotStmt(
        "with target as materialized (select chunk, people from sets_of(current_tenant(), 't')), first as materialized ( select f.person_id from ( select r.person_id from person_engagement r where $1::integer[] is null and r.tenant_id = $2 and r.last_day > $3::date - 7 and r.last_day <= $3 order by r.week_score desc limit 500 ) f where exists (select from target t where t.chunk = chunk_of(f.person_id) and is_in(t.people, f.person_id)) ), fifth as ( select sum(weight_of(w, e.engagement_type, e.reaction_type)) as score from first f cross join weights w cross join lateral ( select engagement_type, reaction_type from engagements e where e.tenant_id = w.tenant_id and e.person_id = f.person_id and e.engaged_on > $3 - 7 and e.engaged_on <= $3 offset 0 ) e group by f.person_id order by 1 desc offset 4 limit 1 ), least as materialized ( select coalesce((120 * (select score from fifth) + w.most - 1) / nullif(w.most, 0), 0)::integer as score from (select most_120ths(w) as most from weights w offset 0) w ), looked_at as materialized ( select r.person_id from person_engagement r where $1 is null and r.tenant_id = $2 and r.last_day > $3 - 7 and r.last_day <= $3 and r.week_score >= (select score from least) union select d.person_id from engagement_deltas d where $1 is null and d.tenant_id = $2 union select r.person_id from person_engagement r where $1 is null and r.tenant_id = $2 and r.last_day > $3 and exists (select from people_sets s where s.tenant_id = $2 and s.kind = 'd' and (s.key > to_char($3, 'YYYY-MM-DD') or length(s.key) > 10)) ), done as ( select l.person_id, e.engagement_type, e.reaction_type, e.engaged_on from looked_at l cross join lateral ( select engagement_type, reaction_type, engaged_on from engagements e where e.tenant_id = $2 and e.person_id = l.person_id and e.engaged_on > $3 - 7 and e.engaged_on <= $3 offset 0 ) e union all select e.person_id, e.engagement_type, e.reaction_type, e.engaged_on from posts p cross join lateral ( select person_id, engagement_type, reaction_type, engaged_on from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id and e.engaged_on > $3 - 7 and e.engaged_on <= $3 offset 0 ) e where exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any ($1)) ), hot as ( select d.person_id, count(*) as engagements, sum(weight_of(w, d.engagement_type, d.reaction_type)) as score, max(d.engaged_on) as last_day from done d cross join weights w where exists (select from target t where t.chunk = chunk_of(d.person_id) and is_in(t.people, d.person_id)) group by 1 order by score desc, last_day desc, person_id limit 5 ) select p.id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) as headline, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, b.engagements, b.score, q.names as personas, q.colours from hot b join persons p on p.id = b.person_id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id cross join lateral ( select coalesce(array_agg(q.name order by t.match_score desc, q.name), '{}') as names, coalesce(array_agg(q.colour order by t.match_score desc, q.name), '{}') as colours from targets t join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active ) q order by b.score desc, b.last_day desc, b.person_id",
        None,
    )
}
impl OverviewHotStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
        tenant: &'a uuid::Uuid,
        today: &'a jiff::civil::Date,
    ) -> OverviewHotQuery<'c, 'a, 's, C, OverviewHot, 3> {
        OverviewHotQuery {
            client,
            params: [campaigns, tenant, today],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewHotBorrowed, tokio_postgres::Error> {
                Ok(OverviewHotBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    headline: row.try_get(2)?,
                    company: row.try_get(3)?,
                    engagements: row.try_get(4)?,
                    score: row.try_get(5)?,
                    personas: row.try_get(6)?,
                    colours: row.try_get(7)?,
                })
            },
            mapper: |it| OverviewHot::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<'c, 'a, 's, OverviewHotParams<T1>, OverviewHotQuery<'c, 'a, 's, C, OverviewHot, 3>, C>
    for OverviewHotStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OverviewHotParams<T1>,
    ) -> OverviewHotQuery<'c, 'a, 's, C, OverviewHot, 3> {
        self.bind(client, &params.campaigns, &params.tenant, &params.today)
    }
}
pub struct OverviewPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_personas() -> OverviewPersonasStmt {
    OverviewPersonasStmt(
        "with counts as ( select d.persona_id, d.day, (d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks)::bigint as engagements from persona_days d where $1::integer[] is null and d.day > $2::date - 36 union all select t.persona_id, e.engaged_on, count(*) from posts p cross join lateral ( select person_id, engaged_on from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id and e.engaged_on > $2 - 36 offset 0 ) e join targets t on t.tenant_id = p.tenant_id and t.person_id = e.person_id and t.is_active where exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any ($1::integer[])) group by 1, 2 ) select q.id, q.name, q.colour, at::date as day, coalesce(n.engagements, 0) as engagements from personas q cross join generate_series($2 - 35, $2, interval '1 day') at left join counts n on n.persona_id = q.id and n.day = at::date where q.is_active order by q.name, q.id, at",
        None,
    )
}
impl OverviewPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
        today: &'a jiff::civil::Date,
    ) -> OverviewPersonasQuery<'c, 'a, 's, C, OverviewPersonas, 2> {
        OverviewPersonasQuery {
            client,
            params: [campaigns, today],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewPersonasBorrowed, tokio_postgres::Error> {
                Ok(OverviewPersonasBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    day: row.try_get(3)?,
                    engagements: row.try_get(4)?,
                })
            },
            mapper: |it| OverviewPersonas::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OverviewPersonasParams<T1>,
        OverviewPersonasQuery<'c, 'a, 's, C, OverviewPersonas, 2>,
        C,
    > for OverviewPersonasStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OverviewPersonasParams<T1>,
    ) -> OverviewPersonasQuery<'c, 'a, 's, C, OverviewPersonas, 2> {
        self.bind(client, &params.campaigns, &params.today)
    }
}
pub struct OverviewAlertsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_alerts() -> OverviewAlertsStmt {
    OverviewAlertsStmt(
        "select a.message, a.kind::text as kind, a.connection_id, a.job_id, a.endpoint_id, u.id as upload_id from alerts a left join uploads u on u.tenant_id = a.tenant_id and u.job_id = a.job_id where a.resolved_at is null and $1::integer[] is null order by a.raised_at desc, a.id limit 10",
        None,
    )
}
impl OverviewAlertsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
    ) -> OverviewAlertsQuery<'c, 'a, 's, C, OverviewAlerts, 1> {
        OverviewAlertsQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewAlertsBorrowed, tokio_postgres::Error> {
                Ok(OverviewAlertsBorrowed {
                    message: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    connection_id: row.try_get(2)?,
                    job_id: row.try_get(3)?,
                    endpoint_id: row.try_get(4)?,
                    upload_id: row.try_get(5)?,
                })
            },
            mapper: |it| OverviewAlerts::from(it),
        }
    }
}
pub struct OverviewImportsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_imports() -> OverviewImportsStmt {
    OverviewImportsStmt(
        "select i.id, i.file_name, i.state::text as state, i.error from csv_imports i where $1::integer[] is null and i.state in ('failed', 'interrupted') and i.started_at > now() - interval '7 days' and not exists (select from csv_imports l where l.tenant_id = i.tenant_id and l.file_sha256 = i.file_sha256 and l.state = 'completed' and l.started_at > i.started_at) order by i.started_at desc, i.id limit 5",
        None,
    )
}
impl OverviewImportsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
    ) -> OverviewImportsQuery<'c, 'a, 's, C, OverviewImports, 1> {
        OverviewImportsQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OverviewImportsBorrowed, tokio_postgres::Error> {
                Ok(OverviewImportsBorrowed {
                    id: row.try_get(0)?,
                    file_name: row.try_get(1)?,
                    state: row.try_get(2)?,
                    error: row.try_get(3)?,
                })
            },
            mapper: |it| OverviewImports::from(it),
        }
    }
}
pub struct OverviewArrivalStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn overview_arrival() -> OverviewArrivalStmt {
    OverviewArrivalStmt(
        "select (max(a.at) at time zone t.time_zone)::date as day from tenants t cross join lateral ( (select i.started_at as at from csv_imports i where i.tenant_id = t.id and i.state = 'completed' order by i.started_at desc limit 1) union all (select j.finished_at from scraping_jobs j where j.tenant_id = t.id and j.state = 'completed' and j.kind not in ('mail', 'validation') order by j.created_at desc limit 1) union all (select e.created_at from engagements e where e.tenant_id = t.id order by e.id desc limit 1) ) a where t.id = current_tenant() and $1::integer[] is null group by t.id",
        None,
    )
}
impl OverviewArrivalStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
    ) -> OptionjiffCivilDateQuery<'c, 'a, 's, C, Option<jiff::civil::Date>, 1> {
        OptionjiffCivilDateQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
