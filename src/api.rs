//! The interface for programs: `/api/v1`, JSON in and out, with a key that says whose it is and what it may do.
//!
//! What is registered here is both routed and described, at `/api/openapi.json`.  What goes wrong is `application/problem+json`
//! (RFC 9457) with a `code` of a closed list, so that a program need not read sentences.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    routing::get,
};
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    db::Database,
    error::Error,
    http::AllowedOrigins,
    model::{api_keys::Keys, keys::Keyring},
};
use caller::Granted;
use problem::Problem;
pub(crate) use problem::late;

mod ads;
mod alerts;
mod audiences;
mod audit;
mod calendar;
mod caller;
mod campaign_groups;
mod campaigns;
mod change;
mod companies;
mod connections;
mod custom_audiences;
mod deliveries;
mod demographics;
mod document;
mod endpoints;
mod engagements;
mod imports;
mod inputs;
mod jobs;
mod list;
pub(crate) mod mcp;
mod me;
mod people;
mod personas;
mod posts;
mod problem;
mod reports;
mod schedules;
mod search;
mod segments;
mod strategies;
mod tools;
mod uploads;
mod webhook_sources;
mod weights;
mod words;

/// What the interface works with.
pub struct Api {
    database: Arc<Database>,
    keys: Keys,
    keyring: Arc<Keyring>,
    /// Where endpoints may be besides the internet.
    endpoint_origins: AllowedOrigins,
}

/// The routes, to be merged with others.
///
/// `site` is where people open the pages, if somebody said so.
pub fn router(
    database: Arc<Database>,
    keyring: Arc<Keyring>,
    endpoint_origins: AllowedOrigins,
    site: Option<&str>,
) -> Router {
    let (routes, _) = registered().split_for_parts();
    let keys = Keys::new(Arc::clone(&database));
    let api = Arc::new(Api { database, keys, keyring, endpoint_origins });
    Router::new()
        .merge(document::router(&document()))
        .merge(routes)
        .route("/api/{*rest}", get(nothing).fallback(nothing))
        .method_not_allowed_fallback(other_method)
        .merge(mcp::router(&api, site))
        .layer(middleware::from_fn(dress))
        .with_state(api)
}

/// What the interface says of itself.
#[must_use]
pub fn document() -> OpenApi {
    document::whole(registered().split_for_parts().1)
}

/// Every operation, once.
fn registered() -> OpenApiRouter<Arc<Api>> {
    let v1 = OpenApiRouter::new()
        .routes(routes!(me::show))
        .routes(routes!(audit::list))
        .routes(routes!(weights::read, weights::change))
        .routes(routes!(search::find))
        .routes(routes!(campaigns::list, campaigns::create))
        .routes(routes!(campaigns::read, campaigns::change, campaigns::delete))
        .routes(routes!(campaigns::personas))
        .routes(routes!(campaigns::days))
        .routes(routes!(posts::link, posts::unlink))
        .routes(routes!(campaign_groups::list, campaign_groups::create))
        .routes(routes!(campaign_groups::read, campaign_groups::change, campaign_groups::delete))
        .routes(routes!(campaign_groups::figures))
        .routes(routes!(reports::list, reports::create))
        .routes(routes!(reports::read))
        .routes(routes!(reports::content))
        .routes(routes!(reports::revoke))
        .routes(routes!(personas::list, personas::create))
        .routes(routes!(personas::read, personas::change, personas::delete))
        .routes(routes!(personas::preview))
        .routes(routes!(personas::people))
        .routes(routes!(personas::days))
        .routes(routes!(personas::trends))
        .routes(routes!(personas::recommendations))
        .routes(routes!(strategies::rate, strategies::unrate))
        .routes(routes!(people::decide, people::release))
        .routes(routes!(people::list, people::create))
        .routes(routes!(people::read, people::change, people::delete))
        .routes(routes!(people::personas))
        .routes(routes!(people::journey))
        .routes(routes!(companies::list, companies::create))
        .routes(routes!(companies::read, companies::change, companies::delete))
        .routes(routes!(companies::personas))
        .routes(routes!(posts::list, posts::create))
        .routes(routes!(posts::read, posts::change, posts::delete))
        .routes(routes!(posts::personas))
        .routes(routes!(posts::days))
        .routes(routes!(engagements::list, engagements::ingest))
        .routes(routes!(engagements::read, engagements::delete))
        .routes(routes!(strategies::list, strategies::create))
        .routes(routes!(strategies::read, strategies::change, strategies::delete))
        .routes(routes!(strategies::copy))
        .routes(routes!(strategies::personas))
        .routes(routes!(strategies::performance))
        .routes(routes!(ads::list, ads::create))
        .routes(routes!(ads::read, ads::change, ads::delete))
        .routes(routes!(ads::days))
        .routes(routes!(demographics::list))
        .routes(routes!(custom_audiences::list, custom_audiences::create))
        .routes(routes!(custom_audiences::read, custom_audiences::change, custom_audiences::delete))
        .routes(routes!(custom_audiences::definition))
        .routes(routes!(segments::list, segments::create))
        .routes(routes!(segments::preview))
        .routes(routes!(segments::read, segments::change, segments::delete))
        .routes(routes!(segments::people))
        .routes(routes!(calendar::list, calendar::create))
        .routes(routes!(calendar::read, calendar::change, calendar::delete))
        .routes(routes!(audiences::export))
        .routes(routes!(uploads::list, uploads::create))
        .routes(routes!(uploads::read, uploads::change, uploads::delete))
        .routes(routes!(uploads::content))
        .routes(routes!(uploads::check))
        .routes(routes!(uploads::import))
        .routes(routes!(uploads::rejects))
        .routes(routes!(uploads::reasons))
        .routes(routes!(imports::list))
        .routes(routes!(imports::read))
        .routes(routes!(imports::rejects))
        .routes(routes!(connections::list, connections::create))
        .routes(routes!(connections::read, connections::change, connections::delete))
        .routes(routes!(connections::replace))
        .routes(routes!(connections::check))
        .routes(routes!(jobs::list))
        .routes(routes!(jobs::scrape))
        .routes(routes!(jobs::enrich))
        .routes(routes!(jobs::sync))
        .routes(routes!(jobs::read))
        .routes(routes!(jobs::retry))
        .routes(routes!(jobs::cancel))
        .routes(routes!(schedules::list))
        .routes(routes!(schedules::read, schedules::change, schedules::delete))
        .routes(routes!(endpoints::list, endpoints::create))
        .routes(routes!(endpoints::read, endpoints::change, endpoints::delete))
        .routes(routes!(endpoints::rotate))
        .routes(routes!(endpoints::test))
        .routes(routes!(webhook_sources::list, webhook_sources::create))
        .routes(routes!(webhook_sources::read, webhook_sources::change, webhook_sources::delete))
        .routes(routes!(webhook_sources::rotate))
        .routes(routes!(deliveries::list))
        .routes(routes!(deliveries::read))
        .routes(routes!(deliveries::replay))
        .routes(routes!(alerts::list))
        .routes(routes!(alerts::seen));
    OpenApiRouter::with_openapi(document::about()).nest("/api/v1", v1)
}

async fn nothing() -> Problem {
    Error::NotFound("there is nothing of this name in the API".to_owned()).into()
}

async fn other_method() -> Problem {
    Problem::Method
}

/// What is a tenant's is kept by nobody on the way, and whoever called learns how many calls are left.
async fn dress(mut request: Request, next: Next) -> Response {
    let granted = Granted::default();
    request.extensions_mut().insert(granted.clone());
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    granted.tell(response.headers_mut());
    response
}
