//! Files of master keys: one that somebody else keeps, or `master.key` beside the managed PostgreSQL, which is ours.

use std::{
    fs,
    io::{self, Write as _},
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{error::Error, seal::Key};

const HEAD: &str = "\
# The master key of Rapport: it opens the credentials of connections, which are lost without it.
# Keep a copy of this file, and not beside the backups of the database.
# The first key is the one in use; keys below it are older, for what they have sealed.
";

/// The text of a file of keys.
pub(super) fn read(path: &Path) -> Result<SecretString, Error> {
    fs::read_to_string(path)
        .map(SecretString::from)
        .map_err(|error| Error::invalid(format!("cannot read the master key in {}: {error}", path.display())))
}

/// The text of our own file; none where there is no such file.
pub(super) fn read_private(path: &Path) -> Result<Option<SecretString>, Error> {
    let mode = match fs::metadata(path) {
        Ok(metadata) => metadata.permissions().mode(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::invalid(format!("cannot read {}: {error}", path.display()))),
    };
    if mode & 0o077 != 0 {
        return Err(Error::invalid(format!(
            "other users may read {0}, which holds the master key; run: chmod 600 {0}",
            path.display()
        )));
    }
    read(path).map(Some)
}

/// Makes our own file with a new key; where another process was faster, its key is the answer.
pub(super) fn create(path: &Path) -> Result<Key, Error> {
    let key = generate()?;
    let draft = draft(path, std::slice::from_ref(&key))?;
    // Unlike a rename, a link does not replace what is there.
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Ok(()) => Ok(key),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let text = read_private(path)?.ok_or_else(|| Error::from(error))?;
            super::parse(&text, &path.display().to_string())?
                .into_iter()
                .next()
                .ok_or_else(|| Error::no("key", "first"))
        }
        Err(error) => Err(error.into()),
    }
}

/// Replaces our own file by one with these keys.
pub(super) fn replace(path: &Path, keys: &[Key]) -> Result<(), Error> {
    fs::rename(draft(path, keys)?, path)?;
    Ok(())
}

pub(super) fn generate() -> Result<Key, Error> {
    Key::generate().map_err(super::no_random_numbers)
}

/// The keys in a file beside the one that they are for, whole and on the disk.
fn draft(path: &Path, keys: &[Key]) -> Result<std::path::PathBuf, Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let draft = folder.join(format!(".master.key.{}", std::process::id()));
    drop(fs::remove_file(&draft));
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&draft)
        .map_err(|error| Error::invalid(format!("cannot write the master key to {}: {error}", folder.display())))?;
    file.write_all(HEAD.as_bytes())?;
    for key in keys {
        let line = Zeroizing::new(BASE64_STANDARD.encode(key.bytes()));
        writeln!(file, "{}", line.as_str())?;
    }
    file.sync_all()?;
    Ok(draft)
}
