//! `rapport endpoint`, as its user says it.

use std::process::Output;

use super::*;
use crate::support::process::heard;

/// What a command says, and whether it went well.
fn say(story: &Story, args: &[&str]) -> (bool, String, String) {
    let mut command = rapport(&story.stand.app.url(), args);
    let key = story.stand.files.0.join("master.key");
    command.env_remove("RAPPORT_MASTER_KEY").env("RAPPORT_MASTER_KEY_FILE", key);
    command.env("RAPPORT_ENDPOINT_ORIGINS", story.receiver.origin());
    let output = command.output().unwrap();
    // A secret is what these two are for.
    let is_secret = args.contains(&"add") || args.contains(&"rotate");
    let Output { status, stdout, stderr } = if is_secret { output } else { heard(output) };
    (status.success(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[track_caller]
fn json(story: &Story, args: &[&str]) -> Value {
    let (well, out, err) = say(story, &[args, &["--json"]].concat());
    assert!(well, "{args:?}: {err}");
    serde_json::from_str(&out).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_endpoint_is_added_tried_changed_paused_and_deleted_by_commands() {
    let story = Story::begin("commands").await;
    let (_, _, err) = say(&story, &["endpoint", "list"]);
    assert!(err.contains("There is no endpoint"), "{err}");
    let (well, _, err) = say(&story, &["endpoint", "add", "CRM", "--url", "http://127.0.0.1:1/"]);
    assert!(!well && err.contains("cannot be called"), "{err}");
    let (well, _, err) =
        say(&story, &["endpoint", "add", "CRM", "--url", &story.receiver.url(), "--event", "person.vanished"]);
    assert!(!well && err.contains("person.entered"), "what there is is named: {err}");
    let url = story.receiver.url();
    let made =
        json(&story, &["endpoint", "add", "CRM", "--url", &url, "--event", "person.entered", "--event", "job.failed"]);
    let secret = Secret::from_whsec(made["secret"].as_str().unwrap()).unwrap();
    let (well, _, err) = say(&story, &["endpoint", "add", "crm", "--url", &url]);
    assert!(!well && err.contains("an endpoint of this name exists already"), "{err}");
    let list = json(&story, &["endpoint", "list"]);
    assert_eq!((&list[0]["name"], &list[0]["events"]), (&json!("CRM"), &json!(["person.entered", "job.failed"])));
    // A test goes at once, whatever it is told of otherwise, and says what came of it.
    let sent = json(&story, &["endpoint", "test", "CRM"]);
    assert_eq!((&sent[0]["state"], &sent[0]["response_status"]), (&json!("delivered"), &json!(204)), "{sent}");
    assert!(story.receiver.heard()[0].is_signed_with(&secret));
    story.receiver.will_answer([Reply::Status(500)]);
    let (well, _, err) = say(&story, &["endpoint", "test", "CRM"]);
    assert!(!well && err.contains("It answered 500."), "{err}");
    let (well, out, err) = say(&story, &["endpoint", "show", "CRM"]);
    assert!(well && out.contains("failing") && out.contains("endpoint.test"), "{out}{err}");
    // What waits is listed, shown with what is sent, and sent once more.
    let failed = json(&story, &["endpoint", "deliveries", "--endpoint", "CRM", "--state", "failed"]);
    let id = failed[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(failed.as_array().unwrap().len(), 1);
    assert_eq!(json(&story, &["endpoint", "delivery", &id])["payload"]["type"], "endpoint.test");
    assert!(say(&story, &["endpoint", "replay", &id]).0);
    let (well, out, err) = say(&story, &["job", "run"]);
    assert!(well, "{out}{err}");
    assert_eq!(story.receiver.heard().last().unwrap().id, id, "a worker that runs what is due sends it");
    assert_eq!(json(&story, &["endpoint", "delivery", &id])["state"], "delivered");
    // Another secret, another name, everything; and an end.
    let new = json(&story, &["endpoint", "rotate", "CRM", "--keep", "0s"]);
    let new = Secret::from_whsec(new["secret"].as_str().unwrap()).unwrap();
    assert!(say(&story, &["endpoint", "edit", "CRM", "--rename", "Warehouse", "--everything"]).0);
    assert!(say(&story, &["endpoint", "test", "Warehouse"]).0);
    let latest = story.receiver.heard().pop().unwrap();
    assert!(latest.is_signed_with(&new) && !latest.is_signed_with(&secret));
    assert!(say(&story, &["endpoint", "pause", "Warehouse"]).0);
    let (well, _, err) = say(&story, &["endpoint", "test", "Warehouse"]);
    assert!(!well && err.contains("resume it first"), "{err}");
    assert!(say(&story, &["endpoint", "resume", "Warehouse"]).0);
    let row = &json(&story, &["endpoint", "list"])[0];
    assert_eq!((&row["is_active"], &row["events"]), (&json!(true), &json!([])));
    let (well, _, err) = say(&story, &["endpoint", "delete", "Warehouse"]);
    assert!(!well && err.contains("--confirm"), "{err}");
    let (well, _, err) = say(&story, &["endpoint", "delete", "Warehous", "--confirm", "Warehous"]);
    assert!(!well && err.contains("did you mean"), "{err}");
    assert!(say(&story, &["endpoint", "delete", "Warehouse", "--confirm", "Warehouse"]).0);
    assert_eq!(json(&story, &["endpoint", "deliveries"]), json!([]));
    let noted: i64 = story
        .stand
        .one("select count(*) from audit_log where event like 'endpoint.%' and actor = 'command line'")
        .await;
    assert_eq!(noted, 6, "added, rotated, changed, paused, resumed, deleted");
}
