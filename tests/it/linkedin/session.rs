//! `rapport connection validate --live`: the one call with a member's cookies.

use rapport::simulators::linkedin::Session;
use serde_json::{Value, json};

use super::stand::{Story, text};
use crate::support::services::{LI_AT, jar};

impl Story {
    /// When the cookies of a connection were last sent.
    #[track_caller]
    fn last_sent(&self, name: &str) -> Option<String> {
        self.json(&["connection", "show", name]).1["cookies_last_used"].as_str().map(str::to_owned)
    }

    /// Whether they were ever sent, and how often in a row they were refused.
    #[track_caller]
    fn sent(&self, name: &str) -> (bool, i64) {
        let row = self.json(&["connection", "show", name]).1;
        (row["cookies_last_used"].is_string(), row["cookie_failures"].as_i64().unwrap())
    }

    /// Adds a connection with cookies, of which LinkedIn is asked at once if the owner allows it.
    fn add_cookies(&self, name: &str, more: &[&str]) -> (Option<i32>, Value) {
        let args = [&["connection", "add", "--name", name, "--cookies", "-", "--json"], more].concat();
        let said = self.say_with(&args, &jar(LI_AT));
        let row = serde_json::from_slice(&said.stdout).unwrap_or_else(|_| panic!("{}", text(&said)));
        (said.status.code(), row)
    }
}

#[tokio::test]
async fn it_is_noted_down_when_cookies_were_sent_and_how_often_they_were_refused() {
    let story = Story::begin().await;
    story.add_cookies("Me", &["--allow-live-calls"]);
    assert_eq!(story.sent("Me"), (true, 0));
    let before = story.last_sent("Me");
    // Neither looking at them nor a throttle says anything of the session; but the throttle is an answer to a call.
    story.validate("Me", &[]);
    assert_eq!(story.last_sent("Me"), before);
    story.tell("update rate_limits set theoretical_arrival = '-infinity', blocked_until = null").await;
    story.linkedin.set_session(Session::Throttled);
    story.validate("Me", &["--live"]);
    assert_eq!(story.sent("Me"), (true, 0));
    assert_ne!(story.last_sent("Me"), before);
    story.linkedin.set_session(Session::Ended);
    for refusals in 1..=2 {
        // As if somebody who has looked at the account says that it is in order.
        story.tell("update linkedin_connections set status = 'unverified', status_reason = null; update rate_limits set theoretical_arrival = '-infinity', blocked_until = null").await;
        story.validate("Me", &["--live"]);
        assert_eq!(story.sent("Me"), (true, refusals));
    }
    story.tell("update linkedin_connections set status = 'unverified', status_reason = null; update rate_limits set theoretical_arrival = '-infinity'").await;
    story.linkedin.set_session(Session::Good);
    assert_eq!(story.validate("Me", &["--live"]).0, "valid");
    assert_eq!(story.sent("Me"), (true, 0));
}

#[tokio::test]
async fn linkedin_is_not_asked_without_the_owners_word() {
    let story = Story::begin().await;
    assert_eq!(story.add_cookies("Me", &[]).1["status"], "unverified");
    assert_eq!(story.validate("Me", &[]).0, "unverified");
    assert_eq!(story.validate("Me", &["--live"]).0, "unverified", "asking is not allowing");
    story.run_due_checks().await;
    let allowed = story.say(&["connection", "edit", "Me", "--allow-live-calls"]);
    let said = String::from_utf8_lossy(&allowed.stderr).into_owned();
    assert!(allowed.status.success() && said.contains("break LinkedIn's User Agreement"), "{said}");
    assert!(said.contains("close the account for good") && said.contains("--forbid-live-calls"), "{said}");
    story.run_due_checks().await;
    assert_eq!(story.validate("Me", &[]).0, "unverified", "allowing is not asking");
    assert_eq!(story.linkedin.me_calls(), []);
    assert_eq!(story.validate("Me", &["--live"]).0, "valid");
    assert!(story.say(&["connection", "edit", "Me", "--forbid-live-calls"]).status.success());
    story.validate("Me", &["--live"]);
    assert_eq!(story.linkedin.me_calls().len(), 1);
}

#[tokio::test]
async fn the_whole_jar_is_sent_as_a_browser_sends_it() {
    let story = Story::begin().await;
    let (code, row) = story.add_cookies("Me", &["--allow-live-calls"]);
    assert_eq!((code, &row["status"]), (Some(0), &json!("valid")));
    assert!(row["account"].as_str().is_some_and(|account| account.contains('-')), "a public name: {row}");
    let calls = story.linkedin.me_calls();
    let [call] = &calls[..] else { panic!("{calls:?}") };
    let mut names: Vec<&str> = call.cookies.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["JSESSIONID", "bcookie", "lang", "li_at", "lidc"]);
    assert_eq!(call.cookie("li_at"), Some(LI_AT));
    assert_eq!(call.cookie("JSESSIONID"), Some("\"ajax:4711000000000000000\""));
    assert_eq!(call.csrf_token.as_deref(), Some("ajax:4711000000000000000"));
    assert!(call.user_agent.as_ref().is_some_and(|agent| agent.starts_with("Mozilla/5.0 ")), "{call:?}");
    assert_eq!(call.accept.as_deref(), Some("application/vnd.linkedin.normalized+json+2.1"));
}

