//! The pages of personas: what they show, how one is written, and who may.

use serde_json::Value;

use super::{PEOPLE, Story, body, page, read};
use crate::webhooks::stand::Reply;

/// Eighty people of two kinds and a persona for one of them.
const KINDS: &str = r#"
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    delete from personas;
    insert into companies (id, name, name_key) values (901, 'Nordlicht GmbH', 'x');
    insert into persons (name, headline, current_title, seniority, functions, facts_from, headline_version, country, company_id)
    select 'Person ' || n, 'Headline', case when n % 2 = 0 then 'Head of Marketing' else 'Engineer' end, case when n % 4 = 0 then 'vp' else 'director' end::seniority,
      case when n % 2 = 0 then '{marketing}' else '{engineering}' end::job_function[], 'headline', 2, case when n % 3 = 0 then 'DE' end, case when n % 5 = 0 then 901 end
    from generate_series(1, 80) n;
    insert into personas (name, description, colour, criteria) values
      ('Marketers', 'Own the budget', '#b8442e', '{"function": {"any": ["marketing"], "weight": 3}, "seniority": {"any": ["vp"], "weight": 2}}');
"#;

/// What the form of a new persona sends, when somebody has filled in most of it.
const FILLED: [(&str, &str); 17] = [
    ("name", "Decision makers"),
    ("description", "Sign themselves"),
    ("colour", "#2f7d6d"),
    ("threshold", "0.50"),
    ("active", "yes"),
    ("title.include", "head of marketing\r\n\r\n  cmo "),
    ("title.exclude", "assistant"),
    ("title.weight", "3"),
    ("seniority.any", "vp"),
    ("seniority.any", "cxo"),
    ("seniority.required", "yes"),
    ("location.any", "DE\r\nNorthern Europe"),
    ("location.weight", "1"),
    ("engagement.min_score", ""),
    ("follower.is", ""),
    ("company.exclude", "Globex, Inc."),
    ("function.weight", "7"),
];

impl Story {
    async fn persona(&self, name: &str) -> String {
        let sql = "select id::text from personas where name = $1";
        self.owner.query_one(sql, &[&name]).await.unwrap().get(0)
    }

    async fn numbers(&self, sql: &str) -> Vec<i64> {
        let row = self.owner.query_one(sql, &[]).await.unwrap();
        (0..row.len()).map(|column| row.get(column)).collect()
    }
}

fn location(reply: &Reply) -> &str {
    assert_eq!(reply.status, 303, "{}", reply.whole);
    reply.header("location").unwrap()
}

/// The number before a word of a preview.
#[track_caller]
fn said(preview: &str, before: &str, after: &str) -> i64 {
    let rest = preview.split_once(before).unwrap_or_else(|| panic!("{before} is not in {preview}")).1;
    rest.split_once(after).unwrap().0.trim().replace('\u{202f}', "").parse().unwrap()
}

#[tokio::test]
async fn the_list_shows_what_the_command_line_says() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    for is_folded in [false, true] {
        if is_folded {
            story.run("select app.keep_up()").await;
        }
        let rows: Value = serde_json::from_str(&story.say(&["--json", "persona", "list"])).unwrap();
        let csv = read(&story.page("/personas.csv").await);
        let list = story.page("/personas").await;
        let first = story.page("/personas/strategies").await;
        assert_eq!(rows.as_array().unwrap().len(), csv.len());
        for row in rows.as_array().unwrap() {
            let (name, id) = (row["name"].as_str().unwrap(), row["persona_id"].as_str().unwrap());
            assert_eq!(csv[name]["People"], row["people"].to_string(), "{name}");
            assert!(
                list.contains(&format!("href=\"/people?persona={id}\"><strong>{}</strong>", row["people"])),
                "{list}"
            );
            let shown: Value = serde_json::from_str(&story.say(&["--json", "persona", "show", name])).unwrap();
            let days: i64 =
                shown["days"].as_array().unwrap().iter().map(|day| day["engagements"].as_i64().unwrap()).sum();
            assert_eq!(csv[name]["Engagements in 30 days"], days.to_string(), "{name}");
            // What the list names is what the recommendation names first.
            let best: Value =
                serde_json::from_str(&story.say(&["--json", "strategy", "recommend", name, "--limit", "1"])).unwrap();
            let best = best[0]["strategy"].as_str().unwrap();
            assert_eq!(csv[name]["Recommended strategy"], best, "{name}");
            let cell = first.split_once(&format!("id=\"first-{id}\"")).unwrap().1.split_once("</span>").unwrap().0;
            assert!(cell.contains(best), "{cell}");
            let one = story.page(&format!("/personas/{id}?strategies=now")).await;
            let figure = format!("<dt>People</dt><dd class=\"figure\">{}</dd>", row["people"]);
            assert!(one.contains(&figure) && one.contains(&format!("\">{best}</a> <span class=\"badge\">")), "{one}");
        }
    }
    // By number and by name, in both directions.
    for (sort, dir, names) in [
        ("name", "asc", ["Deciders", "Makers", "Nobody"]),
        ("name", "desc", ["Nobody", "Makers", "Deciders"]),
        ("people", "desc", ["Makers", "Deciders", "Nobody"]),
        ("people", "asc", ["Nobody", "Deciders", "Makers"]),
    ] {
        let text = story.page(&format!("/personas.csv?sort={sort}&dir={dir}")).await;
        let there: Vec<&str> = text.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
        assert_eq!(there, names, "{sort} {dir}");
    }
}

