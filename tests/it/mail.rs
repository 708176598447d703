//! Mails: who is written to, what stands in it, and what a mail server that fails changes.

use std::time::Duration;

use rapport::simulators::smtp::{Mail, Mood, Smtp};
use tokio_postgres::Client;

use crate::support::{
    app::TestApp,
    browser::Browser,
    process::heard,
    server::{Server, rapport},
};
use crate::webhooks::stand::Reply;

const PASSWORD: &str = "zwoelf boote ziehen nordwaerts";
/// The longest that a test waits for a mail.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that sends mails, and an owner who is signed in.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
    smtp: Smtp,
    ada: Browser,
}

impl Story {
    async fn begin(more: &[&str]) -> Self {
        let (app, smtp) = (TestApp::new().await, Smtp::start(0).unwrap());
        let owner = app.owner().await;
        let server = serve(&app, &smtp.url(), more);
        let mut ada = Browser::new(server.address);
        say(&app, &["user", "add", "ada@mail.example", "--role", "owner"]);
        let link = say(&app, &["user", "link", "ada@mail.example"]);
        let token = link.trim().split_once("/link?token=").unwrap().1.to_owned();
        let fields = [("token", token.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
        assert_eq!(ada.post("/link", &fields).await.status, 303);
        Self { app, owner, server, smtp, ada }
    }

    async fn number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    async fn text(&self, sql: &str) -> String {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    async fn until(&self, sql: &str, wanted: i64) {
        let end = std::time::Instant::now() + PATIENCE;
        while self.number(sql).await != wanted {
            assert!(std::time::Instant::now() < end, "{sql}: {} instead of {wanted}", self.number(sql).await);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    #[track_caller]
    fn mails(&self, count: usize) -> Vec<Mail> {
        let mails = self.smtp.wait_for(count, PATIENCE);
        assert_eq!(mails.len(), count, "{mails:?}");
        mails
    }
}

/// The settings of a mail server.
fn settings(smtp: &str) -> [(&'static str, &str); 3] {
    [
        ("RAPPORT_SMTP_URL", smtp),
        ("RAPPORT_MAIL_FROM", "Rapport <rapport@company.example>"),
        ("RAPPORT_URL", "https://rapport.company.example"),
    ]
}

fn serve(app: &TestApp, smtp: &str, more: &[&str]) -> Server {
    let mut command = rapport(&app.url(), &[&["serve", "--bind", "127.0.0.1:0"], more].concat());
    command.envs(settings(smtp));
    Server::spawn(command)
}

#[track_caller]
fn say(app: &TestApp, args: &[&str]) -> String {
    let output = heard(rapport(&app.url(), args).output().unwrap());
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn body(reply: &Reply) -> &str {
    reply.whole.split_once("\r\n\r\n").unwrap().1
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_invites_by_mail_and_hears_where_it_did_not_go() {
    let mut story = Story::begin(&["--no-worker"]).await;
    story.owner.batch_execute("update tenants set name = E'Nordlicht \\u00e9' where slug = 'default'").await.unwrap();
    let fields = [("email", "eva@mail.example"), ("role", "editor")];
    let reply = story.ada.post("/settings/members", &fields).await;
    assert!(reply.status == 200 && reply.whole.contains("on its way to eva@mail.example"), "{}", reply.whole);
    assert!(!reply.whole.contains("/link?token="), "whoever has the mailbox is meant, and nobody else");
    let mails = story.mails(1);
    assert_eq!(mails[0].to, ["eva@mail.example"]);
    assert!(mails[0].header("From").unwrap().contains("rapport@company.example"), "{}", mails[0].raw);
    assert_eq!(mails[0].header("Auto-Submitted"), Some("auto-generated"));
    assert!(mails[0].text().contains("https://rapport.company.example/link?token="), "{}", mails[0].raw);
    let mut eva = Browser::new(story.server.address);
    let token = mails[0].token().unwrap();
    let fields = [("token", token.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(eva.post("/link", &fields).await.status, 303);
    assert!(eva.get("/account").await.whole.contains("editor of Nordlicht"));
    assert_eq!(
        story.number("select count(*) from scraping_jobs").await,
        0,
        "nobody hears that they chose their first password"
    );

    // What did not go is given by hand, and the link is the same.
    for (mood, email, words) in
        [(Mood::Refuses, "bea@mail.example", "refused it (550)"), (Mood::Busy, "cleo@mail.example", "later (451)")]
    {
        story.smtp.set_mood(mood);
        let reply = story.ada.post("/settings/members", &[("email", email), ("role", "viewer")]).await;
        assert!(reply.status == 200 && reply.whole.contains(words), "{}", reply.whole);
        let link = reply.whole.split("/link?token=").nth(1).unwrap();
        let link: String = link.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        let fields = [("token", link.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
        assert_eq!(Browser::new(story.server.address).post("/link", &fields).await.status, 303);
    }
    story.smtp.set_mood(Mood::Good);
    // A new link, by mail or by hand, and no more than there may be.
    let eva = story.text("select id::text from users where email = 'eva@mail.example'").await;
    let at = format!("/settings/members/{eva}/link");
    for number in 2..4 {
        let reply = story.ada.post(&at, &[("by", "mail")]).await;
        assert!(reply.whole.contains("on its way") && !reply.whole.contains("/link?token="), "{}", reply.whole);
        assert_eq!(story.mails(number).last().unwrap().to, ["eva@mail.example"]);
    }
    let reply = story.ada.post(&at, &[("by", "mail")]).await;
    assert!(reply.whole.contains("several mails already") && reply.whole.contains("/link?token="), "{}", reply.whole);
    let reply = story.ada.post(&at, &[("by", "hand")]).await;
    assert!(reply.whole.contains("/link?token=") && story.smtp.mails().len() == 3, "{}", reply.whole);
    // Who belongs to another team of hers, and has a password, hears that they belong to this one.
    say(&story.app, &["tenant", "add", "second", "--name", "Second", "--bare"]);
    for email in ["ada@mail.example", "bea@mail.example"] {
        say(&story.app, &["--tenant", "second", "user", "add", email, "--role", "owner"]);
    }
    let bea = story.text("select id::text from users where email = 'bea@mail.example'").await;
    assert_eq!(story.ada.post(&format!("/settings/members/{bea}/remove"), &[]).await.status, 303);
    let reply = story.ada.post("/settings/members", &[("email", "bea@mail.example"), ("role", "viewer")]).await;
    assert_eq!(reply.header("location"), Some("/settings/members?did=told"), "{}", reply.whole);
    let mail = story.mails(4).pop().unwrap();
    assert!(
        mail.to == ["bea@mail.example"] && mail.token().is_none() && mail.text().contains("Nordlicht"),
        "{}",
        mail.raw
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn s17_whoever_forgot_the_password_gets_a_link_and_nobody_learns_who_has_an_account() {
    let mut story = Story::begin(&[]).await;
    let mut browser = Browser::new(story.server.address);
    assert!(browser.get("/sign-in").await.whole.contains("Forgot your password?"));
    assert_eq!(browser.get("/sign-in/forgotten").await.status, 200);
    let reply = browser.post("/sign-in/forgotten", &[("email", "no address")]).await;
    assert!(reply.status == 422 && reply.whole.contains("This is no e-mail address"), "{}", reply.whole);
    let mut said = Vec::new();
    for email in ["zoe@mail.example", "ada@mail.example"] {
        let reply = browser.post("/sign-in/forgotten", &[("email", email)]).await;
        assert_eq!(reply.status, 200, "{}", reply.whole);
        said.push(body(&reply).replace(email, "X"));
    }
    assert_eq!(said[0], said[1]);
    let mails = story.mails(1);
    assert_eq!(mails[0].to, ["ada@mail.example"]);
    // Whoever asks changes nothing: she is signed in, and her password is good.
    assert!(story.ada.is_in().await);
    assert_eq!(Browser::new(story.server.address).sign_in("ada@mail.example", PASSWORD).await.status, 303);
    // No token is in the database, nor in what the server says.
    let token = mails[0].token().unwrap();
    let jobs = story.text("select string_agg(j::text, ' ') from scraping_jobs j").await;
    assert!(!jobs.contains(&token) && jobs.contains("reset"), "{jobs}");
    assert!(!story.server.said().contains(&token));
    let next = "dreizehn segel nach sueden";
    let fields = [("token", token.as_str()), ("password", next), ("again", next)];
    assert_eq!(browser.post("/link", &fields).await.status, 303);
    assert!(browser.is_in().await && !story.ada.is_in().await, "every other session is over");
    assert_eq!(browser.post("/link", &fields).await.status, 404, "it is good once");
    // She hears that it has changed; the letter holds no link that opens anything.
    let mails = story.mails(2);
    assert!(
        mails[1].header("Subject").unwrap().contains("has changed") && mails[1].token().is_none(),
        "{}",
        mails[1].raw
    );
    let fields = [("current", next), ("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(browser.post("/account/password", &fields).await.status, 303);
    story.mails(3);

    // Three at once for an address, whoever's it is.
    for email in ["zoe@mail.example", "ada@mail.example"] {
        let mut statuses = Vec::new();
        for _ in 0..4 {
            statuses.push(browser.post("/sign-in/forgotten", &[("email", email)]).await.status);
        }
        assert_eq!(statuses, [200, 200, 429, 429], "{email}");
    }
    // Who is disabled gets none.
    say(&story.app, &["user", "add", "bea@mail.example", "--role", "owner"]);
    say(&story.app, &["user", "disable", "ada@mail.example"]);
    story.owner.batch_execute("delete from guess_limits").await.unwrap();
    story.until("select count(*) from scraping_jobs where state <> 'completed'", 0).await;
    let before = story.number("select count(*) from scraping_jobs").await;
    browser.post("/sign-in/forgotten", &[("email", "ada@mail.example")]).await;
    browser.post("/sign-in/forgotten", &[("email", "bea@mail.example")]).await;
    story.until("select count(*) from scraping_jobs", before + 1).await;
    assert_eq!(story.mails(6).last().unwrap().to, ["bea@mail.example"]);

    // Without a mail server there is no such page.
    let plain = Server::start(&story.app.url(), &["--no-worker"]);
    let mut browser = Browser::new(plain.address);
    assert!(!browser.get("/sign-in").await.whole.contains("Forgot your password?"));
    assert_eq!(browser.get("/sign-in/forgotten").await.status, 404);
    assert_eq!(browser.post("/sign-in/forgotten", &[("email", "bea@mail.example")]).await.status, 404);
    let far =
        Browser::new(story.server.address).saying("x-forwarded-for", "203.0.113.9").get("/sign-in/forgotten").await;
    assert!(!far.whole.contains("<form"), "{}", far.whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_waits_outlives_its_server_and_goes_to_nobody_else() {
    let story = Story::begin(&["--no-worker"]).await;
    let mut browser = Browser::new(story.server.address);
    browser.post("/sign-in/forgotten", &[("email", "ada@mail.example")]).await;
    story.until("select count(*) from scraping_jobs where kind = 'mail' and state = 'pending'", 1).await;
    drop(story.server);
    assert_eq!(story.smtp.mails().len(), 0);
    let run = |smtp: &str| {
        let mut command = rapport(&story.app.url(), &["job", "run"]);
        command.envs(settings(smtp));
        let output = heard(command.output().unwrap());
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let state = "select state || ' ' || coalesce(error, '') from scraping_jobs order by created_at desc limit 1";
    let text = async |sql: &str| -> String { story.owner.query_one(sql, &[]).await.unwrap().get(0) };
    // It is busy, and asked again later; a password that is wrong is in no message.
    story.smtp.set_mood(Mood::Busy);
    run(&story.smtp.url());
    assert_eq!(text(state).await, "pending The mail did not go: the mail server takes it later (451).");
    story.owner.batch_execute("update scraping_jobs set run_at = now()").await.unwrap();
    let wrong = story.smtp.url().replace(rapport::simulators::smtp::PASSWORD, "canary-of-a-mail-server");
    let said = run(&wrong);
    assert!(!said.contains("canary-of-a"), "{said}");
    assert_eq!(text(state).await, "failed The mail did not go: the mail server refused it (535).");
    let noted = "select string_agg(details ->> 'why', ' ') from audit_log where event = 'user.mail_failed'";
    assert_eq!(text(noted).await, "the mail server refused it (535)");
    story
        .owner
        .batch_execute("update scraping_jobs set run_at = now(), state = 'pending', finished_at = null")
        .await
        .unwrap();
    story.smtp.set_mood(Mood::Good);
    run(&story.smtp.url());
    assert!(text(state).await.starts_with("completed") && story.smtp.mails().len() == 1);
    // A job of one tenant writes to its own members alone.
    say(&story.app, &["tenant", "add", "second", "--bare"]);
    story
        .owner
        .batch_execute(
            "insert into scraping_jobs (tenant_id, kind, input)
             select t.id, 'mail', jsonb_build_object('letter', 'reset', 'account', u.id) from tenants t, users u where t.slug = 'second';
             insert into scraping_jobs (kind, input) values ('mail', '{\"letter\": \"reset\"}')",
        )
        .await
        .unwrap();
    let links = "select coalesce(string_agg(l::text, ' '), '') from account_links l";
    let before = text(links).await;
    run(&story.smtp.url());
    assert_eq!((story.smtp.mails().len(), text(links).await), (1, before));
    let ended = "select string_agg(state || ' ' || coalesce(extra ->> 'sent', error), ', ' order by tenant_id) from scraping_jobs where created_at > now() - interval '1 hour' and state in ('failed', 'completed') and coalesce(extra ->> 'sent', '') <> 'true'";
    assert!(text(ended).await.contains("completed false"), "{}", text(ended).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_sends_links_where_it_is_asked_to() {
    let (app, smtp) = (TestApp::new().await, Smtp::start(0).unwrap());
    let run = |args: &[&str]| {
        let mut command = rapport(&app.url(), args);
        command.envs(settings(Box::leak(smtp.url().into_boxed_str())));
        let output = heard(command.output().unwrap());
        (output.status.success(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (well, out, err) = run(&["user", "add", "ada@mail.example", "--role", "owner", "--mail"]);
    assert!(well && out.is_empty() && err.contains("on its way to ada@mail.example"), "{out}{err}");
    assert!(run(&["user", "link", "ada@mail.example", "--mail"]).0);
    let mails = smtp.wait_for(2, PATIENCE);
    assert!(mails.len() == 2 && mails[0].token() != mails[1].token(), "{mails:?}");
    let (well, out, _) = run(&["user", "link", "ada@mail.example"]);
    assert!(well && out.starts_with("https://rapport.company.example/link?token="), "{out}");
    smtp.set_mood(Mood::Refuses);
    let (well, out, err) = run(&["user", "link", "ada@mail.example", "--mail"]);
    assert!(well && out.contains("/link?token=") && err.contains("refused it (550)"), "{out}{err}");
    // Half of the settings are none.
    let mut command = rapport(&app.url(), &["user", "link", "ada@mail.example", "--mail"]);
    let output = heard(command.env("RAPPORT_SMTP_URL", smtp.url()).output().unwrap());
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && err.contains("RAPPORT_MAIL_FROM") && !err.contains("smtp://"), "{err}");
}
