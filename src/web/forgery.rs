//! Requests that another site has a browser send: whatever changes something is refused unless one of our own pages sent it.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{Pages, answer::Problem, cookies::Cookies};
use crate::{error::Error, serve::peer::Peer};

pub(super) async fn refuse(State(pages): State<Arc<Pages>>, request: Request, next: Next) -> Response {
    let is_harmless = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_harmless || is_ours(request.headers()) {
        return next.run(request).await;
    }
    // Whose browser it was that somebody tried to use should hear of it.
    let (parts, _) = request.into_parts();
    if let (Some(session), Some(Peer(address))) = (Cookies::of(&parts).session(), parts.extensions.get()) {
        pages.users.note_forgery(session, *address, parts.uri.path());
    }
    let sentence =
        "This was not sent by one of our own pages, so nothing was done. Open the page again, and try once more.";
    Problem::from(Error::Forbidden(sentence.to_owned())).into_response()
}

/// Whether one of our own pages sent a request: browsers say so, and no page can make them say otherwise.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name| {
        let mut values = headers.get_all(name).iter();
        let only = values.next().and_then(|value| value.to_str().ok());
        values.next().is_none().then_some(only).flatten()
    };
    if headers.contains_key("sec-fetch-site") {
        return text("sec-fetch-site") == Some("same-origin");
    }
    // Browsers of before 2023 say no more than where they were.
    let origin = text("origin").and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some() && origin == text(header::HOST.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        is_ours(&headers)
    }

    #[test]
    fn s2_only_our_own_pages_are_heard() {
        assert!(ours(&[("sec-fetch-site", "same-origin"), ("host", "a.example")]));
        assert!(ours(&[("origin", "https://a.example"), ("host", "a.example")]));
        assert!(ours(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        for foreign in [
            &[("sec-fetch-site", "cross-site"), ("origin", "https://a.example"), ("host", "a.example")][..],
            &[("sec-fetch-site", "same-site"), ("host", "a.example")],
            &[("sec-fetch-site", "none"), ("host", "a.example")],
            &[("sec-fetch-site", ""), ("origin", "https://a.example"), ("host", "a.example")],
            &[("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site"), ("host", "a.example")],
            &[("origin", "https://b.example"), ("host", "a.example")],
            &[("origin", "https://a.example.b.example"), ("host", "a.example")],
            &[("origin", "https://a.example:8443"), ("host", "a.example")],
            &[("origin", "null"), ("host", "a.example")],
            &[("origin", "null"), ("host", "null")],
            &[("host", "a.example")],
            &[("origin", "https://")],
            &[],
        ] {
            assert!(!ours(foreign), "{foreign:?}");
        }
    }
}
