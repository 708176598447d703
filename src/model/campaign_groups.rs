//! Campaign groups: campaigns that belong together, for one client or one season.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use queries::queries::campaign_groups as sql;
use serde_json::{Map, Value};

use crate::{db::TenantTx, error::Error};

/// Makes a group; its number.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<i32, Error> {
    Ok(sql::create_group().bind(&**tx, &Value::Object(said)).one().await?)
}

/// Changes what is said; the group's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, group: i32, said: Map<String, Value>) -> Result<String, Error> {
    sql::change_group().bind(&**tx, &group, &Value::Object(said)).opt().await?.ok_or_else(no_group)
}

/// Deletes a group; its campaigns stay, and are in none from then on.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, group: i32) -> Result<(), Error> {
    match sql::delete_group().bind(&**tx, &group).await? {
        0 => Err(no_group()),
        _ => Ok(()),
    }
}

/// A group as the database gives it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn item(tx: &TenantTx, group: i32) -> Result<Value, Error> {
    let none = None::<&str>;
    let row = sql::group_items()
        .bind(&**tx, &Some(group), &none, &none, &"name", &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    Ok(row.ok_or_else(no_group)?.item)
}

/// The campaigns of a group; those of them that a client sees, where they are named.
///
/// # Errors
/// As the database gives them.
pub async fn campaigns(tx: &TenantTx, group: i32, seen: Option<&[i32]>) -> Result<Vec<i32>, Error> {
    Ok(sql::group_campaigns().bind(&**tx, &group, &seen).all().await?)
}

/// What is said of a group that there is not, or that is another tenant's.
#[must_use]
pub fn no_group() -> Error {
    Error::NotFound("there is no such campaign group".to_owned())
}
