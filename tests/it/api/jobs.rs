//! Connections, jobs and alerts by the API.

use rapport::simulators::{apify::TOKEN, linkedin::SCOPES};
use serde_json::{Value, json};

use super::{Story, connections::over};
use crate::support::{
    program::Program,
    services::{Services, must_tell_nothing},
};

/// A connection with what opens it, two jobs, and something that is wrong.
const WORK: &str = "
    insert into linkedin_connections (name, type, sealed_credentials) values ('Our Apify', 'apify', 'canary-of-a-secret');
    insert into scraping_jobs (kind, connection_id, input, state, error, finished_at, created_at)
    select 'reactions', id, '{\"url\": \"https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/\"}', 'dead', 'out of attempts',
      now(), now() - interval '1 hour' from linkedin_connections;
    insert into scraping_jobs (kind, connection_id, state) select 'profile', id, 'pending' from linkedin_connections;
    insert into alerts (kind, message, connection_id) select 'connection', 'The token has expired', id from linkedin_connections;";

#[tokio::test]
async fn a_connection_is_seen_without_what_opens_it_renamed_limited_and_deleted() {
    let story = Story::begin().await;
    story.owner.batch_execute(WORK).await.unwrap();
    let program = story.program("default");
    let reply = program.get("/api/v1/connections").await;
    assert!(!reply.whole.contains("canary-of-a-secret"), "{}", reply.whole);
    let listed = reply.good(200);
    let connection = &listed[0];
    assert_eq!(
        (&connection["name"], &connection["has_credentials"], &connection["alerts"]),
        (&json!("Our Apify"), &json!(true), &json!(1))
    );
    let one = format!("/api/v1/connections/{}", connection["id"].as_str().unwrap());
    assert_eq!(&program.get(&one).await.good(200), connection);
    let limited = program.patch(&one, &json!({"api_call_limit": 7})).await.good(200);
    assert_eq!((&limited["api_call_limit"], &limited["name"]), (&json!(7), &json!("Our Apify")));
    let renamed = program.patch(&one, &json!({"name": " Theirs ", "api_call_limit": null})).await.good(200);
    assert_eq!((&renamed["api_call_limit"], &renamed["name"]), (&json!(null), &json!("Theirs")));
    for wrong in [
        json!({"api_call_limit": -1}),
        json!({"status": "valid"}),
        json!({"sealed_credentials": "x"}),
        json!({"name": ""}),
    ] {
        assert_eq!(program.patch(&one, &wrong).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.delete(&one).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from scraping_jobs where state = 'pending'").await, 0);
}

#[tokio::test]
async fn jobs_are_listed_retried_and_cancelled_and_alerts_are_seen() {
    let story = Story::begin().await;
    story.owner.batch_execute(WORK).await.unwrap();
    let mail = "insert into scraping_jobs (kind, input) values ('mail', '{\"account\": \"canary-of-an-account\"}')";
    story.owner.batch_execute(mail).await.unwrap();
    let program = story.program("default");
    let jobs = program.get("/api/v1/jobs").await.good(200)["items"].clone();
    assert_eq!((&jobs[0]["kind"], &jobs[1]["kind"]), (&json!("profile"), &json!("reactions")), "the latest first");
    // A mail of an account stands in the same queue, and is no program's to see or to send again.
    let mail: String = story.one("select id::text from scraping_jobs where kind = 'mail'").await;
    assert_eq!(jobs.as_array().unwrap().len(), 2);
    for (method, verb) in [("GET", ""), ("POST", "/retry"), ("POST", "/cancel")] {
        let reply = program.call(method, &format!("/api/v1/jobs/{mail}{verb}"), None).await;
        assert_eq!(reply.problem(), (404, "not_found".to_owned()), "{verb}");
    }
    assert_eq!(story.one::<String>("select state::text from scraping_jobs where kind = 'mail'").await, "pending");
    for (filter, count) in [("state=dead", 1), ("kind=profile", 1), ("state=completed", 0)] {
        let found = program.get(&format!("/api/v1/jobs?{filter}")).await.good(200);
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{filter}");
    }
    let at = |number: usize, verb: &str| format!("/api/v1/jobs/{}{verb}", jobs[number]["id"].as_str().unwrap());
    assert_eq!(program.get(&at(1, "")).await.good(200), jobs[1]);
    let again = program.call("POST", &at(1, "/retry"), None).await.good(200);
    assert_eq!((&again["state"], &again["attempts"]), (&json!("pending"), &json!(0)));
    let over = program.call("POST", &at(0, "/cancel"), None).await.good(200);
    assert_eq!(over["state"], "cancelled");
    story.owner.batch_execute("update scraping_jobs set state = 'completed'").await.unwrap();
    for verb in ["/cancel", "/retry"] {
        assert_eq!(program.call("POST", &at(0, verb), None).await.problem(), (409, "conflict".to_owned()), "{verb}");
    }

    let alerts = program.get("/api/v1/alerts").await.good(200);
    assert_eq!((&alerts[0]["message"], &alerts[0]["seen_at"]), (&json!("The token has expired"), &json!(null)));
    assert_eq!(program.call("POST", "/api/v1/alerts/seen", None).await.good(200), json!({"seen": 1}));
    assert!(program.get("/api/v1/alerts").await.good(200)[0]["seen_at"].is_string());
}

const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

/// A connection to each service; their ids.
async fn connect(program: &Program, services: &Services) -> (Value, Value) {
    let granted = services.linkedin_token(&SCOPES);
    let oauth = json!({"client_id": "86simulated0app", "client_secret": services.linkedin.client_secret(), "access_token": granted});
    let mut ids = Vec::new();
    for new in [
        json!({"name": "Apify", "credentials": {"apify_token": TOKEN}}),
        json!({"name": "Page", "type": "company_page", "credentials": {"oauth": oauth}}),
    ] {
        let taken = program.post("/api/v1/connections", &new).await.good(201);
        assert_eq!(over(program, &taken["job_id"]).await["state"], "completed");
        ids.push(taken["connection"]["id"].clone());
    }
    (ids[0].clone(), ids[1].clone())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_asked_for_by_a_program_is_fetched_as_by_the_command_line() {
    let services = Services::start();
    let story = Story::begin_beside(&services).await;
    let program = story.program("default");
    let (apify, page) = connect(&program, &services).await;
    let wish =
        json!({"kind": "reactions", "urls": [POST], "campaign": "Spring", "cost_limit": 2.5, "connection_id": apify});
    let asked = program.post("/api/v1/jobs/scrape", &wish).await.good(201);
    assert_eq!(asked["schedules"], json!([]));
    let job = over(&program, &asked["jobs"][0]).await;
    assert_eq!((&job["state"], &job["cost_limit"]), (&json!("completed"), &json!(2.5)), "{job}");
    let found = job["found"].as_i64().unwrap();
    assert!(found > 0 && job["cost"].as_f64().unwrap() > 0.0, "{job}");
    let engagements: i64 = story
        .one("select count(*) from engagements e join campaign_posts p using (tenant_id, post_id) join campaigns c on c.id = p.campaign_id where c.name = 'Spring'")
        .await;
    assert_eq!(engagements, job["created"].as_i64().unwrap());
    // What it has cost is the connection's.
    let connection = program.get(&format!("/api/v1/connections/{}", apify.as_str().unwrap())).await.good(200);
    assert_eq!(connection["cost_this_month"], job["cost"]);
    // The same words at the command line are the same job.
    let (well, _, err) = story.say(&["scrape", "post", POST, "--campaign", "Spring", "--cost-limit", "2.5"]);
    assert!(well, "{err}");
    let inputs: i64 =
        story.one("select count(distinct input - 'standstill') from scraping_jobs where kind = 'reactions'").await;
    assert_eq!(inputs, 1);
    let asked = program.post("/api/v1/jobs/sync", &json!({"connection_id": page, "days": 30})).await.good(201);
    let job = over(&program, &asked["jobs"][0]).await;
    assert_eq!((&job["state"], &job["input"]["days"]), (&json!("completed"), &json!(30)), "{job}");
    assert!(story.one::<i64>("select count(*) from posts where import_id is not null or title is not null").await > 0);
    let asked = program.post("/api/v1/jobs/enrichment", &json!({"people": 5})).await.good(201);
    let job = over(&program, &asked["jobs"][0]).await;
    assert_eq!((&job["state"], &job["input"]["at_most"]), (&json!("completed"), &json!(5)), "{job}");
    must_tell_nothing(&(program.get("/api/v1/jobs").await.whole + &*story.server.said()), &[]);
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused_and_leaves_nothing() {
    let story = Story::begin().await;
    let program = story.program("default");
    let scrape = "/api/v1/jobs/scrape";
    let reactions = json!({"kind": "reactions", "urls": [POST]});
    for (path, wish) in
        [(scrape, &reactions), ("/api/v1/jobs/enrichment", &json!({})), ("/api/v1/jobs/sync", &json!({}))]
    {
        assert_eq!(
            program.post(path, wish).await.problem(),
            (409, "conflict".to_owned()),
            "{path} without a connection"
        );
    }
    story.owner.batch_execute(WORK).await.unwrap();
    story
        .owner
        .batch_execute(
            "insert into linkedin_connections (name, type, sealed_credentials) values ('Ads', 'campaign_manager', 'x')",
        )
        .await
        .unwrap();
    let before: i64 = story.one("select count(*) from scraping_jobs").await;
    let of = async |name: &str| {
        story.one::<String>(&format!("select id::text from linkedin_connections where name = '{name}'")).await
    };
    let (apify, ads) = (of("Our Apify").await, of("Ads").await);
    for (path, wish, status) in [
        (scrape, json!({"kind": "reactions", "urls": []}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST, "https://example.org/"]}), 422),
        (scrape, json!({"kind": "profile", "urls": [POST]}), 422),
        (scrape, json!({"kind": "company", "urls": [POST]}), 422),
        (scrape, json!({"kind": "sync", "urls": [POST]}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST], "cost_limit": -1}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST], "every": "1m"}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST], "every": "9999999999999999d"}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST], "actor": {"name": "of/nobody"}}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST], "actor": {"input": {"cookie": "x"}}}), 422),
        (scrape, json!({"kind": "reactions", "urls": [POST], "connection_id": ads}), 409),
        ("/api/v1/jobs/enrichment", json!({"people": 0}), 422),
        ("/api/v1/jobs/enrichment", json!({"connection_id": ads}), 409),
        ("/api/v1/jobs/sync", json!({"days": 366}), 422),
        ("/api/v1/jobs/sync", json!({"connection_id": apify}), 409),
    ] {
        assert_eq!(program.post(path, &wish).await.problem().0, status, "{path} {wish}");
    }
    assert_eq!(story.one::<i64>("select count(*) from scraping_jobs").await, before);
    assert_eq!(story.one::<i64>("select count(*) from job_schedules").await, 0);
}

