//! Workers whose clocks are wrong (R-11): an hour ahead, an hour behind, set again and again.  Only the database's clock
//! decides, so that nothing is other than with workers whose clocks are right.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::{Timestamp, ToSpan as _};
use rapport::simulators::apify::{Apify, Options, Pace, TOKEN};
use tokio_postgres::Client;

use crate::support::{
    app::{TestApp, TestDir},
    process::signal,
    server::rapport,
    story,
};

/// What a worker's clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clock {
    Right,
    Ahead,
    Behind,
    /// Set anew many times a second, to and fro.
    Stepping,
}

/// The library that tells a program another time.
fn faketime() -> Option<PathBuf> {
    let name = "faketime/libfaketimeMT.so.1";
    let families = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = families.chain(["/usr/lib64".into(), "/usr/local/lib".into()]);
    let found = folders.map(|folder| folder.join(name)).find(|file| file.exists());
    assert!(found.is_some() || cfg!(target_os = "macos"), "./rapport test installs libfaketime");
    found
}

/// Has a program see another time.
fn under(clock: Clock, command: &mut Command, library: &Path, file: &Path) {
    if clock == Clock::Right {
        return;
    }
    // Whoever sets a clock does not move the one that only runs.
    command.env("LD_PRELOAD", library).env("FAKETIME_DONT_FAKE_MONOTONIC", "1").env("FAKETIME_NO_CACHE", "1");
    match clock {
        Clock::Right => {}
        Clock::Ahead => drop(command.env("FAKETIME", "+3600")),
        Clock::Behind => drop(command.env("FAKETIME", "-3600")),
        Clock::Stepping => drop(command.env("FAKETIME_TIMESTAMP_FILE", file)),
    }
}

async fn number(owner: &Client, sql: &str) -> i64 {
    owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
}

