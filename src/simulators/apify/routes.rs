//! The endpoints of Apify's API.

use std::{sync::Arc, time::Duration};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest as _, Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde_json::{Value, json};

use super::{
    actors::{self, Actor},
    control,
    datasets::Wanted,
    errors::ApiError,
    params::{Asker, MaybeAsker, Params},
    run::{Pace, Run, RunOptions, Status},
    shared::Shared,
    state::Start,
    webhooks,
};

/// The longest body, as documented.
const BODY_LIMIT: usize = 9_437_184;
/// Requests a second to one resource.
const USUAL_RATE: u32 = 60;
/// Starts of one actor a second.
const START_RATE: u32 = 400;
/// The most that a list gives.
const PAGE: usize = 1_000;

type App = State<Arc<Shared>>;
type Answer = Result<Response, ApiError>;

pub(super) fn router(shared: &Arc<Shared>) -> Router {
    let mut router = Router::new()
        .route("/v2/users/me", get(me))
        .route("/v2/actor-runs", get(all_runs))
        .route("/v2/actor-runs/{run}", get(show))
        .route("/v2/actor-runs/{run}/abort", post(abort))
        .route("/v2/actor-runs/{run}/resurrect", post(resurrect))
        .route("/v2/actor-runs/{run}/dataset/items", get(items))
        .route("/v2/datasets/{run}", get(dataset))
        .route("/v2/datasets/{run}/items", get(items))
        .route("/v2/key-value-stores/{run}/records/{key}", get(record))
        .route("/v2/webhook-dispatches", get(dispatches));
    // The second is what they were called before; both are served by the same code, as at Apify.
    for prefix in ["/v2/actors/{actor}", "/v2/acts/{actor}"] {
        router = router
            .route(prefix, get(show_actor))
            .route(&format!("{prefix}/runs"), post(start).get(runs_of_actor))
            .route(&format!("{prefix}/runs/last"), get(last_run))
            .route(&format!("{prefix}/runs/last/dataset/items"), get(last_items))
            .route(&format!("{prefix}/run-sync-get-dataset-items"), post(run_sync));
    }
    let service = router
        .fallback(async || ApiError::no_endpoint())
        .method_not_allowed_fallback(async || ApiError::method_not_allowed())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(Arc::clone(shared));
    // The rate is on every answer, also on one that a fault has made.
    shared.faults.over(service).layer(middleware::from_fn(with_rate)).merge(control::router(Arc::clone(shared)))
}

/// The label of an endpoint, for faults and counts.
pub(super) fn label(method: &Method, path: &str) -> Option<&'static str> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    Some(match segments[..] {
        ["_simulator", ..] => return None,
        ["v2", "users", "me"] => "users.me",
        ["v2", "actors" | "acts", _, "runs"] if method == Method::POST => "runs.start",
        ["v2", "actors" | "acts", _, "runs"] | ["v2", "actor-runs"] => "runs.list",
        ["v2", "actors" | "acts", _, "runs", "last"] => "runs.last",
        ["v2", "actors" | "acts", _, "run-sync-get-dataset-items"] => "runs.sync",
        ["v2", "actors" | "acts", _] => "actors.get",
        ["v2", "actor-runs", _] => "runs.get",
        ["v2", "actor-runs", _, "abort"] => "runs.abort",
        ["v2", "actor-runs", _, "resurrect"] => "runs.resurrect",
        ["v2", "datasets", _] => "datasets.get",
        ["v2", "datasets", _, "items"] | ["v2", .., "dataset", "items"] => "datasets.items",
        ["v2", "key-value-stores", ..] => "records.get",
        ["v2", "webhook-dispatches", ..] => "dispatches.list",
        _ => "other",
    })
}

async fn with_rate(request: Request, next: Next) -> Response {
    let rate = match label(request.method(), request.uri().path()) {
        Some("runs.start" | "runs.sync") => START_RATE,
        _ => USUAL_RATE,
    };
    let mut response = next.run(request).await;
    response.headers_mut().insert(HeaderName::from_static("x-ratelimit-limit"), HeaderValue::from(rate));
    response
}

fn data(value: &Value) -> Response {
    Json(json!({ "data": value })).into_response()
}

