//! Whose key it is, for whoever sets a program up.

use std::sync::Arc;

use axum::{Json, extract::State};
use queries::queries::api_keys as sql;
use serde_json::Value;

use super::{Api, caller::Caller, problem::Problem};

/// The tenant of the key, and what the key may do.
pub(super) async fn show(State(api): State<Arc<Api>>, caller: Caller) -> Result<Json<Value>, Problem> {
    let tx = api.database.tenant(caller.key.tenant).await?;
    let row = sql::api_key_itself().bind(&*tx, &caller.key.id).one().await?;
    tx.commit().await?;
    Ok(Json(row))
}
