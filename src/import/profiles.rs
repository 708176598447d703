//! Profiles of people, in the shapes of three makers of Apify actors.

mod apimaestro;
mod dates;
mod dev_fusion;
mod harvestapi;

use serde_json::{Map, Value};

use super::companies::Employer;
use super::fields::Fields;
use super::format::Format;
use super::identity::{self, CompanyKey, Link, PersonKey};
use super::item::KEY_LIMIT;
use super::outcome::{Bad, SkipReason, Verdict};
use super::people::{ANONYMOUS, HEADLINE};
use super::record::Record;

/// Characters of the text about somebody, of which LinkedIn allows 2,600.
const ABOUT: usize = 10_000;
/// Characters of what is said of a position.
const DESCRIPTION: usize = 2_000;
/// Positions, schools and skills that are kept.
const ENTRIES: usize = 100;
/// Bytes of an e-mail address, as mail itself limits them.
const EMAIL_LIMIT: usize = 254;

/// The full profile of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The names under which the person is known: in general the member id and the slug, which makes one of whom was two.
    pub person: PersonKey,
    /// Full name.
    pub name: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// The line under the name.
    pub headline: Option<String>,
    /// The text about themselves.
    pub about: Option<String>,
    /// Place, in words.
    pub location: Option<String>,
    /// Two capital letters.
    pub country: Option<String>,
    /// The country's name, where no letters are given.
    pub country_name: Option<String>,
    /// E-mail; lower case.
    pub email: Option<String>,
    /// Where the picture was.
    pub picture_url: Option<String>,
    /// Present and past positions, as LinkedIn orders them.
    pub positions: Vec<Job>,
    /// Schools.
    pub education: Vec<School>,
    /// Skills.
    pub skills: Vec<String>,
    /// What else is said: counts and flags, under names of ours.
    pub extra: Map<String, Value>,
}

impl Profile {
    /// The position that counts: the first that has not ended. LinkedIn puts those of today first, the latest begun above.
    #[must_use]
    pub fn current(&self) -> Option<&Job> {
        let mut current = self.positions.iter().filter(|position| position.is_current);
        // A position without a title says less than the next that has one.
        current.clone().find(|position| position.title.is_some()).or_else(|| current.next())
    }
}

/// A position at an employer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Job {
    /// Title.
    pub title: Option<String>,
    /// Who employs.
    pub employer: Employer,
    /// Where.
    pub location: Option<String>,
    /// Full-time, freelance and so on, as LinkedIn shows it.
    pub employment_type: Option<String>,
    /// `2023-07`, or `2023` where the month is not said.
    pub starts: Option<String>,
    /// The same; nothing where it goes on.
    pub ends: Option<String>,
    /// Whether it goes on.
    pub is_current: bool,
    /// What is said of it.
    pub description: Option<String>,
}

/// A school.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct School {
    /// Its name.
    pub school: Option<String>,
    /// The degree.
    pub degree: Option<String>,
    /// The subject.
    pub field: Option<String>,
    /// `2003`, or `2003-09`.
    pub starts: Option<String>,
    /// The same.
    pub ends: Option<String>,
}

/// Where an item says what cannot be read alike in all shapes.
struct Shape {
    ids: &'static [&'static str],
    slugs: &'static [&'static str],
    urls: &'static [&'static str],
    full_name: &'static [&'static str],
    first_name: &'static [&'static str],
    last_name: &'static [&'static str],
}

