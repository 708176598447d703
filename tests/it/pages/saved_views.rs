//! Saved views: kept, opened, shared, renamed, replaced and deleted, by those who may and nobody else.

use super::{PEOPLE, Story, body, page};
use crate::{support::browser::Browser, webhooks::stand::Reply};

impl Story {
    /// The id of a view.
    async fn view(&self, name: &str) -> String {
        self.owner.query_one("select id::text from saved_views where name = $1", &[&name]).await.unwrap().get(0)
    }

    async fn views(&self) -> i64 {
        self.owner.query_one("select count(*) from saved_views", &[]).await.unwrap().get(0)
    }
}

async fn keep(browser: &mut Browser, list: &str, query: &str, name: &str, is_shared: bool) -> Reply {
    let everybody: &[(&str, &str)] = if is_shared { &[("everybody", "yes")] } else { &[] };
    browser.post("/saved-views", &[&[("list", list), ("query", query), ("name", name)], everybody].concat()).await
}

#[track_caller]
fn location(reply: &Reply) -> &str {
    assert_eq!(reply.status, 303, "{}", reply.whole);
    reply.header("location").unwrap()
}

/// The views above a list, by the order in which they stand: where each leads, and whether it is the one that is shown.
fn above(page: &str) -> Vec<(String, String, bool)> {
    // The last may lead to those for which there is no room.
    let chips = page.split("<a class=\"chip\" href=\"").skip(1).filter(|chip| !chip.starts_with("/saved-views"));
    chips
        .map(|chip| {
            let chip = chip.split_once("</a>").unwrap().0;
            let href = chip.split('"').next().unwrap().replace("&#38;", "&");
            let name = chip.split_once("<span class=\"clip-one\">").unwrap().1.split('<').next().unwrap().to_owned();
            (name, href, chip.contains("aria-current"))
        })
        .collect()
}

#[tokio::test]
async fn a_view_is_kept_opened_renamed_replaced_and_deleted() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    for list in ["people", "companies", "campaigns", "strategies"] {
        assert!(!story.page(&format!("/{list}")).await.contains("class=\"views\""), "nothing to keep at {list}");
    }
    let filtered = story.page("/people?matched=yes&since=30&after=x&sort=name").await;
    assert!(filtered.contains("Save this view") && !filtered.contains("saved-views/replace"), "{filtered}");
    let held =
        filtered.split_once("name=\"query\" value=\"").unwrap().1.split('"').next().unwrap().replace("&#38;", "&");
    assert_eq!(held, "matched=yes&since=30&sort=name&dir=asc", "what the list asks for, and not where it was at");

    let reply = keep(&mut story.browser, "people", &held, "Hot <b>", false).await;
    let there = location(&reply).to_owned();
    assert_eq!(there, "/people?matched=yes&since=30&sort=name&dir=asc&did=view-saved");
    let list = story.page(&there).await;
    assert!(list.contains("The view is saved"), "{list}");
    let href = "/people?matched=yes&since=30&sort=name&dir=asc".to_owned();
    assert_eq!(above(&list), [("Hot &#60;b&#62;".to_owned(), href.clone(), true)]);
    // It shows what the same address shows that somebody types, whoever else wrote into the row.
    let rows = |page: &str| page.split_once("<tbody>").unwrap().1.split_once("</tbody>").unwrap().0.to_owned();
    assert_eq!(rows(&story.page(&href).await), rows(&filtered));
    story
        .run("update saved_views set query = 'sort=name&dir=asc&matched=yes&after=x&did=erased&x=javascript:alert(1)'")
        .await;
    let list = story.page("/people").await;
    assert_eq!(
        above(&list),
        [("Hot &#60;b&#62;".to_owned(), "/people?matched=yes&sort=name&dir=asc".to_owned(), false)]
    );

    // Another filter takes its place.
    let id = story.view("Hot <b>").await;
    let other = story.page("/people?status=none").await;
    assert!(other.contains(&format!("<option value=\"{id}\">")), "{other}");
    let reply = story.browser.post("/saved-views/replace", &[("view", &id), ("query", "status=none&after=x")]).await;
    assert_eq!(location(&reply), "/people?status=none&sort=score&dir=desc&did=view-replaced");
    assert!(above(&story.page("/people?status=none").await)[0].2, "it is the one that is shown");

    // A mistake is told beside what was typed; a name is taken once.
    for (name, why) in [(" ", "a name is needed"), ("hot <B>", "of this name"), (&*"x".repeat(81), "at most 80")] {
        let reply = keep(&mut story.browser, "people", "since=7", name, false).await;
        assert_eq!(reply.status, 422, "{}", reply.whole);
        let form = body(&reply);
        assert!(form.contains(why) && form.contains("value=\"since=7&#38;sort=score&#38;dir=desc\""), "{name}: {form}");
    }
    let long = format!("text={}", "x".repeat(3000));
    assert_eq!(keep(&mut story.browser, "people", &long, "Long", false).await.status, 422);
    assert_eq!(keep(&mut story.browser, "jobs", "", "Of no list", false).await.status, 404);
    let reply = story.browser.post(&format!("/saved-views/{id}"), &[("name", "No status")]).await;
    assert_eq!(location(&reply), "/saved-views?did=view-changed");
    assert!(story.page("/saved-views").await.contains(">No status</a>"));

    assert!(story.page(&format!("/saved-views/{id}/delete")).await.contains("Delete No status?"));
    let reply = story.browser.post(&format!("/saved-views/{id}/delete"), &[]).await;
    assert_eq!(location(&reply), "/saved-views?did=view-deleted");
    assert!(story.page("/saved-views").await.contains("No view yet"));
    assert_eq!(story.browser.post(&format!("/saved-views/{id}/delete"), &[]).await.status, 404);
}

