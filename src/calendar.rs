//! Files of the content calendar, as iCalendar and as tables: read and written by people and by other programs.  They know no database.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{
    import::printable,
    model::calendar::{CalendarStatus, ContentType},
    values::{self, word},
};

pub mod ics;
pub mod slots;
pub mod table;

/// Bytes of a file that is read.
pub const LARGEST: usize = 1024 * 1024;
/// Entries of a file that is read.
pub const MOST: usize = 5_000;
/// The most lines that cannot be read, beyond which it is something else.
const PROBLEMS: usize = 1_000;
/// When a day without a time is taken to be meant.
const MORNING: civil::Time = civil::time(9, 0, 0, 0);
/// Characters of a text.
const LONGEST: usize = 10_000;

/// An entry as a file has it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id.
    pub id: Uuid,
    /// What it is about.
    pub title: String,
    /// When it is to be posted.
    pub at: Timestamp,
    /// Where it stands, as the database says it.
    pub status: String,
    /// Its form, as the database says it.
    pub form: String,
    /// Whether it is shown for money.
    pub is_paid: bool,
    /// How much.
    pub budget: Option<String>,
    /// Its campaign.
    pub campaign: Option<String>,
    /// Its strategy.
    pub strategy: Option<String>,
    /// Which of the strategy's posts it is.
    pub slot: Option<String>,
    /// Draft or briefing.
    pub description: Option<String>,
    /// Words of the team.
    pub notes: Option<String>,
    /// The post that it became.
    pub post_url: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// What a file says of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The line where it begins.
    pub line: usize,
    /// By what it is known.
    pub known_by: KnownBy,
    /// What is said of it, by the names of the columns; a campaign and a strategy by their own names.
    pub said: Map<String, Value>,
}

/// By what an entry of a file is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownBy {
    /// By an id of ours.
    Id(Uuid),
    /// By an id of the program that wrote the file.
    Foreign(String),
    /// By its title and its time.
    Itself,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct File {
    /// Entries that could be read.
    pub entries: Vec<Told>,
    /// Lines that could not, and why.
    pub problems: Vec<(usize, String)>,
    /// Columns that say nothing to us.
    pub unread: Vec<String>,
}

impl File {
    fn problem(&mut self, line: usize, words: impl Into<String>) {
        // Whatever a file holds instead of what it should is repeated in part.
        self.problems.push((line, printable(&words.into(), 300)));
    }
}

/// Reads a file of either kind, which is seen from its beginning; times without a zone are told by this one.
///
/// # Errors
/// When it is no such file at all.
pub fn read(bytes: &[u8], zone: &TimeZone) -> Result<File, String> {
    if bytes.len() > LARGEST {
        return Err("the file is larger than a megabyte; divide it".to_owned());
    }
    let text = decoded(bytes);
    let begins = |what: &str| text.trim_start().get(..what.len()).is_some_and(|head| head.eq_ignore_ascii_case(what));
    let mut file = if begins("BEGIN:VCALENDAR") { ics::read(&text, zone) } else { table::read(&text, zone)? };
    if file.entries.len() > MOST {
        return Err(format!("the file has more than {MOST} entries; divide it"));
    }
    if file.problems.len() > PROBLEMS {
        return Err(format!(
            "more than {PROBLEMS} lines of the file cannot be read, so it is not what it was taken for"
        ));
    }
    file.problems.sort();
    Ok(file)
}

/// Text as spreadsheets write it: in UTF-8, or as Windows did before.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Puts down what is said of one column, unless it makes no sense; then why.
///
/// # Errors
/// What is wrong, in words.
pub fn put(said: &mut Map<String, Value>, column: &str, whole: &str) -> Result<(), String> {
    let text = whole.trim();
    let value = match column {
        "title" => values::name(text)?.into(),
        // Where nothing stands, nothing is said: these always have one.
        "status" | "content_type" | "is_paid" if text.is_empty() => return Ok(()),
        "status" => choice::<CalendarStatus>(text)?.into(),
        "content_type" => choice::<ContentType>(text)?.into(),
        "is_paid" => match text.to_lowercase().as_str() {
            "yes" | "true" | "1" | "paid" => true.into(),
            "no" | "false" | "0" | "organic" => false.into(),
            _ => return Err(format!("it is yes or no, not {text:?}")),
        },
        "budget" if !text.is_empty() => values::amount(text)?.into(),
        "campaign" | "strategy" | "strategy_slot" if text.chars().any(char::is_control) => {
            return Err("it is one line".to_owned());
        }
        _ if text.is_empty() => Value::Null,
        "campaign" | "strategy" | "strategy_slot" => text.into(),
        _ => long(whole)?.into(),
    };
    said.insert(column.to_owned(), value);
    Ok(())
}

/// The word of a closed list.
fn choice<T: clap::ValueEnum>(text: &str) -> Result<String, String> {
    let wanted = text.trim().to_lowercase().replace([' ', '-'], "_");
    let all: Vec<String> = T::value_variants().iter().map(word).collect();
    if all.contains(&wanted) {
        return Ok(wanted);
    }
    Err(format!("there is no {text:?}; there are {}", all.join(", ")))
}

