//! What ads brought and cost.

use std::ops::AddAssign;

use super::AD_DAYS;
use crate::cli::demo::random::Random;

/// Digits after the point of a cost in the account's currency, as LinkedIn writes more of them than there are cents.
const COST_PLACES: usize = 19;
const CENT: u128 = 10_u128.pow(17);
/// What a hundred of the account's currency are in dollars.
const USD_FOR_EUR_PERCENT: u128 = 108;

/// The counts that have a name of their own; the others follow from them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::simulators::linkedin) struct Figures {
    pub(in crate::simulators::linkedin) impressions: u64,
    pub(in crate::simulators::linkedin) clicks: u64,
    landing_page_clicks: u64,
    company_page_clicks: u64,
    likes: u64,
    comments: u64,
    shares: u64,
    follows: u64,
    one_click_leads: u64,
    lead_form_opens: u64,
    conversions: u64,
    video_views: u64,
    /// In 10⁻¹⁹ of the account's currency, so that sums are exact.
    cost: u128,
}

/// The names of all counts. Those of costs, reach and dwelling time are elsewhere.
pub(in crate::simulators::linkedin) const MEASURES: [&str; 18] = [
    "impressions",
    "clicks",
    "landingPageClicks",
    "companyPageClicks",
    "likes",
    "comments",
    "commentLikes",
    "shares",
    "follows",
    "reactions",
    "otherEngagements",
    "totalEngagements",
    "oneClickLeads",
    "oneClickLeadFormOpens",
    "externalWebsiteConversions",
    "externalWebsitePostClickConversions",
    "externalWebsitePostViewConversions",
    "videoViews",
];

impl Figures {
    /// The count of this name; none for what is no count.
    pub(in crate::simulators::linkedin) fn count(&self, name: &str) -> Option<u64> {
        let other = (self.clicks - self.landing_page_clicks).saturating_sub(self.company_page_clicks);
        Some(match name {
            "impressions" => self.impressions,
            "clicks" => self.clicks,
            "landingPageClicks" => self.landing_page_clicks,
            "companyPageClicks" => self.company_page_clicks,
            "likes" | "reactions" => self.likes,
            "comments" => self.comments,
            "commentLikes" => 0,
            "shares" => self.shares,
            "follows" => self.follows,
            "otherEngagements" => other,
            "totalEngagements" => self.clicks + self.likes + self.comments + self.shares + self.follows,
            "oneClickLeads" => self.one_click_leads,
            "oneClickLeadFormOpens" => self.lead_form_opens,
            "externalWebsiteConversions" => self.conversions,
            "externalWebsitePostClickConversions" => self.conversions - self.conversions / 3,
            "externalWebsitePostViewConversions" => self.conversions / 3,
            "videoViews" => self.video_views,
            _ => return None,
        })
    }

    /// `107.5300000000000335346`.
    pub(in crate::simulators::linkedin) fn cost(&self) -> String {
        decimal(self.cost, COST_PLACES)
    }

    pub(in crate::simulators::linkedin) fn cost_in_usd(&self) -> String {
        decimal(self.cost * USD_FOR_EUR_PERCENT, COST_PLACES + 2)
    }

    /// About so much of the cost.
    pub(in crate::simulators::linkedin) fn share_of_cost(&self, per_mille: u64) -> Self {
        Self { cost: self.cost * u128::from(per_mille) / 1_000, ..Self::default() }
    }
}

impl AddAssign<&Self> for Figures {
    fn add_assign(&mut self, other: &Self) {
        self.impressions += other.impressions;
        self.clicks += other.clicks;
        self.landing_page_clicks += other.landing_page_clicks;
        self.company_page_clicks += other.company_page_clicks;
        self.likes += other.likes;
        self.comments += other.comments;
        self.shares += other.shares;
        self.follows += other.follows;
        self.one_click_leads += other.one_click_leads;
        self.lead_form_opens += other.lead_form_opens;
        self.conversions += other.conversions;
        self.video_views += other.video_views;
        self.cost += other.cost;
    }
}

/// A whole number of units as a decimal number with so many digits after the point.
fn decimal(units: u128, places: usize) -> String {
    let digits = format!("{units:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    format!("{whole}.{part}")
}

/// The days of a creative. One that is paused was shown in the first half of them alone; on some days none is shown.
pub(super) fn days(seed: u64, id: i64, is_paused: bool) -> Vec<Figures> {
    let mut random = Random::new(seed, &format!("creative {id}"));
    let usual = random.between(400.0, 2_600.0);
    let click_rate = random.between(0.004, 0.012);
    let day = |number: i32| {
        let luck = random.between(0.6, 1.4);
        let is_shown = !random.chance(0.06) && (!is_paused || number < AD_DAYS / 2);
        let mut part = |of: u64, rate: f64| {
            let expected = of as f64 * rate;
            // Rounded by chance, so that small rates are not always none.
            whole(expected.floor()) + u64::from(random.chance(expected.fract()))
        };
        if !is_shown {
            return Figures::default();
        }
        let impressions = part(1, usual * luck);
        let clicks = part(impressions, click_rate);
        let likes = part(impressions, 0.003);
        let cents = impressions * 3 + clicks * 120;
        Figures {
            impressions,
            clicks,
            landing_page_clicks: part(clicks, 0.7),
            company_page_clicks: part(clicks, 0.1),
            likes,
            comments: part(likes, 0.12),
            shares: part(likes, 0.06),
            follows: part(likes, 0.08),
            one_click_leads: part(clicks, 0.03),
            lead_form_opens: part(clicks, 0.08),
            conversions: part(clicks, 0.05),
            video_views: part(impressions, 0.2),
            cost: u128::from(cents) * CENT + u128::from(random.bits() % 10_000_000),
        }
    };
    let days: Vec<Figures> = (0..AD_DAYS).map(day).collect();
    days.into_iter().map(Figures::consistent).collect()
}

impl Figures {
    /// No click is of two kinds.
    fn consistent(self) -> Self {
        let landing_page_clicks = self.landing_page_clicks.min(self.clicks);
        let company_page_clicks = self.company_page_clicks.min(self.clicks - landing_page_clicks);
        Self { landing_page_clicks, company_page_clicks, ..self }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of the simulator are small and not below 0"
)]
const fn whole(number: f64) -> u64 {
    number as u64
}
