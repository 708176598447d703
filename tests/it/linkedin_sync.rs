//! `rapport linkedin sync`, `rapport page` and `rapport audience`, by the binary itself, against a LinkedIn that is as strict as
//! the real one.

use std::process::{Command, Output, Stdio};

use jiff::{SignedDuration, Timestamp};
use rapport::{
    linkedin::oauth::{App, Grant},
    model::{
        connections::{self, Credentials, Type},
        keys::Keyring,
    },
    simulators::{
        faults::{Fault, When},
        linkedin::{CLIENT_ID, CLIENT_SECRET, Change, LinkedIn, Options},
    },
};
use secrecy::SecretString;
use serde_json::Value;
use tokio_postgres::Client;

use crate::support::{
    app::{DEFAULT, TestApp, configured},
    process::heard,
};

const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
const PAGE: [&str; 4] = ["openid", "profile", "r_organization_social", "rw_organization_admin"];
const ADS: [&str; 5] = ["openid", "profile", "r_ads", "r_ads_reporting", "rw_dmp_segments"];

/// A database with connections to a simulator.
struct Story {
    app: TestApp,
    linkedin: LinkedIn,
    owner: Client,
}

impl Story {
    async fn begin(options: Options) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        Self { linkedin: LinkedIn::start(options).unwrap(), owner, app }
    }

    /// A connection with a consent to these scopes; its token.
    async fn connect(&self, name: &str, kind: Type, scopes: &[&str]) -> String {
        let token = self.linkedin.token(scopes);
        let database = &self.app.database;
        let keyring = Keyring::open(database, &configured(&["--master-key", KEY])).await.unwrap();
        let tx = database.tenant(DEFAULT).await.unwrap();
        let id = connections::add(&tx, name, kind, None).await.unwrap();
        let later = Timestamp::now().checked_add(SignedDuration::from_hours(24 * 50)).unwrap();
        let app = App { client_id: CLIENT_ID.to_owned(), client_secret: SecretString::from(CLIENT_SECRET) };
        let grant = Grant {
            access_token: SecretString::from(token.as_str()),
            expires_at: later,
            refresh_token: None,
            refresh_expires_at: None,
            scope: scopes.join(","),
        };
        let credentials = Credentials::OAuth(Box::new((app, grant)));
        connections::set_credentials(database, &keyring, &tx, id, &credentials).await.unwrap();
        tx.batch_execute("update linkedin_connections set status = 'valid', last_validated = now()").await.unwrap();
        tx.commit().await.unwrap();
        // This LinkedIn has no need of a pace.
        self.owner
            .batch_execute(
                "create or replace function app.default_rate(type public.connection_type, endpoint text)
                 returns table (emission_interval interval, burst integer) language sql immutable
                 as 'select interval ''1 millisecond'', 1000'",
            )
            .await
            .unwrap();
        token
    }

    fn say(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("DATABASE_URL", self.app.url()).env("RAPPORT_MASTER_KEY", KEY);
        command.env("RAPPORT_LINKEDIN_URL", self.linkedin.url()).env("RAPPORT_LINKEDIN_API_URL", self.linkedin.url());
        heard(command.args(args).stdin(Stdio::null()).output().unwrap())
    }

    /// What is JSON of a command that went well.
    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let said = self.say(args);
        assert!(said.status.success(), "{args:?}: {}", text(&said));
        serde_json::from_slice(&said.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&said)))
    }

    async fn number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    async fn words(&self, sql: &str) -> String {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const SYNC: [&str; 4] = ["linkedin", "sync", "--wait", "--json"];

#[tokio::test]
async fn a_page_is_synced_and_what_members_do_there_makes_no_person() {
    let story = Story::begin(Options::default()).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    let jobs = story.json(&SYNC);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    let posts = story.number("select count(*) from posts").await;
    assert!(posts > 10, "{jobs}");
    assert_eq!(jobs[0]["created"], posts);
    // LinkedIn knows some posts by a share and others by a ugcPost, and both are counted.
    for kind in ["share_id", "ugc_post_id"] {
        let counted =
            format!("select count(*) from posts where {kind} is not null and impressions > 0 and reactions > 0");
        assert!(story.number(&counted).await > 0, "{kind}");
    }
    assert_eq!(story.number("select count(*) from posts where text like '%\\\\%' or text like '%hashtag|%'").await, 0);
    let pages = story.json(&["page", "list", "--json"]);
    assert!(pages[0]["followers"].as_i64().unwrap() > 1_000, "{pages}");
    assert!(pages[0]["impressions"].as_i64().unwrap() > 0, "{pages}");
    assert!(story.json(&["page", "days", "--json"]).as_array().unwrap().len() >= 28);
    let comments = story.json(&["page", "comments", "--json"]);
    assert!(comments[0]["text"].is_string(), "{comments}");
    assert_eq!(story.number("select count(*) from persons").await, 0);
    assert_eq!(story.number("select count(*) from engagements").await, 0);

    // Whatever it is, it knows which connection told it, and which job asked.
    for (table, import) in [
        ("posts", "import_id"),
        ("posts", "counters_import_id"),
        ("pages", "import_id"),
        ("page_metrics_daily", "import_id"),
        ("page_comments", "import_id"),
    ] {
        let strangers = format!(
            "select count(*) from {table} r where not exists (
               select from csv_imports i join scraping_jobs j on j.id = (i.options ->> 'job')::uuid
               join linkedin_connections c on c.id = (i.options ->> 'connection')::uuid where i.id = r.{import})"
        );
        assert_eq!(story.number(&strangers).await, 0, "{table}.{import}");
    }

    // Once more there is nothing new.
    let again = story.json(&SYNC);
    assert_eq!((&again[0]["created"], &again[0]["updated"]), (&0.into(), &0.into()), "{again}");
    // A hint looks at what is new, with few of the day's calls.
    let calls = |story: &Story| story.linkedin.calls().values().sum::<u64>();
    let before = calls(&story);
    story
        .owner
        .batch_execute("insert into scraping_jobs (kind, input, connection_id) select 'sync', '{\"hint\": true}', id from linkedin_connections")
        .await
        .unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    assert!(calls(&story) - before < 30, "{} calls", calls(&story) - before);
    // What may be kept no longer goes when a worker looks.
    story.owner.batch_execute("update page_comments set expires_at = now() - interval '1 second'").await.unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.number("select count(*) from page_comments").await, 0);
}

