//! One chunk of records, merged in one transaction with its row in the ledger.

use std::collections::BTreeMap;

use queries::queries::imports as sql;
use serde_json::{Value, json};

use super::{
    merge::Life,
    records::Records,
    source::{reader, unreadable},
    trial::Acting,
};
use crate::{
    error::Error,
    import::{Position, Raw, Record, identity::PostRef, printable},
};

/// Characters of a rejected record that the database keeps; the file beside the imported one has all.
const RAW: usize = 16_384;

/// The records of a chunk, by what is to become of them.
#[derive(Default)]
pub(super) struct Chunk {
    pub(super) size: usize,
    pub(super) records: Vec<(Position, Record)>,
    pub(super) skipped: i64,
    pub(super) reasons: BTreeMap<&'static str, i64>,
    rejects: Vec<Value>,
}

impl Chunk {
    /// Records that were rejected so far.
    pub(super) const fn rejected(&self) -> usize {
        self.rejects.len()
    }

    pub(super) fn reject(&mut self, key: i64, column: Option<&str>, reason: &str, raw: &Raw) {
        let raw = match raw {
            Raw::Json(text) => text.clone(),
            Raw::Row { cells, .. } => json!(cells).to_string(),
        };
        // PostgreSQL keeps no NUL in a text, and a reject may be anything.
        let raw: String = raw.chars().take(RAW).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect();
        let (column, reason) = (column.map(|column| printable(column, 100)), printable(reason, 1_000));
        self.rejects.push(json!({"line": key, "field": column, "reason": reason, "raw": raw}));
    }
}

impl Life<'_> {
    /// Merges a chunk that is not in the ledger yet.
    pub(super) async fn merge_chunk(&self, tx: Acting<'_>, number: i32, mut chunk: Chunk) -> Result<(), Error> {
        if !sql::begin_chunk().bind(tx.client, &tx.tenant, &self.begun.id, &number).one().await? {
            return Ok(());
        }
        let records = std::mem::take(&mut chunk.records);
        let seen_at = |post: Option<&PostRef>| self.request.seen_at(post, self.begun.started_at);
        let merging = Records {
            import: Some(self.begun.id),
            origin: self.request.origin(),
            maker: self.survey.format.maker(),
            post_id: self.begun.post_id,
            campaign: self.request.campaign.as_deref(),
            seen_at: &seen_at,
        };
        let (counts, refused) = merging.merge(tx, &records).await?;
        if !refused.is_empty() {
            let raws = self.raws(refused.iter().map(|(position, _)| *position))?;
            for ((position, reason), raw) in refused.iter().zip(&raws) {
                chunk.reject(self.survey.key(*position), None, reason, raw);
            }
        }
        if counts.overlapping > 0 {
            chunk.skipped += counts.overlapping;
            *chunk.reasons.entry("days_of_another_report").or_default() += counts.overlapping;
        }
        sql::end_chunk()
            .bind(
                tx.client,
                &tx.tenant,
                &self.begun.id,
                &number,
                &counts.created,
                &counts.updated,
                &counts.unchanged,
                &counts.people,
                &chunk.skipped,
                &i64::try_from(chunk.rejects.len()).unwrap_or(i64::MAX),
                &json!(chunk.reasons),
                &Value::Array(chunk.rejects),
            )
            .one()
            .await?;
        Ok(())
    }

    /// The texts of some records, in the order of the file, which is read once more for them: it happens next to never, and
    /// keeping every record's text for it would cost every import.
    fn raws(&self, positions: impl Iterator<Item = Position>) -> Result<Vec<Raw>, Error> {
        let mut reader = reader(self.path, self.request, self.begun.started_at)?;
        let mut raws = Vec::new();
        let mut at = 0;
        for position in positions {
            reader.skip_records(position.record - at).map_err(unreadable)?;
            at = position.record;
            raws.push(reader.raw());
        }
        Ok(raws)
    }
}
