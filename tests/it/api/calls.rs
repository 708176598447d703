//! What holds for every call: scopes, tenants, and one effect for one key.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use super::Story;
use crate::support::{program::Program, server::Server, story::PEOPLE};

const CAMPAIGNS: &str = "/api/v1/campaigns";

/// Every operation of the document: method, path, and whether it changes something.
pub(super) fn operations(document: &Value) -> Vec<(String, String, bool)> {
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

/// Ids by their nouns, as paths name them.
pub(super) type Ids = BTreeMap<&'static str, String>;

/// The placeholders of a path besides its noun's own, and whose ids they stand for.
const OTHERS: [(&str, &str); 3] = [("{post_id}", "posts"), ("{strategy_id}", "strategies"), ("{person_id}", "people")];

/// A path with ids in it.
pub(super) fn at(path: &str, ids: &Ids) -> String {
    let noun = path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
    let mut path = path.to_owned();
    for (place, noun) in OTHERS.into_iter().chain([("{id}", noun)]) {
        if path.contains(place) {
            path = path.replace(place, ids.get(noun).unwrap_or_else(|| panic!("no id for {path}")));
        }
    }
    assert!(!path.contains('{'), "{path}");
    path
}

/// Ids that nothing has.
pub(super) fn nothing() -> Ids {
    let (number, id) = ("2000000000", "00000000-0000-4000-8000-0000000000ff");
    let numbers = ["campaigns", "campaign-groups", "ads", "people", "companies", "posts", "engagements"];
    let ids = [
        "personas",
        "strategies",
        "segments",
        "custom-audiences",
        "webhook-sources",
        "calendar",
        "connections",
        "jobs",
        "schedules",
        "uploads",
        "imports",
        "endpoints",
        "reports",
    ];
    let number = numbers.into_iter().map(|noun| (noun, number.to_owned()));
    let ids = ids.into_iter().chain(["deliveries"]);
    number.chain(ids.map(|noun| (noun, id.to_owned()))).collect()
}

/// One of everything, with a canary in every field that takes one.
pub(super) async fn one_of_everything(story: &Story, tenant: &str, theirs: &Program) -> Ids {
    let criteria = json!({"title": {"include": ["canary"]}});
    let mut ids = Ids::new();
    for (noun, said) in [
        ("campaigns", json!({"name": "canary-campaign", "description": "canary-description", "group": "canary-group"})),
        ("campaign-groups", json!({"name": "canary-season", "client_name": "canary-client"})),
        ("personas", json!({"name": "canary-persona", "description": "canary-words", "criteria": criteria})),
        ("companies", json!({"name": "canary-company", "domain": "canary.example"})),
        ("people", json!({"email": "canary@mail.example", "name": "canary-name", "headline": "canary-headline"})),
        ("posts", json!({"url": POST, "title": "canary-post"})),
        ("strategies", json!({"name": "canary-strategy", "type": "awareness", "content_themes": ["canary-theme"]})),
        ("segments", json!({"name": "canary-segment", "rule": {"tags": ["canary-tag"]}})),
        (
            "custom-audiences",
            json!({"name": "canary-audience", "description": "canary-aim", "targeting": {"titles": ["canary-title"]}}),
        ),
        ("webhook-sources", json!({"name": "canary-source", "kind": "generic"})),
        ("endpoints", json!({"name": "canary-endpoint", "url": "https://canary.example/canary-path"})),
        ("calendar", json!({"title": "canary-entry", "scheduled_at": "2026-12-01T09:00:00Z", "notes": "canary-notes"})),
    ] {
        let made = theirs.post(&format!("/api/v1/{noun}"), &said).await.good(201);
        ids.insert(noun, made["id"].as_str().map_or_else(|| made["id"].to_string(), str::to_owned));
    }
    let ad = json!({"campaign_id": ids["campaigns"].parse::<i32>().unwrap(), "name": "canary-ad", "headline": "canary-line"});
    ids.insert("ads", theirs.post("/api/v1/ads", &ad).await.good(201)["id"].to_string());
    let report = json!({"title": "canary-report", "campaigns": [ids["campaigns"].parse::<i32>().unwrap()]});
    let report = theirs.post("/api/v1/reports", &report).await.good(201);
    ids.insert("reports", report["id"].as_str().unwrap().to_owned());
    let event = json!({"post_url": POST, "engagement_type": "reaction", "reaction_type": "like",
        "person": {"linkedin_url": "https://www.linkedin.com/in/canary-person", "name": "canary-person"}});
    theirs.post("/api/v1/engagements", &event).await.good(200);
    let engagement = theirs.get("/api/v1/engagements").await.good(200)["items"][0].clone();
    ids.insert("engagements", engagement["id"].to_string());
    // What no program makes.
    let upload = json!({"file_name": "canary-file.csv", "bytes": 1, "options": {"campaign": "canary-campaign"}});
    let upload = theirs.post("/api/v1/uploads", &upload).await.good(201);
    ids.insert("uploads", upload["id"].as_str().unwrap().to_owned());
    let made = "with t as (select id from tenants where slug = $1),
        c as (insert into linkedin_connections (tenant_id, name, type, account) select id, 'canary-connection', 'apify', 'canary-account' from t returning *),
        j as (insert into scraping_jobs (tenant_id, kind, connection_id, input, state, error)
          select tenant_id, 'reactions', id, '{\"url\": \"canary-url\"}', 'dead', 'canary-error' from c returning *),
        i as (insert into csv_imports (tenant_id, kind, format, file_name, file_bytes, file_sha256)
          select id, 'posts', 'posts', 'canary-import', 1, sha256('') from t returning *),
        r as (insert into import_rejects (tenant_id, import_id, line, reason, raw) select tenant_id, id, 2, 'canary-reason', 'canary-raw' from i),
        p as (insert into upload_parts (tenant_id, upload_id, content, first_byte, bytes)
          select tenant_id, id, c::upload_content, 0, 'canary-bytes' from uploads, unnest(array['rejects', 'reasons']) c
          where tenant_id = (select id from t)),
        s as (insert into job_schedules (tenant_id, name, kind, connection_id, input, every)
          select tenant_id, 'canary-schedule', 'reactions', id, '{\"url\": \"canary-url\"}', '1 day' from c returning *),
        a as (insert into alerts (tenant_id, kind, message, connection_id) select tenant_id, 'connection', 'canary-alert', id from c)
        select c.id::text, j.id::text, i.id::text, s.id::text from c, j, i, s";
    let made = story.owner.query_one(made, &[&tenant]).await.unwrap();
    ids.extend([
        ("connections", made.get(0)),
        ("jobs", made.get(1)),
        ("imports", made.get(2)),
        ("schedules", made.get(3)),
    ]);
    let seen = "insert into audience_demographics (tenant_id, account, section, segment, first_day, last_day)
        select id, 'canary-account', 'company', 'canary-segment', '2026-10-01', '2026-10-31' from tenants where slug = $1";
    story.owner.execute(seen, &[&tenant]).await.unwrap();
    let sent = "insert into webhook_deliveries (tenant_id, endpoint_id, event, facts, state, ended_at, error, response_start)
        select tenant_id, id, 'endpoint.test', '{\"endpoint\": \"canary-fact\"}', 'dead', now(), 'canary-problem', 'canary-answer'
        from webhook_endpoints where id = $1::text::uuid returning id::text";
    ids.insert("deliveries", story.owner.query_one(sent, &[&ids["endpoints"]]).await.unwrap().get(0));
    ids
}

/// What is said to a path so that nothing but its ids is wrong.
fn body(method: &str, path: &str, ids: &Ids) -> Option<String> {
    let said = match (method, path.trim_start_matches("/api/v1/")) {
        ("GET" | "DELETE", _)
        | (
            _,
            "jobs/{id}/retry"
            | "jobs/{id}/cancel"
            | "connections/{id}/check"
            | "endpoints/{id}/test"
            | "deliveries/{id}/replay"
            | "reports/{id}/revoke"
            | "alerts/seen"
            | "campaigns/{id}/posts/{post_id}",
        ) => {
            return None;
        }
        (_, "uploads/{id}/check" | "uploads/{id}/import") => return None,
        (_, "uploads/{id}") => json!({"options": {}}),
        ("POST", "uploads") => json!({"file_name": "mine.csv", "bytes": 1}),
        (_, "endpoints/{id}/secret" | "webhook-sources/{id}/secret") => json!({"keep_hours": 0}),
        ("PATCH", "webhook-sources/{id}") => json!({"is_active": false}),
        ("POST", "webhook-sources") => json!({"name": "mine", "kind": "generic"}),
        ("POST", "endpoints") => json!({"name": "Mine", "url": "https://mine.example/"}),
        (_, "personas/preview") => json!({"persona_id": ids["personas"], "criteria": {}}),
        (_, "segments/preview") => json!({"rule": {"tags": ["canary-tag"]}}),
        (_, "personas/{id}/strategies/{strategy_id}") => json!({"relevance_score": 0.5}),
        (_, "personas/{id}/people/{person_id}") => json!({"verdict": "pinned"}),
        (_, "connections/{id}/credentials") => json!({"apify_token": "apify_api_of_nobody_at_all"}),
        ("POST", "connections") => {
            json!({"name": "Mine", "credentials": {"apify_token": "apify_api_of_nobody_at_all"}})
        }
        ("POST", "jobs/scrape") => {
            json!({"kind": "profile", "urls": ["https://www.linkedin.com/in/somebody"], "connection_id": ids["connections"]})
        }
        ("POST", "jobs/enrichment" | "jobs/sync") => json!({"connection_id": ids["connections"]}),
        ("POST", "reports") => {
            json!({"title": "Mine", "campaigns": [ids["campaigns"].parse::<i32>().unwrap()], "personas": [ids["personas"]]})
        }
        ("POST", "ads") => json!({"campaign_id": ids["campaigns"].parse::<i32>().unwrap(), "name": "Mine"}),
        ("POST", "people") => json!({"email": "mine@mail.example"}),
        ("POST", "posts") => {
            json!({"url": "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678909999/"})
        }
        ("POST", "strategies") => json!({"name": "Mine", "type": "awareness"}),
        ("POST", "calendar") => json!({"title": "Mine", "scheduled_at": "2026-12-01T09:00:00Z"}),
        ("POST", "engagements") => json!({"post_url": POST, "engagement_type": "reaction", "reaction_type": "like",
            "person": {"linkedin_url": "https://www.linkedin.com/in/somebody"}}),
        ("PATCH", "posts/{id}" | "calendar/{id}") => json!({"title": "Taken"}),
        ("POST", path) => json!({"name": format!("Mine {path}")}),
        _ => json!({"name": "Taken"}),
    };
    Some(said.to_string())
}

const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678905555/";

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
        let at = at(&path, &nothing());
        assert_eq!(
            nobody.call(&method, &at, body).await.problem(),
            (401, "unauthorized".to_owned()),
            "{method} {path}"
        );
        if path == "/api/v1/me" {
            continue;
        }
        let refused = ingest.call(&method, &at, body).await.problem();
        let brings = method == "POST" && path == "/api/v1/engagements";
        assert_eq!(refused.0, if brings { 422 } else { 403 }, "{method} {path}: {}", refused.1);
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
    let ids = one_of_everything(&story, "second", &theirs).await;
    let whole = async |program: &Program| {
        let mut all = Vec::new();
        for (noun, id) in &ids {
            all.push(program.get(&format!("/api/v1/{noun}/{id}")).await.good(200));
        }
        all
    };
    let before = whole(&theirs).await;
    let program = story.program("default");
    let document = program.get("/api/openapi.json").await.json();
    let refill = "update api_keys set theoretical_arrival = '2000-01-01'";
    for (method, path, _) in operations(&document) {
        story.owner.batch_execute(refill).await.unwrap();
        let asked = |ids: &Ids| {
            // An audience is of a persona or a segment, and a search is for something.
            let more = match path.as_str() {
                "/api/v1/audience" => format!("?persona_id={}", ids["personas"]),
                "/api/v1/search" => "?q=canary".to_owned(),
                _ => String::new(),
            };
            at(&path, ids) + more.as_str()
        };
        let reply = program.call(&method, &asked(&ids), body(&method, &path, &ids).as_deref()).await;
        assert!(!reply.whole.contains("canary"), "{method} {path}: {}", reply.whole);
        let names_others =
            ["personas/preview", "audience", "jobs/scrape", "jobs/enrichment", "jobs/sync", "reports", "ads"];
        let lists = method == "GET" && ["/api/v1/reports", "/api/v1/ads"].contains(&path.as_str());
        if path.contains("{id}") || !lists && names_others.iter().any(|name| path == format!("/api/v1/{name}")) {
            let nothing = nothing();
            let absent = program.call(&method, &asked(&nothing), body(&method, &path, &nothing).as_deref()).await;
            assert_eq!(reply.problem(), (404, "not_found".to_owned()), "{method} {path}");
            assert_eq!(reply.lasting(), absent.lasting(), "{method} {path}");
        }
    }
    story.owner.batch_execute(refill).await.unwrap();
    assert_eq!(whole(&theirs).await, before);
}

