//! Tools: what an assistant can do with a tenant's data.  Each is an operation of the API, or a few that belong together, under
//! the same scopes; what it takes and gives is what the document says of these, so that nothing is described twice.
//!
//! Answers are short, since whoever asked has to read all of it: lists come by the page, what is null is left out, long texts are
//! cut, and what no eye can see is taken out of them.

use std::{pin::Pin, sync::LazyLock};

use axum::Json;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use super::{caller::Caller, problem::Problem};
use crate::{error::Error, model::api_keys::Scope};
use schema::Inputs;

mod drafts;
mod reading;
mod schema;

/// Items on a page if nobody says how many, and the most.
const USUAL: u64 = 20;
const MOST: u64 = 50;
/// Characters of a text in an answer.
const LONGEST: usize = 600;
/// Bytes of an answer.
const LARGEST: usize = 96 * 1024;

type Answer = Pin<Box<dyn Future<Output = Result<Value, Problem>> + Send>>;

/// One tool.
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) scope: Scope,
    pub(super) input: Map<String, Value>,
    pub(super) output: Map<String, Value>,
    call: fn(Caller, Said) -> Answer,
}

/// What was said to a tool.
struct Said(Map<String, Value>);

/// All tools, in the order in which they are told.
pub(super) static ALL: LazyLock<Vec<Tool>> = LazyLock::new(|| {
    let document = serde_json::to_value(super::document()).unwrap_or_default();
    let mut all = reading::tools(&document);
    all.extend(drafts::tools(&document));
    all
});

/// The tool of a name.
pub(super) fn named(name: &str) -> Option<&'static Tool> {
    ALL.iter().find(|tool| tool.name == name)
}

impl Tool {
    /// Whether it is one of whoever calls.
    pub(super) fn is_for(&self, caller: &Caller) -> bool {
        caller.may(self.scope)
    }

    /// Does it.
    pub(super) async fn call(&self, caller: Caller, said: Map<String, Value>) -> Result<Value, Error> {
        caller.must(self.scope)?;
        let mut said = Said(said);
        // Some say null of what they do not say.
        said.0.retain(|_, value| !value.is_null());
        if self.is_a_list() {
            said.bound()?;
        }
        let mut answer = match (self.call)(caller, said).await {
            Ok(answer) => answer,
            Err(Problem::Error(error)) => return Err(error),
            Err(_) => return Err(Error::Internal(anyhow::anyhow!("{} gave no answer of its own", self.name))),
        };
        shorten(&mut answer);
        let bytes = answer.to_string().len();
        if bytes > LARGEST {
            let words = if self.is_a_list() { "ask for a smaller limit" } else { "ask for parts of it by other tools" };
            return Err(Error::Invalid(format!(
                "the answer has {bytes} bytes, and at most {LARGEST} are told: {words}"
            )));
        }
        Ok(answer)
    }

    fn is_a_list(&self) -> bool {
        self.input["properties"]["limit"].is_object()
    }
}

impl Said {
    /// What was said of a field.
    fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Error> {
        let value = self.0.remove(name).ok_or_else(|| Error::Invalid(format!("{name} is missing")))?;
        serde_json::from_value(value).map_err(|error| Error::Invalid(format!("{name}: {error}")))
    }

    /// Everything that has not been taken.
    fn rest<T: DeserializeOwned>(self) -> Result<T, Error> {
        serde_json::from_value(Value::Object(self.0)).map_err(|error| Error::Invalid(error.to_string()))
    }

    /// Refuses what a tool decides itself.
    fn refuse(&self, names: &[&str]) -> Result<(), Error> {
        match names.iter().find(|name| self.0.contains_key(**name)) {
            Some(name) => Err(Error::Invalid(format!("there is no field {name:?}: a draft is a draft"))),
            None => Ok(()),
        }
    }

