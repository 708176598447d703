//! Decides which cookies of an export are kept.

use jiff::Timestamp;
use zeroize::Zeroizing;

use secrecy::ExposeSecret as _;

use super::MAX_COOKIES;
use super::cookie::{Cookie, Draft, HOST, of_linkedin};
use super::error::CookieError;
use super::format::Format;
use super::jar::Jar;
use super::names::{LI_AT, is_telling};

/// The cookies so far.
pub(super) struct Gather {
    now: Timestamp,
    cookies: Vec<Cookie>,
    /// Cookies without a domain, which are LinkedIn's if one of them has a name that only LinkedIn uses.
    homeless: Vec<Cookie>,
    foreign: usize,
    unusable: usize,
    li_at_is_unusable: bool,
}

impl Gather {
    pub(super) const fn new(now: Timestamp) -> Self {
        Self { now, cookies: Vec::new(), homeless: Vec::new(), foreign: 0, unusable: 0, li_at_is_unusable: false }
    }

    /// Takes a cookie, or counts why not.
    pub(super) fn add(&mut self, draft: &Draft<'_>) -> Result<(), CookieError> {
        let domain = match draft.domain {
            Some(domain) => of_linkedin(domain),
            None => Some(Zeroizing::new(HOST.to_owned())),
        };
        let Some(domain) = domain else {
            self.foreign += 1;
            return Ok(());
        };
        let Some(cookie) = Cookie::new(draft, domain) else {
            self.unusable += 1;
            self.li_at_is_unusable |= draft.name.trim() == LI_AT;
            return Ok(());
        };
        let list = if draft.domain.is_some() { &mut self.cookies } else { &mut self.homeless };
        keep(list, cookie, self.now)
    }

    /// Counts an entry that is no cookie, or one of another site's.
    pub(super) const fn skip(&mut self, foreign: bool) {
        if foreign { self.foreign += 1 } else { self.unusable += 1 }
    }

    /// The jar, which may be empty.
    pub(super) fn finish(mut self, format: Format) -> Result<Jar, CookieError> {
        let is_ours = |cookie: &Cookie| is_telling(&cookie.name, cookie.value.expose_secret());
        if self.li_at_is_unusable || self.homeless.iter().any(is_ours) {
            for cookie in self.homeless {
                keep(&mut self.cookies, cookie, self.now)?;
            }
        } else {
            self.foreign += self.homeless.len();
        }
        Ok(Jar {
            format,
            cookies: self.cookies,
            foreign: self.foreign,
            unusable: self.unusable,
            li_at_is_unusable: self.li_at_is_unusable,
        })
    }
}

/// Keeps one cookie a name; between equals the later one, as a browser does.
fn keep(cookies: &mut Vec<Cookie>, cookie: Cookie, now: Timestamp) -> Result<(), CookieError> {
    if let Some(kept) = cookies.iter_mut().find(|kept| kept.name == cookie.name) {
        if cookie.compare(kept, now).is_ge() {
            *kept = cookie;
        }
        return Ok(());
    }
    if cookies.len() == MAX_COOKIES {
        return Err(CookieError::TooMany);
    }
    cookies.push(cookie);
    Ok(())
}
