//! `rapport trends`: thirty days of every persona.

use std::collections::HashMap;

use clap::Args;
use queries::queries::trends as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        output::{self, Column, Format},
        persona,
        session::Session,
    },
    config::Config,
    error::Error,
};

/// What `rapport trends` takes.
#[derive(Debug, Args)]
pub struct Trends {
    /// The days of this persona
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
}

const PERSONAS: &[Column] = &[
    Column("persona", "Persona", Format::Text),
    Column("days", "30 days", Format::Sparkline),
    Column("engagements", "Total", Format::Count),
    Column("people", "People", Format::Count),
    Column("last_7_days", "7 days", Format::Count),
    Column("previous_7_days", "7 before", Format::Count),
];

const DAYS: &[Column] = &[
    Column("day", "Day", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_people", "People", Format::Count),
    Column("posts", "Posts", Format::Count),
    Column("average_7_days", "7-day average", Format::Score),
    Column("cumulative_engagements", "Cumulative", Format::Count),
];

const EMPTY: &str = "no personas yet; rapport persona add FILE adds one";

/// Runs `rapport trends`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, args: Trends) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    let chosen = match &args.persona {
        Some(name) => Some(persona::find(&tx, name).await?.0),
        None => None,
    };
    let rows = sql::trend_rows().bind(&*tx, &chosen).all().await?;
    if config.json || chosen.is_some() {
        return output::print_rows(config.json, &rows, DAYS, EMPTY);
    }
    let people = sql::trend_people().bind(&*tx, &session.tenant.0).all().await?;
    let people: HashMap<Uuid, i64> = people.into_iter().map(|row| (row.persona_id, row.people)).collect();
    output::print_rows(false, &lines(&rows, &people), PERSONAS, EMPTY)
}

/// One line a persona, the busiest first.
fn lines(rows: &[Value], people: &HashMap<Uuid, i64>) -> Vec<Value> {
    let mut lines: Vec<Value> = rows
        .chunk_by(|a, b| a["persona_id"] == b["persona_id"])
        .map(|days| {
            let counts: Vec<i64> = days.iter().map(|day| day["engagements"].as_i64().unwrap_or_default()).collect();
            let id = days[0]["persona_id"].as_str().and_then(|id| id.parse().ok()).unwrap_or_default();
            let (before, last) = counts.split_at(counts.len().saturating_sub(7));
            let previous = &before[before.len().saturating_sub(7)..];
            json!({
                "persona": days[0]["persona"],
                "engagements": counts.iter().sum::<i64>(),
                "people": people.get(&id).copied().unwrap_or_default(),
                "last_7_days": last.iter().sum::<i64>(),
                "previous_7_days": previous.iter().sum::<i64>(),
                "days": counts,
            })
        })
        .collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line["engagements"].as_i64()));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persona_is_a_line_with_its_last_two_weeks() {
        let day = |persona: u128, engagements: i64| {
            let name = format!("p{persona}");
            json!({"persona_id": Uuid::from_u128(persona), "persona": name, "engagements": engagements})
        };
        let mut rows: Vec<Value> = (0..30).map(|n| day(1, i64::from(n >= 23))).collect();
        rows.extend((0..30).map(|n| day(2, i64::from(n < 23))));
        let lines = lines(&rows, &HashMap::from([(Uuid::from_u128(1), 4)]));
        assert_eq!((&lines[0]["persona"], &lines[0]["engagements"]), (&json!("p2"), &json!(23)));
        assert_eq!((&lines[0]["last_7_days"], &lines[0]["previous_7_days"]), (&json!(0), &json!(7)));
        assert_eq!((&lines[1]["last_7_days"], &lines[1]["people"]), (&json!(7), &json!(4)));
    }
}
