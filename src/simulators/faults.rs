//! What can go wrong between two services, by schedule: a layer that any simulator puts over its routes.
//!
//! ```
//! use rapport::simulators::{apify::{Apify, Options}, faults::{Fault, When}};
//!
//! let apify = Apify::start(Options::default())?;
//! // The next start of a run has its effect, and its answer is lost.
//! apify.faults().set("runs.start", When::Next(1), Fault::LostAnswer);
//! // Every third reading of items is refused for a second.
//! apify.faults().set("datasets.items", When::Every(3), Fault::TooManyRequests { wait: Some(1), as_date: false });
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! A fault is named by what the other side sees. Those that stand for a failure of the service leave no effect behind; those
//! that stand for a failure on the way back do, since that is what makes them hard: the call did what it was asked, and who
//! called cannot know it.

mod apply;
mod wire;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    http::{Method, StatusCode},
    middleware,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) use wire::{Wire, WiredListener};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// 429, with no effect. `wait` is Retry-After in seconds, which may be told as a date instead.
    TooManyRequests {
        /// Seconds; none leaves the header out.
        wait: Option<u32>,
        /// Tells them as a date.
        #[serde(default)]
        as_date: bool,
    },
    /// Another status, with no effect: as the service words it, or the page of a proxy for 502, 503 and 504.
    Status {
        /// The status.
        status: u16,
    },
    /// 200 with a page instead of the answer, and no effect.
    Html,
    /// 200 with so many bytes of JSON, whose length is not announced, and no effect.
    Huge {
        /// How many bytes.
        bytes: usize,
    },
    /// 302 to a login, with no effect.
    Redirect {
        /// Where to.
        location: String,
    },
    /// The connection is reset before the service looks at the request.
    Reset,
    /// The connection is reset after the effect, before the first byte of the answer.
    LostAnswer,
    /// The answer announces its length, and ends at half of it. The effect has happened.
    Truncated,
    /// The answer comes in chunks, and is reset at half of it. The effect has happened.
    CutChunks,
    /// Nothing happens for a while; then everything is as usual.
    Stall {
        /// For how long.
        millis: u64,
        /// Where in the exchange.
        #[serde(default)]
        at: Stage,
    },
    /// The usual answer, which says of itself that it is this.
    WrongType {
        /// The content type.
        content_type: String,
    },
    /// The usual answer, from a server whose clock is wrong by so many seconds.
    ClockSkew {
        /// Ahead, or behind if below 0.
        seconds: i64,
    },
}

/// A place in the exchange of request and answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Before the request has its effect: who gives up in that time leaves none.
    #[default]
    Request,
    /// Between the effect and the first byte of the answer.
    Answer,
    /// In the middle of the answer's body.
    Body,
}

/// Which calls are meant, counted from when the rule was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The one with this number, from 1.
    Nth(u64),
    /// Every one whose number this divides.
    Every(u64),
    /// The next so many.
    Next(u64),
}

impl When {
    const fn means(self, number: u64) -> bool {
        match self {
            Self::Nth(nth) => number == nth,
            Self::Every(each) => each > 0 && number.is_multiple_of(each),
            Self::Next(count) => number <= count,
        }
    }

    /// Whether none after this one is meant.
    const fn is_over(self, number: u64) -> bool {
        match self {
            Self::Nth(last) | Self::Next(last) => number >= last,
            Self::Every(_) => false,
        }
    }
}

/// A fault, and the calls that it befalls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The label of an endpoint, or `*` for all of them.
    pub endpoint: String,
    /// Which calls of it.
    pub when: When,
    /// What happens to them.
    pub fault: Fault,
}

/// How a service names its endpoints and words its errors.
#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    /// The label of a call; none for those that are no part of the service, which are neither counted nor disturbed.
    pub label: fn(&Method, &str) -> Option<&'static str>,
    /// The body of an error.
    pub error: fn(StatusCode) -> Value,
}

/// The faults of one simulator. Clones share their rules.
#[derive(Debug, Clone)]
pub struct Faults {
    dialect: Dialect,
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    rules: Vec<(Rule, u64)>,
    calls: BTreeMap<&'static str, u64>,
    applied: u64,
}

impl Faults {
    /// None yet.
    #[must_use]
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, inner: Arc::default() }
    }

    /// Puts the faults over a service. It has to be served by this crate's own server, which knows how to break a connection.
    pub fn over(&self, router: Router) -> Router {
        router.layer(middleware::from_fn_with_state(self.clone(), apply::apply))
    }

    /// Adds a rule. Of several that mean the same call the oldest is applied.
    pub fn set(&self, endpoint: &str, when: When, fault: Fault) {
        self.add(Rule { endpoint: endpoint.to_owned(), when, fault });
    }

    /// The same with a rule that came from elsewhere.
    pub fn add(&self, rule: Rule) {
        self.with(|inner| inner.rules.push((rule, 0)));
    }

    /// Forgets all rules.
    pub fn clear(&self) {
        self.with(|inner| inner.rules.clear());
    }

    /// The calls so far, by the label of their endpoint, disturbed ones included.
    #[must_use]
    pub fn calls(&self) -> BTreeMap<&'static str, u64> {
        self.with(|inner| inner.calls.clone())
    }

    /// The calls of one endpoint.
    #[must_use]
    pub fn calls_of(&self, endpoint: &str) -> u64 {
        self.with(|inner| inner.calls.get(endpoint).copied().unwrap_or_default())
    }

    /// How many calls were disturbed.
    #[must_use]
    pub fn applied(&self) -> u64 {
        self.with(|inner| inner.applied)
    }

    /// Counts a call, and says what befalls it.
    fn choose(&self, label: &'static str) -> Option<Fault> {
        self.with(|inner| {
            *inner.calls.entry(label).or_default() += 1;
            let mut chosen = None;
            for (rule, seen) in &mut inner.rules {
                if rule.endpoint != "*" && rule.endpoint != label {
                    continue;
                }
                *seen += 1;
                if chosen.is_none() && rule.when.means(*seen) {
                    chosen = Some(rule.fault.clone());
                }
            }
            inner.rules.retain(|(rule, seen)| !rule.when.is_over(*seen));
            inner.applied += u64::from(chosen.is_some());
            chosen
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests;
