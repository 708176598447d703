//! Field mappings: how the items of a scraper whose shape is its own become items of a shape that is read.
//!
//! Whoever uses such a scraper says where in its items a field is, by the names of [`fields_of`]; what comes out has the shape of
//! harvestapi's actor for the same thing, and is read like one of its items.

use serde_json::{Map, Value};

use super::detect::required;
use super::fields::place;
use super::format::Format;
use super::item::walk;
use super::shown::printable;

/// What stands in a path for each element of a list.
const EACH: &str = "[]";
/// Elements of a list that are taken over, which is more than anybody's profile is kept of.
const ELEMENTS: usize = 100;

/// The fields that can be mapped: the name, and where harvestapi's items have it.
type Known = &'static [(&'static str, &'static str)];

const REACTIONS: Known = &[
    ("reaction_type", "reactionType"),
    ("name", "actor/name"),
    ("headline", "actor/position"),
    ("linkedin_url", "actor/linkedinUrl"),
    ("member_id", "actor/id"),
    ("picture_url", "actor/pictureUrl"),
    ("post_url", "postUrl"),
];

const COMMENTS: Known = &[
    ("comment_id", "id"),
    ("parent_comment_id", "parentCommentId"),
    ("comment_text", "commentary"),
    ("commented_at", "createdAt"),
    ("name", "actor/name"),
    ("headline", "actor/position"),
    ("linkedin_url", "actor/linkedinUrl"),
    ("member_id", "actor/id"),
    ("picture_url", "actor/pictureUrl"),
    ("post_url", "linkedinUrl"),
];

const PROFILES: Known = &[
    ("name", "fullName"),
    ("first_name", "firstName"),
    ("last_name", "lastName"),
    ("headline", "headline"),
    ("linkedin_url", "linkedinUrl"),
    ("member_id", "id"),
    ("slug", "publicIdentifier"),
    ("about", "about"),
    ("location", "location/linkedinText"),
    ("country", "location/countryCode"),
    ("email", "email"),
    ("picture_url", "photo"),
    ("connections", "connectionsCount"),
    ("followers", "followerCount"),
    ("positions/[]/title", "experience/[]/position"),
    ("positions/[]/company", "experience/[]/companyName"),
    ("positions/[]/company_url", "experience/[]/companyLinkedinUrl"),
    ("positions/[]/company_id", "experience/[]/companyId"),
    ("positions/[]/location", "experience/[]/location"),
    ("positions/[]/employment_type", "experience/[]/employmentType"),
    ("positions/[]/started_on", "experience/[]/startDate"),
    ("positions/[]/ended_on", "experience/[]/endDate"),
    ("positions/[]/description", "experience/[]/description"),
    ("education/[]/school", "education/[]/schoolName"),
    ("education/[]/degree", "education/[]/degree"),
    ("education/[]/field", "education/[]/fieldOfStudy"),
    ("education/[]/started_on", "education/[]/startDate"),
    ("education/[]/ended_on", "education/[]/endDate"),
    ("skills/[]", "skills/[]"),
];

const COMPANIES: Known = &[
    ("name", "name"),
    ("linkedin_url", "linkedinUrl"),
    ("company_id", "id"),
    ("slug", "universalName"),
    ("website", "website"),
    ("industry", "industries/0"),
    ("employees", "employeeCount"),
    ("location", "locations/0/parsed/text"),
    ("country", "locations/0/country"),
    ("founded", "foundedOn/year"),
    ("tagline", "tagline"),
    ("about", "description"),
    ("followers", "followerCount"),
    ("logo_url", "logo"),
    ("type", "companyType"),
    ("specialities/[]", "specialities/[]"),
];

/// The fields that can be mapped onto a format; none for those that are nobody's scraper's.
const fn known(format: Format) -> Known {
    match format {
        Format::HarvestapiReactions => REACTIONS,
        Format::HarvestapiComments => COMMENTS,
        Format::HarvestapiProfiles => PROFILES,
        Format::HarvestapiCompanies => COMPANIES,
        _ => &[],
    }
}

/// Fields of which a mapping needs one each, since without it no item can be used.
const fn needed(format: Format) -> &'static [&'static [&'static str]] {
    match format {
        Format::HarvestapiReactions => &[&["linkedin_url", "member_id"], &["reaction_type"]],
        Format::HarvestapiComments => &[&["linkedin_url", "member_id"], &["comment_id"]],
        Format::HarvestapiProfiles => &[&["linkedin_url", "member_id", "slug"]],
        Format::HarvestapiCompanies => &[&["linkedin_url", "company_id", "slug"], &["name"]],
        _ => &[],
    }
}

/// The names that a mapping onto a format may use, in the order in which they are listed to a user.
pub fn fields_of(format: Format) -> impl Iterator<Item = &'static str> {
    known(format).iter().map(|(name, _)| *name)
}

/// Where a field comes from.
#[derive(Clone, Debug, PartialEq)]
enum From {
    /// A path in the scraper's item.
    Path(String),
    /// The same for every item.
    Value(Value),
}