#[tokio::test]
async fn ads_are_synced_like_a_report_and_their_posts_join_the_campaigns() {
    let story = Story::begin(Options::default()).await;
    story.connect("Ads", Type::CampaignManager, &ADS).await;
    let jobs = story.json(&SYNC);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    let days = story.number("select count(*) from ad_metrics_daily where source = 'api' and day = last_day").await;
    assert!(days > 300, "{jobs}");
    assert_eq!(jobs[0]["created"], days);
    let dashboard = story.json(&["dashboard", "--json"]);
    assert_eq!(dashboard.as_array().unwrap().len(), 5, "{dashboard}");
    assert!(dashboard[0]["spend"].as_f64().unwrap() > 0.0, "{dashboard}");
    assert_eq!(story.number("select count(*) from campaign_groups where linkedin_group_id is not null").await, 3);
    assert_eq!(story.number("select count(*) from ads where post_id is null").await, 0, "each ad shows a post");
    assert!(story.number("select count(*) from campaign_posts").await >= 5);
    for section in ["seniority", "job_function", "industry", "company_size"] {
        let named = format!(
            "select count(*) from audience_demographics where section = '{section}' and segment !~ '^(urn:|SIZE_)' and account <> ''"
        );
        assert!(story.number(&named).await > 0, "{section}");
    }
    assert_eq!(
        story
            .words(
                "select format('%s %s', kind, state) from csv_imports where format = 'linkedin_api' order by 1 limit 1"
            )
            .await,
        "ad_performance completed"
    );
    // Every day knows which connection told it, and which job asked.
    let known = "select count(*) from ad_metrics_daily m join csv_imports i on i.id = m.import_id
        join scraping_jobs j on j.id = (i.options ->> 'job')::uuid join linkedin_connections c on c.id = (i.options ->> 'connection')::uuid";
    assert_eq!(story.number(known).await, days);
    assert_eq!(story.number("select sum(missing + wrong)::bigint from app.differences()").await, 0);
    let again = story.json(&SYNC);
    assert_eq!((&again[0]["created"], &again[0]["updated"]), (&0.into(), &0.into()), "{again}");
}

