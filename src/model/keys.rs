//! The keys that seal credentials: master keys, which the service is given, and a data key a tenant, which lie in the database,
//! sealed with a master key.
//!
//! A new master key seals the data keys anew and no more; a rotation also makes new data keys and seals every value with them,
//! so that a key that leaked is of no use afterwards.

use std::{
    collections::HashMap,
    fmt,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError, RwLock},
};

use base64::Engine as _;
use queries::queries::keys as sql;
use secrecy::{ExposeSecret as _, SecretString};
use tokio_postgres::Client;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    config::{Config, MasterKey},
    db::{Database, TenantId, TenantTx},
    error::Error,
    seal::{self, Key, Place},
};

mod file;
pub mod rotation;

/// How a key is made; said wherever one is missing.
pub const HOW_TO_MAKE_ONE: &str = "head -c 32 /dev/urandom | base64";

/// The columns that hold sealed values; the view `sealed_values` reads the same.
pub const SEALED: [(&str, &str); 7] =
    [CREDENTIALS, COOKIE_JAR, ENDPOINT_SECRET, ENDPOINT_PREVIOUS, HOOK_SECRET, HOOK_PREVIOUS, QUESTION];
/// Tokens and OAuth secrets of a connection.
pub const CREDENTIALS: (&str, &str) = ("linkedin_connections", "sealed_credentials");
/// The cookies of a personal connection.
pub const COOKIE_JAR: (&str, &str) = ("linkedin_cookies", "sealed_jar");
/// What deliveries to an endpoint are signed with.
pub const ENDPOINT_SECRET: (&str, &str) = ("webhook_endpoints", "sealed_secret");
/// What they were signed with before, for as long as that signs as well.
pub const ENDPOINT_PREVIOUS: (&str, &str) = ("webhook_endpoints", "sealed_previous");
/// What an incoming webhook is verified with.
pub const HOOK_SECRET: (&str, &str) = ("webhook_sources", "sealed_secret");
/// What it was verified with before, for as long as that is good.
pub const HOOK_PREVIOUS: (&str, &str) = ("webhook_sources", "sealed_previous");

/// What a session has asked LinkedIn for, with the secret of the app, until the answer comes.
pub const QUESTION: (&str, &str) = ("consents", "sealed_question");

/// The keys of this process.
pub struct Keyring {
    source: MasterKey,
    /// The key file, where this process has just made it.
    made: Option<PathBuf>,
    masters: RwLock<Vec<Key>>,
    /// Data keys that were opened, by their ids.
    data: Mutex<HashMap<Uuid, Key>>,
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").field("masters", &self.held()).finish_non_exhaustive()
    }
}

impl Keyring {
    /// The keys that the configuration names, if they are those of the database.  The managed database gets one when it has
    /// none yet.
    ///
    /// # Errors
    /// [`Error::Invalid`], when the key is missing, unreadable, or not the one that sealed what the database holds: nothing is
    /// sealed with a key that will not open the rest.
    pub async fn open(database: &Database, config: &Config) -> Result<Self, Error> {
        let source = config.master_key()?;
        let owner = database.owner().await?;
        let known = sql::master_keys().bind(&owner).all().await?;
        let current = known.iter().find(|key| key.retired_at.is_none());
        let mut made = None;
        let masters = match &source {
            MasterKey::Value(value) => parse(value, "RAPPORT_MASTER_KEY")?,
            MasterKey::File(path) => parse(&file::read(path)?, "RAPPORT_MASTER_KEY_FILE")?,
            MasterKey::Managed(path) => match file::read_private(path)? {
                Some(text) => parse(&text, &path.display().to_string())?,
                None if current.is_none() => {
                    made = Some(path.clone());
                    vec![file::create(path)?]
                }
                None => Vec::new(),
            },
            MasterKey::None => Vec::new(),
        };
        let keyring = Self { source, made, masters: RwLock::new(masters), data: Mutex::default() };
        if let Some(current) = current {
            keyring.prove(current)?;
        } else {
            let masters = keyring.masters();
            let Some(first) = masters.first() else {
                return Err(Error::invalid(format!(
                    "credentials are sealed with a master key, and none is given: set RAPPORT_MASTER_KEY or \
                     RAPPORT_MASTER_KEY_FILE to 32 random bytes in base64, as from: {HOW_TO_MAKE_ONE}"
                )));
            };
            sql::add_first_master_key().bind(&owner, &first.fingerprint().as_str(), &proof(first)?).await?;
        }
        Ok(keyring)
    }

