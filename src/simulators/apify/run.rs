//! A run: what it was asked, how far it is, and what it costs.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{
    actors::{Actor, Item, Pricing},
    webhooks::Webhook,
};

/// The state of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Status {
    /// It waits for a machine.
    Ready,
    /// It works.
    Running,
    /// It has done what it was asked.
    Succeeded,
    /// It has given up.
    Failed,
    /// It took too long.
    TimedOut,
    /// It is being stopped.
    Aborting,
    /// It was stopped.
    Aborted,
}

impl Status {
    /// Whether nothing more comes of it.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::TimedOut | Self::Aborted)
    }

    /// As the API has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "READY",
            Self::Running => "RUNNING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::TimedOut => "TIMED-OUT",
            Self::Aborting => "ABORTING",
            Self::Aborted => "ABORTED",
        }
    }
}

/// What moves a run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Time: it takes so many milliseconds.
    Millis(u64),
    /// Being asked after: it ends at this number of questions, and waiting with one of them changes nothing.
    Polls(u32),
    /// The test alone.
    Held,
}

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// SUCCEEDED
    #[default]
    Succeeded,
    /// FAILED
    Failed,
    /// TIMED-OUT
    TimedOut,
    /// ABORTED, as if somebody had stopped it in Apify's console.
    Aborted,
}

impl Ending {
    const fn status(self) -> Status {
        match self {
            Self::Succeeded => Status::Succeeded,
            Self::Failed => Status::Failed,
            Self::TimedOut => Status::TimedOut,
            Self::Aborted => Status::Aborted,
        }
    }
}

/// What a start asks for beside the input.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RunOptions {
    pub(super) build: String,
    pub(super) timeout_secs: u64,
    pub(super) memory_mbytes: u32,
    pub(super) max_items: Option<usize>,
    pub(super) max_total_charge: Option<f64>,
}

/// The ids of what belongs to a run.
#[derive(Debug, Clone)]
pub(super) struct Ids {
    pub(super) run: String,
    pub(super) dataset: String,
    pub(super) store: String,
    pub(super) queue: String,
    pub(super) build: String,
}

#[derive(Debug)]
pub(super) struct Run {
    pub(super) ids: Ids,
    pub(super) actor: &'static Actor,
    pub(super) account: usize,
    pub(super) user_id: String,
    pub(super) input: Value,
    pub(super) input_bytes: usize,
    pub(super) input_hash: String,
    pub(super) user_agent: Option<String>,
    pub(super) options: RunOptions,
    pub(super) started_at: Timestamp,
    pub(super) finished_at: Option<Timestamp>,
    pub(super) status: Status,
    pub(super) message: String,
    pub(super) webhooks: Vec<Webhook>,
    pub(super) pace: Pace,
    pub(super) ending: Ending,
    /// What it would find without limits.
    pub(super) items: Vec<Item>,
    /// How many of them it has when it ends.
    pub(super) goal: usize,
    /// Whether a limit is why there are no more.
    pub(super) is_capped: bool,
    /// How many it has.
    pub(super) pushed: usize,
    pub(super) polls: u32,
    pub(super) began: Instant,
    /// Counts what makes a timer that was set before pointless.
    pub(super) generation: u32,
    pub(super) resurrections: u32,
}

impl Run {
    /// Looks at the clock.
    pub(super) fn look(&mut self) {
        if self.status.is_terminal() || self.status == Status::Aborting {
            return;
        }
        let Some(length) = self.length() else { return };
        let part = self.began.elapsed().as_secs_f64() / length.as_secs_f64();
        // Until there is a machine for it, it is ready.
        if part >= 1.0 || length.is_zero() {
            self.end_as_planned();
        } else if part >= 0.1 || self.status != Status::Ready {
            self.reach(part);
        }
    }