#[tokio::test]
async fn a_persona_shows_everybody_once_with_a_receipt_that_adds_up() {
    let mut story = Story::begin().await;
    story.run(KINDS).await;
    let id = story.persona("Marketers").await;
    let mut path = format!("/personas/{id}");
    let mut all = Vec::new();
    for turn in 0.. {
        assert!(turn < 9, "it ends");
        let page = story.page(&path).await;
        assert!(page.contains("40\u{a0}people match, the best first"), "{page}");
        let rows = page.split("<td class=\"name\"><a href=\"/people/").skip(1);
        for row in rows {
            let (person, row) = row.split_once('"').unwrap();
            let row = row.split_once("</tr>").unwrap().0;
            all.push(person.to_owned());
            let score = row.split_once("<td class=\"num\"><strong>").unwrap().1.split_once('<').unwrap().0;
            let sum = row.split_once("<td class=\"num wide soft\">").unwrap().1.split_once('<').unwrap().0;
            assert!(matches!((score, sum), ("1.00", "5 of 5") | ("0.60", "3 of 5")), "{score} {sum}: {row}");
            assert_eq!(row.matches("class=\"fit fit-").count(), 2, "{row}");
        }
        let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
        path = before.rsplit_once("href=\"").unwrap().1.split('#').next().unwrap().to_owned();
    }
    let there = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!((there, all.len()), (40, 40));
    // Whatever stands there that is no place in the list is its start.
    for odd in ["x", "101-1", "75-", "%00", "75-1%27"] {
        assert!(story.page(&format!("/personas/{id}?after={odd}")).await.contains("fit-hit"), "{odd}");
    }
}

