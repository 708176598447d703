//! What is not the source's is refused, whatever is wrong with it, with one answer.

use std::time::Duration;

use rapport::model::webhooks::{self, Kind};
use serde_json::Value;

use super::stand::{CANARY, JSON, Reply, Signed, Stand, created, hmac, linkedin, reaction, request};
use crate::support::app::DEFAULT;

fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

fn event() -> String {
    created(&reaction("ada-example", "like", None))
}

/// The answer to what nobody is.
async fn refusal(stand: &Stand) -> Reply {
    let reply = stand.send(Signed::new("/hooks/nobody/nothing", b"x", "a", now(), "{}").request()).await;
    assert_eq!(reply.status, 401, "{reply:?}");
    reply
}

#[tokio::test]
async fn s13_a_delivery_of_which_any_byte_was_changed_is_refused() {
    let stand = Stand::open("forged").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let good = Signed::now("msg_1", &event());
    let refused = refusal(&stand).await;
    let mut tried = 0;
    let mut forged: Vec<Signed> = Vec::new();
    let flip = |text: &str, at: usize| {
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] ^= 1;
        String::from_utf8(bytes).unwrap()
    };
    for at in 0..good.id.len() {
        forged.push(Signed { id: flip(&good.id, at), ..good.clone() });
    }
    for at in 0..good.timestamp.len() {
        forged.push(Signed { timestamp: flip(&good.timestamp, at), ..good.clone() });
    }
    for at in 0..good.signature.len() {
        forged.push(Signed { signature: flip(&good.signature, at), ..good.clone() });
    }
    for at in 0..good.body.len() {
        let mut body = good.body.clone();
        body[at] ^= 1;
        forged.push(Signed { body, ..good.clone() });
    }
    forged.push(Signed { body: [&good.body[..], b" "].concat(), ..good.clone() });
    forged.push(Signed { body: good.body[..good.body.len() - 1].to_vec(), ..good.clone() });
    forged.push(Signed { body: Vec::new(), ..good.clone() });
    for forged in forged {
        assert_eq!(stand.send(forged.request()).await, refused, "{forged:?}");
        tried += 1;
    }
    assert!(tried > 200);
    assert_eq!(stand.one::<i64>("select count(*) from webhook_inbox").await, 0);
    assert_eq!(stand.send(good.request()).await.status, 200, "what was not changed is taken");
}

#[tokio::test]
async fn s13_a_delivery_is_taken_within_five_minutes_of_the_databases_clock() {
    let stand = Stand::open("times").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    for (skew, status) in [(-295, 200), (295, 200), (-310, 401), (310, 401), (-4 * 86_400, 401), (400_000_000, 401)] {
        let id = format!("at{}", skew.to_string().replace('-', "m"));
        let signed = Signed::new("/hooks/default/zapier", CANARY.as_bytes(), &id, now() + skew, &event());
        assert_eq!(stand.send(signed.request()).await.status, status, "{skew} seconds");
    }
}

#[tokio::test]
async fn s13_who_is_not_there_is_refused_as_who_is_wrong() {
    let stand = Stand::open("nobody").await;
    let id = stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    stand.source("page", Kind::LinkedIn, CANARY.as_bytes()).await;
    stand.source("runs", Kind::Apify, CANARY.as_bytes()).await;
    let refused = refusal(&stand).await;
    assert_eq!(refused.header("www-authenticate"), Some("Webhook"));
    let good = Signed::now("msg_1", &event());
    let at = |path: &str| Signed { path: path.to_owned(), ..good.clone() }.request();
    let wrong = Signed { signature: format!("v1,{}", "A".repeat(43) + "="), ..good.clone() };
    let long = format!("/hooks/default/{}", "a".repeat(2_000));
    for (what, request) in [
        ("an unknown tenant", at("/hooks/nobody/zapier")),
        ("an unknown source", at("/hooks/default/nothing")),
        ("a source of another tenant", at("/hooks/other/zapier")),
        ("a source of another kind", at("/hooks/default/page")),
        ("a source of a third kind", at("/hooks/default/runs")),
        ("another case", at("/hooks/default/Zapier")),
        ("a name that no text is", at("/hooks/default/%ff%fe")),
        ("a name with a NUL", at("/hooks/default/zapier%00")),
        ("a name that would be SQL", at("/hooks/default/'%20or%20true--")),
        ("a long name", at(&long)),
        ("an empty tenant", at("/hooks/%20/zapier")),
        ("a wrong signature", wrong.request()),
        ("no signature", request("/hooks/default/zapier", &[JSON], &good.body)),
        ("no signature of LinkedIn's", request("/hooks/default/page", &[JSON], &good.body)),
        ("no secret of Apify's", request("/hooks/default/runs", &[JSON], &good.body)),
        ("the secret as it is", request("/hooks/default/runs", &[JSON, ("authorization", CANARY)], &good.body)),
    ] {
        assert_eq!(stand.send(request).await, refused, "{what}");
    }
    stand.owner.execute("update webhook_sources set is_active = false where id = $1", &[&id]).await.unwrap();
    assert_eq!(stand.send(good.request()).await, refused, "a source that is switched off");
    stand.owner.execute("update webhook_sources set is_active = true where id = $1", &[&id]).await.unwrap();
    assert_eq!(stand.send(good.request()).await.status, 200);
    assert_eq!(stand.one::<i64>("select count(*) from webhook_inbox").await, 1);
}

