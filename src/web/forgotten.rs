//! A new password by mail, for who forgot the old one.

use std::sync::Arc;

use askama::Template;
use axum::{Extension, Form, Router, extract::State, http::StatusCode, response::Response, routing::get};
use serde::Deserialize;

use super::{Pages, answer, answer::Problem, assets, cookies::Cookies, shown, sign_in};
use crate::{error::Error, serve::peer::Peer};

#[derive(Template)]
#[template(path = "sign_in/forgotten.html")]
pub(super) struct ForgottenPage {
    email: String,
    problem: Option<String>,
    is_safe: bool,
    /// Whether a link was asked for: what is said then is the same for everybody.
    is_asked: bool,
}

#[derive(Deserialize)]
struct Filled {
    #[serde(default)]
    email: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/sign-in/forgotten", get(form).post(ask))
}

/// Refuses where no mail can be sent.
fn check(pages: &Pages) -> Result<(), Problem> {
    if pages.outward.mail.is_some() {
        return Ok(());
    }
    Err(Error::NotFound("No mail is sent from here; ask an owner of your team for a link.".to_owned()).into())
}

async fn form(State(pages): State<Arc<Pages>>, cookies: Cookies) -> Result<Response, Problem> {
    check(&pages)?;
    let (email, is_safe) = (String::new(), cookies.are_safe());
    Ok(answer::page(&ForgottenPage { email, problem: None, is_safe, is_asked: false }))
}

async fn ask(
    State(pages): State<Arc<Pages>>,
    Extension(Peer(address)): Extension<Peer>,
    cookies: Cookies,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    check(&pages)?;
    let is_safe = cookies.are_safe();
    let mut page = ForgottenPage { email: filled.email, problem: None, is_safe, is_asked: false };
    if !is_safe {
        return Ok(answer::with_status(StatusCode::FORBIDDEN, &page));
    }
    match pages.users.forgot(&page.email, address).await {
        Ok(()) => {
            page.is_asked = true;
            Ok(answer::page(&page))
        }
        Err(refused) => {
            page.problem = Some(shown::sentence(&refused.to_string()));
            Ok(sign_in::refuse(refused, &page))
        }
    }
}

#[cfg(test)]
impl ForgottenPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |problem: Option<&str>, is_safe, is_asked| Self {
            email: "\"><b>".to_owned(),
            problem: problem.map(str::to_owned),
            is_safe,
            is_asked,
        };
        vec![page(Some("<b>no"), true, false), page(None, false, false), page(None, true, true)]
    }
}
