//! Rest.li's way of writing values into addresses, version 2.0.0 of its protocol: `List(urn%3Ali%3Aorganization%3A1,…)`,
//! `(start:(year:2026,month:1,day:1),end:(…))`, and plain text.
//!
//! Parentheses, commas, colons and apostrophes are structure, so text that holds one has it encoded, and structure that is
//! encoded is text. This is read as written, since decoding first would lose the difference.

use super::errors::ApiError;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    Text(String),
    List(Vec<Self>),
    Record(Vec<(String, Self)>),
}

impl Term {
    /// Reads all of it; none where it is not written by the rules.
    pub(super) fn parse(raw: &str) -> Option<Self> {
        let mut reader = Reader(raw);
        let term = reader.term()?;
        reader.0.is_empty().then_some(term)
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Record(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).map(|(_, term)| term)
    }

    /// The texts of a list of texts.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        let Self::List(items) = self else { return None };
        items.iter().map(|item| item.text().map(ToOwned::to_owned)).collect()
    }
}

/// What is left to be read.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn term(&mut self) -> Option<Term> {
        if self.takes("List(") {
            let mut items = Vec::new();
            while !self.takes(")") {
                if !items.is_empty() && !self.takes(",") {
                    return None;
                }
                items.push(self.term()?);
            }
            return Some(Term::List(items));
        }
        if self.takes("(") {
            let mut fields: Vec<(String, Term)> = Vec::new();
            while !self.takes(")") {
                if !fields.is_empty() && !self.takes(",") {
                    return None;
                }
                let name = self.word()?;
                if !self.takes(":") || fields.iter().any(|(known, _)| *known == name) {
                    return None;
                }
                fields.push((name, self.term()?));
            }
            return Some(Term::Record(fields));
        }
        // The empty text, which would not be seen otherwise.
        if self.takes("''") {
            return Some(Term::Text(String::new()));
        }
        self.word().map(Term::Text)
    }

    fn word(&mut self) -> Option<String> {
        let end = self.0.find(['(', ')', ',', ':', '\'']).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        decode(word).filter(|word| !word.is_empty())
    }
}

fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, tail @ ..] = rest else { return None };
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        bytes.push(u8::try_from(digit(high)? * 16 + digit(low)?).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

/// Text as it stands in an address.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len() * 2), |encoded, byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded + &char::from(byte).to_string(),
        _ => encoded + &format!("%{byte:02X}"),
    })
}

/// The parameters of a query, as they were written.
#[derive(Debug, Clone, Default)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    pub(super) fn parse(raw: &str) -> Result<Self, ApiError> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for part in raw.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            if pairs.iter().any(|(known, _)| known == name) {
                return Err(ApiError::parameter(name, "is there more than once"));
            }
            pairs.push((name.to_owned(), value.to_owned()));
        }
        Ok(Self(pairs))
    }

    /// Refuses parameters that the endpoint does not know.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), ApiError> {
        let unknown = self.0.iter().find(|(name, _)| !names.contains(&&**name));
        unknown.map_or(Ok(()), |(name, _)| Err(ApiError::not_allowed(name)))
    }

    pub(super) fn term(&self, name: &str) -> Result<Option<Term>, ApiError> {
        let Some((_, raw)) = self.0.iter().find(|(known, _)| known == name) else { return Ok(None) };
        Term::parse(raw).map(Some).ok_or_else(|| ApiError::parameter(name, "cannot be read"))
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<String>, ApiError> {
        let Some(term) = self.term(name)? else { return Ok(None) };
        match term {
            Term::Text(text) => Ok(Some(text)),
            _ => Err(ApiError::parameter(name, "is not plain text")),
        }
    }

    pub(super) fn needed(&self, name: &str) -> Result<String, ApiError> {
        self.text(name)?.ok_or_else(|| ApiError::parameter(name, "is missing"))
    }

    pub(super) fn list(&self, name: &str) -> Result<Option<Vec<String>>, ApiError> {
        let Some(term) = self.term(name)? else { return Ok(None) };
        term.texts().map(Some).ok_or_else(|| ApiError::parameter(name, "is not a List(…) of texts"))
    }

    /// The same where commas stand between plain words: `fields=a,b`.
    pub(super) fn words(&self, name: &str) -> Option<Vec<&str>> {
        let (_, raw) = self.0.iter().find(|(known, _)| known == name)?;
        Some(raw.split(',').filter(|word| !word.is_empty()).collect())
    }

    pub(super) fn number(&self, name: &str, most: usize) -> Result<Option<usize>, ApiError> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        let number = text.parse::<usize>().ok().filter(|number| *number <= most);
        number.map(Some).ok_or_else(|| ApiError::parameter(name, &format!("is not a number of at most {most}")))
    }

    /// Checks which finder is asked.
    pub(super) fn finder(&self, name: &str) -> Result<(), ApiError> {
        if self.text("q")?.as_deref() == Some(name) {
            return Ok(());
        }
        Err(ApiError::parameter("q", &format!("is not {name}")))
    }

    /// The same query with other values for two of its parameters.
    pub(super) fn with(&self, values: [(&str, usize); 2]) -> String {
        let others = self.0.iter().filter(|(name, _)| values.iter().all(|(other, _)| name != other));
        let mut parts: Vec<String> = others.map(|(name, raw)| format!("{name}={raw}")).collect();
        parts.extend(values.map(|(name, value)| format!("{name}={value}")));
        parts.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Term {
        Term::Text(text.to_owned())
    }

    #[test]
    fn structure_is_read_before_it_is_decoded() {
        assert_eq!(Term::parse("urn%3Ali%3Ashare%3A1"), Some(text("urn:li:share:1")));
        assert_eq!(Term::parse("List(a%2Cb,c)"), Some(Term::List(vec![text("a,b"), text("c")])));
        assert_eq!(Term::parse("List()"), Some(Term::List(Vec::new())));
        assert_eq!(Term::parse("List%28a%29"), Some(text("List(a)")), "encoded parentheses are text");
        let range = Term::parse("(start:(year:2026,month:1),of:List(''))").unwrap();
        assert_eq!(range.field("start").unwrap().field("month"), Some(&text("1")));
        assert_eq!(range.field("of").unwrap().texts(), Some(vec![String::new()]));
        let nested = "(entity:urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A1%2C2%29)";
        let nested = Term::parse(nested).unwrap();
        assert_eq!(nested.field("entity"), Some(&text("urn:li:comment:(urn:li:activity:1,2)")));
    }

    #[test]
    fn what_is_not_written_by_the_rules_is_not_read() {
        for raw in [
            "urn:li:share:1",
            "List(urn:li:share:1)",
            "List(a",
            "List(a))",
            "List(a,)",
            "List(,a)",
            "(a)",
            "(a:1,a:2)",
            "(a:1",
            "a,b",
            "%",
            "%2",
            "%zz",
            "%FF",
            "",
            "'a'",
        ] {
            assert_eq!(Term::parse(raw), None, "{raw}");
        }
    }

    #[test]
    fn what_is_encoded_is_read_as_it_was() {
        for raw in ["urn:li:comment:(urn:li:activity:1,2)", "Ünï cödé", "a'b%c&d=e+f"] {
            assert_eq!(Term::parse(&encode(raw)), Some(text(raw)));
        }
    }
}
