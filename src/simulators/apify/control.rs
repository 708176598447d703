//! What a test in another process tells and asks the simulator: no part of Apify, and below `/_simulator`.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    run::{Ending, dollars},
    shared::Shared,
    state::{Script, input_hash},
};
use crate::simulators::faults::Rule;

type App = State<Arc<Shared>>;

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/_simulator", get(report))
        .route("/_simulator/faults", post(add_fault).delete(clear_faults))
        .route("/_simulator/scripts", post(add_script))
        .route("/_simulator/fixtures", post(add_fixture))
        .route("/_simulator/runs/{run}/finish", post(finish))
        .route("/_simulator/runs/{run}/advance", post(advance))
        .route("/_simulator/dispatches", get(dispatches))
        .with_state(shared)
}

/// Everything that can be counted.
pub(super) fn report_of(shared: &Arc<Shared>) -> Value {
    shared.change(|state| {
        state.look_at_all();
        json!({
            "started": state.started,
            "calls": shared.faults.calls(),
            "disturbed": shared.faults.applied(),
            "billedUsd": dollars(state.cost_micros(None)),
            "runs": state.runs.iter().map(|run| json!({
                "id": run.ids.run,
                "actor": run.actor.name,
                "inputHash": run.input_hash,
                "status": run.status,
                "items": run.visible().len(),
                "billedUsd": dollars(run.cost_micros()),
            })).collect::<Value>(),
            "dispatches": state.dispatches.len(),
        })
    })
}

async fn report(State(shared): App) -> Json<Value> {
    Json(report_of(&shared))
}

async fn add_fault(State(shared): App, Json(rule): Json<Rule>) -> StatusCode {
    shared.faults.add(rule);
    StatusCode::NO_CONTENT
}

async fn clear_faults(State(shared): App) -> StatusCode {
    shared.faults.clear();
    StatusCode::NO_CONTENT
}

async fn add_script(State(shared): App, Json(script): Json<Script>) -> StatusCode {
    shared.change(|state| state.scripts.push(script));
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
struct Fixture {
    actor: String,
    input: Value,
    items: Vec<Value>,
}

async fn add_fixture(State(shared): App, Json(fixture): Json<Fixture>) -> StatusCode {
    let hash = input_hash(&fixture.actor, &fixture.input);
    shared.change(|state| state.fixtures.insert(hash, fixture.items));
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
struct Finish {
    #[serde(default)]
    ending: Ending,
}

async fn finish(State(shared): App, Path(id): Path<String>, Json(Finish { ending }): Json<Finish>) -> Response {
    done(shared.change(|state| state.place(&id).map(|place| state.runs[place].end(ending))))
}

#[derive(Debug, Deserialize)]
struct Advance {
    items: usize,
}

async fn advance(State(shared): App, Path(id): Path<String>, Json(Advance { items }): Json<Advance>) -> Response {
    done(shared.change(|state| state.place(&id).map(|place| state.runs[place].push(items))))
}

fn done(found: Option<()>) -> Response {
    found.map_or(StatusCode::NOT_FOUND, |()| StatusCode::NO_CONTENT).into_response()
}

async fn dispatches(State(shared): App) -> Json<Value> {
    Json(shared.read(|state| state.dispatches.iter().map(super::webhooks::Dispatch::to_json).collect()))
}