#[tokio::test]
async fn each_way_in_which_linkedin_refuses_has_a_state_of_its_own() {
    let story = Story::begin(Options { daily_limit: Some(1_000), ..Options::default() }).await;
    // The consent does not cover ads.
    story.connect("Ads", Type::CampaignManager, &["openid", "r_ads"]).await;
    let said = story.say(&SYNC);
    assert!(!said.status.success());
    assert_eq!(story.words("select state::text from scraping_jobs").await, "failed");
    let why = story.words("select error from scraping_jobs").await;
    assert!(why.contains("does not cover this") && why.contains("Not enough permissions"), "{why}");
    assert!(text(&story.say(&["alert", "list"])).contains("does not cover this"));
    story.owner.batch_execute("delete from scraping_jobs; delete from linkedin_connections").await.unwrap();

    // LinkedIn has retired the version.
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    let mut old = SYNC.to_vec();
    old.extend(["--linkedin-version", "202401"]);
    assert!(!story.say(&old).status.success());
    let why = story.words("select error from scraping_jobs").await;
    assert!(why.contains("retired version 202401"), "{why}");
    assert_eq!(story.words("select state::text from scraping_jobs").await, "failed");
    story.owner.batch_execute("delete from scraping_jobs").await.unwrap();

    // The day's calls are used up: the job waits for midnight, UTC, and nobody asks before.
    story.linkedin.set_daily_limit(Some(0));
    assert!(!story.say(&SYNC).status.success());
    assert_eq!(story.words("select state::text from scraping_jobs").await, "parked");
    let waits = "select count(*) from scraping_jobs where run_at between (((now() at time zone 'UTC')::date + 1)::timestamp at time zone 'UTC') - interval '1 minute' and (((now() at time zone 'UTC')::date + 1)::timestamp at time zone 'UTC') + interval '1 minute'";
    assert_eq!(story.number(waits).await, 1, "{}", story.words("select run_at::text from scraping_jobs").await);
    let before = story.linkedin.calls();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.linkedin.calls(), before);
    story.linkedin.set_daily_limit(None);
    story.owner.batch_execute("delete from scraping_jobs; update rate_limits set blocked_until = null").await.unwrap();

    // A fault of the network is none of the connection's, and another attempt goes well.
    story.linkedin.faults().set("posts.list", When::Next(1), Fault::Html);
    story.linkedin.faults().set("posts.metadata", When::Next(1), Fault::Reset);
    story.say(&SYNC);
    assert_eq!(story.linkedin.faults().applied(), 2);
    story.owner.batch_execute("update scraping_jobs set run_at = now() where state = 'pending'").await.unwrap();
    story.say(&["job", "run"]);
    assert_eq!(story.words("select state::text from scraping_jobs").await, "completed");
    assert_eq!(story.words("select status::text from linkedin_connections").await, "valid");
    story.owner.batch_execute("delete from scraping_jobs").await.unwrap();

    // The member takes the consent back.
    story.linkedin.change_tokens(&Change::Revoke);
    assert!(!story.say(&SYNC).status.success());
    assert_eq!(story.words("select state::text from scraping_jobs").await, "failed");
    assert_eq!(story.words("select status::text from linkedin_connections").await, "revoked");
    let why = story.words("select error from scraping_jobs").await;
    assert!(why.contains("took the consent back"), "{why}");
    assert!(text(&story.say(&["alert", "list"])).contains("is revoked"));
}

