//! People by the API.

use serde_json::{Value, json};

use super::Story;
use crate::support::story::PEOPLE;

const PEOPLE_OF: &str = "/api/v1/people";

#[tokio::test]
async fn a_person_is_added_matched_described_decided_upon_and_forgotten() {
    let story = Story::begin().await;
    let program = story.program("default");
    let criteria = json!({"seniority": {"any": ["vp"]}});
    let persona = program.post("/api/v1/personas", &json!({"name": "Deciders", "criteria": criteria})).await.good(201);
    let persona = persona["id"].as_str().unwrap();
    let said = json!({"linkedin_url": "https://www.linkedin.com/in/Ada-Example/?trk=x", "name": "Ada Example",
        "headline": "VP Marketing at Nordlicht GmbH"});
    let made = program.post(PEOPLE_OF, &said).await.good(201);
    assert_eq!(
        (&made["title"], &made["company"], &made["seniority"], &made["functions"], &made["facts_from"]),
        (&json!("VP Marketing"), &json!("Nordlicht GmbH"), &json!("vp"), &json!(["marketing"]), &json!("headline")),
        "{made}"
    );
    assert_eq!(made["identities"], json!([{"kind": "slug", "value": "ada-example", "source": "manual"}]));
    assert!(made["personas"].as_array().unwrap().iter().any(|of| of["persona_id"] == persona), "{made}");
    // Known by any of the identities, and brought up to date.
    let again = json!({"linkedin_url": "https://de.linkedin.com/in/ada-example", "email": "ADA@mail.example"});
    let again = program.post(PEOPLE_OF, &again).await.good(200);
    assert_eq!(
        (&again["id"], &again["email"], &again["name"]),
        (&made["id"], &json!("ada@mail.example"), &made["name"])
    );

    // A human's word goes before what was read, and matching follows it.
    let one = format!("{PEOPLE_OF}/{}", made["id"]);
    let said = json!({"title_override": "Advisor", "lead_status": "qualified", "notable": true, "tags": ["vip"], "owner": "Eva", "country": "DE"});
    let changed = program.patch(&one, &said).await.good(200);
    assert_eq!((&changed["title"], &changed["lead_status"]), (&json!("Advisor"), &json!("qualified")));
    for (wrong, words) in [
        (json!({"lead_status": "lost"}), "unknown variant"),
        (json!({"country": "Germany"}), "countries have two capital letters"),
        (json!({"tags": null}), "tags is missing"),
        (json!({"seniority": "vp"}), "unknown field"),
        (json!({"name": null}), "name is missing"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{}", reply.whole);
    }
    for wrong in [
        json!({}),
        json!({"name": "Nobody"}),
        json!({"linkedin_url": "https://example.com/in/ada"}),
        json!({"email": "no address"}),
    ] {
        assert_eq!(program.post(PEOPLE_OF, &wrong).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }

    // Kept out whatever matching says, then in, then as matching says.
    let place = format!("/api/v1/personas/{persona}/people/{}", made["id"]);
    let target = async || {
        let all = program.get(&format!("{one}/personas")).await.good(200);
        all.as_array().unwrap().iter().find(|target| target["persona_id"] == persona).unwrap().clone()
    };
    let decided =
        program.call("PUT", &place, Some("{\"verdict\": \"excluded\", \"reason\": \"Works for a competitor\"}")).await;
    assert_eq!(decided.status, 204, "{}", decided.whole);
    let kept = target().await;
    assert_eq!(
        (&kept["active"], &kept["excluded"], &kept["reason"]),
        (&json!(false), &json!(true), &json!("Works for a competitor"))
    );
    assert_eq!(program.call("PUT", &place, Some("{\"verdict\": \"pinned\"}")).await.status, 204);
    assert_eq!((&target().await["active"], &target().await["pinned"]), (&json!(true), &json!(true)));
    assert_eq!(program.call("PUT", &place, Some("{\"verdict\": \"loved\"}")).await.problem().0, 422);
    assert_eq!(program.delete(&place).await.status, 204);
    let released = target().await;
    assert_eq!(
        (&released["active"], &released["pinned"], &released["match_score"]),
        (&json!(true), &json!(false), &json!(1.0))
    );
    let steps = program.get(&format!("{one}/journey")).await.good(200);
    assert!(steps.as_array().unwrap().iter().any(|step| step["what"] == "entered"), "{steps}");

    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
    let noted: Value = story.one("select to_jsonb(a) from audit_log a where event = 'person.deleted'").await;
    assert!(!noted.to_string().to_lowercase().contains("ada"), "{noted}");
    assert_eq!(story.json(&["doctor", "matching"])["differences"], 0);
}

#[tokio::test]
async fn filters_mean_what_the_command_line_means_by_them() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let criteria = json!({"function": {"any": ["marketing"]}});
    let persona = program.post("/api/v1/personas", &json!({"name": "Marketers", "criteria": criteria})).await.good(201);
    let persona = persona["id"].as_str().unwrap();
    let campaign: i32 = story.one("select min(campaign_id) from campaign_posts").await;
    let company: i32 = story.one("select min(company_id) from persons").await;
    let company_name: String =
        story.one("select name from companies where id = (select min(company_id) from persons)").await;
    for (asked, said) in [
        (String::new(), vec![]),
        (format!("persona_id={persona}"), vec!["--persona", "Marketers"]),
        (format!("company_id={company}"), vec!["--company", &company_name]),
        (format!("campaign_id={campaign}"), vec!["--campaign", &campaign.to_string()]),
        ("seniority=vp".to_owned(), vec!["--seniority", "vp"]),
        ("function=marketing".to_owned(), vec!["--function", "marketing"]),
        ("min_score=3".to_owned(), vec!["--min-score", "3"]),
        ("search=ADA".to_owned(), vec!["--search", "ada"]),
    ] {
        let listed =
            program.get(&format!("{PEOPLE_OF}?sort=engagement_score&order=desc&limit=200&{asked}")).await.good(200);
        let rows = story.json(&[vec!["person", "list"], said].concat());
        let ids = |rows: &Value, key: &str| {
            let mut ids: Vec<i64> = rows.as_array().unwrap().iter().map(|row| row[key].as_i64().unwrap()).collect();
            ids.sort_unstable();
            ids
        };
        assert_eq!(ids(&listed["items"], "id"), ids(&rows, "person_id"), "{asked}");
        assert!(!rows.as_array().unwrap().is_empty(), "{asked} finds nobody, which shows nothing");
        for row in rows.as_array().unwrap() {
            let item = listed["items"].as_array().unwrap().iter().find(|item| item["id"] == row["person_id"]).unwrap();
            for same in ["name", "title", "company", "engagement_score", "engagements", "last_engaged_on"] {
                assert_eq!(item[same], row[same], "{asked} {same}");
            }
        }
    }
}
