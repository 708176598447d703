//! API keys: what a program of a tenant holds up.  A key is `rapport_NAME.SECRET`: the name is no secret, is shown in lists and
//! written into logs; of the secret, which begins with the tenant, the database has the hash.

use std::{fmt, net::IpAddr, sync::Arc, time::Duration};

use queries::queries::api_keys as sql;
use serde_json::json;
use tokio::sync::Semaphore;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::tokens::Token;
use crate::{
    db::{Database, TenantId, TenantTx},
    error::Error,
    hooks::signature::to_hex,
};

/// How keys begin, so that whoever finds one in a repository knows whose it is.
const PREFIX: &str = "rapport_";

/// What a key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Scope {
    /// Read everything but the audit log.
    Read,
    /// Create, change and delete.
    Write,
    /// Bring engagements, and nothing else.
    Ingest,
    /// Read the audit log.
    Audit,
}

impl Scope {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Ingest => "ingest",
            Self::Audit => "audit",
        }
    }
}

/// A key that is good.
#[derive(Debug, Clone)]
pub struct ApiKey {
    /// Its id.
    pub id: Uuid,
    /// Its tenant.
    pub tenant: TenantId,
    /// The part of it that is no secret.
    pub prefix: String,
    /// What it may do.
    pub scopes: Vec<String>,
}

/// What a key has left of its calls.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// Calls at once, after a rest.
    pub most: i32,
    /// Calls that are left at this moment.
    pub remaining: i32,
    /// When all of them are there again.
    pub full_in: Duration,
    /// How long it takes for the next one, where none is left: this call is none.
    pub wait: Option<Duration>,
}

impl Rate {
    /// How long it takes for all calls to come back.
    pub const WINDOW: Duration = Duration::from_secs(10);
}

/// A key that was made now, whole, for the only time.
pub struct New {
    /// Its id.
    pub id: Uuid,
    /// The key.
    pub key: Zeroizing<String>,
}

impl fmt::Debug for New {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("New").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Makes a key.
///
/// # Errors
/// [`Error::Conflict`], when there is one of this name that is good.
pub async fn add(tx: &TenantTx, name: &str, scopes: &[Scope], days: Option<i32>) -> Result<New, Error> {
    let secret = Token::of_tenant(tx.tenant())?;
    let hash = secret.hash();
    // The beginning of a hash tells nothing of what was hashed.
    let prefix = format!("{PREFIX}{}", to_hex(&hash[..4]));
    let mut scopes: Vec<&str> = scopes.iter().map(|scope| scope.name()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let (tenant, name) = (tx.tenant().0, name.trim());
    let id = sql::add_api_key()
        .bind(&**tx, &tenant, &name, &prefix.as_str(), &hash.as_slice(), &scopes, &days)
        .one()
        .await?;
    Ok(New { id, key: Zeroizing::new(format!("{prefix}.{}", *secret.text())) })
}

/// What looks at keys.
pub struct Keys {
    database: Arc<Database>,
    /// What is written down of keys that are refused, one at a time: they may come by thousands, and others need connections too.
    noting: Arc<Semaphore>,
}

impl Keys {
    /// The keys of this database.
    #[must_use]
    pub fn new(database: Arc<Database>) -> Self {
        Self { database, noting: Arc::new(Semaphore::new(1)) }
    }

    /// The key that somebody holds up, with a call taken from its rate; none, where it is none, or not any more.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn of(&self, shown: &str, address: Option<IpAddr>) -> Result<Option<(ApiKey, Rate)>, Error> {
        let Some((prefix, secret)) = shown.split_once('.') else { return Ok(None) };
        let Some(secret) = Token::read(secret) else { return Ok(None) };
        let Some(tenant) = secret.tenant() else { return Ok(None) };
        let tx = self.database.tenant(tenant).await?;
        let found = sql::use_api_key().bind(&*tx, &prefix, &secret.hash().as_slice()).opt().await?;
        // Names that are nobody's are not worth a note, and those who try thousands must not take the turn of one that is.
        let is_known = found.is_none() && sql::is_api_key().bind(&*tx, &prefix).one().await?;
        tx.commit().await?;
        let Some(found) = found else {
            if is_known {
                self.note_refusal(tenant, prefix, &secret, address);
            }
            return Ok(None);
        };
        let time = |seconds: f64| Duration::try_from_secs_f64(seconds).unwrap_or_default();
        let key = ApiKey { id: found.id, tenant, prefix: prefix.to_owned(), scopes: found.scopes };
        let (most, remaining) = (found.most, found.remaining);
        Ok(Some((key, Rate { most, remaining, full_in: time(found.full_in_s), wait: found.wait_s.map(time) })))
    }

    /// Writes down that the key of this name was refused: after the answer, which must not take longer than where there is none.
    fn note_refusal(&self, tenant: TenantId, prefix: &str, secret: &Token, address: Option<IpAddr>) {
        let Ok(turn) = Arc::clone(&self.noting).try_acquire_owned() else { return };
        let (database, prefix, hash) = (Arc::clone(&self.database), prefix.to_owned(), secret.hash());
        let details = json!({"address": address.map(|address| address.to_string())});
        tokio::spawn(async move {
            let _turn = turn;
            let noted = async {
                let owner = database.lent_owner().await?;
                let noting = sql::note_refused_key();
                Ok::<_, Error>(noting.bind(&owner, &details, &hash.as_slice(), &tenant.0, &prefix.as_str()).await?)
            };
            if let Err(error) = noted.await {
                tracing::warn!("that an API key was refused could not be written down: {error}");
            }
        });
    }
}
