// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct SegmentItemsParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
> {
    pub segment: Option<T1>,
    pub search: Option<T2>,
    pub sort: T3,
    pub after_id: Option<T4>,
    pub descending: bool,
    pub after_key: Option<T5>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangeSegmentParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub segment: T1,
    pub said: T2,
}
#[derive(Debug)]
pub struct CountRuleParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rule: T1,
}
#[derive(Debug)]
pub struct PreviewRuleParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rule: T1,
}
#[derive(Debug)]
pub struct SegmentPeopleParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub segment: T1,
    pub after_id: Option<i32>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentItems {
    pub id: String,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct SegmentItemsBorrowed<'a> {
    pub id: &'a str,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<SegmentItemsBorrowed<'a>> for SegmentItems {
    fn from(SegmentItemsBorrowed { id, key, item }: SegmentItemsBorrowed<'a>) -> Self {
        Self {
            id: id.into(),
            key: serde_json::from_str(key.0.get()).unwrap(),
            item: serde_json::from_str(item.0.get()).unwrap(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentByName {
    pub id: String,
    pub name: String,
}
pub struct SegmentByNameBorrowed<'a> {
    pub id: &'a str,
    pub name: &'a str,
}
impl<'a> From<SegmentByNameBorrowed<'a>> for SegmentByName {
    fn from(SegmentByNameBorrowed { id, name }: SegmentByNameBorrowed<'a>) -> Self {
        Self { id: id.into(), name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewRule {
    pub people: i64,
    pub best: serde_json::Value,
}
pub struct PreviewRuleBorrowed<'a> {
    pub people: i64,
    pub best: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<PreviewRuleBorrowed<'a>> for PreviewRule {
    fn from(PreviewRuleBorrowed { people, best }: PreviewRuleBorrowed<'a>) -> Self {
        Self { people, best: serde_json::from_str(best.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentPeople {
    pub id: i32,
    pub total: i64,
    pub item: serde_json::Value,
}
pub struct SegmentPeopleBorrowed<'a> {
    pub id: i32,
    pub total: i64,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<SegmentPeopleBorrowed<'a>> for SegmentPeople {
    fn from(SegmentPeopleBorrowed { id, total, item }: SegmentPeopleBorrowed<'a>) -> Self {
        Self { id, total, item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct SegmentItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SegmentItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(SegmentItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SegmentItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SegmentItemsBorrowed) -> R) -> SegmentItemsQuery<'c, 'a, 's, C, R, N> {
        SegmentItemsQuery {
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
pub struct SegmentByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SegmentByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(SegmentByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SegmentByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SegmentByNameBorrowed) -> R) -> SegmentByNameQuery<'c, 'a, 's, C, R, N> {
        SegmentByNameQuery {
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
pub struct OptionStringQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<&str>, tokio_postgres::Error>,
    mapper: fn(Option<&str>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionStringQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<&str>) -> R) -> OptionStringQuery<'c, 'a, 's, C, R, N> {
        OptionStringQuery {
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
pub struct PreviewRuleQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PreviewRuleBorrowed, tokio_postgres::Error>,
    mapper: fn(PreviewRuleBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PreviewRuleQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PreviewRuleBorrowed) -> R) -> PreviewRuleQuery<'c, 'a, 's, C, R, N> {
        PreviewRuleQuery {
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
pub struct SegmentPeopleQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SegmentPeopleBorrowed, tokio_postgres::Error>,
    mapper: fn(SegmentPeopleBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SegmentPeopleQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SegmentPeopleBorrowed) -> R) -> SegmentPeopleQuery<'c, 'a, 's, C, R, N> {
        SegmentPeopleQuery {
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
pub struct SegmentItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn segment_items() -> SegmentItemsStmt {
    SegmentItemsStmt(
        "with items as ( select s.id, jsonb_build_object('id', s.id, 'name', s.name, 'description', s.description, 'rule', s.rule, 'linkedin_segment_id', s.linkedin_segment_id, 'created_at', s.created_at, 'updated_at', s.updated_at) as item from audience_segments s where ($1::text is null or s.id = $1) and ($2::text is null or position(fold_case($2) in fold_case(concat_ws(' ', s.name, s.description))) > 0) ), keyed as (select id, item, app.sort_key(item, $3) as key from items) select id, key, item from keyed where $4::text is null or case when $5::boolean then (key, id) < ($6::jsonb, $4) else (key, id) > ($6::jsonb, $4) end order by case when $5 then key end desc, case when not $5 then key end, case when $5 then id end desc, id limit $7",
        None,
    )
}
impl SegmentItemsStmt {
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
        T5: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        segment: &'a Option<T1>,
        search: &'a Option<T2>,
        sort: &'a T3,
        after_id: &'a Option<T4>,
        descending: &'a bool,
        after_key: &'a Option<T5>,
        most: &'a i64,
    ) -> SegmentItemsQuery<'c, 'a, 's, C, SegmentItems, 7> {
        SegmentItemsQuery {
            client,
            params: [segment, search, sort, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SegmentItemsBorrowed, tokio_postgres::Error> {
                Ok(SegmentItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| SegmentItems::from(it),
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
    T5: crate::JsonSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SegmentItemsParams<T1, T2, T3, T4, T5>,
        SegmentItemsQuery<'c, 'a, 's, C, SegmentItems, 7>,
        C,
    > for SegmentItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SegmentItemsParams<T1, T2, T3, T4, T5>,
    ) -> SegmentItemsQuery<'c, 'a, 's, C, SegmentItems, 7> {
        self.bind(
            client,
            &params.segment,
            &params.search,
            &params.sort,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct SegmentByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn segment_by_name() -> SegmentByNameStmt {
    SegmentByNameStmt("select id, name from audience_segments where lower(name) = lower($1)", None)
}
impl SegmentByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> SegmentByNameQuery<'c, 'a, 's, C, SegmentByName, 1> {
        SegmentByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SegmentByNameBorrowed, tokio_postgres::Error> {
                Ok(SegmentByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| SegmentByName::from(it),
        }
    }
}
pub struct SegmentExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn segment_exists() -> SegmentExistsStmt {
    SegmentExistsStmt("select exists (select from audience_segments where id = $1)", None)
}
impl SegmentExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        segment: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [segment],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CreateSegmentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_segment() -> CreateSegmentStmt {
    CreateSegmentStmt(
        "insert into audience_segments (name, description, rule) select n.name, n.description, coalesce(n.rule, '{}') from jsonb_populate_record(null::audience_segments, $1) n returning id",
        None,
    )
}
impl CreateSegmentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct ChangeSegmentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_segment() -> ChangeSegmentStmt {
    ChangeSegmentStmt(
        "with held as (select k as row from audience_segments k where k.id = $1 for no key update) update audience_segments s set name = n.name, description = n.description, rule = n.rule from held h cross join lateral jsonb_populate_record(h.row, $2) n where s.id = (h.row).id returning s.name",
        None,
    )
}
impl ChangeSegmentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        segment: &'a T1,
        said: &'a T2,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [segment, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeSegmentParams<T1, T2>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeSegmentStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangeSegmentParams<T1, T2>,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.segment, &params.said)
    }
}
pub struct DeleteSegmentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_segment() -> DeleteSegmentStmt {
    DeleteSegmentStmt(
        "with gone as (delete from audience_segments where id = $1 returning tenant_id, id, name) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'segment.deleted', id, jsonb_build_object('name', name) from gone",
        None,
    )
}
impl DeleteSegmentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        segment: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[segment]).await
    }
}
pub struct RuleErrorStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rule_error() -> RuleErrorStmt {
    RuleErrorStmt("select coalesce(app.rule_error($1), app.rule_unknown(current_tenant(), $1)) as problem", None)
}
impl RuleErrorStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rule: &'a T1,
    ) -> OptionStringQuery<'c, 'a, 's, C, Option<String>, 1> {
        OptionStringQuery {
            client,
            params: [rule],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.map(|v| v.into()),
        }
    }
}
pub struct CountRuleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_rule() -> CountRuleStmt {
    CountRuleStmt("select count(*) from app.segment_people($1, $2)", None)
}
impl CountRuleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rule: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [tenant, rule],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, CountRuleParams<T1>, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for CountRuleStmt
{
    fn params(&'s self, client: &'c C, params: &'a CountRuleParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.tenant, &params.rule)
    }
}
pub struct PreviewRuleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn preview_rule() -> PreviewRuleStmt {
    PreviewRuleStmt(
        "with meant as materialized (select app.segment_people($1, $2) as id), pending as materialized (select person_id, likes, reactions, comments, shares, follows, clicks from pending_person_engagement where tenant_id = $1), best as materialized ( select m.id, (coalesce(e.likes, 0) + coalesce(d.likes, 0))::bigint * w.likes + (coalesce(e.reactions, 0) + coalesce(d.reactions, 0))::bigint * w.reactions + (coalesce(e.comments, 0) + coalesce(d.comments, 0))::bigint * w.comments + (coalesce(e.shares, 0) + coalesce(d.shares, 0))::bigint * w.shares + (coalesce(e.follows, 0) + coalesce(d.follows, 0))::bigint * w.follows + (coalesce(e.clicks, 0) + coalesce(d.clicks, 0))::bigint * w.clicks as score from meant m left join person_engagement e on e.tenant_id = $1 and e.person_id = m.id left join pending d on d.person_id = m.id join weights w on w.tenant_id = $1 order by score desc, m.id limit 10 ) select (select count(*) from meant) as people, coalesce(( select jsonb_agg(to_jsonb(f) order by f.engagement_score desc, f.person_id) from ( select p.id as person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title) as title, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, b.score as engagement_score from best b join persons p on p.tenant_id = $1 and p.id = b.id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id ) f), '[]') as best",
        None,
    )
}
impl PreviewRuleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rule: &'a T1,
    ) -> PreviewRuleQuery<'c, 'a, 's, C, PreviewRule, 2> {
        PreviewRuleQuery {
            client,
            params: [tenant, rule],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PreviewRuleBorrowed, tokio_postgres::Error> {
                Ok(PreviewRuleBorrowed { people: row.try_get(0)?, best: row.try_get(1)? })
            },
            mapper: |it| PreviewRule::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, PreviewRuleParams<T1>, PreviewRuleQuery<'c, 'a, 's, C, PreviewRule, 2>, C>
    for PreviewRuleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PreviewRuleParams<T1>,
    ) -> PreviewRuleQuery<'c, 'a, 's, C, PreviewRule, 2> {
        self.bind(client, &params.tenant, &params.rule)
    }
}
pub struct SegmentPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn segment_people() -> SegmentPeopleStmt {
    SegmentPeopleStmt(
        "with meant as materialized (select m as id from app.segment_members($1, $2) m) select p.id, (select count(*) from meant) as total, jsonb_build_object('person_id', p.id, 'name', p.name, 'title', coalesce(nullif(p.title_override, ''), p.current_title), 'company', coalesce(nullif(p.company_override, ''), c.name, p.current_company), 'engagement_score', coalesce(s.score, 0)) as item from ( select id from meant where $3::integer is null or id > $3 order by id limit $4 ) m join persons p on p.id = m.id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join lateral (select s.score from person_scores s where s.tenant_id = p.tenant_id and s.person_id = p.id offset 0) s on true order by p.id",
        None,
    )
}
impl SegmentPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        segment: &'a T1,
        after_id: &'a Option<i32>,
        most: &'a i64,
    ) -> SegmentPeopleQuery<'c, 'a, 's, C, SegmentPeople, 4> {
        SegmentPeopleQuery {
            client,
            params: [tenant, segment, after_id, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SegmentPeopleBorrowed, tokio_postgres::Error> {
                Ok(SegmentPeopleBorrowed { id: row.try_get(0)?, total: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| SegmentPeople::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SegmentPeopleParams<T1>,
        SegmentPeopleQuery<'c, 'a, 's, C, SegmentPeople, 4>,
        C,
    > for SegmentPeopleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SegmentPeopleParams<T1>,
    ) -> SegmentPeopleQuery<'c, 'a, 's, C, SegmentPeople, 4> {
        self.bind(client, &params.tenant, &params.segment, &params.after_id, &params.most)
    }
}
