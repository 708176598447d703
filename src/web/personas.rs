//! All personas with whom they match, as a page and as a file for a spreadsheet.

use std::{cmp::Ordering, collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::get,
};
use queries::queries::persona_pages::{self as sql, PersonasShown};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, Heading, Sorts},
    shell::Shell,
    shown::{self, Change, Dot, Spark},
    visitor::Visitor,
};
use crate::{error::Error, model::users::Role};

mod compare;
mod delete;
mod edit;
mod form;
mod preview;
mod show;
mod strategies;

pub(super) use edit::seniority;
#[cfg(test)]
pub(super) use strategies::sample as recommended_sample;
pub(super) use strategies::{Strategy as Recommended, find_for_each as recommended};

#[cfg(test)]
pub(super) use compare::ComparePage;
#[cfg(test)]
pub(super) use delete::DeletePage;
#[cfg(test)]
pub(super) use edit::EditPage;
#[cfg(test)]
pub(super) use show::ShowPage;

const COLUMNS: [Heading; 5] = [
    Heading::word("name", "Persona", ""),
    Heading::number("people", "People", "num"),
    Heading::number("moved", "Gained", "num wide"),
    Heading::number("match", "Match", "num wider"),
    Heading::number("engagements", "Engagements", "num"),
];

/// The order of the list, and what was done before it was shown.
#[derive(Deserialize, Default)]
struct Wanted {
    #[serde(default)]
    sort: String,
    #[serde(default)]
    dir: String,
    #[serde(default)]
    did: String,
}

impl Wanted {
    fn order(&self) -> (&'static str, bool) {
        lists::order(&COLUMNS, &self.sort, &self.dir, "people")
    }
}

#[derive(Template)]
#[template(path = "personas/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    headings: Vec<Sorts>,
    export: String,
    total: String,
    rows: Vec<Row>,
}

struct Row {
    id: Uuid,
    name: String,
    about: String,
    dot: Dot,
    is_active: bool,
    people: String,
    moved: String,
    average: String,
    engagements: String,
    change: Change,
    spark: Spark,
}

/// What the days of a persona come to: thirty, the thirty before them, and an average of seven days for each of the thirty.
pub(super) struct Month {
    pub(super) now: i64,
    pub(super) before: i64,
    pub(super) averages: Vec<f64>,
}

impl Month {
    /// Of sixty-six days, the last of which is today.
    pub(super) fn of(days: &[i64]) -> Self {
        let sum = |from_end: usize| days.iter().rev().skip(from_end).take(30).sum::<i64>();
        let last = &days[days.len().saturating_sub(36)..];
        let averages = last.windows(7).map(|week| week.iter().sum::<i64>() as f64 / 7.0).collect();
        Self { now: sum(0), before: sum(30), averages }
    }
}

/// "+12": how many more there are than before.
pub(super) fn signed(number: i64) -> String {
    match number {
        0 => "±0".to_owned(),
        more if more > 0 => format!("+{}", shown::count(more)),
        fewer => shown::count(fewer),
    }
}

/// A score as it is compared: two decimals.
pub(super) fn score(score: Option<f64>) -> String {
    score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}"))
}

/// There is one answer for a persona that never was and another tenant's.
pub(super) fn nothing() -> Error {
    Error::NotFound("There is no such persona, or it was deleted.".to_owned())
}

/// The id in an address; what is none is that of no persona.
fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/personas", get(list).post(edit::create))
        .route("/personas.csv", get(export))
        .route("/personas/compare", get(compare::compare))
        .route("/personas/strategies", get(strategies::first))
        .route("/personas/new", get(edit::new))
        .route("/personas/preview", axum::routing::post(preview::preview))
        .route("/personas/{id}", get(show::show).post(edit::change))
        .route("/personas/{id}/edit", get(edit::edit))
        .route("/personas/{id}/strategies", get(strategies::of_persona))
        .route("/personas/{id}/active", axum::routing::post(edit::activate))
        .route("/personas/{id}/delete", get(delete::ask).post(delete::delete))
}

