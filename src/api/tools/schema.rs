//! What a tool takes and gives, out of the document of the API.

use serde_json::{Map, Value, json};

use super::{MOST, USUAL};

/// Where the document keeps its parts, and where a schema by itself does.
const PARTS: &str = "#/components/schemas/";
const OWN: &str = "#/$defs/";

/// An operation of the document; null where there is none, which a test finds.
fn operation<'a>(document: &'a Value, name: &str) -> &'a Value {
    let items = document["paths"].as_object().into_iter().flat_map(Map::values);
    let mut operations = items.filter_map(Value::as_object).flat_map(Map::values);
    operations.find(|operation| operation["operationId"] == name).unwrap_or(&Value::Null)
}

fn part<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|place| place.strip_prefix(PARTS)) {
        Some(name) => &document["components"]["schemas"][name],
        None => schema,
    }
}

/// What is said to a tool.
#[derive(Default)]
pub(super) struct Inputs {
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Inputs {
    /// What an operation takes, in its address and in its body.
    pub(super) fn of(document: &Value, name: &str) -> Self {
        let operation = operation(document, name);
        let mut inputs = Self::default();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            // Headers are of the way by which a program calls.
            if parameter["in"] == "header" {
                continue;
            }
            let name = parameter["name"].as_str().unwrap_or_default().to_owned();
            let mut schema = parameter["schema"].clone();
            if let (Some(fields), words @ Value::String(_)) = (schema.as_object_mut(), &parameter["description"]) {
                fields.insert("description".to_owned(), words.clone());
            }
            if parameter["required"] == true {
                inputs.required.push(name.clone());
            }
            inputs.properties.insert(name, schema);
        }
        let body = part(document, &operation["requestBody"]["content"]["application/json"]["schema"]);
        inputs.properties.extend(body["properties"].as_object().cloned().unwrap_or_default());
        let required = body["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        inputs.required.extend(required.map(str::to_owned));
        if let Some(limit) = inputs.properties.get_mut("limit") {
            *limit = json!({"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL, "description": "Items on a page."});
        }
        inputs
    }

    /// The same with the id of a path under a name that says whose it is.
    pub(super) fn id(mut self, name: &str, words: &str) -> Self {
        if let Some(mut schema) = self.properties.remove("id") {
            schema["description"] = words.into();
            self.properties.insert(name.to_owned(), schema);
        }
        for required in self.required.iter_mut().filter(|one| *one == "id") {
            name.clone_into(required);
        }
        self
    }

    /// The same without fields of which a tool decides itself.
    pub(super) fn without(mut self, names: &[&str]) -> Self {
        self.properties.retain(|name, _| !names.contains(&name.as_str()));
        self.required.retain(|name| !names.contains(&name.as_str()));
        self
    }

    pub(super) fn schema(self, document: &Value) -> Map<String, Value> {
        let schema = json!({
            "type": "object", "properties": self.properties, "required": self.required, "additionalProperties": false,
        });
        alone(schema, document, true)
    }
}

/// What an operation gives; a list under the name of items.
pub(super) fn given(document: &Value, name: &str) -> Value {
    let responses = &operation(document, name)["responses"];
    let response = ["200", "201"].into_iter().map(|status| &responses[status]).find(|one| one.is_object());
    let schema = response.map_or(&Value::Null, |one| &one["content"]["application/json"]["schema"]);
    if schema["type"] == "array" {
        return json!({"type": "object", "properties": {"items": schema}, "required": ["items"]});
    }
    part(document, schema).clone()
}

/// A schema with everything to which it leads.
pub(super) fn output(document: &Value, schema: Value) -> Map<String, Value> {
    alone(schema, document, false)
}

fn alone(mut schema: Value, document: &Value, with_words: bool) -> Map<String, Value> {
    let mut wanted = Vec::new();
    turn(&mut schema, &mut wanted, with_words);
    let mut parts = Map::new();
    while let Some(name) = wanted.pop() {
        if !parts.contains_key(&name) {
            let mut part = document["components"]["schemas"][&name].clone();
            turn(&mut part, &mut wanted, with_words);
            parts.insert(name, part);
        }
    }
    let mut schema = schema.as_object().cloned().unwrap_or_default();
    if !parts.is_empty() {
        schema.insert("$defs".to_owned(), Value::Object(parts));
    }
    schema
}

/// Turns what leads into the document to parts of the schema's own.  Words about answers are left out: their names say enough.
fn turn(schema: &mut Value, wanted: &mut Vec<String>, with_words: bool) {
    match schema {
        Value::Object(fields) => {
            fields.retain(|name, value| {
                !(name == "example" || name == "format" && *value != "uuid" && *value != "date-time")
                    && (with_words || name != "description" || !value.is_string())
            });
            if let Some(Value::String(place)) = fields.get_mut("$ref")
                && let Some(name) = place.strip_prefix(PARTS).map(str::to_owned)
            {
                *place = format!("{OWN}{name}");
                wanted.push(name);
            }
            for value in fields.values_mut() {
                turn(value, wanted, with_words);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| turn(item, wanted, with_words)),
        _ => {}
    }
}
