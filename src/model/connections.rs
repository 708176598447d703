//! Connections: credentials for LinkedIn or Apify, sealed, with what is known of them.
//!
//! Secrets come in as bytes of a file or of standard input, are looked at, sealed, and leave only to be sent.  A jar that
//! cannot be used is refused when it is handed over, with the names of the cookies that are at fault.

use std::str::FromStr;

use jiff::Timestamp;
use queries::queries::connections as sql;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::keys::{COOKIE_JAR, CREDENTIALS, Keyring};
use crate::{
    db::{Database, TenantId, TenantTx},
    error::Error,
    linkedin::{
        cookies::{self, Jar, Severity},
        oauth::{App, Grant},
    },
    services::Services,
};

pub mod check;
pub mod consents;
pub mod handover;

/// What a connection connects to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Type {
    /// A member's own session, by its cookies.
    Personal,
    /// A page, by OAuth.
    CompanyPage,
    /// Ad accounts, by OAuth.
    CampaignManager,
    /// Apify, by a token.
    Apify,
}

impl Type {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::CompanyPage => "company_page",
            Self::CampaignManager => "campaign_manager",
            Self::Apify => "apify",
        }
    }

    /// The type of this name.
    ///
    /// # Errors
    /// When the database knows more types than this program.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        [Self::Personal, Self::CompanyPage, Self::CampaignManager, Self::Apify]
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| Error::Internal(anyhow::anyhow!("this program does not know connections of type {name}")))
    }

    /// What LinkedIn is asked to allow.
    #[must_use]
    pub const fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::Personal | Self::Apify => &[],
            Self::CompanyPage => &["openid", "profile", "r_organization_social", "rw_organization_admin"],
            Self::CampaignManager => &["openid", "profile", "r_ads", "r_ads_reporting", "rw_dmp_segments"],
        }
    }
}

/// What opens the door.
pub enum Credentials {
    /// A member's cookies.
    Cookies(Box<Jar>),
    /// Apify's token.
    Token(SecretString),
    /// An app at LinkedIn and what a human granted it.
    OAuth(Box<(App, Grant)>),
}

/// A connection that was read from the database.
pub struct Connection {
    /// Its id.
    pub id: Uuid,
    /// The team's name for it.
    pub name: String,
    /// What it connects to.
    pub kind: Type,
    /// Its status, by the database's word.
    pub status: String,
    /// Why it is that, and what to do.
    pub reason: Option<String>,
    /// When its credentials end, as far as is known.
    pub expires_at: Option<Timestamp>,
    /// When it was last checked.
    pub last_validated: Option<Timestamp>,
    /// Whether calls with its cookies were allowed.
    pub may_probe: bool,
    /// When somebody gave it the credentials that were read: what is found out about them holds for no others.
    pub given_at: Option<Timestamp>,
    /// When it was read, by the database's clock, which decides what has ended: workers may have any.
    pub now: Timestamp,
    /// What opens the door; none where it was never given or was wiped.
    pub credentials: Option<Credentials>,
}

impl Connection {
    /// Its credentials.
    ///
    /// # Errors
    /// [`Error::Conflict`], when it has none.
    pub fn credentials(&self) -> Result<&Credentials, Error> {
        self.credentials.as_ref().ok_or_else(|| {
            Error::Conflict(format!(
                "the connection {0:?} has no credentials; give it some: rapport connection edit {0:?} …",
                self.name
            ))
        })
    }
}

/// Reads a jar that somebody hands over.
///
/// # Errors
/// [`Error::Invalid`], with all that is wrong, when it cannot be used.
pub fn read_jar(bytes: &[u8], now: Timestamp) -> Result<(Jar, Vec<String>), Error> {
    let jar = cookies::read(bytes, now).map_err(|error| Error::invalid(error.to_string()))?;
    let findings = jar.findings(now);
    let of = |severity| findings.iter().filter(move |finding| finding.severity() == severity).map(ToString::to_string);
    let errors: Vec<String> = of(Severity::Error).collect();
    if !errors.is_empty() {
        return Err(Error::invalid(errors.join("\n         ")));
    }
    let warnings = of(Severity::Warning).collect();
    Ok((jar, warnings))
}

