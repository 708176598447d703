//! Sources of webhooks: who may deliver, and the secrets by which a delivery is known.
//!
//! Two secrets are good while one takes the place of the other, since whoever delivers learns of the new one later than we do.

use clap::ValueEnum;
use std::time::Duration;

use jiff::Timestamp;
use queries::queries::{audit as audit_sql, connections as connections_sql, webhooks as sql};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    connections::{Type, no_connection},
    keys::{self, HOOK_PREVIOUS, HOOK_SECRET, Keyring},
};
use crate::{
    db::{Database, TenantTx},
    error::Error,
    hooks::signature::Secret,
};

/// How a source's deliveries are verified, and what is done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[value(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = WebhookKind)]
pub enum Kind {
    /// LinkedIn's notifications, signed with the client secret of an app: hints to look.
    #[value(name = "linkedin")]
    #[serde(rename = "linkedin")]
    LinkedIn,
    /// Apify's, which are not signed: hints that a run has ended.
    Apify,
    /// Anybody who signs as Standard Webhooks says: engagements.
    Generic,
}

impl Kind {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LinkedIn => "linkedin",
            Self::Apify => "apify",
            Self::Generic => "generic",
        }
    }

    /// The kind of this name.
    ///
    /// # Errors
    /// When the database knows more kinds than this program.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        <Self as ValueEnum>::from_str(name, false)
            .map_err(|_| Error::Internal(anyhow::anyhow!("this program does not know webhooks of kind {name}")))
    }

    /// A new secret, for a kind whose secrets are ours to choose; none for LinkedIn, which gives one.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new_secret(self) -> Result<Option<Secret>, Error> {
        let secret = match self {
            Self::LinkedIn => return Ok(None),
            Self::Apify => Secret::random_word(),
            Self::Generic => Secret::random(),
        };
        secret.map(Some).map_err(keys::no_random_numbers)
    }

    /// Reads a secret that somebody hands over.
    ///
    /// # Errors
    /// [`Error::Invalid`], which quotes nothing of it.
    pub fn read_secret(self, bytes: &[u8]) -> Result<Secret, Error> {
        let text = std::str::from_utf8(bytes).unwrap_or_default().trim_start_matches('\u{feff}').trim();
        let is_word = |least: usize| {
            (least..=200).contains(&text.len()) && text.bytes().all(|byte| (b'!'..=b'~').contains(&byte))
        };
        let (read, what) = match self {
            Self::LinkedIn => (
                Secret::new(text.as_bytes()).filter(|_| is_word(8)),
                "this is no client secret, which LinkedIn's developer portal shows on the page Auth of the app",
            ),
            Self::Apify => (
                Secret::new(text.as_bytes()).filter(|_| is_word(24)),
                "a secret for Apify is one word of 24 characters or more; leave --secret out, and one is made",
            ),
            Self::Generic => (
                Secret::from_whsec(text),
                "a secret of Standard Webhooks is whsec_ and 24 to 64 bytes in base64; leave --secret out, and one is made",
            ),
        };
        read.ok_or_else(|| Error::invalid(what))
    }
}

impl Kind {
    /// The secret that the other side gave, or a new one, and whether it was made here.
    ///
    /// # Errors
    /// [`Error::Invalid`], which quotes nothing of it, also where LinkedIn's is missing.
    pub fn secret(self, given: Option<&[u8]>) -> Result<(Secret, bool), Error> {
        if let Some(given) = given {
            return Ok((self.read_secret(given)?, false));
        }
        let none = || Error::invalid("LinkedIn signs with the client secret of the app, which has to be given");
        Ok((self.new_secret()?.ok_or_else(none)?, true))
    }

    /// A secret as the other side is told it.
    #[must_use]
    pub fn told(self, secret: &Secret) -> Zeroizing<String> {
        match self {
            Self::Generic => secret.to_whsec(),
            Self::Apify | Self::LinkedIn => Zeroizing::new(String::from_utf8_lossy(secret.bytes()).into_owned()),
        }
    }

    /// The type of connection with which hints are followed up; none where a delivery is no hint.
    const fn follower(self) -> Option<Type> {
        match self {
            Self::LinkedIn => Some(Type::CompanyPage),
            Self::Apify => Some(Type::Apify),
            Self::Generic => None,
        }
    }
}

