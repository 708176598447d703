//! Which format a file has, by what is in it. Its name says nothing: LinkedIn calls every ad report
//! `creative_<number>_….csv`, and browsers rename downloads.

use std::io::Read;

use serde_json::Value;

use super::ads::period;
use super::columns::{self, Columns, Header};
use super::demographics;
use super::error::Error;
use super::format::{self, Format, Unknown};
use super::item::column_key;
use super::json::{self, Element, Elements, Framing};
use super::shown::printable;
use super::source::{Encoding, Sample, Text};
use super::table::{self, DELIMITERS, RECORD_LIMIT, Row, Table};

/// Text that is looked at first.
pub(super) const SAMPLE: usize = 256 * 1024;
/// Rows among which the header is searched; the longest preamble known has five.
const HEADER_ROWS: usize = 15;
/// JSON elements among which one must show the format; the first may be an error of the scraper.
const FIRST_ELEMENTS: usize = 20;

/// A format, and where its records are.
pub(super) struct Detected {
    pub(super) format: Format,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    Json(Framing),
    Table(Head),
}

/// What stands above the rows of a table.
pub(super) struct Head {
    pub(super) delimiter: u8,
    pub(super) preamble: Vec<Vec<String>>,
    /// Empty if the file is a report that has no table at all.
    pub(super) header: Header,
    pub(super) line: u64,
}

/// Columns or keys, each by its possible names, by which a format is known. `actor` is also found as `actor/name`.
pub(super) const fn required(format: Format) -> &'static [&'static [&'static str]] {
    match format {
        Format::CuriousCoderReactions => &[&["reactionType"], &["profileUrl"]],
        Format::HarvestapiReactions => &[&["reactionType"], &["actor"]],
        Format::ApimaestroReactions => &[&["reaction_type"], &["reactor"]],
        Format::HarvestapiComments => &[&["commentary"], &["actor"]],
        Format::ApimaestroComments => &[&["comment_id"], &["author"], &["text"]],
        Format::Posts => &[
            &["post_url", "post url", "posturl", "post link", "url"],
            &["file", "filename", "campaign", "campaign name", "campaign_group", "post_title", "post title"],
        ],
        Format::Connections => &[&["first name"], &["last name"], &["connected on"]],
        Format::AdPerformance => &[
            &["start date", "begindatum"],
            &["total spent", "totaal besteed", "impressions", "weergaven"],
            &["campaign name", "campagnenaam", "campaign id", "campagne-id", "ad set id", "ad set name", "ad id"],
        ],
        Format::Demographics => &[&["… Segment"], &["impressions"]],
        Format::HarvestapiProfiles => {
            &[&["publicIdentifier"], &["experience", "currentPosition", "currentPositions", "connectionsCount"]]
        }
        Format::DevFusionProfiles => &[
            &["publicIdentifier", "urn"],
            &["experiences", "jobTitle", "currentJobDuration", "addressWithCountry", "addressCountryOnly"],
        ],
        Format::ApimaestroProfiles => &[&["basic_info"]],
        Format::HarvestapiCompanies => &[
            &["universalName"],
            &["employeeCount", "employeeCountRange", "industries", "companyType", "followerCount"],
        ],
        Format::DevFusionCompanies => &[
            &["companyName"],
            &["linkedinUrl"],
            &["employeeCount", "foundingYear", "headquarters", "headquarter", "specialties"],
        ],
    }
}

/// Files that people will try, and that are not read. Each is known by names that all must be there.
const NOT_READ: &[(&[&str], &str)] = &[
    (&["engagement", "postedAt"], "It looks like posts of harvestapi; import the reactions or comments below them"),
    (&["eventType", "resource"], "It looks like a webhook call of Apify; import the run's data set instead"),
    (&["actId", "defaultDatasetId"], "It looks like the description of an Apify run; import its data set instead"),
    (&["domain", "httpOnly", "value"], COOKIES),
    (&["cookies"], COOKIES),
    (&["data"], "It looks like one answer of Apify, not a data set; import the run's data set instead"),
    (&["Apollo Contact Id"], "It looks like contacts of Apollo, which an import does not read"),
    (&["Record ID", "Lifecycle Stage"], "It looks like contacts of HubSpot, which an import does not read"),
    (&["vmid", "profileUrl"], "It looks like a search of PhantomBuster, which an import does not read"),
    (&["Sponsored followers"], "It looks like the followers of a page, which an import does not read"),
    (&["file", "campaign"], "It looks like a posts list, which needs a column post_url"),
    (
        &["employeecompany"],
        "It is a contact list made for LinkedIn's Matched Audiences, not an export of LinkedIn, and nobody in it has engaged",
    ),
    (
        &["companyemaildomain"],
        "It is a company list made for LinkedIn's Matched Audiences, not an export of LinkedIn, and nobody in it has engaged",
    ),
];