#[tokio::test]
async fn a_persona_is_written_previewed_changed_and_deleted() {
    let mut story = Story::begin().await;
    story.run(KINDS).await;
    let new = story.page("/personas/new").await;
    assert!(new.contains("name=\"title.include\"") && new.contains("hx-post=\"/personas/preview\""), "{new}");
    let preview = story.browser.post("/personas/preview", &FILLED).await;
    assert_eq!(preview.status, 200, "{}", preview.whole);
    let people = said(body(&preview), "<span class=\"big\">", "</span>");
    let reply = story.browser.post("/personas", &FILLED).await;
    let id = story.persona("Decision makers").await;
    assert_eq!(location(&reply), format!("/personas/{id}?did=created"));
    // What was said is there, and what says nothing is not.
    let criteria: Value = story
        .owner
        .query_one("select criteria from personas where name = 'Decision makers'", &[])
        .await
        .unwrap()
        .get(0);
    let wanted = serde_json::json!({
        "title": {"include": ["head of marketing", "cmo"], "exclude": ["assistant"], "weight": 3},
        "seniority": {"any": ["vp", "cxo"], "mode": "required"},
        "location": {"any": ["DE", "Northern Europe"]},
        "company": {"exclude": ["Globex, Inc."]},
    });
    assert_eq!(criteria, wanted);
    let matched = format!("select count(*) from targets where persona_id = '{id}' and is_active");
    assert_eq!(story.numbers(&matched).await, [people], "the preview said so");
    assert!(people > 0, "there is somebody");
    let shown = story.page(&format!("/personas/{id}?did=created")).await;
    assert!(shown.contains("The persona is there") && shown.contains("never assistant"), "{shown}");
    assert!(!story.page(&format!("/personas/{id}?did=%3Cb%3E")).await.contains("<b>"));

    // The editor begins with what is there, and says who would enter and leave before it is so.
    let edit = story.page(&format!("/personas/{id}/edit")).await;
    assert!(edit.contains("head of marketing\ncmo</textarea>") && edit.contains("value=\"vp\" checked"), "{edit}");
    let changed = [
        ("persona", id.as_str()),
        ("name", "Decision makers"),
        ("colour", "#2f7d6d"),
        ("threshold", "0.60"),
        ("active", "yes"),
        ("seniority.any", "director"),
        ("function.any", "engineering"),
        ("function.required", "yes"),
    ];
    let preview = story.browser.post("/personas/preview", &changed).await;
    let preview = body(&preview).to_owned();
    let entering = said(&preview, "▲</span> ", "</span> enter");
    let leaving = said(&preview, "▼</span> ", "</span> leave");
    assert!(preview.contains("<h3>Leave") && preview.contains("<h3>Enter"), "{preview}");
    let named = |list: &str| -> Vec<String> {
        let list = preview.split_once(&format!("<h3>{list}")).unwrap().1.split_once("</ul>").unwrap().0;
        list.split("<strong>").skip(1).map(|name| name.split_once('<').unwrap().0.to_owned()).collect()
    };
    let (enters, leaves) = (named("Enter"), named("Leave"));
    let reply = story.browser.post(&format!("/personas/{id}"), &changed).await;
    assert_eq!(location(&reply), format!("/personas/{id}?did=changed"));
    let moved = format!(
        "select count(*) filter (where event = 'entered'), count(*) filter (where event = 'left') from target_events
         where persona_id = '{id}' and happened_at = (select max(happened_at) from target_events where persona_id = '{id}')"
    );
    assert_eq!(story.numbers(&moved).await, [entering, leaving]);
    assert!(entering > 0 && leaving > 0);
    for (names, active) in [(enters, true), (leaves, false)] {
        let sql = format!(
            "select p.name from targets t join persons p on p.id = t.person_id where t.persona_id = '{id}' and t.is_active = $1"
        );
        let there: Vec<String> =
            story.owner.query(&sql, &[&active]).await.unwrap().iter().map(|row| row.get(0)).collect();
        assert!(!names.is_empty() && names.iter().all(|name| there.contains(name)), "{names:?} {there:?}");
    }

    // Switched off and on again, and deleted once somebody has read what goes.
    for (active, did, people) in [("no", "deactivated", false), ("yes", "activated", true)] {
        let reply = story.browser.post(&format!("/personas/{id}/active"), &[("active", active)]).await;
        assert_eq!(location(&reply), format!("/personas/{id}?did={did}"));
        assert_eq!(story.numbers(&matched).await[0] > 0, people);
    }
    let count = story.numbers(&matched).await[0];
    let ask = story.page(&format!("/personas/{id}/delete")).await;
    assert!(ask.contains(&format!("<li>{count}\u{a0}people who match it")), "{ask}");
    let reply = story.browser.post(&format!("/personas/{id}/delete"), &[]).await;
    assert_eq!(location(&reply), "/personas?did=deleted");
    assert_eq!(story.browser.get(&format!("/personas/{id}")).await.status, 404);
    assert_eq!(story.browser.post(&format!("/personas/{id}/delete"), &[]).await.status, 404);
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_what_was_typed_stays() {
    let mut story = Story::begin().await;
    story.run(KINDS).await;
    let at = |page: &str, field: &str| page.contains(&format!("id=\"p-{field}\""));
    let hostile = "</textarea><script>alert(1)</script>";
    for (fields, place) in [
        (vec![("name", " "), ("threshold", "0.60")], "name"),
        (vec![("name", "marketers"), ("threshold", "0.60")], "name"),
        (vec![("name", "A"), ("threshold", "1.01")], "threshold"),
        (vec![("name", "A"), ("threshold", "0.60"), ("title.include", "!!")], "title.include"),
        (vec![("name", "A"), ("threshold", "0.60"), ("title.include", "a"), ("title.weight", "0")], "title.weight"),
        (vec![("name", "A"), ("threshold", "0.60"), ("seniority.any", "king")], "seniority.any"),
        (vec![("name", "A"), ("threshold", "0.60"), ("engagement.window_days", "7")], "engagement.min_score"),
    ] {
        let all = [&fields[..], &[("colour", "#000000"), ("location.any", hostile), ("description", hostile)]].concat();
        let reply = story.browser.post("/personas", &all).await;
        let page = body(&reply);
        assert_eq!(reply.status, 422, "{place}: {page}");
        assert!(at(page, place) && page.contains("role=\"alert\""), "{place}: {page}");
        assert!(page.contains("&#60;/textarea&#62;&#60;script&#62;") && !page.contains("<script>alert"), "{page}");
    }
    assert_eq!(story.numbers("select count(*) from personas").await, [1]);
    // A preview says what is missing, and is none; without a script a button asks for it, and the page comes back with it.
    let reply = story.browser.post("/personas/preview", &[("threshold", "x")]).await;
    assert!(reply.status == 200 && body(&reply).contains("Nothing to preview yet"), "{}", reply.whole);
    let reply = story.browser.post("/personas/preview", &[("threshold", "0.6"), ("location.any", "Atlantis")]).await;
    assert!(body(&reply).contains("is no country or region that is known here"), "{}", reply.whole);
    let fields = [&FILLED[..], &[("then", "preview")]].concat();
    let reply = story.browser.post("/personas", &fields).await;
    assert!(
        reply.status == 200
            && body(&reply).contains("people match")
            && body(&reply).contains("Sign themselves</textarea>")
    );
    assert_eq!(story.numbers("select count(*) from personas").await, [1]);
    // A template and a copy are a start.
    let page = story.page("/personas/new?template=Founders+and+owners").await;
    assert!(page.contains("value=\"Founders and owners\"") && page.contains("value=\"owner\" checked"), "{page}");
    let id = story.persona("Marketers").await;
    assert!(story.page(&format!("/personas/new?from={id}")).await.contains("value=\"Marketers (copy)\""));
    assert!(story.page("/personas/new?template=nothing").await.contains("name=\"threshold\""));
}

#[tokio::test]
async fn personas_are_compared_side_by_side() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let (makers, deciders) = (story.persona("Makers").await, story.persona("Deciders").await);
    let page = story.page(&format!("/personas/compare?id={makers}&id={deciders}&id=x&id={makers}")).await;
    let both = story
        .numbers(&format!(
            "select count(*) from targets a join targets b on b.person_id = a.person_id and b.persona_id = '{deciders}' and b.is_active
             where a.persona_id = '{makers}' and a.is_active"
        ))
        .await[0];
    assert!(both > 0 && page.contains(&format!("<strong>{both}</strong>")), "{page}");
    assert_eq!(page.matches("class=\"plain big\"").count(), 2, "{page}");
    assert!(story.page("/personas/compare").await.contains("Choose two or more"));
}

