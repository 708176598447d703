//! One error by meaning, and the dictionary from PostgreSQL's words to ours.
//!
//! The rules are the database's: constraints are named as sentences, so that the name of the one that was broken is already
//! what a user should read.

use axum::http::StatusCode;
use tokio_postgres::error::{DbError, SqlState};

/// What went wrong, by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in, or the credentials do not fit.
    #[error("{0}")]
    Unauthorized(String),
    /// Signed in, but not allowed.
    #[error("{0}")]
    Forbidden(String),
    /// There is no such thing.
    #[error("{0}")]
    NotFound(String),
    /// The input makes no sense.
    #[error("{0}")]
    Invalid(String),
    /// The input makes sense but collides with what is there.
    #[error("{0}")]
    Conflict(String),
    /// Too much at once; try later.
    #[error("{0}")]
    TooMany(String),
    /// The database cannot be reached, or not any more; try later.
    #[error("{words}")]
    Away {
        /// What keeps us from it.
        words: String,
        /// Whether it is for us to mend.  One that the user named, and that was never there, is the user's to start.
        is_ours: bool,
    },
    /// Our fault, or the machine's.
    #[error("{0:#}")]
    Internal(anyhow::Error),
}

impl Error {
    /// [`Error::Invalid`] with a sentence.
    pub fn invalid(sentence: impl Into<String>) -> Self {
        Self::Invalid(sentence.into())
    }

    /// [`Error::NotFound`]: "there is no persona "…"".
    #[must_use]
    pub fn no(noun: &str, name: &str) -> Self {
        Self::NotFound(format!("there is no {noun} {name:?}"))
    }

    /// Whether its words are for the log alone, since whoever asked can do nothing about it.
    #[must_use]
    pub const fn is_for_the_log(&self) -> bool {
        matches!(self, Self::Away { .. } | Self::Internal(_))
    }

    /// A database that was there when the work began; whether what it was last told is done, nobody knows.
    const fn lost(words: String) -> Self {
        Self::Away { words, is_ours: true }
    }

    /// The status by which an answer over HTTP says it.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Unauthorized(_) => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Away { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The exit code of the command line: 1 is the caller's to mend, 2 is ours.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Internal(_) | Self::Away { is_ours: true, .. } => 2,
            _ => 1,
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        // An error of ours that travelled through anyhow keeps its meaning.
        error.downcast().unwrap_or_else(Self::Internal)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        match error.as_db_error() {
            Some(db) => translate(db).unwrap_or_else(|| {
                Self::Internal(anyhow::anyhow!("the database says: {}", rapport_database::deploy::describe(&error)))
            }),
            // A closed connection, or an answer that was not the one that this version of the program asks for.
            None if error.is_closed() => Self::lost("the connection to the database was lost".to_owned()),
            None => Self::Internal(anyhow::anyhow!(
                "talking to the database failed: {}",
                rapport_database::deploy::describe(&error)
            )),
        }
    }
}

/// Unique indexes in words; every other constraint is a sentence already.
pub const CONFLICTS: &[(&str, &str)] = &[
    ("tenants_slug", "a tenant of this slug exists already"),
    ("personas_name", "a persona of this name exists already; rapport persona edit NAME FILE changes it"),
    ("campaigns_known_by_name_only", "a campaign of this name exists already; rapport campaign edit NAME changes it"),
    ("campaign_groups_known_by_name_only", "a campaign group of this name exists already"),
    ("campaign_strategies_name", "a strategy of this name exists already"),
    ("saved_views_name", "a view of this name exists already"),
    ("audience_segments_name", "an audience segment of this name exists already"),
    ("custom_audiences_name", "a custom audience of this name exists already"),
    ("linkedin_connections_name", "a connection of this name exists already"),
    ("api_keys_name", "a key of this name exists already; rapport api-key revoke NAME ends it"),
    ("webhook_sources_name", "a webhook of this name exists already"),
    ("webhook_endpoints_name", "an endpoint of this name exists already"),
    ("companies_known_by_name_only", "a company of this name exists already"),
    ("ads_linkedin_id", "an ad of this id of LinkedIn's exists already"),
    ("posts_url", "a post of this URL exists already"),
    ("posts_activity", "a post of this activity id exists already"),
    ("csv_imports_one_at_a_time", "this file is being imported at this moment"),
];

fn translate(db: &DbError) -> Option<Error> {
    let constraint = db.constraint().unwrap_or_default();
    let sentence = || constraint.replace('_', " ");
    Some(match db.code() {
        &SqlState::UNIQUE_VIOLATION => Error::Conflict(
            CONFLICTS
                .iter()
                .find(|(name, _)| *name == constraint)
                .map_or_else(|| "this exists already".to_owned(), |(_, words)| (*words).to_owned()),
        ),
        &SqlState::FOREIGN_KEY_VIOLATION => Error::Conflict(format!("refused: {}", sentence())),
        &SqlState::OBJECT_IN_USE => Error::Conflict(db.message().to_owned()),
        &SqlState::CHECK_VIOLATION => Error::Invalid(format!("refused: {}", sentence())),
        &SqlState::NOT_NULL_VIOLATION => Error::Invalid(format!("{} is missing", db.column().unwrap_or("a value"))),
        &SqlState::INVALID_PARAMETER_VALUE
        | &SqlState::INVALID_TEXT_REPRESENTATION
        | &SqlState::DATETIME_FIELD_OVERFLOW
        | &SqlState::NUMERIC_VALUE_OUT_OF_RANGE
        | &SqlState::CHARACTER_NOT_IN_REPERTOIRE
        | &SqlState::INVALID_DATETIME_FORMAT => Error::Invalid(db.message().to_owned()),
        &SqlState::UNTRANSLATABLE_CHARACTER => Error::Invalid("text cannot hold the character U+0000".to_owned()),
        &SqlState::INSUFFICIENT_PRIVILEGE => Error::Forbidden(db.message().to_owned()),
        &SqlState::T_R_DEADLOCK_DETECTED | &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::LOCK_NOT_AVAILABLE => {
            Error::Conflict("somebody else was changing the same rows; try again".to_owned())
        }
        &SqlState::READ_ONLY_SQL_TRANSACTION => Error::Conflict(
            "the database takes no changes: it is a standby, or set to read-only; name the primary in DATABASE_URL"
                .to_owned(),
        ),
        &SqlState::DISK_FULL => {
            Error::Internal(anyhow::anyhow!("the database's disk is full; free some space and try again"))
        }
        &SqlState::ADMIN_SHUTDOWN | &SqlState::CRASH_SHUTDOWN | &SqlState::CANNOT_CONNECT_NOW => {
            Error::lost(format!("the database ends the connection: {}", db.message()))
        }
        &SqlState::TOO_MANY_CONNECTIONS => Error::TooMany("the database has no connection left; try again".to_owned()),
        _ => return None,
    })
}
