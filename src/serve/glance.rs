//! A look at the database for whoever asks from outside: however often that is, the database is asked this often, and waited for
//! this long.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::Mutex,
    time::{Instant, timeout},
};
use tokio_postgres::Client;

use crate::{db::Database, error::Error};

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is looked at, on a connection of its own: the others may all be in use, and that is no reason to see nothing.
pub(super) struct Glance<T> {
    database: Arc<Database>,
    /// How long what was seen is good.
    fresh: Duration,
    last: Mutex<Last<T>>,
}

struct Last<T> {
    owner: Option<Client>,
    seen: Option<(Instant, Option<T>)>,
}

impl<T: Clone> Glance<T> {
    pub(super) fn new(database: Arc<Database>, fresh: Duration) -> Self {
        Self { database, fresh, last: Mutex::new(Last { owner: None, seen: None }) }
    }

    /// What `look` sees, or saw a moment ago; nothing where the database gives no answer.
    pub(super) async fn at(&self, look: impl AsyncFnOnce(&mut Client) -> Result<T, Error>) -> Option<T> {
        let mut last = self.last.lock().await;
        if let Some((at, seen)) = &last.seen
            && at.elapsed() < self.fresh
        {
            return seen.clone();
        }
        let owner = last.owner.take().filter(|owner| !owner.is_closed());
        let looked = timeout(PATIENCE, async {
            let mut owner = match owner {
                Some(owner) => owner,
                None => self.database.owner().await?,
            };
            let seen = look(&mut owner).await?;
            Ok::<_, Error>((owner, seen))
        });
        // A connection of which nothing comes is not used again.
        let seen = match looked.await {
            Ok(Ok((owner, seen))) => {
                last.owner = Some(owner);
                Some(seen)
            }
            Ok(Err(_)) | Err(_) => None,
        };
        last.seen = Some((Instant::now(), seen.clone()));
        seen
    }
}
