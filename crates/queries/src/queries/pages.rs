// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct MergePageParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub organization: T1,
    pub name: T2,
    pub slug: Option<T3>,
    pub followers: Option<i64>,
}
#[derive(Debug)]
pub struct MergePagePostsParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub name: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct SetPostCountersParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub rows: T1,
}
#[derive(Debug)]
pub struct DiscussedPostsParams<T1: crate::JsonSql> {
    pub posts: T1,
    pub tenant: uuid::Uuid,
    pub how_many: i64,
}
#[derive(Debug)]
pub struct MergePageDaysParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub organization: T1,
    pub rows: T2,
}
#[derive(Debug)]
pub struct MergePageCommentsParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub import: uuid::Uuid,
    pub rows: T1,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MergePagePosts {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct MergePagePostsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MergePagePosts, tokio_postgres::Error>,
    mapper: fn(MergePagePosts) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MergePagePostsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MergePagePosts) -> R) -> MergePagePostsQuery<'c, 'a, 's, C, R, N> {
        MergePagePostsQuery {
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
pub struct MergePageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_page() -> MergePageStmt {
    MergePageStmt("select coalesce(app.merge_page($1, $2, $3, $4, $5, $6)::text, '') as nothing", None)
}
impl MergePageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        organization: &'a T1,
        name: &'a T2,
        slug: &'a Option<T3>,
        followers: &'a Option<i64>,
    ) -> StringQuery<'c, 'a, 's, C, String, 6> {
        StringQuery {
            client,
            params: [tenant, import, organization, name, slug, followers],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, MergePageParams<T1, T2, T3>, StringQuery<'c, 'a, 's, C, String, 6>, C>
    for MergePageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergePageParams<T1, T2, T3>,
    ) -> StringQuery<'c, 'a, 's, C, String, 6> {
        self.bind(
            client,
            &params.tenant,
            &params.import,
            &params.organization,
            &params.name,
            &params.slug,
            &params.followers,
        )
    }
}
pub struct MergePagePostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_page_posts() -> MergePagePostsStmt {
    MergePagePostsStmt(
        "select (c.counts).created, (c.counts).updated, (c.counts).unchanged from (select app.merge_page_posts($1, $2, $3, $4) as counts offset 0) c",
        None,
    )
}
impl MergePagePostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        name: &'a T1,
        rows: &'a T2,
    ) -> MergePagePostsQuery<'c, 'a, 's, C, MergePagePosts, 4> {
        MergePagePostsQuery {
            client,
            params: [tenant, import, name, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MergePagePosts, tokio_postgres::Error> {
                Ok(MergePagePosts { created: row.try_get(0)?, updated: row.try_get(1)?, unchanged: row.try_get(2)? })
            },
            mapper: |it| MergePagePosts::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MergePagePostsParams<T1, T2>,
        MergePagePostsQuery<'c, 'a, 's, C, MergePagePosts, 4>,
        C,
    > for MergePagePostsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MergePagePostsParams<T1, T2>,
    ) -> MergePagePostsQuery<'c, 'a, 's, C, MergePagePosts, 4> {
        self.bind(client, &params.tenant, &params.import, &params.name, &params.rows)
    }
}
pub struct SetPostCountersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_post_counters() -> SetPostCountersStmt {
    SetPostCountersStmt("select app.set_post_counters($1, $2, $3) as posts", None)
}
impl SetPostCountersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [tenant, import, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, SetPostCountersParams<T1>, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for SetPostCountersStmt
{
    fn params(&'s self, client: &'c C, params: &'a SetPostCountersParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(client, &params.tenant, &params.import, &params.rows)
    }
}
pub struct DiscussedPostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn discussed_posts() -> DiscussedPostsStmt {
    DiscussedPostsStmt(
        "select s.urn from jsonb_to_recordset($1) s(n integer, urn text, share_id bigint, ugc_post_id bigint) join posts p on p.id = app.find_post($2, null, null, s.share_id, s.ugc_post_id) where p.comments > 0 order by s.n limit $3",
        None,
    )
}
impl DiscussedPostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        posts: &'a T1,
        tenant: &'a uuid::Uuid,
        how_many: &'a i64,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [posts, tenant, how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, DiscussedPostsParams<T1>, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for DiscussedPostsStmt
{
    fn params(&'s self, client: &'c C, params: &'a DiscussedPostsParams<T1>) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.posts, &params.tenant, &params.how_many)
    }
}
pub struct MergePageDaysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_page_days() -> MergePageDaysStmt {
    MergePageDaysStmt("select app.merge_page_days($1, $2, $3, $4) as days", None)
}
impl MergePageDaysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        organization: &'a T1,
        rows: &'a T2,
    ) -> I64Query<'c, 'a, 's, C, i64, 4> {
        I64Query {
            client,
            params: [tenant, import, organization, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, MergePageDaysParams<T1, T2>, I64Query<'c, 'a, 's, C, i64, 4>, C>
    for MergePageDaysStmt
{
    fn params(&'s self, client: &'c C, params: &'a MergePageDaysParams<T1, T2>) -> I64Query<'c, 'a, 's, C, i64, 4> {
        self.bind(client, &params.tenant, &params.import, &params.organization, &params.rows)
    }
}
pub struct MergePageCommentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merge_page_comments() -> MergePageCommentsStmt {
    MergePageCommentsStmt("select app.merge_page_comments($1, $2, $3) as comments", None)
}
impl MergePageCommentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        import: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [tenant, import, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, MergePageCommentsParams<T1>, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for MergePageCommentsStmt
{
    fn params(&'s self, client: &'c C, params: &'a MergePageCommentsParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(client, &params.tenant, &params.import, &params.rows)
    }
}
pub struct PurgeRestrictedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn purge_restricted() -> PurgeRestrictedStmt {
    PurgeRestrictedStmt("select app.purge_restricted() as purged", None)
}
impl PurgeRestrictedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> I64Query<'c, 'a, 's, C, i64, 0> {
        I64Query {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PageRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page_rows() -> PageRowsStmt {
    PageRowsStmt(
        "select row_to_json(p) as row from ( select name, slug, organization_id, followers, followers_gained, impressions, clicks, reactions, comments, shares, engagement_rate::float8 as engagement_rate, first_day, last_day, followers_at, expires_at from page_overview order by lower(name) ) p",
        None,
    )
}
impl PageRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 0> {
        SerdejsonValueQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PageDayRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page_day_rows() -> PageDayRowsStmt {
    PageDayRowsStmt(
        "select row_to_json(d) as row from ( select p.name as page, m.day, m.impressions, m.unique_impressions, m.clicks, m.reactions, m.comments, m.shares, m.organic_followers_gained, m.paid_followers_gained from pages p cross join lateral ( select * from page_metrics_daily m where m.tenant_id = p.tenant_id and m.organization_id = p.organization_id and m.expires_at > clock_timestamp() order by m.day desc limit $1) m order by lower(p.name), p.organization_id, m.day desc ) d",
        None,
    )
}
impl PageDayRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        how_many: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PageCommentRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page_comment_rows() -> PageCommentRowsStmt {
    PageCommentRowsStmt(
        "select row_to_json(c) as row from ( select p.author as page, c.text, c.commented_at, p.url as post, p.title, c.actor_urn, c.comment_id, c.expires_at from page_comments c join posts p on p.tenant_id = c.tenant_id and p.id = c.post_id where c.expires_at > clock_timestamp() order by c.commented_at desc, c.comment_id limit $1 ) c",
        None,
    )
}
impl PageCommentRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        how_many: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [how_many],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
