//! JSON as a tree whose texts are wiped. [`serde_json::Value`] would leave them in memory.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use zeroize::Zeroizing;

use super::error::{CookieError, Fault};

/// A value. It has no `Debug`, so that none can be printed.
pub(super) enum Node {
    Null,
    Bool(bool),
    Number(f64),
    Text(Zeroizing<String>),
    List(Vec<Node>),
    Map(Vec<(Zeroizing<String>, Node)>),
}

/// Parses a text. What `serde_json` says about an error may quote the text, so only the place is taken from it.
pub(super) fn parse(text: &str) -> Result<Node, CookieError> {
    let error = match serde_json::from_str(text) {
        Ok(node) => return Ok(node),
        Err(error) => error,
    };
    if let Some(node) = without_numbers_of_python(text).and_then(|text| serde_json::from_str(&text).ok()) {
        return Ok(node);
    }
    let fault = if error.is_eof() { Fault::Truncated } else { Fault::Syntax };
    Err(CookieError::Json { line: error.line(), column: error.column(), fault })
}

/// Python and pandas write an expiry that is missing as `NaN`, which is not JSON. None if there is none outside of texts.
fn without_numbers_of_python(text: &str) -> Option<Zeroizing<String>> {
    const WORDS: [(&str, &str); 2] = [("NaN", "0.0"), ("Infinity", "0.000000")];
    let mut cleaned = Zeroizing::new(String::with_capacity(text.len()));
    let mut in_text = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.into_iter().find(|(word, _)| !in_text && rest.starts_with(word));
        let taken = if let Some((word, number)) = word {
            cleaned.push_str(number);
            word.len()
        } else {
            // An escaped quote does not end a text.
            let escaped = if in_text && c == '\\' { rest[1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
            let taken = c.len_utf8() + escaped;
            cleaned.push_str(&rest[..taken]);
            taken
        };
        in_text ^= c == '"';
        rest = &rest[taken..];
    }
    (cleaned.as_str() != text).then_some(cleaned)
}

impl Node {
    /// The value of a key, whatever way the key is spelt: `httpOnly` is also `http_only` and `HttpOnly`.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        entries.iter().find(|(name, _)| is_key(name, key)).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    pub(super) const fn is_true(&self) -> bool {
        matches!(self, Self::Bool(true))
    }

    /// What a cookie's value is, if it is written as a number or bare word.
    pub(super) fn scalar(&self) -> Option<Zeroizing<String>> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Bool(value) => Some(Zeroizing::new(value.to_string())),
            // Above 2^53 a number has lost digits.
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                Some(Zeroizing::new(format!("{number:.0}")))
            }
            _ => None,
        }
    }
}

/// `key` is in lower case and has no separators.
fn is_key(name: &str, key: &str) -> bool {
    let letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' '));
    letters.map(|byte| byte.to_ascii_lowercase()).eq(key.bytes())
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(Zeroizing::new(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(Zeroizing::new(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry()? {
            if let Node::Text(key) = key {
                entries.push((key, value));
            }
        }
        Ok(Node::Map(entries))
    }
}
