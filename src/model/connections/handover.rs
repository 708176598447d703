//! Credentials that somebody hands over, by the command line, by the API or in a page: looked at before anything is written, and
//! sealed in the place of what was there.

use jiff::{SignedDuration, Timestamp};
use queries::queries::{connections as sql, jobs as jobs_sql};
use secrecy::SecretString;
use serde_json::json;
use uuid::Uuid;

use super::{CallLimit, Credentials, Type, add, begin_anew, no_connection, set_credentials};
use crate::{
    calls::First,
    db::{Database, TenantTx},
    error::Error,
    linkedin::oauth::{App, Grant},
    model::{jobs, keys::Keyring},
};

/// How long LinkedIn's access tokens live, until a check has asked for this one's end.
const TOKEN: SignedDuration = SignedDuration::from_hours(60 * 24);
/// Checks that somebody asked for come before what runs by itself.
const PRIORITY: i32 = 10;

/// The connection that gets the credentials.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// One that comes with them, or not at all.
    New {
        /// The team's name for it.
        name: &'a str,
        /// What it connects to.
        kind: Type,
        /// Calls that it is allowed a day; the usual number of its type, if nobody says it.
        call_limit: Option<CallLimit>,
    },
    /// One that is there.
    Known(Uuid),
}

/// Tokens that LinkedIn has given elsewhere, such as on the page OAuth Tools of its developer portal.
pub struct Tokens {
    /// The app's client id; that of the tokens that are replaced, if nobody says it.
    pub client_id: Option<String>,
    /// The app's client secret; that of the tokens that are replaced, if nobody says it.
    pub client_secret: Option<SecretString>,
    /// What calls are made with.
    pub access_token: SecretString,
    /// What brings a new one.
    pub refresh_token: Option<SecretString>,
}

impl Type {
    /// Whether such credentials open a connection of this type.
    #[must_use]
    pub const fn takes(self, credentials: &Credentials) -> bool {
        matches!(
            (self, credentials),
            (Self::Personal, Credentials::Cookies(_))
                | (Self::Apify, Credentials::Token(_))
                | (Self::CompanyPage | Self::CampaignManager, Credentials::OAuth(_))
        )
    }
}

/// What is said where credentials are handed over for a connection of another type.
#[must_use]
pub fn misfit(name: &str, kind: Type) -> Error {
    Error::Conflict(format!(
        "the connection {name:?} is of type {}, which these credentials are not for; add another connection",
        kind.name()
    ))
}

