//! The interface for programs: `/api/v1`, JSON in and out, with a key that says whose it is and what it may do.
//!
//! What goes wrong is `application/problem+json` (RFC 9457) with a `code` of a closed list, so that a program need not read
//! sentences.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    routing::get,
};

use crate::{db::Database, error::Error};
use problem::Problem;

mod caller;
mod me;
mod problem;

/// What the interface works with.
pub struct Api {
    database: Arc<Database>,
}

/// The routes, to be merged with others.
pub fn router(database: Arc<Database>) -> Router {
    Router::new()
        .route("/api/v1/me", get(me::show))
        .route("/api/{*rest}", axum::routing::any(nothing))
        .layer(middleware::from_fn(dress))
        .with_state(Arc::new(Api { database }))
}

async fn nothing() -> Problem {
    Error::NotFound("there is nothing of this name in the API".to_owned()).into()
}

/// What is a tenant's is kept by nobody on the way.
async fn dress(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
