//! Calls that are made with a connection: each is asked for in the database first, which keeps one limit for all processes,
//! and noted down there afterwards, whatever came of it.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use queries::queries::connections as sql;
use uuid::Uuid;

use crate::{
    db::{Database, TenantId, TenantTx},
    error::Error,
    http::{
        Answer, CallError, Client, Request,
        retry::{self, Attempt, Reason, Verdict},
    },
};

/// Decides what is to be done after a call: [`retry::judge`], or [`retry::linkedin`].
pub type Judge = fn(Result<&Answer, &CallError>, &Attempt) -> Verdict;

/// Attempts at one call after which somebody else has to try, later.
const ATTEMPTS: u32 = 4;

/// Who calls, with what, and how long it waits for its turn.
#[derive(Clone)]
pub struct Caller<'a> {
    /// Where leave is asked for.
    pub database: &'a Database,
    /// What sends.
    pub http: &'a Client,
    /// Whose connection it is.
    pub tenant: TenantId,
    /// The connection.
    pub connection: Uuid,
    /// For which job, if for one.
    pub job: Option<Uuid>,
    /// The longest wait for a turn or before another attempt; whoever would have to wait longer hears [`Failure::Later`].
    pub patience: Duration,
    /// What its answers mean.
    pub judge: Judge,
}

/// Why a call brought nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Not now: the pace, the day's calls, a pause, or what the other side asked for.
    #[error("{reason}")]
    Later {
        /// How long to wait; none: until a human has done something.
        wait: Option<Duration>,
        /// Why, in words.
        reason: String,
    },
    /// The other side says no, and would say it again.
    #[error("{words}")]
    Refused {
        /// Why, in one word and in words.
        reason: Reason,
        /// The whole sentence.
        words: String,
        /// What it said.
        answer: Option<Box<Answer>>,
    },
    /// Nobody knows whether the call had its effect.
    #[error("{0}")]
    Unknown(String),
    /// It failed for now; another attempt may go well.
    #[error("{0}")]
    Failed(String),
    /// The database failed us.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Failure {
    /// The HTTP status of a refusal.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { answer: Some(answer), .. } => Some(answer.status.as_u16()),
            _ => None,
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Later { .. } => Self::TooMany(failure.to_string()),
            Failure::Refused { words, .. } => Self::Conflict(words),
            Failure::Unknown(words) | Failure::Failed(words) => Self::Internal(anyhow::anyhow!(words)),
            Failure::Database(error) => error,
        }
    }
}

impl Caller<'_> {
    /// Makes a call: waits for its turn, sends, notes down, and tries again where that may help and cannot do harm.
    /// `class` is the class of endpoints whose limit it falls under.
    ///
    /// # Errors
    /// A [`Failure`]; its sentence holds no secret.
    pub async fn call(&self, class: &'static str, request: &Request, idempotent: bool) -> Result<Answer, Failure> {
        let mut number = 1;
        loop {
            let call = self.turn(class).await?;
            let made = Made::now(self.http, self.judge, request, idempotent, number).await;
            let tx = self.database.tenant(self.tenant).await?;
            made.note(&tx, call).await?;
            tx.commit().await?;
            let Some(wait) = made.again_after(number, self.patience) else { return made.outcome(request) };
            tokio::time::sleep(wait).await;
            number += 1;
        }
    }

    /// Waits until a call is granted; its number.
    async fn turn(&self, class: &str) -> Result<i64, Failure> {
        let mut waited = Duration::ZERO;
        loop {
            let tx = self.database.tenant(self.tenant).await?;
            let turn =
                sql::take_call().bind(&*tx, &self.connection, &class, &self.job).one().await.map_err(Error::from)?;
            tx.commit().await?;
            if let (true, Some(call)) = (turn.granted, turn.call_id) {
                return Ok(call);
            }
            let wait = turn.wait_s.map(|seconds| Duration::from_secs_f64(seconds.max(0.001)));
            match wait {
                Some(wait) if waited + wait <= self.patience => {
                    tokio::time::sleep(wait).await;
                    waited += wait;
                }
                _ => return Err(Failure::Later { wait, reason: turn.reason.unwrap_or_default() }),
            }
        }
    }
}

/// A call for a connection that is only there if the call goes well: what the answer is, and what is to be noted down.
pub struct First {
    /// What was answered.
    pub answer: Answer,
    latency_ms: i32,
}

impl First {
    /// Makes the call, which may have its effect once only.  Nobody can be asked for leave, since nothing is known yet of what the
    /// connection may do; and where it fails there is nothing that a row could belong to.
    ///
    /// # Errors
    /// A [`Failure`]; its sentence holds no secret.
    pub async fn call(http: &Client, judge: Judge, patience: Duration, request: &Request) -> Result<Self, Failure> {
        let mut number = 1;
        loop {
            let made = Made::now(http, judge, request, false, number).await;
            let Some(wait) = made.again_after(number, patience) else {
                let latency_ms = made.latency_ms;
                return made.outcome(request).map(|answer| Self { answer, latency_ms });
            };
            tokio::time::sleep(wait).await;
            number += 1;
        }
    }

