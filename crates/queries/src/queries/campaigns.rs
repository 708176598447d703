// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CreateCampaignParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
> {
    pub name: T1,
    pub campaign_group: Option<i32>,
    pub description: Option<T2>,
    pub campaign_type: Option<T3>,
    pub objective: Option<T4>,
    pub start_date: Option<jiff::civil::Date>,
    pub end_date: Option<jiff::civil::Date>,
    pub budget: Option<T5>,
    pub currency: Option<T6>,
    pub strategy: Option<uuid::Uuid>,
    pub status: Option<T7>,
}
#[derive(Debug)]
pub struct EditCampaignParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
> {
    pub name: Option<T1>,
    pub description: Option<T2>,
    pub campaign_type: Option<T3>,
    pub objective: Option<T4>,
    pub status: Option<T5>,
    pub start_date: Option<jiff::civil::Date>,
    pub end_date: Option<jiff::civil::Date>,
    pub budget: Option<T6>,
    pub currency: Option<T7>,
    pub no_group: bool,
    pub campaign_group: Option<i32>,
    pub no_strategy: bool,
    pub strategy: Option<uuid::Uuid>,
    pub campaign: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignByName {
    pub id: i32,
    pub name: String,
}
pub struct CampaignByNameBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
}
impl<'a> From<CampaignByNameBorrowed<'a>> for CampaignByName {
    fn from(CampaignByNameBorrowed { id, name }: CampaignByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct CampaignContents {
    pub posts: i64,
    pub ads: i64,
    pub figures: i64,
    pub entries: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct CampaignByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignByNameBorrowed) -> R) -> CampaignByNameQuery<'c, 'a, 's, C, R, N> {
        CampaignByNameQuery {
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
pub struct CampaignContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignContents, tokio_postgres::Error>,
    mapper: fn(CampaignContents) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignContents) -> R) -> CampaignContentsQuery<'c, 'a, 's, C, R, N> {
        CampaignContentsQuery {
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
pub struct DashboardRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn dashboard_rows() -> DashboardRowsStmt {
    DashboardRowsStmt(
        "select row_to_json(d) as row from ( select * from campaign_dashboard d where $1::integer is null or d.campaign_id = $1 order by d.campaign_group nulls last, d.campaign ) d",
        None,
    )
}
impl DashboardRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a Option<i32>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_by_name() -> CampaignByNameStmt {
    CampaignByNameStmt(
        "select id, name from campaigns where lower(name) = lower($1) or id::text = $1 order by id limit 1",
        None,
    )
}
impl CampaignByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> CampaignByNameQuery<'c, 'a, 's, C, CampaignByName, 1> {
        CampaignByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignByNameBorrowed, tokio_postgres::Error> {
                Ok(CampaignByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| CampaignByName::from(it),
        }
    }
}
pub struct CampaignNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_names() -> CampaignNamesStmt {
    CampaignNamesStmt("select name from campaigns order by lower(name)", None)
}
impl CampaignNamesStmt {
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
pub struct CampaignPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_personas() -> CampaignPersonasStmt {
    CampaignPersonasStmt(
        "select row_to_json(p) as row from ( select * from campaign_performance_by_persona where $1::integer is null or campaign_id = $1 order by campaign, engagements desc, persona ) p",
        None,
    )
}
impl CampaignPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a Option<i32>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignDaysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_days() -> CampaignDaysStmt {
    CampaignDaysStmt(
        "select row_to_json(d) as row from ( select at::date as day, coalesce(d.likes + d.reactions, 0) as reactions, coalesce(d.comments, 0) as comments, coalesce(d.shares, 0) as shares, coalesce(d.follows, 0) as follows, coalesce(d.clicks, 0) as clicks, coalesce(d.new_people, 0) as new_people, coalesce(d.likes + d.reactions + d.comments + d.shares + d.follows + d.clicks, 0) as engagements from (select min(day) as first_day from campaign_days where campaign_id = $1 and day > current_date - 90) f cross join generate_series(f.first_day, current_date, interval '1 day') at left join campaign_days d on d.campaign_id = $1 and d.day = at::date order by 1 ) d",
        None,
    )
}
impl CampaignDaysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CampaignPostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_posts() -> CampaignPostsStmt {
    CampaignPostsStmt(
        "select row_to_json(p) as row from ( select p.* from campaign_posts l join post_performance p on p.tenant_id = l.tenant_id and p.post_id = l.post_id where l.campaign_id = $1 order by p.posted_at desc nulls last, p.post_id ) p",
        None,
    )
}
impl CampaignPostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct CreateCampaignStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_campaign() -> CreateCampaignStmt {
    CreateCampaignStmt(
        "insert into campaigns (name, campaign_group_id, description, type, extra, objective, start_date, end_date, budget, currency, strategy_id, status) values ($1, $2, $3, coalesce($4::text::campaign_type, 'organic'), case when $4::text is null then '{\"type_of_posts\": \"organic\"}'::jsonb else '{}' end, $5::text::campaign_objective, $6, $7, $8::text::numeric, $9, $10, coalesce($11::text::campaign_status, 'active')) returning id",
        None,
    )
}
impl CreateCampaignStmt {
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
        T5: crate::StringSql,
        T6: crate::StringSql,
        T7: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        name: &'a T1,
        campaign_group: &'a Option<i32>,
        description: &'a Option<T2>,
        campaign_type: &'a Option<T3>,
        objective: &'a Option<T4>,
        start_date: &'a Option<jiff::civil::Date>,
        end_date: &'a Option<jiff::civil::Date>,
        budget: &'a Option<T5>,
        currency: &'a Option<T6>,
        strategy: &'a Option<uuid::Uuid>,
        status: &'a Option<T7>,
    ) -> I32Query<'c, 'a, 's, C, i32, 11> {
        I32Query {
            client,
            params: [
                name,
                campaign_group,
                description,
                campaign_type,
                objective,
                start_date,
                end_date,
                budget,
                currency,
                strategy,
                status,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
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
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CreateCampaignParams<T1, T2, T3, T4, T5, T6, T7>,
        I32Query<'c, 'a, 's, C, i32, 11>,
        C,
    > for CreateCampaignStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreateCampaignParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> I32Query<'c, 'a, 's, C, i32, 11> {
        self.bind(
            client,
            &params.name,
            &params.campaign_group,
            &params.description,
            &params.campaign_type,
            &params.objective,
            &params.start_date,
            &params.end_date,
            &params.budget,
            &params.currency,
            &params.strategy,
            &params.status,
        )
    }
}
pub struct EditCampaignStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn edit_campaign() -> EditCampaignStmt {
    EditCampaignStmt(
        "update campaigns set name = coalesce($1, name), description = coalesce($2, description), type = coalesce($3::text::campaign_type, type), extra = case when $3::text is null then extra else extra - 'type_of_posts' end, objective = coalesce($4::text::campaign_objective, objective), status = coalesce($5::text::campaign_status, status), start_date = coalesce($6, start_date), end_date = coalesce($7, end_date), budget = coalesce($8::text::numeric, budget), currency = coalesce($9, currency), campaign_group_id = case when $10 then null else coalesce($11, campaign_group_id) end, strategy_id = case when $12 then null else coalesce($13, strategy_id) end where id = $14 returning name",
        None,
    )
}
impl EditCampaignStmt {
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
        T5: crate::StringSql,
        T6: crate::StringSql,
        T7: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        name: &'a Option<T1>,
        description: &'a Option<T2>,
        campaign_type: &'a Option<T3>,
        objective: &'a Option<T4>,
        status: &'a Option<T5>,
        start_date: &'a Option<jiff::civil::Date>,
        end_date: &'a Option<jiff::civil::Date>,
        budget: &'a Option<T6>,
        currency: &'a Option<T7>,
        no_group: &'a bool,
        campaign_group: &'a Option<i32>,
        no_strategy: &'a bool,
        strategy: &'a Option<uuid::Uuid>,
        campaign: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 14> {
        StringQuery {
            client,
            params: [
                name,
                description,
                campaign_type,
                objective,
                status,
                start_date,
                end_date,
                budget,
                currency,
                no_group,
                campaign_group,
                no_strategy,
                strategy,
                campaign,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
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
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        EditCampaignParams<T1, T2, T3, T4, T5, T6, T7>,
        StringQuery<'c, 'a, 's, C, String, 14>,
        C,
    > for EditCampaignStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a EditCampaignParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> StringQuery<'c, 'a, 's, C, String, 14> {
        self.bind(
            client,
            &params.name,
            &params.description,
            &params.campaign_type,
            &params.objective,
            &params.status,
            &params.start_date,
            &params.end_date,
            &params.budget,
            &params.currency,
            &params.no_group,
            &params.campaign_group,
            &params.no_strategy,
            &params.strategy,
            &params.campaign,
        )
    }
}
pub struct CreateCampaignGroupStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_campaign_group() -> CreateCampaignGroupStmt {
    CreateCampaignGroupStmt(
        "insert into campaign_groups (name) select $1 where not exists (select from campaign_groups where lower(name) = lower($1))",
        None,
    )
}
impl CreateCampaignGroupStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[name]).await
    }
}
pub struct CampaignGroupByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_group_by_name() -> CampaignGroupByNameStmt {
    CampaignGroupByNameStmt("select id from campaign_groups where lower(name) = lower($1) order by id limit 1", None)
}
impl CampaignGroupByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> I32Query<'c, 'a, 's, C, i32, 1> {
        I32Query {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CampaignContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaign_contents() -> CampaignContentsStmt {
    CampaignContentsStmt(
        "select (select count(*) from campaign_posts where campaign_id = $1) as posts, (select count(*) from ads where campaign_id = $1) as ads, (select count(*) from ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id where a.campaign_id = $1) as figures, (select count(*) from content_calendar where campaign_id = $1) as entries",
        None,
    )
}
impl CampaignContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> CampaignContentsQuery<'c, 'a, 's, C, CampaignContents, 1> {
        CampaignContentsQuery {
            client,
            params: [campaign],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignContents, tokio_postgres::Error> {
                Ok(CampaignContents {
                    posts: row.try_get(0)?,
                    ads: row.try_get(1)?,
                    figures: row.try_get(2)?,
                    entries: row.try_get(3)?,
                })
            },
            mapper: |it| CampaignContents::from(it),
        }
    }
}
pub struct DeleteCampaignStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_campaign() -> DeleteCampaignStmt {
    DeleteCampaignStmt("delete from campaigns where id = $1", None)
}
impl DeleteCampaignStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[campaign]).await
    }
}
