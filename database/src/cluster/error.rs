//! What can go wrong with the managed PostgreSQL, each as one plain sentence that says what to do.

use std::io;
use std::path::{Path, PathBuf};

/// The install commands, for every message that says that a PostgreSQL is missing.
const INSTALL: &str = "Install it with `apt install postgresql` (Debian, Ubuntu), `dnf install postgresql-server` \
                       (Fedora, RHEL) or `brew install postgresql@17` (macOS), or set RAPPORT_PG_BIN to the folder \
                       that holds `initdb` and `postgres`";

/// Why the managed PostgreSQL could not be found, made, started, reached or stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClusterError {
    /// No server binaries of a usable version are on this machine.
    #[error("No PostgreSQL server of version {minimum} or newer was found{found}. {INSTALL}.")]
    NoPostgres {
        /// The oldest major version that will do.
        minimum: u32,
        /// What was found instead: empty, or a clause that starts with a comma.
        found: String,
    },
    /// The folder that the user named does not hold a usable server.
    #[error("RAPPORT_PG_BIN names {}, but {reason}. {INSTALL}.", dir.display())]
    BadBinaries {
        /// The folder.
        dir: PathBuf,
        /// What is wrong with it, as a clause.
        reason: String,
    },
    /// The data directory was made by another major version, whose binaries are not here.
    #[error(
        "The database in {} was made by PostgreSQL {cluster}, and only PostgreSQL {binaries} is at hand: install \
         PostgreSQL {cluster} beside it (on Debian: `apt install postgresql-{cluster}`), or move the folder away, \
         start afresh and restore a backup.",
        data_dir.display()
    )]
    OtherVersion {
        /// PostgreSQL's own directory.
        data_dir: PathBuf,
        /// The major version that made it.
        cluster: u32,
        /// The major version of the binaries.
        binaries: u32,
    },
    /// There is something in the place of the cluster that is none.
    #[error("{} is not a data folder of Rapport: {reason}. Choose another data folder, or move this one away.", path.display())]
    NotACluster {
        /// The folder.
        path: PathBuf,
        /// Why it is none, as a clause.
        reason: String,
    },
    /// The folder belongs to another user, whose files PostgreSQL would refuse.
    #[error("{} belongs to {owner}, and this process runs as {me}: run as {owner}, or choose another data folder.", path.display())]
    ForeignOwner {
        /// The folder.
        path: PathBuf,
        /// Whose it is.
        owner: String,
        /// Who asks.
        me: String,
    },
    /// PostgreSQL runs for no user without a name, and peer authentication needs one.
    #[error(
        "The user id {uid} has no name on this machine, and PostgreSQL runs only for a user with a name: add it to \
         /etc/passwd, or use a PostgreSQL of your own by setting DATABASE_URL."
    )]
    NamelessUser {
        /// The user id.
        uid: u32,
    },
    /// PostgreSQL refuses to run as root, and there is nobody else.
    #[error(
        "PostgreSQL refuses to run as root, and neither a user `postgres` nor a user `nobody` exists: add one with \
         `useradd --system postgres`, or run Rapport as another user."
    )]
    NoUnprivilegedUser,
    /// The unprivileged user cannot get to the data directory.
    #[error(
        "PostgreSQL runs as the user {user} here, who may not enter {}: choose a data folder that {user} can reach, \
         such as /var/lib/rapport, or allow it with `chmod o+x {}`.",
        folder.display(), folder.display()
    )]
    NotTraversable {
        /// The first folder on the way that is closed.
        folder: PathBuf,
        /// Who cannot enter.
        user: String,
    },
    /// The short socket directory is somebody else's.
    #[error(
        "The socket folder {} does not belong to {user} alone, so another user could listen in: remove it, or choose \
         a data folder with a shorter path.",
        path.display()
    )]
    UnsafeSocketDir {
        /// The folder.
        path: PathBuf,
        /// Who should own it.
        user: String,
    },
    /// A PostgreSQL that was started by hand holds the data directory.
    #[error("A PostgreSQL that Rapport did not start (process {pid}) runs in {}: stop it, then start again.", pgdata.display())]
    ForeignServer {
        /// PostgreSQL's own directory.
        pgdata: PathBuf,
        /// The foreign postmaster.
        pid: u32,
    },
    /// Another process has been starting or stopping the cluster for too long.
    #[error(
        "Another process{holder} has been starting or stopping the database in {} for more than {seconds} seconds: \
         end it if it hangs, then start again.",
        data_dir.display()
    )]
    Busy {
        /// The data directory.
        data_dir: PathBuf,
        /// ` (process 123)`, when it is known.
        holder: String,
        /// How long we waited.
        seconds: u64,
    },
    /// The disk is full.
    #[error(
        "The disk that holds {} is full, so {what}: nothing that was saved is lost. Free some space, then start again.",
        path.display()
    )]
    DiskFull {
        /// What lies on that disk.
        path: PathBuf,
        /// What could not be done, as a clause.
        what: String,
    },
    /// `initdb` failed.
    #[error("PostgreSQL could not create a database in {}; initdb said:{output}", path.display())]
    InitdbFailed {
        /// PostgreSQL's own directory.
        path: PathBuf,
        /// Its last lines, each on a line of its own.
        output: String,
    },
    /// The server ended while it started.
    #[error("PostgreSQL did not start ({status}). The end of its log, {}:{lines}", log.display())]
    StartFailed {
        /// How it ended.
        status: String,
        /// The log file.
        log: PathBuf,
        /// The log's last lines, each on a line of its own.
        lines: String,
    },
    /// The server runs but does not answer.
    #[error("PostgreSQL in {} has not answered for {seconds} seconds ({reason}). The end of its log, {}:{lines}", pgdata.display(), log.display())]
    NotAnswering {
        /// PostgreSQL's own directory.
        pgdata: PathBuf,
        /// How long we waited.
        seconds: u64,
        /// What the last attempt met.
        reason: String,
        /// The log file.
        log: PathBuf,
        /// The log's last lines, each on a line of its own.
        lines: String,
    },
    /// The server refused us or a statement of ours.
    #[error("PostgreSQL in {} refused the user {user}: {message}", pgdata.display())]
    Refused {
        /// PostgreSQL's own directory.
        pgdata: PathBuf,
        /// The operating system's user who asked.
        user: String,
        /// PostgreSQL's own words.
        message: String,
    },
    /// The server did not stop.
    #[error("PostgreSQL in {} did not stop within {seconds} seconds{pid}: look at its log, or end it by hand.", pgdata.display())]
    NotStopping {
        /// PostgreSQL's own directory.
        pgdata: PathBuf,
        /// ` (process 123)`, when it is known.
        pid: String,
        /// How long we waited.
        seconds: u64,
    },
    /// The operating system refused something.
    #[error("Could not {action} {}: {source}.", path.display())]
    Io {
        /// What was tried, as a verb phrase.
        action: &'static str,
        /// With what.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

impl ClusterError {
    /// Whether it is for the user to mend: what is installed, named or left in the place of the cluster.
    #[must_use]
    pub fn is_setup(&self) -> bool {
        // A folder that was named and cannot be made or written to.
        let is_closed = |kind: io::ErrorKind| {
            use io::ErrorKind::{
                AlreadyExists, InvalidFilename, NotADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem,
            };
            matches!(
                kind,
                AlreadyExists | InvalidFilename | NotADirectory | NotFound | PermissionDenied | ReadOnlyFilesystem
            )
        };
        if let Self::Io { source, .. } = self {
            return is_closed(source.kind());
        }
        matches!(
            self,
            Self::NoPostgres { .. }
                | Self::BadBinaries { .. }
                | Self::OtherVersion { .. }
                | Self::NotACluster { .. }
                | Self::ForeignOwner { .. }
                | Self::NamelessUser { .. }
                | Self::NoUnprivilegedUser
                | Self::NotTraversable { .. }
                | Self::UnsafeSocketDir { .. }
                | Self::ForeignServer { .. }
        )
    }

    /// For `map_err`: names the action and the path that an I/O error has forgotten.
    pub(super) fn io<'a>(action: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                let what = format!("Rapport could not {action} it");
                Self::DiskFull { path: path.to_owned(), what }
            }
            _ => Self::Io { action, path: path.to_owned(), source },
        }
    }
}

/// The last `count` lines of `text`, each on a line of its own and indented, for the end of a message.
pub(super) fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return " (nothing)".to_owned();
    }
    lines[lines.len().saturating_sub(count)..].iter().flat_map(|line| ["\n  ", line]).collect()
}
