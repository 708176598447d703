//! What becomes of deliveries: their effect, once.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rapport::{
    hooks::process::{Processed, process_pending, replay, tenants_with_deliveries},
    model::webhooks::Kind,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::stand::{CANARY, JSON, Signed, Stand, created, linkedin, reaction, request};
use crate::support::{app::DEFAULT, mix::Rng};

const ONE: Processed = Processed { delivered: 1, failed: 0, dead: 0 };

impl Stand {
    async fn deliver(&self, id: &str, body: &str) {
        let reply = self.send(Signed::now(id, body).request()).await;
        assert_eq!(reply.json()["status"], "stored", "{reply:?}");
    }

    async fn outcome(&self, id: &str) -> Value {
        self.one(&format!("select coalesce(outcome, to_jsonb(error)) from webhook_inbox where delivery_id = '{id}'"))
            .await
    }

    async fn state(&self, id: &str) -> String {
        self.one(&format!("select state::text from webhook_inbox where delivery_id = '{id}'")).await
    }

    async fn id(&self, id: &str) -> Uuid {
        self.one(&format!("select id from webhook_inbox where delivery_id = '{id}'")).await
    }

    async fn engagements(&self) -> i64 {
        self.one("select count(*) from engagements").await
    }
}

#[tokio::test]
async fn engagements_go_the_way_of_imported_files() {
    let stand = Stand::open("engagements").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let comment = json!({
        "post_urn": "urn:li:activity:7345012345678901248", "engagement_type": "comment",
        "comment": {"id": "urn:li:comment:(activity:7345012345678901248,7345300000000000000)", "text": "Well lit.\u{0}"},
        "person": {"member_id": "ACoAAAexample901", "name": "Ada Example", "headline": "VP Marketing at Nordlicht"},
    });
    let mut share = reaction("cleo-sample", "", Some("2026-01-05T10:00:00Z"));
    share["engagement_type"] = json!("share");
    let company = json!({
        "post_url": super::stand::POST, "engagement_type": "reaction", "reaction_type": "like",
        "person": {"linkedin_url": "https://www.linkedin.com/company/nordlicht", "name": "Nordlicht"},
    });
    let batch = json!([
        reaction("ada-example", "PRAISE", Some("2026-01-02T10:00:00Z")),
        reaction("bea-example", "Celebrate", None),
        comment,
        share,
        company,
        {"engagement_type": "reaction"},
        "nonsense",
    ]);
    stand.deliver("msg_1", &created(&batch)).await;
    assert_eq!(tenants_with_deliveries(&stand.database).await.unwrap(), [DEFAULT]);
    assert_eq!(stand.process().await, ONE);
    assert_eq!(tenants_with_deliveries(&stand.database).await.unwrap(), []);
    let outcome = stand.outcome("msg_1").await;
    let counts = |key: &str| outcome[key].as_i64().unwrap();
    assert_eq!((counts("events"), counts("created"), counts("people_created"), counts("refused")), (7, 4, 4, 2));
    assert_eq!(outcome["skipped"], json!({"company_page": 1}));
    assert_eq!(outcome["reasons"][0]["event"], 6);
    assert_eq!(outcome["reasons"][0]["field"], "person.linkedin_url");
    let rows = stand
        .owner
        .query(
            "select concat_ws(' ', p.name, e.engagement_type, e.reaction_type, e.time_basis, e.source, p.source, p.seniority, e.comment_text) \
             from engagements e join persons p on p.tenant_id = e.tenant_id and p.id = e.person_id order by 1",
            &[],
        )
        .await
        .unwrap();
    let rows: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    assert_eq!(
        rows,
        [
            "Ada Example comment derived webhook webhook vp Well lit.\u{fffd}",
            "Sample ada-example reaction praise exact webhook webhook director",
            "Sample bea-example reaction praise first_seen webhook webhook director",
            "Sample cleo-sample share exact webhook webhook director",
        ]
    );
    assert_eq!(stand.one::<i64>("select count(*) from posts where source = 'webhook'").await, 1);
    // What was done before is not done twice.
    for _ in 0..3 {
        let delivery = stand.id("msg_1").await;
        assert_eq!(replay(&stand.database, DEFAULT, delivery).await.unwrap(), ONE);
        let outcome = stand.outcome("msg_1").await;
        assert_eq!((outcome["created"].as_i64(), outcome["unchanged"].as_i64()), (Some(0), Some(4)), "{outcome}");
    }
    assert_eq!(stand.engagements().await, 4);
    assert_eq!(stand.one::<i64>("select count(*) from app.differences() where missing <> 0 or wrong <> 0").await, 0);
}

