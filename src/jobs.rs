//! Jobs: work that waits in the database until a worker takes it, and that nobody loses when the worker dies.
//!
//! A worker asks for jobs every second, and is woken when one is enqueued; whatever it does not hear of it finds by asking.  It
//! claims a job under an attempt's id, with a lease that it extends while it works.  Whoever works on when the lease has run out
//! and another attempt has begun is told so by the database, which takes nothing from him.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use queries::queries::{
    endpoints as endpoints_sql, jobs as sql, pages as pages_sql, tenants as tenants_sql, uploads as uploads_sql,
    users as users_sql, webhooks as webhooks_sql,
};
use serde_json::{Value, json};
use tokio::{
    sync::{Notify, Semaphore, watch},
    task::{JoinHandle, JoinSet},
    time::{Instant, MissedTickBehavior, interval},
};
use tokio_postgres::Client;
use uuid::Uuid;

use crate::{
    calls::Failure,
    db::{Database, TenantId, within},
    error::Error,
    hooks::process,
    model::{keys::Keyring, uploads},
    services::Services,
};

mod endpoints;
mod enrichment;
mod import;
mod lease;
mod mail;
mod scrape;
mod sync;
mod validation;

use endpoints::Sending;
pub use enrichment::USUAL as USUAL_ENRICHMENT;
pub(crate) use import::CALLED;
pub use sync::USUAL_DAYS as USUAL_SYNC_DAYS;

/// How often work is asked for.
const POLL: Duration = Duration::from_secs(1);
/// How often schedules and checks are looked at.
const UPKEEP: Duration = Duration::from_secs(10);
/// How often the logs are added to the rollups, and windows of days are moved where a day has begun.
const KEEP_UP: Duration = Duration::from_secs(2);
/// Deliveries of a tenant that are worked through before others have their turn.
const DELIVERIES: usize = 200;
/// How long a worker takes to hand back what it has not ended.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How often old rows are purged.
const PURGE: Duration = Duration::from_hours(1);
/// How long the database may take to say what is due, or to note an end down.  One that is silent for longer is away, as far as
/// anybody can know, and is asked again on another connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long it may take to purge.
const PURGING: Duration = Duration::from_mins(10);

/// How a worker works.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Jobs at a time.
    pub slots: usize,
    /// After how long without a sign of life a job is somebody else's.
    pub lease: Duration,
    /// How long jobs may go on after the worker is told to stop.
    pub grace: Duration,
    /// How long a job stays with what goes on elsewhere before it lets others have its place.
    pub stay: Duration,
    /// Ends when there is nothing to do, instead of waiting.
    pub until_idle: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            slots: 4,
            lease: Duration::from_secs(30),
            grace: Duration::from_secs(20),
            stay: Duration::from_secs(20),
            until_idle: false,
        }
    }
}

/// What runs jobs.
pub struct Worker {
    /// The database.
    pub database: Arc<Database>,
    /// The keys.
    pub keyring: Arc<Keyring>,
    /// The services.
    pub services: Services,
    /// How it works.
    pub options: Options,
}

/// What a worker did.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Attempts by how they ended: completed, pending (to be tried again), parked, failed, dead, cancelled, lost, `handed_back`.
    #[serde(flatten)]
    pub attempts: BTreeMap<String, u64>,
}

/// One attempt at a job.
pub struct Attempt {
    /// Its tenant, under which alone it runs.
    pub tenant: TenantId,
    /// The tenant's slug.
    pub slug: String,
    /// The job.
    pub id: Uuid,
    /// The attempt, by which the job is held.
    pub attempt: Uuid,
    /// What to do.
    pub kind: String,
    /// To what.
    pub input: Value,
    /// With which connection.
    pub connection: Option<Uuid>,
    /// The run at Apify that an earlier attempt began.
    pub apify_run_id: Option<String>,
    /// When an earlier attempt asked Apify for a run.
    pub start_asked_at: Option<jiff::Timestamp>,
    /// How long ago that was, by the database's clock, when this attempt began.
    pub since_start: Duration,
    /// Whether there is no other attempt after this one.
    pub is_last: bool,
    /// US dollars that it may cost.
    pub cost_limit: Option<f64>,
    /// How long it stays with what goes on elsewhere; none: to the end.
    pub stay: Option<Duration>,
    progress: watch::Sender<Option<f32>>,
    stopping: watch::Receiver<bool>,
    cancelled: watch::Sender<bool>,
}