#[tokio::test]
async fn personas_are_their_tenants_and_nobody_changes_them_who_may_not() {
    let mut story = Story::begin().await;
    story.run(KINDS).await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story
        .run("insert into personas (tenant_id, name) select id, 'Their secret' from tenants where slug = 'second'")
        .await;
    let (theirs, absent) = (story.persona("Their secret").await, "00000000-0000-4000-8000-000000000000");
    for path in ["", "/edit", "/delete", "/strategies", "?strategies=now"] {
        let there = story.browser.get(&format!("/personas/{theirs}{path}")).await;
        let none = story.browser.get(&format!("/personas/{absent}{path}")).await;
        assert_eq!((there.status, none.status), (404, 404), "{path}");
        assert_eq!(body(&there), body(&none), "{path}");
    }
    let fields = [("name", "x"), ("colour", "#000000"), ("threshold", "0.6"), ("persona", theirs.as_str())];
    for path in ["", "/active", "/delete"] {
        assert_eq!(story.browser.post(&format!("/personas/{theirs}{path}"), &fields).await.status, 404, "{path}");
    }
    assert_eq!(story.browser.post("/personas/preview", &fields).await.status, 404);
    for path in ["/personas", "/personas.csv", &format!("/personas/compare?id={theirs}"), "/personas/strategies"] {
        assert!(!story.page(path).await.contains("secret"), "{path}");
    }
    assert_eq!(story.browser.get(&format!("/personas/new?from={theirs}")).await.status, 404);
    for odd in ["x", "1", "%00", "00000000"] {
        assert_eq!(story.browser.get(&format!("/personas/{odd}")).await.status, 404, "{odd}");
    }

    let id = story.persona("Marketers").await;
    story.say(&["campaign", "create", "Spring"]);
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("eva@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    let reads = [
        "/personas".to_owned(),
        "/personas.csv".to_owned(),
        format!("/personas/{id}"),
        "/personas/compare".to_owned(),
        "/personas/strategies".to_owned(),
        format!("/personas/{id}/strategies"),
    ];
    for path in &reads {
        let shown = page(&mut viewer, path).await;
        for button in ["/personas/new", "/edit\"", "/delete\"", "method=\"post\" action=\"/personas"] {
            assert!(!shown.contains(button), "{path} shows {button}");
        }
        let refused = client.get(path).await;
        assert!(
            refused.status == 403 && body(&refused).contains("A member who sees all campaigns"),
            "{path}: {}",
            refused.whole
        );
    }
    assert!(!page(&mut client, "/campaigns").await.contains("href=\"/personas\""));
    let changes = [
        ("/personas".to_owned(), "POST"),
        ("/personas/preview".to_owned(), "POST"),
        (format!("/personas/{id}"), "POST"),
        (format!("/personas/{id}/active"), "POST"),
        (format!("/personas/{id}/delete"), "POST"),
        ("/personas/new".to_owned(), "GET"),
        (format!("/personas/{id}/edit"), "GET"),
        (format!("/personas/{id}/delete"), "GET"),
    ];
    for (path, method) in &changes {
        for browser in [&mut viewer, &mut client] {
            let reply = if *method == "GET" { browser.get(path).await } else { browser.post(path, &fields).await };
            assert!(reply.status == 403 && body(&reply).contains("editor"), "{path}: {}", reply.whole);
        }
    }
    assert_eq!(story.numbers("select count(*) from personas where is_active").await, [2]);
}

