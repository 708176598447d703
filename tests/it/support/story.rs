//! Stories that the binary itself tells, on a database with a few people.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use serde_json::Value;
use tokio_postgres::Client;

use super::{
    app::{TestApp, TestDir},
    process::heard,
};

/// What the binary said.
pub struct Said {
    /// The exit code.
    pub code: i32,
    /// What went to stdout.
    pub out: String,
    /// What went to stderr.
    pub err: String,
}

impl Said {
    /// Stdout as JSON, after a success.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Fails unless the command ended with this code, said this on stderr, and gave no data.
    #[track_caller]
    pub fn refused(&self, code: i32, hint: &str) {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(self.err.contains(hint), "{:?} is not in {}", hint, self.err);
        assert_eq!(self.out, "");
    }
}

/// The binary with nothing of the environment but what is given.
pub fn run(environment: &[(&str, &str)], args: &[&str], input: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.args(args).env_clear().envs(environment.iter().copied());
    give(command, input)
}

/// Runs a command with something to read.
pub fn give(mut command: Command, input: &str) -> Said {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that does not read its input closes it; that is no failure.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let output = heard(child.wait_with_output().unwrap());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A database with a few people, and the binary on it.
pub struct Story {
    app: TestApp,
    /// The database as the binary is told of it.
    pub url: String,
    /// A folder for the story's files.
    pub files: TestDir,
}

impl Story {
    /// The database with its people.
    pub async fn begin(name: &str) -> Self {
        let app = TestApp::new().await;
        let url = app.url();
        let story = Self { app, url, files: TestDir::new(name) };
        story.owner().await.batch_execute(PEOPLE).await.unwrap();
        story
    }

    /// A connection as the owner.
    pub async fn owner(&self) -> Client {
        self.app.owner().await
    }

    /// What the binary says.
    pub fn say(&self, args: &[&str]) -> Said {
        self.say_with(args, "")
    }

    /// The same with something on stdin.
    pub fn say_with(&self, args: &[&str], input: &str) -> Said {
        run(&[("DATABASE_URL", &self.url)], args, input)
    }

    /// What it says with `--json`.
    pub fn json(&self, args: &[&str]) -> Value {
        self.say(&[args, &["--json"]].concat()).json()
    }

    /// A file of the story, and its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.files.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}

/// Five people of two companies, two posts in two campaigns, eight engagements of the past days.
pub const PEOPLE: &str = r"
    delete from personas;
    insert into companies (id, name, name_key) values (901, 'Nordlicht GmbH', 'x'), (902, 'Saltworks Ltd', 'y');
    insert into persons (id, name, headline, current_title, company_id, seniority, functions, facts_from, headline_version) values
      (901, 'Ada Example', 'VP Marketing at Nordlicht', 'VP Marketing', 901, 'vp', '{marketing}', 'headline', 2),
      (902, 'Bea Example', 'Head of Brand at Nordlicht', 'Head of Brand', 901, 'director', '{marketing}', 'headline', 2),
      (903, 'Cleo Sample', 'Account Executive at Saltworks', 'Account Executive', 902, 'individual', '{sales}', 'headline', 2),
      (904, 'Dana Twin', 'Illustrator', 'Illustrator', null, 'individual', '{arts_and_design}', 'headline', 2),
      (905, 'Dana Twin', 'CMO', 'CMO', 902, 'cxo', '{marketing}', 'headline', 2);
    insert into person_identities (person_id, kind, value) values
      (901, 'slug', 'ada-example'), (901, 'member_id', 'ACoAAAexample901'), (903, 'email', 'cleo@example.org');
    insert into campaigns (id, name, strategy_id) values
      (901, 'Spring', (select id from campaign_strategies where name = 'Thought leadership')), (902, 'Autumn', null);
    insert into posts (id, url, activity_id, title, impressions) values
      (901, 'https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/', 7345012345678901248, 'First light', 1000),
      (902, null, null, null, null);
    insert into campaign_posts (campaign_id, post_id) values (901, 901), (902, 902);
    insert into engagements (post_id, person_id, engagement_type, reaction_type, comment_text, engaged_at) values
      (901, 901, 'reaction', 'like', null, now() - interval '1 day'), (901, 901, 'comment', null, 'Well lit.', now() - interval '1 day'),
      (901, 902, 'reaction', 'praise', null, now() - interval '2 days'), (901, 903, 'reaction', 'like', null, now() - interval '9 days'),
      (901, 905, 'share', null, null, now() - interval '3 days'), (902, 901, 'reaction', 'like', null, now()),
      (902, 904, 'reaction', 'like', null, now()), (902, 905, 'reaction', 'maybe', null, now());
";

/// A persona that three of them match.
pub const MARKETERS: &str = r##"
name = "Marketers"
description = "Own budget and brand"
colour = "#B8442E"

[criteria.function]
any = ["marketing"]
weight = 3
mode = "required"

[criteria.seniority]
any = ["vp", "cxo"]
weight = 2
"##;
