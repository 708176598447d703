//! The lease of an attempt: extended while it works, and given up where nobody can be told that it does.

use std::time::Duration;

use queries::queries::jobs as sql;
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval, timeout_at},
};

use super::{Attempt, Worker};
use crate::error::Error;

/// Leases without a sign of life that was taken, after which an attempt is over.  By then others may have begun another; and
/// what it waits for may be a connection that is half open, which says nothing for ever.  More than one, since a sign of life
/// may stand in line behind a long transaction of the work itself, which nobody else can pass either.
const SILENT: u32 = 4;

impl Worker {
    /// Extends the lease again and again, and hears what is asked of the attempt; ends when it is somebody else's, or may be.
    pub(super) async fn live(&self, attempt: &Attempt, mut told: watch::Receiver<Option<f32>>) {
        let mut heart = interval(self.options.lease / 3);
        heart.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut last_word = Instant::now();
        loop {
            heart.tick().await;
            let (share, asked) = (*told.borrow_and_update(), Instant::now());
            match timeout_at(last_word + self.silence(), self.beat(attempt, share)).await {
                Ok(Ok(answer)) => {
                    last_word = asked;
                    match answer.as_str() {
                        "lost" => return,
                        "cancelled" => drop(attempt.cancelled.send_replace(true)),
                        _ => {}
                    }
                }
                // While the database is away nothing can be said, and nobody else can begin either.
                Ok(Err(_)) if last_word.elapsed() < self.silence() => {}
                Ok(Err(_)) | Err(_) => return,
            }
        }
    }

    fn silence(&self) -> Duration {
        self.options.lease * SILENT
    }

    async fn beat(&self, attempt: &Attempt, share: Option<f32>) -> Result<String, Error> {
        let tx = self.database.tenant(attempt.tenant).await?;
        let lease = self.options.lease.as_secs_f64();
        let answer = sql::extend_lease().bind(&*tx, &attempt.id, &attempt.attempt, &lease, &share).one().await?;
        tx.commit().await?;
        Ok(answer)
    }
}
