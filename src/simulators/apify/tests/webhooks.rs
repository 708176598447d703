//! What receivers hear.

use std::sync::Mutex;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};

use super::*;
use crate::simulators::server::Server;

type Heard = Arc<Mutex<Vec<(HeaderMap, Value)>>>;

/// Somebody who listens, and answers with these statuses, the last of them for ever.
struct Receiver {
    server: Server,
    heard: Heard,
}

impl Receiver {
    fn start(statuses: &'static [u16]) -> Self {
        let heard = Heard::default();
        let hear = async move |State(heard): State<Heard>, headers: HeaderMap, body: Bytes| {
            let mut heard = heard.lock().unwrap();
            let status = statuses[heard.len().min(statuses.len() - 1)];
            heard.push((headers, serde_json::from_slice(&body).unwrap()));
            (StatusCode::from_u16(status).unwrap(), "heard")
        };
        let router = Router::new().route("/hook", post(hear)).with_state(Arc::clone(&heard));
        Self { server: Server::start(0, |_| router).unwrap(), heard }
    }

    fn url(&self) -> String {
        format!("{}/hook", self.server.url())
    }

    fn count(&self) -> usize {
        self.heard.lock().unwrap().len()
    }
}

fn parameter(webhooks: &Value) -> String {
    let text = BASE64_STANDARD.encode(webhooks.to_string());
    format!("webhooks={}", text.replace('+', "%2B").replace('=', "%3D"))
}

fn quick() -> Options {
    Options { webhook_first_retry: Duration::from_millis(2), webhook_retries: 3, ..Options::default() }
}

async fn settled(desk: &Desk) -> Vec<Value> {
    until(|| desk.apify.dispatches().iter().all(|dispatch| dispatch["status"] != "ACTIVE")).await;
    desk.apify.dispatches()
}

#[tokio::test]
async fn an_end_is_told_in_the_default_words() {
    let desk = Desk::with(quick());
    let receiver = Receiver::start(&[200]);
    let hook = json!([{ "eventTypes": ["ACTOR.RUN.SUCCEEDED", "ACTOR.RUN.FAILED"], "requestUrl": receiver.url() }]);
    let run = desk.start(REACTIONS, &format!("{}&waitForFinish=60", parameter(&hook)), &reactions_input()).await;
    until(|| receiver.count() == 1).await;
    let (headers, payload) = receiver.heard.lock().unwrap()[0].clone();
    let sample: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/apify/webhook_run_succeeded.json")).unwrap();
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&payload), names(&sample));
    assert_eq!(names(&payload["eventData"]), names(&sample["eventData"]));
    assert_eq!((&payload["eventType"], &payload["resource"]["id"]), (&json!("ACTOR.RUN.SUCCEEDED"), &run["id"]));
    assert_eq!(
        (&payload["resource"]["status"], &payload["resource"]["usageTotalUsd"]),
        (&json!("SUCCEEDED"), &run["usageTotalUsd"])
    );
    assert!(headers.contains_key("x-apify-webhook") && headers["content-type"] == "application/json");
    let [dispatch] = settled(&desk).await.try_into().unwrap();
    assert_eq!(headers["x-apify-webhook-dispatch-id"], dispatch["id"].as_str().unwrap());
    assert_eq!((&dispatch["status"], &dispatch["calls"][0]["responseBody"]), (&json!("SUCCEEDED"), &json!("heard")));
    let listed = desk.data("/v2/webhook-dispatches").await;
    assert_eq!(listed["items"], json!([dispatch]));
}

#[tokio::test]
async fn templates_decide_payload_and_headers() {
    let desk = Desk::with(quick());
    let receiver = Receiver::start(&[204]);
    let hook = json!([{
        "eventTypes": ["ACTOR.RUN.CREATED"],
        "requestUrl": receiver.url(),
        "payloadTemplate": r#"{"run":{{eventData.actorRunId}},"all":{{resource}},"text":"{{eventType}} of {{userId}}"}"#,
        "headersTemplate": r#"{"X-Secret":"s3cret","x-apify-webhook-dispatch-id":"forged","Host":"evil","n":7}"#,
        "shouldInterpolateStrings": true,
    }]);
    let run = desk.start(REACTIONS, &parameter(&hook), &reactions_input()).await;
    until(|| receiver.count() == 1).await;
    let (headers, payload) = receiver.heard.lock().unwrap()[0].clone();
    assert_eq!((&payload["run"], &payload["all"]["id"]), (&run["id"], &run["id"]));
    assert_eq!(payload["text"], "ACTOR.RUN.CREATED of 7sTSimulatedUser1");
    assert_eq!(headers["x-secret"], "s3cret");
    assert_ne!(headers["x-apify-webhook-dispatch-id"], "forged");
    assert_ne!(headers["host"], "evil");
}