/// Text of several lines, with one kind of end.
///
/// # Errors
/// When it is too long, or holds what no text does.
pub fn long(text: &str) -> Result<String, String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().nth(LONGEST).is_some() {
        return Err(format!("it has at most {LONGEST} characters"));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err("it holds control characters".to_owned());
    }
    Ok(text)
}

/// A moment as people write it: with its zone, else by this one; a day alone is its morning.
///
/// # Errors
/// When it is none.
pub fn moment(text: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    let text = text.trim();
    let there = if let Ok(at) = text.parse::<Timestamp>() {
        at
    } else if let Some(day) = text.parse::<civil::Date>().ok().filter(|_| text.len() <= 10) {
        local(day.to_datetime(MORNING), zone)?
    } else if let Ok(at) = text.parse::<civil::DateTime>() {
        local(at, zone)?
    } else {
        return Err(format!("{text:?} is no time; write it like 2026-12-01 09:30"));
    };
    dated(there)
}

/// What a clock on the wall shows, as the moment when it does.
fn local(at: civil::DateTime, zone: &TimeZone) -> Result<Timestamp, String> {
    at.to_zoned(zone.clone()).map(|at| at.timestamp()).map_err(|_| "there is no such time".to_owned())
}

/// Nobody plans for another century; what looks so is a slip.
fn dated(at: Timestamp) -> Result<Timestamp, String> {
    let year = at.to_zoned(TimeZone::UTC).year();
    if (2000..2100).contains(&year) {
        Ok(at)
    } else {
        Err(format!("it must be of the years 2000 to 2099, not of {year}"))
    }
}

#[cfg(test)]
fn sample() -> Entry {
    Entry {
        id: Uuid::from_u128(7),
        title: "Launch; \"really\", with \\ and = and a long tail of words that goes on, über alle Zeilen – and on – 日本語".to_owned(),
        at: "2026-10-25T00:30:00Z".parse().unwrap(),
        status: "scheduled".to_owned(),
        form: "video".to_owned(),
        is_paid: true,
        budget: Some("150.50".to_owned()),
        campaign: Some("=Spring; \"one\"".to_owned()),
        strategy: Some("Customer, proof".to_owned()),
        slot: Some("Week 1, 2 of 3".to_owned()),
        description: Some("First line\nsecond; line, with \\n\n\n  and a third".to_owned()),
        notes: Some("'=1+1".to_owned()),
        post_url: None,
        created_at: "2026-10-01T08:00:00Z".parse().unwrap(),
        updated_at: "2026-10-02T08:00:00Z".parse().unwrap(),
    }
}

/// What a file must say of an entry, so that nothing of it is lost.
#[cfg(test)]
fn expected(entry: &Entry) -> Map<String, Value> {
    let said = serde_json::json!({
        "title": entry.title, "scheduled_at": entry.at.to_string(), "status": entry.status, "content_type": entry.form, "is_paid": entry.is_paid,
        "budget": entry.budget, "campaign": entry.campaign, "strategy": entry.strategy, "strategy_slot": entry.slot,
        "description": entry.description, "notes": entry.notes,
    });
    said.as_object().unwrap().clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    #[test]
    fn a_time_is_told_by_its_zone_or_by_the_teams() {
        for (text, at) in [
            ("2026-12-01 09:30", "2026-12-01T08:30:00Z"),
            ("2026-12-01T09:30:15", "2026-12-01T08:30:15Z"),
            ("2026-07-01T09:30", "2026-07-01T07:30:00Z"),
            ("2026-12-01", "2026-12-01T08:00:00Z"),
            ("2026-12-01T09:30:00Z", "2026-12-01T09:30:00Z"),
            ("2026-12-01T09:30:00-05:00", "2026-12-01T14:30:00Z"),
            // The hour that a clock skips is the one after it.
            ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
        ] {
            assert_eq!(moment(text, &berlin()).unwrap().to_string(), at, "{text}");
        }
        for odd in [
            "",
            "tomorrow",
            "2026-13-01",
            "2026-02-30",
            "1999-12-31",
            "2100-06-01",
            "9999-12-31T23:59:59Z",
            "2026-12-01 25:00",
        ] {
            assert!(moment(odd, &berlin()).is_err(), "{odd}");
        }
    }

    #[test]
    fn what_a_file_is_is_seen_from_its_beginning() {
        let of = |text: &str| read(text.as_bytes(), &berlin());
        assert_eq!(of("title,when\nA,2026-12-01\n").unwrap().entries.len(), 1);
        assert_eq!(of("\u{feff}\r\nbegin:vcalendar\r\nEND:VCALENDAR").unwrap().entries.len(), 0);
        assert!(of("").is_err() && of("hello").is_err() && of(&"x".repeat(LARGEST + 1)).is_err());
        let old = read(b"title;when\nGespr\xe4ch;2026-12-01\n", &berlin()).unwrap();
        assert_eq!(old.entries[0].said["title"], "Gespräch");
    }
}
