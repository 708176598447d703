//! A strategy as a form says it, and as the database has it.

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::super::{
    fields::{Fields, Problems, chosen, decimal},
    goals,
};
use crate::{
    model::{
        calendar::ContentType,
        campaigns::CampaignObjective,
        strategies::{Kpi, StrategyType},
    },
    values::{self, word},
};

/// Lists that hold a line for each of their words.
pub(super) const LINES: [&str; 6] =
    ["content_themes", "best_times", "success_metrics", "required_assets", "post_templates", "examples"];
/// Closed lists of which any number is chosen.
const CHOICES: [&str; 2] = ["audience_seniorities", "audience_functions"];
/// Amounts, which the database counts in decimals.
const AMOUNTS: [&str; 2] = ["budget_min", "budget_max"];
/// What campaigns usually reach, written as their goals are.
const BENCHMARKS: [&str; 2] = ["benchmark_low", "benchmark_high"];

/// What a form says, by the names of the columns.
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
    keep("name", values::name(fields.one("name")).map(Value::from));
    for key in ["description", "benchmark_source"] {
        keep(key, Ok(fields.given(key).map_or(Value::Null, Value::from)));
    }
    keep("type", chosen::<StrategyType>(fields.one("type")));
    keep("objective", fields.given("objective").map_or(Ok(Value::Null), chosen::<CampaignObjective>));
    keep("primary_kpi", chosen::<Kpi>(fields.one("primary_kpi")));
    for key in LINES {
        keep(key, Ok(fields.lines(key).into()));
    }
    for key in CHOICES {
        keep(key, Ok(fields.all(key).filter(|word| !word.is_empty()).collect::<Vec<_>>().into()));
    }
    for key in AMOUNTS {
        keep(key, fields.given(key).map_or(Ok(Value::Null), |text| values::amount(text).map(Value::from)));
    }
    for key in BENCHMARKS {
        let read = |text| goals::fits(fields.one("primary_kpi"), text).and_then(|()| goals::read(text));
        keep(key, fields.given(key).map_or(Ok(Value::Null), read));
    }
    let posts = fields.given("posts_per_week").map_or(Ok(Value::Null), |text| decimal(text, (3, 1), "2.5"));
    keep("posts_per_week", posts);
    keep("currency", values::currency(fields.one("currency")).map(Value::from));
    keep("duration_weeks", fields.given("duration_weeks").map_or(Ok(Value::Null), weeks));
    keep("content_mix", mix(fields));
    if problems.is_empty() { Ok(said) } else { Err(problems) }
}

fn weeks(text: &str) -> Result<Value, String> {
    match text.parse::<i32>() {
        Ok(weeks) if (1..=520).contains(&weeks) => Ok(weeks.into()),
        _ => Err("it must be a number of weeks from 1 to 520".to_owned()),
    }
}

/// What posts are made of, in percent.
fn mix(fields: &Fields) -> Result<Value, String> {
    let mut mix = Map::new();
    let mut sum = 0;
    for kind in ContentType::value_variants() {
        let kind = word(kind);
        match fields.one(&format!("mix.{kind}")) {
            "" | "0" => {}
            text => {
                let share = text.parse::<u32>().ok().filter(|share| *share <= 100);
                let share = share.ok_or_else(|| "shares are whole numbers from 0 to 100".to_owned())?;
                sum += share;
                mix.insert(kind, share.into());
            }
        }
    }
    if sum == 100 || mix.is_empty() {
        Ok(Value::Object(mix))
    } else {
        Err(format!("the shares must add up to 100, and come to {sum}"))
    }
}

/// The form of a strategy that there is.
pub(super) fn of(strategy: &Value) -> Fields {
    let mut fields = Fields::default();
    for (key, value) in strategy.as_object().into_iter().flatten() {
        match value {
            Value::Array(words) if CHOICES.contains(&key.as_str()) => {
                for word in words.iter().filter_map(Value::as_str) {
                    fields.push(key, word);
                }
            }
            Value::Array(words) => {
                let lines: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
                fields.push(key, lines.join("\n"));
            }
            Value::Object(mix) => {
                for (kind, share) in mix {
                    fields.push(format!("mix.{kind}"), share.to_string());
                }
            }
            Value::String(text) => fields.push(key, text),
            Value::Number(number) if BENCHMARKS.contains(&key.as_str()) => {
                let kpi = strategy["primary_kpi"].as_str().unwrap_or_default();
                fields.push(key, goals::written(kpi, number.as_f64().unwrap_or_default()));
            }
            Value::Number(number) => {
                // Without the zeros with which a decimal of the database ends.
                let text = number.to_string();
                let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
                fields.push(key, text);
            }
            _ => {}
        }
    }
    fields
}

/// The field that a sentence of the database speaks of.
pub(super) fn place_of(sentence: &str) -> String {
    [
        ("benchmarks", "benchmark_high"),
        ("budgets", "budget_max"),
        ("content mix", "content_mix"),
        ("seniority", "audience_seniorities"),
        ("job_function", "audience_functions"),
    ]
    .into_iter()
    .find(|(word, _)| sentence.contains(word))
    .map_or_else(String::new, |(_, key)| key.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_there_is_what_the_form_says_again() {
        let there = json!({
            "name": "Proof", "description": null, "type": "conversion", "objective": "lead_generation", "primary_kpi": "click_through_rate",
            "audience_seniorities": ["vp", "cxo"], "audience_functions": [], "content_themes": ["a", "b"], "best_times": [],
            "success_metrics": [], "required_assets": [], "post_templates": [], "examples": [], "content_mix": {"video": 60, "text": 40},
            "benchmark_low": 0.0050, "benchmark_high": null, "budget_min": 500.00, "currency": "EUR", "duration_weeks": 8,
        });
        let said = read(&of(&there)).expect("it is a whole strategy");
        for key in ["name", "type", "audience_seniorities", "content_themes", "content_mix", "duration_weeks"] {
            assert_eq!(said[key], there[key], "{key}");
        }
        assert_eq!(of(&there).one("benchmark_low"), "0.5 %");
        assert_eq!((&said["benchmark_low"], &said["benchmark_high"]), (&json!("0.0050"), &Value::Null));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let body = b"name=+&type=x&primary_kpi=comments&currency=Euro&benchmark_low=1e3&budget_min=1,500&duration_weeks=0&mix.video=60";
        let problems = read(&Fields::parse(body)).unwrap_err();
        let wrong: Vec<&str> = problems.keys().map(String::as_str).collect();
        assert_eq!(wrong, ["benchmark_low", "budget_min", "content_mix", "currency", "duration_weeks", "name", "type"]);
    }
}
