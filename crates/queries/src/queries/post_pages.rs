// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct PostsFoundParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub sort: T1,
    pub search: Option<T2>,
    pub campaign: Option<i32>,
    pub without_campaign: bool,
    pub paid: Option<bool>,
    pub known: Option<bool>,
    pub descending: bool,
    pub most: i64,
    pub skip: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PostsFound {
    pub id: i32,
    pub title: Option<String>,
    pub url: Option<String>,
    pub author: Option<String>,
    pub content_type: String,
    pub is_paid: bool,
    pub posted_on: Option<jiff::civil::Date>,
    pub impressions: Option<i64>,
    pub engagements: i64,
    pub people: i64,
    pub targeted: i64,
    pub engagement_rate: Option<f64>,
    pub total: i64,
    pub campaign_ids: Vec<i32>,
    pub campaigns: Vec<String>,
}
pub struct PostsFoundBorrowed<'a> {
    pub id: i32,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    pub author: Option<&'a str>,
    pub content_type: &'a str,
    pub is_paid: bool,
    pub posted_on: Option<jiff::civil::Date>,
    pub impressions: Option<i64>,
    pub engagements: i64,
    pub people: i64,
    pub targeted: i64,
    pub engagement_rate: Option<f64>,
    pub total: i64,
    pub campaign_ids: crate::ArrayIterator<'a, i32>,
    pub campaigns: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<PostsFoundBorrowed<'a>> for PostsFound {
    fn from(
        PostsFoundBorrowed {
            id,
            title,
            url,
            author,
            content_type,
            is_paid,
            posted_on,
            impressions,
            engagements,
            people,
            targeted,
            engagement_rate,
            total,
            campaign_ids,
            campaigns,
        }: PostsFoundBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title: title.map(|v| v.into()),
            url: url.map(|v| v.into()),
            author: author.map(|v| v.into()),
            content_type: content_type.into(),
            is_paid,
            posted_on,
            impressions,
            engagements,
            people,
            targeted,
            engagement_rate,
            total,
            campaign_ids: campaign_ids.map(|v| v).collect(),
            campaigns: campaigns.map(|v| v.into()).collect(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct PostsFoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PostsFoundBorrowed, tokio_postgres::Error>,
    mapper: fn(PostsFoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PostsFoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PostsFoundBorrowed) -> R) -> PostsFoundQuery<'c, 'a, 's, C, R, N> {
        PostsFoundQuery {
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
pub struct PostsFoundStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn posts_found() -> PostsFoundStmt {
    PostsFoundStmt(
        "with found as ( select p.id, post_title(p.title, p.text) as title, p.url, p.author, p.content_type::text as content_type, p.is_paid, (p.posted_at at time zone t.time_zone)::date as posted_on, p.impressions, s.engagements::bigint as engagements, coalesce(n.people, 0)::bigint as people, coalesce(n.targeted, 0)::bigint as targeted, v.proven::float8 / nullif(p.impressions, 0) as engagement_rate, k.word, k.number, count(*) over () as total from posts p join tenants t on t.id = p.tenant_id join post_engagements v on v.tenant_id = p.tenant_id and v.post_id = p.id left join post_counts n on n.tenant_id = p.tenant_id and n.post_id = p.id cross join lateral ( select coalesce(n.likes + n.reactions + n.comments + n.shares + n.follows + n.clicks, 0) as engagements, coalesce(n.people, 0) > 0 or p.reactions = 0 and coalesce(p.comments, 0) = 0 and coalesce(p.shares, 0) = 0 as is_known) s cross join lateral ( select case when $1::text = 'title' then fold_case(post_title(p.title, p.text)) end as word, case $1::text when 'title' then 0 when 'impressions' then p.impressions when 'engagements' then s.engagements when 'rate' then v.proven::numeric / nullif(p.impressions, 0) when 'people' then coalesce(n.people, 0) when 'targeted' then coalesce(n.targeted, 0) else extract(epoch from p.posted_at) end as number) k where ($2::text is null or position(fold_case($2) in fold_case(concat_ws(' ', p.title, p.text, p.author, p.url))) > 0) and ($3::integer is null or exists ( select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = $3)) and (not $4::boolean or not exists (select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id)) and ($5::boolean is null or p.is_paid = $5) and ($6::boolean is null or coalesce(s.is_known, false) = $6) order by case when $7::boolean then k.word end desc nulls last, case when not $7 then k.word end, case when $7 then -k.number else k.number end, p.id limit $8 offset $9 ) select f.id, f.title, f.url, f.author, f.content_type, f.is_paid, f.posted_on, f.impressions, f.engagements, f.people, f.targeted, f.engagement_rate, f.total, array(select c.id from campaign_posts l join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id where l.post_id = f.id order by lower(c.name), c.id) as campaign_ids, array(select c.name from campaign_posts l join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id where l.post_id = f.id order by lower(c.name), c.id) as campaigns from found f order by case when $7 then f.word end desc nulls last, case when not $7 then f.word end, case when $7 then -f.number else f.number end, f.id",
        None,
    )
}
impl PostsFoundStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        search: &'a Option<T2>,
        campaign: &'a Option<i32>,
        without_campaign: &'a bool,
        paid: &'a Option<bool>,
        known: &'a Option<bool>,
        descending: &'a bool,
        most: &'a i64,
        skip: &'a i64,
    ) -> PostsFoundQuery<'c, 'a, 's, C, PostsFound, 9> {
        PostsFoundQuery {
            client,
            params: [sort, search, campaign, without_campaign, paid, known, descending, most, skip],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PostsFoundBorrowed, tokio_postgres::Error> {
                Ok(PostsFoundBorrowed {
                    id: row.try_get(0)?,
                    title: row.try_get(1)?,
                    url: row.try_get(2)?,
                    author: row.try_get(3)?,
                    content_type: row.try_get(4)?,
                    is_paid: row.try_get(5)?,
                    posted_on: row.try_get(6)?,
                    impressions: row.try_get(7)?,
                    engagements: row.try_get(8)?,
                    people: row.try_get(9)?,
                    targeted: row.try_get(10)?,
                    engagement_rate: row.try_get(11)?,
                    total: row.try_get(12)?,
                    campaign_ids: row.try_get(13)?,
                    campaigns: row.try_get(14)?,
                })
            },
            mapper: |it| PostsFound::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PostsFoundParams<T1, T2>,
        PostsFoundQuery<'c, 'a, 's, C, PostsFound, 9>,
        C,
    > for PostsFoundStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PostsFoundParams<T1, T2>,
    ) -> PostsFoundQuery<'c, 'a, 's, C, PostsFound, 9> {
        self.bind(
            client,
            &params.sort,
            &params.search,
            &params.campaign,
            &params.without_campaign,
            &params.paid,
            &params.known,
            &params.descending,
            &params.most,
            &params.skip,
        )
    }
}
pub struct HasPostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_posts() -> HasPostsStmt {
    HasPostsStmt("select exists (select from posts)", None)
}
impl HasPostsStmt {
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
