//! Stories about whole files, one file a subject.

mod columns;
mod files;
mod hostile;
mod poison;
mod random;
mod rejects;

use std::io::Read;

use super::*;

/// A moment after all ids in the samples.
fn options() -> Options {
    Options { now: Some("2026-11-01T00:00:00Z".parse().unwrap()), ..Options::default() }
}

fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Everything that a file gives, and the error that ended it.
struct Read_ {
    outcomes: Vec<Outcome>,
    error: Option<Error>,
    layout: Layout,
    tally: Tally,
    warnings: Vec<Warning>,
}

fn read_with(input: impl Read, options: &Options) -> Result<Read_, Error> {
    let mut reader = Reader::open(input, options)?;
    let mut outcomes = Vec::new();
    let mut error = None;
    for outcome in &mut reader {
        match outcome {
            Ok(outcome) => outcomes.push(outcome),
            Err(stopped) => error = Some(stopped),
        }
    }
    let tally = reader.tally().clone();
    assert_eq!(tally.total(), outcomes.len() as u64, "each record has one outcome");
    for (index, outcome) in outcomes.iter().enumerate() {
        assert_eq!(outcome.position().record, index as u64 + 1, "records are numbered in order");
    }
    assert!(reader.digest().is_some() || error.is_some(), "a file that was read to its end has a digest");
    Ok(Read_ { outcomes, error, layout: reader.layout().clone(), tally, warnings: reader.warnings() })
}

fn read(bytes: &[u8]) -> Read_ {
    let read = read_with(bytes, &options()).unwrap_or_else(|error| panic!("{error}"));
    assert!(read.error.is_none(), "{}", read.error.unwrap());
    read
}

/// What opening the file says.
fn refused(bytes: &[u8]) -> String {
    read_with(bytes, &options()).err().expect("the file is refused").to_string()
}

impl Read_ {
    fn records(&self) -> Vec<Record> {
        let records = self.outcomes.iter().filter_map(|outcome| match outcome {
            Outcome::Record { record, .. } => Some(record.clone()),
            _ => None,
        });
        records.collect()
    }

    fn rejects(&self) -> Vec<&Reject> {
        let rejects = self.outcomes.iter().filter_map(|outcome| match outcome {
            Outcome::Rejected(reject) => Some(reject),
            _ => None,
        });
        rejects.collect()
    }

    fn reasons(&self) -> Vec<String> {
        self.rejects().into_iter().map(ToString::to_string).collect()
    }

    fn ad_days(&self) -> Vec<AdDay> {
        let days = self.records().into_iter().filter_map(|record| match record {
            Record::AdDay(day) => Some(*day),
            _ => None,
        });
        days.collect()
    }
}