#[tokio::test]
async fn a_connection_that_nobody_checked_for_a_day_is_checked_before_it_is_used() {
    let story = Story::begin(Options::default()).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    let asked = |story: &Story| {
        let calls = story.linkedin.calls();
        let sum = |is_check: bool| {
            let meant = calls.iter().filter(|(endpoint, _)| endpoint.starts_with("oauth") == is_check);
            meant.map(|(_, n)| n).sum::<u64>()
        };
        (sum(true), sum(false))
    };
    // Checked an hour ago: it is simply used.
    story
        .owner
        .batch_execute("update linkedin_connections set last_validated = now() - interval '1 hour'")
        .await
        .unwrap();
    story.json(&SYNC);
    let (checks, others) = asked(&story);
    assert!(checks == 0 && others > 0, "{checks} checks, {others} others");
    // Checked two days ago, and good: looked at once, then used.
    story
        .owner
        .batch_execute("update linkedin_connections set last_validated = now() - interval '2 days'")
        .await
        .unwrap();
    story.json(&SYNC);
    let (checks_then, others_then) = asked(&story);
    assert!(checks_then > 0 && others_then > others, "{checks_then} checks, {others_then} others");
    assert_eq!(
        story.number("select count(*) from api_calls where job_id is null").await,
        0,
        "also a check is the job's"
    );
    assert_eq!(
        story
            .number("select count(*) from linkedin_connections where last_validated > now() - interval '1 hour'")
            .await,
        1
    );
    // Checked two days ago, and taken back since: nothing is asked with it but what it is worth.
    story
        .owner
        .batch_execute("update linkedin_connections set last_validated = now() - interval '2 days'")
        .await
        .unwrap();
    story.linkedin.change_tokens(&Change::Revoke);
    assert!(!story.say(&SYNC).status.success());
    assert_eq!(story.words("select status::text from linkedin_connections").await, "revoked");
    assert_eq!(asked(&story).1, others_then, "it was used");
}

#[tokio::test]
async fn a_sync_that_is_told_to_wait_in_its_middle_waits_and_loses_nothing() {
    let story = Story::begin(Options::default()).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    story.owner.batch_execute("update linkedin_connections set api_call_limit = 1000").await.unwrap();
    // A short while is waited for, and the job knows nothing of it.
    story.linkedin.faults().set(
        "posts.metadata",
        When::Next(1),
        Fault::TooManyRequests { wait: Some(1), as_date: false },
    );
    assert_eq!(story.json(&SYNC)[0]["state"], "completed");
    assert_eq!(story.linkedin.faults().applied(), 1);
    let figures = "select concat_ws(' ', count(*), sum(impressions), sum(reactions), sum(comments)) from posts";
    let undisturbed = story.words(figures).await;
    assert_eq!(story.number("select count(*) from api_calls where status = 429").await, 1, "it is counted as a call");

    // An hour is not: the job gives its place to others.
    story.owner.batch_execute("delete from scraping_jobs; delete from posts; delete from pages").await.unwrap();
    story.linkedin.faults().set(
        "posts.metadata",
        When::Next(1),
        Fault::TooManyRequests { wait: Some(3600), as_date: false },
    );
    assert!(!story.say(&SYNC).status.success());
    let parked = "select count(*) from scraping_jobs where state = 'parked' and run_at between now() + interval '55 minutes' and now() + interval '65 minutes'";
    assert_eq!(
        story.number(parked).await,
        1,
        "{}",
        story.words("select state || ' ' || run_at from scraping_jobs").await
    );
    assert_eq!(story.words("select status::text from linkedin_connections").await, "valid");
    // Nobody asks for this before, also no other job with this connection; LinkedIn counts each kind of call by itself.
    let asked = || story.linkedin.calls()["posts.metadata"];
    let before = asked();
    assert!(!story.say(&SYNC).status.success());
    assert_eq!(asked(), before);
    story
        .owner
        .batch_execute("update rate_limits set blocked_until = null; update scraping_jobs set run_at = now()")
        .await
        .unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    let open = "select coalesce(string_agg(concat_ws(' ', state, run_at, now(), error), '; '), '') from scraping_jobs where state <> 'completed'";
    assert_eq!(story.words(open).await, "");
    assert_eq!(story.words(figures).await, undisturbed);
}

