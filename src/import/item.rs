//! One record as named fields, whether it is a JSON object or a row under a header.
//!
//! A format lists the names that each of its fields may have, once. In JSON a name is a path such as `actor/name`; in an
//! Apify CSV the same path is the column's name, with `/` or `.` between its parts.

use std::borrow::Cow;

use serde_json::Value;

use super::columns::{self, Header};
use super::error::Error;
use super::outcome::Bad;
use super::rejects::unguard;
use super::table::Row;

/// The names of each field of a format, best first. For columns they are in the form of [`column_key`]; for JSON they
/// are exact.
pub(super) type Names = &'static [&'static [&'static str]];

/// Characters of a name. LinkedIn allows a quarter of it, and 500 of four bytes each still fit into an index.
pub(super) const KEY_LIMIT: usize = 500;
/// Characters of an address.
pub(super) const ADDRESS_LIMIT: usize = 4_096;

/// Which column each field is in.
pub(super) struct Binding {
    pub(super) header: Header,
    index: Vec<Option<usize>>,
}

impl Binding {
    /// Finds the columns, and refuses a header in which a column that is read stands twice: either could be meant.
    pub(super) fn new(header: Header, line: u64, names: Names) -> Result<Self, Error> {
        let keys: Vec<String> = header.read.iter().map(|name| column_key(name)).collect();
        let index = places(&keys, names);
        for first in index.iter().flatten().copied() {
            if let Some(second) = keys.iter().skip(first + 1).position(|key| *key == keys[first]) {
                return Err(Error::DuplicateColumn {
                    name: columns::shown(&header.written[first]),
                    line,
                    first: first + 1,
                    second: first + second + 2,
                });
            }
        }
        Ok(Self { header, index })
    }

    /// Where a field is, if the file has it.
    pub(super) fn column(&self, field: usize) -> Option<usize> {
        self.index[field]
    }

    /// Each column's name as it is written, and the name of the field that is read from it.
    pub(super) fn read_as(&self, names: Names) -> Vec<(String, Option<&'static str>)> {
        let written = self.header.written.iter().map(|name| columns::shown(name));
        written.zip(fields_at(&self.index, self.width(), names)).collect()
    }

    pub(super) fn width(&self) -> usize {
        self.header.read.len()
    }
}

/// Where each field is among the keys of columns.
fn places(keys: &[String], names: Names) -> Vec<Option<usize>> {
    let place = |names: &&[&str]| names.iter().find_map(|name| keys.iter().position(|key| same_key(key, name)));
    names.iter().map(place).collect()
}

/// The field that is read from each of so many columns.
fn fields_at(index: &[Option<usize>], width: usize, names: Names) -> impl Iterator<Item = Option<&'static str>> {
    (0..width).map(move |column| index.iter().position(|place| *place == Some(column)).map(|field| names[field][0]))
}

/// The field that is read from each column, also of a header that would be refused.
pub(super) fn read_from(header: &[String], names: Names) -> Vec<Option<&'static str>> {
    let keys: Vec<String> = header.iter().map(|name| column_key(name)).collect();
    fields_at(&places(&keys, names), header.len(), names).collect()
}

/// The form in which column names are compared: lower case, without the time zone or unit in brackets, with `/`
/// between the parts of a path.
pub(super) fn column_key(name: &str) -> String {
    let name = name.trim().trim_start_matches('#').to_lowercase();
    let name = name.split(" (in ").next().unwrap_or_default();
    name.split_whitespace().collect::<Vec<_>>().join(" ").replace('.', "/")
}

pub(super) fn same_key(key: &str, name: &str) -> bool {
    // Names of JSON paths have capitals, keys have none.
    key.len() == name.len() && key.chars().eq(name.chars().flat_map(char::to_lowercase))
}

/// One record.
pub(super) enum Item<'a> {
    Json(&'a Value, Names),
    Row(&'a Row, &'a Binding),
}

impl<'a> Item<'a> {
    /// The text of a field: trimmed, and nothing where it is missing, null or empty.
    pub(super) fn text(&self, field: usize) -> Result<Option<Cow<'a, str>>, Bad> {
        let text = match self {
            Self::Row(row, binding) => Cow::Borrowed(binding.index[field].map_or("", |index| row.cell(index))),
            Self::Json(value, names) => {
                let Some((path, found)) = names[field].iter().find_map(|path| Some((*path, walk(value, path)?))) else {
                    return Ok(None);
                };
                match found {
                    Value::String(text) => Cow::Borrowed(text.as_str()),
                    Value::Number(number) => Cow::Owned(number.to_string()),
                    Value::Bool(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
                    Value::Null => return Ok(None),
                    Value::Array(_) => return Err(Bad::new(path, "a list stands where a text belongs")),
                    Value::Object(_) => return Err(Bad::new(path, "an object stands where a text belongs")),
                }
            }
        };
        let trimmed = match self {
            Self::Row(..) => unguard(text.trim()),
            Self::Json(..) => text.trim(),
        };
        if trimmed.is_empty() {
            return Ok(None);
        }
        Ok(Some(if trimmed.len() == text.len() { text } else { Cow::Owned(trimmed.to_owned()) }))
    }

