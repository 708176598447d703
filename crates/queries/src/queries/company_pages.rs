// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CompaniesFoundParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::StringSql>
{
    pub tenant: uuid::Uuid,
    pub sort: T1,
    pub descending: bool,
    pub search: Option<T2>,
    pub industry: Option<T3>,
    pub size: Option<T4>,
    pub persona: Option<uuid::Uuid>,
    pub engaged: bool,
    pub skip: i64,
    pub most: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct CompanyCampaignsParams {
    pub company: i32,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CompaniesFound {
    pub id: i32,
    pub name: String,
    pub industry: Option<String>,
    pub size_band: Option<String>,
    pub country: Option<String>,
    pub people: i64,
    pub engaged: i64,
    pub engagements: i64,
    pub last_day: Option<jiff::civil::Date>,
    pub personas: i64,
    pub targets: i64,
    pub total: i64,
}
pub struct CompaniesFoundBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub industry: Option<&'a str>,
    pub size_band: Option<&'a str>,
    pub country: Option<&'a str>,
    pub people: i64,
    pub engaged: i64,
    pub engagements: i64,
    pub last_day: Option<jiff::civil::Date>,
    pub personas: i64,
    pub targets: i64,
    pub total: i64,
}
impl<'a> From<CompaniesFoundBorrowed<'a>> for CompaniesFound {
    fn from(
        CompaniesFoundBorrowed {
            id,
            name,
            industry,
            size_band,
            country,
            people,
            engaged,
            engagements,
            last_day,
            personas,
            targets,
            total,
        }: CompaniesFoundBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            industry: industry.map(|v| v.into()),
            size_band: size_band.map(|v| v.into()),
            country: country.map(|v| v.into()),
            people,
            engaged,
            engagements,
            last_day,
            personas,
            targets,
            total,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyFacts {
    pub id: i32,
    pub name: String,
    pub industry: Option<String>,
    pub size_band: Option<String>,
    pub location: Option<String>,
    pub country: Option<String>,
    pub domain: Option<String>,
    pub linkedin_url: Option<String>,
    pub linkedin_slug: Option<String>,
}
pub struct CompanyFactsBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub industry: Option<&'a str>,
    pub size_band: Option<&'a str>,
    pub location: Option<&'a str>,
    pub country: Option<&'a str>,
    pub domain: Option<&'a str>,
    pub linkedin_url: Option<&'a str>,
    pub linkedin_slug: Option<&'a str>,
}
impl<'a> From<CompanyFactsBorrowed<'a>> for CompanyFacts {
    fn from(
        CompanyFactsBorrowed {
            id,
            name,
            industry,
            size_band,
            location,
            country,
            domain,
            linkedin_url,
            linkedin_slug,
        }: CompanyFactsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            industry: industry.map(|v| v.into()),
            size_band: size_band.map(|v| v.into()),
            location: location.map(|v| v.into()),
            country: country.map(|v| v.into()),
            domain: domain.map(|v| v.into()),
            linkedin_url: linkedin_url.map(|v| v.into()),
            linkedin_slug: linkedin_slug.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct CompanyCounts {
    pub people: i64,
    pub engaged: i64,
    pub engagements: i64,
    pub last_day: Option<jiff::civil::Date>,
    pub targets: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyCovers {
    pub id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub people: i64,
    pub average_score: Option<f64>,
}
pub struct CompanyCoversBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub people: i64,
    pub average_score: Option<f64>,
}
impl<'a> From<CompanyCoversBorrowed<'a>> for CompanyCovers {
    fn from(CompanyCoversBorrowed { id, name, colour, people, average_score }: CompanyCoversBorrowed<'a>) -> Self {
        Self { id, name: name.into(), colour: colour.into(), people, average_score }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct CompanyWeeks {
    pub first_day: jiff::civil::Date,
    pub engagements: i64,
    pub people: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyCampaigns {
    pub id: i32,
    pub name: String,
    pub status: String,
    pub engagements: i64,
    pub people: i64,
    pub last_day: Option<jiff::civil::Date>,
    pub spend: Option<f64>,
    pub currency: Option<String>,
    pub whole_spend: Option<f64>,
    pub whole_currency: Option<String>,
}
pub struct CompanyCampaignsBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub status: &'a str,
    pub engagements: i64,
    pub people: i64,
    pub last_day: Option<jiff::civil::Date>,
    pub spend: Option<f64>,
    pub currency: Option<&'a str>,
    pub whole_spend: Option<f64>,
    pub whole_currency: Option<&'a str>,
}
impl<'a> From<CompanyCampaignsBorrowed<'a>> for CompanyCampaigns {
    fn from(
        CompanyCampaignsBorrowed {
            id,
            name,
            status,
            engagements,
            people,
            last_day,
            spend,
            currency,
            whole_spend,
            whole_currency,
        }: CompanyCampaignsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            status: status.into(),
            engagements,
            people,
            last_day,
            spend,
            currency: currency.map(|v| v.into()),
            whole_spend,
            whole_currency: whole_currency.map(|v| v.into()),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct CompaniesFoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompaniesFoundBorrowed, tokio_postgres::Error>,
    mapper: fn(CompaniesFoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompaniesFoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompaniesFoundBorrowed) -> R) -> CompaniesFoundQuery<'c, 'a, 's, C, R, N> {
        CompaniesFoundQuery {
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
pub struct CompanyFactsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyFactsBorrowed, tokio_postgres::Error>,
    mapper: fn(CompanyFactsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyFactsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyFactsBorrowed) -> R) -> CompanyFactsQuery<'c, 'a, 's, C, R, N> {
        CompanyFactsQuery {
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
pub struct CompanyCountsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyCounts, tokio_postgres::Error>,
    mapper: fn(CompanyCounts) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyCountsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyCounts) -> R) -> CompanyCountsQuery<'c, 'a, 's, C, R, N> {
        CompanyCountsQuery {
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
pub struct CompanyCoversQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyCoversBorrowed, tokio_postgres::Error>,
    mapper: fn(CompanyCoversBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyCoversQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyCoversBorrowed) -> R) -> CompanyCoversQuery<'c, 'a, 's, C, R, N> {
        CompanyCoversQuery {
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
pub struct CompanyWeeksQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyWeeks, tokio_postgres::Error>,
    mapper: fn(CompanyWeeks) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyWeeksQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyWeeks) -> R) -> CompanyWeeksQuery<'c, 'a, 's, C, R, N> {
        CompanyWeeksQuery {
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
pub struct CompanyCampaignsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyCampaignsBorrowed, tokio_postgres::Error>,
    mapper: fn(CompanyCampaignsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyCampaignsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyCampaignsBorrowed) -> R) -> CompanyCampaignsQuery<'c, 'a, 's, C, R, N> {
        CompanyCampaignsQuery {
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
pub struct CompaniesFoundStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn companies_found() -> CompaniesFoundStmt {
    CompaniesFoundStmt(
        "with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from pending_person_engagement where tenant_id = $1), found as materialized ( select f.* from app.found_companies($1, jsonb_strip_nulls(jsonb_build_object( 'sort', $2::text, 'descending', $3::boolean, 'search', $4::text, 'industry', $5::text, 'size', $6::text, 'persona', $7::uuid, 'only_engaged', nullif($8::boolean, false), 'skip', $9::bigint, 'most', $10::bigint))) f ), staff as materialized ( select p.company_id as id, chunk_of(p.id) as chunk, bit_or(bit_of(p.id)) as people from found f join persons p on p.tenant_id = $1 and p.company_id = f.id group by 1, 2 ), matched as ( select s.id, sum(bit_count(s.people)) as people, sum(bit_count(s.people & t.people)) as targets from staff s left join sets_of($1, 't') t on t.chunk = s.chunk group by 1 ), covered as ( select s.id, count(distinct q.key) as personas from staff s join sets_of($1, 'q', array(select q.id::text from personas q)) q on q.chunk = s.chunk where s.people & q.people <> no_people() group by 1 ) select c.id, c.name, c.industry, c.size_band::text as size_band, c.country, coalesce(m.people, 0)::bigint as people, n.engaged, n.engagements, n.last_day, coalesce(v.personas, 0) as personas, coalesce(m.targets, 0)::bigint as targets, f.total from found f join companies c on c.tenant_id = $1 and c.id = f.id left join matched m on m.id = f.id left join covered v on v.id = f.id cross join lateral ( select f.engaged, f.engagements, f.last_day where f.engaged is not null union all select count(*) filter (where s.engagements > 0), coalesce(sum(s.engagements), 0)::bigint, max(s.last_day) filter (where s.engagements > 0) from persons p left join person_engagement e on e.tenant_id = p.tenant_id and e.person_id = p.id left join pending d on d.person_id = p.id cross join lateral ( select case when d.person_id is null then e.last_day else d.last_day end as last_day, coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0) + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements ) s where p.tenant_id = c.tenant_id and p.company_id = c.id having f.engaged is null ) n order by f.place",
        None,
    )
}
impl CompaniesFoundStmt {
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
    >(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        sort: &'a T1,
        descending: &'a bool,
        search: &'a Option<T2>,
        industry: &'a Option<T3>,
        size: &'a Option<T4>,
        persona: &'a Option<uuid::Uuid>,
        engaged: &'a bool,
        skip: &'a i64,
        most: &'a i64,
    ) -> CompaniesFoundQuery<'c, 'a, 's, C, CompaniesFound, 10> {
        CompaniesFoundQuery {
            client,
            params: [tenant, sort, descending, search, industry, size, persona, engaged, skip, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompaniesFoundBorrowed, tokio_postgres::Error> {
                Ok(CompaniesFoundBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    industry: row.try_get(2)?,
                    size_band: row.try_get(3)?,
                    country: row.try_get(4)?,
                    people: row.try_get(5)?,
                    engaged: row.try_get(6)?,
                    engagements: row.try_get(7)?,
                    last_day: row.try_get(8)?,
                    personas: row.try_get(9)?,
                    targets: row.try_get(10)?,
                    total: row.try_get(11)?,
                })
            },
            mapper: |it| CompaniesFound::from(it),
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
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CompaniesFoundParams<T1, T2, T3, T4>,
        CompaniesFoundQuery<'c, 'a, 's, C, CompaniesFound, 10>,
        C,
    > for CompaniesFoundStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CompaniesFoundParams<T1, T2, T3, T4>,
    ) -> CompaniesFoundQuery<'c, 'a, 's, C, CompaniesFound, 10> {
        self.bind(
            client,
            &params.tenant,
            &params.sort,
            &params.descending,
            &params.search,
            &params.industry,
            &params.size,
            &params.persona,
            &params.engaged,
            &params.skip,
            &params.most,
        )
    }
}
pub struct HasCompaniesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_companies() -> HasCompaniesStmt {
    HasCompaniesStmt("select exists (select from companies)", None)
}
impl HasCompaniesStmt {
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
pub struct CompanyIndustriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_industries() -> CompanyIndustriesStmt {
    CompanyIndustriesStmt("select distinct industry from companies where industry <> '' order by 1 limit 500", None)
}
impl CompanyIndustriesStmt {
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
pub struct CompanyFactsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_facts() -> CompanyFactsStmt {
    CompanyFactsStmt(
        "select id, name, industry, size_band::text as size_band, location, country, domain, linkedin_url, linkedin_slug from companies where id = $1",
        None,
    )
}
impl CompanyFactsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> CompanyFactsQuery<'c, 'a, 's, C, CompanyFacts, 1> {
        CompanyFactsQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyFactsBorrowed, tokio_postgres::Error> {
                Ok(CompanyFactsBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    industry: row.try_get(2)?,
                    size_band: row.try_get(3)?,
                    location: row.try_get(4)?,
                    country: row.try_get(5)?,
                    domain: row.try_get(6)?,
                    linkedin_url: row.try_get(7)?,
                    linkedin_slug: row.try_get(8)?,
                })
            },
            mapper: |it| CompanyFacts::from(it),
        }
    }
}
pub struct CompanyCountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_counts() -> CompanyCountsStmt {
    CompanyCountsStmt(
        "with pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks, last_day from pending_person_engagement where tenant_id = current_tenant()) select count(*) as people, count(*) filter (where s.engagements > 0) as engaged, coalesce(sum(s.engagements), 0)::bigint as engagements, max(s.last_day) filter (where s.engagements > 0) as last_day, count(*) filter (where exists (select from targets t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active)) as targets from persons p left join person_engagement e on e.tenant_id = p.tenant_id and e.person_id = p.id left join pending d on d.person_id = p.id cross join lateral ( select case when d.person_id is null then e.last_day else d.last_day end as last_day, coalesce(e.likes + e.reactions + e.comments + e.shares + e.follows + e.clicks, 0) + coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements ) s where p.company_id = $1",
        None,
    )
}
impl CompanyCountsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> CompanyCountsQuery<'c, 'a, 's, C, CompanyCounts, 1> {
        CompanyCountsQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyCounts, tokio_postgres::Error> {
                Ok(CompanyCounts {
                    people: row.try_get(0)?,
                    engaged: row.try_get(1)?,
                    engagements: row.try_get(2)?,
                    last_day: row.try_get(3)?,
                    targets: row.try_get(4)?,
                })
            },
            mapper: |it| CompanyCounts::from(it),
        }
    }
}
pub struct CompanyCoversStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_covers() -> CompanyCoversStmt {
    CompanyCoversStmt(
        "select q.id, q.name, q.colour, count(*) as people, avg(t.match_score)::float8 as average_score from persons p join targets t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where p.company_id = $1 group by q.id, q.name, q.colour order by people desc, lower(q.name), q.id",
        None,
    )
}
impl CompanyCoversStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> CompanyCoversQuery<'c, 'a, 's, C, CompanyCovers, 1> {
        CompanyCoversQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyCoversBorrowed, tokio_postgres::Error> {
                Ok(CompanyCoversBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    people: row.try_get(3)?,
                    average_score: row.try_get(4)?,
                })
            },
            mapper: |it| CompanyCovers::from(it),
        }
    }
}
pub struct CompanyWeeksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_weeks() -> CompanyWeeksStmt {
    CompanyWeeksStmt(
        "with clock as (select tenant_today(current_tenant()) as today), counts as ( select (k.today - e.engaged_on) / 7 as ago, count(*) as engagements, count(distinct e.person_id) as people from persons p cross join clock k join engagements e on e.tenant_id = p.tenant_id and e.person_id = p.id and e.engaged_on > k.today - 84 and e.engaged_on <= k.today where p.company_id = $1 group by 1 ) select k.today - 7 * w.ago - 6 as first_day, coalesce(n.engagements, 0) as engagements, coalesce(n.people, 0) as people from clock k cross join generate_series(11, 0, -1) w(ago) left join counts n on n.ago = w.ago order by 1",
        None,
    )
}
impl CompanyWeeksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> CompanyWeeksQuery<'c, 'a, 's, C, CompanyWeeks, 1> {
        CompanyWeeksQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyWeeks, tokio_postgres::Error> {
                Ok(CompanyWeeks { first_day: row.try_get(0)?, engagements: row.try_get(1)?, people: row.try_get(2)? })
            },
            mapper: |it| CompanyWeeks::from(it),
        }
    }
}
pub struct CompanyCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_campaigns() -> CompanyCampaignsStmt {
    CompanyCampaignsStmt(
        "with reached as materialized ( select l.campaign_id, count(*) as engagements, count(distinct e.person_id) as people, max(e.engaged_on) as last_day from persons p join engagements e on e.tenant_id = p.tenant_id and e.person_id = p.id join campaign_posts l on l.tenant_id = e.tenant_id and l.post_id = e.post_id where p.company_id = $1 group by l.campaign_id ), everybody as ( select s.key::integer as campaign_id, sum(bit_count(s.people)) as people from sets_of(current_tenant(), 'c', array(select r.campaign_id::text from reached r)) s group by s.key ), cost as ( select c.id as campaign_id, case when count(distinct m.currency) <= 1 then sum(m.spend) end as spend, coalesce(min(m.currency), c.currency, t.currency) as currency from campaigns c join tenants t on t.id = c.tenant_id join ads a on a.tenant_id = c.tenant_id and a.campaign_id = c.id join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id where c.id in (select r.campaign_id from reached r) group by c.id, c.currency, t.currency ), shares as ( select r.campaign_id, (o.spend * r.people / nullif(w.people, 0))::float8 as spend, o.currency from reached r join everybody w on w.campaign_id = r.campaign_id join cost o on o.campaign_id = r.campaign_id ) select c.id, c.name, c.status::text as status, r.engagements, r.people, r.last_day, s.spend, s.currency, case when t.currencies = 1 and not t.is_mixed then t.spend end as whole_spend, t.currency as whole_currency from reached r join campaigns c on c.tenant_id = current_tenant() and c.id = r.campaign_id left join shares s on s.campaign_id = r.campaign_id cross join (select sum(spend) as spend, min(currency) as currency, count(distinct currency) as currencies, coalesce(bool_or(spend is null), false) as is_mixed from shares) t order by r.engagements desc, lower(c.name), c.id limit $2",
        None,
    )
}
impl CompanyCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
        most: &'a i64,
    ) -> CompanyCampaignsQuery<'c, 'a, 's, C, CompanyCampaigns, 2> {
        CompanyCampaignsQuery {
            client,
            params: [company, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyCampaignsBorrowed, tokio_postgres::Error> {
                Ok(CompanyCampaignsBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    status: row.try_get(2)?,
                    engagements: row.try_get(3)?,
                    people: row.try_get(4)?,
                    last_day: row.try_get(5)?,
                    spend: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    whole_spend: row.try_get(8)?,
                    whole_currency: row.try_get(9)?,
                })
            },
            mapper: |it| CompanyCampaigns::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CompanyCampaignsParams,
        CompanyCampaignsQuery<'c, 'a, 's, C, CompanyCampaigns, 2>,
        C,
    > for CompanyCampaignsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CompanyCampaignsParams,
    ) -> CompanyCampaignsQuery<'c, 'a, 's, C, CompanyCampaigns, 2> {
        self.bind(client, &params.company, &params.most)
    }
}
