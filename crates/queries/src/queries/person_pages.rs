// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct PeopleFoundParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
> {
    pub sort: T1,
    pub descending: bool,
    pub most: i64,
    pub search: Option<T2>,
    pub persona: Option<uuid::Uuid>,
    pub matched: bool,
    pub company: Option<i32>,
    pub campaign: Option<i32>,
    pub segment: Option<T3>,
    pub owner: Option<T4>,
    pub tag: Option<T5>,
    pub status: Option<T6>,
    pub seniority: Option<T7>,
    pub function: Option<T8>,
    pub min_score: Option<i64>,
    pub since: Option<i32>,
    pub notable: bool,
    pub after_id: Option<i32>,
    pub after_number: Option<i64>,
    pub after_text: Option<T9>,
}
#[derive(Debug)]
pub struct PeopleShownParams<T1: crate::ArraySql<Item = i32>> {
    pub people: T1,
    pub persona: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct PersonTimelineParams<T1: crate::StringSql> {
    pub person: i32,
    pub after_at: Option<jiff::Timestamp>,
    pub after_kind: Option<T1>,
    pub after_number: Option<i64>,
    pub most: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct PersonScoresOverTimeParams {
    pub person: i32,
    pub most: i64,
}
#[derive(Debug)]
pub struct SetLeadStatusParams<T1: crate::ArraySql<Item = i32>, T2: crate::StringSql> {
    pub people: T1,
    pub status: Option<T2>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleFound {
    pub total: i64,
    pub id: Option<i32>,
    pub number: Option<i64>,
    pub text: Option<String>,
}
pub struct PeopleFoundBorrowed<'a> {
    pub total: i64,
    pub id: Option<i32>,
    pub number: Option<i64>,
    pub text: Option<&'a str>,
}
impl<'a> From<PeopleFoundBorrowed<'a>> for PeopleFound {
    fn from(PeopleFoundBorrowed { total, id, number, text }: PeopleFoundBorrowed<'a>) -> Self {
        Self { total, id, number, text: text.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleShown {
    pub id: i32,
    pub name: String,
    pub title: Option<String>,
    pub headline: Option<String>,
    pub company: Option<String>,
    pub company_id: Option<i32>,
    pub status: Option<String>,
    pub owner: Option<String>,
    pub seniority: Option<String>,
    pub functions: Vec<String>,
    pub location: Option<String>,
    pub country: Option<String>,
    pub email: Option<String>,
    pub linkedin_url: Option<String>,
    pub is_notable: bool,
    pub tags: Vec<String>,
    pub match_score: Option<f64>,
    pub score: Option<i64>,
    pub last_day: Option<jiff::civil::Date>,
    pub engagements: Option<i64>,
    pub personas: Vec<String>,
    pub colours: Vec<String>,
    pub persona_ids: Vec<uuid::Uuid>,
}
pub struct PeopleShownBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub title: Option<&'a str>,
    pub headline: Option<&'a str>,
    pub company: Option<&'a str>,
    pub company_id: Option<i32>,
    pub status: Option<&'a str>,
    pub owner: Option<&'a str>,
    pub seniority: Option<&'a str>,
    pub functions: crate::ArrayIterator<'a, &'a str>,
    pub location: Option<&'a str>,
    pub country: Option<&'a str>,
    pub email: Option<&'a str>,
    pub linkedin_url: Option<&'a str>,
    pub is_notable: bool,
    pub tags: crate::ArrayIterator<'a, &'a str>,
    pub match_score: Option<f64>,
    pub score: Option<i64>,
    pub last_day: Option<jiff::civil::Date>,
    pub engagements: Option<i64>,
    pub personas: crate::ArrayIterator<'a, &'a str>,
    pub colours: crate::ArrayIterator<'a, &'a str>,
    pub persona_ids: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<PeopleShownBorrowed<'a>> for PeopleShown {
    fn from(
        PeopleShownBorrowed {
            id,
            name,
            title,
            headline,
            company,
            company_id,
            status,
            owner,
            seniority,
            functions,
            location,
            country,
            email,
            linkedin_url,
            is_notable,
            tags,
            match_score,
            score,
            last_day,
            engagements,
            personas,
            colours,
            persona_ids,
        }: PeopleShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            title: title.map(|v| v.into()),
            headline: headline.map(|v| v.into()),
            company: company.map(|v| v.into()),
            company_id,
            status: status.map(|v| v.into()),
            owner: owner.map(|v| v.into()),
            seniority: seniority.map(|v| v.into()),
            functions: functions.map(|v| v.into()).collect(),
            location: location.map(|v| v.into()),
            country: country.map(|v| v.into()),
            email: email.map(|v| v.into()),
            linkedin_url: linkedin_url.map(|v| v.into()),
            is_notable,
            tags: tags.map(|v| v.into()).collect(),
            match_score,
            score,
            last_day,
            engagements,
            personas: personas.map(|v| v.into()).collect(),
            colours: colours.map(|v| v.into()).collect(),
            persona_ids: persona_ids.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleChoices {
    pub owners: Vec<String>,
    pub tags: Vec<String>,
    pub segments: Vec<String>,
    pub segment_names: Vec<String>,
}
pub struct PeopleChoicesBorrowed<'a> {
    pub owners: crate::ArrayIterator<'a, &'a str>,
    pub tags: crate::ArrayIterator<'a, &'a str>,
    pub segments: crate::ArrayIterator<'a, &'a str>,
    pub segment_names: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<PeopleChoicesBorrowed<'a>> for PeopleChoices {
    fn from(PeopleChoicesBorrowed { owners, tags, segments, segment_names }: PeopleChoicesBorrowed<'a>) -> Self {
        Self {
            owners: owners.map(|v| v.into()).collect(),
            tags: tags.map(|v| v.into()).collect(),
            segments: segments.map(|v| v.into()).collect(),
            segment_names: segment_names.map(|v| v.into()).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonVerdicts {
    pub id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub threshold: f64,
    pub is_active: bool,
    pub criteria: serde_json::Value,
    pub is_target: bool,
    pub pinned: bool,
    pub excluded: bool,
    pub reason: Option<String>,
    pub match_score: Option<f64>,
    pub confidence: Option<f64>,
    pub receipt: Option<serde_json::Value>,
}
pub struct PersonVerdictsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub threshold: f64,
    pub is_active: bool,
    pub criteria: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub is_target: bool,
    pub pinned: bool,
    pub excluded: bool,
    pub reason: Option<&'a str>,
    pub match_score: Option<f64>,
    pub confidence: Option<f64>,
    pub receipt: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
}
impl<'a> From<PersonVerdictsBorrowed<'a>> for PersonVerdicts {
    fn from(
        PersonVerdictsBorrowed {
            id,
            name,
            colour,
            threshold,
            is_active,
            criteria,
            is_target,
            pinned,
            excluded,
            reason,
            match_score,
            confidence,
            receipt,
        }: PersonVerdictsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            colour: colour.into(),
            threshold,
            is_active,
            criteria: serde_json::from_str(criteria.0.get()).unwrap(),
            is_target,
            pinned,
            excluded,
            reason: reason.map(|v| v.into()),
            match_score,
            confidence,
            receipt: receipt.map(|v| serde_json::from_str(v.0.get()).unwrap()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonTimeline {
    pub at: jiff::Timestamp,
    pub kind: String,
    pub number: i64,
    pub what: String,
    pub detail: Option<String>,
    pub is_exact: bool,
    pub post_id: Option<i32>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub persona_id: Option<uuid::Uuid>,
    pub persona: Option<String>,
    pub score_before: Option<f64>,
    pub score_after: Option<f64>,
    pub cause: Option<String>,
    pub text: Option<String>,
    pub old_value: Option<String>,
    pub new_value: Option<String>,
}
pub struct PersonTimelineBorrowed<'a> {
    pub at: jiff::Timestamp,
    pub kind: &'a str,
    pub number: i64,
    pub what: &'a str,
    pub detail: Option<&'a str>,
    pub is_exact: bool,
    pub post_id: Option<i32>,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    pub persona_id: Option<uuid::Uuid>,
    pub persona: Option<&'a str>,
    pub score_before: Option<f64>,
    pub score_after: Option<f64>,
    pub cause: Option<&'a str>,
    pub text: Option<&'a str>,
    pub old_value: Option<&'a str>,
    pub new_value: Option<&'a str>,
}
impl<'a> From<PersonTimelineBorrowed<'a>> for PersonTimeline {
    fn from(
        PersonTimelineBorrowed {
            at,
            kind,
            number,
            what,
            detail,
            is_exact,
            post_id,
            title,
            url,
            persona_id,
            persona,
            score_before,
            score_after,
            cause,
            text,
            old_value,
            new_value,
        }: PersonTimelineBorrowed<'a>,
    ) -> Self {
        Self {
            at,
            kind: kind.into(),
            number,
            what: what.into(),
            detail: detail.map(|v| v.into()),
            is_exact,
            post_id,
            title: title.map(|v| v.into()),
            url: url.map(|v| v.into()),
            persona_id,
            persona: persona.map(|v| v.into()),
            score_before,
            score_after,
            cause: cause.map(|v| v.into()),
            text: text.map(|v| v.into()),
            old_value: old_value.map(|v| v.into()),
            new_value: new_value.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonScoresOverTime {
    pub at: jiff::Timestamp,
    pub persona_id: uuid::Uuid,
    pub persona: String,
    pub colour: String,
    pub event: String,
    pub cause: String,
    pub score_before: Option<f64>,
    pub score_after: Option<f64>,
}
pub struct PersonScoresOverTimeBorrowed<'a> {
    pub at: jiff::Timestamp,
    pub persona_id: uuid::Uuid,
    pub persona: &'a str,
    pub colour: &'a str,
    pub event: &'a str,
    pub cause: &'a str,
    pub score_before: Option<f64>,
    pub score_after: Option<f64>,
}
impl<'a> From<PersonScoresOverTimeBorrowed<'a>> for PersonScoresOverTime {
    fn from(
        PersonScoresOverTimeBorrowed {
            at,
            persona_id,
            persona,
            colour,
            event,
            cause,
            score_before,
            score_after,
        }: PersonScoresOverTimeBorrowed<'a>,
    ) -> Self {
        Self {
            at,
            persona_id,
            persona: persona.into(),
            colour: colour.into(),
            event: event.into(),
            cause: cause.into(),
            score_before,
            score_after,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct PeopleFoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PeopleFoundBorrowed, tokio_postgres::Error>,
    mapper: fn(PeopleFoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PeopleFoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PeopleFoundBorrowed) -> R) -> PeopleFoundQuery<'c, 'a, 's, C, R, N> {
        PeopleFoundQuery {
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
pub struct PeopleShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PeopleShownBorrowed, tokio_postgres::Error>,
    mapper: fn(PeopleShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PeopleShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PeopleShownBorrowed) -> R) -> PeopleShownQuery<'c, 'a, 's, C, R, N> {
        PeopleShownQuery {
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
pub struct PeopleChoicesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PeopleChoicesBorrowed, tokio_postgres::Error>,
    mapper: fn(PeopleChoicesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PeopleChoicesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PeopleChoicesBorrowed) -> R) -> PeopleChoicesQuery<'c, 'a, 's, C, R, N> {
        PeopleChoicesQuery {
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
pub struct PersonVerdictsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonVerdictsBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonVerdictsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonVerdictsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonVerdictsBorrowed) -> R) -> PersonVerdictsQuery<'c, 'a, 's, C, R, N> {
        PersonVerdictsQuery {
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
pub struct PersonTimelineQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonTimelineBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonTimelineBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonTimelineQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonTimelineBorrowed) -> R) -> PersonTimelineQuery<'c, 'a, 's, C, R, N> {
        PersonTimelineQuery {
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
pub struct PersonScoresOverTimeQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonScoresOverTimeBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonScoresOverTimeBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonScoresOverTimeQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(PersonScoresOverTimeBorrowed) -> R,
    ) -> PersonScoresOverTimeQuery<'c, 'a, 's, C, R, N> {
        PersonScoresOverTimeQuery {
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
pub struct PeopleFoundStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn people_found() -> PeopleFoundStmt {
    PeopleFoundStmt(
        "select f.total, f.id, f.number, f.text from app.found_people(current_tenant(), jsonb_strip_nulls(jsonb_build_object( 'sort', $1::text, 'descending', $2::boolean, 'most', $3::bigint, 'search', $4::text, 'persona', $5::uuid, 'matched', nullif($6::boolean, false), 'company', $7::integer, 'campaign', $8::integer, 'segment', $9::text, 'owner', $10::text, 'tag', $11::text, 'status', $12::text, 'seniority', $13::text, 'function', $14::text, 'min_score', $15::bigint, 'since', $16::integer, 'notable', nullif($17::boolean, false), 'after', case when $18::integer is not null then jsonb_build_object('number', $19::bigint, 'text', $20::text, 'id', $18) end))) f",
        None,
    )
}
impl PeopleFoundStmt {
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
        T6: crate::StringSql,
        T7: crate::StringSql,
        T8: crate::StringSql,
        T9: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        descending: &'a bool,
        most: &'a i64,
        search: &'a Option<T2>,
        persona: &'a Option<uuid::Uuid>,
        matched: &'a bool,
        company: &'a Option<i32>,
        campaign: &'a Option<i32>,
        segment: &'a Option<T3>,
        owner: &'a Option<T4>,
        tag: &'a Option<T5>,
        status: &'a Option<T6>,
        seniority: &'a Option<T7>,
        function: &'a Option<T8>,
        min_score: &'a Option<i64>,
        since: &'a Option<i32>,
        notable: &'a bool,
        after_id: &'a Option<i32>,
        after_number: &'a Option<i64>,
        after_text: &'a Option<T9>,
    ) -> PeopleFoundQuery<'c, 'a, 's, C, PeopleFound, 20> {
        PeopleFoundQuery {
            client,
            params: [
                sort,
                descending,
                most,
                search,
                persona,
                matched,
                company,
                campaign,
                segment,
                owner,
                tag,
                status,
                seniority,
                function,
                min_score,
                since,
                notable,
                after_id,
                after_number,
                after_text,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PeopleFoundBorrowed, tokio_postgres::Error> {
                Ok(PeopleFoundBorrowed {
                    total: row.try_get(0)?,
                    id: row.try_get(1)?,
                    number: row.try_get(2)?,
                    text: row.try_get(3)?,
                })
            },
            mapper: |it| PeopleFound::from(it),
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
    T6: crate::StringSql,
    T7: crate::StringSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PeopleFoundParams<T1, T2, T3, T4, T5, T6, T7, T8, T9>,
        PeopleFoundQuery<'c, 'a, 's, C, PeopleFound, 20>,
        C,
    > for PeopleFoundStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PeopleFoundParams<T1, T2, T3, T4, T5, T6, T7, T8, T9>,
    ) -> PeopleFoundQuery<'c, 'a, 's, C, PeopleFound, 20> {
        self.bind(
            client,
            &params.sort,
            &params.descending,
            &params.most,
            &params.search,
            &params.persona,
            &params.matched,
            &params.company,
            &params.campaign,
            &params.segment,
            &params.owner,
            &params.tag,
            &params.status,
            &params.seniority,
            &params.function,
            &params.min_score,
            &params.since,
            &params.notable,
            &params.after_id,
            &params.after_number,
            &params.after_text,
        )
    }
}
pub struct PeopleShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn people_shown() -> PeopleShownStmt {
    PeopleShownStmt(
        "select p.id, p.name, coalesce(nullif(p.title_override, ''), nullif(p.current_title, '')) as title, p.headline, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, c.id as company_id, p.lead_status::text as status, p.owner, p.seniority::text as seniority, p.functions::text[] as functions, p.location, p.country, p.email, p.linkedin_url, p.is_notable, p.tags, m.match_score::float8 as match_score, s.score, s.last_day, (s.likes + s.reactions + s.comments + s.shares + s.follows + s.clicks)::bigint as engagements, q.names as personas, q.colours, q.ids as persona_ids from unnest($1::integer[]) with ordinality u(id, place) join persons p on p.id = u.id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id and (coalesce(p.company_override, '') = '' or c.name_key = company_key(p.company_override)) left join targets m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.persona_id = $2::uuid and m.is_active left join lateral (select * from person_scores s where s.tenant_id = p.tenant_id and s.person_id = p.id offset 0) s on true cross join lateral ( select coalesce(array_agg(q.name order by t.match_score desc, q.name), '{}') as names, coalesce(array_agg(q.colour order by t.match_score desc, q.name), '{}') as colours, coalesce(array_agg(q.id order by t.match_score desc, q.name), '{}') as ids from targets t join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active ) q order by u.place",
        None,
    )
}
impl PeopleShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        people: &'a T1,
        persona: &'a Option<uuid::Uuid>,
    ) -> PeopleShownQuery<'c, 'a, 's, C, PeopleShown, 2> {
        PeopleShownQuery {
            client,
            params: [people, persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PeopleShownBorrowed, tokio_postgres::Error> {
                Ok(PeopleShownBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    title: row.try_get(2)?,
                    headline: row.try_get(3)?,
                    company: row.try_get(4)?,
                    company_id: row.try_get(5)?,
                    status: row.try_get(6)?,
                    owner: row.try_get(7)?,
                    seniority: row.try_get(8)?,
                    functions: row.try_get(9)?,
                    location: row.try_get(10)?,
                    country: row.try_get(11)?,
                    email: row.try_get(12)?,
                    linkedin_url: row.try_get(13)?,
                    is_notable: row.try_get(14)?,
                    tags: row.try_get(15)?,
                    match_score: row.try_get(16)?,
                    score: row.try_get(17)?,
                    last_day: row.try_get(18)?,
                    engagements: row.try_get(19)?,
                    personas: row.try_get(20)?,
                    colours: row.try_get(21)?,
                    persona_ids: row.try_get(22)?,
                })
            },
            mapper: |it| PeopleShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<'c, 'a, 's, PeopleShownParams<T1>, PeopleShownQuery<'c, 'a, 's, C, PeopleShown, 2>, C>
    for PeopleShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PeopleShownParams<T1>,
    ) -> PeopleShownQuery<'c, 'a, 's, C, PeopleShown, 2> {
        self.bind(client, &params.people, &params.persona)
    }
}
pub struct HasPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_people() -> HasPeopleStmt {
    HasPeopleStmt("select exists (select from persons)", None)
}
impl HasPeopleStmt {
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
pub struct CompanyNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_name() -> CompanyNameStmt {
    CompanyNameStmt("select name from companies where id = $1", None)
}
impl CompanyNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct PeopleChoicesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn people_choices() -> PeopleChoicesStmt {
    PeopleChoicesStmt(
        "with labelled as (select p.owner, p.tags from persons p where p.owner <> '' or p.tags <> '{}') select array(select max(owner) from labelled where owner <> '' group by lower(owner) order by count(*) desc, 1 limit 200) as owners, array(select max(tag) from labelled, unnest(tags) tag group by lower(tag) order by count(*) desc, 1 limit 200) as tags, array(select s.id from audience_segments s order by lower(s.name), s.id) as segments, array(select s.name from audience_segments s order by lower(s.name), s.id) as segment_names",
        None,
    )
}
impl PeopleChoicesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> PeopleChoicesQuery<'c, 'a, 's, C, PeopleChoices, 0> {
        PeopleChoicesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PeopleChoicesBorrowed, tokio_postgres::Error> {
                Ok(PeopleChoicesBorrowed {
                    owners: row.try_get(0)?,
                    tags: row.try_get(1)?,
                    segments: row.try_get(2)?,
                    segment_names: row.try_get(3)?,
                })
            },
            mapper: |it| PeopleChoices::from(it),
        }
    }
}
pub struct PersonVerdictsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_verdicts() -> PersonVerdictsStmt {
    PersonVerdictsStmt(
        "select q.id, q.name, q.colour, q.threshold::float8 as threshold, q.is_active, q.criteria, coalesce(t.is_active, false) as is_target, coalesce(t.pinned, false) as pinned, coalesce(t.excluded, false) as excluded, t.reason, m.match_score::float8 as match_score, m.confidence::float8 as confidence, (select jsonb_agg(jsonb_build_object('criterion', criterion, 'weight', weight, 'outcome', outcome)) from app.receipt_lines(m.receipt)) as receipt from personas q left join match_person_to_personas($1::integer) m on m.persona_id = q.id left join targets t on t.tenant_id = q.tenant_id and t.persona_id = q.id and t.person_id = $1 where q.is_active or t.pinned or t.excluded order by coalesce(t.is_active, false) desc, coalesce(m.match_score, 0) desc, lower(q.name), q.id",
        None,
    )
}
impl PersonVerdictsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> PersonVerdictsQuery<'c, 'a, 's, C, PersonVerdicts, 1> {
        PersonVerdictsQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonVerdictsBorrowed, tokio_postgres::Error> {
                Ok(PersonVerdictsBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    threshold: row.try_get(3)?,
                    is_active: row.try_get(4)?,
                    criteria: row.try_get(5)?,
                    is_target: row.try_get(6)?,
                    pinned: row.try_get(7)?,
                    excluded: row.try_get(8)?,
                    reason: row.try_get(9)?,
                    match_score: row.try_get(10)?,
                    confidence: row.try_get(11)?,
                    receipt: row.try_get(12)?,
                })
            },
            mapper: |it| PersonVerdicts::from(it),
        }
    }
}
pub struct PersonTimelineStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_timeline() -> PersonTimelineStmt {
    PersonTimelineStmt(
        "select x.at, x.kind, x.number, x.what, x.detail, x.is_exact, x.post_id, x.title, x.url, x.persona_id, x.persona, x.score_before::float8 as score_before, x.score_after::float8 as score_after, x.cause, x.text, x.old_value, x.new_value from ( select e.engaged_at as at, 'e' as kind, e.id as number, e.engagement_type::text as what, e.reaction_type::text as detail, e.time_basis <> 'first_seen' as is_exact, e.post_id, post_title(p.title, p.text) as title, p.url, null::uuid as persona_id, null as persona, null::numeric as score_before, null::numeric as score_after, null as cause, e.comment_text as text, null as old_value, null as new_value from engagements e join posts p on p.tenant_id = e.tenant_id and p.id = e.post_id where e.person_id = $1 union all select v.happened_at, 't', v.id, v.event::text, null, true, null, null, null, v.persona_id, q.name, v.score_before, v.score_after, v.cause::text, v.reason, null, null from target_events v join personas q on q.tenant_id = v.tenant_id and q.id = v.persona_id where v.person_id = $1 union all select v.happened_at, 'p', v.id, v.kind::text, null, false, null, null, null, null, null, null, null, null, null, v.old_value, v.new_value from person_events v where v.person_id = $1 ) x where $2::timestamptz is null or (x.at, x.kind, x.number) < ($2, $3::text, $4::bigint) order by x.at desc, x.kind desc, x.number desc limit $5",
        None,
    )
}
impl PersonTimelineStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        person: &'a i32,
        after_at: &'a Option<jiff::Timestamp>,
        after_kind: &'a Option<T1>,
        after_number: &'a Option<i64>,
        most: &'a i64,
    ) -> PersonTimelineQuery<'c, 'a, 's, C, PersonTimeline, 5> {
        PersonTimelineQuery {
            client,
            params: [person, after_at, after_kind, after_number, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonTimelineBorrowed, tokio_postgres::Error> {
                Ok(PersonTimelineBorrowed {
                    at: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    number: row.try_get(2)?,
                    what: row.try_get(3)?,
                    detail: row.try_get(4)?,
                    is_exact: row.try_get(5)?,
                    post_id: row.try_get(6)?,
                    title: row.try_get(7)?,
                    url: row.try_get(8)?,
                    persona_id: row.try_get(9)?,
                    persona: row.try_get(10)?,
                    score_before: row.try_get(11)?,
                    score_after: row.try_get(12)?,
                    cause: row.try_get(13)?,
                    text: row.try_get(14)?,
                    old_value: row.try_get(15)?,
                    new_value: row.try_get(16)?,
                })
            },
            mapper: |it| PersonTimeline::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonTimelineParams<T1>,
        PersonTimelineQuery<'c, 'a, 's, C, PersonTimeline, 5>,
        C,
    > for PersonTimelineStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonTimelineParams<T1>,
    ) -> PersonTimelineQuery<'c, 'a, 's, C, PersonTimeline, 5> {
        self.bind(client, &params.person, &params.after_at, &params.after_kind, &params.after_number, &params.most)
    }
}
pub struct PersonScoresOverTimeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_scores_over_time() -> PersonScoresOverTimeStmt {
    PersonScoresOverTimeStmt(
        "select v.happened_at as at, q.id as persona_id, q.name as persona, q.colour, v.event::text as event, v.cause::text as cause, v.score_before::float8 as score_before, v.score_after::float8 as score_after from target_events v join personas q on q.tenant_id = v.tenant_id and q.id = v.persona_id where v.person_id = $1 order by v.happened_at desc, v.id desc limit $2",
        None,
    )
}
impl PersonScoresOverTimeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
        most: &'a i64,
    ) -> PersonScoresOverTimeQuery<'c, 'a, 's, C, PersonScoresOverTime, 2> {
        PersonScoresOverTimeQuery {
            client,
            params: [person, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonScoresOverTimeBorrowed, tokio_postgres::Error> {
                Ok(PersonScoresOverTimeBorrowed {
                    at: row.try_get(0)?,
                    persona_id: row.try_get(1)?,
                    persona: row.try_get(2)?,
                    colour: row.try_get(3)?,
                    event: row.try_get(4)?,
                    cause: row.try_get(5)?,
                    score_before: row.try_get(6)?,
                    score_after: row.try_get(7)?,
                })
            },
            mapper: |it| PersonScoresOverTime::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PersonScoresOverTimeParams,
        PersonScoresOverTimeQuery<'c, 'a, 's, C, PersonScoresOverTime, 2>,
        C,
    > for PersonScoresOverTimeStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonScoresOverTimeParams,
    ) -> PersonScoresOverTimeQuery<'c, 'a, 's, C, PersonScoresOverTime, 2> {
        self.bind(client, &params.person, &params.most)
    }
}
pub struct PersonKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn person_key() -> PersonKeyStmt {
    PersonKeyStmt(
        "select i.value as key from person_identities i where i.person_id = $1 and i.kind in ('slug', 'member_id') and i.source <> 'api' order by i.kind = 'slug' desc, i.created_at desc, i.value limit 1",
        None,
    )
}
impl PersonKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        person: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [person],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct SetLeadStatusStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_lead_status() -> SetLeadStatusStmt {
    SetLeadStatusStmt(
        "with held as (select id from persons where id = any ($1) order by id for no key update) update persons p set lead_status = $2::text::lead_status from held h where p.id = h.id and p.lead_status is distinct from $2::text::lead_status",
        None,
    )
}
impl SetLeadStatusStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        people: &'a T1,
        status: &'a Option<T2>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[people, status]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = i32>, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetLeadStatusParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetLeadStatusStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetLeadStatusParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.people, &params.status))
    }
}
pub struct PeopleThereStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn people_there() -> PeopleThereStmt {
    PeopleThereStmt("select id from persons where id = any ($1) order by id", None)
}
impl PeopleThereStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        people: &'a T1,
    ) -> I32Query<'c, 'a, 's, C, i32, 1> {
        I32Query {
            client,
            params: [people],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
