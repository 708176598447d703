//! The pages of strategies: what they show, how one is written, and who may.

use serde_json::Value;

use super::{PEOPLE, Story, body, page, read};

/// What the form of a new strategy sends, when somebody has filled in most of it.
const FILLED: [(&str, &str); 14] = [
    ("name", " Proof "),
    ("description", "Let customers say it"),
    ("type", "conversion"),
    ("objective", "lead_generation"),
    ("primary_kpi", "click_through_rate"),
    ("audience_seniorities", "vp"),
    ("audience_seniorities", "cxo"),
    ("content_themes", "case studies\r\n\r\n results "),
    ("mix.video", "60"),
    ("mix.text", "40"),
    ("benchmark_low", "0.005"),
    ("budget_min", "500.50"),
    ("currency", "eur"),
    ("duration_weeks", "8"),
];

impl Story {
    async fn strategy(&self, name: &str) -> String {
        let sql = "select id::text from campaign_strategies where name = $1";
        self.owner.query_one(sql, &[&name]).await.unwrap().get(0)
    }

    async fn one_number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap().get(0)
    }
}

#[tokio::test]
async fn the_library_shows_what_the_command_line_says() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run("update campaigns set strategy_id = (select id from campaign_strategies where name = 'Customer proof')")
        .await;
    let rows: Value = serde_json::from_str(&story.say(&["--json", "strategy", "performance"])).unwrap();
    let csv = read(&story.page("/strategies.csv").await);
    let list = story.page("/strategies").await;
    assert!(rows.as_array().unwrap().iter().any(|row| row["engagements"].as_i64() > Some(0)), "something was tried");
    assert_eq!(rows.as_array().unwrap().len(), csv.len());
    for row in rows.as_array().unwrap() {
        let name = row["strategy"].as_str().unwrap();
        assert!(list.contains(&format!(">{name}</a>")), "{list}");
        for (column, field) in [("Campaigns", "campaigns"), ("Posts", "posts"), ("Engagements", "engagements")] {
            assert_eq!(csv[name][column], row[field].to_string(), "{name} {column}");
        }
        assert_eq!(csv[name]["Against benchmark"], row["against_benchmark"].as_str().unwrap_or_default(), "{name}");
    }
    // By name and by number, in both directions; the filter goes with the order.
    let names = |text: &str| -> Vec<String> {
        text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    let sorted = names(&story.page("/strategies.csv?sort=name&dir=asc").await);
    let mut turned = names(&story.page("/strategies.csv?sort=name&dir=desc").await);
    turned.reverse();
    assert_eq!(sorted, turned);
    assert_eq!(names(&story.page("/strategies.csv?sort=engagements").await)[0], "Customer proof");
    let some = names(&story.page("/strategies.csv?type=retention&text=CUSTOMER").await);
    assert_eq!(some, ["Customer retention"]);
    assert!(story.page("/strategies?text=nothing+like+it").await.contains("No strategy is like that"));
    // One of them: whom it suits, and its campaign with the figures that the campaign's page has.
    let id = story.strategy("Customer proof").await;
    let one = story.page(&format!("/strategies/{id}")).await;
    let fits: Value = serde_json::from_str(&story.say(&["--json", "strategy", "show", "Customer proof"])).unwrap();
    for fit in fits["personas"].as_array().unwrap() {
        let relevance = fit["relevance_score"].as_f64().map_or_else(|| "–".to_owned(), |fit| format!("{fit:.2}"));
        let row = one.split_once(fit["persona"].as_str().unwrap()).unwrap().1;
        assert!(row.contains(&format!("Fit <strong>{relevance}</strong>")), "{row}");
    }
    assert!(one.contains("of the persona engaged with each of") && one.contains("href=\"/campaigns/"), "{one}");
    story
        .run("delete from content_calendar; update campaigns set strategy_id = null; delete from campaign_strategies")
        .await;
    assert!(story.page("/strategies").await.contains("No strategy yet"));
}

