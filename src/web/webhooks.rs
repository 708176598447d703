//! Webhooks that come in: who may deliver, what came, what became of each, and once more what somebody has mended.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use jiff::{Timestamp, tz::TimeZone};
use queries::queries::{
    connection_pages::{self as pages_sql, Deliveries},
    webhooks as sql,
};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    connections::{Badge, text},
    lists::{self, Choice},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    hooks::process,
    model::{
        users::Role,
        webhooks::{Kind, what_became},
    },
};

mod add;
mod show;

#[cfg(test)]
pub(super) use {
    add::AddPage,
    show::{DeletePage, ShowPage},
};

/// Deliveries on a page.
const PAGE: usize = 50;
const STATES: [&str; 4] = ["pending", "failed", "dead", "delivered"];

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    state: String,
    source: String,
    after: String,
    did: String,
}

impl Wanted {
    fn state(&self) -> Option<&str> {
        Some(self.state.as_str()).filter(|state| STATES.contains(state))
    }

    fn after(&self) -> Option<(Timestamp, Uuid)> {
        let (at, id) = self.after.split_once('~')?;
        Some((at.parse().ok()?, Uuid::parse_str(id).ok()?))
    }

    fn query(&self, after: &str) -> String {
        lists::query([("state", &*self.state), ("source", &self.source), ("after", after)])
    }
}

#[derive(Template)]
#[template(path = "webhooks/inbox.html")]
pub(super) struct InboxPage {
    shell: Shell,
    did: Option<&'static str>,
    sources: Vec<Source>,
    states: Vec<Choice>,
    choices: Vec<Choice>,
    is_filtered: bool,
    export: String,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Source {
    id: String,
    name: String,
    kind: &'static str,
    connection: String,
    badge: Badge,
    last: String,
    waiting: i64,
    dead: i64,
}

struct Row {
    id: Uuid,
    when: String,
    source: String,
    delivery: String,
    badge: Badge,
    attempts: String,
    became: String,
    can_be_replayed: bool,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/webhooks", get(inbox).post(add::add))
        .route("/webhooks.csv", get(export))
        .route("/webhooks/new", get(add::ask))
        .route("/webhooks/{id}", get(show::show))
        .route("/webhooks/{id}/active", post(show::activate))
        .route("/webhooks/{id}/secret", post(show::rotate))
        .route("/webhooks/{id}/delete", get(show::ask_delete).post(show::delete))
        .route("/webhooks/deliveries/{id}/replay", post(replay))
}

/// There is one answer for a source that never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such webhook, or it was deleted.".to_owned())
}

fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

/// How a source stands, by its row.
fn stands(row: &Value) -> Badge {
    if row["is_active"] == true { Badge::new("good", "Takes") } else { Badge::new("hollow", "Refuses") }
}

const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::LinkedIn => "LinkedIn's hints",
        Kind::Apify => "Apify's hints",
        Kind::Generic => "Engagements, signed",
    }
}

fn badge(state: &str) -> Badge {
    match state {
        "delivered" => Badge::new("good", "Done"),
        "failed" => Badge::new("warn", "Tried again"),
        "dead" => Badge::new("bad", "Given up"),
        _ => Badge::new("hollow", "Waits"),
    }
}

async fn inbox(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let sources = sql::webhook_source_rows().bind(&*tx).all().await?;
    let rows = find(&tx, &wanted, i64::try_from(PAGE + 1).unwrap_or(i64::MAX)).await?;
    tx.commit().await?;
    Ok(answer::page(&InboxPage::new(Shell::of(&visitor.session, "/connections"), &wanted, &sources, rows)))
}

/// Deliveries of a filter, from a place on.
async fn find(tx: &TenantTx, wanted: &Wanted, most: i64) -> Result<Vec<Deliveries>, Error> {
    let (at, id) = wanted.after().unzip();
    let source = Uuid::parse_str(&wanted.source).ok();
    Ok(pages_sql::deliveries().bind(&**tx, &wanted.state(), &source, &id, &at, &most).all().await?)
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &Wanted { after: String::new(), ..wanted }, i64::MAX).await?;
    tx.commit().await?;
    Ok(sheet(rows)?)
}