async fn until(owner: &Client, sql: &str, wanted: i64) {
    let end = Instant::now() + Duration::from_mins(1);
    loop {
        let found = number(owner, sql).await;
        if found == wanted {
            return;
        }
        assert!(Instant::now() < end, "{sql}: {found} instead of {wanted}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A database with Apify, and everything that a clock could spoil.
struct Stage {
    app: TestApp,
    owner: Client,
    apify: Apify,
    files: TestDir,
    library: PathBuf,
}

/// Checks that need a call each.
const CHECKS: i64 = 16;
/// Scrapes that take longer than a lease.
const SCRAPES: i64 = 3;
/// Jobs that are due in a moment.
const SOON: i64 = 5;

impl Stage {
    async fn open(name: &str, library: PathBuf) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let apify =
            Apify::start(Options { pace: Pace::Millis(7_000), reactions: (3, 5), ..Options::default() }).unwrap();
        let stage = Self { app, owner, apify, files: TestDir::new(name), library };
        stage.say(&["connection", "add", "--name", "Apify", "--apify-token", "-"], TOKEN);
        // They end in half an hour: by a clock that is an hour ahead they have ended.
        stage.say(&["connection", "add", "--name", "Me", "--cookies", "-"], &jar());
        for number in 0..SCRAPES {
            let post = 7_345_012_345_678_901_248 + number * 4_194_304;
            let post = format!("https://www.linkedin.com/feed/update/urn:li:activity:{post}/");
            stage.say(&["scrape", "post", &post, "--campaign", "Spring"], "");
        }
        stage
            .owner
            .batch_execute(&format!(
                "create table public.wrong (what text);
                 create function public.watch() returns trigger language plpgsql as $$
                 begin
                   if new.state = 'running' and old.state <> 'running' and old.run_at > clock_timestamp() then
                     insert into public.wrong values ('begun before its time');
                   elsif new.state in ('pending', 'dead') and old.state = 'running' and new.error like 'The worker that ran it%' then
                     insert into public.wrong values ('taken from a worker that lives');
                   end if;
                   return new;
                 end $$;
                 create trigger watch after update on public.scraping_jobs for each row execute function public.watch();
                 grant insert on public.wrong to rapport_app;
                 delete from api_calls;
                 delete from rate_limits;
                 insert into rate_limits (tenant_id, connection_id, endpoint, emission_interval, burst)
                 select tenant_id, id, 'users', '200 milliseconds', 2 from linkedin_connections where name = 'Apify';
                 delete from scraping_jobs where kind = 'validation';
                 update linkedin_connections set validate_after = null;
                 insert into scraping_jobs (kind, connection_id, run_at)
                 select 'validation', c.id, t.run_at
                 from linkedin_connections c
                 join (select 'Apify' as name, now() as run_at from generate_series(1, {CHECKS})
                       union all select 'Me', now()
                       union all select 'Me', now() + interval '3 seconds' from generate_series(1, {SOON})
                       union all select 'Me', now() + interval '30 minutes') t on t.name = c.name;
                 insert into scraping_jobs (kind, state, connection_id, run_at)
                 select 'validation', 'parked', id, now() + interval '30 minutes' from linkedin_connections where name = 'Me';
                 with t as (insert into tenants (slug, name) values ('other', 'Other') returning id)
                 insert into scraping_jobs (tenant_id, kind, input)
                 select t.id, j.kind, j.input from t, (select kind, input from scraping_jobs where kind = 'reactions' limit 1) j"
            ))
            .await
            .unwrap();
        stage
    }

    fn command(&self, clock: Clock, args: &[&str]) -> Command {
        let mut command = rapport(&self.app.url(), args);
        command.env("RAPPORT_APIFY_URL", self.apify.url());
        under(clock, &mut command, &self.library, &self.files.0.join("clock"));
        command
    }

    fn say(&self, args: &[&str], input: &str) {
        let said = story::give(self.command(Clock::Right, args), input);
        assert_eq!(said.code, 0, "{args:?}: {}{}", said.out, said.err);
    }

    fn worker(&self, clock: Clock) -> Child {
        let mut command = self.command(clock, &["worker", "--lease", "3", "--slots", "4"]);
        command.stdout(Stdio::null()).spawn().unwrap()
    }

    /// Everything that is due, done by workers with these clocks; the calls that were granted.
    async fn work(&self, clocks: [Clock; 4]) -> i64 {
        let mut workers: Vec<Child> = clocks.map(|clock| self.worker(clock)).into();
        let done = "select count(*) from scraping_jobs where state = 'completed'";
        until(&self.owner, done, CHECKS + SCRAPES + SOON + 1).await;
        until(&self.owner, "select count(*) from scraping_jobs j join tenants t on t.id = j.tenant_id and t.slug = 'other' where j.state = 'pending' and j.attempts = 1 and j.run_at > now()", 1).await;
        for worker in &mut workers {
            signal("TERM", worker.id());
            assert!(worker.wait().unwrap().success(), "{clocks:?}");
        }
        number(&self.owner, "select count(*) from api_calls where endpoint = 'users' and status = 200").await
    }

    /// What must be, whatever the workers' clocks show.
    async fn assert_right(&self) {
        let wrong = "select coalesce(string_agg(what, ', '), '') from wrong";
        let wrong: String = self.owner.query_one(wrong, &[]).await.unwrap().get(0);
        assert_eq!(wrong, "");
        let again = "select count(*) from scraping_jobs where state = 'completed' and attempts <> 1";
        assert_eq!(number(&self.owner, again).await, 0, "each was begun once");
        let later = "select count(*) from scraping_jobs where attempts = 0 and run_at > now() + interval '20 minutes' and state in ('pending', 'parked')";
        assert_eq!(number(&self.owner, later).await, 2, "what is due in half an hour waits");
        assert_eq!(self.apify.runs().len(), usize::try_from(SCRAPES).unwrap());
        let statuses = "select string_agg(name || ' ' || status, ', ' order by name) from linkedin_connections";
        let statuses: String = self.owner.query_one(statuses, &[]).await.unwrap().get(0);
        assert_eq!(statuses, "Apify valid, Me expiring", "half an hour is not over");
        for seconds in [0.2, 0.5, 1.0, 2.0] {
            #[expect(clippy::cast_possible_truncation, reason = "a handful")]
            let allowed = 2 + (seconds / 0.2_f64).ceil() as i64;
            let most: i64 = self
                .owner
                .query_one(
                    "select max(n) from (select count(*) over (order by called_at range between current row and make_interval(secs => $1) following) as n from api_calls where endpoint = 'users') w",
                    &[&seconds],
                )
                .await
                .unwrap()
                .get(0);
            assert!(most <= allowed, "{most} calls in {seconds} s, where {allowed} are allowed");
        }
        let latency = "select count(*) from api_calls where latency_ms not between 0 and 60000";
        assert_eq!(number(&self.owner, latency).await, 0, "no call took an hour");
    }
}

/// Cookies that end in half an hour.
fn jar() -> String {
    let end = Timestamp::now().checked_add(30.minutes()).unwrap().as_second();
    format!(
        r#"[{{"name": "li_at", "value": "AQEDAinventedinventedinvented0123456789", "domain": ".linkedin.com", "path": "/", "secure": true, "httpOnly": true, "expirationDate": {end}}},
            {{"name": "JSESSIONID", "value": "\"ajax:0123456789\"", "domain": ".www.linkedin.com", "path": "/", "secure": true, "expirationDate": {end}}}]"#
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r11_workers_whose_clocks_are_wrong_do_what_others_do() {
    let Some(library) = faketime() else {
        eprintln!("skipped: this platform lets nobody give a program another clock");
        return;
    };
    let right = Stage::open("right", library.clone()).await;
    let granted = right.work([Clock::Right; 4]).await;
    right.assert_right().await;
    assert_eq!(granted, CHECKS);
    drop(right);

    let wrong = Stage::open("wrong", library).await;
    // The clocks are wrong indeed: who looks at one of them takes the cookies for old.
    let again = ["connection", "edit", "Me", "--cookies", "-"];
    let refused = story::give(wrong.command(Clock::Ahead, &again), &jar());
    assert_eq!(refused.code, 1, "{}{}", refused.out, refused.err);
    let file = wrong.files.0.join("clock");
    std::fs::write(&file, "+0").unwrap();
    let ended = Arc::new(AtomicBool::new(false));
    let steps = {
        let (file, ended) = (file.clone(), Arc::clone(&ended));
        std::thread::spawn(move || {
            for step in ["+3600", "-3600", "+86400", "+0", "-60"].iter().cycle() {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                // In one piece, since it is read at every look at the clock.
                let next = file.with_extension("next");
                std::fs::write(&next, step).unwrap();
                std::fs::rename(&next, &file).unwrap();
                std::thread::sleep(Duration::from_millis(70));
            }
        })
    };
    let skewed = wrong.work([Clock::Ahead, Clock::Behind, Clock::Stepping, Clock::Right]).await;
    ended.store(true, Ordering::Relaxed);
    steps.join().unwrap();
    wrong.assert_right().await;
    assert_eq!(skewed, granted, "as many calls as without");
}
