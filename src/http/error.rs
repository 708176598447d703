//! What can go wrong with a call, in words of ours alone.
//!
//! The other side's bytes and the caller's secrets are kept out by type: a [`CallError`] holds an origin, a label, numbers,
//! and texts that are written in this program. So it may go into every log, page and answer.

use std::fmt;

use url::Url;

use super::{answer::Media, guard::Refused};

/// Where a call goes, as far as it may be shown: `https://api.apify.com/actor-runs/{id}`, an origin and the caller's label.
/// Paths hold names and ids, queries and users' parts hold secrets; none of them is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    origin: Option<String>,
    endpoint: &'static str,
}

impl Place {
    pub(super) fn new(url: &Url, endpoint: &'static str) -> Self {
        // Another scheme may be the first half of a secret that holds a colon.
        let origin = matches!(url.scheme(), "http" | "https").then(|| url.origin().ascii_serialization());
        Self { origin, endpoint }
    }

    /// The caller's label.
    #[must_use]
    pub const fn endpoint(&self) -> &'static str {
        self.endpoint
    }

    /// Scheme and host, and the port if it is not the scheme's; `None` for what is no web address.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.origin.as_deref().unwrap_or("(no web address)"))?;
        if self.endpoint.is_empty() { Ok(()) } else { write!(f, "/{}", self.endpoint) }
    }
}

/// A call that brought no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {cause}")]
pub struct CallError {
    /// Where the call went.
    pub place: Place,
    /// What went wrong.
    pub cause: Cause,
}

impl CallError {
    /// What went wrong in one word, which never changes: for logs, metrics and tables.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.cause.kind()
    }
}

/// What a call was waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Name, TCP and TLS: nothing of the request has been sent yet.
    Connect,
    /// Sending the request, and the status and headers of the answer.
    Answer,
    /// The rest of the answer.
    Body,
}

/// What went wrong with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The request could not be written; says which part of it.
    #[error("the request cannot be sent: {0}")]
    Invalid(&'static str),
    /// We do not call there.
    #[error("this address cannot be called: {0}")]
    Blocked(Refused),
    /// Its name has no address, or nobody could be asked for it.
    #[error("its name has no address")]
    Unresolvable,
    /// No connection; says why.
    #[error("no connection could be made: {0}")]
    Connect(&'static str),
    /// No trusted connection; says why.
    #[error("no secure connection could be made: {0}")]
    Tls(&'static str),
    /// Time ran out.
    #[error("{}", .0.words())]
    Timeout(Phase),
    /// The connection ended before the answer began, or what came was no HTTP. The request may have been read.
    #[error("the connection ended without an HTTP answer")]
    Reset,
    /// The connection ended inside of the answer.
    #[error("the answer was cut off")]
    Incomplete,
    /// The body is longer than the call takes.
    #[error("the answer is longer than {cap} bytes")]
    TooLarge {
        /// How many bytes it would have taken.
        cap: u64,
    },
    /// The body is compressed, though we asked for it as it is: a small answer could become a huge one.
    #[error("the answer is compressed, which was not asked for")]
    Compressed,
    /// The answer says success and is not of the kind that this endpoint gives: often the page of a login or of a proxy.
    #[error("the answer is {0}, not JSON")]
    WrongContentType(Media),
    /// The body is not the JSON that was asked for.
    #[error("the answer is not the expected JSON: {fault}, at line {line}, column {column}")]
    BadJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1; 0 is before the line's first byte.
        column: usize,
        /// In which way.
        fault: JsonFault,
    },
}

impl Cause {
    /// See [`CallError::kind`].
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid_request",
            Self::Blocked(_) => "blocked",
            Self::Unresolvable => "unresolvable",
            Self::Connect(_) => "connect",
            Self::Tls(_) => "tls",
            Self::Timeout(Phase::Connect) => "connect_timeout",
            Self::Timeout(Phase::Answer) => "answer_timeout",
            Self::Timeout(Phase::Body) => "body_timeout",
            Self::Reset => "reset",
            Self::Incomplete => "incomplete",
            Self::TooLarge { .. } => "too_large",
            Self::Compressed => "compressed",
            Self::WrongContentType(_) => "wrong_content_type",
            Self::BadJson { .. } => "bad_json",
        }
    }

    /// Whether the other side cannot have read a byte of the request, so that sending it again cannot do anything twice.
    #[must_use]
    pub const fn never_left(&self) -> bool {
        matches!(
            self,
            Self::Invalid(_)
                | Self::Blocked(_)
                | Self::Unresolvable
                | Self::Connect(_)
                | Self::Tls(_)
                | Self::Timeout(Phase::Connect)
        )
    }
}

impl Phase {
    const fn words(self) -> &'static str {
        match self {
            Self::Connect => "no connection could be made in time",
            Self::Answer => "no answer came in time",
            Self::Body => "the answer did not end in time",
        }
    }
}

/// In which way a text is not the expected JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonFault {
    /// It is no JSON.
    Syntax,
    /// It ends too early.
    End,
    /// It is JSON of another shape.
    Shape,
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Syntax => "a syntax error",
            Self::End => "it ends too early",
            Self::Shape => "another shape",
        })
    }
}
