//! Where the pages are, for links that somebody passes on.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::Pages;
use crate::serve::peer::Way;

/// The address of the pages: the one that was said (`RAPPORT_URL`), or where whoever asks has reached them.  A browser says that
/// itself, and nobody else can for it; a link that leaves by mail never begins with it.
pub(super) struct Here {
    address: String,
    /// Whether nobody who passes a request on had a hand in it.
    is_certain: bool,
}

impl Here {
    /// The address of a page, where somebody said it or this machine itself is asked: others have to know it beforehand, and
    /// send there what is not for everybody.
    pub(super) fn certain(&self, path: &str) -> Option<String> {
        self.is_certain.then(|| self.page(path))
    }

    /// The address of a page.
    pub(super) fn page(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl FromRequestParts<Arc<Pages>> for Here {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, pages: &Arc<Pages>) -> Result<Self, Infallible> {
        if let Some(site) = &pages.outward.site {
            return Ok(Self { address: site.clone(), is_certain: true });
        }
        let way = parts.extensions.get();
        let address = reached(way == Some(&Way::Encrypted), &parts.headers);
        Ok(Self { address, is_certain: way == Some(&Way::Loopback) })
    }
}

/// What to know of a link before it is passed on: whether nobody else can open it.
pub(super) fn caution(link: &str) -> Option<&'static str> {
    let address = url::Url::parse(link).ok()?;
    let is_here = match address.host()? {
        url::Host::Domain(name) => name == "localhost",
        url::Host::Ipv4(address) => address.is_loopback(),
        url::Host::Ipv6(address) => address.is_loopback(),
    };
    is_here.then_some(
        "Only the computer that Rapport runs on opens this address: for others, set RAPPORT_URL to the address at which they reach \
         it.",
    )
}

fn reached(is_encrypted: bool, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_host = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    format!("{}://{}", if is_encrypted { "https" } else { "http" }, if is_host { host } else { "localhost" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_else_can_open_a_link_of_this_computer() {
        for here in ["http://127.0.0.1:8080/report?token=x", "http://localhost/link", "http://[::1]:8080/"] {
            assert!(caution(here).is_some(), "{here}");
        }
        for there in ["https://rapport.company.example/report", "http://192.168.1.7:8080/", "http://localhost.example/"]
        {
            assert!(caution(there).is_none(), "{there}");
        }
    }

    #[test]
    fn a_link_begins_with_where_the_page_was_reached() {
        let of = |host: &str, is_encrypted| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            reached(is_encrypted, &headers)
        };
        assert_eq!(of("rapport.company.example", true), "https://rapport.company.example");
        assert_eq!(of("127.0.0.1:8080", false), "http://127.0.0.1:8080");
        for odd in ["", "a/b", "a\"b", "<b>", "user@evil.example"] {
            assert_eq!(of(odd, true), "https://localhost", "{odd}");
        }
    }
}