async fn me(State(shared): App, Asker(asker): Asker) -> Response {
    let account = &shared.options.accounts[asker];
    data(&json!({
        "id": account.user_id,
        "username": account.username,
        "profile": { "name": account.username },
        "email": format!("{}@mail.example", account.username),
        "plan": {
            "id": "SIMULATED",
            "maxConcurrentActorJobs": account.concurrent_runs,
            "maxActorMemoryGbytes": account.memory_mbytes / 1_024,
            "maxMonthlyUsageUsd": account.budget_usd,
        },
        "isPaying": true,
        "createdAt": "2024-01-01T00:00:00.000Z",
    }))
}

fn actor_of(shared: &Shared, id: &str, rate: u32) -> Result<&'static Actor, ApiError> {
    let actor = actors::find(id).ok_or_else(ApiError::no_actor)?;
    shared.count_request(&format!("{} {rate}", actor.id), rate)?;
    Ok(actor)
}

fn run_of(shared: &Shared, id: &str) -> Result<usize, ApiError> {
    shared.count_request(id, USUAL_RATE)?;
    shared.read(|state| state.place(id)).ok_or_else(|| ApiError::no_record("Actor run"))
}

/// A run that may be changed by who asks.
fn own_run(shared: &Shared, id: &str, asker: usize) -> Result<usize, ApiError> {
    let place = run_of(shared, id)?;
    if shared.read(|state| state.runs[place].account) == asker { Ok(place) } else { Err(ApiError::not_yours()) }
}

async fn show_actor(State(shared): App, _: Asker, Path(id): Path<String>) -> Answer {
    Ok(data(&actor_of(&shared, &id, USUAL_RATE)?.to_json()))
}

/// Reads everything of a start, so that whatever is wrong is said before a run exists.
async fn read_start(
    shared: &Shared,
    asker: usize,
    id: &str,
    params: &Params,
    request: Request,
) -> Result<Start, ApiError> {
    let actor = actor_of(shared, id, START_RATE)?;
    let headers: HeaderMap = request.headers().clone();
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let body = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::too_large(BODY_LIMIT),
        _ => ApiError::bad("request-aborted-prematurely", "The request was aborted"),
    })?;
    let input = if body.is_empty() {
        json!({})
    } else {
        if !text(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/json")) {
            return Err(ApiError::bad("invalid-content-type-header", "Content-Type must be application/json"));
        }
        serde_json::from_slice::<Value>(&body).map_err(|error| {
            ApiError::bad("run-input-body-not-valid-json", format!("Input is not valid JSON: {error}"))
        })?
    };
    if !input.is_object() {
        return Err(ApiError::bad("invalid-input", "The input must be an object"));
    }
    Ok(Start {
        account: asker,
        actor,
        input,
        input_bytes: body.len(),
        user_agent: text(header::USER_AGENT).map(ToOwned::to_owned),
        options: run_options(params, actor)?,
        webhooks: webhooks::parse(params.text("webhooks"))?,
    })
}

fn run_options(params: &Params, actor: &Actor) -> Result<RunOptions, ApiError> {
    let memory = match params.count("memory")? {
        None => actor.memory_mbytes,
        Some(memory) if memory.is_power_of_two() && (128..=32_768).contains(&memory) => {
            u32::try_from(memory).unwrap_or(actor.memory_mbytes)
        }
        Some(_) => return Err(ApiError::parameter("memory", "a power of 2 from 128 to 32768")),
    };
    let max_items = params.count("maxItems")?;
    if max_items == Some(0) {
        return Err(ApiError::bad("max-items-must-be-greater-than-zero", "Maximum items must be greater than zero"));
    }
    let max_total_charge = params.number("maxTotalChargeUsd")?;
    if max_total_charge == Some(0.0) {
        let message = "Maximum cost per run must be greater than zero";
        return Err(ApiError::bad("max-total-charge-usd-must-be-greater-than-zero", message));
    }
    Ok(RunOptions {
        build: params.text("build").unwrap_or("latest").to_owned(),
        timeout_secs: params.count("timeout")?.map_or(3_600, |seconds| seconds as u64),
        memory_mbytes: memory,
        max_items,
        max_total_charge,
    })
}

/// How long a request waits for a run's end: not at all, or up to a minute.
fn wait_for_finish(params: &Params) -> Result<Option<Duration>, ApiError> {
    let seconds = params.number("waitForFinish")?.filter(|seconds| *seconds > 0.0);
    Ok(seconds.map(|seconds| Duration::from_secs_f64(seconds.min(60.0))))
}

