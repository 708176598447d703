//! What to do after a call: pure functions of what came, of the attempt, and of the time.
//!
//! | what came | idempotent | not |
//! |---|---|---|
//! | 2xx | done | done |
//! | never left: no address, connection, TLS | again | again |
//! | 429, 425; 503 with Retry-After: not processed | again | again |
//! | 408, other 5xx; timeout; cut off; no JSON where JSON was due | again | give up: it may have happened |
//! | 3xx, 426, other 4xx; refused, too large, compressed, JSON of another shape | give up | give up |
//!
//! *Again* is after what Retry-After says, but never before a wait that doubles from [`DELAY`] and is drawn from [DELAY,
//! 2·DELAY), as Apify documents it; after [`ATTEMPTS`] it is over. [`linkedin`] adds what LinkedIn alone means by its answers.

use std::time::Duration;

use jiff::{Timestamp, civil::DateTime, fmt::strtime, tz::TimeZone};
use serde::Deserialize;

use super::{
    answer::Answer,
    error::{CallError, Cause, JsonFault},
};

/// The shortest wait before the second attempt.
pub const DELAY: Duration = Duration::from_millis(500);

/// How often a call is made in all.
pub const ATTEMPTS: u32 = 8;

/// The longest wait that a server can ask for.
pub const LONGEST: Duration = Duration::from_hours(24);

/// How long LinkedIn is left alone after it took us for a robot.
const BLOCKED: Duration = Duration::from_hours(24);

/// A call that was made.
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    /// Which one it was, from 1.
    pub number: u32,
    /// Whether making it twice does no more than making it once.
    pub idempotent: bool,
    /// When its result came, by the clock in which [`Verdict::Park`] answers.
    pub now: Timestamp,
    /// Where in its range the wait lies, as a part of 2³²: [`chance()`], or a number of a test's choice.
    pub chance: u32,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The answer is a success.
    Done,
    /// Make the call again.
    Retry {
        /// How long to wait before.
        after: Duration,
        /// Why.
        reason: Reason,
    },
    /// Make no call with this credential until then; this was no attempt.
    Park {
        /// Until when.
        until: Timestamp,
        /// Why.
        reason: Reason,
    },
    /// Do not make it again.
    GiveUp {
        /// Why.
        reason: Reason,
    },
}

/// Why a call is not simply done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// 429.
    #[error("the service asks to slow down")]
    Throttled,
    /// 425: it does not take what could be a replay.
    #[error("the service does not take the request yet")]
    TooEarly,
    /// 408.
    #[error("the service did not get or end the request in time")]
    RequestTimeout,
    /// 5xx.
    #[error("the service has an error of its own")]
    ServerError,
    /// There is no usable answer; holds [`CallError::kind`], whose sentence says more.
    #[error("the call failed: {0}")]
    Failed(&'static str),
    /// 3xx: an API that redirects wants a login, or is not the one that was meant.
    #[error("the service redirects instead of answering")]
    Redirected,
    /// 4xx, and what is no status.
    #[error("the service rejects the request")]
    Rejected,
    /// 426: LinkedIn has retired the version of its API that was asked for.
    #[error("the service has retired this version of its API")]
    VersionRetired,
    /// 999: LinkedIn takes us for a robot.
    #[error("LinkedIn blocks requests that look automated")]
    BotBlock,
    /// LinkedIn's calls of a day are used up.
    #[error("LinkedIn's limit of calls a day is reached")]
    DayLimit,
    /// Enough attempts.
    #[error("the service failed too often")]
    Exhausted,
    /// It cannot be known whether the request did what it asks for; find out before making it again.
    #[error("the request may have taken effect, although no answer says so")]
    MayHaveHappened,
}

impl Reason {
    /// The reason in one word, which never changes: for logs, metrics and tables.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::TooEarly => "too_early",
            Self::RequestTimeout => "request_timeout",
            Self::ServerError => "server_error",
            Self::Failed(kind) => kind,
            Self::Redirected => "redirected",
            Self::Rejected => "rejected",
            Self::VersionRetired => "version_retired",
            Self::BotBlock => "bot_block",
            Self::DayLimit => "day_limit",
            Self::Exhausted => "exhausted",
            Self::MayHaveHappened => "may_have_happened",
        }
    }
}

/// The table above: `judge(result.as_ref(), &attempt)`. If the answer's JSON cannot be read, that error is what is judged.
#[must_use]
pub fn judge(result: Result<&Answer, &CallError>, attempt: &Attempt) -> Verdict {
    match result {
        Ok(answer) => after_answer(answer, attempt),
        Err(error) => after_error(error, attempt),
    }
}

/// The table as LinkedIn means it: 999 is its block of robots, and of its throttles (429) one says that the day's calls are
/// used up, which ends at midnight UTC and not before.
#[must_use]
pub fn linkedin(result: Result<&Answer, &CallError>, attempt: &Attempt) -> Verdict {
    #[derive(Deserialize)]
    struct Failure {
        message: String,
    }
    if let Ok(answer) = result {
        // "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.", also with MEMBER. Its
        // serviceErrorCode, 101, is that of all throttles.
        let is_of_the_day = || answer.json().is_ok_and(|failure: Failure| failure.message.contains("DAY limit"));
        match answer.status.as_u16() {
            429 if is_of_the_day() => {
                let until = servers_next_utc_midnight(answer, attempt.now);
                return Verdict::Park { until, reason: Reason::DayLimit };
            }
            999 => return Verdict::Park { until: later(attempt.now, BLOCKED), reason: Reason::BotBlock },
            _ => {}
        }
    }
    judge(result, attempt)
}

