//! Apify's API, version 2, as far as scraping LinkedIn needs it: actors that find the same invented people whenever they are
//! asked the same, runs that take their time and cost money, data sets, webhooks, and every limit that refuses a start.
//!
//! Source: Apify's OpenAPI documents of August 2026, and the shapes in which the four makers' actors put their items. Where
//! the documents leave something open, the simulator does what is harder on whoever calls it.
//!
//! What a test sets and counts is on the handle, [`Apify`], and below `/_simulator` for tests in another process:
//!
//! | | |
//! |---|---|
//! | `GET /_simulator` | counts: starts by [`input_hash`], calls by endpoint, money, runs |
//! | `POST /_simulator/faults`, `DELETE` | a [`Rule`](super::faults::Rule); forgets all |
//! | `POST /_simulator/scripts` | a [`Script`] for the next runs |
//! | `POST /_simulator/fixtures` | `{actor, input, items}`: what an actor finds for this input |
//! | `POST /_simulator/runs/{id}/finish` | `{ending}` |
//! | `POST /_simulator/runs/{id}/advance` | `{items}`: has so many by now |
//! | `GET /_simulator/dispatches` | deliveries of webhooks |
//!
//! The endpoints for faults are `users.me`, `actors.get`, `runs.start`, `runs.sync`, `runs.list`, `runs.last`, `runs.get`,
//! `runs.abort`, `runs.resurrect`, `datasets.get`, `datasets.items`, `records.get` and `dispatches.list`.

mod actors;
mod control;
mod datasets;
mod errors;
mod params;
mod routes;
mod run;
mod shared;
mod state;
mod webhooks;

use std::{collections::BTreeMap, io, sync::Arc, time::Duration};

use serde_json::Value;

use super::{
    faults::{Dialect, Faults},
    population::Population,
    server::Server,
};
use crate::cli::demo;

use shared::Shared;

pub use run::{Ending, Pace, Status};
pub use state::{Script, input_hash};
pub use webhooks::Repeat;

/// The token of the account that every simulator has by default. It opens nothing else.
pub const TOKEN: &str = "apify_api_simulated";

/// An account.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Its token.
    pub token: String,
    /// Its id.
    pub user_id: String,
    /// Its name.
    pub username: String,
    /// The most memory that its runs use at a time.
    pub memory_mbytes: u32,
    /// The most runs at a time.
    pub concurrent_runs: usize,
    /// What it may spend; none: whatever it likes.
    pub budget_usd: Option<f64>,
}

impl Default for Account {
    fn default() -> Self {
        Self {
            token: TOKEN.to_owned(),
            user_id: "7sTSimulatedUser1".to_owned(),
            username: "simulated".to_owned(),
            memory_mbytes: 8_192,
            concurrent_runs: 25,
            budget_usd: None,
        }
    }
}

/// How a simulator behaves.
#[derive(Debug, Clone)]
pub struct Options {
    /// The port of the loopback; 0: any that is free.
    pub port: u16,
    /// From which people, posts and reactions follow: by default the demo's.
    pub seed: u64,
    /// Who may call.
    pub accounts: Vec<Account>,
    /// How long runs take: 40 ms.
    pub pace: Pace,
    /// How long it takes until a run that is stopped has stopped; three times that if it may do so gracefully. 20 ms.
    pub abort_time: Duration,
    /// How long a synchronous run is waited for: 300 s.
    pub sync_limit: Duration,
    /// The least and the most reactions of a post: 12 and 180.
    pub reactions: (usize, usize),
    /// Whether profiles come in the shape of before 2025, from actors that have changed it.
    pub legacy_profiles: bool,
    /// Whether who asks too often in one second is refused.
    pub rate_limits: bool,
    /// How often a delivery is tried again: 11 times.
    pub webhook_retries: u32,
    /// How long until it is tried again for the first time, then twice as long each time: 20 ms, which is a minute at Apify.
    pub webhook_first_retry: Duration,
    /// How long a receiver may take: 2 min.
    pub webhook_timeout: Duration,
    /// What else a receiver hears that has answered.
    pub webhook_repeat: Repeat,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            seed: demo::SEED,
            accounts: vec![Account::default()],
            pace: Pace::Millis(40),
            abort_time: Duration::from_millis(20),
            sync_limit: Duration::from_mins(5),
            reactions: (12, 180),
            legacy_profiles: false,
            rate_limits: true,
            webhook_retries: 11,
            webhook_first_retry: Duration::from_millis(20),
            webhook_timeout: Duration::from_mins(2),
            webhook_repeat: Repeat::Never,
        }
    }
}

