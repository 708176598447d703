//! The cookies of one session.

use std::fmt;

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

use super::cookie::Cookie;
use super::findings::{self, Finding, SHORTEST_LI_AT};
use super::format::Format;
use super::names::{JSESSIONID, LI_AT, known};
use crate::import::Digest;

/// LinkedIn's cookies of one browser, one a name. They are wiped when it is dropped, and no value is in its `Debug`.
pub struct Jar {
    pub(super) format: Format,
    pub(super) cookies: Vec<Cookie>,
    pub(super) foreign: usize,
    pub(super) unusable: usize,
    pub(super) li_at_is_unusable: bool,
}

impl Jar {
    /// What the jar was read from.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// How many cookies it holds.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.cookies.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.cookies.is_empty()
    }

    /// The names of those cookies that LinkedIn is known to set, in the order of the export: what may be shown and stored in
    /// the clear. They are constants of ours, so that nothing of the export can be among them; [`len`](Self::len) counts the
    /// others too.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.cookies.iter().filter_map(|cookie| known(&cookie.name)).collect()
    }

    /// How many cookies of other sites were in the export. They were not kept.
    #[must_use]
    pub const fn foreign(&self) -> usize {
        self.foreign
    }

    /// When li_at ends; none if it is not there, or if the export does not say.
    #[must_use]
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.sent(LI_AT)?.expires
    }

    /// The Cookie header for `https://www.linkedin.com/voyager/api/…`: every cookie that a browser would send there at `now`.
    /// It is empty if there is none. Its characters are visible ASCII and blanks.
    #[must_use]
    pub fn header(&self, now: Timestamp) -> SecretString {
        let mut parts = Vec::new();
        for cookie in self.cookies.iter().filter(|cookie| cookie.is_sent() && cookie.is_alive(now)) {
            let separator = if parts.is_empty() { "" } else { "; " };
            parts.extend([separator, cookie.name.as_str(), "=", cookie.value.expose_secret()]);
        }
        // Joined in one piece, since a text that grows leaves copies behind.
        parts.concat().into()
    }

    /// The header `csrf-token`: the value of JSESSIONID without its quotes. None without a JSESSIONID that is sent at `now`;
    /// then no call of voyager is possible.
    #[must_use]
    pub fn csrf_token(&self, now: Timestamp) -> Option<SecretString> {
        Some(self.sent(JSESSIONID).filter(|cookie| cookie.is_alive(now))?.unquoted().into())
    }

    /// The SHA-256 of li_at in lower-case hexadecimal, by which sessions are told apart without knowing them.
    #[must_use]
    pub fn fingerprint(&self) -> Option<String> {
        let value = self.sent(LI_AT)?.value.expose_secret();
        Some(Digest(Sha256::digest(value).into()).to_string())
    }

    /// The last four characters of li_at, by which its owner recognises it. None if they would be a good part of it.
    #[must_use]
    pub fn last_four(&self) -> Option<String> {
        let value = self.sent(LI_AT)?.value.expose_secret();
        value.get(value.len().checked_sub(4)?..).filter(|_| value.len() >= SHORTEST_LI_AT).map(str::to_owned)
    }

    /// What is wrong with the jar at `now`, or soon will be: the errors first. No error means that it may be tried.
    #[must_use]
    pub fn findings(&self, now: Timestamp) -> Vec<Finding> {
        findings::of(self, now)
    }

    /// The cookie of that name, if it is one that is sent to voyager as long as it lasts.
    pub(super) fn sent(&self, name: &str) -> Option<&Cookie> {
        self.cookies.iter().find(|cookie| cookie.name.as_str() == name && cookie.is_sent())
    }
}

impl fmt::Debug for Jar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jar")
            .field("format", &self.format)
            .field("names", &self.names())
            .field("len", &self.len())
            .field("foreign", &self.foreign)
            .field("unusable", &self.unusable)
            .finish_non_exhaustive()
    }
}
