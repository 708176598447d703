//! `rapport serve` as a process: what is told to it becomes an engagement, it says whether it is ready, it stops in peace, and
//! nobody can hold it by being slow.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use rapport_database::cluster::{Cluster, ClusterState};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use tokio_postgres::Client;

use crate::{
    support::{
        app::{TestApp, TestDir},
        process::{heard, signal},
        program::Program,
        server::{Server, add_hook, rapport},
    },
    webhooks::stand::{self, CANARY, Reply, Signed, created, reaction},
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

/// Takes the database away from everybody; who can give it back.
async fn closed(app: &TestApp) -> Client {
    let there = app.maintenance().await;
    there
        .batch_execute(&format!(
            "alter database {0} allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{0}'",
            app.name
        ))
        .await
        .unwrap();
    there
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
async fn a_server_keeps_up_with_whatever_anybody_writes_and_with_the_days() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let server = Server::start(&app.url(), &[]);
    owner
        .batch_execute(
            "insert into persons (id, name) values (901, 'Ada Example'); insert into posts (id) values (301);
             insert into engagements (post_id, person_id, engagement_type) values (301, 901, 'comment');
             update matching_state set windows_moved_on = windows_moved_on - 1",
        )
        .await
        .unwrap();
    until(&owner, "select count(*) from engagement_deltas", 0).await;
    until(&owner, "select sum(comments) from person_engagement where person_id = 901", 1).await;
    let behind =
        "select count(*) from matching_state where windows_moved_on is distinct from app.tenant_today(tenant_id)";
    until(&owner, behind, 0).await;
    assert!(server.stop().0.success());
}

#[tokio::test]
async fn o5_a_server_lives_without_its_database_and_says_what_it_needs_to_be_ready() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let key = rapport(&app.url(), &["api-key", "add", "Program", "--scope", "read"]).output().unwrap();
    let server = Server::start(&app.url(), &["--no-worker"]);
    let program = Program::new(server.address, String::from_utf8(key.stdout).unwrap().trim());
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
    let there = closed(&app).await;
    readiness(&server, (503, "database")).await;
    living().await;
    let told = program.get("/api/v1/me").await;
    assert_eq!((told.status, &told.json()["code"]), (503, &"unavailable".into()), "{}", told.whole);
    assert!(told.header("retry-after").is_some() && !told.whole.contains(&app.name), "{}", told.whole);
    there.batch_execute(&format!("alter database {} allow_connections true", app.name)).await.unwrap();
    readiness(&server, (200, "")).await;
    assert!(server.stop().0.success());
}

/// A server with a database of its own.
async fn managing(dir: &TestDir) -> Server {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.env_clear().env("PATH", "/usr/bin:/bin").env("HOME", &dir.0).arg("--data-dir").arg(&dir.0);
    command.args(["serve", "--bind", "127.0.0.1:0", "--no-worker"]);
    let server = Server::spawn(command);
    readiness(&server, (200, "")).await;
    server
}

