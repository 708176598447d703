//! Posts: what people engaged with, and what may be said of them.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use queries::queries::posts as sql;
use serde_json::{Map, Value, json};

use super::imports::stage;
use crate::{
    db::TenantTx,
    error::Error,
    import::identity::{self, Link, PostRef},
};

/// A post that was added, or that was there.
#[derive(Debug)]
pub struct Added {
    /// Its number.
    pub id: i32,
    /// `created`, `updated` or `unchanged`.
    pub outcome: String,
}

/// The post that an address, or a URN, names.
///
/// # Errors
/// [`Error::Invalid`] when it names none.
pub fn reference(url: &str) -> Result<PostRef, Error> {
    match identity::parse(url) {
        Ok(Link::Post(post)) if !post.is_empty() => Ok(post),
        Err(error @ identity::NotLinkedIn::ShortLink) => Err(Error::invalid(format!("{url:?}: {error}"))),
        _ => Err(Error::invalid(format!(
            "{url:?} is no address of a LinkedIn post; it looks like https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/"
        ))),
    }
}

/// Finds a post by any of its names, or makes it; `campaign` is the name of one, which is made where there is none.
///
/// # Errors
/// [`Error::Invalid`] for what the database refuses.
pub async fn add(tx: &TenantTx, post: &PostRef, title: Option<&str>, campaign: Option<&str>) -> Result<Added, Error> {
    let mut row = stage::post_ref(post, campaign);
    row.insert("n".into(), 1.into());
    row.insert("title".into(), title.into());
    let done = sql::add_post().bind(&**tx, &tx.tenant().0, &json!([row])).one().await?;
    Ok(Added { id: done.post_id, outcome: done.outcome })
}

/// Changes what is said of a post.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Invalid`] for what the database refuses.
pub async fn change(tx: &TenantTx, post: i32, mut said: Map<String, Value>) -> Result<(), Error> {
    if let Some(paid) = said.remove("paid") {
        said.insert("is_paid".to_owned(), paid);
    }
    let changed = sql::change_post().bind(&**tx, &post, &Value::Object(said)).opt().await?;
    changed.map(drop).ok_or_else(no_post)
}

/// Deletes a post with its engagements; the people stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, post: i32) -> Result<(), Error> {
    if sql::delete_post().bind(&**tx, &tx.tenant().0, &post).one().await? { Ok(()) } else { Err(no_post()) }
}

/// Puts a post into a campaign, whose figures count it from now on.
///
/// # Errors
/// [`Error::NotFound`] when there is not both.
pub async fn link(tx: &TenantTx, campaign: i32, post: i32) -> Result<(), Error> {
    let found = sql::link_post().bind(&**tx, &campaign, &post).one().await?;
    if !found {
        return Err(Error::NotFound("there is no such campaign, or no such post".to_owned()));
    }
    sql::type_campaigns_by_posts().bind(&**tx, &tx.tenant().0, &[post].as_slice()).one().await?;
    Ok(())
}

/// Takes a post out of a campaign.
///
/// # Errors
/// [`Error::NotFound`] when it was not in it.
pub async fn unlink(tx: &TenantTx, campaign: i32, post: i32) -> Result<(), Error> {
    match sql::unlink_post().bind(&**tx, &campaign, &post).await? {
        0 => Err(Error::NotFound("there is no such post in such a campaign".to_owned())),
        _ => Ok(()),
    }
}

/// What is said of a post that there is not, or that is another tenant's.
#[must_use]
pub fn no_post() -> Error {
    Error::NotFound("there is no such post".to_owned())
}
