//! Where the parts of one cluster lie, and its log.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::account::Account;
use super::error::last_lines;
use super::locks::open_own;
use super::{ClusterError, PORT};

/// What a socket's path may measure: 107 bytes on Linux, 103 on macOS and the BSDs.
const MAX_SOCKET_PATH: usize = 103;

/// When the log is put aside, and as much of it is kept.
const MAX_LOG: u64 = 4 << 20;

/// The folders and files of one cluster, and whose they are.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder that the caller named, without links.
    pub(super) data_dir: PathBuf,
    /// PostgreSQL's own directory.
    pub(super) pgdata: PathBuf,
    pub(super) socket_dir: PathBuf,
    pub(super) log: PathBuf,
    pub(super) account: Account,
}

impl Place {
    /// Names the parts of a data directory that exists.
    pub(super) fn of(data_dir: &Path) -> Result<Self, ClusterError> {
        let data_dir = fs::canonicalize(data_dir).map_err(ClusterError::io("find the folder", data_dir))?;
        if data_dir.join("PG_VERSION").exists() {
            let reason = "it is PostgreSQL's own directory, and Rapport keeps that in a folder of its own".to_owned();
            return Err(ClusterError::NotACluster { path: data_dir, reason });
        }
        let pgdata = data_dir.join("postgres");
        let account = Account::for_directory(&data_dir, &pgdata)?;
        let (socket_dir, log) = (socket_dir(&data_dir), data_dir.join("postgres.log"));
        Ok(Self { data_dir, pgdata, socket_dir, log, account })
    }

    /// Names the parts of a data directory, which is created if it is absent and made reachable for the server's user.
    pub(super) fn prepare(data_dir: &Path) -> Result<Self, ClusterError> {
        if !data_dir.is_dir() {
            // Root's folder is passed through by the server's user; an ordinary user's is nobody else's business.
            let mode = if rustix::process::geteuid().is_root() { 0o755 } else { 0o700 };
            let created = DirBuilder::new().recursive(true).mode(mode).create(data_dir);
            created.map_err(ClusterError::io("create the folder", data_dir))?;
        }
        let place = Self::of(data_dir)?;
        place.account.let_in(&place.data_dir)?;
        Ok(place)
    }

    pub(super) fn socket(&self) -> PathBuf {
        self.socket_dir.join(format!(".s.PGSQL.{PORT}"))
    }

    /// Creates the socket's folder if it is absent, and refuses one in which somebody else could listen.
    pub(super) fn secure_socket_dir(&self) -> Result<(), ClusterError> {
        let dir = &self.socket_dir;
        match DirBuilder::new().mode(0o700).create(dir) {
            Ok(()) => self.account.own(dir).map_err(ClusterError::io("hand over the folder", dir)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let metadata = fs::symlink_metadata(dir).map_err(ClusterError::io("read the folder", dir))?;
                let user = self.account.name.clone();
                let safe = self.account.alone_owns(&metadata);
                if safe { Ok(()) } else { Err(ClusterError::UnsafeSocketDir { path: dir.clone(), user }) }
            }
            Err(error) => Err(ClusterError::io("create the folder", dir)(error)),
        }
    }

    /// Tidies up after a server that has stopped: a socket folder outside the data directory would be litter.
    pub(super) fn remove_short_socket_dir(&self) {
        let ours = || fs::symlink_metadata(&self.socket_dir).is_ok_and(|metadata| self.account.alone_owns(&metadata));
        if !self.socket_dir.starts_with(&self.data_dir) && ours() {
            _ = fs::remove_dir(&self.socket_dir);
        }
    }

    /// Opens the log for the server, which appends to it.
    pub(super) fn open_log(&self) -> Result<File, ClusterError> {
        self.bound_log().and_then(|()| open_own(self, &self.log)).map_err(ClusterError::io("open the log", &self.log))
    }

    /// Puts a long log aside as `postgres.log.1`. The server keeps writing where it is: it appends, so that its next
    /// line lands at the start of the emptied file.
    pub(super) fn bound_log(&self) -> io::Result<()> {
        if fs::symlink_metadata(&self.log).map_or(0, |metadata| metadata.len()) <= MAX_LOG {
            return Ok(());
        }
        let mut log = open_own(self, &self.log)?;
        let old = self.data_dir.join("postgres.log.1");
        match fs::remove_file(&old) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        // What does not fit on the disk is given up: a log that cannot be emptied would be worse.
        log.seek(SeekFrom::End(-MAX_LOG.cast_signed()))?;
        let kept = open_own(self, &old).and_then(|mut old| io::copy(&mut (&log).take(MAX_LOG), &mut old));
        log.set_len(0)?;
        kept.and_then(|_| log.write_all(b"(the earlier log is in postgres.log.1)\n"))
    }

