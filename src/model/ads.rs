//! Ads: what is shown for money.
//!
//! As of campaigns, what is said comes as an object of the columns' names.  What reports find an ad by, and what LinkedIn decides of
//! it, is not for anybody else to change: the database says what that is.

use queries::queries::{
    ads as sql, campaigns as campaigns_sql, persons as persons_sql, posts as posts_sql, segments as segments_sql,
};
use serde_json::{Map, Value};

use super::{campaigns::no_campaign, posts::no_post, segments::no_segment};
use crate::{db::TenantTx, error::Error};

/// Makes an ad; its number.
///
/// # Errors
/// [`Error::NotFound`] for a campaign, a post or a segment that there is not, [`Error::Conflict`] where reports would not tell it
/// from another ad, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<i32, Error> {
    // As reports do, so that of two who make an ad of one name at once, one is told.
    persons_sql::lock_people().bind(&**tx, &tx.tenant().0).one().await?;
    let said = in_columns(tx, None, said).await?;
    Ok(sql::create_ad().bind(&**tx, &said).one().await?)
}

/// Changes what is said; the ad's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, ad: i32, said: Map<String, Value>) -> Result<String, Error> {
    persons_sql::lock_people().bind(&**tx, &tx.tenant().0).one().await?;
    sql::hold_ad().bind(&**tx, &ad).opt().await?.ok_or_else(no_ad)?;
    let said = in_columns(tx, Some(ad), said).await?;
    sql::change_ad().bind(&**tx, &said, &ad).opt().await?.ok_or_else(no_ad)
}

/// Deletes an ad with its figures, which its campaign has no more at the same moment.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, ad: i32) -> Result<(), Error> {
    match sql::delete_ad().bind(&**tx, &ad).await? {
        0 => Err(no_ad()),
        _ => Ok(()),
    }
}

/// What is said of an ad that there is not, or that is another tenant's.
#[must_use]
pub fn no_ad() -> Error {
    Error::NotFound("there is no such ad".to_owned())
}

/// What is said, by the columns' names, once nothing is wrong with it.
async fn in_columns(tx: &TenantTx, ad: Option<i32>, mut said: Map<String, Value>) -> Result<Value, Error> {
    let number = |said: &Map<String, Value>, key: &str| said.get(key).and_then(Value::as_i64).map(i32::try_from);
    if let Some(campaign) = number(&said, "campaign_id") {
        let campaign = campaign.map_err(|_| no_campaign())?;
        if !campaigns_sql::campaign_exists().bind(&**tx, &campaign).one().await? {
            return Err(no_campaign());
        }
    }
    if let Some(post) = number(&said, "post_id") {
        let post = post.map_err(|_| no_post())?;
        if !posts_sql::post_exists().bind(&**tx, &post).one().await? {
            return Err(no_post());
        }
    }
    if let Some(segment) = said.remove("segment_id") {
        if let Some(segment) = segment.as_str()
            && !segments_sql::segment_exists().bind(&**tx, &segment).one().await?
        {
            return Err(no_segment());
        }
        said.insert("audience_segment_id".to_owned(), segment);
    }
    let said = Value::Object(said);
    sql::check_ad().bind(&**tx, &ad, &said).one().await?;
    Ok(said)
}