#[tokio::test]
async fn a_strategy_is_written_copied_changed_rated_and_deleted() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let reply = story.browser.post("/strategies", &FILLED).await;
    let id = story.strategy("Proof").await;
    assert_eq!(
        (reply.status, reply.header("location").unwrap()),
        (303, format!("/strategies/{id}?did=strategy-created").as_str())
    );
    let there: Value = story
        .owner
        .query_one("select to_jsonb(s) from campaign_strategies s where name = 'Proof'", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(there["audience_seniorities"], serde_json::json!(["vp", "cxo"]));
    assert_eq!(there["content_themes"], serde_json::json!(["case studies", "results"]));
    assert_eq!(there["content_mix"], serde_json::json!({"video": 60, "text": 40}));
    assert_eq!(
        (&there["currency"], &there["budget_min"], &there["benchmark_low"]),
        (&"EUR".into(), &500.50.into(), &0.005.into())
    );
    let shown = story.page(&format!("/strategies/{id}?did=strategy-created")).await;
    assert!(shown.contains("The strategy is there.") && shown.contains("Video 60 %, Text 40 %"), "{shown}");
    // The form begins with what is there, and what it sends changes nothing else.
    let form = story.page(&format!("/strategies/{id}/edit")).await;
    assert!(form.contains("case studies\nresults</textarea>") && form.contains("value=\"vp\" checked"), "{form}");
    assert!(form.contains("name=\"benchmark_low\" inputmode=\"decimal\" value=\"0.5 %\""), "{form}");
    let changed: Vec<(&str, &str)> = FILLED.iter().filter(|(key, _)| *key != "description").copied().collect();
    assert_eq!(story.browser.post(&format!("/strategies/{id}"), &changed).await.status, 303);
    assert_eq!(story.one_number("select count(*) from campaign_strategies where name = 'Proof' and description is null and duration_weeks = 8").await, 1);
    // Copies have names of their own.
    for name in ["Proof (copy)", "Proof (copy 2)"] {
        let reply = story.browser.post(&format!("/strategies/{id}/copy"), &[]).await;
        let copy = story.strategy(name).await;
        assert_eq!(reply.header("location").unwrap(), format!("/strategies/{copy}?did=strategy-copied"));
    }
    // What a human says of it goes before what is stated, until it is taken back.
    let persona: String =
        story.owner.query_one("select id::text from personas where name = 'Makers'", &[]).await.unwrap().get(0);
    let rating = format!("/strategies/{id}/rating");
    let fields = [("persona", persona.as_str()), ("score", "0.85"), ("notes", "They asked")];
    assert_eq!(story.browser.post(&rating, &fields).await.status, 303);
    let shown = story.page(&format!("/strategies/{id}")).await;
    assert!(shown.contains("Fit <strong>0.85</strong> of 1. Set by hand: They asked."), "{shown}");
    for wrong in ["0.855", "2", "much"] {
        let reply =
            story.browser.post(&rating, &[("persona", persona.as_str()), ("score", wrong), ("notes", "typed")]).await;
        assert!(
            reply.status == 422 && body(&reply).contains(&format!("value=\"{wrong}\" aria-invalid")),
            "{}",
            reply.whole
        );
        assert!(body(&reply).contains("value=\"typed\""), "{}", reply.whole);
    }
    for turn in 0..2 {
        assert_eq!(
            story.browser.post(&rating, &[("persona", persona.as_str()), ("score", "")]).await.status,
            303,
            "{turn}"
        );
    }
    assert_eq!(story.one_number("select count(*) from persona_strategies where notes = 'They asked'").await, 0);
    // One that is followed stays; another goes, once somebody has read what that means.
    story.run("update campaigns set strategy_id = (select id from campaign_strategies where name = 'Proof')").await;
    let ask = story.page(&format!("/strategies/{id}/delete")).await;
    assert!(ask.contains("cannot go yet") && !ask.contains("method=\"post\" action=\"/strategies"), "{ask}");
    assert_eq!(story.browser.post(&format!("/strategies/{id}/delete"), &[]).await.status, 409);
    let copy = story.strategy("Proof (copy)").await;
    assert!(story.page(&format!("/strategies/{copy}/delete")).await.contains("No campaign follows it"));
    let reply = story.browser.post(&format!("/strategies/{copy}/delete"), &[]).await;
    assert_eq!(reply.header("location"), Some("/strategies?did=strategy-deleted"));
    assert_eq!(story.browser.get(&format!("/strategies/{copy}")).await.status, 404);
}

#[tokio::test]
async fn what_is_wrong_with_a_strategy_stands_at_its_field_and_what_was_typed_stays() {
    let mut story = Story::begin().await;
    let before = story.one_number("select count(*) from campaign_strategies").await;
    for (key, value, place) in [
        ("name", " ", "name"),
        ("name", "customer PROOF", "name"),
        ("type", "x", "type"),
        ("mix.video", "70", "content_mix"),
        ("budget_min", "1,500", "budget_min"),
        ("budget_max", "1", "budget_max"),
        ("benchmark_high", "0.001", "benchmark_high"),
        ("duration_weeks", "0", "duration_weeks"),
        ("currency", "Euro", "currency"),
        ("audience_functions", "king", "audience_functions"),
    ] {
        let mut fields: Vec<(&str, &str)> = FILLED.iter().filter(|(name, _)| *name != key).copied().collect();
        fields.extend([(key, value), ("examples", "</textarea><script>alert(1)</script>")]);
        let reply = story.browser.post("/strategies", &fields).await;
        let page = body(&reply);
        assert_eq!(reply.status, 422, "{place}: {page}");
        assert!(page.contains(&format!("id=\"p-{place}\"")) && page.contains("role=\"alert\""), "{place}: {page}");
        assert!(
            page.contains("&#60;/textarea&#62;&#60;script&#62;") && page.contains("Let customers say it"),
            "{page}"
        );
    }
    assert_eq!(story.one_number("select count(*) from campaign_strategies").await, before);
}

