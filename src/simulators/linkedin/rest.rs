//! The endpoints below `/rest`, and what every call of them needs: a token that is good and may do this, a version that is not
//! retired, and the protocol.

mod ads;
mod analytics;
mod pages;
mod paging;
mod posts;
mod statistics;

use std::sync::Arc;

use axum::{
    Router,
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, Uri, header},
    response::{IntoResponse as _, Response},
    routing::any,
};
use serde_json::Value;

use super::{
    errors::ApiError,
    restli::{Query, Term},
    segments,
    shared::Shared,
    webhooks,
};

/// More than 5,000 members of a segment are.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

pub(super) type Answer = Result<Response, ApiError>;

/// A call that may be answered.
#[derive(Debug)]
pub(super) struct Ask {
    /// The segments of the path below `/rest`, as they were written.
    path: Vec<String>,
    pub(super) query: Query,
    /// The path below `/rest`, for links to other pages.
    pub(super) place: String,
    pub(super) body: Bytes,
    pub(super) version: String,
    access: &'static str,
}

impl Ask {
    /// A key in the path: a number, a URN, or a record of them.
    pub(super) fn key(&self, place: usize) -> Result<Term, ApiError> {
        let raw = self.path.get(place).map_or("", String::as_str);
        Term::parse(raw).ok_or_else(|| ApiError::parameter("the key in the path", "cannot be read"))
    }

    pub(super) fn key_text(&self, place: usize) -> Result<String, ApiError> {
        let term = self.key(place)?;
        term.text()
            .map(ToOwned::to_owned)
            .ok_or_else(|| ApiError::parameter("the key in the path", "is not plain text"))
    }

    pub(super) fn json(&self) -> Result<Value, ApiError> {
        serde_json::from_slice(&self.body).map_err(|error| ApiError::body(&format!("The body is not JSON: {error}")))
    }

    /// A role that whoever asks has not got.
    pub(super) fn denied(&self) -> ApiError {
        ApiError::denied(self.access, &self.version)
    }
}

/// One endpoint.
#[derive(Debug)]
pub(super) struct Endpoint {
    label: &'static str,
    /// What an error calls it.
    access: &'static str,
    /// Any of these scopes opens it.
    scopes: &'static [&'static str],
    /// What `X-RestLi-Method` may say, and must where it is `BATCH_CREATE`.
    method: &'static str,
    work: fn(&Shared, &Ask) -> Answer,
}

const ADS: &[&str] = &["r_ads", "rw_ads"];
const REPORTS: &[&str] = &["r_ads_reporting"];
const SOCIAL: &[&str] = &["r_organization_social"];
const PAGE: &[&str] = &["rw_organization_admin", "r_organization_admin"];
const EVENTS: &[&str] = &["rw_organization_admin"];
const SEGMENTS: &[&str] = &["rw_dmp_segments"];

macro_rules! endpoint {
    ($label:literal, $access:literal, $scopes:expr, $method:literal, $work:path) => {{
        static ENDPOINT: Endpoint =
            Endpoint { label: $label, access: $access, scopes: $scopes, method: $method, work: $work };
        &ENDPOINT
    }};
}

/// The endpoint of a method and a path below `/rest`.
fn endpoint(method: &str, path: &[&str]) -> Option<&'static Endpoint> {
    Some(match (method, path) {
        ("GET", ["adAccounts"]) => {
            endpoint!("ads.accounts", "adAccounts.FINDER-search", ADS, "FINDER", ads::accounts)
        }
        ("GET", ["adAccounts", _, "adCampaignGroups"]) => {
            endpoint!("ads.groups", "adCampaignGroups.FINDER-search", ADS, "FINDER", ads::groups)
        }
        ("GET", ["adAccounts", _, "adCampaigns"]) => {
            endpoint!("ads.campaigns", "adCampaigns.FINDER-search", ADS, "FINDER", ads::campaigns)
        }
        ("GET", ["adAccounts", _, "creatives"]) => {
            endpoint!("ads.creatives", "creatives.FINDER-criteria", ADS, "FINDER", ads::creatives)
        }
        ("GET", ["adAnalytics"]) => {
            endpoint!("ads.analytics", "adAnalytics.FINDER-analytics", REPORTS, "FINDER", analytics::analytics)
        }
        ("GET", ["organizationAcls"]) => {
            endpoint!("pages.roles", "organizationAcls.FINDER-roleAssignee", PAGE, "FINDER", pages::roles)
        }
        ("GET", ["organizations", _]) => endpoint!("pages.get", "organizations.GET", PAGE, "GET", pages::organization),
        ("GET", ["networkSizes", _]) => endpoint!("pages.size", "networkSizes.GET", PAGE, "GET", pages::size),
        ("GET", ["organizationalEntityFollowerStatistics"]) => endpoint!(
            "pages.followers",
            "organizationalEntityFollowerStatistics.FINDER-organizationalEntity",
            PAGE,
            "FINDER",
            pages::follower_statistics
        ),
        ("GET", ["organizationalEntityShareStatistics"]) => endpoint!(
            "pages.statistics",
            "organizationalEntityShareStatistics.FINDER-organizationalEntity",
            PAGE,
            "FINDER",
            statistics::statistics
        ),
        ("GET", ["posts"]) => endpoint!("posts.list", "posts.FINDER-author", SOCIAL, "FINDER", posts::list),
        ("GET", ["posts", _]) => endpoint!("posts.get", "posts.GET", SOCIAL, "GET", posts::show),
        ("GET", ["socialMetadata"]) => {
            endpoint!("posts.metadata", "socialMetadata.BATCH_GET", SOCIAL, "BATCH_GET", posts::metadata)
        }
        ("GET", ["socialActions", _, "comments"]) => {
            endpoint!("posts.comments", "comments.GET_ALL", SOCIAL, "GET_ALL", posts::comments)
        }
        ("GET", ["reactions", _]) => {
            endpoint!("posts.reactions", "reactions.FINDER-entity", SOCIAL, "FINDER", posts::reactions)
        }
        ("POST", ["dmpSegments"]) => {
            endpoint!("segments.create", "dmpSegments.CREATE", SEGMENTS, "CREATE", segments::create)
        }
        ("GET", ["dmpSegments", _]) => endpoint!("segments.get", "dmpSegments.GET", SEGMENTS, "GET", segments::show),
        ("POST", ["dmpSegments", _, "users"]) => {
            endpoint!("segments.users", "users.BATCH_CREATE", SEGMENTS, "BATCH_CREATE", segments::add_users)
        }
        ("POST", ["dmpSegments", _, "companies"]) => {
            endpoint!("segments.companies", "companies.BATCH_CREATE", SEGMENTS, "BATCH_CREATE", segments::add_companies)
        }
        ("PUT", ["eventSubscriptions", _]) => {
            endpoint!("subscriptions.put", "eventSubscriptions.UPDATE", EVENTS, "UPDATE", webhooks::subscribe)
        }
        _ => return None,
    })
}

