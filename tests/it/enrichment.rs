//! Profiles and company pages as files: who turns out to be one, what changes, what a human said, and what is asked for next.

use serde_json::{Value, json};

use crate::support::{app::root, story::Story};

const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

/// Two who react under their member ids, one of whom reacts to another post under the slug and comments under it.
fn reactions() -> String {
    let reaction = |actor: Value, post: &str| json!({"reactionType": "LIKE", "actor": actor, "postId": post});
    let marco = json!({"name": "Marco Esempio", "linkedinUrl": "https://www.linkedin.com/in/ACoAAFict0001", "position": "CTO @ Nebulosa Fict"});
    let slug = json!({"name": "Marco Esempio", "linkedinUrl": "https://www.linkedin.com/in/marco-esempio-fict", "position": "CTO @ Nebulosa Fict"});
    let sara = json!({"name": "Sara Demo", "linkedinUrl": "https://www.linkedin.com/in/ACoAAFict0002", "position": "Eng @ Acme Fict"});
    json!([
        reaction(marco, "7345012345678901248"),
        reaction(slug.clone(), "7345012345678901248"),
        reaction(slug, "7329207003942125568"),
        reaction(sara, "7345012345678901248"),
    ])
    .to_string()
}

fn fixture(name: &str) -> String {
    root().join("tests/fixtures/import").join(name).display().to_string()
}

fn counts(report: &Value) -> [i64; 6] {
    ["lines", "created", "updated", "unchanged", "skipped", "rejected"].map(|key| report[0][key].as_i64().unwrap())
}

impl Story {
    async fn one(&self, sql: &str) -> String {
        let owner = self.owner().await;
        owner
            .query_one(&format!("select ({sql})::text"), &[])
            .await
            .unwrap()
            .get::<_, Option<String>>(0)
            .unwrap_or_default()
    }

    async fn is_exact(&self) {
        assert_eq!(self.json(&["doctor", "metrics"])["differences"], 0);
        assert_eq!(self.one("select count(*) from app.matching_differences()").await, "0");
    }
}

