//! Which strategies a persona should be met with.  What was tried with all personas is looked at for that, which takes a while where
//! there is much of it: the pages ask for it once they are there.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::Response,
};
use queries::queries::{persona_pages as sql, strategies as strategies_sql};
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, shown, shown::Interval, visitor::Visitor},
    id_of, nothing,
};
use crate::{db::TenantTx, error::Error, model::users::Role};

/// Strategies that are shown.
pub(super) const SHOWN: i32 = 5;

/// What may be so many times as much as it may be little says nothing.
const VAGUE: f64 = 4.0;

/// A strategy with the evidence for it.
pub(in super::super) struct Strategy {
    pub(in super::super) id: String,
    pub(in super::super) name: String,
    pub(in super::super) kind: String,
    pub(in super::super) reason: String,
    pub(in super::super) relevance: String,
    /// By what it is ranked: the part of the persona that a post is expected to bring to engage.
    pub(in super::super) score: f64,
    pub(in super::super) expected: String,
    pub(in super::super) range: String,
    /// Whether what is expected is narrow enough to be said in a sentence.
    is_told: bool,
    /// Whether it was tried with this persona: what is expected of any other says nothing of it.
    pub(super) is_tried: bool,
    pub(in super::super) interval: Interval,
    pub(in super::super) evidence: String,
}

/// The part of a persona's page.
#[derive(Template)]
#[template(path = "personas/strategies.html")]
struct Part {
    strategies: Vec<Strategy>,
}

/// The first strategy of every persona, each for its place in the list.
#[derive(Template)]
#[template(path = "personas/first.html")]
struct First {
    rows: Vec<(Uuid, String)>,
}

/// Whether any of these was tried with the persona.
pub(super) fn is_any_tried(strategies: &[Strategy]) -> bool {
    strategies.iter().any(|one| one.is_tried)
}

/// The best strategies for a persona, so many of them.
pub(super) async fn find(tx: &TenantTx, persona: Uuid, most: i32) -> Result<Vec<Strategy>, Error> {
    Ok(find_for_each(tx, &[persona], most).await?.remove(&persona).unwrap_or_default())
}

/// The best strategies for each of some personas, so many of them.
pub(in super::super) async fn find_for_each(
    tx: &TenantTx,
    personas: &[Uuid],
    most: i32,
) -> Result<HashMap<Uuid, Vec<Strategy>>, Error> {
    let rows = strategies_sql::strategies_for_personas().bind(&**tx, &tx.tenant().0, &personas, &most).all().await?;
    let mut found: HashMap<Uuid, Vec<Value>> = HashMap::new();
    for row in rows {
        found.entry(row.persona_id).or_default().push(row.row);
    }
    let shown = found.into_iter().map(|(persona, rows)| {
        let widest = rows.iter().filter(|row| row["trials"].as_f64() > Some(0.0));
        let widest = widest.filter_map(|row| row["interval_high"].as_f64()).fold(0.0, f64::max);
        (persona, rows.iter().map(|row| Strategy::new(row, widest)).collect())
    });
    Ok(shown.collect())
}

impl Strategy {
    pub(super) fn new(row: &Value, widest: f64) -> Self {
        let number = |key: &str| row[key].as_f64().unwrap_or_default();
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let (low, mean, high) = (number("interval_low"), number("posterior_mean"), number("interval_high"));
        let posts = row["posts"].as_i64().unwrap_or_default();
        let evidence = if number("trials") > 0.0 {
            format!("Tried with {}", shown::counted(posts, "post", "posts"))
        } else {
            "Nothing is known of it with this persona yet".to_owned()
        };
        Self {
            id: text("strategy_id"),
            name: text("strategy"),
            kind: shown::word(row["type"].as_str().unwrap_or_default()),
            reason: text("recommendation_reason"),
            relevance: row["relevance_score"].as_f64().map(|fit| format!("{fit:.2}")).unwrap_or_default(),
            score: number("score"),
            expected: shown::believed(mean),
            range: format!("{} to {}", shown::believed(low), shown::believed(high)),
            is_told: number("trials") > 0.0 && high <= VAGUE * low,
            is_tried: number("trials") > 0.0,
            interval: Interval { low, mean, high, usual: row["baseline"].as_f64(), widest },
            evidence,
        }
    }

    /// What speaks for it, in a line, beside others of its kind.
    pub(in super::super) fn in_short(&self) -> String {
        let usual = self.interval.usual.map_or_else(String::new, |usual| format!(", {} usual", shown::believed(usual)));
        match self {
            Self { is_tried: true, is_told: true, expected, range, .. } => {
                format!("{expected} expected of a post ({range}){usual}")
            }
            Self { is_tried: true, .. } => "tried too little to say".to_owned(),
            Self { relevance, .. } if relevance.is_empty() => {
                "nothing known of it yet that speaks for or against it".to_owned()
            }
            Self { relevance, expected, .. } => {
                format!("no response known yet, {expected} expected by its fit of {relevance}{usual}")
            }
        }
    }
}

pub(super) async fn of_persona(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    if !queries::queries::personas::persona_exists().bind(&*tx, &id).one().await? {
        return Err(nothing().into());
    }
    let strategies = find(&tx, id, SHOWN).await?;
    tx.commit().await?;
    Ok(answer::page(&Part { strategies }))
}

pub(super) async fn first(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = sql::first_strategies().bind(&*tx).all().await?;
    tx.commit().await?;
    Ok(answer::page(&First { rows: rows.into_iter().map(|row| (row.id, row.name)).collect() }))
}

/// A strategy for the samples of pages.
#[cfg(test)]
pub(in super::super) fn sample() -> Strategy {
    let row = serde_json::json!({
        "strategy_id": "00000000-0000-0000-0000-000000000001", "strategy": "<b>", "type": "awareness", "recommendation_reason": "<b>", "relevance_score": 0.8, "trials": 100, "successes": 3,
        "posts": 4, "posterior_mean": 0.03, "interval_low": 0.01, "interval_high": 0.05, "baseline": 0.02,
    });
    Strategy::new(&row, 0.05)
}
