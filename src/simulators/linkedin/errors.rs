//! The errors of LinkedIn's API, in its form: `{status, serviceErrorCode?, code?, message}`.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

/// An error, as LinkedIn's API words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ApiError {
    pub(super) status: StatusCode,
    service_code: Option<u32>,
    code: Option<&'static str>,
    message: String,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, service_code: None, code: Some(code), message: message.into() }
    }

    fn with(self, service_code: u32) -> Self {
        Self { service_code: Some(service_code), ..self }
    }

    pub(super) fn bad(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// A parameter that is not what it should be: `count is not a number`.
    pub(super) fn parameter(name: &str, fault: &str) -> Self {
        Self::bad("PARAM_INVALID", format!("Invalid param: {name} {fault}"))
    }

    /// A parameter that the endpoint does not know.
    pub(super) fn not_allowed(name: &str) -> Self {
        Self::bad("QUERY_PARAM_NOT_ALLOWED", format!("Query parameter {name} is not allowed"))
    }

    /// A body that is not what it should be.
    pub(super) fn body(fault: &str) -> Self {
        Self::bad("INVALID_ARGUMENT", fault)
    }

    pub(super) fn no_token() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "EMPTY_ACCESS_TOKEN", "Empty oauth2 access token").with(65_600)
    }

    pub(super) fn unknown_token() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "INVALID_ACCESS_TOKEN", "Invalid access token").with(65_600)
    }

    pub(super) fn revoked_token() -> Self {
        let message = "The token used in the request has been revoked by the user";
        Self::new(StatusCode::UNAUTHORIZED, "REVOKED_ACCESS_TOKEN", message).with(65_601)
    }

    pub(super) fn expired_token() -> Self {
        let message = "The token used in the request has expired";
        Self::new(StatusCode::UNAUTHORIZED, "EXPIRED_ACCESS_TOKEN", message).with(65_602)
    }

    /// A scope or a role that is missing, for `posts.FINDER-author` of a version.
    pub(super) fn denied(access: &str, version: &str) -> Self {
        let message = format!("Not enough permissions to access: {access}.{version}01");
        Self::new(StatusCode::FORBIDDEN, "ACCESS_DENIED", message).with(100)
    }

    /// The same where there are no versions.
    pub(super) fn denied_without_version(access: &str) -> Self {
        let message = format!("Not enough permissions to access: {access}.NO_VERSION");
        Self::new(StatusCode::FORBIDDEN, "ACCESS_DENIED", message).with(100)
    }

    pub(super) fn throttled(whose: &str) -> Self {
        let message = format!("Resource level throttle {whose} DAY limit for calls to this resource is reached.");
        let error = Self::new(StatusCode::TOO_MANY_REQUESTS, "", message).with(101);
        Self { code: None, ..error }
    }

    pub(super) fn no_version() -> Self {
        Self::bad("VERSION_MISSING", "A version must be present: add the LinkedIn-Version header")
    }

    pub(super) fn wrong_version(version: &str) -> Self {
        Self::bad("VERSION_INVALID", format!("Version {version} is not of the form YYYYMM"))
    }

    pub(super) fn retired_version(version: &str) -> Self {
        let message = format!("Requested version {version}01 is not active");
        Self::new(StatusCode::UPGRADE_REQUIRED, "NONEXISTENT_VERSION", message)
    }

    pub(super) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", format!("{what} was not found"))
    }

    pub(super) fn no_resource(path: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND", format!("No virtual resource found for {path}"))
    }

    pub(super) fn method_not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "The resource has no such method")
    }

    pub(super) fn value(&self) -> Value {
        let mut value = json!({ "status": self.status.as_u16() });
        if let Some(code) = self.service_code {
            value["serviceErrorCode"] = code.into();
        }
        if let Some(code) = self.code {
            value["code"] = code.into();
        }
        value["message"] = self.message.clone().into();
        value
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, axum::Json(self.value())).into_response()
    }
}

/// What LinkedIn says under a fault.
pub(super) fn of_status(status: StatusCode) -> Value {
    let error = match status {
        StatusCode::UNAUTHORIZED => ApiError::unknown_token(),
        StatusCode::FORBIDDEN => ApiError::denied("resource", "202601"),
        StatusCode::NOT_FOUND => ApiError::not_found("The entity"),
        // Of the infrastructure, which recovers soon, and so not the words of the day's limit.
        StatusCode::TOO_MANY_REQUESTS => ApiError::new(status, "TOO_MANY_REQUESTS", "Too many requests").with(101),
        _ => ApiError::new(status, "SERVER_ERROR", "Internal Server Error"),
    };
    error.value()
}
