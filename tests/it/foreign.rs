//! What another site has a browser send, to every route by which a page changes anything.

use std::collections::BTreeSet;

use crate::{
    support::{
        app::{TestApp, rows},
        browser::Browser,
        process::heard,
        routes::{self, Route},
        server::{Server, rapport},
    },
    webhooks::stand::Reply,
};

/// What a form says that another site has a browser send, in every way that a form can be sent.
const FORM: &str = "application/x-www-form-urlencoded";
const KINDS: [(&str, &str); 4] = [
    (FORM, "name=Taken&active=no&act=import&email=ada%40mail.example&role=owner&confirm=yes"),
    ("text/plain", "name=Taken\r\n"),
    (
        "multipart/form-data; boundary=x",
        "--x\r\ncontent-disposition: form-data; name=\"name\"\r\n\r\nTaken\r\n--x--\r\n",
    ),
    ("application/octet-stream", "Taken"),
];

/// What is written down of the attempts themselves, and when a session was used.
const BUT: [&str; 3] = ["audit_log", "guess_limits", "sessions"];

/// What a browser says of where it was; nothing at all is what no browser of today says.
const FOREIGN: [&[(&str, &str)]; 7] = [
    &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[],
];

/// Sends this as it is, with the cookies of whoever is signed in, and nothing of where it comes from.
async fn send(browser: &Browser, route: &Route, headers: &[(&str, &str)], (kind, body): (&str, &str)) -> Reply {
    let mut browser = browser.clone();
    browser.headers.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let request = browser.request(&route.method, &route.place(), Some((kind, body)));
    crate::webhooks::stand::send(browser.server, request.as_bytes()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s2_no_route_of_the_pages_is_moved_by_a_form_of_another_site() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let server = Server::start(&app.url(), &["--no-worker"]);
    let say = |args: &[&str]| String::from_utf8(heard(rapport(&app.url(), args).output().unwrap()).stdout).unwrap();
    say(&["user", "add", "ada@mail.example", "--role", "owner"]);
    let link = say(&["user", "link", "ada@mail.example", "--sign-in"]);
    let mut ada = Browser::new(server.address);
    ada.post("/link", &[("token", link.trim().split_once("/link?token=").unwrap().1)]).await;
    assert!(ada.is_in().await);
    owner
        .batch_execute(
            "insert into companies (id, name, name_key) values (901, 'Nordlicht GmbH', 'x');
             insert into persons (id, name) values (901, 'Ada Example');
             insert into campaigns (id, name) values (901, 'Spring');
             insert into personas (id, name, criteria) values ('00000000-0000-4000-8000-000000000901', 'Deciders', '{}')",
        )
        .await
        .unwrap();
    let unsafe_routes: BTreeSet<Route> =
        routes::of("web").into_iter().filter(|route| !["GET", "HEAD"].contains(&route.method.as_str())).collect();
    // A form sends by POST alone; what else a page's script may send, another site's may try.
    assert!(unsafe_routes.len() > 80 && unsafe_routes.iter().any(|route| route.method == "PUT"), "{unsafe_routes:?}");
    let before = rows(&owner, &BUT).await;
    for route in &unsafe_routes {
        for headers in FOREIGN {
            let reply = send(&ada, route, headers, KINDS[0]).await;
            assert_eq!(reply.status, 403, "{route:?} {headers:?}: {}", reply.whole);
            assert!(reply.cookies().is_empty(), "{route:?} {headers:?}");
        }
        for kind in KINDS {
            let reply = send(&ada, route, FOREIGN[0], kind).await;
            assert_eq!(reply.status, 403, "{route:?} {kind:?}: {}", reply.whole);
        }
    }
    assert_eq!(rows(&owner, &BUT).await, before, "something was written");
    assert!(ada.is_in().await);
    // The same of our own pages is heard, whatever comes of it: it is where it came from that was refused.
    for route in &unsafe_routes {
        let reply = send(&ada, route, &[("sec-fetch-site", "same-origin")], (FORM, "")).await;
        assert!(reply.status != 405 && !reply.whole.contains("was not sent by one of our own pages"), "{route:?}");
        if ["/sign-out", "/account/sign-out-everywhere"].contains(&route.path.as_str()) {
            let link = say(&["user", "link", "ada@mail.example", "--sign-in"]);
            ada.post("/link", &[("token", link.trim().split_once("/link?token=").unwrap().1)]).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s2_a_page_that_is_only_looked_at_writes_nothing_of_a_tenants() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let server = Server::start(&app.url(), &["--no-worker"]);
    let say = |args: &[&str]| String::from_utf8(heard(rapport(&app.url(), args).output().unwrap()).stdout).unwrap();
    say(&["user", "add", "ada@mail.example", "--role", "owner"]);
    let link = say(&["user", "link", "ada@mail.example", "--sign-in"]);
    let mut ada = Browser::new(server.address);
    ada.post("/link", &[("token", link.trim().split_once("/link?token=").unwrap().1)]).await;
    owner.batch_execute(crate::support::story::PEOPLE).await.unwrap();
    let before = rows(&owner, &BUT).await;
    let looked_at: BTreeSet<Route> = routes::of("web").into_iter().filter(|route| route.method == "GET").collect();
    assert!(looked_at.len() > 80, "{looked_at:?}");
    for route in &looked_at {
        // The stream of events has no end.
        if route.path == "/live" {
            continue;
        }
        let path = route.place();
        let reply = ada.clone().saying("sec-fetch-site", "cross-site").get(&path).await;
        assert!(reply.status < 500 && reply.status != 405, "{path}: {}", reply.whole);
    }
    assert_eq!(rows(&owner, &BUT).await, before, "looking at a page has written something");
}
