//! Engagements: what people did with posts.

use queries::queries::engagements as sql;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{db::TenantTx, error::Error};

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum EngagementType {
    /// Reacted
    Reaction,
    /// Said something
    Comment,
    /// Passed it on
    Share,
    /// Followed its author
    Follow,
    /// Clicked on it
    Click,
}

/// Deletes an engagement, of which every figure follows.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, engagement: i64) -> Result<(), Error> {
    match sql::delete_engagement().bind(&**tx, &engagement).await? {
        0 => Err(no_engagement()),
        _ => Ok(()),
    }
}

/// What is said of an engagement that there is not, or that is another tenant's.
#[must_use]
pub fn no_engagement() -> Error {
    Error::NotFound("there is no such engagement".to_owned())
}
