//! Who signs in and who does not: the pages of a server that runs, and `rapport user`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use tokio_postgres::Client;

use crate::support::{
    app::TestApp,
    browser::Browser,
    process::heard,
    server::{Server, rapport},
};

const PASSWORD: &str = "zwoelf boote ziehen nordwaerts";

/// A server with a user.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
}

impl Story {
    async fn begin(more: &[&str]) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        add(&app, "ada@mail.example", "owner", "default");
        let server = Server::start(&app.url(), &[&["--no-worker"], more].concat());
        let story = Self { app, owner, server };
        story.give_password("ada@mail.example").await;
        story
    }

    fn browser(&self) -> Browser {
        Browser::new(self.server.address)
    }

    /// A browser somewhere else, by way of a proxy that the server trusts.
    fn far(&self, address: &str) -> Browser {
        self.browser().saying("x-forwarded-proto", "https").saying("x-forwarded-for", address)
    }

    /// Waits for a number to be what it should.
    async fn until(&self, sql: &str, wanted: i64) {
        let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while self.number(sql).await != wanted {
            assert!(std::time::Instant::now() < end, "{sql}: {} instead of {wanted}", self.number(sql).await);
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }

    /// Chooses the password by the link that the command line prints.
    async fn give_password(&self, email: &str) {
        let link = link(&self.app, &["user", "link", email]);
        let fields = [("token", link.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
        let reply = self.browser().post("/link", &fields).await;
        assert_eq!(reply.status, 303, "{}", reply.whole);
        self.owner.batch_execute("delete from sessions; delete from known_devices").await.unwrap();
    }

    async fn number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }
}

fn say(app: &TestApp, args: &[&str]) -> (bool, String, String) {
    let output = heard(rapport(&app.url(), args).output().unwrap());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

fn add(app: &TestApp, email: &str, role: &str, tenant: &str) -> String {
    let (well, out, err) = say(app, &["--tenant", tenant, "user", "add", email, "--role", role]);
    assert!(well, "{err}");
    out
}

/// The token of a link that a command prints.
fn link(app: &TestApp, args: &[&str]) -> String {
    let (well, out, err) = say(app, args);
    assert!(well, "{err}");
    token(&out)
}

fn token(text: &str) -> String {
    text.trim().split_once("/link?token=").unwrap_or_else(|| panic!("{text}")).1.to_owned()
}

#[tokio::test]
async fn s3_a_session_begins_anew_with_every_sign_in() {
    let story = Story::begin(&["--trusted-proxies", "127.0.0.1"]).await;
    let mut browser = story.browser().saying("x-forwarded-proto", "https").saying("x-forwarded-for", "203.0.113.9");
    // Somebody has put a session of their own choice into the browser.
    let planted = "A".repeat(64);
    browser.cookies.insert("__Host-rapport-session".to_owned(), planted.clone());
    assert!(!browser.is_in().await);
    let reply = browser.sign_in("Ada@mail.example", PASSWORD).await;
    assert_eq!((reply.status, reply.header("location")), (303, Some("/")));
    assert_eq!(reply.header("strict-transport-security"), Some("max-age=31536000"));
    let cookies = reply.cookies();
    for cookie in &cookies {
        assert!(cookie.starts_with("__Host-rapport-"), "{cookie}");
        for attribute in ["; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.to_lowercase().contains("domain"), "{cookie}");
    }
    assert_eq!(cookies.len(), 2, "a session, and what the browser is known by: {cookies:?}");
    let first = browser.cookies["__Host-rapport-session"].clone();
    assert_ne!(first, planted);
    assert!(browser.is_in().await);

    // The database knows the hash of 48 bytes, 32 of which nobody can guess, and nothing else of the token.
    let bytes = base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, &first).unwrap();
    assert_eq!(bytes.len(), 48);
    let known: Vec<u8> = story.owner.query_one("select token_hash from sessions", &[]).await.unwrap().get(0);
    assert_eq!(known, Sha256::digest(&bytes).to_vec());
    // The name without the prefix opens nothing here, which anybody on the way could set.
    let mut other = story.browser().saying("x-forwarded-proto", "https");
    other.cookies.insert("rapport-session".to_owned(), first.clone());
    assert!(!other.is_in().await);

    // Who signs in once more has another session, and the one before is over.
    assert_eq!(browser.sign_in("ada@mail.example", PASSWORD).await.cookies().len(), 1, "the browser is known now");
    assert_ne!(browser.cookies["__Host-rapport-session"], first);
    assert_eq!(story.number("select count(*) from sessions").await, 1);
    browser.cookies.insert("__Host-rapport-session".to_owned(), first);
    assert!(!browser.is_in().await);
    let events = "select string_agg(details ->> 'by' || ' ' || (details ->> 'address') || ' ' || (details ->> 'new_browser'), ', ' order by id)
                  from audit_log where event = 'user.signed_in' and details ->> 'address' = '203.0.113.9'";
    let events: String = story.owner.query_one(events, &[]).await.unwrap().get(0);
    assert_eq!(events, "password 203.0.113.9 true, password 203.0.113.9 false");
}

#[tokio::test]
async fn s4_whatever_ends_a_session_ends_it_on_every_server_at_once() {
    let story = Story::begin(&[]).await;
    add(&story.app, "bea@mail.example", "owner", "default");
    let servers =
        [Server::start(&story.app.url(), &["--no-worker"]), Server::start(&story.app.url(), &["--no-worker"])];
    let addresses = [story.server.address, servers[0].address, servers[1].address];
    let role_away = ["user", "remove", "ada@mail.example"];
    let disable = ["user", "disable", "ada@mail.example"];
    let sign_out = ["user", "sign-out", "ada@mail.example"];
    for end in ["sign out", "sign out everywhere", "new password", "command", "disable", "remove"] {
        story.owner.batch_execute("delete from guess_limits").await.unwrap();
        let mut browsers: Vec<Browser> = Vec::new();
        for address in addresses {
            let mut browser = Browser::new(address);
            assert_eq!(browser.sign_in("ada@mail.example", PASSWORD).await.status, 303, "{end}");
            assert!(browser.is_in().await);
            browsers.push(browser);
        }
        // A session opens every server.
        let mut elsewhere = browsers[0].clone();
        elsewhere.server = addresses[1];
        assert!(elsewhere.is_in().await);
        let all_end = match end {
            "sign out" => {
                assert_eq!(browsers[0].clone().post("/sign-out", &[]).await.status, 303);
                false
            }
            "sign out everywhere" => {
                assert_eq!(browsers[0].clone().post("/account/sign-out-everywhere", &[]).await.status, 303);
                true
            }
            "new password" => {
                let fields = [("current", PASSWORD), ("password", PASSWORD), ("again", PASSWORD)];
                let mut here = browsers[0].clone();
                let reply = here.post("/account/password", &fields).await;
                assert_eq!(reply.status, 303, "{}", reply.whole);
                assert!(here.is_in().await, "whoever changes it stays");
                true
            }
            "command" => say(&story.app, &sign_out).0,
            "disable" => say(&story.app, &disable).0,
            _ => say(&story.app, &role_away).0,
        };
        assert!(!elsewhere.is_in().await, "{end}");
        for (number, browser) in browsers.iter_mut().enumerate() {
            assert_eq!(browser.is_in().await, number > 0 && !all_end, "{end}, {number}");
        }
        if end == "disable" {
            let refused = story.browser().sign_in("ada@mail.example", PASSWORD).await;
            assert_eq!(refused.status, 401);
            assert!(say(&story.app, &["user", "enable", "ada@mail.example"]).0);
        }
    }
    let reply = story.browser().sign_in("ada@mail.example", PASSWORD).await;
    assert_eq!(reply.status, 403, "they belong to nobody now");
}

#[tokio::test]
async fn s5_two_hundred_guesses_at_once_are_no_more_than_one_after_the_other() {
    let story = Story::begin(&["--trusted-proxies", "127.0.0.1"]).await;
    let mut known = story.far("203.0.113.9");
    assert_eq!(known.sign_in("ada@mail.example", PASSWORD).await.status, 303);
    story.owner.batch_execute("delete from guess_limits").await.unwrap();

    // At one account, from wherever.
    let replies = guesses(&story, 200, |number| {
        ("ada@mail.example".to_owned(), format!("198.51.{}.{}", number % 100, number / 100))
    })
    .await;
    let compared = replies.get(&401).copied().unwrap_or_default();
    assert!((5..=10).contains(&compared) && replies.keys().all(|status| [401, 429].contains(status)), "{replies:?}");
    let noted = "select count(*) from audit_log where event = 'user.wrong_password'";
    story.until(noted, compared).await;
    // That the others were refused is written down once.
    story.until("select count(*) from audit_log where event = 'user.guesses_refused'", 1).await;
    // The right password is refused as well now, where nobody knows the browser; and where she has signed in before, she does.
    let late = story.far("192.0.2.1").sign_in("ada@mail.example", PASSWORD).await;
    assert_eq!(late.status, 429);
    let wait: u64 = late.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=300).contains(&wait), "{wait}");
    assert!(late.whole.contains("Too many attempts") && late.whole.contains("ada@mail.example"), "{}", late.whole);
    assert_eq!(known.sign_in("ada@mail.example", PASSWORD).await.status, 303);
    // That went well, and gives no stranger another guess.
    assert_eq!(story.far("192.0.2.1").sign_in("ada@mail.example", PASSWORD).await.status, 429);

    // At as many accounts from one address.
    story.owner.batch_execute("delete from guess_limits").await.unwrap();
    let replies = guesses(&story, 200, |number| {
        // What it says of itself is an invention; the proxy adds where it comes from.
        (format!("user{number}@mail.example"), format!("192.0.2.{number}, 203.0.113.9"))
    })
    .await;
    let compared = replies.get(&401).copied().unwrap_or_default();
    assert!((25..=40).contains(&compared), "{replies:?}");
    // She sits in the same house, and is known.
    assert_eq!(story.far("203.0.113.9").sign_in("ada@mail.example", PASSWORD).await.status, 429);
    assert_eq!(known.sign_in("ada@mail.example", PASSWORD).await.status, 303);
}

