//! What an import says of its files: notes and rejects as they come, and the table at the end.

use std::path::Path;

use serde_json::{Value, json};

use super::shown;
use crate::{
    cli::output::{self, Column, Format as Shown},
    error::Error,
    import::{self, Format, Unknown, printable},
    model::imports::{ReadColumn, Report, why_skipped},
};

/// What was said and is to be said of the files, also where an interrupt ends the import between two of them.
pub(super) struct Told {
    json: bool,
    pub(super) reports: Vec<Report>,
    entries: Vec<Value>,
    pub(super) failures: usize,
    is_format_asked: bool,
    /// The file that is being imported.
    pub(super) open: Option<String>,
    is_over: bool,
}

impl Told {
    pub(super) const fn new(json: bool) -> Self {
        Self {
            json,
            reports: Vec::new(),
            entries: Vec::new(),
            failures: 0,
            is_format_asked: false,
            open: None,
            is_over: false,
        }
    }

    pub(super) fn report(&mut self, report: Report) {
        if self.json {
            self.entries.push(json!(report));
        } else {
            talk(&report);
        }
        self.reports.push(report);
    }

    pub(super) fn failure(&mut self, error: &Error) {
        self.failures += 1;
        let file = self.open.take().unwrap_or_default();
        let error = printable(&error.to_string(), 4_096);
        eprintln!("{file}: {error}");
        self.is_format_asked |= error.contains(import::ASK);
        if self.json {
            self.entries.push(json!({"file": file, "error": error}));
        }
    }

    pub(super) fn end(&mut self, has_day: bool) -> Result<(), Error> {
        self.is_over = true;
        if self.is_format_asked {
            eprintln!("{}", Unknown::formats());
        }
        if self.json { output::print_json(&self.entries) } else { summary(&self.reports, has_day) }
    }
}

impl Told {
    /// What is wrong though every file was read: of some nothing was of use, or, for who is strict, lines were rejected.
    pub(super) fn verdict(&self, strict: bool) -> Result<(), Error> {
        // What an earlier report tells otherwise is known; nothing is wrong with the file.
        let known = |report: &Report| report.skip_reasons.get("days_of_another_report").copied().unwrap_or_default();
        let is_useless = |report: &&Report| {
            report.lines > 0 && report.created + report.updated + report.unchanged + known(report) == 0
        };
        let useless: Vec<&str> = self.reports.iter().filter(is_useless).map(|report| report.file.as_str()).collect();
        if !useless.is_empty() {
            return Err(Error::invalid(format!("nothing of {} could be used", useless.join(", "))));
        }
        let rejected: i64 = self.reports.iter().map(|report| report.rejected).sum();
        if strict && rejected > 0 {
            return Err(Error::invalid(format!("--strict: {rejected} lines were rejected")));
        }
        Ok(())
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        if self.json && !self.is_over {
            if let Some(file) = self.open.take() {
                self.entries.push(json!({"file": file, "error": "interrupted; the same command goes on from here"}));
            }
            // Whoever reads this may be gone, and there is nobody else to tell.
            drop(output::print_json(&self.entries));
        }
    }
}

/// What a reader of the terminal should know of one file, beside the numbers.
fn talk(report: &Report) {
    for warning in &report.warnings {
        eprintln!("{}: note: {warning}", report.file);
    }
    if report.dry_run && !report.columns.is_empty() {
        let (read, not): (Vec<_>, Vec<_>) = report.columns.iter().partition(|column| column.read_as.is_some());
        let name = |one: &ReadColumn| match &one.read_as {
            Some(field) if !one.column.eq_ignore_ascii_case(field) => format!("{} as {field}", one.column),
            _ => one.column.clone(),
        };
        let names = |columns: Vec<&ReadColumn>| columns.into_iter().map(name).collect::<Vec<_>>().join(", ");
        eprintln!("{}: columns that are read: {}", report.file, names(read));
        if !not.is_empty() {
            eprintln!("{}: columns that are not read: {}", report.file, names(not));
        }
    }
    for reject in &report.rejects {
        let column = reject.column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default();
        let place = match reject.record {
            Some(record) => format!("record {record} (line {})", reject.line),
            None => format!("line {}", reject.line),
        };
        eprintln!("{}: {place}{column}: {}", report.file, reject.reason);
    }
    let unshown = usize::try_from(report.rejected).unwrap_or_default().saturating_sub(report.rejects.len());
    if unshown > 0 {
        eprintln!("{}: and {unshown} more", report.file);
    }
    if let (Some(rejects), Some(reasons)) = (&report.rejects_file, &report.reasons_file) {
        let (rejects, reasons) = (shown(Path::new(rejects)), shown(Path::new(reasons)));
        eprintln!(
            "{}: the rejected lines are in {rejects}, with all reasons in {reasons}; correct them there and import that file",
            report.file
        );
    }
}

const COLUMNS: &[Column] = &[
    Column("file", "File", Shown::Text),
    Column("lines", "Lines", Shown::Count),
    Column("rejected", "Rejected", Shown::Count),
    Column("skipped", "Skipped", Shown::Count),
    Column("created", "Created", Shown::Count),
    Column("people_created", "New people", Shown::Count),
    Column("updated", "Updated", Shown::Count),
    Column("unchanged", "Unchanged", Shown::Count),
    Column("format", "Format", Shown::Text),
];

fn summary(reports: &[Report], has_day: bool) -> Result<(), Error> {
    if reports.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<_> = reports.iter().map(|report| json!(report)).collect();
    if rows.len() > 1 {
        let sum = |key: &str| rows.iter().filter_map(|row| row[key].as_i64()).sum::<i64>();
        let mut total = json!({"file": "all files"});
        for column in COLUMNS.iter().filter(|column| column.2 == Shown::Count) {
            total[column.0] = sum(column.0).into();
        }
        rows.push(total);
    }
    output::print_text(&output::table(&rows, COLUMNS))?;
    let mut skipped: std::collections::BTreeMap<&str, i64> = std::collections::BTreeMap::new();
    for (reason, n) in reports.iter().flat_map(|report| &report.skip_reasons) {
        *skipped.entry(reason).or_default() += n;
    }
    for (reason, n) in skipped {
        eprintln!("skipped {n}: {}", why_skipped(reason));
    }
    if reports.iter().any(|report| report.resumed) {
        eprintln!("went on with an import that had been interrupted");
    }
    let taken: i64 = reports.iter().map(|report| report.created + report.updated + report.unchanged).sum();
    if reports.iter().any(|report| report.dry_run) {
        eprintln!("this was a dry run: nothing was changed");
    } else if taken == 0 {
        let lines: i64 = reports.iter().map(|report| report.lines).sum();
        eprintln!(
            "nothing was imported: {}",
            if lines == 0 { "there is no line to import" } else { "every line was skipped or rejected" }
        );
    } else {
        let of = |formats: &[Format]| {
            reports.iter().any(|report| formats.iter().any(|format| format.name() == report.format))
        };
        if !has_day && of(&[Format::CuriousCoderReactions, Format::HarvestapiReactions, Format::ApimaestroReactions]) {
            eprintln!(
                "reactions carry no time, so new ones count as of today; --seen-on YYYY-MM-DD names the day of the export"
            );
        }
        eprintln!(
            "next: rapport dashboard shows what the campaigns reach, and rapport persona list whom that is measured against"
        );
    }
    Ok(())
}