/// Refuses a source whose hints nobody could follow up, and one with a connection that nobody needs.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`], and [`Error::Conflict`] for a connection of another type.
pub async fn must_follow_up(tx: &TenantTx, kind: Kind, connection: Option<Uuid>) -> Result<(), Error> {
    match (kind.follower(), connection) {
        (Some(wanted), Some(id)) => {
            let found = connections_sql::connection().bind(&**tx, &id).opt().await?.ok_or_else(no_connection)?;
            if found.r#type == wanted.name() {
                return Ok(());
            }
            Err(Error::Conflict(format!(
                "the connection {:?} is of type {}; webhooks of kind {} need one of type {}",
                found.name,
                found.r#type,
                kind.name(),
                wanted.name()
            )))
        }
        (Some(wanted), None) => Err(Error::invalid(format!(
            "deliveries of kind {} are hints; say with which connection, of type {}, they are followed up",
            kind.name(),
            wanted.name()
        ))),
        (None, Some(_)) => Err(Error::invalid("deliveries of kind generic need no connection")),
        (None, None) => Ok(()),
    }
}

/// A source, as a delivery meets it.
#[derive(Debug)]
pub struct Source {
    /// Its id.
    pub id: Uuid,
    /// How it is verified.
    pub kind: Kind,
    /// False: everything is refused.
    pub is_active: bool,
    /// Its secret.
    pub current: Option<Secret>,
    /// The one before, if it is still good.
    pub previous: Option<Secret>,
    /// What time it is for the database.
    pub now: Timestamp,
}

/// Reads the source of a name.
///
/// # Errors
/// As the database and the keys give them.
pub async fn by_name(keyring: &Keyring, tx: &TenantTx, name: &str) -> Result<Option<Source>, Error> {
    let Some(row) = sql::webhook_source().bind(&**tx, &name).opt().await? else { return Ok(None) };
    let current = open(keyring, tx, HOOK_SECRET, row.id, row.sealed_secret.as_deref()).await?;
    let previous = open(keyring, tx, HOOK_PREVIOUS, row.id, row.sealed_previous.as_deref()).await?;
    let kind = Kind::from_name(&row.kind)?;
    Ok(Some(Source { id: row.id, kind, is_active: row.is_active, current, previous, now: row.now }))
}

async fn open(
    keyring: &Keyring,
    tx: &TenantTx,
    place: (&'static str, &'static str),
    id: Uuid,
    sealed: Option<&[u8]>,
) -> Result<Option<Secret>, Error> {
    let Some(sealed) = sealed else { return Ok(None) };
    Ok(Secret::new(&keyring.open_value(tx, place, id, sealed).await?))
}

/// Adds a source; its id.
///
/// # Errors
/// [`Error::Conflict`], when there is one of this name, and as the keys give them.
pub async fn add(
    database: &Database,
    keyring: &Keyring,
    tx: &TenantTx,
    name: &str,
    kind: Kind,
    connection: Option<Uuid>,
    secret: &Secret,
) -> Result<Uuid, Error> {
    let id = sql::add_webhook_source().bind(&**tx, &name, &kind.name(), &connection).one().await?;
    let sealed = keyring.seal(database, tx, HOOK_SECRET, id, secret.bytes()).await?;
    sql::set_webhook_secrets().bind(&**tx, &sealed, &None::<Vec<u8>>, &None, &id).await?;
    note(tx, "webhook.added", id, &json!({"name": name, "kind": kind.name()})).await?;
    Ok(id)
}

/// What is said of a source that there is not, or that is another tenant's.
#[must_use]
pub fn no_source() -> Error {
    Error::NotFound("there is no such source of webhooks".to_owned())
}

/// Has a source refuse everything, or take deliveries again.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn activate(tx: &TenantTx, id: Uuid, is_active: bool) -> Result<(), Error> {
    match sql::activate_webhook_source().bind(&**tx, &is_active, &id).await? {
        0 => Err(no_source()),
        _ => Ok(()),
    }
}

/// Deletes a source with its secret and its deliveries.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, id: Uuid) -> Result<(), Error> {
    match sql::delete_webhook_source().bind(&**tx, &id).await? {
        0 => Err(no_source()),
        _ => Ok(()),
    }
}

async fn note(tx: &TenantTx, event: &str, id: Uuid, details: &Value) -> Result<(), Error> {
    audit_sql::note().bind(&**tx, &tx.tenant().0, &event, &id.to_string().as_str(), details).await?;
    Ok(())
}

/// A source that nobody else gives a new secret until the transaction ends.
#[derive(Debug)]
pub struct Held {
    /// Its id.
    pub id: Uuid,
    /// How it is verified.
    pub kind: Kind,
    sealed: Option<Vec<u8>>,
}

/// Holds the source of a name, whose secret is to be replaced.
///
/// # Errors
/// As the database gives them.
pub async fn hold(tx: &TenantTx, name: &str) -> Result<Option<Held>, Error> {
    let row = sql::held_webhook_source().bind(&**tx, &name).opt().await?;
    row.map(|row| Ok(Held { id: row.id, kind: Kind::from_name(&row.kind)?, sealed: row.sealed_secret })).transpose()
}

