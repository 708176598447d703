//! Connections, jobs and alerts by the API.

use serde_json::json;

use super::Story;

/// A connection with what opens it, two jobs, and something that is wrong.
const WORK: &str = "
    insert into linkedin_connections (name, type, sealed_credentials) values ('Our Apify', 'apify', 'canary-of-a-secret');
    insert into scraping_jobs (kind, connection_id, input, state, error, finished_at, created_at)
    select 'reactions', id, '{\"url\": \"https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/\"}', 'dead', 'out of attempts',
      now(), now() - interval '1 hour' from linkedin_connections;
    insert into scraping_jobs (kind, connection_id, state) select 'profile', id, 'pending' from linkedin_connections;
    insert into alerts (kind, message, connection_id) select 'connection', 'The token has expired', id from linkedin_connections;";

#[tokio::test]
async fn a_connection_is_seen_without_what_opens_it_renamed_limited_and_deleted() {
    let story = Story::begin().await;
    story.owner.batch_execute(WORK).await.unwrap();
    let program = story.program("default");
    let reply = program.get("/api/v1/connections").await;
    assert!(!reply.whole.contains("canary-of-a-secret"), "{}", reply.whole);
    let listed = reply.good(200);
    let connection = &listed[0];
    assert_eq!(
        (&connection["name"], &connection["has_credentials"], &connection["alerts"]),
        (&json!("Our Apify"), &json!(true), &json!(1))
    );
    let one = format!("/api/v1/connections/{}", connection["id"].as_str().unwrap());
    assert_eq!(&program.get(&one).await.good(200), connection);
    let limited = program.patch(&one, &json!({"api_call_limit": 7})).await.good(200);
    assert_eq!((&limited["api_call_limit"], &limited["name"]), (&json!(7), &json!("Our Apify")));
    let renamed = program.patch(&one, &json!({"name": " Theirs ", "api_call_limit": null})).await.good(200);
    assert_eq!((&renamed["api_call_limit"], &renamed["name"]), (&json!(null), &json!("Theirs")));
    for wrong in [
        json!({"api_call_limit": -1}),
        json!({"status": "valid"}),
        json!({"sealed_credentials": "x"}),
        json!({"name": ""}),
    ] {
        assert_eq!(program.patch(&one, &wrong).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.delete(&one).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from scraping_jobs where state = 'pending'").await, 0);
}

#[tokio::test]
async fn jobs_are_listed_retried_and_cancelled_and_alerts_are_seen() {
    let story = Story::begin().await;
    story.owner.batch_execute(WORK).await.unwrap();
    let program = story.program("default");
    let jobs = program.get("/api/v1/jobs").await.good(200)["items"].clone();
    assert_eq!((&jobs[0]["kind"], &jobs[1]["kind"]), (&json!("profile"), &json!("reactions")), "the latest first");
    for (filter, count) in [("state=dead", 1), ("kind=profile", 1), ("state=completed", 0)] {
        let found = program.get(&format!("/api/v1/jobs?{filter}")).await.good(200);
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{filter}");
    }
    let at = |number: usize, verb: &str| format!("/api/v1/jobs/{}{verb}", jobs[number]["id"].as_str().unwrap());
    assert_eq!(program.get(&at(1, "")).await.good(200), jobs[1]);
    let again = program.call("POST", &at(1, "/retry"), None).await.good(200);
    assert_eq!((&again["state"], &again["attempts"]), (&json!("pending"), &json!(0)));
    let over = program.call("POST", &at(0, "/cancel"), None).await.good(200);
    assert_eq!(over["state"], "cancelled");
    story.owner.batch_execute("update scraping_jobs set state = 'completed'").await.unwrap();
    for verb in ["/cancel", "/retry"] {
        assert_eq!(program.call("POST", &at(0, verb), None).await.problem(), (409, "conflict".to_owned()), "{verb}");
    }

    let alerts = program.get("/api/v1/alerts").await.good(200);
    assert_eq!((&alerts[0]["message"], &alerts[0]["seen_at"]), (&json!("The token has expired"), &json!(null)));
    assert_eq!(program.call("POST", "/api/v1/alerts/seen", None).await.good(200), json!({"seen": 1}));
    assert!(program.get("/api/v1/alerts").await.good(200)[0]["seen_at"].is_string());
}
