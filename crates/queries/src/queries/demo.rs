// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct DressTenantParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub name: T1,
    pub time_zone: T2,
    pub currency: T3,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct SetCurrencyParams<T1: crate::StringSql> {
    pub currency: T1,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct MarkParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub event: T1,
    pub details: T2,
}
#[derive(Debug)]
pub struct DescribePostsParams<T1: crate::JsonSql> {
    pub now: jiff::Timestamp,
    pub rows: T1,
}
#[derive(Debug)]
pub struct LoadEngagementsParams<T1: crate::JsonSql> {
    pub rows: T1,
    pub tenant: uuid::Uuid,
}
#[derive(Debug)]
pub struct SetReactionTimesParams<T1: crate::JsonSql> {
    pub rows: T1,
    pub tenant: uuid::Uuid,
}
#[derive(Debug)]
pub struct AddSegmentParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub name: T1,
    pub description: T2,
    pub rule: T3,
}
#[derive(Debug)]
pub struct AddAudienceParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql> {
    pub name: T1,
    pub description: T2,
    pub targeting: T3,
    pub reach: i64,
}
#[derive(Debug)]
pub struct PinParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub why: T1,
    pub persona: T2,
    pub member: T3,
}
#[derive(Debug)]
pub struct ExcludeParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub why: T1,
    pub persona: T2,
    pub member: T3,
}
#[derive(Debug)]
pub struct RecommendationsParams<T1: crate::StringSql> {
    pub most: i32,
    pub persona: T1,
}
#[derive(Debug)]
pub struct DressPostParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub title: T1,
    pub url: T2,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    pub event: String,
    pub details: serde_json::Value,
}
pub struct MarksBorrowed<'a> {
    pub event: &'a str,
    pub details: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<MarksBorrowed<'a>> for Marks {
    fn from(MarksBorrowed { event, details }: MarksBorrowed<'a>) -> Self {
        Self { event: event.into(), details: serde_json::from_str(details.0.get()).unwrap() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct MarksQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MarksBorrowed, tokio_postgres::Error>,
    mapper: fn(MarksBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MarksQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MarksBorrowed) -> R) -> MarksQuery<'c, 'a, 's, C, R, N> {
        MarksQuery {
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
pub struct DressTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn dress_tenant() -> DressTenantStmt {
    DressTenantStmt("update tenants set name = $1, time_zone = $2, currency = $3 where id = $4", None)
}
impl DressTenantStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        name: &'a T1,
        time_zone: &'a T2,
        currency: &'a T3,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[name, time_zone, currency, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DressTenantParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DressTenantStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DressTenantParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.name, &params.time_zone, &params.currency, &params.id))
    }
}
pub struct SeedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn seed() -> SeedStmt {
    SeedStmt("select app.seed_tenant($1) is null as is_done", None)
}
impl SeedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SetCurrencyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_currency() -> SetCurrencyStmt {
    SetCurrencyStmt("update campaign_strategies set currency = $1 where tenant_id = $2 and is_template", None)
}
impl SetCurrencyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        currency: &'a T1,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[currency, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetCurrencyParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetCurrencyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetCurrencyParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.currency, &params.id))
    }
}
pub struct MarkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark() -> MarkStmt {
    MarkStmt(
        "insert into audit_log (tenant_id, actor, event, details) select id, 'rapport demo', $1, $2 from tenants where slug = 'default'",
        None,
    )
}
impl MarkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        event: &'a T1,
        details: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[event, details]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MarkParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for MarkStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.event, &params.details))
    }
}
pub struct MarksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn marks() -> MarksStmt {
    MarksStmt("select a.event, a.details from audit_log a where a.actor = 'rapport demo' order by a.id", None)
}
impl MarksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> MarksQuery<'c, 'a, 's, C, Marks, 0> {
        MarksQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MarksBorrowed, tokio_postgres::Error> {
                Ok(MarksBorrowed { event: row.try_get(0)?, details: row.try_get(1)? })
            },
            mapper: |it| Marks::from(it),
        }
    }
}
pub struct IsEmptyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_empty() -> IsEmptyStmt {
    IsEmptyStmt("select not exists (select from persons) and not exists (select from campaigns) as is_empty", None)
}
impl IsEmptyStmt {
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
pub struct DescribeGroupsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn describe_groups() -> DescribeGroupsStmt {
    DescribeGroupsStmt(
        "update campaign_groups g set client_name = r.client, start_date = r.start_date, budget = r.budget, currency = r.currency from jsonb_to_recordset($1) r(name text, client text, start_date date, budget numeric, currency text) where g.name = r.name",
        None,
    )
}
impl DescribeGroupsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct DescribeCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn describe_campaigns() -> DescribeCampaignsStmt {
    DescribeCampaignsStmt(
        "update campaigns c set description = r.description, type = r.type::campaign_type, objective = r.objective::campaign_objective, start_date = r.start_date, end_date = r.end_date, status = r.status::campaign_status, budget = r.budget, currency = r.currency, kpi_target = r.kpi_target, strategy_id = s.id from jsonb_to_recordset($1) r(name text, description text, type text, objective text, start_date date, end_date date, status text, budget numeric, currency text, kpi_target numeric, strategy text) join campaign_strategies s on s.name = r.strategy where c.name = r.name",
        None,
    )
}
impl DescribeCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct MeanPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mean_personas() -> MeanPersonasStmt {
    MeanPersonasStmt(
        "insert into campaign_personas (campaign_id, persona_id) select c.id, q.id from jsonb_to_recordset($1) r(name text, personas jsonb) join campaigns c on c.name = r.name join personas q on r.personas ? q.name",
        None,
    )
}
impl MeanPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct DescribePostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn describe_posts() -> DescribePostsStmt {
    DescribePostsStmt(
        "update posts p set author = r.author, content_type = r.content_type::content_type, impressions = r.impressions, views = r.views, clicks = r.clicks, counters_at = $1, audience = r.audience from jsonb_to_recordset($2) r(a bigint, author text, content_type text, impressions bigint, views bigint, clicks bigint, audience text) where p.activity_id = r.a",
        None,
    )
}
impl DescribePostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[now, rows]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DescribePostsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DescribePostsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DescribePostsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.rows))
    }
}
pub struct LoadEngagementsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn load_engagements() -> LoadEngagementsStmt {
    LoadEngagementsStmt(
        "insert into engagements (post_id, person_id, engagement_type, reaction_type, comment_id, comment_text, engaged_at, engaged_on, time_basis, source) select p.id, i.person_id, r.t::engagement_type, r.r::reaction_type, r.c, r.x, r.at, (r.at at time zone z.time_zone)::date, (case when r.t = 'comment' then 'derived' else 'exact' end)::time_basis, 'sample' from jsonb_to_recordset($1) r(m text, a bigint, t text, r text, c text, x text, at timestamptz) join person_identities i on i.kind = 'member_id' and i.value = r.m join posts p on p.activity_id = r.a join tenants z on z.id = $2 order by i.person_id, p.id, r.t, r.c",
        None,
    )
}
impl LoadEngagementsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
        tenant: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows, tenant]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        LoadEngagementsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for LoadEngagementsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a LoadEngagementsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.rows, &params.tenant))
    }
}
pub struct SetReactionTimesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_reaction_times() -> SetReactionTimesStmt {
    SetReactionTimesStmt(
        "update engagements e set engaged_at = r.at, engaged_on = (r.at at time zone z.time_zone)::date, time_basis = 'exact' from jsonb_to_recordset($1) r(m text, a bigint, at timestamptz) join person_identities i on i.kind = 'member_id' and i.value = r.m join posts p on p.activity_id = r.a join tenants z on z.id = $2 where e.engagement_type = 'reaction' and e.tenant_id = $2 and e.person_id = i.person_id and e.post_id = p.id",
        None,
    )
}
impl SetReactionTimesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
        tenant: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows, tenant]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetReactionTimesParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetReactionTimesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetReactionTimesParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.rows, &params.tenant))
    }
}
pub struct DescribeCompaniesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn describe_companies() -> DescribeCompaniesStmt {
    DescribeCompaniesStmt(
        "update companies c set industry = r.industry, industry_code = r.industry_code, size_band = r.size_band::size_band, country = r.country, location = r.city from jsonb_to_recordset($1) r(name text, industry text, industry_code integer, size_band text, country text, city text) where c.name_key = app.company_key(r.name)",
        None,
    )
}
impl DescribeCompaniesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct DescribePeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn describe_people() -> DescribePeopleStmt {
    DescribePeopleStmt(
        "update persons p set location = coalesce(r.location, p.location), country = coalesce(r.country, p.country), is_follower = r.is_follower, follower_since = case when r.is_follower then e.first_seen::date end, enrichment_status = (case when r.country is not null then 'enriched' else 'never' end)::enrichment_status, enrichment_source = case when r.country is not null then 'sample' end, enriched_at = case when r.country is not null then e.first_seen + interval '1 hour' end, lead_status = r.lead_status::lead_status, is_notable = r.is_notable, notable_reason = r.notable_reason, first_seen = e.first_seen, last_seen = e.last_seen from jsonb_to_recordset($1) r(m text, location text, country text, is_follower boolean, lead_status text, is_notable boolean, notable_reason text) join person_identities i on i.kind = 'member_id' and i.value = r.m join ( select person_id, min(engaged_at) as first_seen, max(engaged_at) as last_seen from engagements group by 1 ) e on e.person_id = i.person_id where p.id = i.person_id",
        None,
    )
}
impl DescribePeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct DateHistoryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn date_history() -> DateHistoryStmt {
    DateHistoryStmt(
        "update target_events t set happened_at = p.first_seen from persons p where p.tenant_id = t.tenant_id and p.id = t.person_id and t.event in ('entered', 'left', 'score_changed')",
        None,
    )
}
impl DateHistoryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct LinkAdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn link_ads() -> LinkAdsStmt {
    LinkAdsStmt(
        "update ads a set post_id = p.id, start_date = r.start_date, end_date = r.end_date from jsonb_to_recordset($1) r(name text, a bigint, start_date date, end_date date) join posts p on p.activity_id = r.a where a.name = r.name",
        None,
    )
}
impl LinkAdsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct RateStrategiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rate_strategies() -> RateStrategiesStmt {
    RateStrategiesStmt(
        "insert into persona_strategies (persona_id, strategy_id, relevance_score, notes, set_by) select q.id, s.id, r.relevance, r.notes, 'demo' from jsonb_to_recordset($1) r(persona text, strategy text, relevance numeric, notes text) join personas q on q.name = r.persona join campaign_strategies s on s.name = r.strategy order by q.id, s.id",
        None,
    )
}
impl RateStrategiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct PlanCalendarStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn plan_calendar() -> PlanCalendarStmt {
    PlanCalendarStmt(
        "insert into content_calendar (campaign_id, post_id, strategy_id, title, description, scheduled_at, status, content_type, is_paid, notes) select c.id, p.id, c.strategy_id, r.title, r.description, r.scheduled_at, r.status::calendar_status, r.content_type::content_type, coalesce(r.is_paid, false), r.notes from jsonb_to_recordset($1) r(campaign text, a bigint, title text, description text, scheduled_at timestamptz, status text, content_type text, is_paid boolean, notes text) join campaigns c on c.name = r.campaign left join posts p on p.activity_id = r.a order by r.scheduled_at, r.title",
        None,
    )
}
impl PlanCalendarStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        rows: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[rows]).await
    }
}
pub struct AddSegmentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_segment() -> AddSegmentStmt {
    AddSegmentStmt("insert into audience_segments (name, description, rule) values ($1, $2, $3)", None)
}
impl AddSegmentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        description: &'a T2,
        rule: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[name, description, rule]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddSegmentParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddSegmentStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddSegmentParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.name, &params.description, &params.rule))
    }
}
pub struct AddAudienceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_audience() -> AddAudienceStmt {
    AddAudienceStmt(
        "insert into custom_audiences (name, description, targeting, estimated_reach) values ($1, $2, $3, $4)",
        None,
    )
}
impl AddAudienceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        description: &'a T2,
        targeting: &'a T3,
        reach: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[name, description, targeting, reach]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddAudienceParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddAudienceStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddAudienceParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.name, &params.description, &params.targeting, &params.reach))
    }
}
pub struct PinStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pin() -> PinStmt {
    PinStmt(
        "select app.pin_target(q.tenant_id, q.id, i.person_id, $1)::text as nothing from personas q, person_identities i where q.name = $2 and i.kind = 'member_id' and i.value = $3",
        None,
    )
}
impl PinStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        why: &'a T1,
        persona: &'a T2,
        member: &'a T3,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [why, persona, member],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, PinParams<T1, T2, T3>, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for PinStmt
{
    fn params(&'s self, client: &'c C, params: &'a PinParams<T1, T2, T3>) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.why, &params.persona, &params.member)
    }
}
pub struct ExcludeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn exclude() -> ExcludeStmt {
    ExcludeStmt(
        "select app.exclude_target(q.tenant_id, q.id, i.person_id, $1)::text as nothing from personas q, person_identities i where q.name = $2 and i.kind = 'member_id' and i.value = $3",
        None,
    )
}
impl ExcludeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        why: &'a T1,
        persona: &'a T2,
        member: &'a T3,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [why, persona, member],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, ExcludeParams<T1, T2, T3>, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for ExcludeStmt
{
    fn params(&'s self, client: &'c C, params: &'a ExcludeParams<T1, T2, T3>) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.why, &params.persona, &params.member)
    }
}
pub struct CountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn counts() -> CountsStmt {
    CountsStmt(
        "select row_to_json(c) as row from ( select t.slug as tenant, t.name, t.currency, (select count(*) from persons p where p.tenant_id = t.id) as people, (select count(*) from companies p where p.tenant_id = t.id) as companies, (select count(*) from campaign_groups g where g.tenant_id = t.id) as campaign_groups, (select count(*) from campaigns c where c.tenant_id = t.id) as campaigns, (select count(*) from posts p where p.tenant_id = t.id) as posts, (select count(*) from ads a where a.tenant_id = t.id) as ads, (select count(*) from engagements e where e.tenant_id = t.id) as engagements, (select count(*) from targets g where g.tenant_id = t.id and g.is_active) as targets, (select count(distinct g.person_id) from targets g where g.tenant_id = t.id and g.is_active) as targeted_people, (select count(*) from csv_imports i where i.tenant_id = t.id) as imports from tenants t order by t.created_at, t.slug ) c",
        None,
    )
}
impl CountsStmt {
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
pub struct RecommendationsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn recommendations() -> RecommendationsStmt {
    RecommendationsStmt(
        "select row_to_json(r) as row from personas q, get_recommended_strategies_for_persona(q.id, $1) r where q.name = $2",
        None,
    )
}
impl RecommendationsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        most: &'a i32,
        persona: &'a T1,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [most, persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        RecommendationsParams<T1>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for RecommendationsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RecommendationsParams<T1>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.most, &params.persona)
    }
}
pub struct TrendsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn trends() -> TrendsStmt {
    TrendsStmt(
        "select row_to_json(t) as row from ( select persona, sum(engagements) as engagements, array_agg(engagements order by day) as days, sum(engagements) filter (where day > today - 7) as last_7_days, sum(engagements) filter (where day > today - 14 and day <= today - 7) as previous_7_days from (select *, max(day) over () as today from persona_engagement_trends) d group by persona having sum(engagements) > 0 order by sum(engagements) desc, persona ) t",
        None,
    )
}
impl TrendsStmt {
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
pub struct DressPostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn dress_post() -> DressPostStmt {
    DressPostStmt(
        "update posts set title = $1, counters_at = now(), counters_source = 'sample', impressions = 40 * (select count(*) from engagements e where e.tenant_id = posts.tenant_id and e.post_id = posts.id) where url = $2",
        None,
    )
}
impl DressPostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        title: &'a T1,
        url: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[title, url]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DressPostParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DressPostStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DressPostParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.title, &params.url))
    }
}
