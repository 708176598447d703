//! Audience segments: live sets of people by rule, and who is in them.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use queries::queries::{
    campaign_pages,
    person_pages::PeopleShown,
    segments::{self as sql, SegmentItems},
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, After, Turns},
    people,
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{segments, users::Role},
};

mod edit;
mod form;

#[cfg(test)]
pub(super) use edit::EditPage;

/// Segments that are shown at once.
const MOST: i32 = 200;
/// People of a segment that its page shows; the list of people has all of them.
const SHOWN: usize = 50;

/// A segment, as the database gives it.
struct Segment {
    id: String,
    name: String,
    description: String,
    rule: Value,
}

impl Segment {
    fn new(item: &Value) -> Self {
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        Self { id: text("id"), name: text("name"), description: text("description"), rule: item["rule"].clone() }
    }

    async fn read(tx: &TenantTx, id: &str) -> Result<Self, Error> {
        let row = sql::segment_items()
            .bind(&**tx, &Some(id), &None::<&str>, &"name", &None::<&str>, &false, &None::<&Value>, &1)
            .opt()
            .await?;
        row.map(|row| Self::new(&row.item)).ok_or_else(nothing)
    }
}

/// There is one answer for a segment that never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such segment, or it was deleted.".to_owned())
}

/// Campaigns by their numbers.
async fn campaigns(tx: &TenantTx) -> Result<HashMap<i64, String>, Error> {
    let rows = campaign_pages::campaign_choices().bind(&**tx).all().await?;
    Ok(rows.into_iter().map(|row| (row.id.into(), row.name)).collect())
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    did: String,
}

#[derive(Deserialize, Default)]
struct ListWanted {
    #[serde(default)]
    text: String,
    #[serde(default)]
    did: String,
    #[serde(flatten)]
    after: After,
}

#[derive(Template)]
#[template(path = "segments/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    text: String,
    rows: Vec<Row>,
    turns: Turns,
}

struct Row {
    id: String,
    name: String,
    about: String,
    rule: Vec<String>,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/segments", get(list).post(edit::create))
        .route("/segments/new", get(edit::new))
        .route("/segments/preview", post(edit::preview))
        .route("/segments/{id}", get(show).post(edit::change))
        .route("/segments/{id}/count", get(count))
        .route("/segments/{id}/edit", get(edit::edit))
        .route("/segments/{id}/delete", get(ask).post(delete))
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<ListWanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let (key, id) = wanted.after.place::<String>();
    let text = Some(wanted.text.trim()).filter(|text| !text.is_empty());
    let tx = visitor.session.begin(&pages.database).await?;
    let found = sql::segment_items()
        .bind(&*tx, &None::<&str>, &text, &"name", &id.as_deref(), &false, &key.as_ref(), &(MOST + 1).into())
        .all()
        .await?;
    let campaigns = campaigns(&tx).await?;
    tx.commit().await?;
    Ok(answer::page(&ListPage::new(Shell::of(&visitor.session, "/segments"), &wanted, &found, &campaigns)))
}

impl ListPage {
    fn new(shell: Shell, wanted: &ListWanted, found: &[SegmentItems], campaigns: &HashMap<i64, String>) -> Self {
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        let last = found.get(most - 1).filter(|_| found.len() > most).map(|row| (&row.key, row.id.clone()));
        let text = wanted.text.trim();
        let row = |segment: Segment| Row {
            rule: form::words(&segment.rule, campaigns),
            id: segment.id,
            name: segment.name,
            about: segment.description,
        };
        Self {
            shell,
            did: lists::done(&wanted.did),
            turns: Turns::new("/segments", &[("text", text)], &wanted.after, last),
            text: text.to_owned(),
            rows: found.iter().take(most).map(|found| row(Segment::new(&found.item))).collect(),
        }
    }
}

/// How many are in a segment, for a list that does not wait for it.
async fn count(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let segment = Segment::read(&tx, &id).await?;
    let people = segments::size(&tx, &segment.rule).await?;
    tx.commit().await?;
    Ok(axum::response::Html(shown::count(people)).into_response())
}

