//! Random transactions over several connections at once: what the concurrency tests share.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rapport::db::TenantId;
use tokio::sync::RwLock;
use tokio_postgres::Client;

use super::app::TestApp;

pub fn setting(name: &str) -> Option<u64> {
    #[expect(clippy::disallowed_methods, reason = "a setting of the tests is none of the program's")]
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} must be a whole number, not {value:?}")))
}

/// The seed of a test: `RAPPORT_MIX_SEED`, or another one in every run.
pub fn seed() -> u64 {
    setting("RAPPORT_MIX_SEED").unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        u64::from(now.subsec_nanos()) ^ now.as_secs()
    })
}

/// How long a mix runs: `RAPPORT_MIX_SECONDS`, or what suits a quick run.
pub fn seconds(quick: u64) -> Duration {
    Duration::from_secs(setting("RAPPORT_MIX_SECONDS").unwrap_or(quick))
}

/// Random numbers that a seed decides (splitmix64).
pub struct Rng(u64);

impl Rng {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, but not including, `end`.
    pub const fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From `first` to `last`.
    pub fn int(&mut self, first: i32, last: i32) -> i32 {
        first + i32::try_from(self.below(u64::try_from(last - first + 1).unwrap())).unwrap()
    }

    pub const fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()]
    }

    /// One of these, each as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, from: &[(T, u64)]) -> T {
        let mut at = self.below(from.iter().map(|(_, weight)| weight).sum());
        for (what, weight) in from {
            if at < *weight {
                return *what;
            }
            at -= weight;
        }
        unreachable!("the weights add up")
    }
}

/// How often what happened.
#[derive(Default)]
pub struct Tally(Mutex<BTreeMap<String, u64>>);

impl Tally {
    pub fn count(&self, what: &str) {
        self.add(what, 1);
    }

    pub fn add(&self, what: &str, n: u64) {
        *self.0.lock().unwrap().entry(what.to_owned()).or_default() += n;
    }

    pub fn of(&self, what: &str) -> u64 {
        self.0.lock().unwrap().get(what).copied().unwrap_or_default()
    }

    /// One of these, each about as often as its weight says; now and then the one that has happened least, so that chance
    /// leaves none out.
    pub fn choose(&self, rng: &mut Rng, operations: &[(&'static str, u64)]) -> &'static str {
        if rng.percent(90) {
            return rng.weighted(operations);
        }
        let all = operations.iter().map(|(what, _)| *what);
        all.min_by_key(|what| self.of(what)).unwrap()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = self.0.lock().unwrap();
        let words: Vec<String> = tally.iter().map(|(what, n)| format!("{what} {n}")).collect();
        write!(f, "{}", words.join(", "))
    }
}

/// What all connections of a mix share.
pub struct Stage {
    pub app: TestApp,
    pub seed: u64,
    pub tally: Tally,
    /// Held shared during each transaction; who holds it alone finds nobody at work.
    pub at_work: RwLock<()>,
    stopped: AtomicBool,
    found: Mutex<Option<String>>,
    failed: Mutex<Option<String>>,
}

impl Stage {
    pub fn new(app: TestApp, seed: u64) -> Self {
        let stage = Self {
            app,
            seed,
            tally: Tally::default(),
            at_work: RwLock::new(()),
            stopped: AtomicBool::new(false),
            found: Mutex::new(None),
            failed: Mutex::new(None),
        };
        eprintln!("RAPPORT_MIX_SEED={seed}");
        stage
    }

    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// What the mix looks for was found: the mix ends.
    pub fn find(&self, what: String) {
        self.found.lock().unwrap().get_or_insert(what);
        self.stop();
    }

    pub fn found(&self) -> Option<String> {
        self.found.lock().unwrap().clone()
    }

    /// Something went wrong that has nothing to do with what the mix looks for: the mix ends.
    pub fn fail(&self, what: String) {
        self.failed.lock().unwrap().get_or_insert(what);
        self.stop();
    }

    /// Fails the test with what was found or went wrong.
    pub fn assert_sound(&self) {
        let (seed, tally) = (self.seed, &self.tally);
        if let Some(what) = self.failed.lock().unwrap().as_ref() {
            panic!("{what}\nRAPPORT_MIX_SEED={seed}: {tally}");
        }
        if let Some(what) = self.found() {
            panic!("{what}\nRAPPORT_MIX_SEED={seed}: {tally}");
        }
    }

    /// The deadlocks that the server counted, once every connection but this one is closed.
    pub async fn deadlocks(&self) -> i64 {
        let client = self.app.owner().await;
        loop {
            // A connection's last numbers are there when it is gone.
            let row = client
                .query_one(
                    "select (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() \
                       and backend_type = 'client backend'), deadlocks from pg_stat_database where datname = current_database()",
                    &[],
                )
                .await
                .unwrap();
            if row.get::<_, i64>(0) == 0 {
                return row.get(1);
            }
            tokio::task::yield_now().await;
        }
    }
}

/// A connection of a mix, as the owner or as the service's role.
pub struct Worker {
    pub client: Client,
    as_service: bool,
}

impl Worker {
    pub async fn new(app: &TestApp, as_service: bool) -> Self {
        let client = app.owner().await;
        if as_service {
            client.batch_execute("set role rapport_app").await.unwrap();
        }
        Self { client, as_service }
    }

    /// Begins a transaction that acts for one tenant, as [`rapport::db::TenantTx`] does.
    pub async fn begin(&self, tenant: TenantId) -> Result<(), tokio_postgres::Error> {
        self.client.batch_execute(&format!("begin; set local app.tenant_id = '{tenant}'")).await
    }

    /// Begins a transaction that acts for no tenant in particular, as psql does, where the connection is the owner's.
    pub async fn begin_as_psql(&self, tenant: TenantId) -> Result<(), tokio_postgres::Error> {
        if self.as_service { self.begin(tenant).await } else { self.client.batch_execute("begin").await }
    }
}

/// An error in full, with where it happened.
pub fn words(error: &tokio_postgres::Error) -> String {
    error.as_db_error().map_or_else(
        || error.to_string(),
        |db| {
            let detail = |text: Option<&str>| text.map(|text| format!("\n  {text}")).unwrap_or_default();
            format!("{} {}{}{}", db.code().code(), db.message(), detail(db.detail()), detail(db.where_()))
        },
    )
}
