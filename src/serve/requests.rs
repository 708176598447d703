//! What happens to every request: it has an id, an end, and a line in the log.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use tokio::time::{Instant, timeout};
use uuid::Uuid;

use super::{
    metrics::Metrics,
    peer::{Peer, Proxies, Way},
    said,
};
use crate::{api, hooks::Fault, import::printable};

/// The header in which a request's id comes and goes.
pub const REQUEST_ID: &str = "x-request-id";
/// How long a request may take that brings a file.
const LONG: Duration = Duration::from_hours(1);
/// The longest id that is taken over from a proxy.
const LONGEST_ID: usize = 64;

/// The name of one request, in its answer and in every line about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub String);

/// What the handling of all requests has in common.
#[derive(Debug, Clone)]
pub(super) struct Handling {
    /// How long an answer may take.
    pub(super) patience: Duration,
    pub(super) proxies: Proxies,
    pub(super) metrics: Arc<Metrics>,
}

/// The other end of the connection on which a request came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Connection(pub(super) SocketAddr);

pub(super) async fn handle(State(handling): State<Handling>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = RequestId(given_id(request.headers()).unwrap_or_else(|| Uuid::new_v4().to_string()));
    // Whoever calls a handler without a connection, as tests do, asks from nowhere.
    let connection = request.extensions().get().map_or(SocketAddr::from(([0, 0, 0, 0], 0)), |Connection(at)| *at);
    let peer = handling.proxies.peer(connection, request.headers());
    let method = request.method().clone();
    // Without the query: it may hold a secret.
    let path = printable(request.uri().path(), 200);
    let route =
        request.extensions().get().map_or_else(|| "none".to_owned(), |route: &MatchedPath| route.as_str().to_owned());
    request.extensions_mut().insert(id.clone());
    let way = handling.proxies.way(connection, request.headers());
    request.extensions_mut().insert::<Peer>(peer);
    request.extensions_mut().insert::<Way>(way);

    let under_way = handling.metrics.begin(&method, &route);
    let patience = if is_long(&route) { LONG } else { handling.patience };
    let answered = timeout(patience, next.run(request)).await;
    let took = begun.elapsed();
    let mut response = answered.unwrap_or_else(|_| late(&route, patience));
    let status = response.status();
    under_way.end(status, took);

    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        headers.insert(REQUEST_ID, value);
    }
    if way == Way::Encrypted {
        // Whoever has been here by TLS comes by nothing else for a year.
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    headers.entry(header::X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    let ms = (took.as_secs_f64() * 100_000.0).round() / 100.0;
    let (status, id) = (status.as_u16(), id.0);
    match response.extensions().get() {
        // What went wrong is said here, where nobody who asks may read it.
        Some(Fault(error)) => {
            let why = printable(&error.to_string(), 500);
            tracing::error!(status, ms, peer = %peer, request = %id, "{method} {path} was answered {status}: {why}");
        }
        // Whoever looks every other second whether we are there need not be written down.
        None if matches!(route.as_str(), "/livez" | "/readyz") => {}
        None => tracing::info!(status, ms, peer = %peer, request = %id, "{method} {path}"),
    }
    response
}

/// Whether a request brings a file, which takes as long as the line is slow; a body that falls silent is ended all the same.
fn is_long(route: &str) -> bool {
    route == "/uploads" || route.ends_with("/uploads/{id}/content")
}

/// The id that a proxy has given a request, if it is one that can be written anywhere.
fn given_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    ((1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(is_plain)).then(|| id.to_owned())
}

/// The answer to a request that took too long; whatever it had begun was undone when it was dropped.
fn late(route: &str, patience: Duration) -> Response {
    let error = crate::error::Error::Internal(anyhow::anyhow!("it took longer than {} s", patience.as_secs_f64()));
    let mut response = if route.starts_with("/api/") {
        api::late()
    } else {
        said(StatusCode::SERVICE_UNAVAILABLE, &json!({"status": "it took too long; try again"})).into_response()
    };
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response.extensions_mut().insert(Fault(Arc::new(error)));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(value: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(REQUEST_ID, value.parse().unwrap());
        given_id(&headers)
    }

    #[test]
    fn an_id_is_taken_over_if_it_can_do_no_harm() {
        assert_eq!(id("7f3c-A_b.9:1"), Some("7f3c-A_b.9:1".to_owned()));
        assert_eq!(id(&"a".repeat(64)), Some("a".repeat(64)));
        for harm in ["", " ", "a b", "a\"b", "<b>", "a;b", &"a".repeat(65)] {
            assert_eq!(id(harm), None, "{harm:?}");
        }
        assert_eq!(given_id(&HeaderMap::new()), None);
    }
}
