//! Reports for those who have no account: which there are, a new one, what it says, and what its link opens.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use queries::queries::reports as sql;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    here::caution,
    lists::{self, After, Turns},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{audit::Names, reports, users::Role},
};
use sheet::Sheet;

mod new;
mod open;
mod sheet;

#[cfg(test)]
pub(super) use new::NewPage;
#[cfg(test)]
pub(super) use open::{GonePage, OpenPage};

/// Reports that are shown at once.
const MOST: usize = 200;

#[derive(Deserialize, Default)]
struct Wanted {
    #[serde(default)]
    all: String,
    #[serde(default)]
    did: String,
    #[serde(flatten)]
    after: After,
}

#[derive(Template)]
#[template(path = "reports/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    /// Whether those that have ended are shown too.
    all: bool,
    /// Whether there are only those that have ended.
    has_ended: bool,
    rows: Vec<Row>,
    turns: Turns,
    /// A report that was made just now, with its link, for the only time.
    made: Option<Made>,
}

struct Made {
    id: Uuid,
    title: String,
    link: String,
    ends: String,
    names_people: bool,
}

impl Made {
    fn caution(&self) -> Option<&'static str> {
        caution(&self.link)
    }
}

struct Row {
    id: String,
    title: String,
    of: String,
    names_people: bool,
    by: String,
    made: String,
    opened: String,
    last: String,
    ends: String,
    state: String,
}

impl Row {
    fn new(row: &Value, names: &Names, shell: &Shell) -> Self {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let at = |key: &str| shown::at(&row[key], &shell.clock());
        let of: Vec<&str> =
            row["campaigns"].as_array().into_iter().flatten().filter_map(|one| one["name"].as_str()).collect();
        let of = match of.as_slice() {
            [] => "no campaign".to_owned(),
            [one] => (*one).to_owned(),
            all => format!("{} and {} more", all[0], all.len() - 1),
        };
        Self {
            id: text("id"),
            title: text("title"),
            of,
            names_people: row["names_people"] == Value::Bool(true),
            by: names.of(&text("made_by")),
            made: at("created_at"),
            opened: shown::count(row["opened"].as_i64().unwrap_or_default()),
            last: at("last_opened"),
            ends: at("expires_at"),
            state: text("state"),
        }
    }

    fn is_open(&self) -> bool {
        self.state == "open"
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/reports", get(list).post(new::make))
        .route("/reports/new", get(new::form))
        .route("/reports/{id}", get(show))
        .route("/reports/{id}/revoke", post(revoke))
        .route(reports::LINK, get(open::open))
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let shell = Shell::live(&pages, &visitor.session, "/campaigns", "reports");
    let tx = visitor.session.begin(&pages.database).await?;
    let page = page(&tx, shell, &wanted, None).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

async fn page(tx: &TenantTx, shell: Shell, wanted: &Wanted, made: Option<Made>) -> Result<ListPage, Error> {
    let all = !wanted.all.is_empty();
    let (key, id) = wanted.after.place::<Uuid>();
    let most = i64::try_from(MOST).unwrap_or(i64::MAX) + 1;
    let found = sql::report_items()
        .bind(&**tx, &None, &all, &None::<&str>, &"created_at", &id, &true, &key.as_ref(), &most)
        .all()
        .await?;
    let (names, _) = Names::read(tx).await?;
    // Nobody who has just ended the last link wants to hear that there never was one.
    let has_ended = found.is_empty() && !all && {
        let one = sql::report_items()
            .bind(&**tx, &None, &true, &None::<&str>, &"created_at", &None, &true, &None::<&Value>, &1)
            .opt()
            .await?;
        one.is_some()
    };
    let last = found.get(MOST - 1).filter(|_| found.len() > MOST).map(|row| (&row.key, row.id.to_string()));
    Ok(ListPage {
        did: lists::done(&wanted.did),
        turns: Turns::new("/reports", &[("all", &wanted.all)], &wanted.after, last),
        all,
        has_ended,
        rows: found.iter().take(MOST).map(|row| Row::new(&row.item, &names, &shell)).collect(),
        made,
        shell,
    })
}

#[derive(Template)]
#[template(path = "reports/show.html")]
pub(super) struct ShowPage {
    shell: Shell,
    sheet: Sheet,
}

/// The id in an address; what is none is that of no report.
fn id_of(text: &str) -> Result<Uuid, Error> {
    text.parse().map_err(|_| reports::no_report())
}

/// What somebody who has the link sees, for the team.
async fn show(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let report = reports::read(&tx, id).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/campaigns");
    Ok(answer::page(&ShowPage { shell, sheet: Sheet::new(report) }))
}

async fn revoke(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    reports::revoke(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/reports?did=report-revoked").into_response())
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let row = |state: &str| Row {
            id: "\"><b>".to_owned(),
            title: "<b>".to_owned(),
            of: "<b>".to_owned(),
            names_people: true,
            by: "<b>".to_owned(),
            made: "27 Nov 2026 20:30".to_owned(),
            opened: "7".to_owned(),
            last: String::new(),
            ends: "27 Dec 2026 20:30".to_owned(),
            state: state.to_owned(),
        };
        let made = Made {
            id: Uuid::nil(),
            title: "<b>".to_owned(),
            link: "\"><b>".to_owned(),
            ends: "27 Dec".to_owned(),
            names_people: true,
        };
        let page = |rows, made| Self {
            shell: Shell::sample("/campaigns"),
            did: None,
            all: true,
            has_ended: false,
            rows,
            turns: Turns::default(),
            made,
        };
        vec![page(Vec::new(), None), page(vec![row("open"), row("revoked"), row("ended")], Some(made))]
    }
}

#[cfg(test)]
impl ShowPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |sheet| Self { shell: Shell::sample("/campaigns"), sheet };
        Sheet::samples().into_iter().map(page).collect()
    }
}
