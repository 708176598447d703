//! The life of a run.

use super::*;

#[tokio::test]
async fn a_run_goes_from_ready_to_succeeded_and_has_more_and_more_items() {
    let desk = Desk::with(Options { pace: Pace::Polls(4), reactions: (100, 100), ..Options::default() });
    let answer = desk.post(&format!("/v2/acts/{REACTIONS}/runs"), &reactions_input()).await;
    let run = answer.json::<Value>().unwrap()["data"].take();
    assert_eq!(answer.status.as_u16(), 201);
    assert_eq!(answer.header("location"), Some(&*path_of(&run)));
    assert_eq!(answer.header("x-ratelimit-limit"), Some("400"));
    assert_eq!((&run["status"], &run["meta"]["origin"]), (&json!("READY"), &json!("API")));
    assert_eq!(run["meta"]["userAgent"], concat!("rapport/", env!("CARGO_PKG_VERSION")));

    let mut seen = Vec::new();
    for _ in 0..5 {
        let now = desk.data(&path_of(&run)).await;
        let count = desk.data(&format!("/v2/datasets/{}", run["defaultDatasetId"].as_str().unwrap())).await;
        let cost = now["usageTotalUsd"].as_f64().unwrap();
        let charged = now["chargedEventCounts"]["post-reaction"].as_u64().unwrap();
        assert_eq!(count["itemCount"], charged);
        assert!((cost - (0.000_05 + charged as f64 * 0.002)).abs() < 1e-9, "{cost}");
        assert_eq!(now["finishedAt"].is_null(), now["status"] == "RUNNING");
        seen.push((now["status"].as_str().unwrap().to_owned(), charged));
    }
    let expected = [("RUNNING", 25), ("RUNNING", 50), ("RUNNING", 75), ("SUCCEEDED", 100), ("SUCCEEDED", 100)];
    assert_eq!(seen, expected.map(|(status, charged)| (status.to_owned(), charged)));
    assert_eq!(desk.apify.billed_micros(), 50 + 100 * 2_000);
    assert!((desk.apify.billed_usd() - 0.200_05).abs() < 1e-9);
    assert_eq!(desk.apify.calls()["runs.get"], 5);
}

/// Every field of the sample is there, with a value of the same kind.
#[tokio::test]
async fn a_run_has_every_field_of_the_documents() {
    let desk = Desk::with(held());
    let input = json!({ "queries": ["ada-example"] });
    let run = desk.start("LpVuK3Zozwuipa5bp", "memory=512&maxItems=5&maxTotalChargeUsd=1", &input).await;
    let sample: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/apify/run_running.json")).unwrap();
    for (name, value) in sample["data"].as_object().unwrap() {
        assert!(run.get(name).is_some(), "{name}");
        if let Value::Object(inner) = value {
            for field in inner.keys() {
                let dynamic = name == "chargedEventCounts";
                assert!(dynamic || run[name].get(field).is_some(), "{name}.{field}");
            }
        }
    }
    assert_eq!(run["chargedEventCounts"], json!({ "apify-actor-start": 1, "profile": 0 }));
    assert_eq!(run["options"]["memoryMbytes"], 512);
    assert_eq!(run["options"]["maxItems"], 5);
    let id = run["id"].as_str().unwrap();
    assert!(id.len() == 17 && id.chars().all(|c| c.is_ascii_alphanumeric()));

    let stranger = Desk { token: None, ..desk };
    let seen = stranger.data(&path_of(&run)).await;
    assert_eq!((seen["id"].as_str(), seen.get("usageTotalUsd")), (Some(id), None), "who knows the id may look");
}

