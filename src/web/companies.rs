//! Companies: where the people work who engaged, as accounts.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::get,
};
use queries::{
    client::Params as _,
    queries::{
        company_pages::{self as sql, CompaniesFound},
        persona_pages as personas_sql,
    },
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, Choice, Heading, Sorts},
    saved_views::{List, Saved},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{db::TenantTx, error::Error, model::users::Role};

mod show;

#[cfg(test)]
pub(super) use show::ShowPage;

/// Companies on a page.
const PAGE: i64 = 50;
/// Sizes of companies, by the words of the database.
const SIZES: [&str; 9] = ["1", "2-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"];

const COLUMNS: [Heading; 7] = [
    Heading::word("name", "Company", ""),
    Heading::number("people", "People", "num wide"),
    Heading::number("engaged", "Engaged", "num wide"),
    Heading::number("targets", "On target", "num"),
    Heading::number("personas", "Personas", "num wide"),
    Heading::number("engagements", "Engagements", "num"),
    Heading::number("last", "Last", "num wide"),
];

/// A filter, an order, a page.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Wanted {
    text: String,
    persona: String,
    industry: String,
    size: String,
    engaged: String,
    sort: String,
    dir: String,
    page: String,
    did: String,
}

impl Wanted {
    fn pairs(&self) -> [(&'static str, &str); 5] {
        [
            ("text", self.text.trim()),
            ("persona", &self.persona),
            ("industry", &self.industry),
            ("size", &self.size),
            ("engaged", &self.engaged),
        ]
    }

    fn is_filtered(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    fn query(&self, more: &[(&str, &str)]) -> String {
        lists::query(self.pairs().into_iter().chain(more.iter().copied()))
    }

    fn order(&self) -> (&'static str, bool) {
        lists::order(&COLUMNS, &self.sort, &self.dir, "engagements")
    }

    /// The query of the filter and the order.
    fn kept(&self) -> String {
        let (sort, ascending) = self.order();
        self.query(&[("sort", sort), ("dir", lists::direction(ascending))])
    }
}

/// What a query asks of companies, as a view keeps it.
pub(super) fn kept(query: &str) -> String {
    lists::asked::<Wanted>(query).kept()
}

#[derive(Template)]
#[template(path = "companies/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    has_any: bool,
    wanted: Wanted,
    saved: Saved,
    personas: Vec<Choice>,
    industries: Vec<Choice>,
    sizes: Vec<Choice>,
    headings: Vec<Sorts>,
    rows: Vec<Row>,
    total: String,
    place: String,
    export: String,
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    id: i32,
    name: String,
    about: String,
    people: String,
    engaged: String,
    targets: String,
    personas: String,
    engagements: String,
    last: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/companies", get(list))
        .route("/companies.csv", get(export))
        .route("/companies/{id}", get(show::show))
}

/// Companies of a filter in its order, after so many of them.
async fn find(tx: &TenantTx, wanted: &Wanted, skip: i64, most: i64) -> Result<Vec<CompaniesFound>, Error> {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    // A persona that is no id is that of none.
    let persona = (!wanted.persona.is_empty()).then(|| Uuid::parse_str(&wanted.persona).unwrap_or_default());
    let (text, industry, size) = (given(&wanted.text), given(&wanted.industry), given(&wanted.size));
    let (sort, ascending) = wanted.order();
    Ok(sql::companies_found()
        .params(
            &**tx,
            &sql::CompaniesFoundParams {
                tenant: tx.tenant().0,
                search: text.as_deref(),
                industry: industry.as_deref(),
                size: size.as_deref(),
                persona,
                engaged: wanted.engaged == "yes",
                sort,
                descending: !ascending,
                skip,
                most,
            },
        )
        .all()
        .await?)
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = wanted.page.parse().unwrap_or(1).clamp(1, i64::from(i32::MAX));
    let tx = visitor.session.begin(&pages.database).await?;
    let mut rows = find(&tx, &wanted, (page - 1) * PAGE, PAGE).await?;
    let mut at = page;
    if rows.is_empty() && page > 1 {
        // Beyond the last page is the first.
        at = 1;
        rows = find(&tx, &wanted, 0, PAGE).await?;
    }
    let has_any = !rows.is_empty() || sql::has_companies().bind(&*tx).one().await?;
    let personas = personas_sql::persona_choices().bind(&*tx).all().await?;
    let industries = sql::company_industries().bind(&*tx).all().await?;
    let saved = Saved::of(&tx, &visitor.session, List::Companies, &wanted.kept()).await?;
    tx.commit().await?;
    let personas = personas.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    let shell = Shell::of(&visitor.session, "/companies");
    Ok(answer::page(&ListPage::new(shell, has_any, (personas, industries), wanted, at, rows, saved)))
}

impl ListPage {
    fn new(
        shell: Shell,
        has_any: bool,
        (personas, industries): (Vec<(String, String)>, Vec<String>),
        wanted: Wanted,
        page: i64,
        rows: Vec<CompaniesFound>,
        saved: Saved,
    ) -> Self {
        let total = rows.first().map_or(0, |row| row.total);
        let last = ((total + PAGE - 1) / PAGE).max(1);
        let order = wanted.order();
        let (column, direction) = (order.0, lists::direction(order.1));
        let at = |page: i64| wanted.query(&[("sort", column), ("dir", direction), ("page", &page.to_string())]);
        Self {
            shell,
            did: lists::done(&wanted.did),
            saved,
            has_any,
            personas: personas.into_iter().map(|(id, name)| Choice::new(id, name, &wanted.persona)).collect(),
            industries: industries.iter().map(|name| Choice::new(name, name, &wanted.industry)).collect(),
            sizes: SIZES.iter().map(|size| Choice::new(*size, *size, &wanted.size)).collect(),
            headings: lists::headings(&COLUMNS, order, |order| wanted.query(order)),
            total: shown::counted(total, "company", "companies"),
            place: if last > 1 { format!(", page {page} of {}", shown::count(last)) } else { String::new() },
            export: wanted.kept(),
            previous: (page > 1).then(|| at(page - 1)),
            next: (page < last).then(|| at(page + 1)),
            rows: rows.into_iter().map(Row::new).collect(),
            wanted,
        }
    }
}

impl Row {
    fn new(row: CompaniesFound) -> Self {
        let size = row.size_band.map(|size| format!("{size} people"));
        let about = [row.industry, size, row.country].into_iter().flatten().filter(|part| !part.is_empty());
        Self {
            id: row.id,
            name: row.name,
            about: about.collect::<Vec<_>>().join(" · "),
            people: shown::count(row.people),
            engaged: shown::count(row.engaged),
            targets: shown::count(row.targets),
            personas: shown::count(row.personas),
            engagements: shown::count(row.engagements),
            last: row.last_day.map_or_else(|| "–".to_owned(), shown::day),
        }
    }
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &wanted, 0, i64::MAX).await?;
    tx.commit().await?;
    Ok(sheet(rows)?)
}

