//! Who calls: a key, which is of one tenant and may do what its scopes say.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};

use super::{Api, problem::Problem};
use crate::{
    error::Error,
    model::api_keys::{self, ApiKey},
};

/// A program with a good key.
pub(super) struct Caller {
    pub(super) key: ApiKey,
}

impl FromRequestParts<Arc<Api>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Problem> {
        let shown = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let shown = shown.and_then(|value| value.split_once(' '));
        let shown = shown.and_then(|(scheme, key)| scheme.eq_ignore_ascii_case("bearer").then_some(key.trim()));
        // One answer for a key that never was, that has ended, and that was revoked.
        let refused = || Error::Unauthorized("give a key that is good: Authorization: Bearer rapport_…".to_owned());
        let key = api_keys::of(&api.database, shown.ok_or_else(refused)?).await?.ok_or_else(refused)?;
        Ok(Self { key })
    }
}
