//! A user's own account: which tenants they belong to, where they are signed in, and their password.

use std::sync::Arc;

use askama::Template;
use axum::{
    Extension, Form, Router,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use queries::queries::{sessions as sql, users as users_sql};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use uuid::Uuid;

use super::{Pages, answer, answer::Problem, assets, browsers, shell::Shell, shown, sign_in, visitor::Visitor};
use crate::{
    db::TenantId,
    error::Error,
    model::{sessions::Session, users::Refused},
    serve::peer::Peer,
};

#[derive(Template)]
#[template(path = "account/show.html")]
pub(super) struct Account {
    shell: Shell,
    name: String,
    tenants: Vec<Tenant>,
    sessions: Vec<Place>,
    has_password: bool,
    problem: Option<String>,
}

/// The tenants of a user, as the menu in the header shows them once somebody opens it.
#[derive(Template)]
#[template(path = "account/tenants.html")]
struct TenantMenu {
    tenants: Vec<Tenant>,
}

struct Tenant {
    id: Uuid,
    name: String,
    role: String,
    is_here: bool,
}

/// Where somebody is signed in.
struct Place {
    browser: String,
    /// What it calls itself.
    agent: String,
    last_used: String,
    since: String,
    is_here: bool,
}

#[derive(Deserialize)]
struct Switch {
    tenant: Uuid,
}

#[derive(Deserialize)]
struct NewPassword {
    #[serde(default)]
    current: SecretString,
    #[serde(default)]
    password: SecretString,
    #[serde(default)]
    again: SecretString,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/account", get(show))
        .route("/account/tenant", post(switch))
        .route("/account/tenants", get(menu))
        .route("/account/password", post(change_password))
        .route("/account/sign-out-everywhere", post(sign_out_everywhere))
}

async fn show(State(pages): State<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    Ok(answer::page(&account(&pages, &visitor.session, None).await?))
}

async fn account(pages: &Pages, session: &Session, problem: Option<String>) -> Result<Account, Problem> {
    let tx = session.begin(&pages.database).await?;
    let places = sql::session_rows().bind(&*tx, &session.user).all().await?;
    let has_password = sql::member_has_password().bind(&*tx, &session.tenant.0, &session.user).opt().await?;
    tx.commit().await?;
    let sessions = places
        .iter()
        .map(|row| Place {
            browser: browsers::name(row["user_agent"].as_str().unwrap_or_default()),
            agent: row["user_agent"].as_str().unwrap_or_default().to_owned(),
            last_used: shown::minute(&row["last_used"]),
            since: shown::minute(&row["created_at"]),
            is_here: row["id"].as_str() == Some(session.id.to_string().as_str()),
        })
        .collect();
    let tenants = tenants_of(pages, session).await?;
    Ok(Account {
        shell: Shell::of(session, "/account"),
        name: session.name.clone(),
        tenants,
        sessions,
        has_password: has_password.unwrap_or_default(),
        problem,
    })
}

async fn tenants_of(pages: &Pages, session: &Session) -> Result<Vec<Tenant>, Error> {
    let owner = pages.database.lent_owner().await?;
    let tenants = users_sql::memberships_of().bind(&owner, &session.user).all().await?;
    let of = |tenant: users_sql::MembershipsOf| Tenant {
        is_here: tenant.id == session.tenant.0,
        id: tenant.id,
        name: tenant.name,
        role: tenant.role,
    };
    Ok(tenants.into_iter().map(of).collect())
}

async fn menu(State(pages): State<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    Ok(answer::page(&TenantMenu { tenants: tenants_of(&pages, &visitor.session).await? }))
}

/// Goes on in another tenant, in a session of that one.
async fn switch(
    State(pages): State<Arc<Pages>>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(wanted): Form<Switch>,
) -> Result<Response, Problem> {
    let Visitor { session, cookies } = visitor;
    let token = pages.users.go_to(&session, TenantId(wanted.tenant), sign_in::agent(&headers)).await?;
    cookies.set_session(&token);
    Ok(Redirect::to("/").into_response())
}

async fn change_password(
    State(pages): State<Arc<Pages>>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(filled): Form<NewPassword>,
) -> Result<Response, Problem> {
    let Visitor { session, mut cookies } = visitor;
    let origin = sign_in::origin(peer, &headers, &mut cookies);
    let done = if filled.password.expose_secret() == filled.again.expose_secret() {
        pages.users.change_password((session.user, &session.email), &filled.current, &filled.password, origin).await
    } else {
        Err(Error::invalid("The two passwords are not the same.").into())
    };
    match done {
        Ok(signed_in) => Ok(sign_in::enter_by(&pages, &cookies, &signed_in, "/account").await),
        Err(refused) => {
            let problem = match &refused {
                Refused::Wrong => "The current password is wrong.".to_owned(),
                refused => refused.to_string(),
            };
            Ok(sign_in::refuse(refused, &account(&pages, &session, Some(problem)).await?))
        }
    }
}

async fn sign_out_everywhere(State(pages): State<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    let Visitor { session, cookies } = visitor;
    pages.users.sign_out_everywhere(session.user, &session.user.to_string()).await?;
    cookies.forget_session();
    Ok(Redirect::to("/sign-in").into_response())
}

#[cfg(test)]
impl Account {
    pub(super) fn samples() -> Vec<Self> {
        let tenant =
            |is_here| Tenant { id: Uuid::from_u128(1), name: "<b>Team".to_owned(), role: "owner".to_owned(), is_here };
        let place = |is_here| Place {
            browser: "<b>Firefox".to_owned(),
            agent: "\"><b>".to_owned(),
            last_used: "2026-11-27 11:24".to_owned(),
            since: "2026-11-20 11:24".to_owned(),
            is_here,
        };
        let page = |name: &str, tenants, problem| Self {
            shell: Shell::sample("/account"),
            name: name.to_owned(),
            tenants,
            sessions: vec![place(true), place(false)],
            has_password: name.is_empty(),
            problem,
        };
        vec![
            page("", vec![tenant(true)], None),
            page("<b>Ada", vec![tenant(true), tenant(false)], Some("<b>no".to_owned())),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_of_teams_is_no_html_that_somebody_else_wrote() {
        let team =
            |is_here| Tenant { id: Uuid::from_u128(1), name: "\"><b>".to_owned(), role: "owner".to_owned(), is_here };
        let menu = TenantMenu { tenants: vec![team(true), team(false)] }.render().expect("it renders");
        assert!(!menu.contains("<b>") && menu.matches("<form").count() == 1, "{menu}");
    }
}
