//! Campaigns by the API.

use serde_json::{Value, json};

use super::Story;
use crate::support::program::Program;

const CAMPAIGNS: &str = "/api/v1/campaigns";

#[tokio::test]
async fn a_campaign_is_made_read_changed_and_deleted_by_a_program() {
    let story = Story::begin().await;
    let program = story.program("default");
    let said = json!({"name": " Winter ", "group": "Q4", "budget": 1500.5, "currency": "EUR", "objective": "lead_generation",
        "start_date": "2026-01-01", "description": "Cold"});
    let made = program.post(CAMPAIGNS, &said).await.good(201);
    let one = format!("{CAMPAIGNS}/{}", made["id"]);
    assert_eq!(
        (&made["name"], &made["group"], &made["budget"], &made["type"], &made["status"]),
        (&json!("Winter"), &json!("Q4"), &json!(1500.5), &json!("sponsored_content"), &json!("active"))
    );
    assert_eq!(program.get(&one).await.good(200), made);
    let free = program.post(CAMPAIGNS, &json!({"name": "Free"})).await.good(201);
    assert_eq!(free["type"], "organic", "what nobody pays for is not paid for");
    assert_eq!(program.post(CAMPAIGNS, &json!({"name": "WINTER"})).await.problem(), (409, "conflict".to_owned()));

    // What is not named stays, null takes away, and the database's rules hold.
    let changed =
        program.patch(&one, &json!({"group": null, "status": "paused", "name": "Winter 2026"})).await.good(200);
    assert_eq!(
        (&changed["group"], &changed["status"], &changed["name"], &changed["description"], &changed["budget"]),
        (&json!(null), &json!("paused"), &json!("Winter 2026"), &json!("Cold"), &json!(1500.5))
    );
    for (wrong, words) in [
        (json!({"end_date": "2025-01-01"}), "campaigns end after they start"),
        (json!({"status": null}), "status is missing"),
        (json!({"budget": -1}), "budgets are not negative"),
        (json!({"name": "two\nlines"}), "one line"),
        (json!({"name": "x".repeat(501)}), "at most 500"),
        (json!({"description": "a\u{0}b"}), "U+0000"),
        (json!({"status": "asleep"}), "unknown variant"),
        // Mass assignment: what is not the caller's to say is refused, and not left out without a word.
        (json!({"tenant_id": "00000000-0000-0000-0000-000000000002"}), "unknown field"),
        (json!({"id": 7}), "unknown field"),
        (json!({"extra": {}}), "unknown field"),
        (json!([]), "the body"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(words), "{wrong}: {detail}");
    }
    // Whom it is meant for is said as a whole; another tenant's persona is none.
    let personas = "insert into personas (id, tenant_id, name) values \
        ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-0000-0000-000000000001', 'One'), \
        ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-0000-0000-000000000001', 'Two'); \
        insert into tenants (id, slug, name) values ('00000000-0000-4000-8000-0000000000b0', 'theirs', 'Theirs'); \
        insert into personas (id, tenant_id, name) values ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000b0', 'Theirs')";
    story.owner.batch_execute(personas).await.unwrap();
    let persona = |end: &str| format!("00000000-0000-4000-8000-0000000000{end}");
    for (said, kept) in [
        (json!([persona("a2"), persona("a1"), persona("a2")]), json!([persona("a1"), persona("a2")])),
        (json!([persona("a2")]), json!([persona("a2")])),
        (json!(null), json!([])),
    ] {
        assert_eq!(program.patch(&one, &json!({"personas": said})).await.good(200)["personas"], kept);
    }
    for end in ["b1", "ff"] {
        let said = json!({"personas": [persona("a1"), persona(end)]});
        assert_eq!(program.patch(&one, &said).await.problem(), (409, "conflict".to_owned()), "{end}");
    }
    let strategy = json!({"strategy_id": "00000000-0000-0000-0000-0000000000ff"});
    assert_eq!(program.patch(&one, &strategy).await.problem(), (409, "conflict".to_owned()));
    let after = program.get(&one).await.good(200);
    assert_eq!((&after["personas"], &after["updated_at"]), (&json!([]), &changed["updated_at"]));

    assert_eq!(program.delete(&one).await.status, 204);
    for reply in [program.get(&one).await, program.delete(&one).await, program.patch(&one, &json!({})).await] {
        assert_eq!(reply.problem(), (404, "not_found".to_owned()));
    }
    let prefix = program.key.split_once('.').unwrap().0.to_owned();
    let noted: String =
        story.one("select actor || ' ' || (details ->> 'name') from audit_log where event = 'campaign.deleted'").await;
    assert_eq!(noted, format!("{prefix} Winter 2026"));
}

