//! Files that programs bring: in pieces, checked, imported, and let go.

use std::{
    process::Child,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::Story;
use crate::support::{
    files::{POST, corrected, reactions},
    process::signal,
    program::Program,
    server::rapport,
};

const UPLOADS: &str = "/api/v1/uploads";

/// Announces a file; the upload's path.
async fn announce(program: &Program, text: &str, more: Value) -> String {
    let mut said = json!({"file_name": "export.csv", "bytes": text.len()});
    said.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let made = program.post(UPLOADS, &said).await.good(201);
    assert_eq!((&made["state"], &made["received_bytes"]), (&json!("receiving"), &json!(0)));
    format!("{UPLOADS}/{}", made["id"].as_str().unwrap())
}

/// Brings bytes of a file.
async fn bring(program: &Program, upload: &str, from: usize, piece: &str) -> Value {
    program.call("PUT", &format!("{upload}/content?from={from}"), Some(piece)).await.good(200)
}

fn counts(report: &Value) -> [i64; 6] {
    ["lines", "created", "updated", "unchanged", "skipped", "rejected"].map(|key| report[key].as_i64().unwrap())
}

impl Story {
    fn work(&self) {
        let (well, _, err) = self.say(&["job", "run"]);
        assert!(well, "{err}");
    }
}

#[tokio::test]
async fn a_file_comes_in_pieces_is_imported_and_what_was_rejected_comes_back_corrected() {
    let story = Story::begin().await;
    let json = story.program("default");
    let program = json.saying("content-type", "application/octet-stream");
    let (text, model) = reactions(300, 100, 7);
    let upload = announce(&json, &text, json!({"options": {"post_url": POST, "campaign": "Spring"}})).await;
    let (first, rest) = text.split_at((text.len() / 2..text.len()).find(|at| text.is_char_boundary(*at)).unwrap());
    let received = bring(&program, &upload, 0, first).await;
    assert_eq!((&received["received_bytes"], &received["state"]), (&json!(first.len()), &json!("receiving")));
    // Whoever did not hear the answer sends it again, and is told where to go on.
    let again = program.call("PUT", &format!("{upload}/content?from=0"), Some(first)).await;
    assert_eq!(again.problem(), (409, "conflict".to_owned()));
    assert!(again.whole.contains(&format!("{} bytes of this file are here", first.len())), "{}", again.whole);
    let nothing = program.call("PUT", &format!("{upload}/content?from={}", first.len()), None).await;
    assert_eq!(nothing.problem(), (422, "invalid".to_owned()));
    for kept in ["rejects", "reasons"] {
        let none = json.get(&format!("{upload}/{kept}")).await;
        assert_eq!((none.status, none.body()), (200, ""), "{kept}");
    }
    let too_much = program.call("PUT", &format!("{upload}/content?from={}", first.len()), Some(&text)).await;
    assert_eq!(too_much.problem(), (422, "invalid".to_owned()));
    assert_eq!(bring(&program, &upload, first.len(), rest).await["state"], "importing");
    assert_eq!(json.delete(&upload).await.problem(), (409, "conflict".to_owned()), "a job is about to look at it");
    story.work();
    let done = json.get(&upload).await.good(200);
    assert_eq!(done["state"], "imported", "{done}");
    assert_eq!(
        counts(&done["report"]),
        [model.lines, model.created(), 0, 0, model.skipped, model.rejects()],
        "as the file's own model has it"
    );
    let import = json.get(&format!("/api/v1/imports/{}", done["import_id"].as_str().unwrap())).await.good(200);
    assert_eq!(counts(&import), counts(&done["report"]));
    assert_eq!((&import["file_name"], &import["state"]), (&json!("export.csv"), &json!("completed")));
    let key: String = story.one("select prefix from api_keys order by created_at desc limit 1").await;
    assert_eq!(import["started_by"], json!(key), "who brought it, and not who did the work");
    // Nothing is kept of the file, and all of what could not be used.
    assert_eq!(story.one::<i64>("select count(*) from upload_parts where content = 'file'").await, 0);
    let rejects =
        json.get(&format!("/api/v1/imports/{}/rejects?limit=200", import["id"].as_str().unwrap())).await.good(200);
    let lines: Vec<i64> =
        rejects["items"].as_array().unwrap().iter().map(|reject| reject["line"].as_i64().unwrap()).collect();
    assert_eq!(lines, model.rejected);
    let reasons = json.get(&format!("{upload}/reasons")).await;
    assert_eq!(reasons.body().lines().count(), model.rejected.len());
    let reply = json.get(&format!("{upload}/rejects")).await;
    let (text, corrected) = corrected(reply.body());
    let upload = announce(&json, &text, json!({"options": {"post_url": POST}})).await;
    bring(&program, &upload, 0, &text).await;
    story.work();
    let done = json.get(&upload).await.good(200);
    assert_eq!(counts(&done["report"]), [corrected.lines, corrected.lines, 0, 0, 0, 0], "{done}");
}

#[tokio::test]
async fn a_dry_run_says_what_a_file_lacks_and_what_would_come_of_it_and_writes_nothing() {
    let story = Story::begin().await;
    let program = story.program("default");
    let (text, model) = reactions(50, 0, 3);
    let upload = announce(&program, &text, json!({"dry_run": true})).await;
    assert_eq!(bring(&program, &upload, 0, &text).await["state"], "checking");
    story.work();
    let refused = program.get(&upload).await.good(200);
    assert_eq!((&refused["state"], &refused["report"]), (&json!("refused"), &Value::Null));
    assert!(refused["problem"].as_str().unwrap().contains("do not say which post"), "{refused}");
    let changed = program.patch(&upload, &json!({"options": {"post_url": POST}})).await.good(200);
    assert_eq!((&changed["state"], &changed["problem"]), (&json!("waiting"), &Value::Null));
    let check = format!("{upload}/check");
    assert_eq!(program.call("POST", &check, None).await.good(200)["state"], "checking");
    assert_eq!(program.call("POST", &check, None).await.problem(), (409, "conflict".to_owned()), "it is being checked");
    assert_eq!(program.patch(&upload, &json!({"options": {}})).await.problem(), (409, "conflict".to_owned()));
    story.work();
    let checked = program.get(&upload).await.good(200);
    assert_eq!(checked["state"], "checked", "{checked}");
    assert_eq!(counts(&checked["report"]), [50, model.created(), 0, 0, 0, 0]);
    for table in ["persons", "engagements", "csv_imports"] {
        assert_eq!(story.one::<i64>(&format!("select count(*) from {table}")).await, 0, "{table}");
    }
    let import = format!("{upload}/import");
    assert_eq!(program.call("POST", &import, None).await.good(200)["state"], "importing");
    story.work();
    assert_eq!(program.get(&upload).await.good(200)["state"], "imported");
    assert_eq!(story.one::<i64>("select count(*) from engagements").await, model.created());
    for again in [check, import] {
        assert_eq!(program.call("POST", &again, None).await.problem(), (409, "conflict".to_owned()), "{again}");
    }
    // What cannot be a day of an export is said by its field.
    let upload = announce(&program, &text, json!({"options": {"post_url": POST, "seen_on": "2001-01-01"}})).await;
    bring(&program, &upload, 0, &text).await;
    story.work();
    let failed = program.get(&upload).await.good(200);
    assert_eq!((&failed["state"], &failed["problem"]), (&json!("refused"), &failed["error"]));
    assert!(failed["problem"].as_str().unwrap().starts_with("the day of the export (seen_on) 2001-01-01 "), "{failed}");
}

#[tokio::test]
async fn a_program_says_what_the_columns_of_a_table_are_read_as() {
    let story = Story::begin().await;
    let program = story.program("default");
    let text = "Profil;Reaktion;Notiz\nhttps://www.linkedin.com/in/pat-example;LIKE;x\nhttps://www.linkedin.com/in/kim-example;PRAISE;\n";
    let upload = announce(&program, text, json!({"dry_run": true})).await;
    bring(&program, &upload, 0, text).await;
    story.work();
    let refused = program.get(&upload).await.good(200);
    assert_eq!((&refused["state"], &refused["report"]), (&json!("refused"), &Value::Null));
    let seen = json!({"format": null, "columns": [
        {"column": "Profil", "read_as": null, "examples": ["https://www.linkedin.com/in/pat-example", "https://www.linkedin.com/in/kim-example"]},
        {"column": "Reaktion", "read_as": null, "examples": ["LIKE", "PRAISE"]},
        {"column": "Notiz", "read_as": null, "examples": ["x"]}]});
    assert_eq!(refused["table"], seen);
    let columns = json!({"Profil": "profileUrl", "Reaktion": "reactionType", "Notiz": ""});
    // Without the post it is refused still, and what it is is seen.
    let changed = program.patch(&upload, &json!({"options": {"columns": columns}})).await.good(200);
    assert_eq!((&changed["options"]["columns"], &changed["table"]), (&columns, &Value::Null));
    program.call("POST", &format!("{upload}/check"), None).await.good(200);
    story.work();
    let refused = program.get(&upload).await.good(200);
    assert!(refused["problem"].as_str().unwrap().contains("do not say which post"), "{refused}");
    assert_eq!(
        (&refused["table"]["format"], &refused["table"]["columns"][0]["read_as"]),
        (&json!("curious-coder-reactions"), &json!("profileUrl"))
    );
    program.patch(&upload, &json!({"options": {"columns": columns, "post_url": POST}})).await.good(200);
    program.call("POST", &format!("{upload}/import"), None).await.good(200);
    story.work();
    let done = program.get(&upload).await.good(200);
    assert_eq!(counts(&done["report"]), [2, 2, 0, 0, 0, 0], "{done}");
    assert_eq!(done["report"]["columns"][2], json!({"column": "Notiz", "read_as": null}));
    let import = program.get(&format!("/api/v1/imports/{}", done["import_id"].as_str().unwrap())).await.good(200);
    assert_eq!(import["options"]["columns"], columns);
    let many: serde_json::Map<String, Value> = (0..101).map(|n| (n.to_string(), json!("name"))).collect();
    for (wrong, says) in [
        (json!({"Profil": "profileUrl", "profil": "name"}), "is said twice"),
        (json!({"": "name"}), "a column has a name"),
        (json!({"Profil": "x".repeat(201)}), "at most 200 characters"),
        (json!({"Profil": "a\u{0}"}), "is one line"),
        (json!({"Profil": null}), "options"),
        (Value::Object(many), "at most 100 columns"),
    ] {
        let wrong = json!({"file_name": "a.csv", "bytes": 1, "options": {"columns": wrong}});
        let refused = program.post(UPLOADS, &wrong).await;
        assert_eq!(refused.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(refused.whole.contains(says), "{says}: {}", refused.whole);
    }
}

#[tokio::test]
async fn what_waits_has_a_limit_and_goes_after_a_week() {
    let story = Story::begin().await;
    let program = story.program("default");
    let said = |bytes: u64| json!({"file_name": "large.csv", "bytes": bytes});
    for wrong in [0, (2 << 30) + 1] {
        assert_eq!(program.post(UPLOADS, &said(wrong)).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    for (field, value) in [("format", "no-such-format"), ("by", "week"), ("post", POST)] {
        let wrong = json!({"file_name": "a.csv", "bytes": 1, "options": {field: value}});
        assert_eq!(program.post(UPLOADS, &wrong).await.problem(), (422, "invalid".to_owned()), "{field}");
    }
    // Four at once, of which each fits alone beside those that are there.
    program.post(UPLOADS, &said((7 << 30) / 4)).await.good(201);
    program.post(UPLOADS, &said(2 << 30)).await.good(201);
    program.post(UPLOADS, &said(2 << 30)).await.good(201);
    let last = said(2 << 30);
    let (one, two, three) =
        tokio::join!(program.post(UPLOADS, &last), program.post(UPLOADS, &last), program.post(UPLOADS, &last));
    let mut statuses = [one.status, two.status, three.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409]);
    let first = program.get(&format!("{UPLOADS}?limit=1")).await.good(200)["items"][0]["id"].clone();
    let first = format!("{UPLOADS}/{}", first.as_str().unwrap());
    assert_eq!(program.delete(&first).await.status, 204);
    program.post(UPLOADS, &last).await.good(201);
    let old = "alter table uploads disable trigger _100_stamp;
        update uploads set updated_at = now() - interval '8 days' where file_bytes < 2::bigint << 30;
        alter table uploads enable trigger _100_stamp";
    story.owner.batch_execute(old).await.unwrap();
    assert_eq!(story.one::<i64>("select app.purge_uploads()").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_send_the_same_bytes_at_once_send_them_once() {
    let story = Story::begin().await;
    let program = story.program("default");
    let (text, _) = reactions(2_000, 0, 5);
    let upload = announce(&program, &text, json!({"dry_run": true})).await;
    let path = format!("{upload}/content?from=0");
    let (one, two) = tokio::join!(program.call("PUT", &path, Some(&text)), program.call("PUT", &path, Some(&text)));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let held: Vec<u8> = story.one("select string_agg(bytes, '' order by first_byte) from upload_parts").await;
    assert_eq!(held, text.as_bytes());
    assert_eq!(story.one::<i64>("select count(*) from scraping_jobs").await, 1, "one job looks at it");
}

/// A worker that has begun with an import.
async fn begun(story: &Story) -> Child {
    let worker = rapport(&story.app.url(), &["job", "run"]).spawn().unwrap();
    let until = Instant::now() + Duration::from_mins(2);
    while story.one::<i64>("select count(*) from import_chunks").await == 0 {
        assert!(Instant::now() < until, "the import did not begin");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    worker
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r1_an_upload_whose_worker_is_killed_is_imported_once_by_the_next() {
    let story = Story::begin().await;
    let program = story.program("default");
    let (text, model) = reactions(12_000, 5, 11);
    let upload = announce(&program, &text, json!({"options": {"post_url": POST}})).await;
    bring(&program, &upload, 0, &text).await;
    let mut worker = begun(&story).await;
    signal("KILL", worker.id());
    worker.wait().unwrap();
    let left = program.get(&upload).await.good(200);
    assert_eq!(left["state"], "importing", "{left}");
    story.owner.batch_execute("update scraping_jobs set leased_until = now() - interval '1 second'").await.unwrap();
    story.work();
    let done = program.get(&upload).await.good(200);
    assert_eq!(done["state"], "imported", "{done}");
    assert_eq!(counts(&done["report"]), [model.lines, model.created(), 0, 0, model.skipped, model.rejects()]);
    assert_eq!(story.one::<i64>("select count(*) from engagements").await, model.created());
    // One who was killed after the end of the import, and before anybody heard of it.
    let unheard = "update uploads set imported = null, import_id = null;
        insert into upload_parts (upload_id, content, first_byte, bytes) select id, 'file', 0, $1 from uploads;";
    for statement in unheard.split_inclusive(';') {
        let given: &[&(dyn tokio_postgres::types::ToSql + Sync)] = &[&text.as_bytes()];
        story.owner.execute(statement, if statement.contains("$1") { given } else { &[] }).await.unwrap();
    }
    program.call("POST", &format!("{upload}/import"), None).await.good(200);
    story.work();
    let again = program.get(&upload).await.good(200);
    assert_eq!((&again["report"]["created"], &again["import_id"]), (&done["report"]["created"], &done["import_id"]));
    assert_eq!(story.one::<i64>("select count(*) from csv_imports").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_that_is_cancelled_ends_between_two_chunks_and_goes_on_when_asked_to() {
    let story = Story::begin().await;
    let program = story.program("default");
    let (text, model) = reactions(30_000, 5, 13);
    let upload = announce(&program, &text, json!({"options": {"post_url": POST}})).await;
    bring(&program, &upload, 0, &text).await;
    let mut worker = begun(&story).await;
    // The chunk that is on its way waits until the job is cancelled, however slow that is.
    story.owner.batch_execute("begin; lock table engagements in share row exclusive mode").await.unwrap();
    let job = program.get(&upload).await.good(200)["job_id"].as_str().unwrap().to_owned();
    program.call("POST", &format!("/api/v1/jobs/{job}/cancel"), None).await.good(200);
    story.owner.batch_execute("rollback").await.unwrap();
    assert!(worker.wait().unwrap().success());
    let cancelled = program.get(&upload).await.good(200);
    assert_eq!(cancelled["state"], "failed", "{cancelled}");
    let imports = program.get("/api/v1/imports?state=interrupted").await.good(200);
    let lines = imports["items"][0]["lines"].as_i64().unwrap();
    assert!((1..model.lines).contains(&lines), "{lines}");
    program.call("POST", &format!("{upload}/import"), None).await.good(200);
    story.work();
    let done = program.get(&upload).await.good(200);
    assert_eq!((&done["state"], &done["report"]["resumed"]), (&json!("imported"), &json!(true)));
    assert_eq!(counts(&done["report"]), [model.lines, model.created(), 0, 0, model.skipped, model.rejects()]);
}

#[tokio::test]
async fn a_file_that_is_no_export_is_refused_with_what_to_do() {
    let story = Story::begin().await;
    let program = story.program("default");
    for text in ["hello\n", "{\"a\": 1}", "a,b\n1,2\n", "\u{0}\u{1}\u{2}"] {
        let upload = announce(&program, text, json!({"dry_run": true})).await;
        bring(&program, &upload, 0, text).await;
        story.work();
        let refused = program.get(&upload).await.good(200);
        assert_eq!(refused["state"], "refused", "{text:?}: {refused}");
        assert_eq!(program.delete(&upload).await.status, 204);
    }
    assert_eq!(story.one::<i64>("select count(*) from upload_parts").await, 0);
}

#[tokio::test]
async fn an_old_job_of_a_file_does_nothing_with_it_any_more() {
    let story = Story::begin().await;
    let program = story.program("default");
    let (text, _) = reactions(50, 0, 4);
    let upload = announce(&program, &text, json!({"options": {"post_url": POST}})).await;
    bring(&program, &upload, 0, &text).await;
    let old = program.get(&upload).await.good(200)["job_id"].as_str().unwrap().to_owned();
    let job = format!("/api/v1/jobs/{old}");
    assert_eq!(program.call("POST", &format!("{job}/cancel"), None).await.good(200)["state"], "cancelled");
    program.patch(&upload, &json!({"options": {"post_url": POST, "campaign": "Other"}})).await.good(200);
    program.call("POST", &format!("{job}/retry"), None).await.good(200);
    story.work();
    let left = program.get(&upload).await.good(200);
    assert_eq!((&left["state"], &left["report"]), (&json!("waiting"), &Value::Null));
    let told = program.get(&job).await.good(200);
    assert!(told["error"].as_str().unwrap().starts_with("another job has this file"), "{told}");
    assert_eq!(story.one::<i64>("select count(*) from csv_imports").await, 0);
}

#[tokio::test]
async fn a_tenant_imports_one_file_at_a_time_and_others_have_their_turn() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let (text, _) = reactions(5, 0, 4);
    for tenant in ["default", "second"] {
        let program = story.program(tenant);
        for _ in 0..3 {
            let upload = announce(&program, &text, json!({"dry_run": true})).await;
            bring(&program, &upload, 0, &text).await;
        }
    }
    story.owner.batch_execute("select app.enqueue_job('profile', '{}')").await.unwrap();
    let claim = "select string_agg(kind::text, ' ' order by kind::text) from app.claim_jobs(10, interval '1 minute')";
    assert_eq!(story.one::<String>(claim).await, "import import profile");
    assert_eq!(story.one::<i64>("select count(*) from app.claim_jobs(10, interval '1 minute')").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s14_a_key_that_is_revoked_in_the_middle_of_a_file_brings_nothing_more() {
    let story = Story::begin().await;
    let program = story.program("default");
    let text = "x".repeat(3 << 20);
    let upload = announce(&program, &text, json!({"dry_run": true})).await;
    let request = program.request("PUT", &format!("{upload}/content?from=0"), Some(&text));
    let (before, after) = request.split_at(request.len() - (1 << 20));
    let mut stream = TcpStream::connect(story.server.address).await.unwrap();
    stream.write_all(before.as_bytes()).await.unwrap();
    let received = "select received_bytes from uploads";
    let came = async {
        while story.one::<i64>(received).await < 1 << 20 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), came).await.expect("nothing came");
    assert!(story.say(&["api-key", "revoke", "Program"]).0);
    let held: i64 = story.one(received).await;
    stream.write_all(after.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    assert!(story.one::<i64>(received).await <= held.max(2 << 20), "what came after the end is not taken");
    assert_eq!(story.one::<i64>("select count(*) from scraping_jobs").await, 0);
}
