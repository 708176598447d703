//! What was decided once for a whole file, as a line above the header of its rejects.
//!
//! A few rows cannot show again what a whole file showed: whether 3/4/2025 is in March, whether 1.234 is more than a
//! thousand, whether a row counts a day or a quarter. So the line is written into every file of rejects that has such
//! rows, and is believed when that file is imported.

use super::dates::DateOrder;
use super::layout::Layout;
use super::numbers::DecimalMark;
use super::record::Granularity;

/// How the line begins.
const START: &str = "rapport:";
/// What stands behind a granularity that the file did not prove.
const GUESSED: &str = " perhaps";

/// What the line says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Decided {
    pub(super) date_order: Option<DateOrder>,
    pub(super) decimal_mark: Option<DecimalMark>,
    pub(super) granularity: Option<Granularity>,
    pub(super) is_guessed: bool,
}

impl Decided {
    /// Finds the line in what stands above the header.
    pub(super) fn read(preamble: &[Vec<String>]) -> Self {
        let mut decided = Self::default();
        let Some(line) = preamble.iter().filter_map(|row| row.first()).find(|cell| is_line(cell)) else {
            return decided;
        };
        let line = line.trim().to_lowercase();
        for words in line.trim_start_matches(START).split(';') {
            let (words, is_guessed) = match words.trim().strip_suffix(GUESSED) {
                Some(words) => (words, true),
                None => (words.trim(), false),
            };
            if let Some(granularity) = words.strip_prefix("by ").and_then(Granularity::named) {
                (decided.granularity, decided.is_guessed) = (Some(granularity), is_guessed);
            }
            decided.date_order = DateOrder::named(words).or(decided.date_order);
            match words {
                "decimal point" => decided.decimal_mark = Some(DecimalMark::Point),
                "decimal comma" => decided.decimal_mark = Some(DecimalMark::Comma),
                _ => {}
            }
        }
        decided
    }

    /// What was decided for a file.
    pub(super) fn of(layout: &Layout) -> Self {
        Self {
            date_order: layout.date_order,
            decimal_mark: layout.decimal_mark,
            granularity: layout.granularity,
            is_guessed: layout.is_guessed,
        }
    }

    /// The line; none where there is nothing to be said.
    pub(super) fn line(self) -> Option<String> {
        let guessed = if self.is_guessed { GUESSED } else { "" };
        let words = [
            self.granularity.map(|granularity| format!("by {}{guessed}", granularity.name())),
            self.date_order.map(|order| order.name().to_owned()),
            self.decimal_mark.map(|mark| match mark {
                DecimalMark::Point => "decimal point".to_owned(),
                DecimalMark::Comma => "decimal comma".to_owned(),
            }),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        (!words.is_empty()).then(|| format!("Rapport: {}", words.join("; ")))
    }
}

/// Whether a row above a header is the line.
pub(super) fn is_line(cell: &str) -> bool {
    cell.trim().get(..START.len()).is_some_and(|start| start.eq_ignore_ascii_case(START))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        for granularity in [None, Some(Granularity::Day), Some(Granularity::Month), Some(Granularity::Period)] {
            for date_order in [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)] {
                for decimal_mark in [None, Some(DecimalMark::Point), Some(DecimalMark::Comma)] {
                    for is_guessed in [false, granularity.is_some()] {
                        let decided = Decided { date_order, decimal_mark, granularity, is_guessed };
                        let preamble: Vec<Vec<String>> =
                            decided.line().into_iter().map(|line| vec![line.to_uppercase(), String::new()]).collect();
                        assert_eq!(Decided::read(&preamble), decided, "{preamble:?}");
                    }
                }
            }
        }
        assert_eq!(Decided::read(&[vec!["Notes: by day".to_owned()]]), Decided::default());
    }
}