    /// Whether these are still the keys of the database, which may have been replaced or rotated since they were read.
    ///
    /// # Errors
    /// [`Error::Invalid`], when they are not, and as the database gives them.
    pub async fn check(&self, owner: &Client) -> Result<(), Error> {
        let known = sql::master_keys().bind(owner).all().await?;
        let current = known.iter().find(|key| key.retired_at.is_none());
        current.map_or_else(|| Err(Error::invalid("the database holds no master key any more")), |key| self.prove(key))
    }

    /// Whether this master key is held, and is the one that it says it is.
    fn prove(&self, current: &sql::MasterKeys) -> Result<(), Error> {
        let Some(master) = self.master(&current.id) else { return Err(self.lacks(&current.id)) };
        // Two keys of one fingerprint would take somebody who looks for them.
        master.open(&proof_place(), &current.proof).map(drop).map_err(|_| self.lacks(&current.id))
    }

    /// Seals a value with the tenant's current data key, which stays the current one until the transaction ends.
    ///
    /// # Errors
    /// As the database gives them, and when this process does not hold the master key.
    pub async fn seal(
        &self,
        database: &Database,
        tx: &TenantTx,
        (table, column): (&'static str, &'static str),
        row: Uuid,
        plain: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let found = sql::current_data_key().bind(&**tx).opt().await?;
        let current = if let Some(current) = found {
            current
        } else {
            self.add_data_key(database, tx.tenant()).await?;
            sql::current_data_key().bind(&**tx).one().await?
        };
        let key = self.data_key(tx.tenant(), current.id, &current.master_key_id, &current.sealed_key)?;
        let place = Place { table, column, tenant: tx.tenant().0, row };
        key.seal(current.id, &place, plain).map_err(no_random_numbers)
    }

    /// Opens a value that was sealed for this place.
    ///
    /// # Errors
    /// [`Error::Internal`], when it was sealed for another place or with a key that is not there.
    pub async fn open_value(
        &self,
        tx: &TenantTx,
        (table, column): (&'static str, &'static str),
        row: Uuid,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let opened = self.try_to_open(tx, (table, column), row, sealed).await?;
        opened.map_err(|what| Error::Internal(anyhow::anyhow!("{table}.{column} of {row}: {what}")))
    }

    /// The same, where a value that does not open is one thing, and what would keep every other from being opened is another.
    async fn try_to_open(
        &self,
        tx: &TenantTx,
        (table, column): (&'static str, &'static str),
        row: Uuid,
        sealed: &[u8],
    ) -> Result<Result<Zeroizing<Vec<u8>>, String>, Error> {
        let place = Place { table, column, tenant: tx.tenant().0, row };
        let id = match seal::key_id(sealed) {
            Ok(id) => id,
            Err(error) => return Ok(Err(error.to_string())),
        };
        let cached = self.cached(id);
        let key = if let Some(key) = cached {
            key
        } else {
            let Some(found) = sql::data_key().bind(&**tx, &id).opt().await? else {
                return Ok(Err("the key that it was sealed with is not this tenant's".to_owned()));
            };
            match self.data_key(tx.tenant(), id, &found.master_key_id, &found.sealed_key) {
                Err(Error::Internal(damaged)) => return Ok(Err(damaged.to_string())),
                key => key?,
            }
        };
        Ok(key.open(&place, sealed).map_err(|error| error.to_string()))
    }

    /// The key file, if [`open`](Self::open) has just made it: its user has to be told to keep a copy.
    #[must_use]
    pub fn made_file(&self) -> Option<&Path> {
        self.made.as_deref()
    }

    /// The fingerprints of the master keys that this process holds, the preferred one first.
    #[must_use]
    pub fn held(&self) -> Vec<String> {
        self.masters().iter().map(Key::fingerprint).collect()
    }

