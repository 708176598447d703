//! Jobs: what calls LinkedIn or Apify, or did; a list that follows those that go on.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::{get, post},
};
use clap::ValueEnum as _;
use jiff::tz::TimeZone;
use queries::queries::{
    connection_pages as pages_sql,
    jobs::{self as sql, JobItems},
};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    connections::{Badge, text},
    lists::{self, Choice},
    shell::Shell,
    shown::{self, Bar},
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        jobs::{JobKind, JobState},
        users::Role,
    },
    values,
};

mod ask;
mod show;

#[cfg(test)]
pub(super) use {ask::AskPage, show::ShowPage};

/// Jobs on a page.
const PAGE: usize = 50;

/// A filter and a place: the address is the view.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Wanted {
    kind: String,
    state: String,
    connection: String,
    after: String,
    did: String,
}

impl Wanted {
    fn kind(&self) -> Option<JobKind> {
        JobKind::from_str(&self.kind, false).ok()
    }

    fn state(&self) -> Option<JobState> {
        JobState::from_str(&self.state, false).ok()
    }

    fn connection(&self) -> Option<Uuid> {
        Uuid::parse_str(&self.connection).ok()
    }

    /// Where the page begins: the key and the id of the last job of the one before; of what is none, the start.
    fn after(&self) -> Option<(Value, Uuid)> {
        let (key, id) = self.after.split_once('~')?;
        // What lies further away is no time that the database knows.
        let key: f64 = key.parse().ok().filter(|key: &f64| key.abs() < 1e11)?;
        Some((Value::from(key), Uuid::parse_str(id).ok()?))
    }

    fn is_filtered(&self) -> bool {
        self.kind().is_some() || self.state().is_some() || self.connection().is_some()
    }

    fn query(&self, after: &str) -> String {
        let pairs = [("kind", &*self.kind), ("state", &self.state), ("connection", &self.connection), ("after", after)];
        lists::query(pairs)
    }
}

#[derive(Template)]
#[template(path = "jobs/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    is_filtered: bool,
    export: String,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    connections: Vec<Choice>,
    table: Table,
}

/// A page of jobs.
struct Table {
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    id: String,
    what: String,
    about: String,
    badge: Badge,
    goes_on: bool,
    progress: Option<(Bar, String)>,
    connection: String,
    found: String,
    cost: String,
    when: String,
    error: String,
}

/// How a job stands.
pub(super) fn state_badge(state: &str) -> Badge {
    match state {
        "running" => Badge::new("busy", "Running"),
        "completed" => Badge::new("good", "Completed"),
        "failed" => Badge::new("bad", "Failed"),
        "dead" => Badge::new("bad", "Given up"),
        "cancelled" => Badge::new("hollow", "Cancelled"),
        "parked" => Badge::new("warn", "Waits"),
        _ => Badge::new("hollow", "In the queue"),
    }
}

/// Whether a job is still to come to its end.
pub(super) fn goes_on(state: &str) -> bool {
    matches!(state, "pending" | "running" | "parked")
}

/// A kind of jobs as people call it.
pub(super) fn kind_words(kind: &str) -> &'static str {
    match kind {
        "reactions" => "Reactions to a post",
        "comments" => "Comments on a post",
        "posts" => "Posts",
        "profile" => "Profiles",
        "company" => "Companies",
        "followers" => "Followers",
        "apify_run" => "A run at Apify",
        "enrichment" => "Enrichment",
        "validation" => "Check of a connection",
        "import" => "Import of a file",
        "sync" => "Sync with LinkedIn",
        _ => "Something else",
    }
}

/// What a job does, by its kind and its input.
pub(super) fn what(kind: &str, input: &Value) -> &'static str {
    if kind == "import" && input["dry_run"] == true { "Check of a file" } else { kind_words(kind) }
}