fn sort((column, ascending): (&str, bool), rows: &mut [PersonasShown]) {
    let number = |row: &PersonasShown| match column {
        "people" => Some(row.people as f64),
        "moved" => Some((row.entered - row.departed) as f64),
        "match" => row.average_score,
        _ => Some(Month::of(&row.engagements).now as f64),
    };
    if column == "name" {
        if !ascending {
            rows.reverse();
        }
        return;
    }
    // What is not known comes last in either direction; the rows come by name.
    rows.sort_by(|one, other| match (number(one), number(other)) {
        (Some(one), Some(other)) if ascending => one.total_cmp(&other),
        (Some(one), Some(other)) => other.total_cmp(&one),
        (None, None) => Ordering::Equal,
        (one, _) => {
            if one.is_some() {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
    });
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = sql::personas_shown().bind(&*tx, &None).all().await?;
    tx.commit().await?;
    Ok(answer::page(&ListPage::new(Shell::of(&visitor.session, "/personas"), &wanted, rows)))
}

impl ListPage {
    fn new(shell: Shell, wanted: &Wanted, mut found: Vec<PersonasShown>) -> Self {
        let order = wanted.order();
        sort(order, &mut found);
        let (column, ascending) = order;
        Self {
            shell,
            did: lists::done(&wanted.did),
            headings: lists::headings(&COLUMNS, order, |order| lists::query(order.iter().copied())),
            export: lists::query([("sort", column), ("dir", lists::direction(ascending))]),
            total: shown::counted(i64::try_from(found.len()).unwrap_or(i64::MAX), "persona", "personas"),
            rows: found.into_iter().map(Row::new).collect(),
        }
    }
}

impl Row {
    fn new(row: PersonasShown) -> Self {
        let month = Month::of(&row.engagements);
        Self {
            id: row.id,
            about: row.description.unwrap_or_default(),
            dot: Dot(row.colour),
            is_active: row.is_active,
            people: shown::count(row.people),
            moved: signed(row.entered - row.departed),
            average: score(row.average_score),
            engagements: shown::count(month.now),
            change: Change { now: month.now, before: month.before },
            spark: Spark(month.averages),
            name: row.name,
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
    let mut rows = sql::personas_shown().bind(&*tx, &None).all().await?;
    let first = sql::first_strategies().bind(&*tx).all().await?;
    tx.commit().await?;
    sort(wanted.order(), &mut rows);
    let strategies: HashMap<Uuid, String> = first.into_iter().map(|row| (row.id, row.name)).collect();
    Ok(sheet(&rows, &strategies)?)
}

/// Rows for a spreadsheet: numbers as they are, and nothing where they are not known.
fn sheet(rows: &[PersonasShown], strategies: &HashMap<Uuid, String>) -> Result<Response, Error> {
    let header = [
        "Persona",
        "Description",
        "Active",
        "Threshold",
        "People",
        "Entered in 30 days",
        "Left in 30 days",
        "Average match",
        "Engagements in 30 days",
        "Engagements in the 30 days before",
        "Recommended strategy",
    ];
    let cells = |row: &PersonasShown| {
        let month = Month::of(&row.engagements);
        vec![
            row.name.clone(),
            row.description.clone().unwrap_or_default(),
            if row.is_active { "yes" } else { "no" }.to_owned(),
            format!("{:.2}", row.threshold),
            row.people.to_string(),
            row.entered.to_string(),
            row.departed.to_string(),
            row.average_score.map(|score| format!("{score:.4}")).unwrap_or_default(),
            month.now.to_string(),
            month.before.to_string(),
            strategies.get(&row.id).cloned().unwrap_or_default(),
        ]
    };
    answer::sheet("personas.csv", &header, rows.iter().map(cells))
}

/// A persona for the samples of pages.
#[cfg(test)]
fn sample(number: u128, is_whole: bool) -> PersonasShown {
    PersonasShown {
        id: Uuid::from_u128(number),
        name: "</script><b>".to_owned(),
        description: is_whole.then(|| "<b>".to_owned()),
        colour: "\"><b>".to_owned(),
        threshold: 0.6,
        is_active: is_whole,
        criteria: if is_whole {
            serde_json::json!({"title": {"include": ["<b>cmo"], "exclude": ["<b>"], "weight": 3, "mode": "required"},
                "follower": {"is": true}, "engagement": {"min_score": 3, "window_days": 30}, "industry": {"any": ["<b>"]}})
        } else {
            serde_json::json!({})
        },
        is_sample: false,
        people: if is_whole { 70 } else { 0 },
        average_score: is_whole.then_some(0.83),
        entered: 7,
        departed: 3,
        engagements: (0..66).collect(),
    }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let wanted = || Wanted { did: "deleted".to_owned(), ..Wanted::default() };
        vec![
            Self::new(Shell::sample("/personas"), &wanted(), vec![sample(1, true), sample(2, false)]),
            Self::new(Shell::sample("/personas"), &Wanted::default(), Vec::new()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_thirty_days_and_the_thirty_before() {
        let days: Vec<i64> = (0..66).collect();
        let month = Month::of(&days);
        assert_eq!(month.now, (36..66).sum::<i64>());
        assert_eq!(month.before, (6..36).sum::<i64>());
        assert_eq!((month.averages.len(), month.averages[29]), (30, 62.0));
        assert_eq!(Month::of(&[]).averages.len(), 0);
    }

    #[test]
    fn what_is_not_known_is_last_in_either_direction() {
        for ascending in [true, false] {
            let mut rows = vec![sample(1, false), sample(2, true)];
            sort(("match", ascending), &mut rows);
            assert_eq!(rows[0].id, Uuid::from_u128(2));
        }
    }

    #[test]
    fn a_number_says_whether_it_is_more_or_less() {
        assert_eq!([signed(0), signed(3), signed(-3)], ["±0", "+3", "\u{2212}3"]);
    }
}
