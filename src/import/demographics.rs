//! Campaign Manager's Demographics report: up to nine tables, one below the other, each with its own header.

use super::ads::period::Period;
use super::item::{Item, KEY_LIMIT, Names, column_key};
use super::numbers::{self, Decimal, DecimalMark};
use super::outcome::{Bad, SkipReason, Verdict};
use super::record::{Demographic, Record, Section};
use super::rejects::unguard;
use super::table::Row;

#[derive(Clone, Copy)]
enum Field {
    Impressions,
    ImpressionsPercent,
    Clicks,
    ClicksPercent,
    Conversions,
    Sends,
    Opens,
}

/// Digits of a percentage before its mark, so that it fits into the database as a share.
const PERCENT: u32 = 5;

/// The names of the columns beside the first, which names the table.
pub(super) const NAMES: Names = &[
    &["impressions"],
    &["percent of total impressions"],
    &["clicks"],
    &["percent of total clicks"],
    &["conversions"],
    &["sends"],
    &["opens"],
];

/// What was decided once for the file, and the table that is being read.
pub(super) struct Demographics {
    pub(super) mark: DecimalMark,
    pub(super) period: Option<Period>,
    pub(super) section: Section,
}

/// The table that a row opens, if it is a header: `Job Title Segment`, `Impressions`, …
pub(super) fn section<'a>(mut cells: impl Iterator<Item = &'a str>) -> Option<Section> {
    let name = cells.next()?.trim().strip_suffix(" Segment")?;
    cells.any(|cell| column_key(cell) == "impressions").then(|| Section::parse(name))
}

impl Demographics {
    /// Reads one row.
    pub(super) fn read(&self, row: &Row, item: &Item<'_>) -> Result<Verdict, Bad> {
        let segment = unguard(row.cell(0).trim());
        if segment.is_empty() {
            return Err(Bad::whole("the row does not say which group of people it counts"));
        }
        if segment.chars().nth(KEY_LIMIT).is_some() {
            return Err(Bad::whole(format!("the name of the group of people is longer than {KEY_LIMIT} characters")));
        }
        if segment.eq_ignore_ascii_case("total") {
            return Ok(Verdict::Skip(SkipReason::TotalRow, None));
        }
        Ok(Verdict::Record(Record::Demographic(Box::new(Demographic {
            account: None,
            section: self.section.clone(),
            segment: segment.to_owned(),
            starts_on: self.period.map(|period| period.start),
            ends_on: self.period.map(|period| period.end),
            impressions: self.count(item, Field::Impressions)?,
            impressions_percent: self.amount(item, Field::ImpressionsPercent, PERCENT)?,
            clicks: self.count(item, Field::Clicks)?,
            clicks_percent: self.amount(item, Field::ClicksPercent, PERCENT)?,
            conversions: self.amount(item, Field::Conversions, 12)?,
            sends: self.count(item, Field::Sends)?,
            opens: self.count(item, Field::Opens)?,
        }))))
    }

    fn amount(&self, item: &Item<'_>, field: Field, digits: u32) -> Result<Option<Decimal>, Bad> {
        let Some(text) = item.text(field as usize)? else { return Ok(None) };
        numbers::parse_amount(&text, self.mark, digits).map_err(|reason| item.bad(field as usize, reason))
    }

    fn count(&self, item: &Item<'_>, field: Field) -> Result<Option<i64>, Bad> {
        let Some(text) = item.text(field as usize)? else { return Ok(None) };
        numbers::parse_count(&text, self.mark).map_err(|reason| item.bad(field as usize, reason))
    }
}
