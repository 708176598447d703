//! What is asked of the other side.

use std::{fmt, time::Duration};

use bytes::Bytes;
use reqwest::{
    Method,
    header::{self, HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use url::Url;

use super::error::{Cause, Place};

/// What an answer must be to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expects {
    /// JSON, if the answer is a success that has a body.
    Json,
    /// Anything.
    Anything,
    /// Nothing but a status. Whatever else there is of the answer is kept as far as it came, and takes nothing from a success.
    Status,
}

/// One call. It can be sent again.
///
/// The label (`endpoint`) stands for the path wherever the call is shown: `actor-runs/{id}`. It is written in the program, so
/// that it can hold no secret and has few values.
///
/// What cannot be written into a request (a header with a line break, a value that is no JSON) is said by sending it, so that
/// building one is one expression.
#[derive(Clone)]
pub struct Request {
    pub(super) method: Method,
    pub(super) url: Url,
    endpoint: &'static str,
    headers: HeaderMap,
    pub(super) body: Option<Bytes>,
    pub(super) expects: Expects,
    pub(super) idle_timeout: Option<Duration>,
    pub(super) total_timeout: Option<Duration>,
    pub(super) body_cap: Option<u64>,
    fault: Option<&'static str>,
}

/// Headers that say where one message ends and the next begins, and whom it is for. Whoever chooses them can speak in
/// another's name, so that only the connection does.
const OF_THE_CONNECTION: [HeaderName; 8] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::EXPECT,
    header::HOST,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

impl Request {
    /// A call that takes any answer, of the client's limits.
    #[must_use]
    pub fn new(method: Method, endpoint: &'static str, url: Url) -> Self {
        Self {
            method,
            url,
            endpoint,
            headers: HeaderMap::new(),
            body: None,
            expects: Expects::Anything,
            idle_timeout: None,
            total_timeout: None,
            body_cap: None,
            fault: None,
        }
    }

    /// [`Request::new`] with GET.
    #[must_use]
    pub fn get(endpoint: &'static str, url: Url) -> Self {
        Self::new(Method::GET, endpoint, url)
    }

    /// [`Request::new`] with POST.
    #[must_use]
    pub fn post(endpoint: &'static str, url: Url) -> Self {
        Self::new(Method::POST, endpoint, url)
    }

    /// Adds a header, or replaces it.
    #[must_use]
    pub fn header(self, name: &str, value: &str) -> Self {
        self.with(name, value, false)
    }

    /// Adds a header whose value nobody may see.
    #[must_use]
    pub fn secret_header(self, name: &str, value: &SecretString) -> Self {
        self.with(name, value.expose_secret(), true)
    }

    /// Authenticates with a token.
    #[must_use]
    pub fn bearer(self, token: &SecretString) -> Self {
        self.with("authorization", &format!("Bearer {}", token.expose_secret()), true)
    }

    /// Sends cookies: `name=value; name=value`.
    #[must_use]
    pub fn cookie(self, cookies: &SecretString) -> Self {
        self.secret_header("cookie", cookies)
    }

    /// Says another name than `rapport/<version>`, where a server answers browsers only.
    #[must_use]
    pub fn user_agent(self, name: &str) -> Self {
        self.header("user-agent", name)
    }

    /// Sends a value as JSON.
    #[must_use]
    pub fn json(self, value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => self.body("application/json", body),
            Err(_) => self.faulty("its body cannot be written as JSON"),
        }
    }

    /// Sends fields as a form does.
    #[must_use]
    pub fn form<'a>(self, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }

    /// Sends bytes.
    #[must_use]
    pub fn body(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", content_type)
    }

    /// Takes an answer only if it is this.
    #[must_use]
    pub const fn expects(mut self, what: Expects) -> Self {
        self.expects = what;
        self
    }

    /// Waits longer or less than [`Options::idle_timeout`](super::Options) for each piece of the answer: long polls are silent.
    #[must_use]
    pub const fn idle_timeout(mut self, time: Duration) -> Self {
        self.idle_timeout = Some(time);
        self
    }

    /// Waits longer or less than [`Options::total_timeout`](super::Options) for all of it.
    #[must_use]
    pub const fn total_timeout(mut self, time: Duration) -> Self {
        self.total_timeout = Some(time);
        self
    }

    /// Takes a longer or shorter body than [`Options::body_cap`](super::Options), in bytes.
    #[must_use]
    pub const fn body_cap(mut self, bytes: u64) -> Self {
        self.body_cap = Some(bytes);
        self
    }

    /// Where it goes, as far as it may be shown.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::new(&self.url, self.endpoint)
    }

    fn with(mut self, name: &str, value: &str, is_secret: bool) -> Self {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
            return self.faulty("it names a header as no header can be named");
        };
        if OF_THE_CONNECTION.contains(&name) {
            return self.faulty("it sets a header that is the connection's own");
        }
        let Ok(mut value) = HeaderValue::from_str(value) else {
            return self.faulty("a header holds a character that no header can hold");
        };
        value.set_sensitive(is_secret);
        self.headers.insert(name, value);
        self
    }

    /// The first fault is kept: those after it may only follow from it.
    const fn faulty(mut self, fault: &'static str) -> Self {
        if self.fault.is_none() {
            self.fault = Some(fault);
        }
        self
    }

    /// The headers to send.
    pub(super) fn outgoing_headers(&self) -> Result<HeaderMap, Cause> {
        const USER_AGENT: HeaderValue = HeaderValue::from_static(concat!("rapport/", env!("CARGO_PKG_VERSION")));
        if let Some(fault) = self.fault {
            return Err(Cause::Invalid(fault));
        }
        let mut headers = self.headers.clone();
        let accepted = if self.expects == Expects::Json { "application/json" } else { "*/*" };
        headers.entry(header::ACCEPT).or_insert(HeaderValue::from_static(accepted));
        headers.entry(header::USER_AGENT).or_insert(USER_AGENT);
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        Ok(headers)
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("place", &self.place())
            .field("headers", &self.headers.keys().map(HeaderName::as_str).collect::<Vec<_>>())
            .field("body_bytes", &self.body.as_ref().map(Bytes::len))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_marked_and_the_callers_choices_are_kept() {
        let secret = SecretString::from("secret");
        let request = Request::get("me", "https://www.linkedin.com/voyager/api/me".parse().unwrap())
            .header("Accept", "application/vnd.linkedin.normalized+json+2.1")
            .header("accept-encoding", "gzip")
            .bearer(&secret)
            .cookie(&secret)
            .secret_header("csrf-token", &secret)
            .expects(Expects::Json);
        let headers = request.outgoing_headers().unwrap();
        for name in ["authorization", "cookie", "csrf-token"] {
            assert!(headers[name].is_sensitive(), "{name}");
        }
        for (name, value) in [
            ("accept", "application/vnd.linkedin.normalized+json+2.1"),
            ("accept-encoding", "identity"),
            ("user-agent", concat!("rapport/", env!("CARGO_PKG_VERSION"))),
        ] {
            assert_eq!(headers[name], value);
            assert!(!headers[name].is_sensitive(), "{name}");
        }
        assert_eq!(request.header("accept", "text/html").outgoing_headers().unwrap()["accept"], "text/html");
    }
}
