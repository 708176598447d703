//! `rapport demo`: the data is what it promises, the same every time, and what Rapport says of it is true.

use std::{collections::BTreeMap, process::Command, sync::Arc};

use jiff::Timestamp;
use rapport::{
    cli::demo::{
        build::{Recipe, build},
        plan::{Kind, TENANTS, rates},
    },
    model::imports::Report,
};
use serde_json::Value;
use tokio_postgres::Client;

use crate::support::{
    app::{TestApp, TestDir},
    browser::Browser,
    process::heard,
    server::Server,
};

/// A demo in a database of its own.
struct Demo {
    client: Client,
    reports: Vec<Report>,
    // Dropped last: the database goes with it.
    _app: TestApp,
}

async fn demo(dir: &TestDir, seed: u64, now: Timestamp) -> Demo {
    let app = TestApp::new().await;
    let recipe = Recipe { exports: &dir.0, seed, now, say: &|_| () };
    let reports = build(Arc::new(app.another()), &recipe).await.unwrap();
    Demo { client: app.owner().await, reports, _app: app }
}

impl Demo {
    async fn number(&self, sql: &str) -> i64 {
        self.client.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error:?}")).get(0)
    }

    async fn json(&self, sql: &str) -> Value {
        self.client.query_one(&format!("select coalesce(jsonb_agg(x), '[]') from ({sql}) x"), &[]).await.unwrap().get(0)
    }

    /// Everything that a reader of the demo sees, without ids that are drawn anew.
    async fn seen(&self) -> Vec<Value> {
        let mut seen = Vec::new();
        for sql in [
            "select slug, (select count(*) from persons p where p.tenant_id = t.id) as people, (select count(*) from engagements e where e.tenant_id = t.id) as engagements from tenants t order by 1",
            "select to_jsonb(d) - 'tenant_id' - 'campaign_id' as row from campaign_dashboard d order by campaign",
            "select to_jsonb(d) - 'tenant_id' - 'campaign_id' - 'persona_id' as row from campaign_performance_by_persona d order by campaign, persona",
            "select to_jsonb(d) - 'tenant_id' - 'persona_id' as row from persona_engagement_trends d join tenants t on t.id = d.tenant_id order by t.slug, persona, day",
            "select name, headline, current_title, seniority, country, is_follower from persons order by name, headline",
            "select title, scheduled_at, status from content_calendar order by 1, 2",
        ] {
            seen.push(self.json(sql).await);
        }
        seen
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_is_reproducible_complete_and_true() {
    let now = Timestamp::now();
    let dirs = [TestDir::new("demo-a"), TestDir::new("demo-b")];
    let (first, second) = tokio::join!(demo(&dirs[0], 1, now), demo(&dirs[1], 1, now));
    for (a, b) in first.seen().await.iter().zip(&second.seen().await) {
        assert_eq!(a, b);
    }
    drop(second);

    has_what_it_promises(&first).await;
    every_file_is_accounted_for(&first);
    every_number_is_true(&first).await;
    recommendations_find_the_truth(&first).await;
}

async fn has_what_it_promises(demo: &Demo) {
    for (table, expected) in [
        ("tenants", 2..=2),
        ("persons", 2_900..=3_100),
        ("campaign_groups", 3..=3),
        ("campaigns", 12..=12),
        ("campaigns where strategy_id is null or start_date is null", 0..=0),
        ("posts", 50..=60),
        ("posts where impressions is null or posted_at is null", 0..=0),
        ("ads where post_id is not null", 9..=9),
        ("csv_imports where state = 'completed'", 16..=16),
        ("engagements where engagement_type = 'comment'", 200..=2_000),
        ("engagements where engaged_at > now()", 0..=0),
        ("targets where pinned", 4..=4),
        ("targets where excluded", 2..=2),
        ("audience_segments s where (select count(*) from app.segment_members(s.tenant_id, s.id)) > 20", 2..=2),
        ("content_calendar where scheduled_at > now() and status = 'scheduled'", 5..=20),
        ("persona_strategies", 5..=20),
        ("campaign_personas", 18..=18),
        ("persons where is_follower", 200..=800),
        ("companies where industry_code is not null and size_band is not null", 500..=1_600),
    ] {
        let found = demo.number(&format!("select count(*) from {table}")).await;
        assert!(expected.contains(&found), "{table}: {found}, expected {expected:?}");
    }
    let days = demo.number("select count(distinct engaged_on) from engagements").await;
    assert!((75..=92).contains(&days), "engagements on {days} days");
    let empty = demo.json("select q.name from personas q where is_active and not exists (select from targets t where t.tenant_id = q.tenant_id and t.persona_id = q.id and t.is_active)").await;
    assert_eq!(empty, serde_json::json!([]), "personas without people");
    let kinds = demo.number("select count(distinct reaction_type) from engagements").await;
    assert!(kinds >= 6, "{kinds} kinds of reactions");
    let followers = demo.number("select count(*) from engagements where engagement_type in ('share', 'follow')").await;
    assert!(followers > 50, "{followers} shares and follows");
}

fn every_file_is_accounted_for(demo: &Demo) {
    for report in &demo.reports {
        assert_eq!(report.rejected, 0, "{report:?}");
        assert_eq!(report.lines, report.created + report.updated + report.unchanged + report.skipped, "{report:?}");
    }
    let reactions: Vec<_> = demo.reports.iter().filter(|report| report.format == "curious-coder-reactions").collect();
    assert_eq!(reactions.len(), 10);
    // The seventh is the second scrape of a post of the same client.
    let again: Vec<_> = reactions.iter().filter(|report| report.created == 0).collect();
    assert_eq!(again.len(), 1, "one file is a second scrape");
    assert_eq!((again[0].updated, again[0].people_created), (0, 0));
    assert!(again[0].unchanged > 100);
    let skipped: BTreeMap<_, i64> = reactions.iter().flat_map(|report| report.skip_reasons.clone()).collect();
    assert!(skipped.len() >= 2, "company pages and hidden members are skipped: {skipped:?}");
}

async fn every_number_is_true(demo: &Demo) {
    assert_eq!(demo.number("select sum(missing + wrong)::bigint from app.differences()").await, 0);
    // Person by person is slow, so every seventh: both ways, as app.matching_differences() does it for all.
    let differences = "
      with sample as materialized (select tenant_id, id from persons where id % 7 = 0),
      truth as (
        select s.tenant_id, m.persona_id, s.id as person_id, m.match_score, m.confidence, m.receipt
        from sample s
        cross join lateral app.match_person_to_personas(s.id) m
        join personas q on q.tenant_id = s.tenant_id and q.id = m.persona_id
        where m.is_match
      ),
      held as (
        select t.tenant_id, t.persona_id, t.person_id, t.match_score, t.confidence, t.receipt
        from targets t join sample s on s.tenant_id = t.tenant_id and s.id = t.person_id
        where t.is_active
      ),
      by_hand as (select tenant_id, persona_id, person_id from targets where pinned or excluded)
      select count(*) from (
        (table truth except table held) union all (table held except table truth)
      ) d
      where (tenant_id, persona_id, person_id) not in (table by_hand)";
    assert_eq!(demo.number(differences).await, 0, "targets differ from what person and persona say");
    assert!(
        demo.number(
            "select count(*) from targets t join persons p using (tenant_id) where p.id = t.person_id and p.id % 7 = 0"
        )
        .await
            > 100
    );
}

/// What was made true is among the first three of what is recommended, and is not the same for everybody.
async fn recommendations_find_the_truth(demo: &Demo) {
    let (mut asked, mut found) = (0, 0);
    let mut firsts = std::collections::BTreeSet::new();
    for tenant in &TENANTS {
        for kind in Kind::ALL {
            let Some(persona) = kind.persona() else { continue };
            let rate = |strategy| rates(Some(strategy))[kind as usize];
            let best = tenant
                .campaigns
                .iter()
                .map(|campaign| campaign.strategy)
                .max_by(|a, b| rate(a).total_cmp(&rate(b)))
                .unwrap();
            let rows = demo
                .client
                .query(
                    "select r.strategy from personas q join tenants t on t.id = q.tenant_id,
                     app.get_recommended_strategies_for_persona(q.id, 3) r where t.slug = $1 and q.name = $2",
                    &[&tenant.slug, &persona],
                )
                .await
                .unwrap();
            let recommended: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
            asked += 1;
            found += i32::from(recommended.iter().any(|strategy| strategy == best));
            firsts.extend(recommended.into_iter().next());
        }
    }
    assert!(found * 10 >= asked * 8, "the best strategy is among the first three of {found} of {asked} personas");
    assert!(firsts.len() >= 4, "recommendations are the same for all: {firsts:?}");
}

#[test]
fn another_database_is_left_alone() {
    let output = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .arg("demo")
        .env("DATABASE_URL", "postgres://nobody@localhost:1/none")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("leaves the one of DATABASE_URL alone"), "{said}");
    assert!(output.stdout.is_empty());
}

