//! Apify's errors, in its envelope.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

/// An error, as Apify words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ApiError {
    pub(super) status: StatusCode,
    pub(super) kind: &'static str,
    pub(super) message: String,
}

impl ApiError {
    pub(super) fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        Self { status, kind, message: message.into() }
    }

    pub(super) fn bad(kind: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, kind, message)
    }

    /// A parameter of the query that is not what it should be.
    pub(super) fn parameter(name: &str, should: &str) -> Self {
        Self::bad("invalid-parameter", format!("Parameter \"{name}\" must be {should}"))
    }

    pub(super) fn no_token() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "token-not-provided", "Authentication token was not provided")
    }

    pub(super) fn unknown_token() -> Self {
        let message = "User was not found or authentication token is not valid";
        Self::new(StatusCode::UNAUTHORIZED, "user-or-token-not-found", message)
    }

    pub(super) fn not_yours() -> Self {
        let message = "Insufficient permissions for this resource. Make sure you're passing a correct API token and that it has the required permissions.";
        Self::new(StatusCode::FORBIDDEN, "insufficient-permissions", message)
    }

    pub(super) fn no_actor() -> Self {
        Self::new(StatusCode::NOT_FOUND, "record-not-found", "Actor was not found")
    }

    pub(super) fn no_record(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "record-not-found", format!("{what} was not found"))
    }

    pub(super) fn no_endpoint() -> Self {
        let message = "We have bad news: there is no API endpoint at this URL. Did you specify it correctly?";
        Self::new(StatusCode::NOT_FOUND, "page-not-found", message)
    }

    pub(super) fn method_not_allowed() -> Self {
        let message = "This API end-point can only be accessed using other HTTP methods";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", message)
    }

    pub(super) fn too_large(limit: usize) -> Self {
        let message = format!("The POST payload is too large (limit: {limit} bytes).");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "request-too-large", message)
    }

    pub(super) fn payment(kind: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::PAYMENT_REQUIRED, kind, message)
    }

    pub(super) fn rate(limit: u32) -> Self {
        let message = format!("You have exceeded the rate limit of {limit} requests per second");
        Self::new(StatusCode::TOO_MANY_REQUESTS, "rate-limit-exceeded", message)
    }

    pub(super) fn run_timeout(seconds: u64) -> Self {
        let message = format!("Actor run exceeded the timeout of {seconds} seconds for this API endpoint");
        Self::new(StatusCode::REQUEST_TIMEOUT, "run-timeout-exceeded", message)
    }

    pub(super) fn body(&self) -> Value {
        json!({ "error": { "type": self.kind, "message": self.message } })
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, axum::Json(self.body())).into_response()
    }
}

/// What Apify says under a fault.
pub(super) fn of_status(status: StatusCode) -> Value {
    match status {
        StatusCode::TOO_MANY_REQUESTS => ApiError::rate(60).body(),
        StatusCode::UNAUTHORIZED => ApiError::unknown_token().body(),
        StatusCode::FORBIDDEN => ApiError::not_yours().body(),
        StatusCode::NOT_FOUND => ApiError::no_record("The requested resource").body(),
        StatusCode::PAYMENT_REQUIRED => {
            ApiError::payment("not-enough-usage-to-run-paid-actor", "You have exceeded your usage limit.").body()
        }
        _ => {
            let message = "We have bad news: there was an internal server error when processing your API request.";
            ApiError::new(status, "internal-server-error", message).body()
        }
    }
}
