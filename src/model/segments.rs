//! Audience segments: live sets of people by rule.
//!
//! As of campaigns, what is said comes as an object of the columns' names; a rule is one thing, and replaced as a whole.

use queries::queries::segments as sql;
use serde_json::{Map, Value};

use crate::{db::TenantTx, error::Error};

/// Whom a rule means.
#[derive(Debug)]
pub struct Meant {
    /// How many people.
    pub people: i64,
    /// The ten of them who engaged most.
    pub best: Value,
}

/// Makes a segment; its id.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for a rule that makes no sense.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<String, Error> {
    Ok(sql::create_segment().bind(&**tx, &Value::Object(said)).one().await?)
}

/// Changes what is said; the segment's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, segment: &str, said: Map<String, Value>) -> Result<String, Error> {
    sql::change_segment().bind(&**tx, &segment, &Value::Object(said)).opt().await?.ok_or_else(no_segment)
}

/// Deletes a segment; its people stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, segment: &str) -> Result<(), Error> {
    match sql::delete_segment().bind(&**tx, &segment).await? {
        0 => Err(no_segment()),
        _ => Ok(()),
    }
}

/// Whom a rule means at this moment.
///
/// # Errors
/// [`Error::Invalid`] for a rule that makes no sense.
pub async fn preview(tx: &TenantTx, rule: &Value) -> Result<Meant, Error> {
    if let Some(problem) = sql::rule_error().bind(&**tx, rule).one().await? {
        return Err(Error::Invalid(problem));
    }
    let mut rows = sql::preview_rule().bind(&**tx, &tx.tenant().0, rule).all().await?;
    let row = rows.pop().ok_or_else(|| Error::Internal(anyhow::anyhow!("a count is one row")))?;
    Ok(Meant { people: row.people, best: row.best })
}

/// How many a segment's rule means at this moment.
///
/// # Errors
/// As the database gives them.
pub async fn size(tx: &TenantTx, rule: &Value) -> Result<i64, Error> {
    Ok(sql::count_rule().bind(&**tx, &tx.tenant().0, rule).one().await?)
}

/// What is said of a segment that there is not, or that is another tenant's.
#[must_use]
pub fn no_segment() -> Error {
    Error::NotFound("there is no such segment".to_owned())
}
