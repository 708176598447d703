//! One connection: how it stands, what checks found, and what was called with it.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{
    connection_pages::{self as pages_sql, ConnectionChecks, ConnectionEndpoints},
    connections as sql,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    super::{
        Pages, answer, answer::Problem, assets, fields::Fields, jobs::state_badge, lists, shell::Shell, shown,
        visitor::Visitor,
    },
    Badge, Did, calls, dollars, id_of, nothing, sentence, text, type_words,
};
use crate::{
    error::Error,
    model::{
        connections::{self, CallLimit, handover},
        users::Role,
    },
    values,
};

/// Checks that are shown.
const CHECKS: i64 = 20;

#[derive(Template)]
#[template(path = "connections/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    problem: Option<String>,
    id: Uuid,
    name: String,
    kind: &'static str,
    /// Whether it lives by a consent that can be asked for again.
    by_consent: bool,
    badge: Badge,
    reason: String,
    paused: Option<String>,
    figures: Vec<(&'static str, String, String)>,
    facts: Vec<(&'static str, String)>,
    checks: Vec<Check>,
    is_checked: bool,
    is_checking: bool,
    endpoints: Vec<Endpoint>,
    typed: (String, String),
}

struct Check {
    id: Uuid,
    when: String,
    badge: Badge,
    note: String,
}

struct Endpoint {
    name: String,
    today: String,
    calls: String,
    failed: String,
    latency: String,
    cost: String,
}

/// Whether somebody has it in hand, or is about to.
fn goes_on(checks: &[ConnectionChecks]) -> bool {
    checks.iter().any(|check| matches!(check.state.as_str(), "pending" | "running"))
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(did): Query<Did>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = page(&pages, &visitor, id_of(&id)?).await?;
    Ok(answer::page(&ShowPage { did: lists::done(&did.did), ..page }))
}

async fn page(pages: &Pages, visitor: &Visitor, id: Uuid) -> Result<ShowPage, Error> {
    let session = &visitor.session;
    let shell = Shell::live(pages, session, "/connections", "connections jobs");
    let tx = session.begin(&pages.database).await?;
    let row = sql::connection_row().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let checks = pages_sql::connection_checks().bind(&*tx, &id, &CHECKS).all().await?;
    let endpoints = pages_sql::connection_endpoints().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(ShowPage::new(shell, id, &row, checks, endpoints))
}

impl ShowPage {
    fn new(
        shell: Shell,
        id: Uuid,
        row: &Value,
        checks: Vec<ConnectionChecks>,
        endpoints: Vec<ConnectionEndpoints>,
    ) -> Self {
        let zone = shell.clock();
        let at = |key: &str| shown::at(&row[key], &zone);
        let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
        let is_personal = row["type"] == "personal";
        let month: i64 = endpoints.iter().map(|one| one.calls).sum();
        let failed: i64 = endpoints.iter().map(|one| one.failed).sum();
        let limit = if row["api_call_limit"].is_null() { "no limit of ours" } else { "a day, counted in UTC" };
        let figures = vec![
            ("Calls today", calls(row).0, limit.to_owned()),
            ("Calls in 30 days", shown::count(month), format!("{} failed", shown::count(failed))),
            (
                "Cost this month",
                dollars(row["cost_this_month"].as_f64().unwrap_or_default()),
                "spent or reserved by its jobs".to_owned(),
            ),
            ("Last checked", or_dash(at("last_validated")), String::new()),
            ("Ends", or_dash(at("expires_at")), String::new()),
        ];
        let names: Vec<&str> = row["cookie_names"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let sealed = if row["has_credentials"] == true { "Sealed; nobody can read them here" } else { "None" };
        let refused = row["cookie_failures"].as_i64().filter(|failures| *failures > 0);
        let refused = refused.map(|number| format!(", refused {} in a row", shown::counted(number, "time", "times")));
        let sent = at("cookies_last_used");
        let live = if at("probe_allowed_at").is_empty() {
            "Forbidden"
        } else {
            "Allowed, one at a time, from the command line"
        };
        let mut facts = vec![
            ("Account", text(row, "account")),
            ("Credentials", sealed.to_owned()),
            ("Cookies", names.join(", ")),
            ("Exported as", shown::word(&text(row, "source_format"))),
            ("Calls with cookies", if is_personal { live.to_owned() } else { String::new() }),
            ("Last sent", if sent.is_empty() { sent } else { sent + &refused.unwrap_or_default() }),
            ("Status since", at("status_since")),
            ("Next check", at("validate_after")),
        ];
        facts.retain(|(_, value)| !value.is_empty());
        let paused = row["paused_reason"].as_str().map(|why| match at("paused_until") {
            until if until.is_empty() => format!("Paused. {why}"),
            until => format!("Paused until {until}. {why}"),
        });
        let is_checking = goes_on(&checks);
        Self {
            is_checked: row["last_validated"].is_string(),
            did: None,
            problem: None,
            id,
            name: text(row, "name"),
            kind: type_words(row["type"].as_str().unwrap_or_default()),
            by_consent: row["type"] == "company_page" || row["type"] == "campaign_manager",
            badge: Badge::of(row),
            reason: text(row, "status_reason"),
            paused,
            figures,
            facts,
            checks: checks.into_iter().map(|check| Check::new(check, &zone)).collect(),
            is_checking,
            endpoints: endpoints.into_iter().map(Endpoint::new).collect(),
            typed: (
                text(row, "name"),
                row["api_call_limit"].as_i64().map_or_else(|| "none".to_owned(), |limit| limit.to_string()),
            ),
            shell,
        }
    }
}

impl Check {
    fn new(check: ConnectionChecks, zone: &jiff::tz::TimeZone) -> Self {
        let found = check.found.map(|status| Badge::of(&serde_json::json!({ "status": status })));
        Self {
            id: check.id,
            when: shown::moment(check.finished_at.unwrap_or(check.created_at), zone, true),
            badge: found.unwrap_or_else(|| state_badge(&check.state)),
            note: check.error.unwrap_or_default(),
        }
    }
}

impl Endpoint {
    fn new(row: ConnectionEndpoints) -> Self {
        Self {
            name: row.endpoint,
            today: shown::count(row.today),
            calls: shown::count(row.calls),
            failed: shown::count(row.failed),
            latency: shown::maybe_count(row.average_latency_ms),
            cost: shown::amount(Some(row.cost)),
        }
    }
}

/// Changes the name, or how often it may call.
pub(super) async fn change(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let fields = Fields::parse(&body);
    let (name, limit) = (fields.one("name").to_owned(), fields.one("limit").to_owned());
    let done = async {
        let said = values::name(&name).map_err(Error::invalid)?;
        let calls = match limit.as_str() {
            "" => CallLimit::None,
            text => text.parse().map_err(|words: &str| Error::invalid(words))?,
        };
        let mut change = Map::new();
        change.insert("name".to_owned(), said.into());
        change.insert("api_call_limit".to_owned(), calls.calls().into());
        let tx = visitor.session.begin(&pages.database).await?;
        connections::change(&tx, id, change).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to(&format!("/connections/{id}?did=saved")).into_response()),
        Err(Error::NotFound(_)) => Err(nothing().into()),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = page(&pages, &visitor, id).await?;
            Ok(answer::with_status(status, &ShowPage { problem: Some(problem), typed: (name, limit), ..page }))
        }
    }
}

