// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct GroupItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql> {
    pub group: Option<i32>,
    pub status: Option<T1>,
    pub search: Option<T2>,
    pub sort: T3,
    pub after_id: Option<i32>,
    pub descending: bool,
    pub after_key: Option<T4>,
    pub most: i64,
}
#[derive(Debug)]
pub struct GroupCampaignsParams<T1: crate::ArraySql<Item = i32>> {
    pub group: i32,
    pub campaigns: Option<T1>,
}
#[derive(Debug)]
pub struct GroupCompaniesParams<T1: crate::ArraySql<Item = i32>> {
    pub tenant: uuid::Uuid,
    pub campaigns: T1,
}
#[derive(Debug)]
pub struct ChangeGroupParams<T1: crate::JsonSql> {
    pub group: i32,
    pub said: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct GroupItems {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct GroupItemsBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<GroupItemsBorrowed<'a>> for GroupItems {
    fn from(GroupItemsBorrowed { id, key, item }: GroupItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct GroupByName {
    pub id: i32,
    pub name: String,
}
pub struct GroupByNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
}
impl<'a> From<GroupByNameBorrowed<'a>> for GroupByName {
    fn from(GroupByNameBorrowed { id, name }: GroupByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct GroupTotals {
    pub people: i64,
    pub targeted: i64,
    pub engagements: i64,
    pub posts: i64,
    pub impressions: Option<i64>,
    pub spend: Option<f64>,
    pub currency: Option<String>,
    pub cost_per_target: Option<f64>,
}
pub struct GroupTotalsBorrowed<'a> {
    pub people: i64,
    pub targeted: i64,
    pub engagements: i64,
    pub posts: i64,
    pub impressions: Option<i64>,
    pub spend: Option<f64>,
    pub currency: Option<&'a str>,
    pub cost_per_target: Option<f64>,
}
impl<'a> From<GroupTotalsBorrowed<'a>> for GroupTotals {
    fn from(
        GroupTotalsBorrowed {
            people,
            targeted,
            engagements,
            posts,
            impressions,
            spend,
            currency,
            cost_per_target,
        }: GroupTotalsBorrowed<'a>,
    ) -> Self {
        Self {
            people,
            targeted,
            engagements,
            posts,
            impressions,
            spend,
            currency: currency.map(|v| v.into()),
            cost_per_target,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPersonas {
    pub id: uuid::Uuid,
    pub name: String,
    pub colour: String,
    pub people: i64,
    pub engagements: i64,
}
pub struct GroupPersonasBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub colour: &'a str,
    pub people: i64,
    pub engagements: i64,
}
impl<'a> From<GroupPersonasBorrowed<'a>> for GroupPersonas {
    fn from(GroupPersonasBorrowed { id, name, colour, people, engagements }: GroupPersonasBorrowed<'a>) -> Self {
        Self { id, name: name.into(), colour: colour.into(), people, engagements }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct GroupCompanies {
    pub name: String,
    pub people: i64,
    pub targeted: i64,
    pub companies: i64,
}
pub struct GroupCompaniesBorrowed<'a> {
    pub name: &'a str,
    pub people: i64,
    pub targeted: i64,
    pub companies: i64,
}
impl<'a> From<GroupCompaniesBorrowed<'a>> for GroupCompanies {
    fn from(GroupCompaniesBorrowed { name, people, targeted, companies }: GroupCompaniesBorrowed<'a>) -> Self {
        Self { name: name.into(), people, targeted, companies }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct GroupItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<GroupItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(GroupItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> GroupItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(GroupItemsBorrowed) -> R) -> GroupItemsQuery<'c, 'a, 's, C, R, N> {
        GroupItemsQuery {
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
pub struct GroupByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<GroupByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(GroupByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> GroupByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(GroupByNameBorrowed) -> R) -> GroupByNameQuery<'c, 'a, 's, C, R, N> {
        GroupByNameQuery {
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
pub struct GroupTotalsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<GroupTotalsBorrowed, tokio_postgres::Error>,
    mapper: fn(GroupTotalsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> GroupTotalsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(GroupTotalsBorrowed) -> R) -> GroupTotalsQuery<'c, 'a, 's, C, R, N> {
        GroupTotalsQuery {
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
pub struct GroupPersonasQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<GroupPersonasBorrowed, tokio_postgres::Error>,
    mapper: fn(GroupPersonasBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> GroupPersonasQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(GroupPersonasBorrowed) -> R) -> GroupPersonasQuery<'c, 'a, 's, C, R, N> {
        GroupPersonasQuery {
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
pub struct GroupCompaniesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<GroupCompaniesBorrowed, tokio_postgres::Error>,
    mapper: fn(GroupCompaniesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> GroupCompaniesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(GroupCompaniesBorrowed) -> R) -> GroupCompaniesQuery<'c, 'a, 's, C, R, N> {
        GroupCompaniesQuery {
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
pub struct GroupItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn group_items() -> GroupItemsStmt {
    GroupItemsStmt(
        "with items as ( select g.id, jsonb_build_object('id', g.id, 'name', g.name, 'client_name', g.client_name, 'status', g.status, 'budget', g.budget, 'currency', coalesce(g.currency, t.currency), 'start_date', g.start_date, 'end_date', g.end_date, 'linkedin_group_id', g.linkedin_group_id, 'campaigns', (select count(*) from campaigns c where c.tenant_id = g.tenant_id and c.campaign_group_id = g.id), 'created_at', g.created_at, 'updated_at', g.updated_at) as item from campaign_groups g join tenants t on t.id = g.tenant_id where ($1::integer is null or g.id = $1) and ($2::text is null or g.status = $2::text::campaign_status) and ($3::text is null or position(fold_case($3) in fold_case(concat_ws(' ', g.name, g.client_name))) > 0) ), keyed as (select id, item, app.sort_key(item, $4) as key from items) select id, key, item from keyed where $5::integer is null or case when $6::boolean then (key, id) < ($7::jsonb, $5) else (key, id) > ($7::jsonb, $5) end order by case when $6 then key end desc, case when not $6 then key end, case when $6 then id end desc, id limit $8",
        None,
    )
}
impl GroupItemsStmt {
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
        group: &'a Option<i32>,
        status: &'a Option<T1>,
        search: &'a Option<T2>,
        sort: &'a T3,
        after_id: &'a Option<i32>,
        descending: &'a bool,
        after_key: &'a Option<T4>,
        most: &'a i64,
    ) -> GroupItemsQuery<'c, 'a, 's, C, GroupItems, 8> {
        GroupItemsQuery {
            client,
            params: [group, status, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<GroupItemsBorrowed, tokio_postgres::Error> {
                Ok(GroupItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| GroupItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        GroupItemsParams<T1, T2, T3, T4>,
        GroupItemsQuery<'c, 'a, 's, C, GroupItems, 8>,
        C,
    > for GroupItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a GroupItemsParams<T1, T2, T3, T4>,
    ) -> GroupItemsQuery<'c, 'a, 's, C, GroupItems, 8> {
        self.bind(
            client,
            &params.group,
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
pub struct GroupByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn group_by_name() -> GroupByNameStmt {
    GroupByNameStmt(
        "select id, name from campaign_groups where lower(name) = lower($1) or id::text = $1 order by id limit 1",
        None,
    )
}
impl GroupByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> GroupByNameQuery<'c, 'a, 's, C, GroupByName, 1> {
        GroupByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<GroupByNameBorrowed, tokio_postgres::Error> {
                Ok(GroupByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| GroupByName::from(it),
        }
    }
}
pub struct GroupCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn group_campaigns() -> GroupCampaignsStmt {
    GroupCampaignsStmt(
        "select c.id from campaigns c where c.campaign_group_id = $1 and ($2::integer[] is null or c.id = any ($2)) order by c.id",
        None,
    )
}
impl GroupCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        group: &'a i32,
        campaigns: &'a Option<T1>,
    ) -> I32Query<'c, 'a, 's, C, i32, 2> {
        I32Query {
            client,
            params: [group, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<'c, 'a, 's, GroupCampaignsParams<T1>, I32Query<'c, 'a, 's, C, i32, 2>, C>
    for GroupCampaignsStmt
{
    fn params(&'s self, client: &'c C, params: &'a GroupCampaignsParams<T1>) -> I32Query<'c, 'a, 's, C, i32, 2> {
        self.bind(client, &params.group, &params.campaigns)
    }
}
pub struct GroupTotalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn group_totals() -> GroupTotalsStmt {
    GroupTotalsStmt(
        "with linked as materialized ( select distinct l.tenant_id, l.post_id from campaign_posts l where l.campaign_id = any ($1::integer[]) ), united as materialized ( select s.chunk, bit_or(s.people) as people from sets_of(current_tenant(), 'c', $1::integer[]::text[]) s group by 1 ), people as ( select coalesce(sum(bit_count(u.people)), 0)::bigint as people, coalesce(sum(bit_count(u.people & t.people)), 0)::bigint as targeted from united u left join sets_of(current_tenant(), 't') t on t.chunk = u.chunk ), acts as ( select coalesce(sum(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks), 0)::bigint as engagements from linked l join post_counts n on n.tenant_id = l.tenant_id and n.post_id = l.post_id ), organic as ( select count(*) as posts, sum(p.impressions) as impressions from linked l join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id ), paid as ( select sum(m.impressions) as impressions, case when count(distinct m.currency) <= 1 then sum(m.spend) end as spend, min(m.currency) as currency from ads a join ad_metrics_daily m on m.tenant_id = a.tenant_id and m.ad_id = a.id where a.campaign_id = any ($1) ) select p.people, p.targeted, e.engagements, o.posts, (case when o.impressions is not null or a.impressions is not null then coalesce(o.impressions, 0) + coalesce(a.impressions, 0) end)::bigint as impressions, a.spend::float8 as spend, coalesce(a.currency, t.currency) as currency, round(a.spend / nullif(p.targeted, 0), 2)::float8 as cost_per_target from people p cross join acts e cross join organic o cross join paid a join tenants t on t.id = current_tenant()",
        None,
    )
}
impl GroupTotalsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a T1,
    ) -> GroupTotalsQuery<'c, 'a, 's, C, GroupTotals, 1> {
        GroupTotalsQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<GroupTotalsBorrowed, tokio_postgres::Error> {
                Ok(GroupTotalsBorrowed {
                    people: row.try_get(0)?,
                    targeted: row.try_get(1)?,
                    engagements: row.try_get(2)?,
                    posts: row.try_get(3)?,
                    impressions: row.try_get(4)?,
                    spend: row.try_get(5)?,
                    currency: row.try_get(6)?,
                    cost_per_target: row.try_get(7)?,
                })
            },
            mapper: |it| GroupTotals::from(it),
        }
    }
}
pub struct GroupPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn group_personas() -> GroupPersonasStmt {
    GroupPersonasStmt(
        "with united as materialized ( select s.chunk, bit_or(s.people) as people from sets_of(current_tenant(), 'c', $1::integer[]::text[]) s group by 1 ), members as materialized ( select s.key::uuid as id, s.chunk, s.people from sets_of(current_tenant(), 'q', array(select q.id::text from personas q where q.is_active)) s ), reached as ( select m.id, sum(bit_count(m.people & u.people))::bigint as people from members m join united u on u.chunk = m.chunk group by 1 ), shared as materialized ( select l.tenant_id, l.post_id, count(*) - 1 as times from campaign_posts l where l.campaign_id = any ($1::integer[]) group by 1, 2 having count(*) > 1 ), again as ( select m.id, sum(s.times) as engagements from shared s join engagements e on e.tenant_id = s.tenant_id and e.post_id = s.post_id join members m on m.chunk = chunk_of(e.person_id) where is_in(m.people, e.person_id) group by 1 ), counts as ( select persona_id, sum(likes + reactions + comments + shares + follows + clicks) as engagements from campaign_persona_counts where campaign_id = any ($1) group by 1 ) select q.id, q.name, q.colour, r.people, (coalesce(n.engagements, 0) - coalesce(a.engagements, 0))::bigint as engagements from reached r join personas q on q.id = r.id left join counts n on n.persona_id = r.id left join again a on a.id = r.id where r.people > 0 order by r.people desc, q.name, q.id",
        None,
    )
}
impl GroupPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        campaigns: &'a T1,
    ) -> GroupPersonasQuery<'c, 'a, 's, C, GroupPersonas, 1> {
        GroupPersonasQuery {
            client,
            params: [campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<GroupPersonasBorrowed, tokio_postgres::Error> {
                Ok(GroupPersonasBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    colour: row.try_get(2)?,
                    people: row.try_get(3)?,
                    engagements: row.try_get(4)?,
                })
            },
            mapper: |it| GroupPersonas::from(it),
        }
    }
}
pub struct GroupCompaniesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn group_companies() -> GroupCompaniesStmt {
    GroupCompaniesStmt(
        "with employed as ( select q.company_id, q.said, count(*) as people, count(*) filter (where is_in(t.people, q.id)) as targeted from ( select q.id, q.company_id, null as said from persons q where q.tenant_id = $1 and q.company_id is not null and not exists (select from persons o where o.tenant_id = $1 and o.company_override <> '' and o.id = q.id) union all select q.id, case when btrim(q.company_override) = '' then q.company_id end, nullif(btrim(q.company_override), '') from persons q where q.tenant_id = $1 and q.company_id is not null and q.company_override <> '' union all select q.id, null, coalesce(nullif(btrim(q.company_override), ''), nullif(btrim(q.current_company), '')) from persons q where q.tenant_id = $1 and q.company_id is null ) q join ( select s.chunk, bit_or(s.people) as people from sets_of($1, 'c', $2::integer[]::text[]) s group by 1 ) u on u.chunk = chunk_of(q.id) left join sets_of($1, 't') t on t.chunk = u.chunk where is_in(u.people, q.id) group by 1, 2 ), employers as ( select coalesce(e.said, c.name) as name, sum(e.people)::bigint as people, sum(e.targeted)::bigint as targeted from employed e left join companies c on c.tenant_id = $1 and c.id = e.company_id group by 1 ) select name, people, targeted, count(*) over () as companies from employers where name is not null order by targeted desc, people desc, name limit 12",
        None,
    )
}
impl GroupCompaniesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        campaigns: &'a T1,
    ) -> GroupCompaniesQuery<'c, 'a, 's, C, GroupCompanies, 2> {
        GroupCompaniesQuery {
            client,
            params: [tenant, campaigns],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<GroupCompaniesBorrowed, tokio_postgres::Error> {
                Ok(GroupCompaniesBorrowed {
                    name: row.try_get(0)?,
                    people: row.try_get(1)?,
                    targeted: row.try_get(2)?,
                    companies: row.try_get(3)?,
                })
            },
            mapper: |it| GroupCompanies::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        GroupCompaniesParams<T1>,
        GroupCompaniesQuery<'c, 'a, 's, C, GroupCompanies, 2>,
        C,
    > for GroupCompaniesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a GroupCompaniesParams<T1>,
    ) -> GroupCompaniesQuery<'c, 'a, 's, C, GroupCompanies, 2> {
        self.bind(client, &params.tenant, &params.campaigns)
    }
}
pub struct CreateGroupStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_group() -> CreateGroupStmt {
    CreateGroupStmt(
        "insert into campaign_groups (name, client_name, status, budget, currency, start_date, end_date) select n.name, n.client_name, coalesce(n.status, 'active'), n.budget, n.currency, n.start_date, n.end_date from jsonb_populate_record(null::campaign_groups, $1) n returning id",
        None,
    )
}
impl CreateGroupStmt {
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
pub struct ChangeGroupStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_group() -> ChangeGroupStmt {
    ChangeGroupStmt(
        "with held as (select k as row from campaign_groups k where k.id = $1 for no key update) update campaign_groups g set name = n.name, client_name = n.client_name, status = n.status, budget = n.budget, currency = n.currency, start_date = n.start_date, end_date = n.end_date from held h cross join lateral jsonb_populate_record(h.row, $2) n where g.id = (h.row).id returning g.name",
        None,
    )
}
impl ChangeGroupStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        group: &'a i32,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [group, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeGroupParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeGroupStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeGroupParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.group, &params.said)
    }
}
pub struct DeleteGroupStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_group() -> DeleteGroupStmt {
    DeleteGroupStmt(
        "with freed as (update campaigns set campaign_group_id = null where campaign_group_id = $1), gone as (delete from campaign_groups where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'group.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteGroupStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        group: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[group]).await
    }
}
