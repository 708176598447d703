//! The state behind its lock, and what follows from a change of it.

use std::{
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::watch,
    time::{Instant, timeout_at},
};

use super::{
    Options,
    run::Pace,
    state::{State, Timer},
    webhooks,
};
use crate::simulators::faults::Faults;

#[derive(Debug)]
pub(super) struct Shared {
    pub(super) options: Options,
    pub(super) faults: Faults,
    /// Where deliveries and timers run. It is there before the first request is.
    pub(super) runtime: OnceLock<Handle>,
    state: Mutex<State>,
    changes: watch::Sender<u64>,
}

impl Shared {
    pub(super) fn new(options: Options, faults: Faults) -> Arc<Self> {
        let state = Mutex::new(State::new(&options));
        Arc::new(Self { options, faults, runtime: OnceLock::new(), state, changes: watch::Sender::new(0) })
    }

    /// Looks at the state. Nothing follows from it.
    pub(super) fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the state. Ends that came of it are told, deliveries begin, timers are set, and who waits looks again.
    pub(super) fn change<T>(self: &Arc<Self>, work: impl FnOnce(&mut State) -> T) -> T {
        let (result, due, timers) = {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let result = work(&mut state);
            state.look_at_all();
            (result, std::mem::take(&mut state.due), std::mem::take(&mut state.timers))
        };
        if let Some(runtime) = self.runtime.get() {
            for place in due {
                runtime.spawn(webhooks::deliver(Arc::clone(self), place));
            }
            for timer in timers {
                runtime.spawn(Arc::clone(self).ring_later(timer));
            }
        }
        self.changes.send_modify(|count| *count += 1);
        result
    }

    async fn ring_later(self: Arc<Self>, timer: Timer) {
        tokio::time::sleep(timer.after).await;
        self.change(|state| state.ring(timer));
    }

    /// Asks after a run, and waits for its end at most so long. Where being asked after is what moves a run, no wait helps.
    pub(super) async fn wait(self: &Arc<Self>, place: usize, most: Duration) {
        let deadline = Instant::now() + most;
        let mut changes = self.changes.subscribe();
        self.change(|state| state.runs[place].poll());
        loop {
            changes.borrow_and_update();
            let is_over = self.read(|state| {
                let run = &state.runs[place];
                run.status.is_terminal() || matches!(run.pace, Pace::Polls(_))
            });
            if is_over {
                return;
            }
            if timeout_at(deadline, changes.changed()).await.is_err() {
                // On a busy machine this may be awake before the timer that ends the run.
                return self.change(State::look_at_all);
            }
        }
    }

    /// Refuses a request to a resource that is asked too much.
    pub(super) fn count_request(&self, resource: &str, limit: u32) -> Result<(), super::errors::ApiError> {
        if !self.options.rate_limits {
            return Ok(());
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.count_request(resource, limit)
    }
}
