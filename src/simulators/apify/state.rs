//! Everything that the simulator knows.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{
    Account, Options,
    actors::{self, Actor, Item, LEAST_CAP, Scene},
    errors::ApiError,
    run::{self, Ending, Ids, Pace, Run, RunOptions, Status, dollars, to_millisecond},
    webhooks::{Dispatch, Webhook},
};
use crate::simulators::population::Population;

/// How the next runs go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Script {
    /// Of this actor; none: of any.
    pub actor: Option<String>,
    /// How many runs; 0 is one.
    pub runs: u64,
    /// What moves them on; none: as usual.
    pub pace: Option<Pace>,
    /// How they end.
    pub ending: Ending,
    /// With how many items they end; none: with all.
    pub items: Option<usize>,
}

/// A start of a run that was asked for.
#[derive(Debug)]
pub(super) struct Start {
    pub(super) account: usize,
    pub(super) actor: &'static Actor,
    pub(super) input: Value,
    pub(super) input_bytes: usize,
    pub(super) user_agent: Option<String>,
    pub(super) options: RunOptions,
    pub(super) webhooks: Vec<Webhook>,
}

/// Something that happens later.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timer {
    pub(super) after: Duration,
    pub(super) run: usize,
    pub(super) generation: u32,
}

#[derive(Debug)]
pub(super) struct State {
    pub(super) people: Population,
    pub(super) runs: Vec<Run>,
    /// Places of runs, by the ids of the run, of its data set and of its store.
    places: HashMap<String, usize>,
    /// Runs whose end has not been told.
    open: Vec<usize>,
    pub(super) dispatches: Vec<Dispatch>,
    webhook_keys: HashSet<(usize, String)>,
    pub(super) scripts: Vec<Script>,
    /// Items that were put down beforehand, by the hash of actor and input.
    pub(super) fixtures: HashMap<String, Vec<Value>>,
    /// Starts, by the hash of actor and input.
    pub(super) started: BTreeMap<String, u64>,
    pub(super) legacy: bool,
    rates: HashMap<String, u32>,
    rates_second: i64,
    /// Deliveries that are to begin.
    pub(super) due: Vec<usize>,
    pub(super) timers: Vec<Timer>,
}

impl State {
    pub(super) fn new(options: &Options) -> Self {
        let (least, most) = options.reactions;
        Self {
            people: Population::new(options.seed).with_reactions(least, most),
            runs: Vec::new(),
            places: HashMap::new(),
            open: Vec::new(),
            dispatches: Vec::new(),
            webhook_keys: HashSet::new(),
            scripts: Vec::new(),
            fixtures: HashMap::new(),
            started: BTreeMap::new(),
            legacy: options.legacy_profiles,
            rates: HashMap::new(),
            rates_second: 0,
            due: Vec::new(),
            timers: Vec::new(),
        }
    }

    /// The run that has this id, or whose data set or store has it.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Starts a run, or says why not.
    pub(super) fn start(&mut self, start: Start, options: &Options) -> Result<usize, ApiError> {
        let account = &options.accounts[start.account];
        self.look_at_all();
        self.check_account(&start, account)?;
        let hash = input_hash(start.actor.name, &start.input);
        let items = self.items(&start, &hash)?;
        let script = self.script(start.actor);
        let mut pace = script.pace.unwrap_or(options.pace);
        let mut ending = script.ending;
        let (mut goal, by_charge) = run::goal(start.actor, &items, &start.options);
        if let Some(most) = script.items {
            goal = goal.min(most);
        }
        if let (Pace::Millis(millis), limit @ 1..) = (pace, start.options.timeout_secs.saturating_mul(1_000))
            && limit < millis
        {
            goal = goal * usize::try_from(limit).unwrap_or(0) / usize::try_from(millis).unwrap_or(1).max(1);
            (pace, ending) = (Pace::Millis(limit), Ending::TimedOut);
        }
        let number = self.runs.len();
        let ids = Ids { run: new_id(), dataset: new_id(), store: new_id(), queue: new_id(), build: new_id() };
        for id in [&ids.run, &ids.dataset, &ids.store] {
            self.places.insert(id.clone(), number);
        }
        let webhooks = start.webhooks.into_iter().filter(|webhook| match &webhook.idempotency_key {
            // A key that was used before makes no second webhook, and the run has none.
            Some(key) => self.webhook_keys.insert((start.account, key.clone())),
            None => true,
        });
        let webhooks = webhooks.collect();
        *self.started.entry(hash.clone()).or_default() += 1;
        self.runs.push(Run {
            ids,
            actor: start.actor,
            account: start.account,
            user_id: account.user_id.clone(),
            input: start.input,
            input_bytes: start.input_bytes,
            input_hash: hash,
            user_agent: start.user_agent,
            options: start.options,
            started_at: to_millisecond(Timestamp::now()),
            finished_at: None,
            status: Status::Ready,
            message: "Waiting for a machine".to_owned(),
            webhooks,
            pace,
            ending,
            items,
            goal,
            is_capped: by_charge,
            pushed: 0,
            polls: 0,
            began: Instant::now(),
            generation: 0,
            resurrections: 0,
        });
        self.open.push(number);
        self.set_timer(number);
        self.tell(number, "CREATED");
        Ok(number)
    }

