//! A cookie, and the rules by which it is read: whose it is, when it ends, which values can be sent.

use std::cmp::Ordering;

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use super::names::{JSESSIONID, LI_AT};
use super::{MAX_NAME, MAX_VALUE};

const SITE: &str = "linkedin.com";
/// Where the cookies are sent to.
pub(super) const HOST: &str = "www.linkedin.com";
const PATH: &str = "/voyager/api";

/// What a site may do with a cookie on requests that another site starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SameSite {
    Strict,
    Lax,
    None,
}

impl SameSite {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Lax => "lax",
            Self::None => "none",
        }
    }

    /// By any of its names; those for "not set", and unknown ones, give none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is = |name: &str| text.trim().eq_ignore_ascii_case(name);
        match () {
            () if is("strict") => Some(Self::Strict),
            () if is("lax") => Some(Self::Lax),
            () if is("none") || is("no_restriction") => Some(Self::None),
            () => None,
        }
    }
}

/// A cookie as an export has it.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
    /// None if the export does not say, as a header does not.
    pub(super) domain: Option<&'a str>,
    pub(super) path: Option<&'a str>,
    pub(super) expires: Option<Timestamp>,
    pub(super) host_only: bool,
    pub(super) http_only: bool,
    pub(super) secure: bool,
    pub(super) same_site: Option<SameSite>,
}

impl<'a> Draft<'a> {
    /// What a header says of a cookie: that it is sent to LinkedIn, over TLS.
    pub(super) const fn pair(name: &'a str, value: &'a str) -> Self {
        Self {
            name,
            value,
            domain: None,
            path: None,
            expires: None,
            host_only: false,
            http_only: false,
            secure: true,
            same_site: None,
        }
    }
}

/// A cookie of LinkedIn. It has no `Debug`: where a field of the export was lost, any other may hold the value.
pub(super) struct Cookie {
    pub(super) name: Zeroizing<String>,
    pub(super) value: SecretString,
    /// In lower case and without a leading dot.
    pub(super) domain: Zeroizing<String>,
    pub(super) path: Zeroizing<String>,
    /// None: it ends with the browser's session, or nobody said when.
    pub(super) expires: Option<Timestamp>,
    /// Whether it is for this very host, and not for those below it.
    pub(super) host_only: bool,
    pub(super) http_only: bool,
    pub(super) secure: bool,
    pub(super) same_site: Option<SameSite>,
}

impl Cookie {
    /// None if its name or value is one that no browser could send.
    pub(super) fn new(draft: &Draft<'_>, domain: Zeroizing<String>) -> Option<Self> {
        let name = draft.name.trim();
        let path = draft.path.filter(|path| path.starts_with('/')).unwrap_or("/");
        if !is_name(name) || path.len() > MAX_VALUE {
            return None;
        }
        Some(Self {
            name: Zeroizing::new(name.to_owned()),
            value: value(name, draft.value)?,
            domain,
            path: Zeroizing::new(path.to_owned()),
            expires: draft.expires,
            // A leading dot says the contrary, and is what browsers go by.
            host_only: draft.host_only && !draft.domain.is_some_and(|domain| domain.trim().starts_with('.')),
            http_only: draft.http_only,
            secure: draft.secure,
            same_site: draft.same_site,
        })
    }

    /// Whether a browser sends it along with a call of voyager, as long as it lasts (RFC 6265, sections 5.1.3 and 5.1.4).
    pub(super) fn is_sent(&self) -> bool {
        let domain = self.domain.as_str();
        let host = HOST == domain || !self.host_only && HOST.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.'));
        let path = PATH.strip_prefix(self.path.as_str());
        host && path.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || self.path.ends_with('/'))
    }

    pub(super) fn is_alive(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|end| end > now)
    }

    /// Which of two cookies of the same name is the better one: that which is sent at all, that which is alive, that of the
    /// more specific domain, that which lasts longer.
    pub(super) fn compare(&self, other: &Self, now: Timestamp) -> Ordering {
        let rank = |cookie: &Self| {
            (cookie.is_sent(), cookie.is_alive(now), cookie.domain.matches('.').count(), cookie.expires)
        };
        rank(self).cmp(&rank(other))
    }

    /// The value of JSESSIONID without the quotes around it.
    pub(super) fn unquoted(&self) -> &str {
        self.value.expose_secret().trim_matches('"')
    }
}

