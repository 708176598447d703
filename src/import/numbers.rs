//! Numbers as reports write them, read exactly.
//!
//! `1.234` is a thousand and some in Utrecht and one and a bit in Utah. One cell cannot say which, a file can: the
//! decimal mark is decided once per file from many cells, and a cell that contradicts it is an error, never a number
//! that is wrong by a thousand.

use std::fmt;

/// The sign before the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

/// A decimal number, exact: `unscaled / 10^scale`. `Display` gives what PostgreSQL's `numeric` reads, with the digits
/// as they stood in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// All digits, with the sign.
    pub unscaled: i128,
    /// How many of them are the fraction.
    pub scale: u32,
}

impl Decimal {
    /// The whole number, if the fraction is nothing but zeros.
    #[must_use]
    pub fn to_integer(self) -> Option<i64> {
        let unit = 10_i128.checked_pow(self.scale)?;
        (self.unscaled % unit == 0).then(|| i64::try_from(self.unscaled / unit).ok()).flatten()
    }
}

impl Decimal {
    /// The nearest whole number.
    #[must_use]
    pub fn rounded(self) -> i128 {
        let Some(unit) = 10_i128.checked_pow(self.scale) else { return 0 };
        let rest = self.unscaled % unit;
        self.unscaled / unit + if rest.abs() >= unit - rest.abs() { rest.signum() } else { 0 }
    }

    /// What stands before the mark.
    fn whole(self) -> i128 {
        10_i128.checked_pow(self.scale).map_or(0, |unit| self.unscaled / unit)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.unscaled < 0 { "-" } else { "" };
        let digits = self.unscaled.unsigned_abs().to_string();
        let scale = self.scale as usize;
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

/// Decides a file's decimal mark from its cells. The cells that can be read only one way vote; where none can, `default`
/// holds, which the caller takes from the report's language.
pub fn decide<'a>(cells: impl IntoIterator<Item = &'a str>, default: DecimalMark) -> DecimalMark {
    let (mut point, mut comma) = (0_u32, 0_u32);
    for cell in cells {
        match evidence(strip(cell).0) {
            Some(DecimalMark::Point) => point += 1,
            Some(DecimalMark::Comma) => comma += 1,
            None => {}
        }
    }
    match point.cmp(&comma) {
        std::cmp::Ordering::Greater => DecimalMark::Point,
        std::cmp::Ordering::Less => DecimalMark::Comma,
        std::cmp::Ordering::Equal => default,
    }
}

/// What one cell proves.
fn evidence(text: &str) -> Option<DecimalMark> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-')) {
        return None;
    }
    let text = text.trim_start_matches('-');
    let mark_of = |byte: u8| if byte == b'.' { DecimalMark::Point } else { DecimalMark::Comma };
    let other = |byte: u8| if byte == b'.' { DecimalMark::Comma } else { DecimalMark::Point };
    let marks: Vec<(usize, u8)> = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'.' | b',')).collect();
    let (&(first_at, first), &(last_at, last)) = (marks.first()?, marks.last()?);
    if first != last {
        return Some(mark_of(last));
    }
    if marks.len() > 1 {
        return Some(other(last));
    }
    // One mark: it is the decimal mark unless exactly three digits follow one to three others, which may be a group.
    let (before, after) = (&text[..first_at], text.len() - last_at - 1);
    let may_group = after == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    (!may_group).then(|| mark_of(last))
}

