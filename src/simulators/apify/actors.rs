//! The actors that the simulator has: scrapers of LinkedIn by four makers, and what they find.

mod apimaestro;
mod curious_coder;
mod dev_fusion;
mod harvestapi;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{errors::ApiError, run::dollars};
use crate::{
    import::identity::{self, Link, PersonKey},
    simulators::population::{Company, Member, Population, Post, Reaction, Reactor, Visibility},
};

/// An actor of the store.
#[derive(Debug)]
pub(super) struct Actor {
    pub(super) id: &'static str,
    /// `owner/name`
    pub(super) name: &'static str,
    pub(super) build_number: &'static str,
    pub(super) memory_mbytes: u32,
    pub(super) pricing: Pricing,
    /// What one item costs, in millionths of a dollar.
    pub(super) micros: u32,
    work: fn(&mut Scene<'_>) -> Result<Vec<Item>, ApiError>,
}

/// How an actor is paid. It decides what the caller is told of the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pricing {
    /// A start and events, which the run counts.
    PerEvent { event: &'static str },
    /// The items of the data set, of which the run tells nothing.
    PerItem,
}

const fn actor(
    (id, name): (&'static str, &'static str),
    build_number: &'static str,
    pricing: Pricing,
    micros: u32,
    work: fn(&mut Scene<'_>) -> Result<Vec<Item>, ApiError>,
) -> Actor {
    Actor { id, name, build_number, memory_mbytes: 256, pricing, micros, work }
}

/// Two opaque ids of the scrapers of reactions and comments by apimaestro, and that of the profiles by harvestapi, are those
/// of the store; the others are invented. So are the prices, in their order of magnitude.
static ACTORS: [Actor; 12] = [
    actor(
        ("LpVuK3Zozwuipa5bp", "harvestapi/linkedin-profile-scraper"),
        "0.0.120",
        Pricing::PerEvent { event: "profile" },
        4_000,
        harvestapi::profiles,
    ),
    actor(
        ("hQ2rSimPostReact1", "harvestapi/linkedin-post-reactions"),
        "0.0.48",
        Pricing::PerEvent { event: "post-reaction" },
        2_000,
        harvestapi::reactions,
    ),
    actor(
        ("hQ2rSimPostCommnt", "harvestapi/linkedin-post-comments"),
        "0.0.41",
        Pricing::PerEvent { event: "post-comment" },
        2_000,
        harvestapi::comments,
    ),
    actor(
        ("hQ2rSimProfPosts1", "harvestapi/linkedin-profile-posts"),
        "0.0.95",
        Pricing::PerEvent { event: "post" },
        2_000,
        harvestapi::posts,
    ),
    actor(
        ("hQ2rSimCompanies1", "harvestapi/linkedin-company"),
        "0.0.33",
        Pricing::PerEvent { event: "company" },
        4_000,
        harvestapi::companies,
    ),
    actor(
        ("dF7uSimProfiles01", "dev_fusion/Linkedin-Profile-Scraper"),
        "1.1.12",
        Pricing::PerItem,
        10_000,
        dev_fusion::profiles,
    ),
    actor(
        ("dF7uSimCompanies1", "dev_fusion/Linkedin-Company-Scraper"),
        "1.0.9",
        Pricing::PerItem,
        8_000,
        dev_fusion::companies,
    ),
    actor(
        ("J9UfswnR3Kae4O6vm", "apimaestro/linkedin-post-reactions"),
        "0.2.3",
        Pricing::PerItem,
        5_000,
        apimaestro::reactions,
    ),
    actor(
        ("2XnpwxfhSW1fAWElp", "apimaestro/linkedin-post-comments-replies-engagements-scraper-no-cookies"),
        "0.1.17",
        Pricing::PerItem,
        5_000,
        apimaestro::comments,
    ),
    actor(
        ("aM4eSimProfPosts1", "apimaestro/linkedin-profile-posts"),
        "0.3.1",
        Pricing::PerItem,
        5_000,
        apimaestro::posts,
    ),
    actor(
        ("aM4eSimProfDetail", "apimaestro/linkedin-profile-detail"),
        "0.2.8",
        Pricing::PerItem,
        5_000,
        apimaestro::details,
    ),
    actor(
        ("cC9oSimPostReact1", "curious_coder/linkedin-post-reactions-scraper"),
        "2.0.4",
        Pricing::PerItem,
        1_500,
        curious_coder::reactions,
    ),
];

/// The least that a run may be capped to, in dollars.
pub(super) const LEAST_CAP: f64 = 0.01;

/// The actor with this id, which is opaque, or its owner and name with a tilde between them, in any case.
pub(super) fn find(id: &str) -> Option<&'static Actor> {
    ACTORS.iter().find(|actor| actor.id == id || actor.name.replace('/', "~").eq_ignore_ascii_case(id))
}

impl Actor {
    /// What a start costs, in millionths of a dollar.
    pub(super) const fn start_micros(&self) -> u64 {
        match self.pricing {
            Pricing::PerEvent { .. } => 50,
            Pricing::PerItem => 0,
        }
    }

