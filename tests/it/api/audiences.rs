//! Audiences by the API.

use serde_json::json;

use super::Story;
use crate::support::story::PEOPLE;

#[tokio::test]
async fn an_audience_is_the_file_of_the_command_line() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    story.owner.batch_execute("update persons set email = '=cmd' || id || '@mail.example'").await.unwrap();
    let program = story.program("default");
    let criteria = json!({"function": {"any": ["marketing"]}});
    let persona = program.post("/api/v1/personas", &json!({"name": "Marketers", "criteria": criteria})).await.good(201);
    let persona = persona["id"].as_str().unwrap();
    let segment = program.post("/api/v1/segments", &json!({"name": "Everybody"})).await.good(201);
    let segment = segment["id"].as_str().unwrap();
    for (asked, said) in [
        (format!("persona_id={persona}"), vec!["--persona", "Marketers"]),
        (format!("segment_id={segment}"), vec!["--segment", "Everybody"]),
        (
            format!("segment_id={segment}&persona_id={persona}"),
            vec!["--segment", "Everybody", "--persona", "Marketers"],
        ),
        (format!("persona_id={persona}&hashed=true"), vec!["--persona", "Marketers", "--hash"]),
        (format!("persona_id={persona}&of=companies"), vec!["--persona", "Marketers", "--companies"]),
    ] {
        let reply = program.get(&format!("/api/v1/audience?{asked}")).await;
        assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/csv; charset=utf-8")), "{asked}");
        let (_, file) = reply.whole.split_once("\r\n\r\n").unwrap();
        let (well, out, err) = story.say(&[vec!["audience", "export"], said].concat());
        assert!(well, "{err}");
        assert_eq!(file, out, "{asked}");
        let rows = file.lines().count() - 1;
        assert!(rows > 0, "{asked} is empty, which shows nothing");
        assert_eq!(reply.header("x-rows"), Some(rows.to_string().as_str()));
        assert!(reply.header("x-note").unwrap().contains("300"), "{asked}");
        assert!(!file.lines().any(|line| line.starts_with('=')), "{file}");
    }
    for wrong in ["", "?of=dogs", "?segment_id=x&of=people&more=1"] {
        let reply = program.get(&format!("/api/v1/audience{wrong}")).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
}