#[tokio::test]
async fn s13_without_a_secret_everything_is_refused() {
    let stand = Stand::open("missing").await;
    for (name, kind) in [("zapier", Kind::Generic), ("page", Kind::LinkedIn), ("runs", Kind::Apify)] {
        stand.source(name, kind, CANARY.as_bytes()).await;
    }
    stand.owner.batch_execute("update webhook_sources set sealed_secret = null").await.unwrap();
    let refused = refusal(&stand).await;
    let signed = Signed::new("/hooks/default/zapier", b"", "a", now(), "{}");
    assert_eq!(stand.send(signed.request()).await, refused);
    assert_eq!(stand.send(linkedin("/hooks/default/page", b"", "{}")).await, refused);
    assert_eq!(stand.send(request("/hooks/default/runs", &[JSON, ("x-rapport-secret", "")], b"{}")).await, refused);
    assert_eq!(stand.send(request("/hooks/default/runs?token=", &[JSON], b"{}")).await, refused);
    // A secret that is sealed and empty, which nobody can add.
    let tx = stand.database.tenant(DEFAULT).await.unwrap();
    let id = stand.one::<uuid::Uuid>("select id from webhook_sources where name = 'zapier'").await;
    let place = ("webhook_sources", "sealed_secret");
    let empty = stand.keyring.seal(&stand.database, &tx, place, id, b"").await.unwrap();
    tx.execute("update webhook_sources set sealed_secret = $1 where id = $2", &[&empty, &id]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stand.send(signed.request()).await, refused);
}