/// What a job or a schedule is about, by its input.
pub(super) fn about(input: &Value) -> String {
    let urls = input["urls"].as_array().map_or(0, Vec::len);
    let number = |key: &str| input[key].as_i64().unwrap_or_default();
    if let Some(url) = input["url"].as_str() {
        let more = if urls > 1 { format!(" and {} more", urls - 1) } else { String::new() };
        return url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/').to_owned() + &more;
    }
    if number("at_most") > 0 {
        return format!("for {} at most", shown::counted(number("at_most"), "person", "people"));
    }
    if number("days") > 0 {
        return format!("of the past {}", shown::counted(number("days"), "day", "days"));
    }
    if let Some(file) = input["file"].as_str() {
        return file.to_owned();
    }
    input["run"].as_str().map(|run| format!("run {run}")).unwrap_or_default()
}

/// How far a job is, where it runs and says so.
fn progress(job: &Value) -> Option<(Bar, String)> {
    let share = job["progress"].as_f64().filter(|_| job["state"] == "running")?;
    Some((Bar(share, ""), shown::share_of(share, 0)))
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/jobs", get(list).post(ask::send))
        .route("/jobs.csv", get(export))
        .route("/jobs/new", get(ask::ask))
        .route("/jobs/{id}", get(show::show))
        .route("/jobs/{id}/retry", post(show::retry))
        .route("/jobs/{id}/cancel", post(show::cancel))
}

/// Jobs of a filter, from a place on.
async fn find(tx: &TenantTx, wanted: &Wanted, most: i64) -> Result<Vec<JobItems>, Error> {
    let (kind, state) = (wanted.kind().as_ref().map(values::word), wanted.state().as_ref().map(values::word));
    let (key, id) = wanted.after().unzip();
    Ok(sql::job_items()
        .bind(&**tx, &None, &kind.as_deref(), &state.as_deref(), &wanted.connection(), &id, &key.as_ref(), &most)
        .all()
        .await?)
}

async fn page(tx: &TenantTx, wanted: &Wanted, zone: &TimeZone) -> Result<Table, Error> {
    let mut found = find(tx, wanted, i64::try_from(PAGE + 1).unwrap_or(i64::MAX)).await?;
    let is_last = found.len() <= PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| !is_last).map(|last| wanted.query(&format!("{}~{}", last.key, last.id)));
    let jobs: Vec<Value> = found.into_iter().map(|row| row.item).collect();
    Ok(Table::new(&jobs, wanted, next, zone))
}

impl Table {
    fn new(jobs: &[Value], wanted: &Wanted, next: Option<String>, zone: &TimeZone) -> Self {
        Self {
            rows: jobs.iter().map(|job| Row::new(job, zone)).collect(),
            first: wanted.after().map(|_| wanted.query("")),
            next,
        }
    }
}

impl Row {
    fn new(job: &Value, zone: &TimeZone) -> Self {
        let state = job["state"].as_str().unwrap_or_default();
        let moments = ["finished_at", "started_at", "run_at"].into_iter().map(|key| shown::at(&job[key], zone));
        Self {
            id: text(job, "id"),
            what: what(job["kind"].as_str().unwrap_or_default(), &job["input"]).to_owned(),
            about: about(&job["input"]),
            badge: state_badge(state),
            goes_on: goes_on(state),
            progress: progress(job),
            connection: text(job, "connection"),
            found: shown::maybe_count(job["found"].as_i64()),
            cost: shown::amount(job["cost"].as_f64()),
            when: moments.into_iter().find(|text| !text.is_empty()).unwrap_or_else(|| "–".to_owned()),
            error: if state == "completed" { String::new() } else { text(job, "error") },
        }
    }
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let shell = Shell::live(&pages, &visitor.session, "/connections", "jobs");
    let tx = visitor.session.begin(&pages.database).await?;
    let connections = pages_sql::connection_choices().bind(&*tx).all().await?;
    let connections = connections.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    let table = page(&tx, &wanted, &shell.clock()).await?;
    tx.commit().await?;
    Ok(answer::page(&ListPage::new(shell, &wanted, connections, table)))
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let jobs = find(&tx, &Wanted { after: String::new(), ..wanted }, i64::MAX).await?;
    tx.commit().await?;
    Ok(sheet(jobs)?)
}

