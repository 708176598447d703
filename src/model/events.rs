//! Engagements as programs tell of them, one event each: what a webhook delivers, and what a call brings in bulk.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::imports::Records;
use crate::{
    db::TenantTx,
    error::Error,
    import::{Position, Record, Told},
};

/// Records that are merged at a time.
const CHUNK: usize = 2_000;

/// Events, read.
#[derive(Debug, Default)]
pub(crate) struct Events {
    records: Vec<(Position, Record)>,
    /// How many there are.
    pub(crate) count: usize,
    /// Those of which nothing is stored, by why.
    pub(crate) skipped: BTreeMap<&'static str, u64>,
    /// Those that cannot be used.
    pub(crate) refused: Vec<Refused>,
}

/// An event that cannot be used.
#[derive(Debug)]
pub(crate) struct Refused {
    /// Its number, from 1.
    pub(crate) number: u64,
    /// The field that is wrong, if one is.
    pub(crate) field: Option<String>,
    /// Why, in words.
    pub(crate) reason: String,
}

/// What became of events.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) unchanged: i64,
    pub(crate) people_created: i64,
}

impl Events {
    /// Adds what the next event, of this number, told.
    pub(crate) fn add(&mut self, number: u64, told: Told) {
        self.count += 1;
        match told {
            Told::Record(record) => self.records.push((Position { line: number, record: number }, record)),
            Told::Skipped(reason) => *self.skipped.entry(reason.name()).or_insert(0) += 1,
            Told::Refused { field, reason } => self.refused.push(Refused { number, field, reason }),
        }
    }

    /// Adds one of which nothing can be read.
    pub(crate) fn refuse(&mut self, number: u64, reason: String) {
        self.count += 1;
        self.refused.push(Refused { number, field: None, reason });
    }

    /// Merges them as an import would, and adds those to the refused that the database does not take.
    ///
    /// # Errors
    /// As the database gives them.
    pub(crate) async fn merge(&mut self, tx: &TenantTx, received_at: Timestamp) -> Result<Taken, Error> {
        // When it came, and not now, so that a second time says the same.
        let seen_at = |_: Option<&_>| received_at;
        let way =
            Records { maker: None, import: None, origin: "webhook", post_id: None, campaign: None, seen_at: &seen_at };
        let mut taken = Taken { created: 0, updated: 0, unchanged: 0, people_created: 0 };
        for chunk in self.records.chunks(CHUNK) {
            let (counts, refused) = way.merge(tx.into(), chunk).await?;
            taken.created += counts.created;
            taken.updated += counts.updated;
            taken.unchanged += counts.unchanged;
            taken.people_created += counts.people;
            self.refused.extend(refused.into_iter().map(|(position, reason)| Refused {
                number: position.record,
                field: None,
                reason,
            }));
        }
        self.refused.sort_unstable_by_key(|refused| refused.number);
        Ok(taken)
    }

    /// Why none of them can be used, if that is so.
    pub(crate) fn hopeless(&self) -> Option<String> {
        let first = self.refused.first().filter(|_| self.refused.len() == self.count)?;
        let field = first.field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default();
        Some(format!("none of the events can be used; event {}: {field}{}", first.number, first.reason))
    }
}
