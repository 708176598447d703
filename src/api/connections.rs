//! Connections: what is known of credentials, and never they themselves.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::connections as sql;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Api,
    caller::Reader,
    change::{Change, Handover, Nothing},
    inputs::Id,
    jobs::{self, Job},
    list::{item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::connections::{
        self, CallLimit, Credentials, Type,
        handover::{self, Target, Tokens},
        no_connection,
    },
    values::{self, Name},
};

/// A connection, without any secret.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Connection {
    id: Uuid,
    name: String,
    /// `personal`, `company_page`, `campaign_manager` or `apify`.
    r#type: String,
    /// Whose credentials they are, as far as that is known.
    account: Option<String>,
    /// `unverified`, `valid`, `expiring`, `expired`, `revoked`, `blocked` or `invalid`.
    status: String,
    status_reason: Option<String>,
    status_since: Option<Timestamp>,
    last_validated: Option<Timestamp>,
    validate_after: Option<Timestamp>,
    expires_at: Option<Timestamp>,
    /// Since when calls to LinkedIn with these cookies are allowed.
    probe_allowed_at: Option<Timestamp>,
    paused_until: Option<Timestamp>,
    paused_reason: Option<String>,
    /// Calls allowed a day; null: any number.
    api_call_limit: Option<i32>,
    calls_today: i32,
    last_api_call: Option<Timestamp>,
    source_format: Option<String>,
    /// The names of its cookies.
    cookie_names: Vec<String>,
    cookies_expire_at: Option<Timestamp>,
    cookies_last_used: Option<Timestamp>,
    cookie_failures: i32,
    has_credentials: bool,
    /// What is wrong with it at this moment.
    alerts: i64,
    /// US dollars that its jobs have cost, or keep, in this calendar month (UTC).
    cost_this_month: f64,
}

/// A connection that comes with its credentials, or not at all.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewConnection {
    /// The team's name for it.
    #[schema(value_type = Name)]
    name: String,
    /// What tokens of LinkedIn's are for: `company_page` or `campaign_manager`; cookies and Apify's tokens say it by themselves.
    r#type: Option<Consented>,
    #[schema(write_only)]
    credentials: NewCredentials,
    /// Calls allowed a day; the usual number of its type, if nobody says it.
    #[schema(minimum = 0, nullable = false)]
    api_call_limit: Option<i32>,
}

/// What credentials of LinkedIn's interfaces are for.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Consented {
    /// A page: its posts and figures
    CompanyPage,
    /// Ad accounts
    CampaignManager,
}

/// Credentials, which are sealed, used, and never given out again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum NewCredentials {
    /// The cookies of linkedin.com, as the file that an extension or a tool exports.
    #[schema(value_type = String)]
    Cookies(SecretString),
    /// A token of Apify's.
    #[schema(value_type = String)]
    ApifyToken(SecretString),
    /// Tokens that LinkedIn's developer portal gives for an app. A consent in a browser is for the pages and the command line.
    Oauth(NewTokens),
}

/// An app at LinkedIn, and what a member granted it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTokens {
    /// That of the tokens that are replaced, if nobody says it.
    client_id: Option<String>,
    /// That of the tokens that are replaced, if nobody says it.
    #[schema(value_type = Option<String>, write_only)]
    client_secret: Option<SecretString>,
    #[schema(value_type = String, write_only)]
    access_token: SecretString,
    #[schema(value_type = Option<String>, write_only)]
    refresh_token: Option<SecretString>,
}

/// What became of credentials that were handed over.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Taken {
    connection: Connection,
    /// What should be known of the credentials.
    notes: Vec<String>,
    /// The job that checks them.
    job_id: Uuid,
}

/// What changes of a connection; what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ConnectionChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    /// Calls allowed a day; null: any number.
    #[schema(minimum = 0)]
    api_call_limit: Option<i32>,
}

/// Connections
#[utoipa::path(get, path = "/connections", operation_id = "listConnections", tag = "Connections",
    responses((status = 200, description = "Every connection, by its name", body = Vec<Connection>)))]
pub(super) async fn list(Reader(caller): Reader) -> Result<Json<Vec<Connection>>, Problem> {
    let tx = caller.begin().await?;
    let rows = sql::connection_rows().bind(&*tx).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows.into_iter().map(without_tenant).collect())?))
}

/// One connection
#[utoipa::path(get, path = "/connections/{id}", operation_id = "readConnection", tag = "Connections", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The connection", body = Connection)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Connection>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes the name of a connection, or how often it may call
#[utoipa::path(patch, path = "/connections/{id}", operation_id = "changeConnection", tag = "Connections", params(("id" = Uuid, Path)),
    request_body = ConnectionChange, responses((status = 200, description = "The connection as it is now", body = Connection)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<ConnectionChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    connections::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a connection with its credentials, for good, and cancels its jobs
#[utoipa::path(delete, path = "/connections/{id}", operation_id = "deleteConnection", tag = "Connections", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    connections::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Adds a connection with its credentials, which a worker then checks
#[utoipa::path(post, path = "/connections", operation_id = "createConnection", tag = "Connections", request_body = NewConnection,
    responses((status = 201, description = "The connection, and what is known of its credentials", body = Taken)))]