#[tokio::test]
async fn who_waits_is_answered_when_the_run_ends() {
    let desk = Desk::with(held());
    let run = desk.start(REACTIONS, "waitForFinish=0.05", &reactions_input()).await;
    assert_eq!(run["status"], "RUNNING", "a wait that is over gives what there is");
    let (wait, ()) = tokio::join!(
        async {
            let began = std::time::Instant::now();
            let now = desk.data(&format!("{}?waitForFinish=60", path_of(&run))).await;
            (now["status"].clone(), began.elapsed())
        },
        async {
            tokio::time::sleep(Duration::from_millis(60)).await;
            assert!(desk.apify.finish(run["id"].as_str().unwrap(), Ending::Succeeded));
        }
    );
    assert_eq!(wait.0, "SUCCEEDED");
    assert!(wait.1 >= Duration::from_millis(55) && wait.1 < Duration::from_secs(5), "{:?}", wait.1);
    assert!(!desk.apify.finish("nothing", Ending::Failed));
}

#[tokio::test]
async fn runs_fail_time_out_and_are_stopped_with_what_they_have() {
    let desk = Desk::with(Options { reactions: (40, 40), ..Options::default() });
    let script = |ending| Script { actor: Some(REACTIONS.to_owned()), ending, items: Some(7), ..Script::default() };
    for (ending, status, code) in [
        (Ending::Failed, "FAILED", json!(1)),
        (Ending::TimedOut, "TIMED-OUT", Value::Null),
        (Ending::Aborted, "ABORTED", Value::Null),
        (Ending::Succeeded, "SUCCEEDED", json!(0)),
    ] {
        desk.apify.script(script(ending));
        let run = desk.start(REACTIONS, "waitForFinish=60", &reactions_input()).await;
        assert_eq!((&run["status"], &run["exitCode"]), (&json!(status), &code));
        assert_eq!(desk.get(&items_of(&run, "")).await.json::<Vec<Value>>().unwrap().len(), 7);
    }
    let usual = desk.run(REACTIONS, &reactions_input()).await;
    assert_eq!(usual.len(), 40, "a script is for one run unless it says more");

    desk.apify.script(Script { pace: Some(Pace::Millis(60_000)), ..Script::default() });
    let run = desk.start(REACTIONS, "timeout=1&waitForFinish=60", &reactions_input()).await;
    assert_eq!(run["status"], "TIMED-OUT");
}

#[tokio::test]
async fn stopping_takes_a_moment_and_happens_once() {
    let desk = Desk::with(Options { reactions: (40, 40), ..held() });
    let run = desk.start(REACTIONS, "", &reactions_input()).await;
    assert!(desk.apify.advance(run["id"].as_str().unwrap(), 11));
    let stopping = desk.post(&format!("{}/abort?gracefully=1", path_of(&run)), &json!({})).await;
    assert_eq!(stopping.json::<Value>().unwrap()["data"]["status"], "ABORTING");
    let stopped = desk.data(&format!("{}?waitForFinish=10", path_of(&run))).await;
    assert_eq!((&stopped["status"], &stopped["chargedEventCounts"]["post-reaction"]), (&json!("ABORTED"), &json!(11)));
    assert_eq!(desk.get(&items_of(&run, "")).await.json::<Vec<Value>>().unwrap().len(), 11);
    let again = desk.post(&format!("{}/abort", path_of(&run)), &json!({})).await.json::<Value>().unwrap();
    assert_eq!(again["data"], stopped, "a run that has ended stays as it is");

    // It goes on where it was, with the same data set, and is not paid for from the beginning.
    let revived = desk.post(&format!("{}/resurrect", path_of(&run)), &json!({})).await.json::<Value>().unwrap();
    let revived = &revived["data"];
    assert_eq!((&revived["status"], &revived["stats"]["resurrectCount"]), (&json!("RUNNING"), &json!(1)));
    assert_eq!(revived["defaultDatasetId"], run["defaultDatasetId"]);
    let twice = desk.error(Method::POST, &format!("{}/resurrect", path_of(&run)), None).await;
    assert_eq!(twice, (400, "operation-not-allowed".to_owned()));
    assert!(desk.apify.finish(run["id"].as_str().unwrap(), Ending::Succeeded));
    assert_eq!(desk.apify.runs()[0].items, 40);
    assert_eq!(desk.apify.billed_micros(), 50 + 40 * 2_000);
}

