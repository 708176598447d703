//! The posts of a plan, with their times and ids.

use jiff::{Timestamp, ToSpan as _, civil::Weekday, tz::TimeZone};

use super::{
    plan::{CampaignPlan, PostPlan, Strategy, TenantPlan},
    random::Random,
};

/// A post.
#[derive(Debug)]
pub struct Post {
    /// What it says.
    pub plan: &'static PostPlan,
    /// The campaign that it belongs to.
    pub campaign: Option<&'static CampaignPlan>,
    /// When it was posted.
    pub at: Timestamp,
    /// LinkedIn's id, which holds that time.
    pub activity_id: i64,
}

impl Post {
    /// The strategy of its campaign.
    #[must_use]
    pub fn strategy(&self) -> Option<Strategy> {
        self.campaign.map(|campaign| campaign.strategy)
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://www.linkedin.com/feed/update/urn:li:activity:{}/", self.activity_id)
    }
}

/// The posts of a tenant, oldest first within each campaign.
#[must_use]
pub fn of(random: &mut Random, tenant: &TenantPlan, now: Timestamp) -> Vec<Post> {
    let in_campaigns =
        tenant.campaigns.iter().flat_map(|campaign| campaign.posts.iter().map(move |post| (post, Some(campaign))));
    in_campaigns
        .chain(tenant.other_posts.iter().map(|post| (post, None)))
        .map(|(plan, campaign)| {
            let at = working_hour(random, now, plan.2, tenant.offset);
            Post { plan, campaign, at, activity_id: snowflake(random, at) }
        })
        .collect()
}

/// An hour at which a team posts, about so many days ago; never at a weekend.
pub fn working_hour(random: &mut Random, now: Timestamp, days_ago: i64, offset: i64) -> Timestamp {
    let mut day = now.to_zoned(TimeZone::UTC).date().saturating_sub(days_ago.days());
    while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        // Backwards, so that the past stays past; what is to come comes later.
        day = if days_ago > 0 { day.saturating_sub(1.day()) } else { day.saturating_add(1.day()) };
    }
    let seconds = (8 + random.up_to(8) - offset) * 3_600 + 300 * random.up_to(12);
    let midnight = day.to_zoned(TimeZone::UTC).map_or(now, |midnight| midnight.timestamp());
    Timestamp::from_second(midnight.as_second() + seconds).unwrap_or(now)
}

/// An id of LinkedIn's kind: the milliseconds of its making above twenty-two bits.
pub fn snowflake(random: &mut Random, at: Timestamp) -> i64 {
    (at.as_millisecond() << 22) | (random.bits() >> 42).cast_signed()
}
