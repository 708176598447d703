//! Faults over the real endpoints.

use super::*;
use crate::simulators::faults::{Fault, When};

/// the answer to a start is lost, and the run is there all the same, to be found by who looks for it.
#[tokio::test]
async fn a_lost_answer_leaves_exactly_one_run_which_can_be_found() {
    let desk = Desk::new();
    let before = jiff::Timestamp::now();
    desk.apify.faults().set("runs.start", When::Next(1), Fault::LostAnswer);
    let path = format!("/v2/actors/{REACTIONS}/runs");
    let error = desk.send(Method::POST, &path, Some(&reactions_input())).await.unwrap_err();
    assert_eq!(error.kind(), "reset");
    assert!(!error.cause.never_left());

    let since = before.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
    let list = desk.data(&format!("{path}?desc=1&startedAfter={since}")).await;
    assert_eq!((&list["total"], list["items"].as_array().unwrap().len()), (&json!(1), 1));
    let found = &list["items"][0];
    let input = desk.get(&input_of(found)).await;
    assert_eq!(input.json::<Value>().unwrap()["posts"], reactions_input()["posts"]);
    let run = desk.data(&format!("{}?waitForFinish=60", path_of(found))).await;
    assert_eq!(run["status"], "SUCCEEDED");
    assert_eq!(desk.apify.started_of(REACTIONS, &reactions_input()), 1);
    assert_eq!(desk.apify.faults().calls_of("runs.start"), 1);
}

#[tokio::test]
async fn a_start_that_never_arrived_leaves_no_run() {
    let desk = Desk::new();
    let path = format!("/v2/actors/{REACTIONS}/runs");
    for fault in [Fault::Reset, Fault::Status { status: 502 }, Fault::TooManyRequests { wait: Some(1), as_date: false }]
    {
        desk.apify.faults().clear();
        desk.apify.faults().set("runs.start", When::Next(1), fault.clone());
        let result = desk.send(Method::POST, &path, Some(&reactions_input())).await;
        assert!(result.is_err() || !result.unwrap().status.is_success());
        assert_eq!(desk.apify.runs().len(), 0, "{fault:?}");
    }
    assert_eq!(desk.data(&path).await["total"], 0);
}

#[tokio::test]
async fn faults_carry_the_headers_and_words_of_apify() {
    let desk = Desk::new();
    desk.apify.faults().set("users.me", When::Next(1), Fault::TooManyRequests { wait: None, as_date: false });
    let answer = desk.get("/v2/users/me").await;
    assert_eq!((answer.status.as_u16(), answer.header("x-ratelimit-limit")), (429, Some("60")));
    assert_eq!(answer.json::<Value>().unwrap()["error"]["type"], "rate-limit-exceeded");
    desk.apify.faults().set("users.me", When::Next(3), Fault::Status { status: 500 });
    assert_eq!(desk.error(Method::GET, "/v2/users/me", None).await, (500, "internal-server-error".to_owned()));
    // The endpoints are told apart by what they do, not by which of their addresses is used.
    desk.apify.faults().set("datasets.items", When::Every(1), Fault::Status { status: 500 });
    for path in ["/v2/datasets/x/items", "/v2/actor-runs/x/dataset/items", "/v2/acts/a/runs/last/dataset/items"] {
        assert_eq!(desk.get(path).await.status.as_u16(), 500, "{path}");
    }
}