    pub(super) fn pricing_info(&self) -> Value {
        let price = dollars(u64::from(self.micros));
        match self.pricing {
            Pricing::PerEvent { event } => json!({
                "pricingModel": "PAY_PER_EVENT",
                "pricingPerEvent": { "actorChargeEvents": {
                    "apify-actor-start": { "eventTitle": "Actor start", "eventPriceUsd": dollars(self.start_micros()) },
                    event: { "eventTitle": event, "eventPriceUsd": price },
                } },
                "minimalMaxTotalChargeUsd": LEAST_CAP,
            }),
            Pricing::PerItem => json!({
                "pricingModel": "PRICE_PER_DATASET_ITEM",
                "unitName": "result",
                "pricePerUnitUsd": price,
            }),
        }
    }

    /// Describes the actor.
    pub(super) fn to_json(&self) -> Value {
        let (owner, name) = self.name.split_once('/').unwrap_or(("", self.name));
        json!({
            "id": self.id,
            "name": name,
            "username": owner,
            "isPublic": true,
            "defaultRunOptions": { "build": "latest", "timeoutSecs": 3_600, "memoryMbytes": self.memory_mbytes },
            "pricingInfos": [self.pricing_info()],
        })
    }

    /// Everything that the actor finds for an input.
    pub(super) fn work(&self, scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
        (self.work)(scene)
    }
}

/// An item of a data set, and whether it is paid for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) value: Value,
    pub(super) is_charged: bool,
}

impl Item {
    pub(super) const fn paid(value: Value) -> Self {
        Self { value, is_charged: true }
    }

    pub(super) const fn free(value: Value) -> Self {
        Self { value, is_charged: false }
    }
}

/// What an actor works with.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) people: &'a mut Population,
    pub(super) input: &'a Value,
    pub(super) now: Timestamp,
    /// Whether profiles come in the shape of before 2025, from actors that have changed it since.
    pub(super) legacy: bool,
}

