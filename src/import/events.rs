//! Engagements as a webhook tells of them: one object each, of one shape, which docs/webhooks.md describes.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::dates;
use super::item::{Item, Names};
use super::json::replace_bad_escapes;
use super::outcome::{Bad, SkipReason, Verdict};
use super::people::{self, Field};
use super::record::{Reaction, ReactionKind, Record, Share};
use super::shown::printable;

/// The names of [`Field`] in an event.
const NAMES: Names = &[
    &["engagement_type"],
    &["reaction_type"],
    &["person/name"],
    &["person/headline"],
    &["person/linkedin_url"],
    &["person/member_id"],
    &[],
    &[],
    &["post_url"],
    &[],
    &["post_urn"],
    &["comment/id"],
    &[],
    &["comment/text"],
    &["occurred_at"],
    &[],
    &[],
];

/// What an event tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// An engagement.
    Record(Record),
    /// One of which nothing is stored.
    Skipped(SkipReason),
    /// Nothing that can be used.
    Refused {
        /// The field that is wrong, if one is.
        field: Option<String>,
        /// Why, in words.
        reason: String,
    },
}

/// Reads what came as JSON, without what neither PostgreSQL nor a reader can use: NULs and halves of characters.
///
/// # Errors
/// With where in the bytes it is none; nothing of them is repeated.
pub fn payload(mut bytes: Vec<u8>) -> Result<Value, serde_json::Error> {
    replace_bad_escapes(&mut bytes);
    serde_json::from_slice(&bytes)
}

/// Reads an event that came at `now`.
#[must_use]
pub fn event(value: &Value, now: Timestamp) -> Told {
    match read(value, now) {
        Ok(Verdict::Record(record)) => Told::Record(record),
        Ok(Verdict::Skip(reason, _)) => Told::Skipped(reason),
        Ok(Verdict::Structure) => Told::Skipped(SkipReason::EmptyRow),
        Err(Bad { column, reason }) => Told::Refused {
            field: column.map(|column| printable(&column.replace('/', "."), 100)),
            reason: printable(&reason, 1_000),
        },
    }
}

fn read(value: &Value, now: Timestamp) -> Result<Verdict, Bad> {
    if !value.is_object() {
        return Err(Bad::whole("an event must be an object in braces"));
    }
    let item = Item::Json(value, NAMES);
    let bad = |field: Field, reason: &str| item.bad(field as usize, reason);
    let Some(kind) = item.text(Field::Kind as usize)? else {
        return Err(bad(Field::Kind, "the kind of engagement is missing"));
    };
    let occurred_at = occurred_at(&item, now)?;
    let actor = people::actor(&item)?;
    let actor_kind = actor.kind;
    let Some(post) = people::post(&item)? else {
        return Err(bad(Field::PostUrl, "there is neither the address nor the URN of a post"));
    };
    let posted_at = post.posted_at(now);
    let record = match kind.as_ref() {
        "reaction" => {
            let Some(word) = item.text(Field::Reaction as usize)? else {
                return Err(bad(Field::Reaction, "the kind of reaction is missing"));
            };
            let reaction = ReactionKind::parse(&word);
            Record::Reaction(Box::new(Reaction {
                reaction,
                actor,
                post: Some(post),
                posted_at,
                reacted_at: occurred_at,
            }))
        }
        "comment" => Record::Comment(Box::new(people::comment(&item, actor, Some(post), posted_at, now)?)),
        "share" => {
            let Some(shared_at) = occurred_at else {
                return Err(bad(Field::CreatedAt, "the time is missing, which tells one share from the next"));
            };
            Record::Share(Box::new(Share { actor, post, shared_at }))
        }
        _ => return Err(bad(Field::Kind, "this is not one of reaction, comment and share")),
    };
    Ok(people::verdict(actor_kind, record))
}

