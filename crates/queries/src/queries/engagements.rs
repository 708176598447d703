// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct EngagementItemsParams<T1: crate::StringSql> {
    pub descending: bool,
    pub after_id: Option<i64>,
    pub engagement: Option<i64>,
    pub person: Option<i32>,
    pub post: Option<i32>,
    pub campaign: Option<i32>,
    pub kind: Option<T1>,
    pub since: Option<jiff::Timestamp>,
    pub until: Option<jiff::Timestamp>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct EngagementItems {
    pub id: i64,
    pub item: serde_json::Value,
}
pub struct EngagementItemsBorrowed<'a> {
    pub id: i64,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<EngagementItemsBorrowed<'a>> for EngagementItems {
    fn from(EngagementItemsBorrowed { id, item }: EngagementItemsBorrowed<'a>) -> Self {
        Self { id, item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct EngagementItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EngagementItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(EngagementItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EngagementItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(EngagementItemsBorrowed) -> R) -> EngagementItemsQuery<'c, 'a, 's, C, R, N> {
        EngagementItemsQuery {
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
pub struct EngagementItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn engagement_items() -> EngagementItemsStmt {
    EngagementItemsStmt(
        "with chosen as ( ( select e.id from engagements e where not $1::boolean and e.id > coalesce($2::bigint, 0) and ($3::bigint is null or e.id = $3) and ($4::integer is null or e.person_id = $4) and ($5::integer is null or e.post_id = $5) and ($6::integer is null or e.post_id in (select l.post_id from campaign_posts l where l.campaign_id = $6)) and ($7::text is null or e.engagement_type = $7::text::engagement_type) and ($8::timestamptz is null or e.engaged_at >= $8) and ($9::timestamptz is null or e.engaged_at < $9) order by e.id limit $10 ) union all ( select e.id from engagements e where $1 and e.id < coalesce($2::bigint, 9223372036854775807) and ($3 is null or e.id = $3) and ($4 is null or e.person_id = $4) and ($5 is null or e.post_id = $5) and ($6 is null or e.post_id in (select l.post_id from campaign_posts l where l.campaign_id = $6)) and ($7 is null or e.engagement_type = $7::text::engagement_type) and ($8 is null or e.engaged_at >= $8) and ($9 is null or e.engaged_at < $9) order by e.id desc limit $10 ) ) select e.id, jsonb_build_object('id', e.id, 'post_id', e.post_id, 'post', p.title, 'person_id', e.person_id, 'person', q.name, 'type', e.engagement_type, 'reaction', e.reaction_type, 'comment', e.comment_text, 'engaged_at', e.engaged_at, 'engaged_on', e.engaged_on, 'time_basis', e.time_basis, 'source', e.source, 'import_id', e.import_id, 'created_at', e.created_at, 'updated_at', e.updated_at) as item from chosen c join engagements e on e.id = c.id join posts p on p.tenant_id = e.tenant_id and p.id = e.post_id join persons q on q.tenant_id = e.tenant_id and q.id = e.person_id order by case when $1 then e.id end desc, e.id",
        None,
    )
}
impl EngagementItemsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        descending: &'a bool,
        after_id: &'a Option<i64>,
        engagement: &'a Option<i64>,
        person: &'a Option<i32>,
        post: &'a Option<i32>,
        campaign: &'a Option<i32>,
        kind: &'a Option<T1>,
        since: &'a Option<jiff::Timestamp>,
        until: &'a Option<jiff::Timestamp>,
        most: &'a i64,
    ) -> EngagementItemsQuery<'c, 'a, 's, C, EngagementItems, 10> {
        EngagementItemsQuery {
            client,
            params: [descending, after_id, engagement, person, post, campaign, kind, since, until, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EngagementItemsBorrowed, tokio_postgres::Error> {
                Ok(EngagementItemsBorrowed { id: row.try_get(0)?, item: row.try_get(1)? })
            },
            mapper: |it| EngagementItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        EngagementItemsParams<T1>,
        EngagementItemsQuery<'c, 'a, 's, C, EngagementItems, 10>,
        C,
    > for EngagementItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a EngagementItemsParams<T1>,
    ) -> EngagementItemsQuery<'c, 'a, 's, C, EngagementItems, 10> {
        self.bind(
            client,
            &params.descending,
            &params.after_id,
            &params.engagement,
            &params.person,
            &params.post,
            &params.campaign,
            &params.kind,
            &params.since,
            &params.until,
            &params.most,
        )
    }
}
pub struct DeleteEngagementStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_engagement() -> DeleteEngagementStmt {
    DeleteEngagementStmt(
        "with person as ( select q.id from persons q where q.id = (select e.person_id from engagements e where e.id = $1) for no key update ), gone as ( delete from engagements e using person q where e.id = $1 and e.person_id = q.id returning e.tenant_id, e.id, e.engagement_type ) insert into audit_log (tenant_id, actor, event, subject, details) select tenant_id, app.actor(), 'engagement.deleted', id::text, jsonb_build_object('type', engagement_type) from gone",
        None,
    )
}
impl DeleteEngagementStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        engagement: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[engagement]).await
    }
}