/// Reads one item of a data set of profiles.
pub(super) fn read(format: Format, value: &Value) -> Result<Verdict, Bad> {
    let fields = Fields(value);
    let shape = match format {
        Format::DevFusionProfiles => &dev_fusion::SHAPE,
        Format::ApimaestroProfiles => &apimaestro::SHAPE,
        _ => &harvestapi::SHAPE,
    };
    let first_name = fields.cut(shape.first_name, KEY_LIMIT);
    let last_name = fields.cut(shape.last_name, KEY_LIMIT);
    let name = fields.cut(shape.full_name, KEY_LIMIT).or_else(|| {
        let parts: Vec<&str> = [&first_name, &last_name].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| super::fields::cut(parts.join(" "), KEY_LIMIT))
    });
    if let Some(verdict) = failed(fields, name.is_some())? {
        return Ok(verdict);
    }
    let is_hidden = fields.flag(&["hidden", "basic_info/hidden"]) == Some(true);
    if is_hidden || name.as_ref().is_some_and(|name| ANONYMOUS.contains(&name.to_lowercase().as_str())) {
        return Ok(Verdict::Skip(SkipReason::AnonymousMember, None));
    }
    let Some(person) = person(fields, shape)? else {
        return Ok(Verdict::Skip(SkipReason::CompanyPage, None));
    };
    let mut profile = match format {
        Format::DevFusionProfiles => dev_fusion::profile(fields),
        Format::ApimaestroProfiles => apimaestro::profile(fields),
        _ => harvestapi::profile(fields),
    };
    profile.positions.truncate(ENTRIES);
    profile.education.truncate(ENTRIES);
    profile.skills.truncate(ENTRIES);
    if let Some(position) = profile.current()
        && position.employer.name.as_ref().is_some_and(|name| name.chars().nth(KEY_LIMIT).is_some())
    {
        return Err(Bad::whole(format!("the employer's name is longer than {KEY_LIMIT} characters")));
    }
    for position in &mut profile.positions {
        position.employer.name = position.employer.name.take().map(|name| super::fields::cut(name, KEY_LIMIT));
    }
    let profile = Profile { person, name, first_name, last_name, ..profile };
    Ok(Verdict::Record(Record::Profile(Box::new(profile))))
}

/// What an item is that tells of a failure, or nothing for one that does not.
pub(super) fn failed(fields: Fields<'_>, has_name: bool) -> Result<Option<Verdict>, Bad> {
    if has_name {
        return Ok(None);
    }
    let error = fields.text(&["error", "error/message", "errorMessage", "message"]);
    let status = fields.number(&["status", "statusCode", "error/statusCode"]);
    let Some(error) = error.or_else(|| status.filter(|status| *status >= 400).map(|status| format!("status {status}")))
    else {
        return Ok(None);
    };
    let words = error.to_lowercase();
    let says = |phrase: &&str| words.contains(*phrase);
    if status == Some(404) || ["not found", "no profile", "not exist", "notfound", "no such"].iter().any(says) {
        return Ok(Some(Verdict::Skip(SkipReason::NotFound, None)));
    }
    let path = if fields.has("error") { "error" } else { "status" };
    Err(Bad::new(path, format!("the scraper failed at this item: {error}")))
}

/// Who this is; nothing for the page of a company.
fn person(fields: Fields<'_>, shape: &Shape) -> Result<Option<PersonKey>, Bad> {
    let mut key = PersonKey::default();
    let (mut company, mut wrong) = (false, None);
    // The id first, then the name of today: the address may be the one that was asked for, and lead here from an older name.
    for path in shape.ids {
        let Some(text) = fields.text(&[path]) else { continue };
        match identity::parse(&text) {
            Ok(Link::Person(found)) => add(&mut key, found, path)?,
            Ok(Link::Company(_)) => company = true,
            _ => {}
        }
    }
    for path in shape.slugs {
        let Some(text) = fields.text(&[path]) else { continue };
        match identity::parse(&format!("https://www.linkedin.com/in/{text}")) {
            Ok(Link::Person(found)) => add(&mut key, found, path)?,
            _ => wrong = wrong.or(Some(Bad::new(*path, "the name in the address is not valid"))),
        }
    }
    for path in shape.urls {
        let Some(text) = fields.text(&[path]) else { continue };
        match identity::parse(&text) {
            Ok(Link::Person(found)) => add(&mut key, found, path)?,
            Ok(Link::Company(_)) => company = true,
            Ok(_) => wrong = wrong.or(Some(Bad::new(*path, "the address is not that of a person"))),
            Err(error) => wrong = wrong.or(Some(Bad::new(*path, error.to_string()))),
        }
    }
    if key.member_id.is_some() || key.slug.is_some() {
        return Ok(Some(key));
    }
    if company {
        return Ok(None);
    }
    Err(wrong.unwrap_or_else(|| Bad::whole("there is neither the address nor the id of a person")))
}

