//! What is wrong with a jar, as sentences that say what to do.

use std::fmt;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use secrecy::ExposeSecret as _;

use super::jar::Jar;
use super::names::{BCOOKIE, JSESSIONID, LI_AT};

/// Days before the end of li_at from which on it is worth a word.
const SOON: i64 = 14;
/// Characters that a real li_at exceeds many times over.
pub(super) const SHORTEST_LI_AT: usize = 20;

/// Whether a jar can be used in spite of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, with consequences that the owner should know.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// Something about a jar that its owner should know. `Display` is a sentence; it names cookies, and never a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// The export is empty.
    NoCookies,
    /// There are cookies, and none is LinkedIn's.
    WrongSite {
        /// How many.
        foreign: usize,
    },
    /// There is no li_at that would be sent.
    LiAtMissing,
    /// li_at has a line break, a semicolon or a letter that is not ASCII.
    LiAtDamaged,
    /// What LinkedIn writes over li_at when it ends a session.
    LiAtDeleted,
    /// The value of JSESSIONID stands in the place of li_at's.
    LiAtIsJsessionid,
    /// A part of a value.
    LiAtTooShort,
    /// Not a value that LinkedIn gives.
    LiAtMisshapen,
    /// It has ended.
    LiAtExpired {
        /// When.
        at: Timestamp,
    },
    /// It ends within two weeks.
    LiAtEndsSoon {
        /// When.
        at: Timestamp,
    },
    /// Nobody knows when it ends.
    LiAtEndUnknown,
    /// There is no other cookie.
    LiAtAlone,
    /// There is no JSESSIONID that would be sent.
    JsessionidMissing,
    /// It has ended.
    JsessionidExpired {
        /// When.
        at: Timestamp,
    },
    /// Not a value that LinkedIn gives.
    JsessionidMisshapen,
    /// There is no bcookie that would be sent.
    BcookieMissing,
    /// Entries that cannot be sent were left out.
    Unusable {
        /// How many.
        count: usize,
    },
    /// Cookies of other sites were left out.
    ForeignLeftOut {
        /// How many.
        count: usize,
    },
}

impl Finding {
    /// Whether the jar can be used all the same.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::NoCookies
            | Self::WrongSite { .. }
            | Self::LiAtMissing
            | Self::LiAtDamaged
            | Self::LiAtDeleted
            | Self::LiAtIsJsessionid
            | Self::LiAtTooShort
            | Self::LiAtMisshapen
            | Self::LiAtExpired { .. } => Severity::Error,
            Self::LiAtEndsSoon { .. }
            | Self::LiAtEndUnknown
            | Self::LiAtAlone
            | Self::JsessionidMissing
            | Self::JsessionidExpired { .. }
            | Self::JsessionidMisshapen
            | Self::BcookieMissing
            | Self::Unusable { .. }
            | Self::ForeignLeftOut { .. } => Severity::Warning,
        }
    }

    /// A name for programs, which never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoCookies => "no_cookies",
            Self::WrongSite { .. } => "wrong_site",
            Self::LiAtMissing => "li_at_missing",
            Self::LiAtDamaged => "li_at_damaged",
            Self::LiAtDeleted => "li_at_deleted",
            Self::LiAtIsJsessionid => "li_at_is_jsessionid",
            Self::LiAtTooShort => "li_at_too_short",
            Self::LiAtMisshapen => "li_at_misshapen",
            Self::LiAtExpired { .. } => "li_at_expired",
            Self::LiAtEndsSoon { .. } => "li_at_ends_soon",
            Self::LiAtEndUnknown => "li_at_end_unknown",
            Self::LiAtAlone => "li_at_alone",
            Self::JsessionidMissing => "jsessionid_missing",
            Self::JsessionidExpired { .. } => "jsessionid_expired",
            Self::JsessionidMisshapen => "jsessionid_misshapen",
            Self::BcookieMissing => "bcookie_missing",
            Self::Unusable { .. } => "unusable",
            Self::ForeignLeftOut { .. } => "foreign_left_out",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |at: &Timestamp| at.to_zoned(TimeZone::UTC).date();
        match self {
            Self::NoCookies => f.write_str(
                "The export holds no cookies; open www.linkedin.com, sign in, and export the cookies of that tab.",
            ),
            Self::WrongSite { foreign: 1 } => f.write_str(
                "The only cookie in it is not one of LinkedIn's; open www.linkedin.com, sign in, and export the cookies of that tab.",
            ),
            Self::WrongSite { foreign } => write!(
                f,
                "None of the {foreign} cookies in it is one of LinkedIn's; open www.linkedin.com, sign in, and export the cookies of that tab."
            ),
            Self::LiAtMissing => f.write_str(
                "The cookie li_at is missing, and it is the session itself; sign in to www.linkedin.com and export with an extension such as Cookie-Editor, because scripts in a page cannot see li_at.",
            ),
            Self::LiAtDamaged => f.write_str(
                "The value of li_at holds a character that no cookie can hold, such as a line break; export it again, and do not copy it out of a window that breaks lines.",
            ),
            Self::LiAtDeleted => f.write_str(
                "LinkedIn has ended this session and overwritten li_at; sign in to www.linkedin.com again, and export the cookies after that.",
            ),
            Self::LiAtIsJsessionid => f.write_str(
                "The value of JSESSIONID was given as li_at; copy the value of the cookie li_at, which starts with AQED.",
            ),
            Self::LiAtTooShort => f.write_str(
                "The value of li_at is too short to be a whole one; copy all of it, or export the cookies with an extension such as Cookie-Editor.",
            ),
            Self::LiAtMisshapen => f.write_str(
                "The value of li_at is not one that LinkedIn gives, which starts with AQ and is made of letters, digits, - and _; export the cookies again while you are signed in.",
            ),
            Self::LiAtExpired { at } => write!(
                f,
                "The session ended on {} (li_at); sign in to www.linkedin.com again, and export the cookies after that.",
                day(at)
            ),
            Self::LiAtEndsSoon { at } => write!(
                f,
                "The session ends on {} (li_at); sign in to www.linkedin.com again before that day, and add the new cookies.",
                day(at)
            ),
            Self::LiAtEndUnknown => f.write_str(
                "The export does not say when li_at ends, so nobody can warn you before the session does; an export of Cookie-Editor as JSON says it.",
            ),
            Self::LiAtAlone => f.write_str(
                "There is no cookie but li_at, and LinkedIn revokes sessions that are sent without the others; export all cookies of www.linkedin.com.",
            ),
            Self::JsessionidMissing => f.write_str(
                "The cookie JSESSIONID is missing, without which the session can neither be checked nor used on LinkedIn itself; export all cookies of www.linkedin.com.",
            ),
            Self::JsessionidExpired { at } => write!(
                f,
                "The cookie JSESSIONID ended on {}, without which the session can neither be checked nor used on LinkedIn itself; open www.linkedin.com, and export the cookies again.",
                day(at)
            ),
            Self::JsessionidMisshapen => f.write_str(
                "The value of JSESSIONID is not one that LinkedIn gives, which starts with ajax:, so LinkedIn will refuse what is sent with it; export all cookies of www.linkedin.com again.",
            ),
            Self::BcookieMissing => f.write_str(
                "The cookie bcookie is missing, by which LinkedIn knows the browser, and a session without it looks stolen; export all cookies of www.linkedin.com.",
            ),
            Self::Unusable { count: 1 } => f.write_str(
                "One entry was left out, because it is no cookie that could be sent; if the session does not work, export the cookies again.",
            ),
            Self::Unusable { count } => write!(
                f,
                "{count} entries were left out, because they are no cookies that could be sent; if the session does not work, export the cookies again."
            ),
            Self::ForeignLeftOut { count: 1 } => f.write_str(
                "One cookie of another site was left out and not kept; delete the export when you are done, because it opens that site too.",
            ),
            Self::ForeignLeftOut { count } => write!(
                f,
                "{count} cookies of other sites were left out and not kept; delete the export when you are done, because it opens those sites too."
            ),
        }
    }
}