    /// Nothing, where there is nothing more to say.
    fn end(self) -> Result<(), Error> {
        match self.0.keys().next() {
            Some(name) => Err(Error::Invalid(format!("there is no field {name:?}"))),
            None => Ok(()),
        }
    }

    fn bound(&mut self) -> Result<(), Error> {
        let limit = self.0.entry("limit").or_insert_with(|| USUAL.into());
        match limit.as_u64() {
            Some(1..=MOST) => Ok(()),
            _ => Err(Error::Invalid(format!("limit is a number from 1 to {MOST}"))),
        }
    }
}

/// An answer of the API.
fn told<T: Serialize>(answer: &T) -> Result<Value, Problem> {
    Ok(serde_json::to_value(answer).map_err(|error| Error::Internal(error.into()))?)
}

/// A list of the API, which by itself is no object.
fn listed<T: Serialize>(Json(items): Json<Vec<T>>) -> Result<Value, Problem> {
    Ok(json!({"items": told(&items)?}))
}

/// What is null is left out, long texts are cut, and what nobody sees is taken out of them; cursors stay as they are.
fn shorten(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            for (_, value) in fields.iter_mut().filter(|(name, _)| *name != "next") {
                shorten(value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::String(text) => {
            if text.chars().any(is_hidden) {
                text.retain(|letter| !is_hidden(letter));
            }
            if let Some((end, _)) = text.char_indices().nth(LONGEST) {
                text.truncate(end);
                text.push_str(" … (cut)");
            }
        }
        _ => {}
    }
}

/// Characters that no eye sees, and an assistant reads: those that turn the direction of writing round, tags, and fillers.
const fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_answer_is_short_and_holds_nothing_that_nobody_sees() {
        let mut answer = json!({
            "name": "A\u{e0041}\u{202e}da\u{200b}", "note": null, "text": "é".repeat(700), "next": "x".repeat(700),
            "items": [{"none": null, "kept": 0}, null],
        });
        shorten(&mut answer);
        assert_eq!(answer["name"], "Ada");
        assert_eq!(answer["text"].as_str().unwrap(), format!("{} … (cut)", "é".repeat(600)));
        assert_eq!(answer["next"].as_str().unwrap().len(), 700);
        assert_eq!(answer["items"], json!([{"kept": 0}, null]));
        assert!(answer.get("note").is_none());
    }

    #[test]
    fn every_tool_says_what_it_takes_and_gives_and_leads_nowhere_else() {
        let mut names = BTreeSet::new();
        for tool in ALL.iter() {
            assert!(names.insert(tool.name), "{} twice", tool.name);
            assert!(tool.about.len() > 40 && !tool.title.is_empty(), "{}", tool.name);
            for schema in [&tool.input, &tool.output] {
                assert_eq!(schema.get("type"), Some(&json!("object")), "{}", tool.name);
                assert!(schema.get("properties").is_some_and(Value::is_object), "{}", tool.name);
                let text = serde_json::to_string(schema).unwrap();
                assert!(!text.contains("#/components"), "{}: {text}", tool.name);
                for place in text.split("\"$ref\":\"#").skip(1) {
                    let place = place.split('"').next().unwrap();
                    assert!(Value::Object(schema.clone()).pointer(place).is_some(), "{}: {place}", tool.name);
                }
            }
            assert!(!tool.output["properties"].as_object().unwrap().is_empty(), "{} gives nothing", tool.name);
            for (name, field) in tool.input["properties"].as_object().unwrap() {
                assert!(name != "id" && !name.contains('-'), "{}: {name}", tool.name);
                let is_said = ["description", "$ref", "enum", "oneOf"].iter().any(|word| !field[*word].is_null());
                assert!(
                    is_said || field["type"].is_string() || field["type"].is_array(),
                    "{}: {name} {field}",
                    tool.name
                );
            }
            if tool.is_a_list() {
                assert_eq!(tool.input["properties"]["limit"]["maximum"], MOST, "{}", tool.name);
            }
        }
        assert!(names.len() >= 15, "{names:?}");
    }
}
