//! One endpoint: how it stands, what was sent there, and what it is told of.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use clap::ValueEnum as _;
use jiff::tz::TimeZone;
use queries::queries::endpoints::{self as sql, EndpointDeliveries};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        connections::{Badge, sentence, text},
        fields::Fields,
        lists::{self, Choice},
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    Typed, badge, id_of, nothing, state_badge,
};
use crate::{
    error::Error,
    hooks::signature::Secret,
    model::{
        endpoints::{self, DeliveryState, KEPT},
        users::Role,
    },
    values::word,
};

/// Deliveries on a page.
const PAGE: usize = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Wanted {
    state: String,
    after: String,
    did: String,
}

impl Wanted {
    fn state(&self) -> Option<String> {
        DeliveryState::from_str(&self.state, false).ok().map(|state| word(&state))
    }

    fn after(&self) -> Option<(Value, Uuid)> {
        let (at, id) = self.after.split_once('~')?;
        let at: f64 = at.parse().ok().filter(|at: &f64| (0.0..1e11).contains(at))?;
        Some((at.into(), Uuid::parse_str(id).ok()?))
    }

    fn query(&self, after: &str) -> String {
        lists::query([("state", &*self.state), ("after", after)])
    }
}

#[derive(Template)]
#[template(path = "endpoints/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    problem: Option<String>,
    /// A secret that was made just now, for the only time.
    secret: Option<String>,
    id: Uuid,
    name: String,
    url: String,
    badge: Badge,
    is_active: bool,
    trouble: String,
    previous_until: String,
    figures: Vec<(&'static str, String, String)>,
    is_sending: bool,
    states: Vec<Choice>,
    is_filtered: bool,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
    typed: Typed,
}

struct Row {
    id: Uuid,
    when: String,
    event: String,
    badge: Badge,
    attempts: String,
    became: String,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = page(&pages, &visitor, id_of(&id)?, &wanted).await?;
    Ok(answer::page(&ShowPage { did: lists::done(&wanted.did), ..page }))
}

/// The page with a secret that was made just now.
pub(super) async fn with_secret(
    pages: &Pages,
    visitor: &Visitor,
    id: Uuid,
    secret: &Secret,
) -> Result<ShowPage, Error> {
    let mut page = page(pages, visitor, id, &Wanted::default()).await?;
    // What is shown once is not in the page that would take its place.
    page.shell.live = None;
    page.secret = Some(secret.to_whsec().to_string());
    Ok(page)
}

async fn page(pages: &Pages, visitor: &Visitor, id: Uuid, wanted: &Wanted) -> Result<ShowPage, Error> {
    let shell = Shell::live(pages, &visitor.session, "/connections", "endpoints");
    let (at, after) = wanted.after().unzip();
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let tx = visitor.session.begin(&pages.database).await?;
    let row = sql::endpoint_items().bind(&*tx, &Some(id)).opt().await?.ok_or_else(nothing)?;
    let rows = sql::endpoint_deliveries()
        .bind(&*tx, &None, &Some(id), &wanted.state(), &None::<&str>, &after, &at.as_ref(), &most)
        .all()
        .await?;
    tx.commit().await?;
    Ok(ShowPage::new(shell, id, wanted, &row, rows))
}

/// Whether a test is on its way.
fn goes_on(rows: &[EndpointDeliveries]) -> bool {
    rows.iter().any(|row| row.item["event"] == "endpoint.test" && row.item["state"] == "pending")
}

impl ShowPage {
    fn new(shell: Shell, id: Uuid, wanted: &Wanted, row: &Value, mut rows: Vec<EndpointDeliveries>) -> Self {
        let zone = shell.clock();
        let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
        // To one that is switched off nothing is on its way.
        let is_sending = row["is_active"] == true && goes_on(&rows);
        let is_last = rows.len() <= PAGE;
        rows.truncate(PAGE);
        let last = rows.last().filter(|_| !is_last);
        let next = last.map(|row| wanted.query(&format!("{}~{}", row.key, row.id)));
        let count = |key: &str| shown::count(row[key].as_i64().unwrap_or_default());
        let failures = row["failures"].as_i64().filter(|failures| *failures > 0);
        let failures = failures.map(|number| shown::counted(number, "failure in a row", "failures in a row"));
        let figures = vec![
            ("Waiting", count("waiting"), "to be sent, or tried again".to_owned()),
            ("Given up", count("dead"), "in the past thirty days".to_owned()),
            ("Last taken", or_dash(shown::at(&row["last_success"], &zone)), String::new()),
            ("Failing since", or_dash(shown::at(&row["failing_since"], &zone)), failures.unwrap_or_default()),
        ];
        let states = DeliveryState::value_variants().iter().map(|state| {
            let state = word(state);
            Choice::new(state.as_str(), state_badge(&state).words, &wanted.state)
        });
        Self {
            did: None,
            problem: None,
            secret: None,
            id,
            name: text(row, "name"),
            url: text(row, "url"),
            badge: badge(row),
            is_active: row["is_active"] == true,
            trouble: text(row, "trouble"),
            previous_until: shown::at(&row["previous_until"], &zone),
            figures,
            is_sending,
            states: states.collect(),
            is_filtered: wanted.state().is_some(),
            first: wanted.after().map(|_| wanted.query("")),
            next,
            rows: rows.into_iter().map(|row| Row::new(row.id, &row.item, &zone)).collect(),
            typed: Typed::of_row(row),
            shell,
        }
    }
}

