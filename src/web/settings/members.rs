//! Who belongs to the tenant, and letting somebody in.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use clap::ValueEnum as _;
use queries::queries::{campaign_pages, sessions as sql};
use serde_json::Value;

use super::{Did, Fields, MEMBERS, Tabs};
use crate::{
    error::Error,
    mail::{Letter, Mailer},
    model::{
        members::{Added, By, Members, Standing},
        sessions::Session,
        tokens::Token,
        users::Role,
    },
    values,
    web::{
        Pages, answer,
        answer::Problem,
        assets,
        here::{Here, caution},
        shell::Shell,
        shown,
        visitor::Visitor,
    },
};

#[derive(Template)]
#[template(path = "settings/members.html")]
pub(in crate::web) struct MembersPage {
    shell: Shell,
    tabs: Tabs,
    is_owner: bool,
    rows: Vec<Row>,
    did: Option<&'static str>,
    /// A link that was made just now, for the only time.
    given: Option<Given>,
    /// To whom a link was sent just now.
    mailed: Option<String>,
    /// Whether links go by mail.
    mails: bool,
    asks: Asked,
    problem: Option<String>,
}

/// A link, and whom it is for.
pub(super) struct Given {
    email: String,
    link: String,
    /// Why it could not be sent.
    why: Option<String>,
}

impl Given {
    fn caution(&self) -> Option<&'static str> {
        caution(&self.link)
    }
}

/// How a link came to whom it is for.
pub(super) enum Passed {
    /// By mail.
    Mailed(String),
    /// By whoever made it, to whom it is shown.
    Shown(Given),
}

/// Sends a link, where mails can be sent and are wanted; shows it otherwise, also where the mail did not go.
pub(super) async fn pass_on(
    pages: &Pages,
    here: &Here,
    email: String,
    link: &Token,
    letter: Letter<'_>,
    wants_mail: bool,
) -> Passed {
    let why = match &pages.outward.mail {
        Some(mailer) if wants_mail => match send(pages, mailer, &email, letter).await {
            Ok(()) => return Passed::Mailed(email),
            Err(why) => Some(why),
        },
        _ => None,
    };
    Passed::Shown(Given { email, link: here.page(&format!("/link?token={}", *link.text())), why })
}

/// Sends a letter to somebody who has not had too many; why not, in words.
async fn send(pages: &Pages, mailer: &Mailer, email: &str, letter: Letter<'_>) -> Result<(), String> {
    pages.users.take_mail(email).await.map_err(|error| match error {
        Error::TooMany(why) => why,
        error => {
            tracing::warn!("whether a mail may go is not known: {error}");
            "it is not known whether it may go".to_owned()
        }
    })?;
    mailer.send(email, letter).await.map_err(|why| {
        tracing::warn!("a mail did not go: {why}");
        why.to_string()
    })
}

struct Row {
    id: String,
    email: String,
    name: String,
    role: &'static str,
    /// Of a client: to how many of the campaigns they are confined.
    campaigns: Option<String>,
    last: String,
    state: Badge,
    is_me: bool,
}

/// How a member stands, as its badge.
pub(super) struct Badge(pub(super) Standing);

impl Badge {
    pub(super) fn words(&self) -> String {
        shown::word(self.0.word())
    }

    pub(super) const fn class(&self) -> &'static str {
        match self.0 {
            Standing::Active => "good",
            Standing::Invited => "hollow",
            Standing::Disabled => "bad",
        }
    }
}

/// What a form says of a member.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) email: String,
    pub(super) name: String,
    pub(super) roles: Vec<RoleChoice>,
    pub(super) campaigns: Vec<CampaignChoice>,
    /// Whether a client sees all campaigns.
    pub(super) all: bool,
}

pub(super) struct RoleChoice {
    pub(super) value: &'static str,
    pub(super) words: &'static str,
    pub(super) is_chosen: bool,
}

pub(super) struct CampaignChoice {
    pub(super) id: i32,
    pub(super) name: String,
    pub(super) is_chosen: bool,
}

