//! What a test in another process tells and asks the simulator: no part of LinkedIn, and below `/_simulator`.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Change, Consent, Session,
    segments::Segment,
    shared::{Shared, State as Known},
    webhooks,
};
use crate::simulators::faults::Rule;

type Simulator = State<Arc<Shared>>;

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/_simulator", get(report).post(set))
        .route("/_simulator/faults", post(add_fault).delete(clear_faults))
        .route("/_simulator/tokens", post(give_token))
        .route("/_simulator/notifications", get(notifications))
        .route("/_simulator/challenge", post(challenge))
        .route("/_simulator/notify", post(notify))
        .with_state(shared)
}

async fn report(State(shared): Simulator) -> Json<Value> {
    let value = shared.with(|state| {
        json!({
            "calls": shared.faults.calls(),
            "disturbed": shared.faults.applied(),
            "segments": state.segments.iter().map(Segment::report).collect::<Vec<_>>(),
            "me": state.me_calls,
            "subscriptions": state.subscriptions,
        })
    });
    Json(value)
}

/// What can be set, each by itself.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Setting {
    /// Calls of a day and endpoint.
    Limit(Option<u32>),
    Tokens(Change),
    Consent(Consent),
    Session(Session),
    /// Whether the app is a partner's.
    Partner(bool),
    /// One more address that the app knows.
    Redirect(String),
}

async fn set(State(shared): Simulator, Json(setting): Json<Setting>) -> StatusCode {
    shared.with(|state: &mut Known| match setting {
        Setting::Limit(calls) => state.daily_limit = calls,
        Setting::Tokens(change) => state.tokens.change(&change),
        Setting::Consent(consent) => state.consent = consent,
        Setting::Session(session) => state.session = session,
        Setting::Partner(is_partner) => state.app.is_partner = is_partner,
        Setting::Redirect(address) => state.app.redirects.push(address),
    });
    StatusCode::NO_CONTENT
}

async fn add_fault(State(shared): Simulator, Json(rule): Json<Rule>) -> StatusCode {
    shared.faults.add(rule);
    StatusCode::NO_CONTENT
}

async fn clear_faults(State(shared): Simulator) -> StatusCode {
    shared.faults.clear();
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
struct Wanted {
    scopes: Vec<String>,
}

async fn give_token(State(shared): Simulator, Json(Wanted { scopes }): Json<Wanted>) -> Json<Value> {
    Json(json!({ "token": shared.with(|state| state.tokens.give(scopes).text) }))
}

async fn notifications(State(shared): Simulator) -> Json<Value> {
    Json(webhooks::notifications(shared.world(), 10).into())
}

#[derive(Debug, Deserialize)]
struct Receiver {
    url: String,
    #[serde(default)]
    notifications: Vec<Value>,
}

async fn challenge(State(shared): Simulator, Json(receiver): Json<Receiver>) -> Response {
    match webhooks::challenge(&shared, &receiver.url).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(words) => (StatusCode::BAD_GATEWAY, words).into_response(),
    }
}

async fn notify(State(shared): Simulator, Json(receiver): Json<Receiver>) -> Response {
    match webhooks::notify(&shared, &receiver.url, &receiver.notifications).await {
        Ok(status) => Json(json!({ "status": status })).into_response(),
        Err(words) => (StatusCode::BAD_GATEWAY, words).into_response(),
    }
}
