//! Posts, with who engaged.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A post. Shares are fractions of 1; a rate without a denominator is null.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    #[serde(alias = "post_id")]
    id: i32,
    title: Option<String>,
    url: Option<String>,
    posted_at: Option<Timestamp>,
    is_paid: bool,
    /// As LinkedIn counts them; null: not known.
    impressions: Option<i64>,
    views: Option<i64>,
    clicks: Option<i64>,
    likes: i32,
    /// With likes.
    reactions: i32,
    comments: i32,
    shares: i32,
    follows: i32,
    /// Clicks of people who are known.
    click_events: i32,
    /// All of them together.
    engagements: i32,
    /// People who engaged.
    unique_engagers: i32,
    /// Those of them who match a persona.
    targeted_engagers: i32,
    targeting_accuracy: Option<f64>,
    engagement_rate: Option<f64>,
    last_engaged_on: Option<Date>,
    /// Campaigns that it is in.
    campaigns: i32,
    /// What LinkedIn counted itself, of people known and unknown.
    counted_reactions: Option<i64>,
    counted_comments: Option<i64>,
    counted_shares: Option<i64>,
    /// When that was.
    counters_at: Option<Timestamp>,
}
