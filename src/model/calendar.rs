//! The content calendar: what is planned for when.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use queries::queries::calendar as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{db::TenantTx, error::Error};

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CalendarStatus {
    /// An idea
    Draft,
    /// Decided
    Scheduled,
    /// Done
    Published,
    /// Given up
    Cancelled,
}

/// What a post is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum ContentType {
    /// Words alone
    Text,
    /// A picture
    Image,
    /// Several pictures or cards
    Carousel,
    /// Pages to leaf through
    Document,
    /// A film
    Video,
    /// A question with answers to choose from
    Poll,
    /// A long text of its own
    Article,
    /// An event
    Event,
    /// Anything else
    Other,
}

/// Makes an entry; its id.
///
/// # Errors
/// [`Error::Invalid`] for what the database refuses, and [`Error::Conflict`] where it names what there is not.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<Uuid, Error> {
    Ok(sql::create_entry().bind(&**tx, &in_columns(said)).one().await?)
}

/// Changes what is said; the entry's title from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, entry: Uuid, said: Map<String, Value>) -> Result<String, Error> {
    sql::change_entry().bind(&**tx, &entry, &in_columns(said)).opt().await?.ok_or_else(no_entry)
}

/// Deletes an entry.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, entry: Uuid) -> Result<(), Error> {
    match sql::delete_entry().bind(&**tx, &entry).await? {
        0 => Err(no_entry()),
        _ => Ok(()),
    }
}

/// What is said of an entry that there is not, or that is another tenant's.
#[must_use]
pub fn no_entry() -> Error {
    Error::NotFound("there is no such entry in the calendar".to_owned())
}

fn in_columns(mut said: Map<String, Value>) -> Value {
    if let Some(paid) = said.remove("paid") {
        said.insert("is_paid".to_owned(), paid);
    }
    Value::Object(said)
}
