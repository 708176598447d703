//! What owners do with their tenant in the pages of a server that runs, and who may not.

use std::time::{Duration, Instant};

use tokio_postgres::Client;

use crate::support::{
    app::TestApp,
    browser::Browser,
    process::heard,
    server::{Server, rapport},
};
use crate::webhooks::stand::Reply;

const PASSWORD: &str = "zwoelf boote ziehen nordwaerts";

/// A server with an owner who is signed in.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
    ada: Browser,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let server = Server::start(&app.url(), &["--no-worker"]);
        let ada = Browser::new(server.address);
        let mut story = Self { app, owner, server, ada };
        story.ada = story.sign_in("ada@mail.example", "owner", "default").await;
        story
    }

    /// A browser of a new member of a tenant.
    async fn sign_in(&self, email: &str, role: &str, tenant: &str) -> Browser {
        self.say(&["--tenant", tenant, "user", "add", email, "--role", role]);
        self.again(email, tenant).await
    }

    async fn again(&self, email: &str, tenant: &str) -> Browser {
        let link = self.say(&["--tenant", tenant, "user", "link", email, "--sign-in"]);
        let mut browser = Browser::new(self.server.address);
        let reply = browser.post("/link", &[("token", &token(&link))]).await;
        assert_eq!(reply.status, 303, "{}", reply.whole);
        browser
    }

    #[track_caller]
    fn say(&self, args: &[&str]) -> String {
        let output = heard(rapport(&self.app.url(), args).output().unwrap());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    async fn text(&self, sql: &str) -> String {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    async fn number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    async fn member(&self, email: &str) -> String {
        self.owner.query_one("select id::text from users where email = $1", &[&email]).await.unwrap().get(0)
    }
}

/// The token of the link in a text.
#[track_caller]
fn token(text: &str) -> String {
    let rest = text.split_once("/link?token=").unwrap_or_else(|| panic!("{text}")).1;
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

#[track_caller]
fn sent_to<'a>(reply: &'a Reply, place: &str) -> &'a Reply {
    assert_eq!((reply.status, reply.header("location")), (303, Some(place)), "{}", reply.whole);
    reply
}

