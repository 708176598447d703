//! What went wrong, for a program.

use std::sync::Arc;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{error::Error, hooks::Fault};

/// An error as RFC 9457 has it.
#[derive(Debug)]
pub(super) struct Problem(Error);

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl Problem {
    /// The status, the code by which a program knows it, and its title.
    const fn kind(&self) -> (StatusCode, &'static str, &'static str) {
        match &self.0 {
            Error::Unauthorized(_) => (StatusCode::UNAUTHORIZED, "unauthorized", "No good key"),
            Error::Forbidden(_) => (StatusCode::FORBIDDEN, "forbidden", "Not allowed"),
            Error::NotFound(_) => (StatusCode::NOT_FOUND, "not_found", "Nothing there"),
            Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid", "The input makes no sense"),
            Error::Conflict(_) => (StatusCode::CONFLICT, "conflict", "It collides with what is there"),
            Error::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "too_many", "Too much at once"),
            Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side"),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, code, title) = self.kind();
        // What went wrong on our side is for the log, where the request's id finds it.
        let detail = match &self.0 {
            Error::Internal(_) => None,
            error => Some(error.to_string()),
        };
        let body =
            json!({"type": "about:blank", "title": title, "status": status.as_u16(), "code": code, "detail": detail});
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (status, kind, format!("{body}\n")).into_response();
        let headers = response.headers_mut();
        match status {
            StatusCode::UNAUTHORIZED => headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
            StatusCode::TOO_MANY_REQUESTS => headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5")),
            _ => None,
        };
        if let Error::Internal(_) = self.0 {
            response.extensions_mut().insert(Fault(Arc::new(self.0)));
        }
        response
    }
}
