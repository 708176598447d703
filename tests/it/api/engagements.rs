//! Engagements by the API, one and ten thousand.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Story;
use crate::support::program::Program;

const ENGAGEMENTS: &str = "/api/v1/engagements";
const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

fn event(person: &str) -> Value {
    json!({"post_url": POST, "engagement_type": "reaction", "reaction_type": "like", "occurred_at": "2026-01-31T12:34:56Z",
        "person": {"linkedin_url": format!("https://www.linkedin.com/in/{person}"), "name": person, "headline": "VP Marketing at Nordlicht"}})
}

fn lines(events: impl IntoIterator<Item = Value>) -> String {
    events.into_iter().fold(String::new(), |mut all, event| {
        let _ = writeln!(all, "{event}");
        all
    })
}

async fn ingest(program: &Program, body: &str) -> crate::webhooks::stand::Reply {
    program.saying("content-type", "application/x-ndjson").call("POST", ENGAGEMENTS, Some(body)).await
}

#[tokio::test]
async fn lines_become_engagements_once_and_what_cannot_be_used_is_told_by_its_line() {
    let story = Story::begin().await;
    let (well, secret, err) = story.say(&["api-key", "add", "Ingest", "--scope", "ingest"]);
    assert!(well, "{err}");
    let program = Program::new(story.server.address, secret.trim());
    let body = format!(
        "{}\r\n\n  not json\n{}",
        lines([event("ada")]),
        lines([event("eva"), json!({"engagement_type": "wave"})])
    );
    let told = ingest(&program, &body).await.good(200);
    assert_eq!(
        (&told["events"], &told["created"], &told["people_created"], &told["refused"]),
        (&json!(4), &json!(2), &json!(2), &json!(2)),
        "{told}"
    );
    let reasons = told["reasons"].as_array().unwrap();
    let of: Vec<(i64, &str)> =
        reasons.iter().map(|why| (why["line"].as_i64().unwrap(), why["reason"].as_str().unwrap())).collect();
    assert!(of[0].0 == 4 && of[0].1.starts_with("this line is no JSON") && of[1].0 == 6, "{of:?}");
    // The same lines again change nothing.
    let again = ingest(&program, &body).await.good(200);
    assert_eq!((&again["created"], &again["unchanged"], &again["people_created"]), (&json!(0), &json!(2), &json!(0)));
    assert_eq!(story.one::<i64>("select count(*) from engagements").await, 2);
    assert_eq!(story.one::<String>("select distinct source::text from engagements").await, "webhook");
    // What nobody can use changes nothing, and is a mistake.
    for (nothing, words) in
        [("", "the body is empty"), ("\n \n", "the body is empty"), ("[]\n{}", "none of the events can be used")]
    {
        let reply = ingest(&program, nothing).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{nothing:?}");
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{}", reply.whole);
    }
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
}

#[tokio::test]
async fn ten_thousand_come_in_one_call_and_one_more_is_too_many() {
    let story = Story::begin().await;
    let plain = story.program("default");
    let program = plain.saying("idempotency-key", "monday");
    // Two hundred people, fifty posts.
    let of = |number: usize| {
        let mut one = event(&format!("person-{}", number % 200));
        one["post_url"] = json!(format!(
            "https://www.linkedin.com/feed/update/urn:li:activity:{}/",
            7_345_012_345_678_000_000_usize + number / 200
        ));
        one
    };
    let many = lines((0..10_000).map(of));
    let told = ingest(&program, &many).await.good(200);
    assert_eq!((&told["created"], &told["people_created"]), (&json!(10_000), &json!(200)), "{told}");
    let again = ingest(&program, &many).await;
    assert_eq!((again.header("idempotent-replayed"), again.good(200)), (Some("true"), told));
    let reply = ingest(&plain, &lines((0..10_001).map(of))).await;
    assert_eq!(reply.problem(), (422, "invalid".to_owned()));
    assert!(reply.whole.contains("more than 10000 events"), "{}", reply.whole);
    assert_eq!(story.one::<i64>("select count(*) from engagements").await, 10_000);
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
}

#[tokio::test]
async fn engagements_are_listed_as_they_come_and_one_is_taken_back() {
    let story = Story::begin().await;
    let program = story.program("default");
    ingest(&program, &lines([event("ada"), event("eva")])).await.good(200);
    let page = program.get(&format!("{ENGAGEMENTS}?limit=1")).await.good(200);
    let cursor = page["next"].as_str().unwrap().to_owned();
    ingest(&program, &lines([event("zoe")])).await.good(200);
    let rest = program.get(&format!("{ENGAGEMENTS}?cursor={cursor}")).await.good(200);
    let names: Vec<&str> =
        rest["items"].as_array().unwrap().iter().map(|item| item["person"].as_str().unwrap()).collect();
    assert_eq!(names, ["eva", "zoe"]);
    let zoe = &rest["items"][1];
    for (filter, count) in [
        (format!("person_id={}", zoe["person_id"]), 1),
        (format!("post_id={}", zoe["post_id"]), 3),
        ("type=comment".to_owned(), 0),
        ("since=2026-02-01T00:00:00Z".to_owned(), 0),
        ("until=2026-02-01T00:00:00Z".to_owned(), 3),
        ("campaign_id=7".to_owned(), 0),
    ] {
        let found = program.get(&format!("{ENGAGEMENTS}?{filter}")).await.good(200);
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{filter}");
    }
    let one = format!("{ENGAGEMENTS}/{}", zoe["id"]);
    assert_eq!(&program.get(&one).await.good(200), zoe);
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.delete(&one).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from engagements").await, 2);
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'engagement.deleted'").await, 1);
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
}
