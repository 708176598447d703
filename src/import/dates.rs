//! Dates as exports write them. Whether `4/3/2025` is in April or in March is decided once per file.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, tz};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which of the two small numbers comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `4/3/2025` is the third of April.
    MonthFirst,
    /// `4-3-2025` is the fourth of March.
    DayFirst,
}

impl DateOrder {
    /// The word for it, which `--date-order` takes and a file of rejects has.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MonthFirst => "month-first",
            Self::DayFirst => "day-first",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::MonthFirst, Self::DayFirst].into_iter().find(|order| order.name() == word)
    }
}

/// A point in time as exactly as the file knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day.
    On(Date),
    /// A moment. A time without a zone is taken as UTC.
    At(Timestamp),
}

impl When {
    /// The day, in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        match self {
            Self::On(date) => date,
            Self::At(moment) => moment.to_zoned(tz::TimeZone::UTC).date(),
        }
    }
}

/// Why a day is refused that nothing on LinkedIn can have.
pub const NOT_OF_LINKEDIN: &str = "this is not in the time of LinkedIn, from 2003 to 2099";

/// Whether a day is one that something on LinkedIn can have.
#[must_use]
pub fn is_of_linkedin(day: Date) -> bool {
    (2003..2100).contains(&day.year())
}

/// English and Dutch, by the first three letters; a longer word must be the start of the name or the whole of it.
const MONTHS: [&[&str]; 12] = [
    &["january", "januari"],
    &["february", "februari"],
    &["march", "maart", "mrt"],
    &["april"],
    &["may", "mei"],
    &["june", "juni"],
    &["july", "juli"],
    &["august", "augustus"],
    &["september"],
    &["october", "oktober", "okt"],
    &["november"],
    &["december"],
];

/// Decides a file's order from its cells: those with a number above 12 prove it. Where none does, `default` holds, or
/// without one the sign between the numbers: LinkedIn writes `4/3/2025` in English and `3-4-2025` or `3.4.2025` elsewhere.
pub fn decide<'a>(cells: impl IntoIterator<Item = &'a str>, default: Option<DateOrder>) -> DateOrder {
    let (mut month_first, mut day_first, mut slashes, mut others) = (0_u32, 0_u32, 0_u32, 0_u32);
    for cell in cells {
        let Some((first, second, _, sign)) = three_numbers(date_part(cell)) else { continue };
        match (first, second) {
            (1..=12, 13..=31) => month_first += 1,
            (13..=31, 1..=12) => day_first += 1,
            _ => {}
        }
        if sign == '/' {
            slashes += 1;
        } else {
            others += 1;
        }
    }
    let by_sign = if others > slashes { DateOrder::DayFirst } else { DateOrder::MonthFirst };
    match month_first.cmp(&day_first) {
        std::cmp::Ordering::Greater => DateOrder::MonthFirst,
        std::cmp::Ordering::Less => DateOrder::DayFirst,
        std::cmp::Ordering::Equal => default.unwrap_or(by_sign),
    }
}

/// Reads a day: `2025-03-12`, `3/12/2025`, `12-3-2025`, `12 Mar 2025`, `March 12, 2025`, `12 maart 2025`, each also with
/// a time behind it, which is left out.
pub fn parse(text: &str, order: DateOrder) -> Result<Date, String> {
    let text = text.trim();
    let wrong = || format!("\"{}\" is not a date{}", shorten(text), expectation(text, order));
    if is_iso(text) {
        return iso(text).ok_or_else(wrong);
    }
    if let Some((first, second, year, _)) = three_numbers(date_part(text)) {
        let (month, day) = match order {
            DateOrder::MonthFirst => (first, second),
            DateOrder::DayFirst => (second, first),
        };
        return civil(year, month, day).ok_or_else(wrong);
    }
    with_month_name(text).ok_or_else(wrong)
}

/// Reads a day or a moment: ISO 8601 with a time and perhaps a zone gives a moment, anything else a day.
pub fn parse_when(text: &str, order: DateOrder) -> Result<When, String> {
    let text = text.trim();
    if text.contains(':') {
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Ok(When::At(moment));
        }
        if text.starts_with(|c: char| c.is_ascii_digit())
            && text.as_bytes().get(4) == Some(&b'-')
            && let Ok(local) = text.parse::<DateTime>()
            && let Ok(zoned) = local.to_zoned(tz::TimeZone::UTC)
        {
            return Ok(When::At(zoned.timestamp()));
        }
    }
    parse(text, order).map(When::On)
}

/// Whether the year comes first, as in `2025-03-12…` and `2025/03/12`.
fn is_iso(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 8
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && matches!(bytes[4], b'-' | b'/' | b'.')
        && !bytes.get(10).is_some_and(u8::is_ascii_digit)
}

fn iso(text: &str) -> Option<Date> {
    let end = text.find([' ', 'T', 't']).unwrap_or(text.len());
    let mut parts = text[..end].split(['-', '/', '.']).map(|part| part.parse::<u16>().ok());
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Some(year)), Some(Some(month)), Some(Some(day)), None) => civil(year, month, day),
        _ => None,
    }
}

/// What stands before a time of day.
fn date_part(text: &str) -> &str {
    text.trim().split([' ', ',', 'T']).next().unwrap_or_default()
}

/// `4/3/2025`, `23-9-2026`, `3.4.25`: two numbers below 32 and a year.
fn three_numbers(text: &str) -> Option<(u16, u16, u16, char)> {
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = text.split(sign);
    let mut number = |lengths: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        (lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u16>().ok())
            .flatten()
    };
    let (first, second, year) = (number(1..=2)?, number(1..=2)?, number(2..=4)?);
    (parts.next().is_none() && first <= 31 && second <= 31).then_some((first, second, year, sign))
}

