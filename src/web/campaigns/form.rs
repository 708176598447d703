//! A campaign as a form says it, and as the database has it.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::super::{
    fields::{Fields, Problems, chosen},
    goals, strategies,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::campaigns::{CampaignObjective, CampaignStatus, CampaignType, GROUP, PERSONAS},
    values,
};

/// What a form says, by the names of the columns.  A type that nobody says is not said, since then the posts decide.
pub(super) fn read(fields: &Fields) -> Result<Map<String, Value>, Problems> {
    let mut problems = Problems::new();
    let mut said = Map::new();
    let mut keep = |key: &str, value: Result<Value, String>| match value {
        Ok(value) => {
            said.insert(key.to_owned(), value);
        }
        Err(problem) => {
            problems.insert(key.to_owned(), problem);
        }
    };
    let or_null = |key: &str, read: fn(&str) -> Result<Value, String>| fields.given(key).map_or(Ok(Value::Null), read);
    keep("name", values::name(fields.one("name")).map(Value::from));
    keep(GROUP, or_null(GROUP, |text| values::name(text).map(Value::from)));
    keep("description", or_null("description", |text| Ok(text.into())));
    keep("objective", or_null("objective", chosen::<CampaignObjective>));
    if let Some(kind) = fields.given("type") {
        keep("type", chosen::<CampaignType>(kind));
    }
    if let Some(status) = fields.given("status") {
        keep("status", chosen::<CampaignStatus>(status));
    }
    for key in ["start_date", "end_date"] {
        keep(key, or_null(key, |text| values::day(text).map(|day| day.to_string().into())));
    }
    keep("budget", or_null("budget", |text| values::amount(text).map(Value::from)));
    keep("currency", or_null("currency", |text| values::currency(text).map(Value::from)));
    keep("kpi_target", or_null("kpi_target", goals::read));
    let personas: Result<Vec<Value>, _> =
        fields.all("persona").map(|id| Uuid::parse_str(id).map(|id| id.to_string().into())).collect();
    keep(PERSONAS, personas.map(Value::Array).map_err(|_| "choose from the list".to_owned()));
    keep(
        "strategy_id",
        or_null("strategy", |text| match Uuid::parse_str(text) {
            Ok(id) => Ok(id.to_string().into()),
            Err(_) => Err("choose one of the list".to_owned()),
        }),
    );
    // Days that are written like this are put in order as text.
    if let (Some(first), Some(last)) =
        (said.get("start_date").and_then(Value::as_str), said.get("end_date").and_then(Value::as_str))
        && last < first
    {
        problems.insert("end_date".to_owned(), "a campaign ends after it starts".to_owned());
    }
    for (column, field) in [("strategy_id", "strategy"), (PERSONAS, "persona")] {
        if let Some(problem) = problems.remove(column) {
            problems.insert(field.to_owned(), problem);
        }
    }
    if problems.is_empty() { Ok(said) } else { Err(problems) }
}

/// Whether the strategy is there still, and the goal is one of its key figure.
pub(super) async fn check_strategy(tx: &TenantTx, fields: &Fields, problems: &mut Problems) -> Result<(), Error> {
    let Some(strategy) = fields.given("strategy").and_then(|id| Uuid::parse_str(id).ok()) else { return Ok(()) };
    let wrong = match strategies::one(tx, strategy).await {
        Ok(strategy) => {
            let goal = fields.given("kpi_target");
            goal.and_then(|goal| goals::fits(&strategy.primary_kpi, goal).err()).map(|problem| ("kpi_target", problem))
        }
        Err(Error::NotFound(_)) => {
            Some(("strategy", "there is no such strategy any more; choose another one".to_owned()))
        }
        Err(error) => return Err(error),
    };
    if let Some((field, problem)) = wrong {
        problems.entry(field.to_owned()).or_insert(problem);
    }
    Ok(())
}

/// The field that a refusal of the database speaks of.
pub(super) fn place_of(sentence: &str) -> &'static str {
    [
        ("of this name exists", "name"),
        ("strategy", "strategy"),
        ("persona", "persona"),
        ("end after", "end_date"),
        ("budget", "budget"),
        ("currenc", "currency"),
    ]
    .into_iter()
    .find(|(words, _)| sentence.contains(words))
    .map_or("", |(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_by_the_names_of_the_columns_and_nothing_is_null() {
        let body = b"name=+Spring+&budget=1500.50&start_date=2026-03-01&end_date=&strategy=&group=&persona=00000000-0000-4000-8000-00000000000a";
        let said = Value::Object(read(&Fields::parse(body)).unwrap());
        let wanted = serde_json::json!({
            "name": "Spring", "group": null, "description": null, "objective": null, "start_date": "2026-03-01", "end_date": null,
            "budget": "1500.50", "currency": null, "kpi_target": null, "strategy_id": null,
            "personas": ["00000000-0000-4000-8000-00000000000a"],
        });
        assert_eq!(said, wanted);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let body = b"name=&budget=1,500&start_date=2026-03-02&end_date=2026-03-01&strategy=x&objective=fame&status=gone&currency=Euro&kpi_target=1e3&persona=7";
        let problems = read(&Fields::parse(body)).unwrap_err();
        let wrong: Vec<&str> = problems.keys().map(String::as_str).collect();
        assert_eq!(
            wrong,
            ["budget", "currency", "end_date", "kpi_target", "name", "objective", "persona", "status", "strategy"]
        );
    }
}
