//! A jar as bytes, for being encrypted by the caller and read again years later.
//!
//! They are JSON, and start with a version, so that a later form can be told from this one. Reading trusts them no more than an
//! export: what could not be sent is refused.

use secrecy::ExposeSecret as _;
use serde::Serialize;
use zeroize::Zeroizing;

use super::MAX_COOKIES;
use super::cookie::{Cookie, Draft, SameSite, expiry, of_linkedin};
use super::error::CookieError;
use super::format::Format;
use super::jar::Jar;
use super::node::{self, Node};

const VERSION: u8 = 1;

#[derive(Serialize)]
struct Form<'a> {
    version: u8,
    format: &'static str,
    cookies: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    value: &'a str,
    domain: &'a str,
    path: &'a str,
    expires: Option<i64>,
    host_only: bool,
    http_only: bool,
    secure: bool,
    same_site: Option<&'static str>,
}

impl Jar {
    /// The jar as bytes in the clear, which the caller encrypts and lets go of. They are wiped when they are dropped.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "writing fails for no jar")]
    pub fn to_sealed(&self) -> Zeroizing<Vec<u8>> {
        // Names and values at twice their length and paths at six times, since characters are escaped, and the keys.
        let most = |cookie: &Cookie| {
            let escaped = 2 * (cookie.name.len() + cookie.value.expose_secret().len()) + 6 * cookie.path.len();
            escaped + cookie.domain.len() + 200
        };
        let size = self.cookies.iter().map(most).sum::<usize>() + 100;
        let entries = self.cookies.iter().map(|cookie| Entry {
            name: &cookie.name,
            value: cookie.value.expose_secret(),
            domain: &cookie.domain,
            path: &cookie.path,
            expires: cookie.expires.map(jiff::Timestamp::as_second),
            host_only: cookie.host_only,
            http_only: cookie.http_only,
            secure: cookie.secure,
            same_site: cookie.same_site.map(SameSite::name),
        });
        let form = Form { version: VERSION, format: self.format.name(), cookies: entries.collect() };
        // Large enough from the start: bytes that outgrow their memory leave a copy behind that is not wiped.
        let mut bytes = Zeroizing::new(Vec::with_capacity(size));
        #[expect(clippy::expect_used, reason = "memory takes what is written, and there are no keys but texts")]
        serde_json::to_writer(&mut *bytes, &form).expect("texts and numbers can be written");
        debug_assert!(bytes.len() <= size, "the estimate is an upper bound");
        bytes
    }

    /// The jar that [`to_sealed`](Self::to_sealed) gave. What was left out of its export is not counted any more.
    pub fn from_sealed(bytes: &[u8]) -> Result<Self, CookieError> {
        let parsed = std::str::from_utf8(bytes).ok().and_then(|text| node::parse(text).ok());
        parsed.and_then(|root| jar(&root)).ok_or(CookieError::NotSealed)
    }
}

fn jar(root: &Node) -> Option<Jar> {
    if *root.get("version")?.scalar()? != VERSION.to_string() {
        return None;
    }
    let format = Format::from_name(root.get("format")?.text()?)?;
    let entries = root.get("cookies")?.list().filter(|entries| entries.len() <= MAX_COOKIES)?;
    let cookies = entries.iter().map(cookie).collect::<Option<_>>()?;
    Some(Jar { format, cookies, foreign: 0, unusable: 0, li_at_is_unusable: false })
}

fn cookie(entry: &Node) -> Option<Cookie> {
    let text = |key| entry.get(key).and_then(Node::text);
    let is_true = |key| entry.get(key).is_some_and(Node::is_true);
    let domain = text("domain")?;
    let draft = Draft {
        name: text("name")?,
        value: text("value")?,
        domain: Some(domain),
        path: Some(text("path")?),
        expires: match entry.get("expires")? {
            Node::Number(seconds) => expiry(*seconds),
            _ => None,
        },
        host_only: is_true("hostonly"),
        http_only: is_true("httponly"),
        secure: is_true("secure"),
        same_site: text("samesite").and_then(SameSite::parse),
    };
    Cookie::new(&draft, of_linkedin(domain)?)
}