#[tokio::test]
async fn a_profile_joins_who_reacted_twice_and_changes_what_it_should() {
    let story = Story::begin("enrichment").await;
    let persona = "name = \"Software leaders\"\n[criteria.industry]\nany = [\"Software Development\"]\nmode = \"required\"\n[criteria.seniority]\nany = [\"cxo\"]\n";
    story.say_with(&["persona", "add", "-"], persona);
    let file = story.file("reactions.json", &reactions());
    assert_eq!(counts(&story.json(&["import", &file, "--seen-on", "2026-05-01"])), [4, 4, 0, 0, 0, 0]);
    let unique = || story.json(&["post", "list"]).as_array().map(Vec::len);
    assert!(unique().is_some());
    story.say(&["person", "pin", "ACoAAFict0001", "Software leaders", "--reason", "met in May"]);
    let slug_only = story.one("select person_id from person_identities where value = 'marco-esempio-fict'").await;
    story
        .owner()
        .await
        .batch_execute(&format!(
            "update persons set title_override = 'Boss', notes = 'asks for Rust' where id = {slug_only}"
        ))
        .await
        .unwrap();

    // The member id and the slug are one.
    let profile = fixture("harvestapi_profile.json");
    assert_eq!(counts(&story.json(&["import", &profile, "--seen-on", "2026-06-01", "--dry-run"])), [1, 0, 1, 0, 0, 0]);
    assert_eq!(
        story.one("select count(*) from persons where name = 'Marco Esempio'").await,
        "2",
        "a dry run changes nothing"
    );
    let report = story.json(&["import", &profile, "--seen-on", "2026-06-01"]);
    assert_eq!((report[0]["format"].as_str(), counts(&report)), (Some("harvestapi-profiles"), [1, 0, 1, 0, 0, 0]));
    assert_eq!(story.one("select kind from csv_imports where format = 'harvestapi-profiles'").await, "profiles");
    let shown = story.json(&["person", "show", "marco-esempio-fict"]);
    let person = &shown["person"];
    assert_eq!(
        (&person["title"], &person["company"], &person["notes"]),
        (&json!("Boss"), &json!("Nebulosa Fict"), &json!("asks for Rust"))
    );
    assert_eq!(
        (&person["country"], &person["enrichment_status"], &person["facts_from"]),
        (&json!("IT"), &json!("enriched"), &json!("profile"))
    );
    assert_eq!((&shown["engagements"]["likes"], &shown["personas"][0]["pinned"]), (&json!(2), &json!(true)));
    let known: Vec<&str> =
        shown["identities"].as_array().unwrap().iter().filter_map(|identity| identity["value"].as_str()).collect();
    assert_eq!(known, ["ACoAAFict0001", "marco-esempio-fict"]);
    assert_eq!(story.one("select count(*) from persons where name = 'Marco Esempio'").await, "1");
    story.is_exact().await;

    // Once more, and from another actor who says the same a little differently.
    let stamped = story.one("select max(updated_at) from persons").await;
    assert_eq!(counts(&story.json(&["import", &profile, "--seen-on", "2026-06-01"])), [1, 0, 0, 1, 0, 0]);
    assert_eq!(story.one("select max(updated_at) from persons").await, stamped, "and leaves no trace");
    let report = story.json(&["import", &fixture("dev_fusion_profile_2025.json"), "--seen-on", "2026-06-02"]);
    assert_eq!((report[0]["format"].as_str(), counts(&report)), (Some("dev-fusion-profiles"), [1, 0, 1, 0, 0, 0]));
    assert_eq!(
        story
            .one("select size_band || ' ' || industry || ' ' || domain from companies where linkedin_id = '90000001'")
            .await,
        "51-200 Technology, Information and Internet nebulosa.example"
    );
    let kinds = |events: &Value| {
        events.as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&story.json(&["person", "events", "marco-esempio-fict"])), ["merged"], "nothing else has changed");

    // The page of the company, which makes a leader of software of him.
    assert_eq!(story.one("select is_active || ' ' || match_score from targets where pinned").await, "true 0.50");
    let report = story.json(&["import", &fixture("harvestapi_company.json"), "--seen-on", "2026-06-03"]);
    assert_eq!((report[0]["format"].as_str(), counts(&report)), (Some("harvestapi-companies"), [2, 1, 1, 0, 0, 0]));
    assert_eq!(story.one("select kind from csv_imports where format = 'harvestapi-companies'").await, "companies");
    assert_eq!(story.one("select is_active || ' ' || match_score from targets where pinned").await, "true 1.00");
    story.is_exact().await;

    // An older profile says nothing, and a newer one that he has moved.
    let text = std::fs::read_to_string(&profile).unwrap();
    let elsewhere = text
        .replace("nebulosa-fict", "globex-fict")
        .replace("90000001", "90000077")
        .replace("Nebulosa Fict", "Globex Fict");
    let older = story.file("older.json", &elsewhere.replace("marco-esempio-globex-fict", "marco-esempio-fict"));
    assert_eq!(counts(&story.json(&["import", &older, "--seen-on", "2025-01-01"])), [1, 0, 0, 1, 0, 0]);
    assert_eq!(story.json(&["person", "show", "marco-esempio-fict"])["person"]["company"], "Nebulosa Fict");
    assert_eq!(counts(&story.json(&["import", &older, "--seen-on", "2026-07-01"])), [1, 0, 1, 0, 0, 0]);
    let shown = story.json(&["person", "show", "marco-esempio-fict"]);
    assert_eq!(
        (&shown["person"]["company"], &shown["person"]["title"]),
        (&json!("Globex Fict"), &json!("Boss")),
        "the human's title stays"
    );
    let moved = story.json(&["person", "events", "--kind", "moved_company"]);
    assert_eq!(
        (&moved[0]["old_value"], &moved[0]["new_value"], &moved[0]["source"]),
        (&json!("Nebulosa Fict"), &json!("Globex Fict"), &json!("file"))
    );
    assert!(moved[0]["happened_at"].as_str().unwrap().starts_with("2026-07-01"), "{moved}");
    let told = story.say(&["person", "show", "marco-esempio-fict"]);
    assert!(told.out.contains("moved company") && told.out.contains("Nebulosa Fict → Globex Fict"), "{}", told.out);
    assert!(
        told.out.contains("from a profile, as of 2026-07-01")
            && told.out.contains("profile of 2026-07-01 by harvestapi"),
        "{}",
        told.out
    );
    assert_eq!(story.one("select is_active || ' ' || match_score from targets where pinned").await, "true 0.50");

    // A reaction with a headline that names another employer is later still.
    let again = json!([{"reactionType": "LIKE", "postId": "7329207003942125568", "actor": {"name": "Marco Esempio", "linkedinUrl": "https://www.linkedin.com/in/ACoAAFict0001", "position": "CEO at Saltworks Fict"}}]);
    let file = story.file("again.json", &again.to_string());
    story.json(&["import", &file, "--seen-on", "2026-08-01"]);
    assert_eq!(story.json(&["person", "show", "marco-esempio-fict"])["person"]["company"], "Saltworks Fict");
    assert_eq!(story.json(&["person", "events", "--kind", "moved_company"]).as_array().unwrap().len(), 2);
    story.is_exact().await;
}

