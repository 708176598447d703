//! Jobs: what calls LinkedIn or Apify, or imports a file, or did.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::jobs as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing, Wish},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    apify::actors::Subject,
    db::TenantTx,
    error::Error,
    jobs::{USUAL_ENRICHMENT, USUAL_SYNC_DAYS},
    model::jobs::{
        self, JobKind, JobState,
        actor::Chosen,
        ask::{self, How},
        no_job,
        schedules::Every,
    },
    values::{Name, word},
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

/// Who does it at Apify.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewActor {
    /// Its name in Apify's store; the usual one, if nobody says which.
    name: Option<String>,
    /// What it is told beside what Rapport tells it; for an actor that Rapport does not know, its whole input, in which `"{urls}"`,
    /// `"{url}"` and `"{max}"` stand for the addresses, one of them, and the most items. Never a session or a key.
    #[schema(value_type = Option<Object>)]
    input: Option<Map<String, Value>>,
    /// Where its items have their fields, where they look like no known actor's.
    #[schema(value_type = Option<Object>)]
    fields: Option<Map<String, Value>>,
}

/// What is scraped.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum ScrapeKind {
    /// Who reacted to posts
    Reactions,
    /// Who commented on posts
    Comments,
    /// Profiles of people
    Profile,
    /// Companies
    Company,
}

/// What is to be scraped.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewScrape {
    kind: ScrapeKind,
    /// Addresses at LinkedIn: of posts, of profiles or of companies.
    #[schema(min_items = 1, max_items = 1_000)]
    urls: Vec<String>,
    /// The campaign into which the posts go, by its name.
    campaign: Option<Name>,
    /// The most items.
    #[schema(minimum = 1)]
    max_items: Option<u32>,
    actor: Option<NewActor>,
    /// US dollars that a run may cost at most; 5, if nobody says it.
    #[schema(minimum = 0, maximum = 10_000)]
    cost_limit: Option<f64>,
    /// The connection to Apify; the best that there is, if nobody says which.
    connection_id: Option<Uuid>,
    /// Again after so long, until the schedule is paused or deleted: `6h`, `1d`.
    every: Option<Every>,
}

/// Whose profiles are asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewEnrichment {
    /// People at most; 100, if nobody says how many.
    #[schema(minimum = 1, maximum = 100_000)]
    people: Option<i32>,
    actor: Option<NewActor>,
    /// US dollars that a run may cost at most; 5, if nobody says it.
    #[schema(minimum = 0, maximum = 10_000)]
    cost_limit: Option<f64>,
    /// The connection to Apify; the best that there is, if nobody says which.
    connection_id: Option<Uuid>,
    /// Again after so long, until the schedule is paused or deleted: `6h`, `1d`.
    every: Option<Every>,
}

/// What LinkedIn is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSync {
    /// The connection, of type `company_page` or `campaign_manager`; all of them, if nobody says which.
    connection_id: Option<Uuid>,
    /// Days until yesterday.
    #[schema(minimum = 1, maximum = 365)]
    days: Option<i32>,
    /// Again after so long, until the schedule is paused or deleted: `6h`, `1d`.
    every: Option<Every>,
}

/// What was put into the queue.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Queued {
    /// The jobs that are due now.
    jobs: Vec<Uuid>,
    /// The schedules that make more of them.
    schedules: Vec<Uuid>,
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

/// Asks for who engaged with posts, for profiles or for companies, by an actor at Apify
#[utoipa::path(post, path = "/jobs/scrape", operation_id = "scrape", tag = "Jobs", request_body = NewScrape,
    responses((status = 201, description = "What was put into the queue", body = Queued)))]
pub(super) async fn scrape(wish: Wish<NewScrape>) -> Result<Response, Problem> {
    let (act, new) = wish.begin().await?;
    let subject = match new.kind {
        ScrapeKind::Reactions => Subject::Reactions,
        ScrapeKind::Comments => Subject::Comments,
        ScrapeKind::Profile => Subject::Profile,
        ScrapeKind::Company => Subject::Company,
    };
    let how = how(subject, new.actor.as_ref(), new.cost_limit, new.connection_id, new.every)?;
    let asked = ask::scrape(&act.tx, &new.urls, new.max_items, new.campaign.as_deref(), how).await?;
    act.end(StatusCode::CREATED, &Queued::from(asked)).await
}

/// Asks for the profiles of those whom it matters most to know better
#[utoipa::path(post, path = "/jobs/enrichment", operation_id = "enrich", tag = "Jobs", request_body = NewEnrichment,
    responses((status = 201, description = "What was put into the queue", body = Queued)))]
pub(super) async fn enrich(wish: Wish<NewEnrichment>) -> Result<Response, Problem> {
    let (act, new) = wish.begin().await?;
    let how = how(Subject::Profile, new.actor.as_ref(), new.cost_limit, new.connection_id, new.every)?;
    let asked = ask::enrich(&act.tx, new.people.unwrap_or(USUAL_ENRICHMENT), how).await?;
    act.end(StatusCode::CREATED, &Queued::from(asked)).await
}

/// Asks LinkedIn's interfaces for the past days of pages and ads
#[utoipa::path(post, path = "/jobs/sync", operation_id = "sync", tag = "Jobs", request_body = NewSync,
    responses((status = 201, description = "What was put into the queue", body = Queued)))]
pub(super) async fn sync(wish: Wish<NewSync>) -> Result<Response, Problem> {
    let (act, new) = wish.begin().await?;
    let asked = ask::sync(&act.tx, new.connection_id, new.days.unwrap_or(USUAL_SYNC_DAYS), new.every).await?;
    act.end(StatusCode::CREATED, &Queued::from(asked)).await
}

fn how(
    subject: Subject,
    actor: Option<&NewActor>,
    cost_limit: Option<f64>,
    connection: Option<Uuid>,
    every: Option<Every>,
) -> Result<How<'_>, Error> {
    let object = |value: Option<&Map<String, Value>>| value.cloned().map(Value::Object).unwrap_or_default();
    let input = object(actor.and_then(|actor| actor.input.as_ref()));
    let fields = object(actor.and_then(|actor| actor.fields.as_ref()));
    let chosen = Chosen::new(subject, actor.and_then(|actor| actor.name.as_deref()), input, fields)?;
    let cost_limit = cost_limit.map(|usd| ask::dollars(&usd.to_string())).transpose().map_err(Error::invalid)?;
    Ok(How { chosen, cost_limit, connection, every })
}

impl From<ask::Asked> for Queued {
    fn from(asked: ask::Asked) -> Self {
        Self { jobs: asked.jobs, schedules: asked.schedules }
    }
}

pub(super) async fn item(tx: &TenantTx, id: Uuid) -> Result<Job, Error> {
    let row = sql::job_items()
        .bind(&**tx, &Some(id), &None::<&str>, &None::<&str>, &None, &None, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_job)?.item)
}
