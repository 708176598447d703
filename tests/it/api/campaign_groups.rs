//! Campaign groups by the API.

use serde_json::json;

use super::Story;
use crate::support::story::PEOPLE;

const GROUPS: &str = "/api/v1/campaign-groups";

#[tokio::test]
async fn a_group_is_made_filled_counted_and_deleted_and_its_campaigns_stay() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let made =
        program.post(GROUPS, &json!({"name": "Acme", "client_name": "Acme GmbH", "budget": 1500})).await.good(201);
    assert_eq!((&made["campaigns"], &made["status"], &made["currency"]), (&json!(0), &json!("active"), &json!("USD")));
    let one = format!("{GROUPS}/{}", made["id"]);
    let bare = program.get(&format!("{one}/figures")).await.good(200);
    assert_eq!((&bare["people"], &bare["engagements"], &bare["spend"]), (&json!(0), &json!(0), &json!(null)));
    for campaign in ["901", "902"] {
        program.patch(&format!("/api/v1/campaigns/{campaign}"), &json!({"group": "acme"})).await.good(200);
    }
    // One post is of both campaigns: what people did with it counts once, and so do they.
    story.owner.batch_execute("insert into campaign_posts (campaign_id, post_id) values (902, 901)").await.unwrap();
    let figures = program.get(&format!("{one}/figures")).await.good(200);
    let (people, engagements): (i64, i64) = {
        let row =
            story.owner.query_one("select count(distinct person_id), count(*) from engagements", &[]).await.unwrap();
        (row.get(0), row.get(1))
    };
    assert_eq!((figures["people"].as_i64(), figures["engagements"].as_i64()), (Some(people), Some(engagements)));
    assert_eq!(
        (&figures["posts"], &figures["campaigns"], &figures["impressions"]),
        (&json!(2), &json!(2), &json!(1000))
    );
    let campaigns = program.get("/api/v1/campaigns?group=Acme").await.good(200);
    let summed: i64 = campaigns["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["metrics"]["unique_engagers"].as_i64().unwrap())
        .sum();
    assert!(campaigns["items"].as_array().unwrap().len() == 2 && summed > people, "{summed} is no sum to be shown");
    assert_eq!(program.get(&one).await.good(200)["campaigns"], 2);

    for (wrong, code) in [
        (json!({"name": null}), 422),
        (json!({"status": "gone"}), 422),
        (json!({"campaigns": 3}), 422),
        (json!({"linkedin_group_id": "7"}), 422),
        (json!({"start_date": "2026-03-02", "end_date": "2026-03-01"}), 422),
        (json!({"budget": -1}), 422),
    ] {
        assert_eq!(program.patch(&one, &wrong).await.problem().0, code, "{wrong}");
    }
    assert_eq!(program.post(GROUPS, &json!({"name": "ACME"})).await.problem(), (409, "conflict".to_owned()));
    let changed =
        program.patch(&one, &json!({"client_name": null, "status": "paused", "currency": "EUR"})).await.good(200);
    assert_eq!(
        (&changed["client_name"], &changed["status"], &changed["currency"]),
        (&json!(null), &json!("paused"), &json!("EUR"))
    );
    assert_eq!(changed["name"], "Acme", "what is not named stays");
    let found = program.get(&format!("{GROUPS}?status=paused&search=acm&sort=campaigns&order=desc")).await.good(200);
    assert_eq!(found["items"][0]["id"], made["id"]);

    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
    let campaign = program.get("/api/v1/campaigns/901").await.good(200);
    assert_eq!((&campaign["group"], &campaign["name"]), (&json!(null), &json!("Spring")));
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'group.deleted'").await, 1);
}