pub(super) async fn create(State(api): State<Arc<Api>>, new: Handover<NewConnection>) -> Result<Response, Problem> {
    let (act, new) = new.begin().await?;
    let name = values::name(&new.name).map_err(Error::invalid)?;
    let kind = new.credentials.kind(new.r#type)?;
    let limit = new.api_call_limit.map(CallLimit::Calls);
    let (credentials, notes) = new.credentials.read(None)?;
    let target = Target::New { name: &name, kind, call_limit: limit };
    let taken = take(&api, &act.tx, target, &credentials, notes).await?;
    act.end(StatusCode::CREATED, &taken).await
}

/// Gives a connection credentials in the place of those that it has
#[utoipa::path(put, path = "/connections/{id}/credentials", operation_id = "replaceCredentials", tag = "Connections", params(("id" = Uuid, Path)),
    request_body = NewCredentials, responses((status = 200, description = "The connection, and what is known of its credentials", body = Taken)))]
pub(super) async fn replace(
    State(api): State<Arc<Api>>,
    Id(id): Id<Uuid>,
    new: Handover<NewCredentials>,
) -> Result<Response, Problem> {
    let (act, new) = new.begin().await?;
    // What does not open any more is replaced as well.
    let (before, _) = connections::with_or_without_credentials(&api.keyring, &act.tx, id).await?;
    let (credentials, notes) = new.read(before.credentials.as_ref())?;
    let taken = take(&api, &act.tx, Target::Known(id), &credentials, notes).await?;
    act.end(StatusCode::OK, &taken).await
}

/// Has a worker check a connection at once
///
/// Cookies are looked at, and never sent for it.
#[utoipa::path(post, path = "/connections/{id}/check", operation_id = "checkConnection", tag = "Connections", params(("id" = Uuid, Path)),
    responses((status = 202, description = "The job that checks it", body = Job)))]
pub(super) async fn check(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    let job = handover::ask_for_check(&act.tx, id).await?;
    let job = jobs::item(&act.tx, job).await?;
    act.end(StatusCode::ACCEPTED, &job).await
}

async fn take(
    api: &Api,
    tx: &TenantTx,
    target: Target<'_>,
    credentials: &Credentials,
    notes: Vec<String>,
) -> Result<Taken, Error> {
    let id = handover::take(&api.database, &api.keyring, tx, target, credentials, None).await?;
    let job_id = handover::ask_for_check(tx, id).await?;
    Ok(Taken { connection: item(tx, id).await?, notes, job_id })
}

impl NewCredentials {
    /// What they are for.
    fn kind(&self, said: Option<Consented>) -> Result<Type, Error> {
        match (self, said) {
            (Self::Cookies(_), None) => Ok(Type::Personal),
            (Self::ApifyToken(_), None) => Ok(Type::Apify),
            (Self::Oauth(_), Some(Consented::CompanyPage)) => Ok(Type::CompanyPage),
            (Self::Oauth(_), Some(Consented::CampaignManager)) => Ok(Type::CampaignManager),
            (Self::Oauth(_), None) => {
                Err(Error::invalid("say what the tokens are for: type is company_page or campaign_manager"))
            }
            (_, Some(_)) => Err(Error::invalid("type is said of LinkedIn's tokens alone")),
        }
    }

    /// They themselves, and what should be known of them.
    fn read(self, before: Option<&Credentials>) -> Result<(Credentials, Vec<String>), Error> {
        let now = Timestamp::now();
        match self {
            Self::Cookies(export) => {
                let (jar, notes) = connections::read_jar(export.expose_secret().as_bytes(), now)?;
                Ok((Credentials::Cookies(Box::new(jar)), notes))
            }
            Self::ApifyToken(token) => {
                Ok((Credentials::Token(connections::read_token(token.expose_secret().as_bytes())?), Vec::new()))
            }
            Self::Oauth(new) => {
                let NewTokens { client_id, client_secret, access_token, refresh_token } = new;
                let tokens = Tokens { client_id, client_secret, access_token, refresh_token };
                Ok((tokens.credentials(before, now)?, Vec::new()))
            }
        }
    }
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<Connection, Error> {
    let row = sql::connection_row().bind(&**tx, &id).opt().await?;
    item_of(without_tenant(row.ok_or_else(no_connection)?))
}

fn without_tenant(mut row: Value) -> Value {
    if let Some(fields) = row.as_object_mut() {
        fields.remove("tenant_id");
    }
    row
}