impl Scene<'_> {
    /// The texts of the first of these fields that has any. Makers spell lists as a list, as one text, or as a list of `url`s.
    fn texts(&self, fields: &[&str]) -> Vec<String> {
        let text_of = |value: &Value| {
            let text = value.as_str().or_else(|| value.get("url")?.as_str()).map(str::trim)?;
            (!text.is_empty()).then(|| text.to_owned())
        };
        let all = fields.iter().map(|field| match &self.input[*field] {
            Value::Array(list) => list.iter().filter_map(text_of).collect(),
            one => text_of(one).into_iter().collect::<Vec<_>>(),
        });
        all.into_iter().find(|texts| !texts.is_empty()).unwrap_or_default()
    }

    /// The same where there has to be one.
    fn needed(&self, fields: &[&str]) -> Result<Vec<String>, ApiError> {
        let texts = self.texts(fields);
        if texts.is_empty() {
            let message = format!("Input is not valid: Field input.{} is required", fields[0]);
            return Err(ApiError::bad("invalid-input", message));
        }
        Ok(texts)
    }

    fn number(&self, field: &str) -> Option<usize> {
        self.input[field].as_u64().and_then(|number| usize::try_from(number).ok()).filter(|number| *number > 0)
    }

    /// The member whom an address, an id or a vanity name means; none for somebody whose profile is gone.
    fn member(&mut self, text: &str) -> Option<Member> {
        let key = match identity::parse(text) {
            Ok(Link::Person(key)) => key,
            Ok(_) => return None,
            Err(_) => PersonKey { slug: Some(identity::slug(text).ok()?), ..PersonKey::default() },
        };
        let place = self.people.find(&key)?;
        let member = self.people.members()[place].clone();
        (self.people.visibility(&member) != Visibility::Missing).then_some(member)
    }

    /// The post that an address, a URN or a number means.
    fn post(&self, text: &str) -> Option<Post> {
        let named = match text.parse::<i64>() {
            Ok(id) if id > 0 => identity::PostRef { activity_id: Some(id), ..identity::PostRef::default() },
            _ => match identity::parse(text) {
                Ok(Link::Post(post)) => post,
                _ => return None,
            },
        };
        self.people.post(&named, self.now)
    }

    fn author(&self, post: &Post) -> &Member {
        &self.people.members()[self.people.author(post)]
    }

    /// Who reacts, as lists show them: name, headline, id, address and picture.
    fn shown(&self, reaction: &Reaction) -> Shown<'_> {
        match reaction.reactor {
            Reactor::Member(place) => Shown::Member(&self.people.members()[place]),
            Reactor::Hidden(place) => Shown::Hidden(&self.people.members()[place]),
            Reactor::Page(place) => Shown::Page(&self.people.companies()[place]),
        }
    }
}

/// Who stands in a list.
#[derive(Debug, Clone, Copy)]
enum Shown<'a> {
    Member(&'a Member),
    Hidden(&'a Member),
    Page(&'a Company),
}

impl Shown<'_> {
    /// The headline of a page tells its followers: `12,345 followers`.
    fn headline(&self) -> String {
        match self {
            Self::Member(member) => member.headline.clone().unwrap_or_default(),
            Self::Hidden(_) => String::new(),
            Self::Page(company) => format!("{} followers", thousands(company.followers)),
        }
    }
}

fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Repeats the last item of a page at the beginning of the next, now and then: while a scraper turns the page, somebody new
/// pushes the list down by one.
fn with_overlaps(items: Vec<Item>, page: usize) -> Vec<Item> {
    let mut result: Vec<Item> = Vec::with_capacity(items.len());
    for (place, item) in items.into_iter().enumerate() {
        if place > 0
            && place.is_multiple_of(page)
            && let Some(last) = result.last().cloned()
        {
            result.push(last);
        }
        result.push(item);
    }
    result
}

/// The page of a list that was asked for, which overlaps the one before it for the same reason.
fn page<T: Clone>(list: &[T], number: usize, size: usize) -> Vec<T> {
    let begin = (number.max(1) - 1) * size;
    let end = (begin + size).min(list.len());
    if begin >= end {
        return Vec::new();
    }
    list[begin.saturating_sub(usize::from(begin > 0))..end].iter().take(size).cloned().collect()
}

/// `2 days ago`, roughly.
fn ago(then: Timestamp, now: Timestamp) -> (String, String) {
    let hours = now.duration_since(then).as_hours().max(0);
    let (count, short, long) = match hours {
        ..24 => (hours.max(1), "h", "hour"),
        24..168 => (hours / 24, "d", "day"),
        168..720 => (hours / 168, "w", "week"),
        720..8_760 => (hours / 720, "mo", "month"),
        _ => (hours / 8_760, "yr", "year"),
    };
    (format!("{count}{short}"), format!("{count} {long}{} ago", if count == 1 { "" } else { "s" }))
}
