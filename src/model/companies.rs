//! Companies: what may be said of them by hand.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use queries::queries::companies as sql;
use serde_json::{Map, Value};

use crate::{db::TenantTx, error::Error};

/// Makes a company; its number.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<i32, Error> {
    Ok(sql::create_company().bind(&**tx, &Value::Object(said)).one().await?)
}

/// Changes what is said; the company's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, company: i32, said: Map<String, Value>) -> Result<String, Error> {
    sql::change_company().bind(&**tx, &company, &Value::Object(said)).opt().await?.ok_or_else(no_company)
}

/// Deletes a company where nobody works.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] while somebody works there.
pub async fn delete(tx: &TenantTx, company: i32) -> Result<(), Error> {
    let people = sql::company_people_count().bind(&**tx, &company).one().await?;
    if people > 0 {
        return Err(Error::Conflict(format!("{people} people work at this company, so it cannot go")));
    }
    match sql::delete_company().bind(&**tx, &company).await? {
        0 => Err(no_company()),
        _ => Ok(()),
    }
}

/// What is said of a company that there is not, or that is another tenant's.
#[must_use]
pub fn no_company() -> Error {
    Error::NotFound("there is no such company".to_owned())
}