/// So many wrong guesses at once; how often each status came back.
async fn guesses(story: &Story, how_many: usize, whom: impl Fn(usize) -> (String, String)) -> BTreeMap<u16, i64> {
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..how_many {
        let (email, address) = whom(number);
        let mut browser = story.far(&address);
        tasks.spawn(async move { browser.sign_in(&email, "not the password").await.status });
    }
    let mut replies = BTreeMap::new();
    for status in tasks.join_all().await {
        *replies.entry(status).or_default() += 1;
    }
    replies
}

#[tokio::test]
async fn s5_nobody_learns_who_has_an_account() {
    let story = Story::begin(&[]).await;
    add(&story.app, "eva@mail.example", "viewer", "default");
    let mut times: BTreeMap<&str, Vec<std::time::Duration>> = BTreeMap::new();
    for _ in 0..7 {
        story.owner.batch_execute("delete from guess_limits").await.unwrap();
        let mut said = Vec::new();
        // One with a password, one who has chosen none yet, and nobody.
        for email in ["ada@mail.example", "eva@mail.example", "zoe@mail.example"] {
            let begun = std::time::Instant::now();
            let reply = story.browser().sign_in(email, "not the password").await;
            times.entry(email).or_default().push(begun.elapsed());
            assert_eq!(reply.status, 401);
            let id = reply.header("x-request-id").unwrap().to_owned();
            said.push(reply.whole.replace(email, "X").replace(&id, ""));
        }
        assert!(said[0] == said[1] && said[1] == said[2], "{said:#?}");
    }
    let mut middle = |email: &str| {
        let times = times.get_mut(email).unwrap();
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64()
    };
    let (known, without, nobody) = (middle("ada@mail.example"), middle("eva@mail.example"), middle("zoe@mail.example"));
    // To compare a password is most of the time, so whoever left it out would be several times as fast.
    assert!(nobody > 0.4 * known && without > 0.4 * known, "{known} s, {without} s, {nobody} s");
}