#[tokio::test]
async fn a_sync_comes_again_until_it_is_told_not_to() {
    let story = Story::begin(Options::default()).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    let first = story.json(&["linkedin", "sync", "--days", "5", "--every", "1d", "--wait", "--json"]);
    assert_eq!(first[0]["state"], "completed", "{first}");
    let schedules = story.json(&["scrape", "schedules", "--json"]);
    assert_eq!(schedules[0]["name"], "sync of Page", "{schedules}");
    let due = "update job_schedules set next_run_at = now() - interval '1 minute'";
    story.owner.batch_execute(due).await.unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    let again = "select count(*) from scraping_jobs where schedule_id is not null and state = 'completed' and input ->> 'days' = '5'";
    assert_eq!(story.number(again).await, 2);
    assert!(story.say(&["scrape", "unschedule", "sync of Page"]).status.success());
    story.owner.batch_execute(due).await.unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.number("select count(*) from scraping_jobs").await, 2);
    // Of a connection that goes, the schedule goes as well.
    story.json(&["linkedin", "sync", "--every", "1d", "--wait", "--json"]);
    assert_eq!(story.number("select count(*) from job_schedules").await, 1);
    assert!(story.say(&["connection", "delete", "Page", "--confirm", "Page"]).status.success());
    assert_eq!(story.number("select count(*) from job_schedules").await, 0);
}

#[tokio::test]
async fn what_refuses_keeps_no_other_and_what_was_done_is_not_done_again() {
    let story = Story::begin(Options::default()).await;
    story.connect("Ads", Type::CampaignManager, &ADS).await;
    story.linkedin.faults().set("ads.creatives", When::Next(1), Fault::Status { status: 403 });
    assert!(!story.say(&SYNC).status.success(), "where all refuse, the sync has failed");
    assert_eq!(story.words("select state::text from scraping_jobs").await, "failed");
    story.owner.batch_execute("delete from scraping_jobs").await.unwrap();
    // The calls of the day are used up after the account was done.
    story
        .owner
        .batch_execute(
            "insert into scraping_jobs (kind, input, connection_id)
             select 'sync', '{\"days\": 30, \"done\": [\"the ad account Harrowgate Looms ads (517004410)\"]}', id from linkedin_connections",
        )
        .await
        .unwrap();
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.words("select state::text from scraping_jobs").await, "completed");
    assert_eq!(story.linkedin.calls().get("ads.analytics"), None, "it was done before");
    // One that nobody has done yet is noted down when it is.
    assert!(story.say(&["linkedin", "sync", "--days", "3", "--wait"]).status.success());
    let done = "select input -> 'done' ->> 0 from scraping_jobs where input ->> 'days' = '3'";
    assert_eq!(story.words(done).await, "the ad account Harrowgate Looms ads (517004410)");
}