#[tokio::test]
async fn lists_are_pages_of_runs_by_their_start() {
    let desk = Desk::with(held());
    let mut runs = Vec::new();
    for number in 0..5 {
        runs.push(desk.start(REACTIONS, "", &json!({ "posts": [POST], "maxItems": number + 1 })).await);
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    let other = desk.start("apimaestro~linkedin-profile-detail", "", &json!({ "username": "ada-example" })).await;
    let ids = |list: &Value| -> Vec<Value> {
        list["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
    };
    let expected: Vec<Value> = runs.iter().map(|run| run["id"].clone()).collect();
    let path = format!("/v2/actors/{REACTIONS}/runs");
    let all = desk.data(&path).await;
    assert_eq!(
        (ids(&all), &all["total"], &all["limit"], &all["desc"]),
        (expected.clone(), &json!(5), &json!(1_000), &json!(false))
    );
    let some = desk.data(&format!("{path}?desc=1&offset=1&limit=2")).await;
    assert_eq!(
        (ids(&some), &some["count"], &some["total"]),
        (vec![expected[3].clone(), expected[2].clone()], &json!(2), &json!(5))
    );
    let since = runs[2]["startedAt"].as_str().unwrap();
    let later = desk.data(&format!("{path}?startedAfter={since}")).await;
    assert_eq!(ids(&later), expected[2..], "the moment itself is part of it");
    let earlier = desk.data(&format!("{path}?startedBefore={since}")).await;
    assert_eq!(ids(&earlier), expected[..3]);
    assert!(desk.apify.finish(runs[1]["id"].as_str().unwrap(), Ending::Failed));
    let failed = desk.data(&format!("{path}?status=FAILED,ABORTED")).await;
    assert_eq!(ids(&failed), [expected[1].clone()]);
    let everything = desk.data("/v2/actor-runs?desc=true").await;
    assert_eq!((&everything["total"], &ids(&everything)[0]), (&json!(6), &other["id"]));
    let last = desk.data(&format!("{path}/last?status=FAILED")).await;
    assert_eq!(last["id"], expected[1]);
    // What a list leaves out has to be asked for.
    assert!(all["items"][0].get("stats").is_none());
    let input = desk.get(&input_of(&runs[3])).await;
    assert_eq!(
        input.json::<Value>().unwrap(),
        json!({ "posts": [POST], "maxItems": 4, "proxyConfiguration": { "useApifyProxy": true } })
    );
}

#[tokio::test]
async fn a_synchronous_run_gives_its_items_or_says_why_not() {
    let desk = Desk::with(Options { sync_limit: Duration::from_millis(80), ..Options::default() });
    let path = format!("/v2/actors/{REACTIONS}/run-sync-get-dataset-items");
    let answer = desk.post(&format!("{path}?limit=3&offset=1"), &reactions_input()).await;
    assert_eq!((answer.status.as_u16(), answer.header("x-apify-pagination-count")), (201, Some("3")));
    let items: Vec<Value> = answer.json().unwrap();
    assert_eq!(items, desk.run(REACTIONS, &reactions_input()).await[1..4]);

    desk.apify.script(Script { ending: Ending::Failed, ..Script::default() });
    let failed = desk.error(Method::POST, &path, Some(&reactions_input())).await;
    assert_eq!(failed, (400, "run-failed".to_owned()));

    desk.apify.script(Script { pace: Some(Pace::Held), ..Script::default() });
    let late = desk.error(Method::POST, &path, Some(&reactions_input())).await;
    assert_eq!(late, (408, "run-timeout-exceeded".to_owned()));
    let runs = desk.apify.runs();
    assert_eq!(runs.last().unwrap().status, Status::Running, "the run goes on, and costs");

    desk.apify.script(Script { pace: Some(Pace::Polls(50)), ..Script::default() });
    let answer = desk.post(&path, &reactions_input()).await;
    assert_eq!(answer.status.as_u16(), 201);
}