/// Reads a token that somebody hands over: one word, as Apify's console copies it.
///
/// # Errors
/// [`Error::Invalid`], which quotes nothing of it.
pub fn read_token(bytes: &[u8]) -> Result<SecretString, Error> {
    let text = std::str::from_utf8(bytes).unwrap_or_default().trim_start_matches('\u{feff}').trim();
    let is_token =
        (16..=200).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_token {
        return Err(Error::invalid(
            "this is no Apify token, which is one word of letters, digits and underscores, such as apify_api_…; Apify's \
             console shows it under Settings, API & Integrations",
        ));
    }
    Ok(SecretString::from(text))
}

/// Calls that a connection is allowed a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallLimit {
    /// So many.
    Calls(i32),
    /// As many as its pace allows.
    None,
}

impl CallLimit {
    /// The value in the database.
    #[must_use]
    pub const fn calls(self) -> Option<i32> {
        match self {
            Self::Calls(calls) => Some(calls),
            Self::None => None,
        }
    }
}

impl FromStr for CallLimit {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(calls @ 0..) => Ok(Self::Calls(calls)),
            _ if text == "none" => Ok(Self::None),
            _ => Err("give a whole number of calls, or none"),
        }
    }
}

/// Adds a connection without credentials, with a limit or the usual one of its type; its id.
///
/// # Errors
/// [`Error::Conflict`], when there is one of this name.
pub async fn add(tx: &TenantTx, name: &str, kind: Type, call_limit: Option<CallLimit>) -> Result<Uuid, Error> {
    let limit = match call_limit {
        Some(limit) => limit.calls(),
        None => sql::default_call_limit().bind(&**tx, &Some(kind.name())).one().await?,
    };
    Ok(sql::add_connection().bind(&**tx, &name.trim(), &kind.name(), &limit).one().await?)
}

/// Forgets what was found out about the credentials that a connection had, since it is given others: none of it holds for these.
///
/// # Errors
/// As the database gives them.
pub async fn begin_anew(tx: &TenantTx, connection: Uuid) -> Result<(), Error> {
    sql::forget_check().bind(&**tx, &connection).await?;
    Ok(())
}

/// Gives a connection credentials in the place of those that it has.
///
/// # Errors
/// As the database and the keys give them.
pub async fn set_credentials(
    database: &Database,
    keyring: &Keyring,
    tx: &TenantTx,
    connection: Uuid,
    credentials: &Credentials,
) -> Result<(), Error> {
    let stored = match credentials {
        Credentials::Cookies(jar) => {
            // One jar a connection, under the connection's own id.
            let sealed = keyring.seal(database, tx, COOKIE_JAR, connection, &jar.to_sealed()).await?;
            let (format, names, ends) = (jar.format().name(), jar.names(), jar.expires_at());
            sql::set_jar().bind(&**tx, &connection, &connection, &format, &names, &sealed, &ends).await?;
            return Ok(());
        }
        Credentials::Token(token) => Stored::Token { token: token.into() },
        Credentials::OAuth(oauth) => Stored::granted(&oauth.0, &oauth.1),
    };
    let sealed = keyring.seal(database, tx, CREDENTIALS, connection, &stored.bytes()?).await?;
    sql::set_credentials().bind(&**tx, &sealed, &connection).await?;
    Ok(())
}

/// Keeps what a connection's consent was renewed to, unless somebody has given the connection other credentials since it was
/// read; whether it was kept.  A rotation of the keys in between is no reason to lose it, so that what is sealed is not compared.
///
/// # Errors
/// As the database and the keys give them.
pub async fn renew(access: Access<'_>, connection: &Connection, app: &App, grant: &Grant) -> Result<bool, Error> {
    let tx = access.database.tenant(access.tenant).await?;
    let plain = Stored::granted(app, grant).bytes()?;
    let sealed = access.keyring.seal(access.database, &tx, CREDENTIALS, connection.id, &plain).await?;
    let kept = sql::renew_credentials().bind(&*tx, &sealed, &connection.id, &connection.given_at).await?;
    tx.commit().await?;
    Ok(kept > 0)
}

