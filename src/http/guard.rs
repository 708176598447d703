//! Where a call may go. Addresses come from users (a webhook's receiver) and from answers, and this machine can reach more
//! than they can: its own services, the networks around it, its cloud's metadata. So a call goes to the internet alone.
//!
//! Two checks make that true, each where the other cannot look:
//! - [`Guard::route`] reads the URL, since an address that is written in it never comes to a resolver;
//! - [`Resolver`] judges what a name leads to, and gives to the connection the very addresses that it judged. Whoever looked
//!   the name up before, to judge it, and let the connection look it up again, could be given two different answers.
//!
//! Origins that the operator allows pass by both, and nothing else of the same host does.

use std::{future::Future, io, net::IpAddr, net::SocketAddr, pin::Pin, str::FromStr, sync::Arc};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Origin, Url};

use super::addresses;

/// Why an address is not called, in words that quote nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It does not parse, or names no host.
    #[error("it is not a web address")]
    NotAnAddress,
    /// It holds a user's name or a password.
    #[error("it holds a user name or a password")]
    UserInfo,
    /// Anybody on the way could read and change what is sent.
    #[error("it does not begin with https://")]
    NotHttps,
    /// Other ports are other services than the web.
    #[error("it names another port than 443")]
    Port,
    /// A name that has a meaning in the local network only.
    #[error("its host is a name of a local network")]
    LocalName,
    /// The host, or one of the addresses that its name stands for, is not on the internet. Holds what it is.
    #[error("it leads to {0}")]
    NotPublic(&'static str),
}

impl From<Refused> for crate::error::Error {
    fn from(refused: Refused) -> Self {
        Self::Invalid(format!("this address cannot be called: {refused}"))
    }
}

/// Origins (scheme, host, port) that the operator allows in spite of all rules; empty by default.
///
/// An origin is compared as a whole and as it is written: `http://127.0.0.1:4001` allows neither `http://localhost:4001` nor
/// `http://127.0.0.1:4002`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowedOrigins(Vec<Origin>);

impl AllowedOrigins {
    /// Reads an address that somebody entered, and says at once if it would never be called, as
    /// [`Client::check`](super::Client::check) does.
    ///
    /// # Errors
    /// Why it would not be called.
    pub fn check(&self, url: &str) -> Result<Url, Refused> {
        Guard::new(self.clone()).check(url)
    }

    fn contain(&self, url: &Url) -> bool {
        self.0.contains(&url.origin())
    }
}

impl FromStr for AllowedOrigins {
    type Err = String;

    /// Reads origins with commas or spaces between them. The error quotes none of them, since one may hold a password.
    fn from_str(text: &str) -> Result<Self, String> {
        let items = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|item| !item.is_empty());
        let origin = |(index, item): (usize, &str)| {
            let is_one = |url: &Url| {
                matches!(url.scheme(), "http" | "https")
                    && url.username().is_empty()
                    && url.password().is_none()
                    && url.path() == "/"
                    && url.query().is_none()
                    && url.fragment().is_none()
            };
            let url = Url::parse(item).ok().filter(is_one);
            url.map(|url| url.origin()).ok_or_else(|| {
                format!("an allowed origin looks like http://127.0.0.1:4001, and number {} does not", index + 1)
            })
        };
        items.enumerate().map(origin).collect::<Result<_, _>>().map(Self)
    }
}

/// Which of the two ways a call takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// To the internet, by way of [`Resolver`].
    Guarded,
    /// To an origin that the operator allows, wherever that is.
    Allowed,
}

/// What decides whether an address is not on the internet, and what it is then. Tests put another one in its place, since
/// they have no address of the internet to call.
pub(super) type Judge = fn(IpAddr) -> Option<&'static str>;

/// The rules for URLs.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    pub(super) allowed: AllowedOrigins,
    pub(super) port: u16,
    pub(super) judge: Judge,
}

impl Guard {
    pub(super) fn new(allowed: AllowedOrigins) -> Self {
        Self { allowed, port: 443, judge: addresses::not_public }
    }

    /// Reads an address, and checks what can be seen in it.
    pub(super) fn check(&self, url: &str) -> Result<Url, Refused> {
        let url = Url::parse(url).map_err(|_| Refused::NotAnAddress)?;
        self.route(&url)?;
        Ok(url)
    }

