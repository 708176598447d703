//! Saved views: the lists that people keep under a name, above the list that they are of, and all of them on a page.

use std::sync::Arc;

use askama::{Template, filters::HtmlSafe};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use clap::ValueEnum;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Pages, answer, answer::Problem, assets, campaigns, companies, fields::Fields, lists, people, shell::Shell, shown,
    strategies, visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        saved_views::{self as views, LONGEST_NAME, Said, SavedView},
        sessions::Session,
        users::Role,
    },
    values::{self, word},
};

/// Views that stand above a list; all others are a page away.
const ABOVE: usize = 10;

/// A list of which views are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum List {
    People,
    Companies,
    Campaigns,
    Strategies,
}

impl List {
    fn path(self) -> &'static str {
        match self {
            Self::People => "/people",
            Self::Companies => "/companies",
            Self::Campaigns => "/campaigns",
            Self::Strategies => "/strategies",
        }
    }

    /// Who may open it.
    fn least(self) -> Role {
        match self {
            Self::Campaigns => Role::Client,
            Self::People | Self::Companies | Self::Strategies => Role::Viewer,
        }
    }

    /// What a query asks of the list, whoever wrote it: what the list does not know is left out, and so is the page that it was at.
    fn kept(self, query: &str) -> String {
        match self {
            Self::People => people::kept(query),
            Self::Companies => companies::kept(query),
            Self::Campaigns => campaigns::kept(query),
            Self::Strategies => strategies::kept(query),
        }
    }

    /// The address of a view.
    fn at(self, query: &str) -> String {
        format!("{}?{}", self.path(), self.kept(query))
    }
}

fn list_of(text: &str) -> Result<List, Error> {
    List::from_str(text, false).map_err(|_| Error::NotFound("There is no such list.".to_owned()))
}

/// The views of a list, as its page shows them.
#[derive(Template)]
#[template(path = "saved_views/bar.html")]
pub(super) struct Saved {
    team: String,
    list: &'static str,
    /// What the page shows.
    query: String,
    is_usual: bool,
    rows: Vec<Row>,
    may_share: bool,
}

/// A view.
struct Row {
    id: Uuid,
    name: String,
    href: String,
    list: String,
    is_shared: bool,
    is_here: bool,
    may_change: bool,
}

impl Row {
    fn new(view: SavedView, here: &str, may_share: bool) -> Self {
        let list = List::from_str(&view.page, false).unwrap_or(List::People);
        Self {
            id: view.id,
            href: list.at(&view.query),
            list: shown::word(&view.page),
            is_here: list.kept(&view.query) == here,
            is_shared: view.is_shared,
            may_change: may_share || !view.is_shared,
            name: view.name,
        }
    }
}

impl Saved {
    /// Those of a list, which shows at this moment what a query asks for.
    pub(super) async fn of(tx: &TenantTx, session: &Session, list: List, query: &str) -> Result<Self, Error> {
        let rows = views::all(tx, session, Some(&word(&list))).await?;
        Ok(Self::new(list, query, rows, views::may_share(session), &session.team))
    }

    fn new(list: List, query: &str, rows: Vec<SavedView>, may_share: bool, team: &str) -> Self {
        let query = list.kept(query);
        Self {
            team: team.to_owned(),
            list: list.path().trim_start_matches('/'),
            is_usual: query == list.kept(""),
            rows: rows.into_iter().map(|view| Row::new(view, &query, may_share)).collect(),
            query,
            may_share,
        }
    }

    /// Whether there is a view to be opened, or one to be kept.
    fn is_shown(&self) -> bool {
        !self.rows.is_empty() || !self.is_usual
    }

    /// Whether what is shown is a view already.
    fn is_kept(&self) -> bool {
        self.is_usual || self.rows.iter().any(|row| row.is_here)
    }

    /// Those above the list: the one that is shown is among them.
    fn above(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().enumerate().filter(|(place, row)| *place < ABOVE || row.is_here).map(|(_, row)| row)
    }

    fn more(&self) -> usize {
        self.rows.len() - self.above().count()
    }

    /// Those in whose place this one may be put.
    fn replaceable(&self) -> Vec<&Row> {
        self.rows.iter().filter(|row| row.may_change && !row.is_here).collect()
    }
}

/// It stands in the page of its list.
impl HtmlSafe for Saved {}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/saved-views", get(all).post(create))
        .route("/saved-views/replace", axum::routing::post(replace))
        .route("/saved-views/{id}", get(edit).post(change))
        .route("/saved-views/{id}/delete", get(ask).post(delete))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    did: String,
}

