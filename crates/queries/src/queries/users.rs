// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct TakeGuessParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql> {
    pub login: T1,
    pub address: T2,
    pub device: Option<T3>,
}
#[derive(Debug)]
pub struct HoldUserParams<T1: crate::StringSql> {
    pub account: uuid::Uuid,
    pub hash: Option<T1>,
}
#[derive(Debug)]
pub struct IsKnownDeviceParams<T1: crate::BytesSql> {
    pub hash: T1,
    pub account: uuid::Uuid,
}
#[derive(Debug)]
pub struct KnowDeviceParams<T1: crate::BytesSql> {
    pub account: uuid::Uuid,
    pub hash: T1,
}
#[derive(Debug)]
pub struct NoteOfUserParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub event: T1,
    pub details: T2,
    pub account: uuid::Uuid,
}
#[derive(Debug)]
pub struct NoteAtHomeParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub event: T1,
    pub account: uuid::Uuid,
    pub details: T2,
}
#[derive(Debug)]
pub struct NoteInParams<T1: crate::StringSql, T2: crate::JsonSql> {
    pub tenant: uuid::Uuid,
    pub event: T1,
    pub account: uuid::Uuid,
    pub details: T2,
}
#[derive(Debug)]
pub struct AddUserParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub email: T1,
    pub name: T2,
}
#[derive(Debug)]
pub struct SetPasswordParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub hash: T1,
    pub account: uuid::Uuid,
    pub before: Option<T2>,
}
#[derive(Clone, Copy, Debug)]
pub struct SetDisabledParams {
    pub disabled: bool,
    pub account: uuid::Uuid,
}
#[derive(Debug)]
pub struct AddMemberParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i32>> {
    pub tenant: uuid::Uuid,
    pub account: uuid::Uuid,
    pub role: T1,
    pub campaigns: Option<T2>,
}
#[derive(Debug)]
pub struct ChangeMemberParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i32>> {
    pub role: T1,
    pub campaigns: Option<T2>,
    pub tenant: uuid::Uuid,
    pub account: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct RemoveMemberParams {
    pub tenant: uuid::Uuid,
    pub account: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct HoldOwnerParams {
    pub tenant: uuid::Uuid,
    pub account: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct HoldMemberParams {
    pub tenant: uuid::Uuid,
    pub account: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct BelongsElsewhereParams {
    pub account: uuid::Uuid,
    pub acting: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct EndSessionsHereParams {
    pub account: uuid::Uuid,
    pub tenant: uuid::Uuid,
}
#[derive(Debug)]
pub struct MakeLinkParams<T1: crate::BytesSql, T2: crate::StringSql> {
    pub hash: T1,
    pub purpose: T2,
    pub account: Option<uuid::Uuid>,
    pub seconds: f64,
}
#[derive(Debug)]
pub struct UseLinkParams<T1: crate::BytesSql, T2: crate::StringSql> {
    pub hash: T1,
    pub purpose: T2,
}
#[derive(Debug)]
pub struct TakeMailParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub login: T1,
    pub address: Option<T2>,
}
#[derive(Debug)]
pub struct EnqueueMailParams<T1: crate::StringSql> {
    pub letter: T1,
    pub account: uuid::Uuid,
    pub only_with_password: bool,
}
#[derive(Clone, Copy, Debug)]
pub struct MemberToWriteToParams {
    pub tenant: uuid::Uuid,
    pub account: uuid::Uuid,
}
#[derive(Debug)]
pub struct NoteRefusedGuessesParams<T1: crate::JsonSql, T2: crate::StringSql> {
    pub details: T1,
    pub email: T2,
}
#[derive(Debug)]
pub struct NoteForgedFormParams<T1: crate::JsonSql, T2: crate::BytesSql> {
    pub details: T1,
    pub tenant: uuid::Uuid,
    pub hash: T2,
}
#[derive(Debug)]
pub struct NoteRefusedServiceParams<
    T1: crate::JsonSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub details: T1,
    pub issuer: T2,
    pub subject: T3,
    pub email: Option<T4>,
}
#[derive(Debug)]
pub struct UseIdentityParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub issuer: T1,
    pub subject: T2,
}
#[derive(Debug)]
pub struct BindIdentityParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub issuer: T1,
    pub subject: T2,
    pub email: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct TakeGuess {
    pub account: Option<uuid::Uuid>,
    pub hash: Option<String>,
    pub is_known: bool,
    pub wait_s: f64,
}
pub struct TakeGuessBorrowed<'a> {
    pub account: Option<uuid::Uuid>,
    pub hash: Option<&'a str>,
    pub is_known: bool,
    pub wait_s: f64,
}
impl<'a> From<TakeGuessBorrowed<'a>> for TakeGuess {
    fn from(TakeGuessBorrowed { account, hash, is_known, wait_s }: TakeGuessBorrowed<'a>) -> Self {
        Self { account, hash: hash.map(|v| v.into()), is_known, wait_s }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct UserByEmail {
    pub id: uuid::Uuid,
    pub email: String,
    pub name: String,
    pub has_password: bool,
    pub disabled_at: Option<jiff::Timestamp>,
}
pub struct UserByEmailBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email: &'a str,
    pub name: &'a str,
    pub has_password: bool,
    pub disabled_at: Option<jiff::Timestamp>,
}
impl<'a> From<UserByEmailBorrowed<'a>> for UserByEmail {
    fn from(UserByEmailBorrowed { id, email, name, has_password, disabled_at }: UserByEmailBorrowed<'a>) -> Self {
        Self { id, email: email.into(), name: name.into(), has_password, disabled_at }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct HoldUserByEmail {
    pub id: uuid::Uuid,
    pub has_password: bool,
    pub disabled_at: Option<jiff::Timestamp>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct HoldMember {
    pub email: String,
    pub name: String,
    pub has_password: bool,
    pub disabled_at: Option<jiff::Timestamp>,
    pub role: String,
}
pub struct HoldMemberBorrowed<'a> {
    pub email: &'a str,
    pub name: &'a str,
    pub has_password: bool,
    pub disabled_at: Option<jiff::Timestamp>,
    pub role: &'a str,
}
impl<'a> From<HoldMemberBorrowed<'a>> for HoldMember {
    fn from(HoldMemberBorrowed { email, name, has_password, disabled_at, role }: HoldMemberBorrowed<'a>) -> Self {
        Self { email: email.into(), name: name.into(), has_password, disabled_at, role: role.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct MembershipsOf {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub role: String,
}
pub struct MembershipsOfBorrowed<'a> {
    pub id: uuid::Uuid,
    pub slug: &'a str,
    pub name: &'a str,
    pub role: &'a str,
}
impl<'a> From<MembershipsOfBorrowed<'a>> for MembershipsOf {
    fn from(MembershipsOfBorrowed { id, slug, name, role }: MembershipsOfBorrowed<'a>) -> Self {
        Self { id, slug: slug.into(), name: name.into(), role: role.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    pub purpose: String,
    pub account: Option<uuid::Uuid>,
    pub email: Option<String>,
}
pub struct LinkBorrowed<'a> {
    pub purpose: &'a str,
    pub account: Option<uuid::Uuid>,
    pub email: Option<&'a str>,
}
impl<'a> From<LinkBorrowed<'a>> for Link {
    fn from(LinkBorrowed { purpose, account, email }: LinkBorrowed<'a>) -> Self {
        Self { purpose: purpose.into(), account, email: email.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct MemberToWriteTo {
    pub email: String,
    pub disabled_at: Option<jiff::Timestamp>,
}
pub struct MemberToWriteToBorrowed<'a> {
    pub email: &'a str,
    pub disabled_at: Option<jiff::Timestamp>,
}
impl<'a> From<MemberToWriteToBorrowed<'a>> for MemberToWriteTo {
    fn from(MemberToWriteToBorrowed { email, disabled_at }: MemberToWriteToBorrowed<'a>) -> Self {
        Self { email: email.into(), disabled_at }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct TakeGuessQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakeGuessBorrowed, tokio_postgres::Error>,
    mapper: fn(TakeGuessBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakeGuessQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakeGuessBorrowed) -> R) -> TakeGuessQuery<'c, 'a, 's, C, R, N> {
        TakeGuessQuery {
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
pub struct OptionuuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<uuid::Uuid>, tokio_postgres::Error>,
    mapper: fn(Option<uuid::Uuid>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionuuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<uuid::Uuid>) -> R) -> OptionuuidUuidQuery<'c, 'a, 's, C, R, N> {
        OptionuuidUuidQuery {
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
pub struct UserByEmailQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UserByEmailBorrowed, tokio_postgres::Error>,
    mapper: fn(UserByEmailBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UserByEmailQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(UserByEmailBorrowed) -> R) -> UserByEmailQuery<'c, 'a, 's, C, R, N> {
        UserByEmailQuery {
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
pub struct HoldUserByEmailQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HoldUserByEmail, tokio_postgres::Error>,
    mapper: fn(HoldUserByEmail) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HoldUserByEmailQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HoldUserByEmail) -> R) -> HoldUserByEmailQuery<'c, 'a, 's, C, R, N> {
        HoldUserByEmailQuery {
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
pub struct HoldMemberQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HoldMemberBorrowed, tokio_postgres::Error>,
    mapper: fn(HoldMemberBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HoldMemberQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HoldMemberBorrowed) -> R) -> HoldMemberQuery<'c, 'a, 's, C, R, N> {
        HoldMemberQuery {
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
pub struct MembershipsOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MembershipsOfBorrowed, tokio_postgres::Error>,
    mapper: fn(MembershipsOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MembershipsOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MembershipsOfBorrowed) -> R) -> MembershipsOfQuery<'c, 'a, 's, C, R, N> {
        MembershipsOfQuery {
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
pub struct LinkQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<LinkBorrowed, tokio_postgres::Error>,
    mapper: fn(LinkBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> LinkQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(LinkBorrowed) -> R) -> LinkQuery<'c, 'a, 's, C, R, N> {
        LinkQuery {
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
pub struct F64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<f64, tokio_postgres::Error>,
    mapper: fn(f64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> F64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(f64) -> R) -> F64Query<'c, 'a, 's, C, R, N> {
        F64Query {
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
pub struct MemberToWriteToQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MemberToWriteToBorrowed, tokio_postgres::Error>,
    mapper: fn(MemberToWriteToBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MemberToWriteToQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MemberToWriteToBorrowed) -> R) -> MemberToWriteToQuery<'c, 'a, 's, C, R, N> {
        MemberToWriteToQuery {
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
pub struct TakeGuessStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_guess() -> TakeGuessStmt {
    TakeGuessStmt(
        "select account, hash, is_known, extract(epoch from wait)::float8 as wait_s from app.take_guess($1, $2::text::inet, $3)",
        None,
    )
}
impl TakeGuessStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql>(
        &'s self,
        client: &'c C,
        login: &'a T1,
        address: &'a T2,
        device: &'a Option<T3>,
    ) -> TakeGuessQuery<'c, 'a, 's, C, TakeGuess, 3> {
        TakeGuessQuery {
            client,
            params: [login, address, device],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakeGuessBorrowed, tokio_postgres::Error> {
                Ok(TakeGuessBorrowed {
                    account: row.try_get(0)?,
                    hash: row.try_get(1)?,
                    is_known: row.try_get(2)?,
                    wait_s: row.try_get(3)?,
                })
            },
            mapper: |it| TakeGuess::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        TakeGuessParams<T1, T2, T3>,
        TakeGuessQuery<'c, 'a, 's, C, TakeGuess, 3>,
        C,
    > for TakeGuessStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeGuessParams<T1, T2, T3>,
    ) -> TakeGuessQuery<'c, 'a, 's, C, TakeGuess, 3> {
        self.bind(client, &params.login, &params.address, &params.device)
    }
}
pub struct HoldUserStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_user() -> HoldUserStmt {
    HoldUserStmt(
        "select app.home_of(u.id) as home from users u where u.id = $1 and u.disabled_at is null and ($2::text is null or u.password_hash = $2) for share",
        None,
    )
}
impl HoldUserStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
        hash: &'a Option<T1>,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2> {
        OptionuuidUuidQuery {
            client,
            params: [account, hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        HoldUserParams<T1>,
        OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2>,
        C,
    > for HoldUserStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a HoldUserParams<T1>,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2> {
        self.bind(client, &params.account, &params.hash)
    }
}
pub struct SayActorStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn say_actor() -> SayActorStmt {
    SayActorStmt("select set_config('app.actor', $1, true) as actor", None)
}
impl SayActorStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        actor: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [actor],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct IsKnownDeviceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_known_device() -> IsKnownDeviceStmt {
    IsKnownDeviceStmt(
        "with used as (update known_devices set last_used = clock_timestamp() where token_hash = $1 and user_id = $2 returning 1) select exists (select from used) as is_known",
        None,
    )
}
impl IsKnownDeviceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
        account: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [hash, account],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>
    crate::client::async_::Params<'c, 'a, 's, IsKnownDeviceParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for IsKnownDeviceStmt
{
    fn params(&'s self, client: &'c C, params: &'a IsKnownDeviceParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.hash, &params.account)
    }
}
pub struct KnowDeviceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn know_device() -> KnowDeviceStmt {
    KnowDeviceStmt(
        "with latest as (select token_hash from known_devices where user_id = $1 order by last_used desc, token_hash limit 19), gone as (delete from known_devices where user_id = $1 and token_hash not in (select token_hash from latest)) insert into known_devices (token_hash, user_id) values ($2, $1)",
        None,
    )
}
impl KnowDeviceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
        hash: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[account, hash]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        KnowDeviceParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for KnowDeviceStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a KnowDeviceParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.account, &params.hash))
    }
}
pub struct NoteOfUserStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_of_user() -> NoteOfUserStmt {
    NoteOfUserStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) select m.tenant_id, app.actor(), $1, m.user_id::text, $2 from memberships m where m.user_id = $3 order by m.tenant_id",
        None,
    )
}
impl NoteOfUserStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        event: &'a T1,
        details: &'a T2,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[event, details, account]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteOfUserParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteOfUserStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteOfUserParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.event, &params.details, &params.account))
    }
}
pub struct NoteAtHomeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_at_home() -> NoteAtHomeStmt {
    NoteAtHomeStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) select h.home, app.actor(), $1, $2::uuid::text, $3 from (select app.home_of($2) as home) h where h.home is not null",
        None,
    )
}
impl NoteAtHomeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        event: &'a T1,
        account: &'a uuid::Uuid,
        details: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[event, account, details]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteAtHomeParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteAtHomeStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteAtHomeParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.event, &params.account, &params.details))
    }
}
pub struct NoteInStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_in() -> NoteInStmt {
    NoteInStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) values ($1, app.actor(), $2, $3::uuid::text, $4)",
        None,
    )
}
impl NoteInStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::JsonSql>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        event: &'a T1,
        account: &'a uuid::Uuid,
        details: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, event, account, details]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::JsonSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteInParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteInStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteInParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant, &params.event, &params.account, &params.details))
    }
}
pub struct EndSessionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_sessions() -> EndSessionsStmt {
    EndSessionsStmt(
        "with held as (select id from users where id = $1 for no key update), ended as ( delete from sessions s using memberships m, held h where m.user_id = h.id and s.tenant_id = m.tenant_id and s.user_id = m.user_id) delete from known_devices d using held h where d.user_id = h.id",
        None,
    )
}
impl EndSessionsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[account]).await
    }
}
pub struct UserByEmailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn user_by_email() -> UserByEmailStmt {
    UserByEmailStmt(
        "select id, email, name, password_hash is not null as has_password, disabled_at from users where email = $1",
        None,
    )
}
impl UserByEmailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        email: &'a T1,
    ) -> UserByEmailQuery<'c, 'a, 's, C, UserByEmail, 1> {
        UserByEmailQuery {
            client,
            params: [email],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UserByEmailBorrowed, tokio_postgres::Error> {
                Ok(UserByEmailBorrowed {
                    id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    has_password: row.try_get(3)?,
                    disabled_at: row.try_get(4)?,
                })
            },
            mapper: |it| UserByEmail::from(it),
        }
    }
}
pub struct HasUsersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn has_users() -> HasUsersStmt {
    HasUsersStmt("select exists (select from users)", None)
}
impl HasUsersStmt {
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
pub struct LockUsersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_users() -> LockUsersStmt {
    LockUsersStmt("lock table users in share row exclusive mode", None)
}
impl LockUsersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct AddUserStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_user() -> AddUserStmt {
    AddUserStmt(
        "insert into users (email, name) values ($1, $2) on conflict (email) do update set name = case when users.name = '' then excluded.name else users.name end returning id",
        None,
    )
}
impl AddUserStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        email: &'a T1,
        name: &'a T2,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [email, name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, AddUserParams<T1, T2>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for AddUserStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AddUserParams<T1, T2>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.email, &params.name)
    }
}
pub struct SetPasswordStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_password() -> SetPasswordStmt {
    SetPasswordStmt(
        "update users set password_hash = $1 where id = $2 and disabled_at is null and ($3::text is null or password_hash = $3)",
        None,
    )
}
impl SetPasswordStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
        account: &'a uuid::Uuid,
        before: &'a Option<T2>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[hash, account, before]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetPasswordParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetPasswordStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetPasswordParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.hash, &params.account, &params.before))
    }
}
pub struct SetDisabledStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_disabled() -> SetDisabledStmt {
    SetDisabledStmt(
        "update users set disabled_at = case when $1::boolean then coalesce(disabled_at, clock_timestamp()) end where id = $2",
        None,
    )
}
impl SetDisabledStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        disabled: &'a bool,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[disabled, account]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetDisabledParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetDisabledStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetDisabledParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.disabled, &params.account))
    }
}
pub struct DeleteUserStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_user() -> DeleteUserStmt {
    DeleteUserStmt("delete from users where id = $1", None)
}
impl DeleteUserStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[account]).await
    }
}
pub struct HoldUserByEmailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_user_by_email() -> HoldUserByEmailStmt {
    HoldUserByEmailStmt(
        "select id, password_hash is not null as has_password, disabled_at from users where email = $1 for update",
        None,
    )
}
impl HoldUserByEmailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        email: &'a T1,
    ) -> HoldUserByEmailQuery<'c, 'a, 's, C, HoldUserByEmail, 1> {
        HoldUserByEmailQuery {
            client,
            params: [email],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HoldUserByEmail, tokio_postgres::Error> {
                Ok(HoldUserByEmail { id: row.try_get(0)?, has_password: row.try_get(1)?, disabled_at: row.try_get(2)? })
            },
            mapper: |it| HoldUserByEmail::from(it),
        }
    }
}
pub struct AddMemberStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_member() -> AddMemberStmt {
    AddMemberStmt(
        "insert into memberships (tenant_id, user_id, role, campaign_ids) values ($1, $2, $3::text::member_role, $4)",
        None,
    )
}
impl AddMemberStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
        role: &'a T1,
        campaigns: &'a Option<T2>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, account, role, campaigns]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddMemberParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddMemberStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddMemberParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant, &params.account, &params.role, &params.campaigns))
    }
}
pub struct ChangeMemberStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn change_member() -> ChangeMemberStmt {
    ChangeMemberStmt(
        "update memberships set role = $1::text::member_role, campaign_ids = $2 where tenant_id = $3 and user_id = $4",
        None,
    )
}
impl ChangeMemberStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>(
        &'s self,
        client: &'c C,
        role: &'a T1,
        campaigns: &'a Option<T2>,
        tenant: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[role, campaigns, tenant, account]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::ArraySql<Item = i32>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ChangeMemberParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ChangeMemberStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ChangeMemberParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.role, &params.campaigns, &params.tenant, &params.account))
    }
}
pub struct RemoveMemberStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn remove_member() -> RemoveMemberStmt {
    RemoveMemberStmt("delete from memberships where tenant_id = $1 and user_id = $2", None)
}
impl RemoveMemberStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[tenant, account]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RemoveMemberParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for RemoveMemberStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RemoveMemberParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant, &params.account))
    }
}
pub struct HoldOwnerStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_owner() -> HoldOwnerStmt {
    HoldOwnerStmt(
        "select user_id from memberships where tenant_id = $1 and user_id = $2 and role = 'owner' for share",
        None,
    )
}
impl HoldOwnerStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [tenant, account],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, HoldOwnerParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for HoldOwnerStmt
{
    fn params(&'s self, client: &'c C, params: &'a HoldOwnerParams) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.tenant, &params.account)
    }
}
pub struct HoldMemberStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hold_member() -> HoldMemberStmt {
    HoldMemberStmt(
        "select u.email, u.name, u.password_hash is not null as has_password, u.disabled_at, m.role::text as role from users u join memberships m on m.user_id = u.id where m.tenant_id = $1 and u.id = $2 for update",
        None,
    )
}
impl HoldMemberStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
    ) -> HoldMemberQuery<'c, 'a, 's, C, HoldMember, 2> {
        HoldMemberQuery {
            client,
            params: [tenant, account],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HoldMemberBorrowed, tokio_postgres::Error> {
                Ok(HoldMemberBorrowed {
                    email: row.try_get(0)?,
                    name: row.try_get(1)?,
                    has_password: row.try_get(2)?,
                    disabled_at: row.try_get(3)?,
                    role: row.try_get(4)?,
                })
            },
            mapper: |it| HoldMember::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, HoldMemberParams, HoldMemberQuery<'c, 'a, 's, C, HoldMember, 2>, C>
    for HoldMemberStmt
{
    fn params(&'s self, client: &'c C, params: &'a HoldMemberParams) -> HoldMemberQuery<'c, 'a, 's, C, HoldMember, 2> {
        self.bind(client, &params.tenant, &params.account)
    }
}
pub struct BelongsElsewhereStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn belongs_elsewhere() -> BelongsElsewhereStmt {
    BelongsElsewhereStmt(
        "select exists ( select from memberships m where m.user_id = $1 and not exists ( select from memberships o where o.tenant_id = m.tenant_id and o.user_id = $2 and o.role = 'owner'))",
        None,
    )
}
impl BelongsElsewhereStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
        acting: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [account, acting],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, BelongsElsewhereParams, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for BelongsElsewhereStmt
{
    fn params(&'s self, client: &'c C, params: &'a BelongsElsewhereParams) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.account, &params.acting)
    }
}
pub struct EndSessionsHereStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_sessions_here() -> EndSessionsHereStmt {
    EndSessionsHereStmt(
        "with held as (select id from users where id = $1 for no key update) delete from sessions s using held h where s.tenant_id = $2 and s.user_id = h.id",
        None,
    )
}
impl EndSessionsHereStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
        tenant: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[account, tenant]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EndSessionsHereParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EndSessionsHereStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EndSessionsHereParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.account, &params.tenant))
    }
}
pub struct MembershipsOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn memberships_of() -> MembershipsOfStmt {
    MembershipsOfStmt(
        "select t.id, t.slug, t.name, m.role::text as role from memberships m join tenants t on t.id = m.tenant_id where m.user_id = $1 order by lower(t.name), t.slug",
        None,
    )
}
impl MembershipsOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
    ) -> MembershipsOfQuery<'c, 'a, 's, C, MembershipsOf, 1> {
        MembershipsOfQuery {
            client,
            params: [account],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MembershipsOfBorrowed, tokio_postgres::Error> {
                Ok(MembershipsOfBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    role: row.try_get(3)?,
                })
            },
            mapper: |it| MembershipsOf::from(it),
        }
    }
}
pub struct MakeLinkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn make_link() -> MakeLinkStmt {
    MakeLinkStmt(
        "insert into account_links as l (token_hash, purpose, user_id, expires_at) values ($1, $2::text::link_purpose, $3, clock_timestamp() + $4::float8 * interval '1 second') on conflict (user_id, purpose) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = clock_timestamp()",
        None,
    )
}
impl MakeLinkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
        purpose: &'a T2,
        account: &'a Option<uuid::Uuid>,
        seconds: &'a f64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[hash, purpose, account, seconds]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MakeLinkParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for MakeLinkStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MakeLinkParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.hash, &params.purpose, &params.account, &params.seconds))
    }
}
pub struct LinkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn link() -> LinkStmt {
    LinkStmt(
        "select l.purpose::text as purpose, l.user_id as account, u.email from account_links l left join users u on u.id = l.user_id where l.token_hash = $1 and l.expires_at > clock_timestamp() and u.disabled_at is null and (l.purpose <> 'set_up' or not exists (select from users))",
        None,
    )
}
impl LinkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
    ) -> LinkQuery<'c, 'a, 's, C, Link, 1> {
        LinkQuery {
            client,
            params: [hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LinkBorrowed, tokio_postgres::Error> {
                Ok(LinkBorrowed { purpose: row.try_get(0)?, account: row.try_get(1)?, email: row.try_get(2)? })
            },
            mapper: |it| Link::from(it),
        }
    }
}
pub struct UseLinkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn use_link() -> UseLinkStmt {
    UseLinkStmt(
        "delete from account_links where token_hash = $1 and purpose = $2::text::link_purpose and expires_at > clock_timestamp() returning user_id as account",
        None,
    )
}
impl UseLinkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
        purpose: &'a T2,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2> {
        OptionuuidUuidQuery {
            client,
            params: [hash, purpose],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        UseLinkParams<T1, T2>,
        OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2>,
        C,
    > for UseLinkStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UseLinkParams<T1, T2>,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 2> {
        self.bind(client, &params.hash, &params.purpose)
    }
}
pub struct PurgeAccountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn purge_accounts() -> PurgeAccountsStmt {
    PurgeAccountsStmt(
        "select app.purge_accounts() + app.purge_idempotency_keys() + app.purge_reports() as purged",
        None,
    )
}
impl PurgeAccountsStmt {
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
pub struct TakeMailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_mail() -> TakeMailStmt {
    TakeMailStmt("select extract(epoch from app.take_mail($1, $2::text::inet))::float8 as wait_s", None)
}
impl TakeMailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        login: &'a T1,
        address: &'a Option<T2>,
    ) -> F64Query<'c, 'a, 's, C, f64, 2> {
        F64Query {
            client,
            params: [login, address],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, TakeMailParams<T1, T2>, F64Query<'c, 'a, 's, C, f64, 2>, C>
    for TakeMailStmt
{
    fn params(&'s self, client: &'c C, params: &'a TakeMailParams<T1, T2>) -> F64Query<'c, 'a, 's, C, f64, 2> {
        self.bind(client, &params.login, &params.address)
    }
}
pub struct EnqueueMailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue_mail() -> EnqueueMailStmt {
    EnqueueMailStmt(
        "insert into scraping_jobs (tenant_id, kind, input, priority) select h.home, 'mail', jsonb_build_object('letter', $1::text, 'account', u.id), 10 from users u cross join lateral (select app.home_of(u.id) as home) h where u.id = $2 and u.disabled_at is null and h.home is not null and (not $3::boolean or u.password_hash is not null)",
        None,
    )
}
impl EnqueueMailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        letter: &'a T1,
        account: &'a uuid::Uuid,
        only_with_password: &'a bool,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[letter, account, only_with_password]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EnqueueMailParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EnqueueMailStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EnqueueMailParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.letter, &params.account, &params.only_with_password))
    }
}
pub struct MemberToWriteToStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn member_to_write_to() -> MemberToWriteToStmt {
    MemberToWriteToStmt("select email, disabled_at from members($1) where member = $2", None)
}
impl MemberToWriteToStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant: &'a uuid::Uuid,
        account: &'a uuid::Uuid,
    ) -> MemberToWriteToQuery<'c, 'a, 's, C, MemberToWriteTo, 2> {
        MemberToWriteToQuery {
            client,
            params: [tenant, account],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MemberToWriteToBorrowed, tokio_postgres::Error> {
                Ok(MemberToWriteToBorrowed { email: row.try_get(0)?, disabled_at: row.try_get(1)? })
            },
            mapper: |it| MemberToWriteTo::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MemberToWriteToParams,
        MemberToWriteToQuery<'c, 'a, 's, C, MemberToWriteTo, 2>,
        C,
    > for MemberToWriteToStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MemberToWriteToParams,
    ) -> MemberToWriteToQuery<'c, 'a, 's, C, MemberToWriteTo, 2> {
        self.bind(client, &params.tenant, &params.account)
    }
}
pub struct NoteRefusedGuessesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_refused_guesses() -> NoteRefusedGuessesStmt {
    NoteRefusedGuessesStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) select h.home, 'nobody', 'user.guesses_refused', u.id::text, $1 from users u cross join lateral (select app.home_of(u.id) as home) h where u.email = $2 and u.disabled_at is null and h.home is not null and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to('noted guesses at ' || u.id, 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0'",
        None,
    )
}
impl NoteRefusedGuessesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        details: &'a T1,
        email: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[details, email]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteRefusedGuessesParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteRefusedGuessesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteRefusedGuessesParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.details, &params.email))
    }
}
pub struct NoteForgedFormStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_forged_form() -> NoteForgedFormStmt {
    NoteForgedFormStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) select s.tenant_id, 'nobody', 'user.forged_form', s.user_id::text, $1 from sessions s where s.tenant_id = $2 and $3 in (s.token_hash, s.previous_hash) and s.expires_at > clock_timestamp() and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to('noted forms of ' || s.id, 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0'",
        None,
    )
}
impl NoteForgedFormStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::BytesSql>(
        &'s self,
        client: &'c C,
        details: &'a T1,
        tenant: &'a uuid::Uuid,
        hash: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[details, tenant, hash]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql, T2: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteForgedFormParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteForgedFormStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteForgedFormParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.details, &params.tenant, &params.hash))
    }
}
pub struct NoteRefusedServiceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_refused_service() -> NoteRefusedServiceStmt {
    NoteRefusedServiceStmt(
        "insert into audit_log (tenant_id, actor, event, subject, details) select h.home, 'nobody', 'user.service_refused', u.id::text, $1 || jsonb_build_object('why', case when u.disabled_at is not null then 'disabled' else 'somebody else at the service' end) from users u cross join lateral (select app.home_of(u.id) as home) h where u.id = coalesce( (select i.user_id from user_identities i where i.issuer = $2 and i.subject = $3), (select e.id from users e where e.email = $4::text)) and h.home is not null and app.take_leave(jsonb_build_array(jsonb_build_object('key', sha256(convert_to('noted refusals of ' || u.id, 'UTF8')), 'burst', 1, 'every', '1 hour'))) = interval '0'",
        None,
    )
}
impl NoteRefusedServiceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::JsonSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        details: &'a T1,
        issuer: &'a T2,
        subject: &'a T3,
        email: &'a Option<T4>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[details, issuer, subject, email]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::JsonSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteRefusedServiceParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for NoteRefusedServiceStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteRefusedServiceParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.details, &params.issuer, &params.subject, &params.email))
    }
}
pub struct UseIdentityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn use_identity() -> UseIdentityStmt {
    UseIdentityStmt(
        "update user_identities set last_used = clock_timestamp() where issuer = $1 and subject = $2 returning user_id",
        None,
    )
}
impl UseIdentityStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        issuer: &'a T1,
        subject: &'a T2,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [issuer, subject],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, UseIdentityParams<T1, T2>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for UseIdentityStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UseIdentityParams<T1, T2>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.issuer, &params.subject)
    }
}
pub struct BindIdentityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn bind_identity() -> BindIdentityStmt {
    BindIdentityStmt(
        "insert into user_identities (issuer, subject, user_id) select $1, $2, u.id from users u where u.email = $3 and u.disabled_at is null on conflict do nothing returning user_id",
        None,
    )
}
impl BindIdentityStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>(
        &'s self,
        client: &'c C,
        issuer: &'a T1,
        subject: &'a T2,
        email: &'a T3,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
            client,
            params: [issuer, subject, email],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        BindIdentityParams<T1, T2, T3>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>,
        C,
    > for BindIdentityStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BindIdentityParams<T1, T2, T3>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.issuer, &params.subject, &params.email)
    }
}
pub struct UnbindIdentitiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unbind_identities() -> UnbindIdentitiesStmt {
    UnbindIdentitiesStmt("delete from user_identities where user_id = $1", None)
}
impl UnbindIdentitiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        account: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[account]).await
    }
}
