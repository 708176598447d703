//! What a form sends: fields in their order, of which some come more than once.

use std::collections::BTreeMap;

use clap::ValueEnum;
use serde_json::Value;

use crate::values::word;

/// What is wrong with a form, by the field where it is; what belongs to no field has none.
pub(super) type Problems = BTreeMap<String, String>;

/// The fields of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    pub(super) fn parse(body: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(body).into_owned().collect())
    }

    /// The value of a field, without what stands around it; empty where there is none.
    pub(super) fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a field that comes once for each choice.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of a field that says something.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        Some(self.one(name)).filter(|text| !text.is_empty())
    }

    /// The lines of a field, without those that say nothing.
    pub(super) fn lines(&self, name: &str) -> Vec<&str> {
        self.one(name).lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|one| one == value)
    }

    /// All fields as they came.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Whether a field came at all, be it empty.
    pub(super) fn came(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// One value in place of all that a field had.
    pub(super) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(key, _)| key != name);
        self.push(name, value);
    }

    pub(super) fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }
}

/// A word of a closed list, as the database has it.
pub(super) fn chosen<T: ValueEnum>(text: &str) -> Result<Value, String> {
    T::from_str(text, false).map(|value| word(&value).into()).map_err(|_| "choose one of the list".to_owned())
}

/// A number with at most so many digits and decimals; as text, since the database counts in decimals.
pub(super) fn decimal(text: &str, (most, decimals): (usize, usize), example: &str) -> Result<Value, String> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits(whole, most) && digits(part, decimals) {
        Ok(text.into())
    } else {
        Err(format!("it must be a number with at most {decimals} decimals, such as {example}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_may_come_more_than_once_and_hold_lines() {
        let fields = Fields::parse(b"a=1&a=2&b=+x+%0D%0A%0D%0A+y%0A");
        assert_eq!((fields.one("a"), fields.all("a").collect::<Vec<_>>()), ("1", vec!["1", "2"]));
        assert_eq!(fields.lines("b"), ["x", "y"]);
        assert!(fields.has("a", "2") && !fields.has("a", "3") && fields.one("c").is_empty());
    }
}
