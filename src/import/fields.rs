//! One record as nested values: what the scrapers say of a profile or a company is lists of objects, which named fields
//! of a row cannot hold. A row of a table is brought into the same shape by the paths in its header.

use serde_json::{Map, Value};

use super::item::{Binding, walk};
use super::rejects::unguard;
use super::table::Row;

/// Elements of a list that a header may number. Whoever has more positions has them in JSON.
const PLACES: usize = 100;
/// Parts of a path in a header.
const DEPTH: usize = 8;

/// Lenient, where identities are not: a fact of another type than it should have is one that is not known, since a
/// profile is no use to anybody that is rejected for the year of a school.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a Value);

impl<'a> Fields<'a> {
    /// The first of the paths that holds a text, a number or a flag, trimmed. A NUL, which PostgreSQL keeps in no text, ends
    /// up as what stands for a damaged character.
    pub(super) fn text(self, paths: &[&str]) -> Option<String> {
        paths.iter().find_map(|path| {
            let text = match walk(self.0, path)? {
                Value::String(text) => text.trim().replace('\0', "\u{fffd}"),
                Value::Number(number) => number.to_string(),
                Value::Bool(flag) => flag.to_string(),
                _ => return None,
            };
            (!text.is_empty()).then_some(text)
        })
    }

    /// The same, cut off beyond `most` characters.
    pub(super) fn cut(self, paths: &[&str], most: usize) -> Option<String> {
        self.text(paths).map(|text| cut(text, most))
    }

    /// A whole number, also one that is written as a text, as 1,234 or as 500+.
    pub(super) fn number(self, paths: &[&str]) -> Option<i64> {
        let text = self.text(paths)?;
        let digits: String =
            text.trim_end_matches('+').chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
        digits.parse().ok().filter(|number| (0..=1_000_000_000_000).contains(number))
    }

    /// Yes or no.
    pub(super) fn flag(self, paths: &[&str]) -> Option<bool> {
        match self.text(paths)?.to_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        }
    }

    /// The elements of a list; none where there is no list.
    pub(super) fn list(self, path: &str) -> impl Iterator<Item = Self> + use<'a> {
        walk(self.0, path).and_then(Value::as_array).into_iter().flatten().map(Self)
    }

    /// Whether there is anything at a path, of whatever type.
    pub(super) fn has(self, path: &str) -> bool {
        walk(self.0, path).is_some()
    }
}

/// A text without what is beyond `most` characters.
pub(super) fn cut(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    }
}

/// A row under a header such as `experiences/0/title` as the JSON that it was made from.
pub(super) fn nested(row: &Row, binding: &Binding) -> Value {
    let mut root = Value::Object(Map::new());
    for (index, name) in binding.header.read.iter().enumerate() {
        let cell = unguard(row.cell(index).trim());
        let name = name.trim().trim_start_matches('#');
        if cell.is_empty() || name.is_empty() || name.split(['/', '.']).count() > DEPTH {
            continue;
        }
        // A list that was written into one cell.
        let value = cell.starts_with(['[', '{']).then(|| serde_json::from_str(cell).ok()).flatten();
        if let Some(place) = place(&mut root, name) {
            *place = value.unwrap_or_else(|| Value::String(cell.to_owned()));
        }
    }
    root
}

/// The place of a path, made where it is not there; nothing where something else is in its way.
pub(super) fn place<'a>(root: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    let mut at = root;
    for part in path.split(['/', '.']) {
        at = if let Some(index) = part.parse::<usize>().ok().filter(|_| !at.is_object() || at.is_null()) {
            if at.is_null() {
                *at = Value::Array(Vec::new());
            }
            let list = at.as_array_mut().filter(|_| index < PLACES)?;
            if list.len() <= index {
                list.resize(index + 1, Value::Null);
            }
            &mut list[index]
        } else {
            if at.is_null() {
                *at = Value::Object(Map::new());
            }
            at.as_object_mut()?.entry(part).or_insert(Value::Null)
        };
    }
    at.is_null().then_some(at)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_header_of_paths_becomes_what_it_was_made_from_and_no_more() {
        let header = [
            "name",
            "list/0/title",
            "list/1/title",
            "list/0/x.y",
            "list/5000/title",
            "name/first",
            "#hidden",
            "cells",
            "bad",
        ];
        let cells = [" Ada ", "CTO", "Engineer", "2", "far", "no", "h", "[{\"a\": 1}]", "{not"];
        let text = format!("{}\n{}\n", header.join("\t"), cells.join("\t"));
        let mut source = crate::import::source::Text::open(text.as_bytes()).unwrap();
        let (mut table, mut row) = (crate::import::table::Table::new(b'\t'), Row::default());
        table.next(&mut source, &mut row).unwrap();
        let binding = Binding::new(row.to_vec().into(), 1, &[]).unwrap();
        table.next(&mut source, &mut row).unwrap();
        assert_eq!(
            nested(&row, &binding),
            json!({"name": "Ada", "list": [{"title": "CTO", "x": {"y": "2"}}, {"title": "Engineer"}], "hidden": "h", "cells": [{"a": 1}], "bad": "{not"})
        );
    }

    #[test]
    fn what_has_another_type_is_not_known() {
        let value = json!({"a": {"b": 1}, "c": ["x"], "d": " 1,200 ", "e": "500+", "f": "No", "g": null, "h": 1e300, "i": "a\u{0}b"});
        let fields = Fields(&value);
        assert_eq!(
            (fields.text(&["a", "c", "g", "a/b"]), fields.number(&["d"]), fields.number(&["e"])),
            (Some("1".into()), Some(1200), Some(500))
        );
        assert_eq!((fields.flag(&["f"]), fields.flag(&["d"]), fields.number(&["h"])), (Some(false), None, None));
        assert_eq!(
            (fields.list("c").count(), fields.list("a").count(), fields.text(&["i"])),
            (1, 0, Some("a\u{fffd}b".into()))
        );
    }
}
