//! Reports by the API.

use serde_json::{Value, json};

use super::Story;
use crate::support::{browser::Browser, story::PEOPLE};

const REPORTS: &str = "/api/v1/reports";

#[tokio::test]
async fn a_report_is_made_read_opened_and_revoked_by_a_program() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    story
        .owner
        .batch_execute(
            "insert into campaign_groups (id, name) values (77, 'Both'); update campaigns set campaign_group_id = 77",
        )
        .await
        .unwrap();
    let program = story.program("default");
    let made = program.post(REPORTS, &json!({"title": "For Acme", "group_id": 77, "good_for": 3})).await.good(201);
    assert_eq!((&made["state"], &made["opened"], &made["names_people"]), (&json!("open"), &json!(0), &json!(false)));
    let names: Vec<&str> =
        made["campaigns"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "{made}");
    let good: bool = story
        .one("select expires_at between now() + interval '71 hours' and now() + interval '73 hours' from reports")
        .await;
    assert!(good, "three days");
    let one = format!("{REPORTS}/{}", made["id"].as_str().unwrap());
    let content = program.get(&format!("{one}/content")).await.good(200);
    let people: i64 = story.one("select count(distinct person_id) from engagements").await;
    assert_eq!(content["totals"]["people"], people);
    assert_eq!((&content["people"], content["campaigns"].as_array().unwrap().len()), (&json!([]), 2));

    // Where nobody says whom they were to reach, it is whom they are meant for, if that is said.
    let meant = "insert into personas (id, name) values ('00000000-0000-4000-8000-0000000000a1', 'Meant'), ('00000000-0000-4000-8000-0000000000a2', 'Not meant'); \
        insert into campaign_personas (campaign_id, persona_id) values (901, '00000000-0000-4000-8000-0000000000a1')";
    story.owner.batch_execute(meant).await.unwrap();
    // One of several that is meant for nobody in particular is not measured by those of the others.
    let all = json!(["Meant", "Not meant"]);
    for (campaigns, names) in [(json!([901]), json!(["Meant"])), (json!([902]), all.clone()), (json!([901, 902]), all)]
    {
        let made = program.post(REPORTS, &json!({"title": "One", "campaigns": campaigns})).await.good(201);
        let path = format!("{REPORTS}/{}", made["id"].as_str().unwrap());
        let content = program.get(&format!("{path}/content")).await.good(200);
        let told: Vec<&Value> = content["personas"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
        assert_eq!(json!(told), names);
        program.call("POST", &format!("{path}/revoke"), None).await.good(200);
    }

    // Whoever has the path needs no key and no cookie.
    let path = made["path"].as_str().unwrap();
    let opened = Browser::new(story.server.address).get(path).await;
    assert!(opened.status == 200 && opened.body().contains("For Acme"), "{}", opened.whole);
    let read = program.get(&one).await.good(200);
    assert_eq!((&read["opened"], &read["path"]), (&json!(1), &json!(null)), "the link is told once");
    let listed = program.get(&format!("{REPORTS}?search=acme&sort=opened&order=desc")).await.good(200);
    assert_eq!(listed["items"], json!([read]));

    let revoke = format!("{one}/revoke");
    let revoked = program.call("POST", &revoke, None).await.good(200);
    assert_eq!(revoked["state"], "revoked");
    assert_eq!(
        program.call("POST", &revoke, None).await.good(200)["revoked_at"],
        revoked["revoked_at"],
        "once is enough"
    );
    assert_eq!(Browser::new(story.server.address).get(path).await.status, 404);
    assert_eq!(program.get(REPORTS).await.good(200)["items"], json!([]));
    assert_eq!(program.get(&format!("{REPORTS}?all=true")).await.good(200)["items"].as_array().unwrap().len(), 4);

    for wrong in [
        json!({"title": "x"}),
        json!({"title": "x", "campaigns": [901], "group_id": 77}),
        json!({"title": "x", "campaigns": []}),
        json!({"title": " ", "campaigns": [901]}),
        json!({"title": "x", "campaigns": [901], "personas": []}),
        json!({"title": "x", "campaigns": [901], "good_for": 0}),
        json!({"title": "x", "campaigns": [901], "good_for": 366}),
        json!({"title": "x", "campaigns": [901], "first_day": "2026-03-02", "last_day": "2026-03-01"}),
        json!({"title": "x", "campaigns": [901], "expires_at": "2099-01-01T00:00:00Z"}),
        json!({"title": "x", "campaigns": (1..=201).collect::<Vec<i32>>()}),
    ] {
        assert_eq!(program.post(REPORTS, &wrong).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    for absent in [json!({"title": "x", "campaigns": [901, 5]}), json!({"title": "x", "group_id": 5})] {
        assert_eq!(program.post(REPORTS, &absent).await.problem(), (404, "not_found".to_owned()), "{absent}");
    }
}

#[tokio::test]
async fn s22_the_token_of_a_report_is_kept_nowhere_not_even_for_a_call_that_comes_again() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default").saying("idempotency-key", "for Acme");
    let said = json!({"title": "For Acme", "campaigns": [901]});
    let first = program.post(REPORTS, &said).await.good(201);
    let token = first["path"].as_str().unwrap().split_once("token=").unwrap().1;
    let again = program.post(REPORTS, &said).await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((&again.json()["id"], &again.json()["path"]), (&first["id"], &json!(null)));
    assert_eq!(story.one::<i64>("select count(*) from reports").await, 1);
    for table in ["reports", "idempotency_keys", "audit_log"] {
        let rows: Value = story.one(&format!("select jsonb_agg(to_jsonb(t)) from {table} t")).await;
        assert!(rows.is_array() && !rows.to_string().contains(token), "{table}");
    }
}
