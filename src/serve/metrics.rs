//! Figures about the service itself, for Prometheus and whoever reads its format: at an address of their own, since they are
//! nobody's business outside.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64},
    },
    time::Duration,
};

use axum::{
    Router,
    extract::State,
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
        info::Info,
    },
    registry::{Registry, Unit},
};
use queries::queries::doctor::{self as sql, OpenWork};

use super::{glance::Glance, places::Places};
use crate::db::Database;

/// How long it is good what the database said about its work.
const FRESH: Duration = Duration::from_secs(5);

/// Which requests: by the pattern of their path, of which there are few, and never by the path itself, of which there may
/// be as many as anybody likes to invent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Which {
    method: &'static str,
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct In {
    state: &'static str,
}

/// A method that there is; senders may invent others.
fn verb(method: &Method) -> &'static str {
    let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    known.into_iter().find(|known| method == *known).unwrap_or("other")
}

/// The figures.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    answered: Family<Answered, Counter>,
    seconds: Family<Which, Histogram, fn() -> Histogram>,
    under_way: Gauge<i64, AtomicI64>,
    connections: States,
    pool: States,
    jobs: States,
    deliveries: States,
    oldest_job: Gauge<f64, AtomicU64>,
    is_database_there: Gauge<i64, AtomicI64>,
}

/// A request that is being answered; counted as one that went away when it is dropped before its end.
pub(super) struct UnderWay<'a> {
    metrics: &'a Metrics,
    which: Which,
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Metrics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        // From 1 ms to 16 s.
        let seconds: fn() -> Histogram = || Histogram::new(exponential_buckets(0.001, 2.0, 15));
        let mut registry = Registry::with_prefix("rapport");
        registry.register("build", "The program", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
        let answered: Family<Answered, Counter> = Family::default();
        registry.register("http_requests", "Requests that were answered", answered.clone());
        let seconds = Family::new_with_constructor(seconds);
        let help = "From the head of a request to the head of its answer";
        registry.register_with_unit("http_request_duration", help, Unit::Seconds, seconds.clone());
        let under_way = Gauge::default();
        registry.register("http_requests_under_way", "Requests that are being answered", under_way.clone());
        let connections = States::default();
        registry.register("http_connections", "Places for connections: taken, and all", connections.clone());
        let pool = States::default();
        let help = "Connections of requests to the database: in use and idle, and requests that wait for one";
        registry.register("database_connections", help, pool.clone());
        let is_database_there = Gauge::default();
        registry.register("database_up", "Whether the database answers", is_database_there.clone());
        let jobs = States::default();
        registry.register("jobs", "Jobs of all tenants that are not done", jobs.clone());
        let oldest_job = Gauge::default();
        let help = "For how long the job has been due that has waited longest";
        registry.register_with_unit("jobs_oldest_wait", help, Unit::Seconds, oldest_job.clone());
        let deliveries = States::default();
        let help = "Deliveries of webhooks to all tenants that are not worked through";
        registry.register("webhook_deliveries", help, deliveries.clone());
        Self {
            registry,
            answered,
            seconds,
            under_way,
            connections,
            pool,
            jobs,
            deliveries,
            oldest_job,
            is_database_there,
        }
    }

    pub(super) fn begin(&self, method: &Method, route: &str) -> UnderWay<'_> {
        self.under_way.inc();
        UnderWay { metrics: self, which: Which { method: verb(method), route: route.to_owned() } }
    }
}

/// A number for each state.
type States = Family<In, Gauge<i64, AtomicI64>>;

fn set(states: &States, state: &'static str, number: i64) {
    states.get_or_create(&In { state }).set(number);
}

impl UnderWay<'_> {
    pub(super) fn end(self, status: StatusCode, took: Duration) {
        let which = self.which.clone();
        self.metrics.seconds.get_or_create(&which).observe(took.as_secs_f64());
        let Which { method, route } = which;
        self.metrics.answered.get_or_create(&Answered { method, route, status: status.as_u16() }).inc();
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.metrics.under_way.dec();
    }
}

/// Where the figures come from when somebody asks for them.
struct Sources {
    metrics: Arc<Metrics>,
    database: Arc<Database>,
    places: Arc<Places>,
    work: Glance<OpenWork>,
}

/// `/metrics` alone.
pub(super) fn router(metrics: Arc<Metrics>, database: Arc<Database>, places: Arc<Places>) -> Router {
    let work = Glance::new(Arc::clone(&database), FRESH);
    let sources = Arc::new(Sources { metrics, database, places, work });
    Router::new().route("/metrics", get(all)).with_state(sources)
}

async fn all(State(sources): State<Arc<Sources>>) -> Response {
    sources.look().await;
    let mut text = String::new();
    if encode(&mut text, &sources.metrics.registry).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text).into_response()
}

impl Sources {
    /// Brings the figures up to date that nobody counts as they change.
    async fn look(&self) {
        let (taken, most) = self.places.counts();
        set(&self.metrics.connections, "taken", taken);
        set(&self.metrics.connections, "all", most);
        for (state, number) in self.database.connections() {
            set(&self.metrics.pool, state, number);
        }
        let metrics = &self.metrics;
        let Some(work) = self.work.at(async |owner| Ok(sql::open_work().bind(&*owner).one().await?)).await else {
            // What was counted before is not true any more, and nothing is better than that.
            metrics.jobs.clear();
            metrics.deliveries.clear();
            metrics.oldest_job.set(0.0);
            metrics.is_database_there.set(0);
            return;
        };
        metrics.is_database_there.set(1);
        set(&metrics.jobs, "pending", work.jobs_pending);
        set(&metrics.jobs, "running", work.jobs_running);
        set(&metrics.jobs, "parked", work.jobs_parked);
        set(&metrics.jobs, "dead", work.jobs_dead);
        metrics.oldest_job.set(work.oldest_wait_s);
        set(&metrics.deliveries, "pending", work.deliveries_pending);
        set(&metrics.deliveries, "failed", work.deliveries_failed);
        set(&metrics.deliveries, "dead", work.deliveries_dead);
    }
}
