//! SQL in every parameter of every operation: nothing of it is read.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{
    Story,
    calls::{at, nothing, one_of_everything, operations},
};
use crate::{
    support::{
        app::rows,
        payloads::{HARMLESS, SQL, encoded, odd},
        program::Program,
        story::PEOPLE,
    },
    webhooks::stand::Reply,
};

/// Whatever is called changes when the key was used, and nothing else.
const BUT: [&str; 2] = ["api_keys", "idempotency_keys"];

/// Two of everything in every list, and a program.
async fn begin() -> (Story, Program) {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    one_of_everything(&story, "default", &program).await;
    let more = "insert into uploads (file_name, file_bytes, begun_by) select file_name, file_bytes, begun_by from uploads;
        insert into scraping_jobs (kind, connection_id, state) select kind, connection_id, state from scraping_jobs;
        insert into webhook_deliveries (endpoint_id, event, state, ended_at, facts) select endpoint_id, event, state, ended_at, facts from webhook_deliveries;
        insert into csv_imports (kind, format, file_name, file_bytes, file_sha256) select kind, format, 'another', 1, sha256('x') from csv_imports;
        insert into audience_demographics (account, section, segment, first_day, last_day) select account, section, 'another', first_day, last_day from audience_demographics;
        insert into linkedin_connections (name, type) values ('Another', 'apify');
        insert into webhook_sources (name, kind) values ('another', 'generic')";
    story.owner.batch_execute(more).await.unwrap();
    for (noun, said) in [
        ("campaign-groups", json!({"name": "Another"})),
        ("personas", json!({"name": "Another"})),
        ("strategies", json!({"name": "Another", "type": "awareness"})),
        ("segments", json!({"name": "Another"})),
        ("custom-audiences", json!({"name": "Another"})),
        ("calendar", json!({"title": "Another", "scheduled_at": "2026-12-02T09:00:00Z"})),
        ("ads", json!({"campaign_id": 901, "name": "Another"})),
        ("reports", json!({"title": "Another", "campaigns": [901]})),
    ] {
        program.post(&format!("/api/v1/{noun}"), &said).await.good(201);
    }
    (story, program)
}

/// What an answer says of what was found, without the words of whoever asked.
fn told(reply: &Reply, asked: &str) -> (u16, Value) {
    if reply.status != 200 {
        return (reply.status, Value::Null);
    }
    let Ok(said) = serde_json::from_str::<Value>(reply.body()) else {
        return (200, reply.body().replace(asked, "").into());
    };
    (200, said.get("items").cloned().unwrap_or_else(|| said.to_string().replace(&json!(asked).to_string(), "").into()))
}

