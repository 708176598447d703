//! What a column may be read as by what stands in it: an address of a post, a day, a kind of reaction.

use super::columns::columns_of;
use super::dates::{self, DateOrder};
use super::format::Format;
use super::identity::{self, Link};
use super::record::ReactionKind;

/// What all values of a column are.
#[derive(Clone, Copy)]
enum Kind {
    Post,
    Person,
    Email,
    Reaction,
    Day,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Post, Self::Person, Self::Email, Self::Reaction, Self::Day];

    fn is(self, value: &str) -> bool {
        match self {
            Self::Post => identity::post_of(value).is_ok(),
            Self::Person => matches!(identity::parse(value), Ok(Link::Person(_))),
            Self::Email => {
                matches!(value.split_once('@'), Some((name, host)) if !name.is_empty() && host.contains('.'))
                    && !value.contains(char::is_whitespace)
            }
            Self::Reaction => !matches!(ReactionKind::parse(value), ReactionKind::Other(_)),
            // In either order: which of them it is decides whoever reads the whole file.
            Self::Day => [DateOrder::DayFirst, DateOrder::MonthFirst]
                .into_iter()
                .any(|order| dates::parse_when(value, order).is_ok()),
        }
    }

    /// The fields that hold it, in whichever format they are.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Post => &["post_url", "postUrl", "_metadata/post_url", "post_input"],
            Self::Person => &["profileUrl", "actor/linkedinUrl", "reactor/profile_url", "author/profile_url", "url"],
            Self::Email => &["email address"],
            Self::Reaction => &["reactionType", "reaction_type"],
            Self::Day => &["posted_at", "connected on", "start date"],
        }
    }
}

/// Whether a field holds something of a kind, such as addresses of posts, and none of these values is of it.
#[must_use]
pub fn contradicts(field: &str, values: &[String]) -> bool {
    let mut kinds = Kind::ALL.into_iter().filter(|kind| kind.fields().contains(&field)).peekable();
    kinds.peek().is_some() && !values.is_empty() && !kinds.any(|kind| values.iter().any(|value| kind.is(value)))
}

/// The field of a format that holds what all of these values are; nothing, where there are none, or no field is alone of that kind.
#[must_use]
pub fn proposed(format: Format, values: &[String]) -> Option<&'static str> {
    let kind = Kind::ALL.into_iter().find(|kind| !values.is_empty() && values.iter().all(|value| kind.is(value)))?;
    columns_of(format).map(|(field, _)| field).find(|field| kind.fields().contains(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_column_says_what_it_may_be_read_as() {
        let post = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";
        let person = "https://www.linkedin.com/in/sample-one";
        for (format, values, field) in [
            (Format::Posts, &[post][..], Some("post_url")),
            (Format::Posts, &[post, "https://www.linkedin.com/in/sample-one"], None),
            (Format::Posts, &["01.03.2026", "2026-03-05"], Some("posted_at")),
            (Format::Posts, &["Spring"], None),
            (Format::Posts, &[person], None),
            (Format::Posts, &[], None),
            (Format::CuriousCoderReactions, &[person], Some("profileUrl")),
            (Format::CuriousCoderReactions, &["LIKE", "Celebrate"], Some("reactionType")),
            (Format::HarvestapiReactions, &[post], Some("postUrl")),
            (Format::Connections, &["sample@example.com"], Some("email address")),
            (Format::Connections, &["12 Mar 2025"], Some("connected on")),
            (Format::AdPerformance, &["3/12/2026"], Some("start date")),
        ] {
            let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
            assert_eq!(proposed(format, &values), field, "{values:?} of {format:?}");
        }
    }

    #[test]
    fn what_stands_in_a_column_contradicts_what_it_was_read_as() {
        for (field, value, is_other) in [
            ("post_url", "https://www.linkedin.com/in/sample-one", true),
            ("post_url", "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/", false),
            ("posted_at", "soon", true),
            ("post_title", "https://www.linkedin.com/in/sample-one", false),
        ] {
            assert_eq!(contradicts(field, &[value.to_owned()]), is_other, "{field} {value}");
        }
        assert!(!contradicts("post_url", &[]), "of nothing nothing is known");
    }

    #[test]
    fn every_field_that_is_proposed_is_one_of_a_format() {
        for field in Kind::ALL.into_iter().flat_map(Kind::fields) {
            let known = Format::ALL.into_iter().any(|format| columns_of(format).any(|(known, _)| known == *field));
            assert!(known, "{field}");
        }
    }
}