    /// How long the log is now, for [`Place::log_since`].
    pub(super) fn log_length(&self) -> u64 {
        fs::metadata(&self.log).map_or(0, |metadata| metadata.len())
    }

    /// The last lines that the log got since it had a certain length, for the end of a message.
    pub(super) fn log_since(&self, length: u64) -> String {
        let read = || {
            let mut log = File::open(&self.log)?;
            let end = log.seek(SeekFrom::End(0))?;
            log.seek(SeekFrom::Start(length.min(end).max(end.saturating_sub(16 << 10))))?;
            let mut bytes = Vec::new();
            log.read_to_end(&mut bytes)?;
            Ok::<_, io::Error>(bytes)
        };
        last_lines(&String::from_utf8_lossy(&read().unwrap_or_default()), 6)
    }

    /// The pid in `postmaster.pid`, whether it still means anything or not.
    pub(super) fn recorded_pid(&self) -> Option<u32> {
        fs::read_to_string(self.pgdata.join("postmaster.pid")).ok()?.lines().next()?.trim().parse().ok()
    }

    /// Whether the postmaster says that it takes connections. To ask it earlier would fill its log with refusals.
    pub(super) fn says_ready(&self) -> bool {
        let file = fs::read_to_string(self.pgdata.join("postmaster.pid")).unwrap_or_default();
        file.lines().nth(7).is_some_and(|status| status.trim() == "ready")
    }

    /// Whether a process is a postmaster of this cluster: after a crash, its number may be another program's.
    pub(super) fn is_our_postmaster(&self, pid: u32) -> bool {
        let pgdata = self.pgdata.as_os_str().as_bytes();
        if cfg!(target_os = "linux") {
            // The command line is readable even where /proc/<pid>/cwd is not, as for root in a container.
            let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            let mut words = command.split(|&byte| byte == 0);
            return words.any(|word| word == pgdata)
                || fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd == self.pgdata);
        }
        let mut ps = std::process::Command::new("ps");
        let output = ps.args(["-ww", "-o", "command=", "-p", &pid.to_string()]).output();
        output.is_ok_and(|output| output.stdout.windows(pgdata.len()).any(|part| part == pgdata))
    }

    /// The major version in `PG_VERSION`, or nothing when there is no cluster yet.
    pub(super) fn major(&self) -> Result<Option<u32>, ClusterError> {
        match fs::read_to_string(self.pgdata.join("PG_VERSION")) {
            Ok(text) => match text.trim().parse() {
                Ok(major) => Ok(Some(major)),
                Err(_) => Err(self.no_cluster("its PG_VERSION is no number")),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let empty = fs::read_dir(&self.pgdata).map_or(true, |mut entries| entries.next().is_none());
                if empty { Ok(None) } else { Err(self.no_cluster("it has no PG_VERSION")) }
            }
            Err(error) => Err(ClusterError::io("read the folder", &self.pgdata)(error)),
        }
    }

    fn no_cluster(&self, reason: &str) -> ClusterError {
        ClusterError::NotACluster { path: self.pgdata.clone(), reason: reason.to_owned() }
    }
}

/// The folder for the socket: in the data directory, or a short one in /tmp when the path would be too long, or has a
/// comma in it, which clients take for a list of hosts, or is no UTF-8.
///
/// It depends on nothing but the data directory, so that all processes agree on it; `$XDG_RUNTIME_DIR` would differ
/// between a service and a shell, and root's is closed to the server's user.
fn socket_dir(data_dir: &Path) -> PathBuf {
    let near = data_dir.join("socket");
    let fits = near.as_os_str().len() + format!("/.s.PGSQL.{PORT}").len() <= MAX_SOCKET_PATH;
    if fits && near.to_str().is_some_and(|path| !path.contains(',')) {
        return near;
    }
    // FNV-1a: the standard library promises no hash that stays the same from release to release.
    let hash = data_dir
        .as_os_str()
        .as_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    PathBuf::from(format!("/tmp/rapport-{hash:016x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paths_get_a_short_socket_folder_of_their_own() {
        assert_eq!(socket_dir(Path::new("/var/lib/rapport")), Path::new("/var/lib/rapport/socket"));
        assert!(socket_dir(Path::new("/this, or that")).starts_with("/tmp"));
        let long = |last: &str| socket_dir(&Path::new("/").join("x".repeat(120)).join(last));
        assert_eq!(long("a"), long("a"));
        assert_ne!(long("a"), long("b"));
        assert!(long("a").to_str().is_some_and(|path| path.starts_with("/tmp/rapport-") && path.len() < 40));
    }
}