#[tokio::test]
async fn no_persona_is_html_or_script_or_a_formula() {
    let mut story = Story::begin().await;
    story.run(KINDS).await;
    let hostile = "=</textarea></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    for (table, column) in [
        ("personas", "description"),
        ("persons", "name"),
        ("persons", "current_title"),
        ("persons", "headline"),
        ("companies", "name"),
    ] {
        story.owner.execute(&format!("update {table} set {column} = $1::text"), &[&hostile]).await.unwrap();
    }
    story
        .owner
        .execute(
            "update personas set name = $1, criteria = jsonb_build_object('function', '{\"any\": [\"marketing\"]}'::jsonb, 'location', jsonb_build_object('any', jsonb_build_array($1::text)), 'company', jsonb_build_object('exclude', jsonb_build_array($1::text))), threshold = 0.3",
            &[&hostile],
        )
        .await
        .unwrap();
    let id = story.persona(hostile).await;
    let mut pages = Vec::new();
    for path in [
        "/personas".to_owned(),
        format!("/personas/{id}"),
        format!("/personas/{id}/edit"),
        format!("/personas/{id}/delete"),
        format!("/personas/new?from={id}"),
        format!("/personas/compare?id={id}"),
    ] {
        pages.push(story.page(&path).await);
    }
    let preview = [("threshold", "0.1"), ("function.any", "marketing"), ("location.any", hostile), ("persona", &id)];
    pages.push(body(&story.browser.post("/personas/preview", &preview).await).to_owned());
    for page in &pages {
        assert!(!page.contains("<script>alert") && !page.contains("<img") && page.contains("&#60;img src=x"), "{page}");
    }
    assert!(read(&story.page("/personas.csv").await).into_keys().all(|name| name.starts_with("'=")));
}
