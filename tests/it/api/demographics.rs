//! Divisions of those who saw ads, by the API.

use serde_json::{Value, json};

use super::Story;

const DIVISIONS: &str = "/api/v1/demographics";

#[tokio::test]
async fn divisions_are_told_by_period_section_and_words_each_once() {
    let story = Story::begin().await;
    story
        .owner
        .batch_execute(
            "insert into audience_demographics (account, section, segment, first_day, last_day, impressions, impressions_share, clicks)
             select account, section::demographic_section, segment, first_day, first_day + 29, impressions, 0.125, 3
             from (values ('', 'seniority', 'VP', date '2026-09-01', 500), ('', 'seniority', 'CXO', '2026-09-01', 700), ('', 'company', 'Acme', '2026-10-01', 90),
               ('Main', 'company', 'Acme', '2026-10-01', 80), ('Main', 'job_function', 'Marketing', '2026-08-01', 70)) v(account, section, segment, first_day, impressions)",
        )
        .await
        .unwrap();
    let program = story.program("default");
    let found = async |filter: &str| -> Vec<(String, i64)> {
        let found = program.get(&format!("{DIVISIONS}?{filter}")).await.good(200);
        let rows = found["items"].as_array().unwrap().iter();
        rows.map(|row| (row["segment"].as_str().unwrap().to_owned(), row["impressions"].as_i64().unwrap())).collect()
    };
    let named =
        |rows: &[(&str, i64)]| rows.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect::<Vec<_>>();
    for (filter, rows) in [
        ("section=seniority", &[("CXO", 700), ("VP", 500)][..]),
        ("account=Main", &[("Acme", 80), ("Marketing", 70)]),
        ("search=ACM", &[("Acme", 80), ("Acme", 90)]),
        ("since=2026-10-05", &[("Acme", 80), ("Acme", 90)]),
        ("until=2026-08-31", &[("Marketing", 70)]),
        ("since=2027-01-01", &[]),
    ] {
        assert_eq!(found(filter).await, named(rows), "{filter}");
    }
    let whole = program.get(DIVISIONS).await.good(200);
    assert_eq!((whole["items"].as_array().unwrap().len(), &whole["next"]), (5, &Value::Null));
    let main = &whole["items"][0];
    assert_eq!(
        (&main["account"], &main["last_day"], &main["impressions_share"]),
        (&json!("Main"), &json!("2026-10-30"), &json!(0.125))
    );
    assert_eq!(whole["items"][1]["account"], Value::Null);
    let (mut all, mut next) = (Vec::new(), String::new());
    loop {
        let page = program.get(&format!("{DIVISIONS}?limit=2{next}")).await.good(200);
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        let Some(cursor) = page["next"].as_str() else { break };
        next = format!("&cursor={cursor}");
    }
    assert_eq!(Value::from(all), whole["items"]);
    assert_eq!(program.get(&format!("{DIVISIONS}?section=hobbies")).await.problem(), (422, "invalid".to_owned()));
}