/// Everything that there is to say about a jar, errors first.
pub(super) fn of(jar: &Jar, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    if jar.is_empty() && !jar.li_at_is_unusable {
        findings.push(match (jar.foreign, jar.unusable) {
            (0, 0) => Finding::NoCookies,
            (0, _) => Finding::LiAtMissing,
            (foreign, _) => Finding::WrongSite { foreign },
        });
    } else {
        findings.extend(of_li_at(jar, now));
        // Without a session, what else is missing is noise.
        if findings.iter().all(|finding| finding.severity() == Severity::Warning) {
            findings.extend(of_the_others(jar, now));
        }
        if jar.foreign > 0 {
            findings.push(Finding::ForeignLeftOut { count: jar.foreign });
        }
    }
    if jar.unusable > 0 {
        findings.push(Finding::Unusable { count: jar.unusable });
    }
    findings.sort_by_key(|finding| finding.severity());
    findings
}

fn of_li_at(jar: &Jar, now: Timestamp) -> Option<Finding> {
    let Some(li_at) = jar.sent(LI_AT) else {
        return Some(if jar.li_at_is_unusable { Finding::LiAtDamaged } else { Finding::LiAtMissing });
    };
    let value = li_at.value.expose_secret();
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'=' | b'.' | b'~');
    if value.eq_ignore_ascii_case("delete me") || value.eq_ignore_ascii_case("deleteme") {
        return Some(Finding::LiAtDeleted);
    }
    if value.starts_with("ajax:") {
        return Some(Finding::LiAtIsJsessionid);
    }
    if value.len() < SHORTEST_LI_AT {
        return Some(Finding::LiAtTooShort);
    }
    if !value.starts_with("AQ") || !value.bytes().all(is_part) {
        return Some(Finding::LiAtMisshapen);
    }
    match li_at.expires {
        None => Some(Finding::LiAtEndUnknown),
        Some(at) if at <= now => Some(Finding::LiAtExpired { at }),
        Some(at) if now.checked_add((24 * SOON).hours()).is_ok_and(|soon| at < soon) => {
            Some(Finding::LiAtEndsSoon { at })
        }
        Some(_) => None,
    }
}

fn of_the_others(jar: &Jar, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_alone = jar.len() == 1;
    if is_alone {
        findings.push(Finding::LiAtAlone);
    }
    match jar.sent(JSESSIONID) {
        None => findings.push(Finding::JsessionidMissing),
        Some(cookie) => match cookie.expires {
            Some(at) if at <= now => findings.push(Finding::JsessionidExpired { at }),
            _ if !cookie.unquoted().starts_with("ajax:") => findings.push(Finding::JsessionidMisshapen),
            _ => {}
        },
    }
    if !is_alone && jar.sent(BCOOKIE).is_none_or(|cookie| !cookie.is_alive(now)) {
        findings.push(Finding::BcookieMissing);
    }
    findings
}
