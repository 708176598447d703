//! Every fault, as the client of this crate sees it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{Router, extract::State, routing::post};
use jiff::{Timestamp, fmt::rfc2822::DateTimeParser};
use serde_json::{Value, json};

use super::{Dialect, Fault, Faults, Stage, When};
use crate::{
    http::{Answer, CallError, Client, Expects, Options, Phase, Request},
    simulators::server::Server,
};

/// A service that counts what it was asked to do, and the faults over it.
struct Service {
    server: Server,
    faults: Faults,
    effects: Arc<AtomicU64>,
}

impl Service {
    fn start() -> Self {
        let dialect = Dialect {
            label: |_, path| match path {
                "/do" => Some("do"),
                "/quiet" => None,
                _ => Some("other"),
            },
            error: |status| json!({ "error": { "type": "simulated", "message": status.to_string() } }),
        };
        let faults = Faults::new(dialect);
        let effects = Arc::new(AtomicU64::new(0));
        let state = Arc::clone(&effects);
        let work = |State(effects): State<Arc<AtomicU64>>| async move {
            let number = effects.fetch_add(1, Ordering::SeqCst) + 1;
            axum::Json(json!({ "data": { "number": number, "padding": "x".repeat(2_000) } }))
        };
        let router = Router::new()
            .route("/do", post(work))
            .route("/other", post(work))
            .route("/quiet", post(work))
            .with_state(state);
        let server = Server::start(0, |_| faults.over(router)).unwrap();
        Self { server, faults, effects }
    }

    async fn call(&self, path: &str) -> Result<Answer, CallError> {
        self.call_for(path, Duration::from_secs(20)).await
    }

    async fn call_for(&self, path: &str, patience: Duration) -> Result<Answer, CallError> {
        let options = Options {
            allowed: self.server.url().parse().unwrap(),
            authorities: Some(Vec::new()),
            connect_timeout: patience,
            idle_timeout: patience,
            body_cap: 1024 * 1024,
            ..Options::default()
        };
        let url = format!("{}{path}", self.server.url()).parse().unwrap();
        let request = Request::post("do", url).json(&json!({ "a": 1 })).expects(Expects::Json);
        Client::new(options).unwrap().send(&request).await
    }

    /// What the next call gives under a fault, and how many effects it has.
    async fn under(&self, fault: Fault) -> (Result<Answer, CallError>, u64) {
        let before = self.effects.load(Ordering::SeqCst);
        self.faults.clear();
        // Who is stalled for a minute should not wait for it, and everybody else should have time on a busy machine.
        let patience = matches!(fault, Fault::Stall { millis: 60_000, .. }).then_some(Duration::from_millis(150));
        self.faults.set("do", When::Next(1), fault);
        let result = self.call_for("/do", patience.unwrap_or(Duration::from_secs(20))).await;
        // A stall that ends later, or an effect that comes after the client has gone, would show here.
        tokio::time::sleep(Duration::from_millis(20)).await;
        (result, self.effects.load(Ordering::SeqCst) - before)
    }
}

#[tokio::test]
async fn answers_of_a_service_that_did_nothing() {
    let service = Service::start();
    let refused = |wait, as_date| Fault::TooManyRequests { wait, as_date };
    let (answer, effects) = service.under(refused(Some(7), false)).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status.as_u16(), answer.header("retry-after"), effects), (429, Some("7"), 0));
    assert_eq!(answer.json::<Value>().unwrap()["error"]["type"], "simulated");

    let (answer, _) = service.under(refused(Some(90), true)).await;
    let answer = answer.unwrap();
    let until = DateTimeParser::new().parse_timestamp(answer.header("retry-after").unwrap()).unwrap();
    assert!((85..=90).contains(&until.duration_since(Timestamp::now()).as_secs()), "{until}");

    let (answer, _) = service.under(refused(None, false)).await;
    assert_eq!(answer.unwrap().header("retry-after"), None);

    for (status, is_page) in [(500, false), (502, true), (503, true), (403, false)] {
        let (answer, effects) = service.under(Fault::Status { status }).await;
        let answer = answer.unwrap();
        assert_eq!((answer.status.as_u16(), answer.json::<Value>().is_err(), effects), (status, is_page, 0));
    }

    let location = "https://www.linkedin.com/login".to_owned();
    let (answer, effects) = service.under(Fault::Redirect { location: location.clone() }).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status.as_u16(), answer.header("location"), effects), (302, Some(&*location), 0));
}

