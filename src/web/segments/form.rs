//! A segment's rule as a form says it, as the database has it, and in words.
//!
//! Every key of a rule has its field: those of a closed list come once for each that is chosen, the others hold a word a line.  What says
//! nothing is not stated.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use super::super::{fields::Fields, personas::seniority, shown};
use crate::values;

/// What is wrong, by the field where it is.
pub(super) type Problems = BTreeMap<String, String>;

/// Keys of which some of a list are chosen.
const CHOICES: [&str; 4] = ["personas", "seniorities", "functions", "lead_statuses"];
/// Keys that hold a word a line.
const LINES: [&str; 3] = ["companies", "countries", "tags"];
/// Keys that are true or false.
const WHETHER: [&str; 3] = ["any_persona", "is_follower", "is_notable"];
const NUMBERS: [&str; 2] = ["min_score", "window_days"];

/// The rule that a form says.
pub(super) fn rule(fields: &Fields) -> Result<Value, Problems> {
    let (mut rule, mut problems) = (Map::new(), Problems::new());
    for key in CHOICES {
        let chosen: Vec<&str> = fields.all(key).filter(|value| !value.trim().is_empty()).collect();
        if !chosen.is_empty() {
            rule.insert(key.to_owned(), json!(chosen));
        }
    }
    for key in LINES {
        let mut lines: Vec<String> = fields.lines(key).into_iter().map(str::to_owned).collect();
        if key == "countries" {
            lines = lines.into_iter().map(|code| code.to_uppercase()).collect();
        }
        if !lines.is_empty() {
            rule.insert(key.to_owned(), json!(lines));
        }
    }
    for key in WHETHER {
        match fields.one(key) {
            "yes" => drop(rule.insert(key.to_owned(), true.into())),
            "no" => drop(rule.insert(key.to_owned(), false.into())),
            _ => {}
        }
    }
    let campaigns: Result<Vec<i32>, _> = fields.all("campaigns").map(str::parse).collect();
    match campaigns {
        Ok(campaigns) if campaigns.is_empty() => {}
        Ok(campaigns) => drop(rule.insert("campaigns".to_owned(), json!(campaigns))),
        Err(_) => drop(problems.insert("campaigns".to_owned(), "there is no such campaign".to_owned())),
    }
    for key in NUMBERS {
        let text = fields.one(key);
        if text.is_empty() {
            continue;
        }
        match text.parse::<i64>().ok().filter(|number| (1..=99_999_999).contains(number)) {
            Some(number) => drop(rule.insert(key.to_owned(), number.into())),
            None => drop(problems.insert(key.to_owned(), "it must be a whole number above 0".to_owned())),
        }
    }
    // Who says days alone means whoever did anything in them.
    if rule.contains_key("window_days") && fields.one("min_score").is_empty() {
        rule.insert("min_score".to_owned(), 1.into());
    }
    if problems.is_empty() { Ok(Value::Object(rule)) } else { Err(problems) }
}

/// What a form says, by the names of the columns.
pub(super) fn read(fields: &Fields) -> Result<Map<String, Value>, Problems> {
    let mut problems = Problems::new();
    let name = values::name(fields.one("name")).map_err(|words| drop(problems.insert("name".to_owned(), words)));
    let description = Some(fields.one("description")).filter(|text| !text.is_empty());
    match (rule(fields), name) {
        (Ok(rule), Ok(name)) => {
            let said = json!({"name": name, "description": description, "rule": rule});
            Ok(said.as_object().cloned().unwrap_or_default())
        }
        (rule, _) => {
            problems.extend(rule.err().unwrap_or_default());
            Err(problems)
        }
    }
}