#[tokio::test]
async fn s2_a_form_of_another_site_changes_nothing() {
    let story = Story::begin(&[]).await;
    let mut browser = story.browser();
    browser.sign_in("ada@mail.example", PASSWORD).await;
    let state = "select hashtextextended((select string_agg(t::text, ' ' order by t::text) from (select u::text from users u union all select s::text from sessions s union all select l::text from account_links l union all select d::text from known_devices d) t), 0)";
    let link = link(&story.app, &["user", "link", "ada@mail.example"]);
    let before = story.number(state).await;
    for foreign in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        for path in
            ["/sign-in", "/sign-out", "/link", "/account/tenant", "/account/password", "/account/sign-out-everywhere"]
        {
            let fields = [
                ("email", "ada@mail.example"),
                ("password", PASSWORD),
                ("again", PASSWORD),
                ("current", PASSWORD),
                ("token", &link),
            ];
            let reply = browser.clone().saying(foreign.0, foreign.1).post(path, &fields).await;
            assert_eq!(reply.status, 403, "{foreign:?} {path}");
            assert!(reply.cookies().is_empty(), "{foreign:?} {path}");
        }
    }
    assert_eq!(story.number(state).await, before);
    assert!(browser.is_in().await);
    // She hears of it, once, however many forms there were.
    let noted =
        "select count(*) from audit_log where event = 'user.forged_form' and details ->> 'address' = '127.0.0.1'";
    story.until(noted, 1).await;
    // A browser that says nothing of itself but where it was.
    let here = format!("http://{}", story.server.address);
    assert_eq!(browser.clone().saying("origin", &here).post("/sign-out", &[]).await.status, 303);
}

