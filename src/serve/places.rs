//! The places for connections: so many, and nobody keeps one by being slow while others stand outside.
//!
//! A connection either waits for the other side (for a head, a body, for an answer to be read, for the next request) or is
//! being answered.  When there is no room, the one that has waited longest goes; one that is being answered never does.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// How long everybody may keep us waiting, however many stand outside.
const LEAST: Duration = Duration::from_secs(1);

/// Files besides connections that a server may have open: of the database, of services, of what is uploaded.
const FILES: u64 = 256;

/// Lets this process have as many files open as so many connections take, as far as the system allows it.
pub(crate) fn make_room(connections: usize) {
    let wanted = FILES + connections as u64;
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|current| current >= wanted) {
        return;
    }
    let current = limit.maximum.map_or(wanted, |most| most.min(wanted));
    let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(current), ..limit });
    if raised.is_err() || current < wanted {
        tracing::warn!(
            "{connections} connections take {wanted} open files, and the system allows {}; raise it (ulimit -Hn, LimitNOFILE), or lower --connections",
            getrlimit(Resource::Nofile).current.unwrap_or_default()
        );
    }
}

/// All places.
#[derive(Debug)]
pub(super) struct Places {
    most: u32,
    free: Arc<Semaphore>,
    seats: Mutex<(u64, HashMap<u64, Arc<Seat>>)>,
}

/// A place that is taken; free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    number: u64,
    seat: Arc<Seat>,
    places: Arc<Places>,
    _permit: OwnedSemaphorePermit,
}

/// What is known of a connection.
#[derive(Debug)]
pub(super) struct Seat {
    /// Since when the other side keeps us waiting; none while it is answered.
    waits_since: Mutex<Option<Instant>>,
    away: Notify,
}

impl Places {
    pub(super) fn new(most: usize) -> Self {
        let most = u32::try_from(most.clamp(1, Semaphore::MAX_PERMITS.min(100_000))).unwrap_or(u32::MAX);
        Self { most, free: Arc::new(Semaphore::new(most as usize)), seats: Mutex::default() }
    }

    /// A place, if one is free.
    pub(super) fn take(self: &Arc<Self>) -> Option<Place> {
        let permit = Arc::clone(&self.free).try_acquire_owned().ok()?;
        let seat = Arc::new(Seat { waits_since: Mutex::new(Some(Instant::now())), away: Notify::new() });
        let number = self.with(|(next, seats)| {
            *next += 1;
            seats.insert(*next, Arc::clone(&seat));
            *next
        });
        Some(Place { number, seat, places: Arc::clone(self), _permit: permit })
    }

    /// How many are taken, and how many there are.
    pub(super) fn counts(&self) -> (i64, i64) {
        let free = i64::try_from(self.free.available_permits()).unwrap_or(i64::MAX);
        (i64::from(self.most) - free, i64::from(self.most))
    }

    /// Sends whoever has kept us waiting longest away, if that is long enough.
    pub(super) fn send_one_away(&self) {
        let longest = self.with(|(_, seats)| {
            let waiting = seats.iter().filter_map(|(number, seat)| Some((seat.since()?, *number)));
            let (since, number) = waiting.min()?;
            // Out of the list, so that the next one who is sent away is another.
            (since.elapsed() >= LEAST).then(|| seats.remove(&number)).flatten()
        });
        if let Some(seat) = longest {
            seat.away.notify_one();
        }
    }

    /// Waits until there may be room.
    pub(super) async fn one_left(&self) {
        drop(self.free.acquire().await);
    }

    /// Waits until everybody is gone.
    pub(super) async fn all_left(&self) {
        drop(self.free.acquire_many(self.most).await);
    }

    fn with<T>(&self, work: impl FnOnce(&mut (u64, HashMap<u64, Arc<Seat>>)) -> T) -> T {
        work(&mut self.seats.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Place {
    pub(super) fn seat(&self) -> Arc<Seat> {
        Arc::clone(&self.seat)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.with(|(_, seats)| drop(seats.remove(&self.number)));
    }
}

impl Seat {
    /// It is the other side's turn.
    pub(super) fn waits(&self) {
        self.set(Some(Instant::now()));
    }

    /// It is ours.
    pub(super) fn is_answered(&self) {
        self.set(None);
    }

    /// Waits until somebody else needs the place.
    pub(super) async fn is_sent_away(&self) {
        self.away.notified().await;
    }

    fn since(&self) -> Option<Instant> {
        *self.waits_since.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, since: Option<Instant>) {
        *self.waits_since.lock().unwrap_or_else(PoisonError::into_inner) = since;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aged(place: &Place, seconds: u64) {
        place.seat.set(Instant::now().checked_sub(Duration::from_secs(seconds)));
    }

    #[tokio::test]
    async fn whoever_has_waited_longest_goes_and_whoever_is_answered_stays() {
        let places = Arc::new(Places::new(3));
        let all: Vec<Place> = (0..3).map(|_| places.take().unwrap()).collect();
        assert!(places.take().is_none());
        all[0].seat.is_answered();
        aged(&all[1], 20);
        aged(&all[2], 30);
        places.send_one_away();
        all[2].seat.is_sent_away().await;
        // The next one is another, and after that nobody is left who could go.
        places.send_one_away();
        all[1].seat.is_sent_away().await;
        places.send_one_away();
        let nobody = tokio::time::timeout(Duration::from_millis(1), all[0].seat.is_sent_away());
        assert!(nobody.await.is_err());
        drop(all);
        places.all_left().await;
        assert!(places.take().is_some());
    }

    #[test]
    fn whoever_has_just_come_may_stay() {
        let places = Arc::new(Places::new(1));
        let place = places.take().unwrap();
        places.send_one_away();
        assert_eq!(places.with(|(_, seats)| seats.len()), 1);
        aged(&place, 2);
        places.send_one_away();
        assert_eq!(places.with(|(_, seats)| seats.len()), 0);
    }
}
