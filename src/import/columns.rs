//! What the columns of a table are read as, where somebody says it: a table in another language or of another tool says the
//! same under names of its own.
//!
//! The header is renamed while its format is looked for, so that whatever comes after reads a table of names that are known.
//! It never happens to JSON, nor to what is nested or stacked: there a name is a place, and not a column.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ads::{self, Scheme};
use super::error::Error;
use super::format::Format;
use super::item::{Names, column_key, same_key};
use super::shown::printable;
use super::{connections, demographics, people, posts};

/// Columns of which something can be said, which is more than any export has that is read.
pub const MOST_COLUMNS: usize = 100;
/// Characters of the name of a column, and of a field.
pub const LONGEST: usize = 200;
/// Characters of a column's name that are shown, and by which it is known.
const SHOWN: usize = 100;
/// What stands before the name of a column that is not to be read, so that no format takes it for one of its own.
const NOT_READ: &str = "not read: ";

/// What columns are read as: the name of each, as the file has it, and that of a field; an empty one: it is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct Columns(BTreeMap<String, String>);

impl TryFrom<BTreeMap<String, String>> for Columns {
    type Error = String;

    fn try_from(said: BTreeMap<String, String>) -> Result<Self, String> {
        Self::new(said)
    }
}

impl Columns {
    /// Reads what was said, a column after the other.
    ///
    /// # Errors
    /// In words, where it is too much, or says two things of one column.
    pub fn new(said: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let (mut columns, mut keys) = (BTreeMap::new(), BTreeSet::new());
        for (name, field) in said {
            let (name, field) = (name.trim(), field.trim());
            if name.is_empty() {
                return Err("a column has a name, by which it is said what it is read as".to_owned());
            }
            if [name, field]
                .iter()
                .any(|text| text.chars().nth(LONGEST).is_some() || text.chars().any(char::is_control))
            {
                return Err(format!("the name of a column or a field is one line of at most {LONGEST} characters"));
            }
            if !keys.insert(key(name)) {
                return Err(format!(
                    "of the column \"{}\" it is said twice what it is read as",
                    printable(name, SHOWN)
                ));
            }
            columns.insert(name.to_owned(), field.to_owned());
        }
        if columns.len() > MOST_COLUMNS {
            return Err(format!("it can be said of at most {MOST_COLUMNS} columns what they are read as"));
        }
        Ok(Self(columns))
    }

    /// Whether nothing is said of any column.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said, by the columns' names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, field)| (name.as_str(), field.as_str()))
    }

    /// Says what a column is read as, in place of what was said of it.
    ///
    /// # Errors
    /// As [`Self::new`] gives them.
    pub fn say(&mut self, column: &str, field: &str) -> Result<(), String> {
        let column_key = key(column.trim());
        let others = self.0.iter().filter(|(name, _)| key(name) != column_key);
        let others = others.map(|(name, field)| (name.clone(), field.clone()));
        *self = Self::new(others.chain([(column.to_owned(), field.to_owned())]))?;
        Ok(())
    }

    /// What a column is said to be read as; empty: it is not read.
    #[must_use]
    pub fn field_of(&self, column: &str) -> Option<&str> {
        self.fields().get(&key(column)).copied()
    }

    /// The fields by the keys of the columns.
    fn fields(&self) -> BTreeMap<String, &str> {
        self.iter().map(|(name, field)| (key(name), field)).collect()
    }

    /// The first column of which something is said, and which is not among these.
    #[must_use]
    pub fn missing<'a>(&self, columns: impl IntoIterator<Item = &'a str>) -> Option<&str> {
        if self.is_empty() {
            return None;
        }
        let keys: BTreeSet<String> = columns.into_iter().map(key).collect();
        self.iter().map(|(name, _)| name).find(|name| !keys.contains(&key(name)))
    }

    /// A header with its columns named as a format names them.
    pub(super) fn renamed(&self, header: &[String], format: Format) -> Vec<String> {
        let said = self.rename(header, &[]);
        self.rename(header, names_of(format, &said))
    }

    /// The same, with other names of a field in place of the one by which it is known best.
    fn rename(&self, header: &[String], names: Names) -> Vec<String> {
        let fields = self.fields();
        let rename = |name: &String| match fields.get(&key(name)).copied() {
            None => name.clone(),
            Some("") => format!("{NOT_READ}{}", name.trim()),
            Some(field) => place_of(names, field).map_or_else(|| field.to_owned(), |place| names[place][0].to_owned()),
        };
        if self.is_empty() { header.to_vec() } else { header.iter().map(rename).collect() }
    }

    /// Whether every field is one of a format's, for a header that was renamed for it.
    pub(super) fn are_of(&self, format: Format, renamed: &[String]) -> bool {
        let names = names_of(format, renamed);
        self.iter().all(|(_, field)| field.is_empty() || place_of(names, field).is_some())
    }

    /// Refuses what cannot be meant: a field that the format does not read, and two columns that would be one.
    pub(super) fn check(&self, format: Format, written: &[String], renamed: &[String], line: u64) -> Result<(), Error> {
        let (names, fields) = (names_of(format, renamed), self.fields());
        for (column, name) in written.iter().enumerate() {
            let Some(field) = fields.get(&key(name)).copied().filter(|field| !field.is_empty()) else { continue };
            let Some(place) = place_of(names, field) else {
                let fields: Vec<&str> = columns_of(format).map(|(field, _)| field).collect();
                return Err(Error::NoField { format, field: printable(field, SHOWN), fields: fields.join(", ") });
            };
            let shown = |column: usize| printable(written[column].trim(), SHOWN);
            let is_read = |name: &String| names[place].iter().any(|known| same_key(&column_key(name), known));
            let other = renamed.iter().enumerate().position(|(other, name)| other != column && is_read(name));
            let Some(other) = other else { continue };
            let (first, second) = (column.min(other), column.max(other));
            if key(&written[first]) == key(&written[second]) {
                return Err(Error::DuplicateColumn { name: shown(first), line, first: first + 1, second: second + 1 });
            }
            return Err(Error::ReadTwice { field: names[place][0], first: shown(first), second: shown(second) });
        }
        Ok(())
    }
}

