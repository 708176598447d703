//! Connections: which there are, what they are worth, and what they cost; and the tabs of all that calls LinkedIn and Apify.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use jiff::tz::TimeZone;
use queries::queries::{connections as sql, jobs as jobs_sql};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    fields::Fields,
    lists,
    shell::Shell,
    shown::{self, Bar},
    visitor::Visitor,
};
use crate::{
    error::Error,
    model::{
        jobs::{ask, set_budget},
        users::Role,
    },
};

mod add;
mod consent;
mod delete;
mod show;

#[cfg(test)]
pub(super) use {add::AddPage, delete::DeletePage, show::ShowPage};

/// What was done a moment ago, by a word in the address.
#[derive(Deserialize, Default)]
pub(super) struct Did {
    #[serde(default)]
    pub(super) did: String,
}

/// How something stands: a class of the style sheet, and a word.
#[derive(Clone, Copy)]
pub(super) struct Badge {
    pub(super) class: &'static str,
    pub(super) words: &'static str,
}

impl Badge {
    pub(super) const fn new(class: &'static str, words: &'static str) -> Self {
        Self { class, words }
    }

    /// How a connection stands, by its row.
    fn of(row: &Value) -> Self {
        let of_status = |status| match status {
            "valid" => Self::new("good", "Valid"),
            "expiring" => Self::new("warn", "Expiring"),
            "expired" => Self::new("bad", "Expired"),
            "revoked" => Self::new("bad", "Revoked"),
            "blocked" => Self::new("bad", "Blocked"),
            "invalid" => Self::new("bad", "Invalid"),
            _ => Self::new("hollow", "Not verified"),
        };
        match of_status(row["status"].as_str().unwrap_or_default()) {
            // A status says what has to be done; a pause ends by itself.
            badge if badge.class == "bad" || row["paused_reason"].is_null() => badge,
            _ => Self::new("warn", "Paused"),
        }
    }
}

/// A type of connections as people call it.
pub(super) fn type_words(kind: &str) -> &'static str {
    match kind {
        "personal" => "Personal, by cookies",
        "company_page" => "Company page",
        "campaign_manager" => "Campaign Manager",
        _ => "Apify",
    }
}

#[derive(Template)]
#[template(path = "connections/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    problem: Option<String>,
    rows: Vec<Row>,
    spent: String,
    budget: Option<(String, Bar)>,
    /// What was typed as a budget.
    typed: String,
}

struct Row {
    id: String,
    name: String,
    kind: &'static str,
    account: String,
    badge: Badge,
    reason: String,
    calls: String,
    share: Option<Bar>,
    cost: String,
    checked: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/connections", get(list).post(add::add))
        .route("/connections/new", get(add::ask))
        .route("/connections/budget", post(budget))
        .route(consent::BACK, get(consent::back).post(consent::ask))
        .route("/connections/{id}", get(show::show).post(show::change))
        .route("/connections/{id}/check", post(show::check))
        .route("/connections/{id}/credentials", get(add::ask_again).post(add::replace))
        .route("/connections/{id}/consent", post(consent::ask_again))
        .route("/connections/{id}/delete", get(delete::ask).post(delete::delete))
}

/// There is one answer for a connection that never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such connection, or it was disconnected.".to_owned())
}

fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

/// A text of a row; empty where there is none.
pub(super) fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

/// A sentence for a page of what somebody may mend; what is ours to mend is passed on.
pub(super) fn sentence(error: Error) -> Result<(axum::http::StatusCode, String), Problem> {
    match error {
        error if error.is_for_the_log() => Err(error.into()),
        error => Ok((error.status(), shown::sentence(&error.to_string()))),
    }
}

/// US dollars.
pub(super) fn dollars(amount: f64) -> String {
    shown::money(amount, "USD")
}

/// "12 of 40", or how many where there is no limit, and the share of them.
fn calls(row: &Value) -> (String, Option<Bar>) {
    let made = row["calls_today"].as_i64().unwrap_or_default();
    match row["api_call_limit"].as_i64() {
        None => (shown::count(made), None),
        Some(limit) => {
            let share = shown::ratio(made, limit).unwrap_or(1.0);
            let bar = Bar(share, if share >= 0.8 { "warn" } else { "" });
            (format!("{} of {}", shown::count(made), shown::count(limit)), Some(bar))
        }
    }
}

