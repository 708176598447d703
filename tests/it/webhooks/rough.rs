//! Senders who repeat themselves, who are slow, who go away, and who send what is no delivery.

use std::{sync::Arc, time::Duration};

use rapport::{
    hooks::{LARGEST, Options},
    model::webhooks::Kind,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::stand::{CANARY, JSON, Signed, Stand, created, reaction, request};
use crate::support::mix::Rng;

fn event() -> String {
    created(&reaction("ada-example", "like", None))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn s13_the_same_id_a_hundred_times_at_once_has_one_effect() {
    let stand = Arc::new(Stand::open("hundred").await);
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let request = Signed::now("msg_1", &event()).request();
    let sent: Vec<_> = (0..100)
        .map(|_| {
            let (stand, request) = (Arc::clone(&stand), request.clone());
            tokio::spawn(async move { stand.send(request).await })
        })
        .collect();
    let mut stored = 0;
    for sent in sent {
        let reply = sent.await.unwrap();
        assert_eq!(reply.status, 200, "{reply:?}");
        stored += usize::from(reply.json()["status"] == "stored");
    }
    assert_eq!(stored, 1);
    let worked: Vec<_> = (0..8)
        .map(|_| {
            let stand = Arc::clone(&stand);
            tokio::spawn(async move { stand.process().await.delivered })
        })
        .collect();
    let mut delivered = 0;
    for worked in worked {
        delivered += worked.await.unwrap();
    }
    assert_eq!(delivered, 1);
    assert_eq!(stand.one::<i64>("select count(*) from engagements").await, 1);
    assert_eq!(stand.one::<i64>("select count(*) from persons").await, 1);
    assert_eq!(stand.one::<i32>("select attempts from webhook_inbox").await, 1);
}

#[tokio::test]
async fn s13_a_delivery_that_comes_again_after_days_or_with_another_body_has_no_effect() {
    let stand = Stand::open("again").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let first = Signed::now("msg_1", &event());
    assert_eq!(stand.send(first.request()).await.json()["status"], "stored");
    let other = Signed::now("msg_1", &created(&reaction("bea-example", "praise", None)));
    assert_eq!(stand.send(other.request()).await.json()["status"], "known", "the first one stays");
    assert_eq!(stand.process().await.delivered, 1);
    assert_eq!(stand.send(other.request()).await.json()["status"], "known");
    // Twenty-nine days later its bytes are gone, and its id is not.
    stand
        .owner
        .batch_execute("update webhook_inbox set received_at = now() - interval '29 days', processed_at = now() - interval '29 days'")
        .await
        .unwrap();
    rapport::hooks::process::purge(&stand.database, crate::support::app::DEFAULT).await.unwrap();
    assert!(stand.one::<bool>("select body is null from webhook_inbox").await);
    let old = Signed::new(
        "/hooks/default/zapier",
        CANARY.as_bytes(),
        "msg_1",
        jiff::Timestamp::now().as_second() - 29 * 86_400,
        &event(),
    );
    assert_eq!(stand.send(old.request()).await.status, 401, "as it was sent then it is too old");
    assert_eq!(stand.send(Signed::now("msg_1", &event()).request()).await.json()["status"], "known");
    assert_eq!(stand.process().await.delivered, 0);
    assert_eq!(stand.one::<String>("select string_agg(name, ',') from persons").await, "Sample ada-example");
}

#[tokio::test]
async fn s13_what_is_no_json_or_too_large_is_refused_before_anything_is_looked_up() {
    let stand = Stand::open("bodies").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let signed = Signed::now("msg_1", &event());
    let with = |headers: &[(&str, &str)], body: &[u8]| {
        let own = [
            ("webhook-id", signed.id.as_str()),
            ("webhook-timestamp", signed.timestamp.as_str()),
            ("webhook-signature", signed.signature.as_str()),
        ];
        request("/hooks/default/zapier", &[&own, headers].concat(), body)
    };
    for headers in [
        &[][..],
        &[("content-type", "text/plain")],
        &[("content-type", "application/x-www-form-urlencoded")],
        &[("content-type", "multipart/form-data; boundary=a")],
        &[JSON, JSON],
        &[JSON, ("content-encoding", "gzip")],
    ] {
        assert_eq!(stand.send(with(headers, &signed.body)).await.status, 415, "{headers:?}");
    }
    // What it says is its length is believed, so that nobody has to send it all.
    let head = format!(
        "POST /hooks/nobody/nothing HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        LARGEST + 1
    );
    assert_eq!(stand.send(head.into_bytes()).await.status, 413);
    // And where it does not say, it is counted.
    let mut stream = TcpStream::connect(stand.address).await.unwrap();
    let head = "POST /hooks/default/zapier HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = [b"10000\r\n".as_slice(), &vec![b' '; 0x1_0000], b"\r\n"].concat();
    // One chunk more than it may have; the answer may come before the last is written.
    for _ in 0..=LARGEST / 0x1_0000 {
        if stream.write_all(&chunk).await.is_err() {
            break;
        }
    }
    let mut answer = vec![0; 12];
    if stream.read_exact(&mut answer).await.is_ok() {
        assert_eq!(String::from_utf8(answer).unwrap(), "HTTP/1.1 413");
    }
    assert_eq!(stand.one::<i64>("select count(*) from webhook_inbox").await, 0);
    // The largest that may come does.
    let padded = format!("{}{}", event(), " ".repeat(LARGEST - event().len()));
    let largest = Signed::now("largest", &padded);
    assert_eq!(stand.send(largest.request()).await.status, 200);
    assert_eq!(stand.process().await.delivered, 1);
    for method in ["PUT", "DELETE", "PATCH"] {
        let request = format!("{method} /hooks/default/zapier HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
        assert_eq!(stand.send(request.into_bytes()).await.status, 405);
    }
}

#[tokio::test]
async fn s13_headers_cannot_be_forged_through_others() {
    let stand = Stand::open("headers").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let good = Signed::now("msg_1", &event());
    let own = |name: &'static str| match name {
        "webhook-id" => (name, good.id.as_str()),
        "webhook-timestamp" => (name, good.timestamp.as_str()),
        _ => (name, good.signature.as_str()),
    };
    let all = [own("webhook-id"), own("webhook-timestamp"), own("webhook-signature")];
    let send = async |headers: &[(&str, &str)]| {
        stand.send(request("/hooks/default/zapier", &[&[JSON], headers].concat(), &good.body)).await
    };
    for (what, headers) in [
        ("an id twice", [&all[..], &[own("webhook-id")]].concat()),
        ("another id before it", [&[("webhook-id", "other")], &all[..]].concat()),
        ("a time twice", [&all[..], &[("webhook-timestamp", "1")]].concat()),
        ("signatures twice", [&all[..], &[own("webhook-signature")]].concat()),
        ("an id with a tab", [&[("webhook-id", "msg_1\tx")], &all[1..]].concat()),
        ("an id with a full stop", [&[("webhook-id", "msg.1")], &all[1..]].concat()),
        ("an id of other letters", [&[("webhook-id", "ms\u{fc}g")], &all[1..]].concat()),
    ] {
        assert_eq!(send(&headers).await.status, 401, "{what}");
    }
    let long = "i".repeat(201);
    let signed = Signed::now(&long, &event());
    assert_eq!(stand.send(signed.request()).await.status, 401, "an id that is longer than any");
    // What is kept of headers can command no terminal and forge no line.
    let agent = format!("curl\t\u{9b}31m{}", "x".repeat(3_000));
    let reply =
        send(&[&all[..], &[("user-agent", &agent), ("cookie", CANARY), ("authorization", CANARY)]].concat()).await;
    assert_eq!(reply.status, 200);
    let kept: String = stand.one("select headers::text from webhook_inbox").await;
    assert!(!kept.chars().any(char::is_control) && !kept.contains(CANARY) && kept.len() < 400, "{kept}");
    // An answer repeats nothing of what came.
    assert!(!reply.whole.contains("msg_1") && !reply.whole.contains("curl"), "{}", reply.whole);
}

#[tokio::test]
async fn s13_when_too_many_wait_senders_are_asked_to_come_later() {
    let stand = Stand::with("full", Options { waiting: 3, ..Options::default() }).await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    stand.source("other", Kind::Generic, b"another secret").await;
    let send = async |id: &str| stand.send(Signed::now(id, &event()).request()).await;
    for id in ["a", "b", "c"] {
        assert_eq!(send(id).await.status, 200);
    }
    let full = send("d").await;
    assert_eq!((full.status, full.header("retry-after")), (429, Some("60")));
    assert_eq!(send("b").await.status, 200, "what is there is there");
    let other = Signed::new("/hooks/default/other", b"another secret", "d", jiff::Timestamp::now().as_second(), "{}");
    assert_eq!(stand.send(other.request()).await.status, 200, "and who is not the source has not to wait");
    stand.process().await;
    assert_eq!(send("d").await.status, 200);
}

#[tokio::test]
async fn s13_a_sender_that_is_slow_holds_nothing_and_is_sent_away() {
    let stand = Stand::with("slow", Options { patience: Duration::from_millis(300), ..Options::default() }).await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let whole = Signed::now("msg_1", &event()).request();
    let mut slow = Vec::new();
    // More than there are connections to the database.
    for _ in 0..20 {
        let mut stream = TcpStream::connect(stand.address).await.unwrap();
        stream.write_all(&whole[..whole.len() - 10]).await.unwrap();
        slow.push(stream);
    }
    assert_eq!(stand.send(Signed::now("msg_2", &event()).request()).await.status, 200, "nobody waits for them");
    for mut stream in slow {
        let mut answer = vec![0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(String::from_utf8(answer).unwrap(), "HTTP/1.1 408");
    }
    assert_eq!(stand.one::<String>("select string_agg(delivery_id, ',') from webhook_inbox").await, "msg_2");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t5_a_sender_that_goes_away_midway_leaves_a_whole_delivery_or_none() {
    let stand = Stand::open("aborts").await;
    stand.source("zapier", Kind::Generic, CANARY.as_bytes()).await;
    let mut rng = Rng::new(13);
    let mut acknowledged = Vec::new();
    // As long as some take on this machine at this moment, so that there are those who wait long enough and those who do not.
    let begun = std::time::Instant::now();
    for number in 0..5 {
        let id = format!("patient_{number}");
        assert_eq!(stand.send(Signed::now(&id, &event()).request()).await.status, 200);
        acknowledged.push(id);
    }
    let mut most = u64::try_from(begun.elapsed().as_micros() / 2).unwrap();
    for number in 0..400 {
        let id = format!("msg_{number}");
        let whole = Signed::now(&id, &event()).request();
        let cut = if number % 4 == 0 { usize::try_from(rng.below(whole.len() as u64)).unwrap() } else { whole.len() };
        let patience = Duration::from_micros(rng.below(most));
        let mut stream = TcpStream::connect(stand.address).await.unwrap();
        let answered = tokio::time::timeout(patience, async {
            stream.write_all(&whole[..cut]).await.ok()?;
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await.ok()?;
            Some(answer.starts_with(b"HTTP/1.1 200"))
        });
        // The machine may have become slower or faster since.
        if answered.await == Ok(Some(true)) {
            acknowledged.push(id);
            most -= most / 20;
        } else {
            most += most / 50;
        }
        // Whether the other side is gone with a farewell or without one.
        if number % 2 == 0 {
            let _ = stream.set_zero_linger();
        }
        drop(stream);
    }
    assert!(acknowledged.len() > 20, "{} of 400 were answered in time", acknowledged.len());
    assert!(acknowledged.len() < 380, "{} of 400 were answered in time", acknowledged.len());
    // Those that are under way come to their end, one way or the other.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let stored: Vec<String> = stand
        .owner
        .query("select delivery_id from webhook_inbox", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    for id in &acknowledged {
        assert!(stored.contains(id), "{id} was acknowledged and is lost");
    }
    let whole = format!("select count(*) from webhook_inbox where convert_from(body, 'UTF8') <> '{}'", event());
    assert_eq!(stand.one::<i64>(&whole).await, 0);
    let idle = "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'";
    assert_eq!(stand.one::<i64>(idle).await, 0, "no transaction is left open");
    // The connections that are used again act for nobody and hold nothing.
    for number in 0..20 {
        let tx = stand.database.tenant(crate::support::app::DEFAULT).await.unwrap();
        let here = tx
            .query_one("select current_setting('app.tenant_id', true), count(*) from webhook_sources", &[])
            .await
            .unwrap();
        assert_eq!(
            (here.get::<_, String>(0), here.get::<_, i64>(1)),
            (crate::support::app::DEFAULT.to_string(), 1),
            "{number}"
        );
        tx.rollback().await.unwrap();
    }
    let processed = stand.process().await;
    assert_eq!(processed.delivered, stored.len() as u64);
    assert_eq!(stand.one::<i64>("select count(*) from engagements").await, 1);
}
