//! The calendar as a table for spreadsheets.

use jiff::tz::TimeZone;

use super::{Entry, File, KnownBy, Told, moment, put};
use crate::{error::Error, spreadsheet};

/// The most columns of a table.
const COLUMNS: usize = 200;

const HEADER: [&str; 13] = [
    "id",
    "title",
    "scheduled_at",
    "status",
    "content_type",
    "paid",
    "budget",
    "campaign",
    "strategy",
    "slot",
    "description",
    "notes",
    "post_url",
];

/// What people call the columns, beside the names that we write.
const NAMES: [(&str, &str); 20] = [
    ("id", "id"),
    ("title", "title"),
    ("name", "title"),
    ("subject", "title"),
    ("scheduled_at", "scheduled_at"),
    ("scheduled", "scheduled_at"),
    ("when", "scheduled_at"),
    ("date", "scheduled_at"),
    ("status", "status"),
    ("content_type", "content_type"),
    ("type", "content_type"),
    ("paid", "is_paid"),
    ("budget", "budget"),
    ("campaign", "campaign"),
    ("strategy", "strategy"),
    ("slot", "strategy_slot"),
    ("description", "description"),
    ("text", "description"),
    ("notes", "notes"),
    // What we write for people to read, and know ourselves.
    ("post_url", ""),
];

/// Entries as a table; times by this zone.
///
/// # Errors
/// When it cannot be written.
pub fn write(entries: &[Entry], zone: &TimeZone) -> Result<Vec<u8>, Error> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let row = |entry: &Entry| {
        vec![
            entry.id.to_string(),
            entry.title.clone(),
            // With its distance from UTC: an hour of a night in autumn comes twice.
            entry.at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            entry.status.clone(),
            entry.form.clone(),
            if entry.is_paid { "yes" } else { "no" }.to_owned(),
            text(&entry.budget),
            text(&entry.campaign),
            text(&entry.strategy),
            text(&entry.slot),
            text(&entry.description),
            text(&entry.notes),
            text(&entry.post_url),
        ]
    };
    let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
    let mut file = Vec::new();
    spreadsheet::write(&mut file, &HEADER, &rows)?;
    Ok(file)
}

/// Reads a table.
///
/// # Errors
/// When it has no columns for a title and a time.
pub fn read(text: &str, zone: &TimeZone) -> Result<File, String> {
    // One kind of end for all lines, so that their numbers are those that an editor shows.
    let text = text.replace("\r\n", "\n");
    // Spreadsheets of half of Europe divide by semicolons.
    let head = text.trim_start().lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|byte| head.bytes().filter(|one| one == byte).count());
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter.filter(|byte| head.as_bytes().contains(byte)).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| format!("the table cannot be read: {error}"))?.clone();
    if header.len() > COLUMNS {
        return Err(format!("the table has more than {COLUMNS} columns, so it is none of a calendar"));
    }
    let mut file = File::default();
    let mut columns: Vec<Option<&str>> = Vec::new();
    for name in &header {
        let plain = name.trim().to_lowercase().replace([' ', '-'], "_");
        let column = NAMES.iter().find(|(known, _)| *known == plain).map(|(_, column)| *column);
        if column.is_none() && !plain.is_empty() {
            file.unread.push(name.trim().chars().take(80).collect());
        }
        // Of two columns for one thing the first counts.
        columns.push(column.filter(|column| !column.is_empty() && !columns.contains(&Some(column))));
    }
    for needed in ["title", "scheduled_at"] {
        if !columns.contains(&Some(needed)) {
            return Err(format!(
                "this is neither an iCalendar file nor a table with the columns title and scheduled_at: {needed} is missing"
            ));
        }
    }
    // The reader says where it went on, which is before the empty lines that it skips.
    let line_of = |place: Option<&csv::Position>| {
        let (from, line) = place.map_or((0, 0), |place| (place.byte(), place.line()));
        let rest = text.as_bytes().get(usize::try_from(from).unwrap_or(usize::MAX)..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| **byte == b'\n').count();
        usize::try_from(line).unwrap_or(usize::MAX).saturating_add(empty)
    };
    for record in reader.records() {
        match record {
            Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(record) => {
                let line = line_of(record.position());
                match entry(&columns, &record, zone) {
                    Ok((known_by, said)) => file.entries.push(Told { line, known_by, said }),
                    Err(words) => file.problem(line, words),
                }
            }
            Err(error) => file.problem(line_of(error.position()), "the line cannot be read"),
        }
    }
    Ok(file)
}