    fn masters(&self) -> Vec<Key> {
        self.masters.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The master key of this fingerprint.  A file is read again for one that is not known: it may have been written since.
    fn master(&self, id: &str) -> Option<Key> {
        let find = |masters: &[Key]| masters.iter().find(|key| key.fingerprint() == id).cloned();
        let (MasterKey::File(path) | MasterKey::Managed(path)) = &self.source else { return find(&self.masters()) };
        find(&self.masters()).or_else(|| {
            let masters = parse(&file::read(path).ok()?, "").ok()?;
            let found = find(&masters);
            *self.masters.write().unwrap_or_else(PoisonError::into_inner) = masters;
            found
        })
    }

    fn cached(&self, id: Uuid) -> Option<Key> {
        self.data.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// A data key, opened with the master key that it names.
    fn data_key(&self, tenant: TenantId, id: Uuid, master: &str, sealed: &[u8]) -> Result<Key, Error> {
        if let Some(key) = self.cached(id) {
            return Ok(key);
        }
        let opened = self.master(master).ok_or_else(|| self.lacks(master))?.open(&data_key_place(tenant, id), sealed);
        let key = opened.ok().and_then(|bytes| Key::from_bytes(&bytes)).ok_or_else(|| {
            Error::Internal(anyhow::anyhow!("data key {id} does not open: the row was changed or moved"))
        })?;
        self.data.lock().unwrap_or_else(PoisonError::into_inner).insert(id, key.clone());
        Ok(key)
    }

    /// Gives a tenant a current data key, unless somebody else does at this moment.
    async fn add_data_key(&self, database: &Database, tenant: TenantId) -> Result<(), Error> {
        let mut owner = database.owner().await?;
        let tx = owner.transaction().await?;
        let master = sql::hold_current_master_key().bind(&tx).one().await?;
        let key = self.master(&master).ok_or_else(|| self.lacks(&master))?;
        let (id, data) = (Uuid::new_v4(), Key::generate().map_err(no_random_numbers)?);
        let sealed = key.seal(Uuid::nil(), &data_key_place(tenant, id), data.bytes()).map_err(no_random_numbers)?;
        sql::add_data_key().bind(&tx, &tenant.0, &id, &master.as_str(), &sealed).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What to say when a key is missing.
    fn lacks(&self, wanted: &str) -> Error {
        let held = self.held();
        let place = match &self.source {
            MasterKey::Value(_) => "RAPPORT_MASTER_KEY".to_owned(),
            MasterKey::File(path) | MasterKey::Managed(path) => path.display().to_string(),
            MasterKey::None => {
                return Error::invalid(format!(
                    "this database holds credentials that master key {wanted} seals, and no key is given: set \
                     RAPPORT_MASTER_KEY or RAPPORT_MASTER_KEY_FILE"
                ));
            }
        };
        Error::invalid(if held.is_empty() {
            format!(
                "this database holds credentials that master key {wanted} seals, and {place} is not there: put the file \
                 back from where you keep a copy"
            )
        } else {
            format!(
                "this database holds credentials that master key {wanted} seals, and {place} holds {}: use the key that \
                 was there before",
                held.join(" and ")
            )
        })
    }
}

/// The keys of a text: in base64, with spaces, commas or line feeds between them; lines that begin with # are left out.
fn parse(text: &SecretString, place: &str) -> Result<Vec<Key>, Error> {
    use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose::PAD};
    let lenient: GeneralPurposeConfig = PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let alphabets = [
        GeneralPurpose::new(&base64::alphabet::STANDARD, lenient),
        GeneralPurpose::new(&base64::alphabet::URL_SAFE, lenient),
    ];
    let lines = text.expose_secret().lines().filter(|line| !line.trim_start().starts_with('#'));
    let words =
        lines.flat_map(|line| line.split(|c: char| c.is_whitespace() || c == ',')).filter(|word| !word.is_empty());
    let mut keys: Vec<Key> = Vec::new();
    for word in words {
        let decoded = alphabets.iter().find_map(|alphabet| alphabet.decode(word).ok()).map(Zeroizing::new);
        // A value that is not one may be another secret, so nothing of it is repeated.
        let key = decoded.and_then(|bytes| Key::from_bytes(&bytes)).ok_or_else(|| {
            Error::invalid(format!(
                "{place}: a master key is 32 bytes in base64, which are 43 or 44 characters; make one with: {HOW_TO_MAKE_ONE}"
            ))
        })?;
        if keys.iter().all(|known| known.bytes() != key.bytes()) {
            keys.push(key);
        }
    }
    if keys.is_empty() {
        return Err(Error::invalid(format!("{place} holds no master key; make one with: {HOW_TO_MAKE_ONE}")));
    }
    Ok(keys)
}

const fn proof_place() -> Place {
    Place { table: "master_keys", column: "proof", tenant: Uuid::nil(), row: Uuid::nil() }
}

fn proof(key: &Key) -> Result<Vec<u8>, Error> {
    key.seal(Uuid::nil(), &proof_place(), b"rapport").map_err(no_random_numbers)
}

const fn data_key_place(tenant: TenantId, id: Uuid) -> Place {
    Place { table: "data_keys", column: "sealed_key", tenant: tenant.0, row: id }
}

pub(crate) fn no_random_numbers(error: getrandom::Error) -> Error {
    Error::Internal(anyhow::anyhow!("the system gives no random numbers: {error}"))
}
