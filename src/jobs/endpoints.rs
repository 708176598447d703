//! Webhooks that go out: who sends what is due, so that nobody who is slow keeps anybody else waiting.

use std::{sync::Arc, time::Duration};

use queries::queries::endpoints as sql;
use tokio::{
    sync::{Notify, Semaphore, watch},
    task::JoinSet,
    time::Instant,
};
use tokio_postgres::Client;

use super::Worker;
use crate::{
    db::{TenantId, within},
    error::Error,
    hooks::send::{PATIENCE, Sender},
};

/// Endpoints at a time; of each tenant the database gives four at most.
const PLACES: usize = 32;
/// How long a worker stays with an endpoint before others have its place.
const TURN: Duration = Duration::from_secs(10);
/// How long one attempt may take, with what is written down of it.
const ATTEMPT: Duration = PATIENCE.saturating_add(Duration::from_secs(20));
/// After how long an endpoint is anybody's whose worker is dead: longer than any turn.
const LEASE: Duration = Duration::from_mins(1);

/// What is being sent.
pub(super) struct Sending {
    places: Arc<Semaphore>,
    tasks: JoinSet<()>,
    wake: Arc<Notify>,
    stopping: watch::Receiver<bool>,
}

impl Sending {
    pub(super) fn new(wake: &Arc<Notify>, stopping: &watch::Receiver<bool>) -> Self {
        Self {
            places: Arc::new(Semaphore::new(PLACES)),
            tasks: JoinSet::new(),
            wake: Arc::clone(wake),
            stopping: stopping.clone(),
        }
    }

    /// Keeps endpoints for which something is due, as many as there are places.
    pub(super) async fn claim(&self, owner: &Client) -> Result<Vec<sql::ClaimEndpoints>, Error> {
        match i32::try_from(self.places.available_permits()).unwrap_or(i32::MAX) {
            0 => Ok(Vec::new()),
            free => Ok(sql::claim_endpoints().bind(owner, &free, &LEASE.as_secs_f64()).all().await?),
        }
    }

    /// Sends what is due for them.
    pub(super) fn begin(&mut self, worker: &Worker, due: Vec<sql::ClaimEndpoints>) {
        for endpoint in due {
            let sender = Sender {
                database: Arc::clone(&worker.database),
                keyring: Arc::clone(&worker.keyring),
                receivers: worker.services.receivers.clone(),
            };
            let (places, wake, stopping) = (Arc::clone(&self.places), Arc::clone(&self.wake), self.stopping.clone());
            self.tasks.spawn(async move {
                // One was free when the endpoint was claimed, and nobody else takes them.
                let _place = places.acquire_owned().await;
                turn(&sender, &endpoint, &stopping).await;
                wake.notify_one();
            });
        }
        while self.tasks.try_join_next().is_some() {}
    }

    pub(super) fn is_idle(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Lets what is on its way come to its end, until then; what does not is tried again by whoever comes after.
    pub(super) async fn end(mut self, until: Instant) {
        while let Ok(Some(_)) = tokio::time::timeout_at(until, self.tasks.join_next()).await {}
    }
}

/// Sends what is due for an endpoint, until the turn is over or something is not taken: what stands behind that waits for the
/// next turn, so that who is down or slow is asked for little.
async fn turn(sender: &Sender, endpoint: &sql::ClaimEndpoints, stopping: &watch::Receiver<bool>) {
    let (tenant, until) = (TenantId(endpoint.tenant_id), Instant::now() + TURN);
    while Instant::now() < until && !*stopping.borrow() {
        match within(ATTEMPT, sender.next(tenant, endpoint.id, None)).await {
            Ok(Some(sent)) if sent.became == "delivered" => {}
            Ok(_) => break,
            Err(error) => {
                tracing::warn!("deliveries to an endpoint wait: {error}");
                break;
            }
        }
    }
    let released = within(ATTEMPT, async {
        let tx = sender.database.tenant(tenant).await?;
        sql::release_endpoint().bind(&*tx, &endpoint.id).await?;
        tx.commit().await
    });
    if let Err(error) = released.await {
        tracing::warn!("an endpoint rests until its lease ends: {error}");
    }
}
