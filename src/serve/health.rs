//! Whether we live, and whether we are ready: for whoever starts us and sends requests our way.
//!
//! `/livez` says that the process answers, and asks nobody else: a database that is away is no reason to start us anew.
//! `/readyz` says whether requests can be answered, and what is missing where they cannot.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use rapport_database::deploy;
use serde_json::json;
use tokio_postgres::Client;

use super::{glance::Glance, said};
use crate::{db::Database, error::Error, model::keys::Keyring};

/// How long an answer is good.
const FRESH: Duration = Duration::from_secs(1);

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    Database,
    Migrations,
    MasterKey,
}

/// What has to be there.
struct Needs {
    keyring: Arc<Keyring>,
    missing: Glance<Option<Missing>>,
}

pub(super) fn router(database: Arc<Database>, keyring: Arc<Keyring>) -> Router {
    let needs = Arc::new(Needs { keyring, missing: Glance::new(database, FRESH) });
    Router::new()
        .route("/livez", get(async || said(StatusCode::OK, &json!({"status": "alive"}))))
        .route("/readyz", get(ready))
        .with_state(needs)
}

async fn ready(State(needs): State<Arc<Needs>>) -> Response {
    // Apart from the request, so that an answer is found also for the next who asks when this one goes away.
    let found = tokio::spawn(async move { needs.missing().await }).await.unwrap_or(Some(Missing::Database));
    match found {
        None => said(StatusCode::OK, &json!({"status": "ready"})),
        Some(missing) => {
            said(StatusCode::SERVICE_UNAVAILABLE, &json!({"status": "not ready", "missing": missing.in_words()}))
        }
    }
}

impl Needs {
    async fn missing(&self) -> Option<Missing> {
        self.missing.at(async |owner| self.look(owner).await).await.unwrap_or(Some(Missing::Database))
    }

    async fn look(&self, owner: &mut Client) -> Result<Option<Missing>, Error> {
        match deploy::is_pending(owner).await {
            Ok(false) => {}
            Err(deploy::DeployError::Database(error)) if error.code().is_none() => return Err(error.into()),
            // Where it is at another version, or where that cannot be read: those tables are not ours to work with.
            Ok(true) | Err(_) => return Ok(Some(Missing::Migrations)),
        }
        match self.keyring.check(owner).await {
            Ok(()) => Ok(None),
            Err(Error::Invalid(_)) => Ok(Some(Missing::MasterKey)),
            Err(error) => Err(error),
        }
    }
}

impl Missing {
    const fn in_words(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Migrations => "migrations",
            Self::MasterKey => "master key",
        }
    }
}
