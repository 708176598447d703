//! What a form sends: fields in their order, of which some come more than once.

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

    /// The lines of a field, without those that say nothing.
    pub(super) fn lines(&self, name: &str) -> Vec<&str> {
        self.one(name).lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|one| one == value)
    }

    pub(super) fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
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
