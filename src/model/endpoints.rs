//! Endpoints: where a team wants to be told of what happens, and the secrets that sign what is sent there.

use std::{fmt, time::Duration};

use clap::ValueEnum;
use queries::queries::{audit as audit_sql, endpoints as sql};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::keys::{self, ENDPOINT_PREVIOUS, ENDPOINT_SECRET, Keyring};
use crate::{
    db::{Database, TenantTx},
    error::Error,
    hooks::signature::Secret,
    http::AllowedOrigins,
    values::word,
};

/// How long a secret signs beside the one that took its place, if nobody says otherwise.
pub const KEPT: Duration = Duration::from_hours(24);
/// The longest.
pub const LONGEST_KEPT: Duration = Duration::from_hours(30 * 24);
/// Characters of an address.
const ADDRESS: usize = 2_000;

/// What an endpoint is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize, ToSchema)]
pub enum EndpointEvent {
    /// People began to match a persona
    #[value(name = "person.entered")]
    #[serde(rename = "person.entered")]
    PersonEntered,
    /// People ceased to match a persona
    #[value(name = "person.left")]
    #[serde(rename = "person.left")]
    PersonLeft,
    /// An import is over
    #[value(name = "import.finished")]
    #[serde(rename = "import.finished")]
    ImportFinished,
    /// A job was given up
    #[value(name = "job.failed")]
    #[serde(rename = "job.failed")]
    JobFailed,
    /// A connection expires, has expired, is blocked or paused
    #[value(name = "connection.needs_attention")]
    #[serde(rename = "connection.needs_attention")]
    ConnectionNeedsAttention,
    /// Something is wrong that somebody has to look at
    #[value(name = "alert.raised")]
    #[serde(rename = "alert.raised")]
    AlertRaised,
    /// Somebody tries the endpoint; this one comes to every endpoint that is tried
    #[value(name = "endpoint.test")]
    #[serde(rename = "endpoint.test")]
    EndpointTest,
}

impl EndpointEvent {
    /// Those that somebody may or may not want.
    pub const OFFERED: [Self; 6] = [
        Self::PersonEntered,
        Self::PersonLeft,
        Self::ImportFinished,
        Self::JobFailed,
        Self::ConnectionNeedsAttention,
        Self::AlertRaised,
    ];

    /// What it says, in a sentence without a full stop.
    #[must_use]
    pub fn words(self) -> String {
        self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }
}

/// How a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Not sent yet
    Pending,
    /// Failed, and will be tried again
    Failed,
    /// Taken
    Delivered,
    /// Given up
    Dead,
}

/// An endpoint that was made now, with its secret, which is shown this once.
pub struct New {
    /// Its id.
    pub id: Uuid,
    /// Its secret.
    pub secret: Secret,
}

impl fmt::Debug for New {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("New").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Who keeps secrets.
#[derive(Clone, Copy)]
pub struct Sealing<'a> {
    /// The database.
    pub database: &'a Database,
    /// The keys.
    pub keyring: &'a Keyring,
}

/// Adds an endpoint; without events it is told of all.
///
/// # Errors
/// [`Error::Invalid`] for an address that would never be called, [`Error::Conflict`] when there is one of this name or there are
/// too many, and as the keys give them.
pub async fn add(
    sealing: Sealing<'_>,
    tx: &TenantTx,
    allowed: &AllowedOrigins,
    (name, url): (&str, &str),
    events: &[EndpointEvent],
) -> Result<New, Error> {
    let url = address(allowed, url)?;
    let events: Vec<String> = events.iter().map(word).collect();
    let secret = Secret::random().map_err(keys::no_random_numbers)?;
    let id = sql::add_endpoint().bind(&**tx, &name, &url.as_str(), &events).one().await?;
    let sealed = sealing.keyring.seal(sealing.database, tx, ENDPOINT_SECRET, id, secret.bytes()).await?;
    sql::set_endpoint_secrets().bind(&**tx, &sealed, &None::<Vec<u8>>, &None, &id).await?;
    Ok(New { id, secret })
}

/// Changes an endpoint's `name`, `url`, `events`, or whether it `is_active`.
///
/// # Errors
/// [`Error::NotFound`], and as [`add`].
pub async fn change(
    tx: &TenantTx,
    allowed: &AllowedOrigins,
    id: Uuid,
    mut said: Map<String, Value>,
) -> Result<(), Error> {
    if let Some(url) = said.get_mut("url") {
        *url = address(allowed, url.as_str().unwrap_or_default())?.into();
    }
    sql::change_endpoint().bind(&**tx, &id, &Value::Object(said)).opt().await?.map(drop).ok_or_else(no_endpoint)
}

