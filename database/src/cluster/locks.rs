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

/// The right to decide about the server, until it is dropped.
#[derive(Debug)]
pub(super) struct Gate {
    _file: File,
}

impl Gate {
    /// Waits for our turn.
    pub(super) fn enter(place: &Place) -> Result<Self, ClusterError> {
        let file = open(place, "gate.lock")?;
        let path = place.data_dir.join("gate.lock");
        let start = Instant::now();
        while !try_take(&file, &path)? {
            if start.elapsed() > PATIENCE {
                let pid = fs::read_to_string(&path).unwrap_or_default();
                let holder = if pid.is_empty() { pid } else { format!(" (process {})", pid.trim()) };
                let data_dir = place.data_dir.clone();
                return Err(ClusterError::Busy { data_dir, holder, seconds: PATIENCE.as_secs() });
            }
            sleep(TICK);
        }
        // Only for the message above, so a full disk does no harm.
        _ = file.set_len(0).and_then(|()| (&file).write_all(std::process::id().to_string().as_bytes()));
        Ok(Self { _file: file })
    }

    /// Enters if nobody is inside.
    pub(super) fn try_enter(place: &Place) -> Result<Option<Self>, ClusterError> {
        let file = open(place, "gate.lock")?;
        Ok(try_take(&file, &place.data_dir.join("gate.lock"))?.then_some(Self { _file: file }))
    }
}

/// The sign that this process uses the cluster, until it is dropped.
#[derive(Debug)]
pub(super) struct User {
    _file: File,
}

impl User {
    /// Joins the users.
    pub(super) fn join(place: &Place, _gate: &Gate) -> Result<Self, ClusterError> {
        let file = open(place, "users.lock")?;
        // Nobody holds it exclusively outside the gate, and we are inside.
        file.lock_shared().map_err(ClusterError::io("lock", &place.data_dir.join("users.lock")))?;
        Ok(Self { _file: file })
    }

    /// Whether nobody uses the cluster.
    pub(super) fn none(place: &Place, _gate: &Gate) -> Result<bool, ClusterError> {
        try_take(&open(place, "users.lock")?, &place.data_dir.join("users.lock"))
    }
}

/// Takes the server's lock, which means that no process of the server lives.
pub(super) fn take_server(place: &Place, _gate: &Gate) -> Result<Option<File>, ClusterError> {
    let file = open(place, "server.lock")?;
    Ok(try_take(&file, &place.data_dir.join("server.lock"))?.then_some(file))
}

fn try_take(file: &File, path: &Path) -> Result<bool, ClusterError> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(ClusterError::io("lock", path)(error)),
    }
}

/// Opens a lock file of the data directory.
fn open(place: &Place, name: &str) -> Result<File, ClusterError> {
    open_own(place, &place.data_dir.join(name)).map_err(ClusterError::io("open", &place.data_dir.join(name)))
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
