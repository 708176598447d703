//! The actors that are known, and how each is asked for the same thing; and those that somebody says how to ask.

use serde_json::{Map, Value, json};

use crate::{error::Error, import::Format};

/// What is scraped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Who reacted to a post.
    Reactions,
    /// Who commented on a post.
    Comments,
    /// Profiles of people.
    Profile,
    /// Companies.
    Company,
}

impl Subject {
    /// The kind of job that scrapes it.
    #[must_use]
    pub const fn job_kind(self) -> &'static str {
        match self {
            Self::Reactions => "reactions",
            Self::Comments => "comments",
            Self::Profile => "profile",
            Self::Company => "company",
        }
    }

    /// The format of what the usual actor of it finds, which is also that of items whose fields are mapped.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Reactions => Format::HarvestapiReactions,
            Self::Comments => Format::HarvestapiComments,
            Self::Profile => Format::HarvestapiProfiles,
            Self::Company => Format::HarvestapiCompanies,
        }
    }

    /// What a job of this kind scrapes; none for jobs of other kinds.
    #[must_use]
    pub fn of_job(kind: &str) -> Option<Self> {
        [Self::Reactions, Self::Comments, Self::Profile, Self::Company]
            .into_iter()
            .find(|subject| subject.job_kind() == kind)
    }
}

/// An actor for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor<'a> {
    /// Its name in Apify's store.
    pub name: &'a str,
    /// What it scrapes.
    pub subject: Subject,
    /// Under which name it takes the addresses, and whether it takes one or many; under none, where its input says by itself
    /// where they go.
    addresses: (Option<&'static str>, bool),
    /// Under which name it takes the most items, if it does.
    limit: Option<&'static str>,
    /// What else it wants to hear, as JSON.
    rest: &'static str,
    /// Megabytes of memory that it needs.
    pub memory_mb: Option<u32>,
}

const fn actor(name: &'static str, subject: Subject, addresses: (&'static str, bool)) -> Actor<'static> {
    let addresses = (Some(addresses.0), addresses.1);
    Actor { name, subject, addresses, limit: None, rest: "{}", memory_mb: None }
}

/// What stands for all addresses in the input of an actor that is not known.
const URLS: &str = "{urls}";
/// What stands for the only address.
const URL: &str = "{url}";
/// What stands for the most items; where nobody set one, what is called so is left out.
const MAX: &str = "{max}";

const MANY: bool = true;
const ONE: bool = false;

/// The actors, the one that is used unless another is named first among those of its subject.  None of these needs cookies but
/// curious_coder's.
pub const ACTORS: [Actor<'static>; 10] = [
    Actor {
        limit: Some("maxItems"),
        memory_mb: Some(256),
        ..actor("harvestapi/linkedin-post-reactions", Subject::Reactions, ("posts", MANY))
    },
    Actor {
        limit: Some("limit"),
        rest: r#"{"reaction_type": "ALL"}"#,
        ..actor("apimaestro/linkedin-post-reactions", Subject::Reactions, ("post_urls", MANY))
    },
    actor("curious_coder/linkedin-post-reactions-scraper", Subject::Reactions, ("postUrl", ONE)),
    Actor {
        limit: Some("maxItems"),
        memory_mb: Some(256),
        ..actor("harvestapi/linkedin-post-comments", Subject::Comments, ("posts", MANY))
    },
    Actor {
        limit: Some("limit"),
        ..actor(
            "apimaestro/linkedin-post-comments-replies-engagements-scraper-no-cookies",
            Subject::Comments,
            ("postIds", MANY),
        )
    },
    Actor {
        rest: r#"{"profileScraperMode": "Profile details no email ($4 per 1k)"}"#,
        memory_mb: Some(256),
        ..actor("harvestapi/linkedin-profile-scraper", Subject::Profile, ("urls", MANY))
    },
    actor("dev_fusion/Linkedin-Profile-Scraper", Subject::Profile, ("profileUrls", MANY)),
    actor("apimaestro/linkedin-profile-detail", Subject::Profile, ("username", ONE)),
    Actor { memory_mb: Some(256), ..actor("harvestapi/linkedin-company", Subject::Company, ("companies", MANY)) },
    actor("dev_fusion/Linkedin-Company-Scraper", Subject::Company, ("profileUrls", MANY)),
];

