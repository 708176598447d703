//! Signing in by a service that knows the team's people, and everything that it may get wrong.

use std::collections::BTreeMap;

use rapport::simulators::oidc::{CLIENT_ID, CLIENT_SECRET, Fault, Oidc, Person};
use tokio_postgres::Client;
use url::Url;

use crate::support::{
    app::TestApp,
    browser::{Browser, sent_on},
    process::heard,
    server::{Server, rapport},
};
use crate::webhooks::stand::Reply;

const SITE: &str = "https://rapport.company.example";

/// A server with an owner, and the service that knows her.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
    service: Oidc,
}

fn person(subject: &str, email: &str) -> Person {
    Person { subject: subject.to_owned(), email: email.to_owned(), is_verified: true }
}

fn serve(app: &TestApp, issuer: &str, more: &[&str]) -> Server {
    let mut command = rapport(&app.url(), &[&["serve", "--bind", "127.0.0.1:0", "--no-worker"], more].concat());
    command.env("RAPPORT_OIDC_ISSUER", issuer).env("RAPPORT_OIDC_CLIENT_ID", CLIENT_ID).env("RAPPORT_URL", SITE);
    command.env("RAPPORT_OIDC_CLIENT_SECRET", CLIENT_SECRET).env("RAPPORT_OIDC_NAME", "<b>Company");
    Server::spawn(command)
}

#[track_caller]
fn say(app: &TestApp, args: &[&str]) -> String {
    let output = heard(rapport(&app.url(), args).output().unwrap());
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        say(&app, &["user", "add", "ada@mail.example", "--role", "owner"]);
        let service = Oidc::start(0, person("ada-4711", "Ada@Mail.example")).unwrap();
        let server = serve(&app, &service.url(), &[]);
        Self { app, owner, server, service }
    }

    fn browser(&self) -> Browser {
        Browser::new(self.server.address)
    }

    async fn number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    /// Goes to the service and comes back; what the server says then.
    async fn sign_in(&self, browser: &mut Browser, next: &str) -> Reply {
        let back = self.to_service(browser, next).await;
        browser.get(&back).await
    }

    /// Goes to the service, which sends the browser back to this path.
    async fn to_service(&self, browser: &mut Browser, next: &str) -> String {
        let reply = browser.get(&format!("/sign-in/service?next={next}")).await;
        assert_eq!(reply.status, 303, "{}", reply.whole);
        consent(reply.header("location").unwrap()).await
    }
}

/// Consents at the service; where it sends the browser then.
async fn consent(place: &str) -> String {
    let place = sent_on(place).await;
    place.strip_prefix(SITE).unwrap_or_else(|| panic!("{place}")).to_owned()
}