#[tokio::test]
async fn a_page_that_needs_more_calls_than_a_day_has_is_done_in_several_days() {
    let story = Story::begin(Options { posts: 330, ..Options::default() }).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    let midnight = "update linkedin_connections set last_api_call = last_api_call - interval '1 day';
                    update scraping_jobs set run_at = now() where state = 'parked';
                    update scraping_jobs set input = jsonb_set(input, '{standstill,since}', to_jsonb((input -> 'standstill' ->> 'since')::timestamptz - interval '1 day'))
                    where input ? 'standstill'";
    let state = "select state::text from scraping_jobs";
    story.owner.batch_execute("update linkedin_connections set api_call_limit = 20").await.unwrap();
    assert!(!story.say(&["linkedin", "sync", "--days", "140", "--wait", "--json"]).status.success());
    let mut days = 1;
    while story.words(state).await == "parked" && days < 10 {
        story.owner.batch_execute(midnight).await.unwrap();
        story.say(&["job", "run"]);
        days += 1;
    }
    let error = "select coalesce(error, '') from scraping_jobs";
    assert_eq!(story.words(state).await, "completed", "{}", story.words(error).await);
    assert!((3..10).contains(&days), "{days} days");
    assert_eq!(story.number("select count(*) from posts where counters_at is null").await, 0);
    let in_days = story.linkedin.calls();
    let commented = story.number("select count(*) from page_comments").await;

    // One that goes on asks again for what there is, and not for what is done.
    story.owner.batch_execute("update linkedin_connections set api_call_limit = 1000").await.unwrap();
    assert_eq!(story.json(&["linkedin", "sync", "--days", "140", "--wait", "--json"])[0]["state"], "completed");
    assert_eq!(story.number("select count(*) from page_comments").await, commented);
    let at_once = story.linkedin.calls();
    for what in ["posts.metadata", "posts.comments"] {
        assert_eq!(in_days[what] * 2, at_once[what], "{what}");
    }

    // Where a whole day is not enough for a single step, it ends and says what to do.
    story
        .owner
        .batch_execute(
            "delete from scraping_jobs; update linkedin_connections set api_call_limit = 3, daily_api_calls = 0",
        )
        .await
        .unwrap();
    assert!(!story.say(&["linkedin", "sync", "--days", "140", "--wait", "--json"]).status.success());
    assert_eq!(story.words(state).await, "parked");
    story.owner.batch_execute(midnight).await.unwrap();
    story.say(&["job", "run"]);
    assert_eq!(story.words(state).await, "failed");
    assert!(story.words(error).await.contains("connection edit \"Page\" --call-limit"), "{}", story.words(error).await);
}

#[tokio::test]
async fn lists_that_come_in_several_parts_are_read_to_their_ends() {
    let story = Story::begin(Options { posts: 330, ..Options::default() }).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    story.owner.batch_execute("update linkedin_connections set api_call_limit = 1000").await.unwrap();
    let jobs = story.json(&["linkedin", "sync", "--days", "140", "--wait", "--json"]);
    assert_eq!((&jobs[0]["state"], &jobs[0]["created"]), (&"completed".into(), &330.into()), "{jobs}");
    // LinkedIn gives a hundred at once, and has been asked for no more than it takes.
    assert_eq!(story.linkedin.calls()["posts.list"], 4);
    assert_eq!(story.number("select count(*) from posts where counters_at is null").await, 0);
    assert!(story.number("select count(*) from posts where impressions > 0").await > 290);
    // Fewer days need fewer parts, and lose no post of those days.
    story
        .owner
        .batch_execute("create table known as select share_id, ugc_post_id, posted_at from posts; delete from posts")
        .await
        .unwrap();
    story.json(&["linkedin", "sync", "--days", "30", "--wait", "--json"]);
    assert_eq!(story.linkedin.calls()["posts.list"], 5);
    let meant = "posted_at >= ((now() at time zone 'UTC')::date - 30)::timestamp at time zone 'UTC'";
    let (there, known) = (
        story.number("select count(*) from posts").await,
        story.number(&format!("select count(*) from known where {meant}")).await,
    );
    assert_eq!(there, known);
    assert!(there > 60, "{there}");
}

