//! Scraping at Apify, by the real binary against a simulator of Apify: what comes of it, and what comes of it when everything
//! goes wrong.

use std::{
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use rapport::simulators::{
    apify::{Apify, Options, Pace, Script, TOKEN},
    faults::{Fault, Stage, When},
};
use serde_json::{Value, json};
use tokio_postgres::Client;

use crate::support::{
    app::{DEFAULT, TestApp, TestDir},
    mix::{self, Rng},
    process::{heard, signal},
};

mod money;

const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

/// A post that somebody might have written in 2025.
fn post(number: u64) -> String {
    format!("https://www.linkedin.com/feed/update/urn:li:activity:{}/", 7_345_012_345_678_901_248 + number * 4_194_304)
}

struct Story {
    app: TestApp,
    apify: Apify,
}

impl Story {
    /// A database with a connection to a simulator.
    async fn begin(options: Options) -> Self {
        let story = Self { app: TestApp::new().await, apify: Apify::start(options).unwrap() };
        let said = story.say_with(&["connection", "add", "--name", "Apify", "--apify-token", "-", "--json"], TOKEN);
        assert!(said.status.success(), "{}", text(&said));
        let row: Value = serde_json::from_slice(&said.stdout).unwrap();
        assert_eq!(row["status"], "valid");
        story
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("DATABASE_URL", self.app.url()).env("RAPPORT_MASTER_KEY", KEY);
        command.env("RAPPORT_APIFY_URL", self.apify.url()).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn say(&self, args: &[&str]) -> Output {
        heard(self.command(args).output().unwrap())
    }

    fn say_with(&self, args: &[&str], input: &str) -> Output {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        drop(std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()));
        heard(child.wait_with_output().unwrap())
    }

    /// What is JSON of a command that went well.
    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let said = self.say(args);
        assert!(said.status.success(), "{args:?}: {}", text(&said));
        serde_json::from_slice(&said.stdout).unwrap()
    }

    fn enqueue(&self, number: u64) {
        let said = self.say(&["scrape", "post", &post(number), "--campaign", "Spring"]);
        assert!(said.status.success(), "{}", text(&said));
    }

    fn worker(&self, more: &[&str]) -> Child {
        let mut command = self.command(&["worker"]);
        // What a worker says is kept with what the test says.
        command.args(more).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().unwrap()
    }
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

async fn number(owner: &Client, sql: &str) -> i64 {
    owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
}

/// Who reacted to what, in an order.
async fn engagements(owner: &Client) -> Vec<String> {
    owner
        .query(
            "select p.activity_id || ' ' || i.value || ' ' || e.reaction_type from engagements e \
             join posts p on p.tenant_id = e.tenant_id and p.id = e.post_id \
             join person_identities i on i.tenant_id = e.tenant_id and i.person_id = e.person_id and i.kind = 'member_id' order by 1",
            &[],
        )
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect()
}

async fn assert_exact(owner: &Client) {
    assert_eq!(number(owner, "select sum(missing + wrong)::bigint from app.differences()").await, 0);
}

/// Runs what is due until nothing waits, however often that takes.
async fn finish(story: &Story, owner: &Client, seconds: u64) {
    let until = Instant::now() + Duration::from_secs(seconds);
    while number(owner, "select count(*) from scraping_jobs where state in ('pending', 'running', 'parked')").await > 0
    {
        assert!(Instant::now() < until, "{}", text(&story.say(&["job", "list"])));
        // Nobody wants to wait for the pauses between attempts.
        owner
            .batch_execute("update scraping_jobs set run_at = now() where state in ('pending', 'parked'); update linkedin_connections set paused_until = now() where paused_until > now(); update rate_limits set blocked_until = null")
            .await
            .unwrap();
        story.say(&["job", "run", "--lease", "2"]);
    }
}

#[tokio::test]
async fn a_token_that_apify_does_not_know_can_be_replaced() {
    let story = Story { app: TestApp::new().await, apify: Apify::start(Options::default()).unwrap() };
    let add = ["connection", "add", "--name", "Apify", "--apify-token", "-"];
    let said = story.say_with(&add, "apify_api_of_nobody_at_all");
    assert!(!said.status.success() && text(&said).contains("does not know this token"), "{}", text(&said));
    let said = story.say_with(&["connection", "edit", "Apify", "--apify-token", "-", "--json"], TOKEN);
    assert!(said.status.success(), "{}", text(&said));
    let row: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!((&row["status"], &row["alerts"]), (&"valid".into(), &0.into()));
}

#[tokio::test]
async fn a_post_is_scraped_and_its_engagers_are_in_the_dashboard() {
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    let jobs = story.json(&["scrape", "post", &post(1), "--campaign", "Spring", "--wait", "--json"]);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    let found = jobs[0]["found"].as_i64().unwrap();
    assert!(found >= 12, "{jobs}");
    assert!(jobs[0]["cost"].as_f64().unwrap() > 0.0, "{jobs}");
    assert!((jobs[0]["cost"].as_f64().unwrap() - story.apify.billed_usd()).abs() < 0.001, "{jobs}");

    let dashboard = story.json(&["dashboard", "--json"]);
    assert_eq!(dashboard[0]["campaign"], "Spring");
    let engagements = dashboard[0]["engagements"].as_i64().unwrap();
    assert!(engagements > 0 && engagements <= found, "{dashboard}");
    assert_eq!(number(&owner, "select count(*) from engagements").await, engagements);

    // Every call has its row, and the count of the day is the count of the rows.
    let calls = number(&owner, "select count(*) from api_calls").await;
    assert!(calls >= 4, "{calls}");
    assert_eq!(number(&owner, "select daily_api_calls::bigint from linkedin_connections").await, calls);
    assert_eq!(number(&owner, "select count(*) from api_calls where status is null or error is not null").await, 0);
    assert_eq!(i64::try_from(story.apify.calls().values().sum::<u64>()).unwrap(), calls);
    // What the job has cost is what its calls have cost.
    let cost: f64 = owner.query_one("select sum(cost)::float8 from api_calls", &[]).await.unwrap().get(0);
    assert!(cost > 0.0 && (cost - story.apify.billed_usd()).abs() < 0.001, "{cost}");

    // The same once more costs again, and brings nothing new.
    let again = story.json(&["scrape", "post", &post(1), "--campaign", "Spring", "--wait", "--json"]);
    assert_eq!((&again[0]["created"], &again[0]["updated"]), (&0.into(), &0.into()), "{again}");
    // A run that somebody else started is taken in by its id.
    let run = story.apify.runs()[0].id.clone();
    let taken = story.json(&["import", "--apify-run", &run, "--post", &post(1), "--json"]);
    assert_eq!(taken[0]["created"], 0, "{taken}");
    assert_exact(&owner).await;
}

#[tokio::test]
async fn r2_a_scrape_that_is_killed_again_and_again_is_paid_for_once() {
    let wanted = mix::setting("RAPPORT_MIX_KILLS").unwrap_or(8);
    // A post is scraped in a second or so, which is time for a kill or two.
    let posts = wanted + wanted / 2;
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let options = Options { pace: Pace::Millis(300), ..Options::default() };
    let calm = Story::begin(Options { pace: Pace::Millis(1), ..Options::default() }).await;
    let wild = Story::begin(options).await;
    let owner = wild.app.owner().await;
    for number in 0..posts {
        wild.enqueue(number);
    }
    let kills = killed_again_and_again(&wild, &owner, &mut Rng::new(seed), wanted.max(50)).await;
    wild.apify.faults().clear();
    finish(&wild, &owner, 120).await;
    eprintln!("{kills} kills, {} runs", wild.apify.runs().len());
    assert!(kills >= wanted, "it was over before it was killed often enough; RAPPORT_MIX_SEED={seed}");
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state <> 'completed'").await, 0);
    let started = wild.apify.started();
    assert_eq!(started.len() as u64, posts);
    assert!(started.values().all(|runs| *runs == 1), "{started:?}; RAPPORT_MIX_SEED={seed}");

    for number in 0..posts {
        calm.enqueue(number);
    }
    let calm_owner = calm.app.owner().await;
    finish(&calm, &calm_owner, 60).await;
    assert_eq!(engagements(&owner).await, engagements(&calm_owner).await, "RAPPORT_MIX_SEED={seed}");
    assert_exact(&owner).await;
}

#[tokio::test]
async fn a_sign_of_life_that_waits_for_the_works_own_transaction_does_not_keep_it_waiting() {
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    // Whoever notes that a start was asked for stands still there, in a transaction that holds the job.
    let gate = story.app.owner().await;
    gate.batch_execute(
        "create function stand_still() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(4711); return null; end';
         create trigger stand_still after update of start_asked_at on scraping_jobs for each row execute function stand_still();
         select pg_advisory_lock(4711)",
    )
    .await
    .unwrap();
    story.enqueue(1);
    let mut worker = story.command(&["job", "run", "--lease", "1"]).spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(30);
    let waits = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%extend_lease%'";
    while number(&owner, waits).await == 0 {
        assert!(Instant::now() < until, "no sign of life came in the way");
    }
    gate.batch_execute("select pg_advisory_unlock(4711)").await.unwrap();
    while worker.try_wait().unwrap().is_none() {
        if Instant::now() > until {
            worker.kill().unwrap();
            worker.wait().unwrap();
            panic!("the work and the sign of its life wait for each other");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'completed'").await, 1);
}

#[tokio::test]
async fn r14_whatever_the_service_answers_the_job_comes_to_its_end_and_others_are_left_in_peace() {
    let story = Story::begin(Options { pace: Pace::Polls(2), ..Options::default() }).await;
    let owner = story.app.owner().await;
    let chaos = [
        Fault::TooManyRequests { wait: Some(1), as_date: false },
        Fault::TooManyRequests { wait: Some(1), as_date: true },
        Fault::TooManyRequests { wait: None, as_date: false },
        Fault::Status { status: 500 },
        Fault::Status { status: 502 },
        Fault::Html,
        Fault::Truncated,
        Fault::CutChunks,
        Fault::Reset,
        Fault::Redirect { location: "https://login.example.com/".to_owned() },
        Fault::WrongType { content_type: "text/plain".to_owned() },
        Fault::Huge { bytes: 80 * 1024 * 1024 },
        Fault::Stall { millis: 300, at: Stage::Answer },
        Fault::ClockSkew { seconds: 7_200 },
    ];
    for (number, fault) in (100..).zip(&chaos) {
        for endpoint in ["runs.start", "runs.get", "datasets.items"] {
            // A redirect is final by the table, and so is a start that was redirected.
            story.apify.faults().set(endpoint, When::Next(1), fault.clone());
        }
        let before = story.apify.faults().applied();
        story.enqueue(number);
        let said = story.say(&["job", "run"]);
        assert!(said.status.success(), "{fault:?}: {}", text(&said));
        assert!(story.apify.faults().applied() > before, "{fault:?} befell nobody");
        story.apify.faults().clear();
        // What the table calls final is retried by a human.
        owner
            .batch_execute("select app.retry_job(id) from scraping_jobs where state in ('failed', 'dead')")
            .await
            .unwrap();
        finish(&story, &owner, 60).await;
    }
    assert_eq!(
        number(&owner, "select count(*) from scraping_jobs where state = 'completed'").await,
        i64::try_from(chaos.len()).unwrap()
    );
    assert!(story.apify.started().values().all(|runs| *runs == 1), "{:?}", story.apify.started());
    assert_exact(&owner).await;

    // A service that is down pauses the connection, and nobody stands in line for it.
    story.apify.faults().set("*", When::Every(1), Fault::Status { status: 503 });
    for number in 200..206 {
        story.enqueue(number);
    }
    story.say(&["job", "run"]);
    story.say(&["job", "run"]);
    assert_eq!(number(&owner, "select count(*) from linkedin_connections where paused_until > now()").await, 1);
    let before = story.apify.calls().values().sum::<u64>();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.apify.calls().values().sum::<u64>(), before, "the breaker is open");
    assert!(text(&story.say(&["alert", "list"])).contains("is paused"));
    // Meanwhile a tenant whose calls get through, by a connection of its own, is none the worse.
    assert!(story.say(&["tenant", "add", "other"]).status.success());
    let add = ["--tenant", "other", "connection", "add", "--name", "Own", "--apify-token", "-"];
    story.say_with(&add, TOKEN);
    let healthy = Apify::start(Options { pace: Pace::Polls(2), ..Options::default() }).unwrap();
    let mut scrape = story.command(&["--tenant", "other", "scrape", "post", &post(1), "--wait", "--json"]);
    let said = heard(scrape.env("RAPPORT_APIFY_URL", healthy.url()).output().unwrap());
    let jobs: Value = serde_json::from_slice(&said.stdout).unwrap_or_else(|_| panic!("{}", text(&said)));
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    let waiting = "select count(*) from scraping_jobs where state <> 'completed'";
    assert_eq!(number(&owner, waiting).await, 6, "and those who wait went on waiting");
    // When the service is up again, everybody's jobs come to their end.
    story.apify.faults().clear();
    finish(&story, &owner, 60).await;
}

#[tokio::test]
async fn a_budget_is_not_passed_and_what_it_does_not_pay_for_waits() {
    let story = Story::begin(Options { reactions: (150, 150), ..Options::default() }).await;
    let owner = story.app.owner().await;
    assert!(story.say(&["scrape", "budget", "0.10"]).status.success());
    for number in 0..6 {
        story.enqueue(number);
    }
    // Also when several want it at once.
    let said = story.say(&["job", "run", "--slots", "4"]);
    assert!(said.status.success(), "{}", text(&said));
    let spent = story.json(&["scrape", "budget", "--json"])["spent"].as_f64().unwrap();
    assert!(story.apify.billed_usd() <= 0.10 + 1e-9, "{} were billed", story.apify.billed_usd());
    assert!(spent <= 0.10 + 1e-9, "{spent}");
    let parked =
        number(&owner, "select count(*) from scraping_jobs where state = 'parked' and error like 'The budget%'").await;
    assert!(parked >= 1, "{}", text(&story.say(&["job", "list"])));
    // Who raises it gets what was asked for.
    assert!(story.say(&["scrape", "budget", "none"]).status.success());
    let said = text(&story.say(&["job", "run"]));
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state <> 'completed'").await, 0, "{said}");
}

#[tokio::test]
async fn a_scrape_that_is_cancelled_ends_at_apify_too_and_a_worker_that_stops_hands_it_on() {
    let story = Story::begin(Options { pace: Pace::Held, ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.enqueue(1);
    let mut worker = story.worker(&["--lease", "1", "--grace", "3"]);
    let run_of_job = "select count(*) from scraping_jobs where apify_run_id is not null";
    until(&owner, run_of_job, 1).await;
    signal("TERM", worker.id());
    assert!(worker.wait().unwrap().success());
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'pending' and attempts = 0").await, 1);

    let mut worker = story.worker(&["--lease", "1"]);
    until(&owner, "select count(*) from scraping_jobs where state = 'running'", 1).await;
    let id: String = owner.query_one("select id::text from scraping_jobs", &[]).await.unwrap().get(0);
    assert!(story.say(&["job", "cancel", &id[..8]]).status.success());
    until(&owner, "select count(*) from scraping_jobs where state = 'cancelled'", 1).await;
    signal("TERM", worker.id());
    assert!(worker.wait().unwrap().success());
    let runs = story.apify.runs();
    assert_eq!(runs.len(), 1, "nobody started another one: {runs:?}");
    assert!(format!("{:?}", runs[0].status).starts_with("Abort"), "{runs:?}");
}

async fn until(owner: &Client, sql: &str, wanted: i64) {
    let until = Instant::now() + Duration::from_secs(20);
    while number(owner, sql).await != wanted {
        assert!(Instant::now() < until, "{sql}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn t7_a_job_acts_for_its_own_tenant_whatever_its_input_says() {
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    assert!(story.say(&["tenant", "add", "other"]).status.success());
    let other: uuid::Uuid = owner.query_one("select id from tenants where slug = 'other'", &[]).await.unwrap().get(0);
    let connection: uuid::Uuid = owner.query_one("select id from linkedin_connections", &[]).await.unwrap().get(0);
    let insert = async |tenant: uuid::Uuid, connection: Option<uuid::Uuid>, input: serde_json::Value| {
        let sql = "insert into scraping_jobs (tenant_id, kind, input, connection_id) values ($1, 'reactions', $2, $3)";
        owner.execute(sql, &[&tenant, &input, &connection]).await.unwrap();
    };
    // A job that says whose it is, in words that nothing reads, is done.
    let mine =
        serde_json::json!({"urls": [post(1)], "tenant_id": DEFAULT.0, "tenant": "default", "connection_id": other});
    insert(DEFAULT.0, Some(connection), mine).await;
    // One that names another tenant is not; nor does one of another tenant get a connection that is not its own.
    for forged in [
        serde_json::json!({"urls": [post(2)], "tenant_id": other}),
        serde_json::json!({"urls": [post(2)], "tenant": "other"}),
        serde_json::json!({"urls": [post(2)], "tenant_id": {"in": [other]}}),
    ] {
        insert(DEFAULT.0, Some(connection), forged).await;
    }
    insert(other, None, serde_json::json!({"urls": [post(2)], "connection_id": connection})).await;
    assert!(story.say(&["job", "run"]).status.success());
    let refused = "select count(*) from scraping_jobs j join audit_log a on a.tenant_id = j.tenant_id and a.subject = j.id::text \
                   where a.event = 'job.refused' and j.error like '%another tenant%' and j.state in ('failed', 'dead')";
    assert_eq!(number(&owner, refused).await, 3);
    assert_eq!(number(&owner, "select count(*) from audit_log where event = 'job.refused'").await, 3);
    assert_eq!(
        number(
            &owner,
            "select count(*) from engagements e join tenants t on t.id = e.tenant_id where t.slug = 'other'"
        )
        .await,
        0
    );
    assert!(number(&owner, "select count(*) from engagements").await > 0);
    let refused: String =
        owner.query_one("select error from scraping_jobs where tenant_id = $1", &[&other]).await.unwrap().get(0);
    assert!(refused.contains("there is no connection"), "{refused}");
    assert_eq!(story.apify.runs().len(), 1);
    // A connection of another tenant cannot even be named.
    let stolen = owner
        .execute(
            "insert into scraping_jobs (tenant_id, kind, connection_id) values ($1, 'reactions', $2)",
            &[&other, &connection],
        )
        .await;
    assert!(stolen.is_err());
}

#[tokio::test]
async fn a_run_that_fails_leaves_what_it_found_and_is_tried_again() {
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    story.apify.script(Script {
        ending: rapport::simulators::apify::Ending::Failed,
        items: Some(5),
        runs: 1,
        ..Script::default()
    });
    story.enqueue(1);
    assert!(story.say(&["job", "run"]).status.success());
    let error: String = owner.query_one("select error from scraping_jobs", &[]).await.unwrap().get(0);
    assert!(error.contains("FAILED"), "{error}");
    assert!(number(&owner, "select count(*) from engagements").await > 0);
    finish(&story, &owner, 30).await;
    assert_eq!(story.apify.runs().len(), 2);
    let cost: f64 = owner.query_one("select cost::float8 from scraping_jobs", &[]).await.unwrap().get(0);
    assert!((cost - story.apify.billed_usd()).abs() < 0.001, "both runs are paid for: {cost}");
    assert_exact(&owner).await;
}

#[tokio::test]
async fn who_engaged_is_enriched_once_and_who_is_not_found_is_left_in_peace() {
    let story = Story::begin(Options { reactions: (60, 60), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&["scrape", "post", &post(1), "--campaign", "Spring", "--wait", "--json"]);
    let people = number(&owner, "select count(*) from persons").await;
    let before = story.json(&["dashboard", "--json"]);
    let candidates = story.json(&["enrich", "--max", "1000", "--dry-run", "--json"]);
    assert!(candidates[0]["reason"].is_string(), "{candidates}");
    let asked = i64::try_from(candidates.as_array().unwrap().len()).unwrap();
    assert!(asked > 30 && asked <= people, "{asked} of {people}");

    let jobs = story.json(&["enrich", "--wait", "--json"]);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    assert_eq!(jobs[0]["extra"]["asked"], asked, "{jobs}");
    let of = async |state: &str| {
        number(&owner, &format!("select count(*) from persons where enrichment_status = '{state}'")).await
    };
    let (enriched, missed) = (of("enriched").await, of("missed").await);
    assert!(enriched > 30, "{jobs}");
    // Of forty members one is gone.
    assert_eq!(jobs[0]["extra"]["missed"], missed, "{jobs}");
    assert_eq!(enriched + missed, asked);
    assert!(
        number(&owner, "select count(*) from person_identities where kind = 'slug'").await >= enriched,
        "the slug is known now"
    );
    assert!(number(&owner, "select count(*) from persons where company_id is not null").await > 10);
    assert_eq!(
        number(&owner, "select count(*) from person_identities where source = 'scrape' and kind = 'slug'").await,
        enriched
    );

    // Nobody is asked for twice.
    let again = story.json(&["enrich", "--wait", "--json"]);
    assert_eq!(again[0]["found"], 0, "{again}");
    assert_eq!(story.apify.runs().len(), 2);
    // Nobody engaged more or less by being known better.
    let after = story.json(&["dashboard", "--json"]);
    assert_eq!(before[0]["engagements"], after[0]["engagements"]);
    assert_eq!(before[0]["unique_engagers"], after[0]["unique_engagers"]);
    assert_exact(&owner).await;
    assert_eq!(number(&owner, "select count(*) from app.matching_differences()").await, 0);
}

/// Until every job is done, with workers that are killed so often and so soon that none ends in peace; how many were.
async fn killed_again_and_again(story: &Story, owner: &Client, rng: &mut Rng, most: u64) -> u64 {
    let mut kills = 0;
    while kills < most
        && number(owner, "select count(*) from scraping_jobs where state in ('pending', 'running')").await > 0
    {
        let mut worker = story.worker(&["--lease", "0.5", "--slots", "3"]);
        // Some answers of starts are lost on their way.
        if rng.percent(30) {
            story.apify.faults().set("runs.start", When::Next(1), Fault::LostAnswer);
        }
        tokio::time::sleep(Duration::from_millis(150 + rng.below(500))).await;
        worker.kill().unwrap();
        worker.wait().unwrap();
        kills += 1;
        owner
            .batch_execute("update scraping_jobs set max_attempts = 1000, run_at = least(run_at, now()) where state in ('pending', 'running')")
            .await
            .unwrap();
    }
    kills
}

#[tokio::test]
async fn r2_an_enrichment_that_is_killed_again_and_again_is_paid_for_once() {
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let options = Options { pace: Pace::Millis(300), reactions: (60, 60), ..Options::default() };
    let story = Story::begin(options).await;
    let owner = story.app.owner().await;
    for number in 0..3 {
        story.enqueue(number);
    }
    finish(&story, &owner, 60).await;
    let before = story.apify.runs().len();
    let asked = story.json(&["enrich", "--max", "1000", "--dry-run", "--json"]).as_array().unwrap().len();
    assert!(story.say(&["enrich", "--max", "1000"]).status.success());
    let kills = killed_again_and_again(&story, &owner, &mut Rng::new(seed), 50).await;
    story.apify.faults().clear();
    finish(&story, &owner, 60).await;
    eprintln!("{kills} kills, {} runs", story.apify.runs().len() - before);
    assert!(kills >= 4, "it was over before it was killed often enough: {kills}; RAPPORT_MIX_SEED={seed}");
    assert!(
        story.apify.started().values().all(|runs| *runs == 1),
        "{:?}; RAPPORT_MIX_SEED={seed}",
        story.apify.started()
    );
    let known = "select count(*) from persons where enrichment_status in ('enriched', 'missed')";
    assert_eq!(number(&owner, known).await, i64::try_from(asked).unwrap(), "RAPPORT_MIX_SEED={seed}");
    assert_eq!(story.json(&["enrich", "--max", "1000", "--dry-run", "--json"]).as_array().unwrap().len(), 0);
    // What was paid is what was billed, and no more.
    let cost: f64 = owner.query_one("select sum(cost)::float8 from scraping_jobs", &[]).await.unwrap().get(0);
    assert!((cost - story.apify.billed_usd()).abs() < 0.001, "{cost}; RAPPORT_MIX_SEED={seed}");
    assert_exact(&owner).await;
}

#[tokio::test]
async fn nobody_is_asked_for_twice_by_jobs_that_choose_at_once() {
    let story = Story::begin(Options { pace: Pace::Millis(100), reactions: (60, 60), ..Options::default() }).await;
    let owner = story.app.owner().await;
    for number in 0..3 {
        story.enqueue(number);
    }
    finish(&story, &owner, 60).await;
    assert!(story.say(&["enrich", "--max", "1000"]).status.success());
    assert!(story.say(&["job", "run", "--slots", "4"]).status.success());
    let mut asked: Vec<Value> = Vec::new();
    for run in story.apify.runs() {
        asked.extend(run.input["urls"].as_array().into_iter().flatten().cloned());
    }
    let all = asked.len();
    asked.sort_by_key(ToString::to_string);
    asked.dedup();
    assert!(all > 100, "{all}");
    assert_eq!(asked.len(), all, "so many were paid for more than once");
}

#[tokio::test]
async fn an_enrichment_stays_within_the_budget() {
    let story = Story::begin(Options { reactions: (150, 150), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&["scrape", "post", &post(1), "--wait", "--json"]);
    let spent = story.apify.billed_usd();
    // Enough for some of them.
    assert!(story.say(&["scrape", "budget", &format!("{:.4}", spent + 0.05)]).status.success());
    story.say(&["enrich", "--max", "1000", "--wait"]);
    assert!(story.apify.billed_usd() <= spent + 0.05 + 1e-9, "{} after {spent}", story.apify.billed_usd());
    // What the budget does not pay for waits, also where some cents are left for which Apify starts nothing.
    let ended = "select count(*) from scraping_jobs where kind = 'enrichment' and state not in ('completed', 'parked')";
    assert_eq!(number(&owner, ended).await, 0, "{}", text(&story.say(&["job", "list"])));
    let parked = "select count(*) from scraping_jobs where state = 'parked' and error like 'The budget%'";
    assert!(number(&owner, parked).await >= 1, "{}", text(&story.say(&["job", "list"])));
    assert!(story.say(&["scrape", "budget", "none"]).status.success());
    owner.batch_execute("select app.retry_job(id) from scraping_jobs where state <> 'completed'").await.unwrap();
    finish(&story, &owner, 60).await;
    // Whoever the money did not suffice for is asked for again, and is not taken for somebody whom nobody knows.
    assert!(number(&owner, "select sum((extra ->> 'put_back')::int)::bigint from scraping_jobs").await > 0);
    story.json(&["enrich", "--max", "1000", "--wait", "--json"]);
    let of = async |state: &str| {
        number(&owner, &format!("select count(*) from persons where enrichment_status = '{state}'")).await
    };
    let (enriched, missed) = (of("enriched").await, of("missed").await);
    assert!(enriched > 100 && missed < 10, "{enriched} enriched, {missed} missed");
}

#[tokio::test]
async fn every_actor_is_asked_in_its_own_words_and_what_it_finds_is_taken_in() {
    let story = Story::begin(Options { reactions: (30, 30), ..Options::default() }).await;
    let owner = story.app.owner().await;
    let found = |jobs: &Value| jobs[0]["found"].as_i64().unwrap_or_default();
    for (number, actor) in (1..).zip(["harvestapi", "apimaestro", "curious_coder"]) {
        let jobs = story.json(&["scrape", "post", &post(number), "--actor", actor, "--wait", "--json"]);
        assert_eq!((&jobs[0]["state"], found(&jobs) > 10), (&"completed".into(), true), "{actor}: {jobs}");
    }
    // Whatever Apify calls actors in its addresses.
    for (number, actor, word) in [(1, "harvestapi", "actors"), (2, "apimaestro", "acts")] {
        let how = ["--comments", "--actor", actor, "--apify-actors", word, "--wait", "--json"];
        let jobs = story.json(&[&["scrape", "post", &post(number)], &how[..]].concat());
        assert_eq!(jobs[0]["state"], "completed", "{actor}: {jobs}");
    }
    // One that Rapport does not know, as it says itself: here, a known one by its id, of which nobody has told Rapport.
    let dir = TestDir::new("own-actor");
    let input = dir.0.join("input.json");
    std::fs::write(&input, r#"{"post_urls": "{urls}", "limit": "{max}", "reaction_type": "ALL"}"#).unwrap();
    let how =
        ["--actor", "J9UfswnR3Kae4O6vm", "--max", "12", "--actor-input", input.to_str().unwrap(), "--wait", "--json"];
    let jobs = story.json(&[&["scrape", "post", &post(4)], &how[..]].concat());
    assert_eq!((&jobs[0]["state"], found(&jobs)), (&"completed".into(), 12), "{jobs}");
    // One whose items look like nobody's.
    let odd = |n: u32| json!({"who": {"page": format!("https://www.linkedin.com/in/odd-shape-{n}"), "called": format!("Odd {n}")}});
    let asked = json!({"post_urls": [post(4)], "reaction_type": "ALL"});
    story.apify.register("apimaestro/linkedin-post-reactions", &asked, (0..3).map(odd).collect());
    let fields = dir.0.join("fields.json");
    let fields_arg = fields.to_str().unwrap();
    std::fs::write(&fields, r#"{"linkedin_url": "who/page", "name": "who/called", "kind": "who/liked"}"#).unwrap();
    let how = [
        "--actor",
        "J9UfswnR3Kae4O6vm",
        "--actor-input",
        input.to_str().unwrap(),
        "--actor-fields",
        fields_arg,
        "--wait",
        "--json",
    ];
    let said = text(&story.say(&[&["scrape", "post", &post(4)], &how[..]].concat()));
    assert!(
        said.contains("fields.json: there is no field \"kind\" for this; there are reaction_type, name,"),
        "{said}"
    );
    let told = r#"{"linkedin_url": "who/page", "name": "who/called", "reaction_type": {"value": "PRAISE"}}"#;
    std::fs::write(&fields, told).unwrap();
    let jobs = story.json(&[&["scrape", "post", &post(4)], &how[..]].concat());
    assert_eq!((&jobs[0]["state"], found(&jobs)), (&"completed".into(), 3), "{jobs}");
    let odd = "select count(*) from engagements e join persons p on p.id = e.person_id where p.name like 'Odd _' and e.reaction_type = 'praise'";
    assert_eq!(number(&owner, odd).await, 3);
    assert_eq!(
        number(&owner, "select count(distinct post_id) from engagements where engagement_type = 'reaction'").await,
        4
    );
    assert!(
        number(&owner, "select count(*) from engagements where engagement_type = 'comment' and comment_text <> ''")
            .await
            > 0
    );
    // Whatever a run brought knows the run's import, and that the connection and the job.
    let strangers = "select count(*) from engagements e where not exists (
        select from csv_imports i join scraping_jobs j on j.id = (i.options ->> 'job')::uuid
        join linkedin_connections c on c.id = (i.options ->> 'connection')::uuid where i.id = e.import_id)";
    assert_eq!(number(&owner, strangers).await, 0);

    let members = "select value from person_identities where kind = 'member_id' order by value limit 4";
    let members: Vec<String> = owner.query(members, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
    for (member, actor) in members.iter().zip(["harvestapi", "dev_fusion", "apimaestro", "harvestapi"]) {
        let url = format!("https://www.linkedin.com/in/{member}");
        let jobs = story.json(&["scrape", "profile", &url, "--actor", actor, "--wait", "--json"]);
        assert_eq!(jobs[0]["state"], "completed", "{actor}: {jobs}");
    }
    let profiled = "select count(*) from persons where facts_from = 'profile'";
    let before = number(&owner, profiled).await;
    assert!(before >= 3);
    // An enrichment takes an actor of one's own as well.
    std::fs::write(&input, r#"{"urls": "{urls}", "profileScraperMode": "Profile details no email ($4 per 1k)"}"#)
        .unwrap();
    let told = r#"{"member_id": "id", "slug": "publicIdentifier", "first_name": "firstName", "last_name": "lastName",
        "headline": "headline", "positions/[]/title": "experience/[]/position", "positions/[]/company": "experience/[]/companyName"}"#;
    std::fs::write(&fields, told).unwrap();
    let jobs = story.json(&[&["enrich", "--max", "5", "--actor", "LpVuK3Zozwuipa5bp"], &how[2..]].concat());
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    assert_eq!(number(&owner, profiled).await, before + found(&jobs), "{jobs}");
    assert!(found(&jobs) >= 4, "{jobs}");
    let company = "select linkedin_url from companies where linkedin_url is not null order by id limit 1";
    let company: String = owner.query_one(company, &[]).await.unwrap().get(0);
    for actor in ["harvestapi", "dev_fusion"] {
        let jobs = story.json(&["scrape", "company", &company, "--actor", actor, "--wait", "--json"]);
        assert_eq!((&jobs[0]["state"], found(&jobs)), (&"completed".into(), 1), "{actor}: {jobs}");
    }
    let known = "select count(*) from companies where industry is not null and size_band is not null";
    assert!(number(&owner, known).await >= 1);
    // What else an actor takes is given to it, and wins.
    let extra = story.app.name.clone();
    let dir = crate::support::app::TestDir::new(&extra);
    let file = dir.0.join("input.json");
    std::fs::write(&file, r#"{"maxItems": 5}"#).unwrap();
    let jobs =
        story.json(&["scrape", "post", &post(9), "--actor-input", &file.display().to_string(), "--wait", "--json"]);
    assert_eq!(found(&jobs), 5, "{jobs}");
    let unknown = story.say(&["scrape", "post", &post(1), "--actor", "nobody"]);
    assert!(text(&unknown).contains("apimaestro/linkedin-post-reactions"), "{}", text(&unknown));
    assert_exact(&owner).await;
}

#[tokio::test]
async fn what_comes_again_does_so_until_it_is_told_not_to() {
    let story = Story::begin(Options { reactions: (20, 20), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&[
        "scrape",
        "post",
        &post(1),
        "--campaign",
        "Spring",
        "--every",
        "6h",
        "--cost-limit",
        "0.5",
        "--wait",
        "--json",
    ]);
    story.json(&["enrich", "--every", "1d", "--wait", "--json"]);
    let schedules = story.json(&["scrape", "schedules", "--json"]);
    let names: Vec<&str> = schedules.as_array().unwrap().iter().filter_map(|row| row["name"].as_str()).collect();
    assert_eq!(names.len(), 2, "{schedules}");
    let of_schedules = "select count(*) from scraping_jobs where state = 'completed' and schedule_id is not null";
    assert_eq!(number(&owner, of_schedules).await, 2, "the job of now is the first of its schedule");
    // Before its time nothing comes again.
    story.say(&["job", "run"]);
    assert_eq!(number(&owner, "select count(*) from scraping_jobs").await, 2);
    owner.batch_execute("update job_schedules set next_run_at = now() - interval '1 minute'").await.unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(number(&owner, of_schedules).await, 4);
    // However late it was done, its times stay where they were planned.
    let next = "select count(*) from job_schedules where next_run_at between now() + every - interval '3 minutes' and now() + every - interval '1 minute'";
    assert_eq!(number(&owner, next).await, 2);
    owner.batch_execute("update job_schedules set next_run_at = now() - 2.5 * every").await.unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    let next =
        "select count(*) from job_schedules where next_run_at between now() + 0.4 * every and now() + 0.5 * every";
    assert_eq!(number(&owner, next).await, 2);
    let limits =
        "select count(*) from scraping_jobs where schedule_id is not null and kind = 'reactions' and cost_limit = 0.5";
    assert_eq!(number(&owner, limits).await, 3, "what a run may cost holds for all of them");
    // The campaign that was named at first is the one in which it stays.
    assert_eq!(number(&owner, "select count(*) from campaigns").await, 1);
    for name in names {
        assert!(story.say(&["scrape", "unschedule", name]).status.success());
    }
    owner.batch_execute("update job_schedules set next_run_at = now() - interval '1 minute'").await.unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(number(&owner, "select count(*) from scraping_jobs").await, 6);
    let nothing = story.say(&["scrape", "unschedule", "of nobody"]);
    assert!(!nothing.status.success() && text(&nothing).contains("rapport scrape schedules"), "{}", text(&nothing));
}

#[tokio::test]
async fn a_run_that_apify_tells_of_by_webhook_is_fetched_and_taken_in() {
    use crate::{
        support::server::Server,
        webhooks::stand::{self, CANARY, JSON},
    };

    let story = Story::begin(Options { reactions: (20, 20), ..Options::default() }).await;
    let owner = story.app.owner().await;
    // Somebody had it run, who is not Rapport: here, a Rapport that has forgotten everything about it.
    story.json(&["scrape", "post", &post(1), "--wait", "--json"]);
    let run = story.apify.runs()[0].id.clone();
    let found = number(&owner, "select count(*) from engagements").await;
    owner.batch_execute("delete from engagements; delete from api_calls; delete from scraping_jobs").await.unwrap();
    let add = ["hook", "add", "--name", "runs", "--kind", "apify", "--connection", "Apify", "--secret", "-"];
    let said = story.say_with(&add, CANARY);
    assert!(said.status.success(), "{}", text(&said));
    let mut serve = story.command(&["serve", "--bind", "127.0.0.1:0"]);
    serve.env("RAPPORT_MASTER_KEY", KEY);
    let server = Server::spawn(serve);
    let mut payload: Value = serde_json::from_str(include_str!("../fixtures/hooks/apify_run_succeeded.json")).unwrap();
    payload["eventData"]["actorRunId"] = run.as_str().into();
    payload["resource"]["id"] = run.as_str().into();
    let headers = [JSON, ("x-rapport-secret", CANARY), ("x-apify-webhook-dispatch-id", "one")];
    let request = stand::request("/hooks/default/runs", &headers, payload.to_string().as_bytes());
    assert_eq!(stand::send(server.address, &request).await.unwrap().status, 200);
    let until = Instant::now() + Duration::from_secs(30);
    while number(&owner, "select count(*) from engagements").await < found {
        assert!(Instant::now() < until, "{}", text(&story.say(&["job", "list"])));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(server.stop().0.success());
    let job = "select count(*) from scraping_jobs where kind = 'apify_run' and state = 'completed' and found > 0";
    assert_eq!(number(&owner, job).await, 1, "{}", text(&story.say(&["job", "list"])));
    assert_exact(&owner).await;
}