#[tokio::test]
async fn s13_reordered_events_end_as_if_they_had_come_in_their_order() {
    let stand = Stand::open("reordered").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let kinds = ["like", "praise", "empathy", "interest"];
    let mut rng = Rng::new(71);
    for story in 0..24 {
        let mut order = [0, 1, 2, 3];
        for at in (1..order.len()).rev() {
            order.swap(at, usize::try_from(rng.below(at as u64 + 1)).unwrap());
        }
        let member = format!("sample-{story}");
        for place in order {
            let at = format!("2026-01-0{}T10:00:00Z", place + 1);
            let body = created(&reaction(&member, kinds[place], Some(&at)));
            stand.deliver(&format!("msg_{story}_{place}"), &body).await;
            // One after the other, or some at once.
            if rng.below(2) == 0 {
                stand.process().await;
            }
        }
    }
    stand.process().await;
    let ends = "select count(*) from engagements where reaction_type = 'interest' and engaged_at = '2026-01-04 10:00Z' and time_basis = 'exact'";
    assert_eq!((stand.engagements().await, stand.one::<i64>(ends).await), (24, 24));
}

#[tokio::test]
async fn what_nobody_can_use_is_given_up_and_somebody_is_told() {
    let stand = Stand::open("unusable").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let many = json!(vec![reaction("ada-example", "like", None); 501]);
    let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
    for (id, body, why) in [
        ("text", "not json", "the body is not JSON"),
        ("empty", "", "the body is not JSON"),
        ("list", "[]", "the body is not an object"),
        ("deep", &deep, "the body is not JSON"),
        ("typeless", "{\"data\": {}}", "the event has no type"),
        ("many", &created(&many), "there are more than 500 events"),
        ("all", &created(&json!([{"engagement_type": "reaction"}, 7])), "none of the events can be used; event 1: "),
        ("missing", "{\"type\": \"engagement.created\"}", "none of the events can be used; event 1: an event must be"),
    ] {
        stand.deliver(id, body).await;
        assert_eq!(stand.process().await, Processed { dead: 1, ..Processed::default() }, "{id}");
        let error = stand.outcome(id).await;
        assert!(error.as_str().unwrap().starts_with(why), "{id}: {error}");
    }
    assert_eq!(stand.engagements().await, 0);
    let alerts = "select count(*) from alerts where kind = 'webhook' and resolved_at is null";
    assert_eq!(stand.one::<i64>(alerts).await, 1, "one alert a webhook");
    for (id, body) in [
        ("other", json!({"type": "contact.created", "data": {}}).to_string()),
        ("nothing", created(&json!([]))),
        (
            "page",
            created(
                &json!({"engagement_type": "reaction", "reaction_type": "like", "post_url": super::stand::POST, "person": {"name": "LinkedIn Member"}}),
            ),
        ),
    ] {
        stand.deliver(id, &body).await;
        assert_eq!(stand.process().await, ONE, "{id}: what is not for us is no trouble");
    }
    assert_eq!(stand.outcome("other").await["note"], "nothing is done with events of type contact.created");
    assert_eq!(stand.one::<i64>(alerts).await, 1);
}

