//! Posts by the API.

use serde_json::json;

use super::Story;
use crate::support::story::PEOPLE;

const POSTS: &str = "/api/v1/posts";
const URL: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

#[tokio::test]
async fn a_post_is_added_by_any_of_its_names_put_into_a_campaign_and_deleted() {
    let story = Story::begin().await;
    let program = story.program("default");
    let campaign = program.post("/api/v1/campaigns", &json!({"name": "Spring"})).await.good(201)["id"].clone();
    let made = program.post(POSTS, &json!({"url": URL, "title": " Well lit "})).await.good(201);
    assert_eq!((&made["title"], &made["posted_at"]), (&json!("Well lit"), &json!("2025-06-29T08:56:46.94Z")), "{made}");
    // The same post by its URN, into a campaign.
    let urn = json!({"url": "urn:li:activity:7345012345678901248", "campaign_id": campaign});
    let again = program.post(POSTS, &urn).await.good(200);
    assert_eq!((&again["id"], &again["metrics"]["campaigns"]), (&made["id"], &json!(1)), "{again}");
    assert_eq!(program.get(&format!("{POSTS}?campaign_id={campaign}")).await.good(200)["items"][0]["id"], made["id"]);

    let one = format!("{POSTS}/{}", made["id"]);
    let changed = program.patch(&one, &json!({"content_type": "video", "paid": true, "title": null})).await.good(200);
    assert_eq!(
        (&changed["content_type"], &changed["paid"], &changed["title"]),
        (&json!("video"), &json!(true), &json!(null))
    );
    for (wrong, words) in [
        (json!({"content_type": "hologram"}), "unknown variant"),
        (json!({"paid": null}), "is_paid is missing"),
        (json!({"impressions": 7}), "unknown field"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{}", reply.whole);
    }
    for wrong in ["https://example.com/post/1", "https://lnkd.in/abc", "", "https://www.linkedin.com/in/ada"] {
        assert_eq!(program.post(POSTS, &json!({"url": wrong})).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    let elsewhere = json!({"url": URL, "campaign_id": 2_000_000_000});
    assert_eq!(program.post(POSTS, &elsewhere).await.problem(), (404, "not_found".to_owned()));

    // In and out of a campaign, as often as one likes.
    let place = format!("/api/v1/campaigns/{campaign}/posts/{}", made["id"]);
    assert_eq!(program.delete(&place).await.status, 204);
    assert_eq!(program.delete(&place).await.problem(), (404, "not_found".to_owned()));
    for _ in 0..2 {
        assert_eq!(program.call("PUT", &place, None).await.status, 204);
    }
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
    let noted: i64 = story
        .one("select count(*) from audit_log where event = 'post.deleted' and actor in (select prefix from api_keys)")
        .await;
    assert_eq!(noted, 1);
}

#[tokio::test]
async fn a_posts_figures_are_those_of_the_command_line() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let listed = program.get(&format!("{POSTS}?sort=engagements&order=desc")).await.good(200);
    let said = story.json(&["post", "list"]);
    let said = said.as_array().unwrap();
    let items = listed["items"].as_array().unwrap();
    assert!(!items.is_empty() && items.len() == said.len(), "{listed}");
    for item in items {
        let row = said.iter().find(|row| row["post_id"] == item["id"]).unwrap();
        for (figure, value) in item["metrics"].as_object().unwrap() {
            assert_eq!(&row[figure], value, "{figure}");
        }
        let one = format!("{POSTS}/{}", item["id"]);
        assert_eq!(&program.get(&one).await.good(200), item);
        let days = program.get(&format!("{one}/days")).await.good(200);
        let total: i64 = days.as_array().unwrap().iter().map(|day| day["engagements"].as_i64().unwrap()).sum();
        assert_eq!(item["metrics"]["engagements"], total);
        for persona in program.get(&format!("{one}/personas")).await.good(200).as_array().unwrap() {
            assert!(persona["people"].as_i64() <= item["metrics"]["targeted_engagers"].as_i64(), "{persona}");
        }
    }
}
