//! Cookies: the session, and by what a browser is known again.
//!
//! Over an encrypted connection their names begin with `__Host-`, so that no other host and nobody on the way can set one.  On the
//! loopback, where there is nobody on the way and some browsers take no such cookie, they do without.  Over the open network there
//! are none.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};

use crate::{model::tokens::Token, oidc::Attempt, serve::peer::Way};

/// A year: whoever has signed in once is known for as long.
const YEAR: u32 = 365 * 24 * 3600;
/// Thirty days, after which a session is over whatever happens.
const MONTH: u32 = 30 * 24 * 3600;

/// Ten minutes, in which somebody signs in at a service.
const ATTEMPT: u32 = 10 * 60;

/// Cookies that an answer brings.
#[derive(Clone, Default)]
pub(super) struct Outgoing(Arc<Mutex<Vec<HeaderValue>>>);

impl Outgoing {
    pub(super) fn take(&self) -> Vec<HeaderValue> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn add(&self, cookie: &str) {
        if let Ok(mut value) = HeaderValue::from_str(cookie) {
            value.set_sensitive(true);
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(value);
        }
    }
}

/// The cookies of a request, and of its answer.
pub(super) struct Cookies {
    way: Way,
    session: Option<Token>,
    device: Option<Token>,
    attempt: Option<String>,
    outgoing: Outgoing,
}

impl Cookies {
    pub(super) fn of(parts: &Parts) -> Self {
        let way = parts.extensions.get().copied().unwrap_or(Way::Open);
        let outgoing = parts.extensions.get::<Outgoing>().cloned().unwrap_or_default();
        let text = |stem| find(&parts.headers, &name(way, stem)?);
        let read = |stem| text(stem).and_then(Token::read);
        let attempt = text("attempt").map(str::to_owned);
        Self { way, session: read("session"), device: read("device"), attempt, outgoing }
    }

    /// Whether somebody may be signed in on this way.
    pub(super) fn are_safe(&self) -> bool {
        self.way != Way::Open
    }

    pub(super) const fn session(&self) -> Option<&Token> {
        self.session.as_ref()
    }

    pub(super) fn take_device(&mut self) -> Option<Token> {
        self.device.take()
    }

    pub(super) fn set_session(&self, token: &Token) {
        self.set("session", &token.text(), MONTH);
    }

    pub(super) fn set_device(&self, token: &Token) {
        self.set("device", &token.text(), YEAR);
    }

    /// Keeps what an attempt to sign in by a service needs until its answer comes.
    pub(super) fn set_attempt(&self, text: &str) {
        self.set("attempt", text, ATTEMPT);
    }

    /// The attempt of this browser, and the page to which it was on the way; none, where it has made none.  It is over then.
    pub(super) fn take_attempt(&mut self) -> Option<(Attempt, String)> {
        let text = self.attempt.take()?;
        self.set("attempt", "", 0);
        let (attempt, next) = text.split_once('.')?;
        let next = BASE64_URL_SAFE_NO_PAD.decode(next).ok()?;
        Some((Attempt::read(attempt)?, String::from_utf8(next).ok()?))
    }

    pub(super) fn forget_session(&self) {
        self.set("session", "", 0);
    }

    fn set(&self, stem: &str, value: &str, seconds: u32) {
        let secure = if self.way == Way::Encrypted { "; Secure" } else { "" };
        let Some(name) = name(self.way, stem) else { return };
        self.outgoing.add(&format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"));
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Cookies {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

/// What a cookie is called; none, where there are none.
fn name(way: Way, stem: &str) -> Option<String> {
    match way {
        Way::Encrypted => Some(format!("__Host-rapport-{stem}")),
        Way::Loopback => Some(format!("rapport-{stem}")),
        Way::Open => None,
    }
}

/// The value of the only cookie of this name: where there are two, somebody else has set one of them.
pub(super) fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter_map(|(there, value)| (there == name).then_some(value));
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(headers: &[&str]) -> Option<String> {
        let mut map = HeaderMap::new();
        for value in headers {
            map.append(header::COOKIE, value.parse().unwrap());
        }
        find(&map, "rapport-session").map(str::to_owned)
    }

    #[test]
    fn a_cookie_is_found_among_others_and_not_where_there_are_two() {
        assert_eq!(found(&["a=1; rapport-session=abc; b=2"]).as_deref(), Some("abc"));
        assert_eq!(found(&["a=1", "rapport-session=abc"]).as_deref(), Some("abc"));
        assert_eq!(found(&["rapport-session="]).as_deref(), Some(""));
        for other in [&["rapport-sessions=abc"][..], &["xrapport-session=abc"], &["rapport-session"], &[""], &[]] {
            assert_eq!(found(other), None, "{other:?}");
        }
        assert_eq!(found(&["rapport-session=abc; rapport-session=def"]), None);
    }
}
