//! Three file locks, which the kernel releases when their holder dies, however it dies.
//!
//! - **gate**: exclusive, held by whoever starts, adopts or stops the server, only for as long as that takes. Every
//!   decision about the server is made inside the gate, so that no two are ever made at once.
//! - **users**: shared, held by every process for as long as it uses the cluster. Taken and given up inside the gate;
//!   who can then take it exclusively was the last, and stops the server.
//! - **server**: exclusive, taken by the starter and handed to `postgres` as its standard input, which every process
//!   of the server inherits. It is held exactly as long as one of them lives: no process id is ever guessed from a
//!   stale `postmaster.pid`, and a starter that was killed leaves no doubt about the server that it started.
//!
//! One lock converted between shared and exclusive would not do: the kernel converts by releasing first.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread::sleep;
use std::time::Instant;

use super::place::Place;
use super::{ClusterError, PATIENCE, TICK};

/// A lock that is held until it is dropped.
///
/// Closing the file would not do: while another of our threads starts a program, the child has a copy of every open
/// file for a moment, and a lock stays held as long as any copy is open. Releasing it releases it for all copies.
#[derive(Debug)]
struct Lock {
    file: File,
    handed_over: bool,
}

impl Lock {
    /// Takes a lock of the data directory, unless somebody holds it in a way that forbids it.
    fn take(place: &Place, name: &str, shared: bool) -> Result<Option<Self>, ClusterError> {
        let path = place.data_dir.join(name);
        let file = open_own(place, &path).map_err(ClusterError::io("open", &path))?;
        match if shared { file.try_lock_shared() } else { file.try_lock() } {
            Ok(()) => Ok(Some(Self { file, handed_over: false })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(ClusterError::io("lock", &path)(error)),
        }
    }

    /// Waits for a lock that others hold for as long as a start or a stop takes.
    fn wait(place: &Place, name: &str, shared: bool) -> Result<Self, ClusterError> {
        let begun = Instant::now();
        loop {
            if let Some(lock) = Self::take(place, name, shared)? {
                return Ok(lock);
            }
            if begun.elapsed() > PATIENCE {
                let pid = fs::read_to_string(place.data_dir.join(GATE)).unwrap_or_default();
                let holder = if pid.is_empty() { pid } else { format!(" (process {})", pid.trim()) };
                let data_dir = place.data_dir.clone();
                return Err(ClusterError::Busy { data_dir, holder, seconds: PATIENCE.as_secs() });
            }
            sleep(TICK);
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if !self.handed_over {
            _ = self.file.unlock();
        }
    }
}

const GATE: &str = "gate.lock";
const USERS: &str = "users.lock";
const SERVER: &str = "server.lock";

/// The right to decide about the server, until it is dropped.
#[derive(Debug)]
pub(super) struct Gate(#[expect(dead_code, reason = "it is held, not read")] Lock);

impl Gate {
    /// Waits for our turn.
    pub(super) fn enter(place: &Place) -> Result<Self, ClusterError> {
        let lock = Lock::wait(place, GATE, false)?;
        // Only for the message to those who wait in vain, so a full disk does no harm.
        _ = lock.file.set_len(0).and_then(|()| (&lock.file).write_all(std::process::id().to_string().as_bytes()));
        Ok(Self(lock))
    }

    /// Enters if nobody is inside.
    pub(super) fn try_enter(place: &Place) -> Result<Option<Self>, ClusterError> {
        Ok(Lock::take(place, GATE, false)?.map(Self))
    }
}

/// The sign that this process uses the cluster, until it is dropped.
#[derive(Debug)]
pub(super) struct User(#[cfg_attr(not(test), expect(dead_code, reason = "it is held, not read"))] Lock);

impl User {
    /// Joins the users.
    pub(super) fn join(place: &Place, _gate: &Gate) -> Result<Self, ClusterError> {
        // Nobody holds it exclusively outside the gate, and we are inside, so this hardly waits.
        Lock::wait(place, USERS, true).map(Self)
    }

    /// Whether nobody uses the cluster.
    pub(super) fn none(place: &Place, _gate: &Gate) -> Result<bool, ClusterError> {
        Ok(Lock::take(place, USERS, false)?.is_some())
    }

    /// Another copy of the open file, such as a child has between its fork and its exec.
    #[cfg(test)]
    pub(super) fn copy(&self) -> Option<File> {
        self.0.file.try_clone().ok()
    }
}

/// The server's lock. Who has it knows that no process of the server lives.
#[derive(Debug)]
pub(super) struct ServerLock(Lock);

impl ServerLock {
    /// Takes it, unless a process of the server lives.
    pub(super) fn take(place: &Place, _gate: &Gate) -> Result<Option<Self>, ClusterError> {
        Ok(Lock::take(place, SERVER, false)?.map(Self))
    }

    /// Hands it over, as a file that holds it for as long as any copy of it is open.
    pub(super) fn hand_over(mut self) -> io::Result<File> {
        let file = self.0.file.try_clone()?;
        self.0.handed_over = true;
        Ok(file)
    }
}

/// Opens or creates a file of ours for appending. Root may be at work in an ordinary user's folder: it follows no link
/// there, and gives away nothing that it did not just create.
pub(super) fn open_own(place: &Place, path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    match options.clone().create_new(true).open(path) {
        Ok(file) => place.account.own(path).map(|()| file),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => options.open(path),
        Err(error) => Err(error),
    }
}
