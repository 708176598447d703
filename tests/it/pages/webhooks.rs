//! The pages of webhooks that come in: added with a secret that is shown once, delivered to, paused, and deleted.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use super::{Story, body, connections::location, page};
use crate::webhooks::stand::{self, Signed};

/// What a page shows once.
fn once_in(page: &str) -> Option<String> {
    let shown = page.split_once("id=\"made\"")?.1.split_once("<code>")?.1.split_once("</code>")?.0;
    Some(shown.replace("&#34;", "\""))
}

impl Story {
    /// Delivers an engagement; the status of the answer.
    async fn delivered(&self, secret: &str, id: &str) -> u16 {
        let key = BASE64_STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
        let event = stand::created(&stand::reaction("somebody", "like", None));
        let now = jiff::Timestamp::now().as_second();
        let signed = Signed::new("/hooks/default/crm", &key, id, now, &event);
        stand::send(self.server.address, &signed.request()).await.unwrap().status
    }

    async fn source(&self, name: &str) -> String {
        let found = self.owner.query_one("select id::text from webhook_sources where name = $1", &[&name]).await;
        found.unwrap().get(0)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_is_added_delivered_to_paused_and_deleted_in_pages() {
    let mut story = Story::begin().await;
    assert!(story.page("/webhooks").await.contains("href=\"/webhooks/new\""));
    // What is wrong comes back as it was typed.
    for (fields, words) in [
        (vec![("name", "C<R>M"), ("kind", "generic")], "lower case"),
        (vec![("name", "crm"), ("kind", "<b>")], "Choose who delivers"),
        (vec![("name", "crm"), ("kind", "apify")], "with which connection"),
        (vec![("name", "crm"), ("kind", "linkedin"), ("secret", "canary-client-secret")], "with which connection"),
        (vec![("name", "crm"), ("kind", "linkedin"), ("secret", "short")], "no client secret"),
    ] {
        let reply = story.browser.post("/webhooks", &fields).await;
        let page = body(&reply);
        assert!(reply.status == 422 && page.contains(words), "{words}: {page}");
        assert!(!page.contains("<b>") && !page.contains("<R>") && !page.contains("canary"), "{page}");
    }
    assert_eq!(story.numbers_of("webhook_sources").await, 0);
    let fields = [("name", "crm"), ("kind", "generic")];
    let made = story.browser.post("/webhooks", &fields).await;
    let secret = once_in(body(&made)).expect("the secret is shown");
    let one = format!("/webhooks/{}", story.source("crm").await);
    let shown = story.page(&one).await;
    assert!(once_in(&shown).is_none() && shown.contains("Nothing has come yet"), "once: {shown}");
    assert!(shown.contains(&format!("http://{}/hooks/default/crm", story.server.address)), "{shown}");
    let again = story.browser.post("/webhooks", &fields).await;
    assert!(again.status == 409 && body(&again).contains("exists already"), "{}", again.whole);
    assert_eq!(story.delivered(&secret, "a").await, 200);
    assert!(story.page("/webhooks").await.contains(&format!("href=\"{one}\">crm</a>")));
    let file = story.page("/webhooks.csv").await;
    assert!(file.lines().count() == 2 && file.contains(",crm,a,"), "{file}");
    assert_eq!(story.page("/webhooks.csv?state=dead").await.lines().count(), 1);
    assert!(story.page(&one).await.contains("Last delivery"));
    // Paused, resumed, another secret, the old one at its end, deleted.
    assert_eq!(
        location(&story.browser.post(&format!("{one}/active"), &[("active", "no")]).await),
        format!("{one}?did=webhook-paused")
    );
    assert!(story.page(&one).await.contains(">Refuses</span>"));
    assert_ne!(story.delivered(&secret, "b").await, 200);
    location(&story.browser.post(&format!("{one}/active"), &[("active", "yes")]).await);
    let rotated = story.browser.post(&format!("{one}/secret"), &[]).await;
    let second = once_in(body(&rotated)).expect("another secret is shown");
    assert!(body(&rotated).contains("is good as well until"), "{}", rotated.whole);
    assert_eq!((story.delivered(&secret, "c").await, story.delivered(&second, "d").await), (200, 200));
    let third = story.browser.post(&format!("{one}/secret"), &[("end", "yes")]).await;
    let third = once_in(body(&third)).expect("a third secret is shown");
    assert_ne!(story.delivered(&second, "e").await, 200);
    assert_eq!(story.delivered(&third, "f").await, 200);
    assert!(story.page(&format!("{one}/delete")).await.contains("Delete crm?"));
    assert_eq!(location(&story.browser.post(&format!("{one}/delete"), &[]).await), "/webhooks?did=webhook-deleted");
    assert_eq!(story.browser.get(&one).await.status, 404);
    // Who did it is written down, and no secret is.
    let ada = "actor = (select id::text from users where email = 'ada@mail.example')";
    for (event, times) in [("added", 1), ("paused", 1), ("resumed", 1), ("rotated", 2), ("deleted", 1)] {
        let noted = story.numbers_of(&format!("audit_log where event = 'webhook.{event}' and {ada}")).await;
        assert_eq!(noted, times, "{event}");
    }
    let said = story.page("/settings/audit?event=webhook.rotated").await + story.server.said().as_str();
    assert!(![secret, second, third].iter().any(|secret| said.contains(secret)), "{said}");
}

#[tokio::test]
async fn a_webhook_of_hints_is_followed_up_and_linkedins_secret_is_not_told_back() {
    let mut story = Story::begin().await;
    story
        .run("insert into linkedin_connections (name, type) values ('Our page', 'company_page'), ('Our runs', 'apify')")
        .await;
    let asked = story.page("/webhooks/new").await;
    let choice = |name: &str| -> String {
        let before = asked.split_once(&format!("\">{name}</option>")).unwrap_or_else(|| panic!("{name}: {asked}")).0;
        before.rsplit_once("value=\"").unwrap().1.to_owned()
    };
    let (apify, linkedin) = (choice("Our runs"), choice("Our page"));
    let runs = [("name", "runs"), ("kind", "apify"), ("apify", &*apify), ("page", &*linkedin), ("secret", "")];
    let made = story.browser.post("/webhooks", &runs).await;
    let told = once_in(body(&made)).expect("the headers template is shown");
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(told["x-rapport-secret"].as_str().is_some_and(|secret| secret.len() > 24), "{told}");
    let canary = "canary-client-secret";
    let feed = [("name", "feed"), ("kind", "linkedin"), ("apify", &*apify), ("page", &*linkedin), ("secret", canary)];
    let made = story.browser.post("/webhooks", &feed).await;
    assert!(made.status == 200 && once_in(body(&made)).is_none() && !body(&made).contains(canary), "{}", made.whole);
    let one = format!("/webhooks/{}", story.source("feed").await);
    assert!(story.page(&one).await.contains("followed up with <a href=\"/connections/"));
    let wrong = story.browser.post(&format!("{one}/secret"), &[("secret", "short")]).await;
    assert!(wrong.status == 422 && body(&wrong).contains("no client secret"), "{}", wrong.whole);
    let renewed = story.browser.post(&format!("{one}/secret"), &[("secret", "canary-client-secret-2")]).await;
    assert_eq!(location(&renewed), format!("{one}?did=webhook-secret"));
    assert!(!(story.page(&one).await + story.server.said().as_str()).contains("canary"));
}

#[tokio::test]
async fn who_may_read_changes_no_webhook_and_clients_and_other_teams_see_none() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let made = "insert into webhook_sources (tenant_id, name, kind) select id, 'canary-hook', 'generic' from tenants where slug = $1 returning id::text";
    let mut ids: Vec<String> = Vec::new();
    for slug in ["second", "default"] {
        ids.push(story.owner.query_one(made, &[&slug]).await.unwrap().get(0));
    }
    let of = |id: &str| {
        (
            ["", "/delete"].map(|end| format!("/webhooks/{id}{end}")),
            ["/active", "/secret", "/delete"].map(|end| format!("/webhooks/{id}{end}")),
        )
    };
    let fields = [("name", "taken"), ("kind", "generic"), ("active", "no")];
    let ((get, post), (absent_get, absent_post)) = (of(&ids[0]), of("00000000-0000-4000-8000-0000000000ff"));
    for (path, absent) in get.iter().zip(&absent_get) {
        let (reply, nothing) = (story.browser.get(path).await, story.browser.get(absent).await);
        assert_eq!((reply.status, body(&reply)), (404, body(&nothing)), "{path}");
    }
    for (path, absent) in post.iter().zip(&absent_post) {
        let (reply, nothing) = (story.browser.post(path, &fields).await, story.browser.post(absent, &fields).await);
        assert_eq!((reply.status, body(&reply)), (404, body(&nothing)), "{path}");
    }
    assert_eq!(story.page("/webhooks").await.matches("canary-hook</a>").count(), 1, "ours");
    let mut viewer = story.sign_in("eva@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("kim@mail.example", &["--role", "client"]).await;
    let (get, post) = of(&ids[1]);
    let forms = page(&mut viewer, &get[0]).await.matches("method=\"post\"").count();
    let plain = page(&mut viewer, "/connections").await.matches("method=\"post\"").count();
    assert_eq!(forms, plain, "what stands around every page, and nothing else");
    assert!(!page(&mut viewer, "/webhooks").await.contains("/webhooks/new"));
    for path in ["/webhooks/new", &get[1]] {
        assert_eq!(viewer.get(path).await.status, 403, "{path}");
    }
    for path in post.iter().map(String::as_str).chain(["/webhooks"]) {
        assert_eq!(viewer.post(path, &fields).await.status, 403, "{path}");
        assert_eq!(client.post(path, &fields).await.status, 403, "{path}");
    }
    for path in get.iter().map(String::as_str).chain(["/webhooks", "/webhooks/new"]) {
        assert_eq!(client.get(path).await.status, 403, "{path}");
    }
    assert_eq!(story.numbers_of("webhook_sources where is_active").await, 2);
}
