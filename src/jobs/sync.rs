//! What LinkedIn's own interfaces say, fetched by a connection with a consent: the posts and figures of its pages, or the days
//! of its ads.

use std::time::Duration;

use jiff::{ToSpan as _, civil::Date};
use queries::queries::{jobs as sql, tenants};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Attempt, Ending, Worker};
use crate::{
    calls::{Caller, Failure},
    error::Error,
    http::retry,
    linkedin::marketing::{Marketing, Refusal},
    model::{
        connections::{
            self, Access, Connection, Credentials, Type,
            check::{self, Reach},
        },
        imports::Asked,
    },
};

mod ads;
mod pages;

/// Days that are fetched where nobody said how many.  LinkedIn corrects its figures for some weeks.
pub const USUAL_DAYS: i32 = 90;
/// Days after which a hint looks no more: what is new is on new posts.
const HINTED_DAYS: i32 = 14;
/// How long a job waits for its turn before it lets others go first.
const PATIENCE: Duration = Duration::from_secs(15);
/// After how long without a step a sync that waits for calls is given up: the calls of a whole day were not enough for one.
const STANDSTILL: Duration = Duration::from_hours(20);

/// What a sync is to fetch.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Input {
    /// Days until today.
    days: Option<i32>,
    /// Whether LinkedIn said that something happened on a page: then only its latest posts are looked at.
    hint: bool,
    /// Pages and accounts that an earlier attempt has done, before the day's calls were used up or it was stopped.
    done: Vec<String>,
    /// What it has done of the next one.
    parts: Vec<String>,
}

/// A sync on its way.
struct Syncing<'a> {
    worker: &'a Worker,
    attempt: &'a Attempt,
    linkedin: Marketing<'a>,
    connection: &'a Connection,
    /// The first day that is fetched.
    first: Date,
    /// The last one: yesterday, by LinkedIn's clock, which is UTC; days that are not over change by the minute.
    last: Date,
    is_hinted: bool,
    done: Vec<String>,
    /// What is done of the page or account that is not done yet.
    parts: Vec<String>,
    /// Pages and accounts that refused, and how the first of them did.
    refused: Vec<String>,
    refusal: Option<Failure>,
}

pub(super) async fn run(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let input: Input = serde_json::from_value(attempt.input.clone())
        .map_err(|error| Error::invalid(format!("the job's input is not one of its kind: {error}")))?;
    let access = Access { database: &worker.database, keyring: &worker.keyring, tenant: attempt.tenant };
    let connection =
        connections::ready(access, &worker.services, attempt.connection, Type::CompanyPage, Some(attempt.id)).await?;
    let Credentials::OAuth(oauth) = connection.credentials()? else {
        return Err(Error::invalid(format!(
            "the connection {:?} is of type {}; LinkedIn's interfaces take connections of type company_page or campaign_manager",
            connection.name,
            connection.kind.name()
        ))
        .into());
    };
    let tx = worker.database.tenant(attempt.tenant).await?;
    let today = sql::utc_today().bind(&*tx).one().await.map_err(Error::from)?;
    tx.commit().await?;
    let days = input.days.unwrap_or(if input.hint { HINTED_DAYS } else { USUAL_DAYS }).clamp(1, 365);
    let day = |before: i32| today.checked_sub(before.days()).map_err(|error| Error::Internal(error.into()));
    let caller = Caller {
        database: &worker.database,
        http: &worker.services.http,
        tenant: attempt.tenant,
        connection: connection.id,
        job: Some(attempt.id),
        patience: PATIENCE,
        judge: retry::linkedin,
    };
    let mut syncing = Syncing {
        worker,
        attempt,
        linkedin: Marketing { caller, services: &worker.services, token: oauth.1.access_token.clone() },
        connection: &connection,
        first: day(days)?,
        last: day(1)?,
        is_hinted: input.hint,
        done: input.done,
        parts: input.parts,
        refused: Vec::new(),
        refusal: None,
    };
    let ended = match connection.kind {
        Type::CampaignManager => syncing.ads().await,
        _ => syncing.pages().await,
    };
    match ended {
        Err(Trouble::LinkedIn(Failure::Later { wait: Some(wait), reason })) => Err(syncing.wait(wait, reason).await?),
        Err(Trouble::LinkedIn(failure)) => Err(refusal(worker, attempt, &connection, failure).await?),
        Err(Trouble::Ending(ending)) => Err(ending),
        Ok(ending) => {
            // Posts may have joined campaigns.
            let tx = worker.database.tenant(attempt.tenant).await?;
            tenants::keep_up().bind(&*tx).one().await.map_err(Error::from)?;
            tx.commit().await?;
            Ok(ending)
        }
    }
}

/// Why a sync does not go on.
enum Trouble {
    /// LinkedIn answered otherwise than hoped, which may say something about the connection.
    LinkedIn(Failure),
    Ending(Ending),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::LinkedIn(failure)
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Ending(error.into())
    }
}

impl From<tokio_postgres::Error> for Trouble {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Ending(Error::from(error).into())
    }
}