/// What became of a delivery, in words.
pub(super) fn became(row: &Value, zone: &TimeZone) -> String {
    let took = row["latency_ms"].as_i64().map(|ms| format!(" in {} ms", shown::count(ms))).unwrap_or_default();
    let status = row["response_status"].as_i64();
    match (row["error"].as_str(), status, row["state"].as_str()) {
        (Some(error), _, Some("failed")) => format!("{error} Again {}", shown::at(&row["next_attempt"], zone)),
        (Some(error), ..) => error.to_owned(),
        (None, Some(status), Some("delivered")) => format!("Answered {status}{took}"),
        _ => String::new(),
    }
}

impl Row {
    fn new(id: Uuid, row: &Value, zone: &TimeZone) -> Self {
        Self {
            id,
            when: shown::at(&row["created_at"], zone),
            event: text(row, "event"),
            badge: state_badge(row["state"].as_str().unwrap_or_default()),
            attempts: shown::count(row["attempts"].as_i64().unwrap_or_default()),
            became: became(row, zone),
        }
    }
}

/// Changes the name, the address, or what it is told of.
pub(super) async fn change(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let typed = Typed::of_form(&Fields::parse(&body));
    let done = async {
        let (name, events) = typed.chosen()?;
        let said = [("name", json!(name)), ("url", json!(typed.url)), ("events", json!(events))];
        save(&pages, &visitor, id, said.map(|(key, value)| (key.to_owned(), value)).into_iter().collect()).await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to(&format!("/endpoints/{id}?did=endpoint-changed")).into_response()),
        Err(Error::NotFound(_)) => Err(nothing().into()),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = page(&pages, &visitor, id, &Wanted::default()).await?;
            Ok(answer::with_status(status, &ShowPage { problem: Some(problem), typed, ..page }))
        }
    }
}

async fn save(pages: &Pages, visitor: &Visitor, id: Uuid, said: Map<String, Value>) -> Result<(), Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    endpoints::change(&tx, &pages.outward.endpoint_origins, id, said).await?;
    tx.commit().await
}

/// Pauses it, or resumes it.
pub(super) async fn activate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let is_active = Fields::parse(&body).one("active") == "yes";
    let said = Map::from_iter([("is_active".to_owned(), is_active.into())]);
    save(&pages, &visitor, id, said).await.map_err(answer::absent(nothing))?;
    let did = if is_active { "endpoint-resumed" } else { "endpoint-paused" };
    Ok(Redirect::to(&format!("/endpoints/{id}?did={did}")).into_response())
}

/// Gives it a new secret, which is shown this once.
pub(super) async fn rotate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let secret = endpoints::rotate(pages.sealing(), &tx, id, KEPT).await.map_err(answer::absent(nothing))?;
    tx.commit().await?;
    Ok(answer::page(&with_secret(&pages, &visitor, id, &secret).await?))
}

/// Has a test sent.
pub(super) async fn test(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    endpoints::test(&tx, id).await.map_err(answer::absent(nothing))?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/endpoints/{id}")).into_response())
}

/// A delivery of which everything is known.
#[cfg(test)]
pub(super) fn sample(state: &str) -> Value {
    json!({
        "id": Uuid::nil(), "event": "endpoint.test", "state": state, "attempts": 2, "error": "<b>", "created_at": "2026-11-27T10:00:00Z",
        "next_attempt": "2026-11-27T10:00:00Z", "attempted_at": "2026-11-27T10:00:00Z", "ended_at": "2026-11-27T10:00:00Z",
        "response_status": 500, "response_start": "<b>", "latency_ms": 1200,
    })
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let row = |state: &str| EndpointDeliveries { id: Uuid::nil(), key: json!(1.5), item: sample(state) };
        let page = |row: &Value, wanted: &Wanted, rows| {
            Self::new(Shell::sample("/connections"), Uuid::nil(), wanted, row, rows)
        };
        let filtered = Wanted { state: "dead".to_owned(), after: format!("1.5~{}", Uuid::nil()), did: String::new() };
        let many = (0..=PAGE).map(|_| row("delivered")).collect();
        let whole = page(&super::sample(), &filtered, ["pending", "failed", "dead"].map(row).into());
        vec![
            page(&json!({"name": "<b>", "is_active": true}), &Wanted::default(), Vec::new()),
            page(&super::sample(), &filtered, Vec::new()),
            page(&super::sample(), &Wanted::default(), many),
            Self { problem: Some("<b>".to_owned()), secret: Some("\"><b>".to_owned()), ..whole },
        ]
    }
}
