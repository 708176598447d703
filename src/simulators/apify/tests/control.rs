//! The control over HTTP.

use super::*;

#[tokio::test]
async fn a_test_in_another_process_can_do_the_same() {
    let desk = Desk { token: None, ..Desk::with(held()) };
    let tell = async |path: &str, body: Value| desk.post(&format!("/_simulator{path}"), &body).await.status.as_u16();
    assert_eq!(
        tell("/faults", json!({ "endpoint": "runs.start", "when": { "next": 1 }, "fault": { "kind": "lost_answer" } }))
            .await,
        204
    );
    assert_eq!(
        tell("/scripts", json!({ "actor": REACTIONS, "pace": { "polls": 2 }, "ending": "failed", "items": 4 })).await,
        204
    );
    assert_eq!(
        tell(
            "/fixtures",
            json!({ "actor": REACTIONS, "input": { "posts": ["x"] }, "items": [{ "a": 1 }, { "a": 2 }] })
        )
        .await,
        204
    );
    assert_eq!(tell("/faults", json!({ "endpoint": "runs.start" })).await, 422);

    let Desk { apify, client, .. } = desk;
    let desk = Desk { apify, client, token: Some(SecretString::from(TOKEN)) };
    let path = format!("/v2/actors/{REACTIONS}/runs");
    assert!(desk.send(Method::POST, &path, Some(&reactions_input())).await.is_err());
    let id = desk.apify.runs()[0].id.clone();
    desk.get(&format!("/v2/actor-runs/{id}")).await;
    assert_eq!(desk.data(&format!("/v2/actor-runs/{id}")).await["status"], "FAILED");

    let other = desk.start(REACTIONS, "", &json!({ "posts": ["x"] })).await;
    let other = other["id"].as_str().unwrap();
    let answer = desk.post(&format!("/_simulator/runs/{other}/advance"), &json!({ "items": 1 })).await;
    assert_eq!(answer.status.as_u16(), 204);
    assert_eq!(desk.apify.runs()[1].items, 1);
    desk.post(&format!("/_simulator/runs/{other}/finish"), &json!({})).await;
    assert_eq!(desk.post("/_simulator/runs/nothing/finish", &json!({})).await.status.as_u16(), 404);

    let report: Value = desk.get("/_simulator").await.json().unwrap();
    assert_eq!(report, desk.apify.report());
    let hash = input_hash(REACTIONS, &reactions_input());
    assert_eq!(report["started"][&hash], 1);
    assert_eq!((&report["calls"]["runs.start"], &report["disturbed"]), (&json!(2), &json!(1)));
    assert_eq!(report["runs"][1]["status"], "SUCCEEDED");
    assert!((report["billedUsd"].as_f64().unwrap() - (0.0001 + 6.0 * 0.002)).abs() < 1e-9);
    assert_eq!(desk.get("/_simulator/dispatches").await.json::<Value>().unwrap(), json!([]));
    let cleared = desk.send(Method::DELETE, "/_simulator/faults", None).await.unwrap();
    assert_eq!(cleared.status.as_u16(), 204);
}

#[test]
fn the_same_work_has_one_fingerprint() {
    let hash = input_hash(REACTIONS, &json!({ "a": [1, { "b": 2, "c": 3 }], "d": "x" }));
    assert_eq!(
        hash,
        input_hash("HarvestAPI/linkedin-post-reactions", &json!({ "d": "x", "a": [1, { "c": 3, "b": 2 }] }))
    );
    assert_ne!(hash, input_hash(REACTIONS, &json!({ "d": "x", "a": [{ "c": 3, "b": 2 }, 1] })));
    assert_ne!(
        hash,
        input_hash("apimaestro~linkedin-post-reactions", &json!({ "a": [1, { "b": 2, "c": 3 }], "d": "x" }))
    );
    assert_eq!(hash.len(), 32);
}

#[test]
fn a_port_that_is_taken_is_an_error_and_one_that_was_left_is_free() {
    let first = Apify::start(Options::default()).unwrap();
    let port: u16 = first.url().rsplit(':').next().unwrap().parse().unwrap();
    assert!(Apify::start(Options { port, ..Options::default() }).is_err());
    drop(first);
    let again = Apify::start(Options { port, ..Options::default() }).unwrap();
    assert!(again.url().ends_with(&port.to_string()));
}