#[tokio::test]
async fn every_list_tells_everything_once_however_long_its_pages_are() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    one_of_everything(&story, "default", &program).await;
    for (noun, key) in [
        ("campaigns", "name"),
        ("companies", "name"),
        ("personas", "name"),
        ("segments", "name"),
        ("strategies", "name"),
    ] {
        for number in 0..3 {
            let said = json!({key: format!("Another {number}"), "type": (noun == "strategies").then_some("awareness")});
            let said: serde_json::Map<_, _> =
                said.as_object().unwrap().clone().into_iter().filter(|(_, value)| !value.is_null()).collect();
            program.post(&format!("/api/v1/{noun}"), &said.into()).await.good(201);
        }
    }
    let document = program.get("/api/openapi.json").await.json();
    let mut lists = 0;
    for (method, path, _) in operations(&document) {
        let parameters = &document["paths"][&path][method.to_lowercase()]["parameters"];
        let parameter = |name: &str| {
            parameters.as_array().and_then(|all| all.iter().find(|parameter| parameter["name"] == name)).cloned()
        };
        if parameter("cursor").is_none() || path.contains("{id}") {
            continue;
        }
        lists += 1;
        let sorts = parameter("sort").map(|sort| sort.to_string()).unwrap_or_default();
        let sorts: Vec<&str> = sorts
            .split("\"enum\":[")
            .nth(1)
            .map(|list| list.split(']').next().unwrap().split(',').map(|word| word.trim_matches('"')).collect())
            .unwrap_or_default();
        for sort in sorts.iter().map(|sort| format!("&sort={sort}")).chain([String::new()]) {
            for order in ["asc", "desc"] {
                if order == "desc" && parameter("order").is_none() {
                    continue;
                }
                story.owner.batch_execute("update api_keys set theoretical_arrival = '2000-01-01'").await.unwrap();
                let order = parameter("order").map(|_| format!("order={order}")).unwrap_or_default();
                let first = format!("{path}?{order}{sort}");
                let whole = program.get(&format!("{first}&limit=200")).await.good(200);
                assert_eq!(whole["next"], Value::Null, "{first}");
                let (mut items, mut next) = (Vec::new(), String::new());
                loop {
                    let page = program.get(&format!("{first}&limit=2{next}")).await.good(200);
                    items.extend(page["items"].as_array().unwrap().iter().cloned());
                    let Some(cursor) = page["next"].as_str() else { break };
                    next = format!("&cursor={cursor}");
                }
                assert!(!items.is_empty(), "{first} is empty, which shows nothing");
                assert_eq!(whole["items"].as_array().unwrap(), &items, "{first}");
            }
        }
    }
    assert!(lists >= 10, "{lists}");
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