#[derive(Template)]
#[template(path = "segments/show.html")]
pub(super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: String,
    name: String,
    about: String,
    rule: Vec<String>,
    total: String,
    people: Vec<people::Row>,
    has_more: bool,
}

/// Somebody whom a rule means.
struct Person {
    name: String,
    title: String,
    company: String,
    score: String,
}

impl Person {
    fn new(row: &Value) -> Self {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        Self {
            name: text("name"),
            title: text("title"),
            company: text("company"),
            score: shown::maybe_count(row["engagement_score"].as_i64()),
        }
    }

    /// What they are, and where.
    fn about(&self) -> String {
        [&self.title, &self.company].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let segment = Segment::read(&tx, &id).await?;
    let (total, people) = people::first(&tx, &lists::query([("segment", &*segment.id)]), SHOWN).await?;
    let campaigns = campaigns(&tx).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/segments");
    Ok(answer::page(&ShowPage::new(shell, &wanted, segment, total, people, &campaigns)))
}

impl ShowPage {
    fn new(
        shell: Shell,
        wanted: &Wanted,
        segment: Segment,
        total: i64,
        people: Vec<PeopleShown>,
        campaigns: &HashMap<i64, String>,
    ) -> Self {
        Self {
            shell,
            did: lists::done(&wanted.did),
            rule: form::words(&segment.rule, campaigns),
            id: segment.id,
            name: segment.name,
            about: segment.description,
            total: shown::counted(total, "person", "people"),
            has_more: usize::try_from(total).is_ok_and(|total| total > people.len()),
            people: people.into_iter().map(people::Row::new).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "segments/delete.html")]
pub(super) struct DeletePage {
    shell: Shell,
    id: String,
    name: String,
    total: String,
}

async fn ask(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let segment = Segment::read(&tx, &id).await?;
    let total = segments::size(&tx, &segment.rule).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/segments");
    let total = shown::counted(total, "person", "people");
    Ok(answer::page(&DeletePage { shell, id: segment.id, name: segment.name, total }))
}

async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    _body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let segment = Segment::read(&tx, &id).await?;
    segments::delete(&tx, &segment.id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/segments?did=segment-deleted").into_response())
}

#[cfg(test)]
fn sample() -> Segment {
    let rule = serde_json::json!({
        "personas": ["<b>"], "any_persona": true, "seniorities": ["vp", "cxo"], "functions": ["marketing"], "countries": ["DE"],
        "companies": ["</textarea><b>"], "tags": ["</textarea><b>"], "lead_statuses": ["new"], "is_follower": false, "is_notable": true,
        "campaigns": [1, 99], "min_score": 5, "window_days": 90,
    });
    Segment { id: "\"><b>".to_owned(), name: "<b>".to_owned(), description: "<b>".to_owned(), rule }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let names = HashMap::from([(1, "<b>".to_owned())]);
        let shell = || Shell::sample("/segments");
        let searched =
            ListWanted { text: "\"><b>".to_owned(), did: "segment-deleted".to_owned(), ..ListWanted::default() };
        let rule = || serde_json::json!({"id": "\"><b>", "name": "<b>", "description": "<b>", "rule": sample().rule});
        let row = |_| SegmentItems { id: "\"><b>".to_owned(), key: "<b>".into(), item: rule() };
        vec![
            Self::new(shell(), &searched, &(0..=MOST).map(row).collect::<Vec<_>>(), &names),
            Self::new(shell(), &searched, &[], &names),
            Self::new(shell(), &ListWanted::default(), &[], &names),
        ]
    }
}

#[cfg(test)]
impl ShowPage {
    pub(super) fn samples() -> Vec<Self> {
        let names = HashMap::from([(1, "<b>".to_owned())]);
        let page =
            |total, people| Self::new(Shell::sample("/segments"), &Wanted::default(), sample(), total, people, &names);
        vec![page(51, people::samples()), page(0, Vec::new())]
    }
}

#[cfg(test)]
impl DeletePage {
    pub(super) fn samples() -> Vec<Self> {
        let text = || "\"><b>".to_owned();
        vec![Self { shell: Shell::sample("/segments"), id: text(), name: text(), total: text() }]
    }
}
