//! What an engagement weighs, by the API.

use serde_json::json;

use super::Story;
use crate::support::story::PEOPLE;

const WEIGHTS: &str = "/api/v1/weights";

#[tokio::test]
async fn weights_are_read_and_changed_and_scores_follow() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let own = program.get(WEIGHTS).await.good(200);
    assert_eq!((&own["version"], &own["weights"]["comments"]), (&json!(0), &json!(5)));
    let score = async || program.get("/api/v1/people/901").await.good(200)["engagement_score"].clone();
    // A like and a comment, and a like.
    assert_eq!(score().await, json!(7));
    let heavy = json!({"likes": 1, "reactions": 2, "comments": 50, "shares": 8, "follows": 6, "clicks": 1});
    let changed = program.call("PUT", WEIGHTS, Some(&heavy.to_string())).await.good(200);
    assert_eq!((&changed["version"], &changed["weights"]), (&json!(1), &heavy));
    assert_eq!(score().await, json!(52));
    for (key, wrong) in [
        ("likes", json!(-1)),
        ("clicks", json!(10_001)),
        ("shares", json!(1.5)),
        ("tenant_id", json!("x")),
        ("follows", json!(null)),
    ] {
        let mut said = heavy.clone();
        said[key] = wrong;
        let reply = program.call("PUT", WEIGHTS, Some(&said.to_string())).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{said}");
    }
    assert_eq!(program.call("PUT", WEIGHTS, Some("{\"likes\": 1}")).await.problem().0, 422, "all of them are said");
    assert_eq!(program.get(WEIGHTS).await.good(200), changed);
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'weights.changed'").await, 1);
}
