//! The audit log: that what happened stands in it, by whom it was done and to what, and nothing else.

use rapport::simulators::{
    apify::TOKEN,
    linkedin::{CLIENT_ID, CLIENT_SECRET, Consent},
};

use super::{
    Story,
    connections::{location, path},
    consents::{BACK, answer},
    imports::drop_file,
};
use crate::support::{
    browser::Browser,
    program::Program,
    server::rapport,
    services::{Services, must_tell_nothing},
};

/// Who reads the log, and how far.
struct Log(i64);

impl Log {
    /// Begins behind what stands in it.
    async fn begin(story: &Story) -> Self {
        Self(story.owner.query_one("select coalesce(max(id), 0) from audit_log", &[]).await.unwrap().get(0))
    }

    /// What has come since, in its order: the tenant, the event, who did it, and what was meant, by the names that people know.
    async fn told(&mut self, story: &Story) -> Vec<String> {
        let read = "select a.id, concat_ws(' ', t.slug || ':', a.event, 'by', coalesce(w.email, a.actor)) ||
              coalesce(': ' || coalesce(s.email, a.details ->> 'name'), '')
            from audit_log a join tenants t on t.id = a.tenant_id
            left join users w on w.id::text = a.actor left join users s on s.id::text = a.subject where a.id > $1 order by a.id";
        let rows = story.owner.query(read, &[&self.0]).await.unwrap();
        self.0 = rows.last().map_or(self.0, |row| row.get(0));
        rows.iter().map(|row| row.get(1)).collect()
    }

    /// The same, where one thing must have happened.
    async fn one(&mut self, story: &Story) -> String {
        let told = self.told(story).await;
        assert_eq!(told.len(), 1, "{told:?}");
        told.into_iter().next().unwrap()
    }
}

#[tokio::test]
async fn s11_what_happens_to_users_is_written_down() {
    let story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let mut eve = story.sign_in("eve@mail.example", &["--role", "editor"]).await;
    story.say(&["--tenant", "second", "user", "add", "eve@mail.example", "--role", "viewer"]);
    let mut log = Log::begin(&story).await;
    let second: String =
        story.owner.query_one("select id::text from tenants where slug = 'second'", &[]).await.unwrap().get(0);
    assert_eq!(location(&eve.post("/account/tenant", &[("tenant", &second)]).await), "/");
    let told = log.told(&story).await;
    assert_eq!(
        told,
        [
            "default: user.went_elsewhere by eve@mail.example: eve@mail.example",
            "second: user.came_over by eve@mail.example: eve@mail.example"
        ]
    );
    location(&eve.post("/sign-out", &[]).await);
    assert_eq!(log.one(&story).await, "second: user.signed_out by eve@mail.example: eve@mail.example");
    let mut ada = story.browser.clone();
    location(&ada.post("/account/sign-out-everywhere", &[]).await);
    assert_eq!(log.one(&story).await, "default: user.signed_out_everywhere by ada@mail.example: ada@mail.example");

    // What is a user's and no tenant's stands in the log of each.
    for (act, event) in [
        (&["user", "sign-out", "eve@mail.example"][..], "user.signed_out_everywhere"),
        (&["user", "disable", "eve@mail.example"], "user.disabled"),
        (&["user", "enable", "eve@mail.example"], "user.enabled"),
    ] {
        story.say(act);
        let wanted = ["default", "second"].map(|team| format!("{team}: {event} by command line: eve@mail.example"));
        assert_eq!(log.told(&story).await, wanted, "{act:?}");
    }
    let bind = "insert into user_identities (issuer, subject, user_id) select 'https://id.example', 'eve-1', id from users where email = 'eve@mail.example'";
    story.run(bind).await;
    story.say(&["user", "unbind", "eve@mail.example"]);
    let wanted =
        ["default", "second"].map(|team| format!("{team}: user.identity_unbound by command line: eve@mail.example"));
    assert_eq!(log.told(&story).await, wanted);
    story.say(&["user", "unbind", "eve@mail.example"]);
    assert_eq!(log.told(&story).await, Vec::<String>::new(), "there was nothing to unbind");
    // Nobody but who has the database can do this.
    story.run("update users set email = 'eva@mail.example' where email = 'eve@mail.example'").await;
    let told = log.told(&story).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].starts_with("second: user.email_changed by database role "), "{told:?}");
}

