//! Whether we live, and whether we are ready: for whoever starts us and sends requests our way.
//!
//! `/livez` says that the process answers, and asks nobody else: a database that is away is no reason to start us anew.
//! `/readyz` says whether requests can be answered, and what is missing where they cannot.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use rapport_database::deploy;
use serde_json::json;
use tokio::{
    sync::Mutex,
    time::{Instant, timeout},
};
use tokio_postgres::Client;

use crate::{db::Database, error::Error, model::keys::Keyring};

use super::said;

/// How long the database may take to say what is asked of it.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long an answer is good, so that however often somebody asks, the database is asked this often.
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
    database: Arc<Database>,
    keyring: Arc<Keyring>,
    known: Mutex<Known>,
}

/// What was found when it was looked at last.
#[derive(Default)]
struct Known {
    owner: Option<Client>,
    found: Option<(Instant, Option<Missing>)>,
}

pub(super) fn router(database: Arc<Database>, keyring: Arc<Keyring>) -> Router {
    let needs = Arc::new(Needs { database, keyring, known: Mutex::default() });
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
        let mut known = self.known.lock().await;
        if let Some((at, found)) = known.found.filter(|(at, _)| at.elapsed() < FRESH) {
            let _ = at;
            return found;
        }
        let owner = known.owner.take().filter(|owner| !owner.is_closed());
        // A connection of which nothing comes is not used again.
        let found = match timeout(PATIENCE, self.look(owner)).await {
            Ok(Ok((owner, found))) => {
                known.owner = Some(owner);
                found
            }
            Ok(Err(_)) | Err(_) => Some(Missing::Database),
        };
        known.found = Some((Instant::now(), found));
        found
    }

    async fn look(&self, owner: Option<Client>) -> Result<(Client, Option<Missing>), Error> {
        let mut owner = match owner {
            Some(owner) => owner,
            None => self.database.owner().await?,
        };
        match deploy::is_pending(&mut owner).await {
            Ok(false) => {}
            Err(deploy::DeployError::Database(error)) if error.code().is_none() => return Err(error.into()),
            // Where it is at another version, or where that cannot be read: those tables are not ours to work with.
            Ok(true) | Err(_) => return Ok((owner, Some(Missing::Migrations))),
        }
        match self.keyring.check(&owner).await {
            Ok(()) => Ok((owner, None)),
            Err(Error::Invalid(_)) => Ok((owner, Some(Missing::MasterKey))),
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
