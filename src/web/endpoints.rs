//! Endpoints: where the team's own systems are told of what happens.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Query, State as Pool},
    response::Response,
    routing::{get, post},
};
use clap::ValueEnum as _;
use jiff::tz::TimeZone;
use queries::queries::endpoints as sql;
use serde_json::Value;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    connections::{Badge, Did, sentence, text},
    fields::Fields,
    lists,
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    error::Error,
    model::{
        endpoints::{self, EndpointEvent, New, Sealing},
        users::Role,
    },
    values::{self, word},
};

mod delete;
mod delivery;
mod show;

#[cfg(test)]
pub(super) use {delete::DeletePage, delivery::DeliveryPage, show::ShowPage};

#[derive(Template)]
#[template(path = "endpoints/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    name: String,
    url: String,
    badge: Badge,
    tells: String,
    waiting: String,
    dead: String,
    last: String,
}

#[derive(Template)]
#[template(path = "endpoints/add.html")]
pub(super) struct AddPage {
    shell: Shell,
    problem: Option<String>,
    typed: Typed,
}

/// What is said of an endpoint in a form.
struct Typed {
    name: String,
    url: String,
    is_everything: bool,
    events: Vec<EventChoice>,
}

struct EventChoice {
    value: String,
    words: String,
    is_chosen: bool,
}

impl Typed {
    fn new(name: &str, url: &str, is_everything: bool, has: impl Fn(&str) -> bool) -> Self {
        let events = EndpointEvent::OFFERED.map(|event| {
            let value = word(&event);
            EventChoice { is_chosen: has(&value), words: event.words(), value }
        });
        Self { name: name.to_owned(), url: url.to_owned(), is_everything, events: events.into() }
    }

    fn of_form(fields: &Fields) -> Self {
        let has = |event: &str| fields.has("event", event);
        Self::new(fields.one("name"), fields.one("url"), fields.one("which") != "some", has)
    }

    fn of_row(row: &Value) -> Self {
        let events: Vec<&str> = row["events"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        Self::new(&text(row, "name"), &text(row, "url"), events.is_empty(), |event| events.contains(&event))
    }

    /// The name and the events that were chosen; none: everything.
    fn chosen(&self) -> Result<(String, Vec<EndpointEvent>), Error> {
        let name = values::name(&self.name).map_err(Error::invalid)?;
        if self.is_everything {
            return Ok((name, Vec::new()));
        }
        let chosen = self.events.iter().filter(|event| event.is_chosen);
        let events: Vec<_> = chosen.filter_map(|event| EndpointEvent::from_str(&event.value, false).ok()).collect();
        if events.is_empty() {
            return Err(Error::invalid("choose what it is told of, or everything"));
        }
        Ok((name, events))
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/endpoints", get(list).post(add))
        .route("/endpoints/new", get(ask))
        .route("/endpoints/{id}", get(show::show).post(show::change))
        .route("/endpoints/{id}/test", post(show::test))
        .route("/endpoints/{id}/active", post(show::activate))
        .route("/endpoints/{id}/secret", post(show::rotate))
        .route("/endpoints/{id}/delete", get(delete::ask).post(delete::delete))
        .route("/endpoints/{id}/deliveries/{delivery}", get(delivery::show))
        .route("/endpoints/{id}/deliveries/{delivery}/replay", post(delivery::replay))
}

/// There is one answer for an endpoint that never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such endpoint, or it was deleted.".to_owned())
}

fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

/// How an endpoint stands, by its row.
fn badge(row: &Value) -> Badge {
    match (row["is_active"] == true, row["trouble"].is_string(), row["failures"].as_i64()) {
        (false, true, _) => Badge::new("bad", "Switched off"),
        (false, false, _) => Badge::new("hollow", "Paused"),
        (true, _, Some(1..)) => Badge::new("warn", "Failing"),
        (true, ..) => Badge::new("good", "Active"),
    }
}

/// How a delivery stands.
fn state_badge(state: &str) -> Badge {
    match state {
        "delivered" => Badge::new("good", "Taken"),
        "failed" => Badge::new("warn", "Tried again"),
        "dead" => Badge::new("bad", "Given up"),
        _ => Badge::new("hollow", "Waits"),
    }
}

/// What it is told of, in few words.
fn tells(row: &Value) -> String {
    let events: Vec<&str> = row["events"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if events.is_empty() { "Everything".to_owned() } else { events.join(", ") }
}

async fn list(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Query(did): Query<Did>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = sql::endpoint_items().bind(&*tx, &None).all().await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/connections");
    let zone = shell.clock();
    let rows = rows.iter().map(|row| Row::new(row, &zone)).collect();
    Ok(answer::page(&ListPage { shell, did: lists::done(&did.did), rows }))
}

impl Row {
    fn new(row: &Value, zone: &TimeZone) -> Self {
        Self {
            id: text(row, "id"),
            name: text(row, "name"),
            url: text(row, "url"),
            badge: badge(row),
            tells: tells(row),
            waiting: shown::maybe_count(row["waiting"].as_i64()),
            dead: shown::maybe_count(row["dead"].as_i64()),
            last: shown::at(&row["last_success"], zone),
        }
    }
}

async fn ask(visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let typed = Typed::new("", "", true, |_| false);
    Ok(answer::page(&AddPage { shell: Shell::of(&visitor.session, "/connections"), problem: None, typed }))
}

/// Adds an endpoint; its page, with the secret, which is shown this once.
async fn add(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let typed = Typed::of_form(&Fields::parse(&body));
    let done = async {
        let (name, events) = typed.chosen()?;
        let tx = visitor.session.begin(&pages.database).await?;
        let allowed = &pages.outward.endpoint_origins;
        let made = endpoints::add(pages.sealing(), &tx, allowed, (&name, &typed.url), &events).await?;
        tx.commit().await?;
        Ok(made)
    };
    match done.await {
        Ok(New { id, secret }) => Ok(answer::page(&show::with_secret(&pages, &visitor, id, &secret).await?)),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let shell = Shell::of(&visitor.session, "/connections");
            Ok(answer::with_status(status, &AddPage { shell, problem: Some(problem), typed }))
        }
    }
}

impl Pages {
    fn sealing(&self) -> Sealing<'_> {
        Sealing { database: &self.database, keyring: &self.keyring }
    }
}

/// An endpoint of which everything is known.
#[cfg(test)]
fn sample() -> Value {
    serde_json::json!({
        "id": "00000000-0000-0000-0000-000000000000", "name": "</title><b>", "url": "https://hooks.example/\"><b>",
        "events": ["person.entered", "<b>"], "is_active": false, "trouble": "<b>", "failures": 12, "failing_since": "2026-11-27T10:00:00Z",
        "last_success": "2026-11-27T10:00:00Z", "previous_until": "2026-11-28T10:00:00Z", "waiting": 3, "dead": 1,
    })
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |rows: &[Value]| {
            let shell = Shell::sample("/connections");
            let zone = shell.clock();
            Self { rows: rows.iter().map(|row| Row::new(row, &zone)).collect(), shell, did: None }
        };
        vec![page(&[]), page(&[sample(), serde_json::json!({"name": "<b>", "is_active": true})])]
    }
}

#[cfg(test)]
impl AddPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |problem: Option<&str>, typed| Self {
            shell: Shell::sample("/connections"),
            problem: problem.map(str::to_owned),
            typed,
        };
        vec![page(None, Typed::new("", "", true, |_| false)), page(Some("<b>"), Typed::of_row(&sample()))]
    }
}