#[tokio::test]
async fn two_pages_and_two_accounts_are_each_kept_apart_and_neither_waits_for_the_other() {
    let story = Story::begin(Options { companies: 2, ..Options::default() }).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    // The first page refuses, and the second is synced all the same.
    story.linkedin.faults().set("posts.list", When::Nth(1), Fault::Status { status: 403 });
    let jobs = story.json(&SYNC);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    let authors = "select string_agg(distinct author, ', ' order by author) from posts";
    assert_eq!(story.words(authors).await, "Harrowgate Dyes");
    let refused = "select extra ->> 'refused' from scraping_jobs order by created_at desc limit 1";
    assert!(story.words(refused).await.contains("the page Harrowgate Looms"), "{}", story.words(refused).await);
    story.linkedin.faults().clear();
    story.json(&SYNC);
    assert_eq!(story.words(authors).await, "Harrowgate Dyes, Harrowgate Looms");
    let pages = story.json(&["page", "list", "--json"]);
    assert_eq!((&pages[0]["name"], &pages[1]["name"]), (&"Harrowgate Dyes".into(), &"Harrowgate Looms".into()));
    assert_ne!(pages[0]["followers"], pages[1]["followers"]);
    assert_eq!(
        story
            .number("select count(*) from page_comments c join posts p on p.id = c.post_id where p.author is null")
            .await,
        0
    );
    // A page's day holds what its own posts had on it, and none of the other's.
    let shares = "select count(distinct organization_id) from page_metrics_daily where impressions > 0";
    assert_eq!(story.number(shares).await, 2);

    story
        .owner
        .batch_execute("delete from scraping_jobs; delete from linkedin_connections; delete from posts")
        .await
        .unwrap();
    story.connect("Ads", Type::CampaignManager, &ADS).await;
    let jobs = story.json(&SYNC);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    assert_eq!(story.number("select count(*) from campaigns where linkedin_campaign_id is not null").await, 10);
    assert_eq!(story.number("select count(distinct linkedin_campaign_id) from campaigns").await, 10);
    let accounts = "select count(distinct account) from audience_demographics";
    assert_eq!(story.number(accounts).await, 2);
    let told = "select count(distinct file_name) from csv_imports where kind = 'ad_performance' and file_name like 'LinkedIn ad account Harrowgate % ads (%'";
    assert_eq!(story.number(told).await, 2, "each account's days are an import of their own");
    assert_eq!(story.number("select sum(missing + wrong)::bigint from app.differences()").await, 0);
    // Which of two accounts an audience goes to is for a human to say.
    story
        .owner
        .batch_execute(
            "insert into persons (name, first_name, last_name, email, source, tags)
             select 'P' || n, 'P' || n, 'Example', 'p' || n || '@mail.example', 'file', array['ours'] from generate_series(1, 320) n;
             insert into audience_segments (id, name, rule) values ('ours', 'Ours', '{\"tags\": [\"ours\"]}')",
        )
        .await
        .unwrap();
    let which = story.say(&["audience", "upload", "--segment", "Ours"]);
    assert!(text(&which).contains("--account NUMBER, of"), "{}", text(&which));
    assert!(
        text(&which).contains("Harrowgate Looms ads (517004410)") && text(&which).contains("(517005410)"),
        "{}",
        text(&which)
    );
    assert!(story.linkedin.segments().is_empty());
}

#[tokio::test]
async fn of_two_pages_with_one_name_both_are_synced() {
    // The fourth company is called as the first.
    let story = Story::begin(Options { companies: 4, posts: 6, ..Options::default() }).await;
    story.connect("Page", Type::CompanyPage, &PAGE).await;
    let jobs = story.json(&["linkedin", "sync", "--days", "30", "--wait", "--json"]);
    assert_eq!(jobs[0]["state"], "completed", "{jobs}");
    let pages = story.json(&["page", "list", "--json"]);
    let of_one_name: Vec<&Value> =
        pages.as_array().unwrap().iter().filter(|page| page["name"] == "Harrowgate Looms").collect();
    assert_eq!((pages.as_array().unwrap().len(), of_one_name.len()), (4, 2), "{pages}");
    assert_ne!(of_one_name[0]["organization_id"], of_one_name[1]["organization_id"]);
    let done = "select count(distinct d) from scraping_jobs, jsonb_array_elements_text(input -> 'done') d";
    assert_eq!(story.number(done).await, 4, "whoever goes on knows each of them");
}