#[derive(Template)]
#[template(path = "saved_views/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    rows: Vec<Row>,
}

async fn all(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let session = &visitor.session;
    let tx = session.begin(&pages.database).await?;
    let found = views::all(&tx, session, None).await?;
    tx.commit().await?;
    let may_share = views::may_share(session);
    // Whoever may do less than before keeps what they had, and is led to no page that they may not open.
    let may_open = |view: &SavedView| list_of(&view.page).is_ok_and(|list| session.role >= list.least());
    let rows = found.into_iter().filter(may_open).map(|view| Row::new(view, "", may_share)).collect();
    Ok(answer::page(&ListPage { shell: Shell::of(session, "/saved-views"), did: lists::done(&wanted.did), rows }))
}

/// The form of a view: one that is there, or one that could not be kept.
#[derive(Template)]
#[template(path = "saved_views/edit.html")]
pub(super) struct EditPage {
    shell: Shell,
    /// The view; none: a new one.
    id: Option<Uuid>,
    /// What it is called as long as nothing is saved.
    title: String,
    list: String,
    query: String,
    href: String,
    name: String,
    is_shared: bool,
    problem: Option<String>,
}

impl EditPage {
    fn new(session: &Session, id: Option<Uuid>, list: List, query: &str, said: Said<'_>) -> Self {
        Self {
            shell: Shell::of(session, list.path()),
            id,
            title: said.name.to_owned(),
            list: word(&list),
            href: list.at(query),
            query: query.to_owned(),
            name: said.name.to_owned(),
            is_shared: said.is_shared,
            problem: None,
        }
    }
}

fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| Error::NotFound("There is no such view.".to_owned()))
}

/// What a form says of a view.
fn said(fields: &Fields) -> Result<Said<'_>, String> {
    let name = fields.one("name");
    values::name(name)?;
    if name.chars().nth(LONGEST_NAME).is_some() {
        return Err(format!("a view's name has at most {LONGEST_NAME} characters"));
    }
    Ok(Said { name, is_shared: fields.has("everybody", "yes") })
}

async fn create(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    let fields = Fields::parse(&body);
    let list = list_of(fields.one("list"))?;
    visitor.must(list.least())?;
    let query = list.kept(fields.one("query"));
    let tx = visitor.session.begin(&pages.database).await?;
    let done = match said(&fields) {
        Ok(said) => views::create(&tx, &visitor.session, &word(&list), &query, said).await.map(drop),
        Err(problem) => Err(Error::Invalid(problem)),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(Redirect::to(&format!("{}&did=view-saved", list.at(&query))).into_response())
        }
        Err(Error::Conflict(sentence) | Error::Invalid(sentence)) => {
            tx.rollback().await?;
            let typed = Said { name: fields.one("name"), is_shared: fields.has("everybody", "yes") };
            let mut page = EditPage::new(&visitor.session, None, list, &query, typed);
            page.problem = Some(sentence);
            Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(error) => Err(error.into()),
    }
}

/// Puts what a list shows in the place of what a view held.
async fn replace(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    let fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let view = views::one(&tx, &visitor.session, id_of(fields.one("view"))?).await?;
    let list = list_of(&view.page)?;
    visitor.must(list.least())?;
    let query = list.kept(fields.one("query"));
    views::replace(&tx, &visitor.session, &view, &query).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}&did=view-replaced", list.at(&query))).into_response())
}

async fn edit(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let tx = visitor.session.begin(&pages.database).await?;
    let view = views::one(&tx, &visitor.session, id_of(&id)?).await?;
    tx.commit().await?;
    let said = Said { name: &view.name, is_shared: view.is_shared };
    let list = list_of(&view.page)?;
    Ok(answer::page(&EditPage::new(&visitor.session, Some(view.id), list, &view.query, said)))
}

async fn change(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let view = views::one(&tx, &visitor.session, id_of(&id)?).await?;
    let done = match said(&fields) {
        Ok(said) => views::rename(&tx, &visitor.session, view.id, said).await,
        Err(problem) => Err(Error::Invalid(problem)),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(Redirect::to("/saved-views?did=view-changed").into_response())
        }
        Err(Error::Conflict(sentence) | Error::Invalid(sentence)) => {
            tx.rollback().await?;
            let typed = Said { name: fields.one("name"), is_shared: fields.has("everybody", "yes") };
            let list = list_of(&view.page)?;
            let mut page = EditPage::new(&visitor.session, Some(view.id), list, &view.query, typed);
            page.title = view.name;
            page.problem = Some(sentence);
            Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "saved_views/delete.html")]
