//! Schedules: what makes jobs again and again.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::jobs as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
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
    model::jobs::{
        JobKind, JobState,
        schedules::{self, Every, no_schedule},
    },
    values::Name,
};

/// A schedule.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Schedule {
    id: Uuid,
    name: String,
    kind: JobKind,
    connection_id: Option<Uuid>,
    /// The connection's name.
    connection: Option<String>,
    /// What its jobs are about.
    #[schema(value_type = Object)]
    input: Map<String, Value>,
    /// Seconds after which it comes again.
    every_s: i64,
    /// US dollars that a run may cost at most.
    cost_limit: Option<f64>,
    next_run_at: Timestamp,
    /// False: it is paused.
    is_active: bool,
    last_job_id: Option<Uuid>,
    last_job_state: Option<JobState>,
    created_at: Timestamp,
}

/// What changes of a schedule; what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ScheduleChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    /// After so long it comes again: `6h`, `1d`; counted from now.
    #[schema(nullable = false)]
    every: Option<Every>,
    /// US dollars that a run may cost at most; null: the usual.
    #[schema(minimum = 0, maximum = 10_000)]
    cost_limit: Option<f64>,
    /// False pauses it.
    #[schema(nullable = false)]
    is_active: Option<bool>,
}

/// Schedules
///
/// Posting to `/jobs/scrape`, `/jobs/enrichment` or `/jobs/sync` with `every` makes one.
#[utoipa::path(get, path = "/schedules", operation_id = "listSchedules", tag = "Jobs",
    responses((status = 200, description = "Every schedule, by what comes next", body = Vec<Schedule>)))]
pub(super) async fn list(Reader(caller): Reader) -> Result<Json<Vec<Schedule>>, Problem> {
    let tx = caller.begin().await?;
    let rows = sql::schedule_items().bind(&*tx, &None).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// One schedule
#[utoipa::path(get, path = "/schedules/{id}", operation_id = "readSchedule", tag = "Jobs", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The schedule", body = Schedule)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Schedule>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes a schedule, pauses it, or lets it come again
#[utoipa::path(patch, path = "/schedules/{id}", operation_id = "changeSchedule", tag = "Jobs", params(("id" = Uuid, Path)),
    request_body = ScheduleChange, responses((status = 200, description = "The schedule as it is now", body = Schedule)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<ScheduleChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    schedules::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a schedule; the jobs that it made stay
#[utoipa::path(delete, path = "/schedules/{id}", operation_id = "deleteSchedule", tag = "Jobs", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    schedules::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<Schedule, Error> {
    let row = sql::schedule_items().bind(&**tx, &Some(id)).opt().await?;
    item_of(row.ok_or_else(no_schedule)?)
}
