//! Strategies by the API.

use serde_json::json;

use super::Story;

const STRATEGIES: &str = "/api/v1/strategies";

#[tokio::test]
async fn a_strategy_is_ours_changed_followed_rated_and_deleted() {
    let story = Story::begin().await;
    let program = story.program("default");
    let templates = program.get(&format!("{STRATEGIES}?is_template=true")).await.good(200);
    let template = templates["items"][0].clone();
    let copies = format!("{STRATEGIES}/{}/copies", template["id"].as_str().unwrap());
    let ours = program.post(&copies, &json!({"name": "Ours"})).await.good(201);
    assert_eq!(ours["is_template"], false);
    for same in ["type", "content_mix", "content_themes", "budget_min", "primary_kpi", "audience_seniorities"] {
        assert_eq!(ours[same], template[same], "{same}");
    }
    let one = format!("{STRATEGIES}/{}", ours["id"].as_str().unwrap());
    let said = json!({"content_mix": {"text": 60, "video": 40}, "posts_per_week": 2.5, "audience_functions": ["marketing"], "objective": null});
    let changed = program.patch(&one, &said).await.good(200);
    assert_eq!((&changed["posts_per_week"], &changed["objective"]), (&json!(2.5), &json!(null)));
    for (wrong, words) in [
        (json!({"content_mix": {"text": 60}}), "add up to 100"),
        (json!({"content_mix": {"hologram": 100}}), "add up to 100"),
        (json!({"audience_seniorities": ["emperor"]}), "there is no seniority"),
        (json!({"primary_kpi": "happiness"}), "unknown variant"),
        (json!({"budget_min": 5, "budget_max": 4}), "budgets go from low to high"),
        (json!({"is_template": true}), "unknown field"),
        (json!({"name": null}), "name is missing"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        assert!(reply.json()["detail"].as_str().unwrap().contains(words), "{}", reply.whole);
    }
    assert_eq!(program.post(&copies, &json!({"name": "ours"})).await.problem(), (409, "conflict".to_owned()));

    // What is said by hand goes before the stated audience, until it is taken back.
    let persona = program.post("/api/v1/personas", &json!({"name": "Marketers"})).await.good(201);
    let suits = async || {
        let rows = program.get(&format!("{one}/personas")).await.good(200);
        rows.as_array().unwrap().iter().find(|row| row["persona_id"] == persona["id"]).unwrap().clone()
    };
    let before = suits().await;
    let rating =
        format!("/api/v1/personas/{}/strategies/{}", persona["id"].as_str().unwrap(), ours["id"].as_str().unwrap());
    assert_eq!(program.call("PUT", &rating, Some("{\"relevance_score\": 0.85}")).await.status, 204);
    let rated = suits().await;
    assert_eq!((&rated["relevance_score"], &rated["relevance_from"]), (&json!(0.85), &json!("set by hand")));
    for wrong in ["{\"relevance_score\": 0.855}", "{\"relevance_score\": 1.5}", "{}"] {
        assert_eq!(program.call("PUT", &rating, Some(wrong)).await.problem(), (422, "invalid".to_owned()), "{wrong}");
    }
    assert_eq!(program.delete(&rating).await.status, 204);
    assert_eq!(program.delete(&rating).await.problem(), (404, "not_found".to_owned()));
    assert_eq!(suits().await, before);

    // What a campaign follows cannot go.
    let said = json!({"name": "Spring", "strategy_id": ours["id"]});
    let campaign = program.post("/api/v1/campaigns", &said).await.good(201)["id"].clone();
    let figures = program.get(&format!("{one}/performance")).await.good(200);
    assert_eq!((&figures["campaigns"], &figures["strategy"]), (&json!(1), &json!("Ours")));
    let refused = program.delete(&one).await;
    assert_eq!(refused.problem(), (409, "conflict".to_owned()));
    assert!(refused.whole.contains("1 campaigns"), "{}", refused.whole);
    program.patch(&format!("/api/v1/campaigns/{campaign}"), &json!({"strategy_id": null})).await.good(200);
    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
}
