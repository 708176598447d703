//! Strategies: what may be said of them.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use queries::queries::strategies as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{db::TenantTx, error::Error, values};

/// What a strategy is to bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum StrategyType {
    /// To be known
    Awareness,
    /// To be talked with
    Engagement,
    /// To be bought from
    Conversion,
    /// To be stayed with
    Retention,
}

/// By what a strategy is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Kpi {
    /// Times that something was shown
    Impressions,
    /// Engagements of every kind
    Engagements,
    /// Engagements an impression
    EngagementRate,
    /// People who engaged
    UniqueEngagers,
    /// Those of them who match a persona
    TargetedEngagers,
    /// The share of them
    TargetingAccuracy,
    /// Comments
    Comments,
    /// Shares
    Shares,
    /// Clicks
    Clicks,
    /// Clicks an impression
    ClickThroughRate,
    /// What a click costs
    CostPerClick,
    /// What an engagement costs
    CostPerEngagement,
}

/// Makes a strategy; its id.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<Uuid, Error> {
    Ok(sql::create_strategy().bind(&**tx, &Value::Object(said), &tx.tenant().0).one().await?)
}

/// Copies a strategy, or a template, under another name; the copy's id.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn copy(tx: &TenantTx, strategy: Uuid, name: &str) -> Result<Uuid, Error> {
    sql::copy_strategy().bind(&**tx, &name, &strategy).opt().await?.ok_or_else(no_strategy)
}

/// Changes what is said; the strategy's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, strategy: Uuid, said: Map<String, Value>) -> Result<String, Error> {
    sql::change_strategy().bind(&**tx, &strategy, &Value::Object(said)).opt().await?.ok_or_else(no_strategy)
}

/// Deletes a strategy that nothing follows.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] while campaigns or entries of the calendar follow it.
pub async fn delete(tx: &TenantTx, strategy: Uuid) -> Result<(), Error> {
    let used = sql::strategy_uses().bind(&**tx, &strategy).one().await?;
    if used.campaigns + used.entries > 0 {
        return Err(Error::Conflict(format!(
            "{} campaigns and {} entries of the calendar follow this strategy; give them another one first",
            used.campaigns, used.entries
        )));
    }
    match sql::delete_strategy().bind(&**tx, &strategy).await? {
        0 => Err(no_strategy()),
        _ => Ok(()),
    }
}

/// Says how well a strategy suits a persona, from 0 to 1 with two decimals, in place of what was said before.
///
/// # Errors
/// [`Error::NotFound`] when there is not both, and [`Error::Invalid`] for another number.
pub async fn rate(tx: &TenantTx, persona: Uuid, strategy: Uuid, score: f64, notes: Option<&str>) -> Result<(), Error> {
    // A third decimal would be rounded away without a word.
    let score = score.to_string();
    values::share(&score).map_err(|words| Error::Invalid(format!("relevance_score: {words}")))?;
    match sql::rate_strategy_for().bind(&**tx, &score.as_str(), &notes, &persona, &strategy).await? {
        0 => Err(Error::NotFound("there is no such persona, or no such strategy".to_owned())),
        _ => Ok(()),
    }
}

/// Takes back what was said by hand.
///
/// # Errors
/// [`Error::NotFound`] when nothing was.
pub async fn unrate(tx: &TenantTx, persona: Uuid, strategy: Uuid) -> Result<(), Error> {
    match sql::unrate_strategy().bind(&**tx, &persona, &strategy).await? {
        0 => Err(Error::NotFound("nothing is said by hand of such a strategy for such a persona".to_owned())),
        _ => Ok(()),
    }
}

/// What is said of a strategy that there is not, or that is another tenant's.
#[must_use]
pub fn no_strategy() -> Error {
    Error::NotFound("there is no such strategy".to_owned())
}
