//! One member, for the tenant's owners: what they may do, a new link, the end of their sessions, and their removal.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use queries::queries::sessions as sql;
use serde_json::Value;
use uuid::Uuid;

use super::{
    Fields,
    members::{self, Asked, Badge},
};
use crate::{
    error::Error,
    mail::Letter,
    model::{
        members::{By, Members, Standing},
        sessions::Session,
        users::Role,
    },
    web::{Pages, answer, answer::Problem, assets, here::Here, shell::Shell, shown, visitor::Visitor},
};

#[derive(Template)]
#[template(path = "settings/member.html")]
pub(in crate::web) struct MemberPage {
    shell: Shell,
    who: Who,
    asks: Asked,
    /// Whether links can go by mail.
    mails: bool,
    problem: Option<String>,
}

/// What will happen, before it does.
#[derive(Template)]
#[template(path = "settings/remove_member.html")]
pub(in crate::web) struct RemovalPage {
    shell: Shell,
    who: Who,
    problem: Option<String>,
}

/// A member.
struct Who {
    id: Uuid,
    email: String,
    name: String,
    role: Role,
    campaigns: Option<Vec<i32>>,
    state: Badge,
    last: String,
    since: String,
    sessions: i64,
    is_me: bool,
}

impl Who {
    const fn role(&self) -> &'static str {
        self.role.name()
    }

    fn called(&self) -> &str {
        if self.name.is_empty() { &self.email } else { &self.name }
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/settings/members/{id}", get(show).post(change))
        .route("/settings/members/{id}/link", post(link))
        .route("/settings/members/{id}/sign-out", post(sign_out))
        .route("/settings/members/{id}/remove", get(ask).post(remove))
}

/// A member, and the form that says what they may do.
async fn find(pages: &Pages, session: &Session, id: Uuid) -> Result<(Who, Asked), Problem> {
    let tx = session.begin(&pages.database).await?;
    let rows = sql::member_rows().bind(&*tx, &session.tenant.0).all().await?;
    let mut campaigns = members::choices(&tx).await?;
    tx.commit().await?;
    let row = rows.iter().find(|row| row["id"].as_str() == Some(id.to_string().as_str()));
    let row = row.ok_or_else(|| Error::NotFound("There is no such member of this team.".to_owned()))?;
    let who = Who::new(id, row, session)?;
    for campaign in &mut campaigns {
        campaign.is_chosen = who.campaigns.as_ref().is_some_and(|some| some.contains(&campaign.id));
    }
    let sees_all = who.role == Role::Client && who.campaigns.is_none();
    let asks = Asked::new(who.role, campaigns, sees_all);
    Ok((who, asks))
}

impl Who {
    fn new(id: Uuid, row: &Value, session: &Session) -> Result<Self, Error> {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let number = |value: &Value| value.as_i64().and_then(|number| i32::try_from(number).ok());
        Ok(Self {
            id,
            email: text("email"),
            name: text("name"),
            role: Role::from_name(&text("role"))?,
            campaigns: row["campaigns"].as_array().map(|all| all.iter().filter_map(number).collect()),
            state: Badge(Standing::of(row)),
            last: shown::minute(&row["last_used"]),
            since: shown::minute(&row["joined_at"]),
            sessions: row["sessions"].as_i64().unwrap_or_default(),
            is_me: id == session.user,
        })
    }
}

async fn show(State(pages): State<Arc<Pages>>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (who, asks) = find(&pages, &visitor.session, id).await?;
    let (shell, mails) = (Shell::of(&visitor.session, "/settings"), pages.outward.mail.is_some());
    Ok(answer::page(&MemberPage { shell, who, asks, mails, problem: None }))
}

async fn change(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (session, fields) = (&visitor.session, Fields(fields));
    let (who, before) = find(&pages, session, id).await?;
    let asks = Asked::again(&fields, before.campaigns);
    let done = async {
        let (role, campaigns) = asks.chosen(&fields)?;
        changing(&pages, session).change(id, role, campaigns.as_deref()).await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to("/settings/members?did=changed").into_response()),
        Err(error) => {
            let (status, problem) = members::sentence(error)?;
            let (shell, mails) = (Shell::of(session, "/settings"), pages.outward.mail.is_some());
            Ok(answer::with_status(status, &MemberPage { shell, who, asks, mails, problem: Some(problem) }))
        }
    }
}

/// Makes a link, which is sent, or shown for the only time.
async fn link(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let fields = Fields(fields);
    let (who, _) = find(&pages, &visitor.session, id).await?;
    let made = changing(&pages, &visitor.session).link(id).await;
    let page = members::page(&pages, &visitor.session, None).await?;
    let (status, page) = match made {
        Ok(link) => {
            let text = link.text();
            let letter = Letter::Reset { link: &text, good_for: "three days" };
            let passed = members::pass_on(&pages, &here, who.email, &link, letter, fields.has("by", "mail")).await;
            (StatusCode::OK, page.with(passed))
        }
        Err(error) => page.refused(error)?,
    };
    Ok(answer::with_status(status, &page))
}

async fn sign_out(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<Uuid>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    changing(&pages, &visitor.session).sign_out(id).await?;
    Ok(Redirect::to("/settings/members?did=signed-out").into_response())
}

async fn ask(State(pages): State<Arc<Pages>>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (who, _) = find(&pages, &visitor.session, id).await?;
    Ok(answer::page(&RemovalPage { shell: Shell::of(&visitor.session, "/settings"), who, problem: None }))
}

async fn remove(State(pages): State<Arc<Pages>>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (who, _) = find(&pages, &visitor.session, id).await?;
    match changing(&pages, &visitor.session).remove(id).await {
        Ok(()) => Ok(Redirect::to("/settings/members?did=removed").into_response()),
        Err(error) => {
            let (status, problem) = members::sentence(error)?;
            let shell = Shell::of(&visitor.session, "/settings");
            Ok(answer::with_status(status, &RemovalPage { shell, who, problem: Some(problem) }))
        }
    }
}

fn changing<'a>(pages: &'a Pages, session: &Session) -> Members<'a> {
    Members::new(&pages.users, session.tenant, By::Owner(session.user))
}

#[cfg(test)]
impl Who {
    fn sample(role: Role, is_me: bool) -> Self {
        Self {
            id: Uuid::from_u128(1),
            email: "<b>@mail.example".to_owned(),
            name: if is_me { String::new() } else { "<b>Eva".to_owned() },
            role,
            campaigns: None,
            state: Badge(Standing::Invited),
            last: String::new(),
            since: "2026-11-20 11:24".to_owned(),
            sessions: i64::from(is_me),
            is_me,
        }
    }
}

#[cfg(test)]
impl MemberPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let page = |role, is_me, problem: Option<&str>| Self {
            shell: Shell::sample("/settings"),
            who: Who::sample(role, is_me),
            asks: Asked::new(role, Vec::new(), false),
            mails: is_me,
            problem: problem.map(str::to_owned),
        };
        vec![page(Role::Owner, true, Some("<b>no")), page(Role::Client, false, None)]
    }
}

#[cfg(test)]
impl RemovalPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let page = |is_me, problem: Option<&str>| Self {
            shell: Shell::sample("/settings"),
            who: Who::sample(Role::Viewer, is_me),
            problem: problem.map(str::to_owned),
        };
        vec![page(true, Some("<b>no")), page(false, None)]
    }
}
