//! Links that open one door once: a form for a new password, the set-up of an installation, or a session.
//!
//! A link is looked at as often as somebody likes, which programs that preview messages do too; what it opens, it opens when its
//! form is sent.  Its token stands in the query, which is written into no log.

use std::sync::Arc;

use askama::Template;
use axum::{
    Extension, Form, Router,
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use uuid::Uuid;

use super::{Pages, answer, answer::Problem, assets, cookies::Cookies, sign_in};
use crate::{
    db::TenantId,
    error::Error,
    model::{
        tokens::Token,
        users::{Link, Purpose, Refused, SignedIn},
    },
    serve::peer::Peer,
};

/// The tenant that every installation has.
const FIRST: TenantId = TenantId(Uuid::from_u128(1));

#[derive(Template)]
#[template(path = "sign_in/link.html")]
pub(super) struct LinkPage {
    token: String,
    opens: Link,
    /// What was typed into the form of a set-up.
    email: String,
    name: String,
    problem: Option<String>,
}

impl LinkPage {
    const fn sets_up(&self) -> bool {
        matches!(self.opens.purpose, Purpose::SetUp)
    }

    const fn asks_for_password(&self) -> bool {
        !matches!(self.opens.purpose, Purpose::SignIn)
    }
}

#[derive(Deserialize)]
struct Shown {
    #[serde(default)]
    token: String,
}

#[derive(Deserialize)]
struct Filled {
    #[serde(default)]
    token: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: SecretString,
    #[serde(default)]
    again: SecretString,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/link", get(form).post(open))
}

async fn form(
    State(pages): State<Arc<Pages>>,
    cookies: Cookies,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    check_way(&cookies)?;
    let (_, opens) = read(&pages, &shown.token).await?;
    let (email, name) = (String::new(), String::new());
    Ok(answer::page(&LinkPage { token: shown.token, opens, email, name, problem: None }))
}

async fn open(
    State(pages): State<Arc<Pages>>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    mut cookies: Cookies,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    check_way(&cookies)?;
    let (token, opens) = read(&pages, &filled.token).await?;
    let origin = sign_in::origin(peer, &headers, &mut cookies);
    let done: Result<SignedIn, Refused> = match opens.purpose {
        Purpose::SignIn => pages.users.sign_in_by_link(&token, origin).await,
        _ if filled.password.expose_secret() != filled.again.expose_secret() => {
            Err(Error::invalid("The two passwords are not the same.").into())
        }
        Purpose::SetPassword => pages.users.set_password(&token, &filled.password, origin).await,
        Purpose::SetUp => {
            let (email, name) = (filled.email.as_str(), filled.name.as_str());
            pages.users.set_up(&token, FIRST, (email, name), &filled.password, origin).await
        }
    };
    match done {
        Ok(signed_in) => Ok(sign_in::enter_by(&pages, &cookies, &signed_in, "/").await),
        Err(Refused::Link) => Err(gone(&Refused::Link)),
        Err(refused) => {
            let problem = Some(refused.to_string());
            let again = LinkPage { token: filled.token, opens, email: filled.email, name: filled.name, problem };
            Ok(sign_in::refuse(refused, &again))
        }
    }
}

async fn read(pages: &Pages, text: &str) -> Result<(Token, Link), Problem> {
    let token = Token::read(text).ok_or_else(|| gone(&Refused::Link))?;
    let opens = pages.users.look_at(&token).await.map_err(|refused| match refused {
        Refused::Other(error) => Problem::from(error),
        refused => gone(&refused),
    })?;
    Ok((token, opens))
}

fn gone(refused: &Refused) -> Problem {
    Error::NotFound(refused.to_string()).into()
}

/// Nobody is to choose a password where everybody on the way reads it.
fn check_way(cookies: &Cookies) -> Result<(), Problem> {
    if cookies.are_safe() {
        return Ok(());
    }
    Err(Error::Forbidden(
        "This connection is not encrypted, and whoever is on the way would read along. Open the link over https, or on the machine itself."
            .to_owned(),
    )
    .into())
}

#[cfg(test)]
impl LinkPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |purpose, email: Option<&str>| Self {
            token: "AAAA".to_owned(),
            opens: Link { purpose, email: email.map(str::to_owned) },
            email: "\"><b>".to_owned(),
            name: "<b>".to_owned(),
            problem: Some("<b>no".to_owned()),
        };
        vec![
            page(Purpose::SetUp, None),
            page(Purpose::SetPassword, Some("<b>@mail.example")),
            page(Purpose::SignIn, Some("<b>")),
        ]
    }
}