#[tokio::test]
async fn o3_the_first_start_is_set_up_by_whoever_has_the_link_and_by_nobody_else() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let server = Server::start(&app.url(), &["--no-worker"]);
    let token = server.first_token().await;
    let mut browser = Browser::new(server.address);
    // There is no password that everybody knows, and no page that takes whoever comes first.
    for (email, password) in [("admin", "admin"), ("admin@mail.example", "admin"), ("", "")] {
        assert_eq!(browser.sign_in(email, password).await.status, 401);
    }
    assert_eq!(browser.get(&format!("/link?token={}", "A".repeat(43))).await.status, 404);
    assert_eq!(browser.get("/link").await.status, 404);
    let page = browser.get(&format!("/link?token={token}")).await;
    assert!(page.status == 200 && page.whole.contains("Set Rapport up"), "{}", page.whole);
    let fields = |password: &'static str, again: &'static str| {
        [
            ("token", token.clone()),
            ("email", " Ada@Mail.example".to_owned()),
            ("name", "<b>Ada".to_owned()),
            ("password", password.to_owned()),
            ("again", again.to_owned()),
        ]
    };
    for (password, again, words) in [
        ("password1", "password1", "tried first"),
        ("short", "short", "at least 8"),
        (PASSWORD, "another one entirely", "not the same"),
    ] {
        let fields = fields(password, again);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = browser.post("/link", &fields).await;
        assert!(reply.status == 422 && reply.whole.contains(words), "{}", reply.whole);
        assert!(reply.whole.contains("Ada@Mail.example") && !reply.whole.contains("<b>Ada"), "{}", reply.whole);
        assert!(!reply.whole.contains(password), "{}", reply.whole);
    }
    let fields = fields(PASSWORD, PASSWORD);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.post("/link", &fields).await.status, 303);
    let account = browser.get("/account").await;
    assert!(account.status == 200 && account.whole.contains("owner of Default"), "{}", account.whole);
    assert_eq!(Browser::new(server.address).post("/link", &fields).await.status, 404, "it is good once");
    let kept: String =
        owner.query_one("select password_hash from users where email = 'ada@mail.example'", &[]).await.unwrap().get(0);
    assert!(kept.starts_with("$argon2id$v=19$m=19456,"), "{kept}");
    let (status, said) = server.stop();
    assert!(status.success() && !said.contains(PASSWORD), "{said}");
    // What has an owner invites nobody any more.
    let again = Server::start(&app.url(), &["--no-worker"]);
    assert_eq!(Browser::new(again.address).sign_in("ada@mail.example", PASSWORD).await.status, 303);
    assert!(!again.stop().1.contains("/link?token="));
}

