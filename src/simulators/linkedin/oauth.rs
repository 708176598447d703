//! OAuth: the page that asks for a consent (which is answered at once, as the test decided), the trade of codes and refresh
//! tokens, introspection, and who consented.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::{
    SCOPES,
    errors::ApiError,
    shared::Shared,
    tokens::{ADMINISTRATOR, Given, LIFE},
};

type Simulator = State<Arc<Shared>>;
type Fields = HashMap<String, String>;

/// An app, as its owner registered it at LinkedIn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// Its client id.
    pub client_id: String,
    /// Its client secret.
    pub client_secret: String,
    /// Where a browser may be sent back to.
    pub redirects: Vec<String>,
    /// What it may ask for.
    pub scopes: Vec<String>,
    /// Whether it is an approved partner's, which alone are given refresh tokens.
    pub is_partner: bool,
}

impl Default for App {
    fn default() -> Self {
        Self {
            client_id: super::CLIENT_ID.to_owned(),
            client_secret: super::CLIENT_SECRET.to_owned(),
            redirects: vec!["http://localhost:8418/callback".to_owned()],
            scopes: SCOPES.map(ToOwned::to_owned).to_vec(),
            is_partner: true,
        }
    }
}

/// What the member answers to the question for a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// Yes.
    #[default]
    Allow,
    /// Nothing: they do not sign in.
    UserCancelledLogin,
    /// No.
    UserCancelledAuthorize,
    /// No, as OAuth words it.
    AccessDenied,
    /// LinkedIn answers itself, that the app may not ask for this.
    UnauthorizedScopeError,
}

impl Consent {
    const fn error(self) -> Option<&'static str> {
        match self {
            Self::Allow => None,
            Self::UserCancelledLogin => Some("user_cancelled_login"),
            Self::UserCancelledAuthorize => Some("user_cancelled_authorize"),
            Self::AccessDenied => Some("access_denied"),
            Self::UnauthorizedScopeError => Some("unauthorized_scope_error"),
        }
    }
}

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/oauth/v2/authorization", get(authorization))
        .route("/oauth/v2/accessToken", post(access_token))
        .route("/oauth/v2/introspectToken", post(introspect))
        .route("/v2/userinfo", get(user_info))
        .with_state(shared)
}

/// What a human sees whose browser cannot be sent back.
fn page(words: &str) -> Response {
    let text =
        format!("<!DOCTYPE html>\n<html><body><h1>Bummer, something went wrong.</h1><p>{words}</p></body></html>\n");
    (StatusCode::BAD_REQUEST, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
}

async fn authorization(State(shared): Simulator, Query(query): Query<Fields>) -> Response {
    let text = |name: &str| query.get(name).map(String::as_str).filter(|text| !text.is_empty());
    shared.with(|state| {
        let app = &state.app;
        if text("response_type") != Some("code") {
            return page("response_type must be code");
        }
        if text("client_id") != Some(&*app.client_id) {
            return page("The passed in client_id is invalid");
        }
        let redirect = text("redirect_uri").filter(|redirect| app.redirects.iter().any(|known| known == redirect));
        let Some((redirect, mut back)) = redirect.and_then(|redirect| Some((redirect, Url::parse(redirect).ok()?)))
        else {
            return page("The redirect_uri does not match the registered value");
        };
        let Some(sent) = text("state") else { return page("There is no state") };
        let challenge = match (text("code_challenge"), text("code_challenge_method")) {
            (None, None) => None,
            (Some(challenge), Some("S256")) if challenge.len() == 43 => Some(challenge.to_owned()),
            _ => return page("The code_challenge is not 43 characters made by S256"),
        };
        let scopes: Vec<String> = text("scope").unwrap_or_default().split(' ').map(ToOwned::to_owned).collect();
        let may_ask = scopes.iter().all(|scope| app.scopes.contains(scope));
        let refusal = if may_ask { state.consent.error() } else { Consent::UnauthorizedScopeError.error() };
        match refusal {
            None => {
                let granted = scopes.into_iter().filter(|scope| Some(scope) != state.withheld.as_ref()).collect();
                let code = state.tokens.code(redirect, granted, challenge);
                back.query_pairs_mut().append_pair("code", &code)
            }
            Some(error) => back
                .query_pairs_mut()
                .append_pair("error", error)
                .append_pair("error_description", "The consent was not given"),
        };
        back.query_pairs_mut().append_pair("state", sent);
        (StatusCode::FOUND, [(header::LOCATION, back.to_string())]).into_response()
    })
}

/// An error of OAuth, which has a form of its own.
#[derive(Debug, Clone, Copy)]
struct Refusal(StatusCode, &'static str, &'static str);

impl Refusal {
    const fn invalid(words: &'static str) -> Self {
        Self(StatusCode::BAD_REQUEST, "invalid_request", words)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self(status, error, description) = self;
        (status, Json(json!({ "error": error, "error_description": description }))).into_response()
    }
}

/// The fields of a form, of an app that knows its secret.
fn fields(shared: &Shared, headers: &HeaderMap, body: &[u8]) -> Result<Fields, Refusal> {
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind != "application/x-www-form-urlencoded") {
        return Err(Refusal::invalid("The body must be a form, in its encoding"));
    }
    let fields: Fields = url::form_urlencoded::parse(body).into_owned().collect();
    let is_known = shared.with(|state| {
        fields.get("client_id") == Some(&state.app.client_id)
            && fields.get("client_secret") == Some(&state.app.client_secret)
    });
    if is_known {
        return Ok(fields);
    }
    Err(Refusal(StatusCode::UNAUTHORIZED, "invalid_client", "Client authentication failed"))
}

