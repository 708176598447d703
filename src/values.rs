//! What people and programs may say, and what they are told when they say something else: each parser names what it expects, with
//! an example.

use std::ops::Deref;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::import::numbers::{self, DecimalMark};

/// Characters of a name by which something is known, as in files.
pub const NAME: usize = 500;

/// What something is called: one line of 1 to 500 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String")]
#[schema(value_type = String, min_length = 1, max_length = 500, pattern = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$")]
pub struct Name(String);

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        name(&text).map(Self)
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// The word of a closed list, as flags and programs say it and the database keeps it.
pub fn word(value: &impl clap::ValueEnum) -> String {
    value.to_possible_value().map(|word| word.get_name().to_owned()).unwrap_or_default()
}

/// A name: what makes two lines of one, or commands a terminal, is no part of any.
///
/// # Errors
/// When it is empty, too long, or holds a control character.
pub fn name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("a name is needed".to_owned());
    }
    if text.chars().nth(NAME).is_some() {
        return Err(format!("a name has at most {NAME} characters"));
    }
    if text.chars().any(char::is_control) {
        return Err("a name is one line, without tabs and control characters".to_owned());
    }
    Ok(text.to_owned())
}

/// A share of 1 with at most two decimals, as the database holds scores and thresholds: a third one would be rounded away
/// without a word.
///
/// # Errors
/// When the text is anything else.
pub fn share(text: &str) -> Result<f64, String> {
    let number: f64 = text.trim().parse().map_err(|_| "it must be a number from 0 to 1, such as 0.75".to_owned())?;
    if !(0.0..=1.0).contains(&number) || ((number * 100.0).round() - number * 100.0).abs() > 1e-6 {
        return Err("it must be from 0 to 1, with at most two decimals, such as 0.75".to_owned());
    }
    Ok(number)
}

/// An amount of money, as text, since the database counts in decimals.
///
/// # Errors
/// When it is none, or one that a column cannot hold.
pub fn amount(text: &str) -> Result<String, String> {
    let text = text.trim();
    let (whole, cents) = text.split_once('.').unwrap_or((text, "00"));
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits(whole, 12) && digits(cents, 2) {
        return Ok(text.to_owned());
    }
    separated(text)
        .ok_or_else(|| "it must be an amount without currency, such as 1500 or 1500.50 (1,500 could be a thousand and a half, or one and a half)".to_owned())
}

/// An amount with thousands separators or a decimal comma, as far as it can be read in one way only.
fn separated(text: &str) -> Option<String> {
    if !text.starts_with(|first: char| first.is_ascii_digit()) || !text.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let read = |mark: DecimalMark| numbers::parse_amount(text, mark, 12).ok().flatten();
    let amount = match [DecimalMark::Point, DecimalMark::Comma].map(read) {
        [Some(amount), None] | [None, Some(amount)] => Some(amount),
        [first, second] => first.filter(|_| first == second),
    };
    amount.filter(|amount| amount.scale <= 2).map(|amount| amount.to_string())
}

/// A currency by its code.
///
/// # Errors
/// When it is none.
pub fn currency(text: &str) -> Result<String, String> {
    let text = text.trim().to_ascii_uppercase();
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(text)
    } else {
        Err("it must be the three letters of a currency, such as EUR".to_owned())
    }
}

/// A tenant's slug.
///
/// # Errors
/// When it is none.
pub fn slug(text: &str) -> Result<String, String> {
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    if (1..=63).contains(&text.len()) && text.bytes().all(fits) && !text.starts_with('-') && !text.ends_with('-') {
        Ok(text.to_owned())
    } else {
        Err("it must be 1 to 63 lower-case letters, digits and hyphens, such as acme-europe".to_owned())
    }
}

/// A colour.
///
/// # Errors
/// When it is none.
pub fn colour(text: &str) -> Result<(), String> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(())
    } else {
        Err("the colour must be # and six hexadecimal digits, such as #b8442e".to_owned())
    }
}

/// A day.
///
/// # Errors
/// When it is none.
pub fn day(text: &str) -> Result<Date, String> {
    let text = text.trim();
    // The parser takes times and zones too, and would leave them out without a word.
    if text.len() == "2026-01-31".len()
        && let Ok(day) = text.parse()
    {
        return Ok(day);
    }
    Err("it must be a day that there is, written year-month-day, such as 2026-01-31".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_two_decimals() {
        assert_eq!(share("0.75"), Ok(0.75));
        assert_eq!(share("1"), Ok(1.0));
        for wrong in ["0.755", "1.01", "-0.1", "NaN", "inf", "much"] {
            assert!(share(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_one_line_that_fits_an_index() {
        assert_eq!(name(" Frühling 2026 ").as_deref(), Ok("Frühling 2026"));
        assert!(name(&"é".repeat(500)).is_ok());
        for wrong in ["", " ", &"x".repeat(501), "two\nlines", "\u{1b}[31mred", "a\tb"] {
            assert!(name(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn what_is_expected_is_taken_and_nothing_else() {
        for (typed, read) in [
            ("1500.5", "1500.5"),
            ("1.500,00", "1500.00"),
            ("1,500.50", "1500.50"),
            ("1500,5", "1500.5"),
            ("1 500", "1500"),
            ("1.500.000", "1500000"),
            ("12'000", "12000"),
            ("1 500.00", "1500.00"),
            ("1\u{202f}500,50", "1500.50"),
            ("1'234.50", "1234.50"),
        ] {
            assert_eq!(amount(typed).as_deref(), Ok(read));
        }
        for wrong in
            ["", "1,500", "1e3", "-1", "1.505", "€5", "1.", ".5", "1000000000000", "1.500,005", "1.50.00", "5%"]
        {
            assert!(amount(wrong).is_err(), "{wrong}");
        }
        assert_eq!(currency("eur").as_deref(), Ok("EUR"));
        for wrong in ["", "Euro", "€", "E1R"] {
            assert!(currency(wrong).is_err(), "{wrong}");
        }
        assert!(slug("acme-2").is_ok());
        for wrong in ["", "Acme", "-a", "a-", "a b", "a_b"] {
            assert!(slug(wrong).is_err(), "{wrong}");
        }
        assert!(colour("#B8442e").is_ok() && colour("red").is_err() && colour("#12345g").is_err());
        assert_eq!(day("2026-01-31"), Ok(jiff::civil::date(2026, 1, 31)));
        for wrong in ["yesterday", "31.1.2026", "2026-02-30", "2026-01-31T10:00", "20260131"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