/// Reads a number, an amount (`€ 1.234,50`, `USD 5`) or a percentage (`0,341%` is 0.341). Nothing for a cell that says
/// that there is no number: empty, `-`, `--`, `N/A`.
pub fn parse(text: &str, mark: DecimalMark) -> Result<Option<Decimal>, &'static str> {
    let (number, negative) = strip(text);
    if matches!(number, "" | "-" | "--" | "–" | "—")
        || matches!(number.to_ascii_lowercase().as_str(), "n/a" | "na" | "null")
    {
        return Ok(None);
    }
    let (decimal, group) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (number, signed) = match number.strip_prefix(['-', '−']) {
        Some(rest) => (rest, true),
        None => (number.strip_prefix('+').unwrap_or(number), false),
    };
    let (whole, fraction) = number.split_once(decimal).unwrap_or((number, ""));
    let mut digits = String::with_capacity(number.len());
    if whole.contains(|c: char| c == group || is_space(c) || matches!(c, '\'' | '’')) {
        let groups: Vec<&str> = whole.split(|c: char| c == group || is_space(c) || matches!(c, '\'' | '’')).collect();
        let well_formed = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|part| part.len() == 3);
        if !well_formed {
            return Err("the thousands are not in groups of three, as in the rest of the file");
        }
        digits.extend(groups);
    } else {
        digits.push_str(whole);
    }
    digits.push_str(fraction);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("this is not a number");
    }
    let value: i128 = digits.parse().map_err(|_| "the number has too many digits")?;
    let scale = u32::try_from(fraction.len()).map_err(|_| "the number has too many digits")?;
    Ok(Some(Decimal { unscaled: if negative == signed { value } else { -value }, scale }))
}

/// The most that a counter may be: no ad was shown more often, and sums of such counters still fit.
pub const MOST: i64 = 1_000_000_000_000;

/// Reads a counter: a whole number that is not negative.
pub fn parse_count(text: &str, mark: DecimalMark) -> Result<Option<i64>, &'static str> {
    let Some(number) = parse(text, mark)? else { return Ok(None) };
    match number.to_integer() {
        Some(count) if count > MOST => Err("the count is too large"),
        Some(count) if count >= 0 => Ok(Some(count)),
        None if number.whole() > i128::from(MOST) => Err("the count is too large"),
        Some(_) => Err("a count cannot be negative"),
        None => Err("a count must be a whole number"),
    }
}

/// Reads an amount, which is not negative and has fewer than `digits` digits before its mark once it is rounded.
pub fn parse_amount(text: &str, mark: DecimalMark, digits: u32) -> Result<Option<Decimal>, &'static str> {
    let Some(number) = parse(text, mark)? else { return Ok(None) };
    if number.unscaled < 0 {
        return Err("an amount cannot be negative");
    }
    // One less than what fits, so that rounding does not reach it.
    if 10_i128.checked_pow(digits).is_some_and(|limit| number.whole() >= limit - 1) {
        return Err("the amount is too large");
    }
    Ok(Some(number))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Takes off spaces, a percent sign, a currency sign or three-letter code, and the brackets that book-keepers put
/// around a loss. True for a loss.
fn strip(text: &str) -> (&str, bool) {
    let mut text = text.trim_matches(|c: char| c.is_whitespace() || is_space(c));
    let negative = text.starts_with('(') && text.ends_with(')') && text.len() > 2;
    if negative {
        text = &text[1..text.len() - 1];
    }
    text = text.trim_end_matches(|c: char| c == '%' || is_space(c));
    let currency = |c: char| matches!(c, '€' | '$' | '£' | '¥' | '₹' | '₺') || is_space(c);
    text = text.trim_matches(currency);
    let code = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_uppercase()));
    if code(text.get(..3)) && text.len() > 3 {
        text = text[3..].trim_start_matches(currency);
    } else if let Some(at) = text.len().checked_sub(3)
        && at > 0
        && code(text.get(at..))
    {
        text = text[..at].trim_end_matches(currency);
    }
    (text, negative)
}

#[cfg(test)]
mod tests {
    use super::DecimalMark::{Comma, Point};
    use super::*;

    fn read(text: &str, mark: DecimalMark) -> String {
        match parse(text, mark) {
            Ok(Some(number)) => number.to_string(),
            Ok(None) => "none".into(),
            Err(reason) => reason.into(),
        }
    }

