//! The content calendar by the API.

use serde_json::json;

use super::Story;

const CALENDAR: &str = "/api/v1/calendar";

#[tokio::test]
async fn an_entry_is_planned_moved_published_and_deleted() {
    let story = Story::begin().await;
    let program = story.program("default");
    let campaign = program.post("/api/v1/campaigns", &json!({"name": "Spring"})).await.good(201)["id"].clone();
    let said = json!({"title": "Case study", "scheduled_at": "2026-12-01T10:00:00+01:00", "campaign_id": campaign, "content_type": "video"});
    let made = program.post(CALENDAR, &said).await.good(201);
    assert_eq!(
        (&made["scheduled_at"], &made["status"], &made["campaign"]),
        (&json!("2026-12-01T09:00:00Z"), &json!("draft"), &json!("Spring")),
        "{made}"
    );
    let one = format!("{CALENDAR}/{}", made["id"].as_str().unwrap());
    let moved =
        program.patch(&one, &json!({"scheduled_at": "2026-12-02T09:00:00Z", "status": "scheduled"})).await.good(200);
    assert_eq!((&moved["scheduled_at"], &moved["title"]), (&json!("2026-12-02T09:00:00Z"), &made["title"]));
    for (window, count) in [
        ("since=2026-12-02T00:00:00Z&until=2026-12-03T00:00:00Z", 1),
        ("since=2026-12-03T00:00:00Z", 0),
        ("until=2026-12-02T09:00:00Z", 0),
        ("status=draft", 0),
        ("status=scheduled", 1),
    ] {
        let found = program.get(&format!("{CALENDAR}?{window}")).await.good(200);
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{window}");
    }
    for (wrong, status) in [
        (json!({"scheduled_at": "tomorrow"}), 422),
        (json!({"scheduled_at": null}), 422),
        (json!({"status": "dreamt"}), 422),
        (json!({"budget": -1}), 422),
        (json!({"campaign_id": 2_000_000_000}), 409),
        (json!({"title": "two\nlines"}), 422),
    ] {
        assert_eq!(program.patch(&one, &wrong).await.problem().0, status, "{wrong}");
    }
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.delete(&one).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'calendar_entry.deleted'").await, 1);
}
