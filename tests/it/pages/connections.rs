//! The pages of connections: credentials that are handed over there, and told by no page.

use rapport::simulators::{
    apify::TOKEN,
    linkedin::{CLIENT_ID, CLIENT_SECRET, SCOPES},
};

use super::{Story, body, page};
use crate::{
    support::{
        browser::Browser,
        services::{LI_AT, Services, jar, must_tell_nothing},
    },
    webhooks::stand::Reply,
};

const OLD_TOKEN: &str = "apify_api_of_nobody_at_all";

/// Where a form that went well leads.
#[track_caller]
pub(super) fn location(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.whole);
    reply.header("location").unwrap().to_owned()
}

/// The path before the query.
pub(super) fn path(location: &str) -> String {
    location.split('?').next().unwrap().to_owned()
}

/// Follows a check as the page does, until it is over; the page.
pub(super) async fn checked(browser: &mut Browser, path: &str) -> String {
    browser.watch(path, |page| !page.contains("It is being checked")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_kind_of_credentials_is_added_in_a_page_checked_and_shown_by_none() {
    let services = Services::start();
    let mut story = Story::begin_beside(&services).await;
    let empty = story.page("/connections").await;
    assert!(empty.contains("No connection yet") && empty.contains("href=\"/connections/new\""), "{empty}");
    let (token, cookies) = (services.linkedin_token(&SCOPES), jar(LI_AT));
    let linkedin = [
        ("kind", "linkedin"),
        ("name", "Our page"),
        ("type", "company_page"),
        ("client_id", CLIENT_ID),
        ("client_secret", CLIENT_SECRET),
        ("access_token", &token),
        ("refresh_token", ""),
    ];
    let mut said = String::new();
    for (fields, status) in [
        (&[("kind", "apify"), ("name", "Our Apify"), ("token", TOKEN), ("limit", "")][..], "Valid"),
        (&linkedin[..], "Valid"),
        (&[("kind", "cookies"), ("name", "My cookies"), ("cookies", &cookies), ("limit", "7")][..], "Not verified"),
    ] {
        let place = location(&story.browser.post("/connections", fields).await);
        let one = path(&place);
        assert!(place.ends_with("?did=connected"));
        said += &story.page(&place).await;
        let shown = checked(&mut story.browser, &one).await;
        assert!(shown.contains(&format!("\">{status}</span></div>")), "{status}: {shown}");
        assert!(shown.contains("Sealed; nobody can read them here"), "{shown}");
        said += &shown;
        // The check is in its history.
        assert!(shown.split("id=\"checks\"").nth(1).unwrap().contains(&format!(">{status}</span>")), "{shown}");
    }
    let list = story.page("/connections").await;
    for name in ["Our Apify", "Our page", "My cookies"] {
        assert!(list.contains(&format!(">{name}</a>")), "{list}");
    }
    assert!(list.contains("0 of 7"), "calls used against the limit: {list}");
    said += &list;
    said += &story.page("/jobs").await;
    said += &story.server.said();
    must_tell_nothing(&said, &[&token]);
    assert!(services.linkedin.me_calls().is_empty(), "no cookie was sent");
}

#[tokio::test]
async fn s10_a_form_that_is_wrong_comes_back_with_what_was_typed_but_no_secret() {
    let mut story = Story::begin().await;
    let token = "AQXcanaryCANARYcanaryCANARY";
    let bad_jar = format!("[{{\"name\": \"li_at\", \"value\": \"{LI_AT}\", \"domain\": \".example.com\"}}]");
    let app =
        [("client_id", "my<id>"), ("client_secret", CLIENT_SECRET), ("access_token", token), ("refresh_token", token)];
    for (fields, words) in [
        (vec![("kind", "apify"), ("name", ""), ("token", TOKEN)], "A name is needed."),
        (
            vec![("kind", "apify"), ("name", "My \"one\""), ("token", "AQXcanaryCANARYcanaryCANARY !")],
            "This is no Apify token",
        ),
        (
            vec![("kind", "apify"), ("name", "A"), ("token", TOKEN), ("limit", "many")],
            "Give a whole number of calls, or none.",
        ),
        (vec![("kind", "cookies"), ("name", "A"), ("cookies", "")], "Paste the cookies"),
        (vec![("kind", "cookies"), ("name", "A"), ("cookies", &bad_jar)], "linkedin.com"),
        (
            [vec![("kind", "linkedin"), ("name", "A"), ("type", "campaign_manager")], app.to_vec()].concat(),
            "This is no client id",
        ),
    ] {
        let reply = story.browser.post("/connections", &fields).await;
        assert_eq!(reply.status, 422, "{}", reply.whole);
        let shown = body(&reply);
        assert!(shown.contains(words), "{words}: {shown}");
        must_tell_nothing(shown, &[token]);
        for (name, value) in fields.iter().filter(|(name, _)| ["name", "limit", "client_id"].contains(name)) {
            let value = value.replace('"', "&#34;").replace('<', "&#60;").replace('>', "&#62;");
            assert!(shown.contains(&format!("value=\"{value}\"")), "{name} is kept: {shown}");
        }
    }
    let ads = [("kind", "linkedin"), ("name", "A"), ("type", "campaign_manager"), ("access_token", token)];
    let shown = story.browser.post("/connections", &ads).await.whole;
    assert!(shown.contains("value=\"campaign_manager\" selected"), "{shown}");
    assert_eq!(story.numbers_of("linkedin_connections").await, 0);
    // The same where the name is taken, and where credentials are replaced.
    let good = [("kind", "apify"), ("name", "Apify"), ("token", TOKEN)];
    let one = path(&location(&story.browser.post("/connections", &good).await));
    let waits = story.page(&one).await;
    assert!(waits.contains("It is being checked") && waits.contains(" data-live=\"connections jobs\""), "{waits}");
    let again = story.browser.post("/connections", &good).await;
    assert_eq!(again.status, 409);
    let wrong = story.browser.post(&format!("{one}/credentials"), &[("token", token)]).await;
    assert!(wrong.status == 303 || wrong.status == 422, "{}", wrong.whole);
    let wrong = story.browser.post(&format!("{one}/credentials"), &[("token", "AQXcanaryCANARYcanaryCANARY !")]).await;
    assert_eq!(wrong.status, 422);
    must_tell_nothing(&(again.whole + wrong.whole.as_str() + story.server.said().as_str()), &[token]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn credentials_are_replaced_checked_again_limited_and_disconnected() {
    let services = Services::start();
    let mut story = Story::begin_beside(&services).await;
    let fields = [("kind", "apify"), ("name", "Apify"), ("token", OLD_TOKEN)];
    let one = path(&location(&story.browser.post("/connections", &fields).await));
    checked(&mut story.browser, &one).await;
    let shown = story.page(&one).await;
    assert!(shown.contains("\">Invalid</span></div>") && shown.contains("Apify does not know this token"), "{shown}");
    let place = location(&story.browser.post(&format!("{one}/credentials"), &[("token", TOKEN)]).await);
    assert_eq!(place, format!("{one}?did=replaced"));
    checked(&mut story.browser, &one).await;
    assert!(story.page(&one).await.contains("\">Valid</span></div>"));
    let before = services.apify.calls();
    location(&story.browser.post(&format!("{one}/check"), &[]).await);
    checked(&mut story.browser, &one).await;
    assert_ne!(services.apify.calls(), before, "Apify was asked once more");
    // Another name and a limit; what is wrong comes back as it was typed.
    location(&story.browser.post(&one, &[("name", "Scrapers"), ("limit", "9")]).await);
    let shown = story.page("/connections").await;
    assert!(shown.contains(">Scrapers</a>") && shown.contains(" of 9"), "{shown}");
    let wrong = story.browser.post(&one, &[("name", "Scrapers"), ("limit", "-3")]).await;
    assert!(wrong.status == 422 && body(&wrong).contains("value=\"-3\""), "{}", wrong.whole);
    // What a disconnection takes with it is named, as many as there are.
    let id = one.rsplit('/').next().unwrap();
    let sql = format!(
        "insert into scraping_jobs (kind, connection_id, run_at) select 'profile', '{id}', now() + interval '1 day' from generate_series(1, 2);
         insert into job_schedules (name, kind, connection_id, every, next_run_at) values ('s', 'profile', '{id}', '1 day', now() + interval '1 day')"
    );
    story.run(&sql).await;
    let ask = story.page(&format!("{one}/delete")).await;
    for words in
        ["credentials are deleted for good", "2\u{a0}jobs that wait or run are cancelled", "1\u{a0}schedule goes"]
    {
        assert!(ask.contains(words), "{words}: {ask}");
    }
    // Not while a run goes on that nobody could end.
    story.run("update scraping_jobs set apify_run_id = 'simulatedrun00001' where state = 'pending' and id = (select min(id::text)::uuid from scraping_jobs where state = 'pending')").await;
    let refused = story.browser.post(&format!("{one}/delete"), &[]).await;
    assert!(refused.status == 409 && body(&refused).contains("have a run at Apify"), "{}", refused.whole);
    story.run("update scraping_jobs set apify_run_id = null").await;
    assert_eq!(location(&story.browser.post(&format!("{one}/delete"), &[]).await), "/connections?did=disconnected");
    assert_eq!(story.browser.get(&one).await.status, 404);
    // Who did it is written down, and no check or call that is counted is.
    let ada = "actor = (select id::text from users where email = 'ada@mail.example')";
    for (event, times) in [("added", 1), ("credentials_given", 2), ("changed", 1), ("deleted", 1)] {
        let noted = story.numbers_of(&format!("audit_log where event = 'connection.{event}' and {ada}")).await;
        assert_eq!(noted, times, "{event}");
    }
    assert_eq!(story.numbers_of("scraping_jobs where state = 'cancelled'").await, 2);
    assert_eq!(story.numbers_of("job_schedules").await, 0);
    // The budget, too, is set in the page.
    assert_eq!(
        location(&story.browser.post("/connections/budget", &[("budget", "12.5")]).await),
        "/connections?did=budget"
    );
    assert!(story.page("/connections").await.contains("of 12.50"), "it is shown");
    let wrong = story.browser.post("/connections/budget", &[("budget", "a lot")]).await;
    assert!(wrong.status == 422 && body(&wrong).contains("value=\"a lot\""), "{}", wrong.whole);
}

#[tokio::test]
async fn who_may_read_sees_no_way_to_change_and_clients_and_other_teams_see_nothing() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let made = "with t as (select id from tenants where slug = 'second'),
        c as (insert into linkedin_connections (tenant_id, name, type) select id, 'canary-connection', 'apify' from t returning *),
        j as (insert into scraping_jobs (tenant_id, kind, connection_id, state, error) select tenant_id, 'profile', id, 'dead', 'canary-error' from c returning *),
        s as (insert into job_schedules (tenant_id, name, kind, connection_id, every) select tenant_id, 'canary-schedule', 'profile', id, '1 day' from c returning *),
        h as (insert into webhook_sources (tenant_id, name, kind) select id, 'canary-hook', 'generic' from t returning *),
        d as (insert into webhook_inbox (tenant_id, source_id, delivery_id, body) select tenant_id, id, 'canary-delivery', 'x' from h returning *)
        select c.id::text, j.id::text, s.id::text, d.id::text from c, j, s, d";
    let theirs = story.owner.query_one(made, &[]).await.unwrap();
    let theirs: Vec<String> = (0..4).map(|column| theirs.get(column)).collect();
    let none = "00000000-0000-4000-8000-0000000000ff".to_owned();
    let of = |ids: &[String]| {
        let [c, j, s, d] = ids else { panic!("four") };
        let get = [
            format!("/connections/{c}"),
            format!("/connections/{c}/credentials"),
            format!("/connections/{c}/delete"),
            format!("/jobs/{j}"),
        ];
        let post = [
            format!("/connections/{c}"),
            format!("/connections/{c}/check"),
            format!("/connections/{c}/credentials"),
            format!("/connections/{c}/consent"),
            format!("/connections/{c}/delete"),
            format!("/jobs/{j}/retry"),
            format!("/jobs/{j}/cancel"),
            format!("/schedules/{s}/active"),
            format!("/schedules/{s}/delete"),
            format!("/webhooks/deliveries/{d}/replay"),
        ];
        (get, post)
    };
    let ((get, post), (absent_get, absent_post)) = (of(&theirs), of(&vec![none; 4]));
    let fields = [("name", "Taken"), ("limit", "1"), ("token", TOKEN), ("active", "no")];
    for (path, absent) in get.iter().zip(&absent_get) {
        let (reply, nothing) = (story.browser.get(path).await, story.browser.get(absent).await);
        assert_eq!((reply.status, body(&reply)), (404, body(&nothing)), "{path}");
    }
    for (path, absent) in post.iter().zip(&absent_post) {
        let (reply, nothing) = (story.browser.post(path, &fields).await, story.browser.post(absent, &fields).await);
        assert_eq!((reply.status, body(&reply)), (404, body(&nothing)), "{path}");
    }
    for path in ["/connections", "/jobs", "/schedules", "/webhooks"] {
        assert!(!story.page(path).await.contains("canary"), "{path}");
    }
    story.run("insert into linkedin_connections (name, type) values ('Apify', 'apify')").await;
    let id: String = story
        .owner
        .query_one("select id::text from linkedin_connections where name = 'Apify'", &[])
        .await
        .unwrap()
        .get(0);
    let one = format!("/connections/{id}");
    let mut viewer = story.sign_in("vi@mail.example", &["--role", "viewer"]).await;
    for path in ["/connections", &one, "/jobs", "/schedules", "/webhooks"] {
        let shown = page(&mut viewer, path).await;
        let main = shown.split("<main").nth(1).unwrap();
        assert!(!main.contains("method=\"post\"") && !main.contains("/new"), "{path}: {main}");
    }
    story.run("insert into campaigns (id, name) values (77, 'Theirs')").await;
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client", "--campaign", "Theirs"]).await;
    for path in ["/connections", &one, "/jobs", "/schedules", "/webhooks"] {
        assert_eq!(client.get(path).await.status, 403, "{path}");
    }
    let mut changes = of(&[id.clone(), id.clone(), id.clone(), id]).1.to_vec();
    changes.extend(["/connections", "/connections/budget", "/connections/consent", "/jobs"].map(str::to_owned));
    for browser in [&mut viewer, &mut client] {
        for path in &changes {
            assert_eq!(browser.post(path, &fields).await.status, 403, "{path}");
        }
        for path in [
            "/connections/new",
            "/connections/consent",
            "/jobs/new",
            &format!("{one}/credentials"),
            &format!("{one}/delete"),
        ] {
            assert_eq!(browser.get(path).await.status, 403, "{path}");
        }
    }
}

impl Story {
    pub(super) async fn numbers_of(&self, what: &str) -> i64 {
        self.owner.query_one(&format!("select count(*) from {what}"), &[]).await.unwrap().get(0)
    }
}
