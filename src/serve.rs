//! What listens: one router of everything that is answered over HTTP, served on connections of which there is a most, and
//! none of which anybody can hold for nothing.
//!
//! TLS is the business of a proxy in front.  Addresses are written nowhere with their query, which may hold a secret.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse as _, Response},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use serde_json::Value;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    time::{Instant, sleep, timeout_at},
};
use tower_http::compression::CompressionLayer;

use crate::{
    api,
    db::Database,
    error::Error,
    hooks::{Fault, Hooks, Options},
    model::{keys::Keyring, users::Users},
    web::{self, Outward, live::Lookout},
};
use body::Arriving;
use metrics::Metrics;
use peer::Proxies;
use places::{Place, Places};
use requests::{Connection, Handling};

mod body;
mod glance;
mod health;
pub mod metrics;
pub mod peer;
pub(crate) mod places;
pub mod requests;

/// Bytes that are kept of a connection while a head arrives, and the longest head.
const HEAD: usize = 64 * 1024;
/// Connections of whoever reads the figures about the service.
const READERS: usize = 16;
/// How long it takes to look again for room where there is none.
const PAUSE: Duration = Duration::from_millis(50);

/// What senders may do.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at a time.
    pub connections: usize,
    /// How long a head may take to arrive, and the longest rest between two requests.
    pub head: Duration,
    /// The longest silence in the middle of a body.
    pub body: Duration,
    /// How long an answer may take, from the end of its request's head.
    pub answer: Duration,
    /// How long requests may go on after the server is told to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 2_048,
            head: Duration::from_secs(30),
            body: Duration::from_secs(30),
            answer: Duration::from_mins(1),
            grace: Duration::from_secs(20),
        }
    }
}

/// What listens: everything that is answered, and the figures about it.
#[derive(Clone)]
pub struct Service {
    router: Router,
    limits: Limits,
    metrics: Arc<Metrics>,
    database: Arc<Database>,
    places: Arc<Places>,
    lookout: Arc<Lookout>,
}

impl Service {
    /// Webhooks that come in, and whether we live and are ready.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new(
        database: Arc<Database>,
        keyring: Arc<Keyring>,
        users: Users,
        limits: Limits,
        proxies: Proxies,
        outward: Outward,
    ) -> Result<Self, Error> {
        let (endpoint_origins, site) = (outward.endpoint_origins.clone(), outward.site.clone());
        let lookout = Arc::new(Lookout::new(limits.head / 2));
        let pages = web::router(Arc::clone(&database), Arc::clone(&keyring), users, outward, Arc::clone(&lookout));
        let hooks = Hooks::new(Arc::clone(&database), Arc::clone(&keyring), Options::default())?;
        let metrics = Arc::new(Metrics::new());
        let handling = Handling { patience: limits.answer, proxies, metrics: Arc::clone(&metrics) };
        let router = Router::new()
            .merge(health::router(Arc::clone(&database), Arc::clone(&keyring)))
            .merge(hooks.router())
            .merge(api::router(Arc::clone(&database), keyring, endpoint_origins, site.as_deref()))
            .merge(pages)
            // Small answers are not worth it, and pictures and streams of events are left alone.
            .layer(CompressionLayer::new())
            .layer(middleware::from_fn_with_state(handling, requests::handle));
        let places = Arc::new(Places::new(limits.connections));
        Ok(Self { router, limits, metrics, database, places, lookout })
    }

    /// Answers on a listener until `stop` turns true or its giver is gone; requests that are under way then may end within
    /// [`Limits::grace`].
    pub async fn serve(self, listener: TcpListener, stop: watch::Receiver<bool>) {
        let _watch = self.database.watch_over();
        let (lookout, mut sign) = (self.lookout, stop.clone());
        // Streams of events have no end of their own.
        tokio::spawn(async move {
            told(&mut sign).await;
            lookout.close();
        });
        serve(listener, self.router, self.limits, self.places, stop).await;
    }

    /// Gives the figures on another listener, which should be reached from inside alone, until `stop` turns true.
    pub async fn serve_metrics(self, listener: TcpListener, stop: watch::Receiver<bool>) {
        let router = metrics::router(self.metrics, self.database, self.places);
        let limits = Limits { connections: READERS, grace: Duration::ZERO, ..self.limits };
        serve(listener, router, limits, Arc::new(Places::new(READERS)), stop).await;
    }
}

/// Answers on a listener until `stop` turns true or its giver is gone; requests that are under way then may end within
/// [`Limits::grace`].
async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    places: Arc<Places>,
    mut stop: watch::Receiver<bool>,
) {
    loop {
        let (stream, from) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Too many open files, most likely: others have to close theirs first.
                    tracing::warn!("a connection could not be taken: {error}");
                    sleep(PAUSE).await;
                    continue;
                }
            },
            () = told(&mut stop) => break,
        };
        let place = tokio::select! {
            place = room(&places) => place,
            () = told(&mut stop) => break,
        };
        tokio::spawn(attend((stream, from), router.clone(), limits, place, stop.clone()));
    }
    drop(listener);
    // Whoever is still there after that is left when the process ends.
    drop(timeout_at(Instant::now() + limits.grace, places.all_left()).await);
}

/// A place for a connection.  Where there is none, whoever has kept us waiting longest has to go.
async fn room(places: &Arc<Places>) -> Place {
    loop {
        if let Some(place) = places.take() {
            return place;
        }
        places.send_one_away();
        tokio::select! {
            () = places.one_left() => {}
            () = sleep(PAUSE) => {}
        }
    }
}

/// One connection, from its first byte to its end.
async fn attend(
    (stream, from): (TcpStream, SocketAddr),
    router: Router,
    limits: Limits,
    place: Place,
    mut stop: watch::Receiver<bool>,
) {
    // An answer is small, and whoever waits for it should have it at once.
    drop(stream.set_nodelay(true));
    let seat = place.seat();
    let router = TowerToHyperService::new(router);
    let service = service_fn(|mut request: Request<Incoming>| {
        request.extensions_mut().insert(Connection(from));
        let answer = hyper::service::Service::call(
            &router,
            request.map(|body| Body::new(Arriving::new(body, Arc::clone(&seat), limits.body))),
        );
        let seat = Arc::clone(&seat);
        async move {
            let answer = answer.await;
            // From here on it is the other side that has to read, and to ask again.
            seat.waits();
            answer
        }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(HEAD);
    let mut connection = std::pin::pin!(builder.serve_connection(TokioIo::new(stream), service));
    // What goes wrong on a connection is the other side's business, and it is gone.
    tokio::select! {
        ended = connection.as_mut() => return drop(ended),
        () = seat.is_sent_away() => return,
        () = told(&mut stop) => connection.as_mut().graceful_shutdown(),
    }
    drop(connection.await);
}

/// An answer of one line.
fn said(status: StatusCode, body: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, format!("{body}\n")).into_response()
}

/// The answer that tells of an error, whose words stand in it already: when to come again, and, for the log alone, what went wrong
/// on our side.
pub(crate) fn caused_by(error: Error, mut response: Response) -> Response {
    match &error {
        Error::TooMany(_) | Error::Away { .. } => {
            drop(response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5")));
        }
        _ => {}
    }
    if error.is_for_the_log() {
        response.extensions_mut().insert(Fault(Arc::new(error)));
    }
    response
}

/// Waits for a sign, or for its giver to be gone.
async fn told(sign: &mut watch::Receiver<bool>) {
    drop(sign.wait_for(|given| *given).await);
}
