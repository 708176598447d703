//! Pages that follow what goes on.

use std::time::{Duration, Instant};

use super::{PEOPLE, Story, page};
use crate::support::{
    browser::Browser,
    live::{Listener, marks},
};

/// What a page was written under.
fn written(page: &str) -> (&str, &str) {
    let attribute = |name: &str| page.split_once(name).unwrap().1.split('"').next().unwrap();
    (attribute(" data-live=\""), attribute(" data-marks=\""))
}

const ENGAGEMENT: &str = "
    insert into engagements (tenant_id, post_id, person_id, engagement_type, comment_id)
    select p.tenant_id, p.id, q.id, 'comment', 'one more' from posts p join persons q on q.tenant_id = p.tenant_id
    where p.title = 'Post 1' and q.name = 'Person 1'";

#[tokio::test]
async fn a_page_is_told_when_its_figures_have_changed_and_of_nothing_else() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("select app.keep_up()").await;
    // Nobody has listened yet, so that the first page knows no marks.
    assert_eq!(written(&story.page("/").await), ("metrics imports jobs alerts", ""));
    let mut listener = Listener::of(&story.browser).await;
    let first = listener.marks().await;
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        ["alerts", "campaigns", "connections", "endpoints", "imports", "jobs", "metrics", "reports"]
    );
    let overview = story.page("/").await;
    let mut known = marks(written(&overview).1);
    // What no figure of the page depends on is not among its own.
    for other in ["campaigns", "connections", "endpoints", "reports"] {
        known.insert(other.to_owned(), first[other].clone());
    }
    assert_eq!(known, first, "what the page was written under is what is true");

    story.run(ENGAGEMENT).await;
    let second = listener.marks().await;
    let changed = |one: &str| first[one] != second[one];
    assert!(
        changed("metrics") && !changed("jobs") && !changed("imports") && !changed("connections") && !changed("alerts")
    );
    // A fold changes no figure, and may change the mark.
    story.run("insert into alerts (tenant_id, kind, message) select id, 'budget', 'Look here' from tenants where slug = 'default'").await;
    let third = listener.marks().await;
    assert!(third["alerts"] != second["alerts"] && third["metrics"] == second["metrics"], "{second:?} {third:?}");
    assert!(story.page("/").await.contains("Look here"));
}

#[tokio::test]
async fn whoever_was_away_knows_by_the_marks_that_something_has_changed() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let mut listener = Listener::of(&story.browser).await;
    let before = listener.marks().await;
    drop(listener);
    // Whatever is folded meanwhile: the logs are as long as they were, and hold something else.
    story.run("select app.keep_up()").await;
    story.run(ENGAGEMENT).await;
    story.run("select app.keep_up()").await;
    let mut listener = Listener::of(&story.browser).await;
    let mut after = listener.marks().await;
    // The first may be what was seen before the stream was cut.
    while after["metrics"] == before["metrics"] {
        after = listener.marks().await;
    }
    let id = story.id("Spring").await;
    let shown = story.page(&format!("/campaigns/{id}")).await;
    assert_eq!(written(&shown).0, "metrics imports jobs campaigns");
}

#[tokio::test]
async fn what_people_say_of_campaigns_groups_and_reports_is_told_too() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let of_default = "set app.tenant_id = '00000000-0000-0000-0000-000000000001';";
    story.run(&format!("{of_default} insert into campaign_groups (name) values ('Season')")).await;
    for (path, topics) in [("/campaign-groups", "campaigns"), ("/reports", "reports")] {
        assert_eq!(written(&story.page(path).await).0, topics);
    }
    let mut listener = Listener::of(&story.browser).await;
    let mut before = listener.marks().await;
    for (change, topic) in [
        ("update campaigns set name = 'Spring II' where name = 'Spring'", "campaigns"),
        ("update campaigns set budget = 7 where name = 'Summer'", "campaigns"),
        ("update campaign_groups set name = 'Seasons'", "campaigns"),
        ("delete from campaigns where name = 'Autumn'", "campaigns"),
        (
            "insert into reports (tenant_id, title, token_hash, content, made_by, expires_at) select id, 'A report', sha256('1'), '{}', 'x', now() + interval '1 day' from tenants where slug = 'default'",
            "reports",
        ),
        ("update reports set opened = opened + 1", "reports"),
        ("update reports set revoked_at = now()", "reports"),
    ] {
        story.run(change).await;
        let mut after = listener.marks().await;
        // Whoever deletes a campaign changes figures as well, and may be seen in two looks.
        while after[topic] == before[topic] {
            after = listener.marks().await;
        }
        let others: Vec<&String> =
            after.keys().filter(|one| *one != topic && *one != "metrics" && after[*one] != before[*one]).collect();
        assert!(others.is_empty(), "{change}: {others:?}");
        before = after;
    }
    assert!(story.page("/campaign-groups").await.contains("Seasons"));
}

