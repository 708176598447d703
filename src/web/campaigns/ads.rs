//! The ads of a campaign: a table on its page, in any order.

use queries::queries::campaign_pages::{self as sql, CampaignAdsShown};

use super::super::{
    answer::Problem,
    lists::{self, Heading, Sorts},
    shown::{self, State},
};
use crate::{db::TenantTx, model::sessions::Session};

/// Ads that are shown; of more, the first in the order that was asked for.
const MOST: i64 = 200;

const COLUMNS: [Heading; 8] = [
    Heading::word("name", "Ad", ""),
    Heading::word("status", "Status", "wide"),
    Heading::number("spend", "Spend", "num"),
    Heading::number("impressions", "Impressions", "num wide"),
    Heading::number("clicks", "Clicks", "num"),
    Heading::number("click_through_rate", "CTR %", "num wide"),
    Heading::number("cost_per_click", "Per click", "num wide"),
    Heading::number("leads", "Leads", "num wide"),
];

/// The ads of a campaign, as its page shows them.
pub(super) struct Ads {
    pub(super) headings: Vec<Sorts>,
    pub(super) rows: Vec<Ad>,
    pub(super) all: i64,
}

pub(super) struct Ad {
    pub(super) name: String,
    pub(super) headline: Option<String>,
    pub(super) state: State,
    pub(super) spend: String,
    /// Of what was spent; empty where nothing was, or where it is in several.
    pub(super) currency: String,
    pub(super) impressions: String,
    pub(super) clicks: String,
    pub(super) rate: String,
    pub(super) cost: String,
    pub(super) leads: String,
}

impl Ads {
    /// Reads them, as far as the session may see the campaign.
    pub(super) async fn read(
        tx: &TenantTx,
        session: &Session,
        campaign: i32,
        (sort, dir): (&str, &str),
    ) -> Result<Self, Problem> {
        let order = lists::order(&COLUMNS, sort, dir, "spend");
        let campaigns = session.campaigns.as_deref();
        let rows = sql::campaign_ads_shown()
            .bind(&**tx, &order.0, &campaign, &campaigns, &!order.1, &MOST)
            .all()
            .await
            .map_err(crate::error::Error::from)?;
        Ok(Self::new(rows, order))
    }

    pub(super) fn new(rows: Vec<CampaignAdsShown>, order: (&'static str, bool)) -> Self {
        Self {
            headings: lists::headings(&COLUMNS, order, |order| lists::query(order.iter().copied())),
            all: rows.first().map_or(0, |row| row.ads),
            rows: rows.into_iter().map(Ad::new).collect(),
        }
    }

    /// How many are not shown.
    pub(super) fn more(&self) -> Option<String> {
        let more = self.all - i64::try_from(self.rows.len()).unwrap_or(self.all);
        (more > 0).then(|| shown::counted(more, "ad more", "ads more"))
    }
}

impl Ad {
    fn new(row: CampaignAdsShown) -> Self {
        // A report that names no ad calls it by its headline.
        let headline = row.headline.filter(|headline| !headline.trim().is_empty() && *headline != row.name);
        Self {
            name: row.name,
            headline,
            state: State(row.status),
            spend: shown::amount(row.spend),
            impressions: shown::maybe_count(row.impressions),
            clicks: shown::maybe_count(row.clicks),
            rate: shown::per_cent(row.click_through_rate),
            cost: shown::maybe_money(row.cost_per_click, row.currency.as_deref().unwrap_or_default()),
            leads: shown::maybe_count(row.leads),
            currency: row.currency.filter(|_| row.spend.is_some()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
impl Ads {
    pub(super) fn sample(is_whole: bool) -> Self {
        let ad = |figures: Option<f64>| CampaignAdsShown {
            id: 1,
            name: "\"><b>".to_owned(),
            headline: Some("<b>".to_owned()),
            status: "active".to_owned(),
            currency: figures.map(|_| "<b>".to_owned()),
            spend: figures,
            impressions: figures.map(|_| 7),
            clicks: figures.map(|_| 7),
            click_through_rate: figures,
            cost_per_click: figures,
            leads: figures.map(|_| 7),
            ads: 300,
        };
        Self::new(if is_whole { vec![ad(Some(0.5)), ad(None)] } else { Vec::new() }, ("spend", false))
    }
}