    fn check_account(&self, start: &Start, account: &Account) -> Result<(), ApiError> {
        let active = self.open.iter().map(|&place| &self.runs[place]).filter(|run| run.account == start.account);
        let (count, used) = active.fold((0, 0), |(count, used), run| (count + 1, used + run.options.memory_mbytes));
        if count >= account.concurrent_runs {
            let message = format!(
                "By launching this job you will exceed the limit of {} concurrent Actor runs. Please consider an upgrade of your plan.",
                account.concurrent_runs
            );
            return Err(ApiError::payment("concurrent-runs-limit-exceeded", message));
        }
        let requested = start.options.memory_mbytes;
        if used + requested > account.memory_mbytes {
            let message = format!(
                "By launching this job you will exceed the memory limit of {}MB for all your Actor runs and builds (currently used: {used}MB, requested: {requested}MB). Please consider an upgrade of your plan.",
                account.memory_mbytes
            );
            return Err(ApiError::payment("actor-memory-limit-exceeded", message));
        }
        let spent = dollars(self.cost_micros(Some(start.account)));
        if account.budget_usd.is_some_and(|budget| spent >= budget) {
            let message =
                "By launching this job you will exceed your remaining usage. Please consider an upgrade of your plan.";
            return Err(ApiError::payment("not-enough-usage-to-run-paid-actor", message));
        }
        if start.options.max_total_charge.is_some_and(|cap| cap < LEAST_CAP) {
            let message = format!("Maximum cost per run is less than the allowed minimum of ${LEAST_CAP}");
            return Err(ApiError::bad("max-total-charge-usd-below-minimum", message));
        }
        Ok(())
    }

    fn items(&mut self, start: &Start, hash: &str) -> Result<Vec<Item>, ApiError> {
        if let Some(items) = self.fixtures.get(hash) {
            return Ok(items.iter().cloned().map(Item::paid).collect());
        }
        let (people, legacy) = (&mut self.people, self.legacy);
        start.actor.work(&mut Scene { people, input: &start.input, now: Timestamp::now(), legacy })
    }

    fn script(&mut self, actor: &Actor) -> Script {
        let is_meant = |script: &Script| {
            let named = script.actor.as_deref().and_then(actors::find);
            script.actor.is_none() || named.is_some_and(|named| named.id == actor.id)
        };
        let Some(place) = self.scripts.iter().position(is_meant) else { return Script::default() };
        let script = self.scripts[place].clone();
        if script.runs <= 1 {
            self.scripts.remove(place);
        } else {
            self.scripts[place].runs -= 1;
        }
        script
    }

    fn set_timer(&mut self, place: usize) {
        let run = &self.runs[place];
        if let Some(after) = run.length() {
            self.timers.push(Timer { after, run: place, generation: run.generation });
        }
    }

