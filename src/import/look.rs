//! A table as far as it can be seen without being read: for somebody who is to say what its columns are read as.

use std::io::Read;

use super::columns;
use super::detect::{self, Candidate, Detected, Head, Kind, SAMPLE};
use super::error::Error;
use super::format::{Format, is_secret};
use super::item::read_from;
use super::layout::Options;
use super::shown::printable;
use super::source::Text;

/// Rows that are looked at, those above the header among them.
const ROWS: usize = 60;
/// Different values of a column that are shown, and characters of each.
const EXAMPLES: usize = 3;
const LENGTH: usize = 200;
/// What stands before a key in a header of HTTP.
const BEARER: &str = "bearer ";

/// What can be seen of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What it holds, if that is known.
    pub format: Option<Format>,
    /// Its columns, in their order.
    pub columns: Vec<SeenColumn>,
}

/// A column of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenColumn {
    /// Its name, as it may be shown.
    pub name: String,
    /// The field that would be read from it.
    pub read_as: Option<&'static str>,
    /// The first values that differ, as they may be shown.
    pub examples: Vec<String>,
}

/// Looks at the head of a file; nothing, where it is no table whose columns could be read otherwise, or holds what is nobody's
/// to see.
///
/// # Errors
/// Where it cannot be read at all.
pub fn look<R: Read>(input: R, options: &Options) -> Result<Option<Seen>, Error> {
    let mut text = Text::open(input)?;
    if matches!(text.peek(SAMPLE)?.text.trim_ascii_start().first(), None | Some(b'{' | b'[')) {
        return Ok(None);
    }
    let detected = detect::detect(&mut text, options.format, &options.columns).ok();
    let candidates = detect::candidates(&text.peek(SAMPLE)?, ROWS);
    let format = detected.as_ref().map(|detected| detected.format);
    let head = match &detected {
        Some(Detected { kind: Kind::Table(head), .. }) => of_head(&candidates, head),
        _ => detect::likeliest(&candidates, &options.columns),
    };
    let Some((Candidate { rows, .. }, index)) = head.filter(|(one, index)| index + 1 < one.rows.len()) else {
        return Ok(None);
    };
    if format.is_some_and(|format| !columns::can_be_said(format)) || is_nobodys(rows) {
        return Ok(None);
    }
    let header = &rows[index].1;
    let fields = match format.or(options.format).filter(|format| columns::can_be_said(*format)) {
        Some(format) => {
            let renamed = options.columns.renamed(header, format);
            read_from(&renamed, columns::names_of(format, &renamed))
        }
        None => vec![None; header.len()],
    };
    let columns = header.iter().zip(fields).enumerate().map(|(column, (name, read_as))| {
        let mut examples: Vec<String> = Vec::new();
        for (_, row) in &rows[index + 1..] {
            let value = row.get(column).map(|cell| printable(cell.trim(), LENGTH)).unwrap_or_default();
            if examples.len() < EXAMPLES && !value.is_empty() && !examples.contains(&value) {
                examples.push(value);
            }
        }
        SeenColumn { name: columns::shown(name), read_as, examples }
    });
    Ok(Some(Seen { format, columns: columns.collect() }))
}

/// The rows in which a header is, and its place among them.
fn of_head<'a>(candidates: &'a [Candidate], head: &Head) -> Option<(&'a Candidate, usize)> {
    let candidate = candidates.iter().find(|one| one.delimiter == head.delimiter)?;
    Some((candidate, candidate.rows.iter().position(|(line, _)| *line == head.line)?))
}

/// Whether cookies or keys are in it, which people do drop here: whoever sees one can act as its owner.
fn is_nobodys(rows: &[(u64, Vec<String>)]) -> bool {
    // Somebody may bear a torch in a headline.
    let is_key = |cell: &str| {
        let cell = cell.trim().to_lowercase();
        is_secret(cell.strip_prefix(BEARER).map_or(cell.replace(BEARER, "").as_str(), |_| BEARER))
    };
    rows.iter().any(|(_, row)| detect::is_cookies(row)) || rows.iter().flat_map(|(_, row)| row).any(|cell| is_key(cell))
}
