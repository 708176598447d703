//! Credentials that are handed over by the API: sealed, checked against the services, and told by nobody.

use std::time::{Duration, Instant};

use rapport::simulators::{
    apify::TOKEN,
    linkedin::{CLIENT_ID, CLIENT_SECRET, SCOPES},
};
use serde_json::{Value, json};

use super::Story;
use crate::support::{
    app::TestApp,
    program::Program,
    services::{LI_AT, Services, jar, must_tell_nothing},
};

const CONNECTIONS: &str = "/api/v1/connections";
/// One that Apify does not know.
const OLD_TOKEN: &str = "apify_api_of_nobody_at_all";

impl Story {
    /// The same with both services and a worker.
    pub(super) async fn begin_beside(services: &Services) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let server = services.server(&app.url(), &[]);
        Self { app, owner, server }
    }
}

/// Waits until a job is over; the job.
pub(super) async fn over(program: &Program, job: &Value) -> Value {
    let path = format!("/api/v1/jobs/{}", job.as_str().unwrap());
    let until = Instant::now() + Duration::from_mins(1);
    loop {
        let job = program.get(&path).await.good(200);
        if matches!(job["state"].as_str().unwrap(), "completed" | "failed" | "dead" | "cancelled") {
            return job;
        }
        assert!(Instant::now() < until, "{job}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Every kind of credentials, as they are handed over.
fn every_kind(access_token: &str) -> [Value; 3] {
    [
        json!({"name": " Apify ", "credentials": {"apify_token": TOKEN}}),
        json!({"name": "Me", "credentials": {"cookies": jar(LI_AT)}, "api_call_limit": 7}),
        json!({"name": "Page", "type": "company_page", "credentials": {"oauth":
            {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "access_token": access_token}}}),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s10_every_kind_of_credentials_is_taken_checked_and_told_by_nobody() {
    let services = Services::start();
    let story = Story::begin_beside(&services).await;
    let program = story.program("default");
    let access_token = services.linkedin_token(&SCOPES);
    let mut said = String::new();
    for (new, status) in every_kind(&access_token).iter().zip(["valid", "unverified", "valid"]) {
        let reply = program.post(CONNECTIONS, new).await;
        said += &reply.whole;
        let taken = reply.good(201);
        let connection = &taken["connection"];
        assert_eq!((&connection["status"], &connection["has_credentials"]), (&json!("unverified"), &json!(true)));
        let job = over(&program, &taken["job_id"]).await;
        assert_eq!((&job["state"], &job["kind"]), (&json!("completed"), &json!("validation")), "{job}");
        let one = format!("{CONNECTIONS}/{}", connection["id"].as_str().unwrap());
        let reply = program.get(&one).await;
        said += &reply.whole;
        let now = reply.good(200);
        assert_eq!(now["status"], status, "{now}");
        assert_eq!(now["name"].as_str(), new["name"].as_str().map(str::trim));
        assert!(
            now["last_validated"].is_string() && now["expires_at"].is_null() == (now["type"] != "company_page"),
            "{now}"
        );
    }
    // The notes name cookies, and no value.
    let limits: Vec<(String, Option<i32>)> = (story.owner)
        .query("select name, api_call_limit from linkedin_connections order by name", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| (row.get(0), row.get(1)))
        .collect();
    let usual = [("Apify", None), ("Me", Some(7)), ("Page", Some(100))].map(|(name, limit)| (name.to_owned(), limit));
    assert_eq!(limits, usual, "the usual limit of a type, where nobody says another");
    assert!(services.linkedin.me_calls().is_empty(), "cookies are looked at, and never sent");
    said += &story.server.said();
    said += &program.get("/api/v1/jobs").await.whole;
    must_tell_nothing(&said, &[&access_token]);
    // What lies in the database is sealed.
    let kept: String = story
        .one("select string_agg(c::text, '') || (select string_agg(k::text, '') from linkedin_cookies k) || coalesce((select string_agg(a::text, '') from audit_log a), '') from linkedin_connections c")
        .await;
    must_tell_nothing(&kept, &[&access_token]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_credentials_take_the_place_of_those_that_are_no_good_and_a_check_is_made_at_once() {
    let services = Services::start();
    let story = Story::begin_beside(&services).await;
    let program = story.program("default");
    let bad = json!({"name": "Apify", "credentials": {"apify_token": OLD_TOKEN}});
    let taken = program.post(CONNECTIONS, &bad).await.good(201);
    over(&program, &taken["job_id"]).await;
    let one = format!("{CONNECTIONS}/{}", taken["connection"]["id"].as_str().unwrap());
    assert_eq!(program.get(&one).await.good(200)["status"], "invalid");
    let credentials = format!("{one}/credentials");
    // What is for another type is refused, and nothing of it is told.
    let wrong = program.call("PUT", &credentials, Some(&json!({"cookies": jar(LI_AT)}).to_string())).await;
    assert_eq!(wrong.problem(), (409, "conflict".to_owned()));
    must_tell_nothing(&wrong.whole, &[]);
    let good = json!({"apify_token": TOKEN}).to_string();
    let keyed = program.saying("idempotency-key", "replaced");
    let replaced = keyed.call("PUT", &credentials, Some(&good)).await.good(200);
    assert_eq!(keyed.call("PUT", &credentials, Some(&good)).await.good(200), replaced, "twice is once");
    over(&program, &replaced["job_id"]).await;
    assert_eq!(program.get(&one).await.good(200)["status"], "valid");
    let calls = services.apify.calls();
    let job = program.call("POST", &format!("{one}/check"), None).await.good(202);
    over(&program, &job["id"]).await;
    assert_ne!(services.apify.calls(), calls, "Apify was asked");
}

#[tokio::test]
async fn a_check_that_waits_already_is_the_one_that_is_made() {
    let story = Story::begin().await;
    let program = story.program("default");
    let taken = program.post(CONNECTIONS, &every_kind("AQXcanaryCANARYcanaryCANARY")[2]).await.good(201);
    let check = format!("{CONNECTIONS}/{}/check", taken["connection"]["id"].as_str().unwrap());
    story.owner.batch_execute("update scraping_jobs set state = 'parked', run_at = 'infinity'").await.unwrap();
    for _ in 0..2 {
        let job = program.call("POST", &check, None).await.good(202);
        assert_eq!((&job["id"], &job["state"]), (&taken["job_id"], &json!("pending")));
    }
    story.owner.batch_execute("update scraping_jobs set state = 'completed', finished_at = now()").await.unwrap();
    assert_ne!(program.call("POST", &check, None).await.good(202)["id"], taken["job_id"]);
}

#[tokio::test]
async fn s10_what_is_wrong_with_credentials_is_told_without_them_wherever_they_stand() {
    let story = Story::begin().await;
    let program = story.program("default");
    let secret = "AQXcanaryCANARYcanaryCANARY";
    let oauth = |tokens: Value| json!({"name": "Page", "type": "company_page", "credentials": {"oauth": tokens}});
    let mut all = vec![
        json!({"name": "A", "credentials": secret}),
        json!({"name": "A", "credentials": {"apify_token": [secret]}}),
        json!({"name": "A", "credentials": {secret: secret}}),
        json!({"name": "A", "credentials": {"apify_token": TOKEN}, "api_call_limit": secret}),
        json!({"name": "A", "credentials": {"apify_token": format!("{secret} {secret}")}}),
        json!({"name": "A", "type": secret, "credentials": {"apify_token": TOKEN}}),
        json!({"name": "A", "type": "company_page", "credentials": {"apify_token": TOKEN}}),
        json!({"name": "A", "token": secret, "credentials": {"apify_token": TOKEN}}),
        json!({"name": "A", "credentials": {"cookies": secret}}),
        json!({"name": "A", "credentials": {"cookies": format!("li_at=short; JSESSIONID={secret}")}}),
        json!({"name": "", "credentials": {"apify_token": TOKEN}}),
        json!({"name": "A", "credentials": {"oauth": {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "access_token": secret}}}),
        json!({"name": "A"}),
    ];
    all.extend([
        oauth(json!({"client_secret": CLIENT_SECRET, "access_token": secret})),
        oauth(json!({"client_id": CLIENT_ID, "access_token": secret})),
        oauth(json!({"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "access_token": format!("{secret} ")})),
        oauth(json!({"client_id": secret.repeat(9), "client_secret": CLIENT_SECRET, "access_token": secret})),
    ]);
    for wrong in all {
        let reply = program.post(CONNECTIONS, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{}", reply.whole);
        must_tell_nothing(&reply.whole, &[secret]);
    }
    let cut = format!("{{\"name\": \"A\", \"credentials\": {{\"apify_token\": \"{TOKEN}\", {secret}");
    let reply = program.call("POST", CONNECTIONS, Some(&cut)).await;
    assert_eq!(reply.problem(), (422, "invalid".to_owned()));
    must_tell_nothing(&(reply.whole + story.server.said().as_str()), &[secret]);
    assert_eq!(program.get(CONNECTIONS).await.good(200), json!([]), "nothing is left of what was refused");
    // A name is one connection's.
    let new = &every_kind(secret)[0];
    program.post(CONNECTIONS, new).await.good(201);
    assert_eq!(program.post(CONNECTIONS, new).await.problem(), (409, "conflict".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from scraping_jobs").await, 1, "nor a check of what there is not");
}