async fn access_token(State(shared): Simulator, headers: HeaderMap, body: Bytes) -> Result<Json<Value>, Refusal> {
    let fields = fields(&shared, &headers, &body)?;
    let text = |name: &str| fields.get(name).map_or("", String::as_str);
    let given = shared.with(|state| match text("grant_type") {
        "authorization_code" => {
            let verifier = fields.get("code_verifier").map(String::as_str);
            let given = state.tokens.trade(text("code"), text("redirect_uri"), verifier, state.app.is_partner);
            given.ok_or("The code is unknown, used or too old, or redirect_uri or code_verifier are not its")
        }
        "refresh_token" => {
            let given = state.tokens.renew(text("refresh_token"));
            given.ok_or("The refresh token is invalid, expired or revoked")
        }
        _ => Err("grant_type is none that is supported"),
    });
    given.map(|given| Json(answer(&given))).map_err(Refusal::invalid)
}

fn answer(given: &Given) -> Value {
    let mut value = json!({
        "access_token": given.access.text,
        "expires_in": LIFE.as_secs(),
        "scope": given.access.scopes.join(","),
        "token_type": "Bearer",
    });
    if let Some(refresh) = &given.refresh {
        value["refresh_token"] = refresh.text.clone().into();
        // What is left of it, which using it does not prolong.
        value["refresh_token_expires_in"] = refresh.expires_at.duration_since(Timestamp::now()).as_secs().into();
    }
    value
}

async fn introspect(State(shared): Simulator, headers: HeaderMap, body: Bytes) -> Result<Json<Value>, Refusal> {
    let fields = fields(&shared, &headers, &body)?;
    Ok(shared.with(|state| {
        let Some(token) = fields.get("token").and_then(|text| state.tokens.find(text)) else {
            return Json(json!({ "active": false }));
        };
        let status = token.status(Timestamp::now());
        let value = json!({
            "active": status == "active",
            "client_id": state.app.client_id,
            "authorized_at": token.authorized_at.as_second(),
            "created_at": token.created_at.as_second(),
            "status": status,
            "expires_at": token.expires_at.as_second(),
            "scope": token.scopes.join(","),
            "auth_type": "3L",
        });
        Json(value)
    }))
}

async fn user_info(State(shared): Simulator, headers: HeaderMap) -> Response {
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let scopes = match shared.with(|state| state.tokens.bearer(header).map(|token| token.scopes.clone())) {
        Ok(scopes) => scopes,
        Err(error) => return error.into_response(),
    };
    let has = |wanted: &str| scopes.iter().any(|scope| scope == wanted);
    if !has("openid") || !has("profile") {
        return ApiError::denied_without_version("userinfo.GET").into_response();
    }
    let world = shared.world();
    let member = &world.people.members()[ADMINISTRATOR];
    let mut value = json!({
        "sub": world.person_id(ADMINISTRATOR),
        "name": member.name(),
        "given_name": member.first_name,
        "family_name": member.last_name,
        "picture": member.picture(),
        "locale": { "country": "US", "language": "en" },
    });
    if has("email") {
        value["email"] = format!("{}@mail.example", member.slug).into();
        value["email_verified"] = true.into();
    }
    Json(value).into_response()
}
