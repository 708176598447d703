// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AudienceContactsParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: Option<uuid::Uuid>,
    pub segment: Option<T1>,
    pub campaign: Option<i32>,
}
#[derive(Debug)]
pub struct AudienceCompaniesParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: Option<uuid::Uuid>,
    pub segment: Option<T1>,
    pub campaign: Option<i32>,
}
#[derive(Debug)]
pub struct AudienceSurveyParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: Option<uuid::Uuid>,
    pub segment: Option<T1>,
    pub campaign: Option<i32>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct AudienceContacts {
    pub email: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub job_title: Option<String>,
    pub employee_company: Option<String>,
    pub country: Option<String>,
}
pub struct AudienceContactsBorrowed<'a> {
    pub email: Option<&'a str>,
    pub first_name: Option<&'a str>,
    pub last_name: Option<&'a str>,
    pub job_title: Option<&'a str>,
    pub employee_company: Option<&'a str>,
    pub country: Option<&'a str>,
}
impl<'a> From<AudienceContactsBorrowed<'a>> for AudienceContacts {
    fn from(
        AudienceContactsBorrowed {
            email,
            first_name,
            last_name,
            job_title,
            employee_company,
            country,
        }: AudienceContactsBorrowed<'a>,
    ) -> Self {
        Self {
            email: email.map(|v| v.into()),
            first_name: first_name.map(|v| v.into()),
            last_name: last_name.map(|v| v.into()),
            job_title: job_title.map(|v| v.into()),
            employee_company: employee_company.map(|v| v.into()),
            country: country.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AudienceCompanies {
    pub company_name: String,
    pub website_domain: Option<String>,
    pub page_url: Option<String>,
    pub industry: Option<String>,
    pub country: Option<String>,
}
pub struct AudienceCompaniesBorrowed<'a> {
    pub company_name: &'a str,
    pub website_domain: Option<&'a str>,
    pub page_url: Option<&'a str>,
    pub industry: Option<&'a str>,
    pub country: Option<&'a str>,
}
impl<'a> From<AudienceCompaniesBorrowed<'a>> for AudienceCompanies {
    fn from(
        AudienceCompaniesBorrowed {
            company_name,
            website_domain,
            page_url,
            industry,
            country,
        }: AudienceCompaniesBorrowed<'a>,
    ) -> Self {
        Self {
            company_name: company_name.into(),
            website_domain: website_domain.map(|v| v.into()),
            page_url: page_url.map(|v| v.into()),
            industry: industry.map(|v| v.into()),
            country: country.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct AudienceSurvey {
    pub chosen: i64,
    pub allowed: i64,
    pub contacts: i64,
    pub with_email: i64,
    pub split: i64,
    pub companies: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct AudienceContactsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AudienceContactsBorrowed, tokio_postgres::Error>,
    mapper: fn(AudienceContactsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AudienceContactsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AudienceContactsBorrowed) -> R) -> AudienceContactsQuery<'c, 'a, 's, C, R, N> {
        AudienceContactsQuery {
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
pub struct AudienceCompaniesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AudienceCompaniesBorrowed, tokio_postgres::Error>,
    mapper: fn(AudienceCompaniesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AudienceCompaniesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AudienceCompaniesBorrowed) -> R) -> AudienceCompaniesQuery<'c, 'a, 's, C, R, N> {
        AudienceCompaniesQuery {
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
pub struct AudienceSurveyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AudienceSurvey, tokio_postgres::Error>,
    mapper: fn(AudienceSurvey) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AudienceSurveyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AudienceSurvey) -> R) -> AudienceSurveyQuery<'c, 'a, 's, C, R, N> {
        AudienceSurveyQuery {
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
pub struct AudienceContactsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audience_contacts() -> AudienceContactsStmt {
    AudienceContactsStmt(
        "select email, first_name, last_name, job_title, employee_company, country from app.audience_contacts($1, array(select app.audience_allowed($1, app.audience_chosen($1, $2, $3, $4))))",
        None,
    )
}
impl AudienceContactsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a Option<uuid::Uuid>,
        segment: &'a Option<T1>,
        campaign: &'a Option<i32>,
    ) -> AudienceContactsQuery<'c, 'a, 's, C, AudienceContacts, 4> {
        AudienceContactsQuery {
            client,
            params: [tenant, persona, segment, campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AudienceContactsBorrowed, tokio_postgres::Error> {
                Ok(AudienceContactsBorrowed {
                    email: row.try_get(0)?,
                    first_name: row.try_get(1)?,
                    last_name: row.try_get(2)?,
                    job_title: row.try_get(3)?,
                    employee_company: row.try_get(4)?,
                    country: row.try_get(5)?,
                })
            },
            mapper: |it| AudienceContacts::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AudienceContactsParams<T1>,
        AudienceContactsQuery<'c, 'a, 's, C, AudienceContacts, 4>,
        C,
    > for AudienceContactsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AudienceContactsParams<T1>,
    ) -> AudienceContactsQuery<'c, 'a, 's, C, AudienceContacts, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.segment, &params.campaign)
    }
}
pub struct AudienceCompaniesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audience_companies() -> AudienceCompaniesStmt {
    AudienceCompaniesStmt(
        "select company_name, website_domain, page_url, industry, country from app.audience_companies($1, array(select app.audience_allowed($1, app.audience_chosen($1, $2, $3, $4))))",
        None,
    )
}
impl AudienceCompaniesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a Option<uuid::Uuid>,
        segment: &'a Option<T1>,
        campaign: &'a Option<i32>,
    ) -> AudienceCompaniesQuery<'c, 'a, 's, C, AudienceCompanies, 4> {
        AudienceCompaniesQuery {
            client,
            params: [tenant, persona, segment, campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AudienceCompaniesBorrowed, tokio_postgres::Error> {
                Ok(AudienceCompaniesBorrowed {
                    company_name: row.try_get(0)?,
                    website_domain: row.try_get(1)?,
                    page_url: row.try_get(2)?,
                    industry: row.try_get(3)?,
                    country: row.try_get(4)?,
                })
            },
            mapper: |it| AudienceCompanies::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AudienceCompaniesParams<T1>,
        AudienceCompaniesQuery<'c, 'a, 's, C, AudienceCompanies, 4>,
        C,
    > for AudienceCompaniesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AudienceCompaniesParams<T1>,
    ) -> AudienceCompaniesQuery<'c, 'a, 's, C, AudienceCompanies, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.segment, &params.campaign)
    }
}
pub struct AudienceSurveyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audience_survey() -> AudienceSurveyStmt {
    AudienceSurveyStmt("select * from app.audience_survey($1, $2, $3, $4)", None)
}
impl AudienceSurveyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a Option<uuid::Uuid>,
        segment: &'a Option<T1>,
        campaign: &'a Option<i32>,
    ) -> AudienceSurveyQuery<'c, 'a, 's, C, AudienceSurvey, 4> {
        AudienceSurveyQuery {
            client,
            params: [tenant, persona, segment, campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AudienceSurvey, tokio_postgres::Error> {
                Ok(AudienceSurvey {
                    chosen: row.try_get(0)?,
                    allowed: row.try_get(1)?,
                    contacts: row.try_get(2)?,
                    with_email: row.try_get(3)?,
                    split: row.try_get(4)?,
                    companies: row.try_get(5)?,
                })
            },
            mapper: |it| AudienceSurvey::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AudienceSurveyParams<T1>,
        AudienceSurveyQuery<'c, 'a, 's, C, AudienceSurvey, 4>,
        C,
    > for AudienceSurveyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AudienceSurveyParams<T1>,
    ) -> AudienceSurveyQuery<'c, 'a, 's, C, AudienceSurvey, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.segment, &params.campaign)
    }
}