const COOKIES: &str = "It looks like cookies; add them as a connection instead of importing them";

const OTHER_LANGUAGE: &str = "It looks like a report of Campaign Manager in a language or of a kind that is not known. Set the language of Campaign Manager to English and export Ad Performance or Demographics";

/// Looks at the head of `text` without using it up. `wanted` is a format given by hand.
pub(super) fn detect<R: Read>(text: &mut Text<R>, wanted: Option<Format>, said: &Columns) -> Result<Detected, Error> {
    let sample = text.peek(SAMPLE)?;
    match sample.text.trim_ascii_start().first() {
        None if sample.complete => Err(Error::Empty),
        Some(b'{' | b'[') if !said.is_empty() => Err(Error::NoTable),
        Some(b'{' | b'[') => detect_json(text, wanted),
        _ => detect_table(text, wanted, said),
    }
}

fn detect_json<R: Read>(text: &mut Text<R>, wanted: Option<Format>) -> Result<Detected, Error> {
    let mut framing = json::framing(text.peek(SAMPLE)?.text);
    let mut first = first_elements(&text.peek(SAMPLE)?, framing);
    if first.0.is_empty() && !text.peek(SAMPLE)?.complete {
        // The first element may be as large as the cap.
        let sample = text.peek(2 * RECORD_LIMIT)?;
        framing = json::framing(sample.text);
        first = first_elements(&sample, framing);
    }
    let (elements, error) = first;
    if let Some(error) = error
        && elements.is_empty()
    {
        return Err(match error {
            Error::Truncated { line, records, .. } => Error::Truncated { bytes: text.bytes(), line, records },
            other => other,
        });
    }
    let formats: Vec<Format> = Format::ALL
        .into_iter()
        .filter(|format| !matches!(format, Format::Connections | Format::AdPerformance | Format::Demographics))
        .filter(|format| wanted.is_none_or(|wanted| wanted == *format))
        .collect();
    let keys_of = |value: &Value| -> Vec<String> {
        value.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
    };
    let format = elements.iter().find_map(|value| {
        let keys = keys_of(value);
        formats.iter().copied().find(|format| missing(*format, wanted, &keys, str::to_owned).is_empty())
    });
    if let Some(format) = format {
        return Ok(Detected { format, kind: Kind::Json(framing) });
    }
    match (elements.first(), wanted) {
        (None, Some(format)) => Ok(Detected { format, kind: Kind::Json(framing) }),
        (None, None) => Err(Error::NoRecords),
        (Some(first), wanted) => {
            if let Some(error) = apify_error(first) {
                return Err(error);
            }
            let keys = keys_of(first);
            Err(not_known(wanted, "keys", &keys, hint(&keys), |format| missing(format, wanted, &keys, str::to_owned)))
        }
    }
}

/// The first values of a sample, and the error that ended them. A sample that is cut ends without one.
fn first_elements(sample: &Sample<'_>, framing: Framing) -> (Vec<Value>, Option<Error>) {
    let mut values = Vec::new();
    let Ok(mut head) = Text::open(sample.text) else { return (values, None) };
    let mut elements = Elements::new(framing);
    while values.len() < FIRST_ELEMENTS {
        match elements.next(&mut head) {
            Ok(Some(Element { length, .. })) => {
                let element = &mut head.buffer_mut()[..length];
                json::replace_bad_escapes(element);
                match serde_json::from_slice(element) {
                    Ok(value) => values.push(value),
                    // The last line of a sample may be cut.
                    Err(error) if error.is_eof() && !sample.complete => return (values, None),
                    Err(_) => values.push(Value::Null),
                }
            }
            Ok(None) => return (values, None),
            Err(Error::Truncated { .. }) if !sample.complete => return (values, None),
            Err(error) => return (values, Some(error)),
        }
    }
    (values, None)
}

fn apify_error(value: &Value) -> Option<Error> {
    let error = value.as_object()?.get("error")?.as_object()?;
    let text = |key| Some(printable(error.get(key)?.as_str()?, 200));
    Some(Error::ApifyError { kind: text("type")?, message: text("message")? })
}