impl<'a> Actor<'a> {
    /// The actor of a subject: the one that is named, in any case and with either separator, or by its owner alone, or else
    /// the usual one.  One that is not known is asked as `input` says, where that says what becomes of the addresses.
    ///
    /// # Errors
    /// [`Error::Invalid`], which lists the known ones.
    pub fn find(subject: Subject, name: Option<&'a str>, input: &Value) -> Result<Self, Error> {
        let mut of_subject = ACTORS.iter().filter(|actor| actor.subject == subject);
        let Some(name) = name else {
            return of_subject.next().copied().ok_or_else(|| Error::invalid("there is no actor for this"));
        };
        let wanted = name.trim().replace('~', "/").to_lowercase();
        let fits = |actor: &&Actor<'_>| {
            let known = actor.name.to_lowercase();
            known == wanted || known.split('/').next() == Some(&wanted)
        };
        if let Some(known) = of_subject.find(fits) {
            return Ok(*known);
        }
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"/~-_.".contains(&c));
        let (many, one) = (mentions(input, URLS), mentions(input, URL));
        if is_name(name.trim()) && many != one {
            return Ok(Self {
                name: name.trim(),
                subject,
                addresses: (None, many),
                limit: None,
                rest: "{}",
                memory_mb: None,
            });
        }
        let known: Vec<&str> = ACTORS.iter().filter(|actor| actor.subject == subject).map(|actor| actor.name).collect();
        Err(Error::invalid(format!(
            "the actor {name:?} is not known for this; known are {}. Any other is asked with --actor-input FILE, the actor's \
             whole input, in which \"{URLS}\" stands for the addresses, or \"{URL}\" for one of them",
            known.join(", ")
        )))
    }

    /// Whether it takes many addresses at once.
    #[must_use]
    pub const fn takes_many(&self) -> bool {
        self.addresses.1
    }

    /// The actor's own input; `extra` is added to it, and wins.
    #[must_use]
    pub fn input(&self, urls: &[String], max_items: Option<u32>, extra: &Value) -> Value {
        let mut input: Map<String, Value> = serde_json::from_str(self.rest).unwrap_or_default();
        let (Some(name), many) = self.addresses else {
            return filled_in(extra, urls, max_items).unwrap_or_default();
        };
        input.insert(name.to_owned(), if many { json!(urls) } else { json!(urls.first()) });
        if let (Some(name), Some(most)) = (self.limit, max_items) {
            input.insert(name.to_owned(), json!(most));
        }
        if let Value::Object(extra) = extra {
            input.extend(extra.clone());
        }
        Value::Object(input)
    }
}

/// Whether a text is a value somewhere in what an actor is told.
fn mentions(input: &Value, text: &str) -> bool {
    match input {
        Value::String(value) => value == text,
        Value::Array(values) => values.iter().any(|value| mentions(value, text)),
        Value::Object(fields) => fields.values().any(|value| mentions(value, text)),
        _ => false,
    }
}