fn entry(
    columns: &[Option<&str>],
    record: &csv::StringRecord,
    zone: &TimeZone,
) -> Result<(KnownBy, serde_json::Map<String, serde_json::Value>), String> {
    if record.len() > columns.len() {
        return Err("it has more cells than the header; text with commas stands in quotation marks".to_owned());
    }
    let mut said = serde_json::Map::new();
    let mut known_by = KnownBy::Itself;
    for (column, cell) in columns.iter().zip(record) {
        let Some(column) = column else { continue };
        let cell = spreadsheet::unguarded(cell);
        match *column {
            "id" if cell.trim().is_empty() => {}
            "id" => {
                let id = cell
                    .trim()
                    .parse()
                    .map_err(|_| format!("{:?} is no id; leave it empty for a new entry", cell.trim()))?;
                known_by = KnownBy::Id(id);
            }
            "scheduled_at" => {
                let at = moment(cell, zone).map_err(|words| format!("\"scheduled_at\": {words}"))?;
                said.insert("scheduled_at".to_owned(), at.to_string().into());
            }
            column => put(&mut said, column, cell).map_err(|words| format!("{column:?}: {words}"))?,
        }
    }
    for needed in ["title", "scheduled_at"] {
        if !said.contains_key(needed) {
            return Err(format!("{needed} is missing"));
        }
    }
    Ok((known_by, said))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{expected, sample},
        *,
    };

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let empty = Entry {
            budget: None,
            campaign: None,
            strategy: None,
            slot: None,
            description: None,
            notes: None,
            ..sample()
        };
        let later = Entry { at: "2026-10-25T01:30:00Z".parse().unwrap(), ..sample() };
        let entries = [sample(), empty, later];
        let written = String::from_utf8(write(&entries, &zone()).unwrap()).unwrap();
        assert!(
            written.contains("2026-10-25T02:30:00+02:00") && written.contains("2026-10-25T02:30:00+01:00"),
            "{written}"
        );
        assert!(written.contains("'=Spring") && written.contains("''=1+1"), "{written}");
        let file = read(&written, &zone()).unwrap();
        assert_eq!((file.problems.len(), file.unread.len()), (0, 0), "{:?}", file.problems);
        for (told, entry) in file.entries.iter().zip(&entries) {
            assert_eq!((&told.known_by, &told.said), (&KnownBy::Id(entry.id), &expected(entry)));
        }
        assert_eq!(file.entries.len(), 3);
    }

    #[test]
    fn lines_are_numbered_as_an_editor_does_however_they_end() {
        for end in ["\n", "\r\n"] {
            let text = ["title,when", "A,2026-12-01", "", "\"B", "b\",2026-12-01", "C,never", "D,2026-12-01"].join(end);
            let file = read(&text, &zone()).unwrap();
            let problems: Vec<usize> = file.problems.iter().map(|(line, _)| *line).collect();
            assert_eq!((file.entries[0].line, &*problems, file.entries[1].line), (2, &[4, 6][..], 7), "{end:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let text = "Title;When;Status;Budget;Paid;Id;Mood\n\
            Good;2026-12-01 10:00;;;;;\n\
            \"Two\nlines\";2026-12-01;;;;;\n\
            ;2026-12-01;;;;;\n\
            A;never;;;;;\n\
            \n\
            B;2026-12-01;dreamt;;;;\n\
            C;2026-12-01;;1,500;;;\n\
            D;2026-12-01;;;perhaps;;\n\
            E;2026-12-01;;;;7;\n\
            F;2026-12-01;;;;;;more\n\
            G\n\
            Last;2026-12-02;Published;7;no;;glad";
        let file = read(text, &zone()).unwrap();
        let lines: Vec<usize> = file.problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 5, 6, 8, 9, 10, 11, 12, 13], "{:?}", file.problems);
        assert_eq!(file.unread, ["Mood"]);
        assert_eq!(file.entries.iter().map(|told| told.line).collect::<Vec<_>>(), [2, 14]);
        assert_eq!(file.entries[1].said["status"], "published");
        assert!(!file.entries[0].said.contains_key("status"), "what is not said stays as it is");
        assert_eq!(file.entries[0].said["budget"], serde_json::Value::Null);
    }
}
