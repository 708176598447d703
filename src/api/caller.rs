//! Who calls: a key, which is of one tenant, may do what its scopes say, and may call so often.

use std::sync::{Arc, OnceLock};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts},
};
use queries::queries::tenants;
use uuid::Uuid;

use super::{Api, problem::Problem};
use crate::{
    db::{Acts, Database, TenantId, TenantTx},
    error::Error,
    model::api_keys::{ApiKey, Rate, Scope},
    serve::peer::Peer,
};

/// A program with a good key.
#[derive(Clone)]
pub(super) struct Caller {
    pub(super) key: ApiKey,
    database: Arc<Database>,
}

/// A program that may read.
pub(super) struct Reader(pub(super) Caller);

/// A program that may read the audit log.
pub(super) struct Auditor(pub(super) Caller);

/// The calls that a key was granted, for whoever puts together the answer.
#[derive(Clone, Default)]
pub(super) struct Granted(Arc<OnceLock<Rate>>);

impl Caller {
    /// Whoever calls, if the key is good and the rate is kept.
    pub(super) async fn of(parts: &Parts, api: &Api) -> Result<Self, Error> {
        let shown = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let shown = shown.and_then(|value| value.split_once(' '));
        let shown = shown.and_then(|(scheme, key)| scheme.eq_ignore_ascii_case("bearer").then_some(key.trim()));
        // One answer for a key that never was, that has ended, and that was revoked.
        let refused = || Error::Unauthorized("give a key that is good: Authorization: Bearer rapport_…".to_owned());
        let address = parts.extensions.get().map(|Peer(address)| *address);
        let (key, rate) = api.keys.of(shown.ok_or_else(refused)?, address).await?.ok_or_else(refused)?;
        if let Some(granted) = parts.extensions.get::<Granted>() {
            granted.0.get_or_init(|| rate);
        }
        match rate.wait {
            Some(wait) => Err(Error::TooMany(format!(
                "the key has called too often; the next call is good in {:.2} s",
                wait.as_secs_f64()
            ))),
            None => Ok(Self { key, database: Arc::clone(&api.database) }),
        }
    }

    /// Whoever works at the command line, as if with a key of these scopes.
    pub(super) fn local(database: Arc<Database>, tenant: TenantId, name: &str, scopes: &[Scope]) -> Self {
        let scopes = scopes.iter().map(|scope| scope.name().to_owned()).collect();
        Self { key: ApiKey { id: Uuid::nil(), tenant, prefix: name.to_owned(), scopes }, database }
    }

    /// Refuses what none of the key's scopes allows.
    pub(super) fn must(&self, scope: Scope) -> Result<(), Error> {
        if self.may(scope) { Ok(()) } else { Err(lacking(scope.name())) }
    }

    /// Refuses what none of the key's scopes allows, where either of two would.
    pub(super) fn must_either(&self, one: Scope, other: Scope) -> Result<(), Error> {
        let words = || format!("{} or {}", one.name(), other.name());
        if self.may(one) || self.may(other) { Ok(()) } else { Err(lacking(&words())) }
    }

    pub(super) fn may(&self, scope: Scope) -> bool {
        self.key.scopes.iter().any(|has| has == scope.name())
    }

    /// A transaction of the key's tenant, by the tenant's clock, in the key's name.
    pub(super) async fn begin(&self) -> Result<TenantTx, Error> {
        Acts::begin(self).await
    }
}

impl Acts for Caller {
    async fn begin(&self) -> Result<TenantTx, Error> {
        let tx = self.database.tenant(self.key.tenant).await?;
        tenants::begin_acting_for().bind(&*tx, &self.key.prefix.as_str(), &self.key.tenant.0).one().await?;
        Ok(tx)
    }
}

fn lacking(scope: &str) -> Error {
    Error::Forbidden(format!("this takes a key with the scope {scope}, which this one does not have"))
}

impl FromRequestParts<Arc<Api>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Problem> {
        Ok(Self::of(parts, api).await?)
    }
}

impl FromRequestParts<Arc<Api>> for Reader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Problem> {
        let caller = Caller::of(parts, api).await?;
        caller.must(Scope::Read)?;
        Ok(Self(caller))
    }
}

impl FromRequestParts<Arc<Api>> for Auditor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, Problem> {
        let caller = Caller::of(parts, api).await?;
        caller.must(Scope::Audit)?;
        Ok(Self(caller))
    }
}

impl Granted {
    /// Says in the headers of an answer how many calls are left (draft-ietf-httpapi-ratelimit-headers).
    pub(super) fn tell(&self, headers: &mut HeaderMap) {
        let Some(rate) = self.0.get() else { return };
        let mut say = |name: HeaderName, text: String| {
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(name, value);
            }
        };
        let most = rate.most;
        say(HeaderName::from_static("ratelimit-policy"), format!("\"key\";q={most};w={}", Rate::WINDOW.as_secs()));
        let full_in = rate.full_in.as_secs_f64().ceil();
        say(HeaderName::from_static("ratelimit"), format!("\"key\";r={};t={full_in}", rate.remaining));
        if let Some(wait) = rate.wait {
            say(header::RETRY_AFTER, format!("{}", wait.as_secs_f64().ceil().max(1.0)));
        }
    }
}