pub(super) const fn may(role: Role) -> &'static str {
    match role {
        Role::Owner => "Owner: everything",
        Role::Editor => "Editor: all but these settings",
        Role::Viewer => "Viewer: reads and downloads",
        Role::Client => "Client: reads chosen campaigns, and who engaged most with them",
    }
}

impl Asked {
    /// A form for somebody who may do this.
    pub(super) fn new(role: Role, campaigns: Vec<CampaignChoice>, all: bool) -> Self {
        let order = [Role::Editor, Role::Viewer, Role::Client, Role::Owner];
        let roles = order
            .into_iter()
            .map(|one| RoleChoice { value: one.name(), words: may(one), is_chosen: one == role })
            .collect();
        Self { roles, campaigns, all, ..Self::default() }
    }

    /// The form as it was sent.
    pub(super) fn again(fields: &Fields, mut campaigns: Vec<CampaignChoice>) -> Self {
        let role = Role::from_str(fields.first("role"), false).unwrap_or(Role::Editor);
        for campaign in &mut campaigns {
            campaign.is_chosen = fields.has("campaign", &campaign.id.to_string());
        }
        let mut form = Self::new(role, campaigns, fields.has("all", "yes"));
        fields.first("email").clone_into(&mut form.email);
        fields.first("name").clone_into(&mut form.name);
        form
    }

    /// The role and the campaigns of a client that were chosen.
    pub(super) fn chosen(&self, fields: &Fields) -> Result<(Role, Option<Vec<i32>>), Error> {
        let role = Role::from_str(fields.first("role"), false)
            .map_err(|_| Error::invalid("Choose what they may do: one of the roles."))?;
        if role != Role::Client || self.all {
            return Ok((role, None));
        }
        let chosen: Vec<i32> = self.campaigns.iter().filter(|one| one.is_chosen).map(|one| one.id).collect();
        if chosen.is_empty() {
            return Err(Error::invalid("Choose the campaigns that a client sees, or all of them."));
        }
        Ok((role, Some(chosen)))
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route(MEMBERS.path, get(list).post(invite))
}

async fn list(State(pages): State<Arc<Pages>>, visitor: Visitor, Query(did): Query<Did>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let mut page = page(&pages, &visitor.session, None).await?;
    page.did = did.sentence();
    Ok(answer::page(&page))
}

/// The page, with a form that is as it was sent, or new.
pub(super) async fn page(pages: &Pages, session: &Session, fields: Option<&Fields>) -> Result<MembersPage, Problem> {
    let is_owner = session.role == Role::Owner;
    let tx = session.begin(&pages.database).await?;
    let rows = sql::member_rows().bind(&*tx, &session.tenant.0).all().await?;
    let campaigns = if is_owner { choices(&tx).await? } else { Vec::new() };
    tx.commit().await?;
    Ok(MembersPage {
        shell: Shell::of(session, "/settings"),
        tabs: Tabs::of(session, MEMBERS),
        is_owner,
        rows: rows.iter().map(|row| Row::new(row, session)).collect(),
        did: None,
        given: None,
        mailed: None,
        mails: pages.outward.mail.is_some(),
        asks: match fields {
            Some(fields) => Asked::again(fields, campaigns),
            None => Asked::new(Role::Editor, campaigns, false),
        },
        problem: None,
    })
}

/// All campaigns, of which none is chosen yet.
pub(super) async fn choices(tx: &crate::db::TenantTx) -> Result<Vec<CampaignChoice>, Error> {
    let all = campaign_pages::campaign_choices().bind(&**tx).all().await?;
    Ok(all.into_iter().map(|one| CampaignChoice { id: one.id, name: one.name, is_chosen: false }).collect())
}

impl Row {
    fn new(row: &Value, session: &Session) -> Self {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let role = Role::from_name(&text("role")).unwrap_or(Role::Client);
        let campaigns = (role == Role::Client).then(|| match row["campaigns"].as_array() {
            Some(some) => shown::counted(i64::try_from(some.len()).unwrap_or(i64::MAX), "campaign", "campaigns"),
            None => "all campaigns".to_owned(),
        });
        Self {
            email: text("email"),
            name: text("name"),
            role: role.name(),
            campaigns,
            last: shown::minute(&row["last_used"]),
            state: Badge(Standing::of(row)),
            is_me: text("id") == session.user.to_string(),
            id: text("id"),
        }
    }
}

/// Lets somebody in.
async fn invite(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (session, fields) = (&visitor.session, Fields(fields));
    let mut again = page(&pages, session, Some(&fields)).await?;
    let done = async {
        let (role, campaigns) = again.asks.chosen(&fields)?;
        let name = match fields.first("name").trim() {
            "" => String::new(),
            name => values::name(name).map_err(Error::invalid)?,
        };
        let members = Members::new(&pages.users, session.tenant, By::Owner(session.user));
        members.add((fields.first("email"), &name), role, campaigns.as_deref()).await
    };
    let team = session.team.as_str();
    match done.await {
        Ok(Added { link: Some(link), email, .. }) => {
            let text = link.text();
            let letter = Letter::Invitation { team, link: &text };
            let passed = pass_on(&pages, &here, email, &link, letter, true).await;
            Ok(answer::page(&page(&pages, session, None).await?.with(passed)))
        }
        Ok(Added { email, .. }) => {
            let told = match &pages.outward.mail {
                Some(mailer) => send(&pages, mailer, &email, Letter::Welcome { team }).await.is_ok(),
                None => false,
            };
            let did = if told { "told" } else { "added" };
            Ok(Redirect::to(&format!("/settings/members?did={did}")).into_response())
        }
        Err(error) => {
            let (status, problem) = sentence(error)?;
            again.problem = Some(problem);
            Ok(answer::with_status(status, &again))
        }
    }
}

/// What is said beside a form of an error that whoever sent it can mend; all others are pages of their own.
pub(super) fn sentence(error: Error) -> Result<(StatusCode, String), Problem> {
    match error {
        Error::Invalid(_) | Error::Conflict(_) | Error::Forbidden(_) => {
            Ok((error.status(), shown::sentence(&error.to_string())))
        }
        other => Err(other.into()),
    }
}

impl MembersPage {
    /// The page with what became of a link that was made.
    pub(super) fn with(mut self, passed: Passed) -> Self {
        match passed {
            Passed::Mailed(email) => self.mailed = Some(email),
            Passed::Shown(given) => self.given = Some(given),
        }
        self
    }

