//! A persona as a form says it, and as the database has it.
//!
//! Every criterion has its fields, by its name and a part of it: `title.include` holds a phrase a line, `seniority.any` comes once for
//! each that is chosen, `title.weight` and `title.required` go with each.  A criterion of which nothing is said is not stated.

use serde_json::{Map, Value, json};

use super::super::fields::Fields;
pub(super) use super::super::fields::Problems;
use crate::{model::personas::CRITERIA, values};

/// Sizes of companies, by the words of the database.
pub(super) const SIZES: [&str; 9] =
    ["1", "2-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"];

/// Parts that hold a line for each of their words.
const LINES: [(&str, &[&str]); 4] = [
    ("title", &["include", "exclude"]),
    ("industry", &["any"]),
    ("location", &["any"]),
    ("company", &["include", "exclude"]),
];
/// Criteria of which some of a closed list are chosen.
const CHOICES: [&str; 3] = ["seniority", "function", "company_size"];

/// What a form says, by the names of the columns.
pub(super) fn read(fields: &Fields) -> Result<Map<String, Value>, Problems> {
    let mut problems = Problems::new();
    let name = values::name(fields.one("name")).unwrap_or_else(|problem| {
        problems.insert("name".to_owned(), problem);
        String::new()
    });
    if let Err(problem) = values::colour(fields.one("colour")) {
        problems.insert("colour".to_owned(), problem);
    }
    let description = Some(fields.one("description")).filter(|text| !text.is_empty());
    match (trial(fields), problems.is_empty()) {
        (Ok((criteria, threshold)), true) => {
            let said = json!({
                "name": name, "description": description, "colour": fields.one("colour"), "threshold": threshold,
                "is_active": fields.has("active", "yes"), "criteria": criteria,
            });
            Ok(match said {
                Value::Object(said) => said,
                _ => Map::new(),
            })
        }
        (trial, _) => {
            problems.extend(trial.err().unwrap_or_default());
            Err(problems)
        }
    }
}

/// The criteria and the threshold that a form says: what a preview needs.
pub(super) fn trial(fields: &Fields) -> Result<(Value, String), Problems> {
    let mut problems = Problems::new();
    let mut criteria = Map::new();
    for name in CRITERIA {
        let mut body = said(fields, name, &mut problems);
        if body.is_empty() {
            continue;
        }
        match number(fields.one(&format!("{name}.weight")), 1000) {
            Ok(Some(1) | None) => {}
            Ok(Some(weight)) => {
                body.insert("weight".to_owned(), weight.into());
            }
            Err(problem) => {
                problems.insert(format!("{name}.weight"), problem);
            }
        }
        if fields.has(&format!("{name}.required"), "yes") {
            body.insert("mode".to_owned(), "required".into());
        }
        criteria.insert(name.to_owned(), Value::Object(body));
    }
    let threshold = fields.one("threshold");
    if let Some(problem) = match values::share(threshold) {
        Ok(share) if share > 0.0 => None,
        Ok(_) => Some("it must be above 0, such as 0.60".to_owned()),
        Err(problem) => Some(problem),
    } {
        problems.insert("threshold".to_owned(), problem);
    }
    if problems.is_empty() { Ok((Value::Object(criteria), threshold.to_owned())) } else { Err(problems) }
}

/// What a form says of one criterion, without what it counts.
fn said(fields: &Fields, name: &str, problems: &mut Problems) -> Map<String, Value> {
    let mut body = Map::new();
    if let Some((_, parts)) = LINES.iter().find(|(criterion, _)| *criterion == name) {
        for part in *parts {
            let lines = fields.lines(&format!("{name}.{part}"));
            if !lines.is_empty() {
                body.insert((*part).to_owned(), lines.into());
            }
        }
    } else if CHOICES.contains(&name) {
        let key = format!("{name}.any");
        let chosen: Vec<&str> = fields.all(&key).filter(|word| !word.is_empty()).collect();
        if !chosen.is_empty() {
            body.insert("any".to_owned(), chosen.into());
        }
    } else if name == "follower" {
        match fields.one("follower.is") {
            "yes" => body.insert("is".to_owned(), true.into()),
            "no" => body.insert("is".to_owned(), false.into()),
            _ => None,
        };
    } else {
        for part in ["min_score", "window_days"] {
            let key = format!("{name}.{part}");
            match number(fields.one(&key), 99_999_999) {
                Ok(Some(number)) => {
                    body.insert(part.to_owned(), number.into());
                }
                Ok(None) => {}
                Err(problem) => {
                    problems.insert(key, problem);
                }
            }
        }
        if body.contains_key("window_days") && !body.contains_key("min_score") {
            problems
                .entry("engagement.min_score".to_owned())
                .or_insert_with(|| "the days alone say nothing: how much engagement in these days?".to_owned());
        }
    }
    body
}

/// A whole number from 1 up to the largest; none where nothing is written.
fn number(text: &str, largest: i64) -> Result<Option<i64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().ok().filter(|number| (1..=largest).contains(number));
    number.map(Some).ok_or_else(|| format!("it must be a whole number from 1 to {largest}"))
}