#[tokio::test]
async fn an_owner_lets_people_in_changes_what_they_may_do_and_sends_them_away() {
    let mut story = Story::begin().await;
    story.say(&["campaign", "create", "Spring"]);
    story.say(&["campaign", "create", "Autumn"]);
    let page = story.ada.get("/settings/members").await;
    assert!(page.status == 200 && page.whole.contains("ada@mail.example") && page.whole.contains("Let somebody in"));

    // What is wrong is said beside what was typed.
    for (email, role, words) in [
        ("eva", "editor", "This is no e-mail address"),
        ("ada@mail.example", "editor", "belongs to this tenant already"),
        ("<b>@x", "client", "Choose the campaigns"),
        ("eva@mail.example", "emperor", "one of the roles"),
    ] {
        let reply = story.ada.post("/settings/members", &[("email", email), ("role", role)]).await;
        assert!((400..500).contains(&reply.status) && reply.whole.contains(words), "{}", reply.whole);
        assert!(!reply.whole.contains("<b>@x"), "{}", reply.whole);
    }
    assert_eq!(story.number("select count(*) from users").await, 1);

    let fields = [("email", " Eva@Mail.example"), ("name", "Eva"), ("role", "editor")];
    let reply = story.ada.post("/settings/members", &fields).await;
    assert_eq!(reply.status, 200, "{}", reply.whole);
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let site = format!("http://{}/link?token=", story.server.address);
    assert!(reply.whole.contains(&site), "the link leads to where she is: {}", reply.whole);
    let link = token(&reply.whole);
    let listed = story.ada.get("/settings/members").await.whole;
    assert!(listed.contains("Invited") && !listed.contains(&link), "it is shown once");
    let mut eva = Browser::new(story.server.address);
    let fields = [("token", link.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
    sent_to(&eva.post("/link", &fields).await, "/");
    assert!(eva.get("/account").await.whole.contains("editor of Default"));

    // A client of one campaign.
    let at = format!("/settings/members/{}", story.member("eva@mail.example").await);
    let spring = story.text("select id::text from campaigns where name = 'Spring'").await;
    let nowhere = story.ada.post(&at, &[("role", "client"), ("campaign", "4711")]).await;
    assert!(nowhere.status == 422 && nowhere.whole.contains("Choose the campaigns"), "{}", nowhere.whole);
    let done = story.ada.post(&at, &[("role", "client"), ("campaign", &spring)]).await;
    sent_to(&done, "/settings/members?did=changed");
    let page = story.ada.get("/settings/members?did=changed").await.whole;
    assert!(page.contains("has changed") && page.contains("1\u{a0}campaign"), "{page}");
    let seen = eva.get("/campaigns").await.whole;
    assert!(seen.contains("Spring") && !seen.contains("Autumn"), "{seen}");
    let page = story.ada.get(&at).await.whole;
    assert!(page.contains(&format!("value=\"{spring}\" checked")), "{page}");
    sent_to(&story.ada.post(&at, &[("role", "client"), ("all", "yes")]).await, "/settings/members?did=changed");
    assert!(eva.get("/campaigns").await.whole.contains("Autumn"));
    // No address says what a page says of itself.
    let page = story.ada.get("/settings/members?did=%3Cb%3Eall+is+lost").await.whole;
    assert!(!page.contains("all is lost") && !page.contains("role=\"status\""), "{page}");

    // Signed out, a new link, and away.
    sent_to(&story.ada.post(&format!("{at}/sign-out"), &[]).await, "/settings/members?did=signed-out");
    assert!(!eva.is_in().await);
    let reply = story.ada.post(&format!("{at}/link"), &[]).await;
    let fields = [("token", token(&reply.whole)), ("password", PASSWORD.into()), ("again", PASSWORD.into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value): &(_, String)| (*name, value.as_str())).collect();
    sent_to(&eva.post("/link", &fields).await, "/");
    let asks = story.ada.get(&format!("{at}/remove")).await.whole;
    assert!(asks.contains("signed out of it in 1\u{a0}browser") && asks.contains("What they did stays"), "{asks}");
    assert!(eva.is_in().await, "to ask is to do nothing");
    sent_to(&story.ada.post(&format!("{at}/remove"), &[]).await, "/settings/members?did=removed");
    assert!(!eva.is_in().await);
    for path in
        [at.clone(), format!("{at}/remove"), "/settings/members/00000000-0000-0000-0000-000000000000".to_owned()]
    {
        assert_eq!(story.ada.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(story.ada.post(&format!("{at}/link"), &[]).await.status, 404);

    // The last owner stays, whichever way.
    let me = format!("/settings/members/{}", story.member("ada@mail.example").await);
    for (path, fields) in [(me.clone(), &[("role", "viewer")][..]), (format!("{me}/remove"), &[])] {
        let reply = story.ada.post(&path, fields).await;
        assert!(reply.status == 409 && reply.whole.contains("would have no owner"), "{}", reply.whole);
    }
    let events = "select string_agg(event || case when actor = (select id::text from users where email = 'ada@mail.example') then ' by her' else '' end, ', ' order by id)
      from audit_log where subject = (select id::text from users where email = 'eva@mail.example') and event like any (array['member.%', 'user.link_made'])";
    assert_eq!(
        story.text(events).await,
        "member.added by her, user.link_made by her, member.changed by her, member.changed by her, member.signed_out by her, user.link_made by her, member.removed by her"
    );
}

#[tokio::test]
async fn whoever_is_no_owner_changes_no_setting_and_hears_whom_to_ask() {
    let story = Story::begin().await;
    let eva = story.member("ada@mail.example").await;
    let state = "select hashtextextended((select string_agg(t::text, ' ' order by t::text) from (select u::text from users u union all select m::text from memberships m union all select k::text from api_keys k union all select w::text from engagement_weights w union all select t::text from tenants t union all select l::text from account_links l) t), 0)";
    for (role, words) in [("editor", "its editor"), ("viewer", "its viewer"), ("client", "its client")] {
        let mut browser = story.sign_in(&format!("{role}@mail.example"), role, "default").await;
        let before = story.number(state).await;
        let mut refused = Vec::new();
        for path in [
            "/settings/keys",
            "/settings/audit",
            "/settings/audit.csv",
            "/settings/tenant",
            "/settings/tenant/retention?months=6",
        ] {
            refused.push((path.to_owned(), browser.get(path).await));
        }
        for path in ["", "/remove"] {
            let path = format!("/settings/members/{eva}{path}");
            refused.push((path.clone(), browser.get(&path).await));
        }
        let fields = [
            ("email", "new@mail.example"),
            ("role", "owner"),
            ("name", "Key"),
            ("scope", "read"),
            ("zone", "UTC"),
            ("currency", "EUR"),
            ("likes", "7"),
            ("months", "6"),
        ];
        for path in [
            "/settings/members".to_owned(),
            "/settings/keys".to_owned(),
            format!("/settings/keys/{eva}/revoke"),
            "/settings/tenant".to_owned(),
            "/settings/tenant/weights".to_owned(),
            "/settings/tenant/retention".to_owned(),
            format!("/settings/members/{eva}"),
            format!("/settings/members/{eva}/link"),
            format!("/settings/members/{eva}/sign-out"),
            format!("/settings/members/{eva}/remove"),
        ] {
            refused.push((path.clone(), browser.post(&path, &fields).await));
        }
        for (path, reply) in refused {
            let says = reply.whole.contains("An owner of Default may do this") && reply.whole.contains(words);
            assert!(reply.status == 403 && says, "{role} {path}: {}", reply.whole);
        }
        assert_eq!(story.number(state).await, before, "{role}");
        let members = browser.get("/settings/members").await;
        if role == "client" {
            assert!(members.status == 403 && !browser.get("/").await.whole.contains("/settings"), "{}", members.whole);
        } else {
            let whole = &members.whole;
            assert!(
                members.status == 200 && whole.contains("ada@mail.example") && whole.contains("href=\"/settings\"")
            );
            assert!(
                !whole.contains("Let somebody in") && !whole.contains(&eva) && !whole.contains("/settings/keys"),
                "{whole}"
            );
        }
    }
    // Who is an owner no more is refused also with a page that is still open.
    story.say(&["user", "add", "bea@mail.example", "--role", "owner"]);
    let mut ada = story.ada.clone();
    story.say(&["user", "role", "ada@mail.example", "viewer"]);
    assert_eq!(ada.post("/settings/members", &[("email", "x@mail.example"), ("role", "viewer")]).await.status, 403);
}

#[tokio::test]
async fn s19_an_owner_opens_nobodys_door_to_a_team_of_others() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--name", "Second", "--bare"]);
    story.say(&["--tenant", "second", "user", "add", "bea@mail.example", "--role", "owner"]);
    // Bea has chosen no password yet: whoever made her a link would be her, also there.
    for email in ["bea@mail.example", "BEA@mail.example "] {
        let reply = story.ada.post("/settings/members", &[("email", email), ("role", "viewer")]).await;
        assert!(reply.status == 403 && reply.whole.contains("belong to another team too"), "{}", reply.whole);
    }
    assert_eq!(
        story.number("select count(*) from memberships where tenant_id = '00000000-0000-0000-0000-000000000001'").await,
        1
    );
    // Whoever has the database can let her in, and still no owner here has a key to there.
    story.say(&["user", "add", "bea@mail.example", "--role", "viewer"]);
    let at = format!("/settings/members/{}", story.member("bea@mail.example").await);
    let links = "select coalesce(string_agg(l::text, ' ' order by l::text), '') from account_links l";
    let before = story.text(links).await;
    let reply = story.ada.post(&format!("{at}/link"), &[]).await;
    assert!(reply.status == 403 && !reply.whole.contains("/link?token="), "{}", reply.whole);
    assert_eq!(story.text(links).await, before, "nor is the link over that she was given");
    // Her sessions there are none of ours.
    let mut there = story.again("bea@mail.example", "second").await;
    sent_to(&story.ada.post(&format!("{at}/sign-out"), &[]).await, "/settings/members?did=signed-out");
    assert_eq!(there.get("/account").await.status, 200);
    assert!(there.get("/account").await.whole.contains("owner of Second"));
    // Where Ada owns both, she may.
    story.say(&["--tenant", "second", "user", "add", "ada@mail.example", "--role", "owner"]);
    assert_eq!(story.ada.post(&format!("{at}/link"), &[]).await.status, 200);
    sent_to(&story.ada.post(&format!("{at}/remove"), &[]).await, "/settings/members?did=removed");
    assert!(there.get("/account").await.whole.contains("owner of Second"), "they belong there as before");
}

#[tokio::test]
async fn a_key_is_made_shown_once_and_revoked_in_the_pages() {
    let mut story = Story::begin().await;
    assert!(story.ada.get("/settings/keys").await.whole.contains("No key yet"));
    for (fields, words) in [
        (&[("name", "<b>Odd"), ("days", "7")][..], "Choose what the key may do"),
        (&[("name", " "), ("scope", "read")], "name is needed"),
        (&[("name", "Odd"), ("scope", "read"), ("days", "9999")], "1 to 3650 days"),
        (&[("name", "Odd"), ("scope", "read"), ("days", "soon")], "1 to 3650 days"),
    ] {
        let reply = story.ada.post("/settings/keys", fields).await;
        assert!(reply.status == 422 && reply.whole.contains(words), "{}", reply.whole);
        assert!(reply.whole.contains(&format!("value=\"{}\"", fields.last().unwrap().1)) || fields.len() == 2);
    }
    assert_eq!(story.number("select count(*) from api_keys").await, 0);
    let fields = [("name", "Warehouse"), ("scope", "read"), ("scope", "write"), ("days", "30")];
    let reply = story.ada.post("/settings/keys", &fields).await;
    assert_eq!(reply.status, 200, "{}", reply.whole);
    let key = reply.whole.split("data-copy=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut program = Browser::new(story.server.address).saying("authorization", &format!("Bearer {key}"));
    let me = program.get("/api/v1/me").await;
    assert_eq!((me.status, &me.json()["key"]["scopes"]), (200, &serde_json::json!(["read", "write"])));
    let listed = story.ada.get("/settings/keys").await.whole;
    let (prefix, secret) = key.split_once('.').unwrap();
    assert!(listed.contains(prefix) && !listed.contains(secret), "{listed}");
    let twice = story.ada.post("/settings/keys", &fields).await;
    assert!(twice.status == 409 && twice.whole.contains("exists already"), "{}", twice.whole);
    let id = story.text("select id::text from api_keys").await;
    sent_to(&story.ada.post(&format!("/settings/keys/{id}/revoke"), &[]).await, "/settings/keys?did=revoked");
    assert_eq!(program.get("/api/v1/me").await.status, 401);
    assert!(!story.ada.get("/settings/keys").await.whole.contains(prefix));
    assert!(story.ada.get("/settings/keys?all=1").await.whole.contains("Revoked"));
    assert_eq!(story.ada.post(&format!("/settings/keys/{id}/revoke"), &[]).await.status, 404);
    // One of another team is none.
    story.say(&["tenant", "add", "second", "--bare"]);
    story.say(&["--tenant", "second", "api-key", "add", "Theirs", "--scope", "read"]);
    let theirs = story.text("select id::text from api_keys where name = 'Theirs'").await;
    assert_eq!(story.ada.post(&format!("/settings/keys/{theirs}/revoke"), &[]).await.status, 404);
    assert_eq!(story.number("select count(*) from api_keys where revoked_at is null").await, 1);
}

#[tokio::test]
async fn the_audit_log_is_read_by_event_by_person_and_page_by_page() {
    let mut story = Story::begin().await;
    story.sign_in("eva@mail.example", "viewer", "default").await;
    story.say(&["user", "remove", "eva@mail.example"]);
    story.say(&["tenant", "add", "second", "--bare"]);
    story.say(&["--tenant", "second", "api-key", "add", "Theirs", "--scope", "read"]);
    let page = story.ada.get("/settings/audit").await.whole;
    assert!(page.contains("eva@mail.example (left)") && page.contains("Member removed"), "{page}");
    assert!(!page.contains("Theirs"), "{page}");
    let ada = story.member("ada@mail.example").await;
    let rows = |page: &str| page.matches("<tr><td class=\"time\">").count();
    let page = story.ada.get("/settings/audit?event=user.signed_in").await.whole;
    assert_eq!(rows(&page), 2, "{page}");
    let page = story.ada.get(&format!("/settings/audit?event=user.signed_in&who={ada}")).await.whole;
    assert_eq!(rows(&page), 1, "{page}");
    assert!(story.ada.get("/settings/audit?event=nothing").await.whole.contains("Nothing like that"));

    // Two hundred and thirty rows in three pages, each once, while others are written.
    story
        .owner
        .batch_execute(
            "delete from audit_log;
             insert into audit_log (tenant_id, actor, event, subject, details) select '00000000-0000-0000-0000-000000000001', '=1+1', 'user.wrong_password', n::text, jsonb_build_object('address', 'no ' || n) from generate_series(1, 230) n",
        )
        .await
        .unwrap();
    let (mut path, mut seen, mut pages) = ("/settings/audit?event=user.wrong_password".to_owned(), Vec::new(), 0);
    loop {
        let page = story.ada.get(&path).await.whole;
        pages += 1;
        seen.extend(
            page.split("<td class=\"wider soft\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()),
        );
        story
            .owner
            .batch_execute("insert into audit_log (tenant_id, actor, event, details) values ('00000000-0000-0000-0000-000000000001', 'x', 'user.wrong_password', '{\"address\": \"late\"}')")
            .await
            .unwrap();
        let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
        path = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&").replace("&amp;", "&");
    }
    let wanted: Vec<String> = (1..=230).rev().map(|n| format!("no {n}")).collect();
    assert_eq!((pages, seen), (3, wanted));
    let file = story.ada.get("/settings/audit.csv?event=user.wrong_password").await;
    assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"audit-log.csv\""));
    let body = file.whole.split_once("\r\n\r\n").unwrap().1;
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let who: Vec<String> = reader.records().map(|row| row.unwrap()[2].to_owned()).collect();
    assert_eq!((who.len(), who.iter().filter(|who| *who == "'=1+1").count()), (233, 230));
}

#[tokio::test]
async fn a_team_is_renamed_counts_by_another_clock_and_weighs_anew() {
    let mut story = Story::begin().await;
    let page = story.ada.get("/settings/tenant").await.whole;
    assert!(page.contains("value=\"Default\"") && page.contains("Europe/Berlin") && page.contains("as Rapport comes"));
    for (name, zone, currency, words) in [
        (" ", "UTC", "EUR", "name is needed"),
        ("<b>N", "Mars/Olympus", "EUR", "no such time zone"),
        ("<b>N", "EST5EDT4,M3.2.0", "EUR", "no such time zone"),
        ("<b>N", "UTC", "euro", "three"),
    ] {
        let reply = story.ada.post("/settings/tenant", &[("name", name), ("zone", zone), ("currency", currency)]).await;
        assert!(reply.status == 422 && reply.whole.contains(words) && !reply.whole.contains("<b>N"), "{}", reply.whole);
        assert!(reply.whole.contains(&format!("value=\"{zone}\"")), "{}", reply.whole);
    }
    let use_one =
        "insert into campaigns (name, strategy_id) select 'Spring', id from campaign_strategies order by name limit 1";
    story.owner.batch_execute(use_one).await.unwrap();
    let fields = [("name", "Nordlicht"), ("zone", "Europe/Berlin"), ("currency", "eur")];
    sent_to(&story.ada.post("/settings/tenant", &fields).await, "/settings/tenant?did=saved");
    let kept = story.text("select concat_ws(' ', name, time_zone, currency) from tenants where slug = 'default'").await;
    assert_eq!(kept, "Nordlicht Europe/Berlin EUR");
    let of_the_used = "select string_agg(distinct s.currency, ' ') from campaign_strategies s join campaigns c on c.strategy_id = s.id";
    let of_the_others = "select string_agg(distinct s.currency, ' ') from campaign_strategies s where not exists (select from campaigns c where c.strategy_id = s.id)";
    assert_eq!([story.text(of_the_used).await, story.text(of_the_others).await], ["USD", "EUR"], "what is proposed");
    let page = story.ada.get("/").await.whole;
    assert!(page.contains("Nordlicht") && page.contains("Europe/Berlin"), "the clock of every page");

    let weights = |likes: &'static str| {
        [("likes", likes), ("reactions", "2"), ("comments", "5"), ("shares", "8"), ("follows", "6"), ("clicks", "0")]
    };
    for wrong in ["-1", "10001", "1.5", "", "many"] {
        let reply = story.ada.post("/settings/tenant/weights", &weights(wrong)).await;
        assert!(reply.status == 422 && reply.whole.contains("whole number from 0 to 10000"), "{}", reply.whole);
    }
    for likes in ["3", "4"] {
        let done = story.ada.post("/settings/tenant/weights", &weights(likes)).await;
        sent_to(&done, "/settings/tenant?did=weighed");
    }
    let kept = "select concat_ws(' ', version, likes, clicks) from app.weights where tenant_id = '00000000-0000-0000-0000-000000000001'";
    assert_eq!(story.text(kept).await, "2 4 0");
    assert!(story.ada.get("/settings/tenant").await.whole.contains("changed 2\u{a0}times"));
    let events =
        "select string_agg(event, ' ' order by id) from audit_log where event in ('tenant.changed', 'weights.changed')";
    assert_eq!(story.text(events).await, "tenant.changed weights.changed weights.changed");
}

#[tokio::test]
async fn people_whom_nobody_sees_are_forgotten_after_as_long_as_the_team_says_and_figures_follow() {
    let mut story = Story::begin().await;
    // Of two teams; in the first, everybody but two is somebody's, or was seen.
    story.say(&["tenant", "add", "second", "--bare"]);
    let unseen = "insert into persons (id, tenant_id, name, last_seen, lead_status, notes, tags, owner, is_notable)
        select v.id, t.id, v.name, now() - v.months * interval '1 month' - interval '1 day', v.status::lead_status, v.notes, v.tags, v.owner, v.notable
        from tenants t
        join (values (1, 'default', 'Gone', 24, null, null, '{}'::text[], null, false), (2, 'default', 'Gone too', 40, null, '', '{}', '', false),
          (3, 'default', 'New', 0, null, null, '{}', null, false), (4, 'default', 'Status', 40, 'engaged', null, '{}', null, false),
          (5, 'default', 'Notes', 40, null, 'Met in May', '{}', null, false), (6, 'default', 'Tag', 40, null, null, '{vip}', null, false),
          (7, 'default', 'Owner', 40, null, null, '{}', 'Eva', false), (8, 'default', 'Notable', 40, null, null, '{}', null, true),
          (9, 'default', 'Excluded', 40, null, null, '{}', null, false), (10, 'default', 'Engaged', 40, null, null, '{}', null, false),
          (11, 'default', 'A year', 12, null, null, '{}', null, false), (12, 'second', 'Theirs', 40, null, null, '{}', null, false))
          v (id, slug, name, months, status, notes, tags, owner, notable) on v.slug = t.slug;
        insert into personas (id, name, criteria) values ('11111111-0000-4000-8000-000000000001', 'Nobody', '{\"title\": {\"include\": [\"nothing\"]}}');
        insert into targets (persona_id, person_id, excluded, is_active) values ('11111111-0000-4000-8000-000000000001', 9, true, false);
        insert into posts (id, title) values (1, 'One');
        insert into engagements (person_id, post_id, engagement_type, reaction_type, engaged_at) values
          (10, 1, 'reaction', 'like', now() - interval '1 month'), (1, 1, 'reaction', 'like', now() - interval '30 months')";
    story.owner.batch_execute(unseen).await.unwrap();
    let page = story.ada.get("/settings/tenant").await.whole;
    assert!(page.contains("<option value=\"\" selected>Until somebody deletes them"), "{page}");

    // First it is said what it would come to, and nothing happens.
    for wrong in ["0", "121", "1.5", "many", "-3"] {
        let path = format!("/settings/tenant/retention?months={wrong}");
        let replies =
            [story.ada.get(&path).await, story.ada.post("/settings/tenant/retention", &[("months", wrong)]).await];
        for reply in replies {
            assert!(reply.status == 422 && reply.whole.contains("from 1 to 120"), "{}", reply.whole);
        }
    }
    let asked = story.ada.get("/settings/tenant/retention?months=24").await.whole;
    assert!(asked.contains("that is 2 of 11\u{a0}people") && asked.contains("24\u{a0}months?"), "{asked}");
    assert_eq!(story.number("select count(*) from persons").await, 12);

    let kept = story.ada.post("/settings/tenant/retention", &[("months", "24")]).await;
    sent_to(&kept, "/settings/tenant?did=kept");
    assert!(story.ada.get("/settings/tenant").await.whole.contains("<option value=\"24\" selected>24\u{a0}months"));
    // A worker sees to it when it starts, and every hour.
    let worker = Server::start(&story.app.url(), &[]);
    let left = "select string_agg(name, ' ' order by id) from persons";
    let end = Instant::now() + Duration::from_secs(30);
    while story.number("select count(*) from persons").await > 10 {
        assert!(Instant::now() < end, "{}", story.text(left).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(worker.stop().0.success());
    assert_eq!(story.text(left).await, "New Status Notes Tag Owner Notable Excluded Engaged A year Theirs");
    assert_eq!(story.number("select count(*) from engagements").await, 1);
    let metrics: serde_json::Value = serde_json::from_str(&story.say(&["--json", "doctor", "metrics"])).unwrap();
    assert_eq!(metrics["differences"], 0, "{metrics}");
    let noted = "select string_agg(event || ' ' || (details - 'was')::text, ' ' order by id) from audit_log where event in ('retention.changed', 'people.forgotten')";
    assert_eq!(
        story.text(noted).await,
        "retention.changed {\"months\": 24} people.forgotten {\"months\": 24, \"people\": 2}"
    );

    // And back.
    assert!(story.ada.get("/settings/tenant/retention?months=").await.whole.contains("until somebody deletes them?"));
    sent_to(&story.ada.post("/settings/tenant/retention", &[("months", "")]).await, "/settings/tenant?did=kept");
    assert_eq!(story.number("select count(*) from tenants where people_kept_months is not null").await, 0);
}

#[tokio::test]
async fn the_menu_of_teams_has_those_of_the_user_and_no_other() {
    let mut story = Story::begin().await;
    for tenant in ["second", "third"] {
        story.say(&["tenant", "add", tenant, "--name", &format!("The {tenant}"), "--bare"]);
    }
    let menu = story.ada.get("/account/tenants").await.whole;
    assert!(menu.contains("Default") && !menu.contains("<form"), "{menu}");
    story.say(&["--tenant", "second", "user", "add", "ada@mail.example", "--role", "viewer"]);
    let menu = story.ada.get("/account/tenants").await.whole;
    assert!(menu.contains("The second") && menu.matches("<form").count() == 1 && !menu.contains("The third"), "{menu}");
    let id = menu.split("name=\"tenant\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    sent_to(&story.ada.post("/account/tenant", &[("tenant", &id)]).await, "/");
    assert!(story.ada.get("/").await.whole.contains("The second"));
    // Who is not signed in is sent to where one is, and not into a menu.
    assert_eq!(Browser::new(story.server.address).get("/account/tenants").await.status, 303);
}
