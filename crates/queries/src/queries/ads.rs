// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct AdItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql> {
    pub ad: Option<i32>,
    pub campaign: Option<i32>,
    pub status: Option<T1>,
    pub search: Option<T2>,
    pub sort: T3,
    pub after_id: Option<i32>,
    pub descending: bool,
    pub after_key: Option<T4>,
    pub most: i64,
}
#[derive(Debug)]
pub struct AdsByNameParams<T1: crate::StringSql> {
    pub name: T1,
    pub campaign: Option<i32>,
}
#[derive(Clone, Copy, Debug)]
pub struct AdPeriodsParams {
    pub ad: i32,
    pub before: Option<jiff::civil::Date>,
    pub most: i64,
}
#[derive(Debug)]
pub struct CheckAdParams<T1: crate::JsonSql> {
    pub ad: Option<i32>,
    pub said: T1,
}
#[derive(Debug)]
pub struct ChangeAdParams<T1: crate::JsonSql> {
    pub said: T1,
    pub ad: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct AdItems {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct AdItemsBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<AdItemsBorrowed<'a>> for AdItems {
    fn from(AdItemsBorrowed { id, key, item }: AdItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AdsByName {
    pub id: i32,
    pub name: String,
    pub campaign: String,
}
pub struct AdsByNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
    pub campaign: &'a str,
}
impl<'a> From<AdsByNameBorrowed<'a>> for AdsByName {
    fn from(AdsByNameBorrowed { id, name, campaign }: AdsByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into(), campaign: campaign.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AdPeriods {
    pub day: jiff::civil::Date,
    pub item: serde_json::Value,
}
pub struct AdPeriodsBorrowed<'a> {
    pub day: jiff::civil::Date,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<AdPeriodsBorrowed<'a>> for AdPeriods {
    fn from(AdPeriodsBorrowed { day, item }: AdPeriodsBorrowed<'a>) -> Self {
        Self { day, item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AdContents {
    pub periods: i64,
    pub spend: Option<String>,
    pub currency: Option<String>,
}
pub struct AdContentsBorrowed<'a> {
    pub periods: i64,
    pub spend: Option<&'a str>,
    pub currency: Option<&'a str>,
}
impl<'a> From<AdContentsBorrowed<'a>> for AdContents {
    fn from(AdContentsBorrowed { periods, spend, currency }: AdContentsBorrowed<'a>) -> Self {
        Self { periods, spend: spend.map(|v| v.into()), currency: currency.map(|v| v.into()) }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct AdItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AdItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(AdItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AdItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AdItemsBorrowed) -> R) -> AdItemsQuery<'c, 'a, 's, C, R, N> {
        AdItemsQuery {
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
pub struct AdsByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AdsByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(AdsByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AdsByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AdsByNameBorrowed) -> R) -> AdsByNameQuery<'c, 'a, 's, C, R, N> {
        AdsByNameQuery {
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
pub struct AdPeriodsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AdPeriodsBorrowed, tokio_postgres::Error>,
    mapper: fn(AdPeriodsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AdPeriodsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AdPeriodsBorrowed) -> R) -> AdPeriodsQuery<'c, 'a, 's, C, R, N> {
        AdPeriodsQuery {
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
pub struct AdContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AdContentsBorrowed, tokio_postgres::Error>,
    mapper: fn(AdContentsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AdContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AdContentsBorrowed) -> R) -> AdContentsQuery<'c, 'a, 's, C, R, N> {
        AdContentsQuery {
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
pub struct AdItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ad_items() -> AdItemsStmt {
    AdItemsStmt(
        "with items as ( select a.id, jsonb_build_object('id', a.id, 'name', a.name, 'campaign_id', a.campaign_id, 'campaign', c.name, 'status', a.status, 'post_id', a.post_id, 'segment_id', a.audience_segment_id, 'linkedin_ad_id', a.linkedin_ad_id, 'headline', a.headline, 'introduction', a.introduction, 'click_url', a.click_url, 'start_date', a.start_date, 'end_date', a.end_date, 'created_at', a.created_at, 'updated_at', a.updated_at) as said, to_jsonb(n) - array['tenant_id', 'ad_id'] as counted from ads a join campaigns c on c.tenant_id = a.tenant_id and c.id = a.campaign_id join ad_counters n on n.tenant_id = a.tenant_id and n.ad_id = a.id where ($1::integer is null or a.id = $1) and ($2::integer is null or a.campaign_id = $2) and ($3::text is null or a.status = $3::text::campaign_status) and ($4::text is null or position(fold_case($4) in fold_case(concat_ws(' ', a.name, a.headline, a.introduction, c.name))) > 0) ), keyed as (select id, said, counted, app.sort_key(counted || said, $5) as key from items) select id, key, said || jsonb_build_object('metrics', counted) as item from keyed where $6::integer is null or case when $7::boolean then (key, id) < ($8::jsonb, $6) else (key, id) > ($8::jsonb, $6) end order by case when $7 then key end desc, case when not $7 then key end, case when $7 then id end desc, id limit $9",
        None,
    )
}
impl AdItemsStmt {
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
        ad: &'a Option<i32>,
        campaign: &'a Option<i32>,
        status: &'a Option<T1>,
        search: &'a Option<T2>,
        sort: &'a T3,
        after_id: &'a Option<i32>,
        descending: &'a bool,
        after_key: &'a Option<T4>,
        most: &'a i64,
    ) -> AdItemsQuery<'c, 'a, 's, C, AdItems, 9> {
        AdItemsQuery {
            client,
            params: [ad, campaign, status, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AdItemsBorrowed, tokio_postgres::Error> {
                Ok(AdItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| AdItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, AdItemsParams<T1, T2, T3, T4>, AdItemsQuery<'c, 'a, 's, C, AdItems, 9>, C>
    for AdItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AdItemsParams<T1, T2, T3, T4>,
    ) -> AdItemsQuery<'c, 'a, 's, C, AdItems, 9> {
        self.bind(
            client,
            &params.ad,
            &params.campaign,
            &params.status,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct AdExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ad_exists() -> AdExistsStmt {
    AdExistsStmt("select exists (select from ads where id = $1)", None)
}
impl AdExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        ad: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [ad],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AdsByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ads_by_name() -> AdsByNameStmt {
    AdsByNameStmt(
        "select a.id, a.name, c.name as campaign from ads a join campaigns c on c.tenant_id = a.tenant_id and c.id = a.campaign_id where (lower(a.name) = lower($1) or a.linkedin_ad_id = $1 or a.id::text = $1) and ($2::integer is null or a.campaign_id = $2) order by a.id::text = $1 desc, a.id limit 11",
        None,
    )
}
impl AdsByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        campaign: &'a Option<i32>,
    ) -> AdsByNameQuery<'c, 'a, 's, C, AdsByName, 2> {
        AdsByNameQuery {
            client,
            params: [name, campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AdsByNameBorrowed, tokio_postgres::Error> {
                Ok(AdsByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)?, campaign: row.try_get(2)? })
            },
            mapper: |it| AdsByName::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, AdsByNameParams<T1>, AdsByNameQuery<'c, 'a, 's, C, AdsByName, 2>, C>
    for AdsByNameStmt
{
    fn params(&'s self, client: &'c C, params: &'a AdsByNameParams<T1>) -> AdsByNameQuery<'c, 'a, 's, C, AdsByName, 2> {
        self.bind(client, &params.name, &params.campaign)
    }
}
pub struct AdPeriodsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ad_periods() -> AdPeriodsStmt {
    AdPeriodsStmt(
        "select m.day, jsonb_build_object('day', m.day, 'last_day', m.last_day, 'currency', m.currency, 'spend', m.spend, 'impressions', m.impressions, 'clicks', m.clicks, 'reactions', m.reactions, 'comments', m.comments, 'shares', m.shares, 'follows', m.follows, 'engagements', m.engagements, 'leads', m.leads, 'conversions', m.conversions, 'reach', m.reach, 'source', m.source, 'import_id', m.import_id) as item from ad_metrics_daily m where m.ad_id = $1 and ($2::date is null or m.day < $2) order by m.day desc limit $3",
        None,
    )
}
impl AdPeriodsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        ad: &'a i32,
        before: &'a Option<jiff::civil::Date>,
        most: &'a i64,
    ) -> AdPeriodsQuery<'c, 'a, 's, C, AdPeriods, 3> {
        AdPeriodsQuery {
            client,
            params: [ad, before, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AdPeriodsBorrowed, tokio_postgres::Error> {
                Ok(AdPeriodsBorrowed { day: row.try_get(0)?, item: row.try_get(1)? })
            },
            mapper: |it| AdPeriods::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, AdPeriodsParams, AdPeriodsQuery<'c, 'a, 's, C, AdPeriods, 3>, C>
    for AdPeriodsStmt
{
    fn params(&'s self, client: &'c C, params: &'a AdPeriodsParams) -> AdPeriodsQuery<'c, 'a, 's, C, AdPeriods, 3> {
        self.bind(client, &params.ad, &params.before, &params.most)
    }
}
pub struct CheckAdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn check_ad() -> CheckAdStmt {
    CheckAdStmt("select coalesce(app.check_ad($1, $2)::text, '') as nothing", None)
}
impl CheckAdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        ad: &'a Option<i32>,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [ad, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, CheckAdParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for CheckAdStmt
{
    fn params(&'s self, client: &'c C, params: &'a CheckAdParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.ad, &params.said)
    }
}
pub struct CreateAdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_ad() -> CreateAdStmt {
    CreateAdStmt(
        "insert into ads (campaign_id, post_id, audience_segment_id, name, status, linkedin_ad_id, headline, introduction, click_url, start_date, end_date) select n.campaign_id, n.post_id, n.audience_segment_id, n.name, coalesce(n.status, 'active'), n.linkedin_ad_id, n.headline, n.introduction, n.click_url, n.start_date, n.end_date from jsonb_populate_record(null::ads, $1) n returning id",
        None,
    )
}
impl CreateAdStmt {
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
pub struct HoldAdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_ad() -> HoldAdStmt {
    HoldAdStmt("select id from ads where id = $1 for no key update", None)
}
impl HoldAdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C, ad: &'a i32) -> I32Query<'c, 'a, 's, C, i32, 1> {
        I32Query {
            client,
            params: [ad],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ChangeAdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_ad() -> ChangeAdStmt {
    ChangeAdStmt(
        "update ads a set post_id = n.post_id, audience_segment_id = n.audience_segment_id, name = n.name, status = n.status, headline = n.headline, introduction = n.introduction, click_url = n.click_url, start_date = n.start_date, end_date = n.end_date from ads h cross join lateral jsonb_populate_record(h, $1) n where h.id = $2 and a.tenant_id = h.tenant_id and a.id = h.id returning a.name",
        None,
    )
}
impl ChangeAdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
        ad: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [said, ad],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeAdParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeAdStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeAdParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.said, &params.ad)
    }
}
pub struct AdContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ad_contents() -> AdContentsStmt {
    AdContentsStmt(
        "select n.periods, trim_scale(n.spend)::text as spend, n.currency from ad_counters n where n.ad_id = $1",
        None,
    )
}
impl AdContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        ad: &'a i32,
    ) -> AdContentsQuery<'c, 'a, 's, C, AdContents, 1> {
        AdContentsQuery {
            client,
            params: [ad],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AdContentsBorrowed, tokio_postgres::Error> {
                Ok(AdContentsBorrowed { periods: row.try_get(0)?, spend: row.try_get(1)?, currency: row.try_get(2)? })
            },
            mapper: |it| AdContents::from(it),
        }
    }
}
pub struct DeleteAdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_ad() -> DeleteAdStmt {
    DeleteAdStmt(
        "with gone as (delete from ads where id = $1 returning tenant_id, id, name, campaign_id) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'ad.deleted', id::text, jsonb_build_object('name', name, 'campaign', campaign_id) from gone",
        None,
    )
}
impl DeleteAdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        ad: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[ad]).await
    }
}
