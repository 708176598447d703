//! The pages of custom audiences: made, changed, exported and deleted, by whom, and of which team.

use serde_json::{Value, json};

use super::{Story, body, connections::location, page};

const LIST: &str = "/custom-audiences";

const TYPED: [(&str, &str); 9] = [
    ("name", "Deciders <b>"),
    ("description", "For autumn"),
    ("functions", "Marketing"),
    ("functions", "Sales"),
    ("seniorities", "VP"),
    ("titles", "Head of Growth\n\n urn:li:title:100 "),
    ("sizes", "51-200"),
    ("reach", "52000"),
    ("linkedin_id", ""),
];

impl Story {
    async fn targeting(&self) -> Value {
        self.owner.query_one("select targeting from custom_audiences", &[]).await.unwrap().get(0)
    }
}

#[tokio::test]
async fn an_audience_is_made_changed_exported_and_deleted_in_pages() {
    let mut story = Story::begin().await;
    let empty = story.page(LIST).await;
    assert!(empty.contains("No custom audience yet") && empty.contains("href=\"/custom-audiences/new\""), "{empty}");
    assert!(story.page("/custom-audiences/new").await.contains("value=\"Human Resources\""));
    let place = location(&story.browser.post(LIST, &TYPED).await);
    assert!(place.ends_with("?did=audience-made"), "{place}");
    let stored = json!({"functions": ["Marketing", "Sales"], "seniorities": ["VP"], "titles": ["Head of Growth", "urn:li:title:100"], "sizes": ["51-200"]});
    assert_eq!(story.targeting().await, stored);
    let one = place.split('?').next().unwrap().to_owned();
    let shown = story.page(&one).await;
    assert!(shown.contains("LinkedIn's numbers of Head of Growth."), "{shown}");
    assert!(shown.contains("value=\"Sales\" checked") && shown.contains("Deciders &#60;b&#62;"), "{shown}");
    let file = story.browser.get(&format!("{one}/definition.json")).await;
    assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"Deciders <b>.json\""));
    let told: Value = serde_json::from_str(body(&file)).unwrap();
    assert_eq!(told["targetingCriteria"]["include"]["and"].as_array().unwrap().len(), 4);
    let list = story.page(LIST).await;
    assert!(list.contains("52\u{202f}000") && list.contains("Marketing, Sales"), "{list}");
    assert!(story.page(&format!("{LIST}?text=growth")).await.contains(&one));
    assert!(story.page(&format!("{LIST}?text=nothing")).await.contains("No audience holds that"));

    // What is wrong comes back as it was typed, and nothing is saved.
    for (change, words) in [
        (("name", " "), "A name is needed."),
        (("reach", "many"), "It must be a whole number."),
        (("titles", &*"word\n".repeat(201)), "At most 200 words."),
    ] {
        let fields: Vec<_> = TYPED.iter().map(|field| if field.0 == change.0 { change } else { *field }).collect();
        let reply = story.browser.post(&one, &fields).await;
        assert!(reply.status == 422 && body(&reply).contains(words), "{words}: {}", reply.whole);
        assert!(
            body(&reply).contains("For autumn") && body(&reply).contains("value=\"VP\" checked"),
            "{}",
            reply.whole
        );
        assert_eq!(story.targeting().await, stored);
    }
    let taken = [("name", "DECIDERS <b>")];
    let taken = story.browser.post(LIST, &taken).await;
    assert!(taken.status == 422 && body(&taken).contains("exists already"), "{}", taken.whole);
    // What was stored in other words is kept, as long as nobody takes it away.
    story.run("update custom_audiences set targeting = '{\"seniorities\": [\"bosses\"]}'").await;
    assert!(story.page(&one).await.contains("value=\"bosses\" checked"));
    location(&story.browser.post(&one, &[("name", "Bosses"), ("seniorities", "bosses")]).await);
    assert_eq!(story.targeting().await, json!({"seniorities": ["bosses"]}));
    let ask = story.page(&format!("{one}/delete")).await;
    assert!(ask.contains("Delete Bosses?") && story.numbers_of("custom_audiences").await == 1);
    assert_eq!(
        location(&story.browser.post(&format!("{one}/delete"), &[]).await),
        "/custom-audiences?did=audience-deleted"
    );
    assert_eq!(story.browser.get(&one).await.status, 404);
    assert_eq!(
        story.numbers_of("audit_log where event = 'custom_audience.deleted' and details ->> 'name' = 'Bosses'").await,
        1
    );
}

#[tokio::test]
async fn whoever_may_not_change_an_audience_is_offered_no_way_and_clients_and_other_teams_see_none() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let theirs = "insert into custom_audiences (tenant_id, name) select id, 'canary-audience' from tenants where slug = 'second' returning id::text";
    let theirs: String = story.owner.query_one(theirs, &[]).await.unwrap().get(0);
    let own = location(&story.browser.post(LIST, &TYPED).await);
    let own = own.split('?').next().unwrap().to_owned();
    assert!(!story.page(LIST).await.contains("canary"));
    let none = "00000000-0000-4000-8000-0000000000ff";
    for path in ["", "/definition.json", "/delete"] {
        let (reply, absent) = (
            story.browser.get(&format!("{LIST}/{theirs}{path}")).await,
            story.browser.get(&format!("{LIST}/{none}{path}")).await,
        );
        assert_eq!((reply.status, body(&reply)), (404, body(&absent)), "{path}");
    }
    for path in ["", "/delete"] {
        assert_eq!(story.browser.post(&format!("{LIST}/{theirs}{path}"), &TYPED).await.status, 404, "{path}");
    }
    assert_eq!(story.numbers_of("custom_audiences where name = 'canary-audience'").await, 1);
    let mut viewer = story.sign_in("vi@mail.example", &["--role", "viewer"]).await;
    for path in [LIST, &own] {
        let shown = page(&mut viewer, path).await;
        let main = shown.split("<main").nth(1).unwrap();
        assert!(
            !main.contains("type=\"submit\">Save") && !main.contains("/new\"") && !main.contains("/delete\""),
            "{path}: {main}"
        );
        assert!(main.contains("/definition.json\""), "{path}: {main}");
    }
    story.run("insert into campaigns (name) values ('Theirs')").await;
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client", "--campaign", "Theirs"]).await;
    for path in [LIST, &own, &format!("{own}/definition.json")] {
        let refused = client.get(path).await;
        assert!(refused.status == 403 && !refused.whole.contains("Deciders"), "{path}: {}", refused.whole);
    }
    for browser in [&mut viewer, &mut client] {
        assert_eq!(browser.get("/custom-audiences/new").await.status, 403);
        for path in [LIST, &own, &format!("{own}/delete")] {
            assert_eq!(browser.post(path, &TYPED).await.status, 403, "{path}");
        }
    }
    assert_eq!(story.numbers_of("custom_audiences").await, 2);
}
