//! The actors that are known, and how each is asked for the same thing.

use serde_json::{Map, Value, json};

use crate::error::Error;

/// What is scraped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Who reacted to a post.
    Reactions,
    /// Who commented on a post.
    Comments,
    /// The posts of a profile or a page.
    Posts,
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
            Self::Posts => "posts",
            Self::Profile => "profile",
            Self::Company => "company",
        }
    }

    /// What a job of this kind scrapes; none for jobs of other kinds.
    #[must_use]
    pub fn of_job(kind: &str) -> Option<Self> {
        [Self::Reactions, Self::Comments, Self::Posts, Self::Profile, Self::Company]
            .into_iter()
            .find(|subject| subject.job_kind() == kind)
    }
}

/// An actor for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// Its name in Apify's store.
    pub name: &'static str,
    /// What it scrapes.
    pub subject: Subject,
    /// Under which name it takes the addresses, and whether it takes one or many.
    addresses: (&'static str, bool),
    /// Under which name it takes the most items, if it does.
    limit: Option<&'static str>,
    /// What else it wants to hear, as JSON.
    rest: &'static str,
    /// Megabytes of memory that it needs.
    pub memory_mb: Option<u32>,
}

const fn actor(name: &'static str, subject: Subject, addresses: (&'static str, bool)) -> Actor {
    Actor { name, subject, addresses, limit: None, rest: "{}", memory_mb: None }
}

const MANY: bool = true;
const ONE: bool = false;

/// The actors, the one that is used unless another is named first among those of its subject.  None of these needs cookies but
/// curious_coder's.
pub const ACTORS: [Actor; 11] = [
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
        limit: Some("maxPosts"),
        memory_mb: Some(256),
        ..actor("harvestapi/linkedin-profile-posts", Subject::Posts, ("targetUrls", MANY))
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

impl Actor {
    /// The actor of a subject: the one that is named, in any case and with either separator, or by its owner alone, or else
    /// the usual one.
    ///
    /// # Errors
    /// [`Error::Invalid`], which lists the known ones.
    pub fn find(subject: Subject, name: Option<&str>) -> Result<&'static Self, Error> {
        let mut of_subject = ACTORS.iter().filter(|actor| actor.subject == subject);
        let Some(name) = name else {
            return of_subject.next().ok_or_else(|| Error::invalid("there is no actor for this"));
        };
        let wanted = name.trim().replace('~', "/").to_lowercase();
        let fits = |actor: &&Self| {
            let known = actor.name.to_lowercase();
            known == wanted || known.split('/').next() == Some(&wanted)
        };
        of_subject.find(fits).ok_or_else(|| {
            let known: Vec<&str> =
                ACTORS.iter().filter(|actor| actor.subject == subject).map(|actor| actor.name).collect();
            Error::invalid(format!("the actor {name:?} is not known for this; known are {}", known.join(", ")))
        })
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
        let (name, many) = self.addresses;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subject_has_an_actor_and_one_can_be_named() {
        for kind in ["reactions", "comments", "posts", "profile", "company"] {
            let subject = Subject::of_job(kind).unwrap();
            assert!(Actor::find(subject, None).unwrap().name.starts_with("harvestapi/"), "{kind}");
        }
        let named = Actor::find(Subject::Profile, Some("dev_fusion~linkedin-profile-scraper")).unwrap();
        assert_eq!(named.name, "dev_fusion/Linkedin-Profile-Scraper");
        assert_eq!(
            Actor::find(Subject::Reactions, Some("apimaestro")).unwrap().name,
            "apimaestro/linkedin-post-reactions"
        );
        let unknown = Actor::find(Subject::Company, Some("nobody/nothing")).unwrap_err().to_string();
        assert!(unknown.contains("harvestapi/linkedin-company"), "{unknown}");
    }

    #[test]
    fn an_actor_is_asked_in_its_own_words() {
        let urls = ["https://www.linkedin.com/in/a".to_owned(), "https://www.linkedin.com/in/b".to_owned()];
        let ask =
            |owner: &str, subject| Actor::find(subject, Some(owner)).unwrap().input(&urls, Some(9), &json!({"x": 1}));
        assert_eq!(ask("harvestapi", Subject::Reactions), json!({"posts": urls, "maxItems": 9, "x": 1}));
        assert_eq!(ask("curious_coder", Subject::Reactions), json!({"postUrl": urls[0], "x": 1}));
        assert_eq!(
            ask("harvestapi", Subject::Profile),
            json!({"profileScraperMode": "Profile details no email ($4 per 1k)", "urls": urls, "x": 1})
        );
    }

    #[test]
    fn what_else_an_actor_wants_is_json() {
        for actor in ACTORS {
            assert!(serde_json::from_str::<Map<String, Value>>(actor.rest).is_ok(), "{}", actor.name);
        }
    }
}
