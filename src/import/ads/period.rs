//! The period of a Campaign Manager report, from the lines above its header, and what one row of it counts.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::import::dates::{self, DateOrder};
use crate::import::record::Granularity;

/// The first and the last day of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

const STARTS: [&str; 2] = ["report start:", "begindatum van rapport:"];
const ENDS: [&str; 2] = ["report end:", "einddatum van rapport:"];
const TITLES_OF_ADS: [&str; 2] = ["ad performance report", "rapport met advertentieprestaties"];
const TITLE_OF_DEMOGRAPHICS: &str = "demographics report";

impl Period {
    /// Finds the period in the lines above the header. Their months are words, so that their order is never in doubt.
    pub(in crate::import) fn read(preamble: &[Vec<String>]) -> Option<Self> {
        let find = |prefixes: &[&str]| {
            preamble.iter().filter_map(|row| row.first()).find_map(|cell| {
                let cell = cell.trim().to_lowercase();
                let rest = prefixes.iter().find_map(|prefix| cell.strip_prefix(prefix))?;
                dates::parse(rest.trim(), DateOrder::MonthFirst).ok()
            })
        };
        Some(Self { start: find(&STARTS)?, end: find(&ENDS)? })
    }

    pub(in crate::import) fn contains(self, date: Date) -> bool {
        (self.start..=self.end).contains(&date)
    }
}

/// Whether the first line of a report says Ad Performance.
pub(in crate::import) fn is_ads_title(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    TITLES_OF_ADS.iter().any(|title| cell.starts_with(title))
}

/// Whether the first line of a report says Demographics.
pub(in crate::import) fn is_demographics_title(cell: &str) -> bool {
    cell.trim().to_lowercase().starts_with(TITLE_OF_DEMOGRAPHICS)
}

/// Decides the order of a report's dates. Where no date proves it, the report's period does: dates lie inside it.
pub(in crate::import) fn order(dates: &BTreeSet<String>, period: Option<Period>, dutch: bool) -> DateOrder {
    let order = dates::decide(dates.iter().map(String::as_str), dutch.then_some(DateOrder::DayFirst));
    let Some(period) = period else { return order };
    let outside =
        |order| dates.iter().filter(|text| !dates::parse(text, order).is_ok_and(|date| period.contains(date))).count();
    let other = match order {
        DateOrder::MonthFirst => DateOrder::DayFirst,
        DateOrder::DayFirst => DateOrder::MonthFirst,
    };
    if outside(other) < outside(order) { other } else { order }
}

/// Decides what a row counts, from the days on which the first rows start, and whether that is a guess. LinkedIn writes
/// the period's first day into every row of a report that is not broken down, and the first of the month into those of a
/// report by month. Nothing where one first of a month is all that there is: it may stand for a day or for a month, and
/// to take either for the other would be wrong by a factor of thirty.
pub(in crate::import) fn granularity(days: &BTreeSet<Date>, period: Option<Period>) -> Option<(Granularity, bool)> {
    let Some(period) = period.filter(|period| period.start < period.end) else {
        return Some((Granularity::Day, false));
    };
    // Days outside of the period are rejected, and prove nothing.
    let days: Vec<Date> = days.iter().copied().filter(|day| period.contains(*day)).collect();
    let mut later = days.iter().filter(|day| **day != period.start).peekable();
    if later.peek().is_none() {
        return Some((Granularity::Period, true));
    }
    if !later.all(|day| day.day() == 1) || period.start.last_of_month() >= period.end {
        return Some((Granularity::Day, false));
    }
    (days.len() > 1).then_some((Granularity::Month, days.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(texts: &[&str]) -> BTreeSet<Date> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn the_period_is_read_in_english_and_dutch() {
        let rows = |lines: &[&str]| lines.iter().map(|line| vec![(*line).to_owned()]).collect::<Vec<_>>();
        let english = rows(&[
            "Ad Performance Report (in UTC)",
            "Report Start: April 3, 2025, 12:00 AM",
            "Report End: July 1, 2025, 11:59 PM",
        ]);
        let period = Period::read(&english).unwrap();
        assert_eq!((period.start.to_string(), period.end.to_string()), ("2025-04-03".into(), "2025-07-01".into()));
        let dutch = rows(&[
            "Begindatum van rapport: 23 september 2026 00:00",
            "Einddatum van rapport: 24 september 2026 23:59",
        ]);
        assert_eq!(Period::read(&dutch).unwrap().end.to_string(), "2026-09-24");
        assert!(Period::read(&rows(&["Notes:"])).is_none());
    }

    #[test]
    fn a_row_counts_a_day_a_month_or_the_whole_period() {
        let quarter = Some(Period { start: "2025-04-03".parse().unwrap(), end: "2025-07-01".parse().unwrap() });
        let guess = |texts: &[&str]| granularity(&days(texts), quarter);
        assert_eq!(guess(&["2025-04-03"]), Some((Granularity::Period, true)));
        assert_eq!(guess(&["2025-04-03", "2025-04-04"]), Some((Granularity::Day, false)));
        assert_eq!(guess(&["2025-04-03", "2025-05-01", "2025-06-01"]), Some((Granularity::Month, false)));
        assert_eq!(guess(&["2025-04-03", "2025-05-01"]), Some((Granularity::Month, true)));
        assert_eq!(guess(&["2025-05-01"]), None, "a day or a month");
        assert_eq!(guess(&["2025-05-02"]), Some((Granularity::Day, false)));
        assert_eq!(
            guess(&["2025-04-03", "2025-08-17"]),
            Some((Granularity::Period, true)),
            "what is rejected is no proof"
        );
        let day = Some(Period { start: "2025-04-03".parse().unwrap(), end: "2025-04-03".parse().unwrap() });
        assert_eq!(granularity(&days(&["2025-04-03"]), day), Some((Granularity::Day, false)));
        assert_eq!(guess(&[]), Some((Granularity::Period, true)));
    }

    #[test]
    fn dates_that_could_be_either_are_decided_by_the_period() {
        let period = Some(Period { start: "2026-03-01".parse().unwrap(), end: "2026-03-12".parse().unwrap() });
        let texts: BTreeSet<String> = ["1/3/2026", "12/3/2026"].map(str::to_owned).into();
        assert_eq!(order(&texts, period, false), DateOrder::DayFirst);
        assert_eq!(order(&texts, None, false), DateOrder::MonthFirst);
    }
}
