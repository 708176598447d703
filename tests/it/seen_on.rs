//! The days of an import: when reactions count as seen, and what a posts list says of days.

use serde_json::{Value, json};

use crate::support::{
    files::POST,
    story::{Said, Story},
};

/// Two people who like a post.  The post of [`POST`] is of 29 June 2025.
const REACTIONS: &str = "name,profileUrl,reactionType\n\
    Eva,https://www.linkedin.com/in/ACoAAFict00000001,LIKE\n\
    Finn,https://www.linkedin.com/in/ACoAAFict00000002,PRAISE\n";
/// One of them, in another export.
const EVA: &str = "name,profileUrl,reactionType\nEva,https://www.linkedin.com/in/ACoAAFict00000001,LIKE\n";

impl Story {
    fn import(&self, args: &[&str]) -> Said {
        self.say(&[&["import", "--post", POST], args].concat())
    }

    /// The days on which Eva and Finn were seen, and nothing differs from its recount.
    async fn days(&self) -> [String; 2] {
        assert_eq!(self.json(&["doctor", "metrics"])["differences"], 0);
        let row = self
            .owner()
            .await
            .query_one(
                "select min(engaged_on) filter (where name = 'Eva') || '', min(engaged_on) filter (where name = 'Finn') || '' \
                 from engagements join persons using (tenant_id) where persons.id = person_id",
                &[],
            )
            .await
            .unwrap();
        [row.get(0), row.get(1)]
    }
}

#[tokio::test]
async fn a_day_that_was_wrong_is_named_again_for_the_same_file() {
    let story = Story::begin("seen-again").await;
    let file = story.file("reactions.csv", REACTIONS);
    let seen = |day: &str| {
        let said = story.import(&[&file, "--seen-on", day, "--json"]).json();
        [said[0]["created"].clone(), said[0]["updated"].clone(), said[0]["unchanged"].clone()]
    };
    assert_eq!(seen("2026-02-01"), [2, 0, 0]);
    assert_eq!(story.days().await, ["2026-02-01", "2026-02-01"]);
    assert_eq!(seen("2026-01-01"), [0, 2, 0], "earlier");
    assert_eq!(story.days().await, ["2026-01-01", "2026-01-01"]);
    assert_eq!(seen("2026-03-01"), [0, 2, 0], "and later");
    assert_eq!(story.days().await, ["2026-03-01", "2026-03-01"]);
    assert_eq!(seen("2026-03-01"), [0, 0, 2]);
    // Another file may only make a day earlier, and then the first has nothing to say of it any more.
    let other = story.file("eva.csv", EVA);
    assert_eq!(story.import(&[&other, "--seen-on", "2026-04-01"]).code, 0);
    assert_eq!(story.days().await, ["2026-03-01", "2026-03-01"]);
    assert_eq!(story.import(&[&other, "--seen-on", "2026-02-15"]).code, 0);
    assert_eq!(story.days().await, ["2026-02-15", "2026-03-01"]);
    assert_eq!(seen("2026-03-10"), [0, 1, 1]);
    assert_eq!(story.days().await, ["2026-02-15", "2026-03-10"]);
    // Without a day nothing moves.
    assert_eq!(story.import(&[&file]).code, 0);
    assert_eq!(story.days().await, ["2026-02-15", "2026-03-10"]);
}

