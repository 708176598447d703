//! Ads by the API and by the command line: what is said of them, what reports decide, and what their campaign costs.

use serde_json::{Value, json};

use super::Story;

const ADS: &str = "/api/v1/ads";
const CAMPAIGNS: &str = "/api/v1/campaigns";

/// Days of an ad, as a report brought them.
const REPORT: &str = "
    with i as (
      insert into csv_imports (kind, format, file_name, file_bytes, file_sha256)
      select 'posts', 'posts', $1, 1, sha256($1::text::bytea) returning id)
    insert into ad_metrics_daily (ad_id, day, last_day, currency, spend, impressions, clicks, engagements, leads, conversions, import_id)
    select a.id, date '2026-10-01' + n, date '2026-10-01' + n, 'EUR', 10.5, 1000, 20, 30, 2, 1.5, i.id
    from ads a cross join i cross join generate_series(0, 4) n where a.name = $1";

async fn report(story: &Story, name: &str) {
    story.owner.execute(REPORT, &[&name]).await.unwrap();
}

#[tokio::test]
async fn an_ad_is_made_found_changed_and_deleted() {
    let story = Story::begin().await;
    let program = story.program("default");
    let mut campaigns = Vec::new();
    for name in ["Spring", "Summer"] {
        campaigns.push(program.post(CAMPAIGNS, &json!({ "name": name })).await.good(201)["id"].clone());
    }
    let said = json!({"campaign_id": campaigns[0], "name": " Carousel ", "headline": "Forty reports", "click_url": "https://shop.example/a",
        "start_date": "2026-10-01", "linkedin_ad_id": "4711"});
    let made = program.post(ADS, &said).await.good(201);
    assert_eq!(
        (&made["name"], &made["campaign"], &made["status"]),
        (&json!("Carousel"), &json!("Spring"), &json!("active"))
    );
    assert_eq!(
        (&made["metrics"]["spend"], &made["metrics"]["periods"]),
        (&Value::Null, &json!(0)),
        "nothing was reported"
    );
    let one = format!("{ADS}/{}", made["id"]);
    assert_eq!(program.get(&one).await.good(200), made);
    for name in ["Video", "Text"] {
        program.post(ADS, &json!({"campaign_id": campaigns[1], "name": name, "status": "paused"})).await.good(201);
    }
    for (filter, names) in [
        (format!("campaign_id={}", campaigns[1]), vec!["Text", "Video"]),
        ("status=active".to_owned(), vec!["Carousel"]),
        ("search=FORTY".to_owned(), vec!["Carousel"]),
        ("search=summer&order=desc".to_owned(), vec!["Video", "Text"]),
        ("campaign_id=2000000000".to_owned(), vec![]),
    ] {
        let found = program.get(&format!("{ADS}?{filter}")).await.good(200);
        let found: Vec<&str> =
            found["items"].as_array().unwrap().iter().map(|ad| ad["name"].as_str().unwrap()).collect();
        assert_eq!(found, names, "{filter}");
    }
    let changed =
        program.patch(&one, &json!({"name": "Slides", "headline": null, "end_date": "2026-12-31"})).await.good(200);
    assert_eq!(
        (&changed["name"], &changed["headline"], &changed["click_url"]),
        (&json!("Slides"), &Value::Null, &made["click_url"])
    );

    // Once a report has told of it, the next one may tell its name alone.
    story.owner.batch_execute("insert into ad_metrics_daily (tenant_id, ad_id, day, last_day, import_id) select tenant_id, id, current_date, current_date, gen_random_uuid() from ads where name = 'Slides'").await.unwrap();
    for (wrong, status, words) in [
        (json!({"name": "Another"}), 409, "make a second ad"),
        (json!({"campaign_id": campaigns[1]}), 422, "unknown field"),
        (json!({"linkedin_ad_id": "1"}), 422, "unknown field"),
        (json!({"name": ""}), 422, "needed"),
        (json!({"click_url": "javascript:alert(1)"}), 422, "https://"),
        (json!({"headline": "x".repeat(1001)}), 422, "1000 characters"),
        (json!({"end_date": "2026-09-30"}), 422, "does not end before it starts"),
        (json!({"status": "paused"}), 409, "LinkedIn decides the status"),
        (json!({"post_id": 2_000_000_000}), 404, "no such post"),
        (json!({"segment_id": "nothing"}), 404, "no such segment"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.status, status, "{wrong}: {}", reply.whole);
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{wrong}: {}", reply.whole);
    }
    for (wrong, status) in [
        (json!({"campaign_id": 2_000_000_000, "name": "A"}), 404),
        (json!({"campaign_id": campaigns[1], "name": "Video"}), 409),
        (json!({"campaign_id": campaigns[1], "name": "All ads"}), 409),
        (json!({"campaign_id": campaigns[1], "name": "A", "linkedin_ad_id": "4711"}), 409),
        (json!({"campaign_id": campaigns[1], "name": "A", "linkedin_ad_id": "two words"}), 422),
        (json!({"name": "A"}), 422),
    ] {
        let reply = program.post(ADS, &wrong).await;
        assert_eq!(reply.status, status, "{wrong}: {}", reply.whole);
    }
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(program.get(&format!("{one}/days")).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'ad.deleted'").await, 1);
}

#[tokio::test]
async fn what_an_ad_cost_is_its_campaigns_at_every_commit() {
    let story = Story::begin().await;
    let program = story.program("default");
    let campaign =
        program.post(CAMPAIGNS, &json!({"name": "Spring", "budget": 1000, "currency": "EUR"})).await.good(201)["id"]
            .clone();
    let mut ads = Vec::new();
    for name in ["Carousel", "Video"] {
        ads.push(program.post(ADS, &json!({"campaign_id": campaign, "name": name})).await.good(201)["id"].clone());
        report(&story, name).await;
    }
    let metrics = async || program.get(&format!("{CAMPAIGNS}/{campaign}")).await.good(200)["metrics"].clone();
    let exact = || assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
    let before = metrics().await;
    assert_eq!((&before["spend"], &before["impressions"], &before["ads"]), (&json!(105.0), &json!(10_000), &json!(2)));
    exact();
    let one = format!("{ADS}/{}", ads[0]);
    let told = program.get(&one).await.good(200)["metrics"].clone();
    for (key, value) in [
        ("spend", json!(52.5)),
        ("impressions", json!(5000)),
        ("clicks", json!(100)),
        ("leads", json!(10)),
        ("conversions", json!(7.5)),
        ("click_through_rate", json!(0.02)),
        ("cost_per_click", json!(0.53)),
        ("periods", json!(5)),
        ("currency", json!("EUR")),
        ("first_day", json!("2026-10-01")),
        ("last_day", json!("2026-10-05")),
    ] {
        assert_eq!(told[key], value, "{key}");
    }
    // Its periods, the latest first, on pages of any length.
    let whole = program.get(&format!("{one}/days")).await.good(200);
    assert_eq!((&whole["items"][0]["day"], &whole["next"]), (&json!("2026-10-05"), &Value::Null));
    let (mut periods, mut next) = (Vec::new(), String::new());
    loop {
        let page = program.get(&format!("{one}/days?limit=2{next}")).await.good(200);
        periods.extend(page["items"].as_array().unwrap().iter().cloned());
        let Some(cursor) = page["next"].as_str() else { break };
        next = format!("&cursor={cursor}");
    }
    assert_eq!((&Value::from(periods), whole["items"].as_array().unwrap().len()), (&whole["items"], 5));
    // A report knows it by its name alone, and would make a second one.
    let renamed = program.patch(&one, &json!({"name": "Slides"})).await;
    assert!(renamed.status == 409 && renamed.whole.contains("by its name alone"), "{}", renamed.whole);
    // The same transaction that deletes it takes its cost away.
    let within = format!(
        "do $$ begin
           delete from ads where id = {};
           if (select spend from app.campaign_dashboard where campaign_id = {campaign}) <> 52.5 then raise exception 'not yet'; end if;
           raise exception 'as it should be';
         end $$",
        ads[0]
    );
    let said = story.owner.batch_execute(&within).await.unwrap_err();
    assert!(said.as_db_error().is_some_and(|said| said.message() == "as it should be"), "{said:?}");
    assert_eq!(metrics().await, before, "it was taken back");
    assert_eq!(program.delete(&one).await.status, 204);
    let after = metrics().await;
    assert_eq!((&after["spend"], &after["impressions"], &after["ads"]), (&json!(52.5), &json!(5000), &json!(1)));
    exact();
    // Amounts in several currencies are not added up.
    story.owner.batch_execute("update ad_metrics_daily set currency = 'USD' where day = '2026-10-01'").await.unwrap();
    let told = program.get(&format!("{ADS}/{}", ads[1])).await.good(200)["metrics"].clone();
    assert_eq!(
        (&told["spend"], &told["currency"], &told["cost_per_click"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn the_command_line_says_the_same_of_ads() {
    let story = Story::begin().await;
    for name in ["Spring", "Summer"] {
        assert!(story.say(&["campaign", "create", name]).0);
        assert!(story.say(&["ad", "add", "Carousel", "--campaign", name, "--headline", "Forty reports"]).0);
    }
    report(&story, "Carousel").await;
    let listed = story.json(&["ad", "list", "--campaign", "spring"]);
    assert_eq!((listed.as_array().unwrap().len(), &listed[0]["metrics"]["spend"]), (1, &json!(52.5)));
    let (well, _, err) = story.say(&["ad", "show", "carousel"]);
    assert!(!well && err.contains("several ads are called"), "{err}");
    let (well, shown, err) = story.say(&["ad", "show", "carousel", "--campaign", "Spring"]);
    assert!(well && shown.contains("52.5") && shown.contains("Forty reports"), "{shown}{err}");
    let id = listed[0]["id"].to_string();
    assert!(story.say(&["ad", "change", &id, "--status", "paused", "--click-url", "https://shop.example"]).0);
    assert_eq!(story.json(&["ad", "show", &id])["status"], "paused");
    let (well, _, err) = story.say(&["ad", "change", &id, "--name", "Slides"]);
    assert!(!well && err.contains("by its name alone"), "{err}");
    assert_eq!(story.json(&["ad", "days", &id, "--limit", "3"]).as_array().unwrap().len(), 3);
    let (well, _, err) = story.say(&["ad", "delete", &id]);
    assert!(!well && err.contains("5 reported periods") && err.contains(&format!("--confirm {id}")), "{err}");
    assert!(story.say(&["ad", "delete", &id, "--confirm", &id]).0);
    assert_eq!(story.json(&["ad", "list"]).as_array().unwrap().len(), 1);
}
