// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct ImportsFoundParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub sort: T1,
    pub state: Option<T2>,
    pub format: Option<T3>,
    pub descending: bool,
    pub most: i64,
    pub skip: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct RejectsFoundParams {
    pub import: uuid::Uuid,
    pub most: i64,
    pub skip: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ImportsFound {
    pub id: uuid::Uuid,
    pub file_name: String,
    pub format: String,
    pub state: String,
    pub lines: i64,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub skipped: i64,
    pub rejected: i64,
    pub people_created: i64,
    pub started_at: jiff::Timestamp,
    pub finished_at: Option<jiff::Timestamp>,
    pub started_by: Option<String>,
    pub total: i64,
}
pub struct ImportsFoundBorrowed<'a> {
    pub id: uuid::Uuid,
    pub file_name: &'a str,
    pub format: &'a str,
    pub state: &'a str,
    pub lines: i64,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub skipped: i64,
    pub rejected: i64,
    pub people_created: i64,
    pub started_at: jiff::Timestamp,
    pub finished_at: Option<jiff::Timestamp>,
    pub started_by: Option<&'a str>,
    pub total: i64,
}
impl<'a> From<ImportsFoundBorrowed<'a>> for ImportsFound {
    fn from(
        ImportsFoundBorrowed {
            id,
            file_name,
            format,
            state,
            lines,
            created,
            updated,
            unchanged,
            skipped,
            rejected,
            people_created,
            started_at,
            finished_at,
            started_by,
            total,
        }: ImportsFoundBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            file_name: file_name.into(),
            format: format.into(),
            state: state.into(),
            lines,
            created,
            updated,
            unchanged,
            skipped,
            rejected,
            people_created,
            started_at,
            finished_at,
            started_by: started_by.map(|v| v.into()),
            total,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct RejectsFound {
    pub line: i64,
    pub field: String,
    pub reason: String,
    pub raw: String,
    pub total: i64,
}
pub struct RejectsFoundBorrowed<'a> {
    pub line: i64,
    pub field: &'a str,
    pub reason: &'a str,
    pub raw: &'a str,
    pub total: i64,
}
impl<'a> From<RejectsFoundBorrowed<'a>> for RejectsFound {
    fn from(RejectsFoundBorrowed { line, field, reason, raw, total }: RejectsFoundBorrowed<'a>) -> Self {
        Self { line, field: field.into(), reason: reason.into(), raw: raw.into(), total }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PostsOfImport {
    pub id: i32,
    pub title: Option<String>,
    pub url: Option<String>,
    pub total: i64,
}
pub struct PostsOfImportBorrowed<'a> {
    pub id: i32,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    pub total: i64,
}
impl<'a> From<PostsOfImportBorrowed<'a>> for PostsOfImport {
    fn from(PostsOfImportBorrowed { id, title, url, total }: PostsOfImportBorrowed<'a>) -> Self {
        Self { id, title: title.map(|v| v.into()), url: url.map(|v| v.into()), total }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignsOfImport {
    pub id: i32,
    pub name: String,
}
pub struct CampaignsOfImportBorrowed<'a> {
    pub id: i32,
    pub name: &'a str,
}
impl<'a> From<CampaignsOfImportBorrowed<'a>> for CampaignsOfImport {
    fn from(CampaignsOfImportBorrowed { id, name }: CampaignsOfImportBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct UploadOfImport {
    pub id: uuid::Uuid,
    pub has_rejects_file: bool,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnsSaid {
    pub file_name: String,
    pub format: String,
    pub columns: serde_json::Value,
    pub started_at: jiff::Timestamp,
}
pub struct ColumnsSaidBorrowed<'a> {
    pub file_name: &'a str,
    pub format: &'a str,
    pub columns: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub started_at: jiff::Timestamp,
}
impl<'a> From<ColumnsSaidBorrowed<'a>> for ColumnsSaid {
    fn from(ColumnsSaidBorrowed { file_name, format, columns, started_at }: ColumnsSaidBorrowed<'a>) -> Self {
        Self {
            file_name: file_name.into(),
            format: format.into(),
            columns: serde_json::from_str(columns.0.get()).unwrap(),
            started_at,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ImportsFoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ImportsFoundBorrowed, tokio_postgres::Error>,
    mapper: fn(ImportsFoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ImportsFoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ImportsFoundBorrowed) -> R) -> ImportsFoundQuery<'c, 'a, 's, C, R, N> {
        ImportsFoundQuery {
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
pub struct RejectsFoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RejectsFoundBorrowed, tokio_postgres::Error>,
    mapper: fn(RejectsFoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RejectsFoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RejectsFoundBorrowed) -> R) -> RejectsFoundQuery<'c, 'a, 's, C, R, N> {
        RejectsFoundQuery {
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
pub struct PostsOfImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PostsOfImportBorrowed, tokio_postgres::Error>,
    mapper: fn(PostsOfImportBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PostsOfImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PostsOfImportBorrowed) -> R) -> PostsOfImportQuery<'c, 'a, 's, C, R, N> {
        PostsOfImportQuery {
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
pub struct CampaignsOfImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CampaignsOfImportBorrowed, tokio_postgres::Error>,
    mapper: fn(CampaignsOfImportBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CampaignsOfImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CampaignsOfImportBorrowed) -> R) -> CampaignsOfImportQuery<'c, 'a, 's, C, R, N> {
        CampaignsOfImportQuery {
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
pub struct UploadOfImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UploadOfImport, tokio_postgres::Error>,
    mapper: fn(UploadOfImport) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UploadOfImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(UploadOfImport) -> R) -> UploadOfImportQuery<'c, 'a, 's, C, R, N> {
        UploadOfImportQuery {
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
pub struct ColumnsSaidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ColumnsSaidBorrowed, tokio_postgres::Error>,
    mapper: fn(ColumnsSaidBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ColumnsSaidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ColumnsSaidBorrowed) -> R) -> ColumnsSaidQuery<'c, 'a, 's, C, R, N> {
        ColumnsSaidQuery {
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
pub struct ImportsFoundStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn imports_found() -> ImportsFoundStmt {
    ImportsFoundStmt(
        "select i.id, i.file_name, i.format, i.state::text as state, i.lines, i.created, i.updated, i.unchanged, i.skipped, i.rejected, i.people_created, i.started_at, i.finished_at, i.started_by, count(*) over () as total from csv_imports i cross join lateral ( select case $1::text when 'file' then fold_case(i.file_name) when 'state' then i.state::text end as word, case $1::text when 'lines' then i.lines when 'created' then i.created when 'updated' then i.updated when 'unchanged' then i.unchanged when 'skipped' then i.skipped when 'people' then i.people_created when 'rejected' then i.rejected when 'file' then 0 when 'state' then 0 else extract(epoch from i.started_at) end as number ) k where ($2::text is null or i.state = $2::import_state) and ($3::text is null or i.format = $3) order by case when $4::boolean then k.word end desc, case when not $4 then k.word end, case when $4 then -k.number else k.number end, i.started_at desc, i.id limit $5 offset $6",
        None,
    )
}
impl ImportsFoundStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        sort: &'a T1,
        state: &'a Option<T2>,
        format: &'a Option<T3>,
        descending: &'a bool,
        most: &'a i64,
        skip: &'a i64,
    ) -> ImportsFoundQuery<'c, 'a, 's, C, ImportsFound, 6> {
        ImportsFoundQuery {
            client,
            params: [sort, state, format, descending, most, skip],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ImportsFoundBorrowed, tokio_postgres::Error> {
                Ok(ImportsFoundBorrowed {
                    id: row.try_get(0)?,
                    file_name: row.try_get(1)?,
                    format: row.try_get(2)?,
                    state: row.try_get(3)?,
                    lines: row.try_get(4)?,
                    created: row.try_get(5)?,
                    updated: row.try_get(6)?,
                    unchanged: row.try_get(7)?,
                    skipped: row.try_get(8)?,
                    rejected: row.try_get(9)?,
                    people_created: row.try_get(10)?,
                    started_at: row.try_get(11)?,
                    finished_at: row.try_get(12)?,
                    started_by: row.try_get(13)?,
                    total: row.try_get(14)?,
                })
            },
            mapper: |it| ImportsFound::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ImportsFoundParams<T1, T2, T3>,
        ImportsFoundQuery<'c, 'a, 's, C, ImportsFound, 6>,
        C,
    > for ImportsFoundStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ImportsFoundParams<T1, T2, T3>,
    ) -> ImportsFoundQuery<'c, 'a, 's, C, ImportsFound, 6> {
        self.bind(client, &params.sort, &params.state, &params.format, &params.descending, &params.most, &params.skip)
    }
}
pub struct HasImportsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_imports() -> HasImportsStmt {
    HasImportsStmt("select exists (select from csv_imports)", None)
}
impl HasImportsStmt {
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
pub struct RejectsFoundStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rejects_found() -> RejectsFoundStmt {
    RejectsFoundStmt(
        "select line, field, reason, raw, count(*) over () as total from import_rejects where import_id = $1 order by line limit $2 offset $3",
        None,
    )
}
impl RejectsFoundStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        import: &'a uuid::Uuid,
        most: &'a i64,
        skip: &'a i64,
    ) -> RejectsFoundQuery<'c, 'a, 's, C, RejectsFound, 3> {
        RejectsFoundQuery {
            client,
            params: [import, most, skip],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RejectsFoundBorrowed, tokio_postgres::Error> {
                Ok(RejectsFoundBorrowed {
                    line: row.try_get(0)?,
                    field: row.try_get(1)?,
                    reason: row.try_get(2)?,
                    raw: row.try_get(3)?,
                    total: row.try_get(4)?,
                })
            },
            mapper: |it| RejectsFound::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, RejectsFoundParams, RejectsFoundQuery<'c, 'a, 's, C, RejectsFound, 3>, C>
    for RejectsFoundStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RejectsFoundParams,
    ) -> RejectsFoundQuery<'c, 'a, 's, C, RejectsFound, 3> {
        self.bind(client, &params.import, &params.most, &params.skip)
    }
}
pub struct PostsOfImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn posts_of_import() -> PostsOfImportStmt {
    PostsOfImportStmt(
        "select p.id, post_title(p.title, p.text) as title, p.url, count(*) over () as total from csv_imports i join posts p on p.tenant_id = i.tenant_id and (p.import_id = i.id or p.id = (i.options ->> 'post')::integer) where i.id = $1 order by p.posted_at desc nulls last, p.id limit 5",
        None,
    )
}
impl PostsOfImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        import: &'a uuid::Uuid,
    ) -> PostsOfImportQuery<'c, 'a, 's, C, PostsOfImport, 1> {
        PostsOfImportQuery {
            client,
            params: [import],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PostsOfImportBorrowed, tokio_postgres::Error> {
                Ok(PostsOfImportBorrowed {
                    id: row.try_get(0)?,
                    title: row.try_get(1)?,
                    url: row.try_get(2)?,
                    total: row.try_get(3)?,
                })
            },
            mapper: |it| PostsOfImport::from(it),
        }
    }
}
pub struct CampaignsOfImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn campaigns_of_import() -> CampaignsOfImportStmt {
    CampaignsOfImportStmt(
        "select c.id, c.name from csv_imports i join campaigns c on c.tenant_id = i.tenant_id where i.id = $1 and ( lower(c.name) = lower(i.options ->> 'campaign') or c.id in ( select l.campaign_id from posts p join campaign_posts l on l.tenant_id = p.tenant_id and l.post_id = p.id where p.import_id = i.id or p.id = (i.options ->> 'post')::integer) or i.kind = 'ad_performance' and c.id in ( select a.campaign_id from ad_metrics_daily m join ads a on a.tenant_id = m.tenant_id and a.id = m.ad_id where m.import_id = i.id)) order by lower(c.name), c.id limit 20",
        None,
    )
}
impl CampaignsOfImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        import: &'a uuid::Uuid,
    ) -> CampaignsOfImportQuery<'c, 'a, 's, C, CampaignsOfImport, 1> {
        CampaignsOfImportQuery {
            client,
            params: [import],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CampaignsOfImportBorrowed, tokio_postgres::Error> {
                Ok(CampaignsOfImportBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| CampaignsOfImport::from(it),
        }
    }
}
pub struct UploadOfImportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upload_of_import() -> UploadOfImportStmt {
    UploadOfImportStmt(
        "select u.id, app.upload_item(u) ->> 'has_rejects_file' = 'true' as has_rejects_file from uploads u where u.import_id = $1",
        None,
    )
}
impl UploadOfImportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        import: &'a uuid::Uuid,
    ) -> UploadOfImportQuery<'c, 'a, 's, C, UploadOfImport, 1> {
        UploadOfImportQuery {
            client,
            params: [import],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UploadOfImport, tokio_postgres::Error> {
                Ok(UploadOfImport { id: row.try_get(0)?, has_rejects_file: row.try_get(1)? })
            },
            mapper: |it| UploadOfImport::from(it),
        }
    }
}
pub struct ColumnsSaidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn columns_said() -> ColumnsSaidStmt {
    ColumnsSaidStmt(
        "select file_name, format, options -> 'columns' as columns, started_at from csv_imports where state = 'completed' and jsonb_typeof(options -> 'columns') = 'object' order by started_at desc, id limit 50",
        None,
    )
}
impl ColumnsSaidStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> ColumnsSaidQuery<'c, 'a, 's, C, ColumnsSaid, 0> {
        ColumnsSaidQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ColumnsSaidBorrowed, tokio_postgres::Error> {
                Ok(ColumnsSaidBorrowed {
                    file_name: row.try_get(0)?,
                    format: row.try_get(1)?,
                    columns: row.try_get(2)?,
                    started_at: row.try_get(3)?,
                })
            },
            mapper: |it| ColumnsSaid::from(it),
        }
    }
}
