//! The pages of endpoints: added with a secret that is shown once, tried, changed, and closed to those whom they do not concern.

use super::{Story, body, connections::location, page};
use crate::{
    endpoints::receiver::{Receiver, Reply},
    support::{
        app::TestApp,
        server::{Server, rapport},
    },
};

impl Story {
    /// A server with a worker that may call this receiver.
    async fn beside(receiver: &Receiver) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let mut command = rapport(&app.url(), &["serve", "--bind", "127.0.0.1:0"]);
        command.env("RAPPORT_ENDPOINT_ORIGINS", receiver.origin());
        let server = Server::spawn(command);
        Self::with(app, owner, server).await
    }
}

/// The secret that a page shows.
fn secret_in(page: &str) -> Option<&str> {
    page.split_once("<code>whsec_").map(|(_, rest)| rest.split_once("</code>").unwrap().0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_endpoint_is_added_tried_paused_and_deleted_in_pages() {
    let receiver = Receiver::start().await;
    let mut story = Story::beside(&receiver).await;
    let empty = story.page("/endpoints").await;
    assert!(empty.contains("Nobody is told yet") && empty.contains("href=\"/endpoints/new\""), "{empty}");
    let url = receiver.url();
    // What is wrong comes back as it was typed.
    for (fields, words) in [
        (vec![("name", "C<R>M"), ("url", "https://127.0.0.1/<b>"), ("which", "all")], "This address cannot be called"),
        (vec![("name", "C<R>M"), ("url", &url), ("which", "some")], "Choose what it is told of"),
        (vec![("name", ""), ("url", &url), ("which", "all")], "A name is needed"),
    ] {
        let reply = story.browser.post("/endpoints", &fields).await;
        let page = body(&reply);
        assert!(reply.status == 422 && page.contains(words), "{words}: {page}");
        assert!(!page.contains("<b>") && !page.contains("<R>"), "{page}");
    }
    assert_eq!(story.numbers_of("webhook_endpoints").await, 0);
    let fields =
        [("name", "CRM"), ("url", &*url), ("which", "some"), ("event", "person.entered"), ("event", "job.failed")];
    let made = story.browser.post("/endpoints", &fields).await;
    let secret = secret_in(body(&made)).expect("the secret is shown").to_owned();
    let id: String = story.owner.query_one("select id::text from webhook_endpoints", &[]).await.unwrap().get(0);
    let one = format!("/endpoints/{id}");
    let shown = story.page(&one).await;
    assert!(secret_in(&shown).is_none() && shown.contains(">Active</span>"), "once: {shown}");
    assert!(
        shown.contains("value=\"person.entered\" checked") && !shown.contains("value=\"person.left\" checked"),
        "{shown}"
    );
    let list = story.page("/endpoints").await;
    assert!(list.contains("person.entered, job.failed") && list.contains(">CRM</a>"), "{list}");
    let again = story.browser.post("/endpoints", &fields).await;
    assert!(again.status == 409 && body(&again).contains("exists already"), "{}", again.whole);
    // A test, followed until it is over.
    receiver.will_answer([Reply::Words(500, "x: y", "not <now>".to_owned())]);
    assert_eq!(location(&story.browser.post(&format!("{one}/test"), &[]).await), one);
    let shown = story.browser.watch(&one, |page| !page.contains("A test is on its way")).await;
    assert!(shown.contains(">Failing</span>") && shown.contains("It answered 500. Again "), "{shown}");
    let delivery = shown.split_once(&format!("{one}/deliveries/")).unwrap().1.split_once('"').unwrap().0;
    let delivery = format!("{one}/deliveries/{delivery}");
    let shown = story.page(&delivery).await;
    assert!(shown.contains("not &#60;now&#62;") && shown.contains("&#34;endpoint.test&#34;"), "{shown}");
    assert_eq!(
        location(&story.browser.post(&format!("{delivery}/replay"), &[]).await),
        format!("{one}?did=endpoint-replayed")
    );
    receiver.hears(2).await;
    // Paused, resumed, changed, another secret, deleted.
    assert_eq!(
        location(&story.browser.post(&format!("{one}/active"), &[("active", "no")]).await),
        format!("{one}?did=endpoint-paused")
    );
    let paused = story.page(&one).await;
    assert!(paused.contains(">Paused</span>") && !paused.contains("Send a test"), "{paused}");
    location(&story.browser.post(&format!("{one}/active"), &[("active", "yes")]).await);
    let changed = [("name", "Warehouse"), ("url", &*url), ("which", "all"), ("event", "person.left")];
    assert_eq!(location(&story.browser.post(&one, &changed).await), format!("{one}?did=endpoint-changed"));
    assert_eq!(story.numbers_of("webhook_endpoints where events = '{}' and name = 'Warehouse'").await, 1);
    let wrong = story.browser.post(&one, &[("name", "Other"), ("url", "http://x.example/"), ("which", "all")]).await;
    assert!(wrong.status == 422 && body(&wrong).contains("value=\"Other\""), "{}", wrong.whole);
    let rotated = story.browser.post(&format!("{one}/secret"), &[]).await;
    let new = secret_in(body(&rotated)).expect("another secret is shown").to_owned();
    assert!(new != secret && body(&rotated).contains("signs as well until"), "{}", rotated.whole);
    assert!(story.page(&format!("{one}/delete")).await.contains("Delete Warehouse?"));
    assert_eq!(location(&story.browser.post(&format!("{one}/delete"), &[]).await), "/endpoints?did=endpoint-deleted");
    assert_eq!(story.browser.get(&one).await.status, 404);
    // Who did it is written down.
    let ada = "actor = (select id::text from users where email = 'ada@mail.example')";
    for (event, times) in [("added", 1), ("paused", 1), ("resumed", 1), ("changed", 1), ("rotated", 1), ("deleted", 1)]
    {
        let noted = story.numbers_of(&format!("audit_log where event = 'endpoint.{event}' and {ada}")).await;
        assert_eq!(noted, times, "{event}");
    }
    let audit = story.page("/settings/audit?event=endpoint.rotated").await;
    let said = audit + story.server.said().as_str();
    assert!(!said.contains(&secret) && !said.contains(&new), "{said}");
}

#[tokio::test]
async fn who_may_read_changes_no_endpoint_and_clients_and_other_teams_see_none() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let made = "with e as (insert into webhook_endpoints (tenant_id, name, url, trouble) select id, 'canary-endpoint', 'https://canary.example/', 'canary-trouble' from tenants where slug = $1 returning *),
        d as (insert into webhook_deliveries (tenant_id, endpoint_id, event, facts, state, ended_at, error, response_start)
          select tenant_id, id, 'endpoint.test', '{\"a\": \"canary-fact\"}', 'dead', now(), 'canary-problem', 'canary-answer' from e returning *)
        select endpoint_id::text, id::text from d";
    let mut ids = Vec::new();
    for slug in ["second", "default"] {
        let row = story.owner.query_one(made, &[&slug]).await.unwrap();
        ids.push((row.get::<_, String>(0), row.get::<_, String>(1)));
    }
    let none = "00000000-0000-4000-8000-0000000000ff".to_owned();
    let of = |(e, d): &(String, String)| {
        let get = ["", "/delete"].map(|end| format!("/endpoints/{e}{end}"));
        let get: Vec<String> = get.into_iter().chain([format!("/endpoints/{e}/deliveries/{d}")]).collect();
        let post = ["", "/test", "/active", "/secret", "/delete"].map(|end| format!("/endpoints/{e}{end}"));
        let post: Vec<String> = post.into_iter().chain([format!("/endpoints/{e}/deliveries/{d}/replay")]).collect();
        (get, post)
    };
    let fields = [("name", "Taken"), ("url", "https://taken.example/"), ("which", "all"), ("active", "yes")];
    let ((get, post), (absent_get, absent_post)) = (of(&ids[0]), of(&(none.clone(), none.clone())));
    for (path, absent) in get.iter().zip(&absent_get) {
        let (reply, nothing) = (story.browser.get(path).await, story.browser.get(absent).await);
        assert_eq!((reply.status, body(&reply)), (404, body(&nothing)), "{path}");
    }
    for (path, absent) in post.iter().zip(&absent_post) {
        let (reply, nothing) = (story.browser.post(path, &fields).await, story.browser.post(absent, &fields).await);
        assert_eq!((reply.status, body(&reply)), (404, body(&nothing)), "{path}");
    }
    // Their delivery is none of our endpoint's either.
    let mixed = format!("/endpoints/{}/deliveries/{}", ids[1].0, ids[0].1);
    assert_eq!(story.browser.get(&mixed).await.status, 404);
    assert_eq!(story.browser.post(&format!("{mixed}/replay"), &[]).await.status, 404);
    assert_eq!(story.page("/endpoints").await.matches("canary-endpoint").count(), 1, "ours");
    // A viewer reads, and is offered and allowed nothing else; a client sees nothing at all.
    let mut viewer = story.sign_in("eva@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("kim@mail.example", &["--role", "client"]).await;
    let (get, post) = of(&ids[1]);
    let shown = page(&mut viewer, &get[0]).await;
    let forms = shown.matches("method=\"post\"").count();
    let plain = page(&mut viewer, "/connections").await.matches("method=\"post\"").count();
    assert_eq!(forms, plain, "what stands around every page, and nothing else: {shown}");
    assert!(!page(&mut viewer, "/endpoints").await.contains("/endpoints/new"));
    for path in ["/endpoints/new".to_owned(), get[1].clone()] {
        assert_eq!(viewer.get(&path).await.status, 403, "{path}");
    }
    for path in post.iter().chain([&"/endpoints".to_owned()]) {
        assert_eq!(viewer.post(path, &fields).await.status, 403, "{path}");
        assert_eq!(client.post(path, &fields).await.status, 403, "{path}");
    }
    for path in get.iter().chain([&"/endpoints".to_owned()]) {
        assert_eq!(client.get(path).await.status, 403, "{path}");
    }
    assert_eq!(story.numbers_of("webhook_endpoints where name = 'canary-endpoint' and trouble is not null").await, 2);
}
