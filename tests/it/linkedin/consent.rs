//! `rapport connection add --oauth`, and what becomes of the consent afterwards.

use jiff::{SignedDuration, Timestamp};
use rapport::simulators::{
    faults::{Fault, Stage, When},
    linkedin::{CLIENT_ID, CLIENT_SECRET, Change, Consent},
};
use secrecy::ExposeSecret as _;
use serde_json::Value;

use super::stand::{Browser, Story, adding, parameter, text, with};
use crate::support::process::{signal, sleep_when, wake};

const DAY: i64 = 86_400;

/// In how many days something ends.
fn days_left(row: &Value) -> i64 {
    let end: Timestamp = row["expires_at"].as_str().unwrap().parse().unwrap();
    (end.duration_since(Timestamp::now()) + SignedDuration::from_hours(12)).as_hours() / 24
}

/// Asks for the consent of a connection that is there once more.
async fn consent_again(story: &Story, name: &str) {
    let said = story.consent(&["connection", "edit", name], Browser::allow).await;
    assert!(said.status.success(), "{}", text(&said));
}

#[tokio::test]
async fn a_consent_makes_a_connection_that_is_valid_and_tells_nothing() {
    let story = Story::begin().await;
    let mut asked = None;
    let said = story
        .add_page("Page", async |browser| {
            asked = Some(browser.link.clone());
            browser.allow().await;
        })
        .await;
    assert!(said.status.success(), "{}", text(&said));
    let row: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!((&row["status"], &row["type"], days_left(&row)), (&"valid".into(), &"company_page".into(), 60));
    assert!(row["account"].as_str().unwrap().contains(' '), "it is a name: {row}");
    let asked = asked.unwrap();
    assert_eq!(parameter(&asked, "scope"), "openid profile r_organization_social rw_organization_admin");
    assert_eq!(parameter(&asked, "code_challenge_method"), "S256");
    for secret in [CLIENT_SECRET, "AQV", "AQX", "AQT"] {
        assert!(!text(&said).contains(secret), "{secret}: {}", text(&said));
    }
    let calls = story.linkedin.calls();
    assert_eq!((calls["oauth.token"], calls["oauth.introspect"], calls["userinfo"]), (1, 1, 1));
    assert_eq!(story.number("select count(*) from api_calls where error is null and status = 200").await, 3);
}

#[tokio::test]
async fn whoever_says_no_leaves_no_connection() {
    let story = Story::begin().await;
    for (consent, words) in [
        (Consent::UserCancelledLogin, "nobody signed in"),
        (Consent::UserCancelledAuthorize, "declined"),
        (Consent::AccessDenied, "declined"),
        (Consent::UnauthorizedScopeError, "does not allow this app"),
    ] {
        story.linkedin.set_consent(consent);
        let said = story.add_page("Page", Browser::allow).await;
        assert_eq!(said.status.code(), Some(1), "{}", text(&said));
        assert!(text(&said).contains(words), "{consent:?}: {}", text(&said));
        assert_eq!(story.json(&["connection", "list"]).1, serde_json::json!([]));
    }
    assert_eq!(story.linkedin.calls().get("oauth.token"), None);
    story.linkedin.set_consent(Consent::Allow);
    assert_eq!(story.page("Page").await["status"], "valid", "and the next attempt is as if there had been none");
}

#[tokio::test]
async fn whoever_is_interrupted_leaves_no_connection() {
    let story = Story::begin().await;
    for name in ["INT", "TERM", "KILL"] {
        // While the human is still reading.
        let asking = story.ask(&adding("Page"));
        assert!(asking.browser.is_some());
        signal(name, asking.child.id());
        let said = asking.end();
        assert_eq!(said.status.code(), Some(1).filter(|_| name != "KILL"), "{}", text(&said));
        assert_eq!(story.json(&["connection", "list"]).1, serde_json::json!([]), "{name}");
        // And after the human has said yes.
        story.linkedin.faults().set("oauth.token", When::Next(1), Fault::Stall { millis: 3_000, at: Stage::Answer });
        let before = story.linkedin.faults().calls_of("oauth.token");
        let mut asking = story.ask(&adding("Page"));
        asking.browser.take().unwrap().allow().await;
        sleep_when(&asking.child, || story.linkedin.faults().calls_of("oauth.token") > before).await;
        signal(name, asking.child.id());
        if name != "KILL" {
            signal("CONT", asking.child.id());
        }
        let said = asking.end();
        assert!(!said.status.success(), "{}", text(&said));
        assert_eq!(story.json(&["connection", "list"]).1, serde_json::json!([]), "{name}");
    }
    assert!(text(&story.say(&["linkedin", "sync"])).contains("there is no connection to LinkedIn"));
    assert_eq!(story.page("Page").await["status"], "valid", "and the name is free");
    let said = story.ask(&adding("page"));
    assert!(said.browser.is_none(), "nobody consents to what cannot be added");
    assert!(text(&said.end()).contains("a connection of this name exists already"));
}

