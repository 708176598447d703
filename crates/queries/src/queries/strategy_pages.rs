// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct StrategiesShownParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub strategy: Option<uuid::Uuid>,
    pub kind: Option<T1>,
    pub text: Option<T2>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategiesShown {
    pub id: uuid::Uuid,
    pub name: String,
    pub description: Option<String>,
    pub r#type: String,
    pub objective: Option<String>,
    pub is_template: bool,
    pub currency: String,
    pub primary_kpi: String,
    pub benchmark_low: Option<f64>,
    pub benchmark_high: Option<f64>,
    pub benchmark_source: Option<String>,
    pub posts_per_week: Option<f64>,
    pub duration_weeks: Option<i32>,
    pub budget_min: Option<f64>,
    pub budget_max: Option<f64>,
    pub seniorities: Vec<String>,
    pub functions: Vec<String>,
    pub content_themes: Vec<String>,
    pub best_times: Vec<String>,
    pub success_metrics: Vec<String>,
    pub required_assets: Vec<String>,
    pub post_templates: Vec<String>,
    pub examples: Vec<String>,
    pub content_mix: serde_json::Value,
}
pub struct StrategiesShownBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub description: Option<&'a str>,
    pub r#type: &'a str,
    pub objective: Option<&'a str>,
    pub is_template: bool,
    pub currency: &'a str,
    pub primary_kpi: &'a str,
    pub benchmark_low: Option<f64>,
    pub benchmark_high: Option<f64>,
    pub benchmark_source: Option<&'a str>,
    pub posts_per_week: Option<f64>,
    pub duration_weeks: Option<i32>,
    pub budget_min: Option<f64>,
    pub budget_max: Option<f64>,
    pub seniorities: crate::ArrayIterator<'a, &'a str>,
    pub functions: crate::ArrayIterator<'a, &'a str>,
    pub content_themes: crate::ArrayIterator<'a, &'a str>,
    pub best_times: crate::ArrayIterator<'a, &'a str>,
    pub success_metrics: crate::ArrayIterator<'a, &'a str>,
    pub required_assets: crate::ArrayIterator<'a, &'a str>,
    pub post_templates: crate::ArrayIterator<'a, &'a str>,
    pub examples: crate::ArrayIterator<'a, &'a str>,
    pub content_mix: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<StrategiesShownBorrowed<'a>> for StrategiesShown {
    fn from(
        StrategiesShownBorrowed {
            id,
            name,
            description,
            r#type,
            objective,
            is_template,
            currency,
            primary_kpi,
            benchmark_low,
            benchmark_high,
            benchmark_source,
            posts_per_week,
            duration_weeks,
            budget_min,
            budget_max,
            seniorities,
            functions,
            content_themes,
            best_times,
            success_metrics,
            required_assets,
            post_templates,
            examples,
            content_mix,
        }: StrategiesShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            description: description.map(|v| v.into()),
            r#type: r#type.into(),
            objective: objective.map(|v| v.into()),
            is_template,
            currency: currency.into(),
            primary_kpi: primary_kpi.into(),
            benchmark_low,
            benchmark_high,
            benchmark_source: benchmark_source.map(|v| v.into()),
            posts_per_week,
            duration_weeks,
            budget_min,
            budget_max,
            seniorities: seniorities.map(|v| v.into()).collect(),
            functions: functions.map(|v| v.into()).collect(),
            content_themes: content_themes.map(|v| v.into()).collect(),
            best_times: best_times.map(|v| v.into()).collect(),
            success_metrics: success_metrics.map(|v| v.into()).collect(),
            required_assets: required_assets.map(|v| v.into()).collect(),
            post_templates: post_templates.map(|v| v.into()).collect(),
            examples: examples.map(|v| v.into()).collect(),
            content_mix: serde_json::from_str(content_mix.0.get()).unwrap(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategiesPerformed {
    pub id: uuid::Uuid,
    pub campaigns: i32,
    pub posts: i32,
    pub engagements: i64,
    pub kpi_of_a_campaign: Option<f64>,
    pub against_benchmark: Option<String>,
}
pub struct StrategiesPerformedBorrowed<'a> {
    pub id: uuid::Uuid,
    pub campaigns: i32,
    pub posts: i32,
    pub engagements: i64,
    pub kpi_of_a_campaign: Option<f64>,
    pub against_benchmark: Option<&'a str>,
}
impl<'a> From<StrategiesPerformedBorrowed<'a>> for StrategiesPerformed {
    fn from(
        StrategiesPerformedBorrowed {
            id,
            campaigns,
            posts,
            engagements,
            kpi_of_a_campaign,
            against_benchmark,
        }: StrategiesPerformedBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            campaigns,
            posts,
            engagements,
            kpi_of_a_campaign,
            against_benchmark: against_benchmark.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyFits {
    pub id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub relevance: Option<f64>,
    pub rating: Option<f64>,
    pub notes: Option<String>,
    pub posts: i64,
    pub trials: i64,
    pub successes: i64,
    pub mean: f64,
    pub lower: f64,
    pub upper: f64,
    pub baseline: f64,
    pub lift: f64,
}
pub struct StrategyFitsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub relevance: Option<f64>,
    pub rating: Option<f64>,
    pub notes: Option<&'a str>,
    pub posts: i64,
    pub trials: i64,
    pub successes: i64,
    pub mean: f64,
    pub lower: f64,
    pub upper: f64,
    pub baseline: f64,
    pub lift: f64,
}
impl<'a> From<StrategyFitsBorrowed<'a>> for StrategyFits {
    fn from(
        StrategyFitsBorrowed {
            id,
            name,
            colour,
            relevance,
            rating,
            notes,
            posts,
            trials,
            successes,
            mean,
            lower,
            upper,
            baseline,
            lift,
        }: StrategyFitsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            colour: colour.into(),
            relevance,
            rating,
            notes: notes.map(|v| v.into()),
            posts,
            trials,
            successes,
            mean,
            lower,
            upper,
            baseline,
            lift,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyChoices {
    pub id: uuid::Uuid,
    pub name: String,
    pub posts_per_week: Option<f64>,
    pub duration_weeks: Option<i32>,
    pub best_times: Vec<String>,
    pub content_mix: serde_json::Value,
    pub content_themes: Vec<String>,
}
pub struct StrategyChoicesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub posts_per_week: Option<f64>,
    pub duration_weeks: Option<i32>,
    pub best_times: crate::ArrayIterator<'a, &'a str>,
    pub content_mix: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub content_themes: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<StrategyChoicesBorrowed<'a>> for StrategyChoices {
    fn from(
        StrategyChoicesBorrowed {
            id,
            name,
            posts_per_week,
            duration_weeks,
            best_times,
            content_mix,
            content_themes,
        }: StrategyChoicesBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            posts_per_week,
            duration_weeks,
            best_times: best_times.map(|v| v.into()).collect(),
            content_mix: serde_json::from_str(content_mix.0.get()).unwrap(),
            content_themes: content_themes.map(|v| v.into()).collect(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct StrategiesShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategiesShownBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategiesShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategiesShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategiesShownBorrowed) -> R) -> StrategiesShownQuery<'c, 'a, 's, C, R, N> {
        StrategiesShownQuery {
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
pub struct StrategiesPerformedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategiesPerformedBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategiesPerformedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategiesPerformedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategiesPerformedBorrowed) -> R) -> StrategiesPerformedQuery<'c, 'a, 's, C, R, N> {
        StrategiesPerformedQuery {
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
pub struct StrategyFitsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategyFitsBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategyFitsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategyFitsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategyFitsBorrowed) -> R) -> StrategyFitsQuery<'c, 'a, 's, C, R, N> {
        StrategyFitsQuery {
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
pub struct StrategyChoicesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StrategyChoicesBorrowed, tokio_postgres::Error>,
    mapper: fn(StrategyChoicesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StrategyChoicesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StrategyChoicesBorrowed) -> R) -> StrategyChoicesQuery<'c, 'a, 's, C, R, N> {
        StrategyChoicesQuery {
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
pub struct StrategiesShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategies_shown() -> StrategiesShownStmt {
    StrategiesShownStmt(
        "select s.id, s.name, s.description, s.type::text as type, s.objective::text as objective, s.is_template, s.currency, s.primary_kpi::text as primary_kpi, s.benchmark_low::float8 as benchmark_low, s.benchmark_high::float8 as benchmark_high, s.benchmark_source, s.posts_per_week::float8 as posts_per_week, s.duration_weeks, s.budget_min::float8 as budget_min, s.budget_max::float8 as budget_max, s.audience_seniorities::text[] as seniorities, s.audience_functions::text[] as functions, s.content_themes, s.best_times, s.success_metrics, s.required_assets, s.post_templates, s.examples, s.content_mix::jsonb as content_mix from campaign_strategies s where ($1::uuid is null or s.id = $1) and ($2::text is null or s.type::text = $2) and ($3::text is null or position(fold_case($3) in fold_case(concat_ws(' ', s.name, s.description))) > 0) order by lower(s.name), s.id",
        None,
    )
}
impl StrategiesShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        strategy: &'a Option<uuid::Uuid>,
        kind: &'a Option<T1>,
        text: &'a Option<T2>,
    ) -> StrategiesShownQuery<'c, 'a, 's, C, StrategiesShown, 3> {
        StrategiesShownQuery {
            client,
            params: [strategy, kind, text],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategiesShownBorrowed, tokio_postgres::Error> {
                Ok(StrategiesShownBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    description: row.try_get(2)?,
                    r#type: row.try_get(3)?,
                    objective: row.try_get(4)?,
                    is_template: row.try_get(5)?,
                    currency: row.try_get(6)?,
                    primary_kpi: row.try_get(7)?,
                    benchmark_low: row.try_get(8)?,
                    benchmark_high: row.try_get(9)?,
                    benchmark_source: row.try_get(10)?,
                    posts_per_week: row.try_get(11)?,
                    duration_weeks: row.try_get(12)?,
                    budget_min: row.try_get(13)?,
                    budget_max: row.try_get(14)?,
                    seniorities: row.try_get(15)?,
                    functions: row.try_get(16)?,
                    content_themes: row.try_get(17)?,
                    best_times: row.try_get(18)?,
                    success_metrics: row.try_get(19)?,
                    required_assets: row.try_get(20)?,
                    post_templates: row.try_get(21)?,
                    examples: row.try_get(22)?,
                    content_mix: row.try_get(23)?,
                })
            },
            mapper: |it| StrategiesShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StrategiesShownParams<T1, T2>,
        StrategiesShownQuery<'c, 'a, 's, C, StrategiesShown, 3>,
        C,
    > for StrategiesShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StrategiesShownParams<T1, T2>,
    ) -> StrategiesShownQuery<'c, 'a, 's, C, StrategiesShown, 3> {
        self.bind(client, &params.strategy, &params.kind, &params.text)
    }
}
pub struct StrategiesPerformedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategies_performed() -> StrategiesPerformedStmt {
    StrategiesPerformedStmt(
        "select strategy_id as id, campaigns, posts, engagements::bigint as engagements, kpi_of_a_campaign::float8 as kpi_of_a_campaign, against_benchmark from campaign_strategy_performance where $1::uuid is null or strategy_id = $1",
        None,
    )
}
impl StrategiesPerformedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a Option<uuid::Uuid>,
    ) -> StrategiesPerformedQuery<'c, 'a, 's, C, StrategiesPerformed, 1> {
        StrategiesPerformedQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategiesPerformedBorrowed, tokio_postgres::Error> {
                Ok(StrategiesPerformedBorrowed {
                    id: row.try_get(0)?,
                    campaigns: row.try_get(1)?,
                    posts: row.try_get(2)?,
                    engagements: row.try_get(3)?,
                    kpi_of_a_campaign: row.try_get(4)?,
                    against_benchmark: row.try_get(5)?,
                })
            },
            mapper: |it| StrategiesPerformed::from(it),
        }
    }
}
pub struct HasStrategiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_strategies() -> HasStrategiesStmt {
    HasStrategiesStmt("select exists (select from campaign_strategies)", None)
}
impl HasStrategiesStmt {
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
pub struct StrategyFitsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_fits() -> StrategyFitsStmt {
    StrategyFitsStmt(
        "select q.id, q.name, q.colour, m.relevance_score::float8 as relevance, r.relevance_score::float8 as rating, r.notes, k.posts, k.trials, k.successes, k.mean, k.lower, k.upper, k.baseline, k.lift from match_personas_to_strategy($1) m join personas q on q.id = m.persona_id join ranked_strategies(current_tenant()) k on k.persona_id = q.id and k.strategy_id = $1 left join persona_strategies r on r.tenant_id = q.tenant_id and r.persona_id = q.id and r.strategy_id = $1 order by m.relevance_score desc nulls last, lower(q.name), q.id",
        None,
    )
}
impl StrategyFitsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> StrategyFitsQuery<'c, 'a, 's, C, StrategyFits, 1> {
        StrategyFitsQuery {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategyFitsBorrowed, tokio_postgres::Error> {
                Ok(StrategyFitsBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    relevance: row.try_get(3)?,
                    rating: row.try_get(4)?,
                    notes: row.try_get(5)?,
                    posts: row.try_get(6)?,
                    trials: row.try_get(7)?,
                    successes: row.try_get(8)?,
                    mean: row.try_get(9)?,
                    lower: row.try_get(10)?,
                    upper: row.try_get(11)?,
                    baseline: row.try_get(12)?,
                    lift: row.try_get(13)?,
                })
            },
            mapper: |it| StrategyFits::from(it),
        }
    }
}
pub struct StrategyRatingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_ratings() -> StrategyRatingsStmt {
    StrategyRatingsStmt("select count(*) from persona_strategies where strategy_id = $1", None)
}
impl StrategyRatingsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        strategy: &'a uuid::Uuid,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [strategy],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct TenantCurrencyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_currency() -> TenantCurrencyStmt {
    TenantCurrencyStmt("select currency from tenants where id = current_tenant()", None)
}
impl TenantCurrencyStmt {
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
pub struct StrategyChoicesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strategy_choices() -> StrategyChoicesStmt {
    StrategyChoicesStmt(
        "select id, name, posts_per_week::float8 as posts_per_week, duration_weeks, best_times, content_mix::jsonb as content_mix, content_themes from campaign_strategies order by lower(name), id",
        None,
    )
}
impl StrategyChoicesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> StrategyChoicesQuery<'c, 'a, 's, C, StrategyChoices, 0> {
        StrategyChoicesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StrategyChoicesBorrowed, tokio_postgres::Error> {
                Ok(StrategyChoicesBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    posts_per_week: row.try_get(2)?,
                    duration_weeks: row.try_get(3)?,
                    best_times: row.try_get(4)?,
                    content_mix: row.try_get(5)?,
                    content_themes: row.try_get(6)?,
                })
            },
            mapper: |it| StrategyChoices::from(it),
        }
    }
}