    /// Somebody asks after the run.
    pub(super) fn poll(&mut self) {
        if self.status.is_terminal() {
            return;
        }
        match self.pace {
            Pace::Polls(_) if self.status == Status::Aborting => self.end(Ending::Aborted),
            Pace::Polls(polls) => {
                self.polls += 1;
                if self.polls >= polls {
                    self.end_as_planned();
                } else {
                    self.reach(f64::from(self.polls) / f64::from(polls));
                }
            }
            Pace::Held if self.status == Status::Ready => self.reach(0.0),
            Pace::Millis(_) | Pace::Held => self.look(),
        }
    }

    /// How long it takes, where time decides.
    pub(super) fn length(&self) -> Option<Duration> {
        match self.pace {
            Pace::Millis(millis) => Some(Duration::from_millis(millis)),
            Pace::Polls(_) | Pace::Held => None,
        }
    }

    /// Comes to this part of the whole.
    fn reach(&mut self, part: f64) {
        self.status = Status::Running;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a part of a count that was a count before"
        )]
        let pushed = (self.goal as f64 * part.clamp(0.0, 1.0)) as usize;
        self.push(pushed);
    }

    /// Has so many items, and none less than before.
    pub(super) fn push(&mut self, count: usize) {
        self.pushed = self.pushed.max(count.min(self.goal));
        if !self.status.is_terminal() {
            self.message = format!("Scraped {}/{}", self.pushed, self.items.len());
        }
    }

    fn end_as_planned(&mut self) {
        self.push(self.goal);
        self.end(self.ending);
    }

    /// Ends, once. Who succeeds has everything; who does not has what was there.
    pub(super) fn end(&mut self, ending: Ending) {
        if self.status.is_terminal() {
            return;
        }
        if ending == Ending::Succeeded {
            self.push(self.goal);
        }
        self.status = ending.status();
        self.message = match ending {
            Ending::Succeeded if self.is_capped => "max charge reached".to_owned(),
            Ending::Succeeded => "Finished".to_owned(),
            Ending::Failed => "The process crashed".to_owned(),
            Ending::TimedOut => "Actor run timed out".to_owned(),
            Ending::Aborted => "Actor run was aborted".to_owned(),
        };
        self.finished_at = Some(to_millisecond(Timestamp::now()));
        self.generation += 1;
    }

    /// The items that can be read by now.
    pub(super) fn visible(&self) -> &[Item] {
        &self.items[..self.pushed.min(self.items.len())]
    }

    fn charged_items(&self) -> u64 {
        self.visible().iter().filter(|item| item.is_charged).count() as u64
    }

    /// What the caller pays, in millionths of a dollar.
    pub(super) fn cost_micros(&self) -> u64 {
        self.actor.start_micros() + self.charged_items() * u64::from(self.actor.micros)
    }

    /// As the API shows it.
    pub(super) fn to_json(&self, for_owner: bool) -> Value {
        let until = self.finished_at.unwrap_or_else(Timestamp::now);
        let millis = until.duration_since(self.started_at).as_millis().max(0);
        let seconds = millis as f64 / 1_000.0;
        let memory = f64::from(self.options.memory_mbytes);
        let mut run = json!({
            "id": self.ids.run,
            "actId": self.actor.id,
            "userId": self.user_id,
            "actorTaskId": null,
            "startedAt": moment(self.started_at),
            "finishedAt": self.finished_at.map(moment),
            "status": self.status,
            "statusMessage": self.message,
            "isStatusMessageTerminal": self.status.is_terminal().then_some(true),
            "meta": { "origin": "API", "clientIp": null, "userAgent": self.user_agent },
            "pricingInfo": self.actor.pricing_info(),
            "stats": {
                "inputBodyLen": self.input_bytes,
                "rebootCount": 0,
                "restartCount": 0,
                "resurrectCount": self.resurrections,
                "migrationCount": 0,
                "memAvgBytes": memory * 420_000.0,
                "memMaxBytes": memory * 610_000.0,
                "cpuAvgUsage": 3.4,
                "netRxBytes": 180_000,
                "netTxBytes": 21_000,
                "durationMillis": i64::try_from(millis).unwrap_or(i64::MAX),
                "runTimeSecs": seconds,
                "metamorph": 0,
                "computeUnits": (memory / 1_024.0 * seconds / 3_600.0 * 10_000.0).round() / 10_000.0,
            },
            "options": {
                "build": self.options.build,
                "timeoutSecs": self.options.timeout_secs,
                "memoryMbytes": self.options.memory_mbytes,
                "diskMbytes": self.options.memory_mbytes * 2,
                "maxItems": self.options.max_items,
                "maxTotalChargeUsd": self.options.max_total_charge,
            },
            "buildId": self.ids.build,
            "buildNumber": self.actor.build_number,
            "exitCode": match self.status {
                Status::Succeeded => json!(0),
                Status::Failed => json!(1),
                _ => Value::Null,
            },
            "generalAccess": "FOLLOW_USER_SETTING",
            "defaultKeyValueStoreId": self.ids.store,
            "defaultDatasetId": self.ids.dataset,
            "defaultRequestQueueId": self.ids.queue,
            "storageIds": {
                "datasets": { "default": self.ids.dataset },
                "keyValueStores": { "default": self.ids.store },
                "requestQueues": { "default": self.ids.queue },
            },
            "containerUrl": format!("https://{}.runs.apify.net", self.ids.build.to_lowercase()),
            "platformUsageBillingModel": "DEVELOPER",
        });
        if let Value::Object(fields) = &mut run {
            self.add_cost(fields, for_owner);
        }
        run
    }

    /// Only what is paid by event tells the caller its cost, and nobody but the caller.
    fn add_cost(&self, fields: &mut Map<String, Value>, for_owner: bool) {
        if let Pricing::PerEvent { event } = self.actor.pricing {
            fields.insert(
                "chargedEventCounts".to_owned(),
                json!({ "apify-actor-start": 1, event: self.charged_items() }),
            );
            if for_owner {
                fields.insert("usageTotalUsd".to_owned(), json!(dollars(self.cost_micros())));
            }
        }
    }

    /// As lists show it.
    pub(super) fn to_short_json(&self) -> Value {
        let mut run = json!({
            "id": self.ids.run,
            "actId": self.actor.id,
            "actorTaskId": null,
            "status": self.status,
            "startedAt": moment(self.started_at),
            "finishedAt": self.finished_at.map(moment),
            "buildId": self.ids.build,
            "buildNumber": self.actor.build_number,
            "meta": { "origin": "API" },
            "defaultKeyValueStoreId": self.ids.store,
            "defaultDatasetId": self.ids.dataset,
            "defaultRequestQueueId": self.ids.queue,
        });
        if let (Value::Object(fields), Pricing::PerEvent { .. }) = (&mut run, self.actor.pricing) {
            fields.insert("usageTotalUsd".to_owned(), json!(dollars(self.cost_micros())));
        }
        run
    }
}

/// How many items a run may have, and whether it is the charge that allows no more. Items that cost nothing fit under any.
pub(super) fn goal(actor: &Actor, items: &[Item], options: &RunOptions) -> (usize, bool) {
    let paid = options.max_total_charge.map(|dollars| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "dollars that were checked not to be negative, and more than all are all"
        )]
        let micros = (dollars * 1e6).round() as u64;
        micros.saturating_sub(actor.start_micros()) / u64::from(actor.micros.max(1))
    });
    let mut charged = 0;
    let fitting = items.iter().take_while(|item| {
        charged += u64::from(item.is_charged);
        paid.is_none_or(|paid| charged <= paid)
    });
    let (fitting, most) = (fitting.count(), options.max_items.unwrap_or(usize::MAX));
    (fitting.min(most), fitting < items.len() && fitting <= most)
}

/// Dollars, with six digits.
pub(super) fn dollars(micros: u64) -> f64 {
    micros as f64 / 1e6
}

/// The API shows times to the millisecond; what it shows is what it compares with.
pub(super) fn to_millisecond(moment: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment)
}

/// A time, as the API writes it.
pub(super) fn moment(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}
