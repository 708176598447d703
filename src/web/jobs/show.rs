//! One job: how far it is, what it did step by step, what went wrong, and what it cost.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::tz::TimeZone;
use queries::queries::jobs::{self as sql, JobCalls};
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        connections::{Badge, Did, dollars, text},
        lists,
        shell::Shell,
        shown::{self, Bar},
        visitor::Visitor,
    },
    about, goes_on, progress, state_badge, what,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{jobs, users::Role},
};

/// Calls that are shown.
const CALLS: i64 = 50;
/// Addresses that are shown.
const ADDRESSES: usize = 20;

#[derive(Template)]
#[template(path = "jobs/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: Uuid,
    what: &'static str,
    about: String,
    connection: Option<(String, String)>,
    facts: Vec<(&'static str, String)>,
    addresses: Vec<(String, Option<String>)>,
    more: usize,
    badge: Badge,
    goes_on: bool,
    progress: Option<(Bar, String)>,
    error: String,
    can_retry: bool,
    can_cancel: bool,
    figures: Vec<(&'static str, String, String)>,
    steps: Vec<Step>,
    calls: Vec<Call>,
}

struct Step {
    when: String,
    what: String,
    note: String,
    is_key: bool,
}

struct Call {
    when: String,
    endpoint: String,
    status: String,
    is_bad: bool,
    latency: String,
    cost: String,
    error: String,
}

fn nothing() -> Error {
    Error::NotFound("There is no such job.".to_owned())
}

fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

/// The row of a job and its calls; mails of the accounts stand in the same queue and are nobody's to see.
async fn find(tx: &TenantTx, id: Uuid) -> Result<(Value, Vec<JobCalls>), Error> {
    let row = sql::job_row().bind(&**tx, &id).opt().await?.filter(|row| row["kind"] != "mail").ok_or_else(nothing)?;
    let calls = sql::job_calls().bind(&**tx, &id, &CALLS).all().await?;
    Ok((row, calls))
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(did): Query<Did>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = id_of(&id)?;
    let shell = Shell::live(&pages, &visitor.session, "/connections", "jobs");
    let tx = visitor.session.begin(&pages.database).await?;
    let (row, calls) = find(&tx, id).await?;
    tx.commit().await?;
    Ok(answer::page(&ShowPage { did: lists::done(&did.did), ..ShowPage::new(shell, id, &row, calls) }))
}

impl ShowPage {
    fn new(shell: Shell, id: Uuid, row: &Value, calls: Vec<JobCalls>) -> Self {
        let zone = shell.clock();
        let state = row["state"].as_str().unwrap_or_default();
        let is_asked_to_end = row["cancel_asked_at"].is_string();
        let input = &row["input"];
        let urls = input["urls"].as_array().map(Vec::as_slice).unwrap_or_default();
        let shown = urls.iter().filter_map(Value::as_str).take(ADDRESSES);
        let kind = row["kind"].as_str().unwrap_or_default();
        let limit = jobs::may_cost(kind, row["cost_limit"].as_f64()).map(dollars).unwrap_or_default();
        let max = input["max_items"].as_i64().map(shown::count).unwrap_or_default();
        let mut facts = vec![
            ("Campaign", text(input, "campaign")),
            ("Actor", text(input, "actor")),
            ("Most items", max),
            ("May cost", limit),
            ("Schedule", text(row, "schedule")),
            ("Run at Apify", text(row, "apify_run_id")),
        ];
        facts.retain(|(_, value)| !value.is_empty());
        Self {
            did: None,
            id,
            what: what(row["kind"].as_str().unwrap_or_default(), &row["input"]),
            about: about(input),
            connection: row["connection_id"].as_str().map(|id| (id.to_owned(), text(row, "connection"))),
            facts,
            addresses: shown.map(|url| (url.to_owned(), shown::web_address(Some(url.to_owned())))).collect(),
            more: urls.len().saturating_sub(ADDRESSES),
            badge: state_badge(state),
            goes_on: goes_on(state),
            progress: progress(row),
            error: match text(row, "error") {
                said if state == "completed" || said.is_empty() => String::new(),
                said => shown::told(&said),
            },
            can_retry: matches!(state, "failed" | "dead" | "cancelled" | "parked"),
            can_cancel: goes_on(state) && !is_asked_to_end,
            figures: figures(row),
            steps: steps(row, &zone),
            calls: calls.into_iter().map(|call| Call::new(call, &zone)).collect(),
            shell,
        }
    }
}

fn figures(row: &Value) -> Vec<(&'static str, String, String)> {
    let number = |key: &str| shown::maybe_count(row[key].as_i64());
    vec![
        ("Found", number("found"), "items".to_owned()),
        ("New", number("created"), format!("{} changed", number("updated"))),
        ("Attempts", number("attempts"), format!("of {}", number("max_attempts"))),
        ("Calls", number("calls"), String::new()),
        ("Cost", row["cost"].as_f64().map_or_else(|| "–".to_owned(), dollars), String::new()),
    ]
}

/// What happened to a job, the latest first.
fn steps(row: &Value, zone: &TimeZone) -> Vec<Step> {
    let state = row["state"].as_str().unwrap_or_default();
    let at = |key: &str| shown::at(&row[key], zone);
    // Whoever puts a job back without a fault of its own takes the attempt off again.
    let attempt = row["attempts"].as_i64().filter(|attempts| *attempts > 0).map_or_else(String::new, |attempts| {
        format!("attempt {attempts} of {}", row["max_attempts"].as_i64().unwrap_or_default())
    });
    // Counts are for people; ids and the words of services are not.
    let details = row["extra"].as_object().into_iter().flatten();
    let details: Vec<String> = details
        .filter_map(|(key, value)| match value.as_i64() {
            Some(number) if number > 0 => Some(format!("{}: {}", shown::word(key), shown::count(number))),
            _ => value.as_str().filter(|_| matches!(key.as_str(), "why" | "status")).map(shown::word),
        })
        .collect();
    let started_by = if row["schedule"].is_string() { "by its schedule" } else { "" };
    let due = if matches!(state, "pending" | "parked") { at("run_at") } else { String::new() };
    let mut steps = vec![
        Step {
            when: at("created_at"),
            what: "Put into the queue".to_owned(),
            note: started_by.to_owned(),
            is_key: false,
        },
        Step { when: at("started_at"), what: "Begun".to_owned(), note: attempt, is_key: false },
        Step {
            when: at("start_asked_at"),
            what: "A run was asked for at Apify".to_owned(),
            note: text(row, "apify_run_id"),
            is_key: false,
        },
        Step {
            when: at("cancel_asked_at"),
            what: "Somebody asked for its end".to_owned(),
            note: String::new(),
            is_key: false,
        },
        Step { when: due, what: "Due".to_owned(), note: String::new(), is_key: true },
        Step {
            when: at("finished_at"),
            what: state_badge(state).words.to_owned(),
            note: details.join(", "),
            is_key: true,
        },
    ];
    steps.retain(|step| !step.when.is_empty());
    steps
}

impl Call {
    fn new(call: JobCalls, zone: &TimeZone) -> Self {
        Self {
            when: call.called_at.to_zoned(zone.clone()).strftime("%H:%M:%S").to_string(),
            endpoint: call.endpoint,
            status: call.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string()),
            is_bad: call.error.is_some() || call.status.is_none(),
            latency: shown::maybe_count(call.latency_ms.map(i64::from)),
            cost: call.cost.map_or_else(|| "–".to_owned(), |cost| format!("{cost:.4}")),
            error: call.error.unwrap_or_default(),
        }
    }
}

pub(super) async fn retry(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    find(&tx, id).await?;
    jobs::retry(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/jobs/{id}?did=retried")).into_response())
}

pub(super) async fn cancel(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    find(&tx, id).await?;
    jobs::cancel(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/jobs/{id}?did=cancelled")).into_response())
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let call = |status| JobCalls {
            endpoint: "<b>".to_owned(),
            status,
            latency_ms: None,
            cost: Some(0.5),
            error: Some("<b>".to_owned()),
            called_at: jiff::Timestamp::UNIX_EPOCH,
        };
        let page = |row: &Value, calls| Self::new(Shell::sample("/connections"), Uuid::nil(), row, calls);
        vec![
            page(&serde_json::json!({"state": "pending"}), Vec::new()),
            page(&super::sample("running"), vec![call(None), call(Some(500))]),
            page(&super::sample("failed"), Vec::new()),
        ]
    }
}
