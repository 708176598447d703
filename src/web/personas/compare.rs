//! Personas side by side: what each asks for, whom it finds, and how much of them is the same people.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{RawQuery, State as Pool},
    response::Response,
};
use queries::queries::persona_pages::{self as sql, PersonaChoices, PersonaOverlaps, PersonasShown};
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        shell::Shell,
        shown::{self, Change, Dot, Spark},
        visitor::Visitor,
    },
    Month, score,
    show::{Asked, asked},
    signed,
};
use crate::model::{personas::CRITERIA, users::Role};

/// Personas that fit beside each other.
const MOST: usize = 4;

#[derive(Template)]
#[template(path = "personas/compare.html")]
pub(in super::super) struct ComparePage {
    shell: Shell,
    personas: Vec<Persona>,
    /// What some of them ask for, a row a criterion.
    criteria: Vec<(String, Vec<Option<Asked>>)>,
    overlaps: Vec<Overlap>,
    choices: Vec<Choice>,
    most: usize,
}

struct Persona {
    id: Uuid,
    name: String,
    dot: Dot,
    is_active: bool,
    people: String,
    moved: String,
    average: String,
    threshold: String,
    engagements: String,
    change: Change,
    spark: Spark,
}

/// People of two of them.
struct Overlap {
    one: String,
    other: String,
    people: String,
    of_one: String,
    of_other: String,
}

struct Choice {
    id: Uuid,
    name: String,
    dot: Dot,
    is_chosen: bool,
}

pub(super) async fn compare(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let mut wanted: Vec<Uuid> = Vec::new();
    for (_, value) in url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()).filter(|(key, _)| key == "id") {
        if let Ok(id) = Uuid::parse_str(&value)
            && !wanted.contains(&id)
        {
            wanted.push(id);
        }
    }
    wanted.truncate(MOST);
    let tx = visitor.session.begin(&pages.database).await?;
    let choices = sql::persona_choices().bind(&*tx).all().await?;
    let mut found = Vec::new();
    for id in &wanted {
        // One that is not there, or is another tenant's, is as good as one that was not chosen.
        found.extend(sql::personas_shown().bind(&*tx, &Some(*id)).opt().await?);
    }
    let overlaps = sql::persona_overlaps().bind(&*tx, &wanted.as_slice()).all().await?;
    tx.commit().await?;
    Ok(answer::page(&ComparePage::new(Shell::of(&visitor.session, "/personas"), &found, &overlaps, choices)))
}

impl ComparePage {
    fn new(shell: Shell, found: &[PersonasShown], overlaps: &[PersonaOverlaps], choices: Vec<PersonaChoices>) -> Self {
        let mut asked: Vec<Vec<Asked>> = found.iter().map(|row| asked(&row.criteria)).collect();
        let criteria = CRITERIA.iter().filter_map(|name| {
            let words = shown::word(name);
            let row: Vec<Option<Asked>> = asked
                .iter_mut()
                .map(|all| {
                    let place = all.iter().position(|one| one.name == words)?;
                    Some(all.remove(place))
                })
                .collect();
            row.iter().any(Option::is_some).then_some((words, row))
        });
        let criteria = criteria.collect();
        let named = |id: Uuid| found.iter().find(|row| row.id == id);
        let overlap = |row: &PersonaOverlaps| {
            let (one, other) = (named(row.one)?, named(row.other)?);
            let part = |all: i64| shown::ratio(row.people, all).map_or_else(|| "–".to_owned(), shown::share);
            Some(Overlap {
                one: one.name.clone(),
                other: other.name.clone(),
                people: shown::count(row.people),
                of_one: part(one.people),
                of_other: part(other.people),
            })
        };
        Self {
            shell,
            criteria,
            overlaps: overlaps.iter().filter_map(overlap).collect(),
            personas: found.iter().map(Persona::new).collect(),
            choices: choices
                .into_iter()
                .map(|row| Choice {
                    is_chosen: found.iter().any(|one| one.id == row.id),
                    id: row.id,
                    name: row.name,
                    dot: Dot(row.colour),
                })
                .collect(),
            most: MOST,
        }
    }
}

impl Persona {
    fn new(row: &PersonasShown) -> Self {
        let month = Month::of(&row.engagements);
        Self {
            id: row.id,
            name: row.name.clone(),
            dot: Dot(row.colour.clone()),
            is_active: row.is_active,
            people: shown::count(row.people),
            moved: signed(row.entered - row.departed),
            average: score(row.average_score),
            threshold: format!("{:.2}", row.threshold),
            engagements: shown::count(month.now),
            change: Change { now: month.now, before: month.before },
            spark: Spark(month.averages),
        }
    }
}

#[cfg(test)]
impl ComparePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let choice = |number, name: &str| PersonaChoices {
            id: Uuid::from_u128(number),
            name: name.to_owned(),
            colour: "\"><b>".to_owned(),
            is_active: true,
        };
        let both = [super::sample(1, true), super::sample(2, false)];
        let overlap = PersonaOverlaps { one: Uuid::from_u128(1), other: Uuid::from_u128(2), people: 7 };
        vec![
            Self::new(Shell::sample("/personas"), &both, &[overlap], vec![choice(1, "<b>"), choice(3, "<b>")]),
            Self::new(Shell::sample("/personas"), &[], &[], Vec::new()),
        ]
    }
}