    /// A text by which something is known, such as the name of a campaign. Two that are cut might become one, and the
    /// database's indexes hold no more, so a longer one is refused.
    pub(super) fn key(&self, field: usize) -> Result<Option<String>, Bad> {
        self.at_most(field, KEY_LIMIT)
    }

    /// The name of something of ours, such as a campaign.  A line feed or an escape within one is damage, and would be typed by
    /// nobody who looks for it.
    pub(super) fn title(&self, field: usize) -> Result<Option<String>, Bad> {
        let text = self.key(field)?;
        if text.as_ref().is_some_and(|text| text.chars().any(char::is_control)) {
            return Err(self.bad(field, "a name is one line, without tabs and control characters"));
        }
        Ok(text)
    }

    /// A text that is of no use when it is cut.
    pub(super) fn at_most(&self, field: usize, most: usize) -> Result<Option<String>, Bad> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        if text.chars().nth(most).is_some() {
            return Err(self.bad(field, format!("the text is longer than {most} characters")));
        }
        Ok(Some(text.into_owned()))
    }

    /// A text that is only shown: what is beyond `most` characters is cut off.
    pub(super) fn cut(&self, field: usize, most: usize) -> Result<Option<String>, Bad> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        Ok(Some(match text.char_indices().nth(most) {
            Some((end, _)) => text[..end].to_owned(),
            None => text.into_owned(),
        }))
    }

    /// What the field is called in this file, for a message.
    pub(super) fn name(&self, field: usize) -> String {
        match self {
            Self::Row(_, binding) => match binding.index[field] {
                Some(index) => binding.header.written[index].trim().to_owned(),
                None => String::new(),
            },
            Self::Json(value, names) => {
                let found = names[field].iter().find(|path| walk(value, path).is_some());
                found.or(names[field].first()).map_or_else(String::new, |path| (*path).to_owned())
            }
        }
    }

    /// A complaint about a field.
    pub(super) fn bad(&self, field: usize, reason: impl Into<String>) -> Bad {
        let name = self.name(field);
        if name.is_empty() { Bad::whole(reason) } else { Bad::new(name, reason) }
    }
}

/// Follows `actor/picture/0/url`. A null counts as missing, so that the next name is tried.
pub(super) fn walk<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let found = path.split('/').try_fold(value, |value, part| match value {
        Value::Object(map) => map.get(part),
        Value::Array(list) => list.get(part.parse::<usize>().ok()?),
        _ => None,
    })?;
    (!found.is_null()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Names = &[&["actor/name", "who"], &["list/0/url"], &["missing"]];

    #[test]
    fn a_field_is_found_along_its_path_or_under_its_other_name() {
        let value = serde_json::json!({"actor": {"name": "  Ada "}, "list": [{"url": 7}]});
        let item = Item::Json(&value, NAMES);
        assert_eq!(item.text(0).unwrap().as_deref(), Some("Ada"));
        assert_eq!(item.text(1).unwrap().as_deref(), Some("7"));
        assert_eq!(item.text(2).unwrap(), None);
        let value = serde_json::json!({"actor": {"name": null}, "who": {"first": "Ada"}});
        let bad = Item::Json(&value, NAMES).text(0).unwrap_err();
        assert_eq!(
            (bad.column.as_deref(), bad.reason.as_str()),
            (Some("who"), "an object stands where a text belongs")
        );
    }

    #[test]
    fn a_column_is_found_whatever_its_case_and_separator_but_not_twice() {
        let header = |names: &[&str]| Header::from(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        let binding = Binding::new(header(&["x", " ACTOR.Name ", "list/0/url"]), 1, NAMES).unwrap();
        assert_eq!((binding.column(0), binding.column(1), binding.column(2)), (Some(1), Some(2), None));
        let error = Binding::new(header(&["who", "y", "Who"]), 4, NAMES).err().unwrap().to_string();
        assert_eq!(
            error,
            "the column \"who\" stands twice in the header on line 4, as column 1 and column 3; remove or rename one of them"
        );
        assert!(
            Binding::new(header(&["y", "y", "who"]), 1, NAMES).is_ok(),
            "a column that is not read may stand twice"
        );
    }
}
