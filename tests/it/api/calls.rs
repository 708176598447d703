//! What holds for every call: scopes, tenants, and one effect for one key.

use std::{collections::BTreeSet, time::Duration};

use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use super::Story;
use crate::support::{program::Program, server::Server};

const CAMPAIGNS: &str = "/api/v1/campaigns";

/// Every operation of the document: method, path, and whether it changes something.
fn operations(document: &Value) -> Vec<(String, String, bool)> {
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in ["get", "post", "put", "patch", "delete"] {
            if item[method].is_object() {
                let changes = method != "get" && item[method]["x-reads"] != true;
                operations.push((method.to_uppercase(), path.clone(), changes));
            }
        }
    }
    operations
}

/// A path with an id in it, as its noun has them.
fn at(path: &str, number: &str, id: &str) -> String {
    path.replace("{id}", if path.contains("/personas") { id } else { number })
}

/// An id that nothing has.
const NOTHING: (&str, &str) = ("2000000000", "00000000-0000-4000-8000-0000000000ff");

#[tokio::test]
async fn the_document_is_whole_and_names_every_operation_once() {
    let story = Story::begin().await;
    // Whoever has no key may read it: nothing of a tenant's is in it.
    let document = Program::new(story.server.address, "").get("/api/openapi.json").await.good(200);
    assert_eq!(document["openapi"].as_str().unwrap().split('.').next(), Some("3"));
    let mut names = BTreeSet::new();
    for (method, path, _) in operations(&document) {
        let operation = &document["paths"][&path][method.to_lowercase()];
        let name = operation["operationId"].as_str().unwrap_or_else(|| panic!("{method} {path} has no name"));
        assert!(names.insert(name.to_owned()), "{name} twice");
        assert!(operation["summary"].is_string() && operation["tags"][0].is_string(), "{method} {path}");
        for status in ["4XX", "5XX"] {
            assert!(operation["responses"][status].is_object(), "{method} {path} {status}");
        }
    }
    let text = document.to_string();
    for place in text.split("\"$ref\":\"#").skip(1) {
        let place = place.split('"').next().unwrap();
        assert!(document.pointer(place).is_some(), "{place} leads nowhere");
    }
    // What is there answers other methods in words too.
    let program = story.program("default");
    assert_eq!(program.call("PUT", "/api/v1/me", Some("{}")).await.problem(), (405, "method_not_allowed".to_owned()));
}

