//! What is refused, and what ends early.

use super::*;

#[tokio::test]
async fn who_asks_has_to_say_who_they_are() {
    let mut desk = Desk::new();
    let me = desk.data("/v2/users/me").await;
    assert_eq!((&me["id"], &me["username"]), (&json!("7sTSimulatedUser1"), &json!("simulated")));
    desk.token = None;
    assert_eq!(desk.error(Method::GET, "/v2/users/me", None).await, (401, "token-not-provided".to_owned()));
    assert_eq!(desk.data(&format!("/v2/users/me?token={TOKEN}")).await, me);
    desk.token = Some(SecretString::from("apify_api_nobody"));
    for path in ["/v2/users/me", "/v2/actor-runs/x", "/v2/actors/LpVuK3Zozwuipa5bp/runs"] {
        assert_eq!(desk.error(Method::GET, path, None).await, (401, "user-or-token-not-found".to_owned()), "{path}");
    }
    assert_eq!(desk.apify.runs().len(), 0);
}

#[tokio::test]
async fn what_is_wrong_is_said_before_a_run_exists() {
    let desk = Desk::new();
    let good = reactions_input();
    let runs = format!("/v2/actors/{REACTIONS}/runs");
    let at = |query: &str| format!("{runs}?{query}");
    let cases = [
        ("/v2/actors/nobody~nothing/runs".to_owned(), good.clone(), 404, "record-not-found"),
        (runs.clone(), json!({}), 400, "invalid-input"),
        (runs.clone(), json!({ "posts": [] }), 400, "invalid-input"),
        (runs.clone(), json!([1]), 400, "invalid-input"),
        (at("memory=300"), good.clone(), 400, "invalid-parameter"),
        (at("memory=65536"), good.clone(), 400, "invalid-parameter"),
        (at("timeout=-1"), good.clone(), 400, "invalid-parameter"),
        (at("maxItems=0"), good.clone(), 400, "max-items-must-be-greater-than-zero"),
        (at("maxItems=many"), good.clone(), 400, "invalid-parameter"),
        (at("maxTotalChargeUsd=0"), good.clone(), 400, "max-total-charge-usd-must-be-greater-than-zero"),
        (at("maxTotalChargeUsd=0.009"), good.clone(), 400, "max-total-charge-usd-below-minimum"),
        (at("webhooks=nonsense!"), good.clone(), 400, "invalid-parameter"),
        (at("webhooks=e30="), good.clone(), 400, "invalid-parameter"),
        ("/v2/actors/nothing".to_owned(), good.clone(), 405, "method-not-allowed"),
        ("/v3/users/me".to_owned(), good.clone(), 404, "page-not-found"),
    ];
    for (path, input, status, kind) in cases {
        assert_eq!(desk.error(Method::POST, &path, Some(&input)).await, (status, kind.to_owned()), "{path} {input}");
    }
    for (path, status, kind) in [
        ("/v2/actor-runs/nothing", 404, "record-not-found"),
        ("/v2/datasets/nothing/items", 404, "record-not-found"),
        ("/v2/key-value-stores/nothing/records/INPUT", 404, "record-not-found"),
        ("/v2/actor-runs?startedAfter=yesterday", 400, "invalid-parameter"),
        ("/v2/actor-runs?limit=1.5", 400, "invalid-parameter"),
    ] {
        assert_eq!(desk.error(Method::GET, path, None).await, (status, kind.to_owned()), "{path}");
    }
    let request = |body: Vec<u8>, kind: &str| {
        let url = format!("{}{runs}", desk.apify.url()).parse().unwrap();
        Request::post("test", url).bearer(desk.token.as_ref().unwrap()).body(kind, body)
    };
    for (body, content_type, status, kind) in [
        (b"{\"posts\":".to_vec(), "application/json", 400, "run-input-body-not-valid-json"),
        (b"posts=1".to_vec(), "text/plain", 400, "invalid-content-type-header"),
        (vec![b' '; 9_437_185], "application/json", 413, "request-too-large"),
    ] {
        let answer = desk.client.send(&request(body, content_type)).await.unwrap();
        let error: Value = answer.json().unwrap();
        assert_eq!((answer.status.as_u16(), error["error"]["type"].as_str()), (status, Some(kind)));
    }
    assert_eq!((desk.apify.runs().len(), desk.apify.billed_micros()), (0, 0));
}

