//! A consent at LinkedIn that is asked for in a page: whose answer counts, when, and how often.

use rapport::simulators::linkedin::{CLIENT_ID, CLIENT_SECRET, Change, Consent};
use url::Url;

use super::{
    Story, body,
    connections::{checked, location, path},
};
use crate::{
    linkedin::stand::{parameter, with},
    support::{
        browser::{Browser, sent_on},
        server::{Server, rapport},
        services::{Services, must_tell_nothing},
    },
};

pub(super) const BACK: &str = "/connections/consent";

/// What somebody types who asks for the consent of a page.
const TYPED: [(&str, &str); 5] = [
    ("name", "Our \"page\""),
    ("type", "company_page"),
    ("client_id", CLIENT_ID),
    ("client_secret", CLIENT_SECRET),
    ("limit", "77"),
];

/// A server beside LinkedIn, which knows where it is.
async fn begin(services: &Services) -> Story {
    let story = Story::begin_beside(services).await;
    services.linkedin.add_redirect(&format!("http://{}{BACK}", story.server.address));
    story
}

/// Asks for a consent; where the browser is sent.
async fn ask(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Url {
    location(&browser.post(path, fields).await).parse().unwrap()
}

/// The same, and what LinkedIn sends it back with.
pub(super) async fn answer(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let asked = ask(browser, path, fields).await;
    here(&sent_on(asked.as_str()).await)
}

/// The path of an address, with its query.
fn here(address: &str) -> String {
    let url: Url = address.parse().unwrap();
    format!("{}?{}", url.path(), url.query().unwrap())
}

/// The path with another value for one of the parameters.
fn altered(path: &str, name: &str, value: &str) -> String {
    here(with(&format!("http://x{path}").parse().unwrap(), name, value).as_str())
}

impl Story {
    async fn noted(&self, event: &str) -> i64 {
        self.numbers_of(&format!("audit_log where event = 'connection.{event}' and actor <> 'nobody'")).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s25_a_consent_makes_a_connection_is_given_again_and_tells_nothing() {
    let services = Services::start();
    let mut story = begin(&services).await;
    let form = story.page("/connections/new?kind=consent").await;
    assert!(form.contains(&format!("<code>http://{}{BACK}</code>", story.server.address)), "{form}");
    let policy = story.browser.get("/connections/new?kind=consent").await;
    let policy = policy.header("content-security-policy").unwrap().to_owned();
    assert!(policy.contains(&format!("form-action 'self' {};", services.linkedin.url())), "{policy}");
    let policy = story.browser.get("/connections/new?kind=linkedin").await;
    assert!(policy.header("content-security-policy").unwrap().contains("form-action 'self';"), "no other page may");

    let reply = story.browser.post(BACK, &TYPED).await;
    let asked: Url = location(&reply).parse().unwrap();
    let mut said = reply.whole;
    assert_eq!(parameter(&asked, "scope"), "openid profile r_organization_social rw_organization_admin");
    let state = parameter(&asked, "state");
    for secret in [state.as_str(), CLIENT_SECRET, CLIENT_ID] {
        let plain = format!("position('{secret}'::bytea in sealed_question || state_hash) > 0");
        assert_eq!(story.numbers_of(&format!("consents where {plain}")).await, 0, "{secret}");
    }
    let place = location(&story.browser.get(&here(&sent_on(asked.as_str()).await)).await);
    assert!(place.ends_with("?did=consented"), "{place}");
    said += &story.page(&place).await;
    let one = path(&place);
    let shown = checked(&mut story.browser, &one).await;
    assert!(shown.contains("\">Valid</span></div>") && shown.contains(" of 77"), "{shown}");
    assert_eq!((story.noted("consent_asked").await, story.noted("consented").await), (1, 1));
    assert_eq!(story.numbers_of("consents").await, 0);
    assert_eq!(services.linkedin.calls()["oauth.token"], 1);

    // LinkedIn takes it back, and it is given again without a word about the app.
    services.linkedin.change_tokens(&Change::Revoke);
    location(&story.browser.post(&format!("{one}/check"), &[]).await);
    assert!(checked(&mut story.browser, &one).await.contains("\">Revoked</span></div>"));
    assert!(story.page(&one).await.contains(&format!("href=\"{one}/credentials?kind=consent\"")));
    let form = story.page(&format!("{one}/credentials?kind=consent")).await;
    assert!(form.contains(&format!("action=\"{one}/consent\"")) && !form.contains("access_token"), "{form}");
    let back = answer(&mut story.browser, &format!("{one}/consent"), &[]).await;
    assert_eq!(path(&location(&story.browser.get(&back).await)), one);
    let shown = checked(&mut story.browser, &one).await;
    assert!(shown.contains("\">Valid</span></div>"), "{shown}");
    said += &shown;
    assert_eq!(story.numbers_of("linkedin_connections").await, 1);
    // Ads ask for what ads need.
    let ads = [&[("name", "Ads"), ("type", "campaign_manager")], &TYPED[2..]].concat();
    let asked = ask(&mut story.browser, BACK, &ads).await;
    assert_eq!(parameter(&asked, "scope"), "openid profile r_ads r_ads_reporting rw_dmp_segments");
    // One that lives by something else is asked for none.
    let cookies = "insert into linkedin_connections (id, name, type) values ('00000000-0000-4000-8000-000000000077', 'Me', 'personal')";
    story.run(cookies).await;
    let none = story.browser.post("/connections/00000000-0000-4000-8000-000000000077/consent", &TYPED).await;
    assert!(none.status == 409 && body(&none).contains("of type personal"), "{}", none.whole);
    said += &story.page("/connections").await;
    said += &story.page("/settings/audit").await;
    said += &story.server.said();
    must_tell_nothing(&said, &["AQV", "AQX", "AQT"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_gets_no_consent_is_told_why_and_what_to_do() {
    let services = Services::start();
    let mut story = begin(&services).await;
    let mut refused = 0;
    for (consent, words) in [
        (Consent::UserCancelledLogin, "Nobody signed in at LinkedIn; ask again."),
        (Consent::UserCancelledAuthorize, "The consent was declined at LinkedIn"),
        (Consent::AccessDenied, "The consent was declined at LinkedIn"),
        (Consent::UnauthorizedScopeError, "add the product to the app"),
    ] {
        services.linkedin.set_consent(consent);
        let back = answer(&mut story.browser, BACK, &TYPED).await;
        let reply = story.browser.get(&back).await;
        refused += 1;
        assert!(reply.status == 409 && body(&reply).contains(words), "{consent:?}: {}", reply.whole);
        // What was typed is there for the next attempt, but for the secret.
        assert!(body(&reply).contains("value=\"Our &#34;page&#34;\"") && body(&reply).contains("value=\"77\""));
        must_tell_nothing(&reply.whole, &[]);
        assert_eq!(story.noted("consent_refused").await, refused);
    }
    services.linkedin.set_consent(Consent::Allow);
    // What stands in the address is anybody's, and is not repeated.
    let asked = ask(&mut story.browser, BACK, &TYPED).await;
    let state = parameter(&asked, "state");
    let reply = story.browser.get(&format!("{BACK}?state={state}&error=%3Cb%3Ecall+4711")).await;
    assert!(reply.status == 409 && body(&reply).contains("LinkedIn sent no code; ask again"), "{}", reply.whole);
    assert!(!reply.whole.contains("4711"), "{}", reply.whole);
    assert_eq!(services.linkedin.calls().get("oauth.token"), None, "nothing was traded so far");
    // Too late, for us and for LinkedIn.
    let back = answer(&mut story.browser, BACK, &TYPED).await;
    story.run("update consents set expires_at = now()").await;
    let late = story.browser.get(&back).await;
    assert!(late.status == 409 && body(&late).contains("more than ten minutes"), "{}", late.whole);
    assert_eq!(services.linkedin.calls().get("oauth.token"), None);
    let back = answer(&mut story.browser, BACK, &TYPED).await;
    services.linkedin.change_tokens(&Change::EndCodes);
    let late = story.browser.get(&back).await;
    assert!(late.status == 409 && body(&late).contains("does not take its own code"), "{}", late.whole);
    // An app with another secret.
    let wrong = [&TYPED[..3], &[("client_secret", "another-simulated-secret")]].concat();
    let back = answer(&mut story.browser, BACK, &wrong).await;
    let reply = story.browser.get(&back).await;
    assert!(reply.status == 409 && body(&reply).contains("client id and secret"), "{}", reply.whole);
    // Less than was asked for.
    services.linkedin.withhold(Some("r_organization_social"));
    let back = answer(&mut story.browser, BACK, &TYPED).await;
    let reply = story.browser.get(&back).await;
    assert!(reply.status == 409 && body(&reply).contains("lacks r_organization_social"), "{}", reply.whole);
    assert!(body(&reply).contains("Then ask again."), "{}", reply.whole);
    services.linkedin.withhold(None);
    assert_eq!(story.numbers_of("linkedin_connections").await, 0);
    assert_eq!(story.numbers_of("consents").await, 0);
    // Nobody is sent to LinkedIn for what could not be kept.
    let before = services.linkedin.calls().get("oauth.authorization").copied();
    for (change, words) in [
        (("name", ""), "A name is needed."),
        (("limit", "0"), "A consent takes a call"),
        (("limit", "many"), "Give a whole number of calls"),
        (("client_id", "two words"), "This is no client id"),
        (("client_secret", "short"), "This is no client secret"),
        (("client_secret", ""), "The client secret is missing"),
    ] {
        let fields: Vec<_> = TYPED.iter().map(|field| if field.0 == change.0 { change } else { *field }).collect();
        let reply = story.browser.post(BACK, &fields).await;
        assert!(reply.status == 422 && body(&reply).contains(words), "{change:?}: {}", reply.whole);
        must_tell_nothing(&reply.whole, &[]);
    }
    story.run("insert into linkedin_connections (name, type) values ('OUR \"page\"', 'apify')").await;
    let taken = story.browser.post(BACK, &TYPED).await;
    assert!(taken.status == 409 && body(&taken).contains("exists already"), "{}", taken.whole);
    assert_eq!(services.linkedin.calls().get("oauth.authorization").copied(), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s25_an_answer_counts_for_the_session_that_asked_and_once() {
    let services = Services::start();
    let story = begin(&services).await;
    let strange = |reply: &crate::webhooks::stand::Reply| {
        assert!(reply.status == 422 && body(reply).contains("This browser has not asked for that"), "{}", reply.whole);
    };
    let mut ada = story.browser.clone();
    let back = answer(&mut ada, BACK, &TYPED).await;
    // Other people, other browsers of hers, other teams, and nobody at all.
    story.say(&["tenant", "add", "second", "--bare"]);
    let mut eve = story.sign_in("eve@mail.example", &["--role", "editor"]).await;
    let link = story.say(&["user", "link", "ada@mail.example", "--sign-in"]);
    let mut other_browser = Browser::new(story.server.address);
    other_browser.post("/link", &[("token", link.trim().split_once("/link?token=").unwrap().1)]).await;
    let mut other_team = story.sign_in_to("second", "zoe@mail.example", &["--role", "owner"]).await;
    for stranger in [&mut eve, &mut other_browser, &mut other_team] {
        strange(&stranger.get(&back).await);
        // Also where that one has asked for something of its own.
        let own = answer(stranger, BACK, &TYPED).await;
        strange(&stranger.get(&back).await);
        let state = parameter(&format!("http://x{own}").parse().unwrap(), "state");
        let mixed = stranger.get(&altered(&back, "state", &state)).await;
        assert!(mixed.status == 409 && body(&mixed).contains("does not take its own code"), "{}", mixed.whole);
    }
    // The trade of a code by the wrong verifier ends that code.
    assert_eq!(Browser::new(story.server.address).get(&back).await.status, 303, "nobody is asked to sign in first");
    assert_eq!(story.numbers_of("linkedin_connections").await, 0);
    strange(&ada.get(&altered(&back, "state", "AAAA")).await);
    strange(&ada.get(&format!("{BACK}?code=AQT")).await);

    // The one before is forgotten when she asks again, and hers is good once.
    let before = answer(&mut ada, BACK, &TYPED).await;
    let back = answer(&mut ada, BACK, &TYPED).await;
    strange(&ada.get(&before).await);
    let (mut one, mut other) = (ada.clone(), ada.clone());
    let trades = services.linkedin.calls()["oauth.token"];
    let (first, second) = tokio::join!(one.get(&back), other.get(&back));
    let mut both = [first.status, second.status];
    both.sort_unstable();
    assert_eq!(both, [303, 422], "{}\n{}", first.whole, second.whole);
    strange(&ada.get(&back).await);
    assert_eq!(services.linkedin.calls()["oauth.token"], trades + 1);
    assert_eq!(story.numbers_of("linkedin_connections").await, 1);
    let one = path(&location(if first.status == 303 { &first } else { &second }));

    // Whoever may do it no more, or is signed out, cannot.
    let back = answer(&mut eve, &format!("{one}/consent"), &[]).await;
    let role = "update memberships set role = $$::member_role where user_id = (select id from users where email = 'eve@mail.example')";
    story.run(&role.replace("$$", "'viewer'")).await;
    assert_eq!(eve.get(&back).await.status, 403);
    story.run(&role.replace("$$", "'editor'")).await;
    assert_eq!(eve.clone().post("/sign-out", &[]).await.status, 303);
    assert_eq!(story.numbers_of("consents where connection_id is not null").await, 0, "it ends with the session");
    assert!(location(&eve.get(&back).await).starts_with("/sign-in"));
    // A connection that is gone has no question open.
    let back = answer(&mut ada, &format!("{one}/consent"), &[]).await;
    location(&ada.post(&format!("{one}/delete"), &[]).await);
    strange(&ada.get(&back).await);
    assert_eq!(story.numbers_of("linkedin_connections").await, 0);
    // Another site has nobody ask.
    let forged = other_browser.saying("sec-fetch-site", "cross-site").post(BACK, &TYPED).await;
    assert_eq!(forged.status, 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s25_a_browser_is_sent_back_to_the_pages_own_address_and_no_other() {
    let services = Services::start();
    let mut story = begin(&services).await;
    let more = [&TYPED[..], &[("redirect_uri", "https://evil.example"), ("next", "//evil.example")]].concat();
    let asked = ask(&mut story.browser, BACK, &more).await;
    assert_eq!(parameter(&asked, "redirect_uri"), format!("http://{}{BACK}", story.server.address));
    assert!(asked.as_str().starts_with(&services.linkedin.url()) && !asked.as_str().contains("evil"), "{asked}");
    let back = here(&sent_on(asked.as_str()).await);
    let place = location(&story.browser.get(&format!("{back}&next=//evil.example&redirect_uri=//evil.example")).await);
    assert!(place.starts_with("/connections/") && !place.contains("evil"), "{place}");
    // The address that was said, whatever a request calls it.
    let serve = |site: Option<&str>| {
        let args = ["serve", "--bind", "127.0.0.1:0", "--no-worker", "--trusted-proxies", "127.0.0.1"];
        let mut command = rapport(&story.app.url(), &args);
        command.env("RAPPORT_LINKEDIN_URL", services.linkedin.url());
        command.env("RAPPORT_LINKEDIN_API_URL", services.linkedin.url());
        site.map(|site| command.env("RAPPORT_URL", site));
        Server::spawn(command)
    };
    let through_a_proxy = async |server: &Server| {
        let link = story.say(&["user", "link", "ada@mail.example", "--sign-in"]);
        let mut browser = Browser::new(server.address)
            .saying("x-forwarded-for", "198.51.100.7")
            .saying("x-forwarded-proto", "https")
            .saying("x-forwarded-host", "evil.example");
        browser.post("/link", &[("token", link.trim().split_once("/link?token=").unwrap().1)]).await;
        browser
    };
    let fields = [&[("name", "Another")], &TYPED[1..]].concat();
    let said = serve(Some("https://rapport.company.example/"));
    let mut browser = through_a_proxy(&said).await;
    let asked = ask(&mut browser, BACK, &fields).await;
    assert_eq!(parameter(&asked, "redirect_uri"), format!("https://rapport.company.example{BACK}"));
    // Nobody has said it, and it is not this machine: nobody is sent anywhere.
    let unsaid = serve(None);
    let mut browser = through_a_proxy(&unsaid).await;
    let shown = browser.get("/connections/new?kind=consent").await;
    assert!(shown.status == 200 && body(&shown).contains("<code>RAPPORT_URL</code>"), "{}", shown.whole);
    let reply = browser.post(BACK, &fields).await;
    assert!(reply.status == 422 && body(&reply).contains("has to set RAPPORT_URL"), "{}", reply.whole);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_outlives_a_rotation_of_the_keys_and_nobody_keeps_it_for_long() {
    let services = Services::start();
    let mut story = begin(&services).await;
    let back = answer(&mut story.browser, BACK, &TYPED).await;
    let sealed = "select sealed_question from consents";
    let before: Vec<u8> = story.owner.query_one(sealed, &[]).await.unwrap().get(0);
    story.say(&["keys", "rotate"]);
    let after: Vec<u8> = story.owner.query_one(sealed, &[]).await.unwrap().get(0);
    assert_ne!(before, after, "it was sealed anew");
    location(&story.browser.get(&back).await);
    ask(&mut story.browser, BACK, &[&[("name", "Another")], &TYPED[1..]].concat()).await;
    story.run("select app.purge_accounts()").await;
    assert_eq!(story.numbers_of("consents").await, 1, "it has time");
    story.run("update consents set expires_at = now() - interval '1 s'; select app.purge_accounts()").await;
    assert_eq!(story.numbers_of("consents").await, 0);
}
