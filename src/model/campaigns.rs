//! Campaigns: what may be said of them, and how it is kept.
//!
//! What is said comes as an object of the columns' names, so that the command line, the API and the pages say it in one way, and a
//! change says only what changes: null takes a value away, and what is not named stays.

use queries::queries::campaigns as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{db::TenantTx, error::Error, values::Name};

/// How a campaign is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CampaignType {
    /// Posts that cost nothing
    Organic,
    /// Posts that are shown for money
    SponsoredContent,
    /// Messages to members
    MessageAds,
    /// Ads beside the feed
    TextAds,
    /// Ads with the member's own picture
    DynamicAds,
    /// Some of both
    Mixed,
}

/// What a campaign is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CampaignObjective {
    /// To be known
    BrandAwareness,
    /// Visits of a site
    WebsiteVisits,
    /// Reactions, comments, shares, follows
    Engagement,
    /// Views of a video
    VideoViews,
    /// Forms that are filled in
    LeadGeneration,
    /// What visitors of a site do there
    WebsiteConversions,
    /// Applications for jobs
    JobApplicants,
    /// Candidates
    TalentLeads,
}

/// Where a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CampaignStatus {
    /// Not begun
    Draft,
    /// Running
    Active,
    /// Stopped for a while
    Paused,
    /// Over
    Completed,
    /// Put away
    Archived,
    /// Given up
    Cancelled,
}

/// The key under which a campaign's group is said, by its name.
pub const GROUP: &str = "group";
/// The key under which those are said whom a campaign is meant for, by their ids.
pub const PERSONAS: &str = "personas";

/// Makes a campaign; its number.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<i32, Error> {
    let (said, personas) = in_columns(tx, said).await?;
    let campaign = sql::create_campaign().bind(&**tx, &said, &tx.tenant().0).one().await?;
    mean(tx, campaign, personas).await?;
    Ok(campaign)
}

/// Changes what is said; the campaign's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, campaign: i32, said: Map<String, Value>) -> Result<String, Error> {
    let (said, personas) = in_columns(tx, said).await?;
    let changed = sql::change_campaign().bind(&**tx, &campaign, &said).opt().await?.ok_or_else(no_campaign)?;
    mean(tx, campaign, personas).await?;
    Ok(changed)
}

/// Deletes a campaign with its figures; its posts and their engagements stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, campaign: i32) -> Result<(), Error> {
    match sql::delete_campaign().bind(&**tx, &campaign).await? {
        0 => Err(no_campaign()),
        _ => Ok(()),
    }
}

/// What is said of a campaign that there is not, or that is another tenant's.
#[must_use]
pub fn no_campaign() -> Error {
    Error::NotFound("there is no such campaign".to_owned())
}

/// Whom several campaigns are meant for; none: nobody said.
///
/// # Errors
/// As the database gives them.
pub async fn personas(tx: &TenantTx, campaigns: &[i32]) -> Result<Vec<Uuid>, Error> {
    Ok(sql::personas_of_campaigns().bind(&**tx, &campaigns).all().await?)
}

/// Keeps whom a campaign is meant for, where that is said.
async fn mean(tx: &TenantTx, campaign: i32, personas: Option<Vec<Uuid>>) -> Result<(), Error> {
    if let Some(personas) = personas {
        sql::set_campaign_personas().bind(&**tx, &personas, &campaign).await?;
    }
    Ok(())
}

/// The group by its number, and made where there is none of this name; and apart, the personas, null being none of them.
async fn in_columns(tx: &TenantTx, mut said: Map<String, Value>) -> Result<(Value, Option<Vec<Uuid>>), Error> {
    let personas = said.remove(PERSONAS).map(serde_json::from_value::<Option<Vec<Uuid>>>).transpose();
    let personas = personas.map_err(|error| Error::invalid(error.to_string()))?.map(Option::unwrap_or_default);
    if let Some(group) = said.remove(GROUP) {
        let number = match group.as_str().map(|name| Name::try_from(name.to_owned())) {
            Some(name) => {
                let name = name.map_err(Error::invalid)?;
                sql::create_campaign_group().bind(&**tx, &&*name).await?;
                Value::from(sql::campaign_group_by_name().bind(&**tx, &&*name).one().await?)
            }
            None => Value::Null,
        };
        said.insert("campaign_group_id".to_owned(), number);
    }
    Ok((Value::Object(said), personas))
}
