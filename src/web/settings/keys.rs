//! Keys for programs: which there are, a new one, and the end of one.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use clap::ValueEnum as _;
use queries::queries::api_keys as sql;
use serde_json::Value;
use uuid::Uuid;

use super::{Did, Fields, KEYS, Tabs, members};
use crate::{
    error::Error,
    model::{
        api_keys::{self, New, Scope},
        sessions::Session,
        users::Role,
    },
    values,
    web::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
};

/// Days until a key ends by itself, at most.
const LONGEST: i32 = 3650;

#[derive(Template)]
#[template(path = "settings/keys.html")]
pub(in crate::web) struct KeysPage {
    shell: Shell,
    tabs: Tabs,
    rows: Vec<Row>,
    /// Whether those that have ended are shown too.
    all: bool,
    did: Option<&'static str>,
    /// A key that was made just now, whole, for the only time.
    made: Option<Made>,
    asks: Asked,
    problem: Option<String>,
}

struct Made {
    name: String,
    key: String,
}

struct Row {
    id: String,
    name: String,
    prefix: String,
    scopes: String,
    created: String,
    used: String,
    ends: String,
    state: String,
}

impl Row {
    fn new(row: &Value) -> Self {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let scopes: Vec<&str> = row["scopes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        Self {
            id: text("id"),
            name: text("name"),
            prefix: text("prefix"),
            scopes: scopes.join(", "),
            created: shown::minute(&row["created_at"]),
            used: shown::minute(&row["last_used"]),
            ends: shown::minute(&row["expires_at"]),
            state: text("state"),
        }
    }

    fn is_good(&self) -> bool {
        self.state == "good"
    }
}

/// The form of a new key.
struct Asked {
    name: String,
    days: String,
    scopes: Vec<ScopeChoice>,
}

struct ScopeChoice {
    value: &'static str,
    words: &'static str,
    is_chosen: bool,
}

impl Asked {
    fn new(fields: &Fields) -> Self {
        let words = |scope| match scope {
            Scope::Read => "Read everything but the audit log",
            Scope::Write => "Create, change and delete",
            Scope::Ingest => "Bring engagements, and nothing else",
            Scope::Audit => "Read the audit log: who did what, and from where",
        };
        let scopes = Scope::value_variants().iter().map(|scope| ScopeChoice {
            value: scope.name(),
            words: words(*scope),
            is_chosen: fields.has("scope", scope.name()),
        });
        Self { name: fields.first("name").to_owned(), days: fields.first("days").to_owned(), scopes: scopes.collect() }
    }

    /// The name, the scopes and the days that were chosen.
    fn chosen(&self) -> Result<(String, Vec<Scope>, Option<i32>), Error> {
        let name = values::name(&self.name).map_err(Error::invalid)?;
        let chosen = self.scopes.iter().filter(|scope| scope.is_chosen);
        let scopes: Vec<Scope> = chosen.filter_map(|scope| Scope::from_str(scope.value, false).ok()).collect();
        if scopes.is_empty() {
            return Err(Error::invalid("Choose what the key may do."));
        }
        let days = match self.days.trim() {
            "" => None,
            text => Some(text.parse().ok().filter(|days| (1..=LONGEST).contains(days)).ok_or_else(|| {
                Error::invalid(format!("A key ends after 1 to {LONGEST} days, or, where nothing is said, never."))
            })?),
        };
        Ok((name, scopes, days))
    }
}

#[derive(serde::Deserialize)]
struct Wanted {
    #[serde(default)]
    all: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route(KEYS.path, get(list).post(make)).route("/settings/keys/{id}/revoke", post(revoke))
}

async fn list(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
    Query(did): Query<Did>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let mut page = page(&pages, &visitor.session, !wanted.all.is_empty(), &Fields(Vec::new())).await?;
    page.did = did.sentence();
    Ok(answer::page(&page))
}

async fn page(pages: &Pages, session: &Session, all: bool, fields: &Fields) -> Result<KeysPage, Problem> {
    let tx = session.begin(&pages.database).await?;
    let rows = sql::api_key_rows().bind(&*tx, &all).all().await?;
    tx.commit().await?;
    Ok(KeysPage {
        shell: Shell::of(session, "/settings"),
        tabs: Tabs::of(session, KEYS),
        rows: rows.iter().map(Row::new).collect(),
        all,
        did: None,
        made: None,
        asks: Asked::new(fields),
        problem: None,
    })
}

async fn make(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (session, fields) = (&visitor.session, Fields(fields));
    let asks = Asked::new(&fields);
    let made = async {
        let (name, scopes, days) = asks.chosen()?;
        let tx = session.begin(&pages.database).await?;
        let New { key, .. } = api_keys::add(&tx, &name, &scopes, days).await?;
        tx.commit().await?;
        Ok::<_, Error>(Made { name, key: key.to_string() })
    };
    match made.await {
        Ok(made) => {
            let mut page = page(&pages, session, false, &Fields(Vec::new())).await?;
            page.made = Some(made);
            Ok(answer::page(&page))
        }
        Err(error) => {
            let error = match error {
                // The database's sentence ends with a command.
                Error::Conflict(_) => Error::Conflict(
                    "A key of this name exists already; choose another name, or revoke it first.".to_owned(),
                ),
                other => other,
            };
            let (status, problem) = members::sentence(error)?;
            let mut page = page(&pages, session, false, &fields).await?;
            page.problem = Some(problem);
            Ok(answer::with_status(status, &page))
        }
    }
}

async fn revoke(State(pages): State<Arc<Pages>>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let revoked = sql::revoke_api_key_itself().bind(&*tx, &id).opt().await?;
    tx.commit().await?;
    revoked.ok_or_else(|| Error::NotFound("There is no such key of this team, or it has ended already.".to_owned()))?;
    Ok(Redirect::to("/settings/keys?did=revoked").into_response())
}

#[cfg(test)]
impl KeysPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let row = |state: &str| Row {
            id: "x".to_owned(),
            name: "<b>Warehouse".to_owned(),
            prefix: "rapport_1a2b3c4d".to_owned(),
            scopes: "read, write".to_owned(),
            created: "2026-11-20 11:24".to_owned(),
            used: String::new(),
            ends: String::new(),
            state: state.to_owned(),
        };
        let fields = Fields(vec![("name".to_owned(), "\"><b>".to_owned()), ("scope".to_owned(), "read".to_owned())]);
        let page = |rows, made, problem: Option<&str>| Self {
            shell: Shell::sample("/settings"),
            tabs: Tabs::sample(KEYS),
            rows,
            all: true,
            did: None,
            made,
            asks: Asked::new(&fields),
            problem: problem.map(str::to_owned),
        };
        let made = Made { name: "<b>".to_owned(), key: "rapport_1a2b3c4d.\"><b>".to_owned() };
        vec![
            page(Vec::new(), None, None),
            page(vec![row("good"), row("revoked"), row("ended")], Some(made), Some("<b>no")),
        ]
    }
}