async fn start(
    State(shared): App,
    Asker(asker): Asker,
    Path(id): Path<String>,
    params: Params,
    request: Request,
) -> Answer {
    let start = read_start(&shared, asker, &id, &params, request).await?;
    let wait = wait_for_finish(&params)?;
    let place = shared.change(|state| state.start(start, &shared.options))?;
    if let Some(wait) = wait {
        shared.wait(place, wait).await;
    }
    let (id, run) = shared.read(|state| (state.runs[place].ids.run.clone(), state.runs[place].to_json(true)));
    let location = [(header::LOCATION, format!("/v2/actor-runs/{id}"))];
    Ok((StatusCode::CREATED, location, Json(json!({ "data": run }))).into_response())
}

async fn run_sync(
    State(shared): App,
    Asker(asker): Asker,
    Path(id): Path<String>,
    params: Params,
    request: Request,
) -> Answer {
    let wanted = Wanted::read(&params)?;
    let start = read_start(&shared, asker, &id, &params, request).await?;
    let place = shared.change(|state| {
        let place = state.start(start, &shared.options)?;
        let run = &mut state.runs[place];
        if let Pace::Polls(_) = run.pace {
            // Nobody asks after a run whose id they do not know.
            run.pace = Pace::Polls(1);
        }
        Ok::<_, ApiError>(place)
    })?;
    shared.wait(place, shared.options.sync_limit).await;
    shared.read(|state| {
        let run = &state.runs[place];
        match run.status {
            Status::Succeeded => Ok(wanted.response(run, StatusCode::CREATED)),
            status if status.is_terminal() => {
                let message =
                    format!("Actor run did not succeed (run ID: {}, status: {}).", run.ids.run, status.name());
                Err(ApiError::bad("run-failed", message))
            }
            _ => Err(ApiError::run_timeout(shared.options.sync_limit.as_secs().max(1))),
        }
    })
}

/// A list of runs, by the time of their start.
fn list(shared: &Arc<Shared>, params: &Params, is_meant: impl Fn(&Run) -> bool) -> Answer {
    let (offset, limit) = (params.count("offset")?.unwrap_or(0), params.count("limit")?.unwrap_or(PAGE).min(PAGE));
    let (after, before) = (params.moment("startedAfter")?, params.moment("startedBefore")?);
    let (desc, statuses) = (params.is_set("desc"), params.list("status"));
    let (total, items) = shared.change(|state| {
        state.look_at_all();
        let mut runs: Vec<&Run> = state
            .runs
            .iter()
            .filter(|run| is_meant(run))
            .filter(|run| after.is_none_or(|after| run.started_at >= after))
            .filter(|run| before.is_none_or(|before| run.started_at <= before))
            .filter(|run| statuses.is_empty() || statuses.contains(&run.status.name()))
            .collect();
        if desc {
            runs.reverse();
        }
        let items: Vec<Value> = runs.iter().skip(offset).take(limit).map(|run| run.to_short_json()).collect();
        (runs.len(), items)
    });
    Ok(data(&json!({
        "total": total,
        "offset": offset,
        "limit": limit,
        "count": items.len(),
        "desc": desc,
        "items": items,
    })))
}

async fn all_runs(State(shared): App, Asker(asker): Asker, params: Params) -> Answer {
    list(&shared, &params, |run| run.account == asker)
}

async fn runs_of_actor(State(shared): App, Asker(asker): Asker, Path(id): Path<String>, params: Params) -> Answer {
    let actor = actor_of(&shared, &id, USUAL_RATE)?;
    list(&shared, &params, |run| run.account == asker && run.actor.id == actor.id)
}

async fn show(State(shared): App, MaybeAsker(asker): MaybeAsker, Path(id): Path<String>, params: Params) -> Answer {
    let wait = wait_for_finish(&params)?;
    let place = run_of(&shared, &id)?;
    shared.wait(place, wait.unwrap_or_default()).await;
    Ok(shared.read(|state| {
        let run = &state.runs[place];
        data(&run.to_json(asker == Some(run.account)))
    }))
}