#[tokio::test]
async fn a_connection_without_credentials_is_synced_for_nobody_who_does_not_name_it() {
    let story = Story::begin().await;
    story.tell("insert into linkedin_connections (name, type) values ('Of the prototype', 'company_page')").await;
    let said = story.say(&["linkedin", "sync"]);
    assert!(text(&said).contains("there is no connection to LinkedIn that can be used"), "{}", text(&said));
    story.page("Page").await;
    assert!(story.say(&["linkedin", "sync"]).status.success());
    let synced = "select count(*) from scraping_jobs j join linkedin_connections c on c.id = j.connection_id where c.name = 'Page'";
    assert_eq!((story.number(synced).await, story.number("select count(*) from scraping_jobs").await), (1, 1));
}

#[tokio::test]
async fn an_answer_to_another_question_is_turned_away_and_the_right_one_still_taken() {
    let story = Story::begin().await;
    let said = story
        .add_page("Page", async |browser| {
            let answer = browser.answer().await;
            assert_eq!(browser.visit(with(&answer, "state", "another")).await, 400);
            let refusal = format!("{}?error=access_denied", browser.redirect);
            assert_eq!(browser.visit(refusal.parse().unwrap()).await, 400, "also one that says no");
            assert_eq!(browser.visit(answer).await, 200);
        })
        .await;
    assert!(said.status.success(), "{}", text(&said));
}

#[tokio::test]
async fn a_code_that_somebody_else_used_makes_no_connection() {
    let story = Story::begin().await;
    let said = story
        .add_page("Page", async |browser| {
            let answer = browser.answer().await;
            let (code, redirect) = (parameter(&answer, "code"), browser.redirect.to_string());
            let app = [("client_id", CLIENT_ID), ("client_secret", CLIENT_SECRET)];
            let trade = [("grant_type", "authorization_code"), ("code", &*code), ("redirect_uri", &*redirect)];
            let status = browser.post("/oauth/v2/accessToken", &[&app[..], &trade].concat()).await;
            assert_eq!(status, 400, "whoever has not asked has no verifier");
            browser.visit(answer).await;
        })
        .await;
    assert_eq!(said.status.code(), Some(1), "{}", text(&said));
    assert!(text(&said).contains("run the same command again"), "{}", text(&said));
    assert_eq!(story.json(&["connection", "list"]).1, serde_json::json!([]));
    assert_eq!(story.linkedin.calls()["oauth.token"], 2, "it is tried once");
}

#[tokio::test]
async fn a_code_for_somebody_elses_question_makes_no_connection() {
    let story = Story::begin().await;
    let said = story
        .add_page("Page", async |browser| {
            let other = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
            let link = with(&browser.link, "code_challenge", other);
            Browser { link, ..browser }.allow().await;
        })
        .await;
    assert_eq!(said.status.code(), Some(1), "{}", text(&said));
    assert_eq!(story.json(&["connection", "list"]).1, serde_json::json!([]));
}

#[tokio::test]
async fn a_consent_that_is_about_to_end_is_renewed_by_itself() {
    let story = Story::begin().await;
    story.page("Page").await;
    let before = story.grant("Page").await;
    story.linkedin.change_tokens(&Change::ExpiresIn(3 * DAY));
    story.run_due_checks().await;
    let (_, row) = story.json(&["connection", "show", "Page"]);
    assert_eq!((&row["status"], days_left(&row)), (&"valid".into(), 60), "{row}");
    // The token is another one. The year in which it can be renewed is still the one that the human began.
    let after = story.grant("Page").await;
    assert_ne!(after.access_token.expose_secret(), before.access_token.expose_secret());
    assert_eq!((after.refresh_expires_at, before.refresh_expires_at.is_some()), (before.refresh_expires_at, true));
    assert_eq!(story.linkedin.calls()["oauth.token"], 2);
    assert_eq!(story.alerts(), [""; 0]);
    // The new one is kept and used, as long as it is good.
    assert_eq!(story.validate("Page", &[]).0, "valid");
    assert_eq!(story.linkedin.calls()["oauth.token"], 2);
    // And one that has ended already as well.
    story.linkedin.change_tokens(&Change::ExpiresIn(-1));
    story.run_due_checks().await;
    assert_eq!(story.status("Page"), "valid");
}