#[tokio::test]
async fn t1_another_team_and_a_client_are_told_of_nothing_that_is_not_theirs() {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("insert into tenants (slug, name) values ('second', 'Second')").await;
    let other = story.sign_in_to("second", "other@mail.example", &["--role", "owner"]).await;
    let client = story.sign_in("client@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    let mut theirs = Listener::of(&other).await;
    let mut told = Listener::of(&client).await;
    let (first, of_client) = (theirs.marks().await, told.marks().await);
    assert_eq!(of_client.keys().collect::<Vec<_>>(), ["metrics"], "a client hears of figures alone");
    story.run(ENGAGEMENT).await;
    assert_ne!(told.marks().await["metrics"], of_client["metrics"]);
    // What the other team is told next is of its own.
    story.run("insert into alerts (tenant_id, kind, message) select id, 'budget', 'Theirs' from tenants where slug = 'second'").await;
    let second = theirs.marks().await;
    assert!(second["alerts"] != first["alerts"] && second["metrics"] == first["metrics"]);
    assert_eq!(Browser::new(story.server.address).get("/live").await.status, 303);
}

#[tokio::test]
async fn t1_a_page_that_is_read_once_for_many_is_the_page_of_each_of_them() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("insert into tenants (slug, name) values ('second', 'Second')").await;
    let mut owner = story.sign_in("owner@mail.example", &["--role", "owner"]).await;
    let mut viewer = story.sign_in("viewer@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("client@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    let other = story.sign_in_to("second", "other@mail.example", &["--role", "owner"]).await;
    let campaign = format!("/campaigns/{}", story.id("Spring").await);
    // Nothing is left to be folded, so that the marks stay.
    story.run("select app.keep_up()").await;
    let present = Listener::of(&story.browser).await.marks().await;
    Listener::of(&other).await.marks().await;
    let under = ["metrics", "imports", "jobs"].map(|topic| format!("{topic}={}", present[topic])).join(" ");

    // What each would be shown without the others, and what they are given for asking as a page does.
    let middle = |page: &str| {
        let (from, to) = (page.find("<main id=\"main\"").unwrap(), page.rfind("</body>").unwrap());
        // The clock in the foot may go on between the two.
        page[from..to].split("<footer").next().unwrap().to_owned()
    };
    for path in ["/", &campaign] {
        let mut tops: Vec<String> = Vec::new();
        for browser in [&mut story.browser, &mut owner, &mut viewer] {
            let alone = browser.get(path).await;
            let given = browser.clone().saying("rapport-marks", &under).get(path).await;
            assert!(given.status == 200 && given.body().starts_with("<main id=\"main\""), "{path}: {}", given.whole);
            assert_eq!(middle(&format!("{}</body>", given.body())), middle(alone.body()), "{path}");
            assert!(!given.body().contains("@mail.example"), "{path}: {}", given.whole);
            // And whoever opens it while others look at it stands at the top of their own.
            let top = |page: &str| page[..page.find("<main id=\"main\"").unwrap()].to_owned();
            let named = top(alone.body());
            let address = named.split("<div class=\"group\">").nth(1).unwrap().split(" · ").next().unwrap();
            assert!(address.ends_with("@mail.example") && !tops.contains(&named), "{path}: {named}");
            tops.push(named);
        }
        // Whoever may see less is shown their own page, and nobody is given a page for marks that are not the present ones of their team.
        let made_up = "metrics=0123456789ab imports=0123456789ab jobs=0123456789ab".to_owned();
        for (browser, marks) in [(&mut client, under.clone()), (&mut owner, made_up)] {
            let whole = browser.clone().saying("rapport-marks", &marks).get(path).await;
            assert!(whole.status == 200 && whole.body().starts_with("<!doctype html>"), "{path}: {}", whole.whole);
        }
    }
    let theirs = other.clone().saying("rapport-marks", &under).get(&campaign).await;
    assert_eq!(theirs.status, 404, "{}", theirs.whole);
    let theirs = other.saying("rapport-marks", &under).get("/").await;
    assert!(theirs.body().starts_with("<!doctype html>") && !theirs.body().contains("Spring"), "{}", theirs.whole);
    let nobody = Browser::new(story.server.address).saying("rapport-marks", &under).get("/").await;
    assert_eq!(nobody.status, 303);
}

#[tokio::test]
async fn a_stream_ends_with_the_server_and_keeps_nobody_waiting_for_its_end() {
    let mut story = Story::begin().await;
    let mut listener = Listener::of(&story.browser).await;
    listener.marks().await;
    assert!(page(&mut story.browser, "/").await.contains("data-live"));
    let asked = Instant::now();
    let (status, said) = story.server.stop();
    assert!(status.success(), "{said}");
    // Who is under way has twenty seconds, all of which a stream would take.
    assert!(asked.elapsed() < Duration::from_secs(15), "{said}");
    assert_eq!(listener.event().await, None);
}