/// Rows for a spreadsheet: numbers as they are, and nothing where they are not known; amounts are USD, and times say their zone.
fn sheet(jobs: Vec<JobItems>) -> Result<Response, Error> {
    let header = [
        "Job",
        "What for",
        "State",
        "Connection",
        "Schedule",
        "Found",
        "New",
        "Changed",
        "Cost (USD)",
        "Calls",
        "Asked for",
        "Begun",
        "Ended",
        "Error",
    ];
    let cells = |JobItems { item: job, .. }: JobItems| {
        let number = |key: &str| if job[key].is_number() { job[key].to_string() } else { String::new() };
        let moment = |key: &str| job[key].as_str().and_then(|at| at.parse().ok()).map(shown::utc).unwrap_or_default();
        vec![
            what(job["kind"].as_str().unwrap_or_default(), &job["input"]).to_owned(),
            about(&job["input"]),
            state_badge(job["state"].as_str().unwrap_or_default()).words.to_owned(),
            text(&job, "connection"),
            text(&job, "schedule"),
            number("found"),
            number("created"),
            number("updated"),
            number("cost"),
            number("calls"),
            moment("created_at"),
            moment("started_at"),
            moment("finished_at"),
            text(&job, "error"),
        ]
    };
    answer::sheet("jobs.csv", &header, jobs.into_iter().map(cells))
}

impl ListPage {
    fn new(shell: Shell, wanted: &Wanted, connections: Vec<(String, String)>, table: Table) -> Self {
        let kinds = JobKind::value_variants().iter().map(values::word);
        let states = JobState::value_variants().iter().map(values::word);
        Self {
            shell,
            did: lists::done(&wanted.did),
            is_filtered: wanted.is_filtered(),
            export: wanted.query(""),
            kinds: kinds.map(|kind| Choice::new(&*kind, kind_words(&kind), &wanted.kind)).collect(),
            states: states.map(|state| Choice::new(&*state, state_badge(&state).words, &wanted.state)).collect(),
            connections: connections.into_iter().map(|(id, name)| Choice::new(id, name, &wanted.connection)).collect(),
            table,
        }
    }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |wanted: &Wanted, jobs: &[Value], next: Option<String>| {
            let shell = Shell::sample("/connections");
            let table = Table::new(jobs, wanted, next, &shell.clock());
            Self::new(shell, wanted, vec![("\"><b>".to_owned(), "<b>".to_owned())], table)
        };
        let wanted = Wanted { kind: "sync".to_owned(), after: format!("7~{}", Uuid::nil()), ..Wanted::default() };
        vec![
            page(&Wanted::default(), &[], None),
            page(&wanted, &[], None),
            page(&wanted, &[sample("running"), sample("failed"), sample("parked")], Some("\"><b>".to_owned())),
        ]
    }
}

/// A job in a state.
#[cfg(test)]
fn sample(state: &str) -> Value {
    serde_json::json!({
        "id": "\"><b>", "kind": "reactions", "state": state, "connection": "<b>", "schedule": "<b>", "progress": 0.4, "attempts": 2,
        "max_attempts": 5, "input": {"url": "https://www.linkedin.com/<b>", "urls": ["ftp://<b>", "https://www.linkedin.com/<b>"], "campaign": "<b>", "actor": "<b>"},
        "error": "<b>", "cost": 1.5, "cost_limit": 5, "found": 12, "created": 7, "updated": 1, "apify_run_id": "<b>",
        "created_at": "2026-11-27T10:00:00Z", "run_at": "infinity", "started_at": "2026-11-27T10:00:00Z", "calls": 3,
        "start_asked_at": "2026-11-27T10:00:00Z", "cancel_asked_at": "2026-11-27T10:00:00Z", "finished_at": null, "extra": {"missed": 2},
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_job_says_what_it_is_about() {
        for (input, words) in [
            (
                json!({"url": "https://www.linkedin.com/in/ada/", "urls": ["a", "b", "c"]}),
                "linkedin.com/in/ada and 2 more",
            ),
            (json!({"at_most": 5}), "for 5\u{a0}people at most"),
            (json!({"days": 90}), "of the past 90\u{a0}days"),
            (json!({"run": "abc"}), "run abc"),
            (json!({}), ""),
        ] {
            assert_eq!(about(&input), words);
        }
    }
}
