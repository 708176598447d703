//! Signing in and out.

use std::sync::Arc;

use askama::Template;
use axum::{
    Extension, Form, Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use secrecy::SecretString;
use serde::Deserialize;

use super::{Pages, answer, answer::Problem, assets, cookies::Cookies};
use crate::{
    error::Error,
    model::{
        sessions,
        users::{Origin, Refused, SignedIn},
    },
    serve::peer::Peer,
};

#[derive(Template)]
#[template(path = "sign_in/form.html")]
pub(super) struct SignIn {
    email: String,
    next: String,
    problem: Option<String>,
    is_safe: bool,
    /// Whether a link for a new password can come by mail.
    mails: bool,
    /// What the service is called by which one can sign in.
    service: Option<String>,
}

impl SignIn {
    pub(super) fn new(pages: &Pages, email: String, next: String, problem: Option<String>, is_safe: bool) -> Self {
        let outward = &pages.outward;
        let service = outward.service.as_ref().map(|service| service.name().to_owned());
        Self { email, next, problem, is_safe, mails: outward.mail.is_some(), service }
    }
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct Filled {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: SecretString,
    #[serde(default)]
    next: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/sign-in", get(form).post(enter)).route("/sign-out", post(leave))
}

async fn form(State(pages): State<Arc<Pages>>, cookies: Cookies, Query(wanted): Query<Wanted>) -> Response {
    answer::page(&SignIn::new(&pages, String::new(), wanted.next, None, cookies.are_safe()))
}

async fn enter(
    State(pages): State<Arc<Pages>>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    mut cookies: Cookies,
    Form(filled): Form<Filled>,
) -> Response {
    let is_safe = cookies.are_safe();
    let origin = origin(peer, &headers, &mut cookies);
    let refused = if is_safe {
        match pages.users.sign_in(&filled.email, &filled.password, origin).await {
            Ok(signed_in) => return enter_by(&pages, &cookies, &signed_in, &filled.next).await,
            Err(refused) => Some(refused),
        }
    } else {
        None
    };
    let problem = refused.as_ref().map(ToString::to_string);
    let again = SignIn::new(&pages, filled.email, filled.next, problem, is_safe);
    match refused {
        Some(refused) => refuse(refused, &again),
        None => answer::with_status(StatusCode::FORBIDDEN, &again),
    }
}

async fn leave(State(pages): State<Arc<Pages>>, cookies: Cookies) -> Result<Response, Problem> {
    if let Some(token) = cookies.session() {
        sessions::end(&pages.database, token).await?;
    }
    cookies.forget_session();
    Ok(Redirect::to("/sign-in").into_response())
}

/// Where somebody asks from.
pub(super) fn origin(Peer(address): Peer, headers: &HeaderMap, cookies: &mut Cookies) -> Origin {
    Origin { address, device: cookies.take_device(), agent: agent(headers).to_owned() }
}

/// What a browser calls itself.
pub(super) fn agent(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default()
}

/// Begins the session of somebody who was signed in, in the place of one that the browser may have had before.
pub(super) async fn enter_by(pages: &Pages, cookies: &Cookies, signed_in: &SignedIn, next: &str) -> Response {
    if let Some(before) = cookies.session()
        && let Err(error) = sessions::end(&pages.database, before).await
    {
        tracing::warn!("a session that another took the place of could not be ended: {error}");
    }
    cookies.set_session(&signed_in.session);
    if let Some(device) = &signed_in.device {
        cookies.set_device(device);
    }
    Redirect::to(local(next)).into_response()
}

/// Shows a form again, with what was wrong.
pub(super) fn refuse(refused: Refused, again: &impl Template) -> Response {
    let (status, wait) = match refused {
        Refused::Later(wait) => (StatusCode::TOO_MANY_REQUESTS, Some(wait.as_secs().max(1))),
        Refused::Wrong | Refused::Link => (StatusCode::UNAUTHORIZED, None),
        Refused::Nowhere | Refused::Unverified => (StatusCode::FORBIDDEN, None),
        Refused::Other(Error::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Refused::Other(error) => return Problem::from(error).into_response(),
    };
    let mut response = answer::with_status(status, again);
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}

/// A path of ours, whatever somebody wrote into a link: anywhere else is nowhere to be sent to after signing in.
pub(super) fn local(next: &str) -> &str {
    let is_ours = next.starts_with('/')
        && !next.starts_with("//")
        && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
        && !next.starts_with("/sign-");
    if is_ours { next } else { "/" }
}

#[cfg(test)]
impl SignIn {
    pub(super) fn samples() -> Vec<Self> {
        let page = |email: &str, problem, is_safe| Self {
            email: email.to_owned(),
            next: "\"><b>".to_owned(),
            problem,
            is_safe,
            mails: is_safe,
            service: is_safe.then(|| "<b>Company".to_owned()),
        };
        vec![page("", None, true), page("\"><b>", Some("<b>no".to_owned()), true), page("", None, false)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_nobody_is_sent_to_another_site() {
        assert_eq!(local("/account?x=1"), "/account?x=1");
        for elsewhere in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            " /account",
            "javascript:alert(1)",
            "/ä",
            "/a\r\nset-cookie: x=1",
            "/sign-out",
        ] {
            assert_eq!(local(elsewhere), "/", "{elsewhere:?}");
        }
    }
}
