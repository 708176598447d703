//! Jobs: what calls LinkedIn or Apify, or did.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::jobs as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::jobs::{self, JobKind, JobState, no_job},
    values::word,
};

/// A job.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Job {
    id: Uuid,
    kind: JobKind,
    state: JobState,
    connection_id: Option<Uuid>,
    /// The connection's name.
    connection: Option<String>,
    /// The name of the schedule that made it.
    schedule: Option<String>,
    /// What it is about.
    #[schema(value_type = Object)]
    input: Map<String, Value>,
    /// How far it is, of 0 to 1, while it runs.
    progress: Option<f64>,
    attempts: i32,
    max_attempts: i32,
    apify_run_id: Option<String>,
    /// US dollars.
    cost: Option<f64>,
    /// What it may cost at most.
    cost_limit: Option<f64>,
    found: Option<i64>,
    created: Option<i64>,
    updated: Option<i64>,
    /// What went wrong, or what it waits for.
    error: Option<String>,
    run_at: Timestamp,
    started_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
    created_at: Timestamp,
    /// Calls that it made.
    calls: i64,
}

/// Which jobs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct JobQuery {
    kind: Option<JobKind>,
    state: Option<JobState>,
    connection_id: Option<Uuid>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Jobs, the latest first
#[utoipa::path(get, path = "/jobs", operation_id = "listJobs", tag = "Jobs", params(JobQuery),
    responses((status = 200, description = "A page of jobs", body = Page<Job>)))]
pub(super) async fn list(Reader(caller): Reader, Asked(asked): Asked<JobQuery>) -> Result<Json<Page<Job>>, Problem> {
    let place = Place::read("created_at", Some(Order::Desc), asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::job_items()
        .bind(
            &*tx,
            &None,
            &asked.kind.as_ref().map(word),
            &asked.state.as_ref().map(word),
            &asked.connection_id,
            &place.after_id,
            &place.after_key.as_ref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// One job
#[utoipa::path(get, path = "/jobs/{id}", operation_id = "readJob", tag = "Jobs", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The job", body = Job)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Job>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Makes a job due at once that did not end well, or that waits
#[utoipa::path(post, path = "/jobs/{id}/retry", operation_id = "retryJob", tag = "Jobs", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The job as it is now", body = Job)))]
pub(super) async fn retry(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    jobs::retry(&act.tx, id).await?;
    let job = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &job).await
}

/// Cancels a job; one that runs is asked to end
#[utoipa::path(post, path = "/jobs/{id}/cancel", operation_id = "cancelJob", tag = "Jobs", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The job as it is now", body = Job)))]
pub(super) async fn cancel(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    jobs::cancel(&act.tx, id).await?;
    let job = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &job).await
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<Job, Error> {
    let row = sql::job_items()
        .bind(&**tx, &Some(id), &None::<&str>, &None::<&str>, &None, &None, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_job)?.item)
}