/// The fields of a persona as it is.
pub(super) fn of(persona: &Value) -> Fields {
    let mut fields = Fields::default();
    for name in ["name", "description", "colour"] {
        fields.push(name, persona[name].as_str().unwrap_or_default());
    }
    fields.push("threshold", persona["threshold"].as_f64().map(|share| format!("{share:.2}")).unwrap_or_default());
    if persona["is_active"] != false {
        fields.push("active", "yes");
    }
    for name in CRITERIA {
        let body = &persona["criteria"][name];
        for (part, value) in body.as_object().into_iter().flatten() {
            let key = format!("{name}.{part}");
            match (part.as_str(), value) {
                ("mode", value) => {
                    if value == "required" {
                        fields.push(format!("{name}.required"), "yes");
                    }
                }
                ("any", Value::Array(words)) if CHOICES.contains(&name) => {
                    for word in words.iter().filter_map(Value::as_str) {
                        fields.push(key.clone(), word);
                    }
                }
                (_, Value::Array(words)) => {
                    let lines: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
                    fields.push(key, lines.join("\n"));
                }
                (_, Value::Bool(is)) => fields.push(key, if *is { "yes" } else { "no" }),
                (_, value) => fields.push(key, value.to_string()),
            }
        }
    }
    fields
}

/// At which field it is what the database refuses.
pub(super) fn place_of(sentence: &str) -> String {
    let named = |name: &str| {
        sentence.contains(&format!("\"{name}\""))
            || sentence.starts_with(&format!("there is no {} ", name.replace('_', " ")))
    };
    let Some(name) = CRITERIA.into_iter().find(|name| named(name)) else { return String::new() };
    let part = ["exclude", "include", "any", "min_score", "window_days", "is"].iter();
    let part = part.clone().find(|part| sentence.contains(&format!("\"{part}\"")));
    let usual = if matches!(name, "title" | "company") { "include" } else { "any" };
    format!("{name}.{}", part.copied().unwrap_or(usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persona() -> Value {
        json!({
            "name": "Marketing, \"leaders\"", "description": null, "colour": "#b8442e", "threshold": 0.6, "is_active": true,
            "criteria": {
                "title": {"include": ["manager, marketing", "cmo"], "exclude": ["<b>"], "weight": 3, "mode": "required"},
                "seniority": {"any": ["director", "vp"], "weight": 2},
                "function": {"any": ["marketing"]},
                "industry": {"any": ["Technology, Information and Media"]},
                "company_size": {"any": ["10001+"]},
                "location": {"any": ["DE", "Berlin"], "weight": 1000},
                "engagement": {"min_score": 10, "window_days": 90},
                "follower": {"is": false},
                "company": {"exclude": ["Globex, Inc."]},
            },
        })
    }

    #[test]
    fn what_a_persona_says_the_form_says_back() {
        let said = read(&of(&persona())).unwrap();
        assert_eq!(said["criteria"], persona()["criteria"]);
        assert_eq!((said["name"].clone(), said["threshold"].clone()), (persona()["name"].clone(), "0.60".into()));
        assert_eq!((said["is_active"].clone(), said["description"].clone()), (true.into(), Value::Null));
    }

    #[test]
    fn what_says_nothing_is_not_stated_whatever_it_would_count() {
        let mut fields = of(&json!({"name": "a", "colour": "#000000", "threshold": 1, "criteria": {}}));
        fields.push("title.weight", "7");
        fields.push("title.required", "yes");
        fields.push("title.include", " \r\n \r\n");
        assert_eq!(read(&fields).unwrap()["criteria"], json!({}));
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let fields = Fields::parse(
            b"name=&colour=red&threshold=2&title.include=a&title.weight=0&engagement.window_days=x&location.any=DE&location.weight=1001",
        );
        let problems = read(&fields).unwrap_err();
        let places: Vec<&str> = problems.keys().map(String::as_str).collect();
        assert_eq!(
            places,
            ["colour", "engagement.window_days", "location.weight", "name", "threshold", "title.weight"]
        );
        let alone = Fields::parse(b"engagement.window_days=7&threshold=0.5");
        assert_eq!(trial(&alone).unwrap_err().into_keys().collect::<Vec<_>>(), ["engagement.min_score"]);
        for odd in ["0", "-1", "1.5", "1001", "99999999999999999999", "1e3"] {
            assert!(number(odd, 1000).is_err(), "{odd}");
        }
        for odd in ["0", "0.605", "", "NaN"] {
            assert!(trial(&Fields::parse(format!("threshold={odd}").as_bytes())).is_err(), "{odd}");
        }
    }

    #[test]
    fn what_the_database_refuses_is_at_its_criterion() {
        for (sentence, place) in [
            ("\"include\" of criterion \"title\" must be a list of words", "title.include"),
            ("\"exclude\" of criterion \"company\" must be a list of words", "company.exclude"),
            ("there is no company size \"7\"; there are 1, 2-10", "company_size.any"),
            ("criterion \"location\" says nothing; leave it out or give it words", "location.any"),
            ("refused: personas have a name", ""),
        ] {
            assert_eq!(place_of(sentence), place, "{sentence}");
        }
    }
}