#[tokio::test]
async fn every_list_keeps_views_up_to_a_number() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("insert into companies (name) values ('Acme')").await;
    for (list, query, whole) in [
        ("companies", "engaged=yes", "engaged=yes&sort=engagements&dir=desc"),
        ("campaigns", "status=active&page=7", "status=active&sort=engagements&dir=desc"),
        ("strategies", "type=awareness&sort=name", "type=awareness&sort=name&dir=asc"),
    ] {
        let reply = keep(&mut story.browser, list, query, "Mine", false).await;
        assert_eq!(location(&reply), format!("/{list}?{whole}&did=view-saved"));
        let shown = story.page(location(&reply)).await;
        assert_eq!(above(&shown), [("Mine".to_owned(), format!("/{list}?{whole}"), true)]);
        assert!(shown.contains("The view is saved"), "{shown}");
    }
    for number in 0..50 {
        let reply = keep(&mut story.browser, "people", "since=7", &format!("View {number:02}"), false).await;
        assert_eq!(reply.status, 303, "{number}");
    }
    let reply = keep(&mut story.browser, "people", "since=7", "One too many", false).await;
    assert!(reply.status == 422 && body(&reply).contains("there are 50 views"), "{}", reply.whole);
    // Those of everybody are counted by themselves.
    assert_eq!(keep(&mut story.browser, "people", "since=7", "Everybody's", true).await.status, 303);
    let list = story.page("/people").await;
    assert!(list.contains(">41 more<") && above(&list).len() == 10, "{list}");
}