fn detect_table<R: Read>(text: &mut Text<R>, wanted: Option<Format>, said: &Columns) -> Result<Detected, Error> {
    if let Some(format) = wanted.filter(|format| !said.is_empty() && !columns::can_be_said(*format)) {
        return Err(Error::NotSaid { format });
    }
    let encoding = text.encoding();
    let sample = text.peek(SAMPLE)?;
    let candidates = candidates(&sample, HEADER_ROWS);
    for Candidate { delimiter, rows } in &candidates {
        for (index, (line, row)) in rows.iter().enumerate() {
            if let Some((format, header)) = format_of_header(row, *line, wanted, said)? {
                let preamble = rows[..index].iter().map(|(_, row)| row.clone()).collect();
                let head = Head { delimiter: *delimiter, preamble, header, line: *line };
                return Ok(Detected { format, kind: Kind::Table(head) });
            }
        }
    }
    let Some((Candidate { delimiter, rows }, index)) = likeliest(&candidates, said) else {
        return Err(first_row_error(text));
    };
    let names = &rows[index].1;
    let title = &rows[0].1[0];
    let report = match (period::is_ads_title(title), period::is_demographics_title(title)) {
        (true, _) => Some(Format::AdPerformance),
        (_, true) => Some(Format::Demographics),
        _ => None,
    };
    if let Some(format) = report.filter(|format| wanted.is_none_or(|wanted| wanted == *format))
        && names.len() == 1
        && sample.complete
    {
        // Nothing was shown in the period, so LinkedIn wrote only the lines above the table.
        let preamble = rows.iter().map(|(_, row)| row.clone()).collect();
        let head = Head { delimiter: *delimiter, preamble, header: Vec::new().into(), line: 0 };
        return Ok(Detected { format, kind: Kind::Table(head) });
    }
    if let Some(name) = said.missing(names.iter().map(String::as_str)) {
        let seen = Unknown::new(format::COLUMNS, names.iter().map(String::as_str), None, None).list();
        return Err(Error::NoColumn { name: columns::shown(name), seen });
    }
    if let Some(format) = wanted.filter(|_| !said.is_empty()) {
        // A field that was mistyped is missing too, and that it is mistyped says more.
        said.check(format, names, &said.renamed(names, format), rows[index].0)?;
    }
    let of_campaign_manager =
        report.is_some() || encoding == Encoding::Utf16Le && *delimiter == b'\t' && names.len() > 5;
    let hint = hint(names).or(of_campaign_manager.then_some(OTHER_LANGUAGE));
    Err(not_known(wanted, format::COLUMNS, names, hint, |format| {
        missing(format, wanted, &keys_of(&said.renamed(names, format)), str::to_lowercase)
    }))
}

/// The first rows of a table, as one separator divides them.
pub(super) struct Candidate {
    pub(super) delimiter: u8,
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

pub(super) fn candidates(sample: &Sample<'_>, most: usize) -> [Candidate; DELIMITERS.len()] {
    DELIMITERS.map(|delimiter| Candidate { delimiter, rows: table::first_rows(sample, delimiter, most) })
}

/// The row that is the header where the format is not known: the first that has the columns of which something is said, or else
/// the widest, by the separator that gives it; the first of them on a tie, since headers come first.
pub(super) fn likeliest<'a>(candidates: &'a [Candidate], said: &Columns) -> Option<(&'a Candidate, usize)> {
    let heads = |candidate: &'a Candidate| candidate.rows.iter().take(HEADER_ROWS).enumerate();
    let has_all =
        |candidate| heads(candidate).find(|(_, (_, row))| said.missing(row.iter().map(String::as_str)).is_none());
    if !said.is_empty()
        && let Some(found) = candidates.iter().find_map(|one| has_all(one).map(|(index, _)| (one, index)))
    {
        return Some(found);
    }
    let rows = candidates.iter().flat_map(|one| heads(one).map(move |(index, (_, row))| (row.len(), one, index)));
    let widest = rows.reduce(|best, next| if next.0 > best.0 { next } else { best });
    widest.map(|(_, candidate, index)| (candidate, index))
}

/// No row at all could be read: reading on shows why.
fn first_row_error<R: Read>(text: &mut Text<R>) -> Error {
    let mut row = Row::default();
    match Table::new(b',').next(text, &mut row) {
        Err(error) => error,
        Ok(_) => Error::UnknownFormat(Box::new(Unknown::new("columns", row.iter(), None, None))),
    }
}