#[tokio::test]
async fn files_of_any_shape_are_accounted_for_to_the_line() {
    let story = Story::begin("enrichment-files").await;
    let items = json!([
        {"error": "Profile not found", "query": {"query": "https://www.linkedin.com/in/gone"}},
        {"id": "ACoAAFict0009", "firstName": "LinkedIn", "lastName": "Member", "publicIdentifier": null, "experience": []},
        {"publicIdentifier": "ada-example", "id": "ACoAAAexample901", "firstName": "Ada", "lastName": "Example", "experience": []},
        {"firstName": "Nobody", "experience": []},
        {"status": 503, "error": "upstream"},
        {"publicIdentifier": "new-example", "id": "ACoAAAnew", "firstName": "New", "experience": []},
    ]);
    let file = story.file("profiles.json", &items.to_string());
    let report = story.json(&["import", &file]);
    assert_eq!(counts(&report), [6, 1, 1, 0, 2, 2]);
    assert_eq!(report[0]["skip_reasons"], json!({"not_found": 1, "anonymous_member": 1}));
    let reasons: Vec<&str> =
        report[0]["rejects"].as_array().unwrap().iter().filter_map(|reject| reject["reason"].as_str()).collect();
    assert_eq!(
        reasons,
        ["there is neither the address nor the id of a person", "the scraper failed at this item: upstream"]
    );
    let lines: Vec<String> = items.as_array().unwrap().iter().map(ToString::to_string).collect();
    let lines = lines.join("\n");
    let lines = story.file("profiles.jsonl", &lines);
    assert_eq!(counts(&story.json(&["import", &lines])), [6, 0, 0, 2, 2, 2], "lines are read as a list is");
    assert_eq!(counts(&story.json(&["import", &lines])), [6, 0, 0, 2, 2, 2], "and the same bytes bring nothing new");
    let other = json!([{"publicIdentifier": "ada-example", "id": "ACoAAAother901", "firstName": "Ada", "lastName": "Other", "experience": []}]);
    assert_eq!(counts(&story.json(&["import", &story.file("other.json", &other.to_string())])), [1, 1, 0, 0, 0, 0]);
    let both = "select string_agg(p.name, ', ' order by p.name) from persons p join person_identities i on i.person_id = p.id where i.value in ('ada-example', 'ACoAAAexample901')";
    assert_eq!(story.one(both).await, "Ada Example, Ada Other", "a slug that another member has now is that member's");
    let csv = "publicIdentifier,fullName,jobTitle,companyName,companyLinkedin,addressWithCountry\ncleo-sample,Cleo Sample,Account Executive,Saltworks,https://www.linkedin.com/company/saltworks/,\"Bristol, United Kingdom\"\n";
    let csv = story.file("profiles.csv", csv);
    assert_eq!(counts(&story.json(&["import", &csv, "--as", "dev-fusion-profiles"])), [1, 1, 0, 0, 0, 0]);
    assert_eq!(story.json(&["person", "show", "cleo-sample"])["person"]["country"], "GB");
    let ignored = story.json(&["import", &csv, "--post", POST, "--campaign", "Spring"]);
    assert_eq!(ignored[0]["warnings"].as_array().unwrap().len(), 2, "{ignored}");
    story.say(&["import", &csv, "--as", "harvestapi-companies"]).refused(1, "universalName");
    story.is_exact().await;
}

#[tokio::test]
async fn who_needs_a_profile_is_asked_for_once_and_not_again_where_none_was_found() {
    use queries::queries::enrichment as sql;
    let story = Story::begin("enrichment-whom").await;
    let mut owner = story.owner().await;
    let tx = owner.transaction().await.unwrap();
    tx.batch_execute("set local role rapport_app; set local app.tenant_id = '00000000-0000-0000-0000-000000000001'")
        .await
        .unwrap();
    let whom = sql::enrichment_candidates().bind(&tx, &10).all().await.unwrap();
    assert_eq!(whom.len(), 1, "of five people one has an address");
    assert_eq!(
        (whom[0].person_id, whom[0].member_id.as_deref(), whom[0].slug.as_deref()),
        (901, Some("ACoAAAexample901"), Some("ada-example"))
    );
    assert!(whom[0].reason.starts_with("engaged on "), "{}", whom[0].reason);
    assert_eq!(sql::mark_enrichment_asked().bind(&tx, &vec![901], &"harvestapi").one().await.unwrap(), 1);
    assert_eq!(sql::enrichment_candidates().bind(&tx, &10).all().await.unwrap().len(), 0);
    assert_eq!(sql::note_enrichment_misses().bind(&tx, &vec![901]).one().await.unwrap(), 1);
    assert_eq!(sql::note_enrichment_failures().bind(&tx, &vec![999]).one().await.unwrap(), 0);
    tx.commit().await.unwrap();
    assert!(story.say(&["person", "show", "901"]).out.contains("no profile was found on"));
    owner.batch_execute("update persons set enrichment_attempted_at = now() - interval '91 days' where id = 901; set app.tenant_id = '00000000-0000-0000-0000-000000000001'").await.unwrap();
    let whom = sql::enrichment_candidates().bind(&owner, &10).all().await.unwrap();
    assert!(whom[0].reason.ends_with("; was not found at the last time"), "{}", whom[0].reason);
    story.say(&["person", "events", "901"]);
}
