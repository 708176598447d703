//! One entry of the calendar, how it is moved without a script, and deleting it.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::tz::TimeZone;
use queries::queries::calendar_pages::{self as sql, EntriesShown};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets, lists,
        shell::Shell,
        shown::{self, State},
        visitor::Visitor,
    },
    MINUTE, id_of, moment, nothing, wall,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{calendar, users::Role},
};

/// What was done before it is shown.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Done {
    did: String,
    /// When it was planned for before it was moved.
    was: String,
}

#[derive(Template)]
#[template(path = "calendar/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    /// The time before it was moved, as a field has it and in words.
    was: Option<(String, String)>,
    problem: Option<String>,
    id: Uuid,
    title: String,
    when: String,
    month: String,
    /// What stands in the field for another time.
    at: String,
    state: State,
    kind: String,
    is_paid: bool,
    budget: Option<String>,
    campaign: Option<(i32, String)>,
    strategy: Option<String>,
    slot: Option<String>,
    description: Option<String>,
    notes: Option<String>,
    post_url: Option<String>,
    changed: String,
}

/// An entry as the pages show it.
pub(super) async fn read(tx: &TenantTx, id: Uuid) -> Result<EntriesShown, Error> {
    sql::entries_shown().bind(&**tx, &Some(id), &None, &None, &None, &1).opt().await?.ok_or_else(nothing)
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let entry = read(&tx, id_of(&id)?).await?;
    tx.commit().await?;
    Ok(answer::page(&ShowPage::new(Shell::of(&visitor.session, "/calendar"), &done, entry)))
}

impl ShowPage {
    pub(super) fn new(shell: Shell, done: &Done, entry: EntriesShown) -> Self {
        let clock = shell.clock();
        let at = wall(entry.scheduled_at, &clock);
        let said = |text: Option<String>| text.filter(|text| !text.is_empty());
        Self {
            did: lists::done(&done.did),
            was: before(&done.was, &clock),
            problem: None,
            id: entry.id,
            title: entry.title,
            when: moment(entry.scheduled_at, &clock),
            month: at.strftime("%Y-%m").to_string(),
            at: at.strftime(MINUTE).to_string(),
            state: State(entry.status),
            kind: shown::word(&entry.content_type),
            is_paid: entry.is_paid,
            budget: entry.budget.and_then(|budget| budget.parse().ok()).map(|budget| shown::amount(Some(budget))),
            campaign: entry.campaign_id.zip(entry.campaign),
            strategy: entry.strategy,
            slot: said(entry.strategy_slot),
            description: said(entry.description),
            notes: said(entry.notes),
            post_url: shown::web_address(entry.post_url),
            changed: shown::moment(entry.updated_at, &clock, true),
            shell,
        }
    }

    /// The same, with what somebody typed for another time, and why it did not work.
    pub(super) fn refusing(self, at: &str, problem: &str) -> Self {
        Self { at: at.to_owned(), problem: Some(shown::sentence(problem)), ..self }
    }
}

/// The time in an address, if it is one.
fn before(text: &str, clock: &TimeZone) -> Option<(String, String)> {
    let at = crate::calendar::moment(text, clock).ok()?;
    Some((wall(at, clock).strftime(MINUTE).to_string(), moment(at, clock)))
}

#[derive(Template)]
#[template(path = "calendar/delete.html")]
pub(in super::super) struct DeletePage {
    shell: Shell,
    id: Uuid,
    title: String,
    when: String,
    has_post: bool,
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let entry = read(&tx, id_of(&id)?).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/calendar");
    let when = moment(entry.scheduled_at, &shell.clock());
    let has_post = entry.post_url.is_some();
    Ok(answer::page(&DeletePage { shell, id: entry.id, title: entry.title, when, has_post }))
}

pub(super) async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    _body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let entry = read(&tx, id_of(&id)?).await?;
    calendar::delete(&tx, entry.id).await?;
    tx.commit().await?;
    let clock = Shell::of(&visitor.session, "/calendar").clock();
    let month = wall(entry.scheduled_at, &clock).strftime("%Y-%m");
    Ok(Redirect::to(&format!("/calendar?month={month}&did=entry-deleted")).into_response())
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let done = Done { did: "entry-moved".to_owned(), was: "2026-12-02T10:00".to_owned() };
        let page = || Self::new(Shell::sample("/calendar"), &done, super::sample(1));
        vec![page(), page().refusing("\"><b>", "<b>no")]
    }
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let shell = Shell::sample("/calendar");
        vec![Self { shell, id: Uuid::from_u128(1), title: "<b>".to_owned(), when: "<b>".to_owned(), has_post: true }]
    }
}