    /// Checks what can be seen in a URL. The url crate has made it canonical before: every spelling of an IPv4 address is an
    /// address, full-width digits are digits, percent-encoded hosts are decoded.
    pub(super) fn route(&self, url: &Url) -> Result<Route, Refused> {
        let Some(host) = url.host() else { return Err(Refused::NotAnAddress) };
        // Refused even where all else is allowed: it would be sent as a password, and shown by whoever shows the URL.
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refused::UserInfo);
        }
        if self.allowed.contain(url) {
            return Ok(Route::Allowed);
        }
        if url.scheme() != "https" {
            return Err(Refused::NotHttps);
        }
        if url.port_or_known_default() != Some(self.port) {
            return Err(Refused::Port);
        }
        let what = match host {
            Host::Ipv4(address) => (self.judge)(IpAddr::V4(address)),
            Host::Ipv6(address) => (self.judge)(IpAddr::V6(address)),
            Host::Domain(name) if is_local(name) => return Err(Refused::LocalName),
            Host::Domain(_) => None,
        };
        what.map_or(Ok(Route::Guarded), |what| Err(Refused::NotPublic(what)))
    }
}

/// Names that mean nothing on the internet. Resolving would show what they lead to, but the question alone could be heard in
/// the local network, and whether it had an answer would tell a user what is there.
fn is_local(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    !name.contains('.') || [".localhost", ".local", ".internal", ".home.arpa"].iter().any(|end| name.ends_with(end))
}

/// Looks names up.
pub trait Lookup: Send + Sync + 'static {
    /// All addresses of a name; an error or none if it has no address.
    fn lookup(&self, name: &str) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;
}

/// The resolver of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn lookup(&self, name: &str) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>> {
        let name = name.to_owned();
        Box::pin(async move {
            let addresses = tokio::net::lookup_host((name.as_str(), 0)).await?;
            Ok(addresses.map(|address| address.ip()).collect())
        })
    }
}

/// Why a name leads nowhere: what [`Resolver`] gives as its error, and the client finds again inside of reqwest's.
#[derive(Debug, thiserror::Error)]
pub(super) enum LookupError {
    #[error("the name has no address")]
    NoAddress,
    #[error(transparent)]
    Refused(Refused),
}

/// Resolves for reqwest. Without a judge it lets everything through: so it serves the allowed origins.
pub(super) struct Resolver {
    pub(super) lookup: Arc<dyn Lookup>,
    pub(super) judge: Option<Judge>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let looking = self.lookup.lookup(name.as_str());
        let judge = self.judge;
        Box::pin(async move {
            // The resolver's own words are dropped: they differ between systems, and say no more.
            let addresses = looking.await.unwrap_or_default();
            if addresses.is_empty() {
                return Err(LookupError::NoAddress.into());
            }
            // One is enough: which address a connection takes is left to chance, and an honest name has no such address.
            if let Some(what) = judge.and_then(|judge| addresses.iter().find_map(|address| judge(*address))) {
                return Err(LookupError::Refused(Refused::NotPublic(what)).into());
            }
            Ok(Box::new(addresses.into_iter().map(|address| SocketAddr::new(address, 0))) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allowed_origins_are_read_and_never_quoted() {
        let origins: AllowedOrigins = "http://127.0.0.1:4001, https://Simulator.test\n".parse().unwrap();
        assert!(origins.contain(&Url::parse("http://127.0.0.1:4001/rest/posts?q=author").unwrap()));
        assert!(origins.contain(&Url::parse("https://simulator.test:443/").unwrap()));
        assert_eq!("".parse(), Ok(AllowedOrigins::default()));
        let wrong =
            ["127.0.0.1:4001", "ftp://h", "http://u:hunter2@h", "http://h/hunter2", "http://h?hunter2", "hunter2"];
        for wrong in wrong {
            let error = format!("http://fine.test {wrong}").parse::<AllowedOrigins>().unwrap_err();
            assert!(error.ends_with("number 2 does not") && !error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_refusal_is_the_users_to_mend() {
        let error = crate::error::Error::from(Refused::NotPublic("a private network"));
        assert_eq!(error.to_string(), "this address cannot be called: it leads to a private network");
        assert_eq!(error.exit_code(), 1);
    }
}
