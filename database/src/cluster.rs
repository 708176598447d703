//! The PostgreSQL that the binary manages, for those who bring none of their own.
//!
//! A data directory holds one private cluster. The first process that opens it starts the server, those that come while
//! it runs share it, and the last one out stops it. Nothing listens on a network: connections come through a unix
//! socket in a folder that only the server's user (and root) may enter, and the kernel says who they are.
//!
//! ```text
//! <data_dir>/postgres/        PostgreSQL's own directory; your settings go at the end of its postgresql.conf
//! <data_dir>/postgres.log     what the server has to say, and postgres.log.1; at most about 4 MB each
//! <data_dir>/socket/          the socket, unless its path would be too long: then /tmp/rapport-<hash>
//! <data_dir>/{gate,users,server}.lock
//! ```
//!
//! How two processes agree about one server is told in `cluster/locks.rs`. Everything blocks: call it before a runtime
//! starts, or from `spawn_blocking`.

mod account;
mod binaries;
mod error;
mod locks;
mod place;
mod server;
mod settings;
#[cfg(test)]
mod tests;
mod wire;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

pub use binaries::{Binaries, OLDEST_MAJOR, find_binaries};
pub use error::ClusterError;

use locks::{Gate, ServerLock, User};
use place::Place;
use server::{Answer, Reaper};

/// The role that owns the cluster, as which root and the server's user log in.
pub const ROLE: &str = "rapport";

/// The database.
pub const DATABASE: &str = "rapport";

/// Nothing listens on it: a socket's name has a port in it.
pub const PORT: u16 = 5432;

/// How long a server may take to recover and come up.
const PATIENCE: Duration = Duration::from_mins(5);

/// How often a state is looked at again.
const TICK: Duration = Duration::from_millis(15);

/// Which cluster to open, and how.
#[derive(Debug, Clone)]
pub struct ClusterOptions {
    /// The folder that holds everything; it is created if it is absent.
    pub data_dir: PathBuf,
    /// The server's binaries, from [`find_binaries`]. A cluster that another major version made is run by that
    /// version's binaries, if they are on this machine and these were not named by the user.
    pub binaries: Binaries,
    /// Whether an acknowledged commit survives a power failure. Tests say no, and run several times faster.
    pub durable: bool,
}

/// A running cluster. Dropping it leaves it, as [`Cluster::stop`] does, but without a word about failures.
#[derive(Debug)]
pub struct Cluster {
    options: ClusterOptions,
    place: Place,
    user: Option<User>,
    reaper: Mutex<Option<Reaper>>,
}

/// What [`Cluster::connection_params`] returns: all that a client needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionParams {
    /// The folder that holds the socket.
    pub socket_dir: PathBuf,
    /// The port in the socket's name.
    pub port: u16,
    /// The role.
    pub user: &'static str,
    /// The database.
    pub dbname: &'static str,
}

/// What [`Cluster::status`] returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterStatus {
    /// What the server does.
    pub state: ClusterState,
    /// The major version that made the cluster, once there is one.
    pub major: Option<u32>,
    /// The postmaster, while it runs.
    pub pid: Option<u32>,
    /// Whether a process uses the cluster. A server that runs without one was left behind by a process that was
    /// killed; the next one adopts it.
    pub in_use: bool,
    /// The server's log.
    pub log_path: PathBuf,
}

/// What a cluster's server does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClusterState {
    /// There is no cluster yet.
    Absent,
    /// The server does not run.
    Stopped,
    /// The server takes statements.
    Running,
    /// The server runs, but does not take statements: it recovers, or ends, or hangs.
    NotReady,
    /// A process is starting or stopping it right now.
    Changing,
}

impl Cluster {
    /// Opens the cluster of a data directory: creates it if it is absent, starts its server unless it runs, and
    /// returns when the server takes statements.
    pub fn open(options: ClusterOptions) -> Result<Self, ClusterError> {
        let place = Place::prepare(&options.data_dir)?;
        let gate = Gate::enter(&place)?;
        let user = Some(User::join(&place, &gate)?);
        let cluster = Self { options, place, user, reaper: Mutex::new(None) };
        let up = cluster.bring_up(&gate);
        // Outside the gate, since a cluster that could not be brought up is dropped, and leaving needs the gate.
        drop(gate);
        up.map(|_| cluster)
    }

    /// Starts the server again if it died, and says whether it had. Bounds the log, too, so a process that runs for
    /// long calls this now and then, and whenever its connections break.
    pub fn restart_if_dead(&self) -> Result<bool, ClusterError> {
        let gate = Gate::enter(&self.place)?;
        // A log that cannot be put aside, say on a full disk, is no reason to stay down.
        _ = self.place.bound_log();
        self.bring_up(&gate)
    }

    /// Leaves the cluster. The last one to leave stops the server, waits until it is gone, and is told `true`.
    pub fn stop(mut self) -> Result<bool, ClusterError> {
        self.leave()
    }

    /// A connection string for the role [`ROLE`], in the form that tokio-postgres, psql and other clients take.
    #[must_use]
    pub fn connection_url(&self) -> String {
        let host = percent_encoded(&self.place.socket_dir);
        format!("postgresql:///{DATABASE}?host={host}&port={PORT}&user={ROLE}")
    }

    /// What a client needs to connect. No password: the kernel tells the server who connects.
    #[must_use]
    pub fn connection_params(&self) -> ConnectionParams {
        ConnectionParams { socket_dir: self.place.socket_dir.clone(), port: PORT, user: ROLE, dbname: DATABASE }
    }

