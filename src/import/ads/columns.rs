//! The columns of an Ad Performance report, in English and Dutch, before and after LinkedIn renamed its levels in 2026.
//!
//! "Campaign ID" names the middle level in a file of 2025 and the upper level in one of 2026, so the vocabulary is
//! decided first and the names are looked up in it alone.

use crate::import::item::{Names, column_key};

/// LinkedIn's two vocabularies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Scheme {
    /// Campaign group, campaign, creative: ours.
    Until2025,
    /// Campaign, ad set, ad.
    Since2026,
}

impl Scheme {
    /// Decides by the columns; false if they left it open and it was guessed.
    pub(in crate::import) fn of(header: &[String]) -> (Self, bool) {
        let keys: Vec<String> = header.iter().map(|name| column_key(name)).collect();
        let any = |starts: &[&str]| keys.iter().any(|key| starts.iter().any(|start| key.starts_with(start)));
        if any(&["ad set ", "advertentieset-id", "naam van advertentieset"]) {
            (Self::Since2026, true)
        } else if any(&["campaign group ", "campagnegroep", "naam van campagnegroep", "creative "]) {
            (Self::Until2025, true)
        } else {
            let new = any(&["ad name", "ad status", "advertentienaam", "advertentiestatus"]);
            (if new { Self::Since2026 } else { Self::Until2025 }, false)
        }
    }
}

/// The fields. Those from `Spent` on are numbers.
#[derive(Clone, Copy)]
pub(super) enum Field {
    StartDate,
    Account,
    Currency,
    GroupId,
    GroupName,
    GroupStatus,
    GroupStart,
    GroupEnd,
    GroupBudget,
    CampaignId,
    CampaignName,
    CampaignStatus,
    CampaignStart,
    CampaignEnd,
    CampaignBudget,
    Objective,
    CampaignType,
    CostType,
    AdId,
    AdName,
    AdStatus,
    Introduction,
    Headline,
    ClickUrl,
    Spent,
    Impressions,
    Clicks,
    LandingPageClicks,
    Reactions,
    Comments,
    Shares,
    Follows,
    OtherClicks,
    SocialActions,
    Engagements,
    ViralImpressions,
    Conversions,
    Leads,
    LeadFormsOpened,
    VideoPlays,
    VideoViews,
    VideoCompletions,
    Reach,
    AverageDwellTime,
}

impl Field {
    /// How many there are.
    pub(super) const ALL: usize = Self::AverageDwellTime as usize + 1;
}

/// What a Dutch report is called.
const DUTCH: [&str; 2] = ["begindatum", "totaal besteed"];

/// Whether the header is Dutch.
pub(in crate::import) fn is_dutch(header: &[String]) -> bool {
    header.iter().any(|name| DUTCH.contains(&column_key(name).as_str()))
}

/// Both lists have the fields in the same order, and differ in the three levels.
pub(super) const fn names(scheme: Scheme) -> Names {
    match scheme {
        Scheme::Until2025 => UNTIL_2025,
        Scheme::Since2026 => SINCE_2026,
    }
}

macro_rules! with_levels {
    ($($level:expr),* $(,)?) => {
        &[
            &["start date", "begindatum"],
            &["account name", "accountnaam"],
            &["currency", "valuta"],
            $($level,)*
            &["ad introduction text", "inleidende advertentietekst"],
            &["ad headline", "kop van advertentie"],
            &["click url", "url"],
            &["total spent", "totaal besteed"],
            &["impressions", "weergaven"],
            &["clicks", "klikken"],
            &["clicks to landing page", "landing page clicks", "klikken naar bestemmingspagina"],
            &["reactions"],
            &["comments"],
            &["shares"],
            &["follows"],
            &["other clicks"],
            &["total social actions"],
            &["total engagements", "aantal interacties"],
            &["viral impressions"],
            &["conversions", "conversies"],
            &["leads"],
            &["lead forms opened"],
            &["video plays"],
            &["video views"],
            &["video completions"],
            &["reach"],
            &["average dwell time"],
        ]
    };
}

const UNTIL_2025: Names = with_levels![
    &["campaign group id", "campagnegroep-id"],
    &["campaign group name", "naam van campagnegroep"],
    &["campaign group status", "status campagnegroep"],
    &["campaign group start date"],
    &["campaign group end date"],
    &["campaign group total budget"],
    &["campaign id", "campagne-id"],
    &["campaign name", "campagnenaam"],
    &["campaign status", "status campagne"],
    &["campaign start date"],
    &["campaign end date"],
    &["total budget", "campaign total budget"],
    &["campaign objective"],
    &["campaign type"],
    &["cost type"],
    &["ad id", "advertentie-id"],
    &["creative name", "ad name", "advertentienaam"],
    &["creative status", "ad status", "advertentiestatus"],
];

const SINCE_2026: Names = with_levels![
    &["campaign id", "campagne-id"],
    &["campaign name", "campagnenaam"],
    &["campaign status", "status campagne"],
    &["campaign start date"],
    &["campaign end date"],
    &["campaign total budget"],
    &["ad set id", "advertentieset-id"],
    &["ad set name", "naam van advertentieset"],
    &["ad set status", "status advertentieset"],
    &["ad set start date"],
    &["ad set end date"],
    &["ad set total budget", "total budget"],
    &["ad set objective", "doelstelling van advertentieset"],
    &["ad set type"],
    &["cost type"],
    &["ad id", "advertentie-id"],
    &["ad name", "creative name", "advertentienaam"],
    &["ad status", "creative status", "advertentiestatus"],
];

const _: () = assert!(UNTIL_2025.len() == Field::ALL && SINCE_2026.len() == Field::ALL);