/// Asks with every so manieth of the payloads in one place, which must do what a harmless word does there.
async fn all_alike(story: &Story, what: &str, each: usize, ask: impl AsyncFn(&str) -> Reply) {
    story.owner.batch_execute("update api_keys set theoretical_arrival = '2000-01-01'").await.unwrap();
    let wanted = told(&ask(HARMLESS).await, HARMLESS);
    assert!(wanted.0 < 500, "{what}");
    for payload in SQL.into_iter().step_by(each) {
        let reply = ask(payload).await;
        assert_eq!(told(&reply, payload), wanted, "{what}, {payload:?}: {}", reply.whole);
    }
    for payload in odd() {
        let reply = ask(&payload).await;
        let is_refused = [400, 404, 414, 422, 431].contains(&reply.status);
        let start: String = payload.chars().take(20).collect();
        assert!(is_refused || told(&reply, &payload) == wanted, "{what}, {start:?}: {}", reply.whole);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s12_no_parameter_of_the_api_is_read_as_sql() {
    let (story, program) = begin().await;
    let before = rows(&story.owner, &BUT).await;
    let document = program.get("/api/openapi.json").await.json();
    let ids = nothing();
    let mut asked = 0;
    for (method, path, _) in operations(&document) {
        let parameters = document["paths"][&path][method.to_lowercase()]["parameters"].as_array().cloned();
        for parameter in parameters.unwrap_or_default() {
            let name = parameter["name"].as_str().unwrap();
            asked += 1;
            // What is no text at all is refused before anybody asks for it.
            let schema = &parameter["schema"];
            let is_text = schema["type"] == "string" && schema["enum"].is_null() && schema["format"].is_null();
            let each = if is_text && parameter["in"] == "query" { 1 } else { 8 };
            match parameter["in"].as_str().unwrap() {
                "query" => {
                    let place = at(&path, &ids);
                    // A search and an audience are for something else as well.
                    let more =
                        if path.ends_with("/audience") && name != "segment_id" { "segment_id=none&" } else { "" };
                    let more = if path.ends_with("/search") && name != "q" { "q=canary&" } else { more };
                    all_alike(&story, &format!("{method} {path}, {name}"), each, async |word| {
                        program.call(&method, &format!("{place}?{more}{name}={}", encoded(word)), None).await
                    })
                    .await;
                }
                "path" => {
                    all_alike(&story, &format!("{method} {path}, {name}"), each, async |word| {
                        let place = at(&path.replace(&format!("{{{name}}}"), &encoded(word)), &ids);
                        program.call(&method, &place, (method != "GET").then_some("{}")).await
                    })
                    .await;
                }
                // Headers are no text of a statement: a key is hashed with what it is for, and other bytes are refused.
                _ => asked -= 1,
            }
        }
    }
    assert!(asked > 200, "{asked}");
    assert_eq!(rows(&story.owner, &BUT).await, before, "something was written");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s12_a_cursor_that_somebody_wrote_is_a_place_or_none() {
    let (story, program) = begin().await;
    let before = rows(&story.owner, &BUT).await;
    let document = program.get("/api/openapi.json").await.json();
    let mut forged = 0;
    for (method, path, _) in operations(&document) {
        let parameters = &document["paths"][&path][method.to_lowercase()]["parameters"];
        let parameter = |name: &str| parameters.as_array().into_iter().flatten().find(|one| one["name"] == name);
        if parameter("cursor").is_none() || path.contains("{id}") {
            continue;
        }
        let sorts = parameter("sort").map(|sort| sort["schema"]["enum"].clone()).unwrap_or_default();
        // A key is compared as JSON, whichever order it is of.
        let sorts: Vec<String> = sorts
            .as_array()
            .into_iter()
            .flatten()
            .step_by(3)
            .map(|sort| format!("&sort={}", sort.as_str().unwrap()))
            .collect();
        for sort in if sorts.is_empty() { vec![String::new()] } else { sorts } {
            story.owner.batch_execute("update api_keys set theoretical_arrival = '2000-01-01'").await.unwrap();
            let first = program.get(&format!("{path}?limit=1{sort}")).await.good(200);
            let next = first["next"].as_str().unwrap_or_else(|| panic!("{path} has one thing alone"));
            let held: Value = serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(next).unwrap()).unwrap();
            let texts = SQL.iter().step_by(12).map(|text| json!(text));
            let keys = texts.chain([json!(null), json!(1e300), json!({"a": []}), json!("\0")]);
            for (place, word) in keys.clone().map(|key| ("k", key)).chain(keys.map(|key| ("i", key))) {
                let mut held = held.clone();
                held[place] = word.clone();
                let cursor = BASE64_URL_SAFE_NO_PAD.encode(held.to_string());
                let reply = program.get(&format!("{path}?limit=1{sort}&cursor={cursor}")).await;
                forged += 1;
                assert!([200, 422].contains(&reply.status), "{path} {sort}, {place} is {word}: {}", reply.whole);
            }
        }
    }
    assert!(forged > 300, "{forged}");
    assert_eq!(rows(&story.owner, &BUT).await, before, "something was written");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s12_no_criterion_and_no_rule_is_read_as_sql() {
    let (story, program) = begin().await;
    let before = rows(&story.owner, &BUT).await;
    for (path, name, said) in [
        ("personas/preview", "criteria", json!({"title": {"include": ["$"]}})),
        ("personas/preview", "criteria", json!({"title": {"include": ["head"], "exclude": ["$"]}})),
        ("personas/preview", "criteria", json!({"company": {"any": ["$"]}})),
        ("personas/preview", "criteria", json!({"country": {"any": ["$"]}})),
        ("personas/preview", "criteria", json!({"function": {"any": ["$"]}})),
        ("personas/preview", "criteria", json!({"$": {"include": ["head"]}})),
        ("personas/preview", "criteria", json!({"title": {"$": ["head"]}})),
        ("segments/preview", "rule", json!({"tags": ["$"]})),
        ("segments/preview", "rule", json!({"$": ["canary-tag"]})),
    ] {
        all_alike(&story, &format!("{path}, {said}"), 4, async |word| {
            let word = json!(word).to_string();
            let said = said.to_string().replace("\"$\"", &word);
            program.call("POST", &format!("/api/v1/{path}"), Some(&format!("{{\"{name}\": {said}}}"))).await
        })
        .await;
    }
    assert_eq!(rows(&story.owner, &BUT).await, before, "something was written");
}