/// Kills the database of a server, which goes on living, and waits until it says so.
async fn kill_database(dir: &TestDir, server: &Server, words: &str) {
    let recorded = std::fs::read_to_string(dir.0.join("postgres/postmaster.pid")).unwrap();
    signal("KILL", recorded.lines().next().unwrap().parse().unwrap());
    let end = Instant::now() + Duration::from_mins(1);
    while !server.said().contains(words) {
        assert!(Instant::now() < end, "it does not say {words:?}: {}", server.said());
        assert_eq!(server.get("/livez").await.unwrap().status, 200);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_managed_database_that_is_killed_is_started_again_by_the_server() {
    let dir = TestDir::new("killed");
    let server = managing(&dir).await;
    kill_database(&dir, &server, "PostgreSQL was gone, and has been started again.").await;
    readiness(&server, (200, "")).await;
    assert!(server.stop().0.success());
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_while_its_database_starts_again_leaves_none_behind() {
    let dir = TestDir::new("left_behind");
    let server = managing(&dir).await;
    // Its next start asks an archive for each part of the log, which takes longer than leftovers of a program are waited for.
    let cluster = dir.0.join("postgres");
    let settings = cluster.join("postgresql.auto.conf");
    let known = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(settings, known + "restore_command = 'sleep 2; false'\n").unwrap();
    std::fs::write(cluster.join("recovery.signal"), "").unwrap();
    kill_database(&dir, &server, "PostgreSQL is gone; it is being started again.").await;
    assert!(server.stop().0.success());
    let found = Cluster::status(&dir.0).unwrap();
    assert_eq!((found.state, found.pid), (ClusterState::Stopped, None));
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_ends_what_it_has_begun_and_begins_nothing() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    let server = Server::start(&app.url(), &["--no-worker"]);
    let request = String::from_utf8(Signed::now("msg_1", &event()).request()).unwrap();
    let request = request.replacen("\r\n", "\r\nexpect: 100-continue\r\n", 1).into_bytes();
    let mut sender = TcpStream::connect(server.address).await.unwrap();
    sender.write_all(&request[..request.len() - 5]).await.unwrap();
    // It is told to go on when the server has begun with it.
    let mut goes_on = [0; 25];
    sender.read_exact(&mut goes_on).await.unwrap();
    assert_eq!(&goes_on, b"HTTP/1.1 100 Continue\r\n\r\n");
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
    let refused = heard(rapport(&app.url(), &["serve", "--bind", &address]).output().unwrap());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(&address) && said.contains("--bind"), "{said}");
}

/// What a server answers to a request with these headers, on a connection of its own.
async fn ask(address: std::net::SocketAddr, path: &str, headers: &str) -> Reply {
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}connection: close\r\n\r\n");
    stand::send(address, request.as_bytes()).await.unwrap()
}

#[tokio::test]
async fn a_request_has_one_name_in_its_answer_and_in_the_log() {
    let app = TestApp::new().await;
    let server = Server::start(&app.url(), &["--no-worker", "--log", "json"]);
    let named = ask(server.address, &format!("/nothing?token={CANARY}"), "x-request-id: from-the-proxy.1\r\n").await;
    assert!(named.whole.contains("x-request-id: from-the-proxy.1\r\n"), "{}", named.whole);
    let forged = ask(server.address, "/nothing", "x-request-id: a\\u000ab \"quoted\"\r\n").await;
    assert!(!forged.whole.contains("quoted"), "{}", forged.whole);
    ask(server.address, "/livez", "").await;
    let (_, said) = server.stop();
    let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let of_path = |path: &str| lines.iter().filter(|line| line["message"] == path).collect::<Vec<_>>();
    let requests = of_path("GET /nothing");
    assert_eq!(requests.len(), 2, "{said}");
    assert_eq!((&requests[0]["request"], &requests[0]["status"]), (&"from-the-proxy.1".into(), &404.into()));
    assert!(requests[0]["ms"].as_f64().is_some() && requests[0]["peer"] == "127.0.0.1", "{said}");
    // The second has a name of ours, which its answer says too.
    let name = requests[1]["request"].as_str().unwrap();
    assert!(name.len() == 36 && forged.whole.contains(name), "{name}: {}", forged.whole);
    assert!(of_path("GET /livez").is_empty(), "probes fill no log: {said}");
    assert!(!said.contains(CANARY), "{said}");
}

#[tokio::test]
async fn who_asks_is_what_a_proxy_of_ours_says_and_nobody_else() {
    let app = TestApp::new().await;
    for (trusted, peer) in [(&[][..], "127.0.0.1"), (&["--trusted-proxies", "127.0.0.0/8"], "198.51.100.7")] {
        let server = Server::start(&app.url(), &[&["--no-worker"], trusted].concat());
        ask(server.address, "/nothing", "x-forwarded-for: 192.0.2.66, 198.51.100.7\r\n").await;
        let (_, said) = server.stop();
        assert!(said.contains(&format!("peer={peer} ")), "{said}");
    }
}

#[tokio::test]
async fn figures_about_the_service_are_at_an_address_of_their_own() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    owner
        .batch_execute("insert into scraping_jobs (kind, run_at) values ('reactions', now() - interval '1 hour')")
        .await
        .unwrap();
    let server = Server::start(&app.url(), &["--no-worker", "--metrics", "127.0.0.1:0"]);
    let said = server.said();
    let figures = said.split("at http://").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
    for path in ["/livez", "/livez", "/metrics"] {
        ask(server.address, path, "").await;
    }
    // Whoever invents paths makes no figures.
    for number in 0..50 {
        ask(server.address, &format!("/invented/{number}"), "").await;
    }
    let text = ask(figures, "/metrics", "").await.whole;
    for line in [
        "rapport_http_requests_total{method=\"GET\",route=\"/livez\",status=\"200\"} 2\n",
        "rapport_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 51\n",
        "rapport_http_request_duration_seconds_count{method=\"GET\",route=\"/livez\"} 2\n",
        "rapport_http_requests_under_way 0\n",
        "rapport_http_connections{state=\"all\"} 2048\n",
        "rapport_jobs{state=\"pending\"} 1\n",
        "rapport_webhook_deliveries{state=\"dead\"} 0\n",
        "rapport_database_up 1\n",
        "# EOF\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
    let waited = text.lines().find_map(|line| line.strip_prefix("rapport_jobs_oldest_wait_seconds ")).unwrap();
    assert!((3_500.0..3_900.0).contains(&waited.parse::<f64>().unwrap()), "{waited}");
    assert!(!text.contains("invented"), "{text}");
    // Nothing but figures is there.
    assert_eq!(ask(figures, "/readyz", "").await.status, 404);
    // A database that is away is a figure too, and nobody believes what was counted before.
    drop(owner);
    let there = closed(&app).await;
    let until = Instant::now() + Duration::from_secs(15);
    loop {
        let text = ask(figures, "/metrics", "").await.whole;
        if text.contains("rapport_database_up 0\n") {
            assert!(!text.contains("rapport_jobs{"), "{text}");
            break;
        }
        assert!(Instant::now() < until, "{text}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    there.batch_execute(&format!("alter database {} allow_connections true", app.name)).await.unwrap();
    assert!(server.stop().0.success());
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up_and_the_sender_told_to_come_again() {
    let app = TestApp::new().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    let server = Server::start(&app.url(), &["--no-worker", "--answer-patience", "0.3"]);
    let request = Signed::now("msg_1", &event()).request();
    let mut sender = TcpStream::connect(server.address).await.unwrap();
    sender.write_all(&request[..request.len() - 5]).await.unwrap();
    let mut answer = String::new();
    sender.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("retry-after: 5"), "{answer}");
    let whole = stand::send(server.address, &request).await.unwrap();
    assert_eq!(whole.status, 200, "others are answered");
    let (_, said) = server.stop();
    assert!(said.contains("it took longer than 0.3 s"), "{said}");
}

#[tokio::test]
async fn servers_that_start_at_once_bring_the_database_up_to_date_once() {
    let app = TestApp::empty().await;
    let url = app.url();
    // Who is told to leave it alone does, and says what to do.
    let refused = heard(rapport(&url, &["serve", "--bind", "127.0.0.1:0", "--no-migrate"]).output().unwrap());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("run: rapport migrate"), "{said}");
    let tables = "select count(*) from pg_class where relnamespace = 'public'::regnamespace";
    let owner = app.owner().await;
    assert_eq!(owner.query_one(tables, &[]).await.unwrap().get::<_, i64>(0), 0);

    let starts: Vec<_> = (0..3)
        .map(|_| {
            let url = url.clone();
            std::thread::spawn(move || Server::start(&url, &["--no-worker"]))
        })
        .collect();
    let servers: Vec<Server> = starts.into_iter().map(|start| start.join().unwrap()).collect();
    for server in &servers {
        readiness(server, (200, "")).await;
    }
    let applied: usize = servers.iter().map(|server| server.said().matches("applied schema.sql").count()).sum();
    assert_eq!(applied, 1, "one did it, and the others waited");
    for server in servers {
        assert!(server.stop().0.success());
    }
}

#[tokio::test]
async fn s7_a_server_and_a_worker_do_not_begin_without_the_key_that_sealed_what_is_there() {
    let app = TestApp::new().await;
    add_hook(&app.url(), "zapier", CANARY.as_bytes());
    for verb in [&["serve", "--bind", "127.0.0.1:0"][..], &["worker"]] {
        for key in [None, Some("//////////////////////////////////////////8=")] {
            let mut command = rapport(&app.url(), verb);
            match key {
                None => command.env_remove("RAPPORT_MASTER_KEY"),
                Some(key) => command.env("RAPPORT_MASTER_KEY", key),
            };
            let mut child =
                command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::piped()).spawn().unwrap();
            let until = Instant::now() + Duration::from_secs(30);
            while child.try_wait().unwrap().is_none() {
                if Instant::now() > until {
                    child.kill().unwrap();
                    child.wait().unwrap();
                    panic!("{verb:?} began with the key {key:?}");
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let output = child.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{verb:?}, {key:?}: {said}");
            assert!(said.contains("RAPPORT_MASTER_KEY"), "{verb:?}, {key:?}: {said}");
        }
    }
}
