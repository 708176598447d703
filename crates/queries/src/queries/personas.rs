// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct PersonaPeopleParams {
    pub persona: uuid::Uuid,
    pub most: i64,
}
#[derive(Debug)]
pub struct CreatePersonaParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
    T6: crate::StringSql,
> {
    pub name: T1,
    pub description: Option<T2>,
    pub colour: Option<T3>,
    pub threshold: T4,
    pub is_active: bool,
    pub criteria: T5,
    pub created_by: Option<T6>,
}
#[derive(Debug)]
pub struct EditPersonaParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
> {
    pub name: Option<T1>,
    pub description: Option<T2>,
    pub colour: Option<T3>,
    pub threshold: Option<T4>,
    pub is_active: Option<bool>,
    pub criteria: Option<T5>,
    pub persona: uuid::Uuid,
}
#[derive(Debug)]
pub struct PreviewPersonaParams<T1: crate::JsonSql, T2: crate::StringSql> {
    pub tenant: uuid::Uuid,
    pub persona: Option<uuid::Uuid>,
    pub criteria: T1,
    pub threshold: T2,
}
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaByName {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct PersonaByNameBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<PersonaByNameBorrowed<'a>> for PersonaByName {
    fn from(PersonaByNameBorrowed { id, name }: PersonaByNameBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct PersonaChanges {
    pub people: i64,
    pub entered: i64,
    pub departed: i64,
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
pub struct PersonaByNameQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaByNameBorrowed, tokio_postgres::Error>,
    mapper: fn(PersonaByNameBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaByNameQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaByNameBorrowed) -> R) -> PersonaByNameQuery<'c, 'a, 's, C, R, N> {
        PersonaByNameQuery {
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
pub struct Veci64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<crate::ArrayIterator<'_, i64>, tokio_postgres::Error>,
    mapper: fn(crate::ArrayIterator<'_, i64>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> Veci64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(crate::ArrayIterator<'_, i64>) -> R) -> Veci64Query<'c, 'a, 's, C, R, N> {
        Veci64Query {
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
pub struct PersonaChangesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PersonaChanges, tokio_postgres::Error>,
    mapper: fn(PersonaChanges) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PersonaChangesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PersonaChanges) -> R) -> PersonaChangesQuery<'c, 'a, 's, C, R, N> {
        PersonaChangesQuery {
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
pub struct PersonaRowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_rows() -> PersonaRowsStmt {
    PersonaRowsStmt(
        "select row_to_json(p) as row from ( select * from persona_match_counts where $1::uuid is null or persona_id = $1 order by is_active desc, people desc, lower(name) ) p",
        None,
    )
}
impl PersonaRowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a Option<uuid::Uuid>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonaByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_by_name() -> PersonaByNameStmt {
    PersonaByNameStmt(
        "select id, name from personas where lower(name) = lower(btrim($1)) or id::text = $1 order by id limit 1",
        None,
    )
}
impl PersonaByNameStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
    ) -> PersonaByNameQuery<'c, 'a, 's, C, PersonaByName, 1> {
        PersonaByNameQuery {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaByNameBorrowed, tokio_postgres::Error> {
                Ok(PersonaByNameBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| PersonaByName::from(it),
        }
    }
}
pub struct PersonaNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_names() -> PersonaNamesStmt {
    PersonaNamesStmt("select name from personas order by lower(name)", None)
}
impl PersonaNamesStmt {
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
pub struct PersonaDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_details() -> PersonaDetailsStmt {
    PersonaDetailsStmt(
        "select row_to_json(p) as row from ( select id as persona_id, name, description, colour, threshold, is_active, criteria, created_by, created_at, updated_at from personas where id = $1 ) p",
        None,
    )
}
impl PersonaDetailsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonaDaysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_days() -> PersonaDaysStmt {
    PersonaDaysStmt(
        "select row_to_json(d) as row from ( select day, engagements, unique_people, posts, average_7_days, cumulative_engagements from persona_engagement_trends where persona_id = $1 order by day ) d",
        None,
    )
}
impl PersonaDaysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 1> {
        SerdejsonValueQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
pub struct PersonaPeopleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_people() -> PersonaPeopleStmt {
    PersonaPeopleStmt(
        "select row_to_json(t) as row from ( select r.person_id, p.name, coalesce(nullif(p.title_override, ''), p.current_title, p.headline) as title, coalesce(nullif(p.company_override, ''), c.name, p.current_company) as company, r.match_score, r.confidence, r.pinned, r.reason, coalesce(s.score, 0) as engagement_score, r.receipt, r.words from target_receipts r join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id left join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id left join person_scores s on s.tenant_id = r.tenant_id and s.person_id = r.person_id where r.persona_id = $1 and r.is_active order by r.match_score desc, r.confidence desc, coalesce(s.score, 0) desc, p.name, p.id limit $2 ) t",
        None,
    )
}
impl PersonaPeopleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
        most: &'a i64,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        SerdejsonValueQuery {
            client,
            params: [persona, most],
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
        PersonaPeopleParams,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2>,
        C,
    > for PersonaPeopleStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PersonaPeopleParams,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 2> {
        self.bind(client, &params.persona, &params.most)
    }
}
pub struct PersonaScoresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_scores() -> PersonaScoresStmt {
    PersonaScoresStmt(
        "select array_agg(people order by bin) as histogram from ( select bin, count(t.person_id) as people from generate_series(0, 9) bin left join targets t on t.persona_id = $1 and t.is_active and least(floor(t.match_score * 10), 9) = bin group by bin ) b",
        None,
    )
}
impl PersonaScoresStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> Veci64Query<'c, 'a, 's, C, Vec<i64>, 1> {
        Veci64Query {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.map(|v| v).collect(),
        }
    }
}
pub struct CreatePersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create_persona() -> CreatePersonaStmt {
    CreatePersonaStmt(
        "insert into personas (name, description, colour, threshold, is_active, criteria, created_by) values (btrim($1), $2, coalesce(lower($3), '#3b6fb6'), $4::text::numeric, $5, $6, $7) returning id",
        None,
    )
}
impl CreatePersonaStmt {
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
        T5: crate::JsonSql,
        T6: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        name: &'a T1,
        description: &'a Option<T2>,
        colour: &'a Option<T3>,
        threshold: &'a T4,
        is_active: &'a bool,
        criteria: &'a T5,
        created_by: &'a Option<T6>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 7> {
        UuidUuidQuery {
            client,
            params: [name, description, colour, threshold, is_active, criteria, created_by],
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
    T5: crate::JsonSql,
    T6: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CreatePersonaParams<T1, T2, T3, T4, T5, T6>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 7>,
        C,
    > for CreatePersonaStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreatePersonaParams<T1, T2, T3, T4, T5, T6>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 7> {
        self.bind(
            client,
            &params.name,
            &params.description,
            &params.colour,
            &params.threshold,
            &params.is_active,
            &params.criteria,
            &params.created_by,
        )
    }
}
pub struct EditPersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn edit_persona() -> EditPersonaStmt {
    EditPersonaStmt(
        "update personas set name = coalesce(btrim($1), name), description = coalesce($2, description), colour = coalesce(lower($3), colour), threshold = coalesce($4::text::numeric, threshold), is_active = coalesce($5, is_active), criteria = coalesce($6, criteria) where id = $7 returning name",
        None,
    )
}
impl EditPersonaStmt {
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
        T5: crate::JsonSql,
    >(
        &'s self,
        client: &'c C,
        name: &'a Option<T1>,
        description: &'a Option<T2>,
        colour: &'a Option<T3>,
        threshold: &'a Option<T4>,
        is_active: &'a Option<bool>,
        criteria: &'a Option<T5>,
        persona: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 7> {
        StringQuery {
            client,
            params: [name, description, colour, threshold, is_active, criteria, persona],
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
    T5: crate::JsonSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        EditPersonaParams<T1, T2, T3, T4, T5>,
        StringQuery<'c, 'a, 's, C, String, 7>,
        C,
    > for EditPersonaStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a EditPersonaParams<T1, T2, T3, T4, T5>,
    ) -> StringQuery<'c, 'a, 's, C, String, 7> {
        self.bind(
            client,
            &params.name,
            &params.description,
            &params.colour,
            &params.threshold,
            &params.is_active,
            &params.criteria,
            &params.persona,
        )
    }
}
pub struct PersonaChangesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn persona_changes() -> PersonaChangesStmt {
    PersonaChangesStmt(
        "select (select count(*) from targets where persona_id = $1 and is_active) as people, count(*) filter (where event = 'entered') as entered, count(*) filter (where event = 'left') as departed from target_events where persona_id = $1 and happened_at = now()",
        None,
    )
}
impl PersonaChangesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> PersonaChangesQuery<'c, 'a, 's, C, PersonaChanges, 1> {
        PersonaChangesQuery {
            client,
            params: [persona],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PersonaChanges, tokio_postgres::Error> {
                Ok(PersonaChanges { people: row.try_get(0)?, entered: row.try_get(1)?, departed: row.try_get(2)? })
            },
            mapper: |it| PersonaChanges::from(it),
        }
    }
}
pub struct PreviewPersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn preview_persona() -> PreviewPersonaStmt {
    PreviewPersonaStmt(
        "select row_to_json(p) as row from preview_persona($1, coalesce($2::uuid, gen_random_uuid()), $3, $4::text::numeric) p",
        None,
    )
}
impl PreviewPersonaStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        persona: &'a Option<uuid::Uuid>,
        criteria: &'a T1,
        threshold: &'a T2,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        SerdejsonValueQuery {
            client,
            params: [tenant, persona, criteria, threshold],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| serde_json::from_str(it.0.get()).unwrap(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PreviewPersonaParams<T1, T2>,
        SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4>,
        C,
    > for PreviewPersonaStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PreviewPersonaParams<T1, T2>,
    ) -> SerdejsonValueQuery<'c, 'a, 's, C, serde_json::Value, 4> {
        self.bind(client, &params.tenant, &params.persona, &params.criteria, &params.threshold)
    }
}
pub struct DeletePersonaStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_persona() -> DeletePersonaStmt {
    DeletePersonaStmt("delete from personas where id = $1", None)
}
impl DeletePersonaStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        persona: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[persona]).await
    }
}
pub struct CriteriaHintsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn criteria_hints() -> CriteriaHintsStmt {
    CriteriaHintsStmt("select hint from criteria_hints($1) hint", None)
}
impl CriteriaHintsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql>(
        &'s self,
        client: &'c C,
        criteria: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [criteria],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