/// Puts credentials into a connection that is there, or into one that comes with them; its id.  The call that brought them is
/// counted as the connection's first.
///
/// # Errors
/// [`Error::Conflict`], when the name is taken or the credentials are for another type, [`Error::NotFound`], and as the keys give
/// them.
pub async fn take(
    database: &Database,
    keyring: &Keyring,
    tx: &TenantTx,
    target: Target<'_>,
    credentials: &Credentials,
    first: Option<&First>,
) -> Result<Uuid, Error> {
    let id = match target {
        Target::New { name, kind, .. } if !kind.takes(credentials) => return Err(misfit(name, kind)),
        Target::New { name, kind, call_limit } => add(tx, name, kind, call_limit).await?,
        Target::Known(id) => {
            let known = sql::connection().bind(&**tx, &id).opt().await?.ok_or_else(no_connection)?;
            let kind = Type::from_name(&known.r#type)?;
            if !kind.takes(credentials) {
                return Err(misfit(&known.name, kind));
            }
            id
        }
    };
    begin_anew(tx, id).await?;
    set_credentials(database, keyring, tx, id, credentials).await?;
    if let Some(first) = first {
        first.note(tx, id, "oauth").await?;
    }
    Ok(id)
}

/// Has a worker check a connection at once; the job, which may be one that was to come anyway.  Member's cookies are looked at and
/// not sent: that is for a human to ask for, who sees what comes of it (`rapport connection validate --live`).
///
/// # Errors
/// [`Error::NotFound`].
pub async fn ask_for_check(tx: &TenantTx, connection: Uuid) -> Result<Uuid, Error> {
    sql::connection_type().bind(&**tx, &connection).opt().await?.ok_or_else(no_connection)?;
    let Some(open) = sql::open_check().bind(&**tx, &connection).opt().await? else {
        let (kind, nothing, connection) = ("validation", json!({}), Some(connection));
        let enqueue = jobs_sql::enqueue_job;
        return Ok(enqueue()
            .bind(&**tx, &kind, &nothing, &connection, &None, &PRIORITY, &None::<&str>, &None)
            .one()
            .await?);
    };
    match jobs::retry(tx, open).await {
        // One that goes on is as good as one that begins now.
        Ok(()) | Err(Error::Conflict(_)) => Ok(open),
        Err(error) => Err(error),
    }
}

impl Tokens {
    /// The credentials that these are, with the app of those that they replace where nothing is said of it.
    ///
    /// # Errors
    /// [`Error::Invalid`], which quotes nothing of them.
    pub fn credentials(self, before: Option<&Credentials>, now: Timestamp) -> Result<Credentials, Error> {
        let app = app(self.client_id, self.client_secret, before)?;
        let secrets =
            [(Some(&self.access_token), 20, "access token"), (self.refresh_token.as_ref(), 20, "refresh token")];
        for (secret, least, what) in secrets {
            secret.map_or(Ok(()), |secret| must_be_a_word(secret, least, what))?;
        }
        let expires_at = now.checked_add(TOKEN).unwrap_or(Timestamp::MAX);
        let grant = Grant {
            access_token: self.access_token,
            expires_at,
            refresh_token: self.refresh_token,
            refresh_expires_at: None,
            scope: String::new(),
        };
        Ok(Credentials::OAuth(Box::new((app, grant))))
    }
}

/// The app that somebody names, with what they do not say of it taken from the credentials that are replaced.
///
/// # Errors
/// [`Error::Invalid`], which quotes nothing of it.
pub fn app(
    client_id: Option<String>,
    client_secret: Option<SecretString>,
    before: Option<&Credentials>,
) -> Result<App, Error> {
    let before = match before {
        Some(Credentials::OAuth(oauth)) => Some(&oauth.0),
        _ => None,
    };
    let missing =
        |what: &str| Error::invalid(format!("{what} is missing, which an app at LinkedIn has on its page Auth"));
    let client_id = client_id.or_else(|| before.map(|app| app.client_id.clone()));
    let client_secret = client_secret.or_else(|| before.map(|app| app.client_secret.clone()));
    let app = App {
        client_id: client_id.ok_or_else(|| missing("the client id"))?,
        client_secret: client_secret.ok_or_else(|| missing("the client secret"))?,
    };
    let is_id =
        (4..=100).contains(&app.client_id.len()) && app.client_id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_id {
        return Err(Error::invalid("this is no client id, which is one word of letters and digits"));
    }
    must_be_a_word(&app.client_secret, 8, "client secret")?;
    Ok(app)
}

fn must_be_a_word(secret: &SecretString, least: usize, what: &str) -> Result<(), Error> {
    use secrecy::ExposeSecret as _;
    let text = secret.expose_secret();
    if (least..=4_000).contains(&text.len()) && text.bytes().all(|byte| (b'!'..=b'~').contains(&byte)) {
        return Ok(());
    }
    Err(Error::invalid(format!("this is no {what}, which is one long word as LinkedIn's developer portal shows it")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(client_id: Option<&str>, client_secret: Option<&str>, access_token: &str) -> Tokens {
        Tokens {
            client_id: client_id.map(str::to_owned),
            client_secret: client_secret.map(SecretString::from),
            access_token: access_token.into(),
            refresh_token: None,
        }
    }

    #[test]
    fn tokens_take_the_app_of_those_that_they_replace_and_what_is_none_is_not_repeated() {
        let now = Timestamp::now();
        let (id, secret, token) = ("77fictclient", "4711canary0815", "AQXcanaryCANARYcanaryCANARY");
        let before =
            tokens(Some(id), Some(secret), token).credentials(None, now).unwrap_or_else(|error| panic!("{error}"));
        let Credentials::OAuth(after) =
            tokens(None, None, token).credentials(Some(&before), now).unwrap_or_else(|error| panic!("{error}"))
        else {
            panic!("these are an app's")
        };
        assert_eq!(after.0.client_id, id);
        for wrong in [
            tokens(None, Some(secret), token),
            tokens(Some(id), None, token),
            tokens(Some("two words"), Some(secret), token),
            tokens(Some(id), Some("canary"), token),
            tokens(Some(id), Some(secret), "canary of two words and more"),
            tokens(Some(id), Some(secret), ""),
        ] {
            let Err(error) = wrong.credentials(None, now) else { panic!("it was taken") };
            assert!(matches!(error, Error::Invalid(_)) && !error.to_string().contains("canary"), "{error}");
        }
    }
}