/// The form in which the names of columns are compared, of as much of them as is shown.
fn key(name: &str) -> String {
    column_key(&printable(name.trim(), SHOWN))
}

/// The name of a column as it is shown.
pub(super) fn shown(name: &str) -> String {
    printable(name.trim(), SHOWN)
}

/// The name that a column has where it is read.
pub(super) fn without_mark(name: &str) -> &str {
    name.strip_prefix(NOT_READ).unwrap_or(name)
}

/// The place of a field among the names of a format.
fn place_of(names: Names, field: &str) -> Option<usize> {
    let field = column_key(field);
    names.iter().position(|names| names.iter().any(|name| same_key(&field, name)))
}

/// The names of the fields of a table.
pub(super) fn names_of(format: Format, header: &[String]) -> Names {
    match format {
        Format::Posts => posts::NAMES,
        Format::Connections => connections::NAMES,
        Format::AdPerformance => ads::names(Scheme::of(header).0),
        Format::Demographics => demographics::NAMES,
        format if format.is_enrichment() => &[],
        format => people::names(format),
    }
}

/// Whether it can be said of tables of a format what their columns are read as.
#[must_use]
pub const fn can_be_said(format: Format) -> bool {
    !format.is_enrichment() && !matches!(format, Format::Demographics)
}

/// The fields of a format's tables by their names, and whether a table needs it; none of formats of which that cannot be said.
pub fn columns_of(format: Format) -> impl Iterator<Item = (&'static str, Need)> {
    let tables: &[Names] = match format {
        Format::AdPerformance => &[ads::names(Scheme::Until2025), ads::names(Scheme::Since2026)],
        Format::Posts => &[posts::NAMES],
        Format::Connections => &[connections::NAMES],
        format if can_be_said(format) => &[people::names(format)],
        _ => &[],
    };
    let mut fields: Vec<&'static str> = Vec::new();
    for name in tables.iter().flat_map(|names| names.iter()).filter_map(|names| names.first()) {
        if !fields.contains(name) {
            fields.push(name);
        }
    }
    fields.into_iter().map(move |field| {
        let group = needed(format).iter().find(|group| group.contains(&field));
        (field, group.map_or(Need::No, |group| if group.len() == 1 { Need::Yes } else { Need::OneOfSeveral }))
    })
}

/// Whether a table needs a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It is read where it is there.
    No,
    /// Without it nothing can be read.
    Yes,
    /// It, or another one, is needed.
    OneOfSeveral,
}

/// What a table of a format needs: one field of each group. It is what a file is known by, in other
/// words: by the fields that people choose from, and with what every row needs.
#[must_use]
pub const fn needed(format: Format) -> &'static [&'static [&'static str]] {
    match format {
        Format::CuriousCoderReactions => &[&["reactionType"], &["profileUrl"]],
        Format::HarvestapiReactions => &[&["reactionType"], &["actor/linkedinUrl", "actor/id"]],
        Format::ApimaestroReactions => &[&["reaction_type"], &["reactor/profile_url", "reactor/urn"]],
        Format::HarvestapiComments => &[&["id"], &["commentary"], &["actor/linkedinUrl", "actor/id"]],
        Format::ApimaestroComments => &[&["comment_id"], &["text"], &["author/profile_url", "author/urn"]],
        Format::Posts => &[&["post_url"]],
        Format::Connections => &[&["first name"], &["last name"], &["url", "email address"], &["connected on"]],
        Format::AdPerformance => &[
            &["start date"],
            &["total spent", "impressions"],
            &["campaign name", "campaign id", "ad set name", "ad set id", "ad id"],
        ],
        _ => &[],
    }
}

/// A header, as it is written and as it is read.
#[derive(Clone)]
pub(super) struct Header {
    pub(super) written: Arc<[String]>,
    pub(super) read: Arc<[String]>,
}

impl From<Vec<String>> for Header {
    fn from(written: Vec<String>) -> Self {
        let written: Arc<[String]> = written.into();
        Self { read: Arc::clone(&written), written }
    }
}
