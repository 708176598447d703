//! What became of each record: every record of a file has exactly one outcome.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::record::Record;

/// Where a record is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The physical line on which it starts, from 1, as an editor counts.
    pub line: u64,
    /// Its number among the file's records, from 1. Headers, preambles and separating lines have none.
    pub record: u64,
}

/// What became of one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was read.
    Record {
        /// Where it is.
        position: Position,
        /// What it says.
        record: Record,
    },
    /// It is in order, but nothing is to be stored.
    Skipped(Skipped),
    /// It cannot be used.
    Rejected(Reject),
}

impl Outcome {
    /// Where the record is.
    #[must_use]
    pub fn position(&self) -> Position {
        match self {
            Self::Record { position, .. } => *position,
            Self::Skipped(skipped) => skipped.position,
            Self::Rejected(reject) => reject.position,
        }
    }
}

/// A record that is left out on purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// Where it is.
    pub position: Position,
    /// Why.
    pub reason: SkipReason,
    /// What it says, where it says something: whoever wants the reactions of company pages finds them here.
    pub record: Option<Record>,
}

/// Why a record is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SkipReason {
    /// A company page reacted or commented, not a person.
    CompanyPage,
    /// "LinkedIn Member": nobody can tell who that is.
    AnonymousMember,
    /// A connection that shows nothing but its date.
    HiddenConnection,
    /// The sum of the rows above it.
    TotalRow,
    /// A row of empty cells.
    EmptyRow,
    /// Another kind of item in the same data set, such as a post among comments.
    OtherKind,
    /// A row of an ad report that says the same as one before it.
    RepeatedRow,
    /// A profile or page that the scraper was asked for and did not find.
    NotFound,
}

impl SkipReason {
    /// The word that is stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CompanyPage => "company_page",
            Self::AnonymousMember => "anonymous_member",
            Self::HiddenConnection => "hidden_connection",
            Self::TotalRow => "total_row",
            Self::EmptyRow => "empty_row",
            Self::OtherKind => "other_kind",
            Self::RepeatedRow => "repeated_row",
            Self::NotFound => "not_found",
        }
    }
}

impl SkipReason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::CompanyPage,
        Self::AnonymousMember,
        Self::HiddenConnection,
        Self::TotalRow,
        Self::EmptyRow,
        Self::OtherKind,
        Self::RepeatedRow,
        Self::NotFound,
    ];
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CompanyPage => "company pages, which are not people",
            Self::AnonymousMember => "anonymous LinkedIn Members, of whom nobody can tell who they are",
            Self::HiddenConnection => "connections that show only their date",
            Self::TotalRow => "rows of totals",
            Self::EmptyRow => "empty rows",
            Self::OtherKind => "items of another kind than the format's",
            Self::RepeatedRow => "rows that say the same as one before them",
            Self::NotFound => "profiles or pages that the scraper did not find",
        })
    }
}

/// A record that cannot be used, with all that is needed to correct it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reject {
    /// Where it is.
    pub position: Position,
    /// The column or key at fault, as it is written in the file. Nothing where the record as a whole is.
    pub column: Option<String>,
    /// A sentence that says what is wrong with it, without the position and the column.
    pub reason: String,
    /// The record as it stands in the file.
    pub raw: Raw,
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.position.line)?;
        if let Some(column) = &self.column {
            write!(f, ", {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// A record as it stands in the file, but for replaced characters.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// The cells of a row, as many as it has, and the header that it stands under.
    Row {
        /// Shared by all rows under the same header.
        header: Arc<[String]>,
        /// The cells.
        cells: Vec<String>,
    },
    /// The text of a JSON element.
    Json(String),
}

/// How many records had which outcome, since the reader was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Read.
    pub records: u64,
    /// Left out, by reason.
    pub skipped: BTreeMap<SkipReason, u64>,
    /// Not usable.
    pub rejected: u64,
    /// Passed over by [`Reader::skip_records`](super::Reader::skip_records), with whatever outcome.
    pub passed_over: u64,
}

impl Tally {
    /// All records of the file up to here.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.records + self.skipped_total() + self.rejected + self.passed_over
    }

    /// Left out, for whatever reason.
    #[must_use]
    pub fn skipped_total(&self) -> u64 {
        self.skipped.values().sum()
    }

    pub(super) fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Record { .. } => self.records += 1,
            Outcome::Skipped(skipped) => *self.skipped.entry(skipped.reason).or_default() += 1,
            Outcome::Rejected(_) => self.rejected += 1,
        }
    }
}

/// What the reader of one format says about one item, before its position is added.
pub(super) enum Verdict {
    Record(Record),
    Skip(SkipReason, Option<Record>),
    /// A separator or header between records: no record at all.
    Structure,
}

/// What is wrong with one item.
#[derive(Debug)]
pub(super) struct Bad {
    pub(super) column: Option<String>,
    pub(super) reason: String,
}

impl Bad {
    pub(super) fn new(column: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { column: Some(column.into()), reason: reason.into() }
    }

    pub(super) fn whole(reason: impl Into<String>) -> Self {
        Self { column: None, reason: reason.into() }
    }
}