#[tokio::test]
async fn nobody_sees_or_touches_the_view_of_another() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let mut editor = story.sign_in("eva@mail.example", &["--role", "editor"]).await;
    let mut viewer = story.sign_in("vic@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    story.say(&["tenant", "add", "other"]);
    let mut stranger = story.sign_in_to("other", "oda@mail.example", &["--role", "owner"]).await;
    for (browser, name) in
        [(&mut story.browser, "Of the owner"), (&mut editor, "Of the editor"), (&mut viewer, "Of the viewer")]
    {
        assert_eq!(keep(browser, "people", "since=7", name, false).await.status, 303, "{name}");
    }
    assert_eq!(keep(&mut client, "campaigns", "status=active", "Of the client", false).await.status, 303);
    assert_eq!(keep(&mut editor, "people", "since=30", "For all people", true).await.status, 303);
    assert_eq!(keep(&mut editor, "campaigns", "type=organic", "For all campaigns", true).await.status, 303);
    // Who may not see a list keeps no view of it, and who may not change things shares none.
    assert_eq!(keep(&mut client, "people", "since=7", "No", false).await.status, 403);
    assert_eq!(keep(&mut client, "campaigns", "status=active", "No", true).await.status, 403);
    assert_eq!(keep(&mut viewer, "people", "since=7", "No", true).await.status, 403);
    assert!(!page(&mut viewer, "/people?since=7").await.contains("name=\"everybody\""));

    let ids = [story.view("Of the owner").await, story.view("Of the editor").await, story.view("For all people").await];
    let [owners, editors, shared] = &ids;
    for (browser, seen) in [
        (&mut story.browser, &["For all campaigns", "For all people", "Of the owner"][..]),
        (&mut editor, &["For all campaigns", "For all people", "Of the editor"]),
        (&mut viewer, &["For all campaigns", "For all people", "Of the viewer"]),
        (&mut client, &["Of the client"]),
        (&mut stranger, &[]),
    ] {
        let all = page(browser, "/saved-views").await;
        let names =
            ["Of the owner", "Of the editor", "Of the viewer", "Of the client", "For all people", "For all campaigns"];
        for name in names {
            assert_eq!(all.contains(name), seen.contains(&name), "{name}: {all}");
        }
        let campaigns = page(browser, "/campaigns?status=active").await;
        assert_eq!(campaigns.contains("For all campaigns"), seen.contains(&"For all campaigns"));
    }
    // By its id neither: it answers as if it was not there.
    let before = story.views().await;
    for (browser, forbidden) in [
        (&mut story.browser, vec![editors]),
        (&mut editor, vec![owners]),
        (&mut viewer, vec![owners, editors, shared]),
        (&mut client, vec![owners, editors, shared]),
        (&mut stranger, vec![owners, editors, shared]),
    ] {
        for id in forbidden {
            for path in [format!("/saved-views/{id}"), format!("/saved-views/{id}/delete")] {
                assert_eq!(browser.get(&path).await.status, 404, "{path}");
                assert_eq!(browser.post(&path, &[("name", "Taken"), ("everybody", "yes")]).await.status, 404, "{path}");
            }
            let reply = browser.post("/saved-views/replace", &[("view", id), ("query", "since=1")]).await;
            assert_eq!(reply.status, 404, "{}", reply.whole);
        }
    }
    assert_eq!(story.views().await, before);
    // Every editor may change what is everybody's.
    let reply =
        story.browser.post(&format!("/saved-views/{shared}"), &[("name", "For us"), ("everybody", "yes")]).await;
    assert_eq!(reply.status, 303, "{}", reply.whole);
    assert!(page(&mut viewer, "/people").await.contains("For us"));
    // A viewer renames their own, and makes it nobody else's by any form.
    let own = story.view("Of the viewer").await;
    assert_eq!(
        viewer.post(&format!("/saved-views/{own}"), &[("name", "Mine"), ("everybody", "yes")]).await.status,
        403
    );
    assert_eq!(viewer.post(&format!("/saved-views/{own}"), &[("name", "Mine")]).await.status, 303);
    assert!(!page(&mut editor, "/people").await.contains("Mine"));

    // Whoever leaves takes their views along.
    story.say(&["user", "remove", "vic@mail.example"]);
    assert_eq!(story.views().await, before - 1);
}
