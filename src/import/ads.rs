//! Campaign Manager's Ad Performance report.

mod columns;
pub(super) mod period;
mod repeated;

use jiff::civil::Date;

use self::columns::Field;
pub(super) use self::columns::{Scheme, is_dutch};
use self::period::Period;
pub(super) use self::repeated::breakdown;
use self::repeated::{Novelty, Told};
use super::dates::{self, DateOrder};
use super::error::Error;
use super::item::{ADDRESS_LIMIT, Item, Names};
use super::numbers::{self, Decimal, DecimalMark};
use super::outcome::{Bad, SkipReason, Verdict};
use super::record::{AdCounters, AdDay, AdLevel, Granularity, Record};

/// The place of the start date among the names.
pub(super) const DATE: usize = Field::StartDate as usize;

/// The columns that hold numbers, from which the decimal mark is decided.
pub(super) const NUMBERS: std::ops::Range<usize> = Field::Spent as usize..Field::ALL;

/// Characters of the text above an ad; LinkedIn allows 600.
const INTRODUCTION: usize = 5_000;

/// The names of the fields in one of LinkedIn's two vocabularies.
pub(super) const fn names(scheme: Scheme) -> Names {
    columns::names(scheme)
}

/// What was decided once for the file.
pub(super) struct Ads {
    pub(super) order: DateOrder,
    pub(super) mark: DecimalMark,
    pub(super) period: Option<Period>,
    pub(super) granularity: Granularity,
    /// Whether the granularity was only inferred, so that a row may contradict it.
    pub(super) inferred: bool,
    /// The rows read so far.
    told: Told,
}

impl Ads {
    pub(super) fn new(
        order: DateOrder,
        mark: DecimalMark,
        period: Option<Period>,
        granularity: Granularity,
        inferred: bool,
    ) -> Self {
        Self { order, mark, period, granularity, inferred, told: Told::default() }
    }

    /// What becomes of a row in the light of those before it.
    pub(super) fn check(&mut self, verdict: Result<Verdict, Bad>, line: u64) -> Result<Result<Verdict, Bad>, Error> {
        let Ok(Verdict::Record(Record::AdDay(row))) = verdict else { return Ok(verdict) };
        if self.contradicts(&row) {
            return Err(Error::MixedPeriods { line });
        }
        Ok(match self.told.add(&row, line)? {
            Ok(Novelty::New) => Ok(Verdict::Record(Record::AdDay(row))),
            Ok(Novelty::Same) => Ok(Verdict::Skip(SkipReason::RepeatedRow, Some(Record::AdDay(row)))),
            Err(bad) => Err(bad),
        })
    }

    /// Reads one row.
    pub(super) fn read(&self, item: &Item<'_>) -> Result<Verdict, Bad> {
        let Some(start) = item.text(Field::StartDate as usize)? else {
            let empty = [Field::AdId, Field::Spent, Field::Impressions]
                .into_iter()
                .all(|field| item.text(field as usize).is_ok_and(|text| text.is_none()));
            if empty {
                return Ok(Verdict::Skip(SkipReason::EmptyRow, None));
            }
            return Err(item.bad(Field::StartDate as usize, "the day is missing"));
        };
        if matches!(start.to_lowercase().as_str(), "total" | "totals" | "grand total" | "totaal") {
            return Ok(Verdict::Skip(SkipReason::TotalRow, None));
        }
        let starts_on =
            dates::parse(&start, self.order).map_err(|reason| item.bad(Field::StartDate as usize, reason))?;
        if !dates::is_of_linkedin(starts_on) {
            return Err(item.bad(Field::StartDate as usize, dates::NOT_OF_LINKEDIN));
        }
        if let Some(period) = self.period.filter(|period| !period.contains(starts_on)) {
            let reason =
                format!("{starts_on} is not in the report's period, which is {} to {}", period.start, period.end);
            return Err(item.bad(Field::StartDate as usize, reason));
        }
        let ends_on = self.end_of(starts_on);
        let record = AdDay {
            starts_on,
            ends_on,
            granularity: self.granularity,
            account: item.key(Field::Account as usize)?,
            currency: currency(item)?,
            group: self.level(item, LEVELS[0])?,
            campaign: self.level(item, LEVELS[1])?,
            objective: item.key(Field::Objective as usize)?,
            campaign_type: item.key(Field::CampaignType as usize)?,
            cost_type: item.key(Field::CostType as usize)?,
            ad: AdLevel {
                id: id(item, Field::AdId)?,
                name: item.title(Field::AdName as usize)?,
                status: item.key(Field::AdStatus as usize)?,
                ..AdLevel::default()
            },
            introduction: item.cut(Field::Introduction as usize, INTRODUCTION)?,
            // It stands for the ad's name where there is none.
            headline: item.key(Field::Headline as usize)?,
            click_url: item.at_most(Field::ClickUrl as usize, ADDRESS_LIMIT)?,
            spent: self.amount(item, Field::Spent, 10)?,
            counters: self.counters(item)?,
        };
        if record.ad.id.is_none() && record.campaign.id.is_none() && record.campaign.name.is_none() {
            return Err(item.bad(Field::AdId as usize, "the row names neither an ad nor a campaign"));
        }
        Ok(Verdict::Record(Record::AdDay(Box::new(record))))
    }