/// `12 Mar 2025`, `Mar 12, 2025`, `April 3, 2025, 12:00 AM`, `23 september 2026 00:00`.
fn with_month_name(text: &str) -> Option<Date> {
    let mut words = text.split([' ', ',', '-', '\u{a0}']).filter(|word| !word.is_empty());
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    let (day, month) = match month(first) {
        Some(month) => (second, month),
        None => (first, month(second)?),
    };
    let day = day.trim_end_matches(|c: char| c == '.' || c.is_ascii_lowercase());
    (day.len() <= 2).then(|| civil(year, month, day.parse().ok()?)).flatten()
}

fn month(word: &str) -> Option<u16> {
    let word = word.trim_end_matches('.').to_lowercase();
    let position = MONTHS.iter().position(|names| {
        names.iter().any(|name| *name == word || word.len() >= 3 && name.starts_with(word.as_str()))
    })?;
    u16::try_from(position + 1).ok()
}

fn civil(year: u16, month: u16, day: u16) -> Option<Date> {
    // Spreadsheets shorten the year to two digits; nothing on LinkedIn is from the last century.
    let year = if year < 100 { year + 2000 } else { year };
    if !(1900..=2200).contains(&year) {
        return None;
    }
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn expectation(text: &str, order: DateOrder) -> &'static str {
    match (three_numbers(date_part(text)).is_some(), order) {
        (false, _) => ", such as 2025-03-12",
        (true, DateOrder::MonthFirst) => " in the order month, day, year, which the file has",
        (true, DateOrder::DayFirst) => " in the order day, month, year, which the file has",
    }
}

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::DateOrder::{DayFirst, MonthFirst};
    use super::*;

    #[test]
    fn a_day_reads_the_same_in_every_way_of_writing_it() {
        let table = [
            ("2025-03-12", MonthFirst, "2025-03-12"),
            ("2025-03-12T10:00:00Z", DayFirst, "2025-03-12"),
            ("2025/3/12", DayFirst, "2025-03-12"),
            ("3/12/2025", MonthFirst, "2025-03-12"),
            ("12/3/2025", DayFirst, "2025-03-12"),
            ("03/12/25", MonthFirst, "2025-03-12"),
            ("23-9-2026", DayFirst, "2026-09-23"),
            ("23.09.2026", DayFirst, "2026-09-23"),
            ("3/15/2024 2:30 PM", MonthFirst, "2024-03-15"),
            ("12 Mar 2025", MonthFirst, "2025-03-12"),
            ("1 Jan 2026", MonthFirst, "2026-01-01"),
            ("03 Jan 2024", MonthFirst, "2024-01-03"),
            ("12-Mar-2025", MonthFirst, "2025-03-12"),
            ("Mar 12, 2025", DayFirst, "2025-03-12"),
            ("Sept. 3rd, 2025", DayFirst, "2025-09-03"),
            ("April 3, 2025, 12:00 AM", MonthFirst, "2025-04-03"),
            ("July 1, 2025, 11:59 PM", MonthFirst, "2025-07-01"),
            ("23 september 2026 00:00", DayFirst, "2026-09-23"),
            ("1 mei 2026", DayFirst, "2026-05-01"),
            ("5 mrt. 2026", DayFirst, "2026-03-05"),
            ("5 maart 2026", DayFirst, "2026-03-05"),
            ("31 OKTOBER 2026", DayFirst, "2026-10-31"),
        ];
        for (text, order, expected) in table {
            assert_eq!(parse(text, order).map(|date| date.to_string()), Ok(expected.into()), "{text}");
        }
    }

    #[test]
    fn a_date_that_does_not_exist_or_contradicts_the_file_is_refused() {
        for text in [
            "",
            "soon",
            "2025-02-30",
            "2025-13-01",
            "13/02/2025",
            "31/04/2025",
            "12 Foo 2025",
            "Ma 3, 2025",
            "0/0/2025",
            "3/12/1025",
            "20250312",
            "1/2",
            "2025-03-123",
            "٣/٤/2025",
        ] {
            assert!(parse(text, MonthFirst).is_err(), "{text}");
        }
        let reason = parse("23-9-2026", MonthFirst).unwrap_err();
        assert_eq!(reason, "\"23-9-2026\" is not a date in the order month, day, year, which the file has");
    }

    #[test]
    fn the_order_is_decided_by_the_dates_that_can_be_read_only_one_way() {
        assert_eq!(decide(["4/3/2025", "5/17/2025"], None), MonthFirst);
        assert_eq!(decide(["4/3/2025", "17/5/2025"], None), DayFirst);
        assert_eq!(decide(["4/3/2025"], None), MonthFirst);
        assert_eq!(decide(["4-3-2025"], None), DayFirst);
        assert_eq!(decide(["4-3-2025"], Some(MonthFirst)), MonthFirst);
        assert_eq!(decide(["2025-04-03", "text", ""], None), MonthFirst);
    }

    #[test]
    fn a_moment_keeps_its_time_and_a_day_stays_a_day() {
        let when = |text| match parse_when(text, MonthFirst).unwrap() {
            When::At(moment) => moment.to_string(),
            When::On(date) => date.to_string(),
        };
        assert_eq!(when("2025-05-22T05:31:58.534Z"), "2025-05-22T05:31:58.534Z");
        assert_eq!(when("2025-05-22T05:31:58+02:00"), "2025-05-22T03:31:58Z");
        assert_eq!(when("2025-05-22 05:31:58"), "2025-05-22T05:31:58Z");
        assert_eq!(when("2025-07-02"), "2025-07-02");
        assert_eq!(when("7/2/2025"), "2025-07-02");
    }
}
