//! Rows of one report that tell of the same ad and day.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};

use jiff::civil::Date;

use crate::import::error::Error;
use crate::import::outcome::Bad;
use crate::import::record::AdDay;

/// Rows that are remembered, by 24 bytes each: two years of a thousand ads, and more than LinkedIn exports.
const MOST: usize = 1_000_000;

/// Columns of a report that is broken down further than by ad and day. Its rows are parts, and to keep one of them would
/// be to lose the others.
const BREAKDOWNS: [&str; 8] = [
    "placement",
    "ad placement",
    "placement type",
    "device",
    "device type",
    "impression device type",
    "serving location",
    "conversion name",
];

/// The column by which the report is broken down further, if it is.
pub(in crate::import) fn breakdown<'a>(mut keys: impl Iterator<Item = &'a str>) -> Option<usize> {
    keys.position(|key| BREAKDOWNS.contains(&key))
}

/// What was told of which ad and day, and on which line.
#[derive(Default)]
pub(in crate::import) struct Told(HashMap<u64, (u64, u64)>);

/// What a row is in the light of those before it.
pub(in crate::import) enum Novelty {
    /// It is the first of its ad and day.
    New,
    /// It says what another says already.
    Same,
}

impl Told {
    /// Remembers a row. Two that differ cannot both be right, and to add them up would be wrong for two versions of one.
    pub(in crate::import) fn add(&mut self, row: &AdDay, line: u64) -> Result<Result<Novelty, Bad>, Error> {
        let key = hash(&Ad::of(row));
        let content = hash(row);
        if let Some((held, first)) = self.0.get(&key) {
            return Ok(if *held == content {
                Ok(Novelty::Same)
            } else {
                let day = row.starts_on;
                Err(Bad::whole(format!(
                    "line {first} tells of the same ad from {day} on, with other values; keep one of the two, or their sum"
                )))
            });
        }
        if self.0.len() == MOST {
            return Err(Error::TooManyAdDays { line, limit: MOST });
        }
        self.0.insert(key, (content, line));
        Ok(Ok(Novelty::New))
    }
}

/// By what an ad is known, as the database knows it: its id, or else its name within its campaign.
#[derive(Hash)]
struct Ad<'a> {
    id: Option<i64>,
    names: Option<(Option<i64>, Option<String>, Option<&'a str>)>,
    day: Date,
}

impl<'a> Ad<'a> {
    fn of(row: &'a AdDay) -> Self {
        let names =
            || (row.campaign.id, row.campaign.name.as_ref().map(|name| name.to_lowercase()), row.ad.name.as_deref());
        Self { id: row.ad.id, names: row.ad.id.is_none().then(names), day: row.starts_on }
    }
}

/// The same for the same in every run of one program, as it must be where an import goes on.
fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