    /// Notes it down for the connection that there is now.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn note(&self, tx: &TenantTx, connection: Uuid, class: &'static str) -> Result<(), Error> {
        let turn = sql::take_call().bind(&**tx, &connection, &class, &None).one().await?;
        let refused =
            || Error::Internal(anyhow::anyhow!("a new connection was not allowed the call that it began with"));
        let call = turn.call_id.ok_or_else(refused)?;
        finish(tx, call, Some(&self.answer), self.latency_ms, None, false, None).await
    }
}

/// A call that was made, and what is to be done about it.
struct Made {
    result: Result<Answer, CallError>,
    verdict: Verdict,
    at: Timestamp,
    latency_ms: i32,
}

impl Made {
    async fn now(http: &Client, judge: Judge, request: &Request, idempotent: bool, number: u32) -> Self {
        let sent = Instant::now();
        let result = http.send(request).await;
        let attempt = Attempt { number, idempotent, now: Timestamp::now(), chance: retry::chance() };
        let verdict = judge(result.as_ref(), &attempt);
        // By a clock that nobody sets.
        let latency_ms = i32::try_from(sent.elapsed().as_millis()).unwrap_or(i32::MAX);
        Self { result, verdict, at: attempt.now, latency_ms }
    }

    /// How long to wait before the call is made again; none where it is not.
    fn again_after(&self, number: u32, patience: Duration) -> Option<Duration> {
        match self.verdict {
            Verdict::Retry { after, .. } if number < ATTEMPTS && after <= patience => Some(after),
            _ => None,
        }
    }

    /// What it is to who called, if it is not made again.
    fn outcome(self, request: &Request) -> Result<Answer, Failure> {
        let words = |reason: &Reason| match &self.result {
            Ok(answer) => format!("{} answers {}: {reason}", request.place(), answer.status.as_u16()),
            Err(error) => error.to_string(),
        };
        Err(match self.verdict {
            Verdict::Done => return self.result.map_err(|error| Failure::Failed(error.to_string())),
            Verdict::Retry { after, reason: reason @ Reason::Throttled } => {
                Failure::Later { wait: Some(after), reason: words(&reason) }
            }
            Verdict::Retry { reason, .. } | Verdict::GiveUp { reason: reason @ Reason::Exhausted } => {
                Failure::Failed(words(&reason))
            }
            Verdict::Park { until, reason } => {
                Failure::Later { wait: Some(between(self.at, until)), reason: words(&reason) }
            }
            Verdict::GiveUp { reason: reason @ Reason::MayHaveHappened } => Failure::Unknown(words(&reason)),
            Verdict::GiveUp { reason } => {
                let words = words(&reason);
                Failure::Refused { reason, words, answer: self.result.ok().map(Box::new) }
            }
        })
    }

    async fn note(&self, tx: &TenantTx, call: i64) -> Result<(), Error> {
        let (reason, rest) = match &self.verdict {
            Verdict::Done => (None, None),
            // Others need not find out what this one was told.
            Verdict::Retry { after, reason: reason @ Reason::Throttled } => (Some(reason), Some(*after)),
            Verdict::Park { until, reason } => (Some(reason), Some(between(self.at, *until))),
            Verdict::Retry { reason, .. } | Verdict::GiveUp { reason } => (Some(reason), None),
        };
        let problem = match (&self.result, reason) {
            (Err(error), _) => Some(error.to_string()),
            (Ok(_), reason) => reason.map(ToString::to_string),
        };
        // What the service does to everybody says nothing about this connection, nor does what it thinks of the request.
        let is_failure = match (&self.result, reason) {
            (
                _,
                None
                | Some(
                    Reason::Throttled | Reason::DayLimit | Reason::Rejected | Reason::VersionRetired | Reason::TooEarly,
                ),
            ) => false,
            (Err(error), _) => !matches!(error.kind(), "invalid_request" | "blocked"),
            (Ok(answer), _) => answer.status.as_u16() >= 300,
        };
        finish(tx, call, self.result.as_ref().ok(), self.latency_ms, problem.as_deref(), is_failure, rest).await
    }
}

/// Writes into a call's row how it went.
async fn finish(
    tx: &TenantTx,
    call: i64,
    answer: Option<&Answer>,
    latency_ms: i32,
    problem: Option<&str>,
    is_failure: bool,
    rest: Option<Duration>,
) -> Result<(), Error> {
    let status = answer.map(|answer| i32::from(answer.status.as_u16()));
    let bytes = answer.map(|answer| i64::try_from(answer.bytes()).unwrap_or(i64::MAX));
    let latency = status.map(|_| latency_ms);
    let rest = rest.map(|rest| rest.as_secs_f64());
    sql::finish_call().bind(&**tx, &call, &status, &latency, &bytes, &problem, &is_failure, &rest).one().await?;
    Ok(())
}

/// From now until then, by one clock, so that it does not matter which.
fn between(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or_default()
}
