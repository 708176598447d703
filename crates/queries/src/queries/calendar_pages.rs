// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct EntriesShownParams {
    pub entry: Option<uuid::Uuid>,
    pub campaign: Option<i32>,
    pub since: Option<jiff::Timestamp>,
    pub until: Option<jiff::Timestamp>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct EntriesShown {
    pub id: uuid::Uuid,
    pub title: String,
    pub description: Option<String>,
    pub scheduled_at: jiff::Timestamp,
    pub status: String,
    pub content_type: String,
    pub is_paid: bool,
    pub budget: Option<String>,
    pub campaign_id: Option<i32>,
    pub campaign: Option<String>,
    pub strategy_id: Option<uuid::Uuid>,
    pub strategy: Option<String>,
    pub strategy_slot: Option<String>,
    pub post_url: Option<String>,
    pub notes: Option<String>,
    pub created_at: jiff::Timestamp,
    pub updated_at: jiff::Timestamp,
}
pub struct EntriesShownBorrowed<'a> {
    pub id: uuid::Uuid,
    pub title: &'a str,
    pub description: Option<&'a str>,
    pub scheduled_at: jiff::Timestamp,
    pub status: &'a str,
    pub content_type: &'a str,
    pub is_paid: bool,
    pub budget: Option<&'a str>,
    pub campaign_id: Option<i32>,
    pub campaign: Option<&'a str>,
    pub strategy_id: Option<uuid::Uuid>,
    pub strategy: Option<&'a str>,
    pub strategy_slot: Option<&'a str>,
    pub post_url: Option<&'a str>,
    pub notes: Option<&'a str>,
    pub created_at: jiff::Timestamp,
    pub updated_at: jiff::Timestamp,
}
impl<'a> From<EntriesShownBorrowed<'a>> for EntriesShown {
    fn from(
        EntriesShownBorrowed {
            id,
            title,
            description,
            scheduled_at,
            status,
            content_type,
            is_paid,
            budget,
            campaign_id,
            campaign,
            strategy_id,
            strategy,
            strategy_slot,
            post_url,
            notes,
            created_at,
            updated_at,
        }: EntriesShownBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title: title.into(),
            description: description.map(|v| v.into()),
            scheduled_at,
            status: status.into(),
            content_type: content_type.into(),
            is_paid,
            budget: budget.map(|v| v.into()),
            campaign_id,
            campaign: campaign.map(|v| v.into()),
            strategy_id,
            strategy: strategy.map(|v| v.into()),
            strategy_slot: strategy_slot.map(|v| v.into()),
            post_url: post_url.map(|v| v.into()),
            notes: notes.map(|v| v.into()),
            created_at,
            updated_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ImportEntries {
    pub line: i32,
    pub title: String,
    pub scheduled_at: jiff::Timestamp,
    pub changed: Vec<String>,
    pub outcome: String,
}
pub struct ImportEntriesBorrowed<'a> {
    pub line: i32,
    pub title: &'a str,
    pub scheduled_at: jiff::Timestamp,
    pub changed: crate::ArrayIterator<'a, &'a str>,
    pub outcome: &'a str,
}
impl<'a> From<ImportEntriesBorrowed<'a>> for ImportEntries {
    fn from(ImportEntriesBorrowed { line, title, scheduled_at, changed, outcome }: ImportEntriesBorrowed<'a>) -> Self {
        Self {
            line,
            title: title.into(),
            scheduled_at,
            changed: changed.map(|v| v.into()).collect(),
            outcome: outcome.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct EntriesShownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EntriesShownBorrowed, tokio_postgres::Error>,
    mapper: fn(EntriesShownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EntriesShownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(EntriesShownBorrowed) -> R) -> EntriesShownQuery<'c, 'a, 's, C, R, N> {
        EntriesShownQuery {
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
pub struct ImportEntriesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ImportEntriesBorrowed, tokio_postgres::Error>,
    mapper: fn(ImportEntriesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ImportEntriesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ImportEntriesBorrowed) -> R) -> ImportEntriesQuery<'c, 'a, 's, C, R, N> {
        ImportEntriesQuery {
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
pub struct EntriesShownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn entries_shown() -> EntriesShownStmt {
    EntriesShownStmt(
        "select k.id, k.title, k.description, k.scheduled_at, k.status::text as status, k.content_type::text as content_type, k.is_paid, k.budget::text as budget, k.campaign_id, v.campaign, k.strategy_id, v.strategy, k.strategy_slot, v.post_url, k.notes, k.created_at, k.updated_at from content_calendar k join campaign_calendar v on v.tenant_id = k.tenant_id and v.entry_id = k.id where ($1::uuid is null or k.id = $1) and ($2::integer is null or k.campaign_id = $2) and ($3::timestamptz is null or k.scheduled_at >= $3) and ($4::timestamptz is null or k.scheduled_at < $4) order by k.scheduled_at, k.id limit $5",
        None,
    )
}
impl EntriesShownStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        entry: &'a Option<uuid::Uuid>,
        campaign: &'a Option<i32>,
        since: &'a Option<jiff::Timestamp>,
        until: &'a Option<jiff::Timestamp>,
        most: &'a i64,
    ) -> EntriesShownQuery<'c, 'a, 's, C, EntriesShown, 5> {
        EntriesShownQuery {
            client,
            params: [entry, campaign, since, until, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EntriesShownBorrowed, tokio_postgres::Error> {
                Ok(EntriesShownBorrowed {
                    id: row.try_get(0)?,
                    title: row.try_get(1)?,
                    description: row.try_get(2)?,
                    scheduled_at: row.try_get(3)?,
                    status: row.try_get(4)?,
                    content_type: row.try_get(5)?,
                    is_paid: row.try_get(6)?,
                    budget: row.try_get(7)?,
                    campaign_id: row.try_get(8)?,
                    campaign: row.try_get(9)?,
                    strategy_id: row.try_get(10)?,
                    strategy: row.try_get(11)?,
                    strategy_slot: row.try_get(12)?,
                    post_url: row.try_get(13)?,
                    notes: row.try_get(14)?,
                    created_at: row.try_get(15)?,
                    updated_at: row.try_get(16)?,
                })
            },
            mapper: |it| EntriesShown::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, EntriesShownParams, EntriesShownQuery<'c, 'a, 's, C, EntriesShown, 5>, C>
    for EntriesShownStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a EntriesShownParams,
    ) -> EntriesShownQuery<'c, 'a, 's, C, EntriesShown, 5> {
        self.bind(client, &params.entry, &params.campaign, &params.since, &params.until, &params.most)
    }
}
pub struct HasEntriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_entries() -> HasEntriesStmt {
    HasEntriesStmt("select exists (select from content_calendar)", None)
}
impl HasEntriesStmt {
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
pub struct ImportEntriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn import_entries() -> ImportEntriesStmt {
    ImportEntriesStmt(
        "with told as ( select e.line, e.said, coalesce(e.id, (select k.id from content_calendar k where lower(k.title) = lower(e.said ->> 'title') and date_trunc('second', k.scheduled_at) = (e.said ->> 'scheduled_at')::timestamptz order by k.created_at, k.id limit 1), e.otherwise) as id from jsonb_to_recordset($1::jsonb) e(line integer, id uuid, otherwise uuid, said jsonb) ), wanted as ( select t.line, row_number() over (partition by t.id order by t.line) as nth, k.id is not null as is_there, t.id, n.title, n.description, case when date_trunc('second', k.scheduled_at) = n.scheduled_at then k.scheduled_at else n.scheduled_at end as scheduled_at, coalesce(n.status, 'draft') as status, coalesce(n.content_type, 'other') as content_type, coalesce(n.is_paid, costs_money(n.campaign_id)) as is_paid, n.budget, n.campaign_id, n.strategy_id, n.strategy_slot, n.notes, k as was from told t left join content_calendar k on k.id = t.id cross join lateral jsonb_populate_record(k, t.said) n ), compared as ( select w.*, case when w.is_there then array_remove(array[ case when (w.was).title is distinct from w.title then 'title' end, case when (w.was).scheduled_at is distinct from w.scheduled_at then 'time' end, case when (w.was).status is distinct from w.status then 'status' end, case when (w.was).content_type is distinct from w.content_type then 'form' end, case when (w.was).is_paid is distinct from w.is_paid then 'paid or not' end, case when (w.was).budget is distinct from w.budget then 'budget' end, case when (w.was).campaign_id is distinct from w.campaign_id then 'campaign' end, case when (w.was).strategy_id is distinct from w.strategy_id then 'strategy' end, case when (w.was).strategy_slot is distinct from w.strategy_slot then 'slot' end, case when (w.was).description is distinct from w.description then 'description' end, case when (w.was).notes is distinct from w.notes then 'notes' end], null) else '{}' end as changed from wanted w ), made as ( insert into content_calendar (id, title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, notes) select id, title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, notes from compared where nth = 1 and not is_there ), moved as ( update content_calendar k set title = c.title, description = c.description, scheduled_at = c.scheduled_at, status = c.status, content_type = c.content_type, is_paid = c.is_paid, budget = c.budget, campaign_id = c.campaign_id, strategy_id = c.strategy_id, strategy_slot = c.strategy_slot, notes = c.notes from compared c where c.nth = 1 and c.changed <> '{}' and k.id = c.id ) select line, title, scheduled_at, changed, case when nth > 1 then 'repeated' when not is_there then 'created' when changed <> '{}' then 'changed' else 'unchanged' end as outcome from compared order by line",
        None,
    )
}
impl ImportEntriesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        entries: &'a T1,
    ) -> ImportEntriesQuery<'c, 'a, 's, C, ImportEntries, 1> {
        ImportEntriesQuery {
            client,
            params: [entries],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ImportEntriesBorrowed, tokio_postgres::Error> {
                Ok(ImportEntriesBorrowed {
                    line: row.try_get(0)?,
                    title: row.try_get(1)?,
                    scheduled_at: row.try_get(2)?,
                    changed: row.try_get(3)?,
                    outcome: row.try_get(4)?,
                })
            },
            mapper: |it| ImportEntries::from(it),
        }
    }
}
pub struct IsPaidForStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_paid_for() -> IsPaidForStmt {
    IsPaidForStmt("select costs_money($1)", None)
}
impl IsPaidForStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
