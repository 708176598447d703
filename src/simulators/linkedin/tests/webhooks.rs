//! Webhooks, with a receiver that uses the product's own way of looking at them.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode},
    routing::get,
};

use super::*;
use crate::{
    hooks::signature::{self, Keys, Secret},
    simulators::server::Server,
};

#[derive(Clone)]
struct Receiver {
    secret: &'static str,
    bodies: Arc<Mutex<Vec<Value>>>,
    pause: Duration,
}

impl Receiver {
    fn start(secret: &'static str, pause: Duration) -> (Self, Server, String) {
        let receiver = Self { secret, bodies: Arc::default(), pause };
        let router = Router::new().route("/hook", get(prove).post(take)).with_state(receiver.clone());
        let server = Server::start(0, |_| router).unwrap();
        let url = format!("{}/hook", server.url());
        (receiver, server, url)
    }

    fn keys<T>(&self, work: impl FnOnce(&Keys<'_>) -> T) -> T {
        let decoy = Secret::random().unwrap();
        work(&Keys { current: Secret::new(self.secret.as_bytes()), previous: None, decoy: &decoy })
    }
}

async fn prove(State(receiver): State<Receiver>, RawQuery(query): RawQuery) -> (StatusCode, Json<Value>) {
    tokio::time::sleep(receiver.pause).await;
    let query = query.unwrap_or_default();
    let code = query.strip_prefix("challengeCode=");
    let response = receiver.keys(|keys| signature::challenge(keys, code));
    (StatusCode::OK, Json(json!({ "challengeCode": code, "challengeResponse": response })))
}

async fn take(State(receiver): State<Receiver>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let header = headers.get("x-li-signature").map(axum::http::HeaderValue::as_bytes);
    if !receiver.keys(|keys| signature::linkedin(keys, header, &body)) {
        return StatusCode::UNAUTHORIZED;
    }
    receiver.bodies.lock().unwrap().push(serde_json::from_slice(&body).unwrap());
    StatusCode::OK
}

#[tokio::test]
async fn a_receiver_that_knows_the_secret_is_found_out_and_told() {
    let desk = Desk::new();
    let (receiver, _server, url) = Receiver::start(CLIENT_SECRET, Duration::ZERO);
    desk.linkedin.challenge(&url).await.unwrap();
    let notifications = desk.linkedin.notifications(10);
    assert_eq!(notifications.len(), 10);
    assert_eq!(desk.linkedin.notify(&url, &notifications).await, Ok(200));
    let bodies = receiver.bodies.lock().unwrap().clone();
    assert_eq!(bodies[0]["notifications"][9], notifications[9]);
    let post = notifications[0]["sourcePost"].as_str().unwrap();
    assert_eq!(desk.value(&format!("/rest/posts/{}", encoded(post))).await["id"], post);
    assert!(desk.linkedin.notify(&url, &desk.linkedin.notifications(11)).await.is_err(), "ten at most");
}

#[tokio::test]
async fn a_receiver_that_does_not_know_or_is_slow_or_elsewhere_is_refused() {
    let desk = Desk::new();
    let (_, _server, url) = Receiver::start("another secret", Duration::ZERO);
    assert!(desk.linkedin.challenge(&url).await.unwrap_err().contains("not that to this code"));
    assert_eq!(desk.linkedin.notify(&url, &desk.linkedin.notifications(1)).await, Ok(401));
    let (_, _server, url) = Receiver::start(CLIENT_SECRET, Duration::from_secs(5));
    assert!(desk.linkedin.challenge(&url).await.is_err());
    assert!(desk.linkedin.challenge("https://example.com/hook").await.unwrap_err().contains("this machine"));
}

#[tokio::test]
async fn a_subscription_names_all_that_it_is_of_and_a_receiver_that_was_validated() {
    let desk = Desk::new();
    let (_, _server, url) = Receiver::start(CLIENT_SECRET, Duration::ZERO);
    let roles = desk.elements("/rest/organizationAcls?q=roleAssignee").await;
    let user = encoded(roles[0]["roleAssignee"].as_str().unwrap());
    let key = format!(
        "(developerApplication:urn%3Ali%3AdeveloperApplication%3A1,user:{user},entity:urn%3Ali%3Aorganization%3A90410077,eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS)"
    );
    let put = async |key: &str| {
        let request = desk.request(Method::PUT, &format!("/rest/eventSubscriptions/{key}"));
        desk.send(&request.json(&json!({ "webhook": url }))).await.unwrap().status.as_u16()
    };
    assert_eq!(put(&key).await, 400, "nobody has looked at the receiver yet");
    desk.linkedin.challenge(&url).await.unwrap();
    assert_eq!(put(&key).await, 204);
    assert_eq!(desk.linkedin.subscriptions(), std::slice::from_ref(&url));
    assert_eq!(put(&key.replace("90410077", "90410078")).await, 403);
    assert_eq!(put(&key.replace("user:", "member:")).await, 400);
    assert_eq!(put(&key.replace("%3A", ":")).await, 400);
}