/// Reads a connection by its name, with its credentials.
///
/// # Errors
/// [`Error::NotFound`], and as the keys give them.
pub async fn by_name(keyring: &Keyring, tx: &TenantTx, name: &str) -> Result<Connection, Error> {
    by_id(keyring, tx, id_of(tx, name).await?).await
}

/// The id of the connection of this name, which may be written in any case.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn id_of(tx: &TenantTx, name: &str) -> Result<Uuid, Error> {
    sql::connection_id()
        .bind(&**tx, &name.trim())
        .opt()
        .await?
        .ok_or_else(|| Error::NotFound(format!("there is no connection {name:?}; rapport connection list shows them")))
}

/// Changes the name of a connection (`name`), or the calls that it may make a day (`api_call_limit`; null: any number).
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn change(tx: &TenantTx, id: Uuid, said: Map<String, Value>) -> Result<(), Error> {
    sql::change_connection().bind(&**tx, &id, &Value::Object(said)).opt().await?.map(drop).ok_or_else(no_connection)
}

/// Deletes a connection with its credentials, and cancels its jobs.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] while runs go on at Apify that nobody else could end.
pub async fn delete(tx: &TenantTx, id: Uuid) -> Result<(), Error> {
    if sql::delete_connection().bind(&**tx, &id).one().await? { Ok(()) } else { Err(no_connection()) }
}

/// What is said of a connection that there is not, or that is another tenant's.
#[must_use]
pub fn no_connection() -> Error {
    Error::NotFound("there is no such connection".to_owned())
}

/// Reads a connection by its id, with its credentials.
///
/// # Errors
/// [`Error::NotFound`], and as the keys give them.
pub async fn by_id(keyring: &Keyring, tx: &TenantTx, id: Uuid) -> Result<Connection, Error> {
    let (connection, closed) = with_or_without_credentials(keyring, tx, id).await?;
    closed.map_or(Ok(connection), Err)
}

/// Reads a connection by its id, also one whose credentials do not open, which are to be replaced: then without them, and why.
///
/// # Errors
/// [`Error::NotFound`], and as the database gives them.
pub async fn with_or_without_credentials(
    keyring: &Keyring,
    tx: &TenantTx,
    id: Uuid,
) -> Result<(Connection, Option<Error>), Error> {
    let found = sql::connection().bind(&**tx, &id).opt().await?;
    let row = found.ok_or_else(|| Error::NotFound("the connection is not there any more".to_owned()))?;
    let (credentials, closed) = match open(keyring, tx, &row).await {
        Ok(credentials) => (credentials, None),
        Err(error) => (None, Some(error)),
    };
    let connection = Connection {
        id: row.id,
        kind: Type::from_name(&row.r#type)?,
        name: row.name,
        status: row.status,
        reason: row.status_reason,
        expires_at: row.expires_at,
        last_validated: row.last_validated,
        may_probe: row.probe_allowed_at.is_some(),
        given_at: row.given_at,
        now: row.now,
        credentials,
    };
    Ok((connection, closed))
}

async fn open(keyring: &Keyring, tx: &TenantTx, row: &sql::Connection) -> Result<Option<Credentials>, Error> {
    let damaged =
        || Error::Internal(anyhow::anyhow!("the credentials of the connection {:?} are not readable", row.name));
    if let (Some(jar), Some(sealed)) = (row.jar_id, &row.sealed_jar) {
        let plain = keyring.open_value(tx, COOKIE_JAR, jar, sealed).await?;
        Ok(Some(Credentials::Cookies(Box::new(Jar::from_sealed(&plain).map_err(|_| damaged())?))))
    } else if let Some(sealed) = &row.sealed_credentials {
        let plain = keyring.open_value(tx, CREDENTIALS, row.id, sealed).await?;
        let stored: Stored = serde_json::from_slice(&plain).map_err(|_| damaged())?;
        Ok(Some(Credentials::from(stored)))
    } else {
        Ok(None)
    }
}

/// A connection that can be used now: the one that is named, or the tenant's best of a type.  One whose last check is old is
/// checked first, by calls that are the job's, if it is for one.
///
/// # Errors
/// [`Error::Conflict`], when there is none, or it cannot be used.
pub async fn ready(
    access: Access<'_>,
    services: &Services,
    id: Option<Uuid>,
    kind: Type,
    job: Option<Uuid>,
) -> Result<Connection, Error> {
    let tx = access.database.tenant(access.tenant).await?;
    let id = match id {
        Some(id) => Some(id),
        None => sql::usable_connection().bind(&*tx, &kind.name()).opt().await?,
    };
    let id = id.ok_or_else(|| {
        Error::Conflict(format!(
            "there is no connection of type {} that can be used; rapport connection add makes one",
            kind.name()
        ))
    })?;
    let mut connection = by_id(access.keyring, &tx, id).await?;
    tx.commit().await?;
    if check::is_stale(connection.last_validated, connection.now) {
        check::check(access, services, &connection, check::Reach::Offline, job).await?;
        // It may have other credentials now.
        let tx = access.database.tenant(access.tenant).await?;
        connection = by_id(access.keyring, &tx, id).await?;
        tx.commit().await?;
    }
    if check::final_status(&connection.status).is_some() {
        return Err(Error::Conflict(format!(
            "the connection {:?} is {}; rapport connection show says what to do",
            connection.name, connection.status
        )));
    }
    Ok(connection)
}

/// Whose connection it is and where it lies: what a check and a job need to use it.
#[derive(Clone, Copy)]
pub struct Access<'a> {
    /// The database.
    pub database: &'a Database,
    /// The keys.
    pub keyring: &'a Keyring,
    /// The tenant.
    pub tenant: TenantId,
}

