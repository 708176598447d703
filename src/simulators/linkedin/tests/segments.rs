//! Audience segments.

use std::time::Duration;

use super::*;

fn segment(kind: &str) -> Value {
    json!({
        "name": "Mill managers",
        "accessPolicy": "PRIVATE",
        "account": "urn:li:sponsoredAccount:517004410",
        "destinations": [{ "destination": "LINKEDIN" }],
        "sourcePlatform": "LIST_UPLOAD",
        "type": kind,
    })
}

fn user(number: usize) -> Value {
    json!({ "action": "ADD", "userIds": [{ "idType": "SHA256_EMAIL", "idValue": format!("{number:064x}") }] })
}

async fn create(desk: &Desk, kind: &str) -> String {
    let answer = desk.post("/rest/dmpSegments", &segment(kind)).await;
    assert_eq!(answer.status.as_u16(), 201, "{:?}", answer.body);
    format!("/rest/dmpSegments/{}", answer.header("x-restli-id").unwrap())
}

fn quick() -> Options {
    Options { segment_wait: Duration::ZERO, segment_build: Duration::ZERO, ..options() }
}

#[tokio::test]
async fn a_segment_is_made_filled_and_built() {
    let desk = Desk::with(quick());
    let path = create(&desk, "USER").await;
    assert_eq!(desk.value(&path).await["status"], "BUILDING");
    let mut users: Vec<Value> = (0..400).map(user).collect();
    users[3]["userIds"][0]["idValue"] = json!("Ada@Mail.example");
    users[4]["firstName"] = json!("A".repeat(36));
    users[5]["action"] = json!("MAYBE");
    users[6]["country"] = json!("Germany");
    let answer = desk.batch(&format!("{path}/users"), &users).await;
    assert_eq!(answer.status.as_u16(), 200);
    let answer: Value = answer.json().unwrap();
    let statuses: Vec<u64> = answer["elements"].as_array().unwrap().iter().map(|one| count(&one["status"])).collect();
    assert_eq!(statuses.len(), 400);
    assert_eq!((statuses[2], &statuses[3..7], statuses[7]), (201, &[400; 4][..], 201));

    let built = desk.value(&path).await;
    assert_eq!((&built["status"], &built["inputCount"]), (&json!("READY"), &json!(396)));
    let matched = count(&built["matchedCount"]);
    assert!((200..396).contains(&matched), "{matched}");
    users.truncate(3);
    for user in &mut users {
        user["action"] = json!("REMOVE");
    }
    desk.batch(&format!("{path}/users"), &users).await;
    desk.batch(&format!("{path}/users"), &users).await;
    assert_eq!(desk.value(&path).await["inputCount"], 393);
    assert_eq!(desk.linkedin.segments()[0].entries.len(), 393);
}

#[tokio::test]
async fn nobody_is_taken_in_before_the_segment_is_ready() {
    let desk = Desk::with(Options { segment_wait: Duration::from_mins(1), ..quick() });
    let path = create(&desk, "USER").await;
    let answer = desk.batch(&format!("{path}/users"), &[user(1)]).await;
    assert_eq!(error_of(&answer), refused(400, "INVALID_ARGUMENT"));
    assert_eq!(error_of(&desk.batch("/rest/dmpSegments/1/users", &[user(1)]).await), refused(404, "NOT_FOUND"));
    assert_eq!(desk.linkedin.segments()[0].entries.len(), 0);
}

#[tokio::test]
async fn batches_have_a_method_a_size_and_a_kind() {
    let desk = Desk::with(quick());
    let (users, companies) = (create(&desk, "USER").await, create(&desk, "COMPANY").await);
    let body = json!({ "elements": [user(1)] });
    let answer = desk.post(&format!("{users}/users"), &body).await;
    assert_eq!(error_of(&answer), refused(400, "METHOD_INVALID"));
    for elements in [Vec::new(), (0..5_001).map(user).collect()] {
        let answer = desk.batch(&format!("{users}/users"), &elements).await;
        assert_eq!(error_of(&answer), refused(400, "INVALID_ARGUMENT"), "{}", elements.len());
    }
    let most: Vec<Value> = (0..5_000).map(user).collect();
    assert_eq!(desk.batch(&format!("{users}/users"), &most).await.status.as_u16(), 200);
    assert_eq!(desk.batch(&format!("{companies}/users"), &[user(1)]).await.status.as_u16(), 400);
    let answer = desk
        .batch(
            &format!("{companies}/companies"),
            &[
                json!({ "action": "ADD", "companyName": "Tarnbeck Mills", "companyWebsiteDomain": "tarnbeck.example" }),
                json!({ "action": "ADD", "companyWebsiteDomain": "https://tarnbeck.example/" }),
                json!({ "action": "ADD" }),
            ],
        )
        .await;
    let answer: Value = answer.json().unwrap();
    let statuses: Vec<u64> = answer["elements"].as_array().unwrap().iter().map(|one| count(&one["status"])).collect();
    assert_eq!(statuses, [201, 400, 400]);
}

#[tokio::test]
async fn a_segment_says_whose_it_is_and_where_it_goes() {
    let desk = Desk::with(quick());
    for (field, value, status) in [
        ("account", json!("urn:li:sponsoredAccount:1"), 403),
        ("accessPolicy", json!("PUBLIC"), 400),
        ("destinations", json!([]), 400),
        ("name", Value::Null, 400),
        ("sourcePlatform", Value::Null, 400),
        ("type", json!("EVERYBODY"), 400),
    ] {
        let mut body = segment("USER");
        body[field] = value;
        assert_eq!(desk.post("/rest/dmpSegments", &body).await.status.as_u16(), status, "{field}");
    }
    assert_eq!(desk.linkedin.segments().len(), 0);
}
