// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CustomAudienceItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub audience: Option<uuid::Uuid>,
    pub search: Option<T1>,
    pub sort: T2,
    pub after_id: Option<uuid::Uuid>,
    pub descending: bool,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangeCustomAudienceParams<T1: crate::JsonSql> {
    pub audience: uuid::Uuid,
    pub said: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CustomAudienceItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct CustomAudienceItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<CustomAudienceItemsBorrowed<'a>> for CustomAudienceItems {
    fn from(CustomAudienceItemsBorrowed { id, key, item }: CustomAudienceItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CustomAudienceByName {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct CustomAudienceByNameBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<CustomAudienceByNameBorrowed<'a>> for CustomAudienceByName {
    fn from(CustomAudienceByNameBorrowed { id, name }: CustomAudienceByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct IndustryCodes {
    pub word: String,
    pub code: i32,
}
pub struct IndustryCodesBorrowed<'a> {
    pub word: &'a str,
    pub code: i32,
}
impl<'a> From<IndustryCodesBorrowed<'a>> for IndustryCodes {
    fn from(IndustryCodesBorrowed { word, code }: IndustryCodesBorrowed<'a>) -> Self {
        Self { word: word.into(), code }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OrganizationIds {
    pub word: String,
    pub linkedin_id: String,
}
pub struct OrganizationIdsBorrowed<'a> {
    pub word: &'a str,
    pub linkedin_id: &'a str,
}
impl<'a> From<OrganizationIdsBorrowed<'a>> for OrganizationIds {
    fn from(OrganizationIdsBorrowed { word, linkedin_id }: OrganizationIdsBorrowed<'a>) -> Self {
        Self { word: word.into(), linkedin_id: linkedin_id.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct CustomAudienceItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CustomAudienceItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(CustomAudienceItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CustomAudienceItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CustomAudienceItemsBorrowed) -> R) -> CustomAudienceItemsQuery<'c, 'a, 's, C, R, N> {
        CustomAudienceItemsQuery {
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
pub struct CustomAudienceByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CustomAudienceByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(CustomAudienceByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CustomAudienceByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(CustomAudienceByNameBorrowed) -> R,
    ) -> CustomAudienceByNameQuery<'c, 'a, 's, C, R, N> {
        CustomAudienceByNameQuery {
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
pub struct UuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<uuid::Uuid, tokio_postgres::Error>,
    mapper: fn(uuid::Uuid) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(uuid::Uuid) -> R) -> UuidUuidQuery<'c, 'a, 's, C, R, N> {
        UuidUuidQuery {
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
pub struct IndustryCodesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<IndustryCodesBorrowed, tokio_postgres::Error>,
    mapper: fn(IndustryCodesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> IndustryCodesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(IndustryCodesBorrowed) -> R) -> IndustryCodesQuery<'c, 'a, 's, C, R, N> {
        IndustryCodesQuery {
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
pub struct OrganizationIdsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OrganizationIdsBorrowed, tokio_postgres::Error>,
    mapper: fn(OrganizationIdsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OrganizationIdsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OrganizationIdsBorrowed) -> R) -> OrganizationIdsQuery<'c, 'a, 's, C, R, N> {
        OrganizationIdsQuery {
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
pub struct CustomAudienceItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn custom_audience_items() -> CustomAudienceItemsStmt {
    CustomAudienceItemsStmt(
        "with items as ( select c.id, jsonb_build_object('id', c.id, 'name', c.name, 'description', c.description, 'targeting', app.known_targeting(c.targeting), 'estimated_reach', c.estimated_reach, 'linkedin_audience_id', c.linkedin_audience_id, 'created_at', c.created_at, 'updated_at', c.updated_at) as item from custom_audiences c where ($1::uuid is null or c.id = $1) and ($2::text is null or position(fold_case($2) in fold_case(concat_ws(' ', c.name, c.description, c.targeting::text))) > 0) ), keyed as (select id, item, app.sort_key(item, $3) as key from items) select id, key, item from keyed where $4::uuid is null or case when $5::boolean then (key, id) < ($6::jsonb, $4) else (key, id) > ($6::jsonb, $4) end order by case when $5 then key end desc, case when not $5 then key end, case when $5 then id end desc, id limit $7",
        None,
    )
}
impl CustomAudienceItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        audience: &'a Option<uuid::Uuid>,
        search: &'a Option<T1>,
        sort: &'a T2,
        after_id: &'a Option<uuid::Uuid>,
        descending: &'a bool,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> CustomAudienceItemsQuery<'c, 'a, 's, C, CustomAudienceItems, 7> {
        CustomAudienceItemsQuery {
            client,
            params: [audience, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CustomAudienceItemsBorrowed, tokio_postgres::Error> {
                Ok(CustomAudienceItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| CustomAudienceItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CustomAudienceItemsParams<T1, T2, T3>,
        CustomAudienceItemsQuery<'c, 'a, 's, C, CustomAudienceItems, 7>,
        C,
    > for CustomAudienceItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CustomAudienceItemsParams<T1, T2, T3>,
    ) -> CustomAudienceItemsQuery<'c, 'a, 's, C, CustomAudienceItems, 7> {
        self.bind(
            client,
            &params.audience,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct CustomAudienceByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn custom_audience_by_name() -> CustomAudienceByNameStmt {
    CustomAudienceByNameStmt(
        "select id, name from custom_audiences where lower(name) = lower($1) or id::text = $1 order by lower(name) = lower($1) desc limit 1",
        None,
    )
}
impl CustomAudienceByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> CustomAudienceByNameQuery<'c, 'a, 's, C, CustomAudienceByName, 1> {
        CustomAudienceByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CustomAudienceByNameBorrowed, tokio_postgres::Error> {
                Ok(CustomAudienceByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| CustomAudienceByName::from(it),
        }
    }
}
pub struct CustomAudienceNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn custom_audience_names() -> CustomAudienceNamesStmt {
    CustomAudienceNamesStmt("select name from custom_audiences order by lower(name) limit 1000", None)
}
impl CustomAudienceNamesStmt {
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
pub struct CreateCustomAudienceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_custom_audience() -> CreateCustomAudienceStmt {
    CreateCustomAudienceStmt(
        "insert into custom_audiences (name, description, targeting, estimated_reach, linkedin_audience_id) select n.name, n.description, coalesce(n.targeting, '{}'), n.estimated_reach, n.linkedin_audience_id from jsonb_populate_record(null::custom_audiences, $1) n returning id",
        None,
    )
}
impl CreateCustomAudienceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ChangeCustomAudienceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_custom_audience() -> ChangeCustomAudienceStmt {
    ChangeCustomAudienceStmt(
        "with held as (select k as row from custom_audiences k where k.id = $1 for no key update) update custom_audiences c set name = n.name, description = n.description, targeting = (h.row).targeting - array(select jsonb_object_keys(app.known_targeting((h.row).targeting))) || n.targeting, estimated_reach = n.estimated_reach, linkedin_audience_id = n.linkedin_audience_id from held h cross join lateral jsonb_populate_record(h.row, $2) n where c.id = (h.row).id returning c.name",
        None,
    )
}
impl ChangeCustomAudienceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        audience: &'a uuid::Uuid,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [audience, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeCustomAudienceParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeCustomAudienceStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangeCustomAudienceParams<T1>,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.audience, &params.said)
    }
}
pub struct DeleteCustomAudienceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_custom_audience() -> DeleteCustomAudienceStmt {
    DeleteCustomAudienceStmt(
        "with gone as (delete from custom_audiences where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'custom_audience.deleted', id::text, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteCustomAudienceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        audience: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[audience]).await
    }
}
pub struct IndustryCodesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn industry_codes() -> IndustryCodesStmt {
    IndustryCodesStmt(
        "select lower(label) as word, min(code) as code from industries where is_active and lower(label) = any ($1) group by 1",
        None,
    )
}
impl IndustryCodesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        words: &'a T2,
    ) -> IndustryCodesQuery<'c, 'a, 's, C, IndustryCodes, 1> {
        IndustryCodesQuery {
            client,
            params: [words],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<IndustryCodesBorrowed, tokio_postgres::Error> {
                Ok(IndustryCodesBorrowed { word: row.try_get(0)?, code: row.try_get(1)? })
            },
            mapper: |it| IndustryCodes::from(it),
        }
    }
}
pub struct OrganizationIdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn organization_ids() -> OrganizationIdsStmt {
    OrganizationIdsStmt(
        "select lower(name) as word, min(linkedin_id) as linkedin_id from companies where lower(name) = any ($1) group by 1 having count(*) = 1 and count(linkedin_id) = 1",
        None,
    )
}
impl OrganizationIdsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        words: &'a T2,
    ) -> OrganizationIdsQuery<'c, 'a, 's, C, OrganizationIds, 1> {
        OrganizationIdsQuery {
            client,
            params: [words],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OrganizationIdsBorrowed, tokio_postgres::Error> {
                Ok(OrganizationIdsBorrowed { word: row.try_get(0)?, linkedin_id: row.try_get(1)? })
            },
            mapper: |it| OrganizationIds::from(it),
        }
    }
}
