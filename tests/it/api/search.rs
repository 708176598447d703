//! Search by the API.

use serde_json::{Value, json};

use super::{Story, calls::one_of_everything};
use crate::support::program::Program;

async fn found(program: &Program, query: &str) -> Value {
    program.get(&format!("/api/v1/search?{query}")).await.good(200)["groups"].clone()
}

#[tokio::test]
async fn one_text_finds_something_of_every_kind_under_the_ids_that_paths_take() {
    let story = Story::begin().await;
    let program = story.program("default");
    one_of_everything(&story, "default", &program).await;
    let groups = found(&program, "q=CANARY&limit=1").await;
    let kinds: Vec<&str> = groups.as_array().unwrap().iter().map(|group| group["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "person",
            "company",
            "campaign",
            "campaign_group",
            "persona",
            "strategy",
            "segment",
            "custom_audience",
            "post",
            "connection",
            "webhook_source",
            "endpoint"
        ]
    );
    for group in groups.as_array().unwrap() {
        assert_eq!(group["items"].as_array().unwrap().len(), 1, "{group}");
        // Two people hold the word, one who was added and one who engaged, and two groups, one of which came with the campaign.
        let kind = group["kind"].as_str().unwrap();
        assert_eq!(group["more"], matches!(kind, "person" | "campaign_group"), "{group}");
        let noun = match group["kind"].as_str().unwrap() {
            "person" => "people",
            "company" => "companies",
            "strategy" => "strategies",
            kind => &format!("{}s", kind.replace('_', "-")),
        };
        let (item, id) = (&group["items"][0], group["items"][0]["id"].as_str().unwrap());
        let whole = program.get(&format!("/api/v1/{noun}/{id}")).await.good(200);
        let name = if noun == "posts" { &whole["title"] } else { &whole["name"] };
        assert_eq!(&item["name"], name, "{item}");
    }
}

#[tokio::test]
async fn every_word_must_be_there_and_the_nearest_comes_first() {
    let story = Story::begin().await;
    let program = story.program("default");
    for (slug, name, headline) in [
        ("a", "Canada Dry", "Ada is not my name"),
        ("b", "Eva Ada", "CTO"),
        ("c", "Ada Berg", "VP Söhne & Töchter"),
        ("d", "Ada", "100 % remote_first"),
        ("e", "Bo Lind", "Works with Ada"),
    ] {
        let said = json!({"linkedin_url": format!("https://www.linkedin.com/in/near-{slug}"), "name": name, "headline": headline});
        program.post("/api/v1/people", &said).await.good(201);
    }
    let names = async |query: &str| {
        let groups = found(&program, query).await;
        let people = groups.as_array().unwrap().iter().find(|group| group["kind"] == "person").cloned();
        let people = people.map(|group| group["items"].as_array().unwrap().clone()).unwrap_or_default();
        people.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("q=ada").await, ["Ada", "Ada Berg", "Eva Ada", "Canada Dry", "Bo Lind"]);
    assert_eq!(names("q=%C3%85da+sohne").await, ["Ada Berg"], "accents and the order of words do not matter");
    assert_eq!(names("q=ada+nobody").await, [""; 0]);
    // What means something elsewhere means itself.
    for (said, found) in
        [("%25", &["Ada"][..]), ("_", &["Ada"]), ("%26", &["Ada Berg"]), ("%27", &[]), ("%5C", &[]), ("%22%3B--", &[])]
    {
        assert_eq!(names(&format!("q={said}")).await, found, "{said}");
    }
    assert_eq!(names("q=%00ada%00%0Aberg%09").await, ["Ada Berg"], "controls are blanks");
    for blank in ["", "%20%00", "%CC%81"] {
        assert_eq!(found(&program, &format!("q={blank}")).await, json!([]), "{blank:?}");
    }
    for (query, words) in [
        (format!("q={}", "a".repeat(10_000)), "at most 200 characters"),
        ("q=a&limit=0".to_owned(), "limit is a number"),
        ("q=a&limit=51".to_owned(), "limit is a number"),
        ("limit=5".to_owned(), "missing field"),
    ] {
        let reply = program.get(&format!("/api/v1/search?{query}")).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{query:.40}");
        assert!(reply.whole.contains(words), "{}", reply.whole);
    }
}
