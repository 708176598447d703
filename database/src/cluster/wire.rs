//! As much of PostgreSQL's protocol as it takes to ask "are you up?" and to create one database.
//!
//! A client library would be async or bring a runtime; peer authentication on a unix socket needs five message types.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

/// Longer than any answer to the statements of this module.
const MAX_MESSAGE: usize = 1 << 20;

/// How long one answer may take; `create database` copies some megabytes.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that has been authenticated.
pub(super) struct Wire {
    stream: UnixStream,
}

/// Why there is no connection or no result.
#[derive(Debug)]
pub(super) enum WireError {
    /// Nobody listens, or the connection broke.
    Io(io::Error),
    /// PostgreSQL said no.
    Server { code: String, message: String },
}

impl From<io::Error> for WireError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Wire {
    pub(super) fn connect(socket: &Path, user: &str, database: &str) -> Result<Self, WireError> {
        let stream = UnixStream::connect(socket)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut wire = Self { stream };
        let mut startup = 196_608_u32.to_be_bytes().to_vec();
        for text in ["user", user, "database", database, "application_name", "rapport cluster", ""] {
            startup.extend(text.as_bytes());
            startup.push(0);
        }
        wire.send(None, &startup)?;
        wire.until_ready()?;
        Ok(wire)
    }

    /// Runs one statement and returns its rows as text.
    pub(super) fn query(&mut self, sql: &str) -> Result<Vec<Vec<Option<String>>>, WireError> {
        let mut body = sql.as_bytes().to_vec();
        body.push(0);
        self.send(Some(b'Q'), &body)?;
        self.until_ready()
    }

    fn send(&mut self, kind: Option<u8>, body: &[u8]) -> io::Result<()> {
        let length = u32::try_from(body.len() + 4).map_err(io::Error::other)?;
        let mut message: Vec<u8> = kind.into_iter().collect();
        message.extend(length.to_be_bytes());
        message.extend(body);
        self.stream.write_all(&message)
    }

    /// Reads up to `ReadyForQuery`; an error of the server's ends the wait as well, since after one during
    /// start-up nothing more comes.
    fn until_ready(&mut self) -> Result<Vec<Vec<Option<String>>>, WireError> {
        let mut rows = Vec::new();
        loop {
            let mut head = [0; 5];
            self.stream.read_exact(&mut head)?;
            let [kind, length @ ..] = head;
            let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
            if !(4..=MAX_MESSAGE).contains(&length) {
                return Err(io::Error::other("this is not PostgreSQL's protocol").into());
            }
            let mut body = vec![0; length - 4];
            self.stream.read_exact(&mut body)?;
            match kind {
                b'Z' => return Ok(rows),
                b'D' => rows.push(columns(&body).ok_or_else(|| io::Error::other("a row is cut short"))?),
                b'E' => return Err(server_error(&body)),
                b'R' if body != 0_u32.to_be_bytes() => {
                    let message = "it asks for a password; Rapport's own server never does".to_owned();
                    return Err(WireError::Server { code: "28000".to_owned(), message });
                }
                _ => {}
            }
        }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        // A polite goodbye; without it the server would log a lost connection.
        _ = self.send(Some(b'X'), &[]);
    }
}

/// The columns of a `DataRow`.
fn columns(body: &[u8]) -> Option<Vec<Option<String>>> {
    let (count, mut rest) = body.split_at_checked(2)?;
    let count = u16::from_be_bytes(count.try_into().ok()?);
    let mut row = Vec::new();
    for _ in 0..count {
        let (length, after) = rest.split_at_checked(4)?;
        let length = i32::from_be_bytes(length.try_into().ok()?);
        let (value, after) = after.split_at_checked(usize::try_from(length).unwrap_or(0))?;
        row.push((length >= 0).then(|| String::from_utf8_lossy(value).into_owned()));
        rest = after;
    }
    Some(row)
}

/// The SQLSTATE and the message of an `ErrorResponse`.
fn server_error(body: &[u8]) -> WireError {
    let field = |kind: u8| {
        let found = body.split(|&byte| byte == 0).find(|field| field.first() == Some(&kind));
        found.map(|field| String::from_utf8_lossy(&field[1..]).into_owned()).unwrap_or_default()
    };
    WireError::Server { code: field(b'C'), message: field(b'M') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_errors_are_read_and_cut_ones_are_not() {
        let row = b"\0\x02\0\0\0\x02hi\xff\xff\xff\xff";
        assert_eq!(columns(row), Some(vec![Some("hi".to_owned()), None]));
        assert_eq!(columns(&row[..7]), None);
        let WireError::Server { code, message } = server_error(b"SFATAL\0C3D000\0Mno such database\0\0") else {
            panic!("an error of the server's")
        };
        assert_eq!((code.as_str(), message.as_str()), ("3D000", "no such database"));
    }
}