    #[test]
    fn amounts_and_percentages_keep_every_digit() {
        let table = [
            ("500.00", Point, "500.00"),
            ("2,000.00", Point, "2000.00"),
            ("1,234,567", Point, "1234567"),
            ("0.901%", Point, "0.901"),
            ("$1,234.50", Point, "1234.50"),
            ("USD 1,234.50", Point, "1234.50"),
            ("-0.5", Point, "-0.5"),
            ("(5.25)", Point, "-5.25"),
            ("+7", Point, "7"),
            (".5", Point, "0.5"),
            ("107.5300000000000335346", Point, "107.5300000000000335346"),
            ("1.234,50", Comma, "1234.50"),
            ("1.800", Comma, "1800"),
            ("0,341%", Comma, "0.341"),
            ("€ 1.234,50", Comma, "1234.50"),
            ("1.234,50 EUR", Comma, "1234.50"),
            ("1 234,50", Comma, "1234.50"),
            ("1\u{a0}234,50\u{a0}€", Comma, "1234.50"),
            ("1'234.50", Point, "1234.50"),
            ("", Point, "none"),
            (" - ", Point, "none"),
            ("--", Point, "none"),
            ("N/A", Point, "none"),
        ];
        for (text, mark, expected) in table {
            assert_eq!(read(text, mark), expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_contradicts_the_file_is_an_error_and_not_wrong_by_a_thousand() {
        for (text, mark) in [
            ("12,34", Point),
            ("1.234,50", Point),
            ("1,234.50", Comma),
            ("12.34", Comma),
            ("1,2345", Point),
            ("abc", Point),
            ("1e5", Point),
            ("1.2.3", Point),
            ("--5", Point),
            (".", Point),
            ("٣", Point),
        ] {
            assert!(parse(text, mark).is_err(), "{text} was read as {}", read(text, mark));
        }
        assert!(parse(&"9".repeat(60), Point).is_err());
        assert_eq!(parse_count("1.800", Point), Err("a count must be a whole number"));
        assert_eq!(parse_count("1.800", Comma), Ok(Some(1800)));
        assert_eq!(parse_count("12.0", Point), Ok(Some(12)));
        assert_eq!(parse_count("-3", Point), Err("a count cannot be negative"));
        assert_eq!(parse_count("1000000000000", Point), Ok(Some(MOST)));
        for text in ["1000000000001", "99999999999999999999", "1000000000001.5"] {
            assert_eq!(parse_count(text, Point), Err("the count is too large"), "{text}");
        }
    }

    #[test]
    fn an_amount_is_not_negative_and_fits() {
        assert_eq!(parse_amount("(5.25)", Point, 10), Err("an amount cannot be negative"));
        assert_eq!(parse_amount("-0.01", Point, 10), Err("an amount cannot be negative"));
        assert_eq!(parse_amount("9999999999.99999", Point, 10), Err("the amount is too large"));
        assert_eq!(parse_amount(&"9".repeat(30), Point, 10), Err("the amount is too large"));
        assert_eq!(parse_amount("9,999,999,998.5", Point, 10).unwrap().unwrap().to_string(), "9999999998.5");
        assert_eq!(parse_amount(&format!("0.{}1", "0".repeat(60)), Point, 10).unwrap().unwrap().scale, 61);
    }

    #[test]
    fn the_mark_is_decided_by_the_cells_that_can_be_read_only_one_way() {
        assert_eq!(decide(["1,234.50", "1.234"], Comma), Point);
        assert_eq!(decide(["1.234,50", "1.800"], Point), Comma);
        assert_eq!(decide(["0,341%", "1.800", "9,36"], Point), Comma);
        assert_eq!(decide(["1.234.567"], Point), Comma);
        assert_eq!(decide(["0.319%"], Comma), Point);
        assert_eq!(decide(["1.234", "17", "", "Ad A"], Comma), Comma, "nothing proves anything");
        assert_eq!(decide(["1.234"], Point), Point);
        assert_eq!(decide(["Launch 1.5", "v2,3"], Point), Point, "words do not vote");
    }
}