    /// Begins to stop a run. One that has ended stays as it is.
    pub(super) fn abort(&mut self, place: usize, after: Duration) {
        let run = &mut self.runs[place];
        run.look();
        if run.status.is_terminal() || run.status == Status::Aborting {
            return;
        }
        run.status = Status::Aborting;
        "Actor run is being aborted".clone_into(&mut run.message);
        run.generation += 1;
        if !matches!(run.pace, Pace::Polls(_)) {
            self.timers.push(Timer { after, run: place, generation: run.generation });
        }
    }

    /// Lets a run that has ended go on with the same storages; it succeeds this time.
    pub(super) fn resurrect(&mut self, place: usize) -> Result<(), ApiError> {
        let run = &mut self.runs[place];
        if !run.status.is_terminal() {
            return Err(ApiError::bad("operation-not-allowed", "Only finished runs can be resurrected"));
        }
        run.status = Status::Running;
        run.finished_at = None;
        run.ending = Ending::Succeeded;
        (run.goal, run.is_capped) = run::goal(run.actor, &run.items, &run.options);
        run.polls = 0;
        run.began = Instant::now();
        run.resurrections += 1;
        run.generation += 1;
        run.push(0);
        self.open.push(place);
        self.set_timer(place);
        self.tell(place, "RESURRECTED");
        Ok(())
    }

    /// What a timer was set for.
    pub(super) fn ring(&mut self, timer: Timer) {
        let run = &mut self.runs[timer.run];
        if run.generation == timer.generation {
            if run.status == Status::Aborting {
                run.end(Ending::Aborted);
            } else {
                run.look();
            }
        }
    }

    /// Lets every run look at the clock, and tells the ends that are new.
    pub(super) fn look_at_all(&mut self) {
        for place in std::mem::take(&mut self.open) {
            self.runs[place].look();
            let status = self.runs[place].status;
            if status.is_terminal() {
                self.tell(place, &status.name().replace('-', "_"));
            } else {
                self.open.push(place);
            }
        }
    }

    fn tell(&mut self, place: usize, event: &str) {
        let run = &self.runs[place];
        for dispatch in run.webhooks.iter().filter_map(|webhook| Dispatch::of(webhook, run, event)) {
            self.due.push(self.dispatches.len());
            self.dispatches.push(dispatch);
        }
    }

    /// What all runs cost, or those of one account.
    pub(super) fn cost_micros(&self, account: Option<usize>) -> u64 {
        let runs = self.runs.iter().filter(|run| account.is_none_or(|account| run.account == account));
        runs.map(Run::cost_micros).sum()
    }

    /// Counts a request to a resource, and refuses it if there were too many in this second.
    pub(super) fn count_request(&mut self, resource: &str, limit: u32) -> Result<(), ApiError> {
        let second = Timestamp::now().as_second();
        if second != self.rates_second {
            self.rates_second = second;
            self.rates.clear();
        }
        let count = self.rates.entry(resource.to_owned()).or_default();
        *count += 1;
        if *count > limit { Err(ApiError::rate(limit)) } else { Ok(()) }
    }
}

/// An id like Apify's: 17 letters and digits. They are really random, since ids of two simulators may meet in one database.
pub(super) fn new_id() -> String {
    const SIGNS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let bytes = [*uuid::Uuid::new_v4().as_bytes(), *uuid::Uuid::new_v4().as_bytes()].concat();
    bytes.into_iter().take(17).map(|byte| char::from(SIGNS[usize::from(byte) % SIGNS.len()])).collect()
}

/// The fingerprint of what a run was asked to do: the same for the same actor and input, in whatever order its fields are.
/// Two starts with one fingerprint are the same work, paid for twice.
#[must_use]
pub fn input_hash(actor: &str, input: &Value) -> String {
    let name = actors::find(&actor.replace('/', "~")).map_or(actor, |actor| actor.name);
    let digest: [u8; 32] = Sha256::digest(format!("{name}\n{}", canonical(input))).into();
    uuid::Builder::from_bytes(*digest.first_chunk().unwrap_or(&[0; 16])).into_uuid().simple().to_string()
}

fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            let fields: Vec<_> = fields
                .into_iter()
                .map(|(name, value)| format!("{}:{}", Value::from(&**name), canonical(value)))
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(canonical).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}
