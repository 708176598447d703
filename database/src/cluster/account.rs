//! Which of the operating system's users the server runs as.
//!
//! PostgreSQL refuses to run as root. An ordinary user's server runs as that user; root's runs as whoever owns the data
//! directory already, or else as `postgres`, or else as `nobody`.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::process::geteuid;

use super::ClusterError;

/// A user of the operating system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) name: String,
    uid: u32,
    gid: u32,
    /// Whether we are root and must become this user to run PostgreSQL.
    drop: bool,
}

impl Account {
    /// The account for a data directory, given PostgreSQL's own directory in it, which may not exist yet.
    pub(super) fn for_directory(data_dir: &Path, pgdata: &Path) -> Result<Self, ClusterError> {
        let me = geteuid();
        let owner_of = |path: &Path| fs::symlink_metadata(path).ok().map(|metadata| metadata.uid());
        if !me.is_root() {
            let account = lookup(&me.as_raw().to_string(), false);
            let account = account.ok_or(ClusterError::NamelessUser { uid: me.as_raw() })?;
            return match owner_of(pgdata) {
                Some(owner) if owner != account.uid => Err(ClusterError::ForeignOwner {
                    path: pgdata.to_owned(),
                    owner: lookup(&owner.to_string(), false).map_or_else(|| owner.to_string(), |other| other.name),
                    me: account.name,
                }),
                _ => Ok(account),
            };
        }
        let owner = owner_of(pgdata).or_else(|| owner_of(data_dir)).filter(|&uid| uid != 0);
        match owner {
            Some(uid) => lookup(&uid.to_string(), true).ok_or(ClusterError::NamelessUser { uid }),
            None => lookup("postgres", true).or_else(|| lookup("nobody", true)).ok_or(ClusterError::NoUnprivilegedUser),
        }
    }

    /// A command that runs as this user in `folder`, with nothing of our environment: it may hold secrets, which a
    /// server would keep for anybody who reads its `/proc/<pid>/environ`, and `PG…` variables that change the server.
    pub(super) fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("LC_ALL", "C");
        command.current_dir(folder).stdin(Stdio::null());
        if self.drop {
            // The standard library gives up root's supplementary groups, too, when only the uid is named.
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    /// Gives a new file or folder to this user, if it is not theirs already.
    pub(super) fn own(&self, path: &Path) -> io::Result<()> {
        if self.drop { std::os::unix::fs::lchown(path, Some(self.uid), Some(self.gid)) } else { Ok(()) }
    }

    /// Whether a folder is this user's and closed to everybody else.
    pub(super) fn alone_owns(&self, metadata: &fs::Metadata) -> bool {
        metadata.is_dir() && metadata.uid() == self.uid && metadata.mode() & 0o777 == 0o700
    }

    /// Makes sure that this user can get to the data directory: our own folder is opened, but just to the user's group
    /// and just for passing through; the folders above it are not ours to open.
    pub(super) fn let_in(&self, data_dir: &Path) -> Result<(), ClusterError> {
        if !self.drop || self.can_enter(data_dir) {
            return Ok(());
        }
        let metadata = fs::metadata(data_dir).map_err(ClusterError::io("read", data_dir))?;
        if metadata.uid() == 0 {
            let open = ClusterError::io("open for PostgreSQL's user the folder", data_dir);
            std::os::unix::fs::chown(data_dir, None, Some(self.gid))
                .and_then(|()| {
                    fs::set_permissions(data_dir, fs::Permissions::from_mode(metadata.mode() & 0o7777 | 0o10))
                })
                .map_err(open)?;
        }
        let mut way: Vec<&Path> = data_dir.ancestors().collect();
        way.reverse();
        match way.into_iter().find(|folder| !self.can_enter(folder)) {
            Some(folder) => Err(ClusterError::NotTraversable { folder: folder.to_owned(), user: self.name.clone() }),
            None => Ok(()),
        }
    }

    /// Asks the kernel, as the user, instead of working it out from mode bits: access lists count, too.
    fn can_enter(&self, folder: &Path) -> bool {
        let mut shell = self.command(Path::new("/bin/sh"), Path::new("/"));
        shell.args(["-c", "cd \"$0\""]).arg(folder).stderr(Stdio::null());
        shell.status().is_ok_and(|status| status.success())
    }
}

/// Finds a user by name or by number.
fn lookup(key: &str, drop: bool) -> Option<Account> {
    let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let (name, uid, gid) = in_passwd(&passwd, key).or_else(|| {
        // macOS and directory services keep their users elsewhere, where `id` finds them.
        let ask = |flag: &str| {
            let output =
                Command::new("id").args([flag, key]).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
            output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        Some((ask("-un")?, ask("-u")?.parse().ok()?, ask("-g")?.parse().ok()?))
    })?;
    // The name goes into pg_ident.conf between quotes.
    let plain = !name.is_empty() && !name.contains(['"', '\n']);
    plain.then_some(Account { name, uid, gid, drop })
}

/// Finds a user by name or by number in the text of `/etc/passwd`.
fn in_passwd(passwd: &str, key: &str) -> Option<(String, u32, u32)> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, uid, gid) = (fields.next()?, fields.nth(1)?, fields.next()?);
        (name == key || uid == key).then_some(())?;
        Some((name.to_owned(), uid.parse().ok()?, gid.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_name_and_by_number() {
        let passwd = "root:x:0:0:root:/root:/bin/bash\n# a remark\npostgres:x:101:104::/var/lib/postgresql:/bin/sh\n";
        assert_eq!(in_passwd(passwd, "postgres"), Some(("postgres".to_owned(), 101, 104)));
        assert_eq!(in_passwd(passwd, "101"), in_passwd(passwd, "postgres"));
        assert_eq!(in_passwd(passwd, "nobody"), None);
    }

    #[test]
    fn a_command_of_an_account_has_nothing_of_our_environment() {
        let me = lookup(&geteuid().as_raw().to_string(), false).expect("this process's user has a name");
        let output = me.command(Path::new("/usr/bin/env"), Path::new("/")).output().unwrap();
        let mut names: Vec<_> = str::from_utf8(&output.stdout).unwrap().lines().collect();
        names.sort_unstable();
        assert_eq!(names, ["LC_ALL=C", "PATH=/usr/local/bin:/usr/bin:/bin"]);
    }
}
