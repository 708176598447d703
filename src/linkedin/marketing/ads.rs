//! Ad accounts: campaign groups, campaigns, creatives, what each did a day, and who saw them, approximately.

use std::collections::HashMap;

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use serde::Deserialize;

use super::{Marketing, Slice, list_of, number_of};
use crate::{
    calls::Failure,
    import::{AdCounters, AdDay, AdLevel, Granularity, numbers::Decimal},
};

/// An ad account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// Three capital letters.
    #[serde(default)]
    pub currency: Option<String>,
}

/// A campaign group; LinkedIn's pages call it a campaign since 2026, its API does not.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    id: i64,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    run_schedule: Schedule,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Campaign {
    id: i64,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default, rename = "campaignGroup")]
    group: Option<String>,
    #[serde(default)]
    r#type: Option<String>,
    #[serde(default)]
    objective_type: Option<String>,
    #[serde(default)]
    cost_type: Option<String>,
    #[serde(default)]
    total_budget: Option<Money>,
    #[serde(default)]
    run_schedule: Schedule,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Creative {
    id: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    campaign: Option<String>,
    #[serde(default)]
    intended_status: Option<String>,
    #[serde(default)]
    content: Content,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Content {
    reference: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Money {
    amount: Option<String>,
}

/// Milliseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Schedule {
    start: Option<i64>,
    end: Option<i64>,
}

/// What an account has, by its numbers.
#[derive(Debug, Default)]
pub struct Structure {
    groups: HashMap<i64, Group>,
    campaigns: HashMap<i64, Campaign>,
    creatives: HashMap<i64, Creative>,
}

/// An ad that shows a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The creative's number.
    pub ad: i64,
    /// `urn:li:share:N` or `urn:li:ugcPost:N`.
    pub post: String,
}

/// Counters of one creative on one day.  Money comes as decimal strings of many digits.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Row {
    pub(super) pivot_values: Vec<String>,
    date_range: Range,
    pub(super) impressions: Option<i64>,
    pub(super) clicks: Option<i64>,
    landing_page_clicks: Option<i64>,
    cost_in_local_currency: Option<String>,
    reactions: Option<i64>,
    likes: Option<i64>,
    comments: Option<i64>,
    shares: Option<i64>,
    follows: Option<i64>,
    other_engagements: Option<i64>,
    total_engagements: Option<i64>,
    one_click_leads: Option<i64>,
    one_click_lead_form_opens: Option<i64>,
    pub(super) external_website_conversions: Option<i64>,
    approximate_member_reach: Option<i64>,
}