#[tokio::test]
async fn a_link_opens_one_door_once_and_looking_at_it_opens_none() {
    let story = Story::begin(&[]).await;
    let invited = token(&add(&story.app, "eva@mail.example", "viewer", "default"));
    for _ in 0..3 {
        // Programs that preview messages open every link.
        let seen = story.browser().get(&format!("/link?token={invited}")).await;
        assert!(seen.status == 200 && seen.whole.contains("eva@mail.example"), "{}", seen.whole);
    }
    let fields = [("token", invited.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
    let mut eva = story.browser();
    assert_eq!(eva.post("/link", &fields).await.status, 303);
    assert!(eva.get("/account").await.whole.contains("viewer of Default"));
    assert_eq!(story.browser().post("/link", &fields).await.status, 404);

    let quick = link(&story.app, &["user", "link", "eva@mail.example", "--sign-in"]);
    assert!(story.browser().get(&format!("/link?token={quick}")).await.whole.contains("Sign in"));
    let mut other = story.browser();
    assert_eq!(other.post("/link", &[("token", &quick)]).await.status, 303);
    assert!(other.is_in().await && eva.is_in().await);
    assert_eq!(story.browser().post("/link", &[("token", &quick)]).await.status, 404);
    // It is no link for a password, nor the other way round.
    let quick = link(&story.app, &["user", "link", "eva@mail.example", "--sign-in"]);
    let before: String = story
        .owner
        .query_one("select password_hash from users where email = 'eva@mail.example'", &[])
        .await
        .unwrap()
        .get(0);
    story
        .browser()
        .post(
            "/link",
            &[("token", quick.as_str()), ("password", "ein ganz anderes wort"), ("again", "ein ganz anderes wort")],
        )
        .await;
    let after: String = story
        .owner
        .query_one("select password_hash from users where email = 'eva@mail.example'", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(before, after);
    // A newer one takes the place of an older one, and each has its time.
    let older = link(&story.app, &["user", "link", "eva@mail.example"]);
    let newer = link(&story.app, &["user", "link", "eva@mail.example"]);
    assert_eq!(story.browser().get(&format!("/link?token={older}")).await.status, 404);
    assert_eq!(story.browser().get(&format!("/link?token={newer}")).await.status, 200);
    story.owner.batch_execute("update account_links set expires_at = now()").await.unwrap();
    assert_eq!(story.browser().get(&format!("/link?token={newer}")).await.status, 404);
}

#[tokio::test]
async fn a_user_of_two_tenants_is_in_one_at_a_time_and_in_no_third() {
    let story = Story::begin(&[]).await;
    for tenant in ["second", "third"] {
        assert!(say(&story.app, &["tenant", "add", tenant, "--name", &format!("The {tenant}"), "--bare"]).0);
    }
    add(&story.app, "ada@mail.example", "viewer", "second");
    let mut browser = story.browser();
    browser.sign_in("ada@mail.example", PASSWORD).await;
    let here = browser.get("/account").await.whole;
    assert!(here.contains("owner of Default") && here.contains("The second") && !here.contains("The third"), "{here}");
    let id = async |slug: &str| -> String {
        story.owner.query_one("select id::text from tenants where slug = $1", &[&slug]).await.unwrap().get(0)
    };
    let before = browser.clone();
    assert_eq!(browser.post("/account/tenant", &[("tenant", &id("third").await)]).await.status, 404);
    assert_eq!(
        browser.post("/account/tenant", &[("tenant", "00000000-0000-0000-0000-00000000abcd")]).await.status,
        404
    );
    assert!(browser.get("/account").await.whole.contains("owner of Default"), "nothing has changed");
    assert_eq!(browser.post("/account/tenant", &[("tenant", &id("second").await)]).await.status, 303);
    assert!(browser.get("/account").await.whole.contains("viewer of The second"));
    assert!(!before.clone().is_in().await, "the session of the other one is over");
    // A token is of its tenant: with another's id before the same random bytes it is none.
    let cookie = browser.cookies["rapport-session"].clone();
    let mut bytes = base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, &cookie).unwrap();
    bytes[..16].copy_from_slice(uuid::Uuid::from_u128(1).as_bytes());
    let mut forged = browser.clone();
    forged
        .cookies
        .insert("rapport-session".to_owned(), base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, bytes));
    assert!(!forged.is_in().await);
    // Who comes again is where they were.
    let mut again = story.browser();
    again.sign_in("ada@mail.example", PASSWORD).await;
    assert!(again.get("/account").await.whole.contains("viewer of The second"));
}

#[tokio::test]
async fn a_token_that_is_old_is_changed_and_nobody_is_sent_away_for_it() {
    let story = Story::begin(&[]).await;
    let mut browser = story.browser();
    browser.sign_in("ada@mail.example", PASSWORD).await;
    let first = browser.cookies["rapport-session"].clone();
    let back = |hours: i64| Timestamp::now().checked_sub(SignedDuration::from_hours(hours)).unwrap();
    story.owner.execute("update sessions set rotated_at = $1", &[&back(2)]).await.unwrap();
    // Several at once: one of them brings the new one, and all are answered.
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let mut browser = browser.clone();
        tasks.spawn(async move { (browser.get("/account").await.status, browser.cookies["rapport-session"].clone()) });
    }
    let replies = tasks.join_all().await;
    assert!(replies.iter().all(|(status, _)| *status == 200), "{replies:?}");
    let changed: Vec<&String> = replies.iter().map(|(_, cookie)| cookie).filter(|cookie| **cookie != first).collect();
    assert_eq!(changed.len(), 1);
    let mut next = browser.clone();
    next.cookies.insert("rapport-session".to_owned(), changed[0].clone());
    // The answer may have been lost: the old one is good until the new one has come, and a little longer.
    assert!(browser.is_in().await && next.is_in().await && browser.is_in().await);
    story.owner.batch_execute("update sessions set last_used = now() - interval '169 hours'").await.unwrap();
    assert!(!next.clone().is_in().await, "a week without it");
    story.owner.batch_execute("update sessions set last_used = now()").await.unwrap();
    assert!(next.is_in().await);
    // Whoever shows the old one after that has a copy of it: nobody can tell who, so it is over for both.
    story.owner.batch_execute("update sessions set token_seen_at = now() - interval '2 minutes'").await.unwrap();
    assert!(next.is_in().await);
    assert!(!browser.is_in().await && !next.is_in().await);
    assert_eq!(story.number("select count(*) from audit_log where event = 'user.token_reused'").await, 1);
}

