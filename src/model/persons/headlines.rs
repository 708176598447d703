//! Reading headlines: what a row that came with a headline alone says of its person.
//!
//! Whoever imports stores what a headline says together with the row.  Rows that came by psql, and all rows once the parser
//! has become better, are read here.

use queries::queries::persons as sql;
use serde_json::Value;

use crate::{db::TenantTx, error::Error, model::imports::stage};

/// People in a batch: a transaction short enough that nobody waits for it.
const BATCH: i64 = 2_000;

/// What a reading did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// People whose headline was read.
    pub people: i64,
    /// People of whom something else is known now.
    pub changed: i64,
    /// The last person that was looked at; none when nobody is left.
    pub last: Option<i32>,
}

/// Reads the next headlines that nobody has read, or that an older parser read, after a person's id; matching follows by
/// trigger.
///
/// # Errors
/// As the database gives them.
pub async fn read_headlines(tx: &TenantTx, after: i32) -> Result<Reading, Error> {
    let tenant = tx.tenant().0;
    let version = i32::try_from(headline::VERSION).unwrap_or(i32::MAX);
    // Taken first, as imports take it: two writers of the same people would otherwise wait for each other.
    sql::lock_people().bind(&**tx, &tenant).one().await?;
    let unread = sql::unread_headlines().bind(&**tx, &after, &version, &BATCH).all().await?;
    let Some(last) = unread.last().map(|person| person.id) else { return Ok(Reading::default()) };
    let rows = unread.into_iter().map(|person| {
        let mut row = stage::facts(&headline::parse(&person.headline), "headline");
        row.insert("id".into(), person.id.into());
        row.insert("headline".into(), person.headline.into());
        Value::Object(row)
    });
    let rows = Value::Array(rows.collect());
    sql::make_employers().bind(&**tx, &tenant, &rows).one().await?;
    let done = sql::store_readings().bind(&**tx, &tenant, &rows).one().await?;
    Ok(Reading { people: done.people, changed: done.changed, last: Some(last) })
}