/// How items become those of a format.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    format: Format,
    /// Where each goes, and whence.
    fields: Vec<(&'static str, From)>,
}

impl Mapping {
    /// Reads a mapping onto a format: an object whose names are those of [`fields_of`], and whose values are paths such as
    /// `member/0/fullName` (`[]` stands for each element of a list, in both), or `{"value": …}` for what is the same in all.
    ///
    /// # Errors
    /// In words, with the name that is wrong.
    pub fn read(format: Format, told: &Value) -> Result<Self, String> {
        let told = told.as_object().filter(|told| !told.is_empty());
        let told =
            told.ok_or("a mapping is an object of at least one field, such as {\"name\": \"member/fullName\"}")?;
        let mut fields = Vec::with_capacity(told.len());
        for (name, from) in told {
            let Some((known, to)) = known(format).iter().find(|(known, _)| known == name) else {
                let names: Vec<&str> = fields_of(format).collect();
                let name = printable(name, 40);
                return Err(format!("there is no field {name:?} for this; there are {}", names.join(", ")));
            };
            let from = match from {
                Value::String(path) if !path.is_empty() => {
                    let each = |path: &str| path.split('/').filter(|part| *part == EACH).count();
                    if each(path) != each(to) {
                        return Err(format!(
                            "{known:?} and where it comes from must name as many lists, each as {EACH:?}"
                        ));
                    }
                    From::Path(path.clone())
                }
                Value::Object(of) if of.len() == 1 && !to.contains(EACH) => match of.get("value") {
                    Some(value @ (Value::String(_) | Value::Number(_) | Value::Bool(_))) => From::Value(value.clone()),
                    _ => return Err(format!("{known:?} needs a path, or {{\"value\": \"…\"}}")),
                },
                _ => return Err(format!("{known:?} needs a path as a text, such as \"member/fullName\"")),
            };
            fields.push((*to, from));
        }
        for names in needed(format) {
            if !names.iter().any(|name| told.contains_key(*name)) {
                return Err(format!("without {} no item can be used; say where it is", names.join(" or ")));
            }
        }
        Ok(Self { format, fields })
    }

    /// The format that items have afterwards.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// An item of the format with what this one says.  What a scraper says of its own failure stays.
    #[must_use]
    pub fn apply(&self, item: &Value) -> Value {
        // By these names the format is known, also where an item says nothing under them.
        let names = required(self.format).iter().filter_map(|names| names.first());
        let mut mapped: Value = names.map(|name| ((*name).to_owned(), Value::Null)).collect::<Map<_, _>>().into();
        if let Some(error) = item.get("error") {
            mapped["error"] = error.clone();
        }
        for (to, from) in &self.fields {
            match from {
                From::Value(value) => put(&mut mapped, to, value),
                From::Path(path) => copy(&mut mapped, to, item, path),
            }
        }
        mapped
    }
}

fn copy(mapped: &mut Value, to: &str, item: &Value, from: &str) {
    let Some(each) = from.split('/').position(|part| part == EACH) else {
        if let Some(value) = walk(item, from) {
            put(mapped, to, value);
        }
        return;
    };
    let list: Vec<&str> = from.split('/').take(each).collect();
    let list = if list.is_empty() { Some(item) } else { walk(item, &list.join("/")) };
    for index in 0..list.and_then(Value::as_array).map_or(0, |list| list.len().min(ELEMENTS)) {
        let index = index.to_string();
        copy(mapped, &to.replacen(EACH, &index, 1), item, &from.replacen(EACH, &index, 1));
    }
}

