//! Decides, from the first rows of a table, what holds for all of its rows: the order of dates, the decimal mark, and
//! what a row of an ad report counts.

use std::collections::BTreeSet;
use std::io::Read;

use super::ads::{self, Ads, period};
use super::dates;
use super::decided::Decided;
use super::demographics::{self, Demographics};
use super::detect::{Head, SAMPLE};
use super::error::Error;
use super::format::Format;
use super::item::Binding;
use super::layout::{Layout, Options};
use super::numbers::{self, DecimalMark};
use super::reader::Rows;
use super::record::Section;
use super::source::{Sample, Text};
use super::table::{Row, Table};
use super::{connections, posts};

/// Text of an ad report that is looked at. A report by day of so many ads that all of this is its first day would be
/// taken for one over the whole period; the first later row then stops the import with a question.
const ADS_SAMPLE: usize = 2 * 1024 * 1024;
/// Different dates and numbers that are kept for the decision.
const DATES: usize = 5_000;
const NUMBERS: usize = 20_000;

/// What was seen.
#[derive(Default)]
struct Seen {
    dates: BTreeSet<String>,
    numbers: Vec<String>,
}

/// Looks at the head of the file, leaves it unused, and notes in `layout` what was decided.
pub(super) fn decide<R: Read>(
    text: &mut Text<R>,
    head: &Head,
    binding: &Binding,
    options: &Options,
    layout: &mut Layout,
) -> Result<Rows, Error> {
    let (date, numbers, size) = match layout.format {
        Format::Posts => (Some(posts::DATE), 0..0, SAMPLE),
        Format::Connections => (Some(connections::DATE), 0..0, SAMPLE),
        Format::AdPerformance => (Some(ads::DATE), ads::NUMBERS, ADS_SAMPLE),
        Format::Demographics => (None, 0..demographics::NAMES.len(), SAMPLE),
        format if format.is_enrichment() => return Ok(Rows::Nested),
        _ => return Ok(Rows::People),
    };
    let date = date.and_then(|field| binding.column(field));
    let columns: Vec<usize> = numbers.filter_map(|field| binding.column(field)).collect();
    let seen = look(&text.peek(size)?, head, date, &columns);
    let cells = || seen.dates.iter().map(String::as_str);
    let dutch = ads::is_dutch(&head.header.written);
    let decided = Decided::read(&head.preamble);
    let given_order = options.date_order.or(decided.date_order);
    let mark = options.decimal_mark.or(decided.decimal_mark).unwrap_or_else(|| {
        let default = if dutch { DecimalMark::Comma } else { DecimalMark::Point };
        numbers::decide(seen.numbers.iter().map(String::as_str), default)
    });
    let rows = match layout.format {
        Format::Posts => Rows::Posts(given_order.unwrap_or_else(|| dates::decide(cells(), None))),
        Format::Connections => Rows::Connections(given_order.unwrap_or_else(|| dates::decide(cells(), None))),
        Format::AdPerformance => {
            let order = given_order.unwrap_or_else(|| period::order(&seen.dates, layout.period, dutch));
            let days = cells().filter_map(|text| dates::parse(text, order).ok()).collect();
            let given = options.granularity.map(|granularity| (granularity, false));
            let given = given.or(decided.granularity.map(|granularity| (granularity, decided.is_guessed)));
            let (granularity, is_guessed) =
                given.or_else(|| period::granularity(&days, layout.period)).ok_or(Error::Undecided)?;
            layout.granularity = Some(granularity);
            layout.is_guessed = is_guessed;
            Rows::Ads(Ads::new(order, mark, layout.period, granularity, given.is_none()))
        }
        _ => Rows::Demographics(Demographics {
            mark,
            period: layout.period,
            section: demographics::section(head.header.read.iter().map(String::as_str))
                .unwrap_or_else(|| Section::Other(String::new())),
        }),
    };
    layout.date_order = match &rows {
        Rows::Posts(order) | Rows::Connections(order) => Some(*order),
        Rows::Ads(ads) => Some(ads.order),
        _ => None,
    };
    layout.decimal_mark = matches!(rows, Rows::Ads(_) | Rows::Demographics(_)).then_some(mark);
    Ok(rows)
}

/// Reads the rows of the sample below the header. Errors in it are met again, and reported, when the file is read.
fn look(sample: &Sample<'_>, head: &Head, date: Option<usize>, numbers: &[usize]) -> Seen {
    let mut feed = Sample { text: sample.text, complete: sample.complete };
    let mut table = Table::new(head.delimiter);
    let mut row = Row::default();
    let mut seen = Seen::default();
    let mut index = 0;
    while table.next(&mut feed, &mut row).unwrap_or(false) {
        index += 1;
        if index <= head.preamble.len() + 1 || row.len() != head.header.read.len() {
            continue;
        }
        if let Some(column) = date
            && seen.dates.len() < DATES
            && !row.cell(column).trim().is_empty()
        {
            seen.dates.insert(row.cell(column).trim().to_owned());
        }
        for column in numbers {
            let cell = row.cell(*column);
            if seen.numbers.len() < NUMBERS && cell.contains(['.', ',']) {
                seen.numbers.push(cell.to_owned());
            }
        }
    }
    seen
}
