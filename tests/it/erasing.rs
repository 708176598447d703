//! What a human takes out again: a person, a post; and every figure follows.

use serde_json::json;

use crate::support::story::{MARKETERS, Story};

#[tokio::test]
async fn a_person_is_erased_and_comes_back_with_the_next_import_alone() {
    let story = Story::begin("erase-person").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let owner = story.owner().await;
    let before = story.json(&["campaign", "dashboard", "Spring"]);
    assert_eq!((&before[0]["engagements"], &before[0]["unique_engagers"]), (&json!(5), &json!(4)));
    story.say(&["person", "delete", "Ada Example"]).refused(
        1,
        "this erases \"Ada Example\" (901) with all that is known of the person, 2 identities, 3 engagements, 1 persona, 1 entry of history, for good, and every figure follows; to do it: rapport person delete 901 --confirm 901",
    );
    story.say(&["person", "delete", "901", "--confirm", "902"]).refused(1, "--confirm 901");
    let erased = story.say(&["person", "delete", "ada-example", "--confirm", "901"]);
    assert_eq!(erased.code, 0, "{}", erased.err);
    assert!(
        erased.err.contains("a later import of a file that names this person brings the person back"),
        "{}",
        erased.err
    );
    for table in [
        "persons where id = 901",
        "person_identities where person_id = 901",
        "engagements where person_id = 901",
        "targets where person_id = 901",
        "target_events where person_id = 901",
    ] {
        let left: i64 = owner.query_one(&format!("select count(*) from {table}"), &[]).await.unwrap().get(0);
        assert_eq!(left, 0, "{table}");
    }
    let after = story.json(&["campaign", "dashboard", "Spring"]);
    assert_eq!((&after[0]["engagements"], &after[0]["unique_engagers"]), (&json!(3), &json!(3)));
    assert_eq!(story.json(&["persona", "list"])[0]["people"], 2);
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
    story.say(&["person", "delete", "901"]).refused(1, "there is no person");
}

#[tokio::test]
async fn a_post_is_deleted_by_its_address_and_its_people_stay() {
    let story = Story::begin("delete-post").await;
    let address = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";
    story.say(&["post", "delete", address]).refused(
        1,
        "this deletes post 901 \"First light\", 5 engagements, 1 place in a campaign, for good, and every figure follows; the people stay; to do it: rapport post delete 901 --confirm 901",
    );
    let deleted = story.say(&["post", "delete", address, "--confirm", "901"]);
    assert_eq!(deleted.code, 0, "{}", deleted.err);
    assert_eq!(story.json(&["campaign", "dashboard", "Spring"])[0]["engagements"], 0);
    assert_eq!(story.json(&["person", "list"]).as_array().unwrap().len(), 5);
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
    story.say(&["post", "delete", "901", "--confirm", "901"]).refused(1, "there is no post");
}

#[tokio::test]
async fn the_first_tenant_stays_and_the_commands_that_empty_it_are_named() {
    let story = Story::begin("delete-default").await;
    story.say(&["tenant", "delete", "default", "--confirm", "default"]).refused(
        1,
        "so it stays; rapport person delete, post delete, campaign delete and persona delete take out what is in it",
    );
    story.say(&["tenant", "add", "No Slug"]).refused(1, "such as acme-europe");
    story.say(&["tenant", "add", "other", "--currency", "Euro"]).refused(1, "such as EUR");
    story.say(&["tenant", "add", "other", "--name", "\u{1b}[2J"]).refused(1, "one line");
}