/// The fields of a rule.
pub(super) fn of(name: &str, description: &str, rule: &Value) -> Fields {
    let mut fields = Fields::default();
    fields.push("name", name);
    fields.push("description", description);
    for (key, value) in rule.as_object().into_iter().flatten() {
        match value {
            Value::Array(words) if LINES.contains(&key.as_str()) => {
                fields.push(key, words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"));
            }
            Value::Array(words) => {
                for word in words {
                    fields.push(key, word.as_str().map_or_else(|| word.to_string(), str::to_owned));
                }
            }
            Value::Bool(is) => fields.push(key, if *is { "yes" } else { "no" }),
            value => fields.push(key, value.to_string()),
        }
    }
    fields
}

/// At which field it is what the database refuses.
pub(super) fn place_of(sentence: &str) -> String {
    let keys = CHOICES.iter().chain(&LINES).chain(&WHETHER).chain(&NUMBERS).chain(&["campaigns"]);
    let named = |key: &&&str| {
        sentence.contains(&format!("\"{key}\"")) || sentence.contains(&format!("among {};", key.replace('_', " ")))
    };
    if sentence.contains("code of a country") {
        return "countries".to_owned();
    }
    keys.clone().find(named).map(|key| (*key).to_owned()).unwrap_or_default()
}

/// A rule in words, a line for each of its keys.
pub(super) fn words(rule: &Value, campaigns: &HashMap<i64, String>) -> Vec<String> {
    let list = |key: &str, shown: &dyn Fn(&Value) -> String| {
        let words: Vec<String> = rule[key].as_array()?.iter().map(shown).collect();
        (!words.is_empty()).then(|| words.join(" or "))
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let word = |value: &Value| shown::word(value.as_str().unwrap_or_default());
    let rank = |value: &Value| seniority(value.as_str().unwrap_or_default());
    let campaign = |value: &Value| {
        let number = value.as_i64().unwrap_or_default();
        campaigns.get(&number).cloned().unwrap_or_else(|| format!("campaign {number}, which is gone"))
    };
    let mut words: Vec<String> = [
        ("Persona", list("personas", &text)),
        ("Seniority", list("seniorities", &rank)),
        ("Function", list("functions", &word)),
        ("Country", list("countries", &text)),
        ("Company", list("companies", &text)),
        ("Status", list("lead_statuses", &word)),
        ("Tag", list("tags", &text)),
        ("Engaged with", list("campaigns", &campaign)),
    ]
    .into_iter()
    .filter_map(|(key, words)| Some(format!("{key}: {}", words?)))
    .collect();
    for (key, yes, no) in [
        ("any_persona", "Matches a persona", "Matches no persona"),
        ("is_follower", "Follows the page", "Does not follow the page"),
        ("is_notable", "Is notable", "Is not notable"),
    ] {
        if let Some(is) = rule[key].as_bool() {
            words.push(if is { yes } else { no }.to_owned());
        }
    }
    if let Some(score) = rule["min_score"].as_i64() {
        let days =
            rule["window_days"].as_i64().map(|days| format!(" in the past {}", shown::counted(days, "day", "days")));
        words.push(format!("Score from {}{}", shown::count(score), days.unwrap_or_default()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_rule_says_the_form_says_back() {
        let rule = json!({
            "personas": ["Marketing, \"leaders\"", "Founders"], "any_persona": true, "seniorities": ["vp", "cxo"], "functions": ["marketing"],
            "countries": ["DE", "AT"], "companies": ["Globex, Inc.", "<b>"], "lead_statuses": ["new"], "tags": ["vip"], "is_follower": false,
            "is_notable": true, "campaigns": [12, 7], "min_score": 10, "window_days": 90,
        });
        let said = read(&of("Warm", "", &rule)).unwrap();
        assert_eq!((&said["rule"], &said["name"], &said["description"]), (&rule, &json!("Warm"), &Value::Null));
        assert_eq!(read(&of("All", "of them", &json!({}))).unwrap()["rule"], json!({}));
        let names = HashMap::from([(12, "Spring".to_owned())]);
        let words = words(&rule, &names).join("; ");
        for part in [
            "Seniority: VP or CxO",
            "Engaged with: Spring or campaign 7, which is gone",
            "Does not follow",
            "from 10 in the past 90",
        ] {
            assert!(words.contains(part), "{words}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let fields = Fields::parse(b"name=&campaigns=x&min_score=0&window_days=1.5&countries=de%0D%0A+at");
        let problems: Vec<String> = read(&fields).unwrap_err().into_keys().collect();
        assert_eq!(problems, ["campaigns", "min_score", "name", "window_days"]);
        assert_eq!(rule(&Fields::parse(b"window_days=7")).unwrap(), json!({"window_days": 7, "min_score": 1}));
        assert_eq!(rule(&Fields::parse(b"countries=de%0D%0A+at")).unwrap(), json!({"countries": ["DE", "AT"]}));
        for (sentence, place) in [
            ("\"min_score\" must be a whole number above 0", "min_score"),
            ("there is no \"emperor\" among seniorities; there are cxo, vp", "seniorities"),
            ("there is no \"x\" among lead statuses; there are new", "lead_statuses"),
            ("\"Germany\" is no code of a country: those have two capital letters, such as DE", "countries"),
            ("somebody else", ""),
        ] {
            assert_eq!(place_of(sentence), place, "{sentence}");
        }
    }
}
