// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CalendarItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub sort: T1,
    pub entry: Option<uuid::Uuid>,
    pub campaign: Option<i32>,
    pub status: Option<T2>,
    pub since: Option<jiff::Timestamp>,
    pub until: Option<jiff::Timestamp>,
    pub after_id: Option<uuid::Uuid>,
    pub descending: bool,
    pub after_key: Option<T3>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangeEntryParams<T1: crate::JsonSql> {
    pub entry: uuid::Uuid,
    pub said: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarItems {
    pub id: uuid::Uuid,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct CalendarItemsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<CalendarItemsBorrowed<'a>> for CalendarItems {
    fn from(CalendarItemsBorrowed { id, key, item }: CalendarItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct CalendarItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CalendarItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(CalendarItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CalendarItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CalendarItemsBorrowed) -> R) -> CalendarItemsQuery<'c, 'a, 's, C, R, N> {
        CalendarItemsQuery {
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
pub struct CalendarItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn calendar_items() -> CalendarItemsStmt {
    CalendarItemsStmt(
        "with items as ( select k.id, jsonb_build_object('id', k.id, 'title', k.title, 'description', k.description, 'scheduled_at', k.scheduled_at, 'status', k.status, 'content_type', k.content_type, 'paid', k.is_paid, 'budget', k.budget, 'campaign_id', k.campaign_id, 'campaign', v.campaign, 'strategy_id', k.strategy_id, 'strategy', v.strategy, 'strategy_slot', k.strategy_slot, 'post_id', k.post_id, 'post_url', v.post_url, 'notes', k.notes, 'created_at', k.created_at, 'updated_at', k.updated_at) as item, coalesce(case $1::text when 'scheduled_at' then to_jsonb(extract(epoch from k.scheduled_at)) when 'created_at' then to_jsonb(extract(epoch from k.created_at)) when 'updated_at' then to_jsonb(extract(epoch from k.updated_at)) when 'title' then to_jsonb(lower(k.title)) end, 'null') as key from content_calendar k join campaign_calendar v on v.tenant_id = k.tenant_id and v.entry_id = k.id where ($2::uuid is null or k.id = $2) and ($3::integer is null or k.campaign_id = $3) and ($4::text is null or k.status = $4::text::calendar_status) and ($5::timestamptz is null or k.scheduled_at >= $5) and ($6::timestamptz is null or k.scheduled_at < $6) ) select id, key, item from items where $7::uuid is null or case when $8::boolean then (key, id) < ($9::jsonb, $7) else (key, id) > ($9::jsonb, $7) end order by case when $8 then key end desc, case when not $8 then key end, case when $8 then id end desc, id limit $10",
        None,
    )
}
impl CalendarItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        entry: &'a Option<uuid::Uuid>,
        campaign: &'a Option<i32>,
        status: &'a Option<T2>,
        since: &'a Option<jiff::Timestamp>,
        until: &'a Option<jiff::Timestamp>,
        after_id: &'a Option<uuid::Uuid>,
        descending: &'a bool,
        after_key: &'a Option<T3>,
        most: &'a i64,
    ) -> CalendarItemsQuery<'c, 'a, 's, C, CalendarItems, 10> {
        CalendarItemsQuery {
            client,
            params: [sort, entry, campaign, status, since, until, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CalendarItemsBorrowed, tokio_postgres::Error> {
                Ok(CalendarItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| CalendarItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CalendarItemsParams<T1, T2, T3>,
        CalendarItemsQuery<'c, 'a, 's, C, CalendarItems, 10>,
        C,
    > for CalendarItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CalendarItemsParams<T1, T2, T3>,
    ) -> CalendarItemsQuery<'c, 'a, 's, C, CalendarItems, 10> {
        self.bind(
            client,
            &params.sort,
            &params.entry,
            &params.campaign,
            &params.status,
            &params.since,
            &params.until,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct CreateEntryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_entry() -> CreateEntryStmt {
    CreateEntryStmt(
        "insert into content_calendar (title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, post_id, notes) select n.title, n.description, n.scheduled_at, coalesce(n.status, 'draft'), coalesce(n.content_type, 'other'), coalesce(n.is_paid, costs_money(n.campaign_id)), n.budget, n.campaign_id, n.strategy_id, n.strategy_slot, n.post_id, n.notes from jsonb_populate_record(null::content_calendar, $1) n returning id",
        None,
    )
}
impl CreateEntryStmt {
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
pub struct ChangeEntryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_entry() -> ChangeEntryStmt {
    ChangeEntryStmt(
        "with held as (select k as row from content_calendar k where k.id = $1 for no key update) update content_calendar k set title = n.title, description = n.description, scheduled_at = n.scheduled_at, status = n.status, content_type = n.content_type, is_paid = n.is_paid, budget = n.budget, campaign_id = n.campaign_id, strategy_id = n.strategy_id, strategy_slot = n.strategy_slot, post_id = n.post_id, notes = n.notes from held h cross join lateral jsonb_populate_record(h.row, $2) n where k.id = (h.row).id returning k.title",
        None,
    )
}
impl ChangeEntryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        entry: &'a uuid::Uuid,
        said: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [entry, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangeEntryParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for ChangeEntryStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangeEntryParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.entry, &params.said)
    }
}
pub struct DeleteEntryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_entry() -> DeleteEntryStmt {
    DeleteEntryStmt(
        "with gone as (delete from content_calendar where id = $1 returning tenant_id, id, title) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'calendar_entry.deleted', id::text, jsonb_build_object('title', title) from gone",
        None,
    )
}
impl DeleteEntryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        entry: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[entry]).await
    }
}
