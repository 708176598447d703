//! What an interface told instead of a file: merged with a row among the imports that says where it came from.

use jiff::{Timestamp, civil::Date};
use queries::queries::imports as sql;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    Asked,
    records::{Counts, Records},
};
use crate::{
    db::TenantTx,
    error::Error,
    import::{Position, Record, identity::PostRef, printable},
};

/// What was obtained.
pub(crate) struct Obtained<'a> {
    /// The kind of import, by the database's word.
    pub(crate) kind: &'static str,
    /// From where, in words.
    pub(crate) name: &'a str,
    /// The first day that it tells of.
    pub(crate) first: Date,
    /// The last one.
    pub(crate) last: Date,
    /// The connection that told it, and the job that asked.
    pub(crate) asked: Asked,
}

impl Obtained<'_> {
    /// Merges the records in the transaction; what became of them, and how many the database refused.
    ///
    /// # Errors
    /// As the database gives them; a record that it refuses is no error, but is noted down with the reason.
    pub(crate) async fn merge(&self, tx: &TenantTx, records: &[(Position, Record)]) -> Result<(Counts, usize), Error> {
        let id = self.begin(tx).await?;
        let seen_at = |_: Option<&PostRef>| Timestamp::now();
        let merging =
            Records { import: Some(id), origin: "api", maker: None, post_id: None, campaign: None, seen_at: &seen_at };
        let (counts, refused) = merging.merge(tx.into(), records).await?;
        let rejects = refused.len();
        let reasons = refused
            .iter()
            .map(|(position, reason)| json!({"line": position.record, "reason": printable(reason, 1_000), "raw": ""}))
            .collect();
        Self::end(tx, id, &counts, reasons).await?;
        Ok((counts, rejects))
    }

    /// The import under which what was obtained is merged in the same transaction.
    ///
    /// # Errors
    /// As the database gives them.
    pub(crate) async fn begin(&self, tx: &TenantTx) -> Result<Uuid, Error> {
        // There is no file that could come again: each time is an import of its own.
        let hash = Sha256::digest(Uuid::new_v4().as_bytes());
        let begun = sql::start_import()
            .bind(
                &**tx,
                &self.kind,
                &"linkedin_api",
                &self.name,
                &0,
                &hash.as_slice(),
                &"",
                &json!(self.asked),
                &Some(self.first),
                &Some(self.last),
            )
            .one()
            .await?;
        Ok(begun.id)
    }

    /// What became of it.
    ///
    /// # Errors
    /// As the database gives them.
    pub(crate) async fn end(tx: &TenantTx, id: Uuid, counts: &Counts, refused: Vec<Value>) -> Result<(), Error> {
        sql::end_chunk()
            .bind(
                &**tx,
                &tx.tenant().0,
                &id,
                &0,
                &counts.created,
                &counts.updated,
                &counts.unchanged,
                &counts.people,
                &counts.overlapping,
                &i64::try_from(refused.len()).unwrap_or(i64::MAX),
                &json!({"days_of_another_report": counts.overlapping}),
                &Value::Array(refused),
            )
            .one()
            .await?;
        sql::end_import().bind(&**tx, &"completed", &None::<&str>, &id).await?;
        Ok(())
    }
}