fn split(path: &str) -> Vec<&str> {
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

/// The label of an endpoint, for faults and counts.
pub(super) fn label(method: &Method, path: &str) -> Option<&'static str> {
    match split(path)[..] {
        ["_simulator", ..] => None,
        ["rest", ref below @ ..] => Some(endpoint(method.as_str(), below).map_or("other", |endpoint| endpoint.label)),
        ["oauth", "v2", "authorization"] => Some("oauth.authorization"),
        ["oauth", "v2", "accessToken"] => Some("oauth.token"),
        ["oauth", "v2", "introspectToken"] => Some("oauth.introspect"),
        ["v2", "userinfo"] => Some("userinfo"),
        ["voyager", "api", "me"] => Some("voyager.me"),
        _ => Some("other"),
    }
}

pub(super) fn router(shared: Arc<Shared>) -> Router {
    // Keys in the path have a structure, which a router that decodes them would lose.
    Router::new().route("/rest/{*path}", any(answer)).with_state(shared)
}

async fn answer(State(shared): State<Arc<Shared>>, uri: Uri, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return ApiError::body("The body is too long").into_response();
    };
    let work = || {
        let (endpoint, ask) = open(&shared, &parts.method, &uri, &parts.headers, body)?;
        (endpoint.work)(&shared, &ask)
    };
    work().into_response()
}

/// Checks everything that is the same for all endpoints.
fn open(
    shared: &Shared,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<(&'static Endpoint, Ask), ApiError> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let scopes = shared
        .with(|state| state.tokens.bearer(text(header::AUTHORIZATION.as_str())).map(|token| token.scopes.clone()))?;
    let version = text("linkedin-version").ok_or_else(ApiError::no_version)?;
    check_version(shared, version)?;
    if text("x-restli-protocol-version") != Some("2.0.0") {
        return Err(ApiError::bad("PROTOCOL_VERSION_INVALID", "X-Restli-Protocol-Version must be 2.0.0"));
    }
    let segments = split(uri.path());
    let below = segments.get(1..).unwrap_or_default();
    let Some(endpoint) = endpoint(method.as_str(), below) else {
        let others = ["GET", "POST", "PUT", "DELETE"].into_iter().any(|other| endpoint(other, below).is_some());
        return Err(if others { ApiError::method_not_allowed() } else { ApiError::no_resource(uri.path()) });
    };
    if !endpoint.scopes.iter().any(|scope| scopes.iter().any(|granted| granted == scope)) {
        return Err(ApiError::denied(endpoint.access, version));
    }
    shared.with(|state| state.count(endpoint.label))?;
    let restli_method = text("x-restli-method");
    let is_batch = endpoint.method == "BATCH_CREATE";
    if restli_method.map_or(is_batch, |method| method != endpoint.method) {
        return Err(ApiError::bad("METHOD_INVALID", format!("X-RestLi-Method must be {}", endpoint.method)));
    }
    let ask = Ask {
        path: below.iter().map(ToString::to_string).collect(),
        query: Query::parse(uri.query().unwrap_or_default())?,
        place: uri.path().to_owned(),
        body,
        version: version.to_owned(),
        access: endpoint.access,
    };
    Ok((endpoint, ask))
}

fn check_version(shared: &Shared, version: &str) -> Result<(), ApiError> {
    let number: Option<u32> = version.parse().ok().filter(|_| version.len() == 6);
    let number = number.filter(|number| (1..=12).contains(&(number % 100)));
    let number = number.ok_or_else(|| ApiError::wrong_version(version))?;
    if (shared.options.oldest_version..=shared.options.newest_version).contains(&number) {
        return Ok(());
    }
    Err(ApiError::retired_version(version))
}
