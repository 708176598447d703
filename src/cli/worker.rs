//! `rapport worker`: runs jobs until it is told to stop.

use std::{sync::Arc, time::Duration};

use clap::Args;
use tokio::sync::watch;

use crate::{
    cli::{job, keys, output},
    config::Config,
    db::Database,
    error::Error,
    jobs::{Options, Summary, Worker},
    model::keys::Keyring,
    services::Services,
};

/// How a worker works.
#[derive(Debug, Clone, Copy, Args)]
pub struct WorkerArgs {
    /// Jobs at a time
    #[arg(long, default_value_t = 4, env = "RAPPORT_JOB_SLOTS", value_parser = clap::value_parser!(u16).range(1..=64))]
    slots: u16,
    /// Seconds without a sign of life after which a job is somebody else's
    #[arg(long, default_value_t = 30.0, env = "RAPPORT_JOB_LEASE", hide = true, value_parser = seconds)]
    lease: f64,
    /// Seconds that jobs may go on after the worker is told to stop
    #[arg(long, default_value_t = 20.0, env = "RAPPORT_JOB_GRACE", value_parser = seconds)]
    grace: f64,
    /// Seconds that a job stays with what goes on elsewhere before it lets others have its place
    #[arg(long, default_value_t = 20.0, env = "RAPPORT_JOB_STAY", hide = true, value_parser = seconds)]
    stay: f64,
}

pub(super) fn seconds(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|seconds| (0.1..=3600.0).contains(seconds)).ok_or_else(|| "0.1 to 3600 seconds".to_owned())
}

/// Runs `rapport worker`.
///
/// # Errors
/// As the database and the keys give them at the start; later a database that is away is waited for.
pub async fn run(config: &Config, args: WorkerArgs) -> Result<(), Error> {
    let worker = open(config, args, false).await?;
    tracing::info!("The worker runs jobs of all tenants, {} at a time; Ctrl-C ends it.", args.slots);
    let _watch = worker.database.watch_over();
    let (stop, stopping) = watch::channel(false);
    let running = tokio::spawn(Arc::clone(&worker).run(stopping));
    super::interrupted().await;
    stop.send_replace(true);
    tracing::info!("Stopping: what runs may end within {} s, and is handed back otherwise.", args.grace);
    let summary = running.await.map_err(|error| Error::Internal(error.into()))??;
    tracing::info!("{}", job::in_words(&summary.attempts));
    Ok(())
}

impl WorkerArgs {
    /// The same for a worker.
    pub(super) fn options(self, until_idle: bool) -> Options {
        Options {
            slots: self.slots.into(),
            lease: Duration::from_secs_f64(self.lease),
            grace: self.grace(),
            stay: Duration::from_secs_f64(self.stay),
            until_idle,
        }
    }

    /// How long what runs may go on after somebody asked for the end.
    pub(super) fn grace(self) -> Duration {
        Duration::from_secs_f64(self.grace)
    }
}

impl Default for WorkerArgs {
    fn default() -> Self {
        Self { slots: 4, lease: 30.0, grace: 20.0, stay: 20.0 }
    }
}

/// Runs what is due, and ends when nothing is.
///
/// # Errors
/// As the database and the keys give them.
pub async fn work(config: &Config, args: WorkerArgs) -> Result<Summary, Error> {
    let worker = open(config, args, true).await?;
    let (_stop, stopping) = watch::channel(false);
    worker.run(stopping).await
}

/// Runs `rapport job run`.
///
/// # Errors
/// As the database and the keys give them.
pub async fn run_until_idle(config: &Config, args: WorkerArgs) -> Result<(), Error> {
    let summary = work(config, args).await?;
    if config.json {
        return output::print_json(&summary);
    }
    output::print_text(&job::in_words(&summary.attempts))
}

async fn open(config: &Config, args: WorkerArgs, until_idle: bool) -> Result<Arc<Worker>, Error> {
    let database = Arc::new(Database::open(config).await?);
    let keyring = Arc::new(Keyring::open(&database, config).await?);
    keys::tell_made(&keyring);
    Ok(Arc::new(Worker { database, keyring, services: Services::new(config)?, options: args.options(until_idle) }))
}