#[tokio::test]
async fn a_receiver_that_fails_is_tried_again_for_a_while() {
    let desk = Desk::with(quick());
    let slow = Receiver::start(&[500, 404, 200]);
    let broken = Receiver::start(&[503]);
    let once = Receiver::start(&[500]);
    let events = json!(["ACTOR.RUN.SUCCEEDED"]);
    let hooks = json!([
        { "eventTypes": events, "requestUrl": slow.url() },
        { "eventTypes": events, "requestUrl": broken.url() },
        { "eventTypes": events, "requestUrl": once.url(), "doNotRetry": true },
        { "eventTypes": events, "requestUrl": "http://127.0.0.1:1/nobody" },
    ]);
    desk.start(REACTIONS, &format!("{}&waitForFinish=60", parameter(&hooks)), &reactions_input()).await;
    let dispatches = settled(&desk).await;
    assert_eq!((slow.count(), broken.count(), once.count()), (3, 4, 1));
    let seen = |place: usize| {
        let dispatch: &Value = &dispatches[place];
        (dispatch["status"].as_str().unwrap(), dispatch["calls"].as_array().unwrap().len())
    };
    assert_eq!([seen(0), seen(1), seen(2), seen(3)], [("SUCCEEDED", 3), ("FAILED", 4), ("FAILED", 1), ("FAILED", 4)]);
    assert_eq!(dispatches[0]["calls"][1]["responseStatus"], 404);
    assert!(dispatches[3]["calls"][0]["errorMessage"].as_str().unwrap().contains("connect"));
    let ids: Vec<_> =
        slow.heard.lock().unwrap().iter().map(|(headers, _)| headers["x-apify-webhook-dispatch-id"].clone()).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "it stays one dispatch");
}

#[tokio::test]
async fn the_same_may_be_told_twice() {
    for (repeat, dispatches) in [(Repeat::SameDispatch, 1), (Repeat::NewDispatch, 2)] {
        let desk = Desk::with(Options { webhook_repeat: repeat, ..quick() });
        let receiver = Receiver::start(&[200]);
        let hook = json!([{ "eventTypes": ["ACTOR.RUN.SUCCEEDED"], "requestUrl": receiver.url() }]);
        desk.start(REACTIONS, &format!("{}&waitForFinish=60", parameter(&hook)), &reactions_input()).await;
        until(|| receiver.count() == 2).await;
        assert_eq!(settled(&desk).await.len(), dispatches);
        let heard = receiver.heard.lock().unwrap().clone();
        let id = |place: usize| heard[place].0["x-apify-webhook-dispatch-id"].clone();
        assert_eq!(id(0) == id(1), repeat == Repeat::SameDispatch);
        assert_eq!(heard[0].1["eventData"], heard[1].1["eventData"]);
    }
}

#[tokio::test]
async fn nobody_outside_of_this_machine_is_called() {
    let desk = Desk::with(Options { webhook_retries: 0, ..quick() });
    let urls = [
        "https://example.com/hook",
        "http://10.0.0.1/",
        "http://[::2]/",
        "http://localhost.example.com/",
        "ftp://127.0.0.1/",
    ];
    let hooks: Value =
        urls.iter().map(|url| json!({ "eventTypes": ["ACTOR.RUN.CREATED"], "requestUrl": url })).collect();
    desk.start(REACTIONS, &parameter(&hooks), &reactions_input()).await;
    let dispatches = settled(&desk).await;
    assert_eq!(dispatches.len(), urls.len());
    for dispatch in dispatches {
        let words = dispatch["calls"][0]["errorMessage"].as_str().unwrap();
        assert_eq!(words, "the simulator calls receivers on this machine only", "{dispatch}");
    }
}

#[tokio::test]
async fn every_turn_of_a_run_is_an_event_and_a_key_makes_one_webhook() {
    let desk = Desk::with(Options { pace: Pace::Held, ..quick() });
    let receiver = Receiver::start(&[200]);
    let events: Value = ["CREATED", "SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT", "RESURRECTED"]
        .map(|event| json!(format!("ACTOR.RUN.{event}")))
        .into_iter()
        .collect();
    let hook = json!([{ "eventTypes": events, "requestUrl": receiver.url(), "idempotencyKey": "one" }]);
    let run = desk.start(REACTIONS, &parameter(&hook), &reactions_input()).await;
    let id = run["id"].as_str().unwrap();
    assert!(desk.apify.finish(id, Ending::TimedOut));
    desk.post(&format!("{}/resurrect", path_of(&run)), &json!({})).await;
    desk.post(&format!("{}/abort", path_of(&run)), &json!({})).await;
    desk.data(&format!("{}?waitForFinish=5", path_of(&run))).await;
    desk.start(REACTIONS, &parameter(&hook), &reactions_input()).await;
    let told: Vec<_> =
        settled(&desk).await.iter().map(|dispatch| dispatch["eventType"].as_str().unwrap().to_owned()).collect();
    let expected = ["CREATED", "TIMED_OUT", "RESURRECTED", "ABORTED"].map(|event| format!("ACTOR.RUN.{event}"));
    assert_eq!(told, expected, "the second run has no webhook: its key was used");
}