#[tokio::test]
async fn each_answer_of_linkedin_is_a_state_of_the_connection() {
    let story = Story::begin().await;
    for (session, status, words) in [
        (Session::Good, "valid", ""),
        (Session::Plain, "valid", ""),
        (Session::Ended, "expired", "does not know this session any more"),
        (Session::Login, "expired", "does not know this session any more"),
        (Session::Revoked, "revoked", "ended this session"),
        (Session::Checkpoint, "blocked", "wants to see a human"),
        (Session::BotBlock, "blocked", "robot"),
        // It says nothing about the session, so that what is known stays.
        (Session::Throttled, "unverified", ""),
    ] {
        story.linkedin.set_session(session);
        // A connection each, since each has a pace that is a human's.
        let name = format!("{session:?}");
        let (code, row) = story.add_cookies(&name, &["--allow-live-calls"]);
        assert_eq!(row["status"], status, "{session:?}: {row}");
        let reason = row["status_reason"].as_str().unwrap_or_default();
        assert!(reason.contains(words), "{session:?}: {row}");
        let is_bad = matches!(status, "expired" | "revoked" | "blocked");
        assert_eq!(code, Some(i32::from(is_bad)), "{session:?}");
        let alerts = story.alerts();
        assert_eq!(alerts.iter().any(|alert| alert.contains(&name)), is_bad, "{session:?}: {alerts:?}");
    }
    assert_eq!(story.linkedin.me_calls().len(), 8, "once each");
}

#[tokio::test]
async fn a_connection_that_was_taken_over_with_empty_jars_can_be_given_cookies() {
    let story = Story::begin().await;
    // As a prototype with two cookies leaves it behind.
    story
        .tell(
            "insert into linkedin_connections (name, type) values ('Cookies of the prototype', 'personal');
             insert into linkedin_cookies (connection_id, source_format) select id, 'prototype' from linkedin_connections, generate_series(1, 2)",
        )
        .await;
    let edit = ["connection", "edit", "Cookies of the prototype", "--cookies", "-"];
    let said = story.say_with(&edit, &jar(LI_AT));
    assert!(said.status.success(), "{}", text(&said));
    let (_, row) = story.json(&["connection", "show", "Cookies of the prototype"]);
    assert_eq!((&row["status"], &row["has_credentials"]), (&json!("unverified"), &json!(true)), "{row}");
}

#[tokio::test]
async fn a_session_that_linkedin_took_away_is_left_alone() {
    let story = Story::begin().await;
    for (session, status) in
        [(Session::Revoked, "revoked"), (Session::Checkpoint, "blocked"), (Session::Ended, "expired")]
    {
        story.linkedin.set_session(session);
        let name = format!("{session:?}");
        story.add_cookies(&name, &["--allow-live-calls"]);
        let before = story.linkedin.me_calls().len();
        // LinkedIn would say something else now, if anybody asked.
        story.linkedin.set_session(Session::Good);
        assert_eq!(story.validate(&name, &[]).0, status, "looking at the cookies does not make them good");
        assert_eq!(story.validate(&name, &["--live"]).0, status);
        story.run_due_checks().await;
        assert_eq!(story.status(&name), status);
        assert_eq!(story.linkedin.me_calls().len(), before, "{session:?}");
    }
}

#[tokio::test]
async fn new_cookies_are_a_new_beginning() {
    let story = Story::begin().await;
    story.linkedin.set_session(Session::Revoked);
    story.add_cookies("Me", &["--allow-live-calls"]);
    assert_eq!((story.status("Me"), story.alerts().len()), ("revoked".to_owned(), 1));
    assert_eq!(story.sent("Me"), (true, 1), "the cookies were sent, and refused");
    let shown = text(&story.say(&["connection", "show", "Me"]));
    assert!(shown.contains("Last sent") && shown.contains("refused 1 time in a row"), "{shown}");
    story.linkedin.set_session(Session::Good);
    let edit = ["connection", "edit", "Me", "--cookies", "-", "--allow-live-calls"];
    let said = story.say_with(&edit, &jar("AQEDAnotherAnotherAnotherAnother0123456789"));
    assert!(said.status.success(), "{}", text(&said));
    assert_eq!((story.status("Me"), story.alerts().len()), ("valid".to_owned(), 0));
    assert_eq!(story.sent("Me"), (true, 0), "the others are good");
    let edit = ["connection", "edit", "Me", "--cookies", "-"];
    assert!(story.say_with(&edit, &jar("AQEDAThirdThirdThirdThirdThird0123456789")).status.success());
    assert_eq!(story.sent("Me"), (false, 0), "and these were sent nowhere yet");
    assert_eq!(story.linkedin.me_calls()[1].cookie("li_at"), Some("AQEDAnotherAnotherAnotherAnother0123456789"));
}
