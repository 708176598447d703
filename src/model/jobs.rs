//! Jobs, as whoever waits for them sees them.

use queries::queries::jobs as sql;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{db::TenantTx, error::Error};

pub mod actor;
pub mod ask;
pub mod schedules;

/// US dollars that a run at Apify may cost where nobody said how many.
pub const USUAL_COST: f64 = 5.0;

/// US dollars that a run for a job of this kind may cost; none for one that begins no run.
#[must_use]
pub fn may_cost(kind: &str, limit: Option<f64>) -> Option<f64> {
    let begins_a_run = matches!(kind, "reactions" | "comments" | "profile" | "company" | "enrichment");
    limit.or(begins_a_run.then_some(USUAL_COST))
}

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum JobKind {
    /// Fetches who reacted to a post
    Reactions,
    /// Fetches who commented on a post
    Comments,
    /// Fetches posts
    Posts,
    /// Fetches a profile
    Profile,
    /// Fetches a company's page
    Company,
    /// Fetches followers
    Followers,
    /// Takes in what a run at Apify found
    ApifyRun,
    /// Fetches the profiles of those whom it matters most to know better
    Enrichment,
    /// Checks what a connection is worth
    Validation,
    /// Asks LinkedIn's own interfaces about pages and ads
    Sync,
    /// Checks or imports a file that was uploaded
    Import,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum JobState {
    /// Waits for its turn
    Pending,
    /// Is being done
    Running,
    /// Ended well
    Completed,
    /// Ended otherwise, and is tried again
    Failed,
    /// Was given up
    Dead,
    /// Was cancelled
    Cancelled,
    /// Waits for something, or somebody
    Parked,
}

/// Makes a job due at once that did not end well, or that waits.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] for one that runs or ended well.
pub async fn retry(tx: &TenantTx, job: Uuid) -> Result<(), Error> {
    match sql::retry_job().bind(&**tx, &job).one().await?.as_str() {
        "pending" => Ok(()),
        "missing" => Err(no_job()),
        state => Err(Error::Conflict(format!("this job is {state}; only one that did not end well can be retried"))),
    }
}

/// Cancels a job that has begun nothing, or asks for the end of one that has; whether it has ended already.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] for one that is over.
pub async fn cancel(tx: &TenantTx, job: Uuid) -> Result<bool, Error> {
    match sql::cancel_job().bind(&**tx, &job).one().await?.as_str() {
        "cancelled" => Ok(true),
        "asked" => Ok(false),
        "missing" => Err(no_job()),
        state => Err(Error::Conflict(format!("this job has ended: it is {state}"))),
    }
}

/// Says what the tenant's jobs may cost in a calendar month (UTC), in US dollars as [`ask::dollars`] gives them; none: anything.
///
/// # Errors
/// As the database gives them.
pub async fn set_budget(tx: &TenantTx, usd: Option<&str>) -> Result<(), Error> {
    sql::set_budget().bind(&**tx, &usd).one().await?;
    Ok(())
}

/// What is said of a job that there is not, or that is another tenant's.
#[must_use]
pub fn no_job() -> Error {
    Error::NotFound("there is no such job".to_owned())
}
