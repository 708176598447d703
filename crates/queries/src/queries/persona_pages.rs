// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct PersonaCampaignsParams {
    pub persona: uuid::Uuid,
    pub most: i64,
}
#[derive(Debug)]
pub struct PersonaPeopleShownParams<T1: crate::StringSql> {
    pub persona: uuid::Uuid,
    pub after_id: Option<i32>,
    pub after_score: Option<T1>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonasShown {
    pub id: uuid::Uuid,
    pub name: String,
    pub description: Option<String>,
    pub colour: String,
    pub threshold: f64,
    pub is_active: bool,
    pub criteria: serde_json::Value,
    pub is_sample: bool,
    pub people: i64,
    pub average_score: Option<f64>,
    pub entered: i64,
    pub departed: i64,
    pub engagements: Vec<i64>,
}
pub struct PersonasShownBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub description: Option<&'a str>,
    pub colour: &'a str,
    pub threshold: f64,
    pub is_active: bool,
    pub criteria: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub is_sample: bool,
    pub people: i64,
    pub average_score: Option<f64>,
    pub entered: i64,
    pub departed: i64,
    pub engagements: crate::ArrayIterator<'a, i64>,
}
impl<'a> From<PersonasShownBorrowed<'a>> for PersonasShown {
    fn from(
        PersonasShownBorrowed {
            id,
            name,
            description,
            colour,
            threshold,
            is_active,
            criteria,
            is_sample,
            people,
            average_score,
            entered,
            departed,
            engagements,
        }: PersonasShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            description: description.map(|v| v.into()),
            colour: colour.into(),
            threshold,
            is_active,
            criteria: serde_json::from_str(criteria.0.get()).unwrap(),
            is_sample,
            people,
            average_score,
            entered,
            departed,
            engagements: engagements.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PersonaTrend {
    pub day: jiff::civil::Date,
    pub engagements: i64,
    pub people: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaCampaigns {
    pub id: i32,
    pub name: String,
    pub status: String,
    pub people: i32,
    pub engagements: i64,
    pub share_of_campaign: Option<f64>,
    pub share_of_persona: Option<f64>,
}
pub struct PersonaCampaignsBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub status: &'a str,
    pub people: i32,
    pub engagements: i64,
    pub share_of_campaign: Option<f64>,
    pub share_of_persona: Option<f64>,
}
impl<'a> From<PersonaCampaignsBorrowed<'a>> for PersonaCampaigns {
    fn from(
        PersonaCampaignsBorrowed {
            id,
            name,
            status,
            people,
            engagements,
            share_of_campaign,
            share_of_persona,
        }: PersonaCampaignsBorrowed<'a>,
    ) -> Self {
        Self { id, name: name.into(), status: status.into(), people, engagements, share_of_campaign, share_of_persona }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PersonaOverlaps {
    pub one: uuid::Uuid,
    pub other: uuid::Uuid,
    pub people: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PersonaContents {
    pub people: i64,
    pub by_hand: i64,
    pub events: i64,
    pub ratings: i64,
    pub campaigns: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaChoices {
    pub id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub is_active: bool,
}
pub struct PersonaChoicesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub is_active: bool,
}
impl<'a> From<PersonaChoicesBorrowed<'a>> for PersonaChoices {
    fn from(PersonaChoicesBorrowed { id, name, colour, is_active }: PersonaChoicesBorrowed<'a>) -> Self {
        Self { id, name: name.into(), colour: colour.into(), is_active }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaTemplates {
    pub name: String,
    pub description: Option<String>,
    pub colour: String,
    pub threshold: f64,
    pub criteria: serde_json::Value,
}
pub struct PersonaTemplatesBorrowed<'a> {
    pub name: &'a str,
    pub description: Option<&'a str>,
    pub colour: &'a str,
    pub threshold: f64,
    pub criteria: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<PersonaTemplatesBorrowed<'a>> for PersonaTemplates {
    fn from(
        PersonaTemplatesBorrowed { name, description, colour, threshold, criteria }: PersonaTemplatesBorrowed<'a>,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.map(|v| v.into()),
            colour: colour.into(),
            threshold,
            criteria: serde_json::from_str(criteria.0.get()).unwrap(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaPeopleShown {
    pub id: i32,
    pub name: String,
    pub title: Option<String>,
    pub company: Option<String>,
    pub company_id: Option<i32>,
    pub match_score: f64,
    pub confidence: f64,
    pub pinned: bool,
    pub reason: Option<String>,
    pub score: Option<i64>,
    pub receipt: Option<serde_json::Value>,
}
pub struct PersonaPeopleShownBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub title: Option<&'a str>,
    pub company: Option<&'a str>,
    pub company_id: Option<i32>,
    pub match_score: f64,
    pub confidence: f64,
    pub pinned: bool,
    pub reason: Option<&'a str>,
    pub score: Option<i64>,
    pub receipt: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
}
impl<'a> From<PersonaPeopleShownBorrowed<'a>> for PersonaPeopleShown {
    fn from(
        PersonaPeopleShownBorrowed {
            id,
            name,
            title,
            company,
            company_id,
            match_score,
            confidence,
            pinned,
            reason,
            score,
            receipt,
        }: PersonaPeopleShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            title: title.map(|v| v.into()),
            company: company.map(|v| v.into()),
            company_id,
            match_score,
            confidence,
            pinned,
            reason: reason.map(|v| v.into()),
            score,
            receipt: receipt.map(|v| serde_json::from_str(v.0.get()).unwrap()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct FirstStrategies {
    pub id: uuid::Uuid,
    pub strategy_id: uuid::Uuid,
    pub name: String,
}
pub struct FirstStrategiesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub strategy_id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<FirstStrategiesBorrowed<'a>> for FirstStrategies {
    fn from(FirstStrategiesBorrowed { id, strategy_id, name }: FirstStrategiesBorrowed<'a>) -> Self {
        Self { id, strategy_id, name: name.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct PersonasShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonasShownBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonasShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonasShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonasShownBorrowed) -> R) -> PersonasShownQuery<'c, 'a, 's, C, R, N> {
        PersonasShownQuery {
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
pub struct PersonaTrendQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaTrend, tokio_postgres::Error>,
    mapper: fn(PersonaTrend) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaTrendQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaTrend) -> R) -> PersonaTrendQuery<'c, 'a, 's, C, R, N> {
        PersonaTrendQuery {
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
pub struct PersonaCampaignsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaCampaignsBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaCampaignsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaCampaignsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaCampaignsBorrowed) -> R) -> PersonaCampaignsQuery<'c, 'a, 's, C, R, N> {
        PersonaCampaignsQuery {
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
pub struct PersonaOverlapsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaOverlaps, tokio_postgres::Error>,
    mapper: fn(PersonaOverlaps) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaOverlapsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaOverlaps) -> R) -> PersonaOverlapsQuery<'c, 'a, 's, C, R, N> {
        PersonaOverlapsQuery {
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
pub struct PersonaContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaContents, tokio_postgres::Error>,
    mapper: fn(PersonaContents) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaContents) -> R) -> PersonaContentsQuery<'c, 'a, 's, C, R, N> {
        PersonaContentsQuery {
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
pub struct PersonaChoicesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaChoicesBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaChoicesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaChoicesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaChoicesBorrowed) -> R) -> PersonaChoicesQuery<'c, 'a, 's, C, R, N> {
        PersonaChoicesQuery {
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
pub struct PersonaTemplatesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaTemplatesBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaTemplatesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaTemplatesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaTemplatesBorrowed) -> R) -> PersonaTemplatesQuery<'c, 'a, 's, C, R, N> {
        PersonaTemplatesQuery {
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
pub struct PersonaPeopleShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaPeopleShownBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaPeopleShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaPeopleShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaPeopleShownBorrowed) -> R) -> PersonaPeopleShownQuery<'c, 'a, 's, C, R, N> {
        PersonaPeopleShownQuery {
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
pub struct FirstStrategiesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FirstStrategiesBorrowed, tokio_postgres::Error>,
    mapper: fn(FirstStrategiesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FirstStrategiesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FirstStrategiesBorrowed) -> R) -> FirstStrategiesQuery<'c, 'a, 's, C, R, N> {
        FirstStrategiesQuery {
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
pub struct PersonasShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn personas_shown() -> PersonasShownStmt {
    PersonasShownStmt(
        "with clock as (select tenant_today(current_tenant()) as today), members as ( select t.persona_id, count(*) as people, avg(t.match_score) filter (where not t.pinned) as average_score from targets t where t.is_active and ($1::uuid is null or t.persona_id = $1) group by 1 ), moves as ( select v.persona_id, count(*) filter (where v.event = 'entered') as entered, count(*) filter (where v.event = 'left') as departed from target_events v where v.happened_at > now() - interval '30 days' and v.event in ('entered', 'left') and ($1::uuid is null or v.persona_id = $1) group by 1 ), counts as materialized ( select d.persona_id, d.day, d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks as engagements from persona_days d where d.day > (select today - 66 from clock) and ($1::uuid is null or d.persona_id = $1) ), days as ( select q.id as persona_id, array_agg(coalesce(n.engagements, 0)::bigint order by ago desc) as engagements from personas q cross join clock k cross join generate_series(0, 65) ago left join counts n on n.persona_id = q.id and n.day = k.today - ago where $1::uuid is null or q.id = $1 group by 1 ) select q.id, q.name, q.description, q.colour, q.threshold::float8 as threshold, q.is_active, q.criteria, coalesce(q.created_by = 'sample', false) as is_sample, coalesce(m.people, 0) as people, m.average_score::float8 as average_score, coalesce(v.entered, 0) as entered, coalesce(v.departed, 0) as departed, d.engagements from personas q join days d on d.persona_id = q.id left join members m on m.persona_id = q.id left join moves v on v.persona_id = q.id where $1::uuid is null or q.id = $1 order by lower(q.name), q.id",
        None,
    )
}
impl PersonasShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a Option<uuid::Uuid>,
    ) -> PersonasShownQuery<'c, 'a, 's, C, PersonasShown, 1> {
        PersonasShownQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonasShownBorrowed, tokio_postgres::Error> {
                Ok(PersonasShownBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    description: row.try_get(2)?,
                    colour: row.try_get(3)?,
                    threshold: row.try_get(4)?,
                    is_active: row.try_get(5)?,
                    criteria: row.try_get(6)?,
                    is_sample: row.try_get(7)?,
                    people: row.try_get(8)?,
                    average_score: row.try_get(9)?,
                    entered: row.try_get(10)?,
                    departed: row.try_get(11)?,
                    engagements: row.try_get(12)?,
                })
            },
            mapper: |it| PersonasShown::from(it),
        }
    }
}
pub struct PersonaTrendStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_trend() -> PersonaTrendStmt {
    PersonaTrendStmt(
        "with clock as (select tenant_today(current_tenant()) as today) select k.today - ago as day, coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0)::bigint as engagements, coalesce(d.people, 0)::bigint as people from clock k cross join generate_series(29, 0, -1) ago left join persona_days d on d.persona_id = $1 and d.day = k.today - ago order by 1",
        None,
    )
}
impl PersonaTrendStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> PersonaTrendQuery<'c, 'a, 's, C, PersonaTrend, 1> {
        PersonaTrendQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaTrend, tokio_postgres::Error> {
                Ok(PersonaTrend { day: row.try_get(0)?, engagements: row.try_get(1)?, people: row.try_get(2)? })
            },
            mapper: |it| PersonaTrend::from(it),
        }
    }
}
pub struct PersonaCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_campaigns() -> PersonaCampaignsStmt {
    PersonaCampaignsStmt(
        "select c.id, c.name, c.status::text as status, n.people, e.engagements::bigint as engagements, (e.engagements / nullif(a.engagements, 0))::float8 as share_of_campaign, n.people::float8 / nullif(m.people, 0) as share_of_persona from campaign_persona_counts n cross join lateral (select (n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks)::numeric as engagements) e join campaigns c on c.tenant_id = n.tenant_id and c.id = n.campaign_id left join ( select tenant_id, campaign_id, sum(likes + reactions + comments + shares + follows + clicks)::numeric as engagements from campaign_counts group by 1, 2 ) a on a.tenant_id = n.tenant_id and a.campaign_id = n.campaign_id cross join (select count(*) as people from targets where persona_id = $1 and is_active) m where n.persona_id = $1 and n.people > 0 order by n.people desc, lower(c.name), c.id limit $2",
        None,
    )
}
impl PersonaCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        most: &'a i64,
    ) -> PersonaCampaignsQuery<'c, 'a, 's, C, PersonaCampaigns, 2> {
        PersonaCampaignsQuery {
            client,
            params: [persona, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaCampaignsBorrowed, tokio_postgres::Error> {
                Ok(PersonaCampaignsBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    status: row.try_get(2)?,
                    people: row.try_get(3)?,
                    engagements: row.try_get(4)?,
                    share_of_campaign: row.try_get(5)?,
                    share_of_persona: row.try_get(6)?,
                })
            },
            mapper: |it| PersonaCampaigns::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonaCampaignsParams,
        PersonaCampaignsQuery<'c, 'a, 's, C, PersonaCampaigns, 2>,
        C,
    > for PersonaCampaignsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonaCampaignsParams,
    ) -> PersonaCampaignsQuery<'c, 'a, 's, C, PersonaCampaigns, 2> {
        self.bind(client, &params.persona, &params.most)
    }
}
pub struct PersonaOverlapsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_overlaps() -> PersonaOverlapsStmt {
    PersonaOverlapsStmt(
        "select a.persona_id as one, b.persona_id as other, count(*) as people from targets a join targets b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and b.persona_id > a.persona_id and b.is_active and b.persona_id = any ($1) where a.is_active and a.persona_id = any ($1) group by 1, 2",
        None,
    )
}
impl PersonaOverlapsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        personas: &'a T1,
    ) -> PersonaOverlapsQuery<'c, 'a, 's, C, PersonaOverlaps, 1> {
        PersonaOverlapsQuery {
            client,
            params: [personas],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaOverlaps, tokio_postgres::Error> {
                Ok(PersonaOverlaps { one: row.try_get(0)?, other: row.try_get(1)?, people: row.try_get(2)? })
            },
            mapper: |it| PersonaOverlaps::from(it),
        }
    }
}
pub struct PersonaContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_contents() -> PersonaContentsStmt {
    PersonaContentsStmt(
        "select (select count(*) from targets where persona_id = $1 and is_active) as people, (select count(*) from targets where persona_id = $1 and (pinned or excluded)) as by_hand, (select count(*) from target_events where persona_id = $1) as events, (select count(*) from persona_strategies where persona_id = $1) as ratings, (select count(*) from campaign_personas where persona_id = $1) as campaigns",
        None,
    )
}
impl PersonaContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> PersonaContentsQuery<'c, 'a, 's, C, PersonaContents, 1> {
        PersonaContentsQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaContents, tokio_postgres::Error> {
                Ok(PersonaContents {
                    people: row.try_get(0)?,
                    by_hand: row.try_get(1)?,
                    events: row.try_get(2)?,
                    ratings: row.try_get(3)?,
                    campaigns: row.try_get(4)?,
                })
            },
            mapper: |it| PersonaContents::from(it),
        }
    }
}
pub struct PersonaChoicesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_choices() -> PersonaChoicesStmt {
    PersonaChoicesStmt("select id, name, colour, is_active from personas order by lower(name), id", None)
}
impl PersonaChoicesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> PersonaChoicesQuery<'c, 'a, 's, C, PersonaChoices, 0> {
        PersonaChoicesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaChoicesBorrowed, tokio_postgres::Error> {
                Ok(PersonaChoicesBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    is_active: row.try_get(3)?,
                })
            },
            mapper: |it| PersonaChoices::from(it),
        }
    }
}
pub struct PersonaTemplatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_templates() -> PersonaTemplatesStmt {
    PersonaTemplatesStmt(
        "select name, description, colour, threshold::float8 as threshold, criteria::jsonb as criteria from sample_personas order by name",
        None,
    )
}
impl PersonaTemplatesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> PersonaTemplatesQuery<'c, 'a, 's, C, PersonaTemplates, 0> {
        PersonaTemplatesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaTemplatesBorrowed, tokio_postgres::Error> {
                Ok(PersonaTemplatesBorrowed {
                    name: row.try_get(0)?,
                    description: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    threshold: row.try_get(3)?,
                    criteria: row.try_get(4)?,
                })
            },
            mapper: |it| PersonaTemplates::from(it),
        }
    }
}
pub struct IndustryLabelsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn industry_labels() -> IndustryLabelsStmt {
    IndustryLabelsStmt("select label from industries where is_active order by label", None)
}
impl IndustryLabelsStmt {
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
pub struct PersonaPeopleShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_people_shown() -> PersonaPeopleShownStmt {
    PersonaPeopleShownStmt(
        "select r.person_id as id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) as title, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, c.id as company_id, r.match_score::float8 as match_score, r.confidence::float8 as confidence, r.pinned, r.reason, s.score, (select jsonb_agg(jsonb_build_object('criterion', criterion, 'weight', weight, 'outcome', outcome)) from app.receipt_lines(r.receipt)) as receipt from ( select * from targets t where t.persona_id = $1 and t.is_active and ($2::integer is null or t.match_score < $3::text::numeric or t.match_score = $3::text::numeric and t.person_id > $2) order by t.match_score desc, t.person_id limit $4 ) r join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id and (coalesce(p.company_override, '') = '' or c.name_key = company_key(p.company_override)) left join lateral (select s.score from person_scores s where s.tenant_id = r.tenant_id and s.person_id = r.person_id offset 0) s on true order by r.match_score desc, r.person_id",
        None,
    )
}
impl PersonaPeopleShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        after_id: &'a Option<i32>,
        after_score: &'a Option<T1>,
        most: &'a i64,
    ) -> PersonaPeopleShownQuery<'c, 'a, 's, C, PersonaPeopleShown, 4> {
        PersonaPeopleShownQuery {
            client,
            params: [persona, after_id, after_score, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaPeopleShownBorrowed, tokio_postgres::Error> {
                Ok(PersonaPeopleShownBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    title: row.try_get(2)?,
                    company: row.try_get(3)?,
                    company_id: row.try_get(4)?,
                    match_score: row.try_get(5)?,
                    confidence: row.try_get(6)?,
                    pinned: row.try_get(7)?,
                    reason: row.try_get(8)?,
                    score: row.try_get(9)?,
                    receipt: row.try_get(10)?,
                })
            },
            mapper: |it| PersonaPeopleShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonaPeopleShownParams<T1>,
        PersonaPeopleShownQuery<'c, 'a, 's, C, PersonaPeopleShown, 4>,
        C,
    > for PersonaPeopleShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonaPeopleShownParams<T1>,
    ) -> PersonaPeopleShownQuery<'c, 'a, 's, C, PersonaPeopleShown, 4> {
        self.bind(client, &params.persona, &params.after_id, &params.after_score, &params.most)
    }
}
pub struct FirstStrategiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn first_strategies() -> FirstStrategiesStmt {
    FirstStrategiesStmt(
        "select distinct on (q.id) q.id, r.strategy_id, r.strategy as name from personas q join ranked_strategies(current_tenant()) r on r.persona_id = q.id where q.is_active order by q.id, r.score desc, r.strategy",
        None,
    )
}
impl FirstStrategiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> FirstStrategiesQuery<'c, 'a, 's, C, FirstStrategies, 0> {
        FirstStrategiesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FirstStrategiesBorrowed, tokio_postgres::Error> {
                Ok(FirstStrategiesBorrowed { id: row.try_get(0)?, strategy_id: row.try_get(1)?, name: row.try_get(2)? })
            },
            mapper: |it| FirstStrategies::from(it),
        }
    }
}
