//! What stops the reading of cookies. Each message says what to do, and none can hold a secret: its parts are our own words
//! and numbers, which the types see to.

use super::{MAX_BYTES, MAX_COOKIES};

/// Why no jar could be made of the bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CookieError {
    /// Zero bytes, or nothing but blanks.
    #[error("there is nothing in it; export the cookies again while you are signed in to www.linkedin.com")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error(
        "it is larger than {MAX_BYTES} bytes, and the cookies of LinkedIn take a hundredth of that; export the cookies of www.linkedin.com alone"
    )]
    TooLarge,
    /// Something else that people have at hand.
    #[error("this is {what}, not an export of cookies; {advice}")]
    NotCookies {
        /// What it is, with an article.
        what: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// Neither UTF-8 nor UTF-16.
    #[error("the text is damaged: it is neither UTF-8 nor UTF-16; export the cookies again, and save them as UTF-8")]
    NotText,
    /// Damaged JSON.
    #[error(
        "line {line}, column {column}: {fault}; expected is JSON exactly as it was exported, so export it again instead of editing it"
    )]
    Json {
        /// 1-based.
        line: usize,
        /// 1-based, in bytes; 0 is the start of the line.
        column: usize,
        /// What is wrong there.
        fault: Fault,
    },
    /// JSON without cookies.
    #[error(
        "this is JSON, but no cookies are in it; expected is a list of objects with name, value and domain, alone or as \"cookies\" or \"data\" of an object, or one object whose keys are the names of cookies"
    )]
    NoCookiesInJson,
    /// A line that does not have the form of the others.
    #[error("line {line}: {expected}")]
    Line {
        /// 1-based.
        line: usize,
        /// What was expected there, and what to do.
        expected: &'static str,
    },
    /// A curl command that was copied from a request without cookies.
    #[error(
        "the curl command sends no cookies; in the browser's developer tools, copy a request to www.linkedin.com itself while you are signed in, or export the cookies with an extension such as Cookie-Editor"
    )]
    NoCookiesInCurl,
    /// No form that is known.
    #[error(
        "the format was not recognised; expected is JSON of Cookie-Editor, EditThisCookie, Playwright, Puppeteer or Selenium, a cookies.txt, a Cookie header (name=value; name=value), a curl command, or the value of li_at alone, which starts with AQED"
    )]
    Unknown,
    /// More cookies of LinkedIn than [`MAX_COOKIES`].
    #[error(
        "it holds more than {MAX_COOKIES} cookies of LinkedIn, more than a browser keeps; export those of one browser profile alone"
    )]
    TooMany,
    /// Bytes that are not a jar which was sealed by this version or an earlier one.
    #[error(
        "the stored cookies cannot be read: they are damaged, or were stored by a newer version of Rapport; run that version, or add the cookies of this connection again"
    )]
    NotSealed,
}

/// What is wrong with JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// It stops in the middle.
    Truncated,
    /// A character stands where it cannot stand, or the nesting is too deep.
    Syntax,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Truncated => "the JSON ends in the middle",
            Self::Syntax => "this is not JSON",
        })
    }
}
