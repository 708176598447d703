//! Signing in by the service that knows the team's people, where the operator has named one.

use std::sync::Arc;

use axum::{
    Extension, Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::Deserialize;

use super::{
    Pages, answer,
    answer::Problem,
    cookies::Cookies,
    sign_in::{self, SignIn},
};
use crate::{
    error::Error,
    model::users::Refused,
    oidc::{Attempt, BACK, Oidc, Trouble},
    serve::peer::Peer,
};

/// Characters of the page to which somebody was on the way.
const LONGEST: usize = 1_000;

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    next: String,
}

/// What the service has a browser bring.
#[derive(Deserialize)]
struct Brought {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    error: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/sign-in/service", get(leave)).route(BACK, get(back))
}

fn service(pages: &Pages) -> Result<&Oidc, Problem> {
    let none = || Error::NotFound("There is no service by which anybody signs in here.".to_owned());
    Ok(pages.outward.service.as_ref().ok_or_else(none)?)
}

/// Sends a browser to the service.
async fn leave(
    State(pages): State<Arc<Pages>>,
    cookies: Cookies,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let service = service(&pages)?;
    let next = sign_in::local(&wanted.next);
    let next = if next.len() > LONGEST { "/" } else { next };
    if !cookies.are_safe() {
        return Ok(again(&pages, next, StatusCode::FORBIDDEN, String::new(), false));
    }
    let attempt = Attempt::new()?;
    match service.ask(&attempt).await {
        Ok(place) => {
            cookies.set_attempt(&format!("{}.{}", *attempt.text(), BASE64_URL_SAFE_NO_PAD.encode(next)));
            Ok(Redirect::to(place.as_str()).into_response())
        }
        Err(trouble) => Ok(refuse(&pages, next, &trouble)),
    }
}

/// Takes a browser in that comes back.
async fn back(
    State(pages): State<Arc<Pages>>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    mut cookies: Cookies,
    Query(brought): Query<Brought>,
) -> Result<Response, Problem> {
    let service = service(&pages)?;
    // Whatever comes of it, it was this attempt's only answer.
    let Some((attempt, next)) = cookies.take_attempt().filter(|(attempt, _)| attempt.is_answered_by(&brought.state))
    else {
        let words = "This browser has not asked for that, or too long ago. Try once more.".to_owned();
        return Ok(again(&pages, "/", StatusCode::BAD_REQUEST, words, cookies.are_safe()));
    };
    if !brought.error.is_empty() || brought.code.is_empty() {
        let words = format!("{} has not signed you in. Try once more.", service.name());
        return Ok(again(&pages, &next, StatusCode::UNAUTHORIZED, words, true));
    }
    let person = match service.answer(&attempt, &brought.code).await {
        Ok(person) => person,
        Err(trouble) => return Ok(refuse(&pages, &next, &trouble)),
    };
    let origin = sign_in::origin(peer, &headers, &mut cookies);
    let (status, words) = match pages.users.sign_in_by_service(&person, origin).await {
        Ok(signed_in) => return Ok(sign_in::enter_by(&pages, &cookies, &signed_in, &next).await),
        Err(Refused::Unverified) => (
            StatusCode::FORBIDDEN,
            format!(
                "{} has not made sure that the address is yours, which it has to be when you come for the first time.",
                service.name()
            ),
        ),
        Err(Refused::Wrong) => (
            StatusCode::FORBIDDEN,
            format!(
                "Nobody whom {} knows as you do may sign in here. Ask an owner of your team to let you in.",
                service.name()
            ),
        ),
        Err(refused @ Refused::Nowhere) => (StatusCode::FORBIDDEN, refused.to_string()),
        Err(Refused::Other(error)) => return Err(error.into()),
        Err(refused) => return Err(Error::Internal(refused.into()).into()),
    };
    Ok(again(&pages, &next, status, words, true))
}

/// The page on which one signs in, with what went wrong.
fn again(pages: &Pages, next: &str, status: StatusCode, problem: String, is_safe: bool) -> Response {
    let problem = Some(problem).filter(|problem| !problem.is_empty());
    answer::with_status(status, &SignIn::new(pages, String::new(), next.to_owned(), problem, is_safe))
}

/// What is said of a service that does not do as it should; why is for the log.
fn refuse(pages: &Pages, next: &str, trouble: &Trouble) -> Response {
    let name = pages.outward.service.as_ref().map_or("The service", Oidc::name);
    tracing::warn!("{trouble}");
    let (status, words) = match trouble {
        Trouble::Away(_) => (StatusCode::BAD_GATEWAY, format!("{name} could not be asked. Try again in a while.")),
        Trouble::Unbelievable(_) => (
            StatusCode::BAD_GATEWAY,
            format!(
                "{name} has answered what cannot be believed, so that nobody was signed in. Whoever runs Rapport finds the reason in the log."
            ),
        ),
        Trouble::Ours(_) => {
            (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side. Try again.".to_owned())
        }
    };
    again(pages, next, status, words, true)
}