/// LinkedIn answers what it is asked for, and at most twenty.
const FIELDS: &str = "dateRange,pivotValues,impressions,clicks,landingPageClicks,costInLocalCurrency,reactions,likes,comments,shares,follows,\
otherEngagements,totalEngagements,oneClickLeads,oneClickLeadFormOpens,externalWebsiteConversions,approximateMemberReach";
/// The most elements of one answer.
const MOST_ROWS: usize = 15_000;

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Range {
    start: Day,
    end: Day,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Day {
    year: i16,
    month: i8,
    #[serde(rename = "day")]
    of_month: i8,
}

impl Day {
    fn date(self) -> Option<Date> {
        Date::new(self.year, self.month, self.of_month).ok()
    }
}

impl Marketing<'_> {
    /// `GET /rest/adAccounts`: the ad accounts that the token's member may see.
    ///
    /// # Errors
    /// As the call gives them; [`Failure::Refused`] with 403, when the consent lacks `r_ads`.
    pub async fn ad_accounts(&self) -> Result<Vec<Account>, Failure> {
        self.list("rest/adAccounts", "adAccounts", "q=search").await
    }

    /// What an account has: groups, campaigns and creatives.
    ///
    /// # Errors
    /// As the calls give them.
    pub async fn structure(&self, account: i64) -> Result<Structure, Failure> {
        let below = |what: &str| format!("adAccounts/{account}/{what}");
        let groups: Vec<Group> =
            self.list("rest/adAccounts/{id}/adCampaignGroups", &below("adCampaignGroups"), "q=search").await?;
        let campaigns: Vec<Campaign> =
            self.list("rest/adAccounts/{id}/adCampaigns", &below("adCampaigns"), "q=search").await?;
        let creatives: Vec<Creative> =
            self.list("rest/adAccounts/{id}/creatives", &below("creatives"), "q=criteria").await?;
        Ok(Structure {
            groups: groups.into_iter().map(|group| (group.id, group)).collect(),
            campaigns: campaigns.into_iter().map(|campaign| (campaign.id, campaign)).collect(),
            creatives: creatives
                .into_iter()
                .filter_map(|creative| Some((number_of(&creative.id)?, creative)))
                .collect(),
        })
    }

    /// `GET /rest/adAnalytics` by creative and day, both days included.  It has no pages, so a period that has too much is asked
    /// for in parts.
    ///
    /// # Errors
    /// As the calls give them; [`Failure::Refused`] with 403, when the consent lacks `r_ads_reporting`.
    pub async fn ad_days(
        &self,
        account: &Account,
        structure: &Structure,
        first: Date,
        last: Date,
    ) -> Result<Vec<AdDay>, Failure> {
        let (mut days, mut parts) = (Vec::new(), vec![(first, last)]);
        while let Some((first, last)) = parts.pop() {
            let rows = self.analytics(account.id, "CREATIVE", "DAILY", first, last, FIELDS).await?;
            if rows.len() >= MOST_ROWS && first < last {
                // It would leave the rest out without a word.
                let half = first.duration_until(last).as_hours() / 48;
                let middle = first.checked_add(half.days()).unwrap_or(first);
                parts.extend([(middle.tomorrow().unwrap_or(last), last), (first, middle)]);
                continue;
            }
            for row in &rows {
                days.push(structure.day(account, row)?);
            }
        }
        Ok(days)
    }

    pub(super) async fn analytics(
        &self,
        account: i64,
        pivot: &str,
        granularity: &str,
        first: Date,
        last: Date,
        fields: &str,
    ) -> Result<Vec<Row>, Failure> {
        let day = |date: Date| format!("(year:{},month:{},day:{})", date.year(), date.month(), date.day());
        let account = format!("urn:li:sponsoredAccount:{account}");
        let query = format!(
            "q=analytics&pivot={pivot}&timeGranularity={granularity}&dateRange=(start:{},end:{})&accounts={}&fields={}",
            day(first),
            day(last),
            list_of([account.as_str()]),
            fields,
        );
        let page: Slice<Row> = self.get("rest/adAnalytics", "adAnalytics", &query).await?;
        Ok(page.elements)
    }
}