#[tokio::test]
async fn successes_that_are_none() {
    let service = Service::start();
    let cases = [
        (Fault::Html, "wrong_content_type", 0),
        (Fault::Huge { bytes: 10 * 1024 * 1024 }, "too_large", 0),
        (Fault::Reset, "reset", 0),
        (Fault::LostAnswer, "reset", 1),
        (Fault::Truncated, "incomplete", 1),
        (Fault::CutChunks, "incomplete", 1),
        (Fault::WrongType { content_type: "text/plain".to_owned() }, "wrong_content_type", 1),
        (Fault::Stall { millis: 60_000, at: Stage::Request }, "answer_timeout", 0),
        (Fault::Stall { millis: 60_000, at: Stage::Answer }, "answer_timeout", 1),
        (Fault::Stall { millis: 60_000, at: Stage::Body }, "body_timeout", 1),
    ];
    for (fault, kind, effects) in cases {
        let (result, happened) = service.under(fault.clone()).await;
        assert_eq!(result.unwrap_err().kind(), kind, "{fault:?}");
        assert_eq!(happened, effects, "{fault:?}");
        assert_eq!(service.call("/do").await.unwrap().status.as_u16(), 200, "and the next call is as usual");
    }
}

#[tokio::test]
async fn a_stall_that_ends_and_a_clock_that_is_wrong_change_nothing_else() {
    let service = Service::start();
    for at in [Stage::Request, Stage::Answer, Stage::Body] {
        let began = Instant::now();
        let (answer, effects) = service.under(Fault::Stall { millis: 60, at }).await;
        assert_eq!(answer.unwrap().json::<Value>().unwrap()["data"]["padding"].as_str().unwrap().len(), 2_000);
        assert!(began.elapsed() >= Duration::from_millis(60), "{at:?}");
        assert_eq!(effects, 1);
    }
    let (answer, effects) = service.under(Fault::ClockSkew { seconds: -3_600 }).await;
    let answer = answer.unwrap();
    let date = DateTimeParser::new().parse_timestamp(answer.header("date").unwrap()).unwrap();
    assert!((3_598..=3_602).contains(&Timestamp::now().duration_since(date).as_secs()), "{date}");
    assert_eq!((answer.status.as_u16(), effects), (200, 1));
}

#[tokio::test]
async fn a_schedule_means_the_calls_that_it_names() {
    let service = Service::start();
    let status = Fault::Status { status: 500 };
    let pattern = async |path: &str, calls: usize| {
        let mut seen = String::new();
        for _ in 0..calls {
            seen.push(if service.call(path).await.unwrap().status.is_success() { '.' } else { 'x' });
        }
        seen
    };
    service.faults.set("do", When::Nth(3), status.clone());
    assert_eq!(pattern("/do", 5).await, "..x..");
    service.faults.clear();
    service.faults.set("do", When::Every(2), status.clone());
    assert_eq!(pattern("/do", 5).await, ".x.x.");
    assert_eq!(pattern("/other", 2).await, "..");
    service.faults.clear();
    service.faults.set("*", When::Next(2), status);
    assert_eq!(pattern("/quiet", 1).await, ".", "what is no part of the service is left alone");
    assert_eq!(pattern("/other", 1).await + &pattern("/do", 2).await, "xx.");
    assert_eq!((service.faults.calls_of("do"), service.faults.calls_of("other")), (12, 3));
    assert_eq!((service.faults.calls_of("quiet"), service.faults.applied()), (0, 5));
}

#[test]
fn rules_travel_as_json() {
    let text = r#"{"endpoint":"runs.start","when":{"next":2},"fault":{"kind":"stall","millis":50,"at":"answer"}}"#;
    let rule: super::Rule = serde_json::from_str(text).unwrap();
    assert_eq!(rule.fault, Fault::Stall { millis: 50, at: Stage::Answer });
    assert_eq!(serde_json::to_string(&rule).unwrap(), text);
    let short: Fault = serde_json::from_str(r#"{"kind":"too_many_requests","wait":3}"#).unwrap();
    assert_eq!(short, Fault::TooManyRequests { wait: Some(3), as_date: false });
}

#[tokio::test]
async fn a_dropped_server_ends_its_connections() {
    let service = Service::start();
    service.faults.set("do", When::Next(1), Fault::Stall { millis: 60_000, at: Stage::Request });
    let Service { server, faults, .. } = service;
    let url: url::Url = format!("{}/do", server.url()).parse().unwrap();
    let options =
        Options { allowed: server.url().parse().unwrap(), authorities: Some(Vec::new()), ..Options::default() };
    let client = Client::new(options).unwrap();
    let call = tokio::spawn({
        let (client, url) = (client.clone(), url.clone());
        async move { client.send(&Request::post("do", url)).await }
    });
    while faults.calls_of("do") == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(server);
    assert_eq!(call.await.unwrap().unwrap_err().kind(), "reset");
    let error = client.send(&Request::post("do", url)).await.unwrap_err();
    assert_eq!(error.kind(), "connect");
    assert!(!matches!(error.cause, crate::http::Cause::Timeout(Phase::Connect)));
}