/// The moment; a day would not tell which of two came later.
fn occurred_at(item: &Item<'_>, now: Timestamp) -> Result<Option<Timestamp>, Bad> {
    let Some(text) = item.text(Field::CreatedAt as usize)? else { return Ok(None) };
    let bad = |reason: &str| Err(item.bad(Field::CreatedAt as usize, reason));
    let Ok(moment) = text.parse::<Timestamp>() else {
        return bad("this is not a moment with its time zone, such as 2026-01-31T12:34:56Z");
    };
    if !dates::is_of_linkedin(dates::When::At(moment).date()) {
        return bad(dates::NOT_OF_LINKEDIN);
    }
    // Clocks differ, but not by a day.
    if moment > now.saturating_add(SignedDuration::from_hours(24)).unwrap_or(now) {
        return bad("this lies in the future");
    }
    Ok(Some(moment))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::import::ActorKind;

    const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

    fn now() -> Timestamp {
        "2026-08-01T10:00:00Z".parse().unwrap()
    }

    fn sample() -> Value {
        json!({
            "post_url": POST, "engagement_type": "reaction", "reaction_type": "PRAISE", "occurred_at": "2026-07-31T09:00:00+02:00",
            "person": {"linkedin_url": "https://www.linkedin.com/in/ada-example", "member_id": "ACoAAAexample901", "name": "Ada Example",
                "headline": "VP Marketing at Nordlicht"},
        })
    }

    fn with(change: impl FnOnce(&mut Value)) -> Told {
        let mut value = sample();
        change(&mut value);
        event(&value, now())
    }

    #[track_caller]
    fn refused(told: Told, wanted: &str) {
        let Told::Refused { field, reason } = told else { panic!("{told:?}") };
        assert_eq!(format!("{}: {reason}", field.unwrap_or_default()), wanted);
    }

    #[test]
    fn a_reaction_has_its_person_its_post_and_its_time() {
        let Told::Record(Record::Reaction(reaction)) = event(&sample(), now()) else { panic!() };
        assert_eq!(reaction.reaction, ReactionKind::Praise);
        assert_eq!(reaction.reacted_at.unwrap().to_string(), "2026-07-31T07:00:00Z");
        assert_eq!(reaction.post.unwrap().activity_id, Some(7_345_012_345_678_901_248));
        let person = reaction.actor.person;
        assert_eq!(
            (person.slug.as_deref(), person.member_id.as_deref()),
            (Some("ada-example"), Some("ACoAAAexample901"))
        );
        assert_eq!(reaction.actor.kind, ActorKind::Person);
    }

    #[test]
    fn a_comment_has_its_id_and_a_share_its_time() {
        let told = with(|event| {
            event["engagement_type"] = json!("comment");
            event["comment"] = json!({"id": "7331190065471078400", "text": " Well lit. "});
        });
        let Told::Record(Record::Comment(comment)) = told else { panic!() };
        assert_eq!((comment.comment_id, comment.text.as_deref()), (7_331_190_065_471_078_400, Some("Well lit.")));
        assert_eq!(comment.commented_at.unwrap().to_string(), "2025-05-22T05:31:58.533Z", "which its id holds");
        refused(with(|event| event["engagement_type"] = json!("comment")), "comment.id: the comment's id is missing");
        let Told::Record(Record::Share(_)) = with(|event| event["engagement_type"] = json!("share")) else { panic!() };
        let without_time = with(|event| {
            event["engagement_type"] = json!("share");
            event["occurred_at"] = Value::Null;
        });
        refused(without_time, "occurred_at: the time is missing, which tells one share from the next");
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_its_field() {
        refused(event(&json!([1]), now()), ": an event must be an object in braces");
        refused(
            with(|event| event["engagement_type"] = json!("follow")),
            "engagement_type: this is not one of reaction, comment and share",
        );
        refused(
            with(|event| event["engagement_type"] = Value::Null),
            "engagement_type: the kind of engagement is missing",
        );
        refused(with(|event| event["reaction_type"] = json!("")), "reaction_type: the kind of reaction is missing");
        refused(
            with(|event| event["post_url"] = Value::Null),
            "post_url: there is neither the address nor the URN of a post",
        );
        refused(with(|event| event["post_url"] = json!({"a": 1})), "post_url: an object stands where a text belongs");
        refused(
            with(|event| event["person"] = json!("Ada")),
            "person.linkedin_url: there is neither the address nor the id of a person",
        );
        refused(
            with(|event| event["person"]["linkedin_url"] = json!("https://linkedin.example/in/ada")),
            "person.linkedin_url: the address leads to linkedin.example, which is not LinkedIn",
        );
        refused(
            with(|event| event["person"]["linkedin_url"] = json!("https://www.linkedin.com/in/ACoAAAother90001")),
            "person.member_id: the id and the address belong to two different members",
        );
        for (wrong, reason) in [
            ("2026-07-31", "this is not a moment with its time zone, such as 2026-01-31T12:34:56Z"),
            ("1785500000", "this is not a moment with its time zone, such as 2026-01-31T12:34:56Z"),
            ("1999-07-31T09:00:00Z", "this is not in the time of LinkedIn, from 2003 to 2099"),
            ("2026-08-02T10:00:01Z", "this lies in the future"),
        ] {
            refused(with(|event| event["occurred_at"] = json!(wrong)), &format!("occurred_at: {reason}"));
        }
    }

    #[test]
    fn who_is_no_person_is_left_out() {
        let told = with(|event| event["person"] = json!({"name": "LinkedIn Member"}));
        assert_eq!(told, Told::Skipped(SkipReason::AnonymousMember));
        let told = with(|event| {
            event["person"] =
                json!({"linkedin_url": "https://www.linkedin.com/company/nordlicht", "name": "Nordlicht"});
        });
        assert_eq!(told, Told::Skipped(SkipReason::CompanyPage));
    }
}
