//! Who asks: the address at the other end of the connection, or what a proxy that we trust says of it.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    str::FromStr,
    sync::{Arc, Once},
};

use axum::http::{HeaderMap, header};
use ipnet::IpNet;

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Who can read along between whoever asks and us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nobody, says a proxy that we trust.
    Encrypted,
    /// Nobody, since it ends on this machine.
    Loopback,
    /// Whoever is on the way.
    Open,
}

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
    #[must_use]
    pub fn peer(&self, connection: SocketAddr, headers: &HeaderMap) -> Peer {
        let mut peer = connection.ip().to_canonical();
        // Each proxy adds at the end what it was called from, so that the truth ends where our own proxies do.
        let mut told: Vec<&[u8]> = headers
            .get_all("x-forwarded-for")
            .iter()
            // As bytes: what a sender wrote before the proxy's word may be anything, and hides none of it.
            .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
            .collect();
        while self.trusts(peer) {
            let before = told.pop().and_then(|told| std::str::from_utf8(told).ok()).map(str::trim).and_then(address);
            let Some(before) = before else { break };
            peer = before;
        }
        Peer(peer)
    }

    /// Who can read along.  We ourselves speak in the open, so it is a proxy that says what is encrypted.  What was passed on to us
    /// comes from elsewhere, whoever passed it on; and a name that leads here was perhaps made to do so by another site.
    #[must_use]
    pub fn way(&self, connection: SocketAddr, headers: &HeaderMap) -> Way {
        static TOLD: Once = Once::new();
        let from = connection.ip().to_canonical();
        let said = headers.get_all("x-forwarded-proto").iter().next_back().and_then(|value| value.to_str().ok());
        let said = said.and_then(|said| said.rsplit(',').next()).map(str::trim);
        let was_passed_on =
            headers.contains_key("forwarded") || headers.keys().any(|name| name.as_str().starts_with("x-forwarded-"));
        match (self.trusts(from), was_passed_on) {
            (true, true) if said.is_some_and(|said| said.eq_ignore_ascii_case("https")) => Way::Encrypted,
            (_, false) if from.is_loopback() && is_here(headers) => Way::Loopback,
            (is_trusted, was_passed_on) => {
                if was_passed_on && !is_trusted {
                    TOLD.call_once(|| {
                        tracing::warn!(
                            "{from} passes requests on and is not trusted, so nobody can sign in by way of it; if it is your proxy: --trusted-proxies {from}"
                        );
                    });
                }
                Way::Open
            }
        }
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Whether a request is for a name of this machine itself.
fn is_here(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    bare.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// An address as proxies write it: some with a port, some in brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let parsed = bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))?;
    Some(IpAddr::to_canonical(&parsed))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

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
    fn what_a_sender_wrote_hides_nothing_of_what_the_proxy_adds() {
        let proxies: Proxies = ["10.0.0.0/8".parse::<Proxy>().unwrap()].into_iter().collect();
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_bytes(b"\xff, 198.51.100.1").unwrap());
        assert_eq!(proxies.peer("10.1.2.3:80".parse().unwrap(), &headers).to_string(), "198.51.100.1");
    }

    #[test]
    fn nobody_but_a_trusted_proxy_says_that_a_connection_is_encrypted() {
        let way = |trusted: &str, connection: &str, said: &[(&'static str, &str)]| {
            let proxies: Proxies = [trusted.parse::<Proxy>().unwrap()].into_iter().collect();
            let mut headers = HeaderMap::new();
            headers.insert("host", "localhost:8080".parse().unwrap());
            for (name, value) in said {
                let name = axum::http::HeaderName::from_static(name);
                if name == "host" {
                    headers.insert(name, value.parse().unwrap())
                } else {
                    headers.append(name, value.parse().unwrap());
                    None
                };
            }
            proxies.way(connection.parse().unwrap(), &headers)
        };
        let proto = "x-forwarded-proto";
        assert_eq!(way("10.0.0.0/8", "10.1.2.3:80", &[(proto, "https")]), Way::Encrypted);
        assert_eq!(way("10.0.0.0/8", "10.1.2.3:80", &[(proto, "http"), (proto, "HTTPS")]), Way::Encrypted);
        assert_eq!(way("127.0.0.1", "127.0.0.1:80", &[(proto, "https"), ("host", "rapport.example")]), Way::Encrypted);
        // Somebody else says so, or the sender itself, or nobody.
        assert_eq!(way("10.0.0.0/8", "203.0.113.9:80", &[(proto, "https")]), Way::Open);
        assert_eq!(way("10.0.0.0/8", "10.1.2.3:80", &[(proto, "https, http")]), Way::Open);
        assert_eq!(way("10.0.0.0/8", "10.1.2.3:80", &[]), Way::Open);

        for host in ["localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:80", "127.1.2.3"] {
            assert_eq!(way("10.0.0.0/8", "127.0.0.1:80", &[("host", host)]), Way::Loopback, "{host}");
            assert_eq!(way("127.0.0.1", "[::1]:80", &[("host", host)]), Way::Loopback, "{host}");
        }
        // By a name that another site has lead here, or by way of a proxy, whose end may be anywhere.
        for host in ["evil.example:8080", "localhost.evil.example", "10.0.0.1", "", "[localhost]x"] {
            assert_eq!(way("10.0.0.0/8", "127.0.0.1:80", &[("host", host)]), Way::Open, "{host}");
        }
        for passed_on in ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded"] {
            assert_eq!(way("10.0.0.0/8", "127.0.0.1:80", &[(passed_on, "127.0.0.1")]), Way::Open, "{passed_on}");
        }
        assert_eq!(way("127.0.0.1", "127.0.0.1:80", &[("x-forwarded-for", "127.0.0.1")]), Way::Open);
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
