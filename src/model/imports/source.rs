//! Where the bytes of an import come from: a file that can be read as often as it takes.

use std::{
    fs::File,
    io::{self, Read, Seek as _},
    os::{fd::AsRawFd as _, unix::fs::OpenOptionsExt as _},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use jiff::Timestamp;

use super::Request;
use crate::{
    error::Error,
    import::{self, Options, Reader},
};

/// Bytes of standard input that are kept: far more than any export has, and less than a disk.
const MOST: u64 = 8 << 30;

pub(super) fn reader(path: &Path, request: &Request, now: Timestamp) -> Result<Reader<File>, Error> {
    Reader::open(open(path)?, &options(request, now)).map_err(unreadable)
}

/// How a file is to be read.
pub(super) fn options(request: &Request, now: Timestamp) -> Options {
    Options {
        format: request.format,
        granularity: request.granularity,
        date_order: request.date_order,
        columns: request.columns.clone(),
        now: Some(now),
        ..Options::default()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is used as a function of map_err")]
pub(super) fn unreadable(error: import::Error) -> Error {
    Error::invalid(error.to_string())
}

/// Asks what it is before opening it: opening a pipe that nobody writes to would wait for ever.
pub(super) fn open(path: &Path) -> Result<File, Error> {
    let cannot = |error: io::Error| Error::invalid(format!("cannot open it: {error}"));
    let about = std::fs::metadata(path).map_err(cannot)?;
    if about.is_dir() {
        return Err(Error::invalid("this is a folder; name the files in it"));
    }
    if !about.is_file() {
        return Err(Error::invalid(
            "this is a pipe or a device, and an import reads its file more than once; save it as a file, or write: … | rapport import -",
        ));
    }
    let mut file = File::open(path).map_err(cannot)?;
    // Some systems open a file of /dev/fd where its writer has stopped.
    file.rewind().map_err(cannot)?;
    Ok(file)
}

/// What comes from no file of the user's, kept on the disk for as long as this is: in a file without a name, so that nothing
/// of it is left by a process that is killed.
#[derive(Debug)]
pub struct Spooled {
    path: PathBuf,
    file: File,
}

impl Spooled {
    /// An empty file, and what writes into it.
    ///
    /// # Errors
    /// When the folder for temporary files takes none.
    pub fn create() -> Result<(Self, Spool), Error> {
        Self::create_in(&std::env::temp_dir())
    }

    fn create_in(folder: &Path) -> Result<(Self, Spool), Error> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "rapport-import-{}-{}-{}",
            process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed),
            Timestamp::now().as_nanosecond()
        );
        let named = folder.join(name);
        let file = File::options().read(true).write(true).create_new(true).mode(0o600).open(&named).map_err(cannot)?;
        std::fs::remove_file(&named).map_err(cannot)?;
        let spool = Spool(file.try_clone().map_err(cannot)?);
        Ok((Self { path: format!("/dev/fd/{}", file.as_raw_fd()).into(), file }, spool))
    }

    /// The file itself.
    #[must_use]
    pub fn into_file(self) -> File {
        self.file
    }

    /// Where this process, and no other, can open it.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// What fills a [`Spooled`].
#[derive(Debug)]
pub struct Spool(File);

impl Spool {
    /// The file itself, for whoever writes it piece by piece.
    #[must_use]
    pub fn into_file(self) -> io::BufWriter<File> {
        io::BufWriter::new(self.0)
    }

    /// Reads `input` to its end.
    ///
    /// # Errors
    /// When it cannot be read or kept, or is larger than any export.
    pub fn fill(self, input: impl Read) -> Result<(), Error> {
        self.at_most(input, MOST)
    }

    fn at_most(mut self, input: impl Read, most: u64) -> Result<(), Error> {
        if io::copy(&mut input.take(most + 1), &mut self.0).map_err(cannot)? > most {
            return Err(Error::invalid(format!(
                "standard input is larger than {most} bytes; save it in files and import those"
            )));
        }
        Ok(())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is used as a function of map_err")]
fn cannot(error: io::Error) -> Error {
    Error::invalid(format!("cannot keep it in a file: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_can_be_read_again_and_again_and_has_no_name_that_could_outlive_it() {
        let folder = std::env::temp_dir().join(format!("rapport-spool-{}", process::id()));
        std::fs::create_dir(&folder).unwrap();
        let (spooled, spool) = Spooled::create_in(&folder).unwrap();
        spool.at_most(b"[1, 2]".as_slice(), 6).unwrap();
        for _ in 0..2 {
            let mut text = String::new();
            open(spooled.path()).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, "[1, 2]");
        }
        // It is empty: otherwise this fails.
        std::fs::remove_dir(&folder).unwrap();
    }

    #[test]
    fn standard_input_has_a_limit() {
        let (_spooled, spool) = Spooled::create().unwrap();
        let error = spool.at_most(io::repeat(b'x'), 1_000_000).unwrap_err().to_string();
        assert!(error.contains("larger than 1000000 bytes"), "{error}");
    }
}
