// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct SearchParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i32>> {
    pub text: T1,
    pub campaigns: Option<T2>,
    pub most: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    pub kind: String,
    pub id: String,
    pub name: String,
    pub detail: Option<String>,
    pub url: Option<String>,
}
pub struct SearchBorrowed<'a> {
    pub kind: &'a str,
    pub id: &'a str,
    pub name: &'a str,
    pub detail: Option<&'a str>,
    pub url: Option<&'a str>,
}
impl<'a> From<SearchBorrowed<'a>> for Search {
    fn from(SearchBorrowed { kind, id, name, detail, url }: SearchBorrowed<'a>) -> Self {
        Self {
            kind: kind.into(),
            id: id.into(),
            name: name.into(),
            detail: detail.map(|v| v.into()),
            url: url.map(|v| v.into()),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct SearchQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SearchBorrowed, tokio_postgres::Error>,
    mapper: fn(SearchBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SearchQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SearchBorrowed) -> R) -> SearchQuery<'c, 'a, 's, C, R, N> {
        SearchQuery {
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
pub struct SearchStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn search() -> SearchStmt {
    SearchStmt(
        "with held as materialized ( select p.id, how_near(split_part(p.folded, E'\\n', 1), ways_near($1)) as near from persons p where $2::integer[] is null and p.folded like all (words_held($1)) ), last as materialized ( select l.near, (select count(*) from held h where h.near = l.near) > 500 as is_common from (select max(n.near) as near from (select near from held order by near limit $3) n) l ), nearest as ( select p.id, h.near, p.last_seen from last l join held h on h.near < l.near or h.near = l.near and not l.is_common join persons p on p.id = h.id union all ( select p.id, (select near from last), p.last_seen from (select p.id, p.last_seen, p.folded from persons p order by p.last_seen desc, p.id offset 0) p where (select is_common from last) and p.folded like all (words_held($1)) and how_near(split_part(p.folded, E'\\n', 1), ways_near($1)) = (select near from last) limit $3 ) ) ( select 'person' as kind, f.id::text as id, f.name, f.detail, null as url from ( select p.id, p.name, concat_ws(' · ', coalesce(nullif(p.title_override, ''), nullif(p.current_title, ''), nullif(p.headline, '')), coalesce(nullif(p.company_override, ''), c.name, p.current_company)) as detail from (select n.* from nearest n order by n.near, n.last_seen desc, n.id limit $3) n join persons p on p.id = n.id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id order by n.near, n.last_seen desc, n.id ) f ) union all ( select 'company', c.id::text, c.name, concat_ws(' · ', c.industry, c.country), null from companies c cross join lateral (select fold_case(c.name) as name, fold_case(concat_ws(' ', c.name, c.domain)) as whole offset 0) k where $2 is null and k.whole like all (words_held($1)) order by how_near(k.name, ways_near($1)), k.name, c.id limit $3 ) union all ( select 'campaign', c.id::text, c.name, concat_ws(' · ', c.status::text, g.name), null from campaigns c left join campaign_groups g on g.tenant_id = c.tenant_id and g.id = c.campaign_group_id where ($2 is null or c.id = any ($2)) and fold_case(concat_ws(' ', c.name, g.name, case when $2 is null then c.description end)) like all (words_held($1)) order by how_near(fold_case(c.name), ways_near($1)), lower(c.name), c.id limit $3 ) union all ( select 'campaign_group', g.id::text, g.name, g.client_name, null from campaign_groups g where $2 is null and fold_case(concat_ws(' ', g.name, g.client_name)) like all (words_held($1)) order by how_near(fold_case(g.name), ways_near($1)), lower(g.name), g.id limit $3 ) union all ( select 'persona', q.id::text, q.name, concat_ws(' · ', case when not q.is_active then 'inactive' end, left(q.description, 200)), null from personas q where $2 is null and fold_case(concat_ws(' ', q.name, q.description)) like all (words_held($1)) order by how_near(fold_case(q.name), ways_near($1)), lower(q.name), q.id limit $3 ) union all ( select 'strategy', s.id::text, s.name, concat_ws(' · ', s.type::text, left(s.description, 200)), null from campaign_strategies s where $2 is null and fold_case(concat_ws(' ', s.name, s.description)) like all (words_held($1)) order by how_near(fold_case(s.name), ways_near($1)), lower(s.name), s.id limit $3 ) union all ( select 'segment', s.id, s.name, left(s.description, 200), null from audience_segments s where $2 is null and fold_case(concat_ws(' ', s.name, s.description)) like all (words_held($1)) order by how_near(fold_case(s.name), ways_near($1)), lower(s.name), s.id limit $3 ) union all ( select 'custom_audience', a.id::text, a.name, left(a.description, 200), null from custom_audiences a where $2 is null and fold_case(concat_ws(' ', a.name, a.description)) like all (words_held($1)) order by how_near(fold_case(a.name), ways_near($1)), lower(a.name), a.id limit $3 ) union all ( select 'post', p.id::text, coalesce(post_title(p.title, p.text), p.url, 'Post ' || p.id), concat_ws(' · ', p.author, p.posted_at::date::text), p.url from posts p cross join lateral (select fold_case(coalesce(p.title, '')) as title, fold_case(concat_ws(' ', p.title, p.text, p.author)) as whole offset 0) k where ($2 is null or exists ( select from campaign_posts l where l.tenant_id = p.tenant_id and l.post_id = p.id and l.campaign_id = any ($2))) and k.whole like all (words_held($1)) order by how_near(k.title, ways_near($1)), p.posted_at desc nulls last, p.id limit $3 ) union all ( select 'connection', c.id::text, c.name, c.status::text, null from linkedin_connections c where $2 is null and fold_case(c.name) like all (words_held($1)) order by how_near(fold_case(c.name), ways_near($1)), lower(c.name), c.id limit $3 ) union all ( select 'webhook_source', w.id::text, w.name, null, null from webhook_sources w where $2 is null and fold_case(w.name) like all (words_held($1)) order by how_near(fold_case(w.name), ways_near($1)), w.name, w.id limit $3 ) union all ( select 'endpoint', e.id::text, e.name, e.url, null from webhook_endpoints e where $2 is null and fold_case(concat_ws(' ', e.name, e.url)) like all (words_held($1)) order by how_near(fold_case(e.name), ways_near($1)), lower(e.name), e.id limit $3 )",
        None,
    )
}
impl SearchStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        text: &'a T1,
        campaigns: &'a Option<T2>,
        most: &'a i64,
    ) -> SearchQuery<'c, 'a, 's, C, Search, 3> {
        SearchQuery {
            client,
            params: [text, campaigns, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SearchBorrowed, tokio_postgres::Error> {
                Ok(SearchBorrowed {
                    kind: row.try_get(0)?,
                    id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    detail: row.try_get(3)?,
                    url: row.try_get(4)?,
                })
            },
            mapper: |it| Search::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<'c, 'a, 's, SearchParams<T1, T2>, SearchQuery<'c, 'a, 's, C, Search, 3>, C>
    for SearchStmt
{
    fn params(&'s self, client: &'c C, params: &'a SearchParams<T1, T2>) -> SearchQuery<'c, 'a, 's, C, Search, 3> {
        self.bind(client, &params.text, &params.campaigns, &params.most)
    }
}
