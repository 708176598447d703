//! Alerts: what somebody has to look at.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::connections as sql;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::Asked,
    list::items_of,
    problem::Problem,
};

/// Alerts that are told.
const MOST: i64 = 200;

/// What is wrong. It goes away by itself when its cause is gone.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Alert {
    id: Uuid,
    /// `connection`, `budget`, `job` or `webhook`.
    kind: String,
    message: String,
    /// The name of the connection that it is about.
    connection: Option<String>,
    job_id: Option<Uuid>,
    raised_at: Timestamp,
    seen_at: Option<Timestamp>,
    resolved_at: Option<Timestamp>,
}

/// Which alerts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AlertQuery {
    /// Also what was wrong before.
    all: Option<bool>,
}

/// How many alerts somebody says to have seen.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Seen {
    seen: u64,
}

/// What is wrong at this moment
#[utoipa::path(get, path = "/alerts", operation_id = "listAlerts", tag = "Jobs", params(AlertQuery),
    responses((status = 200, description = "At most 200 alerts, the open ones first", body = Vec<Alert>)))]
pub(super) async fn list(Reader(caller): Reader, Asked(asked): Asked<AlertQuery>) -> Result<Json<Vec<Alert>>, Problem> {
    let tx = caller.begin().await?;
    let rows = sql::alert_rows().bind(&*tx, &asked.all.unwrap_or_default(), &MOST).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// Says that the open alerts were seen
#[utoipa::path(post, path = "/alerts/seen", operation_id = "seeAlerts", tag = "Jobs",
    responses((status = 200, description = "How many they were", body = Seen)))]
pub(super) async fn seen(change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    let seen = sql::see_alerts().bind(&*act.tx).await?;
    act.end(StatusCode::OK, &Seen { seen }).await
}