fn last(shared: &Shared, asker: usize, id: &str, params: &Params) -> Result<usize, ApiError> {
    let actor = actor_of(shared, id, USUAL_RATE)?;
    let statuses = params.list("status");
    let place = shared.read(|state| {
        state.runs.iter().rposition(|run| {
            run.account == asker
                && run.actor.id == actor.id
                && (statuses.is_empty() || statuses.contains(&run.status.name()))
        })
    });
    place.ok_or_else(|| ApiError::no_record("Actor run"))
}

async fn last_run(State(shared): App, Asker(asker): Asker, Path(id): Path<String>, params: Params) -> Answer {
    let place = last(&shared, asker, &id, &params)?;
    Ok(shared.read(|state| data(&state.runs[place].to_json(true))))
}

async fn last_items(State(shared): App, Asker(asker): Asker, Path(id): Path<String>, params: Params) -> Answer {
    let wanted = Wanted::read(&params)?;
    let place = last(&shared, asker, &id, &params)?;
    Ok(shared.read(|state| wanted.response(&state.runs[place], StatusCode::OK)))
}

async fn abort(State(shared): App, Asker(asker): Asker, Path(id): Path<String>, params: Params) -> Answer {
    let place = own_run(&shared, &id, asker)?;
    let time = shared.options.abort_time;
    // Who stops gracefully gives the run half a minute to save its state; here, some more of the time that it takes.
    let time = if params.is_set("gracefully") { time * 3 } else { time };
    let run = shared.change(|state| {
        state.abort(place, time);
        state.runs[place].to_json(true)
    });
    Ok(data(&run))
}

async fn resurrect(State(shared): App, Asker(asker): Asker, Path(id): Path<String>) -> Answer {
    let place = own_run(&shared, &id, asker)?;
    let run = shared.change(|state| {
        state.resurrect(place)?;
        Ok::<_, ApiError>(state.runs[place].to_json(true))
    })?;
    Ok(data(&run))
}

async fn dataset(State(shared): App, _: MaybeAsker, Path(id): Path<String>) -> Answer {
    let place = run_of(&shared, &id)?;
    Ok(shared.change(|state| {
        state.look_at_all();
        let run = &state.runs[place];
        data(&json!({
            "id": run.ids.dataset,
            "name": null,
            "userId": run.user_id,
            "actId": run.actor.id,
            "actRunId": run.ids.run,
            "itemCount": run.visible().len(),
            "createdAt": super::run::moment(run.started_at),
        }))
    }))
}

/// Items as they are by now: of a run that works, those that it has.
async fn items(State(shared): App, _: MaybeAsker, Path(id): Path<String>, params: Params) -> Answer {
    let wanted = Wanted::read(&params)?;
    let place = run_of(&shared, &id)?;
    Ok(shared.change(|state| {
        state.look_at_all();
        wanted.response(&state.runs[place], StatusCode::OK)
    }))
}

/// A record of a run's store. Its input is one, which is how two runs of an actor are told apart; what the actor takes where
/// nothing is said has been added to it.
async fn record(State(shared): App, _: MaybeAsker, Path((id, key)): Path<(String, String)>) -> Answer {
    let place = run_of(&shared, &id)?;
    if key != "INPUT" {
        return Err(ApiError::no_record("Record"));
    }
    Ok(shared.read(|state| {
        let mut input = state.runs[place].input.clone();
        if let Some(fields) = input.as_object_mut() {
            fields.entry("proxyConfiguration").or_insert_with(|| json!({ "useApifyProxy": true }));
        }
        Json(input).into_response()
    }))
}

async fn dispatches(State(shared): App, Asker(asker): Asker, params: Params) -> Answer {
    let (offset, limit) = (params.count("offset")?.unwrap_or(0), params.count("limit")?.unwrap_or(PAGE).min(PAGE));
    let user = &shared.options.accounts[asker].user_id;
    let mut all: Vec<Value> =
        shared.read(|state| state.dispatches.iter().map(super::webhooks::Dispatch::to_json).collect());
    all.retain(|dispatch| dispatch["userId"] == json!(user));
    if params.is_set("desc") {
        all.reverse();
    }
    let items: Vec<&Value> = all.iter().skip(offset).take(limit).collect();
    Ok(data(&json!({
        "total": all.len(),
        "offset": offset,
        "limit": limit,
        "count": items.len(),
        "desc": params.is_set("desc"),
        "items": items,
    })))
}
