//! Schedules: what comes again, until somebody pauses or deletes it.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use jiff::tz::TimeZone;
use queries::queries::jobs as sql;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    connections::{Badge, Did, text},
    fields::Fields,
    jobs::{about, kind_words, state_badge},
    lists,
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    error::Error,
    model::{
        jobs::{self, schedules},
        users::Role,
    },
};

#[derive(Template)]
#[template(path = "schedules/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    name: String,
    what: &'static str,
    about: String,
    every: String,
    is_active: bool,
    next: String,
    connection: String,
    cost: String,
    last: Option<(String, Badge)>,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/schedules", get(list))
        .route("/schedules/{id}/active", post(activate))
        .route("/schedules/{id}/delete", post(delete))
}

fn nothing() -> Error {
    Error::NotFound("There is no such schedule, or it was deleted.".to_owned())
}

/// "6 hours", "2 days", by the largest unit that it is whole in.
fn span(seconds: i64) -> String {
    let units =
        [(86_400, "day", "days"), (3_600, "hour", "hours"), (60, "minute", "minutes"), (1, "second", "seconds")];
    let unit = units.into_iter().find(|(unit, ..)| seconds % unit == 0);
    unit.map(|(unit, one, many)| shown::counted(seconds / unit, one, many)).unwrap_or_default()
}

async fn list(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Query(did): Query<Did>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = sql::schedule_items().bind(&*tx, &None).all().await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/connections");
    let zone = shell.clock();
    let rows = rows.iter().map(|row| Row::new(row, &zone)).collect();
    Ok(answer::page(&ListPage { shell, did: lists::done(&did.did), rows }))
}

impl Row {
    fn new(row: &Value, zone: &TimeZone) -> Self {
        let last = row["last_job_id"].as_str().zip(row["last_job_state"].as_str());
        Self {
            id: text(row, "id"),
            name: text(row, "name"),
            what: kind_words(row["kind"].as_str().unwrap_or_default()),
            about: about(&row["input"]),
            every: span(row["every_s"].as_i64().unwrap_or_default()),
            is_active: row["is_active"] == true,
            next: shown::at(&row["next_run_at"], zone),
            connection: text(row, "connection"),
            cost: shown::amount(jobs::may_cost(row["kind"].as_str().unwrap_or_default(), row["cost_limit"].as_f64())),
            last: last.map(|(id, state)| (id.to_owned(), state_badge(state))),
        }
    }
}

async fn activate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = Uuid::parse_str(&id).map_err(|_| nothing())?;
    let is_active = Fields::parse(&body).one("active") == "yes";
    let tx = visitor.session.begin(&pages.database).await?;
    let said: Map<String, Value> = [("is_active".to_owned(), is_active.into())].into_iter().collect();
    schedules::change(&tx, id, said).await.map_err(there)?;
    tx.commit().await?;
    let did = if is_active { "resumed" } else { "paused" };
    Ok(Redirect::to(&format!("/schedules?did={did}")).into_response())
}

async fn delete(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = Uuid::parse_str(&id).map_err(|_| nothing())?;
    let tx = visitor.session.begin(&pages.database).await?;
    schedules::delete(&tx, id).await.map_err(there)?;
    tx.commit().await?;
    Ok(Redirect::to("/schedules?did=unscheduled").into_response())
}

/// The model's words for what is not there are a program's.
fn there(error: Error) -> Error {
    if matches!(error, Error::NotFound(_)) { nothing() } else { error }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let row = |is_active: bool| {
            let row = serde_json::json!({
                "id": "\"><b>", "name": "<b>", "kind": "sync", "input": {"url": "<b>"}, "every_s": 86_400, "is_active": is_active,
                "next_run_at": "2026-11-27T10:00:00Z", "connection": "<b>", "cost_limit": 5, "last_job_id": "\"><b>", "last_job_state": "failed",
            });
            Row::new(&row, &TimeZone::UTC)
        };
        let page = |rows| Self { shell: Shell::sample("/connections"), did: None, rows };
        vec![page(Vec::new()), page(vec![row(true), row(false)])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_is_said_in_its_largest_unit() {
        let all =
            [(86_400, "1\u{a0}day"), (172_800, "2\u{a0}days"), (21_600, "6\u{a0}hours"), (5_400, "90\u{a0}minutes")];
        for (seconds, words) in all {
            assert_eq!(span(seconds), words);
        }
    }
}