#[tokio::test]
async fn s11_what_is_deleted_is_written_down() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--bare"]);
    story
        .run(
            "insert into companies (id, name, name_key) values (901, 'Nordlicht GmbH', 'x');
             insert into campaign_strategies (id, name, type) values ('00000000-0000-4000-8000-000000000079', 'Ours', 'awareness');
             insert into linkedin_connections (id, name, type) values ('00000000-0000-4000-8000-000000000077', 'Apify', 'apify');
             insert into job_schedules (id, name, kind, connection_id, every, next_run_at)
               values ('00000000-0000-4000-8000-000000000078', 'Mornings', 'profile', '00000000-0000-4000-8000-000000000077', '1 day', 'infinity')",
        )
        .await;
    for (name, shared) in [("For all", &[("everybody", "yes")][..]), ("Mine", &[])] {
        let fields = [&[("list", "people"), ("query", "since=30"), ("name", name)], shared].concat();
        location(&story.browser.post("/saved-views", &fields).await);
    }
    let upload = drop_file(&mut story.browser, "export.csv", "nothing\nof,use\n").await;
    let cancelled = story.browser.post(&format!("{upload}/cancel"), &[]).await;
    assert_eq!(cancelled.status, 303, "{}", cancelled.whole);
    let made = rapport(&story.app.url(), &["api-key", "add", "Program", "--scope", "write"]).output().unwrap();
    let program = Program::new(story.server.address, String::from_utf8(made.stdout).unwrap().trim());
    let prefix = program.key.split('.').next().unwrap().to_owned();

    let mut log = Log::begin(&story).await;
    program.delete("/api/v1/companies/901").await.good(204);
    assert_eq!(log.one(&story).await, format!("default: company.deleted by {prefix}: Nordlicht GmbH"));
    program.delete("/api/v1/strategies/00000000-0000-4000-8000-000000000079").await.good(204);
    assert_eq!(log.one(&story).await, format!("default: strategy.deleted by {prefix}: Ours"));
    location(&story.browser.post("/schedules/00000000-0000-4000-8000-000000000078/delete", &[]).await);
    assert_eq!(log.one(&story).await, "default: schedule.deleted by ada@mail.example: Mornings");
    for (name, told) in [("For all", &["default: saved_view.deleted by ada@mail.example: For all"][..]), ("Mine", &[])]
    {
        let view: String =
            story.owner.query_one("select id::text from saved_views where name = $1", &[&name]).await.unwrap().get(0);
        location(&story.browser.post(&format!("/saved-views/{view}/delete"), &[]).await);
        assert_eq!(log.told(&story).await, told, "what only one has made for themselves is nobody else's loss");
    }
    let deleted = story.browser.post(&format!("{upload}/delete"), &[]).await;
    assert_eq!(deleted.status, 303, "{}", deleted.whole);
    assert_eq!(log.one(&story).await, "default: upload.deleted by ada@mail.example: export.csv");
    // What does not happen is not told either.
    assert_eq!(story.browser.post(&format!("{upload}/delete"), &[]).await.status, 404);
    program.delete("/api/v1/companies/901").await.problem();
    let mut viewer = story.sign_in("vi@mail.example", &["--role", "viewer"]).await;
    log.told(&story).await;
    let refused = viewer.post("/connections/00000000-0000-4000-8000-000000000077/delete", &[]).await;
    assert_eq!(refused.status, 403);
    assert_eq!(log.told(&story).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s11_what_is_done_to_connections_and_endpoints_is_written_down() {
    let services = Services::start();
    let mut story = Story::begin_beside(&services).await;
    services.linkedin.add_redirect(&format!("http://{}{BACK}", story.server.address));
    let mut log = Log::begin(&story).await;
    let told = |event: &str, name: &str| format!("default: {event} by ada@mail.example: {name}");
    let fields = [("kind", "apify"), ("name", "Apify"), ("token", TOKEN)];
    let one = path(&location(&story.browser.post("/connections", &fields).await));
    let both = [told("connection.added", "Apify"), told("connection.credentials_given", "Apify")];
    assert_eq!(log.told(&story).await, both);
    location(&story.browser.post(&one, &[("name", "Scrapers"), ("limit", "9")]).await);
    assert_eq!(log.one(&story).await, told("connection.changed", "Scrapers"));
    location(&story.browser.post(&format!("{one}/credentials"), &[("token", TOKEN)]).await);
    assert_eq!(log.one(&story).await, told("connection.credentials_given", "Scrapers"));
    location(&story.browser.post(&format!("{one}/delete"), &[]).await);
    assert_eq!(log.one(&story).await, told("connection.deleted", "Scrapers"));

    let typed = [
        ("name", "Our page"),
        ("type", "company_page"),
        ("client_id", CLIENT_ID),
        ("client_secret", CLIENT_SECRET),
        ("limit", "77"),
    ];
    services.linkedin.set_consent(Consent::AccessDenied);
    let back = answer(&mut story.browser, BACK, &typed).await;
    assert_eq!(log.one(&story).await, told("connection.consent_asked", "Our page"));
    assert_eq!(story.browser.get(&back).await.status, 409);
    assert_eq!(log.one(&story).await, told("connection.consent_refused", "Our page"));
    services.linkedin.set_consent(Consent::Allow);
    let back = answer(&mut story.browser, BACK, &typed).await;
    location(&story.browser.get(&back).await);
    let consented =
        ["connection.consent_asked", "connection.added", "connection.credentials_given", "connection.consented"];
    assert_eq!(log.told(&story).await, consented.map(|event| told(event, "Our page")));

    let fields = [("name", "CRM"), ("url", "https://receiver.example/secret-path"), ("which", "all")];
    let added = story.browser.post("/endpoints", &fields).await;
    assert_eq!(added.status, 200, "{}", added.whole);
    assert_eq!(log.one(&story).await, told("endpoint.added", "CRM"));
    let id: String = story.owner.query_one("select id::text from webhook_endpoints", &[]).await.unwrap().get(0);
    for (active, event) in [("no", "endpoint.paused"), ("yes", "endpoint.resumed")] {
        location(&story.browser.post(&format!("/endpoints/{id}/active"), &[("active", active)]).await);
        assert_eq!(log.one(&story).await, told(event, "CRM"));
    }
    let fields = [("name", "Our CRM"), ("url", "https://receiver.example/secret-path"), ("which", "all")];
    location(&story.browser.post(&format!("/endpoints/{id}"), &fields).await);
    assert_eq!(log.one(&story).await, told("endpoint.changed", "Our CRM"));
    location(&story.browser.post(&format!("/endpoints/{id}/delete"), &[]).await);
    assert_eq!(log.one(&story).await, told("endpoint.deleted", "Our CRM"));
    let page = story.page("/settings/audit").await;
    for words in ["Consent refused", "Consent given", "Credentials given", "Endpoint resumed"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    must_tell_nothing(&page, &["secret-path", "AQV", "AQX", "AQT"]);
}

#[tokio::test]
async fn s11_a_stranger_writes_nothing_into_the_log() {
    let story = Story::begin().await;
    let mut log = Log::begin(&story).await;
    let mut stranger = Browser::new(story.server.address);
    let password = [("email", "nobody@mail.example"), ("password", "zwoelf boote ziehen nordwaerts")];
    assert_eq!(stranger.post("/sign-in", &password).await.status, 401);
    assert_eq!(stranger.post("/sign-out", &[]).await.status, 303);
    assert_eq!(stranger.post("/campaigns/1/delete", &[]).await.status, 303);
    assert_eq!(stranger.clone().saying("sec-fetch-site", "cross-site").post("/sign-out", &[]).await.status, 403);
    assert_eq!(Program::new(story.server.address, "rapport_00000000.nothing").get("/api/v1/me").await.status, 401);
    // A row that comes for certain, behind which nothing else has come.
    location(&story.browser.clone().post("/sign-out", &[]).await);
    assert_eq!(log.one(&story).await, "default: user.signed_out by ada@mail.example: ada@mail.example");
}