/// The form in which tokens are sealed.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Stored {
    Token {
        token: Plain,
    },
    OAuth {
        client_id: String,
        client_secret: Plain,
        access_token: Plain,
        expires_at: i64,
        refresh_token: Option<Plain>,
        refresh_expires_at: Option<i64>,
        scope: String,
    },
}

/// A secret on its way into or out of a sealed value, and nowhere else.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Plain(Zeroizing<String>);

impl From<&SecretString> for Plain {
    fn from(secret: &SecretString) -> Self {
        Self(Zeroizing::new(secret.expose_secret().to_owned()))
    }
}

impl From<Plain> for SecretString {
    fn from(plain: Plain) -> Self {
        Self::from(plain.0.as_str())
    }
}

impl Stored {
    fn granted(app: &App, grant: &Grant) -> Self {
        Self::OAuth {
            client_id: app.client_id.clone(),
            client_secret: (&app.client_secret).into(),
            access_token: (&grant.access_token).into(),
            expires_at: grant.expires_at.as_second(),
            refresh_token: grant.refresh_token.as_ref().map(Plain::from),
            refresh_expires_at: grant.refresh_expires_at.map(Timestamp::as_second),
            scope: grant.scope.clone(),
        }
    }

    fn bytes(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        // Long enough from the start, since a buffer that grows leaves copies behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(16 * 1024));
        serde_json::to_writer(&mut *bytes, self).map_err(|error| Error::Internal(error.into()))?;
        Ok(bytes)
    }
}

impl From<Stored> for Credentials {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Token { token } => Self::Token(token.into()),
            Stored::OAuth {
                client_id,
                client_secret,
                access_token,
                expires_at,
                refresh_token,
                refresh_expires_at,
                scope,
            } => {
                let at = |seconds| Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
                Self::OAuth(Box::new((
                    App { client_id, client_secret: client_secret.into() },
                    Grant {
                        access_token: access_token.into(),
                        expires_at: at(expires_at),
                        refresh_token: refresh_token.map(SecretString::from),
                        refresh_expires_at: refresh_expires_at.map(at),
                        scope,
                    },
                )))
            }
        }
    }
}