    /// Whether a row shows that the report is broken down further than its first rows look.
    fn contradicts(&self, row: &AdDay) -> bool {
        let Some(period) = self.period else { return false };
        let is_later = row.starts_on != period.start;
        self.inferred
            && match self.granularity {
                Granularity::Period => is_later,
                Granularity::Month => is_later && row.starts_on.day() != 1,
                Granularity::Day => false,
            }
    }

    fn end_of(&self, start: Date) -> Date {
        let within = |date: Date| self.period.map_or(date, |period| date.min(period.end).max(start));
        match self.granularity {
            Granularity::Day => start,
            Granularity::Month => within(start.last_of_month()),
            Granularity::Period => self.period.map_or(start, |period| period.end.max(start)),
        }
    }

    fn level(&self, item: &Item<'_>, fields: [Field; 6]) -> Result<AdLevel, Bad> {
        let [id_field, name, status, start, end, budget] = fields;
        Ok(AdLevel {
            id: id(item, id_field)?,
            name: item.title(name as usize)?,
            status: item.key(status as usize)?,
            starts_on: self.date(item, start)?,
            ends_on: self.date(item, end)?,
            total_budget: self.amount(item, budget, 12)?,
        })
    }

    fn date(&self, item: &Item<'_>, field: Field) -> Result<Option<Date>, Bad> {
        let Some(text) = item.text(field as usize)?.filter(|text| !matches!(text.as_ref(), "-" | "--" | "N/A")) else {
            return Ok(None);
        };
        dates::parse(&text, self.order).map(Some).map_err(|reason| item.bad(field as usize, reason))
    }

    /// An amount whose column in the database has so many digits before the mark.
    fn amount(&self, item: &Item<'_>, field: Field, digits: u32) -> Result<Option<Decimal>, Bad> {
        let Some(text) = item.text(field as usize)? else { return Ok(None) };
        numbers::parse_amount(&text, self.mark, digits).map_err(|reason| item.bad(field as usize, reason))
    }

    fn count(&self, item: &Item<'_>, field: Field) -> Result<Option<i64>, Bad> {
        let Some(text) = item.text(field as usize)? else { return Ok(None) };
        numbers::parse_count(&text, self.mark).map_err(|reason| item.bad(field as usize, reason))
    }

    fn counters(&self, item: &Item<'_>) -> Result<AdCounters, Bad> {
        let count = |field| self.count(item, field);
        Ok(AdCounters {
            impressions: count(Field::Impressions)?,
            clicks: count(Field::Clicks)?,
            landing_page_clicks: count(Field::LandingPageClicks)?,
            reactions: count(Field::Reactions)?,
            comments: count(Field::Comments)?,
            shares: count(Field::Shares)?,
            follows: count(Field::Follows)?,
            other_clicks: count(Field::OtherClicks)?,
            social_actions: count(Field::SocialActions)?,
            engagements: count(Field::Engagements)?,
            viral_impressions: count(Field::ViralImpressions)?,
            conversions: self.amount(item, Field::Conversions, 12)?,
            leads: count(Field::Leads)?,
            lead_forms_opened: count(Field::LeadFormsOpened)?,
            video_plays: count(Field::VideoPlays)?,
            video_views: count(Field::VideoViews)?,
            video_completions: count(Field::VideoCompletions)?,
            reach: count(Field::Reach)?,
            average_dwell_time: self.amount(item, Field::AverageDwellTime, 12)?,
        })
    }
}

const LEVELS: [[Field; 6]; 2] = [
    [Field::GroupId, Field::GroupName, Field::GroupStatus, Field::GroupStart, Field::GroupEnd, Field::GroupBudget],
    [
        Field::CampaignId,
        Field::CampaignName,
        Field::CampaignStatus,
        Field::CampaignStart,
        Field::CampaignEnd,
        Field::CampaignBudget,
    ],
];

/// An id has only digits. A spreadsheet that has shortened it to `1.547E+09` has destroyed it.
fn id(item: &Item<'_>, field: Field) -> Result<Option<i64>, Bad> {
    let Some(text) = item.text(field as usize)? else { return Ok(None) };
    match text.parse::<i64>() {
        Ok(id) if id > 0 && text.bytes().all(|byte| byte.is_ascii_digit()) => Ok(Some(id)),
        _ if text.contains(['E', 'e']) && text.starts_with(|c: char| c.is_ascii_digit()) => {
            let reason = "a spreadsheet has rounded this id; export the report again and import it unopened";
            Err(item.bad(field as usize, reason))
        }
        _ => Err(item.bad(field as usize, "this is not an id")),
    }
}

fn currency(item: &Item<'_>) -> Result<Option<String>, Bad> {
    let Some(text) = item.text(Field::Currency as usize)? else { return Ok(None) };
    let code = text.to_ascii_uppercase();
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(Some(code));
    }
    Err(item.bad(Field::Currency as usize, "this is not a currency of three letters, such as EUR"))
}