/// Adds what a field says. Two slugs are one member's of two times, and the first stays; two member ids are two people.
fn add(key: &mut PersonKey, found: PersonKey, path: &str) -> Result<(), Bad> {
    if matches!((&key.member_id, &found.member_id), (Some(a), Some(b)) if a != b) {
        return Err(Bad::new(path, "the id and the address belong to two different members"));
    }
    key.member_id = key.member_id.take().or(found.member_id);
    key.slug = key.slug.take().or(found.slug);
    key.sales_nav_id = key.sales_nav_id.take().or(found.sales_nav_id);
    Ok(())
}

/// What all shapes say alike, under the given paths.
struct Common<'a> {
    headline: &'a [&'a str],
    about: &'a [&'a str],
    location: &'a [&'a str],
    country: &'a [&'a str],
    country_name: &'a [&'a str],
    email: &'a [&'a str],
    picture: &'a [&'a str],
}

fn common(fields: Fields<'_>, paths: &Common<'_>) -> Profile {
    Profile {
        headline: fields.cut(paths.headline, HEADLINE).filter(|headline| headline != "--"),
        about: fields.cut(paths.about, ABOUT),
        location: fields.cut(paths.location, KEY_LIMIT),
        country: fields.text(paths.country).and_then(|code| super::companies::country(&code)),
        country_name: fields.cut(paths.country_name, KEY_LIMIT),
        email: fields
            .text(paths.email)
            .map(|email| email.to_lowercase())
            .filter(|email| email.len() <= EMAIL_LIMIT && super::connections::is_email(email)),
        picture_url: fields
            .text(paths.picture)
            .filter(|url| url.len() <= super::item::ADDRESS_LIMIT && url.starts_with("http")),
        ..Profile::default()
    }
}

/// The page of an employer. Those without one have the address of a search, which is no key of anything.
fn employer_key(fields: Fields<'_>, urls: &[&str], ids: &[&str], slugs: &[&str]) -> CompanyKey {
    let mut key = CompanyKey::default();
    let ids = ids.iter().chain(urls).filter_map(|path| fields.text(&[path]));
    for text in ids {
        let found = match identity::parse(&text) {
            Ok(Link::Company(found)) => found,
            Err(_) if text.len() <= 19 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                CompanyKey { id: Some(text), slug: None }
            }
            _ => continue,
        };
        key.id = key.id.take().or(found.id);
        key.slug = key.slug.take().or(found.slug);
    }
    if let Some(slug) = fields.text(slugs)
        && let Ok(Link::Company(found)) = identity::parse(&format!("https://www.linkedin.com/company/{slug}"))
    {
        key.slug = found.slug.or(key.slug);
    }
    key
}

/// Names in a list of objects or of texts.
fn names<'a>(list: impl Iterator<Item = Fields<'a>>, paths: &[&str]) -> Vec<String> {
    let name = |entry: Fields<'a>| match entry.0 {
        Value::String(text) => Some(text.trim().replace('\0', "\u{fffd}")).filter(|text| !text.is_empty()),
        _ => entry.text(paths),
    };
    let mut names: Vec<String> = Vec::new();
    for found in list.filter_map(name).take(ENTRIES) {
        let found = super::fields::cut(found, KEY_LIMIT);
        if !names.contains(&found) {
            names.push(found);
        }
    }
    names
}

/// Puts into `extra` what is known of counts and flags: each of ours with the paths under which it may be.
fn extra(fields: Fields<'_>, numbers: &[(&str, &[&str])], flags: &[(&str, &[&str])]) -> Map<String, Value> {
    let numbers = numbers.iter().filter_map(|(name, paths)| Some(((*name).to_owned(), fields.number(paths)?.into())));
    let flags = flags.iter().filter_map(|(name, paths)| Some(((*name).to_owned(), fields.flag(paths)?.into())));
    numbers.chain(flags).collect()
}

#[cfg(test)]
mod tests;
