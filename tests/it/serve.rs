//! `rapport serve` as a process: what is told to it becomes an engagement, it says whether it is ready, it stops in peace, and
//! nobody can hold it by being slow.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use tokio_postgres::Client;

use crate::{
    support::{
        app::TestApp,
        process::signal,
        server::{Server, add_hook, rapport},
    },
    webhooks::stand::{self, CANARY, Signed, created, reaction},
};

fn event() -> String {
    created(&reaction("ada-example", "like", None))
}

/// Waits for a number to be what it should.
async fn until(owner: &Client, sql: &str, wanted: i64) {
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        let found: i64 = owner.query_one(sql, &[]).await.unwrap().get(0);
        if found == wanted {
            return;
        }
        assert!(Instant::now() < end, "{sql}: {found} instead of {wanted}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Waits for the server to say so of itself.
async fn readiness(server: &Server, wanted: (u16, &str)) {
    let end = Instant::now() + Duration::from_secs(15);
    loop {
        let (status, missing) = server.readiness().await;
        if (status, missing.as_str()) == wanted {
            return;
        }
        assert!(Instant::now() < end, "{status} {missing} instead of {wanted:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_delivery_to_a_server_becomes_an_engagement_and_the_server_stops_when_told() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    let server = Server::start(&app.url(), &[]);
    let reply = stand::send(server.address, &Signed::now("msg_1", &event()).request()).await.unwrap();
    assert_eq!((reply.status, reply.json()["status"].as_str()), (200, Some("stored")));
    until(
        &owner,
        "select count(*) from engagements e join persons p on p.id = e.person_id where p.name = 'Sample ada-example'",
        1,
    )
    .await;
    // What is no path of ours says so in our words, and a query is written nowhere.
    let nothing = server.get(&format!("/nothing?token={CANARY}")).await.unwrap();
    assert_eq!(nothing.status, 404);
    let (status, said) = server.stop();
    assert!(status.success(), "{status}: {said}");
    assert!(said.contains("Stopping") && !said.contains(CANARY), "{said}");
}

#[tokio::test]
async fn a_server_without_workers_takes_deliveries_in_and_leaves_them_to_others() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    let server = Server::start(&app.url(), &["--no-worker"]);
    assert_eq!(stand::send(server.address, &Signed::now("msg_1", &event()).request()).await.unwrap().status, 200);
    let state: String = owner.query_one("select state::text from webhook_inbox", &[]).await.unwrap().get(0);
    assert_eq!(state, "pending");
    assert!(server.stop().0.success());
    // Whoever comes next finds it.
    assert!(rapport(&app.url(), &["job", "run"]).output().unwrap().status.success());
    until(&owner, "select count(*) from engagements", 1).await;
}

#[tokio::test]
async fn o5_a_server_lives_without_its_database_and_says_what_it_needs_to_be_ready() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let server = Server::start(&app.url(), &["--no-worker"]);
    let living = async || assert_eq!(server.get("/livez").await.unwrap().status, 200);
    readiness(&server, (200, "")).await;
    let line = server.get("/readyz").await.unwrap().whole;
    assert!(line.ends_with("{\"status\":\"ready\"}\n"), "{line}");
    // Somebody deploys a version that this program does not know.
    owner
        .batch_execute("insert into schema_versions (version, name, checksum) values (9999, 'later.sql', 'x')")
        .await
        .unwrap();
    readiness(&server, (503, "migrations")).await;
    living().await;
    owner.batch_execute("delete from schema_versions where version = 9999").await.unwrap();
    readiness(&server, (200, "")).await;
    // Somebody rotates to a master key that this process was not given.
    owner
        .batch_execute(
            "create table public.was as select id from public.master_keys;
             update public.master_keys set retired_at = now();
             insert into public.master_keys (id, proof) values ('another', 'x')",
        )
        .await
        .unwrap();
    readiness(&server, (503, "master key")).await;
    living().await;
    owner
        .batch_execute("delete from public.master_keys where id = 'another'; update public.master_keys set retired_at = null; drop table public.was")
        .await
        .unwrap();
    readiness(&server, (200, "")).await;
    // The database is gone for everybody.
    let there = app.maintenance().await;
    there
        .batch_execute(&format!(
            "alter database {0} allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{0}'",
            app.name
        ))
        .await
        .unwrap();
    readiness(&server, (503, "database")).await;
    living().await;
    there.batch_execute(&format!("alter database {} allow_connections true", app.name)).await.unwrap();
    readiness(&server, (200, "")).await;
    assert!(server.stop().0.success());
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_ends_what_it_has_begun_and_begins_nothing() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    let server = Server::start(&app.url(), &["--no-worker"]);
    let request = Signed::now("msg_1", &event()).request();
    let mut sender = TcpStream::connect(server.address).await.unwrap();
    sender.write_all(&request[..request.len() - 5]).await.unwrap();
    // One that has asked for nothing yet, and one that rests after an answer, are not waited for.
    let mut silent = TcpStream::connect(server.address).await.unwrap();
    let mut resting = TcpStream::connect(server.address).await.unwrap();
    resting.write_all(b"GET /livez HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let mut answer = [0; 12];
    resting.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
    signal("TERM", server.pid());
    let address = server.address;
    let stopped = tokio::task::spawn_blocking(move || server.stop());
    let end = Instant::now() + Duration::from_secs(15);
    while TcpStream::connect(address).await.is_ok() {
        assert!(Instant::now() < end, "it goes on to take connections");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    sender.write_all(&request[request.len() - 5..]).await.unwrap();
    assert_eq!(stand::reply(&mut sender).await.unwrap().status, 200);
    let (status, said) = stopped.await.unwrap();
    assert!(status.success(), "{status}: {said}");
    assert_eq!(silent.read(&mut answer).await.unwrap_or_default(), 0);
    until(&owner, "select count(*) from webhook_inbox", 1).await;
}

#[tokio::test]
async fn a_slow_sender_holds_nothing_but_its_own_connections() {
    const PLACES: usize = 8;
    let app = TestApp::new().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    let server = Server::start(&app.url(), &["--no-worker", "--connections", &PLACES.to_string()]);
    let request = Signed::now("slow", &event()).request();
    let head = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    let mut slow = Vec::new();
    // Heads, bodies, and nothing at all: three times as many as there are places.
    for number in 0..3 * PLACES {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let part = [0, head / 2, head + 10][number % 3];
        stream.write_all(&request[..part]).await.unwrap();
        slow.push(stream);
    }
    let begun = Instant::now();
    let reply = stand::send(server.address, &Signed::now("quick", &event()).request()).await.unwrap();
    assert_eq!(reply.status, 200);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    assert_eq!(server.readiness().await.0, 200);
    assert!(server.stop().0.success());
}

#[tokio::test]
async fn a_head_that_does_not_arrive_is_not_waited_for() {
    let app = TestApp::new().await;
    let server = Server::start(&app.url(), &["--no-worker", "--head-patience", "0.5"]);
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    // A byte at a time is no excuse.
    let end = Instant::now() + Duration::from_secs(15);
    let mut answer = Vec::new();
    for byte in b"GET /livez HTTP/1.1\r\nx: ".iter().chain(std::iter::repeat(&b'x')) {
        assert!(Instant::now() < end, "it waits for ever");
        if stream.write_all(&[*byte]).await.is_err() {
            break;
        }
        let silent = tokio::time::timeout(Duration::from_millis(50), stream.read_buf(&mut answer)).await;
        if silent.is_ok() {
            break;
        }
    }
    assert!(!String::from_utf8_lossy(&answer).contains("200"));
    assert!(server.stop().0.success());
}

#[tokio::test]
async fn a_port_that_is_taken_is_named_and_another_can_be_chosen() {
    let app = TestApp::new().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let refused = rapport(&app.url(), &["serve", "--bind", &address]).output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(&address) && said.contains("--bind"), "{said}");
}