#[tokio::test]
async fn the_demo_shows_a_connection_a_scrape_and_an_enrichment_whose_engagements_are_in_the_dashboard() {
    let dir = TestDir::new("demo-binary");
    // The demo keeps to a folder of its own, beside the one that is named.
    let command = |args: &[&str]| {
        let folder = if args[0] == "demo" { "data" } else { "data-demo" };
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("PATH", "/usr/bin:/bin").env("HOME", &dir.0).arg("--data-dir").arg(dir.0.join(folder));
        command.args(args);
        command
    };
    let rapport = |args: &[&str]| {
        let output = heard(command(args).output().unwrap());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{args:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    };
    let shown = rapport(&["demo", "--no-serve"]);
    let sentence: Vec<&str> = shown.split_whitespace().collect();
    let place = sentence.windows(2).position(|words| words == ["people", "reacted"]).expect(&shown);
    let reacted: i64 = sentence[place - 1].parse().unwrap();
    let place = sentence.windows(2).position(|words| words == ["profiles", "came."]).expect(&shown);
    let profiles: i64 = sentence[place - 1].parse().unwrap();
    assert!(reacted >= 50 && profiles >= 10, "{shown}");
    // It says what the next command finds: the demo that it has just made.
    let json = |args: &[&str]| -> Value { serde_json::from_str(&rapport(args)).unwrap() };
    let connections = json(&["connection", "list", "--json"]);
    assert_eq!(
        (&connections[0]["type"], &connections[0]["status"]),
        (&"apify".into(), &"valid".into()),
        "{connections}"
    );
    let jobs = json(&["job", "list", "--json"]);
    // Some of what a run finds is no new reaction, as companies that react are no people; how many depends on the post, whose
    // number is today's.
    for (kind, told) in [("reactions", reacted), ("enrichment", profiles)] {
        let job = jobs.as_array().unwrap().iter().find(|job| job["kind"] == kind).expect(kind);
        assert_eq!(job["state"], "completed", "{job}");
        let found = job["found"].as_i64().unwrap();
        assert!(told <= found && told * 10 >= found * 7, "{told}: {job}");
        assert!(job["cost"].as_f64().unwrap() > 0.0, "{job}");
    }
    let scraped = json(&["doctor", "metrics", "--json"]);
    assert_eq!(scraped["differences"], 0, "{scraped}");
    let dashboard = json(&["dashboard", "--json"]);
    let launch = dashboard.as_array().unwrap().iter().find(|row| row["campaign"] == "Launch stories").unwrap();
    assert!(launch["engagements"].as_i64().unwrap() > reacted, "{launch}");
    let server = Server::spawn(command(&["demo", "--bind", "127.0.0.1:0"]));
    its_pages_are_opened_by_a_link_that_it_prints(&server).await;
    // Other commands name the port that it has, whichever that is.
    let email = json(&["user", "list", "--json"])[0]["email"].as_str().unwrap().to_owned();
    let link = rapport(&["user", "link", &email, "--sign-in"]);
    assert!(link.starts_with(&format!("http://{}/link?token=", server.address)), "{link}");
    let (status, said) = server.stop();
    assert!(status.success(), "{said}");
}

async fn its_pages_are_opened_by_a_link_that_it_prints(server: &Server) {
    let said = server.said();
    let (_, token) = said.split_once("/link?token=").expect(&said);
    let token = token.split_whitespace().next().unwrap();
    let mut browser = Browser::new(server.address);
    assert_eq!(browser.get(&format!("/link?token={token}")).await.status, 200);
    assert_eq!(browser.post("/link", &[("token", token)]).await.status, 303);
    let account = browser.get("/account").await;
    // Whoever looks may see both clients, and begins at the first.
    assert!(
        account.whole.contains("owner of Foxglove Motion") && account.whole.contains("Quillstack"),
        "{}",
        account.whole
    );
    assert_eq!(browser.post("/link", &[("token", token)]).await.status, 404, "the link is good once");
}