#[tokio::test]
async fn what_fails_is_tried_again_until_it_goes_well() {
    let stand = Stand::open("fails").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    stand
        .owner
        .batch_execute(
            "create function public.away() returns trigger language plpgsql as $$ begin raise exception 'away' using errcode = '57014'; end $$; \
             create trigger away before insert on engagements for each row execute function public.away()",
        )
        .await
        .unwrap();
    stand.deliver("msg_1", &created(&reaction("ada-example", "like", None))).await;
    let failed = Processed { failed: 1, ..Processed::default() };
    assert_eq!(stand.process().await, failed);
    assert_eq!(stand.process().await, Processed::default(), "not at once");
    assert_eq!(stand.one::<i64>("select count(*) from persons").await, 0, "nothing of a failed attempt is left");
    let due = "update webhook_inbox set next_attempt = now()";
    for _ in 0..6 {
        stand.owner.batch_execute(due).await.unwrap();
        assert_eq!(stand.process().await, failed);
    }
    assert_eq!(stand.state("msg_1").await, "failed");
    stand.owner.batch_execute(due).await.unwrap();
    assert_eq!(stand.process().await, Processed { dead: 1, ..Processed::default() }, "eight attempts are enough");
    stand.owner.batch_execute("drop trigger away on engagements").await.unwrap();
    let delivery = stand.id("msg_1").await;
    assert_eq!(replay(&stand.database, DEFAULT, delivery).await.unwrap(), ONE, "until a human says so");
    assert_eq!(stand.engagements().await, 1);
    assert_eq!(stand.one::<i64>("select count(*) from alerts where resolved_at is null").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_effect_happens_once_however_often_its_worker_is_killed() {
    let stand = Arc::new(Stand::open("killed").await);
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let mut rng = Rng::new(5);
    let deliveries = 60;
    for number in 0..deliveries {
        // A share of its own each time, which nothing but the delivery keeps from being two.
        let mut share = reaction("ada-example", "", Some(&format!("2026-01-05T10:00:{number:02}Z")));
        share["engagement_type"] = json!("share");
        stand.deliver(&format!("msg_{number}"), &created(&json!([share, reaction("bea-example", "like", None)]))).await;
    }
    // Killed at any moment of about the time that one takes, which is what half of them need: a machine may become busy or idle.
    let begun = Instant::now();
    process_pending(&stand.database, DEFAULT, 5).await.unwrap();
    let mut time = u64::try_from(begun.elapsed().as_micros()).unwrap() / 5;
    let mut kills = 0;
    while stand.one::<bool>("select exists (select from webhook_inbox where state in ('pending', 'failed'))").await {
        let worker = {
            let stand = Arc::clone(&stand);
            tokio::spawn(async move { process_pending(&stand.database, DEFAULT, 1).await })
        };
        tokio::time::sleep(Duration::from_micros(rng.below(2 * time))).await;
        worker.abort();
        let is_killed = worker.await.is_err();
        kills += u64::from(is_killed);
        time = if is_killed { time + time / 10 } else { time - time / 10 }.max(50);
        let due = "update webhook_inbox set next_attempt = now(), attempts = least(attempts, 3) where state in ('pending', 'failed')";
        stand.owner.batch_execute(due).await.unwrap();
    }
    assert!(kills > 20, "{kills} workers were killed");
    assert_eq!(stand.one::<i64>("select count(*) from webhook_inbox where state = 'delivered'").await, deliveries);
    assert_eq!(stand.engagements().await, deliveries + 1);
    // Each made its share once: nobody found one that was there already.
    assert_eq!(
        stand.one::<i64>("select sum((outcome ->> 'created')::bigint)::bigint from webhook_inbox").await,
        deliveries + 1,
        "an effect without its end, or an end without its effect"
    );
}

#[tokio::test]
async fn t7_what_apify_says_is_a_hint_and_nothing_more() {
    let stand = Stand::open("hints").await;
    let other = stand.tenant("other").await;
    stand.source("runs", Kind::Apify, CANARY.as_bytes()).await;
    let connection: Uuid = stand.one("select connection_id from webhook_sources where name = 'runs'").await;
    // Another tenant's job waits for the very run that the payload names.
    stand
        .owner
        .batch_execute(&format!(
            "insert into scraping_jobs (tenant_id, kind, state, run_at, apify_run_id, input) \
             values ('{other}', 'reactions', 'parked', now() + interval '1 day', 'HG7ML7M8z78YcAPEB', '{{}}')"
        ))
        .await
        .unwrap();
    let others = format!("select md5(string_agg(j::text, '')) from scraping_jobs j where tenant_id = '{other}'");
    let before: String = stand.one(&others).await;
    let mut payload: Value =
        serde_json::from_str(include_str!("../../fixtures/hooks/apify_run_succeeded.json")).unwrap();
    payload["tenant_id"] = json!(other.to_string());
    payload["connection_id"] = json!(Uuid::new_v4());
    payload["eventData"]["tenant"] = json!("other");
    payload["resource"]["usageTotalUsd"] = json!(-1_000);
    payload["resource"]["defaultDatasetId"] = json!("another-one");
    let deliver = async |dispatch: &str, payload: &Value| {
        let headers = [JSON, ("x-rapport-secret", CANARY), ("x-apify-webhook-dispatch-id", dispatch)];
        let reply = stand.send(request("/hooks/default/runs", &headers, payload.to_string().as_bytes())).await;
        assert_eq!(reply.json()["status"], "stored", "{reply:?}");
        stand.process().await
    };
    assert_eq!(deliver("one", &payload).await, ONE);
    let jobs = stand
        .owner
        .query(
            "select kind::text, input, connection_id, cost, apify_run_id from scraping_jobs where tenant_id = $1",
            &[&DEFAULT.0],
        )
        .await
        .unwrap();
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].get::<_, String>(0), "apify_run");
    assert_eq!(jobs[0].get::<_, Value>(1), json!({"run": "HG7ML7M8z78YcAPEB"}), "the id, and nothing else of it");
    assert_eq!(jobs[0].get::<_, Uuid>(2), connection, "with the source's own connection");
    assert!(stand.one::<bool>(&format!("select cost is null from scraping_jobs where tenant_id = '{DEFAULT}'")).await);
    // Another dispatch of the same run, another event of it: still one job.
    payload["eventType"] = json!("ACTOR.RUN.FAILED");
    assert_eq!(deliver("two", &payload).await, ONE);
    assert_eq!(stand.one::<i64>(&format!("select count(*) from scraping_jobs where tenant_id = '{DEFAULT}'")).await, 1);
    // What only shows that somebody is there, or has no run.
    for (dispatch, event) in [("three", "TEST"), ("four", "ACTOR.RUN.CREATED"), ("five", "ACTOR.BUILD.SUCCEEDED")] {
        payload["eventType"] = json!(event);
        assert_eq!(deliver(dispatch, &payload).await, ONE, "{event}");
    }
    payload["eventType"] = json!("ACTOR.RUN.SUCCEEDED");
    for (dispatch, run) in [("six", "../../users/me"), ("seven", "x' or true --"), ("eight", "")] {
        payload["eventData"]["actorRunId"] = json!(run);
        assert_eq!(deliver(dispatch, &payload).await, Processed { dead: 1, ..Processed::default() }, "{run}");
    }
    assert_eq!(stand.one::<i64>("select count(*) from scraping_jobs").await, 2);
    assert_eq!(stand.one::<String>(&others).await, before, "another tenant's job is as it was");
}

