//! Whoever serves for long looks after the managed server: one that was killed is started again.

use std::{
    sync::{Arc, Weak, mpsc},
    thread::JoinHandle,
    time::Duration,
};

use rapport_database::cluster::Cluster;

use super::Database;

/// Time between two looks at whether it lives, which cost nothing.
const LOOK: Duration = Duration::from_secs(2);
/// The longest time between two attempts to start it.
const LONGEST: Duration = Duration::from_mins(1);
/// Looks after which its log is looked at too.
const LOOKS: u32 = 1800;

/// Looks after a managed server until it is dropped.  A start that is under way is then waited for, so that no server is left behind
/// that nobody stops.
pub struct Watch {
    /// Dropped to end it.
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    pub(super) fn new(database: &Arc<Database>) -> Self {
        let (stop, stopped) = mpsc::channel();
        let watched = database.cluster.is_some().then(|| Arc::downgrade(database));
        let thread = watched.and_then(|watched| {
            let thread = std::thread::Builder::new().name("watch".to_owned());
            let spawned = thread.spawn(move || watch(&watched, &stopped));
            spawned.inspect_err(|error| tracing::error!("nobody looks after PostgreSQL: {error}")).ok()
        });
        Self { stop: Some(stop), thread }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn watch(watched: &Weak<Database>, stopped: &mpsc::Receiver<()>) {
    let mut rest = LOOK;
    for look in 1_u32.. {
        if stopped.recv_timeout(rest) != Err(mpsc::RecvTimeoutError::Timeout) {
            return;
        }
        let Some(database) = watched.upgrade() else { return };
        let Some(cluster) = &database.cluster else { return };
        if cluster.postmaster_pid().is_some() && look % LOOKS != 0 {
            continue;
        }
        rest = look_after(cluster, rest);
    }
}

/// Starts a server that is gone, and gives the time until the next look.
fn look_after(cluster: &Cluster, rest: Duration) -> Duration {
    let is_news = rest == LOOK;
    if is_news && cluster.postmaster_pid().is_none() {
        tracing::warn!("PostgreSQL is gone; it is being started again.");
    }
    match cluster.restart_if_dead() {
        Ok(is_started) => {
            if is_started {
                tracing::warn!("PostgreSQL was gone, and has been started again.");
            }
            LOOK
        }
        Err(error) => {
            if is_news {
                tracing::error!("PostgreSQL does not start; it is tried again and again: {error}");
            }
            // What keeps it from starting is rarely gone a moment later, and each attempt begins to recover anew.
            (rest * 2).min(LONGEST)
        }
    }
}
