// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CampaignFiguresParams<
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub campaigns: Option<T1>,
    pub campaign: Option<i32>,
    pub status: Option<T2>,
    pub r#type: Option<T3>,
    pub group: Option<i32>,
    pub text: Option<T4>,
}
#[derive(Debug)]
pub struct CampaignPersonasShownParams<T1: crate::ArraySql<Item = i32>> {
    pub campaign: i32,
    pub campaigns: Option<T1>,
}
#[derive(Debug)]
pub struct CampaignMeantReachedParams<T1: crate::ArraySql<Item = i32>> {
    pub campaign: i32,
    pub campaigns: Option<T1>,
}
#[derive(Debug)]
pub struct CampaignReachParams<T1: crate::ArraySql<Item = i32>> {
    pub campaign: i32,
    pub campaigns: Option<T1>,
}
#[derive(Debug)]
pub struct CampaignPostsShownParams<T1: crate::ArraySql<Item = i32>> {
    pub campaign: i32,
    pub campaigns: Option<T1>,
}
#[derive(Debug)]
pub struct CampaignAdsShownParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i32>> {
    pub sort: T1,
    pub campaign: i32,
    pub campaigns: Option<T2>,
    pub descending: bool,
    pub most: i64,
}
#[derive(Debug)]
pub struct CampaignPeopleShownParams<T1: crate::ArraySql<Item = i32>> {
    pub campaign: i32,
    pub campaigns: Option<T1>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignFigures {
    pub id: i32,
    pub name: String,
    pub campaign_group: Option<String>,
    pub group_id: Option<i32>,
    pub strategy: Option<String>,
    pub r#type: String,
    pub status: String,
    pub objective: Option<String>,
    pub start_date: Option<jiff::civil::Date>,
    pub end_date: Option<jiff::civil::Date>,
    pub currency: String,
    pub spend_currency: String,
    pub ads: i32,
    pub posts: i32,
    pub impressions: Option<i64>,
    pub clicks: Option<i64>,
    pub reported_engagements: Option<i64>,
    pub proven_engagements: i64,
    pub measured_engagements: i64,
    pub engagements: i64,
    pub people: i64,
    pub targeted: i64,
    pub last_7_days: i64,
    pub previous_7_days: i64,
    pub budget: Option<f64>,
    pub spend: Option<f64>,
    pub click_through_rate: Option<f64>,
    pub engagement_rate: Option<f64>,
    pub targeting_accuracy: Option<f64>,
    pub cost_per_click: Option<f64>,
    pub cost_per_engagement: Option<f64>,
    pub budget_utilization: Option<f64>,
    pub primary_kpi: Option<String>,
    pub kpi_target: Option<f64>,
    pub kpi_actual: Option<f64>,
    pub benchmark_low: Option<f64>,
    pub benchmark_high: Option<f64>,
    pub today: jiff::civil::Date,
}
pub struct CampaignFiguresBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub campaign_group: Option<&'a str>,
    pub group_id: Option<i32>,
    pub strategy: Option<&'a str>,
    pub r#type: &'a str,
    pub status: &'a str,
    pub objective: Option<&'a str>,
    pub start_date: Option<jiff::civil::Date>,
    pub end_date: Option<jiff::civil::Date>,
    pub currency: &'a str,
    pub spend_currency: &'a str,
    pub ads: i32,
    pub posts: i32,
    pub impressions: Option<i64>,
    pub clicks: Option<i64>,
    pub reported_engagements: Option<i64>,
    pub proven_engagements: i64,
    pub measured_engagements: i64,
    pub engagements: i64,
    pub people: i64,
    pub targeted: i64,
    pub last_7_days: i64,
    pub previous_7_days: i64,
    pub budget: Option<f64>,
    pub spend: Option<f64>,
    pub click_through_rate: Option<f64>,
    pub engagement_rate: Option<f64>,
    pub targeting_accuracy: Option<f64>,
    pub cost_per_click: Option<f64>,
    pub cost_per_engagement: Option<f64>,
    pub budget_utilization: Option<f64>,
    pub primary_kpi: Option<&'a str>,
    pub kpi_target: Option<f64>,
    pub kpi_actual: Option<f64>,
    pub benchmark_low: Option<f64>,
    pub benchmark_high: Option<f64>,
    pub today: jiff::civil::Date,
}
impl<'a> From<CampaignFiguresBorrowed<'a>> for CampaignFigures {
    fn from(
        CampaignFiguresBorrowed {
            id,
            name,
            campaign_group,
            group_id,
            strategy,
            r#type,
            status,
            objective,
            start_date,
            end_date,
            currency,
            spend_currency,
            ads,
            posts,
            impressions,
            clicks,
            reported_engagements,
            proven_engagements,
            measured_engagements,
            engagements,
            people,
            targeted,
            last_7_days,
            previous_7_days,
            budget,
            spend,
            click_through_rate,
            engagement_rate,
            targeting_accuracy,
            cost_per_click,
            cost_per_engagement,
            budget_utilization,
            primary_kpi,
            kpi_target,
            kpi_actual,
            benchmark_low,
            benchmark_high,
            today,
        }: CampaignFiguresBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            campaign_group: campaign_group.map(|v| v.into()),
            group_id,
            strategy: strategy.map(|v| v.into()),
            r#type: r#type.into(),
            status: status.into(),
            objective: objective.map(|v| v.into()),
            start_date,
            end_date,
            currency: currency.into(),
            spend_currency: spend_currency.into(),
            ads,
            posts,
            impressions,
            clicks,
            reported_engagements,
            proven_engagements,
            measured_engagements,
            engagements,
            people,
            targeted,
            last_7_days,
            previous_7_days,
            budget,
            spend,
            click_through_rate,
            engagement_rate,
            targeting_accuracy,
            cost_per_click,
            cost_per_engagement,
            budget_utilization,
            primary_kpi: primary_kpi.map(|v| v.into()),
            kpi_target,
            kpi_actual,
            benchmark_low,
            benchmark_high,
            today,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignGroupsShown {
    pub id: i32,
    pub name: String,
}
pub struct CampaignGroupsShownBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
}
impl<'a> From<CampaignGroupsShownBorrowed<'a>> for CampaignGroupsShown {
    fn from(CampaignGroupsShownBorrowed { id, name }: CampaignGroupsShownBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignPersonasShown {
    pub persona_id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub is_meant: bool,
    pub people: i32,
    pub likes: i32,
    pub reactions: i32,
    pub comments: i32,
    pub shares: i32,
    pub follows: i32,
    pub clicks: i32,
    pub persona_people: i64,
    pub share_of_persona: Option<f64>,
    pub share_of_campaign: Option<f64>,
    pub engagements: i32,
}
pub struct CampaignPersonasShownBorrowed<'a> {
    pub persona_id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub is_meant: bool,
    pub people: i32,
    pub likes: i32,
    pub reactions: i32,
    pub comments: i32,
    pub shares: i32,
    pub follows: i32,
    pub clicks: i32,
    pub persona_people: i64,
    pub share_of_persona: Option<f64>,
    pub share_of_campaign: Option<f64>,
    pub engagements: i32,
}
impl<'a> From<CampaignPersonasShownBorrowed<'a>> for CampaignPersonasShown {
    fn from(
        CampaignPersonasShownBorrowed {
            persona_id,
            name,
            colour,
            is_meant,
            people,
            likes,
            reactions,
            comments,
            shares,
            follows,
            clicks,
            persona_people,
            share_of_persona,
            share_of_campaign,
            engagements,
        }: CampaignPersonasShownBorrowed<'a>,
    ) -> Self {
        Self {
            persona_id,
            name: name.into(),
            colour: colour.into(),
            is_meant,
            people,
            likes,
            reactions,
            comments,
            shares,
            follows,
            clicks,
            persona_people,
            share_of_persona,
            share_of_campaign,
            engagements,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct CampaignReach {
    pub persona_id: uuid::Uuid,
    pub day: jiff::civil::Date,
    pub new_people: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignPostsShown {
    pub id: i32,
    pub title: Option<String>,
    pub url: Option<String>,
    pub posted_on: Option<jiff::civil::Date>,
    pub is_paid: bool,
    pub impressions: Option<i64>,
    pub engagements: i64,
    pub people: i64,
    pub targeted: i64,
    pub reactions: i64,
    pub comments: i64,
    pub shares: i64,
    pub targeting_accuracy: Option<f64>,
    pub engagement_rate: Option<f64>,
}
pub struct CampaignPostsShownBorrowed<'a> {
    pub id: i32,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    pub posted_on: Option<jiff::civil::Date>,
    pub is_paid: bool,
    pub impressions: Option<i64>,
    pub engagements: i64,
    pub people: i64,
    pub targeted: i64,
    pub reactions: i64,
    pub comments: i64,
    pub shares: i64,
    pub targeting_accuracy: Option<f64>,
    pub engagement_rate: Option<f64>,
}
impl<'a> From<CampaignPostsShownBorrowed<'a>> for CampaignPostsShown {
    fn from(
        CampaignPostsShownBorrowed {
            id,
            title,
            url,
            posted_on,
            is_paid,
            impressions,
            engagements,
            people,
            targeted,
            reactions,
            comments,
            shares,
            targeting_accuracy,
            engagement_rate,
        }: CampaignPostsShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title: title.map(|v| v.into()),
            url: url.map(|v| v.into()),
            posted_on,
            is_paid,
            impressions,
            engagements,
            people,
            targeted,
            reactions,
            comments,
            shares,
            targeting_accuracy,
            engagement_rate,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignAdsShown {
    pub id: i32,
    pub name: String,
    pub headline: Option<String>,
    pub status: String,
    pub currency: Option<String>,
    pub spend: Option<f64>,
    pub impressions: Option<i64>,
    pub clicks: Option<i64>,
    pub click_through_rate: Option<f64>,
    pub cost_per_click: Option<f64>,
    pub leads: Option<i64>,
    pub ads: i64,
}
pub struct CampaignAdsShownBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub headline: Option<&'a str>,
    pub status: &'a str,
    pub currency: Option<&'a str>,
    pub spend: Option<f64>,
    pub impressions: Option<i64>,
    pub clicks: Option<i64>,
    pub click_through_rate: Option<f64>,
    pub cost_per_click: Option<f64>,
    pub leads: Option<i64>,
    pub ads: i64,
}
impl<'a> From<CampaignAdsShownBorrowed<'a>> for CampaignAdsShown {
    fn from(
        CampaignAdsShownBorrowed {
            id,
            name,
            headline,
            status,
            currency,
            spend,
            impressions,
            clicks,
            click_through_rate,
            cost_per_click,
            leads,
            ads,
        }: CampaignAdsShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            headline: headline.map(|v| v.into()),
            status: status.into(),
            currency: currency.map(|v| v.into()),
            spend,
            impressions,
            clicks,
            click_through_rate,
            cost_per_click,
            leads,
            ads,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignPeopleShown {
    pub id: i32,
    pub name: String,
    pub headline: Option<String>,
    pub company: Option<String>,
    pub engagements: i64,
    pub score: i64,
    pub last_day: jiff::civil::Date,
    pub personas: Vec<String>,
    pub colours: Vec<String>,
}
pub struct CampaignPeopleShownBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub headline: Option<&'a str>,
    pub company: Option<&'a str>,
    pub engagements: i64,
    pub score: i64,
    pub last_day: jiff::civil::Date,
    pub personas: crate::ArrayIterator<'a, &'a str>,
    pub colours: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<CampaignPeopleShownBorrowed<'a>> for CampaignPeopleShown {
    fn from(
        CampaignPeopleShownBorrowed {
            id,
            name,
            headline,
            company,
            engagements,
            score,
            last_day,
            personas,
            colours,
        }: CampaignPeopleShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            headline: headline.map(|v| v.into()),
            company: company.map(|v| v.into()),
            engagements,
            score,
            last_day,
            personas: personas.map(|v| v.into()).collect(),
            colours: colours.map(|v| v.into()).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignChoices {
    pub id: i32,
    pub name: String,
    pub is_draft: bool,
}
pub struct CampaignChoicesBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub is_draft: bool,
}
impl<'a> From<CampaignChoicesBorrowed<'a>> for CampaignChoices {
    fn from(CampaignChoicesBorrowed { id, name, is_draft }: CampaignChoicesBorrowed<'a>) -> Self {
        Self { id, name: name.into(), is_draft }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct CampaignFiguresQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignFiguresBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignFiguresBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignFiguresQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignFiguresBorrowed) -> R) -> CampaignFiguresQuery<'c, 'a, 's, C, R, N> {
        CampaignFiguresQuery {
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
pub struct CampaignGroupsShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignGroupsShownBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignGroupsShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignGroupsShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignGroupsShownBorrowed) -> R) -> CampaignGroupsShownQuery<'c, 'a, 's, C, R, N> {
        CampaignGroupsShownQuery {
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
pub struct CampaignPersonasShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignPersonasShownBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignPersonasShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignPersonasShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(CampaignPersonasShownBorrowed) -> R,
    ) -> CampaignPersonasShownQuery<'c, 'a, 's, C, R, N> {
        CampaignPersonasShownQuery {
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
pub struct CampaignReachQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignReach, tokio_postgres::Error>,
    mapper: fn(CampaignReach) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignReachQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignReach) -> R) -> CampaignReachQuery<'c, 'a, 's, C, R, N> {
        CampaignReachQuery {
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
pub struct CampaignPostsShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignPostsShownBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignPostsShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignPostsShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignPostsShownBorrowed) -> R) -> CampaignPostsShownQuery<'c, 'a, 's, C, R, N> {
        CampaignPostsShownQuery {
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
pub struct CampaignAdsShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignAdsShownBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignAdsShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignAdsShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignAdsShownBorrowed) -> R) -> CampaignAdsShownQuery<'c, 'a, 's, C, R, N> {
        CampaignAdsShownQuery {
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
pub struct CampaignPeopleShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignPeopleShownBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignPeopleShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignPeopleShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignPeopleShownBorrowed) -> R) -> CampaignPeopleShownQuery<'c, 'a, 's, C, R, N> {
        CampaignPeopleShownQuery {
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
pub struct CampaignChoicesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignChoicesBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignChoicesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignChoicesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignChoicesBorrowed) -> R) -> CampaignChoicesQuery<'c, 'a, 's, C, R, N> {
        CampaignChoicesQuery {
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
pub struct CampaignFiguresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_figures() -> CampaignFiguresStmt {
    CampaignFiguresStmt(
        "select d.campaign_id as id, d.campaign as name, d.campaign_group, c.campaign_group_id as group_id, d.strategy, d.type::text as type, d.status::text as status, d.objective::text as objective, d.start_date, d.end_date, d.currency, d.spend_currency, d.ads, d.posts, d.impressions, d.clicks, d.reported_engagements, d.proven_engagements, d.measured_engagements, d.engagements::bigint as engagements, d.unique_engagers::bigint as people, d.targeted_engagers::bigint as targeted, d.engagements_last_7_days::bigint as last_7_days, d.engagements_previous_7_days::bigint as previous_7_days, d.budget::float8 as budget, d.spend::float8 as spend, d.click_through_rate::float8 as click_through_rate, d.engagement_rate::float8 as engagement_rate, d.targeting_accuracy::float8 as targeting_accuracy, d.cost_per_click::float8 as cost_per_click, d.cost_per_engagement::float8 as cost_per_engagement, d.budget_utilization::float8 as budget_utilization, d.primary_kpi::text as primary_kpi, d.kpi_target::float8 as kpi_target, d.kpi_actual::float8 as kpi_actual, d.benchmark_low::float8 as benchmark_low, d.benchmark_high::float8 as benchmark_high, tenant_today(d.tenant_id) as today from campaign_dashboard d join campaigns c on c.tenant_id = d.tenant_id and c.id = d.campaign_id where ($1::integer[] is null or c.id = any ($1)) and ($2::integer is null or c.id = $2) and ($3::text is null or c.status::text = $3) and ($4::text is null or c.type::text = $4) and ($5::integer is null or c.campaign_group_id = $5) and ($6::text is null or position(fold_case($6) in fold_case(c.name)) > 0) order by lower(d.campaign), d.campaign_id",
        None,
    )
}
impl CampaignFiguresStmt {
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
        T3: crate::StringSql,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
        campaign: &'a Option<i32>,
        status: &'a Option<T2>,
        r#type: &'a Option<T3>,
        group: &'a Option<i32>,
        text: &'a Option<T4>,
    ) -> CampaignFiguresQuery<'c, 'a, 's, C, CampaignFigures, 6> {
        CampaignFiguresQuery {
            client,
            params: [campaigns, campaign, status, r#type, group, text],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignFiguresBorrowed, tokio_postgres::Error> {
                Ok(CampaignFiguresBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    campaign_group: row.try_get(2)?,
                    group_id: row.try_get(3)?,
                    strategy: row.try_get(4)?,
                    r#type: row.try_get(5)?,
                    status: row.try_get(6)?,
                    objective: row.try_get(7)?,
                    start_date: row.try_get(8)?,
                    end_date: row.try_get(9)?,
                    currency: row.try_get(10)?,
                    spend_currency: row.try_get(11)?,
                    ads: row.try_get(12)?,
                    posts: row.try_get(13)?,
                    impressions: row.try_get(14)?,
                    clicks: row.try_get(15)?,
                    reported_engagements: row.try_get(16)?,
                    proven_engagements: row.try_get(17)?,
                    measured_engagements: row.try_get(18)?,
                    engagements: row.try_get(19)?,
                    people: row.try_get(20)?,
                    targeted: row.try_get(21)?,
                    last_7_days: row.try_get(22)?,
                    previous_7_days: row.try_get(23)?,
                    budget: row.try_get(24)?,
                    spend: row.try_get(25)?,
                    click_through_rate: row.try_get(26)?,
                    engagement_rate: row.try_get(27)?,
                    targeting_accuracy: row.try_get(28)?,
                    cost_per_click: row.try_get(29)?,
                    cost_per_engagement: row.try_get(30)?,
                    budget_utilization: row.try_get(31)?,
                    primary_kpi: row.try_get(32)?,
                    kpi_target: row.try_get(33)?,
                    kpi_actual: row.try_get(34)?,
                    benchmark_low: row.try_get(35)?,
                    benchmark_high: row.try_get(36)?,
                    today: row.try_get(37)?,
                })
            },
            mapper: |it| CampaignFigures::from(it),
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
    T3: crate::StringSql,
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignFiguresParams<T1, T2, T3, T4>,
        CampaignFiguresQuery<'c, 'a, 's, C, CampaignFigures, 6>,
        C,
    > for CampaignFiguresStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignFiguresParams<T1, T2, T3, T4>,
    ) -> CampaignFiguresQuery<'c, 'a, 's, C, CampaignFigures, 6> {
        self.bind(
            client,
            &params.campaigns,
            &params.campaign,
            &params.status,
            &params.r#type,
            &params.group,
            &params.text,
        )
    }
}
pub struct CampaignGroupsShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_groups_shown() -> CampaignGroupsShownStmt {
    CampaignGroupsShownStmt(
        "select distinct g.id, g.name from campaigns c join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id where $1::integer[] is null or c.id = any ($1) order by g.name, g.id",
        None,
    )
}
impl CampaignGroupsShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
    ) -> CampaignGroupsShownQuery<'c, 'a, 's, C, CampaignGroupsShown, 1> {
        CampaignGroupsShownQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignGroupsShownBorrowed, tokio_postgres::Error> {
                Ok(CampaignGroupsShownBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| CampaignGroupsShown::from(it),
        }
    }
}
pub struct HasCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_campaigns() -> HasCampaignsStmt {
    HasCampaignsStmt("select exists (select from campaigns c where $1::integer[] is null or c.id = any ($1))", None)
}
impl HasCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a Option<T1>,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CampaignPersonasShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_personas_shown() -> CampaignPersonasShownStmt {
    CampaignPersonasShownStmt(
        "select q.id as persona_id, q.name, q.colour, q.is_meant, n.people, n.likes, n.reactions, n.comments, n.shares, n.follows, n.clicks, m.people as persona_people, n.people::float8 / nullif(m.people, 0) as share_of_persona, (e.engagements / nullif(a.engagements, 0))::float8 as share_of_campaign, e.engagements from ( select q.*, exists (select from campaign_personas w where w.tenant_id = q.tenant_id and w.campaign_id = $1 and w.persona_id = q.id) as is_meant from personas q ) q left join campaign_persona_counts r on r.campaign_id = $1 and r.tenant_id = q.tenant_id and r.persona_id = q.id and r.people > 0 cross join lateral ( select coalesce(r.people, 0) as people, coalesce(r.likes, 0) as likes, coalesce(r.reactions, 0) as reactions, coalesce(r.comments, 0) as comments, coalesce(r.shares, 0) as shares, coalesce(r.follows, 0) as follows, coalesce(r.clicks, 0) as clicks ) n cross join lateral (select n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks as engagements) e cross join lateral ( select sum(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks)::numeric as engagements from campaign_counts d where d.tenant_id = q.tenant_id and d.campaign_id = $1 ) a cross join lateral ( select count(*) as people from targets t where t.tenant_id = q.tenant_id and t.persona_id = q.id and t.is_active ) m where (n.people > 0 or q.is_meant) and ($2::integer[] is null or $1 = any ($2)) order by n.people desc, q.name, q.id",
        None,
    )
}
impl CampaignPersonasShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        campaigns: &'a Option<T1>,
    ) -> CampaignPersonasShownQuery<'c, 'a, 's, C, CampaignPersonasShown, 2> {
        CampaignPersonasShownQuery {
            client,
            params: [campaign, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignPersonasShownBorrowed, tokio_postgres::Error> {
                Ok(CampaignPersonasShownBorrowed {
                    persona_id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    is_meant: row.try_get(3)?,
                    people: row.try_get(4)?,
                    likes: row.try_get(5)?,
                    reactions: row.try_get(6)?,
                    comments: row.try_get(7)?,
                    shares: row.try_get(8)?,
                    follows: row.try_get(9)?,
                    clicks: row.try_get(10)?,
                    persona_people: row.try_get(11)?,
                    share_of_persona: row.try_get(12)?,
                    share_of_campaign: row.try_get(13)?,
                    engagements: row.try_get(14)?,
                })
            },
            mapper: |it| CampaignPersonasShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignPersonasShownParams<T1>,
        CampaignPersonasShownQuery<'c, 'a, 's, C, CampaignPersonasShown, 2>,
        C,
    > for CampaignPersonasShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignPersonasShownParams<T1>,
    ) -> CampaignPersonasShownQuery<'c, 'a, 's, C, CampaignPersonasShown, 2> {
        self.bind(client, &params.campaign, &params.campaigns)
    }
}
pub struct CampaignMeantReachedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_meant_reached() -> CampaignMeantReachedStmt {
    CampaignMeantReachedStmt(
        "select coalesce(sum(bit_count(g.people & q.people)), 0)::bigint as people from sets_of(current_tenant(), 'c', array[$1::integer::text]) g join ( select s.chunk, bit_or(s.people) as people from sets_of(current_tenant(), 'q', array(select a.persona_id::text from campaign_personas a where a.campaign_id = $1)) s group by 1 ) q on q.chunk = g.chunk where $2::integer[] is null or $1 = any ($2)",
        None,
    )
}
impl CampaignMeantReachedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        campaigns: &'a Option<T1>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [campaign, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<'c, 'a, 's, CampaignMeantReachedParams<T1>, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for CampaignMeantReachedStmt
{
    fn params(&'s self, client: &'c C, params: &'a CampaignMeantReachedParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.campaign, &params.campaigns)
    }
}
pub struct CampaignReachStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_reach() -> CampaignReachStmt {
    CampaignReachStmt(
        "select persona_id, day, new_people from campaign_persona_days where campaign_id = $1 and new_people <> 0 and ($2::integer[] is null or campaign_id = any ($2)) order by day, persona_id",
        None,
    )
}
impl CampaignReachStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        campaigns: &'a Option<T1>,
    ) -> CampaignReachQuery<'c, 'a, 's, C, CampaignReach, 2> {
        CampaignReachQuery {
            client,
            params: [campaign, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignReach, tokio_postgres::Error> {
                Ok(CampaignReach { persona_id: row.try_get(0)?, day: row.try_get(1)?, new_people: row.try_get(2)? })
            },
            mapper: |it| CampaignReach::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignReachParams<T1>,
        CampaignReachQuery<'c, 'a, 's, C, CampaignReach, 2>,
        C,
    > for CampaignReachStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignReachParams<T1>,
    ) -> CampaignReachQuery<'c, 'a, 's, C, CampaignReach, 2> {
        self.bind(client, &params.campaign, &params.campaigns)
    }
}
pub struct CampaignPostsShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_posts_shown() -> CampaignPostsShownStmt {
    CampaignPostsShownStmt(
        "select p.id, post_title(p.title, p.text) as title, p.url, (p.posted_at at time zone t.time_zone)::date as posted_on, p.is_paid, p.impressions, s.engagements::bigint as engagements, coalesce(n.people, 0)::bigint as people, coalesce(n.targeted, 0)::bigint as targeted, coalesce(n.likes + n.reactions, 0)::bigint as reactions, coalesce(n.comments, 0)::bigint as comments, coalesce(n.shares, 0)::bigint as shares, n.targeted::float8 / nullif(n.people, 0) as targeting_accuracy, v.proven::float8 / nullif(p.impressions, 0) as engagement_rate from campaign_posts l join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id join tenants t on t.id = l.tenant_id join post_engagements v on v.tenant_id = l.tenant_id and v.post_id = l.post_id left join post_counts n on n.tenant_id = l.tenant_id and n.post_id = l.post_id cross join lateral (select coalesce(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks, 0) as engagements) s where l.campaign_id = $1 and ($2::integer[] is null or l.campaign_id = any ($2)) order by p.posted_at desc nulls last, p.id",
        None,
    )
}
impl CampaignPostsShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        campaigns: &'a Option<T1>,
    ) -> CampaignPostsShownQuery<'c, 'a, 's, C, CampaignPostsShown, 2> {
        CampaignPostsShownQuery {
            client,
            params: [campaign, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignPostsShownBorrowed, tokio_postgres::Error> {
                Ok(CampaignPostsShownBorrowed {
                    id: row.try_get(0)?,
                    title: row.try_get(1)?,
                    url: row.try_get(2)?,
                    posted_on: row.try_get(3)?,
                    is_paid: row.try_get(4)?,
                    impressions: row.try_get(5)?,
                    engagements: row.try_get(6)?,
                    people: row.try_get(7)?,
                    targeted: row.try_get(8)?,
                    reactions: row.try_get(9)?,
                    comments: row.try_get(10)?,
                    shares: row.try_get(11)?,
                    targeting_accuracy: row.try_get(12)?,
                    engagement_rate: row.try_get(13)?,
                })
            },
            mapper: |it| CampaignPostsShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignPostsShownParams<T1>,
        CampaignPostsShownQuery<'c, 'a, 's, C, CampaignPostsShown, 2>,
        C,
    > for CampaignPostsShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignPostsShownParams<T1>,
    ) -> CampaignPostsShownQuery<'c, 'a, 's, C, CampaignPostsShown, 2> {
        self.bind(client, &params.campaign, &params.campaigns)
    }
}
pub struct CampaignAdsShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_ads_shown() -> CampaignAdsShownStmt {
    CampaignAdsShownStmt(
        "select a.id, a.name, a.headline, a.status::text as status, n.currency, n.spend::float8 as spend, n.impressions::bigint as impressions, n.clicks::bigint as clicks, n.click_through_rate::float8 as click_through_rate, n.cost_per_click::float8 as cost_per_click, n.leads::bigint as leads, count(*) over () as ads from ads a join ad_counters n on n.tenant_id = a.tenant_id and n.ad_id = a.id cross join lateral (select app.sort_key(to_jsonb(n) || jsonb_build_object('name', a.name, 'status', a.status), $1) as key) k where a.campaign_id = $2 and ($3::integer[] is null or a.campaign_id = any ($3)) order by case when $4::boolean then k.key end desc, case when not $4 then k.key end, a.name, a.id limit $5",
        None,
    )
}
impl CampaignAdsShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        campaign: &'a i32,
        campaigns: &'a Option<T2>,
        descending: &'a bool,
        most: &'a i64,
    ) -> CampaignAdsShownQuery<'c, 'a, 's, C, CampaignAdsShown, 5> {
        CampaignAdsShownQuery {
            client,
            params: [sort, campaign, campaigns, descending, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignAdsShownBorrowed, tokio_postgres::Error> {
                Ok(CampaignAdsShownBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    headline: row.try_get(2)?,
                    status: row.try_get(3)?,
                    currency: row.try_get(4)?,
                    spend: row.try_get(5)?,
                    impressions: row.try_get(6)?,
                    clicks: row.try_get(7)?,
                    click_through_rate: row.try_get(8)?,
                    cost_per_click: row.try_get(9)?,
                    leads: row.try_get(10)?,
                    ads: row.try_get(11)?,
                })
            },
            mapper: |it| CampaignAdsShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignAdsShownParams<T1, T2>,
        CampaignAdsShownQuery<'c, 'a, 's, C, CampaignAdsShown, 5>,
        C,
    > for CampaignAdsShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignAdsShownParams<T1, T2>,
    ) -> CampaignAdsShownQuery<'c, 'a, 's, C, CampaignAdsShown, 5> {
        self.bind(client, &params.sort, &params.campaign, &params.campaigns, &params.descending, &params.most)
    }
}
pub struct CampaignPeopleShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_people_shown() -> CampaignPeopleShownStmt {
    CampaignPeopleShownStmt(
        "with best as ( select e.tenant_id, e.person_id, count(*) as engagements, sum(weight_of(w, e.engagement_type, e.reaction_type))::bigint as score, max(e.engaged_on) as last_day from campaign_posts l join engagements e on e.tenant_id = l.tenant_id and e.post_id = l.post_id join weights w on w.tenant_id = l.tenant_id where l.campaign_id = $1 and ($2::integer[] is null or l.campaign_id = any ($2)) group by 1, 2 order by score desc, last_day desc, person_id limit 10 ) select p.id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), p.headline) as headline, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, b.engagements, b.score, b.last_day, q.names as personas, q.colours from best b join persons p on p.tenant_id = b.tenant_id and p.id = b.person_id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id cross join lateral ( select coalesce(array_agg(q.name order by t.match_score desc, q.name), '{}') as names, coalesce(array_agg(q.colour order by t.match_score desc, q.name), '{}') as colours from targets t join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active ) q order by b.score desc, b.last_day desc, b.person_id",
        None,
    )
}
impl CampaignPeopleShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        campaigns: &'a Option<T1>,
    ) -> CampaignPeopleShownQuery<'c, 'a, 's, C, CampaignPeopleShown, 2> {
        CampaignPeopleShownQuery {
            client,
            params: [campaign, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignPeopleShownBorrowed, tokio_postgres::Error> {
                Ok(CampaignPeopleShownBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    headline: row.try_get(2)?,
                    company: row.try_get(3)?,
                    engagements: row.try_get(4)?,
                    score: row.try_get(5)?,
                    last_day: row.try_get(6)?,
                    personas: row.try_get(7)?,
                    colours: row.try_get(8)?,
                })
            },
            mapper: |it| CampaignPeopleShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CampaignPeopleShownParams<T1>,
        CampaignPeopleShownQuery<'c, 'a, 's, C, CampaignPeopleShown, 2>,
        C,
    > for CampaignPeopleShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CampaignPeopleShownParams<T1>,
    ) -> CampaignPeopleShownQuery<'c, 'a, 's, C, CampaignPeopleShown, 2> {
        self.bind(client, &params.campaign, &params.campaigns)
    }
}
pub struct CampaignChoicesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_choices() -> CampaignChoicesStmt {
    CampaignChoicesStmt("select id, name, status = 'draft' as is_draft from campaigns order by lower(name), id", None)
}
impl CampaignChoicesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> CampaignChoicesQuery<'c, 'a, 's, C, CampaignChoices, 0> {
        CampaignChoicesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignChoicesBorrowed, tokio_postgres::Error> {
                Ok(CampaignChoicesBorrowed { id: row.try_get(0)?, name: row.try_get(1)?, is_draft: row.try_get(2)? })
            },
            mapper: |it| CampaignChoices::from(it),
        }
    }
}