/// Rows for a spreadsheet: numbers as they are, and nothing where they are not known.
fn sheet(rows: Vec<CompaniesFound>) -> Result<Response, Error> {
    let header = [
        "Company",
        "Industry",
        "Size",
        "Country",
        "People",
        "Engaged",
        "On target",
        "Personas",
        "Engagements",
        "Last engaged",
    ];
    let cells = |row: CompaniesFound| {
        vec![
            row.name,
            row.industry.unwrap_or_default(),
            row.size_band.unwrap_or_default(),
            row.country.unwrap_or_default(),
            row.people.to_string(),
            row.engaged.to_string(),
            row.targets.to_string(),
            row.personas.to_string(),
            row.engagements.to_string(),
            row.last_day.map(|day| day.to_string()).unwrap_or_default(),
        ]
    };
    answer::sheet("companies.csv", &header, rows.into_iter().map(cells))
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let row = |id, is_whole: bool| CompaniesFound {
            id,
            name: "<b>".to_owned(),
            industry: is_whole.then(|| "<b>".to_owned()),
            size_band: is_whole.then(|| "11-50".to_owned()),
            country: None,
            people: 9,
            engaged: 7,
            engagements: 30,
            last_day: is_whole.then(|| jiff::civil::date(2026, 11, 27)),
            personas: 2,
            targets: 3,
            total: 120,
        };
        let choices = || (vec![(Uuid::nil().to_string(), "<b>".to_owned())], vec!["\"><b>".to_owned()]);
        let filtered = Wanted { text: "\"><b>".to_owned(), ..Wanted::default() };
        let saved = || Saved::sample(List::Companies);
        let shell = || Shell::sample("/companies");
        vec![
            Self::new(shell(), false, (Vec::new(), Vec::new()), Wanted::default(), 1, Vec::new(), saved()),
            Self::new(shell(), true, choices(), filtered.clone(), 1, Vec::new(), saved()),
            Self::new(shell(), true, choices(), filtered, 2, vec![row(1, true), row(2, false)], saved()),
        ]
    }
}