#[tokio::test]
async fn s4_who_signs_in_while_the_password_changes_does_not_get_in() {
    let story = Story::begin(&[]).await;
    // A tenant keeps an owner who can sign in.
    add(&story.app, "bea@mail.example", "owner", "default");
    let waits = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    let mut present = story.browser();
    present.sign_in("ada@mail.example", PASSWORD).await;
    assert!(present.is_in().await);
    for change in ["password_hash = 'another'", "disabled_at = now()"] {
        for what in ["sign in", "new password"] {
            let mut other = story.app.owner().await;
            let tx = other.transaction().await.unwrap();
            let before: String =
                tx.query_one("select password_hash from users where email like 'ada@%'", &[]).await.unwrap().get(0);
            let changed =
                tx.execute(&format!("update users set {change} where email like 'ada@%'"), &[]).await.unwrap();
            assert_eq!(changed, 1);
            // The password was right when it was compared; whoever changes it has not said so yet.
            let mut browser = if what == "sign in" { story.browser() } else { present.clone() };
            let task = tokio::spawn(async move {
                let fields =
                    [("current", PASSWORD), ("password", "somebody elses choice"), ("again", "somebody elses choice")];
                match what {
                    "sign in" => browser.sign_in("ada@mail.example", PASSWORD).await.status,
                    _ => browser.post("/account/password", &fields).await.status,
                }
            });
            story.until(waits, 1).await;
            tx.commit().await.unwrap();
            assert_eq!(task.await.unwrap(), 401, "{change}, {what}");
            assert_eq!(story.number("select count(*) from sessions").await, 0, "{change}, {what}");
            let kept: String = story
                .owner
                .query_one("select password_hash from users where email like 'ada@%'", &[])
                .await
                .unwrap()
                .get(0);
            assert_eq!(kept == before, change.starts_with("disabled"), "theirs stays: {change}, {what}");
            story
                .owner
                .execute("update users set password_hash = $1, disabled_at = null where email like 'ada@%'", &[&before])
                .await
                .unwrap();
            story.owner.batch_execute("delete from guess_limits").await.unwrap();
            present.sign_in("ada@mail.example", PASSWORD).await;
            assert!(present.is_in().await);
        }
    }
}

