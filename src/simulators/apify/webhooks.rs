//! Webhooks: what a run tells, to whom, and how often it tries.

mod template;

use std::{sync::Arc, time::Instant};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::{
    errors::ApiError,
    run::{Run, moment},
    shared::Shared,
    state::new_id,
};
use crate::{http::Request, simulators::receivers};

/// A webhook, as the start of a run asks for it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Webhook {
    #[serde(skip, default = "new_id")]
    pub(super) id: String,
    pub(super) event_types: Vec<String>,
    pub(super) request_url: String,
    #[serde(default)]
    payload_template: Option<String>,
    #[serde(default)]
    headers_template: Option<String>,
    #[serde(default)]
    should_interpolate_strings: bool,
    #[serde(default)]
    pub(super) idempotency_key: Option<String>,
    #[serde(default)]
    do_not_retry: bool,
}

/// How often a receiver hears the same thing although it has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    /// Never, as mostly.
    #[default]
    Never,
    /// Once more, with the same dispatch id.
    SameDispatch,
    /// Once more, as another dispatch of the same event.
    NewDispatch,
}

/// A delivery of an event to a receiver.
#[derive(Debug, Clone)]
pub(super) struct Dispatch {
    id: String,
    webhook_id: String,
    user_id: String,
    url: String,
    event_type: String,
    event_data: Value,
    created_at: Timestamp,
    payload: Value,
    headers: Vec<(String, String)>,
    retries: bool,
    status: &'static str,
    calls: Vec<Value>,
}

/// Reads the parameter `webhooks`: Base64 of a JSON array.
pub(super) fn parse(parameter: Option<&str>) -> Result<Vec<Webhook>, ApiError> {
    let Some(text) = parameter else { return Ok(Vec::new()) };
    // A plus sign that was not encoded arrives as a space.
    let bytes =
        BASE64_STANDARD.decode(text.replace(' ', "+")).map_err(|_| ApiError::parameter("webhooks", "Base64"))?;
    let webhooks: Vec<Webhook> = serde_json::from_slice(&bytes)
        .map_err(|error| ApiError::parameter("webhooks", &format!("an array of webhooks: {error}")))?;
    for webhook in &webhooks {
        if Url::parse(&webhook.request_url).is_err() {
            return Err(ApiError::parameter("webhooks", "an array of webhooks with valid URLs"));
        }
        let sample = json!({});
        for template in [&webhook.payload_template, &webhook.headers_template].into_iter().flatten() {
            template::render(template, &sample, webhook.should_interpolate_strings)
                .map_err(|words| ApiError::bad("invalid-value", format!("The template of the webhook {words}")))?;
        }
    }
    Ok(webhooks)
}

impl Dispatch {
    /// The delivery of an event, if the webhook wants it.
    pub(super) fn of(webhook: &Webhook, run: &Run, event: &str) -> Option<Self> {
        let event_type = format!("ACTOR.RUN.{event}");
        if !webhook.event_types.contains(&event_type) {
            return None;
        }
        let now = Timestamp::now();
        let event_data = json!({ "actorId": run.actor.id, "actorTaskId": null, "actorRunId": run.ids.run });
        let default = json!({
            "userId": run.user_id,
            "createdAt": moment(now),
            "eventType": event_type,
            "eventData": event_data,
            "resource": run.to_json(true),
        });
        let mut variables = default.clone();
        variables["globals"] = json!({ "dateISO": moment(now), "dateUnix": now.as_millisecond() });
        let rendered = |template: &Option<String>| {
            let template = template.as_ref()?;
            template::render(template, &variables, webhook.should_interpolate_strings).ok()
        };
        let headers = rendered(&webhook.headers_template).unwrap_or_default();
        let headers = headers.as_object().into_iter().flatten();
        Some(Self {
            id: new_id(),
            webhook_id: webhook.id.clone(),
            user_id: run.user_id.clone(),
            url: webhook.request_url.clone(),
            event_type,
            event_data,
            created_at: now,
            payload: rendered(&webhook.payload_template).unwrap_or(default),
            headers: headers.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect(),
            retries: !webhook.do_not_retry,
            status: "ACTIVE",
            calls: Vec::new(),
        })
    }

    /// As the API shows it.
    pub(super) fn to_json(&self) -> Value {
        json!({
            "id": self.id,
            "userId": self.user_id,
            "webhookId": self.webhook_id,
            "createdAt": moment(self.created_at),
            "status": self.status,
            "eventType": self.event_type,
            "eventData": self.event_data,
            "webhook": { "requestUrl": self.url, "isAdHoc": true },
            "calls": self.calls,
        })
    }

    fn request(&self, url: Url) -> Request {
        let asked = self.headers.iter().fold(Request::post("webhook", url), |request, (name, value)| {
            // What belongs to the connection is the connection's.
            if name.eq_ignore_ascii_case("host") { request } else { request.header(name, value) }
        });
        asked
            .json(&self.payload)
            .user_agent("Apify/1.0 (simulator)")
            .header("X-Apify-Webhook", "1")
            .header("X-Apify-Webhook-Dispatch-Id", &self.id)
            .header("X-Apify-Request-Origin", "WEBHOOK")
    }
}

/// Delivers, again and again until a receiver is content or it has been tried often enough.
pub(super) async fn deliver(shared: Arc<Shared>, place: usize) {
    let options = &shared.options;
    let retries = if shared.read(|state| state.dispatches[place].retries) { options.webhook_retries } else { 0 };
    let mut pause = options.webhook_first_retry;
    let mut content = false;
    for attempt in 0..=retries {
        content = call(&shared, place).await;
        if content {
            break;
        }
        if attempt < retries {
            tokio::time::sleep(pause).await;
            pause = pause.saturating_mul(2);
        }
    }
    let again = content.then_some(options.webhook_repeat);
    match again {
        Some(Repeat::SameDispatch) => {
            call(&shared, place).await;
        }
        Some(Repeat::NewDispatch) => {
            let other = shared.change(|state| {
                let copy = Dispatch { id: new_id(), calls: Vec::new(), ..state.dispatches[place].clone() };
                state.dispatches.push(copy);
                state.dispatches.len() - 1
            });
            content = call(&shared, other).await;
            shared.change(|state| state.dispatches[other].status = if content { "SUCCEEDED" } else { "FAILED" });
        }
        Some(Repeat::Never) | None => {}
    }
    shared.change(|state| state.dispatches[place].status = if again.is_some() { "SUCCEEDED" } else { "FAILED" });
}

/// Calls once, and notes it down. True if the receiver answered with a success.
async fn call(shared: &Arc<Shared>, place: usize) -> bool {
    let dispatch = shared.read(|state| state.dispatches[place].clone());
    let (started, began) = (Timestamp::now(), Instant::now());
    let result = match receivers::client(&dispatch.url, shared.options.webhook_timeout) {
        Ok((client, url)) => client.send(&dispatch.request(url)).await.map_err(|error| error.to_string()),
        Err(words) => Err(words),
    };
    let finished = started.checked_add(began.elapsed()).unwrap_or(started);
    let (status, body) = match &result {
        Ok(answer) => {
            let text = String::from_utf8_lossy(&answer.body).chars().take(1_000).collect::<String>();
            (Some(answer.status), Some(text))
        }
        Err(_) => (None, None),
    };
    let note = json!({
        "startedAt": moment(started),
        "finishedAt": moment(finished),
        "errorMessage": result.as_ref().err(),
        "responseStatus": status.map(|status| status.as_u16()),
        "responseBody": body,
    });
    shared.change(|state| state.dispatches[place].calls.push(note));
    status.is_some_and(|status| status.is_success())
}