/// Gives a source a new secret; the one that it has is good for so long beside it.
///
/// # Errors
/// As the database and the keys give them; where the old secret ends at once, it need not open any more.
pub async fn rotate(
    database: &Database,
    keyring: &Keyring,
    tx: &TenantTx,
    source: &Held,
    secret: &Secret,
    keep: Duration,
) -> Result<(), Error> {
    let sealed = keyring.seal(database, tx, HOOK_SECRET, source.id, secret.bytes()).await?;
    let current = match source.sealed.as_deref().filter(|_| !keep.is_zero()) {
        Some(sealed) => open(keyring, tx, HOOK_SECRET, source.id, Some(sealed)).await?,
        None => None,
    };
    let previous = match current {
        Some(current) => Some(keyring.seal(database, tx, HOOK_PREVIOUS, source.id, current.bytes()).await?),
        None => None,
    };
    sql::set_webhook_secrets().bind(&**tx, &sealed, &previous, &Some(keep.as_secs_f64()), &source.id).await?;
    note(tx, "webhook.rotated", source.id, &json!({"old_is_good_for_s": keep.as_secs()})).await
}

/// Refused events of which the reason is told.
const TOLD: usize = 3;

/// What became of a delivery, in a sentence, by its row.
#[must_use]
pub fn what_became(row: &Value) -> String {
    let outcome = &row["outcome"];
    if let Some(text) = row["error"].as_str().or(outcome["note"].as_str()) {
        return text.to_owned();
    }
    let count = |key: &str| outcome[key].as_u64().unwrap_or_default();
    let skipped: u64 = outcome["skipped"].as_object().into_iter().flatten().filter_map(|(_, n)| n.as_u64()).sum();
    let parts = [
        (count("created"), "created"),
        (count("updated"), "updated"),
        (count("unchanged"), "unchanged"),
        (skipped, "skipped"),
        (count("refused"), "refused"),
    ];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    let reasons = outcome["reasons"].as_array().map(Vec::as_slice).unwrap_or_default();
    let why: Vec<String> = reasons.iter().take(TOLD).map(reason).collect();
    match why.as_slice() {
        [] => parts.join(", "),
        why => format!("{}: {}", parts.join(", "), why.join("; ")),
    }
}

/// Why an event was refused, in a sentence.
fn reason(refused: &Value) -> String {
    let said = |key: &str| refused[key].as_str().unwrap_or_default();
    let field = if said("field").is_empty() { String::new() } else { format!(", {}", said("field")) };
    format!("event {}{field}: {}", refused["event"], said("reason"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_secret_that_is_handed_over_fits_its_kind_and_is_not_repeated() {
        let whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assert_eq!(Kind::Generic.read_secret(format!("{whsec}\r\n").as_bytes()).unwrap().bytes().len(), 24);
        assert_eq!(
            Kind::LinkedIn.read_secret(b"\xef\xbb\xbf WPL_AP1.fictfict== ").unwrap().bytes(),
            b"WPL_AP1.fictfict=="
        );
        for (kind, wrong) in [
            (Kind::Generic, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            (Kind::LinkedIn, "short"),
            (Kind::LinkedIn, "two words of it"),
            (Kind::LinkedIn, ""),
            (Kind::Apify, "too-short-for-a-secret"),
            (Kind::Apify, "\n"),
        ] {
            let error = kind.read_secret(wrong.as_bytes()).unwrap_err().to_string();
            assert!(wrong.trim().is_empty() || !error.contains(wrong), "{error}");
        }
        assert!(Kind::LinkedIn.read_secret(b"\xff\xff\xff\xff\xff\xff\xff\xff\xff").is_err());
    }

    #[test]
    fn what_became_of_a_delivery_is_a_sentence() {
        let row = json!({"outcome": {"created": 2, "updated": 0, "unchanged": 1, "skipped": {"company_page": 3}, "refused": 1}});
        assert_eq!(what_became(&row), "2 created, 1 unchanged, 3 skipped, 1 refused");
        let row = json!({"outcome": {"created": 1, "refused": 2, "reasons": [
            {"event": 2, "field": "profile_url", "reason": "is no profile"}, {"event": 4, "field": null, "reason": "is no object"}]}});
        assert_eq!(
            what_became(&row),
            "1 created, 2 refused: event 2, profile_url: is no profile; event 4: is no object"
        );
        assert_eq!(what_became(&json!({"error": null, "outcome": {"note": "nothing"}})), "nothing");
        assert_eq!(what_became(&json!({"error": "why", "outcome": null})), "why");
    }
}