#[tokio::test]
async fn s4_going_to_another_team_outlives_nothing() {
    let story = Story::begin(&[]).await;
    let here: String = story.owner.query_one("select id::text from tenants", &[]).await.unwrap().get(0);
    let mut browser = story.browser();
    browser.sign_in("ada@mail.example", PASSWORD).await;
    story.owner.batch_execute("update sessions set expires_at = now() + interval '1 hour'").await.unwrap();
    assert_eq!(browser.post("/account/tenant", &[("tenant", &here)]).await.status, 303);
    let longer = "select count(*) from sessions where expires_at > now() + interval '61 minutes'";
    assert_eq!(story.number(longer).await, 0, "it ends when the one before would have");
    // While all sessions are ended, some go on to another.
    for _ in 0..4 {
        let mut going = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let mut browser = story.browser();
            assert_eq!(browser.sign_in("ada@mail.example", PASSWORD).await.status, 303);
            story.owner.batch_execute("delete from guess_limits").await.unwrap();
            let here = here.clone();
            going.spawn(async move {
                let mut often = 0;
                while browser.post("/account/tenant", &[("tenant", &here)]).await.header("location") == Some("/") {
                    often += 1;
                    assert!(often < 1_000, "it never ends");
                }
                often
            });
        }
        assert!(say(&story.app, &["user", "sign-out", "ada@mail.example"]).0);
        assert_eq!(story.number("select count(*) from sessions").await, 0);
        going.join_all().await;
    }
}

