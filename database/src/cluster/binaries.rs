//! Finds PostgreSQL's server binaries on this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::ClusterError;

/// The oldest major version that has what the schema uses (`security_invoker` views, `nulls not distinct`).
pub const OLDEST_MAJOR: u32 = 15;

/// A folder that holds `initdb` and `postgres`, and their version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    dir: PathBuf,
    major: u32,
    version: String,
    named: bool,
}

impl Binaries {
    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The major version, such as 15.
    #[must_use]
    pub fn major(&self) -> u32 {
        self.major
    }

    /// The version as the server tells it, such as `15.18`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Binaries that can read a data directory of `major`: these, or others on this machine when nobody named these.
    pub(super) fn of_major(&self, major: u32) -> Option<Self> {
        if self.major == major {
            return Some(self.clone());
        }
        let others = if self.named { Vec::new() } else { candidates() };
        others.iter().filter_map(|dir| inspect(dir).ok()).find(|binaries| binaries.major == major)
    }
}

/// Finds the server's binaries: in the folder that the user named, or else where packages put them.
///
/// A named folder is the only one that is looked at: to fall back from it to another version would surprise its owner.
pub fn find_binaries(explicit: Option<&Path>) -> Result<Binaries, ClusterError> {
    if let Some(dir) = explicit {
        let bad = |reason| ClusterError::BadBinaries { dir: dir.to_owned(), reason };
        let binaries = inspect(dir).map_err(bad)?;
        if binaries.major < OLDEST_MAJOR {
            return Err(bad(format!("it holds PostgreSQL {}, and {OLDEST_MAJOR} is the oldest", binaries.version)));
        }
        return Ok(Binaries { named: true, ..binaries });
    }
    let mut too_old = None;
    for binaries in candidates().iter().filter_map(|dir| inspect(dir).ok()) {
        if binaries.major >= OLDEST_MAJOR {
            return Ok(binaries);
        }
        too_old.get_or_insert(binaries);
    }
    let found = too_old.map(|old| format!(", only {} in {}", old.version, old.dir.display())).unwrap_or_default();
    Err(ClusterError::NoPostgres { minimum: OLDEST_MAJOR, found })
}

/// What lies in one folder, or a clause that says why it will not do.
fn inspect(dir: &Path) -> Result<Binaries, String> {
    for name in ["initdb", "postgres"] {
        if !dir.join(name).is_file() {
            return Err(format!("it holds no `{name}`"));
        }
    }
    let output = said_by(Command::new(dir.join("postgres")).arg("--version"))
        .ok_or_else(|| "its `postgres` does not run".to_owned())?;
    let version = parse_version(&output).ok_or_else(|| format!("its `postgres` calls itself {output:?}"))?;
    let major = version.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok());
    let major = major.ok_or_else(|| format!("its `postgres` calls itself {output:?}"))?;
    Ok(Binaries { dir: dir.to_owned(), major, version: version.to_owned(), named: false })
}

/// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` → `15.18`.
fn parse_version(output: &str) -> Option<&str> {
    let version = output.split_once("(PostgreSQL)")?.1.split_whitespace().next()?;
    version.starts_with(|c: char| c.is_ascii_digit()).then_some(version)
}

/// Where binaries may be, the likeliest first.
fn candidates() -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> =
        said_by(Command::new("pg_config").arg("--bindir")).into_iter().map(PathBuf::from).collect();
    for (parent, prefix) in [
        ("/usr/lib/postgresql", ""),
        ("/usr", "pgsql-"),
        ("/opt/homebrew/opt", "postgresql@"),
        ("/usr/local/opt", "postgresql@"),
    ] {
        dirs.extend(numbered(Path::new(parent), prefix).into_iter().map(|dir| dir.join("bin")));
    }
    // The search path is asked of the shell, since only the configuration reads the environment in this program.
    let on_path = said_by(Command::new("sh").args(["-c", "command -v initdb"])).map(PathBuf::from);
    dirs.extend(on_path.and_then(|initdb| Some(fs::canonicalize(initdb).ok()?.parent()?.to_owned())));
    dirs
}

/// The folders `prefix15`, `prefix16`, … of `parent`, the highest number first.
fn numbered(parent: &Path, prefix: &str) -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.strip_prefix(prefix)?.parse().ok()?, entry.path())))
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, path)| path).collect()
}

/// What a command printed, when it succeeded and printed anything.
fn said_by(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_server_says() {
        assert_eq!(parse_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some("15.18"));
        assert_eq!(parse_version("postgres (PostgreSQL) 19devel"), Some("19devel"));
        assert_eq!(parse_version("postgres (PostgreSQL) x"), None);
        assert_eq!(parse_version("oops"), None);
    }

    #[test]
    fn a_named_folder_without_a_server_is_refused_in_one_line() {
        let error = find_binaries(Some(Path::new("/etc"))).unwrap_err().to_string();
        assert!(error.starts_with("RAPPORT_PG_BIN names /etc, but it holds no `initdb`. Install it with"), "{error}");
        assert_eq!(error.lines().count(), 1);
    }

    #[test]
    fn this_machine_has_a_server() {
        let binaries = find_binaries(None).expect("PostgreSQL is needed for the tests");
        assert!(binaries.major() >= OLDEST_MAJOR);
        assert!(binaries.version().starts_with(&binaries.major().to_string()));
        assert_eq!(find_binaries(Some(binaries.dir())).unwrap().dir(), binaries.dir());
    }
}
