//! Connections to Apify, by the real binary against a simulator of it: whose credentials a check speaks of.

use std::process::{Command, Output, Stdio};

use rapport::simulators::{
    apify::{Apify, Options, TOKEN},
    faults::{Fault, Stage, When},
};
use serde_json::Value;
use tokio_postgres::Client;

use crate::support::{
    app::TestApp,
    process::{heard, sleep_when, wake},
};

const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
/// One that Apify does not know.
const OLD_TOKEN: &str = "apify_api_of_nobody_at_all";

struct Story {
    app: TestApp,
    apify: Apify,
    owner: Client,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        Self { owner: app.owner().await, app, apify: Apify::start(Options::default()).unwrap() }
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("DATABASE_URL", self.app.url()).env("RAPPORT_MASTER_KEY", KEY);
        command.env("RAPPORT_APIFY_URL", self.apify.url()).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn say_with(&self, args: &[&str], input: &str) -> Output {
        let mut child = self.command(args).spawn().unwrap();
        drop(std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()));
        heard(child.wait_with_output().unwrap())
    }

    fn say(&self, args: &[&str]) -> Output {
        self.say_with(args, "")
    }

    /// The status of the connection, and how many alerts there are of it.
    #[track_caller]
    fn state(&self) -> (String, i64) {
        let said = self.say(&["connection", "show", "Apify", "--json"]);
        let row: Value = serde_json::from_slice(&said.stdout).unwrap_or_else(|_| panic!("{}", text(&said)));
        (row["status"].as_str().unwrap().to_owned(), row["alerts"].as_i64().unwrap())
    }

    async fn tell(&self, sql: &str) {
        self.owner.batch_execute(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    async fn words(&self, sql: &str) -> String {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[tokio::test]
async fn what_is_found_out_about_an_old_token_says_nothing_of_the_new_one() {
    let story = Story::begin().await;
    let add = ["connection", "add", "--name", "Apify", "--apify-token", "-"];
    assert_eq!(story.say_with(&add, OLD_TOKEN).status.code(), Some(1));
    // Nobody has seen yet that the token is none.
    story.tell("update linkedin_connections set status = 'unverified', validate_after = now()").await;
    story.apify.faults().set("users.me", When::Next(1), Fault::Stall { millis: 3_000, at: Stage::Answer });
    let worker = story.command(&["job", "run"]).spawn().unwrap();
    sleep_when(&worker, || story.apify.faults().calls_of("users.me") == 2).await;
    // The worker has yet to learn what Apify thinks of the old one, when somebody gives a good one.
    let said = story.say_with(&["connection", "edit", "Apify", "--apify-token", "-"], TOKEN);
    assert!(said.status.success(), "{}", text(&said));
    assert_eq!(story.state(), ("valid".to_owned(), 0));
    wake(worker);
    assert_eq!(story.state(), ("valid".to_owned(), 0));
    // It looks again, and finds what there is now.
    let checked =
        "select string_agg(state || coalesce(': ' || error, ''), '; ') from scraping_jobs where kind = 'validation'";
    assert!(
        story.words(checked).await.starts_with("pending: somebody gave the connection"),
        "{}",
        story.words(checked).await
    );
    story.tell("update scraping_jobs set run_at = now()").await;
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.words(checked).await, "completed");
    assert_eq!(story.state(), ("valid".to_owned(), 0));
}

#[tokio::test]
async fn the_calls_of_a_check_that_is_a_job_are_the_jobs() {
    let story = Story::begin().await;
    let add = ["connection", "add", "--name", "Apify", "--apify-token", "-"];
    assert!(story.say_with(&add, TOKEN).status.success());
    let made = "select concat_ws(' ', count(*), count(job_id)) from api_calls";
    assert_eq!(story.words(made).await, "1 0", "whoever adds a connection is no job");
    story.tell("update linkedin_connections set validate_after = now()").await;
    assert!(story.say(&["job", "run"]).status.success());
    assert_eq!(story.words(made).await, "2 1");
    let job = story.words("select id::text from scraping_jobs where kind = 'validation'").await;
    let said = story.say(&["job", "show", &job, "--json"]);
    let row: Value = serde_json::from_slice(&said.stdout).unwrap_or_else(|_| panic!("{}", text(&said)));
    assert_eq!(row["calls"], 1, "{row}");
}