#[tokio::test]
async fn nobody_reacts_before_the_post_is_there() {
    let story = Story::begin("seen-early").await;
    let file = story.file("reactions.csv", REACTIONS);
    story
        .import(&[&file, "--seen-on", "2025-06-28"])
        .refused(1, "--seen-on 2025-06-28 is before the post, which is of 2025-06-29 by its id");
    story.import(&[&file, "--seen-on", "tomorrow"]).refused(1, "such as 2026-01-31");
    assert_eq!(story.import(&[&file, "--seen-on", "2025-06-29"]).code, 0, "its own day is early enough");
    assert_eq!(story.days().await, ["2025-06-29", "2025-06-29"]);

    // In a list, where one of many may be younger, it counts as of its post's day.
    let story = Story::begin("seen-early-list").await;
    let file = story.file("reactions.csv", REACTIONS);
    let list = story.file("posts.csv", &format!("file,post_url\nreactions.csv,{POST}\n"));
    let said = story.say(&["import", "--posts", &list, &file, "--seen-on", "2025-01-01"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains("2 reactions belong to posts that were not there yet on 2025-01-01, so they count as of the day of their post"),
        "{}",
        said.err
    );
    assert_eq!(story.days().await, ["2025-06-29", "2025-06-29"]);
    // And can be moved from there, too.
    assert_eq!(story.say(&["import", "--posts", &list, &file, "--seen-on", "2025-07-04"]).code, 0);
    assert_eq!(story.days().await, ["2025-07-04", "2025-07-04"]);
}

#[tokio::test]
async fn a_posts_list_with_other_days_than_the_ids_is_noted_once() {
    let story = Story::begin("listed-days").await;
    let post =
        |n: i64| format!("https://www.linkedin.com/feed/update/urn:li:activity:{}/", 7_345_012_345_678_901_248 + n);
    let list = story.file(
        "posts.csv",
        &format!(
            "post_url,post_title,posted_at\n{},A,2025-06-29\n{},B,2025-06-28\n{},C,2025-07-30\n",
            post(0),
            post(1),
            post(2)
        ),
    );
    let said = story.say(&["import", &list]);
    let note = "the day of 2 posts is another one than the time in their id says";
    assert_eq!(said.err.matches(note).count(), 1, "{}", said.err);
}

#[tokio::test]
async fn a_campaign_of_an_import_has_the_type_of_its_posts_until_a_human_says_another() {
    let story = Story::begin("campaign-type").await;
    let post =
        |n: i64| format!("https://www.linkedin.com/feed/update/urn:li:activity:{}/", 7_345_012_345_678_901_248 + n);
    let list = |lines: &[(i64, &str, &str)]| {
        let lines: Vec<String> =
            lines.iter().map(|(n, campaign, paid)| format!("{},{campaign},{paid}\n", post(*n))).collect();
        let lines = lines.concat();
        let list = story.file("posts.csv", &format!("post_url,campaign,is_paid\n{lines}"));
        assert_eq!(story.say(&["import", &list]).code, 0);
    };
    let kind = |name: &str| story.json(&["campaign", "dashboard", name])[0]["type"].clone();
    assert_eq!(story.say(&["campaign", "create", "Said", "--type", "text_ads"]).code, 0);
    assert_eq!(story.say(&["campaign", "create", "Unsaid"]).code, 0);
    list(&[
        (1, "Paid", "yes"),
        (2, "Paid", "yes"),
        (3, "Free", "no"),
        (4, "Said", "yes"),
        (5, "Unsaid", "yes"),
        (6, "Spring", "yes"),
    ]);
    assert_eq!(
        [kind("Paid"), kind("Free"), kind("Said"), kind("Unsaid")],
        ["sponsored_content", "organic", "text_ads", "sponsored_content"]
    );
    assert_eq!(kind("Spring"), "organic", "whatever was there before is a human's");
    list(&[(7, "Paid", "no"), (8, "Free", "yes")]);
    assert_eq!([kind("Paid"), kind("Free")], ["mixed", "mixed"]);
    assert_eq!(story.say(&["campaign", "edit", "Free", "--type", "mixed"]).code, 0);
    list(&[(3, "Free", "yes"), (7, "Paid", "yes")]);
    assert_eq!([kind("Paid"), kind("Free")], [json!("sponsored_content"), json!("mixed")] as [Value; 2]);
}

#[tokio::test]
async fn an_import_of_nothing_that_is_of_use_ends_with_1() {
    let story = Story::begin("import-useless").await;
    let nobody = "name,profileUrl,reactionType\n,,LIKE\n";
    let useless = story.file("useless.csv", nobody);
    let said = story.import(&[&useless]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.contains("rapport: nothing of useless.csv could be used") && said.out.contains("useless.csv"),
        "{}",
        said.err
    );
    let half = story.file("half.csv", &format!("{REACTIONS},,LIKE\n"));
    assert_eq!(story.import(&[&half]).code, 0);
    let strict = story.import(&[&half, "--strict"]);
    assert_eq!(strict.code, 1);
    assert!(strict.err.contains("--strict: 1 lines were rejected"), "{}", strict.err);
    // What counts most stands first, so that a narrow terminal shows it.
    let heading = strict.out.lines().next().unwrap();
    let places = ["File", "Lines", "Rejected", "Skipped", "Created", "Updated", "Unchanged", "Format"]
        .map(|word| heading.find(word).unwrap());
    assert!(places.is_sorted(), "{heading}");
}
