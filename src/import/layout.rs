//! How a file is written, as far as it was decided once for the whole file.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

use super::ads::period::Period;
use super::columns::Columns;
use super::dates::DateOrder;
use super::format::Format;
use super::numbers::DecimalMark;
use super::record::Granularity;
use super::source::Encoding;

/// What is given by hand. Everything that is `None` is decided by the file's content.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--as`.
    pub format: Option<Format>,
    /// The order of `4/3/2025`. A file of rejects says itself what was decided for the whole file.
    pub date_order: Option<DateOrder>,
    /// The decimal mark, likewise.
    pub decimal_mark: Option<DecimalMark>,
    /// What a row of an ad report counts.
    pub granularity: Option<Granularity>,
    /// What columns of a table are read as, whatever they are called.
    pub columns: Columns,
    /// Ids whose time would be later than this are not believed. Give the import's start, so that a resumed import
    /// reads the same; without it, it is the time at which the reader is opened.
    pub now: Option<Timestamp>,
}

/// How the records are strung together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A JSON list, perhaps inside an object.
    JsonList,
    /// A JSON value a line, or one after another.
    JsonLines,
    /// Separated values.
    Csv {
        /// The separator: tab, semicolon, comma or bar.
        delimiter: char,
    },
}

/// How a file is written.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What it holds.
    pub format: Format,
    /// How its records are strung together.
    pub container: Container,
    /// How its bytes stand for characters. May change from UTF-8 to Windows-1252 while the reader has seen only ASCII.
    pub encoding: Encoding,
    /// The rows above the header, blank lines left out.
    pub preamble: Vec<Vec<String>>,
    /// The column names as they are written; of Demographics, those of the first table. Empty for JSON.
    pub header: Arc<[String]>,
    /// What each column is read as: its name as it is written, and the field's; none where the column is not read. Empty for JSON,
    /// whose fields are found by their names, and for tables that were made of it.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// The physical line of the header; 0 without one.
    pub header_line: u64,
    /// The order of its dates, if it has a column of them.
    pub date_order: Option<DateOrder>,
    /// The decimal mark, in reports.
    pub decimal_mark: Option<DecimalMark>,
    /// The days that a report is about.
    pub period: Option<Period>,
    /// What a row of an ad report counts.
    pub granularity: Option<Granularity>,
    /// Whether the rows only suggest it. Then nothing may be replaced on the strength of it.
    pub is_guessed: bool,
}

/// Something to tell the user, though the file can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Each row of the ad report is the sum over its period.
    Aggregate(Period),
    /// The same, or so it seems.
    SeemsAggregate(Period),
    /// Each row of the ad report is the sum over a month, or so it seems.
    SeemsMonthly,
    /// The ad report has lost the lines that give its period.
    NoPeriod,
    /// "Campaign" may mean the upper or the middle level; the columns do not say.
    LevelsGuessed,
    /// So many characters could not be kept.
    Replaced(u64),
    /// The file is not UTF-8 and was read as what Excel writes.
    Windows1252,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aggregate(period) => write!(
                f,
                "the report is not broken down by day: each row is the sum from {} to {}; for daily numbers, in Campaign Manager set Time breakdown to Daily",
                period.start, period.end
            ),
            Self::SeemsAggregate(period) => write!(
                f,
                "the report seems not to be broken down by day: all rows start on its first day, so each was taken as the sum from {} to {}, and replaces nothing that is known by days; if that is right, --by period replaces it, and if it counts days, --by day says so; for daily numbers, in Campaign Manager set Time breakdown to Daily",
                period.start, period.end
            ),
            Self::SeemsMonthly => f.write_str(
                "the report seems to be broken down by month, since its rows start on two such days, and replaces nothing that is known by days; if that is right, --by month replaces it, and if it counts days, --by day says so",
            ),
            Self::NoPeriod => f.write_str(
                "the report has lost the lines above its header that give its period, so each row was taken as one day",
            ),
            Self::LevelsGuessed => f.write_str(
                "the columns do not show whether \"campaign\" means what LinkedIn calls so since 2026 (a campaign group) or before; export the report with the columns Ad Set ID or Campaign Group ID",
            ),
            Self::Replaced(count) => {
                write!(f, "{count} characters were damaged and are shown as \u{fffd} (NUL, half of a pair, or not in the file's encoding)")
            }
            Self::Windows1252 => f.write_str("the file is not UTF-8; it was read as Windows-1252, as Excel writes it"),
        }
    }
}