pub(super) struct DeletePage {
    shell: Shell,
    id: Uuid,
    name: String,
    is_shared: bool,
}

async fn ask(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let tx = visitor.session.begin(&pages.database).await?;
    let view = views::one(&tx, &visitor.session, id_of(&id)?).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, list_of(&view.page)?.path());
    Ok(answer::page(&DeletePage { shell, id: view.id, name: view.name, is_shared: view.is_shared }))
}

async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    _body: Bytes,
) -> Result<Response, Problem> {
    let tx = visitor.session.begin(&pages.database).await?;
    views::delete(&tx, &visitor.session, id_of(&id)?).await?;
    tx.commit().await?;
    Ok(Redirect::to("/saved-views?did=view-deleted").into_response())
}

#[cfg(test)]
fn sample(number: u128, is_shared: bool) -> SavedView {
    SavedView {
        id: Uuid::from_u128(number),
        page: "people".to_owned(),
        name: "\"><b>".to_owned(),
        query: format!("text=\"><b>{number}&nothing=<b>&sort=javascript:alert(1)"),
        user_id: (!is_shared).then(Uuid::nil),
        is_shared,
    }
}

#[cfg(test)]
impl Saved {
    /// More than stand above a list, of which the last is shown.
    pub(super) fn sample(list: List) -> Self {
        let all = (0..12).map(|number| sample(number, number % 2 == 0)).collect();
        Self::new(list, "text=%22%3E%3Cb%3E11", all, true, "<Team> & \"Co\"")
    }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |rows: Vec<SavedView>, did| {
            let rows = rows.into_iter().map(|view| Row::new(view, "", false)).collect();
            Self { shell: Shell::sample("/saved-views"), did, rows }
        };
        vec![page(Vec::new(), None), page(vec![sample(1, true), sample(2, false)], lists::done("view-deleted"))]
    }
}

#[cfg(test)]
impl EditPage {
    pub(super) fn samples() -> Vec<Self> {
        let text = || "\"><b>".to_owned();
        let page = |id, problem: Option<String>| Self {
            shell: Shell::sample("/people"),
            id,
            title: text(),
            list: "people".to_owned(),
            query: text(),
            href: List::People.at("text=\"><b>"),
            name: text(),
            is_shared: problem.is_some(),
            problem,
        };
        vec![page(None, Some("<b>no".to_owned())), page(Some(Uuid::nil()), None)]
    }
}

#[cfg(test)]
impl DeletePage {
    pub(super) fn samples() -> Vec<Self> {
        let page =
            |is_shared| Self { shell: Shell::sample("/people"), id: Uuid::nil(), name: "\"><b>".to_owned(), is_shared };
        vec![page(true), page(false)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_that_was_kept_asks_for_no_more_than_one_that_is_typed() {
        let odd = "sort=nothing&dir=up&after=x&page=7&did=erased&text=+a%26b+&text=c&__proto__=1&url=javascript:alert(1)&%00=1";
        for list in List::value_variants() {
            let kept = list.kept(odd);
            for left_out in ["after", "page", "did", "nothing", "javascript", "proto", "%00"] {
                assert!(!kept.contains(left_out), "{list:?} keeps {left_out}: {kept}");
            }
            assert_eq!(list.kept(&kept), kept, "it is read back as it was written");
            assert!(list.at("&did=x#y").starts_with(&format!("{}?sort=", list.path())), "{}", list.at("&did=x#y"));
        }
        assert_eq!(List::People.kept("matched=yes&text=a%26b"), "text=a%26b&matched=yes&sort=score&dir=desc");
        assert_eq!(List::Campaigns.kept("type=organic&sort=name"), "type=organic&sort=name&dir=asc");
    }

    #[test]
    fn the_usual_list_offers_nothing_to_keep() {
        let saved = |query: &str, rows| Saved::new(List::Companies, query, rows, true, "Team");
        assert!(!saved("", vec![]).is_shown() && !saved("sort=engagements&page=3", vec![]).is_shown());
        assert!(saved("engaged=yes", vec![]).is_shown() && !saved("engaged=yes", vec![]).is_kept());
        let many = Saved::sample(List::People);
        assert_eq!((many.above().count(), many.more()), (ABOVE + 1, 1), "the one that is shown is not hidden");
    }
}
