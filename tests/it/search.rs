//! `rapport search`.

use serde_json::json;

use crate::support::story::Story;

#[tokio::test]
async fn the_command_line_finds_what_holds_all_words() {
    let story = Story::begin("search").await;
    let found = story.json(&["search", "dana", "TWIN"]);
    assert_eq!(found[0]["kind"], "person");
    let ids: Vec<&str> = found[0]["items"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["904", "905"]);
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    let shown = story.say(&["search", "nordlicht", "--limit", "1"]);
    assert!(shown.out.contains("Ada Example") && shown.out.contains("Nordlicht GmbH"), "{}", shown.out);
    assert!(
        !shown.out.contains("Bea Example") && shown.err.contains("--limit shows them"),
        "{}{}",
        shown.out,
        shown.err
    );
    assert_eq!(story.json(&["search", "%"]), json!([]));
    story.say(&["search", &"a".repeat(300)]).refused(1, "at most 200 characters");
    assert!(story.say(&["search", "zzzz"]).err.contains("nothing holds these words"));
}
