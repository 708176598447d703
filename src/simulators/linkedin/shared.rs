//! What the simulator knows: the world, which does not change, and the state behind its lock.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use jiff::{Timestamp, civil::Date};

use super::{
    App, Consent, MeCall, Options, Session, errors::ApiError, segments::Segment, tokens::Tokens, world::World,
};
use crate::simulators::faults::Faults;

#[derive(Debug)]
pub(super) struct Shared {
    pub(super) options: Options,
    pub(super) faults: Faults,
    /// A world for each company; there is one at least.
    pub(super) worlds: Vec<World>,
    state: Mutex<State>,
}

#[derive(Debug)]
pub(super) struct State {
    pub(super) app: App,
    /// What the member answers.
    pub(super) consent: Consent,
    /// A scope that is not granted though it is asked for.
    pub(super) withheld: Option<String>,
    pub(super) tokens: Tokens,
    pub(super) session: Session,
    pub(super) me_calls: Vec<MeCall>,
    pub(super) segments: Vec<Segment>,
    /// Receivers that know the app's secret.
    pub(super) webhooks: BTreeSet<String>,
    /// Those that are told what members do.
    pub(super) subscriptions: BTreeSet<String>,
    pub(super) daily_limit: Option<u32>,
    /// Calls of a day, by endpoint.
    day: (Date, HashMap<&'static str, u32>),
}

impl Shared {
    pub(super) fn new(options: Options, faults: Faults) -> Arc<Self> {
        let worlds = (0..options.companies.max(1)).map(|number| World::new(&options, number)).collect();
        let state = State {
            app: options.app.clone(),
            consent: Consent::default(),
            withheld: None,
            tokens: Tokens::default(),
            session: Session::default(),
            me_calls: Vec::new(),
            segments: Vec::new(),
            webhooks: BTreeSet::new(),
            subscriptions: BTreeSet::new(),
            daily_limit: options.daily_limit,
            day: (Date::ZERO, HashMap::new()),
        };
        Arc::new(Self { options, faults, worlds, state: Mutex::new(state) })
    }

    /// The first company's, to which the member who consents belongs.
    pub(super) fn world(&self) -> &World {
        &self.worlds[0]
    }

    pub(super) fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl State {
    /// Counts a call of the application, and refuses it if there were too many on this day.
    pub(super) fn count(&mut self, label: &'static str) -> Result<(), ApiError> {
        let today = super::world::date_of(Timestamp::now());
        if self.day.0 != today {
            self.day = (today, HashMap::new());
        }
        let calls = self.day.1.entry(label).or_default();
        *calls += 1;
        if self.daily_limit.is_some_and(|limit| *calls > limit) {
            return Err(ApiError::throttled("APPLICATION"));
        }
        Ok(())
    }
}
