//! Campaigns by hand: made, changed, deleted, and what their figures are then.

use serde_json::{Value, json};

use crate::support::story::{MARKETERS, Story};

/// Fails unless every figure equals the recount of its rows.
fn is_exact(story: &Story) {
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
}

/// A campaign's row of the dashboard.
fn row(story: &Story, name: &str) -> Value {
    story.json(&["campaign", "dashboard", name])[0].clone()
}

#[tokio::test]
async fn a_campaign_is_made_and_changed_in_everything() {
    let story = Story::begin("campaign-edit").await;
    let made = story.say(&[
        "campaign",
        "create",
        "Winter",
        "--group",
        "Q4",
        "--strategy",
        "brand awareness",
        "--budget",
        "1500",
        "--currency",
        "eur",
        "--objective",
        "lead_generation",
        "--start",
        "2026-01-01",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    story.say(&["campaign", "create", "winter"]).refused(1, "rapport campaign edit NAME");
    let edited = story.say(&[
        "campaign",
        "edit",
        "Winter",
        "--name",
        "Winter 2026",
        "--group",
        "Q1",
        "--strategy",
        "Thought leadership",
        "--type",
        "mixed",
        "--objective",
        "engagement",
        "--status",
        "paused",
        "--budget",
        "2000.50",
        "--currency",
        "GBP",
        "--start",
        "2026-01-02",
        "--end",
        "2026-02-01",
        "--description",
        "Cold",
    ]);
    assert_eq!(edited.code, 0, "{}", edited.err);
    assert!(edited.err.contains("changed campaign \"Winter 2026\", renamed from \"Winter\""), "{}", edited.err);
    let now = row(&story, "Winter 2026");
    for (key, value) in [
        ("campaign_group", json!("Q1")),
        ("strategy", json!("Thought leadership")),
        ("type", json!("mixed")),
        ("objective", json!("engagement")),
        ("status", json!("paused")),
        ("budget", json!(2000.5)),
        ("currency", json!("GBP")),
        ("start_date", json!("2026-01-02")),
        ("end_date", json!("2026-02-01")),
    ] {
        assert_eq!(now[key], value, "{key}");
    }
    // What is not said stays, and what is taken away goes.
    assert_eq!(story.say(&["campaign", "edit", "winter 2026", "--clear", "strategy", "--clear", "group"]).code, 0);
    let now = row(&story, "Winter 2026");
    assert_eq!(
        (&now["strategy"], &now["campaign_group"], &now["status"]),
        (&json!(null), &json!(null), &json!("paused"))
    );

    story.say(&["campaign", "edit", "Winter 2026"]).refused(1, "nothing is said that should change");
    story.say(&["campaign", "edit", "Winter 2026", "--name", "spring"]).refused(1, "exists already");
    story.say(&["campaign", "edit", "Winter 2026", "--end", "2025-01-01"]).refused(1, "campaigns end after they start");
    story.say(&["campaign", "edit", "Winter 2026", "--strategy", "Nothing"]).refused(1, "there is no strategy");
    story.say(&["campaign", "edit", "Wintr 2026", "--status", "active"]).refused(1, "did you mean \"Winter 2026\"?");
    is_exact(&story);
}

#[tokio::test]
async fn whom_a_campaign_is_meant_for_is_said_by_name_and_goes_with_the_persona() {
    let story = Story::begin("campaign-personas").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    story.say_with(&["persona", "add", "-"], &MARKETERS.replace("Marketers", "Also"));
    let made = story.say(&["campaign", "create", "Winter", "--persona", "marketers", "--persona", "Also"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert_eq!(row(&story, "Winter")["personas"], json!(["Also", "Marketers"]));
    let shown = story.say(&["campaign", "show", "Winter"]).out;
    assert!(shown.contains("Meant for") && shown.contains("Also, Marketers"), "{shown}");

    // Said again it is said anew, and what is not said stays.
    story.say(&["campaign", "edit", "Winter", "--persona", "Marketers"]);
    story.say(&["campaign", "edit", "Winter", "--status", "paused"]);
    assert_eq!(row(&story, "Winter")["personas"], json!(["Marketers"]));
    story.say(&["campaign", "edit", "Winter", "--persona", "Nobody"]).refused(1, "there is no persona");
    story.say(&["campaign", "edit", "Winter", "--clear", "persona", "--persona", "Also"]).refused(1, "say one of them");
    story.say(&["campaign", "edit", "Winter", "--clear", "persona"]);
    assert_eq!(row(&story, "Winter")["personas"], json!([]));
    story.say(&["campaign", "edit", "Winter", "--persona", "Also"]);
    story.say(&["persona", "delete", "Also", "--confirm", "Also"]);
    assert_eq!(row(&story, "Winter")["personas"], json!([]));
    assert_eq!(story.say(&["campaign", "delete", "Winter", "--confirm", "Winter"]).code, 0);
}

#[tokio::test]
async fn a_deleted_campaign_takes_its_figures_along_and_leaves_posts_and_engagements() {
    let story = Story::begin("campaign-delete").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let owner = story.owner().await;
    owner
        .batch_execute(
            "insert into ads (id, campaign_id, name) values (901, 901, 'An ad'); \
             insert into ad_metrics_daily (ad_id, day, last_day, spend) values (901, '2026-01-01', '2026-01-01', 5)",
        )
        .await
        .unwrap();
    let autumn = row(&story, "Autumn");
    story.say(&["campaign", "delete", "Spring"]).refused(
        1,
        "with its figures, 1 link to a post, 1 ad, 1 figure of an ad, for good; posts, people and engagements stay; to do it: rapport campaign delete \"Spring\" --confirm \"Spring\"",
    );
    story.say(&["campaign", "delete", "Spring", "--confirm", "Autumn"]).refused(1, "--confirm \"Spring\"");
    let deleted = story.say(&["campaign", "delete", "spring", "--confirm", "Spring"]);
    assert_eq!(deleted.code, 0, "{}", deleted.err);
    assert!(deleted.err.contains("an ad report that names the campaign brings it back"), "{}", deleted.err);
    story.say(&["campaign", "show", "Spring"]).refused(1, "there is no campaign");
    assert_eq!(row(&story, "Autumn"), autumn, "another campaign is as it was");
    let left = owner
        .query_one(
            "select (select count(*) from posts), (select count(*) from engagements), (select count(*) from ads)",
            &[],
        )
        .await
        .unwrap();
    assert_eq!((left.get::<_, i64>(0), left.get::<_, i64>(1), left.get::<_, i64>(2)), (2, 8, 0));
    is_exact(&story);
}

/// The words of a closed list, which flags take and programs say.
fn words<W: clap::ValueEnum + serde::Serialize>() -> Vec<String> {
    let word = |value: &W| {
        let word = value.to_possible_value().unwrap().get_name().to_owned();
        assert_eq!(json!(value), word, "flags and programs say the same");
        word
    };
    W::value_variants().iter().map(word).collect()
}

#[tokio::test]
async fn the_words_that_flags_take_are_the_databases() {
    use rapport::model::campaigns::{CampaignObjective, CampaignStatus, CampaignType};
    let story = Story::begin("campaign-words").await;
    let owner = story.owner().await;
    for (name, words) in [
        ("campaign_type", words::<CampaignType>()),
        ("campaign_objective", words::<CampaignObjective>()),
        ("campaign_status", words::<CampaignStatus>()),
    ] {
        let row = owner.query_one(&format!("select enum_range(null::{name})::text[]"), &[]).await.unwrap();
        assert_eq!(row.get::<_, Vec<String>>(0), words, "{name}");
    }
    let refused = |args: &[&str], hint: &str| {
        story.say(&[&["campaign", "create", "X"], args].concat()).refused(1, hint);
    };
    refused(&["--type", "paid"], "possible values: organic, sponsored_content");
    refused(&["--objective", "leads"], "lead_generation");
    refused(&["--status", "done"], "completed");
    refused(&["--budget", "1,500"], "such as 1500 or 1500.50");
    refused(&["--currency", "Euro"], "such as EUR");
    refused(&["--start", "1.2.2026"], "such as 2026-01-31");
    refused(&["--group", "two\nlines"], "one line");
    story.say(&["campaign", "create", &"x".repeat(501)]).refused(1, "at most 500 characters");
    story.say(&["campaign", "create", "\u{1b}[31mred"]).refused(1, "one line");
    let help = story.say(&["campaign", "create", "--help"]).out;
    assert!(!help.contains('`'), "{help}");
}

#[tokio::test]
async fn a_campaign_that_has_been_quiet_says_so() {
    let story = Story::begin("campaign-quiet").await;
    story.owner().await.batch_execute("update engagements set engaged_at = '2025-01-02 12:00Z'").await.unwrap();
    let shown = story.say(&["campaign", "show", "Spring"]).out;
    assert!(shown.contains("Nothing happened in the last 90 days; the last engagement was on 2025-01-02."), "{shown}");
}
