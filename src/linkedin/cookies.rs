//! The cookies of a LinkedIn session, in every form in which people can get at them.
//!
//! Bytes go in, a [`Jar`] comes out. Nothing here knows the network or the database: whoever has a jar asks it for
//! [`findings`](Jar::findings), seals it, and sends its [`header`](Jar::header) later.
//!
//! ```
//! use rapport::linkedin::cookies;
//!
//! let now = "2026-07-01T00:00:00Z".parse()?;
//! let jar = cookies::read(br#"li_at=AQEDAfict-NOT-A-REAL-SESSION-0000000000; JSESSIONID="ajax:0000""#, now)?;
//! assert_eq!(jar.format().name(), "header_string");
//! assert_eq!(jar.names(), ["li_at", "JSESSIONID"]);
//! for finding in jar.findings(now) {
//!     println!("{}: {finding}", finding.severity());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Whoever has these values is signed in as their owner, so three rules hold everywhere below:
//!
//! - **Nothing that is said has a byte of the input in it.** Errors, findings and `Debug` are made of our own words and of
//!   numbers; even the names of cookies are shown only if they are on a list of ours, because a damaged file has values where
//!   names should be.
//! - **Cookies of other sites are counted and not kept.** Many an export is of a whole browser.
//! - **What is kept is wiped when it is dropped**, and so are the copies that reading makes. Two are out of reach: the bytes
//!   that the caller holds, and the buffer in which `serde_json` resolves the escapes of a text.
//!
//! The layers: `mistakes` names what is no export at all, `text` decodes, one module a form (`json` over `node`, `netscape`,
//! `header`, `curl`) hands drafts to `gather`, which decides by the rules in `cookie` what is kept.

mod cookie;
mod curl;
mod error;
mod findings;
mod format;
mod gather;
mod header;
mod jar;
mod json;
mod mistakes;
mod names;
mod netscape;
mod node;
mod sealed;
mod text;

use jiff::Timestamp;

pub use error::{CookieError, Fault};
pub use findings::{Finding, Severity};
pub use format::Format;
pub use jar::Jar;

use gather::Gather;

/// The most bytes that an export may have.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The most cookies of LinkedIn that a jar holds. Browsers keep 180 of one site.
pub const MAX_COOKIES: usize = 300;
/// The most bytes of a cookie's name.
pub const MAX_NAME: usize = 256;
/// The most bytes of a cookie's value. Browsers keep 4,096 of name and value together.
pub const MAX_VALUE: usize = 8192;

/// Reads an export, whatever its form: JSON of Cookie-Editor, EditThisCookie, Playwright, Puppeteer or Selenium, also inside
/// `{"cookies": …}` or `{"data": …}`; `{"name": "value"}`; a `cookies.txt`; a Cookie header, alone or in a request or curl
/// command; the value of li_at alone. The form is recognised by what is in it.
///
/// `now` decides between two cookies of the same name, of which one has expired.
///
/// A jar that was read may still be of no use: [`Jar::findings`] says so.
pub fn read(bytes: &[u8], now: Timestamp) -> Result<Jar, CookieError> {
    mistakes::refuse_other_files(bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(CookieError::TooLarge);
    }
    let text = text::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(CookieError::Empty);
    }
    mistakes::refuse_encrypted(&text)?;
    let mut gather = Gather::new(now);
    let format = if text.trim_start().starts_with(['{', '[']) {
        json::read(&text, &mut gather)?
    } else if netscape::is_netscape(&text) {
        netscape::read(&text, &mut gather)?
    } else if curl::is_curl(&text) {
        curl::read(&text, &mut gather)?
    } else {
        header::read(&text, &mut gather)?
    };
    gather.finish(format)
}

#[cfg(test)]
mod tests;
