//! The API for people: the document that programs read, as a page.

use std::collections::BTreeMap;

use askama::Template;
use axum::{Router, response::Response, routing::get};
use serde_json::Value;

use super::{
    answer, assets,
    shown::{self, Prose},
};
use crate::api;

#[derive(Template)]
#[template(path = "docs.html")]
struct DocsPage {
    about: Prose,
    nouns: Vec<Noun>,
    shapes: Vec<Shape>,
}

struct Noun {
    name: String,
    operations: Vec<Operation>,
}

struct Operation {
    id: String,
    method: String,
    path: String,
    summary: Prose,
    more: Prose,
    inputs: Vec<Field>,
    /// The shape of its body.
    body: Option<String>,
    /// Status, words, and the shape of the answer.
    answers: Vec<(String, Prose, Option<String>)>,
}

/// What an object is made of, or which words there are.
struct Shape {
    name: String,
    about: Prose,
    fields: Vec<Field>,
    words: Vec<String>,
}

struct Field {
    name: String,
    kind: String,
    is_required: bool,
    about: Prose,
}

pub(super) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/api/docs", get(show))
}

async fn show() -> Response {
    answer::page(&DocsPage::of(&serde_json::to_value(api::document()).unwrap_or_default()))
}

impl DocsPage {
    fn of(document: &Value) -> Self {
        let mut nouns: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
        for (path, item) in document["paths"].as_object().into_iter().flatten() {
            for method in ["get", "post", "patch", "put", "delete"] {
                if let Some(operation) = item.get(method).filter(|operation| operation.is_object()) {
                    let noun = text(&operation["tags"][0]);
                    nouns.entry(noun).or_default().push(Operation::of(method, path, operation));
                }
            }
        }
        let shapes = document["components"]["schemas"].as_object().into_iter().flatten();
        Self {
            about: prose(&document["info"]["description"]),
            nouns: nouns.into_iter().map(|(name, operations)| Noun { name, operations }).collect(),
            shapes: shapes.map(|(name, schema)| Shape::of(name, schema)).collect(),
        }
    }
}

impl Operation {
    fn of(method: &str, path: &str, said: &Value) -> Self {
        let inputs = said["parameters"].as_array().into_iter().flatten().map(|input| Field {
            name: text(&input["name"]),
            kind: kind(&input["schema"]),
            is_required: input["required"] == true,
            about: prose(&input["description"]),
        });
        let answers = said["responses"].as_object().into_iter().flatten().map(|(status, answer)| {
            let content = answer["content"].as_object().and_then(|content| content.values().next());
            (status.clone(), prose(&answer["description"]), content.map(|content| kind(&content["schema"])))
        });
        Self {
            id: text(&said["operationId"]),
            method: method.to_uppercase(),
            path: path.to_owned(),
            summary: prose(&said["summary"]),
            more: prose(&said["description"]),
            inputs: inputs.collect(),
            body: said.pointer("/requestBody/content/application~1json/schema").map(kind),
            answers: answers.collect(),
        }
    }
}

impl Shape {
    fn of(name: &str, schema: &Value) -> Self {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let fields = schema["properties"].as_object().into_iter().flatten().map(|(name, field)| Field {
            name: name.clone(),
            kind: kind(field),
            is_required: required.iter().any(|required| required == name),
            about: prose(&field["description"]),
        });
        let words = schema["enum"].as_array().into_iter().flatten().map(text).collect();
        Self { name: name.to_owned(), about: prose(&schema["description"]), fields: fields.collect(), words }
    }
}

fn prose(value: &Value) -> Prose {
    Prose(text(value))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What kind of value a schema takes, in words.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return name.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(text).collect::<Vec<_>>().join(", ");
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        if let Some(several) = schema[choice].as_array() {
            return several.iter().map(kind).collect::<Vec<_>>().join(" or ");
        }
    }
    let named = |name: &Value| match (name.as_str(), schema["format"].as_str()) {
        (Some("array"), _) => format!("list of {}", kind(&schema["items"])),
        (Some("string"), Some(format)) => format.to_owned(),
        (Some(name), _) => name.to_owned(),
        (None, _) => "anything".to_owned(),
    };
    match &schema["type"] {
        Value::Array(several) => several.iter().map(named).collect::<Vec<_>>().join(" or "),
        one => named(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_every_operation_and_every_shape() {
        let document = serde_json::to_value(api::document()).unwrap();
        let page = DocsPage::of(&document).render().unwrap();
        for (path, _) in document["paths"].as_object().unwrap() {
            assert!(page.contains(path), "{path}");
        }
        for (name, _) in document["components"]["schemas"].as_object().unwrap() {
            assert!(page.contains(&format!("id=\"{name}\"")), "{name}");
        }
    }

    #[test]
    fn kinds_are_told_in_words() {
        let told = |schema: Value| kind(&schema);
        assert_eq!(told(serde_json::json!({"type": ["string", "null"], "format": "date"})), "date or null");
        assert_eq!(
            told(serde_json::json!({"type": "array", "items": {"$ref": "#/components/schemas/Post"}})),
            "list of Post"
        );
        assert_eq!(told(serde_json::json!({"enum": ["asc", "desc"]})), "asc, desc");
        assert_eq!(told(serde_json::json!({"oneOf": [{"type": "null"}, {"$ref": "#/x/Y"}]})), "null or Y");
    }
}
