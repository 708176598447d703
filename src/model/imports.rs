//! The life of an import: a file read twice, merged in chunks, and accounted for to the line.
//!
//! The first pass ([`survey`]) reads the whole file without writing anything: it finds damage, counts the records (for the
//! progress bar) and hashes the bytes.  The second ([`run`]) merges chunk by chunk; each chunk is one transaction with its row
//! in the ledger, so that an import which was killed goes on after its last chunk when the same file is imported again.  Where
//! records were rejected, a third pass copies their text out of the file, so that they can be corrected and imported.

use std::{
    collections::BTreeMap,
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    error::Error,
    import::{Columns, DateOrder, Format, Granularity, SkipReason, identity::PostRef},
};

mod chunk;
pub mod enrichment;
pub mod listed;
mod merge;
mod obtained;
mod records;
mod rejects;
mod seen;
mod source;
pub mod stage;
mod survey;
mod trial;
mod wanted;

pub use merge::run;
pub(crate) use obtained::Obtained;
pub(crate) use records::{Counts, Records};
pub use rejects::without_rejects;
pub use seen::{SeenTable, seen};
pub use source::{Spool, Spooled};
pub use survey::{Survey, survey};
pub use trial::Trial;
pub use wanted::{Called, Wanted};

/// What the caller knows beside the file.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The format, if the content shall not decide.
    pub format: Option<Format>,
    /// The post that reactions or comments belong to, if the file does not say.
    pub post: Option<PostRef>,
    /// The campaign into which the posts of the file go.
    pub campaign: Option<String>,
    /// When reactions were seen, if not now.
    pub seen_at: Option<Timestamp>,
    /// The zone by which the tenant's days are counted; UTC, if not said.
    pub zone: Option<TimeZone>,
    /// What a row of an ad report counts, if the content shall not decide.
    pub granularity: Option<Granularity>,
    /// The order of dates such as 3/4/2025, likewise.
    pub date_order: Option<DateOrder>,
    /// What columns of a table are read as, whatever they are called.
    pub columns: Columns,
    /// Says what would happen, and writes nothing.
    pub dry_run: bool,
    /// The name under which the user knows the file, where it is not the one that is read.
    pub known_as: Option<PathBuf>,
    /// The way by which the records came, if not in a file of the user's.
    pub origin: Option<&'static str>,
    /// The connection that told it and the job that asked, if nobody gave a file.
    pub asked: Option<Asked>,
    /// The post for which a posts list named the file some time ago: it counts where the file itself does not say.
    pub listed: Option<PostRef>,
    /// The posts list that was searched for this file, if one was.
    pub list: Option<String>,
    /// The upload that brought it, if one did.
    pub upload: Option<Uuid>,
}

/// Who told something that is imported, and on whose demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The connection.
    pub connection: Uuid,
    /// The job.
    pub job: Uuid,
}

impl Request {
    /// What the user calls a file that is read from `path`.
    #[must_use]
    pub fn name_of<'a>(&'a self, path: &'a Path) -> &'a Path {
        self.known_as.as_deref().unwrap_or(path)
    }

    /// The tenant's day of a moment.
    fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone().unwrap_or(TimeZone::UTC)).date()
    }

    /// The way by which the records came, as the database names it.
    fn origin(&self) -> &'static str {
        self.origin.unwrap_or("file")
    }

    /// When a reaction to a post counts as seen: nobody reacts to what is not there yet.
    fn seen_at(&self, post: Option<&PostRef>, now: Timestamp) -> Timestamp {
        let Some(named) = self.seen_at else { return now };
        let posted = self.post.as_ref().or(post).and_then(|post| post.posted_at(now));
        posted.map_or(named, |posted| named.max(posted))
    }
}

/// What became of a file.  `lines = created + updated + unchanged + skipped + rejected`, exactly.
///
/// What an earlier version wrote down is read, too.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Report {
    /// The file's name.
    pub file: String,
    /// The format that was detected or given.
    pub format: String,
    /// Records in the file.
    pub records: u64,
    /// Records that were looked at: all, but for a check of a long file.
    pub lines: i64,
    /// Lines that made an engagement, a connection, a post or a metric.
    pub created: i64,
    /// Lines that changed one, or a fact of its person.
    pub updated: i64,
    /// Lines that said nothing new.
    pub unchanged: i64,
    /// Lines that are not meant to be stored, by reason in `skip_reasons`.
    pub skipped: i64,
    /// Lines that could not be read or stored, with line number and reason in `rejects`.
    pub rejected: i64,
    /// People who were not known before.
    pub people_created: i64,
    /// Skipped lines by reason.
    pub skip_reasons: BTreeMap<String, i64>,
    /// The first rejects; all of them are in `rejects_file` and `reasons_file`.
    pub rejects: Vec<Rejected>,
    /// Where the rejected lines are, ready to be corrected and imported.
    pub rejects_file: Option<String>,
    /// Where the reason of each of them is.
    pub reasons_file: Option<String>,
    /// What each column of a table is read as; none for JSON.
    pub columns: Vec<ReadColumn>,
    /// What the user should know though the file could be read.
    pub warnings: Vec<String>,
    /// Whether an import that was interrupted went on here.
    pub resumed: bool,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// The id of the import; none for a dry run.
    pub import_id: Option<Uuid>,
    /// Whether it counts for the post for which a posts list names the file.
    #[serde(skip)]
    pub is_listed: bool,
    /// The rejected lines, and the reasons, where they are not written beside the file.
    #[serde(skip)]
    pub kept: Option<[Arc<File>; 2]>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportedColumn)]
pub struct ReadColumn {
    /// Its name, as the file has it.
    pub column: String,
    /// The field that is read from it; null where it is not read.
    pub read_as: Option<String>,
    /// The first values in it that differ, at most three, where an upload was checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
}

/// A rejected line.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Rejected {
    /// The physical line on which the record starts, from 1.
    pub line: u64,
    /// The record's number in the file, from 1; for JSON only, where many records may stand on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// The column that is wrong, if one is.
    pub column: Option<String>,
    /// Why, in words.
    pub reason: String,
}

/// How far an import is: records done.
///
/// # Errors
/// Whatever is to end the import between two chunks; what was merged stays.
pub type Progress<'a> = &'a (dyn Fn(u64) -> Result<(), Error> + Sync);

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum ImportState {
    /// Is going on, or its process was killed
    Running,
    /// Stopped, and goes on when the same file is imported again
    Interrupted,
    /// Came to its end
    Completed,
    /// Came to no good end
    Failed,
    /// Was taken back
    Undone,
}

/// What is said of an import that there is not, or that is another tenant's.
#[must_use]
pub fn no_import() -> Error {
    Error::NotFound("there is no such import".to_owned())
}

/// A reason for skipping lines, in words.
#[must_use]
pub fn why_skipped(reason: &str) -> String {
    if reason == "days_of_another_report" {
        return "rows that reach into days of which an earlier report tells otherwise, so that those would count twice; a report over all of these days replaces it, and --by says what a row of it counts".to_owned();
    }
    let known = SkipReason::ALL.into_iter().find(|known| known.name() == reason);
    known.map_or_else(|| reason.replace('_', " "), |known| known.to_string())
}