#[tokio::test]
async fn a_schedule_is_made_paused_changed_and_deleted() {
    let story = Story::begin().await;
    story.owner.batch_execute(WORK).await.unwrap();
    let program = story.program("default");
    let wish = json!({"kind": "reactions", "urls": [POST], "every": "1d"});
    let asked = program.post("/api/v1/jobs/scrape", &wish).await.good(201);
    let again = program
        .post("/api/v1/jobs/scrape", &json!({"kind": "reactions", "urls": [POST], "every": "2d"}))
        .await
        .good(201);
    assert_eq!(asked["schedules"], again["schedules"], "the same thing comes again once, as it was said last");
    let one = format!("/api/v1/schedules/{}", asked["schedules"][0].as_str().unwrap());
    let schedule = program.get(&one).await.good(200);
    assert_eq!(
        (&schedule["every_s"], &schedule["is_active"], &schedule["input"]["url"]),
        (&json!(172_800), &json!(true), &json!(POST))
    );
    assert_eq!(program.get("/api/v1/schedules").await.good(200), json!([schedule]));
    let due = "update job_schedules set next_run_at = now() - interval '1 minute'";
    let made = async || -> i64 {
        story.owner.batch_execute(due).await.unwrap();
        story.one("select app.enqueue_scheduled_jobs()").await
    };
    let paused = program.patch(&one, &json!({"is_active": false})).await.good(200);
    assert_eq!(paused["is_active"], false);
    assert_eq!(made().await, 0, "what is paused does not come");
    let changed = program
        .patch(&one, &json!({"is_active": true, "every": "6h", "name": "Mornings", "cost_limit": 1.5}))
        .await
        .good(200);
    assert_eq!(
        (&changed["every_s"], &changed["name"], &changed["cost_limit"]),
        (&json!(21_600), &json!("Mornings"), &json!(1.5))
    );
    assert_eq!(made().await, 0, "nor again while a job of it waits, such as the one that was asked for with it");
    story.owner.batch_execute("update scraping_jobs set state = 'cancelled', finished_at = now()").await.unwrap();
    assert_eq!(made().await, 1);
    for wrong in [
        json!({"every": "5m"}),
        json!({"is_active": null}),
        json!({"cost_limit": -1}),
        json!({"kind": "sync"}),
        json!({"name": ""}),
    ] {
        assert_eq!(program.patch(&one, &wrong).await.problem().0, 422, "{wrong}");
    }
    let last = program.get(&one).await.good(200)["last_job_id"].clone();
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.delete(&one).await.problem().0, 404);
    let job = program.get(&format!("/api/v1/jobs/{}", last.as_str().unwrap())).await.good(200);
    assert_eq!(job["schedule"], Value::Null, "its jobs stay");
}