async fn list(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Query(did): Query<Did>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = page(&pages, &visitor).await?;
    Ok(answer::page(&ListPage { did: lists::done(&did.did), ..page }))
}

async fn page(pages: &Pages, visitor: &Visitor) -> Result<ListPage, Problem> {
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = sql::connection_rows().bind(&*tx).all().await?;
    let account = jobs_sql::budget_row().bind(&*tx).opt().await?.unwrap_or_default();
    tx.commit().await?;
    Ok(ListPage::new(Shell::of(&visitor.session, "/connections"), &rows, &account))
}

impl ListPage {
    fn new(shell: Shell, rows: &[Value], account: &Value) -> Self {
        let zone = shell.clock();
        let spent = account["spent"].as_f64().unwrap_or_default();
        let budget = account["monthly_budget"].as_f64();
        let share = |budget: f64| if budget > 0.0 { spent / budget } else { 1.0 };
        Self {
            shell,
            did: None,
            problem: None,
            rows: rows.iter().map(|row| Row::new(row, &zone)).collect(),
            spent: dollars(spent),
            budget: budget.map(|budget| {
                let share = share(budget);
                (dollars(budget), Bar(share, if share >= 0.8 { "warn" } else { "" }))
            }),
            typed: budget.map(|budget| format!("{budget:.2}")).unwrap_or_default(),
        }
    }
}

impl Row {
    fn new(row: &Value, zone: &TimeZone) -> Self {
        let (calls, share) = calls(row);
        Self {
            id: text(row, "id"),
            name: text(row, "name"),
            kind: type_words(row["type"].as_str().unwrap_or_default()),
            account: text(row, "account"),
            badge: Badge::of(row),
            reason: row["paused_reason"].as_str().or(row["status_reason"].as_str()).unwrap_or_default().to_owned(),
            calls,
            share,
            cost: shown::amount(row["cost_this_month"].as_f64()),
            checked: shown::at(&row["last_validated"], zone),
        }
    }
}

/// Says what a month may cost.
async fn budget(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: axum::body::Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let typed = Fields::parse(&body).one("budget").to_owned();
    let usd = match typed.as_str() {
        "" => Ok(None),
        text => ask::dollars(text).map(Some).map_err(Error::invalid),
    };
    let done = async {
        let usd = usd?;
        let tx = visitor.session.begin(&pages.database).await?;
        set_budget(&tx, usd.as_deref()).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to("/connections?did=budget").into_response()),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = page(&pages, &visitor).await?;
            Ok(answer::with_status(status, &ListPage { problem: Some(problem), typed, ..page }))
        }
    }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let account = serde_json::json!({"monthly_budget": 50, "spent": 41.5});
        let page = |rows: &[Value], account: &Value| Self::new(Shell::sample("/connections"), rows, account);
        let whole = page(&[sample(), serde_json::json!({"name": "<b>", "type": "apify"})], &account);
        vec![page(&[], &Value::Null), Self { problem: Some("<b>".to_owned()), typed: "\"><b>".to_owned(), ..whole }]
    }
}

/// A connection of which everything is known.
#[cfg(test)]
fn sample() -> Value {
    serde_json::json!({
        "id": "\"><b>", "name": "</title><b>", "type": "personal", "account": "<b>", "status": "valid", "status_reason": "<b>",
        "last_validated": "2026-11-27T10:00:00Z", "validate_after": "2026-11-28T10:00:00Z", "expires_at": "2027-01-01T10:00:00Z",
        "probe_allowed_at": "2026-11-27T10:00:00Z", "paused_until": "2026-11-27T10:00:00Z", "paused_reason": "<b>", "api_call_limit": 40,
        "calls_today": 12, "source_format": "<b>", "cookie_names": ["<b>"], "has_credentials": true, "cost_this_month": 1.5,
        "cookies_last_used": "2026-11-27T10:00:00Z", "cookie_failures": 2,
    })
}
