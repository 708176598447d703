//! Endpoints and what is sent to them, by the API.

use serde_json::{Value, json};

use super::{Program, Server, Story, TestApp, rapport};
use crate::endpoints::receiver::{Receiver, Reply};

const ENDPOINTS: &str = "/api/v1/endpoints";
const DELIVERIES: &str = "/api/v1/deliveries";

impl Story {
    /// A server with a worker that may call this receiver.
    async fn beside(receiver: &Receiver) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let mut command = rapport(&app.url(), &["serve", "--bind", "127.0.0.1:0"]);
        command.env("RAPPORT_ENDPOINT_ORIGINS", receiver.origin());
        let server = Server::spawn(command);
        Self { app, owner, server }
    }
}

/// Waits until a delivery is in a state; the delivery.
async fn becomes(program: &Program, id: &Value, state: &str) -> Value {
    let path = format!("{DELIVERIES}/{}", id.as_str().unwrap());
    let until = std::time::Instant::now() + std::time::Duration::from_mins(1);
    loop {
        let found = program.get(&path).await.good(200);
        if found["delivery"]["state"] == state {
            return found;
        }
        assert!(std::time::Instant::now() < until, "{found}");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_endpoint_is_made_tried_read_changed_and_deleted_by_a_program() {
    let receiver = Receiver::start().await;
    let story = Story::beside(&receiver).await;
    let program = story.program("default");
    let new = json!({"name": " CRM ", "url": receiver.url(), "events": ["import.finished"]});
    // The secret is told once, and the answer that is kept for the key holds none.
    let once = program.saying("idempotency-key", "made");
    let made = once.post(ENDPOINTS, &new).await.good(201);
    let secret = rapport::hooks::signature::Secret::from_whsec(made["secret"].as_str().unwrap()).unwrap();
    let again = once.post(ENDPOINTS, &new).await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    let again = again.good(201);
    assert_eq!((&again["id"], &again["secret"]), (&made["id"], &Value::Null));
    let mine = format!("{ENDPOINTS}/{}", made["id"].as_str().unwrap());
    let read = program.get(&mine).await.good(200);
    assert_eq!(
        (&read["name"], &read["secret"], &read["events"]),
        (&json!("CRM"), &Value::Null, &json!(["import.finished"]))
    );
    assert_eq!(program.get(ENDPOINTS).await.good(200), json!([read]));
    // A test comes, whatever it is told of.
    receiver.will_answer([Reply::Words(500, "x: y", "not <now>".to_owned())]);
    let sent = program.post(&format!("{mine}/test"), &json!({})).await.good(202);
    assert_eq!(
        (&sent["event"], &sent["state"], &sent["endpoint"]),
        (&json!("endpoint.test"), &json!("pending"), &json!("CRM"))
    );
    let failed = becomes(&program, &sent["id"], "failed").await;
    assert_eq!(
        (&failed["delivery"]["response_status"], &failed["delivery"]["response_start"]),
        (&json!(500), &json!("not <now>"))
    );
    assert_eq!(failed["payload"]["type"], "endpoint.test");
    let replayed =
        program.post(&format!("{DELIVERIES}/{}/replay", sent["id"].as_str().unwrap()), &json!({})).await.good(202);
    assert_eq!(replayed["id"], sent["id"]);
    becomes(&program, &sent["id"], "delivered").await;
    assert!(receiver.heard().iter().all(|heard| heard.is_signed_with(&secret) && json!(heard.id) == sent["id"]));
    // What happens is told: here, an import.
    story.owner.batch_execute("insert into csv_imports (kind, format, file_name, file_bytes, file_sha256) values ('posts', 'posts', 'posts.csv', 1, sha256(''));
        update csv_imports set state = 'completed', finished_at = now()").await.unwrap();
    let listed = program.get(&format!("{DELIVERIES}?event=import.finished")).await.good(200);
    let told = becomes(&program, &listed["items"][0]["id"], "delivered").await;
    assert_eq!(told["payload"]["data"]["file_name"], "posts.csv");
    assert_eq!(receiver.heard().last().unwrap().json()["data"]["file_name"], "posts.csv", "as it was sent");
    for (query, count) in [("state=delivered", 2), ("state=dead", 0), ("event=job.failed", 0), ("limit=1", 1)] {
        let page = program.get(&format!("{DELIVERIES}?{query}")).await.good(200);
        assert_eq!(page["items"].as_array().unwrap().len(), count, "{query}");
    }
    // Changes.
    let changed = program.patch(&mine, &json!({"events": [], "is_active": false})).await.good(200);
    assert_eq!(
        (&changed["events"], &changed["is_active"], &changed["name"]),
        (&json!([]), &json!(false), &json!("CRM"))
    );
    assert_eq!(program.post(&format!("{mine}/test"), &json!({})).await.problem(), (409, "conflict".to_owned()));
    let resumed = program.patch(&mine, &json!({"is_active": true})).await.good(200);
    assert_eq!(resumed["is_active"], true);
    let rotated = program.post(&format!("{mine}/secret"), &json!({"keep_hours": 1})).await.good(200);
    assert_ne!(rotated["secret"], made["secret"]);
    assert!(rotated["previous_until"].is_string() && program.get(&mine).await.good(200)["secret"].is_null());
    assert_eq!(program.delete(&mine).await.status, 204);
    assert_eq!(program.get(&mine).await.problem(), (404, "not_found".to_owned()));
    let said = story.server.said();
    for secret in [&made["secret"], &rotated["secret"]] {
        let secret = secret.as_str().unwrap().trim_start_matches("whsec_");
        assert!(!said.contains(secret), "{said}");
        let kept: i64 =
            story.one(&format!("select count(*) from idempotency_keys where answer::text like '%{secret}%'")).await;
        assert_eq!(kept, 0);
    }
}

#[tokio::test]
async fn s9_what_would_never_be_called_is_refused_whoever_says_it() {
    let story = Story::begin().await;
    let program = story.program("default");
    let made = program.post(ENDPOINTS, &json!({"name": "A", "url": "https://hooks.example/a"})).await.good(201);
    let mine = format!("{ENDPOINTS}/{}", made["id"].as_str().unwrap());
    for url in [
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "https://169.254.169.254/",
        "https://[::1]/",
        "http://hooks.example/",
        "https://a:b@hooks.example/",
        "",
        "x",
    ] {
        let reply = program.post(ENDPOINTS, &json!({"name": "B", "url": url})).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{url}");
        assert_eq!(program.patch(&mine, &json!({"url": url})).await.problem(), (422, "invalid".to_owned()), "{url}");
    }
    for wrong in [
        json!({"name": "B"}),
        json!({"name": "", "url": "https://hooks.example/"}),
        json!({"name": "B", "url": "https://hooks.example/", "events": ["person.vanished"]}),
        json!({"name": "B", "url": "https://hooks.example/", "events": vec!["job.failed"; 21]}),
        json!({"name": "B", "url": "https://hooks.example/", "secret": "whsec_mine"}),
    ] {
        assert_eq!(program.post(ENDPOINTS, &wrong).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    assert_eq!(program.post(ENDPOINTS, &json!({"name": "a", "url": "https://hooks.example/"})).await.problem().0, 409);
    for wrong in [json!({"keep_hours": 721}), json!({"keep_hours": -1}), json!({})] {
        assert_eq!(program.post(&format!("{mine}/secret"), &wrong).await.problem().0, 422, "{wrong}");
    }
    assert_eq!(program.patch(&mine, &json!({"trouble": null})).await.problem().0, 422);
    assert_eq!(program.get(ENDPOINTS).await.good(200).as_array().unwrap().len(), 1);
}
