// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct DemographicItemsParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub section: Option<T1>,
    pub account: Option<T2>,
    pub since: Option<jiff::civil::Date>,
    pub until: Option<jiff::civil::Date>,
    pub search: Option<T3>,
    pub after_id: Option<T4>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct DemographicItems {
    pub id: String,
    pub item: serde_json::Value,
}
pub struct DemographicItemsBorrowed<'a> {
    pub id: &'a str,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<DemographicItemsBorrowed<'a>> for DemographicItems {
    fn from(DemographicItemsBorrowed { id, item }: DemographicItemsBorrowed<'a>) -> Self {
        Self { id: id.into(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct DemographicItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DemographicItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(DemographicItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DemographicItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DemographicItemsBorrowed) -> R) -> DemographicItemsQuery<'c, 'a, 's, C, R, N> {
        DemographicItemsQuery {
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
pub struct DemographicItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn demographic_items() -> DemographicItemsStmt {
    DemographicItemsStmt(
        "select k.id, jsonb_build_object('account', nullif(d.account, ''), 'section', d.section, 'segment', d.segment, 'first_day', d.first_day, 'last_day', d.last_day, 'impressions', d.impressions, 'impressions_share', d.impressions_share, 'clicks', d.clicks, 'clicks_share', d.clicks_share, 'conversions', d.conversions, 'sends', d.sends, 'opens', d.opens, 'source', d.source, 'import_id', d.import_id) as item from audience_demographics d cross join lateral ( select concat_ws(E'\\x1f', d.last_day, d.first_day, d.account, d.section, lpad(d.impressions::text, 16, '0'), d.segment) collate \"C\" as id ) k where ($1::text is null or d.section = $1::text::demographic_section) and ($2::text is null or d.account = $2) and ($3::date is null or d.last_day >= $3) and ($4::date is null or d.first_day <= $4) and ($5::text is null or position(fold_case($5) in fold_case(d.segment)) > 0) and ($6::text is null or k.id < $6 collate \"C\") order by k.id desc limit $7",
        None,
    )
}
impl DemographicItemsStmt {
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
        section: &'a Option<T1>,
        account: &'a Option<T2>,
        since: &'a Option<jiff::civil::Date>,
        until: &'a Option<jiff::civil::Date>,
        search: &'a Option<T3>,
        after_id: &'a Option<T4>,
        most: &'a i64,
    ) -> DemographicItemsQuery<'c, 'a, 's, C, DemographicItems, 7> {
        DemographicItemsQuery {
            client,
            params: [section, account, since, until, search, after_id, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DemographicItemsBorrowed, tokio_postgres::Error> {
                Ok(DemographicItemsBorrowed { id: row.try_get(0)?, item: row.try_get(1)? })
            },
            mapper: |it| DemographicItems::from(it),
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
        DemographicItemsParams<T1, T2, T3, T4>,
        DemographicItemsQuery<'c, 'a, 's, C, DemographicItems, 7>,
        C,
    > for DemographicItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DemographicItemsParams<T1, T2, T3, T4>,
    ) -> DemographicItemsQuery<'c, 'a, 's, C, DemographicItems, 7> {
        self.bind(
            client,
            &params.section,
            &params.account,
            &params.since,
            &params.until,
            &params.search,
            &params.after_id,
            &params.most,
        )
    }
}
