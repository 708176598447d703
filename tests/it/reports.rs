//! Campaign groups and reports by the command line.

use std::collections::BTreeSet;

use crate::support::story::{MARKETERS, Story};

#[tokio::test]
async fn a_group_is_made_filled_shown_changed_and_deleted() {
    let story = Story::begin("groups").await;
    story.say(&["group", "list"]).err.contains("no campaign groups yet").then_some(()).unwrap();
    let made =
        story.json(&["group", "create", "Acme", "--client", "Acme GmbH", "--budget", "1500", "--currency", "eur"]);
    assert!(made["group_id"].is_i64());
    story.say(&["group", "create", "acme"]).refused(1, "exists already");
    for campaign in ["Spring", "Autumn"] {
        assert_eq!(story.say(&["campaign", "edit", campaign, "--group", "Acme"]).code, 0);
    }
    let shown = story.json(&["group", "show", "acme"]);
    assert_eq!(
        (&shown["figures"]["people"], &shown["figures"]["engagements"]),
        (&5.into(), &8.into()),
        "Ada and Dana count once"
    );
    let people: BTreeSet<i64> =
        shown["campaigns"].as_array().unwrap().iter().map(|one| one["unique_engagers"].as_i64().unwrap()).collect();
    assert_eq!(people, BTreeSet::from([3, 4]), "who engaged with both is in both");
    let text = story.say(&["group", "show", "Acme"]).out;
    assert!(text.contains("Acme GmbH") && text.contains("Spring"), "{text}");
    story.say(&["group", "edit", "Acme"]).refused(1, "nothing is said");
    assert_eq!(story.say(&["group", "edit", "Acme", "--name", "Acme 2026", "--status", "paused"]).code, 0);
    assert_eq!(story.json(&["group", "list"])[0]["name"], "Acme 2026");
    story.say(&["group", "show", "Acme"]).refused(1, "Acme 2026");
    story.say(&["group", "delete", "Acme 2026"]).refused(1, "--confirm");
    assert_eq!(story.say(&["group", "delete", "Acme 2026", "--confirm", "acme 2026"]).code, 0);
    assert_eq!(story.json(&["campaign", "list"]).as_array().unwrap().len(), 2, "its campaigns stay");
}

#[tokio::test]
async fn a_report_is_made_listed_shown_and_taken_back() {
    let story = Story::begin("reports").await;
    let file = story.file("marketers.toml", MARKETERS);
    assert_eq!(story.say(&["persona", "add", &file]).code, 0);
    story.say(&["report", "create", "Nothing"]).refused(1, "--campaign");
    story.say(&["report", "create", "x", "--campaign", "Winter"]).refused(1, "Winter");
    story.say(&["report", "create", "x", "--campaign", "Spring", "--days", "366"]).refused(1, "366");
    let made =
        story.say(&["report", "create", "For Acme", "--campaign", "Spring", "--campaign", "Autumn", "--days", "7"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.out.trim().starts_with("http://") && made.out.contains("/report?token="), "{}", made.out);
    assert!(made.err.contains("7 days"), "{}", made.err);
    let listed = story.json(&["report", "list"]);
    assert_eq!((&listed[0]["title"], &listed[0]["made_by"]), (&"For Acme".into(), &"command line".into()));
    let shown = story.json(&["report", "show", "for acme"]);
    assert_eq!(shown["content"]["totals"]["people"], 5);
    // Whoever matches Marketers: Ada, Bea, and the Dana who is a CMO.
    assert_eq!((&shown["content"]["totals"]["targeted"], &shown["people"]), (&3.into(), &serde_json::json!([])));
    let text = story.say(&["report", "show", "For Acme"]).out;
    assert!(text.contains("Marketers") && text.contains("Nordlicht GmbH") && !text.contains("Ada Example"), "{text}");

    let named = story.json(&["report", "create", "With names", "--campaign", "Spring", "--names"]);
    let named = story.json(&["report", "show", named["id"].as_str().unwrap()]);
    assert_eq!(named["people"][0]["name"], "Ada Example");
    // Nobody does anything with a title that two have.
    assert_eq!(story.say(&["report", "create", "for ACME", "--campaign", "Spring"]).code, 0);
    story.say(&["report", "revoke", "For Acme"]).refused(1, "several");
    assert_eq!(story.say(&["report", "revoke", listed[0]["id"].as_str().unwrap()]).code, 0);
    assert_eq!(story.say(&["report", "revoke", "For Acme"]).code, 0, "now one is left");
    story.say(&["report", "revoke", "For Acme"]).refused(1, "no open report");
    assert_eq!(story.json(&["report", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(story.json(&["report", "list", "--all"]).as_array().unwrap().len(), 3);
}
