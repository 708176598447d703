//! Reading files: the first half of `rapport import FILE…`.
//!
//! Bytes go in, from anything that is [`Read`](std::io::Read); typed records come out, each with its place in the file.
//! Nothing here knows the database. A caller opens a [`Reader`] and takes its outcomes one by one:
//!
//! ```no_run
//! use rapport::import::{Options, Outcome, Reader, RejectFile};
//!
//! let mut reader = Reader::open(std::fs::File::open("reactions.json")?, &Options::default())?;
//! let mut rejects = RejectFile::new(reader.layout(), Vec::new());
//! for outcome in &mut reader {
//!     match outcome? {
//!         Outcome::Record { position, record } => println!("line {}: {record:?}", position.line),
//!         Outcome::Skipped(skipped) => println!("line {}: {}", skipped.position.line, skipped.reason),
//!         Outcome::Rejected(reject) => rejects.write(&reject)?,
//!     }
//! }
//! println!("{} records, SHA-256 {:?}", reader.tally().total(), reader.digest());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The layers, from the bytes up: `source` (chunks, encoding, hash) → `table` and `json` (one record at a time, with
//! caps) → `item` (named fields of either; `fields` where they are nested) → one module a format (`people`, `posts`,
//! `connections`, `ads`, `demographics`, `profiles`, `companies`) → `reader`. `detect` looks at the head of the file to choose, `survey` to decide what holds for all
//! of its rows; `columns` renames them where somebody says what they are read as, who sees by `look` what there is. What is absent on purpose: .xlsx (a workbook can inflate a thousandfold), and guessing by file name.

mod ads;
mod columns;
mod companies;
mod connections;
pub mod dates;
mod decided;
mod demographics;
mod detect;
mod error;
mod events;
mod fields;
mod format;
pub mod identity;
mod item;
mod json;
mod layout;
mod look;
mod magic;
mod mapping;
pub mod numbers;
mod outcome;
mod people;
mod posts;
mod profiles;
mod proposed;
mod reader;
mod record;
mod rejects;
mod shown;
mod source;
mod survey;
mod table;

pub use ads::period::Period;
pub use columns::{Columns, LONGEST, MOST_COLUMNS, Need, can_be_said, columns_of, needed};
pub use companies::{Company, Employer};
pub use dates::DateOrder;
pub use error::Error;
pub use events::{Told, event, payload};
pub use format::{ASK, Format, Unknown, UnknownName};
pub use layout::{Container, Layout, Options, Warning};
pub use look::{Seen, SeenColumn, look};
pub use mapping::{Mapping, fields_of};
pub use outcome::{Outcome, Position, Raw, Reject, SkipReason, Skipped, Tally};
pub use profiles::{Job, Profile, School};
pub use proposed::{contradicts, proposed};
pub use reader::Reader;
pub use record::{
    Actor, ActorKind, AdCounters, AdDay, AdLevel, Comment, Connection, Degree, Demographic, Granularity, Post,
    Reaction, ReactionKind, Record, Section, Share,
};
pub use rejects::RejectFile;
pub use shown::{commands_a_terminal, printable};
pub use source::{Digest, Encoding, digest};

#[cfg(test)]
mod tests;