#[tokio::test]
async fn a_key_does_what_its_scopes_say_and_nothing_else() {
    let story = Story::begin().await;
    let document = Program::new(story.server.address, "").get("/api/openapi.json").await.json();
    let read = Program::new(story.server.address, &story.key("default", "Reader", &[]));
    let ingest = {
        let (well, key, err) = story.say(&["api-key", "add", "Ingest", "--scope", "ingest"]);
        assert!(well, "{err}");
        Program::new(story.server.address, key.trim())
    };
    let nobody = Program::new(story.server.address, "rapport_00000000.nothing");
    for (method, path, changes) in operations(&document) {
        let body = (method != "GET").then_some("{}");
        let at = at(&path, NOTHING.0, NOTHING.1);
        assert_eq!(
            nobody.call(&method, &at, body).await.problem(),
            (401, "unauthorized".to_owned()),
            "{method} {path}"
        );
        if path == "/api/v1/me" {
            continue;
        }
        assert_eq!(ingest.call(&method, &at, body).await.problem(), (403, "forbidden".to_owned()), "{method} {path}");
        if changes {
            assert_eq!(read.call(&method, &at, body).await.problem(), (403, "forbidden".to_owned()), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn t1_what_is_another_tenants_answers_like_what_is_not_there() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let theirs = story.program("second");
    let said = json!({"name": "canary-campaign", "description": "canary-description", "group": "canary-group"});
    let id = theirs.post(CAMPAIGNS, &said).await.good(201)["id"].to_string();
    let said = json!({"name": "canary-persona", "description": "canary-words", "criteria": {"title": {"include": ["canary"]}}});
    let persona = theirs.post("/api/v1/personas", &said).await.good(201)["id"].as_str().unwrap().to_owned();
    let program = story.program("default");
    let document = program.get("/api/openapi.json").await.json();
    let refill = "update api_keys set theoretical_arrival = '2000-01-01'";
    for (method, path, _) in operations(&document) {
        story.owner.batch_execute(refill).await.unwrap();
        let body = |persona: &str| match (method.as_str(), path.as_str()) {
            ("GET" | "DELETE", _) => None,
            (_, "/api/v1/personas/preview") => Some(json!({"persona_id": persona, "criteria": {}}).to_string()),
            ("POST", _) => Some(json!({"name": format!("Mine {path}")}).to_string()),
            _ => Some(json!({"name": "Taken"}).to_string()),
        };
        let reply = program.call(&method, &at(&path, &id, &persona), body(&persona).as_deref()).await;
        assert!(!reply.whole.contains("canary"), "{method} {path}: {}", reply.whole);
        if path.contains("{id}") || path.ends_with("/preview") {
            let absent = program.call(&method, &at(&path, NOTHING.0, NOTHING.1), body(NOTHING.1).as_deref()).await;
            assert_eq!(reply.problem(), (404, "not_found".to_owned()), "{method} {path}");
            assert_eq!(reply.lasting(), absent.lasting(), "{method} {path}");
        }
    }
    let kept = theirs.get(&format!("{CAMPAIGNS}/{id}")).await.good(200);
    assert_eq!(kept["name"], "canary-campaign");
    let kept = theirs.get(&format!("/api/v1/personas/{persona}")).await.good(200);
    assert_eq!(kept["name"], "canary-persona");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r17_a_call_of_one_key_has_one_effect_however_often_it_comes() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let program = story.program("default");
    let once = program.saying("idempotency-key", "made on Monday");
    let said = json!({"name": "Once"});
    let callers: Vec<_> = (0..50)
        .map(|_| {
            let (once, said) = (once.clone(), said.clone());
            tokio::spawn(async move { once.post(CAMPAIGNS, &said).await })
        })
        .collect();
    let mut made = BTreeSet::new();
    for caller in callers {
        let reply = caller.await.unwrap();
        match reply.status {
            201 => _ = made.insert(reply.json().to_string()),
            _ => assert_eq!(reply.problem(), (409, "conflict".to_owned())),
        }
    }
    assert_eq!(made.len(), 1, "{made:?}");
    let again = once.post(CAMPAIGNS, &said).await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(again.good(201).to_string(), *made.first().unwrap());
    // The key stands for this call alone: another body, another path, another method is a mistake.
    let id = again.json()["id"].to_string();
    for reply in [
        once.post(CAMPAIGNS, &json!({"name": "Other"})).await,
        once.patch(&format!("{CAMPAIGNS}/{id}"), &said).await,
        once.call("DELETE", &format!("{CAMPAIGNS}/{id}"), None).await,
    ] {
        assert_eq!(reply.problem(), (422, "invalid".to_owned()));
    }
    // What failed had no effect, and may be said again.
    let failed = program.saying("idempotency-key", "failed");
    assert_eq!(failed.post(CAMPAIGNS, &said).await.problem(), (409, "conflict".to_owned()));
    failed.post(CAMPAIGNS, &json!({"name": "Twice"})).await.good(201);
    // The same words of another key are another's, and of another tenant's still more.
    let theirs = story.program("second").saying("idempotency-key", "made on Monday");
    let reply = theirs.post(CAMPAIGNS, &said).await;
    assert_eq!((reply.status, reply.header("idempotent-replayed")), (201, None));
    for wrong in ["", &"x".repeat(256), "\u{e9}"] {
        let reply = program.saying("idempotency-key", wrong).post(CAMPAIGNS, &json!({"name": "No"})).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong:?}");
    }
    let count: i64 = story.one("select count(*) from campaigns where name in ('Once', 'Twice', 'No', 'Other')").await;
    assert_eq!(count, 3);
    // A day later nobody asks any more.
    let gone: i64 = story
        .one("with old as (update idempotency_keys set created_at = now() - interval '25 hours' returning 1) select count(*) from old")
        .await;
    let purged: i64 = story.one("select app.purge_idempotency_keys()").await;
    assert_eq!((gone, purged), (3, 3));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r17_the_answer_outlives_the_server_that_did_not_give_it() {
    let story = Story::begin().await;
    let key = story.key("default", "Program", &["--scope", "write"]);
    let doomed = Server::start(&story.app.url(), &["--no-worker"]);
    let once = Program::new(doomed.address, &key).saying("idempotency-key", "lost");
    // The call comes, and its caller is gone before the answer.
    let mut stream = TcpStream::connect(doomed.address).await.unwrap();
    stream.write_all(once.request("POST", CAMPAIGNS, Some(r#"{"name": "Lost"}"#)).as_bytes()).await.unwrap();
    let made = async {
        while story.one::<i64>("select count(*) from campaigns where name = 'Lost'").await == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), made).await.expect("the campaign was not made");
    drop(doomed);
    drop(stream);
    let again = Program { server: story.server.address, ..once };
    let reply = again.post(CAMPAIGNS, &json!({"name": "Lost"})).await;
    // Another body by its bytes is another call; the same bytes are answered as they were.
    assert_eq!(reply.status, 422, "{}", reply.whole);
    let reply = again.call("POST", CAMPAIGNS, Some(r#"{"name": "Lost"}"#)).await;
    assert_eq!((reply.status, reply.header("idempotent-replayed")), (201, Some("true")), "{}", reply.whole);
    assert_eq!(story.one::<i64>("select count(*) from campaigns where name = 'Lost'").await, 1);
}