impl Syncing<'_> {
    /// Who tells what is synced, and on whose demand.
    fn asked(&self) -> Asked {
        Asked { connection: self.connection.id, job: self.attempt.id }
    }

    fn is_done(&self, name: &str) -> bool {
        self.done.iter().any(|done| done == name)
    }

    /// Notes down that a page or an account is done, so that nobody who goes on spends calls on it again.
    async fn note_done(&mut self, name: &str) -> Result<(), Trouble> {
        self.done.push(name.to_owned());
        self.parts.clear();
        self.note_progress().await
    }

    fn is_part_done(&self, part: &str) -> bool {
        self.parts.iter().any(|done| done == part)
    }

    /// Notes down that a part of a page or an account is done, which may need more calls than there are in a day.
    async fn note_part(&mut self, part: String) -> Result<(), Trouble> {
        self.parts.push(part);
        self.note_progress().await
    }

    async fn note_progress(&self) -> Result<(), Trouble> {
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let (id, attempt) = (&self.attempt.id, &self.attempt.attempt);
        sql::note_synced().bind(&*tx, &json!(self.done), &json!(self.parts), id, attempt).await?;
        Ok(tx.commit().await?)
    }

    /// Waits for more calls, unless a whole day of them has brought it no further.
    async fn wait(&self, wait: Duration, reason: String) -> Result<Ending, Error> {
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let steps = format!("{} + {}", self.done.len(), self.parts.len());
        let (id, attempt) = (&self.attempt.id, &self.attempt.attempt);
        let stood_still = sql::note_standstill().bind(&*tx, &steps.as_str(), id, attempt).opt().await?;
        tx.commit().await?;
        let name = &self.connection.name;
        Ok(match stood_still {
            Some(seconds) if seconds >= STANDSTILL.as_secs_f64() => Ending::Failed {
                why: format!(
                    "A day's calls are not enough to get any further ({reason}). Allow {name:?} more: rapport connection edit {name:?} --call-limit N; then try again: rapport job retry {id}."
                ),
                is_final: true,
            },
            _ => Ending::Later { rest: Some(wait), why: reason, needs_help: false },
        })
    }

    /// Goes on without a page or an account that LinkedIn refuses; what concerns the connection ends the sync.
    fn pass_over(&mut self, name: &str, trouble: Trouble) -> Result<(), Trouble> {
        match trouble {
            Trouble::LinkedIn(failure) if matches!(failure.status(), Some(400 | 403 | 404)) => {
                let said = Refusal::of(&failure).unwrap_or_default();
                self.refused.push(format!("{name}: {}", sentence(&said.message)));
                self.refusal.get_or_insert(failure);
                Ok(())
            }
            trouble => Err(trouble),
        }
    }

    /// How the sync ends that went through all pages or accounts.
    fn ending(&mut self, found: usize, created: i32, updated: i32, mut details: Value) -> Result<Ending, Trouble> {
        if let (true, Some(failure)) = (self.done.is_empty(), self.refusal.take()) {
            return Err(failure.into());
        }
        if !self.refused.is_empty() {
            details["refused"] = json!(self.refused);
        }
        Ok(Ending::Done { found: i32::try_from(found).unwrap_or(i32::MAX), created, updated, details })
    }

    /// Looks up between two steps: what was fetched so far is merged, and whoever goes on merges it once more.
    fn look_up(&self, done: usize, of: usize) -> Result<(), Trouble> {
        if of > 0 {
            #[expect(clippy::cast_precision_loss, reason = "a progress bar has a hundred steps")]
            self.attempt.progress(done as f32 / of as f32);
        }
        if self.attempt.is_cancelled() {
            return Err(Trouble::Ending(Ending::cancelled()));
        }
        if self.attempt.is_stopping() {
            return Err(Trouble::Ending(Ending::HandedBack));
        }
        Ok(())
    }
}

/// What a refusal means for the job, and for the connection.
async fn refusal(
    worker: &Worker,
    attempt: &Attempt,
    connection: &Connection,
    failure: Failure,
) -> Result<Ending, Error> {
    let said = Refusal::of(&failure).unwrap_or_default();
    let name = &connection.name;
    Ok(match failure.status() {
        // Whoever gave the token knows what has become of it, and a new one may be had.
        Some(401) => {
            let access = Access { database: &worker.database, keyring: &worker.keyring, tenant: attempt.tenant };
            let found = check::check(access, &worker.services, connection, Reach::Offline, Some(attempt.id)).await?;
            let is_good = matches!(found.status, "valid" | "expiring");
            Ending::Failed {
                why: match found.reason {
                    Some(reason) if !is_good => format!("LinkedIn does not take the token of {name:?}. {reason}"),
                    _ => format!(
                        "LinkedIn did not take the token of {name:?}, and says that it is a good one. If it stays so, consent again: rapport connection edit {name:?} --oauth."
                    ),
                },
                is_final: !is_good,
            }
        }
        Some(403) => Ending::Failed {
            why: format!(
                "The consent of {name:?} does not cover this, or its member is no administrator any more. LinkedIn says: {} Add the product to the app at LinkedIn (docs/linkedin.md says which), then: rapport connection edit {name:?} --oauth.",
                sentence(&said.message)
            ),
            is_final: true,
        },
        Some(426) => Ending::Failed {
            why: format!(
                "LinkedIn has retired version {} of its API. Update Rapport, or name a newer version: RAPPORT_LINKEDIN_VERSION=YYYYMM.",
                worker.services.linkedin_version
            ),
            is_final: true,
        },
        Some(_) if !said.message.is_empty() => {
            Ending::Failed { why: format!("{failure}. LinkedIn says: {}", sentence(&said.message)), is_final: true }
        }
        _ => failure.into(),
    })
}

fn count(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// LinkedIn's words, as a sentence of one line.
fn sentence(message: &str) -> String {
    let shown = crate::import::printable(message.trim(), 300);
    match shown.chars().last() {
        None => "nothing.".to_owned(),
        Some('.' | '!' | '?' | '…') => shown,
        Some(_) => format!("{shown}."),
    }
}
