//! The query of a request, and who asks.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{FromRequestParts, Query},
    http::{header, request::Parts},
};
use jiff::Timestamp;

use super::{errors::ApiError, shared::Shared};

/// The parameters of a query. They are read by hand, since whoever sends a wrong one should see Apify's words.
#[derive(Debug, Clone, Default)]
pub(super) struct Params(HashMap<String, String>);

impl Params {
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// A switch: `1`, `true`, or the name alone.
    pub(super) fn is_set(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|text| matches!(text.as_str(), "1" | "true" | ""))
    }

    /// Whether a switch that is on by itself is switched off.
    pub(super) fn is_off(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|text| matches!(text.as_str(), "0" | "false"))
    }

    pub(super) fn count(&self, name: &str) -> Result<Option<usize>, ApiError> {
        let number = self.number(name)?.filter(|number| number.fract() == 0.0);
        match (self.text(name), number) {
            (None, _) => Ok(None),
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number below zero was refused, and one above all counts becomes the highest"
            )]
            (Some(_), Some(number)) => Ok(Some(number as usize)),
            (Some(_), None) => Err(ApiError::parameter(name, "a non-negative integer")),
        }
    }

    pub(super) fn number(&self, name: &str) -> Result<Option<f64>, ApiError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
        number.map(Some).ok_or_else(|| ApiError::parameter(name, "a non-negative number"))
    }

    pub(super) fn moment(&self, name: &str) -> Result<Option<Timestamp>, ApiError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| ApiError::parameter(name, "a valid ISO 8601 date"))
    }

    /// Names with commas between them.
    pub(super) fn list(&self, name: &str) -> Vec<&str> {
        self.text(name).unwrap_or_default().split(',').map(str::trim).filter(|item| !item.is_empty()).collect()
    }
}

impl<S: Sync> FromRequestParts<S> for Params {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = Query::try_from_uri(&parts.uri);
        query.map(|Query(pairs)| Self(pairs)).map_err(|_| ApiError::bad("invalid-request", "The query cannot be read"))
    }
}

/// The account whose token the request has: its place in the options.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker(pub(super) usize);

/// The same where a token may be missing, since who knows the id of a run may read it. A wrong token is refused there too.
#[derive(Debug, Clone, Copy)]
pub(super) struct MaybeAsker(pub(super) Option<usize>);

impl FromRequestParts<Arc<Shared>> for Asker {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, ApiError> {
        let MaybeAsker(asker) = MaybeAsker::from_request_parts(parts, shared).await?;
        asker.map(Self).ok_or_else(ApiError::no_token)
    }
}

impl FromRequestParts<Arc<Shared>> for MaybeAsker {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, ApiError> {
        let params = Params::from_request_parts(parts, shared).await?;
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let bearer = header.and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
        });
        let Some(token) = bearer.or_else(|| params.text("token")).filter(|token| !token.is_empty()) else {
            return Ok(Self(None));
        };
        let place = shared.options.accounts.iter().position(|account| account.token == token);
        place.map(|place| Self(Some(place))).ok_or_else(ApiError::unknown_token)
    }
}