/// What waits for a worker.
#[derive(Default)]
struct Due {
    jobs: Vec<sql::ClaimJobs>,
    deliveries: Vec<TenantId>,
    endpoints: Vec<endpoints_sql::ClaimEndpoints>,
    /// Whether a log has something that no rollup has, or a day has begun.
    is_behind: bool,
}

/// Works deliveries of webhooks through; what fails is due again later.
async fn deliver(database: Arc<Database>, tenants: Vec<TenantId>, wake: Arc<Notify>) {
    for tenant in tenants {
        if let Err(error) = process::process_pending(&database, tenant, DELIVERIES).await {
            tracing::warn!("deliveries of webhooks wait: {error}");
        }
    }
    wake.notify_one();
}

/// What a worker is told from outside.
#[derive(Clone)]
struct Signs {
    /// Begin nothing long.
    stopping: watch::Receiver<bool>,
    /// End at once.
    quitting: watch::Receiver<bool>,
}

/// How an attempt ended.
#[derive(Debug)]
pub enum Ending {
    /// Well.
    Done {
        /// Items that were fetched.
        found: i32,
        /// Rows that they made.
        created: i32,
        /// Rows that they changed.
        updated: i32,
        /// What else is to be kept.
        details: Value,
    },
    /// It has to wait, which is no attempt; none: until a human decides.
    Later {
        /// For how long.
        rest: Option<Duration>,
        /// Why.
        why: String,
        /// Whether somebody has to do something about it, and is to be told.
        needs_help: bool,
    },
    /// Badly.
    Failed {
        /// Why.
        why: String,
        /// Whether trying again would not help.
        is_final: bool,
    },
    /// The worker stops, and somebody else goes on.
    HandedBack,
}

impl Ending {
    fn cancelled() -> Self {
        Self::Failed { why: "Somebody cancelled it.".to_owned(), is_final: false }
    }
}

impl From<Error> for Ending {
    fn from(error: Error) -> Self {
        // What the input is wrong with stays wrong; what was in the way may be gone.
        let is_final =
            matches!(error, Error::Invalid(_) | Error::NotFound(_) | Error::Forbidden(_) | Error::Unauthorized(_));
        Self::Failed { why: error.to_string(), is_final }
    }
}

impl From<Failure> for Ending {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Later { wait, reason } => Self::Later { rest: wait, why: reason, needs_help: false },
            Failure::Refused { words, .. } => Self::Failed { why: words, is_final: true },
            Failure::Unknown(why) | Failure::Failed(why) => Self::Failed { why, is_final: false },
            Failure::Database(error) => error.into(),
        }
    }
}

impl Attempt {
    /// Says how far it is, from 0 to 1.
    pub fn progress(&self, share: f32) {
        self.progress.send_replace(Some(share.clamp(0.0, 1.0)));
    }

    /// Whether somebody asked for the end of the job: it should end what goes on elsewhere, and itself.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        *self.cancelled.borrow()
    }

    /// Waits until the job should look up: it was cancelled, or the worker stops.
    pub async fn interrupted(&self) {
        let (mut stopping, mut cancelled) = (self.stopping.clone(), self.cancelled.subscribe());
        tokio::select! {
            () = told_to(&mut stopping) => {}
            () = told_to(&mut cancelled) => {}
        }
    }

    /// Waits until the job was cancelled and has not ended for so long: it ends what it has begun elsewhere, and itself; if it
    /// does not, it is ended.
    async fn overdue(&self, grace: Duration) {
        told_to(&mut self.cancelled.subscribe()).await;
        tokio::time::sleep(grace).await;
    }

    /// The tenant that the input names, where it is another than the job's own.  Nothing reads it there, so whoever wrote it
    /// wants something that will not happen.
    fn foreign_tenant(&self) -> Option<&Value> {
        ["tenant", "tenant_id", "tenant_slug"].iter().filter_map(|name| self.input.get(name)).find(|named| {
            named.as_str().is_none_or(|named| named != self.slug && Uuid::parse_str(named).ok() != Some(self.tenant.0))
        })
    }

    /// Whether the worker stops, so that nothing long should be begun.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}

