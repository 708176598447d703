//! What criteria would do, while somebody writes them.

use std::sync::Arc;

use askama::{Template, filters::HtmlSafe};
use axum::{body::Bytes, extract::State as Pool, response::Response};
use queries::queries::personas as sql;
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        fields::Fields,
        shown::{self, Columns},
        visitor::Visitor,
    },
    form, nothing,
};
use crate::{db::TenantTx, error::Error, model::users::Role};

/// What would be.
#[derive(Template)]
#[template(path = "personas/preview.html")]
pub(super) struct Preview {
    /// Why there is nothing to be seen.
    problem: Option<String>,
    is_new: bool,
    people: String,
    entering: String,
    leaving: String,
    recent: String,
    scores: Columns,
    lists: Vec<List>,
    hints: Vec<String>,
}

/// A template escapes what it shows.
impl HtmlSafe for Preview {}

/// Some people whom a change concerns.
struct List {
    words: String,
    people: Vec<Person>,
}

struct Person {
    name: String,
    about: String,
    score: String,
}

pub(super) async fn preview(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let found = of(&tx, &fields).await?;
    tx.rollback().await?;
    Ok(answer::page(&found))
}

/// What a form would do.
pub(super) async fn of(tx: &TenantTx, fields: &Fields) -> Result<Preview, Error> {
    let chosen = match fields.one("persona") {
        "" => None,
        id => Some(Uuid::parse_str(id).map_err(|_| nothing())?),
    };
    if let Some(id) = &chosen
        && !sql::persona_exists().bind(&**tx, id).one().await?
    {
        return Err(nothing());
    }
    let (criteria, threshold) = match form::trial(fields) {
        Ok(trial) => trial,
        Err(problems) => return Ok(Preview::none(problems.into_values().next().unwrap_or_default())),
    };
    let hints = sql::criteria_hints().bind(&**tx, &criteria).all().await?;
    let found = sql::preview_persona().bind(&**tx, &tx.tenant().0, &chosen, &criteria, &threshold.as_str()).one().await;
    match found.map_err(Error::from) {
        Ok(found) => Ok(Preview::new(&found, chosen.is_none(), &threshold, hints)),
        Err(Error::Invalid(sentence)) => Ok(Preview::none(sentence)),
        Err(error) => Err(error),
    }
}

impl Preview {
    fn none(problem: String) -> Self {
        Self { problem: Some(problem), ..Self::new(&Value::Null, true, "", Vec::new()) }
    }

    pub(super) fn new(found: &Value, is_new: bool, threshold: &str, hints: Vec<String>) -> Self {
        let number = |key: &str| found[key].as_i64().unwrap_or_default();
        let list = |key: &str| found[key].as_array().into_iter().flatten().map(Person::new).collect::<Vec<_>>();
        let (people, entering, leaving) = (number("people"), number("entering"), number("leaving"));
        let words = |words: &str, shown: usize, all: i64| {
            if i64::try_from(shown).unwrap_or(i64::MAX) < all {
                format!("{words}: {shown} of {}", shown::count(all))
            } else {
                words.to_owned()
            }
        };
        let mut lists = Vec::new();
        // Of a new one everybody enters.
        let wanted: &[(&str, &str, i64)] = if is_new {
            &[("best", "Best matches", people)]
        } else {
            &[("leaves", "Leave", leaving), ("enters", "Enter", entering), ("best", "Best matches", people)]
        };
        for (key, title, all) in wanted {
            let people = list(key);
            if !people.is_empty() {
                lists.push(List { words: words(title, people.len(), *all), people });
            }
        }
        Self {
            problem: None,
            is_new,
            people: shown::count(people),
            entering: shown::count(entering),
            leaving: shown::count(leaving),
            recent: format!(
                "{} in 30 days, by {} of them",
                shown::counted(number("engagements_30_days"), "engagement", "engagements"),
                shown::count(number("engaged_people_30_days"))
            ),
            scores: Columns {
                bins: found["histogram"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect(),
                threshold: threshold.parse().unwrap_or_default(),
            },
            lists,
            hints,
        }
    }
}

impl Person {
    fn new(row: &Value) -> Self {
        let text = |key: &str| row[key].as_str().filter(|text| !text.is_empty());
        let about = [text("title"), text("company")].into_iter().flatten().collect::<Vec<_>>();
        Self {
            name: text("name").unwrap_or_default().to_owned(),
            about: about.join(", "),
            score: super::score(row["match_score"].as_f64()),
        }
    }
}

/// A preview for the samples of pages.
#[cfg(test)]
pub(super) fn sample() -> Preview {
    let people = serde_json::json!([{"name": "<b>", "title": "<b>", "company": "<b>", "match_score": 0.8}]);
    let found = serde_json::json!({
        "people": 7, "entering": 3, "leaving": 1, "histogram": [0, 0, 1, 2, 3, 4, 5, 6, 7, 8], "best": people, "enters": people,
        "leaves": people,
    });
    Preview::new(&found, false, "0.60", vec!["<b>".to_owned()])
}
