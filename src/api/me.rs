//! Whose key it is, for whoever sets a program up.

use axum::Json;
use jiff::Timestamp;
use queries::queries::api_keys as sql;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{caller::Caller, list::item_of, problem::Problem};

/// Whose key it is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct Me {
    tenant: Tenant,
    key: Key,
}

/// The tenant of a key.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct Tenant {
    id: Uuid,
    slug: String,
    name: String,
    /// The time zone by which its days are counted, such as Europe/Berlin.
    time_zone: String,
    /// The currency of amounts of which nobody says one, as three letters.
    currency: String,
}

/// What a key is called, and what it may do.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct Key {
    name: String,
    /// The part of the key that is no secret.
    prefix: String,
    /// Of `read`, `write`, `ingest` and `audit`.
    scopes: Vec<String>,
    /// When it ends by itself; null: never.
    expires_at: Option<Timestamp>,
}

/// Whose key it is, and what it may do
#[utoipa::path(get, path = "/me", operation_id = "readMe", tag = "Keys", responses((status = 200, description = "The tenant and the key", body = Me)))]
pub(super) async fn show(caller: Caller) -> Result<Json<Me>, Problem> {
    let tx = caller.begin().await?;
    let row = sql::api_key_itself().bind(&*tx, &caller.key.id).one().await?;
    tx.commit().await?;
    Ok(Json(item_of(row)?))
}