    /// The server's main process, while it lives.
    #[must_use]
    pub fn postmaster_pid(&self) -> Option<u32> {
        server::postmaster(&self.place)
    }

    /// The server's log.
    #[must_use]
    pub fn log_path(&self) -> &Path {
        &self.place.log
    }

    /// Looks at the cluster of a data directory without changing anything.
    pub fn status(data_dir: &Path) -> Result<ClusterStatus, ClusterError> {
        let log_path = data_dir.join("postgres.log");
        let absent = ClusterStatus { state: ClusterState::Absent, major: None, pid: None, in_use: false, log_path };
        if !data_dir.is_dir() {
            return Ok(absent);
        }
        let place = Place::of(data_dir)?;
        let Some(major) = place.major()? else { return Ok(absent) };
        let status = ClusterStatus { major: Some(major), pid: server::postmaster(&place), ..absent };
        let Some(gate) = Gate::try_enter(&place)? else {
            return Ok(ClusterStatus { state: ClusterState::Changing, in_use: true, ..status });
        };
        let state = if ServerLock::take(&place, &gate)?.is_some() {
            ClusterState::Stopped
        } else if server::answers(&place) {
            ClusterState::Running
        } else {
            ClusterState::NotReady
        };
        Ok(ClusterStatus { state, in_use: !User::none(&place, &gate)?, ..status })
    }

    /// Adopts the server that runs, or else starts one. Returns whether it started one.
    fn bring_up(&self, gate: &Gate) -> Result<bool, ClusterError> {
        let (place, begun, logged) = (&self.place, Instant::now(), self.place.log_length());
        loop {
            if let Some(lock) = ServerLock::take(place, gate)? {
                let ClusterOptions { binaries, durable, .. } = &self.options;
                let reaper = server::start(place, binaries, *durable, lock, gate)?;
                *self.reaper.lock().unwrap_or_else(PoisonError::into_inner) = Some(reaper);
                return Ok(true);
            }
            // Something of a server lives: it takes statements, or will soon, or is on its way out.
            place.secure_socket_dir()?;
            match server::ask(place)? {
                Answer::Up => {
                    if self.options.durable {
                        server::insist_on_durability(place)?;
                    }
                    return Ok(false);
                }
                Answer::NotNow(_) if begun.elapsed() < PATIENCE => sleep(TICK),
                Answer::NotNow(reason) => return Err(server::not_answering(place, reason, logged)),
            }
        }
    }

    fn leave(&mut self) -> Result<bool, ClusterError> {
        let Some(user) = self.user.take() else { return Ok(false) };
        let gate = Gate::enter(&self.place)?;
        drop(user);
        if !User::none(&self.place, &gate)? {
            return Ok(false);
        }
        server::stop(&self.place, &gate)?;
        if let Some(reaper) = self.reaper.get_mut().unwrap_or_else(PoisonError::into_inner).take() {
            // It has ended, so this waits for a moment only, and leaves no zombie behind.
            _ = reaper.join();
        }
        Ok(true)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        _ = self.leave();
    }
}

/// A place for a server that tests or tools need for a while: `preferred`, or a folder below the temporary directory where
/// `preferred` is out of reach for the user as whom a server of root's runs (a clone below a closed home directory).
#[must_use]
pub fn scratch_dir(preferred: &Path) -> PathBuf {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    use std::os::unix::fs::PermissionsExt as _;

    let is_open =
        |folder: &Path| std::fs::metadata(folder).map_or(true, |found| found.permissions().mode() & 0o001 != 0);
    if !rustix::process::geteuid().is_root() || preferred.ancestors().skip(1).all(is_open) {
        return preferred.to_owned();
    }
    let mut hasher = DefaultHasher::new();
    preferred.hash(&mut hasher);
    std::env::temp_dir().join(format!("rapport-scratch-{:016x}", hasher.finish()))
}

/// The data directory for who names none: root's machine-wide one, or the user's own.
///
/// `home` and `xdg_data_home` are the values of `$HOME` and `$XDG_DATA_HOME`; this module reads no environment.
#[must_use]
pub fn default_data_dir(home: Option<&Path>, xdg_data_home: Option<&Path>) -> PathBuf {
    default_dir_of(rustix::process::geteuid().is_root(), cfg!(target_os = "macos"), home, xdg_data_home)
}

fn default_dir_of(root: bool, macos: bool, home: Option<&Path>, xdg_data_home: Option<&Path>) -> PathBuf {
    // The XDG specification says to ignore a relative path.
    let (home, xdg) = (home.filter(|path| path.is_absolute()), xdg_data_home.filter(|path| path.is_absolute()));
    match (xdg, home) {
        // Root's home is closed to the unprivileged user that the server runs as.
        _ if root => PathBuf::from("/var/lib/rapport"),
        (Some(xdg), _) => xdg.join("rapport"),
        (None, Some(home)) if macos => home.join("Library/Application Support/Rapport"),
        (None, Some(home)) => home.join(".local/share/rapport"),
        (None, None) => PathBuf::from("/var/lib/rapport"),
    }
}

/// A path as the value of a URL's parameter.
fn percent_encoded(path: &Path) -> String {
    use std::fmt::Write as _;
    use std::os::unix::ffi::OsStrExt as _;
    path.as_os_str().as_bytes().iter().fold(String::new(), |mut text, &byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            text.push(char::from(byte));
        } else {
            _ = write!(text, "%{byte:02X}");
        }
        text
    })
}
