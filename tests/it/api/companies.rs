//! Companies by the API.

use serde_json::json;

use super::Story;
use crate::support::story::PEOPLE;

const COMPANIES: &str = "/api/v1/companies";

#[tokio::test]
async fn a_company_is_made_changed_and_deleted_and_its_people_are_matched_by_what_it_is() {
    let story = Story::begin().await;
    let program = story.program("default");
    let criteria = json!({"company_size": {"any": ["51-200"]}});
    let persona = program.post("/api/v1/personas", &json!({"name": "Mid-size", "criteria": criteria})).await.good(201);
    let persona = format!("/api/v1/personas/{}", persona["id"].as_str().unwrap());
    let said = json!({"email": "ada@mail.example", "headline": "VP Marketing at Nordlicht GmbH"});
    let person = program.post("/api/v1/people", &said).await.good(201);
    assert_eq!(program.get(&persona).await.good(200)["people"], 0);
    let one = format!("{COMPANIES}/{}", person["company_id"]);
    let changed = program.patch(&one, &json!({"size_band": "51-200", "domain": "nordlicht.example"})).await.good(200);
    assert_eq!(
        (&changed["size_band"], &changed["people"], &changed["targets"]),
        (&json!("51-200"), &json!(1), &json!(1))
    );
    assert_eq!(program.get(&persona).await.good(200)["people"], 1);
    let of = program.get(&format!("{one}/personas")).await.good(200);
    let of = of.as_array().unwrap().iter().find(|row| row["persona"] == "Mid-size").unwrap();
    assert_eq!((&of["people"], &of["average_score"]), (&json!(1), &json!(1.0)));

    let refused = program.delete(&one).await;
    assert_eq!(refused.problem(), (409, "conflict".to_owned()));
    assert!(refused.whole.contains("1 people work at this company"), "{}", refused.whole);
    let other = program.post(COMPANIES, &json!({"name": "Saltworks Ltd", "country": "GB"})).await.good(201);
    assert_eq!(program.post(COMPANIES, &json!({"name": "saltworks"})).await.problem(), (409, "conflict".to_owned()));
    for wrong in
        [json!({"size_band": "many"}), json!({"country": "UK."}), json!({"linkedin_id": "7"}), json!({"name": null})]
    {
        assert_eq!(program.patch(&one, &wrong).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    let other = format!("{COMPANIES}/{}", other["id"]);
    assert_eq!(program.delete(&other).await.status, 204);
    assert_eq!(program.get(&other).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.json(&["doctor", "matching"])["differences"], 0);
}

#[tokio::test]
async fn a_companys_figures_are_those_of_the_command_line() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let listed = program.get(&format!("{COMPANIES}?sort=engagements&order=desc")).await.good(200);
    let rows = story.json(&["company", "list"]);
    let (items, rows) = (listed["items"].as_array().unwrap(), rows.as_array().unwrap());
    assert_eq!(items.len(), rows.len());
    assert_eq!(items[0]["id"], rows[0]["company_id"]);
    for row in rows {
        let item = items.iter().find(|item| item["id"] == row["company_id"]).unwrap();
        for same in ["name", "people", "engaged_people", "engagements", "targets", "last_engaged_on"] {
            assert_eq!(item[same], row[same], "{same}");
        }
    }
}
