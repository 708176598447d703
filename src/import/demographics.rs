//! Campaign Manager's Demographics report: up to nine tables, one below the other, each with its own header.

use super::ads::period::Period;
use super::item::{Item, Names, column_key};
use super::numbers::{self, Decimal, DecimalMark};
use super::outcome::{Bad, SkipReason, Verdict};
use super::record::{Demographic, Record, Section};
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
        let segment = row.cell(0).trim();
        if segment.is_empty() {
            return Err(Bad::whole("the row does not say which group of people it counts"));
        }
        if segment.eq_ignore_ascii_case("total") {
            return Ok(Verdict::Skip(SkipReason::TotalRow, None));
        }
        Ok(Verdict::Record(Record::Demographic(Box::new(Demographic {
            section: self.section.clone(),
            segment: segment.to_owned(),
            starts_on: self.period.map(|period| period.start),
            ends_on: self.period.map(|period| period.end),
            impressions: self.count(item, Field::Impressions)?,
            impressions_percent: self.decimal(item, Field::ImpressionsPercent)?,
            clicks: self.count(item, Field::Clicks)?,
            clicks_percent: self.decimal(item, Field::ClicksPercent)?,
            conversions: self.decimal(item, Field::Conversions)?,
            sends: self.count(item, Field::Sends)?,
            opens: self.count(item, Field::Opens)?,
        }))))
    }

    fn decimal(&self, item: &Item<'_>, field: Field) -> Result<Option<Decimal>, Bad> {
        let Some(text) = item.text(field as usize)? else { return Ok(None) };
        numbers::parse(&text, self.mark).map_err(|reason| item.bad(field as usize, reason))
    }

    fn count(&self, item: &Item<'_>, field: Field) -> Result<Option<i64>, Bad> {
        let Some(text) = item.text(field as usize)? else { return Ok(None) };
        numbers::parse_count(&text, self.mark).map_err(|reason| item.bad(field as usize, reason))
    }
}