#[tokio::test]
async fn who_is_slow_keeps_nobody_else_waiting() {
    use tokio::io::AsyncWriteExt as _;
    let story = Story::begin(&[]).await;
    let mut browser = story.browser();
    browser.sign_in("ada@mail.example", PASSWORD).await;
    // More than there are connections to the database, of somebody who is signed in and sends nothing more.
    let mut slow = Vec::new();
    for _ in 0..12 {
        let mut stream = tokio::net::TcpStream::connect(story.server.address).await.unwrap();
        let head = format!(
            "POST /account/tenant HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncookie: rapport-session={}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 50\r\n\r\n",
            browser.cookies["rapport-session"]
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    let answer = tokio::time::timeout(std::time::Duration::from_secs(20), browser.is_in());
    assert!(answer.await.expect("nobody is answered"));
    drop(slow);
    // What is too large is refused before it is read.
    let large = "x".repeat(70_000);
    assert_eq!(browser.post("/account/tenant", &[("tenant", &large)]).await.status, 422);
    for odd in ["a\0b@mail.example", "\u{7f}", &"x".repeat(5_000)] {
        assert_eq!(story.browser().sign_in(odd, PASSWORD).await.status, 401, "{odd:?}");
    }
}

#[tokio::test]
async fn a_browser_is_known_only_where_a_user_has_signed_in_before() {
    let story = Story::begin(&[]).await;
    let invented = "A".repeat(43);
    let mut browser = story.browser();
    browser.cookies.insert("rapport-device".to_owned(), invented.clone());
    browser.sign_in("ada@mail.example", PASSWORD).await;
    assert_ne!(browser.cookies["rapport-device"], invented);
    let new = "select count(*) from audit_log where event = 'user.signed_in' and (details ->> 'new_browser')::boolean and details ->> 'by' = 'password'";
    assert_eq!(story.number(new).await, 1);
    let known = browser.cookies["rapport-device"].clone();
    browser.sign_in("ada@mail.example", PASSWORD).await;
    assert_eq!((&browser.cookies["rapport-device"], story.number(new).await), (&known, 1));
    // After a new password all browsers are strangers, but for the one in which it was chosen.
    let fields = [("current", PASSWORD), ("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(browser.post("/account/password", &fields).await.status, 303);
    assert_ne!(browser.cookies["rapport-device"], known);
    assert_eq!(story.number("select count(*) from known_devices").await, 1);
    for _ in 0..25 {
        story.owner.batch_execute("delete from guess_limits").await.unwrap();
        story.browser().sign_in("ada@mail.example", PASSWORD).await;
    }
    assert_eq!(story.number("select count(*) from known_devices").await, 20, "nobody gathers more");
}

#[tokio::test]
async fn nobody_signs_in_where_others_read_along() {
    let story = Story::begin(&["--trusted-proxies", "127.0.0.1"]).await;
    let mut far = story.browser().saying("x-forwarded-for", "203.0.113.9");
    let page = far.get("/sign-in").await;
    assert_eq!(page.header("strict-transport-security"), None, "nobody has come by TLS");
    assert!(page.whole.contains("not encrypted") && !page.whole.contains("<form"), "{}", page.whole);
    let reply = far.sign_in("ada@mail.example", PASSWORD).await;
    assert!(reply.status == 403 && reply.cookies().is_empty(), "{}", reply.whole);
    // Nor does a session open anything there, or is a token shown to whoever reads along.
    let mut near = story.browser();
    near.sign_in("ada@mail.example", PASSWORD).await;
    far.cookies.clone_from(&near.cookies);
    assert!(near.is_in().await && !far.is_in().await);
    let link = link(&story.app, &["user", "link", "ada@mail.example"]);
    assert_eq!(far.get(&format!("/link?token={link}")).await.status, 403);
    // Every page says what it may load, and is kept nowhere.
    let page = story.browser().get("/sign-in?next=/account").await;
    assert!(page.header("content-security-policy").unwrap().contains("default-src 'none'"), "{}", page.whole);
    assert!(page.header("content-security-policy").unwrap().contains("frame-ancestors 'none'"), "{}", page.whole);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let style = page.whole.split("href=\"/assets/").nth(1).unwrap().split('"').next().unwrap();
    let style = story.browser().get(&format!("/assets/{style}")).await;
    assert_eq!(style.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(style.header("content-type"), Some("text/css; charset=utf-8"));
    // Whoever was on the way to a page gets there, and nowhere else.
    let asked = story.browser().get("/account?x=1").await;
    assert_eq!(asked.header("location"), Some("/sign-in?next=%2Faccount%3Fx%3D1"));
    let fields = |next: &'static str| [("email", "ada@mail.example"), ("password", PASSWORD), ("next", next)];
    assert_eq!(
        story.browser().post("/sign-in", &fields("/account?x=1")).await.header("location"),
        Some("/account?x=1")
    );
    assert_eq!(story.browser().post("/sign-in", &fields("//evil.example")).await.header("location"), Some("/"));
}

#[tokio::test]
async fn users_are_added_changed_and_sent_away_from_the_command_line() {
    let app = TestApp::new().await;
    assert!(say(&app, &["user", "list"]).2.contains("rapport user add"));
    let invited = add(&app, "Ada@Mail.example", "owner", "default");
    assert!(invited.starts_with("http://127.0.0.1:8080/link?token="), "{invited}");
    add(&app, "eva@mail.example", "editor", "default");
    assert!(say(&app, &["campaign", "create", "Spring"]).0);
    let client = ["user", "role", "eva@mail.example", "client", "--campaign", "Spring"];
    assert!(say(&app, &client).0);
    let rows: serde_json::Value = serde_json::from_str(&say(&app, &["user", "list", "--json"]).1).unwrap();
    let eva = rows.as_array().unwrap().iter().find(|row| row["email"] == "eva@mail.example").unwrap();
    assert_eq!((&eva["role"], eva["campaigns"].as_array().unwrap().len()), (&"client".into(), 1));
    for (args, words) in [
        (&["user", "add", "eva@mail.example"][..], "belongs to this tenant already"),
        (&["user", "add", "eva"], "no e-mail address"),
        (&["user", "add", "x@y", "--role", "viewer", "--campaign", "Spring"], "for the role client"),
        (&["user", "role", "nobody@mail.example", "viewer"], "there is no user"),
        (&["user", "role", "ada@mail.example", "viewer"], "would have no owner"),
        (&["user", "remove", "ada@mail.example"], "would have no owner"),
        (&["user", "delete", "ada@mail.example", "--confirm", "ada@mail.example"], "would have no owner"),
        (&["user", "disable", "ada@mail.example"], "no owner who can sign in"),
        (&["user", "link", "ada@mail.example", "--mail"], "RAPPORT_SMTP_URL"),
        (&["user", "delete", "eva@mail.example"], "--confirm eva@mail.example"),
    ] {
        let (well, _, err) = say(&app, args);
        assert!(!well && err.contains(words), "{args:?}: {err}");
    }
    assert!(say(&app, &["user", "remove", "eva@mail.example"]).0);
    assert!(!say(&app, &["user", "link", "eva@mail.example"]).0, "they belong to another tenant, if to any");
    assert!(say(&app, &["user", "delete", "eva@mail.example", "--confirm", "EVA@mail.example"]).0);
    let events =
        "select string_agg(distinct event || ' by ' || actor, ', ' order by event || ' by ' || actor) from audit_log";
    let events: String = app.owner().await.query_one(events, &[]).await.unwrap().get(0);
    assert_eq!(
        events,
        "member.added by command line, member.changed by command line, member.removed by command line, user.link_made by command line"
    );
}
