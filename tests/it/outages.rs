//! The database is away for a while: nobody's delivery and no job is lost, the server says that it is not ready and
//! that it is again, and nothing has to be started anew.  Once it is away with a farewell, once it is silent, once it breaks
//! off in the middle.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use rapport::error::Error;
use tokio_postgres::Client;

use crate::{
    support::{
        app::{DEFAULT, TestApp},
        mix::{self, Rng},
        proxy::{Mode, Proxy},
        server::{Server, add_hook},
    },
    webhooks::stand::{self, CANARY, Signed, created, reaction},
};

/// How long the database is away; `RAPPORT_OUTAGE=30` for as long as a server takes to start anew.
fn outage() -> Duration {
    Duration::from_secs(mix::setting("RAPPORT_OUTAGE").unwrap_or(3))
}

/// A sender as they are: comes again until it is told that its delivery is stored.  How often it was sent away.
async fn deliver(address: SocketAddr, number: usize) -> usize {
    let member = format!("member-{number}");
    let event = created(&reaction(&member, "like", None));
    let end = Instant::now() + outage() + Duration::from_mins(1);
    let mut refusals = 0;
    loop {
        let sent = Instant::now();
        let reply = stand::send(address, &Signed::now(&format!("msg_{number}"), &event).request()).await.unwrap();
        assert!(sent.elapsed() < Duration::from_secs(14), "a sender was kept for {:?}", sent.elapsed());
        match reply.status {
            200 => return refusals,
            503 => assert!(reply.header("retry-after").is_some(), "{}", reply.whole),
            other => panic!("{other}: {}", reply.whole),
        }
        refusals += 1;
        assert!(Instant::now() < end, "msg_{number} was never taken");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn enqueue(owner: &Client, jobs: i32) {
    owner
        .batch_execute(&format!(
            "insert into linkedin_connections (name, type) select 'c' || n, 'personal' from generate_series(1, 20) n on conflict do nothing;
             insert into scraping_jobs (kind, connection_id, max_attempts)
             select 'validation', (select id from linkedin_connections where name = 'c' || (1 + n % 20)), 50 from generate_series(1, {jobs}) n"
        ))
        .await
        .unwrap();
}

async fn number(owner: &Client, sql: &str) -> i64 {
    owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
}

/// Waits for the server to say so of itself; how long it took.
async fn readiness(server: &Server, wanted: u16) -> Duration {
    let begun = Instant::now();
    while server.readiness().await.0 != wanted {
        assert!(begun.elapsed() < Duration::from_secs(20), "{wanted} took too long");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    begun.elapsed()
}

/// Waits until everything has come to its end.
async fn all_done(owner: &Client, deliveries: i64, jobs: i64) {
    let end = Instant::now() + Duration::from_mins(2);
    let done =
        "select (select count(*) from engagements) + (select count(*) from scraping_jobs where state = 'completed')";
    while number(owner, done).await != deliveries + jobs {
        assert!(
            Instant::now() < end,
            "{} engagements of {deliveries}, {} jobs of {jobs}",
            number(owner, "select count(*) from engagements").await,
            number(owner, "select count(*) from scraping_jobs where state = 'completed'").await,
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(number(owner, "select count(*) from scraping_jobs").await, jobs);
    assert_eq!(number(owner, "select count(*) from webhook_inbox where state <> 'delivered'").await, 0);
}

struct Stage {
    app: TestApp,
    owner: Client,
    proxy: Proxy,
    server: Server,
}

impl Stage {
    async fn open(more: &[&str]) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        add_hook(&app.url(), "zapier", CANARY.as_bytes());
        let (proxy, url) = app.proxied().await;
        let server = Server::start(&url, more);
        Self { app, owner, proxy, server }
    }
}

/// The database is away in this way for a while, with deliveries and jobs before, meanwhile and after.
async fn away(mode: Mode) {
    let mut stage = Stage::open(&["--lease", "2"]).await;
    let Stage { owner, proxy, server, .. } = &mut stage;
    readiness(server, 200).await;
    enqueue(owner, 400).await;
    let mut senders: Vec<_> = (0..20).map(|number| tokio::spawn(deliver(server.address, number))).collect();
    // In the middle of it.
    while number(owner, "select count(*) from scraping_jobs where state = 'completed'").await < 20 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    proxy.set(mode);
    let gone = readiness(server, 503).await;
    assert!(gone <= Duration::from_secs(5), "it took {gone:?} to say that the database is away");
    enqueue(owner, 50).await;
    senders.extend((20..30).map(|number| tokio::spawn(deliver(server.address, number))));
    let until = Instant::now() + outage();
    while Instant::now() < until {
        assert_eq!(server.readiness().await, (503, "database".to_owned()));
        assert_eq!(server.get("/livez").await.unwrap().status, 200);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    proxy.set(Mode::Open);
    let back = readiness(server, 200).await;
    assert!(back <= Duration::from_secs(5), "it took {back:?} to be ready again");
    let mut refusals = 0;
    for sender in senders {
        refusals += sender.await.unwrap();
    }
    assert!(refusals > 0, "nobody was sent away: the outage was none");
    all_done(owner, 30, 450).await;
    eprintln!("not ready after {gone:?}, ready again after {back:?}, {refusals} deliveries were asked to come again");
    assert!(stage.server.runs(), "{}", stage.server.said());
    let (status, said) = stage.server.stop();
    assert!(status.success(), "{status}: {said}");
    assert!(!said.contains(CANARY));
    drop(stage.app);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r13_a_database_that_goes_away_and_comes_back_costs_no_job_and_no_delivery() {
    away(Mode::Reset).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r13_a_database_that_is_silent_is_noticed_and_nothing_waits_for_it_for_ever() {
    away(Mode::Silent).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r13_connections_that_break_off_at_any_byte_lose_and_double_nothing() {
    const ROUNDS: usize = 6;
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let mut rng = Rng::new(seed);
    let mut stage = Stage::open(&["--lease", "2"]).await;
    let Stage { owner, proxy, server, .. } = &mut stage;
    let mut refusals = 0;
    for round in 0..ROUNDS {
        proxy.set(Mode::CutAfter(1 + usize::try_from(rng.below(4_000)).unwrap()));
        enqueue(owner, 10).await;
        let sender = tokio::spawn(deliver(server.address, round));
        tokio::time::sleep(Duration::from_millis(rng.below(400))).await;
        proxy.set(Mode::Delay(Duration::from_millis(rng.below(20))));
        refusals += sender.await.unwrap();
    }
    proxy.set(Mode::Open);
    readiness(server, 200).await;
    all_done(owner, i64::try_from(ROUNDS).unwrap(), 10 * i64::try_from(ROUNDS).unwrap()).await;
    assert_eq!(number(owner, "select sum(missing + wrong)::bigint from app.differences()").await, 0);
    assert_eq!(number(owner, "select count(*) from webhook_inbox").await, i64::try_from(ROUNDS).unwrap());
    eprintln!("{refusals} deliveries were asked to come again; RAPPORT_MIX_SEED={seed}");
    assert!(stage.server.runs(), "{}", stage.server.said());
    assert!(stage.server.stop().0.success());
    drop(stage.app);
}

#[tokio::test]
async fn a_connection_that_ends_in_the_middle_is_a_database_that_is_away_and_none_of_our_mistakes() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let tx = app.database.tenant(DEFAULT).await.unwrap();
    let backend: i32 = tx.query_one("select pg_backend_pid()", &[]).await.unwrap().get(0);
    owner.execute("select pg_terminate_backend($1, 10000)", &[&backend]).await.unwrap();
    // The first is told of the farewell, or finds the line dead already; the second does in any case.
    for _ in 0..2 {
        let error = Error::from(tx.batch_execute("select 1").await.unwrap_err());
        assert!(matches!(error, Error::Away { .. }), "{error:?}");
        assert_eq!((error.status().as_u16(), error.exit_code()), (503, 2));
    }
}
