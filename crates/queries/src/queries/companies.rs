// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct CompanyRowsParams {
    pub company: Option<i32>,
    pub most: i64,
}
#[derive(Debug)]
pub struct CompanyItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql> {
    pub sort: T1,
    pub company: Option<i32>,
    pub country: Option<T2>,
    pub search: Option<T3>,
    pub after_id: Option<i32>,
    pub descending: bool,
    pub after_key: Option<T4>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangeCompanyParams<T1: crate::JsonSql> {
    pub company: i32,
    pub said: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyByName {
    pub id: i32,
    pub name: String,
    pub name_key: String,
}
pub struct CompanyByNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub name_key: &'a str,
}
impl<'a> From<CompanyByNameBorrowed<'a>> for CompanyByName {
    fn from(CompanyByNameBorrowed { id, name, name_key }: CompanyByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into(), name_key: name_key.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyItems {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct CompanyItemsBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<CompanyItemsBorrowed<'a>> for CompanyItems {
    fn from(CompanyItemsBorrowed { id, key, item }: CompanyItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
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
pub struct CompanyByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(CompanyByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyByNameBorrowed) -> R) -> CompanyByNameQuery<'c, 'a, 's, C, R, N> {
        CompanyByNameQuery {
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
pub struct CompanyItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CompanyItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(CompanyItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CompanyItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CompanyItemsBorrowed) -> R) -> CompanyItemsQuery<'c, 'a, 's, C, R, N> {
        CompanyItemsQuery {
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
pub struct CompanyRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_rows() -> CompanyRowsStmt {
    CompanyRowsStmt(
        "select row_to_json(c) as row from ( select * from company_engagement_summary where $1::integer is null or company_id = $1 order by engagements desc, people desc, name, company_id limit $2 ) c",
        None,
    )
}
impl CompanyRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a Option<i32>,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [company, most],
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
        CompanyRowsParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for CompanyRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CompanyRowsParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.company, &params.most)
    }
}
pub struct CompanyByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_by_name() -> CompanyByNameStmt {
    CompanyByNameStmt(
        "select id, name, name_key from companies where id::text = $1 or name_key = company_key($1) order by id::text = $1 desc, linkedin_slug is null and linkedin_id is null, id limit 1",
        None,
    )
}
impl CompanyByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> CompanyByNameQuery<'c, 'a, 's, C, CompanyByName, 1> {
        CompanyByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyByNameBorrowed, tokio_postgres::Error> {
                Ok(CompanyByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)?, name_key: row.try_get(2)? })
            },
            mapper: |it| CompanyByName::from(it),
        }
    }
}
pub struct CompaniesLikeNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn companies_like_name() -> CompaniesLikeNameStmt {
    CompaniesLikeNameStmt(
        "select name from companies where position(fold_case($1) in fold_case(name)) > 0 order by length(name), name limit 10",
        None,
    )
}
impl CompaniesLikeNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct CompanyDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_details() -> CompanyDetailsStmt {
    CompanyDetailsStmt(
        "select row_to_json(c) as row from ( select id as company_id, name, industry, size_band, location, country, domain, linkedin_url, linkedin_slug, linkedin_id, created_at from companies where id = $1 ) c",
        None,
    )
}
impl CompanyDetailsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CompanyPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_personas() -> CompanyPersonasStmt {
    CompanyPersonasStmt(
        "select row_to_json(r) as row from ( select q.id as persona_id, q.name as persona, count(*)::int as people, round(avg(t.match_score), 2) as average_score from persons p join targets t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where p.company_id = $1 group by q.id, q.name order by people desc, q.name ) r",
        None,
    )
}
impl CompanyPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CompanyItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_items() -> CompanyItemsStmt {
    CompanyItemsStmt(
        "with keyed as ( select c.id, coalesce(case $1::text when 'name' then to_jsonb(lower(c.name)) when 'people' then to_jsonb((select count(*) from persons p where p.tenant_id = c.tenant_id and p.company_id = c.id)) when 'engagements' then to_jsonb(e.engagements) when 'created_at' then to_jsonb(extract(epoch from c.created_at)) when 'updated_at' then to_jsonb(extract(epoch from c.updated_at)) end, 'null') as key from companies c left join company_engagement_summary e on $1 = 'engagements' and e.tenant_id = c.tenant_id and e.company_id = c.id where ($2::integer is null or c.id = $2) and ($3::text is null or c.country = $3) and ($4::text is null or position(fold_case($4) in fold_case(concat_ws(' ', c.name, c.domain, c.industry))) > 0) ), chosen as ( select id, key from keyed where $5::integer is null or case when $6::boolean then (key, id) < ($7::jsonb, $5) else (key, id) > ($7::jsonb, $5) end order by case when $6 then key end desc, case when not $6 then key end, case when $6 then id end desc, id limit $8 ), worked as ( select p.company_id, count(*)::int as people, count(n.person_id)::int as engaged_people, coalesce(sum(n.engagements), 0)::bigint as engagements, max(n.last_day) as last_engaged_on, count(*) filter (where exists ( select from targets t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.is_active))::int as targets from persons p left join ( select tenant_id, person_id, last_day, likes + reactions + comments + shares + follows + clicks as engagements from person_counts where likes + reactions + comments + shares + follows + clicks > 0 ) n on n.tenant_id = p.tenant_id and n.person_id = p.id where p.company_id in (select id from chosen) group by 1 ) select k.id, k.key, jsonb_build_object('id', c.id, 'name', c.name, 'domain', c.domain, 'industry', c.industry, 'size_band', c.size_band, 'location', c.location, 'country', c.country, 'linkedin_url', c.linkedin_url, 'linkedin_id', c.linkedin_id, 'linkedin_slug', c.linkedin_slug, 'created_at', c.created_at, 'updated_at', c.updated_at, 'people', coalesce(w.people, 0), 'engaged_people', coalesce(w.engaged_people, 0), 'engagements', coalesce(w.engagements, 0), 'targets', coalesce(w.targets, 0), 'last_engaged_on', w.last_engaged_on) as item from chosen k join companies c on c.id = k.id left join worked w on w.company_id = k.id order by case when $6 then k.key end desc, case when not $6 then k.key end, case when $6 then k.id end desc, k.id",
        None,
    )
}
impl CompanyItemsStmt {
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
        T4: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        company: &'a Option<i32>,
        country: &'a Option<T2>,
        search: &'a Option<T3>,
        after_id: &'a Option<i32>,
        descending: &'a bool,
        after_key: &'a Option<T4>,
        most: &'a i64,
    ) -> CompanyItemsQuery<'c, 'a, 's, C, CompanyItems, 8> {
        CompanyItemsQuery {
            client,
            params: [sort, company, country, search, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CompanyItemsBorrowed, tokio_postgres::Error> {
                Ok(CompanyItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| CompanyItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CompanyItemsParams<T1, T2, T3, T4>,
        CompanyItemsQuery<'c, 'a, 's, C, CompanyItems, 8>,
        C,
    > for CompanyItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CompanyItemsParams<T1, T2, T3, T4>,
    ) -> CompanyItemsQuery<'c, 'a, 's, C, CompanyItems, 8> {
        self.bind(
            client,
            &params.sort,
            &params.company,
            &params.country,
            &params.search,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct CompanyExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_exists() -> CompanyExistsStmt {
    CompanyExistsStmt("select exists (select from companies where id = $1)", None)
}
impl CompanyExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CreateCompanyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_company() -> CreateCompanyStmt {
    CreateCompanyStmt(
        "insert into companies (name, name_key, domain, industry, size_band, location, country, facts_source, facts_seen_at) select n.name, company_key(n.name), n.domain, n.industry, n.size_band, n.location, n.country, 'manual', now() from jsonb_populate_record(null::companies, $1) n returning id",
        None,
    )
}
impl CreateCompanyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
    ) -> I32Query<'c, 'a, 's, C, i32, 1> {
        I32Query {
            client,
            params: [said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ChangeCompanyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_company() -> ChangeCompanyStmt {
    ChangeCompanyStmt(
        "with held as (select k as row from companies k where k.id = $1 for no key update) update companies c set name = n.name, domain = n.domain, industry = n.industry, size_band = n.size_band, location = n.location, country = n.country, facts_source = 'manual', facts_seen_at = now() from held h cross join lateral jsonb_populate_record(h.row, $2) n where c.id = (h.row).id returning c.name",
        None,
    )
}
impl ChangeCompanyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        company: &'a i32,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [company, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeCompanyParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeCompanyStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeCompanyParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.company, &params.said)
    }
}
pub struct CompanyPeopleCountStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn company_people_count() -> CompanyPeopleCountStmt {
    CompanyPeopleCountStmt("select count(*) from persons where company_id = $1", None)
}
impl CompanyPeopleCountStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [company],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct DeleteCompanyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_company() -> DeleteCompanyStmt {
    DeleteCompanyStmt(
        "with gone as (delete from companies where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'company.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteCompanyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        company: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[company]).await
    }
}