/// An input with what its placeholders stand for; none, where that is nothing.
fn filled_in(input: &Value, urls: &[String], max_items: Option<u32>) -> Option<Value> {
    let inner = |value: &Value| filled_in(value, urls, max_items);
    Some(match input {
        Value::String(text) if text == URLS => json!(urls),
        Value::String(text) if text == URL => json!(urls.first()?),
        Value::String(text) if text == MAX => json!(max_items?),
        Value::Array(values) => values.iter().filter_map(inner).collect(),
        Value::Object(fields) => {
            fields.iter().filter_map(|(name, value)| Some((name.clone(), inner(value)?))).collect()
        }
        other => other.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subject_has_an_actor_and_one_can_be_named() {
        for kind in ["reactions", "comments", "profile", "company"] {
            let subject = Subject::of_job(kind).unwrap();
            assert!(Actor::find(subject, None, &Value::Null).unwrap().name.starts_with("harvestapi/"), "{kind}");
        }
        let find = |subject, name: &'static str| Actor::find(subject, Some(name), &Value::Null);
        let named = find(Subject::Profile, "dev_fusion~linkedin-profile-scraper").unwrap();
        assert_eq!(named.name, "dev_fusion/Linkedin-Profile-Scraper");
        assert_eq!(find(Subject::Reactions, "apimaestro").unwrap().name, "apimaestro/linkedin-post-reactions");
        let unknown = find(Subject::Company, "nobody/nothing").unwrap_err().to_string();
        assert!(unknown.contains("harvestapi/linkedin-company"), "{unknown}");
    }

    #[test]
    fn an_actor_is_asked_in_its_own_words() {
        let urls = ["https://www.linkedin.com/in/a".to_owned(), "https://www.linkedin.com/in/b".to_owned()];
        let ask = |owner: &str, subject| {
            Actor::find(subject, Some(owner), &Value::Null).unwrap().input(&urls, Some(9), &json!({"x": 1}))
        };
        assert_eq!(ask("harvestapi", Subject::Reactions), json!({"posts": urls, "maxItems": 9, "x": 1}));
        assert_eq!(ask("curious_coder", Subject::Reactions), json!({"postUrl": urls[0], "x": 1}));
        assert_eq!(
            ask("harvestapi", Subject::Profile),
            json!({"profileScraperMode": "Profile details no email ($4 per 1k)", "urls": urls, "x": 1})
        );
    }

    #[test]
    fn an_actor_that_is_not_known_is_asked_as_its_input_says() {
        let urls = ["https://www.linkedin.com/in/a".to_owned(), "https://www.linkedin.com/in/b".to_owned()];
        let template =
            json!({"startUrls": [{"method": "GET"}], "profiles": "{urls}", "count": "{max}", "deep": {"x": ["{max}"]}});
        let actor = Actor::find(Subject::Profile, Some("acme/profiles"), &template).unwrap();
        assert_eq!((actor.name, actor.takes_many()), ("acme/profiles", true));
        assert_eq!(
            actor.input(&urls, Some(5), &template),
            json!({"startUrls": [{"method": "GET"}], "profiles": urls, "count": 5, "deep": {"x": [5]}})
        );
        assert_eq!(
            actor.input(&urls, None, &template),
            json!({"startUrls": [{"method": "GET"}], "profiles": urls, "deep": {"x": []}}),
            "a limit that nobody set is not told"
        );
        let one = json!({"startUrls": [{"url": "{url}"}]});
        let actor = Actor::find(Subject::Profile, Some("Xy12"), &one).unwrap();
        assert!(!actor.takes_many());
        assert_eq!(actor.input(&urls, None, &one), json!({"startUrls": [{"url": urls[0]}]}));
        // Without the addresses it would scrape what nobody asked for; with both it is not clear how many runs there are.
        for odd in [json!({}), json!({"a": "{urls}", "b": "{url}"}), json!({"a": "see {urls}"})] {
            let refused = Actor::find(Subject::Profile, Some("acme/profiles"), &odd).unwrap_err().to_string();
            assert!(refused.contains("--actor-input") && refused.contains("{urls}"), "{refused}");
        }
        assert!(Actor::find(Subject::Profile, Some("acme/?x="), &one).is_err());
    }

    #[test]
    fn what_else_an_actor_wants_is_json() {
        for actor in ACTORS {
            assert!(serde_json::from_str::<Map<String, Value>>(actor.rest).is_ok(), "{}", actor.name);
        }
    }
}
