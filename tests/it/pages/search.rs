//! The search: what it finds, for whom, and while somebody types.

use super::{PEOPLE, Story, body, page};

#[tokio::test]
async fn the_search_leads_from_a_word_to_the_pages_of_whatever_holds_it() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let start = story.page("/search").await;
    assert!(start.contains("What are you looking for?") && start.contains("data-find=\"/search/found\""), "{start}");
    let campaign = story.id("Spring").await;
    for path in ["/search?q=sprING", "/search/found?q=sprING"] {
        let shown = story.page(path).await;
        assert!(shown.contains(&format!("href=\"/campaigns/{campaign}\"")), "{path}: {shown}");
        assert!(shown.contains("Campaigns") && !shown.contains("People</h2>"), "{path}: {shown}");
    }
    // Of more than there is room for the nearest are shown, and it is said.
    let many = story.page("/search?q=person").await;
    assert_eq!(many.matches("href=\"/people/").count(), 20, "{many}");
    assert!(many.contains("the nearest 20; more words find fewer"), "{many}");
    let few = story.page("/search/found?q=person").await;
    assert_eq!(few.matches("href=\"/people/").count(), 5, "{few}");
    assert!(few.contains("and more") && few.contains("href=\"/search?q=person\""), "{few}");
    // Every page that was found is there.
    let found = story.page("/search?q=a&b=c").await;
    let links: Vec<&str> =
        found.split("<a class=\"title\" href=\"/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(links.len() > 5, "{found}");
    for link in links {
        page(&mut story.browser, &format!("/{link}")).await;
    }
    // Pages that have no place in the navigation are found by what they are for.
    let asked = story.page("/search/found?q=Outgoing%20webhook").await;
    assert!(asked.contains("href=\"/endpoints\"") && !asked.contains("href=\"/jobs\""), "{asked}");
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    assert!(!page(&mut client, "/search/found?q=webhook").await.contains("href=\"/endpoints\""));
    assert!(page(&mut client, "/search/found?q=account").await.contains("href=\"/account\""));
    let nothing = story.page("/search?q=zzzz").await;
    assert!(nothing.contains("Nothing holds all these words") && nothing.contains("value=\"zzzz\""), "{nothing}");
    assert!(story.page("/search/found?q=zzzz").await.contains("Nothing holds all these words"));
}

#[tokio::test]
async fn a_client_of_all_campaigns_finds_campaigns_and_nothing_else_that_there_is() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run(
            "insert into webhook_endpoints (name, url) values ('Spring hook', 'https://mail.example/spring-secret');
              insert into linkedin_connections (name, type) values ('Spring account', 'personal');
              insert into audience_segments (id, name) values ('spring', 'Spring people');
              insert into persons (name) values ('Spring Person');
              insert into alerts (kind, message) values ('job', 'Spring job failed')",
        )
        .await;
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client"]).await;
    for path in ["/search?q=spring", "/search/found?q=spring", "/"] {
        let shown = page(&mut client, path).await;
        assert!(shown.contains("Spring</"), "{path}: {shown}");
        for theirs in ["Spring hook", "spring-secret", "Spring account", "Spring people", "Spring Person", "Spring job"]
        {
            assert!(!shown.contains(theirs), "{path} shows {theirs}");
        }
    }
    // A campaign that is made later is theirs too.
    story.run("insert into campaigns (name) values ('Springtide')").await;
    assert!(page(&mut client, "/search?q=springtide").await.contains("Springtide</"));
    let owners = story.page("/search?q=spring").await;
    assert!(owners.contains("Spring hook") && owners.contains("Spring account"), "{owners}");
}

#[tokio::test]
async fn no_text_breaks_the_search_or_is_html_in_it() {
    let mut story = Story::begin().await;
    story.run("insert into persons (name, headline) values ('<i>Ada</i>', '\"><script>alert(1)</script>')").await;
    let shown = story.page("/search?q=%3Ci%3E").await;
    assert!(!shown.contains("<i>") && shown.contains("&#60;i&#62;Ada"), "{shown}");
    let part = story.page("/search/found?q=%3Cscript%3E").await;
    assert!(!part.contains("<script") && part.contains("&#60;i&#62;Ada"), "{part}");
    for odd in ["%25", "_", "%27%22%5C", "%00", "%FF%FE", "%F0%9F%A6%8A", "%E2%80%AE", "%CC%81"] {
        for path in ["/search", "/search/found"] {
            assert_eq!(story.browser.get(&format!("{path}?q={odd}")).await.status, 200, "{path} {odd}");
        }
    }
    let long = "a".repeat(10_000);
    let reply = story.browser.get(&format!("/search?q={long}")).await;
    assert_eq!(reply.status, 422);
    assert!(body(&reply).contains("at most 200 characters") && body(&reply).contains(&long), "what was typed stays");
}

#[tokio::test]
async fn a_client_finds_their_campaigns_alone_and_nobody_anything_of_another_tenant() {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run(
            "set app.tenant_id = '00000000-0000-0000-0000-000000000001';
              update campaigns set description = 'Secret words' where name = 'Summer';
              update posts set title = 'Secret ' || title where title in ('Post 1', 'Post 6')",
        )
        .await;
    let mut client = story.sign_in("eva@mail.example", &["--role", "client", "--campaign", "Summer"]).await;
    for path in ["/search", "/search/found"] {
        for word in ["spring", "person", "makers", "secret", "title", "customer", "autumn"] {
            let shown = page(&mut client, &format!("{path}?q={word}")).await;
            assert!(shown.contains("Nothing holds all these words"), "{path} {word}: {shown}");
        }
        let shown = page(&mut client, &format!("{path}?q=summer")).await;
        let summer = story.id("Summer").await;
        assert_eq!(shown.matches(&format!("href=\"/campaigns/{summer}\"")).count(), 1, "{shown}");
        // Post 3 is also in another campaign; 4 and 5 in theirs alone.
        let posts = page(&mut client, &format!("{path}?q=post")).await;
        assert_eq!(posts.matches("href=\"https://www.linkedin.com/posts/p").count(), 3, "{posts}");
    }
    assert!(story.browser.clone().get("/search?q=secret").await.whole.contains("Secret Post 6"), "others find it");
    // Another tenant finds nothing of this one.
    story.say(&["tenant", "add", "second", "--bare"]);
    let mut stranger = story.sign_in_to("second", "kim@mail.example", &["--role", "owner"]).await;
    for word in ["summer", "person%201", "makers", "post"] {
        let shown = page(&mut stranger, &format!("/search?q={word}")).await;
        assert!(shown.contains("Nothing holds all these words"), "{shown}");
    }
    // Whoever is not signed in is asked to.
    let mut nobody = crate::support::browser::Browser::new(story.server.address);
    assert_eq!(nobody.get("/search/found?q=summer").await.status, 303);
}
