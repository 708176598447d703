//! What stops an import. A record that cannot be used is a [`Reject`](super::Reject) and stops nothing; an [`Error`]
//! means that nothing after it can be trusted. Each message says what to do.

use super::format::{Format, Unknown};

/// Why reading stopped. `line` is always the 1-based physical line of the file, `records` the number of complete
/// records that came before and were handed out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system could not deliver the bytes.
    #[error(
        "the file could not be read after {bytes} bytes: {source}; check that it is still there, then start the import again: it continues where it stopped"
    )]
    Unreadable {
        /// Bytes that had been read before.
        bytes: u64,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Zero bytes, or nothing but blanks.
    #[error("the file is empty; export it again")]
    Empty,
    /// A JSON list without an element: nobody can tell its format.
    #[error(
        "the file holds a list without a single record: the run or export found nothing, so there is nothing to import"
    )]
    NoRecords,
    /// A workbook, picture, archive and so on.
    #[error("this is {what}, not a CSV or JSON file; {advice}")]
    Binary {
        /// What the first bytes say that it is, with an article.
        what: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// JSON that stops inside a list or value.
    #[error(
        "the JSON ends in the middle, at byte {bytes} on line {line}, after {records} complete records; the download was probably cut off: fetch the file again and import it again, what is already there is not doubled"
    )]
    Truncated {
        /// Bytes in the whole file.
        bytes: u64,
        /// The last line.
        line: u64,
        /// Complete records before.
        records: u64,
    },
    /// Brackets or commas where no value can be made out.
    #[error(
        "line {line} is not JSON: {detail}, after {records} complete records; correct that line or fetch the file again"
    )]
    Malformed {
        /// The line.
        line: u64,
        /// What was found and what was expected.
        detail: String,
        /// Complete records before.
        records: u64,
    },
    /// A record above the cap.
    #[error(
        "the record that starts on line {line} is larger than {limit} bytes; no LinkedIn export holds such a record, so a quote or bracket is probably missing there"
    )]
    RecordTooLarge {
        /// Where the record starts.
        line: u64,
        /// The cap in bytes.
        limit: usize,
    },
    /// A row above the cap.
    #[error("the row on line {line} has more than {limit} columns; check the line for a run of separators")]
    TooManyColumns {
        /// Where the row starts.
        line: u64,
        /// The cap.
        limit: usize,
    },
    /// JSON nested deeper than any export.
    #[error(
        "the JSON on line {line} is nested more than {limit} levels deep; no known export does that, so the file is damaged or hostile"
    )]
    TooDeep {
        /// The line.
        line: u64,
        /// The cap.
        limit: usize,
    },
    /// A quoted cell that runs to the end of the file.
    #[error(
        "the row that starts on line {line} opens a quote that is never closed, so everything after it would be one cell; close the quote, or double it if it belongs to the text"
    )]
    UnclosedQuote {
        /// Where the row starts.
        line: u64,
    },
    /// A report whose rows are parts of what an ad did on a day.
    #[error(
        "the report is broken down by \"{column}\", so that its rows are only parts of what an ad did; export it again without that breakdown"
    )]
    BrokenDown {
        /// The column.
        column: String,
    },
    /// A report with more rows than can be compared with each other.
    #[error("the report has more than {limit} rows up to line {line}; export it for shorter periods")]
    TooManyAdDays {
        /// The row.
        line: u64,
        /// The cap.
        limit: usize,
    },
    /// A report whose only day is the first of a month.
    #[error(
        "all rows of the report start on one day, the first of a month, so that a row may count that day or that month; say which it is (--by day or --by month)"
    )]
    Undecided,
    /// A report whose period was mistyped.
    #[error(
        "the report ends before it starts: {start} to {end}; export it again, or correct the lines above its header"
    )]
    PeriodReversed {
        /// Its first day.
        start: jiff::civil::Date,
        /// Its last day.
        end: jiff::civil::Date,
    },
    /// None of the known formats.
    #[error("{0}")]
    UnknownFormat(Box<Unknown>),
    /// The format was given by hand, but the file lacks what that format needs.
    #[error(
        "the file was to be read as {format}, but it has no column or key {missing}; it has {seen}. {advice} (leave out --as)"
    )]
    NotThatFormat {
        /// The format asked for.
        format: Format,
        /// The columns or keys that are missing, each in quotes.
        missing: String,
        /// The first columns or keys that are there.
        seen: String,
        /// What to do instead of it.
        advice: &'static str,
    },
    /// It was said what a column is read as that is not there.
    #[error("the file has no column \"{name}\", of which it was said what it is read as; it has {seen}")]
    NoColumn {
        /// The column.
        name: String,
        /// The first columns that are there.
        seen: String,
    },
    /// A column was to be read as what is no field of the format.
    #[error("a table of {format} has no field \"{field}\" as which a column could be read; it has {fields}")]
    NoField {
        /// The format.
        format: Format,
        /// What was said.
        field: String,
        /// The fields that there are.
        fields: String,
    },
    /// Two columns that would be one field.
    #[error(
        "the columns \"{first}\" and \"{second}\" would both be read as {field}; say of one of them that it is not read (--column 'NAME=')"
    )]
    ReadTwice {
        /// The field.
        field: &'static str,
        /// A column.
        first: String,
        /// The other.
        second: String,
    },
    /// It was said what columns are read as, of a file that has none.
    #[error(
        "this is JSON, whose keys are read by their names; of tables alone it can be said what a column is read as"
    )]
    NoTable,
    /// It was said what columns are read as, where their names are places.
    #[error("of a table of {format} it cannot be said what a column is read as: its columns are read by their names")]
    NotSaid {
        /// The format.
        format: Format,
    },
    /// Two columns of the same name, both of which could be meant.
    #[error(
        "the column \"{name}\" stands twice in the header on line {line}, as column {first} and column {second}; remove or rename one of them"
    )]
    DuplicateColumn {
        /// Its name.
        name: String,
        /// The header's line.
        line: u64,
        /// 1-based.
        first: usize,
        /// 1-based.
        second: usize,
    },
    /// Apify answered with an error document, which was saved as if it were the result.
    #[error("this is an error message of Apify, not a result ({kind}: {message}); fetch the data set again")]
    ApifyError {
        /// Apify's word for it, such as `record-not-found`.
        kind: String,
        /// Apify's sentence.
        message: String,
    },
    /// The first megabytes looked like totals over the whole period or over months, a later row does not.
    #[error(
        "the report's first rows look as if each counted the whole period or a month, but line {line} starts on another day; say with --by day, --by month or --by period what a row counts"
    )]
    MixedPeriods {
        /// The row that differs.
        line: u64,
    },
}