#[tokio::test]
async fn a_consent_that_was_just_given_is_not_replaced_by_the_one_before_it() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::ExpiresIn(3 * DAY));
    let worker = story.begin_due_checks("oauth.token").await;
    // The old consent is being renewed, when the human consents again.
    consent_again(&story, "Page").await;
    let given = story.grant("Page").await;
    wake(worker);
    let kept = story.grant("Page").await;
    assert_eq!(kept.access_token.expose_secret(), given.access_token.expose_secret());
    assert_eq!((kept.refresh_expires_at, story.status("Page")), (given.refresh_expires_at, "valid".to_owned()));
}

#[tokio::test]
async fn what_was_found_out_about_an_old_consent_says_nothing_of_the_new_one() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::Revoke);
    let worker = story.begin_due_checks("oauth.introspect").await;
    consent_again(&story, "Page").await;
    wake(worker);
    assert_eq!((story.status("Page"), story.alerts()), ("valid".to_owned(), Vec::new()));
}

#[tokio::test]
async fn a_consent_that_is_renewed_while_the_keys_are_rotated_is_not_lost() {
    let story = Story::begin().await;
    story.page("Page").await;
    let before = story.grant("Page").await;
    story.linkedin.change_tokens(&Change::ExpiresIn(3 * DAY));
    let worker = story.begin_due_checks("oauth.token").await;
    let said = story.say(&["keys", "rotate"]);
    assert!(said.status.success(), "{}", text(&said));
    wake(worker);
    let after = story.grant("Page").await;
    assert_ne!(after.access_token.expose_secret(), before.access_token.expose_secret());
    assert_eq!(story.status("Page"), "valid");
    assert_eq!(story.linkedin.calls()["oauth.token"], 2, "it was renewed once");
}

#[tokio::test]
async fn without_a_refresh_token_a_human_is_told_in_time() {
    let story = Story::begin().await;
    story.linkedin.set_partner(false);
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::ExpiresIn(3 * DAY));
    story.run_due_checks().await;
    assert_eq!(story.status("Page"), "expiring");
    let alerts = story.alerts();
    assert!(alerts.len() == 1 && alerts[0].contains("rapport connection edit \"Page\" --oauth"), "{alerts:?}");
    story.linkedin.change_tokens(&Change::ExpiresIn(-1));
    story.run_due_checks().await;
    assert_eq!(story.status("Page"), "expired");
    assert_eq!(story.alerts().len(), 1, "one alert says what holds now");
    assert_eq!(story.linkedin.calls()["oauth.token"], 1);

    consent_again(&story, "Page").await;
    assert_eq!(story.status("Page"), "valid");
    assert_eq!(story.alerts(), [""; 0]);
}

#[tokio::test]
async fn a_year_that_has_ended_is_not_prolonged() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::EndRefresh);
    story.linkedin.change_tokens(&Change::ExpiresIn(3 * DAY));
    assert_eq!(story.validate("Page", &[]).0, "expiring");
    story.linkedin.change_tokens(&Change::ExpiresIn(-1));
    let (status, reason) = story.validate("Page", &[]);
    assert_eq!(status, "expired");
    assert!(reason.contains("--oauth"), "{reason}");
}

#[tokio::test]
async fn a_consent_that_was_taken_back_is_told_and_can_be_given_again() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::Revoke);
    story.run_due_checks().await;
    assert_eq!(story.status("Page"), "revoked");
    assert!(story.alerts()[0].contains("revoked"), "{:?}", story.alerts());
    assert_eq!(story.linkedin.calls()["oauth.token"], 1, "a refresh token goes with it, so that none is tried");
    let calls = story.linkedin.calls();
    story.run_due_checks().await;
    assert_eq!(story.validate("Page", &[]).0, "revoked");
    assert_eq!(story.linkedin.calls(), calls, "only a human can change this, so that nobody asks");

    // A human who says no leaves it as it was.
    story.linkedin.set_consent(Consent::AccessDenied);
    let said = story.consent(&["connection", "edit", "Page"], Browser::allow).await;
    assert_eq!((said.status.code(), story.status("Page")), (Some(1), "revoked".to_owned()));
    story.linkedin.set_consent(Consent::Allow);
    consent_again(&story, "Page").await;
    assert_eq!((story.status("Page"), story.alerts().len()), ("valid".to_owned(), 0));
}

#[tokio::test]
async fn a_consent_that_lacks_a_scope_is_not_valid() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::DropScope("r_organization_social".to_owned()));
    let (status, reason) = story.validate("Page", &[]);
    assert_eq!(status, "invalid", "{reason}");
    assert!(reason.contains("r_organization_social") && !reason.contains("rw_organization_admin"), "{reason}");
}