    /// The page with what went wrong.
    pub(super) fn refused(mut self, error: Error) -> Result<(StatusCode, Self), Problem> {
        let (status, problem) = sentence(error)?;
        self.problem = Some(problem);
        Ok((status, self))
    }
}

#[cfg(test)]
impl MembersPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let row = |role, campaigns: Option<&str>, state, is_me| Row {
            id: "x".to_owned(),
            email: "<b>@mail.example".to_owned(),
            name: "<b>".to_owned(),
            role,
            campaigns: campaigns.map(str::to_owned),
            last: String::new(),
            state,
            is_me,
        };
        let choice = |is_chosen| CampaignChoice { id: 1, name: "\"><b>".to_owned(), is_chosen };
        let page = |is_owner, given: Option<Given>, problem: Option<&str>| Self {
            shell: Shell::sample("/settings"),
            tabs: Tabs::sample(MEMBERS),
            is_owner,
            rows: vec![
                row("owner", None, Badge(Standing::Active), true),
                row("client", Some("2 campaigns"), Badge(Standing::Invited), false),
                row("viewer", None, Badge(Standing::Disabled), false),
            ],
            did: Some("It is saved."),
            mailed: problem.map(str::to_owned),
            mails: given.is_some(),
            given,
            asks: Asked {
                email: "\"><b>".to_owned(),
                ..Asked::new(Role::Client, vec![choice(true), choice(false)], false)
            },
            problem: problem.map(str::to_owned),
        };
        let given = Given {
            email: "<b>".to_owned(),
            link: "http://127.0.0.1/link?token=\"><b>".to_owned(),
            why: Some("<b>".to_owned()),
        };
        vec![page(false, None, None), page(true, Some(given), None), page(true, None, Some("<b>no"))]
    }
}
