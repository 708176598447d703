// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct PostRowsParams {
    pub post: Option<i32>,
    pub campaign: Option<i32>,
    pub most: i64,
}
#[derive(Debug)]
pub struct PostByRefParams<T1: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub url: Option<T1>,
    pub activity_id: Option<i64>,
    pub share_id: Option<i64>,
    pub ugc_post_id: Option<i64>,
}
#[derive(Clone, Copy, Debug)]
pub struct PostCommentsParams {
    pub post: i32,
    pub most: i64,
}
#[derive(Debug)]
pub struct PostItemsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql> {
    pub sort: T1,
    pub post: Option<i32>,
    pub campaign: Option<i32>,
    pub paid: Option<bool>,
    pub content_type: Option<T2>,
    pub search: Option<T3>,
    pub after_id: Option<i32>,
    pub descending: bool,
    pub after_key: Option<T4>,
    pub most: i64,
}
#[derive(Debug)]
pub struct ChangePostParams<T1: crate::JsonSql> {
    pub post: i32,
    pub said: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct LinkPostParams {
    pub campaign: i32,
    pub post: i32,
}
#[derive(Debug)]
pub struct TypeCampaignsByPostsParams<T1: crate::ArraySql<Item = i32>> {
    pub tenant: uuid::Uuid,
    pub posts: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct UnlinkPostParams {
    pub campaign: i32,
    pub post: i32,
}
#[derive(Debug)]
pub struct AddPostParams<T1: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub rows: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct DeletePostParams {
    pub tenant: uuid::Uuid,
    pub post: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PostItems {
    pub id: i32,
    pub key: serde_json::Value,
    pub item: serde_json::Value,
}
pub struct PostItemsBorrowed<'a> {
    pub id: i32,
    pub key: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub item: postgres_types::Json<&'a serde_json::value::RawValue>,
}
impl<'a> From<PostItemsBorrowed<'a>> for PostItems {
    fn from(PostItemsBorrowed { id, key, item }: PostItemsBorrowed<'a>) -> Self {
        Self { id, key: serde_json::from_str(key.0.get()).unwrap(), item: serde_json::from_str(item.0.get()).unwrap() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AddPost {
    pub post_id: i32,
    pub outcome: String,
}
pub struct AddPostBorrowed<'a> {
    pub post_id: i32,
    pub outcome: &'a str,
}
impl<'a> From<AddPostBorrowed<'a>> for AddPost {
    fn from(AddPostBorrowed { post_id, outcome }: AddPostBorrowed<'a>) -> Self {
        Self { post_id, outcome: outcome.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PostContents {
    pub title: Option<String>,
    pub engagements: i64,
    pub campaigns: i64,
}
pub struct PostContentsBorrowed<'a> {
    pub title: Option<&'a str>,
    pub engagements: i64,
    pub campaigns: i64,
}
impl<'a> From<PostContentsBorrowed<'a>> for PostContents {
    fn from(PostContentsBorrowed { title, engagements, campaigns }: PostContentsBorrowed<'a>) -> Self {
        Self { title: title.map(|v| v.into()), engagements, campaigns }
    }
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
pub struct PostItemsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PostItemsBorrowed, tokio_postgres::Error>,
    mapper: fn(PostItemsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PostItemsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PostItemsBorrowed) -> R) -> PostItemsQuery<'c, 'a, 's, C, R, N> {
        PostItemsQuery {
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
pub struct AddPostQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AddPostBorrowed, tokio_postgres::Error>,
    mapper: fn(AddPostBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AddPostQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AddPostBorrowed) -> R) -> AddPostQuery<'c, 'a, 's, C, R, N> {
        AddPostQuery {
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
pub struct PostContentsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PostContentsBorrowed, tokio_postgres::Error>,
    mapper: fn(PostContentsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PostContentsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PostContentsBorrowed) -> R) -> PostContentsQuery<'c, 'a, 's, C, R, N> {
        PostContentsQuery {
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
pub struct PostRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_rows() -> PostRowsStmt {
    PostRowsStmt(
        "select row_to_json(p) as row from ( select v.* from post_performance v where ($1::integer is null or v.post_id = $1) and ($2::integer is null or exists ( select from campaign_posts l where l.tenant_id = v.tenant_id and l.post_id = v.post_id and l.campaign_id = $2)) order by v.posted_at desc nulls last, v.post_id limit $3 ) p",
        None,
    )
}
impl PostRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a Option<i32>,
        campaign: &'a Option<i32>,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3> {
        SerdejsonValueQuery {
            client,
            params: [post, campaign, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PostRowsParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3>,
        C,
    > for PostRowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PostRowsParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 3> {
        self.bind(client, &params.post, &params.campaign, &params.most)
    }
}
pub struct PostByRefStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_by_ref() -> PostByRefStmt {
    PostByRefStmt("select id from (select find_post($1, $2, $3, $4, $5) as id) p where id is not null", None)
}
impl PostByRefStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        url: &'a Option<T1>,
        activity_id: &'a Option<i64>,
        share_id: &'a Option<i64>,
        ugc_post_id: &'a Option<i64>,
    ) -> I32Query<'c, 'a, 's, C, i32, 5> {
        I32Query {
            client,
            params: [tenant, url, activity_id, share_id, ugc_post_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, PostByRefParams<T1>, I32Query<'c, 'a, 's, C, i32, 5>, C>
    for PostByRefStmt
{
    fn params(&'s self, client: &'c C, params: &'a PostByRefParams<T1>) -> I32Query<'c, 'a, 's, C, i32, 5> {
        self.bind(client, &params.tenant, &params.url, &params.activity_id, &params.share_id, &params.ugc_post_id)
    }
}
pub struct PostByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_by_name() -> PostByNameStmt {
    PostByNameStmt(
        "select id from posts where id::text = $1 or lower(title) = lower($1) or url = $1 order by id::text = $1 desc, posted_at desc nulls last, id limit 1",
        None,
    )
}
impl PostByNameStmt {
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
pub struct PostCampaignsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_campaigns() -> PostCampaignsStmt {
    PostCampaignsStmt(
        "select c.name from campaign_posts l join campaigns c on c.tenant_id = l.tenant_id and c.id = l.campaign_id where l.post_id = $1 order by lower(c.name)",
        None,
    )
}
impl PostCampaignsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a i32,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct PostPersonasStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_personas() -> PostPersonasStmt {
    PostPersonasStmt(
        "select row_to_json(r) as row from ( select q.id as persona_id, q.name as persona, count(distinct e.person_id)::int as people, count(*)::int as engagements from engagements e join targets t on t.tenant_id = e.tenant_id and t.person_id = e.person_id and t.is_active join personas q on q.tenant_id = t.tenant_id and q.id = t.persona_id where e.post_id = $1 group by q.id, q.name order by people desc, q.name ) r",
        None,
    )
}
impl PostPersonasStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PostDaysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_days() -> PostDaysStmt {
    PostDaysStmt(
        "select row_to_json(d) as row from ( select at::date as day, count(e.id)::int as engagements, count(distinct e.person_id)::int as people from (select min(engaged_on) as first_day, max(engaged_on) as last_day from engagements where post_id = $1) f cross join generate_series(f.first_day, f.last_day, interval '1 day') at left join engagements e on e.post_id = $1 and e.engaged_on = at::date group by 1 order by 1 ) d",
        None,
    )
}
impl PostDaysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a i32,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PostCommentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_comments() -> PostCommentsStmt {
    PostCommentsStmt(
        "select row_to_json(c) as row from ( select e.engaged_at as at, p.id as person_id, p.name, e.comment_text as text from engagements e join persons p on p.tenant_id = e.tenant_id and p.id = e.person_id where e.post_id = $1 and e.engagement_type = 'comment' order by e.engaged_at desc, e.id limit $2 ) c",
        None,
    )
}
impl PostCommentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a i32,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [post, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PostCommentsParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for PostCommentsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PostCommentsParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.post, &params.most)
    }
}
pub struct PostItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_items() -> PostItemsStmt {
    PostItemsStmt(
        "with keyed as ( select p.id, coalesce(case $1::text when 'posted_at' then to_jsonb(extract(epoch from p.posted_at)) when 'created_at' then to_jsonb(extract(epoch from p.created_at)) when 'title' then to_jsonb(lower(p.title)) when 'impressions' then to_jsonb(p.impressions) when 'clicks' then to_jsonb(p.clicks) when 'engagements' then to_jsonb((select count(*) from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id)) end, 'null') as key from posts p where ($2::integer is null or p.id = $2) and ($3::integer is null or exists ( select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = $3)) and ($4::boolean is null or p.is_paid = $4) and ($5::text is null or p.content_type = $5::text::content_type) and ($6::text is null or position(fold_case($6) in fold_case(concat_ws(' ', p.title, p.text, p.author, p.url))) > 0) ), chosen as ( select id, key from keyed where $7::integer is null or case when $8::boolean then (key, id) < ($9::jsonb, $7) else (key, id) > ($9::jsonb, $7) end order by case when $8 then key end desc, case when not $8 then key end, case when $8 then id end desc, id limit $10 ) select c.id, c.key, jsonb_build_object('id', p.id, 'url', p.url, 'title', p.title, 'text', p.text, 'author', p.author, 'content_type', p.content_type, 'posted_at', p.posted_at, 'paid', p.is_paid, 'audience', p.audience, 'notes', p.notes, 'source', p.source, 'created_at', p.created_at, 'updated_at', p.updated_at, 'metrics', to_jsonb(v) - array['tenant_id', 'post_id', 'title', 'url', 'posted_at', 'is_paid']) as item from chosen c join posts p on p.id = c.id join post_performance v on v.tenant_id = p.tenant_id and v.post_id = p.id order by case when $8 then c.key end desc, case when not $8 then c.key end, case when $8 then c.id end desc, c.id",
        None,
    )
}
impl PostItemsStmt {
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
        T4: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        post: &'a Option<i32>,
        campaign: &'a Option<i32>,
        paid: &'a Option<bool>,
        content_type: &'a Option<T2>,
        search: &'a Option<T3>,
        after_id: &'a Option<i32>,
        descending: &'a bool,
        after_key: &'a Option<T4>,
        most: &'a i64,
    ) -> PostItemsQuery<'c, 'a, 's, C, PostItems, 10> {
        PostItemsQuery {
            client,
            params: [sort, post, campaign, paid, content_type, search, after_id, descending, after_key, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PostItemsBorrowed, tokio_postgres::Error> {
                Ok(PostItemsBorrowed { id: row.try_get(0)?, key: row.try_get(1)?, item: row.try_get(2)? })
            },
            mapper: |it| PostItems::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::JsonSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PostItemsParams<T1, T2, T3, T4>,
        PostItemsQuery<'c, 'a, 's, C, PostItems, 10>,
        C,
    > for PostItemsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PostItemsParams<T1, T2, T3, T4>,
    ) -> PostItemsQuery<'c, 'a, 's, C, PostItems, 10> {
        self.bind(
            client,
            &params.sort,
            &params.post,
            &params.campaign,
            &params.paid,
            &params.content_type,
            &params.search,
            &params.after_id,
            &params.descending,
            &params.after_key,
            &params.most,
        )
    }
}
pub struct PostExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_exists() -> PostExistsStmt {
    PostExistsStmt("select exists (select from posts where id = $1)", None)
}
impl PostExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ChangePostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_post() -> ChangePostStmt {
    ChangePostStmt(
        "with held as (select p as row from posts p where p.id = $1 for no key update) update posts p set title = n.title, text = n.text, author = n.author, content_type = n.content_type, is_paid = n.is_paid, audience = n.audience, notes = n.notes from held h cross join lateral jsonb_populate_record(h.row, $2) n where p.id = (h.row).id returning p.id",
        None,
    )
}
impl ChangePostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        post: &'a i32,
        said: &'a T1,
    ) -> I32Query<'c, 'a, 's, C, i32, 2> {
        I32Query {
            client,
            params: [post, said],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, ChangePostParams<T1>, I32Query<'c, 'a, 's, C, i32, 2>, C>
    for ChangePostStmt
{
    fn params(&'s self, client: &'c C, params: &'a ChangePostParams<T1>) -> I32Query<'c, 'a, 's, C, i32, 2> {
        self.bind(client, &params.post, &params.said)
    }
}
pub struct LinkPostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn link_post() -> LinkPostStmt {
    LinkPostStmt(
        "with found as ( select c.tenant_id, c.id as campaign_id, p.id as post_id from campaigns c join posts p on p.tenant_id = c.tenant_id where c.id = $1 and p.id = $2 ), linked as ( insert into campaign_posts (tenant_id, campaign_id, post_id) select tenant_id, campaign_id, post_id from found on conflict do nothing ) select exists (select from found) as found",
        None,
    )
}
impl LinkPostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        post: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [campaign, post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, LinkPostParams, BoolQuery<'c, 'a, 's, C, bool, 2>, C> for LinkPostStmt
{
    fn params(&'s self, client: &'c C, params: &'a LinkPostParams) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.campaign, &params.post)
    }
}
pub struct TypeCampaignsByPostsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn type_campaigns_by_posts() -> TypeCampaignsByPostsStmt {
    TypeCampaignsByPostsStmt("select coalesce(app.type_campaigns_by_posts($1, $2)::text, '') as nothing", None)
}
impl TypeCampaignsByPostsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        posts: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [tenant, posts],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<'c, 'a, 's, TypeCampaignsByPostsParams<T1>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for TypeCampaignsByPostsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TypeCampaignsByPostsParams<T1>,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.tenant, &params.posts)
    }
}
pub struct UnlinkPostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unlink_post() -> UnlinkPostStmt {
    UnlinkPostStmt("delete from campaign_posts where campaign_id = $1 and post_id = $2", None)
}
impl UnlinkPostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        campaign: &'a i32,
        post: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[campaign, post]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UnlinkPostParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UnlinkPostStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UnlinkPostParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.campaign, &params.post))
    }
}
pub struct AddPostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_post() -> AddPostStmt {
    AddPostStmt("select post_id, outcome from merge_posts($1, null, 'manual', $2)", None)
}
impl AddPostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        rows: &'a T1,
    ) -> AddPostQuery<'c, 'a, 's, C, AddPost, 2> {
        AddPostQuery {
            client,
            params: [tenant, rows],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AddPostBorrowed, tokio_postgres::Error> {
                Ok(AddPostBorrowed { post_id: row.try_get(0)?, outcome: row.try_get(1)? })
            },
            mapper: |it| AddPost::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>
    crate::client::async_::Params<'c, 'a, 's, AddPostParams<T1>, AddPostQuery<'c, 'a, 's, C, AddPost, 2>, C>
    for AddPostStmt
{
    fn params(&'s self, client: &'c C, params: &'a AddPostParams<T1>) -> AddPostQuery<'c, 'a, 's, C, AddPost, 2> {
        self.bind(client, &params.tenant, &params.rows)
    }
}
pub struct PostContentsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn post_contents() -> PostContentsStmt {
    PostContentsStmt(
        "select title, (select count(*) from engagements e where e.tenant_id = p.tenant_id and e.post_id = p.id) as engagements, (select count(*) from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id) as campaigns from posts p where p.id = $1",
        None,
    )
}
impl PostContentsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        post: &'a i32,
    ) -> PostContentsQuery<'c, 'a, 's, C, PostContents, 1> {
        PostContentsQuery {
            client,
            params: [post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PostContentsBorrowed, tokio_postgres::Error> {
                Ok(PostContentsBorrowed {
                    title: row.try_get(0)?,
                    engagements: row.try_get(1)?,
                    campaigns: row.try_get(2)?,
                })
            },
            mapper: |it| PostContents::from(it),
        }
    }
}
pub struct DeletePostStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_post() -> DeletePostStmt {
    DeletePostStmt("select delete_post($1, $2) as deleted", None)
}
impl DeletePostStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        post: &'a i32,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [tenant, post],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, DeletePostParams, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for DeletePostStmt
{
    fn params(&'s self, client: &'c C, params: &'a DeletePostParams) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.tenant, &params.post)
    }
}