#[tokio::test]
async fn who_consented_may_stay_unknown() {
    let story = Story::begin().await;
    story.page("Page").await;
    // The member took the product away from the app by which it may ask for names.
    story.linkedin.faults().set("userinfo", When::Next(1), Fault::Status { status: 403 });
    assert_eq!(story.validate("Page", &[]).0, "valid");
    let (_, row) = story.json(&["connection", "show", "Page"]);
    assert!(row["account"].is_string(), "what was known is kept: {row}");
}

#[tokio::test]
async fn a_trade_whose_answer_is_lost_is_not_made_again_and_leaves_no_connection() {
    let story = Story::begin().await;
    story.linkedin.faults().set("oauth.token", When::Next(1), Fault::LostAnswer);
    let said = story.add_page("Page", Browser::allow).await;
    assert!(!said.status.success(), "{}", text(&said));
    assert_eq!(story.linkedin.calls()["oauth.token"], 1, "a code is good once");
    assert_eq!(story.json(&["connection", "list"]).1, serde_json::json!([]));
    assert_eq!(story.page("Page").await["status"], "valid");
}

#[tokio::test]
async fn a_renewal_whose_answer_is_lost_changes_nothing_and_is_made_again() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.change_tokens(&Change::ExpiresIn(3 * DAY));
    story.linkedin.faults().set("oauth.token", When::Next(1), Fault::LostAnswer);
    assert_eq!(story.validate("Page", &[]).0, "unknown");
    assert_eq!((story.status("Page"), story.alerts().len()), ("valid".to_owned(), 0));
    assert_eq!(story.validate("Page", &[]).0, "valid");
    assert_eq!(days_left(&story.json(&["connection", "show", "Page"]).1), 60);
}

#[tokio::test]
async fn a_service_that_is_away_says_nothing_about_the_consent() {
    let story = Story::begin().await;
    let faults = story.linkedin.faults();
    faults.set("oauth.introspect", When::Next(1), Fault::Status { status: 503 });
    assert_eq!(story.page("Page").await["status"], "valid", "asking is tried again");
    faults.set("oauth.introspect", When::Every(1), Fault::TooManyRequests { wait: Some(600), as_date: false });
    assert_eq!(story.validate("Page", &[]).0, "unknown");
    let calls = story.linkedin.calls()["oauth.introspect"];
    assert_eq!(story.validate("Page", &[]).0, "unknown");
    assert_eq!(story.linkedin.calls()["oauth.introspect"], calls, "the rest that was asked for is kept");
    assert_eq!(story.status("Page"), "valid");
}

#[tokio::test]
async fn an_app_with_another_secret_is_told_it() {
    let story = Story::begin().await;
    story.page("Page").await;
    story.linkedin.set_client_secret("another-simulated-secret");
    let (status, reason) = story.validate("Page", &[]);
    assert_eq!(status, "invalid", "{reason}");
    assert!(reason.contains("client id and secret"), "{reason}");
    // What is known of the app is used again, and that is the old secret.
    let said = story.consent(&["connection", "edit", "Page"], Browser::allow).await;
    assert_eq!((said.status.code(), story.status("Page")), (Some(1), "invalid".to_owned()), "{}", text(&said));
    assert!(text(&said).contains("client id and secret"), "{}", text(&said));
    let said = story.consent(&["connection", "edit", "Page", "--client-secret", "-"], Browser::allow).await;
    assert!(said.status.success(), "{}", text(&said));
    assert_eq!((story.status("Page"), story.alerts().len()), ("valid".to_owned(), 0));
}

#[tokio::test]
async fn ad_accounts_ask_for_other_scopes_and_pages_with_the_same_app_lose_theirs() {
    let story = Story::begin().await;
    story.page("Page").await;
    let app = ["--type", "campaign_manager", "--client-id", CLIENT_ID, "--client-secret", "-", "--json"];
    let args = [&["connection", "add", "--name", "Ads"], &app[..]].concat();
    let mut asked = None;
    let said = story
        .consent(&args, async |browser| {
            asked = Some(parameter(&browser.link, "scope"));
            browser.allow().await;
        })
        .await;
    assert!(said.status.success(), "{}", text(&said));
    assert_eq!(asked.as_deref(), Some("openid profile r_ads r_ads_reporting rw_dmp_segments"));
    // LinkedIn takes back what a member gave the same app for another set of scopes, and it is seen and told.
    assert_eq!(story.validate("Page", &[]).0, "revoked");
}