#[tokio::test]
async fn what_linkedin_says_is_a_hint_to_look_at_the_page() {
    let stand = Stand::open("page").await;
    stand.source("page", Kind::LinkedIn, CANARY.as_bytes()).await;
    let vector: Value = serde_json::from_str(include_str!("../../fixtures/hooks/linkedin_vectors.json")).unwrap();
    let first = vector["post_body"].as_str().unwrap();
    let second = first.replace("1234567", "1234568");
    for body in [first, &second, first, "{\"type\":\"LEAD_ACTION\"}"] {
        assert_eq!(stand.send(linkedin("/hooks/default/page", CANARY.as_bytes(), body)).await.status, 200);
    }
    assert_eq!(stand.process().await, Processed { delivered: 3, failed: 0, dead: 0 });
    assert_eq!(stand.one::<i64>("select count(*) from scraping_jobs where kind = 'sync'").await, 1);
    assert_eq!(stand.engagements().await, 0, "people without names are nobody");
    let notes: Vec<String> = stand
        .owner
        .query("select outcome ->> 'note' from webhook_inbox order by received_at", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert_eq!(
        notes,
        [
            "a job was enqueued that looks for what is new on the page",
            "a job that looks for what is new on the page is about to begin already",
            "nothing is done with notifications of type LEAD_ACTION",
        ]
    );
}

#[tokio::test]
async fn s10_a_secret_is_in_no_answer_and_no_row() {
    let stand = Stand::open("canary").await;
    for (name, kind) in [("zapier", Kind::Generic), ("page", Kind::LinkedIn), ("runs", Kind::Apify)] {
        stand.source(name, kind, CANARY.as_bytes()).await;
    }
    let mut said = String::new();
    let run = include_str!("../../fixtures/hooks/apify_run_succeeded.json");
    let requests = [
        Signed::now("good", &created(&reaction("ada-example", "like", None))).request(),
        Signed::now("bad", "no json").request(),
        Signed::new("/hooks/default/zapier", b"wrong", "wrong", 1, "{}").request(),
        linkedin("/hooks/default/page", CANARY.as_bytes(), "{\"type\":\"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS\"}"),
        linkedin("/hooks/default/page", CANARY.as_bytes(), "[]"),
        request("/hooks/default/runs", &[JSON, ("x-rapport-secret", CANARY), ("user-agent", "Apify")], run.as_bytes()),
        request(&format!("/hooks/default/runs?token={CANARY}"), &[JSON], b"no json"),
        request(&format!("/hooks/default/zapier?token={CANARY}"), &[JSON, ("x-rapport-secret", CANARY)], b"{}"),
        b"GET /hooks/default/page?challengeCode=a HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n".to_vec(),
    ];
    for request in requests {
        said += &stand.send(request).await.whole;
    }
    let processed = stand.process().await;
    assert!(processed.delivered >= 3 && processed.dead >= 2, "{processed:?}");
    tokio::time::sleep(Duration::from_millis(100)).await;
    said += &stand.everything().await;
    let hex = rapport::hooks::signature::to_hex(CANARY.as_bytes());
    for form in [CANARY.to_owned(), hex, BASE64_STANDARD.encode(CANARY)] {
        assert!(said.len() > 10_000 && !said.contains(&form), "{form} is there");
    }
}