fn after_answer(answer: &Answer, attempt: &Attempt) -> Verdict {
    let wait = retry_after(answer, attempt.now);
    let (reason, was_not_processed) = match answer.status.as_u16() {
        200..=299 => return Verdict::Done,
        300..=399 => return Verdict::GiveUp { reason: Reason::Redirected },
        // Apify's 408 is the end of a run that did start.
        408 => (Reason::RequestTimeout, false),
        425 => (Reason::TooEarly, true),
        426 => return Verdict::GiveUp { reason: Reason::VersionRetired },
        429 => (Reason::Throttled, true),
        // With a time to come back it is a server that turned the request away; without, often one behind it that broke.
        503 => (Reason::ServerError, wait.is_some()),
        500..=599 => (Reason::ServerError, false),
        _ => return Verdict::GiveUp { reason: Reason::Rejected },
    };
    again(reason, was_not_processed, wait, attempt)
}

fn after_error(error: &CallError, attempt: &Attempt) -> Verdict {
    let reason = Reason::Failed(error.kind());
    match error.cause {
        Cause::Invalid(_) | Cause::Blocked(_) => Verdict::GiveUp { reason },
        // These are the answers of a success, and would come again.
        Cause::TooLarge { .. } | Cause::Compressed | Cause::BadJson { fault: JsonFault::Shape, .. } => {
            Verdict::GiveUp { reason }
        }
        Cause::Unresolvable
        | Cause::Connect(_)
        | Cause::Tls(_)
        | Cause::Timeout(_)
        | Cause::Reset
        | Cause::Incomplete
        | Cause::WrongContentType(_)
        | Cause::BadJson { fault: JsonFault::Syntax | JsonFault::End, .. } => {
            again(reason, error.cause.never_left(), None, attempt)
        }
    }
}

fn again(reason: Reason, was_not_processed: bool, wait: Option<Duration>, attempt: &Attempt) -> Verdict {
    if !attempt.idempotent && !was_not_processed {
        return Verdict::GiveUp { reason: Reason::MayHaveHappened };
    }
    if attempt.number >= ATTEMPTS {
        return Verdict::GiveUp { reason: Reason::Exhausted };
    }
    Verdict::Retry { after: backoff(attempt.number, attempt.chance).max(wait.unwrap_or_default()), reason }
}

/// The wait after an attempt that failed (from 1): it doubles, and lies in [DELAY, 2·DELAY) of its turn, so that those who
/// failed together do not come back together. `chance` is a part of 2³².
#[must_use]
pub fn backoff(number: u32, chance: u32) -> Duration {
    let turn = DELAY * (1 << number.saturating_sub(1).min(ATTEMPTS));
    // In whole nanoseconds, so that no rounding reaches the open end.
    let part = (turn.as_nanos() * u128::from(chance)) >> 32;
    turn + Duration::from_nanos(u64::try_from(part).unwrap_or_default())
}

/// A random [`Attempt::chance`].
#[must_use]
pub fn chance() -> u32 {
    // Without randomness waits are only less spread.
    getrandom::u32().unwrap_or(u32::MAX / 2)
}

/// How long a server asks to be left alone: Retry-After in seconds or as a date, at most [`LONGEST`]. What is neither, or has
/// passed, asks for nothing.
///
/// A date is compared with the answer's own Date, since the two are of one clock, and ours (`now`) is another.
#[must_use]
pub fn retry_after(answer: &Answer, now: Timestamp) -> Option<Duration> {
    let text = answer.header("retry-after")?.trim();
    let wait = if text.bytes().all(|byte| byte.is_ascii_digit()) {
        Duration::from_secs(text.parse().ok()?)
    } else {
        Duration::try_from(http_date(text)?.duration_since(servers_time(answer).unwrap_or(now))).ok()?
    };
    Some(wait.min(LONGEST))
}

/// The next midnight of the server's day, in UTC, told by our clock (`now`). If ours were fast by seconds, its midnight would
/// come while the server still counts the old day, and cost the whole new one.
#[must_use]
pub fn servers_next_utc_midnight(answer: &Answer, now: Timestamp) -> Timestamp {
    let theirs = servers_time(answer).unwrap_or(now);
    let wait = next_utc_midnight(theirs).duration_since(theirs);
    later(now, Duration::try_from(wait).unwrap_or(LONGEST))
}

/// The first midnight after `now`, in UTC.
#[must_use]
pub fn next_utc_midnight(now: Timestamp) -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    let day = now.as_second().div_euclid(DAY);
    Timestamp::from_second((day + 1) * DAY).unwrap_or(Timestamp::MAX)
}

fn later(now: Timestamp, wait: Duration) -> Timestamp {
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}

fn servers_time(answer: &Answer) -> Option<Timestamp> {
    http_date(answer.header("date")?)
}

/// HTTP's date, and the two older forms that every recipient has to know (RFC 9110, 5.6.7). All are GMT.
fn http_date(text: &str) -> Option<Timestamp> {
    ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"].iter().find_map(|form| {
        let date: DateTime = strtime::parse(form, text).ok()?.to_datetime().ok()?;
        Some(date.to_zoned(TimeZone::UTC).ok()?.timestamp())
    })
}

#[cfg(test)]
mod tests;