#[tokio::test]
async fn strategies_are_their_tenants_and_nobody_changes_them_who_may_not() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story.run("insert into campaign_strategies (tenant_id, name, type) select id, 'Their secret', 'awareness' from tenants where slug = 'second'").await;
    let (theirs, absent) = (story.strategy("Their secret").await, "00000000-0000-4000-8000-000000000000");
    for path in ["", "/edit", "/delete"] {
        let there = story.browser.get(&format!("/strategies/{theirs}{path}")).await;
        let none = story.browser.get(&format!("/strategies/{absent}{path}")).await;
        assert_eq!((there.status, none.status, body(&there)), (404, 404, body(&none)), "{path}");
    }
    let persona: String =
        story.owner.query_one("select id::text from personas where name = 'Makers'", &[]).await.unwrap().get(0);
    let fields = [&FILLED[..], &[("persona", persona.as_str()), ("score", "0.5")]].concat();
    for path in ["", "/copy", "/rating", "/delete"] {
        assert_eq!(story.browser.post(&format!("/strategies/{theirs}{path}"), &fields).await.status, 404, "{path}");
    }
    for path in ["/strategies", "/strategies.csv", "/campaigns/new/strategy?name=x"] {
        assert!(!story.page(path).await.contains("secret"), "{path}");
    }
    for odd in ["x", "1", "%00"] {
        assert_eq!(story.browser.get(&format!("/strategies/{odd}")).await.status, 404, "{odd}");
    }
    let id = story.strategy("Customer proof").await;
    story.say(&["campaign", "create", "Shared"]);
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("eva@mail.example", &["--role", "client", "--campaign", "Shared"]).await;
    for path in ["/strategies".to_owned(), "/strategies.csv".to_owned(), format!("/strategies/{id}")] {
        let shown = page(&mut viewer, &path).await;
        for button in
            ["/strategies/new", "/edit\"", "/delete\"", "/campaigns/new", "method=\"post\" action=\"/strategies"]
        {
            assert!(!shown.contains(button), "{path} shows {button}");
        }
        let refused = client.get(&path).await;
        assert!(
            refused.status == 403 && body(&refused).contains("A member who sees all campaigns"),
            "{}",
            refused.whole
        );
    }
    for browser in [&mut viewer, &mut client] {
        for path in ["", &format!("/{id}"), &format!("/{id}/copy"), &format!("/{id}/rating"), &format!("/{id}/delete")]
        {
            let reply = browser.post(&format!("/strategies{path}"), &fields).await;
            assert!(reply.status == 403 && body(&reply).contains("editor"), "{path}: {}", reply.whole);
        }
        for path in ["/new", &format!("/{id}/edit"), &format!("/{id}/delete")] {
            assert_eq!(browser.get(&format!("/strategies{path}")).await.status, 403, "{path}");
        }
    }
    assert_eq!(story.one_number("select count(*) from campaign_strategies where name like 'Proof%'").await, 0);
}

#[tokio::test]
async fn no_strategy_is_html_or_script_or_a_formula() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let hostile = "=</textarea></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    story
        .owner
        .execute(
            "update campaign_strategies set name = $1, description = $1, content_themes = array[$1], best_times = array[$1], examples = array[$1],
             benchmark_source = $1 where name = 'Customer proof'",
            &[&hostile],
        )
        .await
        .unwrap();
    let id = story.strategy(hostile).await;
    let paths = [
        "/strategies".to_owned(),
        format!("/strategies/{id}"),
        format!("/strategies/{id}/edit"),
        format!("/strategies/{id}/delete"),
        "/campaigns/new/strategy?name=x".to_owned(),
    ];
    for path in &paths {
        let page = story.page(path).await;
        assert!(!page.contains("<script>alert") && !page.contains("<img") && page.contains("&#60;img src=x"), "{page}");
    }
    assert!(read(&story.page("/strategies.csv").await).into_keys().any(|name| name.starts_with("'=")));
}