/// A simulator that runs, and stops when this is dropped.
#[derive(Debug)]
pub struct Apify {
    shared: Arc<Shared>,
    server: Server,
}

/// A run, as a test sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct RunReport {
    /// Its id.
    pub id: String,
    /// `owner/name` of its actor.
    pub actor: &'static str,
    /// What it was asked.
    pub input: Value,
    /// [`input_hash`] of actor and input.
    pub input_hash: String,
    /// How far it is.
    pub status: Status,
    /// How many items it has.
    pub items: usize,
    /// What it has cost, in millionths of a dollar.
    pub cost_micros: u64,
}

impl Apify {
    /// Starts a simulator.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(options: Options) -> io::Result<Self> {
        let faults = Faults::new(Dialect { label: routes::label, error: errors::of_status });
        let port = options.port;
        let shared = Shared::new(options, faults);
        let server = Server::start(port, |runtime| {
            // It is set here and nowhere else.
            let _ = shared.runtime.set(runtime);
            routes::router(&shared)
        })?;
        Ok(Self { shared, server })
    }

    /// Where it is, for the place of `https://api.apify.com`.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// What goes wrong.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// How often the same work was started, by [`input_hash`]. Two starts of one are work that was paid for twice.
    #[must_use]
    pub fn started(&self) -> BTreeMap<String, u64> {
        self.shared.read(|state| state.started.clone())
    }

    /// How often this work was started.
    #[must_use]
    pub fn started_of(&self, actor: &str, input: &Value) -> u64 {
        self.shared.read(|state| state.started.get(&input_hash(actor, input)).copied().unwrap_or_default())
    }

    /// The calls so far, by endpoint.
    #[must_use]
    pub fn calls(&self) -> BTreeMap<&'static str, u64> {
        self.shared.faults.calls()
    }

    /// What all runs have cost, in millionths of a dollar.
    #[must_use]
    pub fn billed_micros(&self) -> u64 {
        self.shared.change(|state| {
            state.look_at_all();
            state.cost_micros(None)
        })
    }

    /// The same in dollars.
    #[must_use]
    pub fn billed_usd(&self) -> f64 {
        run::dollars(self.billed_micros())
    }

    /// All runs, in the order in which they were started.
    #[must_use]
    pub fn runs(&self) -> Vec<RunReport> {
        self.shared.change(|state| {
            state.look_at_all();
            let report = |run: &run::Run| RunReport {
                id: run.ids.run.clone(),
                actor: run.actor.name,
                input: run.input.clone(),
                input_hash: run.input_hash.clone(),
                status: run.status,
                items: run.visible().len(),
                cost_micros: run.cost_micros(),
            };
            state.runs.iter().map(report).collect()
        })
    }

    /// Decides how the next runs go. Of several scripts that mean the same run the oldest counts.
    pub fn script(&self, script: Script) {
        self.shared.change(|state| state.scripts.push(script));
    }

    /// Decides what an actor finds for an input.
    pub fn register(&self, actor: &str, input: &Value, items: Vec<Value>) {
        self.shared.change(|state| state.fixtures.insert(input_hash(actor, input), items));
    }

    /// Ends a run. False if there is none.
    #[must_use]
    pub fn finish(&self, run: &str, ending: Ending) -> bool {
        self.shared.change(|state| state.place(run).map(|place| state.runs[place].end(ending))).is_some()
    }

    /// Gives a run so many of its items. False if there is none.
    #[must_use]
    pub fn advance(&self, run: &str, items: usize) -> bool {
        self.shared.change(|state| state.place(run).map(|place| state.runs[place].push(items))).is_some()
    }

    /// Gives profiles in the shape of before 2025, or in today's.
    pub fn set_legacy_profiles(&self, legacy: bool) {
        self.shared.change(|state| state.legacy = legacy);
    }

    /// The deliveries of webhooks, as Apify shows them.
    #[must_use]
    pub fn dispatches(&self) -> Vec<Value> {
        self.shared.read(|state| state.dispatches.iter().map(webhooks::Dispatch::to_json).collect())
    }

    /// Looks at the invented people.
    pub fn people<T>(&self, look: impl FnOnce(&Population) -> T) -> T {
        self.shared.read(|state| look(&state.people))
    }

    /// Everything that can be counted, as JSON.
    #[must_use]
    pub fn report(&self) -> Value {
        control::report_of(&self.shared)
    }
}

#[cfg(test)]
mod tests;
