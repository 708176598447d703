//! What went wrong, for a program.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{error::Error, serve::caused_by};

/// Why a call ends before its work does.
#[derive(Debug)]
pub(super) enum Problem {
    /// Something is wrong.
    Error(Error),
    /// The route is there, and does not take this method.
    Method,
    /// Nothing is: the work was done by an earlier call, whose answer this is.
    Answered(Box<Response>),
}

/// What went wrong, as RFC 9457 has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct Told {
    /// Always about:blank: what went wrong is said by the code.
    #[schema(example = "about:blank")]
    r#type: &'static str,
    /// What went wrong, in general.
    title: &'static str,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What went wrong, for a program.
    code: Code,
    /// What went wrong this time, in words; null where they are for the server's log alone.
    detail: Option<String>,
}

/// What can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Code {
    /// No good key
    Unauthorized,
    /// The key may not do this
    Forbidden,
    /// Nothing there
    NotFound,
    /// There is something, which does not take this method
    MethodNotAllowed,
    /// It collides with what is there
    Conflict,
    /// The input makes no sense
    Invalid,
    /// Too much at once
    TooMany,
    /// Not at this moment
    Unavailable,
    /// Something went wrong on our side
    Internal,
}

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

impl From<&Error> for Code {
    fn from(error: &Error) -> Self {
        match error {
            Error::Unauthorized(_) => Self::Unauthorized,
            Error::Forbidden(_) => Self::Forbidden,
            Error::NotFound(_) => Self::NotFound,
            Error::Invalid(_) => Self::Invalid,
            Error::Conflict(_) => Self::Conflict,
            Error::TooMany(_) => Self::TooMany,
            Error::Away { .. } => Self::Unavailable,
            Error::Internal(_) => Self::Internal,
        }
    }
}

impl Code {
    const fn title(self) -> &'static str {
        match self {
            Self::Unauthorized => "No good key",
            Self::Forbidden => "Not allowed",
            Self::NotFound => "Nothing there",
            Self::MethodNotAllowed => "Another method",
            Self::Conflict => "It collides with what is there",
            Self::Invalid => "The input makes no sense",
            Self::TooMany => "Too much at once",
            Self::Unavailable => "Not at this moment",
            Self::Internal => "Something went wrong on our side",
        }
    }
}

/// A problem as an answer.
fn told(status: StatusCode, code: Code, detail: Option<String>) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    let told = Told { r#type: "about:blank", title: code.title(), status: status.as_u16(), code, detail };
    (status, kind, Json(told)).into_response()
}

/// The answer to a call that took too long.
pub(crate) fn late() -> Response {
    told(StatusCode::SERVICE_UNAVAILABLE, Code::Unavailable, Some("it took too long; try again".to_owned()))
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let error = match self {
            Self::Answered(answer) => return *answer,
            Self::Method => {
                let words = "there is something of this name, and it takes other methods".to_owned();
                return told(StatusCode::METHOD_NOT_ALLOWED, Code::MethodNotAllowed, Some(words));
            }
            Self::Error(error) => error,
        };
        // What went wrong on our side is for the log, where the request's id finds it.
        let detail = (!error.is_for_the_log()).then(|| error.to_string());
        let mut response = told(error.status(), Code::from(&error), detail);
        if error.status() == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        caused_by(error, response)
    }
}