fn query(path: &str) -> BTreeMap<String, String> {
    Url::parse(&format!("http://x{path}")).unwrap().query_pairs().into_owned().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn s18_whoever_was_let_in_signs_in_by_the_service_and_nobody_else_does() {
    let story = Story::begin().await;
    let mut ada = story.browser();
    let page = ada.get("/sign-in?next=/campaigns").await.whole;
    assert!(page.contains("Sign in with &#60;b&#62;Company") && page.contains("/sign-in/service?next="), "{page}");
    let reply = story.sign_in(&mut ada, "/campaigns?status=active").await;
    assert_eq!((reply.status, reply.header("location")), (303, Some("/campaigns?status=active")), "{}", reply.whole);
    assert!(ada.get("/account").await.whole.contains("owner of Default"));
    assert!(!ada.cookies.keys().any(|name| name.contains("attempt")), "an attempt is over with its answer");
    let bound = "select count(*) from user_identities where subject = 'ada-4711'";
    assert_eq!(story.number(bound).await, 1);
    let by = "select count(*) from audit_log where event = 'user.signed_in' and details ->> 'by' = 'sign-in service' or event = 'user.identity_bound'";
    assert_eq!(story.number(by).await, 2);
    assert!(ada.get("/settings/members").await.whole.contains("state good\">Active"));

    // From then on she is who she is there, whatever her address becomes, verified or not.
    story.service.set_person(Person { is_verified: false, ..person("ada-4711", "elsewhere@mail.example") });
    assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 303);
    // Whoever has her address now is somebody else.
    story.service.set_person(person("mallory-1", "ada@mail.example"));
    let reply = story.sign_in(&mut story.browser(), "/").await;
    assert!(reply.status == 403 && reply.whole.contains("Ask an owner"), "{}", reply.whole);
    // A stranger is none of ours, nor is somebody whose address nobody has verified.
    story.service.set_person(person("zoe-1", "zoe@mail.example"));
    let mut zoe = story.browser();
    let reply = story.sign_in(&mut zoe, "/").await;
    assert!(reply.status == 403 && !zoe.is_in().await, "{}", reply.whole);
    assert_eq!(story.number("select count(*) from users").await, 1, "nobody signs up");
    say(&story.app, &["user", "add", "eva@mail.example", "--role", "viewer"]);
    story.service.set_person(Person { is_verified: false, ..person("eva-1", "eva@mail.example") });
    let reply = story.sign_in(&mut story.browser(), "/").await;
    assert!(reply.status == 403 && reply.whole.contains("has not made sure"), "{}", reply.whole);
    assert_eq!(story.number("select count(*) from user_identities").await, 1);
    story.service.set_person(person("eva-1", "eva@mail.example"));
    let mut eva = story.browser();
    assert_eq!(story.sign_in(&mut eva, "/").await.status, 303);
    // Who is disabled or sent away signs in by no way.
    say(&story.app, &["user", "disable", "eva@mail.example"]);
    assert!(!eva.is_in().await);
    assert_eq!(story.sign_in(&mut eva, "/").await.status, 403);
    say(&story.app, &["user", "enable", "eva@mail.example"]);
    say(&story.app, &["user", "remove", "eva@mail.example"]);
    assert_eq!(story.sign_in(&mut eva, "/").await.status, 403);
    // Forgotten as who she was, she is bound anew.
    say(&story.app, &["user", "unbind", "ada@mail.example"]);
    story.service.set_person(person("ada-new", "ada@mail.example"));
    assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 303);

    // Whoever denies it is told so, and nobody is sent to another site.
    for next in ["//evil.example", "https://evil.example", "/sign-out"] {
        let reply = story.sign_in(&mut story.browser(), next).await;
        assert_eq!(reply.header("location"), Some("/"), "{next}");
    }
    story.service.set_denies(true);
    let reply = story.sign_in(&mut story.browser(), "/").await;
    assert!(reply.status == 401 && reply.whole.contains("has not signed you in"), "{}", reply.whole);
    let (_, said) = story.server.stop();
    assert!(!said.contains(CLIENT_SECRET), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn s18_what_the_service_gets_wrong_signs_nobody_in() {
    let story = Story::begin().await;
    for fault in Fault::ALL {
        story.service.set_fault(Some(fault));
        let mut browser = story.browser();
        let reply = story.sign_in(&mut browser, "/").await;
        assert_eq!(reply.status, 502, "{fault:?}: {}", reply.whole);
        assert!(!browser.is_in().await && !browser.cookies.keys().any(|name| name.contains("session")), "{fault:?}");
    }
    assert_eq!(story.number("select count(*) from sessions").await, 0);
    assert_eq!(story.number("select count(*) from user_identities").await, 0);
    // A key that it changes is asked for once.
    story.service.set_fault(None);
    assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 303);
    let before = story.service.key_calls();
    story.service.rotate().unwrap();
    for _ in 0..3 {
        assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 303);
    }
    assert_eq!(story.service.key_calls(), before + 1);
    // One that is away costs nobody else anything.
    let Story { app, server, service, .. } = story;
    drop(service);
    let mut browser = Browser::new(server.address);
    let reply = browser.get("/sign-in/service").await;
    assert!(reply.status == 303 || reply.status == 502, "{}", reply.whole);
    assert_eq!(browser.get("/sign-in").await.status, 200);
    let other = serve(&app, "http://127.0.0.1:1", &[]);
    let reply = Browser::new(other.address).get("/sign-in/service").await;
    assert!(reply.status == 502 && reply.whole.contains("could not be asked"), "{}", reply.whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn s18_an_answer_is_taken_from_the_browser_that_asked_once() {
    let story = Story::begin().await;
    let refused = |reply: &Reply| {
        assert!(reply.status == 400 && reply.whole.contains("has not asked for that"), "{}", reply.whole);
    };
    // Somebody signs in at the service as themselves, and has another browser come back with it.
    let mut mallory = story.browser();
    let back = story.to_service(&mut mallory, "/").await;
    let mut victim = story.browser();
    refused(&victim.get(&back).await);
    // Also where that one has asked for something of its own.
    story.to_service(&mut victim, "/").await;
    refused(&victim.get(&back).await);
    assert!(!victim.is_in().await);
    // Without a state, or with another.
    for change in ["state=", "state=AAAA"] {
        let mut browser = story.browser();
        let back = story.to_service(&mut browser, "/").await;
        let (path, _) = back.split_once('?').unwrap();
        let code = &query(&back)["code"];
        refused(&browser.get(&format!("{path}?code={code}&{change}")).await);
    }
    // A code is good once, and for the attempt for which it was given.
    let mut browser = story.browser();
    let back = story.to_service(&mut browser, "/").await;
    let mut copy = browser.clone();
    assert_eq!(browser.get(&back).await.status, 303);
    let again = copy.get(&back).await;
    assert!(again.status == 502 && !copy.is_in().await, "{}", again.whole);
    let (mut one, mut other) = (story.browser(), story.browser());
    let (back_of_one, back_of_other) = (story.to_service(&mut one, "/").await, story.to_service(&mut other, "/").await);
    let (code, state) = (&query(&back_of_other)["code"], &query(&back_of_one)["state"]);
    let mixed = one.get(&format!("/sign-in/service/back?code={code}&state={state}")).await;
    assert!(mixed.status == 502 && !one.is_in().await, "the verifier is another: {}", mixed.whole);

    // Where others read along nobody is sent anywhere; and by TLS the cookie is one that no other host can set.
    let server = serve(&story.app, &story.service.url(), &["--trusted-proxies", "127.0.0.1"]);
    let far = Browser::new(server.address).saying("x-forwarded-for", "203.0.113.9").get("/sign-in/service").await;
    assert!(far.status == 403 && far.cookies().is_empty(), "{}", far.whole);
    let mut safe =
        Browser::new(server.address).saying("x-forwarded-for", "203.0.113.9").saying("x-forwarded-proto", "https");
    let reply = safe.get("/sign-in/service").await;
    let cookie = reply.cookies()[0].to_owned();
    assert!(cookie.starts_with("__Host-rapport-attempt=") && cookie.contains("; Secure"), "{cookie}");
    assert!(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.contains("Max-Age=600"), "{cookie}");
    let back = consent(reply.header("location").unwrap()).await;
    assert_eq!(safe.get(&back).await.status, 303);
    // Half of the settings are none, and where there are none there is no such way.
    let mut command = rapport(&story.app.url(), &["serve", "--bind", "127.0.0.1:0"]);
    let output = heard(command.env("RAPPORT_OIDC_ISSUER", "https://id.example").output().unwrap());
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && err.contains("RAPPORT_OIDC_CLIENT_ID"), "{err}");
    let plain = Server::start(&story.app.url(), &["--no-worker"]);
    for path in ["/sign-in/service", "/sign-in/service/back?code=1&state=2"] {
        assert_eq!(Browser::new(plain.address).get(path).await.status, 404, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s11_whoever_the_service_knows_and_is_refused_is_written_down_where_it_concerns_somebody() {
    let story = Story::begin().await;
    assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 303);
    say(&story.app, &["user", "add", "eva@mail.example", "--role", "viewer"]);
    story.service.set_person(person("eva-1", "eva@mail.example"));
    assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 303);
    say(&story.app, &["user", "disable", "eva@mail.example"]);
    let read = "select coalesce(string_agg(concat_ws(' ', a.actor, u.email, a.details ->> 'why', a.details ->> 'address'), ', ' order by a.id), '')
        from audit_log a left join users u on u.id::text = a.subject where a.event = 'user.service_refused'";
    let told = async || -> String { story.owner.query_one(read, &[]).await.unwrap().get(0) };
    let refuse = async |who: &Person| {
        story.service.set_person(who.clone());
        assert_eq!(story.sign_in(&mut story.browser(), "/").await.status, 403);
    };
    // Strangers are nobody's business, nor is whose address nobody has verified.
    refuse(&person("zoe-1", "zoe@mail.example")).await;
    refuse(&Person { is_verified: false, ..person("mallory-1", "ada@mail.example") }).await;
    let taken = "nobody ada@mail.example somebody else at the service 127.0.0.1";
    while told().await.is_empty() {
        refuse(&person("mallory-1", "Ada@mail.example")).await;
    }
    assert_eq!(told().await, taken);
    let both = format!("{taken}, nobody eva@mail.example disabled 127.0.0.1");
    while told().await == taken {
        refuse(&person("eva-1", "elsewhere@mail.example")).await;
    }
    for _ in 0..3 {
        refuse(&person("eva-1", "eva@mail.example")).await;
        refuse(&person("mallory-1", "ada@mail.example")).await;
    }
    assert_eq!(told().await, both, "once an hour");
    assert!(!say(&story.app, &["audit", "--event", "user.service_refused"]).is_empty());
}
