//! Personas by the API.

use serde_json::{Value, json};

use super::Story;
use crate::support::story::PEOPLE;

const PERSONAS: &str = "/api/v1/personas";

#[tokio::test]
async fn a_persona_is_tried_made_changed_and_deleted_by_a_program_and_its_people_follow() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    let criteria = json!({"function": {"any": ["marketing"], "mode": "required", "weight": 3}, "seniority": {"any": ["vp", "cxo"], "weight": 2}});
    let tried = program.post(&format!("{PERSONAS}/preview"), &json!({"criteria": criteria})).await.good(200);
    let made = program
        .post(PERSONAS, &json!({"name": " Marketers ", "colour": "#B8442E", "criteria": criteria}))
        .await
        .good(201);
    assert_eq!((&tried["people"], &tried["entering"]), (&made["people"], &made["people"]), "{tried}");
    assert!(made["people"].as_i64() > Some(0), "{made}");
    assert_eq!(
        (&made["name"], &made["colour"], &made["threshold"], &made["active"]),
        (&json!("Marketers"), &json!("#b8442e"), &json!(0.6), &json!(true))
    );
    let one = format!("{PERSONAS}/{}", made["id"].as_str().unwrap());

    for wrong in [json!(0), json!(5e-324), json!(0.605), json!(1.01)] {
        let tried =
            program.post(&format!("{PERSONAS}/preview"), &json!({"criteria": criteria, "threshold": wrong})).await;
        assert_eq!(tried.problem(), (422, "invalid".to_owned()), "{wrong}");
    }

    // Every receipt adds up to its score, and the list is the one of the command line, whatever the length of a page.
    let people = program.get(&format!("{one}/people")).await.good(200);
    let people = people["items"].as_array().unwrap().clone();
    let shown = story.json(&["persona", "show", "Marketers"]);
    let ids = |list: &[Value]| -> Vec<i64> { list.iter().map(|row| row["person_id"].as_i64().unwrap()).collect() };
    assert_eq!(people.len(), shown["people"].as_array().unwrap().len());
    for person in &people {
        let factors = person["receipt"].as_array().unwrap();
        let sum = |met: bool| -> i64 {
            let counted = factors.iter().filter(|factor| !met || factor["outcome"] == "hit");
            counted.map(|factor| factor["weight"].as_i64().unwrap()).sum()
        };
        let score = sum(true) as f64 / sum(false) as f64;
        assert!((score - person["match_score"].as_f64().unwrap()).abs() < 0.006, "{person}");
    }
    let (mut paged, mut next) = (Vec::new(), String::new());
    loop {
        let page = program.get(&format!("{one}/people?limit=1{next}")).await.good(200);
        paged.extend(page["items"].as_array().unwrap().iter().cloned());
        let Some(cursor) = page["next"].as_str() else { break };
        next = format!("&cursor={cursor}");
    }
    assert_eq!(ids(&paged), ids(&people));
    assert_eq!(program.get(&format!("{one}/days")).await.good(200).as_array().unwrap().len(), 30);
    for recommended in program.get(&format!("{one}/recommendations")).await.good(200).as_array().unwrap() {
        let of = |key: &str| recommended[key].as_f64().unwrap();
        assert!(
            of("interval_low") <= of("posterior_mean") && of("posterior_mean") <= of("interval_high"),
            "{recommended}"
        );
    }

    // Criteria are replaced as a whole, and an inactive persona has nobody.
    let fewer = program.patch(&one, &json!({"criteria": {"seniority": {"any": ["cxo"]}}})).await.good(200);
    assert_eq!((&fewer["people"], &fewer["criteria"]), (&json!(1), &json!({"seniority": {"any": ["cxo"]}})));
    assert_eq!(program.patch(&one, &json!({"active": false})).await.good(200)["people"], 0);
    for (wrong, words) in [
        (json!({"criteria": {"seniority": {"any": ["emperor"]}}}), "emperor"),
        (json!({"criteria": null}), "criteria is missing"),
        (json!({"criteria": 7}), "the body"),
        (json!({"threshold": 0}), "thresholds are a share"),
        (json!({"threshold": 1.2}), "thresholds are a share"),
        (json!({"threshold": 0.605}), "at most two decimals"),
        (json!({"colour": "red"}), "colours are hex"),
        (json!({"is_active": true}), "unknown field"),
        (json!({"tenant_id": "00000000-0000-0000-0000-000000000002"}), "unknown field"),
    ] {
        let reply = program.patch(&one, &wrong).await;
        assert_eq!(reply.problem(), (422, "invalid".to_owned()), "{wrong}");
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(words), "{wrong}: {detail}");
    }
    assert_eq!(program.post(PERSONAS, &json!({"name": "marketers"})).await.problem(), (409, "conflict".to_owned()));

    assert_eq!(program.delete(&one).await.status, 204);
    assert_eq!(program.get(&one).await.problem(), (404, "not_found".to_owned()));
    let noted: String = story.one("select details ->> 'name' from audit_log where event = 'persona.deleted'").await;
    assert_eq!(noted, "Marketers");
    assert_eq!(story.json(&["doctor", "metrics"])["differences"], 0);
}

#[tokio::test]
async fn the_trends_of_all_personas_come_in_one_call() {
    let story = Story::begin().await;
    story.owner.batch_execute(PEOPLE).await.unwrap();
    let program = story.program("default");
    assert_eq!(program.get(&format!("{PERSONAS}/trends")).await.good(200), json!([]));
    for (name, function) in [("Marketers", "marketing"), ("Sellers", "sales")] {
        let criteria = json!({"function": {"any": [function], "weight": 3, "mode": "required"}});
        program.post(PERSONAS, &json!({"name": name, "criteria": criteria})).await.good(201);
    }
    let trends = program.get(&format!("{PERSONAS}/trends")).await.good(200);
    let trends = trends.as_array().unwrap();
    let names: Vec<&str> = trends.iter().map(|one| one["persona"].as_str().unwrap()).collect();
    assert_eq!(names, ["Marketers", "Sellers"]);
    for one in trends {
        let id = one["persona_id"].as_str().unwrap();
        let days = program.get(&format!("{PERSONAS}/{id}/days")).await.good(200);
        assert_eq!(one["days"], days);
    }
    // Ada engaged on two days, and is one of three.
    assert_eq!((&trends[0]["people"], &trends[0]["engagements"]), (&json!(3), &json!(6)));
    assert_eq!((&trends[1]["people"], &trends[1]["engagements"]), (&json!(1), &json!(1)));
}