#[tokio::test]
async fn s13_two_secrets_are_good_during_a_rotation_and_one_after_it() {
    use rapport::hooks::signature::Secret;
    let stand = Stand::open("rotation").await;
    stand.source("zapier", Kind::Generic, b"the first secret").await;
    let rotate = async |to: &[u8], keep: Duration| {
        let tx = stand.database.tenant(DEFAULT).await.unwrap();
        let source = webhooks::hold(&tx, "zapier").await.unwrap().unwrap();
        let secret = Secret::new(to).unwrap();
        webhooks::rotate(&stand.database, &stand.keyring, &tx, &source, &secret, keep).await.unwrap();
        tx.commit().await.unwrap();
    };
    let mut number = 0;
    let mut status = async |secret: &[u8]| {
        number += 1;
        let signed = Signed::new("/hooks/default/zapier", secret, &format!("msg_{number}"), now(), &event());
        stand.send(signed.request()).await.status
    };
    let (first, second, third) =
        (b"the first secret".as_slice(), b"the second secret".as_slice(), b"the third secret".as_slice());
    assert_eq!((status(first).await, status(second).await), (200, 401));
    rotate(second, Duration::from_hours(1)).await;
    assert_eq!((status(first).await, status(second).await), (200, 200));
    // A delivery with both signatures, as a sender makes it that rotates too.
    let (old, new) = (
        Signed::new("/hooks/default/zapier", first, "both", now(), "{}"),
        Signed::new("/hooks/default/zapier", second, "both", now(), "{}"),
    );
    let both = Signed { signature: format!("{} {}", old.signature, new.signature), ..new };
    assert_eq!(stand.send(both.request()).await.status, 200);
    stand.owner.batch_execute("update webhook_sources set previous_until = now() - interval '1 second'").await.unwrap();
    assert_eq!((status(first).await, status(second).await), (401, 200), "the hour is over");
    rotate(third, Duration::ZERO).await;
    assert_eq!((status(second).await, status(third).await), (401, 200), "a secret that leaked ends at once");
    assert!(stand.one::<bool>("select sealed_previous is null from webhook_sources").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_rotations_at_once_leave_the_secrets_of_both_good() {
    use rapport::hooks::signature::Secret;
    let stand = Stand::open("rotations").await;
    stand.source("zapier", Kind::Generic, b"the first secret").await;
    let (second, third) = (b"the second secret".as_slice(), b"the third secret".as_slice());
    let keep = Duration::from_hours(1);
    let give = async |to: &[u8]| {
        let tx = stand.database.tenant(DEFAULT).await.unwrap();
        let source = webhooks::hold(&tx, "zapier").await.unwrap().unwrap();
        let secret = Secret::new(to).unwrap();
        webhooks::rotate(&stand.database, &stand.keyring, &tx, &source, &secret, keep).await.unwrap();
        tx
    };
    let one = give(second).await;
    let other = async { give(third).await.commit().await.unwrap() };
    let first_goes_on = async {
        let waits =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        let until = std::time::Instant::now() + Duration::from_mins(1);
        while stand.one::<i64>(waits).await == 0 {
            assert!(std::time::Instant::now() < until, "the other does not wait");
        }
        one.commit().await.unwrap();
    };
    tokio::join!(other, first_goes_on);
    let mut numbers = 0..;
    for (secret, status) in [(b"the first secret".as_slice(), 401), (second, 200), (third, 200)] {
        let id = format!("msg_{}", numbers.next().unwrap());
        let signed = Signed::new("/hooks/default/zapier", secret, &id, now(), &event());
        assert_eq!(stand.send(signed.request()).await.status, status, "{}", String::from_utf8_lossy(secret));
    }
    // A secret that does not open any more is no obstacle to another in its place.
    stand.owner.batch_execute("update webhook_sources set sealed_secret = '\\x00'").await.unwrap();
    let tx = stand.database.tenant(DEFAULT).await.unwrap();
    let source = webhooks::hold(&tx, "zapier").await.unwrap().unwrap();
    let secret = Secret::new(b"the fourth secret").unwrap();
    webhooks::rotate(&stand.database, &stand.keyring, &tx, &source, &secret, Duration::ZERO).await.unwrap();
    tx.commit().await.unwrap();
    let signed = Signed::new("/hooks/default/zapier", b"the fourth secret", "msg_last", now(), &event());
    assert_eq!(stand.send(signed.request()).await.status, 200);
}

#[tokio::test]
async fn s13_keys_can_be_rotated_under_webhooks() {
    let stand = Stand::open("reseal").await;
    stand.source("zapier", Kind::Generic, b"the first secret").await;
    let tx = stand.database.tenant(DEFAULT).await.unwrap();
    let source = webhooks::hold(&tx, "zapier").await.unwrap().unwrap();
    let secret = rapport::hooks::signature::Secret::new(CANARY.as_bytes()).unwrap();
    webhooks::rotate(&stand.database, &stand.keyring, &tx, &source, &secret, Duration::from_hours(1)).await.unwrap();
    tx.commit().await.unwrap();
    let before: Vec<u8> = stand.one("select sealed_secret || sealed_previous from webhook_sources").await;
    let rotated = stand.keyring.rotate(&stand.database, |_| {}).await.unwrap();
    assert_eq!(rotated.values, 2, "both secrets are sealed anew");
    assert_ne!(stand.one::<Vec<u8>>("select sealed_secret || sealed_previous from webhook_sources").await, before);
    assert_eq!(stand.send(Signed::now("msg_1", &event()).request()).await.status, 200);
    let old = Signed::new("/hooks/default/zapier", b"the first secret", "msg_2", now(), &event());
    assert_eq!(stand.send(old.request()).await.status, 200);
}

#[tokio::test]
async fn t7_a_delivery_that_is_another_tenants_is_refused_and_noted() {
    let stand = Stand::open("tenants").await;
    let other = stand.tenant("other").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    stand.source_of(other, "zapier", Kind::Generic, b"the secret of another tenant").await;
    let refused = refusal(&stand).await;
    let of_other = Signed::new("/hooks/other/zapier", b"the secret of another tenant", "a", now(), &event());
    let misled = Signed { path: "/hooks/default/zapier".to_owned(), ..of_other.clone() };
    assert_eq!(stand.send(misled.request()).await, refused);
    assert_eq!(stand.send(of_other.request()).await.status, 200, "it is good where it belongs");
    for _ in 0..5 {
        assert_eq!(stand.send(misled.request()).await, refused);
    }
    // Written after the answer; at most once a minute, since anybody may cause it.
    let noted = "select count(*) from audit_log where event = 'webhook.refused' and subject = 'zapier'";
    for _ in 0..100 {
        if stand.one::<i64>(noted).await > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let rows = stand
        .owner
        .query("select tenant_id, details from audit_log where event = 'webhook.refused'", &[])
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].get::<_, uuid::Uuid>(0), DEFAULT.0, "in the log of the tenant whose door it was");
    assert_eq!(rows[0].get::<_, Value>(1), serde_json::json!({"deliveries": 1}));
    assert_eq!(stand.one::<i64>(&format!("select count(*) from webhook_inbox where tenant_id <> '{other}'")).await, 0);
}

#[tokio::test]
async fn s13_linkedin_asks_and_delivers_as_its_documents_say() {
    let stand = Stand::open("linkedin").await;
    let vector: Value = serde_json::from_str(include_str!("../../fixtures/hooks/linkedin_vectors.json")).unwrap();
    let text = |key: &str| vector[key].as_str().unwrap();
    stand.source("page", Kind::LinkedIn, text("client_secret").as_bytes()).await;
    let refused = refusal(&stand).await;
    let ask = async |path: &str| {
        let request = format!("GET {path} HTTP/1.1\r\nhost: hooks.example\r\nconnection: close\r\n\r\n");
        stand.send(request.into_bytes()).await
    };
    let code = text("challengeCode");
    let answer = ask(&format!("/hooks/default/page?challengeCode={code}&applicationId=1")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.json(),
        serde_json::json!({"challengeCode": code, "challengeResponse": text("challengeResponse")})
    );
    assert_eq!(answer.header("content-type"), Some("application/json"));
    // What would make a signature of an answer, and what is nobody's question.
    let body = url::form_urlencoded::byte_serialize(text("post_body").as_bytes()).collect::<String>();
    for path in [
        "/hooks/default/page",
        "/hooks/default/page?challengeCode=",
        &format!("/hooks/default/page?challengeCode=hmacsha256%3D{body}"),
        &format!("/hooks/default/page?challengeCode={code}&challengeCode={code}"),
        &format!("/hooks/default/page?challengeCode={code}%0d%0aset-cookie:a"),
        &format!("/hooks/default/nothing?challengeCode={code}"),
        &format!("/hooks/nobody/page?challengeCode={code}"),
    ] {
        assert_eq!(ask(path).await, refused, "{path}");
    }
    let deliver = |signature: &str| {
        request("/hooks/default/page", &[JSON, ("x-li-signature", signature)], text("post_body").as_bytes())
    };
    assert_eq!(stand.send(deliver(text("challengeResponse"))).await, refused);
    assert_eq!(stand.send(deliver(text("X-LI-Signature"))).await.json()["status"], "stored");
    assert_eq!(
        stand.send(deliver(text("X-LI-Signature"))).await.json()["status"],
        "known",
        "which it repeats for hours"
    );
    let other = hmac(b"another secret", &[b"hmacsha256=", text("post_body").as_bytes()]);
    assert_eq!(stand.send(deliver(&rapport::hooks::signature::to_hex(&other))).await, refused);
}

#[tokio::test]
async fn s13_apify_shows_its_secret_in_a_header_or_in_the_address() {
    let stand = Stand::open("apify").await;
    stand.source("runs", Kind::Apify, CANARY.as_bytes()).await;
    let refused = refusal(&stand).await;
    let body = include_bytes!("../../fixtures/hooks/apify_run_succeeded.json");
    let deliver = async |query: &str, headers: &[(&str, &str)]| {
        stand.send(request(&format!("/hooks/default/runs{query}"), &[&[JSON], headers].concat(), body)).await
    };
    let dispatch = ("x-apify-webhook-dispatch-id", "aBcDeFgHiJkLmNoPq");
    let secret = ("x-rapport-secret", CANARY);
    for (query, headers) in [
        ("", &[dispatch][..]),
        ("", &[dispatch, ("x-rapport-secret", "wrong")]),
        ("", &[dispatch, ("x-rapport-secret", &CANARY[1..])]),
        ("", &[dispatch, secret, secret]),
        ("?token=wrong", &[dispatch]),
        (&format!("?token={CANARY}&token={CANARY}"), &[dispatch]),
        // A header that is wrong is not made good by the address.
        (&format!("?token={CANARY}"), &[dispatch, ("x-rapport-secret", "wrong")]),
    ] {
        assert_eq!(deliver(query, headers).await, refused, "{query} {headers:?}");
    }
    assert_eq!(deliver("", &[dispatch, secret]).await.json()["status"], "stored");
    assert_eq!(deliver(&format!("?token={CANARY}"), &[dispatch]).await.json()["status"], "known");
    // Without its own id a delivery is that of its run and event.
    assert_eq!(deliver("", &[secret]).await.json()["status"], "stored");
    assert_eq!(deliver("", &[secret, ("x-apify-webhook-dispatch-id", "a b")]).await.json()["status"], "known");
    let ids: Vec<String> = stand
        .owner
        .query("select delivery_id from webhook_inbox order by received_at", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert_eq!(ids, ["dispatch:aBcDeFgHiJkLmNoPq", "run:HG7ML7M8z78YcAPEB:ACTOR.RUN.SUCCEEDED"]);
}
