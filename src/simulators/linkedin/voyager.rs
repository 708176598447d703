//! `GET /voyager/api/me`, which LinkedIn's own pages call: who is signed in with these cookies.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{shared::Shared, tokens::ADMINISTRATOR};

/// What LinkedIn thinks of a member's session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Session {
    /// It is good, and the answer is in the form that was asked for.
    #[default]
    Good,
    /// It is good, and the answer is in the plain form, whatever was asked for.
    Plain,
    /// It has ended: 401.
    Ended,
    /// It has ended: 302 to the login.
    Login,
    /// LinkedIn took it away: 302, and the cookie is written over.
    Revoked,
    /// LinkedIn wants to see a human: 302.
    Checkpoint,
    /// LinkedIn takes whoever calls for a robot: 999.
    BotBlock,
    /// Too many calls: 429.
    Throttled,
}

/// A call, with what it brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeCall {
    /// The cookies, in their order: name and value.
    pub cookies: Vec<(String, String)>,
    /// `csrf-token`.
    pub csrf_token: Option<String>,
    /// `user-agent`.
    pub user_agent: Option<String>,
    /// `accept`.
    pub accept: Option<String>,
    /// The status that was answered.
    pub status: u16,
}

impl MeCall {
    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new().route("/voyager/api/me", get(me)).with_state(shared)
}

async fn me(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(ToOwned::to_owned);
    let pair = |part: &str| part.trim().split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut call = MeCall {
        cookies: text("cookie").unwrap_or_default().split(';').filter_map(pair).collect(),
        csrf_token: text("csrf-token"),
        user_agent: text("user-agent"),
        accept: text("accept"),
        status: 0,
    };
    let session = shared.with(|state| state.session);
    let response = answer(&shared, session, &call, text("x-restli-protocol-version").as_deref());
    call.status = response.status().as_u16();
    shared.with(|state| state.me_calls.push(call));
    response
}

fn answer(shared: &Shared, session: Session, call: &MeCall, protocol: Option<&str>) -> Response {
    let status = |code: u16| StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let is_browser = call.user_agent.as_ref().is_some_and(|agent| agent.starts_with("Mozilla/5.0 "));
    if session == Session::BotBlock || !is_browser {
        let page = "<html><head><script>/* who are you? */</script></head></html>\n";
        return (status(999), [(header::CONTENT_TYPE, "text/html")], page).into_response();
    }
    if session == Session::Throttled {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    if call.cookie("li_at").is_none_or(str::is_empty) {
        return (StatusCode::UNAUTHORIZED, Json(json!({ "status": 401 }))).into_response();
    }
    // The cookie has quotes, and the header has none.
    let expected = call.cookie("JSESSIONID").map(|value| value.trim_matches('"'));
    if expected.is_none() || call.csrf_token.as_deref() != expected {
        return (StatusCode::FORBIDDEN, "CSRF check failed.").into_response();
    }
    let to = |place: &'static str| (StatusCode::FOUND, [(header::LOCATION, place)]).into_response();
    let login = "https://www.linkedin.com/uas/login?session_redirect=%2Fvoyager%2Fapi%2Fme";
    let wiped =
        r#"li_at="delete me"; Path=/; Domain=.www.linkedin.com; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"#;
    match session {
        Session::Ended => (StatusCode::UNAUTHORIZED, Json(json!({ "status": 401 }))).into_response(),
        Session::Login => to(login),
        Session::Revoked => ([(header::SET_COOKIE, wiped)], to(login)).into_response(),
        Session::Checkpoint => to("https://www.linkedin.com/checkpoint/challenge/AgHsimulated?ut=0"),
        _ if protocol != Some("2.0.0") => (StatusCode::BAD_REQUEST, Json(json!({ "status": 400 }))).into_response(),
        _ => {
            let normalized = "application/vnd.linkedin.normalized+json+2.1";
            let is_normalized = session == Session::Good && call.accept.as_deref() == Some(normalized);
            let kind = if is_normalized { normalized } else { "application/json" };
            let value = if is_normalized { normalized_form(shared) } else { plain_form(shared) };
            ([(header::CONTENT_TYPE, kind)], value.to_string()).into_response()
        }
    }
}

fn profile(shared: &Shared) -> Value {
    let member = &shared.world().people.members()[ADMINISTRATOR];
    json!({
        "publicIdentifier": member.slug,
        "firstName": member.first_name,
        "lastName": member.last_name,
        "occupation": member.headline,
        "entityUrn": format!("urn:li:fs_miniProfile:{}", member.member_id),
        "objectUrn": "urn:li:member:910000001",
    })
}

fn plain_form(shared: &Shared) -> Value {
    json!({ "plainId": 910_000_001, "premiumSubscriber": false, "miniProfile": profile(shared) })
}

fn normalized_form(shared: &Shared) -> Value {
    let mut profile = profile(shared);
    profile["$type"] = "com.linkedin.voyager.identity.shared.MiniProfile".into();
    json!({
        "data": {
            "plainId": 910_000_001,
            "premiumSubscriber": false,
            "*miniProfile": profile["entityUrn"],
            "$type": "com.linkedin.voyager.common.Me",
        },
        "included": [profile],
    })
}