#[tokio::test]
async fn its_metrics_are_those_of_the_command_line() {
    let story = Story::begin().await;
    story.owner.batch_execute(crate::support::story::PEOPLE).await.unwrap();
    let program = story.program("default");
    let listed = program.get(&format!("{CAMPAIGNS}?sort=engagements&order=desc&limit=200")).await.good(200);
    let dashboard = story.json(&["campaign", "list"]);
    let dashboard = dashboard.as_array().unwrap();
    let listed = listed["items"].as_array().unwrap();
    assert_eq!(listed.len(), dashboard.len());
    assert!(listed.iter().any(|item| item["metrics"]["engagements"].as_i64() > Some(0)), "{listed:?}");
    for item in listed {
        let row = dashboard.iter().find(|row| row["campaign_id"] == item["id"]).unwrap();
        for (name, value) in item["metrics"].as_object().unwrap() {
            assert_eq!(value.as_f64(), row[name].as_f64(), "{name}");
        }
        let one = format!("{CAMPAIGNS}/{}", item["id"]);
        assert_eq!(&program.get(&one).await.good(200), item);
        let shown = story.json(&["campaign", "show", &item["id"].to_string()]);
        let posts = program.get(&format!("/api/v1/posts?campaign_id={}", item["id"])).await.good(200);
        assert_eq!(posts["items"].as_array().unwrap().len(), shown["posts"].as_array().unwrap().len());
        for part in ["personas", "days"] {
            let told = program.get(&format!("{one}/{part}")).await.good(200);
            assert_eq!(told.as_array().unwrap().len(), shown[part].as_array().unwrap().len(), "{part}");
        }
    }
}

#[tokio::test]
async fn a_list_is_whole_and_in_order_however_long_its_pages_are() {
    let story = Story::begin().await;
    story.owner.batch_execute(crate::support::story::PEOPLE).await.unwrap();
    let program = story.program("default");
    for n in 0..9 {
        let mut said = json!({"name": format!("{}{n}", if n % 2 == 0 { "a" } else { "B" }), "budget": n % 3});
        if n % 2 == 0 {
            said["group"] = json!("Q1");
            said["start_date"] = json!(format!("2026-01-0{}", 1 + n % 4));
        }
        program.post(CAMPAIGNS, &said).await.good(201);
    }
    let document = program.get("/api/openapi.json").await.json();
    let asked = document["paths"][CAMPAIGNS]["get"]["parameters"].as_array().unwrap();
    let sorts = asked.iter().find(|parameter| parameter["name"] == "sort").unwrap();
    let sorts =
        sorts.pointer("/schema/enum").or(sorts.pointer("/schema/oneOf/1/enum")).unwrap_or_else(|| panic!("{sorts}"));
    let sorts = sorts.as_array().unwrap().clone();
    assert!(sorts.len() > 15, "{sorts:?}");
    // In one go with the owner's eyes: the bucket of calls is not what this is about.
    let refill = "update api_keys set theoretical_arrival = '2000-01-01'";
    for sort in &sorts {
        let sort = sort.as_str().unwrap();
        for order in ["asc", "desc"] {
            story.owner.batch_execute(refill).await.unwrap();
            let asked = format!("{CAMPAIGNS}?sort={sort}&order={order}");
            let whole = program.get(&format!("{asked}&limit=200")).await.good(200);
            assert_eq!(whole["next"], Value::Null);
            let whole = whole["items"].as_array().unwrap().clone();
            assert_eq!(paged(&program, &asked).await, whole, "{asked}");
            let other = program.get(&format!("{CAMPAIGNS}?sort={sort}&order={order}&limit=1")).await.good(200);
            let next = other["next"].as_str().unwrap();
            let turned = if order == "asc" { "desc" } else { "asc" };
            let reply = program.get(&format!("{CAMPAIGNS}?sort={sort}&order={turned}&cursor={next}")).await;
            assert_eq!(reply.problem(), (422, "invalid".to_owned()));
        }
    }
    story.owner.batch_execute(refill).await.unwrap();
    let names = |list: &Value| -> Vec<String> {
        list["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
    };
    let filtered = program.get(&format!("{CAMPAIGNS}?group=q1&search=A&sort=name&order=desc")).await.good(200);
    assert_eq!(names(&filtered), ["a8", "a6", "a4", "a2", "a0"]);
    for wrong in [
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "sort=color",
        "order=up",
        "status=asleep",
        "tenant_id=1",
        "strategy_id=7",
    ] {
        let reply = program.get(&format!("{CAMPAIGNS}?{wrong}")).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
}

async fn paged(program: &Program, asked: &str) -> Vec<Value> {
    let (mut items, mut next) = (Vec::new(), String::new());
    loop {
        let page = program.get(&format!("{asked}&limit=4{next}")).await.good(200);
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => return items,
        }
    }
}