/// The format whose header this row is, with the header as that format reads it.
fn format_of_header(
    row: &[String],
    line: u64,
    wanted: Option<Format>,
    said: &Columns,
) -> Result<Option<(Format, Header)>, Error> {
    let fits = |format: Format| wanted.is_none_or(|wanted| wanted == format);
    // Whoever names columns means the row that has them.
    if said.missing(row.iter().map(String::as_str)).is_some() {
        return Ok(None);
    }
    let found = if demographics::section(row.iter().map(String::as_str)).is_some() && fits(Format::Demographics) {
        Some((Format::Demographics, row.to_vec()))
    } else {
        let formats = Format::ALL.into_iter().filter(|format| fits(*format));
        if said.is_empty() {
            let keys = keys_of(row);
            let found = formats.clone().find(|format| missing(*format, wanted, &keys, str::to_lowercase).is_empty());
            return Ok(found.map(|format| (format, row.to_vec().into())));
        }
        let of_format = |format| {
            let renamed = said.renamed(row, format);
            missing(format, wanted, &keys_of(&renamed), str::to_lowercase).is_empty().then_some((format, renamed))
        };
        let mut all = formats.filter_map(of_format).peekable();
        let first = all.peek().cloned();
        all.find(|(format, renamed)| said.are_of(*format, renamed)).or(first)
    };
    let Some((format, renamed)) = found else { return Ok(None) };
    if said.is_empty() {
        return Ok(Some((format, renamed.into())));
    }
    if !columns::can_be_said(format) {
        return Err(Error::NotSaid { format });
    }
    said.check(format, row, &renamed, line)?;
    Ok(Some((format, Header { written: row.into(), read: renamed.into() })))
}

fn keys_of(header: &[String]) -> Vec<String> {
    header.iter().map(|name| column_key(name)).collect()
}

/// The required names that are not among `keys`. `form` turns a name into the form of the keys.
fn missing(format: Format, wanted: Option<Format>, keys: &[String], form: fn(&str) -> String) -> Vec<&'static str> {
    let has = |name: &str| {
        let name = form(name);
        keys.iter().any(|key| key.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let names = required(format).iter();
    // That somebody calls it a posts list says more than a second column would.
    let by_hand = format == Format::Posts && wanted == Some(format);
    let names = names.take(if by_hand { 1 } else { usize::MAX });
    names.filter(|names| !names.iter().any(|name| has(name))).filter_map(|names| names.first().copied()).collect()
}

/// The format that lacks least, if that is at most half of what it is known by.
fn nearest(missing: &impl Fn(Format) -> Vec<&'static str>) -> Option<(Format, Vec<&'static str>)> {
    // Of nine stacked tables no single name says anything.
    let others = Format::ALL.into_iter().filter(|format| *format != Format::Demographics);
    let lacking = others.map(|format| (format, missing(format)));
    lacking
        .filter(|(format, missing)| 2 * missing.len() <= required(*format).len())
        .min_by_key(|(_, missing)| missing.len())
}

fn hint(names: &[String]) -> Option<&'static str> {
    let has = |wanted: &str| names.iter().any(|name| name.trim() == wanted);
    NOT_READ.iter().find(|(wanted, _)| wanted.iter().all(|name| has(name))).map(|(_, hint)| *hint)
}

/// Whether these are the names in a file of cookies.
pub(super) fn is_cookies(names: &[String]) -> bool {
    hint(names) == Some(COOKIES)
}

fn not_known(
    wanted: Option<Format>,
    what: &'static str,
    names: &[String],
    hint: Option<&'static str>,
    missing: impl Fn(Format) -> Vec<&'static str>,
) -> Error {
    let unknown = Unknown::new(what, names.iter().map(String::as_str), hint, nearest(&missing));
    match wanted {
        None => Error::UnknownFormat(Box::new(unknown)),
        Some(format) => {
            let missing: Vec<String> = missing(format).into_iter().map(format::any_of_in_words).collect();
            let missing = if missing.is_empty() { "of its header".to_owned() } else { missing.join(", ") };
            let advice = if what == format::COLUMNS && columns::can_be_said(format) {
                "Say which of its columns are read as these (--column 'NAME=FIELD'), or let its content say which format it has"
            } else {
                "Let its content say which format it has"
            };
            Error::NotThatFormat { format, missing, seen: unknown.list(), advice }
        }
    }
}
