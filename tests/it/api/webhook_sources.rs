//! Sources of webhooks by the API: made, paused, given another secret, deleted, and what a delivery needs.

use serde_json::{Value, json};

use super::Story;
use crate::webhooks::stand::{self, Signed};

const SOURCES: &str = "/api/v1/webhook-sources";

/// What is answered to a delivery that is signed with a secret as it was told.
async fn delivered(story: &Story, secret: &str, id: &str) -> u16 {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let secret = BASE64_STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let now = jiff::Timestamp::now().as_second();
    let signed = Signed::new("/hooks/default/crm", &secret, id, now, "{\"type\": \"nothing\"}");
    stand::send(story.server.address, &signed.request()).await.unwrap().status
}

#[tokio::test]
async fn a_source_is_made_paused_rotated_and_deleted_and_its_secret_is_told_once() {
    let story = Story::begin().await;
    let program = story.program("default");
    let twice = program.saying("idempotency-key", "crm");
    let made = twice.post(SOURCES, &json!({"name": "crm", "kind": "generic"})).await.good(201);
    let secret = made["secret"].as_str().unwrap().to_owned();
    assert_eq!(
        (&made["path"], &made["has_secret"], &made["is_active"]),
        (&json!("/hooks/default/crm"), &json!(true), &json!(true))
    );
    assert_eq!(twice.post(SOURCES, &json!({"name": "crm", "kind": "generic"})).await.good(201)["secret"], Value::Null);
    let one = format!("{SOURCES}/{}", made["id"].as_str().unwrap());
    assert_eq!(program.get(&one).await.good(200)["secret"], Value::Null);
    assert_eq!(delivered(&story, &secret, "a").await, 200);
    // Paused, it takes nothing, and resumed it does again.
    assert_eq!(program.patch(&one, &json!({"is_active": false})).await.good(200)["is_active"], false);
    assert_ne!(delivered(&story, &secret, "b").await, 200);
    program.patch(&one, &json!({"is_active": true})).await.good(200);
    assert_eq!(delivered(&story, &secret, "b").await, 200);
    // Both secrets are good for a time, or the new one alone.
    let rotated = program.post(&format!("{one}/secret"), &json!({"keep_hours": 1})).await.good(200);
    let second = rotated["secret"].as_str().unwrap().to_owned();
    assert!(second != secret && rotated["previous_until"].is_string(), "{rotated}");
    assert_eq!((delivered(&story, &secret, "c").await, delivered(&story, &second, "d").await), (200, 200));
    let third = program.post(&format!("{one}/secret"), &json!({"keep_hours": 0})).await.good(200);
    let third = third["secret"].as_str().unwrap().to_owned();
    assert_ne!(delivered(&story, &second, "e").await, 200);
    assert_eq!(delivered(&story, &third, "f").await, 200);
    for (wrong, words) in [
        (json!({"keep_hours": 721}), "from 0 to 720"),
        (json!({"keep_hours": 1, "secret": "canary words"}), "Standard Webhooks"),
    ] {
        let reply = program.post(&format!("{one}/secret"), &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(reply.whole.contains(words) && !reply.whole.contains("canary"), "{}", reply.whole);
    }
    let sealed = "select count(*) from webhook_sources where position(convert_to($1, 'utf8') in sealed_secret) > 0";
    assert_eq!(story.owner.query_one(sealed, &[&third]).await.unwrap().get::<_, i64>(0), 0);
    let said = story.server.said();
    assert!(![secret, second, third].iter().any(|secret| said.contains(secret)), "{said}");
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
    let noted = "select count(*) from audit_log where event in ('webhook.added', 'webhook.paused', 'webhook.resumed', 'webhook.rotated', 'webhook.deleted')";
    assert_eq!(story.one::<i64>(noted).await, 6);
}

#[tokio::test]
async fn a_source_of_hints_needs_the_connection_that_follows_them_up_and_linkedins_secret_is_not_told_back() {
    let story = Story::begin().await;
    let program = story.program("default");
    let made = "insert into linkedin_connections (name, type) values ('Page', 'company_page'), ('Apify', 'apify') returning id::text";
    let ids = story.owner.query(made, &[]).await.unwrap();
    let (page, apify): (String, String) = (ids[0].get(0), ids[1].get(0));
    let secret = "a-client-secret-of-nobody";
    for (wrong, status, words) in [
        (json!({"name": "li", "kind": "linkedin", "secret": secret}), 422, "with which connection"),
        (json!({"name": "li", "kind": "linkedin", "connection_id": page}), 422, "client secret of the app"),
        (json!({"name": "li", "kind": "linkedin", "connection_id": apify, "secret": secret}), 409, "of type apify"),
        (json!({"name": "li", "kind": "generic", "connection_id": page}), 422, "need no connection"),
        (
            json!({"name": "ap", "kind": "apify", "connection_id": "00000000-0000-4000-8000-0000000000ff"}),
            404,
            "no such connection",
        ),
        (json!({"name": "Not a name", "kind": "generic"}), 422, "lower case words"),
        (json!({"name": "x", "kind": "carrier-pigeon"}), 422, "nothing of it is repeated"),
    ] {
        let reply = program.post(SOURCES, &wrong).await;
        assert_eq!(reply.status, status, "{wrong}: {}", reply.whole);
        assert!(reply.whole.contains(words) && !reply.whole.contains(secret), "{words}: {}", reply.whole);
    }
    let made = program
        .post(SOURCES, &json!({"name": "li", "kind": "linkedin", "connection_id": page, "secret": secret}))
        .await
        .good(201);
    assert_eq!((&made["secret"], &made["connection"]), (&Value::Null, &json!("Page")));
    let made = program.post(SOURCES, &json!({"name": "ap", "kind": "apify", "connection_id": apify})).await.good(201);
    assert_eq!(made["secret"].as_str().unwrap().len(), 43);
    assert_eq!(
        program.post(SOURCES, &json!({"name": "ap", "kind": "generic"})).await.problem(),
        (409, "conflict".to_owned())
    );
    assert_eq!(program.get(SOURCES).await.good(200)["items"].as_array().unwrap().len(), 2);
}
