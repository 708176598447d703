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
