//! What a page answers: itself, or what went wrong, in words.

use std::sync::Arc;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::assets;
use crate::{error::Error, hooks::Fault};

/// A page, rendered.
pub(super) fn page(template: &impl Template) -> Response {
    with_status(StatusCode::OK, template)
}

pub(super) fn with_status(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => Problem::from(Error::Internal(error.into())).into_response(),
    }
}

/// What went wrong.
#[derive(Debug)]
pub(super) struct Problem(Error);

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    title: &'static str,
    sentence: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title) = match &self.0 {
            Error::Unauthorized(_) => (StatusCode::UNAUTHORIZED, "Sign in first"),
            Error::Forbidden(_) => (StatusCode::FORBIDDEN, "Not allowed"),
            Error::NotFound(_) => (StatusCode::NOT_FOUND, "There is nothing here"),
            Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "That did not work"),
            Error::Conflict(_) => (StatusCode::CONFLICT, "That did not work"),
            Error::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "Too much at once"),
            Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
        };
        // What went wrong on our side is for the log.
        let sentence = match &self.0 {
            Error::Internal(_) => {
                "Nothing was changed. Try again; if it stays so, look at the server's log.".to_owned()
            }
            error => error.to_string(),
        };
        let text = ProblemPage { title, sentence }.render().unwrap_or_else(|_| title.to_owned());
        let mut response = (status, Html(text)).into_response();
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        if let Error::Internal(_) = self.0 {
            response.extensions_mut().insert(Fault(Arc::new(self.0)));
        }
        response
    }
}
