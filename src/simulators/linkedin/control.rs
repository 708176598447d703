//! What a test in another process tells and asks the simulator: no part of LinkedIn, and below `/_simulator`.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{segments::Segment, shared::Shared};
use crate::simulators::faults::Rule;

type App = State<Arc<Shared>>;

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/_simulator", get(report))
        .route("/_simulator/faults", post(add_fault).delete(clear_faults))
        .route("/_simulator/tokens", post(give_token))
        .route("/_simulator/limit", post(set_limit))
        .with_state(shared)
}

async fn report(State(shared): App) -> Json<Value> {
    let segments = shared.with(|state| state.segments.iter().map(Segment::report).collect::<Vec<_>>());
    Json(json!({
        "calls": shared.faults.calls(),
        "disturbed": shared.faults.applied(),
        "segments": segments,
    }))
}

async fn add_fault(State(shared): App, Json(rule): Json<Rule>) -> StatusCode {
    shared.faults.add(rule);
    StatusCode::NO_CONTENT
}

async fn clear_faults(State(shared): App) -> StatusCode {
    shared.faults.clear();
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
struct Wanted {
    scopes: Vec<String>,
}

async fn give_token(State(shared): App, Json(Wanted { scopes }): Json<Wanted>) -> Json<Value> {
    Json(json!({ "token": shared.with(|state| state.tokens.give(scopes)) }))
}

#[derive(Debug, Deserialize)]
struct Limit {
    calls: Option<u32>,
}

async fn set_limit(State(shared): App, Json(Limit { calls }): Json<Limit>) -> StatusCode {
    shared.with(|state| state.daily_limit = calls);
    StatusCode::NO_CONTENT
}