impl Structure {
    /// The ads that show posts.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        let mut shown: Vec<Shown> = self
            .creatives
            .iter()
            .filter_map(|(ad, creative)| Some(Shown { ad: *ad, post: creative.content.reference.clone()? }))
            .collect();
        shown.sort_by_key(|shown| shown.ad);
        shown
    }

    /// A row of an Ad Performance report, as if it had come in a file.
    fn day(&self, account: &Account, row: &Row) -> Result<AdDay, Failure> {
        let unreadable = |what: &str| Failure::Failed(format!("LinkedIn told {what} of an ad that cannot be read"));
        let ad = row.pivot_values.first().and_then(|urn| number_of(urn)).ok_or_else(|| unreadable("a number"))?;
        let day = |day: Day| day.date().ok_or_else(|| unreadable("a day"));
        let spent = match row.cost_in_local_currency.as_deref() {
            // Never taken for nothing.
            Some(amount) => Some(money(amount).ok_or_else(|| unreadable("an amount"))?),
            None => None,
        };
        let creative = self.creatives.get(&ad);
        let campaign_id = creative.and_then(|creative| number_of(creative.campaign.as_deref()?));
        let campaign = campaign_id.and_then(|id| self.campaigns.get(&id));
        let group_id = campaign.and_then(|campaign| number_of(campaign.group.as_deref()?));
        let group = group_id.and_then(|id| self.groups.get(&id));
        Ok(AdDay {
            starts_on: day(row.date_range.start)?,
            ends_on: day(row.date_range.end)?,
            granularity: Granularity::Day,
            account: account.name.clone(),
            currency: account.currency.clone(),
            group: AdLevel {
                id: group_id,
                name: group.and_then(|group| group.name.clone()),
                status: group.and_then(|group| words(group.status.as_deref())),
                // Its budget is that of all its campaigns together, and none's.
                ..level(group.map(|group| (&group.run_schedule, None)))
            },
            campaign: AdLevel {
                id: campaign_id,
                // What ads cost that were deleted since, of which LinkedIn tells no campaign.
                name: match campaign_id {
                    Some(_) => campaign.and_then(|campaign| campaign.name.clone()),
                    None => Some(format!("Deleted ads of {}", account.label())),
                },
                status: campaign.and_then(|campaign| words(campaign.status.as_deref())),
                ..level(campaign.map(|campaign| (&campaign.run_schedule, campaign.total_budget.as_ref())))
            },
            objective: campaign.and_then(|campaign| words(campaign.objective_type.as_deref())),
            campaign_type: campaign.and_then(|campaign| kind(campaign.r#type.as_deref())),
            cost_type: campaign.and_then(|campaign| campaign.cost_type.clone()),
            ad: AdLevel {
                id: Some(ad),
                name: creative.and_then(|creative| creative.name.clone()),
                status: creative.and_then(|creative| words(creative.intended_status.as_deref())),
                ..AdLevel::default()
            },
            introduction: None,
            headline: None,
            click_url: None,
            spent,
            counters: AdCounters {
                impressions: row.impressions,
                clicks: row.clicks,
                landing_page_clicks: row.landing_page_clicks,
                reactions: row.reactions.or(row.likes),
                comments: row.comments,
                shares: row.shares,
                follows: row.follows,
                other_clicks: row.other_engagements,
                engagements: row.total_engagements,
                conversions: row
                    .external_website_conversions
                    .map(|number| Decimal { unscaled: i128::from(number), scale: 0 }),
                leads: row.one_click_leads,
                lead_forms_opened: row.one_click_lead_form_opens,
                reach: row.approximate_member_reach,
                ..AdCounters::default()
            },
        })
    }
}

fn level(of: Option<(&Schedule, Option<&Money>)>) -> AdLevel {
    let Some((schedule, budget)) = of else { return AdLevel::default() };
    AdLevel {
        starts_on: schedule.start.and_then(day_of),
        ends_on: schedule.end.and_then(day_of),
        total_budget: budget.and_then(|money_of| money(money_of.amount.as_deref()?)),
        ..AdLevel::default()
    }
}

fn day_of(milliseconds: i64) -> Option<Date> {
    Some(Timestamp::from_millisecond(milliseconds).ok()?.to_zoned(TimeZone::UTC).date())
}

/// `WEBSITE_VISITS` as reports write it: Website visits.
fn words(name: Option<&str>) -> Option<String> {
    let lower = name?.to_lowercase().replace('_', " ");
    let mut letters = lower.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

fn kind(name: Option<&str>) -> Option<String> {
    match name? {
        "SPONSORED_INMAILS" => Some("Sponsored InMail".to_owned()),
        other => words(Some(other)),
    }
}

/// An amount to the hundredth of a cent, rounded: "107.5300000000000335346" is 107.53.
fn money(text: &str) -> Option<Decimal> {
    const DIGITS: usize = 4;
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || ![whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(DIGITS).collect();
    let mut unscaled: i128 = format!("{whole}{kept}").parse().ok()?;
    if fraction.as_bytes().get(DIGITS).is_some_and(|digit| *digit >= b'5') {
        unscaled += 1;
    }
    Some(Decimal { unscaled: sign * unscaled, scale: 4 })
}

/// A period in parts of a month at most.
#[must_use]
pub fn months(first: Date, last: Date) -> Vec<(Date, Date)> {
    let mut parts = Vec::new();
    let mut from = first;
    while from <= last {
        let to = from.last_of_month().min(last);
        parts.push((from, to));
        match to.tomorrow() {
            Ok(next) => from = next,
            Err(_) => break,
        }
    }
    parts
}

impl Account {
    /// Its name and its number: two may have the same name.
    #[must_use]
    pub fn label(&self) -> String {
        self.name.as_ref().map_or_else(|| self.id.to_string(), |name| format!("{name} ({})", self.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_rounded_to_the_hundredth_of_a_cent_and_never_read_as_a_float() {
        for (text, amount) in [
            ("107.5300000000000335346", "107.5300"),
            ("0.00005", "0.0001"),
            ("0.00004999999", "0.0000"),
            ("12", "12.0000"),
            ("-1.5", "-1.5000"),
            ("99999999999.99995", "100000000000.0000"),
        ] {
            assert_eq!(money(text).unwrap().to_string(), amount, "{text}");
        }
        for none in ["", ".", "1e5", "1,5", "NaN", "--1"] {
            assert_eq!(money(none), None, "{none}");
        }
    }

    #[test]
    fn a_long_period_is_asked_for_by_months() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(
            months(day("2026-01-30"), day("2026-03-02")),
            [
                (day("2026-01-30"), day("2026-01-31")),
                (day("2026-02-01"), day("2026-02-28")),
                (day("2026-03-01"), day("2026-03-02"))
            ]
        );
        assert_eq!(months(day("2026-01-02"), day("2026-01-01")), []);
    }

    #[test]
    fn what_linkedin_names_in_capitals_is_named_as_reports_name_it() {
        assert_eq!(words(Some("WEBSITE_VISITS")).as_deref(), Some("Website visits"));
    }
}
