//! Checks a connection, as its turn comes.

use std::time::Duration;

use super::{Attempt, Ending, Worker, detail, done};
use crate::{
    error::Error,
    model::connections::{
        self, Access,
        check::{self, Reach},
    },
};

/// How long a check waits that cannot be made now.
const REST: Duration = Duration::from_hours(1);

/// Never a call to LinkedIn with a member's cookies: those are for a human to ask for.
pub(super) async fn run(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let Some(id) = attempt.connection else {
        return Err(Error::invalid("a check needs a connection, and this job names none").into());
    };
    let tx = worker.database.tenant(attempt.tenant).await?;
    let connection = connections::by_id(&worker.keyring, &tx, id).await?;
    tx.commit().await?;
    let access = Access { database: &worker.database, keyring: &worker.keyring, tenant: attempt.tenant };
    let found = match check::check(access, &worker.services, &connection, Reach::Offline, Some(attempt.id)).await {
        // Its calls are used up, or it rests: not now is no failure.
        Err(Error::TooMany(why)) => return Ok(Ending::Later { rest: Some(REST), why, needs_help: false }),
        found => found?,
    };
    Ok(done(1, detail("status", found.status)))
}
