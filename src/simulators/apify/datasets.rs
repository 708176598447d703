//! Items, in the formats that Apify exports, a page at a time.

use std::collections::HashSet;

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Map, Value};

use super::{errors::ApiError, params::Params, run::Run};

/// What the header says where no limit was given.
const NO_LIMIT: usize = 999_999_999_999;

/// How items are asked for. It is read before anything is done, so that a wrong parameter starts no run.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    format: Format,
    offset: usize,
    limit: Option<usize>,
    desc: bool,
    skip: Skip,
    fields: Vec<String>,
    omit: HashSet<String>,
    bom: bool,
    delimiter: String,
    attachment: bool,
}

/// What is left out.
#[derive(Debug, Clone, Copy)]
struct Skip {
    /// Fields whose names begin with #.
    hidden: bool,
    /// Items without any field, once those are left out.
    empty: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Jsonl,
    Csv,
}

impl Wanted {
    pub(super) fn read(params: &Params) -> Result<Self, ApiError> {
        let format = match params.text("format").unwrap_or("json") {
            "json" => Format::Json,
            "jsonl" => Format::Jsonl,
            "csv" => Format::Csv,
            // Apify has more; nobody here reads them.
            _ => return Err(ApiError::parameter("format", "one of json, jsonl, csv in this simulator")),
        };
        let clean = params.is_set("clean");
        Ok(Self {
            format,
            offset: params.count("offset")?.unwrap_or(0),
            limit: params.count("limit")?,
            desc: params.is_set("desc"),
            skip: Skip { hidden: clean || params.is_set("skipHidden"), empty: clean || params.is_set("skipEmpty") },
            fields: params.list("fields").into_iter().map(ToOwned::to_owned).collect(),
            omit: params.list("omit").into_iter().map(ToOwned::to_owned).collect(),
            // Spreadsheets know UTF-8 by its mark alone, so that CSV has one unless it is refused.
            bom: if format == Format::Csv { !params.is_off("bom") } else { params.is_set("bom") },
            delimiter: params.text("delimiter").unwrap_or(",").to_owned(),
            attachment: params.is_set("attachment"),
        })
    }

    /// The answer.
    pub(super) fn response(&self, run: &Run, status: StatusCode) -> Response {
        let visible = run.visible();
        let total = visible.len();
        let all: Box<dyn Iterator<Item = &super::actors::Item>> =
            if self.desc { Box::new(visible.iter().rev()) } else { Box::new(visible.iter()) };
        let page: Vec<_> = all.skip(self.offset).take(self.limit.unwrap_or(usize::MAX)).collect();
        let count = page.len();
        // Pages are cut before items are left out, which is why a page may have fewer than its limit.
        let items: Vec<Value> = page
            .into_iter()
            .map(|item| self.projected(&item.value))
            .filter(|value| !self.skip.empty || value.as_object().is_none_or(|fields| !fields.is_empty()))
            .collect();
        let (kind, text) = match self.format {
            Format::Json => ("application/json; charset=utf-8", json_list(&items)),
            Format::Jsonl => (
                "application/jsonl; charset=utf-8",
                items.iter().fold(String::new(), |text, item| text + &item.to_string() + "\n"),
            ),
            Format::Csv => ("text/csv; charset=utf-8", csv(&items, &self.delimiter)),
        };
        let text = if self.bom { format!("\u{feff}{text}") } else { text };
        let mut response = (status, [(header::CONTENT_TYPE, kind)], Body::from(text)).into_response();
        let headers = response.headers_mut();
        for (name, value) in [
            ("x-apify-pagination-offset", self.offset),
            ("x-apify-pagination-limit", self.limit.unwrap_or(NO_LIMIT)),
            // Of what was cut out, before items were left out: it is no count of the body.
            ("x-apify-pagination-count", count),
            ("x-apify-pagination-total", total),
        ] {
            headers.insert(HeaderName::from_static(name), HeaderValue::from(value));
        }
        let desc = HeaderValue::from_static(if self.desc { "true" } else { "false" });
        headers.insert(HeaderName::from_static("x-apify-pagination-desc"), desc);
        if self.attachment {
            let name = HeaderValue::from_str(&format!("attachment; filename=\"dataset_{}\"", run.ids.dataset));
            headers.extend(name.ok().map(|name| (header::CONTENT_DISPOSITION, name)));
        }
        response
    }

    /// The fields of an item that are wanted.
    fn projected(&self, value: &Value) -> Value {
        let Value::Object(fields) = value else { return value.clone() };
        let keep = |name: &str| {
            let is_left_out = self.skip.hidden && name.starts_with('#') || self.omit.contains(name);
            !is_left_out && (self.fields.is_empty() || self.fields.iter().any(|field| field == name))
        };
        fields.iter().filter(|(name, _)| keep(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    }
}

/// One item a line, as Apify writes it.
fn json_list(items: &[Value]) -> String {
    let items: Vec<String> = items.iter().map(Value::to_string).collect();
    format!("[{}]", items.join(",\n"))
}

/// A table with every cell quoted: nested fields have slashes in their names, and items have the columns of all of them.
fn csv(items: &[Value], delimiter: &str) -> String {
    let rows: Vec<Map<String, Value>> = items
        .iter()
        .map(|item| {
            let mut cells = Map::new();
            flatten("", item, &mut cells);
            cells
        })
        .collect();
    let mut columns: Vec<&String> = Vec::new();
    let mut seen = HashSet::new();
    for name in rows.iter().flat_map(Map::keys) {
        if seen.insert(name) {
            columns.push(name);
        }
    }
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |cells: Vec<String>| format!("{}\n", cells.join(delimiter));
    let mut text = line(columns.iter().map(|name| quoted(name)).collect());
    for row in &rows {
        let cell = |name: &&String| match row.get(*name) {
            None | Some(Value::Null) => quoted(""),
            Some(Value::String(text)) => quoted(text),
            Some(other) => quoted(&other.to_string()),
        };
        text.push_str(&line(columns.iter().map(cell).collect()));
    }
    text
}

fn flatten(prefix: &str, value: &Value, cells: &mut Map<String, Value>) {
    let below = |name: &str| if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| flatten(&below(name), value, cells)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(place, value)| flatten(&below(&place.to_string()), value, cells));
        }
        other => {
            cells.insert(prefix.to_owned(), other.clone());
        }
    }
}
