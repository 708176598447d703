//! Custom audiences by the API and by the command line.

use serde_json::{Value, json};

use super::Story;

const AUDIENCES: &str = "/api/v1/custom-audiences";

#[tokio::test]
async fn an_audience_is_made_changed_exported_and_deleted() {
    let story = Story::begin().await;
    let program = story.program("default");
    let targeting = json!({"functions": ["marketing"], "seniorities": ["VP", "CXO"], "titles": ["Head of Growth"], "industries": ["Software Development"],
        "companies": ["Acme"], "sizes": ["51-200"]});
    let said =
        json!({"name": " Deciders ", "description": "For autumn", "targeting": targeting, "estimated_reach": 52_000});
    let made = program.post(AUDIENCES, &said).await.good(201);
    assert_eq!(
        (&made["name"], &made["targeting"], &made["linkedin_audience_id"]),
        (&json!("Deciders"), &targeting, &Value::Null)
    );
    let one = format!("{AUDIENCES}/{}", made["id"].as_str().unwrap());
    // What is known by a number of LinkedIn's, and what somebody has to look up.
    let told = program.get(&format!("{one}/definition")).await.good(200);
    let industry: i32 =
        story.one("select code from industries where label = 'Software Development' and is_active").await;
    let facet = |name: &str| format!("urn:li:adTargetingFacet:{name}");
    assert_eq!(told["to_look_up"], json!({facet("employers"): ["Acme"], facet("titles"): ["Head of Growth"]}));
    let and = json!([
        {"or": {facet("jobFunctions"): ["urn:li:function:15"]}},
        {"or": {facet("seniorities"): ["urn:li:seniority:7", "urn:li:seniority:8"]}},
        {"or": {facet("industries"): [format!("urn:li:industry:{industry}")]}},
        {"or": {facet("staffCountRanges"): ["urn:li:staffCountRange:(51,200)"]}},
    ]);
    assert_eq!(told["targetingCriteria"]["include"]["and"], and);
    // A company that an import knows by its number is told by it, unless two are called so.
    story.owner.batch_execute("insert into companies (name, linkedin_id) values ('ACME', '4711')").await.unwrap();
    let told = program.get(&format!("{one}/definition")).await.good(200);
    assert_eq!(
        told["targetingCriteria"]["include"]["and"][0],
        json!({"or": {facet("employers"): ["urn:li:organization:4711"]}})
    );
    story.owner.batch_execute("insert into companies (name, linkedin_id) values ('acme', '4712')").await.unwrap();
    let told = program.get(&format!("{one}/definition")).await.good(200);
    assert_eq!(told["to_look_up"][facet("employers")], json!(["Acme"]));

    let changed = program.patch(&one, &json!({"targeting": {"skills": ["Rust"]}, "description": null})).await.good(200);
    assert_eq!((&changed["targeting"], &changed["description"]), (&json!({"skills": ["Rust"]}), &Value::Null));
    assert_eq!(changed["estimated_reach"], 52_000);
    let many = vec!["word"; 201];
    for (wrong, words) in [
        (json!({"targeting": {"hobbies": ["chess"]}}), "unknown field"),
        (json!({"targeting": {"skills": "Rust"}}), "invalid type"),
        (json!({"targeting": {"skills": [""]}}), "needed"),
        (json!({"targeting": {"skills": many}}), "at most 200 words"),
        (json!({"targeting": null}), "targeting is missing"),
        (json!({"estimated_reach": -1}), "reach is not negative"),
        (json!({"extra": {}}), "unknown field"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{wrong}: {}", reply.whole);
    }
    assert_eq!(program.post(AUDIENCES, &json!({"name": "deciders"})).await.problem(), (409, "conflict".to_owned()));
    // What an older program stored besides does no harm.
    let odd = r#"update custom_audiences set targeting = '{"skills": ["Rust"], "titles": "CEO", "sizes": [7], "hobbies": ["chess"]}'"#;
    story.owner.batch_execute(odd).await.unwrap();
    assert_eq!(program.get(&one).await.good(200)["targeting"], json!({"skills": ["Rust"]}));
    // What nobody is shown is nobody's to lose, unless they say the same themselves.
    program.patch(&one, &json!({"targeting": {"skills": ["SQL"], "sizes": ["11-50"]}})).await.good(200);
    assert_eq!(
        story.one::<Value>("select targeting from custom_audiences").await,
        json!({"skills": ["SQL"], "titles": "CEO", "sizes": ["11-50"], "hobbies": ["chess"]})
    );
    program.patch(&one, &json!({"targeting": {"skills": ["Rust"]}})).await.good(200);
    let kept = json!({"skills": ["Rust"], "titles": "CEO", "hobbies": ["chess"]});
    assert_eq!(story.one::<Value>("select targeting from custom_audiences").await, kept);
    assert_eq!(program.get(&format!("{AUDIENCES}?search=rust")).await.good(200)["items"].as_array().unwrap().len(), 1);
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&format!("{one}/definition")).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'custom_audience.deleted'").await, 1);
}

#[tokio::test]
async fn the_command_line_says_the_same_of_audiences() {
    let story = Story::begin().await;
    let add = [
        "custom-audience",
        "add",
        "Deciders",
        "--function",
        "Marketing",
        "--seniority",
        "VP",
        "--seniority",
        "CXO",
        "--title",
        "Head of Growth",
    ];
    let (well, _, err) = story.say(&add);
    assert!(well, "{err}");
    assert!(story.say(&["custom-audience", "change", "deciders", "--seniority", "Director", "--reach", "52000"]).0);
    let shown = story.json(&["custom-audience", "show", "Deciders"]);
    assert_eq!(
        shown["targeting"],
        json!({"functions": ["Marketing"], "seniorities": ["Director"], "titles": ["Head of Growth"]})
    );
    let (well, list, _) = story.say(&["custom-audience", "list"]);
    assert!(well && list.contains("Deciders") && list.contains("Director"), "{list}");
    let (well, told, err) = story.say(&["custom-audience", "export", "Deciders"]);
    assert!(well && err.contains("Head of Growth"), "{err}");
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["name"], "Deciders");
    let (well, _, err) = story.say(&["custom-audience", "delete", "Deciders"]);
    assert!(!well && err.contains("--confirm \"Deciders\""), "{err}");
    assert!(story.say(&["custom-audience", "delete", "Deciders", "--confirm", "deciders"]).0);
    assert_eq!(story.json(&["custom-audience", "list"]), json!([]));
    let (well, _, err) = story.say(&["custom-audience", "show", "Deciders"]);
    assert!(!well && err.contains("rapport custom-audience add"), "{err}");
}