/// Has it checked.
pub(super) async fn check(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    handover::ask_for_check(&tx, id).await.map_err(answer::absent(nothing))?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/connections/{id}?did=checking")).into_response())
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let check = |state: &str, found: Option<&str>| ConnectionChecks {
            id: Uuid::nil(),
            state: state.to_owned(),
            found: found.map(str::to_owned),
            error: Some("<b>".to_owned()),
            created_at: jiff::Timestamp::UNIX_EPOCH,
            finished_at: None,
        };
        let endpoint = ConnectionEndpoints {
            endpoint: "<b>".to_owned(),
            today: 1,
            calls: 2,
            failed: 1,
            average_latency_ms: None,
            cost: 0.5,
        };
        let page = |row: &Value, checks, endpoints| {
            Self::new(Shell::sample("/connections"), Uuid::nil(), row, checks, endpoints)
        };
        let checks = vec![check("running", None), check("completed", Some("valid")), check("failed", None)];
        let whole = page(&super::sample(), checks, vec![endpoint]);
        vec![
            page(&serde_json::json!({"name": "<b>"}), Vec::new(), Vec::new()),
            Self { problem: Some("<b>".to_owned()), typed: ("\"><b>".to_owned(), "\"><b>".to_owned()), ..whole },
        ]
    }
}