/// The domain in lower case and without a leading dot, if it is LinkedIn's. Look-alikes end in something else, or are made
/// of letters that are not ASCII, or of the punycode that stands for such.
pub(super) fn of_linkedin(domain: &str) -> Option<Zeroizing<String>> {
    let domain = domain.trim();
    let domain = Zeroizing::new(domain.strip_prefix('.').unwrap_or(domain).to_ascii_lowercase());
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && !label.starts_with("xn--")
    };
    let below = domain.strip_suffix(SITE)?;
    let is_ours = match below.strip_suffix('.') {
        Some(labels) => labels.len() <= MAX_NAME && labels.split('.').all(is_label),
        None => below.is_empty(),
    };
    is_ours.then_some(domain)
}

/// When a cookie ends, from a number. Zero and less, and what is no number, say that it ends with the session.
///
/// Tools write seconds, JavaScript milliseconds. No cookie of LinkedIn ends after the year 5138, which is where the one
/// becomes the other; the same step leads on to microseconds.
pub(super) fn expiry(number: f64) -> Option<Timestamp> {
    const YEAR_5138: f64 = 1e11;
    if !number.is_finite() || number <= 0.0 {
        return None;
    }
    let units = [1.0, 1e3, 1e6];
    let seconds = units.map(|unit| number / unit).into_iter().find(|seconds| *seconds <= YEAR_5138)?;
    #[expect(clippy::cast_possible_truncation, reason = "it is at most 1e11, and fractions of a second do not matter")]
    whole(seconds as i64)
}

/// When a cookie ends, from a text: a number, a moment as JavaScript or HTTP writes it, or `Session` and the like.
pub(super) fn expiry_of_text(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return expiry(number);
    }
    let moment: Option<Timestamp> = text.parse().ok();
    let moment = moment.or_else(|| Some(jiff::fmt::rfc2822::parse(text).ok()?.timestamp()));
    whole(moment?.as_second())
}

/// Within what [`expiry`] reads as the same seconds, since a sealed jar is read by it again. 1970 means "delete it".
fn whole(seconds: i64) -> Option<Timestamp> {
    Timestamp::from_second(seconds.clamp(1, 100_000_000_000)).ok()
}

/// What RFC 6265 calls a token, and the brackets and the like that browsers take all the same.
fn is_name(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'=' | b';' | b',' | b'"' | b'\\');
    !name.is_empty() && name.len() <= MAX_NAME && name.bytes().all(is_part)
}

/// The value in the one form in which it is kept, or none if it cannot be sent.
///
/// Allowed are RFC 6265's octets and what browsers send although it forbids it: blanks, commas, quotes and backslashes
/// inside. A control character could start another header, a semicolon another cookie; a letter that is not ASCII means
/// that the export was damaged.
fn value(name: &str, raw: &str) -> Option<SecretString> {
    const AROUND: [char; 7] = [' ', '\t', '\r', '\n', '"', '\'', '\\'];
    let quoted = |inner: &str| SecretString::from(["\"", inner, "\""].concat());
    let value = match name {
        // LinkedIn never quotes it, people do.
        LI_AT => raw.trim_matches(AROUND).into(),
        // LinkedIn always quotes it; tools lose the quotes, or leave them as they were escaped in JSON.
        JSESSIONID => quoted(Some(raw.trim_matches(AROUND)).filter(|inner| !inner.is_empty())?),
        _ => {
            let raw = raw.trim_matches([' ', '\t', '\r', '\n']);
            match raw.strip_prefix("\\\"").and_then(|rest| rest.strip_suffix("\\\"")) {
                Some(inner) => quoted(inner),
                None => raw.into(),
            }
        }
    };
    let is_octet = |byte: u8| (b' '..=b'~').contains(&byte) && byte != b';';
    let text = value.expose_secret();
    (text.len() <= MAX_VALUE && text.bytes().all(is_octet)).then_some(value)
}