impl Worker {
    /// Works until `stop` turns true, or, if so asked, until there is nothing to do.
    ///
    /// # Errors
    /// None while it goes on: a database that is away is waited for.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) -> Result<Summary, Error> {
        let slots = Arc::new(Semaphore::new(self.options.slots));
        let wake = Arc::new(Notify::new());
        let listener = tokio::spawn(Self::listen(Arc::clone(&self.database), Arc::clone(&wake)));
        let (quit, quitting) = watch::channel(false);
        let mut running = JoinSet::new();
        let mut summary = Summary::default();
        let mut sending = Sending::new(&wake, &stop);
        let mut owner: Option<Client> = None;
        let [mut delivering, mut purging, mut folding] = [const { None::<JoinHandle<()>> }; 3];
        let (mut upkeep, mut purge, mut keep_up) = (Instant::now(), Instant::now(), Instant::now());
        let mut poll = interval(POLL);
        poll.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while !*stop.borrow() {
            let mut is_idle = false;
            match within(PATIENCE, self.claim(&mut owner, &slots, &sending, &mut upkeep)).await {
                Ok(due) => {
                    is_idle = due.jobs.is_empty() && due.deliveries.is_empty() && due.endpoints.is_empty();
                    sending.begin(&self, due.endpoints);
                    if purge <= Instant::now() {
                        purging = Some(tokio::spawn(Self::purge(Arc::clone(&self.database), Arc::clone(&wake))));
                        purge = Instant::now() + PURGE;
                    }
                    if due.is_behind
                        && keep_up <= Instant::now()
                        && folding.as_ref().is_none_or(JoinHandle::is_finished)
                    {
                        folding = Some(tokio::spawn(Self::keep_up(Arc::clone(&self.database), Arc::clone(&wake))));
                        keep_up = Instant::now() + KEEP_UP;
                    }
                    if !due.deliveries.is_empty() && delivering.as_ref().is_none_or(JoinHandle::is_finished) {
                        delivering =
                            Some(tokio::spawn(deliver(Arc::clone(&self.database), due.deliveries, Arc::clone(&wake))));
                    }
                    for job in due.jobs {
                        let (worker, slots) = (Arc::clone(&self), Arc::clone(&slots));
                        let signs = Signs { stopping: stop.clone(), quitting: quitting.clone() };
                        running.spawn(async move {
                            // One was free when the job was claimed, and nobody else takes them.
                            let _slot = slots.acquire_owned().await;
                            worker.attempt(job, signs).await
                        });
                    }
                }
                Err(error) => {
                    owner = None;
                    if self.options.until_idle {
                        listener.abort();
                        return Err(error);
                    }
                    tracing::warn!("the worker waits for the database: {error}");
                }
            }
            let are_busy = [&delivering, &purging, &folding].into_iter().flatten().any(|task| !task.is_finished());
            if self.options.until_idle && is_idle && running.is_empty() && sending.is_idle() && !are_busy {
                break;
            }
            tokio::select! {
                _ = poll.tick() => {}
                () = wake.notified() => {}
                Some(ended) = running.join_next() => summary.count(ended),
                () = told_to(&mut stop) => {}
            }
        }
        listener.abort();
        let until = Instant::now() + self.options.grace;
        while let Ok(Some(ended)) = tokio::time::timeout_at(until, running.join_next()).await {
            summary.count(ended);
        }
        sending.end(until).await;
        // What a delivery has begun is taken back, and begun again by somebody else; what is old can wait.
        for task in [delivering, purging, folding].into_iter().flatten() {
            task.abort();
        }
        // What has not ended by then is handed back; where even that fails, the end of its lease does it.
        quit.send_replace(true);
        let until = Instant::now() + LAST_WORDS;
        while let Ok(Some(ended)) = tokio::time::timeout_at(until, running.join_next()).await {
            summary.count(ended);
        }
        Ok(summary)
    }

    async fn claim(
        &self,
        owner: &mut Option<Client>,
        slots: &Semaphore,
        sending: &Sending,
        upkeep: &mut Instant,
    ) -> Result<Due, Error> {
        if owner.as_ref().is_none_or(Client::is_closed) {
            *owner = Some(self.database.owner().await?);
        }
        let Some(owner) = owner else { return Ok(Due::default()) };
        if *upkeep <= Instant::now() {
            sql::enqueue_scheduled_jobs().bind(owner).one().await?;
            sql::enqueue_due_validations().bind(owner).await?;
            *upkeep = Instant::now() + UPKEEP;
        }
        let deliveries = webhooks_sql::tenants_with_deliveries().bind(owner).all().await?;
        let deliveries = deliveries.into_iter().map(TenantId).collect();
        let free = i32::try_from(slots.available_permits()).unwrap_or(1);
        let jobs = match free {
            0 => Vec::new(),
            _ => sql::claim_jobs().bind(owner, &free, &self.options.lease.as_secs_f64()).all().await?,
        };
        let is_behind = tenants_sql::is_behind().bind(owner).one().await?;
        Ok(Due { jobs, deliveries, endpoints: sending.claim(owner).await?, is_behind })
    }

    /// Adds what was logged to the rollups, whoever wrote it; no figure waits for that, but each is read faster.
    async fn keep_up(database: Arc<Database>, wake: Arc<Notify>) {
        let kept = within(PURGING, async {
            let owner = database.owner().await?;
            tenants_sql::keep_up().bind(&owner).one().await?;
            Ok(())
        });
        if let Err(error) = kept.await {
            tracing::warn!("the logs are added to the rollups at the next time: {error}");
        }
        wake.notify_one();
    }

    /// Deletes what is old; what was not deleted is the next time.
    async fn purge(database: Arc<Database>, wake: Arc<Notify>) {
        // What must go comes first, and no failure of one keeps the others.
        for what in ["restricted", "people", "deliveries", "sendings", "calls", "uploads", "accounts"] {
            let purged = within(PURGING, async {
                let owner = database.owner().await?;
                match what {
                    "restricted" => pages_sql::purge_restricted().bind(&owner).one().await?,
                    "people" => {
                        // Each a transaction of its own.
                        while tenants_sql::forget_people().bind(&owner).one().await? > 0 {}
                        0
                    }
                    "deliveries" => webhooks_sql::purge_deliveries().bind(&owner).one().await?,
                    "sendings" => endpoints_sql::purge_sendings().bind(&owner).one().await?,
                    "uploads" => uploads_sql::purge_uploads().bind(&owner).one().await?,
                    "accounts" => users_sql::purge_accounts().bind(&owner).one().await?,
                    _ => sql::purge_calls().bind(&owner).one().await?,
                };
                Ok(())
            });
            if let Err(error) = purged.await {
                tracing::warn!("old rows are kept until the next time: {error}");
            }
        }
        wake.notify_one();
    }

    /// Hears of work as it is enqueued.  What it does not hear is found by asking, so nothing depends on it.
    async fn listen(database: Arc<Database>, wake: Arc<Notify>) {
        loop {
            drop(database.listen("rapport_jobs", || wake.notify_one()).await);
            tokio::time::sleep(POLL).await;
        }
    }

    /// One attempt from the claim to its end; how it ended.
    async fn attempt(&self, claimed: sql::ClaimJobs, mut signs: Signs) -> Result<String, Error> {
        let tenant = TenantId(claimed.tenant_id);
        let row = within(self.options.lease, async {
            let tx = self.database.tenant(tenant).await?;
            let row = sql::job().bind(&*tx, &claimed.id, &claimed.attempt_id).opt().await?;
            tx.commit().await?;
            Ok(row)
        });
        let Some(row) = row.await? else { return Ok("lost".to_owned()) };
        let (progress, told) = watch::channel(None);
        let attempt = Attempt {
            tenant,
            slug: row.slug,
            id: row.id,
            attempt: claimed.attempt_id,
            kind: row.kind,
            input: row.input,
            connection: row.connection_id,
            apify_run_id: row.apify_run_id,
            start_asked_at: row.start_asked_at,
            since_start: Duration::from_secs_f64(row.since_start_s.max(0.0)),
            is_last: row.attempts >= row.max_attempts,
            cost_limit: row.cost_limit,
            cancelled: watch::channel(row.is_cancelled).0,
            // A worker that ends when nothing is due would leave it.
            stay: (!self.options.until_idle).then_some(self.options.stay),
            progress,
            stopping: signs.stopping,
        };
        // All of them go on at the same time, also while one waits for the database: a sign of life may stand in line behind a
        // transaction of the work.  And the work is gone, with what it had open, before its end is noted down.
        let ending = tokio::select! {
            ending = Box::pin(self.work(&attempt)) => ending,
            () = self.live(&attempt, told) => return Ok("lost".to_owned()),
            () = told_to(&mut signs.quitting) => Ending::HandedBack,
            () = attempt.overdue(self.options.grace) => Ending::cancelled(),
        };
        within(self.options.lease.max(PATIENCE), self.end(&attempt, ending)).await
    }

    /// Refuses a job that names another tenant, and notes it down for those who look after its own.
    async fn refuse(&self, attempt: &Attempt, other: &Value) -> Result<Ending, Error> {
        let tx = self.database.tenant(attempt.tenant).await?;
        sql::note_refused_job().bind(&*tx, &attempt.id.to_string().as_str(), &json!({ "tenant": other })).await?;
        tx.commit().await?;
        let why = "Its input names another tenant than the one whose job it is.".to_owned();
        Ok(Ending::Failed { why, is_final: true })
    }

    async fn end(&self, attempt: &Attempt, ending: Ending) -> Result<String, Error> {
        let (id, holder) = (&attempt.id, &attempt.attempt);
        let tx = self.database.tenant(attempt.tenant).await?;
        let state = match ending {
            Ending::Done { found, created, updated, details } => {
                let (found, created, updated) = (Some(found), Some(created), Some(updated));
                let is_ours =
                    sql::complete_job().bind(&*tx, id, holder, &found, &created, &updated, &details).one().await?;
                if is_ours { "completed" } else { "lost" }.to_owned()
            }
            Ending::Later { rest, why, needs_help } => {
                let rest = rest.map(|rest| rest.as_secs_f64());
                let is_ours = sql::park_job().bind(&*tx, id, holder, &why.as_str(), &rest, &needs_help).one().await?;
                if is_ours { "parked" } else { "lost" }.to_owned()
            }
            Ending::Failed { why, is_final } => {
                sql::fail_job().bind(&*tx, id, holder, &why.as_str(), &is_final, &None).one().await?
            }
            Ending::HandedBack => {
                let is_ours = sql::hand_back_job().bind(&*tx, id, holder).one().await?;
                if is_ours { "handed_back" } else { "lost" }.to_owned()
            }
        };
        tx.commit().await?;
        if state == "completed" && attempt.kind == "import" {
            // A posts list that was imported while a file was checked left that file alone.
            let tx = self.database.tenant(attempt.tenant).await?;
            uploads::check_what_is_listed(&tx).await?;
            tx.commit().await?;
        }
        Ok(state)
    }

    async fn work(&self, attempt: &Attempt) -> Ending {
        if let Some(other) = attempt.foreign_tenant() {
            return self.refuse(attempt, other).await.unwrap_or_else(Ending::from);
        }
        let done = match attempt.kind.as_str() {
            "validation" => validation::run(self, attempt).await,
            "reactions" | "comments" | "profile" | "company" => scrape::run(self, attempt).await,
            "enrichment" => enrichment::run(self, attempt).await,
            "sync" => sync::run(self, attempt).await,
            "mail" => mail::run(self, attempt).await,
            "import" => import::run(self, attempt).await,
            "apify_run" => scrape::take_in(self, attempt).await,
            other => {
                return Ending::Failed {
                    why: format!("This version of Rapport has no jobs of kind {other}."),
                    is_final: true,
                };
            }
        };
        done.unwrap_or_else(|ending| ending)
    }
}

impl Summary {
    fn count(&mut self, ended: Result<Result<String, Error>, tokio::task::JoinError>) {
        let state = match ended {
            Ok(Ok(state)) => state,
            Ok(Err(error)) => {
                tracing::warn!("an attempt could not be noted down, and is tried again when its lease ends: {error}");
                "lost".to_owned()
            }
            Err(error) => {
                tracing::warn!("an attempt broke, and is tried again when its lease ends: {error}");
                "lost".to_owned()
            }
        };
        *self.attempts.entry(state).or_default() += 1;
    }
}

/// Waits for a sign, or for its giver to be gone.
async fn told_to(sign: &mut watch::Receiver<bool>) {
    drop(sign.wait_for(|given| *given).await);
}

/// An ending that says what a job found and no more.
fn done(found: i32, details: Value) -> Ending {
    Ending::Done { found, created: 0, updated: 0, details }
}

/// A detail of a job, in one word.
fn detail(key: &str, value: &str) -> Value {
    json!({ key: value })
}