/// Gives an endpoint a new secret; the one that it has signs as well for so long.
///
/// # Errors
/// [`Error::NotFound`], and as the keys give them.
pub async fn rotate(sealing: Sealing<'_>, tx: &TenantTx, id: Uuid, keep: Duration) -> Result<Secret, Error> {
    let held = sql::hold_endpoint().bind(&**tx, &id).opt().await?.ok_or_else(no_endpoint)?;
    let secret = Secret::random().map_err(keys::no_random_numbers)?;
    let Sealing { database, keyring } = sealing;
    let sealed = keyring.seal(database, tx, ENDPOINT_SECRET, id, secret.bytes()).await?;
    let previous = match held.sealed_secret.filter(|_| !keep.is_zero()) {
        Some(old) => {
            let old = keyring.open_value(tx, ENDPOINT_SECRET, id, &old).await?;
            Some(keyring.seal(database, tx, ENDPOINT_PREVIOUS, id, &old).await?)
        }
        None => None,
    };
    sql::set_endpoint_secrets().bind(&**tx, &sealed, &previous, &Some(keep.as_secs_f64()), &id).await?;
    let details = json!({"old_signs_for_s": keep.as_secs()});
    audit_sql::note().bind(&**tx, &tx.tenant().0, &"endpoint.rotated", &id.to_string().as_str(), &details).await?;
    Ok(secret)
}

/// Deletes an endpoint with its deliveries.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, id: Uuid) -> Result<(), Error> {
    match sql::delete_endpoint().bind(&**tx, &id).await? {
        0 => Err(no_endpoint()),
        _ => Ok(()),
    }
}

/// Has a worker send a test; the delivery.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] for one that is switched off.
pub async fn test(tx: &TenantTx, id: Uuid) -> Result<Uuid, Error> {
    if let Some(delivery) = sql::test_endpoint().bind(&**tx, &id).opt().await? {
        return Ok(delivery);
    }
    sql::hold_endpoint().bind(&**tx, &id).opt().await?.ok_or_else(no_endpoint)?;
    Err(Error::Conflict("this endpoint is switched off; resume it first".to_owned()))
}

/// Makes a delivery due once more, under the id that it had.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn replay(tx: &TenantTx, delivery: Uuid) -> Result<(), Error> {
    match sql::replay_sending().bind(&**tx, &delivery).one().await?.as_str() {
        "pending" => Ok(()),
        _ => Err(no_delivery()),
    }
}

/// An address that may be called, as it is written by everybody.
fn address(allowed: &AllowedOrigins, url: &str) -> Result<String, Error> {
    let mut url = allowed.check(url.trim())?;
    // Nobody sends it.
    url.set_fragment(None);
    let url = String::from(url);
    if url.len() > ADDRESS {
        return Err(Error::Invalid(format!("an address has at most {ADDRESS} characters")));
    }
    Ok(url)
}

/// What is said of an endpoint that there is not, or that is another tenant's.
#[must_use]
pub fn no_endpoint() -> Error {
    Error::NotFound("there is no such endpoint".to_owned())
}

/// What is said of a delivery that there is not, or that is another tenant's.
#[must_use]
pub fn no_delivery() -> Error {
    Error::NotFound("there is no such delivery, or it is forgotten".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_would_be_called() {
        let none = AllowedOrigins::default();
        assert_eq!(address(&none, " https://Hooks.example/a?b#c ").unwrap(), "https://hooks.example/a?b");
        let long = format!("https://hooks.example/{}", "a".repeat(2000));
        for wrong in [
            "",
            "hooks.example",
            "http://hooks.example/",
            "https://127.0.0.1/",
            "https://user:word@hooks.example/",
            &long,
        ] {
            assert!(matches!(address(&none, wrong), Err(Error::Invalid(_))), "{wrong}");
        }
        let here: AllowedOrigins = "http://127.0.0.1:5678".parse().unwrap();
        assert!(
            address(&here, "http://127.0.0.1:5678/hook").is_ok() && address(&here, "http://127.0.0.1:5679/").is_err()
        );
    }

    #[test]
    fn every_event_is_the_databases_and_has_words() {
        let schema = include_str!("../../database/schema.sql");
        for event in EndpointEvent::value_variants() {
            assert!(schema.contains(&format!("'{}'", word(event))) && !event.words().is_empty(), "{event:?}");
            assert_eq!(json!(event), json!(word(event)));
        }
    }
}
