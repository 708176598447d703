//! Audience segments by the API.

use serde_json::{Value, json};

use super::Story;
use crate::support::story::PEOPLE;

const SEGMENTS: &str = "/api/v1/segments";

#[tokio::test]
async fn a_segment_is_tried_made_read_live_and_deleted() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let rule = json!({"seniorities": ["vp", "cxo"]});
    let tried = program.post(&format!("{SEGMENTS}/preview"), &json!({"rule": rule})).await.good(200);
    let count = story.one::<i64>("select count(*) from persons where seniority in ('vp', 'cxo')").await;
    assert!(count > 0 && tried["people"] == count, "{tried}");
    let made = program.post(SEGMENTS, &json!({"name": "Deciders", "rule": rule})).await.good(201);
    let one = format!("{SEGMENTS}/{}", made["id"].as_str().unwrap());
    let people = async || -> Vec<Value> {
        let (mut all, mut next) = (Vec::new(), String::new());
        loop {
            let page = program.get(&format!("{one}/people?limit=1{next}")).await.good(200);
            all.extend(page["items"].as_array().unwrap().iter().cloned());
            match page["next"].as_str() {
                Some(cursor) => next = format!("&cursor={cursor}"),
                None => break all,
            }
        }
    };
    assert_eq!(people().await.len(), usize::try_from(count).unwrap());
    // Membership is asked, never stored.
    story.owner.batch_execute("update persons set seniority = 'vp'").await.unwrap();
    let all: i64 = story.one("select count(*) from persons").await;
    assert_eq!(people().await.len(), usize::try_from(all).unwrap());

    for (wrong, words) in [
        (json!({"rule": {"seniority": ["vp"]}}), "there is no key"),
        (json!({"rule": {"seniorities": ["emperor"]}}), "emperor"),
        (json!({"rule": {"window_days": 3}}), "needs"),
        (json!({"rule": null}), "rule is missing"),
        (json!({"linkedin_segment_id": "7"}), "unknown field"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{}", reply.whole);
    }
    let wrong = program.post(&format!("{SEGMENTS}/preview"), &json!({"rule": {"tags": "vip"}})).await;
    assert_eq!(wrong.problem(), (422, "invalid".to_owned()));
    assert_eq!(program.post(SEGMENTS, &json!({"name": "deciders"})).await.problem(), (409, "conflict".to_owned()));
    let renamed = program.patch(&one, &json!({"name": "Who decides", "rule": {}})).await.good(200);
    assert_eq!((&renamed["name"], &renamed["rule"]), (&json!("Who decides"), &json!({})));
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&format!("{one}/people")).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'segment.deleted'").await, 1);
}
