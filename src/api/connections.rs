//! Connections: what is known of credentials, and never they themselves.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::connections as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::Id,
    list::{item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::connections::{self, no_connection},
    values::Name,
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
