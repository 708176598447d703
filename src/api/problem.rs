//! What went wrong, for a program.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{error::Error, serve::caused_by};

/// An error as RFC 9457 has it.
#[derive(Debug)]
pub(super) struct Problem(Error);

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl Problem {
    /// The code by which a program knows it, and its title.
    const fn kind(&self) -> (&'static str, &'static str) {
        match &self.0 {
            Error::Unauthorized(_) => ("unauthorized", "No good key"),
            Error::Forbidden(_) => ("forbidden", "Not allowed"),
            Error::NotFound(_) => ("not_found", "Nothing there"),
            Error::Invalid(_) => ("invalid", "The input makes no sense"),
            Error::Conflict(_) => ("conflict", "It collides with what is there"),
            Error::TooMany(_) => ("too_many", "Too much at once"),
            Error::Internal(_) => ("internal", "Something went wrong on our side"),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, (code, title)) = (self.0.status(), self.kind());
        // What went wrong on our side is for the log, where the request's id finds it.
        let detail = match &self.0 {
            Error::Internal(_) => None,
            error => Some(error.to_string()),
        };
        let body =
            json!({"type": "about:blank", "title": title, "status": status.as_u16(), "code": code, "detail": detail});
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (status, kind, format!("{body}\n")).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        caused_by(self.0, response)
    }
}
