//! The audit log for programs: whoever may read everything else may not read it.

use serde_json::Value;

use super::Story;
use crate::support::program::Program;

fn events(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|entry| entry["event"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn what_was_done_is_told_to_whoever_has_a_key_for_it_and_of_one_tenant_alone() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let plain = Program::new(story.server.address, &story.key("default", "Plain", &["--scope", "write"]));
    let (well, key, err) = story.say(&["api-key", "add", "Watcher", "--scope", "audit"]);
    assert!(well, "{err}");
    let watcher = Program::new(story.server.address, key.trim());
    let (well, _, err) = story.say(&["user", "add", "ada@mail.example", "--role", "editor"]);
    assert!(well, "{err}");
    assert!(story.say(&["api-key", "revoke", "Plain"]).0);
    let (well, _, err) = story.say(&["--tenant", "second", "user", "add", "zoe@mail.example", "--role", "owner"]);
    assert!(well, "{err}");

    let reader = Program::new(story.server.address, &story.key("default", "Reader", &["--scope", "write"]));
    assert_eq!(reader.get("/api/v1/audit").await.problem(), (403, "forbidden".to_owned()));
    assert_eq!(watcher.get("/api/v1/people").await.problem(), (403, "forbidden".to_owned()));
    // That a key was refused is written down after the answer.
    while story.one::<i64>("select count(*) from audit_log where event = 'api_key.refused'").await == 0 {
        assert_eq!(plain.get("/api/v1/audit").await.problem(), (401, "unauthorized".to_owned()));
    }

    let all = watcher.get("/api/v1/audit").await.good(200);
    let told = events(&all);
    assert_eq!(told[..2], ["api_key.refused", "api_key.made"], "the latest first: {told:?}");
    assert_eq!(told.iter().filter(|event| **event == "member.added").count(), 1, "{told:?}");
    assert!(!all.to_string().contains("zoe"), "the other tenant's is another: {all}");
    let added = all["items"].as_array().unwrap().iter().find(|entry| entry["event"] == "member.added").unwrap();
    assert_eq!((&added["actor"], &added["subject_email"]), (&"command line".into(), &"ada@mail.example".into()));

    // Page by page it is the same, and each filter takes what it says.
    let (mut one_by_one, mut at) = (Vec::new(), "/api/v1/audit?limit=1".to_owned());
    loop {
        let page = watcher.get(&at).await.good(200);
        one_by_one.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        at = format!("/api/v1/audit?limit=1&cursor={next}");
    }
    assert_eq!(Value::Array(one_by_one), all["items"]);
    let only = watcher.get("/api/v1/audit?event=api_key.revoked").await.good(200);
    assert_eq!(events(&only), ["api_key.revoked"]);
    let user = added["subject"].as_str().unwrap();
    let of_ada = watcher.get(&format!("/api/v1/audit?who={user}")).await.good(200);
    assert!(events(&of_ada).contains(&"member.added") && !events(&of_ada).contains(&"api_key.made"), "{of_ada}");
    let revoked = only["items"][0]["happened_at"].as_str().unwrap();
    let since = watcher.get(&format!("/api/v1/audit?since={revoked}")).await.good(200);
    let until = watcher.get(&format!("/api/v1/audit?until={revoked}")).await.good(200);
    assert_eq!([events(&since), events(&until)].concat(), told, "a moment is in one of two halves");
    assert_eq!(*events(&since).last().unwrap(), "api_key.revoked");

    // The command line tells the same, and knows members by their address.
    let by_command = story.json(&["audit", "--limit", "1000"]);
    assert_eq!(by_command, all["items"]);
    assert_eq!(story.json(&["audit", "--who", "ada@mail.example"]), of_ada["items"]);
    let (well, table, err) = story.say(&["audit", "--who", "ada@mail.example"]);
    assert!(well && table.contains("member.added") && table.contains("ada@mail.example"), "{table}{err}");
    assert_eq!(story.json(&["audit", "--who", "Ada@Mail.example"]), of_ada["items"], "addresses have no case");
    // Who has left is known by the address all the same.
    let (well, _, err) = story.say(&["user", "remove", "ada@mail.example"]);
    assert!(well, "{err}");
    let gone = watcher.get(&format!("/api/v1/audit?who={user}&event=member.removed")).await.good(200);
    assert_eq!(gone["items"][0]["subject_email"], "ada@mail.example", "{gone}");
    assert_eq!(story.json(&["audit", "--who", "ada@mail.example", "--event", "member.removed"]), gone["items"]);
    let (well, nothing, told) = story.say(&["audit", "--event", "no.such"]);
    assert!(well && nothing.is_empty() && told.contains("Nothing of this kind"), "{nothing}{told}");
}