fn put(mapped: &mut Value, to: &str, value: &Value) {
    if let Some(place) = place(mapped, to) {
        *place = value.clone();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::import::{Options, Outcome, Reader, Record};

    fn record(format: Format, item: &Value) -> Record {
        let options = Options { format: Some(format), ..Options::default() };
        let text = format!("{item}\n");
        let mut reader = Reader::open(text.as_bytes(), &options).unwrap();
        match reader.next().unwrap().unwrap() {
            Outcome::Record { record, .. } => record,
            other => panic!("{item}: {other:?}"),
        }
    }

    #[test]
    fn items_of_a_shape_of_their_own_are_read_like_those_of_a_known_one() {
        let told = json!({
            "name": "who/0/fullName", "linkedin_url": "who/0/link", "reaction_type": {"value": "LIKE"}, "headline": "who/0/title",
        });
        let mapping = Mapping::read(Format::HarvestapiReactions, &told).unwrap();
        let item = json!({"who": [{"fullName": "Ada L.", "link": "https://www.linkedin.com/in/ada-l", "title": null}]});
        let Record::Reaction(reaction) = record(mapping.format(), &mapping.apply(&item)) else { panic!() };
        assert_eq!(
            (reaction.actor.name.as_deref(), reaction.actor.person.slug.as_deref(), reaction.reaction.name()),
            (Some("Ada L."), Some("ada-l"), "like")
        );
    }

    #[test]
    fn lists_are_taken_element_by_element() {
        let told = json!({
            "name": "n", "slug": "id", "positions/[]/title": "jobs/[]/role/0", "positions/[]/company": "jobs/[]/at",
            "positions/[]/ended_on": "jobs/[]/until", "skills/[]": "can/[]/label",
        });
        let mapping = Mapping::read(Format::HarvestapiProfiles, &told).unwrap();
        let item = json!({
            "n": "Ada L.", "id": "ada-l", "can": [{"label": "Rust"}, {"label": "SQL"}],
            "jobs": [{"role": ["CTO"], "at": "Acme"}, {"role": [], "at": "Globex", "until": "2020-05"}],
        });
        let Record::Profile(profile) = record(mapping.format(), &mapping.apply(&item)) else { panic!() };
        let jobs: Vec<_> = profile
            .positions
            .iter()
            .map(|job| (job.title.as_deref(), job.employer.name.as_deref(), job.ends.as_deref()))
            .collect();
        assert_eq!(jobs, [(Some("CTO"), Some("Acme"), None), (None, Some("Globex"), Some("2020-05"))]);
        assert_eq!(profile.skills, ["Rust", "SQL"]);
    }

    /// A name that is offered and then ignored would be worse than none.
    #[test]
    fn whatever_can_be_mapped_is_read() {
        let member = "ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ0123456789a";
        let docs = include_str!("../../docs/linkedin.md");
        let values = |name: &str| -> Value {
            match name.rsplit('/').next().unwrap_or(name) {
                "linkedin_url" => json!("https://www.linkedin.com/in/ada-l"),
                "member_id" => json!(member),
                "slug" => json!("ada-l"),
                "reaction_type" => json!("PRAISE"),
                "post_url" => json!("https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/"),
                "comment_id" => json!("7345012345678901249"),
                "parent_comment_id" => json!("7345012345678901250"),
                "commented_at" => json!("2025-06-29T10:00:00Z"),
                "picture_url" | "website" | "logo_url" => json!("https://example.org/a"),
                "company_url" => json!("https://www.linkedin.com/company/acme"),
                "company_id" => json!("1234"),
                "country" => json!("DE"),
                "started_on" | "ended_on" => json!("2020-05"),
                "connections" | "followers" | "employees" => json!(77),
                "founded" => json!(1999),
                "email" => json!("ada@example.org"),
                "[]" => json!(["x"]),
                name => json!(format!("the {name}")),
            }
        };
        for format in [
            Format::HarvestapiReactions,
            Format::HarvestapiComments,
            Format::HarvestapiProfiles,
            Format::HarvestapiCompanies,
        ] {
            let told: Map<String, Value> = fields_of(format).map(|name| (name.to_owned(), json!(name))).collect();
            let mut item = json!({});
            for name in fields_of(format) {
                let value = if format == Format::HarvestapiCompanies && name == "linkedin_url" {
                    json!("https://www.linkedin.com/company/ada-l")
                } else {
                    values(name)
                };
                if let Some(list) = name.strip_suffix("/[]") {
                    item[list] = value;
                } else {
                    put(&mut item, &name.replace(EACH, "0"), &value);
                }
            }
            let read = |told: &Map<String, Value>| {
                let mapping = Mapping::read(format, &Value::Object(told.clone()))?;
                let text = format!("{}\n", mapping.apply(&item));
                let options = Options { format: Some(format), ..Options::default() };
                let mut reader = Reader::open(text.as_bytes(), &options).map_err(|error| error.to_string())?;
                Ok::<String, String>(format!("{:?}", reader.next()))
            };
            let whole = read(&told).unwrap();
            assert!(whole.contains("Record"), "{whole}");
            for word in fields_of(format).flat_map(|name| name.split('/')) {
                assert!(docs.contains(word), "docs/linkedin.md does not tell of {word}");
            }
            // These say the same as another of the same item.
            let doubled: &[&str] = match format {
                Format::HarvestapiProfiles | Format::HarvestapiCompanies => &["linkedin_url", "slug"],
                Format::HarvestapiComments => &["commented_at"],
                _ => &[],
            };
            for name in fields_of(format).filter(|name| !doubled.contains(name)) {
                let mut without = told.clone();
                without.remove(name);
                assert_ne!(read(&without).as_ref(), Ok(&whole), "{format}: {name} is not read");
            }
        }
    }

    #[test]
    fn a_mapping_that_cannot_be_meant_is_refused_with_what_is_wrong() {
        for (told, says) in [
            (json!([]), "at least one field"),
            (json!({}), "at least one field"),
            (json!({"nmae": "x"}), "there is no field \"nmae\" for this; there are name, first_name"),
            (json!({"name": "x"}), "without linkedin_url or member_id or slug no item can be used"),
            (json!({"name": 7}), "\"name\" needs a path"),
            (json!({"name": {"value": null}}), "\"name\" needs a path, or"),
            (json!({"positions/[]/title": "title"}), "as many lists"),
            (json!({"name": "names/[]"}), "as many lists"),
        ] {
            let error = Mapping::read(Format::HarvestapiProfiles, &told).unwrap_err();
            assert!(error.contains(says), "{told}: {error}");
        }
        assert!(Mapping::read(Format::Posts, &json!({"name": "x"})).is_err());
    }
}
