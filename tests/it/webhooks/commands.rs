//! `rapport hook …`, by the binary itself.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rapport::model::webhooks::Kind;
use serde_json::{Value, json};

use super::stand::{JSON, Signed, Stand, created, linkedin, reaction, request};
use crate::support::process::heard;

struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    #[track_caller]
    fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    #[track_caller]
    fn refused(&self, hint: &str) {
        assert_eq!(self.code, 1, "{}{}", self.out, self.err);
        assert!(self.err.contains(hint), "{hint:?} is not in {}", self.err);
    }
}

impl Stand {
    fn say(&self, args: &[&str], input: &str) -> Said {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rapport"))
            .args(args)
            .env_clear()
            .env("DATABASE_URL", self.app.url())
            .env("RAPPORT_MASTER_KEY_FILE", self.files.0.join("master.key"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
        let output = heard(child.wait_with_output().unwrap());
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_is_added_rotated_paused_and_deleted() {
    let stand = Stand::open("commands").await;
    let added = stand.say(&["hook", "add", "--name", "zapier", "--kind", "generic", "--json"], "").json();
    assert_eq!(added["path"], "/hooks/default/zapier");
    let whsec = added["secret"].as_str().unwrap().to_owned();
    let key = |whsec: &str| BASE64_STANDARD.decode(whsec.strip_prefix("whsec_").unwrap()).unwrap();
    let mut number = 0;
    let mut status = async |whsec: &str| {
        number += 1;
        let body = created(&reaction("ada-example", "like", None));
        let now = jiff::Timestamp::now().as_second();
        stand
            .send(Signed::new("/hooks/default/zapier", &key(whsec), &format!("m{number}"), now, &body).request())
            .await
            .status
    };
    assert_eq!(status(&whsec).await, 200);
    stand
        .say(&["hook", "add", "--name", "zapier", "--kind", "generic"], "")
        .refused("a webhook of this name exists already");
    stand
        .say(&["hook", "add", "--name", "Not A Name", "--kind", "generic"], "")
        .refused("webhook names are lower case words");

    let rotated = stand.say(&["hook", "rotate", "zapier", "--json"], "").json();
    let renewed = rotated["secret"].as_str().unwrap().to_owned();
    assert_ne!(renewed, whsec);
    assert_eq!((status(&whsec).await, status(&renewed).await), (200, 200));
    let theirs = format!("whsec_{}", BASE64_STANDARD.encode([9; 24]));
    let given = stand.say(&["hook", "rotate", "zapier", "--keep", "0s", "--secret", "-", "--json"], &theirs);
    assert_eq!(given.json()["secret"], Value::Null, "a secret that was given is not shown");
    assert_eq!((status(&renewed).await, status(&theirs).await), (401, 200));
    stand.say(&["hook", "rotate", "zapier", "--keep", "31d"], "").refused("thirty days at most");
    stand.say(&["hook", "rotate", "nothing"], "").refused("there is no webhook \"nothing\"; there are: zapier");

    assert_eq!(stand.say(&["hook", "pause", "zapier"], "").code, 0);
    assert_eq!(status(&theirs).await, 401);
    let rows = stand.say(&["hook", "list", "--json"], "").json();
    assert_eq!((&rows[0]["is_active"], &rows[0]["waiting"]), (&json!(false), &json!(4)));
    assert_eq!(stand.say(&["hook", "resume", "zapier"], "").code, 0);
    assert_eq!(status(&theirs).await, 200);
    // What is shown later shows no secret.
    for args in
        [&["hook", "list"][..], &["hook", "deliveries"], &["hook", "list", "--json"], &["hook", "deliveries", "--json"]]
    {
        let said = stand.say(args, "");
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(said.out.contains("zapier") && !said.out.contains("whsec_"), "{}", said.out);
    }
    stand.say(&["hook", "delete", "zapier"], "").refused("--confirm zapier");
    assert_eq!(stand.say(&["hook", "delete", "zapier", "--confirm", "zapier"], "").code, 0);
    assert_eq!(status(&theirs).await, 401);
    assert_eq!(stand.say(&["hook", "list", "--json"], "").json(), json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn hints_need_a_connection_that_follows_them_up() {
    let stand = Stand::open("connections").await;
    stand
        .owner
        .batch_execute(
            "insert into linkedin_connections (name, type) values ('Our Apify', 'apify'), ('Our page', 'company_page')",
        )
        .await
        .unwrap();
    let add = |args: &[&str], input: &str| stand.say(&[&["hook", "add", "--json"], args].concat(), input);
    add(&["--name", "runs", "--kind", "apify"], "").refused("--connection NAME");
    add(&["--name", "runs", "--kind", "apify", "--connection", "Our page"], "").refused("is of type company_page");
    add(&["--name", "runs", "--kind", "apify", "--connection", "nothing"], "").refused("there is no connection");
    add(&["--name", "zapier", "--kind", "generic", "--connection", "Our page"], "").refused("leave --connection out");
    add(&["--name", "page", "--kind", "linkedin", "--connection", "Our page"], "").refused("--secret FILE");
    let wrong =
        add(&["--name", "page", "--kind", "linkedin", "--connection", "Our page", "--secret", "-"], "two words");
    wrong.refused("this is no client secret");
    assert!(!wrong.err.contains("two words"), "{}", wrong.err);
    let nowhere =
        add(&["--name", "page", "--kind", "linkedin", "--connection", "Our page", "--secret", "the-secret-itself"], "");
    nowhere.refused("cannot read the file");
    assert!(!nowhere.err.contains("the-secret-itself"), "{}", nowhere.err);
    let page = add(
        &["--name", "page", "--kind", "linkedin", "--connection", "our page", "--secret", "-"],
        "fict-client-secret\n",
    );
    assert_eq!(page.json()["secret"], Value::Null);
    let body = "{\"type\":\"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS\",\"notifications\":[]}";
    assert_eq!(stand.send(linkedin("/hooks/default/page", b"fict-client-secret", body)).await.status, 200);
    let runs = add(&["--name", "runs", "--kind", "apify", "--connection", "Our Apify"], "").json();
    let word = runs["secret"].as_str().unwrap();
    let headers = [JSON, ("x-rapport-secret", word)];
    assert_eq!(stand.send(request("/hooks/default/runs", &headers, b"{\"eventType\":\"TEST\"}")).await.status, 200);
    let shown = stand.say(&["hook", "rotate", "runs"], "");
    assert!(shown.out.contains("x-rapport-secret") && shown.err.contains("1440 minutes"), "{}{}", shown.out, shown.err);
    let rows = stand.say(&["hook", "list", "--json"], "").json();
    assert_eq!((&rows[0]["connection"], &rows[1]["connection"]), (&json!("Our page"), &json!("Our Apify")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_is_listed_and_worked_through_once_more() {
    let stand = Stand::open("deliveries").await;
    stand.source("zapier", Kind::Generic, super::stand::CANARY.as_bytes()).await;
    let batch = json!([reaction("ada-example", "like", None), reaction("bea-example", "like", None), {"engagement_type": "reaction"}]);
    assert_eq!(stand.send(Signed::now("good", &created(&batch)).request()).await.status, 200);
    assert_eq!(stand.send(Signed::now("bad", "\u{1b}[31mno json").request()).await.status, 200);
    let of = |state: &str| stand.say(&["hook", "deliveries", "--state", state, "--json"], "").json();
    assert_eq!(of("pending").as_array().unwrap().len(), 2);
    // Nobody works them through here but the command.
    let id = |rows: &Value, sent: &str| {
        let row = rows.as_array().unwrap().iter().find(|row| row["delivery_id"] == sent).unwrap();
        row["id"].as_str().unwrap().to_owned()
    };
    let pending = of("pending");
    let replayed = stand.say(&["hook", "replay", &id(&pending, "good"), "--json"], "").json();
    assert_eq!((&replayed[0]["state"], &replayed[0]["outcome"]["created"]), (&json!("delivered"), &json!(2)));
    let again = stand.say(&["hook", "replay", &id(&pending, "good")], "");
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.out.contains("2 unchanged, 1 refused"), "{}", again.out);
    let bad = stand.say(&["hook", "replay", &id(&pending, "bad")], "");
    bad.refused("the body is not JSON");
    assert_eq!(of("dead")[0]["delivery_id"], "bad");
    let alerts = stand.say(&["alert", "list", "--json"], "").json();
    assert!(alerts[0]["message"].as_str().unwrap().contains("hook deliveries --state dead"), "{alerts}");
    stand.say(&["hook", "replay", "00000000-0000-4000-8000-000000000000"], "").refused("there is no delivery");
    stand.owner.batch_execute("update webhook_inbox set body = null where state = 'delivered'").await.unwrap();
    stand.say(&["hook", "replay", &id(&pending, "good")], "").refused("ask whoever sent it");
    assert_eq!(stand.one::<i64>("select count(*) from engagements").await, 2);
    // Another tenant sees nothing of it.
    assert_eq!(stand.say(&["hook", "deliveries", "--json", "--tenant", "other"], "").json(), json!([]));
    stand.say(&["hook", "replay", &id(&pending, "bad"), "--tenant", "other"], "").refused("there is no delivery");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_works_deliveries_through_beside_its_jobs() {
    let stand = Stand::open("worker").await;
    stand.source("zapier", Kind::Generic, super::stand::CANARY.as_bytes()).await;
    let batch = json!([reaction("ada-example", "like", None), reaction("bea-example", "like", None)]);
    assert_eq!(stand.send(Signed::now("good", &created(&batch)).request()).await.status, 200);
    let worked = stand.say(&["job", "run"], "");
    assert_eq!(worked.code, 0, "{}", worked.err);
    assert_eq!(stand.one::<i64>("select count(*) from engagements").await, 2);
    assert_eq!(stand.say(&["hook", "deliveries", "--json"], "").json()[0]["state"], "delivered");
}