#[tokio::test]
async fn an_audience_is_exported_and_uploaded_without_whom_linkedin_alone_has_told_of() {
    let story = Story::begin(Options::default()).await;
    story.connect("Ads", Type::CampaignManager, &ADS).await;
    story
        .owner
        .batch_execute(
            "insert into persons (name, first_name, last_name, headline, email, source, tags)
             select 'P' || n, 'P' || n, 'Example', 'CTO', 'p' || n || '@mail.example', 'file', array['ours'] from generate_series(1, 320) n;
             insert into persons (name, first_name, last_name, email, source, tags) values ('Told', 'Told', 'Example', 'told@mail.example', 'api', array['ours']);
             insert into persons (name, first_name, last_name, source, tags) values ('=cmd()', '=cmd()', 'Example', 'file', array['ours']);
             insert into audience_segments (id, name, rule) values ('ours', 'Ours', '{\"tags\": [\"ours\"]}')",
        )
        .await
        .unwrap();
    let exported = story.say(&["audience", "export", "--segment", "ours"]);
    assert!(exported.status.success(), "{}", text(&exported));
    let csv = String::from_utf8(exported.stdout).unwrap();
    assert!(csv.starts_with("email,firstname,lastname,jobtitle,employeecompany,country,googleaid\n"), "{csv}");
    assert_eq!(csv.lines().count(), 322);
    assert!(!csv.contains("told@"), "what LinkedIn's interfaces tell leaves in no audience");
    assert!(csv.contains("'=cmd()"), "no cell is a formula");
    let dry = story.json(&["audience", "upload", "--segment", "Ours", "--dry-run", "--json"]);
    assert_eq!((&dry["elements"], &dry["without_email"]), (&320.into(), &1.into()));
    assert!(story.linkedin.segments().is_empty());

    let done = story.json(&["audience", "upload", "--segment", "Ours", "--name", "From Rapport", "--json"]);
    assert_eq!((&done["taken"], &done["refused"]), (&320.into(), &0.into()), "{done}");
    let segments = story.linkedin.segments();
    assert_eq!(segments.len(), 1);
    let told = format!("{segments:?}");
    assert!(told.contains("From Rapport") && !told.contains("mail.example"), "{told}");
    // Adding to it makes no other one; and LinkedIn takes 5,000 at a time.
    story
        .owner
        .batch_execute(
            // Nobody matches them, since nobody asks for their targets.
            "set session_replication_role = replica;
             insert into persons (name, email, source, tags)
             select 'P' || n, 'p' || n || '@mail.example', 'file', array['ours'] from generate_series(321, 5120) n;
             reset session_replication_role",
        )
        .await
        .unwrap();
    let id = done["segment"].as_str().unwrap();
    let calls = || story.linkedin.calls()["segments.users"];
    let before = calls();
    let more = story.json(&["audience", "upload", "--segment", "Ours", "--into", id, "--json"]);
    assert_eq!(
        (&more["segment"], &more["taken"], story.linkedin.segments().len()),
        (&id.into(), &5_120.into(), 1),
        "{more}"
    );
    assert_eq!(calls() - before, 2);
    // The companies where they work are another kind of audience.
    story
        .owner
        .batch_execute(
            "insert into companies (name, name_key, linkedin_slug, domain) values ('Acme', 'acme', 'acme', 'acme.example');
             update persons set company_id = (select id from companies) where last_name = 'Example'",
        )
        .await
        .unwrap();
    let firms = story.json(&["audience", "upload", "--segment", "Ours", "--companies", "--json"]);
    assert_eq!(
        (&firms["taken"], &firms["refused"], story.linkedin.segments().len()),
        (&1.into(), &0.into(), 2),
        "{firms}"
    );
    let missing = story.say(&["audience", "upload", "--segment", "Nobody's"]);
    assert!(text(&missing).contains("there is no segment"), "{}", text(&missing));
}
