//! Who asks: the address at the other end of the connection, or what a proxy that we trust says of it.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    str::FromStr,
    sync::Arc,
};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whether nobody on the way can read along, as [`Proxies::is_encrypted`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encrypted(pub bool);

/// The proxies in front of us: what others say in `X-Forwarded-For` is anybody's invention.
#[derive(Debug, Clone, Default)]
pub struct Proxies(Arc<[IpNet]>);

/// A proxy or a network of them, as its user writes it: `10.0.0.7` or `10.0.0.0/8`.
#[derive(Debug, Clone, Copy)]
pub struct Proxy(IpNet);

impl FromStr for Proxy {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let one = |address: IpAddr| IpNet::from(address);
        let network = text.parse().or_else(|_| text.parse().map(one));
        network.map(Self).map_err(|_| "an address or a network is written like 10.0.0.7 or 10.0.0.0/8".to_owned())
    }
}

impl FromIterator<Proxy> for Proxies {
    fn from_iter<I: IntoIterator<Item = Proxy>>(proxies: I) -> Self {
        Self(proxies.into_iter().map(|proxy| proxy.0).collect())
    }
}

impl Proxies {
    /// Whoever stands behind the last of our own proxies.
    pub(super) fn peer(&self, connection: SocketAddr, headers: &HeaderMap) -> Peer {
        let mut peer = connection.ip().to_canonical();
        // Each proxy adds at the end what it was called from, so that the truth ends where our own proxies do.
        let mut told: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .collect();
        while self.trusts(peer) {
            let Some(before) = told.pop().and_then(address) else { break };
            peer = before;
        }
        Peer(peer)
    }

    /// Whether the browser's end of the connection was encrypted, as far as a proxy that we trust says; we ourselves speak in the
    /// open.
    pub(super) fn is_encrypted(&self, connection: SocketAddr, headers: &HeaderMap) -> bool {
        let said = headers.get_all("x-forwarded-proto").iter().next_back().and_then(|value| value.to_str().ok());
        self.trusts(connection.ip().to_canonical())
            && said
                .and_then(|said| said.rsplit(',').next())
                .is_some_and(|said| said.trim().eq_ignore_ascii_case("https"))
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An address as proxies write it: some with a port, some in brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let parsed = bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))?;
    Some(IpAddr::to_canonical(&parsed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(trusted: &[&str], connection: &str, told: &[&str]) -> String {
        let proxies: Proxies = trusted.iter().map(|text| text.parse::<Proxy>().unwrap()).collect();
        let mut headers = HeaderMap::new();
        for value in told {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        proxies.peer(connection.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn nobody_but_a_trusted_proxy_says_who_asks() {
        assert_eq!(peer(&[], "203.0.113.9:4711", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(peer(&["10.0.0.0/8"], "203.0.113.9:4711", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(peer(&["10.0.0.0/8"], "10.1.2.3:80", &["198.51.100.1"]), "198.51.100.1");
    }

    #[test]
    fn what_stands_before_the_last_foreign_address_is_an_invention() {
        // The sender wrote 192.0.2.66 itself; our proxy added where that came from.
        assert_eq!(peer(&["10.0.0.0/8"], "10.1.2.3:80", &["192.0.2.66, 198.51.100.1"]), "198.51.100.1");
        // Two proxies of ours, in one header or in two.
        assert_eq!(peer(&["10.0.0.0/8"], "10.1.2.3:80", &["192.0.2.66, 198.51.100.1, 10.9.9.9"]), "198.51.100.1");
        assert_eq!(peer(&["10.0.0.0/8"], "10.1.2.3:80", &["192.0.2.66", "198.51.100.1, 10.9.9.9"]), "198.51.100.1");
    }

    #[test]
    fn nobody_but_a_trusted_proxy_says_that_a_connection_is_encrypted() {
        let encrypted = |trusted: &str, connection: &str, said: &[&str]| {
            let proxies: Proxies = [trusted.parse::<Proxy>().unwrap()].into_iter().collect();
            let mut headers = HeaderMap::new();
            for value in said {
                headers.append("x-forwarded-proto", value.parse().unwrap());
            }
            proxies.is_encrypted(connection.parse().unwrap(), &headers)
        };
        assert!(encrypted("10.0.0.0/8", "10.1.2.3:80", &["https"]));
        assert!(encrypted("10.0.0.0/8", "10.1.2.3:80", &["http", "HTTPS"]));
        assert!(!encrypted("10.0.0.0/8", "203.0.113.9:80", &["https"]));
        assert!(!encrypted("10.0.0.0/8", "10.1.2.3:80", &["https, http"]), "the sender said the first itself");
        assert!(!encrypted("10.0.0.0/8", "10.1.2.3:80", &[]));
    }

    #[test]
    fn addresses_are_read_as_proxies_write_them() {
        assert_eq!(peer(&["127.0.0.1"], "[::ffff:127.0.0.1]:80", &["198.51.100.1:5555"]), "198.51.100.1");
        assert_eq!(peer(&["fd00::/8"], "[fd00::1]:80", &["[2001:db8::1]:443"]), "2001:db8::1");
        assert_eq!(peer(&["fd00::/8"], "[fd00::1]:80", &["[2001:db8::1]"]), "2001:db8::1");
        // Nonsense, or nothing: the proxy itself is all that is known.
        for told in [&["unknown"][..], &[""], &[]] {
            assert_eq!(peer(&["10.0.0.0/8"], "10.1.2.3:80", told), "10.1.2.3");
        }
        assert!("10.0.0.0/33".parse::<Proxy>().is_err());
    }
}