/// Rows for a spreadsheet; times are of UTC.
fn sheet(rows: Vec<Deliveries>) -> Result<Response, Error> {
    let header = ["Came", "Webhook", "Delivery", "State", "Attempts", "What became of it", "Done"];
    let cells = |row: Deliveries| {
        let became = what_became(&json!({"error": row.error, "outcome": row.outcome}));
        vec![
            shown::utc(row.received_at),
            row.webhook,
            row.delivery_id,
            badge(&row.state).words.to_owned(),
            row.attempts.to_string(),
            became,
            row.processed_at.map(shown::utc).unwrap_or_default(),
        ]
    };
    answer::sheet("webhook-deliveries.csv", &header, rows.into_iter().map(cells))
}

impl InboxPage {
    fn new(shell: Shell, wanted: &Wanted, sources: &[Value], mut rows: Vec<Deliveries>) -> Self {
        let zone = shell.clock();
        let is_last = rows.len() <= PAGE;
        rows.truncate(PAGE);
        let last = rows.last().filter(|_| !is_last);
        let next = last.map(|row| wanted.query(&format!("{}~{}", row.received_at, row.id)));
        let choices = sources.iter().map(|row| Choice::new(text(row, "id"), text(row, "name"), &wanted.source));
        Self {
            did: lists::done(&wanted.did),
            sources: sources.iter().map(|row| Source::new(row, &zone)).collect(),
            states: STATES.map(|state| Choice::new(state, badge(state).words, &wanted.state)).into(),
            choices: choices.collect(),
            is_filtered: wanted.state().is_some() || !wanted.source.is_empty(),
            export: wanted.query(""),
            first: wanted.after().map(|_| wanted.query("")),
            next,
            rows: rows.into_iter().map(|row| Row::new(row, &zone)).collect(),
            shell,
        }
    }
}

impl Source {
    fn new(row: &Value, zone: &TimeZone) -> Self {
        let kind = Kind::from_name(row["kind"].as_str().unwrap_or_default()).map(kind_words);
        Self {
            id: text(row, "id"),
            name: text(row, "name"),
            kind: kind.unwrap_or_default(),
            connection: text(row, "connection"),
            badge: stands(row),
            last: shown::at(&row["last_delivery"], zone),
            waiting: row["waiting"].as_i64().unwrap_or_default(),
            dead: row["dead"].as_i64().unwrap_or_default(),
        }
    }
}

impl Row {
    fn new(row: Deliveries, zone: &TimeZone) -> Self {
        let became = what_became(&json!({"error": row.error, "outcome": row.outcome}));
        let again = (row.state == "failed").then(|| format!("; again {}", shown::moment(row.next_attempt, zone, true)));
        Self {
            id: row.id,
            when: shown::moment(row.received_at, zone, true),
            source: row.webhook,
            delivery: row.delivery_id,
            badge: badge(&row.state),
            attempts: shown::count(i64::from(row.attempts)),
            became: became + &again.unwrap_or_default(),
            can_be_replayed: row.can_be_replayed,
        }
    }
}

/// Works a delivery through once more.
async fn replay(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let nothing = || Error::NotFound("There is no such delivery, or it is forgotten.".to_owned());
    let id = Uuid::parse_str(&id).map_err(|_| nothing())?;
    process::replay(&pages.database, visitor.session.tenant, id).await.map_err(answer::absent(nothing))?;
    Ok(Redirect::to("/webhooks?did=replayed").into_response())
}

#[cfg(test)]
impl InboxPage {
    pub(super) fn samples() -> Vec<Self> {
        let row = |state: &str| Deliveries {
            id: Uuid::nil(),
            webhook: "<b>".to_owned(),
            kind: "generic".to_owned(),
            delivery_id: "<b>".to_owned(),
            state: state.to_owned(),
            attempts: 2,
            next_attempt: Timestamp::UNIX_EPOCH,
            received_at: Timestamp::UNIX_EPOCH,
            processed_at: None,
            outcome: None,
            error: Some("<b>".to_owned()),
            can_be_replayed: true,
        };
        let source = json!({"id": "\"><b>", "name": "<b>", "kind": "apify", "connection": "<b>", "is_active": true, "waiting": 2, "dead": 1});
        let page =
            |wanted: &Wanted, sources: &[Value], rows| Self::new(Shell::sample("/connections"), wanted, sources, rows);
        let filtered = Wanted { state: "dead".to_owned(), source: "\"><b>".to_owned(), ..Wanted::default() };
        vec![
            page(&Wanted::default(), &[], Vec::new()),
            page(&filtered, std::slice::from_ref(&source), Vec::new()),
            page(&filtered, &[source], STATES.map(row).into()),
        ]
    }
}