#[tokio::test]
async fn actors_have_two_names_in_any_case() {
    let desk = Desk::new();
    let names = ["LpVuK3Zozwuipa5bp", "harvestapi~linkedin-profile-scraper", "HarvestAPI~LinkedIn-Profile-Scraper"];
    for name in names {
        let actor = desk.data(&format!("/v2/acts/{name}")).await;
        assert_eq!((&actor["id"], &actor["username"]), (&json!(names[0]), &json!("harvestapi")));
    }
    assert_eq!(desk.get("/v2/actors/lpvuk3zozwuipa5bp").await.status.as_u16(), 404);
}

#[tokio::test]
async fn an_account_has_limits_of_memory_of_runs_and_of_money() {
    let account = Account { memory_mbytes: 1_024, concurrent_runs: 3, budget_usd: Some(0.05), ..Account::default() };
    let rich = Account { token: "other".to_owned(), user_id: "other".to_owned(), ..Account::default() };
    let mut desk = Desk::with(Options { accounts: vec![account, rich], reactions: (40, 40), ..held() });
    let path = |memory: u32| format!("/v2/actors/{REACTIONS}/runs?memory={memory}");
    let refused = |kind: &str| (402, kind.to_owned());
    let first = desk.start(REACTIONS, "memory=512", &reactions_input()).await;
    let input = reactions_input();
    let too_big = desk.error(Method::POST, &path(1_024), Some(&input)).await;
    assert_eq!(too_big, refused("actor-memory-limit-exceeded"));
    for _ in 0..2 {
        desk.start(REACTIONS, "memory=128", &input).await;
    }
    let too_many = desk.error(Method::POST, &path(128), Some(&input)).await;
    assert_eq!(too_many, refused("concurrent-runs-limit-exceeded"));
    // 40 reactions cost 8 cents.
    assert!(desk.apify.finish(first["id"].as_str().unwrap(), Ending::Succeeded));
    let too_dear = desk.error(Method::POST, &path(128), Some(&input)).await;
    assert_eq!(too_dear, refused("not-enough-usage-to-run-paid-actor"));

    desk.token = Some(SecretString::from("other"));
    assert_eq!(desk.data(&format!("/v2/actors/{REACTIONS}/runs")).await["total"], 0, "everybody has their own runs");
    let foreign = desk.error(Method::POST, &format!("{}/abort", path_of(&first)), None).await;
    assert_eq!(foreign, (403, "insufficient-permissions".to_owned()));
    assert!(desk.data(&path_of(&first)).await.get("usageTotalUsd").is_none());
    desk.start(REACTIONS, "", &input).await;
}

#[tokio::test]
async fn caps_end_a_run_and_nothing_is_paid_beyond_them() {
    let desk = Desk::with(Options { reactions: (40, 40), ..Options::default() });
    let by_count = desk.start(REACTIONS, "maxItems=7&waitForFinish=60", &reactions_input()).await;
    assert_eq!(
        (&by_count["status"], &by_count["chargedEventCounts"]["post-reaction"]),
        (&json!("SUCCEEDED"), &json!(7))
    );
    assert_eq!(by_count["statusMessage"], "Finished");
    let by_charge = desk.start(REACTIONS, "maxTotalChargeUsd=0.0301&waitForFinish=60", &reactions_input()).await;
    assert_eq!(by_charge["chargedEventCounts"]["post-reaction"], 15);
    assert_eq!(by_charge["statusMessage"], "max charge reached");
    assert!(by_charge["usageTotalUsd"].as_f64().unwrap() <= 0.0301);
    assert_eq!(desk.get(&items_of(&by_charge, "")).await.json::<Vec<Value>>().unwrap().len(), 15);
    let free = desk.start(REACTIONS, "maxTotalChargeUsd=5&waitForFinish=60", &reactions_input()).await;
    assert_eq!(
        (&free["chargedEventCounts"]["post-reaction"], &free["statusMessage"]),
        (&json!(40), &json!("Finished"))
    );
}

#[tokio::test]
async fn who_asks_too_often_in_a_second_is_refused() {
    let desk = Desk::with(held());
    let run = desk.start(REACTIONS, "", &reactions_input()).await;
    let mut asked = 0;
    loop {
        let answer = desk.get(&items_of(&run, "")).await;
        assert_eq!(answer.header("x-ratelimit-limit"), Some("60"));
        if answer.status.as_u16() == 429 {
            assert_eq!(answer.json::<Value>().unwrap()["error"]["type"], "rate-limit-exceeded");
            break;
        }
        asked += 1;
        assert!(asked < 5_000, "nobody was refused");
    }
    assert!(asked >= 60);
    let lenient = Desk::with(Options { rate_limits: false, ..held() });
    let run = lenient.start(REACTIONS, "", &reactions_input()).await;
    for _ in 0..130 {
        assert_eq!(lenient.get(&path_of(&run)).await.status.as_u16(), 200);
    }
}
