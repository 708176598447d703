//! Secrets that are handed over: in a file or on standard input, and never as an argument, which everybody on the machine can
//! read.

use std::{io::Read as _, path::Path};

use zeroize::Zeroizing;

use crate::error::Error;

/// The largest file that holds a secret.
const LARGEST: u64 = 2 * 1024 * 1024;

/// The bytes of a file, or of standard input.
///
/// # Errors
/// When it cannot be read; its name is not repeated.
pub fn secret(file: &Path) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(64 * 1024));
    if file == Path::new("-") {
        std::io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    // The argument may be the secret itself, given by mistake, so it is not repeated.
    let opened = std::fs::File::open(file).map_err(|error| {
        Error::invalid(format!(
            "cannot read the file that was named ({error}); secrets are read from a file, or with - from standard input"
        ))
    })?;
    opened.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}
